//! From choices to a plan: one step per record type and per role, grants before takes, each with guard, proof and undo.

use serde_json::{Map, Value, json};

use super::choices::{Choices, holding_after, holding_today};
use super::effect::{Effect, Person, effect};
use super::observed::{Observed, RecordType, Toggle};
use crate::domain::privilege::{Depth, Privilege};
use crate::domain::role::Role;
use crate::http::{Method, Millis};
use crate::plan::making::field;
use crate::plan::model::{
    Action, Change, Delta, PLAN_VERSION, Plan, Probe, Read, Risk, Step, Undo, Write, WriteCondition,
};
use crate::recipes::dataverse::role;
pub(crate) use crate::recipes::dataverse::target::{HEADER_USER, TARGET, fresh, target, write};
use crate::recipes::dataverse::words::chosen;
pub(crate) use crate::recipes::dataverse::words::{depth_label, on_off};
use crate::services::dataverse::chat;
use crate::text::Text;

/// The recipe's id in plans.
pub const RECIPE: &str = "disconnect-rights";
/// Names spelt out in a note before the rest is counted.
const MOST_NAMES: usize = 10;

/// Why no plan is made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// Nothing is to be different.
    #[error("no changes")]
    NothingToDo,
    /// A list the changes rest on could not be read to its end.
    #[error("{what:?} is not completely read")]
    Incomplete {
        /// Which list, in words.
        what: Text,
    },
    /// The privilege does not exist here, or allows no depth.
    #[error("the privilege cannot be granted here")]
    NoPrivilege,
    /// The role cannot be changed.
    #[error("role {role} cannot be changed")]
    NotChangeable {
        /// Its name.
        role: String,
    },
    /// The signed-in admin would take the right from themselves and could not give it back.
    #[error("the admin's own last way to the right comes through {role}")]
    OwnLastWay {
        /// The role whose taking does it.
        role: String,
    },
    /// The signed-in admin may not write this.
    #[error("the admin may not write {what:?}")]
    NotAllowed {
        /// What, in words.
        what: Text,
    },
    /// What was to change is no longer there.
    #[error("a changed record type or role is gone")]
    Gone,
}

impl PlanError {
    /// In words: why, and what the admin can do.
    pub fn explain(&self) -> Text {
        match self {
            Self::NothingToDo => Text::new("disconnect-plan-nothing"),
            Self::Incomplete { what } => Text::new("disconnect-plan-incomplete").message("what", what.clone()),
            Self::NoPrivilege => Text::new("disconnect-privilege-absent"),
            Self::NotChangeable { role } => Text::new("disconnect-plan-role-fixed").name("role", role),
            Self::OwnLastWay { role } => Text::new("disconnect-plan-own-last-way").name("role", role),
            Self::NotAllowed { what } => Text::new("disconnect-plan-not-allowed").message("what", what.clone()),
            Self::Gone => Text::new("disconnect-plan-gone"),
        }
    }
}

/// The smallest ordered plan that makes `choices` true. Rests only on complete readings: toggles on the record types,
/// role changes on roles, users and assignments.
pub fn plan(observed: &Observed, choices: &Choices, now: Millis) -> Result<Plan, PlanError> {
    if choices.is_empty() {
        return Err(PlanError::NothingToDo);
    }
    let mut steps = Vec::new();
    if choices.changes_toggles() {
        steps.extend(toggle_steps(observed, choices)?);
    }
    if choices.changes_roles() {
        steps.extend(role_steps(observed, choices)?);
    }
    if steps.len() != choices.steps() {
        return Err(PlanError::Gone);
    }
    Ok(Plan {
        version: PLAN_VERSION,
        recipe: RECIPE.to_owned(),
        title: Text::new("disconnect-plan-title").number("count", choices.count() as i64),
        undoes: None,
        made_at: now,
        targets: vec![target(&observed.organization, &observed.admin)],
        steps,
        slots: Vec::new(),
        notes: notes(observed, choices),
    })
}

fn toggle_steps(observed: &Observed, choices: &Choices) -> Result<Vec<Step>, PlanError> {
    if !observed.record_types.is_complete() {
        return Err(PlanError::Incomplete {
            what: Text::new("dataverse-what-record-types"),
        });
    }
    if observed.may_write_record_types == Some(false) {
        return Err(PlanError::NotAllowed {
            what: Text::new("dataverse-what-record-types"),
        });
    }
    Ok(observed
        .record_types
        .value()
        .into_iter()
        .flatten()
        .filter_map(|record_type| toggle_step(record_type, choices))
        .collect())
}

