//! The record types chats can be connected to, each with its switches; opening one shows what is behind them
//! (S003-42, S003-43).

use yew::prelude::*;

use super::controls::{button, caption, press};
use super::edit::Edit;
use super::{add, framed, opened, part_reading};
use crate::domain::chat::record_type::{Configuration, Switch};
use crate::recipes::teams_chat::Observed;
use crate::text::Text;
use crate::ui::icon::{Answer, Icon};
use crate::ui::notice::Blank;
use crate::ui::panel::Panel;
use crate::ui::view;
use crate::words::Words;

/// A row: a record type there is, or one to be added.
pub struct Row<'a> {
    /// The row's id.
    pub id: &'a str,
    /// The name people see.
    pub name: &'a str,
    /// The table, where it is known.
    pub table: Option<&'a str>,
    /// How it is; `None` for one to be added.
    pub held: Option<&'a Configuration>,
    /// Whether it came with a solution: it is not deleted, but made inactive.
    pub managed: bool,
}

/// What a switch is called at the head of its column, and in full.
pub const fn names(switch: Switch) -> (&'static str, &'static str) {
    match switch {
        Switch::IncludeNote => ("chat-head-note", "chat-note"),
        Switch::RecordOwnerCanDisconnect => ("chat-head-owner", "disconnect-toggle-owner"),
        Switch::ChatConnectorCanDisconnect => ("chat-head-connector", "disconnect-toggle-connector"),
        Switch::JoinChat => ("chat-head-join", "chat-join"),
        Switch::KeyUpdates
        | Switch::AutoNameChats
        | Switch::AiSuggestion
        | Switch::LogicBasedSuggestion
        | Switch::AiIntroduction => ("chat-head-updates", "chat-key-updates"),
    }
}

/// The section.
pub fn section(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let chat = &panel.state.chat;
    let types = observed.record_types.value().map_or(&[][..], Vec::as_slice);
    let tables = observed.tables.as_ref().and_then(|tables| tables.value());
    let table_name = |table: &str| {
        let found = tables.and_then(|tables| tables.iter().find(|one| one.table.logical_name == *table));
        found.map_or_else(|| table.to_owned(), |one| one.table.name.clone())
    };
    let added: Vec<(String, &String, &String)> = chat
        .choices
        .added()
        .iter()
        .map(|(table, added)| (table_name(table), table, &added.id))
        .collect();
    let rows = types.iter().filter(|row| row.active).map(|row| Row {
        id: &row.id,
        name: &row.name,
        table: row.logical_name.as_deref(),
        held: Some(&row.configuration),
        managed: row.managed,
    });
    let rows = rows.chain(added.iter().map(|(name, table, id)| Row {
        id,
        name,
        table: Some(table),
        held: None,
        managed: false,
    }));
    let inactive = types.iter().filter(|row| !row.active).count();
    let empty = observed.record_types.value().is_some() && types.is_empty() && added.is_empty();
    let inside = html! {
        <>
            { part_reading(panel, Some(&observed.record_types), "types") }
            { view::not_allowed(words, observed.rights.record_types, "types", "dataverse-what-record-types") }
            if empty {
                <Blank icon={Icon::Empty} testid="state-empty" title={words.word("types-empty")}>
                    <p>{ words.word("types-empty-hint") }</p>
                </Blank>
            } else if observed.record_types.value().is_some() {
                { caption(words, &Text::new("chat-types-means")) }
                <table class="situations chat-types">
                    <caption class="unseen">{ words.word("chat-types-title") }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ words.word("types-record-type") }</th>
                            { for Switch::OF_THE_ARTICLE.into_iter().map(|switch| {
                                let (head, name) = names(switch);
                                let name = words.label(&Text::new(name));
                                html! { <th scope="col" title={name}><span>{ words.word(head) }</span></th> }
                            }) }
                        </tr>
                    </thead>
                    <tbody>
                        { for rows.map(|row| record_type(panel, observed, &row)) }
                    </tbody>
                </table>
                { legend(words) }
            }
            if inactive > 0 {
                { caption(words, &Text::new("chat-types-inactive").number("count", crate::ui::preview::count(inactive))) }
            }
            if observed.chats_for_all_tables.value() == Some(&Some(true)) {
                { caption(words, &Text::new("chats-for-all-why")) }
            }
            { add::section(panel, observed) }
        </>
    };
    framed(panel, "chat-types", "chat-types-title", Html::default(), inside)
}

