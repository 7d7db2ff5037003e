//! Taking a run back: access is turned off, or on, again. An undo says so in the words of the plan that would do the same,
//! and does it on the settings page where that is in sight (S000-10 to S000-12).

use super::observed::Observed;
use super::steps::{self, CONNECT, TURN_OFF};
use super::{choices::Choices, page_steps};
use crate::plan::model::{Plan, Risk};
use crate::plan::undo::first_id;
use crate::portal::sales_settings as at;
use crate::text::Text;

/// Gives a plan that takes a run back ([`crate::plan::undo::undo_plan`]) its words, and its steps on the settings page.
pub fn explain_undo(plan: &mut Plan, observed: Option<&Observed>, choices: Choices) {
    let [last] = plan.steps.as_mut_slice() else { return };
    let first = first_id(&last.id);
    if ![CONNECT, TURN_OFF].contains(&first) {
        return;
    }
    let on = (first == TURN_OFF) != (last.id == first);
    let (title, means) = if on {
        ("salesforce-step-connect", "salesforce-note-connect")
    } else {
        ("salesforce-step-off", "salesforce-note-off")
    };
    last.title = Text::new(title);
    last.risk = if on { Risk::Reversible } else { Risk::Disruptive };
    plan.notes.insert(0, Text::new(means));
    let here = observed.filter(|observed| {
        let mut targets = plan.targets.iter();
        !choices.by_hand && !observed.is_elsewhere() && targets.any(|target| target.host == observed.organization.host)
    });
    let Some((observed, shown)) = here.and_then(|observed| Some((observed, observed.page.shown()?))) else {
        return;
    };
    if !shown.is_driven() || shown.has(at::UNSAVED) {
        return;
    }
    let steps = steps::driven(shown, on, plan.steps.remove(0));
    plan.steps = steps;
    plan.targets.push(page_steps::target(shown, &observed.admin));
    plan.notes
        .push(Text::new("salesforce-note-page").name("host", &shown.host));
}
