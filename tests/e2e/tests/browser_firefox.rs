//! Firefox: the injected button opens the panel, which reads, plans, applies, proves and undoes.

use anyhow::{Context, Result, ensure};
use latchkey_e2e::driver::{by_test_id, click, screenshot, shown, text_with};
use latchkey_e2e::firefox::Firefox;
use latchkey_e2e::journeys::difference;
use latchkey_e2e::sandbox::{Sandbox, TEAMS_CHAT};
use latchkey_e2e::until;
use serde_json::Value;
use thirtyfour::WebDriver;

const TOGGLE: &str = "[data-testid='toggle-owner-account']";

#[tokio::test(flavor = "multi_thread")]
async fn s003_57_firefox_reads_plans_applies_proves_and_undoes() {
    let sandbox = Sandbox::start(&[]).await.unwrap();
    let firefox = Firefox::start(&sandbox).await.unwrap();
    let done = journey(&firefox.driver, &sandbox).await;
    if done.is_err() {
        // What is wrong is in the error; a picture may help.
        screenshot(&firefox.driver, "firefox-failed").await.ok();
    }
    firefox.driver.quit().await.unwrap();
    done.unwrap();
}

async fn journey(driver: &WebDriver, sandbox: &Sandbox) -> Result<()> {
    let start = sandbox.state().await?;
    driver.goto(TEAMS_CHAT).await?;
    shown(driver, "#latchkey-open").await?;
    let portal = driver.window().await?;
    click(driver, "#latchkey-open").await?;
    let panel = until("the panel's tab", || async {
        let windows = driver.windows().await?;
        Ok(windows.into_iter().find(|window| *window != portal))
    })
    .await?;
    driver.switch_to_window(panel).await?;

    click(driver, "[data-testid='nav-disconnect']").await?;
    ensure!(
        !shown(driver, TOGGLE).await?.is_selected().await?,
        "Account starts with the owner switch off"
    );
    by_test_id(driver, "users-count").await?;
    click(driver, TOGGLE).await?;
    click(driver, "[data-testid='bar-review']").await?;
    by_test_id(driver, "plan-step-1").await?;
    ensure!(
        difference(&start, &sandbox.state().await?, "").is_none(),
        "something was written before the plan was applied"
    );
    apply(driver).await?;
    screenshot(driver, "firefox-applied").await?;
    let mut expected = start.clone();
    *account(&mut expected)? = true.into();
    same(&expected, sandbox, "after the plan was applied").await?;

    click(driver, "[data-testid='run-undo']").await?;
    apply(driver).await?;
    same(&start, sandbox, "after undo").await?;
    Ok(())
}

/// Types the environment's name, applies, and waits until each step is shown by a read.
async fn apply(driver: &WebDriver) -> Result<()> {
    by_test_id(driver, "plan-name")
        .await?
        .send_keys("Contoso Service")
        .await?;
    click(driver, "[data-testid='plan-apply'][aria-disabled='false']").await?;
    shown(driver, "[data-testid='run-status'][data-phase='done']").await?;
    text_with(driver, "[data-testid='run-step-1'][data-state='done']", "").await?;
    Ok(())
}

/// The owner switch of Account in a state document.
fn account(state: &mut Value) -> Result<&mut Value> {
    state
        .pointer_mut("/dataverse/msdyn_entitylinkchatconfigurations")
        .and_then(Value::as_array_mut)
        .into_iter()
        .flatten()
        .find(|row| row.get("msdyn_name").is_some_and(|name| name == "Account"))
        .and_then(|row| row.get_mut("msdyn_recordownercanunlink"))
        .context("the state has no row for Account")
}

async fn same(expected: &Value, sandbox: &Sandbox, when: &str) -> Result<()> {
    let difference = difference(expected, &sandbox.state().await?, "");
    ensure!(difference.is_none(), "{when}: {}", difference.unwrap_or_default());
    Ok(())
}
