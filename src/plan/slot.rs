//! Slots: values a plan speaks of before they are known. Pure data.

use crate::json::{choice, record};
use crate::text::Text;

/// In the paths of a way back: the id of the row the service made, which a [`super::model::Condition::Found`] without a
/// slot of its own finds.
pub const ROW: &str = "~row~";

/// What stands in a plan where a slot's value is used: in the path or body of a request, in the text a page's input is
/// filled with, or as the whole value in a condition. It is replaced when the step runs, escaped for where it stands.
pub fn placeholder(slot: &str) -> String {
    format!("~{slot}~")
}

/// A value that is not known when the plan is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Unique within the plan: letters, digits and hyphens, such as `client-secret`.
    pub id: String,
    /// What it is, in words.
    pub what: Text,
    /// Where the value comes from, and where it may be kept.
    pub kind: SlotKind,
}

record!(Slot { id, what, kind });

/// Where a slot's value comes from, and where it may be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SlotKind {
    /// A value the service chooses, such as an id; in the journal as soon as it is known.
    Found,
    /// Lives only in the run's memory: never in a plan, journal, log, export, message or URL. A write's own answer makes
    /// it ([`Take`]), or else the admin types it.
    Secret,
    /// A file of the admin's, held by its digest; its content is only in memory. What is put into a body is Base64.
    File {
        /// Its name, for asking for it again.
        name: String,
        /// Lower-case hex SHA-256 of the content.
        sha256: String,
        /// How long it is.
        bytes: u64,
    },
}

choice!(SlotKind {
    Found = "found",
    Secret = "secret",
    File { name, sha256, bytes } = "file",
});

/// A value that the answer to a write gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Take {
    /// The slot it fills, of kind [`SlotKind::Found`] or [`SlotKind::Secret`].
    pub slot: String,
    /// JSON Pointer (RFC 6901) to a text or number in the answer, or [`ENTITY_ID`].
    pub pointer: String,
}

record!(Take { slot, pointer });

/// As a [`Take::pointer`]: the id in the parentheses at the end of the answer's `OData-EntityId` (Dataverse's answer to
/// a create).
pub const ENTITY_ID: &str = "header:odata-entityid";
