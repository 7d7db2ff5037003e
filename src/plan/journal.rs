//! The journal: what is made durable before and after every request, one key per step, and the history read back.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::model::Plan;
use super::progress::StepState;
use crate::http::Millis;

/// One durable key: `run/<run id>` for a [`RunHeader`], `run/<run id>/<step number>` for a [`StepRecord`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// The JSON value; `None` deletes the key.
    pub value: Option<Value>,
}

/// What was approved, by whom, where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
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
    #[serde(default)]
    pub ended_at: Option<Millis>,
    /// The run that took this one back, if any.
    #[serde(default)]
    pub undone_by: Option<String>,
}

/// One step's write-ahead record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StepRecord {
    /// The step's id.
    pub step: String,
    /// Its state.
    #[serde(flatten)]
    pub state: StepState,
    /// The guard's answer, read before the write: the pre-image.
    #[serde(default)]
    pub before: Option<Value>,
    /// When this was written.
    pub at: Millis,
}

/// A run read back whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RunRecord {
    /// The header.
    pub header: RunHeader,
    /// One per step that was begun, in the plan's order.
    pub steps: Vec<StepRecord>,
}
