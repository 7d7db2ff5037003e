//! Reads what the view stands on: the environment, the offer's page, and the directory once somebody has signed in.

use std::rc::Rc;

use yew::platform::spawn_local;

use super::part::Edit;
use crate::plan::model::Service;
use crate::recipes::disconnect::Context;
use crate::recipes::lead_management::observed::Directory;
use crate::recipes::lead_management::{self, Lookup, Observed, OfferPage, read_offer};
use crate::ui::panel::{Action, Panel};
use crate::ui::part::Trouble;
use crate::ui::reading::{context, trouble};

/// Reads everything.
///
/// # Errors
/// Why nothing can be shown.
pub async fn read(panel: &Panel) -> Result<(), Trouble> {
    let org = panel.backend.org();
    let context = context(panel);
    let lead = &panel.state.lead;
    let name = lead.unique_name();
    let observed = lead_management::observe(&*org, context, name.as_deref()).await;
    let mut observed = observed.map_err(|error| trouble(&error))?;
    // Who has signed in before sees the directory again with it.
    if lead.observed.as_ref().is_some_and(|before| before.directory.is_some()) {
        observed.directory = Some(directory_of(panel, context, &observed).await);
    }
    observed.offer = offer_page(panel).await;
    let seed = panel.backend.new_guid().replace('-', "");
    panel.send(Action::ReadLead(Rc::new(observed), seed));
    Ok(())
}

async fn offer_page(panel: &Panel) -> OfferPage {
    let backend = panel.backend.clone();
    read_offer(&move |locator| {
        let backend = backend.clone();
        Box::pin(async move { backend.page_read(locator).await })
    })
    .await
}

/// Looks at the publishing portal's page again.
pub fn look_at_offer(panel: &Panel) {
    let panel = panel.clone();
    spawn_local(async move {
        let page = offer_page(&panel).await;
        panel.send(Action::Lead(Edit::Page(page)));
    });
}

async fn directory_of(panel: &Panel, context: Context<'_>, observed: &Observed) -> Directory {
    let choices = panel.state.lead.choices.clone();
    let lookup = Lookup {
        app: &choices.app_name,
        upn: &choices.upn,
    };
    let graph = panel.backend.cloud(Service::Graph);
    lead_management::read_directory(&*graph, context, observed, lookup).await
}

/// Reads the directory for the lead management view, once somebody has signed in to it.
pub fn read_directory(panel: &Panel) {
    let Some(observed) = panel.state.lead.observed.clone() else {
        return;
    };
    panel.send(Action::Lead(Edit::ReadingDirectory));
    let panel = panel.clone();
    spawn_local(async move {
        let context = context(&panel);
        let directory = directory_of(&panel, context, &observed).await;
        panel.send(Action::Lead(Edit::Directory(Rc::new(directory))));
    });
}
