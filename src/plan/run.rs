//! Applying a plan as a sans-IO state machine: it says what to do next and is fed what came of it.
//!
//! Nothing here reads a clock or sends anything. Every transition is written to the journal before the next request
//! is handed out, so a run dropped at any instant can be taken up again from its entries alone.

use std::collections::BTreeSet;

use super::apply::{Act, Active};
pub use super::effect::{Choice, Effect, Fed};
pub use super::feeding::journal_text;
use super::journal::{Entry, RunHeader, RunRecord, StepRecord, space_needed};
use super::model::{Action, Plan, Read, Service, Step};
use super::progress::StepState;
use super::secret::Vault;
pub use super::secret::{Secret, SlotRefused};
use super::start::{self, Approval, RefusedToStart};
use crate::http::Millis;
use crate::text::Text;

/// One run of an approved plan.
#[derive(Debug, Clone)]
pub struct Run {
    pub(super) header: RunHeader,
    pub(super) order: Vec<usize>,
    pub(super) records: Vec<StepRecord>,
    pub(super) pending: Vec<Entry>,
    pub(super) stage: Stage,
    /// Only establishes what became of what was sent; writes nothing.
    pub(super) settle_only: bool,
    pub(super) cancelled: bool,
    /// Steps not yet shown that were read once more at the end, and those the admin was asked about.
    pub(super) looked: BTreeSet<usize>,
    pub(super) asked: BTreeSet<usize>,
    pub(super) awaiting: Option<Effect>,
    /// The next lock probe to read; `None` if the targets are locked.
    pub(super) lock: Option<usize>,
    /// The lock probe whose read is on its way.
    pub(super) reading_lock: Option<usize>,
    pub(super) not_before: Millis,
    pub(super) throttled_until: Option<Millis>,
    pub(super) held: Option<Text>,
    pub(super) stopped: Option<Text>,
    pub(super) paused: bool,
    /// Reads without an answer, and throttled answers, in a row.
    pub(super) lost: usize,
    pub(super) throttled: u32,
    /// Secrets and the contents of files.
    pub(super) vault: Vault,
    /// Values that were given and refused, by slot.
    pub(super) refused: Vec<(String, Text)>,
    /// Slots for which a service told something that is not of their shape.
    pub(super) odd: BTreeSet<String>,
    /// Counts the values that became known, so that what may be written is granted anew.
    pub(super) fillings: u32,
    /// Counts how often a page may have been loaded anew, and when each act on a page was last proven: what is filled in
    /// and not saved is gone with the page.
    pub(super) loads: u32,
    pub(super) proven: Vec<(usize, u32)>,
    /// What was filled in before the run rested, and presses that went with their page ([`super::pressing`]).
    pub(super) rested: BTreeSet<usize>,
    pub(super) gone: u32,
    /// The checks that were looked at since anything was last done, or the admin was last asked ([`Step::is_check`]).
    pub(super) checked: BTreeSet<usize>,
    /// Steps whose secret was made again in this life of the run.
    pub(super) renewed: BTreeSet<usize>,
    /// Counts the client secrets that were made and cannot be used.
    pub(super) unusable: u32,
    /// Steps the admin wants tried again, which wait for a value first.
    pub(super) insisted: BTreeSet<usize>,
    /// What a page said of a try that came to nothing, with the step.
    pub(super) told: Vec<(usize, String)>,
}

/// Where the whole stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Stage {
    /// Space for the whole plan is checked.
    Reserving,
    /// Between two steps.
    Between,
    /// In a step.
    Step(Active),
    /// A step was not done and the admin chooses.
    Asking(usize),
    /// The admin has to give what the steps to come need.
    Lacking,
    /// The admin is to store the secret of this slot.
    Handing(String),
    /// About to end: whether this step, a Save that was not pressed, is still to be pressed is looked at once.
    Closing(usize),
    /// Over.
    Over,
}

