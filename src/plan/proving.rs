//! Reading a proof: how often, for how long, and what it means that it does not show.

use serde_json::Value;

use super::answer::{LOST_WAITS, PROOF_WAITS};
use super::apply::{Act, Active, Purpose};
use super::model::{Change, Probe, Read};
use super::probe::{self, Answer, Findings};
use super::progress::StepState;
use super::run::{Run, Stage};
use super::slot;
use crate::http::Millis;
use crate::text::Text;

impl Run {
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
            Act::Write => return false,
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

/// Why the service itself gave up what it had accepted, if it did.
pub(super) fn gave_up(change: &Change, json: Option<&Value>) -> Option<Text> {
    /// Of the service's own words: they go into the journal, whose space was checked beforehand.
    const WORDS: usize = 500;
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
    let told = |pointer: &str| {
        let text = json.pointer(pointer)?.as_str()?;
        Some(text.chars().take(WORDS).collect::<String>())
    };
    let why = patience.why.as_deref().and_then(told);
    let hint = || {
        let mut hints = patience.hints.iter();
        hints.find_map(|hint| Some(hint.says.clone().name("message", told(&hint.pointer)?)))
    };
    let hint = if why.is_none() { hint() } else { None };
    let plainly = Text::new("run-service-gave-up");
    Some(hint.unwrap_or_else(|| plainly.name("message", why.unwrap_or_default())))
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
