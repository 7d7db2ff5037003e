//! Taking a run back: another plan in the same types, for the same preview, approval and proof.

use std::borrow::Cow;

use super::filling::found_in;
use super::journal::{RunRecord, StepRecord};
use super::model::{
    Action, Change, Condition, Delta, PLAN_VERSION, PageAct, Part, Plan, Risk, Service, Slot, SlotKind, Step, Target,
    Undo,
};
use super::progress::StepState;
use super::slot;
use crate::http::Millis;
use crate::sorted::Sorted;
use crate::text::{Arg, Text};

/// Before the id of the step that is taken back; taking that back again gives the first id.
const PREFIX: &str = "undo:";

/// Why a run cannot be taken back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CannotUndo {
    /// It is not over: settle it first ([`super::run::Run::settle`]).
    #[error("the run is not over; what was sent has to be settled first")]
    NotOver,
    /// No read has told yet what became of these: settle them first.
    #[error("what became of {} is not known yet", steps.join(", "))]
    Unsettled {
        /// The steps.
        steps: Vec<String>,
    },
    /// It changed nothing.
    #[error("the run changed nothing")]
    NothingChanged,
    /// All it changed has been taken back.
    #[error("the run has been taken back already")]
    AlreadyUndone,
    /// Nothing it changed has a way back.
    #[error("nothing the run changed has a way back")]
    NoWayBack {
        /// Why, step by step.
        why: Vec<Text>,
    },
}

/// The plan that takes a run back: only what it really changed, in reverse, each step only where untouched since.
/// What has no way back, or is not shown yet, is left out and listed in the notes.
///
/// Taking back an undo gives the first changes again. The plan is for the same targets and the same signed-in user.
///
/// # Errors
/// [`CannotUndo`].
pub fn undo_plan(record: &RunRecord, now: Millis) -> Result<Plan, CannotUndo> {
    if record.header.ended_at.is_none() {
        return Err(CannotUndo::NotOver);
    }
    let unsettled: Vec<String> = record
        .steps
        .iter()
        .filter(|step| step.is_unsettled())
        .map(|step| step.step.clone())
        .collect();
    if !unsettled.is_empty() {
        return Err(CannotUndo::Unsettled { steps: unsettled });
    }
    let plan = &record.header.plan;
    let mut notes = Vec::new();
    let mut back: Vec<Step> = Vec::new();
    let mut changed = 0_usize;
    for (step, state) in begun(record) {
        if matches!(state.state, StepState::NotYetShown { .. }) {
            notes.push(Text::new("undo-left-not-shown").message("step", step.title.clone()));
            continue;
        }
        if matches!(state.state, StepState::Conflict { .. }) && state.sent {
            notes.push(Text::new("undo-left-changed-since").message("step", step.title.clone()));
            continue;
        }
        if !state.changed() {
            continue;
        }
        if !matches!(step.undo, Undo::Nothing { .. }) {
            changed += 1;
        }
        if is_taken_back(record, step) {
            continue;
        }
        match &step.undo {
            Undo::Each(parts) => {
                for part in parts {
                    let id = part_id(step, part);
                    if !record.taken_back.contains(&id) {
                        back.push(reverse_part(step, part, &id));
                    }
                }
            }
            Undo::Change(change) | Undo::After(change) => back.push(reverse(step, change)),
            Undo::Partly { change, left } => back.push(reverse_partly(step, change, left)),
            Undo::Nothing { .. } => {}
            Undo::None { why } => notes.push(
                Text::new("undo-left-no-way-back")
                    .message("step", step.title.clone())
                    .message("why", why.clone()),
            ),
        }
    }
    if back.is_empty() {
        return Err(if changed == 0 && notes.is_empty() {
            CannotUndo::NothingChanged
        } else if notes.is_empty() {
            CannotUndo::AlreadyUndone
        } else {
            CannotUndo::NoWayBack { why: notes }
        });
    }
    back.reverse();
    turn_needs(plan, &mut back);
    let slots = slots_for(record, &mut back, &mut notes);
    if back.is_empty() {
        return Err(CannotUndo::NoWayBack { why: notes });
    }
    Ok(Plan {
        version: PLAN_VERSION,
        recipe: plan.recipe.clone(),
        title: turn("undo-plan", "plan", &plan.title),
        undoes: Some(record.header.run_id.clone()),
        made_at: now,
        targets: targets_of(plan, &back),
        steps: back,
        slots,
        notes,
    })
}

