//! What takes time besides reading: making and running plans, the journal. Each task tells the state what came of it.

use std::cell::Cell;
use std::rc::Rc;

use yew::platform::spawn_local;

use super::outside::Outside;
use super::panel::{Action, Live, Panel, recipe_of};
use super::reading::read_now;
use super::route::Asked;
use super::say::words;
use crate::http::Millis;
use crate::plan::drive::{Handle, JournalError, World, drive};
use crate::plan::evidence::evidence;
use crate::plan::grants::Grants;
use crate::plan::history::{self, History, Past, Standing};
use crate::plan::journal::RunRecord;
use crate::plan::model::{Plan, Service};
use crate::plan::progress::{Phase, Progress, SlotProgress, SlotState, StepProgress, StepState};
use crate::plan::run::{Run, Secret, journal_text};
use crate::plan::start::{Approval, RefusedToStart};
use crate::plan::undo::{CannotUndo, undo_plan};
use crate::services::dataverse::DataverseError;
use crate::text::Text;
use crate::words::Language;

/// How often a run of another panel is looked at.
const WATCH_MS: u64 = 2000;

/// Speaks another language from now on, in every panel; where its texts cannot be read the present one stays.
pub fn speak(panel: &Panel, language: Language) {
    let panel = panel.clone();
    spawn_local(async move {
        panel.send(match words(&panel.backend, language).await {
            Some(words) => {
                panel.backend.choose_language(language.tag());
                Action::Speak(words)
            }
            None => Action::CannotSpeak(language),
        });
    });
}

/// Applies an approved plan, with what the admin gave for it, by slot.
pub fn apply(panel: &Panel, plan: &Rc<Plan>, typed_names: Vec<String>, given: Vec<(String, Secret)>) {
    let approval = Approval {
        digest: plan.digest(),
        typed_names,
    };
    panel.send(Action::Starting);
    let (panel, plan) = (panel.clone(), plan.clone());
    spawn_local(async move {
        let begun = Run::begin(
            (*plan).clone(),
            &approval,
            panel.backend.new_guid(),
            panel.backend.now(),
        );
        match begun {
            Ok(mut run) => {
                for (slot, value) in given {
                    if let Some(slot) = plan.slots.iter().find(|known| known.id == slot) {
                        panel.files.keep_for(slot, &value);
                    }
                    // What is refused after all, the run asks for.
                    let _ = run.supply(&slot, value.reveal().to_owned());
                }
                // Making room is a courtesy: the run itself checks that there is enough.
                let _ = history::keep_within_bounds(&*panel.backend.journal()).await;
                run_to_end(&panel, run, Some(plan.made_at), false).await;
            }
            Err(error) => panel.send(Action::Refused(refused(&error))),
        }
    });
}

/// Takes up an interrupted run, or only finds out what became of it, and then shows the plan that takes it back.
pub fn take_up(panel: &Panel, record: &RunRecord, only_settle: bool, then_undo: bool) {
    if panel.state.is_starting || panel.state.is_running() {
        return;
    }
    panel.send(Action::Starting);
    let (panel, run_id) = (panel.clone(), record.header.run_id.clone());
    spawn_local(async move {
        let record = match journalled(&panel, &run_id).await {
            Ok(record) => record,
            Err(why) => return panel.send(Action::Refused(why)),
        };
        let run = if only_settle {
            Run::settle(record)
        } else {
            Run::resume(record)
        };
        match run {
            Ok(run) => run_to_end(&panel, run, None, then_undo).await,
            Err(error) => panel.send(Action::Refused(refused(&error))),
        }
    });
}

/// A run as the journal has it now: another panel may have gone on with it since it was shown.
async fn journalled(panel: &Panel, run_id: &str) -> Result<RunRecord, Text> {
    let read = history::read(&*panel.backend.journal()).await;
    let runs = read.map_err(|error| journal_text(&error))?.runs;
    runs.into_iter()
        .map(|past| past.record)
        .find(|record| record.header.run_id == run_id)
        .ok_or_else(|| Text::new("undo-run-gone"))
}

