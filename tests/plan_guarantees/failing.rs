//! What fails, is not answered or is pressed by hand: never repeated blindly.

use super::*;

#[test]
fn g7_retry_after_is_kept_in_seconds_and_as_a_date() {
    let throttled = |value: &str| {
        let plan = two();
        let now = 1_700_000_000_000;
        let mut run = Run::begin(plan.clone(), &approval(&plan), RUN.into(), now).unwrap();
        run.next(now);
        run.feed(now, Fed::Reserved(Ok(())));
        run.next(now);
        run.feed(now, Fed::Persisted(Ok(())));
        run.next(now);
        let mut answer = error(429, "0x80072322", "too many");
        answer.headers.insert("retry-after".into(), value.into());
        run.feed(now, Fed::Http(Ok(answer)));
        while matches!(run.next(now), Effect::Persist(_)) {
            run.feed(now, Fed::Persisted(Ok(())));
        }
        let Effect::WaitUntil(until) = run.next(now) else {
            panic!()
        };
        assert_eq!(run.progress().phase, Phase::Throttled { until });
        assert_eq!(run.next(until - 1), Effect::WaitUntil(until));
        assert!(matches!(run.next(until), Effect::Http { .. }));
        until - now
    };
    assert_eq!(throttled("23"), 23_000);
    // 2023-11-14T22:13:20Z is the moment above.
    assert_eq!(throttled("Tue, 14 Nov 2023 22:14:20 GMT"), 60_000);
    assert_eq!(throttled("soon"), 1000);
}

#[test]
fn g8_a_write_that_may_not_be_repeated_is_not_sent_again_without_being_asked() {
    let counter = making::plan(vec![step(&Cell::Counter(0), &json!(5), &json!(6), vec![])]);
    let mut world = World::new(tenant(0));
    world.events = vec![at(2, Fault::Lost { carried_out: false })];
    let record = world.apply(&counter, RUN);
    assert_eq!(why(&record, 0).id, "run-outcome-unknown");
    assert_eq!(world.writes, 1);

    let mut world = World::new(tenant(0));
    world.events = vec![at(2, Fault::Lost { carried_out: false })];
    world.choices = vec![Choice::Retry];
    let record = world.apply(&counter, RUN);
    assert!(matches!(state(&record, 0), StepState::Done { .. }));
    assert_eq!(world.tenant.cells[&Cell::Counter(0)], json!(6));
}

#[test]
fn g8_a_write_without_an_answer_that_shows_late_is_our_own_and_can_be_taken_back() {
    for fault in [
        Fault::Lost { carried_out: true },
        Fault::Unavailable { carried_out: true },
    ] {
        let mut world = World::new(tenant(6));
        world.events = vec![at(2, fault)];
        let record = world.apply(&making::plan(vec![right()]), RUN);
        assert!(
            matches!(state(&record, 0), StepState::Done { already: false, .. }),
            "{record:?}"
        );
        assert_eq!(world.writes, 1);
        assert!(undo_plan(&record, 5).is_ok());
    }
}

#[test]
fn g8_a_failed_step_stops_those_that_need_it_and_pauses_the_rest() {
    let mut plan = making::plan(vec![
        toggle(),
        right(),
        step(&OTHER, &json!(false), &json!(true), vec![]),
    ]);
    plan.steps[1].needs = vec![plan.steps[0].id.clone()];
    let mut world = World::new(tenant(0));
    world.events = vec![at(2, Fault::Refused)];
    world.choices = vec![Choice::GoOn];
    let record = world.apply(&plan, RUN);
    assert_eq!(why(&record, 0).id, "run-refused-privilege");
    assert_eq!(
        why(&record, 0).to_json()["args"]["privileges"],
        json!({"name": "prvWriteRole"})
    );
    assert_eq!(state(&record, 1), &StepState::Skipped);
    assert!(matches!(state(&record, 2), StepState::Done { .. }));
}

#[test]
fn g8_a_write_the_browser_sent_again_is_our_own_and_another_users_is_not() {
    let plan = making::plan(vec![toggle()]);
    let mut world = World::new(tenant(0));
    world.events = vec![at(2, Fault::Resent)];
    let record = world.apply(&plan, RUN);
    assert!(matches!(state(&record, 0), StepState::Done { already: false, .. }));
    assert_eq!(undo_plan(&record, 5).unwrap().steps.len(), 1);

    // Somebody else wrote the very same between the guard and the write.
    let mut world = World::new(tenant(0));
    world.events = vec![edit(2, TOGGLE, json!(true))];
    let record = world.apply(&plan, RUN);
    assert!(matches!(state(&record, 0), StepState::Done { already: true, .. }));
    assert!(undo_plan(&record, 5).is_err());
}

#[test]
fn g8_another_try_does_not_bring_back_what_needs_a_step_that_stays_failed() {
    let mut plan = making::plan(vec![
        toggle(),
        step(&OTHER, &json!(false), &json!(true), vec![]),
        right(),
    ]);
    plan.steps[2].needs = vec![plan.steps[0].id.clone(), plan.steps[1].id.clone()];
    let mut world = World::new(tenant(0));
    world.events = vec![at(2, Fault::Refused), at(4, Fault::Refused)];
    world.choices = vec![Choice::GoOn, Choice::Retry];
    let record = world.apply(&plan, RUN);
    assert_eq!(why(&record, 0).id, "run-refused-privilege");
    assert!(matches!(state(&record, 1), StepState::Done { .. }));
    assert_eq!(state(&record, 2), &StepState::Skipped);
    assert_eq!(world.tenant.cells[&RIGHT], Value::Null);
}