/// What the short heads of the columns stand for, and the marks in them.
fn legend(words: &Words) -> Html {
    let mark = |answer: Answer, id: &'static str| html! { <li>{ answer.drawn(None) }{ words.word(id) }</li> };
    html! {
        <ul class="legend" aria-label={words.label(&Text::new("chat-types-legend"))} data-testid="chat-types-legend">
            { mark(Answer::BySwitch, "value-on") }
            { mark(Answer::No, "value-off") }
            { for Switch::OF_THE_ARTICLE.into_iter().map(|switch| {
                let (head, name) = names(switch);
                let text = Text::new("named").message("name", Text::new(head));
                html! { <li>{ words.html(&text.message("what", Text::new(name))) }</li> }
            }) }
        </ul>
    }
}

fn record_type(panel: &Panel, observed: &Observed, row: &Row<'_>) -> Html {
    let words = &panel.words;
    let chat = &panel.state.chat;
    let wanted = chat.wanted(row.id).unwrap_or_default();
    let is_open = chat.open.as_deref() == Some(row.id);
    let removed = chat.choices.removes(row.id);
    let toggle = Edit::Open((!is_open).then(|| row.id.to_owned()));
    let testid = row.table.unwrap_or(row.id).to_owned();
    let inside = format!("type-{}", row.id);
    let view = view_name(observed, row, &wanted);
    html! {
        <>
            <tr key={row.id.to_owned()} class={classes!(removed.then_some("gone"))} data-testid={format!("chat-row-{testid}")}>
                <th scope="row">
                    <button
                        type="button"
                        class="link opens"
                        data-testid={format!("chat-open-{testid}")}
                        aria-expanded={is_open.to_string()}
                        aria-controls={inside.clone()}
                        onclick={press(panel, toggle)}
                    >
                        { Icon::chevron() }<bdi>{ row.name.to_owned() }</bdi>
                    </button>
                    if row.held.is_none() {
                        <span class="tag change">{ words.word("chat-type-new") }</span>
                    }
                    if removed {
                        <span class="tag change">{ words.word("chat-type-going") }</span>
                    }
                    if wanted.is_on(Switch::IncludeNote) {
                        <span class="caption">{ words.html(&Text::new("chat-row-view").message("view", view)) }</span>
                    }
                </th>
                { for Switch::OF_THE_ARTICLE.into_iter().map(|switch| cell(panel, observed, row, &wanted, switch)) }
            </tr>
            if is_open {
                <tr class="inside">
                    <td colspan="6" id={inside}>
                        { opened::details(panel, observed, row, &wanted) }
                        <div class="foot">{ leave(panel, row, removed, &testid) }</div>
                    </td>
                </tr>
            }
        </>
    }
}

fn cell(panel: &Panel, observed: &Observed, row: &Row<'_>, wanted: &Configuration, switch: Switch) -> Html {
    let words = &panel.words;
    if !observed.has_column(switch.column()) {
        return html! { <td><span class="caption">{ words.word("chat-not-here") }</span></td> };
    }
    let marked = |on: bool| {
        let (answer, id) = if on {
            (Answer::BySwitch, "value-on")
        } else {
            (Answer::No, "value-off")
        };
        answer.drawn(Some(words.label(&Text::new(id))))
    };
    let now = wanted.is_on(switch);
    match row.held.map(|held| held.is_on(switch)) {
        Some(was) if was != now => html! { <td class="changed">{ words.delta(marked(was), marked(now)) }</td> },
        _ => html! { <td>{ marked(now) }</td> },
    }
}

/// The view whose columns the note has.
fn view_name(observed: &Observed, row: &Row<'_>, wanted: &Configuration) -> Text {
    let Some((id, _)) = wanted
        .view
        .as_deref()
        .and_then(crate::domain::chat::context_card::view_id)
    else {
        return Text::new("chat-view-default");
    };
    let views = observed.views.value().map_or(&[][..], Vec::as_slice);
    let found = views
        .iter()
        .find(|(table, view)| Some(table.as_str()) == row.table && view.id == id);
    match found {
        Some((_, view)) => Text::new("chat-value").name("value", &view.name),
        None => Text::new("chat-view-unknown"),
    }
}

/// The way out of the list, or back into it.
fn leave(panel: &Panel, row: &Row<'_>, removed: bool, testid: &str) -> Html {
    let words = &panel.words;
    let (id, name, edit) = match (row.held, row.table) {
        (None, Some(table)) => (
            "chat-type-forget",
            "chat-type-forget-named",
            Edit::Forget(table.to_owned()),
        ),
        _ => {
            let edit = Edit::Remove {
                id: row.id.to_owned(),
                on: !removed,
            };
            if removed {
                ("chat-type-keep", "chat-type-keep-named", edit)
            } else {
                ("chat-type-remove", "chat-type-remove-named", edit)
            }
        }
    };
    let label = Text::new(name).name("type", row.name);
    html! {
        <>
            if row.managed {
                { caption(words, &Text::new("chat-type-managed")) }
            }
            { button(panel, format!("chat-remove-{testid}"), Some(&label), words.word(id), edit) }
        </>
    }
}
