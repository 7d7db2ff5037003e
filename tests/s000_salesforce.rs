//! What the article promises of the sales agent's connection to Salesforce, beside what is found there (S000), and what
//! its users need (S001-13 to S001-29): pure rules.
#![cfg(test)]

use latchkey::domain::salesforce::access::{HeldSet, MANAGE_DATA_INTEGRATIONS, Person};
use latchkey::domain::salesforce::app_policy::{AppPolicy, IpRelaxation, PermittedUsers, Policy, Timeout};
use latchkey::domain::salesforce::connection::{App, Components, PermissionSet, State, User};
use latchkey::domain::salesforce::drift::Seen;
use latchkey::domain::salesforce::names::{Kind, fits, since};
use latchkey::domain::salesforce::proof::{Described, FieldStanding, Proof, compare};
use latchkey::domain::salesforce::rights::{
    API_ENABLED, FIELDS, Held, MODIFY_ALL_DATA, OBJECTS, Rights, VIEW_ALL_DATA,
};
use latchkey::domain::salesforce::{id, salesforce_id};
use latchkey::json::{FromJson, ToJson};

/// Holds exactly what the article promises; what has no row is not permissionable.
fn promised() -> Held {
    let mut held = Held::default();
    for (object, rights) in OBJECTS {
        held.on_object(object, rights);
    }
    for field in FIELDS {
        if field != "Contact.AccountId" {
            held.on_field(field, false);
        }
    }
    held.on_all(API_ENABLED);
    held
}

fn described(field: &str) -> Described {
    match field {
        "Contact.AccountId" => Described::NotPermissionable,
        _ => Described::Permissionable,
    }
}

fn field(proof: &Proof, name: &str) -> FieldStanding {
    let mut lines = proof.fields.iter();
    lines.find(|line| line.field == name).unwrap().standing
}

#[test]
fn s000_24_to_s000_28_each_object_wants_the_rights_of_the_article() {
    let read_all = Rights::READ.and(Rights::VIEW_ALL);
    let expected = [
        ("Account", read_all),
        ("Opportunity", read_all),
        ("Lead", read_all.and(Rights::EDIT)),
        ("Contact", read_all),
        ("Product2", Rights::READ),
    ];
    for (object, wanted) in expected {
        let proof = compare(&promised(), described);
        let line = proof.objects.iter().find(|line| line.object == object).unwrap();
        assert_eq!((line.wanted, line.held), (wanted, wanted), "{object}");
        // Each right by itself is missed.
        for right in wanted.each() {
            let mut held = promised();
            for (known, rights) in &mut held.objects {
                if known == object {
                    *rights = rights.without(right.is);
                }
            }
            let proof = compare(&held, described);
            let line = proof.objects.iter().find(|line| line.object == object).unwrap();
            assert_eq!(line.missing(), right.is, "{object} {}", right.column);
            assert_eq!(proof.missing(), 1);
        }
    }
}

#[test]
fn s000_29_to_s000_43_each_field_wants_to_be_read_and_one_without_field_permissions_is() {
    assert_eq!(FIELDS.len(), 15);
    let whole = compare(&promised(), described);
    assert_eq!(
        (whole.missing(), whole.has_unknown(), whole.has_more()),
        (0, false, false)
    );
    assert_eq!(field(&whole, "Contact.AccountId"), FieldStanding::Implicit);
    for name in FIELDS {
        let mut held = promised();
        held.fields.retain(|(known, _)| known != name);
        let missing = compare(&held, |_| Described::Permissionable);
        assert_eq!(field(&missing, name), FieldStanding::Missing, "{name}");
        let implicit = compare(&held, |_| Described::NotPermissionable);
        assert_eq!(field(&implicit, name), FieldStanding::Implicit, "{name}");
        // What could not be read is not missing, and not held.
        let unknown = compare(&held, |_| Described::Unknown);
        assert_eq!(field(&unknown, name), FieldStanding::Unknown, "{name}");
        assert!(unknown.has_unknown());
        let nowhere = compare(&held, |_| Described::NotThere);
        assert_eq!(field(&nowhere, name), FieldStanding::NotThere, "{name}");
    }
}

