//! A system that answered and told nothing: that it was asked is no tick. And Teams, whose policy API is private: where the
//! admin's role suffices it is the app that is refused (docs/SIGN-IN.md).

use super::observed::{Directory, Observed};
use crate::domain::deployment::steps::Source;
use crate::domain::reading::Reading;
use crate::services::bearer::CloudError;
use crate::services::graph::roles::{FOR_TEAMS, Role};
use crate::services::teams::NEEDS;
use crate::text::Text;

/// Why a system told nothing, if everything that was asked there was refused: the reason of the first.
pub fn refused(observed: &Observed, source: Source) -> Option<Text> {
    fn why<T>(reading: &Reading<T>) -> Option<&Text> {
        match reading {
            Reading::Unreadable(why) => Some(why),
            Reading::Complete(_) | Reading::Partial { .. } => None,
        }
    }
    let all = match source {
        Source::Graph => {
            let read = observed.directory.as_ref()?;
            vec![why(&read.tenant), why(&read.own_roles), why(&read.licences)]
        }
        Source::PowerPlatform => {
            let read = observed.platform.as_ref()?;
            vec![why(&read.environments), why(&read.policies)]
        }
        Source::ConnectorPolicies => vec![why(observed.platform.as_ref()?.advanced.as_ref()?)],
        Source::Dataverse => {
            let read = observed.viva.as_ref()?;
            vec![why(&read.organization), why(&read.administrators)]
        }
        Source::Teams => {
            let read = observed.teams.as_ref()?;
            vec![why(&read.meeting), why(&read.setup)]
        }
        Source::Salesforce => {
            let read = observed.salesforce.as_ref()?;
            vec![
                why(&read.organization),
                why(&read.own),
                why(&read.users),
                why(&read.app),
            ]
        }
        Source::Hand => return None,
    };
    let all: Option<Vec<&Text>> = all.into_iter().collect();
    let first = all?.into_iter().next()?;
    Some(match source {
        Source::Teams => of_teams(observed, first),
        _ => first.clone(),
    })
}

/// Whether a system was asked without anybody signed in: the token that was held had ended, or is another account's.
pub fn is_signed_out(observed: &Observed, source: Source) -> bool {
    let ids = ["cloud-error-signed-out", "salesforce-error-signed-out"];
    refused(observed, source).is_some_and(|why| ids.contains(&&*why.id))
}

/// Whether the admin holds one of these roles now.
fn holds(directory: &Directory, any: &[Role]) -> bool {
    let held = directory.own_roles.value().into_iter().flatten();
    held.into_iter()
        .any(|held| any.iter().any(|role| held.eq_ignore_ascii_case(role.template)))
}

/// Why Teams did not answer. Whoever holds the role is not told to get it: the API is private, and the tenant may not let
/// an app of its own in.
pub(super) fn of_teams(observed: &Observed, why: &Text) -> Text {
    let is_denial = |what| *why == CloudError::Denied { what, needs: NEEDS }.explain();
    let may = observed.directory.as_ref().is_some_and(|read| holds(read, &FOR_TEAMS));
    match is_denial("teams-what-meeting-policy") || is_denial("teams-what-setup-policies") {
        // Who is let in nowhere is not refused for Teams' API.
        true if refused(observed, Source::Graph).is_some() => why.clone(),
        true if may => Text::new("deploy-teams-app-refused"),
        true => Text::new("deploy-teams-refused").message("why", why.clone()),
        false => why.clone(),
    }
}
