//! The readiness report, performed: signed in system by system, the audience said, what is wrong put right by one plan and
//! taken back.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use thirtyfour::{By, WebDriver, WebElement};

use super::lead_management::{CLIENT, apply, sign_in, sign_in_window};
use super::{Stage, over, told};
use crate::driver::{by_test_id, click, click_seen, panel_tab, shown, text_with};
use crate::sandbox::TEAMS_CHAT;
use crate::{dock, until};

/// What the browser has to let Latchkey see.
pub const HOSTS: &[&str] = &[
    "login.microsoftonline.com",
    "graph.microsoft.com",
    "api.bap.microsoft.com",
    "api.powerplatform.com",
    "api.interfaces.records.teams.microsoft.com",
];

/// The group that will use the product.
const GROUP: &str = "Sales pilot";

pub(super) async fn perform(stage: &mut Stage) -> Result<()> {
    open(stage).await?;
    let first = stage.sandbox.state().await?;
    say_who(stage).await?;
    let counts = counts(stage).await?;
    stage.done("The report, line by line", &counts).await?;

    for (repair, point) in [
        ("licences", "licence"),
        ("transcription", "transcription"),
        ("data-policies", "data-policies"),
    ] {
        let before = readiness(stage, point).await?;
        ensure!(before == "blocked", "{point} is {before} before it was put right");
        click_seen(&stage.driver, &format!("[data-testid='deploy-fix-{repair}']")).await?;
    }
    sign_in(&stage.driver).await?;
    let mut start = stage.sandbox.state().await?;
    ensure!(
        first.pointer("/graph/users") == start.pointer("/graph/users"),
        "something was written before it was applied"
    );
    click(&stage.driver, "[data-testid='bar-review'][aria-disabled='false']").await?;
    stage
        .done(
            "One plan puts right what can be put right",
            &told::plan(&stage.driver).await?,
        )
        .await?;
    apply(stage, &[]).await?;
    over(stage).await?;
    let proofs = told::proofs(&stage.driver).await?;
    stage.done("Applied, and each step shown by a read", &proofs).await?;
    let after = stage.sandbox.state().await?;
    let transcription = |state: &Value| state.get("teams").map(Value::to_string).unwrap_or_default();
    ensure!(
        transcription(&start) != transcription(&after),
        "transcription is as it was"
    );

    click(&stage.driver, "[data-testid='run-close']").await?;
    for point in ["transcription", "data-policies"] {
        shown(
            &stage.driver,
            &format!("[data-testid='deploy-{point}'][data-readiness='ready']"),
        )
        .await?;
    }
    stage.done("The report says so", &self::counts(stage).await?).await?;

    click(&stage.driver, "[data-testid='nav-history']").await?;
    shown(&stage.driver, "[data-testid='history-run-1']").await?;
    click(&stage.driver, "[data-testid='history-undo']").await?;
    by_test_id(&stage.driver, "plan").await?;
    apply(stage, &[]).await?;
    over(stage).await?;
    let undone = told::proofs(&stage.driver).await?;
    stage.done("Taken back, and each step shown by a read", &undone).await?;
    let mut end = stage.sandbox.state().await?;
    for state in [&mut start, &mut end] {
        forgotten(state)?;
    }
    for part in ["graph", "powerplatform", "teams", "dataverse"] {
        if let Some(difference) = super::difference(
            start.get(part).unwrap_or(&Value::Null),
            end.get(part).unwrap_or(&Value::Null),
            part,
        ) {
            anyhow::bail!("after everything was taken back, the tenant is not as it was: {difference}");
        }
    }
    stage
        .done(
            "The tenant is as it was",
            "but for usage locations, which stay by design",
        )
        .await
}

