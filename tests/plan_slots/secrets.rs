//! Secrets: shown once, asked for, sent, and nowhere else.

use super::*;

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
