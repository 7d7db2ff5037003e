//! The port to a portal page, driven past the panel's own code, in real Chromium: it reads, and it writes only what was
//! granted. Each call goes over `tabs.connect` from an extension page to the shipped `hands.js`.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "in a test a surprise is a failure"
)]

use latchkey_e2e::chromium::{Chromium, Options};
use latchkey_e2e::driver::{DriverProcess, shown};
use latchkey_e2e::line::TOOLS;
use latchkey_e2e::sandbox::{Sandbox, TEAMS_CHAT};
use serde_json::{Value, json};
use thirtyfour::{WebDriver, WindowHandle};

/// A Teams chat page, and an extension page that can open ports to it.
struct Stage {
    sandbox: Sandbox,
    browser: Chromium,
    _chromedriver: DriverProcess,
    driver: WebDriver,
    portal: WindowHandle,
    panel: WindowHandle,
}

impl Stage {
    async fn set(name: &str) -> Self {
        let sandbox = Sandbox::start(&[]).await.unwrap();
        let browser = Chromium::start(Options::fresh(name).unwrap(), &sandbox).await.unwrap();
        let chromedriver = DriverProcess::start("chromedriver", &[]).await.unwrap();
        let driver = browser.session(&chromedriver).await.unwrap();
        driver.goto(TEAMS_CHAT).await.unwrap();
        shown(&driver, "#latchkey-open").await.unwrap();
        let portal = driver.window().await.unwrap();
        let panel = driver.new_tab().await.unwrap();
        driver.switch_to_window(panel.clone()).await.unwrap();
        // Where it is about Salesforce, and nobody is signed in there, the panel itself asks the organization nothing.
        driver
            .goto(format!(
                "chrome-extension://{}/panel.html?tab=2147483647#/salesforce-connection/",
                browser.id
            ))
            .await
            .unwrap();
        let stage = Self {
            sandbox,
            browser,
            _chromedriver: chromedriver,
            driver,
            portal,
            panel,
        };
        stage
            .run(&TOOLS.replace("{tab}", "https://contoso.crm4.dynamics.com/*"))
            .await;
        stage
    }

    /// Runs the body of an async function in the frame that is entered.
    async fn run(&self, body: &str) -> Value {
        self.run_with(body, Value::Null).await
    }

    async fn run_with(&self, body: &str, given: Value) -> Value {
        let source = format!(
            "const done = arguments[1]; (async (given) => {{ {body} }})(arguments[0])\
             .then((value) => done({{value: value ?? null}}), (cause) => done({{failed: String(cause?.stack ?? cause)}}));"
        );
        let said = self
            .driver
            .execute_async(source, vec![given])
            .await
            .unwrap()
            .json()
            .clone();
        assert!(said.get("failed").is_none(), "{said}");
        said["value"].clone()
    }

    /// One port, these calls one after the other, and what came of each.
    async fn ask(&self, calls: &Value) -> Vec<Value> {
        let body = "const port = await open_port(); const said = []; \
                    for (const call of given) said.push(await ask(port, call)); port.disconnect(); return said;";
        self.run_with(body, calls.clone()).await.as_array().unwrap().clone()
    }

    /// Requests the org was sent that are no reads.
    async fn writes(&self) -> Vec<Value> {
        let mut requests = self.sandbox.requests().await.unwrap();
        requests.retain(|request| {
            let path = request["path"].as_str().unwrap_or_default();
            request["method"] != "GET" && path.starts_with("/api/data") && !path.ends_with("$batch")
        });
        requests
    }
}

