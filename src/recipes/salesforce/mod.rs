//! What recipes on a Salesforce organization share: it as a target, what steps on it are made of, and the writes that let
//! people use an app.

pub mod access;
pub mod making;
pub mod target;
