//! The Salesforce connection, performed twice: with the settings page driven in a frame whose host the person activates,
//! and by the person's own hand while the run waits. Signed in with the customer's own app, every right proven in
//! Salesforce, made anew after the page asked for it, and all of it taken back.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::{By, WebDriver, WindowHandle};

use super::{Stage, difference, over};
use crate::driver::{
    LOOK, by_test_id, click, click_seen, panel_tab, read_again, script, shown, text_with, type_names, until_gone,
};
use crate::sandbox::TEAMS_CHAT;
use crate::until;

/// What the browser has to let Latchkey reach.
pub const HOSTS: &[&str] = &["*.my.salesforce.com"];
/// What the person says yes to where the page is driven.
pub const ASKED: &[&str] = &[OUTLOOK, FRAME];

/// Who does the steps on the settings page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Latchkey, in the frame.
    Driven,
    /// The person.
    Guided,
}

/// Where the Sales app is opened.
pub const OUTLOOK: &str = "outlook.office.com";
/// The Sales app's own, which nobody publishes: found in the page.
pub const FRAME: &str = "sales.latchkey-frame.test";

/// The customer's organization.
pub const HOST: &str = "contoso.my.salesforce.com";
/// Of the external client app the sandbox's administrator made for Latchkey.
pub const KEY: &str = "3MVG9latchkeyContoso.ExternalClientApp_7f3c9e2a5b1d4c68a0e9";
/// Where the settings are: in a frame of another host.
const SETTINGS: &str = "https://outlook.office.com/";

pub(super) async fn perform(stage: &mut Stage, way: Way) -> Result<()> {
    stage
        .sandbox
        .put_state(&json!({"salesforce": {"connection": {"delay_s": 2}}}))
        .await?;
    let start = connection(stage).await?;
    stage.driver.goto(TEAMS_CHAT).await?;
    shown(&stage.driver, "#latchkey-open").await?;
    let by_hand = match way {
        Way::Driven => None,
        Way::Guided => {
            let settings = stage.driver.new_tab().await?;
            stage.driver.switch_to_window(settings.clone()).await?;
            stage.driver.goto(SETTINGS).await?;
            Some(settings)
        }
    };
    let (panel, _) = panel_tab(&stage.driver, &stage.browser.id, "#/settings").await?;

    by_test_id(&stage.driver, "salesforce-host")
        .await?
        .send_keys(HOST)
        .await?;
    by_test_id(&stage.driver, "salesforce-key")
        .await?
        .send_keys(KEY)
        .await?;
    click_seen(&stage.driver, "[data-testid='salesforce-save']").await?;
    shown(&stage.driver, "[data-testid='needs-salesforce'][data-state='expired']").await?;
    click(&stage.driver, "[data-testid='nav-salesforce-connection']").await?;
    click_seen(&stage.driver, "[data-testid='salesforce-sign-in']").await?;
    sign_in(&stage.driver, &panel).await?;
    let place = by_test_id(&stage.driver, "salesforce-signed-in").await?.text().await?;
    let state = text_with(&stage.driver, "[data-testid='salesforce-state']", "no connection").await?;
    stage
        .done(
            "Signed in to Salesforce with the customer's own app",
            &format!("{place} · {state}"),
        )
        .await?;

    let settings = by_hand.as_ref();
    if way == Way::Driven {
        activate(stage, &panel).await?;
    }

    click(&stage.driver, "[data-testid='salesforce-wish-connect']").await?;
    run(stage, settings, &panel, Wish::On).await?;
    let after = connection(stage).await?;
    ensure!(
        after.pointer("/connection/status") == Some(&json!("connected")),
        "the agent is not connected"
    );
    click_seen(&stage.driver, "[data-testid='run-close']").await?;
    let proof = text_with(&stage.driver, "[data-testid='salesforce-proof']", "exactly").await?;
    let count = "return document.querySelectorAll(\"[data-testid^='salesforce-object-'], [data-testid^='salesforce-field-']\").length";
    let rights = script(&stage.driver, count, vec![]).await?;
    ensure!(rights == json!(20), "{rights} rights are shown instead of 20");
    stage
        .done("Each of the 5 object and 15 field rights is shown", &proof)
        .await?;

    if way == Way::Driven {
        reconnect(stage, &panel).await?;
    }

    click(&stage.driver, "[data-testid='salesforce-wish-off']").await?;
    run(stage, settings, &panel, Wish::Off).await?;
    let end = connection(stage).await?;
    if let Some(difference) = difference(&start, &end, "") {
        bail!("after access was turned off, Salesforce is not as at the start: {difference}");
    }
    click_seen(&stage.driver, "[data-testid='run-close']").await?;
    let state = text_with(&stage.driver, "[data-testid='salesforce-state']", "no connection").await?;
    stage
        .done("Access is off, and Salesforce is as at the start", &state)
        .await?;
    kept_nowhere(stage).await
}

