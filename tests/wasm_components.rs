//! The interface in a real browser over a fake world: what a person sees, hears and can press, by role and label.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test stops at once; the lints' own exemption does not reach functions beside the tests"
)]

#[path = "fake_org/mod.rs"]
mod fake_org;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use fake_org::{FakeOrg, configurations, refusal};
use latchkey::http::{LocalFuture, Millis, Request, Response, TransportError};
use latchkey::plan::drive::{JournalError, JournalStore};
use latchkey::plan::journal::Entry;
use latchkey::services::Transport;
use latchkey::ui::app::{App, AppProps};
use latchkey::ui::backend::{Backend, MayAct, PageContext, Surface};
use latchkey::ui::say;
use latchkey::words::Language;
use serde_json::json;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

wasm_bindgen_test_configure!(run_in_browser);

/// A journal in memory.
#[derive(Default)]
struct Journal {
    entries: RefCell<Vec<Entry>>,
}

impl JournalStore for Journal {
    fn acquire(&self, _target: &str) -> LocalFuture<'_, Result<(), JournalError>> {
        Box::pin(async { Ok(()) })
    }
    fn release(&self, _target: &str) -> LocalFuture<'_, ()> {
        Box::pin(async {})
    }
    fn reserve(&self, _bytes: u64) -> LocalFuture<'_, Result<(), JournalError>> {
        Box::pin(async { Ok(()) })
    }
    fn write(&self, entries: Vec<Entry>) -> LocalFuture<'_, Result<(), JournalError>> {
        self.entries.borrow_mut().extend(entries);
        Box::pin(async { Ok(()) })
    }
    fn read(&self, prefix: &str) -> LocalFuture<'_, Result<Vec<Entry>, JournalError>> {
        let entries: Vec<Entry> = self
            .entries
            .borrow()
            .iter()
            .filter(|entry| entry.key.starts_with(prefix))
            .cloned()
            .collect();
        Box::pin(async move { Ok(entries) })
    }
}

/// What happened outside, in words.
type Heard = Rc<RefCell<Vec<String>>>;

struct Fake {
    org: Rc<dyn Transport>,
    journal: Rc<Journal>,
    route: &'static str,
    introduced: bool,
    may_act: MayAct,
    heard: Heard,
    /// The language whose message file cannot be read.
    lost: Rc<Cell<Option<Language>>>,
}

