//! What lead management stands on, as a file: CSV that no spreadsheet takes for a formula, and JSON. No secret is in it,
//! since none was read.

use serde_json::{Value, json};

use super::observed::Observed;
use super::planning::RECIPE;
use crate::domain::lead::role::{Inheritance, Resolved};
use crate::recipes::disconnect::export::{Table, completeness, csv_file, json_file};

/// Which table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// The role's privileges against the article's.
    Role,
    /// Accounts that can write leads, and application users.
    Accounts,
    /// App registrations and their secrets' ends.
    Apps,
}

impl View {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Role, Self::Accounts, Self::Apps];

    /// Part of the file's name, and its key in the JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Accounts => "accounts",
            Self::Apps => "apps",
        }
    }
}

/// One table as CSV (RFC 4180). `read_at` is the time in words.
pub fn csv(observed: &Observed, view: View, read_at: &str) -> String {
    csv_file(&observed.organization, read_at, table(observed, view))
}

/// All tables as JSON.
pub fn json(observed: &Observed) -> Value {
    json_file(
        RECIPE,
        &observed.organization,
        &observed.admin.upn,
        observed.read_at,
        View::ALL.map(|view| (view.key(), table(observed, view))),
    )
}

fn table(observed: &Observed, view: View) -> Table {
    match view {
        View::Role => role(observed),
        View::Accounts => accounts(observed),
        View::Apps => apps(observed),
    }
}

fn role(observed: &Observed) -> Table {
    let role = observed.role();
    let inheritance = role.and_then(|role| role.inheritance).map(Inheritance::number);
    let mut rows = vec![vec![
        json!("S004-36"),
        json!("isinherited"),
        json!(Inheritance::DirectAndTeam.number()),
        json!(inheritance),
        json!(inheritance == Some(Inheritance::DirectAndTeam.number())),
    ]];
    for standard in observed.standards() {
        let wanted = match &standard.resolved {
            Resolved::At { depth, .. } => json!(depth.name()),
            Resolved::Absent => json!("absent"),
            Resolved::TooWide => json!("not grantable"),
        };
        let there = matches!(standard.resolved, Resolved::At { .. }) && !standard.is_missing();
        rows.push(vec![
            json!(standard.wanted.rule),
            json!(standard.wanted.name),
            wanted,
            json!(standard.held.map(|held| held.name())),
            json!(there),
        ]);
    }
    Table {
        completeness: match role {
            Some(role) => completeness(&role.held),
            None => completeness(&observed.role),
        },
        columns: &["rule", "name", "wanted", "held", "asWanted"],
        rows,
    }
}

fn accounts(observed: &Observed) -> Table {
    let rows = observed.accounts.value().into_iter().flatten().map(|account| {
        vec![
            json!(account.name),
            json!(account.upn),
            json!(account.client),
            json!(account.disabled),
            json!(account.has_role),
            json!(account.has_written),
        ]
    });
    Table {
        completeness: completeness(&observed.accounts),
        columns: &["name", "upn", "applicationId", "disabled", "hasRole", "hasWrittenLead"],
        rows: rows.collect(),
    }
}

fn apps(observed: &Observed) -> Table {
    let apps = observed.directory.as_ref().map(|directory| &directory.apps);
    let rows = apps.and_then(|apps| apps.value()).into_iter().flatten().map(|app| {
        let last = app.secrets.iter().filter_map(|secret| secret.end).max();
        vec![
            json!(app.name),
            json!(app.client),
            json!(app.multi_tenant),
            json!(app.impersonates),
            json!(app.redirects.join(" ")),
            json!(app.secrets.len()),
            json!(last.map(|last| last.to_string())),
        ]
    });
    Table {
        completeness: apps.map_or("unreadable", completeness),
        columns: &[
            "name",
            "applicationId",
            "multiTenant",
            "userImpersonation",
            "redirects",
            "secrets",
            "lastSecretEnds",
        ],
        rows: rows.collect(),
    }
}
