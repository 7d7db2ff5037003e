//! One test per promise of the plan engine that is a single situation rather than a law.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at once; the lints' own exemption does not reach functions beside the tests"
)]
#![allow(
    dead_code,
    reason = "the world is shared with the properties, which use the rest of it"
)]

#[path = "plan/driven.rs"]
mod driven;
#[path = "plan/making.rs"]
mod making;
#[path = "plan/tenant.rs"]
mod tenant;
#[path = "plan/world.rs"]
mod world;

use std::collections::BTreeMap;

use driven::{Driven, Press};
use latchkey::domain::organization::EnvironmentKind;
use latchkey::http::{ANSWER_LIMIT, LocalFuture, Method, Millis, Request, Response, TransportError};
use latchkey::json::{self, FromJson, ToJson};
use latchkey::plan::drive::{Command, Handle, JournalError, JournalStore, World as Outside, drive};
use latchkey::plan::evidence::RunEvidence;
use latchkey::plan::evidence::evidence;
use latchkey::plan::grants::Grants;
use latchkey::plan::history::{KEEP_BYTES, KEEP_RUNS, Standing, clear_finished, keep_within_bounds, read};
use latchkey::plan::journal::RunRecord;
use latchkey::plan::model::{
    Action, Change, Delta, PageAct, Part, Plan, Probe, Read, Risk, Service, Step, Take, Target, Undo, WriteCondition,
};
use latchkey::plan::naming::Typed;
use latchkey::plan::progress::{Phase, StepState};
use latchkey::plan::run::{Choice, Effect, Fed, Run};
use latchkey::plan::start::{Approval, RefusedToStart};
use latchkey::plan::undo::{CannotUndo, WayBack, stays, undo_plan, way_back};
use latchkey::text::Text;
use making::step;
use serde_json::{Value, json};
use tenant::{Cell, Tenant, error};
use world::{Event, Fault, RUN, World, approval};

const TOGGLE: Cell = Cell::Field(0, 0);
const OTHER: Cell = Cell::Field(1, 0);
const RIGHT: Cell = Cell::Link(0, 0);

fn tenant(lag: u32) -> Tenant {
    let cells = [(TOGGLE, json!(false)), (OTHER, json!(false)), (RIGHT, Value::Null)];
    let mut all: BTreeMap<Cell, Value> = cells.into_iter().collect();
    all.insert(Cell::Counter(0), json!(5));
    Tenant::new(all, lag)
}

fn toggle() -> latchkey::plan::model::Step {
    step(&TOGGLE, &json!(false), &json!(true), vec![])
}

fn right() -> latchkey::plan::model::Step {
    step(&RIGHT, &Value::Null, &json!("Global"), vec![])
}

fn two() -> Plan {
    making::plan(vec![toggle(), right()])
}

fn at(at: usize, fault: Fault) -> Event {
    Event {
        at,
        fault,
        foreign: None,
    }
}

fn edit(at: usize, cell: Cell, value: Value) -> Event {
    Event {
        at,
        fault: Fault::None,
        foreign: Some((cell, value)),
    }
}

fn state(record: &RunRecord, number: usize) -> &StepState {
    &record.steps[number].state
}

fn why(record: &RunRecord, number: usize) -> &Text {
    match state(record, number) {
        StepState::Failed { why } => why,
        other => panic!("{other:?}"),
    }
}

#[test]
fn g1_nothing_is_sent_when_the_journal_has_no_room() {
    let plan = two();
    let mut run = Run::begin(plan.clone(), &approval(&plan), RUN.into(), 0).unwrap();
    let Effect::Reserve { bytes } = run.next(0) else {
        panic!()
    };
    assert!(bytes > json::text(&plan.to_json()).len() as u64);
    run.feed(0, Fed::Reserved(Err(JournalError::Full { needed: bytes, free: 7 })));
    assert_eq!(run.next(0), Effect::Finished);
    let Phase::Stopped { why } = run.progress().phase else {
        panic!()
    };
    assert_eq!(why.id, "run-journal-full");
    assert_eq!(run.progress().requests, 0);
}

#[test]
fn g1_a_run_takes_no_more_room_than_was_checked() {
    let plan = two();
    let mut world = World::new(tenant(0));
    world.apply(&plan, RUN);
    let used: usize = world
        .journal
        .iter()
        .map(|(key, value)| key.len() + value.to_string().len())
        .sum();
    assert!(used as u64 <= latchkey::plan::journal::space_needed(&plan));
}

