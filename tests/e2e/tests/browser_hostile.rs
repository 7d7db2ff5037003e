//! A hostile page against the shipped extension, in real Chromium: forged messages, a clobbered and polluted world,
//! look-alikes, a button thrown out, markup in names. What it does to the panel itself is in `browser_hostile_panel.rs`.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "in a test a surprise is a failure"
)]

mod hostile;

use hostile::{HOSTILE, OPEN, Stage};
use latchkey_e2e::driver::{by_test_id, click, shown, text_with};
use latchkey_e2e::sandbox::TEAMS_CHAT;
use latchkey_e2e::{dock, until};
use serde_json::{Value, json};
use thirtyfour::By;

#[tokio::test(flavor = "multi_thread")]
async fn forged_messages_change_nothing_and_the_page_sees_nothing_of_the_dock() {
    let stage = Stage::set("hostile-world").await;
    stage.driver.goto(format!("{HOSTILE}&forge=1&markup=1")).await.unwrap();
    shown(&stage.driver, OPEN).await.unwrap();
    stage.attacked("forge", "sent", "").await;
    assert!(
        dock::frame(&stage.driver).await.unwrap().is_none(),
        "a message opened the dock"
    );
    stage.open_dock().await;
    stage.preview().await;
    by_test_id(&stage.driver, "plan-step-1").await.unwrap();
    dock::leave(&stage.driver).await.unwrap();
    for [attack, event, detail] in stage.attacks().await {
        let came = format!("{attack} {event}");
        assert!(
            !["forge answered", "markup ran"].contains(&came.as_str()),
            "{came} {detail}"
        );
    }
    // The page sees an element, and nothing of what is in it.
    let seen = stage.script("const host = document.querySelector('#latchkey-dock'); let named = 0; for (const entry of performance.getEntries()) if (entry.name.indexOf('nonce') >= 0) named++; return `${host.shadowRoot} ${host.childElementCount} ${window.length} ${named}`;").await;
    assert_eq!(seen, "null 0 0 0");
    assert_eq!(stage.writes().await, Vec::<Value>::new());
    stage.end().await;
}

/// The backend node of the element with this id, anywhere below `node`.
fn node_of(node: &Value, id: &str) -> Option<u64> {
    let attributes = node["attributes"].as_array().map(Vec::as_slice).unwrap_or_default();
    if attributes.chunks(2).any(|pair| pair[0] == "id" && pair[1] == id) {
        return node["backendNodeId"].as_u64();
    }
    node["children"].as_array()?.iter().find_map(|child| node_of(child, id))
}

#[tokio::test(flavor = "multi_thread")]
async fn polluted_prototypes_neither_hide_the_button_nor_break_the_dock() {
    broken(
        "hostile-pollute",
        "pollute=1",
        "typeof Object.prototype.docked",
        "boolean",
    )
    .await;
}

