//! Reads: lists with paging, single rows, properties, navigation, and how a row is written as JSON.

use super::error::Refusal;
use super::eval::{self, RowScope};
use super::query::{Prefer, Query, write_skip_token};
use super::service::{Answer, Call, Payload, Service};
use super::url::{self, Segment};
use crate::dataverse::schema::TableDef;
use crate::dataverse::security::Verb;
use crate::dataverse::store::Row;
use crate::ident::Guid;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json};
use std::cmp::Ordering;
use std::sync::Arc;

/// Most rows on a page, and most a count tells (Web API, "Page results", "Count rows").
pub const PAGE: usize = 5000;

impl Service<'_> {
    /// The rows of a table the caller may see, filtered and ordered; `among` narrows to those ids.
    pub(crate) fn matching(
        &self,
        def: &TableDef,
        among: Option<Vec<Guid>>,
        query: &Query,
    ) -> Result<Vec<Arc<Row>>, Refusal> {
        let depth = self.rights.demand(Verb::Read, def)?;
        self.check_properties(def, query)?;
        let table = self.store.table(&def.logical);
        let among = among
            .or_else(|| {
                query
                    .filter
                    .as_ref()
                    .and_then(|expr| eval::candidates(expr, self.store, def))
            })
            .map(|ids| {
                ids.into_iter()
                    .filter_map(|id| table.get(id).cloned())
                    .collect::<Vec<_>>()
            });
        let all = among.unwrap_or_else(|| table.rows().cloned().collect());
        let mut rows = Vec::new();
        for row in all {
            if !self.rights.reaches(depth, def, &row) {
                continue;
            }
            if let Some(filter) = &query.filter
                && !eval::holds(filter, &self.scope(def, &row))?
            {
                continue;
            }
            rows.push(row);
        }
        self.order(def, &mut rows, query)?;
        Ok(rows)
    }

    fn scope<'s>(&'s self, def: &'s TableDef, row: &Arc<Row>) -> RowScope<'s> {
        RowScope {
            store: self.store,
            def,
            row: Arc::clone(row),
            caller: self.user,
        }
    }

    /// Refuses unknown properties even where no row would show the fault.
    pub(super) fn check_properties(&self, def: &TableDef, query: &Query) -> Result<(), Refusal> {
        let probe = Arc::new(Row {
            id: self.user,
            version: 0,
            values: Map::new(),
        });
        if let Some(filter) = &query.filter {
            eval::holds(filter, &self.scope(def, &probe))?;
        }
        for (path, _) in &query.orderby {
            use super::eval::Scope;
            self.scope(def, &probe).value(path)?;
        }
        for name in &query.select {
            if def.property(name).is_none() && def.lookup_by_nav(name).is_none() {
                return Err(Refusal::no_property(name, &def.type_name()));
            }
        }
        Ok(())
    }

    fn order(&self, def: &TableDef, rows: &mut [Arc<Row>], query: &Query) -> Result<(), Refusal> {
        use super::eval::Scope;
        if query.orderby.is_empty() {
            return Ok(());
        }
        let mut keyed = Vec::with_capacity(rows.len());
        for row in rows.iter() {
            let scope = self.scope(def, row);
            let keys = query
                .orderby
                .iter()
                .map(|(path, _)| scope.value(path))
                .collect::<Result<Vec<_>, _>>()?;
            let keys: Vec<Value> = keys
                .into_iter()
                .map(|key| match key {
                    Value::String(text) => Value::String(text.to_lowercase()),
                    other => other,
                })
                .collect();
            keyed.push((keys, Arc::clone(row)));
        }
        keyed.sort_by(|(a, _), (b, _)| {
            for ((left, right), (_, descending)) in a.iter().zip(b).zip(&query.orderby) {
                // Nulls come first, as in the database.
                let order = match (left, right) {
                    (Value::Null, Value::Null) => Ordering::Equal,
                    (Value::Null, _) => Ordering::Less,
                    (_, Value::Null) => Ordering::Greater,
                    (Value::String(a), Value::String(b)) => a.cmp(b),
                    _ => eval::compare(left, right).unwrap_or(Ordering::Equal),
                };
                let order = if *descending { order.reverse() } else { order };
                if order != Ordering::Equal {
                    return order;
                }
            }
            Ordering::Equal
        });
        for (slot, (_, row)) in rows.iter_mut().zip(keyed) {
            *slot = row;
        }
        Ok(())
    }

    /// A list: `GET set` or a collection-valued navigation property.
    pub(crate) fn list(
        &self,
        def: &TableDef,
        among: Option<Vec<Guid>>,
        call: Call<'_>,
        prefer: &Prefer,
    ) -> Result<Answer, Refusal> {
        let query = Self::query(call)?;
        if let Some(xml) = &query.fetch_xml {
            return self.fetch(def, xml, prefer);
        }
        let query = match &query.sql {
            Some(sql) => super::sql::translate(sql, def)?,
            None => query,
        };
        let rows = self.matching(def, among, &query)?;
        let total = rows.len();
        // With a page size asked for, `$top` is ignored (Web API, "Page results").
        let size = prefer.page_size.or(query.top).unwrap_or(PAGE).min(PAGE);
        let paged = prefer.page_size.is_some() || query.top.is_none();
        let page: Vec<Value> = rows
            .iter()
            .skip(query.skip)
            .take(size)
            .map(|row| self.render(def, row, &query, prefer))
            .collect::<Result<_, _>>()?;
        let end = query.skip + page.len();
        let mut body = Map::new();
        body.insert("@odata.context".into(), self.context(def, &query, false));
        if query.count {
            body.insert("@odata.count".into(), json!(total.min(PAGE)));
            if prefer.wants("Microsoft.Dynamics.CRM.totalrecordcount") {
                body.insert(
                    "@Microsoft.Dynamics.CRM.totalrecordcount".into(),
                    json!(total.min(PAGE)),
                );
                body.insert(
                    "@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded".into(),
                    json!(total > PAGE),
                );
            }
        }
        body.insert("value".into(), Value::Array(page));
        if paged && end < total {
            body.insert("@odata.nextLink".into(), json!(self.next_link(call, end, size)));
        }
        Ok(Answer::ok(Value::Object(body)).applied(prefer))
    }

    fn next_link(&self, call: Call<'_>, first: usize, size: usize) -> String {
        let kept: Vec<&str> = call
            .query
            .trim_start_matches('?')
            .split('&')
            .filter(|piece| !piece.is_empty() && !url::decode_query(piece).starts_with("$skiptoken="))
            .collect();
        let token = write_skip_token(first / size.max(1) + 1, first);
        let token = utf8_percent_encode(&token, NON_ALPHANUMERIC);
        let joint = if kept.is_empty() {
            String::new()
        } else {
            format!("{}&", kept.join("&"))
        };
        format!(
            "{}{}?{joint}$skiptoken={token}",
            self.base,
            call.path.trim_end_matches('/')
        )
    }

    /// `/$count`, as text.
    pub(super) fn count(&self, def: &TableDef, among: Option<Vec<Guid>>, call: Call<'_>) -> Result<Answer, Refusal> {
        let rows = self.matching(def, among, &Self::query(call)?)?;
        let body = Payload::Text("text/plain".into(), rows.len().min(PAGE).to_string());
        Ok(Answer {
            status: 200,
            headers: Vec::new(),
            body,
        })
    }

    /// One row, 304 where the client has it already.
    pub(crate) fn single(&self, def: &TableDef, id: Guid, call: Call<'_>, prefer: &Prefer) -> Result<Answer, Refusal> {
        let row = self.visible(def, id)?;
        let query = Self::query(call)?;
        let plain = query.expand.is_empty() && prefer.annotations.is_empty();
        if plain && matches!(header(call, "if-none-match"), Some(tag) if tag != "null" && same_tag(&tag, &row)) {
            return Ok(Answer {
                status: 304,
                headers: vec![("ETag".into(), row.etag())],
                body: Payload::None,
            });
        }
        let body = self.document(def, &row, &query, prefer)?;
        Ok(Answer::ok(body).with("ETag", row.etag()).applied(prefer))
    }

    /// The row, if it exists and the caller's read privilege reaches it.
    pub(crate) fn visible(&self, def: &TableDef, id: Guid) -> Result<Arc<Row>, Refusal> {
        let depth = self.rights.demand(Verb::Read, def)?;
        let row = self
            .store
            .get(&def.logical, id)
            .ok_or_else(|| Refusal::no_row(&def.schema_name, id))?;
        if !self.rights.reaches(depth, def, row) {
            return Err(Refusal::new(
                403,
                "0x80040220",
                format!(
                    "Principal user (Id={}, type=8) does not have ReadAccess to {} (Id={id}).",
                    self.user, def.logical
                ),
            ));
        }
        Ok(Arc::clone(row))
    }

    /// `GET set(id)/property`, and `/$value`.
    pub(super) fn property_value(&self, def: &TableDef, id: Guid, name: &str, raw: bool) -> Result<Answer, Refusal> {
        let row = self.visible(def, id)?;
        let value = eval::property(def, &row, name).ok_or_else(|| Refusal::no_segment(name))?;
        if value.is_null() {
            return Ok(Answer::no_content());
        }
        if raw {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            return Ok(Answer {
                status: 200,
                headers: Vec::new(),
                body: Payload::Text("text/plain".into(), text),
            });
        }
        let context = format!("{}$metadata#{}({id})/{name}", self.base, def.set);
        Ok(Answer::ok(json!({"@odata.context": context, "value": value})))
    }

    /// `GET set(id)/navigation`, with `/$ref` or `/$count`.
    pub(super) fn navigate(
        &self,
        def: &TableDef,
        id: Guid,
        nav: &Segment,
        tail: &[Segment],
        call: Call<'_>,
        prefer: &Prefer,
    ) -> Result<Answer, Refusal> {
        let row = self.visible(def, id)?;
        let missing = || Refusal::no_segment(&nav.name);
        let schema = self.store.schema();
        let references = tail.first().is_some_and(|s| s.name == "$ref");
        if let Some((column, target)) = def.lookup_by_nav(&nav.name) {
            let Some(to) = row.guid(&column.name) else {
                return Ok(Answer::no_content());
            };
            let logical = eval::target_table(&row, &column.name).unwrap_or(&target.table);
            let far = schema.table(logical).ok_or_else(missing)?;
            if references {
                return Ok(Answer::ok(json!({
                    "@odata.context": format!("{}$metadata#$ref", self.base),
                    "@odata.id": format!("{}{}({to})", self.base, far.set),
                })));
            }
            return self.single(far, to, call, prefer);
        }
        let (logical, rows) = eval::related(self.store, def, id, &nav.name).ok_or_else(missing)?;
        let far = schema.table(&logical).ok_or_else(missing)?;
        let ids: Vec<Guid> = match nav.arguments.as_deref() {
            Some(key) => {
                let key = self.resolve_key(far, key)?;
                return match rows.iter().any(|r| r.id == key) {
                    true => self.single(far, key, call, prefer),
                    false => Err(Refusal::no_row(&far.schema_name, key)),
                };
            }
            None => rows.iter().map(|r| r.id).collect(),
        };
        match tail.first().map(|s| s.name.as_str()) {
            Some("$count") => self.count(far, Some(ids), call),
            Some("$ref") => {
                let list: Vec<Value> = self
                    .matching(far, Some(ids), &Self::query(call)?)?
                    .iter()
                    .map(|r| json!({"@odata.id": format!("{}{}({})", self.base, far.set, r.id)}))
                    .collect();
                Ok(Answer::ok(
                    json!({"@odata.context": format!("{}$metadata#Collection($ref)", self.base), "value": list}),
                ))
            }
            Some(other) => Err(Refusal::no_segment(other)),
            None => self.list(far, Some(ids), call, prefer),
        }
    }
}

