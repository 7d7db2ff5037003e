//! Secrets a run made: handed over once, and where the run died with one, removed and made again (G9).
//!
//! A made secret is in memory only. A run that is taken up after it died has lost it; what the service still has of it is
//! an orphan. Before the first step that needs the secret, and before the end if it was for the admin, the step that made
//! it is taken back by its own way back, which the plan showed, and carried out once more.

use super::journal::{RunRecord, SecretMade, StepRecord};
use super::model::{Slot, Step};
use super::progress::StepState;
use super::run::{Run, Stage};
use super::secret::Secret;
use super::slot;
use crate::http::Millis;
use crate::sorted::Sorted;
use crate::text::Text;

impl Run {
    /// The secrets a step's write makes.
    pub(super) fn secrets_made_by(&self, step: &Step) -> Vec<&str> {
        let made = self.header.plan.secrets_made_by(step);
        made.into_iter().map(|slot| slot.id.as_str()).collect()
    }

    /// The step whose write makes this secret; without one the admin gives it.
    pub(super) fn maker_of(&self, slot: &str) -> Option<usize> {
        let mut steps = self.header.plan.steps.iter();
        steps.position(|step| self.secrets_made_by(step).contains(&slot))
    }

    /// Whether a step makes or delivers a secret: then no read tells that it is done already, for what is there is
    /// another secret.
    pub(super) fn is_secret(&self, number: usize) -> bool {
        let plan = &self.header.plan;
        let Some(step) = plan.steps.get(number) else {
            return false;
        };
        if self.is_renewing(number) {
            return false;
        }
        let named = slot::named_in_action(&step.change.action, &plan.slots);
        let delivers = plan
            .slots
            .iter()
            .any(|slot| slot.kind.is_secret() && named.contains(&slot.id));
        delivers || !self.secrets_made_by(step).is_empty()
    }

    /// Whether a step is at its way back, to get rid of a secret that was lost.
    pub(super) fn is_renewing(&self, number: usize) -> bool {
        let record = self.records.get(number);
        record.is_some_and(|record| record.secret == Some(SecretMade::Renewing))
    }

    /// The step to make a secret again that one of these slots stands for, made by a step that is done and lost since.
    pub(super) fn lost_maker(&self, named: &[String]) -> Option<usize> {
        let mut slots = named.iter().filter(|slot| self.vault.get(slot).is_none());
        slots.find_map(|slot| self.maker_of(slot).filter(|maker| self.is_done(*maker)))
    }

    /// The same for what a step that is to begin needs.
    pub(super) fn lost_for(&self, number: usize) -> Option<usize> {
        let plan = &self.header.plan;
        let step = plan.steps.get(number)?;
        if self.is_renewing(number) {
            return None;
        }
        self.lost_maker(&slot::named_in_action(&step.change.action, &plan.slots))
    }

    pub(super) fn is_done(&self, number: usize) -> bool {
        matches!(self.state(number), Some(StepState::Done { .. }))
    }

    /// A secret was lost before it was delivered: it is removed, then made again, and delivered anew.
    pub(super) fn renew(&mut self, maker: usize, now: Millis) {
        if let Some(record) = self.records.get_mut(maker) {
            record.secret = Some(SecretMade::Renewing);
        }
        if !self.renewed.insert(maker) {
            // Made again already, and the service did not tell it this time either.
            return self.fail(now, maker, Text::new("run-secret-not-told"), false);
        }
        self.note(now, maker, StepState::Checking, false);
        let plan = &self.header.plan;
        let made: Vec<String> = plan
            .steps
            .get(maker)
            .map(|step| self.secrets_made_by(step).into_iter().map(str::to_owned).collect())
            .unwrap_or_default();
        for number in 0..plan.steps.len() {
            if self.is_done(number) && self.delivers(number, &made) {
                self.note(now, number, StepState::Waiting, false);
            }
        }
        self.fillings += 1;
        self.stage = Stage::Between;
    }

    fn delivers(&self, number: usize, secrets: &[String]) -> bool {
        let plan = &self.header.plan;
        plan.steps.get(number).is_some_and(|step| {
            let named = slot::named_in_action(&step.change.action, &plan.slots);
            named.iter().any(|slot| secrets.contains(slot))
        })
    }

