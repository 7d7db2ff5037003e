//! What a run shows of itself: one state per step, and where the whole stands.

use serde_json::Value;

use crate::http::Millis;
use crate::json::{self, FromJson, Members, Misread, ToJson, choice, record};
use crate::text::Text;

/// A run as the interface shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The run.
    pub run_id: String,
    /// Where the whole stands.
    pub phase: Phase,
    /// One per step of the plan, in its order.
    pub steps: Vec<StepProgress>,
    /// Requests sent so far, reads included.
    pub requests: u32,
    /// One per slot of the plan that its steps use, in the plan's order.
    pub slots: Vec<SlotProgress>,
}

impl Progress {
    /// What the service chose for a slot, if that is known by now.
    pub fn known(&self, slot: &str) -> Option<&str> {
        let slot = self.slots.iter().find(|known| known.id == slot)?;
        match &slot.state {
            SlotState::Known { value } => Some(value),
            _ => None,
        }
    }
}

/// One slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotProgress {
    /// The slot's id.
    pub id: String,
    /// How it stands.
    pub state: SlotState,
}

/// How a slot stands. No secret is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SlotState {
    /// A step will bring it to light.
    Waiting,
    /// The admin has to give it: a secret to type, a file.
    Lacking {
        /// Why what was given was refused, in words.
        refused: Option<Text>,
    },
    /// A value the service chose.
    Known {
        /// It.
        value: String,
    },
    /// The admin has given it; it is in memory.
    Given,
    /// A secret that was made is in memory: it can be shown ([`super::run::Run::show_secret`]).
    Made,
    /// A secret that was made has been put where it belongs by a later step: nobody has to store it.
    Delivered,
    /// A secret that was made was handed over, and is forgotten.
    HandedOver,
    /// A secret that was made is known to nobody any more: it was neither delivered nor handed over.
    Lost,
}

/// Where a run stands.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// The admin has to give what the plan needs ([`SlotState::Lacking`]); nothing is begun before.
    Lacking,
    /// Only one thing is left: the admin stores the secret that was made.
    HandingOver {
        /// The slot.
        slot: String,
    },
    /// A guided step waits for the admin, or one whose press the page did not take.
    WaitingForAdmin {
        /// The step.
        step: String,
        /// How often the admin said that it is done and no read showed it.
        misses: u32,
        /// What was looked for the last time, if that could be read.
        missed: Vec<Moved>,
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
    /// Whether nothing more happens until the admin does or says something.
    pub const fn asks(&self) -> bool {
        matches!(
            self,
            Self::Lacking
                | Self::HandingOver { .. }
                | Self::WaitingForAdmin { .. }
                | Self::Asking { .. }
                | Self::Held { .. }
        )
    }

    /// Whether nothing more will happen by itself or on an answer.
    pub const fn is_over(&self) -> bool {
        matches!(self, Self::Stopped { .. } | Self::Done | Self::Ended)
    }
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepProgress {
    /// The step's id.
    pub id: String,
    /// Its state.
    pub state: StepState,
}

/// The state of a step. Also what the journal keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
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
        /// How much is done, 0 to 100, if the service tells.
        percent: Option<u32>,
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
    /// Filled in on a page, which still had it to be saved when the run ended: it is gone with the page, unless somebody
    /// saves it there. A form in which nothing was filled in counts as well.
    Unsaved {
        /// When that was seen.
        at: Millis,
    },
}

choice!(StepState {
    Waiting = "waiting",
    Checking = "checking",
    Writing = "writing",
    Proving { tries, percent or default } = "proving",
    Done { at, already, evidence } = "done",
    NotYetShown { at } = "notYetShown",
    Conflict { moved } = "conflict",
    Failed { why } = "failed",
    Skipped = "skipped",
    Unsaved { at } = "unsaved",
});

/// A value read as proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What it is.
    pub label: Text,
    /// As read.
    pub value: Value,
    /// Whether it is something listed, or a whole row: the value then tells whether it is there, `true` or `null`.
    pub listed: bool,
}

record!(Evidence { label, value, listed or default });

/// A value that is not as planned from: planned from, now, wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// What it is.
    pub label: Text,
    /// As the plan was made from.
    pub planned_from: Value,
    /// As read now; `None` if the row is gone.
    pub now: Option<Value>,
    /// As wanted.
    pub wanted: Value,
    /// As [`Evidence::listed`].
    pub listed: bool,
}

impl ToJson for Moved {
    fn to_json(&self) -> Value {
        let mut written = json::Written::default();
        written.put("label", self.label.to_json());
        written.put("planned_from", self.planned_from.clone());
        // A value that is there, be it `null`: "empty" and "gone" are two things.
        if let Some(now) = &self.now {
            written.put("now", now.clone());
        }
        written.put("wanted", self.wanted.clone());
        if self.listed {
            written.put("listed", Value::Bool(true));
        }
        written.done()
    }
}

impl FromJson for Moved {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        let members = Members::of(value)?;
        Ok(Self {
            label: members.get("label")?,
            planned_from: members.get("planned_from")?,
            now: value.get("now").cloned(),
            wanted: members.get("wanted")?,
            listed: members.get_or_default("listed")?,
        })
    }
}
