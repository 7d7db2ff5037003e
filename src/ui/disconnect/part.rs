//! What the panel knows about disconnect rights: what was read, what is to be different, and what that would mean.

use crate::sorted::Sorted;
use std::rc::Rc;

use crate::http::Millis;
use crate::json::{self, FromJson, ToJson};
use crate::plan::journal::RunRecord;
use crate::plan::model::Plan;
use crate::recipes::disconnect::{self, Choices, Effect, Observed};
use crate::recipes::readiness::ReadinessLine;
use crate::text::Text;
use crate::ui::panel::{Action, Panel};
use crate::ui::part::{Part, Standing, of_organization};
use crate::ui::preview::count;

/// It.
#[derive(Debug, Clone, Default)]
pub struct DisconnectPart {
    /// How its reading stands.
    pub standing: Standing,
    /// What was last read, in whole or in part.
    pub observed: Option<Rc<Observed>>,
    /// What the admin wants to be different.
    pub choices: Rc<Choices>,
    /// What that would mean.
    pub effect: Rc<Effect>,
    /// How many requests carrying them out takes, if nothing goes wrong.
    requests: u32,
    /// How many users have each role, by root id; only roles whose users were fully read.
    pub role_users: Rc<Sorted<String, u64>>,
}

impl DisconnectPart {
    /// A reading, or a first part of it, which never stands in for a whole one.
    pub fn take(&mut self, observed: Rc<Observed>) {
        if !observed.is_still_reading() || !self.is_whole() {
            self.choices = Rc::new(self.choices.rebased(&observed));
            self.observed = Some(observed);
            self.weigh();
            self.count_role_users();
        }
    }

    /// Other choices.
    pub fn choose(&mut self, choices: Choices) {
        self.choices = Rc::new(choices);
        self.weigh();
    }

    fn weigh(&mut self) {
        if let Some(observed) = &self.observed {
            self.effect = Rc::new(disconnect::effect(observed, &self.choices));
            // Of a plan that cannot be made yet only the size is known.
            self.requests = disconnect::plan(observed, &self.choices, observed.read_at).map_or_else(
                |_| u32::try_from(self.choices.requests()).unwrap_or(u32::MAX),
                |plan| plan.requests(),
            );
        }
    }

    fn count_role_users(&mut self) {
        let Some(observed) = &self.observed else {
            return;
        };
        self.role_users = match observed.assignments.value() {
            Some(assignments) if observed.assignments.is_complete() => Rc::new(
                assignments
                    .counts()
                    .into_iter()
                    .map(|(role, users)| (role.to_owned(), users))
                    .collect(),
            ),
            _ => Rc::default(),
        };
    }

    /// The choices with a fix added or taken out.
    fn fixed(&self, key: &str, add: bool) -> Option<Choices> {
        let observed = self.observed.as_ref()?;
        let mut choices = (*self.choices).clone();
        if add {
            disconnect::add_fix(observed, &mut choices, key);
        } else {
            disconnect::take_fix(observed, &mut choices, key);
        }
        Some(choices)
    }
}

impl Part for DisconnectPart {
    of_organization!();

    fn is_whole(&self) -> bool {
        self.observed
            .as_ref()
            .is_some_and(|observed| !observed.is_still_reading())
    }

    fn readiness(&self) -> Vec<ReadinessLine> {
        match &self.observed {
            Some(observed) if !observed.is_still_reading() => disconnect::readiness(observed),
            _ => Vec::new(),
        }
    }

    fn has_fix(&self, key: &str) -> bool {
        self.fixed(key, true).as_ref() == Some(&*self.choices)
    }

    fn fix(&mut self, key: &str, add: bool) {
        if let Some(choices) = self.fixed(key, add) {
            self.choose(choices);
        }
    }

    fn changes(&self) -> usize {
        self.choices.count()
    }

    fn requests(&self) -> u32 {
        self.requests
    }

    fn note(&self) -> Text {
        if !self.may_plan() {
            Text::new("bar-incomplete")
        } else if self.choices.changes_roles() {
            Text::new("bar-people")
                .number("gain", count(self.effect.gain.len()))
                .number("lose", count(self.effect.lose.len()))
        } else {
            Text::new("bar-nothing-written")
        }
    }

    fn may_plan(&self) -> bool {
        let Some(observed) = &self.observed else {
            return false;
        };
        let toggles = !self.choices.changes_toggles() || observed.record_types.is_complete();
        let roles = !self.choices.changes_roles()
            || (observed.privilege.is_complete()
                && observed.roles.is_complete()
                && observed.users.is_complete()
                && observed.assignments.is_complete());
        toggles && roles
    }

    fn discard(&mut self) {
        self.choose(Choices::default());
    }

    fn plan(&self, now: Millis) -> Result<Plan, Text> {
        let Some(observed) = &self.observed else {
            return Err(Text::new("bar-incomplete"));
        };
        disconnect::plan(observed, &self.choices, now).map_err(|error| error.explain())
    }

    fn explain_undo(&self, plan: &mut Plan, first: &RunRecord, read_then: &str) {
        // While it is read again, what is there is from before.
        let observed = self.observed.as_deref().filter(|_| !self.standing.is_reading);
        disconnect::explain_undo(plan, first, observed, read_then);
    }

    fn packed(&self) -> Vec<u8> {
        json::text(&self.choices.to_json()).into_bytes()
    }

    fn unpack(&mut self, packed: &[u8]) -> bool {
        let choices = std::str::from_utf8(packed)
            .ok()
            .and_then(|packed| json::parse(packed).ok());
        let choices = choices.and_then(|choices| Choices::from_json(&choices).ok());
        let (Some(observed), Some(choices)) = (&self.observed, choices) else {
            return false;
        };
        self.choose(choices.rebased(observed));
        true
    }
}

/// Changes the choices, if there is something to choose from.
pub fn choose(panel: &Panel, change: &dyn Fn(&Observed, &mut Choices)) {
    let part = &panel.state.disconnect;
    if let Some(observed) = &part.observed {
        let mut choices = (*part.choices).clone();
        change(observed, &mut choices);
        panel.send(Action::Choose(choices));
    }
}
