//! Every screen of the panel in every state it has, in real Chromium: nothing scrolls sideways, nothing is cut off,
//! axe-core finds nothing, the keyboard reaches everything. Pictures are left under `target/run/screens/`.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "in a test a surprise is a failure"
)]

use anyhow::Result;
use latchkey_e2e::chromium::{Chromium, Options};
use latchkey_e2e::dock;
use latchkey_e2e::driver::{DriverProcess, by_test_id, click, click_seen, script, shown, text_with, ticket};
use latchkey_e2e::looks::{BRIEF, EVERY, Look, Scheme, emulate, press, problems, tab_problems};
use latchkey_e2e::sandbox::{ORG, Sandbox, TEAMS_CHAT};
use latchkey_e2e::until;
use serde_json::{Value, json};
use thirtyfour::{WebDriver, WindowHandle};

const LANGUAGES: [&str; 3] = ["da", "fr", "ja"];

/// The record types' rows, and where their writes go.
const ROWS: &str = "msdyn_entitylinkchatconfigurations";

/// A browser with the org's page in one tab and the panel in another.
struct Screens {
    sandbox: Sandbox,
    browser: Chromium,
    _chromedriver: DriverProcess,
    driver: WebDriver,
    org: WindowHandle,
    panel: WindowHandle,
    /// What shows that the extension opened the panel's tab.
    ticket: String,
    problems: Vec<String>,
}

impl Screens {
    async fn open(name: &str) -> Result<Screens> {
        let sandbox = Sandbox::start(&[]).await?;
        let browser = Chromium::start(Options::fresh(name)?, &sandbox).await?;
        let chromedriver = DriverProcess::start("chromedriver", &[]).await?;
        let driver = browser.session(&chromedriver).await?;
        driver.goto(TEAMS_CHAT).await?;
        shown(&driver, "#latchkey-open").await?;
        let org = driver.window().await?;
        let panel = driver.new_tab().await?;
        driver.switch_to_window(panel.clone()).await?;
        // Where it shows what was done, it asks nothing that a fault meant for later could strike.
        driver
            .goto(format!(
                "chrome-extension://{}/panel.html?tab=2147483647#/history",
                browser.id
            ))
            .await?;
        let ticket = ticket(&driver).await?;
        Ok(Screens {
            sandbox,
            browser,
            _chromedriver: chromedriver,
            driver,
            org,
            panel,
            ticket,
            problems: Vec::new(),
        })
    }

    /// Fails with everything that was found, once all was seen.
    async fn close(self) -> Result<()> {
        self.driver.quit().await?;
        let Screens { problems, .. } = self;
        anyhow::ensure!(
            problems.is_empty(),
            "{} problems:\n{}",
            problems.len(),
            problems.join("\n")
        );
        Ok(())
    }

    /// Opens the panel anew at a route.
    async fn at(&self, route: &str) -> Result<()> {
        self.driver.goto("about:blank").await?;
        self.driver
            .goto(format!(
                "chrome-extension://{}/panel.html?ticket={}#{route}",
                self.browser.id, self.ticket
            ))
            .await?;
        shown(&self.driver, "main").await?;
        Ok(())
    }

    /// Opens the panel anew and waits until everything is read.
    async fn read(&self, route: &str) -> Result<()> {
        self.at(route).await?;
        self.settled().await
    }

    async fn settled(&self) -> Result<()> {
        until("everything read", || async {
            let reading = script(
                &self.driver,
                "const read = document.querySelector('[data-testid=read-at]'); return !read || read.querySelector('.running') !== null;",
                Vec::new(),
            )
            .await?;
            Ok((reading == json!(false)).then_some(()))
        })
        .await
    }

    /// Waits until the parts further down are read as well.
    async fn parts_read(&self) -> Result<()> {
        until("every part read", || async {
            let source = "return document.querySelector('[data-testid^=state-loading]') === null;";
            let read = script(&self.driver, source, Vec::new()).await?;
            Ok((read == json!(true)).then_some(()))
        })
        .await
    }

    /// Clicks what has this `data-testid`.
    async fn press(&self, id: &str) -> Result<()> {
        click(&self.driver, &format!("[data-testid='{id}']")).await
    }

