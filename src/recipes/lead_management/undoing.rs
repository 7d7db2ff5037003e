//! Taking a lead management run back: an app registration this plan made goes only if it was never used.

use super::observed::Observed;
use super::steps::entra::{APP, PRINCIPAL};
use crate::plan::journal::RunRecord;
use crate::plan::model::{Action, Plan};
use crate::plan::undo::first_id;
use crate::text::Text;

/// Leaves out of a plan that takes `first` back ([`crate::plan::undo::undo_plan`]) what must not be taken back, and says
/// why: an app registration that has written a lead, or of which nobody can tell. `observed` is what is there now.
pub fn explain_undo(plan: &mut Plan, first: &RunRecord, observed: Option<&Observed>) {
    let deletes = |id: &str| [APP, PRINCIPAL].contains(&first_id(id));
    if !plan
        .steps
        .iter()
        .any(|step| step.id != first_id(&step.id) && deletes(&step.id))
    {
        return;
    }
    let why = match was_used(first, observed) {
        Some(false) => return,
        Some(true) => "lead-undo-app-used",
        None => "lead-undo-app-unknown",
    };
    plan.steps.retain(|step| !deletes(&step.id));
    for step in &mut plan.steps {
        step.needs.retain(|need| !deletes(need));
    }
    plan.notes.push(Text::new(why));
}

/// Whether the app of a run has written a lead; `None` if that cannot be told.
fn was_used(first: &RunRecord, observed: Option<&Observed>) -> Option<bool> {
    let observed = observed?;
    let made = first.header.plan.steps.iter().find(|step| step.id == APP)?;
    let Action::Http(write) = &made.change.action else {
        return None;
    };
    let directory = observed.directory.as_ref()?;
    let apps = directory
        .apps
        .is_complete()
        .then_some(directory.apps.value())
        .flatten()?;
    let ours = |name: &str| write.request.path.contains(&format!("'{name}'"));
    let app = apps.iter().find(|app| app.unique_name.as_deref().is_some_and(ours))?;
    if !observed.accounts.is_complete() {
        return None;
    }
    match observed.account_of_app(&app.client) {
        Some(account) => account.has_written,
        // Who is not in the environment has written nothing there.
        None => Some(false),
    }
}