#[test]
fn s000_18_what_is_held_beyond_the_article_is_told_apart_from_configured_custom_fields() {
    let mut held = promised();
    held.on_object("Account", Rights::DELETE);
    held.on_object("Case", Rights::READ);
    held.on_field("Lead.Email", true);
    held.on_field("Account.Industry", false);
    held.on_field("Lead.Score__c", false);
    let proof = compare(&held, described);
    assert_eq!(proof.missing(), 0);
    assert!(proof.has_more());
    assert_eq!(proof.objects[0].more(), Rights::DELETE);
    assert_eq!(proof.more_objects, [("Case".to_owned(), Rights::READ)]);
    assert_eq!(proof.more_fields, ["Account.Industry"]);
    assert_eq!(proof.custom_fields, ["Lead.Score__c"]);
    assert!(
        proof
            .fields
            .iter()
            .any(|line| line.field == "Lead.Email" && line.editable)
    );
    // S000-19: custom fields alone are what the agent was configured for.
    let mut held = promised();
    held.on_field("Lead.Score__c", false);
    assert!(!compare(&held, described).has_more());
    // A right on the whole organization brings those on objects with it.
    let mut held = Held::default();
    held.on_all(VIEW_ALL_DATA);
    let proof = compare(&held, described);
    assert_eq!(proof.system, [VIEW_ALL_DATA]);
    let missing: Vec<_> = proof.objects.iter().map(|line| line.missing()).collect();
    assert_eq!(
        missing,
        [Rights::NONE, Rights::NONE, Rights::EDIT, Rights::NONE, Rights::NONE]
    );
    held.on_all(MODIFY_ALL_DATA);
    assert_eq!(compare(&held, described).missing(), 0);
}

#[test]
fn s000_15_to_s000_17_the_parts_are_known_by_every_name_they_have_had_and_found_by_pattern() {
    for (kind, name, at) in [
        (Kind::App, "Copilot for Sales connected app", "2025"),
        (Kind::App, "M365 Copilot Sales connected app", "2026-05-06"),
        (Kind::App, "M365 Copilot Sales external client app", "2026-08-10"),
        (Kind::User, "Copilot for Sales integration user", "2025"),
        (Kind::User, "m365 copilot sales Integration User ", "2026-05-06"),
        (Kind::PermissionSet, "Copilot for Sales permission set", "2025"),
        (Kind::PermissionSet, "M365 Copilot Sales permission set", "2026-05-06"),
        (
            Kind::PermissionSet,
            "M365 Copilot Sales connected app permission set",
            "2026-05-06",
        ),
    ] {
        assert_eq!(since(kind, name), Some(at), "{name}");
        assert!(fits(name), "{name}");
    }
    assert_eq!(since(Kind::User, "Copilot for Sales connected app"), None);
    assert_eq!(since(Kind::App, "Sales Copilot 2027 app"), None);
    assert!(fits("Microsoft COPILOT for Sales 2027"));
    for other in ["Sales Copilot", "Copilot", "Microsoft Power Platform", ""] {
        assert!(!fits(other), "{other}");
    }
}

fn app(id: &str, name: &str, is_external: bool) -> App {
    App {
        id: id.to_owned(),
        name: name.to_owned(),
        is_external,
    }
}

const USER_ID: &str = "005xx0000000001AAA";
const SET_ID: &str = "0PSxx0000000001GAA";

fn user(id: &str, is_active: bool) -> User {
    User {
        id: id.to_owned(),
        name: "M365 Copilot Sales integration user".to_owned(),
        username: "agent@contoso.com".to_owned(),
        is_active,
    }
}

fn connected() -> Components {
    Components {
        apps: Some(vec![app(
            "0H4xx0000000001CAA",
            "M365 Copilot Sales connected app",
            false,
        )]),
        users: vec![user(USER_ID, true)],
        sets: vec![PermissionSet {
            id: SET_ID.to_owned(),
            label: "M365 Copilot Sales permission set".to_owned(),
        }],
        // As some answers have them: without the last three.
        assigned: vec![(USER_ID.trim_end_matches("AAA").to_owned(), SET_ID.to_owned())],
    }
}