/// The targets these steps write to or read, the tenant that vouches for one of them, and the first one, which the others
/// belong to: a page that only what stays was done on need not be there again.
fn targets_of(plan: &Plan, back: &[Step]) -> Vec<Target> {
    let is_used = |target: &Target| {
        back.iter().any(|step| {
            let at = match &step.change.action {
                Action::Http(write) => write.at.as_ref(),
                _ => None,
            };
            step.target == target.id || at == Some(&target.id)
        })
    };
    let targets = || plan.targets.iter().enumerate();
    let is_kept = |(at, target): &(usize, &Target)| *at == 0 || is_used(target);
    let needs_tenant = targets()
        .filter(is_kept)
        .any(|(_, target)| !target.service.tells_account());
    let kept = targets().filter(|one| is_kept(one) || needs_tenant && one.1.service == Service::Graph);
    kept.map(|(_, target)| target.clone()).collect()
}

/// How much of a run could be taken back now: steps with a way back, and all whose change lasts.
pub fn can_take_back(record: &RunRecord) -> (usize, usize) {
    let changed = |(_, state): &(&Step, &StepRecord)| state.changed();
    let changed = || begun(record).filter(changed).map(|(step, _)| step);
    let lasting = changed().filter(|step| !matches!(step.undo, Undo::Nothing { .. }));
    let has_way = |step: &&Step| !matches!(step.undo, Undo::Nothing { .. } | Undo::None { .. });
    let back = changed().filter(has_way).filter(|step| !is_taken_back(record, step));
    (back.count(), lasting.count())
}

/// How much of one step can be taken back: told by its way back, not by what it is thought to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayBack {
    /// It changes nothing that would have to be.
    Nothing,
    /// It fills in a page: that is gone with the page, and not taken back.
    Unsaved,
    /// All of it.
    Whole,
    /// Something of it stays, or what is made again is another.
    Partly,
    /// None of it.
    None,
}

/// How much of a step can be taken back.
pub fn way_back(step: &Step) -> WayBack {
    let fills = || match &step.change.action {
        Action::Page { act, .. } => *act != PageAct::Press,
        Action::Http(_) | Action::Guide { .. } | Action::Await => false,
    };
    match &step.undo {
        _ if step.only_reads() => WayBack::Nothing,
        Undo::Nothing { .. } if fills() => WayBack::Unsaved,
        Undo::Nothing { .. } => WayBack::Nothing,
        Undo::None { .. } => WayBack::None,
        Undo::Partly { .. } => WayBack::Partly,
        _ if step.risk == Risk::Irreversible => WayBack::Partly,
        Undo::Change(back) | Undo::After(back) if makes_anew(back) => WayBack::Partly,
        Undo::Change(_) | Undo::After(_) | Undo::Each(_) => WayBack::Whole,
    }
}

/// Whether a change makes something that the service names itself, as a secret: made again it is another.
fn makes_anew(change: &Change) -> bool {
    let takes = matches!(&change.action, Action::Http(write) if !write.takes.is_empty());
    let is_found = |condition: &Condition| matches!(condition, Condition::Found { .. });
    takes || change.proof.conditions.iter().any(is_found)
}

