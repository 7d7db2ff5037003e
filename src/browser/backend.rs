//! The browser as the interface's [`Backend`].

use std::cell::RefCell;
use std::rc::Rc;

use futures_util::future::join3;
use serde_json::{Value, json};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Window;

use super::api::{self, as_told, from_js, to_js};
use super::bearer::BearerTransport;
use super::journal::WorkerJournal;
use super::listener::Listener;
use super::portals::{Portals, Shown, placed};
use super::sign_in::SignIn;
use super::sign_in_store::Asks;
use super::tab::{OnRoute, Tab};
use super::tabs::{self, KnownTab, OrgTab, Tabs};
use super::transport::PortTransport;
use super::visibility::Watches;
use super::{clock, download, fetch, intl, route, salesforce, sign_in_store};
use crate::http::{LocalFuture, Millis, Request, Response, TransportError};
use crate::json::record;
use crate::plan::drive::JournalStore;
use crate::plan::grants::WriteGrant;
use crate::plan::model::{PageAct, Service};
use crate::portal::locator::Sighting;
use crate::portal::page::is_host;
use crate::portal::verbs::{Act, Framed, Granted, GrantedAct, PageFacts, Verb};
use crate::portal::{Locator, Page, PageContext, locators};
use crate::services::Transport;
use crate::services::bearer::grants::Granted as Bearing;
use crate::services::dataverse::identity::who_am_i_path;
use crate::services::entra::session::SignedIn;
use crate::services::entra::{Resource, Scope, SignInError};
use crate::services::patience::Sleep;
use crate::services::salesforce::sign_in::{
    Client as SalesforceClient, SalesforceSignInError, SignedIn as SignedInToSalesforce,
};
use crate::ui::backend::{Backend, MayAct, Surface};
use crate::words::Language;

/// The one key of the panel's own settings; the journal's keys are the worker's.
const LANGUAGE: &str = "language";

/// The browser, for one panel.
pub struct Browser {
    window: Window,
    surface: Surface,
    introduced: bool,
    route: String,
    /// The tab the panel was opened for.
    asked: Option<i32>,
    /// The tab of its own it went on in last, and at which route: pressed again, the same is brought to the front.
    opened: Rc<RefCell<Option<(String, i32)>>>,
    /// The tab the panel stands beside.
    beside: Rc<Tab>,
    org: Rc<PortTransport>,
    /// Who is told of a route asked for outside, and what hears of it from the worker.
    on_route: OnRoute,
    told: RefCell<Option<Listener>>,
    sign_in: Rc<SignIn>,
    /// The cloud's services.
    clouds: [(Service, Rc<BearerTransport>); 4],
    /// The Salesforce organization that Settings name.
    salesforce: RefCell<Rc<BearerTransport>>,
    /// The Dataverse of the environment that is known besides; of none as long as none is.
    environment: RefCell<Rc<BearerTransport>>,
    portals: Rc<Portals>,
    /// Where something is highlighted.
    glowing: Rc<RefCell<Option<Rc<Tab>>>>,
    journal: Rc<WorkerJournal>,
    watches: Watches,
    languages: Vec<String>,
}

/// What the page's side says of a control that is not there.
const NOT_FOUND: &str = "not found";

/// What of the manifest the panel needs.
struct Manifest {
    host_permissions: Vec<String>,
    permissions: Vec<String>,
}

record!(read Manifest { host_permissions or default, permissions or default });

struct Held {
    origins: Vec<String>,
    permissions: Vec<String>,
}

record!(read Held { origins or default, permissions or default });

