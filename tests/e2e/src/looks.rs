//! How a state of the panel looks: shown at a width, in a colour scheme; pictured; and what must hold of it everywhere.

use std::path::PathBuf;

use anyhow::{Context, Result};
use base64::Engine;
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use crate::driver::{screenshot, script};
use crate::{axe, run_folder, until};

/// The reader's settings a state is shown under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// Forced colours: high contrast.
    Forced,
}

/// A width in CSS pixels, and the reader's settings.
pub type Look = (u32, Scheme);

/// Every look a screen of its own has to stand.
pub const EVERY: &[Look] = &[
    (480, Scheme::Light),
    (480, Scheme::Dark),
    (480, Scheme::Forced),
    (320, Scheme::Light),
    (320, Scheme::Dark),
];

/// What tells a mishap in a state of a screen seen in every look already.
pub const BRIEF: &[Look] = &[(480, Scheme::Light), (320, Scheme::Dark)];

/// Height of the window while nothing is pictured.
const HEIGHT: u32 = 900;

/// Height of the tallest picture.
const MOST: u64 = 6000;

/// Problems of layout, one line each: nothing scrolls sideways, no text is cut off or lies over another, no target is
/// under 24 × 24.
const MEASURE: &str = r#"
const found = [];
const main = document.querySelector("main");
const root = document.scrollingElement;
if (root.scrollWidth > innerWidth) found.push(`the page scrolls sideways: ${root.scrollWidth} > ${innerWidth}`);
if (!main) return ["there is no main"];
if (main.scrollWidth > main.clientWidth) found.push(`main scrolls sideways: ${main.scrollWidth} > ${main.clientWidth}`);
const name = (element) => `${element.localName}.${element.getAttribute("class") ?? ""}#${element.dataset.testid ?? ""} "${element.textContent.trim().slice(0, 40)}"`;
const unseen = (element) => element.closest(".unseen, .skip, [hidden], svg, option, datalist, dialog:not([open])") !== null || !element.checkVisibility();
for (const element of document.querySelectorAll(".panel *")) {
  if (unseen(element)) continue;
  const box = element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) continue;
  const inRail = innerWidth < 440 && element.matches(".rail .label");
  if (!inRail && (box.right > innerWidth + 0.5 || box.left < -0.5)) found.push(`outside: ${name(element)} ${box.left}–${box.right}`);
  const holdsText = element.matches("td, th, button, label, summary, p, h1, h2, h3, li, dd, .tag, .label, .caption");
  if (!inRail && holdsText && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) found.push(`cut off: ${name(element)} ${element.scrollWidth} > ${element.clientWidth}`);
  if (element.matches("button, a, summary, select, input") && (box.width < 23.5 || box.height < 23.5) && !element.closest(".check")) found.push(`small target: ${name(element)} ${box.width} × ${box.height}`);
}
// What stands side by side does not lie over each other.
for (const row of document.querySelectorAll(".deltas, .facts, .row, .gate")) {
  const boxes = [...row.children].filter((child) => !unseen(child) && child.localName !== "dialog").map((child) => [child, child.getBoundingClientRect()]);
  for (const [at, [one, a]] of boxes.entries()) {
    for (const [other, b] of boxes.slice(at + 1)) {
      const over = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
      if (over) found.push(`over each other: ${name(one)} and ${name(other)}`);
    }
  }
}
return found;
"#;

/// Shows the panel of the window that is entered in this look.
///
/// # Errors
/// When the browser refuses, as everywhere here.
pub async fn emulate(driver: &WebDriver, (width, scheme): Look) -> Result<()> {
    show(driver, width, HEIGHT).await?;
    let media = json!({"features": [
        {"name": "prefers-color-scheme", "value": if scheme == Scheme::Dark { "dark" } else { "light" }},
        {"name": "forced-colors", "value": if scheme == Scheme::Forced { "active" } else { "none" }},
        // What turns or fades looks different each time.
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ]});
    driver.cdp().send_raw("Emulation.setEmulatedMedia", media).await?;
    Ok(())
}

async fn show(driver: &WebDriver, width: u32, height: u32) -> Result<()> {
    let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
    driver
        .cdp()
        .send_raw("Emulation.setDeviceMetricsOverride", metrics)
        .await?;
    Ok(())
}

/// Pictures the whole view, however far it scrolls, under `target/run/screens/`.
///
/// # Errors
/// When the file cannot be written.
pub async fn picture(driver: &WebDriver, name: &str, (width, scheme): Look) -> Result<PathBuf> {
    let whole = "const main = document.querySelector('main'); \
        return main ? innerHeight - main.clientHeight + main.scrollHeight : innerHeight;";
    let height = script(driver, whole, Vec::new())
        .await?
        .as_u64()
        .unwrap_or_default()
        .min(MOST);
    show(driver, width, u32::try_from(height)?.max(HEIGHT / 2)).await?;
    let taken = driver
        .cdp()
        .send_raw("Page.captureScreenshot", json!({"format": "png"}))
        .await?;
    show(driver, width, HEIGHT).await?;
    let data = taken.get("data").and_then(Value::as_str).context("no picture came")?;
    let folder = run_folder().join("screens");
    std::fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{name}.{width}.{}.png", format!("{scheme:?}").to_lowercase()));
    std::fs::write(&file, base64::engine::general_purpose::STANDARD.decode(data)?)?;
    Ok(file)
}

