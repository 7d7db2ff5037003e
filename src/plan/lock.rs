//! The target lock: every target is read again, over the transport that writes, before anything else is sent.

use super::answer::Meaning;
use super::feeding::ReadBack;
use super::model::{LockProbe, Service, Target};
use super::probe::{self, Answer};
use super::run::Run;
use crate::http::Millis;
use crate::text::Text;

impl Run {
    /// The next read of the lock; `None` if the targets are locked.
    pub(super) fn locking(&self) -> Option<(&Target, &LockProbe)> {
        let targets = self.header.plan.targets.iter();
        targets
            .flat_map(|target| target.lock.iter().map(move |lock| (target, lock)))
            .nth(self.lock?)
    }

    /// What a read of the lock came to.
    pub(super) fn lock_answered(&mut self, now: Millis, meaning: Meaning) {
        let Some((target, lock)) = self.locking() else {
            return;
        };
        let meaning = self.of_target(&target.id, meaning);
        let is_page = target.service == Service::Page;
        let (target, lock) = (target.name.clone(), lock.clone());
        if !lock.required && matches!(meaning, Meaning::Lost { .. }) {
            self.lock = self.lock.map(|at| at + 1);
            return;
        }
        let unreadable = match self.read_back(now, meaning) {
            ReadBack::Later => return,
            ReadBack::Shown(Some(json)) => match probe::evaluate(&lock.probe, Answer::Json(&json)) {
                Ok(findings) if findings.hold() => None,
                Ok(_) => {
                    let why = Text::new("run-lock-mismatch");
                    self.stop(now, why.name("target", target).message("what", lock.what));
                    return;
                }
                Err(_) => Some(Text::new("run-answer-malformed")),
            },
            ReadBack::Shown(None) => Some(Text::new("run-answer-absent")),
            ReadBack::Cannot(why) => Some(why),
        };
        match unreadable {
            // Pages draw late, and show something else than what is needed until somebody goes there.
            Some(why) if lock.required && is_page => {
                let text = Text::new("run-page-unreadable").name("name", target);
                self.ask_again(now, text.message("why", why));
            }
            Some(why) if lock.required => {
                let text = Text::new("run-lock-unreadable").name("target", target);
                self.stop(now, text.message("what", lock.what).message("why", why));
            }
            _ => self.lock = self.lock.map(|at| at + 1),
        }
    }
}
