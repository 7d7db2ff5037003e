//! What bodies ask for: properties, binds and nested rows, checked against the table.

use super::error::Refusal;
use super::service::Service;
use super::url;
use crate::dataverse::schema::{Column, TableDef, Type};
use crate::ident::Guid;
use serde_json::{Map, Value, json};

/// What a body asks to change.
#[derive(Debug, Default)]
pub(super) struct Changes {
    pub(super) values: Map<String, Value>,
    pub(super) children: Vec<(String, Vec<Map<String, Value>>)>,
    pub(super) links: Vec<(String, String)>,
}

/// The body as an object; a string holding JSON is read once more, as some clients encode twice.
///
/// # Errors
/// 400 where it is not an object.
pub fn object(body: &[u8]) -> Result<Map<String, Value>, Refusal> {
    let fault = || Refusal::payload("Error identified in Payload provided by the user: the body is not a JSON object.");
    let value: Value = serde_json::from_slice(body).map_err(|_| fault())?;
    let value = match value {
        Value::String(inner) => serde_json::from_str(&inner).map_err(|_| fault())?,
        other => other,
    };
    match value {
        Value::Object(map) => Ok(map),
        _ => Err(fault()),
    }
}

impl Service<'_> {
    /// Reads a body's properties against the table.
    pub(super) fn changes(&mut self, def: &TableDef, body: Map<String, Value>) -> Result<Changes, Refusal> {
        let schema = self.store.schema();
        let mut changes = Changes::default();
        for (name, value) in body {
            if let Some(nav) = name.strip_suffix("@odata.bind") {
                self.bind(def, nav, value, &mut changes)?;
                continue;
            }
            if name.contains('@') || name == def.id {
                continue;
            }
            if let Some((column, target)) = def.lookup_by_nav(&name) {
                match value {
                    Value::Null => {
                        changes.values.insert(column.name.clone(), Value::Null);
                    }
                    Value::Object(inner) => {
                        let far = schema.table(&target.table).cloned();
                        let far = far.ok_or_else(|| Refusal::no_property(&name, &def.type_name()))?;
                        let made = self.insert(&far, inner, None)?;
                        set_lookup(&mut changes.values, column, &far.logical, made.id);
                    }
                    _ => return Err(direct_reference()),
                }
                continue;
            }
            if let Some((column, through_value)) = def.property(&name) {
                if through_value || column.kind.is_lookup() {
                    return Err(direct_reference());
                }
                if column.writable {
                    changes.values.insert(name.clone(), checked(def, column, value)?);
                }
                continue;
            }
            let collection =
                schema.link(&def.logical, &name).is_some() || schema.referrers(&def.logical, &name).is_some();
            match value {
                Value::Array(list) if collection => {
                    let bodies = list.into_iter().filter_map(|v| v.as_object().cloned()).collect();
                    changes.children.push((name, bodies));
                }
                Value::Array(parties) if name == format!("{}_activity_parties", def.logical) => {
                    // Parties are kept as sent; nothing reads them yet but a person.
                    changes.values.insert(name, Value::Array(parties));
                }
                _ => {
                    return Err(Refusal::payload(format!(
                        "Error identified in Payload provided by the user for Entity :'{}', For more information on this error please follow this help link https://go.microsoft.com/fwlink/?linkid=2195293  ---->  InnerException : Microsoft.OData.ODataException: Invalid property '{name}' was found in entity '{}'. ---> Microsoft.OData.ODataException: The property '{name}' does not exist on type '{}'. Make sure to only use property names that are defined by the type.",
                        def.set,
                        def.type_name(),
                        def.type_name()
                    )));
                }
            }
        }
        Ok(changes)
    }

    fn bind(&mut self, def: &TableDef, nav: &str, value: Value, changes: &mut Changes) -> Result<(), Refusal> {
        let schema = self.store.schema();
        let Some((column, _)) = def.lookup_by_nav(nav) else {
            let known = schema.link(&def.logical, nav).is_some() || schema.referrers(&def.logical, nav).is_some();
            return match value {
                Value::Array(list) if known => {
                    changes.links.extend(
                        list.iter()
                            .filter_map(|v| Some((nav.to_owned(), v.as_str()?.to_owned()))),
                    );
                    Ok(())
                }
                _ => Err(Refusal::payload(format!(
                    "An undeclared property '{nav}' which only has property annotations in the payload but no property value was found in the payload. In OData, only declared navigation properties and declared named streams can be represented as properties without values."
                ))),
            };
        };
        match value {
            Value::Null => {
                changes.values.insert(column.name.clone(), Value::Null);
                Ok(())
            }
            Value::String(uri) => {
                let (far, id) = self.resolve_uri(&uri)?;
                let allowed = column.targets.iter().any(|t| t.nav == nav && t.table == far.logical);
                if !allowed {
                    return Err(Refusal::payload(format!(
                        "A resource of '{}' cannot be bound to '{nav}'.",
                        far.set
                    )));
                }
                if self.store.get(&far.logical, id).is_none() {
                    return Err(Refusal::no_row(&far.schema_name, id));
                }
                set_lookup(&mut changes.values, column, &far.logical, id);
                Ok(())
            }
            other => Err(cannot_convert(&other, "Edm.String")),
        }
    }

    /// The row an `@odata.id` or bind names: absolute, rooted, relative, or `$n` within a batch.
    pub(crate) fn resolve_uri(&self, uri: &str) -> Result<(TableDef, Guid), Refusal> {
        let text = uri.trim();
        let text = match text.strip_prefix('$') {
            Some(id) => self.references.get(id).cloned().ok_or_else(|| {
                Refusal::bad(format!(
                    "Content-ID Reference: '{text}' does not exist in the batch context."
                ))
            })?,
            None => text.to_owned(),
        };
        let below = below_version(&text);
        let segments = url::segments(below)?;
        let malformed = || {
            Refusal::new(
                400,
                "0x80060888",
                format!("Resource not found for the segment in '{uri}'."),
            )
        };
        let segment = segments.first().ok_or_else(malformed)?;
        let schema = self.store.schema();
        let def = schema.by_set(&segment.name).ok_or_else(malformed)?;
        let id = self.resolve_key(def, segment.arguments.as_deref().ok_or_else(malformed)?)?;
        Ok((def.clone(), id))
    }
}

