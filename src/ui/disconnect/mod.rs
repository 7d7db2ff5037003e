//! Disconnect rights: who may disconnect a Teams chat from a record, why, and what would change.

mod affected;
mod ask;
mod export;
pub mod part;
pub mod reading;
mod roles;
mod types;
mod users;

use std::rc::Rc;

use yew::prelude::*;

use super::icon::{Answer, Icon};
use super::notice::{Blank, Kind, Notice};
use super::panel::{Action, Panel, use_panel};
use super::view::{not_allowed, reading};
use super::{bar, view};
use crate::recipes::disconnect::ask::{Cell, Mark};
use crate::recipes::disconnect::people::Only;
use crate::recipes::disconnect::{Choices, Observed};
use crate::text::Text;
use crate::ui::drawing::draw;
use crate::words::Words;

/// The view.
#[component]
pub fn Disconnect() -> Html {
    let panel = use_panel();
    // Which users the figures above the list filter it to.
    let only = use_state(Only::default);
    let filter = {
        let only = only.clone();
        Callback::from(move |wanted: Only| only.set(if *only == wanted { Only::Everyone } else { wanted }))
    };
    html! {
        <>
            <main id="content" data-testid="disconnect">
                { view::head(&panel, "disconnect-title", "disconnect-subtitle") }
                if let Some(observed) = panel.state.disconnect.observed.clone() {
                    { shown(&panel, &observed, *only, &filter) }
                } else {
                    { draw::<view::Loading>(()) }
                }
            </main>
            { draw::<bar::Bar>(()) }
        </>
    }
}

fn shown(panel: &Panel, observed: &Rc<Observed>, only: Only, filter: &Callback<Only>) -> Html {
    let words = &panel.words;
    let changing = !panel.state.disconnect.choices.is_empty();
    html! {
        <>
            <section class="flush" aria-labelledby="types">
                <div class="section-head"><h2 id="types">{ words.word("types-title") }</h2></div>
                { reading(words, &observed.record_types, "types") }
                { not_allowed(words, observed.may_write_record_types, "types", "dataverse-what-record-types") }
                if observed.record_types.value().is_some_and(Vec::is_empty) {
                    <Blank icon={Icon::Empty} testid="state-empty" title={words.word("types-empty")}>
                        <p>{ words.word("types-empty-hint") }</p>
                    </Blank>
                } else if observed.record_types.value().is_some() {
                    { draw::<types::Types>(()) }
                }
                if observed.chats_for_all_tables.value() == Some(&Some(true)) {
                    <Notice kind={Kind::Plain(Icon::Disconnect)} testid="chats-for-all" title={words.word("chats-for-all")}>
                        <p>{ words.word("chats-for-all-why") }</p>
                    </Notice>
                }
                if observed.may_write_record_types != Some(false) && observed.record_types.value().is_some() {
                    <div class="foot">{ draw::<Preset>(()) }</div>
                }
                { for observed.remarks.iter().map(|remark| html! { <p class="caption">{ words.html(remark) }</p> }) }
            </section>
            if changing {
                { draw::<affected::Affected>(affected::AffectedProps { only, filter: filter.clone() }) }
            }
            { draw::<ask::Ask>(()) }
            { draw::<users::Users>(affected::AffectedProps { only, filter: filter.clone() }) }
            { draw::<roles::Roles>(()) }
            { draw::<export::Exports>(()) }
        </>
    }
}

/// "As a new organization": both toggles on everywhere, and the default roles' privilege.
#[component]
fn Preset() -> Html {
    let panel = use_panel();
    let apply = {
        let panel = panel.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(observed) = &panel.state.disconnect.observed {
                panel.send(Action::Choose(Choices::preset_new_organization(observed)));
            }
        })
    };
    html! {
        <button type="button" class="button small" data-testid="preset-new-organization" onclick={apply}>
            { Icon::Undo.small() }{ panel.words.word("preset-new-organization") }
        </button>
    }
}

/// A cell of the four situations: the mark, or the old and the new one.
fn cell(words: &Words, cell: Cell) -> Html {
    let marked = |mark: Mark| {
        let (answer, id) = match mark {
            Mark::BySwitch => (Answer::BySwitch, "answer-by-switch"),
            Mark::ByRole => (Answer::ByRole, "answer-by-role"),
            Mark::No => (Answer::No, "answer-no"),
        };
        answer.drawn(Some(words.label(&Text::new(id))))
    };
    if cell.changes() {
        html! { <td class="changed">{ words.delta(marked(cell.today), marked(cell.after)) }</td> }
    } else {
        html! { <td>{ marked(cell.today) }</td> }
    }
}

/// The column heads of the four situations, in their order.
fn situation_heads(words: &Words) -> Html {
    [
        "situation-both",
        "situation-owner",
        "situation-connector",
        "situation-neither",
    ]
    .into_iter()
    .map(|id| html! { <th scope="col"><span>{ words.word(id) }</span></th> })
    .collect()
}

/// What the marks mean.
fn legend(words: &Words) -> Html {
    html! {
        <ul class="legend">
            <li>{ Answer::BySwitch.drawn(None) }{ words.word("answer-by-switch") }</li>
            <li>{ Answer::ByRole.drawn(None) }{ words.word("answer-by-role") }</li>
            <li>{ Answer::No.drawn(None) }{ words.word("answer-no") }</li>
            <li>{ words.word("situation-both-means") }</li>
        </ul>
    }
}
