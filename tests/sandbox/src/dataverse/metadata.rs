//! Table metadata as documents: `EntityDefinitions`, attributes, keys, relationships, privileges.

use super::schema::{Column, Ownership, Schema, TableDef, Type};
use super::security::{Verb, privilege_id};
use crate::ident::Guid;
use crate::odata::error::Refusal;
use crate::odata::eval::{self, Scope};
use crate::odata::query::Query;
use crate::odata::service::{Answer, Call, Service};
use crate::odata::url::{self, Segment};
use serde_json::{Map, Value, json};

/// `MetadataId` of a table; rows of `entities` carry the same id.
pub fn table_id(logical: &str) -> Guid {
    Guid::derive("entity", logical)
}

fn label(text: &str) -> Value {
    let label = json!({"Label": text, "LanguageCode": 1033, "IsManaged": true, "MetadataId": Guid::derive("label", text).to_string(), "HasChanged": null});
    json!({"LocalizedLabels": [label.clone()], "UserLocalizedLabel": label})
}

fn managed(value: bool, property: &str) -> Value {
    json!({"Value": value, "CanBeChanged": false, "ManagedPropertyLogicalName": property})
}

/// The depths a table's privileges allow: user-owned all four, business-owned too, the organisation's only Global.
pub fn depths(ownership: Ownership) -> [bool; 4] {
    match ownership {
        Ownership::User | Ownership::BusinessUnit => [true; 4],
        Ownership::Organization | Ownership::None => [false, false, false, true],
    }
}

/// The verbs a table has privileges for.
pub fn verbs(def: &TableDef) -> Vec<Verb> {
    if def.privilege.is_none() || def.kind == "Intersect" {
        return Vec::new();
    }
    Verb::ALL
        .into_iter()
        .filter(|verb| match verb {
            Verb::Assign | Verb::Share => def.ownership == Ownership::User || def.logical == "role",
            _ => true,
        })
        .collect()
}

fn privileges(def: &TableDef) -> Vec<Value> {
    let [basic, local, deep, global] = depths(def.ownership);
    let part = def.privilege.clone().unwrap_or_default();
    verbs(def)
        .into_iter()
        .map(|verb| {
            let name = format!("prv{}{part}", verb.name());
            json!({
                "CanBeBasic": basic, "CanBeLocal": local, "CanBeDeep": deep, "CanBeGlobal": global,
                "CanBeEntityReference": false, "CanBeParentEntityReference": false, "CanBeRecordFilter": false,
                "PrivilegeId": privilege_id(&name).to_string(), "PrivilegeType": verb.name(), "Name": name,
            })
        })
        .collect()
}

fn table_document(def: &TableDef) -> Map<String, Value> {
    let custom = def.logical.contains('_');
    let external = def.kind == "Virtual";
    let mut map = json!({
        "MetadataId": table_id(&def.logical).to_string(),
        "LogicalName": def.logical,
        "SchemaName": def.schema_name,
        "EntitySetName": def.set,
        "LogicalCollectionName": def.set,
        "CollectionSchemaName": def.set,
        "ObjectTypeCode": def.otc,
        "OwnershipType": def.ownership.word(),
        "TableType": if external { "Virtual" } else { "Standard" },
        "DataProviderId": external.then(|| Guid::derive("provider", &def.logical).to_string()),
        "DataSourceId": null,
        "PrimaryIdAttribute": def.id,
        "PrimaryNameAttribute": def.name,
        "PrimaryImageAttribute": def.columns.values().find(|c| c.kind == Type::Image).map(|c| c.name.clone()),
        "IsActivity": def.id == "activityid",
        "IsIntersect": def.kind == "Intersect",
        "IsCustomEntity": custom,
        "IsManaged": !def.logical.starts_with("contoso_"),
        "IsOptimisticConcurrencyEnabled": def.kind == "Standard",
        "IsMSTeamsIntegrationEnabled": false,
        "IsValidForAdvancedFind": def.ownership != Ownership::None,
        "IsPrivate": false,
        "IsLogicalEntity": false,
        "ChangeTrackingEnabled": true,
        "HasChanged": null,
        "IntroducedVersion": "5.0.0.0",
        "IsCustomizable": managed(true, "iscustomizable"),
        "IsAuditEnabled": managed(false, "canmodifyauditsettings"),
    });
    let map = map.as_object_mut().map(std::mem::take).unwrap_or_default();
    let mut map = map;
    map.insert("DisplayName".into(), label(&def.display.0));
    map.insert("DisplayCollectionName".into(), label(&def.display.1));
    map.insert("Description".into(), label(&def.display.0));
    map.insert("Privileges".into(), Value::Array(privileges(def)));
    map
}

