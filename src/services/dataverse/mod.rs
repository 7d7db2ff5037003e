//! The Dataverse Web API: reads in few requests, with typed refusals. Writes belong to plans.

pub mod batch;
pub mod chat;
pub mod client;
pub mod error;
pub mod identity;
pub mod odata;
pub mod security;
pub mod wire;

pub use client::{Dataverse, Read, Sleep};
pub use error::DataverseError;