    /// Clicks what changes something, having looked at it.
    async fn press_seen(&self, id: &str) -> Result<()> {
        click_seen(&self.driver, &format!("[data-testid='{id}']")).await
    }

    /// Types into a field.
    async fn fill(&self, id: &str, text: &str) -> Result<()> {
        by_test_id(&self.driver, id).await?.send_keys(text).await?;
        Ok(())
    }

    /// Waits for an element.
    async fn sees(&self, id: &str) -> Result<()> {
        if let Err(error) = by_test_id(&self.driver, id).await {
            // What stands there instead.
            return Err(error.context(shown(&self.driver, "main").await?.text().await?));
        }
        Ok(())
    }

    async fn phase(&self, phase: &str) -> Result<()> {
        shown(
            &self.driver,
            &format!("[data-testid='run-status'][data-phase='{phase}']"),
        )
        .await
        .map(drop)
    }

    async fn speak(&self, language: &str) -> Result<()> {
        let choose = "const select = document.querySelector('[data-testid=language]'); select.value = arguments[0]; \
            select.dispatchEvent(new Event('change', {bubbles: true}));";
        script(&self.driver, choose, vec![json!(language)]).await?;
        shown(&self.driver, &format!(".panel[lang={language}]")).await.map(drop)
    }

    /// Notes what is wrong with the state that is shown.
    async fn look(&mut self, name: &str, looks: &[Look]) -> Result<()> {
        let found = problems(&self.driver, name, looks).await?;
        self.problems.extend(found);
        emulate(&self.driver, (480, Scheme::Light)).await
    }

    /// In every look, then once in every other language.
    async fn look_in_all(&mut self, name: &str) -> Result<()> {
        self.look(name, EVERY).await?;
        for language in LANGUAGES {
            self.speak(language).await?;
            self.look(
                &format!("{name}.{language}"),
                &[(480, Scheme::Light), (320, Scheme::Light)],
            )
            .await?;
        }
        self.speak("en").await
    }

    async fn keyboard(&mut self, name: &str) -> Result<()> {
        let found = tab_problems(&self.driver, name).await?;
        self.problems.extend(found);
        Ok(())
    }

    /// From the untouched disconnect view to the plan of these changes, its gate passed.
    async fn plan(&self, changes: &[&str]) -> Result<()> {
        for change in changes {
            self.press(change).await?;
        }
        self.press("bar-review").await?;
        self.fill("plan-name", "Contoso Service").await?;
        shown(&self.driver, "[data-testid='plan-apply'][aria-disabled='false']")
            .await
            .map(drop)
    }

    async fn fault(&self, fault: Value) -> Result<()> {
        self.sandbox.fault(&fault).await
    }

    /// The org's page at another address, and back to the panel's tab.
    async fn org_at(&self, more: &str) -> Result<()> {
        self.driver.switch_to_window(self.org.clone()).await?;
        self.driver.goto(format!("{TEAMS_CHAT}{more}")).await?;
        shown(&self.driver, "#shell-container").await?;
        self.driver.switch_to_window(self.panel.clone()).await?;
        Ok(())
    }

    /// Opens every fold.
    async fn unfold(&self) -> Result<()> {
        let open = "document.querySelectorAll('main details').forEach((details) => { details.open = true; });";
        script(&self.driver, open, Vec::new()).await.map(drop)
    }

