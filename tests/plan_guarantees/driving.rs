//! A run driven from outside: paused, cancelled, signed out, and left without an answer.

use super::*;

#[test]
fn driving_obeys_pause_cancel_and_answers_from_outside() {
    let plan = two();
    let begin = |id: &str| Run::begin(plan.clone(), &approval(&plan), id.into(), 0).unwrap();
    driven::block_on(async {
        // Paused before it begins, told to go on, cancelled after the first step is done.
        let driven = Driven::new(tenant(0));
        let handle = Handle::new();
        handle.tell(Command::Pause);
        let seen = std::cell::RefCell::new(Vec::new());
        let run = drive(begin("a"), &driven, &handle, |progress| {
            seen.borrow_mut().push(progress.phase.clone());
            if progress.phase == Phase::Paused {
                assert_eq!(progress.requests, 0);
                handle.tell(Command::GoOn);
            }
            if matches!(progress.steps[0].state, StepState::Done { .. }) {
                handle.tell(Command::Cancel);
            }
        })
        .await
        .unwrap();
        assert!(seen.borrow().contains(&Phase::Paused));
        assert_eq!(run.progress().phase, Phase::Ended);
        assert_eq!(run.progress().steps[1].state, StepState::Skipped);
        assert_eq!(driven.tenant.borrow().cells[&RIGHT], Value::Null);
        assert!(
            driven.journal.leases.borrow().is_empty(),
            "the lease was not given back"
        );

        // Cancelled while a write is on its way: what was sent is proven first.
        let driven = Driven::new(tenant(0));
        let handle = Handle::new();
        let run = drive(begin("b"), &driven, &handle, |progress| {
            if progress.steps[0].state == StepState::Writing && progress.requests == 3 {
                handle.tell(Command::Cancel);
            }
        })
        .await
        .unwrap();
        assert!(matches!(
            run.progress().steps[0].state,
            StepState::Done { already: false, .. }
        ));
        assert_eq!(run.progress().steps[1].state, StepState::Skipped);

        // Another panel writes to the same target.
        let driven = Driven::new(tenant(0));
        driven.journal.leases.borrow_mut().insert("org".into());
        let refused = drive(begin("c"), &driven, &Handle::new(), |_| {}).await.map(|_| ());
        assert_eq!(refused, Err(JournalError::LeaseHeld));
        assert!(driven.sent.borrow().is_empty());
    });
}

#[test]
fn a_guided_step_waits_for_the_admin_and_reads_the_completion() {
    let mut guided = toggle();
    guided.change.action = Action::Guide {
        instruction: Text::new("test-do"),
        locator: Some("switch".into()),
    };
    let plan = making::plan(vec![guided]);
    driven::block_on(async {
        let driven = Driven::new(tenant(0));
        let handle = Handle::new();
        let run = Run::begin(plan.clone(), &approval(&plan), RUN.into(), 0).unwrap();
        let run = drive(run, &driven, &handle, |progress| {
            if matches!(progress.phase, Phase::WaitingForAdmin { .. }) {
                driven.tenant.borrow_mut().set(&TOGGLE, json!(true), false);
            }
        })
        .await
        .unwrap();
        assert_eq!(run.progress().phase, Phase::Done);
        assert_eq!(*driven.guided.borrow(), vec![Some("switch".to_owned()), None]);
    });
}

#[test]
fn signed_out_holds_the_run_with_a_clear_text_until_told_to_go_on() {
    let plan = two();
    let mut run = Run::begin(plan.clone(), &approval(&plan), RUN.into(), 0).unwrap();
    run.next(0);
    run.feed(0, Fed::Reserved(Ok(())));
    run.next(0);
    run.feed(0, Fed::Persisted(Ok(())));
    for answer in [
        Err(TransportError::Redirected),
        Ok(Response {
            status: 401,
            headers: latchkey::sorted::Sorted::new(),
            body: String::new(),
        }),
    ] {
        assert!(matches!(run.next(0), Effect::Http { .. }));
        run.feed(0, Fed::Http(answer));
        assert_eq!(run.next(0), Effect::Ask);
        assert_eq!(
            run.progress().phase,
            Phase::Held {
                why: Text::new("run-signed-out")
            }
        );
        run.resume_now();
    }
}

