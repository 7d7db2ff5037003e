//! What is checked about a plan's slots before it may run: each is brought to light before it is used, and a secret stands
//! only where it cannot be seen.

use super::model::{Action, Change, PageAct, Plan, Slot, SlotKind, Step, Undo, placeholder};
use super::slot::{brought_by, is_id, named_in, named_in_action, named_in_change, named_in_probe};
use super::start::RefusedToStart;

impl Plan {
    /// What the admin has to give for this plan: the files, and the secrets no write makes, that its steps use.
    pub fn asks(&self) -> Vec<&Slot> {
        let is_made = |id: &str| self.steps.iter().any(|step| brought_by(&step.change).contains(&id));
        let is_used = |id: &String| {
            let mut steps = self.steps.iter();
            steps.any(|step| named_in_action(&step.change.action, &self.slots).contains(id))
        };
        let slots = self.slots.iter();
        let asks = slots.filter(|slot| slot.kind.is_in_memory() && is_used(&slot.id) && !is_made(&slot.id));
        asks.collect()
    }

    /// The secrets a step's write makes.
    pub fn secrets_made_by(&self, step: &Step) -> Vec<&Slot> {
        let Action::Http(write) = &step.change.action else {
            return Vec::new();
        };
        let is_taken = |slot: &&Slot| write.takes.iter().any(|take| take.slot == slot.id);
        let secrets = self.slots.iter().filter(|slot| slot.kind.is_secret());
        secrets.filter(is_taken).collect()
    }
}

/// Checks the slots of a plan whose steps are known to need each other in no circle.
pub(super) fn check(plan: &Plan) -> Result<(), RefusedToStart> {
    if let Some(slot) = plan.slots.iter().find(|slot| !is_id(&slot.id)) {
        return Err(RefusedToStart::Misplaced {
            step: String::new(),
            slot: slot.id.clone(),
        });
    }
    for step in &plan.steps {
        placed(plan, step, &step.change)?;
        if let Some(back) = step.undo.change() {
            placed(plan, step, back)?;
        }
        if let Undo::Each(parts) = &step.undo {
            for part in parts {
                placed(plan, step, &part.back)?;
                placed(plan, step, &part.again)?;
            }
        }
        let makes = |slot: &Slot| slot.kind.is_secret() && brought_by(&step.change).contains(&slot.id.as_str());
        if plan.slots.iter().any(makes) && step.undo.change().is_none() {
            return Err(RefusedToStart::NoRemoval { step: step.id.clone() });
        }
        filled(plan, step)?;
    }
    Ok(())
}

/// Whether every slot stands where its kind may, and what is brought to light can be.
fn placed(plan: &Plan, step: &Step, change: &Change) -> Result<(), RefusedToStart> {
    let misplaced = |slot: &str| RefusedToStart::Misplaced {
        step: step.id.clone(),
        slot: slot.to_owned(),
    };
    let in_memory = |slot: &String| {
        plan.slots
            .iter()
            .any(|known| known.id == *slot && known.kind.is_in_memory())
    };
    // What is read, and what is compared, is kept as evidence.
    let mut seen = named_in_probe(&change.guard, &plan.slots);
    seen.extend(named_in_probe(&change.proof, &plan.slots));
    if let Action::Http(write) = &change.action {
        named_in(&write.request.path, &plan.slots, &mut seen);
    }
    if let Some(slot) = seen.iter().find(|slot| in_memory(slot)) {
        return Err(misplaced(slot));
    }
    if let Action::Http(write) = &change.action
        && let Some(header) = write.request.headers.values().find(|value| {
            let mut named = Vec::new();
            named_in(value, &plan.slots, &mut named);
            !named.is_empty()
        })
    {
        return Err(misplaced(header));
    }
    for slot in named_in_action(&change.action, &plan.slots) {
        let kind = plan
            .slots
            .iter()
            .find(|known| known.id == slot)
            .map(|known| &known.kind);
        let fits = match (kind, &change.action) {
            (Some(kind), action) if kind.is_secret() => stands_alone(action, &slot),
            (Some(SlotKind::File { .. }), action) => matches!(action, Action::Http(_)),
            _ => true,
        };
        if !fits {
            return Err(misplaced(&slot));
        }
    }
    for slot in brought_by(change) {
        let known = plan.slots.iter().find(|known| known.id == slot);
        let taken = matches!(&change.action, Action::Http(write) if write.takes.iter().any(|take| take.slot == slot));
        match known.map(|slot| &slot.kind) {
            Some(SlotKind::Found(_) | SlotKind::Known { .. }) => {}
            Some(kind) if kind.is_secret() && taken => {}
            Some(_) => return Err(misplaced(slot)),
            None => {
                return Err(RefusedToStart::Unknown {
                    step: step.id.clone(),
                    missing: slot.to_owned(),
                });
            }
        }
    }
    Ok(())
}

/// Whether a secret is the whole of one JSON text or of what is filled in, so that nothing is sent that merely holds it, and
/// no name beside it that somebody spelt like its placeholder becomes it.
fn stands_alone(action: &Action, slot: &str) -> bool {
    let alone = placeholder(slot);
    match action {
        Action::Http(write) => {
            let body = write.request.body.as_deref().unwrap_or_default();
            let count = body.matches(&alone).count();
            count <= 1 && count == body.matches(&format!("\"{alone}\"")).count()
        }
        Action::Page { act, .. } => *act == PageAct::Fill { text: alone },
        Action::Guide { .. } | Action::Await => true,
    }
}

/// Whether every value a step uses and a service chooses is brought to light by it, or by a step it needs.
fn filled(plan: &Plan, step: &Step) -> Result<(), RefusedToStart> {
    let mut brought = brought_by(&step.change);
    let mut needs: Vec<&String> = step.needs.iter().collect();
    let mut seen: Vec<&String> = Vec::new();
    while let Some(need) = needs.pop() {
        if seen.contains(&need) {
            continue;
        }
        seen.push(need);
        if let Some(earlier) = plan.step(need) {
            brought.extend(brought_by(&earlier.change));
            needs.extend(&earlier.needs);
        }
    }
    let made = |slot: &Slot| {
        plan.steps
            .iter()
            .any(|other| brought_by(&other.change).contains(&slot.id.as_str()))
    };
    let named = named_in_change(&step.change, &plan.slots);
    let missing = plan.slots.iter().find(|slot| {
        let is_brought = match &slot.kind {
            SlotKind::Found(_) => true,
            SlotKind::Secret | SlotKind::ClientSecret | SlotKind::Password { .. } => made(slot),
            SlotKind::Known { .. } | SlotKind::File { .. } => false,
        };
        is_brought && named.contains(&slot.id) && !brought.contains(&slot.id.as_str())
    });
    match missing {
        Some(slot) => Err(RefusedToStart::Unfilled {
            step: step.id.clone(),
            slot: slot.id.clone(),
        }),
        None => Ok(()),
    }
}