/// A request header as text.
pub fn header(call: Call<'_>, name: &str) -> Option<String> {
    call.headers
        .get(name)
        .map(|v| String::from_utf8_lossy(v.as_bytes()).trim().to_owned())
}

/// Whether an `If-Match` or `If-None-Match` tag names this version of the row.
pub fn same_tag(tag: &str, row: &Row) -> bool {
    let bare = |t: &str| t.trim().trim_start_matches("W/").trim_matches('"').to_owned();
    tag.split(',').any(|t| bare(t) == row.version.to_string())
}

impl Answer {
    /// Says which preferences were applied.
    pub(crate) fn applied(mut self, prefer: &Prefer) -> Self {
        let mut applied = Vec::new();
        if let Some(size) = prefer.page_size {
            applied.push(format!("odata.maxpagesize={size}"));
        }
        if !prefer.annotations.is_empty() {
            applied.push(format!(
                "odata.include-annotations=\"{}\"",
                prefer.annotations.join(",")
            ));
        }
        if prefer.representation
            && matches!(self.status, 200 | 201)
            && self.headers.iter().any(|(n, _)| n == "OData-EntityId")
        {
            applied.push("return=representation".to_owned());
        }
        if !applied.is_empty() {
            self.headers.push(("Preference-Applied".into(), applied.join(",")));
        }
        self
    }
}
