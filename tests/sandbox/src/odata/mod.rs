//! The Web API: URLs, query options, filters, reads, writes, batches.

pub mod batch;
mod bulk;
pub mod error;
pub mod eval;
pub mod filter;
mod links;
pub mod payload;
pub mod query;
pub mod read;
pub mod service;
mod shape;
mod sql;
pub mod url;
pub mod write;
