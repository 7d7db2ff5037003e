//! Reads the Power Platform: whether msdyn_viva is there, what data policies and advanced connector policies say of the
//! Salesforce connector; and the policies of Teams.

use super::observe::Counted;
use super::observed::{Platform, Teams, whereabouts};
use crate::domain::connector_policy::{Advanced, Policy, Reach};
use crate::domain::reading::Reading;
use crate::recipes::dataverse::reading::Context;
use crate::services::Transport;
use crate::services::bearer::{Cloud, CloudError};
use crate::services::power_platform::{Environment, connector_policies, data_policies, environments};
use crate::services::teams::{GLOBAL, app_setup_policies, meeting_policy};

/// Data policies that are read whole; more are counted as unread.
const MOST_POLICIES: usize = 20;

fn told<T>(answer: Result<T, CloudError>) -> Reading<T> {
    match answer {
        Ok(value) => Reading::Complete(value),
        Err(error) => Reading::Unreadable(error.explain()),
    }
}

/// Reads environments, and every data policy that reaches msdyn_viva, will once it is there, or may, where that cannot be
/// told (S001-16).
pub async fn read_platform(transport: &dyn Transport, context: Context<'_>) -> Platform {
    let counted = Counted::new(transport);
    let bap = Cloud::new(&counted, context.sleep);
    let environments = told(bap.all(&environments()).await);
    let outlines = told(bap.all(&data_policies::policies()).await);
    let place = whereabouts(&environments).place();
    let mut unread = Vec::new();
    let mut whole: Vec<Policy> = Vec::new();
    for outline in outlines.value().into_iter().flatten() {
        if outline.scope.reach(place) == Reach::No {
            continue;
        }
        if whole.len() < MOST_POLICIES
            && let Ok(policy) = bap.get(&data_policies::policy(&outline.name)).await
        {
            whole.push(policy);
        } else {
            unread.push(outline.display_name.clone());
        }
    }
    Platform {
        host: transport.host().to_owned(),
        policies: outlines.map(|_| whole),
        environments,
        unread,
        advanced: None,
        read_at: context.now,
        requests: counted.requests(),
    }
}

/// Reads the advanced connector policies of msdyn_viva and of its group: the answer, and the requests it took.
pub async fn read_advanced(
    transport: &dyn Transport,
    context: Context<'_>,
    viva: &Environment,
) -> (Reading<Vec<Advanced>>, u32) {
    let counted = Counted::new(transport);
    let api = Cloud::new(&counted, context.sleep);
    let read = told(advanced(&api, viva).await);
    (read, counted.requests())
}

async fn advanced(api: &Cloud<'_>, viva: &Environment) -> Result<Vec<Advanced>, CloudError> {
    let mut assigned = api.all(&connector_policies::of_environment(&viva.name)).await?;
    if let Some(group) = viva.group() {
        assigned.extend(api.all(&connector_policies::of_group(group)).await?);
    }
    let mut policies = Vec::with_capacity(assigned.len());
    for one in assigned {
        policies.push(api.get(&connector_policies::policy(&one.policy_id)).await?);
    }
    Ok(policies)
}

/// Reads the Global meeting policy and the set-up policies of Teams: two requests.
pub async fn read_teams(transport: &dyn Transport, context: Context<'_>) -> Teams {
    let counted = Counted::new(transport);
    let teams = Cloud::new(&counted, context.sleep);
    Teams {
        host: transport.host().to_owned(),
        meeting: told(teams.get(&meeting_policy(GLOBAL)).await),
        setup: told(teams.get(&app_setup_policies()).await),
        read_at: context.now,
        requests: counted.requests(),
    }
}