impl Backend for Fake {
    fn surface(&self) -> Surface {
        Surface::Dock
    }
    fn is_introduced(&self) -> bool {
        self.introduced
    }
    fn org(&self) -> Rc<dyn Transport> {
        self.org.clone()
    }
    fn route(&self) -> String {
        self.route.to_owned()
    }
    fn on_route(&self, _listener: Box<dyn Fn(String)>) {}
    fn page(&self) -> LocalFuture<'_, Result<PageContext, TransportError>> {
        Box::pin(async { Err(TransportError::PageGone) })
    }
    fn page_read(&self, _locator: &str) -> LocalFuture<'_, Result<serde_json::Value, TransportError>> {
        Box::pin(async {
            Err(TransportError::NotSent {
                reason: "not found".to_owned(),
            })
        })
    }
    fn page_press(&self, locator: &str, checked: bool) -> LocalFuture<'_, Result<serde_json::Value, TransportError>> {
        self.heard.borrow_mut().push(format!("press {locator} {checked}"));
        Box::pin(async { Err(TransportError::PageGone) })
    }
    fn grant(&self, writes: Vec<Request>, presses: Vec<(String, bool)>) -> LocalFuture<'_, Result<(), TransportError>> {
        self.heard
            .borrow_mut()
            .push(format!("grant {} {}", writes.len(), presses.len()));
        Box::pin(async { Ok(()) })
    }
    fn highlight(&self, _locator: Option<&str>) {}
    fn journal(&self) -> Rc<dyn JournalStore> {
        self.journal.clone()
    }
    fn now(&self) -> Millis {
        1_000
    }
    fn sleep(&self, _millis: u64) -> LocalFuture<'_, ()> {
        Box::pin(gloo_timers::future::TimeoutFuture::new(1))
    }
    fn new_guid(&self) -> String {
        fake_org::id(999)
    }
    fn languages(&self) -> Vec<String> {
        vec!["en".to_owned()]
    }
    fn messages(&self, language: Language) -> LocalFuture<'_, Option<String>> {
        let file = match language {
            Language::English => include_str!("../www/messages/en.ftl"),
            Language::Danish => include_str!("../www/messages/da.ftl"),
            Language::French => include_str!("../www/messages/fr.ftl"),
            Language::Japanese => include_str!("../www/messages/ja.ftl"),
        };
        let file = (self.lost.get() != Some(language)).then(|| file.to_owned());
        Box::pin(async move { file })
    }
    fn choose_language(&self, language: &str) {
        self.heard.borrow_mut().push(format!("language {language}"));
    }
    fn format_time(&self, _language: &str, at: Millis) -> String {
        format!("at {at}")
    }
    fn format_number(&self, _language: &str, number: i64) -> String {
        number.to_string()
    }
    fn download(&self, name: &str, _media_type: &str, _content: &str) {
        self.heard.borrow_mut().push(format!("download {name}"));
    }
    fn may_act(&self, control: &str, _trusted: bool) -> MayAct {
        self.heard.borrow_mut().push(format!("may act {control}"));
        self.may_act
    }
    fn watch_control(&self, control: &str) {
        self.heard.borrow_mut().push(format!("watch {control}"));
    }
    fn open_in_tab(&self, route: &str) {
        self.heard.borrow_mut().push(format!("tab {route}"));
    }
    fn close(&self) {}
    fn permissions(&self) -> LocalFuture<'_, Vec<(String, bool)>> {
        let held = [
            ("https://*.crm11.dynamics.com/*", false),
            ("https://*.crm2.dynamics.com/*", false),
            ("https://*.crm.dynamics.cn/*", true),
            ("storage", false),
        ];
        Box::pin(async move { held.map(|(name, removable)| (name.to_owned(), removable)).to_vec() })
    }
    fn remove_permission(&self, permission: &str) -> LocalFuture<'_, bool> {
        self.heard.borrow_mut().push(format!("remove {permission}"));
        Box::pin(async { false })
    }
}

/// A mounted panel.
struct Mounted {
    root: Element,
    heard: Heard,
    lost: Rc<Cell<Option<Language>>>,
}

async fn settle() {
    for _ in 0..40 {
        gloo_timers::future::TimeoutFuture::new(2).await;
    }
}

async fn mount(org: impl Transport + 'static, route: &'static str, may_act: MayAct) -> Mounted {
    mount_as((true, Vec::new()), org, route, may_act).await
}

/// Mounts it introduced or not, over a journal that holds these entries.
async fn mount_as(
    (introduced, entries): (bool, Vec<Entry>),
    org: impl Transport + 'static,
    route: &'static str,
    may_act: MayAct,
) -> Mounted {
    let document = web_sys::window().unwrap().document().unwrap();
    let root = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    let heard = Heard::default();
    let lost = Rc::<Cell<Option<Language>>>::default();
    let backend: Rc<dyn Backend> = Rc::new(Fake {
        org: Rc::new(org),
        journal: Rc::new(Journal {
            entries: RefCell::new(entries),
        }),
        route,
        introduced,
        may_act,
        heard: heard.clone(),
        lost: lost.clone(),
    });
    let words = say::words(&backend, Language::English).await.unwrap();
    yew::Renderer::<App>::with_root_and_props(root.clone(), AppProps { backend, words }).render();
    settle().await;
    Mounted { root, heard, lost }
}

impl Mounted {
    fn find(&self, testid: &str) -> Option<Element> {
        self.root.query_selector(&format!("[data-testid='{testid}']")).unwrap()
    }

    fn get(&self, testid: &str) -> Element {
        self.find(testid)
            .unwrap_or_else(|| panic!("no {testid} in {}", self.text()))
    }

    fn text(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }

    fn attribute(&self, testid: &str, name: &str) -> String {
        self.get(testid).get_attribute(name).unwrap_or_default()
    }

