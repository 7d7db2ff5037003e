//! The steps of a plan, repair by repair.

use super::choices::Choices;
use super::observed::Observed;
use super::planning::{Draft, PlanError};
use super::policies::fixes;
use super::report::{candidates, seats_of};
use crate::domain::connector_policy::SALESFORCE;
use crate::domain::country::is_country;
use crate::domain::organization::SignedInUser;
use crate::domain::reading::Reading;
use crate::domain::salesforce::salesforce_id;
use crate::plan::model::Step;
use crate::recipes::lead_management::steps::office::{licence, located};
use crate::recipes::salesforce::{access, target};
use crate::recipes::tenant::Tenant;
use crate::recipes::{data_policy, transcription};
use crate::text::Text;

/// The tenant signed in to, which is the organization's own.
fn tenant(observed: &Observed) -> Result<&Tenant, PlanError> {
    let tenant = observed.tenant().ok_or(PlanError::SignIn)?;
    let own = observed.organization.tenant_id.as_deref();
    if own.is_some_and(|own| !own.eq_ignore_ascii_case(&tenant.id)) {
        return Err(PlanError::OtherTenant);
    }
    Ok(tenant)
}

fn no_audience() -> PlanError {
    PlanError::Incomplete {
        what: Text::new("deploy-what-audience"),
    }
}

/// A licence for everybody of the audience who has none, as far as seats are free; usage location first (S001-04).
pub(super) fn licences(draft: &mut Draft, observed: &Observed, choices: &Choices) -> Result<(), PlanError> {
    let tenant = tenant(observed)?;
    let directory = observed.directory.as_ref().ok_or(PlanError::SignIn)?;
    let (Some(seats), Some(Reading::Complete(audience))) = (seats_of(directory), &directory.people) else {
        return Err(no_audience());
    };
    if directory.audience != choices.audience {
        return Err(no_audience());
    }
    let sku = choices
        .sku(observed)
        .filter(|sku| sku.free > 0)
        .ok_or(PlanError::NoLicence)?;
    let free = usize::try_from(sku.free).unwrap_or_default();
    if seats.lack.len() > free {
        let left = i64::try_from(seats.lack.len() - free).unwrap_or(i64::MAX);
        draft.notes.push(Text::new("deploy-note-seats").number("count", left));
    }
    let people = seats.lack.iter().filter_map(|at| audience.people.get(*at));
    for (at, person) in people.take(free).enumerate() {
        let mut needs = Vec::new();
        if person.location.is_none() {
            if !is_country(&choices.location) {
                return Err(PlanError::NoLocation);
            }
            let step = Step {
                id: format!("location:{at}"),
                ..located(&person.id, &person.upn, &choices.location)
            };
            needs.push(step.id.clone());
            draft.steps.push(step);
        }
        draft.steps.push(Step {
            id: format!("licence:{at}"),
            needs,
            reason: Text::new("deploy-reason-licence"),
            ..licence(&person.id, &person.upn, &sku.id, &sku.part_number)
        });
    }
    draft.notes.push(Text::new("lead-note-cost"));
    draft.vouched(tenant);
    Ok(())
}

/// The smallest change that lets the connector through each data policy in its way (S001-17).
pub(super) fn data_policies(draft: &mut Draft, observed: &Observed) -> Result<(), PlanError> {
    let tenant = tenant(observed)?;
    let platform = observed.platform.as_ref().ok_or(PlanError::SignIn)?;
    let incomplete = || PlanError::Incomplete {
        what: Text::new("deploy-what-policies"),
    };
    let environments = platform.environments.value().into_iter().flatten();
    let mut own = environments.filter(|one| {
        let of = one.properties.tenant_id.as_deref();
        of.is_some_and(|of| of.eq_ignore_ascii_case(&tenant.id))
    });
    let environment = own.next().ok_or_else(incomplete)?;
    let fixes = fixes(observed, platform);
    if fixes.is_empty() {
        return Err(incomplete());
    }
    for (policy, verdict, fix, touches) in fixes {
        let step = data_policy::step(policy, &verdict, SALESFORCE, &fix, touches);
        draft.steps.push(step.map_err(|_| incomplete())?);
    }
    draft.notes.push(Text::new("deploy-note-policies"));
    draft.vouched(tenant);
    draft.targets.push(data_policy::target(&data_policy::Tenant {
        id: &tenant.id,
        name: &tenant.name,
        admin: &tenant.admin,
        host: &platform.host,
        environment: &environment.name,
    }));
    Ok(())
}

/// **Transcription** of the Global meeting policy (S001-11).
pub(super) fn transcribed(draft: &mut Draft, observed: &Observed) -> Result<(), PlanError> {
    let tenant = tenant(observed)?;
    let teams = observed.teams.as_ref().ok_or(PlanError::SignIn)?;
    let policy = teams.meeting.value().ok_or_else(|| PlanError::Incomplete {
        what: Text::new("teams-what-meeting-policy"),
    })?;
    draft.steps.push(transcription::by_api(policy));
    draft.vouched(tenant);
    draft.targets.push(transcription::target(
        (&tenant.id, &tenant.name),
        &teams.host,
        &tenant.admin,
    ));
    Ok(())
}

/// Lets the chosen permission set, or profile, use the connected app (S001-24, S001-29).
pub(super) fn grant(draft: &mut Draft, observed: &Observed, choices: &Choices) -> Result<(), PlanError> {
    let salesforce = observed.salesforce.as_ref().ok_or(PlanError::SignIn)?;
    let incomplete = || PlanError::Incomplete {
        what: Text::new("salesforce-what-app-grants"),
    };
    if salesforce.audience != choices.audience {
        return Err(no_audience());
    }
    let candidates = candidates(observed);
    let set = candidates
        .iter()
        .find(|one| Some(&one.id) == choices.set.as_ref())
        .ok_or(PlanError::NoSet)?;
    let (Reading::Complete(Some(app)), Reading::Complete(organization), Reading::Complete(own)) =
        (&salesforce.app, &salesforce.organization, &salesforce.own)
    else {
        return Err(incomplete());
    };
    let (Some(id), Some(app_id)) = (salesforce_id(&set.id), salesforce_id(&app.id)) else {
        return Err(incomplete());
    };
    // Without it nothing would tell as whom the plan writes.
    let identity = salesforce.identity.as_deref().ok_or_else(|| PlanError::Incomplete {
        what: Text::new("salesforce-what-identity"),
    })?;
    let made = access::grant_app((&id, &set.label), (&app_id, &app.name));
    draft.steps.push(made.step);
    draft.slots.extend(made.slot);
    let admin = SignedInUser {
        id: own.id.clone(),
        name: own.name.clone(),
        upn: own.username.clone(),
    };
    draft.targets.push(target::target(organization, &admin, Some(identity)));
    Ok(())
}