/// One PATCH of the changed columns of one row.
fn toggle_step(record_type: &RecordType, choices: &Choices) -> Option<Step> {
    let changed: Vec<Toggle> = Toggle::ALL
        .into_iter()
        .filter(|toggle| choices.changes(&record_type.id, *toggle))
        .collect();
    if changed.is_empty() {
        return None;
    }
    let before = |toggle: Toggle| match record_type.unset.contains(&toggle) {
        true => Value::Null,
        false => json!(record_type.is_on(toggle)),
    };
    let after = |toggle: Toggle| json!(choices.wants(record_type, toggle));
    let change = |from: &dyn Fn(Toggle) -> Value, to: &dyn Fn(Toggle) -> Value| {
        let probe = |values: &dyn Fn(Toggle) -> Value| Probe {
            read: Read::Http(fresh(&chat::link_chat_configuration_path(&record_type.id))),
            conditions: changed
                .iter()
                .map(|toggle| field(toggle_label(*toggle), &format!("/{}", toggle.column()), values(*toggle)))
                .collect(),
        };
        let body: Map<String, Value> = changed
            .iter()
            .map(|toggle| (toggle.column().to_owned(), to(*toggle)))
            .collect();
        Change {
            guard: probe(from),
            action: Action::Http(Write {
                request: write(
                    Method::Patch,
                    &chat::link_chat_configuration_row(&record_type.id),
                    &Value::Object(body),
                ),
                condition: WriteCondition::GuardEtag,
                repeatable: true,
                takes: Vec::new(),
                at: None,
            }),
            proof: probe(to),
            patience: None,
        }
    };
    let delta: Vec<Delta> = changed
        .iter()
        .map(|toggle| Delta {
            label: toggle_label(*toggle),
            from: on_off(record_type.is_on(*toggle)),
            to: on_off(choices.wants(record_type, *toggle)),
        })
        .collect();
    Some(Step {
        id: format!(
            "toggle:{}",
            record_type.logical_name.as_ref().unwrap_or(&record_type.id)
        ),
        target: TARGET.to_owned(),
        title: Text::new(match changed.as_slice() {
            [Toggle::Owner] => "disconnect-step-owner",
            [Toggle::Connector] => "disconnect-step-connector",
            _ => "disconnect-step-toggle",
        })
        .name("type", &record_type.name),
        reason: chosen(&delta),
        delta,
        risk: Risk::Reversible,
        needs: Vec::new(),
        change: change(&before, &after),
        undo: Undo::Change(Box::new(change(&after, &before))),
        unproven: Some(Text::new("disconnect-unproven-record-type")),
    })
}

/// The product's own label of a toggle.
pub fn toggle_label(toggle: Toggle) -> Text {
    Text::new(match toggle {
        Toggle::Owner => "disconnect-toggle-owner",
        Toggle::Connector => "disconnect-toggle-connector",
    })
}

fn role_steps(observed: &Observed, choices: &Choices) -> Result<Vec<Step>, PlanError> {
    for (complete, what) in [
        (observed.roles.is_complete(), "dataverse-what-roles"),
        (observed.users.is_complete(), "dataverse-what-users"),
        (observed.assignments.is_complete(), "dataverse-what-user-roles"),
    ] {
        if !complete {
            return Err(PlanError::Incomplete { what: Text::new(what) });
        }
    }
    if observed.may_write_roles == Some(false) {
        return Err(PlanError::NotAllowed {
            what: Text::new("dataverse-what-roles"),
        });
    }
    let privilege = observed
        .privilege
        .value()
        .and_then(Option::as_ref)
        .ok_or(PlanError::NoPrivilege)?;
    let widest = privilege.widest().ok_or(PlanError::NoPrivilege)?;
    let changed: Vec<&Role> = observed
        .roles
        .value()
        .into_iter()
        .flatten()
        .filter(|role| choices.changes_role(&role.id))
        .collect();
    if let Some(fixed) = changed.iter().find(|role| !role.is_changeable()) {
        return Err(PlanError::NotChangeable {
            role: fixed.name.clone(),
        });
    }
    own_last_way(observed, choices)?;
    let step = |role: &&Role| role_step(role, privilege, widest, choices.wants_role(role));
    // Adds before removes: nobody who keeps the right through another role is without it in between.
    let (grants, takes): (Vec<&Role>, Vec<&Role>) = changed.into_iter().partition(|role| choices.wants_role(role));
    let mut steps: Vec<Step> = grants.iter().map(step).collect();
    let needs: Vec<String> = steps.iter().map(|step| step.id.clone()).collect();
    steps.extend(takes.iter().map(step).map(|mut take| {
        take.needs.clone_from(&needs);
        take
    }));
    Ok(steps)
}