/// Pictures the window that is entered, or whose dock is, as tall as the panel's view is however far it scrolls, and
/// gives the file under `target/run/`.
///
/// # Errors
/// See [`picture`].
pub async fn whole(driver: &WebDriver, name: &str) -> Result<PathBuf> {
    let measure = "const main = document.querySelector('.panel main'); \
        return main ? [innerHeight, innerHeight - main.clientHeight + main.scrollHeight] : null;";
    let measured = script(driver, measure, Vec::new()).await?;
    let height = |at: usize| measured.get(at).and_then(Value::as_u64);
    let (Some(now), Some(all)) = (height(0), height(1)) else {
        return screenshot(driver, name).await;
    };
    let all = all.clamp(now, MOST);
    let metrics = json!({"width": 0, "height": all, "deviceScaleFactor": 1, "mobile": false});
    driver
        .cdp()
        .send_raw("Emulation.setDeviceMetricsOverride", metrics)
        .await?;
    until("a view without a scrollbar", || async {
        let seen = script(driver, "return innerHeight;", Vec::new()).await?;
        Ok((seen.as_u64() == Some(all)).then_some(()))
    })
    .await?;
    let file = screenshot(driver, name).await;
    driver
        .cdp()
        .send_raw("Emulation.clearDeviceMetricsOverride", json!({}))
        .await?;
    file
}

/// Pictures a state in each of these looks, and gives what is wrong with it: layout in all of them; accessibility in
/// light at every width and in dark once, for forced colours are the reader's own.
///
/// # Errors
/// See [`picture`] and [`axe::violations`].
pub async fn problems(driver: &WebDriver, name: &str, looks: &[Look]) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for look in looks {
        emulate(driver, *look).await?;
        let said = |problem: &str| format!("{name} at {} {:?}: {problem}", look.0, look.1);
        let measured = script(driver, MEASURE, Vec::new()).await?;
        let lines = measured.as_array().map(Vec::as_slice).unwrap_or_default();
        all.extend(lines.iter().filter_map(Value::as_str).map(said));
        picture(driver, name, *look).await?;
        if matches!(look, (480, Scheme::Light | Scheme::Dark) | (_, Scheme::Light)) {
            all.extend(axe::violations(driver).await?.iter().map(|line| said(line)));
        }
    }
    Ok(all)
}

/// Presses Tab from the top of the document to its end, and gives what is wrong: a control that is never reached, one
/// reached against the reading order, or a focus that cannot be seen.
///
/// # Errors
/// When the keys cannot be sent.
pub async fn tab_problems(driver: &WebDriver, name: &str) -> Result<Vec<String>> {
    let controls = script(driver, TABBABLE, Vec::new()).await?;
    let count = controls.as_u64().unwrap_or_default();
    for _ in 0..=count {
        press(driver, "Tab", 9).await?;
    }
    let found = script(driver, REACHED, Vec::new()).await?;
    let lines = found.as_array().map(Vec::as_slice).unwrap_or_default();
    Ok(lines
        .iter()
        .filter_map(Value::as_str)
        .map(|problem| format!("{name} by keyboard: {problem}"))
        .collect())
}

/// Presses and lets go of a key that writes nothing, such as `Tab` (9) or `Escape` (27).
///
/// # Errors
/// When the browser refuses.
pub async fn press(driver: &WebDriver, key: &str, code: u32) -> Result<()> {
    for kind in ["rawKeyDown", "keyUp"] {
        let event = json!({"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code});
        driver.cdp().send_raw("Input.dispatchKeyEvent", event).await?;
    }
    Ok(())
}

/// Begins at the top, and notes what is focused from then on, and whether that can be seen.
const TABBABLE: &str = r#"
getSelection().removeAllRanges();
document.activeElement?.blur();
document.body.tabIndex = -1;
document.body.focus();
document.body.removeAttribute("tabindex");
globalThis.reached = [];
document.addEventListener("focusin", ({target}) => {
  const style = getComputedStyle(target);
  reached.push({target, ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2});
});
globalThis.tabbable = () => [...document.querySelectorAll("a[href], button, input, select, summary")].filter((element) =>
  !element.disabled && !(element.type === "radio" && !element.checked) && element.checkVisibility() && !element.closest("dialog:not([open])") && element.tabIndex >= 0);
return tabbable().length;
"#;

const REACHED: &str = r#"
const name = (element) => `${element.localName}#${element.dataset.testid ?? ""} "${(element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 40)}"`;
const found = [];
const stops = reached.filter(({target}) => target !== document.body);
for (const element of tabbable()) if (!stops.some(({target}) => target === element)) found.push(`never reached: ${name(element)}`);
for (const {target, ring} of stops) if (!ring) found.push(`focus not seen: ${name(target)}`);
for (let i = 1; i < stops.length; i++) {
  if (stops[i].target === stops[0].target) break;
  if (!(stops[i - 1].target.compareDocumentPosition(stops[i].target) & Node.DOCUMENT_POSITION_FOLLOWING)) found.push(`out of order: ${name(stops[i].target)} after ${name(stops[i - 1].target)}`);
}
return found;
"#;
