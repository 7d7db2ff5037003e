//! An administrator at work: one browser on one sandbox, and the gestures the job is made of.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::{By, WebDriver};

use crate::chromium::{Chromium, Options};
use crate::driver::{DriverProcess, LOOK, by_test_id, screenshot, script, shown, type_names};
use crate::sandbox::{Sandbox, TEAMS_CHAT};
use crate::{dock, until};

/// One browser with the extension, signed in to a sandbox of its own.
pub struct Desk {
    /// The tenant.
    pub sandbox: Sandbox,
    /// The browser.
    pub browser: Chromium,
    /// The tab, or the frame of it that is entered.
    pub driver: WebDriver,
}

impl Desk {
    /// A fresh sandbox with these arguments, and a browser on a fresh profile.
    ///
    /// # Errors
    /// When either does not start.
    pub async fn open(name: &str, sandbox: &[&str], chromedriver: &DriverProcess) -> Result<Desk> {
        let sandbox = Sandbox::start(sandbox).await?;
        let mut options = Options::fresh(name)?;
        // A desktop's usual height: a pane in the longest of the languages has room for one more button.
        options.window = (1280, 1080);
        let browser = Chromium::start(options, &sandbox).await?;
        let driver = browser.session(chromedriver).await?;
        Ok(Desk {
            sandbox,
            browser,
            driver,
        })
    }

    /// Ends the session, the browser and the sandbox.
    ///
    /// # Errors
    /// When the driver does not end the session.
    pub async fn close(self) -> Result<()> {
        Ok(self.driver.quit().await?)
    }

    /// Goes to the Teams chat page and waits until it shows its record types.
    ///
    /// # Errors
    /// When it never does.
    pub async fn go(&self) -> Result<()> {
        self.driver.goto(TEAMS_CHAT).await?;
        shown(&self.driver, "#mainContent table").await?;
        Ok(())
    }

    /// Opens the docked panel with the injected button and enters it.
    ///
    /// # Errors
    /// When the button or the panel never comes.
    pub async fn open_panel(&self) -> Result<()> {
        self.press("#latchkey-open").await?;
        dock::enter(&self.driver).await
    }

    /// Opens the panel on the page as it is, at the disconnect rights, and waits until everything, or nothing more,
    /// can be read.
    ///
    /// # Errors
    /// When the reading never ends.
    pub async fn open_rights_here(&self) -> Result<()> {
        self.open_panel().await?;
        self.press_id("nav-disconnect-rights").await?;
        self.read().await
    }

    /// Goes to the Teams chat page and opens the panel there, at the disconnect rights, see
    /// [`Desk::open_rights_here`].
    ///
    /// # Errors
    /// When the reading never ends.
    pub async fn open_rights(&self) -> Result<()> {
        self.driver.goto(TEAMS_CHAT).await?;
        self.open_rights_here().await
    }

    /// Opens the panel on the page as it is, at Teams chat, and waits until every part of the view was read, or cannot
    /// be.
    ///
    /// # Errors
    /// When the reading never ends.
    pub async fn open_chat_here(&self) -> Result<()> {
        self.open_panel().await?;
        self.press_id("nav-teams-chat").await?;
        self.chat_read().await
    }

    /// Goes to the Teams chat page and opens the panel there, see [`Desk::open_chat_here`].
    ///
    /// # Errors
    /// When the reading never ends.
    pub async fn open_chat(&self) -> Result<()> {
        self.driver.goto(TEAMS_CHAT).await?;
        self.open_chat_here().await
    }

    /// Waits until no part of the Teams chat view is being read.
    ///
    /// # Errors
    /// When the reading never ends.
    pub async fn chat_read(&self) -> Result<()> {
        by_test_id(&self.driver, "teams-chat").await?;
        self.read().await?;
        until("every part to be read", || async {
            let loading = By::Css("[data-testid^='state-loading']");
            Ok(self.driver.find_all(loading).await?.is_empty().then_some(()))
        })
        .await
    }

    /// Review, Apply, and the run to its end.
    ///
    /// # Errors
    /// When it does not come to a good end.
    pub async fn carry_out(&self) -> Result<()> {
        self.review().await?;
        self.apply().await?;
        self.phase(&["done"]).await?;
        Ok(())
    }

    /// Chooses the entry with this text, or the first one that contains it, of the list with this `data-testid`.
    ///
    /// # Errors
    /// When there is none.
    pub async fn choose(&self, id: &str, text: &str) -> Result<()> {
        by_test_id(&self.driver, id).await?;
        let find = "return [...document.querySelector(arguments[0]).options] \
            .findIndex((it) => it.textContent.includes(arguments[1]))";
        let list = format!("[data-testid='{id}']");
        let at = until(&format!("{text} in {id}"), || async {
            let at = script(&self.driver, find, vec![json!(list), json!(text)]).await?;
            Ok(at.as_u64())
        })
        .await?;
        let option = format!("{list} option:nth-of-type({})", at + 1);
        self.driver.find(By::Css(option)).await?.click().await?;
        Ok(())
    }

