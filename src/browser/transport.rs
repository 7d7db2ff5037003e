//! The org's Web API through its own page: same origin, the admin's own sign-in, no token.

use std::rc::Rc;

use super::tab::Tab;
use crate::http::{LocalFuture, Request, Response, TransportError};
use crate::portal::verbs::Verb;
use crate::services::Transport;

/// Requests carried by the content script of an org tab.
pub struct PortTransport {
    tab: Rc<Tab>,
    host: String,
}

impl PortTransport {
    /// Through `tab`, whose page is on `host`.
    pub const fn new(tab: Rc<Tab>, host: String) -> Self {
        Self { tab, host }
    }
}

impl Transport for PortTransport {
    fn host(&self) -> &str {
        &self.host
    }

    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move { self.tab.ask(&Verb::of(request)).await })
    }

    fn batch(&self, paths: Vec<String>) -> LocalFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move { self.tab.ask(&Verb::Batch { paths }).await })
    }
}
