//! Rows in memory: by id, by every reference, with a journal so that a change set can be taken back.
//!
//! A table whose changes wait to be published has a second layer: its drafts, kept under [`draft_layer`].

use super::directory::Arrivals;
use super::schema::{Schema, TableDef};
use super::solutions::Desk;
use crate::ident::Guid;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// One row. Absent columns are null; lookups are stored under their logical name.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Primary id.
    pub id: Guid,
    /// Row version, the number inside its ETag.
    pub version: u64,
    /// Column values; `<lookup>@target` names the table where a lookup has several.
    pub values: Map<String, Value>,
}

impl Row {
    /// A column's value, null when unset.
    pub fn value(&self, column: &str) -> &Value {
        self.values.get(column).unwrap_or(&Value::Null)
    }

    /// A column's text.
    pub fn text(&self, column: &str) -> Option<&str> {
        self.value(column).as_str()
    }

    /// A column's id.
    pub fn guid(&self, column: &str) -> Option<Guid> {
        Guid::parse(self.text(column)?)
    }

    /// A column that is true; null counts as false.
    pub fn flag(&self, column: &str) -> bool {
        self.value(column).as_bool().unwrap_or(false)
    }

    /// The row's weak ETag.
    pub fn etag(&self) -> String {
        format!("W/\"{}\"", self.version)
    }
}

/// The rows of one table.
#[derive(Debug, Clone, Default)]
pub struct Table {
    rows: BTreeMap<Guid, Arc<Row>>,
    index: HashMap<String, HashMap<Guid, BTreeSet<Guid>>>,
}

impl Table {
    /// All rows, ordered by id.
    pub fn rows(&self) -> impl Iterator<Item = &Arc<Row>> {
        self.rows.values()
    }

    /// One row.
    pub fn get(&self, id: Guid) -> Option<&Arc<Row>> {
        self.rows.get(&id)
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Ids of the rows whose `column` refers to `id`; `None` when the column is not indexed.
    pub fn referring(&self, column: &str, id: Guid) -> Option<Vec<Guid>> {
        let by_id = self.index.get(column)?;
        Some(
            by_id
                .get(&id)
                .map(|ids| ids.iter().copied().collect())
                .unwrap_or_default(),
        )
    }

    fn enter(&mut self, row: Arc<Row>) -> Option<Arc<Row>> {
        for (column, by_id) in &mut self.index {
            if let Some(target) = row.guid(column) {
                by_id.entry(target).or_default().insert(row.id);
            }
        }
        self.rows.insert(row.id, row)
    }

    fn leave(&mut self, id: Guid) -> Option<Arc<Row>> {
        let row = self.rows.remove(&id)?;
        for (column, by_id) in &mut self.index {
            if let Some(ids) = row.guid(column).and_then(|target| by_id.get_mut(&target)) {
                ids.remove(&id);
            }
        }
        Some(row)
    }
}

type Before = (String, Guid, Option<Arc<Row>>);

/// All tables' rows.
#[derive(Debug)]
pub struct Store {
    schema: Arc<Schema>,
    tables: BTreeMap<String, Table>,
    version: u64,
    /// Seconds its time is ahead of its own count.
    ahead: i64,
    journal: Option<Vec<Before>>,
    security_epoch: u64,
    stale: Option<(Table, u32)>,
    read_stale: bool,
    overlay: Option<(String, Table)>,
    empty: Table,
    /// Staged solutions and running imports.
    pub solutions: Desk,
    /// Users on their way from the directory.
    pub arrivals: Arrivals,
}

/// The name under which the unpublished rows of a table are kept.
pub fn draft_layer(logical: &str) -> String {
    format!("{logical}/unpublished")
}

/// First second of the tenant's clock: 2026-11-02T08:00:00Z. Each write is one second later.
const EPOCH: i64 = 1_793_606_400;
const SECURITY: [&str; 7] = [
    "role",
    "roleprivileges",
    "systemuserroles",
    "teamroles",
    "teammembership",
    "team",
    "systemuser",
];

impl Store {
    /// An empty store of that schema.
    pub fn new(schema: Arc<Schema>) -> Self {
        let mut tables = BTreeMap::new();
        for def in schema.tables.values() {
            let mut table = Table::default();
            for column in def.columns.values() {
                let indexed = column.kind.is_lookup()
                    || (def.kind == "Intersect" && column.kind == super::schema::Type::Uniqueidentifier);
                if indexed && !matches!(column.name.as_str(), "createdby" | "modifiedby") {
                    table.index.insert(column.name.clone(), HashMap::new());
                }
            }
            if def.drafts {
                tables.insert(draft_layer(&def.logical), table.clone());
            }
            tables.insert(def.logical.clone(), table);
        }
        Self {
            schema,
            tables,
            version: 1_000_000,
            ahead: 0,
            journal: None,
            security_epoch: 0,
            stale: None,
            read_stale: false,
            overlay: None,
            empty: Table::default(),
            solutions: Desk::default(),
            arrivals: Arrivals::default(),
        }
    }

