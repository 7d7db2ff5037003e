//! The timeline: one column of the organization's row; only global administrators may (S003-101 to S003-105).

use serde_json::json;

use super::{back, delta, field, patch, probe, step};
use crate::plan::model::{Change, Probe, Step, WriteCondition};
use crate::recipes::dataverse::words::on_off;
use crate::recipes::teams_chat::choices::Choices;
use crate::recipes::teams_chat::observed::Observed;
use crate::recipes::teams_chat::planning::PlanError;
use crate::services::dataverse::chat::{self, TIMELINE_COLUMN};
use crate::text::Text;

/// The step, if the timeline is to change.
pub fn steps(observed: &Observed, choices: &Choices) -> Result<Vec<Step>, PlanError> {
    let Some(on) = choices.timeline() else {
        return Ok(Vec::new());
    };
    if !observed.timeline.is_complete() {
        return Err(PlanError::Incomplete {
            what: Text::new("dataverse-what-timeline"),
        });
    }
    if observed.rights.organization == Some(false) {
        return Err(PlanError::NotAllowed {
            what: Text::new("dataverse-what-timeline"),
        });
    }
    let id = &observed.organization.id;
    let shows = |on: bool| -> Probe {
        probe(
            chat::timeline(id).path(),
            vec![field(
                Text::new("chat-timeline"),
                &format!("/{TIMELINE_COLUMN}"),
                json!(on),
            )],
        )
    };
    let change = |on: bool| Change {
        guard: shows(!on),
        action: patch(
            &chat::organization_row(id),
            &json!({ TIMELINE_COLUMN: on }),
            WriteCondition::GuardEtag,
        ),
        proof: shows(on),
        patience: None,
    };
    Ok(vec![Step {
        reason: Text::new("chat-reason-timeline"),
        unproven: Some(Text::new("chat-unproven-timeline")),
        ..step(
            "timeline".to_owned(),
            Text::new("chat-step-timeline"),
            vec![delta(Text::new("chat-timeline"), on_off(!on), on_off(on))],
            change(on),
            back(change(!on)),
        )
    }])
}