    /// A step's way back is proven: the orphan is gone, and the step begins anew. Whether that was it.
    pub(super) fn was_removed(&mut self, now: Millis, number: usize) -> bool {
        if !self.is_renewing(number) {
            return false;
        }
        if let Some(record) = self.records.get_mut(number) {
            record.secret = None;
            record.found = Sorted::new();
            record.before.clear();
        }
        self.note(now, number, StepState::Waiting, false);
        true
    }

    /// A read shows that a secret was made, and nobody has it: its answer was lost. It is removed and made again, unless
    /// the run is being ended. Whether that was it.
    pub(super) fn is_orphan(&mut self, now: Millis, number: usize) -> bool {
        let Some(step) = self.header.plan.steps.get(number) else {
            return false;
        };
        let lost = self
            .secrets_made_by(step)
            .into_iter()
            .any(|slot| self.vault.get(slot).is_none());
        if !lost || self.settle_only || self.cancelled {
            return false;
        }
        self.renew(number, now);
        true
    }

    /// What is left to do about secrets that were made when every step is over: to hand over one the admin alone can
    /// deliver. `Err` is the step that makes one again, because the run died with it.
    pub(super) fn to_hand_over(&self) -> Option<Result<String, usize>> {
        let plan = &self.header.plan;
        plan.steps.iter().enumerate().find_map(|(number, step)| {
            let record = self.records.get(number)?;
            let made = self.secrets_made_by(step);
            if !self.is_done(number) || record.secret == Some(SecretMade::HandedOver) {
                return None;
            }
            let mut made = made.into_iter().filter(|slot| !self.is_delivered(slot));
            made.next().map(|slot| match self.vault.get(slot) {
                Some(_) => Ok(slot.to_owned()),
                None => Err(number),
            })
        })
    }

    /// Whether a step that is done has put this secret where it belongs.
    pub(super) fn is_delivered(&self, slot: &str) -> bool {
        let secret = [slot.to_owned()];
        (0..self.records.len()).any(|step| self.is_done(step) && self.delivers(step, &secret))
    }

    /// A secret this run made, to be shown to the admin and to nobody else; `None` if there is none, or no longer.
    pub fn show_secret(&self, slot: &str) -> Option<Secret> {
        self.maker_of(slot)?;
        self.vault.get(slot).cloned()
    }

    /// The admin has stored a secret: it is never shown again, and forgotten as soon as no step needs it.
    pub fn handed_over(&mut self, slot: &str, now: Millis) {
        let Some(maker) = self.maker_of(slot).filter(|maker| self.is_done(*maker)) else {
            return;
        };
        let Some(state) = self.state(maker).cloned() else {
            return;
        };
        if let Some(record) = self.records.get_mut(maker) {
            record.secret = Some(SecretMade::HandedOver);
        }
        let sent = self.records.get(maker).is_some_and(|record| record.sent);
        self.note(now, maker, state, sent);
        let secret = [slot.to_owned()];
        let is_needed = (0..self.records.len()).any(|step| !self.is_done(step) && self.delivers(step, &secret));
        if !is_needed {
            self.vault.forget(slot);
        }
        if self.stage == Stage::Handing(slot.to_owned()) {
            self.stage = Stage::Between;
        }
    }
}

impl RunRecord {
    /// The secrets this run made that nobody has: neither delivered by a step that is done, nor stored by the admin.
    pub fn undelivered(&self) -> Vec<&Slot> {
        let plan = &self.header.plan;
        let record = |step: &Step| self.steps.iter().find(|record| record.step == step.id);
        let is_done = |record: &StepRecord| matches!(record.state, StepState::Done { .. });
        let mut lost = Vec::new();
        for step in &plan.steps {
            let is_kept = |record: &StepRecord| is_done(record) && record.secret.is_none();
            if self.is_taken_back(&step.id) || !record(step).is_some_and(is_kept) {
                continue;
            }
            lost.extend(plan.secrets_made_by(step).into_iter().filter(|slot| {
                let mut others = plan.steps.iter().filter(|other| record(other).is_some_and(is_done));
                !others.any(|other| slot::named_in_action(&other.change.action, &plan.slots).contains(&slot.id))
            }));
        }
        lost
    }

    fn is_taken_back(&self, step: &str) -> bool {
        self.taken_back.iter().any(|id| id == step)
    }
}
