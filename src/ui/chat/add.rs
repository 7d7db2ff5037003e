//! Adding a record type: any table, with why it cannot be added where it cannot, and what to know before (S003-44).

use yew::prelude::*;

use super::controls::{button, caption, field, unproven};
use super::edit::{Edit, Field};
use super::part_reading;
use crate::domain::chat::key_updates::TableRefusal;
use crate::domain::chat::record_type::{Refusal, Remark};
use crate::recipes::teams_chat::Observed;
use crate::recipes::teams_chat::observed::Candidate;
use crate::sorted;
use crate::text::Text;
use crate::ui::panel::Panel;
use crate::ui::preview::count;

/// Tables shown before anything was searched for.
const FIRST: usize = 8;

/// The button, and the tables once it was pressed.
pub fn section(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let chat = &panel.state.chat;
    if observed.rights.record_types == Some(false) || !observed.record_types.is_complete() {
        return Html::default();
    }
    let open = button(
        panel,
        "chat-add".to_owned(),
        None,
        words.word(if chat.adding { "chat-add-close" } else { "chat-add" }),
        Edit::Adding(!chat.adding),
    );
    if !chat.adding {
        return html! { <div class="foot">{ open }</div> };
    }
    let tables = observed.tables.as_ref();
    let all = tables.and_then(|tables| tables.value()).map_or(&[][..], Vec::as_slice);
    let wanted = chat.typed(Field::Tables).trim().to_lowercase();
    let mut found: Vec<&Candidate> = all
        .iter()
        .filter(|one| one.table.name.to_lowercase().contains(&wanted) || one.table.logical_name.contains(&wanted))
        .collect();
    sorted::sort_by_key(&mut found, |one| one.refusal.is_some());
    let matching = found.len();
    found.truncate(FIRST);
    html! {
        <div class="stack inner">
            <div class="foot">{ open }</div>
            { part_reading(panel, tables, "tables") }
            <div class="row">{ field(panel, Field::Tables, "chat-tables-search", "chat-tables-search", "search") }</div>
            <ul class="tables">
                { for found.into_iter().map(|one| candidate(panel, one)) }
            </ul>
            if matching > FIRST {
                { caption(words, &Text::new("chat-tables-more").number("count", count(matching - FIRST))) }
            }
            { caption(words, &Text::new("chat-add-starts")) }
            { unproven(words, &["chat-unproven-add"]) }
        </div>
    }
}

fn candidate(panel: &Panel, one: &Candidate) -> Html {
    let words = &panel.words;
    let table = &one.table.logical_name;
    let is_added = panel.state.chat.choices.added().contains_key(table);
    let refusal = match one.refusal {
        Some(Refusal::AlreadyThere) => Some("chat-add-there"),
        Some(Refusal::LinksOnly) => Some("chat-add-links"),
        Some(Refusal::Private) => Some("chat-add-private"),
        Some(Refusal::NoId) => Some("chat-add-no-id"),
        None if one.entity.is_none() => Some("chat-add-no-id"),
        None => None,
    };
    let label = Text::new("chat-add-named").name("table", &one.table.name);
    html! {
        <li class="line" key={table.clone()}>
            <div>
                <h3><bdi>{ one.table.name.clone() }</bdi>{ " " }<code>{ table.clone() }</code></h3>
                if let Some(why) = refusal {
                    { caption(words, &Text::new(why)) }
                } else {
                    { for one.remarks.iter().filter(|remark| **remark != Remark::NoDocumentedView).map(|remark| caption(words, &Text::new(remarked(*remark)))) }
                }
            </div>
            if is_added {
                <span class="tag change">{ words.word("chat-type-new") }</span>
            } else if refusal.is_none() {
                { button(panel, format!("chat-add-{table}"), Some(&label), words.word("chat-add-this"), Edit::Add {
                    table: table.clone(),
                    id: panel.backend.new_guid(),
                }) }
            }
        </li>
    }
}

const fn remarked(remark: Remark) -> &'static str {
    match remark {
        Remark::NoOwner => "chat-add-no-owner",
        Remark::NoKeyUpdates(TableRefusal::Virtual) => "chat-updates-virtual",
        Remark::NoKeyUpdates(TableRefusal::NoUpdateMessage) => "chat-updates-no-message",
        Remark::KeyUpdatesUnread => "chat-updates-unread",
        Remark::NoDocumentedView => "chat-view-undocumented",
    }
}