fn attribute_document(def: &TableDef, column: &Column) -> Map<String, Value> {
    let id = Guid::derive("attribute", &format!("{}.{}", def.logical, column.name));
    let mut map = Map::new();
    map.insert(
        "@odata.type".into(),
        json!(format!("#Microsoft.Dynamics.CRM.{}", column.kind.metadata_type())),
    );
    let fields = json!({
        "MetadataId": id.to_string(),
        "LogicalName": column.name,
        "SchemaName": column.name,
        "EntityLogicalName": def.logical,
        "AttributeType": column.kind.attribute_type(),
        "AttributeTypeName": {"Value": column.kind.type_name()},
        "AttributeOf": null,
        "IsPrimaryId": column.name == def.id,
        "IsPrimaryName": def.name.as_deref() == Some(column.name.as_str()),
        "IsCustomAttribute": column.name.contains('_'),
        "IsManaged": true,
        "IsValidForCreate": column.writable,
        "IsValidForRead": column.kind != Type::PartyList,
        "IsValidForUpdate": column.writable && column.name != def.id,
        "IsValidODataAttribute": true,
        "IsLogical": false,
        "IsSecured": false,
        "CanBeSecuredForRead": column.writable,
        "HasChanged": null,
        "ColumnNumber": 1,
        "SourceType": 0,
        "RequiredLevel": {
            "Value": if column.name == def.id { "SystemRequired" } else if column.required { "ApplicationRequired" } else { "None" },
            "CanBeChanged": false,
            "ManagedPropertyLogicalName": "canmodifyrequirementlevelsettings",
        },
    });
    map.extend(fields.as_object().cloned().unwrap_or_default());
    map.insert("DisplayName".into(), label(&column.display));
    map.insert("Description".into(), label(&column.display));
    if let Some(most) = column.max_length {
        map.insert("MaxLength".into(), json!(most));
    }
    if !column.targets.is_empty() {
        map.insert(
            "Targets".into(),
            json!(column.targets.iter().map(|t| &t.table).collect::<Vec<_>>()),
        );
    }
    map
}

fn option_set(def: &TableDef, column: &Column) -> Value {
    let option = |value: i64, text: &str| json!({"Value": value, "Label": label(text), "Description": label(""), "Color": null, "IsManaged": true, "MetadataId": null, "HasChanged": null});
    let name = format!("{}_{}", def.logical, column.name);
    let id = Guid::derive("optionset", &name).to_string();
    match column.kind {
        Type::Boolean => json!({
            "MetadataId": id, "Name": name, "IsGlobal": false, "OptionSetType": "Boolean",
            "TrueOption": option(1, "Yes"), "FalseOption": option(0, "No"),
        }),
        _ => json!({
            "MetadataId": id, "Name": name, "IsGlobal": false, "OptionSetType": column.kind.attribute_type(),
            "Options": column.options.iter().map(|(v, l)| option(*v, l)).collect::<Vec<_>>(),
        }),
    }
}

fn has_options(kind: &Type) -> bool {
    matches!(
        kind,
        Type::Picklist | Type::MultiSelect | Type::State | Type::Status | Type::Boolean
    )
}

fn keys(def: &TableDef) -> Vec<Map<String, Value>> {
    def.keys
        .iter()
        .filter_map(|columns| {
            let name = format!("{}_{}_key", def.logical, columns.join("_"));
            let key = json!({
                "MetadataId": Guid::derive("key", &name).to_string(), "LogicalName": name, "SchemaName": name,
                "EntityLogicalName": def.logical, "KeyAttributes": columns, "EntityKeyIndexStatus": "Active",
                "DisplayName": label(&name), "IsManaged": true,
            });
            key.as_object().cloned()
        })
        .collect()
}

