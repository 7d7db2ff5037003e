//! The course of a run: which step comes next, what becomes of those that need one that was not done, and the end.

use super::apply::{Act, Active, Purpose};
use super::journal::StepRecord;
use super::model::{Action, Change};
use super::probe;
use super::progress::StepState;
use super::proving::{last_look, proof};
use super::run::{Run, Stage};
use crate::http::Millis;
use crate::text::Text;

impl Run {
    /// Takes up the next thing to do, or ends.
    pub(super) fn advance(&mut self, now: Millis) {
        let goes_on = !self.settle_only && !self.cancelled;
        if let Some(active) = self.unsettled(now) {
            self.stage = Stage::Step(active);
        } else if goes_on && !self.lacks().is_empty() {
            self.stage = Stage::Lacking;
        } else if let Some(step) = self.ready() {
            match self.lost_for(step) {
                Some(maker) => self.renew(maker, now),
                None => self.start(step),
            }
        } else if let Some(step) = self.find(|run, step| {
            matches!(run.state(step), Some(StepState::NotYetShown { .. })) && !run.looked.contains(&step)
        }) {
            self.looked.insert(step);
            self.stage = Stage::Step(Active::new(step, proof(now, true), true));
        } else if let Some(step) = self.find(|run, step| {
            matches!(run.state(step), Some(StepState::NotYetShown { .. }))
                && !run.asked.contains(&step)
                && !run.settle_only
        }) {
            self.skip_dependents(step, now);
            self.stage = Stage::Asking(step);
        } else {
            match self.to_hand_over().filter(|_| goes_on) {
                Some(Ok(slot)) => self.stage = Stage::Handing(slot),
                Some(Err(maker)) => self.renew(maker, now),
                None => self.close(now),
            }
        }
    }

    fn find(&self, wanted: impl Fn(&Self, usize) -> bool) -> Option<usize> {
        self.order.iter().copied().find(|&step| wanted(self, step))
    }

    pub(super) fn state(&self, step: usize) -> Option<&StepState> {
        self.records.get(step).map(|record| &record.state)
    }

    /// A step that was sent in an earlier life of this run, to be settled before anything else is done.
    fn unsettled(&mut self, now: Millis) -> Option<Active> {
        let step = self.find(|run, step| match run.state(step) {
            Some(StepState::Failed { .. }) => {
                run.settle_only
                    && !run.looked.contains(&step)
                    && run.records.get(step).is_some_and(|record| record.sent)
            }
            // What may land late was looked at, and is left to a later look.
            _ if (run.settle_only || run.cancelled) && run.looked.contains(&step) => false,
            _ => run.records.get(step).is_some_and(StepRecord::is_unsettled) && !run.rests_on_waiting(step),
        })?;
        if matches!(self.state(step), Some(StepState::Failed { .. })) {
            self.looked.insert(step);
        }
        let change = self.change_now(step)?;
        let guided = matches!(change.action, Action::Guide { .. });
        let record = self.records.get(step)?;
        let act = match record.state {
            _ if guided => taken_up(&change),
            // Withdrawn before it was sent, or refused for certain.
            StepState::Writing if !record.sent => Act::Guard(Purpose::BeforeWrite),
            StepState::Proving { .. } => self.looked_at_again(step).unwrap_or_else(|| self.accepted(now, step)),
            _ => self.looked_at_again(step).unwrap_or_else(|| proof(now, false)),
        };
        let mut active = Active::new(step, act, record.sent);
        active.insisted = self.insisted.remove(&step);
        Some(active)
    }

    /// Whether what is to be looked at again needs a step that is carried out once more first.
    fn rests_on_waiting(&self, step: usize) -> bool {
        let goes_on = !self.settle_only && !self.cancelled;
        let waits = |record: &StepRecord| {
            let step = self.header.plan.steps.get(step);
            matches!(record.state, StepState::Waiting | StepState::Checking)
                && step.is_some_and(|step| step.needs.contains(&record.step))
        };
        goes_on && matches!(self.state(step), Some(StepState::Checking)) && self.records.iter().any(waits)
    }

