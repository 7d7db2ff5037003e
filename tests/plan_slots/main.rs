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
mod pages;
mod plans;
mod world;

use base64::Engine as _;
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
use sha2::{Digest, Sha256};

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
fn g8_killed_at_every_instant_the_plan_still_ends_whole_and_nothing_is_made_twice() {
    let all = effects(&whole(), &[]);
    assert!(all > 25, "{all}");
    for at in 0..all {
        for carried_out in [false, true] {
            for reloads in [false, true] {
                let mut world = World::new();
                world.kills = vec![Kill { at, carried_out }];
                world.reloads = reloads;
                world.choices = vec![Choice::Retry; 3];
                let record = world.apply(&whole(), RUN);
                let told = format!(
                    "killed at {at}, carried out: {carried_out}, page gone: {reloads}: {:?}",
                    states(&record)
                );
                assert!(world.lives == 2, "{told}");
                assert_whole(&world, &told);
                for secret in (0..9).map(|number| format!("S3cret\"{number}+/")) {
                    assert_secret(&world, &secret);
                }
            }
        }
    }
}

#[test]
fn g8_killed_twice_it_still_ends_whole() {
    let all = effects(&whole(), &[]);
    for first in (0..all).step_by(2) {
        for second in (first + 1..all + 25).step_by(5) {
            let mut world = World::new();
            world.kills = [first, second]
                .map(|at| Kill {
                    at,
                    carried_out: at % 3 != 0,
                })
                .to_vec();
            world.reloads = second % 2 == 0;
            world.choices = vec![Choice::Retry; 5];
            let record = world.apply(&whole(), RUN);
            assert_whole(
                &world,
                &format!("killed at {first} and {second}: {:?}", states(&record)),
            );
        }
    }
}

#[test]
fn g8_an_answer_that_is_lost_is_settled_by_the_proof_and_never_repeated_blindly() {
    let all = effects(&whole(), &[]);
    for at in 0..all {
        for carried_out in [false, true] {
            let mut world = World::new();
            world.lost = vec![Kill { at, carried_out }];
            world.choices = vec![Choice::Retry; 3];
            let record = world.apply(&whole(), RUN);
            assert_whole(
                &world,
                &format!("lost at {at}, carried out: {carried_out}: {:?}", states(&record)),
            );
        }
    }
}

#[test]
fn g6_killed_at_every_instant_what_was_done_can_be_settled_and_taken_back() {
    let plan = shown();
    let all = effects(&plan, &[]);
    for at in 0..all {
        for carried_out in [false, true] {
            let mut world = World::new();
            world.kills = vec![Kill { at, carried_out }];
            let told = format!("killed at {at}, carried out: {carried_out}");
            assert!(world.until_killed(begin(&plan, RUN)).is_none(), "{told}");
            if world.record(RUN).is_none() {
                assert!(world.cloud.apps.is_empty(), "{told}");
                continue;
            }
            let record = world.settle(RUN);
            match undo_plan(&record, 5) {
                Ok(undo) => {
                    let undone = world.apply(&undo, "u1");
                    assert!(
                        undone.steps.iter().all(|step| is_done(&undone, &step.step)),
                        "{told}: {undone:?}"
                    );
                }
                Err(why) => assert!(world.cloud.apps.is_empty(), "{told}: {why}"),
            }
            assert!(
                world.cloud.apps.is_empty() && world.cloud.keys.is_empty(),
                "{told}: {:?}",
                world.cloud
            );
        }
    }
}

