//! What the words mean: pure data and rules, no I/O, no async.

pub mod audience;
pub mod chat;
pub mod connector_policy;
pub mod country;
pub mod day;
pub mod deployment;
pub mod disconnect;
pub mod guid;
pub mod integration_account;
pub mod lead;
pub mod organization;
pub mod privilege;
pub mod reading;
pub mod role;
pub mod salesforce;
