//! A hostile page against the panel, in real Chromium: clicks by script, the dock covered, moved or embedded, and the
//! panel opened in a tab at an address that names a plan.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "in a test a surprise is a failure"
)]

mod hostile;

use hostile::{HOSTILE, Stage};
use latchkey_e2e::driver::{by_test_id, click};
use latchkey_e2e::sandbox::TEAMS_CHAT;
use latchkey_e2e::{dock, until};
use serde_json::{Value, json};
use thirtyfour::By;

#[tokio::test(flavor = "multi_thread")]
async fn scripted_clicks_open_nothing_and_apply_nothing() {
    let stage = Stage::set("hostile-click").await;
    stage.driver.goto(format!("{HOSTILE}&click=1")).await.unwrap();
    stage.attacked("click", "pressed", "button#latchkey-open").await;
    stage.attacked("click", "pressed", "button#latchkey-who").await;
    let pressed = "return window.__attacks.filter((note) => note.attack === 'click').length;";
    until("every scripted click", || async {
        Ok((stage.script(pressed).await.as_u64() >= Some(6)).then_some(()))
    })
    .await
    .unwrap();
    assert!(dock::frame(&stage.driver).await.unwrap().is_none());
    assert_eq!(stage.panel_tabs(), Vec::<String>::new());

    stage.open_dock().await;
    stage.preview().await;
    stage.settled(true).await;
    stage.script("document.getElementById('plan-apply').click();").await;
    // It neither acts nor opens anything; a person's click on the same button does act.
    assert_eq!(stage.panel_tabs(), Vec::<String>::new());
    assert_eq!(stage.writes().await, Vec::<Value>::new());
    stage.press_apply().await;
    by_test_id(&stage.driver, "run-done").await.unwrap();
    stage.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_covered_faded_clipped_or_shrunk_dock_does_not_apply_and_an_open_one_does() {
    let stage = Stage::set("hostile-cover").await;
    stage.driver.goto(TEAMS_CHAT).await.unwrap();
    stage.open_dock().await;
    stage.preview().await;
    stage.settled(true).await;
    let sheet = "const sheet = document.createElement('div'); sheet.id = 'sheet'; \
        sheet.style.cssText = 'position: fixed; inset: 0; margin: 0; border: 0; width: 100%; height: 100%; background: rgb(255 255 255 / 0.01); z-index: 2147483647; pointer-events: none;'; \
        document.body.append(sheet);";
    let covers = [
        ("covered by an invisible sheet", sheet.to_owned()),
        (
            "covered in the top layer",
            format!("{sheet} sheet.popover = 'manual'; sheet.showPopover();"),
        ),
        (
            "faded",
            "dock.style.setProperty('opacity', '0.01', 'important');".to_owned(),
        ),
        (
            "clipped",
            "dock.style.setProperty('clip-path', 'inset(0 0 90% 0)', 'important');".to_owned(),
        ),
        (
            "shrunk",
            "dock.style.setProperty('transform', 'scale(0.05)', 'important');".to_owned(),
        ),
        (
            "filtered",
            "dock.style.setProperty('filter', 'invert(1)', 'important');".to_owned(),
        ),
        (
            "blended",
            "document.body.style.setProperty('filter', 'blur(9px)', 'important');".to_owned(),
        ),
    ];
    for (what, cover) in covers {
        dock::leave(&stage.driver).await.unwrap();
        stage
            .script(&format!(
                "const dock = document.querySelector('#latchkey-dock'); {cover}"
            ))
            .await;
        dock::enter(&stage.driver).await.unwrap();
        stage.settled(false).await;
        // What is clipped away or shrunk to a dot cannot be hit with the mouse at all.
        if !["clipped", "shrunk"].contains(&what) {
            stage.press_apply().await;
            stage.sent_to_a_tab().await;
        }
        assert_eq!(stage.writes().await, Vec::<Value>::new(), "{what}");
        dock::leave(&stage.driver).await.unwrap();
        stage.script("const dock = document.querySelector('#latchkey-dock'); document.querySelector('#sheet')?.remove(); document.body.style.filter = ''; \
            for (const name of ['opacity', 'clip-path', 'transform', 'filter']) dock.style.removeProperty(name);").await;
        dock::enter(&stage.driver).await.unwrap();
    }
    stage.settled(true).await;
    stage.press_apply().await;
    by_test_id(&stage.driver, "run-done").await.unwrap();
    assert!(!stage.writes().await.is_empty());
    stage.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_panel_the_page_embeds_reaches_no_tab_and_cannot_act() {
    let stage = Stage::set("hostile-embed").await;
    // The page may even know the tab and a nonce that was used before.
    let panel = format!("chrome-extension://{}/panel.html", stage.browser.lock().unwrap().id);
    stage.driver.goto(&panel).await.unwrap();
    let source = "chrome.tabs.getCurrent().then((tab) => arguments[0](tab.id));";
    let tab = stage
        .driver
        .execute_async(source, Vec::new())
        .await
        .unwrap()
        .json()
        .clone();
    let choices = json!({"toggles": {}, "roles": {}}).to_string();
    let review: String = choices.bytes().map(|byte| format!("{byte:02x}")).collect();
    let nonce = "7a1b0c7e-5c0b-4d0e-9f3e-1c2d3e4f5a6b";
    for rest in [
        String::new(),
        format!("?tab={tab}"),
        format!("?tab={tab}#/review/disconnect-rights/{review}"),
        format!("?tab={tab}#nonce={nonce}&/disconnect-rights/"),
    ] {
        stage.sandbox.forget_requests().await.unwrap();
        let escaped = format!("{panel}{rest}")
            .replace('?', "%3F")
            .replace('#', "%23")
            .replace('&', "%26");
        stage.driver.goto(format!("{HOSTILE}&embed={escaped}")).await.unwrap();
        stage.attacked("embed", "load", "another origin").await;
        stage
            .driver
            .find(By::Css("body > iframe"))
            .await
            .unwrap()
            .enter_frame()
            .await
            .unwrap();
        by_test_id(&stage.driver, "state-offline").await.unwrap();
        assert!(
            stage.driver.find(By::Css("[data-testid='plan-apply']")).await.is_err(),
            "{rest}"
        );
        let asked = stage.sandbox.requests().await.unwrap();
        let api = |request: &&Value| request["path"].as_str().unwrap_or_default().starts_with("/api/data");
        assert_eq!(
            asked.iter().filter(api).collect::<Vec<_>>(),
            Vec::<&Value>::new(),
            "{rest}"
        );
        dock::leave(&stage.driver).await.unwrap();
    }
    assert_eq!(stage.panel_tabs(), Vec::<String>::new());
    stage.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dock_the_page_moves_loses_its_introduction() {
    let stage = Stage::set("hostile-move").await;
    stage.driver.goto(TEAMS_CHAT).await.unwrap();
    stage.open_dock().await;
    stage.preview().await;
    dock::leave(&stage.driver).await.unwrap();
    stage.sandbox.forget_requests().await.unwrap();
    // Taken out and put back, the frame loads anew: the nonce in its address is spent.
    stage
        .script("const host = document.querySelector('#latchkey-dock'); host.remove(); document.body.append(host);")
        .await;
    dock::enter(&stage.driver).await.unwrap();
    by_test_id(&stage.driver, "state-offline").await.unwrap();
    assert!(stage.driver.find(By::Css("[data-testid='plan-apply']")).await.is_err());
    let asked = stage.sandbox.requests().await.unwrap();
    assert!(
        asked
            .iter()
            .all(|request| !request["path"].as_str().unwrap_or_default().starts_with("/api/data")),
        "{asked:?}"
    );
    stage.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_the_page_opens_in_a_tab_is_only_shown_until_it_is_made_again_from_within() {
    let stage = Stage::set("hostile-tab").await;
    stage.driver.goto(TEAMS_CHAT).await.unwrap();
    // Real choices, as the panel itself writes them into an address.
    stage.open_dock().await;
    stage.preview().await;
    let plan = stage
        .script("return document.querySelector(\"[data-testid='plan-step-1'] h3\").textContent;")
        .await;
    let row = stage
        .sandbox
        .state()
        .await
        .unwrap()
        .pointer("/dataverse/msdyn_entitylinkchatconfigurations")
        .and_then(Value::as_array)
        .unwrap()
        .iter()
        .find(|row| plan.as_str().unwrap().starts_with(row["msdyn_name"].as_str().unwrap()))
        .unwrap()
        .clone();
    let wanted = row["msdyn_recordownercanunlink"] != true;
    let choices = json!({"roles": {}, "toggles": {row["msdyn_entitylinkchatconfigurationid"].as_str().unwrap(): {"owner": wanted}}});
    let review: String = choices.to_string().bytes().map(|byte| format!("{byte:02x}")).collect();
    dock::leave(&stage.driver).await.unwrap();
    let panel = format!("chrome-extension://{}/panel.html", stage.browser.lock().unwrap().id);
    let other = stage.driver.new_tab().await.unwrap();
    stage.driver.switch_to_window(other).await.unwrap();
    let only_shown = async |how: &str| {
        by_test_id(&stage.driver, "plan-outside").await.unwrap();
        by_test_id(&stage.driver, "plan-step-1").await.unwrap();
        let apply = stage.driver.find(By::Css("[data-testid='plan-apply']")).await;
        assert!(apply.is_err(), "{how}");
    };
    // The page goes there itself, without a ticket and with one of its own making.
    for rest in ["", "?ticket=7a1b0c7e-5c0b-4d0e-9f3e-1c2d3e4f5a6b"] {
        stage.driver.goto(HOSTILE).await.unwrap();
        let go = "location.assign(arguments[0]);";
        let address = format!("{panel}{rest}#/review/disconnect-rights/{review}");
        stage.driver.execute(go, vec![json!(address)]).await.unwrap();
        only_shown(rest).await;
    }
    // From within, the extension opens a tab with a ticket, which shows the same plan.
    stage.sandbox.forget_requests().await.unwrap();
    click(&stage.driver, "[data-testid='plan-remake']").await.unwrap();
    let ours = until("the tab the extension opened", || async {
        let mut tabs = stage.panel_addresses().into_iter().map(|[_, address]| address);
        Ok(tabs.find(|address| address.contains("&ticket=") && address.ends_with(&review)))
    })
    .await
    .unwrap();
    until("that tab to read", || async {
        let asked = stage.sandbox.requests().await?;
        Ok(asked
            .iter()
            .any(|request| request["path"] == "/api/data/v9.2/$batch")
            .then_some(()))
    })
    .await
    .unwrap();
    // Its ticket is its own: at the same address, another tab only shows.
    stage.driver.goto("about:blank").await.unwrap();
    stage.driver.goto(&ours).await.unwrap();
    only_shown("the ticket of another tab").await;
    assert_eq!(stage.writes().await, Vec::<Value>::new());
    stage.end().await;
}
