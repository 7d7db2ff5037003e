//! Bright Pattern's integration account of type Microsoft Dynamics 365: the whole of article 002 (S002-01 to S002-17).
//!
//! What can be known without a secret is derived and checked; the app registration is prepared by Graph where the admin
//! is signed in; the account is made on Bright Pattern's own page, which has no API for it (cloud-apis §9).

pub mod app;
mod app_steps;
pub mod choices;
pub mod observe;
pub mod observed;
mod page_steps;
pub mod planning;
pub mod ready;
pub mod undoing;

pub use app::{App, read_app};
pub use choices::{Choices, SecretFrom};
pub use observe::{Pages, observe};
pub use observed::{Field, Observed, Portal, Shown};
pub use planning::{PlanError, plan};
pub use ready::readiness;
pub use undoing::explain_undo;
