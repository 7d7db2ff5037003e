//! What a page keeps only once it is saved: the steps that open a form or fill it in, and the press that makes that last.

use super::filling::{is_fill, is_press};
use super::journal::RunRecord;
use super::model::{Plan, Step, Undo};
use super::progress::StepState;

/// The presses that save what a step filled in or opened: those it leads to over what is filled in.
fn savers<'a>(plan: &'a Plan, step: &'a Step) -> Vec<&'a Step> {
    let mut filled = vec![step];
    let mut savers = Vec::new();
    let mut at = 0;
    while let Some(&now) = filled.get(at) {
        at += 1;
        for next in plan.steps.iter().filter(|next| next.needs.contains(&now.id)) {
            if is_fill(&next.change.action) {
                if !filled.iter().any(|known| known.id == next.id) {
                    filled.push(next);
                }
            } else if is_press(&next.change.action) && is_fill(&now.change.action) {
                savers.push(next);
            }
        }
    }
    savers
}

/// Whether a step only opens the form that a later one saves: its way back, too, begins by opening that.
pub(super) fn opens(plan: &Plan, step: &Step) -> bool {
    let Undo::After(back) = &step.undo else {
        return false;
    };
    is_press(&step.change.action) && back.action == step.change.action && !savers(plan, step).is_empty()
}

impl RunRecord {
    /// Whether a step of a run that is over only opened or filled in something whose Save was not pressed any more: that
    /// is gone with its page, and there is nothing to take back.
    pub fn is_unsaved(&self, step: &Step) -> bool {
        let plan = &self.header.plan;
        if self.header.ended_at.is_none() || !(is_fill(&step.change.action) || opens(plan, step)) {
            return false;
        }
        let savers = savers(plan, step);
        let is_begun = |saver: &&Step| {
            let mut records = self.steps.iter().filter(|record| record.step == saver.id);
            records.any(|record| record.sent || matches!(record.state, StepState::Done { .. }))
        };
        !savers.is_empty() && !savers.iter().any(is_begun)
    }
}
