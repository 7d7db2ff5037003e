//! Who will use the product: a group, whoever has a licence, or a list of user names.

use std::rc::Rc;

use yew::prelude::*;

use super::part::Edit;
use super::{does, reading};
use crate::browser::elements;
use crate::domain::deployment::Choice;
use crate::domain::reading::Reading;
use crate::recipes::deployment::Observed;
use crate::recipes::deployment::report::{few, shown};
use crate::services::graph::groups::Group;
use crate::text::Text;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::panel::{Action, Panel};
use crate::ui::view;

/// The ways to say it, with their words.
const WAYS: [(&str, &str); 3] = [
    ("group", "deploy-way-group"),
    ("licence", "deploy-way-licence"),
    ("names", "deploy-way-names"),
];

/// The section.
pub fn section(panel: &Panel, observed: &Rc<Observed>) -> Html {
    let words = &panel.words;
    let part = &panel.state.deployment;
    html! {
        <section aria-labelledby="deploy-audience" data-testid="deploy-audience">
            <div class="section-head"><h2 id="deploy-audience">{ words.word("deploy-audience") }</h2></div>
            <p class="caption">{ words.word("deploy-audience-means") }</p>
            <div role="radiogroup" aria-labelledby="deploy-audience">
                { for WAYS.into_iter().map(|(key, says)| {
                    // Whoever goes through them with the arrow keys changes nothing by that.
                    let open = does(panel, move |_: Event| Edit::Way(key));
                    let chosen = is_open(panel, key);
                    let is_in_force = in_force(panel) == key;
                    html! {
                        <label class="check">
                            <input type="radio" name="deploy-way" data-testid={format!("deploy-way-{key}")} checked={chosen} onchange={open} />
                            <span>
                                { words.word(says) }
                                if is_in_force {
                                    { " " }<span class="tag" data-testid={format!("deploy-in-force-{key}")}>{ words.word("deploy-in-force") }</span>
                                }
                            </span>
                        </label>
                    }
                }) }
            </div>
            if is_open(panel, "group") {
                { group(panel) }
            }
            if is_open(panel, "licence") && in_force(panel) != "licence" {
                <div class="row">
                    <button
                        type="button"
                        class="button"
                        data-testid="deploy-licence-take"
                        aria-label={words.label(&Text::new("deploy-group-take-named").message("group", Text::new("deploy-way-licence")))}
                        onclick={panel.on(|| Action::Deployment(Edit::Audience(Choice::LicenceHolders)))}
                    >
                        { words.word("deploy-group-take") }
                    </button>
                </div>
            }
            if is_open(panel, "names") {
                { names(panel) }
            }
            { said(panel, observed) }
            if let Some(people) = observed.people() {
                { view::reading(words, people, "deploy-people") }
            }
            if let Some(why) = &part.names_refusal {
                <p class="caption with-icon warn" data-testid="deploy-names-refusal">{ Glyph::Attention.small() }<span>{ words.html(why) }</span></p>
            }
        </section>
    }
}

/// Which way is open: the one last opened, else the one it was said by.
fn is_open(panel: &Panel, key: &str) -> bool {
    match panel.state.deployment.way {
        "" => in_force(panel) == key,
        open => open == key,
    }
}

/// The way the audience was said by; empty before that.
fn in_force(panel: &Panel) -> &'static str {
    match &panel.state.deployment.choices.audience {
        Some(Choice::Group { .. }) => "group",
        Some(Choice::LicenceHolders) => "licence",
        Some(Choice::List(_)) => "names",
        None => "",
    }
}

/// Who it is, in words.
pub fn whom(audience: &Choice) -> Text {
    match audience {
        // By its id until the directory has told its name.
        Choice::Group { id, name } => {
            Text::new("deploy-said-group").name("group", if name.is_empty() { id } else { name })
        }
        Choice::LicenceHolders => Text::new("deploy-said-licence"),
        Choice::List(names) => {
            Text::new("deploy-said-names").number("count", i64::try_from(names.len()).unwrap_or(i64::MAX))
        }
    }
}

