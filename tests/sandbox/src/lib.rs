//! A stand-in for the outside world: one tenant, on loopback, under the real host names.
//!
//! ```text
//! server/     one request in, one answer out; who is calling; TLS around it
//! control/    state, request log, faults
//! odata/      the Web API: URLs, query options, filters, reads, writes, batches
//! fetchxml/   fetchXml queries
//! dataverse/  tables, rows, people, rights, functions and actions
//! pages/      the org's pages, and the other portals'
//! entra/      sign-in and tokens
//! graph/      the directory
//! sales/      the Sales app's settings, framed in look-alikes of Outlook and Teams
//! salesforce/ the org of another CRM: REST API, sign-in
//! power_platform/  the admin API: environments, policies, users on their way into the organization
//! teams/      policies of Microsoft Teams
//! ```
//!
//! What is written here about the real services is their reference as published; what is unproven is a dialect
//! ([`config::DIALECTS`]) or says so in a comment.

pub mod clock;
pub mod config;
pub mod control;
pub mod dataverse;
pub mod entra;
pub mod fetchxml;
pub mod graph;
pub mod ident;
mod markup;
pub mod mint;
pub mod odata;
pub mod pages;
pub mod power_platform;
pub mod sales;
pub mod salesforce;
mod server;
pub mod teams;

pub use config::Config;
pub use server::{
    CONTROL_HOST, Delay, Dropped, ORG_API_HOST, ORG_HOST, Ready, Running, Sandbox, ServeError, StartError,
};
