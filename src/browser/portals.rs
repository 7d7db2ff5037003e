//! The tabs of the portals beside the organization's own pages: one per portal, found among the hosts the browser lets
//! Latchkey see. They carry no request, only what is read and done on the page.

use std::cell::RefCell;
use std::rc::Rc;

use serde_json::{Value, json};

use super::tab::Tab;
use super::tabs::{answering, query};
use crate::http::TransportError;
use crate::portal::Page;
use crate::portal::page::Address;
use crate::portal::verbs::{GrantedAct, PageFacts, Verb};

/// A portal's tab, and where it is.
pub struct Shown {
    /// The tab.
    pub tab: Rc<Tab>,
    /// Such as `contoso.brightpattern.com`.
    pub host: String,
    /// What is open there ([`Page::open_at`]).
    pub open: String,
}

/// The tabs found so far, and what an approved plan may do on them.
#[derive(Default)]
pub struct Portals {
    known: RefCell<Vec<(Page, Rc<Tab>)>>,
    granted: RefCell<Vec<GrantedAct>>,
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
    /// found only now, during a run.
    pub async fn tab(&self, page: Page) -> Result<Shown, TransportError> {
        let known = self.known.borrow().iter().find(|(other, _)| *other == page).cloned();
        if let Some((_, tab)) = known {
            let facts = tab.ask::<PageFacts>(&Verb::Page).await.ok();
            if let Some((host, open)) = shows(page, facts) {
                return Ok(Shown { tab, host, open });
            }
        }
        for found in query(&json!({ "url": page.patterns() })).await {
            let (tab, facts) = answering(found.id).await;
            if let Some((host, open)) = shows(page, facts) {
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
        }
        Err(TransportError::NoPage {
            host: page.found_at().to_owned(),
        })
    }

    /// Lets exactly these acts through, each on its own portal's tab, instead of any before. A portal that no tab shows
    /// yet gets its part once it is found.
    pub async fn grant(&self, acts: Vec<GrantedAct>) {
        let before = self.granted.replace(acts);
        let touched = Page::PORTALS.into_iter().filter(|page| {
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

fn shows(page: Page, facts: Option<PageFacts>) -> Option<(String, String)> {
    let Address { host, path, .. } = Address::parse(&facts?.href)?;
    let open = page.open_at(&path).to_owned();
    (Page::portal_on(&host) == Some(page)).then_some((host, open))
}

async fn grant(tab: &Tab, acts: Vec<GrantedAct>) -> Result<(), TransportError> {
    let writes = Vec::new();
    tab.ask::<()>(&Verb::Grant { writes, acts }).await
}

/// A reading with where it was made, which the target of a plan is held against.
pub fn placed(mut read: Value, shown: &Shown) -> Value {
    if let Value::Object(members) = &mut read {
        members.insert("host".to_owned(), Value::String(shown.host.clone()));
        members.insert("open".to_owned(), Value::String(shown.open.clone()));
    }
    read
}