    async fn press(&self, testid: &str) {
        self.get(testid).dyn_into::<HtmlElement>().unwrap().click();
        settle().await;
    }

    async fn type_in(&self, testid: &str, value: &str) {
        let field: HtmlInputElement = self.get(testid).dyn_into().unwrap();
        field.set_value(value);
        dispatch(&field, "input");
        settle().await;
    }

    async fn select(&self, testid: &str, value: &str) {
        let field: HtmlSelectElement = self.get(testid).dyn_into().unwrap();
        field.set_value(value);
        dispatch(&field, "change");
        settle().await;
    }

    fn heard(&self, what: &str) -> bool {
        self.heard.borrow().iter().any(|heard| heard == what)
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.root.remove();
    }
}

fn dispatch(element: &Element, kind: &str) {
    let event = js_sys::Function::new_with_args(
        "element, kind",
        "element.dispatchEvent(new Event(kind, { bubbles: true }))",
    );
    event
        .call2(&wasm_bindgen::JsValue::NULL, element, &kind.into())
        .unwrap();
}

/// Answers nothing but this.
struct Refusing(fn() -> Result<Response, TransportError>);

impl Transport for Refusing {
    fn host(&self) -> &str {
        "contoso.crm4.dynamics.com"
    }
    fn send(&self, _request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        Box::pin(async { (self.0)() })
    }
    fn batch(&self, _paths: Vec<String>) -> LocalFuture<'_, Result<Response, TransportError>> {
        Box::pin(async { (self.0)() })
    }
}

#[wasm_bindgen_test]
async fn s003_59_a_changed_toggle_shows_old_and_new_in_place_and_the_bar_counts_it() {
    let panel = mount(FakeOrg::new(), "#/disconnect-rights", MayAct::Yes).await;
    assert_eq!(panel.attribute("toggle-owner-incident", "role"), "switch");
    let label = panel.attribute("toggle-owner-incident", "aria-label");
    assert!(label.ends_with(": record owner may disconnect"), "{label}");
    assert!(panel.find("bar").is_none(), "nothing waits yet");

    panel.press("toggle-owner-incident").await;
    let cell = panel.get("toggle-owner-incident").closest("td").unwrap().unwrap();
    let (old, new) = (
        cell.query_selector("del").unwrap().unwrap().text_content().unwrap(),
        cell.query_selector("ins").unwrap().unwrap().text_content().unwrap(),
    );
    assert_ne!(old, new);
    assert!(panel.get("bar").text_content().unwrap().contains("1 change"));

    panel.press("toggle-owner-incident").await;
    assert!(panel.find("bar").is_none(), "back as it was, nothing waits");
}

/// The organization as a production environment.
fn production() -> FakeOrg {
    let org = FakeOrg::new();
    let detail = json!({"Detail": {
        "OrganizationId": fake_org::id(fake_org::ORGANIZATION), "FriendlyName": "Contoso Service",
        "EnvironmentId": "env-1", "OrganizationType": "Customer",
    }});
    org.put("RetrieveCurrentOrganization", fake_org::ok(detail));
    org
}

#[wasm_bindgen_test]
async fn review_shows_the_plan_and_production_asks_for_its_name_before_apply_acts() {
    let panel = mount(production(), "#/disconnect-rights", MayAct::OpenInTab).await;
    panel.press("toggle-owner-incident").await;
    panel.press("bar-review").await;
    assert!(panel.find("plan").is_some(), "{}", panel.text());
    assert!(panel.heard("watch plan-apply"));
    assert_eq!(panel.attribute("plan-apply", "aria-disabled"), "true");
    panel.press("plan-apply").await;
    assert!(
        !panel.heard("may act plan-apply"),
        "without the name nothing is even asked"
    );
    let name = panel.get("target").query_selector("bdi").unwrap().unwrap();
    panel.type_in("plan-name", &name.text_content().unwrap()).await;
    assert_eq!(panel.attribute("plan-apply", "aria-disabled"), "false");
    panel.press("plan-apply").await;
    assert!(panel.heard("may act plan-apply"));
    assert!(
        panel
            .heard
            .borrow()
            .iter()
            .any(|heard| heard.starts_with("tab #/review/")),
        "a frame that may be covered opens a tab"
    );
    assert!(!panel.heard.borrow().iter().any(|heard| heard.starts_with("grant")));
}

