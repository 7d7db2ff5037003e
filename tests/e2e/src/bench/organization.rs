//! A large organization through the real extension: requests to open it, and how long a keystroke in the search takes.

use anyhow::{Context, Result};
use serde_json::Value;

use super::{Row, median};
use crate::desk::Desk;
use crate::driver::DriverProcess;

/// Types a text letter by letter into the search and gives the milliseconds each letter kept the panel busy, and the
/// number of elements it then shows.
const TYPE: &str = "const [text, done] = arguments; \
    const input = document.querySelector(\"[data-testid='users-search']\"); \
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set; \
    (async () => { const took = []; \
      for (let end = 1; end <= text.length; end += 1) { \
        const began = performance.now(); \
        set.call(input, text.slice(0, end)); \
        input.dispatchEvent(new InputEvent('input', { bubbles: true })); \
        await new Promise((next) => setTimeout(next)); \
        document.body.getBoundingClientRect(); \
        took.push(performance.now() - began); \
      } \
      done([took, document.querySelectorAll('*').length]); })()";

pub(super) async fn measure(chromedriver: &DriverProcess) -> Result<Vec<Row>> {
    let scale = "users=10000,roles=500,teams=200";
    let desk = Desk::open("bench-organization", &["--scale", scale], chromedriver).await?;
    desk.go().await?;
    desk.sandbox.forget_requests().await?;
    desk.open_rights_here().await?;
    let requests = desk.sandbox.requests().await?.len();
    let typed = desk
        .driver
        .execute_async(TYPE, vec![Value::from("nguyen 4")])
        .await?
        .json()
        .clone();
    let took: Vec<f64> = typed
        .get(0)
        .and_then(Value::as_array)
        .context("nothing was typed")?
        .iter()
        .filter_map(Value::as_f64)
        .collect();
    let elements = typed.get(1).and_then(Value::as_u64).context("nothing was counted")?;
    desk.close().await?;
    let slowest = took.iter().copied().fold(0.0, f64::max);
    let usual = median(took);
    Ok(vec![
        Row {
            what: "opening 10,000 users, 500 roles, 200 teams",
            measured: format!("{requests} requests"),
            budget: "40 requests",
            peer: "217",
            fits: requests <= 40,
        },
        Row {
            what: "a letter in the search among them: usual, slowest",
            measured: format!("{usual:.0} ms, {slowest:.0} ms"),
            budget: "50 ms",
            peer: "200-290 ms",
            fits: usual <= 50.0,
        },
        Row {
            what: "elements shown of them",
            measured: elements.to_string(),
            budget: "3,000",
            peer: "326,000",
            fits: elements <= 3000,
        },
    ])
}
