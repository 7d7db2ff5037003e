//! Which tabs there are, and which of them a panel works with.

use std::rc::Rc;

use serde_json::{Value, json};

use super::api::{self, as_told, to_js};
use super::tab::Tab;
use crate::json::record;
use crate::portal::Page;
use crate::portal::page::Address;
use crate::portal::verbs::{PageFacts, Verb};
use crate::sorted;

/// A tab as the browser tells of it.
pub struct KnownTab {
    /// Its id, if it has one.
    pub id: Option<i32>,
    last_accessed: f64,
}

record!(read KnownTab { id or default, last_accessed as "lastAccessed" or default });

struct Hosts {
    host_permissions: Vec<String>,
}

record!(read Hosts { host_permissions or default });

/// The tabs a panel works with: often one and the same.
pub struct Tabs {
    /// The one the panel stands beside, with what its page says of itself.
    pub beside: (Rc<Tab>, Option<PageFacts>),
    /// The one of the organization.
    pub org: (Rc<Tab>, Option<PageFacts>),
}

/// The tab the panel was opened for; else the one in front, if it answers. Where that shows another portal, or the
/// panel was opened for none, the organization's is the org tab used last. A tab that was asked for and does not
/// answer is waited for: another one may be another organization's.
pub async fn find(asked: Option<i32>) -> Tabs {
    let front = match asked {
        Some(_) => answering(asked).await,
        None => {
            let front = query(&json!({"active": true, "currentWindow": true})).await;
            first_answering(front).await
        }
    };
    let is_org = |facts: &PageFacts| host_of(facts).is_some_and(|host| Page::portal_on(&host).is_none());
    let (tab, facts) = (Rc::new(front.0), front.1);
    if facts.as_ref().map_or(asked.is_some(), is_org) {
        return Tabs {
            beside: (Rc::clone(&tab), facts.clone()),
            org: (tab, facts),
        };
    }
    let manifest = api::get_manifest().ok().and_then(as_told::<Hosts>);
    let orgs = json!({"url": manifest.map(|manifest| manifest.host_permissions).unwrap_or_default()});
    let (org, org_facts) = first_answering(query(&orgs).await).await;
    let org = Rc::new(org);
    let beside = match facts {
        None => (Rc::clone(&org), org_facts.clone()),
        facts => (tab, facts),
    };
    Tabs {
        beside,
        org: (org, org_facts),
    }
}

/// The tab of a docked panel, which stands on an organization's page.
pub async fn docked(id: Option<i32>) -> Tabs {
    let (tab, facts) = answering(id).await;
    let tab = Rc::new(tab);
    Tabs {
        beside: (Rc::clone(&tab), facts.clone()),
        org: (tab, facts),
    }
}

async fn first_answering(tabs: Vec<KnownTab>) -> (Tab, Option<PageFacts>) {
    for known in tabs {
        if let (tab, Some(facts)) = answering(known.id).await {
            return (tab, Some(facts));
        }
    }
    (Tab::new(None), None)
}

/// The tabs that fit, the one used last first.
pub async fn query(wanted: &Value) -> Vec<KnownTab> {
    let found = api::query_tabs(&to_js(wanted)).await;
    let mut found = found.ok().and_then(as_told::<Vec<KnownTab>>).unwrap_or_default();
    sorted::sort_by(&mut found, |one, other| {
        other.last_accessed.total_cmp(&one.last_accessed)
    });
    found
}

/// That tab, and what its page says of itself if it answers.
pub async fn answering(id: Option<i32>) -> (Tab, Option<PageFacts>) {
    let tab = Tab::new(id);
    let facts = tab.ask(&Verb::Page).await.ok();
    (tab, facts)
}

struct Injected {
    frame: i32,
}

record!(read Injected { frame as "frameId" or default });

/// The frames of a tab that the browser lets us reach, besides its page.
pub async fn frames(id: i32) -> Vec<Tab> {
    let hands = json!({"target": {"tabId": id, "allFrames": true}, "files": ["hands.js"]});
    let injected = api::execute_script(&to_js(&hands)).await.ok();
    let injected = injected.and_then(as_told::<Vec<Injected>>).unwrap_or_default();
    let frames = injected.into_iter().filter(|injected| injected.frame != 0);
    frames.map(|injected| Tab::framed(Some(id), injected.frame)).collect()
}

/// The host a page is on, without port.
pub fn host_of(facts: &PageFacts) -> Option<String> {
    Some(Address::parse(&facts.href)?.host)
}
