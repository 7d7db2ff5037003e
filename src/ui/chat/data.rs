//! What happens to data, where the admin decides about chats (S003-22 to S003-24), and where to read on (S003-106).

use yew::prelude::*;

use super::framed;
use crate::ui::panel::Panel;

/// The section.
pub fn section(panel: &Panel) -> Html {
    let words = &panel.words;
    let inside = html! {
        <ul class="notes">
            { for ["chat-data-mapping", "chat-data-tls", "chat-data-policies", "chat-data-retroactive"]
                .into_iter()
                .map(|id| html! { <li class="caption-strong">{ words.word(id) }</li> }) }
        </ul>
    };
    framed(panel, "chat-data", "chat-data-title", Html::default(), inside)
}
