//! What recipes that work on a Dataverse organization share: the target, reading it, and what steps are made of.

pub mod making;
pub mod reading;
pub mod role;
pub mod target;
pub mod words;