#[test]
fn s000_03_and_s000_08_a_connection_is_there_once_all_its_parts_are_and_partly_before() {
    let none = Components {
        apps: Some(Vec::new()),
        ..Components::default()
    };
    assert_eq!(none.state(None), State::None);
    assert_eq!(connected().state(None), State::Connected);
    assert_eq!(connected().state(Some(true)), State::Connected);
    let partly = |change: fn(&mut Components)| {
        let mut components = connected();
        change(&mut components);
        match components.state(None) {
            State::Partly { missing } => missing,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(partly(|it| it.apps = Some(Vec::new())), [Kind::App]);
    assert_eq!(partly(|it| it.assigned.clear()), [Kind::PermissionSet]);
    assert_eq!(partly(|it| it.sets.clear()), [Kind::PermissionSet]);
    assert_eq!(
        partly(|it| it.users.clear()),
        [Kind::User, Kind::PermissionSet],
        "a set nobody holds is none"
    );
    // Apps that could not be read are not missing, and not there.
    let mut unread = connected();
    unread.apps = None;
    assert_eq!(unread.state(None), State::Unclear);
    assert_eq!(unread.state(Some(false)), State::SecondTenant);
    unread.users.clear();
    assert_eq!(unread.state(None), State::Unclear, "not told is not none");
}

#[test]
fn s000_11_after_turning_off_an_inactive_user_and_a_permission_set_are_left_and_no_connection() {
    let mut off = connected();
    off.apps = Some(Vec::new());
    off.users = vec![user(USER_ID, false)];
    assert_eq!(off.state(Some(false)), State::None);
    assert_eq!(
        off.left(),
        [
            "M365 Copilot Sales integration user",
            "M365 Copilot Sales permission set"
        ]
    );
}

#[test]
fn s000_13_more_than_one_tenant_makes_is_suspected_to_be_anothers() {
    let second = |change: fn(&mut Components), turned_on| {
        let mut components = connected();
        change(&mut components);
        components.state(turned_on)
    };
    assert_eq!(
        second(|it| it.users.push(user("005xx0000000002AAA", true)), None),
        State::SecondTenant
    );
    let other = |it: &mut Components| {
        let apps = it.apps.as_mut().unwrap();
        apps.push(app("0H4xx0000000002CAA", "Copilot for Sales connected app", false));
    };
    assert_eq!(second(other, Some(true)), State::SecondTenant);
    // There is one, and this tenant's page says that access is off.
    assert_eq!(second(|_| {}, Some(false)), State::SecondTenant);
    // The same app listed as both kinds is one; an inactive user is what an earlier connection left.
    let twin = |it: &mut Components| {
        let apps = it.apps.as_mut().unwrap();
        apps.push(app("0xIxx0000000001CAA", "M365 Copilot Sales connected app", true));
    };
    assert_eq!(second(twin, None), State::Connected);
    let twins = |it: &mut Components| {
        let name = "M365 Copilot Sales connected app";
        let apps = it.apps.as_mut().unwrap();
        apps.push(app("0xIxx0000000001CAA", name, true));
        apps.push(app("0H4xx0000000002CAA", name, false));
    };
    assert_eq!(
        second(twins, None),
        State::SecondTenant,
        "it is the other form of one of them only"
    );
    assert_eq!(
        second(|it| it.users.push(user("005xx0000000002AAA", false)), None),
        State::Connected
    );
}

#[test]
fn drift_tells_a_remade_connection_and_rights_lost_or_gained_and_survives_being_kept() {
    let before = Seen::now(&connected(), &compare(&promised(), described), 7);
    let before = Seen::from_json(&before.to_json()).unwrap();
    assert!(before.drift(&before).is_none());
    let mut held = promised();
    held.fields.retain(|(field, _)| field != "Lead.Rating");
    held.on_object("Account", Rights::EDIT);
    held.on_field("Lead.Email", true);
    let mut parts = connected();
    parts.users = vec![user("005xx0000000002AAA", true)];
    let drift = before.drift(&Seen::now(&parts, &compare(&held, described), 8));
    assert_eq!((drift.since, drift.is_remade), (7, true));
    assert_eq!(drift.lost, ["Lead.Rating"]);
    assert_eq!(drift.gained, ["Account:PermissionsEdit", "Lead.Email:PermissionsEdit"]);
}

#[test]
fn ids_are_one_whether_they_have_15_characters_or_18_and_what_does_not_fit_is_none() {
    assert_eq!(salesforce_id("0H4xx0000000001").as_deref(), Some("0H4xx0000000001CAA"));
    assert_eq!(
        salesforce_id(" 0H4xx0000000001CAA ").as_deref(),
        Some("0H4xx0000000001CAA")
    );
    assert_eq!(salesforce_id("001A000000KYXzT").as_deref(), Some("001A000000KYXzTIAX"));
    assert!(id::same("0H4xx0000000001", "0H4xx0000000001CAA"));
    assert!(!id::same("0h4xx0000000001", "0H4xx0000000001"), "case counts");
    assert!(!id::same("", "") && !id::same("0H4", "0H4"));
    for odd in [
        "",
        "0H4",
        "0H4xx0000000001CAB",
        "0H4xx0000000001CA",
        "0H4xx000000000'",
        "0H4xx0000000001CAAA",
    ] {
        assert_eq!(salesforce_id(odd), None, "{odd}");
    }
}

fn person(sets: Vec<HeldSet>, held: Held) -> Person {
    Person {
        id: USER_ID.to_owned(),
        name: "Kim".to_owned(),
        username: "kim@contoso.com".to_owned(),
        federation: None,
        email: None,
        is_active: true,
        sets,
        held,
    }
}

fn set(id: &str, is_profile: bool, system: &[&'static str]) -> HeldSet {
    HeldSet {
        id: id.to_owned(),
        label: "Set".to_owned(),
        is_profile,
        system: system.to_vec(),
    }
}

#[test]
fn s001_13_the_right_to_customise_counts_on_the_profile_alone() {
    let may = |is_profile, right| person(vec![set(SET_ID, is_profile, &[right])], Held::default()).may_customise();
    assert!(may(true, MODIFY_ALL_DATA));
    assert!(may(true, MANAGE_DATA_INTEGRATIONS));
    assert!(!may(false, MODIFY_ALL_DATA));
    assert!(!may(false, MANAGE_DATA_INTEGRATIONS));
    assert!(!may(true, API_ENABLED));
}

#[test]
fn s001_14_users_view_update_and_create_records() {
    let mut held = Held::default();
    let all = Rights::READ.and(Rights::CREATE).and(Rights::EDIT);
    for object in ["Account", "Contact", "Lead"] {
        held.on_object(object, all);
    }
    held.on_object("Opportunity", Rights::READ);
    let lacks = person(Vec::new(), held.clone()).lacks();
    assert_eq!(lacks, [("Opportunity", Rights::CREATE.and(Rights::EDIT))]);
    // Rights of several sets add up.
    held.on_object("opportunity", Rights::CREATE.and(Rights::EDIT));
    assert_eq!(person(Vec::new(), held).lacks(), []);
}

#[test]
fn s001_15_api_enabled_counts_on_any_set() {
    assert!(!person(vec![set(SET_ID, true, &[])], Held::default()).is_api_enabled());
    assert!(
        person(
            vec![set(SET_ID, true, &[]), set("x", false, &[API_ENABLED])],
            Held::default()
        )
        .is_api_enabled()
    );
}

#[test]
fn s001_23_to_s001_29_either_permitted_users_pass_and_only_pre_authorisation_needs_grants() {
    let people = [
        person(vec![set("0PSxx0000000001", true, &[])], Held::default()),
        person(vec![set("0PSxx0000000002", false, &[])], Held::default()),
        person(Vec::new(), Held::default()),
    ];
    let granted = ["0PSxx0000000002".to_owned()];
    let approved = AppPolicy::of_columns(true, None);
    assert_eq!(approved.permitted, Some(PermittedUsers::AdminApproved));
    let lacking = approved.not_let_in(&people, &granted).unwrap();
    assert_eq!(lacking.len(), 2);
    assert!(
        lacking
            .iter()
            .all(|person| !std::ptr::eq(*person, &raw const people[1]))
    );
    let anybody = AppPolicy::of_columns(false, None);
    assert_eq!(anybody.not_let_in(&people, &[]), Some(Vec::new()));
    assert_eq!(AppPolicy::default().not_let_in(&people, &granted), None);
}

#[test]
fn s001_26_to_s001_28_wrong_policies_and_those_nobody_could_read_are_told_apart() {
    let read = AppPolicy::of_columns(false, None);
    assert_eq!(read.troubles(), (Vec::new(), vec![Policy::Ip, Policy::Timeout]));
    let wrong = AppPolicy {
        ip: Some(IpRelaxation::Enforce),
        timeout: Some(Timeout::Some),
        ..AppPolicy::of_columns(false, Some(30))
    };
    assert_eq!(
        wrong.troubles(),
        (vec![Policy::Ip, Policy::Refresh, Policy::Timeout], Vec::new())
    );
    let right = AppPolicy {
        ip: Some(IpRelaxation::Relax),
        timeout: Some(Timeout::None),
        ..read
    };
    assert_eq!(right.troubles(), (Vec::new(), Vec::new()));
}
