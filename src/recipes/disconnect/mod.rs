//! Disconnect rights: who may disconnect a Teams chat from a record (S003-54 to S003-81).

pub mod ask;
pub mod choices;
pub mod effect;
pub mod export;
pub mod observe;
pub mod observed;
pub mod people;
mod people_reading;
pub mod planning;
pub mod ready;
mod roles_reading;
pub mod undoing;

pub use super::dataverse::reading::{Context, ObserveError};
pub use ask::{Answer, Asked, Judgement, Ownership, ask, situations};
pub use choices::Choices;
pub use effect::{Effect, effect};
pub use observe::{observe, observe_in_parts};
pub use observed::{Observed, RecordType, Toggle};
pub use people::People;
pub use planning::{PlanError, plan};
pub use ready::{add_fix, readiness, take_fix};
pub use undoing::explain_undo;
