//! Runs that are cut off in real Chromium, and taken up again: whatever happens to the panel, the page, the extension
//! or the browser, the tenant ends as the plan says, nothing is sent twice, and it can all be taken back.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "in a test a surprise is a failure"
)]

use std::collections::BTreeMap;
use std::time::Duration;

use latchkey_e2e::chromium::{Chromium, Options};
use latchkey_e2e::driver::{DriverProcess, by_test_id, click, panel_tab, shown, text_with};
use latchkey_e2e::journeys::bright_pattern::ADMIN;
use latchkey_e2e::journeys::difference;
use latchkey_e2e::journeys::disconnect::{comparable, expected};
use latchkey_e2e::sandbox::{Sandbox, TEAMS_CHAT};
use latchkey_e2e::{dock, until};
use serde_json::{Value, json};
use thirtyfour::{By, WebDriver};

/// A browser on a tenant, with the panel open.
struct Scene {
    sandbox: Sandbox,
    browser: Chromium,
    chromedriver: DriverProcess,
    driver: WebDriver,
    start: Value,
}

impl Scene {
    /// The Teams chat page, and nothing of ours open yet.
    async fn on_the_page(name: &str) -> Scene {
        let sandbox = Sandbox::start(&[]).await.unwrap();
        let start = comparable(sandbox.state().await.unwrap()).unwrap();
        let browser = Chromium::start(Options::fresh(name).unwrap(), &sandbox).await.unwrap();
        let chromedriver = DriverProcess::start("chromedriver", &[]).await.unwrap();
        let driver = browser.session(&chromedriver).await.unwrap();
        driver.goto(TEAMS_CHAT).await.unwrap();
        Scene {
            sandbox,
            browser,
            chromedriver,
            driver,
            start,
        }
    }

    /// The docked panel with the plan of three changes in preview.
    async fn in_preview(name: &str) -> Scene {
        let scene = Scene::on_the_page(name).await;
        open_panel(&scene.driver).await;
        preview(&scene.driver).await;
        scene
    }

    /// A run in the middle: its second write was carried out, and the answer is still on its way.
    async fn mid_run(name: &str) -> Scene {
        let scene = Scene::in_preview(name).await;
        scene.begin_run().await;
        scene
    }

    async fn begin_run(&self) {
        self.sandbox.forget_requests().await.unwrap();
        self.sandbox.latency(1500).await.unwrap();
        apply(&self.driver).await;
        until("the second write", || async {
            Ok((self.writes().await.len() >= 2).then_some(()))
        })
        .await
        .unwrap();
    }

    /// Every write since the run began, with its status.
    async fn writes(&self) -> Vec<(String, Option<u64>)> {
        let requests = self.sandbox.requests().await.unwrap();
        let text = |request: &Value, name: &str| request[name].as_str().unwrap_or_default().to_owned();
        requests
            .iter()
            .filter(|request| request["method"] != "GET" && !text(request, "path").ends_with("$batch"))
            .map(|request| {
                let what = format!(
                    "{} {} {}",
                    text(request, "method"),
                    text(request, "path"),
                    request["body"]
                );
                (what, request["status"].as_u64())
            })
            .collect()
    }

    async fn expect(&self, wanted: &Value, when: &str) {
        let found = comparable(self.sandbox.state().await.unwrap()).unwrap();
        if let Some(difference) = difference(wanted, &found, "") {
            panic!("{when}, the tenant is not as expected: {difference}");
        }
    }

    /// The panel, opened again, offers the run; it is taken up, ends as planned, and is taken back.
    async fn take_up_and_back(&self) {
        open_panel(&self.driver).await;
        by_test_id(&self.driver, "state-interrupted").await.unwrap();
        press_until(&self.driver, "interrupted-resume", "[data-testid='run-status']").await;
        self.see_it_done_and_take_it_back().await;
    }

