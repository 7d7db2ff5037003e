//! The plan engine's guarantees over random plans, faults at every position, kills and foreign edits.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at once; the lints' own exemption does not reach functions beside the tests"
)]
#![allow(
    dead_code,
    reason = "the world is shared with the single situations, which use the rest of it"
)]

#[path = "plan/making.rs"]
mod making;
#[path = "plan/tenant.rs"]
mod tenant;
#[path = "plan/world.rs"]
mod world;

use std::collections::{BTreeMap, BTreeSet};

use latchkey::http::ANSWER_LIMIT;
use latchkey::plan::history::Standing;
use latchkey::plan::journal::{RunRecord, StepRecord};
use latchkey::plan::model::Plan;
use latchkey::plan::progress::StepState;
use latchkey::plan::run::Choice;
use latchkey::plan::undo::{CannotUndo, undo_plan};
use proptest::prelude::*;
use serde_json::{Value, json};
use tenant::{Applied, Cell, Tenant};
use world::{Event, Fault, RUN, World};

/// A plan, where it starts from, and where it wants to go.
#[derive(Debug, Clone)]
struct Scene {
    plan: Plan,
    start: BTreeMap<Cell, Value>,
    wanted: BTreeMap<Cell, (Value, Value)>,
    lag: u32,
}

impl Scene {
    fn world(&self) -> World {
        World::new(Tenant::new(self.start.clone(), self.lag))
    }
}

fn all_cells() -> Vec<Cell> {
    let mut cells = Vec::new();
    for one in 0..2 {
        for two in 0..2 {
            cells.push(Cell::Field(one, two));
            cells.push(Cell::Link(one, two));
        }
        cells.push(Cell::Counter(one));
        cells.push(Cell::Row(one));
    }
    cells
}

/// Values a cell can have, in a cycle.
fn values(cell: &Cell) -> Vec<Value> {
    match cell {
        Cell::Field(..) => vec![json!(false), json!(true), Value::Null],
        Cell::Link(..) => vec![Value::Null, json!("Basic"), json!("Global")],
        Cell::Counter(_) => vec![json!(5), json!(6), json!(9)],
        Cell::Row(_) => vec![Value::Null, json!("ours"), json!("theirs")],
    }
}

fn scenes() -> impl Strategy<Value = Scene> {
    let cells = Just(all_cells()).prop_shuffle();
    let choices = prop::collection::vec((0..3_usize, any::<u8>(), 0..8_u8), 1..6);
    let lag = prop_oneof![3 => Just(0_u32), 1 => 1..5_u32];
    (cells, choices, any::<bool>(), lag).prop_map(|(cells, choices, backwards, lag)| {
        let mut start: BTreeMap<Cell, Value> = cells
            .iter()
            .map(|cell| (cell.clone(), values(cell)[0].clone()))
            .collect();
        let mut wanted = BTreeMap::new();
        let mut steps = Vec::new();
        for (number, (cell, (turn, needs, already))) in cells.iter().zip(choices).enumerate() {
            let values = values(cell);
            let turn = if matches!(cell, Cell::Field(..) | Cell::Link(..)) {
                turn
            } else {
                0
            };
            let (from, to) = (values[turn].clone(), values[(turn + 1) % 3].clone());
            start.insert(cell.clone(), if already == 0 { to.clone() } else { from.clone() });
            let needs = (0..number).filter(|bit| needs & (1 << bit) != 0 && needs % 3 == 0);
            let needs = needs.map(|bit| format!("{:?}", cells[bit])).collect();
            steps.push(making::step(cell, &from, &to, needs));
            wanted.insert(cell.clone(), (from, to));
        }
        if backwards {
            steps.reverse();
        }
        Scene {
            plan: making::plan(steps),
            start,
            wanted,
            lag,
        }
    })
}

fn faults() -> impl Strategy<Value = Fault> {
    prop_oneof![
        4 => Just(Fault::None),
        1 => (1..400_u64).prop_map(Fault::Throttled),
        2 => any::<bool>().prop_map(|carried_out| Fault::Unavailable { carried_out }),
        1 => any::<bool>().prop_map(|carried_out| Fault::Broken { carried_out }),
        2 => any::<bool>().prop_map(|carried_out| Fault::Lost { carried_out }),
        1 => any::<bool>().prop_map(|carried_out| Fault::PageGone { carried_out }),
        1 => (1..60_000_u64).prop_map(Fault::Slow),
        1 => Just(Fault::WrongBody),
        1 => Just(Fault::Refused),
        1 => Just(Fault::SignedOut),
        1 => Just(Fault::TooLarge),
        2 => any::<bool>().prop_map(|carried_out| Fault::Killed { carried_out }),
        1 => Just(Fault::Navigated),
    ]
}

/// The most that befalls a run.
const MOST_EVENTS: usize = 7;

