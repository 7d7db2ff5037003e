//! Looks at the page beside the panel: points at a control, and at a record for its chats.

use yew::platform::spawn_local;

use super::edit::{Check, Edit};
use crate::portal::Page;
use crate::text::Text;
use crate::ui::panel::{Action, Panel};

/// The chats' tab on a record.
const CHATS: &str = "record.chat-pane";

/// Points at a control of the page beside the panel, or says what to open where it is not there.
pub fn point_at(panel: &Panel, locator: &'static str) {
    let panel = panel.clone();
    spawn_local(async move {
        let is_there = panel.backend.page_read(locator).await.is_ok();
        panel.backend.highlight(is_there.then_some(locator));
        let text = Text::new(if is_there { "chat-shown" } else { "chat-not-shown" });
        panel.send(Action::Chat(Edit::Pointed(locator, text)));
    });
}

/// Looks whether the record beside the panel has the chats' pane (S003-37). Only what is seen is said: a page that is no
/// record, and one that does not answer, tell nothing about chats.
pub fn at_record(panel: &Panel) {
    let panel = panel.clone();
    panel.send(Action::Chat(Edit::Checked(Check::Looking)));
    spawn_local(async move {
        let page = panel.backend.page().await.ok();
        let record = page.filter(|page| page.page.as_deref() == Some(Page::Record.key()));
        let check = match record {
            None => Check::Elsewhere,
            Some(record) => {
                let record_type = record.record_type.unwrap_or_default();
                match panel.backend.page_read(CHATS).await {
                    Ok(_) => Check::Shown {
                        record_type,
                        at: panel.backend.now(),
                    },
                    Err(_) => Check::NotShown { record_type },
                }
            }
        };
        panel.send(Action::Chat(Edit::Checked(check)));
    });
}
