//! The org's Web API through its own page: same origin, the admin's own sign-in, no token.

use std::cell::OnceCell;
use std::rc::Rc;

use super::tab::Tab;
use super::tabs::OrgTab;
use crate::http::{LocalFuture, Request, Response, TransportError};
use crate::portal::verbs::Verb;
use crate::services::Transport;

/// Requests carried by the content script of an org tab. Bound to one organization at most, for as long as it lives: what
/// was read and chosen is that one's.
pub struct PortTransport {
    bound: OnceCell<OrgTab>,
    /// Stands in for the tab as long as there is none.
    nowhere: Rc<Tab>,
}

impl PortTransport {
    /// To the organization that is known, if it is.
    pub fn new(org: Option<OrgTab>) -> Self {
        Self {
            bound: org.map(OnceCell::from).unwrap_or_default(),
            nowhere: Rc::new(Tab::new(None)),
        }
    }

    /// Binds it, if it is bound to none.
    pub fn bind(&self, org: OrgTab) {
        // Another one is never taken instead.
        let _ = self.bound.set(org);
    }

    /// The organization's tab; one that is nowhere as long as there is none.
    pub fn tab(&self) -> &Rc<Tab> {
        self.bound.get().map_or(&self.nowhere, |org| &org.tab)
    }
}

impl Transport for PortTransport {
    /// Empty as long as there is none.
    fn host(&self) -> &str {
        self.bound.get().map_or("", |org| &org.host)
    }

    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move { self.tab().ask(&Verb::of(request)).await })
    }

    fn batch(&self, paths: Vec<String>) -> LocalFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move { self.tab().ask(&Verb::Batch { paths }).await })
    }
}
