//! The Reads a role lacks to reach the productivity pane, one step each, so that each can be taken back (S003-15 to
//! S003-21).

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{back, delta, post, step};
use crate::domain::chat::pane_access::PaneTable;
use crate::domain::privilege::{Depth, Privilege};
use crate::domain::role::Role;
use crate::plan::model::{Change, Condition, Probe, Read, Step};
use crate::recipes::disconnect::planning::{depth_label, fresh};
use crate::recipes::teams_chat::choices::Choices;
use crate::recipes::teams_chat::observed::Observed;
use crate::recipes::teams_chat::planning::PlanError;
use crate::services::dataverse::{odata, security};
use crate::text::Text;

/// The steps for the chosen roles.
pub fn steps(observed: &Observed, choices: &Choices) -> Result<Vec<Step>, PlanError> {
    if choices.roles().is_empty() {
        return Ok(Vec::new());
    }
    let access = observed
        .access
        .as_ref()
        .and_then(|access| access.value())
        .ok_or_else(|| PlanError::Incomplete {
            what: Text::new("dataverse-what-roles"),
        })?;
    if observed.rights.roles == Some(false) {
        return Err(PlanError::NotAllowed {
            what: Text::new("dataverse-what-roles"),
        });
    }
    let mut steps = Vec::new();
    for id in choices.roles() {
        let found = access
            .roles
            .iter()
            .find(|one| one.role.id == *id)
            .ok_or(PlanError::Gone)?;
        for (table, privilege) in found.lacking(access) {
            let to = privilege.widest().ok_or(PlanError::NoPrivilege)?;
            let from = found
                .held
                .iter()
                .find(|held| held.name == privilege.name)
                .map(|held| held.depth);
            if from != Some(to) {
                steps.push(grant(&found.role, *table, privilege, from, to));
            }
        }
    }
    Ok(steps)
}

/// The table's name in the vendor's own words.
pub fn table_label(table: PaneTable) -> Text {
    Text::new(match table {
        PaneTable::AppProfile => "chat-table-app-profile",
        PaneTable::ApplicationTabTemplate => "chat-table-tab-template",
        PaneTable::NotificationField => "chat-table-notification-field",
        PaneTable::NotificationTemplate => "chat-table-notification-template",
        PaneTable::PaneTab => "chat-table-pane-tab",
        PaneTable::PaneTool => "chat-table-pane-tool",
        PaneTable::Pane => "chat-table-pane",
    })
}

fn grant(role: &Role, table: PaneTable, privilege: &Privilege, from: Option<Depth>, to: Depth) -> Step {
    let label = || Text::new("chat-read-of").message("table", table_label(table));
    let key: BTreeMap<String, Value> = [("PrivilegeId".to_owned(), json!(privilege.id))].into();
    let list = "/RolePrivileges".to_owned();
    let holds = |depth: Option<Depth>| Probe {
        read: Read::Http(fresh(&security::privileges_of_role_path(&role.id)).header("consistency", "Strong")),
        conditions: vec![match depth {
            Some(depth) => Condition::Member {
                label: label(),
                list: list.clone(),
                key: key.clone(),
                fields: [("Depth".to_owned(), json!(depth.name()))].into(),
            },
            None => Condition::NoMember {
                label: label(),
                list: list.clone(),
                key: key.clone(),
            },
        }],
    };
    let action = |depth: Option<Depth>| {
        let (name, body) = match depth {
            Some(depth) => (
                "AddPrivilegesRole",
                json!({"Privileges": [{"PrivilegeId": privilege.id, "Depth": depth.name()}]}),
            ),
            None => ("RemovePrivilegeRole", json!({"PrivilegeId": privilege.id})),
        };
        let path = odata::Query::new(&format!("roles({})", role.id))
            .then(&format!("Microsoft.Dynamics.CRM.{name}"))
            .path();
        post(&path, &body)
    };
    let change = |from: Option<Depth>, to: Option<Depth>| Change {
        guard: holds(from),
        action: action(to),
        proof: holds(to),
    };
    let in_words = |depth: Option<Depth>| depth.map_or_else(|| Text::new("role-depth-none"), depth_label);
    Step {
        reason: Text::new("chat-reason-pane"),
        ..step(
            format!("read:{}:{}", role.id, table.logical_name()),
            Text::new("chat-step-read")
                .name("role", &role.name)
                .message("table", table_label(table)),
            vec![delta(label(), in_words(from), in_words(Some(to)))],
            change(from, Some(to)),
            back(change(Some(to), from)),
        )
    }
}