/// What a plan is made for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wish {
    On,
    Again,
    Off,
}

impl Wish {
    const fn says(self) -> &'static str {
        match self {
            Self::On => "turn access on",
            Self::Again => "make the connection anew",
            Self::Off => "turn access off",
        }
    }
}

/// Opens Outlook, and lets Latchkey see the one host that is found in a frame there.
async fn activate(stage: &mut Stage, panel: &WindowHandle) -> Result<()> {
    click_seen(&stage.driver, "[data-testid='salesforce-page-outlook']").await?;
    text_with(&stage.driver, "[data-testid='salesforce-page-asked']", "Opened").await?;
    stage.driver.switch_to_window(panel.clone()).await?;
    let frames = until("the frame to be found", || async {
        click(&stage.driver, "[data-testid='salesforce-page-look']").await?;
        let found = stage
            .driver
            .find_all(By::Css("[data-testid='salesforce-frame-allow']"))
            .await?;
        let mut hosts = Vec::new();
        for host in found {
            hosts.push(host.attr("data-host").await?.unwrap_or_default());
        }
        Ok((!hosts.is_empty()).then_some(hosts))
    })
    .await?;
    ensure!(frames == [FRAME], "the frames found are {frames:?}");
    let named = by_test_id(&stage.driver, "salesforce-frames").await?.text().await?;
    stage
        .done(
            "The host of the Sales app's frame is found in the page, and named",
            &named,
        )
        .await?;
    click_seen(&stage.driver, "[data-testid='salesforce-frame-allow']").await?;
    let shown = text_with(&stage.driver, "[data-testid='salesforce-page-state']", FRAME).await?;
    stage
        .done("The host is activated, and the settings are in sight", &shown)
        .await
}

/// What the view says of the settings page, once a look at that has it say so.
async fn looked(stage: &Stage, css: &str) -> Result<String> {
    until(css, || async {
        click(&stage.driver, "[data-testid='salesforce-page-look']").await?;
        match stage.driver.find_all(By::Css(css)).await?.first() {
            Some(found) => Ok(Some(found.text().await?)),
            None => Ok(None),
        }
    })
    .await
}

/// The agent is set up for one more field: the page says so, and Reconnect makes the connection anew.
async fn reconnect(stage: &mut Stage, panel: &WindowHandle) -> Result<()> {
    let details = looked(stage, "[data-testid='salesforce-page-details']").await?;
    ensure!(details.contains("the same app and user"), "{details}");
    stage
        .done("Connection details name what Salesforce has", &details)
        .await?;
    let configure = |fields: Value| json!({"salesforce": {"connection": {"fields": fields}}});
    stage.sandbox.put_state(&configure(json!(["Account.Industry"]))).await?;
    let alert = looked(stage, "[data-testid='salesforce-page-alert']").await?;
    stage
        .done("The page's own words lead to Reconnect", &alert.replace('\n', " · "))
        .await?;
    let users = |state: &Value| state.get("User").cloned().unwrap_or_default();
    let before = users(&connection(stage).await?);
    click(&stage.driver, "[data-testid='salesforce-wish-reconnect']").await?;
    run(stage, None, panel, Wish::Again).await?;
    ensure!(
        users(&connection(stage).await?) != before,
        "the integration user is the old one"
    );
    stage.sandbox.put_state(&configure(json!([]))).await?;
    click_seen(&stage.driver, "[data-testid='run-close']").await?;
    read_again(&stage.driver).await?;
    let state = text_with(&stage.driver, "[data-testid='salesforce-state']", "Connected").await?;
    let told = By::Css("[data-testid='salesforce-drift']");
    ensure!(
        stage.driver.find_all(told).await?.is_empty(),
        "what this run made anew is told as somebody's change"
    );
    stage
        .done(
            "What the run made anew is how it should be: no change is told of",
            &state,
        )
        .await
}

/// What of the tenant the connection is made of.
async fn connection(stage: &Stage) -> Result<Value> {
    let state = stage.sandbox.state().await?;
    let salesforce = state.get("salesforce").context("the sandbox has no Salesforce")?;
    let mut of = serde_json::Map::new();
    for set in [
        "connection",
        "ConnectedApplication",
        "ExternalClientApplication",
        "User",
        "PermissionSet",
        "PermissionSetAssignment",
        "ObjectPermissions",
        "FieldPermissions",
        "SetupEntityAccess",
    ] {
        of.insert(set.to_owned(), salesforce.get(set).cloned().unwrap_or_default());
    }
    Ok(Value::Object(of))
}

/// In Salesforce's own window: who, and the approval.
///
/// # Errors
/// When the window does not come or does not end.
pub async fn sign_in(driver: &WebDriver, panel: &WindowHandle) -> Result<()> {
    let login = format!("https://{HOST}");
    let window = until("the sign-in window", || async {
        for window in driver.windows().await? {
            if window == *panel {
                continue;
            }
            driver.switch_to_window(window.clone()).await?;
            if driver.current_url().await?.as_str().starts_with(&login) {
                return Ok(Some(window));
            }
        }
        Ok(None)
    })
    .await?;
    until_gone(driver, &window, &["[data-username='admin@contoso.com']", "#oaapprove"]).await?;
    Ok(driver.switch_to_window(panel.clone()).await?)
}

