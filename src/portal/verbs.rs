//! The closed set of verbs between the panel and a content script, defined once; `tests/verbs` holds the examples
//! both sides are tested against. A port opens read-only; [`Verb::Grant`] upgrades it to exactly one list of writes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::locator::Locator;
use super::locators;
use crate::http::{Method, Request, TransportError};

/// The name of the port a panel opens to a tab.
pub const PORT: &str = "verbs";

/// One message to the content script.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// Echoed by the answer.
    pub id: u32,
    /// What to do.
    #[serde(flatten)]
    pub verb: Verb,
}

/// What a content script can be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verb", rename_all = "camelCase")]
pub enum Verb {
    /// Which page this is: [`PageFacts`].
    Page,
    /// What is at these locators: a [`super::locator::Sighting`] each.
    Snapshot {
        /// At most 60.
        locators: Vec<Locator>,
    },
    /// A read of the org's Web API: a [`crate::http::Response`].
    Get {
        /// Path and query under `/api/data/v9.x/`.
        path: String,
        /// Allow-listed headers.
        headers: BTreeMap<String, String>,
    },
    /// Many reads as one `$batch`, composed on the other side: the multipart [`crate::http::Response`].
    Batch {
        /// At most 1000 paths (Dataverse's own limit).
        paths: Vec<String>,
    },
    /// Lets exactly these writes through this port, and these controls be pressed; replaces any earlier grant.
    Grant {
        /// The writes.
        writes: Vec<Granted>,
        /// The controls.
        presses: Vec<GrantedPress>,
    },
    /// A granted write: a [`crate::http::Response`].
    Write {
        /// Anything but `GET`.
        method: Method,
        /// Path and query under `/api/data/v9.x/`.
        path: String,
        /// Allow-listed headers.
        headers: BTreeMap<String, String>,
        /// The body.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        body: Option<String>,
    },
    /// Brings a granted control into its state, unless it is so already; never one for the admin's own hand. What is
    /// there afterwards: a [`super::locator::Sighting`].
    Press {
        /// The locator's id.
        locator: String,
        /// The state, as granted.
        checked: bool,
    },
    /// Outlines what a locator finds and scrolls to it, leaving no trace when taken away.
    Highlight {
        /// The locator.
        locator: Locator,
    },
    /// Takes the outline away.
    Unhighlight,
    /// Arranges the dock.
    Dock {
        /// Where it stands.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        side: Option<Side>,
        /// Whether it is folded to the edge.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        collapsed: Option<bool>,
        /// Its width in CSS pixels, at least 320.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        width: Option<u16>,
    },
    /// Closes the dock.
    Close,
}

/// One write an approved plan lets through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Granted {
    /// Anything but `GET`.
    pub method: Method,
    /// Path and query.
    pub path: String,
    /// [`Request::body_digest`].
    pub digest: String,
}

/// One press an approved plan lets through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantedPress {
    /// The control.
    pub locator: Locator,
    /// The state it may be brought into.
    pub checked: bool,
}

/// A side of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// Left.
    Left,
    /// Right.
    Right,
}

/// The answer to [`Verb::Page`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageFacts {
    /// The address.
    pub href: String,
    /// The document's language.
    pub language: Option<String>,
}

/// One message from the content script.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Said {
    /// It failed, or was refused.
    Failed {
        /// The call's id.
        id: u32,
        /// Why.
        error: TransportError,
    },
    /// It was done.
    Done {
        /// The call's id.
        id: u32,
        /// What came of it, by verb.
        ok: Value,
    },
    /// Not asked for: one of the page's buttons wants the panel to go somewhere.
    Open {
        /// Always [`OpenEvent::Open`].
        event: OpenEvent,
        /// Such as `/disconnect-rights/Case`, percent-encoded.
        route: String,
    },
}

/// The one event there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OpenEvent {
    /// A button was pressed.
    Open,
}

impl Verb {
    /// The verb that carries a request: a read as [`Verb::Get`], anything else as [`Verb::Write`].
    pub fn of(request: Request) -> Self {
        let Request {
            method,
            path,
            headers,
            body,
        } = request;
        match method {
            Method::Get => Self::Get { path, headers },
            _ => Self::Write {
                method,
                path,
                headers,
                body,
            },
        }
    }
}

impl Granted {
    /// The grant of one request.
    pub fn of(request: &Request) -> Self {
        Self {
            method: request.method,
            path: request.path.clone(),
            digest: request.body_digest(),
        }
    }
}

impl GrantedPress {
    /// The grant of one press of a plan (`Plan::presses`).
    ///
    /// # Errors
    /// [`TransportError::NotSent`] for a locator nobody knows, and for one that only the admin's own hand may press.
    pub fn of(locator: &str, checked: bool) -> Result<Self, TransportError> {
        let not_sent = |why: &str| TransportError::NotSent {
            reason: format!("{why} {locator}"),
        };
        let locator = locators::find(locator).ok_or_else(|| not_sent("no locator"))?;
        if locator.hand {
            return Err(not_sent("the admin's own hand is needed for"));
        }
        Ok(Self { locator, checked })
    }
}
