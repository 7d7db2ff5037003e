//! The browser as the interface's [`Backend`].

use std::rc::Rc;

use futures_util::future::{join, join3};
use serde_json::{Value, json};
use wasm_bindgen::prelude::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::Window;

use super::api::{self, from_js, to_js};
use super::journal::WorkerJournal;
use super::tab::Tab;
use super::transport::PortTransport;
use super::visibility::Watches;
use super::{clock, download, intl, route};
use crate::http::{LocalFuture, Millis, TransportError};
use crate::json::{FromJson, record};
use crate::plan::drive::JournalStore;
use crate::plan::grants::WriteGrant;
use crate::plan::model::PageAct;
use crate::portal::locator::Sighting;
use crate::portal::verbs::{Granted, GrantedPress, PageFacts, Verb};
use crate::portal::{Locator, PageContext, locators};
use crate::services::Transport;
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
    tab: Rc<Tab>,
    org: Rc<PortTransport>,
    journal: Rc<WorkerJournal>,
    watches: Watches,
    languages: Vec<String>,
}

struct KnownTab {
    id: Option<i32>,
    last_accessed: f64,
}

record!(read KnownTab { id or default, last_accessed as "lastAccessed" or default });

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

/// What an extension API answered; `None` if it has another shape.
fn as_told<T: FromJson>(answer: JsValue) -> Option<T> {
    T::from_json(&from_js(answer)?).ok()
}

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
                (Surface::Dock, tab.is_some(), answering(tab).await)
            } else {
                let (own, ours, found) = join3(api::current_tab(), is_ours(asked.ticket), find_tab(asked.tab)).await;
                match own {
                    // No tab, the browser says, and no page opens a side panel.
                    Ok(none) if none.is_undefined() => (Surface::SidePanel, true, found),
                    // A tab, or not told: that acts with a ticket alone.
                    _ => (Surface::Tab, ours, found),
                }
            }
        };
        let (stored, (surface, introduced, (tab, facts))) = join(api::stored(LANGUAGE), place).await;
        let host = facts
            .as_ref()
            .and_then(|facts| web_sys::Url::new(&facts.href).ok())
            .map(|address| address.host())
            .unwrap_or_default();
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
        let tab = Rc::new(tab);
        Self {
            window,
            surface,
            introduced,
            route: asked.route,
            org: Rc::new(PortTransport::new(Rc::clone(&tab), host)),
            tab,
            journal: Rc::default(),
            watches: Watches::default(),
            languages,
        }
    }

    fn tell(&self, verb: Verb) {
        let tab = Rc::clone(&self.tab);
        spawn_local(async move {
            // Only looks: a page that is gone has nothing to highlight and no dock to close.
            let _ = tab.ask::<Value>(&verb).await;
        });
    }

    async fn sight(&self, locators: Vec<Locator>) -> Result<Vec<Sighting>, TransportError> {
        self.tab.ask(&Verb::Snapshot { locators }).await
    }
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

/// The tab the panel was opened for; else the one in front, if it answers; else the org tab used last. With what its
/// page says of itself.
async fn find_tab(asked: Option<i32>) -> (Tab, Option<PageFacts>) {
    if asked.is_some() {
        return answering(asked).await;
    }
    let front = json!({"active": true, "currentWindow": true});
    let manifest = api::get_manifest().ok().and_then(as_told::<Manifest>);
    let orgs = json!({"url": manifest.map(|manifest| manifest.host_permissions).unwrap_or_default()});
    let (front, orgs) = join(query(&front), query(&orgs)).await;
    for known in front.into_iter().chain(orgs) {
        if let (tab, Some(facts)) = answering(known.id).await {
            return (tab, Some(facts));
        }
    }
    (Tab::new(None), None)
}

/// The tabs that fit, the one used last first.
async fn query(wanted: &Value) -> Vec<KnownTab> {
    let found = api::query_tabs(&to_js(wanted)).await;
    let mut found = found.ok().and_then(as_told::<Vec<KnownTab>>).unwrap_or_default();
    found.sort_by(|one, other| other.last_accessed.total_cmp(&one.last_accessed));
    found
}

