//! The history: every run the journal holds, newest first, what can still be done about each, and how many are kept.

use crate::json::{self, FromJson, ToJson, choice, record};
use crate::sorted::{self, Sorted};
use std::cmp::Reverse;

use super::drive::{JournalError, JournalStore};
use super::journal::{Entry, RunHeader, RunRecord, StepRecord, size};
use super::model::{PLAN_VERSION, Plan, Probe, Step};
use super::undo::{can_take_back, takes_back};

/// Runs kept at most, and their bytes; the oldest finished ones go first, an unfinished one never.
pub const KEEP_RUNS: usize = 50;
/// See [`KEEP_RUNS`].
pub const KEEP_BYTES: u64 = 5 * 1024 * 1024;

/// All runs, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    /// The runs.
    pub runs: Vec<Past>,
    /// Runs that could not be read, such as those of a newer Latchkey. They are kept.
    pub unreadable: Vec<Unreadable>,
}

record!(write History { runs, unreadable });

/// One run and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// The run.
    pub record: RunRecord,
    /// Where it stands.
    pub standing: Standing,
    /// Bytes it takes in the journal.
    pub bytes: u64,
}

record!(write Past { record, standing, bytes });

/// What can still be done about a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It was cut off, or is running in another panel: it can be resumed or settled.
    Interrupted,
    /// It is over, but of some steps no read has told what became of them: it can be settled.
    Unsettled,
    /// `steps` of the `of` things it changed can be taken back.
    UndoPossible {
        /// Steps with a way back, not yet taken back.
        steps: usize,
        /// Steps that changed something.
        of: usize,
    },
    /// All that could be taken back was, by this run.
    Undone {
        /// The undo's run id.
        by: String,
    },
    /// It changed things, and none has a way back.
    NoWayBack,
    /// It changed nothing.
    NothingChanged,
}

choice!(Standing {
    Interrupted = "interrupted",
    Unsettled = "unsettled",
    UndoPossible { steps, of } = "undoPossible",
    Undone { by } = "undone",
    NoWayBack = "noWayBack",
    NothingChanged = "nothingChanged",
});

/// A run that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The run's id.
    pub run_id: String,
    /// Whether a newer Latchkey wrote it; otherwise it is damaged.
    pub newer: bool,
}

record!(write Unreadable { run_id as "runId", newer });

/// Reads the whole history.
///
/// # Errors
/// [`JournalError`] if the journal cannot be read.
pub async fn read(journal: &dyn JournalStore) -> Result<History, JournalError> {
    Ok(assemble(&journal.read("run/").await?))
}

/// Puts journal entries together into runs.
pub fn assemble(entries: &[Entry]) -> History {
    let mut grouped: Sorted<&str, Vec<&Entry>> = Sorted::new();
    for entry in entries {
        let mut parts = entry.key.split('/');
        if let (Some("run"), Some(id), true) = (parts.next(), parts.next(), entry.value.is_some())
            && let Some(run) = grouped.get_or_insert_with(id, Vec::new)
        {
            run.push(entry);
        }
    }
    let mut history = History::default();
    for (id, entries) in grouped {
        match record(id, &entries) {
            Ok(record) => history.runs.push(Past {
                standing: Standing::NothingChanged,
                bytes: entries.iter().map(|entry| size(entry)).sum(),
                record,
            }),
            Err(newer) => history.unreadable.push(Unreadable {
                run_id: id.to_owned(),
                newer,
            }),
        }
    }
    sorted::sort_by_key(&mut history.runs, |past| Reverse(past.record.header.started_at));
    join_undos(&mut history.runs);
    join_later(&mut history.runs);
    for past in &mut history.runs {
        past.standing = standing(&past.record);
    }
    history
}

/// A run from its entries; `Err(true)` if a newer Latchkey wrote it, `Err(false)` if it is damaged.
fn record(id: &str, entries: &[&Entry]) -> Result<RunRecord, bool> {
    let value = |key: &str| {
        entries
            .iter()
            .find(|entry| entry.key == key)
            .and_then(|entry| entry.value.as_ref())
    };
    let header = value(&RunHeader::key(id)).ok_or(false)?;
    let version = header.pointer("/plan/version").and_then(serde_json::Value::as_u64);
    if version.is_some_and(|version| version > u64::from(PLAN_VERSION)) {
        return Err(true);
    }
    let mut header = RunHeader::from_json(header).map_err(|_| false)?;
    let mut steps = Vec::new();
    for number in 0..header.plan.steps.len() {
        if let Some(step) = value(&StepRecord::key(id, number)) {
            steps.push(StepRecord::from_json(step).map_err(|_| false)?);
        }
    }
    let sent = steps.iter().map(|step| step.requests).max();
    header.requests = header.requests.max(sent.unwrap_or_default());
    Ok(RunRecord {
        header,
        steps,
        taken_back: Vec::new(),
    })
}

