//! A hostile page against the shipped extension, in real Chromium: forged messages, a clobbered and polluted world,
//! scripted clicks, our panel embedded, covered, moved and removed, look-alikes, markup in names.

#![cfg(test)]

use std::sync::Mutex;

use latchkey_e2e::chromium::{Chromium, Options};
use latchkey_e2e::driver::{DriverProcess, by_test_id, click, script, shown, text_with};
use latchkey_e2e::sandbox::{Sandbox, TEAMS_CHAT};
use latchkey_e2e::{dock, until};
use serde_json::{Value, json};
use thirtyfour::{By, WebDriver};

const OPEN: &str = "#latchkey-open";
/// A page that calls itself the Teams chat page, and attacks with what is switched on behind.
const HOSTILE: &str = "https://contoso.crm4.dynamics.com/hostile.aspx?disguise=1";

struct Stage {
    sandbox: Sandbox,
    browser: Mutex<Chromium>,
    _chromedriver: DriverProcess,
    driver: WebDriver,
}

impl Stage {
    async fn set(name: &str) -> Self {
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

    async fn script(&self, source: &str) -> Value {
        script(&self.driver, source, Vec::new()).await.unwrap()
    }

    /// What the page noted about its attacks: attack, event and detail of each. Put together without anything the page
    /// may have replaced.
    async fn attacks(&self) -> Vec<[String; 3]> {
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
    async fn attacked(&self, attack: &str, event: &str, detail: &str) {
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
    async fn open_dock(&self) {
        shown(&self.driver, OPEN).await.unwrap();
        click(&self.driver, OPEN).await.unwrap();
        dock::enter(&self.driver).await.unwrap();
    }

    /// In the dock: to the preview of a plan that changes one toggle, its name typed.
    async fn preview(&self) {
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

    async fn type_name(&self) {
        by_test_id(&self.driver, "plan-apply").await.unwrap();
        let name = self
            .script("return document.querySelector(\"label[for='plan-name'] bdi\")?.textContent ?? '';")
            .await;
        let name = name.as_str().unwrap();
        if !name.is_empty() {
            let field = by_test_id(&self.driver, "plan-name").await.unwrap();
            field.send_keys(name).await.unwrap();
        }
        until("an Apply that may be pressed", || async {
            let apply = by_test_id(&self.driver, "plan-apply").await?;
            Ok((apply.attr("aria-disabled").await?.as_deref() == Some("false")).then_some(()))
        })
        .await
        .unwrap();
    }

    /// Waits until the browser itself calls Apply visible, or not, for longer than the panel wants.
    async fn settled(&self, visible: bool) {
        let source = "const [wanted, done] = arguments; let since = null; let is;
            new IntersectionObserver((entries) => { is = entries.at(-1).isVisible && entries.at(-1).intersectionRatio >= 0.99; since = performance.now(); },
              {trackVisibility: true, delay: 100, threshold: [0, 0.5, 0.99, 1]}).observe(document.getElementById('plan-apply'));
            const look = () => is === wanted && performance.now() - since > 800 ? done(true) : setTimeout(look, 20);
            look();";
        self.driver.execute_async(source, vec![json!(visible)]).await.unwrap();
    }

    /// A trusted press of Apply, with the mouse.
    async fn press_apply(&self) {
        let apply = by_test_id(&self.driver, "plan-apply").await.unwrap();
        apply.click().await.unwrap();
    }

    /// The tabs that show the panel: chromedriver does not list them, the browser does.
    fn panel_tabs(&self) -> Vec<String> {
        let mut browser = self.browser.lock().unwrap();
        let panel = format!("chrome-extension://{}/panel.html", browser.id);
        let targets = browser.devtools("Target.getTargets", json!({})).unwrap();
        let targets = targets["targetInfos"].as_array().unwrap();
        let tabs = targets
            .iter()
            .filter(|target| target["type"] == "page" && target["url"].as_str().unwrap().starts_with(&panel));
        tabs.map(|target| target["targetId"].as_str().unwrap().to_owned())
            .collect()
    }

    /// Waits for the tab a refused press opens, and closes it.
    async fn sent_to_a_tab(&self) {
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
    async fn writes(&self) -> Vec<Value> {
        let mut requests = self.sandbox.requests().await.unwrap();
        requests.retain(|request| {
            let path = request["path"].as_str().unwrap_or_default();
            let batch = path.ends_with("$batch") && !request["body"].as_str().unwrap_or_default().contains("\nDELETE ");
            request["method"] != "GET" && path.starts_with("/api/data") && !batch
        });
        requests
    }

    async fn end(self) {
        self.driver.quit().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn forged_messages_change_nothing_and_the_page_sees_nothing_of_the_dock() {
    let stage = Stage::set("hostile-world").await;
    stage.driver.goto(format!("{HOSTILE}&forge=1&markup=1")).await.unwrap();
    shown(&stage.driver, OPEN).await.unwrap();
    stage.attacked("forge", "sent", "").await;
    assert!(
        dock::frame(&stage.driver).await.unwrap().is_none(),
        "a message opened the dock"
    );
    stage.open_dock().await;
    stage.preview().await;
    by_test_id(&stage.driver, "plan-step-1").await.unwrap();
    dock::leave(&stage.driver).await.unwrap();
    for [attack, event, detail] in stage.attacks().await {
        let came = format!("{attack} {event}");
        assert!(
            !["forge answered", "markup ran"].contains(&came.as_str()),
            "{came} {detail}"
        );
    }
    // The page sees an element, and nothing of what is in it.
    let seen = stage.script("const host = document.querySelector('#latchkey-dock'); let named = 0; for (const entry of performance.getEntries()) if (entry.name.indexOf('nonce') >= 0) named++; return `${host.shadowRoot} ${host.childElementCount} ${window.length} ${named}`;").await;
    assert_eq!(seen, "null 0 0 0");
    assert_eq!(stage.writes().await, Vec::<Value>::new());
    stage.end().await;
}

/// The backend node of the element with this id, anywhere below `node`.
fn node_of(node: &Value, id: &str) -> Option<u64> {
    let attributes = node["attributes"].as_array().map(Vec::as_slice).unwrap_or_default();
    if attributes.chunks(2).any(|pair| pair[0] == "id" && pair[1] == id) {
        return node["backendNodeId"].as_u64();
    }
    node["children"].as_array()?.iter().find_map(|child| node_of(child, id))
}

#[tokio::test(flavor = "multi_thread")]
async fn polluted_prototypes_neither_hide_the_button_nor_break_the_dock() {
    broken(
        "hostile-pollute",
        "pollute=1",
        "typeof Object.prototype.docked",
        "boolean",
    )
    .await;
}

/// On a page that has broken its own world, as `expression` shows. The driver's scripts fail there as well, so the
/// browser is asked instead.
async fn broken(name: &str, switch: &str, expression: &str, shown: &str) {
    let stage = Stage::set(name).await;
    stage.driver.goto(format!("{HOSTILE}&{switch}")).await.unwrap();
    let tools = stage.driver.cdp();
    let said = tools
        .send_raw("Runtime.evaluate", json!({ "expression": expression }))
        .await
        .unwrap();
    assert_eq!(said["result"]["value"], shown);
    let button = until("the button", || async {
        let document = tools.send_raw("DOM.getDocument", json!({"depth": -1})).await?;
        Ok(node_of(&document["root"], "latchkey-open"))
    })
    .await
    .unwrap();
    let place = tools
        .send_raw("DOM.getBoxModel", json!({"backendNodeId": button}))
        .await
        .unwrap();
    let corner = |at: usize| place["model"]["content"][at].as_f64().unwrap();
    let (x, y) = ((corner(0) + corner(4)) / 2.0, (corner(1) + corner(5)) / 2.0);
    for kind in ["mousePressed", "mouseReleased"] {
        let event = json!({"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1});
        tools.send_raw("Input.dispatchMouseEvent", event).await.unwrap();
    }
    until("the organization, read through the dock", || async {
        let asked = stage.sandbox.requests().await?;
        let read = |request: &Value| request["path"] == "/api/data/v9.2/$batch" && request["status"] == 200;
        Ok(asked.iter().any(read).then_some(()))
    })
    .await
    .unwrap();
    assert_eq!(stage.writes().await, Vec::<Value>::new());
    stage.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn scripted_clicks_open_nothing_and_apply_nothing() {
    let stage = Stage::set("hostile-click").await;
    stage.driver.goto(format!("{HOSTILE}&click=1")).await.unwrap();
    stage.attacked("click", "pressed", "button#latchkey-open").await;
    stage.attacked("click", "pressed", "button#latchkey-who").await;
    let pressed = "return window.__attacks.filter((note) => note.attack === 'click').length;";
    until("every scripted click", || async {
        Ok((stage.script(pressed).await.as_u64() >= Some(6)).then_some(()))
    })
    .await
    .unwrap();
    assert!(dock::frame(&stage.driver).await.unwrap().is_none());
    assert_eq!(stage.panel_tabs(), Vec::<String>::new());

    stage.open_dock().await;
    stage.preview().await;
    stage.settled(true).await;
    stage.script("document.getElementById('plan-apply').click();").await;
    // It neither acts nor opens anything; a person's click on the same button does act.
    assert_eq!(stage.panel_tabs(), Vec::<String>::new());
    assert_eq!(stage.writes().await, Vec::<Value>::new());
    stage.press_apply().await;
    by_test_id(&stage.driver, "run-done").await.unwrap();
    stage.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_covered_faded_clipped_or_shrunk_dock_does_not_apply_and_an_open_one_does() {
    let stage = Stage::set("hostile-cover").await;
    stage.driver.goto(TEAMS_CHAT).await.unwrap();
    stage.open_dock().await;
    stage.preview().await;
    stage.settled(true).await;
    let sheet = "const sheet = document.createElement('div'); sheet.id = 'sheet'; \
        sheet.style.cssText = 'position: fixed; inset: 0; margin: 0; border: 0; width: 100%; height: 100%; background: rgb(255 255 255 / 0.01); z-index: 2147483647; pointer-events: none;'; \
        document.body.append(sheet);";
    let covers = [
        ("covered by an invisible sheet", sheet.to_owned()),
        (
            "covered in the top layer",
            format!("{sheet} sheet.popover = 'manual'; sheet.showPopover();"),
        ),
        (
            "faded",
            "dock.style.setProperty('opacity', '0.01', 'important');".to_owned(),
        ),
        (
            "clipped",
            "dock.style.setProperty('clip-path', 'inset(0 0 90% 0)', 'important');".to_owned(),
        ),
        (
            "shrunk",
            "dock.style.setProperty('transform', 'scale(0.05)', 'important');".to_owned(),
        ),
        (
            "filtered",
            "dock.style.setProperty('filter', 'invert(1)', 'important');".to_owned(),
        ),
        (
            "blended",
            "document.body.style.setProperty('filter', 'blur(9px)', 'important');".to_owned(),
        ),
    ];
    for (what, cover) in covers {
        dock::leave(&stage.driver).await.unwrap();
        stage
            .script(&format!(
                "const dock = document.querySelector('#latchkey-dock'); {cover}"
            ))
            .await;
        dock::enter(&stage.driver).await.unwrap();
        stage.settled(false).await;
        // What is clipped away or shrunk to a dot cannot be hit with the mouse at all.
        if !["clipped", "shrunk"].contains(&what) {
            stage.press_apply().await;
            stage.sent_to_a_tab().await;
        }
        assert_eq!(stage.writes().await, Vec::<Value>::new(), "{what}");
        dock::leave(&stage.driver).await.unwrap();
        stage.script("const dock = document.querySelector('#latchkey-dock'); document.querySelector('#sheet')?.remove(); document.body.style.filter = ''; \
            for (const name of ['opacity', 'clip-path', 'transform', 'filter']) dock.style.removeProperty(name);").await;
        dock::enter(&stage.driver).await.unwrap();
    }
    stage.settled(true).await;
    stage.press_apply().await;
    by_test_id(&stage.driver, "run-done").await.unwrap();
    assert!(!stage.writes().await.is_empty());
    stage.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_panel_the_page_embeds_reaches_no_tab_and_cannot_act() {
    let stage = Stage::set("hostile-embed").await;
    // The page may even know the tab and a nonce that was used before.
    let panel = format!("chrome-extension://{}/panel.html", stage.browser.lock().unwrap().id);
    stage.driver.goto(&panel).await.unwrap();
    let source = "chrome.tabs.getCurrent().then((tab) => arguments[0](tab.id));";
    let tab = stage
        .driver
        .execute_async(source, Vec::new())
        .await
        .unwrap()
        .json()
        .clone();
    let choices = json!({"toggles": {}, "roles": {}}).to_string();
    let review: String = choices.bytes().map(|byte| format!("{byte:02x}")).collect();
    let nonce = "7a1b0c7e-5c0b-4d0e-9f3e-1c2d3e4f5a6b";
    for rest in [
        String::new(),
        format!("?tab={tab}"),
        format!("?tab={tab}#/review/disconnect-rights/{review}"),
        format!("?tab={tab}#nonce={nonce}&/disconnect-rights/"),
    ] {
        stage.sandbox.forget_requests().await.unwrap();
        let escaped = format!("{panel}{rest}")
            .replace('?', "%3F")
            .replace('#', "%23")
            .replace('&', "%26");
        stage.driver.goto(format!("{HOSTILE}&embed={escaped}")).await.unwrap();
        stage.attacked("embed", "load", "another origin").await;
        stage
            .driver
            .find(By::Css("body > iframe"))
            .await
            .unwrap()
            .enter_frame()
            .await
            .unwrap();
        by_test_id(&stage.driver, "state-offline").await.unwrap();
        assert!(
            stage.driver.find(By::Css("[data-testid='plan-apply']")).await.is_err(),
            "{rest}"
        );
        let asked = stage.sandbox.requests().await.unwrap();
        let api = |request: &&Value| request["path"].as_str().unwrap_or_default().starts_with("/api/data");
        assert_eq!(
            asked.iter().filter(api).collect::<Vec<_>>(),
            Vec::<&Value>::new(),
            "{rest}"
        );
        dock::leave(&stage.driver).await.unwrap();
    }
    assert_eq!(stage.panel_tabs(), Vec::<String>::new());
    stage.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dock_the_page_moves_loses_its_introduction() {
    let stage = Stage::set("hostile-move").await;
    stage.driver.goto(TEAMS_CHAT).await.unwrap();
    stage.open_dock().await;
    stage.preview().await;
    dock::leave(&stage.driver).await.unwrap();
    stage.sandbox.forget_requests().await.unwrap();
    // Taken out and put back, the frame loads anew: the nonce in its address is spent.
    stage
        .script("const host = document.querySelector('#latchkey-dock'); host.remove(); document.body.append(host);")
        .await;
    dock::enter(&stage.driver).await.unwrap();
    by_test_id(&stage.driver, "state-offline").await.unwrap();
    assert!(stage.driver.find(By::Css("[data-testid='plan-apply']")).await.is_err());
    let asked = stage.sandbox.requests().await.unwrap();
    assert!(
        asked
            .iter()
            .all(|request| !request["path"].as_str().unwrap_or_default().starts_with("/api/data")),
        "{asked:?}"
    );
    stage.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_page_throws_out_comes_back_without_a_race() {
    let stage = Stage::set("hostile-remove").await;
    stage.driver.goto(format!("{HOSTILE}&remove=1")).await.unwrap();
    let inserted = "const inserted = window.__attacks.filter(({attack, detail}) => attack === 'remove' && /^li#|latchkey-who/.test(detail));";
    until("more than one beat of removals", || async {
        let count = stage.script(&format!("{inserted} return inserted.length;")).await;
        Ok((count.as_u64() > Some(70)).then_some(()))
    })
    .await
    .unwrap();
    // However long it went on: no more than 30 insertions in a beat of 750 ms, late beats and the one before the first allowed for.
    let beats = format!("{inserted} return [inserted.length, 4 + (inserted.at(-1).at - inserted[0].at) / 750];");
    let said = stage.script(&beats).await;
    assert!(said[0].as_f64().unwrap() <= 30.0 * said[1].as_f64().unwrap(), "{said}");

    // A dock that is thrown out is gone, and the button brings another one, once, also for an impatient click.
    stage.driver.goto(TEAMS_CHAT).await.unwrap();
    stage.open_dock().await;
    shown(&stage.driver, "[data-testid='overview']").await.unwrap();
    dock::leave(&stage.driver).await.unwrap();
    stage.script("document.querySelector('#latchkey-dock').remove();").await;
    let button = shown(&stage.driver, OPEN).await.unwrap();
    stage
        .driver
        .action_chain()
        .double_click_element(&button)
        .perform()
        .await
        .unwrap();
    dock::enter(&stage.driver).await.unwrap();
    shown(&stage.driver, "[data-testid='overview']").await.unwrap();
    dock::leave(&stage.driver).await.unwrap();
    assert_eq!(stage.driver.find_all(By::Css("#latchkey-dock")).await.unwrap().len(), 1);
    // Neither is the button lost when the portal renders its bar anew.
    stage.script("document.querySelector('#latchkey-open').remove();").await;
    shown(&stage.driver, OPEN).await.unwrap();
    assert_eq!(stage.driver.find_all(By::Css(OPEN)).await.unwrap().len(), 1);
    stage.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_look_alike_does_nothing_and_the_real_button_stays() {
    let stage = Stage::set("hostile-twin").await;
    stage.driver.goto(format!("{HOSTILE}&lookalike=1")).await.unwrap();
    stage.attacked("lookalike", "done", "latchkey-open").await;
    // The twin stands first: a person's click on it reaches the page only.
    click(&stage.driver, OPEN).await.unwrap();
    stage.attacked("lookalike", "clicked", "").await;
    assert!(dock::frame(&stage.driver).await.unwrap().is_none());
    let twins = stage.driver.find_all(By::Css(OPEN)).await.unwrap();
    assert_eq!(
        twins.len(),
        3,
        "one in the page's twin of our place, one beside ours, and no race between them"
    );
    twins[2].click().await.unwrap();
    dock::enter(&stage.driver).await.unwrap();
    shown(&stage.driver, "[data-testid='overview']").await.unwrap();
    stage.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn markup_in_names_is_text_in_page_and_panel() {
    let stage = Stage::set("hostile-markup").await;
    const NAME: &str = "<img src=x onerror=\"parent.postMessage(1)\">\u{202e}eloR";
    let state = stage.sandbox.state().await.unwrap();
    let mut roles = state["dataverse"]["roles"].clone();
    for role in roles.as_array_mut().unwrap() {
        if role["name"] == "Customer Service Manager" {
            role["name"] = NAME.into();
        }
    }
    stage
        .sandbox
        .put_state(&json!({"dataverse": {"roles": roles}}))
        .await
        .unwrap();
    stage.driver.goto(format!("{HOSTILE}&markup=1")).await.unwrap();
    // The button on the pane takes the pane's title with it, which is markup too.
    shown(&stage.driver, "#latchkey-who").await.unwrap();
    click(&stage.driver, "#latchkey-who").await.unwrap();
    dock::enter(&stage.driver).await.unwrap();
    text_with(&stage.driver, "[data-testid='disconnect']", "<img src=x")
        .await
        .unwrap();
    assert_eq!(
        stage
            .driver
            .find_all(By::Css("img[src='x'], [onerror]"))
            .await
            .unwrap()
            .len(),
        0
    );
    // Names that turn the writing direction stand apart from the words around them.
    let isolated = "return [...document.querySelectorAll('bdi')].some((each) => each.textContent.includes('\\u202e'));";
    until("the role's name", || async {
        Ok((stage.script(isolated).await == true).then_some(()))
    })
    .await
    .unwrap();
    dock::leave(&stage.driver).await.unwrap();
    assert!(stage.attacks().await.iter().all(|[_, event, _]| event != "ran"));
    stage.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_navigates_takes_the_dock_and_the_plan_with_it() {
    let stage = Stage::set("hostile-navigate").await;
    stage.driver.goto(TEAMS_CHAT).await.unwrap();
    stage.open_dock().await;
    stage.preview().await;
    dock::leave(&stage.driver).await.unwrap();
    stage.script("location.reload();").await;
    until("the dock to go", || async {
        Ok(dock::frame(&stage.driver).await?.is_none().then_some(()))
    })
    .await
    .unwrap();
    stage.open_dock().await;
    shown(&stage.driver, "[data-testid='overview']").await.unwrap();
    assert!(stage.driver.find(By::Css("[data-testid='plan-apply']")).await.is_err());
    assert_eq!(stage.writes().await, Vec::<Value>::new());
    stage.end().await;
}
