//! The Sales agent's settings page driven by a plan (S000-04 to S000-12, S000-20 to S000-22): the way to the switch, saved
//! by a button or by the page itself, waited for in Salesforce, ended by the page's own error; without the page, guided.
#![cfg(test)]
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "in a test a surprise is a failure"
)]

#[allow(dead_code, reason = "each test crate uses its own part")]
#[path = "../memory_journal/mod.rs"]
mod memory_journal;
mod others;
mod refused;
mod saving;
mod tenant;

use std::cell::{Cell, RefCell};

use latchkey::domain::organization::{EnvironmentKind, Organization, SignedInUser};
use latchkey::domain::reading::Reading;
use latchkey::domain::salesforce::connection::{App, Components, PermissionSet, State, User};
use latchkey::http::{LocalFuture, Millis, Request, Response, TransportError};
use latchkey::plan::drive::{Command, Handle, JournalStore, World, drive};
use latchkey::plan::grants::Grants;
use latchkey::plan::history::is_unsettled;
use latchkey::plan::journal::RunRecord;
use latchkey::plan::model::{Action, PageAct, Plan, Risk, Service, Target, Undo};
use latchkey::plan::progress::{Phase, Progress, StepState};
use latchkey::plan::run::{Choice, Run};
use latchkey::plan::start::Approval;
use latchkey::plan::undo::{CannotUndo, can_take_back, undo_plan};
use latchkey::portal::sales_settings as at;
use latchkey::recipes::Readiness;
use latchkey::recipes::salesforce_connection::planning::offered;
use latchkey::recipes::salesforce_connection::settings_page::{Pages, SettingsPage};
use latchkey::recipes::salesforce_connection::{
    Choices, Observed, PlanError, Wanted, explain_undo, plan, read_page, readiness,
};
use memory_journal::{Journal, block_on};
use serde_json::{Value, json};
use tenant::*;

fn ids(plan: &Plan) -> Vec<&str> {
    plan.steps.iter().map(|step| step.id.as_str()).collect()
}

fn why(progress: &Progress) -> String {
    let failed = progress.steps.iter().find_map(|step| match &step.state {
        StepState::Failed { why } => Some(format!("{why:?}")),
        _ => None,
    });
    failed.unwrap_or_default()
}

/// Whether somebody else has changed what this step rests on.
fn is_conflict(progress: &Progress, step: usize) -> bool {
    matches!(progress.steps[step].state, StepState::Conflict { .. })
}

#[test]
fn s000_04_to_s000_09_access_is_switched_on_and_saved_on_the_page_and_waited_for_in_salesforce() {
    let tenant = Tenant::default();
    let plan = tenant.plan(Wanted::Connect, false);
    assert_eq!(
        ids(&plan),
        [
            "users:still",
            "page:unsaved",
            "page:settings",
            "page:connectors",
            "page:salesforce",
            "page:access",
            "page:switched",
            "page:save",
            "access:on"
        ]
    );
    assert!(plan.writes().is_empty(), "nothing but the page is acted on");
    assert_eq!(plan.steps[8].change.action, Action::Await);
    assert_eq!(plan.targets[1].host, FRAME);
    let progress = tenant.apply(plan);
    assert_eq!(progress.phase, Phase::Done, "{progress:?}");
    let way = [at::SETTINGS, at::CONNECTORS, at::SALESFORCE, at::ACCESS, at::UNSAVED];
    assert_eq!(*tenant.pressed.borrow(), way, "each once, Save too");
    // Open already, the way is not gone again; and what the page shows is held against Salesforce.
    let observed = tenant.observed(true);
    let shown = observed.page.shown().unwrap();
    assert_eq!(shown.access, Some(true));
    let named = |user: &str| shown.names("Copilot for Sales connected app", user);
    assert_eq!(named("Copilot for Sales integration user"), Some(true));
    assert_eq!(named("M365 Copilot Sales integration user"), Some(false));
    assert_eq!(
        ids(&tenant.plan(Wanted::TurnOff, false)),
        [
            "users:still",
            "apps:still:0H4xx0000000001AAA",
            "page:unsaved",
            "page:access",
            "page:switched",
            "page:save",
            "access:off",
            "app:gone:0H4xx0000000001AAA"
        ]
    );
}

#[test]
fn s000_08_a_user_that_is_there_before_its_permission_set_was_brought_about_and_is_no_conflict() {
    for bare in 1..4 {
        let tenant = Tenant::default();
        tenant.is_quick.set(true);
        tenant.bare.set(bare);
        let progress = tenant.apply(tenant.plan(Wanted::Connect, false));
        let state = &progress.steps[8].state;
        assert!(
            matches!(state, StepState::Done { already: false, .. }),
            "{bare}: {progress:?}"
        );
        assert_eq!(tenant.bare.get(), 0);
    }
}

#[test]
fn s000_08_what_shows_at_once_was_brought_about_all_the_same_and_can_be_taken_back() {
    let tenant = Tenant::default();
    tenant.is_quick.set(true);
    let run = tenant.run(tenant.plan(Wanted::Connect, false));
    let made = |progress: &Progress| matches!(progress.steps[8].state, StepState::Done { already: false, .. });
    assert!(made(&run.progress()), "{:?}", run.progress());
    let back = undo_plan(&run.record(), tenant.now.get()).unwrap();
    assert_eq!(ids(&back).len(), 1, "access is turned off again, by hand");
}