/// What each undo took back, told to the run it undoes. Redone steps count as not taken back.
fn join_undos(runs: &mut [Past]) {
    // Newest first: an undo is told what was taken back of it before it tells what it took back.
    for at in 0..runs.len() {
        let Some((newer, older)) = runs.split_at_mut_checked(at + 1) else {
            return;
        };
        let Some(undo) = newer.last().map(|past| &past.record) else {
            return;
        };
        let Some(original) = &undo.header.plan.undoes else {
            continue;
        };
        let Some(past) = older.iter_mut().find(|past| past.record.header.run_id == *original) else {
            continue;
        };
        let touched = undo.steps.iter().any(|step| step.sent || step.changed());
        if (touched || undo.header.ended_at.is_none()) && past.record.header.undone_by.is_none() {
            past.record.header.undone_by = Some(undo.header.run_id.clone());
        }
        let back = undo
            .steps
            .iter()
            // "Already so" is back as well, by whomever.
            .filter(|step| matches!(step.state, super::progress::StepState::Done { .. }))
            .filter(|step| !undo.taken_back.contains(&step.step));
        past.record.taken_back.extend(back.map(|step| takes_back(&step.step)));
    }
}

/// Steps that a later plan has turned round, which was no undo: what the way back is to bring about, that
/// plan's step has proven. The last one to touch it tells.
fn join_later(runs: &mut [Past]) {
    for at in 0..runs.len() {
        let Some((newer, older)) = runs.split_at_mut_checked(at) else {
            return;
        };
        let Some(past) = older.first_mut().map(|past| &mut past.record) else {
            return;
        };
        let plan = &past.header.plan;
        let mut back = Vec::new();
        for step in &plan.steps {
            let Some(way_back) = step.undo.change() else { continue };
            // What the service chose is another each time.
            if !super::slot::named_in_change(&step.change, &plan.slots).is_empty() || past.taken_back.contains(&step.id)
            {
                continue;
            }
            let touched = newer.iter().find_map(|later| {
                let later = &later.record;
                let other = &later.header.plan;
                let mut done = later.steps.iter().filter(|record| record.changed());
                done.find_map(|record| {
                    let known = other.step(&record.step)?;
                    let shows =
                        |proof: &Probe| known.change.proof == *proof && place(other, known) == place(plan, step);
                    let is_back = shows(&way_back.proof);
                    (is_back || shows(&step.change.proof)).then(|| (is_back, later.header.run_id.clone()))
                })
            });
            if let Some((true, by)) = touched {
                back.push((step.id.clone(), by));
            }
        }
        for (step, by) in back {
            past.taken_back.push(step);
            past.header.undone_by.get_or_insert(by);
        }
    }
}

/// Which place a step is about.
fn place<'a>(plan: &'a Plan, step: &Step) -> Option<&'a str> {
    let target = plan.targets.iter().find(|target| target.id == step.target);
    target.map(|target| target.identity.as_str())
}

/// Whether something was sent of which no read has shown what became: it may still take effect.
pub fn is_unsettled(record: &RunRecord) -> bool {
    let lagging = |state: &StepRecord| matches!(state.state, super::progress::StepState::NotYetShown { .. });
    record.steps.iter().any(|step| step.is_unsettled() || lagging(step))
}

fn standing(record: &RunRecord) -> Standing {
    if record.header.ended_at.is_none() {
        return Standing::Interrupted;
    }
    if is_unsettled(record) {
        return Standing::Unsettled;
    }
    match (can_take_back(record), &record.header.undone_by) {
        ((0, 0), _) => Standing::NothingChanged,
        ((0, _), Some(by)) => Standing::Undone { by: by.clone() },
        ((0, _), None) => Standing::NoWayBack,
        ((steps, of), _) => Standing::UndoPossible { steps, of },
    }
}

/// Deletes the oldest finished runs until the rest is within bounds; to be called before a run begins.
///
/// # Errors
/// [`JournalError`].
pub async fn keep_within_bounds(journal: &dyn JournalStore) -> Result<(), JournalError> {
    let entries = journal.read("run/").await?;
    let history = assemble(&entries);
    let mut runs = history.runs.len();
    let mut bytes: u64 = history.runs.iter().map(|past| past.bytes).sum();
    let mut gone = Vec::new();
    for past in history.runs.iter().rev() {
        if runs <= KEEP_RUNS && bytes <= KEEP_BYTES {
            break;
        }
        if past.record.header.ended_at.is_some() {
            runs -= 1;
            bytes = bytes.saturating_sub(past.bytes);
            gone.push(past.record.header.run_id.as_str());
        }
    }
    delete(journal, &entries, &gone).await
}

/// Deletes every finished run, and with it the way to take it back. Unfinished and unreadable ones stay.
///
/// # Errors
/// [`JournalError`].
pub async fn clear_finished(journal: &dyn JournalStore) -> Result<(), JournalError> {
    let entries = journal.read("run/").await?;
    let history = assemble(&entries);
    let finished: Vec<&str> = history
        .runs
        .iter()
        .filter(|past| past.record.header.ended_at.is_some())
        .map(|past| past.record.header.run_id.as_str())
        .collect();
    delete(journal, &entries, &finished).await
}

async fn delete(journal: &dyn JournalStore, entries: &[Entry], runs: &[&str]) -> Result<(), JournalError> {
    let gone: Vec<Entry> = entries
        .iter()
        .filter(|entry| entry.key.split('/').nth(1).is_some_and(|id| runs.contains(&id)))
        .map(|entry| Entry {
            key: entry.key.clone(),
            value: None,
        })
        .collect();
    if gone.is_empty() {
        return Ok(());
    }
    journal.write(gone).await
}

/// The history as JSON, to be kept elsewhere.
pub fn export(history: &History) -> String {
    json::pretty(&history.to_json())
}
