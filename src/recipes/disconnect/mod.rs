//! Disconnect rights: who may disconnect a Teams chat from a record (S003-54 to S003-81).

pub mod observed;

pub use observed::{Observed, RecordType};
