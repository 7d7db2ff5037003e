//! The tabs of the portals beside the organization's own pages: one per portal, found among the hosts the browser lets
//! Latchkey see. They carry no request, only what is read and done on the page.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use serde_json::{Value, json};

use super::api::{self, from_js};
use super::backend::remembered;
use super::tab::Tab;
use super::tabs::{frames, query};
use crate::http::TransportError;
use crate::json::ToJson;
use crate::portal::locator::Sighting;
use crate::portal::page::Address;
use crate::portal::verbs::{GrantedAct, PageFacts, Verb};
use crate::portal::{Health, Page, locators, sales_settings, salesforce_setup};

/// A portal's tab, and where it is.
pub struct Shown {
    /// The tab.
    pub tab: Rc<Tab>,
    /// Such as `contoso.brightpattern.com`.
    pub host: String,
    /// What is open there ([`Page::open_at`], [`salesforce_setup::app_at`]).
    pub open: String,
}

/// The tabs found so far, and what an approved plan may do on them.
#[derive(Default)]
pub struct Portals {
    known: RefCell<Vec<(Page, Rc<Tab>)>>,
    granted: RefCell<Vec<GrantedAct>>,
    /// The tab whose settings frame the approved plan has acted in: a frame of another tab may be another tenant's.
    acted: Cell<Option<i32>>,
}

impl Portals {
    /// A tab that shows a portal, to be looked at first.
    pub fn keep(&self, page: Page, tab: Rc<Tab>) {
        let mut known = self.known.borrow_mut();
        known.retain(|(other, _)| *other != page);
        known.push((page, tab));
    }

    /// The tab that shows a portal now: the known one, else the one used last. One that is found during a run gets
    /// what the approved plan may do there.
    ///
    /// # Errors
    /// [`TransportError::NoPage`] where none shows it, or none may be seen; [`TransportError::PageGone`] where one was
    /// found only now, during a run; of frames [`TransportError::ManyPages`] and [`TransportError::TabGone`].
    pub async fn tab(&self, page: Page) -> Result<Shown, TransportError> {
        let activated = match page {
            Page::SalesSettings => activated(sales_settings::FRAME).await,
            _ => None,
        };
        let known = self.known.borrow().iter().find(|(other, _)| *other == page).cloned();
        if let Some((_, tab)) = known {
            let facts = tab.ask::<PageFacts>(&Verb::Page).await.ok();
            if let Some((host, open)) = shows(page, facts, activated.as_deref()) {
                return Ok(Shown { tab, host, open });
            }
        }
        let tabs = match (page, &activated) {
            (Page::SalesSettings, None) => Vec::new(),
            (Page::SalesSettings, Some(_)) => self.frames(Page::SalesApp, &[]).await,
            // It may stand in a tab by itself.
            (Page::SalesforceApp, _) => {
                self.frames(Page::SalesforceSetup, &["https://*.my.salesforce.com/*"])
                    .await
            }
            _ => tabs_on(page).await,
        };
        let mut found = None;
        for tab in tabs {
            let facts = tab.ask::<PageFacts>(&Verb::Page).await.ok();
            let Some((host, open)) = shows(page, facts, activated.as_deref()) else {
                continue;
            };
            if page != Page::SalesSettings {
                found = Some((tab, host, open));
                break;
            }
            // An app has frames of its own host for signing in, which show nothing.
            if !has_any(&tab, &sales_settings::ENTRIES).await {
                continue;
            }
            if found.is_some() {
                return Err(TransportError::ManyPages { host });
            }
            found = Some((tab, host, open));
        }
        if let Some((tab, host, open)) = found {
            let tab = Rc::new(tab);
            self.keep(page, Rc::clone(&tab));
            let acts = self.acts_on(page);
            if !acts.is_empty() {
                grant(&tab, acts).await?;
                // It may be another tenant's: whoever acts has to look where it is first.
                return Err(TransportError::PageGone);
            }
            return Ok(Shown { tab, host, open });
        }
        if let (Page::SalesSettings, Some(_), Some(host)) = (page, self.acted.get(), activated) {
            return Err(TransportError::TabGone { host });
        }
        Err(TransportError::NoPage {
            host: page.found_at().to_owned(),
        })
    }

    /// Something was done in a tab, as approved.
    pub fn has_acted(&self, page: Page, tab: &Tab) {
        if page == Page::SalesSettings {
            self.acted.set(tab.id());
        }
    }