/// A path below the version segment, however it was written.
pub fn below_version(uri: &str) -> &str {
    let at = uri.find("api/data/v").and_then(|at| uri.get(at + "api/data/v".len()..));
    match at {
        Some(rest) => rest.split_once('/').map_or("", |(_, below)| below),
        None => uri.trim_start_matches('/'),
    }
}

pub(super) fn set_lookup(values: &mut Map<String, Value>, column: &Column, table: &str, id: Guid) {
    values.insert(column.name.clone(), json!(id.to_string()));
    if column.targets.len() > 1 {
        values.insert(format!("{}@target", column.name), json!(table));
    }
}

fn direct_reference() -> Refusal {
    Refusal::payload(
        "CRM do not support direct update of Entity Reference properties, Use Navigation properties instead.",
    )
}

pub(super) fn cannot_convert(value: &Value, wanted: &str) -> Refusal {
    let shown = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    Refusal::payload(format!(
        "Cannot convert the literal '{shown}' to the expected type '{wanted}'."
    ))
}

/// A value as its column stores it.
fn checked(def: &TableDef, column: &Column, value: Value) -> Result<Value, Refusal> {
    if value.is_null() {
        return Ok(Value::Null);
    }
    let wrong = |wanted: &str| Err(cannot_convert(&value, wanted));
    match column.kind {
        Type::String | Type::Memo => match value.as_str() {
            None => wrong("Edm.String"),
            Some(text) => match column.max_length {
                Some(most) if text.chars().count() > most => Err(Refusal::new(
                    400,
                    "0x80044331",
                    format!(
                        "A validation error occurred.  The length of the '{}' attribute of the '{}' entity exceeded the maximum allowed length of '{most}'.",
                        column.name, def.logical
                    ),
                )),
                _ => Ok(value),
            },
        },
        Type::Boolean => {
            if value.is_boolean() {
                Ok(value)
            } else {
                wrong("Edm.Boolean")
            }
        }
        Type::Integer => {
            if value.is_i64() {
                Ok(value)
            } else {
                wrong("Edm.Int32")
            }
        }
        Type::BigInt => {
            if value.is_i64() {
                Ok(value)
            } else {
                wrong("Edm.Int64")
            }
        }
        Type::Decimal | Type::Money => {
            if value.is_number() {
                Ok(value)
            } else {
                wrong("Edm.Decimal")
            }
        }
        Type::Double => {
            if value.is_number() {
                Ok(value)
            } else {
                wrong("Edm.Double")
            }
        }
        Type::Uniqueidentifier => match value.as_str().and_then(Guid::parse) {
            Some(id) => Ok(json!(id.to_string())),
            None => wrong("Edm.Guid"),
        },
        Type::DateTime => match value.as_str() {
            Some(text) if text.len() >= 10 && text.starts_with(|c: char| c.is_ascii_digit()) => Ok(value),
            _ => wrong("Edm.DateTimeOffset"),
        },
        Type::Picklist | Type::State | Type::Status => {
            let number = value.as_i64().or_else(|| value.as_str()?.parse().ok());
            let Some(number) = number else {
                return wrong("Edm.Int32");
            };
            if column.options.iter().any(|(v, _)| *v == number) {
                return Ok(json!(number));
            }
            let accepted: Vec<String> = column.options.iter().map(|(v, _)| v.to_string()).collect();
            Err(Refusal::new(
                400,
                "0x80044330",
                format!(
                    "A validation error occurred.  The value {number} of '{}' on record of type '{}' is outside the valid range. Accepted Values: {}",
                    column.name,
                    def.logical,
                    accepted.join(",")
                ),
            ))
        }
        Type::MultiSelect => {
            if value.is_string() {
                Ok(value)
            } else {
                wrong("Edm.String")
            }
        }
        _ => Ok(value),
    }
}
