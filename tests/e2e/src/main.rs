//! `./build.sh run`: a browser on the sandbox with the extension loaded, for a person or for a journey.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use latchkey_e2e::chromium::{Chromium, Options};
use latchkey_e2e::sandbox::{Sandbox, TEAMS_CHAT};
use latchkey_e2e::{bench, journeys, until};
use serde_json::{Value, json};

#[derive(Parser)]
#[command(about = "A browser on the sandbox tenant, with the extension loaded")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Measures what the extension costs and prints each figure beside its budget.
    Bench {
        /// What the native benchmarks printed; without it only the browser's figures are taken.
        #[arg(long)]
        native: Option<String>,
        /// Only these figures of the browser; all of them when none is named.
        #[arg(long, value_enum)]
        part: Vec<bench::Part>,
    },
    /// Opens the Teams chat settings and stays until the browser is closed.
    Run {
        /// Performs a recipe by itself (all of them when none is named), without a window.
        #[arg(long, num_args = 0..=1, value_name = "RECIPE")]
        headless: Option<Option<String>>,
        /// The browser's program: Chromium, Chrome, Chrome for Testing or Edge.
        #[arg(long, value_name = "PATH")]
        browser: Option<PathBuf>,
        /// What the sandbox is started with, such as `--locale da`.
        #[arg(last = true)]
        sandbox: Vec<String>,
    },
}

#[tokio::main]
async fn main() -> Result<()> {
    match Arguments::parse().task {
        Task::Bench { native, part } => bench::perform(native.as_deref(), &part).await,
        Task::Run {
            headless: Some(recipe),
            browser,
            sandbox,
        } => journeys::perform(recipe.as_deref(), browser, &sandbox).await,
        Task::Run {
            headless: None,
            browser,
            sandbox,
        } => show(browser, &sandbox).await,
    }
}

async fn show(program: Option<PathBuf>, sandbox: &[String]) -> Result<()> {
    let arguments: Vec<_> = sandbox.iter().map(String::as_str).collect();
    let sandbox = Sandbox::start(&arguments).await?;
    let mut options = Options::fresh("window")?;
    options.headless = false;
    options.window = (1440, 900);
    if let Some(program) = program {
        options.program = program;
    }
    let mut browser = Chromium::start(options, &sandbox).await?;
    let spare = page_targets(&browser.devtools("Target.getTargets", json!({}))?);
    browser.devtools("Target.createTarget", json!({ "url": TEAMS_CHAT }))?;
    for target in spare {
        browser.devtools("Target.closeTarget", json!({ "targetId": target }))?;
    }
    let worker = format!("chrome-extension://{}/worker.js", browser.id);
    until("the extension's worker", || {
        let targets = browser.devtools("Target.getTargets", json!({}));
        let worker = &worker;
        async move {
            let targets = targets?;
            let targets = targets
                .get("targetInfos")
                .and_then(Value::as_array)
                .context("no targets")?;
            Ok(targets
                .iter()
                .any(|target| target.get("url").is_some_and(|url| url == worker))
                .then_some(()))
        }
    })
    .await?;

    println!("The extension {} is loaded and its worker runs.", browser.id);
    println!(
        "The sandbox answers on 127.0.0.1:{} for {}.",
        sandbox.ready.port,
        sandbox.ready.hosts.join(", ")
    );
    println!("\n  {TEAMS_CHAT}\n");
    println!("Click \"Latchkey\" in the page's command bar. Close the browser to end.");
    let closed = async {
        while browser.runs()? {
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        Ok(())
    };
    // Ended either way, the browser and its profile go with this function.
    tokio::select! {
        closed = closed => closed,
        interrupted = tokio::signal::ctrl_c() => Ok(interrupted?),
    }
}

/// The tabs among the targets `Target.getTargets` names.
fn page_targets(answer: &Value) -> Vec<Value> {
    let targets = answer.get("targetInfos").and_then(Value::as_array);
    targets
        .into_iter()
        .flatten()
        .filter(|target| target.get("type").is_some_and(|kind| kind == "page"))
        .filter_map(|target| target.get("targetId").cloned())
        .collect()
}
