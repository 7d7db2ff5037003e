//! Metadata documents of tables, columns, keys and relationships.

use super::schema::{Column, Ownership, Schema, TableDef, Type};
use super::security::{Verb, privilege_id};
use crate::ident::Guid;
use serde_json::{Map, Value, json};

/// `MetadataId` of a table; rows of `entities` carry the same id.
pub fn table_id(logical: &str) -> Guid {
    Guid::derive("entity", logical)
}

pub(super) fn label(text: &str) -> Value {
    let label = json!({"Label": text, "LanguageCode": 1033, "IsManaged": true, "MetadataId": Guid::derive("label", text).to_string(), "HasChanged": null});
    json!({"LocalizedLabels": [label.clone()], "UserLocalizedLabel": label})
}

pub(super) fn managed(value: bool, property: &str) -> Value {
    json!({"Value": value, "CanBeChanged": false, "ManagedPropertyLogicalName": property})
}

/// The depths a table's privileges allow: user-owned all four, business-owned too, the organisation's only Global;
/// a table may allow Basic alone.
pub fn depths(def: &TableDef) -> [bool; 4] {
    match def.ownership {
        _ if def.basic_only => [true, false, false, false],
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

pub(super) fn privileges(def: &TableDef) -> Vec<Value> {
    let [basic, local, deep, global] = depths(def);
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

pub(super) fn table_document(def: &TableDef) -> Map<String, Value> {
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
        "TableType": if matches!(def.kind.as_str(), "Virtual" | "Elastic") { def.kind.as_str() } else { "Standard" },
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
        "IsValidForAdvancedFind": def.findable,
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

pub(super) fn attribute_document(def: &TableDef, column: &Column) -> Map<String, Value> {
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
        "IsSecured": column.secured,
        "CanBeSecuredForRead": column.writable,
        "HasChanged": null,
        "ColumnNumber": 1,
        "SourceType": 0,
        "RequiredLevel": {
            "Value": if column.name == def.id || column.system_required { "SystemRequired" } else if column.required { "ApplicationRequired" } else { "None" },
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
    let usual = match column.kind {
        Type::String => "Text",
        Type::Memo => "TextArea",
        Type::Integer => "None",
        Type::DateTime => "DateAndTime",
        _ => "",
    };
    let format = column.format.as_deref().unwrap_or(usual);
    if !format.is_empty() {
        // `Format` is the older enumeration, without rich text; `FormatName` tells all.
        let older = if format == "RichText" { usual } else { format };
        map.insert("Format".into(), json!(older));
        if matches!(column.kind, Type::String | Type::Memo) {
            map.insert("FormatName".into(), json!({"Value": format}));
        }
    }
    if !column.targets.is_empty() {
        map.insert(
            "Targets".into(),
            json!(column.targets.iter().map(|t| &t.table).collect::<Vec<_>>()),
        );
    }
    map
}

/// Columns that only accompany others: names of choices and lookups, parts of images and files. They are in the
/// metadata, not in rows (`IsValidODataAttribute` false).
pub(super) fn companions(def: &TableDef, column: &Column) -> Vec<Map<String, Value>> {
    let kinds: &[(&str, &str, &str, &str)] = match column.kind {
        Type::Boolean | Type::Picklist | Type::State | Type::Status | Type::MultiSelect => {
            &[("name", "Virtual", "VirtualType", "AttributeMetadata")]
        }
        Type::Lookup | Type::Owner | Type::Customer => &[("name", "String", "StringType", "StringAttributeMetadata")],
        Type::Image => &[
            ("_timestamp", "BigInt", "BigIntType", "BigIntAttributeMetadata"),
            ("_url", "String", "StringType", "StringAttributeMetadata"),
            (
                "id",
                "Uniqueidentifier",
                "UniqueidentifierType",
                "UniqueIdentifierAttributeMetadata",
            ),
        ],
        Type::File => &[("_name", "String", "StringType", "StringAttributeMetadata")],
        _ => &[],
    };
    kinds
        .iter()
        .map(|(suffix, kind, kind_name, metadata)| {
            let name = format!("{}{suffix}", column.name);
            let mut map = attribute_document(def, column);
            map.retain(|key, _| !matches!(key.as_str(), "MaxLength" | "Targets" | "Format" | "FormatName"));
            let own = json!({
                "@odata.type": format!("#Microsoft.Dynamics.CRM.{metadata}"),
                "MetadataId": Guid::derive("attribute", &format!("{}.{name}", def.logical)).to_string(),
                "LogicalName": name, "SchemaName": name, "AttributeOf": column.name,
                "AttributeType": kind, "AttributeTypeName": {"Value": kind_name},
                "IsValidForCreate": false, "IsValidForUpdate": false, "IsValidODataAttribute": false,
                "IsLogical": true, "IsSecured": false, "CanBeSecuredForRead": false,
                "IsPrimaryId": false, "IsPrimaryName": false,
            });
            map.extend(own.as_object().cloned().unwrap_or_default());
            map
        })
        .collect()
}

pub(super) fn option_set(def: &TableDef, column: &Column) -> Value {
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

pub(super) fn has_options(kind: &Type) -> bool {
    matches!(
        kind,
        Type::Picklist | Type::MultiSelect | Type::State | Type::Status | Type::Boolean
    )
}

pub(super) fn keys(def: &TableDef) -> Vec<Map<String, Value>> {
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

pub(super) fn one_to_many(schema: &Schema, def: &TableDef, referenced: bool) -> Vec<Map<String, Value>> {
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

pub(super) fn many_to_many(schema: &Schema, def: Option<&TableDef>) -> Vec<Map<String, Value>> {
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
