//! Reads who is System Administrator of msdyn_viva, over its own Dataverse, and whom the tenant's roles made that (S001-33,
//! S001-34); and says what there is to review.

use serde_json::{Value, json};

use super::choices::Repair;
use super::observe::Counted;
use super::observed::{Administrator, Observed, Platform, Viva};
use super::policies::nowhere;
use super::report::{Told, attention, count, few, told, unknown, whole};
use crate::domain::organization::{Organization, SignedInUser};
use crate::domain::reading::Reading;
use crate::domain::role::DefaultRole;
use crate::recipes::dataverse::reading::Context;
use crate::recipes::readiness::Readiness;
use crate::services::Transport;
use crate::services::bearer::{Cloud, CloudError};
use crate::services::dataverse::client::{Page, Read};
use crate::services::dataverse::error::DataverseError;
use crate::services::dataverse::wire::Member;
use crate::services::dataverse::{Dataverse, identity, security};
use crate::services::graph::roles::{self, FOR_DATA_POLICIES};
use crate::text::Text;

/// Reads msdyn_viva's administrators over its Dataverse, eight requests at most, and over Graph who holds the tenant's
/// roles, two.
pub async fn read_viva(dataverse: &dyn Transport, graph: &dyn Transport, context: Context<'_>) -> Viva {
    let counted = Counted::new(dataverse);
    let client = Dataverse::new(&counted, context.sleep);
    let organization = match organization(&client, dataverse.host()).await {
        Ok(found) => Reading::Complete(found),
        Err(error) => Reading::Unreadable(error.explain()),
    };
    let (administrators, applications) = match administrators(&client).await {
        Ok((people, applications)) => (Reading::Complete(people), applications),
        Err(error) => (Reading::Unreadable(error.explain()), Vec::new()),
    };
    let asked = Counted::new(graph);
    let of_tenant = match of_tenant(&Cloud::new(&asked, context.sleep)).await {
        Ok(holders) => Reading::Complete(holders),
        Err(error) => Reading::Unreadable(error.explain()),
    };
    Viva {
        host: dataverse.host().to_owned(),
        organization,
        administrators,
        applications,
        of_tenant,
        read_at: context.now,
        requests: counted.requests().saturating_add(asked.requests()),
    }
}

async fn organization(client: &Dataverse<'_>, host: &str) -> Result<(Organization, SignedInUser), DataverseError> {
    let who = client.get(&identity::who_am_i()).await?;
    let detail = client.get(&identity::current_organization()).await.ok();
    let own = client.get(&identity::user(&who.user_id.0)).await.ok();
    let organization = identity::organization(&who, detail.map(|current| current.detail), host);
    Ok((organization, identity::signed_in(&who, own)))
}

/// A list to its end: who is not on it does not administer.
async fn complete<T: crate::json::FromJson>(
    client: &Dataverse<'_>,
    read: &Read<Page<T>>,
    what: &'static str,
) -> Result<Vec<T>, DataverseError> {
    let listing = client.all(read).await?;
    if listing.is_complete() {
        return Ok(listing.rows);
    }
    let detail = "a list that is not whole".to_owned();
    Err(DataverseError::Unexpected { what, detail })
}

/// The people, and the names of the applications.
async fn administrators(client: &Dataverse<'_>) -> Result<(Vec<Administrator>, Vec<String>), DataverseError> {
    let template = DefaultRole::SystemAdministrator.template_id().unwrap_or_default();
    let what = "dataverse-what-user-roles";
    let copies = complete(client, &security::roles_of_template(template), what).await?;
    let is_copy = |role: &str| copies.iter().any(|copy| copy.roleid.0 == role);
    let held = complete(client, &security::user_roles(), what).await?;
    let by_teams = complete(client, &security::team_roles(), what).await?;
    let teams: Vec<&str> = by_teams
        .iter()
        .filter(|link| is_copy(&link.roleid.0))
        .map(|link| link.teamid.0.as_str())
        .collect();
    let mut in_team: Vec<String> = Vec::new();
    if !teams.is_empty() {
        for link in complete(client, &security::team_memberships(), what).await? {
            if teams.contains(&link.teamid.0.as_str()) {
                in_team.push(link.systemuserid.0);
            }
        }
    }
    let (mut people, mut applications) = (Vec::new(), Vec::new());
    for member in complete(client, &security::members(), what).await? {
        let (mut own, mut other) = (Vec::new(), None);
        for link in held.iter().filter(|link| link.systemuserid.0 == member.systemuserid.0) {
            if is_copy(&link.roleid.0) {
                own.push(link.roleid.0.clone());
            } else {
                other = Some(link.roleid.0.clone());
            }
        }
        let by_team = in_team.contains(&member.systemuserid.0);
        if member.isdisabled || own.is_empty() && !by_team {
            continue;
        }
        if let Some(application) = &member.applicationid {
            let name = member.fullname.filter(|name| !name.trim().is_empty());
            applications.push(name.unwrap_or_else(|| application.clone()));
        } else {
            people.push(person(member, own, by_team, other));
        }
    }
    crate::sorted::sort_by_key(&mut people, |person: &Administrator| person.name.to_lowercase());
    Ok((people, applications))
}

