//! The Salesforce connection's view, and signing in there, in a real browser over a canned organization: what is shown,
//! and what pressing it asks for.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at once; the lints' own exemption does not reach functions beside the tests"
)]

#[path = "fake_org/mod.rs"]
mod fake_org;
#[path = "wasm_panel/mod.rs"]
mod wasm_panel;

use std::rc::Rc;

use fake_org::FakeOrg;
use latchkey::http::{LocalFuture, Request, Response, TransportError};
use latchkey::services::Transport;
use latchkey::services::salesforce::sign_in::{SalesforceSignInError, SignedIn};
use latchkey::ui::backend::{MayAct, Surface};
use serde_json::{Value, json};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use wasm_panel::{Mounted, mount, settle};

wasm_bindgen_test_configure!(run_in_browser);

const HOST: &str = "contoso.my.salesforce.com";
const ORGANIZATION: &str = "00Dxx0000000001EAA";
const ADMIN: &str = "005xx0000000001AAA";
const AGENT: &str = "005xx0000000002AAA";
const SET: &str = "0PSxx0000000001GAA";

/// The organization's answers.
struct Salesforce {
    /// Whether there are two integration users.
    second: bool,
    /// A field without its row.
    without: &'static str,
    /// An object of which it may edit records, as nobody promised.
    edits: &'static str,
}

fn found(records: Vec<Value>) -> Value {
    json!({"totalSize": records.len(), "done": true, "records": records})
}

impl Salesforce {
    fn part(&self, path: &str) -> Value {
        let user = |id: &str, name: &str, username: &str| json!({"Id": id, "Name": name, "Username": username, "IsActive": true});
        let is = |object: &str| path.contains(&format!("FROM%20{object}%20"));
        if path.contains("sobjects/Organization/") {
            return json!({"Id": ORGANIZATION, "Name": "Contoso", "IsSandbox": true, "OrganizationType": "X"});
        }
        if path.contains("sobjects/User/") {
            return user(ADMIN, "Alex Hartmann", "admin@contoso.com");
        }
        if path.ends_with("/describe") {
            let names = [
                "AccountId",
                "Email",
                "MobilePhone",
                "Phone",
                "Title",
                "Amount",
                "ExpectedRevenue",
            ];
            let more = ["Description", "LeadSource", "Rating"];
            let fields = names.iter().chain(&more);
            let fields: Vec<Value> = fields
                .map(|name| json!({"name": name, "permissionable": true}))
                .collect();
            return json!({ "fields": fields });
        }
        if is("ConnectedApplication") {
            return found(vec![
                json!({"Id": "0H4xx0000000001CAA", "Name": "M365 Copilot Sales connected app",
                "OptionsAllowAdminApprovedUsersOnly": true, "RefreshTokenValidityPeriod": null}),
            ]);
        }
        if is("User") {
            let name = "M365 Copilot Sales integration user";
            let mut users = vec![user(AGENT, name, "agent@salesagent.contoso.com")];
            if self.second {
                users.push(user("005xx0000000003AAA", name, "other@salesagent.contoso.com"));
            }
            return found(users);
        }
        if is("PermissionSet") {
            return found(vec![json!({"Id": SET, "Label": "M365 Copilot Sales permission set"})]);
        }
        if is("PermissionSetAssignment") {
            let set = json!({"Label": "M365 Copilot Sales permission set", "IsOwnedByProfile": false, "Profile": null,
                "PermissionsApiEnabled": true});
            return found(vec![
                json!({"Id": "0Paxx0000000001CAA", "AssigneeId": AGENT, "PermissionSetId": SET,
                "PermissionSet": set}),
            ]);
        }
        if is("ObjectPermissions") {
            let rights = |object: &str, edit: bool, all: bool| {
                json!({"ParentId": SET, "SobjectType": object, "PermissionsRead": true, "PermissionsCreate": false,
                    "PermissionsEdit": edit, "PermissionsDelete": false, "PermissionsViewAllRecords": all,
                    "PermissionsModifyAllRecords": false, "PermissionsViewAllFields": false})
            };
            return found(vec![
                rights("Account", false, true),
                rights("Opportunity", false, true),
                rights("Lead", true, true),
                rights("Contact", self.edits == "Contact", true),
                rights("Product2", false, false),
            ]);
        }
        if is("FieldPermissions") {
            let fields = latchkey::domain::salesforce::rights::FIELDS;
            let held = fields.iter().filter(|field| **field != self.without);
            let row = |field: &&str| {
                json!({"ParentId": SET, "SobjectType": "X", "Field": field, "PermissionsRead": true,
                    "PermissionsEdit": false})
            };
            return found(held.map(row).collect());
        }
        found(Vec::new())
    }
}

