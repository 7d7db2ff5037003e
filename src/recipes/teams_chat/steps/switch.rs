//! The master switch: the first switch-on is guided, later values go by the settings framework, and where an
//! organization has no such setting the page's own switch is used (S003-08, S003-31 to S003-36).

use serde_json::{Value, json};

use super::{back, delete, delta, field, member, no_member, post, probe, step, three};
use crate::domain::chat::setting::{Change as Wanted, Layer, SETTING, Scope};
use crate::plan::making::on_page;
use crate::plan::model::{
    Action, Change, Condition, Delta, PageAct, Probe, Risk, Shape, Slot, SlotKind, Step, Undo, placeholder,
};
use crate::recipes::dataverse::words::on_off;
use crate::recipes::teams_chat::choices::Choices;
use crate::recipes::teams_chat::observed::{Observed, Switch};
use crate::recipes::teams_chat::planning::PlanError;
use crate::services::dataverse::settings;
use crate::text::Text;

/// Id of the guided first switch-on.
pub const FIRST: &str = "switch:first";
/// Id of the step that writes the environment's value.
pub const ENVIRONMENT: &str = "switch:environment";
/// The slot of the environment's row, and how those of the apps' rows begin.
const ENVIRONMENT_ROW: &str = "environment-row";
const APP_ROW: &str = "app-row-";
/// The page's switch, for reading it and for the admin's hand.
const MASTER: &str = "teams-chat.master-switch";
/// The same switch, for turning it off, which asks nothing.
const MASTER_OFF: &str = "teams-chat.master-switch-off";
/// The page's Save.
const SAVE: &str = "teams-chat.save";
/// Key of a setting's rows.
const DEFINITION: &str = "_settingdefinitionid_value";

/// The steps for the wanted scope; nothing if it is not to change.
pub fn steps(observed: &Observed, choices: &Choices) -> Result<Vec<Step>, PlanError> {
    let Some(scope) = choices.scope() else {
        return Ok(Vec::new());
    };
    if !observed.switch.is_complete() {
        return Err(PlanError::Incomplete {
            what: Text::new("dataverse-what-settings"),
        });
    }
    let Some(switch) = observed.switch() else {
        return Ok(by_page(*scope != Scope::Off));
    };
    let changes = switch
        .setting
        .changes(scope, &observed.chat_apps(), false)
        .map_err(|error| PlanError::Scope { error })?;
    let mut steps = Vec::new();
    if *scope != Scope::Off && switch.setting.is_untouched() {
        steps.push(first(switch, scope));
    }
    let guided = !steps.is_empty();
    for change in changes {
        // The page writes the environment's value itself.
        if guided && change.layer == Layer::Environment {
            continue;
        }
        let mut value = value(observed, switch, &change)?;
        if guided {
            value.needs.push(FIRST.to_owned());
        }
        steps.push(value);
    }
    Ok(steps)
}

/// The tenant's consent is asked for by the page alone, so the first time the admin switches it on there (S003-08). The
/// consent stays when the switch is taken back.
fn first(switch: &Switch, scope: &Scope) -> Step {
    let label = || Text::new("chat-switch");
    let own = (DEFINITION, switch.definition.as_str());
    let (path, on, undo, instruction) = match scope {
        // Which apps it is on for then, the steps that follow see to: one that is on shows the consent.
        Scope::Selected(_) => (
            settings::values_of_apps_path(&switch.definition, true),
            vec![member(label(), ("value", "true"), &[])],
            Undo::None {
                why: Text::new("chat-undo-first"),
            },
            Text::new("chat-guide-first-selected"),
        ),
        _ => {
            let path = settings::environment_value_path(&switch.definition);
            let row = settings::environment_row(&placeholder(ENVIRONMENT_ROW));
            let undo = Change {
                guard: probe(&row, vec![field(label(), "/value", json!("true"))]),
                action: delete(row),
                proof: probe(&path, vec![no_member(label(), own)]),
                patience: None,
            };
            let on = vec![
                member(label(), own, &[("value", json!("true"))]),
                found(label(), own, "organizationsettingid", ENVIRONMENT_ROW),
            ];
            (path, on, back(undo), Text::new("chat-guide-first"))
        }
    };
    let change = Change {
        guard: probe(&path, vec![no_member(label(), own)]),
        action: Action::Guide {
            instruction,
            locator: Some(MASTER.to_owned()),
        },
        proof: probe(&path, on),
        patience: None,
    };
    Step {
        risk: Risk::Irreversible,
        reason: Text::new("chat-reason-consent"),
        unproven: Some(Text::new("chat-unproven-switch")),
        ..step(
            FIRST.to_owned(),
            Text::new("chat-step-first"),
            vec![delta(label(), three(None), on_off(true))],
            change,
            undo,
        )
    }
}

/// The slots of the rows that these steps make: by their ids the way back removes them.
pub fn slots(steps: &[Step]) -> Vec<Slot> {
    let mut slots = Vec::new();
    for condition in steps.iter().flat_map(|step| &step.change.proof.conditions) {
        if let Condition::Found { label, slot, .. } = condition {
            slots.push(Slot {
                id: slot.clone(),
                what: label.clone(),
                kind: SlotKind::Found(Shape::Guid),
            });
        }
    }
    slots
}