impl Browser {
    /// Finds out where this panel is, who put it there, and which tab it works with.
    pub async fn find(window: Window) -> Self {
        let asked = route::asked(&window);
        let framed = window.top().ok().flatten().is_none_or(|top| top != window);
        // What does not wait for one another is asked at once: what is shown first waits for the slowest alone.
        let place = async {
            if framed {
                let tab = match asked.nonce {
                    Some(nonce) => claim(&nonce).await,
                    None => None,
                };
                (Surface::Dock, tab.is_some(), tabs::docked(tab).await)
            } else {
                let (own, ours, found) = join3(
                    api::current_tab(),
                    is_ours(asked.ticket),
                    tabs::find(asked.tab, asked.org),
                )
                .await;
                match own {
                    // No tab, the browser says, and no page opens a side panel.
                    Ok(none) if none.is_undefined() => (Surface::SidePanel, true, found),
                    // A tab, or not told: that acts with a ticket alone.
                    _ => (Surface::Tab, ours, found),
                }
            }
        };
        let (stored, salesforce, (surface, introduced, Tabs { beside, org })) =
            join3(api::stored(LANGUAGE), sign_in_store::salesforce_client(), place).await;
        let (beside, facts) = beside;
        let portals = Portals::default();
        let shown = facts.as_ref().and_then(tabs::host_of);
        if let Some(page) = shown.and_then(|host| Page::portal_on(&host)) {
            portals.keep(page, Rc::clone(&beside));
        }
        let chosen = stored
            .ok()
            .and_then(from_js)
            .and_then(|stored| stored.get(LANGUAGE)?.as_str().map(str::to_owned));
        let spoken = window.navigator().languages();
        let languages = chosen
            .into_iter()
            .chain(facts.and_then(|facts| facts.language))
            .chain(spoken.iter().filter_map(|language| language.as_string()))
            .collect();
        let carried = Rc::new(PortTransport::new(org));
        let sign_in = Rc::new(SignIn::new(window.clone(), Rc::clone(&carried)));
        let bearer = |service, resource| (service, Rc::new(BearerTransport::new(resource, Rc::clone(&sign_in))));
        Self {
            window,
            surface,
            introduced,
            route: asked.route,
            org: carried,
            clouds: [
                bearer(Service::Graph, Resource::Graph),
                bearer(Service::PowerPlatform, Resource::PowerPlatform),
                bearer(Service::PowerPlatformApi, Resource::PowerPlatformApi),
                bearer(Service::Teams, Resource::Teams),
            ],
            salesforce: RefCell::new(to_salesforce(salesforce.unwrap_or_default())),
            environment: RefCell::new(Rc::new(BearerTransport::to_environment(
                String::new(),
                Rc::clone(&sign_in),
            ))),
            sign_in,
            asked: asked.tab,
            opened: Rc::default(),
            beside,
            on_route: OnRoute::default(),
            told: RefCell::default(),
            portals: Rc::new(portals),
            glowing: Rc::default(),
            journal: Rc::default(),
            watches: Watches::default(),
            languages,
        }
    }

    /// Binds a panel that is bound to no organization yet. Whatever page frames a docked one, it works with none but the
    /// one that introduced it.
    fn bind(&self, org: OrgTab) {
        if self.surface == Surface::Dock {
            return;
        }
        self.org.bind(org);
        if let Some(listener) = &*self.on_route.borrow() {
            self.org.tab().on_route(Rc::clone(listener));
        }
    }

    /// What carries requests to a service that takes a token.
    fn bearer(&self, service: Service) -> Option<Rc<BearerTransport>> {
        match service {
            Service::Salesforce => return Some(Rc::clone(&self.salesforce.borrow())),
            Service::Environment => return Some(Rc::clone(&self.environment.borrow())),
            _ => {}
        }
        let found = self.clouds.iter().find(|(of, _)| *of == service);
        found.map(|(_, bearer)| Rc::clone(bearer))
    }

    /// The tab that shows what a locator looks for, and where it is unless that is the organization's.
    async fn tab_of(&self, locator: &Locator) -> Result<(Rc<Tab>, Option<Shown>), TransportError> {
        let Some(page) = locator.portal() else {
            return Ok((Rc::clone(self.org.tab()), None));
        };
        let shown = self.portals.tab(page).await?;
        Ok((Rc::clone(&shown.tab), Some(shown)))
    }
}

