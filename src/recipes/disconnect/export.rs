//! The three views as files: CSV that no spreadsheet takes for a formula, and JSON.

use serde_json::{Value, json};

use super::ask::{Mark, SITUATIONS, situations};
use super::choices::{Choices, holding_today};
use super::observed::{Observed, Toggle};
use super::planning::RECIPE;
use crate::domain::day::Day;
use crate::domain::organization::Organization;
use crate::domain::reading::Reading;
use crate::http::Millis;
use crate::sorted::Sorted;

/// Which view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// Record types with their switches and the four situations of an ordinary user.
    RecordTypes,
    /// Users who hold the right, with every role and team that gives it.
    Users,
    /// Roles and how far they hold the privilege.
    Roles,
}

impl View {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::RecordTypes, Self::Users, Self::Roles];

    /// Part of the file's name, and its key in the JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::RecordTypes => "recordTypes",
            Self::Users => "users",
            Self::Roles => "roles",
        }
    }
}

/// One view as CSV (RFC 4180), headed by when, where and how completely it was read. `read_at` is the time in words.
pub fn csv(observed: &Observed, view: View, read_at: &str) -> String {
    csv_file(&observed.organization, read_at, table(observed, view))
}

/// A table as CSV, headed likewise.
pub(crate) fn csv_file(organization: &Organization, read_at: &str, table: Table) -> String {
    let mut rows = vec![
        vec!["environment".to_owned(), organization.name.clone()],
        vec!["host".to_owned(), organization.host.clone()],
        vec!["read".to_owned(), read_at.to_owned()],
        vec!["completeness".to_owned(), table.completeness.to_owned()],
        Vec::new(),
        table.columns.iter().map(|column| (*column).to_owned()).collect(),
    ];
    rows.extend(table.rows.into_iter().map(|row| row.iter().map(plain).collect()));
    let mut csv = String::new();
    for row in rows {
        csv.push_str(&row.iter().map(|cell| escaped(cell)).collect::<Vec<_>>().join(","));
        csv.push_str("\r\n");
    }
    csv
}

/// All views as JSON, headed likewise.
pub fn json(observed: &Observed) -> Value {
    json_file(
        RECIPE,
        &observed.organization,
        &observed.admin.upn,
        observed.read_at,
        View::ALL.map(|view| (view.key(), table(observed, view))),
    )
}

/// Tables as JSON, headed likewise.
pub(crate) fn json_file<const N: usize>(
    recipe: &str,
    organization: &Organization,
    read_by: &str,
    read_at: Millis,
    tables: [(&'static str, Table); N],
) -> Value {
    let mut document = json!({
        "latchkey": recipe,
        "environment": organization.name,
        "organizationId": organization.id,
        "host": organization.host,
        "readAt": iso(read_at),
        "readBy": read_by,
    });
    for (key, table) in tables {
        let rows: Vec<Value> = table
            .rows
            .into_iter()
            .map(|row| {
                table
                    .columns
                    .iter()
                    .map(|column| (*column).to_owned())
                    .zip(row)
                    .collect()
            })
            .collect();
        if let Some(document) = document.as_object_mut() {
            document.insert(
                key.to_owned(),
                json!({"completeness": table.completeness, "rows": rows}),
            );
        }
    }
    document
}

/// What a file holds.
pub(crate) struct Table {
    pub(crate) completeness: &'static str,
    pub(crate) columns: &'static [&'static str],
    pub(crate) rows: Vec<Vec<Value>>,
}

pub(crate) const fn completeness<T>(reading: &Reading<T>) -> &'static str {
    match reading {
        Reading::Complete(_) => "complete",
        Reading::Partial { .. } => "partial",
        Reading::Unreadable(_) => "unreadable",
    }
}

fn table(observed: &Observed, view: View) -> Table {
    match view {
        View::RecordTypes => Table {
            completeness: completeness(&observed.record_types),
            columns: &[
                "recordType",
                "logicalName",
                "ownerMayDisconnect",
                "connectorMayDisconnect",
                "ownerAndConnector",
                "ownerOnly",
                "connectorOnly",
                "neither",
            ],
            rows: record_types(observed),
        },
        View::Users => Table {
            completeness: completeness(&observed.holders),
            columns: &["user", "userPrincipalName", "title", "businessUnit", "role", "team"],
            rows: holders(observed),
        },
        View::Roles => Table {
            completeness: completeness(&observed.roles),
            columns: &["role", "default", "managed", "customizable", "depth", "givesRight"],
            rows: observed
                .roles
                .value()
                .into_iter()
                .flatten()
                .map(|role| {
                    vec![
                        json!(role.name),
                        json!(role.default.is_some()),
                        json!(role.managed),
                        json!(role.customizable),
                        json!(role.depth.map_or("", |depth| depth.name())),
                        json!(role.gives_right()),
                    ]
                })
                .collect(),
        },
    }
}