impl Transport for Salesforce {
    fn host(&self) -> &str {
        HOST
    }

    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        assert_eq!(request.path, "/services/data/v66.0/");
        let identity = format!("https://login.salesforce.com/id/{ORGANIZATION}/{ADMIN}");
        answered(json!({ "identity": identity }))
    }

    fn batch(&self, paths: Vec<String>) -> LocalFuture<'_, Result<Response, TransportError>> {
        let part = |(at, path): (usize, &String)| json!({"body": self.part(path), "httpHeaders": {}, "httpStatusCode": 200, "referenceId": format!("r{at}")});
        let parts: Vec<Value> = paths.iter().enumerate().map(part).collect();
        answered(json!({ "compositeResponse": parts }))
    }
}

fn answered(body: Value) -> LocalFuture<'static, Result<Response, TransportError>> {
    Box::pin(async move {
        Ok(Response {
            status: 200,
            headers: Default::default(),
            body: body.to_string(),
        })
    })
}

fn admin() -> SignedIn {
    SignedIn {
        host: HOST.to_owned(),
        organization: ORGANIZATION.to_owned(),
        user: ADMIN.to_owned(),
        since: 1,
    }
}

/// The view, with nobody signed in yet; signing in succeeds.
async fn opened(salesforce: Salesforce) -> Mounted {
    let panel = mount(FakeOrg::new(), "#/salesforce-connection/", MayAct::Yes).await;
    *panel.salesforce.transport.borrow_mut() = Some(Rc::new(salesforce));
    *panel.salesforce.window.borrow_mut() = Ok(admin());
    panel
}

/// Signed in and read.
async fn read(salesforce: Salesforce) -> Mounted {
    let panel = opened(salesforce).await;
    *panel.salesforce.standing.borrow_mut() = Ok(admin());
    panel.press("nav-settings").await;
    panel.press("nav-salesforce-connection").await;
    settle().await;
    panel
}

const WHOLE: Salesforce = Salesforce {
    second: false,
    without: "",
    edits: "",
};

#[wasm_bindgen_test]
async fn s000_02_what_needs_nothing_is_said_and_without_an_app_settings_are_where_to_go() {
    let panel = opened(WHOLE).await;
    assert!(
        panel
            .get("salesforce-source-dynamics")
            .text_content()
            .unwrap()
            .contains("Needs nothing")
    );
    assert_eq!(panel.attribute("needs-salesforce", "data-state"), "no-client");
    assert!(panel.find("salesforce-state").is_none() && panel.find("bar").is_none());
    panel.press("sign-in-settings").await;
    panel.type_in("salesforce-host", "login.salesforce.com").await;
    panel.press("salesforce-save").await;
    assert_eq!(panel.attribute("salesforce-host", "aria-invalid"), "true");
    panel
        .type_in("salesforce-host", "https://Contoso.lightning.force.com/lightning/page")
        .await;
    let becomes = panel.get("salesforce-host-note").text_content().unwrap();
    assert!(becomes.contains(HOST), "{becomes}");
    panel.type_in("salesforce-key", "abc").await;
    panel.press("salesforce-save").await;
    assert_eq!(panel.attribute("salesforce-key", "aria-invalid"), "true");
    let wrong = panel.get("salesforce-key-note").text_content().unwrap();
    assert!(wrong.contains("15 characters"), "{wrong}");
    panel.type_in("salesforce-key", "3MVG9.key_of-the-test").await;
    panel.press("salesforce-save").await;
    assert!(
        panel.heard(&format!("salesforce {HOST} 3MVG9.key_of-the-test")),
        "{:?}",
        panel.heard.borrow()
    );
    let address = panel.get("callback-0").text_content().unwrap();
    assert!(address.starts_with("https://"));
    panel.press("callback-copy-0").await;
    assert!(panel.heard(&format!("copy {address}")));
}

