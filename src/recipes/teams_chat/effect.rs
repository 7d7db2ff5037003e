//! What the steps of a plan mean for people, said from the steps themselves: a plan and the plan that takes it back say
//! it alike (S003-45, S003-56 to S003-59, S003-82, S003-101).

use serde_json::Value;

use super::observed::{GlobalAdministrator, Observed};
use crate::domain::chat::record_type::Switch;
use crate::plan::model::{Condition, Plan, Step};
use crate::plan::undo::{first_id, unwrapped};
use crate::services::dataverse::chat::TIMELINE_COLUMN;
use crate::text::{Arg, Text};

/// What a switch of a record type means: on, off.
const fn meanings(switch: Switch) -> Option<(&'static str, &'static str)> {
    match switch {
        Switch::IncludeNote => Some(("chat-effect-note-on", "chat-effect-note-off")),
        Switch::JoinChat => Some(("chat-effect-join-on", "chat-effect-join-off")),
        Switch::RecordOwnerCanDisconnect => Some(("disconnect-effect-owner-on", "disconnect-effect-owner-off")),
        Switch::ChatConnectorCanDisconnect => {
            Some(("disconnect-effect-connector-on", "disconnect-effect-connector-off"))
        }
        Switch::KeyUpdates => Some(("chat-effect-updates-on", "chat-effect-updates-off")),
        _ => None,
    }
}

/// What the steps mean, each thing once, in the order of the steps.
pub(super) fn effects(steps: &[Step]) -> Vec<Text> {
    let mut said: Vec<Text> = Vec::new();
    for text in steps.iter().flat_map(effects_of) {
        if !said.contains(&text) {
            said.push(text);
        }
    }
    said
}

/// What the step's name says of `argument`, such as the record type.
fn named<'a>(step: &'a Step, argument: &'static str) -> &'a str {
    match unwrapped("undo-step", "step", &step.title).args.get(argument) {
        Some(Arg::Name(name)) => name,
        _ => "",
    }
}

fn effects_of(step: &Step) -> Vec<Text> {
    let first = first_id(&step.id);
    let of_type = |id: &'static str| Text::new(id).name("type", named(step, "type"));
    let shown = |column: &str| {
        let found = step
            .change
            .proof
            .conditions
            .iter()
            .find_map(|condition| match condition {
                Condition::Field { pointer, equals, .. } if pointer.strip_prefix('/') == Some(column) => Some(equals),
                _ => None,
            });
        found.map(|value| *value == Value::Bool(true))
    };
    let switches = |only_on: bool| {
        let mut said = Vec::new();
        for switch in Switch::OF_THE_ARTICLE {
            match (meanings(switch), shown(switch.column())) {
                (Some((on, _)), Some(true)) => said.push(of_type(on)),
                (Some((_, off)), Some(false)) if !only_on => said.push(of_type(off)),
                _ => {}
            }
        }
        said
    };
    match first.split_once(':').map_or(first, |(kind, _)| kind) {
        "type" => switches(false),
        "add" | "remove" => {
            let lists = step
                .delta
                .first()
                .is_some_and(|delta| delta.to.id == "chat-type-listed");
            if !lists {
                return vec![of_type("chat-effect-unlisted")];
            }
            let mut said = vec![of_type("chat-effect-listed")];
            said.extend(switches(true));
            said
        }
        "timeline" => {
            let on = shown(TIMELINE_COLUMN) == Some(true);
            vec![Text::new(if on {
                "chat-effect-timeline-on"
            } else {
                "chat-effect-timeline-off"
            })]
        }
        "reads" => {
            let taken = first != step.id;
            let id = if taken {
                "chat-effect-reads-off"
            } else {
                "chat-effect-reads-on"
            };
            vec![Text::new(id).name("role", named(step, "role"))]
        }
        _ => Vec::new(),
    }
}

/// What else is to be known of these steps, whichever way they go: who may take them, and how far others are kept out.
pub(super) fn conditions(observed: Option<&Observed>, steps: &[Step]) -> Vec<Text> {
    let has = |kind: &str| steps.iter().any(|step| first_id(&step.id).starts_with(kind));
    let mut said = Vec::new();
    if has("timeline") {
        said.push(global_administrator(observed));
    }
    if has("reads:") {
        said.push(Text::new("disconnect-note-no-conditional-write"));
    }
    said
}

/// Whether the admin may set up the timeline (S003-102).
pub fn global_administrator(observed: Option<&Observed>) -> Text {
    match observed.and_then(|observed| observed.global_administrator.as_ref()) {
        None => Text::new("chat-global-unknown").message("where", Text::new("chat-consent-title")),
        Some(GlobalAdministrator::Is(true)) => Text::new("chat-global-yes"),
        Some(GlobalAdministrator::Is(false)) => Text::new("chat-global-no"),
        Some(GlobalAdministrator::OtherAccount(account)) => Text::new("chat-global-other").name("account", account),
        Some(GlobalAdministrator::Unreadable(why)) => Text::new("chat-global-unread").message("why", why.clone()),
    }
}

/// Says of a plan that takes a run back ([`crate::plan::undo::undo_plan`]) what it means, and why a role takes several
/// steps, before what the plan itself notes.
pub fn explain_undo(plan: &mut Plan, observed: Option<&Observed>) {
    let mut notes = effects(&plan.steps);
    let mut roles: Vec<(&str, i64)> = Vec::new();
    for step in &plan.steps {
        let is_part = first_id(&step.id).starts_with("reads:") && first_id(&step.id) != step.id;
        if !is_part {
            continue;
        }
        let role = named(step, "role");
        match roles.iter_mut().find(|(known, _)| *known == role) {
            Some((_, count)) => *count += 1,
            None => roles.push((role, 1)),
        }
    }
    for (role, count) in roles.into_iter().filter(|(_, count)| *count > 1) {
        let text = Text::new("chat-effect-one-by-one").name("role", role);
        notes.push(text.number("count", count));
    }
    notes.extend(conditions(observed, &plan.steps));
    notes.append(&mut plan.notes);
    plan.notes = notes;
}