#[test]
fn g2_another_user_stops_everything() {
    let mut world = World::new(tenant(0));
    world.tenant.user = "somebody else".into();
    let record = world.apply(&two(), RUN);
    assert_eq!(world.writes, 0);
    assert_eq!(world.requests.len(), 1);
    assert!(record.header.ended_at.is_some());
    assert_eq!(world.history().runs[0].standing, Standing::NothingChanged);
}

#[test]
fn g2_the_targets_are_locked_again_after_a_navigation_and_after_signing_in() {
    for fault in [
        Fault::Navigated,
        Fault::SignedOut,
        Fault::PageGone { carried_out: false },
    ] {
        let mut world = World::new(tenant(0));
        // 0 lock, 1 guard of the first step, 2 its write.
        world.events = vec![at(2, fault.clone())];
        world.apply(&two(), RUN);
        assert!(world.requests[3].path.ends_with("/WhoAmI"), "{fault:?}");
        assert_eq!(world.tenant.cells[&TOGGLE], json!(true));
    }
}

#[test]
fn g2_production_asks_for_its_name_and_unknown_counts_as_production() {
    for kind in [EnvironmentKind::Production, EnvironmentKind::Unknown] {
        let mut plan = two();
        plan.targets = vec![making::target(kind)];
        let begin = |typed: Option<&str>| {
            let approval = Approval {
                digest: plan.digest(),
                typed_names: typed.into_iter().map(str::to_owned).collect(),
            };
            Run::begin(plan.clone(), &approval, RUN.into(), 0).map(|_| ())
        };
        let refused = Err(RefusedToStart::NameNotTyped {
            name: "Contoso Service".into(),
        });
        assert_eq!(begin(None), refused);
        assert_eq!(begin(Some("contoso")), refused);
        assert_eq!(begin(Some("Contoso Service ")), Ok(()));
    }
}

#[test]
fn g2_every_production_target_that_is_acted_on_has_its_name_typed_once() {
    let target = |id: &str, service: Service, name: &str, kind: EnvironmentKind| Target {
        id: id.into(),
        service,
        name: name.into(),
        ..making::target(kind)
    };
    let on = |id: &str, target: &str| Step {
        id: id.into(),
        target: target.into(),
        ..toggle()
    };
    let (unknown, production) = (EnvironmentKind::Unknown, EnvironmentKind::Production);
    let mut plan = making::plan(vec![
        toggle(),
        on("salesforce", "salesforce"),
        on("teams", "teams"),
        on("page", "page"),
    ]);
    plan.targets.extend([
        target("entra", Service::Graph, "Fabrikam", unknown),
        target("salesforce", Service::Salesforce, "Contoso ", production),
        target("teams", Service::Teams, "Contoso", unknown),
        target("page", Service::Page, "admin.teams.microsoft.com", unknown),
    ]);
    // Neither the sandbox, nor the tenant that is only read, nor a page that tells nothing of whose it is.
    let asked = |plan: &Plan| -> Vec<(String, Vec<String>)> {
        let ids = |asked: &Typed<'_>| asked.targets.iter().map(|target| target.id.clone()).collect();
        let typed = plan.typed();
        typed.iter().map(|asked| (asked.name.to_owned(), ids(asked))).collect()
    };
    assert_eq!(
        asked(&plan),
        [("Contoso".into(), vec!["salesforce".into(), "teams".into()])]
    );
    plan.targets[0] = making::target(production);
    assert_eq!(
        asked(&plan),
        [
            ("Contoso Service".into(), vec!["org".into()]),
            ("Contoso".into(), vec!["salesforce".into(), "teams".into()])
        ]
    );
    let begin = |typed: &[&str]| {
        let approval = Approval {
            digest: plan.digest(),
            typed_names: typed.iter().map(|&name| name.to_owned()).collect(),
        };
        Run::begin(plan.clone(), &approval, RUN.into(), 0).map(|_| ())
    };
    let lacks = |name: &str| Err(RefusedToStart::NameNotTyped { name: name.into() });
    assert_eq!(begin(&["Contoso Service"]), lacks("Contoso"));
    assert_eq!(begin(&["Contoso"]), lacks("Contoso Service"));
    assert_eq!(begin(&["Contoso", " Contoso Service"]), Ok(()));
    // The page a plan is made for is typed besides.
    plan.targets.rotate_right(1);
    assert_eq!(plan.names_to_type()[0], "admin.teams.microsoft.com");
    assert_eq!(plan.names_to_type().len(), 3);
    plan.targets.rotate_left(1);
    // Where only a page is acted on, what is only read has the better name; without that the page's own is typed.
    plan.steps.retain(|step| step.id == "page");
    plan.targets.remove(0);
    assert_eq!(asked(&plan), [("Fabrikam".into(), vec!["entra".into()])]);
    plan.targets.retain(|target| target.id == "page");
    assert_eq!(
        asked(&plan),
        [("admin.teams.microsoft.com".into(), vec!["page".into()])]
    );
}

