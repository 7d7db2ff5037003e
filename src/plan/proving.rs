//! Reading a proof: how often, for how long, and what it means that it does not show.

use serde_json::Value;

use super::answer::{LOST_WAITS, Meaning, PROOF_WAITS};
use super::apply::{Act, Active, Purpose};
use super::journal::StepRecord;
use super::model::{Action, Change, Probe, Read, Step};
use super::probe::{self, Answer, Findings};
use super::progress::StepState;
use super::run::{Run, Stage};
use super::slot;
use crate::http::Millis;
use crate::text::Text;

/// From which read of a proof on the page's alerts count: what stands there right after a press may be of before it.
pub(super) const HEEDED: usize = 2;
/// Of anybody's own words: they go into the journal, whose space was checked beforehand.
const WORDS: usize = 500;

impl Run {
    /// What the page says while a proof elsewhere does not show: an alert ends the step in its own words. What cannot be
    /// read says nothing, and the proof is read on.
    pub(super) fn heeded(&mut self, now: Millis, mut active: Active, then: Act, meaning: Meaning) {
        match meaning {
            Meaning::Success(Some(json)) => {
                let said = alerts(&json);
                if active.insisted && !said.is_empty() {
                    // The admin has read it, and wants another try all the same.
                    self.told.extend(said.into_iter().map(|said| (active.step, said)));
                    active.act = Act::Guard(Purpose::Unknown);
                    self.stage = Stage::Step(active);
                    return;
                }
                let mut stood = active.stood.take().unwrap_or_else(|| self.stood_before(active.step));
                stood.retain(|before| said.contains(before));
                let is_new = said.iter().find(|alert| !stood.contains(alert));
                let is_over = matches!(then, Act::Guard(_));
                if let Some(says) = is_new.or(stood.first().filter(|_| is_over)) {
                    self.told.push((active.step, says.clone()));
                    let why = Text::new("run-page-says").name("message", says);
                    return self.fail(now, active.step, why, true);
                }
                active.stood = Some(stood);
            }
            // Whoever acts on a page that follows has to look where it is; the proof needs none.
            Meaning::Lost { page_gone: true, .. } if self.acts_on_pages_later(active.step) => self.reloaded(),
            _ => {}
        }
        if then == Act::Guard(Purpose::Accepted) {
            return self.not_yet_shown(now, active.step);
        }
        active.act = then;
        self.stage = Stage::Step(active);
    }

    /// The wait is over, and what was begun may still be under way.
    pub(super) fn not_yet_shown(&mut self, now: Millis, step: usize) {
        self.stage = Stage::Between;
        self.note(now, step, StepState::NotYetShown { at: now }, true);
    }

    /// What the page's alerts said when the plan was made, and of a try before.
    fn stood_before(&self, step: usize) -> Vec<String> {
        let patience = self.change_now(step).and_then(|change| change.patience);
        let stood = patience.map(|patience| patience.stood).unwrap_or_default();
        let told = self.told.iter().filter(|(of, _)| *of == step);
        let told = told.map(|(_, said)| said.clone());
        stood.iter().map(|said| clipped(said)).chain(told).collect()
    }

    /// Whether a proof that holds says that the step is done: before anything was sent, not where what is there is another
    /// secret, or is to be brought about anew and no earlier step of this run did.
    pub(super) fn counts(&self, active: &Active, step: &Step) -> bool {
        let is_anew = step.change.patience.as_ref().and_then(|patience| patience.anew) == Some(true);
        active.maybe || !self.is_secret(active.step) && (!is_anew || self.is_brought_about(step))
    }

    /// Whether a step that only waits shows what an earlier step of this run brought about: then it is not "already so",
    /// however soon it shows.
    pub(super) fn is_brought_about(&self, step: &Step) -> bool {
        let begun = |record: &StepRecord| {
            step.needs.contains(&record.step) && matches!(record.state, StepState::Done { already: false, .. })
        };
        step.change.action == Action::Await && self.records.iter().any(begun)
    }

