//! The injected button, in real Chromium: it is there, once, and opens the panel.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "in a test a surprise is a failure"
)]

use latchkey_e2e::chromium::{Chromium, Options, extension_id};
use latchkey_e2e::driver::{DriverProcess, click, script, shown};
use latchkey_e2e::sandbox::{Sandbox, TEAMS_CHAT};
use latchkey_e2e::{dock, until};
use serde_json::json;
use thirtyfour::By;

/// The Collaboration page, whose control's name is the sandbox's own.
const COLLABORATION: &str = "https://contoso.crm4.dynamics.com/main.aspx?appname=msdynce_CustomerServiceAdminCenter\
    &pagetype=control&controlName=MscrmControls.ServiceAdminCenter.Collaboration";

#[tokio::test(flavor = "multi_thread")]
async fn the_teams_chat_page_carries_one_button_and_it_opens_the_panel() {
    let sandbox = Sandbox::start(&[]).await.unwrap();
    let browser = Chromium::start(Options::fresh("button").unwrap(), &sandbox)
        .await
        .unwrap();
    assert_eq!(browser.id, extension_id(&browser.options.extension).unwrap());
    let chromedriver = DriverProcess::start("chromedriver", &[]).await.unwrap();
    let driver = browser.session(&chromedriver).await.unwrap();

    driver.goto(TEAMS_CHAT).await.unwrap();
    shown(&driver, "#latchkey-open").await.unwrap();
    // The portal renders anew while it starts; in the frame between, the button is on its way back.
    until("exactly one button", || async {
        let buttons = driver.find_all(By::Css("#latchkey-open")).await?;
        assert!(buttons.len() < 2, "the button is there twice");
        Ok((buttons.len() == 1).then_some(()))
    })
    .await
    .unwrap();

    click(&driver, "#latchkey-open").await.unwrap();
    dock::enter(&driver).await.unwrap();
    shown(&driver, "body").await.unwrap();
    assert!(driver.find(By::Css("#app")).await.is_ok());
    driver.quit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_collaboration_page_carries_a_button_that_leads_to_teams_chat() {
    let sandbox = Sandbox::start(&[]).await.unwrap();
    let browser = Chromium::start(Options::fresh("collaboration").unwrap(), &sandbox)
        .await
        .unwrap();
    let chromedriver = DriverProcess::start("chromedriver", &[]).await.unwrap();
    let driver = browser.session(&chromedriver).await.unwrap();
    driver.goto(COLLABORATION).await.unwrap();
    click(&driver, "#latchkey-chat").await.unwrap();
    dock::enter(&driver).await.unwrap();
    shown(&driver, "[data-testid='teams-chat']").await.unwrap();
    driver.quit().await.unwrap();
}

/// Where everything of the pane stands, and how much of it scrolls, with or without the button; and whether the button
/// is in sight.
const PANE: &str = r##"
  const button = document.querySelector("#latchkey-who");
  const all = [...document.querySelectorAll("aside[role=dialog], aside[role=dialog] *")].filter((it) => !button.contains(it));
  const look = () => JSON.stringify(all.map((it) => {
    const { x, y, width, height } = it.getBoundingClientRect();
    return it.contains(button) && it.matches(".body *") ? [x, y] : [x, y, width, height, it.scrollHeight > it.clientHeight && it.matches(".body")];
  }));
  const { x, y, width, height } = button.getBoundingClientRect();
  const seen = document.elementFromPoint(x + width / 2, y + height / 2);
  const inSight = width > 60 && height > 20 && button.contains(seen);
  // What is scrolled moves when what is scrolled to goes.
  all.forEach((it) => (it.scrollTop = 0));
  const beside = look();
  const shown = button.style.display;
  button.style.display = "none";
  const alone = look();
  button.style.display = shown;
  return { shifted: beside !== alone, inSight, said: button.textContent };"##;

#[tokio::test(flavor = "multi_thread")]
async fn a_pane_too_low_for_one_more_button_still_shows_it_and_nothing_shifts() {
    let sandbox = Sandbox::start(&["--locale", "fr"]).await.unwrap();
    let chromedriver = DriverProcess::start("chromedriver", &[]).await.unwrap();
    for height in [560, 640, 720, 800, 1000] {
        let mut options = Options::fresh(&format!("low-{height}")).unwrap();
        options.window = (1280, height);
        let browser = Chromium::start(options, &sandbox).await.unwrap();
        let driver = browser.session(&chromedriver).await.unwrap();
        driver.goto(TEAMS_CHAT).await.unwrap();
        shown(&driver, "button[id^='row-']").await.unwrap();
        click(&driver, "button[id^='row-']").await.unwrap();
        let button = shown(&driver, "#latchkey-who").await.unwrap();
        until("a button in sight that shifts nothing", || async {
            // By scrolling where the pane scrolls anyway.
            button.scroll_into_view().await?;
            let found = script(&driver, PANE, vec![]).await?;
            assert_eq!(found["shifted"], json!(false), "{height}: {found}");
            assert!(found["said"].as_str().is_some_and(|said| said.starts_with("Qui peut")));
            Ok((found["inSight"] == json!(true)).then_some(()))
        })
        .await
        .unwrap();
        driver.quit().await.unwrap();
    }
}