/// A plan as version 1 wrote it, before there were slots or anything on a page but switches.
#[test]
fn g8_a_journal_of_an_older_latchkey_is_read_and_keeps_its_digest() {
    let text = |id: &str| json!({ "id": id });
    let probe = |checked: bool| {
        json!({
            "read": {"page": {"locator": "switch"}},
            "conditions": [{"field": {"label": text("a"), "pointer": "/checked", "equals": checked}}],
        })
    };
    let change = |from: bool| json!({"guard": probe(from), "action": {"page": {"locator": "switch", "checked": !from}}, "proof": probe(!from)});
    let old = json!({
        "version": 1, "recipe": "test", "title": text("test-plan"), "madeAt": 1, "targets": [],
        "steps": [{
            "id": "a", "target": "org", "title": text("t"), "reason": text("r"), "delta": [], "risk": "reversible",
            "change": change(false), "undo": {"change": change(true)},
        }],
    });
    let plan = Plan::from_json(&old).unwrap();
    assert_eq!(plan.presses(), [("switch".to_owned(), PageAct::Set { checked: true })]);
    assert!(plan.slots.is_empty());
    assert_eq!(plan.to_json(), old);
    let mut other = old;
    other["steps"][0]["change"]["action"]["page"] = json!({"locator": "switch", "act": "press"});
    let pressed = Plan::from_json(&other).unwrap();
    assert_eq!(pressed.presses(), [("switch".to_owned(), PageAct::Press)]);
    assert_eq!(Plan::from_json(&pressed.to_json()).unwrap(), pressed);
}

/// A world where some requests never get an answer, and time passes by waiting only if it `passes`.
struct Silent<'a> {
    driven: &'a Driven,
    /// Which requests stay unanswered; a write is carried out all the same.
    silent: fn(&Request) -> bool,
    /// Keeps such a request instead, to be carried out late.
    late: Option<std::cell::RefCell<Option<(Target, Request)>>>,
    passes: bool,
    /// How often the admin cancels once such a request is under way.
    cancels: usize,
    handle: Handle,
}

impl Outside for Silent<'_> {
    fn send<'a>(&'a self, target: &'a Target, request: Request) -> LocalFuture<'a, Result<Response, TransportError>> {
        if !(self.silent)(&request) {
            return self.driven.send(target, request);
        }
        match &self.late {
            Some(late) => *late.borrow_mut() = Some((target.clone(), request)),
            None => drop(self.driven.send(target, request)),
        }
        Box::pin(async {
            for _ in 0..self.cancels {
                self.handle.tell(Command::Cancel);
            }
            std::future::pending().await
        })
    }
    fn page_read<'a>(&'a self, locator: &'a str) -> LocalFuture<'a, Result<Value, TransportError>> {
        self.driven.page_read(locator)
    }
    fn page_press<'a>(&'a self, locator: &'a str, act: &'a PageAct) -> LocalFuture<'a, Result<Value, TransportError>> {
        self.driven.page_press(locator, act)
    }
    fn grant(&self, grants: Grants) -> LocalFuture<'_, Result<(), TransportError>> {
        self.driven.grant(grants)
    }
    fn guide(&self, locator: Option<&str>) {
        self.driven.guide(locator);
    }
    fn journal(&self) -> &dyn JournalStore {
        self.driven.journal()
    }
    fn now(&self) -> Millis {
        self.driven.now()
    }
    fn sleep(&self, millis: u64) -> LocalFuture<'_, ()> {
        if self.passes {
            return self.driven.sleep(millis);
        }
        Box::pin(std::future::pending())
    }
}

/// Drives the plan of one toggle; the admin cancels while something is under way, or once the run is held.
fn driven_silently(silent: fn(&Request) -> bool, passes: bool, cancels: usize) -> (Run, Vec<Phase>, Driven) {
    let driven = Driven::new(tenant(0));
    let plan = making::plan(vec![toggle()]);
    let run = Run::begin(plan.clone(), &approval(&plan), RUN.into(), 0).unwrap();
    let phases = std::cell::RefCell::new(Vec::new());
    let handle = Handle::new();
    let world = Silent {
        driven: &driven,
        silent,
        late: None,
        passes,
        cancels,
        handle: handle.clone(),
    };
    let run = driven::block_on(drive(run, &world, &handle, |progress| {
        if matches!(progress.phase, Phase::Held { .. }) {
            handle.tell(Command::Cancel);
        }
        phases.borrow_mut().push(progress.phase.clone());
    }))
    .unwrap();
    (run, phases.into_inner(), driven)
}

#[test]
fn g8_reads_that_never_get_an_answer_hold_the_run_after_their_time_and_end_with_it() {
    let (run, phases, driven) = driven_silently(|request| request.method == Method::Get, true, 0);
    assert!(
        phases.iter().any(|phase| matches!(phase, Phase::Held { .. })),
        "{phases:?}"
    );
    assert_eq!(run.progress().phase, Phase::Ended);
    assert!(driven.sent.borrow().len() > 1, "it was asked again");
    assert!(driven.now() - 1_000_000 >= ANSWER_LIMIT, "nobody was given up too soon");
    assert_eq!(driven.tenant.borrow().cells[&TOGGLE], json!(false));
}

