//! Real browsers with the built extension, under the real host names, against the sandbox tenant.
//!
//! - [`sandbox`] starts the tenant and speaks to its control host;
//! - [`chromium`] and [`firefox`] start a browser with the extension as it is built, on a profile of its own;
//! - [`driver`] is what a person does with either: go, look, click, wait for what comes;
//! - [`desk`] is an administrator at work, with the gestures of the job; [`scene`] is where a suite finds one at a panel;
//! - [`line`] opens ports to a page past the panel's own code;
//! - [`dock`] reaches into the docked panel, [`axe`] checks what it shows, [`looks`] how it looks;
//! - [`bench`] is what `./build.sh bench` measures in a browser;
//! - [`pipe`] is the debugging pipe, which loads the extension where flags are ignored; [`permissions`] says yes over it
//!   to what the extension asks for;
//! - [`journeys`] holds what `./build.sh run --headless` performs.
//!
//! Nothing here sleeps for a fixed time: [`until`] asks again and again for what it waits for.

use std::future::Future;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

pub mod axe;
pub mod bench;
pub mod chromium;
pub mod desk;
pub mod dock;
pub mod driver;
pub mod firefox;
pub mod journeys;
pub mod line;
pub mod looks;
pub mod permissions;
pub mod pipe;
pub mod sandbox;
pub mod scene;

/// How long a condition may take before the wait is given up: far longer than anything needs, so that only what
/// never comes ends it.
const GIVE_UP: Duration = Duration::from_secs(180);

/// Waits until `condition` gives something. An error of one try is remembered and reported only at the end, since
/// a page that is being rebuilt makes many a question fail once.
///
/// # Errors
/// When the condition still gives nothing at the end; names `what` was waited for.
pub async fn until<T, F>(what: &str, mut condition: impl FnMut() -> F) -> Result<T>
where
    F: Future<Output = Result<Option<T>>>,
{
    let start = Instant::now();
    let mut last = None;
    while start.elapsed() < GIVE_UP {
        match condition().await {
            Ok(Some(found)) => return Ok(found),
            Ok(None) => last = None,
            Err(error) => last = Some(error),
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    match last {
        Some(error) => Err(error).with_context(|| format!("never came: {what}")),
        None => bail!("never came: {what}"),
    }
}

/// The repository.
pub fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).map(PathBuf::from).unwrap_or(here)
}

/// Where screenshots and profiles of runs go.
pub fn run_folder() -> PathBuf {
    root().join("target/run")
}

/// The unpacked extension the tests load: what ships, or the folder `LATCHKEY_DIST` names (`dist/dev` while
/// developing).
pub fn extension(browser: &str) -> PathBuf {
    let dist = std::env::var_os("LATCHKEY_DIST").map_or_else(|| PathBuf::from("dist"), PathBuf::from);
    root().join(dist).join(browser)
}