fn one_to_many(schema: &Schema, def: &TableDef, referenced: bool) -> Vec<Map<String, Value>> {
    let mut out = Vec::new();
    for table in schema.tables.values() {
        for column in table.columns.values() {
            for target in &column.targets {
                let ours = if referenced {
                    target.table == def.logical
                } else {
                    table.logical == def.logical
                };
                let Some(to) = schema.table(&target.table).filter(|_| ours) else {
                    continue;
                };
                let document = json!({
                    "MetadataId": Guid::derive("relationship", &target.collection).to_string(),
                    "SchemaName": target.collection, "RelationshipType": "OneToManyRelationship",
                    "ReferencedEntity": target.table, "ReferencedAttribute": to.id,
                    "ReferencedEntityNavigationPropertyName": target.collection,
                    "ReferencingEntity": table.logical, "ReferencingAttribute": column.name,
                    "ReferencingEntityNavigationPropertyName": target.nav,
                });
                out.extend(document.as_object().cloned());
            }
        }
    }
    out
}

fn many_to_many(schema: &Schema, def: Option<&TableDef>) -> Vec<Map<String, Value>> {
    schema
        .links
        .iter()
        .filter(|link| def.is_none_or(|d| link.from(&d.logical).is_some()))
        .filter_map(|link| {
            let [(a, a_column), (b, b_column)] = &link.sides;
            let document = json!({
                "MetadataId": Guid::derive("relationship", &link.nav).to_string(),
                "SchemaName": link.nav, "RelationshipType": "ManyToManyRelationship", "IntersectEntityName": link.intersect,
                "Entity1LogicalName": a, "Entity1IntersectAttribute": a_column, "Entity1NavigationPropertyName": link.nav,
                "Entity2LogicalName": b, "Entity2IntersectAttribute": b_column, "Entity2NavigationPropertyName": link.nav,
            });
            document.as_object().cloned()
        })
        .collect()
}

/// A metadata document as filters see it.
struct Document<'a>(&'a Map<String, Value>, Guid);

impl Scope for Document<'_> {
    fn value(&self, path: &[String]) -> Result<Value, Refusal> {
        let mut at: Option<&Value> = None;
        for (depth, name) in path.iter().enumerate() {
            let next = if depth == 0 {
                self.0.get(name)
            } else {
                at.and_then(|v| v.get(name))
            };
            if depth == 0 && next.is_none() {
                return Err(Refusal::no_property(name, "Microsoft.Dynamics.CRM.MetadataBase"));
            }
            at = next;
        }
        Ok(at.cloned().unwrap_or(Value::Null))
    }

    fn each(&self, path: &[String], _: &mut dyn FnMut(&dyn Scope) -> Result<bool, Refusal>) -> Result<(), Refusal> {
        Err(Refusal::no_property(
            &path.join("/"),
            "Microsoft.Dynamics.CRM.MetadataBase",
        ))
    }

    fn caller(&self) -> Guid {
        self.1
    }
}

fn chosen(mut document: Map<String, Value>, query: &Query) -> Map<String, Value> {
    if !query.select.is_empty() {
        document.retain(|name, _| name.starts_with('@') || name == "MetadataId" || query.select.contains(name));
    }
    document
}

fn listed(documents: Vec<Map<String, Value>>, query: &Query, user: Guid) -> Result<Vec<Map<String, Value>>, Refusal> {
    if !query.orderby.is_empty() {
        return Err(Refusal::new(
            501,
            "0x80060888",
            "The query parameter $orderby is not supported for metadata.",
        ));
    }
    let mut out = Vec::new();
    for document in documents {
        let hit = match &query.filter {
            Some(filter) => eval::holds(filter, &Document(&document, user))?,
            None => true,
        };
        if hit {
            out.push(chosen(document, query));
        }
    }
    Ok(out.into_iter().take(query.top.unwrap_or(usize::MAX)).collect())
}

