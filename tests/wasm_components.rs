//! The interface in a real browser over a fake world: what a person sees, hears and can press, by role and label.
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

use fake_org::{FakeOrg, configurations, refusal};
use latchkey::http::{LocalFuture, Request, Response, TransportError};
use latchkey::json::FromJson;
use latchkey::plan::journal::{Entry, RunHeader, StepRecord};
use latchkey::plan::model::{Plan, Step};
use latchkey::plan::progress::StepState;
use latchkey::services::Transport;
use latchkey::text::Text;
use latchkey::ui::backend::{MayAct, Surface};
use latchkey::words::Language;
use serde_json::json;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use wasm_panel::{mount, mount_as, mount_beside};

wasm_bindgen_test_configure!(run_in_browser);

/// Answers nothing but this.
struct Refusing(fn() -> Result<Response, TransportError>);

impl Transport for Refusing {
    fn host(&self) -> &str {
        "contoso.crm4.dynamics.com"
    }
    fn send(&self, _request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        Box::pin(async { (self.0)() })
    }
    fn batch(&self, _paths: Vec<String>) -> LocalFuture<'_, Result<Response, TransportError>> {
        Box::pin(async { (self.0)() })
    }
}

#[wasm_bindgen_test]
async fn beside_another_portal_the_only_environment_is_taken_and_named() {
    let panel = mount_beside(Surface::SidePanel, &["contoso.crm4.dynamics.com"], FakeOrg::new(), "#/").await;
    assert!(panel.find("state-no-organization").is_none());
    assert_eq!(
        panel
            .get("target")
            .query_selector("b")
            .unwrap()
            .unwrap()
            .text_content()
            .unwrap(),
        "Contoso Service"
    );
}

#[wasm_bindgen_test]
async fn between_several_environments_the_admin_chooses_and_nothing_is_read_before() {
    let open = ["contoso.crm4.dynamics.com", "fabrikam.crm.dynamics.com"];
    let panel = mount_beside(Surface::Tab, &open, FakeOrg::new(), "#/").await;
    panel.get("state-no-organization");
    assert!(panel.get("target").query_selector("b").unwrap().is_none());
    panel.press("organization-contoso.crm4.dynamics.com").await;
    assert!(panel.heard("organization contoso.crm4.dynamics.com"));
    assert!(panel.find("state-no-organization").is_none());
    panel.get("overview-summary-disconnect-rights");
}

#[wasm_bindgen_test]
async fn a_docked_panel_nobody_introduced_looks_for_no_environment() {
    let open = ["contoso.crm4.dynamics.com"];
    let panel = mount_beside(Surface::Dock, &open, FakeOrg::new(), "#/disconnect-rights").await;
    assert!(panel.find("state-no-organization").is_none());
    assert!(panel.get("target").query_selector("b").unwrap().is_none());
    panel.get("try-again");
}

#[wasm_bindgen_test]
async fn where_no_environment_is_open_the_panel_says_what_to_open_and_looks_again() {
    let panel = mount_beside(Surface::SidePanel, &[], FakeOrg::new(), "#/disconnect-rights").await;
    let said = panel.get("state-no-organization").text_content().unwrap();
    assert!(said.contains("crm4.dynamics.com"), "{said}");
    assert!(panel.find("try-again").is_none());
    panel
        .entra
        .organizations
        .borrow_mut()
        .push("contoso.crm4.dynamics.com".to_owned());
    panel.press("organization-again").await;
    assert!(panel.find("state-no-organization").is_none());
    panel.get("ordinary");
}

#[wasm_bindgen_test]
async fn s003_59_a_changed_toggle_shows_old_and_new_in_place_and_the_bar_counts_it() {
    let panel = mount(FakeOrg::new(), "#/disconnect-rights", MayAct::Yes).await;
    assert_eq!(panel.attribute("toggle-owner-incident", "role"), "switch");
    let label = panel.attribute("toggle-owner-incident", "aria-label");
    assert!(label.ends_with(": record owner may disconnect"), "{label}");
    assert!(panel.find("bar").is_none(), "nothing waits yet");

    panel.press("toggle-owner-incident").await;
    let cell = panel.get("toggle-owner-incident").closest("td").unwrap().unwrap();
    let (old, new) = (
        cell.query_selector("del").unwrap().unwrap().text_content().unwrap(),
        cell.query_selector("ins").unwrap().unwrap().text_content().unwrap(),
    );
    assert_ne!(old, new);
    assert!(panel.get("bar").text_content().unwrap().contains("1 change"));

    panel.press("toggle-owner-incident").await;
    assert!(panel.find("bar").is_none(), "back as it was, nothing waits");
}