    fn acts_on_pages_later(&self, step: usize) -> bool {
        let later = self.header.plan.steps.iter().enumerate();
        later.filter(|(number, _)| *number != step).any(|(number, step)| {
            let is_over = matches!(self.state(number), Some(StepState::Done { .. } | StepState::Skipped));
            matches!(step.change.action, Action::Page { .. }) && !is_over
        })
    }

    /// The service took the write: its proof is read, as long as the change has patience.
    pub(super) fn accepted(&self, now: Millis, step: usize) -> Act {
        let patience = self.change_now(step).and_then(|change| change.patience);
        let Act::Proof {
            tries, accepted, at, ..
        } = proof(now, true)
        else {
            return proof(now, true);
        };
        Act::Proof {
            tries,
            accepted,
            at,
            until: patience.map(|patience| now.saturating_add(patience.millis)),
        }
    }

    /// Whether a read of the page that did not see what it looked for is to be sent again: pages draw late.
    pub(super) fn looks_again(&mut self, now: Millis, active: &mut Active) -> bool {
        let Some(change) = self.change_now(active.step) else {
            return false;
        };
        let of_page = |read: &Read| matches!(read, Read::Page { .. });
        match active.act.clone() {
            Act::Already if of_page(&change.proof.read) => {
                active.act = Act::Guard(Purpose::BeforeWrite);
                true
            }
            Act::Proof {
                tries, accepted, until, ..
            } if of_page(&change.proof.read) && tries + 1 < PROOF_WAITS.len() => {
                active.act = not_shown(now, tries, accepted, until);
                true
            }
            Act::Guard(_) if of_page(&change.guard.read) => match LOST_WAITS.get(active.unseen) {
                Some(seconds) => {
                    active.unseen += 1;
                    self.not_before = self.not_before.max(now.saturating_add(seconds * 1000));
                    true
                }
                None => false,
            },
            _ => false,
        }
    }

    /// A step may speak of a value that nobody told, such as the id in an answer that was lost: what reads by it is not
    /// sent. Whether that made a difference.
    pub(super) fn turns_from_unknown(&mut self, now: Millis) -> bool {
        let Stage::Step(active) = &self.stage else {
            return false;
        };
        let (number, maybe, act) = (active.step, active.maybe, active.act.clone());
        let Some(change) = self.change_now(number) else {
            return false;
        };
        let read = match &act {
            Act::Already | Act::Proof { .. } | Act::Guide { .. } => &change.proof.read,
            Act::Guard(_) => &change.guard.read,
            Act::Write | Act::Heed(_) => return false,
        };
        let Some(why) = self.unknown_in(&slot::named_in_read(read, &self.header.plan.slots)) else {
            return false;
        };
        let next = match act {
            Act::Already => Act::Guard(Purpose::BeforeWrite),
            Act::Proof { accepted: false, .. } => Act::Guard(Purpose::Unknown),
            _ => {
                self.fail(now, number, why, maybe);
                return true;
            }
        };
        if let Stage::Step(active) = &mut self.stage {
            active.act = next;
        }
        true
    }
}

pub(super) fn proof(now: Millis, accepted: bool) -> Act {
    Act::Proof {
        tries: 0,
        accepted,
        at: now,
        until: None,
    }
}

pub(super) const fn proving(tries: u32) -> StepState {
    StepState::Proving { tries, percent: None }
}

/// What follows a read that did not show it: another after a while, for as long as the change has patience.
pub(super) fn not_shown(now: Millis, tries: usize, accepted: bool, until: Option<Millis>) -> Act {
    let tries = tries + 1;
    let patient = until.is_some_and(|until| now < until);
    let wait = PROOF_WAITS.get(tries).or(PROOF_WAITS.last().filter(|_| patient));
    match wait {
        Some(seconds) => Act::Proof {
            tries,
            accepted,
            at: now.saturating_add(seconds * 1000),
            until,
        },
        None if accepted => Act::Guard(Purpose::Accepted),
        None => Act::Guard(Purpose::Unknown),
    }
}