#[test]
fn g8_an_undo_killed_at_every_instant_is_taken_up_again_with_what_was_found_and_ends_whole() {
    for plan in [shown(), ordered()] {
        let done = |kills: Vec<Kill>, reloads: bool| {
            let mut world = World::new();
            let undo = undo_plan(&world.apply(&plan, RUN), 5).unwrap();
            let begun = world.effects;
            world.kills = kills
                .into_iter()
                .map(|kill| Kill {
                    at: kill.at + begun,
                    ..kill
                })
                .collect();
            world.reloads = reloads;
            world.choices = vec![Choice::Retry; 3];
            let undone = world.apply(&undo, "u1");
            (world, undone, begun)
        };
        let (world, _, begun) = done(vec![], false);
        let all = world.effects - begun;
        assert!(all > 10, "{all}");
        for at in 0..all {
            for (carried_out, reloads) in [(false, false), (false, true), (true, false), (true, true)] {
                let (world, undone, _) = done(vec![Kill { at, carried_out }], reloads);
                let told = format!("killed at {at}, carried out: {carried_out}, page gone: {reloads}");
                assert_eq!(world.lives, 3, "{told}");
                assert!(
                    undone.steps.iter().all(|step| is_done(&undone, &step.step)),
                    "{told}: {:?}",
                    states(&undone)
                );
                let form = world.cloud.form.get("form.name").map_or("", String::as_str);
                assert!(
                    world.cloud.apps.is_empty() && world.cloud.keys.is_empty() && form.is_empty(),
                    "{told}: {:?}",
                    world.cloud
                );
                // In the order of the way back: the form first, then what it named.
                let at = |step: &str| undone.steps.iter().find(|one| one.step == step).unwrap().recorded_at;
                if plan.step("form.name").is_some() {
                    assert!(at("undo:form.name") < at("undo:app"), "{told}");
                }
            }
        }
    }
}

#[test]
fn g6_taking_back_speaks_of_what_was_found_and_taking_that_back_finds_anew() {
    let mut world = World::new();
    let record = world.apply(&shown(), RUN);
    let (app, key) = (world.cloud.apps[0].0.clone(), world.cloud.keys[0].0.clone());
    let undo = undo_plan(&record, 5).unwrap();
    let known = |plan: &Plan, id: &str| plan.slots.iter().find(|slot| slot.id == id).unwrap().kind.clone();
    let id_of = |value: &str| SlotKind::Known {
        value: value.to_owned(),
        shape: Shape::Guid,
    };
    assert_eq!(known(&undo, "app"), id_of(&app));
    assert_eq!(known(&undo, "key"), id_of(&key));
    assert_eq!(Plan::from_json(&undo.to_json()).unwrap(), undo);
    let undone = world.apply(&undo, "u1");
    assert!(world.cloud.apps.is_empty());
    let redo = undo_plan(&undone, 6).unwrap();
    assert_eq!(known(&redo, "app"), SlotKind::Found(Shape::Guid));
    let redone = world.apply(&redo, "u2");
    assert_eq!(world.cloud.apps.len(), 1);
    assert_ne!(world.cloud.apps[0].0, app);
    assert_eq!(world.seen.last(), world.cloud.keys.last().map(|key| &key.3));
    world.apply(&undo_plan(&redone, 7).unwrap(), "u3");
    assert!(world.cloud.apps.is_empty(), "the way back speaks of the first one");
}

#[test]
fn g9_a_made_secret_is_shown_once_and_the_run_waits_until_it_is_stored() {
    let mut world = World::new();
    let record = world.apply(&shown(), RUN);
    assert_eq!(world.seen, [world.cloud.keys[0].3.clone()]);
    assert!(record.header.ended_at.is_some());
    assert_secret(&world, &world.seen[0].clone());
    let states = world
        .shown
        .last()
        .unwrap()
        .slots
        .iter()
        .map(|slot| slot.state.clone())
        .collect::<Vec<_>>();
    assert!(matches!(
        &states[..],
        [SlotState::Known { .. }, SlotState::Known { .. }, SlotState::HandedOver]
    ));
    // Killed afterwards, nothing is made again.
    let mut run = Run::resume(record).unwrap();
    assert_eq!(run.next(world.now), Effect::Finished);
}