#[test]
fn s000_10_an_undo_is_done_on_the_page_where_it_is_in_sight_and_says_what_it_brings() {
    for wanted in [Wanted::Connect, Wanted::TurnOff] {
        let tenant = Tenant::default();
        if wanted == Wanted::TurnOff {
            tenant.apply(tenant.plan(Wanted::Connect, false));
        }
        let run = tenant.run(tenant.plan(wanted, false));
        let by_hand = {
            let mut back = undo_plan(&run.record(), 0).unwrap();
            let by_hand = Choices {
                wanted: None,
                by_hand: true,
            };
            explain_undo(&mut back, Some(&tenant.observed(tenant.user.get() > 0)), by_hand);
            back
        };
        assert_eq!(by_hand.steps.len(), 1);
        assert!(matches!(by_hand.steps[0].change.action, Action::Guide { .. }));

        tenant.pressed.borrow_mut().clear();
        let mut back = undo_plan(&run.record(), 0).unwrap();
        let observed = tenant.observed(tenant.user.get() > 0);
        explain_undo(&mut back, Some(&observed), Choices::default());
        let last = if wanted == Wanted::Connect {
            "undo:access:on"
        } else {
            "undo:access:off"
        };
        assert_eq!(
            ids(&back),
            [
                "users:still",
                "page:unsaved",
                "page:access",
                "page:switched",
                "page:save",
                last
            ]
        );
        assert_eq!(back.targets.len(), 2, "Salesforce and the page");
        let risk = if wanted == Wanted::Connect {
            Risk::Disruptive
        } else {
            Risk::Reversible
        };
        assert!(
            back.steps
                .iter()
                .filter(|step| step.id == last)
                .all(|step| step.risk == risk)
        );
        let means = if wanted == Wanted::Connect {
            "salesforce-note-off"
        } else {
            "salesforce-note-connect"
        };
        assert_eq!(back.notes[0].id, means);
        let progress = tenant.apply(back);
        assert_eq!(progress.phase, Phase::Done, "{progress:?}");
        assert_eq!(*tenant.pressed.borrow(), [at::ACCESS, at::UNSAVED]);
        assert_eq!(tenant.user.get() > 0, wanted == Wanted::TurnOff);
    }
}

#[test]
fn s000_08_what_other_steps_brought_about_has_no_way_back_once_it_was_taken_back() {
    let tenant = Tenant::default();
    tenant.is_quick.set(true);
    let run = tenant.run(tenant.plan(Wanted::Connect, false));
    let back = undo_plan(&run.record(), tenant.now.get()).unwrap();
    assert!(
        matches!(back.steps[0].undo, Undo::None { .. }),
        "nobody would do what a step waits for: {:?}",
        back.steps[0].undo
    );
    let undone = tenant.driven(back, |_, progress| {
        if matches!(progress.phase, Phase::WaitingForAdmin { .. }) {
            tenant.user.set(0);
        }
    });
    assert_eq!(undone.progress().phase, Phase::Done);
    let again = undo_plan(&undone.record(), tenant.now.get());
    assert!(matches!(again, Err(CannotUndo::NoWayBack { .. })), "{again:?}");
    assert_eq!(can_take_back(&undone.record()), (0, 1));
}

#[test]
fn s000_08_stop_ends_the_wait_after_one_more_look() {
    let tenant = Tenant::default();
    let stopped = Cell::new(None);
    let run = tenant.driven(tenant.plan(Wanted::Connect, false), |handle, progress| {
        let waits = matches!(
            progress.steps[progress.steps.len() - 1].state,
            StepState::Proving { tries: 2.., .. }
        );
        if waits && stopped.get().is_none() {
            stopped.set(Some((tenant.now.get(), progress.requests)));
            handle.tell(Command::Cancel);
        }
    });
    let (at, requests) = stopped.get().unwrap();
    let progress = run.progress();
    assert_eq!(progress.phase, Phase::Ended);
    assert!(
        matches!(
            progress.steps[progress.steps.len() - 1].state,
            StepState::NotYetShown { .. }
        ),
        "{progress:?}"
    );
    // This world sleeps as soon as it is asked to.
    assert!(tenant.now.get() - at < 5000, "{} ms", tenant.now.get() - at);
    assert!(
        progress.requests - requests <= 2,
        "a look at Salesforce, and at what the page says"
    );
    assert!(run.record().header.ended_at.is_some());
}

#[test]
fn s000_10_to_s000_12_access_goes_off_whether_save_is_pressed_or_the_page_saves_by_itself_and_then_closes() {
    for saves in [false, true] {
        let tenant = Tenant::default();
        tenant.apply(tenant.plan(Wanted::Connect, false));
        tenant.saves.set(saves);
        tenant.pressed.borrow_mut().clear();
        let plan = tenant.plan(Wanted::TurnOff, false);
        let acts = || plan.steps.iter().filter(|step| !step.is_check());
        assert!(acts().all(|step| step.risk == Risk::Disruptive));
        let progress = tenant.apply(plan);
        assert_eq!(progress.phase, Phase::Done, "{progress:?}");
        assert_eq!(tenant.pressed.borrow().contains(&at::UNSAVED.to_owned()), !saves);
        assert_eq!(tenant.gone.get(), saves, "the wait for Salesforce needs no page");
        assert_eq!(tenant.user.get(), 0);
    }
}

#[test]
fn s000_04_without_the_page_or_by_choice_the_steps_are_guided() {
    let tenant = Tenant::default();
    let guided = |plan: &Plan| matches!(plan.steps[1].change.action, Action::Guide { .. });
    let by_hand = tenant.plan(Wanted::Connect, true);
    assert!(guided(&by_hand) && by_hand.targets.len() == 1 && by_hand.presses().is_empty());
    tenant.gone.set(true);
    let observed = tenant.observed(false);
    assert_eq!(observed.page, SettingsPage::Found(vec![FRAME.to_owned()]));
    assert!(guided(&tenant.plan(Wanted::Connect, false)));
}
