//! The Teams admin center and the Microsoft 365 admin center, in real Chromium, looked at with the shipped hands and the
//! shipped locators: what the steps of S001 stand on is found in four languages, Transcription is switched and saved by
//! a plan's acts and nothing else is, and what deploys is the person's own.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "in a test a surprise is a failure"
)]

use latchkey::json::ToJson;
use latchkey::portal::locators;
use latchkey::portal::verbs::{Act, GrantedAct};
use latchkey::portal::{microsoft365, teams_admin};
use latchkey_e2e::chromium::{Chromium, Options};
use latchkey_e2e::driver::{DriverProcess, click, shown};
use latchkey_e2e::line::TOOLS;
use latchkey_e2e::sandbox::Sandbox;
use latchkey_e2e::until;
use serde_json::{Value, json};
use thirtyfour::{WebDriver, WindowHandle};

const TEAMS: &str = "https://admin.teams.microsoft.com";
const M365: &str = "https://admin.cloud.microsoft";

/// Somebody of each language who is let in; the languages' cast cannot all read policies, so that the page is the
/// administrator's, in the language the sandbox was started with.
const LANGUAGES: [&str; 4] = ["en", "fr", "da", "ja"];

struct Stage {
    sandbox: Sandbox,
    _browser: Chromium,
    _chromedriver: DriverProcess,
    driver: WebDriver,
    portal: WindowHandle,
    panel: WindowHandle,
}

impl Stage {
    async fn set(name: &str, language: &str, more: &[&str]) -> Self {
        let mut arguments = vec!["--locale", language];
        arguments.extend(more);
        let sandbox = Sandbox::start(&arguments).await.unwrap();
        let mut options = Options::fresh(name).unwrap();
        options.hold(&["admin.teams.microsoft.com", "admin.cloud.microsoft"]);
        let browser = Chromium::start(options, &sandbox).await.unwrap();
        let chromedriver = DriverProcess::start("chromedriver", &[]).await.unwrap();
        let driver = browser.session(&chromedriver).await.unwrap();
        let portal = driver.window().await.unwrap();
        let panel = driver.new_tab().await.unwrap();
        driver.switch_to_window(panel.clone()).await.unwrap();
        // Where it shows what was done, the panel itself asks nothing.
        let address = format!("chrome-extension://{}/panel.html?tab=2147483647#/history", browser.id);
        driver.goto(address).await.unwrap();
        driver.switch_to_window(portal.clone()).await.unwrap();
        Self {
            sandbox,
            _browser: browser,
            _chromedriver: chromedriver,
            driver,
            portal,
            panel,
        }
    }

    /// Shows a page once it has this.
    async fn open(&self, page: &str, has: &str) {
        self.driver.goto(page).await.unwrap();
        shown(&self.driver, has).await.unwrap();
    }

    /// Calls over one port to the portal's tab, one after the other.
    async fn ask(&self, calls: &Value) -> Vec<Value> {
        self.driver.switch_to_window(self.panel.clone()).await.unwrap();
        let source = format!(
            "const done = arguments[1]; (async (given) => {{ {} \
             const port = await open_port(); const said = []; \
             for (const call of given) said.push(await ask(port, call)); port.disconnect(); return said; }})(arguments[0])\
             .then((value) => done({{value}}), (cause) => done({{failed: String(cause?.stack ?? cause)}}));",
            TOOLS.replace("{tab}", "https://*/*")
        );
        let said = self.driver.execute_async(source, vec![calls.clone()]).await.unwrap();
        let said = said.json().clone();
        assert!(said.get("failed").is_none(), "{said}");
        self.driver.switch_to_window(self.portal.clone()).await.unwrap();
        said["value"].as_array().unwrap().clone()
    }

    /// What each of these finds now.
    async fn sight(&self, ids: &[&str]) -> Vec<Value> {
        let wanted: Vec<Value> = ids.iter().map(|id| locators::find(id).unwrap().to_json()).collect();
        let said = self.ask(&json!([{"verb": "snapshot", "locators": wanted}])).await;
        said[0]["ok"].as_array().unwrap_or_else(|| panic!("{said:?}")).clone()
    }

