//! One file or folder per article: observe, compare, plan; and what those on an organization share.

pub mod bright_pattern;
pub mod data_policy;
pub mod dataverse;
pub mod deployment;
pub mod disconnect;
pub mod lead_management;
pub mod readiness;
pub mod registry;
pub mod salesforce;
pub mod salesforce_connection;
pub mod teams_chat;
pub mod tenant;
pub mod transcription;

pub use readiness::{Readiness, ReadinessLine};
pub use registry::{RECIPES, Recipe};