#[test]
fn g2_a_plan_that_is_not_the_approved_one_is_not_begun() {
    let plan = two();
    let begin = |change: &dyn Fn(&mut Plan)| {
        let mut other = plan.clone();
        change(&mut other);
        let digest = other.digest();
        Run::begin(
            other,
            &Approval {
                digest,
                typed_names: Vec::new(),
            },
            RUN.into(),
            0,
        )
        .map(|_| ())
        .unwrap_err()
    };
    let mut other = plan.clone();
    other.notes.push(Text::new("test-note"));
    assert_eq!(
        Run::begin(other, &approval(&plan), RUN.into(), 0).unwrap_err(),
        RefusedToStart::NotApproved
    );
    assert!(matches!(
        begin(&|plan| plan.version += 1),
        RefusedToStart::NewerVersion { .. }
    ));
    assert_eq!(begin(&|plan| plan.steps.clear()), RefusedToStart::Empty);
    assert!(matches!(
        begin(&|plan| plan.steps.push(toggle())),
        RefusedToStart::Duplicate { .. }
    ));
    assert!(matches!(
        begin(&|plan| plan.steps[0].needs = vec!["x".into()]),
        RefusedToStart::Unknown { .. }
    ));
    assert!(matches!(
        begin(&|plan| plan.steps[0].target = "x".into()),
        RefusedToStart::Unknown { .. }
    ));
    assert!(matches!(
        begin(&|plan| plan.targets[0].lock.clear()),
        RefusedToStart::NoLock { .. }
    ));
    let circle = |plan: &mut Plan| {
        plan.steps[0].needs = vec![plan.steps[1].id.clone()];
        plan.steps[1].needs = vec![plan.steps[0].id.clone()];
    };
    assert!(matches!(begin(&circle), RefusedToStart::Cyclic { .. }));
}

#[test]
fn g3_what_moved_is_shown_in_three_columns_and_not_written_over() {
    let mut world = World::new(tenant(0));
    world.events = vec![edit(0, TOGGLE, Value::Null)];
    let record = world.apply(&making::plan(vec![toggle()]), RUN);
    let StepState::Conflict { moved } = state(&record, 0) else {
        panic!()
    };
    assert_eq!(
        (&moved[0].planned_from, &moved[0].now, &moved[0].wanted),
        (&json!(false), &Some(Value::Null), &json!(true))
    );
    assert_eq!(world.writes, 0);
}

#[test]
fn g3_an_edit_between_guard_and_write_is_refused_by_the_service_and_read_again() {
    let mut world = World::new(tenant(0));
    // Another column of the same row: the guard holds still, so it is written with the new ETag.
    world.tenant.cells.insert(Cell::Field(0, 1), json!(false));
    world.events = vec![edit(2, Cell::Field(0, 1), json!(true))];
    let record = world.apply(&making::plan(vec![toggle()]), RUN);
    assert!(matches!(state(&record, 0), StepState::Done { already: false, .. }));
    assert_eq!(world.writes, 2);
}

#[test]
fn g3_a_foreign_edit_in_the_gap_no_guard_can_close_is_reported_by_the_proof() {
    let mut world = World::new(tenant(0));
    // 0 lock, 1 guard, 2 write, 3 proof: changed right after the write.
    world.events = (3..10).map(|number| edit(number, RIGHT, json!("Basic"))).collect();
    let record = world.apply(&making::plan(vec![right()]), RUN);
    let StepState::Conflict { moved } = state(&record, 0) else {
        panic!("{record:?}")
    };
    assert_eq!(moved[0].now, Some(json!({"Depth": "Basic"})));
    assert_eq!(world.tenant.cells[&RIGHT], json!("Basic"));
}