/// The organization as a production environment.
fn production() -> FakeOrg {
    let org = FakeOrg::new();
    let detail = json!({"Detail": {
        "OrganizationId": fake_org::id(fake_org::ORGANIZATION), "FriendlyName": "Contoso Service",
        "EnvironmentId": "env-1", "OrganizationType": "Customer",
    }});
    org.put("RetrieveCurrentOrganization", fake_org::ok(detail));
    org
}

#[wasm_bindgen_test]
async fn review_shows_the_plan_and_production_asks_for_its_name_before_apply_acts() {
    let panel = mount(production(), "#/disconnect-rights", MayAct::OpenInTab).await;
    panel.press("toggle-owner-incident").await;
    panel.press("bar-review").await;
    assert!(panel.find("plan").is_some(), "{}", panel.text());
    assert!(panel.heard("watch plan-apply"));
    assert_eq!(panel.attribute("plan-apply", "aria-disabled"), "true");
    panel.press("plan-apply").await;
    assert!(
        !panel.heard("may act plan-apply"),
        "without the name nothing is even asked"
    );
    let name = panel.get("target").query_selector("bdi").unwrap().unwrap();
    panel.type_in("plan-name", &name.text_content().unwrap()).await;
    assert_eq!(panel.attribute("plan-apply", "aria-disabled"), "false");
    panel.press("plan-apply").await;
    assert!(panel.heard("may act plan-apply"));
    assert!(
        panel
            .heard
            .borrow()
            .iter()
            .any(|heard| heard.starts_with("tab #/review/")),
        "a frame that may be covered opens a tab"
    );
    assert!(!panel.heard.borrow().iter().any(|heard| heard.starts_with("grant")));
}

#[wasm_bindgen_test]
async fn a_click_that_comes_too_soon_does_nothing_and_typing_does_not_begin_the_watch_anew() {
    let panel = mount(production(), "#/disconnect-rights", MayAct::NotYet).await;
    panel.press("toggle-owner-incident").await;
    panel.press("bar-review").await;
    let name = panel.get("target").query_selector("bdi").unwrap().unwrap();
    let name = name.text_content().unwrap();
    let mut typed = String::new();
    for letter in name.chars() {
        typed.push(letter);
        panel.type_in("plan-name", &typed).await;
    }
    panel.press("plan-apply").await;
    assert!(panel.heard("may act plan-apply"));
    assert!(panel.find("plan").is_some(), "the plan is still there");
    let heard = panel.heard.borrow();
    assert_eq!(heard.iter().filter(|heard| *heard == "watch plan-apply").count(), 1);
    assert!(
        !heard
            .iter()
            .any(|heard| heard.starts_with("tab") || heard.starts_with("grant"))
    );
}

#[wasm_bindgen_test]
async fn review_is_off_while_a_list_the_plan_rests_on_is_incomplete() {
    let org = FakeOrg::new();
    org.put("systemusers?", refusal(403, "missing prvReadUser privilege"));
    let panel = mount(org, "#/disconnect-rights", MayAct::Yes).await;
    assert!(panel.find("state-unreadable-users").is_some(), "{}", panel.text());
    panel.press("role-contoso-escalation-desk").await;
    assert_eq!(panel.attribute("bar-review", "aria-disabled"), "true");
    panel.press("bar-review").await;
    assert!(panel.find("plan").is_none());
}