/// Reviews and applies what is wanted; where the page is not driven, does the admin's part there while the run waits.
async fn run(stage: &mut Stage, settings: Option<&WindowHandle>, panel: &WindowHandle, wish: Wish) -> Result<()> {
    click(&stage.driver, "[data-testid='bar-review'][aria-disabled='false']").await?;
    let plan = super::told::plan(&stage.driver).await?;
    stage
        .done(&format!("The plan to {} shows every step", wish.says()), &plan)
        .await?;
    type_names(&stage.driver).await?;
    tokio::time::sleep(LOOK).await;
    until("the run", || async {
        if let Ok(apply) = stage.driver.find(By::Css("[data-testid='plan-apply']")).await {
            apply.click().await?;
        }
        let run = stage.driver.find_all(By::Css("[data-testid='run-status']")).await?;
        Ok((!run.is_empty()).then_some(()))
    })
    .await?;
    if let Some(settings) = settings {
        shown(&stage.driver, "[data-testid='run-admin-done']").await?;
        // Where it is done, not where its proof is read.
        shown(
            &stage.driver,
            "[data-testid='run-waiting'] [data-testid='salesforce-page-teams']",
        )
        .await?;
        stage.driver.switch_to_window(settings.clone()).await?;
        by_hand(stage, wish == Wish::On).await?;
        stage.driver.switch_to_window(panel.clone()).await?;
    }
    over(stage).await?;
    let proofs = super::told::proofs(&stage.driver).await?;
    let who = if settings.is_some() { "By hand" } else { "On the page" };
    stage
        .done(
            &format!("{who} it came to {}, and Salesforce shows it", wish.says()),
            &proofs,
        )
        .await
}

/// **Settings** → **Connectors** → **Salesforce** → **Turn on access** → **Save**, in the frame.
async fn by_hand(stage: &Stage, on: bool) -> Result<()> {
    let frame = shown(&stage.driver, "iframe").await?;
    frame.enter_frame().await?;
    let switch = "[role='switch']";
    let press = |name: &'static str| async move {
        until(name, || async {
            let find = "return [...document.querySelectorAll('button, a, [role=tab]')].findIndex((it) => it.textContent.trim() === arguments[0])";
            let at = script(&stage.driver, find, vec![json!(name)]).await?;
            let Some(at) = at.as_u64().and_then(|at| usize::try_from(at).ok()) else {
                return Ok(None);
            };
            let all = stage.driver.find_all(By::Css("button, a, [role=tab]")).await?;
            match all.get(at) {
                Some(button) => {
                    button.click().await?;
                    Ok(Some(()))
                }
                None => Ok(None),
            }
        })
        .await
    };
    if stage.driver.find_all(By::Css(switch)).await?.is_empty() {
        for name in ["Settings", "Connectors", "Salesforce"] {
            press(name).await?;
        }
    }
    until("the switch", || async {
        let checked = format!("return document.querySelector(\"{switch}\")?.checked ?? null");
        match script(&stage.driver, &checked, vec![]).await?.as_bool() {
            Some(is) if is == on => Ok(Some(())),
            Some(_) => {
                stage.driver.find(By::Css(switch)).await?.click().await?;
                Ok(None)
            }
            None => Ok(None),
        }
    })
    .await?;
    press("Save").await?;
    stage.driver.enter_default_frame().await?;
    Ok(())
}

/// The token is in memory alone.
async fn kept_nowhere(stage: &mut Stage) -> Result<()> {
    let held = "const done = arguments[0]; chrome.storage.session.get(null).then((all) => done(all));";
    let held = stage.driver.execute_async(held, vec![]).await?;
    let token = held
        .json()
        .get(format!("sign-in/salesforce/{HOST}"))
        .and_then(|session| session.get("token")?.as_str())
        .context("the session holds no token")?
        .to_owned();
    let stored = "const done = arguments[0]; chrome.storage.local.get(null).then((all) => done(JSON.stringify(all)));";
    let stored = stage.driver.execute_async(stored, vec![]).await?;
    let stored = stored.json().as_str().unwrap_or_default().to_owned();
    ensure!(stored.contains("access:on"), "the journal was not read");
    let asked = Value::from(stage.sandbox.requests().await?).to_string();
    for (place, text) in [
        ("storage", stored),
        ("the panel", stage.driver.source().await?),
        ("what was asked for", asked),
    ] {
        ensure!(!text.contains(&token), "{place} has the token");
    }
    stage
        .done(
            "The token is kept nowhere",
            "not in storage or journal, not in the panel, not in a request's log",
        )
        .await
}
