//! Who may disconnect a Teams chat: from the injected button to proof and undo.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::By;

use super::{Stage, difference, told};
use crate::dock;
use crate::driver::{LOOK, by_test_id, click, shown, text_with, type_names};
use crate::sandbox::TEAMS_CHAT;
use crate::until;

/// A role that the sandbox's tenant has without the privilege.
const ROLE: &str = "Salesperson";

/// The privilege the journey gives it.
const PRIVILEGE: &str = "prvUnlinkTeamsChatFromRecord";

pub(super) async fn perform(stage: &mut Stage) -> Result<()> {
    let start = stage.sandbox.state().await?;
    let wanted = comparable(expected(&start)?)?;

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
    click(&stage.driver, "[data-testid='nav-disconnect-rights']").await?;
    let types = by_test_id(&stage.driver, "toggle-connector-incident").await?;
    ensure!(types.is_selected().await?, "Case starts with the connector switch on");
    let users = by_test_id(&stage.driver, "users-count").await?.text().await?;
    stage.done("Who may disconnect is read and shown", &users).await?;

    click(&stage.driver, "[data-testid='toggle-connector-incident']").await?;
    click(&stage.driver, "[data-testid='toggle-owner-account']").await?;
    let others = by_test_id(&stage.driver, "roles-others").await?;
    others.scroll_into_view().await?;
    others.click().await?;
    by_test_id(&stage.driver, "roles-search").await?.send_keys(ROLE).await?;
    click(&stage.driver, "[data-testid='role-salesperson']").await?;
    text_with(&stage.driver, "[data-testid='bar']", "3").await?;
    let changes = told::changes(&stage.driver).await?;
    stage
        .done("Two switches and a role are chosen; nothing is written", &changes)
        .await?;
    stage.expect_state(&start, "before anything was applied").await?;

    click(&stage.driver, "[data-testid='bar-review']").await?;
    let plan = told::plan(&stage.driver).await?;
    stage.done("The plan shows every step", &plan).await?;
    apply(stage).await?;
    let proofs = told::proofs(&stage.driver).await?;
    stage.done("Applied, and each step shown by a read", &proofs).await?;
    let applied = comparable(stage.sandbox.state().await?)?;
    if let Some(difference) = difference(&wanted, &applied, "") {
        bail!("after the plan was applied, the tenant is not as expected: {difference}");
    }

    click(&stage.driver, "[data-testid='nav-history']").await?;
    let run = by_test_id(&stage.driver, "history-run-1").await?;
    let told = run.text().await?;
    stage
        .done(
            "History keeps the run",
            &told.lines().take(3).collect::<Vec<_>>().join(" · "),
        )
        .await?;

    click(&stage.driver, "[data-testid='history-undo']").await?;
    let undo = told::plan(&stage.driver).await?;
    stage.done("Undo is a plan of its own", &undo).await?;
    apply(stage).await?;
    let undone = told::proofs(&stage.driver).await?;
    stage.done("Taken back, and each step shown by a read", &undone).await?;
    stage.expect_state(&start, "after undo").await
}

/// Types the environment's name where it is asked for, as it is unless the sandbox plays one, and applies.
pub(super) async fn apply(stage: &Stage) -> Result<()> {
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
    shown(&stage.driver, "[data-testid='run-status'][data-phase='done']").await?;
    Ok(())
}

/// The start with the three changes and nothing else.
///
/// # Errors
/// When `start` is no tenant's state.
pub fn expected(start: &Value) -> Result<Value> {
    let mut state = start.clone();
    for row in rows(&mut state, "msdyn_entitylinkchatconfigurations")? {
        let column = match row.get("msdyn_name").and_then(Value::as_str) {
            Some("Case") => ("msdyn_recentchatlinkercanunlink", false),
            Some("Account") => ("msdyn_recordownercanunlink", true),
            _ => continue,
        };
        let row = row.as_object_mut().context("a row is no object")?;
        row.insert(column.0.to_owned(), column.1.into());
    }
    let privilege = id_of(rows(&mut state, "privileges")?, "name", PRIVILEGE, "privilegeid")?;
    // A role has a copy in each business unit, and all of them carry its privileges.
    let copies: Vec<Value> = rows(&mut state, "roles")?
        .iter()
        .filter(|role| role.get("name").is_some_and(|name| name == ROLE))
        .filter_map(|role| role.get("roleid").cloned())
        .collect();
    for role in copies {
        rows(&mut state, "roleprivilegescollection")?.push(json!({
            "roleid": role, "privilegeid": privilege, "privilegedepthmask": 8
        }));
    }
    Ok(state)
}

/// The tenant as compared: rows that link a role to a privilege have ids and an order of the service's own making.
///
/// # Errors
/// When `state` is no tenant's state.
pub fn comparable(mut state: Value) -> Result<Value> {
    let links = rows(&mut state, "roleprivilegescollection")?;
    for link in links.iter_mut() {
        let kept = ["roleid", "privilegeid", "privilegedepthmask"].map(|column| (column, link.get(column).cloned()));
        *link = kept
            .into_iter()
            .filter_map(|(column, value)| Some((column.to_owned(), value?)))
            .collect();
    }
    links.sort_by_key(Value::to_string);
    Ok(state)
}

pub(super) fn id_of(rows: &[Value], column: &str, value: &str, id: &str) -> Result<Value> {
    let row = rows
        .iter()
        .find(|row| row.get(column).is_some_and(|found| found == value));
    row.and_then(|row| row.get(id).cloned())
        .with_context(|| format!("no {value} in the state"))
}

pub(super) fn rows<'a>(state: &'a mut Value, set: &str) -> Result<&'a mut Vec<Value>> {
    let rows = state
        .pointer_mut(&format!("/dataverse/{set}"))
        .and_then(Value::as_array_mut);
    rows.with_context(|| format!("no {set} in the state"))
}
