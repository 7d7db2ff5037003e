//! One step of a run: guard, write-ahead, write, proof, and what every answer makes of it.

use serde_json::Value;

use super::answer::{Meaning, PROOF_WAITS};
use super::effect::Effect;
use super::feeding::ReadBack;
use super::filling::{is_fill, is_press};
use super::model::{Action, Change, Read, Step, WriteCondition};
use super::probe::{self, Answer, Findings};
use super::progress::{Moved, StepState};
use super::proving::{HEEDED, agrees, gave_up, has_alert, lags, not_shown, percent, proof, proving};
use super::run::{Run, Stage};
use crate::http::Millis;
use crate::text::Text;

/// How often a step is written before the run gives up and asks.
const WRITES: u32 = 3;

/// How often the completion of a guided step is read, in milliseconds.
const GUIDE_LOOKS: u64 = 3000;

/// Reads that did not show a press before the admin is asked for it.
const PRESS_LOOKS: usize = 4;

/// The step being worked on.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Active {
    /// Its number in the plan.
    pub(super) step: usize,
    /// What is being done.
    pub(super) act: Act,
    /// An earlier write of this step has an unknown outcome.
    pub(super) maybe: bool,
    /// A write of this step was refused because the row is not the one the guard read.
    moved: bool,
    /// Writes so far.
    writes: u32,
    /// The admin asked for another try, which stands in for "repeatable" once.
    pub(super) insisted: bool,
    /// The guard's `@odata.etag`.
    etag: Option<String>,
    /// Reads of the page that did not see what they looked for, in a row.
    pub(super) unseen: usize,
    /// Writes the service refused because it does not know yet what an earlier step made.
    absent: usize,
    /// How often a page may have been loaded when it was written.
    loads: u32,
    /// The admin says that a guided step is done.
    pub(super) told: bool,
    /// How often they said so too early, and what was not seen then.
    pub(super) misses: u32,
    pub(super) missed: Vec<Moved>,
    /// Of the alerts that stood on the page before, those that still do; `None` until they are looked at.
    pub(super) stood: Option<Vec<String>>,
}

/// What is being done with a step.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Act {
    /// The proof is read before the guard, because it reads elsewhere: is it already so?
    Already,
    /// The guard is read.
    Guard(Purpose),
    /// The intent is durable; the write goes out.
    Write,
    /// The proof is read.
    Proof {
        /// Reads that did not show it.
        tries: usize,
        /// Whether the service accepted the write.
        accepted: bool,
        /// Not before.
        at: Millis,
        /// How long it may take to show; of a change that says so ([`super::model::Patience`]).
        until: Option<Millis>,
    },
    /// The admin does it, or presses what the page did not take from us; its completion is read at `at`.
    Guide {
        /// When.
        at: Millis,
    },
    /// The proof did not show: what the page says of it is looked at, and then goes on as here.
    Heed(Box<Act>),
}

/// What the guard is read for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Purpose {
    /// To write if it holds.
    BeforeWrite,
    /// The service refused the write as if the row were gone; is it?
    Refused(Text),
    /// An accepted write is not shown: does it lag, or did somebody change it?
    Accepted,
    /// A press does not show: did the page take it? If it did, it goes on as here.
    Pressed(Box<Act>),
    /// Nothing shows that the write was carried out: may it be sent again?
    Unknown,
}

impl Active {
    pub(super) fn new(step: usize, act: Act, maybe: bool) -> Self {
        Self {
            step,
            act,
            maybe,
            moved: false,
            writes: 0,
            insisted: false,
            etag: None,
            unseen: 0,
            absent: 0,
            loads: 0,
            told: false,
            misses: 0,
            missed: Vec::new(),
            stood: None,
        }
    }

    /// Whether a write of this step is handed out or about to be.
    pub(super) fn is_writing(&self) -> bool {
        self.act == Act::Write
    }

    /// Whether it was written, and the page may have been loaded anew since.
    const fn is_before(&self, loads: u32) -> bool {
        self.writes > 0 && self.loads != loads
    }

