//! What a run asks of the world, what it is told, and what the admin can answer.

use serde_json::Value;

use super::drive::JournalError;
use super::journal::Entry;
use super::model::PageAct;
use crate::http::{Millis, Request, Response, TransportError};

/// What a run asks of the world. [`super::run::Run::next`] returns the same effect until it was fed.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Check that the journal has room.
    Reserve {
        /// Bytes.
        bytes: u64,
    },
    /// Make these durable, all or none.
    Persist(Vec<Entry>),
    /// Send a request to a target.
    Http {
        /// The target's key in the plan.
        target: String,
        /// The request, conditional headers included; [`super::run::Run::bind`] puts secrets and files into it right before
        /// it is sent.
        request: Request,
    },
    /// Read a control of the portal page.
    PageRead {
        /// The locator.
        locator: String,
    },
    /// Do something with a control of the portal page.
    PagePress {
        /// The locator.
        locator: String,
        /// What; [`super::run::Run::bind_act`] puts a secret into it.
        act: PageAct,
    },
    /// Show the admin what to do by hand; at `until`, or when told so, its completion is read.
    Guide {
        /// The step.
        step: String,
        /// What to highlight, if it is on this page.
        locator: Option<String>,
        /// When to call [`super::run::Run::next`] again.
        until: Millis,
    },
    /// Nothing may be sent before this time; then call [`super::run::Run::next`] again.
    WaitUntil(Millis),
    /// Nothing happens until the admin says so: paused, held or asking (see [`super::run::Run::progress`]).
    Ask,
    /// It is over; see [`super::run::Run::record`].
    Finished,
}

/// What came of an effect.
#[derive(Debug, Clone, PartialEq)]
pub enum Fed {
    /// Of [`Effect::Reserve`].
    Reserved(Result<(), JournalError>),
    /// Of [`Effect::Persist`].
    Persisted(Result<(), JournalError>),
    /// Of [`Effect::Http`].
    Http(Result<Response, TransportError>),
    /// Of [`Effect::PageRead`] and [`Effect::PagePress`].
    Page(Result<Value, TransportError>),
    /// The portal page navigated: every target is checked again before anything else is sent. Any time.
    Navigated,
}

/// How to go on after a step that was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// With the steps that do not need it. For a guided step: without it.
    GoOn,
    /// Try it again: its guard is read again first.
    Retry,
    /// End here; what is done stays and can be undone.
    Leave,
}
