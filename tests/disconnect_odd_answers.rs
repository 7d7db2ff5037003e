//! Disconnect rights against odd answers: what cannot be read is said, waited for, or read in another way.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, in its helpers as well"
)]

mod fake_org;

use fake_org::*;
use latchkey::domain::privilege::Depth;
use latchkey::domain::reading::Reading;
use latchkey::http::TransportError;
use latchkey::recipes::Readiness;
use latchkey::recipes::disconnect::{
    Asked, Choices, ObserveError, Ownership, PlanError, Toggle, ask, effect, plan, readiness,
};
use serde_json::{Value, json};

#[test]
fn signed_out_unreachable_and_no_user_are_three_things() {
    for (status, wanted) in [(401, "dataverse-error-signed-out"), (403, "disconnect-no-access")] {
        let org = FakeOrg::new();
        org.put("WhoAmI", refusal(status, "no"));
        assert_eq!(read(&org).unwrap_err().explain().id, wanted);
    }
    for (error, wanted) in [
        (TransportError::Redirected, "dataverse-error-signed-out"),
        (TransportError::PageGone, "dataverse-error-page-gone"),
        (
            TransportError::Unreachable { host: "h".into() },
            "dataverse-error-unreachable",
        ),
    ] {
        let org = FakeOrg::new();
        org.put_times("$batch", 1, Err(error));
        assert_eq!(read(&org).unwrap_err().explain().id, wanted);
        assert_eq!(org.asked.borrow().len(), 1, "nothing more is asked");
    }
}

#[test]
fn a_web_page_instead_of_data_is_an_error_not_an_empty_list() {
    let org = FakeOrg::new();
    org.put(
        "msdyn_entitylinkchatconfigurations",
        answer(200, "<!DOCTYPE html><html></html>"),
    );
    let observed = seen(&org);
    assert!(matches!(&observed.record_types, Reading::Unreadable(why) if why.id == "dataverse-error-unexpected"));
    org.put("WhoAmI", answer(200, "<!DOCTYPE html><html></html>"));
    assert!(matches!(read(&org), Err(ObserveError::Unreadable { .. })));
}

#[test]
fn a_list_that_may_not_be_read_names_the_missing_privilege_and_nothing_rests_on_it() {
    let org = FakeOrg::new();
    org.put(
        "/roles?",
        refusal(403, "Principal user is missing prvReadRole privilege"),
    );
    let observed = seen(&org);
    let Reading::Unreadable(why) = &observed.roles else {
        panic!()
    };
    assert_eq!(why.id, "dataverse-error-forbidden");
    assert!(format!("{why:?}").contains("prvReadRole"));
    assert!(matches!(observed.holders, Reading::Unreadable(_)));
    assert_eq!(complete(&observed.record_types).len(), 2);
    // A "no" is not certain when the roles are unknown; a "yes" by a switch is.
    let nothing = Choices::default();
    let ask_as = |ownership| {
        ask(
            &observed,
            &nothing,
            &id(CASE),
            Asked::User(&id(READER)),
            ownership,
            false,
        )
        .unwrap()
    };
    assert!(!ask_as(Ownership::NotOwner).today.certain);
    assert!(ask_as(Ownership::Owner).today.certain);
    // Toggles can be planned, roles cannot.
    let mut choices = Choices::default();
    choices.toggle(&observed, &id(CASE), Toggle::Owner, false);
    assert!(plan(&observed, &choices, 5).is_ok());
    assert!(
        readiness(&observed)
            .iter()
            .any(|line| line.id == "roles" && line.readiness == Readiness::Unknown)
    );
}

#[test]
fn a_list_that_breaks_off_is_partial_and_no_role_change_is_planned_from_it() {
    let org = FakeOrg::new();
    org.put(
        "systemusers?",
        ok(json!({
            "value": [{"systemuserid": id(AGENT), "fullname": "Åse Lund"}, {"systemuserid": "no guid"}],
            "@odata.nextLink": "https://contoso.crm4.dynamics.com/api/data/v9.2/systemusers?$skiptoken=2",
        })),
    );
    org.put("$skiptoken=2", refusal(500, "oops"));
    let observed = seen(&org);
    let Reading::Partial { value, missing } = &observed.users else {
        panic!()
    };
    assert_eq!((value.len(), missing.len()), (1, 2));
    assert!(matches!(&observed.holders, Reading::Partial { value, .. } if value.len() == 1));
    let mut choices = Choices::default();
    choices.set_role(&observed, &id(CSR), false);
    assert!(matches!(
        plan(&observed, &choices, 5),
        Err(PlanError::Incomplete { .. })
    ));
    assert!(!effect(&observed, &choices).exact);
}

