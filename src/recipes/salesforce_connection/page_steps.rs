//! The steps on the Sales agent's own settings page: the way to **Salesforce** under **Agent connections**, the switch,
//! **Save** and **Reconnect** (S000-04 to S000-10, S000-22). Whether it worked only Salesforce tells; what the page says
//! went wrong ends the wait for that in the page's own words (S000-20, S000-21).

use serde_json::{Value, json};

use super::settings_page::Shown;
use crate::domain::organization::{EnvironmentKind, SignedInUser};
use crate::plan::model::{
    Action, Change, Condition, Delta, LockProbe, PageAct, Patience, Probe, Read, Risk, Service, Step, Target, Undo,
};
use crate::portal::sales_settings as at;
use crate::recipes::dataverse::words::on_off;
use crate::text::Text;

/// Key of the page among a plan's targets.
pub const PAGE: &str = "sales-settings";
/// Id of the step that switches access.
pub const SWITCH: &str = "page:access";
/// Id of the step that saves.
pub const SAVE: &str = "page:save";

/// How long the product may take, in milliseconds; documented are "a few minutes" (S000-08).
const MADE_MS: u64 = 20 * 60_000;

/// For how long Salesforce is asked what came of it, heeding the page.
pub fn patience() -> Patience {
    Patience {
        millis: MADE_MS,
        percent: None,
        agrees: Vec::new(),
        fails: Vec::new(),
        why: None,
        hints: Vec::new(),
        alert: Some(at::ALERT.to_owned()),
    }
}

/// The page as a target: its host is looked at again before anything is done and after every navigation. Which tenant and
/// which Salesforce organization it is about, it does not tell: of what kind that one is nobody knows, so that a name is
/// always typed.
pub fn target(shown: &Shown, admin: &SignedInUser) -> Target {
    let label = || Text::new("salesforce-lock-page");
    Target {
        id: PAGE.to_owned(),
        service: Service::Page,
        identity: shown.host.clone(),
        name: shown.host.clone(),
        host: shown.host.clone(),
        kind: EnvironmentKind::Unknown,
        user: admin.clone(),
        lock: vec![LockProbe {
            probe: look(at::PAGE, vec![holds(label(), "/host", json!(shown.host))]),
            what: label(),
            required: true,
        }],
    }
}

/// A look at the page.
pub fn look(locator: &str, conditions: Vec<Condition>) -> Probe {
    Probe {
        read: Read::Page {
            locator: locator.to_owned(),
        },
        conditions,
    }
}

fn holds(label: Text, pointer: &str, equals: Value) -> Condition {
    Condition::Field {
        label,
        pointer: pointer.to_owned(),
        equals,
    }
}

/// Something is on the page, or not.
pub fn there(name: &'static str, there: bool) -> Condition {
    holds(Text::new(name), "/there", json!(there))
}

/// A press.
pub fn press(locator: &str) -> Action {
    Action::Page {
        locator: locator.to_owned(),
        act: PageAct::Press,
    }
}

fn step(id: &str, title: Text, reason: &'static str, change: Change) -> Step {
    Step {
        id: id.to_owned(),
        target: PAGE.to_owned(),
        title,
        reason: Text::new(reason),
        delta: Vec::new(),
        risk: Risk::Reversible,
        needs: Vec::new(),
        change,
        undo: Undo::Nothing {
            why: Text::new("salesforce-undo-page"),
        },
        unproven: Some(Text::new("salesforce-unproven-page")),
    }
}

/// What opens what, from the Sales app's start to the switch; each with its name.
const WAY: [(&str, &str, &str); 4] = [
    (at::SETTINGS, "salesforce-page-settings", "page:settings"),
    (at::CONNECTORS, "salesforce-page-connectors", "page:connectors"),
    (at::SALESFORCE, "salesforce-page-salesforce", "page:salesforce"),
    (at::ACCESS, "salesforce-access", ""),
];

/// The way to the switch, from what is in sight; only while these checks hold.
pub fn way(shown: &Shown, checks: &[Step]) -> Vec<Step> {
    let begin = WAY.iter().rposition(|(locator, _, _)| shown.has(locator)).unwrap_or(0);
    let mut steps: Vec<Step> = Vec::new();
    for pair in WAY.windows(2).skip(begin) {
        let [(locator, name, id), (next, next_name, _)] = pair else {
            continue;
        };
        let change = Change {
            guard: look(locator, vec![there(name, true)]),
            action: press(locator),
            proof: look(next, vec![there(next_name, true)]),
            patience: None,
        };
        let title = Text::new("salesforce-step-open").message("what", Text::new(name));
        let mut opens = Step {
            delta: vec![Delta {
                label: Text::new(next_name),
                from: Text::new("salesforce-not-there"),
                to: Text::new("salesforce-there"),
            }],
            ..step(id, title, "salesforce-reason-open", change)
        };
        opens.needs.extend(steps.last().map(|before| before.id.clone()));
        if steps.is_empty() {
            opens.needs.extend(ids(checks));
        }
        steps.push(opens);
    }
    steps
}

/// The ids of steps.
pub fn ids(steps: &[Step]) -> impl Iterator<Item = String> {
    steps.iter().map(|step| step.id.clone())
}

/// **Turn on access** brought to `on`, then **Save** where the page has something to save: it may save the switch by itself
/// (the article names no Save for turning off, S000-10).
pub fn switch(shown: &Shown, on: bool, risk: Risk, checks: &[Step]) -> Vec<Step> {
    let mut steps = way(shown, checks);
    let is = |on: bool| {
        look(
            at::ACCESS,
            vec![holds(Text::new("salesforce-access"), "/checked", json!(on))],
        )
    };
    let set = Change {
        guard: is(!on),
        action: Action::Page {
            locator: at::ACCESS.to_owned(),
            act: PageAct::Set { checked: on },
        },
        proof: is(on),
        patience: None,
    };
    let title = Text::new(if on {
        "salesforce-step-switch-on"
    } else {
        "salesforce-step-switch-off"
    });
    let mut switched = Step {
        delta: vec![Delta {
            label: Text::new("salesforce-access"),
            from: on_off(!on),
            to: on_off(on),
        }],
        risk,
        ..step(SWITCH, title, "salesforce-reason-switch", set)
    };
    switched.needs.extend(steps.last().map(|before| before.id.clone()));
    switched.needs.extend(ids(checks));
    steps.push(switched);
    let unsaved = |is: bool| look(at::UNSAVED, vec![there("salesforce-page-unsaved", is)]);
    let save = Change {
        guard: unsaved(true),
        action: press(at::UNSAVED),
        proof: unsaved(false),
        patience: None,
    };
    let mut saved = Step {
        delta: vec![Delta {
            label: Text::new("salesforce-page-unsaved"),
            from: Text::new("salesforce-there"),
            to: Text::new("salesforce-not-there"),
        }],
        risk,
        ..step(SAVE, Text::new("salesforce-step-save"), "salesforce-reason-save", save)
    };
    saved.needs.push(SWITCH.to_owned());
    saved.needs.extend(ids(checks));
    steps.push(saved);
    steps
}