impl Run {
    /// Begins an approved plan. `run_id` is new and unique (a GUID).
    ///
    /// # Errors
    /// [`RefusedToStart`], before anything was sent or written.
    pub fn begin(plan: Plan, approval: &Approval, run_id: String, now: Millis) -> Result<Self, RefusedToStart> {
        start::check(&plan, approval)?;
        let header = RunHeader {
            run_id,
            plan,
            digest: approval.digest.clone(),
            started_at: now,
            ended_at: None,
            undone_by: None,
            requests: 0,
            not_before: 0,
        };
        Self::over(header, Vec::new(), Stage::Reserving)
    }

    /// Takes up an interrupted run where its journal ends. What was sent without a known outcome is settled by reads
    /// first. A run that ended stays ended.
    ///
    /// # Errors
    /// [`RefusedToStart`] if the journalled plan is not the one that was approved.
    pub fn resume(record: RunRecord) -> Result<Self, RefusedToStart> {
        let stage = if record.header.ended_at.is_some() {
            Stage::Over
        } else {
            Stage::Between
        };
        let mut run = Self::over(record.header, record.steps, stage)?;
        run.rests();
        let last = run.order.iter().rev().find(|&&number| {
            let state = run.records.get(number).map(|record| &record.state);
            !matches!(state, None | Some(StepState::Waiting | StepState::Skipped))
        });
        if run.stage == Stage::Between
            && let Some(&last) = last
            && let Some(record) = run.records.get(last)
            && matches!(record.state, StepState::Failed { .. } | StepState::Conflict { .. })
        {
            run.stage = Stage::Asking(last);
        }
        Ok(run)
    }

    /// Only reads what became of the steps that were sent, and ends the run: what comes before undoing an interrupted
    /// run, or one with steps not yet shown. Writes nothing to any target.
    ///
    /// # Errors
    /// As [`Run::resume`].
    pub fn settle(record: RunRecord) -> Result<Self, RefusedToStart> {
        let mut run = Self::over(record.header, record.steps, Stage::Between)?;
        run.settle_only = true;
        Ok(run)
    }

    fn over(header: RunHeader, begun: Vec<StepRecord>, stage: Stage) -> Result<Self, RefusedToStart> {
        if header.plan.version > super::model::PLAN_VERSION {
            return Err(RefusedToStart::NewerVersion {
                version: header.plan.version,
            });
        }
        if header.plan.digest() != header.digest {
            return Err(RefusedToStart::NotApproved);
        }
        let order = start::order(&header.plan)?;
        let records = header
            .plan
            .steps
            .iter()
            .map(|step| {
                begun
                    .iter()
                    .find(|record| record.step == step.id)
                    .cloned()
                    .unwrap_or_else(|| StepRecord::waiting(&step.id))
            })
            .collect();
        let not_before = header.not_before;
        let mut records: Vec<StepRecord> = records;
        // Cut off while it was looked for what is not saved: it goes on.
        if header.ended_at.is_none() {
            for record in &mut records {
                record.look_again();
            }
        }
        Ok(Self {
            header,
            order,
            records,
            pending: Vec::new(),
            stage,
            settle_only: false,
            cancelled: false,
            looked: BTreeSet::new(),
            asked: BTreeSet::new(),
            awaiting: None,
            lock: Some(0),
            reading_lock: None,
            not_before,
            throttled_until: None,
            held: None,
            stopped: None,
            paused: false,
            lost: 0,
            throttled: 0,
            vault: Vault::default(),
            refused: Vec::new(),
            odd: BTreeSet::new(),
            fillings: 0,
            loads: 1,
            proven: Vec::new(),
            rested: BTreeSet::new(),
            gone: 0,
            checked: BTreeSet::new(),
            renewed: BTreeSet::new(),
            unusable: 0,
            insisted: BTreeSet::new(),
            told: Vec::new(),
        })
    }