fn person(member: Member, roles: Vec<String>, by_team: bool, other: Option<String>) -> Administrator {
    Administrator {
        id: member.systemuserid.0,
        object: member.object,
        name: member.fullname.unwrap_or_default(),
        upn: member.domainname.unwrap_or_default(),
        roles,
        by_team,
        other,
    }
}

/// Who is a Global or a Power Platform Administrator now. Who is only eligible is not among them.
async fn of_tenant(graph: &Cloud<'_>) -> Result<Vec<String>, CloudError> {
    let mut holders = Vec::new();
    for role in FOR_DATA_POLICIES {
        for assignment in graph.all(&roles::holders(role)).await? {
            holders.push(assignment.principal);
        }
    }
    Ok(holders)
}

/// Whom the admin's review is of, if all of them were seen (S001-34).
pub(super) fn seen(observed: &Observed) -> Option<Value> {
    let viva = observed.viva.as_ref().filter(|viva| viva.is_seen_whole())?;
    let Reading::Complete(all) = &viva.administrators else {
        return None;
    };
    let ids: Vec<&str> = all.iter().map(|one| one.id.as_str()).collect();
    Some(json!({"host": viva.host, "people": ids}))
}

/// What there is to review.
pub(super) fn review(observed: &Observed, platform: &Platform) -> Told {
    let Some(environment) = observed.environment() else {
        return nowhere(platform, "deploy-administrators-before");
    };
    if environment.host().is_none() {
        return unknown("deploy-unknown-hand");
    }
    let Some(viva) = &observed.viva else {
        let source = Text::new("deploy-source-dataverse");
        return told(
            Readiness::Unknown,
            Text::new("deploy-unknown-signed-out").message("source", source),
        );
    };
    let all = match whole(&viva.administrators) {
        Ok(all) => all,
        Err(told) => return told,
    };
    let found = Text::new("deploy-administrators-found").number("count", count(all.len()));
    let Some((came, others)) = viva.parted() else {
        let mut told = told(Readiness::Attention, found).because(Text::new("deploy-administrators-unparted"));
        if let Reading::Unreadable(why) = &viva.of_tenant {
            told = told.because(why.clone());
        }
        return told.of(all.iter().map(named).collect());
    };
    let is_whole = viva.is_seen_whole();
    let mut told = if others.is_empty() && is_whole {
        told(Readiness::Ready, found)
    } else if others.is_empty() {
        told(Readiness::Unknown, found)
    } else {
        let says = Text::new("deploy-administrators-others").number("count", count(others.len()));
        Told {
            statement: says,
            ..attention("deploy-administrators-others")
        }
        .because(found)
    };
    if !is_whole {
        told = told.because(Text::new("deploy-administrators-not-all"));
    }
    if !came.is_empty() {
        let people: Vec<String> = came.iter().map(|one| named(one)).collect();
        told = told.because(Text::new("deploy-administrators-came").name("people", people.join(", ")));
    }
    if !viva.applications.is_empty() {
        told = told.because(few("deploy-administrators-apps", &viva.applications));
    }
    if !others.is_empty() {
        told = told.because(Text::new("deploy-administrators-eligible"));
    }
    if others.iter().any(|one| viva.stays(one).is_none()) && viva.own().is_some() {
        told = told.by(Repair::Administrators);
    }
    told.of(others.iter().map(|one| named(one)).collect())
}

/// With their user name.
pub fn named(one: &Administrator) -> String {
    format!("{} ({})", one.name, one.upn)
}
