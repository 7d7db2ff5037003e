//! Accessibility of what is shown, by axe-core.

use anyhow::{Context, Result};
use serde_json::Value;
use thirtyfour::WebDriver;

use crate::root;

/// Every violation in the frame that is entered, one line each: rule, help, and the first element it names.
///
/// # Errors
/// When axe-core is not installed (`./build.sh` does) or fails.
pub async fn violations(driver: &WebDriver) -> Result<Vec<String>> {
    let path = root().join("target/tools/node_modules/axe-core/axe.min.js");
    let source = std::fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
    driver.execute(source, Vec::new()).await?;
    let run = "const done = arguments[0]; \
        axe.run(document, {iframes: false, resultTypes: ['violations']}).then((found) => done({found: found.violations}), \
        (cause) => done({failed: String(cause)}));";
    let said = driver.execute_async(run, Vec::new()).await?.json().clone();
    if let Some(cause) = said.get("failed") {
        anyhow::bail!("axe-core failed: {cause}");
    }
    let found = said
        .get("found")
        .and_then(Value::as_array)
        .context("axe-core gave no list")?;
    let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or_default().to_owned();
    Ok(found
        .iter()
        .map(|violation| {
            let first = violation.pointer("/nodes/0/html");
            format!(
                "{}: {} ({})",
                text(violation.get("id")),
                text(violation.get("help")),
                text(first)
            )
        })
        .collect())
}
