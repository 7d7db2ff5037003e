//! Writes: create, update, upsert, delete, single properties, with ETags and alternate keys.

use super::error::Refusal;
use super::payload::{cannot_convert, object};
use super::query::{Prefer, Query};
use super::read::{header, same_tag};
use super::service::{Answer, Call, Service};
use crate::dataverse::schema::{Ownership, TableDef};
use crate::dataverse::security::Verb;
use crate::dataverse::store::draft_layer;
use crate::dataverse::{components, rules};
use crate::ident::Guid;
use serde_json::{Map, Value, json};

/// Outcome of writing one row.
pub(crate) struct Written {
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
        let answer = match self.store.latest(&def.logical, written.id) {
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
    pub(crate) fn insert(
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
        if self.store.latest(&def.logical, id).is_some() {
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
        self.store.put(&components::layer_of_new(def), id, values);
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
            Ok(id) if self.store.latest(&def.logical, id).is_some() => {
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
        // Whether a conditional write looks at the draft or at what is published is unproven: a dialect.
        let published = self
            .store
            .get(&def.logical, id)
            .filter(|_| self.org.answers("draftetag", "published"));
        let row = published
            .or_else(|| self.store.latest(&def.logical, id))
            .ok_or_else(|| Refusal::no_row(&def.schema_name, id))?;
        match if_match {
            None | Some("*" | "null") => Ok(()),
            Some(tag) if same_tag(tag, row) => Ok(()),
            Some(_) => Err(Refusal::version_mismatch()),
        }
    }

    /// Changes an existing row.
    pub(crate) fn update(&mut self, def: &TableDef, id: Guid, body: Map<String, Value>) -> Result<(), Refusal> {
        let depth = self.rights.demand(Verb::Write, def)?;
        let row = self
            .store
            .latest(&def.logical, id)
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
        if def.drafts {
            values.insert("componentstate".into(), json!(1));
            self.store.put(&draft_layer(&def.logical), id, values);
        } else {
            self.store.put(&def.logical, id, values);
        }
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
            .latest(&def.logical, id)
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
        self.store.remove(&draft_layer(&def.logical), id);
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

fn duplicate() -> Refusal {
    Refusal::new(412, "0x80040237", "A record with matching key values already exists.")
}
