//! The tabs of the portals beside the organization's own pages: one per portal, found among the hosts the browser lets
//! Latchkey see. They carry no request, only what is read and done on the page.

use std::cell::RefCell;
use std::rc::Rc;

use serde_json::{Value, json};

use super::api::{self, from_js};
use super::backend::remembered;
use super::clock;
use super::tab::Tab;
use super::tabs::{frames, query};
use super::watch::Watch;
use crate::http::{Millis, TransportError};
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

/// What an approved plan is bound to, of a page that does not tell whose it is.
#[derive(Clone)]
enum Bound {
    /// This page, or the one around a frame, and what it is loaded anew as.
    To(Rc<Watch>),
    /// A page that was left: whatever is found now may be another tenant's.
    Gone,
}

/// A portal's tab, since when it is known, and of a page that does not tell whose it is the document that was read, or the
/// one around it.
#[derive(Clone)]
struct Known {
    page: Page,
    tab: Rc<Tab>,
    since: Millis,
    outer: Option<Rc<Watch>>,
}

/// The tabs found so far, what an approved plan may do on them, and which of them it is bound to.
#[derive(Default)]
pub struct Portals {
    known: RefCell<Vec<Known>>,
    granted: RefCell<Vec<GrantedAct>>,
    bound: RefCell<Vec<(Page, Bound)>>,
}

impl Portals {
    /// A tab that shows a portal, to be looked at first.
    pub fn keep(&self, page: Page, tab: Rc<Tab>) {
        self.know(page, tab, None);
    }

    fn know(&self, page: Page, tab: Rc<Tab>, outer: Option<Rc<Watch>>) {
        let mut known = self.known.borrow_mut();
        known.retain(|other| other.page != page);
        let since = clock::now();
        known.push(Known {
            page,
            tab,
            since,
            outer,
        });
    }

    /// Binds what is granted next to the pages known now; those that came only after `made_at` are not what the plan was
    /// made from.
    pub fn bind(&self, made_at: Option<Millis>) {
        let known = self.known.borrow();
        let bound = known.iter().filter_map(|known| {
            let outer = known.outer.clone()?;
            let is_later = made_at.is_some_and(|made_at| known.since > made_at);
            Some((known.page, if is_later { Bound::Gone } else { Bound::To(outer) }))
        });
        *self.bound.borrow_mut() = bound.collect();
    }

    /// The plan is over.
    pub fn unbind(&self) {
        self.bound.borrow_mut().clear();
    }

    fn bound_to(&self, page: Page) -> Option<Bound> {
        let bound = self.bound.borrow();
        bound.iter().find(|(of, _)| *of == page).map(|(_, bound)| bound.clone())
    }

    /// Whether the page a plan is bound to still stands in its tab: the same document, or the same loaded anew. One that was
    /// left does not come to count again. While it loads it stands nowhere.
    async fn stands(&self, page: Page, bound: &Bound) -> Option<i32> {
        let Bound::To(before) = bound else { return None };
        let (now, is_same) = before.now().await?;
        let mut all = self.bound.borrow_mut();
        // Another look may have been first: what comes of its document is compared with that.
        let (_, bound) = all.iter_mut().find(|(of, bound)| {
            let is_before = matches!(bound, Bound::To(watch) if Rc::ptr_eq(watch, before));
            *of == page && is_before
        })?;
        *bound = if is_same { Bound::To(now) } else { Bound::Gone };
        is_same.then_some(before.tab)
    }

    /// A plan that is bound to no page yet, as none was known, is bound to the first it acts on.
    fn bind_first(&self, page: Page, outer: Option<Rc<Watch>>) {
        if let (Some(outer), None, false) = (outer, self.bound_to(page), self.acts_on(page).is_empty()) {
            self.bound.borrow_mut().push((page, Bound::To(outer)));
        }
    }