/// Who takes a privilege from their own last role cannot grant it again: a role can only be given what the giver has.
fn own_last_way(observed: &Observed, choices: &Choices) -> Result<(), PlanError> {
    let (Some(roles), Some(assignments)) = (observed.roles.value(), observed.assignments.value()) else {
        return Ok(());
    };
    let today = assignments.grants(&observed.admin.id, &holding_today(roles));
    let after = assignments.grants(&observed.admin.id, &holding_after(roles, choices));
    match today.into_iter().next() {
        Some(grant) if after.is_empty() => Err(PlanError::OwnLastWay { role: grant.role }),
        _ => Ok(()),
    }
}

/// Grants the privilege to a role, or takes it. The service has no conditional write here.
fn role_step(it: &Role, privilege: &Privilege, widest: Depth, granted: bool) -> Step {
    let label = || Text::new("disconnect-role-right").name("role", &it.name);
    let probe = |depth: Option<Depth>| role::probe(&it.id, vec![role::holds(label(), &privilege.id, depth)]);
    let action = |depth: Option<Depth>| match depth {
        Some(depth) => role::add(&it.id, &[(&privilege.id, depth)]),
        None => role::remove(&it.id, &privilege.id),
    };
    let change = |from: Option<Depth>, to: Option<Depth>| Change {
        guard: probe(from),
        action: action(to),
        proof: probe(to),
        patience: None,
    };
    let to = granted.then_some(widest);
    let in_words = |depth: Option<Depth>| depth.map_or_else(|| Text::new("role-depth-none"), depth_label);
    let delta = vec![Delta {
        label: Text::new("disconnect-privilege-label").name("privilege", &privilege.name),
        from: in_words(it.depth),
        to: in_words(to),
    }];
    Step {
        id: format!("role:{}", it.id),
        target: TARGET.to_owned(),
        title: Text::new(if granted {
            "disconnect-step-grant"
        } else {
            "disconnect-step-take"
        })
        .name("role", &it.name),
        reason: chosen(&delta),
        delta,
        risk: Risk::Reversible,
        needs: Vec::new(),
        change: change(it.depth, to),
        undo: Undo::Change(Box::new(change(to, it.depth))),
        unproven: Some(Text::new("disconnect-unproven-privilege")),
    }
}

/// Who gains and who loses, by name.
fn notes(observed: &Observed, choices: &Choices) -> Vec<Text> {
    let effect = effect(observed, choices);
    let mut notes = Vec::new();
    if choices.changes_roles() {
        notes = people_notes(&effect);
    }
    notes.extend(effect.toggles.into_iter().map(|toggle| toggle.meaning));
    if choices.changes_roles() {
        notes.push(Text::new("disconnect-note-no-conditional-write"));
    }
    notes
}

/// Who gains and who loses by role changes, or that nobody does.
pub(super) fn people_notes(effect: &Effect) -> Vec<Text> {
    let named = |id: &'static str, people: &[Person]| {
        let names: Vec<&str> = people
            .iter()
            .take(MOST_NAMES)
            .map(|person| person.name.as_str())
            .collect();
        Text::new(id)
            .number("count", people.len() as i64)
            .name("names", names.join(", "))
            .number("more", people.len().saturating_sub(MOST_NAMES) as i64)
    };
    let mut notes = Vec::new();
    if !effect.gain.is_empty() {
        notes.push(named("disconnect-note-gain", &effect.gain));
    }
    if !effect.lose.is_empty() {
        notes.push(named("disconnect-note-lose", &effect.lose));
    }
    if notes.is_empty() {
        notes.push(Text::new("disconnect-note-nobody"));
    }
    notes
}
