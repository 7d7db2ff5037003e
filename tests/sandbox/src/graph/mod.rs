//! Microsoft Graph v1.0: the part of the directory that the recipes touch, and its refusals.
//!
//! ```text
//! answer.rs        answers and errors in Graph's shape
//! csdl.rs          the real schema, cut to the types used: every body is held against it
//! members.rs       what the schema does not say: required and read-only members, allowed words
//! directory.rs     the objects, the secrets beside them, what is not replicated yet
//! cast.rs          the tenant as it starts
//! rights.rs        which scopes and directory roles an operation takes
//! filter.rs        $filter
//! query.rs         $select, $count, $top, $orderby, paging
//! service.rs       from method and path to an operation
//! applications.rs  applications and their secrets
//! principals.rs    service principals, delegated permission grants
//! users.rs         users, licences, directory roles
//! groups.rs        groups and who is in them
//! batch.rs         $batch
//! ```
//!
//! Sources are the Graph v1.0 reference and the schema; error codes that no published page gives say so.

pub mod answer;
mod applications;
mod batch;
pub mod cast;
pub mod csdl;
pub mod directory;
mod filter;
mod groups;
pub mod members;
mod principals;
pub mod query;
pub(crate) mod rights;
pub mod service;
mod users;

pub use directory::Directory;
