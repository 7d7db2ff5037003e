//! The Dataverse Web API: reads in few requests, with typed refusals. Writes belong to plans.

pub mod apps;
pub mod batch;
pub mod chat;
pub mod client;
pub mod error;
pub mod identity;
pub mod leads;
pub mod odata;
pub mod panes;
pub mod security;
pub mod settings;
pub mod tables;
pub mod wire;
pub mod wire_chat;
pub mod wire_leads;

pub use client::{Dataverse, Read};
pub use error::DataverseError;