/// The name of something remembered among the panel's own settings; the journal's keys are the worker's.
pub(super) fn remembered(name: &str) -> String {
    format!("{REMEMBERED}{name}")
}

/// What such names begin with.
const REMEMBERED: &str = "seen/";

fn to_salesforce(client: SalesforceClient) -> Rc<BearerTransport> {
    Rc::new(BearerTransport::to_salesforce(client.host))
}

async fn sight(tab: &Tab, locators: Vec<Locator>) -> Result<Vec<Sighting>, TransportError> {
    tab.ask(&Verb::Snapshot { locators }).await
}

/// Claims the introduction of this frame: the tab whose content script put it there.
async fn claim(nonce: &str) -> Option<i32> {
    let answer = api::send_message(&to_js(&json!({"claim": nonce}))).await.ok()?;
    let tab = from_js(answer)?.get("tabId")?.as_i64()?;
    i32::try_from(tab).ok()
}

/// Whether the extension itself opened this tab: a page can open it as well, but has no ticket for it.
async fn is_ours(ticket: Option<String>) -> bool {
    let Some(ticket) = ticket else { return false };
    let answer = api::send_message(&to_js(&json!({"redeem": ticket}))).await.ok();
    let answer = answer.and_then(from_js);
    answer.is_some_and(|answer| answer.get("redeemed") == Some(&Value::Bool(true)))
}

fn granted(write: WriteGrant) -> Granted {
    Granted {
        method: write.method,
        path: write.path,
        digest: write.digest,
    }
}

fn act_of(act: &PageAct) -> Act {
    match act.clone() {
        PageAct::Set { checked } => Act::Set { checked },
        PageAct::Fill { text } => Act::Fill { text },
        PageAct::Choose { option } => Act::Choose { option },
        PageAct::Press => Act::Press,
    }
}

fn unknown(locator: &str) -> TransportError {
    TransportError::NotSent {
        reason: format!("no locator {locator}"),
    }
}

impl Sleep for Browser {
    fn sleep(&self, millis: u64) -> LocalFuture<'_, ()> {
        Box::pin(clock::sleep(millis))
    }
}

impl Backend for Browser {
    fn surface(&self) -> Surface {
        self.surface
    }

    fn is_introduced(&self) -> bool {
        self.introduced
    }

    fn org(&self) -> Rc<dyn Transport> {
        Rc::clone(&self.org) as Rc<dyn Transport>
    }

    fn cloud(&self, service: Service) -> Rc<dyn Transport> {
        match self.bearer(service) {
            Some(bearer) => bearer as Rc<dyn Transport>,
            None => self.org(),
        }
    }

    fn know_environment(&self, host: &str) -> bool {
        let is_ours = self.sign_in.know_environment(host);
        let mut known = self.environment.borrow_mut();
        if is_ours && known.host() != host {
            *known = Rc::new(BearerTransport::to_environment(
                host.to_owned(),
                Rc::clone(&self.sign_in),
            ));
        }
        is_ours
    }

    fn grant_cloud(&self, service: Service, writes: Vec<WriteGrant>) {
        let writes = writes.into_iter().map(|write| Bearing {
            method: write.method,
            path: write.path,
            digest: write.digest,
        });
        if let Some(bearer) = self.bearer(service) {
            bearer.grant(writes.collect());
        }
    }

