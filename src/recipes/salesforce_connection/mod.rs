//! The sales agent's connection to Salesforce: the whole of article 000 (S000-01 to S000-43).
//!
//! There is no API that turns access on or off (cloud-apis §8): that is done on the Sales agent's own settings page, which
//! Latchkey drives where the admin has activated its frame, and the admin's own hand does elsewhere. What comes of it is
//! proven in Salesforce, in two composite calls.

pub mod choices;
pub mod export;
pub mod observe;
pub mod observed;
mod page_steps;
pub mod planning;
pub mod ready;
pub mod settings_page;
mod steps;
mod undoing;

pub use choices::{Choices, Wanted};
pub use observe::{Asker, observe};
pub use observed::Observed;
pub use planning::{PlanError, plan};
pub use ready::readiness;
pub use settings_page::{Pages, SettingsPage, read_page};
pub use undoing::explain_undo;