    /// A write not handed out yet needs a fresh guard, which must be the last request before it.
    pub(super) fn guard_again(&mut self) {
        if self.act == Act::Write {
            self.act = Act::Guard(Purpose::BeforeWrite);
            self.writes = self.writes.saturating_sub(1);
        }
    }

    /// The write, with the condition the guard read gave.
    pub(super) fn write_effect(&self, step: &Step) -> Effect {
        match &step.change.action {
            Action::Http(write) => {
                let request = write.request.clone();
                Effect::Http {
                    target: write.at.as_ref().unwrap_or(&step.target).clone(),
                    request: match (write.condition, &self.etag) {
                        (WriteCondition::GuardEtag, Some(etag)) => request.header("if-match", etag),
                        (WriteCondition::CreateOnly, _) => request.header("if-none-match", "*"),
                        _ => request,
                    },
                }
            }
            Action::Page { locator, act } => Effect::PagePress {
                locator: locator.clone(),
                act: act.clone(),
            },
            Action::Guide { locator, .. } => Effect::Guide {
                step: step.id.clone(),
                locator: locator.clone(),
                until: 0,
            },
            // Never written: its proof follows at once.
            Action::Await => Effect::WaitUntil(0),
        }
    }
}

impl Run {
    /// An answer to a request of the current step.
    pub(super) fn step_answered(&mut self, now: Millis, meaning: Meaning) {
        let Stage::Step(active) = std::mem::replace(&mut self.stage, Stage::Between) else {
            return;
        };
        if active.is_writing() {
            return self.written(now, active, meaning);
        }
        if let Act::Heed(then) = active.act.clone() {
            return self.heeded(now, active, *then, meaning);
        }
        let meaning = match self.header.plan.steps.get(active.step) {
            Some(step) => self.of_target(&step.target, meaning),
            None => meaning,
        };
        match self.read_back(now, meaning) {
            ReadBack::Later => self.stage = Stage::Step(active),
            ReadBack::Cannot(why) => self.unreadable(now, active, why),
            ReadBack::Shown(json) => {
                let Some(step) = self.step_now(active.step) else {
                    return;
                };
                self.shown(now, active, &step, json.as_ref());
            }
        }
    }

    fn written(&mut self, now: Millis, mut active: Active, meaning: Meaning) {
        match meaning {
            Meaning::Success(json) => {
                let change = self.change_now(active.step);
                if let Some(why) = change.as_ref().and_then(|change| gave_up(change, json.as_ref())) {
                    return self.fail(now, active.step, why, false);
                }
                if change.is_some_and(|change| !agrees(&change, json.as_ref())) {
                    return self.fail(now, active.step, Text::new("run-answer-disagrees"), false);
                }
                self.note(now, active.step, proving(0), true);
                active.maybe = true;
                active.act = self.accepted(now, active.step);
            }
            Meaning::Moved => {
                self.note(now, active.step, StepState::Checking, active.maybe);
                active.moved = true;
                active.act = Act::Guard(Purpose::BeforeWrite);
            }
            Meaning::Absent => {
                self.note(now, active.step, StepState::Checking, active.maybe);
                active.act = match PROOF_WAITS.get(active.absent + 1) {
                    // What an earlier step made has not come through everywhere yet (Microsoft Graph replicates): nothing
                    // was written, so it is tried again soon.
                    Some(seconds) if self.stands_on_found(active.step) => {
                        active.absent += 1;
                        active.writes = active.writes.saturating_sub(1);
                        self.not_before = self.not_before.max(now.saturating_add(seconds * 1000));
                        Act::Guard(Purpose::BeforeWrite)
                    }
                    _ => Act::Guard(Purpose::Refused(Text::new("run-answer-absent"))),
                };
            }
            Meaning::Throttled { until, refused: true } => {
                self.wait(until);
                self.note(now, active.step, StepState::Checking, active.maybe);
                active.act = Act::Guard(Purpose::BeforeWrite);
                active.writes = active.writes.saturating_sub(1);
            }
            Meaning::Throttled { until, refused: false } => {
                self.wait(until);
                active.maybe = true;
                active.act = proof(now, false);
            }
            Meaning::SignedOut => {
                self.note(now, active.step, StepState::Checking, active.maybe);
                self.hold(Text::new("run-signed-out"));
                active.act = Act::Guard(Purpose::BeforeWrite);
                active.writes = active.writes.saturating_sub(1);
            }
            Meaning::Lost { page_gone, .. } => {
                active.maybe = true;
                active.act = proof(now, false);
                if page_gone {
                    self.reloaded();
                }
            }
            Meaning::Unreadable(_) => {
                active.maybe = true;
                active.act = proof(now, false);
            }
            Meaning::Refused(why) => {
                let maybe = active.maybe;
                return self.fail(now, active.step, why, maybe);
            }
        }
        self.stage = Stage::Step(active);
    }

