//! The words of a plan that takes a run back: each step as it goes now, who gains and who loses, and since when that is
//! known.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, in its helpers as well"
)]

mod fake_org;

use fake_org::*;
use latchkey::plan::journal::{RunHeader, RunRecord, StepRecord};
use latchkey::plan::model::Plan;
use latchkey::plan::progress::StepState;
use latchkey::plan::undo::undo_plan;
use latchkey::recipes::disconnect::{Choices, Observed, Toggle, explain_undo, plan};
use latchkey::text::{Arg, Text};
use latchkey::words::{Language, Words};

/// A run of this plan that is over; `done` steps of it changed something.
fn over(plan: Plan, done: usize) -> RunRecord {
    let steps = plan.steps.iter().take(done).map(|step| StepRecord {
        state: StepState::Done {
            at: 6,
            already: false,
            evidence: Vec::new(),
        },
        sent: true,
        ..StepRecord::waiting(&step.id)
    });
    RunRecord {
        steps: steps.collect(),
        header: RunHeader {
            run_id: "run-1".to_owned(),
            digest: plan.digest(),
            plan,
            started_at: 5,
            ended_at: Some(7),
            undone_by: None,
            requests: 0,
            not_before: 0,
        },
        taken_back: Vec::new(),
    }
}

/// The plan that takes it back, with its words.
fn back(record: &RunRecord, observed: Option<&Observed>) -> Plan {
    let mut plan = undo_plan(record, 8).unwrap();
    explain_undo(&mut plan, record, observed, "yesterday");
    plan
}

fn ids(notes: &[Text]) -> Vec<&str> {
    notes.iter().map(|note| &*note.id).collect()
}

/// A plan that takes the privilege from one role and gives it to another, and flips a switch.
fn forward(observed: &Observed) -> Plan {
    let mut choices = Choices::default();
    choices.set_role(observed, &id(CSR), false);
    choices.set_role(observed, &id(OMNICHANNEL_AGENT), true);
    choices.toggle(observed, &id(CASE), Toggle::Connector, true);
    plan(observed, &choices, 5).unwrap()
}

#[test]
fn g6_each_step_is_called_what_it_does_now_and_done_again_what_it_did_first() {
    let observed = seen(&FakeOrg::new());
    let forward = forward(&observed);
    let names = |plan: &Plan| -> Vec<String> {
        let english = Words::new(
            Language::English,
            include_str!("../www/messages/en.ftl").to_owned(),
            Box::new(|number| number.to_string()),
            Box::new(|day| day.to_string()),
        )
        .unwrap();
        let mut names: Vec<String> = plan.steps.iter().map(|step| english.plain(&step.title)).collect();
        names.sort();
        names
    };
    assert_eq!(
        names(&forward),
        [
            "Case: Chat connector can disconnect chat",
            "Customer Service Representative: take the privilege away",
            "Omnichannel agent: grant the privilege"
        ]
    );
    let undone = back(&over(forward.clone(), 3), None);
    assert_eq!(
        names(&undone),
        [
            "Case: Chat connector can disconnect chat",
            "Customer Service Representative: grant the privilege",
            "Omnichannel agent: take the privilege away"
        ]
    );
    assert!(undone.steps.iter().all(|step| step.reason.id == "undo-reason"));
    let again = back(&over(undone, 3), None);
    assert_eq!(names(&again), names(&forward));
    assert!(again.steps.iter().all(|step| step.reason.id == "step-chosen"));
}

#[test]
fn g10_without_a_newer_reading_the_runs_own_notes_are_turned_round_and_dated() {
    // What was read before the run was over tells nothing of what came after.
    let observed = Observed {
        read_at: 4,
        ..seen(&FakeOrg::new())
    };
    let record = over(forward(&observed), 3);
    for at_hand in [None, Some(&observed)] {
        let undone = back(&record, at_hand);
        let dated: Vec<&Text> = undone
            .notes
            .iter()
            .filter(|note| note.id == "disconnect-undo-as-read")
            .collect();
        assert!(!dated.is_empty(), "{:?}", undone.notes);
        for note in dated {
            assert_eq!(note.args.get("time"), Some(&Arg::Name("yesterday".to_owned())));
            let Some(Arg::Message(said)) = note.args.get("note") else {
                panic!()
            };
            let turned = match &*said.id {
                "disconnect-note-gain" => "disconnect-note-lose",
                "disconnect-note-lose" => "disconnect-note-gain",
                other => other,
            };
            let of_the_run = record.header.plan.notes.iter().find(|note| note.id == turned).unwrap();
            assert_eq!(said.args, of_the_run.args);
        }
        // The switch is known from the plan itself.
        assert!(ids(&undone.notes).contains(&"disconnect-effect-connector-off"));
    }
    // Turned round again it keeps the time it was read at.
    let mut again = undo_plan(&over(back(&record, None), 3), 9).unwrap();
    explain_undo(&mut again, &over(back(&record, None), 3), None, "today");
    let dated = again
        .notes
        .iter()
        .find(|note| note.id == "disconnect-undo-as-read")
        .unwrap();
    assert_eq!(dated.args.get("time"), Some(&Arg::Name("yesterday".to_owned())));
}

#[test]
fn g10_of_a_part_of_the_roles_nobody_knows_without_reading() {
    let observed = seen(&FakeOrg::new());
    let forward = forward(&observed);
    let granted = forward
        .steps
        .iter()
        .position(|step| step.id.starts_with("role:"))
        .unwrap();
    let undone = back(&over(forward, granted + 1), None);
    assert_eq!(undone.notes[0].id, "disconnect-undo-unread");
    let newer = Observed { read_at: 7, ..observed };
    let record = over(
        plan(
            &newer,
            &{
                let mut choices = Choices::default();
                choices.set_role(&newer, &id(CSR), false);
                choices
            },
            5,
        )
        .unwrap(),
        1,
    );
    // The same organization, as it is after the run: taking it back gives the right to those who lost it.
    let mut after = newer.clone();
    for role in match &mut after.roles {
        latchkey::domain::reading::Reading::Complete(roles) => roles,
        other => panic!("{other:?}"),
    } {
        if role.id == id(CSR) {
            role.depth = None;
        }
    }
    let undone = back(&record, Some(&after));
    let lost = record
        .header
        .plan
        .notes
        .iter()
        .find(|note| note.id == "disconnect-note-lose")
        .unwrap();
    let gained = undone
        .notes
        .iter()
        .find(|note| note.id == "disconnect-note-gain")
        .unwrap();
    assert_eq!(gained.args, lost.args);
}
