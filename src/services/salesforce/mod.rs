//! Salesforce's REST API: typed reads, many of them in one composite call, and the writes plans are made of. The host is
//! the organization's own (My Domain); the token is the admin's own, from the customer's external client app.

pub mod client;
pub mod composite;
pub mod error;
pub mod rows;
pub mod sign_in;
pub mod soql;
pub mod writes;

pub use client::{Ask, Composite, Records, Salesforce};
pub use error::SalesforceError;

/// Where the API lives on every host; nothing else of it is asked by a recipe.
pub const ROOT: &str = "/services/data/";

/// The version that is spoken.
pub const API: &str = "/services/data/v66.0/";