    /// What to do next.
    pub fn next(&mut self, now: Millis) -> Effect {
        if let Some(effect) = &self.awaiting {
            return effect.clone();
        }
        let effect = self.decide(now);
        if !matches!(
            effect,
            Effect::Guide { .. } | Effect::WaitUntil(_) | Effect::Ask | Effect::Finished
        ) {
            self.awaiting = Some(effect.clone());
        }
        if matches!(
            effect,
            Effect::Http { .. } | Effect::PageRead { .. } | Effect::PagePress { .. }
        ) {
            self.header.requests = self.header.requests.saturating_add(1);
        }
        effect
    }

    fn decide(&mut self, now: Millis) -> Effect {
        loop {
            if !self.pending.is_empty() {
                return Effect::Persist(self.pending.clone());
            }
            if self.stage == Stage::Reserving {
                return Effect::Reserve {
                    bytes: space_needed(&self.header.plan),
                };
            }
            if self.stage == Stage::Over {
                return Effect::Finished;
            }
            if let Stage::Closing(saver) = self.stage {
                match self.step_now(saver) {
                    Some(step) => return read_effect(&step.target, step.change.guard.read, false),
                    None => self.end(now),
                }
                continue;
            }
            if self.cancelled && self.withdraw(now) {
                continue;
            }
            if self.held.is_some() || self.paused || self.stage.asks() {
                return Effect::Ask;
            }
            if now < self.not_before {
                return Effect::WaitUntil(self.not_before);
            }
            self.throttled_until = None;
            let lock = self
                .locking()
                .map(|(target, lock)| read_effect(&target.id, lock.probe.read.clone(), false));
            self.reading_lock = lock.as_ref().and(self.lock);
            if let Some(read) = lock {
                return read;
            }
            if self.lock.take().is_some()
                && let Stage::Step(active) = &mut self.stage
            {
                active.guard_again();
            }
            if self.turns_from_unknown(now) {
                continue;
            }
            match &self.stage {
                Stage::Step(active) => return self.step_effect(active, now),
                _ => self.advance(now),
            }
        }
    }

    fn step_effect(&self, active: &Active, now: Millis) -> Effect {
        let Some(step) = self.step_now(active.step) else {
            return Effect::Finished;
        };
        let target = self.header.plan.targets.iter().find(|target| target.id == step.target);
        // Dataverse answers from a cache that lags up to 30 s behind unless told otherwise.
        let fresh = target.is_some_and(|target| target.service == Service::Dataverse);
        match &active.act {
            Act::Proof { at, .. } if now < *at => Effect::WaitUntil(*at),
            Act::Guide { at } if now < *at => Effect::Guide {
                step: step.id,
                locator: match step.change.action {
                    Action::Guide { locator, .. } => locator,
                    Action::Page { locator, .. } => Some(locator),
                    Action::Http(_) | Action::Await => None,
                },
                until: *at,
            },
            Act::Already | Act::Proof { .. } | Act::Guide { .. } => {
                read_effect(&step.target, step.change.proof.read, fresh)
            }
            Act::Guard(_) => read_effect(&step.target, step.change.guard.read, fresh),
            Act::Heed(_) => Effect::PageRead {
                locator: step
                    .change
                    .patience
                    .and_then(|patience| patience.alert)
                    .unwrap_or_default(),
            },
            Act::Write => active.write_effect(&step),
        }
    }

    /// A step as it is carried out now: with the change it is at, and every found value known so far.
    pub(super) fn step_now(&self, number: usize) -> Option<Step> {
        let step = self.header.plan.steps.get(number)?;
        let change = self.change_now(number)?;
        Some(Step { change, ..step.clone() })
    }
}

impl Stage {
    /// Whether only the admin can tell how it goes on.
    const fn asks(&self) -> bool {
        matches!(self, Self::Asking(_) | Self::Lacking | Self::Handing(_))
    }
}

fn read_effect(target: &str, read: Read, fresh: bool) -> Effect {
    match read {
        Read::Http(request) => Effect::Http {
            target: target.to_owned(),
            request: if fresh {
                request.header("consistency", "Strong")
            } else {
                request
            },
        },
        Read::Page { locator } => Effect::PageRead { locator },
    }
}
