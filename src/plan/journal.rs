//! The journal: what is made durable before and after every request, one key per step, and the history read back.

use serde_json::Value;

use super::model::Plan;
use super::progress::{Evidence, StepState};
use crate::http::{ANSWER_LIMIT, Millis};
use crate::json::{self, ToJson, choice, record};
use crate::sorted::Sorted;

/// One durable key: `run/<run id>` for a [`RunHeader`], `run/<run id>/<step number>` for a [`StepRecord`], the number
/// in four digits so that keys sort as steps do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// The JSON value; `None` deletes the key.
    pub value: Option<Value>,
}

record!(Entry { key, value });

/// What was approved, by whom, where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunHeader {
    /// The run's id.
    pub run_id: String,
    /// The approved plan, whole.
    pub plan: Plan,
    /// Its digest when approved.
    pub digest: String,
    /// When it began.
    pub started_at: Millis,
    /// When it ended; `None` is "interrupted or running".
    pub ended_at: Option<Millis>,
    /// The latest run that took this one back, wholly or in part. Derived when the history is read (the undo run's own
    /// header, durable before its first write, names this run), so no two keys can disagree.
    pub undone_by: Option<String>,
    /// Requests sent in all, written when it ends.
    pub requests: u32,
    /// Nothing may be sent before, because the service asked so; outlives a crash.
    pub not_before: Millis,
}

record!(RunHeader {
    run_id as "runId",
    plan,
    digest,
    started_at as "startedAt",
    ended_at as "endedAt" or default,
    undone_by as "undoneBy" or default,
    requests or default,
    not_before as "notBefore" or default,
});

/// One step's write-ahead record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepRecord {
    /// The step's id.
    pub step: String,
    /// Its state.
    pub state: StepState,
    /// The pre-image: the values the guard read right before the write.
    pub before: Vec<Evidence>,
    /// Whether a write may have reached the service: set durably before it is sent, taken back when the service
    /// certainly refused it. With a state that is not settled, only a read can tell what became of it.
    pub sent: bool,
    /// When this was written. Not `at`: a state has one of its own beside it.
    pub recorded_at: Millis,
    /// When it was last sent, or given up on its way: until [`ANSWER_LIMIT`] later it may still be carried out. 0 if never.
    pub sent_at: Millis,
    /// Values the service chose, by the slot they fill ([`super::model::SlotKind::Found`]).
    pub found: Sorted<String, String>,
    /// What became of the secret this step made, if that is to be known without it.
    pub secret: Option<SecretMade>,
    /// Requests the run had sent by then: its header tells only once it has ended.
    pub requests: u32,
}

record!(StepRecord {
    step,
    state,
    before or default,
    sent or default,
    recorded_at as "recordedAt",
    sent_at as "sentAt" or default,
    found or default,
    secret or default,
    requests or default,
});

/// What became of a secret a step made. The secret itself is never in the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecretMade {
    /// The run died with it: the step's way back is carried out, which removes it, and then the step again.
    Renewing,
    /// The admin has it and said so.
    HandedOver,
}

choice!(SecretMade {
    Renewing = "renewing",
    HandedOver = "handedOver",
});

/// A run read back whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunRecord {
    /// The header.
    pub header: RunHeader,
    /// One per step that was begun, in the plan's order.
    pub steps: Vec<StepRecord>,
    /// Steps an undo has taken back since. Derived when the history is read.
    pub taken_back: Vec<String>,
}

record!(write RunRecord { header, steps, taken_back as "takenBack" or default });

impl RunRecord {
    /// What the service chose for a slot, or had chosen when the plan was made.
    pub fn found(&self, slot: &str) -> Option<&str> {
        super::filling::found_in(&self.header.plan.slots, &self.steps, slot)
    }
}

impl StepRecord {
    /// A step that was not begun.
    pub fn waiting(step: &str) -> Self {
        Self {
            step: step.to_owned(),
            state: StepState::Waiting,
            before: Vec::new(),
            sent: false,
            recorded_at: 0,
            sent_at: 0,
            found: Sorted::new(),
            secret: None,
            requests: 0,
        }
    }

    /// Whether this run changed something here, shown by a read; and so it did while it removes a secret it made.
    pub fn changed(&self) -> bool {
        matches!(self.state, StepState::Done { already: false, .. }) || self.secret == Some(SecretMade::Renewing)
    }

    /// Whether what was sent may still be carried out, though no read shows it: late, by a service that works on.
    pub const fn may_land(&self, now: Millis) -> bool {
        self.sent && now < self.sent_at.saturating_add(ANSWER_LIMIT)
    }

    /// Takes back that nothing was saved: what was filled in is looked at again.
    pub(super) fn look_again(&mut self) {
        if matches!(self.state, StepState::Unsaved { .. }) {
            self.state = StepState::Checking;
            self.sent = true;
        }
    }

    /// Whether something was sent of which no read has told what became.
    pub const fn is_unsettled(&self) -> bool {
        match self.state {
            StepState::Writing | StepState::Proving { .. } => true,
            StepState::Checking | StepState::Failed { .. } => self.sent,
            _ => false,
        }
    }
}

impl RunHeader {
    /// The key of a run's header.
    pub fn key(run_id: &str) -> String {
        format!("run/{run_id}")
    }

    /// This header as an entry.
    pub fn entry(&self) -> Entry {
        Entry {
            key: Self::key(&self.run_id),
            value: Some(self.to_json()),
        }
    }
}

impl StepRecord {
    /// The key of a step's record; `number` counts the plan's steps from 0.
    pub fn key(run_id: &str, number: usize) -> String {
        format!("run/{run_id}/{number:04}")
    }

    /// This record as an entry.
    pub fn entry(&self, run_id: &str, number: usize) -> Entry {
        Entry {
            key: Self::key(run_id, number),
            value: Some(self.to_json()),
        }
    }
}

/// Bytes one entry takes: its key and its JSON.
pub fn size(entry: &Entry) -> u64 {
    let value = entry.value.as_ref().map_or(0, |value| json::text(value).len());
    (entry.key.len() + value) as u64
}

/// Bytes a run of `plan` may take in the journal: the header, and for every step its states, pre-image and evidence.
pub fn space_needed(plan: &Plan) -> u64 {
    /// What a step's record holds besides the values its guard and proof name.
    const RECORD: u64 = 2048;
    /// What a slot's value takes, with its name.
    const SLOT: u64 = 2 * super::slot::LONGEST as u64;
    let bytes = |value: Value| json::text(&value).len() as u64;
    let whole = bytes(plan.to_json()) + RECORD + SLOT * plan.slots.len() as u64;
    plan.steps
        .iter()
        .map(|step| RECORD + 2 * bytes(step.change.to_json()))
        .sum::<u64>()
        + whole
}
