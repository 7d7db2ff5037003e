//! What a person does with a browser, over WebDriver: clicks are the browser's own, hence trusted.

use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result};
use nix::sys::signal::{Signal, killpg};
use nix::unistd::Pid;
use serde_json::Value;
use thirtyfour::{By, Capabilities, WebDriver, WebElement, WindowHandle};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::sandbox::ORG;
use crate::{run_folder, until};

/// How often a driver that ends at once is started.
const ATTEMPTS: usize = 5;

/// A WebDriver program, such as chromedriver; it ends with this value, and so does every browser it started itself.
pub struct DriverProcess {
    process: Child,
    address: String,
}

impl DriverProcess {
    /// Starts `program` on a free port and waits until it says which.
    ///
    /// # Errors
    /// When it is not installed or ends at once, again and again.
    pub async fn start(program: &str, arguments: &[&str]) -> Result<DriverProcess> {
        // chromedriver takes a port that is free on IPv4 and ends if IPv6 has it in use.
        for _ in 1..ATTEMPTS {
            if let Some(started) = Self::attempt(program, arguments).await? {
                return Ok(started);
            }
        }
        let last = Self::attempt(program, arguments).await?;
        last.with_context(|| format!("{program} ended without naming its port, {ATTEMPTS} times"))
    }

    /// `None` if it ends without naming its port.
    async fn attempt(program: &str, arguments: &[&str]) -> Result<Option<DriverProcess>> {
        let mut process = Command::new(program)
            .arg("--port=0")
            .args(arguments)
            .stdout(Stdio::piped())
            // A group of its own: geckodriver, killed, would leave its Firefox behind.
            .process_group(0)
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("could not start {program}"))?;
        let output = process.stdout.take().context("the driver has no output")?;
        let mut lines = BufReader::new(output).lines();
        while let Some(line) = lines.next_line().await? {
            // chromedriver: "… started successfully on port 40123."; geckodriver: "… Listening on 127.0.0.1:40123"
            let said = line.contains("started successfully on port ") || line.contains("Listening on ");
            let digits = line.rsplit([' ', ':']).next().unwrap_or("").trim_end_matches('.');
            if let (true, Ok(port)) = (said, digits.parse::<u16>()) {
                tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
                return Ok(Some(DriverProcess {
                    process,
                    address: format!("http://127.0.0.1:{port}"),
                }));
            }
        }
        Ok(None)
    }

    /// Opens a session.
    ///
    /// # Errors
    /// When the driver refuses the capabilities or cannot reach its browser.
    pub async fn session(&self, capabilities: Capabilities) -> Result<WebDriver> {
        Ok(WebDriver::builder(&self.address, capabilities)
            .request_timeout(Duration::from_secs(300))
            .connect()
            .await?)
    }
}

impl Drop for DriverProcess {
    fn drop(&mut self) {
        // No id: it has ended and was waited for. A refusal: the whole group has ended.
        if let Some(group) = self.process.id().and_then(|id| i32::try_from(id).ok()) {
            killpg(Pid::from_raw(group), Signal::SIGKILL).ok();
        }
    }
}

/// Waits for an element that is shown.
///
/// # Errors
/// When it never comes.
pub async fn shown(driver: &WebDriver, css: &str) -> Result<WebElement> {
    until(&format!("{css} on {}", address(driver).await), || async {
        for element in driver.find_all(By::Css(css)).await? {
            if element.is_displayed().await? {
                return Ok(Some(element));
            }
        }
        Ok(None)
    })
    .await
}

/// Waits for the element with this `data-testid`.
///
/// # Errors
/// When it never comes.
pub async fn by_test_id(driver: &WebDriver, id: &str) -> Result<WebElement> {
    shown(driver, &format!("[data-testid='{id}']")).await
}

/// Clicks as a person does, once the element is shown, enabled and nothing covers it.
///
/// # Errors
/// When the click never lands.
pub async fn click(driver: &WebDriver, css: &str) -> Result<()> {
    until(&format!("a click on {css}"), || async {
        let element = shown(driver, css).await?;
        if !element.is_enabled().await? {
            return Ok(None);
        }
        element.click().await?;
        Ok(Some(()))
    })
    .await
}

/// For how long a person looks at a control that changes something before pressing it: longer than the panel wants it
/// to have been seen.
pub const LOOK: Duration = Duration::from_millis(900);

/// Clicks a control that changes something as a person does who has looked at it, see [`LOOK`].
///
/// # Errors
/// See [`click`].
pub async fn click_seen(driver: &WebDriver, css: &str) -> Result<()> {
    shown(driver, css).await?;
    tokio::time::sleep(LOOK).await;
    click(driver, css).await
}

