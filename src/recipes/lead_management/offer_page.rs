//! Partner Center's page, as far as a plan needs it: which offer is open there, and whether its customer leads are (S004-44).

use serde_json::Value;

use crate::http::{LocalFuture, TransportError};
use crate::text::Text;

/// What the page's parts are called in locators.
pub const CONNECT: &str = "partner-center.connect";
/// The dialog with the connection details.
pub const DETAILS: &str = "partner-center.connection-details";

/// The offer's name. Where the page has it is not published.
pub const NAME: &str = "partner-center.offer-name";
/// Whether the offer is live or a draft. Where the page has it is not published.
pub const STATE: &str = "partner-center.offer-state";
/// Characters of a name at most: an offer's alias has fifty (Partner Center), and a sentence is no name.
const LONGEST_NAME: usize = 80;

/// What a tab of the publishing portal shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum OfferPage {
    /// No tab shows it, or none the browser lets Latchkey see.
    #[default]
    NotShown,
    /// One does.
    Shown(Place),
}

/// Where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What is open there ([`crate::portal::Page::open_at`]). It tells one offer from another, and nothing tells the publisher.
    pub open: String,
    /// The offer's name as the page tells it, which is outside text like everything on it; `None` where it was not found.
    pub name: Option<String>,
    /// Whether it is published, if the page tells (S004-52).
    pub is_live: Option<bool>,
    /// Whether *Connect* (or *Edit*) of *Customer leads* was found on it.
    pub connects: bool,
}

impl Place {
    /// The offer's id, where the address has it.
    pub fn offer(&self) -> Option<&str> {
        self.open.strip_prefix("offers/")
    }

    /// What the offer is called: by its name as the page tells it and by its id, or by what there is of these.
    pub fn called(&self) -> Option<Text> {
        match (&self.name, self.offer()) {
            (Some(name), Some(offer)) => Some(Text::new("lead-offer-named").name("name", name).name("offer", offer)),
            (Some(name), None) => Some(Text::new("lead-offer-name").name("name", name)),
            (None, Some(offer)) => Some(Text::new("lead-offer-id").name("offer", offer)),
            (None, None) => None,
        }
    }
}

impl OfferPage {
    /// The page, if it is shown.
    pub const fn place(&self) -> Option<&Place> {
        match self {
            Self::NotShown => None,
            Self::Shown(place) => Some(place),
        }
    }
}

/// Reads one thing of a portal's page, with where it is.
pub type ReadPage<'a> = dyn Fn(&'static str) -> LocalFuture<'a, Result<Value, TransportError>> + 'a;

/// Looks at the page that is open.
pub async fn read_offer(read: &ReadPage<'_>) -> OfferPage {
    // The details need not be there, so that this answers wherever the portal is shown.
    let Ok(details) = read(DETAILS).await else {
        return OfferPage::NotShown;
    };
    let connect = read(CONNECT).await;
    let open = details.get("open").and_then(Value::as_str).unwrap_or_default();
    let (name, is_live) = if open.starts_with("offers/") {
        let state = read(STATE).await.ok();
        let means = state
            .as_ref()
            .and_then(|state| state.get("means"))
            .and_then(Value::as_str);
        let is_live = match means {
            Some("live") => Some(true),
            Some("draft") => Some(false),
            _ => None,
        };
        (name(read(NAME).await.ok()), is_live)
    } else {
        (None, None)
    };
    OfferPage::Shown(Place {
        open: open.to_owned(),
        name,
        is_live,
        connects: connect.is_ok_and(|connect| connect.get("there") == Some(&Value::Bool(true))),
    })
}

/// A name out of what the page shows there: one short line, without what would change how the text around it reads.
fn name(read: Option<Value>) -> Option<String> {
    let read = read?;
    let text = read.get("text").and_then(Value::as_str)?.trim();
    let is_plain = |letter: char| {
        !letter.is_control()
            && !matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let is_name = !text.is_empty() && text.chars().count() <= LONGEST_NAME && text.chars().all(is_plain);
    is_name.then(|| text.to_owned())
}
