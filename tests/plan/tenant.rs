//! A small simulated tenant: rows with ETags, sets of links and counters without conditional writes. It logs who
//! changed what, so that a test can hold the journal against the truth.

use std::collections::{BTreeMap, BTreeSet};

use latchkey::http::{Method, Request, Response};
use serde_json::{Value, json};

pub const BASE: &str = "/api/data/v9.2";

/// Something that has one value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// A column of a row, which has an ETag.
    Field(usize, usize),
    /// A privilege in a role: the name of its depth, or null.
    Link(usize, usize),
    /// A number that an action counts up or down; doing it twice shows.
    Counter(usize),
    /// A row that exists (its name) or not (null).
    Row(usize),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Applied {
    pub ours: bool,
    pub cell: Cell,
    pub from: Value,
    pub to: Value,
}

#[derive(Debug, Clone, Default)]
pub struct Tenant {
    pub cells: BTreeMap<Cell, Value>,
    versions: BTreeMap<String, u64>,
    pub log: Vec<Applied>,
    pub user: String,
    /// How many reads of a role still show it as it was after a change.
    pub lag: u32,
    stale: BTreeMap<usize, (u32, Value)>,
}

/// The GUID of a privilege, as the tenant writes it.
pub fn privilege(number: usize) -> String {
    format!("aaaaaaaa-0000-4000-8000-{number:012x}")
}

impl Tenant {
    pub fn new(cells: BTreeMap<Cell, Value>, lag: u32) -> Self {
        Self {
            cells,
            user: "admin".into(),
            lag,
            ..Self::default()
        }
    }

    pub fn set(&mut self, cell: &Cell, to: Value, ours: bool) {
        if let Cell::Link(role, _) = cell {
            let now = self.role(*role);
            if self.lag > 0 {
                self.stale.entry(*role).or_insert((self.lag, now));
            }
        }
        let from = self.cells.insert(cell.clone(), to.clone()).unwrap_or(Value::Null);
        *self.versions.entry(row_of(cell)).or_default() += 1;
        self.log.push(Applied {
            ours,
            cell: cell.clone(),
            from,
            to,
        });
    }

    /// From now on every read is fresh.
    pub fn catch_up(&mut self) {
        self.lag = 0;
        self.stale.clear();
    }

    fn role(&self, role: usize) -> Value {
        let links = self.cells.iter().filter_map(|(cell, depth)| match cell {
            Cell::Link(of, number) if *of == role && !depth.is_null() => {
                Some(json!({"PrivilegeId": privilege(*number), "Depth": depth}))
            }
            _ => None,
        });
        json!({"RolePrivileges": links.collect::<Vec<_>>()})
    }

    fn etag(&self, key: &str) -> String {
        format!("W/\"{}\"", self.versions.get(key).copied().unwrap_or_default())
    }

