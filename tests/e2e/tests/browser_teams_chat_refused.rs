//! Teams chat in real Chromium where it cannot be done: without the right, throttled, in a generation that lacks it, and
//! changed by somebody else meanwhile. Each part says why, and nothing is written that should not have been.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "in a test a surprise is a failure"
)]

use latchkey_e2e::desk::Desk;
use latchkey_e2e::driver::{DriverProcess, LOOK, by_test_id, script, shown};
use latchkey_e2e::journeys::difference;
use latchkey_e2e::journeys::disconnect::comparable;
use latchkey_e2e::{dock, until};
use serde_json::{Value, json};
use thirtyfour::By;

const TYPES: &str = "msdyn_entitylinkchatconfigurations";
const CLERK: &str = "chat-role-contoso-warranty-clerk";

/// A desk and the driver program it hangs on.
async fn desk(name: &str, sandbox: &[&str]) -> (Desk, DriverProcess) {
    let chromedriver = DriverProcess::start("chromedriver", &[]).await.unwrap();
    let desk = Desk::open(name, sandbox, &chromedriver).await.unwrap();
    (desk, chromedriver)
}

async fn state(desk: &Desk) -> Value {
    comparable(desk.sandbox.state().await.unwrap()).unwrap()
}

async fn count(desk: &Desk, css: &str) -> usize {
    desk.driver.find_all(By::Css(css)).await.unwrap().len()
}

/// The change that waits leads to no plan, and the bar says why.
async fn is_refused(desk: &Desk, what: &str) {
    shown(&desk.driver, "[data-testid='bar-review'][aria-disabled='true']")
        .await
        .unwrap();
    let told = desk.text("bar").await.unwrap();
    assert!(told.contains("privilege"), "{what}: {told}");
    desk.press_id("bar-discard").await.unwrap();
}

/// Opens a blueprint that wants this and takes whatever of it can be taken; says what is shown of it.
async fn take_blueprint(desk: &Desk, wanted: &Value) -> String {
    let file = desk.browser.options.profile.join("blueprint.json");
    std::fs::write(&file, wanted.to_string()).unwrap();
    let chooser = desk.driver.find(By::Css("[data-testid='chat-blueprint-open']"));
    chooser.await.unwrap().send_keys(file.to_str().unwrap()).await.unwrap();
    let told = desk.text("chat-compared").await.unwrap();
    if desk.has("chat-blueprint-all").await.unwrap() {
        desk.press_id("chat-blueprint-all").await.unwrap();
    }
    told
}

