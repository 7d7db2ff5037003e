//! Where the browser suites of signing in and of what needs it begin: the organization's page in one tab and Latchkey in
//! another of its own, which is entered. In a test a surprise is a failure, so what does not come panics here.

#![allow(
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::unwrap_used,
    reason = "only tests begin here, and in a test a surprise is a failure"
)]

use serde_json::{Value, json};
use thirtyfour::WindowHandle;

use crate::chromium::{Chromium, Options};
use crate::desk::Desk;
use crate::driver::{DriverProcess, by_test_id, click_seen, panel_tab, script, shown, text_with};
use crate::sandbox::{Sandbox, TEAMS_CHAT};

/// One browser on one sandbox, Latchkey entered at its settings.
pub struct Scene {
    /// The administrator.
    pub desk: Desk,
    /// Latchkey's tab.
    pub panel: WindowHandle,
    /// The address Latchkey was opened at, its view aside.
    page: String,
    _chromedriver: DriverProcess,
}

impl Scene {
    /// The tenant started with these arguments; the browser's person has said yes to the hosts in `held` and will say
    /// yes to those in `agreed`.
    pub async fn set(name: &str, arguments: &[&str], held: &[&str], agreed: &[&str]) -> Scene {
        let sandbox = Sandbox::start(arguments).await.unwrap();
        let mut options = Options::fresh(name).unwrap();
        options.hold(held);
        options.agree(agreed);
        let browser = Chromium::start(options, &sandbox).await.unwrap();
        let chromedriver = DriverProcess::start("chromedriver", &[]).await.unwrap();
        let driver = browser.session(&chromedriver).await.unwrap();
        driver.goto(TEAMS_CHAT).await.unwrap();
        shown(&driver, "#latchkey-open").await.unwrap();
        let (panel, address) = panel_tab(&driver, &browser.id, "#/settings").await.unwrap();
        by_test_id(&driver, "settings").await.unwrap();
        let desk = Desk {
            sandbox,
            browser,
            driver,
        };
        let (page, _) = address.split_once('#').unwrap();
        Scene {
            desk,
            panel,
            page: page.to_owned(),
            _chromedriver: chromedriver,
        }
    }

    /// The address of one of Latchkey's views, such as `settings`, with what lets its tab act.
    pub fn address(&self, view: &str) -> String {
        format!("{}#/{view}", self.page)
    }

    /// Loads Latchkey anew at this view: what was read is gone, what is remembered is not.
    pub async fn reload(&self, view: &str) {
        self.desk.driver.goto("about:blank").await.unwrap();
        self.desk.driver.goto(self.address(view)).await.unwrap();
    }

    /// Clicks the control with this `data-testid`.
    pub async fn press(&self, id: &str) {
        self.desk.press_id(id).await.unwrap();
    }

    /// Clicks the control with this `data-testid` as a person does who has looked at it.
    pub async fn press_seen(&self, id: &str) {
        let css = format!("[data-testid='{id}']");
        click_seen(&self.desk.driver, &css).await.unwrap();
    }

    /// Writes into the field with this `data-testid`, in place of what stands there.
    pub async fn fill(&self, id: &str, text: &str) {
        let field = by_test_id(&self.desk.driver, id).await.unwrap();
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Waits until what has this `data-testid` says this; gives all it says.
    pub async fn says(&self, id: &str, wanted: &str) -> String {
        let css = format!("[data-testid='{id}']");
        text_with(&self.desk.driver, &css, wanted).await.unwrap()
    }

    /// Makes Latchkey speak this language.
    pub async fn speak(&self, language: &str) {
        let speak = "const select = document.querySelector('[data-testid=language]'); select.value = arguments[0]; \
            select.dispatchEvent(new Event('change', {bubbles: true}));";
        let driver = &self.desk.driver;
        script(driver, speak, vec![json!(language)]).await.unwrap();
        shown(driver, &format!(".panel[lang={language}]")).await.unwrap();
    }

    /// Goes to Latchkey's tab.
    pub async fn to_panel(&self) {
        let panel = self.panel.clone();
        self.desk.driver.switch_to_window(panel).await.unwrap();
    }

    /// Lets this befall what the tenant is asked.
    pub async fn fault(&self, fault: Value) {
        self.desk.sandbox.fault(&fault).await.unwrap();
    }

    /// Changes one set of the tenant, such as `graph/users`.
    pub async fn put(&self, set: &str, change: impl FnOnce(&mut Vec<Value>)) {
        let state = self.desk.sandbox.state().await.unwrap();
        let (part, name) = set.split_once('/').unwrap();
        let mut rows = state[part][name].as_array().unwrap().clone();
        change(&mut rows);
        let document = json!({ part: { name: rows } });
        self.desk.sandbox.put_state(&document).await.unwrap();
    }

    /// Every request that could have written something, but for those of signing in and those for whose host and path
    /// `aside` is true.
    pub async fn written(&self, aside: impl Fn(&str, &str) -> bool) -> Vec<Value> {
        let mut writes = self.desk.writes().await.unwrap();
        writes.retain(|write| {
            let says = |name: &str| write[name].as_str().unwrap_or_default();
            !says("host").starts_with("login.") && !aside(says("host"), says("path"))
        });
        writes
    }

    /// Ends the browser and the sandbox.
    pub async fn close(self) {
        self.desk.close().await.unwrap();
    }
}
