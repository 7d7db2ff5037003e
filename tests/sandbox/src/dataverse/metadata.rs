//! Table metadata as documents: `EntityDefinitions`, attributes, keys, relationships, privileges.

use super::describe::{
    attribute_document, companions, has_options, keys, many_to_many, one_to_many, option_set, privileges,
    table_document, table_id,
};
use super::schema::{Column, Schema, TableDef};
use crate::ident::Guid;
use crate::odata::error::Refusal;
use crate::odata::eval::{self, Scope};
use crate::odata::query::Query;
use crate::odata::service::{Answer, Call, Service};
use crate::odata::url::{self, Segment};
use serde_json::{Map, Value, json};

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
                "Attributes" => def
                    .columns
                    .values()
                    .flat_map(|c| std::iter::once(attribute_document(def, c)).chain(companions(def, c)))
                    .collect(),
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
                for name in ["MaxLength", "Targets", "Format", "FormatName"] {
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
            let companion = || def.columns.values().flat_map(|column| companions(def, column));
            if let Some(found) = companion().find(|map| map.get("LogicalName") == Some(&json!(wanted)))
                && cast.is_none()
            {
                return Ok(Answer::ok(Value::Object(chosen(found, query))));
            }
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
        let mut documents = def
            .columns
            .values()
            .filter(fits)
            .map(document)
            .collect::<Result<Vec<_>, _>>()?;
        let wanted = cast.map(|cast| json!(format!("#Microsoft.Dynamics.CRM.{cast}")));
        documents.extend(
            def.columns
                .values()
                .flat_map(|column| companions(def, column))
                .filter(|map| wanted.is_none() || map.get("@odata.type") == wanted.as_ref()),
        );
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
