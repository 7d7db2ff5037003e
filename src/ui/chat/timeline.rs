//! Chats on the timeline: who may switch it on, and what *Open chat* and a new owner need (S003-101 to S003-105).

use yew::prelude::*;

use super::controls::{Toggle, caption, setting, switch, unproven, warning};
use super::edit::Edit;
use super::{framed, part_reading, show_me};
use crate::recipes::teams_chat::{Observed, global_administrator};
use crate::text::Text;
use crate::ui::panel::Panel;
use crate::ui::view;

/// The control "show me" points at.
const TIMELINE_SWITCH: &str = "teams-chat.timeline-switch";

/// The section.
pub fn section(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let control = match observed.timeline.value() {
        Some(Some(was)) => {
            let now = panel.state.chat.choices.timeline().unwrap_or(*was);
            let toggle = Toggle {
                testid: "chat-timeline-switch".to_owned(),
                label: Text::new("chat-timeline"),
                was: *was,
                now,
                can: observed.rights.organization != Some(false),
                edits: [Edit::Timeline(false), Edit::Timeline(true)],
            };
            switch(panel, toggle)
        }
        Some(None) => html! { <span class="caption">{ words.word("chat-not-here") }</span> },
        None => Html::default(),
    };
    let inside = html! {
        <>
            { part_reading(panel, Some(&observed.timeline), "timeline") }
            { view::not_allowed(words, observed.rights.organization, "timeline", "chat-timeline-title") }
            <div class="settings">
                { setting(words.word("chat-timeline"), caption(words, &Text::new("chat-timeline-means")), control) }
            </div>
            { warning(words, &global_administrator(Some(observed))) }
            { caption(words, &Text::new("chat-timeline-open")) }
            { caption(words, &Text::new("chat-timeline-owner")) }
            { unproven(words, &["chat-unproven-timeline"]) }
            { show_me(panel, TIMELINE_SWITCH, "chat-show-me") }
        </>
    };
    let beside = html! { <span class="tag">{ words.word("chat-preview") }</span> };
    framed(panel, "chat-timeline", "chat-timeline-title", beside, inside)
}
