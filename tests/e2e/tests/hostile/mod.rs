//! A hostile page, the extension and a person between them: what the tests of both hostile files have in common.

#![allow(dead_code, reason = "each test crate uses its own part")]

use std::sync::Mutex;

use latchkey_e2e::chromium::{Chromium, Options};
use latchkey_e2e::driver::{DriverProcess, by_test_id, click, script, shown, type_names};
use latchkey_e2e::sandbox::Sandbox;
use latchkey_e2e::{dock, until};
use serde_json::{Value, json};
use thirtyfour::WebDriver;

pub const OPEN: &str = "#latchkey-open";
/// A page that calls itself the Teams chat page, and attacks with what is switched on behind.
pub const HOSTILE: &str = "https://contoso.crm4.dynamics.com/hostile.aspx?disguise=1";

pub struct Stage {
    pub sandbox: Sandbox,
    pub browser: Mutex<Chromium>,
    _chromedriver: DriverProcess,
    pub driver: WebDriver,
}

impl Stage {
    pub async fn set(name: &str) -> Self {
        let sandbox = Sandbox::start(&[]).await.unwrap();
        let browser = Chromium::start(Options::fresh(name).unwrap(), &sandbox).await.unwrap();
        let chromedriver = DriverProcess::start("chromedriver", &[]).await.unwrap();
        let driver = browser.session(&chromedriver).await.unwrap();
        Self {
            sandbox,
            browser: Mutex::new(browser),
            _chromedriver: chromedriver,
            driver,
        }
    }

    pub async fn script(&self, source: &str) -> Value {
        script(&self.driver, source, Vec::new()).await.unwrap()
    }

    /// What the page noted about its attacks: attack, event and detail of each. Put together without anything the page
    /// may have replaced.
    pub async fn attacks(&self) -> Vec<[String; 3]> {
        let source = "let said = ''; for (let i = 0; i < __attacks.length; i++) { const {attack, event, detail} = __attacks[i]; said += `${attack}\\t${event}\\t${detail}\\n`; } return said;";
        let said = self.script(source).await;
        let notes = said.as_str().unwrap().lines();
        notes
            .filter_map(|note| {
                let mut parts = note.splitn(3, '\t').map(str::to_owned);
                Some([parts.next()?, parts.next()?, parts.next()?])
            })
            .collect()
    }

    /// Waits until the page has noted this.
    pub async fn attacked(&self, attack: &str, event: &str, detail: &str) {
        until(&format!("{attack} {event} {detail}"), || async {
            let notes = self.attacks().await;
            let found = notes
                .iter()
                .any(|[by, what, with]| by == attack && what == event && with.contains(detail));
            Ok(found.then_some(()))
        })
        .await
        .unwrap();
    }

    /// Opens the dock by the button and enters it.
    pub async fn open_dock(&self) {
        shown(&self.driver, OPEN).await.unwrap();
        click(&self.driver, OPEN).await.unwrap();
        dock::enter(&self.driver).await.unwrap();
    }

    /// In the dock: to the preview of a plan that changes one toggle, its name typed.
    pub async fn preview(&self) {
        let driver = &self.driver;
        click(driver, "[data-testid='nav-disconnect-rights']").await.unwrap();
        until("a toggle", || async {
            let clicked = self.script("const toggle = document.querySelector(\"[data-testid^='toggle-owner-']\"); toggle?.click(); return Boolean(toggle);").await;
            Ok((clicked == true).then_some(()))
        })
        .await
        .unwrap();
        click(driver, "[data-testid='bar-review']").await.unwrap();
        self.type_name().await;
    }

    pub async fn type_name(&self) {
        by_test_id(&self.driver, "plan-apply").await.unwrap();
        type_names(&self.driver).await.unwrap();
        until("an Apply that may be pressed", || async {
            let apply = by_test_id(&self.driver, "plan-apply").await?;
            Ok((apply.attr("aria-disabled").await?.as_deref() == Some("false")).then_some(()))
        })
        .await
        .unwrap();
    }

    /// Waits until the browser itself calls Apply visible, or not, for longer than the panel wants.
    pub async fn settled(&self, visible: bool) {
        let source = "const [wanted, done] = arguments; let since = null; let is;
            new IntersectionObserver((entries) => { is = entries.at(-1).isVisible && entries.at(-1).intersectionRatio >= 0.99; since = performance.now(); },
              {trackVisibility: true, delay: 100, threshold: [0, 0.5, 0.99, 1]}).observe(document.getElementById('plan-apply'));
            const look = () => is === wanted && performance.now() - since > 800 ? done(true) : setTimeout(look, 20);
            look();";
        self.driver.execute_async(source, vec![json!(visible)]).await.unwrap();
    }

    /// A trusted press of Apply, with the mouse.
    pub async fn press_apply(&self) {
        let apply = by_test_id(&self.driver, "plan-apply").await.unwrap();
        apply.click().await.unwrap();
    }

    /// The tabs that show the panel, by id and address: chromedriver does not list them, the browser does.
    pub fn panel_addresses(&self) -> Vec<[String; 2]> {
        let mut browser = self.browser.lock().unwrap();
        let panel = format!("chrome-extension://{}/panel.html", browser.id);
        let targets = browser.devtools("Target.getTargets", json!({})).unwrap();
        let targets = targets["targetInfos"].as_array().unwrap();
        let tabs = targets
            .iter()
            .filter(|target| target["type"] == "page" && target["url"].as_str().unwrap().starts_with(&panel));
        tabs.map(|target| ["targetId", "url"].map(|part| target[part].as_str().unwrap().to_owned()))
            .collect()
    }

    /// The ids of [`Stage::panel_addresses`].
    pub fn panel_tabs(&self) -> Vec<String> {
        self.panel_addresses().into_iter().map(|[id, _]| id).collect()
    }

    /// Waits for the tab a refused press opens, and closes it.
    pub async fn sent_to_a_tab(&self) {
        let tab = until("the tab in which the plan is shown instead", || async {
            Ok(self.panel_tabs().pop())
        })
        .await
        .unwrap();
        let closed = json!({ "targetId": tab });
        self.browser
            .lock()
            .unwrap()
            .devtools("Target.closeTarget", closed)
            .unwrap();
        until("the tab to close", || async {
            Ok(self.panel_tabs().is_empty().then_some(()))
        })
        .await
        .unwrap();
    }

    /// What the org was asked to write.
    pub async fn writes(&self) -> Vec<Value> {
        let mut requests = self.sandbox.requests().await.unwrap();
        requests.retain(|request| {
            let path = request["path"].as_str().unwrap_or_default();
            let batch = path.ends_with("$batch") && !request["body"].as_str().unwrap_or_default().contains("\nDELETE ");
            request["method"] != "GET" && path.starts_with("/api/data") && !batch
        });
        requests
    }

    pub async fn end(self) {
        self.driver.quit().await.unwrap();
    }
}