/// Has what is in sight read again, to the end of that reading.
///
/// # Errors
/// When a reading never ends.
pub async fn read_again(driver: &WebDriver) -> Result<()> {
    let refresh = "[data-testid='refresh'][aria-disabled='false']";
    click_seen(driver, refresh).await?;
    shown(driver, refresh).await?;
    Ok(())
}

/// A ticket as the extension gives it to a tab it opens itself: with it in its address, the panel in a tab may apply.
///
/// # Errors
/// When the window that is entered shows no page of the extension.
pub async fn ticket(driver: &WebDriver) -> Result<String> {
    let ask = "const done = arguments[0]; chrome.runtime.sendMessage({issue: true}).then(({ticket}) => done(ticket));";
    let said = driver.execute_async(ask, Vec::new()).await?;
    let ticket = said.json().as_str().map(str::to_owned);
    ticket.context("the extension gave no ticket")
}

/// Opens the panel in a tab of the extension's own, for the tab that shows the organization and at this view (such as
/// `#/settings`), and goes there; gives the tab and its address.
///
/// # Errors
/// When no tab shows the organization, or the extension gives no ticket.
pub async fn panel_tab(driver: &WebDriver, extension: &str, view: &str) -> Result<(WindowHandle, String)> {
    let panel = driver.new_tab().await?;
    driver.switch_to_window(panel.clone()).await?;
    // Where it shows what was done, the panel itself asks nothing; it only has the extension’s own doors.
    let page = format!("chrome-extension://{extension}/panel.html");
    driver.goto(format!("{page}?tab=2147483647#/history")).await?;
    let find = format!(
        "const done = arguments[0]; chrome.tabs.query({{url: 'https://{ORG}/*'}}).then(([tab]) => done(tab.id));"
    );
    let tab = driver.execute_async(find, Vec::new()).await?.json().clone();
    let ticket = ticket(driver).await?;
    let address = format!("{page}?tab={tab}&ticket={ticket}{view}");
    driver.goto(&address).await?;
    Ok((panel, address))
}

/// Waits until the text of what `css` finds contains `wanted`, and gives the text.
///
/// # Errors
/// When it never does.
pub async fn text_with(driver: &WebDriver, css: &str, wanted: &str) -> Result<String> {
    until(&format!("\"{wanted}\" in {css}"), || async {
        let text = shown(driver, css).await?.text().await?;
        Ok(text.contains(wanted).then_some(text))
    })
    .await
}

/// Runs a script in the frame that is entered and gives its answer.
///
/// # Errors
/// When it throws.
pub async fn script(driver: &WebDriver, source: &str, arguments: Vec<Value>) -> Result<Value> {
    Ok(driver.execute(source, arguments).await?.json().clone())
}

/// Types each name the preview asks for, as its label says it.
///
/// # Errors
/// When a label says none.
pub async fn type_names(driver: &WebDriver) -> Result<()> {
    for field in driver.find_all(By::Css("input[data-testid^='plan-name']")).await? {
        let name = "return arguments[0].labels[0].querySelector('bdi, b')?.textContent ?? null";
        let name = script(driver, name, vec![field.to_json()?]).await?;
        let name = name.as_str().context("the gate does not say which name to type")?;
        field.send_keys(name).await?;
    }
    Ok(())
}

/// Saves what the window shows under `target/run/` and gives the file.
///
/// # Errors
/// When the browser cannot take it or the file cannot be written.
pub async fn screenshot(driver: &WebDriver, name: &str) -> Result<PathBuf> {
    std::fs::create_dir_all(run_folder())?;
    let path = run_folder().join(format!("{name}.png"));
    driver.screenshot(&path).await?;
    Ok(path)
}

async fn address(driver: &WebDriver) -> String {
    driver
        .current_url()
        .await
        .map_or_else(|_| "no page".into(), |url| url.into())
}

/// Presses these in a window that comes and goes, each as soon as it is there, until the window is gone: an account to
/// choose, then a consent, as far as the service asks.
///
/// # Errors
/// When the window never goes.
pub async fn until_gone(driver: &WebDriver, window: &WindowHandle, buttons: &[&str]) -> Result<()> {
    until("the sign-in to end", || async {
        if !driver.windows().await?.contains(window) {
            return Ok(Some(()));
        }
        for css in buttons {
            if let Ok(button) = driver.find(By::Css(*css)).await {
                button.click().await.ok();
            }
        }
        Ok(None)
    })
    .await
}

/// What of Entra's window is pressed.
pub const ENTRA: &[&str] = &["[data-test-id='admin@contoso.com']", "#idBtn_Accept"];
