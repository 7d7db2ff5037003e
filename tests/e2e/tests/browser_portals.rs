//! Latchkey on other portals, in real Chromium: the button is there once their host is allowed, once, without shifting
//! anything, in the page's language, and opens the panel beside the page or in a tab, never docked into it; it is gone
//! with the permission, and a page where its place is not found goes without.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "in a test a surprise is a failure"
)]

use anyhow::Result;
use latchkey_e2e::chromium::{Chromium, Options};
use latchkey_e2e::driver::{DriverProcess, by_test_id, click, click_seen, panel_tab, script, shown, text_with};
use latchkey_e2e::sandbox::{Sandbox, TEAMS_CHAT};
use latchkey_e2e::{dock, until};
use serde_json::{Value, json};
use thirtyfour::{By, WebDriver};

struct Portal {
    /// As the extension may ask for it.
    host: &'static str,
    page: &'static str,
    /// What the page has once it is drawn.
    drawn: &'static str,
    /// The view the button leads to.
    view: &'static str,
}

const PORTALS: [Portal; 10] = [
    Portal {
        host: "contoso.brightpattern.com",
        page: "https://contoso.brightpattern.com/admin/",
        drawn: "tbody tr",
        view: "#/bright-pattern/",
    },
    Portal {
        host: "partner.microsoft.com",
        page: "https://partner.microsoft.com/dashboard/",
        drawn: "he-shell",
        view: "#/lead-management/",
    },
    Portal {
        host: "admin.powerplatform.microsoft.com",
        page: "https://admin.powerplatform.microsoft.com/environments",
        drawn: "table",
        view: "#/",
    },
    Portal {
        host: "entra.microsoft.com",
        page: "https://entra.microsoft.com/",
        drawn: "[role=menubar]",
        view: "#/",
    },
    Portal {
        host: "portal.azure.com",
        page: "https://portal.azure.com/",
        drawn: "[role=menubar]",
        view: "#/",
    },
    Portal {
        host: "admin.teams.microsoft.com",
        page: "https://admin.teams.microsoft.com/policies/meetings",
        drawn: "main h1",
        view: "#/readiness/",
    },
    Portal {
        host: "admin.cloud.microsoft",
        page: "https://admin.cloud.microsoft/",
        drawn: "main h1",
        view: "#/readiness/",
    },
    Portal {
        host: "outlook.office.com",
        page: "https://outlook.office.com/",
        drawn: "iframe",
        view: "#/salesforce-connection/",
    },
    Portal {
        host: "teams.microsoft.com",
        page: "https://teams.microsoft.com/v2/",
        drawn: "iframe",
        view: "#/salesforce-connection/",
    },
    Portal {
        host: "contoso.lightning.force.com",
        page: "https://contoso.lightning.force.com/lightning/setup/ConnectedApplication/home",
        drawn: "force-aloha-page iframe",
        view: "#/salesforce-connection/",
    },
];

/// Somebody of each language, and what a button says in it that has been left behind by an update.
const PEOPLE: [(&str, &str, &str); 4] = [
    ("en", "admin@contoso.com", "Latchkey was updated"),
    ("fr", "camille.lefevre@contoso.com", "Latchkey a été mis à jour"),
    ("ja", "kenji.watanabe@contoso.com", "Latchkey が更新されました"),
    ("da", "agent@contoso.com", "Latchkey er opdateret"),
];

/// How many buttons there are, how ours looks, and what of the page stands elsewhere because of it, also inside open
/// shadow roots.
const LOOK: &str = r##"
  const ours = [...document.querySelectorAll("[id^='latchkey-']")];
  const deep = (root) => [...root.querySelectorAll("*")].flatMap((it) => [it, ...(it.shadowRoot ? deep(it.shadowRoot) : [])]);
  const others = deep(document).filter((it) => !ours.some((our) => our.contains(it)));
  const boxes = () => others.map((it) => {
    const { x, y, width, height } = it.getBoundingClientRect();
    return [x, y, width, height, it.scrollWidth, it.scrollHeight].join();
  });
  const beside = boxes();
  const { x, y, width, height } = ours[0]?.getBoundingClientRect() ?? { x: 0, y: 0, width: 0, height: 0 };
  const inSight = width > 60 && height > 20 && ours[0].contains(document.elementFromPoint(x + width / 2, y + height / 2));
  ours.forEach((it) => (it.style.display = "none"));
  const alone = boxes();
  ours.forEach((it) => (it.style.display = ""));
  const [our] = ours;
  return { ours: ours.length, inSight, moved: others.filter((_, at) => beside[at] !== alone[at]).map((it) => it.tagName),
    native: our?.tagName === "BUTTON" && our.type === "button" && our.querySelector("span") !== null && getComputedStyle(our).cursor !== "none",
    says: our?.textContent, lang: document.documentElement.lang };"##;

