//! Writes: create, update, upsert, delete, single properties, with ETags and alternate keys.

use super::error::Refusal;
use super::query::{Prefer, Query};
use super::read::{header, same_tag};
use super::service::{Answer, Call, Service};
use super::url;
use crate::dataverse::rules;
use crate::dataverse::schema::{Column, Ownership, TableDef, Type};
use crate::dataverse::security::Verb;
use crate::ident::Guid;
use serde_json::{Map, Value, json};

/// What a body asks to change.
#[derive(Debug, Default)]
pub(super) struct Changes {
    values: Map<String, Value>,
    children: Vec<(String, Vec<Map<String, Value>>)>,
    links: Vec<(String, String)>,
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

/// Outcome of writing one row.
pub(super) struct Written {
    pub id: Guid,
    pub created: bool,
}

impl Service<'_> {
    /// `POST set`.
    pub(super) fn create(&mut self, def: &TableDef, call: Call<'_>, prefer: &Prefer) -> Result<Answer, Refusal> {
        let written = self.insert(def, object(call.body)?, None)?;
        self.written(def, &written, call, prefer)
    }

    fn written(&self, def: &TableDef, written: &Written, call: Call<'_>, prefer: &Prefer) -> Result<Answer, Refusal> {
        let location = format!("{}{}({})", self.base, def.set, written.id);
        let answer = match self.store.get(&def.logical, written.id) {
            Some(row) if prefer.representation => {
                let query = Self::query(call)?;
                let mut answer = Answer::ok(self.document(def, row, &query, prefer)?).with("ETag", row.etag());
                answer.status = if written.created { 201 } else { 200 };
                answer
            }
            _ => Answer::no_content(),
        };
        let answer = if written.created {
            answer.with("Location", location.clone())
        } else {
            answer
        };
        Ok(answer.with("OData-EntityId", location).applied(prefer))
    }

    /// Inserts a row; `id` overrides the body's own.
    pub(super) fn insert(
        &mut self,
        def: &TableDef,
        body: Map<String, Value>,
        id: Option<Guid>,
    ) -> Result<Written, Refusal> {
        self.rights.demand(Verb::Create, def)?;
        if def.kind != "Standard" {
            return Err(Refusal::new(
                400,
                "0x80040800",
                format!(
                    "The 'Create' method does not support entities of type '{}'.",
                    def.logical
                ),
            ));
        }
        let own = match body.get(&def.id) {
            None | Some(Value::Null) => None,
            Some(value) => Some(
                value
                    .as_str()
                    .and_then(Guid::parse)
                    .ok_or_else(|| cannot_convert(value, "Edm.Guid"))?,
            ),
        };
        let id = id
            .or(own)
            .unwrap_or_else(|| Guid::derive(&def.logical, &self.store.now()));
        if self.store.get(&def.logical, id).is_some() {
            return Err(duplicate());
        }
        let changes = self.changes(def, body)?;
        let mut values = Map::new();
        for column in def.columns.values() {
            if let Some(default) = &column.default {
                values.insert(column.name.clone(), default.clone());
            }
        }
        let now = self.store.now();
        if def.ownership != Ownership::None {
            values.insert("createdon".into(), json!(now));
            values.insert("modifiedon".into(), json!(now));
            values.insert("createdby".into(), json!(self.user.to_string()));
            values.insert("modifiedby".into(), json!(self.user.to_string()));
        }
        values.extend(changes.values);
        values.retain(|_, value| !value.is_null());
        self.own(def, &mut values);
        rules::before_create(self, def, id, &mut values)?;
        self.unique(def, id, &values)?;
        self.store.put(&def.logical, id, values);
        self.attach(def, id, changes.children, changes.links)?;
        rules::after_create(self, def, id);
        Ok(Written { id, created: true })
    }

    fn own(&self, def: &TableDef, values: &mut Map<String, Value>) {
        if def.ownership != Ownership::User {
            return;
        }
        if !values.contains_key("ownerid") {
            values.insert("ownerid".into(), json!(self.user.to_string()));
            values.insert("ownerid@target".into(), json!("systemuser"));
        }
        let owner = values.get("ownerid").cloned().unwrap_or_default();
        let target = values
            .get("ownerid@target")
            .and_then(Value::as_str)
            .unwrap_or("systemuser")
            .to_owned();
        let (set, unset) = if target == "team" {
            ("owningteam", "owninguser")
        } else {
            ("owninguser", "owningteam")
        };
        values.insert(set.into(), owner.clone());
        values.remove(unset);
        let unit = owner
            .as_str()
            .and_then(Guid::parse)
            .and_then(|id| self.store.get(&target, id)?.guid("businessunitid"));
        if let Some(unit) = unit {
            values.insert("owningbusinessunit".into(), json!(unit.to_string()));
        }
    }

