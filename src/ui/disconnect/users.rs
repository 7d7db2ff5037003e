//! The users and what each may do in the four situations: all of them, searched and cut into pages.

use yew::prelude::*;

use super::{affected::AffectedProps, cell, legend, reading, situation_heads};
use crate::browser::elements;
use crate::domain::reading::Reading;
use crate::recipes::disconnect::People;
use crate::recipes::disconnect::people::{Only, Row};
use crate::text::Text;
use crate::ui::icon::Icon;
use crate::ui::panel::use_panel;
use crate::ui::preview::count;
use crate::words::Words;

/// Rows on a page: enough to scan, few enough that ten thousand users cost no more than fifty.
const PAGE: usize = 50;

/// Rows shown before anything was asked for.
const FIRST: usize = 10;

/// The section.
#[component]
pub fn Users(props: &AffectedProps) -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let search = use_state(String::new);
    let chosen_type = use_state_eq(|| panel.state.record_type.clone());
    let from = use_state(|| 0_usize);
    let all = use_state(|| false);
    {
        // Another filter begins at its first page.
        let from = from.clone();
        use_effect_with(props.only, move |_| from.set(0));
    }
    {
        // The button of another record type's pane asks for that one.
        let chosen_type = chosen_type.clone();
        use_effect_with(panel.state.record_type.clone(), move |asked| {
            chosen_type.set(asked.clone())
        });
    }
    let Some(observed) = panel.state.disconnect.observed.clone() else {
        return Html::default();
    };
    let types = observed.record_types.value().map_or(&[][..], Vec::as_slice);
    let record_type = chosen_type
        .as_deref()
        .and_then(|wanted| types.iter().find(|it| it.is_called(wanted)))
        .or_else(|| types.first());
    let people = People::new(&observed, &panel.state.disconnect.choices);
    let rows = if *all { PAGE } else { FIRST };
    let page = record_type.map(|record_type| people.page(record_type, &search, props.only, *from, rows));
    let set_search = {
        let (search, from) = (search.clone(), from.clone());
        Callback::from(move |event: InputEvent| {
            search.set(elements::value(&event));
            from.set(0);
        })
    };
    let set_type = {
        let chosen_type = chosen_type.clone();
        Callback::from(move |event: Event| chosen_type.set(Some(elements::value(&event))))
    };
    let only_changed = {
        let filter = props.filter.clone();
        Callback::from(move |_: Event| filter.emit(Only::Changing))
    };
    let turn = |by: Option<usize>| {
        let from = from.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(to) = by {
                from.set(to);
            }
        })
    };
    // Who holds the right rests on the users: the same reason is not said twice.
    let holders_say_more = match (&observed.users, &observed.holders) {
        (Reading::Partial { missing, .. }, Reading::Partial { missing: more, .. }) => {
            more.iter().any(|text| !missing.contains(text))
        }
        (Reading::Unreadable(why), Reading::Unreadable(also)) => why != also,
        _ => true,
    };
    let search_label = words.label(&Text::new("users-search"));
    html! {
        <section aria-labelledby="users">
            <div class="section-head">
                <h2 id="users">{ words.word("users-title") }</h2>
                <span class="caption" data-testid="users-count">
                    if let Some(users) = observed.users.value() {
                        { words.html(&Text::new(if observed.users.is_complete() { "users-complete" } else { "users-at-least" }).number("count", count(users.len()))) }
                    }
                </span>
            </div>
            { reading(words, &observed.users, "users") }
            if holders_say_more {
                { reading(words, &observed.holders, "holders") }
            }
            if let (Some(page), Some(record_type)) = (&page, record_type) {
                <div class="row">
                    <div class="search grow">
                        { Icon::Search.small() }
                        <input
                            class="input"
                            type="search"
                            data-testid="users-search"
                            aria-label={search_label.clone()}
                            placeholder={search_label}
                            value={(*search).clone()}
                            oninput={set_search}
                        />
                    </div>
                    <span class="select grow">
                        <select data-testid="users-type" aria-label={words.label(&Text::new("types-record-type"))} onchange={set_type}>
                            { for types.iter().map(|it| html! {
                                <option value={it.id.clone()} selected={it.id == record_type.id}>{ it.name.clone() }</option>
                            }) }
                        </select>
                        { Icon::Open.tiny() }
                    </span>
                    <label class="check">
                        <input
                            type="checkbox"
                            role="switch"
                            data-testid="users-only-changed"
                            checked={props.only == Only::Changing}
                            onchange={only_changed}
                        />
                        { words.word("users-only-changed") }
                    </label>
                </div>
                <table class="situations" data-testid="users">
                    <caption class="unseen">{ words.html(&Text::new("users-caption").name("type", &record_type.name)) }</caption>
                    <thead>
                        <tr><th scope="col">{ words.word("ask-user") }</th>{ situation_heads(words) }</tr>
                    </thead>
                    <tbody>
                        { for page.rows.iter().map(|row| user(words, row)) }
                    </tbody>
                </table>
                { legend(words) }
                <div class="foot">
                    <span class="caption" role="status" data-testid="users-shown">
                        { words.html(&Text::new("users-shown")
                            .number("from", count(if page.rows.is_empty() { 0 } else { *from + 1 }))
                            .number("to", count(*from + page.rows.len()))
                            .number("count", count(page.matching))) }
                    </span>
                    if !*all && page.matching > FIRST {
                        <button
                            type="button"
                            class="link"
                            data-testid="users-all"
                            onclick={let all = all.clone(); Callback::from(move |_: MouseEvent| all.set(true))}
                        >
                            { words.word("users-all") }
                        </button>
                    }
                    if *all && page.matching > PAGE {
                        <button
                            type="button"
                            class="button small"
                            data-testid="users-previous"
                            aria-disabled={(*from == 0).to_string()}
                            onclick={turn(from.checked_sub(PAGE))}
                        >
                            { words.word("users-previous") }
                        </button>
                        <button
                            type="button"
                            class="button small"
                            data-testid="users-next"
                            aria-disabled={(*from + PAGE >= page.matching).to_string()}
                            onclick={turn((*from + PAGE < page.matching).then_some(*from + PAGE))}
                        >
                            { words.word("users-next") }
                        </button>
                    }
                </div>
            }
            if observed.users_left_out > 0 {
                <p class="caption">
                    { words.html(&Text::new("users-left-out").number("count", i64::try_from(observed.users_left_out).unwrap_or(i64::MAX))) }
                </p>
            }
        </section>
    }
}

fn user(words: &Words, row: &Row<'_>) -> Html {
    let by_a_role = row.grants.iter().map(|grant| match &grant.team {
        Some(team) => words.html(
            &Text::new("users-grant-through-team")
                .name("role", &grant.role)
                .name("team", team),
        ),
        None => html! { <bdi>{ grant.role.clone() }</bdi> },
    });
    html! {
        <tr key={row.user.id.clone()}>
            <th scope="row">
                <bdi class="name" title={row.user.upn.clone()}>{ row.user.name.clone() }</bdi>
                if row.grants.is_empty() {
                    if let Some(title) = &row.user.title {
                        <span class="caption"><bdi>{ title.clone() }</bdi></span>
                    }
                }
                { for by_a_role.map(|grant| html! { <span class="caption">{ grant }</span> }) }
            </th>
            { for row.cells.iter().map(|it| cell(words, *it)) }
        </tr>
    }
}
