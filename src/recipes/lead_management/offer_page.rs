//! Partner Center's page, as far as a plan needs it: which offer is open there, and whether its customer leads are (S004-44).

use serde_json::Value;

use crate::http::{LocalFuture, TransportError};

/// What the page's parts are called in locators.
pub const CONNECT: &str = "partner-center.connect";
/// The dialog with the connection details.
pub const DETAILS: &str = "partner-center.connection-details";

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
    /// Whether *Connect* (or *Edit*) of *Customer leads* was found on it.
    pub connects: bool,
}

impl Place {
    /// The offer's id, where the address has it.
    pub fn offer(&self) -> Option<&str> {
        self.open.strip_prefix("offers/")
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
    OfferPage::Shown(Place {
        open: details
            .get("open")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned(),
        connects: connect.is_ok_and(|connect| connect.get("there") == Some(&Value::Bool(true))),
    })
}