    /// The schema.
    pub fn schema(&self) -> Arc<Schema> {
        Arc::clone(&self.schema)
    }

    /// A table's rows; an undeclared table is empty.
    pub fn table(&self, logical: &str) -> &Table {
        if self.read_stale
            && logical == "roleprivileges"
            && let Some((table, _)) = &self.stale
        {
            return table;
        }
        if let Some((seen, table)) = &self.overlay
            && seen == logical
        {
            return table;
        }
        self.tables.get(logical).unwrap_or(&self.empty)
    }

    /// From now on a table is read as it will be once everything is published.
    pub fn show_drafts(&mut self, logical: &str) {
        let mut table = self.tables.get(logical).cloned().unwrap_or_default();
        for row in self.table(&draft_layer(logical)).rows() {
            table.leave(row.id);
            table.enter(Arc::clone(row));
        }
        self.overlay = Some((logical.to_owned(), table));
    }

    /// From now on every table is read as published.
    pub fn hide_drafts(&mut self) {
        self.overlay = None;
    }

    /// The row as last changed: its draft, else what is published.
    pub fn latest(&self, logical: &str, id: Guid) -> Option<&Arc<Row>> {
        self.get(&draft_layer(logical), id).or_else(|| self.get(logical, id))
    }

    /// Publishes a row's draft; false when there was none.
    pub fn publish(&mut self, logical: &str, id: Guid) -> bool {
        let layer = draft_layer(logical);
        let Some(draft) = self.get(&layer, id).cloned() else {
            return false;
        };
        let mut values = draft.values.clone();
        values.insert("componentstate".into(), Value::from(0));
        self.put(logical, id, values);
        self.remove(&layer, id)
    }

    /// One row.
    pub fn get(&self, logical: &str, id: Guid) -> Option<&Arc<Row>> {
        self.table(logical).get(id)
    }

    /// Rows whose `column` refers to `id`.
    pub fn referring(&self, logical: &str, column: &str, id: Guid) -> Vec<Arc<Row>> {
        let table = self.table(logical);
        match table.referring(column, id) {
            Some(ids) => ids.into_iter().filter_map(|id| table.get(id).cloned()).collect(),
            None => table
                .rows()
                .filter(|row| row.guid(column) == Some(id))
                .cloned()
                .collect(),
        }
    }

    /// The tenant's time now, as the Web API prints it.
    pub fn now(&self) -> String {
        timestamp(self.seconds())
    }

    fn seconds(&self) -> i64 {
        EPOCH + i64::try_from(self.version - 1_000_000).unwrap_or(0) + self.ahead
    }

    /// From here on it is not earlier than this, in seconds since 1970: what another of the tenant's services does here is
    /// done at the time that one tells.
    pub fn catch_up(&mut self, now: i64) {
        self.ahead += (now - self.seconds()).max(0);
    }

    /// Counts up whenever something changed on which rights depend.
    pub fn security_epoch(&self) -> u64 {
        self.security_epoch
    }

    /// Writes a row as it is and gives it the next version.
    pub fn put(&mut self, logical: &str, id: Guid, values: Map<String, Value>) -> u64 {
        self.version += 1;
        let version = self.version;
        let row = Arc::new(Row { id, version, values });
        self.exchange(logical, id, Some(row));
        version
    }

    /// Removes a row; false when there was none.
    pub fn remove(&mut self, logical: &str, id: Guid) -> bool {
        if self.tables.get(logical).and_then(|t| t.get(id)).is_none() {
            return false;
        }
        self.version += 1;
        self.exchange(logical, id, None);
        true
    }

