//! One file or folder per article: observe, compare, plan.

pub mod bright_pattern;
pub mod disconnect;
pub mod lead_management;
pub mod readiness;
pub mod registry;
pub mod teams_chat;

pub use readiness::{Readiness, ReadinessLine};
pub use registry::{RECIPES, Recipe};
