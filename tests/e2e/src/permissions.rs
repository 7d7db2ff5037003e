//! Optional hosts, allowed without the prompt that a headless browser cannot show: the browser asks nobody about a host
//! that somebody has allowed on its own page of extensions (measured in Chromium 156). The extension stays as it ships.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use crate::pipe::Pipe;

/// How long a page of the browser or of the extension may take to have its interfaces.
const GIVE_UP: Duration = Duration::from_secs(60);

/// Says yes beforehand: when the extension asks for one of these hosts, it is given at once.
///
/// # Errors
/// When the browser's page of extensions does not open or refuses.
pub fn agree(pipe: &mut Pipe, id: &str, hosts: &[String]) -> Result<()> {
    let allow = "(id, host) => new Promise((done) => chrome.developerPrivate.addHostPermission(id, host, () => done(chrome.runtime.lastError?.message ?? null)))";
    let page = Page::open(pipe, "chrome://extensions/", "chrome.developerPrivate")?;
    for host in hosts {
        let refused = page.call(pipe, allow, &[json!(id), json!(pattern(host))])?;
        ensure!(refused.is_null(), "{host} cannot be allowed: {refused}");
    }
    page.close(pipe)
}

/// Has the extension ask for these hosts, as its own buttons do.
///
/// # Errors
/// When it never asks for one, or is not given it.
pub fn ask(pipe: &mut Pipe, id: &str, hosts: &[String]) -> Result<()> {
    let ask = "(origins) => chrome.permissions.request({origins})";
    // For a tab that does not exist: the panel itself asks nothing.
    let panel = format!("chrome-extension://{id}/panel.html?tab=2147483647#/history");
    let page = Page::open(pipe, &panel, "chrome.permissions")?;
    let patterns: Vec<String> = hosts.iter().map(|host| pattern(host)).collect();
    let given = page.call(pipe, ask, &[json!(patterns)])?;
    ensure!(given == json!(true), "the browser did not allow {hosts:?}");
    page.close(pipe)
}

fn pattern(host: &str) -> String {
    format!("https://{host}/*")
}

/// A tab that is opened for a moment.
struct Page {
    target: Value,
    session: String,
}

impl Page {
    /// Opens it and waits until it has this interface.
    fn open(pipe: &mut Pipe, url: &str, interface: &str) -> Result<Page> {
        let target = pipe.call("Target.createTarget", json!({ "url": url }))?;
        let target = target.get("targetId").cloned().context("no tab was opened")?;
        let attached = pipe.call("Target.attachToTarget", json!({"targetId": target, "flatten": true}))?;
        let session = attached.get("sessionId").and_then(Value::as_str);
        let session = session.context("the tab cannot be attached to")?.to_owned();
        let page = Page { target, session };
        let is_there = format!("() => location.href.startsWith('chrome') && Boolean({interface})");
        let start = Instant::now();
        while page.call(pipe, &is_there, &[]).ok() != Some(json!(true)) {
            if start.elapsed() > GIVE_UP {
                bail!("{url} never had {interface}");
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(page)
    }

    /// What a function gives that is called as if a person had clicked.
    fn call(&self, pipe: &mut Pipe, function: &str, arguments: &[Value]) -> Result<Value> {
        let arguments: Vec<String> = arguments.iter().map(Value::to_string).collect();
        let expression = format!("({function})({})", arguments.join(", "));
        let wanted =
            json!({"expression": expression, "awaitPromise": true, "userGesture": true, "returnByValue": true});
        let said = pipe.call_in(&self.session, "Runtime.evaluate", wanted)?;
        if let Some(thrown) = said.pointer("/exceptionDetails/exception/description") {
            bail!("{thrown}");
        }
        Ok(said.pointer("/result/value").cloned().unwrap_or_default())
    }

    fn close(self, pipe: &mut Pipe) -> Result<()> {
        pipe.call("Target.closeTarget", json!({ "targetId": self.target }))
            .map(drop)
    }
}
