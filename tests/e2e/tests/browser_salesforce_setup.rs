//! The page of *Microsoft Power Platform* in Salesforce's Setup, in real Chromium: a classic page in a frame of another host
//! inside the Lightning shell. The report reads it, a plan puts its policies right and takes that back, and what the page
//! refuses is told in its own words (S001-22 to S001-28).

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "in a test a surprise is a failure"
)]

use latchkey_e2e::driver::{by_test_id, click_seen, screenshot, shown, text_with};
use latchkey_e2e::journeys::readiness::HOSTS;
use latchkey_e2e::journeys::salesforce_connection::{HOST, KEY, sign_in};
use latchkey_e2e::looks::{BRIEF, problems};
use latchkey_e2e::scene::Scene;
use latchkey_e2e::until;
use serde_json::{Value, json};
use thirtyfour::By;

const SETUP: &str = "contoso.my.salesforce-setup.com";
const LINES: [&str; 3] = ["ip-relaxation", "refresh-token", "timeout"];

/// The organization in one tab; in another, which is entered, the report, signed in to Salesforce.
async fn set(name: &str, arguments: &[&str]) -> Scene {
    let hosts: Vec<&str> = HOSTS.iter().copied().chain(["*.my.salesforce.com"]).collect();
    let scene = Scene::set(name, arguments, &hosts, &[SETUP]).await;
    let driver = &scene.desk.driver;
    scene.fill("salesforce-host", HOST).await;
    scene.fill("salesforce-key", KEY).await;
    scene.press_seen("salesforce-save").await;
    shown(driver, "[data-testid='needs-salesforce'][data-state='expired']")
        .await
        .unwrap();
    scene.press("nav-readiness").await;
    by_test_id(driver, "deploy-summary").await.unwrap();
    scene.press("deploy-source-salesforce-choose").await;
    click_seen(driver, "[data-testid='salesforce-sign-in']").await.unwrap();
    sign_in(driver, &scene.panel).await.unwrap();
    shown(driver, "[data-testid='deploy-source-salesforce'][data-read='true']")
        .await
        .unwrap();
    scene
}

/// A line that stands so and says this.
async fn stands(scene: &Scene, point: &str, readiness: &str, says: &str) -> String {
    let css = format!("[data-testid='deploy-{point}'][data-readiness='{readiness}']");
    text_with(&scene.desk.driver, &css, says).await.unwrap()
}

/// Opens the page, and looks until it is there.
async fn look(scene: &Scene) {
    scene.press_seen("deploy-setup-open-ip-relaxation").await;
    until("the page to be opened", || async {
        scene.to_panel().await;
        Ok(scene
            .desk
            .text("deploy-setup-asked")
            .await?
            .contains("Opened")
            .then_some(()))
    })
    .await
    .unwrap();
    until("the page to be read", || async {
        scene.desk.press_id("deploy-setup-look-ip-relaxation").await?;
        Ok(scene.desk.has("deploy-fix-ip-relaxation").await?.then_some(()))
    })
    .await
    .unwrap();
}

/// Clicks this on the page in Setup as a person does, and waits for what comes of it.
async fn by_hand(scene: &Scene, css: &str, then: &str) {
    let driver = &scene.desk.driver;
    until("the page in Setup", || async {
        for tab in driver.windows().await? {
            driver.switch_to_window(tab).await?;
            let frames = driver.find_all(By::Css("force-aloha-page iframe")).await?;
            if let Some(frame) = frames.into_iter().next() {
                frame.enter_frame().await?;
                return Ok(Some(()));
            }
        }
        Ok(None)
    })
    .await
    .unwrap();
    shown(driver, css).await.unwrap().click().await.unwrap();
    shown(driver, then).await.unwrap();
    scene.to_panel().await;
}

