//! Reads what the views stand on, each recipe as its own room does it, and tells the state what came of it.

use yew::platform::spawn_local;

use super::panel::{Action, Panel};
use super::part::{Trouble, Which};
use super::{bright, chat, deployment, disconnect, lead, salesforce};
use crate::recipes::disconnect::{Context, ObserveError};
use crate::services::dataverse::DataverseError;

/// Reads everything a recipe stands on, showing each part as soon as it is there.
pub fn read(panel: &Panel, which: Which) {
    let panel = panel.clone();
    panel.send(Action::ReadingBegan(which));
    spawn_local(async move { read_now(&panel, which).await });
}

pub(super) async fn read_now(panel: &Panel, which: Which) {
    let trouble = match which {
        Which::DisconnectRights => disconnect::reading::read(panel).await.err(),
        Which::TeamsChat => chat::reading::read(panel).await.err(),
        Which::BrightPattern => bright::reading::read(panel).await.err(),
        Which::LeadManagement => lead::reading::read(panel).await.err(),
        Which::SalesforceConnection => salesforce::reading::read(panel).await.err(),
        Which::Deployment => deployment::reading::read(panel).await.err(),
    };
    panel.send(Action::ReadingOver(which, trouble));
}

/// What a reading needs besides the transport.
pub fn context(panel: &Panel) -> Context<'_> {
    Context {
        now: panel.backend.now(),
        sleep: &*panel.backend,
    }
}

/// Why an organization could not be read, by what the admin can do.
pub fn trouble(error: &ObserveError) -> Trouble {
    let why = error.explain();
    match error {
        ObserveError::SignedOut { .. } => Trouble::SignedOut(why),
        ObserveError::NoAccess { .. } => Trouble::NoPermission(why),
        ObserveError::Unreadable {
            why: DataverseError::Transport(_) | DataverseError::Throttled { .. },
            ..
        } => Trouble::Offline(why),
        ObserveError::Unreadable { .. } => Trouble::Failed(why),
    }
}
