//! Teams chat, performed: two record types, the timeline and a role are changed, proven, and taken back.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::disconnect::{apply, comparable, id_of, rows};
use super::{Stage, difference, told};
use crate::dock;
use crate::driver::{by_test_id, click, shown, text_with};
use crate::sandbox::TEAMS_CHAT;

/// A custom role that reads four of the seven tables.
const ROLE: &str = "Contoso Warranty Clerk";

/// The Read privileges it lacks (S003-18 to S003-20).
const READS: [&str; 3] = [
    "prvReadmsdyn_notificationtemplate",
    "prvReadmsdyn_panetabconfiguration",
    "prvReadmsdyn_panetoolconfiguration",
];

/// Reads, changes, plans, applies, proves and undoes, and compares the tenant before, between and after.
///
/// # Errors
/// Whatever is not as a person would expect it.
pub async fn perform(stage: &mut Stage) -> Result<()> {
    let start = stage.sandbox.state().await?;
    let wanted = comparable(expected(&start)?)?;

    stage.driver.goto(TEAMS_CHAT).await?;
    click(&stage.driver, "#latchkey-open").await?;
    dock::enter(&stage.driver).await?;
    click(&stage.driver, "[data-testid='nav-teams-chat']").await?;
    by_test_id(&stage.driver, "chat-types-legend").await?;
    let set = told::chat(&stage.driver).await?;
    stage.done("What Teams chat is set to is read and shown", &set).await?;

    click(&stage.driver, "[data-testid='chat-open-incident']").await?;
    click(&stage.driver, "[data-testid='chat-note-incident']").await?;
    let card = by_test_id(&stage.driver, "chat-card").await?.text().await?;
    stage
        .done(
            "The note's context card is shown before it is wanted",
            &card.replace('\n', " · "),
        )
        .await?;
    click(&stage.driver, "[data-testid='chat-open-email']").await?;
    click(&stage.driver, "[data-testid='chat-join-email']").await?;
    click(&stage.driver, "[data-testid='chat-timeline-switch']").await?;
    click(&stage.driver, "[data-testid='chat-role-contoso-warranty-clerk']").await?;
    text_with(&stage.driver, "[data-testid='bar']", "4").await?;
    let changes = told::changes(&stage.driver).await?;
    stage
        .done("Four changes are chosen; nothing is written", &changes)
        .await?;
    stage.expect_state(&start, "before anything was applied").await?;

    click(&stage.driver, "[data-testid='bar-review']").await?;
    let plan = told::plan(&stage.driver).await?;
    stage.done("The plan shows every step", &plan).await?;
    apply(stage).await?;
    let proofs = told::proofs(&stage.driver).await?;
    stage.done("Applied, and each step shown by a read", &proofs).await?;
    let stale = by_test_id(&stage.driver, "run-page-stale").await?.text().await?;
    click(&stage.driver, "[data-testid='show-teams-chat.command-bar']").await?;
    let pointed = by_test_id(&stage.driver, "chat-pointed").await?.text().await?;
    let stale = stale.lines().next().unwrap_or_default();
    stage
        .done(
            "The page beside is said to be old, and its own Refresh shown",
            &format!("{stale} {pointed}"),
        )
        .await?;
    let applied = comparable(stage.sandbox.state().await?)?;
    let differs = difference(&wanted, &applied, "");
    ensure!(
        differs.is_none(),
        "after the plan was applied, the tenant is not as expected: {}",
        differs.unwrap_or_default()
    );

    click(&stage.driver, "[data-testid='nav-history']").await?;
    shown(&stage.driver, "[data-testid='history-run-1']").await?;
    click(&stage.driver, "[data-testid='history-undo']").await?;
    let undo = told::plan(&stage.driver).await?;
    stage.done("Undo is a plan of its own", &undo).await?;
    apply(stage).await?;
    let undone = told::proofs(&stage.driver).await?;
    stage.done("Taken back, and each step shown by a read", &undone).await?;
    stage.expect_state(&start, "after undo").await
}

/// The start with the four changes and nothing else.
///
/// # Errors
/// When `start` is no tenant's state.
pub fn expected(start: &Value) -> Result<Value> {
    let mut state = start.clone();
    for row in rows(&mut state, "msdyn_entitylinkchatconfigurations")? {
        let column = match row.get("msdyn_name").and_then(Value::as_str) {
            Some("Case") => "msdyn_enablekickoffmessage",
            Some("Email") => "msdyn_usercanjoinchat",
            _ => continue,
        };
        row.as_object_mut()
            .context("a row is no object")?
            .insert(column.to_owned(), true.into());
    }
    for row in rows(&mut state, "organizations")? {
        row.as_object_mut()
            .context("a row is no object")?
            .insert("teamschatdatasync".to_owned(), true.into());
    }
    let copies: Vec<Value> = rows(&mut state, "roles")?
        .iter()
        .filter(|role| role.get("name").is_some_and(|name| name == ROLE))
        .filter_map(|role| role.get("roleid").cloned())
        .collect();
    for read in READS {
        let privilege = id_of(rows(&mut state, "privileges")?, "name", read, "privilegeid")?;
        for role in &copies {
            rows(&mut state, "roleprivilegescollection")?.push(json!({
                "roleid": role, "privilegeid": privilege, "privilegedepthmask": 8
            }));
        }
    }
    Ok(state)
}
