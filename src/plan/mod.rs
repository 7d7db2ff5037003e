//! The plan engine: a plan is data that is shown, approved, applied, proven and undone. Knows no service, no browser.

pub mod answer;
mod apply;
pub mod change;
mod course;
pub mod drive;
mod effect;
pub mod evidence;
mod feeding;
mod filling;
pub mod grants;
pub mod history;
pub mod journal;
mod lock;
pub mod model;
pub mod probe;
pub mod progress;
mod proving;
mod renewal;
pub mod run;
pub mod sameness;
mod secret;
pub mod slot;
mod slots;
mod standing;
pub mod start;
mod steering;
pub mod undo;