/// That tab, and what its page says of itself if it answers.
async fn answering(id: Option<i32>) -> (Tab, Option<PageFacts>) {
    let tab = Tab::new(id);
    let facts = tab.ask(&Verb::Page).await.ok();
    (tab, facts)
}

fn granted(write: WriteGrant) -> Granted {
    Granted {
        method: write.method,
        path: write.path,
        digest: write.digest,
    }
}

/// The state a switch is brought into: of what can be done on a page, all that a port carries so far.
fn switched(locator: &str, act: &PageAct) -> Result<bool, TransportError> {
    match act {
        PageAct::Set { checked } => Ok(*checked),
        PageAct::Fill { .. } | PageAct::Choose { .. } | PageAct::Press => Err(TransportError::NotSent {
            reason: format!("nothing but a switch can be set on the page yet: {locator}"),
        }),
    }
}

fn unknown(locator: &str) -> TransportError {
    TransportError::NotSent {
        reason: format!("no locator {locator}"),
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

    fn route(&self) -> String {
        self.route.clone()
    }

    fn on_route(&self, listener: Box<dyn Fn(String)>) {
        self.tab.on_route(listener);
    }

    fn page(&self) -> LocalFuture<'_, Result<PageContext, TransportError>> {
        Box::pin(async move {
            let facts: PageFacts = self.tab.ask(&Verb::Page).await?;
            let sightings = self.sight(PageContext::asked()).await?;
            PageContext::read(&facts, &sightings).ok_or(TransportError::PageGone)
        })
    }

    fn page_read(&self, locator: &str) -> LocalFuture<'_, Result<Value, TransportError>> {
        let found = locators::find(locator).ok_or_else(|| unknown(locator));
        Box::pin(async move {
            let locator = found?;
            let sightings = self.sight(vec![locator.clone()]).await?;
            let sighting = sightings.first().ok_or_else(|| unknown(&locator.id))?;
            locator.read(sighting)
        })
    }

    fn page_press(&self, locator: &str, act: &PageAct) -> LocalFuture<'_, Result<Value, TransportError>> {
        let found = locators::find(locator).ok_or_else(|| unknown(locator));
        let checked = switched(locator, act);
        Box::pin(async move {
            let (locator, checked) = (found?, checked?);
            let press = Verb::Press {
                locator: locator.id.clone(),
                checked,
            };
            locator.read(&self.tab.ask(&press).await?)
        })
    }

    fn grant(
        &self,
        writes: Vec<WriteGrant>,
        presses: Vec<(String, PageAct)>,
    ) -> LocalFuture<'_, Result<(), TransportError>> {
        Box::pin(async move {
            let writes = writes.into_iter().map(granted).collect();
            let mut granted = Vec::new();
            for (locator, act) in &presses {
                granted.push(GrantedPress::of(locator, switched(locator, act)?)?);
            }
            let grant = Verb::Grant {
                writes,
                presses: granted,
            };
            self.tab.ask::<()>(&grant).await
        })
    }

    fn highlight(&self, locator: Option<&str>) {
        match locator.map(locators::find) {
            Some(Some(locator)) => self.tell(Verb::Highlight { locator }),
            _ => self.tell(Verb::Unhighlight),
        }
    }

    fn journal(&self) -> Rc<dyn JournalStore> {
        Rc::clone(&self.journal) as Rc<dyn JournalStore>
    }

    fn now(&self) -> Millis {
        clock::now()
    }

    fn sleep(&self, millis: u64) -> LocalFuture<'_, ()> {
        Box::pin(clock::sleep(millis))
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
        let tab = self.tab.id().map(|id| format!("tab={id}")).unwrap_or_default();
        let route = route.to_owned();
        spawn_local(async move {
            // Without a ticket the tab still shows, and its own button asks for one again.
            let answer = api::send_message(&to_js(&json!({"issue": true}))).await.ok();
            let answer = answer.and_then(from_js);
            let ticket = answer.as_ref().and_then(|answer| answer.get("ticket")?.as_str());
            let ticket = ticket.unwrap_or_default();
            if let Ok(url) = api::get_url(&format!("panel.html?{tab}&ticket={ticket}{route}")) {
                // Refused only when the browser is closing.
                let _ = api::create_tab(&to_js(&json!({ "url": url }))).await;
            }
        });
    }

    fn close(&self) {
        self.tell(Verb::Close);
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
