//! The panel mounted in a real browser over a fake world, and the ways a person uses it.

#![allow(dead_code, reason = "each test crate uses its own part")]

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use latchkey::http::{LocalFuture, Millis, Request, Response, TransportError};
use latchkey::plan::drive::{JournalError, JournalStore};
use latchkey::plan::grants::WriteGrant;
use latchkey::plan::journal::Entry;
use latchkey::plan::model::{PageAct, Service};
use latchkey::portal::Page;
use latchkey::services::Transport;
use latchkey::services::entra::session::SignedIn;
use latchkey::services::entra::{Scope, SignInError};
use latchkey::services::patience::Sleep;
use latchkey::services::salesforce::sign_in::{
    Client as SalesforceClient, SalesforceSignInError, SignedIn as SignedInToSalesforce,
};
use latchkey::ui::app::{App, AppProps};
use latchkey::ui::backend::{Backend, MayAct, PageContext, Surface};
use latchkey::ui::say;
use latchkey::words::Language;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

use crate::fake_org;

/// A journal in memory.
#[derive(Default)]
pub struct Journal {
    pub entries: RefCell<Vec<Entry>>,
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
pub type Heard = Rc<RefCell<Vec<String>>>;

/// An organization the panel may not be bound to yet.
struct Bound<T> {
    org: T,
    is_bound: Rc<Cell<bool>>,
}

impl<T: Transport> Transport for Bound<T> {
    fn host(&self) -> &str {
        if self.is_bound.get() { self.org.host() } else { "" }
    }
    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        if self.is_bound.get() {
            return self.org.send(request);
        }
        Box::pin(async { Err(TransportError::PageGone) })
    }
    fn batch(&self, paths: Vec<String>) -> LocalFuture<'_, Result<Response, TransportError>> {
        if self.is_bound.get() {
            return self.org.batch(paths);
        }
        Box::pin(async { Err(TransportError::PageGone) })
    }
}

pub struct Fake {
    org: Rc<dyn Transport>,
    journal: Rc<Journal>,
    route: &'static str,
    introduced: bool,
    may_act: MayAct,
    heard: Heard,
    /// The language whose message file cannot be read.
    lost: Rc<Cell<Option<Language>>>,
    entra: Rc<Entra>,
    salesforce: Rc<Salesforce>,
}

/// What there is of Salesforce.
pub struct Salesforce {
    /// Who is signed in, or what stands in the way.
    pub standing: RefCell<Result<SignedInToSalesforce, SalesforceSignInError>>,
    /// What the window comes to.
    pub window: RefCell<Result<SignedInToSalesforce, SalesforceSignInError>>,
    /// The app that is set.
    pub client: RefCell<Option<SalesforceClient>>,
    /// What was remembered.
    pub remembered: RefCell<Vec<(String, serde_json::Value)>>,
    /// The organization's API.
    pub transport: RefCell<Option<Rc<dyn Transport>>>,
}

impl Default for Salesforce {
    fn default() -> Self {
        Self {
            standing: RefCell::new(Err(SalesforceSignInError::NoClient)),
            window: RefCell::new(Err(SalesforceSignInError::Cancelled)),
            client: RefCell::default(),
            remembered: RefCell::default(),
            transport: RefCell::default(),
        }
    }
}

/// What there is of a sign-in.
pub struct Entra {
    /// Who is signed in, or what stands in the way.
    pub standing: RefCell<Result<SignedIn, SignInError>>,
    /// What the window comes to.
    pub window: RefCell<Result<SignedIn, SignInError>>,
    pub client_id: RefCell<Option<String>>,
    /// Where the panel runs.
    pub surface: Cell<Surface>,
    /// Whether it is bound to the organization.
    pub is_bound: Rc<Cell<bool>>,
    /// The organizations that tabs show.
    pub organizations: RefCell<Vec<String>>,
}

impl Default for Entra {
    fn default() -> Self {
        Self {
            standing: RefCell::new(Err(SignInError::NoClient)),
            window: RefCell::new(Err(SignInError::Cancelled)),
            client_id: RefCell::default(),
            surface: Cell::new(Surface::Dock),
            is_bound: Rc::new(Cell::new(true)),
            organizations: RefCell::default(),
        }
    }
}