    /// A read that answers, but not what was asked.
    fn unreadable(&mut self, now: Millis, mut active: Active, why: Text) {
        if self.looks_again(now, &mut active) {
            self.stage = Stage::Step(active);
            return;
        }
        if matches!(
            active.act,
            Act::Guard(Purpose::BeforeWrite | Purpose::Accepted | Purpose::Unknown) | Act::Proof { .. }
        ) && let Some(step) = self.step_now(active.step)
            && self.reopens(now, &active, &step)
        {
            return;
        }
        if let Act::Guard(Purpose::Pressed(then)) = active.act {
            active.act = *then;
            self.stage = Stage::Step(active);
            return;
        }
        match active.act {
            Act::Proof { .. } | Act::Guard(Purpose::Accepted | Purpose::Unknown) => {
                self.fail(
                    now,
                    active.step,
                    Text::new("run-proof-unreadable").message("why", why),
                    true,
                );
            }
            Act::Guide { .. } => {
                if std::mem::take(&mut active.told) {
                    active.missed.clear();
                    active.misses += 1;
                }
                active.act = Act::Guide {
                    at: now.saturating_add(GUIDE_LOOKS),
                };
                self.stage = Stage::Step(active);
            }
            Act::Already | Act::Guard(_) | Act::Write | Act::Heed(_) => {
                let step = self.header.plan.steps.get(active.step);
                let text = match step.and_then(|step| self.loaded_anew(step)) {
                    Some(page) => Text::new("run-page-anew").name("name", page),
                    None => Text::new("run-guard-unreadable"),
                };
                let text = text.message("why", why);
                self.fail(now, active.step, text, active.maybe);
            }
        }
    }

