//! Lead management: from nothing to a validated lead destination for an offer of the commercial marketplace (S004-01 to
//! S004-52).

pub mod choices;
pub mod directory;
pub mod export;
pub mod observe;
pub mod observed;
pub mod offer_page;
pub mod planning;
pub mod proof;
pub mod ready;
pub(crate) mod steps;
pub mod undoing;

/// Ids of steps that tell how far a run has come.
pub mod steps_done {
    pub use super::steps::entra::SECRET;
    pub use super::steps::offer::{LEAD, VALIDATE};
    pub use super::steps::office::USER;
}

pub use choices::Choices;
pub use directory::{Lookup, read_directory};
pub use observe::observe;
pub use observed::Observed;
pub use offer_page::{OfferPage, read_offer};
pub use planning::{PlanError, plan};
pub use proof::{Proof, proof};
pub use ready::{add_fix, readiness, take_fix};
pub use undoing::explain_undo;
