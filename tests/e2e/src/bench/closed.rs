//! What an org page pays while the panel is closed: the processor's time for scripts and the heap, with the extension
//! and without.
//!
//! Both are measured in one run and turn about, the time is the renderer thread's own (`threadTicks`), and the figure
//! is the middle of the differences between a load and the one beside it: so a machine at other work changes little.

use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use super::{Row, median};
use crate::chromium::{Chromium, Options};
use crate::driver::DriverProcess;
use crate::sandbox::{Sandbox, TEAMS_CHAT};
use crate::until;

/// Pairs of loads, after one to warm up.
const LOADS: usize = 5;

/// For how long a page is watched after it stands.
const AFTERWARDS: Duration = Duration::from_secs(2);

/// A page that gets no button.
const LIST: &str = "https://contoso.crm4.dynamics.com/main.aspx?pagetype=entitylist&etn=account";

/// What one load cost.
struct Load {
    /// Milliseconds of script.
    script: f64,
    /// Megabytes after a collection.
    heap: f64,
}

pub(super) async fn measure(chromedriver: &DriverProcess) -> Result<Vec<Row>> {
    let sandbox = Sandbox::start(&[]).await?;
    let with = Chromium::start(Options::fresh("bench-with")?, &sandbox).await?;
    let mut without = Chromium::start(Options::fresh("bench-without")?, &sandbox).await?;
    let id = without.id.clone();
    without.devtools("Extensions.uninstall", json!({ "id": id }))?;
    let (beside, alone) = (with.session(chromedriver).await?, without.session(chromedriver).await?);
    let decorated = format!("{TEAMS_CHAT}&flags=late:300");
    let mut rows = Vec::new();
    for (page, ready, button, whats) in [
        (
            decorated.as_str(),
            "#mainContent table",
            "#latchkey-open",
            [
                "closed, on the Teams chat page: script",
                "closed, on the Teams chat page: heap",
            ],
        ),
        (
            LIST,
            "#mainContent .page",
            "#mainContent .page",
            ["closed, on any other page: script", "closed, on any other page: heap"],
        ),
    ] {
        let (mut costs, mut base) = (Vec::new(), Vec::new());
        for load in 0..=LOADS {
            let (cost, plain) = (
                once(&beside, page, [ready, button]).await?,
                once(&alone, page, [ready, ready]).await?,
            );
            if load > 0 {
                costs.push(cost);
                base.push(plain);
            }
        }
        rows.extend(compared(&costs, &base, whats));
    }
    beside.quit().await?;
    alone.quit().await?;
    Ok(rows)
}

/// The rows of one page.
fn compared(costs: &[Load], base: &[Load], [script, heap]: [&'static str; 2]) -> [Row; 2] {
    let middle = |loads: &[Load], pick: fn(&Load) -> f64| median(loads.iter().map(pick).collect());
    let more = |pick: fn(&Load) -> f64| {
        let pairs = costs.iter().zip(base);
        median(pairs.map(|(cost, plain)| pick(cost) - pick(plain)).collect())
    };
    let (more_script, more_heap) = (more(|load| load.script), more(|load| load.heap));
    let (script_alone, heap_alone) = (middle(base, |load| load.script), middle(base, |load| load.heap));
    [
        Row {
            what: script,
            measured: format!("{more_script:+.1} ms on {script_alone:.1}"),
            budget: "2 ms",
            peer: "2-43 ms",
            fits: more_script <= 2.0,
        },
        Row {
            what: heap,
            measured: format!("{more_heap:+.2} MB on {heap_alone:.2}"),
            budget: "0.3 MB",
            peer: "0.26-1.04 MB",
            fits: more_heap <= 0.3,
        },
    ]
}

/// One load of `page`, until two seconds after it stands.
async fn once(driver: &WebDriver, page: &str, ready: [&str; 2]) -> Result<Load> {
    driver.goto("about:blank").await?;
    let cdp = driver.cdp();
    // Which clock it runs on can be said only while it is off.
    cdp.send_raw("Performance.disable", json!({})).await?;
    cdp.send_raw("Performance.enable", json!({ "timeDomain": "threadTicks" }))
        .await?;
    let before = spent(driver).await?;
    driver.goto(page).await?;
    // Asked in a way that costs the page next to nothing: WebDriver's own question would cost more than the extension.
    for css in ready {
        let question = format!("document.querySelector({}) !== null", json!(css));
        until(css, || async {
            let answer = cdp
                .send_raw("Runtime.evaluate", json!({ "expression": question }))
                .await?;
            Ok((answer.pointer("/result/value") == Some(&Value::Bool(true))).then_some(()))
        })
        .await?;
    }
    // The extension looks round every 750 ms: what that costs is to be in it.
    tokio::time::sleep(AFTERWARDS).await;
    let after = spent(driver).await?;
    // Another process began to count anew.
    let script = if after < before { after } else { after - before };
    for _ in 0..3 {
        cdp.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let heap = cdp.send_raw("Runtime.getHeapUsage", json!({})).await?;
    let used = heap.get("usedSize").and_then(Value::as_f64).context("no heap usage")?;
    Ok(Load {
        script,
        heap: used / 1_048_576.0,
    })
}

/// Milliseconds the page's thread has spent in scripts so far.
async fn spent(driver: &WebDriver) -> Result<f64> {
    let answer = driver.cdp().send_raw("Performance.getMetrics", json!({})).await?;
    let metrics = answer.get("metrics").and_then(Value::as_array).context("no metrics")?;
    let found = metrics
        .iter()
        .find(|metric| metric.get("name").is_some_and(|said| said == "ScriptDuration"));
    let seconds = found.and_then(|metric| metric.get("value")?.as_f64());
    Ok(seconds.context("no ScriptDuration")? * 1000.0)
}