/// Grants exactly the plan's writes and presses, drives the run, takes the grant back, reads again. What was only now
/// approved is bound to the pages it was `made` from.
async fn run_to_end(panel: &Panel, mut run: Run, made: Option<Millis>, then_undo: bool) {
    let plan = Rc::new(run.plan().clone());
    for slot in plan.asks() {
        if let Some(content) = panel.files.of(slot) {
            let _ = run.supply(&slot.id, content.reveal().to_owned());
        }
    }
    let outside = Outside::of(&panel.backend, &plan);
    panel.backend.bind_pages(made);
    if let Err(error) = outside.grant(run.grants()).await {
        panel.backend.unbind_pages();
        panel.send(Action::Refused(
            DataverseError::from_transport(error, panel.backend.org().host()).explain(),
        ));
        return;
    }
    let handle = Handle::new();
    let began = Cell::new(false);
    let undo_after = Rc::new(Cell::new(then_undo));
    let result = drive(run, &outside, &handle, |progress: &Progress| {
        if began.replace(true) {
            panel.send(Action::Progressed(progress.clone()));
        } else {
            panel.send(Action::Running(Live {
                plan: plan.clone(),
                progress: progress.clone(),
                handle: Some(handle.clone()),
                undo_after: undo_after.clone(),
                record: None,
            }));
        }
    })
    .await;
    // Without a grant nothing can be written: if this fails the port is gone, and its grant with it.
    let _ = outside.grant(Grants::default()).await;
    panel.backend.unbind_pages();
    match result {
        Ok(run) => {
            let record = run.record();
            panel.send(Action::RunOver(Rc::new(record.clone())));
            let which = recipe_of(&plan);
            panel.send(Action::ReadingBegan(which));
            read_now(panel, which).await;
            if undo_after.get() {
                show_undo(panel, &record.header.run_id).await;
            }
        }
        Err(JournalError::LeaseHeld) => {
            panel.send(Action::Refused(Text::new("run-lease-held")));
            look_for_unfinished(panel).await;
        }
        Err(error) => panel.send(Action::Refused(journal_text(&error))),
    }
}

/// Finds, at the start, a run another panel is driving, or one that was cut off.
pub fn find_unfinished(panel: &Panel) {
    let panel = panel.clone();
    spawn_local(async move { look_for_unfinished(&panel).await });
}

async fn look_for_unfinished(panel: &Panel) {
    let journal = panel.backend.journal();
    let Ok(read) = history::read(&*journal).await else {
        return;
    };
    let host = panel.backend.org().host().to_owned();
    let unfinished = read.runs.into_iter().find(|past| {
        let targets = &past.record.header.plan.targets;
        // A run that touches no organization of Dynamics 365 belongs to every panel.
        let is_elsewhere = targets.iter().all(|target| target.service != Service::Dataverse);
        past.standing == Standing::Interrupted && (is_elsewhere || targets.iter().any(|target| target.host == host))
    });
    if let Some(past) = unfinished {
        follow(panel, &past.record).await;
    }
}

/// Shows a run that is not over, from the journal, for as long as another panel drives it; then how it ended, or that
/// it was cut off.
async fn follow(panel: &Panel, record: &RunRecord) {
    let Some(lease) = record.header.plan.targets.first().map(|target| &target.identity) else {
        return;
    };
    let journal = panel.backend.journal();
    let mut shown = false;
    loop {
        // Asked before the journal is read: a run is over there before its panel gives the lease back.
        let driven = match journal.acquire(lease).await {
            Ok(()) => {
                journal.release(lease).await;
                false
            }
            Err(JournalError::LeaseHeld) => true,
            Err(_) => return,
        };
        let Ok(read) = history::read(&*journal).await else {
            return;
        };
        let same = |past: &Past| past.record.header.run_id == record.header.run_id;
        let Some(past) = read.runs.into_iter().find(same) else {
            return;
        };
        let progress = seen(&past);
        let is_over = progress.phase.is_over();
        if !is_over && !driven {
            panel.send(Action::Interrupted(Rc::new(past.record)));
            return;
        }
        if shown {
            panel.send(Action::Progressed(progress));
        } else {
            panel.send(Action::Running(Live {
                plan: Rc::new(past.record.header.plan.clone()),
                progress,
                handle: None,
                undo_after: Rc::default(),
                record: None,
            }));
            shown = true;
        }
        if is_over {
            let which = recipe_of(&past.record.header.plan);
            panel.send(Action::RunOver(Rc::new(past.record)));
            panel.send(Action::ReadingBegan(which));
            read_now(panel, which).await;
            return;
        }
        panel.backend.sleep(WATCH_MS).await;
    }
}

/// A run as its journal shows it.
fn seen(past: &Past) -> Progress {
    let header = &past.record.header;
    let steps: Vec<StepProgress> = header
        .plan
        .steps
        .iter()
        .map(|step| StepProgress {
            id: step.id.clone(),
            state: past
                .record
                .steps
                .iter()
                .find(|record| record.step == step.id)
                .map_or(StepState::Waiting, |record| record.state.clone()),
        })
        .collect();
    let is_done = |step: &StepProgress| matches!(step.state, StepState::Done { .. });
    let found = header.plan.slots.iter().filter_map(|slot| {
        Some(SlotProgress {
            id: slot.id.clone(),
            state: SlotState::Known {
                value: past.record.found(&slot.id)?.to_owned(),
            },
        })
    });
    Progress {
        run_id: header.run_id.clone(),
        phase: match header.ended_at {
            None => Phase::Running,
            Some(_) if steps.iter().all(is_done) => Phase::Done,
            Some(_) => Phase::Ended,
        },
        steps,
        requests: header.requests,
        slots: found.collect(),
    }
}