    fn signed_in_as(&self, wanted: Vec<Scope>) -> LocalFuture<'_, Result<SignedIn, SignInError>> {
        Box::pin(async move { self.sign_in.signed_in_as(&wanted).await })
    }

    fn sign_in(&self, wanted: Vec<Scope>, choose: bool) -> LocalFuture<'_, Result<SignedIn, SignInError>> {
        Box::pin(async move { self.sign_in.sign_in(&wanted, choose).await })
    }

    fn salesforce_client(&self) -> LocalFuture<'_, Option<SalesforceClient>> {
        Box::pin(sign_in_store::salesforce_client())
    }

    fn set_salesforce_client(&self, client: &SalesforceClient) -> LocalFuture<'_, bool> {
        let client = client.clone();
        Box::pin(async move {
            if let Some(before) = sign_in_store::salesforce_client().await {
                sign_in_store::forget_salesforce(&before.host).await;
            }
            let kept = sign_in_store::set_salesforce_client(&client).await;
            if kept {
                *self.salesforce.borrow_mut() = to_salesforce(client);
            }
            kept
        })
    }

    fn signed_in_to_salesforce(&self) -> LocalFuture<'_, Result<SignedInToSalesforce, SalesforceSignInError>> {
        Box::pin(async { Ok(salesforce::session().await?.shown()) })
    }

    fn sign_in_to_salesforce(
        &self,
        choose: bool,
    ) -> LocalFuture<'_, Result<SignedInToSalesforce, SalesforceSignInError>> {
        Box::pin(async move { Ok(salesforce::sign_in(&self.window, choose).await?.shown()) })
    }

    fn forget_salesforce(&self) -> LocalFuture<'_, ()> {
        Box::pin(async {
            if let Some(client) = sign_in_store::salesforce_client().await {
                sign_in_store::forget_salesforce(&client.host).await;
                sign_in_store::set_to_choose(Asks::Salesforce, true).await;
            }
        })
    }

    fn recall(&self, name: &str) -> LocalFuture<'_, Option<Value>> {
        let name = remembered(name);
        Box::pin(async move {
            let stored = api::stored(&name).await.ok().and_then(from_js)?;
            stored.get(&name).cloned()
        })
    }

    fn remember(&self, name: &str, value: &Value) {
        if !self.introduced {
            // What a page may have opened leaves nothing behind.
            return;
        }
        let items = to_js(&Value::Object(
            [(remembered(name), value.clone())].into_iter().collect(),
        ));
        let begun = api::begin_to_store(&items).map(JsFuture::from);
        spawn_local(async move {
            if let Ok(begun) = begun {
                // A full storage costs only the memory of it.
                let _ = begun.await;
            }
        });
    }

    fn forget_remembered(&self) -> LocalFuture<'_, bool> {
        Box::pin(async {
            let stored = api::stored_all(&wasm_bindgen::JsValue::NULL)
                .await
                .ok()
                .and_then(from_js);
            let Some(stored) = stored.as_ref().and_then(Value::as_object) else {
                return false;
            };
            let ours = stored.keys().filter(|key| key.starts_with(REMEMBERED));
            let ours: Vec<Value> = ours.map(|key| key.as_str().into()).collect();
            api::unstore(&to_js(&Value::Array(ours))).await.is_ok()
        })
    }

    fn forget_sign_in(&self) -> LocalFuture<'_, ()> {
        Box::pin(async {
            sign_in_store::forget(None).await;
            sign_in_store::set_to_choose(Asks::Entra, true).await;
        })
    }

    fn client_id(&self) -> LocalFuture<'_, Option<String>> {
        Box::pin(sign_in_store::client_id())
    }

    fn set_client_id(&self, client_id: &str) -> LocalFuture<'_, bool> {
        let client_id = client_id.to_owned();
        Box::pin(async move {
            sign_in_store::forget(None).await;
            if client_id.is_empty() {
                return sign_in_store::forget_client_id().await;
            }
            sign_in_store::set_client_id(&client_id).await
        })
    }

    fn redirect_address(&self) -> String {
        // Every browser that runs the panel has it.
        api::redirect_address().unwrap_or_default()
    }

    fn copy(&self, text: &str) -> LocalFuture<'static, bool> {
        // At once, while the click counts.
        let written = self.window.navigator().clipboard().write_text(text);
        Box::pin(async move { JsFuture::from(written).await.is_ok() })
    }

    fn route(&self) -> String {
        self.route.clone()
    }

    fn on_route(&self, listener: Box<dyn Fn(String)>) {
        let listener: Rc<dyn Fn(String)> = listener.into();
        self.org.tab().on_route(Rc::clone(&listener));
        self.beside.on_route(Rc::clone(&listener));
        *self.on_route.borrow_mut() = Some(Rc::clone(&listener));
        if self.surface == Surface::SidePanel {
            // Pressed again, a page's button leads to the panel that is open beside it.
            let (asked, beside) = (self.asked, self.beside.id());
            let told = api::told(move |value| {
                let told = from_js(value);
                let part = |name| told.as_ref().and_then(|told| told.get(name));
                let tab = part("tab").and_then(Value::as_i64);
                let is_ours = asked.is_none() || [asked, beside].contains(&tab.and_then(|tab| i32::try_from(tab).ok()));
                if let (true, Some(follow)) = (is_ours, part("follow").and_then(Value::as_str)) {
                    listener(route::decoded(follow));
                }
            });
            *self.told.borrow_mut() = Some(told);
        }
    }

    fn find_organizations(&self) -> LocalFuture<'_, Vec<String>> {
        Box::pin(async move {
            let found = tabs::organizations().await;
            let hosts = found.iter().map(|org| org.host.clone()).collect();
            if let Some(org) = tabs::only(found) {
                self.bind(org);
            }
            hosts
        })
    }

    fn take_organization(&self, host: &str) -> LocalFuture<'_, ()> {
        let host = host.to_owned();
        Box::pin(async move {
            let found = tabs::organizations().await;
            if let Some(org) = found.into_iter().find(|org| org.host == host) {
                self.bind(org);
            }
        })
    }

    fn page(&self) -> LocalFuture<'_, Result<PageContext, TransportError>> {
        Box::pin(async move {
            let facts: PageFacts = self.beside.ask(&Verb::Page).await?;
            let sightings = sight(&self.beside, PageContext::asked()).await?;
            PageContext::read(&facts, &sightings).ok_or(TransportError::PageGone)
        })
    }

    fn page_read(&self, locator: &str) -> LocalFuture<'_, Result<Value, TransportError>> {
        let found = locators::find(locator).ok_or_else(|| unknown(locator));
        Box::pin(async move {
            let locator = found?;
            let (tab, shown) = self.tab_of(&locator).await?;
            let sightings = sight(&tab, vec![locator.clone()]).await?;
            let sighting = sightings.first().ok_or_else(|| unknown(&locator.id))?;
            let read = locator.read(sighting)?;
            Ok(match &shown {
                Some(shown) => placed(read, shown, locator.health(sighting)),
                None => read,
            })
        })
    }

    fn page_press(&self, locator: &str, act: &PageAct) -> LocalFuture<'_, Result<Value, TransportError>> {
        let found = locators::find(locator).ok_or_else(|| unknown(locator));
        let act = act_of(act);
        Box::pin(async move {
            let locator = found?;
            let (tab, _) = self.tab_of(&locator).await?;
            let id = locator.id.clone();
            let sighting: Sighting = match tab.ask(&Verb::Act { locator: id, act }).await {
                Err(TransportError::NotSent { reason }) if reason == NOT_FOUND => return Err(locator.missing()),
                answer => answer?,
            };
            // What a press closes is gone with it.
            Ok(locator.read(&sighting).unwrap_or_else(|_| json!({"there": false})))
        })
    }

    fn grant(
        &self,
        writes: Vec<WriteGrant>,
        presses: Vec<(String, PageAct)>,
    ) -> LocalFuture<'_, Result<(), TransportError>> {
        Box::pin(async move {
            let writes: Vec<Granted> = writes.into_iter().map(granted).collect();
            let (mut acts, mut elsewhere) = (Vec::new(), Vec::new());
            for (locator, act) in &presses {
                let granted = GrantedAct::of(locator, &act_of(act))?;
                match granted.locator.portal() {
                    None => acts.push(granted),
                    Some(_) => elsewhere.push(granted),
                }
            }
            self.portals.grant(elsewhere).await;
            if writes.is_empty() && acts.is_empty() && !self.org.tab().is_granted() {
                // Nothing is to be done in the organization, which need not be there then, and nothing to take back.
                return Ok(());
            }
            self.org.tab().ask::<()>(&Verb::Grant { writes, acts }).await
        })
    }

    fn bind_pages(&self, made_at: Option<Millis>) {
        self.portals.bind(made_at);
    }

    fn unbind_pages(&self) {
        self.portals.unbind();
    }

    fn may_reach(&self, host: &str) -> LocalFuture<'_, bool> {
        let origins = json!({ "origins": [format!("https://{host}/*")] });
        Box::pin(async move {
            let held = api::has_permissions(&to_js(&origins)).await;
            held.ok().and_then(|held| held.as_bool()).unwrap_or(false)
        })
    }

    fn ask_for(&self, host: &str) -> LocalFuture<'static, bool> {
        if !is_host(host) {
            return Box::pin(async { false });
        }
        let origins = json!({ "origins": [format!("https://{host}/*")] });
        // Called at once, not when polled: the click counts no longer by then.
        let asked = api::request_permissions(&to_js(&origins)).map(JsFuture::from);
        Box::pin(async move {
            let Ok(asked) = asked else { return false };
            asked.await.ok().and_then(|given| given.as_bool()).unwrap_or(false)
        })
    }

    fn open_page(&self, host: &str) {
        let tab = to_js(&json!({ "url": format!("https://{host}{}", if host.contains('?') { "" } else { "/" }) }));
        spawn_local(async move {
            // Refused only when the browser is closing.
            let _ = api::create_tab(&tab).await;
        });
    }

    fn challenge(&self) -> LocalFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move { fetch::send(self.org.host(), &Request::get(who_am_i_path()), None).await })
    }

    fn portal_host(&self, page: Page) -> LocalFuture<'_, Option<String>> {
        Box::pin(async move { self.portals.tab(page).await.ok().map(|shown| shown.host) })
    }

    fn frames(&self, page: Page) -> LocalFuture<'_, Option<Vec<String>>> {
        Box::pin(async move {
            let shown = self.portals.tab(page).await.ok()?;
            let frames: Vec<Framed> = shown.tab.ask(&Verb::Frames).await.ok()?;
            let mut hosts: Vec<String> = Vec::new();
            for Framed { host } in frames {
                // What could be no host of a page is not shown either.
                if is_host(&host) && !hosts.contains(&host) {
                    hosts.push(host);
                }
            }
            Some(hosts)
        })
    }

    fn highlight(&self, locator: Option<&str>) {
        let locator = locator.and_then(locators::find);
        let (glowing, org_tab, portals) = (self.glowing.clone(), Rc::clone(self.org.tab()), self.portals.clone());
        spawn_local(async move {
            // Only looks: a page that is gone has nothing to highlight.
            let before = glowing.borrow_mut().take();
            if let Some(tab) = before {
                let _ = tab.ask::<Value>(&Verb::Unhighlight).await;
            }
            let Some(locator) = locator else { return };
            let tab = match locator.portal() {
                None => Some(org_tab),
                Some(page) => portals.tab(page).await.ok().map(|shown| shown.tab),
            };
            if let Some(tab) = tab {
                *glowing.borrow_mut() = Some(Rc::clone(&tab));
                let _ = tab.ask::<Value>(&Verb::Highlight { locator }).await;
            }
        });
    }

    fn journal(&self) -> Rc<dyn JournalStore> {
        Rc::clone(&self.journal) as Rc<dyn JournalStore>
    }

    fn now(&self) -> Millis {
        clock::now()
    }

    fn new_guid(&self) -> String {
        // Every browser that runs the panel has it: extension pages are secure contexts.
        clock::new_guid(&self.window).unwrap_or_default()
    }

    fn languages(&self) -> Vec<String> {
        self.languages.clone()
    }

    fn messages(&self, language: Language) -> LocalFuture<'_, Option<String>> {
        Box::pin(async move { api::own_file(&format!("messages/{}.ftl", language.tag())).await })
    }

    fn choose_language(&self, language: &str) {
        let items = to_js(&json!({ LANGUAGE: language }));
        spawn_local(async move {
            // A full storage costs only the memory of the choice.
            let _ = api::store(&items).await;
        });
    }

    fn format_time(&self, language: &str, at: Millis) -> String {
        intl::time(language, at)
    }

    fn format_day(&self, language: &str, at: Millis) -> String {
        intl::day(language, at)
    }

    fn format_number(&self, language: &str, number: i64) -> String {
        intl::number(language, number)
    }

    fn download(&self, name: &str, media_type: &str, content: &str) {
        if let Err(refused) = download::offer(name, media_type, content) {
            web_sys::console::error_1(&refused);
        }
    }

    fn may_act(&self, control: &str, trusted: bool) -> MayAct {
        if !trusted {
            // Neither acts nor opens anything: a script could press it as often as it likes.
            return MayAct::NotYet;
        }
        match self.surface {
            _ if !self.introduced => MayAct::OpenInTab,
            Surface::Dock => self.watches.may_act(control),
            // Nobody can frame or cover these; only the second click of two could land here unmeant.
            Surface::SidePanel | Surface::Tab => self.watches.has_stood(control),
        }
    }

    fn watch_control(&self, control: &str) {
        self.watches.watch(control);
    }

    fn open_in_tab(&self, route: &str) {
        let of = |name: &str, id: Option<i32>| id.map(|id| format!("{name}={id}&")).unwrap_or_default();
        let tab = of("tab", self.beside.id()) + &of("org", self.org.tab().id());
        let route = route.to_owned();
        let opened = Rc::clone(&self.opened);
        spawn_local(async move {
            let known = opened.borrow().iter().find(|(at, _)| *at == route).map(|(_, id)| *id);
            if let Some(id) = known
                && api::update_tab(id, &to_js(&json!({ "active": true }))).await.is_ok()
            {
                return;
            }
            // Without a ticket the tab still shows, and its own button asks for one again.
            let answer = api::send_message(&to_js(&json!({"issue": true}))).await.ok();
            let answer = answer.and_then(from_js);
            let ticket = answer.as_ref().and_then(|answer| answer.get("ticket")?.as_str());
            let ticket = ticket.unwrap_or_default();
            if let Ok(url) = api::get_url(&format!("panel.html?{tab}ticket={ticket}{route}")) {
                // Refused only when the browser is closing.
                let made = api::create_tab(&to_js(&json!({ "url": url }))).await.ok();
                let made = made.and_then(as_told::<KnownTab>).and_then(|made| made.id);
                *opened.borrow_mut() = made.map(|id| (route, id));
            }
        });
    }

    fn close(&self) {
        let tab = Rc::clone(&self.beside);
        spawn_local(async move {
            // A page that is gone has no dock to close.
            let _ = tab.ask::<Value>(&Verb::Close).await;
        });
    }

    fn permissions(&self) -> LocalFuture<'_, Vec<(String, bool)>> {
        Box::pin(async move {
            let held = api::all_permissions().await.ok().and_then(as_told::<Held>);
            let manifest = api::get_manifest().ok().and_then(as_told::<Manifest>);
            let (Some(held), Some(manifest)) = (held, manifest) else {
                return Vec::new();
            };
            let required =
                |name: &String| manifest.host_permissions.contains(name) || manifest.permissions.contains(name);
            let names = held.origins.into_iter().chain(held.permissions);
            names.map(|name| (name.clone(), !required(&name))).collect()
        })
    }

    fn remove_permission(&self, permission: &str) -> LocalFuture<'_, bool> {
        let asked = if permission.contains("://") {
            json!({ "origins": [permission] })
        } else {
            json!({ "permissions": [permission] })
        };
        Box::pin(async move {
            let removed = api::remove_permissions(&to_js(&asked)).await;
            removed.ok().and_then(|removed| removed.as_bool()).unwrap_or(false)
        })
    }
}