#[test]
fn g8_a_cancel_is_heard_while_a_read_never_gets_an_answer() {
    let (run, _, driven) = driven_silently(|_| true, false, 1);
    assert_eq!(run.progress().phase, Phase::Ended);
    assert!(run.record().header.ended_at.is_some());
    assert_eq!(driven.sent.borrow().len(), 1);
    // Another run may begin: nothing holds the target any more.
    assert_eq!(driven::block_on(driven.journal().acquire("org")), Ok(()));
}

#[test]
fn g5_of_a_write_that_never_gets_an_answer_a_read_tells_what_became() {
    let (run, _, driven) = driven_silently(|request| request.method != Method::Get, true, 0);
    assert_eq!(run.progress().phase, Phase::Done, "{:?}", run.progress());
    let writes = driven.sent.borrow();
    let writes = writes.iter().filter(|request| request.method != Method::Get);
    assert_eq!(writes.count(), 1, "it is not sent once more");
}

#[test]
fn g8_a_write_that_never_gets_an_answer_is_waited_for_until_the_admin_says_so_twice() {
    let (run, _, driven) = driven_silently(|request| request.method != Method::Get, false, 2);
    let record = run.record();
    assert_eq!(
        driven
            .sent
            .borrow()
            .iter()
            .filter(|request| request.method != Method::Get)
            .count(),
        1
    );
    assert_eq!(record.header.ended_at, None, "what became of it is found out later");
    assert!(record.steps[0].is_unsettled(), "{record:?}");
    let settled = Run::settle(record).unwrap();
    let run = driven::block_on(drive(settled, &driven, &Handle::new(), |_| {})).unwrap();
    assert!(matches!(run.progress().steps[0].state, StepState::Done { .. }));
}

/// A write on its way lands late, after Stop was pressed twice. Settled before it can no longer land, the run stays open;
/// settled once it has landed, it is done and can be undone.
#[test]
fn g5_a_write_that_is_still_on_its_way_is_not_called_not_carried_out() {
    let driven = Driven::new(tenant(0));
    let plan = making::plan(vec![toggle()]);
    let run = Run::begin(plan.clone(), &approval(&plan), RUN.into(), 0).unwrap();
    let handle = Handle::new();
    let world = Silent {
        driven: &driven,
        silent: |request| request.method != Method::Get,
        late: Some(std::cell::RefCell::default()),
        passes: false,
        cancels: 2,
        handle: handle.clone(),
    };
    let record = driven::block_on(drive(run, &world, &handle, |_| {})).unwrap().record();
    let stopped_at = driven.now();
    let settle = |record: RunRecord| {
        let run = Run::settle(record).unwrap();
        driven::block_on(drive(run, &driven, &Handle::new(), |_| {}))
            .unwrap()
            .record()
    };
    let mut record = settle(record);
    assert!(driven.now() - stopped_at < ANSWER_LIMIT);
    assert_eq!(record.header.ended_at, None, "called not carried out: {record:?}");
    assert!(record.steps[0].is_unsettled(), "{record:?}");
    record = settle(record);
    assert_eq!(record.header.ended_at, None, "{record:?}");
    assert!(matches!(undo_plan(&record, 0), Err(CannotUndo::NotOver)));
    let (target, request) = world.late.unwrap().take().unwrap();
    let _ = driven::block_on(driven.send(&target, request));
    let settled = settle(record);
    assert!(matches!(settled.steps[0].state, StepState::Done { .. }), "{settled:?}");
    assert_eq!(undo_plan(&settled, 0).unwrap().steps.len(), 1);
}

#[test]
fn g5_a_write_that_can_no_longer_land_is_called_not_carried_out() {
    let (run, _, driven) = driven_silently(|request| request.method != Method::Get, false, 2);
    driven.tenant.borrow_mut().cells.insert(TOGGLE, json!(false));
    let settle = |record: RunRecord| {
        let run = Run::settle(record).unwrap();
        driven::block_on(drive(run, &driven, &Handle::new(), |_| {}))
            .unwrap()
            .record()
    };
    let open = settle(run.record());
    assert_eq!(open.header.ended_at, None, "{open:?}");
    driven::block_on(driven.sleep(ANSWER_LIMIT));
    let settled = settle(open);
    assert!(settled.header.ended_at.is_some(), "{settled:?}");
    assert_eq!(why(&settled, 0).id, "run-not-carried-out");
    assert!(matches!(undo_plan(&settled, 0), Err(CannotUndo::NothingChanged)));
}