fn events(foreign: bool) -> impl Strategy<Value = Vec<Event>> {
    let edit = prop::option::weighted(0.3, (0..12_usize, 0..3_usize));
    let position = prop_oneof![4 => 0..14_usize, 1 => 14..40_usize];
    let event = (position, faults(), edit).prop_map(move |(at, fault, edit)| Event {
        at,
        fault,
        foreign: edit.filter(|_| foreign).map(|(cell, value)| {
            let cell = all_cells()[cell].clone();
            let value = values(&cell)[value].clone();
            (cell, value)
        }),
    });
    prop::collection::vec(event, 0..=MOST_EVENTS)
}

fn choices() -> impl Strategy<Value = Vec<Choice>> {
    prop::collection::vec(
        prop_oneof![Just(Choice::GoOn), Just(Choice::Retry), Just(Choice::Leave)],
        0..6,
    )
}

/// Ends a run for good: settles whatever is in the air, as an admin would before undoing, when nothing that was sent can
/// land any more, and again where something befalls that.
fn settled(world: &mut World, run_id: &str) -> RunRecord {
    let standing = |world: &World| {
        let past = world
            .history()
            .runs
            .into_iter()
            .find(|past| past.record.header.run_id == run_id);
        past.map(|past| past.standing).unwrap()
    };
    for _ in 0..=MOST_EVENTS {
        if matches!(standing(world), Standing::Interrupted | Standing::Unsettled) {
            world.now += ANSWER_LIMIT;
            world.settle(run_id);
        }
    }
    world.record(run_id).unwrap()
}

/// What the journal has to hold of a run; how often a proof was read is not part of it.
fn durable(record: &RunRecord) -> Vec<StepRecord> {
    let mut steps = record.steps.clone();
    for step in &mut steps {
        if let StepState::Proving { tries, .. } = &mut step.state {
            *tries = 0;
        }
    }
    steps
}