impl Sleep for Fake {
    fn sleep(&self, _millis: u64) -> LocalFuture<'_, ()> {
        Box::pin(gloo_timers::future::TimeoutFuture::new(1))
    }
}

impl Backend for Fake {
    fn surface(&self) -> Surface {
        self.entra.surface.get()
    }
    fn is_introduced(&self) -> bool {
        self.introduced
    }
    fn org(&self) -> Rc<dyn Transport> {
        self.org.clone()
    }
    fn find_organizations(&self) -> LocalFuture<'_, Vec<String>> {
        Box::pin(async {
            let open = self.entra.organizations.borrow().clone();
            self.entra.is_bound.set(open.len() == 1);
            open
        })
    }
    fn take_organization(&self, host: &str) -> LocalFuture<'_, ()> {
        self.heard.borrow_mut().push(format!("organization {host}"));
        Box::pin(async { self.entra.is_bound.set(true) })
    }
    fn cloud(&self, service: Service) -> Rc<dyn Transport> {
        match (service, &*self.salesforce.transport.borrow()) {
            (Service::Salesforce, Some(transport)) => transport.clone(),
            _ => self.org.clone(),
        }
    }
    fn know_environment(&self, host: &str) -> bool {
        self.heard.borrow_mut().push(format!("environment {host}"));
        true
    }
    fn grant_cloud(&self, service: Service, writes: Vec<WriteGrant>) {
        if !writes.is_empty() {
            self.heard
                .borrow_mut()
                .push(format!("grant {service:?} {}", writes.len()));
        }
    }
    fn signed_in_as(&self, _wanted: Vec<Scope>) -> LocalFuture<'_, Result<SignedIn, SignInError>> {
        Box::pin(async { self.entra.standing.borrow().clone() })
    }
    fn sign_in(&self, wanted: Vec<Scope>, choose: bool) -> LocalFuture<'_, Result<SignedIn, SignInError>> {
        let names: Vec<&str> = wanted.iter().map(|scope| scope.name).collect();
        self.heard
            .borrow_mut()
            .push(format!("sign in {} {choose}", names.join(" ")));
        Box::pin(async {
            let came = self.entra.window.borrow().clone();
            self.entra.standing.borrow_mut().clone_from(&came);
            came
        })
    }
    fn salesforce_client(&self) -> LocalFuture<'_, Option<SalesforceClient>> {
        Box::pin(async { self.salesforce.client.borrow().clone() })
    }
    fn set_salesforce_client(&self, client: &SalesforceClient) -> LocalFuture<'_, bool> {
        let said = format!("salesforce {} {}", client.host, client.consumer_key);
        self.heard.borrow_mut().push(said);
        *self.salesforce.client.borrow_mut() = Some(client.clone());
        Box::pin(async { true })
    }
    fn signed_in_to_salesforce(&self) -> LocalFuture<'_, Result<SignedInToSalesforce, SalesforceSignInError>> {
        Box::pin(async { self.salesforce.standing.borrow().clone() })
    }
    fn sign_in_to_salesforce(
        &self,
        choose: bool,
    ) -> LocalFuture<'_, Result<SignedInToSalesforce, SalesforceSignInError>> {
        self.heard.borrow_mut().push(format!("sign in to salesforce {choose}"));
        Box::pin(async {
            let came = self.salesforce.window.borrow().clone();
            self.salesforce.standing.borrow_mut().clone_from(&came);
            came
        })
    }
    fn forget_salesforce(&self) -> LocalFuture<'_, ()> {
        self.heard.borrow_mut().push("forget salesforce".to_owned());
        *self.salesforce.standing.borrow_mut() = Err(SalesforceSignInError::Expired);
        Box::pin(async {})
    }
    fn recall(&self, name: &str) -> LocalFuture<'_, Option<serde_json::Value>> {
        let remembered = self.salesforce.remembered.borrow();
        let found = remembered.iter().rev().find(|(known, _)| known == name);
        let found = found.map(|(_, value)| value.clone());
        Box::pin(async move { found })
    }
    fn remember(&self, name: &str, value: &serde_json::Value) {
        let mut remembered = self.salesforce.remembered.borrow_mut();
        remembered.push((name.to_owned(), value.clone()));
    }
    fn forget_remembered(&self) -> LocalFuture<'_, bool> {
        self.salesforce.remembered.borrow_mut().clear();
        Box::pin(async { true })
    }
    fn forget_sign_in(&self) -> LocalFuture<'_, ()> {
        self.heard.borrow_mut().push("forget".to_owned());
        *self.entra.standing.borrow_mut() = Err(SignInError::Expired);
        Box::pin(async {})
    }
    fn client_id(&self) -> LocalFuture<'_, Option<String>> {
        Box::pin(async { self.entra.client_id.borrow().clone() })
    }
    fn set_client_id(&self, client_id: &str) -> LocalFuture<'_, bool> {
        self.heard.borrow_mut().push(format!("client {client_id}"));
        *self.entra.client_id.borrow_mut() = Some(client_id.to_owned());
        *self.entra.standing.borrow_mut() = Err(SignInError::Expired);
        Box::pin(async { true })
    }
    fn redirect_address(&self) -> String {
        "https://himfhejemmfmemhhpmpbjkdgnldlglej.chromiumapp.org/".to_owned()
    }
    fn copy(&self, text: &str) -> LocalFuture<'static, bool> {
        self.heard.borrow_mut().push(format!("copy {text}"));
        Box::pin(async { true })
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
    fn page_press(&self, locator: &str, act: &PageAct) -> LocalFuture<'_, Result<serde_json::Value, TransportError>> {
        self.heard.borrow_mut().push(format!("press {locator} {act:?}"));
        Box::pin(async { Err(TransportError::PageGone) })
    }
    fn grant(
        &self,
        writes: Vec<WriteGrant>,
        presses: Vec<(String, PageAct)>,
    ) -> LocalFuture<'_, Result<(), TransportError>> {
        self.heard
            .borrow_mut()
            .push(format!("grant {} {}", writes.len(), presses.len()));
        Box::pin(async { Ok(()) })
    }
    fn may_reach(&self, _host: &str) -> LocalFuture<'_, bool> {
        Box::pin(async { true })
    }
    fn ask_for(&self, host: &str) -> LocalFuture<'static, bool> {
        self.heard.borrow_mut().push(format!("ask for {host}"));
        Box::pin(async { true })
    }
    fn open_page(&self, host: &str) {
        self.heard.borrow_mut().push(format!("open {host}"));
    }
    fn challenge(&self) -> LocalFuture<'_, Result<latchkey::http::Response, TransportError>> {
        Box::pin(async { Err(TransportError::PageGone) })
    }
    fn bind_pages(&self, _made_at: Option<Millis>) {}
    fn unbind_pages(&self) {}
    fn portal_host(&self, _page: Page) -> LocalFuture<'_, Option<String>> {
        Box::pin(async { None })
    }
    fn frames(&self, _page: Page) -> LocalFuture<'_, Option<Vec<String>>> {
        Box::pin(async { None })
    }
    fn highlight(&self, _locator: Option<&str>) {}
    fn journal(&self) -> Rc<dyn JournalStore> {
        self.journal.clone()
    }
    fn now(&self) -> Millis {
        1_000
    }
    fn new_guid(&self) -> String {
        fake_org::id(999)
    }
    fn languages(&self) -> Vec<String> {
        vec!["en".to_owned()]
    }
    fn messages(&self, language: Language) -> LocalFuture<'_, Option<String>> {
        let file = match language {
            Language::English => include_str!("../../www/messages/en.ftl"),
            Language::Danish => include_str!("../../www/messages/da.ftl"),
            Language::French => include_str!("../../www/messages/fr.ftl"),
            Language::Japanese => include_str!("../../www/messages/ja.ftl"),
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
    fn format_day(&self, _language: &str, at: Millis) -> String {
        format!("day {}", at / 86_400_000)
    }
    fn format_number(&self, _language: &str, number: i64) -> String {
        number.to_string()
    }
    fn download(&self, name: &str, _media_type: &str, content: &str) {
        let mut heard = self.heard.borrow_mut();
        heard.push(format!("download {name}"));
        heard.push(format!("content {content}"));
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
pub struct Mounted {
    pub root: Element,
    pub heard: Heard,
    pub lost: Rc<Cell<Option<Language>>>,
    pub entra: Rc<Entra>,
    /// Salesforce.
    pub salesforce: Rc<Salesforce>,
    pub journal: Rc<Journal>,
}

pub async fn settle() {
    for _ in 0..40 {
        gloo_timers::future::TimeoutFuture::new(2).await;
    }
}

pub async fn mount(org: impl Transport + 'static, route: &'static str, may_act: MayAct) -> Mounted {
    mount_as((true, Vec::new()), org, route, may_act).await
}

/// Mounts it bound to no organization, while tabs show these.
pub async fn mount_beside(
    surface: Surface,
    organizations: &[&str],
    org: impl Transport + 'static,
    route: &'static str,
) -> Mounted {
    let entra = Entra::default();
    entra.is_bound.set(false);
    entra.surface.set(surface);
    let hosts = organizations.iter().map(|host| (*host).to_owned());
    entra.organizations.borrow_mut().extend(hosts);
    mounted((true, Vec::new(), entra), org, route, MayAct::Yes).await
}

/// Mounts it introduced or not, over a journal that holds these entries.
pub async fn mount_as(
    (introduced, entries): (bool, Vec<Entry>),
    org: impl Transport + 'static,
    route: &'static str,
    may_act: MayAct,
) -> Mounted {
    mounted((introduced, entries, Entra::default()), org, route, may_act).await
}

async fn mounted(
    (introduced, entries, entra): (bool, Vec<Entry>, Entra),
    org: impl Transport + 'static,
    route: &'static str,
    may_act: MayAct,
) -> Mounted {
    let document = web_sys::window().unwrap().document().unwrap();
    let root = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    let heard = Heard::default();
    let lost = Rc::<Cell<Option<Language>>>::default();
    let entra = Rc::new(entra);
    let salesforce = Rc::<Salesforce>::default();
    let journal = Rc::new(Journal {
        entries: RefCell::new(entries),
    });
    let backend: Rc<dyn Backend> = Rc::new(Fake {
        org: Rc::new(Bound {
            org,
            is_bound: entra.is_bound.clone(),
        }),
        journal: journal.clone(),
        route,
        introduced,
        may_act,
        heard: heard.clone(),
        lost: lost.clone(),
        entra: entra.clone(),
        salesforce: salesforce.clone(),
    });
    let words = say::words(&backend, Language::English).await.unwrap();
    yew::Renderer::<App>::with_root_and_props(root.clone(), AppProps { backend, words }).render();
    settle().await;
    Mounted {
        root,
        heard,
        lost,
        entra,
        salesforce,
        journal,
    }
}

impl Mounted {
    pub fn find(&self, testid: &str) -> Option<Element> {
        self.root.query_selector(&format!("[data-testid='{testid}']")).unwrap()
    }

    pub fn get(&self, testid: &str) -> Element {
        self.find(testid)
            .unwrap_or_else(|| panic!("no {testid} in {}", self.text()))
    }

    pub fn text(&self) -> String {
        self.root.text_content().unwrap_or_default()
    }

    pub fn attribute(&self, testid: &str, name: &str) -> String {
        self.get(testid).get_attribute(name).unwrap_or_default()
    }

    pub async fn press(&self, testid: &str) {
        self.get(testid).dyn_into::<HtmlElement>().unwrap().click();
        settle().await;
    }

    pub async fn type_in(&self, testid: &str, value: &str) {
        let field: HtmlInputElement = self.get(testid).dyn_into().unwrap();
        field.set_value(value);
        dispatch(&field, "input");
        settle().await;
    }

    pub async fn select(&self, testid: &str, value: &str) {
        let field: HtmlSelectElement = self.get(testid).dyn_into().unwrap();
        field.set_value(value);
        dispatch(&field, "change");
        settle().await;
    }

    /// What a list shows.
    pub fn chosen(&self, testid: &str) -> String {
        let field: HtmlSelectElement = self.get(testid).dyn_into().unwrap();
        field.value()
    }

    pub fn heard(&self, what: &str) -> bool {
        self.heard.borrow().iter().any(|heard| heard == what)
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.root.remove();
    }
}

pub fn dispatch(element: &Element, kind: &str) {
    let event = js_sys::Function::new_with_args(
        "element, kind",
        "element.dispatchEvent(new Event(kind, { bubbles: true }))",
    );
    event
        .call2(&wasm_bindgen::JsValue::NULL, element, &kind.into())
        .unwrap();
}