#[test]
fn g9_a_run_that_dies_with_a_secret_removes_the_orphan_by_its_key_and_makes_a_new_one() {
    let plan = shown();
    let mut world = World::new();
    let mut run = begin(&plan, RUN);
    // It dies while the admin is being shown the secret.
    while !matches!(run.progress().phase, Phase::HandingOver { .. }) {
        let fed = match run.next(world.now) {
            Effect::Reserve { .. } => Fed::Reserved(Ok(())),
            Effect::Persist(entries) => {
                world
                    .journal
                    .extend(entries.into_iter().map(|entry| (entry.key, entry.value.unwrap())));
                Fed::Persisted(Ok(()))
            }
            Effect::Http { request, .. } => Fed::Http(Ok(world.cloud.handle(&run.bind(&request)))),
            Effect::PageRead { locator } => Fed::Page(Ok(world.cloud.read_page(&locator))),
            Effect::Ask => break,
            other => panic!("{other:?}"),
        };
        run.feed(world.now, fed);
    }
    let first = world.cloud.keys[0].clone();
    assert_eq!(run.show_secret("client-secret").unwrap().reveal(), first.3);
    drop(run);
    let record = world.apply(&plan, RUN);
    assert_eq!(world.cloud.keys.len(), 1);
    assert_ne!(world.cloud.keys[0].0, first.0, "the orphan is still there");
    assert_eq!(world.seen, [world.cloud.keys[0].3.clone()]);
    assert_eq!(*record.steps[1].found.get("key").unwrap(), world.cloud.keys[0].0);
    // Left instead of taken up, the run can be taken back, the orphan by its key.
    let mut world = World::new();
    world.kills = vec![Kill {
        at: effects(&plan, &[]) - 2,
        carried_out: true,
    }];
    assert!(world.until_killed(begin(&plan, RUN)).is_none());
    let undo = undo_plan(&world.settle(RUN), 5).unwrap();
    assert_eq!(undo.steps.len(), 2);
}

#[test]
fn g9_a_secret_of_that_name_that_is_not_ours_is_left_alone() {
    let mut world = World::new();
    world.cloud.apps.push((cloud::id(900), "Leads".into()));
    world
        .cloud
        .keys
        .push((cloud::id(901), cloud::id(900), "Latchkey".into(), "theirs".into()));
    let record = world.apply(&shown(), RUN);
    assert!(
        matches!(record.steps[1].state, StepState::Conflict { .. }),
        "{:?}",
        states(&record)
    );
    assert_eq!(world.cloud.keys[0].3, "theirs");
}

/// A user with a password the admin types.
fn user() -> Plan {
    let make = change(
        probe(get("/users"), none("/value", "name", "Leads")),
        post("/users", &json!({"name": "Leads", "password": "~password~"}), &[]),
        probe(get("/users"), found("/value", "name", "Leads", "id", "user")),
    );
    let back = Undo::None {
        why: latchkey::text::Text::new("test-one-way"),
    };
    plan(
        vec![
            slot("password", SlotKind::Secret),
            slot("user", SlotKind::Found(Shape::Guid)),
        ],
        vec![step("user", "graph", &[], make, back)],
    )
}

const PASSWORD: &str = "Pa\"ss\\w0rd ~x~ é";

#[test]
fn g9_a_typed_secret_is_asked_for_before_anything_is_begun_and_is_nowhere_but_in_the_request() {
    let plan = user();
    let mut world = World::new();
    world.gives = vec![("password", PASSWORD.into())];
    let record = world.apply(&plan, RUN);
    assert_eq!(world.cloud.users["Leads"], PASSWORD);
    assert!(is_done(&record, "user"));
    let lacking = world
        .shown
        .iter()
        .position(|progress| progress.phase == Phase::Lacking)
        .unwrap();
    assert_eq!(
        world.shown[lacking].slots[0].state,
        SlotState::Lacking { refused: None }
    );
    let begun = |progress: &latchkey::plan::progress::Progress| progress.steps[0].state != StepState::Waiting;
    assert!(!world.shown[..=lacking].iter().any(begun));
    assert_secret(&world, PASSWORD);
    let all = effects(&plan, &[("password", PASSWORD.into())]);
    for at in 0..all {
        for carried_out in [false, true] {
            let mut world = World::new();
            world.gives = vec![("password", PASSWORD.into())];
            world.kills = vec![Kill { at, carried_out }];
            world.choices = vec![Choice::Retry];
            world.apply(&plan, RUN);
            assert_eq!(
                world.cloud.users.get("Leads").map(String::as_str),
                Some(PASSWORD),
                "killed at {at}"
            );
            assert_secret(&world, PASSWORD);
        }
    }
}

