//! Teams chat in real Chromium, the whole of the article: each part is changed through its buttons, planned, applied,
//! proven on the tenant, and taken back.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "in a test a surprise is a failure"
)]

use std::path::Path;

use latchkey_e2e::desk::Desk;
use latchkey_e2e::driver::{DriverProcess, by_test_id, script, shown, text_with};
use latchkey_e2e::journeys::difference;
use latchkey_e2e::journeys::disconnect::comparable;
use latchkey_e2e::sandbox::ORG;
use latchkey_e2e::{dock, until};
use serde_json::{Value, json};
use thirtyfour::By;

const TYPES: &str = "msdyn_entitylinkchatconfigurations";
const PANES: &str = "msdyn_panetabconfigurations";
const WARRANTY: &str = "contoso_Warranty";
const BACK_OFFICE: &str = "Contoso back office";

/// A desk and the driver program it hangs on.
async fn desk(name: &str) -> (Desk, DriverProcess) {
    let chromedriver = DriverProcess::start("chromedriver", &[]).await.unwrap();
    let desk = Desk::open(name, &[], &chromedriver).await.unwrap();
    (desk, chromedriver)
}

async fn state(desk: &Desk) -> Value {
    comparable(desk.sandbox.state().await.unwrap()).unwrap()
}

async fn expect(desk: &Desk, wanted: &Value, when: &str) {
    if let Some(difference) = difference(wanted, &state(desk).await, "") {
        panic!("{when}, the tenant is not as expected: {difference}");
    }
}

fn rows<'a>(state: &'a Value, set: &str) -> &'a [Value] {
    state["dataverse"][set].as_array().unwrap()
}

/// The row whose column is so.
fn row<'a>(state: &'a Value, set: &str, column: &str, value: &str) -> Option<&'a Value> {
    rows(state, set).iter().find(|row| row[column] == value)
}

/// Takes the run that is shown back, and goes back to the view.
async fn take_back(desk: &Desk) {
    desk.undo().await.unwrap();
    desk.apply().await.unwrap();
    desk.phase(&["done"]).await.unwrap();
}

async fn leave_run(desk: &Desk) {
    desk.press_id("run-close").await.unwrap();
    desk.press_id("nav-teams-chat").await.unwrap();
    desk.chat_read().await.unwrap();
}