#[wasm_bindgen_test]
async fn names_that_are_markup_are_shown_as_text() {
    let org = FakeOrg::new();
    let mut rows = configurations("W/\"1\"", false);
    let hostile = "<img src=x onerror=alert(1)>";
    rows[0]["msdyn_name"] = hostile.into();
    org.put(
        "msdyn_entitylinkchatconfigurations",
        fake_org::ok(serde_json::json!({ "value": rows })),
    );
    org.put("EntityDefinitions", refusal(404, "no such table"));
    let panel = mount(org, "#/disconnect-rights", MayAct::Yes).await;
    assert!(panel.text().contains(hostile), "{}", panel.text());
    assert!(panel.root.query_selector("img").unwrap().is_none());
}

#[wasm_bindgen_test]
async fn every_way_reading_can_fail_says_so_and_offers_to_try_again() {
    let page_gone = || {
        Err(TransportError::Unreachable {
            host: "contoso".to_owned(),
        })
    };
    for (answer, state) in [
        ((|| Err(TransportError::Redirected)) as fn() -> _, "state-signed-out"),
        (page_gone, "state-offline"),
        (|| Ok(refusal(403, "not a member")), "state-no-permission"),
    ] {
        let panel = mount(Refusing(answer), "#/disconnect-rights", MayAct::Yes).await;
        assert!(panel.find(state).is_some(), "{state}: {}", panel.text());
        assert!(panel.find("try-again").is_some());
        assert!(panel.find("bar").is_none());
    }
}

#[wasm_bindgen_test]
async fn another_language_changes_every_word_at_once_and_is_remembered() {
    let panel = mount(FakeOrg::new(), "#/disconnect-rights", MayAct::Yes).await;
    for (language, heading) in [
        ("fr", "Droits de déconnexion"),
        ("da", "Frakoblingsrettigheder"),
        ("ja", "切断の権限"),
    ] {
        panel.select("language", language).await;
        let title = panel.root.query_selector("h1").unwrap().unwrap();
        assert_eq!(title.text_content().unwrap(), heading);
        assert!(panel.heard(&format!("language {language}")));
        assert_eq!(panel.chosen("language"), language);
    }
}

#[wasm_bindgen_test]
async fn a_language_whose_texts_cannot_be_read_is_said_so_and_the_present_one_stays() {
    let panel = mount(FakeOrg::new(), "#/disconnect-rights", MayAct::Yes).await;
    panel.lost.set(Some(Language::Danish));
    panel.select("language", "da").await;
    let title = panel.root.query_selector("h1").unwrap().unwrap();
    assert_eq!(title.text_content().unwrap(), "Disconnect rights");
    let said = panel.get("language-unreadable").text_content().unwrap();
    assert!(said.contains("Dansk"), "{said}");
    assert!(!panel.heard("language da"));
    assert_eq!(panel.chosen("language"), "en");
    // And the next choice is shown as ever.
    panel.select("language", "fr").await;
    assert_eq!(panel.chosen("language"), "fr");
}

#[wasm_bindgen_test]
async fn s003_69_the_picker_gives_a_verdict_with_its_reason_and_the_published_rows() {
    let panel = mount(FakeOrg::new(), "#/disconnect-rights", MayAct::Yes).await;
    assert_eq!(panel.attribute("ask-verdict", "role"), "status");
    let before = panel.get("ask-verdict").text_content().unwrap();
    panel.press("ask-connector").await;
    assert_ne!(panel.get("ask-verdict").text_content().unwrap(), before);
    panel.press("ask-all-rows").await;
    let rows = panel.get("published-rows").query_selector_all("tbody tr").unwrap();
    assert_eq!(rows.length(), 8);
    panel.type_in("ask-user", "nobody at all").await;
    assert!(
        panel
            .get("ask-verdict")
            .text_content()
            .unwrap()
            .contains("nobody at all")
    );
}

#[wasm_bindgen_test]
async fn the_rail_lists_the_views_that_exist_and_marks_the_one_shown() {
    let panel = mount(FakeOrg::new(), "", MayAct::Yes).await;
    for (entry, view) in [
        ("nav-disconnect-rights", "disconnect"),
        ("nav-history", "history"),
        ("nav-settings", "settings"),
        ("nav-overview", "overview"),
    ] {
        panel.press(entry).await;
        assert_eq!(panel.attribute(entry, "aria-current"), "page");
        assert!(panel.find(view).is_some(), "{view}");
        assert_eq!(panel.root.query_selector_all("main").unwrap().length(), 1);
        assert_eq!(panel.root.query_selector_all("h1").unwrap().length(), 1);
    }
}

