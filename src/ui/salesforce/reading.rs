//! Reads what the view stands on, and remembers how the connection was seen.

use crate::domain::salesforce::drift::Seen;
use crate::json::{FromJson, ToJson};
use crate::plan::model::Service;
use crate::recipes::salesforce_connection::{Asker, Observed, observe};
use crate::services::salesforce::SalesforceError;
use crate::ui::panel::{Action, Panel};
use crate::ui::part::Trouble;
use crate::ui::reading::context;

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
        Ok(observed) => {
            if observed.seen.is_none() {
                remember(panel, &observed);
            }
            Ok(Some(observed))
        }
        Err(SalesforceError::SignedOut { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Remembers the connection as it is now.
pub fn remember(panel: &Panel, observed: &Observed) {
    if let Some(now) = observed.now() {
        panel.backend.remember(&name(&observed.organization.id), &now.to_json());
    }
}
