//! Reads from Microsoft Graph which applications hold the permissions the article names, for the whole organization
//! (S003-08 to S003-13), and whether the admin is a global administrator (S003-102). Only once somebody has signed in to
//! it.

use super::observed::GlobalAdministrator;
use crate::domain::chat::consent::{Holder, holders};
use crate::domain::organization::SignedInUser;
use crate::domain::reading::Reading;
use crate::recipes::dataverse::reading::{Context, reading};
use crate::services::Transport;
use crate::services::bearer::{Cloud, CloudError};
use crate::services::graph::applications::MICROSOFT_GRAPH;
use crate::services::graph::users::me;
use crate::services::graph::{grants, roles};
use crate::sorted;
use crate::text::Text;

/// Everybody who holds at least one of the five, by name. Partial where a name could not be read: its id stands there.
pub async fn read_consent(transport: &dyn Transport, context: Context<'_>) -> Reading<Vec<Holder>> {
    match read(&Cloud::new(transport, context.sleep)).await {
        Ok(found) => found,
        Err(error) => Reading::Unreadable(error.explain()),
    }
}

/// [`read_consent`], and whether the admin is a global administrator.
pub async fn read_directory(
    transport: &dyn Transport,
    context: Context<'_>,
    admin: &SignedInUser,
) -> (Reading<Vec<Holder>>, GlobalAdministrator) {
    let consents = read_consent(transport, context).await;
    (consents, read_global_administrator(transport, context, admin).await)
}

/// Whether `admin` holds the role of a global administrator, if it is `admin` who is signed in.
async fn read_global_administrator(
    transport: &dyn Transport,
    context: Context<'_>,
    admin: &SignedInUser,
) -> GlobalAdministrator {
    let graph = Cloud::new(transport, context.sleep);
    let own = match graph.get(&me()).await {
        Ok(own) => own,
        Err(error) => return GlobalAdministrator::Unreadable(error.explain()),
    };
    if !own.upn.eq_ignore_ascii_case(&admin.upn) {
        return GlobalAdministrator::OtherAccount(own.upn);
    }
    match graph.all(&roles::mine()).await {
        Ok(held) => GlobalAdministrator::Is(held.iter().any(|role| role.is_one_of(&[roles::GLOBAL]))),
        Err(error) => GlobalAdministrator::Unreadable(error.explain()),
    }
}

async fn read(graph: &Cloud<'_>) -> Result<Reading<Vec<Holder>>, CloudError> {
    let resource = graph.get(&grants::resource(MICROSOFT_GRAPH)).await?;
    let all = graph.all(&grants::for_all()).await?;
    let own = all.iter().filter(|grant| grant.is_for_all(&resource.id));
    let mut found = holders(own.map(|grant| (grant.client_id.as_str(), grant.scope.as_str())));
    let reads: Vec<_> = found.iter().map(|holder| grants::client(&holder.id)).collect();
    let named = graph.many(&reads).await;
    let mut gaps = Vec::new();
    for (holder, named) in found.iter_mut().zip(named) {
        match named {
            Ok(principal) => holder.name = principal.display_name.filter(|name| !name.trim().is_empty()),
            Err(error) => gaps.push(
                Text::new("chat-missing-principal")
                    .name("id", &holder.id)
                    .message("why", error.explain()),
            ),
        }
    }
    sorted::sort_by_key(&mut found, |holder| (holder.called().to_lowercase(), holder.id.clone()));
    Ok(reading(found, gaps))
}
