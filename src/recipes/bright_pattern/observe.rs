//! Reads the organization, its challenge and Bright Pattern's page; writes nothing and needs no secret.

use serde_json::Value;

use super::observed::{Field, Observed, Portal, Shown};
use crate::domain::integration_account::Account;
use crate::domain::reading::Reading;
use crate::http::{LocalFuture, Response, TransportError};
use crate::json::Members;
use crate::portal::bright_pattern as at;
use crate::portal::locator::Element;
use crate::recipes::disconnect::{Context, ObserveError};
use crate::services::Transport;
use crate::services::dataverse::{Dataverse, identity};
use crate::services::entra::{Cloud, challenge};
use crate::text::Text;

/// What is read besides the organization's own answers.
pub trait Pages {
    /// Reads one thing of a portal's page ([`crate::portal::Locator::read`]), with the host it is on.
    fn page_read<'a>(&'a self, locator: &'a str) -> LocalFuture<'a, Result<Value, TransportError>>;
    /// What the organization answers to a request without any sign-in.
    fn challenge(&self) -> LocalFuture<'_, Result<Response, TransportError>>;
}

/// Everything of the page that is not a field.
const THINGS: [&str; 6] = [
    at::MENU,
    at::ADD,
    at::REFRESH_BUTTON,
    at::TEST,
    at::TEST_RESULT,
    at::APPLY,
];

/// Reads everything but the app, which takes a client id.
///
/// # Errors
/// [`ObserveError`] where not even the organization can be told.
pub async fn observe(org: &dyn Transport, pages: &dyn Pages, context: Context<'_>) -> Result<Observed, ObserveError> {
    let dataverse = Dataverse::new(org, context.sleep);
    let host = org.host();
    let mut batch = dataverse.batch();
    let who = batch.add(&identity::who_am_i());
    let organization = batch.add(&identity::current_organization());
    let first = batch.send().await;
    let who = first.get(&who).map_err(|error| ObserveError::from(error, host))?;
    let detail = first.get(&organization).ok().map(|current| current.detail);
    let organization = identity::organization(&who, detail, host);
    let own = dataverse.get(&identity::user(&who.user_id.0)).await.ok();
    let cloud = Cloud::of_org(host);
    let portal = portal(pages).await;
    Ok(Observed {
        admin: identity::signed_in(&who, own),
        read_at: context.now,
        requests: dataverse.requests().saturating_add(1),
        login: cloud.map(Cloud::login),
        challenge: challenged(pages, cloud).await,
        organization,
        portal,
        app: None,
    })
}

/// The tenant by the organization's challenge. Its form is not proven on a live tenant (S002-10).
async fn challenged(pages: &dyn Pages, cloud: Option<Cloud>) -> Reading<String> {
    let unreadable = |id| Reading::Unreadable(Text::new(id));
    let Some(cloud) = cloud else {
        return unreadable("bright-challenge-host");
    };
    match pages.challenge().await {
        Err(_) => unreadable("bright-challenge-unanswered"),
        Ok(answer) => {
            let header = answer.header("www-authenticate").unwrap_or_default();
            challenge::tenant(header, cloud).map_or_else(|| unreadable("bright-challenge-other"), Reading::Complete)
        }
    }
}

async fn portal(pages: &dyn Pages) -> Portal {
    let Ok(page) = pages.page_read(at::PAGE).await else {
        return Portal::NotShown;
    };
    let host = page.get("host").and_then(Value::as_str).unwrap_or_default().to_owned();
    let (mut there, mut filled) = (Vec::new(), Vec::new());
    let things = THINGS.into_iter().map(|locator| (locator, None));
    let fields = Field::ALL.into_iter().map(|field| (field.locator(), Some(field)));
    for (locator, field) in things.chain(fields) {
        let read = pages.page_read(locator).await.unwrap_or_default();
        if read.get("there") != Some(&Value::Bool(true)) {
            continue;
        }
        there.push(locator);
        let value = read.get("value").and_then(Value::as_str).unwrap_or_default().trim();
        if let Some(field) = field.filter(|field| Field::CHECKED.contains(field) && !value.is_empty()) {
            filled.push((field, value.to_owned()));
        }
    }
    Portal::Shown(Shown {
        accounts: accounts(pages.page_read(at::ACCOUNTS).await),
        host,
        there,
        filled,
    })
}

/// The rows of the list. No list is not an empty one: whether the page shows its accounts elsewhere cannot be told.
fn accounts(read: Result<Value, TransportError>) -> Reading<Vec<Account>> {
    let rows = read.ok().and_then(|read| {
        let there = read.get("there") == Some(&Value::Bool(true));
        let all = Members::of(&read).and_then(|members| members.get::<Vec<Element>>("all"));
        all.ok().filter(|_| there)
    });
    match rows {
        None => Reading::Unreadable(Text::new("bright-accounts-not-shown")),
        Some(rows) => {
            let marked: Vec<bool> = rows.iter().map(is_marked).collect();
            // Where no row has a mark, the list does not tell which is the default.
            let told = marked.contains(&true);
            let rows = rows.iter().zip(marked);
            Reading::Complete(rows.map(|(row, marked)| account(row, told.then_some(marked))).collect())
        }
    }
}

fn account(row: &Element, is_default: Option<bool>) -> Account {
    let mut cells = row.text.split('\t');
    let name = cells.next().unwrap_or_default().trim();
    Account {
        name: if name.is_empty() {
            row.name.clone()
        } else {
            name.to_owned()
        },
        kind: cells.next().unwrap_or_default().trim().to_owned(),
        is_default,
    }
}

/// Whether a row says that it is the default, in a cell behind name and type.
fn is_marked(row: &Element) -> bool {
    const MARKS: [&str; 7] = ["default", "yes", "true", "✓", "✔", "既定", "はい"];
    let mut cells = row.text.split('\t').skip(2);
    cells.any(|cell| MARKS.contains(&cell.trim().to_lowercase().as_str()))
}
