//! How a row is written as JSON: chosen properties, annotations, expansions.

use super::error::Refusal;
use super::eval;
use super::query::{Prefer, Query};
use super::read::PAGE;
use super::service::Service;
use crate::dataverse::schema::{Column, TableDef, Type};
use crate::dataverse::security::Verb;
use crate::dataverse::store::Row;
use serde_json::{Map, Value, json};
use std::sync::Arc;

impl Service<'_> {
    /// A row as a document of its own, with context.
    pub(super) fn document(
        &self,
        def: &TableDef,
        row: &Arc<Row>,
        query: &Query,
        prefer: &Prefer,
    ) -> Result<Value, Refusal> {
        self.check_properties(def, query)?;
        let mut body = self.render(def, row, query, prefer)?;
        if let Some(map) = body.as_object_mut() {
            map.insert("@odata.context".into(), self.context(def, query, true));
        }
        Ok(body)
    }

    pub(super) fn context(&self, def: &TableDef, query: &Query, single: bool) -> Value {
        let chosen = if query.select.is_empty() {
            String::new()
        } else {
            format!("({})", query.select.join(","))
        };
        let tail = if single { "/$entity" } else { "" };
        json!(format!("{}$metadata#{}{chosen}{tail}", self.base, def.set))
    }

    /// A row as JSON: chosen properties, annotations, expansions.
    pub(crate) fn render(
        &self,
        def: &TableDef,
        row: &Arc<Row>,
        query: &Query,
        prefer: &Prefer,
    ) -> Result<Value, Refusal> {
        let mut out = Map::new();
        out.insert("@odata.etag".into(), json!(row.etag()));
        let mut write = |column: &Column| {
            let property = column.property();
            let value = eval::property(def, row, &column.name).unwrap_or(Value::Null);
            for (name, note) in self.annotations(row, column, &value, prefer) {
                out.insert(format!("{property}@{name}"), note);
            }
            out.insert(property, value);
        };
        if query.select.is_empty() {
            for column in def
                .columns
                .values()
                .filter(|c| !matches!(c.kind, Type::PartyList | Type::File))
            {
                write(column);
            }
        } else {
            for name in &query.select {
                if let Some((column, _)) = def.property(name) {
                    write(column);
                } else if let Some((column, _)) = def.lookup_by_nav(name) {
                    write(column);
                }
            }
            if let Some(id) = def.columns.get(&def.id) {
                write(id);
            }
        }
        for expand in &query.expand {
            self.expand(def, row, expand.nav.as_str(), &expand.query, prefer, &mut out)?;
        }
        Ok(Value::Object(out))
    }

    fn expand(
        &self,
        def: &TableDef,
        row: &Arc<Row>,
        nav: &str,
        query: &Query,
        prefer: &Prefer,
        out: &mut Map<String, Value>,
    ) -> Result<(), Refusal> {
        let missing = || Refusal::no_property(nav, &def.type_name());
        let schema = self.store.schema();
        if let Some((column, target)) = def.lookup_by_nav(nav) {
            let pointed = eval::target_table(row, &column.name).unwrap_or(&target.table);
            let far = schema.table(pointed).ok_or_else(missing)?;
            self.rights.demand(Verb::Read, far)?;
            self.check_properties(far, query)?;
            // A several-target lookup shows under the navigation property of the table it points to.
            let ours = column.targets.len() == 1 || column.kind == Type::Owner || pointed == target.table;
            let found = row
                .guid(&column.name)
                .filter(|_| ours)
                .and_then(|id| self.store.get(&far.logical, id));
            let value = match found {
                Some(found) => self.render(far, found, query, prefer)?,
                None => Value::Null,
            };
            out.insert(nav.to_owned(), value);
            return Ok(());
        }
        let (logical, rows) = eval::related(self.store, def, row.id, nav).ok_or_else(missing)?;
        let far = schema.table(&logical).ok_or_else(missing)?;
        let rows = self.matching(far, Some(rows.iter().map(|r| r.id).collect()), query)?;
        let limit = query.top.unwrap_or(PAGE).min(PAGE);
        let more = rows.len() > limit && query.top.is_none();
        let list = rows
            .iter()
            .take(limit)
            .map(|r| self.render(far, r, query, prefer))
            .collect::<Result<_, _>>()?;
        out.insert(nav.to_owned(), Value::Array(list));
        if more {
            let link = format!("{}{}({})/{nav}", self.base, def.set, row.id);
            out.insert(format!("{nav}@odata.nextLink"), json!(link));
        }
        Ok(())
    }

    pub(crate) fn annotations(
        &self,
        row: &Row,
        column: &Column,
        value: &Value,
        prefer: &Prefer,
    ) -> Vec<(&'static str, Value)> {
        let mut notes = Vec::new();
        if prefer.annotations.is_empty() || value.is_null() {
            return notes;
        }
        if column.kind.is_lookup() {
            let logical = eval::target_table(row, &column.name)
                .or_else(|| column.targets.first().map(|t| t.table.as_str()))
                .unwrap_or_default();
            if prefer.wants("Microsoft.Dynamics.CRM.lookuplogicalname") {
                notes.push(("Microsoft.Dynamics.CRM.lookuplogicalname", json!(logical)));
            }
            if prefer.wants("Microsoft.Dynamics.CRM.associatednavigationproperty")
                && let Some(target) = column.targets.iter().find(|t| t.table == logical)
            {
                notes.push(("Microsoft.Dynamics.CRM.associatednavigationproperty", json!(target.nav)));
            }
            if prefer.wants(FORMATTED)
                && let Some(label) = row.guid(&column.name).and_then(|id| self.store.label(logical, id))
            {
                notes.push((FORMATTED, json!(label)));
            }
        } else if prefer.wants(FORMATTED)
            && let Some(text) = formatted(column, value)
        {
            notes.push((FORMATTED, json!(text)));
        }
        notes
    }
}

/// The annotation that carries what a person reads.
pub const FORMATTED: &str = "OData.Community.Display.V1.FormattedValue";

/// A value as a person reads it, in English.
pub fn formatted(column: &Column, value: &Value) -> Option<String> {
    match column.kind {
        Type::Boolean => Some(if value.as_bool()? { "Yes" } else { "No" }.to_owned()),
        Type::Picklist | Type::State | Type::Status => {
            let number = value.as_i64()?;
            column
                .options
                .iter()
                .find(|(v, _)| *v == number)
                .map(|(_, label)| label.clone())
        }
        Type::MultiSelect => {
            let chosen: Vec<&str> = value.as_str()?.split(',').collect();
            let labels = column
                .options
                .iter()
                .filter(|(v, _)| chosen.contains(&v.to_string().as_str()));
            Some(labels.map(|(_, l)| l.as_str()).collect::<Vec<_>>().join("; "))
        }
        Type::Integer | Type::Money | Type::Decimal | Type::Double | Type::BigInt => Some(value.to_string()),
        Type::DateTime => {
            let text = value.as_str()?;
            let date = text.get(..10)?;
            let mut parts = date.split('-').map(|p| p.trim_start_matches('0'));
            let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
            let hour: u32 = text.get(11..13)?.parse().ok()?;
            let half = if hour < 12 { "AM" } else { "PM" };
            let shown = if hour.is_multiple_of(12) { 12 } else { hour % 12 };
            Some(format!("{month}/{day}/{year} {shown}:{} {half}", text.get(14..16)?))
        }
        _ => None,
    }
}