#[wasm_bindgen_test]
async fn a_panel_a_page_may_have_opened_shows_the_plan_and_has_no_apply() {
    let panel = mount_as((false, Vec::new()), FakeOrg::new(), "#/disconnect-rights", MayAct::Yes).await;
    panel.press("toggle-owner-incident").await;
    panel.press("bar-review").await;
    assert!(panel.find("plan-step-1").is_some(), "{}", panel.text());
    assert!(panel.find("plan-apply").is_none() && panel.find("plan-name").is_none());
    panel.press("plan-remake").await;
    let heard = panel.heard.borrow();
    assert!(heard.iter().any(|heard| heard.starts_with("tab #/review/")));
    assert!(!heard.iter().any(|heard| heard.starts_with("grant")));
}

#[wasm_bindgen_test]
async fn forgetting_the_history_and_giving_back_a_permission_ask_whether_they_may_act() {
    let damaged = Entry {
        key: "run/damaged".to_owned(),
        value: Some(json!({})),
    };
    let panel = mount_as((true, vec![damaged]), FakeOrg::new(), "#/history", MayAct::OpenInTab).await;
    panel.press("history-clear").await;
    panel.press("history-clear-confirm").await;
    assert!(panel.heard("may act history-clear-confirm") && panel.heard("tab #/history"));
    panel.press("nav-settings").await;
    panel.press("permission-remove-https://*.crm.dynamics.cn/*").await;
    assert!(panel.heard("may act permission-remove-https://*.crm.dynamics.cn/*") && panel.heard("tab #/settings"));
    assert!(!panel.heard("remove https://*.crm.dynamics.cn/*"));
    let folds = panel.get("settings").query_selector_all("details").unwrap();
    let mut told = (0..folds.length()).filter_map(|at| folds.item(at)?.text_content());
    let hosts = told.find(|text| text.contains("crm2.")).unwrap();
    assert!(hosts.contains("2 addresses"), "{hosts}");
    assert!(hosts.find("crm2.").unwrap() < hosts.find("crm11.").unwrap(), "{hosts}");
}

/// A run over three production targets, two of one name, that is done and can be taken back.
fn done_on_three() -> Vec<Entry> {
    let text = json!({"id": "plan-steps"});
    let target = |id: &str, service: &str, name: &str, host: &str| {
        let is = json!([{"field": {"label": text, "pointer": "/id", "equals": "admin"}}]);
        json!({
            "id": id, "service": service, "identity": id, "name": name, "host": host, "kind": "production",
            "user": {"id": "admin", "name": "Admin", "upn": "admin@contoso.com"},
            "lock": [{
                "probe": {"read": {"http": {"method": "GET", "path": "/me"}}, "conditions": is},
                "what": text, "required": true,
            }],
        })
    };
    let change = |from: bool, to: bool| {
        let probe = |value: bool| {
            json!({
                "read": {"http": {"method": "GET", "path": "/it"}},
                "conditions": [{"field": {"label": text, "pointer": "/on", "equals": value}}],
            })
        };
        let request = json!({"method": "POST", "path": "/it", "body": format!("{{\"on\":{to}}}")});
        let write = json!({"request": request, "condition": "none", "repeatable": true, "takes": []});
        json!({"guard": probe(from), "action": {"http": write}, "proof": probe(to)})
    };
    let step = |id: &str| {
        json!({
            "id": id, "target": id, "title": text, "reason": text, "delta": [], "risk": "reversible",
            "change": change(false, true), "undo": {"change": change(true, false)},
        })
    };
    let plan = Plan::from_json(&json!({
        "version": 2, "recipe": "disconnect-rights", "title": text, "madeAt": 1,
        "targets": [
            target("org", "dataverse", "Contoso Service", "contoso.crm4.dynamics.com"),
            target("salesforce", "salesforce", "Contoso", "contoso.my.salesforce.com"),
            target("entra", "graph", "Contoso", "graph.microsoft.com"),
        ],
        "steps": [step("org"), step("salesforce"), step("entra")],
        "slots": [],
    }))
    .unwrap();
    let header = RunHeader {
        run_id: "r1".to_owned(),
        digest: plan.digest(),
        plan: plan.clone(),
        started_at: 1,
        ended_at: Some(2),
        undone_by: None,
        requests: 0,
        not_before: 0,
    };
    let done = |(number, step): (usize, &Step)| {
        let state = StepState::Done {
            at: 2,
            already: false,
            evidence: Vec::new(),
        };
        let record = StepRecord {
            state,
            ..StepRecord::waiting(&step.id)
        };
        record.entry("r1", number)
    };
    let mut entries = vec![header.entry()];
    entries.extend(plan.steps.iter().enumerate().map(done));
    entries
}

