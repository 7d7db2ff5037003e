//! The sales agent's connection to Salesforce: how it stands, what may become of it, and its user's rights held against
//! the article (S000-01 to S000-43).

mod connection;
mod page;
pub mod part;
pub mod reading;
mod rights;

use std::rc::Rc;

pub use page::open_apps;

use yew::prelude::*;

use super::drawing::draw;
use super::icon::Glyph;
use super::panel::{Action, Panel, use_panel};
use super::sign_in::{NeedsSalesforce, NeedsSalesforceProps};
use super::{bar, view};
use crate::domain::salesforce::connection::State;
use crate::recipes::salesforce_connection::Observed;
use crate::services::salesforce::sign_in::SignedIn;
use crate::text::Text;

/// The view.
#[component]
pub fn SalesforceConnection() -> Html {
    let panel = use_panel();
    let part = &panel.state.salesforce;
    let then = {
        let panel = panel.clone();
        Callback::from(move |who: Rc<SignedIn>| {
            let part = &panel.state.salesforce;
            let is_read = part.observed.as_ref().is_some_and(|read| read.admin.id == who.user);
            if !is_read && !part.standing.is_reading {
                panel.send(Action::ReadAgain);
            }
        })
    };
    html! {
        <>
            <main id="content" data-testid="salesforce-connection">
                { view::head(&panel, "salesforce-title", "salesforce-subtitle") }
                { sources(&panel, part.observed.as_deref()) }
                { draw::<NeedsSalesforce>(NeedsSalesforceProps { then, revision: part.nobody }) }
                if let Some(observed) = part.observed.clone() {
                    { connection::section(&panel, &observed) }
                    { page::section(&panel, &observed) }
                    { rights::section(&panel, &observed) }
                }
            </main>
            { draw::<bar::Bar>(()) }
        </>
    }
}

/// Which sources need a connection at all (S000-02, S000-03).
fn sources(panel: &Panel, observed: Option<&Observed>) -> Html {
    let is_connected =
        observed.is_some_and(|observed| observed.state() == Some(State::Connected) && !observed.is_elsewhere());
    let connection = if is_connected { Glyph::Ready } else { Glyph::Waiting };
    let inside = html! {
        <ul class="stack">
            { line(panel, "salesforce-source-dynamics", Glyph::Ready, "salesforce-source-dynamics-name", &Text::new("salesforce-source-dynamics")) }
            { line(panel, "salesforce-source-salesforce", connection, "salesforce-source-salesforce-name", &Text::new("salesforce-source-salesforce")) }
        </ul>
    };
    framed(panel, "salesforce-sources", "salesforce-sources-title", inside)
}

fn framed(panel: &Panel, id: &'static str, title: &'static str, inside: Html) -> Html {
    html! {
        <section aria-labelledby={id} data-testid={format!("{id}-section")}>
            <div class="section-head"><h2 {id}>{ panel.words.word(title) }</h2></div>
            <div class="stack">{ inside }</div>
        </section>
    }
}

/// A thing with its name, and what is to be said of it.
fn line(panel: &Panel, testid: &'static str, glyph: Glyph, name: &'static str, says: &Text) -> Html {
    html! {
        <li class="line" data-testid={testid}>
            { glyph.small() }
            <div>
                <h3>{ panel.words.word(name) }</h3>
                <p class="caption">{ panel.words.html(says) }</p>
            </div>
        </li>
    }
}

/// One statement: how it stands by shape, and in words.
fn said(panel: &Panel, testid: &'static str, glyph: Glyph, says: &Text) -> Html {
    html! {
        <p class="caption with-icon" data-testid={testid}>{ glyph.small() }<span>{ panel.words.html(says) }</span></p>
    }
}
