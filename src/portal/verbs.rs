//! The closed set of verbs between the panel and a content script, defined once; `tests/verbs` holds the examples
//! both sides are tested against. A port opens read-only; [`Verb::Grant`] upgrades it to exactly one list of writes.

use crate::sorted::Sorted;

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::locator::Locator;
use super::locators;
use crate::http::{Method, Request, TransportError, hex};
use crate::json::{FromJson, Members, Misread, ToJson, Written, choice, record};

/// The name of the port a panel opens to a tab.
pub const PORT: &str = "verbs";

/// The name of the port by which a panel also hears when the document at its other end ends.
pub const WATCH: &str = "watch";

/// One message to the content script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Echoed by the answer.
    pub id: u32,
    /// What to do.
    pub verb: Verb,
}

/// What a content script can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verb {
    /// Which page this is: [`PageFacts`].
    Page,
    /// Whose pages stand in this page's frames: a [`Framed`] each. Their addresses are the page's to choose.
    Frames,
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
        headers: Sorted<String, String>,
    },
    /// Many reads as one `$batch`, composed on the other side: the multipart [`crate::http::Response`].
    Batch {
        /// At most 1000 paths (Dataverse's own limit).
        paths: Vec<String>,
    },
    /// Lets exactly these writes through this port, and exactly this be done to these controls; replaces any earlier
    /// grant.
    Grant {
        /// The writes.
        writes: Vec<Granted>,
        /// What may be done to which control.
        acts: Vec<GrantedAct>,
    },
    /// A granted write: a [`crate::http::Response`].
    Write {
        /// Anything but `GET`.
        method: Method,
        /// Path and query under `/api/data/v9.x/`.
        path: String,
        /// Allow-listed headers.
        headers: Sorted<String, String>,
        /// The body.
        body: Option<String>,
    },
    /// Does something granted to a control, unless it is so already; never to one for the admin's own hand. What is
    /// there afterwards: a [`super::locator::Sighting`].
    Act {
        /// The locator's id.
        locator: String,
        /// What, as granted.
        act: Act,
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
        side: Option<Side>,
        /// Whether it is folded to the edge.
        collapsed: Option<bool>,
        /// Its width in CSS pixels, at least 320.
        width: Option<u16>,
    },
    /// Closes the dock.
    Close,
}

choice!(Verb by "verb" {
    Page = "page",
    Frames = "frames",
    Snapshot { locators } = "snapshot",
    Get { path, headers } = "get",
    Batch { paths } = "batch",
    Grant { writes, acts } = "grant",
    Write { method, path, headers, body or default } = "write",
    Act { locator, act } = "act",
    Highlight { locator } = "highlight",
    Unhighlight = "unhighlight",
    Dock { side or default, collapsed or default, width or default } = "dock",
    Close = "close",
});

/// One write an approved plan lets through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Granted {
    /// Anything but `GET`.
    pub method: Method,
    /// Path and query.
    pub path: String,
    /// [`Request::body_digest`].
    pub digest: String,
}

record!(Granted { method, path, digest });

/// What is done to a control of a page.
#[derive(Clone, PartialEq, Eq)]
pub enum Act {
    /// A switch, check box or radio button is brought into a state.
    Set {
        /// On or off.
        checked: bool,
    },
    /// A text is put into a field. It may be a secret: it is in no debug output and is never read back where the field
    /// or the locator says so.
    Fill {
        /// The whole text.
        text: String,
    },
    /// One of several is chosen: of a select, a group of radio buttons, a list box or a combo box.
    Choose {
        /// A key of the locator's options, else the option's own name.
        option: String,
    },
    /// A plain button is pressed.
    Press,
}

choice!(Act by "do" {
    Set { checked } = "set",
    Fill { text } = "fill",
    Choose { option } = "choose",
    Press = "press",
});

impl std::fmt::Debug for Act {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Set { checked } => write!(f, "Set {{ checked: {checked} }}"),
            Self::Fill { .. } => f.write_str("Fill"),
            Self::Choose { option } => write!(f, "Choose {{ option: {option:?} }}"),
            Self::Press => f.write_str("Press"),
        }
    }
}

/// One act an approved plan lets through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GrantedAct {
    /// The control.
    pub locator: Locator,
    /// What may be done to it.
    pub act: Allowed,
}

record!(GrantedAct { locator, act });