#[test]
fn every_page_is_followed_and_a_link_to_itself_is_not_followed_for_ever() {
    let org = FakeOrg::new();
    org.put(
        "systemusers?$skiptoken=2",
        ok(json!({"value": [{"systemuserid": id(READER), "fullname": "Reader"}]})),
    );
    org.put_times(
        "systemusers?$select",
        1,
        Ok(ok(json!({
            "value": [{"systemuserid": id(AGENT), "fullname": "Åse"}],
            "@odata.nextLink": "https://contoso.crm4.dynamics.com:8443/api/data/v9.2/systemusers?$skiptoken=2",
        }))),
    );
    assert_eq!(complete(&seen(&org).users).len(), 2);
    let org = FakeOrg::new();
    org.put(
        "teammemberships",
        ok(json!({
            "value": [], "@odata.nextLink": "/api/data/v9.2/teammemberships?$select=teamid,systemuserid",
        })),
    );
    assert!(matches!(seen(&org).holders, Reading::Partial { .. }));
}

#[test]
fn an_organization_without_the_privilege_or_the_table_says_so() {
    let org = FakeOrg::new();
    org.put("privileges?", ok(json!({"value": []})));
    org.put(
        "msdyn_entitylinkchatconfigurations",
        refusal(404, "Resource not found for the segment"),
    );
    org.put("RetrieveSettingList", refusal(404, "Resource not found"));
    let observed = seen(&org);
    assert_eq!(observed.privilege, Reading::Complete(None));
    assert!(matches!(&observed.record_types, Reading::Unreadable(why) if why.id == "disconnect-record-types-absent"));
    assert!(matches!(&observed.holders, Reading::Unreadable(why) if why.id == "disconnect-privilege-absent"));
    assert_eq!(observed.chats_for_all_tables, Reading::Complete(None));
    let choices = Choices::preset_new_organization(&observed);
    assert!(choices.is_empty());
}

#[test]
fn an_older_generation_without_the_columns_is_told_apart_from_a_missing_table() {
    let org = FakeOrg::new();
    org.put(
        "msdyn_entitylinkchatconfigurations",
        refusal(400, "Could not find a property named 'msdyn_recordownercanunlink'"),
    );
    assert!(matches!(&seen(&org).record_types, Reading::Unreadable(why) if why.id == "disconnect-generation-unknown"));
}

#[test]
fn a_privilege_under_another_name_is_found_unless_two_would_fit() {
    let org = FakeOrg::new();
    org.put("filter=name%20eq", ok(json!({"value": []})));
    let similar = |names: &[&str]| {
        let rows: Vec<Value> = names
            .iter()
            .map(|name| json!({"privilegeid": id(PRIVILEGE), "name": name, "canbeglobal": true}))
            .collect();
        ok(json!({ "value": rows }))
    };
    org.put(
        "contains(name,'TeamsChat')",
        similar(&["prvDisconnectTeamsChat", "prvReadTeamsChat"]),
    );
    let observed = seen(&org);
    assert_eq!(
        complete(&observed.privilege).as_ref().unwrap().name,
        "prvDisconnectTeamsChat"
    );
    assert_eq!(remarks(&observed), ["disconnect-remark-privilege-renamed"]);
    org.put(
        "contains(name,'TeamsChat')",
        similar(&["prvDisconnectTeamsChat", "prvUnlinkTeamsChat"]),
    );
    assert!(matches!(seen(&org).privilege, Reading::Unreadable(_)));
}

#[test]
fn where_the_quick_role_list_disagrees_or_is_refused_every_role_is_read_by_itself() {
    for (answer, remark) in [
        (ok(json!({"value": []})), "disconnect-remark-roles-disagree"),
        (refusal(403, "no"), "disconnect-remark-roles-quick-refused"),
    ] {
        let org = FakeOrg::new();
        org.put("roleprivilegescollection", answer);
        org.put(
            "RetrieveRolePrivilegesRole(RoleId=00000000-0000-4000-8000-000000000104)",
            privileges(Some("3")),
        );
        let observed = seen(&org);
        assert_eq!(remarks(&observed), [remark]);
        assert_eq!(observed.role(&id(CSR)).unwrap().depth, Some(Depth::Global));
        assert_eq!(observed.role(&id(ESCALATION)).unwrap().depth, Some(Depth::Global));
        assert_eq!(observed.role(&id(OMNICHANNEL_AGENT)).unwrap().depth, None);
    }
}

#[test]
fn rows_for_root_copies_alone_mean_the_same() {
    let org = FakeOrg::new();
    org.put(
        "roleprivilegescollection",
        ok(json!({"value": [
            {"roleid": id(SYSTEM_ADMINISTRATOR), "privilegedepthmask": 8},
            {"roleid": id(CSR), "privilegedepthmask": 8},
            {"roleid": id(CSR_MANAGER), "privilegedepthmask": 8},
        ]})),
    );
    assert_eq!(holders(&seen(&org)), holders(&seen(&FakeOrg::new())));
}

