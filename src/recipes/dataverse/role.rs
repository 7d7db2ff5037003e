//! Privileges of a role as steps change them: what it holds, granted together, removed one by one (actions
//! `AddPrivilegesRole`, `RemovePrivilegeRole`; Web API reference).

use serde_json::{Value, json};

use super::making::post;
use super::target::fresh;
use crate::domain::privilege::Depth;
use crate::plan::model::{Action, Condition, Probe, Read};
use crate::services::dataverse::{odata, security};
use crate::text::Text;

/// That a role holds a privilege this far, or not at all.
pub fn holds(label: Text, privilege: &str, depth: Option<Depth>) -> Condition {
    let list = "/RolePrivileges".to_owned();
    let key = [("PrivilegeId".to_owned(), json!(privilege))].into();
    match depth {
        Some(depth) => Condition::Member {
            label,
            list,
            key,
            fields: [("Depth".to_owned(), json!(depth.name()))].into(),
        },
        None => Condition::NoMember { label, list, key },
    }
}

/// What a role holds, past the privilege cache.
pub fn probe(role: &str, conditions: Vec<Condition>) -> Probe {
    Probe {
        read: Read::Http(fresh(&security::privileges_of_role_path(role)).header("consistency", "Strong")),
        conditions,
    }
}

/// Grants privileges, each to its depth; that a held one gets this depth is observed. There is no conditional write.
pub fn add(role: &str, privileges: &[(&str, Depth)]) -> Action {
    let given = privileges
        .iter()
        .map(|(id, depth)| json!({"PrivilegeId": id, "Depth": depth.name()}));
    let body = json!({"Privileges": given.collect::<Vec<Value>>()});
    call(role, "AddPrivilegesRole", &body)
}

/// Removes a privilege.
pub fn remove(role: &str, privilege: &str) -> Action {
    call(role, "RemovePrivilegeRole", &json!({"PrivilegeId": privilege}))
}

fn call(role: &str, action: &str, body: &Value) -> Action {
    let path = odata::Query::new(&format!("roles({role})"))
        .then(&format!("Microsoft.Dynamics.CRM.{action}"))
        .path();
    post(&path, body)
}
