//! Which tabs there are, and which of them a panel works with.

use std::rc::Rc;

use serde_json::{Value, json};

use super::api::{self, as_told, to_js};
use super::tab::Tab;
use crate::json::record;
use crate::portal::page::Address;
use crate::portal::verbs::{PageFacts, Verb};
use crate::services::entra::Cloud;
use crate::sorted;

/// A tab as the browser tells of it.
pub struct KnownTab {
    /// Its id, if it has one.
    pub id: Option<i32>,
    last_accessed: f64,
    /// Where it is, if the browser lets us see that.
    url: String,
}

record!(read KnownTab { id or default, last_accessed as "lastAccessed" or default, url or default });

/// A tab that shows an organization.
pub struct OrgTab {
    /// The tab.
    pub tab: Rc<Tab>,
    /// The organization's host, with its port: requests are addressed to it as it stands.
    pub host: String,
}

/// The tabs a panel works with: often one and the same.
pub struct Tabs {
    /// The one the panel stands beside, with what its page says of itself.
    pub beside: (Rc<Tab>, Option<PageFacts>),
    /// The one of the organization, if it is clear which.
    pub org: Option<OrgTab>,
}

/// The tab the panel was opened for; else the one in front, if it answers. Where that shows no organization, it is the
/// one of `org`, or of the only organization any tab shows: between several the admin chooses. A tab of an organization
/// that was asked for and does not answer is waited for: another one may be another organization's.
pub async fn find(asked: Option<i32>, org: Option<i32>) -> Tabs {
    let open = query(&json!({})).await;
    let (tab, facts) = match asked {
        Some(_) => answering(asked).await,
        None => {
            let front = query(&json!({"active": true, "currentWindow": true})).await;
            first_answering(front).await
        }
    };
    let tab = Rc::new(tab);
    let at = |id: Option<i32>| {
        let known = open.iter().find(|known| id.is_some() && known.id == id)?;
        organization_at(&known.url)
    };
    let own = match &facts {
        Some(facts) => organization_at(&facts.href),
        None => at(asked),
    };
    if let Some(host) = own {
        return Tabs {
            beside: (Rc::clone(&tab), facts),
            org: Some(OrgTab { tab, host }),
        };
    }
    let org = match at(org) {
        Some(host) => Some(OrgTab {
            tab: Rc::new(Tab::new(org)),
            host,
        }),
        None => only(organizations().await),
    };
    let beside = match (&org, facts) {
        (Some(org), None) => (Rc::clone(&org.tab), org.tab.ask(&Verb::Page).await.ok()),
        (_, facts) => (tab, facts),
    };
    Tabs { beside, org }
}

/// The organizations that tabs show, each with the tab of it that was used last.
pub async fn organizations() -> Vec<OrgTab> {
    let mut found: Vec<OrgTab> = Vec::new();
    for known in query(&json!({})).await {
        let Some(host) = organization_at(&known.url) else {
            continue;
        };
        if found.iter().all(|org| org.host != host) {
            let tab = Rc::new(Tab::new(known.id));
            found.push(OrgTab { tab, host });
        }
    }
    found
}

/// The one there is, if it is the only one.
pub fn only(mut found: Vec<OrgTab>) -> Option<OrgTab> {
    let last = found.pop()?;
    found.is_empty().then_some(last)
}

/// The organization an address is of, by its host with the port.
fn organization_at(href: &str) -> Option<String> {
    Cloud::of_org(&Address::parse(href)?.host)?;
    Some(web_sys::Url::new(href).ok()?.host())
}

/// The tab of a docked panel, which stands on an organization's page.
pub async fn docked(id: Option<i32>) -> Tabs {
    let (tab, facts) = answering(id).await;
    let tab = Rc::new(tab);
    let host = facts.as_ref().and_then(|facts| organization_at(&facts.href));
    Tabs {
        beside: (Rc::clone(&tab), facts),
        org: host.map(|host| OrgTab { tab, host }),
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
