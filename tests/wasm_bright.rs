//! The Bright Pattern view in a real browser over a fake organization: what it shows, and what pressing it asks for.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test stops at once; the lints' own exemption does not reach functions beside the tests"
)]

#[path = "fake_org/mod.rs"]
mod fake_org;
#[path = "wasm_panel/mod.rs"]
mod wasm_panel;

use fake_org::{FakeOrg, ok};
use latchkey::ui::backend::MayAct;
use serde_json::json;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use wasm_panel::{Mounted, mount};

wasm_bindgen_test_configure!(run_in_browser);

const TENANT: &str = "7a1b0c7e-5c0b-4d0e-9f3e-1c2d3e4f5a6b";

async fn opened() -> Mounted {
    let org = FakeOrg::new();
    org.put(
        "RetrieveCurrentOrganization",
        ok(json!({"Detail": {"FriendlyName": "Contoso Service", "TenantId": TENANT, "OrganizationType": "CustomerTest"}})),
    );
    mount(org, "#/bright-pattern/", MayAct::Yes).await
}

fn said(panel: &Mounted, testid: &str) -> String {
    panel.get(testid).text_content().unwrap_or_default()
}

#[wasm_bindgen_test]
async fn s002_08_to_s002_11_the_addresses_are_shown_and_copied() {
    let panel = opened().await;
    assert_eq!(panel.attribute("nav-bright-pattern", "aria-current"), "page");
    assert_eq!(
        said(&panel, "bright-pattern-authorization-url"),
        format!("https://login.microsoftonline.com/{TENANT}/oauth2/authorize")
    );
    assert!(said(&panel, "bright-pattern-api-url").ends_with(".dynamics.com/api/data/v9.0"));
    panel.press("copy-bright-pattern-token-url").await;
    let copied = format!("copy https://login.microsoftonline.com/{TENANT}/oauth2/token");
    assert!(panel.heard.borrow().contains(&copied), "{:?}", panel.heard.borrow());
}

#[wasm_bindgen_test]
async fn s002_03_without_the_page_its_own_host_is_asked_for_and_opened_and_nothing_else() {
    let panel = opened().await;
    assert_eq!(
        panel.attribute("bright-page-state", "data-standing"),
        "readiness-unknown"
    );
    panel.type_in("bright-host", "evil.example").await;
    panel.press("bright-open").await;
    assert!(!panel.heard.borrow().iter().any(|heard| heard.starts_with("ask for")));
    panel.type_in("bright-host", " Contoso.brightpattern.com ").await;
    panel.press("bright-open").await;
    let heard = panel.heard.borrow().clone();
    assert!(
        heard.contains(&"ask for contoso.brightpattern.com".to_owned()),
        "{heard:?}"
    );
    assert!(
        heard.contains(&"open contoso.brightpattern.com/admin".to_owned()),
        "{heard:?}"
    );
}

#[wasm_bindgen_test]
async fn s002_06_s002_12_what_is_missing_is_said_in_the_bar_and_no_plan_is_made() {
    let panel = opened().await;
    assert!(panel.find("bar").is_none(), "nothing was entered");
    panel.type_in("bright-name", "Contoso CRM").await;
    assert_eq!(panel.attribute("bar-review", "aria-disabled"), "true");
    panel.type_in("bright-client-id-field", "contoso").await;
    assert_eq!(panel.attribute("bright-client-id-field", "aria-invalid"), "true");
    panel.type_in("bright-client-id-field", TENANT).await;
    assert!(panel.find("bright-app-unread").is_some(), "{}", panel.text());
    panel.press("bar-discard").await;
    assert!(panel.find("bar").is_none());
}

#[wasm_bindgen_test]
async fn the_overview_says_what_can_be_told_of_it_and_leads_to_it() {
    let panel = mount(FakeOrg::new(), "", MayAct::Yes).await;
    // What needs the other portal's page, or a sign-in, is unknown, not missing.
    for line in ["page", "app"] {
        let line = panel.find(&format!("readiness-bright-pattern-{line}"));
        let line = line.unwrap_or_else(|| panic!("{}", panel.text()));
        assert_eq!(line.get_attribute("data-readiness").as_deref(), Some("unknown"));
    }
    panel.press("nav-bright-pattern").await;
    assert!(panel.find("bright-pattern").is_some());
}
