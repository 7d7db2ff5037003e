//! The record of a run that an admin prints, keeps or hands on: who, when, where, before, after, proof, digest.

use super::filling::found_in;
use super::journal::RunRecord;
use super::model::{Action, Delta, Plan, Step, Target};
use super::progress::{Evidence, StepState};
use super::slot::{self, Escape};
use crate::http::Millis;
use crate::json::{self, ToJson, record};
use crate::text::Text;

/// Everything there is to show about a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunEvidence {
    /// The run.
    pub run_id: String,
    /// The recipe.
    pub recipe: String,
    /// What it was for.
    pub title: Text,
    /// Where, and as whom.
    pub targets: Vec<Target>,
    /// When it began.
    pub started_at: Millis,
    /// When it ended, if it did.
    pub ended_at: Option<Millis>,
    /// When the plan was made.
    pub planned_at: Millis,
    /// What was approved.
    pub digest: String,
    /// Whether the plan as kept still has that digest.
    pub digest_holds: bool,
    /// Requests sent.
    pub requests: u32,
    /// The run this one took back.
    pub undoes: Option<String>,
    /// The run that took this one back.
    pub undone_by: Option<String>,
    /// What the admin was told before approving.
    pub notes: Vec<Text>,
    /// One per step of the plan.
    pub steps: Vec<StepEvidence>,
}

record!(RunEvidence {
    run_id as "runId",
    recipe,
    title,
    targets,
    started_at as "startedAt",
    ended_at as "endedAt" or default,
    planned_at as "plannedAt",
    digest,
    digest_holds as "digestHolds",
    requests,
    undoes or default,
    undone_by as "undoneBy" or default,
    notes,
    steps,
});

/// One step of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepEvidence {
    /// The step's id.
    pub id: String,
    /// What it changes.
    pub title: Text,
    /// Why.
    pub reason: Text,
    /// Old → new.
    pub delta: Vec<Delta>,
    /// Method and path of the write, if it is one.
    pub request: Option<String>,
    /// What was read right before the write.
    pub before: Vec<Evidence>,
    /// What came of it; a step that is done has the values that prove it.
    pub outcome: StepState,
    /// When that was established.
    pub at: Option<Millis>,
}

record!(StepEvidence { id, title, reason, delta, request or default, before, outcome, at or default });

/// Old → new of a step, with the values it names by their slots as far as they are known.
pub fn deltas(plan: &Plan, step: &Step, known: &dyn Fn(&str) -> Option<String>) -> Vec<Delta> {
    let said = |text: &Text| slot::said(text, &plan.slots, known);
    let deltas = step.delta.iter().map(|delta| Delta {
        label: delta.label.clone(),
        from: said(&delta.from),
        to: said(&delta.to),
    });
    deltas.collect()
}

/// The evidence of a run.
pub fn evidence(record: &RunRecord) -> RunEvidence {
    let header = &record.header;
    let plan = &header.plan;
    RunEvidence {
        run_id: header.run_id.clone(),
        recipe: plan.recipe.clone(),
        title: plan.title.clone(),
        targets: plan.targets.clone(),
        started_at: header.started_at,
        ended_at: header.ended_at,
        planned_at: plan.made_at,
        digest: header.digest.clone(),
        digest_holds: plan.digest() == header.digest,
        requests: header.requests,
        undoes: plan.undoes.clone(),
        undone_by: header.undone_by.clone(),
        notes: plan.notes.clone(),
        steps: plan
            .steps
            .iter()
            .map(|step| {
                let begun = record.steps.iter().find(|begun| begun.step == step.id);
                StepEvidence {
                    id: step.id.clone(),
                    title: step.title.clone(),
                    reason: step.reason.clone(),
                    delta: deltas(plan, step, &|slot| record.found(slot).map(str::to_owned)),
                    request: match &step.change.action {
                        Action::Http(write) => {
                            let path = slot::filled(&write.request.path, Escape::Url, &|slot| {
                                found_in(&plan.slots, &record.steps, slot)
                            });
                            Some(format!("{} {path}", write.request.method.as_str()))
                        }
                        Action::Page { .. } | Action::Guide { .. } | Action::Await => None,
                    },
                    before: begun.map(|begun| begun.before.clone()).unwrap_or_default(),
                    outcome: begun.map_or(StepState::Waiting, |begun| begun.state.clone()),
                    at: begun.map(|begun| begun.recorded_at),
                }
            })
            .collect(),
    }
}

impl RunEvidence {
    /// As text to be kept elsewhere.
    pub fn export(&self) -> String {
        json::pretty(&self.to_json())
    }
}
