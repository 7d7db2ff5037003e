//! What comes of what a run asked for: answers taken, waited for, held over, or put into words.

use serde_json::Value;

use super::answer::{self, LOST_WAITS, Meaning};
use super::drive::JournalError;
use super::effect::{Effect, Fed};
use super::model::Service;
use super::run::{Run, Stage};
use crate::http::{Millis, TransportError};
use crate::text::Text;

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
    /// Tells what came of the effect [`Run::next`] returned; anything else but [`Fed::Navigated`] is ignored.
    pub fn feed(&mut self, now: Millis, fed: Fed) {
        if fed == Fed::Navigated {
            self.reloaded();
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
            (Effect::Http { .. }, Fed::Http(mut answer)) => {
                if let Ok(response) = &mut answer {
                    self.take(response);
                    self.vault.redact_body(&self.header.plan.slots, &mut response.body);
                }
                self.answered(now, answer::of_http(answer, now, self.throttled));
            }
            (Effect::PageRead { .. } | Effect::PagePress { .. }, Fed::Page(mut answer)) => {
                if answer.as_ref().is_ok_and(|value| self.is_elsewhere(value)) {
                    answer = Err(TransportError::PageGone);
                }
                if let Ok(value) = &mut answer {
                    self.vault.redact_value(&self.header.plan.slots, value);
                }
                self.answered(now, answer::of_page(answer));
            }
            _ => self.awaiting = Some(awaited),
        }
    }

    /// Whether a step's page was read on another host than its target's: the tab that was locked is gone, and another of
    /// the same portal stands in its place. What that one is, the lock finds out.
    fn is_elsewhere(&self, read: &Value) -> bool {
        let (None, Some(step)) = (self.reading_lock, self.stage.looks_at()) else {
            return false;
        };
        let plan = &self.header.plan;
        let target = plan.steps.get(step).map(|step| &step.target);
        let target = plan.targets.iter().find(|known| Some(&known.id) == target);
        let host = read.get("host").and_then(Value::as_str);
        target
            .zip(host)
            .is_some_and(|(target, host)| target.service == Service::Page && target.host != host)
    }

    /// A page may have been loaded anew: the targets are locked again, and what was filled in there may be gone.
    pub(super) fn reloaded(&mut self) {
        self.lock = Some(0);
        self.checked.clear();
        self.loads = self.loads.saturating_add(1);
    }

    fn answered(&mut self, now: Millis, meaning: Meaning) {
        if let Some(read) = self.reading_lock {
            // What was asked before a navigation says nothing of the page that followed: the lock begins anew.
            if self.lock == Some(read) {
                self.lock_answered(now, meaning);
            }
        } else if let Stage::Closing(saver) = self.stage {
            self.save_looked_for(now, saver, &meaning);
        } else {
            self.step_answered(now, meaning);
        }
    }

    /// What a read came to; waits, holds and locks again as needed.
    pub(super) fn read_back(&mut self, now: Millis, meaning: Meaning) -> ReadBack {
        match meaning {
            Meaning::Success(json) => {
                self.heard();
                json.map_or_else(
                    || ReadBack::Cannot(Text::new("run-answer-malformed")),
                    |json| ReadBack::Shown(Some(json)),
                )
            }
            Meaning::Absent => {
                self.heard();
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
                    self.reloaded();
                }
                self.ask_again(now, why);
                ReadBack::Later
            }
            Meaning::Refused(why) | Meaning::Unreadable(why) => ReadBack::Cannot(why),
            Meaning::Moved => ReadBack::Cannot(Text::new("run-answer-malformed")),
        }
    }

    /// Something answered. While the targets are locked that one does says nothing of the others: each time one is lost all
    /// of them are read again.
    fn heard(&mut self) {
        self.throttled = 0;
        if self.reading_lock.is_none() {
            self.lost = 0;
        }
    }

    /// What got no answer is read again after a while, a few times; then the admin has to put it right.
    pub(super) fn ask_again(&mut self, now: Millis, why: Text) {
        match LOST_WAITS.get(self.lost) {
            Some(seconds) => {
                self.lost += 1;
                self.not_before = self.not_before.max(now.saturating_add(seconds * 1000));
            }
            None => self.hold(why),
        }
    }

    /// What came of a read of a target: that a page is gone, by the name the plan has for it.
    pub(super) fn of_target(&self, target: &str, meaning: Meaning) -> Meaning {
        let target = self.header.plan.targets.iter().find(|known| known.id == target);
        match (meaning, target) {
            (Meaning::Lost { page_gone: true, why }, Some(target))
                if matches!(&*why.id, "run-page-gone" | "run-no-page") =>
            {
                let why = Text::new("run-page-closed").name("name", &target.name);
                Meaning::Lost {
                    why: why.name("host", &target.host),
                    page_gone: true,
                }
            }
            (meaning, _) => meaning,
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
        self.reloaded();
    }

    pub(super) fn stop(&mut self, now: Millis, why: Text) {
        self.stopped = Some(why);
        self.abandon(now);
        self.end(now);
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
