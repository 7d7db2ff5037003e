//! Audiences against their definition.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, in its helpers as well"
)]

mod made_up;

use std::collections::{BTreeMap, BTreeSet};

use made_up::{Pairs, assignments, id, spread};
use proptest::prelude::*;

type Ways = BTreeSet<(String, Option<String>)>;

#[test]
fn s003_68_a_shift_names_everyone_once() {
    let assignments = assignments(1000, 50, 20, &spread(1000, 50, 20));
    let before = BTreeSet::from(["role-000001", "role-000002"]);
    let after = BTreeSet::from(["role-000002", "role-000003"]);
    let shift = assignments.shift(&before, &after);
    let had = assignments.flags(&before);
    let has = assignments.flags(&after);
    assert!(!shift.gain.is_empty() && !shift.lose.is_empty());
    assert!(shift.gain.iter().all(|user| !had[*user] && has[*user]));
    assert!(shift.lose.iter().all(|user| had[*user] && !has[*user]));
    assert!(shift.gain.is_sorted_by(|a, b| a < b) && shift.lose.is_sorted_by(|a, b| a < b));
    let lost = assignments.count(&before) - shift.lose.len() as u64;
    assert_eq!(lost + shift.gain.len() as u64, assignments.count(&after));
}

#[test]
fn s003_68_users_of_a_role_are_counted_once_whether_direct_or_through_teams() {
    let pairs = Pairs {
        user_roles: vec![(0, 0), (1, 1)],
        memberships: vec![(0, 0), (1, 0), (0, 1)],
        team_roles: vec![(0, 0), (1, 0)],
    };
    let assignments = assignments(3, 3, 2, &pairs);
    let counts = assignments.counts();
    assert_eq!(counts.into_values().collect::<Vec<_>>(), [2, 1, 0]);
}

proptest! {
    /// A user holds if any direct role, or any role of any of their teams, holds; and every way is told.
    #[test]
    fn s003_60_holders_are_those_with_a_role_directly_or_through_a_team(
        user_roles in prop::collection::vec((0_usize..6, 0_usize..5), 0..20),
        memberships in prop::collection::vec((0_usize..6, 0_usize..4), 0..12),
        team_roles in prop::collection::vec((0_usize..4, 0_usize..5), 0..12),
        held in prop::collection::btree_set(0_usize..5, 0..4),
    ) {
        let mut expected: BTreeMap<String, Ways> = BTreeMap::new();
        for (user, role) in user_roles.iter().filter(|(_, role)| held.contains(role)) {
            expected.entry(id("user", *user)).or_default().insert((id("role", *role), None));
        }
        for (user, team) in &memberships {
            for (_, role) in team_roles.iter().filter(|(of, role)| of == team && held.contains(role)) {
                let way = (id("role", *role), Some(format!("Team {team}")));
                expected.entry(id("user", *user)).or_default().insert(way);
            }
        }
        let assignments = assignments(6, 5, 4, &Pairs { user_roles, memberships, team_roles });
        let ids: Vec<String> = held.iter().map(|role| id("role", *role)).collect();
        let holding: BTreeSet<&str> = ids.iter().map(String::as_str).collect();
        let found: BTreeMap<String, Ways> = assignments
            .holders(&holding)
            .into_iter()
            .map(|holder| {
                let ways = holder.grants.into_iter().map(|grant| (grant.role_id, grant.team)).collect();
                (holder.user_id, ways)
            })
            .collect();
        prop_assert_eq!(assignments.count(&holding), expected.len() as u64);
        for (user, ways) in &expected {
            let grants: Ways = assignments.grants(user, &holding).into_iter().map(|grant| (grant.role_id, grant.team)).collect();
            prop_assert_eq!(&grants, ways);
        }
        prop_assert_eq!(found, expected);
    }
}
