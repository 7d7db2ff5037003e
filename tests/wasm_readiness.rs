//! The readiness report in a real browser over a fake organization: what it says before anybody signed in, and what is
//! checked by hand.
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

use fake_org::FakeOrg;
use latchkey::ui::backend::MayAct;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use wasm_panel::mount;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn s001_01_every_line_is_unknown_and_says_why_before_anybody_signed_in() {
    let panel = mount(FakeOrg::new(), "#/readiness", MayAct::Yes).await;
    for step in 0..10 {
        assert_eq!(
            panel.attribute(&format!("deploy-step-{step}"), "data-readiness"),
            "unknown",
            "{step}"
        );
    }
    for (point, says) in [
        ("deploy-licence", "sign in to Microsoft Graph"),
        ("deploy-api-enabled", "sign in to Salesforce"),
        ("deploy-outlook", "check it by hand"),
    ] {
        let text = panel.get(point).text_content().unwrap();
        assert!(text.contains(says), "{point}: {text}");
    }
    assert!(
        panel.find("needs-sign-in").is_some(),
        "one system is signed in to first"
    );
    assert!(
        panel.find("bar").is_none(),
        "nothing is planned before somebody says so"
    );
}

#[wasm_bindgen_test]
async fn s001_05_42_the_admin_s_own_check_makes_a_line_and_says_so() {
    let panel = mount(FakeOrg::new(), "#/readiness", MayAct::Yes).await;
    panel.press("deploy-checked-mailbox-policies").await;
    assert_eq!(panel.attribute("deploy-mailbox-policies", "data-readiness"), "ready");
    let text = panel.get("deploy-mailbox-policies").text_content().unwrap();
    assert!(text.contains("by hand"), "{text}");
    for name in [
        "WacViewingOnPublicComputersEnabled",
        "WacViewingOnPrivateComputersEnabled",
        "DirectFileAccessOnPublicComputersEnabled",
        "DirectFileAccessOnPrivateComputersEnabled",
    ] {
        assert!(text.contains(name), "{name}");
    }
    panel.press("deploy-checked-mailbox-policies").await;
    assert_eq!(panel.attribute("deploy-mailbox-policies", "data-readiness"), "unknown");
}

#[wasm_bindgen_test]
async fn s001_40_43_the_welcome_message_is_composed_and_copied() {
    let panel = mount(FakeOrg::new(), "#/readiness", MayAct::Yes).await;
    panel.press("deploy-welcome-copy").await;
    let heard = panel.heard.borrow();
    let copied = heard.iter().find(|heard| heard.starts_with("copy ")).unwrap();
    assert!(copied.contains("Welcome to Sales agent"), "{copied}");
    assert!(copied.contains("https://techcommunity.microsoft.com/"), "{copied}");
}

#[wasm_bindgen_test]
async fn s001_04_going_through_the_ways_changes_nothing_and_what_is_in_force_shows() {
    let panel = mount(FakeOrg::new(), "#/readiness", MayAct::Yes).await;
    panel.press("deploy-way-licence").await;
    assert!(
        panel.find("deploy-said").is_none(),
        "nothing is said by passing over it"
    );
    panel.press("deploy-licence-take").await;
    assert!(panel.find("deploy-in-force-licence").is_some());
    assert!(panel.find("deploy-licence-take").is_none());
    let said = || panel.get("deploy-said").text_content().unwrap();
    assert!(said().contains("who has a licence"), "{}", said());
    // As the arrow keys do.
    for way in ["deploy-way-group", "deploy-way-licence", "deploy-way-names"] {
        panel.press(way).await;
        assert!(said().contains("who has a licence"), "{way}: {}", said());
        assert!(panel.find("deploy-in-force-licence").is_some(), "{way}");
    }
}

#[wasm_bindgen_test]
async fn s001_01_the_files_say_for_whom_and_what_the_report_holds() {
    let panel = mount(FakeOrg::new(), "#/readiness", MayAct::Yes).await;
    panel.press("deploy-way-licence").await;
    panel.press("deploy-licence-take").await;
    panel.press("deploy-page").await;
    panel.press("deploy-json").await;
    let heard = panel.heard.borrow();
    let content: Vec<&String> = heard.iter().filter(|heard| heard.starts_with("content ")).collect();
    let [page, json] = content.as_slice() else {
        panic!("two files: {heard:?}");
    };
    for says in [
        "Who will use it",
        "Everybody who has a licence for it",
        "Tenant",
        "Salesforce organization",
        "Totals",
        "Unknown: 29",
        "Where: ",
    ] {
        assert!(page.contains(says), "{says}: {page}");
    }
    let json: serde_json::Value = serde_json::from_str(json.trim_start_matches("content ")).unwrap();
    assert_eq!(json["audience"]["said"], "Everybody who has a licence for it");
    assert_eq!(json["totals"]["unknown"], 29);
    assert!(json["tenant"].is_object() && json["salesforce"].is_null(), "{json}");
}

#[wasm_bindgen_test]
async fn s001_04_an_audience_that_came_with_an_address_is_never_remembered_and_one_the_admin_says_is() {
    let address =
        r#"{"audience":{"group":"11111111-1111-4111-8111-111111111111","name":"Sales pilot"},"repairs":["licences"]}"#;
    let hex: String = address.bytes().map(|byte| format!("{byte:02x}")).collect();
    let route: &'static str = Box::leak(format!("#/review/readiness/{hex}").into_boxed_str());
    let panel = mount(FakeOrg::new(), route, MayAct::Yes).await;
    let remembered = || format!("{:?}", panel.salesforce.remembered.borrow());
    let shown = panel.text();
    assert!(shown.contains("11111111"), "it is in force, by its id: {shown}");
    assert!(!shown.contains("Sales pilot"), "{shown}");
    panel.press("deploy-checked-mailbox-policies").await;
    assert!(
        remembered().contains("mailbox-policies") && !remembered().contains("11111111"),
        "{}",
        remembered()
    );
    panel.press("deploy-way-licence").await;
    panel.press("deploy-licence-take").await;
    assert!(remembered().contains("licences"), "{}", remembered());
}

#[wasm_bindgen_test]
async fn s001_40_a_mail_has_the_message_with_its_links_and_says_where_it_is_shortened() {
    let panel = mount(FakeOrg::new(), "#/readiness", MayAct::Yes).await;
    let text = panel.get("deploy-welcome-text").text_content().unwrap();
    assert!(text.contains("\n\nWhat you can do\n- "), "{text}");
    assert!(text.contains("\n\nHelp\n- "), "{text}");
    let mail = panel.get("deploy-welcome-mail").get_attribute("href").unwrap();
    for said in [
        "What%20you%20can%20do",
        "Help",
        "https://learn.microsoft.com/microsoft-sales-copilot/",
    ] {
        assert!(mail.contains(said), "{said}: {mail}");
    }
    let is_whole = mail.contains("connect-contact");
    assert_eq!(is_whole, panel.find("deploy-welcome-short").is_none(), "{mail}");
    assert!(mail.len() <= 2_000, "{}", mail.len());
}