/// What of a run's changes stays whatever is undone, each step with why or how it stays.
pub fn stays<'a>(steps: impl Iterator<Item = &'a Step>) -> Vec<(&'a Step, Option<&'a Text>)> {
    let stays = steps.filter_map(|step| match (&step.undo, way_back(step)) {
        (Undo::None { why }, _) => Some((step, Some(why))),
        (Undo::Partly { left, .. }, _) => Some((step, Some(left))),
        (_, WayBack::Partly) => Some((step, None)),
        _ => None,
    });
    stays.collect()
}

/// Whether an undo has taken a step back since, with all its parts if it has any.
pub fn is_taken_back(record: &RunRecord, step: &Step) -> bool {
    ids(step).iter().all(|id| record.taken_back.contains(id))
}

/// The id of a part of a step, as the step it would be.
fn part_id(step: &Step, part: &Part) -> String {
    format!("{}/{}", step.id, part.id)
}

/// What is taken back of a step, by the ids it goes by.
fn ids(step: &Step) -> Vec<String> {
    match &step.undo {
        Undo::Each(parts) => parts.iter().map(|part| part_id(step, part)).collect(),
        _ => vec![step.id.clone()],
    }
}

/// The id of the step that `step` of an undo plan takes back.
pub fn takes_back(step: &str) -> String {
    step.strip_prefix(PREFIX)
        .map_or_else(|| format!("{PREFIX}{step}"), str::to_owned)
}

/// The id a step of an undo plan has in the plan that was first applied, such as `role:…`.
pub fn first_id(step: &str) -> &str {
    step.strip_prefix(PREFIX).unwrap_or(step)
}

/// The steps that were begun, in the order they ran.
fn begun(record: &RunRecord) -> impl Iterator<Item = (&Step, &StepRecord)> {
    let plan = &record.header.plan;
    let order = super::start::order(plan).unwrap_or_default();
    order.into_iter().filter_map(move |number| {
        let step = plan.steps.get(number)?;
        let state = record.steps.iter().find(|state| state.step == step.id)?;
        Some((step, state))
    })
}

/// The slots of the plan that takes a run back: with the values that run has found. What it was made with is brought to
/// light anew if the steps do that, as when an undo is taken back. A step that stands on a value nobody knows is left out.
fn slots_for(record: &RunRecord, back: &mut Vec<Step>, notes: &mut Vec<Text>) -> Vec<Slot> {
    loop {
        let brought: Vec<&str> = back.iter().flat_map(|step| slot::brought_by(&step.change)).collect();
        let mut slots = record.header.plan.slots.clone();
        for slot in &mut slots {
            let is_brought = brought.contains(&slot.id.as_str());
            if let Some(value) = found_in(&[], &record.steps, &slot.id) {
                if let SlotKind::Found(shape) | SlotKind::Known { shape, .. } = slot.kind {
                    let value = value.to_owned();
                    slot.kind = SlotKind::Known { value, shape };
                }
            } else if is_brought && let SlotKind::Known { shape, .. } = slot.kind {
                slot.kind = SlotKind::Found(shape);
            }
        }
        let is_unknown = |slot: &Slot| slot.kind.is_found() && !brought.contains(&slot.id.as_str());
        let stands_on_nothing = |step: &Step| {
            let named = slot::named_in_change(&step.change, &slots);
            slots.iter().any(|slot| is_unknown(slot) && named.contains(&slot.id))
        };
        let Some(left) = back.iter().position(stands_on_nothing) else {
            return slots;
        };
        let left = back.remove(left);
        let title = unwrapped("undo-step", "step", &left.title).clone();
        notes.push(Text::new("undo-left-row-unknown").message("step", title));
        for step in back.iter_mut() {
            step.needs.retain(|need| *need != left.id);
        }
    }
}

/// A part of a step as a step of its own, taken back.
fn reverse_part(step: &Step, part: &Part, id: &str) -> Step {
    let alone = Step {
        id: id.to_owned(),
        title: part.title.clone(),
        delta: part.delta.clone(),
        change: part.again.clone(),
        undo: Undo::Change(Box::new(part.back.clone())),
        ..step.clone()
    };
    reverse(&alone, &part.back)
}