/// An act as it is granted: a text by its digest, because a grant need not hold it. What is known only while a plan runs,
/// such as a secret, is granted once it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Allowed {
    /// As [`Act::Set`].
    Set {
        /// On or off.
        checked: bool,
    },
    /// As [`Act::Fill`].
    Fill {
        /// Lower-case hex SHA-256 of the text.
        digest: String,
    },
    /// As [`Act::Choose`].
    Choose {
        /// As there.
        option: String,
    },
    /// As [`Act::Press`].
    Press,
}

choice!(Allowed by "do" {
    Set { checked } = "set",
    Fill { digest } = "fill",
    Choose { option } = "choose",
    Press = "press",
});

/// A side of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Left.
    Left,
    /// Right.
    Right,
}

choice!(Side {
    Left = "left",
    Right = "right",
});

/// The answer to [`Verb::Page`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageFacts {
    /// The address.
    pub href: String,
    /// The document's language.
    pub language: Option<String>,
    /// When this document was called for, by the browser's own clock, in milliseconds.
    pub document: String,
    /// Whether it is what was there right before, loaded anew.
    pub reloaded: bool,
}

record!(read PageFacts { href, language or default, document or default, reloaded or default });

/// One of the answers to [`Verb::Frames`]: a frame of another host that is in sight. All of it is outside text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Framed {
    /// The host it was given to load, without port.
    pub host: String,
}

record!(read Framed { host });

/// One message from the content script.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// Not asked for: one of the page's buttons wants the panel to go somewhere (`"event": "open"`).
    Open {
        /// Such as `/disconnect-rights/Case`, percent-encoded.
        route: String,
    },
    /// Not asked for: the document at the other end of a [`WATCH`] port was left (`"event": "left"`).
    Left {
        /// When, by the clock of [`PageFacts::document`].
        at: String,
    },
}

/// The events there are.
const OPEN: &str = "open";
const LEFT: &str = "left";

impl ToJson for Call {
    fn to_json(&self) -> Value {
        let mut call = self.verb.to_json();
        if let Value::Object(members) = &mut call {
            members.insert("id".to_owned(), self.id.to_json());
        }
        call
    }
}

impl FromJson for Call {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        Ok(Self {
            id: Members::of(value)?.get("id")?,
            verb: Verb::from_json(value)?,
        })
    }
}

impl ToJson for Said {
    fn to_json(&self) -> Value {
        let mut written = Written::default();
        match self {
            Self::Failed { id, error } => {
                written.put("id", id.to_json());
                written.put("error", error.to_json());
            }
            Self::Done { id, ok } => {
                written.put("id", id.to_json());
                written.put("ok", ok.clone());
            }
            Self::Open { route } => {
                written.put("event", OPEN.to_json());
                written.put("route", route.to_json());
            }
            Self::Left { at } => {
                written.put("event", LEFT.to_json());
                written.put("at", at.to_json());
            }
        }
        written.done()
    }
}

impl FromJson for Said {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        let members = Members::of(value)?;
        if value.get("event").is_some() {
            return match members.tag("event")? {
                OPEN => Ok(Self::Open {
                    route: members.get("route")?,
                }),
                LEFT => Ok(Self::Left { at: members.get("at")? }),
                _ => Err(Misread::new("a known event").within("event")),
            };
        }
        let id = members.get("id")?;
        if value.get("error").is_some() {
            return Ok(Self::Failed {
                id,
                error: members.get("error")?,
            });
        }
        Ok(Self::Done {
            id,
            ok: members.get("ok")?,
        })
    }
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

impl GrantedAct {
    /// The grant of one act of a plan.
    ///
    /// # Errors
    /// [`TransportError::NotSent`] for a locator nobody knows, and for one that only the admin's own hand may use.
    pub fn of(locator: &str, act: &Act) -> Result<Self, TransportError> {
        let not_sent = |why: &str| TransportError::NotSent {
            reason: format!("{why} {locator}"),
        };
        let locator = locators::find(locator).ok_or_else(|| not_sent("no locator"))?;
        if locator.hand {
            return Err(not_sent("the admin's own hand is needed for"));
        }
        let act = match act {
            Act::Set { checked } => Allowed::Set { checked: *checked },
            Act::Fill { text } => Allowed::Fill {
                digest: hex(&Sha256::digest(text)),
            },
            Act::Choose { option } => Allowed::Choose { option: option.clone() },
            Act::Press => Allowed::Press,
        };
        Ok(Self { locator, act })
    }
}