#[test]
fn where_the_links_are_refused_or_disagree_with_ones_own_roles_the_slower_way_is_used() {
    let users = json!([
        {"systemuserid": id(ADMIN), "systemuserroles_association": [{"roleid": id(SYSTEM_ADMINISTRATOR)}]},
        {"systemuserid": id(AGENT), "systemuserroles_association": [{"roleid": id(copy(CSR))}]},
        {"systemuserid": id(MANAGER), "systemuserroles_association": [{"roleid": id(CSR_MANAGER)}]},
    ]);
    let teams = json!([
        {"teamid": id(TEAM), "name": "Tier 2", "teamtype": 0,
         "teamroles_association": [{"roleid": id(CSR)}], "teammembership_association": [{"systemuserid": id(MANAGER)}]},
    ]);
    for (answer, remark) in [
        (refusal(400, "not supported"), "disconnect-remark-user-roles-refused"),
        (ok(json!({"value": []})), "disconnect-remark-user-roles-disagree"),
    ] {
        let org = FakeOrg::new();
        org.put("systemuserrolescollection", answer);
        org.put(
            "$expand=systemuserroles_association",
            ok(json!({"value": users.clone()})),
        );
        org.put("teamrolescollection", refusal(400, "not supported"));
        org.put("$expand=teamroles_association", ok(json!({"value": teams.clone()})));
        let observed = seen(&org);
        assert_eq!(remarks(&observed), [remark, "disconnect-remark-teams-refused"]);
        assert_eq!(holders(&observed), holders(&seen(&FakeOrg::new())));
    }
}

#[test]
fn a_busy_service_is_waited_for_as_long_as_it_asks_and_then_reported() {
    let busy = |seconds: &str| {
        let mut response = refusal(429, "Number of requests exceeded the limit");
        response.headers.insert("retry-after".into(), seconds.into());
        response
    };
    let org = FakeOrg::new();
    org.put_times("systemuserrolescollection", 2, Ok(busy("7")));
    let observed = seen(&org);
    assert_eq!(org.waits.borrow()[..], [7000, 7000]);
    assert!(observed.holders.is_complete());

    let org = FakeOrg::new();
    org.put("systemuserrolescollection", busy("7"));
    assert!(matches!(&seen(&org).holders, Reading::Unreadable(why) if why.id == "dataverse-error-throttled"));
    assert_eq!(org.waits.borrow().len(), 4);

    let org = FakeOrg::new();
    org.put("systemuserrolescollection", busy("280"));
    assert!(matches!(&seen(&org).holders, Reading::Unreadable(_)));
    assert!(org.waits.borrow().is_empty(), "a long wait is reported at once");
}

#[test]
fn a_part_of_a_batch_that_is_throttled_or_missing_is_read_by_itself() {
    let org = FakeOrg::new();
    org.put_times("WhoAmI", 1, Ok(refusal(429, "busy")));
    assert!(seen(&org).record_types.is_complete());
    assert!(org.asked.borrow().iter().any(|path| path.ends_with("/WhoAmI")));

    let mut org = FakeOrg::new();
    org.garble = Some(|body| body.chars().take(body.len() / 2).collect());
    let observed = seen(&org);
    assert!(observed.record_types.is_complete() && observed.holders.is_complete());
}

#[test]
fn tables_that_cannot_be_expanded_are_looked_up_by_their_id() {
    let org = FakeOrg::new();
    org.put("$expand=msdyn_entitytype", refusal(400, "cannot be expanded"));
    let observed = seen(&org);
    let types = complete(&observed.record_types);
    assert_eq!(
        (types[0].name.as_str(), types[0].logical_name.as_deref()),
        ("Case", Some("incident"))
    );
    // Nobody knows this table by that id: its own name stays.
    assert_eq!(
        (types[1].name.as_str(), types[1].logical_name.as_deref()),
        ("Email", None)
    );
}

#[test]
fn an_unknown_kind_counts_as_production() {
    let org = FakeOrg::new();
    org.put("RetrieveCurrentOrganization", refusal(403, "no"));
    let observed = seen(&org);
    assert!(observed.organization.kind.counts_as_production());
    assert_eq!(remarks(&observed), ["dataverse-error-forbidden-unnamed"]);
}

#[test]
fn a_batch_that_is_refused_or_too_large_is_read_one_by_one() {
    for answer in [
        Err(TransportError::TooLarge { limit: 1 }),
        Ok(refusal(400, "the batch is malformed")),
    ] {
        let org = FakeOrg::new();
        org.put_times("$batch", 1, answer);
        let observed = seen(&org);
        assert!(observed.record_types.is_complete() && observed.holders.is_complete());
        assert!(org.most_in_flight.get() <= 4);
    }
}

#[test]
fn a_privilege_that_could_not_be_looked_for_under_another_name_is_not_absent() {
    let nothing = || ok(json!({"value": []}));
    let odd = || ok(json!({"value": [{"privilegeid": "no id", "name": "prvUnlinkTeamsChat"}]}));
    for (by_name, by_part) in [(nothing(), refusal(403, "no")), (nothing(), odd()), (odd(), nothing())] {
        let org = FakeOrg::new();
        org.put("filter=name%20eq", by_name);
        org.put("contains(name,'TeamsChat')", by_part);
        let privilege = seen(&org).privilege;
        assert!(matches!(privilege, Reading::Unreadable(_)), "{privilege:?}");
    }
    let org = FakeOrg::new();
    org.put("filter=name%20eq", nothing());
    org.put("contains(name,'TeamsChat')", nothing());
    assert_eq!(seen(&org).privilege, Reading::Complete(None));
}
