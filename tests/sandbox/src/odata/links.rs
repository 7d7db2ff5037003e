//! Associating and disassociating rows: `$ref` on lookups and collections.

use super::error::Refusal;
use super::payload::{object, set_lookup};
use super::service::{Answer, Call, Service};
use super::url::{self, Segment};
use crate::dataverse::rules;
use crate::dataverse::schema::TableDef;
use crate::dataverse::security::Verb;
use crate::ident::Guid;
use serde_json::{Map, Value, json};

impl Service<'_> {
    /// `POST|PUT set(id)/navigation/$ref {"@odata.id": …}`.
    pub(super) fn associate(&mut self, def: &TableDef, id: Guid, nav: &str, call: Call<'_>) -> Result<Answer, Refusal> {
        let body = object(call.body)?;
        let uri = body.get("@odata.id").and_then(Value::as_str);
        let uri = uri.ok_or_else(|| Refusal::payload("The body has no '@odata.id'."))?;
        if self.store.get(&def.logical, id).is_none() {
            return Err(Refusal::no_row(&def.schema_name, id));
        }
        let (far, to) = self.resolve_uri(uri)?;
        self.connect(def, id, nav, &far, to)?;
        Ok(Answer::no_content())
    }

    /// Connects two rows through a navigation property of the first.
    pub(super) fn connect(
        &mut self,
        def: &TableDef,
        id: Guid,
        nav: &str,
        far: &TableDef,
        to: Guid,
    ) -> Result<(), Refusal> {
        let schema = self.store.schema();
        if self.store.get(&far.logical, to).is_none() {
            // A role that is not there has its own code (Web API, "Associate"; seen in Microsoft's Terraform provider).
            return Err(if far.logical == "role" {
                Refusal::new(404, "0x80060888", format!("Role With Id = {to} Does Not Exist"))
            } else {
                Refusal::no_row(&far.schema_name, to)
            });
        }
        if let Some(link) = schema.link(&def.logical, nav) {
            let (near, far_table, far_column) = link.from(&def.logical).ok_or_else(|| Refusal::no_segment(nav))?;
            if far_table != far.logical {
                return Err(Refusal::bad(format!(
                    "A resource of '{}' cannot be linked by '{nav}'.",
                    far.set
                )));
            }
            rules::before_link(self, &link.intersect, def, id, to)?;
            if self
                .store
                .referring(&link.intersect, near, id)
                .iter()
                .any(|row| row.guid(far_column) == Some(to))
            {
                return Ok(());
            }
            let [(_, first), _] = &link.sides;
            let (a, b) = if first == near { (id, to) } else { (to, id) };
            let values = Map::from_iter([
                (near.to_owned(), json!(id.to_string())),
                (far_column.to_owned(), json!(to.to_string())),
            ]);
            let link_id = Guid::derive(&link.intersect, &format!("{a}{b}"));
            self.store.put(&link.intersect, link_id, values);
            return Ok(());
        }
        if let Some((column, _)) = def.lookup_by_nav(nav) {
            self.rights.demand(Verb::Write, def)?;
            let row = self
                .store
                .get(&def.logical, id)
                .cloned()
                .ok_or_else(|| Refusal::no_row(&def.schema_name, id))?;
            let mut values = row.values.clone();
            set_lookup(&mut values, column, &far.logical, to);
            self.store.put(&def.logical, id, values);
            return Ok(());
        }
        let (referrer, column) = schema
            .referrers(&def.logical, nav)
            .ok_or_else(|| Refusal::no_segment(nav))?;
        self.rights.demand(Verb::Write, referrer)?;
        let row = self.store.get(&referrer.logical, to).cloned();
        let row = row.ok_or_else(|| Refusal::no_row(&referrer.schema_name, to))?;
        let mut values = row.values.clone();
        set_lookup(&mut values, column, &def.logical, id);
        self.store.put(&referrer.logical, to, values);
        Ok(())
    }

    /// `DELETE set(id)/navigation(key)/$ref`, `…/navigation/$ref?$id=…`, `…/lookup/$ref`.
    pub(super) fn disassociate(
        &mut self,
        def: &TableDef,
        id: Guid,
        nav: &Segment,
        call: Call<'_>,
    ) -> Result<Answer, Refusal> {
        let schema = self.store.schema();
        let row = self
            .store
            .get(&def.logical, id)
            .cloned()
            .ok_or_else(|| Refusal::no_row(&def.schema_name, id))?;
        if let Some((column, _)) = def.lookup_by_nav(&nav.name) {
            self.rights.demand(Verb::Write, def)?;
            let mut values = row.values.clone();
            values.remove(&column.name);
            values.remove(&format!("{}@target", column.name));
            self.store.put(&def.logical, id, values);
            return Ok(Answer::no_content());
        }
        let uri = url::pairs(call.query)
            .into_iter()
            .find(|(name, _)| name == "$id")
            .map(|(_, value)| value);
        let to = match (&nav.arguments, &uri) {
            (Some(key), _) => Guid::parse(&url::unquote(key)),
            (None, Some(uri)) => Some(self.resolve_uri(uri)?.1),
            (None, None) => None,
        };
        let to = to.ok_or_else(|| Refusal::bad("The reference to remove is not named."))?;
        if let Some(link) = schema.link(&def.logical, &nav.name) {
            let (near, _, far) = link.from(&def.logical).ok_or_else(|| Refusal::no_segment(&nav.name))?;
            rules::before_unlink(self, &link.intersect, def, id, to)?;
            for row in self.store.referring(&link.intersect, near, id) {
                if row.guid(far) == Some(to) {
                    self.store.remove(&link.intersect, row.id);
                }
            }
            return Ok(Answer::no_content());
        }
        let (referrer, column) = schema
            .referrers(&def.logical, &nav.name)
            .ok_or_else(|| Refusal::no_segment(&nav.name))?;
        self.rights.demand(Verb::Write, referrer)?;
        let row = self.store.get(&referrer.logical, to).cloned();
        let row = row.ok_or_else(|| Refusal::no_row(&referrer.schema_name, to))?;
        if row.guid(&column.name) == Some(id) {
            let mut values = row.values.clone();
            values.remove(&column.name);
            values.remove(&format!("{}@target", column.name));
            self.store.put(&referrer.logical, to, values);
        }
        Ok(Answer::no_content())
    }
}
