//! The Bright Pattern account: what the page needs to know, derived and checked, with copy buttons for the admin's own
//! hand; the registered app; and the account to be made (S002-01 to S002-17).

mod account;
mod addresses;
mod app;
mod next;
mod page;
pub mod part;
pub mod reading;

pub use next::{after, named_app};

use yew::prelude::*;

use self::part::Edit;
use super::drawing::draw;
use super::icon::Glyph;
use super::panel::{Action, Panel, use_panel};
use super::{bar, view};
use crate::browser::elements;
use crate::text::Text;

/// The view.
#[component]
pub fn BrightPattern() -> Html {
    let panel = use_panel();
    html! {
        <>
            <main id="content" data-testid="bright-pattern">
                { view::head(&panel, "bright-title", "bright-subtitle") }
                if let Some(observed) = panel.state.bright.observed.clone() {
                    { page::section(&panel, &observed) }
                    { addresses::section(&panel, &observed) }
                    { account::section(&panel, &observed) }
                    { draw::<app::Section>(()) }
                } else {
                    { draw::<view::Loading>(()) }
                }
            </main>
            { draw::<bar::Bar>(()) }
        </>
    }
}

fn framed(panel: &Panel, id: &'static str, title: &'static str, inside: Html) -> Html {
    html! {
        <section aria-labelledby={id} data-testid={id}>
            <div class="section-head"><h2 {id}>{ panel.words.word(title) }</h2></div>
            { inside }
        </section>
    }
}

/// One line: how it stands by shape, and in words.
fn line(panel: &Panel, testid: &'static str, glyph: Glyph, id: &'static str, says: &Text) -> Html {
    html! {
        <p class="caption with-icon" data-testid={testid} data-standing={id}>
            { glyph.named(panel.words.label(&Text::new(id))) }
            <span>{ panel.words.html(says) }</span>
        </p>
    }
}

fn ready(panel: &Panel, testid: &'static str, says: &Text) -> Html {
    line(panel, testid, Glyph::Ready, "readiness-ready", says)
}

fn attention(panel: &Panel, testid: &'static str, says: &Text) -> Html {
    line(panel, testid, Glyph::Attention, "readiness-attention", says)
}

fn unknown(panel: &Panel, testid: &'static str, says: &Text) -> Html {
    line(panel, testid, Glyph::Unknown, "readiness-unknown", says)
}

/// What typing into a field does.
fn typed(panel: &Panel, edit: fn(String) -> Edit) -> Callback<InputEvent> {
    let panel = panel.clone();
    Callback::from(move |event: InputEvent| panel.send(Action::Bright(edit(elements::value(&event)))))
}

/// What ticking does.
fn ticked(panel: &Panel, edit: fn(bool) -> Edit) -> Callback<Event> {
    let panel = panel.clone();
    Callback::from(move |event: Event| panel.send(Action::Bright(edit(elements::is_checked(&event)))))
}