fn found(label: Text, (name, value): (&str, &str), id: &str, slot: &str) -> Condition {
    Condition::Found {
        label,
        list: "/value".to_owned(),
        key: [(name.to_owned(), json!(value))].into(),
        id: id.to_owned(),
        slot: slot.to_owned(),
    }
}

/// One value of one layer. What was unset is undone to unset: by removing the row, whose id the proof finds.
fn value(observed: &Observed, switch: &Switch, wanted: &Wanted) -> Result<Step, PlanError> {
    let (path, app, row, id_column, title) = match &wanted.layer {
        Layer::Environment => (
            settings::environment_value_path(&switch.definition),
            None,
            settings::environment_row as fn(&str) -> String,
            "organizationsettingid",
            Text::new("chat-step-environment"),
        ),
        Layer::App(name) => {
            let app = observed.app(name).ok_or(PlanError::Gone)?;
            (
                settings::app_value_path(&switch.definition, &app.id, true),
                Some(app),
                settings::app_row as fn(&str) -> String,
                "appsettingid",
                Text::new("chat-step-app").name("app", &app.name),
            )
        }
    };
    let label = || match app {
        None => Text::new("chat-layer-environment"),
        Some(app) => Text::new("chat-layer-app").name("app", &app.name),
    };
    let slot = app.map_or_else(|| ENVIRONMENT_ROW.to_owned(), |app| format!("{APP_ROW}{}", app.id));
    let key = (DEFINITION, switch.definition.as_str());
    let holds = |value: Option<bool>| match value {
        Some(value) => vec![member(label(), key, &[("value", json!(value.to_string()))])],
        None => vec![no_member(label(), key)],
    };
    let save = |value: bool| {
        let app = app.map(|app| app.unique_name.as_str());
        post(&settings::save_path(), &settings::save_body(SETTING, app, value))
    };
    // Takes the value away: not the same as writing false.
    let remove = |id: &str, value: bool| Change {
        guard: probe(&row(id), vec![field(label(), "/value", json!(value.to_string()))]),
        action: delete(row(id)),
        proof: probe(&path, holds(None)),
        patience: None,
    };
    let put = |from: Option<bool>, to: bool| {
        let mut proof = holds(Some(to));
        proof.push(found(label(), key, id_column, &slot));
        Change {
            guard: probe(&path, holds(from)),
            action: save(to),
            proof: probe(&path, proof),
            patience: None,
        }
    };
    let id = match &wanted.layer {
        Layer::Environment => switch.environment_row.as_deref(),
        Layer::App(name) => switch
            .app_rows
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, id)| id.as_str()),
    };
    let (change, undo) = match (wanted.from, wanted.to) {
        (None, Some(to)) => (put(None, to), back(remove(&placeholder(&slot), to))),
        (Some(from), Some(to)) => (put(Some(from), to), back(put(Some(to), from))),
        (Some(from), None) => (remove(id.ok_or(PlanError::Gone)?, from), back(put(None, from))),
        (None, None) => return Err(PlanError::NothingToDo),
    };
    let key = app.map_or("environment", |app| app.unique_name.as_str());
    Ok(Step {
        unproven: Some(Text::new("chat-unproven-switch")),
        ..step(
            format!("switch:{key}"),
            title,
            vec![delta(label(), three(wanted.from), three(wanted.to))],
            change,
            undo,
        )
    })
}

/// Without the setting, the page's own switch: turned off by Latchkey, on by the admin, because that may open the window
/// that asks for consent; then saved by the admin, since Save is no switch.
fn by_page(on: bool) -> Vec<Step> {
    let label = || Text::new("chat-switch");
    let shows = |checked: bool| on_page(MASTER, vec![field(label(), "/checked", Value::Bool(checked))]);
    let turn = |on: bool| Change {
        guard: shows(!on),
        action: if on {
            Action::Guide {
                instruction: Text::new("chat-guide-page-on"),
                locator: Some(MASTER.to_owned()),
            }
        } else {
            Action::Page {
                locator: MASTER_OFF.to_owned(),
                act: PageAct::Set { checked: false },
            }
        },
        proof: shows(on),
        patience: None,
    };
    let words = |on: bool| Delta {
        label: label(),
        from: on_off(!on),
        to: on_off(on),
    };
    let saved = || Change {
        guard: page_save(false),
        action: Action::Guide {
            instruction: Text::new("chat-guide-page-save"),
            locator: Some(SAVE.to_owned()),
        },
        proof: page_save(true),
        patience: None,
    };
    let switch = Step {
        reason: Text::new("chat-reason-page"),
        unproven: Some(Text::new("chat-unproven-page")),
        ..step(
            "switch:page".to_owned(),
            Text::new("chat-step-page"),
            vec![words(on)],
            turn(on),
            back(turn(!on)),
        )
    };
    let save = Step {
        reason: Text::new("chat-reason-page-save"),
        needs: vec![switch.id.clone()],
        unproven: Some(Text::new("chat-unproven-page")),
        ..step(
            "switch:page-save".to_owned(),
            Text::new("chat-step-page-save"),
            Vec::new(),
            saved(),
            Undo::After(Box::new(saved())),
        )
    };
    vec![switch, save]
}

/// Save can be pressed only while something is not saved.
fn page_save(disabled: bool) -> Probe {
    let is = field(Text::new("chat-page-saved"), "/disabled", Value::Bool(disabled));
    on_page(SAVE, vec![is])
}