#[wasm_bindgen_test]
async fn a_click_that_comes_too_soon_does_nothing_and_typing_does_not_begin_the_watch_anew() {
    let panel = mount(production(), "#/disconnect-rights", MayAct::NotYet).await;
    panel.press("toggle-owner-incident").await;
    panel.press("bar-review").await;
    let name = panel.get("target").query_selector("bdi").unwrap().unwrap();
    let name = name.text_content().unwrap();
    let mut typed = String::new();
    for letter in name.chars() {
        typed.push(letter);
        panel.type_in("plan-name", &typed).await;
    }
    panel.press("plan-apply").await;
    assert!(panel.heard("may act plan-apply"));
    assert!(panel.find("plan").is_some(), "the plan is still there");
    let heard = panel.heard.borrow();
    assert_eq!(heard.iter().filter(|heard| *heard == "watch plan-apply").count(), 1);
    assert!(
        !heard
            .iter()
            .any(|heard| heard.starts_with("tab") || heard.starts_with("grant"))
    );
}

#[wasm_bindgen_test]
async fn review_is_off_while_a_list_the_plan_rests_on_is_incomplete() {
    let org = FakeOrg::new();
    org.put("systemusers?", refusal(403, "missing prvReadUser privilege"));
    let panel = mount(org, "#/disconnect-rights", MayAct::Yes).await;
    assert!(panel.find("state-unreadable-users").is_some(), "{}", panel.text());
    panel.press("role-contoso-escalation-desk").await;
    assert_eq!(panel.attribute("bar-review", "aria-disabled"), "true");
    panel.press("bar-review").await;
    assert!(panel.find("plan").is_none());
}

#[wasm_bindgen_test]
async fn names_that_are_markup_are_shown_as_text() {
    let org = FakeOrg::new();
    let mut rows = configurations("W/\"1\"", false);
    let hostile = "<img src=x onerror=alert(1)>";
    rows[0]["msdyn_name"] = hostile.into();
    org.put(
        "msdyn_entitylinkchatconfigurations",
        fake_org::ok(serde_json::json!({ "value": rows })),
    );
    org.put("EntityDefinitions", refusal(404, "no such table"));
    let panel = mount(org, "#/disconnect-rights", MayAct::Yes).await;
    assert!(panel.text().contains(hostile), "{}", panel.text());
    assert!(panel.root.query_selector("img").unwrap().is_none());
}

#[wasm_bindgen_test]
async fn every_way_reading_can_fail_says_so_and_offers_to_try_again() {
    let page_gone = || {
        Err(TransportError::Unreachable {
            host: "contoso".to_owned(),
        })
    };
    for (answer, state) in [
        ((|| Err(TransportError::Redirected)) as fn() -> _, "state-signed-out"),
        (page_gone, "state-offline"),
        (|| Ok(refusal(403, "not a member")), "state-no-permission"),
    ] {
        let panel = mount(Refusing(answer), "#/disconnect-rights", MayAct::Yes).await;
        assert!(panel.find(state).is_some(), "{state}: {}", panel.text());
        assert!(panel.find("try-again").is_some());
        assert!(panel.find("bar").is_none());
    }
}

#[wasm_bindgen_test]
async fn another_language_changes_every_word_at_once_and_is_remembered() {
    let panel = mount(FakeOrg::new(), "#/disconnect-rights", MayAct::Yes).await;
    for (language, heading) in [
        ("fr", "Droits de déconnexion"),
        ("da", "Frakoblingsrettigheder"),
        ("ja", "切断の権限"),
    ] {
        panel.select("language", language).await;
        let title = panel.root.query_selector("h1").unwrap().unwrap();
        assert_eq!(title.text_content().unwrap(), heading);
        assert!(panel.heard(&format!("language {language}")));
    }
}