#[test]
fn g9_a_service_that_repeats_a_secret_is_not_quoted() {
    let mut world = World::new();
    world.gives = vec![("password", PASSWORD.into())];
    world.cloud.quotes = true;
    let record = world.apply(&user(), RUN);
    let StepState::Failed { why } = &record.steps[0].state else {
        panic!("{:?}", states(&record))
    };
    assert_eq!(why.id, "run-refused");
    assert_secret(&world, PASSWORD);
    assert!(written(&world).contains("The password ••• is too weak."));
}

#[test]
fn g9_a_service_that_repeats_a_secret_in_escapes_of_its_own_is_not_quoted() {
    for (said, told) in [
        (r"Pa\u0026ss\u002Bword1 is too weak.", "••• is too weak."),
        ("password=Pa%26ss%2bword1 is too weak.", "password=••• is too weak."),
        ("<b>Pa&amp;ss+word1</b>", "<b>•••</b>"),
        ("Too weak: Pa&ss+wor", "Too weak: •••"),
        (r"Pa\u0026ss+word1 and Pa%26ss%2Bword1", "••• and •••"),
    ] {
        quoted(said, told);
    }
}

fn quoted(said: &str, told: &str) {
    let mut run = begin(&user(), RUN);
    run.supply("password", "Pa&ss+word1".into()).unwrap();
    let mut kept = Vec::new();
    for _ in 0..50 {
        let fed = match run.next(0) {
            Effect::Reserve { .. } => Fed::Reserved(Ok(())),
            Effect::Persist(entries) => {
                kept.extend(entries);
                Fed::Persisted(Ok(()))
            }
            Effect::PageRead { .. } => Fed::Page(Ok(json!({"there": true}))),
            Effect::Http { request, .. } => Fed::Http(Ok(Response {
                status: if request.method == Method::Post { 400 } else { 200 },
                headers: Default::default(),
                body: match request.method {
                    Method::Post => {
                        format!(r#"{{"error":{{"code":"Request_BadRequest","message":"{said}"}}}}"#)
                    }
                    _ => r#"{"id":"admin","value":[]}"#.into(),
                },
            })),
            _ => break,
        };
        run.feed(0, fed);
    }
    let written = format!("{kept:?} {:?}", run.progress());
    assert!(written.contains(told), "{written}");
    assert!(!written.contains("word1") && !written.contains("+wor"), "{written}");
}

#[test]
fn g9_nothing_is_taken_for_a_slot_that_is_not_asked_for() {
    let mut run = begin(&whole(), RUN);
    for id in ["app", "client-secret", "nothing"] {
        let refused = run.supply(id, "x".into()).unwrap_err();
        assert_eq!(refused, SlotRefused::NotAsked { slot: id.into() });
    }
    let mut run = begin(&user(), RUN);
    assert_eq!(run.lacks(), ["password"]);
    assert!(matches!(
        run.supply("password", String::new()),
        Err(SlotRefused::Empty { .. })
    ));
    run.supply("password", PASSWORD.into()).unwrap();
    assert!(run.lacks().is_empty());
    assert_eq!(run.show_secret("password"), None, "what was typed is never shown again");
}

#[test]
fn s002_13_a_client_secret_that_cannot_be_used_is_refused_where_it_is_typed_and_made_again_where_it_is_made() {
    let typed = slot("client-secret", SlotKind::ClientSecret);
    for (value, why) in [
        ("abC+8Q~", "slot-refused-plus"),
        ("aaaaaaaa-0000-4000-8000-000000000001", "slot-refused-id"),
        ("abC 8Q~", "slot-refused-space"),
        ("", "slot-refused-empty"),
    ] {
        assert_eq!(typed.accepts(value).unwrap_err().explain().id, why);
    }
    assert_eq!(typed.accepts("abC8Q~x.y_z-0123456789"), Ok(()));

    let mut plan = whole();
    plan.slots[2].kind = SlotKind::ClientSecret;
    let mut world = World::new();
    world.cloud.pluses = Some(3);
    let record = world.apply(&plan, RUN);
    assert_whole(&world, "made again");
    assert!(
        record.steps.iter().all(|step| is_done(&record, &step.step)),
        "{:?}",
        states(&record)
    );
    let delivered = world.cloud.keys[0].3.clone();
    assert!(!delivered.contains('+'));
    assert_secret(&world, &delivered);
}

#[test]
fn g9_a_secret_stands_only_where_it_cannot_be_seen() {
    let refused = |change: &dyn Fn(&mut Plan)| {
        let mut plan = whole();
        change(&mut plan);
        let approval = Approval {
            digest: plan.digest(),
            typed_names: Vec::new(),
        };
        Run::begin(plan, &approval, RUN.into(), 0).map(|_| ()).unwrap_err()
    };
    let misplaced = |change: &dyn Fn(&mut Plan)| {
        let why = refused(change);
        assert!(
            matches!(&why, RefusedToStart::Misplaced { slot, .. } if slot.contains("client-secret")),
            "{why:?}"
        );
    };
    let secret = "~client-secret~";
    misplaced(&|plan| plan.steps[3].change.action = post("/apps/~client-secret~", &json!({}), &[]));
    misplaced(&|plan| plan.steps[3].change.action = post("/apps?x=1", &json!({"a": "key ~client-secret~"}), &[]));
    // One of them is a name somebody gave.
    let twice = json!({"password": secret, "displayName": secret});
    misplaced(&|plan| plan.steps[3].change.action = post("/apps?x=1", &twice, &[]));
    misplaced(&|plan| plan.steps[3].change.guard.read = get("/apps?secret=~client-secret~"));
    misplaced(&|plan| plan.steps[3].change.proof.conditions = vec![is("/value", json!(secret))]);
    misplaced(&|plan| {
        let Action::Http(mut write) = post("/apps", &json!({}), &[]) else {
            panic!()
        };
        write.request.headers.insert("x".into(), secret.into());
        plan.steps[3].change.action = Action::Http(write);
    });
    misplaced(&|plan| {
        plan.steps[3].change.action = Action::Page {
            locator: "form.app".into(),
            act: PageAct::Fill {
                text: format!("id {secret}"),
            },
        };
    });
    // Used before it is known, or by a step that does not wait for it.
    assert!(matches!(
        refused(&|plan| plan.steps[3].needs.clear()),
        RefusedToStart::Unfilled { .. }
    ));
    assert!(matches!(
        refused(&|plan| plan.steps[1].needs.clear()),
        RefusedToStart::Unfilled { .. }
    ));
    assert!(matches!(
        refused(&|plan| plan.steps[1].undo = plan.steps[2].undo.clone()),
        RefusedToStart::NoRemoval { .. }
    ));
    assert!(matches!(
        refused(&|plan| plan.slots[0].id = "a b".into()),
        RefusedToStart::Misplaced { .. }
    ));
    assert!(matches!(
        refused(&|plan| plan.slots[1].id = "app".into()),
        RefusedToStart::Duplicate { .. }
    ));
    assert!(matches!(
        refused(&|plan| drop(plan.slots.remove(1))),
        RefusedToStart::Unknown { .. }
    ));
}

const CONTENT: &[u8] = b"PK\x03\x04 a solution";

fn in_base64(content: &[u8]) -> String {
    base64::engine::general_purpose::STANDARD.encode(content)
}

/// A solution is staged, then imported in a job that takes long.
fn import() -> Plan {
    let kind = SlotKind::File {
        name: "leads.zip".into(),
        sha256: latchkey::http::hex(&Sha256::digest(CONTENT)),
        bytes: CONTENT.len() as u64,
    };
    let one_way = || Undo::None {
        why: latchkey::text::Text::new("test-one-way"),
    };
    let mut upload = change(
        probe(get("/imports"), is("/state", json!("None"))),
        post(
            "/uploads",
            &json!({"file": "~solution~"}),
            &[("upload", "/results/uploadId")],
        ),
        probe(get("/uploads/~upload~"), is("/status", json!("Passed"))),
    );
    if let Action::Http(write) = &mut upload.action {
        // Staging changes nothing that is seen.
        write.repeatable = true;
    }
    let mut run = change(
        probe(get("/imports"), is("/state", json!("None"))),
        post("/imports", &json!({"uploadId": "~upload~"}), &[]),
        probe(get("/imports"), is("/state", json!("Succeeded"))),
    );
    run.patience = Some(Patience {
        percent: Some("/percent".into()),
        fails: vec![is("/state", json!("Failed"))],
        why: Some("/message".into()),
        ..Patience::of(30 * 60_000)
    });
    plan(
        vec![slot("solution", kind), slot("upload", SlotKind::Found(Shape::Guid))],
        vec![
            step("stage", "graph", &[], upload, one_way()),
            step("import", "graph", &["stage"], run, one_way()),
        ],
    )
}

#[test]
fn g9_a_file_is_held_by_its_digest_and_the_wrong_one_is_refused() {
    let plan = import();
    let mut run = begin(&plan, RUN);
    let wrong = run.supply("solution", in_base64(b"another")).unwrap_err();
    assert_eq!(
        wrong,
        SlotRefused::OtherFile {
            name: "leads.zip".into()
        }
    );
    assert_eq!(wrong.explain().id, "slot-refused-other-file");
    assert!(
        matches!(&run.progress().slots[0].state, SlotState::Lacking { refused: Some(why) } if *why == wrong.explain())
    );
    assert!(run.supply("solution", "no base64".into()).is_err());
    // What it may write has to be known first: the grant is of the body with the file in it.
    assert_eq!(run.grants().writes.len(), 0);
    run.supply("solution", in_base64(CONTENT)).unwrap();
    let whole = Request::json(Method::Post, "/uploads", &json!({"file": in_base64(CONTENT)}));
    let granted = run.grants().writes;
    assert_eq!(granted.len(), 1);
    assert!(granted[0].allows("graph", &whole));

    let mut world = World::new();
    world.gives = vec![("solution", in_base64(CONTENT))];
    let record = world.apply(&plan, RUN);
    assert!(is_done(&record, "import"), "{:?}", states(&record));
    assert!(world.cloud.uploads.values().all(|file| *file == in_base64(CONTENT)));
    assert_secret(&world, &in_base64(CONTENT));
    // Taken up again it is asked for again, but only while it is needed.
    for (at, carried_out) in (0..effects(&plan, &world.gives)).flat_map(|at| [(at, false), (at, true)]) {
        let mut world = World::new();
        world.gives = vec![("solution", in_base64(CONTENT))];
        world.kills = vec![Kill { at, carried_out }];
        world.choices = vec![Choice::Retry; 2];
        let record = world.apply(&plan, RUN);
        assert!(
            is_done(&record, "import"),
            "killed at {at}, carried out: {carried_out}: {:?}",
            states(&record)
        );
    }
}

#[test]
fn g5_a_job_that_takes_long_is_waited_for_and_tells_how_far_it_is() {
    let mut world = World::new();
    world.gives = vec![("solution", in_base64(CONTENT))];
    let before = world.now;
    let record = world.apply(&import(), RUN);
    assert!(is_done(&record, "import"));
    assert!(world.now - before > 5 * 60_000, "no import is over in half a minute");
    assert_eq!(world.asked, 0);
    let percents: Vec<u32> = world
        .shown
        .iter()
        .filter_map(|progress| match progress.steps[1].state {
            StepState::Proving { percent, .. } => percent,
            _ => None,
        })
        .collect();
    assert!(percents.len() > 10 && percents.is_sorted(), "{percents:?}");
    // It gives up: said in the service's own words, and nobody waits for the rest of the half hour.
    let mut world = World::new();
    world.gives = vec![("solution", in_base64(CONTENT))];
    world.cloud.import_fails = true;
    let record = world.apply(&import(), RUN);
    let StepState::Failed { why } = &record.steps[1].state else {
        panic!("{:?}", states(&record))
    };
    assert_eq!(why.id, "run-service-gave-up");
    assert!(format!("{why:?}").contains("A component is missing."));
    assert!(record.header.ended_at.is_some());
}

#[test]
fn g2_an_answer_about_something_else_than_was_approved_is_not_built_on() {
    let mut plan = import();
    plan.steps[0].change.patience = Some(Patience {
        agrees: vec![is("/results/name", json!("what was shown"))],
        ..Patience::of(0)
    });
    let mut world = World::new();
    world.gives = vec![("solution", in_base64(CONTENT))];
    // Trying again does not go on with what was uploaded either: its id was not taken.
    world.choices = vec![Choice::Retry; 2];
    let record = world.apply(&plan, RUN);
    assert_eq!(world.cloud.uploads.len(), 3);
    let StepState::Failed { why } = &record.steps[0].state else {
        panic!("{:?}", states(&record))
    };
    assert_eq!(why.id, "run-answer-disagrees");
    assert_eq!(record.steps[1].state, StepState::Skipped);
}

#[test]
fn g5_stop_ends_a_long_wait_after_one_more_read_and_says_that_it_may_be_under_way() {
    let mut world = World::new();
    world.gives = vec![("solution", in_base64(CONTENT))];
    world.stops_at = Some(|progress| matches!(progress.steps[1].state, StepState::Proving { tries: 3.., .. }));
    let record = world.apply(&import(), RUN);
    assert!(
        matches!(record.steps[1].state, StepState::NotYetShown { .. }),
        "{:?}",
        states(&record)
    );
    let (at, requests) = world.stopped.unwrap();
    assert!(world.now - at < 1000, "{} ms", world.now - at);
    assert_eq!(record.header.requests - requests, 1);
    assert_eq!(world.shown.last().unwrap().phase, Phase::Ended);
    assert_eq!(world.asked, 0);
}

#[test]
fn g5_patience_has_an_end() {
    let mut plan = import();
    plan.steps[1].change.patience.as_mut().unwrap().millis = 60_000;
    let mut world = World::new();
    world.gives = vec![("solution", in_base64(CONTENT))];
    let before = world.now;
    let record = world.apply(&plan, RUN);
    assert!(
        matches!(record.steps[1].state, StepState::NotYetShown { .. }),
        "{:?}",
        states(&record)
    );
    assert!(world.now - before < 10 * 60_000);
}

#[test]
fn g8_what_an_earlier_step_made_may_take_a_while_to_come_through() {
    let mut world = World::new();
    world.cloud.replicates = 3;
    let record = world.apply(&shown(), RUN);
    assert!(is_done(&record, "credential"), "{:?}", states(&record));
    assert_eq!((world.asked, world.cloud.keys.len()), (0, 1));
    let mut world = World::new();
    world.cloud.replicates = 100;
    world.apply(&shown(), RUN);
    assert_eq!(world.asked, 1, "not for ever");
}

#[test]
fn g8_a_form_that_was_loaded_anew_is_filled_in_again_before_it_is_sent() {
    let all = effects(&whole(), &[]);
    for at in 0..all {
        let mut world = World::new();
        world.navigates = vec![at];
        world.choices = vec![Choice::Retry; 2];
        let record = world.apply(&whole(), RUN);
        assert_whole(&world, &format!("loaded anew at {at}: {:?}", states(&record)));
        assert_eq!(world.cloud.keys.len(), 1);
    }
}

#[test]
fn g2_every_target_is_locked_over_its_own_transport() {
    let mut world = World::new();
    world.apply(&whole(), RUN);
    let mut run = begin(&whole(), RUN);
    let mut reads = Vec::new();
    loop {
        let effect = run.next(0);
        let fed = match &effect {
            Effect::Reserve { .. } => Fed::Reserved(Ok(())),
            Effect::Persist(_) => Fed::Persisted(Ok(())),
            Effect::Http { target, request } => {
                reads.push(format!("{target} {}", request.path));
                assert_eq!(request.headers.get("consistency"), None, "Dataverse's own header");
                Fed::Http(Ok(Response {
                    status: 200,
                    headers: Default::default(),
                    body: json!({"id": "admin"}).to_string(),
                }))
            }
            Effect::PageRead { locator } => {
                reads.push(locator.clone());
                break;
            }
            other => panic!("{other:?}"),
        };
        run.feed(0, fed);
    }
    assert_eq!(reads, ["graph /me", "form.ok"]);
    // Another page: nothing is written.
    run.feed(0, Fed::Page(Ok(json!({"there": false}))));
    while let Effect::Persist(_) = run.next(0) {
        run.feed(0, Fed::Persisted(Ok(())));
    }
    assert_eq!(run.next(0), Effect::Finished);
    assert!(matches!(run.progress().phase, Phase::Stopped { .. }));
}

#[test]
fn g2_a_page_of_the_same_portal_on_another_host_is_not_acted_on() {
    let step = fill("form.name", "x", is("/value", json!("x")), &[]);
    let mut plan = plan(vec![], vec![step]);
    plan.targets[1].lock[0].probe.conditions = vec![is("/host", json!("portal.test"))];
    let mut run = begin(&plan, RUN);
    let mut now = 0;
    let mut hosts = ["portal.test"].into_iter();
    for _ in 0..100 {
        let fed = match run.next(now) {
            Effect::Reserve { .. } => Fed::Reserved(Ok(())),
            Effect::Persist(_) => Fed::Persisted(Ok(())),
            Effect::Http { .. } => Fed::Http(Ok(Response {
                status: 200,
                headers: Default::default(),
                body: json!({"id": "admin"}).to_string(),
            })),
            // The tab that was locked is closed, and another tenant's is found instead.
            Effect::PageRead { .. } => {
                let host = hosts.next().unwrap_or("other.test");
                Fed::Page(Ok(json!({"there": true, "filled": false, "value": "", "host": host})))
            }
            Effect::WaitUntil(until) => {
                now = until;
                continue;
            }
            Effect::Finished => break,
            other => panic!("{other:?}"),
        };
        run.feed(now, fed);
    }
    assert!(
        matches!(run.progress().phase, Phase::Stopped { .. }),
        "{:?}",
        run.progress().phase
    );
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

#[test]
fn g9_a_cancelled_run_keeps_no_secret_and_says_that_what_it_made_is_still_there() {
    let plan = shown();
    let mut world = World::new();
    world.kills = vec![Kill {
        at: effects(&plan, &[]) - 2,
        carried_out: true,
    }];
    assert!(world.until_killed(begin(&plan, RUN)).is_none());
    let mut run = Run::resume(world.record(RUN).unwrap()).unwrap();
    run.cancel(world.now);
    let run = world.until_killed(run).unwrap();
    assert_eq!(run.show_secret("client-secret"), None);
    let record = run.record();
    assert!(record.header.ended_at.is_some());
    let undo = undo_plan(&record, 5).unwrap();
    world.apply(&undo, "u1");
    assert!(world.cloud.keys.is_empty() && world.cloud.apps.is_empty());
}
