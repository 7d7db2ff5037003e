//! The connection as a file: CSV that no spreadsheet takes for a formula, and JSON.

use serde_json::{Value, json};

use super::observed::Observed;
use super::planning::RECIPE;
use crate::domain::reading::Reading;
use crate::domain::salesforce::proof::{FieldStanding, Proof};
use crate::domain::salesforce::rights::Rights;
use crate::recipes::disconnect::export::{Table, completeness, csv_file, json_file};

/// The rights as CSV (RFC 4180). `read_at` is the time in words.
pub fn csv(observed: &Observed, read_at: &str) -> String {
    csv_file(&observed.organization, read_at, rights(observed))
}

/// Parts and rights as JSON.
pub fn json(observed: &Observed) -> Value {
    let tables = [("parts", parts(observed)), ("rights", rights(observed))];
    json_file(
        RECIPE,
        &observed.organization,
        &observed.admin.upn,
        observed.read_at,
        tables,
    )
}

fn parts(observed: &Observed) -> Table {
    let mut rows = Vec::new();
    if let Some(components) = observed.components.value() {
        for app in components.apps.iter().flatten() {
            let kind = if app.is_external {
                "externalClientApp"
            } else {
                "connectedApp"
            };
            rows.push(vec![json!(kind), json!(app.name), json!(app.id), Value::Null]);
        }
        for user in &components.users {
            rows.push(vec![
                json!("user"),
                json!(user.name),
                json!(user.id),
                json!(user.is_active),
            ]);
        }
        for set in &components.sets {
            rows.push(vec![
                json!("permissionSet"),
                json!(set.label),
                json!(set.id),
                Value::Null,
            ]);
        }
    }
    Table {
        completeness: match &observed.components {
            Reading::Complete(_) if !observed.apps_unread.is_empty() => "partial",
            reading => completeness(reading),
        },
        columns: &["kind", "name", "id", "active"],
        rows,
    }
}

fn rights(observed: &Observed) -> Table {
    let proof = observed.proof.as_ref();
    Table {
        completeness: proof.map_or("unreadable", completeness),
        columns: &["what", "promised", "held", "standing"],
        rows: proof.and_then(Reading::value).map(rows).unwrap_or_default(),
    }
}

fn rows(proof: &Proof) -> Vec<Vec<Value>> {
    let named = |rights: Rights| {
        let names: Vec<&str> = rights.each().map(|right| right.column).collect();
        json!(names.join(" "))
    };
    let mut rows = Vec::new();
    for line in &proof.objects {
        let standing = match (line.missing().is_empty(), line.more().is_empty()) {
            (true, true) => "held",
            (true, false) => "more",
            (false, _) => "missing",
        };
        rows.push(vec![
            json!(line.object),
            named(line.wanted),
            named(line.held),
            json!(standing),
        ]);
    }
    for line in &proof.fields {
        let (held, standing) = match line.standing {
            FieldStanding::Held if line.editable => ("PermissionsRead PermissionsEdit", "more"),
            FieldStanding::Held => ("PermissionsRead", "held"),
            FieldStanding::Implicit => ("", "notPermissionable"),
            FieldStanding::Missing => ("", "missing"),
            FieldStanding::NotThere => ("", "noSuchField"),
            FieldStanding::Unknown => ("", "unknown"),
        };
        rows.push(vec![
            json!(line.field),
            json!("PermissionsRead"),
            json!(held),
            json!(standing),
        ]);
    }
    for (object, rights) in &proof.more_objects {
        rows.push(vec![json!(object), json!(""), named(*rights), json!("more")]);
    }
    for field in proof.more_fields.iter().chain(&proof.custom_fields) {
        rows.push(vec![json!(field), json!(""), json!("PermissionsRead"), json!("more")]);
    }
    for right in &proof.system {
        rows.push(vec![json!("*"), json!(""), json!(right), json!("more")]);
    }
    rows
}