    pub fn handle(&mut self, request: &Request) -> Response {
        let path = request.path.strip_prefix(BASE).unwrap();
        if path == "/WhoAmI" {
            return ok(&json!({"UserId": self.user, "OrganizationId": "org"}));
        }
        let (kind, rest) = path.trim_start_matches('/').split_once('(').unwrap();
        let (number, action) = rest.split_once(')').unwrap();
        let number: usize = number.parse().unwrap();
        let body: Value = request
            .body
            .as_deref()
            .map_or(Value::Null, |body| serde_json::from_str(body).unwrap());
        match (kind, request.method) {
            ("fields", Method::Get) => {
                let changed = |applied: &&Applied| matches!(applied.cell, Cell::Field(of, _) if of == number);
                let ours = self.log.iter().rev().find(changed).is_some_and(|applied| applied.ours);
                let mut row = json!({
                    "@odata.etag": self.etag(&row_of(&Cell::Field(number, 0))),
                    "_modifiedby_value": if ours { "ADMIN" } else { "somebody" },
                });
                for (cell, value) in &self.cells {
                    if let Cell::Field(of, column) = cell
                        && *of == number
                    {
                        row[format!("c{column}")] = value.clone();
                    }
                }
                ok(&row)
            }
            ("fields", Method::Patch) => {
                if let Some(moved) = self.moved(request, &row_of(&Cell::Field(number, 0))) {
                    return moved;
                }
                for (name, value) in body.as_object().unwrap() {
                    let column = name.strip_prefix('c').unwrap().parse().unwrap();
                    self.set(&Cell::Field(number, column), value.clone(), true);
                }
                empty()
            }
            ("roles", Method::Get) => {
                if let Some((left, old)) = self.stale.get_mut(&number) {
                    *left -= 1;
                    let old = old.clone();
                    if *left == 0 {
                        self.stale.remove(&number);
                    }
                    return ok(&old);
                }
                ok(&self.role(number))
            }
            ("roles", Method::Post) => {
                let id = body["PrivilegeId"].as_str().unwrap().to_ascii_lowercase();
                let link = (0..64).find(|number| privilege(*number) == id).unwrap();
                let depth = match body["Depth"].as_str() {
                    Some("0") => json!("Basic"),
                    Some("3") => json!("Global"),
                    _ => Value::Null,
                };
                assert_eq!(action == "/Remove", depth.is_null());
                self.set(&Cell::Link(number, link), depth, true);
                empty()
            }
            ("counters", Method::Get) => ok(&json!({"value": self.cells[&Cell::Counter(number)]})),
            ("counters", Method::Post) => {
                let now = self.cells[&Cell::Counter(number)].as_i64().unwrap();
                let by = if action == "/Up" { 1 } else { -1 };
                self.set(&Cell::Counter(number), json!(now + by), true);
                empty()
            }
            ("rows", method) => {
                let cell = Cell::Row(number);
                let exists = self.cells.get(&cell).is_some_and(|name| !name.is_null());
                match method {
                    Method::Get if exists => {
                        ok(&json!({"@odata.etag": self.etag(&row_of(&cell)), "name": self.cells[&cell]}))
                    }
                    Method::Patch if exists => {
                        error(412, "0x80040237", "A record with matching key values already exists.")
                    }
                    Method::Patch => {
                        assert_eq!(request.headers.get("if-none-match").map(String::as_str), Some("*"));
                        self.set(&cell, body["name"].clone(), true);
                        empty()
                    }
                    Method::Delete if exists => {
                        if let Some(moved) = self.moved(request, &row_of(&cell)) {
                            return moved;
                        }
                        self.set(&cell, Value::Null, true);
                        empty()
                    }
                    _ => error(404, "0x80040217", "Does Not Exist"),
                }
            }
            other => panic!("no such request: {other:?}"),
        }
    }

    fn moved(&self, request: &Request, key: &str) -> Option<Response> {
        let wanted = request
            .headers
            .get("if-match")
            .expect("an update without If-Match would be an upsert");
        (*wanted != self.etag(key)).then(|| {
            error(
                412,
                "0x80060882",
                "The version of the existing record doesn't match the RowVersion property provided.",
            )
        })
    }

    /// Cells somebody else changed.
    pub fn foreign(&self) -> BTreeSet<Cell> {
        self.log
            .iter()
            .filter(|one| !one.ours)
            .map(|one| one.cell.clone())
            .collect()
    }
}

/// What has a version of its own.
fn row_of(cell: &Cell) -> String {
    match cell {
        Cell::Field(row, _) => format!("fields{row}"),
        other => format!("{other:?}"),
    }
}

pub fn ok(body: &Value) -> Response {
    Response {
        status: 200,
        headers: latchkey::sorted::Sorted::new(),
        body: body.to_string(),
    }
}

pub fn empty() -> Response {
    Response {
        status: 204,
        headers: latchkey::sorted::Sorted::new(),
        body: String::new(),
    }
}

pub fn error(status: u16, code: &str, message: &str) -> Response {
    Response {
        status,
        headers: latchkey::sorted::Sorted::new(),
        body: json!({"error": {"code": code, "message": message}}).to_string(),
    }
}