#[test]
fn g8_busy_does_not_say_whether_the_write_was_carried_out() {
    let counter = making::plan(vec![step(&Cell::Counter(0), &json!(5), &json!(6), vec![])]);
    let mut world = World::new(tenant(0));
    world.events = vec![at(2, Fault::Unavailable { carried_out: false })];
    let record = world.apply(&counter, RUN);
    assert_eq!(why(&record, 0).id, "run-outcome-unknown");
    assert_eq!(world.writes, 1, "sent again though it may not be repeated");

    let mut world = World::new(tenant(0));
    world.events = vec![at(2, Fault::Unavailable { carried_out: true })];
    let record = world.apply(&counter, RUN);
    assert!(matches!(state(&record, 0), StepState::Done { already: false, .. }));
    assert_eq!((world.writes, &world.tenant.cells[&Cell::Counter(0)]), (1, &json!(6)));
}

#[test]
fn g8_a_guided_step_is_guided_again_after_a_crash_or_found_done() {
    guided_again(toggle());
    // Where what was done shows elsewhere, the guard cannot tell it from somebody else's doing.
    let mut elsewhere = toggle();
    if let Read::Http(request) = &mut elsewhere.change.proof.read {
        request.path.push_str("?elsewhere");
    }
    guided_again(elsewhere);
}

fn guided_again(mut guided: latchkey::plan::model::Step) {
    guided.change.action = Action::Guide {
        instruction: Text::new("test-do"),
        locator: Some("switch".into()),
    };
    let plan = making::plan(vec![guided]);
    let killed = || {
        let mut world = World::new(tenant(0));
        // The second write to the journal says that the admin is being asked to do it.
        world.kill_at_persist = Some((2, true));
        let run = Run::begin(plan.clone(), &approval(&plan), RUN.into(), 0).unwrap();
        assert!(world.until_killed(run).is_none());
        let record = world.record(RUN).unwrap();
        assert_eq!(state(&record, 0), &StepState::Writing);
        world
    };

    // Not done meanwhile: shown again, and no failure.
    let mut world = killed();
    let mut run = Run::resume(world.record(RUN).unwrap()).unwrap();
    let locator = loop {
        let fed = match run.next(world.now) {
            Effect::Guide { locator, .. } => break locator,
            Effect::Http { request, .. } => Fed::Http(Ok(world.tenant.handle(&request))),
            Effect::Persist(_) => Fed::Persisted(Ok(())),
            other => panic!("{other:?}"),
        };
        run.feed(world.now, fed);
    };
    assert_eq!(locator.as_deref(), Some("switch"));
    assert!(matches!(run.progress().phase, Phase::WaitingForAdmin { .. }));

    // Done while the panel was closed: this run asked for it, so it is this run's change.
    let mut world = killed();
    world.tenant.set(&TOGGLE, json!(true), false);
    let record = world.apply(&plan, RUN);
    assert!(matches!(state(&record, 0), StepState::Done { already: false, .. }));
    assert!(undo_plan(&record, 5).is_ok());
}

#[test]
fn a_pressed_switch_is_proven_by_the_page_and_not_pressed_twice() {
    let read = |checked: bool| Probe {
        read: Read::Page {
            locator: "switch".into(),
        },
        conditions: vec![making::is("/checked", json!(checked))],
    };
    let press = |from: bool, to: bool| Change {
        guard: read(from),
        action: Action::Page {
            locator: "switch".into(),
            act: PageAct::Set { checked: to },
        },
        proof: read(to),
        patience: None,
    };
    let mut pressed = toggle();
    pressed.change = press(false, true);
    pressed.undo = Undo::Change(Box::new(press(true, false)));
    let plan = making::plan(vec![pressed]);
    assert_eq!(plan.presses(), [("switch".to_owned(), PageAct::Set { checked: true })]);
    assert!(plan.writes().is_empty());
    driven::block_on(async {
        let apply = async |driven: &Driven, plan: &Plan| {
            let run = Run::begin(plan.clone(), &approval(plan), RUN.into(), 0).unwrap();
            drive(run, driven, &Handle::new(), |progress| {
                assert!(!matches!(progress.phase, Phase::Asking { .. }), "{progress:?}");
            })
            .await
            .unwrap()
        };
        // The page goes away under a press that worked: settled by the proof.
        for (presses, times) in [(vec![], 1), (vec![Press::Unanswered], 1)] {
            let driven = Driven::new(tenant(0));
            *driven.presses.borrow_mut() = presses;
            let run = apply(&driven, &plan).await;
            assert!(matches!(
                run.progress().steps[0].state,
                StepState::Done { already: false, .. }
            ));
            assert_eq!(driven.pressed.get(), times);
            // Already so: nothing is pressed.
            let again = apply(&driven, &plan).await;
            assert!(matches!(
                again.progress().steps[0].state,
                StepState::Done { already: true, .. }
            ));
            assert_eq!(driven.pressed.get(), times);
            // And back.
            apply(&driven, &undo_plan(&run.record(), 5).unwrap()).await;
            assert_eq!(driven.tenant.borrow().cells[&TOGGLE], json!(false));
        }
        // A press the page ignores is not taken for done.
        let driven = Driven::new(tenant(0));
        *driven.presses.borrow_mut() = vec![Press::Ignored];
        let handle = Handle::new();
        let run = Run::begin(plan.clone(), &approval(&plan), RUN.into(), 0).unwrap();
        let run = drive(run, &driven, &handle, |progress| {
            if matches!(progress.phase, Phase::Asking { .. }) {
                handle.tell(Command::Choose(Choice::Leave));
            }
        })
        .await
        .unwrap();
        assert!(matches!(run.progress().steps[0].state, StepState::NotYetShown { .. }));
    });
}