    fn shown(&mut self, now: Millis, mut active: Active, step: &Step, json: Option<&Value>) {
        let answer = json.map_or(Answer::Absent, Answer::Json);
        let change = &step.change;
        match active.act.clone() {
            Act::Already => match probe::evaluate(&change.proof, answer) {
                Ok(findings) if findings.hold() && self.counts(&active, step) => {
                    let already = !active.maybe && !self.is_brought_about(step);
                    self.done(now, &active, step, &findings, already);
                }
                Ok(_) => {
                    active.act = Act::Guard(Purpose::BeforeWrite);
                    self.stage = Stage::Step(active);
                }
                Err(_) => self.unreadable(now, active, Text::new("run-answer-malformed")),
            },
            Act::Proof {
                tries, accepted, until, ..
            } => match probe::evaluate(&change.proof, answer) {
                Ok(findings) if findings.hold() => self.done(now, &active, step, &findings, false),
                _ => {
                    // What a page says at first may still be of an earlier try.
                    if tries > 0
                        && let Some(why) = gave_up(change, json)
                    {
                        return self.fail(now, active.step, why, false);
                    }
                    active.act = not_shown(now, tries, accepted, until);
                    if accepted && !self.settle_only && !self.cancelled && is_for_hand(change, tries) {
                        let look = Act::Guard(Purpose::Pressed(Box::new(active.act)));
                        active.act = if has_alert(change) {
                            Act::Heed(Box::new(look))
                        } else {
                            look
                        };
                        self.stage = Stage::Step(active);
                        return;
                    }
                    if accepted && let Act::Proof { tries, .. } = active.act {
                        let tries = u32::try_from(tries).unwrap_or(u32::MAX);
                        let percent = percent(change, json);
                        self.show(active.step, StepState::Proving { tries, percent });
                    }
                    let is_job =
                        change.patience.is_some() && !has_alert(change) && !self.is_long_ago(now, &active, step);
                    if active.act == Act::Guard(Purpose::Accepted) && is_job {
                        // A job under way: the guard could only tell that it was begun.
                        return self.not_yet_shown(now, active.step);
                    }
                    if tries >= HEEDED && has_alert(change) {
                        active.act = Act::Heed(Box::new(active.act));
                    }
                    self.stage = Stage::Step(active);
                }
            },
            Act::Guide { .. } => match probe::evaluate(&change.proof, answer) {
                Ok(findings) if findings.hold() => self.done(now, &active, step, &findings, false),
                found => {
                    if let Some(why) = gave_up(change, json) {
                        return self.fail(now, active.step, why, false);
                    }
                    if is_press(&change.action) && active.is_before(self.loads) {
                        // What was to be pressed went with the page.
                        active.act = Act::Guard(Purpose::Unknown);
                        self.stage = Stage::Step(active);
                        return;
                    }
                    if std::mem::take(&mut active.told) {
                        active.missed = found.map_or_else(|_| Vec::new(), |found| found.moved(&change.proof));
                        active.misses += 1;
                    }
                    active.act = Act::Guide {
                        at: now.saturating_add(GUIDE_LOOKS),
                    };
                    self.stage = Stage::Step(active);
                }
            },
            Act::Guard(purpose) => self.guarded(now, active, step, &purpose, answer),
            Act::Write | Act::Heed(_) => self.stage = Stage::Step(active),
        }
    }

