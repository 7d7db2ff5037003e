//! What a run asks of the admin and shows once, in a real browser: nothing of it stays behind in the panel.
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

use std::cell::RefCell;
use std::rc::Rc;

use fake_org::{FakeOrg, ok};
use latchkey::http::{LocalFuture, Method, Request, Response, TransportError};
use latchkey::json::FromJson;
use latchkey::plan::journal::{Entry, RunHeader};
use latchkey::plan::model::Plan;
use latchkey::services::Transport;
use latchkey::ui::backend::MayAct;
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use wasm_panel::{Mounted, mount_as};
use web_sys::HtmlInputElement;

wasm_bindgen_test_configure!(run_in_browser);

const PASSWORD: &str = "typed-Pa55word";
const SECRET: &str = "made-S3cret~value";

/// An organization that makes a user from a password, and a credential whose secret it tells once.
struct Making {
    org: FakeOrg,
    sent: Rc<RefCell<Vec<Request>>>,
}

impl Transport for Making {
    fn host(&self) -> &str {
        self.org.host()
    }

    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        let made = |path: &str| {
            let sent = self.sent.borrow();
            sent.iter().any(|sent| sent.method == Method::Post && sent.path == path)
        };
        let list = |made: bool| {
            let rows: Vec<Value> = made
                .then(|| json!({"name": "Latchkey", "id": "key-1"}))
                .into_iter()
                .collect();
            ok(json!({ "value": rows }))
        };
        let answer = match (request.method, request.path.as_str()) {
            (Method::Get, "/me") => ok(json!({"id": "admin"})),
            (Method::Get, "/users") => list(made("/users")),
            (Method::Get, "/keys") => list(made("/keys")),
            (Method::Post, "/users") => ok(json!({})),
            (Method::Post, "/keys") => ok(json!({"id": "key-1", "secretText": SECRET})),
            _ => return self.org.send(request),
        };
        self.sent.borrow_mut().push(request);
        Box::pin(async move { Ok(answer) })
    }

    fn batch(&self, paths: Vec<String>) -> LocalFuture<'_, Result<Response, TransportError>> {
        self.org.batch(paths)
    }
}

fn text(id: &str) -> Value {
    json!({ "id": id })
}

fn named(kind: &str, id: Option<&str>) -> Value {
    let mut condition = json!({"label": text("plan-steps"), "list": "/value", "key": {"name": "Latchkey"}});
    if let Some(slot) = id {
        condition["id"] = json!("id");
        condition["slot"] = json!(slot);
    } else if kind == "member" {
        condition["fields"] = json!({});
    }
    json!({ kind: condition })
}

fn step(id: &str, body: &str, takes: Value, shows: Value, undo: Value) -> Value {
    let path = format!("/{id}");
    let read = json!({"http": {"method": "GET", "path": path}});
    let write = json!({
        "request": {"method": "POST", "path": path, "body": body},
        "condition": "none", "repeatable": false, "takes": takes,
    });
    json!({
        "id": id, "target": "org", "title": text("plan-steps"), "reason": text("plan-steps"), "delta": [],
        "risk": "reversible",
        "change": {
            "guard": {"read": read, "conditions": [named("noMember", None)]},
            "action": {"http": write},
            "proof": {"read": read, "conditions": [shows]},
        },
        "undo": undo,
    })
}

