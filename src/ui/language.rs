//! The choice of language: short in the header, in full in Settings.

use yew::prelude::*;

use super::icon::Icon;
use super::panel::use_panel;
use super::tasks;
use crate::browser::elements;
use crate::text::Text;
use crate::words::Language;

/// Where it stands.
#[derive(Properties, PartialEq)]
pub struct ChoiceProps {
    /// The name tests look for.
    pub testid: &'static str,
    /// Whether languages are named in full; else as short as the header has room for.
    pub full: bool,
}

/// Chooses the language, and remembers it.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let choose = {
        let panel = panel.clone();
        Callback::from(move |event: Event| {
            if let Some(language) = Language::from_tag(&elements::value(&event)) {
                tasks::speak(&panel, language);
            }
        })
    };
    let list = use_node_ref();
    {
        // Shows what is spoken, also where what was chosen cannot be: a choice outlasts the attributes of its options.
        let (list, spoken) = (list.clone(), words.language());
        use_effect(move || elements::show_value(&list, spoken.tag()));
    }
    let name = if props.full { Language::name } else { Language::short };
    html! {
        <span class={classes!("select", (!props.full).then_some("bare"))}>
            <select
                ref={list}
                data-testid={props.testid}
                aria-label={words.label(&Text::new("language"))}
                onchange={choose}
            >
                { for Language::ALL.into_iter().map(|language| html! {
                    <option value={language.tag()} lang={language.tag()}>
                        { name(language) }
                    </option>
                }) }
            </select>
            { Icon::Open.tiny() }
        </span>
    }
}
