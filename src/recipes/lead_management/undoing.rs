//! Taking a lead management run back: what stays is said first, and an app registration this plan made goes only if it was
//! never used.

use super::observed::Observed;
use super::planning::PAGE;
use super::steps::entra::{APP, PRINCIPAL};
use super::steps::environment;
use super::steps::offer;
use super::steps::office;
use crate::domain::lead::role::ROLE;
use crate::plan::journal::RunRecord;
use crate::plan::model::{Action, Plan, Step};
use crate::plan::progress::StepState;
use crate::plan::undo::first_id;
use crate::text::{Arg, Text};

/// The note that the offer goes on sending its leads here; it stands first.
pub const OFFER_STAYS: &str = "lead-stays-offer";

/// Leaves out of a plan that takes `first` back ([`crate::plan::undo::undo_plan`]) what must not be taken back, and says
/// what stays and why: the offer, which still points here, and the test lead; an app registration that has written a
/// lead, or of which nobody can tell; users, who are disabled or blocked. `observed` is what is there now.
pub fn explain_undo(plan: &mut Plan, first: &RunRecord, observed: Option<&Observed>) {
    // What stays in the offer and of the test lead is said below.
    let said = ["lead-undo-offer", "lead-undo-lead"];
    plan.notes.retain(|note| match note.args.get("why") {
        Some(Arg::Message(why)) => !said.contains(&why.id.as_ref()),
        _ => true,
    });
    let kept = kept_app(plan, first, observed);
    plan.notes.extend(kept);
    let takes_back = |id: &str| plan.steps.iter().any(|step| step.id != id && first_id(&step.id) == id);
    let one_by_one = plan.steps.iter().filter(|step| {
        let id = first_id(&step.id);
        id != step.id && id.starts_with(environment::PRIVILEGES)
    });
    let count = one_by_one.count();
    let mut stays = Vec::new();
    if count > 1 {
        let note = Text::new("chat-effect-one-by-one").name("role", ROLE);
        stays.push(note.number("count", count as i64));
    }
    if let Some(step) = changed(first, PRINCIPAL).filter(|_| !takes_back(PRINCIPAL)) {
        stays.push(named("lead-stays-principal", step));
    }
    // Nothing disables a person's user here: the environment does so itself.
    let user = first.header.plan.step(environment::USER);
    match user.filter(|step| is_done(first, &step.id)) {
        Some(step) if step.undo.change().is_none() => stays.push(named("lead-stays-person", step)),
        Some(step) if changed(first, &step.id).is_some() => stays.push(named("lead-stays-account", step)),
        _ => {}
    }
    if let Some(step) = changed(first, office::USER).filter(|_| takes_back(office::USER)) {
        stays.push(named("lead-stays-user", step));
    }
    if is_done(first, offer::LEAD) {
        stays.push(Text::new("lead-stays-lead"));
    }
    plan.notes.extend(stays);
    let steps = &first.header.plan.steps;
    let by_hand =
        steps.iter().any(|step| step.id == offer::LEAD) && !steps.iter().any(|step| step.id == offer::OK_STEP);
    if is_done(first, offer::OK_STEP) || by_hand && is_done(first, offer::LEAD) {
        let mut targets = first.header.plan.targets.iter();
        let page = targets
            .find(|target| target.id == PAGE)
            .map(|target| target.name.as_str());
        let note = Text::new(OFFER_STAYS).name("offer", page.unwrap_or("Partner Center"));
        plan.notes.insert(0, note);
    }
}

/// A message with what the step's own name has in it.
fn named(id: &'static str, step: &Step) -> Text {
    Text {
        args: step.title.args.clone(),
        ..Text::new(id)
    }
}

/// A step the run has changed something with.
fn changed<'a>(first: &'a RunRecord, id: &str) -> Option<&'a Step> {
    let record = first.steps.iter().find(|record| record.step == id)?;
    first.header.plan.step(id).filter(|_| record.changed())
}

/// Whether a step's end was shown, whoever brought it about.
fn is_done(first: &RunRecord, id: &str) -> bool {
    let mut records = first.steps.iter();
    records.any(|record| record.step == id && matches!(record.state, StepState::Done { .. }))
}

/// Takes the deletion of an app registration that is, or may be, in use out of the plan, and says so.
fn kept_app(plan: &mut Plan, first: &RunRecord, observed: Option<&Observed>) -> Option<Text> {
    let deletes = |id: &str| [APP, PRINCIPAL].contains(&first_id(id));
    if !plan
        .steps
        .iter()
        .any(|step| step.id != first_id(&step.id) && deletes(&step.id))
    {
        return None;
    }
    let why = match was_used(first, observed) {
        Some(false) => {
            for step in plan.steps.iter_mut().filter(|step| deletes(&step.id)) {
                step.reason = Text::new("lead-undo-app-unused");
                for delta in &mut step.delta {
                    delta.to = Text::new("lead-value-absent");
                }
            }
            return None;
        }
        Some(true) => "lead-undo-app-used",
        None => "lead-undo-app-unknown",
    };
    plan.steps.retain(|step| !deletes(&step.id));
    for step in &mut plan.steps {
        step.needs.retain(|need| !deletes(need));
    }
    Some(Text::new(why))
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