    /// The next step not begun whose needs are all done.
    fn ready(&self) -> Option<usize> {
        if self.settle_only || self.cancelled {
            return None;
        }
        self.find(|run, step| {
            matches!(run.state(step), Some(StepState::Waiting | StepState::Checking))
                && run.header.plan.steps.get(step).is_some_and(|step| {
                    step.needs.iter().all(|need| {
                        let done = |record: &&StepRecord| {
                            record.step == *need && matches!(record.state, StepState::Done { .. })
                        };
                        run.records.iter().find(done).is_some()
                    })
                })
        })
    }

    pub(super) fn start(&mut self, step: usize) {
        let Some(change) = self.change_now(step) else {
            return;
        };
        let maybe = self.records.get(step).is_some_and(|record| record.sent);
        self.show(step, StepState::Checking);
        self.stage = Stage::Step(Active::new(step, taken_up(&change), maybe));
    }

    /// Another try at the admin's word. What was sent before is settled by reads first.
    pub(super) fn retry(&mut self, step: usize, now: Millis) {
        let Some(record) = self.records.get(step) else {
            return;
        };
        let (sent, state) = (record.sent, record.state.clone());
        self.revive_dependents(step, now);
        self.asked.remove(&step);
        match state {
            StepState::NotYetShown { .. } => {
                self.stage = Stage::Step(Active::new(step, self.accepted(now, step), true));
            }
            StepState::Failed { .. } if sent => {
                // What it waits for may come first; until it is settled it is taken up again.
                self.note(now, step, StepState::Checking, true);
                let mut active = Active::new(step, proof(now, false), true);
                active.insisted = true;
                self.stage = Stage::Step(active);
            }
            _ => self.start(step),
        }
    }

    /// Leaves out a guided step and those that need it.
    pub(super) fn leave_out(&mut self, step: usize, now: Millis) {
        if self.is_pressed_by_hand() {
            self.note(now, step, StepState::NotYetShown { at: now }, true);
            self.asked.insert(step);
        } else {
            self.note(now, step, StepState::Skipped, false);
        }
        self.skip_dependents(step, now);
        self.stage = Stage::Between;
    }

    /// Gives up a step whose write did not go out; whether there was one. What was sent is settled first.
    pub(super) fn withdraw(&mut self, now: Millis) -> bool {
        let by_hand = self.is_pressed_by_hand();
        if let Stage::Step(active) = &mut self.stage
            && by_hand
        {
            // The page may have taken it after all, late.
            active.act = Act::Guard(Purpose::Accepted);
        }
        if let Stage::Step(active) = &mut self.stage
            && let Some(look) = last_look(&active.act, now)
        {
            active.act = look;
        }
        let sent = match &self.stage {
            Stage::Step(active) => match active.act {
                Act::Already | Act::Guard(Purpose::BeforeWrite | Purpose::Refused(_)) | Act::Write => active.maybe,
                Act::Guide { .. } => false,
                Act::Proof { .. }
                | Act::Heed(_)
                | Act::Guard(Purpose::Accepted | Purpose::Pressed(_) | Purpose::Unknown) => true,
            },
            Stage::Asking(_) => false,
            Stage::Lacking | Stage::Handing(_) => {
                self.stage = Stage::Between;
                self.records.iter().any(in_the_air)
            }
            Stage::Between => self.records.iter().any(in_the_air),
            Stage::Reserving | Stage::Closing(_) | Stage::Over => return false,
        };
        if !sent {
            self.abandon(now);
            self.close(now);
        }
        !sent
    }

    /// Whether the admin is asked to press what the page did not take.
    pub(super) fn is_pressed_by_hand(&self) -> bool {
        let Stage::Step(active) = &self.stage else {
            return false;
        };
        let step = self.header.plan.steps.get(active.step);
        let is_on_page = step.is_some_and(|step| matches!(step.change.action, Action::Page { .. }));
        is_on_page && matches!(active.act, Act::Guide { .. })
    }

    /// Whether the admin is asked to do what takes a while to show: they may have done it already.
    fn is_left_to_show(&self, active: &Active) -> bool {
        let patience = self.change_now(active.step).and_then(|change| change.patience);
        matches!(active.act, Act::Guide { .. }) && !self.is_pressed_by_hand() && patience.is_some()
    }

