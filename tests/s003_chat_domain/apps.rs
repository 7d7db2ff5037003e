//! Products, apps and consent (S003-01 to S003-13, S003-29, S003-35).

use latchkey::domain::chat::availability::{KnownApp, Product};
use latchkey::domain::chat::consent::{Consent, Permission};

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
fn s003_08_consent_is_unknown_until_somebody_signs_in_and_never_taken_for_given() {
    for permission in Permission::ALL {
        assert_eq!(permission.consent(None), Consent::NeedsSignIn);
        assert_eq!(permission.consent(Some(&[])), Consent::Missing);
    }
}

fn permission(permission: Permission, name: &str) {
    assert_eq!(permission.name(), name);
    assert_eq!(permission.consent(Some(&[name.to_owned()])), Consent::Given);
    let others: Vec<String> = Permission::ALL
        .into_iter()
        .filter(|other| *other != permission)
        .map(|other| other.name().to_owned())
        .collect();
    assert_eq!(others.len(), 4);
    assert_eq!(permission.consent(Some(&others)), Consent::Missing);
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
