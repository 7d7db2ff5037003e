//! Reads what the view stands on.

use std::rc::Rc;

use serde_json::Value;
use yew::platform::spawn_local;

use super::app::scopes;
use super::part::Edit;
use crate::http::{LocalFuture, Response, TransportError};
use crate::plan::model::Service;
use crate::recipes::bright_pattern::{Observed, Pages, observe, read_app};
use crate::recipes::disconnect::{Context, ObserveError};
use crate::services::dataverse::Sleep;
use crate::ui::backend::Backend;
use crate::ui::panel::{Action, Panel};

/// The world as this reading knows it.
struct World(Rc<dyn Backend>);

impl Pages for World {
    fn page_read<'a>(&'a self, locator: &'a str) -> LocalFuture<'a, Result<Value, TransportError>> {
        self.0.page_read(locator)
    }

    fn challenge(&self) -> LocalFuture<'_, Result<Response, TransportError>> {
        self.0.challenge()
    }
}

impl Sleep for World {
    fn sleep(&self, millis: u64) -> LocalFuture<'_, ()> {
        self.0.sleep(millis)
    }
}

/// Reads everything; the app too, if a client id is entered and somebody is signed in for it already.
pub async fn read(panel: &Panel) -> Result<Observed, ObserveError> {
    let world = World(panel.backend.clone());
    let org = panel.backend.org();
    let context = Context {
        now: panel.backend.now(),
        sleep: &world,
    };
    let mut observed = observe(&*org, &world, context).await?;
    if let Some(client_id) = panel.state.bright.choices.client_id()
        && panel.backend.signed_in_as(scopes(panel)).await.is_ok()
    {
        let graph = panel.backend.cloud(Service::Graph);
        observed.app = Some(read_app(&*graph, &world, &client_id).await);
    }
    Ok(observed)
}

/// Reads the registered app, once somebody is signed in for it.
pub fn look_at_app(panel: &Panel, client_id: &str) {
    let (panel, client_id) = (panel.clone(), client_id.to_owned());
    panel.send(Action::Bright(Edit::Looking));
    spawn_local(async move {
        let world = World(panel.backend.clone());
        let graph = panel.backend.cloud(Service::Graph);
        let app = read_app(&*graph, &world, &client_id).await;
        panel.send(Action::Bright(Edit::Looked(Box::new(app))));
    });
}
