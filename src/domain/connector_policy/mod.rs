//! Whether a connector may be used in an environment, as data policies and advanced connector policies have it, why, and
//! the smallest change that lets it (S001-16, S001-17). Pure; documents stay whole, with whatever is not known of them.
//!
//! ```text
//! group.rs     Business, Non-business, Blocked
//! scope.rs     which environments a policy reaches
//! policy.rs    a data policy, read out of its document
//! gate.rs      what of one data policy stands in a connector's way
//! endpoint.rs  which rule for endpoints a host meets
//! advanced.rs  advanced connector policies: a second gate
//! judgement.rs all of them together
//! fix.rs       the smallest change, as a whole document, and what else it touches
//! ```
//!
//! Sources: Microsoft's Terraform provider for the shapes (`dlp_policy`), Power Platform "Data policies", "Manage
//! advanced connector policies programmatically". What is not proven on a live tenant says so where it stands.

mod advanced;
mod endpoint;
mod fix;
mod gate;
mod group;
mod judgement;
mod policy;
mod scope;

pub use advanced::{Advanced, AdvancedGate};
pub use fix::{Fix, Preset, Touched, updated};
pub use gate::{Gate, Verdict};
pub use group::Group;
pub use judgement::{Apart, Judgement, Known, Standing};
pub use policy::{Placement, Policy, Why};
pub use scope::{Outline, Place, Reach, Scope};

/// The connector the sales agent reaches Salesforce through.
pub const SALESFORCE: &str = "shared_salesforce";
/// That of Dataverse, whose data the sales agent may combine with it.
pub const DATAVERSE: &str = "shared_commondataserviceforapps";
/// What the environment of the sales agent is called (S001-30), in whatever casing.
pub const VIVA: &str = "msdyn_viva";

/// The last segment of a connector's id, which is what it is called within policies.
fn short(id: &str) -> &str {
    id.trim_end_matches('/').rsplit('/').next().unwrap_or_default()
}

/// Whether an id, of whatever length, is that connector's.
fn is_connector(id: &str, connector: &str) -> bool {
    short(id).eq_ignore_ascii_case(short(connector))
}
