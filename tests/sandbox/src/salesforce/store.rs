//! The org's records: read by id, made, changed, deleted; and the state document of them.

use super::schema::{Kind, Schema};
use super::{App, id};
use crate::clock::Clock;
use crate::mint::Mint;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// One record, fields by API name; absent and null are the same.
pub type Row = Map<String, Value>;

/// Fields that change with every write whatever was written, and objects that only grow; shown on request only.
const VOLATILE: [&str; 5] = [
    "LastModifiedDate",
    "LastModifiedById",
    "SystemModstamp",
    "LastLoginDate",
    "LastUsedDate",
];
const GROWING: &str = "SetupAuditTrail";

/// Text of a field, empty where there is none.
pub fn text<'a>(row: &'a Row, field: &str) -> &'a str {
    row.get(field).and_then(Value::as_str).unwrap_or_default()
}

/// Whether a boolean field is true.
pub fn flag(row: &Row, field: &str) -> bool {
    row.get(field).and_then(Value::as_bool).unwrap_or_default()
}

/// A date and time as the API writes it.
pub fn moment(seconds: i64) -> String {
    crate::dataverse::store::timestamp(seconds).replace('Z', ".000+0000")
}

/// All records by object and id.
#[derive(Debug, Clone, Default)]
pub struct Records {
    objects: BTreeMap<&'static str, BTreeMap<String, Row>>,
}

impl Records {
    /// The records of an object, in the order of their ids.
    pub fn all(&self, object: &str) -> impl Iterator<Item = &Row> {
        self.objects.get(object).into_iter().flat_map(|rows| rows.values())
    }

    /// A record by its 18-character id.
    pub fn get(&self, object: &str, id: &str) -> Option<&Row> {
        self.objects.get(object)?.get(id)
    }

    /// The same, to change it.
    pub fn get_mut(&mut self, object: &str, id: &str) -> Option<&mut Row> {
        self.objects.get_mut(object)?.get_mut(id)
    }

    /// The first record with that text in a field, case ignored.
    pub fn find(&self, object: &str, field: &str, wanted: &str) -> Option<&Row> {
        self.all(object)
            .find(|row| text(row, field).eq_ignore_ascii_case(wanted))
    }

    /// Puts a record under its `Id`.
    pub fn put(&mut self, object: &'static str, row: Row) {
        let id = text(&row, "Id").to_owned();
        self.objects.entry(object).or_default().insert(id, row);
    }

    /// Takes a record away.
    pub fn remove(&mut self, object: &str, id: &str) -> Option<Row> {
        self.objects.get_mut(object)?.remove(id)
    }

    /// Takes away every record that fits.
    pub fn remove_where(&mut self, object: &str, fits: impl Fn(&Row) -> bool) {
        if let Some(rows) = self.objects.get_mut(object) {
            rows.retain(|_, row| !fits(row));
        }
    }

    /// Makes a record of the given values: with a fresh id, `by` and `at` where the object keeps them.
    pub fn make(&mut self, schema: &Schema, mint: &mut Mint, object: &str, mut row: Row, by: &str, at: i64) -> String {
        let Some(object) = schema.object(object) else {
            return String::new();
        };
        let id = id::derive(object.prefix, &mint.handle());
        row.insert("Id".into(), json!(id));
        for field in &object.fields {
            let value = match (field.name.as_str(), field.kind) {
                ("CreatedDate" | "LastModifiedDate" | "SystemModstamp", _) => json!(moment(at)),
                ("CreatedById" | "LastModifiedById", _) => json!(by),
                (_, Kind::Boolean) => json!(false),
                _ => continue,
            };
            row.entry(field.name.clone()).or_insert(value);
        }
        self.put(object.name, row);
        id
    }

    /// Changes fields of a record.
    pub fn change(&mut self, schema: &Schema, object: &str, id: &str, values: Row, by: &str, at: i64) {
        let stamps: Vec<&str> = schema.object(object).map_or(Vec::new(), |object| {
            let own = |name: &&&str| object.field(name).is_some();
            ["LastModifiedDate", "SystemModstamp", "LastModifiedById"]
                .iter()
                .filter(own)
                .copied()
                .collect()
        });
        if let Some(row) = self.get_mut(object, id) {
            row.extend(values);
            for stamp in stamps {
                let value = if stamp == "LastModifiedById" {
                    json!(by)
                } else {
                    json!(moment(at))
                };
                row.insert(stamp.to_owned(), value);
            }
        }
    }

    /// Writes a line of the setup audit trail.
    pub fn audit(
        &mut self,
        schema: &Schema,
        mint: &mut Mint,
        clock: Clock,
        by: &str,
        (action, section, display): (&str, &str, String),
    ) {
        let row = json!({"Action": action, "Section": section, "Display": display});
        if let Value::Object(row) = row {
            self.make(schema, mint, GROWING, row, by, clock.now());
        }
    }

    /// Every object with its records; what changes with every write is left out unless `system`. What only Setup
    /// shows of an app stands in the app's record.
    pub fn document(&self, schema: &Schema, system: bool) -> Map<String, Value> {
        let mut sets = Map::new();
        for object in schema.all() {
            if object.name == GROWING && !system {
                continue;
            }
            let rows = self.all(object.name).map(|row| {
                let mut row = row.clone();
                row.retain(|name, value| !value.is_null() && (system || !VOLATILE.contains(&name.as_str())));
                for secret in App::SECRETS {
                    if row.contains_key(secret) {
                        row.insert(secret.to_owned(), json!("***"));
                    }
                }
                Value::Object(row)
            });
            sets.insert(object.name.to_owned(), Value::Array(rows.collect()));
        }
        sets
    }

    /// Reads the records of a set.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn prepare(schema: &Schema, set: &str, rows: &Value) -> Result<(&'static str, BTreeMap<String, Row>), String> {
        let object = schema
            .object(set)
            .filter(|object| object.name == set)
            .ok_or_else(|| format!("unknown object '{set}'"))?;
        let rows = rows.as_array().ok_or_else(|| format!("'{set}' is not a list"))?;
        let mut read = BTreeMap::new();
        for (at, given) in rows.iter().enumerate() {
            let mut row = given
                .as_object()
                .cloned()
                .ok_or_else(|| format!("record {at} of '{set}' is not an object"))?;
            let id = match row.get("Id").and_then(Value::as_str) {
                Some(id) => id::parse(id).filter(|id| id.starts_with(object.prefix)),
                None => Some(id::derive(object.prefix, &format!("seed {at} {given}"))),
            };
            let id = id.ok_or_else(|| format!("record {at} of '{set}' has a bad id"))?;
            let known = |name: &str| object.fields.iter().any(|field| field.name == name) || App::knows(set, name);
            if let Some(name) = row.keys().find(|name| !known(name)) {
                return Err(format!("record {at} of '{set}': no field '{name}'"));
            }
            row.insert("Id".into(), json!(id));
            for field in &object.fields {
                if field.kind == Kind::Boolean {
                    row.entry(field.name.clone()).or_insert(json!(false));
                }
            }
            if read.insert(id, row).is_some() {
                return Err(format!("record {at} of '{set}' has another one's id"));
            }
        }
        Ok((object.name, read))
    }

    /// Replaces an object's records.
    pub fn replace(&mut self, object: &'static str, rows: BTreeMap<String, Row>) {
        self.objects.insert(object, rows);
    }
}
