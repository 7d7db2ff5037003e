//! The journal over a port to the worker, its only writer. A lease lives as long as this panel's document.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::api::{self, to_js};
use super::line::Line;
use crate::http::LocalFuture;
use crate::plan::drive::{JournalError, JournalStore};
use crate::plan::journal::Entry;

/// What the worker is asked.
#[derive(Serialize)]
#[serde(tag = "op", rename_all = "camelCase")]
enum Ask<'a> {
    Acquire { target: &'a str },
    Release { target: &'a str },
    Reserve { bytes: u64 },
    Write { entries: Vec<Entry> },
    Read { prefix: &'a str },
}

/// Why the worker refused.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
enum Refusal {
    Full { needed: u64, free: u64 },
    LeaseHeld,
    Unreachable(String),
}

impl From<Refusal> for JournalError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Full { needed, free } => Self::Full { needed, free },
            Refusal::LeaseHeld => Self::LeaseHeld,
            Refusal::Unreachable(reason) => Self::Unreachable(reason),
        }
    }
}

/// The durable journal of this browser.
#[derive(Default)]
pub struct WorkerJournal {
    line: RefCell<Option<Rc<Line>>>,
    held: RefCell<BTreeSet<String>>,
}

impl WorkerJournal {
    async fn ask<T: DeserializeOwned>(&self, ask: &Ask<'_>) -> Result<T, JournalError> {
        let unreachable = |reason: &str| JournalError::Unreachable(reason.to_owned());
        // A worker that slept closed the port. Every operation may be repeated: a write names keys and values.
        for _ in 0..2 {
            let line = self.line().await?;
            if let Ok(answer) = line.call::<Refusal>(ask).await {
                let value = answer.map_err(JournalError::from)?;
                return serde_json::from_value(value).map_err(|_| unreachable("the worker answered something else"));
            }
        }
        Err(unreachable("the worker is gone"))
    }

    /// The open port; a new one first takes the leases again that the old one held.
    async fn line(&self) -> Result<Rc<Line>, JournalError> {
        if let Some(line) = self.line.borrow().as_ref().filter(|line| line.is_open()) {
            return Ok(Rc::clone(line));
        }
        let port = api::connect_worker(&to_js(&json!({"name": "journal"})))
            .map_err(|_| JournalError::Unreachable("the worker did not start".to_owned()))?;
        let line = Line::new(port, Rc::new(|_: Value| {}));
        *self.line.borrow_mut() = Some(Rc::clone(&line));
        let held = self.held.borrow().clone();
        for target in &held {
            line.call::<Refusal>(&Ask::Acquire { target })
                .await
                .map_err(|lost| JournalError::Unreachable(lost.to_string()))?
                .map_err(JournalError::from)?;
        }
        Ok(line)
    }
}

impl JournalStore for WorkerJournal {
    fn acquire(&self, target: &str) -> LocalFuture<'_, Result<(), JournalError>> {
        let target = target.to_owned();
        Box::pin(async move {
            self.ask::<()>(&Ask::Acquire { target: &target }).await?;
            self.held.borrow_mut().insert(target);
            Ok(())
        })
    }

    fn release(&self, target: &str) -> LocalFuture<'_, ()> {
        let target = target.to_owned();
        Box::pin(async move {
            self.held.borrow_mut().remove(&target);
            // A worker that cannot be reached holds no lease for this panel for longer than the panel lives.
            let _ = self.ask::<()>(&Ask::Release { target: &target }).await;
        })
    }

    fn reserve(&self, bytes: u64) -> LocalFuture<'_, Result<(), JournalError>> {
        Box::pin(async move { self.ask(&Ask::Reserve { bytes }).await })
    }

    fn write(&self, entries: Vec<Entry>) -> LocalFuture<'_, Result<(), JournalError>> {
        Box::pin(async move { self.ask(&Ask::Write { entries }).await })
    }

    fn read(&self, prefix: &str) -> LocalFuture<'_, Result<Vec<Entry>, JournalError>> {
        let prefix = prefix.to_owned();
        Box::pin(async move { self.ask(&Ask::Read { prefix: &prefix }).await })
    }
}
