//! Where a run stands: as the journal has it, and as the interface shows it.

use super::apply::{Act, Active};
use super::journal::{RunRecord, SecretMade};
use super::model::{Plan, Slot};
use super::progress::{Phase, Progress, SlotProgress, SlotState, StepProgress, StepState};
use super::run::{Run, Stage};
use super::slot;

impl Run {
    /// The run as the journal has it.
    pub fn record(&self) -> RunRecord {
        RunRecord {
            header: self.header.clone(),
            steps: self
                .records
                .iter()
                .filter(|record| record.state != StepState::Waiting)
                .cloned()
                .collect(),
            taken_back: Vec::new(),
        }
    }

    /// The plan that runs.
    pub const fn plan(&self) -> &Plan {
        &self.header.plan
    }

    /// How the run stands.
    pub fn progress(&self) -> Progress {
        Progress {
            run_id: self.header.run_id.clone(),
            phase: self.phase(),
            steps: self
                .records
                .iter()
                .map(|record| StepProgress {
                    id: record.step.clone(),
                    state: record.state.clone(),
                })
                .collect(),
            requests: self.header.requests,
            slots: self.slots(),
        }
    }

    /// The slots the plan's steps use or bring to light.
    fn slots(&self) -> Vec<SlotProgress> {
        let plan = &self.header.plan;
        let mut used = Vec::new();
        for step in &plan.steps {
            used.extend(slot::named_in_action(&step.change.action, &plan.slots));
            used.extend(slot::brought_by(&step.change).into_iter().map(str::to_owned));
        }
        let lacks = self.lacks();
        let slots = plan.slots.iter().filter(|slot| used.contains(&slot.id));
        let shown = slots.map(|slot| SlotProgress {
            id: slot.id.clone(),
            state: self.slot_state(slot, lacks.contains(&slot.id.as_str())),
        });
        shown.collect()
    }

    fn slot_state(&self, slot: &Slot, is_lacking: bool) -> SlotState {
        if let Some(value) = self.found(&slot.id) {
            return SlotState::Known {
                value: value.to_owned(),
            };
        }
        let maker = self.maker_of(&slot.id);
        let handed_over = |maker: usize| {
            let record = self.records.get(maker);
            record.is_some_and(|record| record.secret == Some(SecretMade::HandedOver))
        };
        match maker {
            Some(maker) if handed_over(maker) => SlotState::HandedOver,
            Some(_) if self.is_delivered(&slot.id) => SlotState::Delivered,
            Some(_) if self.vault.get(&slot.id).is_some() => SlotState::Made,
            Some(maker) if self.is_done(maker) => SlotState::Lost,
            None if self.vault.get(&slot.id).is_some() => SlotState::Given,
            None if is_lacking => SlotState::Lacking {
                refused: self
                    .refused
                    .iter()
                    .find(|(id, _)| *id == slot.id)
                    .map(|(_, why)| why.clone()),
            },
            _ => SlotState::Waiting,
        }
    }

    fn phase(&self) -> Phase {
        let id = |step: usize| {
            self.records
                .get(step)
                .map(|record| record.step.clone())
                .unwrap_or_default()
        };
        if let Some(why) = &self.stopped {
            return Phase::Stopped { why: why.clone() };
        }
        if let Some(why) = &self.held {
            return Phase::Held { why: why.clone() };
        }
        match &self.stage {
            Stage::Over
                if self
                    .records
                    .iter()
                    .all(|record| matches!(record.state, StepState::Done { .. })) =>
            {
                Phase::Done
            }
            Stage::Over => Phase::Ended,
            Stage::Asking(step) => Phase::Asking { step: id(*step) },
            Stage::Lacking => Phase::Lacking,
            Stage::Handing(slot) => Phase::HandingOver { slot: slot.clone() },
            _ if self.paused => Phase::Paused,
            _ if self.throttled_until.is_some() => Phase::Throttled { until: self.not_before },
            _ if self.lock.is_some() => Phase::Locking,
            Stage::Step(Active {
                act: Act::Guide { .. },
                step,
                misses,
                missed,
                ..
            }) => Phase::WaitingForAdmin {
                step: id(*step),
                misses: *misses,
                missed: missed.clone(),
            },
            _ => Phase::Running,
        }
    }
}
