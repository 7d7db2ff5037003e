//! HTTP as values: what a plan holds, a transport carries and a test feeds back.

use crate::json::{self, choice, record};
use crate::sorted::Sorted;
use std::future::Future;
use std::pin::Pin;

use sha2::{Digest, Sha256};

/// Milliseconds since the Unix epoch. Time is always passed in; nothing in the core reads a clock.
pub type Millis = u64;

/// A future that need not be `Send`: the panel is single-threaded.
pub type LocalFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// The request methods Latchkey uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates a row or runs an action.
    Post,
    /// Updates columns of a row.
    Patch,
    /// Replaces one property or a reference.
    Put,
    /// Deletes a row or a reference.
    Delete,
}

choice!(Method {
    Get = "GET",
    Post = "POST",
    Patch = "PATCH",
    Put = "PUT",
    Delete = "DELETE",
});

impl Method {
    /// The name as it stands on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Patch => "PATCH",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// One request to one service; `path` is absolute on that service's host, such as `/api/data/v9.2/WhoAmI`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// Path and query, already percent-encoded.
    pub path: String,
    /// Header names in lower case; transports allow-list them.
    pub headers: Sorted<String, String>,
    /// The body as sent, JSON unless a header says otherwise.
    pub body: Option<String>,
}

record!(Request { method, path, headers or default, body or default });

impl Request {
    /// A plain read.
    pub fn get(path: impl Into<String>) -> Self {
        Self {
            method: Method::Get,
            path: path.into(),
            headers: Sorted::new(),
            body: None,
        }
    }

    /// Any other request with a JSON body.
    pub fn json(method: Method, path: impl Into<String>, body: &serde_json::Value) -> Self {
        Self {
            method,
            path: path.into(),
            headers: Sorted::new(),
            body: Some(json::text(body)),
        }
    }

    /// The same request with one more header; `name` in lower case.
    pub fn header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.insert(name.to_owned(), value.into());
        self
    }

    /// What an approved plan lets through a port: lower-case hex SHA-256 of the body (of nothing if there is none).
    pub fn body_digest(&self) -> String {
        hex(&Sha256::digest(self.body.as_deref().unwrap_or_default().as_bytes()))
    }
}

/// Lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// An answer, whatever its status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// Header names in lower case.
    pub headers: Sorted<String, String>,
    /// The body as text; empty if none.
    pub body: String,
}

record!(read Response { status, headers or default, body or default });

impl Response {
    /// Whether the status is 2xx.
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// A header by lower-case name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }
}

/// How long an answer is waited for, in milliseconds. Dataverse itself ends what takes longer than two minutes, and a
/// solution package on a slow line needs its time before that; whoever has not answered by then does not. `www/hands.js`
/// has the same.
pub const ANSWER_LIMIT: Millis = 300_000;

/// Why no answer came back. Whether the request was carried out is unknown for `Unreachable` and `PageGone`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TransportError {
    /// The network or the service did not answer.
    #[error("no answer from {host}")]
    Unreachable {
        /// The host asked.
        host: String,
    },
    /// The portal page that carries the requests was closed, navigated away or reloaded.
    #[error("the portal page is gone")]
    PageGone,
    /// No tab shows the portal that is needed, or the browser does not let Latchkey see it. Nothing was done.
    #[error("no tab shows {host}")]
    NoPage {
        /// What to open, such as `partner.microsoft.com`.
        host: String,
    },
    /// More than one tab or frame shows what is to be worked on, and nothing tells which is meant. Nothing was done.
    #[error("more than one page shows {host}")]
    ManyPages {
        /// What is shown.
        host: String,
    },
    /// The tab a run has acted in is gone; one that shows the same may be another tenant's. Nothing was done.
    #[error("the tab that showed {host} is gone")]
    TabGone {
        /// What it showed.
        host: String,
    },
    /// The answer was a redirect, most often to a sign-in page: the admin is signed out.
    #[error("redirected, most likely to a sign-in page")]
    Redirected,
    /// The answer was larger than a transport accepts.
    #[error("the answer is larger than {limit} bytes")]
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// A control is not on the page as it is now, or there are several of it. Nothing was done.
    #[error("{control} was not found on the page")]
    NotFound {
        /// What the page calls it, as far as that is published; empty otherwise.
        control: String,
    },
    /// The transport refused to send it: not granted, a foreign path, a header that is not allowed.
    #[error("not sent: {reason}")]
    NotSent {
        /// Why, for the log.
        reason: String,
    },
}

choice!(TransportError {
    Unreachable { host } = "unreachable",
    PageGone = "pageGone",
    NoPage { host } = "noPage",
    ManyPages { host } = "manyPages",
    TabGone { host } = "tabGone",
    Redirected = "redirected",
    TooLarge { limit } = "tooLarge",
    NotFound { control } = "notFound",
    NotSent { reason } = "notSent",
});
