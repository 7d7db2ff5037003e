//! A made-up organization of any size: what the benchmark and the tests of audiences go through.

use latchkey::sorted::Sorted;

use latchkey::domain::audience::{Assignments, Links, Named};
use latchkey::domain::role::{Role, User};

/// Pairs of positions: (user, role), (user, team), (team, role).
pub struct Pairs {
    pub user_roles: Vec<(usize, usize)>,
    pub memberships: Vec<(usize, usize)>,
    pub team_roles: Vec<(usize, usize)>,
}

/// Each user with two roles and one team, each team with one role.
pub fn spread(users: usize, roles: usize, teams: usize) -> Pairs {
    Pairs {
        user_roles: (0..users)
            .flat_map(|user| [(user, user * 7 % roles), (user, user * 13 % roles)])
            .collect(),
        memberships: (0..users).map(|user| (user, user * 11 % teams)).collect(),
        team_roles: (0..teams).map(|team| (team, team * 17 % roles)).collect(),
    }
}

/// The id of the user, role or team at a position.
pub fn id(kind: &str, number: usize) -> String {
    format!("{kind}-{number:06}")
}

/// So many users, roles and teams, linked by `pairs`.
pub fn assignments(users: usize, roles: usize, teams: usize, pairs: &Pairs) -> Assignments {
    let users: Vec<User> = (0..users)
        .map(|number| User {
            id: id("user", number),
            name: format!("User {number}"),
            upn: format!("user{number}@contoso.com"),
            title: None,
            business_unit: String::new(),
        })
        .collect();
    let roles: Vec<Role> = (0..roles)
        .map(|number| Role {
            id: id("role", number),
            name: format!("Role {number}"),
            template_id: None,
            managed: false,
            customizable: true,
            default: None,
            depth: None,
        })
        .collect();
    let teams: Vec<Named> = (0..teams)
        .map(|number| Named {
            id: id("team", number),
            name: format!("Team {number}"),
        })
        .collect();
    let roots: Sorted<String, String> = roles.iter().map(|role| (role.id.clone(), role.id.clone())).collect();
    let named = |pairs: &[(usize, usize)], left: &str, right: &str| -> Vec<(String, String)> {
        pairs.iter().map(|pair| (id(left, pair.0), id(right, pair.1))).collect()
    };
    let (assignments, unknown) = Assignments::new(Links {
        users: &users,
        roles: &roles,
        roots: &roots,
        teams: &teams,
        user_roles: &named(&pairs.user_roles, "user", "role"),
        memberships: &named(&pairs.memberships, "user", "team"),
        team_roles: &named(&pairs.team_roles, "team", "role"),
    });
    assert_eq!(unknown, 0);
    assignments
}
