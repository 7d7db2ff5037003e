//! The Reads a role lacks to reach the productivity pane: one step per role, each Read of which can be taken back
//! (S003-15 to S003-21).

use super::{delta, step};
use crate::domain::chat::pane_access::PaneTable;
use crate::domain::privilege::{Depth, Privilege};
use crate::domain::role::Role;
use crate::plan::model::{Change, Delta, Part, Probe, Step, Undo};
use crate::recipes::dataverse::role;
use crate::recipes::dataverse::words::depth_label;
use crate::recipes::teams_chat::choices::Choices;
use crate::recipes::teams_chat::observed::Observed;
use crate::recipes::teams_chat::planning::PlanError;
use crate::text::Text;

/// The steps for the chosen roles, in the order the view lists them.
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
    let is_there = |id: &String| access.roles.iter().any(|one| one.role.id == *id);
    if !choices.roles().iter().all(is_there) {
        return Err(PlanError::Gone);
    }
    for found in access.roles.iter().filter(|one| choices.completes(&one.role.id)) {
        let mut reads = Vec::new();
        for (table, privilege) in found.lacking(access) {
            let to = privilege.widest().ok_or(PlanError::NoPrivilege)?;
            let held = found.held.iter().find(|held| held.name == privilege.name);
            let from = held.map(|held| held.depth);
            if from != Some(to) {
                reads.push(Missing {
                    table: *table,
                    privilege,
                    from,
                    to,
                });
            }
        }
        if !reads.is_empty() {
            steps.push(grant(&found.role, &reads));
        }
    }
    Ok(steps)
}

/// A Read a role lacks, wholly or in part.
struct Missing<'a> {
    table: PaneTable,
    privilege: &'a Privilege,
    from: Option<Depth>,
    to: Depth,
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

fn in_words(depth: Option<Depth>) -> Text {
    depth.map_or_else(|| Text::new("role-depth-none"), depth_label)
}

impl Missing<'_> {
    fn label(&self) -> Text {
        Text::new("chat-read-of").message("table", table_label(self.table))
    }

    fn delta(&self) -> Delta {
        delta(self.label(), in_words(self.from), in_words(Some(self.to)))
    }
}

/// What a role holds of these, before or after.
fn holds(role: &Role, reads: &[&Missing<'_>], after: bool) -> Probe {
    let one = |read: &&Missing<'_>| {
        let depth = if after { Some(read.to) } else { read.from };
        role::holds(read.label(), &read.privilege.id, depth)
    };
    role::probe(&role.id, reads.iter().map(one).collect())
}

fn add(role: &Role, reads: &[&Missing<'_>], after: bool) -> Change {
    let given = reads.iter().filter_map(|read| {
        let depth = if after { Some(read.to) } else { read.from }?;
        Some((read.privilege.id.as_str(), depth))
    });
    Change {
        guard: holds(role, reads, !after),
        action: role::add(&role.id, &given.collect::<Vec<_>>()),
        proof: holds(role, reads, after),
        patience: None,
    }
}

/// All a role lacks, in one request. `RemovePrivilegeRole` takes one privilege, so what was not held at all is taken back
/// one by one; what was held less far, together.
fn grant(role: &Role, reads: &[Missing<'_>]) -> Step {
    let all: Vec<&Missing<'_>> = reads.iter().collect();
    let (narrow, absent): (Vec<&Missing<'_>>, Vec<&Missing<'_>>) = all.iter().partition(|read| read.from.is_some());
    let mut parts: Vec<Part> = Vec::new();
    for read in absent {
        let one = [read];
        parts.push(Part {
            id: read.table.logical_name().to_owned(),
            title: Text::new("chat-step-read")
                .name("role", &role.name)
                .message("table", table_label(read.table)),
            delta: vec![read.delta()],
            back: Change {
                guard: holds(role, &one, true),
                action: role::remove(&role.id, &read.privilege.id),
                proof: holds(role, &one, false),
                patience: None,
            },
            again: add(role, &one, true),
        });
    }
    if !narrow.is_empty() {
        parts.push(Part {
            id: "depth".to_owned(),
            title: title(role),
            delta: narrow.iter().map(|read| read.delta()).collect(),
            back: add(role, &narrow, false),
            again: add(role, &narrow, true),
        });
    }
    Step {
        reason: Text::new("chat-reason-pane"),
        ..step(
            format!("reads:{}", role.id),
            title(role),
            reads.iter().map(Missing::delta).collect(),
            add(role, &all, true),
            Undo::Each(parts),
        )
    }
}

fn title(role: &Role) -> Text {
    Text::new("chat-step-reads").name("role", &role.name)
}
