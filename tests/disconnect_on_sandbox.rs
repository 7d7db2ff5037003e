//! Disconnect rights against the sandbox tenant, in process: read, plan, apply, prove, undo, in every dialect, at scale.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, in its helpers as well"
)]

mod org_in_process;

use std::collections::BTreeSet;

use latchkey::http::Request;
use latchkey::plan::model::Plan;
use latchkey::plan::undo::undo_plan;
use latchkey::recipes::disconnect::{Choices, ObserveError, Observed, Toggle, effect, explain_undo, plan};
use latchkey_sandbox::pages::Generation;
use latchkey_sandbox::{Config, ORG_HOST};
use org_in_process::Org;
use serde_json::Value;

/// Everybody the sandbox itself says has the privilege, asked one by one.
fn holders_by_asking_each(org: &Org, observed: &Observed) -> BTreeSet<String> {
    let users = observed.users.value().unwrap();
    users
        .iter()
        .filter(|user| {
            let path = format!(
                "/api/data/v9.2/systemusers({})/Microsoft.Dynamics.CRM.RetrieveUserPrivilegeByPrivilegeName(PrivilegeName='prvUnlinkTeamsChatFromRecord')",
                user.id
            );
            let answer = org.call(ORG_HOST, &Request::get(path)).unwrap();
            let answer: Value = serde_json::from_str(&answer.body).unwrap();
            !answer["RolePrivileges"].as_array().unwrap().is_empty()
        })
        .map(|user| user.id.clone())
        .collect()
}

const DIALECTS: [&[&str]; 4] = [
    &[],
    &["roleprivileges=rootonly"],
    &["privilegecache=late"],
    &["removal=inactive", "sharepoint=replace"],
];

#[test]
fn s003_60_holders_are_exactly_those_the_service_says_in_every_dialect() {
    for dialects in DIALECTS {
        let org = Org::new("admin@contoso.com", dialects, "");
        let observed = org.read().unwrap();
        assert!(observed.holders.is_complete(), "{:?}", observed.holders);
        assert!(observed.record_types.is_complete() && observed.roles.is_complete());
        assert_eq!(observed.remarks, []);
        let holders: BTreeSet<String> = observed
            .holders
            .value()
            .unwrap()
            .iter()
            .map(|holder| holder.user_id.clone())
            .collect();
        assert_eq!(holders, holders_by_asking_each(&org, &observed), "{dialects:?}");
        assert!(observed.users_left_out > 0);
    }
}

#[test]
fn s003_61_to_66_all_six_default_roles_are_found_and_hold_the_right() {
    let observed = Org::new("admin@contoso.com", &[], "").read().unwrap();
    let defaults: BTreeSet<_> = observed
        .roles
        .value()
        .unwrap()
        .iter()
        .filter_map(|role| role.default)
        .collect();
    assert_eq!(defaults.len(), 6);
    let roles = observed.roles.value().unwrap();
    assert!(
        roles
            .iter()
            .filter(|role| role.default.is_some())
            .all(|role| role.gives_right())
    );
}