#[test]
fn g3_without_an_etag_nothing_is_written_conditionally() {
    let mut plan = making::plan(vec![right()]);
    let Action::Http(write) = &mut plan.steps[0].change.action else {
        panic!()
    };
    write.condition = WriteCondition::GuardEtag;
    let mut world = World::new(tenant(0));
    let record = world.apply(&plan, RUN);
    assert_eq!(why(&record, 0).id, "run-no-etag");
    assert_eq!(world.writes, 0);
}

#[test]
fn g5_what_lags_is_not_yet_shown_and_can_be_read_again() {
    let mut world = World::new(tenant(30));
    let record = world.apply(&two(), RUN);
    assert!(matches!(state(&record, 1), StepState::NotYetShown { .. }));
    assert!(matches!(state(&record, 0), StepState::Done { .. }));
    assert_eq!(world.history().runs[0].standing, Standing::Unsettled);
    world.tenant.catch_up();
    let record = world.settle(RUN);
    assert!(matches!(state(&record, 1), StepState::Done { already: false, .. }));
    assert_eq!(world.writes, 2);
    assert_eq!(
        world.history().runs[0].standing,
        Standing::UndoPossible { steps: 2, of: 2 }
    );
}

#[test]
fn g5_an_answer_of_another_shape_proves_nothing() {
    let mut world = World::new(tenant(0));
    world.events = (3..12).map(|number| at(number, Fault::WrongBody)).collect();
    let record = world.apply(
        &making::plan(vec![step(&RIGHT, &json!("Global"), &Value::Null, vec![])]),
        RUN,
    );
    assert!(
        !matches!(state(&record, 0), StepState::Done { already: false, .. }),
        "{record:?}"
    );
}

#[test]
fn g6_what_has_no_way_back_is_left_out_and_named() {
    let mut plan = two();
    plan.steps[1].undo = Undo::None {
        why: Text::new("test-one-way"),
    };
    let mut world = World::new(tenant(0));
    let record = world.apply(&plan, RUN);
    let undo = undo_plan(&record, 5).unwrap();
    assert_eq!(undo.steps.len(), 1);
    assert_eq!(undo.notes[0].id, "undo-left-no-way-back");
    assert_eq!(undo.undoes.as_deref(), Some(RUN));
    assert_eq!(
        world.history().runs[0].standing,
        Standing::UndoPossible { steps: 1, of: 2 }
    );
    world.apply(&undo, "u1");
    let past = world
        .history()
        .runs
        .into_iter()
        .find(|past| past.record.header.run_id == RUN)
        .unwrap();
    assert_eq!(past.standing, Standing::Undone { by: "u1".into() });
}

#[test]
fn g6_what_is_left_otherwise_than_it_was_is_said_so_and_not_promised_again() {
    let mut plan = two();
    plan.steps[1].delta = vec![Delta {
        label: Text::new("test-user"),
        from: Text::new("test-absent"),
        to: Text::new("test-there"),
    }];
    let back = plan.steps[1].undo.change().unwrap().clone();
    let left = Text::new("test-blocked");
    plan.steps[1].undo = Undo::Partly {
        change: Box::new(back),
        left: left.clone(),
    };
    let mut world = World::new(tenant(0));
    let undo = undo_plan(&world.apply(&plan, RUN), 5).unwrap();
    let back = &undo.steps[0];
    assert_eq!(
        (back.delta[0].from.id.as_ref(), &back.delta[0].to),
        ("test-there", &left)
    );
    assert_eq!(back.reason.id, "undo-reason-partly");
    assert_eq!(way_back(&plan.steps[1]), WayBack::Partly);
    // All of the run's changes are taken back, as far as they can be.
    let done = world.apply(&undo, "u1");
    assert!(
        done.steps
            .iter()
            .all(|step| matches!(step.state, StepState::Done { .. }))
    );
    assert_eq!(
        undo_plan(&world.record(RUN).unwrap(), 6),
        Err(CannotUndo::AlreadyUndone)
    );
    let again = undo_plan(&world.record("u1").unwrap(), 7).unwrap();
    assert_eq!((again.steps.len(), again.notes.len()), (1, 1));
    // A plan that is kept says the same.
    assert_eq!(Plan::from_json(&plan.to_json()).unwrap(), plan);
}

