//! Bright Pattern's page: whether a tab shows it, and the way there, through the one permission it takes.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::part::Edit;
use super::{attention, framed, ready, typed, unknown};
use crate::portal::Page;
use crate::recipes::bright_pattern::{Observed, Portal};
use crate::text::Text;
use crate::ui::panel::{Action, Panel};
use crate::ui::preview::count;

/// The section.
pub fn section(panel: &Panel, observed: &Observed) -> Html {
    let inside = match &observed.portal {
        Portal::NotShown => html! {
            <>
                { unknown(panel, "bright-page-state", &Text::new("bright-plan-no-page")) }
                { way_there(panel) }
            </>
        },
        Portal::Shown(shown) => html! {
            <>
                { ready(panel, "bright-page-state", &Text::new("bright-page-shown").name("host", &shown.host)) }
                if let Some(accounts) = shown.accounts.value() {
                    { ready(panel, "bright-accounts", &Text::new("bright-ready-accounts").number("count", count(accounts.len()))) }
                } else {
                    { attention(panel, "bright-accounts", &Text::new("bright-note-unlisted")) }
                }
                { form(panel, observed) }
            </>
        },
    };
    framed(panel, "bright-page", "bright-page-title", inside)
}

/// What stands in a form that is open, held against what it can be.
fn form(panel: &Panel, observed: &Observed) -> Html {
    let filled = observed.shown().is_some_and(|shown| !shown.filled.is_empty());
    let troubles = observed.troubles();
    if filled && troubles.is_empty() {
        // Addresses tell nothing of the secret and the token that stand beside them.
        return unknown(panel, "bright-form-state", &Text::new("bright-form-fits"));
    }
    let lines = troubles.into_iter();
    lines
        .map(|(field, trouble)| attention(panel, "bright-form-state", &trouble.explain(field)))
        .collect()
}

/// The host is the customer's own, so it is asked for by name, once, with the reason beside it.
fn way_there(panel: &Panel) -> Html {
    let words = &panel.words;
    let part = &panel.state.bright;
    let host = part.host.trim().to_lowercase();
    let is_host = Page::portal_on(&host) == Some(Page::BrightPattern);
    let go = {
        let panel = panel.clone();
        Callback::from(move |_: MouseEvent| {
            if !is_host {
                return panel.send(Action::Bright(Edit::Asked(Text::new("bright-host-wrong"))));
            }
            // Asked at once, while the click counts.
            let asked = panel.backend.ask_for(&host);
            let (panel, host) = (panel.clone(), host.clone());
            spawn_local(async move {
                if asked.await {
                    panel.backend.open_page(&format!("{host}/admin"));
                    panel.send(Action::Bright(Edit::Asked(Text::new("bright-host-opened"))));
                } else {
                    panel.send(Action::Bright(Edit::Asked(Text::new("bright-host-refused"))));
                }
            });
        })
    };
    html! {
        <div class="field">
            <label for="bright-host">{ words.word("bright-host") }</label>
            <div class="row">
                <input
                    id="bright-host"
                    class="input grow"
                    data-testid="bright-host"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder="contoso.brightpattern.com"
                    aria-describedby="bright-host-note"
                    value={part.host.clone()}
                    oninput={typed(panel, Edit::Host)}
                />
                <button type="button" class="button" data-testid="bright-open" onclick={go}>{ words.word("bright-host-open") }</button>
            </div>
            <span id="bright-host-note" class="caption" role="status" data-testid="bright-host-note">
                { words.html(part.asked.as_ref().unwrap_or(&Text::new("bright-reason-host"))) }
            </span>
        </div>
    }
}