fn reversed(delta: &[Delta]) -> Vec<Delta> {
    let delta = delta.iter().map(|delta| Delta {
        label: delta.label.clone(),
        from: delta.to.clone(),
        to: delta.from.clone(),
    });
    delta.collect()
}

fn reverse(step: &Step, change: &Change) -> Step {
    Step {
        id: takes_back(&step.id),
        target: step.target.clone(),
        title: turn("undo-step", "step", &step.title),
        reason: back_reason(step),
        delta: reversed(&step.delta),
        risk: step.risk,
        needs: step.needs.clone(),
        change: change.clone(),
        undo: match step.undo {
            // Other steps brought it about, which are not carried out again: nobody would do what is waited for.
            _ if step.change.action == Action::Await => Undo::None {
                why: Text::new("undo-awaited-again"),
            },
            Undo::After(_) => Undo::After(Box::new(step.change.clone())),
            _ => Undo::Change(Box::new(step.change.clone())),
        },
        unproven: step.unproven.clone(),
    }
}

/// The way back of a step that does not lead all the way. From there on the first plan leads no further: it would find
/// what it makes already there.
fn reverse_partly(step: &Step, change: &Change, left: &Text) -> Step {
    let mut back = reverse(step, change);
    for delta in &mut back.delta {
        delta.to = left.clone();
    }
    back.reason = Text::new("undo-reason-partly").message("left", left.clone());
    back.undo = Undo::None {
        why: Text::new("undo-partly-again"),
    };
    back
}

/// A step that needed another is taken back before that other, unless its way back is [`Undo::After`].
fn turn_needs(plan: &Plan, back: &mut [Step]) {
    let mut needs: Sorted<String, Vec<String>> = Sorted::new();
    for step in &plan.steps {
        for need in &step.needs {
            let (earlier, later) = match step.undo {
                Undo::After(_) => (need, &step.id),
                _ => (&step.id, need),
            };
            let known = |id: &String| {
                let found = plan.steps.iter().find(|step| step.id == *id);
                found.map_or_else(|| vec![id.clone()], ids)
            };
            for later in known(later) {
                let earlier = known(earlier);
                let earlier = earlier.iter().map(|id| takes_back(id));
                if let Some(needs) = needs.get_or_insert_with(takes_back(&later), Vec::new) {
                    needs.extend(earlier);
                }
            }
        }
    }
    let ids: Vec<String> = back.iter().map(|step| step.id.clone()).collect();
    for step in back {
        step.needs = needs.remove(&step.id).unwrap_or_default();
        step.needs.retain(|need| ids.contains(need));
    }
}

/// What the message `id` wraps as its argument `argument`, or the text itself if it is another message.
pub fn unwrapped<'a>(id: &str, argument: &'static str, text: &'a Text) -> &'a Text {
    match text.args.get(&Cow::Borrowed(argument)) {
        Some(Arg::Message(inner)) if text.id == id => inner,
        _ => text,
    }
}

/// "As it was", with what it was; and of that again the first reason.
fn back_reason(step: &Step) -> Text {
    let reason = turn("undo-reason", "reason", &step.reason);
    if reason.id != "undo-reason" {
        return reason;
    }
    let first = step.delta.first();
    let said = |of: fn(&Delta) -> &Text| first.map_or_else(|| step.title.clone(), |one| of(one).clone());
    reason
        .number("count", step.delta.len() as i64)
        .message("what", said(|one| &one.label))
        .message("was", said(|one| &one.from))
}

/// "Undo X", and of that again plain X.
fn turn(id: &'static str, argument: &'static str, text: &Text) -> Text {
    let inner = unwrapped(id, argument, text);
    if inner == text {
        Text::new(id).message(argument, text.clone())
    } else {
        inner.clone()
    }
}
