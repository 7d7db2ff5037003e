//! Users, and through which links they have roles: the quick intersect tables, checked, and the slower way.

use std::collections::BTreeSet;

use futures_util::future::join4;

use super::observe::{Roots, missing, reading};
use crate::domain::audience::{Assignments, Links, Named};
use crate::domain::reading::Reading;
use crate::domain::role::{Role, User};
use crate::services::dataverse::client::{Answers, Batch, Listing, Page, Slot};
use crate::services::dataverse::security::{self, ACCESS_TEAM};
use crate::services::dataverse::wire::{RoleId, SystemUser, TeamRow, WhoAmI};
use crate::services::dataverse::{Dataverse, DataverseError};
use crate::sorted;
use crate::text::Text;

/// Where the first answers are.
pub(super) struct Slots {
    teams: Slot<Page<TeamRow>>,
    own_roles: Slot<Page<RoleId>>,
}

/// What came of it.
pub(super) struct PeopleRead {
    pub(super) users: Reading<Vec<User>>,
    pub(super) users_left_out: u64,
    pub(super) links: Reading<LinksRead>,
    pub(super) remarks: Vec<Text>,
}

/// Pairs of ids, as read.
#[derive(Default)]
pub(super) struct LinksRead {
    teams: Vec<Named>,
    user_roles: Vec<(String, String)>,
    memberships: Vec<(String, String)>,
    team_roles: Vec<(String, String)>,
}

/// Adds the first reads.
pub(super) fn ask(batch: &mut Batch<'_, '_>, who: &WhoAmI) -> Slots {
    Slots {
        teams: batch.add(&security::teams()),
        own_roles: batch.add(&security::roles_of_user(&who.user_id.0)),
    }
}

/// Reads the lists, four at a time.
pub(super) async fn read(dataverse: &Dataverse<'_>, answers: &Answers, slots: Slots, who: &WhoAmI) -> PeopleRead {
    let mut remarks = Vec::new();
    let own_roles = answers.get(&slots.own_roles).ok().map(Page::into_rows);
    let (user_rows, user_roles, team_links) = {
        let (users, quick_roles, memberships, team_roles) = join4(
            async { dataverse.all(&security::users()).await },
            async {
                let listing = dataverse.all(&security::user_roles()).await?;
                Ok::<_, DataverseError>(listing.map(|row| (row.systemuserid.0, row.roleid.0)))
            },
            async {
                let listing = dataverse.all(&security::team_memberships()).await?;
                Ok::<_, DataverseError>(listing.map(|row| (row.systemuserid.0, row.teamid.0)))
            },
            async {
                let listing = dataverse.all(&security::team_roles()).await?;
                Ok::<_, DataverseError>(listing.map(|row| (row.teamid.0, row.roleid.0)))
            },
        )
        .await;
        let user_roles = checked_user_roles(dataverse, quick_roles, own_roles, who, &mut remarks).await;
        let teams = match answers.get(&slots.teams) {
            Ok(page) => Ok(dataverse.rest(page, &security::teams()).await),
            Err(error) => Err(error),
        };
        let team_links = checked_teams(dataverse, teams, memberships, team_roles, &mut remarks).await;
        (users, user_roles, team_links)
    };
    let (users, users_left_out) = people(user_rows);
    PeopleRead {
        users,
        users_left_out,
        links: links(user_roles, team_links),
        remarks,
    }
}

/// Enabled people by name, and how many were left out.
fn people(rows: Result<Listing<SystemUser>, DataverseError>) -> (Reading<Vec<User>>, u64) {
    let listing = match rows {
        Ok(listing) => listing,
        Err(error) => return (Reading::Unreadable(error.explain()), 0),
    };
    let incomplete = missing(&listing, "dataverse-what-users");
    let all = listing.rows.len();
    let mut users: Vec<User> = listing
        .rows
        .into_iter()
        .filter(|row| !row.isdisabled && row.applicationid.is_none())
        .map(|row| User {
            upn: row.domainname.unwrap_or_default(),
            name: row.fullname.unwrap_or_default(),
            title: row.title.filter(|title| !title.trim().is_empty()),
            business_unit: row.businessunitid.and_then(|unit| unit.name).unwrap_or_default(),
            id: row.systemuserid.0,
        })
        .collect();
    let left_out = (all - users.len()) as u64;
    sorted::sort_by_key(&mut users, |user| (user.name.to_lowercase(), user.id.clone()));
    (reading(users, incomplete), left_out)
}

type Pairs = Listing<(String, String)>;

/// The intersect table, unless it is refused or disagrees with the signed-in user's own roles.
async fn checked_user_roles(
    dataverse: &Dataverse<'_>,
    quick: Result<Pairs, DataverseError>,
    own_roles: Option<Vec<RoleId>>,
    who: &WhoAmI,
    remarks: &mut Vec<Text>,
) -> Result<Pairs, DataverseError> {
    match quick {
        Ok(listing) => {
            let own: Option<BTreeSet<&str>> = own_roles
                .as_ref()
                .map(|roles| roles.iter().map(|role| role.roleid.0.as_str()).collect());
            let listed: BTreeSet<&str> = listing
                .rows
                .iter()
                .filter(|(user, _)| *user == who.user_id.0)
                .map(|(_, role)| role.as_str())
                .collect();
            if own.is_none_or(|own| own == listed) || !listing.is_complete() {
                return Ok(listing);
            }
            remarks.push(Text::new("disconnect-remark-user-roles-disagree"));
        }
        Err(error) if !error.is_refusal() => return Err(error),
        Err(_) => remarks.push(Text::new("disconnect-remark-user-roles-refused")),
    }
    let slower = dataverse.all(&security::users_with_roles()).await?;
    let mut pairs = Listing {
        rows: Vec::new(),
        unreadable: slower.unreadable,
        stopped: slower.stopped,
    };
    for user in slower.rows {
        match user.systemuserroles_association {
            Some(roles) => pairs.rows.extend(
                roles
                    .into_iter()
                    .map(|role| (user.systemuserid.0.clone(), role.roleid.0)),
            ),
            None => pairs.unreadable += 1,
        }
    }
    Ok(pairs)
}

