//! Firefox with the extension as a temporary add-on, on the sandbox.

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::extensions::addons::firefox::FirefoxTools;
use thirtyfour::{Capabilities, WebDriver};

use crate::driver::DriverProcess;
use crate::sandbox::Sandbox;
use crate::{extension, root};

/// The add-on's id, as the build writes it into the manifest.
const ADD_ON: &str = "latchkey@latchkey.dev";

/// The host of its pages: Firefox draws one at random per profile unless the profile names it.
const PAGES: &str = "8d0b3f0a-5d0e-4d0e-9a53-6c1d6b1f2a10";

/// The panel's address, as the sidebar shows it.
pub const PANEL: &str = "moz-extension://8d0b3f0a-5d0e-4d0e-9a53-6c1d6b1f2a10/panel.html";

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
        let process = DriverProcess::start(&geckodriver.display().to_string(), &[]).await?;
        let mut capabilities = Capabilities::new();
        capabilities.set("browserName", "firefox")?;
        // The sandbox's certificate is made at each start by an authority no browser knows.
        capabilities.set("acceptInsecureCerts", true)?;
        let uuids = json!({ ADD_ON: PAGES }).to_string();
        let options = json!({"args": ["-headless"], "prefs": {
            "network.dns.forceResolve": "127.0.0.1",
            "network.socket.forcePort": format!("443={}", sandbox.ready.port),
            "extensions.webextensions.uuids": uuids,
            "extensions.webextensions.restrictedDomains": "",
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
