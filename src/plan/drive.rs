//! The traits a run needs from the world, and the loop that carries out what a run asks for.

use super::journal::Entry;
use crate::http::LocalFuture;

/// Why the journal could not be written or read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JournalError {
    /// Not enough room.
    #[error("the journal needs {needed} bytes and {free} are free")]
    Full {
        /// Bytes needed.
        needed: u64,
        /// Bytes free.
        free: u64,
    },
    /// Another panel holds the lease of this target.
    #[error("another panel is running a plan on this target")]
    LeaseHeld,
    /// The writer cannot be reached.
    #[error("the journal cannot be reached: {0}")]
    Unreachable(String),
}

/// The durable journal. One writer; a resolved write survives a killed browser.
pub trait JournalStore {
    /// Takes the lease of a target for as long as this panel lives, or fails with [`JournalError::LeaseHeld`].
    fn acquire(&self, target: &str) -> LocalFuture<'_, Result<(), JournalError>>;
    /// Gives the lease back.
    fn release(&self, target: &str) -> LocalFuture<'_, ()>;
    /// Checks that `bytes` more can be written.
    fn reserve(&self, bytes: u64) -> LocalFuture<'_, Result<(), JournalError>>;
    /// Writes all entries, durably, or none.
    fn write(&self, entries: Vec<Entry>) -> LocalFuture<'_, Result<(), JournalError>>;
    /// Reads every entry whose key begins with `prefix`, ordered by key.
    fn read(&self, prefix: &str) -> LocalFuture<'_, Result<Vec<Entry>, JournalError>>;
}