#[wasm_bindgen_test]
async fn a_language_whose_texts_cannot_be_read_is_said_so_and_the_present_one_stays() {
    let panel = mount(FakeOrg::new(), "#/disconnect-rights", MayAct::Yes).await;
    panel.lost.set(Some(Language::Danish));
    panel.select("language", "da").await;
    let title = panel.root.query_selector("h1").unwrap().unwrap();
    assert_eq!(title.text_content().unwrap(), "Disconnect rights");
    let said = panel.get("language-unreadable").text_content().unwrap();
    assert!(said.contains("Dansk"), "{said}");
    assert!(!panel.heard("language da"));
}

#[wasm_bindgen_test]
async fn s003_69_the_picker_gives_a_verdict_with_its_reason_and_the_published_rows() {
    let panel = mount(FakeOrg::new(), "#/disconnect-rights", MayAct::Yes).await;
    assert_eq!(panel.attribute("ask-verdict", "role"), "status");
    let before = panel.get("ask-verdict").text_content().unwrap();
    panel.press("ask-connector").await;
    assert_ne!(panel.get("ask-verdict").text_content().unwrap(), before);
    panel.press("ask-all-rows").await;
    let rows = panel.get("published-rows").query_selector_all("tbody tr").unwrap();
    assert_eq!(rows.length(), 8);
    panel.type_in("ask-user", "nobody at all").await;
    assert!(
        panel
            .get("ask-verdict")
            .text_content()
            .unwrap()
            .contains("nobody at all")
    );
}

#[wasm_bindgen_test]
async fn the_rail_lists_the_views_that_exist_and_marks_the_one_shown() {
    let panel = mount(FakeOrg::new(), "", MayAct::Yes).await;
    for (entry, view) in [
        ("nav-disconnect-rights", "disconnect"),
        ("nav-history", "history"),
        ("nav-settings", "settings"),
        ("nav-overview", "overview"),
    ] {
        panel.press(entry).await;
        assert_eq!(panel.attribute(entry, "aria-current"), "page");
        assert!(panel.find(view).is_some(), "{view}");
        assert_eq!(panel.root.query_selector_all("main").unwrap().length(), 1);
        assert_eq!(panel.root.query_selector_all("h1").unwrap().length(), 1);
    }
}

#[wasm_bindgen_test]
async fn a_panel_a_page_may_have_opened_shows_the_plan_and_has_no_apply() {
    let panel = mount_as((false, Vec::new()), FakeOrg::new(), "#/disconnect-rights", MayAct::Yes).await;
    panel.press("toggle-owner-incident").await;
    panel.press("bar-review").await;
    assert!(panel.find("plan-step-1").is_some(), "{}", panel.text());
    assert!(panel.find("plan-apply").is_none() && panel.find("plan-name").is_none());
    panel.press("plan-remake").await;
    let heard = panel.heard.borrow();
    assert!(heard.iter().any(|heard| heard.starts_with("tab #/review/")));
    assert!(!heard.iter().any(|heard| heard.starts_with("grant")));
}

#[wasm_bindgen_test]
async fn forgetting_the_history_and_giving_back_a_permission_ask_whether_they_may_act() {
    let damaged = Entry {
        key: "run/damaged".to_owned(),
        value: Some(json!({})),
    };
    let panel = mount_as((true, vec![damaged]), FakeOrg::new(), "#/history", MayAct::OpenInTab).await;
    panel.press("history-clear").await;
    panel.press("history-clear-confirm").await;
    assert!(panel.heard("may act history-clear-confirm") && panel.heard("tab #/history"));
    panel.press("nav-settings").await;
    panel.press("permission-remove-https://*.crm.dynamics.cn/*").await;
    assert!(panel.heard("may act permission-remove-https://*.crm.dynamics.cn/*") && panel.heard("tab #/settings"));
    assert!(!panel.heard("remove https://*.crm.dynamics.cn/*"));
    let hosts = panel.get("settings").query_selector("details").unwrap().unwrap();
    let hosts = hosts.text_content().unwrap();
    assert!(hosts.contains("2 addresses"), "{hosts}");
    assert!(hosts.find("crm2.").unwrap() < hosts.find("crm11.").unwrap(), "{hosts}");
}
