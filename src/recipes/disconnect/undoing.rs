//! What taking a run back means, in the recipe's own words: each step said the way it goes now, and who gains and who
//! loses by it.

use serde_json::Value;

use super::choices::Choices;
use super::effect::{by_roles, meaning};
use super::observed::{Observed, Toggle};
use super::planning::{people_notes, toggle_label};
use crate::plan::journal::RunRecord;
use crate::plan::model::{Condition, Plan, Step};
use crate::plan::undo::{first_id, unwrapped};
use crate::text::{Arg, Text};

/// A note of an earlier reading, with the time of that reading.
const AS_READ: &str = "disconnect-undo-as-read";

/// Gives a plan that takes `first` back ([`crate::plan::undo::undo_plan`]) its words, and its notes on people first.
///
/// Who gains and who loses comes from `observed` where that was read completely and after the run was over. Else what
/// the run itself said is turned round, dated `read_then` (when the run's plan was made, in the reader's language); and
/// where even that cannot be told, because only a part of the roles is taken back, the note says so.
pub fn explain_undo(plan: &mut Plan, first: &RunRecord, observed: Option<&Observed>, read_then: &str) {
    for step in &mut plan.steps {
        step.title = titled(step);
    }
    let mut notes = Vec::new();
    let roles = plan.steps.iter().filter(|step| role(step).is_some()).count();
    if roles > 0 {
        notes = match observed.filter(|observed| is_fresh(observed, first)) {
            Some(observed) => people_notes(&by_roles(observed, &wanted(plan, observed))),
            None => turned(&first.header.plan, roles, read_then),
        };
    }
    notes.extend(plan.steps.iter().flat_map(meanings));
    if roles > 0 {
        notes.push(Text::new("disconnect-note-no-conditional-write"));
    }
    notes.append(&mut plan.notes);
    plan.notes = notes;
}

/// The role a step changes, and whether it is given the privilege.
fn role(step: &Step) -> Option<(&str, bool)> {
    let id = first_id(&step.id).strip_prefix("role:")?;
    let gives = |condition: &Condition| matches!(condition, Condition::Member { .. });
    Some((id, step.change.proof.conditions.iter().any(gives)))
}

/// "Salesperson: grant the privilege", as it goes now. Switches are called the same both ways.
fn titled(step: &Step) -> Text {
    let said = unwrapped("undo-step", "step", &step.title);
    let id = match (role(step), first_id(&step.id).starts_with("toggle:")) {
        (Some((_, true)), _) => "disconnect-step-grant",
        (Some((_, false)), _) => "disconnect-step-take",
        (None, true) => return said.clone(),
        (None, false) => return step.title.clone(),
    };
    Text {
        args: said.args.clone(),
        ..Text::new(id)
    }
}

fn is_fresh(observed: &Observed, first: &RunRecord) -> bool {
    observed.roles.is_complete()
        && observed.users.is_complete()
        && observed.assignments.is_complete()
        && first.header.ended_at.is_some_and(|ended| observed.read_at >= ended)
}

/// The roles' part of the plan as choices against what is there now.
fn wanted(plan: &Plan, observed: &Observed) -> Choices {
    let mut choices = Choices::default();
    for (id, gives) in plan.steps.iter().filter_map(role) {
        choices.set_role(observed, id, gives);
    }
    choices
}

/// What the run's plan said of people, turned round: true only of all its role changes together.
fn turned(first: &Plan, roles: usize, read_then: &str) -> Vec<Text> {
    let mut notes = Vec::new();
    if first.steps.iter().filter(|step| role(step).is_some()).count() == roles {
        for note in &first.notes {
            let said = unwrapped(AS_READ, "note", note);
            let id = match said.id.as_ref() {
                "disconnect-note-gain" => "disconnect-note-lose",
                "disconnect-note-lose" => "disconnect-note-gain",
                "disconnect-note-nobody" => "disconnect-note-nobody",
                _ => continue,
            };
            // What was itself turned round keeps the time it was read at.
            let time = match note.args.get("time") {
                Some(Arg::Name(time)) => time,
                _ => read_then,
            };
            let said = Text {
                args: said.args.clone(),
                ..Text::new(id)
            };
            notes.push(Text::new(AS_READ).name("time", time).message("note", said));
        }
    }
    if notes.is_empty() {
        notes.push(Text::new("disconnect-undo-unread"));
    }
    notes
}

/// What the switches of a step mean the way they are set now.
fn meanings(step: &Step) -> Vec<Text> {
    let Some(Arg::Name(name)) = step.title.args.get("type") else {
        return Vec::new();
    };
    let on = |toggle: Toggle| {
        step.change
            .proof
            .conditions
            .iter()
            .find_map(|condition| match condition {
                Condition::Field { label, equals, .. } if *label == toggle_label(toggle) => {
                    Some(*equals == Value::Bool(true))
                }
                _ => None,
            })
    };
    Toggle::ALL
        .into_iter()
        .filter_map(|toggle| Some(meaning(toggle, on(toggle)?, name)))
        .collect()
}
