//! Reads where the report stands: the organization beside the panel. The rest is read source by source, once somebody has
//! signed in to it.

use std::cell::Cell;

use super::observed::Observed;
use crate::http::{LocalFuture, Request, Response, TransportError};
use crate::recipes::dataverse::reading::{Context, ObserveError};
use crate::services::Transport;
use crate::services::dataverse::{Dataverse, identity};

/// Reads the organization and who is signed in: two requests.
///
/// # Errors
/// [`ObserveError`] if nothing at all can be shown.
pub async fn observe(transport: &dyn Transport, context: Context<'_>) -> Result<Observed, ObserveError> {
    let dataverse = Dataverse::new(transport, context.sleep);
    let host = transport.host();
    let mut batch = dataverse.batch();
    let who = batch.add(&identity::who_am_i());
    let organization = batch.add(&identity::current_organization());
    let first = batch.send().await;
    let who = first.get(&who).map_err(|error| ObserveError::from(error, host))?;
    let detail = first.get(&organization).ok().map(|current| current.detail);
    let own = dataverse.get(&identity::user(&who.user_id.0)).await.ok();
    Ok(Observed {
        organization: identity::organization(&who, detail, host),
        admin: identity::signed_in(&who, own),
        directory: None,
        platform: None,
        viva: None,
        teams: None,
        salesforce: None,
        my_domain: None,
        unconsented: None,
        read_at: context.now,
        requests: dataverse.requests(),
    })
}

/// Counts what goes through it.
pub(super) struct Counted<'a> {
    transport: &'a dyn Transport,
    sent: Cell<u32>,
}

impl<'a> Counted<'a> {
    pub(super) const fn new(transport: &'a dyn Transport) -> Self {
        Self {
            transport,
            sent: Cell::new(0),
        }
    }

    pub(super) const fn requests(&self) -> u32 {
        self.sent.get()
    }
}

impl Transport for Counted<'_> {
    fn host(&self) -> &str {
        self.transport.host()
    }

    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        self.sent.set(self.sent.get().saturating_add(1));
        self.transport.send(request)
    }

    fn batch(&self, paths: Vec<String>) -> LocalFuture<'_, Result<Response, TransportError>> {
        self.sent.set(self.sent.get().saturating_add(1));
        self.transport.batch(paths)
    }
}