fn blueprint() -> Value {
    json!({
        "kind": "teams-chat-blueprint", "version": 1, "apps": "all", "timeline": true,
        "recordTypes": [{"table": "account", "joinChat": true, "keyUpdates": true}],
        "settingsPages": [], "paneRoles": [], "profiles": [],
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_right_every_part_says_so_and_nothing_can_be_planned() {
    let (desk, _driver) = desk("chat-no-rights", &[]).await;
    let start = state(&desk).await;
    desk.driver
        .goto("https://contoso.crm4.dynamics.com/main.aspx?as=reader@contoso.com")
        .await
        .unwrap();
    desk.open_chat().await.unwrap();
    // The switch and its apps, profiles, site maps: what cannot be read is unknown, and not "none".
    for part in ["switch", "profiles", "site-maps"] {
        let told = desk.text(&format!("state-unreadable-{part}")).await.unwrap();
        assert!(told.contains("privilege") && told.contains("unknown"), "{part}: {told}");
    }
    for control in [
        "chat-scope-",
        "chat-app-",
        "chat-pane-",
        "chat-profile-new",
        "chat-pages-place",
    ] {
        let css = format!("[data-testid^='{control}']");
        assert_eq!(count(&desk, &css).await, 0, "{control}");
    }
    // Record types, note and view, joining, disconnecting, key updates, timeline, roles.
    assert!(!desk.has("chat-add").await.unwrap());
    desk.press_id("chat-open-incident").await.unwrap();
    desk.chat_read().await.unwrap();
    for css in [
        "main input[role='switch']:enabled",
        "main [data-testid^='chat-view-']:enabled",
        "main [data-testid^='chat-role-']:enabled",
    ] {
        assert_eq!(count(&desk, css).await, 0, "{css}");
    }
    for part in ["types", "timeline", "access"] {
        assert!(desk.has(&format!("not-allowed-{part}")).await.unwrap(), "{part}");
    }
    // A blueprint can be held against what is here, and leads to no plan; neither does what the Overview offers.
    let told = take_blueprint(&desk, &blueprint()).await;
    assert!(told.contains("Account"), "{told}");
    is_refused(&desk, "a blueprint").await;
    desk.press_id("nav-overview").await.unwrap();
    desk.read().await.unwrap();
    for line in ["switch", "site-maps", "profiles", "consent"] {
        let line = by_test_id(&desk.driver, &format!("readiness-teams-chat-{line}"))
            .await
            .unwrap();
        assert_eq!(line.attr("data-readiness").await.unwrap().as_deref(), Some("unknown"));
    }
    desk.press("[data-testid^='fix-teams-chat-role:']").await.unwrap();
    is_refused(&desk, "Reads for a role").await;
    assert_eq!(desk.writes().await.unwrap(), Vec::<Value>::new());
    assert_eq!(state(&desk).await, start);
    desk.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn in_another_generation_what_is_not_there_is_named_and_the_rest_goes_on() {
    let (desk, _driver) = desk("chat-2023", &["--generation", "2023"]).await;
    desk.open_chat().await.unwrap();
    let start = state(&desk).await;
    // There is no setting: the page's own switch is meant, which the admin may leave, turn on or off.
    by_test_id(&desk.driver, "chat-page-leave").await.unwrap();
    assert!(!desk.has("chat-scope-all").await.unwrap());
    let told = take_blueprint(&desk, &blueprint()).await;
    assert!(told.contains("Not in this generation"), "{told}");
    desk.press_id("chat-open-account").await.unwrap();
    desk.chat_read().await.unwrap();
    assert!(desk.has("chat-join-account").await.unwrap());
    assert!(
        !desk.has("chat-updates-account").await.unwrap(),
        "its column is not there"
    );
    // A page that is none of those known has nothing to point at.
    dock::leave(&desk.driver).await.unwrap();
    let strip = "document.querySelectorAll('#mainContent [role=switch]').forEach((it) => it.removeAttribute('role'))";
    script(&desk.driver, strip, vec![]).await.unwrap();
    dock::enter(&desk.driver).await.unwrap();
    desk.press_id("show-teams-chat.master-switch").await.unwrap();
    let told = desk.text("chat-pointed").await.unwrap();
    assert!(told.contains("Not found on the page"), "{told}");
    // What there is of the blueprint is done, and taken back.
    desk.carry_out().await.unwrap();
    let after = state(&desk).await;
    let account = after["dataverse"][TYPES].as_array().unwrap();
    let account = account.iter().find(|row| row["msdyn_name"] == "Account").unwrap();
    assert_eq!(account["msdyn_usercanjoinchat"], true);
    assert_eq!(after["dataverse"]["organizations"][0]["teamschatdatasync"], true);
    desk.undo().await.unwrap();
    desk.apply().await.unwrap();
    desk.phase(&["done"]).await.unwrap();
    assert_eq!(state(&desk).await, start);
    desk.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn g7_throttled_reads_are_told_and_throttled_writes_of_every_part_wait_as_long_as_they_are_told_to() {
    let (desk, _driver) = desk("chat-throttled", &[]).await;
    let start = state(&desk).await;
    let busy = json!({"error": {"code": "0x80072322", "message": "Number of requests exceeded the limit of 6000"}});
    let throttle = |method: &str, path: &str, times: u64| {
        json!({
            "match": {"method": method, "path": path}, "times": times, "status": 429, "headers": {"Retry-After": "2"}, "body": busy
        })
    };
    let waited = async |desk: &Desk| {
        let requests = desk.sandbox.requests().await.unwrap();
        let at = |number: usize| requests[number]["at"].as_u64().unwrap();
        let refused = (0..requests.len()).filter(|number| requests[*number]["status"] == 429);
        let refused: Vec<usize> = refused.collect();
        for number in &refused {
            let path = &requests[*number]["path"];
            let again = (number + 1..requests.len()).find(|later| requests[*later]["path"] == *path);
            let again = again.unwrap_or_else(|| panic!("{path} was not asked again"));
            assert!(at(again) - at(*number) >= 2000, "{path}");
        }
        let paths = refused
            .iter()
            .map(|number| requests[*number]["path"].as_str().unwrap().to_owned());
        paths.collect::<Vec<String>>()
    };
    // Every part of the view is read in batches.
    desk.open_chat().await.unwrap();
    desk.sandbox.forget_requests().await.unwrap();
    desk.sandbox.fault(&throttle("POST", "$batch", 2)).await.unwrap();
    desk.press_id("refresh").await.unwrap();
    until("the refused reads", || async {
        let requests = desk.sandbox.requests().await?;
        Ok((requests.iter().filter(|request| request["status"] == 429).count() == 2).then_some(()))
    })
    .await
    .unwrap();
    desk.chat_read().await.unwrap();
    assert_eq!(waited(&desk).await.len(), 2);
    assert_eq!(count(&desk, "main [data-testid^='state-unreadable']").await, 0);

    desk.press_id("chat-scope-off").await.unwrap();
    desk.press_id(CLERK).await.unwrap();
    desk.press_id("chat-timeline-switch").await.unwrap();
    desk.press_id("chat-open-account").await.unwrap();
    desk.press_id("chat-join-account").await.unwrap();
    desk.choose("chat-pages-app", "Contoso Warranty").await.unwrap();
    desk.choose("chat-pages-place", "Customers").await.unwrap();
    desk.review().await.unwrap();
    let steps = [
        "/organizations(",
        "SaveSettingValue",
        "AddPrivilegesRole",
        "/sitemaps(",
        TYPES,
    ];
    for path in steps {
        for method in ["POST", "PATCH"] {
            desk.sandbox.fault(&throttle(method, path, 1)).await.unwrap();
        }
    }
    desk.sandbox.forget_requests().await.unwrap();
    desk.apply().await.unwrap();
    by_test_id(&desk.driver, "run-throttled").await.unwrap();
    desk.phase(&["done"]).await.unwrap();
    let refused = waited(&desk).await;
    for path in steps {
        assert!(
            refused.iter().any(|refused| refused.contains(path)),
            "{path}: {refused:?}"
        );
    }
    desk.sandbox.clear_faults().await.unwrap();
    desk.undo().await.unwrap();
    desk.apply().await.unwrap();
    desk.phase(&["done"]).await.unwrap();
    // The service keeps a draft once one was made, now with what is published: nobody sees a difference.
    let mut end = state(&desk).await;
    let maps = end["dataverse"]["sitemaps"].clone();
    let drafts = end["dataverse"]["sitemaps/unpublished"].as_array_mut().unwrap();
    drafts.retain(|draft| {
        !maps
            .as_array()
            .unwrap()
            .iter()
            .any(|map| map["sitemapxml"] == draft["sitemapxml"])
    });
    if let Some(difference) = difference(&start, &end, "") {
        panic!("after undo: {difference}");
    }
    desk.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn g3_what_others_changed_after_the_review_is_shown_and_left_as_they_made_it() {
    let (desk, _driver) = desk("chat-foreign", &[]).await;
    desk.open_chat().await.unwrap();
    desk.press_id("chat-scope-off").await.unwrap();
    desk.press_id("chat-add").await.unwrap();
    desk.chat_read().await.unwrap();
    let search = by_test_id(&desk.driver, "chat-tables-search").await.unwrap();
    search.send_keys("contoso_claim").await.unwrap();
    desk.press_id("chat-add-contoso_claim").await.unwrap();
    desk.press_id("chat-open-account").await.unwrap();
    desk.press_id("chat-note-account").await.unwrap();
    desk.press_id("chat-join-account").await.unwrap();
    desk.choose("chat-pages-app", "Contoso Warranty").await.unwrap();
    desk.choose("chat-pages-place", "Customers").await.unwrap();
    desk.review().await.unwrap();

    let before = state(&desk).await;
    let sets = &before["dataverse"];
    let mut types = sets[TYPES].as_array().unwrap().clone();
    for row in &mut types {
        if row["msdyn_name"] == "Account" {
            row["msdyn_usercanjoinchat"] = json!(true);
        }
    }
    let mut settings = sets["organizationsettings"].as_array().unwrap().clone();
    settings.retain(|row| row["uniquename"] != "msdyn_EnableTeamsChat");
    let mut maps = sets["sitemaps"].as_array().unwrap().clone();
    for row in &mut maps {
        if row["sitemapnameunique"] == "contoso_Warranty" {
            let map = row["sitemapxml"]
                .as_str()
                .unwrap()
                .replace("Customers", "Our customers");
            row["sitemapxml"] = json!(map);
        }
    }
    // And adds the same record type.
    let entities = sets["entities"].as_array().unwrap();
    let claim = entities
        .iter()
        .find(|row| row["logicalname"] == "contoso_claim")
        .unwrap();
    let mut added = types.iter().find(|row| row["msdyn_name"] == "Account").unwrap().clone();
    for (column, value) in added.as_object_mut().unwrap() {
        match column.as_str() {
            "msdyn_entitylinkchatconfigurationid" => *value = json!("00000000-0000-4000-8000-00000000f0e1"),
            "msdyn_name" => *value = json!("Warranty Claim"),
            "msdyn_uniquename" => *value = json!("contoso_claim_by_hand"),
            "msdyn_entitytype" | "_msdyn_entitytype_value" => *value = claim["entityid"].clone(),
            _ => {}
        }
    }
    types.push(added);
    let foreign = json!({"dataverse": {TYPES: types, "organizationsettings": settings, "sitemaps": maps}});
    desk.sandbox.put_state(&foreign).await.unwrap();
    let start = state(&desk).await;
    desk.sandbox.forget_requests().await.unwrap();
    desk.apply().await.unwrap();
    while desk.phase(&["asking", "ended", "done"]).await.unwrap() == "asking" {
        let columns = "return [...document.querySelectorAll(\"[data-state='conflict'] table.three tbody tr\")] \
            .map((row) => [...row.querySelectorAll('td')].map((it) => it.textContent))";
        let columns = script(&desk.driver, columns, vec![]).await.unwrap();
        let columns: Vec<Vec<String>> = serde_json::from_value(columns).unwrap();
        assert!(!columns.is_empty());
        for row in columns {
            assert!(row.len() == 3 && row[0] != row[1], "{row:?}");
        }
        let asked = desk.steps().await.unwrap();
        tokio::time::sleep(LOOK).await;
        desk.press_id("asking-go-on").await.unwrap();
        until("what comes next", || async {
            Ok((desk.steps().await? != asked || desk.has("run-close").await?).then_some(()))
        })
        .await
        .unwrap();
    }
    assert_eq!(desk.steps().await.unwrap(), ["conflict"; 4]);
    if let Some(difference) = difference(&start, &state(&desk).await, "") {
        panic!("written over: {difference}");
    }
    assert_eq!(desk.writes().await.unwrap(), Vec::<Value>::new());
    assert!(!desk.has("run-undo").await.unwrap(), "nothing was changed");
    desk.close().await.unwrap();
}
