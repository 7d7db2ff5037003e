//! What the Overview says of a recipe: one line per point, the worst first.

use crate::text::Text;

/// How a point stands; shown by shape first, then colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Readiness {
    /// Does not work.
    Blocked,
    /// Something that should be there was lost.
    Attention,
    /// Could not be told.
    Unknown,
    /// Works, and as somebody chose.
    Ready,
}

/// What the admin can do about a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fix {
    /// Add the change to the plan: the recipe knows which by the key.
    Add {
        /// Which change.
        key: String,
    },
    /// Open the recipe's view.
    Review,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadinessLine {
    /// Unique within the recipe.
    pub id: String,
    /// How it stands.
    pub readiness: Readiness,
    /// What was found.
    pub statement: Text,
    /// What that stands on.
    pub evidence: Option<Text>,
    /// What can be done.
    pub fix: Option<Fix>,
}