/// Reads the journal for the history view.
pub fn read_history(panel: &Panel) {
    let panel = panel.clone();
    spawn_local(async move {
        match history::read(&*panel.backend.journal()).await {
            Ok(read) => panel.send(Action::HistoryRead(Rc::new(read))),
            Err(error) => panel.send(Action::HistoryFailed(journal_text(&error))),
        }
    });
}

/// Forgets every finished run, and with it the way to take it back.
pub fn clear_history(panel: &Panel) {
    let panel = panel.clone();
    spawn_local(async move {
        match history::clear_finished(&*panel.backend.journal()).await {
            Ok(()) => read_history(&panel),
            Err(error) => panel.send(Action::HistoryFailed(journal_text(&error))),
        }
    });
}

/// Saves the whole history as a file.
pub fn export_history(panel: &Panel, read: &History) {
    panel
        .backend
        .download("latchkey-history.json", "application/json", &history::export(read));
}

/// Shows the plan that takes a run back. The journal is read first: what was taken back already is left out.
pub fn preview_undo(panel: &Panel, record: &RunRecord) {
    undo_by_id(panel, record.header.run_id.clone());
}

fn undo_by_id(panel: &Panel, run_id: String) {
    let panel = panel.clone();
    spawn_local(async move { show_undo(&panel, &run_id).await });
}

async fn show_undo(panel: &Panel, run_id: &str) {
    let now = panel.backend.now();
    let record = match journalled(panel, run_id).await {
        Ok(record) => record,
        Err(why) => return panel.send(Action::Refused(why)),
    };
    panel.send(match undo_plan(&record, now) {
        Ok(plan) => Action::PreviewUndo {
            plan,
            read_then: panel.time(record.header.plan.made_at),
            first: Box::new(record),
        },
        Err(error) => Action::Refused(cannot_undo(&error)),
    });
}

/// Saves the record of a run.
pub fn save_evidence(panel: &Panel, record: &RunRecord) {
    let name = format!("latchkey-evidence-{}.json", record.header.run_id);
    panel
        .backend
        .download(&name, "application/json", &evidence(record).export());
}

/// Where the frame may be covered nothing is applied: the same plan is made again in a tab of its own.
pub fn open_plan_in_tab(panel: &Panel, plan: &Plan) {
    let address = match &plan.undoes {
        Some(run_id) => Asked::Undo(run_id.clone()),
        None => {
            let which = recipe_of(plan);
            let choices = panel.state.part(which).packed();
            Asked::Review { which, choices }
        }
    };
    panel.backend.open_in_tab(&address.address());
}

/// See [`open_plan_in_tab`].
pub fn open_undo_in_tab(panel: &Panel, record: &RunRecord) {
    panel
        .backend
        .open_in_tab(&Asked::Undo(record.header.run_id.clone()).address());
}

/// Does what the address the panel was opened at asks for, once everything is read.
pub fn follow_up(panel: &Panel, asked: &Asked) {
    match asked {
        Asked::Review { which, choices } => panel.send(Action::Unpack {
            which: *which,
            choices: choices.clone(),
            now: panel.backend.now(),
        }),
        Asked::Undo(run_id) => undo_by_id(panel, run_id.clone()),
    }
}

fn refused(error: &RefusedToStart) -> Text {
    match error {
        RefusedToStart::NewerVersion { .. } => Text::new("start-newer-version"),
        RefusedToStart::NotApproved => Text::new("start-not-approved"),
        RefusedToStart::NameNotTyped { name } => Text::new("start-name-not-typed").name("name", name),
        RefusedToStart::Empty => Text::new("start-empty"),
        RefusedToStart::Duplicate { .. }
        | RefusedToStart::Unknown { .. }
        | RefusedToStart::Cyclic { .. }
        | RefusedToStart::Misplaced { .. }
        | RefusedToStart::Unfilled { .. }
        | RefusedToStart::NoRemoval { .. }
        | RefusedToStart::NoLock { .. } => Text::new("start-malformed").name("detail", error.to_string()),
    }
}

fn cannot_undo(error: &CannotUndo) -> Text {
    Text::new(match error {
        CannotUndo::NotOver => "undo-not-over",
        CannotUndo::Unsettled { .. } => "undo-unsettled",
        CannotUndo::NothingChanged => "undo-nothing-changed",
        CannotUndo::AlreadyUndone => "undo-already-undone",
        CannotUndo::NoWayBack { .. } => "undo-no-way-back",
    })
}
