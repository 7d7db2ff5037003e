//! Reads what the view stands on.

use std::rc::Rc;

use serde_json::Value;
use yew::platform::spawn_local;

use super::app::scopes;
use super::part::Edit;
use crate::http::{LocalFuture, Response, TransportError};
use crate::plan::model::Service;
use crate::recipes::bright_pattern::{Pages, observe, read_app};
use crate::ui::backend::Backend;
use crate::ui::panel::{Action, Panel};
use crate::ui::part::Trouble;
use crate::ui::reading::{context, trouble};

/// The account's page, and the organization's challenge, as this reading knows them.
struct Shown(Rc<dyn Backend>);

impl Pages for Shown {
    fn page_read<'a>(&'a self, locator: &'a str) -> LocalFuture<'a, Result<Value, TransportError>> {
        self.0.page_read(locator)
    }

    fn challenge(&self) -> LocalFuture<'_, Result<Response, TransportError>> {
        self.0.challenge()
    }
}

/// Reads everything; the app too, if a client id is entered and somebody is signed in for it already.
///
/// # Errors
/// Why nothing can be shown.
pub async fn read(panel: &Panel) -> Result<(), Trouble> {
    let org = panel.backend.org();
    let observed = observe(&*org, &Shown(panel.backend.clone()), context(panel)).await;
    let mut observed = observed.map_err(|error| trouble(&error))?;
    if let Some(client_id) = panel.state.bright.choices.client_id()
        && panel.backend.signed_in_as(scopes(panel)).await.is_ok()
    {
        let graph = panel.backend.cloud(Service::Graph);
        observed.app = Some(read_app(&*graph, &*panel.backend, &client_id).await);
    }
    panel.send(Action::ReadBright(Box::new(observed)));
    Ok(())
}

/// Reads the registered app, once somebody is signed in for it.
pub fn look_at_app(panel: &Panel, client_id: &str) {
    let (panel, client_id) = (panel.clone(), client_id.to_owned());
    panel.send(Action::Bright(Edit::Looking));
    spawn_local(async move {
        let graph = panel.backend.cloud(Service::Graph);
        let app = read_app(&*graph, &*panel.backend, &client_id).await;
        panel.send(Action::Bright(Edit::Looked(Box::new(app))));
    });
}