/// Errors of the page, heard before any of its scripts runs.
const LISTEN: &str = "globalThis.wrong = []; addEventListener('error', ({ message }) => wrong.push(message)); \
    addEventListener('unhandledrejection', ({ reason }) => wrong.push(String(reason)));";

/// Lets every mark the command bar is found by vanish as soon as it comes, before anybody else hears of it.
const UNMARK: &str = r##"
  new MutationObserver(() => {
    for (const bar of document.querySelectorAll("#mainContent .ms-CommandBar-primaryCommand, #mainContent [data-id='CommandBar'], #mainContent [role='menubar']")) {
      bar.classList.add("unmarked");
      bar.classList.remove("ms-CommandBar-primaryCommand");
      bar.removeAttribute("data-id");
      bar.removeAttribute("role");
    }
  }).observe(document, { childList: true, subtree: true, attributes: true });"##;

async fn before_any_script(driver: &WebDriver, source: &str) {
    let wanted = json!({ "source": source });
    let devtools = driver.cdp();
    let added = devtools.send_raw("Page.addScriptToEvaluateOnNewDocument", wanted);
    added.await.unwrap();
}

async fn copies(driver: &WebDriver) -> Result<usize> {
    Ok(driver.find_all(By::Css("[id^='latchkey-']")).await?.len())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_portal_carries_one_button_that_shifts_nothing_and_never_docks() {
    let sandbox = Sandbox::start(&[]).await.unwrap();
    let mut options = Options::fresh("portals").unwrap();
    options.hold(&PORTALS.map(|portal| portal.host));
    let mut browser = Chromium::start(options, &sandbox).await.unwrap();
    let chromedriver = DriverProcess::start("chromedriver", &[]).await.unwrap();
    let driver = browser.session(&chromedriver).await.unwrap();
    before_any_script(&driver, LISTEN).await;
    for Portal { page, drawn, view, .. } in PORTALS {
        for (language, who, _) in PEOPLE {
            // Salesforce knows none of these people but the administrator, whose language it has.
            let is_salesforce = page.contains("force.com");
            let (language, who) = if is_salesforce {
                ("en", PEOPLE[0].1)
            } else {
                (language, who)
            };
            driver.goto(format!("{page}?as={who}")).await.unwrap();
            shown(&driver, drawn).await.unwrap();
            // A page that is drawn once more throws the button out; it is on its way back then.
            let found = until("a button in sight", || async {
                let found = script(&driver, LOOK, vec![]).await?;
                Ok((found["inSight"] == json!(true)).then_some(found))
            })
            .await
            .unwrap();
            // Bright Pattern is published in English and Japanese.
            let language = if drawn == "tbody tr" && language != "ja" {
                "en"
            } else {
                language
            };
            let wanted =
                json!({"ours": 1, "inSight": true, "moved": [], "native": true, "says": "Latchkey", "lang": language});
            assert_eq!(found, wanted, "{page}");
        }
        // A script of the page opens nothing.
        script(&driver, "document.querySelector('#latchkey-open').click()", vec![])
            .await
            .unwrap();
        click(&driver, "#latchkey-open").await.unwrap();
        let opened = until("the panel", || {
            let panels = panels(&mut browser);
            async move { Ok(panels?.pop()) }
        })
        .await
        .unwrap();
        assert!(opened.1.ends_with(view), "{page}: {opened:?}");
        assert!(dock::frame(&driver).await.unwrap().is_none(), "{page}: docked");
        assert_eq!(copies(&driver).await.unwrap(), 1, "{page}");
        let panels_now = panels(&mut browser).unwrap();
        assert_eq!(panels_now.len(), 1, "{page}: the script's click opened one as well");
        browser
            .devtools("Target.closeTarget", json!({ "targetId": opened.0 }))
            .unwrap();
        until("the panel to close", || {
            let panels = panels(&mut browser);
            async move { Ok(panels?.is_empty().then_some(())) }
        })
        .await
        .unwrap();
        let wrong = script(&driver, "return wrong", vec![]).await.unwrap();
        assert_eq!(wrong, json!([]), "{page}");
    }
    // A button an update has left behind says so when it is used, in the language of its page.
    let (_, who, updated) = PEOPLE[3];
    driver.goto(format!("{}?as={who}", PORTALS[2].page)).await.unwrap();
    shown(&driver, "#latchkey-open").await.unwrap();
    browser.reload_extension().unwrap();
    click(&driver, "#latchkey-open").await.unwrap();
    text_with(&driver, "#latchkey-open", updated).await.unwrap();
    driver.quit().await.unwrap();
}

/// Target and address of each panel that is open.
fn panels(browser: &mut Chromium) -> Result<Vec<(Value, String)>> {
    let targets = browser.devtools("Target.getTargets", json!({}))?;
    let targets = targets["targetInfos"].as_array().unwrap().iter();
    let all = targets.map(|target| (target["targetId"].clone(), target["url"].as_str().unwrap().to_owned()));
    Ok(all.filter(|(_, url)| url.contains("/panel.html")).collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_gets_its_button_when_it_is_allowed_and_loses_it_when_it_is_given_back() {
    let portal = &PORTALS[0];
    let sandbox = Sandbox::start(&[]).await.unwrap();
    let mut options = Options::fresh("portal-allowed").unwrap();
    options.agree(&[portal.host]);
    let browser = Chromium::start(options, &sandbox).await.unwrap();
    let chromedriver = DriverProcess::start("chromedriver", &[]).await.unwrap();
    let driver = browser.session(&chromedriver).await.unwrap();
    driver.goto(portal.page).await.unwrap();
    shown(&driver, portal.drawn).await.unwrap();
    assert_eq!(copies(&driver).await.unwrap(), 0, "nobody has allowed it yet");
    let page = driver.window().await.unwrap();

    let org = driver.new_tab().await.unwrap();
    driver.switch_to_window(org).await.unwrap();
    driver.goto(TEAMS_CHAT).await.unwrap();
    shown(&driver, "#latchkey-open").await.unwrap();
    let (panel, _) = panel_tab(&driver, &browser.id, portal.view).await.unwrap();
    by_test_id(&driver, "bright-host")
        .await
        .unwrap()
        .send_keys(portal.host)
        .await
        .unwrap();
    click(&driver, "[data-testid='bright-open']").await.unwrap();

    // The tab that was open gets it as it is.
    driver.switch_to_window(page.clone()).await.unwrap();
    shown(&driver, "#latchkey-open").await.unwrap();
    assert_eq!(copies(&driver).await.unwrap(), 1);

    driver.switch_to_window(panel).await.unwrap();
    click(&driver, "[data-testid='nav-settings']").await.unwrap();
    let remove = format!("[data-testid='permission-remove-https://{}/*']", portal.host);
    click_seen(&driver, &remove).await.unwrap();
    let left = "const done = arguments[0]; Promise.all([chrome.permissions.getAll(), chrome.scripting.getRegisteredContentScripts()]) \
        .then(([{ origins }, scripts]) => done([origins.filter((it) => !it.includes('.crm')), scripts]))";
    until("the permission to be gone", || async {
        let left = driver.execute_async(left, Vec::new()).await?;
        Ok((*left.json() == json!([[], []])).then_some(()))
    })
    .await
    .unwrap();
    assert!(driver.find_all(By::Css(remove)).await.unwrap().is_empty());
    driver.switch_to_window(page).await.unwrap();
    driver.refresh().await.unwrap();
    shown(&driver, portal.drawn).await.unwrap();
    assert_eq!(copies(&driver).await.unwrap(), 0, "it was given back");
    driver.quit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn beside_a_portal_the_only_environment_is_taken_and_between_several_the_admin_chooses() {
    let portal = &PORTALS[1];
    let sandbox = Sandbox::start(&[]).await.unwrap();
    let mut options = Options::fresh("portal-alone").unwrap();
    options.hold(&[portal.host]);
    let browser = Chromium::start(options, &sandbox).await.unwrap();
    let chromedriver = DriverProcess::start("chromedriver", &[]).await.unwrap();
    let driver = browser.session(&chromedriver).await.unwrap();
    driver.goto(portal.page).await.unwrap();
    shown(&driver, portal.drawn).await.unwrap();
    let panel = driver.new_tab().await.unwrap();
    driver.switch_to_window(panel.clone()).await.unwrap();
    let page = format!("chrome-extension://{}/panel.html", browser.id);
    driver.goto(format!("{page}#/history")).await.unwrap();
    let find = "const done = arguments[0]; chrome.tabs.query({url: 'https://partner.microsoft.com/*'}).then(([tab]) => done(tab.id));";
    let tab = driver.execute_async(find, Vec::new()).await.unwrap().json().clone();
    let beside = format!("{page}?tab={tab}{}", portal.view);

    driver.goto(&beside).await.unwrap();
    text_with(&driver, "[data-testid='state-no-organization']", "crm4.dynamics.com")
        .await
        .unwrap();
    open(&driver, TEAMS_CHAT).await;
    driver.switch_to_window(panel.clone()).await.unwrap();
    click(&driver, "[data-testid='organization-again']").await.unwrap();
    text_with(&driver, "[data-testid='target']", "Contoso Service")
        .await
        .unwrap();

    // Another environment is opened: the panel stays with its own, and one that is opened now asks.
    open(&driver, "https://msdynviva.crm4.dynamics.com/main.aspx").await;
    driver.switch_to_window(panel).await.unwrap();
    click(&driver, "[data-testid='refresh']").await.unwrap();
    text_with(&driver, "[data-testid='target']", "Contoso Service")
        .await
        .unwrap();
    driver.refresh().await.unwrap();
    by_test_id(&driver, "organization-msdynviva.crm4.dynamics.com")
        .await
        .unwrap();
    let before = sandbox.requests().await.unwrap().len();
    click(&driver, "[data-testid='organization-contoso.crm4.dynamics.com']")
        .await
        .unwrap();
    text_with(&driver, "[data-testid='target']", "Contoso Service")
        .await
        .unwrap();
    let asked = sandbox.requests().await.unwrap();
    let other = |request: &Value| {
        request["host"]
            .as_str()
            .is_some_and(|host| host.starts_with("msdynviva"))
    };
    assert!(!asked.iter().skip(before).any(other), "only the chosen one is asked");
    driver.quit().await.unwrap();
}

/// Shows a page in a tab of its own.
async fn open(driver: &WebDriver, page: &str) {
    let tab = driver.new_tab().await.unwrap();
    driver.switch_to_window(tab).await.unwrap();
    driver.goto(page).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_where_the_buttons_place_is_not_found_goes_without_and_is_not_harmed() {
    let portal = &PORTALS[2];
    let sandbox = Sandbox::start(&[]).await.unwrap();
    let mut options = Options::fresh("portal-unknown").unwrap();
    options.hold(&[portal.host]);
    let browser = Chromium::start(options, &sandbox).await.unwrap();
    let chromedriver = DriverProcess::start("chromedriver", &[]).await.unwrap();
    let driver = browser.session(&chromedriver).await.unwrap();
    before_any_script(&driver, LISTEN).await;

    // A page without a body, such as one of frames.
    driver.goto(portal.page).await.unwrap();
    shown(&driver, "#latchkey-open").await.unwrap();
    let frames = "const frames = document.createElement('frameset'); const { body } = document; \
        globalThis.before = body; document.documentElement.replaceChild(frames, body);";
    script(&driver, frames, vec![]).await.unwrap();
    beats(&driver).await;
    assert_eq!(copies(&driver).await.unwrap(), 0);
    assert_eq!(script(&driver, "return wrong", vec![]).await.unwrap(), json!([]));
    let back = "document.documentElement.replaceChild(before, document.querySelector('frameset'))";
    script(&driver, back, vec![]).await.unwrap();
    shown(&driver, "#latchkey-open").await.unwrap();
    assert_eq!(copies(&driver).await.unwrap(), 1);

    // The portal's own page, when none of the marks its command bar is found by is there any more.
    before_any_script(&driver, UNMARK).await;
    driver.goto(TEAMS_CHAT).await.unwrap();
    shown(&driver, "#mainContent .unmarked button").await.unwrap();
    shown(&driver, "#mainContent table").await.unwrap();
    beats(&driver).await;
    assert_eq!(copies(&driver).await.unwrap(), 0);
    assert_eq!(script(&driver, "return wrong", vec![]).await.unwrap(), json!([]));
    // The page works on: its pane opens, and there the button's place is found.
    click(&driver, "button[id^='row-']").await.unwrap();
    shown(&driver, "#latchkey-who").await.unwrap();
    driver.quit().await.unwrap();
}

/// Waits until the content script has looked at the page at least twice more: it does so every 750 ms.
async fn beats(driver: &WebDriver) {
    let wait = "const done = arguments[0]; setTimeout(done, 2000);";
    driver.execute_async(wait, Vec::new()).await.unwrap();
}
