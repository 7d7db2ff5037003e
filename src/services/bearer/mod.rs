//! What Microsoft Graph and the Power Platform have in common: bearer tokens, fixed hosts, JSON, and errors told by
//! `error.code`. Which requests may be sent at all is decided here; the browser only sends them.

pub mod batch;
pub mod client;
pub mod error;
pub mod grants;
pub mod sending;

pub use client::{Cloud, Read, Rows};
pub use error::{CloudError, Needs};
pub use grants::Grants;
