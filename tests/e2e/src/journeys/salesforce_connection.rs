//! The Salesforce connection, performed: signed in with the customer's own app, access turned on by hand on the settings
//! page while the run waits, every right proven in Salesforce, and all of it taken back.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::{By, WindowHandle};

use super::{Stage, difference};
use crate::driver::{LOOK, by_test_id, click, click_seen, panel_tab, script, shown, text_with};
use crate::sandbox::TEAMS_CHAT;
use crate::until;

/// What the browser has to let Latchkey reach.
pub const HOSTS: &[&str] = &["*.my.salesforce.com"];

const HOST: &str = "contoso.my.salesforce.com";
/// Of the external client app the sandbox's administrator made for Latchkey.
const KEY: &str = "3MVG9latchkeyContoso.ExternalClientApp_7f3c9e2a5b1d4c68a0e9";
/// Where the settings are: in a frame of another host.
const SETTINGS: &str = "https://outlook.office.com/";

pub(super) async fn perform(stage: &mut Stage) -> Result<()> {
    stage
        .sandbox
        .put_state(&json!({"salesforce": {"connection": {"delay_s": 2}}}))
        .await?;
    let start = connection(stage).await?;
    stage.driver.goto(TEAMS_CHAT).await?;
    shown(&stage.driver, "#latchkey-open").await?;
    let settings = stage.driver.new_tab().await?;
    stage.driver.switch_to_window(settings.clone()).await?;
    stage.driver.goto(SETTINGS).await?;
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
    sign_in(stage, &panel).await?;
    let place = by_test_id(&stage.driver, "salesforce-signed-in").await?.text().await?;
    let state = text_with(&stage.driver, "[data-testid='salesforce-state']", "no connection").await?;
    stage
        .done(
            "Signed in to Salesforce with the customer's own app",
            &format!("{place} · {state}"),
        )
        .await?;

    click(&stage.driver, "[data-testid='salesforce-wish-connect']").await?;
    run(stage, &settings, &panel, true).await?;
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

    click(&stage.driver, "[data-testid='salesforce-wish-off']").await?;
    run(stage, &settings, &panel, false).await?;
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
async fn sign_in(stage: &Stage, panel: &WindowHandle) -> Result<()> {
    let login = format!("https://{HOST}");
    let window = until("the sign-in window", || async {
        for window in stage.driver.windows().await? {
            if window == *panel {
                continue;
            }
            stage.driver.switch_to_window(window.clone()).await?;
            if stage.driver.current_url().await?.as_str().starts_with(&login) {
                return Ok(Some(window));
            }
        }
        Ok(None)
    })
    .await?;
    until("the sign-in to end", || async {
        if !stage.driver.windows().await?.contains(&window) {
            return Ok(Some(()));
        }
        for css in ["[data-username='admin@contoso.com']", "#oaapprove"] {
            if let Ok(button) = stage.driver.find(By::Css(css)).await {
                button.click().await.ok();
            }
        }
        Ok(None)
    })
    .await?;
    Ok(stage.driver.switch_to_window(panel.clone()).await?)
}

/// Reviews and applies what is wanted; while the run waits, does the admin's part on the settings page.
async fn run(stage: &mut Stage, settings: &WindowHandle, panel: &WindowHandle, on: bool) -> Result<()> {
    click(&stage.driver, "[data-testid='bar-review'][aria-disabled='false']").await?;
    let plan = super::told::plan(&stage.driver).await?;
    let what = if on { "on" } else { "off" };
    stage
        .done(&format!("The plan to turn access {what} shows every step"), &plan)
        .await?;
    for name in stage.driver.find_all(By::Css("[data-testid='plan-name']")).await? {
        let asked =
            "return document.querySelector('label[for=plan-name] bdi, label[for=plan-name] b')?.textContent ?? ''";
        let asked = script(&stage.driver, asked, vec![]).await?;
        name.send_keys(asked.as_str().unwrap_or_default()).await?;
    }
    tokio::time::sleep(LOOK).await;
    until("the run", || async {
        if let Ok(apply) = stage.driver.find(By::Css("[data-testid='plan-apply']")).await {
            apply.click().await?;
        }
        let run = stage.driver.find_all(By::Css("[data-testid='run-status']")).await?;
        Ok((!run.is_empty()).then_some(()))
    })
    .await?;
    shown(&stage.driver, "[data-testid='run-admin-done']").await?;
    stage.driver.switch_to_window(settings.clone()).await?;
    by_hand(stage, on).await?;
    stage.driver.switch_to_window(panel.clone()).await?;
    until("the run to its end", || async {
        let status = stage.driver.find(By::Css("[data-testid='run-status']")).await?;
        let phase = status.attr("data-phase").await?.unwrap_or_default();
        ensure!(
            phase == "running" || phase == "done",
            "the run is {phase}: {}",
            status.text().await?
        );
        Ok((phase == "done").then_some(()))
    })
    .await?;
    let proofs = super::told::proofs(&stage.driver).await?;
    stage
        .done(&format!("Access is {what} by hand, and Salesforce shows it"), &proofs)
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
