//! Values a plan speaks of before they are known: found, secret, and files; and what is done on a page, which forgets.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test stops at once; the lints' own exemption does not reach functions beside the tests"
)]

mod cloud;
mod files;
mod killed;
mod pages;
mod plans;
mod secrets;
mod targets;
mod waiting;
mod world;

use latchkey::http::{Method, Request, Response};
use latchkey::json::{self, FromJson, ToJson};
use latchkey::plan::evidence::evidence;
use latchkey::plan::history::export;
use latchkey::plan::journal::RunRecord;
use latchkey::plan::model::*;
use latchkey::plan::progress::{Phase, SlotState, StepState};
use latchkey::plan::run::{Choice, Effect, Fed, Run, SlotRefused};
use latchkey::plan::start::{Approval, RefusedToStart};
use latchkey::plan::undo::undo_plan;
use serde_json::json;

use plans::*;
use world::{Kill, RUN, World, begin};

fn is_done(record: &RunRecord, step: &str) -> bool {
    let state = record.steps.iter().find(|record| record.step == step);
    state.is_some_and(|record| matches!(record.state, StepState::Done { .. }))
}

/// The steps' states, for a failure to be read.
fn states(record: &RunRecord) -> Vec<(&str, &StepState, bool)> {
    let steps = record.steps.iter();
    steps.map(|step| (step.step.as_str(), &step.state, step.sent)).collect()
}

/// Everything that is written or could be printed of what happened.
fn written(world: &World) -> String {
    let mut all = serde_json::to_string(&world.journal).unwrap();
    all += &export(&world.history());
    for past in &world.history().runs {
        all += &evidence(&past.record).export();
        all += &format!("{:?}", past.record);
        if let Ok(run) = Run::resume(past.record.clone()) {
            all += &format!("{run:?}");
        }
        if let Ok(plan) = undo_plan(&past.record, 1) {
            all += &json::text(&plan.to_json());
        }
    }
    all + &format!("{:?}", world.shown)
}

/// No part of a secret that tells it is in what was written.
fn assert_secret(world: &World, secret: &str) {
    let written = written(world);
    let escaped = serde_json::to_string(secret).unwrap();
    let inner = &escaped[1..escaped.len() - 1];
    for form in [secret, inner] {
        assert!(!written.contains(form), "{secret} was written: {written}");
    }
}

/// The plan has reached its end: one application, one credential, and the form has exactly that secret.
fn assert_whole(world: &World, told: &str) {
    let cloud = &world.cloud;
    assert_eq!(cloud.apps.len(), 1, "{told}");
    assert_eq!(cloud.keys.len(), 1, "an orphan was left: {told}");
    let saved = cloud.saved.as_ref().unwrap_or_else(|| panic!("not saved: {told}"));
    assert_eq!(saved["form.app"], cloud.apps[0].0, "{told}");
    assert_eq!(saved["form.secret"], cloud.keys[0].3, "{told}");
    assert_eq!(cloud.sent, 1, "sent twice: {told}");
}

/// How many effects a plan takes when nothing happens.
fn effects(plan: &Plan, gives: &[(&'static str, String)]) -> usize {
    let mut world = World::new();
    world.gives = gives.to_vec();
    world.apply(plan, RUN);
    world.effects
}

#[test]
fn g8_found_values_are_journalled_and_stand_in_later_requests() {
    let mut world = World::new();
    let record = world.apply(&whole(), RUN);
    assert_whole(&world, "nothing happened");
    assert!(
        record
            .steps
            .iter()
            .all(|step| matches!(step.state, StepState::Done { already: false, .. }))
    );
    let app = &world.cloud.apps[0].0.clone();
    assert_eq!(record.steps[0].found, [("app".to_owned(), app.clone())].into());
    assert_eq!(record.steps[1].found.keys().collect::<Vec<_>>(), ["key"]);
    let shown = evidence(&record);
    assert_eq!(
        shown.steps[1].request.as_deref(),
        Some(&*format!("POST /apps/{app}/addPassword"))
    );
    // "Already so" finds it as well, and nothing is made twice.
    let mut only = plan(
        vec![slot("app", SlotKind::Found(Shape::Guid))],
        vec![app_and_its_user()],
    );
    only.steps.insert(0, plans::app());
    world.cloud.form.clear();
    let again = world.apply(&only, "r2");
    assert_eq!(world.cloud.apps.len(), 1);
    assert!(matches!(again.steps[0].state, StepState::Done { already: true, .. }));
    assert_eq!(world.cloud.form["form.app"], *app);
}

fn app_and_its_user() -> Step {
    fill("form.app", "~app~", is("/value", json!("~app~")), &["app"])
}

#[test]
fn g8_a_value_the_service_chose_cannot_pass_for_a_placeholder_nor_break_out_of_its_place() {
    for chosen in ["~client-secret~", "", "a\nb", "a~b", &"x".repeat(600)] {
        let mut world = World::new();
        world.cloud.apps.push((chosen.to_owned(), "Leads".into()));
        let record = world.apply(&whole(), RUN);
        assert!(!is_done(&record, "credential"), "{chosen:?}");
        assert!(
            record.steps.iter().all(|step| step.found.keys().next().is_none()),
            "{:?}",
            states(&record)
        );
    }
}

#[test]
fn g8_a_value_of_another_shape_than_its_slots_is_named_and_gets_into_no_path_and_no_field() {
    let ours = "aaaaaaaa-0000-4000-8000-000000000001";
    for odd in [
        "a/b?c='d'#\"e",
        "..",
        "7",
        "Leads",
        &format!("{ours}/addPassword"),
        &format!("{{{ours}}}"),
        &format!("{ours}-1"),
    ] {
        let mut world = World::new();
        world.cloud.apps.push((odd.to_owned(), "Leads".into()));
        let record = world.apply(&whole(), RUN);
        let state = &record.steps[0].state;
        assert!(
            matches!(state, StepState::Failed { why } if why.id == "run-slot-odd"),
            "{odd}: {state:?}"
        );
        assert!(record.steps.iter().all(|step| step.found.keys().next().is_none()));
        assert!(world.cloud.keys.is_empty() && world.cloud.form.is_empty(), "{odd}");
    }
    let filled = |told: &str, shape: Shape| {
        let mut world = World::new();
        world.cloud.apps.push((told.to_owned(), "Leads".into()));
        let slots = vec![slot("app", SlotKind::Found(shape))];
        world.apply(&plan(slots, vec![plans::app(), app_and_its_user()]), RUN);
        world.cloud.form.get("form.app").cloned()
    };
    let upper = ours.to_uppercase();
    assert_eq!(filled(&upper, Shape::Guid), Some(upper));
    let grant = "l5eW7x0ga0-WDOntXzHateQDNpSH5-lPk9HjD3Sarjk_";
    assert_eq!(filled(grant, Shape::Id).as_deref(), Some(grant));
    for odd in ["a.b", "a b", "a=", "1)", "\u{e5}"] {
        assert_eq!(filled(odd, Shape::Id), None, "{odd}");
    }
}

#[test]
fn g1_the_room_that_is_checked_is_enough_for_what_is_found() {
    let mut world = World::new();
    world.apply(&whole(), RUN);
    let used: usize = world
        .journal
        .iter()
        .map(|(key, value)| key.len() + value.to_string().len())
        .sum();
    assert!(used as u64 <= latchkey::plan::journal::space_needed(&whole()));
}