#[test]
fn g6_a_step_with_nothing_to_take_back_is_no_change_that_stays() {
    let mut plan = two();
    for step in &mut plan.steps {
        step.undo = Undo::Nothing {
            why: Text::new("test-reads"),
        };
    }
    let mut world = World::new(tenant(0));
    let record = world.apply(&plan, RUN);
    assert_eq!(undo_plan(&record, 5), Err(CannotUndo::NothingChanged));
    assert_eq!(world.history().runs[0].standing, Standing::NothingChanged);
    assert_eq!(stays(plan.steps.iter()), []);
    assert_eq!(way_back(&plan.steps[0]), WayBack::Nothing);
    // What is filled in on a page is gone with the page; what is pressed there is no filling in.
    let act = |act| Action::Page {
        locator: "page".to_owned(),
        act,
    };
    plan.steps[0].change.action = act(PageAct::Fill { text: "a".to_owned() });
    assert_eq!(way_back(&plan.steps[0]), WayBack::Unsaved);
    plan.steps[0].change.action = act(PageAct::Press);
    assert_eq!(way_back(&plan.steps[0]), WayBack::Nothing);
}

#[test]
fn g6_how_much_can_be_taken_back_is_told_by_the_way_back() {
    let plan = two();
    let step = &plan.steps[0];
    assert_eq!(way_back(step), WayBack::Whole);
    let mut one_way = step.clone();
    one_way.undo = Undo::None {
        why: Text::new("test-one-way"),
    };
    assert_eq!(way_back(&one_way), WayBack::None);
    assert_eq!(
        stays([step, &one_way].into_iter()),
        [(&one_way, Some(&Text::new("test-one-way")))]
    );
    let mut lasting = step.clone();
    lasting.risk = Risk::Irreversible;
    assert_eq!(way_back(&lasting), WayBack::Partly);
    // Taking back what removed a secret makes another secret.
    let mut removes = step.clone();
    let mut makes = removes.undo.change().unwrap().clone();
    let Action::Http(write) = &mut makes.action else {
        panic!()
    };
    write.takes = vec![Take {
        slot: "key".to_owned(),
        pointer: "/keyId".to_owned(),
    }];
    removes.undo = Undo::Change(Box::new(makes));
    assert_eq!(way_back(&removes), WayBack::Partly);
}

#[test]
fn g6_steps_are_taken_back_in_reverse_with_their_needs_turned_round() {
    let mut plan = two();
    plan.steps[1].needs = vec![plan.steps[0].id.clone()];
    let mut world = World::new(tenant(0));
    let undo = undo_plan(&world.apply(&plan, RUN), 5).unwrap();
    assert_eq!(undo.steps[0].id, format!("undo:{RIGHT:?}"));
    assert_eq!(undo.steps[1].needs, vec![undo.steps[0].id.clone()]);
}

#[test]
fn g6_what_publishes_is_taken_back_after_what_it_published_both_ways() {
    let mut plan = two();
    plan.steps[1].needs = vec![plan.steps[0].id.clone()];
    let Undo::Change(change) = plan.steps[1].undo.clone() else {
        panic!()
    };
    plan.steps[1].undo = Undo::After(change);
    let ids: Vec<String> = plan.steps.iter().map(|step| step.id.clone()).collect();
    let mut world = World::new(tenant(0));
    let undo = undo_plan(&world.apply(&plan, RUN), 5).unwrap();
    let publishing = undo.step(&format!("undo:{}", ids[1])).unwrap();
    assert_eq!(publishing.needs, [format!("undo:{}", ids[0])]);
    assert!(undo.step(&format!("undo:{}", ids[0])).unwrap().needs.is_empty());
    let again = undo_plan(&world.apply(&undo, "u1"), 6).unwrap();
    assert_eq!(again.step(&ids[1]).unwrap().needs, [ids[0].clone()]);
}