fn record_types(observed: &Observed) -> Vec<Vec<Value>> {
    let nothing = Choices::default();
    observed
        .record_types
        .value()
        .into_iter()
        .flatten()
        .map(|record_type| {
            let mut row = vec![
                json!(record_type.name),
                json!(record_type.logical_name),
                json!(record_type.is_on(Toggle::Owner)),
                json!(record_type.is_on(Toggle::Connector)),
            ];
            let cells: [_; SITUATIONS.len()] = situations(record_type, &nothing, false, false);
            row.extend(cells.map(|cell| json!(cell.today != Mark::No)));
            row
        })
        .collect()
}

/// One row per user and way.
fn holders(observed: &Observed) -> Vec<Vec<Value>> {
    let (Some(users), Some(roles), Some(assignments), Some(_)) = (
        observed.users.value(),
        observed.roles.value(),
        observed.assignments.value(),
        observed.holders.value(),
    ) else {
        return Vec::new();
    };
    let by_id: Sorted<&str, _> = users.iter().map(|user| (user.id.as_str(), user)).collect();
    let mut rows = Vec::new();
    for holder in assignments.holders(&holding_today(roles)) {
        let Some(user) = by_id.get(holder.user_id.as_str()) else {
            continue;
        };
        for grant in holder.grants {
            rows.push(vec![
                json!(user.name),
                json!(user.upn),
                json!(user.title),
                json!(user.business_unit),
                json!(grant.role),
                json!(grant.team),
            ]);
        }
    }
    rows
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// Quoted where RFC 4180 wants it; what a spreadsheet would take for a formula begins with an apostrophe. One that cuts
/// cells elsewhere than here (in Danish and French at `;`) does not see the quotes, so what follows a separator or a quote
/// begins a cell as well.
fn escaped(cell: &str) -> String {
    let mut safe = String::new();
    if cell.starts_with(['\t', '\r', '\n']) {
        safe.push('\'');
    }
    let mut begins = true;
    for letter in cell.chars() {
        if begins && matches!(letter, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') {
            safe.push('\'');
        }
        begins = matches!(letter, ',' | ';' | '\t' | '\r' | '\n' | '"');
        safe.push(letter);
    }
    if safe.contains([',', '"', '\r', '\n', ';', '\t']) {
        safe = format!("\"{}\"", safe.replace('"', "\"\""));
    }
    safe
}

/// A moment as `2026-11-21T14:02:00Z`.
pub(crate) fn iso(at: Millis) -> String {
    let of_day = at / 1000 % 86_400;
    format!(
        "{}T{:02}:{:02}:{:02}Z",
        Day::of(at),
        of_day / 3600,
        of_day / 60 % 60,
        of_day % 60
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_taken_for_a_formula_and_every_cell_stays_one_cell() {
        for (cell, safe) in [
            ("Case", "Case"),
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@x", "'@x"),
            ("＝1", "'＝1"),
            ("\tx", "\"'\tx\""),
            ("\rx", "\"'\rx\""),
            ("a,b", "\"a,b\""),
            ("=\"x\",y", "\"'=\"\"x\"\",y\""),
            ("a;=1+1;b", "\"a;'=1+1;b\""),
            ("a;\"=1+1\"", "\"a;\"\"'=1+1\"\"\""),
            ("a\r\n@x", "\"a\r\n'@x\""),
            ("a-b = c", "a-b = c"),
        ] {
            assert_eq!(escaped(cell), safe);
        }
    }

    #[test]
    fn times_are_written_as_iso_8601() {
        assert_eq!(iso(0), "1970-01-01T00:00:00Z");
        assert_eq!(iso(951_827_696_000), "2000-02-29T12:34:56Z");
        assert_eq!(iso(1_795_269_723_999), "2026-11-21T14:02:03Z");
    }
}
