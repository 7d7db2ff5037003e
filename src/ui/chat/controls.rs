//! The controls of the view, each built in one place: what they do is an [`Edit`], so that none needs code of its own.

use yew::prelude::*;

use super::edit::{Edit, Field};
use crate::browser::elements;
use crate::text::Text;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::panel::{Action, Panel};
use crate::ui::view;
use crate::words::Words;

/// A setting with two states: how it is, how it is to be, and what brings it there.
pub struct Toggle {
    /// The name tests press.
    pub testid: String,
    /// What it is, for those who do not see where it stands.
    pub label: Text,
    /// How it is.
    pub was: bool,
    /// How it is to be.
    pub now: bool,
    /// Whether it can be changed here.
    pub can: bool,
    /// What switching it off and on does.
    pub edits: [Edit; 2],
}

/// Does `edit` when pressed.
pub fn press(panel: &Panel, edit: Edit) -> Callback<MouseEvent> {
    let panel = panel.clone();
    Callback::from(move |_: MouseEvent| panel.send(Action::Chat(edit.clone())))
}

fn check(panel: &Panel, edits: [Edit; 2]) -> Callback<Event> {
    let panel = panel.clone();
    Callback::from(move |event: Event| {
        let [off, on] = &edits;
        let edit = if elements::is_checked(&event) { on } else { off };
        panel.send(Action::Chat(edit.clone()));
    })
}

/// A switch with its state, or with old → new.
pub fn switch(panel: &Panel, toggle: Toggle) -> Html {
    let words = &panel.words;
    let state = |on: bool| words.word(if on { "value-on" } else { "value-off" });
    html! {
        <div class={classes!("switch-cell", (toggle.was != toggle.now).then_some("changed"))}>
            <input
                type="checkbox"
                role="switch"
                data-testid={toggle.testid}
                aria-label={words.label(&toggle.label)}
                checked={toggle.now}
                disabled={!toggle.can}
                onchange={check(panel, toggle.edits)}
            />
            if toggle.was == toggle.now {
                <span aria-hidden="true">{ state(toggle.now) }</span>
            } else {
                { words.delta(state(toggle.was), state(toggle.now)) }
            }
        </div>
    }
}

/// A tick box with what it says.
pub fn tick(panel: &Panel, toggle: Toggle, says: Html) -> Html {
    html! {
        <label class={classes!("check", (toggle.was != toggle.now).then_some("changed"))}>
            <input
                type="checkbox"
                data-testid={toggle.testid}
                checked={toggle.now}
                disabled={!toggle.can}
                onchange={check(panel, toggle.edits)}
            />
            <span>{ says }</span>
        </label>
    }
}

/// One of several that exclude each other.
pub fn radio(
    panel: &Panel,
    group: &'static str,
    testid: String,
    chosen: bool,
    can: bool,
    edit: Edit,
    says: Html,
) -> Html {
    html! {
        <label class="check">
            <input
                type="radio"
                name={group}
                data-testid={testid}
                checked={chosen}
                disabled={!can}
                onchange={check(panel, [edit.clone(), edit])}
            />
            <span>{ says }</span>
        </label>
    }
}

/// A setting: what it is and means at the left, its control at the right.
pub fn setting(name: Html, means: Html, control: Html) -> Html {
    html! {
        <div class="setting">
            <div>
                <h3>{ name }</h3>
                { means }
            </div>
            { control }
        </div>
    }
}

/// A list to choose one from: what is chosen, and for each its words and what choosing it does.
pub fn select(panel: &Panel, testid: String, label: &Text, can: bool, options: Vec<(String, bool, Edit)>) -> Html {
    let edits: Vec<Edit> = options.iter().map(|(_, _, edit)| edit.clone()).collect();
    let choose = {
        let panel = panel.clone();
        Callback::from(move |event: Event| {
            let chosen = elements::value(&event).parse::<usize>().ok();
            if let Some(edit) = chosen.and_then(|chosen| edits.get(chosen)) {
                panel.send(Action::Chat(edit.clone()));
            }
        })
    };
    html! {
        <span class="select">
            <select data-testid={testid} aria-label={panel.words.label(label)} disabled={!can} onchange={choose}>
                { for options.iter().enumerate().map(|(at, (says, chosen, _))| html! {
                    <option value={at.to_string()} selected={*chosen}>{ says.clone() }</option>
                }) }
            </select>
            { Icon::Open.tiny() }
        </span>
    }
}

/// A small button.
pub fn button(panel: &Panel, testid: String, label: Option<&Text>, says: Html, edit: Edit) -> Html {
    html! {
        <button
            type="button"
            class="button small"
            data-testid={testid}
            aria-label={label.map(|label| panel.words.label(label))}
            onclick={press(panel, edit)}
        >
            { says }
        </button>
    }
}

/// A field to type into.
pub fn field(panel: &Panel, field: Field, testid: &'static str, label: &'static str, kind: &'static str) -> Html {
    let label = panel.words.label(&Text::new(label));
    let type_in = {
        let panel = panel.clone();
        Callback::from(move |event: InputEvent| panel.send(Action::Chat(Edit::Type(field, elements::value(&event)))))
    };
    html! {
        <input
            class="input grow"
            type={kind}
            data-testid={testid}
            autocomplete="off"
            aria-label={label.clone()}
            placeholder={label}
            value={panel.state.chat.typed(field).to_owned()}
            oninput={type_in}
        />
    }
}

/// What of a section nobody has seen on a live tenant yet.
pub fn unproven(words: &Words, ids: &[&'static str]) -> Html {
    let facts: Vec<Text> = ids.iter().map(|id| Text::new(id)).collect();
    view::unproven(words, &facts, false)
}

/// A note below a setting.
pub fn caption(words: &Words, text: &Text) -> Html {
    html! { <p class="caption">{ words.html(text) }</p> }
}

/// A warning below a setting.
pub fn warning(words: &Words, text: &Text) -> Html {
    html! { <p class="caption with-icon warn">{ Glyph::Attention.small() }<span>{ words.html(text) }</span></p> }
}

/// Yes or no, or old → new.
pub fn state(words: &Words, was: bool, now: bool) -> Html {
    let state = |on: bool| words.word(if on { "value-on" } else { "value-off" });
    if was == now {
        state(now)
    } else {
        words.delta(state(was), state(now))
    }
}