    async fn heading_has_focus(&mut self, name: &str) -> Result<()> {
        let focused = script(&self.driver, "return document.activeElement?.localName;", Vec::new()).await?;
        if focused != json!("h1") {
            self.problems
                .push(format!("{name}: the focus is on {focused}, not on the heading"));
        }
        Ok(())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_stands_every_look() -> Result<()> {
    let mut it = Screens::open("screens").await?;

    // All of them: a panel that hears of its page again meanwhile reads anew.
    it.fault(json!({"match": {"path": "$batch"}, "times": 99, "hold": true}))
        .await?;
    it.at("/disconnect-rights").await?;
    it.sees("state-loading").await?;
    it.look("loading", BRIEF).await?;
    it.sandbox.clear_faults().await?;
    it.settled().await?;

    it.look_in_all("disconnect").await?;
    it.keyboard("disconnect").await?;

    it.press("nav-overview").await?;
    it.heading_has_focus("overview").await?;
    it.look_in_all("overview").await?;
    it.keyboard("overview").await?;
    it.press("nav-settings").await?;
    it.heading_has_focus("settings").await?;
    shown(&it.driver, "[data-testid='settings'] table").await?;
    it.look_in_all("settings").await?;
    it.keyboard("settings").await?;
    it.press("nav-history").await?;
    it.heading_has_focus("history").await?;
    it.sees("state-empty").await?;
    it.look("history-empty", BRIEF).await?;

    it.press("nav-disconnect-rights").await?;
    it.heading_has_focus("disconnect").await?;
    it.press("toggle-connector-incident").await?;
    it.press("role-csr-manager").await?;
    it.press("affected-lose").await?;
    it.fill("ask-user", "soren@contoso.com").await?;
    it.unfold().await?;
    it.press("ask-all-rows").await?;
    it.look_in_all("disconnect-changed").await?;
    it.press("affected-lose").await?;
    it.press("users-all").await?;
    it.look("disconnect-all-users", BRIEF).await?;
    it.keyboard("disconnect-changed").await?;

    it.press("bar-review").await?;
    it.heading_has_focus("plan").await?;
    it.unfold().await?;
    it.look_in_all("plan").await?;
    it.fill("plan-name", "Contoso Service").await?;
    it.look("plan-gate", BRIEF).await?;
    it.keyboard("plan-gate").await?;

    it.fault(json!({"match": {"method": "PATCH"}, "status": 429, "headers": {"Retry-After": "25"}}))
        .await?;
    it.fault(json!({"match": {"method": "PATCH"}, "nth": 2, "hold": true}))
        .await?;
    it.press_seen("plan-apply").await?;
    it.phase("throttled").await?;
    it.heading_has_focus("run").await?;
    it.look("run-throttled", EVERY).await?;
    it.phase("running").await?;
    it.look("run-running", BRIEF).await?;
    it.press("run-pause").await?;
    it.sandbox.clear_faults().await?;
    it.phase("paused").await?;
    it.look("run-paused", BRIEF).await?;
    it.press_seen("run-resume").await?;
    it.phase("done").await?;
    it.look_in_all("run-done").await?;
    it.keyboard("run-done").await?;

    it.press("nav-history").await?;
    it.sees("history-run-1").await?;
    it.look_in_all("history").await?;
    it.keyboard("history").await?;
    it.press("history-clear").await?;
    it.sees("history-clear-confirm").await?;
    it.look("history-clear", BRIEF).await?;
    press(&it.driver, "Escape", 27).await?;
    let closed = "return document.querySelector('dialog[open]') === null && document.activeElement.dataset.testid;";
    assert_eq!(script(&it.driver, closed, Vec::new()).await?, json!("history-clear"));
    it.press("history-undo").await?;
    it.sees("plan").await?;
    it.look("undo-preview", EVERY).await?;
    it.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn teams_chat_stands_every_look() -> Result<()> {
    let mut it = Screens::open("screens-chat").await?;
    it.read("/teams-chat").await?;
    it.parts_read().await?;
    it.look_in_all("chat").await?;
    it.keyboard("chat").await?;

    it.press("chat-open-incident").await?;
    it.sees("chat-followed").await?;
    it.press("chat-note-incident").await?;
    it.sees("chat-card").await?;
    it.press("chat-join-incident").await?;
    it.press("chat-add").await?;
    it.parts_read().await?;
    it.unfold().await?;
    it.look_in_all("chat-changed").await?;
    it.press("bar-review").await?;
    it.look("chat-plan", BRIEF).await?;
    it.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_does_not_go_as_planned_asks_and_says_why() -> Result<()> {
    let mut it = Screens::open("asking").await?;
    it.read("/disconnect-rights").await?;
    let start = it.sandbox.state().await?;

    // Somebody else changes the row between the plan and its first write.
    it.plan(&[
        "toggle-owner-incident",
        "toggle-connector-incident",
        "toggle-owner-account",
    ])
    .await?;
    let mut rows = start
        .pointer(&format!("/dataverse/{ROWS}"))
        .cloned()
        .unwrap_or_default();
    for row in rows.as_array_mut().into_iter().flatten() {
        let flag = row.get("msdyn_recentchatlinkercanunlink").and_then(Value::as_bool) == Some(true);
        row["msdyn_recentchatlinkercanunlink"] = json!(!flag);
    }
    it.sandbox.put_state(&json!({"dataverse": {ROWS: rows}})).await?;
    it.press_seen("plan-apply").await?;
    it.phase("asking").await?;
    it.sees("run-asking").await?;
    it.look("run-conflict", EVERY).await?;
    it.keyboard_in_dialog().await?;
    press(&it.driver, "Escape", 27).await?;
    it.sees("run-asks").await?;
    it.look("run-conflict-closed", BRIEF).await?;
    it.press("asking-open").await?;
    it.press("asking-leave").await?;
    it.sees("run-ended").await?;
    it.look("run-ended", BRIEF).await?;
    it.press("run-close").await?;

    // The service refuses a write.
    it.read("/disconnect-rights").await?;
    it.plan(&["toggle-owner-incident"]).await?;
    let refusal = json!({"error": {"code": "0x80040220", "message": "Principal user is missing prvWritemsdyn_entitylinkchatconfiguration privilege <b>on</b> this row."}});
    it.fault(json!({"match": {"method": "PATCH"}, "status": 403, "body": refusal}))
        .await?;
    it.press_seen("plan-apply").await?;
    it.sees("run-asking").await?;
    it.look("run-refused", EVERY).await?;
    for language in LANGUAGES {
        script(&it.driver, "document.querySelector('dialog').close();", Vec::new()).await?;
        it.speak(language).await?;
        it.press("asking-open").await?;
        it.look(&format!("run-refused.{language}"), &[(320, Scheme::Light)])
            .await?;
    }
    it.press("asking-leave").await?;
    it.sees("run-ended").await?;
    it.speak("en").await?;
    it.press("nav-history").await?;
    it.sees("history-run-2").await?;
    it.unfold().await?;
    it.look("history-not-all-done", BRIEF).await?;
    it.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_elsewhere_is_watched_and_a_run_cut_off_is_taken_up() -> Result<()> {
    let mut it = Screens::open("unfinished").await?;
    it.read("/disconnect-rights").await?;
    it.plan(&["toggle-owner-incident", "toggle-connector-account"]).await?;
    it.fault(json!({"match": {"method": "PATCH"}, "hold": true})).await?;
    it.press_seen("plan-apply").await?;
    shown(&it.driver, "[data-state='writing']").await?;
    let driving = it.panel.clone();

    it.panel = it.driver.new_tab().await?;
    it.driver.switch_to_window(it.panel.clone()).await?;
    it.at("/overview").await?;
    // The first tab has its ticket to itself.
    it.ticket = ticket(&it.driver).await?;
    it.at("/overview").await?;
    it.sees("state-watching").await?;
    it.look("run-watching", EVERY).await?;

    // The panel that drives it is closed in the middle of a write.
    it.driver.switch_to_window(driving).await?;
    it.driver.close_window().await?;
    it.driver.switch_to_window(it.panel.clone()).await?;
    it.read("/overview").await?;
    it.sees("state-interrupted").await?;
    it.look("interrupted", EVERY).await?;
    it.press("nav-history").await?;
    it.sees("history-resume").await?;
    it.look("history-interrupted", BRIEF).await?;
    it.press("nav-overview").await?;
    it.press_seen("interrupted-resume").await?;
    it.phase("done").await?;
    it.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_is_said_and_never_shown_as_none() -> Result<()> {
    let mut it = Screens::open("unread").await?;
    let start = it.sandbox.state().await?;

    // The portal shows another user than the service.
    it.org_at("&flags=headeruser:Somebody%20Else").await?;
    it.read("/overview").await?;
    it.sees("other-user").await?;
    it.look("other-user", BRIEF).await?;
    it.org_at("").await?;

    // Only some of the users.
    let users = start
        .pointer("/dataverse/systemusers")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    let next = format!("https://{ORG}/api/data/v9.2/systemusers/more");
    let page = json!({"value": users.get(..30), "@odata.nextLink": next});
    it.fault(json!({"match": {"path": "systemusers/more"}, "times": 99, "status": 403, "body": {"error": {"code": "0x80040220", "message": "no"}}})).await?;
    it.fault(json!({"match": {"method": "GET", "path": "v9.2/systemusers"}, "status": 200, "headers": {"content-type": "application/json"}, "body": page})).await?;
    it.read("/disconnect-rights").await?;
    it.sees("state-partial-users").await?;
    it.press("role-csr-manager").await?;
    text_with(&it.driver, "#bar-why", "incomplete").await?;
    it.look_in_all("partial").await?;
    it.sandbox.clear_faults().await?;

    it.sandbox.put_state(&json!({"dataverse": {ROWS: []}})).await?;
    it.read("/disconnect-rights").await?;
    it.sees("state-empty").await?;
    it.look("empty", BRIEF).await?;
    let rows = start
        .pointer(&format!("/dataverse/{ROWS}"))
        .cloned()
        .unwrap_or_default();
    it.sandbox.put_state(&json!({"dataverse": {ROWS: rows}})).await?;

    // No connection, first with something read before, then with nothing.
    it.read("/disconnect-rights").await?;
    it.press("toggle-owner-incident").await?;
    it.fault(json!({"match": {"path": "/api/"}, "times": 9999, "drop": "before"}))
        .await?;
    it.press("refresh").await?;
    it.sees("state-offline").await?;
    it.look("offline-kept", EVERY).await?;
    it.at("/overview").await?;
    it.sees("state-offline").await?;
    it.look("offline", BRIEF).await?;
    it.sandbox.clear_faults().await?;

    it.fault(json!({"match": {"path": "/api/"}, "times": 9999, "status": 401}))
        .await?;
    it.at("/overview").await?;
    it.sees("state-signed-out").await?;
    it.look("signed-out", EVERY).await?;
    it.sandbox.clear_faults().await?;

    it.org_at("&as=reader@contoso.com").await?;
    it.at("/disconnect-rights").await?;
    it.settled().await?;
    it.sees("not-allowed-types").await?;
    it.look("reader", BRIEF).await?;
    it.org_at("&as=norole@contoso.com").await?;
    it.at("/disconnect-rights").await?;
    it.settled().await?;
    it.look("no-role", EVERY).await?;
    it.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_docked_panel_looks_as_in_a_tab() -> Result<()> {
    let mut it = Screens::open("docked").await?;
    it.driver.switch_to_window(it.org.clone()).await?;
    click(&it.driver, "#latchkey-open").await?;
    dock::enter(&it.driver).await?;
    it.press("nav-disconnect-rights").await?;
    it.sees("users").await?;
    it.settled().await?;
    it.press("toggle-connector-incident").await?;
    it.sees("bar").await?;
    let found = latchkey_e2e::axe::violations(&it.driver).await?;
    it.problems.extend(found);
    let width = script(
        &it.driver,
        "return [innerWidth, document.scrollingElement.scrollWidth];",
        Vec::new(),
    )
    .await?;
    assert_eq!(width, json!([480, 480]));
    latchkey_e2e::driver::screenshot(&it.driver, "screens/docked").await?;
    it.close().await
}

impl Screens {
    /// Tab stays inside the dialog, and its buttons are all reached.
    async fn keyboard_in_dialog(&mut self) -> Result<()> {
        let inside =
            "return document.activeElement.closest('dialog') !== null && document.activeElement.dataset.testid;";
        let mut reached = Vec::new();
        for _ in 0..6 {
            reached.push(script(&self.driver, inside, Vec::new()).await?);
            press(&self.driver, "Tab", 9).await?;
        }
        for id in ["asking-leave", "asking-undo", "asking-retry", "asking-go-on"] {
            if !reached.contains(&json!(id)) {
                self.problems
                    .push(format!("the dialog's {id} is never reached: {reached:?}"));
            }
        }
        Ok(())
    }
}