    fn guarded(&mut self, now: Millis, mut active: Active, step: &Step, purpose: &Purpose, answer: Answer<'_>) {
        let change = &step.change;
        let Ok(guard) = probe::evaluate(&change.guard, answer) else {
            return self.unreadable(now, active, Text::new("run-answer-malformed"));
        };
        active.unseen = 0;
        let one_read = probe::same_read(&change.guard.read, &change.proof.read);
        if one_read {
            match probe::evaluate(&change.proof, answer) {
                Ok(findings)
                    if findings.hold()
                        && *purpose == Purpose::BeforeWrite
                        && !active.maybe
                        && self.reopens(now, &active, step) =>
                {
                    // A form that is closed because its page was loaded anew is not one that was sent.
                    return;
                }
                Ok(findings) if findings.hold() && self.counts(&active, step) => {
                    // Browsers send a request again when a kept-alive connection dies under it: then the row is not
                    // the one the guard read because this run wrote it, and the service says by whom.
                    let own = active.moved && self.is_by_user(step, answer);
                    let own = own || self.is_brought_about(step);
                    let already = !active.maybe && *purpose != Purpose::Accepted && !own;
                    return self.done(now, &active, step, &findings, already);
                }
                Ok(_) => {}
                Err(_) => return self.unreadable(now, active, Text::new("run-answer-malformed")),
            }
        }
        let is_gone = guard.hold()
            && active.is_before(self.loads)
            && active.writes < WRITES
            && !self.settle_only
            && !self.cancelled;
        if matches!(purpose, Purpose::Pressed(_)) && is_gone && self.is_lost_with_page(step) {
            // What it opened went with the page.
            return self.intend(now, active, step, &guard, answer);
        }
        if let Purpose::Pressed(then) = purpose {
            // Where nothing has changed, the page may take it from a person only.
            active.act = if guard.hold() {
                let at = now.saturating_add(GUIDE_LOOKS);
                Act::Guide { at }
            } else {
                *then.clone()
            };
            self.stage = Stage::Step(active);
            return;
        }
        if *purpose == Purpose::Accepted && is_gone && is_fill(&change.action) {
            // It went with the page, which was loaded anew since.
            return self.intend(now, active, step, &guard, answer);
        }
        let is_late = guard.hold() && self.is_long_ago(now, &active, step);
        if *purpose == Purpose::Accepted && !is_late && lags(&guard, change, answer) {
            self.note(now, active.step, StepState::NotYetShown { at: now }, true);
            return;
        }
        let is_own = *purpose == Purpose::BeforeWrite && self.is_brought_about(step);
        // What the page itself said came to nothing, and is to be tried again, is not waited for.
        let is_refused = active.insisted && self.told.iter().any(|(step, _)| *step == active.step);
        let may_come = *purpose == Purpose::Unknown && !is_refused;
        if !guard.hold() && (may_come || is_own) && change.patience.is_some() {
            // The job may be the one that was sent, or come of what an earlier step did; its proof tells.
            active.maybe |= is_own;
            self.note(now, active.step, proving(0), true);
            active.act = self.accepted(now, active.step);
            self.stage = Stage::Step(active);
            return;
        }
        if !guard.hold() && *purpose == Purpose::Unknown && !one_read {
            // The guard may not hold because of what this run sent.
            return self.fail(now, active.step, Text::new("run-outcome-unknown"), true);
        }
        if !guard.hold() && self.reopens(now, &active, step) {
            return;
        }
        if !guard.hold() {
            let moved = guard.moved(&change.proof);
            self.note(now, active.step, StepState::Conflict { moved }, active.maybe);
            self.skip_dependents(active.step, now);
            self.stage = self.after_failure(active.step);
            return;
        }
        match purpose {
            Purpose::BeforeWrite | Purpose::Unknown
                if (self.settle_only || self.cancelled) && self.may_land(now, &active, step) =>
            {
                // It stays open: a later look tells.
                self.looked.insert(active.step);
            }
            Purpose::BeforeWrite | Purpose::Unknown if self.settle_only || self.cancelled => {
                self.fail(now, active.step, Text::new("run-not-carried-out"), false);
            }
            Purpose::BeforeWrite if active.writes < WRITES => self.intend(now, active, step, &guard, answer),
            Purpose::BeforeWrite => {
                let maybe = active.maybe;
                self.fail(now, active.step, Text::new("run-keeps-changing"), maybe);
            }
            Purpose::Refused(why) => self.fail(now, active.step, why.clone(), active.maybe),
            Purpose::Unknown if active.writes < WRITES && (active.insisted || self.is_repeatable(step)) => {
                self.intend(now, active, step, &guard, answer);
            }
            Purpose::Accepted if matches!(change.action, Action::Guide { .. }) => {
                self.fail(now, active.step, Text::new("run-not-carried-out"), false);
            }
            // An accepted write whose guard holds lags, which was told above.
            Purpose::Unknown | Purpose::Accepted | Purpose::Pressed(_) => {
                self.fail(now, active.step, Text::new("run-outcome-unknown"), true);
            }
        }
    }

    /// Whether what was left to the admin would show by now, had they done it.
    fn is_long_ago(&self, now: Millis, active: &Active, step: &Step) -> bool {
        let left = self.records.get(active.step).map(|record| record.sent_at);
        let patience = step.change.patience.as_ref().map(|patience| patience.millis);
        let until = left.zip(patience).map(|(left, patience)| left.saturating_add(patience));
        matches!(step.change.action, Action::Guide { .. }) && until.is_some_and(|until| until < now)
    }

    /// Whether what an earlier request was to do may still be done, late.
    fn may_land(&self, now: Millis, active: &Active, step: &Step) -> bool {
        let is_sent = matches!(step.change.action, Action::Http(_) | Action::Page { .. });
        let record = self.records.get(active.step);
        is_sent && active.maybe && record.is_some_and(|record| record.may_land(now))
    }