/// A run that was cut off before its first step.
fn interrupted() -> Entry {
    let read = json!({"http": {"method": "GET", "path": "/keys"}});
    let removal = json!({"change": {
        "guard": {"read": read, "conditions": [named("found", Some("key"))]},
        "action": {"http": {
            "request": {"method": "POST", "path": "/keys/remove", "body": "{\"id\":\"~key~\"}"},
            "condition": "none", "repeatable": true,
        }},
        "proof": {"read": read, "conditions": [named("noMember", None)]},
    }});
    let takes = json!([{"slot": "key", "pointer": "/id"}, {"slot": "client-secret", "pointer": "/secretText"}]);
    let none = json!({"none": {"why": text("plan-steps")}});
    let plan = json!({
        "version": 2, "recipe": "disconnect-rights", "title": text("plan-steps"), "madeAt": 1,
        "targets": [{
            "id": "org", "service": "dataverse", "identity": "org", "name": "Contoso",
            "host": "contoso.crm4.dynamics.com", "kind": "sandbox",
            "user": {"id": "admin", "name": "Admin", "upn": "admin@contoso.com"},
            "lock": [{
                "probe": {
                    "read": {"http": {"method": "GET", "path": "/me"}},
                    "conditions": [{"field": {"label": text("plan-steps"), "pointer": "/id", "equals": "admin"}}],
                },
                "what": text("plan-steps"), "required": true,
            }],
        }],
        "steps": [
            step("users", "{\"password\":\"~password~\"}", json!([]), named("member", None), none),
            step("keys", "{}", takes, named("found", Some("key")), removal),
        ],
        "slots": [
            {"id": "password", "what": text("sign-in"), "kind": "secret"},
            {"id": "client-secret", "what": text("client-id"), "kind": "secret"},
            {"id": "key", "what": text("permission"), "kind": {"found": "id"}},
        ],
    });
    let plan = Plan::from_json(&plan).unwrap();
    let header = RunHeader {
        run_id: "r1".to_owned(),
        digest: plan.digest(),
        plan,
        started_at: 1,
        ended_at: None,
        undone_by: None,
        requests: 0,
        not_before: 0,
    };
    header.entry()
}

fn value(panel: &Mounted, testid: &str) -> String {
    panel.get(testid).dyn_into::<HtmlInputElement>().unwrap().value()
}

#[wasm_bindgen_test]
async fn g9_what_only_the_admin_has_is_asked_for_and_a_secret_is_shown_once() {
    let sent = Rc::<RefCell<Vec<Request>>>::default();
    let org = Making {
        org: FakeOrg::new(),
        sent: sent.clone(),
    };
    let panel = mount_as((true, vec![interrupted()]), org, "#/history", MayAct::Yes).await;
    panel.press("history-resume").await;
    assert_eq!(
        panel.attribute("run-status", "data-phase"),
        "lacking",
        "{}",
        panel.text()
    );
    assert!(
        sent.borrow().iter().all(|sent| sent.method == Method::Get),
        "begun before it is there"
    );
    assert_eq!(panel.attribute("slot-password", "type"), "password");
    assert_eq!(panel.attribute("slot-password", "autocomplete"), "off");
    for seen in ["text", "password"] {
        panel.press("slot-password-see").await;
        assert_eq!(panel.attribute("slot-password", "type"), seen);
    }

    // Nothing typed: nothing handed over.
    panel.press("slots-give").await;
    assert_eq!(panel.attribute("run-status", "data-phase"), "lacking");
    panel.type_in("slot-password", PASSWORD).await;
    assert!(
        panel
            .get("slot-state-password")
            .text_content()
            .unwrap()
            .contains("Held")
    );
    panel.press("slots-give").await;
    assert_eq!(
        panel.attribute("run-status", "data-phase"),
        "handingOver",
        "{}",
        panel.text()
    );
    let posted = |path: &str| {
        let sent = sent.borrow();
        let mut posts = sent
            .iter()
            .filter(|sent| sent.method == Method::Post && sent.path == path);
        posts.next().and_then(|sent| sent.body.clone())
    };
    assert_eq!(posted("/users").unwrap(), format!("{{\"password\":\"{PASSWORD}\"}}"));

    // The id is there to be copied; the secret only when it is asked for.
    assert_eq!(panel.get("found-key").text_content().unwrap(), "key-1");
    assert!(panel.find("secret-value").is_none());
    panel.press("secret-show").await;
    assert_eq!(value(&panel, "secret-value"), SECRET);
    panel.press("secret-stored").await;
    assert_eq!(panel.attribute("run-status", "data-phase"), "done", "{}", panel.text());
    assert!(panel.find("secret-value").is_none() && panel.find("secret-show").is_none());

    // What of it can be taken back is said as it is: the key, and not the user; and what is there is no "On".
    let said = panel.get("run-way-back").text_content().unwrap();
    assert!(said.contains("1 of 2 changes can be undone"), "{said}");
    assert_eq!(panel.get("run-way-back").query_selector_all("li").unwrap().length(), 1);
    let proof = panel.get("run-step-1").text_content().unwrap();
    assert!(proof.contains(": There."), "{proof}");

    let page = panel.root.inner_html();
    let heard = panel.heard.borrow().join("\n");
    let journal = format!("{:?}", panel.journal.entries.borrow());
    for told in [page, heard, journal] {
        assert!(!told.contains(PASSWORD) && !told.contains(SECRET), "{told}");
    }
}