impl Service<'_> {
    /// `EntityDefinitions…` and `RelationshipDefinitions…`.
    pub(crate) fn metadata(&mut self, call: Call<'_>, first: &Segment, rest: &[Segment]) -> Result<Answer, Refusal> {
        if call.method != "GET" {
            return Err(Refusal::new(
                501,
                "0x80060888",
                "Changing metadata is not part of this service.",
            ));
        }
        let schema = self.store.schema();
        let query = Query::parse(call.query)?;
        match (first.name.as_str(), &first.arguments) {
            ("EntityDefinitions", None) => {
                let mut documents = listed(
                    schema.tables.values().map(table_document).collect(),
                    &Query {
                        select: Vec::new(),
                        ..query.clone()
                    },
                    self.user,
                )?;
                for document in &mut documents {
                    let logical = document
                        .get("LogicalName")
                        .and_then(Value::as_str)
                        .unwrap_or_default()
                        .to_owned();
                    if let Some(def) = schema.table(&logical) {
                        let expanded = self.expanded(&schema, def, &query)?;
                        *document = chosen(std::mem::take(document), &query);
                        document.extend(expanded);
                    }
                }
                Ok(self.collection("EntityDefinitions", documents))
            }
            ("EntityDefinitions", Some(key)) => {
                let def = find_table(&schema, key)?;
                let (next, tail) = match rest.split_first() {
                    None => {
                        let mut document = chosen(table_document(def), &query);
                        document.extend(self.expanded(&schema, def, &query)?);
                        document.insert(
                            "@odata.context".into(),
                            json!(format!("{}$metadata#EntityDefinitions/$entity", self.base)),
                        );
                        return Ok(Answer::ok(Value::Object(document)));
                    }
                    Some((next, tail)) => (next, tail),
                };
                self.below(&schema, def, next, tail, &query)
            }
            ("RelationshipDefinitions", key) => {
                let mut all: Vec<Map<String, Value>> = many_to_many(&schema, None);
                for def in schema.tables.values() {
                    all.extend(one_to_many(&schema, def, false));
                }
                match key {
                    None => Ok(self.collection("RelationshipDefinitions", listed(all, &query, self.user)?)),
                    Some(key) => {
                        let wanted = key_value(key, "SchemaName").unwrap_or_else(|| url::unquote(key));
                        let hit = all.into_iter().find(|d| {
                            d.get("SchemaName") == Some(&json!(wanted)) || d.get("MetadataId") == Some(&json!(wanted))
                        });
                        hit.map(|d| Answer::ok(Value::Object(chosen(d, &query))))
                            .ok_or_else(|| {
                                Refusal::new(
                                    404,
                                    "0x80040217",
                                    format!("Could not find a relationship with the name '{wanted}'."),
                                )
                            })
                    }
                }
            }
            _ => Ok(self.collection("GlobalOptionSetDefinitions", Vec::new())),
        }
    }

    fn collection(&self, name: &str, documents: Vec<Map<String, Value>>) -> Answer {
        let list: Vec<Value> = documents.into_iter().map(Value::Object).collect();
        Answer::ok(json!({"@odata.context": format!("{}$metadata#{name}", self.base), "value": list}))
    }

    fn expanded(&self, schema: &Schema, def: &TableDef, query: &Query) -> Result<Map<String, Value>, Refusal> {
        let mut out = Map::new();
        for expand in &query.expand {
            let documents = match expand.nav.as_str() {
                "Attributes" => def.columns.values().map(|c| attribute_document(def, c)).collect(),
                "Keys" => keys(def),
                "OneToManyRelationships" => one_to_many(schema, def, true),
                "ManyToOneRelationships" => one_to_many(schema, def, false),
                "ManyToManyRelationships" => many_to_many(schema, Some(def)),
                other => return Err(Refusal::no_property(other, "Microsoft.Dynamics.CRM.EntityMetadata")),
            };
            let list = listed(documents, &expand.query, self.user)?;
            out.insert(
                expand.nav.clone(),
                Value::Array(list.into_iter().map(Value::Object).collect()),
            );
        }
        Ok(out)
    }

    fn below(
        &self,
        schema: &Schema,
        def: &TableDef,
        next: &Segment,
        tail: &[Segment],
        query: &Query,
    ) -> Result<Answer, Refusal> {
        let name = format!("EntityDefinitions('{}')/{}", def.logical, next.name);
        match next.name.as_str() {
            "Attributes" => self.attributes(def, next, tail, query),
            "Keys" => Ok(self.collection(&name, listed(keys(def), query, self.user)?)),
            "OneToManyRelationships" => {
                Ok(self.collection(&name, listed(one_to_many(schema, def, true), query, self.user)?))
            }
            "ManyToOneRelationships" => {
                Ok(self.collection(&name, listed(one_to_many(schema, def, false), query, self.user)?))
            }
            "ManyToManyRelationships" => {
                Ok(self.collection(&name, listed(many_to_many(schema, Some(def)), query, self.user)?))
            }
            "Privileges" => Ok(Answer::ok(
                json!({"@odata.context": format!("{}$metadata#{name}", self.base), "value": privileges(def)}),
            )),
            property => match table_document(def).remove(property) {
                Some(value) => Ok(Answer::ok(
                    json!({"@odata.context": format!("{}$metadata#{name}", self.base), "value": value}),
                )),
                None => Err(Refusal::no_segment(property)),
            },
        }
    }

    fn attributes(&self, def: &TableDef, next: &Segment, tail: &[Segment], query: &Query) -> Result<Answer, Refusal> {
        let cast = tail
            .first()
            .and_then(|s| s.name.strip_prefix("Microsoft.Dynamics.CRM."));
        let wants_options = query
            .expand
            .iter()
            .any(|e| matches!(e.nav.as_str(), "OptionSet" | "GlobalOptionSet"));
        let document = |column: &Column| {
            let mut map = attribute_document(def, column);
            if cast.is_none() {
                // Properties of the subtype need the cast.
                for name in ["MaxLength", "Targets"] {
                    if query.select.iter().any(|s| s == name) {
                        return Err(Refusal::no_property(name, "Microsoft.Dynamics.CRM.AttributeMetadata"));
                    }
                }
            }
            if wants_options && has_options(&column.kind) {
                let chosen = option_set(def, column);
                map = chosen_with(map, query, chosen);
            }
            Ok(map)
        };
        let fits = |column: &&Column| cast.is_none_or(|c| c == column.kind.metadata_type());
        if let Some(key) = &next.arguments {
            let wanted = key_value(key, "LogicalName").unwrap_or_else(|| url::unquote(key));
            let column = def.columns.get(&wanted).filter(|c| fits(c)).ok_or_else(|| {
                Refusal::new(
                    404,
                    "0x80040217",
                    format!(
                        "Could not find an attribute with name '{wanted}' on the entity '{}'.",
                        def.logical
                    ),
                )
            })?;
            let document = document(column)?;
            let kept = document.get("OptionSet").cloned();
            let mut document = chosen(document, query);
            if let Some(kept) = kept {
                document.insert("OptionSet".into(), kept);
            }
            return Ok(Answer::ok(Value::Object(document)));
        }
        let documents = def
            .columns
            .values()
            .filter(fits)
            .map(document)
            .collect::<Result<Vec<_>, _>>()?;
        let keep = Query {
            select: Vec::new(),
            ..query.clone()
        };
        let mut list = listed(documents, &keep, self.user)?;
        for document in &mut list {
            let kept = document.get("OptionSet").cloned();
            *document = chosen(std::mem::take(document), query);
            if let Some(kept) = kept {
                document.insert("OptionSet".into(), kept);
            }
        }
        Ok(self.collection(&format!("EntityDefinitions('{}')/Attributes", def.logical), list))
    }
}

fn chosen_with(mut map: Map<String, Value>, _query: &Query, options: Value) -> Map<String, Value> {
    map.insert("OptionSet".into(), options);
    map.insert("GlobalOptionSet".into(), Value::Null);
    map
}

fn key_value(key: &str, name: &str) -> Option<String> {
    let (given, value) = key.split_once('=')?;
    (given.trim() == name).then(|| url::unquote(value))
}

fn find_table<'a>(schema: &'a Schema, key: &str) -> Result<&'a TableDef, Refusal> {
    let wanted = key_value(key, "LogicalName").unwrap_or_else(|| url::unquote(key));
    let by_id = Guid::parse(&wanted);
    schema
        .tables
        .values()
        .find(|t| t.logical.eq_ignore_ascii_case(&wanted) || (by_id.is_some() && by_id == Some(table_id(&t.logical))))
        .ok_or_else(|| {
            Refusal::new(
                404,
                "0x80060888",
                format!("Could not find an entity with name '{wanted}' in the metadata cache."),
            )
        })
}