    /// Whether a Dataverse row says that the user who applies the plan changed it last.
    fn is_by_user(&self, step: &Step, answer: Answer<'_>) -> bool {
        let Answer::Json(row) = answer else {
            return false;
        };
        let by = row.get("_modifiedby_value").and_then(Value::as_str);
        let mut targets = self.header.plan.targets.iter();
        let target = targets.find(|target| target.id == step.target);
        by.zip(target)
            .is_some_and(|(by, target)| by.eq_ignore_ascii_case(&target.user.id))
    }

    /// The guard holds: intent and pre-image become durable, then the write goes out.
    fn intend(&mut self, now: Millis, mut active: Active, step: &Step, guard: &Findings, answer: Answer<'_>) {
        self.keep_found(active.step, &step.change.guard, guard);
        if self.waits_for_values(now, &active)
            || self.waits_for_page(now, &active, step)
            || self.waits_for_check(&active, step)
            || self.asks_what_else(now, &active, step)
        {
            return;
        }
        self.checked.clear();
        active.etag = match answer {
            Answer::Json(json) => json.get("@odata.etag").and_then(Value::as_str).map(str::to_owned),
            Answer::Absent => None,
        };
        if let Action::Http(write) = &step.change.action
            && write.condition == WriteCondition::GuardEtag
            && active.etag.is_none()
        {
            return self.fail(now, active.step, Text::new("run-no-etag"), active.maybe);
        }
        if let Some(record) = self.records.get_mut(active.step) {
            record.before = guard.evidence();
            record.sent_at = now;
        }
        self.note(now, active.step, StepState::Writing, true);
        active.writes += 1;
        active.loads = self.loads;
        active.insisted = false;
        active.act = match step.change.action {
            Action::Guide { .. } => Act::Guide {
                at: now.saturating_add(GUIDE_LOOKS),
            },
            Action::Await => {
                self.note(now, active.step, proving(0), true);
                active.maybe = true;
                self.accepted(now, active.step)
            }
            Action::Http(_) | Action::Page { .. } => Act::Write,
        };
        self.stage = Stage::Step(active);
    }

    /// Whether sending it again cannot do more than sending it once: the service refuses the second, or it changes nothing.
    fn is_repeatable(&self, step: &Step) -> bool {
        match &step.change.action {
            Action::Http(write) => write.repeatable || write.condition != WriteCondition::None,
            Action::Page { .. } => self.is_lost_with_page(step),
            Action::Guide { .. } | Action::Await => true,
        }
    }

    fn done(&mut self, now: Millis, active: &Active, step: &Step, proof: &Findings, already: bool) {
        self.keep_found(active.step, &step.change.proof, proof);
        self.stage = Stage::Between;
        if self.was_removed(now, active.step)
            || self.is_orphan(now, active.step)
            || self.went_with_page(now, active, step)
        {
            return;
        }
        if let Some(why) = self.still_unknown(active.step) {
            return self.fail(now, active.step, why, !already);
        }
        self.proven.retain(|(step, _)| *step != active.step);
        self.proven.push((active.step, self.loads));
        if step.is_check() {
            self.checked.insert(active.step);
        }
        let state = StepState::Done {
            at: now,
            already,
            evidence: proof.evidence(),
        };
        self.note(now, active.step, state, !already);
    }

    pub(super) fn fail(&mut self, now: Millis, step: usize, why: Text, sent: bool) {
        self.note(now, step, StepState::Failed { why }, sent);
        self.skip_dependents(step, now);
        self.stage = self.after_failure(step);
    }

    fn after_failure(&self, step: usize) -> Stage {
        if self.settle_only || self.cancelled {
            Stage::Between
        } else {
            Stage::Asking(step)
        }
    }
}

/// Whether a press that does not show is asked of the admin's own hand after so many reads: a page draws within seconds;
/// what it takes longer for says so.
fn is_for_hand(change: &Change, tries: usize) -> bool {
    let looks = match &change.patience {
        Some(_) => PROOF_WAITS.len(),
        None => PRESS_LOOKS,
    };
    let is_shown_there = matches!(change.proof.read, Read::Page { .. });
    is_press(&change.action) && is_shown_there && tries + 1 >= looks
}