#[wasm_bindgen_test]
async fn g2_each_production_name_has_its_field_and_one_that_stands_for_several_says_for_which() {
    let panel = mount_as((true, done_on_three()), FakeOrg::new(), "#/history", MayAct::NotYet).await;
    panel.press("history-undo").await;
    let text = |id: &str| panel.get(id).text_content().unwrap();
    assert_eq!(text("plan-name-for"), "Environment, contoso.crm4.dynamics.com");
    assert_eq!(
        text("plan-name-2-for"),
        "Salesforce organization, contoso.my.salesforce.comTenant, graph.microsoft.com"
    );
    assert!(panel.find("plan-name-3").is_none() && panel.find("plan-others").is_none());
    assert_eq!(
        panel.attribute("plan-name-2", "aria-describedby"),
        "plan-name-2-for plan-name-2-match"
    );
    panel.type_in("plan-name-2", "Contoso").await;
    assert_eq!(panel.attribute("plan-apply", "aria-disabled"), "true");
    panel.press("plan-apply").await;
    assert!(!panel.heard("may act plan-apply"), "one of two names is none");
    panel.type_in("plan-name", "Contoso Service").await;
    assert_eq!(panel.attribute("plan-apply", "aria-disabled"), "false");
    panel.press("plan-apply").await;
    assert!(panel.heard("may act plan-apply"));
}

/// The same run, whose last step failed: it asks how to go on.
fn asks_at_last() -> Vec<Entry> {
    let mut entries = done_on_three();
    if let Some(header) = &mut entries[0].value {
        header.as_object_mut().unwrap().remove("endedAt");
    }
    let failed = StepRecord {
        state: StepState::Failed {
            why: Text::new("run-outcome-unknown"),
        },
        ..StepRecord::waiting("entra")
    };
    entries[3] = failed.entry("r1", 2);
    entries
}

#[wasm_bindgen_test]
async fn a_run_that_asks_is_told_in_every_view_with_the_way_back_and_is_not_lost_to_another_plan() {
    let panel = mount_as(
        (true, asks_at_last()),
        FakeOrg::new(),
        "#/disconnect-rights",
        MayAct::Yes,
    )
    .await;
    panel.press("interrupted-resume").await;
    assert_eq!(panel.attribute("run-status", "data-phase"), "asking");
    assert!(panel.find("run-elsewhere").is_none(), "its own view says so itself");
    // Nothing is left to go on with after the last step.
    assert!(panel.attribute("asking-retry", "class").contains("primary"));
    assert!(!panel.attribute("asking-go-on", "class").contains("primary"));

    for view in ["nav-overview", "nav-history", "nav-settings", "nav-disconnect-rights"] {
        panel.press(view).await;
        assert!(panel.find("run-elsewhere").is_some(), "{view}: {}", panel.text());
        assert!(panel.find("state-interrupted").is_none(), "{view}");
        if view == "nav-history" {
            assert_eq!(panel.attribute("history-run-1", "data-standing"), "underWay");
        }
    }
    panel.press("toggle-owner-incident").await;
    assert!(panel.find("bar").is_none(), "nothing else is begun meanwhile");
    panel.press("run-return").await;
    assert_eq!(panel.attribute("run-status", "data-phase"), "asking");
    panel.press("asking-leave").await;
    assert_eq!(panel.attribute("run-status", "data-phase"), "ended");
    panel.press("nav-overview").await;
    assert!(panel.find("run-elsewhere").is_none());
}
