//! The sales agent's connection to Salesforce and what its users need there: names, rights and policies, without any
//! service. Salesforce's own words: permission set, object and field permissions, connected app, external client app.

pub mod access;
pub mod app_policy;
pub mod connection;
pub mod drift;
pub mod id;
pub mod names;
pub mod proof;
pub mod rights;
pub mod setup;

pub use id::salesforce_id;
pub use rights::Rights;