#[test]
fn g6_what_one_request_did_is_taken_back_part_by_part_and_is_back_with_the_last_of_them() {
    let mut plan = two();
    let (second, mut first) = (plan.steps.remove(1), plan.steps.remove(0));
    let Undo::Change(back) = first.undo.clone() else {
        panic!()
    };
    let Undo::Change(second_back) = second.undo.clone() else {
        panic!()
    };
    let part = |id: &str, back: Change, again: Change| Part {
        id: id.to_owned(),
        title: Text::new("test-part"),
        delta: vec![],
        back,
        again,
    };
    // The second part is not as the run left it: somebody has taken it since.
    first.undo = Undo::Each(vec![
        part("a", *back, first.change.clone()),
        part("b", *second_back, second.change),
    ]);
    plan.steps.push(first);
    let step = plan.steps[0].id.clone();
    let mut world = World::new(tenant(0));
    let undo = undo_plan(&world.apply(&plan, RUN), 5).unwrap();
    let ids: Vec<&str> = undo.steps.iter().map(|step| step.id.as_str()).collect();
    assert_eq!(ids, [format!("undo:{step}/b"), format!("undo:{step}/a")]);
    let mut only_a = undo.clone();
    only_a.steps.remove(0);
    world.apply(&only_a, "u1");
    let of = |world: &World, id: &str| {
        let mut runs = world.history().runs.into_iter();
        runs.find(|past| past.record.header.run_id == id).unwrap()
    };
    assert_eq!(of(&world, RUN).standing, Standing::UndoPossible { steps: 1, of: 1 });
    let rest = undo_plan(&of(&world, RUN).record, 6).unwrap();
    assert_eq!(rest.steps.len(), 1);
    // It is so already, so it is back.
    world.apply(&rest, "u2");
    assert_eq!(undo_plan(&of(&world, RUN).record, 7), Err(CannotUndo::AlreadyUndone));
    let again = undo_plan(&of(&world, "u1").record, 8).unwrap();
    assert_eq!(again.steps[0].id, format!("{step}/a"));
}

#[test]
fn g6_an_interrupted_run_is_settled_before_it_is_undone() {
    let mut world = World::new(tenant(0));
    world.events = vec![at(2, Fault::Killed { carried_out: true })];
    let plan = two();
    let run = Run::begin(plan.clone(), &approval(&plan), RUN.into(), 0).unwrap();
    assert!(world.until_killed(run).is_none());
    assert_eq!(world.history().runs[0].standing, Standing::Interrupted);
    assert_eq!(undo_plan(&world.record(RUN).unwrap(), 5), Err(CannotUndo::NotOver));
    let record = world.settle(RUN);
    assert!(matches!(state(&record, 0), StepState::Done { already: false, .. }));
    assert_eq!(undo_plan(&record, 5).unwrap().steps.len(), 1);
    assert_eq!(world.tenant.cells[&RIGHT], Value::Null);
}

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

#[test]
fn g12_the_evidence_holds_who_when_where_before_after_proof_and_digest() {
    let plan = two();
    let mut world = World::new(tenant(0));
    let record = world.apply(&plan, RUN);
    let proof = evidence(&record);
    assert_eq!(proof.digest, plan.digest());
    assert!(proof.digest_holds && proof.ended_at.is_some());
    assert_eq!(proof.targets[0].user.upn, "admin@contoso.com");
    assert_eq!(proof.steps[0].before[0].value, json!(false));
    let StepState::Done { evidence, .. } = &proof.steps[0].outcome else {
        panic!()
    };
    assert_eq!(evidence[0].value, json!(true));
    assert_eq!(proof.requests as usize, world.requests.len());
    let mut forged = record;
    forged.header.plan.steps.pop();
    assert!(!latchkey::plan::evidence::evidence(&forged).digest_holds);
    assert_eq!(
        RunEvidence::from_json(&json::parse(&proof.export()).unwrap()).unwrap(),
        proof
    );
}

#[test]
fn g12_the_history_keeps_its_bounds_and_never_drops_an_unfinished_run() {
    let mut world = World::new(tenant(0));
    world.events = vec![at(2, Fault::Killed { carried_out: true })];
    let plan = two();
    let run = Run::begin(plan.clone(), &approval(&plan), "unfinished".into(), 0).unwrap();
    world.until_killed(run);
    for number in 0..KEEP_RUNS + 5 {
        world.now += 1000;
        world.apply(&plan, &format!("r{number:03}"));
    }
    let driven = Driven::new(world.tenant.clone());
    *driven.journal.entries.borrow_mut() = world.journal.clone();
    driven::block_on(async {
        keep_within_bounds(&driven.journal).await.unwrap();
        let history = read(&driven.journal).await.unwrap();
        assert_eq!(history.runs.len(), KEEP_RUNS);
        assert_eq!(history.runs.last().unwrap().record.header.run_id, "unfinished");
        assert_eq!(history.runs[0].record.header.run_id, format!("r{:03}", KEEP_RUNS + 4));
        clear_finished(&driven.journal).await.unwrap();
        let left = read(&driven.journal).await.unwrap();
        assert_eq!(left.runs.len(), 1);
        assert_eq!(left.runs[0].standing, Standing::Interrupted);
    });
}

