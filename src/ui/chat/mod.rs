//! Teams chat: everything the article sets up, on one screen (S003-01 to S003-53, S003-82 to S003-106).

mod access;
mod add;
mod blueprint;
mod card;
mod check;
mod consent;
mod controls;
mod data;
pub mod edit;
mod files;
mod followed;
mod looks;
mod opened;
mod pages;
pub mod part;
mod profiles;
pub mod reading;
mod scope;
mod timeline;
mod types;

use std::rc::Rc;

use yew::prelude::*;

use super::drawing::draw;
use super::icon::{Glyph, Icon};
use super::panel::{Action, Panel, use_panel};
use super::{bar, view};
use crate::browser::elements;
use crate::domain::reading::Reading;
use crate::recipes::teams_chat::Observed;
use crate::text::Text;

/// The sections: anchor, heading.
const SECTIONS: [(&str, &str); 10] = [
    ("chat-on", "chat-on-title"),
    ("chat-types", "chat-types-title"),
    ("chat-timeline", "chat-timeline-title"),
    ("chat-profiles", "chat-profiles-title"),
    ("chat-pages", "chat-pages-title"),
    ("chat-access", "chat-access-title"),
    ("chat-check", "chat-check-title"),
    ("chat-data", "chat-data-title"),
    ("chat-blueprint", "chat-blueprint-title"),
    ("chat-files", "chat-files-title"),
];

pub use self::check::guided as closing_check;
pub use self::pages::titles;

/// The view.
#[component]
pub fn TeamsChat() -> Html {
    let panel = use_panel();
    {
        // What stands further down, or is opened, is read by and by.
        let panel = panel.clone();
        use_effect_with(panel.state.chat.to_read(), move |section| {
            if let Some(section) = section {
                reading::read_section(&panel, section.clone());
            }
        });
    }
    html! {
        <>
            <main id="content" data-testid="teams-chat">
                { view::head(&panel, "chat-title", "chat-subtitle") }
                if let Some(observed) = panel.state.chat.observed.clone() {
                    { anchors(&panel) }
                    { shown(&panel, &observed) }
                } else {
                    { draw::<view::Loading>(()) }
                }
            </main>
            { draw::<bar::Bar>(()) }
        </>
    }
}

fn shown(panel: &Panel, observed: &Rc<Observed>) -> Html {
    let words = &panel.words;
    html! {
        <>
            { scope::section(panel, observed) }
            { types::section(panel, observed) }
            { timeline::section(panel, observed) }
            { profiles::section(panel, observed) }
            { pages::section(panel, observed) }
            { access::section(panel, observed) }
            { check::section(panel) }
            { data::section(panel) }
            { blueprint::section(panel, observed) }
            { files::section(panel) }
            { for observed.remarks.iter().map(|remark| html! { <p class="caption">{ words.html(remark) }</p> }) }
        </>
    }
}

/// The way to each section.
fn anchors(panel: &Panel) -> Html {
    let go = |id: &'static str| {
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            elements::go_to(id);
        })
    };
    html! {
        <nav class="anchors" aria-label={panel.words.label(&Text::new("chat-sections"))}>
            { for SECTIONS.into_iter().map(|(id, name)| html! {
                <a href={format!("#{id}")} onclick={go(id)}>{ panel.words.word(name) }</a>
            }) }
        </nav>
    }
}

/// A section with its heading, which takes the focus when its anchor is followed.
fn framed(panel: &Panel, id: &'static str, title: &'static str, beside: Html, inside: Html) -> Html {
    html! {
        <section aria-labelledby={id} data-testid={id}>
            <div class="section-head"><h2 {id} tabindex="-1">{ panel.words.word(title) }</h2>{ beside }</div>
            { inside }
        </section>
    }
}

/// Says that a part is being read, or that it could not be read, or not to its end; nothing once it is whole.
fn part_reading<T>(panel: &Panel, part: Option<&Reading<T>>, name: &str) -> Html {
    match part {
        None => html! {
            <p class="caption with-icon" role="status" data-testid={format!("state-loading-{name}")}>
                { Glyph::Running.small() }<span>{ panel.words.word("chat-reading-part") }</span>
            </p>
        },
        Some(part) => view::reading(&panel.words, part, name),
    }
}

/// Points at a control of the page, where it is there, and says what became of it.
pub fn show_me(panel: &Panel, locator: &'static str, says: &'static str) -> Html {
    let show = {
        let panel = panel.clone();
        Callback::from(move |_: MouseEvent| looks::point_at(&panel, locator))
    };
    let pointed = panel.state.chat.pointed.as_ref().filter(|(at, _)| *at == locator);
    html! {
        <div class="row">
            <button type="button" class="button small subtle" data-testid={format!("show-{locator}")} onclick={show}>
                { Icon::Page.small() }{ panel.words.word(says) }
            </button>
            if let Some((_, text)) = pointed {
                <p class="caption" role="status" data-testid="chat-pointed">{ panel.words.html(text) }</p>
            }
        </div>
    }
}

/// A link to the other recipe's view.
fn to_disconnect(panel: &Panel, testid: &'static str, says: &'static str) -> Html {
    let route = super::route::Route::Recipe(super::part::Which::DisconnectRights);
    let go = {
        let panel = panel.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            panel.send(Action::Go(route));
        })
    };
    html! { <a class="go" href={route.address()} data-testid={testid} onclick={go}>{ panel.words.word(says) }</a> }
}
