//! Reads what the view stands on: what is there at once, a section when it is opened, the directory once somebody has
//! signed in.

use std::rc::Rc;

use yew::platform::spawn_local;

use super::edit::Edit;
use crate::plan::model::Service;
use crate::recipes::teams_chat::{self, Section};
use crate::ui::panel::{Action, Panel};
use crate::ui::part::Trouble;
use crate::ui::reading::{context, trouble};

/// Reads everything that is shown.
///
/// # Errors
/// Why nothing can be shown.
pub async fn read(panel: &Panel) -> Result<(), Trouble> {
    let org = panel.backend.org();
    let context = context(panel);
    let observed = teams_chat::observe(&*org, context).await;
    let mut observed = observed.map_err(|error| trouble(&error))?;
    // What is open is read again with it: choices may rest on it.
    for section in panel.state.chat.opened() {
        let part = teams_chat::read_section(&*org, context, &observed, &section).await;
        observed.add(part);
    }
    // Who has signed in before sees the consents again with it.
    let before = panel.state.chat.observed.as_ref();
    if before.is_some_and(|before| before.consents.is_some()) {
        let graph = panel.backend.cloud(Service::Graph);
        let (consents, own) = teams_chat::read_directory(&*graph, context, &observed.admin).await;
        (observed.consents, observed.global_administrator) = (Some(consents), Some(own));
    }
    panel.send(Action::ReadChat(Rc::new(observed)));
    Ok(())
}

/// Reads a part of the Teams chat view that is opened.
pub fn read_section(panel: &Panel, section: Section) {
    let Some(observed) = panel.state.chat.observed.clone() else {
        return;
    };
    panel.send(Action::Chat(Edit::Reading(section.clone())));
    let panel = panel.clone();
    spawn_local(async move {
        let org = panel.backend.org();
        let context = context(&panel);
        let part = teams_chat::read_section(&*org, context, &observed, &section).await;
        panel.send(Action::Chat(Edit::Took(Rc::new(part))));
    });
}

/// Reads who holds the permissions to Teams data, and the admin's own role, once somebody has signed in to Microsoft
/// Graph.
pub fn read_consent(panel: &Panel) {
    panel.send(Action::Chat(Edit::ReadingConsent));
    let panel = panel.clone();
    spawn_local(async move {
        let graph = panel.backend.cloud(Service::Graph);
        let context = context(&panel);
        let Some(observed) = panel.state.chat.observed.clone() else {
            return;
        };
        let read = teams_chat::read_directory(&*graph, context, &observed.admin).await;
        panel.send(Action::Chat(Edit::Consent(Rc::new(read))));
    });
}
