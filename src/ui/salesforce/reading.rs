//! Reads what the view stands on, and remembers how the connection was seen.

use std::rc::Rc;

use serde_json::Value;

use super::part::Edit;
use crate::domain::salesforce::drift::Seen;
use crate::http::{LocalFuture, TransportError};
use crate::json::{FromJson, ToJson};
use crate::plan::model::Service;
use crate::plan::progress::Phase;
use crate::portal::Page;
use crate::recipes::salesforce_connection::planning::RECIPE;
use crate::recipes::salesforce_connection::{Asker, Observed, Pages, observe, read_page};
use crate::services::salesforce::SalesforceError;
use crate::ui::backend::Backend;
use crate::ui::panel::{Action, Panel};
use crate::ui::part::Trouble;
use crate::ui::reading::context;

/// Pages, as readings know them.
pub struct Settings(pub Rc<dyn Backend>);

impl Pages for Settings {
    fn page_read<'a>(&'a self, locator: &'a str) -> LocalFuture<'a, Result<Value, TransportError>> {
        self.0.page_read(locator)
    }

    fn frames(&self) -> LocalFuture<'_, Option<Vec<String>>> {
        self.0.frames(Page::SalesApp)
    }
}

/// Under which name the connection of an organization is remembered.
fn name(organization: &str) -> String {
    format!("salesforce/{organization}")
}

/// Reads everything.
///
/// # Errors
/// Why nothing can be shown.
pub async fn read(panel: &Panel) -> Result<(), Trouble> {
    let observed = observed(panel).await.map_err(|error| {
        let why = error.explain();
        match error {
            SalesforceError::ApiDisabled | SalesforceError::Denied { .. } => Trouble::NoPermission(why),
            SalesforceError::Transport(_) | SalesforceError::Busy { .. } => Trouble::Offline(why),
            _ => Trouble::Failed(why),
        }
    })?;
    panel.send(Action::ReadSalesforce(Box::new(observed)));
    Ok(())
}

/// `None` if nobody is signed in. A connection seen for the first time is remembered.
async fn observed(panel: &Panel) -> Result<Option<Observed>, SalesforceError> {
    let backend = &panel.backend;
    let Ok(who) = backend.signed_in_to_salesforce().await else {
        return Ok(None);
    };
    let seen = backend.recall(&name(&who.organization)).await;
    let asker = Asker {
        seen: seen.and_then(|seen| Seen::from_json(&seen).ok()),
        organization: who.organization,
        user: who.user,
    };
    let transport = backend.cloud(Service::Salesforce);
    match observe(&*transport, context(panel), asker).await {
        Ok(mut observed) => {
            observed.page = read_page(&Settings(backend.clone())).await;
            if observed.seen.is_none() {
                remember(panel, &observed);
            } else if is_own(panel) {
                remember(panel, &observed);
                observed.seen = observed.now();
            }
            Ok(Some(observed))
        }
        Err(SalesforceError::SignedOut { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether a run of this panel has just brought it about: what was approved and proven is no change to tell of.
fn is_own(panel: &Panel) -> bool {
    let live = panel.state.live.as_ref();
    live.is_some_and(|live| live.plan.recipe == RECIPE && live.progress.phase == Phase::Done)
}

/// Looks at the settings page again; whether it is in sight.
pub async fn look(panel: &Panel) -> bool {
    let page = read_page(&Settings(panel.backend.clone())).await;
    let is_shown = page.shown().is_some();
    panel.send(Action::Salesforce(Edit::Looked(page)));
    is_shown
}

/// Remembers the connection as it is now.
pub fn remember(panel: &Panel, observed: &Observed) {
    if let Some(now) = observed.now() {
        panel.backend.remember(&name(&observed.organization.id), &now.to_json());
    }
}