/// The tenant is in a state the journal explains.
fn explain(scene: &Scene, world: &World, record: &RunRecord, log: &[Applied]) {
    for step in &scene.plan.steps {
        let (cell, (from, to)) = scene
            .wanted
            .iter()
            .find(|(cell, _)| format!("{cell:?}") == step.id)
            .unwrap();
        let foreign = log.iter().any(|one| !one.ours && one.cell == *cell);
        let ours: Vec<&Applied> = log.iter().filter(|one| one.ours && one.cell == *cell).collect();
        let effective = ours.iter().filter(|one| one.from != one.to).count();
        let begun = record.steps.iter().find(|begun| begun.step == step.id);
        let state = begun.map_or(StepState::Waiting, |begun| begun.state.clone());
        let sent = begun.is_some_and(|begun| begun.sent);
        let told = format!("{} is {state:?} (sent: {sent}); the tenant has {ours:?}", step.id);

        if matches!(cell, Cell::Field(..) | Cell::Row(_)) {
            assert!(
                ours.iter().all(|one| one.from == *from),
                "G3: wrote over a foreign edit: {told}"
            );
        }
        if !foreign {
            assert!(effective <= 1, "G8: done twice: {told}");
        }
        match state {
            StepState::Done { already: true, .. } => assert_eq!(ours.len(), 0, "G4: {told}"),
            StepState::Done { evidence, .. } => {
                assert!(!evidence.is_empty(), "G5: {told}");
                if !foreign {
                    assert_eq!((effective, &world.tenant.cells[cell]), (1, to), "G5: {told}");
                }
            }
            StepState::Waiting | StepState::Skipped => assert_eq!(ours.len(), 0, "{told}"),
            // Nothing of ours stands: it never was, or somebody has taken exactly it back, which no read can tell apart.
            StepState::Failed { .. } | StepState::Conflict { .. } if !sent => {
                let last = log.iter().rev().find(|one| one.cell == *cell && one.from != one.to);
                assert!(effective == 0 || last.is_some_and(|one| !one.ours), "G8: {told}");
            }
            _ => {}
        }
        let needed: BTreeSet<&String> = step.needs.iter().collect();
        for need in record.steps.iter().filter(|record| needed.contains(&record.step)) {
            if !matches!(need.state, StepState::Done { .. }) {
                assert_eq!(ours.len(), 0, "G8: {} was not done, yet {told}", need.step);
            }
        }
    }
    let planned: BTreeSet<&Cell> = scene.wanted.keys().collect();
    assert!(
        log.iter().filter(|one| one.ours).all(|one| planned.contains(&one.cell)),
        "outside the plan"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn g4_without_trouble_every_step_is_done_once_and_a_second_run_changes_nothing(scene in scenes()) {
        let mut world = scene.world();
        let record = world.apply(&scene.plan, RUN);
        explain(&scene, &world, &record, &world.tenant.log.clone());
        for (cell, (_, to)) in &scene.wanted {
            prop_assert_eq!(&world.tenant.cells[cell], to);
        }
        if scene.lag == 0 && world.writes == scene.plan.steps.len() {
            prop_assert_eq!(u32::try_from(world.requests.len()).unwrap(), scene.plan.requests());
        }
        let writes = world.writes;
        let again = world.apply(&scene.plan, "r2");
        prop_assert_eq!(world.writes, writes);
        for step in &again.steps {
            prop_assert!(matches!(step.state, StepState::Done { already: true, .. }), "{:?}", step);
        }
    }

    #[test]
    fn g8_the_tenant_ends_in_a_state_the_journal_explains(
        scene in scenes(),
        events in events(true),
        choices in choices(),
        kill in prop::option::of((1..16_usize, any::<bool>())),
    ) {
        let mut world = scene.world();
        world.events = events;
        world.choices = choices;
        world.kill_at_persist = kill;
        let record = world.apply(&scene.plan, RUN);
        explain(&scene, &world, &record, &world.tenant.log.clone());
        if !world.history().runs.is_empty() {
            prop_assert_eq!(durable(&world.record(RUN).unwrap()), durable(&record));
            let record = settled(&mut world, RUN);
            explain(&scene, &world, &record, &world.tenant.log.clone());
        }
    }

    #[test]
    fn g6_undo_restores_equality_of_what_the_run_changed_and_nobody_touched(
        scene in scenes(),
        events in events(true),
        choices in choices(),
        since in prop::collection::vec((0..12_usize, 0..3_usize), 0..3),
        during in events(false),
    ) {
        let mut world = scene.world();
        world.events = events;
        world.choices = choices;
        world.apply(&scene.plan, RUN);
        if world.history().runs.is_empty() {
            return Ok(());
        }
        let record = settled(&mut world, RUN);
        let undo = match undo_plan(&record, world.now) {
            Ok(undo) => undo,
            Err(CannotUndo::NothingChanged | CannotUndo::NoWayBack { .. } | CannotUndo::Unsettled { .. }) => return Ok(()),
            Err(other) => panic!("{other}"),
        };
        world.tenant.catch_up();
        for (cell, value) in since {
            let cell = all_cells()[cell].clone();
            let value = values(&cell)[value].clone();
            if world.tenant.cells[&cell] != value {
                world.tenant.set(&cell, value, false);
            }
        }
        let before = world.tenant.cells.clone();
        let from = world.requests.len();
        let faulty = !during.is_empty();
        world.events = during.into_iter().map(|event| Event { at: event.at + from, ..event }).collect();
        world.choices = vec![Choice::GoOn; 20];
        world.apply(&undo, "u1");
        let undone = settled(&mut world, "u1");
        let foreign = world.tenant.foreign();
        for (cell, (from, to)) in &scene.wanted {
            let step = record.steps.iter().find(|step| step.step == format!("{cell:?}"));
            let changed = step.is_some_and(StepRecord::changed);
            let back = undone.steps.iter().find(|step| step.step == format!("undo:{cell:?}"));
            let now = &world.tenant.cells[cell];
            if !changed {
                prop_assert_eq!(now, &before[cell], "undid what the run had not changed");
            } else if before[cell] != *to {
                prop_assert_eq!(now, &before[cell], "undid over somebody else's change");
            } else if back.is_some_and(|back| matches!(back.state, StepState::Done { .. })) {
                prop_assert_eq!(now, from, "said to be undone");
            } else if !faulty && !foreign.contains(cell) {
                // Only what needed a step that was touched since may have been left.
                let needed = undo.steps.iter().find(|step| step.id == format!("undo:{cell:?}")).unwrap();
                prop_assert!(!needed.needs.is_empty(), "left: {:?}", back);
            }
        }
        let past = world.record(RUN).unwrap();
        if undone.steps.iter().any(|step| step.changed()) {
            prop_assert_eq!(past.header.undone_by.as_deref(), Some("u1"));
        }
    }

    #[test]
    fn g6_undo_of_an_undo_does_it_again(scene in scenes()) {
        let mut world = scene.world();
        world.apply(&scene.plan, RUN);
        let after = world.tenant.cells.clone();
        let Ok(undo) = undo_plan(&world.record(RUN).unwrap(), world.now) else {
            prop_assert_eq!(&after, &scene.start);
            return Ok(());
        };
        world.apply(&undo, "u1");
        prop_assert_eq!(&world.tenant.cells, &scene.start);
        prop_assert_eq!(undo_plan(&world.record(RUN).unwrap(), world.now), Err(CannotUndo::AlreadyUndone));
        let redo = undo_plan(&world.record("u1").unwrap(), world.now).unwrap();
        prop_assert!(redo.steps.iter().all(|step| scene.plan.step(&step.id).is_some_and(|first| first.title == step.title)));
        world.apply(&redo, "u2");
        prop_assert_eq!(&world.tenant.cells, &after);
        prop_assert!(undo_plan(&world.record(RUN).unwrap(), world.now).is_ok());
    }
}
