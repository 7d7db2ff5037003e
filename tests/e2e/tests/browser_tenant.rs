//! The tenant's own pages, without Latchkey: what the extension is tested on behaves as the article tells it of the
//! product, through the page's own controls and the same Web API.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "in a test a surprise is a failure"
)]

use latchkey_e2e::desk::Desk;
use latchkey_e2e::driver::{DriverProcess, script, shown, text_with};
use latchkey_e2e::sandbox::ORG;
use latchkey_e2e::until;
use serde_json::{Value, json};

const MASTER: &str = "msdyn_EnableTeamsChat";
const SWITCH: &str = ".customControl .card [role=switch]";

/// A desk and the driver program it hangs on.
async fn desk(name: &str, sandbox: &[&str]) -> (Desk, DriverProcess) {
    let chromedriver = DriverProcess::start("chromedriver", &[]).await.unwrap();
    let desk = Desk::open(name, sandbox, &chromedriver).await.unwrap();
    (desk, chromedriver)
}

async fn ask(desk: &Desk, source: &str, arguments: &[&str]) -> Value {
    let arguments = arguments.iter().map(|argument| json!(argument)).collect();
    script(&desk.driver, source, arguments).await.unwrap()
}

/// Waits until the page says yes.
async fn holds(desk: &Desk, condition: &str) {
    let source = format!("return Boolean({condition})");
    until(condition, || async {
        Ok((script(&desk.driver, &source, vec![]).await? == json!(true)).then_some(()))
    })
    .await
    .unwrap();
}

/// Presses what an expression finds, as a person does.
async fn press_found(desk: &Desk, what: &str, expression: &str) {
    until(what, || async {
        let mark = format!(
            "document.querySelectorAll('[data-wanted]').forEach((it) => it.removeAttribute('data-wanted')); \
             const found = {expression}; found?.setAttribute('data-wanted', ''); return Boolean(found)"
        );
        Ok((script(&desk.driver, &mark, vec![]).await? == json!(true)).then_some(()))
    })
    .await
    .unwrap();
    desk.press("[data-wanted]").await.unwrap();
}

/// Presses the button with that text.
async fn press_named(desk: &Desk, text: &str) {
    let wanted = json!(text);
    let find = format!("[...document.querySelectorAll('button')].find((it) => it.textContent.trim() === {wanted})");
    press_found(desk, text, &find).await;
}

async fn rows(desk: &Desk, set: &str) -> Vec<Value> {
    let state = desk.sandbox.state().await.unwrap();
    state["dataverse"][set].as_array().unwrap().clone()
}

