//! Who holds a privilege through which role and team, and who gains or loses it when roles change.

use crate::sorted::{self, Sorted};
use std::collections::BTreeSet;

use super::role::{Grant, Holder, Role, User};

/// Which users have which roles, directly or through which teams: indexes instead of ids, so that ten thousand users
/// can be gone through while somebody moves a switch.
///
/// Rules: direct roles and the roles of teams that are not access teams; every business unit's copy of a role counts
/// as its root copy; no deny exists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Assignments {
    /// User ids in the order of the list they were built from.
    users: Vec<String>,
    /// The roles (root copies).
    roles: Vec<Named>,
    /// The teams.
    teams: Vec<Named>,
    /// (user, role), ordered, without duplicates.
    direct: Vec<(u32, u32)>,
    /// (user, team), ordered, without duplicates.
    memberships: Vec<(u32, u32)>,
    /// (team, role), ordered, without duplicates.
    team_roles: Vec<(u32, u32)>,
}

/// Something with an id and a name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    /// The id, lower case.
    pub id: String,
    /// The name.
    pub name: String,
}

/// What [`Assignments`] are built from. Ids are lower case.
#[derive(Debug, Clone, Copy)]
pub struct Links<'a> {
    /// The people to tell about; links of anybody else (disabled, application users) are left out.
    pub users: &'a [User],
    /// The roles, as root copies.
    pub roles: &'a [Role],
    /// Role id of any copy → id of the root copy.
    pub roots: &'a Sorted<String, String>,
    /// The teams that can pass on roles.
    pub teams: &'a [Named],
    /// (user id, role id of any copy).
    pub user_roles: &'a [(String, String)],
    /// (user id, team id).
    pub memberships: &'a [(String, String)],
    /// (team id, role id of any copy).
    pub team_roles: &'a [(String, String)],
}

/// Who gains and who loses, as positions in the user list, each once, ascending.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shift {
    /// Those who get the right.
    pub gain: Vec<usize>,
    /// Those who lose it.
    pub lose: Vec<usize>,
}

impl Assignments {
    /// Builds the indexes. The second value counts links to roles that are in no list: above 0 the lists do not agree.
    pub fn new(links: Links<'_>) -> (Self, u64) {
        let users = index(links.users.iter().map(|user| user.id.as_str()));
        let roles = index(links.roles.iter().map(|role| role.id.as_str()));
        let teams = index(links.teams.iter().map(|team| team.id.as_str()));
        let mut unknown = 0;
        let mut role_of = |copy: &String| {
            let found = links.roots.get(copy).and_then(|root| roles.get(root.as_str()).copied());
            unknown += u64::from(found.is_none());
            found
        };
        let mut direct: Vec<(u32, u32)> = links
            .user_roles
            .iter()
            .filter_map(|(user, role)| Some((*users.get(user.as_str())?, role_of(role)?)))
            .collect();
        let mut team_roles: Vec<(u32, u32)> = links
            .team_roles
            .iter()
            .filter_map(|(team, role)| Some((*teams.get(team.as_str())?, role_of(role)?)))
            .collect();
        let mut memberships: Vec<(u32, u32)> = links
            .memberships
            .iter()
            .filter_map(|(user, team)| Some((*users.get(user.as_str())?, *teams.get(team.as_str())?)))
            .collect();
        for pairs in [&mut direct, &mut team_roles, &mut memberships] {
            pairs.sort_unstable();
            pairs.dedup();
        }
        let named = |role: &Role| Named {
            id: role.id.clone(),
            name: role.name.clone(),
        };
        let assignments = Self {
            users: links.users.iter().map(|user| user.id.clone()).collect(),
            roles: links.roles.iter().map(named).collect(),
            teams: links.teams.to_vec(),
            direct,
            memberships,
            team_roles,
        };
        (assignments, unknown)
    }

    /// Everyone who has one of the roles `holding` (root ids), with every way it comes, in the order of the users.
    pub fn holders(&self, holding: &BTreeSet<&str>) -> Vec<Holder> {
        let held = self.held(holding);
        held.have
            .iter()
            .zip(&self.users)
            .enumerate()
            .filter(|(_, (has, _))| **has)
            .map(|(user, (_, id))| Holder {
                user_id: id.clone(),
                grants: self.grants_at(user, &held),
            })
            .collect()
    }

    /// The ways in which one user has the roles `holding`; empty if there is none or the user is not in the list.
    pub fn grants(&self, user_id: &str, holding: &BTreeSet<&str>) -> Vec<Grant> {
        match self.users.iter().position(|id| id == user_id) {
            Some(user) => self.grants_at(user, &self.held(holding)),
            None => Vec::new(),
        }
    }

