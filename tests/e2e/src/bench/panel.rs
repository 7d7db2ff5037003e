//! How soon the panel shows something, and how soon the first of what it read, at 50 ms a request.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::{Row, median};
use crate::desk::Desk;
use crate::driver::{DriverProcess, script, shown};

const OPENINGS: usize = 7;

/// Notes, in the panel and from its first moment, when the first record type stands there.
const WATCH: &str = "new MutationObserver(() => { \
    if (window.firstData === undefined && document.querySelector(\"[data-testid^='toggle-owner-']\")) window.firstData = performance.now(); \
    }).observe(document, { childList: true, subtree: true })";

pub(super) async fn measure(chromedriver: &DriverProcess) -> Result<Vec<Row>> {
    let desk = Desk::open("bench-panel", &[], chromedriver).await?;
    let driver = &desk.driver;
    desk.go().await?;
    desk.sandbox.latency(50).await?;
    // The panel as a tab: it reads through the page's tab as the dock does, and can be watched from its first moment.
    driver
        .new_tab()
        .await
        .map(|tab| async move { driver.switch_to_window(tab).await })?
        .await?;
    driver
        .cdp()
        .send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH }))
        .await?;
    let (mut paints, mut data) = (Vec::new(), Vec::new());
    for opening in 0..=OPENINGS {
        driver.goto("about:blank").await?;
        driver
            .goto(&format!(
                "chrome-extension://{}/panel.html#/disconnect-rights",
                desk.browser.id
            ))
            .await?;
        shown(driver, "[data-testid^='toggle-owner-']").await?;
        let said = script(
            driver,
            "return [performance.getEntriesByName('first-contentful-paint')[0]?.startTime, window.firstData]",
            vec![],
        )
        .await?;
        let number = |at: usize| said.get(at).and_then(Value::as_f64).context("the panel noted no time");
        if opening > 0 {
            paints.push(number(0)?);
            data.push(number(1)?);
        }
    }
    desk.close().await?;
    let (paint, data) = (median(paints), median(data));
    Ok(vec![
        Row {
            what: "panel, first paint",
            measured: format!("{paint:.0} ms"),
            budget: "150 ms",
            peer: "96 ms",
            fits: paint <= 150.0,
        },
        Row {
            what: "panel, first data at 50 ms a request",
            measured: format!("{data:.0} ms"),
            budget: "600 ms",
            peer: "none",
            fits: data <= 600.0,
        },
    ])
}
