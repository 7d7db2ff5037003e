//! The roles with the privilege, which of them have it by default, and the switch that grants or takes it.

use yew::prelude::*;

use super::part::choose;
use crate::browser::elements;
use crate::domain::role::Role;
use crate::text::Text;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::panel::{Panel, use_panel};
use crate::ui::preview::count;
use crate::ui::view::{not_allowed, reading};

/// Roles without the privilege shown before anything was searched for.
const OTHERS: usize = 20;

/// The section.
#[component]
pub fn Roles() -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let search = use_state(String::new);
    let Some(observed) = panel.state.disconnect.observed.clone() else {
        return Html::default();
    };
    let roles = observed.roles.value().map_or(&[][..], Vec::as_slice);
    let choices = &panel.state.disconnect.choices;
    let (listed, others): (Vec<&Role>, Vec<&Role>) = roles
        .iter()
        .partition(|role| role.gives_right() || role.default.is_some() || choices.changes_role(&role.id));
    let wanted = search.trim().to_lowercase();
    let found: Vec<&Role> = others
        .iter()
        .copied()
        .filter(|role| role.name.to_lowercase().contains(&wanted))
        .collect();
    let set_search = {
        let search = search.clone();
        Callback::from(move |event: InputEvent| search.set(elements::value(&event)))
    };
    let held = panel
        .state
        .disconnect
        .effect
        .hold_today
        .filter(|_| panel.state.disconnect.effect.exact);
    html! {
        <section aria-labelledby="roles">
            <div class="section-head">
                <h2 id="roles">{ words.word("roles-title") }</h2>
                if let Some(held) = held {
                    <span class="caption">
                        { words.html(&Text::new("roles-held").number("count", i64::try_from(held).unwrap_or(i64::MAX))) }
                    </span>
                }
            </div>
            { reading(words, &observed.privilege, "privilege") }
            { reading(words, &observed.roles, "roles") }
            { not_allowed(words, observed.may_write_roles, "roles", "dataverse-what-roles") }
            if let Some(Some(privilege)) = observed.privilege.value() {
                <p class="caption">{ words.word("roles-privilege") }<br /><code>{ privilege.name.clone() }</code></p>
            }
            if observed.privilege.value() == Some(&None) {
                <p class="caption" data-testid="no-privilege">{ words.word("roles-no-privilege") }</p>
            }
            if !roles.is_empty() {
                { table(&panel, &listed, "roles-title") }
            }
            if !others.is_empty() && matches!(observed.privilege.value(), Some(Some(_))) {
                <details class="fold">
                    <summary data-testid="roles-others">
                        { Icon::chevron() }{ words.html(&Text::new("roles-others").number("count", count(others.len()))) }
                    </summary>
                    <div class="search">
                        { Icon::Search.small() }
                        <input
                            class="input"
                            type="search"
                            data-testid="roles-search"
                            aria-label={words.label(&Text::new("roles-search"))}
                            placeholder={words.label(&Text::new("roles-search"))}
                            value={(*search).clone()}
                            oninput={set_search}
                        />
                    </div>
                    { table(&panel, found.get(..OTHERS).unwrap_or(&found), "roles-others-caption") }
                    <p class="caption" role="status">
                        { words.html(&Text::new("roles-shown")
                            .number("from", i64::from(!found.is_empty()))
                            .number("to", count(found.len().min(OTHERS)))
                            .number("count", count(found.len()))) }
                    </p>
                </details>
            }
        </section>
    }
}

fn table(panel: &Panel, roles: &[&Role], caption: &'static str) -> Html {
    let words = &panel.words;
    html! {
        <table class="roles">
            <caption class="unseen">{ words.word(caption) }</caption>
            <thead>
                <tr>
                    <th scope="col">{ words.word("roles-role") }</th>
                    <th scope="col">{ words.word("roles-granted") }</th>
                    <th scope="col">{ words.word("roles-users") }</th>
                </tr>
            </thead>
            <tbody>{ for roles.iter().map(|role| row(panel, role)) }</tbody>
        </table>
    }
}

fn row(panel: &Panel, role: &Role) -> Html {
    let words = &panel.words;
    let choices = &panel.state.disconnect.choices;
    let changed = choices.changes_role(&role.id);
    let granted = choices.wants_role(role);
    let tag = match (role.default.is_some(), role.gives_right(), changed) {
        (true, false, _) => Some(("tag attention", "role-default-removed")),
        (true, true, _) => Some(("tag", "role-default")),
        (false, _, true) if granted => Some(("tag change", "role-added")),
        (false, ..) => None,
    };
    let observed = panel.state.disconnect.observed.as_ref();
    let may_write = observed.and_then(|observed| observed.may_write_roles);
    // Without the privilege there is nothing to grant, and where it could not be read nobody knows who has it.
    let privilege = observed.and_then(|observed| observed.privilege.value());
    let flip = {
        let (panel, id) = (panel.clone(), role.id.clone());
        Callback::from(move |event: Event| {
            let granted = elements::is_checked(&event);
            choose(&panel, &|observed, choices| choices.set_role(observed, &id, granted));
        })
    };
    let users = panel.state.disconnect.role_users.get(&role.id).copied();
    let yes_no = |value: bool| words.word(if value { "value-yes" } else { "value-no" });
    html! {
        <tr key={role.id.clone()}>
            <th scope="row">
                <span class="row tight">
                    <bdi>{ role.name.clone() }</bdi>
                    if let Some((class, id)) = tag {
                        <span {class}>{ words.word(id) }</span>
                    }
                </span>
                if !role.is_changeable() {
                    <span class="caption">{ words.word("role-fixed") }</span>
                }
            </th>
            <td class={changed.then_some("changed")}>
                <div class="switch-cell">
                    if privilege.is_none() {
                        <span>{ words.word("value-unknown") }</span>
                    } else if role.is_changeable() && privilege != Some(&None) {
                        <input
                            type="checkbox"
                            role="switch"
                            data-testid={format!("role-{}", slug(&role.name))}
                            data-role-id={role.id.clone()}
                            aria-label={words.label(&Text::new("switch-role").name("role", &role.name))}
                            checked={granted}
                            disabled={may_write == Some(false)}
                            onchange={flip}
                        />
                        if changed {
                            { words.delta(yes_no(role.gives_right()), yes_no(granted)) }
                        }
                    } else {
                        <span>{ yes_no(granted) }</span>
                    }
                </div>
            </td>
            <td class="number">
                if let Some(users) = users {
                    { words.number(i64::try_from(users).unwrap_or(i64::MAX)) }
                } else {
                    { Glyph::Unknown.named(words.label(&Text::new("value-unknown"))) }
                }
            </td>
        </tr>
    }
}

/// A role's name for tests: lower case, everything but letters and digits a single dash.
fn slug(name: &str) -> String {
    name.to_lowercase()
        .split(|character: char| !character.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}