/// Presses, on the page beside the panel, the button with that text.
async fn press_on_page(desk: &Desk, expression: &str) {
    until(expression, || async {
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

fn named(text: &str) -> String {
    format!(
        "[...document.querySelectorAll('button')].find((it) => it.textContent.trim() === {})",
        json!(text)
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn s003_29_to_105_where_it_is_on_record_types_note_join_updates_and_timeline_are_set_and_taken_back() {
    let (desk, _driver) = desk("chat-types").await;
    let start = state(&desk).await;
    desk.open_chat().await.unwrap();

    // On, off, where: all apps becomes a selection, released for everybody.
    let available = by_test_id(&desk.driver, "chat-availability").await.unwrap();
    available.click().await.unwrap();
    let available = desk.text("chat-availability").await.unwrap();
    assert!(available.lines().count() > 4, "{available}");
    desk.press_id("chat-scope-selected").await.unwrap();
    desk.press_id(&format!("chat-app-{WARRANTY}")).await.unwrap();
    let told = desk.text("chat-scope-change").await.unwrap();
    assert!(told.contains("selected"), "{told}");
    for tick in desk
        .driver
        .find_all(By::Css("[data-testid^='chat-publish-']"))
        .await
        .unwrap()
    {
        let id = tick.attr("data-testid").await.unwrap().unwrap();
        desk.press_id(&id).await.unwrap();
    }

    // Record types: one is added, one removed; one that is there already cannot be added again.
    desk.press_id("chat-add").await.unwrap();
    desk.chat_read().await.unwrap();
    let search = by_test_id(&desk.driver, "chat-tables-search").await.unwrap();
    search.send_keys("incident").await.unwrap();
    text_with(&desk.driver, "ul.tables", "incident").await.unwrap();
    assert!(!desk.has("chat-add-incident").await.unwrap());
    search.clear().await.unwrap();
    search.send_keys("contoso_claim").await.unwrap();
    desk.press_id("chat-add-contoso_claim").await.unwrap();
    by_test_id(&desk.driver, "chat-row-contoso_claim").await.unwrap();
    desk.press_id("chat-open-email").await.unwrap();
    desk.press_id("chat-remove-email").await.unwrap();

    // Note and view, joining, disconnecting.
    desk.press_id("chat-open-account").await.unwrap();
    desk.chat_read().await.unwrap();
    desk.press_id("chat-note-account").await.unwrap();
    desk.choose("chat-view-account", "Active Accounts").await.unwrap();
    let card = text_with(&desk.driver, "[data-testid='chat-card']", "Active Accounts")
        .await
        .unwrap();
    assert!(card.lines().count() > 3, "{card}");
    for switch in ["join", "owner", "connector"] {
        desk.press_id(&format!("chat-{switch}-account")).await.unwrap();
    }

    // Key updates: a fourth and a fifth column of Case, and no sixth.
    desk.press_id("chat-open-incident").await.unwrap();
    desk.chat_read().await.unwrap();
    let told = desk.text("chat-followed").await.unwrap();
    assert!(told.contains("3 of at most 5"), "{told}");
    for column in ["title", "ownerid"] {
        let search = by_test_id(&desk.driver, "chat-columns-search").await.unwrap();
        search.clear().await.unwrap();
        search.send_keys(column).await.unwrap();
        desk.press_id(&format!("chat-column-{column}")).await.unwrap();
    }
    text_with(&desk.driver, "[data-testid='chat-followed']", "5 of at most 5")
        .await
        .unwrap();
    let sixth = "[data-testid^='chat-column-']:not(:checked):enabled";
    assert!(desk.driver.find_all(By::Css(sixth)).await.unwrap().is_empty());

    desk.press_id("chat-timeline-switch").await.unwrap();
    expect(&desk, &start, "before anything was applied").await;
    desk.carry_out().await.unwrap();

    let after = state(&desk).await;
    let setting =
        |set: &str, column: &str, value: &str| row(&after, set, column, value).map(|row| row["value"].clone());
    assert_eq!(
        setting("organizationsettings", "uniquename", "msdyn_EnableTeamsChat"),
        Some(json!("false"))
    );
    let app = &row(&after, "appmodules", "uniquename", WARRANTY).unwrap()["appmoduleid"];
    let own = rows(&after, "appsettings")
        .iter()
        .find(|row| row["uniquename"] == "msdyn_EnableTeamsChat" && row.to_string().contains(app.as_str().unwrap()));
    assert_eq!(own.map(|row| row["value"].clone()), Some(json!("true")));
    let email = row(&after, TYPES, "msdyn_name", "Email").unwrap();
    assert_eq!(email["statecode"], 1, "the product's own row is made inactive");
    let before = rows(&start, TYPES).len();
    assert_eq!(rows(&after, TYPES).len(), before + 1);
    let was = row(&start, TYPES, "msdyn_name", "Account").unwrap();
    let account = row(&after, TYPES, "msdyn_name", "Account").unwrap();
    assert_eq!(account["msdyn_enablekickoffmessage"], true);
    assert_eq!(account["msdyn_usercanjoinchat"], true);
    for column in ["msdyn_recordownercanunlink", "msdyn_recentchatlinkercanunlink"] {
        assert_eq!(account[column], !was[column].as_bool().unwrap(), "{column}");
    }
    let view = account["msdyn_contextviewid"].as_str().unwrap();
    let view = row(&after, "savedqueries", "savedqueryid", view).unwrap();
    assert_eq!(view["name"], "Active Accounts");
    let case = row(&after, TYPES, "msdyn_name", "Case").unwrap();
    let followed = case["msdyn_filteringattributes"].as_str().unwrap();
    assert_eq!(followed.split(',').count(), 5, "{followed}");
    assert_eq!(rows(&after, "organizations")[0]["teamschatdatasync"], true);

    take_back(&desk).await;
    expect(&desk, &start, "after undo").await;
    desk.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn s003_14_to_41_buttons_lead_there_and_reads_settings_page_and_panes_are_set_and_taken_back() {
    let (desk, _driver) = desk("chat-pages").await;
    let start = state(&desk).await;

    // The Collaboration page has a button too, and its page has none of the controls to be pointed at.
    let collaboration =
        format!("https://{ORG}/main.aspx?pagetype=control&controlName=MscrmControls.ServiceAdminCenter.Collaboration");
    desk.driver.goto(&collaboration).await.unwrap();
    desk.press("#latchkey-chat").await.unwrap();
    dock::enter(&desk.driver).await.unwrap();
    desk.chat_read().await.unwrap();
    desk.press_id("show-teams-chat.timeline-switch").await.unwrap();
    let told = desk.text("chat-pointed").await.unwrap();
    assert!(told.contains("Not found on the page"), "{told}");

    // On its own page the control itself is outlined.
    desk.open_chat().await.unwrap();
    for (locator, at) in [("teams-chat.timeline-switch", 1), ("teams-chat.master-switch", 0)] {
        desk.press_id(&format!("show-{locator}")).await.unwrap();
        text_with(&desk.driver, "[data-testid='chat-pointed']", "Outlined")
            .await
            .unwrap();
        dock::leave(&desk.driver).await.unwrap();
        let source = "const [at] = arguments; \
            const control = document.querySelectorAll('#mainContent .card [role=switch]')[at]; \
            return document.getAnimations().filter((it) => it.effect.target === control \
                || it.effect.target?.contains(control)).length";
        until("the outline", || async {
            let found = script(&desk.driver, source, vec![json!(at)]).await?;
            Ok((found.as_u64() >= Some(1)).then_some(()))
        })
        .await
        .unwrap();
        dock::enter(&desk.driver).await.unwrap();
    }

    // Permissions: a custom role gets the Reads it lacks. The five of Graph are told, and never as given.
    by_test_id(&desk.driver, "chat-consent")
        .await
        .unwrap()
        .click()
        .await
        .unwrap();
    let consent = desk.text("chat-consent").await.unwrap();
    assert!(consent.contains("Chat.ReadWrite.All"), "{consent}");
    let given = By::Css("[data-testid='chat-consent'] .glyph.ready");
    assert!(desk.driver.find_all(given).await.unwrap().is_empty());
    desk.press_id("chat-role-contoso-warranty-clerk").await.unwrap();
    // The settings page in a custom app.
    desk.choose("chat-pages-app", "Contoso Returns Desk").await.unwrap();
    let drafts = desk.text("chat-pages").await.unwrap();
    assert!(
        drafts.to_lowercase().contains("draft") || drafts.contains("not published"),
        "{drafts}"
    );
    desk.choose("chat-pages-app", "Contoso Warranty").await.unwrap();
    desk.choose("chat-pages-place", "Customers").await.unwrap();
    desk.press_id("chat-pages-publish").await.unwrap();
    // Teams in a pane: guided, done by hand on the product's page, and proven.
    let told = desk.text("chat-profiles").await.unwrap();
    assert!(told.contains("default"), "{told}");
    desk.press_id("chat-pane-contoso_back_office").await.unwrap();
    expect(&desk, &start, "before anything was applied").await;
    desk.review().await.unwrap();
    desk.apply().await.unwrap();
    desk.phase(&["waitingForAdmin"]).await.unwrap();
    by_hand(&desk).await;
    desk.phase(&["done"]).await.unwrap();

    let after = state(&desk).await;
    assert!(rows(&after, PANES).iter().all(|tab| tab["msdyn_isenabled"] == true));
    let map = row(&after, "sitemaps", "sitemapnameunique", WARRANTY).unwrap();
    assert!(map["sitemapxml"].as_str().unwrap().contains("TeamsCollaborationAdmin"));
    let role = &row(&after, "roles", "name", "Contoso Warranty Clerk").unwrap()["roleid"];
    let held = |state: &Value| {
        let links = rows(state, "roleprivilegescollection").iter();
        links.filter(|link| link["roleid"] == *role).count()
    };
    assert!(held(&after) > held(&start));

    desk.undo().await.unwrap();
    desk.apply().await.unwrap();
    desk.phase(&["waitingForAdmin"]).await.unwrap();
    by_hand(&desk).await;
    desk.phase(&["done"]).await.unwrap();
    expect(&desk, &start, "after undo").await;

    // A profile is made by hand, too, and known once it is there.
    leave_run(&desk).await;
    let name = by_test_id(&desk.driver, "chat-profile-new").await.unwrap();
    name.send_keys("Contoso night shift").await.unwrap();
    desk.press_id("chat-profile-add").await.unwrap();
    desk.review().await.unwrap();
    desk.apply().await.unwrap();
    desk.phase(&["waitingForAdmin"]).await.unwrap();
    dock::leave(&desk.driver).await.unwrap();
    press_on_page(&desk, &named("Close")).await;
    desk.press("[data-id=newProfile]").await.unwrap();
    for (at, text) in [(1, "Contoso night shift"), (2, "contoso_night_shift")] {
        let field = shown(&desk.driver, &format!("[role=dialog] input:nth-of-type({at})")).await;
        field.unwrap().send_keys(text).await.unwrap();
    }
    desk.press("[role=dialog] [data-id=confirmButton]").await.unwrap();
    until("the profile", || async {
        let state = desk.sandbox.state().await?;
        Ok(row(&state, "msdyn_appconfigurations", "msdyn_name", "Contoso night shift").map(|_| ()))
    })
    .await
    .unwrap();
    dock::enter(&desk.driver).await.unwrap();
    say_done(&desk).await;
    desk.phase(&["done"]).await.unwrap();
    assert_eq!(desk.steps().await.unwrap(), ["done"]);
    desk.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn s003_37_after_saving_a_record_is_looked_at_for_its_chats_and_what_is_not_seen_is_not_claimed() {
    let (desk, _driver) = desk("chat-check").await;
    desk.open_chat().await.unwrap();
    let check = async |wanted: &str| {
        desk.press_id("chat-check-look").await.unwrap();
        let told = text_with(&desk.driver, "[data-testid='chat-check-result']", wanted).await;
        told.unwrap()
    };
    check("is no record").await;
    let state = state(&desk).await;
    for (table, set, key, shows) in [
        ("incident", "incidents", "incidentid", true),
        ("systemuser", "systemusers", "systemuserid", false),
    ] {
        let id = rows(&state, set)[0][key].as_str().unwrap().to_owned();
        // The page goes there as a model-driven app does, without being loaded anew.
        dock::leave(&desk.driver).await.unwrap();
        let go = "const [table, id] = arguments; const to = new URL(location.href); \
            to.searchParams.delete('controlName'); to.searchParams.set('pagetype', 'entityrecord'); \
            to.searchParams.set('etn', table); to.searchParams.set('id', id); \
            history.pushState(null, '', to); dispatchEvent(new PopStateEvent('popstate'));";
        script(&desk.driver, go, vec![json!(table), json!(id)]).await.unwrap();
        shown(&desk.driver, "[data-id='editFormRoot']").await.unwrap();
        dock::enter(&desk.driver).await.unwrap();
        if shows {
            let told = check("is on this record").await;
            assert!(told.contains(table), "{told}");
            assert!(!desk.has("chat-check-seen").await.unwrap());
        } else {
            check("was not found").await;
            desk.press_id("chat-check-seen").await.unwrap();
            let result = "[data-testid='chat-check-result']";
            text_with(&desk.driver, result, "You saw the chats yourself")
                .await
                .unwrap();
        }
    }
    desk.close().await.unwrap();
}

/// Turns Teams of a profile's pane the other way on the product's own page, and says so.
async fn by_hand(desk: &Desk) {
    let tool = "[...document.querySelectorAll('.field')].find((it) => it.textContent.includes('Microsoft Teams'))?.querySelector('input')";
    let tabs = |state: &Value| rows(state, PANES).to_vec();
    let before = tabs(&state(desk).await);
    dock::leave(&desk.driver).await.unwrap();
    let heading = script(
        &desk.driver,
        "return document.querySelector('#mainContent h1, main h1')?.textContent",
        vec![],
    );
    if heading.await.unwrap() != json!(BACK_OFFICE) {
        press_on_page(desk, &named("Manage")).await;
        press_on_page(desk, &named(BACK_OFFICE)).await;
        text_with(&desk.driver, "#mainContent h1, main h1", BACK_OFFICE)
            .await
            .unwrap();
    }
    press_on_page(desk, tool).await;
    until("the page to save", || async {
        Ok((tabs(&desk.sandbox.state().await?) != before).then_some(()))
    })
    .await
    .unwrap();
    dock::enter(&desk.driver).await.unwrap();
    say_done(desk).await;
}

/// Says that it is done by hand, unless the run has already seen so.
async fn say_done(desk: &Desk) {
    until("the run to see it", || async {
        for button in desk.driver.find_all(By::Css("[data-testid='run-admin-done']")).await? {
            button.click().await?;
        }
        let done = By::Css("[data-testid='run-status'][data-phase='done']");
        Ok((!desk.driver.find_all(done).await?.is_empty()).then_some(()))
    })
    .await
    .unwrap();
}

/// Saves the blueprint and reads the file.
async fn saved(desk: &Desk, folder: &Path) -> Value {
    let file = folder.join("latchkey-teams-chat-blueprint.json");
    std::fs::remove_file(&file).ok();
    desk.press_id("chat-blueprint-save").await.unwrap();
    until("the file", || async {
        let text = std::fs::read_to_string(&file)?;
        Ok(serde_json::from_str(&text).ok())
    })
    .await
    .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_blueprint_brings_an_environment_to_what_it_was_and_the_overview_says_what_is_left() {
    let (mut desk, _driver) = desk("chat-blueprint").await;
    let start = state(&desk).await;
    let folder = desk.browser.options.profile.join("downloads");
    std::fs::create_dir_all(&folder).unwrap();
    desk.browser
        .devtools(
            "Browser.setDownloadBehavior",
            json!({"behavior": "allow", "downloadPath": folder}),
        )
        .unwrap();
    desk.open_chat().await.unwrap();
    let mut blueprint = saved(&desk, &folder).await;
    assert_eq!(blueprint["kind"], "teams-chat-blueprint");
    assert!(blueprint["recordTypes"].as_array().unwrap().len() >= 5);

    // Another environment: other choices, and it lacks a table the file names.
    let mut types = rows(&start, TYPES).to_vec();
    for row in &mut types {
        for column in ["msdyn_usercanjoinchat", "msdyn_recordownercanunlink"] {
            row[column] = json!(!row[column].as_bool().unwrap());
        }
    }
    types.retain(|row| row["msdyn_name"] != "Email");
    let mut organizations = rows(&start, "organizations").to_vec();
    organizations[0]["teamschatdatasync"] = json!(true);
    let other = json!({"dataverse": {TYPES: types, "organizations": organizations}});
    desk.sandbox.put_state(&other).await.unwrap();
    desk.press_id("refresh").await.unwrap();
    desk.chat_read().await.unwrap();
    let was = state(&desk).await;

    let record_types = blueprint["recordTypes"].as_array_mut().unwrap();
    record_types.push(json!({"table": "contoso_nowhere", "joinChat": true}));
    let file = folder.join("other.json");
    std::fs::write(&file, blueprint.to_string()).unwrap();
    let chooser = desk.driver.find(By::Css("[data-testid='chat-blueprint-open']"));
    chooser.await.unwrap().send_keys(file.to_str().unwrap()).await.unwrap();
    let compared = text_with(&desk.driver, "[data-testid='chat-compared']", "contoso_nowhere")
        .await
        .unwrap();
    assert!(compared.contains("Account") && compared.contains("Off"), "{compared}");
    desk.press_id("chat-blueprint-all").await.unwrap();
    expect(&desk, &was, "before anything was applied").await;
    desk.carry_out().await.unwrap();
    let after = state(&desk).await;
    for name in ["Case", "Account", "Contact", "Knowledge article"] {
        let before = row(&start, TYPES, "msdyn_name", name).unwrap();
        let now = row(&after, TYPES, "msdyn_name", name).unwrap();
        for column in ["msdyn_usercanjoinchat", "msdyn_recordownercanunlink"] {
            assert_eq!(now[column], before[column], "{name} {column}");
        }
    }
    assert_eq!(rows(&after, TYPES).len(), rows(&start, TYPES).len());
    assert_eq!(rows(&after, "organizations")[0]["teamschatdatasync"], false);

    // The file saved now says what the first one said.
    leave_run(&desk).await;
    let again = saved(&desk, &folder).await;
    blueprint["recordTypes"].as_array_mut().unwrap().pop();
    let by_table = |file: &Value| {
        let mut types = file["recordTypes"].as_array().unwrap().clone();
        types.sort_by_key(|one| one["table"].to_string());
        types
    };
    assert_eq!(by_table(&again), by_table(&blueprint));
    for part in ["apps", "timeline", "paneRoles", "profiles", "settingsPages"] {
        assert_eq!(again[part], blueprint[part], "{part}");
    }

    // The Overview: consent is never green, and what lacks Reads has its fix beside it.
    desk.press_id("nav-overview").await.unwrap();
    desk.read().await.unwrap();
    let consent = by_test_id(&desk.driver, "readiness-teams-chat-consent").await.unwrap();
    assert_eq!(
        consent.attr("data-readiness").await.unwrap().as_deref(),
        Some("unknown")
    );
    let switch = shown(&desk.driver, "[data-testid='overview-summary-teams-chat']")
        .await
        .unwrap();
    assert!(!switch.text().await.unwrap().is_empty());
    let before_fix = state(&desk).await;
    let line = "[data-testid^='readiness-teams-chat-role:'][data-readiness='attention']";
    shown(&desk.driver, line).await.unwrap();
    desk.press(&format!("{line} [data-testid^='fix-teams-chat-role:']"))
        .await
        .unwrap();
    desk.carry_out().await.unwrap();
    let held = |state: &Value| rows(state, "roleprivilegescollection").len();
    assert!(held(&state(&desk).await) > held(&before_fix));
    take_back(&desk).await;
    expect(&desk, &before_fix, "after undo").await;
    desk.close().await.unwrap();
}
