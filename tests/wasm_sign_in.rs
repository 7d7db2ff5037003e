//! The sign-in in a real browser over a fake world: each thing that can stand in its way says what to do, and only a
//! person's press goes on.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at once; the lints' own exemption does not reach functions beside the tests"
)]

#[path = "fake_org/mod.rs"]
mod fake_org;

#[path = "wasm_panel/mod.rs"]
mod wasm_panel;

use fake_org::FakeOrg;
use latchkey::services::entra::claims::Account;
use latchkey::services::entra::session::SignedIn;
use latchkey::services::entra::{Resource, SignInError};
use latchkey::ui::backend::{MayAct, Surface};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use wasm_panel::{Mounted, mount, mount_as};

wasm_bindgen_test_configure!(run_in_browser);

const CLIENT: &str = "4c617463-686b-4579-a000-000000000001";

fn alex() -> SignedIn {
    SignedIn {
        account: Account {
            id: "1".into(),
            upn: "admin@contoso.com".into(),
            name: "Alex Hartmann".into(),
            tenant: "aaaabbbb-0000-cccc-1111-dddd2222eeee".into(),
        },
        until: 9_000,
        tokens: vec![(Resource::Graph, vec!["User.Read".into()], 7_000)],
    }
}

async fn settings(surface: Surface, may_act: MayAct, standing: Result<SignedIn, SignInError>) -> Mounted {
    let panel = mount(FakeOrg::new(), "#/history", may_act).await;
    panel.entra.surface.set(surface);
    *panel.entra.standing.borrow_mut() = standing;
    panel.press("nav-settings").await;
    panel
}

#[wasm_bindgen_test]
async fn each_obstacle_is_told_by_itself_with_its_own_way_on() {
    let mut told: Vec<String> = Vec::new();
    for (error, way) in [
        (SignInError::NoClient, &[][..]),
        (SignInError::TenantUnknown, &["sign-in-again"]),
        (
            SignInError::HostNotAllowed {
                host: "graph.microsoft.com".into(),
            },
            &["sign-in-allow"],
        ),
        (SignInError::Cancelled, &["sign-in-again", "sign-in-other"]),
        (SignInError::Expired, &["sign-in"]),
        (SignInError::ConsentRequired, &["sign-in", "sign-in-other"]),
        (
            SignInError::AdminConsentRequired { code: 90094 },
            &["sign-in-again", "sign-in-other"],
        ),
        (SignInError::WrongAccount { account: None }, &["sign-in-other"]),
        (
            SignInError::WrongTenant {
                wanted: "1".into(),
                signed_in: "2".into(),
            },
            &["sign-in-other"],
        ),
        (SignInError::AppUnknown, &["sign-in-again", "sign-in-other"]),
        (SignInError::RedirectNotRegistered, &["sign-in-again", "sign-in-other"]),
        (
            SignInError::NotAllowed { code: 53003 },
            &["sign-in-again", "sign-in-other"],
        ),
        (
            SignInError::Offline {
                host: "login.microsoftonline.com".into(),
            },
            &["sign-in-again"],
        ),
    ] {
        let panel = settings(Surface::SidePanel, MayAct::Yes, Err(error.clone())).await;
        assert_eq!(panel.attribute("needs-sign-in", "data-state"), error.key());
        let notice = panel.get("sign-in-notice");
        // Neither green nor alarming: nothing went wrong yet.
        assert_eq!(notice.class_name().trim(), "notice");
        let said = notice.query_selector("p").unwrap().unwrap().text_content().unwrap();
        assert!(!told.contains(&said), "{error:?} says what another says: {said}");
        told.push(said);
        for button in ["sign-in", "sign-in-again", "sign-in-other", "sign-in-allow"] {
            assert_eq!(
                panel.find(button).is_some(),
                way.contains(&button),
                "{error:?}: {button}"
            );
        }
        assert!(panel.find("sign-in-tokens").is_none());
    }
}

#[wasm_bindgen_test]
async fn only_a_press_asks_entra_and_the_browser() {
    let panel = settings(Surface::SidePanel, MayAct::Yes, Err(SignInError::Expired)).await;
    assert!(!panel.heard.borrow().iter().any(|heard| heard.starts_with("sign in")));
    *panel.entra.window.borrow_mut() = Ok(alex());
    panel.press("sign-in").await;
    assert!(panel.heard("may act sign-in"));
    assert!(panel.heard("sign in User.Read false"));
    assert!(
        panel
            .get("signed-in")
            .text_content()
            .unwrap()
            .contains("admin@contoso.com")
    );
    let account = panel.get("sign-in-account").text_content().unwrap();
    assert!(
        account.contains("Alex Hartmann") && account.contains("aaaabbbb-0000"),
        "{account}"
    );
    let tokens = panel.get("sign-in-tokens").text_content().unwrap();
    assert!(tokens.contains("User.Read") && tokens.contains("at 7000"), "{tokens}");

    // Another account is within reach before this one is forgotten.
    panel.get("sign-in-other");
    panel.press("sign-in-forget").await;
    assert!(panel.heard("forget"));
    assert!(panel.find("sign-in-tokens").is_none());
    assert_eq!(panel.attribute("needs-sign-in", "data-state"), "expired");

    let wrong = SignInError::WrongAccount { account: None };
    let panel = settings(Surface::Tab, MayAct::Yes, Err(wrong)).await;
    panel.press("sign-in-other").await;
    assert!(panel.heard("sign in User.Read true"), "another account is asked for");
    assert_eq!(panel.attribute("needs-sign-in", "data-state"), "cancelled");

    let host = SignInError::HostNotAllowed {
        host: "graph.microsoft.com".into(),
    };
    let panel = settings(Surface::Tab, MayAct::Yes, Err(host)).await;
    panel.press("sign-in-allow").await;
    assert!(panel.heard("ask for graph.microsoft.com"));
}

