//! Who may disconnect a Teams chat: from the injected button to proof and undo.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::Stage;
use crate::dock;
use crate::driver::{by_test_id, click, shown, text_with};
use crate::sandbox::TEAMS_CHAT;

/// A role that the sandbox's tenant has without the privilege.
const ROLE: &str = "Salesperson";

pub(super) async fn perform(stage: &mut Stage) -> Result<()> {
    let start = stage.sandbox.state().await?;
    let expected = expected(&start)?;

    stage.driver.goto(TEAMS_CHAT).await?;
    let button = shown(&stage.driver, "#latchkey-open").await?;
    let name = button.text().await?;
    stage
        .done(
            "The Teams chat settings carry Latchkey's button",
            &format!("it reads \"{name}\""),
        )
        .await?;

    click(&stage.driver, "#latchkey-open").await?;
    dock::enter(&stage.driver).await?;
    click(&stage.driver, "[data-testid='nav-disconnect']").await?;
    let types = by_test_id(&stage.driver, "toggle-connector-incident").await?;
    ensure!(types.is_selected().await?, "Case starts with the connector switch on");
    shown(&stage.driver, "[data-testid='role-salesperson']").await.ok();
    let users = by_test_id(&stage.driver, "users-count").await?.text().await?;
    stage.done("Who may disconnect is read and shown", &users).await?;

    click(&stage.driver, "[data-testid='toggle-connector-incident']").await?;
    click(&stage.driver, "[data-testid='toggle-owner-account']").await?;
    let others = by_test_id(&stage.driver, "roles-others").await?;
    others.scroll_into_view().await?;
    others.click().await?;
    by_test_id(&stage.driver, "roles-search").await?.send_keys(ROLE).await?;
    click(&stage.driver, "[data-testid='role-salesperson']").await?;
    let bar = text_with(&stage.driver, "[data-testid='bar']", "3").await?;
    stage
        .done("Two switches and a role are chosen; nothing is written", &bar.replace('\n', " · "))
        .await?;
    stage.expect_state(&start, "before anything was applied").await?;

    click(&stage.driver, "[data-testid='bar-review']").await?;
    let plan = by_test_id(&stage.driver, "plan").await?.text().await?;
    stage
        .done("The plan shows every step", plan.lines().take(3).collect::<Vec<_>>().join(" · ").as_str())
        .await?;
    apply(stage).await?;
    let proofs = proofs(stage).await?;
    stage.done("Applied, and each step shown by a read", &proofs).await?;
    stage.expect_state(&expected, "after the plan was applied").await?;

    click(&stage.driver, "[data-testid='nav-history']").await?;
    let run = by_test_id(&stage.driver, "history-run-1").await?;
    let told = run.text().await?;
    stage.done("History keeps the run", &told.lines().take(3).collect::<Vec<_>>().join(" · ")).await?;

    click(&stage.driver, "[data-testid='history-undo']").await?;
    by_test_id(&stage.driver, "plan").await?;
    stage.done("Undo is a plan of its own", "in the same preview").await?;
    apply(stage).await?;
    let undone = self::proofs(stage).await?;
    stage.done("Taken back, and each step shown by a read", &undone).await?;
    stage.expect_state(&start, "after undo").await
}

/// Types the environment's name and applies, as the sandbox is a production environment.
async fn apply(stage: &Stage) -> Result<()> {
    by_test_id(&stage.driver, "plan-name").await?.send_keys("Contoso Service").await?;
    click(&stage.driver, "[data-testid='plan-apply']").await?;
    shown(&stage.driver, "[data-testid='run-status'][data-phase='done']").await?;
    Ok(())
}

/// What the finished run says of each step.
async fn proofs(stage: &Stage) -> Result<String> {
    let steps = stage
        .driver
        .find_all(thirtyfour::By::Css("[data-testid^='run-step-']"))
        .await?;
    let mut told = Vec::new();
    for step in steps {
        ensure!(step.attr("data-state").await?.as_deref() == Some("done"), "a step is not done");
        told.push(step.text().await?.replace('\n', " "));
    }
    Ok(told.join("\n      "))
}

/// The start with the three changes and nothing else.
fn expected(start: &Value) -> Result<Value> {
    let mut state = start.clone();
    let sets = state.get_mut("dataverse").context("no dataverse in the state")?;
    for row in rows(sets, "msdyn_entitylinkchatconfigurations")? {
        match row.get("msdyn_name").and_then(Value::as_str) {
            Some("Case") => row["msdyn_recentchatlinkercanunlink"] = false.into(),
            Some("Account") => row["msdyn_recordownercanunlink"] = true.into(),
            _ => {}
        }
    }
    Ok(state)
}

fn rows<'a>(sets: &'a mut Value, set: &str) -> Result<&'a mut Vec<Value>> {
    sets.get_mut(set).and_then(Value::as_array_mut).with_context(|| format!("no {set} in the state"))
}
