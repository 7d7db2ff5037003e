//! A run's slots: values taken from answers and from the admin, kept where they may be, and put where they are used.

use super::apply::{Act, Active, Purpose};
use super::course::taken_up;
use super::grants::{Grants, WriteGrant};
use super::journal::StepRecord;
use super::model::{Action, Change, PageAct, Probe, Slot, SlotKind, Step, Undo};
use super::probe::{Findings, found_text};
use super::progress::StepState;
use super::proving::agrees;
use super::run::{Run, Stage};
use super::saving::opens;
use super::secret::{Secret, SlotRefused};
use super::slot::{self, ENTITY_ID};
use crate::domain::integration_account::check_secret;
use crate::http::{Millis, Request, Response};
use crate::json;
use crate::text::Text;

/// How many client secrets that cannot be used are made anew, until one can.
const UNUSABLE: u32 = 8;

impl Run {
    /// Takes what the admin gives for a slot: the text of a secret, the content of a file in Base64.
    ///
    /// # Errors
    /// [`SlotRefused`]; nothing is kept then.
    pub fn supply(&mut self, slot: &str, value: String) -> Result<(), SlotRefused> {
        let value = Secret::new(value);
        let slots = &self.header.plan.slots;
        let known = slots.iter().find(|known| known.id == slot);
        let checked = match known {
            Some(known) if self.maker_of(slot).is_none() => known.accepts(value.reveal()),
            _ => Err(SlotRefused::NotAsked { slot: slot.to_owned() }),
        };
        self.refused.retain(|(id, _)| id != slot);
        match &checked {
            Ok(()) => {
                self.vault.put(slot, value);
                self.fillings += 1;
                if self.stage == Stage::Lacking && self.lacks().is_empty() {
                    self.stage = Stage::Between;
                }
            }
            Err(why) => self.refused.push((slot.to_owned(), why.explain())),
        }
        checked
    }

    /// The slots the admin has to fill before the steps not begun can be.
    pub fn lacks(&self) -> Vec<&str> {
        let plan = &self.header.plan;
        let steps = plan.steps.iter().zip(&self.records);
        let to_come = steps.filter(|(_, record)| matches!(record.state, StepState::Waiting | StepState::Checking));
        let mut named = Vec::new();
        for (step, _) in to_come {
            named.extend(slot::named_in_action(&step.change.action, &plan.slots));
        }
        let slots = plan.slots.iter().filter(|slot| {
            slot.kind.is_in_memory()
                && named.contains(&slot.id)
                && self.vault.get(&slot.id).is_none()
                && self.maker_of(&slot.id).is_none()
        });
        slots.map(|slot| slot.id.as_str()).collect()
    }

    /// A request as it is sent: secrets and files, which no effect carries, in their places.
    pub fn bind(&self, request: &Request) -> Request {
        if self.header.plan.slots.is_empty() {
            return request.clone();
        }
        slot::fill_request(request, &|slot| self.vault.get(slot).map(Secret::reveal))
    }

    /// The same for an act on a page.
    pub fn bind_act(&self, act: &PageAct) -> PageAct {
        slot::fill_act(act, &|slot| self.vault.get(slot).map(Secret::reveal))
    }

    /// What the run may write and do on pages with the values known by now. It grows as more become known, which
    /// [`Run::fillings`] tells.
    pub fn grants(&self) -> Grants {
        let mut grants = Grants::default();
        if self.settle_only {
            return grants;
        }
        let plan = &self.header.plan;
        for (number, step) in plan.steps.iter().enumerate() {
            let removal = self.removal_of(number);
            for change in [Some(self.filled(&step.change)), removal].into_iter().flatten() {
                match &change.action {
                    Action::Http(write) => {
                        let request = self.bind(&write.request);
                        if slot::named_in_request(&request, &plan.slots).is_empty() {
                            let target = write.at.as_ref().unwrap_or(&step.target);
                            grants.writes.push(WriteGrant::of(target, &request));
                        }
                    }
                    Action::Page { locator, act } => {
                        let act = self.bind_act(act);
                        let locator = locator.clone();
                        if slot::named_in_act(&act, &plan.slots).is_empty() {
                            grants.presses.push((locator, act));
                        }
                    }
                    Action::Guide { .. } | Action::Await => {}
                }
            }
        }
        grants
    }

