//! The controls of the view; what they do is an [`Edit`].

use yew::prelude::*;

use super::part::{Edit, Field};
use crate::browser::elements;
use crate::text::Text;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::panel::{Action, Panel};

/// A box to tick.
pub fn tick(panel: &Panel, testid: &'static str, on: bool, can: bool, says: Html, edit: fn(bool) -> Edit) -> Html {
    let set = {
        let panel = panel.clone();
        Callback::from(move |event: Event| panel.send(Action::Lead(edit(elements::is_checked(&event)))))
    };
    html! {
        <label class="check">
            <input type="checkbox" data-testid={testid} checked={on} disabled={!can} onchange={set} />
            <span>{ says }</span>
        </label>
    }
}

/// One of several that exclude each other.
pub fn radio(panel: &Panel, name: &'static str, testid: String, chosen: bool, says: Html, edit: Edit) -> Html {
    let set = {
        let panel = panel.clone();
        Callback::from(move |_: Event| panel.send(Action::Lead(edit.clone())))
    };
    html! {
        <label class="check">
            <input type="radio" {name} data-testid={testid} checked={chosen} onchange={set} />
            <span>{ says }</span>
        </label>
    }
}

/// A list to choose one from, below its name.
pub fn select(panel: &Panel, testid: &'static str, label: &'static str, options: Vec<(String, bool, Edit)>) -> Html {
    let edits: Vec<Edit> = options.iter().map(|(_, _, edit)| edit.clone()).collect();
    let choose = {
        let panel = panel.clone();
        Callback::from(move |event: Event| {
            let chosen = elements::value(&event).parse::<usize>().ok();
            if let Some(edit) = chosen.and_then(|chosen| edits.get(chosen)) {
                panel.send(Action::Lead(edit.clone()));
            }
        })
    };
    html! {
        <label class="labelled">
            <span class="caption-strong">{ panel.words.word(label) }</span>
            <span class="select">
                <select data-testid={testid} onchange={choose}>
                    { for options.iter().enumerate().map(|(at, (says, chosen, _))| html! {
                        <option value={at.to_string()} selected={*chosen}>{ says.clone() }</option>
                    }) }
                </select>
                { Icon::Open.tiny() }
            </span>
        </label>
    }
}

/// A field to type into, below its name, with why what stands in it is not taken.
pub fn field(panel: &Panel, of: Field, testid: &'static str, label: &'static str, value: &str) -> Html {
    let type_in = {
        let panel = panel.clone();
        Callback::from(move |event: InputEvent| panel.send(Action::Lead(Edit::Type(of, elements::value(&event)))))
    };
    let refusal = panel.state.lead.refusal(of);
    let note = format!("{testid}-note");
    html! {
        <div class="labelled field">
            <label for={testid}>{ panel.words.word(label) }</label>
            <input
                id={testid}
                class="input"
                type="text"
                data-testid={testid}
                autocomplete="off"
                spellcheck="false"
                aria-invalid={refusal.is_some().then_some("true")}
                aria-describedby={note.clone()}
                value={value.to_owned()}
                oninput={type_in}
            />
            <span id={note.clone()} class="caption with-icon warn" role="status" data-testid={note}>
                if let Some(why) = &refusal {
                    { Glyph::Attention.small() }<span>{ panel.words.html(why) }</span>
                }
            </span>
        </div>
    }
}

/// A page of Microsoft's, in a tab of its own.
pub fn link(panel: &Panel, testid: &'static str, address: &'static str, says: &'static str) -> Html {
    html! {
        <a class="go" data-testid={testid} href={address} target="_blank" rel="noopener noreferrer">
            { panel.words.word(says) }
        </a>
    }
}

/// A note.
pub fn caption(panel: &Panel, text: &Text) -> Html {
    html! { <p class="caption">{ panel.words.html(text) }</p> }
}

/// A warning.
pub fn warning(panel: &Panel, text: &Text) -> Html {
    html! { <p class="caption with-icon warn">{ Glyph::Attention.small() }<span>{ panel.words.html(text) }</span></p> }
}

/// Something that is so, or is not, with what it stands on.
pub fn point(panel: &Panel, good: Option<bool>, says: &Text) -> Html {
    let glyph = match good {
        Some(true) => Glyph::Ready,
        Some(false) => Glyph::Attention,
        None => Glyph::Unknown,
    };
    html! { <p class="caption with-icon">{ glyph.small() }<span>{ panel.words.html(says) }</span></p> }
}

/// A value with a button that copies it.
pub fn copied(panel: &Panel, testid: &'static str, label: &'static str, value: Option<&str>) -> Html {
    let words = &panel.words;
    let Some(value) = value else {
        return html! {
            <div class="setting">
                <div><h3>{ words.word(label) }</h3></div>
                <span class="caption">{ words.word("slot-known-later") }</span>
            </div>
        };
    };
    let copy = {
        let (panel, value) = (panel.clone(), value.to_owned());
        Callback::from(move |_: MouseEvent| {
            let copied = panel.backend.copy(&value);
            yew::platform::spawn_local(async move {
                // Where the browser does not let it, the value still stands there to be marked.
                let _ = copied.await;
            });
        })
    };
    let named = words.label(&Text::new("lead-copy-named").message("what", Text::new(label)));
    html! {
        <div class="setting">
            <div>
                <h3>{ words.word(label) }</h3>
                <p><code data-testid={testid}>{ value.to_owned() }</code></p>
            </div>
            <button type="button" class="button small" data-testid={format!("{testid}-copy")} aria-label={named} onclick={copy}>
                { words.word("lead-copy") }
            </button>
        </div>
    }
}
