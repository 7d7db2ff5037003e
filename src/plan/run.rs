//! Applying a plan as a sans-IO state machine: it says what to do next and is fed what came of it.
//!
//! Nothing here reads a clock or sends anything. Every transition is written to the journal before the next request
//! is handed out, so a run dropped at any instant can be taken up again from its entries alone.

use std::collections::BTreeSet;

use serde_json::Value;

use super::answer::{self, LOST_WAITS, Meaning};
use super::apply::{Act, Active};
use super::drive::JournalError;
pub use super::effect::{Choice, Effect, Fed};
use super::grants::{Grants, WriteGrant};
use super::journal::{Entry, RunHeader, RunRecord, StepRecord, space_needed};
use super::model::{Action, Plan, Read};
use super::progress::{Phase, Progress, StepProgress, StepState};
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
    awaiting: Option<Effect>,
    /// The next lock probe to read; `None` if the targets are locked.
    pub(super) lock: Option<usize>,
    /// Whether the read on its way is one of the lock.
    reading_lock: bool,
    not_before: Millis,
    throttled_until: Option<Millis>,
    held: Option<Text>,
    stopped: Option<Text>,
    paused: bool,
    /// Reads without an answer, and throttled answers, in a row.
    lost: usize,
    throttled: u32,
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
    /// Over.
    Over,
}