    /// How many values became known so far.
    pub const fn fillings(&self) -> u32 {
        self.fillings
    }

    /// What the service chose for a slot, if it is known.
    pub fn found(&self, slot: &str) -> Option<&str> {
        found_in(&self.header.plan.slots, &self.records, slot)
    }

    /// A change with every found value known so far.
    pub(super) fn filled(&self, change: &Change) -> Change {
        if self.header.plan.slots.is_empty() {
            return change.clone();
        }
        slot::fill_change(change, &|slot| self.found(slot))
    }

    /// The change a step is at: its own, or while a secret it made is removed, its way back.
    pub(super) fn change_now(&self, number: usize) -> Option<Change> {
        let step = self.header.plan.steps.get(number)?;
        if self.is_renewing(number) {
            return self.removal_of(number);
        }
        Some(self.filled(&step.change))
    }

    /// The way back of a step that makes a secret.
    fn removal_of(&self, number: usize) -> Option<Change> {
        let step = self.header.plan.steps.get(number)?;
        let back = step.undo.change()?;
        (!self.secrets_made_by(step).is_empty()).then(|| self.filled(back))
    }

    /// Takes from the answer to a write what the step says is in it.
    pub(super) fn take(&mut self, response: &Response) {
        let Stage::Step(active) = &self.stage else {
            return;
        };
        if !active.is_writing() || !response.is_success() || self.reading_lock.is_some() {
            return;
        }
        let number = active.step;
        let Some(change) = self.change_now(number) else {
            return;
        };
        let body = json::parse(&response.body).unwrap_or_default();
        if !agrees(&change, Some(&body)) {
            return;
        }
        let Action::Http(write) = change.action else {
            return;
        };
        for take in write.takes {
            let value = if take.pointer == ENTITY_ID {
                let id = response.header("odata-entityid").and_then(|url| url.rsplit_once('('));
                id.and_then(|(_, id)| id.strip_suffix(')')).map(str::to_owned)
            } else {
                let told = body.pointer(&take.pointer);
                told.and_then(|told| {
                    told.as_str()
                        .map_or_else(|| found_text(told), |text| Some(text.to_owned()))
                })
            };
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                self.keep(number, &take.slot, value);
            }
        }
    }

    /// Keeps a value where its kind may be kept.
    fn keep(&mut self, number: usize, slot: &str, value: String) {
        let slots = &self.header.plan.slots;
        let Some(kind) = slots.iter().find(|known| known.id == slot).map(|known| &known.kind) else {
            return;
        };
        match kind {
            SlotKind::Secret => self.vault.put(slot, Secret::new(value)),
            // One that cannot be used is as good as lost: it is removed by its key, and another made.
            SlotKind::ClientSecret if check_secret(&value).is_err() => {
                if self.unusable < UNUSABLE {
                    self.unusable += 1;
                    self.renewed.remove(&number);
                }
                return;
            }
            SlotKind::ClientSecret | SlotKind::Password { .. } => self.vault.put(slot, Secret::new(value)),
            SlotKind::Found(shape) if shape.fits(&value) => {
                if let Some(record) = self.records.get_mut(number) {
                    record.found.insert(slot.to_owned(), value);
                }
            }
            SlotKind::Found(_) => {
                self.odd.insert(slot.to_owned());
                return;
            }
            SlotKind::Known { .. } | SlotKind::File { .. } => return,
        }
        self.fillings += 1;
    }

    /// Keeps what a guard or proof found. It is durable with the step's next entry, which comes before any request.
    pub(super) fn keep_found(&mut self, number: usize, probe: &Probe, findings: &Findings) {
        for (condition, finding) in probe.conditions.iter().zip(&findings.0) {
            if let super::model::Condition::Found { slot, .. } = condition
                && finding.holds
                && let Some(value) = finding.now.as_ref().and_then(found_text)
                && self.found(slot) != Some(value.as_str())
            {
                self.keep(number, slot, value);
            }
        }
    }

    /// The first of these that a service chooses and nobody has told, or not in its shape; in words.
    pub(super) fn unknown_in(&self, named: &[String]) -> Option<Text> {
        let slots = &self.header.plan.slots;
        let unknown = slots
            .iter()
            .find(|slot| slot.kind.is_found() && named.contains(&slot.id) && self.found(&slot.id).is_none());
        unknown.map(|slot| {
            let is_odd = self.odd.contains(&slot.id);
            Text::new(if is_odd { "run-slot-odd" } else { "run-slot-unknown" }).message("slot", slot.what.clone())
        })
    }

    /// A slot that a step was to bring to light and did not, though other steps stand on it; in words.
    pub(super) fn still_unknown(&self, number: usize) -> Option<Text> {
        let plan = &self.header.plan;
        let step = plan.steps.get(number)?;
        let brought = slot::brought_by(&step.change);
        let used = |id: &str| {
            plan.steps.iter().any(|other| {
                let named = slot::named_in_change(&other.change, &plan.slots);
                other.id != step.id && named.iter().any(|name| name == id)
            })
        };
        let named: Vec<String> = brought.into_iter().filter(|id| used(id)).map(str::to_owned).collect();
        self.unknown_in(&named)
    }

    /// Whether a step's write speaks of something an earlier step brought to light.
    pub(super) fn stands_on_found(&self, number: usize) -> bool {
        let plan = &self.header.plan;
        plan.steps.get(number).is_some_and(|step| {
            let named = slot::named_in_action(&step.change.action, &plan.slots);
            named.iter().any(|slot| self.found(slot).is_some())
        })
    }

    /// Before a write: whether a value it needs is not there, and what is done about it then.
    pub(super) fn waits_for_values(&mut self, now: Millis, active: &Active) -> bool {
        let Some(change) = self.change_now(active.step) else {
            return true;
        };
        let named = slot::named_in_action(&change.action, &self.header.plan.slots);
        if let Some(why) = self.unknown_in(&named) {
            self.fail(now, active.step, why, active.maybe);
            return true;
        }
        if let Some(maker) = self.lost_maker(&named) {
            // What was delivered before is worth nothing any more: the secret is made again.
            self.note(now, active.step, StepState::Waiting, false);
            self.renew(maker, now);
            return true;
        }
        let lacks = named.iter().any(|slot| {
            let slots = &self.header.plan.slots;
            let in_memory = slots.iter().any(|known| known.id == *slot && known.kind.is_in_memory());
            in_memory && self.vault.get(slot).is_none()
        });
        if lacks {
            if active.insisted {
                self.insisted.insert(active.step);
            }
            self.note(now, active.step, StepState::Checking, active.maybe);
            self.stage = Stage::Lacking;
        }
        lacks
    }

    /// Before a button of a page is pressed: whether what was filled in there may be gone with the page. Then it is
    /// looked at again, and filled in again where it is.
    pub(super) fn waits_for_page(&mut self, now: Millis, active: &Active, step: &Step) -> bool {
        let presses = |step: &Step| {
            matches!(
                &step.change.action,
                Action::Page {
                    act: PageAct::Press,
                    ..
                }
            )
        };
        if !presses(step) {
            return false;
        }
        let mut stale = Vec::new();
        let mut waits = false;
        let mut needs: Vec<&String> = step.needs.iter().collect();
        while let Some(need) = needs.pop() {
            let steps = &self.header.plan.steps;
            let Some((number, other)) = steps.iter().enumerate().find(|(_, other)| other.id == *need) else {
                continue;
            };
            // What an earlier press has saved does not go with the page.
            if !is_fill(&other.change.action) {
                continue;
            }
            needs.extend(&other.needs);
            let is_done = matches!(self.state(number), Some(StepState::Done { .. }));
            if is_done && !self.proven.contains(&(number, self.loads)) && !stale.contains(&number) {
                stale.push(number);
            }
            waits |= !is_done || !stale.is_empty();
        }
        for number in stale {
            self.note(now, number, StepState::Checking, true);
        }
        if waits {
            // The guard has just shown that it was not pressed.
            self.note(now, active.step, StepState::Waiting, false);
            self.stage = Stage::Between;
        }
        waits
    }

    /// Before a page is acted on: whether what the act rests on elsewhere is to be looked at first. That begins at once; the
    /// step is taken up again when it still is as planned from, and is skipped when it is not.
    pub(super) fn waits_for_check(&mut self, active: &Active, step: &Step) -> bool {
        if !matches!(step.change.action, Action::Page { .. }) {
            return false;
        }
        let mut steps = self.header.plan.steps.iter().enumerate();
        let check = steps.find(|(number, other)| {
            other.is_check() && step.needs.contains(&other.id) && !self.checked.contains(number)
        });
        let Some((check, _)) = check else {
            return false;
        };
        if active.insisted {
            self.insisted.insert(active.step);
        }
        self.start(check);
        true
    }

    /// What a step acts on is not on its page: whether an earlier press that opened it went with the page, which may have
    /// been loaded anew since. Then that is pressed again, and what was filled in there is looked at again.
    pub(super) fn reopens(&mut self, now: Millis, active: &Active, step: &Step) -> bool {
        let is_on_page = matches!(step.change.action, Action::Page { .. });
        if !is_on_page || (active.maybe && !self.is_lost_with_page(step)) || self.settle_only || self.cancelled {
            return false;
        }
        let steps = &self.header.plan.steps;
        let mut stale = Vec::new();
        let mut opens = false;
        let mut needs: Vec<&String> = step.needs.iter().collect();
        while let Some(need) = needs.pop() {
            let found = steps.iter().enumerate().find(|(_, other)| other.id == *need);
            let Some((number, other)) = found.filter(|(_, other)| self.is_lost_with_page(other)) else {
                continue;
            };
            needs.extend(&other.needs);
            let is_done = matches!(self.state(number), Some(StepState::Done { .. }));
            if is_done && !self.proven.contains(&(number, self.loads)) && !stale.contains(&number) {
                opens |= !is_fill(&other.change.action);
                stale.push(number);
            }
        }
        if !opens {
            return false;
        }
        for number in stale {
            self.note(now, number, StepState::Checking, true);
        }
        self.note(now, active.step, StepState::Waiting, false);
        self.stage = Stage::Between;
        true
    }

    /// Whether what a step does lasts no longer than its page, so that it may be done again: what is filled in, what is
    /// pressed to get somewhere and leaves nothing to take back, and what opens the form that a later step saves.
    pub(super) fn is_lost_with_page(&self, step: &Step) -> bool {
        let is_on_page = matches!(step.change.action, Action::Page { .. });
        let leaves_nothing = is_on_page && matches!(step.undo, Undo::Nothing { .. });
        is_fill(&step.change.action) || leaves_nothing || opens(&self.header.plan, step)
    }

    /// The page of a step, by its name, if it may have been loaded anew since the run began.
    pub(super) fn loaded_anew(&self, step: &Step) -> Option<&str> {
        let is_on_page = matches!(step.change.action, Action::Page { .. });
        let mut targets = self.header.plan.targets.iter();
        let target = targets.find(|target| target.id == step.target);
        target
            .filter(|_| is_on_page && self.loads > 1)
            .map(|target| target.name.as_str())
    }

    /// How a step left half done on a page is taken up: it is looked at, and done again where the page has lost it.
    pub(super) fn looked_at_again(&self, number: usize) -> Option<Act> {
        let step = self.header.plan.steps.get(number)?;
        let change = &step.change;
        self.is_lost_with_page(step).then(|| {
            if is_fill(&change.action) {
                Act::Guard(Purpose::BeforeWrite)
            } else {
                taken_up(change)
            }
        })
    }
}

/// What the service chose for a slot, as the journal has it or the plan was made with.
pub(super) fn found_in<'a>(slots: &'a [Slot], records: &'a [StepRecord], slot: &str) -> Option<&'a str> {
    let found = records.iter().find_map(|record| record.found.get(slot));
    let known = slots.iter().find_map(|known| match &known.kind {
        SlotKind::Known { value, .. } if known.id == slot => Some(value),
        _ => None,
    });
    found.or(known).map(String::as_str)
}

/// A press of a button of a page, which shows there, if it was taken.
pub(super) fn is_press(action: &Action) -> bool {
    matches!(action, Action::Page { act, .. } if *act == PageAct::Press)
}

/// Whether an action brings a control of a page into a state, which is gone with the page unless it is saved; pressing a
/// button does something once.
pub(super) fn is_fill(action: &Action) -> bool {
    matches!(action, Action::Page { act, .. } if *act != PageAct::Press)
}