    fn unique(&self, def: &TableDef, id: Guid, values: &Map<String, Value>) -> Result<(), Refusal> {
        for key in &def.keys {
            let wanted: Vec<(&String, &Value)> = key.iter().filter_map(|c| Some((c, values.get(c)?))).collect();
            if wanted.len() != key.len() {
                continue;
            }
            let taken = self
                .store
                .table(&def.logical)
                .rows()
                .any(|row| row.id != id && wanted.iter().all(|(c, v)| super::eval::same(row.value(c), v)));
            if taken {
                return Err(Refusal::new(
                    412,
                    "0x80060892",
                    format!(
                        "Entity Key {} violated. A record with the same value for {} already exists. A duplicate record cannot be created. Select one or more unique values and try again.",
                        key.join("_"),
                        key.join(", ")
                    ),
                ));
            }
        }
        Ok(())
    }

    /// `PATCH set(key)`: an upsert unless `If-Match` or `If-None-Match` says otherwise (Web API, "Perform conditional operations").
    pub(super) fn patch(
        &mut self,
        def: &TableDef,
        key: &str,
        call: Call<'_>,
        prefer: &Prefer,
    ) -> Result<Answer, Refusal> {
        let body = object(call.body)?;
        let if_match = header(call, "if-match");
        let create_only = header(call, "if-none-match").as_deref() == Some("*");
        let written = self.upsert(def, key, body, if_match.as_deref(), create_only)?;
        self.written(def, &written, call, prefer)
    }

    /// Updates the row a key names, or creates it.
    pub(super) fn upsert(
        &mut self,
        def: &TableDef,
        key: &str,
        mut body: Map<String, Value>,
        if_match: Option<&str>,
        create_only: bool,
    ) -> Result<Written, Refusal> {
        match self.resolve_key(def, key) {
            Ok(id) if self.store.get(&def.logical, id).is_some() => {
                if create_only {
                    return Err(duplicate());
                }
                self.match_version(def, id, if_match)?;
                self.update(def, id, body)?;
                Ok(Written { id, created: false })
            }
            Ok(id) if if_match.is_none() => self.insert(def, body, Some(id)),
            Ok(id) => Err(Refusal::no_row(&def.schema_name, id)),
            Err(refusal) if refusal.status == 404 && if_match.is_none() => {
                body.extend(self.alternate_key(def, key)?);
                self.insert(def, body, None)
            }
            Err(refusal) => Err(refusal),
        }
    }

    fn match_version(&self, def: &TableDef, id: Guid, if_match: Option<&str>) -> Result<(), Refusal> {
        let row = self
            .store
            .get(&def.logical, id)
            .ok_or_else(|| Refusal::no_row(&def.schema_name, id))?;
        match if_match {
            None | Some("*" | "null") => Ok(()),
            Some(tag) if same_tag(tag, row) => Ok(()),
            Some(_) => Err(Refusal::version_mismatch()),
        }
    }

    /// Changes an existing row.
    pub(super) fn update(&mut self, def: &TableDef, id: Guid, body: Map<String, Value>) -> Result<(), Refusal> {
        let depth = self.rights.demand(Verb::Write, def)?;
        let row = self
            .store
            .get(&def.logical, id)
            .cloned()
            .ok_or_else(|| Refusal::no_row(&def.schema_name, id))?;
        if !self.rights.reaches(depth, def, &row) {
            return Err(Refusal::new(
                403,
                "0x80040220",
                format!(
                    "Principal user (Id={}, type=8) does not have WriteAccess to {} (Id={id}).",
                    self.user, def.logical
                ),
            ));
        }
        let changes = self.changes(def, body)?;
        if changes
            .values
            .get("ownerid")
            .is_some_and(|owner| owner != row.value("ownerid"))
        {
            self.rights.demand(Verb::Assign, def)?;
        }
        let mut values = row.values.clone();
        values.extend(changes.values);
        values.retain(|_, value| !value.is_null());
        self.own(def, &mut values);
        if def.ownership != Ownership::None {
            values.insert("modifiedon".into(), json!(self.store.now()));
            values.insert("modifiedby".into(), json!(self.user.to_string()));
        }
        rules::before_update(self, def, &row, &mut values)?;
        self.unique(def, id, &values)?;
        self.store.put(&def.logical, id, values);
        self.attach(def, id, changes.children, changes.links)?;
        rules::after_update(self, def, &row);
        Ok(())
    }

