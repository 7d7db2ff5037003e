//! Firefox with the extension as a temporary add-on, on the sandbox.

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::extensions::addons::firefox::FirefoxTools;
use thirtyfour::{Capabilities, WebDriver};

use crate::driver::DriverProcess;
use crate::sandbox::Sandbox;
use crate::{extension, root, run_folder};

/// A headless Firefox with the extension; both end with this value.
pub struct Firefox {
    _process: DriverProcess,
    /// The session.
    pub driver: WebDriver,
}

impl Firefox {
    /// Starts Firefox on the sandbox and installs the extension.
    ///
    /// # Errors
    /// When geckodriver or Firefox is missing, or the add-on is refused.
    pub async fn start(sandbox: &Sandbox) -> Result<Firefox> {
        let geckodriver = root().join("target/tools/bin/geckodriver");
        let profiles = run_folder().join("profiles");
        std::fs::create_dir_all(&profiles)?;
        let profiles = profiles.display().to_string();
        let process = DriverProcess::start(&geckodriver.display().to_string(), &["--profile-root", &profiles]).await?;
        let mut capabilities = Capabilities::new();
        capabilities.set("browserName", "firefox")?;
        // The sandbox's certificate is made at each start by an authority no browser knows.
        capabilities.set("acceptInsecureCerts", true)?;
        let options = json!({"args": ["-headless"], "prefs": {
            "network.dns.forceResolve": "127.0.0.1",
            "network.socket.forcePort": format!("443={}", sandbox.ready.port),
        }});
        capabilities.set("moz:firefoxOptions", options)?;
        let driver = process.session(capabilities).await?;
        let folder = extension("firefox")
            .canonicalize()
            .context("the extension is not built: ./build.sh build")?;
        FirefoxTools::new(driver.handle().clone())
            .install_addon(&folder.display().to_string(), Some(true))
            .await?;
        Ok(Firefox {
            _process: process,
            driver,
        })
    }
}
