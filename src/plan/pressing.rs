//! The button that saves what was filled in: when it is not pressed without asking, and when what shows that it was counts.

use super::apply::Active;
use super::filling::{is_fill, is_press};
use super::model::{Action, Plan, Read, Step};
use super::probe;
use super::progress::StepState;
use super::run::Run;
use crate::http::Millis;
use crate::text::Text;

/// How often what a press saves is filled in again because it went with its page, before the admin is asked.
const GONE: u32 = 3;

/// Whether the plan minds what else a button saves: it looks first that the page has nothing else to save, or opens the
/// form itself.
fn minds_what_else(plan: &Plan, step: &Step) -> bool {
    let Action::Page { locator, .. } = &step.change.action else {
        return false;
    };
    let looks = |other: &Step| matches!(&other.change.guard.read, Read::Page { locator: at } if at == locator);
    let is_anew = |other: &Step| other.change.patience.as_ref().and_then(|patience| patience.anew) == Some(true);
    let opens = |other: &Step| step.needs.contains(&other.id) && is_press(&other.change.action) && is_anew(other);
    let mut steps = plan.steps.iter();
    steps.any(|other| other.is_check() && looks(other) || opens(other))
}

impl Run {
    /// The run rested, or was left: what else was changed meanwhile where something is filled in and not saved nobody knows.
    pub(super) fn rests(&mut self) {
        let steps = self.header.plan.steps.iter().zip(&self.records).enumerate();
        let stands = steps.filter(|(_, (step, record))| {
            is_fill(&step.change.action) && (record.sent || matches!(record.state, StepState::Done { .. }))
        });
        self.rested.extend(stands.map(|(number, _)| number));
    }

    /// Before a button is pressed that would save besides what somebody changed while the run rested: whether the admin is
    /// asked. Another try is their word for it.
    pub(super) fn asks_what_else(&mut self, now: Millis, active: &Active, step: &Step) -> bool {
        self.rested.remove(&active.step);
        let plan = &self.header.plan;
        if !is_press(&step.change.action) || !minds_what_else(plan, step) {
            return false;
        }
        let is_its = |number: &usize| {
            plan.steps
                .get(*number)
                .is_some_and(|fill| step.needs.contains(&fill.id))
        };
        let its: Vec<usize> = self.rested.iter().copied().filter(is_its).collect();
        for fill in &its {
            self.rested.remove(fill);
        }
        if !its.is_empty() {
            self.fail(now, active.step, Text::new("run-rested"), active.maybe);
        }
        !its.is_empty()
    }

    /// A press whose own page shows it, mostly by having nothing to save any more: whether that may be so because the page
    /// was loaded anew, and what was to be saved went with it. Then that is looked at first, and filled in again where it is
    /// gone.
    pub(super) fn went_with_page(&mut self, now: Millis, active: &Active, step: &Step) -> bool {
        let is_shown_there = probe::same_read(&step.change.guard.read, &step.change.proof.read);
        if !is_shown_there || !self.is_lost_with_page(step) || !self.waits_for_page(now, active, step) {
            return false;
        }
        self.gone += 1;
        if self.gone > GONE {
            self.gone = 0;
            self.fail(now, active.step, Text::new("run-outcome-unknown"), true);
        } else if active.maybe {
            // It may have been pressed all the same: that is told once what was to be saved is seen.
            self.note(now, active.step, StepState::Checking, true);
        }
        true
    }
}