    /// The frames, in every tab that shows a portal, which the browser lets us reach, those of the tab looked at first
    /// first; and the pages `besides`. Once a plan has acted in one of the Sales app's, only those of its tab.
    async fn frames(&self, around: Page, besides: &[&str]) -> Vec<Tab> {
        if let Some(acted) = self.acted.get().filter(|_| around == Page::SalesApp) {
            return frames(acted).await;
        }
        let known = self.known.borrow().iter().find(|(page, _)| *page == around).cloned();
        let first = known.and_then(|(_, tab)| tab.id());
        let mut ids: Vec<i32> = first.into_iter().collect();
        for found in query(&json!({ "url": around.patterns() })).await {
            ids.extend(found.id.filter(|id| Some(*id) != first));
        }
        let mut found = Vec::new();
        for id in ids {
            found.extend(frames(id).await);
        }
        if !besides.is_empty() {
            found.extend(
                query(&json!({ "url": besides }))
                    .await
                    .into_iter()
                    .map(|one| Tab::new(one.id)),
            );
        }
        found
    }

    /// Lets exactly these acts through, each on its own portal's tab, instead of any before. A portal that no tab shows
    /// yet gets its part once it is found.
    pub async fn grant(&self, acts: Vec<GrantedAct>) {
        let before = self.granted.replace(acts);
        if self.acts_on(Page::SalesSettings).is_empty() {
            self.acted.set(None);
        }
        let pages = Page::PORTALS.into_iter().chain(Page::FRAMES);
        let touched = pages.filter(|page| {
            let on = |act: &GrantedAct| act.locator.portal() == Some(*page);
            before.iter().any(on) || self.granted.borrow().iter().any(on)
        });
        for page in touched.collect::<Vec<_>>() {
            if let Ok(Shown { tab, .. }) = self.tab(page).await {
                // A page that is gone has lost its grant with its port, and is found again when it is used.
                let _ = grant(&tab, self.acts_on(page)).await;
            }
        }
    }

    fn acts_on(&self, page: Page) -> Vec<GrantedAct> {
        let granted = self.granted.borrow();
        let here = granted.iter().filter(|act| act.locator.portal() == Some(page));
        here.cloned().collect()
    }
}

/// The tabs that show a portal, the one used last first.
async fn tabs_on(page: Page) -> Vec<Tab> {
    let found = query(&json!({ "url": page.patterns() })).await;
    found.into_iter().map(|found| Tab::new(found.id)).collect()
}

/// Whether something of this is on a page.
async fn has_any(tab: &Tab, ids: &[&str]) -> bool {
    let locators = ids.iter().filter_map(|id| locators::find(id)).collect();
    let seen = tab.ask::<Vec<Sighting>>(&Verb::Snapshot { locators }).await;
    seen.is_ok_and(|seen| seen.iter().any(|one| one.hit.is_some()))
}

/// The host of a frame, as the admin activated it.
async fn activated(frame: &str) -> Option<String> {
    let name = remembered(frame);
    let stored = api::stored(&name).await.ok().and_then(from_js)?;
    Some(stored.get(&name)?.as_str()?.to_owned())
}

/// Where a page is, if it is that of a portal; of a frame, if it is on the host that was activated.
fn shows(page: Page, facts: Option<PageFacts>, activated: Option<&str>) -> Option<(String, String)> {
    let address = Address::parse(&facts?.href)?;
    if page == Page::SalesforceApp {
        let app = salesforce_setup::app_at(&address)?;
        return Some((address.host, app));
    }
    let Address { host, path, .. } = address;
    let open = page.open_at(&path).to_owned();
    let is_it = match activated {
        Some(activated) => host == activated,
        None => Page::portal_on(&host) == Some(page),
    };
    is_it.then_some((host, open))
}

async fn grant(tab: &Tab, acts: Vec<GrantedAct>) -> Result<(), TransportError> {
    let writes = Vec::new();
    tab.ask::<()>(&Verb::Grant { writes, acts }).await
}

/// A reading with where it was made, which the target of a plan is held against, and how well it was found.
pub fn placed(mut read: Value, shown: &Shown, health: Health) -> Value {
    if let Value::Object(members) = &mut read {
        members.insert("host".to_owned(), Value::String(shown.host.clone()));
        members.insert("open".to_owned(), Value::String(shown.open.clone()));
        members.insert("health".to_owned(), health.to_json());
    }
    read
}
