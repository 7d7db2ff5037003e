//! Firefox with the extension as a temporary add-on, on the sandbox: its tabs, and its real sidebar.

use std::future::Future;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::extensions::addons::firefox::FirefoxTools;
use thirtyfour::{Capabilities, RequestData, SessionId, WebDriver};

use crate::driver::{DriverProcess, click, script};
use crate::sandbox::Sandbox;
use crate::{extension, root, run_folder, until};

/// The add-on's id as Firefox writes it into the ids of its widgets.
const WIDGET: &str = "latchkey_latchkey_dev";

/// The add-on's id.
const ADD_ON: &str = "latchkey@latchkey.dev";

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
        // Access to the browser's own window: the toolbar and the sidebar are no part of any tab.
        let arguments = ["--profile-root", &profiles, "--allow-system-access"];
        let process = DriverProcess::start(&geckodriver.display().to_string(), &arguments).await?;
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

    /// The person has said yes to these optional hosts before.
    ///
    /// # Errors
    /// When Firefox does not take them.
    pub async fn hold(&self, hosts: &[&str]) -> Result<()> {
        let add = "
            const [id, origins, done] = arguments;
            const { ExtensionPermissions } =
                ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
            const { extension } = WebExtensionPolicy.getByID(id);
            ExtensionPermissions.add(id, { origins, permissions: [], data_collection: [] }, extension)
                .then(() => done(null), (error) => done(String(error)));";
        let origins: Vec<_> = hosts.iter().map(|host| format!("https://{host}/*")).collect();
        self.in_browser_window(async {
            let arguments = vec![json!(ADD_ON), json!(origins)];
            let said = self.driver.execute_async(add, arguments).await?.json().clone();
            ensure!(said.is_null(), "Firefox did not take the hosts: {said}");
            Ok(())
        })
        .await
    }

    /// Clicks the extension's button in the browser's toolbar, as a person does who has put it there.
    ///
    /// # Errors
    /// When the button never comes or takes no click.
    pub async fn click_toolbar_button(&self) -> Result<()> {
        self.in_browser_window(async {
            let pin = "CustomizableUI.addWidgetToArea(`${arguments[0]}-browser-action`, 'nav-bar')";
            script(&self.driver, pin, vec![json!(WIDGET)]).await?;
            click(&self.driver, &format!("#{WIDGET}-BAP")).await
        })
        .await
    }

    /// Enters the page in the browser's sidebar once it is the extension's: whatever is asked of the driver from now
    /// on is asked of that page, beside the tab, until a window is switched to. Gives its address.
    ///
    /// No WebDriver command names a sidebar, so the session is pointed at it from within the browser.
    ///
    /// # Errors
    /// When the sidebar never shows the extension.
    pub async fn enter_sidebar(&self) -> Result<String> {
        let enter = "
            const [session, id] = arguments;
            if (!SidebarController.isOpen || SidebarController.currentID !== `${id}-sidebar-action`) return null;
            const page = document.getElementById('sidebar').contentDocument?.getElementById('webext-panels-browser');
            if (!page?.currentURI.schemeIs('moz-extension') || page.webProgress.isLoadingDocument) return null;
            const { getWebDriverSessionById } =
                ChromeUtils.importESModule('chrome://remote/content/shared/webdriver/Session.sys.mjs');
            getWebDriverSessionById(session).contentBrowsingContext = page.browsingContext;
            return page.currentURI.spec;";
        let session = self.driver.session_id().to_string();
        let said = self
            .in_browser_window(until("the extension in the sidebar", || async {
                let said = script(&self.driver, enter, vec![json!(session), json!(WIDGET)]).await?;
                Ok(said.as_str().map(str::to_owned))
            }))
            .await?;
        let entered = self.driver.current_url().await?;
        ensure!(
            entered.as_str() == said,
            "the driver is at {entered}, not in the sidebar"
        );
        Ok(said)
    }

    /// Does `work` with the session in the browser's own window, and leaves that again whatever came of it.
    async fn in_browser_window<T>(&self, work: impl Future<Output = Result<T>>) -> Result<T> {
        self.driver.handle().cmd(SwitchContext("chrome")).await?;
        let done = work.await;
        self.driver.handle().cmd(SwitchContext("content")).await?;
        done
    }
}

/// geckodriver's own command to look at the browser's window (`chrome`) or at its tabs (`content`).
#[derive(Debug)]
struct SwitchContext(&'static str);

impl FormatRequestData for SwitchContext {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(reqwest::Method::POST, format!("/session/{session}/moz/context"))
            .add_body(json!({ "context": self.0 }))
    }
}
