//! The journal over a port to the worker, its only writer. A lease lives as long as this panel's document.

use std::cell::RefCell;
use std::rc::Rc;

use serde_json::{Value, json};

use super::api::{self, to_js};
use super::line::Line;
use crate::http::LocalFuture;
use crate::json::{FromJson, ToJson, choice};
use crate::plan::drive::{JournalError, JournalStore};
use crate::plan::journal::Entry;

/// Why the worker refused.
enum Refusal {
    Full { needed: u64, free: u64 },
    LeaseHeld,
    Unreachable(String),
}

choice!(read Refusal {
    Full { needed, free } = "full",
    LeaseHeld = "leaseHeld",
    Unreachable(reason) = "unreachable",
});

fn refused(refusal: Value) -> JournalError {
    match Refusal::from_json(&refusal) {
        Ok(Refusal::Full { needed, free }) => JournalError::Full { needed, free },
        Ok(Refusal::LeaseHeld) => JournalError::LeaseHeld,
        Ok(Refusal::Unreachable(reason)) => JournalError::Unreachable(reason),
        Err(misread) => JournalError::Unreachable(format!("the worker refused in words unknown here: {misread}")),
    }
}

fn unreachable(reason: &str) -> JournalError {
    JournalError::Unreachable(reason.to_owned())
}

fn acquire(target: &str) -> Value {
    json!({"op": "acquire", "target": target})
}

/// The durable journal of this browser.
#[derive(Default)]
pub struct WorkerJournal {
    line: RefCell<Option<Rc<Line>>>,
    held: RefCell<Vec<String>>,
}

impl WorkerJournal {
    async fn ask(&self, ask: Value) -> Result<Value, JournalError> {
        // A worker that slept closed the port. Every operation may be repeated: a write names keys and values.
        for _ in 0..2 {
            let line = self.line().await?;
            if let Ok(answer) = line.call(ask.clone()).await {
                return answer.map_err(refused);
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
            .map_err(|_| unreachable("the worker did not start"))?;
        let line = Line::new(port, Rc::new(|_: Value| {}));
        *self.line.borrow_mut() = Some(Rc::clone(&line));
        let held = self.held.borrow().clone();
        for target in &held {
            line.call(acquire(target))
                .await
                .map_err(|lost| JournalError::Unreachable(lost.to_string()))?
                .map_err(refused)?;
        }
        Ok(line)
    }
}

impl JournalStore for WorkerJournal {
    fn acquire(&self, target: &str) -> LocalFuture<'_, Result<(), JournalError>> {
        let target = target.to_owned();
        Box::pin(async move {
            self.ask(acquire(&target)).await?;
            let mut held = self.held.borrow_mut();
            if !held.contains(&target) {
                held.push(target);
            }
            Ok(())
        })
    }

    fn release(&self, target: &str) -> LocalFuture<'_, ()> {
        let target = target.to_owned();
        Box::pin(async move {
            self.held.borrow_mut().retain(|held| *held != target);
            // A worker that cannot be reached holds no lease for this panel for longer than the panel lives.
            let _ = self.ask(json!({"op": "release", "target": target})).await;
        })
    }

    fn reserve(&self, bytes: u64) -> LocalFuture<'_, Result<(), JournalError>> {
        Box::pin(async move { self.ask(json!({"op": "reserve", "bytes": bytes})).await.map(drop) })
    }

    fn write(&self, entries: Vec<Entry>) -> LocalFuture<'_, Result<(), JournalError>> {
        Box::pin(async move {
            let ask = json!({"op": "write", "entries": entries.to_json()});
            self.ask(ask).await.map(drop)
        })
    }

    fn read(&self, prefix: &str) -> LocalFuture<'_, Result<Vec<Entry>, JournalError>> {
        let prefix = prefix.to_owned();
        Box::pin(async move {
            let entries = self.ask(json!({"op": "read", "prefix": prefix})).await?;
            Vec::from_json(&entries)
                .map_err(|misread| JournalError::Unreachable(format!("the worker answered something else: {misread}")))
        })
    }
}