    /// The same for several users by position in the list.
    pub fn grants_of(&self, users: &[usize], holding: &BTreeSet<&str>) -> Vec<Vec<Grant>> {
        let held = self.held(holding);
        users.iter().map(|user| self.grants_at(*user, &held)).collect()
    }

    /// Whether each user, by position, has one of the roles `holding`.
    pub fn flags(&self, holding: &BTreeSet<&str>) -> Vec<bool> {
        self.held(holding).have
    }

    /// How many users have one of the roles `holding`.
    pub fn count(&self, holding: &BTreeSet<&str>) -> u64 {
        self.held(holding).have.iter().filter(|has| **has).count() as u64
    }

    /// Who gains and who loses if the roles giving the right change from `before` to `after`; each user once.
    pub fn shift(&self, before: &BTreeSet<&str>, after: &BTreeSet<&str>) -> Shift {
        let before = self.held(before).have;
        let after = self.held(after).have;
        let mut shift = Shift::default();
        for (user, (had, has)) in before.iter().zip(&after).enumerate() {
            match (had, has) {
                (false, true) => shift.gain.push(user),
                (true, false) => shift.lose.push(user),
                _ => {}
            }
        }
        shift
    }

    /// How many users have each role, directly or through a team, by root id.
    pub fn counts(&self) -> Sorted<&str, u64> {
        let mut pairs = self.direct.clone();
        for &(user, team) in &self.memberships {
            pairs.extend(of(&self.team_roles, team).iter().map(|&(_, role)| (user, role)));
        }
        pairs.sort_unstable();
        pairs.dedup();
        let mut counts = vec![0_u64; self.roles.len()];
        for (_, role) in pairs {
            if let Some(count) = counts.get_mut(role as usize) {
                *count += 1;
            }
        }
        self.roles.iter().map(|role| role.id.as_str()).zip(counts).collect()
    }

    fn held(&self, holding: &BTreeSet<&str>) -> Held {
        let roles: Vec<bool> = self
            .roles
            .iter()
            .map(|role| holding.contains(role.id.as_str()))
            .collect();
        let mut teams = vec![false; self.teams.len()];
        mark(&mut teams, &self.team_roles, &roles);
        let mut have = vec![false; self.users.len()];
        mark(&mut have, &self.direct, &roles);
        mark(&mut have, &self.memberships, &teams);
        Held { roles, teams, have }
    }

    fn grants_at(&self, user: usize, held: &Held) -> Vec<Grant> {
        let Ok(user) = u32::try_from(user) else {
            return Vec::new();
        };
        let grant = |role: u32, team: Option<&Named>| {
            self.roles.get(role as usize).map(|role| Grant {
                role_id: role.id.clone(),
                role: role.name.clone(),
                team: team.map(|team| team.name.clone()),
            })
        };
        let direct = of(&self.direct, user)
            .iter()
            .filter(|(_, role)| is(&held.roles, *role))
            .filter_map(|&(_, role)| grant(role, None));
        let through_teams = of(&self.memberships, user)
            .iter()
            .filter(|(_, team)| is(&held.teams, *team))
            .flat_map(|&(_, team)| of(&self.team_roles, team))
            .filter(|(_, role)| is(&held.roles, *role))
            .filter_map(|&(team, role)| grant(role, self.teams.get(team as usize)));
        let mut grants: Vec<Grant> = direct.chain(through_teams).collect();
        sorted::sort_by(&mut grants, Ord::cmp);
        grants.dedup();
        grants
    }
}

/// What follows from a set of roles giving the right.
struct Held {
    roles: Vec<bool>,
    teams: Vec<bool>,
    have: Vec<bool>,
}

fn index<'a>(ids: impl Iterator<Item = &'a str>) -> Sorted<&'a str, u32> {
    ids.zip(0_u32..).collect()
}

fn is(flags: &[bool], index: u32) -> bool {
    flags.get(index as usize).copied().unwrap_or_default()
}

/// Sets the flag of every left side whose right side has one.
fn mark(flags: &mut [bool], pairs: &[(u32, u32)], right: &[bool]) {
    for &(left, with) in pairs {
        if is(right, with)
            && let Some(flag) = flags.get_mut(left as usize)
        {
            *flag = true;
        }
    }
}

/// The pairs with this left side, of ordered pairs.
fn of(pairs: &[(u32, u32)], left: u32) -> &[(u32, u32)] {
    let from = pairs.partition_point(|pair| pair.0 < left);
    let to = pairs.partition_point(|pair| pair.0 <= left);
    pairs.get(from..to).unwrap_or_default()
}
