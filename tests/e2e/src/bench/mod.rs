//! What the extension costs, in one run on this machine: each figure beside its budget and the best peer measured.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::driver::DriverProcess;

mod closed;
mod organization;
mod panel;

/// One figure.
struct Row {
    what: &'static str,
    measured: String,
    budget: &'static str,
    /// The best other tool that was measured, on another machine.
    peer: &'static str,
    fits: bool,
}

/// What is measured in a browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Part {
    /// What a page pays while the panel is closed.
    Closed,
    /// How soon the panel shows something.
    Panel,
    /// A large organization.
    Organization,
}

/// Measures everything, or only `parts`, and prints it. `native` is what the native benchmarks printed, one JSON
/// object a line.
///
/// # Errors
/// When something cannot be measured; a missed budget is only marked.
pub async fn perform(native: Option<&str>, parts: &[Part]) -> Result<()> {
    let chromedriver = DriverProcess::start("chromedriver", &[]).await?;
    println!("{:<58} {:>26}   {:<26} best peer", "", "measured", "budget");
    let mut rows = native.map(natively).transpose()?.unwrap_or_default();
    rows.iter().for_each(print);
    for part in [Part::Closed, Part::Panel, Part::Organization] {
        if parts.is_empty() || parts.contains(&part) {
            let measured = match part {
                Part::Closed => closed::measure(&chromedriver).await?,
                Part::Panel => panel::measure(&chromedriver).await?,
                Part::Organization => organization::measure(&chromedriver).await?,
            };
            measured.iter().for_each(print);
            rows.extend(measured);
        }
    }
    let over = rows.iter().filter(|row| !row.fits).count();
    println!("{over} of {} over budget", rows.len());
    Ok(())
}

fn print(row: &Row) {
    let mark = if row.fits { "" } else { "   OVER BUDGET" };
    println!(
        "{:<58} {:>26}   {:<26} {}{mark}",
        row.what, row.measured, row.budget, row.peer
    );
}

/// The figures of the native benchmarks (`benches/`), compiled as the shipped code is.
fn natively(printed: &str) -> Result<Vec<Row>> {
    let printed: Vec<Value> = printed
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect();
    let number = |name: &str| {
        let found = printed.iter().find_map(|object| object.get(name)?.as_f64());
        found.with_context(|| format!("the native benchmarks printed no {name}"))
    };
    let (apply, undo) = (number("apply_requests")?, number("undo_requests")?);
    let equal = printed
        .iter()
        .any(|object| object.get("state_equal") == Some(&Value::Bool(true)));
    let (holders, role, role_back) = (
        number("holders_ms")?,
        number("role_requests")?,
        number("role_undo_requests")?,
    );
    Ok(vec![
        Row {
            what: "holders among 10,000 users, from loaded data",
            measured: format!("{holders:.1} ms"),
            budget: "20 ms",
            peer: "none",
            fits: holders <= 20.0,
        },
        Row {
            what: "granting a privilege to a role, proof included",
            measured: format!("{role} requests"),
            budget: "3 requests a role",
            peer: "5",
            fits: role <= 3.0,
        },
        Row {
            what: "taking a privilege from a role, proof included",
            measured: format!("{role_back} requests"),
            budget: "3 + 1 removal a role",
            peer: "5",
            fits: role_back <= 4.0,
        },
        Row {
            what: "undo of 200 steps against apply",
            measured: format!("{undo} : {apply} = {:.2}", undo / apply),
            budget: "1.1 in requests",
            peer: "none",
            fits: undo <= 1.1 * apply,
        },
        Row {
            what: "the tenant after that undo",
            measured: if equal { "as it was" } else { "different" }.to_owned(),
            budget: "as it was",
            peer: "none",
            fits: equal,
        },
    ])
}

/// The middle of the values.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