#[wasm_bindgen_test]
async fn a_dock_signs_in_in_a_tab_and_a_control_not_seen_for_long_enough_does_nothing() {
    let panel = settings(Surface::Dock, MayAct::Yes, Err(SignInError::Expired)).await;
    panel.press("sign-in").await;
    assert!(panel.heard("tab #/settings"));
    assert!(!panel.heard.borrow().iter().any(|heard| heard.starts_with("sign in")));

    let panel = settings(Surface::SidePanel, MayAct::NotYet, Err(SignInError::Expired)).await;
    panel.press("sign-in").await;
    assert!(!panel.heard.borrow().iter().any(|heard| heard.starts_with("sign in")));
}

#[wasm_bindgen_test]
async fn a_client_id_is_a_guid_and_a_new_one_ends_the_sign_in() {
    let panel = settings(Surface::SidePanel, MayAct::Yes, Ok(alex())).await;
    panel.type_in("client-id", "latchkey").await;
    panel.press("client-id-save").await;
    assert_eq!(panel.attribute("client-id", "aria-invalid"), "true");
    assert!(!panel.heard.borrow().iter().any(|heard| heard.starts_with("client")));
    panel
        .type_in("client-id", &format!("{{{}}}", CLIENT.to_uppercase()))
        .await;
    panel.press("client-id-save").await;
    assert!(panel.heard(&format!("client {CLIENT}")));
    assert!(
        panel
            .get("client-id-note")
            .text_content()
            .unwrap()
            .starts_with("Saved.")
    );
    *panel.entra.window.borrow_mut() = Ok(alex());
    panel.press("sign-in").await;
    let note = panel.get("client-id-note").text_content().unwrap();
    assert!(!note.contains("forgotten"), "somebody is signed in: {note}");
    panel.type_in("client-id", CLIENT).await;
    panel.press("client-id-save").await;
    assert_eq!(panel.attribute("needs-sign-in", "data-state"), "expired");
    assert!(panel.find("sign-in-tokens").is_none());
}

#[wasm_bindgen_test]
async fn a_client_id_can_be_taken_away_again() {
    let panel = settings(Surface::SidePanel, MayAct::Yes, Ok(alex())).await;
    panel.type_in("client-id", " ").await;
    panel.press("client-id-save").await;
    assert!(panel.heard("client "));
    let note = panel.get("client-id-note").text_content().unwrap();
    assert!(note.starts_with("No client app is set"), "{note}");
}

#[wasm_bindgen_test]
async fn what_stands_in_settings_is_not_said_to_be_there() {
    let panel = settings(Surface::SidePanel, MayAct::Yes, Err(SignInError::NoClient)).await;
    for notice in ["sign-in-notice", "salesforce-notice"] {
        let said = panel.get(notice).text_content().unwrap();
        assert!(said.contains("above") && !said.contains("in Settings"), "{said}");
    }
}

#[wasm_bindgen_test]
async fn a_tab_that_may_only_look_says_why_and_leads_to_one_that_may() {
    let panel = mount_as((false, Vec::new()), FakeOrg::new(), "#/history", MayAct::OpenInTab).await;
    panel.entra.surface.set(Surface::Tab);
    panel.press("nav-settings").await;
    panel.get("only-shows");
    panel.press("only-shows-go").await;
    assert!(panel.heard("tab #/settings"));
    let own = settings(Surface::Tab, MayAct::Yes, Err(SignInError::NoClient)).await;
    assert!(own.find("only-shows").is_none());
}

#[wasm_bindgen_test]
async fn the_registration_names_both_browsers_addresses_and_every_permission_with_its_reason() {
    let panel = settings(Surface::SidePanel, MayAct::Yes, Err(SignInError::NoClient)).await;
    let text = panel.get("registration").text_content().unwrap();
    for wanted in [
        ".chromiumapp.org/",
        ".extensions.allizom.org/",
        "Single-page application",
        "Application.ReadWrite.All",
        "PowerApps Service",
        "475226c6-020e-4fb2-8a90-7a972cbfc1d4",
        "make.powerapps.com",
        "For: Bright Pattern",
        "to make the app registration",
    ] {
        assert!(text.contains(wanted), "{wanted} in {text}");
    }
    panel.press("copy-1").await;
    assert!(panel.heard("copy https://5dd32ac38c8c717b57397eb5ecb2db33ac43d640.extensions.allizom.org/"));
}
