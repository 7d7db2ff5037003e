//! The plan engine: a plan is data that is shown, approved, applied, proven and undone. Knows no service, no browser.

pub mod answer;
mod apply;
pub mod change;
mod course;
pub mod drive;
mod effect;
pub mod evidence;
pub mod grants;
pub mod history;
pub mod journal;
mod lock;
pub mod model;
pub mod probe;
pub mod progress;
pub mod run;
pub mod slot;
pub mod start;
pub mod undo;
