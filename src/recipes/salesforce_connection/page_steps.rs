//! The steps on the Sales agent's own settings page: the way to **Salesforce** under **Agent connections**, the switch,
//! **Save** and **Reconnect** (S000-04 to S000-10, S000-22). Whether it worked only Salesforce tells; what the page says
//! went wrong ends the wait for that in the page's own words (S000-20, S000-21).

use serde_json::json;

use super::settings_page::Shown;
use crate::domain::organization::{EnvironmentKind, SignedInUser};
use crate::plan::making::{field, on_page};
use crate::plan::model::{
    Action, Change, Condition, Delta, LockProbe, PageAct, Patience, Probe, Risk, Service, Step, Target, Undo,
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
/// Id of the check that the page has nothing else to save.
pub const UNSAVED: &str = "page:unsaved";
/// Id of the check that what is saved is Salesforce's switch.
pub const SWITCHED: &str = "page:switched";

/// How long the product may take, in milliseconds; documented are "a few minutes" (S000-08).
const MADE_MS: u64 = 20 * 60_000;

/// How long the page may take to save, in milliseconds.
const SAVED_MS: u64 = 60_000;

/// For how long Salesforce is asked what came of it, heeding the page where it is in sight: an error that made one choose
/// **Reconnect** may stand there for a while. What Salesforce shows before anything was done somebody else has brought
/// about (S000-13).
pub fn patience(shown: Option<&Shown>) -> Patience {
    Patience {
        alert: shown.map(|_| at::ALERT.to_owned()),
        stood: shown.map(|shown| shown.alerts.clone()).unwrap_or_default(),
        anew: Some(true),
        ..Patience::of(MADE_MS)
    }
}

/// For how long the page is looked at until it has saved: an error of its own ends that.
fn until_saved(shown: &Shown) -> Patience {
    Patience {
        alert: Some(at::ALERT.to_owned()),
        stood: shown.alerts.clone(),
        ..Patience::of(SAVED_MS)
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
            probe: on_page(at::PAGE, vec![field(label(), "/host", json!(shown.host))]),
            what: label(),
            required: true,
        }],
    }
}

/// Something is on the page, or not.
pub fn there(name: &'static str, there: bool) -> Condition {
    field(Text::new(name), "/there", json!(there))
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

/// Something of the page that has to be so right before each act that needs it.
fn check(id: &str, title: &'static str, reason: &'static str, is: Probe) -> Step {
    let change = Change {
        guard: is.clone(),
        action: Action::Await,
        proof: is,
        patience: None,
    };
    step(id, Text::new(title), reason, change)
}

/// Whether the page has something to save.
fn unsaved(is: bool) -> Probe {
    on_page(at::UNSAVED, vec![there("salesforce-page-unsaved", is)])
}

/// That nothing stands unsaved on the page, which **Save** would save as well.
pub fn nothing_unsaved() -> Step {
    check(
        UNSAVED,
        "salesforce-step-none-unsaved",
        "salesforce-reason-none-unsaved",
        unsaved(false),
    )
}

/// What opens what, from the Sales app's start to the switch; each with its name. The switch is only in sight among
/// Salesforce's own settings: what other data sources' are open, the way goes past.
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
            guard: on_page(locator, vec![there(name, true)]),
            action: press(locator),
            proof: on_page(next, vec![there(next_name, true)]),
            patience: None,
        };
        let title = Text::new("salesforce-step-open").message("what", Text::new(name));
        let reason = match *next {
            at::ACCESS => "salesforce-reason-open-pane",
            at::CONNECTORS => "salesforce-reason-open-settings",
            _ => "salesforce-reason-open",
        };
        let mut opens = Step {
            delta: vec![Delta {
                label: Text::new(next_name),
                from: Text::new("salesforce-not-there"),
                to: Text::new("salesforce-there"),
            }],
            ..step(id, title, reason, change)
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
/// (the article names no Save for turning off, S000-10). `undo` is that of the switch.
pub fn switch(shown: &Shown, on: bool, risk: Risk, checks: &[Step], undo: Undo) -> Vec<Step> {
    let mut steps = way(shown, checks);
    let is = |on: bool| {
        on_page(
            at::ACCESS,
            vec![field(Text::new("salesforce-access"), "/checked", json!(on))],
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
        undo,
        ..step(SWITCH, title, "salesforce-reason-switch", set)
    };
    switched.needs.extend(steps.last().map(|before| before.id.clone()));
    switched.needs.extend(ids(checks));
    steps.push(switched);
    let title = if on {
        "salesforce-step-switched-on"
    } else {
        "salesforce-step-switched-off"
    };
    let mut stands = check(SWITCHED, title, "salesforce-reason-switched", is(on));
    stands.needs.push(SWITCH.to_owned());
    steps.push(stands);
    let save = Change {
        guard: unsaved(true),
        action: press(at::UNSAVED),
        proof: unsaved(false),
        patience: Some(until_saved(shown)),
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
    saved.needs.extend([SWITCH, SWITCHED].map(str::to_owned));
    // Now there is something to save: the switch.
    saved.needs.extend(ids(checks).filter(|check| check != UNSAVED));
    steps.push(saved);
    steps
}
