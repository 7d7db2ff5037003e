//! The sales agent's connection to Salesforce: the whole of article 000 (S000-01 to S000-43).
//!
//! There is no API that turns access on or off (cloud-apis §8): that is done on the Sales agent's own settings page, by
//! the admin's hand as long as Latchkey does not see it. What comes of it is proven in Salesforce, in two composite calls.

pub mod choices;
pub mod export;
pub mod observe;
pub mod observed;
pub mod planning;
pub mod ready;
mod steps;

pub use choices::{Choices, Wanted};
pub use observe::{Asker, observe};
pub use observed::Observed;
pub use planning::{PlanError, plan};
pub use ready::readiness;
