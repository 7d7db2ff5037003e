//! Turning **Transcription** of the organization-wide meeting policy on as a step of a plan (S001-10, S001-11): through
//! the policy's own API, where a token for it is granted, or on the Teams admin center's page, read back either way.

use serde_json::json;

use crate::domain::organization::{EnvironmentKind, SignedInUser};
use crate::plan::making::{field, on_page, probe};
use crate::plan::model::{
    Action, Change, Condition, Delta, LockProbe, PageAct, Probe, Read, Risk, Service, Step, Target, Undo, Write,
    WriteCondition,
};
use crate::portal::teams_admin;
use crate::recipes::dataverse::words::{chosen, on_off};
use crate::services::teams::{GLOBAL, MeetingPolicy, meeting_policy, set_transcription};
use crate::text::Text;

/// Key of the tenant's Teams among a plan's targets.
pub const TARGET: &str = "teams";
/// Key of the Teams admin center's page among a plan's targets.
pub const PAGE: &str = "teams-admin";

/// The configuration API as a target. It tells no tenant: that is Entra's, whose token it takes, and the run's other
/// targets'.
pub fn target(tenant: (&str, &str), host: &str, admin: &SignedInUser) -> Target {
    Target {
        id: TARGET.to_owned(),
        service: Service::Teams,
        identity: tenant.0.to_owned(),
        name: tenant.1.to_owned(),
        host: host.to_owned(),
        kind: EnvironmentKind::Unknown,
        user: admin.clone(),
        lock: vec![LockProbe {
            probe: Probe {
                read: Read::Http(meeting_policy(GLOBAL).request()),
                conditions: vec![identity()],
            },
            what: Text::new("transcription-lock"),
            required: true,
        }],
    }
}

/// The page as a target: the admin center's menu must be on it.
pub fn page(admin: &SignedInUser) -> Target {
    Target {
        id: PAGE.to_owned(),
        service: Service::Page,
        identity: teams_admin::HOST.to_owned(),
        name: "Microsoft Teams".to_owned(),
        host: teams_admin::HOST.to_owned(),
        kind: EnvironmentKind::Unknown,
        user: admin.clone(),
        lock: vec![LockProbe {
            probe: shows(teams_admin::MEETING_POLICIES, "/there", true),
            what: Text::new("transcription-lock-page"),
            required: true,
        }],
    }
}

fn identity() -> Condition {
    field(Text::new("transcription-lock"), "/Identity", json!(GLOBAL))
}

fn delta(on: bool) -> Vec<Delta> {
    vec![Delta {
        label: Text::new("transcription-label"),
        from: on_off(!on),
        to: on_off(on),
    }]
}

fn step(id: &str, target: &str, change: Change, undo: Undo) -> Step {
    let delta = delta(true);
    Step {
        id: id.to_owned(),
        target: target.to_owned(),
        title: Text::new("transcription-step"),
        reason: chosen(&delta),
        delta,
        // Everybody's meetings can be transcribed from then on.
        risk: Risk::Disruptive,
        needs: Vec::new(),
        change,
        undo,
        unproven: Some(Text::new("transcription-unproven")),
    }
}

/// The step through the API.
pub fn by_api(policy: &MeetingPolicy) -> Step {
    let is = |on: bool| {
        probe(
            meeting_policy(&policy.identity).request(),
            vec![field(label(), "/AllowTranscription", json!(on))],
        )
    };
    let to = |on: bool| Change {
        guard: is(!on),
        action: Action::Http(Write {
            request: set_transcription(policy, on),
            condition: WriteCondition::None,
            repeatable: true,
            takes: Vec::new(),
            at: None,
        }),
        proof: is(on),
        patience: None,
    };
    step("transcription", TARGET, to(true), Undo::Change(Box::new(to(false))))
}

fn label() -> Text {
    Text::new("transcription-label")
}

fn shows(locator: &str, pointer: &str, is: bool) -> Probe {
    on_page(locator, vec![field(label(), pointer, json!(is))])
}

/// The steps on the page: to the policy by way of the list, so that it is that one; the switch; **Save**; and by way of the
/// list to the policy once more, since a page that has just saved shows what it was told, and one that was opened anew
/// what was kept. All are taken back in this order.
pub fn by_page() -> Vec<Step> {
    let there = |locator: &str, is: bool| shows(locator, "/there", is);
    let switched = |on: bool| shows(teams_admin::TRANSCRIPTION, "/checked", on);
    let press = |locator: &str, guard: Probe, proof: Probe| Change {
        guard,
        action: Action::Page {
            locator: locator.to_owned(),
            act: PageAct::Press,
        },
        proof,
        patience: None,
    };
    let list = || {
        press(
            teams_admin::MEETING_POLICIES,
            there(teams_admin::MEETING_POLICIES, true),
            there(teams_admin::GLOBAL_ROW, true),
        )
    };
    let open = || {
        press(
            teams_admin::GLOBAL_ROW,
            there(teams_admin::GLOBAL_ROW, true),
            there(teams_admin::GLOBAL, true),
        )
    };
    let switch = |on: bool| Change {
        guard: switched(!on),
        action: Action::Page {
            locator: teams_admin::TRANSCRIPTION.to_owned(),
            act: PageAct::Set { checked: on },
        },
        proof: switched(on),
        patience: None,
    };
    let save = || {
        press(
            teams_admin::SAVE,
            there(teams_admin::UNSAVED, true),
            there(teams_admin::UNSAVED, false),
        )
    };
    let seen = |on: bool| {
        press(
            teams_admin::GLOBAL_ROW,
            there(teams_admin::GLOBAL_ROW, true),
            switched(on),
        )
    };
    let ways = [
        ("transcription:list", "transcription-list", list(), list()),
        ("transcription:open", "transcription-open", open(), open()),
        ("transcription", "transcription-step", switch(true), switch(false)),
        ("transcription:save", "transcription-save", save(), save()),
        ("transcription:again", "transcription-list", list(), list()),
        ("transcription:seen", "transcription-seen", seen(true), seen(false)),
    ];
    let mut steps: Vec<Step> = Vec::with_capacity(ways.len());
    for (id, title, change, back) in ways {
        let whole = step(id, PAGE, change, Undo::After(Box::new(back)));
        // All of those before it: one that was already so is not taken back, and the order must not break there.
        let needs = steps.iter().map(|before| before.id.clone()).collect();
        // Going somewhere on the page changes nothing.
        let goes = !matches!(id, "transcription" | "transcription:save");
        steps.push(Step {
            needs,
            title: Text::new(title),
            delta: if id == "transcription" {
                whole.delta.clone()
            } else {
                Vec::new()
            },
            risk: if goes { Risk::Reversible } else { whole.risk },
            ..whole
        });
    }
    steps
}
