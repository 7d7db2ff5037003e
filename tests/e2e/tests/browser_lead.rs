//! Lead management where it does not go as wanted, in real Chromium: refused before anything is sent, refused by a
//! service or by the offer's page, slowed down, changed by others, cut off; and how all of it looks. The way where
//! everything goes well is the journey (`latchkey_e2e::journeys::lead_management`).

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "in a test a surprise is a failure"
)]

use std::ops::Deref;

use latchkey_e2e::driver::{by_test_id, click_seen, script, shown};
use latchkey_e2e::journeys::lead_management::{CLIENT, HOSTS, offer_page, sign_in, solution};
use latchkey_e2e::looks::{BRIEF, EVERY, problems, tab_problems};
use latchkey_e2e::sandbox::TEAMS_CHAT;
use latchkey_e2e::scene::Scene;
use latchkey_e2e::until;
use serde_json::{Value, json};
use thirtyfour::{By, WindowHandle};

/// The organization, the offer's page and Latchkey in a tab each; Latchkey's is entered, at lead management.
struct Stage {
    scene: Scene,
    page: WindowHandle,
}

impl Deref for Stage {
    type Target = Scene;

    fn deref(&self) -> &Scene {
        &self.scene
    }
}

impl Stage {
    async fn set(name: &str, arguments: &[&str]) -> Self {
        let scene = Scene::set(name, arguments, HOSTS, &[]).await;
        scene.fill("client-id", CLIENT).await;
        scene.press_seen("client-id-save").await;
        by_test_id(&scene.desk.driver, "sign-in").await.unwrap();
        let driver = &scene.desk.driver;
        let page = driver.new_tab().await.unwrap();
        driver.switch_to_window(page.clone()).await.unwrap();
        driver
            .goto(offer_page(&scene.desk.sandbox).await.unwrap())
            .await
            .unwrap();
        shown(driver, "#latchkey-open").await.unwrap();
        scene.to_panel().await;
        scene.reload("lead-management").await;
        until("the offer's page to be found", || async {
            scene.desk.press_id("lead-page-look").await?;
            let found = "[data-testid='lead-page-state'][data-standing='shown']";
            Ok(scene.desk.driver.find(By::Css(found)).await.ok().map(|_| ()))
        })
        .await
        .unwrap();
        Self { scene, page }
    }

    async fn signed_in(name: &str, arguments: &[&str]) -> Self {
        let stage = Self::set(name, arguments).await;
        stage.sign_in().await;
        stage
    }

    async fn sign_in(&self) {
        sign_in(&self.desk.driver).await.unwrap();
        self.directory_read().await;
    }

    async fn directory_read(&self) {
        shown(
            &self.desk.driver,
            "[data-testid='lead-credential']:not([data-state='signIn'])",
        )
        .await
        .unwrap();
    }

    async fn text(&self, id: &str) -> String {
        self.desk.text(id).await.unwrap()
    }

    /// Chooses the published solution's file.
    async fn choose_file(&self) {
        let file = solution(&self.desk.sandbox).await.unwrap();
        self.file(&file.display().to_string()).await;
        by_test_id(&self.desk.driver, "lead-file-chosen").await.unwrap();
    }

    async fn file(&self, path: &str) {
        let input = self
            .desk
            .driver
            .find(By::Css("[data-testid='lead-file']"))
            .await
            .unwrap();
        input.send_keys(path).await.unwrap();
    }

    /// Only these parts are in the plan.
    async fn parts(&self, wanted: &[&str]) {
        for part in ["solution", "credential", "environment", "offer"] {
            let id = format!("lead-plan-{part}");
            let tick = by_test_id(&self.desk.driver, &id).await.unwrap();
            if tick.is_selected().await.unwrap() != wanted.contains(&part) {
                self.press(&id).await;
            }
        }
    }

    async fn begin(&self) {
        self.desk.review().await.unwrap();
        self.desk.apply().await.unwrap();
    }

    /// The run asks about a step that was not done: what it says of it; it is left there, and the view is shown again.
    async fn refused(&self, step: &str, why: &str) {
        self.desk.phase(&["asking"]).await.unwrap();
        let said = self.says("run-asking", why).await;
        assert!(said.contains(step), "{said}");
        self.leave().await;
    }

    async fn leave(&self) {
        self.press("asking-leave").await;
        self.desk.phase(&["ended"]).await.unwrap();
        self.press("run-close").await;
        self.press("nav-lead-management").await;
        self.desk.read().await.unwrap();
        self.directory_read().await;
    }