    fn exchange(&mut self, logical: &str, id: Guid, row: Option<Arc<Row>>) {
        let Some(table) = self.tables.get_mut(logical) else {
            return;
        };
        let before = table.leave(id);
        if let Some(row) = row {
            table.enter(row);
        }
        if let Some(journal) = &mut self.journal {
            journal.push((logical.to_owned(), id, before));
        }
        if SECURITY.contains(&logical) {
            self.security_epoch += 1;
        }
    }

    /// Starts a change set.
    pub fn begin(&mut self) {
        self.journal = Some(Vec::new());
    }

    /// Whether a change set is open.
    pub fn in_change_set(&self) -> bool {
        self.journal.is_some()
    }

    /// Keeps what the change set wrote.
    pub fn commit(&mut self) {
        self.journal = None;
    }

    /// Takes back what the change set wrote.
    pub fn rollback(&mut self) {
        for (logical, id, before) in self.journal.take().unwrap_or_default().into_iter().rev() {
            self.exchange(&logical, id, before);
        }
    }

    /// Removes every row of a table.
    pub fn clear(&mut self, logical: &str) {
        let ids: Vec<Guid> = self.table(logical).rows().map(|row| row.id).collect();
        for id in ids {
            self.exchange(logical, id, None);
        }
    }

    /// Keeps today's role privileges as what the next `reads` requests still see (dialect `privilegecache=late`).
    pub fn remember_privileges(&mut self, reads: u32) {
        let table = match self.stale.take() {
            Some((table, left)) if left > 0 => table,
            _ => self.tables.get("roleprivileges").cloned().unwrap_or_default(),
        };
        self.stale = Some((table, reads));
    }

    /// Opens a request: whether it sees the remembered role privileges.
    pub fn look_back(&mut self, wanted: bool) {
        self.read_stale = wanted && self.stale.is_some();
    }

    /// Counts one late read; after the last one the fresh rows are seen.
    pub fn spend_look_back(&mut self) {
        if self.read_stale
            && let Some((_, left)) = &mut self.stale
        {
            *left = left.saturating_sub(1);
            if *left == 0 {
                self.stale = None;
            }
        }
        self.read_stale = false;
    }

    /// The label a row is called by: its primary name.
    pub fn label(&self, logical: &str, id: Guid) -> Option<String> {
        let def: &TableDef = self.schema.table(logical)?;
        self.get(logical, id)?.text(def.name.as_deref()?).map(str::to_owned)
    }
}

/// Seconds since 1970 as `YYYY-MM-DDTHH:MM:SSZ`.
pub fn timestamp(seconds: i64) -> String {
    let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    // Civil-from-days, Howard Hinnant's algorithm.
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let day = doy - (153 * mp + 2) / 5 + 1;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    let year = yoe + era * 400 + i64::from(month <= 2);
    format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z",
        rest / 3600,
        rest % 3600 / 60,
        rest % 60
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn store() -> Store {
        Store::new(Arc::new(Schema::load(true).unwrap()))
    }

    #[test]
    fn time_is_told_in_the_calendar() {
        assert_eq!(timestamp(0), "1970-01-01T00:00:00Z");
        assert_eq!(timestamp(951_782_400), "2000-02-29T00:00:00Z");
        assert_eq!(timestamp(EPOCH), "2026-11-02T08:00:00Z");
    }

    #[test]
    fn a_change_set_taken_back_leaves_rows_and_index_as_they_were() {
        let mut store = store();
        let (account, contact) = (Guid::derive("account", "a"), Guid::derive("contact", "c"));
        let refers = json!({"name": "a", "primarycontactid": contact.to_string()})
            .as_object()
            .unwrap()
            .clone();
        store.put("account", account, refers);
        let before = store.get("account", account).unwrap().clone();
        store.begin();
        store.put("account", account, json!({"name": "b"}).as_object().unwrap().clone());
        store.remove("account", account);
        store.put("contact", contact, Map::new());
        assert!(store.referring("account", "primarycontactid", contact).is_empty());
        store.rollback();
        assert_eq!(store.get("account", account), Some(&before));
        assert!(store.get("contact", contact).is_none());
        assert_eq!(store.referring("account", "primarycontactid", contact).len(), 1);
    }
}
