//! Saves what was read as files: each list as CSV, safe against formulas, and all of it as JSON.

use yew::prelude::*;

use super::framed;
use crate::recipes::teams_chat::export::{View, csv, json};
use crate::ui::icon::Icon;
use crate::ui::panel::Panel;

/// The section.
pub fn section(panel: &Panel) -> Html {
    let words = &panel.words;
    let csv = |view: View| {
        let (testid, says) = match view {
            View::Apps => ("chat-csv-apps", "chat-file-apps"),
            View::RecordTypes => ("chat-csv-types", "chat-file-types"),
            View::Access => ("chat-csv-access", "chat-file-access"),
            View::Profiles => ("chat-csv-profiles", "chat-file-profiles"),
            View::Consents => ("chat-csv-consents", "chat-file-consents"),
        };
        button(panel, testid, says, Some(view))
    };
    let inside = html! {
        <>
            <p class="caption">{ words.word("chat-files-means") }</p>
            <div class="row">
                { for View::ALL.into_iter().map(csv) }
                { button(panel, "chat-json", "export-json", None) }
            </div>
        </>
    };
    framed(panel, "chat-files", "chat-files-title", Html::default(), inside)
}

/// Saves one list, or all of it.
fn button(panel: &Panel, testid: &'static str, says: &'static str, view: Option<View>) -> Html {
    let save = {
        let panel = panel.clone();
        Callback::from(move |_: MouseEvent| {
            let Some(observed) = &panel.state.chat.observed else {
                return;
            };
            let (name, media, content) = match view {
                Some(view) => {
                    let content = csv(observed, view, &panel.time(observed.read_at));
                    (format!("latchkey-teams-chat-{}.csv", view.key()), "text/csv", content)
                }
                None => {
                    // Plain data with string keys: it always serialises.
                    let content = serde_json::to_string_pretty(&json(observed)).unwrap_or_default();
                    ("latchkey-teams-chat.json".to_owned(), "application/json", content)
                }
            };
            panel.backend.download(&name, media, &content);
        })
    };
    html! {
        <button type="button" class="button small" data-testid={testid} onclick={save}>
            { Icon::Save.small() }{ panel.words.word(says) }
        </button>
    }
}