#[test]
fn g1_the_history_keeps_its_bytes_and_drops_the_oldest_first() {
    let mut plan = two();
    plan.steps[0].reason = Text::new("test-reason").name("why", "y".repeat(600_000));
    let mut world = World::new(tenant(0));
    for number in 0..12 {
        world.now += 1000;
        world.apply(&plan, &format!("r{number:03}"));
    }
    let driven = Driven::new(world.tenant.clone());
    *driven.journal.entries.borrow_mut() = world.journal.clone();
    driven::block_on(async {
        let all = read(&driven.journal).await.unwrap();
        keep_within_bounds(&driven.journal).await.unwrap();
        let kept = read(&driven.journal).await.unwrap();
        let sum = |history: &latchkey::plan::history::History| history.runs.iter().map(|past| past.bytes).sum::<u64>();
        assert!(sum(&all) > KEEP_BYTES && sum(&kept) <= KEEP_BYTES);
        // The newest, and as many as fit.
        assert_eq!(kept.runs[..], all.runs[..kept.runs.len()]);
        assert!(sum(&kept) + all.runs[kept.runs.len()].bytes > KEEP_BYTES);
    });
}

#[test]
fn a_run_of_a_newer_latchkey_is_named_and_kept() {
    let mut world = World::new(tenant(0));
    world.apply(&two(), RUN);
    let driven = Driven::new(world.tenant);
    *driven.journal.entries.borrow_mut() = world.journal;
    driven.journal.entries.borrow_mut().get_mut("run/r1").unwrap()["plan"]["version"] = json!(99);
    driven::block_on(async {
        clear_finished(&driven.journal).await.unwrap();
        let history = read(&driven.journal).await.unwrap();
        assert!(history.runs.is_empty() && history.unreadable[0].newer);
    });
}

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
    passes: bool,
    /// How often the admin cancels once such a request is under way.
    cancels: usize,
    handle: Handle,
}

impl Outside for Silent<'_> {
    fn send<'a>(&'a self, target: &'a Target, request: Request) -> LocalFuture<'a, Result<Response, TransportError>> {
        let is_silent = (self.silent)(&request);
        let answer = self.driven.send(target, request);
        if !is_silent {
            return answer;
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
    struct Late<'a> {
        driven: &'a Driven,
        held: std::cell::RefCell<Option<(Target, Request)>>,
        handle: Handle,
    }
    impl Outside for Late<'_> {
        fn send<'a>(
            &'a self,
            target: &'a Target,
            request: Request,
        ) -> LocalFuture<'a, Result<Response, TransportError>> {
            if request.method == Method::Get {
                return self.driven.send(target, request);
            }
            *self.held.borrow_mut() = Some((target.clone(), request));
            self.handle.tell(Command::Cancel);
            self.handle.tell(Command::Cancel);
            Box::pin(std::future::pending())
        }
        fn page_read<'a>(&'a self, locator: &'a str) -> LocalFuture<'a, Result<Value, TransportError>> {
            self.driven.page_read(locator)
        }
        fn page_press<'a>(
            &'a self,
            locator: &'a str,
            act: &'a PageAct,
        ) -> LocalFuture<'a, Result<Value, TransportError>> {
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
        fn sleep(&self, _: u64) -> LocalFuture<'_, ()> {
            Box::pin(std::future::pending())
        }
    }
    let driven = Driven::new(tenant(0));
    let plan = making::plan(vec![toggle()]);
    let run = Run::begin(plan.clone(), &approval(&plan), RUN.into(), 0).unwrap();
    let handle = Handle::new();
    let world = Late {
        driven: &driven,
        held: std::cell::RefCell::default(),
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
    let (target, request) = world.held.take().unwrap();
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
