//! The injected button, in real Chromium: it is there, once, and opens the panel.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "in a test a surprise is a failure"
)]

use latchkey_e2e::chromium::{Chromium, Options, extension_id};
use latchkey_e2e::driver::{DriverProcess, click, shown};
use latchkey_e2e::sandbox::{Sandbox, TEAMS_CHAT};
use latchkey_e2e::{dock, until};
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