/// What is left of a wait the admin ended: one more read tells what is true by now. `None` for what is over in seconds.
pub(super) fn last_look(act: &Act, now: Millis) -> Option<Act> {
    let wait = match act {
        Act::Heed(then) => then,
        act => act,
    };
    match wait {
        Act::Proof {
            accepted,
            until: Some(_),
            ..
        } => Some(Act::Proof {
            tries: PROOF_WAITS.len(),
            accepted: *accepted,
            at: now,
            until: None,
        }),
        _ => None,
    }
}

/// Why the service itself gave up what it had accepted, if it did.
pub(super) fn gave_up(change: &Change, json: Option<&Value>) -> Option<Text> {
    let patience = change.patience.as_ref().filter(|patience| !patience.fails.is_empty())?;
    let json = json?;
    let fails = Probe {
        read: change.proof.read.clone(),
        conditions: patience.fails.clone(),
    };
    let failed = probe::evaluate(&fails, Answer::Json(json)).is_ok_and(|findings| findings.hold());
    if !failed {
        return None;
    }
    let told = |pointer: &str| json.pointer(pointer)?.as_str().map(clipped);
    let why = patience.why.as_deref().and_then(told);
    let hint = || {
        let mut hints = patience.hints.iter();
        hints.find_map(|hint| Some(hint.says.clone().name("message", told(&hint.pointer)?)))
    };
    let hint = if why.is_none() { hint() } else { None };
    let plainly = Text::new("run-service-gave-up");
    Some(hint.unwrap_or_else(|| plainly.name("message", why.unwrap_or_default())))
}

/// Whether a page tells that a change came to nothing.
pub(super) fn has_alert(change: &Change) -> bool {
    change
        .patience
        .as_ref()
        .is_some_and(|patience| patience.alert.is_some())
}

/// What a page's alerts say.
fn alerts(json: &Value) -> Vec<String> {
    let all = json.get("all").and_then(Value::as_array).into_iter().flatten();
    let mut said: Vec<String> = all.filter_map(text).collect();
    if said.is_empty() {
        said.extend(text(json));
    }
    said
}

fn text(read: &Value) -> Option<String> {
    read.get("text")?.as_str().map(clipped)
}

fn clipped(words: &str) -> String {
    words.chars().take(WORDS).collect()
}

/// Whether the answer to a write is about what was approved, as far as the change says how that is told.
pub(super) fn agrees(change: &Change, json: Option<&Value>) -> bool {
    let Some(patience) = change.patience.as_ref().filter(|patience| !patience.agrees.is_empty()) else {
        return true;
    };
    let told = Probe {
        read: change.proof.read.clone(),
        conditions: patience.agrees.clone(),
    };
    json.is_some_and(|json| probe::evaluate(&told, Answer::Json(json)).is_ok_and(|findings| findings.hold()))
}

/// How much is done, if the answer tells.
pub(super) fn percent(change: &Change, json: Option<&Value>) -> Option<u32> {
    let pointer = change.patience.as_ref()?.percent.as_ref()?;
    let percent = json?.pointer(pointer)?.as_f64()?;
    (0.0..=100.0).contains(&percent).then_some(percent as u32)
}

/// Whether everything the proof does not find is still as it was before the write: then a cache lags, and nobody has
/// changed it since. Where the proof reads elsewhere than the guard, the two cannot be told apart.
pub(super) fn lags(guard: &Findings, change: &Change, answer: Answer<'_>) -> bool {
    if guard.hold() || !probe::same_read(&change.guard.read, &change.proof.read) {
        return true;
    }
    probe::evaluate(&change.proof, answer).is_ok_and(|proof| {
        let mut missing = proof.0.iter().filter(|finding| !finding.holds);
        missing.all(|finding| {
            guard
                .0
                .iter()
                .any(|before| before.address == finding.address && before.holds)
        })
    })
}
