//! The deployment of the sales agent (Copilot for Sales) with Salesforce: one report over the nine steps of the article
//! and the systems they stand in, and what of it can be put right by plan (S001-01 to S001-44).

pub mod choices;
pub mod directory;
mod dismissing;
pub mod observe;
pub mod observed;
pub mod people;
pub mod planning;
pub mod platform;
pub mod policies;
pub mod ready;
pub mod refusal;
pub mod report;
pub mod salesforce_points;
pub mod seating;
pub mod setup_page;
mod setup_steps;
mod steps;
mod ticking;
mod undoing;
pub mod viva;
pub mod welcome;

pub use choices::{Choices, Repair};
pub use directory::read_directory;
pub use observe::observe;
pub use observed::Observed;
pub use people::read_salesforce;
pub use planning::{PlanError, plan};
pub use platform::{read_advanced, read_platform, read_teams};
pub use ready::readiness;
pub use report::{Line, report};
pub use setup_page::{SetupPage, read_setup};
pub use undoing::explain_undo;
pub use viva::read_viva;
