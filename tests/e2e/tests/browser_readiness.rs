//! The readiness report where it does not go as wanted, in real Chromium: what cannot be read is never said to be none,
//! what changed in between is not written over, who administers msdyn_viva is reviewed; what the admin said is remembered
//! and forgotten; and how all of it looks. The way where everything goes well is the journey
//! (`latchkey_e2e::journeys::readiness`).

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "in a test a surprise is a failure"
)]

use std::ops::Deref;

use latchkey_e2e::driver::{by_test_id, read_again, script, shown, text_with};
use latchkey_e2e::journeys::lead_management::CLIENT;
use latchkey_e2e::journeys::readiness::{HOSTS, sign_in_to};
use latchkey_e2e::looks::{BRIEF, EVERY, problems, tab_problems};
use latchkey_e2e::scene::Scene;
use serde_json::{Value, json};

const ALL: [&str; 3] = ["graph", "power-platform", "teams"];

/// The organization in one tab; in another, which is entered, the report.
struct Stage(Scene);

impl Deref for Stage {
    type Target = Scene;

    fn deref(&self) -> &Scene {
        &self.0
    }
}

impl Stage {
    async fn set(name: &str, arguments: &[&str]) -> Self {
        let scene = Scene::set(name, arguments, HOSTS, &[]).await;
        scene.fill("client-id", CLIENT).await;
        scene.press_seen("client-id-save").await;
        scene.says("client-id-note", "Saved").await;
        scene.press("nav-readiness").await;
        by_test_id(&scene.desk.driver, "deploy-summary").await.unwrap();
        Self(scene)
    }

    async fn sign_in(&self, sources: &[&str]) {
        sign_in_to(&self.desk.driver, sources).await.unwrap();
    }

    /// A line that stands so and says this.
    async fn stands(&self, point: &str, readiness: &str, says: &str) -> String {
        let css = format!("[data-testid='deploy-{point}'][data-readiness='{readiness}']");
        text_with(&self.desk.driver, &css, says).await.unwrap()
    }

    async fn names(&self, names: &str) {
        self.press("deploy-way-names").await;
        self.fill("deploy-names", names).await;
        self.press("deploy-names-take").await;
    }

    async fn refresh(&self) {
        self.press("refresh").await;
        self.desk.read().await.unwrap();
    }

    async fn refuse(&self, host: &str, path: &str, status: u16, body: Value) {
        self.fault(json!({
            "match": {"host": host, "path": path}, "status": status, "times": 50,
            "headers": {"content-type": "application/json"}, "body": body,
        }))
        .await;
    }