fn group(panel: &Panel) -> Html {
    let words = &panel.words;
    let part = &panel.state.deployment;
    let type_in = does(panel, |event: InputEvent| Edit::Seek(elements::value(&event)));
    let seek = {
        let panel = panel.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            reading::seek(&panel);
        })
    };
    html! {
        <>
            <form class="row" onsubmit={seek}>
                <input
                    class="input grow"
                    type="search"
                    data-testid="deploy-group-name"
                    aria-label={words.label(&Text::new("deploy-group-name"))}
                    placeholder={words.label(&Text::new("deploy-group-name"))}
                    value={part.sought.clone()}
                    oninput={type_in}
                />
                <button type="submit" class="button" data-testid="deploy-group-seek">
                    { Icon::Search.small() }{ words.word("deploy-group-seek") }
                </button>
            </form>
            <p class="caption" role="status" data-testid="deploy-group-seeking">
                if part.is_seeking { { words.word("deploy-group-seeking") } }
            </p>
            { match &part.groups {
                None => Html::default(),
                Some(Err(why)) => html! { <p class="caption with-icon warn" data-testid="deploy-group-refusal">{ Glyph::Attention.small() }<span>{ words.html(why) }</span></p> },
                Some(Ok(groups)) if groups.is_empty() => html! { <p class="caption">{ words.word("deploy-group-none") }</p> },
                Some(Ok(groups)) => html! { <ul class="stack" data-testid="deploy-groups">{ for groups.iter().map(|group| found(panel, group)) }</ul> },
            } }
        </>
    }
}

fn found(panel: &Panel, group: &Group) -> Html {
    let name = group.display_name.clone().unwrap_or_else(|| group.id.clone());
    let audience = Choice::Group {
        id: group.id.clone(),
        name: name.clone(),
    };
    let take = panel.on(move || Action::Deployment(Edit::Audience(audience.clone())));
    html! {
        <li class="row apart">
            <bdi>{ name.clone() }</bdi>
            <button
                type="button"
                class="button small"
                data-testid={format!("deploy-group-{}", group.id)}
                aria-label={panel.words.label(&Text::new("deploy-group-take-named").name("group", name))}
                onclick={take}
            >
                { panel.words.word("deploy-group-take") }
            </button>
        </li>
    }
}

fn names(panel: &Panel) -> Html {
    let words = &panel.words;
    let type_in = does(panel, |event: InputEvent| Edit::Names(elements::value(&event)));
    let take = panel.on(|| Action::Deployment(Edit::TakeNames));
    html! {
        <label class="labelled">
            <span class="caption-strong">{ words.word("deploy-names-typed") }</span>
            <textarea
                class="input"
                rows="3"
                data-testid="deploy-names"
                spellcheck="false"
                value={panel.state.deployment.typed.clone()}
                oninput={type_in}
            />
            <span class="row">
                <button type="button" class="button" data-testid="deploy-names-take" onclick={take}>
                    { words.word("deploy-group-take") }
                </button>
            </span>
        </label>
    }
}

/// Who it is, and how many.
fn said(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let Some(audience) = &panel.state.deployment.choices.audience else {
        return Html::default();
    };
    let people = observed.people().and_then(Reading::value);
    let mut absent = Vec::new();
    if let Some(audience) = people {
        absent.extend(audience.nobody.iter().chain(&audience.several).cloned());
    }
    html! {
        <div data-testid="deploy-said">
            <p class="caption-strong with-icon">{ Icon::People.small() }<span>{ words.html(&whom(audience)) }</span></p>
            if let Some(audience) = people {
                <p class="caption" data-testid="deploy-people-count" data-count={audience.people.len().to_string()}>
                    { words.html(&Text::new("deploy-people-count").number("count", i64::try_from(audience.people.len()).unwrap_or(i64::MAX))) }
                </p>
            }
            if let Some(audience) = people.filter(|audience| !audience.disabled.is_empty()) {
                <p class="caption with-icon warn" data-testid="deploy-disabled">
                    { Glyph::Attention.small() }
                    <span>{ words.html(&few("deploy-disabled", &audience.disabled.iter().map(shown).collect::<Vec<_>>())) }</span>
                </p>
            }
            if !absent.is_empty() {
                <p class="caption with-icon warn" data-testid="deploy-absent">
                    { Glyph::Attention.small() }
                    <span>{ words.word("deploy-absent") }{ " " }{ words.names(absent) }</span>
                </p>
            }
        </div>
    }
}
