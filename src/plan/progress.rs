//! What a run shows of itself: one state per step, and where the whole stands.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::http::Millis;
use crate::text::Text;

/// A run as the interface shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// The run.
    pub run_id: String,
    /// Where the whole stands.
    pub phase: Phase,
    /// One per step of the plan, in its order.
    pub steps: Vec<StepProgress>,
    /// Requests sent so far, reads included.
    pub requests: u32,
}

/// Where a run stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Phase {
    /// Checking the targets again.
    Locking,
    /// Working through the steps.
    Running,
    /// The admin paused it; nothing is sent.
    Paused,
    /// The service asked to wait; nothing is sent until then.
    Throttled {
        /// When it goes on.
        until: Millis,
    },
    /// A guided step waits for the admin.
    WaitingForAdmin {
        /// The step.
        step: String,
    },
    /// A step failed; those that need it are skipped, and the admin chooses how to go on.
    Asking {
        /// The step that failed.
        step: String,
    },
    /// Something outside the plan has to be put right first (signed out, page closed, service unreachable); nothing
    /// is sent until the admin lets it go on, and then every target is checked again first.
    Held {
        /// What is wrong and what to do, in words.
        why: Text,
    },
    /// A target was not the one planned for, or the journal could not be written: nothing more is written.
    Stopped {
        /// Why, in words.
        why: Text,
    },
    /// Every step is done.
    Done,
    /// Ended with something not done (left, cancelled).
    Ended,
}

impl Phase {
    /// Whether nothing more will happen by itself or on an answer.
    pub const fn is_over(&self) -> bool {
        matches!(self, Self::Stopped { .. } | Self::Done | Self::Ended)
    }
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StepProgress {
    /// The step's id.
    pub id: String,
    /// Its state.
    pub state: StepState,
}

/// The state of a step. Also what the journal keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "state")]
pub enum StepState {
    /// Not begun.
    Waiting,
    /// The guard is being read.
    Checking,
    /// The write is on its way; its outcome is not known yet.
    Writing,
    /// Written; waiting for a read to show it.
    Proving {
        /// Reads that did not show it yet.
        tries: u32,
    },
    /// A read shows it.
    Done {
        /// When.
        at: Millis,
        /// It was so before: nothing was written.
        already: bool,
        /// The part of the answer that proves it.
        evidence: Vec<Evidence>,
    },
    /// Written and accepted, but no read shows it yet (a cache lags); can be read again.
    NotYetShown {
        /// When last read.
        at: Millis,
    },
    /// Somebody changed it in between: nothing was written.
    Conflict {
        /// The moved values.
        moved: Vec<Moved>,
    },
    /// The service refused it, or the outcome could not be established.
    Failed {
        /// What and what to do, in words.
        why: Text,
    },
    /// Not carried out: a step it needs was not done, or the run ended first.
    Skipped,
}

/// A value read as proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// What it is.
    pub label: Text,
    /// As read.
    pub value: Value,
}

/// A value that is not as planned from: planned from, now, wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// What it is.
    pub label: Text,
    /// As the plan was made from.
    pub planned_from: Value,
    /// As read now; `None` if the row is gone.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub now: Option<Value>,
    /// As wanted.
    pub wanted: Value,
}

/// A value that is there, be it `null`: "empty" and "gone" are two things.
fn present<'de, D: Deserializer<'de>>(value: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(value).map(Some)
}