/// On a page that has broken its own world, as `expression` shows. The driver's scripts fail there as well, so the
/// browser is asked instead.
async fn broken(name: &str, switch: &str, expression: &str, shown: &str) {
    let stage = Stage::set(name).await;
    stage.driver.goto(format!("{HOSTILE}&{switch}")).await.unwrap();
    let tools = stage.driver.cdp();
    let said = tools
        .send_raw("Runtime.evaluate", json!({ "expression": expression }))
        .await
        .unwrap();
    assert_eq!(said["result"]["value"], shown);
    let button = until("the button", || async {
        let document = tools.send_raw("DOM.getDocument", json!({"depth": -1})).await?;
        Ok(node_of(&document["root"], "latchkey-open"))
    })
    .await
    .unwrap();
    let place = tools
        .send_raw("DOM.getBoxModel", json!({"backendNodeId": button}))
        .await
        .unwrap();
    let corner = |at: usize| place["model"]["content"][at].as_f64().unwrap();
    let (x, y) = ((corner(0) + corner(4)) / 2.0, (corner(1) + corner(5)) / 2.0);
    for kind in ["mousePressed", "mouseReleased"] {
        let event = json!({"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1});
        tools.send_raw("Input.dispatchMouseEvent", event).await.unwrap();
    }
    until("the organization, read through the dock", || async {
        let asked = stage.sandbox.requests().await?;
        let read = |request: &Value| request["path"] == "/api/data/v9.2/$batch" && request["status"] == 200;
        Ok(asked.iter().any(read).then_some(()))
    })
    .await
    .unwrap();
    assert_eq!(stage.writes().await, Vec::<Value>::new());
    stage.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_page_throws_out_comes_back_without_a_race() {
    let stage = Stage::set("hostile-remove").await;
    stage.driver.goto(format!("{HOSTILE}&remove=1")).await.unwrap();
    let inserted = "const inserted = window.__attacks.filter(({attack, detail}) => attack === 'remove' && /^li#|latchkey-who/.test(detail));";
    until("more than one beat of removals", || async {
        let count = stage.script(&format!("{inserted} return inserted.length;")).await;
        Ok((count.as_u64() > Some(70)).then_some(()))
    })
    .await
    .unwrap();
    // However long it went on: no more than 30 insertions in a beat of 750 ms, late beats and the one before the first allowed for.
    let beats = format!("{inserted} return [inserted.length, 4 + (inserted.at(-1).at - inserted[0].at) / 750];");
    let said = stage.script(&beats).await;
    assert!(said[0].as_f64().unwrap() <= 30.0 * said[1].as_f64().unwrap(), "{said}");

    // A dock that is thrown out is gone, and the button brings another one, once, also for an impatient click.
    stage.driver.goto(TEAMS_CHAT).await.unwrap();
    stage.open_dock().await;
    shown(&stage.driver, "[data-testid='teams-chat']").await.unwrap();
    dock::leave(&stage.driver).await.unwrap();
    stage.script("document.querySelector('#latchkey-dock').remove();").await;
    let button = shown(&stage.driver, OPEN).await.unwrap();
    stage
        .driver
        .action_chain()
        .double_click_element(&button)
        .perform()
        .await
        .unwrap();
    dock::enter(&stage.driver).await.unwrap();
    shown(&stage.driver, "[data-testid='teams-chat']").await.unwrap();
    dock::leave(&stage.driver).await.unwrap();
    assert_eq!(stage.driver.find_all(By::Css("#latchkey-dock")).await.unwrap().len(), 1);
    // Neither is the button lost when the portal renders its bar anew.
    stage.script("document.querySelector('#latchkey-open').remove();").await;
    shown(&stage.driver, OPEN).await.unwrap();
    assert_eq!(stage.driver.find_all(By::Css(OPEN)).await.unwrap().len(), 1);
    stage.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_look_alike_does_nothing_and_the_real_button_stays() {
    let stage = Stage::set("hostile-twin").await;
    stage.driver.goto(format!("{HOSTILE}&lookalike=1")).await.unwrap();
    stage.attacked("lookalike", "done", "latchkey-open").await;
    // The twin stands first: a person's click on it reaches the page only.
    click(&stage.driver, OPEN).await.unwrap();
    stage.attacked("lookalike", "clicked", "").await;
    assert!(dock::frame(&stage.driver).await.unwrap().is_none());
    let twins = stage.driver.find_all(By::Css(OPEN)).await.unwrap();
    assert_eq!(
        twins.len(),
        3,
        "one in the page's twin of our place, one beside ours, and no race between them"
    );
    twins[2].click().await.unwrap();
    dock::enter(&stage.driver).await.unwrap();
    shown(&stage.driver, "[data-testid='teams-chat']").await.unwrap();
    stage.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn markup_in_names_is_text_in_page_and_panel() {
    let stage = Stage::set("hostile-markup").await;
    const NAME: &str = "<img src=x onerror=\"parent.postMessage(1)\">\u{202e}eloR";
    let state = stage.sandbox.state().await.unwrap();
    let mut roles = state["dataverse"]["roles"].clone();
    for role in roles.as_array_mut().unwrap() {
        if role["name"] == "Customer Service Manager" {
            role["name"] = NAME.into();
        }
    }
    stage
        .sandbox
        .put_state(&json!({"dataverse": {"roles": roles}}))
        .await
        .unwrap();
    stage.driver.goto(format!("{HOSTILE}&markup=1")).await.unwrap();
    // The button on the pane takes the pane's title with it, which is markup too.
    shown(&stage.driver, "#latchkey-who").await.unwrap();
    click(&stage.driver, "#latchkey-who").await.unwrap();
    dock::enter(&stage.driver).await.unwrap();
    text_with(&stage.driver, "[data-testid='disconnect']", "<img src=x")
        .await
        .unwrap();
    assert_eq!(
        stage
            .driver
            .find_all(By::Css("img[src='x'], [onerror]"))
            .await
            .unwrap()
            .len(),
        0
    );
    // Names that turn the writing direction stand apart from the words around them.
    let isolated = "return [...document.querySelectorAll('bdi')].some((each) => each.textContent.includes('\\u202e'));";
    until("the role's name", || async {
        Ok((stage.script(isolated).await == true).then_some(()))
    })
    .await
    .unwrap();
    dock::leave(&stage.driver).await.unwrap();
    assert!(stage.attacks().await.iter().all(|[_, event, _]| event != "ran"));
    stage.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_navigates_takes_the_dock_and_the_plan_with_it() {
    let stage = Stage::set("hostile-navigate").await;
    stage.driver.goto(TEAMS_CHAT).await.unwrap();
    stage.open_dock().await;
    stage.preview().await;
    dock::leave(&stage.driver).await.unwrap();
    stage.script("location.reload();").await;
    until("the dock to go", || async {
        Ok(dock::frame(&stage.driver).await?.is_none().then_some(()))
    })
    .await
    .unwrap();
    stage.open_dock().await;
    shown(&stage.driver, "[data-testid='teams-chat']").await.unwrap();
    assert!(stage.driver.find(By::Css("[data-testid='plan-apply']")).await.is_err());
    assert_eq!(stage.writes().await, Vec::<Value>::new());
    stage.end().await;
}
