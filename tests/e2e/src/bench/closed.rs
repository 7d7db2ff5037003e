//! What an org page pays while the panel is closed: script time and heap, with the extension and without.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use super::{Row, median};
use crate::chromium::{Chromium, Options};
use crate::driver::{DriverProcess, script, shown};
use crate::sandbox::{Sandbox, TEAMS_CHAT};

/// Loads in each browser, turn about, after one to warm up.
const LOADS: usize = 9;

pub(super) async fn measure(chromedriver: &DriverProcess) -> Result<Vec<Row>> {
    let sandbox = Sandbox::start(&[]).await?;
    let with = Chromium::start(Options::fresh("bench-with")?, &sandbox).await?;
    let mut without = Chromium::start(Options::fresh("bench-without")?, &sandbox).await?;
    let id = without.id.clone();
    without.devtools("Extensions.uninstall", json!({ "id": id }))?;
    let (beside, alone) = (with.session(chromedriver).await?, without.session(chromedriver).await?);
    let (mut costs, mut base) = (Vec::new(), Vec::new());
    for load in 0..=LOADS {
        let (cost, plain) = (
            once(&beside, "#latchkey-open").await?,
            once(&alone, "#mainContent table").await?,
        );
        if load > 0 {
            costs.push(cost);
            base.push(plain);
        }
    }
    beside.quit().await?;
    alone.quit().await?;
    let of = |runs: &[(f64, f64)], pick: fn(&(f64, f64)) -> f64| median(runs.iter().map(pick).collect());
    let (script, script_alone) = (of(&costs, |run| run.0), of(&base, |run| run.0));
    let (heap, heap_alone) = (of(&costs, |run| run.1), of(&base, |run| run.1));
    let (more_script, more_heap) = (script - script_alone, heap - heap_alone);
    Ok(vec![
        Row {
            what: "closed, on the Teams chat page: script",
            measured: format!("{more_script:+.1} ms ({script:.1}/{script_alone:.1})"),
            budget: "2 ms",
            peer: "2-43 ms",
            fits: more_script <= 2.0,
        },
        Row {
            what: "closed, on the Teams chat page: heap",
            measured: format!("{more_heap:+.2} MB ({heap:.2}/{heap_alone:.2})"),
            budget: "0.3 MB",
            peer: "0.26-1.04 MB",
            fits: more_heap <= 0.3,
        },
    ])
}

/// One load: milliseconds of script and megabytes of heap after a collection, two seconds after the page stands.
async fn once(driver: &WebDriver, ready: &str) -> Result<(f64, f64)> {
    driver.goto("about:blank").await?;
    let cdp = driver.cdp();
    cdp.send_raw("Performance.enable", json!({})).await?;
    driver.goto(&format!("{TEAMS_CHAT}&flags=late:300")).await?;
    shown(driver, ready).await?;
    shown(driver, "#mainContent table").await?;
    // The extension looks round every 750 ms: what that costs is to be in it.
    driver
        .execute_async("setTimeout(arguments[0], 2000)", Vec::new())
        .await?;
    let spent = metric(
        &cdp.send_raw("Performance.getMetrics", json!({})).await?,
        "ScriptDuration",
    )?;
    cdp.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    let heap = cdp.send_raw("Runtime.getHeapUsage", json!({})).await?;
    let used = heap.get("usedSize").and_then(Value::as_f64).context("no heap usage")?;
    script(driver, "return 0", vec![]).await?;
    Ok((spent * 1000.0, used / 1_048_576.0))
}

fn metric(answer: &Value, name: &str) -> Result<f64> {
    let metrics = answer.get("metrics").and_then(Value::as_array).context("no metrics")?;
    let found = metrics
        .iter()
        .find(|metric| metric.get("name").is_some_and(|said| said == name));
    found
        .and_then(|metric| metric.get("value")?.as_f64())
        .with_context(|| format!("no {name}"))
}
