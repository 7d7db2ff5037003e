//! Reads what the view stands on, and remembers how the connection was seen.

use std::rc::Rc;

use crate::domain::salesforce::drift::Seen;
use crate::http::LocalFuture;
use crate::json::{FromJson, ToJson};
use crate::plan::model::Service;
use crate::recipes::disconnect::Context;
use crate::recipes::salesforce_connection::{Asker, Observed, observe};
use crate::services::dataverse::Sleep;
use crate::services::salesforce::SalesforceError;
use crate::ui::backend::Backend;
use crate::ui::panel::Panel;

struct World(Rc<dyn Backend>);

impl Sleep for World {
    fn sleep(&self, millis: u64) -> LocalFuture<'_, ()> {
        self.0.sleep(millis)
    }
}

/// Under which name the connection of an organization is remembered.
fn name(organization: &str) -> String {
    format!("salesforce/{organization}")
}

/// Reads everything; `None` if nobody is signed in. A connection seen for the first time is remembered.
///
/// # Errors
/// See [`observe`].
pub async fn read(panel: &Panel) -> Result<Option<Observed>, SalesforceError> {
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
    let world = World(backend.clone());
    let context = Context {
        now: backend.now(),
        sleep: &world,
    };
    let transport = backend.cloud(Service::Salesforce);
    match observe(&*transport, context, asker).await {
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
