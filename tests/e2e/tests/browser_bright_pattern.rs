//! The Bright Pattern account in real Chromium, where something stands in its way; and that no secret of it is kept
//! anywhere, nor is anybody asked to sign in twice.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "in a test a surprise is a failure"
)]

use anyhow::bail;
use latchkey_e2e::chromium::{Chromium, Options};
use latchkey_e2e::driver::{DriverProcess, by_test_id, click, click_seen, panel_tab, script, shown, text_with};
use latchkey_e2e::journeys::bright_pattern::{ADMIN, App, CLIENT, HOSTS, NAME, SECRET, begin, consent, register};
use latchkey_e2e::looks::{BRIEF, EVERY, problems, tab_problems};
use latchkey_e2e::sandbox::{Sandbox, TEAMS_CHAT};
use latchkey_e2e::until;
use serde_json::{Value, json};
use thirtyfour::{WebDriver, WindowHandle};

/// Latchkey's own registration in the sandbox's tenant.
const LATCHKEY: &str = "4c617463-686b-4579-a000-000000000001";
const LOGIN: &str = "https://login.microsoftonline.com/";

/// The organization and Bright Pattern in a tab each, and the panel in one of its own, at the account.
struct Stage {
    sandbox: Sandbox,
    browser: Chromium,
    _chromedriver: DriverProcess,
    driver: WebDriver,
    portal: WindowHandle,
    panel: WindowHandle,
}

impl Stage {
    /// `fault` befalls the sandbox before the panel reads anything; `script` runs on Bright Pattern's page before its own.
    async fn set(name: &str, fault: Option<Value>, source: &str) -> Self {
        let sandbox = Sandbox::start(&[]).await.unwrap();
        register(&sandbox, App::Ready).await.unwrap();
        let mut options = Options::fresh(name).unwrap();
        options.hold(HOSTS);
        let browser = Chromium::start(options, &sandbox).await.unwrap();
        let chromedriver = DriverProcess::start("chromedriver", &[]).await.unwrap();
        let driver = browser.session(&chromedriver).await.unwrap();
        let portal = driver.window().await.unwrap();
        let devtools = driver.cdp();
        let added = devtools.send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source }));
        added.await.unwrap();
        driver.goto(ADMIN).await.unwrap();
        shown(&driver, "tbody tr").await.unwrap();
        let org = driver.new_tab().await.unwrap();
        driver.switch_to_window(org).await.unwrap();
        driver.goto(TEAMS_CHAT).await.unwrap();
        shown(&driver, "#latchkey-open").await.unwrap();
        if let Some(fault) = fault {
            sandbox.fault(&fault).await.unwrap();
        }
        let (panel, _) = panel_tab(&driver, &browser.id, "#/bright-pattern/").await.unwrap();
        by_test_id(&driver, "bright-name").await.unwrap();
        Self {
            sandbox,
            browser,
            _chromedriver: chromedriver,
            driver,
            portal,
            panel,
        }
    }

    async fn to_panel(&self) {
        self.driver.switch_to_window(self.panel.clone()).await.unwrap();
    }

    async fn fill(&self, id: &str, text: &str) {
        let field = by_test_id(&self.driver, id).await.unwrap();
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Waits until the step of this title is the admin's, by the instruction that stands there.
    async fn admin_is_asked(&self, instruction: &str) {
        let is = until(instruction, || async {
            let said = by_test_id(&self.driver, "run").await?.text().await?;
            if said.contains(instruction) {
                return Ok(Some(()));
            }
            bail!("{said}")
        });
        is.await.unwrap();
        shown(&self.driver, "[data-testid='run-admin-done']").await.unwrap();
    }

    async fn phase(&self, wanted: &str) {
        let is = until(wanted, || async {
            let status = by_test_id(&self.driver, "run-status").await?;
            match status.attr("data-phase").await? {
                Some(phase) if phase == wanted => Ok(Some(())),
                other => bail!(
                    "it is {other:?}: {}",
                    by_test_id(&self.driver, "run").await?.text().await?
                ),
            }
        });
        is.await.unwrap();
    }

    /// Everything in the extension's storage, but for the sign-in's own place.
    async fn stored(&self) -> String {
        let ask = "const done = arguments[0]; Promise.all([chrome.storage.local.get(null), chrome.storage.session.get(null)]) \
            .then(([local, session]) => done(JSON.stringify([local, Object.entries(session).filter(([key]) => !key.startsWith('sign-in/'))])))";
        let said = self.driver.execute_async(ask, Vec::new()).await.unwrap();
        said.json().as_str().unwrap().to_owned()
    }

    async fn page(&self) -> String {
        let all =
            "return location.href + document.documentElement.outerHTML + JSON.stringify(Object.entries(localStorage))";
        let said = script(&self.driver, all, Vec::new()).await.unwrap();
        said.as_str().unwrap().to_owned()
    }
}

/// The page as another version of it may be: its button for a new account has a name nobody knows.
const RENAMED: &str = r#"
  new MutationObserver(() => {
    for (const it of document.querySelectorAll("button")) if (it.textContent === "+") Object.assign(it, { textContent: "Neu", title: "Neu", id: "neu" });
  }).observe(document, { childList: true, subtree: true });"#;