    /// Puts the current step back to what is true of it when nothing more is done about it.
    pub(super) fn abandon(&mut self, now: Millis) {
        let Stage::Step(active) = &self.stage else {
            return;
        };
        if self.is_left_to_show(active) {
            let step = active.step;
            if let Some(record) = self.records.get_mut(step) {
                record.sent_at = now;
            }
            self.note(now, step, StepState::NotYetShown { at: now }, true);
            return;
        }
        let sent = active.maybe && (self.is_pressed_by_hand() || !matches!(active.act, Act::Guide { .. }));
        let step = active.step;
        if let Some(record) = self.records.get_mut(step)
            && !sent
            && !matches!(record.state, StepState::NotYetShown { .. })
        {
            record.state = StepState::Waiting;
            record.sent = false;
        }
    }

    /// Ends the run, once the page was asked whether what was filled in there and not saved is still to be.
    pub(super) fn close(&mut self, now: Millis) {
        let in_the_air = self.records.iter().any(in_the_air);
        match self.save_to_look_for().filter(|_| !in_the_air) {
            Some(saver) => self.stage = Stage::Closing(saver),
            None => self.end(now),
        }
    }

    /// Ends the run durably, unless something sent is not settled: then it stays open, to be resumed or settled.
    pub(super) fn end(&mut self, now: Millis) {
        self.stage = Stage::Over;
        self.vault.clear();
        if self.records.iter().any(in_the_air) {
            return;
        }
        for step in 0..self.records.len() {
            if !matches!(self.state(step), Some(StepState::Waiting | StepState::Checking)) {
                continue;
            }
            // What this run made is still there, so it is not as if the step had never been.
            let state = if self.is_renewing(step) {
                StepState::Failed {
                    why: Text::new("run-secret-lost"),
                }
            } else {
                StepState::Skipped
            };
            self.note(now, step, state, false);
        }
        self.forget_opened(now);
        self.header.ended_at = Some(now);
        self.pending.push(self.header.entry());
    }

    /// Sets a state durably.
    pub(super) fn note(&mut self, now: Millis, step: usize, state: StepState, sent: bool) {
        if let Some(record) = self.records.get_mut(step) {
            record.state = state;
            record.sent = sent;
            record.recorded_at = now;
            record.requests = self.header.requests;
            let entry = record.entry(&self.header.run_id, step);
            self.pending.push(entry);
        }
    }

    /// Sets a state that need not be durable.
    pub(super) fn show(&mut self, step: usize, state: StepState) {
        if let Some(record) = self.records.get_mut(step) {
            record.state = state;
        }
    }

    /// Every step that needs this one, directly or through others, in order.
    fn dependents(&self, step: usize) -> Vec<usize> {
        let steps = &self.header.plan.steps;
        let mut ids: Vec<&str> = steps.get(step).map(|step| step.id.as_str()).into_iter().collect();
        let mut found = Vec::new();
        for &number in &self.order {
            if let Some(step) = steps.get(number)
                && step.needs.iter().any(|need| ids.contains(&need.as_str()))
            {
                ids.push(&step.id);
                found.push(number);
            }
        }
        found
    }

    pub(super) fn skip_dependents(&mut self, step: usize, now: Millis) {
        for dependent in self.dependents(step) {
            if matches!(self.state(dependent), Some(StepState::Waiting | StepState::Checking)) {
                self.note(now, dependent, StepState::Skipped, false);
            }
        }
    }

    fn revive_dependents(&mut self, step: usize, now: Millis) {
        for dependent in self.dependents(step) {
            if matches!(self.state(dependent), Some(StepState::Skipped)) {
                self.note(now, dependent, StepState::Waiting, false);
            }
        }
        // Those that need another step that was not done stay out.
        for other in self.order.clone() {
            let failed = matches!(
                self.state(other),
                Some(StepState::Failed { .. } | StepState::Conflict { .. } | StepState::Skipped)
            );
            if failed && other != step {
                self.skip_dependents(other, now);
            }
        }
    }
}

/// What a step begins with: where its proof reads elsewhere than its guard, the guard could not tell that it is so already.
pub(super) fn taken_up(change: &Change) -> Act {
    if probe::same_read(&change.guard.read, &change.proof.read) {
        Act::Guard(Purpose::BeforeWrite)
    } else {
        Act::Already
    }
}

/// Whether something was sent, no read has told what became of it, and the admin was not told so either.
fn in_the_air(record: &StepRecord) -> bool {
    record.is_unsettled() && !matches!(record.state, StepState::Failed { .. })
}