/// What a read came to.
pub(super) enum ReadBack {
    /// JSON, or `None` if there is no such row.
    Shown(Option<Value>),
    /// It is read again later.
    Later,
    /// It cannot be read.
    Cannot(Text),
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
            reading_lock: false,
            not_before,
            throttled_until: None,
            held: None,
            stopped: None,
            paused: false,
            lost: 0,
            throttled: 0,
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
            if self.cancelled && self.withdraw(now) {
                continue;
            }
            if self.held.is_some() || self.paused || matches!(self.stage, Stage::Asking(_)) {
                return Effect::Ask;
            }
            if now < self.not_before {
                return Effect::WaitUntil(self.not_before);
            }
            self.throttled_until = None;
            let lock = self
                .locking()
                .map(|(target, lock)| read_effect(&target.id, &lock.probe.read, false));
            self.reading_lock = lock.is_some();
            if let Some(read) = lock {
                return read;
            }
            if self.lock.take().is_some()
                && let Stage::Step(active) = &mut self.stage
            {
                active.guard_again();
            }
            match &self.stage {
                Stage::Step(active) => return self.step_effect(active, now),
                _ => self.advance(now),
            }
        }
    }

    fn step_effect(&self, active: &Active, now: Millis) -> Effect {
        let Some(step) = self.header.plan.steps.get(active.step) else {
            return Effect::Finished;
        };
        match &active.act {
            Act::Proof { at, .. } if now < *at => Effect::WaitUntil(*at),
            Act::Guide { at } if now < *at => Effect::Guide {
                step: step.id.clone(),
                locator: match &step.change.action {
                    Action::Guide { locator, .. } => locator.clone(),
                    _ => None,
                },
                until: *at,
            },
            Act::Already | Act::Proof { .. } | Act::Guide { .. } => {
                read_effect(&step.target, &step.change.proof.read, true)
            }
            Act::Guard(_) => read_effect(&step.target, &step.change.guard.read, true),
            Act::Write => active.write_effect(step),
        }
    }

    /// Tells what came of the effect [`Run::next`] returned; anything else but [`Fed::Navigated`] is ignored.
    pub fn feed(&mut self, now: Millis, fed: Fed) {
        if fed == Fed::Navigated {
            self.lock = Some(0);
            return;
        }
        let Some(awaited) = self.awaiting.take() else {
            return;
        };
        match (&awaited, fed) {
            (Effect::Reserve { .. }, Fed::Reserved(Ok(()))) => {
                self.stage = Stage::Between;
                self.pending.push(self.header.entry());
            }
            (Effect::Persist(_), Fed::Persisted(Ok(()))) => self.pending.clear(),
            (Effect::Reserve { .. }, Fed::Reserved(Err(error))) | (Effect::Persist(_), Fed::Persisted(Err(error))) => {
                self.pending.clear();
                self.stopped = Some(journal_text(&error));
                self.stage = Stage::Over;
            }
            (Effect::Http { .. }, Fed::Http(answer)) => {
                self.answered(now, answer::of_http(answer, now, self.throttled));
            }
            (Effect::PageRead { .. } | Effect::PagePress { .. }, Fed::Page(answer)) => {
                self.answered(now, answer::of_page(answer));
            }
            _ => self.awaiting = Some(awaited),
        }
    }

    fn answered(&mut self, now: Millis, meaning: Meaning) {
        if self.reading_lock {
            self.lock_answered(now, meaning);
        } else {
            self.step_answered(now, meaning);
        }
    }

    /// What a read came to; waits, holds and locks again as needed.
    pub(super) fn read_back(&mut self, now: Millis, meaning: Meaning) -> ReadBack {
        match meaning {
            Meaning::Success(json) => {
                (self.lost, self.throttled) = (0, 0);
                json.map_or_else(
                    || ReadBack::Cannot(Text::new("run-answer-malformed")),
                    |json| ReadBack::Shown(Some(json)),
                )
            }
            Meaning::Absent => {
                (self.lost, self.throttled) = (0, 0);
                ReadBack::Shown(None)
            }
            Meaning::Throttled { until, .. } => {
                self.wait(until);
                ReadBack::Later
            }
            Meaning::SignedOut => {
                self.hold(Text::new("run-signed-out"));
                ReadBack::Later
            }
            Meaning::Lost { why, page_gone } => {
                if page_gone {
                    self.lock = Some(0);
                }
                match LOST_WAITS.get(self.lost) {
                    Some(seconds) => {
                        self.lost += 1;
                        self.not_before = self.not_before.max(now.saturating_add(seconds * 1000));
                    }
                    None => self.hold(why),
                }
                ReadBack::Later
            }
            Meaning::Refused(why) | Meaning::Unreadable(why) => ReadBack::Cannot(why),
            Meaning::Moved => ReadBack::Cannot(Text::new("run-answer-malformed")),
        }
    }

    /// The service asked to wait: nothing is sent before.
    pub(super) fn wait(&mut self, until: Millis) {
        self.throttled = self.throttled.saturating_add(1);
        self.not_before = self.not_before.max(until);
        self.throttled_until = Some(self.not_before);
        self.header.not_before = self.not_before;
        self.pending.push(self.header.entry());
    }

    /// Waits for the admin to put something right outside, then locks every target again: it may be another user.
    pub(super) fn hold(&mut self, why: Text) {
        self.held = Some(why);
        self.lost = 0;
        self.lock = Some(0);
    }

    pub(super) fn stop(&mut self, now: Millis, why: Text) {
        self.stopped = Some(why);
        self.abandon();
        self.close(now);
    }

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
            self.abandon();
            self.close(now);
        }
    }

    /// Answers [`Phase::Asking`], or with [`Choice::GoOn`] leaves out a guided step. Ignored in any other phase.
    pub fn choose(&mut self, now: Millis, choice: Choice) {
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
        }
    }

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

    /// What the run may write and do on pages, as far as it is known by now.
    pub fn grants(&self) -> Grants {
        let steps = &self.header.plan.steps;
        Grants {
            writes: steps
                .iter()
                .filter_map(|step| match &step.change.action {
                    Action::Http(write) => Some(WriteGrant::of(
                        write.at.as_ref().unwrap_or(&step.target),
                        &write.request,
                    )),
                    Action::Page { .. } | Action::Guide { .. } => None,
                })
                .collect(),
            presses: self.header.plan.presses(),
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
            _ if self.paused => Phase::Paused,
            _ if self.throttled_until.is_some() => Phase::Throttled { until: self.not_before },
            _ if self.lock.is_some() => Phase::Locking,
            Stage::Step(Active {
                act: Act::Guide { .. },
                step,
                ..
            }) => Phase::WaitingForAdmin { step: id(*step) },
            _ => Phase::Running,
        }
    }
}

fn read_effect(target: &str, read: &Read, fresh: bool) -> Effect {
    match read {
        // Dataverse answers from a cache that lags up to 30 s behind unless told otherwise.
        Read::Http(request) if fresh => Effect::Http {
            target: target.to_owned(),
            request: request.clone().header("consistency", "Strong"),
        },
        Read::Http(request) => Effect::Http {
            target: target.to_owned(),
            request: request.clone(),
        },
        Read::Page { locator } => Effect::PageRead {
            locator: locator.clone(),
        },
    }
}

/// Why the journal failed, in words: what happened and what the admin can do.
pub fn journal_text(error: &JournalError) -> Text {
    let bytes = |bytes: &u64| i64::try_from(*bytes).unwrap_or(i64::MAX);
    match error {
        JournalError::Full { needed, free } => Text::new("run-journal-full")
            .number("needed", bytes(needed))
            .number("free", bytes(free)),
        JournalError::LeaseHeld => Text::new("run-lease-held"),
        JournalError::Unreachable(_) => Text::new("run-journal-unreachable"),
    }
}
