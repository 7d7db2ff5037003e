//! Plans against the simulated tenant.

use std::collections::BTreeMap;

use latchkey::domain::organization::{EnvironmentKind, SignedInUser};
use latchkey::http::{Method, Request};
use latchkey::plan::model::*;
use latchkey::text::Text;
use serde_json::{Value, json};

use crate::tenant::{BASE, Cell, privilege};

pub fn get(path: &str) -> Read {
    Read::Http(Request::get(format!("{BASE}{path}")))
}

pub fn is(pointer: &str, equals: Value) -> Condition {
    Condition::Field {
        label: Text::new("test-label"),
        pointer: pointer.into(),
        equals,
    }
}

pub fn probe(path: &str, condition: Condition) -> Probe {
    Probe {
        read: get(path),
        conditions: vec![condition],
    }
}

pub fn target(kind: EnvironmentKind) -> Target {
    Target {
        id: "org".into(),
        service: Service::Dataverse,
        identity: "org".into(),
        name: "Contoso Service".into(),
        host: "contoso.crm4.dynamics.com".into(),
        kind,
        user: SignedInUser {
            id: "admin".into(),
            name: "Admin".into(),
            upn: "admin@contoso.com".into(),
        },
        lock: vec![LockProbe {
            probe: Probe {
                read: get("/WhoAmI"),
                conditions: vec![is("/UserId", json!("admin")), is("/OrganizationId", json!("org"))],
            },
            what: Text::new("test-who"),
            required: true,
        }],
    }
}

pub fn plan(steps: Vec<Step>) -> Plan {
    Plan {
        version: PLAN_VERSION,
        recipe: "test".into(),
        title: Text::new("test-plan"),
        undoes: None,
        made_at: 1,
        targets: vec![target(EnvironmentKind::Sandbox)],
        steps,
        slots: Vec::new(),
        notes: vec![],
    }
}

fn write(method: Method, path: &str, body: &Value, condition: WriteCondition, repeatable: bool) -> Action {
    Action::Http(Write {
        request: Request::json(method, format!("{BASE}{path}"), body),
        condition,
        repeatable,
        takes: Vec::new(),
        at: None,
    })
}

/// The path that reads a cell.
pub fn path(cell: &Cell) -> String {
    match cell {
        Cell::Field(row, _) => format!("/fields({row})"),
        Cell::Link(role, _) => format!("/roles({role})"),
        Cell::Counter(number) => format!("/counters({number})"),
        Cell::Row(number) => format!("/rows({number})"),
    }
}

fn reads(cell: &Cell, value: &Value) -> Probe {
    let condition = match cell {
        Cell::Field(_, column) => is(&format!("/c{column}"), value.clone()),
        Cell::Counter(_) => is("/value", value.clone()),
        Cell::Row(_) if value.is_null() => Condition::Absent {
            label: Text::new("test-label"),
        },
        Cell::Row(_) => is("/name", value.clone()),
        Cell::Link(_, link) => {
            // Upper case here, lower case there: they are the same GUID.
            let key = BTreeMap::from([("PrivilegeId".to_owned(), json!(privilege(*link).to_ascii_uppercase()))]);
            let (label, list) = (Text::new("test-label"), "/RolePrivileges".to_owned());
            match value.as_str() {
                None => Condition::NoMember { label, list, key },
                Some(depth) => Condition::Member {
                    label,
                    list,
                    key,
                    // By number, though the service answers the name.
                    fields: BTreeMap::from([("Depth".to_owned(), json!(if depth == "Basic" { "0" } else { "3" }))]),
                },
            }
        }
    };
    probe(&path(cell), condition)
}

/// The change of one cell from one value to another.
pub fn change(cell: &Cell, from: &Value, to: &Value) -> Change {
    let at = path(cell);
    let action = match cell {
        Cell::Field(_, column) => write(
            Method::Patch,
            &at,
            &json!({format!("c{column}"): to}),
            WriteCondition::GuardEtag,
            true,
        ),
        Cell::Link(_, link) => match to.as_str() {
            Some(depth) => write(
                Method::Post,
                &format!("{at}/Add"),
                &json!({"PrivilegeId": privilege(*link), "Depth": if depth == "Basic" { "0" } else { "3" }}),
                WriteCondition::None,
                true,
            ),
            None => write(
                Method::Post,
                &format!("{at}/Remove"),
                &json!({"PrivilegeId": privilege(*link)}),
                WriteCondition::None,
                true,
            ),
        },
        Cell::Counter(_) => {
            let up = to.as_i64() > from.as_i64();
            let verb = if up { "Up" } else { "Down" };
            write(
                Method::Post,
                &format!("{at}/{verb}"),
                &json!({}),
                WriteCondition::None,
                false,
            )
        }
        Cell::Row(_) if to.is_null() => write(Method::Delete, &at, &Value::Null, WriteCondition::GuardEtag, true),
        Cell::Row(_) => write(
            Method::Patch,
            &at,
            &json!({"name": to}),
            WriteCondition::CreateOnly,
            false,
        ),
    };
    Change {
        guard: reads(cell, from),
        action,
        proof: reads(cell, to),
        patience: None,
    }
}

pub fn step(cell: &Cell, from: &Value, to: &Value, needs: Vec<String>) -> Step {
    Step {
        id: format!("{cell:?}"),
        target: "org".into(),
        title: Text::new("test-step").name("cell", format!("{cell:?}")),
        reason: Text::new("test-reason"),
        delta: vec![],
        risk: Risk::Reversible,
        needs,
        change: change(cell, from, to),
        undo: Undo::Change(Box::new(change(cell, to, from))),
        unproven: None,
    }
}