    async fn see_it_done_and_take_it_back(&self) {
        done(&self.driver).await;
        let wanted = comparable(expected(&self.start).unwrap()).unwrap();
        self.expect(&wanted, "after the run").await;
        let mut carried_out = BTreeMap::new();
        for (what, status) in self.writes().await {
            if status.is_some_and(|status| status < 300) {
                *carried_out.entry(what).or_insert(0) += 1;
            }
        }
        assert_eq!(carried_out.len(), 3, "{carried_out:#?}");
        assert!(
            carried_out.values().all(|times| *times == 1),
            "sent twice: {carried_out:#?}"
        );

        press_until(&self.driver, "run-undo", "[data-testid='plan']").await;
        apply(&self.driver).await;
        done(&self.driver).await;
        self.expect(&self.start, "after undo").await;
    }
}

async fn open_panel(driver: &WebDriver) {
    click(driver, "#latchkey-open").await.unwrap();
    dock::enter(driver).await.unwrap();
}

/// Two switches and a role, as a plan in preview.
async fn preview(driver: &WebDriver) {
    click(driver, "[data-testid='nav-disconnect-rights']").await.unwrap();
    click(driver, "[data-testid='toggle-connector-incident']")
        .await
        .unwrap();
    click(driver, "[data-testid='toggle-owner-account']").await.unwrap();
    let others = by_test_id(driver, "roles-others").await.unwrap();
    others.scroll_into_view().await.unwrap();
    others.click().await.unwrap();
    let search = by_test_id(driver, "roles-search").await.unwrap();
    search.send_keys("Salesperson").await.unwrap();
    click(driver, "[data-testid='role-salesperson']").await.unwrap();
    text_with(driver, "[data-testid='bar']", "3").await.unwrap();
    click(driver, "[data-testid='bar-review']").await.unwrap();
    by_test_id(driver, "plan").await.unwrap();
}

/// Types the name and presses Apply until there is a run: the first half second does not count.
async fn apply(driver: &WebDriver) {
    type_name(driver).await;
    press_until(driver, "plan-apply", "[data-testid='run-status']").await;
}

async fn type_name(driver: &WebDriver) {
    let field = by_test_id(driver, "plan-name").await.unwrap();
    field.send_keys("Contoso Service").await.unwrap();
}

/// Presses a control as a person does who sees that nothing has come of it yet.
async fn press_until(driver: &WebDriver, control: &str, css: &str) {
    until(&format!("{css} after {control}"), || async {
        if !driver.find_all(By::Css(css)).await?.is_empty() {
            return Ok(Some(()));
        }
        for button in driver.find_all(By::Css(format!("[data-testid='{control}']"))).await? {
            button.click().await?;
        }
        Ok(None)
    })
    .await
    .unwrap();
}

async fn done(driver: &WebDriver) {
    shown(driver, "[data-testid='run-status'][data-phase='done']")
        .await
        .unwrap();
}

