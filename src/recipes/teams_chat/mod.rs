//! Teams chat in Customer Service: the whole of article 003 but the disconnect table, which is a recipe of its own
//! (S003-01 to S003-53, S003-56 to S003-59, S003-82 to S003-106).

pub mod blueprint;
pub mod choices;
pub mod consent;
mod effect;
pub mod export;
pub mod observe;
pub mod observed;
pub mod packed;
mod pane_reading;
pub mod planning;
pub mod ready;
pub mod sections;
pub mod site_map_words;
mod steps;

pub use choices::{Choices, Place};
pub use consent::{read_consent, read_directory};
pub use effect::{explain_undo, global_administrator};
pub use observe::observe;
pub use observed::{Observed, RecordType};
pub use planning::{PlanError, plan};
pub use ready::{add_fix, readiness, take_fix};
pub use sections::{Section, read_section};
pub use steps::access::table_label;
