//! What is checked before a plan may run at all, and the order its steps run in.

use std::collections::BTreeSet;

use super::model::{Action, PLAN_VERSION, Plan, Service};
use super::slots;

/// What the admin agreed to: the plan as shown, and the names typed where that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// [`Plan::digest`] of the plan that was shown.
    pub digest: String,
    /// What was typed into the fields that ask for the targets' names ([`Plan::typed`]).
    pub typed_names: Vec<String>,
}

/// Why a run was not begun. Nothing was sent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RefusedToStart {
    /// Written by a newer Latchkey.
    #[error("the plan is of version {version}, this Latchkey reads up to {PLAN_VERSION}")]
    NewerVersion {
        /// Its version.
        version: u16,
    },
    /// The plan is not the one that was approved.
    #[error("the plan is not the one that was approved")]
    NotApproved,
    /// A target's name has to be typed and was not.
    #[error("the name {name} has to be typed before anything is written")]
    NameNotTyped {
        /// The name.
        name: String,
    },
    /// There is nothing to do.
    #[error("the plan has no steps")]
    Empty,
    /// Two steps or two targets have the same id.
    #[error("two parts of the plan are both called {id}")]
    Duplicate {
        /// The id.
        id: String,
    },
    /// A step names a target or a step the plan does not have.
    #[error("step {step} refers to {missing}, which the plan does not have")]
    Unknown {
        /// The step.
        step: String,
        /// What it names.
        missing: String,
    },
    /// Steps need each other in a circle.
    #[error("step {step} needs itself, directly or through others")]
    Cyclic {
        /// One of them.
        step: String,
    },
    /// A slot is not called, or not used, as it may be.
    #[error("step {step} may not use {slot} there")]
    Misplaced {
        /// The step.
        step: String,
        /// The slot.
        slot: String,
    },
    /// A step stands on a value that no step before it brings to light.
    #[error("step {step} stands on {slot}, which no step it needs brings to light")]
    Unfilled {
        /// The step.
        step: String,
        /// The slot.
        slot: String,
    },
    /// A step makes a secret and cannot remove it again, should the run die with it.
    #[error("step {step} makes a secret and has no way back")]
    NoRemoval {
        /// The step.
        step: String,
    },
    /// A target has no read that must hold, so it could not be told from another.
    #[error("target {target} has nothing to be recognised by")]
    NoLock {
        /// The target.
        target: String,
    },
}

/// Checks everything that can be checked without sending anything.
pub(super) fn check(plan: &Plan, approval: &Approval) -> Result<(), RefusedToStart> {
    if plan.version > PLAN_VERSION {
        return Err(RefusedToStart::NewerVersion { version: plan.version });
    }
    if plan.digest() != approval.digest {
        return Err(RefusedToStart::NotApproved);
    }
    let is_missing = |name: &String| !approval.typed_names.iter().any(|typed| typed.trim() == name);
    if let Some(name) = plan.names_to_type().into_iter().find(is_missing) {
        return Err(RefusedToStart::NameNotTyped { name });
    }
    if plan.steps.is_empty() {
        return Err(RefusedToStart::Empty);
    }
    let has_tenant = plan.targets.iter().any(|target| target.service == Service::Graph);
    for target in &plan.targets {
        let is_vouched = target.service.tells_account() || has_tenant;
        if !is_vouched || !target.lock.iter().any(|lock| lock.required) {
            return Err(RefusedToStart::NoLock {
                target: target.id.clone(),
            });
        }
    }
    unique(plan.targets.iter().map(|target| &target.id))?;
    unique(plan.steps.iter().map(|step| &step.id))?;
    for step in &plan.steps {
        let is_target = |id: &&String| plan.targets.iter().any(|target| target.id == **id);
        let at = match &step.change.action {
            Action::Http(write) => write.at.as_ref(),
            Action::Page { .. } | Action::Guide { .. } | Action::Await => None,
        };
        let mut targets = [Some(&step.target), at].into_iter().flatten();
        let missing = targets.find(|target| !is_target(target));
        let missing = missing.or_else(|| step.needs.iter().find(|need| plan.step(need).is_none()));
        if let Some(missing) = missing {
            return Err(RefusedToStart::Unknown {
                step: step.id.clone(),
                missing: missing.clone(),
            });
        }
    }
    order(plan)?;
    unique(plan.slots.iter().map(|slot| &slot.id))?;
    slots::check(plan)
}

fn unique<'a>(ids: impl Iterator<Item = &'a String>) -> Result<(), RefusedToStart> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(RefusedToStart::Duplicate { id: id.clone() });
        }
    }
    Ok(())
}

/// The plan's steps by number, each after those it needs, otherwise in the plan's order.
pub(super) fn order(plan: &Plan) -> Result<Vec<usize>, RefusedToStart> {
    let mut placed: BTreeSet<&str> = BTreeSet::new();
    let mut order = Vec::with_capacity(plan.steps.len());
    while order.len() < plan.steps.len() {
        let ready = plan.steps.iter().enumerate().find(|(_, step)| {
            !placed.contains(step.id.as_str()) && step.needs.iter().all(|need| placed.contains(need.as_str()))
        });
        match ready {
            Some((number, step)) => {
                placed.insert(&step.id);
                order.push(number);
            }
            None => {
                let stuck = plan.steps.iter().find(|step| !placed.contains(step.id.as_str()));
                return Err(RefusedToStart::Cyclic {
                    step: stuck.map(|step| step.id.clone()).unwrap_or_default(),
                });
            }
        }
    }
    Ok(order)
}