    /// Waits until no reading is under way.
    ///
    /// # Errors
    /// When the reading never ends.
    pub async fn read(&self) -> Result<()> {
        shown(&self.driver, "[data-testid='refresh'][aria-disabled='false']").await?;
        Ok(())
    }

    /// Clicks what `css` finds, brought to the middle of the frame first.
    ///
    /// # Errors
    /// When the click never lands.
    pub async fn press(&self, css: &str) -> Result<()> {
        until(&format!("a click on {css}"), || async {
            let element = self.driver.find(By::Css(css)).await?;
            script(
                &self.driver,
                "document.querySelector(arguments[0])?.scrollIntoView({block: 'center'})",
                vec![json!(css)],
            )
            .await?;
            if !element.is_enabled().await? {
                bail!("{css} is disabled");
            }
            element.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Clicks the control with this `data-testid`.
    ///
    /// # Errors
    /// See [`Desk::press`].
    pub async fn press_id(&self, id: &str) -> Result<()> {
        self.press(&format!("[data-testid='{id}']")).await
    }

    /// Whether the frame shows something with this `data-testid`.
    ///
    /// # Errors
    /// When the frame is gone.
    pub async fn has(&self, id: &str) -> Result<bool> {
        let found = self.driver.find_all(By::Css(format!("[data-testid='{id}']"))).await?;
        Ok(!found.is_empty())
    }

    /// The text of the element with this `data-testid`, once it is shown.
    ///
    /// # Errors
    /// When it never comes.
    pub async fn text(&self, id: &str) -> Result<String> {
        Ok(by_test_id(&self.driver, id).await?.text().await?)
    }

    /// Review: from the changes to the plan.
    ///
    /// # Errors
    /// When no plan is shown.
    pub async fn review(&self) -> Result<()> {
        self.press("[data-testid='bar-review'][aria-disabled='false']").await?;
        by_test_id(&self.driver, "plan").await?;
        Ok(())
    }

    /// Approves the plan that is shown: types the names it asks for, looks, presses Apply, and waits until
    /// the run is shown.
    ///
    /// # Errors
    /// When no run ever begins; says why the panel refused it.
    pub async fn apply(&self) -> Result<()> {
        by_test_id(&self.driver, "plan-apply").await?;
        type_names(&self.driver).await?;
        shown(&self.driver, "[data-testid='plan-apply'][aria-disabled='false']").await?;
        tokio::time::sleep(LOOK).await;
        self.press_id("plan-apply").await?;
        until("the run", || async {
            if self.has("run").await? {
                return Ok(Some(()));
            }
            if self.has("plan-refused").await? {
                bail!("refused: {}", self.text("plan-refused").await?);
            }
            Ok(None)
        })
        .await
    }

    /// Waits until the run is in one of these phases (`data-phase`), and says in which.
    ///
    /// # Errors
    /// When it never is; says in which it was instead, and saves a picture.
    pub async fn phase(&self, wanted: &[&str]) -> Result<String> {
        let phase = until(&format!("a run that is {}", wanted.join(" or ")), || async {
            let phase = self.now_phase().await?;
            if wanted.contains(&phase.as_str()) {
                return Ok(Some(phase));
            }
            bail!("it is {phase}")
        })
        .await;
        if phase.is_err() {
            screenshot(&self.driver, "desk-failed").await?;
            let says = shown(&self.driver, "main").await?.text().await?;
            return phase.context(says);
        }
        phase
    }

    async fn now_phase(&self) -> Result<String> {
        let status = by_test_id(&self.driver, "run-status").await?;
        Ok(status.attr("data-phase").await?.unwrap_or_default())
    }

    /// The state (`data-state`) of every step of the run, in order.
    ///
    /// # Errors
    /// When the frame is gone.
    pub async fn steps(&self) -> Result<Vec<String>> {
        let said = script(
            &self.driver,
            "return [...document.querySelectorAll(\"[data-testid^='run-step-']\")].map((it) => it.dataset.state)",
            vec![],
        )
        .await?;
        Ok(serde_json::from_value(said)?)
    }

    /// From a run that is over to the plan that takes it back.
    ///
    /// # Errors
    /// When no plan is shown.
    pub async fn undo(&self) -> Result<()> {
        by_test_id(&self.driver, "run-undo").await?;
        tokio::time::sleep(LOOK).await;
        self.press_id("run-undo").await?;
        by_test_id(&self.driver, "plan").await?;
        Ok(())
    }

    /// Every request that could have written something, in order: anything but GET, and batches of nothing but GETs.
    ///
    /// # Errors
    /// When the control host cannot be reached.
    pub async fn writes(&self) -> Result<Vec<Value>> {
        let mut requests = self.sandbox.requests().await?;
        requests.retain(|request| {
            let says = |name: &str| request.get(name).and_then(Value::as_str).unwrap_or_default();
            let reads_only = says("path").ends_with("/$batch")
                && !["POST ", "PATCH ", "PUT ", "DELETE "]
                    .iter()
                    .any(|verb| says("body").lines().any(|line| line.starts_with(verb)));
            says("method") != "GET" && !reads_only
        });
        Ok(requests)
    }
}