async fn saved(desk: &Desk) {
    desk.press("[data-test-id=save-button]").await.unwrap();
    shown(&desk.driver, "[role=status]").await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn s003_31_35_the_first_switch_on_asks_for_consent_of_a_person_and_chooses_two_apps() {
    let (desk, _driver) = desk("tenant-consent", &[]).await;
    let never_set = json!({"dataverse": {"organizationsettings": []}});
    desk.sandbox.put_state(&never_set).await.unwrap();
    desk.go().await.unwrap();
    let on = format!("document.querySelector('{SWITCH}').checked");
    holds(&desk, &format!("!{on}")).await;
    let windows = desk.driver.windows().await.unwrap();
    ask(&desk, "document.querySelector(arguments[0]).click()", &[SWITCH]).await;
    holds(&desk, &format!("!{on}")).await;
    assert_eq!(
        desk.driver.windows().await.unwrap(),
        windows,
        "a scripted press opened a window"
    );

    let page = desk.driver.window().await.unwrap();
    desk.press(SWITCH).await.unwrap();
    let popup = until("the window that asks for consent", || async {
        Ok(desk
            .driver
            .windows()
            .await?
            .into_iter()
            .find(|window| !windows.contains(window)))
    })
    .await
    .unwrap();
    desk.driver.switch_to_window(popup).await.unwrap();
    desk.press("#accept").await.unwrap();
    desk.driver.switch_to_window(page).await.unwrap();
    holds(&desk, &on).await;

    desk.press("[id$='-selected']").await.unwrap();
    saved(&desk).await;
    let mut apps: Vec<String> = Vec::new();
    for row in rows(&desk, "appsettings").await {
        assert_eq!((&row["uniquename"], &row["value"]), (&json!(MASTER), &json!("true")));
        let id = row["_parentappmoduleid_value"].clone();
        let app = rows(&desk, "appmodules")
            .await
            .into_iter()
            .find(|app| app["appmoduleid"] == id);
        apps.push(app.unwrap()["name"].as_str().unwrap().to_owned());
    }
    apps.sort();
    assert_eq!(apps, ["Customer Service Hub", "Customer Service workspace"]);

    desk.press(SWITCH).await.unwrap();
    desk.press("[role=dialog] [data-id=confirmButton]").await.unwrap();
    saved(&desk).await;
    // The page still says of the first time that it has saved.
    until("both apps off", || async {
        let rows = rows(&desk, "appsettings").await;
        Ok((rows.len() == 2 && rows.iter().all(|row| row["value"] == "false")).then_some(()))
    })
    .await
    .unwrap();
    desk.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn s003_37_a_record_shows_its_chats_only_where_chat_is_on() {
    for (generation, dialect) in [
        ("2026", "masterswitch=setting"),
        ("2026", "masterswitch=other"),
        ("2023", "masterswitch=setting"),
    ] {
        let (desk, _driver) = desk("tenant-record", &["--generation", generation, "--dialect", dialect]).await;
        let incident = rows(&desk, "incidents").await[0]["incidentid"]
            .as_str()
            .unwrap()
            .to_owned();
        let address = format!("https://{ORG}/main.aspx?pagetype=entityrecord&etn=incident&id={incident}");
        desk.driver.goto(&address).await.unwrap();
        desk.press(".sidepane").await.unwrap();
        shown(&desk.driver, "aside[data-id^=AppSidePane]").await.unwrap();

        desk.go().await.unwrap();
        desk.press(SWITCH).await.unwrap();
        desk.press("[role=dialog] [data-id=confirmButton]").await.unwrap();
        desk.press("[data-testid=save-button], [data-test-id=save-button]")
            .await
            .unwrap();
        shown(&desk.driver, "[role=status]").await.unwrap();
        desk.driver.goto(&address).await.unwrap();
        shown(&desk.driver, "[data-id=tablist]").await.unwrap();
        holds(&desk, "document.querySelector('.sidepane') === null").await;
        desk.close().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn s003_44_46_50_a_record_type_is_added_its_view_chosen_and_what_a_card_leaves_out_named() {
    for (view_form, removal) in [("bare", "delete"), ("braces", "inactive")] {
        let dialects = [format!("contextviewid={view_form}"), format!("removal={removal}")];
        let (desk, _driver) = desk("tenant-types", &["--dialect", &dialects[0], "--dialect", &dialects[1]]).await;
        let set = "msdyn_entitylinkchatconfigurations";
        desk.go().await.unwrap();
        desk.press("#addRecordTypes").await.unwrap();
        shown(&desk.driver, "[role=combobox]").await.unwrap();
        ask(
            &desk,
            "document.querySelector('[role=combobox]').value = arguments[0]",
            &["Warranty Claim"],
        )
        .await;
        desk.press("[data-id=confirmButton]").await.unwrap();
        press_named(&desk, "Warranty Claim").await;
        desk.press(".pane [role=switch]").await.unwrap();
        shown(&desk.driver, ".pane select").await.unwrap();
        let choose = "const list = document.querySelector('.pane select'); \
            list.value = [...list.options].find((it) => it.textContent === arguments[0]).value; \
            list.dispatchEvent(new Event('change'))";
        ask(&desk, choose, &["Claims with evidence"]).await;
        let said = text_with(&desk.driver, ".pane", "Photo").await.unwrap();
        assert!(said.contains("Report") && !said.contains("Parts"), "{said}");
        desk.press(".pane footer .primary").await.unwrap();
        holds(&desk, "document.querySelector('.pane') === null").await;
        let made = |row: &&Value| row["msdyn_name"] == "Warranty Claim";
        let row = rows(&desk, set).await.iter().find(made).cloned().unwrap();
        let view = row["msdyn_contextviewid"].as_str().unwrap();
        assert_eq!(view.starts_with('{'), view_form == "braces", "{view}");

        press_named(&desk, "Warranty Claim").await;
        desk.press("[data-id=removeRecordType]").await.unwrap();
        holds(
            &desk,
            "![...document.querySelectorAll('button.link')].some((it) => it.textContent === 'Warranty Claim')",
        )
        .await;
        let left = rows(&desk, set).await.iter().find(made).cloned();
        assert_eq!(
            left.map(|row| row["statecode"].clone()),
            (removal == "inactive").then(|| json!(1))
        );
        desk.close().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn s003_39_41_a_custom_profile_takes_teams_into_its_pane_and_the_default_one_is_fixed() {
    let (desk, _driver) = desk("tenant-profiles", &[]).await;
    desk.go().await.unwrap();
    press_named(&desk, "Manage").await;
    press_named(&desk, "Contoso back office").await;
    let tool = "[...document.querySelectorAll('.field')].find((it) => it.textContent.includes('Microsoft Teams')).querySelector('input')";
    holds(&desk, &format!("!{tool}.checked")).await;
    press_found(&desk, "the switch of Microsoft Teams", tool).await;
    until("Teams in the pane", || async {
        let state = desk.sandbox.state().await?;
        let tabs = state["dataverse"]["msdyn_panetabconfigurations"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        Ok(tabs.iter().all(|tab| tab["msdyn_isenabled"] == true).then_some(()))
    })
    .await
    .unwrap();
    press_named(&desk, "Close").await;
    press_named(&desk, "Customer Service workspace - default profile").await;
    holds(
        &desk,
        "[...document.querySelectorAll('main [role=switch]')].every((it) => it.disabled)",
    )
    .await;
    desk.close().await.unwrap();
}
