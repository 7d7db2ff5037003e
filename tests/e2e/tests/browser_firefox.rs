//! Firefox: the toolbar's button opens the sidebar, where the panel reads, plans, applies, proves and undoes; the
//! injected button opens a tab, for Firefox lets an extension open its sidebar only in a click on something of its own,
//! and a message from a content script is none. Signing in takes Firefox's own window and address.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "in a test a surprise is a failure"
)]

use anyhow::{Context, Result, ensure};
use latchkey_e2e::driver::{by_test_id, click, click_seen, screenshot, script, shown, text_with};
use latchkey_e2e::firefox::Firefox;
use latchkey_e2e::journeys::difference;
use latchkey_e2e::journeys::lead_management::CLIENT;
use latchkey_e2e::sandbox::{Sandbox, TEAMS_CHAT};
use latchkey_e2e::until;
use serde_json::Value;
use thirtyfour::{By, WebDriver, WindowHandle};

/// The part of Firefox's redirect address that is the add-on's own: the SHA-1 of its id.
const REDIRECT: &str = "5dd32ac38c8c717b57397eb5ecb2db33ac43d640";
const TOGGLE: &str = "[data-testid='toggle-owner-account']";

#[tokio::test(flavor = "multi_thread")]
async fn s003_57_firefox_reads_plans_applies_proves_and_undoes_in_the_sidebar() {
    let sandbox = Sandbox::start(&[]).await.unwrap();
    let firefox = Firefox::start(&sandbox).await.unwrap();
    let done = journey(&firefox, &sandbox).await;
    end(firefox, done).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn firefox_opens_a_tab_where_it_does_not_let_a_button_of_the_page_open_the_sidebar() {
    let sandbox = Sandbox::start(&[]).await.unwrap();
    let firefox = Firefox::start(&sandbox).await.unwrap();
    let done = in_a_tab(&firefox.driver).await;
    end(firefox, done).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn firefox_signs_in_in_a_window_of_its_own_and_forgets() {
    let sandbox = Sandbox::start(&["--dialect", "consent=needed"]).await.unwrap();
    let firefox = Firefox::start(&sandbox).await.unwrap();
    let done = sign_in(&firefox, &sandbox).await;
    end(firefox, done).await;
}

async fn end(firefox: Firefox, done: Result<()>) {
    if done.is_err() {
        // What is wrong is in the error; a picture may help.
        screenshot(&firefox.driver, "firefox-failed").await.ok();
    }
    firefox.driver.quit().await.unwrap();
    done.unwrap();
}

/// From the page to the panel in the tab its button opens.
async fn open_tab(driver: &WebDriver) -> Result<()> {
    driver.goto(TEAMS_CHAT).await?;
    shown(driver, "#latchkey-open").await?;
    let known = driver.windows().await?;
    click(driver, "#latchkey-open").await?;
    enter_new(driver, &known).await
}

/// Enters the tab or window that is none of the known ones.
async fn enter_new(driver: &WebDriver, known: &[WindowHandle]) -> Result<()> {
    let new = until("a new tab or window", || async {
        let windows = driver.windows().await?;
        Ok(windows.into_iter().find(|window| !known.contains(window)))
    })
    .await?;
    driver.switch_to_window(new).await?;
    Ok(())
}

async fn sign_in(firefox: &Firefox, sandbox: &Sandbox) -> Result<()> {
    let driver = &firefox.driver;
    firefox
        .hold(&["login.microsoftonline.com", "graph.microsoft.com"])
        .await?;
    open_tab(driver).await?;
    let panel = driver.window().await?;
    click(driver, "[data-testid='nav-settings']").await?;
    by_test_id(driver, "client-id").await?.send_keys(CLIENT).await?;
    click_seen(driver, "[data-testid='client-id-save']").await?;
    shown(driver, "[data-testid='needs-sign-in'][data-state='expired']").await?;

    // Closed, it is cancelled and nothing is kept.
    let known = driver.windows().await?;
    click_seen(driver, "[data-testid='sign-in']").await?;
    enter_new(driver, &known).await?;
    shown(driver, "[data-test-id='admin@contoso.com']").await?;
    driver.close_window().await?;
    driver.switch_to_window(panel.clone()).await?;
    shown(driver, "[data-testid='needs-sign-in'][data-state='cancelled']").await?;

    // Through the account and the consent, the window closes by itself.
    click_seen(driver, "[data-testid='sign-in-again']").await?;
    enter_new(driver, &known).await?;
    click(driver, "[data-test-id='admin@contoso.com']").await?;
    click(driver, "#idBtn_Accept").await?;
    driver.switch_to_window(panel).await?;
    by_test_id(driver, "signed-in").await?;
    text_with(driver, "[data-testid='sign-in-account']", "admin@contoso.com").await?;
    ensure!(driver.windows().await? == known, "the window is still there");
    let redirected = sandbox.requests().await?.iter().any(|request| {
        let query = request.get("query").and_then(Value::as_str).unwrap_or_default();
        query.contains(REDIRECT)
    });
    ensure!(redirected, "Entra was not asked to lead back to Firefox's own address");
    let held = "const done = arguments[0]; Promise.all([chrome.storage.local.get(null), chrome.storage.session.get(null)]) \
        .then(([local, session]) => done([Object.keys(local), Object.keys(session)].map((keys) => \
        keys.filter((key) => key.startsWith('sign-in/')).length)));";
    let count = driver.execute_async(held, Vec::new()).await?.json().clone();
    ensure!(
        count[0] == 0 && count[1] != 0,
        "what was got is held elsewhere: {count}"
    );

    // A reload needs no window; forgotten, nothing is held.
    driver.refresh().await?;
    click(driver, "[data-testid='nav-settings']").await?;
    by_test_id(driver, "signed-in").await?;
    click_seen(driver, "[data-testid='sign-in-forget']").await?;
    shown(driver, "[data-testid='needs-sign-in'][data-state='expired']").await?;
    let count = driver.execute_async(held, Vec::new()).await?.json().clone();
    ensure!(count[0] == 0 && count[1] == 0, "something is still held: {count}");
    Ok(())
}

async fn in_a_tab(driver: &WebDriver) -> Result<()> {
    open_tab(driver).await?;
    click(driver, "[data-testid='nav-disconnect-rights']").await?;
    click(driver, TOGGLE).await?;
    // The extension itself opened this tab: what is planned in it can be applied, also after it was loaded anew.
    for loaded_anew in [false, true] {
        if loaded_anew {
            driver.refresh().await?;
            click(driver, "[data-testid='nav-disconnect-rights']").await?;
            click(driver, TOGGLE).await?;
        }
        click(driver, "[data-testid='bar-review']").await?;
        shown(driver, "[data-testid='plan-apply']").await?;
    }
    Ok(())
}

async fn journey(firefox: &Firefox, sandbox: &Sandbox) -> Result<()> {
    let driver = &firefox.driver;
    let start = sandbox.state().await?;
    driver.goto(TEAMS_CHAT).await?;
    shown(driver, "#latchkey-open").await?;
    let portal = driver.window().await?;
    firefox.click_toolbar_button().await?;
    let address = firefox.enter_sidebar().await?;
    ensure!(address.ends_with("/panel.html"), "the sidebar shows {address}");

    click(driver, "[data-testid='nav-disconnect-rights']").await?;
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

    click_seen(driver, "[data-testid='run-undo']").await?;
    apply(driver).await?;
    same(&start, sandbox, "after undo").await?;

    // With the panel beside the page, the page's own buttons lead there and open nothing more.
    driver.switch_to_window(portal).await?;
    click(driver, "#latchkey-open").await?;
    let last = driver.find_all(By::Css("button[id^='row-']")).await?.pop();
    let last = last.context("the page lists no record type")?;
    let record_type = last.text().await?;
    last.click().await?;
    click(driver, "#latchkey-who").await?;
    firefox.enter_sidebar().await?;
    until(&format!("the sidebar at {record_type}"), || async {
        let source = "return document.querySelector(\"[data-testid='ask-type']\")?.selectedOptions[0]?.textContent";
        Ok((script(driver, source, vec![]).await? == record_type.as_str()).then_some(()))
    })
    .await?;
    ensure!(
        driver.windows().await?.len() == 1,
        "a tab was opened though the sidebar is open"
    );
    Ok(())
}

/// Types the environment's name, applies, and waits until each step is shown by a read.
async fn apply(driver: &WebDriver) -> Result<()> {
    by_test_id(driver, "plan-name")
        .await?
        .send_keys("Contoso Service")
        .await?;
    click_seen(driver, "[data-testid='plan-apply'][aria-disabled='false']").await?;
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
