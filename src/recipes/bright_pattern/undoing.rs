//! Taking a run back: the account stays in Bright Pattern, and works no more without what is taken from its app.

use super::app_steps::{GRANT, MAKE};
use super::page_steps::APPLY;
use crate::plan::journal::RunRecord;
use crate::plan::model::Plan;
use crate::plan::undo::first_id;
use crate::text::{Arg, Text};

/// The note that the saved account stops working; it stands first.
pub const ACCOUNT_STOPS: &str = "bright-stays-account";

/// Says in a plan that takes `first` back ([`crate::plan::undo::undo_plan`]) what becomes of the account that was saved.
pub fn explain_undo(plan: &mut Plan, first: &RunRecord) {
    let takes = |id: &&str| plan.steps.iter().any(|step| first_id(&step.id) == *id);
    if ![MAKE, GRANT].iter().any(takes) {
        return;
    }
    let mut records = first.steps.iter();
    let is_saved = records.any(|record| record.step == APPLY && record.changed());
    let Some(saved) = first.header.plan.step(APPLY).filter(|_| is_saved) else {
        return;
    };
    // That it stays is said here.
    plan.notes.retain(|note| match note.args.get("why") {
        Some(Arg::Message(why)) => why.id != "bright-undo-account",
        _ => true,
    });
    if let Some(delta) = saved.delta.first() {
        let stops = Text {
            args: delta.label.args.clone(),
            ..Text::new(ACCOUNT_STOPS)
        };
        plan.notes.insert(0, stops);
    }
}
