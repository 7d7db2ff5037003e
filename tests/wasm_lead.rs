//! The lead management view in a real browser over a fake organization: what it shows, and what pressing it asks for.
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

use fake_org::{FakeOrg, id, ok};
use latchkey::ui::backend::MayAct;
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use wasm_panel::mount;
use web_sys::HtmlInputElement;

wasm_bindgen_test_configure!(run_in_browser);

const ROLE: u32 = 700;
const UNIT: u32 = 701;
const USER: u32 = 702;
const CLIENT: &str = "aaaabbbb-0000-cccc-1111-dddd2222eeee";

fn put(org: &FakeOrg, path: &str, rows: Value) {
    org.put(
        Box::leak(path.to_owned().into_boxed_str()),
        ok(json!({ "value": rows })),
    );
}

/// The solution is there, its role lacks the inheritance and all six privileges, and nobody has it.
fn org() -> FakeOrg {
    let org = FakeOrg::new();
    put(
        &org,
        "solutions?",
        json!([{"solutionid": id(710), "uniquename": "MarketplaceLeads", "version": "1.0.0.0", "ismanaged": true}]),
    );
    put(
        &org,
        "businessunits?",
        json!([{"businessunitid": id(UNIT), "name": "Contoso"}]),
    );
    put(
        &org,
        "roles?$select=roleid,name,_businessunitid_value",
        json!([{"roleid": id(ROLE), "name": "Microsoft Marketplace Lead Writer", "_businessunitid_value": id(UNIT),
            "_parentrootroleid_value": id(ROLE), "isinherited": 0, "ismanaged": true}]),
    );
    let names = [
        "prvCreateUserEntityUISettings",
        "prvReadUserEntityUISettings",
        "prvWriteUserEntityUISettings",
        "prvReadAsyncOperation",
        "prvWriteAsyncOperation",
        "prvAppendToAsyncOperation",
    ];
    let privileges: Vec<Value> = names
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let global = name.contains("Async");
            json!({"privilegeid": id(720 + at as u32), "name": name, "canbebasic": true, "canbelocal": global,
                "canbedeep": global, "canbeglobal": global})
        })
        .collect();
    put(&org, "privileges?", json!(privileges));
    let held = format!("RetrieveRolePrivilegesRole(RoleId={})", id(ROLE));
    org.put(Box::leak(held.into_boxed_str()), ok(json!({"RolePrivileges": []})));
    put(
        &org,
        &format!("roles({})/systemuserroles_association", id(ROLE)),
        json!([]),
    );
    put(
        &org,
        "systemusers?$select=systemuserid,fullname,domainname,applicationid",
        json!([{"systemuserid": id(USER), "fullname": "# Lead writer", "applicationid": CLIENT,
            "_businessunitid_value": id(UNIT), "systemuserroles_association": []}]),
    );
    put(&org, "leads?", json!([]));
    org
}

#[wasm_bindgen_test]
async fn s004_12_each_part_shows_its_state_and_the_recommended_way_is_preset() {
    let panel = mount(org(), "#/lead-management", MayAct::Yes).await;
    for (part, state) in [
        ("lead-solution", "done"),
        ("lead-credential", "signIn"),
        ("lead-environment", "open"),
        ("lead-offer", "open"),
    ] {
        assert_eq!(panel.attribute(part, "data-state"), state, "{part}");
    }
    let is_chosen = |way: &str| panel.get(way).dyn_into::<HtmlInputElement>().unwrap().checked();
    assert!(is_chosen("lead-way-entra") && !is_chosen("lead-way-office365"));
    assert!(
        panel.find("bar").is_none(),
        "nothing is planned before somebody says so"
    );
    for row in ["lead-row-inheritance", "lead-row-prvAppendToAsyncOperation"] {
        assert!(panel.find(row).is_some(), "{row}");
    }
}

#[wasm_bindgen_test]
async fn s004_36_to_43_the_environment_alone_is_planned_for_an_app_that_is_there() {
    let panel = mount(org(), "#/lead-management", MayAct::Yes).await;
    panel.type_in("lead-client", CLIENT).await;
    panel.press("lead-plan-environment").await;
    let bar = panel.get("bar").text_content().unwrap();
    assert!(bar.contains('3'), "inheritance, privileges and the role: {bar}");
    panel.press("bar-review").await;
    let plan = panel.text();
    assert!(plan.contains("System Job: Append To"), "{plan}");
}

#[wasm_bindgen_test]
async fn s004_07_the_article_s_download_is_one_press_away() {
    let panel = mount(org(), "#/lead-management", MayAct::Yes).await;
    assert!(
        panel
            .attribute("lead-download", "href")
            .starts_with("https://referralsflowpackages.blob.core.windows.net/")
    );
    assert_eq!(panel.attribute("lead-download", "rel"), "noopener noreferrer");
}

#[wasm_bindgen_test]
async fn s004_46_connection_details_can_be_copied() {
    let panel = mount(org(), "#/lead-management", MayAct::Yes).await;
    assert_eq!(
        panel.get("lead-url").text_content().as_deref(),
        Some("https://contoso.crm4.dynamics.com")
    );
    assert!(panel.attribute("lead-url-copy", "aria-label").contains("URL"));
    assert!(panel.find("lead-client-id").is_none(), "no app is chosen yet");
}

#[wasm_bindgen_test]
async fn s004_50_a_field_says_why_it_refuses_and_the_bar_counts_nothing_meanwhile() {
    let panel = mount(org(), "#/lead-management", MayAct::Yes).await;
    panel.type_in("lead-client", "contoso").await;
    assert_eq!(panel.attribute("lead-client", "aria-invalid"), "true");
    let note = panel.attribute("lead-client", "aria-describedby");
    assert!(panel.get(&note).text_content().unwrap().contains("GUID"));
    panel.type_in("lead-client", CLIENT).await;
    assert!(panel.get("lead-client").get_attribute("aria-invalid").is_none());

    panel.press("lead-plan-environment").await;
    panel.type_in("lead-emails", "nobody").await;
    let bar = || panel.get("bar").text_content().unwrap();
    assert!(bar().contains("changes"), "the offer is not in the plan: {}", bar());
    panel.press("lead-plan-offer").await;
    assert!(bar().contains("nobody is no email address"), "{}", bar());
    assert!(
        !bar().contains("change") && !bar().contains("Nothing is written"),
        "{}",
        bar()
    );
    assert_eq!(panel.attribute("bar-review", "aria-disabled"), "true");
    assert_eq!(panel.attribute("lead-emails", "aria-invalid"), "true");
    let note = panel.attribute("lead-emails", "aria-describedby");
    assert!(panel.get(&note).text_content().unwrap().contains("nobody"));
}
