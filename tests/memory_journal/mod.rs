//! A journal in memory with its leases, and a runtime for futures that wait for nothing.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;

use latchkey::http::LocalFuture;
use latchkey::plan::drive::{JournalError, JournalStore};
use latchkey::plan::journal::Entry;
use serde_json::Value;

#[derive(Default)]
pub struct Journal {
    pub entries: RefCell<BTreeMap<String, Value>>,
    pub leases: RefCell<BTreeSet<String>>,
}

impl JournalStore for Journal {
    fn acquire(&self, target: &str) -> LocalFuture<'_, Result<(), JournalError>> {
        let fresh = self.leases.borrow_mut().insert(target.to_owned());
        Box::pin(async move { if fresh { Ok(()) } else { Err(JournalError::LeaseHeld) } })
    }

    fn release(&self, target: &str) -> LocalFuture<'_, ()> {
        self.leases.borrow_mut().remove(target);
        Box::pin(async {})
    }

    fn reserve(&self, _: u64) -> LocalFuture<'_, Result<(), JournalError>> {
        Box::pin(async { Ok(()) })
    }

    fn write(&self, entries: Vec<Entry>) -> LocalFuture<'_, Result<(), JournalError>> {
        for entry in entries {
            match entry.value {
                Some(value) => self.entries.borrow_mut().insert(entry.key, value),
                None => self.entries.borrow_mut().remove(&entry.key),
            };
        }
        Box::pin(async { Ok(()) })
    }

    fn read(&self, prefix: &str) -> LocalFuture<'_, Result<Vec<Entry>, JournalError>> {
        let entries = self.entries.borrow();
        let found = entries.iter().filter(|(key, _)| key.starts_with(prefix));
        let found = found
            .map(|(key, value)| Entry {
                key: key.clone(),
                value: Some(value.clone()),
            })
            .collect();
        Box::pin(async move { Ok(found) })
    }
}

pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap()
        .block_on(future)
}
