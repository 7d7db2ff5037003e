//! Into the docked panel and out of it, in Chromium.
//!
//! The dock stands in a closed shadow root, which no script and hence no WebDriver search can look into. DevTools can:
//! it names the frame's node, and chromedriver's reference of an element is made of that number.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::{By, WebDriver, WebElement};

use crate::until;

/// Enters the frame of the docked panel, once it is there.
///
/// # Errors
/// When no panel is ever docked.
pub async fn enter(driver: &WebDriver) -> Result<()> {
    let frame = until("the docked panel", || frame(driver)).await?;
    frame.enter_frame().await?;
    Ok(())
}

/// Back to the page itself.
///
/// # Errors
/// When the page is gone.
pub async fn leave(driver: &WebDriver) -> Result<()> {
    Ok(driver.enter_default_frame().await?)
}

/// The dock's frame, `None` where no panel is docked.
///
/// # Errors
/// When the page cannot be read.
pub async fn frame(driver: &WebDriver) -> Result<Option<WebElement>> {
    let document = driver
        .cdp()
        .send_raw("DOM.getDocument", json!({"depth": -1, "pierce": true}))
        .await?;
    let Some(node) = document.get("root").and_then(find) else {
        return Ok(None);
    };
    let body = driver.find(By::Css("body")).await?.element_id().to_string();
    let (prefix, _) = body
        .rsplit_once(".e.")
        .context("chromedriver names its elements in another way")?;
    let reference = json!({"element-6066-11e4-a52e-4f735466cecf": format!("{prefix}.e.{node}")});
    Ok(Some(WebElement::from_json(reference, driver.handle().clone())?))
}

/// The backend node id of the frame that shows the panel, anywhere below `node`, shadow roots included.
fn find(node: &Value) -> Option<u64> {
    let is_frame = node.get("nodeName").and_then(Value::as_str) == Some("IFRAME");
    let attributes = node
        .get("attributes")
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default();
    let is_panel = attributes
        .iter()
        .filter_map(Value::as_str)
        .any(|value| value.starts_with("chrome-extension://") && value.contains("/panel.html"));
    if is_frame && is_panel {
        return node.get("backendNodeId").and_then(Value::as_u64);
    }
    ["shadowRoots", "children"]
        .iter()
        .filter_map(|below| node.get(below)?.as_array())
        .flatten()
        .find_map(find)
}