    /// Loaded anew: what was read is gone, what is remembered is not.
    async fn again(&self) {
        self.reload("readiness").await;
        by_test_id(&self.desk.driver, "deploy-summary").await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn s001_what_cannot_be_read_is_never_none_and_the_report_reads_little_and_writes_nothing() {
    let stage = Stage::set("readiness-unread", &["--dialect", "viva=trial"]).await;
    stage.desk.sandbox.forget_requests().await.unwrap();
    // Before anybody has signed in nothing is claimed of anything.
    stage
        .stands("data-policies", "unknown", "sign in to Power Platform")
        .await;
    let forbidden = json!({"error": {"code": "Forbidden", "message": "The user may not do this."}});
    stage
        .refuse(
            "api.bap.microsoft.com",
            "PowerPlatform.Governance",
            403,
            forbidden.clone(),
        )
        .await;
    stage.refuse("graph.microsoft.com", "subscribedSkus", 403, json!({"error": {"code": "Authorization_RequestDenied", "message": "Insufficient privileges to complete the operation."}})).await;
    stage
        .refuse(
            "api.interfaces.records.teams.microsoft.com",
            "TeamsMeetingPolicy",
            403,
            forbidden.clone(),
        )
        .await;
    stage
        .refuse(
            "msdynviva.crm4.dynamics.com",
            "systemuserroles",
            403,
            json!({"error": {"code": "0x80048306", "message": "Principal user is missing prvReadRole privilege"}}),
        )
        .await;
    stage.sign_in(&ALL).await;
    stage.sign_in(&["connector-policies", "dataverse"]).await;
    // S001-16, S001-04, S001-11, S001-33: refused is unknown.
    for point in ["data-policies", "licence", "transcription", "administrators"] {
        let said = stage.stands(point, "unknown", "").await;
        for claim in [
            "No data policy is for",
            "no licence of it",
            "It is off",
            "people are System Administrator",
        ] {
            assert!(!said.contains(claim), "{point}: {said}");
        }
        for fix in ["licences", "transcription", "data-policies", "administrators"] {
            assert!(!stage.desk.has(&format!("deploy-fix-{fix}")).await.unwrap(), "{fix}");
        }
    }
    // What the others told stands.
    stage.stands("environment", "attention", "trial").await;

    // It asks for a pause, and the reading goes on after it.
    stage.desk.sandbox.clear_faults().await.unwrap();
    stage
        .fault(json!({"match": {"host": "api.bap.microsoft.com", "path": "environments"}, "status": 429, "headers": {"retry-after": "2"}, "body": ""}))
        .await;
    stage.refresh().await;
    stage.stands("data-policies", "blocked", "It is blocked").await;
    stage.stands("administrators", "attention", "Owen Pritchard").await;

    // A pause of many minutes is not waited for, and what was to be read is not known.
    stage
        .fault(json!({"match": {"host": "api.bap.microsoft.com", "path": "PowerPlatform.Governance"}, "times": 50, "status": 429, "headers": {"retry-after": "600"}, "body": ""}))
        .await;
    stage.refresh().await;
    stage.stands("data-policies", "unknown", "").await;
    stage.desk.sandbox.clear_faults().await.unwrap();

    // From nothing, with an audience and every Microsoft system: at most forty requests, none a write.
    stage.names("admin@contoso.com, nobody@contoso.com").await;
    stage.says("deploy-absent", "nobody@contoso.com").await;
    stage.desk.sandbox.forget_requests().await.unwrap();
    stage.refresh().await;
    stage.stands("data-policies", "blocked", "It is blocked").await;
    let requests = stage.desk.sandbox.requests().await.unwrap();
    let host = |request: &Value| request["host"].as_str().unwrap_or_default().to_owned();
    let asked: Vec<&Value> = requests.iter().filter(|one| !host(one).starts_with("login.")).collect();
    assert!(asked.len() <= 40, "{}", asked.len());
    let written = stage.written(|_, path| path.ends_with("$batch")).await;
    assert!(written.is_empty(), "{written:?}");
    stage.0.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn s001_what_changed_or_is_refused_underway_is_told_and_not_written_over() {
    let stage = Stage::set("readiness-refused", &["--dialect", "viva=trial"]).await;
    stage.sign_in(&ALL).await;
    stage.sign_in(&["connector-policies", "dataverse"]).await;

    // S001-17: somebody changes the policy between the plan and its application.
    stage.press("deploy-fix-data-policies").await;
    stage.desk.review().await.unwrap();
    let state = stage.desk.sandbox.state().await.unwrap();
    let mut policies = state["powerplatform"]["policies"].clone();
    for policy in policies.as_array_mut().unwrap() {
        let definition = &mut policy["policyDefinition"];
        definition["displayName"] = json!(format!("{} II", definition["displayName"].as_str().unwrap()));
    }
    let document = json!({"powerplatform": {"policies": policies}});
    stage.desk.sandbox.put_state(&document).await.unwrap();
    stage.desk.apply().await.unwrap();
    stage.desk.phase(&["asking"]).await.unwrap();
    stage.says("run-asking", "Somebody changed it").await;
    stage.press("asking-leave").await;
    stage.desk.phase(&["ended"]).await.unwrap();
    let after = stage.desk.sandbox.state().await.unwrap();
    assert_eq!(after["powerplatform"]["policies"], policies);
    stage.press("run-close").await;
    stage.desk.read().await.unwrap();

    // S001-11: the policy may be read and not be written.
    stage
        .fault(json!({"match": {"host": "api.interfaces.records.teams.microsoft.com", "method": "PUT"}, "times": 9, "status": 403, "headers": {"content-type": "application/json"}, "body": {"Message": "Access denied."}}))
        .await;
    stage.press("deploy-fix-transcription").await;
    stage.desk.review().await.unwrap();
    stage.desk.apply().await.unwrap();
    stage.desk.phase(&["asking"]).await.unwrap();
    stage.press("asking-leave").await;
    stage.desk.phase(&["ended"]).await.unwrap();
    stage.press("run-close").await;
    stage.desk.read().await.unwrap();
    stage.stands("transcription", "blocked", "").await;
    stage.desk.sandbox.clear_faults().await.unwrap();

    // S001-34: somebody is taken off the administrators, who loses nothing else, and comes back.
    let before = stage.desk.sandbox.state().await.unwrap();
    stage.desk.press("[data-testid^='deploy-dismiss-']").await.unwrap();
    stage.press("deploy-fix-administrators").await;
    stage.desk.carry_out().await.unwrap();
    stage.press("run-close").await;
    stage.desk.read().await.unwrap();
    stage.stands("administrators", "ready", "2 people").await;
    stage.press("nav-history").await;
    stage.press("history-undo").await;
    by_test_id(&stage.desk.driver, "plan").await.unwrap();
    stage.desk.apply().await.unwrap();
    stage.desk.phase(&["done"]).await.unwrap();
    let links = |state: &Value| state["viva"]["systemuserrolescollection"].as_array().unwrap().len();
    assert_eq!(links(&stage.desk.sandbox.state().await.unwrap()), links(&before));
    stage.0.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_admin_said_is_remembered_until_it_is_forgotten() {
    let stage = Stage::set("readiness-remembered", &[]).await;
    stage.sign_in(&ALL).await;
    stage.names("").await;
    stage.says("deploy-names-refusal", "").await;
    stage.names("agent@contoso.com").await;
    stage.says("deploy-people-count", "One person").await;
    stage
        .desk
        .press("[data-testid='deploy-outlook'] summary")
        .await
        .unwrap();
    stage.press("deploy-checked-outlook").await;
    stage.stands("outlook", "ready", "by hand").await;
    stage.again().await;
    stage.stands("outlook", "ready", "by hand").await;
    stage.says("deploy-said", "One user name").await;
    stage.press("nav-settings").await;
    stage.press_seen("remembered-forget").await;
    stage.says("remembered-note", "Forgotten").await;
    stage.again().await;
    stage.stands("outlook", "unknown", "").await;
    assert!(!stage.desk.has("deploy-said").await.unwrap());
    stage.0.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn s001_04_40_a_search_that_is_refused_finds_nobody_and_what_was_not_read_is_not_in_the_message() {
    let stage = Stage::set("readiness-search", &[]).await;
    // S001-40: nothing is known of the tenant, and the message says nothing of it.
    stage
        .says("deploy-welcome-without", "the name of your organization")
        .await;
    let denied = json!({"error": {"code": "Authorization_RequestDenied", "message": "Insufficient privileges to complete the operation."}});
    stage
        .refuse("graph.microsoft.com", "/organization", 403, denied.clone())
        .await;
    stage.refuse("graph.microsoft.com", "/groups", 403, denied).await;
    stage.sign_in(&["graph"]).await;
    stage
        .says("deploy-welcome-without", "the name of your organization")
        .await;
    stage
        .desk
        .press("[data-testid='deploy-welcome-text'] summary")
        .await
        .unwrap();
    let message = stage.says("deploy-welcome-text", "Dear sellers,").await;
    assert!(!message.contains("Contoso,"), "{message}");

    // S001-04: refused is not none.
    stage.press("deploy-way-group").await;
    stage.fill("deploy-group-name", "Sales pilot").await;
    stage.press("deploy-group-seek").await;
    let said = stage.says("deploy-group-refusal", "").await;
    assert!(!said.is_empty());
    assert!(!stage.desk.has("deploy-groups").await.unwrap());
    stage.desk.sandbox.clear_faults().await.unwrap();
    stage.press("deploy-group-seek").await;
    stage.says("deploy-groups", "Sales pilot").await;
    assert!(!stage.desk.has("deploy-group-refusal").await.unwrap());
    stage.refresh().await;
    stage.says("deploy-welcome-text", "Dear sellers of").await;
    let left = stage.says("deploy-welcome-without", "the address of Salesforce").await;
    assert!(!left.contains("organization"), "{left}");
    stage.0.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn s001_04_who_was_read_for_another_audience_is_neither_counted_nor_given_a_licence() {
    let stage = Stage::set("readiness-late", &[]).await;
    stage.sign_in(&["graph"]).await;
    stage.press("deploy-way-group").await;
    stage.fill("deploy-group-name", "Sales pilot").await;
    stage.press("deploy-group-seek").await;
    stage.says("deploy-groups", "Sales pilot").await;
    stage
        .fault(json!({"match": {"host": "graph.microsoft.com", "path": "/groups/"}, "hold": true}))
        .await;
    stage.desk.press("[data-testid='deploy-groups'] button").await.unwrap();
    stage.says("deploy-said", "Sales pilot").await;
    // The pilot is still being read when somebody else is said.
    stage.names("norole@contoso.com").await;
    stage.says("deploy-said", "One user name").await;
    stage.desk.sandbox.clear_faults().await.unwrap();
    stage.says("deploy-people-count", "One person").await;
    stage.press("deploy-fix-licences").await;
    stage.fill("deploy-location", "DK").await;
    stage.desk.review().await.unwrap();
    let plan = stage.says("plan", "norole@contoso.com").await;
    for of_the_pilot in ["quinn@contoso.com", "emoji@contoso.com", "sales.lead@contoso.com"] {
        assert!(!plan.contains(of_the_pilot), "{plan}");
    }
    stage.0.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_begun_in_the_dock_is_made_again_in_the_tab_from_what_is_read_there() {
    let stage = Stage::set("readiness-carried", &[]).await;
    stage.sign_in(&ALL).await;
    let choices = json!({
        "audience": {"names": ["norole@contoso.com"]}, "repairs": ["licences", "transcription"], "location": "SE",
    });
    let packed: String = choices.to_string().bytes().map(|byte| format!("{byte:02x}")).collect();
    stage.desk.sandbox.forget_requests().await.unwrap();
    stage.reload(&format!("review/readiness/{packed}")).await;
    // Who is signed in already is not asked again, and what the plan rests on is read first.
    stage.says("plan", "norole@contoso.com").await;
    stage.says("plan", "SE").await;
    let requests = stage.desk.sandbox.requests().await.unwrap();
    assert!(requests.len() <= 40, "{}", requests.len());
    let written = stage.written(|_, path| path.ends_with("$batch")).await;
    assert!(written.is_empty(), "{written:?}");
    stage.press("plan-cancel").await;
    stage.says("deploy-said", "One user name").await;
    assert!(stage.desk.has("deploy-unfix-licences").await.unwrap());
    // What is not understood asks for nothing, and what came with an address is not remembered.
    stage.reload("review/readiness/7b7d").await;
    by_test_id(&stage.desk.driver, "deploy-summary").await.unwrap();
    // What was kept is taken up while the first reading goes on: after another it has been.
    read_again(&stage.desk.driver).await.unwrap();
    assert!(!stage.desk.has("deploy-said").await.unwrap());
    assert!(!stage.desk.has("plan").await.unwrap());
    stage.0.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_state_of_the_readiness_report_looks_right() {
    let stage = Stage::set("readiness-looks", &["--dialect", "viva=trial"]).await;
    let driver = &stage.desk.driver;
    let mut wrong = Vec::new();
    wrong.extend(problems(driver, "readiness-signed-out", BRIEF).await.unwrap());
    stage.sign_in(&ALL).await;
    stage.sign_in(&["connector-policies", "dataverse"]).await;
    stage
        .names("agent@contoso.com, manager@contoso.com, quinn@contoso.com, nobody@contoso.com")
        .await;
    stage.says("deploy-absent", "nobody").await;
    script(
        driver,
        "for (const fold of document.querySelectorAll('details')) fold.open = true;",
        vec![],
    )
    .await
    .unwrap();
    stage.desk.press("[data-testid^='deploy-dismiss-']").await.unwrap();
    for fix in ["transcription", "data-policies", "administrators"] {
        stage.press(&format!("deploy-fix-{fix}")).await;
    }
    wrong.extend(problems(driver, "readiness", EVERY).await.unwrap());
    wrong.extend(tab_problems(driver, "readiness").await.unwrap());
    stage.desk.review().await.unwrap();
    wrong.extend(problems(driver, "readiness-plan", EVERY).await.unwrap());
    stage.press("plan-cancel").await;
    for language in ["fr", "ja", "da"] {
        stage.speak(language).await;
        let name = format!("readiness-{language}");
        wrong.extend(problems(driver, &name, BRIEF).await.unwrap());
        stage.desk.review().await.unwrap();
        wrong.extend(problems(driver, &format!("{name}-plan"), BRIEF).await.unwrap());
        stage.press("plan-cancel").await;
    }
    stage.0.close().await;
    assert!(wrong.is_empty(), "{} problems:\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn s001_01_what_an_account_could_read_goes_with_it_and_a_token_that_is_gone_is_signed_in_for() {
    let stage = Stage::set("readiness-left", &[]).await;
    let row = |source: &str, read: bool| format!("[data-testid='deploy-source-{source}'][data-read='{read}']");
    stage.sign_in(&ALL).await;
    // A token that no service takes: the way to another stands there, and what was refused is read again after it.
    let gone = json!({"error": {"code": "InvalidAuthenticationToken", "message": "The access token has expired."}});
    stage.refuse("api.bap.microsoft.com", "", 401, gone).await;
    stage.refresh().await;
    stage
        .says("deploy-source-power-platform-refused", "not signed in")
        .await;
    let sign_in = by_test_id(&stage.desk.driver, "deploy-sign-in").await.unwrap();
    assert!(sign_in.text().await.unwrap().contains("Power Platform"));
    stage.desk.sandbox.clear_faults().await.unwrap();
    stage.refresh().await;
    stage.stands("data-policies", "blocked", "").await;
    assert!(!stage.desk.has("deploy-source-power-platform-refused").await.unwrap());

    // Forgotten, nothing it read is shown, and every system is signed in to anew.
    stage.press("nav-settings").await;
    stage.press_seen("sign-in-forget").await;
    by_test_id(&stage.desk.driver, "sign-in").await.unwrap();
    stage.press("nav-readiness").await;
    for source in ALL {
        shown(&stage.desk.driver, &row(source, false)).await.unwrap();
    }
    stage
        .stands("data-policies", "unknown", "sign in to Power Platform")
        .await;
    stage.press_seen("deploy-source-teams-choose").await;
    stage.says("deploy-sign-in", "Teams").await;
    let focus = script(&stage.desk.driver, "return document.activeElement.id", vec![]);
    assert_eq!(
        focus.await.unwrap(),
        "deploy-sign-in",
        "the button that was pressed is gone"
    );
    stage.sign_in(&ALL).await;
    for source in ALL {
        shown(&stage.desk.driver, &row(source, true)).await.unwrap();
    }
    stage.0.close().await;
}