/// Closes the docked panel. The frame may be gone before the driver has heard that its click landed.
async fn close(driver: &WebDriver) {
    by_test_id(driver, "close").await.unwrap().click().await.ok();
    dock::leave(driver).await.unwrap();
    until("the dock to go", || async {
        Ok(dock::frame(driver).await?.is_none().then_some(()))
    })
    .await
    .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn g8_a_panel_closed_mid_run_is_opened_again_and_goes_on() {
    let scene = Scene::mid_run("closed").await;
    close(&scene.driver).await;
    scene.sandbox.latency(0).await.unwrap();
    scene.take_up_and_back().await;
    scene.driver.quit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn g8_a_page_reloaded_mid_run_goes_on_in_the_next_panel() {
    let scene = Scene::mid_run("reloaded").await;
    scene.sandbox.latency(0).await.unwrap();
    dock::leave(&scene.driver).await.unwrap();
    scene.driver.refresh().await.unwrap();
    scene.take_up_and_back().await;
    scene.driver.quit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn g8_a_tab_that_moves_to_another_portal_mid_run_takes_the_dock_along_and_goes_on_when_it_is_back() {
    let scene = Scene::mid_run("moved").await;
    scene.sandbox.latency(0).await.unwrap();
    dock::leave(&scene.driver).await.unwrap();
    scene.driver.goto(ADMIN).await.unwrap();
    shown(&scene.driver, "tbody tr").await.unwrap();
    // What was on its way is in by now, and nothing more follows from a page that is gone.
    let before = scene.writes().await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(scene.writes().await.len(), before.len());
    scene.driver.goto(TEAMS_CHAT).await.unwrap();
    scene.take_up_and_back().await;
    scene.driver.quit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn g8_a_run_in_a_tab_of_its_own_is_held_while_the_organization_s_tab_is_at_another_portal() {
    let scene = Scene::on_the_page("elsewhere").await;
    let driver = &scene.driver;
    let org = driver.window().await.unwrap();
    shown(driver, "#latchkey-open").await.unwrap();
    let (panel, _) = panel_tab(driver, &scene.browser.id, "#/disconnect-rights")
        .await
        .unwrap();
    preview(driver).await;
    scene.begin_run().await;
    driver.switch_to_window(org.clone()).await.unwrap();
    driver.goto(ADMIN).await.unwrap();
    scene.sandbox.latency(0).await.unwrap();
    driver.switch_to_window(panel.clone()).await.unwrap();
    shown(driver, "[data-testid='run-status'][data-phase='held']")
        .await
        .unwrap();
    text_with(driver, "[data-testid='run-held']", "No tab shows")
        .await
        .unwrap();
    let before = scene.writes().await;
    driver.switch_to_window(org).await.unwrap();
    driver.goto(TEAMS_CHAT).await.unwrap();
    shown(driver, "#latchkey-open").await.unwrap();
    assert_eq!(scene.writes().await, before, "written without being let");
    driver.switch_to_window(panel).await.unwrap();
    press_until(
        driver,
        "run-go-on",
        "[data-testid='run-status']:not([data-phase='held'])",
    )
    .await;
    scene.see_it_done_and_take_it_back().await;
    scene.driver.quit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn g8_a_browser_killed_mid_run_goes_on_after_its_next_start() {
    let scene = Scene::mid_run("killed").await;
    let options = scene.browser.kill().unwrap();
    scene.driver.quit().await.ok();
    scene.sandbox.latency(0).await.unwrap();
    let browser = Chromium::start(options, &scene.sandbox).await.unwrap();
    let driver = browser.session(&scene.chromedriver).await.unwrap();
    driver.goto(TEAMS_CHAT).await.unwrap();
    let scene = Scene {
        browser,
        driver,
        ..scene
    };
    scene.take_up_and_back().await;
    scene.driver.quit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn g8_an_extension_reloaded_mid_run_says_so_on_old_pages_and_goes_on_after_a_reload() {
    let mut scene = Scene::mid_run("extension").await;
    scene.browser.reload_extension().unwrap();
    scene.sandbox.latency(0).await.unwrap();
    dock::leave(&scene.driver).await.unwrap();
    until("the old page to say so", || async {
        let text = shown(&scene.driver, "#latchkey-open").await?.text().await?;
        Ok(text.contains("reload").then_some(()))
    })
    .await
    .unwrap();
    assert!(
        dock::frame(&scene.driver).await.unwrap().is_none(),
        "a panel of the old copy is left"
    );
    scene.driver.refresh().await.unwrap();
    scene.take_up_and_back().await;
    scene.driver.quit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_panel_on_the_same_org_watches_cannot_apply_and_takes_over_what_was_cut_off() {
    let scene = Scene::in_preview("second").await;
    let first = scene.driver.window().await.unwrap();
    let second = scene.driver.new_tab().await.unwrap();
    scene.driver.switch_to_window(second.clone()).await.unwrap();
    scene.driver.goto(TEAMS_CHAT).await.unwrap();
    open_panel(&scene.driver).await;
    preview(&scene.driver).await;
    type_name(&scene.driver).await;

    scene.driver.switch_to_window(first).await.unwrap();
    dock::enter(&scene.driver).await.unwrap();
    scene.begin_run().await;
    click(&scene.driver, "[data-testid='run-pause']").await.unwrap();
    shown(&scene.driver, "[data-testid='run-status'][data-phase='paused']")
        .await
        .unwrap();
    scene.sandbox.latency(0).await.unwrap();
    let before = scene.writes().await;

    // Its Apply is refused, and it shows the run that holds the org instead, without a way to steer it.
    let driver = &scene.driver;
    driver.switch_to_window(second).await.unwrap();
    dock::enter(driver).await.unwrap();
    press_until(driver, "plan-apply", "[data-testid='state-watching']").await;
    for control in [
        "run-pause",
        "run-resume",
        "run-cancel",
        "run-undo",
        "interrupted-resume",
        "plan-apply",
    ] {
        assert!(
            driver
                .find_all(By::Css(format!("[data-testid='{control}']")))
                .await
                .unwrap()
                .is_empty(),
            "{control} in a panel that watches"
        );
    }
    assert_eq!(scene.writes().await, before);

    // The panel that ran it goes away: the one that watched hears of it and may go on.
    let windows = driver.windows().await.unwrap();
    driver.switch_to_window(windows.first().unwrap().clone()).await.unwrap();
    driver.close_window().await.unwrap();
    driver.switch_to_window(windows.last().unwrap().clone()).await.unwrap();
    dock::enter(driver).await.unwrap();
    by_test_id(driver, "state-interrupted").await.unwrap();
    press_until(driver, "interrupted-resume", "[data-testid='run-status']").await;
    scene.see_it_done_and_take_it_back().await;
    scene.driver.quit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn g1_a_full_storage_is_refused_in_words_and_nothing_is_written() {
    let scene = Scene::in_preview("full").await;
    let fill = "const [done] = arguments; chrome.storage.local.getBytesInUse(null)\
        .then((used) => chrome.storage.local.set({ filler: 'x'.repeat(chrome.storage.local.QUOTA_BYTES - used - 300) }))\
        .then(() => done('filled'), (cause) => done(String(cause)))";
    let filled = scene.driver.execute_async(fill, Vec::new()).await.unwrap();
    assert_eq!(filled.json(), "filled");
    scene.sandbox.forget_requests().await.unwrap();
    type_name(&scene.driver).await;
    press_until(
        &scene.driver,
        "plan-apply",
        "[data-testid='plan-refused'], [data-testid='run-stopped']",
    )
    .await;
    text_with(&scene.driver, "main", "room").await.unwrap();
    assert_eq!(scene.writes().await, []);
    scene.expect(&scene.start, "after the refusal").await;
    scene.driver.quit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tab_open_before_installation_gets_the_button_and_its_panel_closes_at_any_moment() {
    let mut scene = Scene::on_the_page("before").await;
    let id = scene.browser.id.clone();
    scene
        .browser
        .devtools("Extensions.uninstall", json!({ "id": id }))
        .unwrap();
    scene.driver.refresh().await.unwrap();
    shown(&scene.driver, "#mainContent button").await.unwrap();
    assert!(scene.driver.find(By::Css("#latchkey-open")).await.is_err());

    scene.browser.reload_extension().unwrap();
    shown(&scene.driver, "#latchkey-open").await.unwrap();
    // While it reads for the first time, too.
    scene.sandbox.latency(300).await.unwrap();
    for _ in 0..4 {
        open_panel(&scene.driver).await;
        close(&scene.driver).await;
    }
    // A page that loads while the extension comes gets one copy of what is declared, not two.
    scene.sandbox.latency(0).await.unwrap();
    scene.driver.refresh().await.unwrap();
    for _ in 0..4 {
        open_panel(&scene.driver).await;
        close(&scene.driver).await;
    }
    scene.driver.quit().await.unwrap();
}
