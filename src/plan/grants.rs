//! What an approved plan lets through to its targets: writes by method, path and body digest, and what is done on pages.

use super::model::PageAct;
use crate::http::{Method, Request};

/// Everything a run may do at the moment. Not printable: a text to fill in may be a secret.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Grants {
    /// The writes.
    pub writes: Vec<WriteGrant>,
    /// What may be done on portal pages, by locator id.
    pub presses: Vec<(String, PageAct)>,
}

/// One write that is let through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WriteGrant {
    /// The target's key in the plan.
    pub target: String,
    /// Anything but `GET`.
    pub method: Method,
    /// Path and query.
    pub path: String,
    /// [`Request::body_digest`]. A conditional header is added per run and is no part of it.
    pub digest: String,
}

impl WriteGrant {
    /// The grant of one request to a target.
    pub fn of(target: &str, request: &Request) -> Self {
        Self {
            target: target.to_owned(),
            method: request.method,
            path: request.path.clone(),
            digest: request.body_digest(),
        }
    }

    /// Whether it is for this request.
    pub fn allows(&self, target: &str, request: &Request) -> bool {
        self.target == target
            && self.method == request.method
            && self.path == request.path
            && self.digest == request.body_digest()
    }
}

impl Grants {
    /// The writes to one target.
    pub fn to<'a>(&'a self, target: &'a str) -> impl Iterator<Item = &'a WriteGrant> {
        self.writes.iter().filter(move |write| write.target == target)
    }
}