    fn attach(
        &mut self,
        def: &TableDef,
        id: Guid,
        children: Vec<(String, Vec<Map<String, Value>>)>,
        links: Vec<(String, String)>,
    ) -> Result<(), Refusal> {
        for (nav, uri) in links {
            let (far, to) = self.resolve_uri(&uri)?;
            self.connect(def, id, &nav, &far, to)?;
        }
        let schema = self.store.schema();
        for (nav, bodies) in children {
            let far = match schema.referrers(&def.logical, &nav) {
                Some((far, _)) => far.clone(),
                None => schema
                    .link(&def.logical, &nav)
                    .and_then(|l| schema.table(l.from(&def.logical)?.1))
                    .cloned()
                    .ok_or_else(|| Refusal::no_property(&nav, &def.type_name()))?,
            };
            for body in bodies {
                let child = self.insert(&far, body, None)?;
                self.connect(def, id, &nav, &far, child.id)?;
            }
        }
        Ok(())
    }

    /// Reads a body's properties against the table.
    fn changes(&mut self, def: &TableDef, body: Map<String, Value>) -> Result<Changes, Refusal> {
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
    pub(super) fn resolve_uri(&self, uri: &str) -> Result<(TableDef, Guid), Refusal> {
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

    /// `DELETE set(key)`.
    pub(super) fn delete(&mut self, def: &TableDef, id: Guid, call: Call<'_>) -> Result<Answer, Refusal> {
        self.remove(def, id, header(call, "if-match").as_deref())?;
        Ok(Answer::no_content())
    }

    /// Removes a row and what only hangs on it.
    pub(crate) fn remove(&mut self, def: &TableDef, id: Guid, if_match: Option<&str>) -> Result<(), Refusal> {
        let depth = self.rights.demand(Verb::Delete, def)?;
        let row = self
            .store
            .get(&def.logical, id)
            .cloned()
            .ok_or_else(|| Refusal::no_row(&def.schema_name, id))?;
        self.match_version(def, id, if_match)?;
        if !self.rights.reaches(depth, def, &row) {
            return Err(Refusal::new(
                403,
                "0x80040220",
                format!(
                    "Principal user (Id={}, type=8) does not have DeleteAccess to {} (Id={id}).",
                    self.user, def.logical
                ),
            ));
        }
        rules::before_delete(self, def, &row)?;
        self.store.remove(&def.logical, id);
        self.unlink(def, id);
        Ok(())
    }

    /// Empties the references to a row that is gone.
    fn unlink(&mut self, def: &TableDef, id: Guid) {
        let schema = self.store.schema();
        for link in &schema.links {
            for (table, column) in &link.sides {
                if *table == def.logical {
                    for row in self.store.referring(&link.intersect, column, id) {
                        self.store.remove(&link.intersect, row.id);
                    }
                }
            }
        }
        for table in schema.tables.values() {
            for column in table
                .columns
                .values()
                .filter(|c| c.targets.iter().any(|t| t.table == def.logical))
            {
                if matches!(column.name.as_str(), "createdby" | "modifiedby") {
                    continue;
                }
                for row in self.store.referring(&table.logical, &column.name, id) {
                    let mut values = row.values.clone();
                    values.remove(&column.name);
                    values.remove(&format!("{}@target", column.name));
                    self.store.put(&table.logical, row.id, values);
                }
            }
        }
    }

    /// `PUT set(key)/property {"value":…}`.
    pub(super) fn put_property(
        &mut self,
        def: &TableDef,
        id: Guid,
        name: &str,
        call: Call<'_>,
    ) -> Result<Answer, Refusal> {
        self.match_version(def, id, header(call, "if-match").as_deref())?;
        let value = object(call.body)?
            .remove("value")
            .ok_or_else(|| Refusal::payload("The body has no 'value'."))?;
        self.update(def, id, Map::from_iter([(name.to_owned(), value)]))?;
        Ok(Answer::no_content())
    }

    /// `DELETE set(key)/property`.
    pub(super) fn clear_property(
        &mut self,
        def: &TableDef,
        id: Guid,
        name: &str,
        call: Call<'_>,
    ) -> Result<Answer, Refusal> {
        self.match_version(def, id, header(call, "if-match").as_deref())?;
        self.update(def, id, Map::from_iter([(name.to_owned(), Value::Null)]))?;
        Ok(Answer::no_content())
    }

    /// Reads rows for other rooms, without a client's options.
    pub(crate) fn all(&self, def: &TableDef) -> Result<Vec<std::sync::Arc<crate::dataverse::store::Row>>, Refusal> {
        self.matching(def, None, &Query::default())
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

fn duplicate() -> Refusal {
    Refusal::new(412, "0x80040237", "A record with matching key values already exists.")
}

fn direct_reference() -> Refusal {
    Refusal::payload(
        "CRM do not support direct update of Entity Reference properties, Use Navigation properties instead.",
    )
}

fn cannot_convert(value: &Value, wanted: &str) -> Refusal {
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

impl Service<'_> {
    /// The row a reference names, for other rooms.
    pub(crate) fn resolve_target(&self, uri: &str) -> Result<(TableDef, Guid), Refusal> {
        self.resolve_uri(uri)
    }
}