    /// The tab that shows a portal now: the known one, else the one used last. One that is found during a run gets
    /// what the approved plan may do there, unless the plan is bound to another.
    ///
    /// # Errors
    /// [`TransportError::NoPage`] where none shows it, or none may be seen; [`TransportError::PageGone`] where one was
    /// found only now, during a run; [`TransportError::TabGone`] where the plan is bound to a page that was left; of frames
    /// [`TransportError::ManyPages`].
    pub async fn tab(&self, page: Page) -> Result<Shown, TransportError> {
        let activated = match page {
            Page::SalesSettings => activated(sales_settings::FRAME).await,
            _ => None,
        };
        let gone = || TransportError::TabGone {
            host: activated.clone().unwrap_or_else(|| page.found_at().to_owned()),
        };
        let bound = self.bound_to(page);
        let only = match &bound {
            Some(bound) => Some(self.stands(page, bound).await.ok_or_else(gone)?),
            None => None,
        };
        let known = self.known.borrow().iter().find(|known| known.page == page).cloned();
        if let Some(Known { tab, outer, .. }) = known.filter(|known| only.is_none() || known.tab.id() == only) {
            let facts = tab.ask::<PageFacts>(&Verb::Page).await.ok();
            if let Some((host, open)) = shows(page, facts, activated.as_deref()) {
                if bound.is_none() && !page.tells_whose() {
                    self.look_around(page, &tab, outer).await;
                }
                // Loaded anew by whomever: an act on a port that lost its grant would be as good as one without an outcome.
                if tab.has_lost_grant() {
                    grant(&tab, self.acts_on(page)).await?;
                    return Err(TransportError::PageGone);
                }
                return Ok(Shown { tab, host, open });
            }
        }
        let tabs = match (page, &activated) {
            (Page::SalesSettings, None) => Vec::new(),
            (Page::SalesSettings, Some(_)) => self.frames(Page::SalesApp, only, &[]).await,
            // It may stand in a tab by itself.
            (Page::SalesforceApp, _) => {
                self.frames(Page::SalesforceSetup, None, &["https://*.my.salesforce.com/*"])
                    .await
            }
            _ if only.is_some() => Vec::new(),
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
            let outer = match tab.id() {
                Some(id) if !page.tells_whose() => Watch::begin(id).await,
                _ => None,
            };
            self.know(page, Rc::clone(&tab), outer.clone());
            let acts = self.acts_on(page);
            if !acts.is_empty() {
                self.bind_first(page, outer);
                grant(&tab, acts).await?;
                // It may be another tenant's: whoever acts has to look where it is first.
                return Err(TransportError::PageGone);
            }
            return Ok(Shown { tab, host, open });
        }
        if only.is_some() {
            return Err(gone());
        }
        Err(TransportError::NoPage {
            host: page.found_at().to_owned(),
        })
    }

    /// Notices that another page came into a known tab: what is made from it now is no longer of the one before.
    async fn look_around(&self, page: Page, tab: &Rc<Tab>, before: Option<Rc<Watch>>) {
        let around = match (before, tab.id()) {
            (Some(before), id) if id == Some(before.tab) => before.now().await,
            (_, Some(id)) => Watch::begin(id).await.map(|now| (now, false)),
            (_, None) => None,
        };
        let Some((now, is_same)) = around else { return };
        self.bind_first(page, Some(Rc::clone(&now)));
        let mut all = self.known.borrow_mut();
        let Some(known) = all.iter_mut().find(|known| known.page == page) else {
            return;
        };
        if !is_same {
            known.since = clock::now();
        }
        known.outer = Some(now);
    }

    /// The frames, in every tab that shows a portal, which the browser lets us reach, those of the tab looked at first
    /// first; and the pages `besides`. Of one tab `only`, where a plan is bound to that.
    async fn frames(&self, around: Page, only: Option<i32>, besides: &[&str]) -> Vec<Tab> {
        if let Some(only) = only {
            return frames(only).await;
        }
        let known = self.known.borrow().iter().find(|known| known.page == around).cloned();
        let first = known.and_then(|known| known.tab.id());
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
