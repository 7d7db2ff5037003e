//! Who would gain and who would lose, by name where that can be known, "may" where it cannot.

use yew::prelude::*;

use crate::recipes::disconnect::Toggle;
use crate::recipes::disconnect::effect::{Person, RoleEffect, ToggleEffect};
use crate::recipes::disconnect::people::Only;
use crate::text::Text;
use crate::ui::icon::Icon;
use crate::ui::panel::{Panel, use_panel};
use crate::ui::preview::count;
use crate::words::Words;

/// Names shown before the rest is counted.
const NAMED: usize = 12;

/// Which users the list shows, and how to ask for others.
#[derive(Properties, PartialEq)]
pub struct AffectedProps {
    /// What the user list is filtered to.
    pub only: Only,
    /// Filters it.
    pub filter: Callback<Only>,
}

/// The section.
#[component]
pub fn Affected(props: &AffectedProps) -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let effect = &panel.state.disconnect.effect;
    let changes = Text::new("affected-if").number("changes", count(panel.state.disconnect.choices.count()));
    html! {
        <section aria-labelledby="affected" data-testid="affected">
            <div class="section-head">
                <h2 id="affected">{ words.word("affected-title") }</h2>
                <span class="caption">{ words.html(&changes) }</span>
            </div>
            if panel.state.disconnect.choices.changes_roles() {
                <div class="affected">
                    { figure(&panel, props, Only::Gaining, effect.gain.len(), effect.exact) }
                    { figure(&panel, props, Only::Losing, effect.lose.len(), effect.exact) }
                    { figure(&panel, props, Only::Holding, usize::try_from(effect.hold_today.unwrap_or_default()).unwrap_or(usize::MAX), effect.exact && effect.hold_today.is_some()) }
                </div>
            }
            <ul class="causes">
                { for effect.toggles.iter().map(|toggle| by_toggle(words, toggle)) }
                { for effect.roles.iter().map(|role| by_role(words, role)) }
            </ul>
            { named(words, "affected-losing", "affected-losing-more", &effect.lose) }
            { named(words, "affected-gaining", "affected-gaining-more", &effect.gain) }
            if panel.state.disconnect.choices.changes_roles() && !effect.exact {
                <p class="caption">{ words.word("partial-lower-bound") }</p>
            }
        </section>
    }
}

fn figure(panel: &Panel, props: &AffectedProps, only: Only, number: usize, exact: bool) -> Html {
    let words = &panel.words;
    let (icon, id, testid) = match only {
        Only::Gaining => (Some(Icon::Up), "affected-gain", "affected-gain"),
        Only::Losing => (Some(Icon::Down), "affected-lose", "affected-lose"),
        _ => (None, "affected-hold", "affected-hold"),
    };
    let press = {
        let filter = props.filter.clone();
        Callback::from(move |_: MouseEvent| filter.emit(only))
    };
    let label = Text::new(id).number("count", count(number));
    html! {
        <button
            type="button"
            data-testid={testid}
            aria-pressed={(props.only == only).to_string()}
            onclick={press}
        >
            <span class="figure number">
                if let Some(icon) = icon {
                    { icon.small() }
                }
                if exact {
                    { words.number(count(number)) }
                } else {
                    { words.html(&Text::new("at-least").number("count", count(number))) }
                }
            </span>
            <span class="caption-strong">{ words.html(&label) }</span>
        </button>
    }
}

fn by_toggle(words: &Words, effect: &ToggleEffect) -> Html {
    let state = |on: bool| words.word(if on { "value-on" } else { "value-off" });
    let which = Text::new(match effect.toggle {
        Toggle::Owner => "affected-owner",
        Toggle::Connector => "affected-connector",
    })
    .name("type", &effect.name);
    html! {
        <li>
            <span>{ words.html(&which) }</span>
            { words.delta(state(!effect.on), state(effect.on)) }
            if let Some(at_most) = effect.at_most {
                <span class="end caption number">
                    { words.html(&Text::new("affected-at-most").number("count", i64::try_from(at_most).unwrap_or(i64::MAX))) }
                </span>
            }
            <span class="caption means">{ words.html(&effect.meaning) }</span>
        </li>
    }
}

fn by_role(words: &Words, effect: &RoleEffect) -> Html {
    let state = |granted: bool| words.word(if granted { "value-yes" } else { "value-no" });
    html! {
        <li>
            <span>{ words.html(&Text::new("affected-role").name("role", &effect.name)) }</span>
            { words.delta(state(!effect.granted), state(effect.granted)) }
            <span class="end caption number">
                if let Some(users) = effect.users {
                    { words.html(&Text::new("affected-role-users").number("count", i64::try_from(users).unwrap_or(i64::MAX))) }
                } else {
                    { words.word("affected-role-users-unknown") }
                }
            </span>
        </li>
    }
}

/// Those concerned by name; the list below can be filtered to the rest.
fn named(words: &Words, id: &'static str, more: &'static str, people: &[Person]) -> Html {
    if people.is_empty() {
        return Html::default();
    }
    let rest = people.len().saturating_sub(NAMED);
    html! {
        <p class="caption-strong">
            <b>{ words.word(id) }</b>{ " " }
            { words.names(people.iter().take(NAMED).map(|person| person.name.clone())) }
            if rest > 0 {
                { words.html(&Text::new(more).number("count", count(rest))) }
            }
        </p>
    }
}