    async fn on_page(&self) {
        self.desk.driver.switch_to_window(self.page.clone()).await.unwrap();
    }

    /// Presses the page's button with this text as a person does, inside whatever shadow roots it stands.
    async fn press_on_page(&self, text: &str) {
        self.on_page().await;
        let find = "const all = (root) => [...root.querySelectorAll('*')].flatMap((it) => [it, ...(it.shadowRoot ? all(it.shadowRoot) : [])]); \
            const it = all(document).find((one) => one.tagName === 'BUTTON' && one.textContent.trim() === arguments[0]); \
            if (!it) return null; it.scrollIntoView({block: 'center'}); const box = it.getBoundingClientRect(); \
            return [box.x + box.width / 2, box.y + box.height / 2];";
        let at = until(&format!("the page's button {text}"), || async {
            let at = script(&self.desk.driver, find, vec![json!(text)]).await?;
            Ok(at.as_array().cloned())
        })
        .await
        .unwrap();
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({"type": kind, "x": at[0], "y": at[1], "button": "left", "clickCount": 1});
            self.desk
                .driver
                .cdp()
                .send_raw("Input.dispatchMouseEvent", event)
                .await
                .unwrap();
        }
        self.to_panel().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn s004_what_cannot_be_done_is_said_before_anything_is_sent() {
    let stage = Stage::set("lead-before", &[]).await;
    stage.desk.sandbox.forget_requests().await.unwrap();
    // S004-05: nobody is signed in to the directory.
    stage.parts(&["credential"]).await;
    stage.says("bar", "Sign in to Microsoft Entra first").await;
    stage.sign_in().await;
    // S004-07: the file is missing, is none, or another one.
    stage.parts(&["solution"]).await;
    stage.says("bar", "Choose the solution’s file").await;
    let other = latchkey_e2e::run_folder().join("files/other.zip");
    std::fs::create_dir_all(other.parent().unwrap()).unwrap();
    std::fs::write(&other, b"<html>sign in</html>").unwrap();
    stage.file(&other.canonicalize().unwrap().display().to_string()).await;
    stage.says("lead-solution", "is no").await;
    // S004-28, S004-29: no seat of a fitting licence is free.
    stage
        .put("graph/subscribedSkus", |skus| {
            for sku in skus {
                sku["prepaidUnits"]["enabled"] = sku["consumedUnits"].clone();
            }
        })
        .await;
    stage.press("lead-way-office365").await;
    stage.sign_in().await;
    stage.says("lead-credential", "The licence is charged").await;
    stage.parts(&["credential"]).await;
    stage.says("bar", "Choose a licence with a free seat").await;
    // S004-44: the portal shows no offer's setup page, or is not shown at all.
    stage.press("lead-way-entra").await;
    stage.directory_read().await;
    stage.parts(&["credential", "environment", "offer"]).await;
    stage.on_page().await;
    let offers = "https://partner.microsoft.com/dashboard/commercial-marketplace/overview";
    stage.desk.driver.goto(offers).await.unwrap();
    shown(&stage.desk.driver, "#latchkey-open").await.unwrap();
    stage.to_panel().await;
    stage.press("lead-page-look").await;
    shown(
        &stage.desk.driver,
        "[data-testid='lead-page-state'][data-standing='other']",
    )
    .await
    .unwrap();
    let said = stage.text("lead-page-state").await;
    assert!(said.contains("choose to fill in the page yourself"), "{said}");
    stage.on_page().await;
    stage.desk.driver.goto(TEAMS_CHAT).await.unwrap();
    stage.to_panel().await;
    stage.press("lead-page-look").await;
    shown(
        &stage.desk.driver,
        "[data-testid='lead-page-state'][data-standing='absent']",
    )
    .await
    .unwrap();
    // Only signing in has written anything.
    let written = stage.written(|_, _| false).await;
    assert!(written.is_empty(), "{written:?}");
    stage.scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn s004_what_is_refused_or_slowed_underway_is_told_and_nothing_is_written_wrongly() {
    let stage = Stage::signed_in("lead-refused", &[]).await;
    stage.choose_file().await;

    // S004-09: the check refuses the file, before anything is imported.
    stage.parts(&["solution"]).await;
    let failed = json!({"StageSolutionResults": {
        "StageSolutionUploadId": "b3963d4b-dc6c-ee11-9ae7-000d3aaae21d", "StageSolutionStatus": "Failed",
        "MissingDependencies": [{"RequiredSolutionName": "ContosoBase (1.0.0.0)"}], "SolutionValidationResults": []}});
    stage
        .fault(json!({"match": {"path": "StageSolution"}, "status": 200, "headers": {"content-type": "application/json"}, "body": failed}))
        .await;
    stage.begin().await;
    stage.refused("Upload and check", "ContosoBase (1.0.0.0)").await;
    let requests = stage.desk.sandbox.requests().await.unwrap();
    let imports = |requests: &[Value]| {
        let is_import = |request: &&Value| request["path"].as_str().unwrap_or_default().contains("ImportSolution");
        requests.iter().filter(is_import).count()
    };
    assert_eq!(imports(&requests), 0, "a refused file is not imported");

    // S004-11: the import fails midway.
    stage
        .fault(json!({"match": {"path": "ImportSolutionAsync"}, "import": {"errorcode": -2_147_188_685_i64, "message": "An error occurred while importing a Solution."}}))
        .await;
    stage.begin().await;
    stage
        .refused("Import the solution", "An error occurred while importing")
        .await;

    // It goes on where the service asks for a pause.
    stage
        .fault(json!({"match": {"path": "ImportSolutionAsync"}, "status": 429, "headers": {"retry-after": "3"}, "body": ""}))
        .await;
    stage.begin().await;
    stage.desk.phase(&["throttled"]).await.unwrap();
    stage.says("run-throttled", "").await;
    stage.desk.phase(&["done"]).await.unwrap();
    stage.press("run-close").await;
    stage.press("nav-lead-management").await;
    shown(&stage.desk.driver, "[data-testid='lead-solution'][data-state='done']")
        .await
        .unwrap();

    // S004-05: the directory refuses.
    let denied = json!({"error": {"code": "Authorization_RequestDenied", "message": "Insufficient privileges to complete the operation."}});
    stage
        .fault(json!({"match": {"host": "graph.microsoft.com", "method": "PATCH"}, "status": 403, "headers": {"content-type": "application/json"}, "body": denied}))
        .await;
    stage.parts(&["credential", "environment"]).await;
    stage.begin().await;
    stage.refused("Register the app", "Application Administrator").await;

    // S004-23: the environment takes no application user this way; the road is said beforehand to be unproven.
    stage.parts(&["credential", "environment"]).await;
    stage.desk.choose("lead-road", "In Dataverse directly").await.unwrap();
    stage.begin().await;
    stage
        .refused("Add the app as an application user", "Power Platform admin center")
        .await;

    // S004-51: the page's own answer to Validate, which the admin reads here.
    stage
        .desk
        .choose("lead-road", "Power Platform admin API")
        .await
        .unwrap();
    stage
        .desk
        .choose("lead-app", "Marketplace lead writer ·")
        .await
        .unwrap();
    stage.parts(&["credential", "environment", "offer"]).await;
    let said = json!({"error": {"code": "x", "message": "The organization is being moved."}});
    stage
        .fault(json!({"match": {"host": "partner.microsoft.com", "path": "validate"}, "status": 400, "headers": {"content-type": "application/json"}, "body": said}))
        .await;
    stage.begin().await;
    stage
        .refused("Select Validate", "The organization is being moved")
        .await;
    stage.scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn s004_50_a_page_that_takes_no_scripted_press_and_a_panel_that_is_loaded_anew_are_gone_on_with() {
    let stage = Stage::signed_in("lead-hand", &["--dialect", "leadpress=hand"]).await;
    stage.choose_file().await;
    stage.press("lead-everything").await;
    // The panel is loaded anew when the secret was made and nobody has it yet.
    stage
        .fault(json!({"match": {"host": "graph.microsoft.com", "method": "POST", "path": "addPassword"}, "hold": true}))
        .await;
    stage.begin().await;
    until("the secret", || async {
        let requests = stage.desk.sandbox.requests().await?;
        let made = requests
            .iter()
            .any(|request| request["path"].as_str().unwrap_or_default().contains("addPassword"));
        Ok(made.then_some(()))
    })
    .await
    .unwrap();
    stage.reload("lead-management").await;
    by_test_id(&stage.desk.driver, "state-interrupted").await.unwrap();
    stage.desk.sandbox.clear_faults().await.unwrap();
    click_seen(&stage.desk.driver, "[data-testid='interrupted-resume']")
        .await
        .unwrap();
    // S004-50: OK takes a person's press only. It is asked for, and gone on with as soon as it is seen.
    for button in ["OK", "Validate"] {
        until("the press to be asked of the admin", || async {
            let said = stage.desk.text("run-waiting").await.unwrap_or_default();
            Ok(said.contains(&format!("“{button}”")).then_some(()))
        })
        .await
        .unwrap();
        stage.press_on_page(button).await;
    }
    stage.desk.phase(&["done"]).await.unwrap();
    // The secret nobody had was removed, and one was made in its place.
    let state = stage.desk.sandbox.state().await.unwrap();
    let apps = state["graph"]["applications"].as_array().unwrap();
    let ours = apps
        .iter()
        .find(|app| app["displayName"] == "Marketplace lead writer")
        .unwrap();
    assert_eq!(ours["passwordCredentials"].as_array().unwrap().len(), 1, "{ours}");

    // Planned so from the start, the admin is guided instead of refused.
    stage.press("run-close").await;
    stage.press("nav-lead-management").await;
    stage.directory_read().await;
    stage
        .desk
        .choose("lead-hands", "I select OK and Validate")
        .await
        .unwrap();
    let name = by_test_id(&stage.desk.driver, "lead-secret-name").await.unwrap();
    name.send_keys(" II").await.unwrap();
    stage.parts(&["credential", "offer"]).await;
    stage.begin().await;
    stage.desk.phase(&["waitingForAdmin"]).await.unwrap();
    stage.says("run", "In Partner Center, select OK").await;
    stage.press_on_page("OK").await;
    stage.says("run", "In Partner Center, select Validate").await;
    stage.press_on_page("Validate").await;
    stage.desk.phase(&["done"]).await.unwrap();
    stage.scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn s004_every_state_of_lead_management_looks_right() {
    let stage = Stage::set("lead-looks", &[]).await;
    let driver = &stage.desk.driver;
    let mut wrong = Vec::new();
    wrong.extend(problems(driver, "lead-signed-out", BRIEF).await.unwrap());
    stage.sign_in().await;
    stage.choose_file().await;
    stage.press("lead-everything").await;
    wrong.extend(problems(driver, "lead-entra", EVERY).await.unwrap());
    wrong.extend(tab_problems(driver, "lead-entra").await.unwrap());
    stage.desk.review().await.unwrap();
    wrong.extend(problems(driver, "lead-plan", EVERY).await.unwrap());
    wrong.extend(tab_problems(driver, "lead-plan").await.unwrap());
    for language in ["fr", "ja", "da", "en"] {
        stage.speak(language).await;
        let name = format!("lead-plan-{language}");
        wrong.extend(problems(driver, &name, BRIEF).await.unwrap());
    }
    stage.desk.apply().await.unwrap();
    stage.desk.phase(&["done"]).await.unwrap();
    // S004-52: what is left to do is said with the way there.
    for next in ["lead-next-publish", "lead-next-remind"] {
        by_test_id(driver, next).await.unwrap();
    }
    wrong.extend(problems(driver, "lead-done", BRIEF).await.unwrap());
    stage.press("run-undo").await;
    // What undo leaves in Partner Center stands before everything else.
    let said = stage.says("lead-offer-stays", "still points to this environment").await;
    assert!(said.contains("Contoso Field Insights"), "{said}");
    wrong.extend(problems(driver, "lead-undo", BRIEF).await.unwrap());
    stage.press("plan-cancel").await;
    let close = driver.find_all(By::Css("[data-testid='run-close']")).await.unwrap();
    if !close.is_empty() {
        stage.press("run-close").await;
    }
    stage.press("nav-lead-management").await;
    stage.desk.read().await.unwrap();
    stage.directory_read().await;
    wrong.extend(problems(driver, "lead-set-up", EVERY).await.unwrap());
    stage.press("lead-way-office365").await;
    stage.sign_in().await;
    wrong.extend(problems(driver, "lead-office", BRIEF).await.unwrap());
    for language in ["fr", "ja", "da"] {
        stage.speak(language).await;
        wrong.extend(
            problems(driver, &format!("lead-office-{language}"), BRIEF)
                .await
                .unwrap(),
        );
    }
    stage.scene.close().await;
    assert!(wrong.is_empty(), "{} problems:\n{}", wrong.len(), wrong.join("\n"));
}
