//! After saving: open a record and see whether its chats can be viewed (S003-37). Proven by what is on the record where it
//! can be read, else said by the admin.

use yew::prelude::*;

use super::controls::{button, caption, unproven};
use super::edit::{Check, Edit};
use super::{framed, looks};
use crate::text::Text;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::panel::Panel;

/// The section.
pub fn section(panel: &Panel) -> Html {
    framed(panel, "chat-check", "chat-check-title", Html::default(), guided(panel))
}

/// The check itself: also what a run that is done ends with.
pub fn guided(panel: &Panel) -> Html {
    let words = &panel.words;
    let check = &panel.state.chat.check;
    let look = {
        let panel = panel.clone();
        Callback::from(move |_: MouseEvent| looks::at_record(&panel))
    };
    let (glyph, says) = match check {
        Check::NotYet => (None, None),
        Check::Looking => (Some(Glyph::Running), Some(Text::new("chat-check-looking"))),
        Check::Elsewhere => (Some(Glyph::Unknown), Some(Text::new("chat-check-elsewhere"))),
        Check::Shown { record_type, at } => {
            let text = Text::new("chat-check-shown").name("type", record_type);
            (Some(Glyph::Ready), Some(text.name("time", panel.time(*at))))
        }
        Check::NotShown { record_type } => {
            let text = Text::new("chat-check-not-shown").name("type", record_type);
            (Some(Glyph::Attention), Some(text))
        }
        Check::Confirmed { at } => {
            let text = Text::new("chat-check-confirmed").name("time", panel.time(*at));
            (Some(Glyph::Ready), Some(text))
        }
    };
    let can_confirm = matches!(check, Check::Elsewhere | Check::NotShown { .. });
    let confirmed = Edit::Checked(Check::Confirmed {
        at: panel.backend.now(),
    });
    html! {
        <div class="stack">
            { caption(words, &Text::new("chat-check-means")) }
            <div class="row">
                <button type="button" class="button small" data-testid="chat-check-look" onclick={look}>
                    { Icon::Page.small() }{ words.word("chat-check-look") }
                </button>
                if can_confirm {
                    { button(panel, "chat-check-seen".to_owned(), None, words.word("chat-check-seen"), confirmed) }
                }
            </div>
            <p class="caption with-icon" role="status" data-testid="chat-check-result">
                if let (Some(glyph), Some(says)) = (glyph, says) {
                    { glyph.small() }<span>{ words.html(&says) }</span>
                }
            </p>
            { unproven(words, &["chat-check-unproven"]) }
        </div>
    }
}