/// Takes out of a state what stays by design, or the service writes by itself.
fn forgotten(state: &mut Value) -> Result<()> {
    let users = state.pointer_mut("/graph/users").and_then(Value::as_array_mut);
    for user in users.context("there are no users")? {
        if let Some(user) = user.as_object_mut() {
            user.remove("usageLocation");
            let licences = user.get_mut("assignedLicenses").and_then(Value::as_array_mut);
            if let Some(licences) = licences {
                licences.sort_by_key(Value::to_string);
            }
        }
    }
    let policies = state
        .pointer_mut("/powerplatform/policies")
        .and_then(Value::as_array_mut);
    for policy in policies.context("there are no data policies")? {
        let definition = policy.get_mut("policyDefinition").and_then(Value::as_object_mut);
        if let Some(definition) = definition {
            for own in ["etag", "lastModifiedTime", "lastModifiedBy"] {
                definition.remove(own);
            }
        }
    }
    Ok(())
}

/// The organization in one tab, the report in another that Latchkey opened itself; signed in to every system.
async fn open(stage: &mut Stage) -> Result<()> {
    stage.driver.goto(TEAMS_CHAT).await?;
    click(&stage.driver, "#latchkey-open").await?;
    dock::enter(&stage.driver).await?;
    click(&stage.driver, "[data-testid='nav-settings']").await?;
    by_test_id(&stage.driver, "client-id").await?.send_keys(CLIENT).await?;
    click_seen(&stage.driver, "[data-testid='client-id-save']").await?;
    text_with(&stage.driver, "[data-testid='client-id-note']", "Saved").await?;
    panel_tab(&stage.driver, &stage.browser.id, "#/readiness").await?;
    sign_in(&stage.driver).await?;
    sign_in_to(&stage.driver, &["graph", "power-platform", "teams"]).await?;
    let said = by_test_id(&stage.driver, "read-at").await?.text().await?;
    stage.done("Signed in to each system once, and read", &said).await
}

/// Signs in to these systems, in the order they are asked for, until each was read.
///
/// # Errors
/// When one never is.
pub async fn sign_in_to(driver: &WebDriver, sources: &[&str]) -> Result<()> {
    for source in sources {
        let css = format!("[data-testid='deploy-source-{source}'][data-read='true']");
        let choose = format!("[data-testid='deploy-source-{source}-choose']");
        until(source, || async {
            if driver.find(By::Css(&css)).await.is_ok() {
                return Ok(Some(()));
            }
            if let Ok(button) = driver.find(By::Css(&choose)).await {
                button.click().await?;
            }
            let button: Vec<WebElement> = driver.find_all(By::Css("[data-testid='sign-in']")).await?;
            if !button.is_empty() {
                sign_in_window(driver).await?;
            }
            Ok(None)
        })
        .await?;
    }
    Ok(())
}

/// Says who will use the product: a group.
async fn say_who(stage: &mut Stage) -> Result<()> {
    click(&stage.driver, "[data-testid='deploy-way-group']").await?;
    by_test_id(&stage.driver, "deploy-group-name")
        .await?
        .send_keys(GROUP)
        .await?;
    click_seen(&stage.driver, "[data-testid='deploy-group-seek']").await?;
    let css = format!("[data-testid='deploy-groups'] li:has(bdi) button[aria-label$='{GROUP}']");
    shown(&stage.driver, &css).await?;
    click_seen(&stage.driver, &css).await?;
    shown(&stage.driver, "[data-testid='deploy-people-count']").await?;
    let said = by_test_id(&stage.driver, "deploy-said").await?.text().await?;
    stage
        .done("Who will use it is said, and counted", &said.replace('\n', " · "))
        .await
}

async fn readiness(stage: &Stage, point: &str) -> Result<String> {
    let line = by_test_id(&stage.driver, &format!("deploy-{point}")).await?;
    Ok(line.attr("data-readiness").await?.unwrap_or_default())
}

async fn counts(stage: &Stage) -> Result<String> {
    let summary = by_test_id(&stage.driver, "deploy-summary").await?.text().await?;
    Ok(summary.replace('\n', " · "))
}
