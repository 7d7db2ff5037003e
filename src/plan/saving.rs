//! What a page keeps only once it is saved: the steps that open a form or fill it in, the press that makes that last, and
//! the look at it when a run ends without that press.

use super::answer::Meaning;
use super::filling::{is_fill, is_press};
use super::journal::StepRecord;
use super::model::{Action, Plan, Read, Step, Undo};
use super::probe::{self, Answer};
use super::progress::StepState;
use super::run::{Run, Stage};
use crate::http::Millis;

/// What else is filled in over what a step opens or fills in, and the presses that save it.
struct Led<'a> {
    filled: Vec<&'a Step>,
    savers: Vec<&'a Step>,
}

fn led<'a>(plan: &'a Plan, step: &'a Step) -> Led<'a> {
    let mut filled = vec![step];
    let mut savers: Vec<&Step> = Vec::new();
    let mut at = 0;
    while let Some(&now) = filled.get(at) {
        at += 1;
        for next in plan.steps.iter().filter(|next| next.needs.contains(&now.id)) {
            let known = |steps: &[&Step]| steps.iter().any(|known| known.id == next.id);
            if is_fill(&next.change.action) {
                if !known(&filled) {
                    filled.push(next);
                }
            } else if saves(now, next) && !known(&savers) {
                savers.push(next);
            }
        }
    }
    filled.remove(0);
    Led { filled, savers }
}

/// Whether a step saves what another filled in.
fn saves(filled: &Step, step: &Step) -> bool {
    match step.change.action {
        Action::Guide { .. } => is_saved_by_hand(step) && fills(filled),
        _ => is_press(&step.change.action) && is_fill(&filled.change.action),
    }
}

/// Whether a step brings a control of a page into a state, by script or by the admin's hand.
fn fills(step: &Step) -> bool {
    let is_shown_there = matches!(step.change.proof.read, Read::Page { .. });
    let is_by_hand = matches!(step.change.action, Action::Guide { .. }) && !is_saved_by_hand(step);
    is_fill(&step.change.action) || is_by_hand && is_shown_there
}

/// Whether a step is a Save that is the admin's own to press: the way back, too, ends with it.
fn is_saved_by_hand(step: &Step) -> bool {
    matches!(step.change.action, Action::Guide { .. }) && is_repeated(step)
}

/// Whether the way back of a step does the same once more, after the others.
fn is_repeated(step: &Step) -> bool {
    matches!(&step.undo, Undo::After(back) if back.action == step.change.action)
}

/// Whether a step only opens the form that a later one saves: its way back, too, begins by opening that.
pub(super) fn opens(plan: &Plan, step: &Step) -> bool {
    is_press(&step.change.action) && is_repeated(step) && !led(plan, step).savers.is_empty()
}

impl Run {
    /// The next Save to look for before the run ends: one that was never pressed over something that was filled in. A
    /// page may save by itself, so that only a look tells; it is none any more if it may have been loaded anew.
    pub(super) fn save_to_look_for(&self) -> Option<usize> {
        if self.lock.is_some() || self.held.is_some() {
            return None;
        }
        let steps = &self.header.plan.steps;
        let open = self.unsaved_maybe();
        let mut savers = open.into_iter().filter_map(|number| steps.get(number));
        savers.find_map(|step| {
            let savers = led(&self.header.plan, step).savers;
            let numbers = savers.iter().filter_map(|saver| self.number_of(saver));
            numbers.filter(|saver| !self.looked.contains(saver)).find(|saver| {
                let guard = steps.get(*saver).map(|saver| &saver.change.guard.read);
                matches!(guard, Some(Read::Page { .. }))
            })
        })
    }

    /// What a look for a Save came to: where it is still to be pressed, what it would save is not saved.
    pub(super) fn save_looked_for(&mut self, now: Millis, saver: usize, meaning: &Meaning) {
        self.looked.insert(saver);
        let guard = self.step_now(saver).map(|step| step.change.guard);
        if let (None, Some(guard), Meaning::Success(Some(json))) = (self.lock, guard, meaning)
            && probe::evaluate(&guard, Answer::Json(json)).is_ok_and(|findings| findings.hold())
        {
            for number in self.unsaved_maybe() {
                let plan = &self.header.plan;
                let step = plan.steps.get(number);
                let savers = step.map(|step| led(plan, step).savers).unwrap_or_default();
                if savers.iter().any(|one| self.number_of(one) == Some(saver)) {
                    self.note(now, number, StepState::Unsaved { at: now }, false);
                }
            }
        }
        self.close(now);
    }

    /// A form that was opened and in which nothing was filled in, or nothing that was saved, holds nothing.
    pub(super) fn forget_opened(&mut self, now: Millis) {
        let plan = &self.header.plan;
        let is_nothing = |step: &&Step| {
            self.record_of(step)
                .is_none_or(|record| !record.sent && !record.changed())
        };
        let opened = plan.steps.iter().enumerate().filter(|(_, step)| {
            let led = led(plan, step);
            opens(plan, step)
                && self.record_of(step).is_some_and(StepRecord::changed)
                && led.filled.iter().all(is_nothing)
                && !led.savers.iter().any(|saver| self.is_begun(saver))
        });
        let opened: Vec<usize> = opened.map(|(number, _)| number).collect();
        for number in opened {
            self.note(now, number, StepState::Unsaved { at: now }, false);
        }
    }

    /// The steps that filled something in of which no Save was ever begun.
    fn unsaved_maybe(&self) -> Vec<usize> {
        let plan = &self.header.plan;
        let steps = plan.steps.iter().enumerate().filter(|(_, step)| {
            let savers = led(plan, step).savers;
            fills(step)
                && self.record_of(step).is_some_and(StepRecord::changed)
                && !savers.is_empty()
                && !savers.iter().any(|saver| self.is_begun(saver))
        });
        steps.map(|(number, _)| number).collect()
    }

    /// Whether a Save may have been pressed, also before its page was loaded anew: what was read before it was is kept.
    /// Whether the admin pressed theirs only the page tells.
    fn is_begun(&self, saver: &Step) -> bool {
        self.record_of(saver).is_some_and(|record| {
            let was_pressed = is_press(&saver.change.action) && !record.before.is_empty();
            record.sent || was_pressed || matches!(record.state, StepState::Done { .. })
        })
    }

    fn number_of(&self, step: &Step) -> Option<usize> {
        self.header.plan.steps.iter().position(|known| known.id == step.id)
    }

    fn record_of(&self, step: &Step) -> Option<&StepRecord> {
        self.records.iter().find(|record| record.step == step.id)
    }
}

impl Stage {
    /// The step that is looked at, if one is.
    pub(super) const fn looks_at(&self) -> Option<usize> {
        match self {
            Self::Step(active) => Some(active.step),
            Self::Closing(saver) => Some(*saver),
            _ => None,
        }
    }
}