#[test]
fn s003_59_68_what_is_planned_is_applied_proven_and_undone_to_the_same_state() {
    for dialects in DIALECTS {
        let org = Org::new("admin@contoso.com", dialects, "");
        let start = org.state();
        let observed = org.read().unwrap();
        let mut choices = Choices::default();
        for record_type in observed.record_types.value().unwrap() {
            choices.toggle(
                &observed,
                &record_type.id,
                Toggle::Connector,
                !record_type.is_on(Toggle::Connector),
            );
        }
        let roles = observed.roles.value().unwrap();
        let take = roles
            .iter()
            .find(|role| role.gives_right() && role.is_changeable())
            .unwrap();
        let grant = roles
            .iter()
            .find(|role| !role.gives_right() && role.is_changeable())
            .unwrap();
        choices.set_role(&observed, &take.id, false);
        choices.set_role(&observed, &grant.id, true);
        let expected = effect(&observed, &choices);
        let run = org.apply(plan(&observed, &choices, 1).unwrap(), "run-1");

        let after = org.read().unwrap();
        for record_type in after.record_types.value().unwrap() {
            let before = observed.record_type(&record_type.id).unwrap();
            assert_ne!(record_type.is_on(Toggle::Connector), before.is_on(Toggle::Connector));
            assert_eq!(record_type.is_on(Toggle::Owner), before.is_on(Toggle::Owner));
        }
        assert_eq!(after.role(&take.id).unwrap().depth, None);
        assert!(after.role(&grant.id).unwrap().depth.is_some());
        assert_eq!(
            after.holders.value().unwrap().len() as u64,
            expected.hold_after.unwrap()
        );
        assert!(choices.rebased(&after).is_empty(), "already so");
        assert_ne!(org.state(), start);

        let mut undo = undo_plan(&run.record(), org.now.get()).unwrap();
        explain_undo(&mut undo, &run.record(), Some(&after), "then");
        let counted = |plan: &Plan, id: &str| {
            let note = plan.notes.iter().find(|note| note.id == id);
            note.map(|note| ["count", "names"].map(|name| note.args.get(name).unwrap().clone()))
        };
        assert_eq!(
            counted(&undo, "disconnect-note-lose"),
            counted(run.plan(), "disconnect-note-gain")
        );
        assert_eq!(
            counted(&undo, "disconnect-note-gain"),
            counted(run.plan(), "disconnect-note-lose")
        );
        org.apply(undo, "run-2");
        assert_eq!(org.state(), start, "{dialects:?}");
    }
}

#[test]
fn ten_thousand_users_are_read_completely_in_at_most_forty_requests() {
    let read = |dialect, without| {
        let mut org = Org::new("admin@contoso.com", &[dialect], "users=10000,roles=500,teams=200");
        org.without = without;
        let observed = org.read().unwrap();
        assert!(observed.users.value().unwrap().len() as u64 + observed.users_left_out >= 10_000);
        assert!(observed.roles.value().unwrap().len() >= 500);
        assert!(observed.holders.is_complete());
        assert!(observed.requests <= 40, "{without:?}: {} requests", observed.requests);
        (observed.requests, observed.holders, observed.remarks.len())
    };
    let (quick, holders, remarks) = read("roleprivileges=all", None);
    assert!(quick <= 15 && remarks == 0, "{quick} requests");
    // The slower ways cost more, say so, and come to the same.
    for without in [
        None,
        Some("roleprivilegescollection"),
        Some("systemuserrolescollection"),
    ] {
        let (requests, slower, remarks) = read("roleprivileges=rootonly", without);
        println!("without {without:?}: {requests} requests");
        assert_eq!(remarks, usize::from(without.is_some()));
        assert_eq!(slower, holders, "{without:?}");
    }
}

#[test]
fn the_older_generation_is_read_as_well_and_has_no_settings_framework() {
    let config = Config {
        generation: Generation::G2023,
        ..Config::default()
    };
    let observed = Org::of("admin@contoso.com", config).read().unwrap();
    assert!(observed.record_types.is_complete() && observed.holders.is_complete());
    assert!(!observed.record_types.value().unwrap().is_empty());
    assert_eq!(observed.chats_for_all_tables.value(), Some(&None));
}

#[test]
fn somebody_without_rights_sees_why_and_can_plan_nothing() {
    for upn in ["reader@contoso.com", "norole@contoso.com"] {
        let org = Org::new(upn, &[], "");
        match org.read() {
            Ok(observed) => {
                let choices = Choices::preset_new_organization(&observed);
                assert!(plan(&observed, &choices, 1).is_err(), "{upn}");
            }
            Err(error) => assert!(matches!(error, ObserveError::NoAccess { .. }), "{upn}: {error}"),
        }
    }
    let disabled = Org::new("disabled@contoso.com", &[], "");
    assert!(matches!(disabled.read(), Err(ObserveError::NoAccess { .. })));
    let stranger = Org::new("nobody@example.com", &[], "");
    assert!(matches!(stranger.read(), Err(ObserveError::SignedOut { .. })));
}