struct TeamLinks {
    teams: Listing<Named>,
    memberships: Pairs,
    team_roles: Pairs,
}

/// The intersect tables of teams, unless one of them is refused.
async fn checked_teams(
    dataverse: &Dataverse<'_>,
    teams: Result<Listing<TeamRow>, DataverseError>,
    memberships: Result<Pairs, DataverseError>,
    team_roles: Result<Pairs, DataverseError>,
    remarks: &mut Vec<Text>,
) -> Result<TeamLinks, DataverseError> {
    let teams = teams?;
    match (memberships, team_roles) {
        (Ok(memberships), Ok(team_roles)) => {
            return Ok(TeamLinks {
                teams: Listing {
                    rows: teams.rows.iter().filter_map(named).collect(),
                    unreadable: teams.unreadable,
                    stopped: teams.stopped,
                },
                memberships,
                team_roles,
            });
        }
        (Err(error), _) | (_, Err(error)) if !error.is_refusal() => return Err(error),
        _ => remarks.push(Text::new("disconnect-remark-teams-refused")),
    }
    let slower = dataverse.all(&security::teams_with_links()).await?;
    let complete = |rows| Listing {
        rows,
        unreadable: 0,
        stopped: None,
    };
    let mut links = TeamLinks {
        teams: Listing {
            rows: slower.rows.iter().filter_map(named).collect(),
            unreadable: slower.unreadable,
            stopped: slower.stopped,
        },
        memberships: complete(Vec::new()),
        team_roles: complete(Vec::new()),
    };
    for team in slower.rows {
        let id = team.teamid.0;
        match (team.teamroles_association, team.teammembership_association) {
            (Some(roles), Some(members)) => {
                links
                    .team_roles
                    .rows
                    .extend(roles.into_iter().map(|role| (id.clone(), role.roleid.0)));
                links
                    .memberships
                    .rows
                    .extend(members.into_iter().map(|user| (user.systemuserid.0, id.clone())));
            }
            _ => links.teams.unreadable += 1,
        }
    }
    Ok(links)
}

/// Access teams pass on no roles.
fn named(team: &TeamRow) -> Option<Named> {
    (team.teamtype != Some(ACCESS_TEAM)).then(|| Named {
        id: team.teamid.0.clone(),
        name: team.name.clone().unwrap_or_default(),
    })
}

fn links(user_roles: Result<Pairs, DataverseError>, teams: Result<TeamLinks, DataverseError>) -> Reading<LinksRead> {
    let user_roles = match user_roles {
        Ok(listing) => listing,
        Err(error) => return Reading::Unreadable(error.explain()),
    };
    let mut incomplete = missing(&user_roles, "dataverse-what-user-roles");
    let mut read = LinksRead {
        user_roles: user_roles.rows,
        ..LinksRead::default()
    };
    match teams {
        Ok(teams) => {
            incomplete.extend(missing(&teams.teams, "dataverse-what-teams"));
            incomplete.extend(missing(&teams.memberships, "dataverse-what-team-members"));
            incomplete.extend(missing(&teams.team_roles, "dataverse-what-team-roles"));
            read.teams = teams.teams.rows;
            read.memberships = teams.memberships.rows;
            read.team_roles = teams.team_roles.rows;
        }
        // Direct roles are known, those through teams are not: "at least".
        Err(error) => incomplete.push(error.explain()),
    }
    reading(read, incomplete)
}

/// Brings users, roles and links together; as complete as the least complete of them.
pub(super) fn assignments(
    users: &Reading<Vec<User>>,
    roles: &Reading<Vec<Role>>,
    roots: Roots,
    links: Reading<LinksRead>,
) -> Reading<Assignments> {
    let mut incomplete = [users.missing(), roles.missing(), links.missing()].concat();
    let (users, roles, links) = match (users, roles, links) {
        (Reading::Unreadable(why), _, _) | (_, Reading::Unreadable(why), _) => {
            return Reading::Unreadable(why.clone());
        }
        (_, _, Reading::Unreadable(why)) => return Reading::Unreadable(why),
        (
            Reading::Complete(users) | Reading::Partial { value: users, .. },
            Reading::Complete(roles) | Reading::Partial { value: roles, .. },
            Reading::Complete(links) | Reading::Partial { value: links, .. },
        ) => (users, roles, links),
    };
    let (assignments, unknown) = Assignments::new(Links {
        users,
        roles,
        roots: &roots,
        teams: &links.teams,
        user_roles: &links.user_roles,
        memberships: &links.memberships,
        team_roles: &links.team_roles,
    });
    if unknown > 0 {
        incomplete.push(Text::new("disconnect-missing-unknown-roles").number("count", unknown as i64));
    }
    reading(assignments, incomplete)
}
