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

mod driving;
mod failing;
mod keeping;
mod undoing;

#[path = "../plan/driven.rs"]
mod driven;
#[path = "../plan/making.rs"]
mod making;
#[path = "../plan/tenant.rs"]
mod tenant;
#[path = "../plan/world.rs"]
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
