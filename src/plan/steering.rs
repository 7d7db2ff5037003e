//! What the admin tells a run: pause, go on, end, and the answers to what it asks.

use super::apply::Act;
use super::effect::Choice;
use super::run::{Run, Stage};
use crate::http::Millis;

impl Run {
    /// Pauses: nothing is sent until [`Run::resume_now`]. What is on its way is still waited for.
    pub fn pause(&mut self) {
        self.paused = true;
    }

    /// Goes on after a pause, or after what held the run was put right.
    pub fn resume_now(&mut self) {
        if self.held.take().is_none() && !self.paused {
            return;
        }
        self.paused = false;
        self.checked.clear();
        self.rests();
        if let Stage::Step(active) = &mut self.stage
            && self.awaiting.is_none()
        {
            active.guard_again();
        }
    }

    /// Ends the run as soon as what was sent is settled; a second time ends it at once, to be settled later.
    pub fn cancel(&mut self, now: Millis) {
        let at_once = self.cancelled || self.held.is_some();
        self.cancelled = true;
        self.paused = false;
        if at_once && self.awaiting.is_none() && self.stage != Stage::Over {
            self.held = None;
            self.let_go(now);
            self.abandon(now);
            self.end(now);
        }
    }

    /// What is on its way is no longer waited for, and nothing more is sent of it: from now on it may land late.
    fn let_go(&mut self, now: Millis) {
        if let Stage::Step(active) = &self.stage
            && !self.settle_only
            && active.maybe
            && let Some(record) = self.records.get_mut(active.step)
            && record.sent
        {
            record.sent_at = now;
            let entry = record.entry(&self.header.run_id, active.step);
            self.pending.push(entry);
        }
    }

    /// Answers [`Phase::Asking`], or with [`Choice::GoOn`] leaves out a guided step. Ignored in any other phase.
    pub fn choose(&mut self, now: Millis, choice: Choice) {
        self.checked.clear();
        match (&self.stage, choice) {
            (Stage::Asking(step), Choice::Retry) => self.retry(*step, now),
            (Stage::Asking(step), Choice::GoOn) => {
                self.asked.insert(*step);
                self.stage = Stage::Between;
            }
            (Stage::Asking(_), Choice::Leave) => self.close(now),
            (Stage::Step(active), Choice::GoOn) if matches!(active.act, Act::Guide { .. }) => {
                self.leave_out(active.step, now);
            }
            _ => {}
        }
    }

    /// The admin says a guided step is done: it is read at once.
    pub fn admin_done(&mut self, now: Millis) {
        if let Stage::Step(active) = &mut self.stage
            && let Act::Guide { at } = &mut active.act
        {
            *at = now;
            active.told = true;
        }
    }
}
