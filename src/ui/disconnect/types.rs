//! Record types and their two toggles, and what those mean for an ordinary user in the four situations.

use yew::prelude::*;

use super::part::choose;
use super::{cell, situation_heads};
use crate::browser::elements;
use crate::recipes::disconnect::{RecordType, Toggle, situations};
use crate::text::Text;
use crate::ui::panel::{Panel, use_panel};

/// Both tables.
#[component]
pub fn Types() -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let Some(observed) = panel.state.disconnect.observed.clone() else {
        return Html::default();
    };
    let types = observed.record_types.value().map_or(&[][..], Vec::as_slice);
    html! {
        <>
            <table class="types">
                <caption class="unseen">{ words.word("types-caption") }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ words.word("types-record-type") }</th>
                        <th scope="col">
                            { words.word("types-owner") }<span class="caption">{ words.word("types-owner-means") }</span>
                        </th>
                        <th scope="col">
                            { words.word("types-connector") }<span class="caption">{ words.word("types-connector-means") }</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    { for types.iter().map(|record_type| html! {
                        <tr key={record_type.id.clone()}>
                            <th scope="row"><bdi>{ record_type.name.clone() }</bdi></th>
                            { for Toggle::ALL.into_iter().map(|toggle| switch(&panel, record_type, toggle)) }
                        </tr>
                    }) }
                </tbody>
                if types.len() > 1 && observed.may_write_record_types != Some(false) {
                    <tfoot>
                        <tr>
                            <th scope="row"><span class="caption">{ words.word("types-all") }</span></th>
                            { for Toggle::ALL.into_iter().map(|toggle| all(&panel, toggle)) }
                        </tr>
                    </tfoot>
                }
            </table>
            <details class="fold">
                <summary>{ crate::ui::icon::Icon::chevron() }{ words.word("ordinary-title") }</summary>
                <p class="caption">{ words.word("ordinary-means") }</p>
                <table class="situations" data-testid="ordinary">
                    <caption class="unseen">{ words.word("ordinary-caption") }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ words.word("types-record-type") }</th>
                            { situation_heads(words) }
                        </tr>
                    </thead>
                    <tbody>
                        { for types.iter().map(|record_type| html! {
                            <tr key={record_type.id.clone()}>
                                <th scope="row"><bdi>{ record_type.name.clone() }</bdi></th>
                                { for situations(record_type, &panel.state.disconnect.choices, false, false).into_iter().map(|it| cell(words, it)) }
                            </tr>
                        }) }
                    </tbody>
                </table>
                { super::legend(words) }
            </details>
        </>
    }
}

const fn name_of(toggle: Toggle) -> &'static str {
    match toggle {
        Toggle::Owner => "owner",
        Toggle::Connector => "connector",
    }
}

fn switch(panel: &Panel, record_type: &RecordType, toggle: Toggle) -> Html {
    let words = &panel.words;
    let on = panel.state.disconnect.choices.wants(record_type, toggle);
    let changed = panel.state.disconnect.choices.changes(&record_type.id, toggle);
    let label = Text::new(match toggle {
        Toggle::Owner => "switch-owner",
        Toggle::Connector => "switch-connector",
    })
    .name("type", &record_type.name);
    let may_write = panel
        .state
        .disconnect
        .observed
        .as_ref()
        .and_then(|observed| observed.may_write_record_types);
    let flip = {
        let (panel, id) = (panel.clone(), record_type.id.clone());
        Callback::from(move |event: Event| {
            let on = elements::is_checked(&event);
            choose(&panel, &|observed, choices| choices.toggle(observed, &id, toggle, on));
        })
    };
    let state = |on: bool| words.word(if on { "value-on" } else { "value-off" });
    let testid = format!(
        "toggle-{}-{}",
        name_of(toggle),
        record_type.logical_name.as_ref().unwrap_or(&record_type.id)
    );
    html! {
        <td class={changed.then_some("changed")}>
            <div class="switch-cell">
                <input
                    type="checkbox"
                    role="switch"
                    data-testid={testid}
                    aria-label={words.label(&label)}
                    checked={on}
                    disabled={may_write == Some(false)}
                    onchange={flip}
                />
                if changed {
                    { words.delta(state(record_type.is_on(toggle)), state(on)) }
                } else {
                    <span aria-hidden="true">{ state(on) }</span>
                }
            </div>
        </td>
    }
}

fn all(panel: &Panel, toggle: Toggle) -> Html {
    let words = &panel.words;
    let button = |on: bool| {
        let panel = panel.clone();
        let set = Callback::from(move |_: MouseEvent| {
            choose(&panel, &|observed, choices| choices.toggle_all(observed, toggle, on));
        });
        let label = Text::new(match (toggle, on) {
            (Toggle::Owner, true) => "types-all-owner-on",
            (Toggle::Owner, false) => "types-all-owner-off",
            (Toggle::Connector, true) => "types-all-connector-on",
            (Toggle::Connector, false) => "types-all-connector-off",
        });
        let id = if on { "value-on" } else { "value-off" };
        html! {
            <button
                type="button"
                class="button small"
                data-testid={format!("all-{}-{}", name_of(toggle), if on { "on" } else { "off" })}
                aria-label={words.label(&label)}
                onclick={set}
            >
                { words.word(id) }
            </button>
        }
    };
    html! { <td><div class="row">{ button(true) }{ button(false) }</div></td> }
}
