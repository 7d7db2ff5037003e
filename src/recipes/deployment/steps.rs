//! The steps of a plan, repair by repair.

use super::choices::Choices;
use super::observed::Observed;
use super::planning::{Draft, PlanError};
use super::policies::ways;
use super::report::{count, few, shown, some};
use super::salesforce_points::left_out;
use super::seating::{given, lacking};
use crate::domain::connector_policy::SALESFORCE;
use crate::domain::country::is_country;
use crate::domain::organization::SignedInUser;
use crate::domain::reading::Reading;
use crate::domain::salesforce::salesforce_id;
use crate::plan::model::{Risk, Step};
use crate::recipes::lead_management::steps::office::{licence, located};
use crate::recipes::salesforce::{access, target};
use crate::recipes::tenant::Tenant;
use crate::recipes::{data_policy, transcription};
use crate::text::Text;

/// So many of those who stay without a licence, or a grant, are named in a plan: nobody can open the rest there.
const MOST_NAMED: usize = 200;

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
    if directory.audience != choices.audience || lacking(observed).is_none() {
        return Err(no_audience());
    }
    let sku = choices
        .sku(observed)
        .filter(|sku| sku.free > 0)
        .ok_or(PlanError::NoLicence)?;
    let (people, without) = given(choices, observed);
    if people.is_empty() {
        return Err(PlanError::Nobody);
    }
    if !without.is_empty() {
        let without: Vec<String> = without.into_iter().map(shown).collect();
        draft.notes.push(some("deploy-note-seats", &without, MOST_NAMED));
    }
    for (at, person) in people.into_iter().enumerate() {
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
            // Only free seats are given, of what the tenant has already.
            risk: Risk::Reversible,
            ..licence(&person.id, &person.upn, &sku.id, &sku.part_number)
        });
    }
    if let Some(why) = &observed.unconsented {
        draft
            .notes
            .push(Text::new("deploy-note-unconsented").message("why", why.clone()));
    }
    draft.notes.push(Text::new("deploy-note-cost"));
    draft.vouched(tenant);
    Ok(())
}

/// The smallest change that lets the connector through each data policy in its way (S001-17).
pub(super) fn data_policies(draft: &mut Draft, observed: &Observed, choices: &Choices) -> Result<(), PlanError> {
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
    let ways = ways(observed, platform);
    if ways.is_empty() {
        return Err(incomplete());
    }
    for way in ways {
        let (fix, reason) = way.chosen(choices);
        let touches = way.touches.len();
        let step = data_policy::step(way.policy, &way.verdict, SALESFORCE, &fix, (touches, reason));
        draft.steps.push(step.map_err(|_| incomplete())?);
        if touches > 0 {
            let note = few("deploy-note-policy-touches", &way.touches);
            draft.notes.push(note.name("policy", &way.policy.outline.display_name));
        }
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
    draft.notes.push(Text::new("deploy-note-transcription"));
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
    let set = choices.let_in_by(observed).ok_or(PlanError::NoSet)?;
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
    let reaches = match set.holders {
        Some(holders) => Text::new("deploy-reason-grant").number("count", count(holders)),
        None => Text::new("deploy-reason-grant-unread"),
    };
    draft.steps.push(Step {
        title: Text::new(if set.is_profile {
            "deploy-step-grant-profile"
        } else {
            "deploy-step-grant-set"
        })
        .name("set", &set.label)
        .name("app", &app.name),
        reason: reaches.number("chosen", count(set.lets_in)),
        ..made.step
    });
    draft.slots.extend(made.slot);
    let without = left_out(salesforce, &set.id);
    if !without.is_empty() {
        draft.notes.push(some("deploy-note-not-let-in", &without, MOST_NAMED));
    }
    let admin = SignedInUser {
        id: own.id.clone(),
        name: own.name.clone(),
        upn: own.username.clone(),
    };
    draft.targets.push(target::target(organization, &admin, Some(identity)));
    Ok(())
}