fn refusal(said: &Value) -> &str {
    said.pointer("/error/notSent/reason")
        .and_then(Value::as_str)
        .unwrap_or_else(|| panic!("{said}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_port_reads_and_refuses_everything_else_until_a_plan_is_granted() {
    let stage = Stage::set("port-refuses").await;
    stage.sandbox.forget_requests().await.unwrap();
    let get = |path: &str| json!({"verb": "get", "path": path, "headers": {}});
    let write = |method: &str, path: &str| json!({"verb": "write", "method": method, "path": path, "headers": {}, "body": "{}"});
    let with =
        |name: &str, value: &str| json!({"verb": "get", "path": "/api/data/v9.2/WhoAmI", "headers": {name: value}});
    let refused = [
        (write("POST", "/api/data/v9.2/contacts"), "not granted"),
        (write("PATCH", "/api/data/v9.2/organizations(1)"), "not granted"),
        (write("DELETE", "/api/data/v9.2/roles(1)"), "not granted"),
        (write("POST", "/api/data/v9.2/$batch"), "path"),
        (write("GET", "/api/data/v9.2/contacts"), "shape"),
        (
            json!({"verb": "act", "locator": "teams-chat.owner-switch", "act": {"do": "set", "checked": true}}),
            "not granted",
        ),
        (json!({"verb": "eval", "source": "1"}), "verb"),
        (json!({"verb": "constructor"}), "verb"),
        (json!({"verb": "fetch", "path": "/api/data/v9.2/WhoAmI"}), "verb"),
        (get("//evil.example/api/data/v9.2/roles"), "path"),
        (get("https://evil.example/api/data/v9.2/roles"), "path"),
        (get("https://contoso.crm4.dynamics.com/api/data/v9.2/roles"), "path"),
        (get("/\\evil.example/api/data/v9.2/roles"), "path"),
        (get("/\t/evil.example/api/data/v9.2/roles"), "path"),
        (get("/api/data/v9.2/../../../main.aspx"), "path"),
        (get("/api/data/v9.2/%2e%2e/%2e%2e/main.aspx"), "path"),
        (get("/api/data/v9.2/..%2f..%2fmain.aspx"), "path"),
        (get("/api/data/v9.2/%252e%252e%252fmain.aspx"), "path"),
        (get("/api/data/v9.2/..\\..\\main.aspx"), "path"),
        (get("/api/data/v9.2/..%5cmain.aspx"), "path"),
        (get("/api/data/v8.2/roles"), "path"),
        (get("/XRMServices/2011/Organization.svc/web"), "path"),
        (get("/main.aspx"), "path"),
        (
            with("MSCRMCallerID", "00000000-0000-0000-0000-000000000001"),
            "header MSCRMCallerID",
        ),
        (
            with("mscrmcallerid", "00000000-0000-0000-0000-000000000001"),
            "header mscrmcallerid",
        ),
        (with("CallerObjectId", "1"), "header CallerObjectId"),
        (with("cookie", "a=b"), "header cookie"),
        (with("authorization", "Bearer x"), "header authorization"),
        (
            with("x-http-method-override", "DELETE"),
            "header x-http-method-override",
        ),
        (with("prefer", "a\r\nCallerObjectId: 1"), "header prefer"),
        (with("prefer", "bl\u{e5}"), "header prefer"),
        (
            json!({"verb": "batch", "paths": ["/api/data/v9.2/roles", "/main.aspx"]}),
            "path",
        ),
        (json!({"verb": "batch", "paths": []}), "path"),
    ];
    let calls: Vec<_> = refused.iter().map(|(call, _)| call).collect();
    let said = stage.ask(&json!(calls)).await;
    assert_eq!(said.len(), refused.len());
    for (said, (call, why)) in said.iter().zip(&refused) {
        assert_eq!(refusal(said), *why, "{call}");
    }
    assert_eq!(
        stage.sandbox.requests().await.unwrap(),
        Vec::<Value>::new(),
        "something refused was sent"
    );

    // The same port does read, so that the refusals above say something.
    let said = stage
        .ask(&json!([get("/api/data/v9.2/WhoAmI"), {"verb": "page"}]))
        .await;
    assert_eq!(said[0]["ok"]["status"], 200);
    assert!(said[1]["ok"]["href"].as_str().unwrap().contains("main.aspx"));
    stage.driver.clone().quit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_grant_lets_exactly_its_writes_through_and_ends_with_its_port_and_its_page() {
    let stage = Stage::set("port-grant").await;
    let before = stage.run("
        window.body = JSON.stringify({lastname: 'Granted'});
        window.write = {verb: 'write', method: 'POST', path: '/api/data/v9.2/contacts', headers: {'content-type': 'application/json'}, body};
        window.grant = {verb: 'grant', acts: [], writes: [{method: 'POST', path: '/api/data/v9.2/contacts', digest: await sha(body)}]};
        window.port = await open_port();
        return [await ask(port, write)];").await;
    assert_eq!(refusal(&before[0]), "not granted");
    assert_eq!(stage.writes().await.len(), 0);

    let said = stage
        .run(
            "return [
        await ask(port, grant),
        await ask(port, {...write, body: JSON.stringify({lastname: 'Changed'})}),
        await ask(port, {...write, body: body + ' '}),
        await ask(port, {...write, body: null}),
        await ask(port, {...write, method: 'PATCH'}),
        await ask(port, {...write, path: '/api/data/v9.2/accounts'}),
        await ask(port, {...write, path: '/api/data/v9.1/contacts'}),
        await ask(port, {...write, path: '/api/data/v9.2/contacts?x=1'}),
        await ask(port, {...write, headers: {...write.headers, callerobjectid: '1'}}),
        await ask(port, {...grant, writes: [{...grant.writes[0], path: '/api/data/v9.2/$batch'}]}),
        await ask(port, {...grant, writes: [{...grant.writes[0], path: '//evil.example/api/data/v9.2/contacts'}]}),
    ];",
        )
        .await;
    assert_eq!(said[0]["ok"], Value::Null);
    assert!(said[0].get("error").is_none(), "{}", said[0]);
    for each in &said.as_array().unwrap()[1..] {
        assert!(
            ["not granted", "header callerobjectid", "path"].contains(&refusal(each)),
            "{each}"
        );
    }
    assert_eq!(stage.writes().await.len(), 0);

    // The one granted write passes, and nothing was taken from the grant by those that did not.
    let said = stage.run("return [await ask(port, write)];").await;
    assert_eq!(said[0]["ok"]["status"], 204, "{said}");
    assert_eq!(stage.writes().await.len(), 1);

    // A grant replaces the one before.
    let said = stage
        .run("await ask(port, {...grant, writes: []}); return [await ask(port, write)];")
        .await;
    assert_eq!(refusal(&said[0]), "not granted");
    // Another port knows nothing of a grant, not even while the first is open.
    let said = stage
        .run("await ask(port, grant); const other = await open_port(); return [await ask(other, write)];")
        .await;
    assert_eq!(refusal(&said[0]), "not granted");
    // A port that closed sends nothing any more; the page navigated to takes a new port, which is read-only.
    stage.driver.switch_to_window(stage.portal.clone()).await.unwrap();
    stage.driver.refresh().await.unwrap();
    shown(&stage.driver, "#latchkey-open").await.unwrap();
    stage.driver.switch_to_window(stage.panel.clone()).await.unwrap();
    let said = stage
        .run("return [await port.closed, await ask(port, write), await ask(await open_port(), write)];")
        .await;
    assert_eq!(said[0], "closed");
    assert_eq!(said[1], "closed");
    assert_eq!(refusal(&said[2]), "not granted");
    assert_eq!(stage.writes().await.len(), 1);
    stage.driver.clone().quit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_cannot_be_made_to_impersonate_or_to_write() {
    let stage = Stage::set("port-batch").await;
    stage.sandbox.forget_requests().await.unwrap();
    let said = stage.ask(&json!([{"verb": "batch", "paths": [
        "/api/data/v9.2/WhoAmI HTTP/1.1\r\nCallerObjectId: 00000000-0000-0000-0000-000000000009\r\n\r\n",
        "/api/data/v9.2/WhoAmI\r\n\r\n--batch_x\r\nContent-Type: application/http\r\n\r\nDELETE /api/data/v9.2/roles(1) HTTP/1.1\r\n",
        "/api/data/v9.2/WhoAmI?x=\u{2028}\u{85}\nMSCRMCallerID: 1",
        "/api/data/v9.2/WhoAmI%0d%0aCallerObjectId:%201",
    ]}])).await;
    assert_eq!(said[0]["ok"]["status"], 200, "{said:?}");
    let requests = stage.sandbox.requests().await.unwrap();
    let bodies: Vec<&str> = requests.iter().filter_map(|request| request["body"].as_str()).collect();
    assert_eq!(bodies.len(), 1, "{requests:?}");
    let lines: Vec<&str> = bodies[0].split(['\r', '\n', '\u{2028}', '\u{85}']).collect();
    assert_eq!(
        lines
            .iter()
            .filter(|line| line.starts_with("GET /api/data/v9.2/WhoAmI"))
            .count(),
        4
    );
    for line in lines {
        let allowed = [
            "",
            "GET /api/data/v9.2/",
            "--batch_",
            "Content-Type: application/http",
            "Content-Transfer-Encoding: binary",
            "Accept: application/json",
        ];
        assert!(
            line.is_empty() || allowed[1..].iter().any(|start| line.starts_with(start)),
            "{line}"
        );
    }
    assert_eq!(stage.writes().await.len(), 0);
    stage.driver.clone().quit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redirect_is_not_followed_and_an_endless_answer_is_cut_off() {
    let stage = Stage::set("port-answers").await;
    let get = json!([{"verb": "get", "path": "/api/data/v9.2/contacts", "headers": {}}]);
    let fault = |rest: Value| {
        let mut fault = json!({"match": {"path": "/api/data/v9.2/contacts"}, "times": 1});
        fault.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        fault
    };
    stage
        .sandbox
        .fault(&fault(
            json!({"status": 302, "headers": {"location": "/api/data/v9.2/WhoAmI"}, "body": ""}),
        ))
        .await
        .unwrap();
    stage.sandbox.forget_requests().await.unwrap();
    assert_eq!(stage.ask(&get).await[0]["error"], "redirected");
    let followed = stage.sandbox.requests().await.unwrap();
    assert!(
        followed
            .iter()
            .all(|request| request["path"] != "/api/data/v9.2/WhoAmI"),
        "{followed:?}"
    );

    stage
        .sandbox
        .fault(&fault(json!({"status": 200, "body": "x".repeat(25_165_825)})))
        .await
        .unwrap();
    assert_eq!(
        stage.ask(&get).await[0]["error"],
        json!({"tooLarge": {"limit": 25_165_824}})
    );

    // The browser itself asks again when a connection breaks.
    stage
        .sandbox
        .fault(&fault(json!({"drop": "before", "times": 100})))
        .await
        .unwrap();
    assert_eq!(
        stage.ask(&get).await[0]["error"],
        json!({"unreachable": {"host": "contoso.crm4.dynamics.com"}})
    );
    stage.sandbox.clear_faults().await.unwrap();
    assert_eq!(stage.ask(&get).await[0]["ok"]["status"], 200);
    stage.driver.clone().quit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_port_of_another_name_or_to_another_frame_has_nobody_behind_it() {
    let stage = Stage::set("port-names").await;
    let said = stage.run("
        const call = {verb: 'page'};
        const said = [];
        for (const name of ['', 'verb', 'journal', 'VERBS', '__proto__']) said.push(await ask(await open_port(name), call));
        said.push(await ask(await open_port('verbs', 99999), call));
        return said;").await;
    assert!(said.as_array().unwrap().iter().all(|each| each == "closed"), "{said}");
    // What is put into a tab twice answers once.
    let said = stage
        .run(
            "
        await hands(); await hands();
        const port = await open_port();
        let answers = 0;
        port.onMessage.addListener(() => answers++);
        await ask(port, {verb: 'page'});
        await ask(port, {verb: 'page'});
        return answers;",
        )
        .await;
    assert_eq!(said, 2);
    stage.driver.clone().quit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn g2_a_port_that_watches_is_told_when_its_document_ends_and_what_came_of_it_was_called_for_before() {
    let stage = Stage::set("port-watch").await;
    let watch = "
        await hands();
        window.port = await open_port('watch');
        window.heard = [];
        port.onMessage.addListener((message) => message.event && heard.push(message));
        window.gone = new Promise((go) => port.onDisconnect.addListener(go));
        return (await ask(port, {verb: 'page'})).ok;";
    let at = |text: &Value| text.as_str().unwrap().parse::<f64>().unwrap();
    let began = |facts: &Value| (at(&facts["document"]), facts["reloaded"] == true);
    let before = stage.run(watch).await;
    // What the page plays itself is no end.
    stage.driver.switch_to_window(stage.portal.clone()).await.unwrap();
    stage.run("dispatchEvent(new Event('pagehide'));").await;
    stage.driver.switch_to_window(stage.panel.clone()).await.unwrap();
    assert_eq!(
        stage.run("await ask(port, {verb: 'page'}); return heard;").await,
        json!([])
    );
    // Loaded anew, by whomever, it was called for while the one before still stood; what came after another was not.
    let leave = |to: Option<String>, by_itself: bool| {
        let stage = &stage;
        async move {
            stage.driver.switch_to_window(stage.portal.clone()).await.unwrap();
            if let Some(to) = to {
                stage.driver.goto(to).await.unwrap();
                stage.driver.goto(TEAMS_CHAT).await.unwrap();
            }
            match by_itself {
                true => drop(stage.run("setTimeout(() => location.reload());").await),
                false => stage.driver.refresh().await.unwrap(),
            }
            shown(&stage.driver, "#latchkey-open").await.unwrap();
            stage.driver.switch_to_window(stage.panel.clone()).await.unwrap();
            let heard = stage.run("await gone; return heard;").await;
            heard.get(0).map(|left| at(&left["at"]))
        }
    };
    for by_itself in [false, true] {
        let ended = leave(None, by_itself).await.expect("told");
        let (again, reloaded) = began(&stage.run(watch).await);
        assert!(began(&before).0 < again && again < ended && reloaded);
    }
    // Where another process takes over, the browser closes the port before the one that was left has its say.
    for to in [format!("{TEAMS_CHAT}&flags=late:1"), "about:blank".to_owned()] {
        let ended = leave(Some(to), false).await;
        let (again, reloaded) = began(&stage.run(watch).await);
        assert!(ended.is_none_or(|ended| ended < again) && reloaded);
    }
    stage.driver.clone().quit().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn another_extension_reaches_neither_worker_nor_page_nor_panel() {
    let mut stage = Stage::set("port-stranger").await;
    let folder = latchkey_e2e::root().join("tests/e2e/fixtures/stranger");
    let loaded = stage
        .browser
        .devtools("Extensions.loadUnpacked", json!({"path": folder.display().to_string()}))
        .unwrap();
    let stranger = loaded["id"].as_str().unwrap().to_owned();
    stage.sandbox.forget_requests().await.unwrap();
    stage
        .driver
        .goto(format!("chrome-extension://{stranger}/page.html"))
        .await
        .unwrap();
    let said = stage.run_with("
        const nonce = '7a1b0c7e-5c0b-4d0e-9f3e-1c2d3e4f5a6b';
        const said = {};
        for (const name of ['journal', 'verbs', '']) {
          const port = chrome.runtime.connect(given, {name});
          said[`port ${name}`] = await new Promise((done) => {
            port.onMessage.addListener(() => done('answered'));
            port.onDisconnect.addListener(() => done(chrome.runtime.lastError ? 'refused' : 'closed'));
            try { port.postMessage({id: 1, op: 'read', prefix: 'run/'}); } catch { done('refused'); }
          });
        }
        for (const message of [{introduce: nonce}, {claim: nonce}, {open: '/'}])
          said[Object.keys(message)[0]] = await chrome.runtime.sendMessage(given, message).then((answer) => answer === undefined ? 'silence' : 'answered', () => 'refused');
        const [tab] = await chrome.tabs.query({url: 'https://contoso.crm4.dynamics.com/*'});
        const port = chrome.tabs.connect(tab.id, {frameId: 0, name: 'verbs'});
        said.tab = await new Promise((done) => {
          port.onMessage.addListener(() => done('answered'));
          port.onDisconnect.addListener(() => done('refused'));
          try { port.postMessage({id: 1, verb: 'page'}); } catch { done('refused'); }
        });
        // Its scripts on the same page live in a world of their own, without our symbol.
        const [{result}] = await chrome.scripting.executeScript({target: {tabId: tab.id}, func: () => typeof globalThis[Symbol.for('latchkey')]});
        said.world = result;
        said.fetch = await fetch(`chrome-extension://${given}/panel.html`).then(() => 'answered', () => 'refused');
        return said;", json!(stage.browser.id)).await;
    for (what, came) in said.as_object().unwrap() {
        let expected = if what == "world" { "undefined" } else { "refused" };
        assert_eq!(came, expected, "{what} in {said}");
    }
    assert_eq!(stage.writes().await.len(), 0);
    let requests = stage.sandbox.requests().await.unwrap();
    assert!(
        requests.iter().all(|request| request["method"] == "GET"),
        "{requests:?}"
    );
    stage.driver.clone().quit().await.unwrap();
}

/// A drop-down that names no list, whose list comes late, and another list that stands on the page.
const NAMELESS: &str = "
    const option = (name, chosen) => { const it = document.createElement('li'); it.role = 'option'; it.textContent = name;
      it.addEventListener('click', chosen); return it; };
    const list = (...options) => { const it = document.createElement('ul'); it.role = 'listbox'; it.append(...options);
      document.body.append(it); return it; };
    globalThis.strayed = 0;
    list(option('Two', () => strayed++), option('Three', () => strayed++));
    const combo = document.createElement('button');
    Object.assign(combo, { id: 'nameless', role: 'combobox', textContent: 'One' });
    combo.addEventListener('click', () => setTimeout(() => {
      const own = list(option('Two', () => { combo.textContent = 'Two'; own.remove(); }));
    }, 700));
    document.body.append(combo);";

#[tokio::test(flavor = "multi_thread")]
async fn an_option_is_chosen_from_the_list_its_own_control_opened_and_not_after_the_port_is_gone() {
    let stage = Stage::set("port-choose").await;
    stage.driver.switch_to_window(stage.portal.clone()).await.unwrap();
    stage.run(NAMELESS).await;
    stage.driver.switch_to_window(stage.panel.clone()).await.unwrap();
    let locator = json!({"id": "page.thing", "hand": false, "secret": false, "deep": false, "least": 1, "most": 1,
        "strategies": [{"by": "css", "css": "#nameless"}]});
    let choose = |option: &str| json!({"do": "choose", "option": option});
    let grant =
        |option: &str| json!({"verb": "grant", "writes": [], "acts": [{"locator": locator, "act": choose(option)}]});
    let act = |option: &str| json!({"verb": "act", "locator": "page.thing", "act": choose(option)});
    let on_page = "return [strayed, document.querySelector('#nameless').textContent]";

    // The port goes while the list is on its way, which stays open then as it would for a person.
    let body = "const port = await open_port(); await ask(port, given[0]); ask(port, given[1]); \
                await new Promise((go) => setTimeout(go, 200)); port.disconnect(); \
                await new Promise((go) => setTimeout(go, 1500));";
    stage.run_with(body, json!([grant("Two"), act("Two")])).await;
    stage.driver.switch_to_window(stage.portal.clone()).await.unwrap();
    assert_eq!(stage.run(on_page).await, json!([0, "One"]));
    stage
        .run("document.querySelector('[role=listbox]:last-of-type').remove()")
        .await;

    stage.driver.switch_to_window(stage.panel.clone()).await.unwrap();
    let said = stage
        .ask(&json!([grant("Three"), act("Three"), grant("Two"), act("Two")]))
        .await;
    assert_eq!(refusal(&said[1]), "no such option");
    assert_eq!(said[3]["ok"]["elements"][0]["chosen"], "Two", "{}", said[3]);
    stage.driver.switch_to_window(stage.portal.clone()).await.unwrap();
    assert_eq!(stage.run(on_page).await, json!([0, "Two"]));
    stage.driver.quit().await.unwrap();
}