#[tokio::test(flavor = "multi_thread")]
async fn s002_what_stands_in_the_way_of_the_account_is_explained_and_what_is_not_found_is_left_to_the_admin() {
    // S002-08 to S002-10: the organization's own challenge names another tenant than it does.
    let other = "99999999-aaaa-4bbb-8ccc-dddddddddddd";
    let challenge = format!(
        "Bearer authorization_uri={LOGIN}{other}/oauth2/authorize, resource_id=https://contoso.crm4.dynamics.com/"
    );
    let fault = json!({"match": {"host": "contoso.crm4", "method": "GET", "path": "/WhoAmI"}, "times": 99, "status": 401,
        "headers": {"www-authenticate": challenge}});
    let stage = Stage::set("bright-refused", Some(fault), RENAMED).await;
    let driver = &stage.driver;
    let said = text_with(driver, "[data-testid='bright-tenant']", other).await.unwrap();
    assert!(said.contains("Nothing is filled in until both agree"), "{said}");
    stage.fill("bright-name", NAME).await;
    stage.fill("bright-client-id-field", CLIENT).await;
    let review = |off: &'static str| format!("[data-testid='bar-review'][aria-disabled='{off}']");
    shown(driver, &review("true")).await.unwrap();
    text_with(driver, "[data-testid='bar']", other).await.unwrap();
    stage.sandbox.clear_faults().await.unwrap();
    click(driver, "[data-testid='refresh']").await.unwrap();
    shown(driver, &review("false")).await.unwrap();

    // S002-06: a name that is taken.
    stage.fill("bright-name", " dynamics  TRIAL").await;
    shown(driver, "[data-testid='bright-name'][aria-invalid='true']")
        .await
        .unwrap();
    shown(driver, &review("true")).await.unwrap();
    text_with(driver, "[data-testid='bar']", "Another account has this name")
        .await
        .unwrap();
    stage.fill("bright-name", NAME).await;

    // S002-03: the button that adds an account is not found: the admin opens the form, and the run goes on by itself.
    click(driver, &review("false")).await.unwrap();
    begin(driver, Some(SECRET)).await.unwrap();
    stage.admin_is_asked("add an account with +").await;
    driver.switch_to_window(stage.portal.clone()).await.unwrap();
    click(driver, "#neu").await.unwrap();
    click(driver, ".popup [role=dialog] .commands button").await.unwrap();
    stage.to_panel().await;
    stage.admin_is_asked("Press Refresh token").await;

    // S002-16: the page's own test says no, in words that are shown; the admin has another try.
    let no = "AADSTS7000215: Invalid client secret provided.";
    let fault = json!({"match": {"host": "brightpattern", "path": "/admin/service/test"}, "times": 1, "status": 400,
        "body": {"error": {"code": "connection", "message": no}}});
    stage.sandbox.fault(&fault).await.unwrap();
    consent(driver, &stage.portal).await.unwrap();
    stage.to_panel().await;
    stage.phase("asking").await;
    text_with(driver, "[data-testid='run-asking']", no).await.unwrap();
    let accounts = || async { stage.sandbox.state().await.unwrap()["brightpattern"]["integrationaccounts"].clone() };
    assert_eq!(accounts().await.as_array().unwrap().len(), 2, "nothing was saved");
    click_seen(driver, "[data-testid='asking-retry']").await.unwrap();
    stage.phase("done").await;
    assert_eq!(accounts().await[2]["name"], json!(NAME));
    stage.driver.quit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn g9_no_secret_is_kept_anywhere_and_a_panel_loaded_anew_midway_asks_for_no_second_sign_in() {
    let stage = Stage::set("bright-secrets", None, "").await;
    let driver = &stage.driver;
    // The person signs in once, for what Latchkey itself reads and writes.
    click(driver, "[data-testid='nav-settings']").await.unwrap();
    stage.fill("client-id", LATCHKEY).await;
    click_seen(driver, "[data-testid='client-id-save']").await.unwrap();
    shown(driver, "[data-testid='needs-sign-in'][data-state='expired']")
        .await
        .unwrap();
    click(driver, "[data-testid='nav-bright-pattern']").await.unwrap();
    stage.fill("bright-name", NAME).await;
    stage.fill("bright-client-id-field", CLIENT).await;
    click(driver, "[data-testid='bright-secret-made']").await.unwrap();
    click_seen(driver, "[data-testid='sign-in']").await.unwrap();
    until("the sign-in", || async {
        for window in driver.windows().await? {
            driver.switch_to_window(window).await?;
            if driver.current_url().await?.as_str().starts_with(LOGIN) {
                for css in ["[data-test-id='admin@contoso.com']", "#idBtn_Accept"] {
                    if let Ok(button) = driver.find(thirtyfour::By::Css(css)).await {
                        button.click().await.ok();
                    }
                }
                return Ok(None);
            }
        }
        driver.switch_to_window(stage.panel.clone()).await?;
        let done = driver
            .find_all(thirtyfour::By::Css("[data-testid='signed-in']"))
            .await?;
        Ok((!done.is_empty()).then_some(()))
    })
    .await
    .unwrap();
    shown(driver, "[data-testid='bright-app-reply']").await.unwrap();

    click(driver, "[data-testid='bar-review'][aria-disabled='false']")
        .await
        .unwrap();
    begin(driver, None).await.unwrap();
    stage.admin_is_asked("Press Refresh token").await;
    // The panel is loaded anew: what it had made and filled in stands on the page, and the token in the browser's memory.
    let windows = driver.windows().await.unwrap().len();
    driver.refresh().await.unwrap();
    by_test_id(driver, "state-interrupted").await.unwrap();
    click_seen(driver, "[data-testid='interrupted-resume']").await.unwrap();
    stage.admin_is_asked("Press Refresh token").await;
    assert_eq!(
        driver.windows().await.unwrap().len(),
        windows,
        "nobody was asked to sign in"
    );
    consent(driver, &stage.portal).await.unwrap();
    stage.to_panel().await;
    stage.phase("done").await;
    let state = stage.sandbox.state().await.unwrap();
    let apps = state["graph"]["applications"].as_array().unwrap();
    let app = apps.iter().find(|app| app["appId"] == CLIENT).unwrap();
    assert_eq!(
        app["passwordCredentials"].as_array().unwrap().len(),
        2,
        "the admin's and ours: {app}"
    );

    // What is saved to a file, too.
    let files = stage.browser.options.profile.join("files");
    let allow = json!({"behavior": "allow", "downloadPath": files.display().to_string()});
    driver
        .cdp()
        .send_raw("Browser.setDownloadBehavior", allow)
        .await
        .unwrap();
    click(driver, "[data-testid='run-evidence']").await.unwrap();
    click(driver, "[data-testid='nav-history']").await.unwrap();
    click(driver, "[data-testid='history-export']").await.unwrap();
    until("two files", || async {
        let saved = std::fs::read_dir(&files)?.flatten();
        let whole = saved.filter(|file| !file.path().to_string_lossy().ends_with(".crdownload"));
        Ok((whole.count() >= 2).then_some(()))
    })
    .await
    .unwrap();

    let mut seen = stage.stored().await;
    assert!(seen.contains("account:apply"), "the journal was not read: {seen}");
    seen += &stage.page().await;
    driver.switch_to_window(stage.portal.clone()).await.unwrap();
    seen += &stage.page().await;
    seen += &Value::from(stage.sandbox.requests().await.unwrap()).to_string();
    let all = stage.sandbox.secrets().await.unwrap();
    assert!(all.iter().any(|(kind, _)| kind == "access_token") && all.iter().any(|(kind, _)| kind == "refresh_token"));
    for (kind, secret) in &all {
        assert!(!seen.contains(secret.as_str()), "a {kind} is shown, stored or logged");
    }
    // Bright Pattern's own code stands in the address its own window comes back with, which the browser keeps.
    let lasting = all.into_iter().filter(|(kind, _)| kind != "code");
    let lasting: Vec<String> = lasting.map(|(_, secret)| secret).collect();
    assert_eq!(stage.browser.options.profile.holding(&lasting), Vec::<String>::new());
    stage.driver.quit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn s002_every_state_of_the_account_looks_right() {
    let stage = Stage::set("bright-looks", None, "").await;
    let driver = &stage.driver;
    let mut wrong = problems(driver, "bright-start", BRIEF).await.unwrap();
    stage.fill("bright-name", NAME).await;
    stage.fill("bright-client-id-field", CLIENT).await;
    click(driver, "[data-testid='bright-default']").await.unwrap();
    wrong.extend(problems(driver, "bright-account", EVERY).await.unwrap());
    wrong.extend(tab_problems(driver, "bright-account").await.unwrap());
    click(driver, "[data-testid='bar-review'][aria-disabled='false']")
        .await
        .unwrap();
    by_test_id(driver, "plan").await.unwrap();
    wrong.extend(problems(driver, "bright-plan", EVERY).await.unwrap());
    begin(driver, Some(SECRET)).await.unwrap();
    stage.admin_is_asked("Press Refresh token").await;
    wrong.extend(problems(driver, "bright-asked", BRIEF).await.unwrap());
    consent(driver, &stage.portal).await.unwrap();
    stage.to_panel().await;
    stage.phase("done").await;
    wrong.extend(problems(driver, "bright-done", EVERY).await.unwrap());
    for language in ["fr", "ja"] {
        let choose = "const it = document.querySelector('[data-testid=language]'); it.value = arguments[0]; \
            it.dispatchEvent(new Event('change', { bubbles: true }));";
        script(driver, choose, vec![json!(language)]).await.unwrap();
        shown(driver, &format!(".panel[lang={language}]")).await.unwrap();
        wrong.extend(
            problems(driver, &format!("bright-done-{language}"), BRIEF)
                .await
                .unwrap(),
        );
    }
    stage.driver.quit().await.unwrap();
    assert!(wrong.is_empty(), "{} problems:\n{}", wrong.len(), wrong.join("\n"));
}
