//! Products, apps and consent (S003-01 to S003-13, S003-29, S003-35).

use latchkey::domain::chat::availability::{KnownApp, Product};
use latchkey::domain::chat::consent::{Consent, Permission, holders};
use latchkey::domain::reading::Reading;
use latchkey::text::Text;

#[test]
fn s003_01_embedded_contact_center_has_no_teams_chat() {
    assert!(!Product::ContactCenterEmbedded.has_teams_chat());
}

#[test]
fn s003_02_standalone_contact_center_has_it() {
    assert!(Product::ContactCenterStandalone.has_teams_chat());
}

#[test]
fn s003_03_customer_service_has_it() {
    assert!(Product::CustomerService.has_teams_chat());
    assert_eq!(Product::ALL.len(), 3);
}

#[test]
fn s003_04_apps_are_known_by_unique_name_first_then_by_a_former_or_present_name() {
    for (unique, name, app) in [
        (
            "msdyn_customerserviceworkspace",
            "x",
            Some(KnownApp::CustomerServiceWorkspace),
        ),
        (
            "cr1_x",
            "Copilot Service workspace",
            Some(KnownApp::CustomerServiceWorkspace),
        ),
        (
            "cr1_x",
            "customer service workspace ",
            Some(KnownApp::CustomerServiceWorkspace),
        ),
        ("customerservicehub", "x", Some(KnownApp::CustomerServiceHub)),
        (
            "cr1_x",
            "centre de service clientèle",
            Some(KnownApp::CustomerServiceHub),
        ),
        (
            "cr1_x",
            "Contact Center workspace",
            Some(KnownApp::ContactCenterWorkspace),
        ),
        ("msdynce_saleshub", "Vente", Some(KnownApp::Sales)),
        (
            "msdyn_FieldService",
            "Customer Service Hub",
            Some(KnownApp::FieldService),
        ),
        ("msdyn_CustomerServiceAdminCenter", "x", Some(KnownApp::AdminCenter)),
        ("cr1_desk", "Contoso Desk", None),
        ("", "", None),
    ] {
        assert_eq!(KnownApp::find(unique, name), app, "{unique} {name}");
    }
    for app in KnownApp::ALL {
        assert_eq!(app.has_teams_chat(), app != KnownApp::AdminCenter);
    }
}

#[test]
fn s003_05_on_by_default_in_the_two_workspaces_and_the_hub_alone() {
    let on: Vec<KnownApp> = KnownApp::ALL.into_iter().filter(|app| app.is_on_by_default()).collect();
    assert_eq!(
        on,
        [
            KnownApp::CustomerServiceWorkspace,
            KnownApp::ContactCenterWorkspace,
            KnownApp::CustomerServiceHub
        ]
    );
}

#[test]
fn s003_35_customer_service_workspace_and_hub_are_preselected_and_contact_center_workspace_is_not() {
    let preselected: Vec<KnownApp> = KnownApp::ALL.into_iter().filter(|app| app.is_preselected()).collect();
    assert_eq!(
        preselected,
        [KnownApp::CustomerServiceWorkspace, KnownApp::CustomerServiceHub]
    );
}

#[test]
fn s003_08_not_signed_in_unreadable_partial_and_absent_are_four_things() {
    let none = Reading::Complete(Vec::new());
    let unreadable = Reading::Unreadable(Text::new("cloud-error-throttled"));
    let partial = Reading::Partial {
        value: Vec::new(),
        missing: vec![Text::new("cloud-error-throttled")],
    };
    for permission in Permission::ALL {
        assert_eq!(permission.consent(None), Consent::NeedsSignIn);
        assert_eq!(permission.consent(Some(&unreadable)), Consent::Unreadable);
        assert_eq!(permission.consent(Some(&partial)), Consent::NotAmongRead);
        assert_eq!(permission.consent(Some(&none)), Consent::HeldByNone);
    }
}

#[test]
fn s003_09_13_every_app_that_holds_one_is_named_once_with_all_it_holds() {
    let grants = [
        ("app-1", "openid User.ReadBasic.All Chat.ReadWrite.All"),
        ("app-2", "Chat.ReadWrite User.Read Presence.Read.All.Not"),
        ("APP-1", "presence.read.all"),
        ("app-3", "Chat.ReadWrite.All"),
    ];
    let mut found = holders(grants);
    let ids: Vec<&str> = found.iter().map(|holder| holder.id.as_str()).collect();
    assert_eq!(ids, ["app-1", "app-3"], "one that holds none of the five is not listed");
    assert_eq!(
        found[0].holds,
        [
            Permission::ChatReadWriteAll,
            Permission::PresenceReadAll,
            Permission::UserReadBasicAll
        ]
    );
    found[1].name = Some("Contoso Chat".to_owned());
    let read = Reading::Complete(found);
    let chats = Permission::ChatReadWriteAll.consent(Some(&read));
    assert_eq!(chats, Consent::HeldBy(vec!["app-1", "Contoso Chat"]));
    assert_eq!(Permission::UserReadAll.consent(Some(&read)), Consent::HeldByNone);
}

fn permission(permission: Permission, name: &str) {
    assert_eq!(permission.name(), name);
    let held = |scope: &str| Reading::Complete(holders([("app", scope)]));
    assert_eq!(permission.consent(Some(&held(name))), Consent::HeldBy(vec!["app"]));
    let others: Vec<&str> = Permission::ALL
        .into_iter()
        .filter(|other| *other != permission)
        .map(Permission::name)
        .collect();
    assert_eq!(others.len(), 4);
    assert_eq!(permission.consent(Some(&held(&others.join(" ")))), Consent::HeldByNone);
}

#[test]
fn s003_09_chat_read_write_all() {
    permission(Permission::ChatReadWriteAll, "Chat.ReadWrite.All");
}

#[test]
fn s003_10_directory_read_all() {
    permission(Permission::DirectoryReadAll, "Directory.Read.All");
}

#[test]
fn s003_11_presence_read_all() {
    permission(Permission::PresenceReadAll, "Presence.Read.All");
}

#[test]
fn s003_12_user_read_all() {
    permission(Permission::UserReadAll, "User.Read.All");
}

#[test]
fn s003_13_user_read_basic_all() {
    permission(Permission::UserReadBasicAll, "User.ReadBasic.All");
}
