//! A stand-in for the outside world: one tenant, on loopback, under the real host names.
//!
//! ```text
//! server/     one request in, one answer out; who is calling; TLS around it
//! control/    state, request log, faults
//! odata/      the Web API: URLs, query options, filters, reads, writes, batches
//! fetchxml/   fetchXml queries
//! dataverse/  tables, rows, people, rights, functions and actions
//! pages/      the org's pages, and the other portals'
//! ```
//!
//! What is written here about the real service is the Dataverse Web API reference as published; what is unproven is
//! a dialect ([`config::DIALECTS`]) or says so in a comment.

pub mod config;
pub mod control;
pub mod dataverse;
pub mod fetchxml;
pub mod ident;
pub mod odata;
pub mod pages;
mod server;

pub use config::Config;
pub use server::{
    CONTROL_HOST, Delay, Dropped, ORG_API_HOST, ORG_HOST, Ready, Running, Sandbox, ServeError, StartError,
};