    /// Carries these acts out, granted as a plan grants them.
    async fn act(&self, acts: &[(&str, Act)]) -> Vec<Value> {
        let granted = acts.iter().map(|(id, act)| GrantedAct::of(id, act).unwrap().to_json());
        let granted: Vec<Value> = granted.collect();
        let mut calls = vec![json!({"verb": "grant", "writes": [], "acts": granted})];
        calls.extend(
            acts.iter()
                .map(|(id, act)| json!({"verb": "act", "locator": id, "act": act.to_json()})),
        );
        self.ask(&json!(calls)).await
    }

    async fn transcription(&self) -> Value {
        self.sandbox.state().await.unwrap()["teams"]["meetingPolicies"][0]["AllowTranscription"].clone()
    }
}

fn counts(sightings: &[Value]) -> Vec<u64> {
    sightings.iter().map(|one| one["count"].as_u64().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn s001_10_and_11_transcription_is_found_switched_and_saved_in_four_languages() {
    for (language, save) in LANGUAGES.into_iter().zip(["stays", "leaves", "stays", "leaves"]) {
        let stage = Stage::set("teams-admin", language, &["--dialect", &format!("teams-save={save}")]).await;
        stage.open(&format!("{TEAMS}/policies/meetings"), "[role=grid]").await;
        let ids = [
            teams_admin::MEETING_POLICIES,
            teams_admin::GLOBAL_ROW,
            teams_admin::SETUP_POLICIES,
            teams_admin::GLOBAL,
        ];
        let seen = stage.sight(&ids).await;
        assert_eq!(counts(&seen), [1, 1, 1, 0], "{language}: {seen:?}");
        // Another policy than the organization-wide one is not taken for it.
        stage
            .open(&format!("{TEAMS}/policies/meetings/edit/AllOn"), "[role=switch]")
            .await;
        assert_eq!(counts(&stage.sight(&[teams_admin::GLOBAL]).await), [0], "{language}");

        stage
            .open(&format!("{TEAMS}/policies/meetings/edit/Global"), "[role=switch]")
            .await;
        let ids = [
            teams_admin::GLOBAL,
            teams_admin::TRANSCRIPTION,
            teams_admin::SAVE,
            teams_admin::UNSAVED,
        ];
        let seen = stage.sight(&ids).await;
        assert_eq!(counts(&seen), [1, 1, 1, 0], "{language}: {seen:?}");
        assert_eq!(seen[1]["elements"][0]["checked"], false, "{language}: {seen:?}");
        // Nothing that was not granted, and then exactly what was.
        let press = json!([{"verb": "act", "locator": teams_admin::SAVE, "act": {"do": "press"}}]);
        assert_eq!(stage.ask(&press).await[0]["error"]["notSent"]["reason"], "not granted");
        let done = stage
            .act(&[(teams_admin::TRANSCRIPTION, Act::Set { checked: true })])
            .await;
        assert_eq!(done[1]["ok"]["elements"][0]["checked"], true, "{language}: {done:?}");
        assert_eq!(counts(&stage.sight(&[teams_admin::UNSAVED]).await), [1], "{language}");
        assert_eq!(stage.transcription().await, false);
        stage.act(&[(teams_admin::SAVE, Act::Press)]).await;
        let stage = &stage;
        until("the policy to be saved", || async {
            Ok((stage.transcription().await == true).then_some(()))
        })
        .await
        .unwrap();
        until("nothing to save", || async {
            Ok((counts(&stage.sight(&[teams_admin::UNSAVED]).await) == [0]).then_some(()))
        })
        .await
        .unwrap();
        // Read back from a page that was loaded anew.
        stage
            .open(&format!("{TEAMS}/policies/meetings/edit/Global"), "[role=switch]")
            .await;
        let seen = stage.sight(&[teams_admin::TRANSCRIPTION]).await;
        assert_eq!(seen[0]["elements"][0]["checked"], true, "{language}: {seen:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn s001_07_the_way_to_a_set_up_policy_is_found_and_a_person_makes_one() {
    let stage = Stage::set("teams-setup", "en", &[]).await;
    stage.open(&format!("{TEAMS}/policies/app-setup"), "[role=grid]").await;
    assert_eq!(counts(&stage.sight(&[teams_admin::ADD_POLICY]).await), [1]);
    click(&stage.driver, "[role=menubar] button").await.unwrap();
    let name = shown(&stage.driver, "input[aria-label='Name']").await.unwrap();
    name.send_keys("Sellers").await.unwrap();
    for section in 1..=2 {
        click(&stage.driver, &format!("section:nth-of-type({section}) > button"))
            .await
            .unwrap();
        let search = shown(&stage.driver, "[role=dialog] input").await.unwrap();
        search.send_keys("Sal").await.unwrap();
        click(&stage.driver, "[role=dialog] li button").await.unwrap();
        click(&stage.driver, "[role=dialog] > button").await.unwrap();
    }
    click(&stage.driver, "main > .commands .primary").await.unwrap();
    shown(&stage.driver, "[role=grid] [role=row]:nth-of-type(3)")
        .await
        .unwrap();
    let state = stage.sandbox.state().await.unwrap();
    let made = &state["teams"]["appSetupPolicies"][1];
    assert_eq!(made["Identity"], "Tag:Sellers");
    assert_eq!(made["AppPresetList"][0]["Id"], "c92c289e-ceb4-4755-819d-0d1dffdab6fa");
    assert_eq!(
        made["PinnedAppBarApps"].as_array().unwrap().len(),
        4,
        "the default pins stay"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn s001_05_the_agent_is_deployed_by_a_persons_own_hand_and_seen_deployed() {
    for language in LANGUAGES {
        let stage = Stage::set("m365-admin", language, &[]).await;
        stage.open(&format!("{M365}/#/agents/all"), "[role=grid]").await;
        let ids = [microsoft365::ROWS, microsoft365::SALES, microsoft365::AGENTS];
        let seen = stage.sight(&ids).await;
        assert_eq!(counts(&seen), [3, 1, 1], "{language}: {seen:?}");
        for id in [microsoft365::DEPLOY, microsoft365::ACCEPT, microsoft365::FINISH] {
            assert!(GrantedAct::of(id, &Act::Press).is_err(), "{id} asks for permissions");
        }
        if language != "en" {
            continue;
        }
        click(&stage.driver, "tbody tr:first-child a").await.unwrap();
        shown(&stage.driver, "main .primary").await.unwrap();
        assert_eq!(counts(&stage.sight(&[microsoft365::DEPLOY]).await), [1]);
        let scripted =
            "document.querySelector('main .primary').click(); return document.querySelector('[role=dialog]') === null";
        let nothing = stage.driver.execute(scripted, vec![]).await.unwrap();
        assert_eq!(nothing.json(), &json!(true), "a script's click deploys nothing");
        click(&stage.driver, "main .primary").await.unwrap();
        click(&stage.driver, "[role=dialog] > button").await.unwrap();
        assert_eq!(counts(&stage.sight(&[microsoft365::ACCEPT]).await), [1]);
        click(&stage.driver, "[role=dialog] .primary").await.unwrap();
        click(&stage.driver, "[role=dialog] > button:not(.primary):not(:disabled)")
            .await
            .unwrap();
        assert_eq!(counts(&stage.sight(&[microsoft365::FINISH]).await), [1]);
        click(&stage.driver, "[role=dialog] .primary").await.unwrap();
        shown(&stage.driver, "[role=dialog] [role=status]").await.unwrap();
        let state = stage.sandbox.state().await.unwrap();
        assert_eq!(state["microsoft365"]["apps"][0]["status"], "Deployed");
    }
}