async fn policies(scene: &Scene) -> Value {
    let state = scene.desk.sandbox.state().await.unwrap();
    let apps = state["salesforce"]["ConnectedApplication"].as_array().unwrap().clone();
    let app = apps
        .iter()
        .find(|app| app["Name"] == "Microsoft Power Platform")
        .unwrap();
    json!([
        app["IpRelaxation"],
        app["RefreshTokenPolicy"],
        app["SessionTimeout"],
        app["OptionsAllowAdminApprovedUsersOnly"]
    ])
}

#[tokio::test(flavor = "multi_thread")]
async fn s001_26_27_28_the_page_is_read_put_right_and_taken_back_and_its_refusal_is_told() {
    let scene = set("salesforce-setup", &[]).await;
    let first = policies(&scene).await;
    for point in ["ip-relaxation", "timeout"] {
        stands(&scene, point, "unknown", "Only the page in Salesforce").await;
    }
    look(&scene).await;
    stands(&scene, "ip-relaxation", "attention", "Enforce IP restrictions").await;
    stands(&scene, "refresh-token", "blocked", "90 Day(s)").await;
    stands(&scene, "timeout", "attention", "2 hours").await;
    stands(&scene, "permitted-users", "unknown", "pre-authorized").await;
    let driver = &scene.desk.driver;
    let amiss = problems(driver, "salesforce-setup-read", BRIEF).await.unwrap();
    assert!(amiss.is_empty(), "{amiss:#?}");

    for point in LINES {
        scene.press(&format!("deploy-fix-{point}")).await;
    }
    scene.desk.review().await.unwrap();
    screenshot(driver, "salesforce-setup-plan").await.unwrap();
    scene.desk.apply().await.unwrap();
    scene.desk.phase(&["done"]).await.unwrap();
    screenshot(driver, "salesforce-setup-done").await.unwrap();
    assert_eq!(policies(&scene).await, json!(["BYPASS", "infinite", null, first[3]]));

    // Somebody has the form open: what they chose there is not saved with it, and the run says what is in the way.
    by_hand(&scene, "input[name=edit]", "input[name=save]").await;
    scene.desk.undo().await.unwrap();
    scene.desk.apply().await.unwrap();
    scene.desk.phase(&["asking"]).await.unwrap();
    scene.says("run-asking", "saved or cancelled first").await;
    screenshot(driver, "salesforce-setup-form-open").await.unwrap();
    assert_eq!(policies(&scene).await, json!(["BYPASS", "infinite", null, first[3]]));
    by_hand(&scene, "input[name=cancel]", "input[name=edit]").await;
    scene.press_seen("asking-retry").await;
    scene.desk.phase(&["done"]).await.unwrap();
    assert_eq!(policies(&scene).await, first);
    scene.press("run-close").await;
    scene.desk.read().await.unwrap();
    stands(&scene, "timeout", "attention", "2 hours").await;

    // Somebody takes the right to customize away before the plan is applied: the page says so, and nothing is changed.
    scene.press("deploy-fix-timeout").await;
    scene.desk.review().await.unwrap();
    scene
        .put("salesforce/PermissionSet", |sets| {
            for set in sets {
                set["PermissionsCustomizeApplication"] = json!(false);
            }
        })
        .await;
    scene.desk.apply().await.unwrap();
    scene.desk.phase(&["asking"]).await.unwrap();
    scene.says("run", "level of access").await;
    scene.press("asking-leave").await;
    scene.desk.phase(&["ended"]).await.unwrap();
    assert_eq!(policies(&scene).await, first);
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn s001_26_28_framed_from_setup_s_own_host_and_with_numbers_for_values_it_is_the_same() {
    let dialects = ["--dialect", "classicframe=setup", "--dialect", "optionvalues=numbers"];
    let scene = set("salesforce-setup-numbers", &dialects).await;
    let first = policies(&scene).await;
    look(&scene).await;
    for point in LINES {
        scene.press(&format!("deploy-fix-{point}")).await;
    }
    scene.desk.review().await.unwrap();
    scene.desk.apply().await.unwrap();
    scene.desk.phase(&["done"]).await.unwrap();
    assert_eq!(policies(&scene).await, json!(["BYPASS", "infinite", null, first[3]]));
    scene.close().await;
}