#[wasm_bindgen_test]
async fn only_a_press_opens_the_window_and_each_failure_has_its_own_words() {
    let panel = opened(WHOLE).await;
    panel.entra.surface.set(Surface::Tab);
    for error in [
        SalesforceSignInError::Expired,
        SalesforceSignInError::AppUnknown,
        SalesforceSignInError::AppBlocked,
        SalesforceSignInError::ScopeMissing,
    ] {
        *panel.salesforce.standing.borrow_mut() = Err(error.clone());
        panel.press("nav-settings").await;
        panel.press("nav-salesforce-connection").await;
        assert_eq!(panel.attribute("needs-salesforce", "data-state"), error.key());
    }
    assert!(!panel.heard("sign in to salesforce false"));
    *panel.salesforce.standing.borrow_mut() = Err(SalesforceSignInError::Expired);
    panel.press("nav-settings").await;
    panel.press("nav-salesforce-connection").await;
    panel.press("salesforce-sign-in").await;
    settle().await;
    assert!(panel.heard("sign in to salesforce false"));
    assert!(panel.find("salesforce-state").is_some(), "{}", panel.text());
}

#[wasm_bindgen_test]
async fn s000_09_to_s000_43_the_connection_its_parts_and_each_right_are_shown() {
    let panel = read(WHOLE).await;
    assert!(
        panel.text().contains("M365 Copilot Sales integration user"),
        "{}",
        panel.text()
    );
    let links = panel
        .get("salesforce-parts")
        .query_selector_all("a[target='_blank'][rel~='noopener']")
        .unwrap();
    assert_eq!(links.length(), 3);
    for object in ["Account", "Opportunity", "Lead", "Contact", "Product2"] {
        assert!(panel.find(&format!("salesforce-object-{object}")).is_some(), "{object}");
    }
    for field in latchkey::domain::salesforce::rights::FIELDS {
        assert!(panel.find(&format!("salesforce-field-{field}")).is_some(), "{field}");
    }
    assert!(
        panel
            .get("salesforce-proof")
            .text_content()
            .unwrap()
            .contains("exactly")
    );
    // Seen for the first time, it is remembered.
    assert_eq!(panel.salesforce.remembered.borrow().len(), 1);
    // S000-22: what it brings stands beside the wish, and the plan is only a press away.
    panel.press("salesforce-wish-reconnect").await;
    panel.press("bar-review").await;
    assert!(panel.get("plan").text_content().unwrap().contains("Reconnect"));
}

#[wasm_bindgen_test]
async fn s000_13_a_suspected_second_tenant_is_said_plainly_and_nothing_is_offered() {
    let panel = read(Salesforce { second: true, ..WHOLE }).await;
    assert!(panel.find("salesforce-second-tenant").is_some(), "{}", panel.text());
    assert!(panel.find("salesforce-wishes").is_none() && panel.find("salesforce-proof").is_none());
}

#[wasm_bindgen_test]
async fn s000_41_a_right_that_is_missing_is_named_and_what_changed_is_told_until_it_is_known() {
    let panel = read(WHOLE).await;
    *panel.salesforce.transport.borrow_mut() = Some(Rc::new(Salesforce {
        without: "Lead.Rating",
        edits: "Contact",
        ..WHOLE
    }));
    panel.press("refresh").await;
    settle().await;
    let row = panel.get("salesforce-field-Lead.Rating").text_content().unwrap();
    assert!(row.contains("Missing"), "{row}");
    let says = panel.get("salesforce-proof").text_content().unwrap();
    assert!(says.contains("missing, and 1 more than promised is held"), "{says}");
    // In the words of the tables.
    let drift = panel.get("salesforce-drift").text_content().unwrap();
    assert!(drift.contains("Lead.Rating: Read"), "{drift}");
    assert!(
        drift.contains("Contact: Edit") && !drift.contains("Permissions"),
        "{drift}"
    );
    panel.press("salesforce-known").await;
    assert!(panel.find("salesforce-drift").is_none());
    assert_eq!(panel.salesforce.remembered.borrow().len(), 2);
}
