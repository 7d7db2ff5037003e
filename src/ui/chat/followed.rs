//! Key updates: the columns every participant is told about, at most five, and why others cannot be chosen (S003-87 to
//! S003-100).

use yew::prelude::*;

use super::controls::{Toggle, caption, field, tick, warning};
use super::edit::{Edit, Field};
use super::part_reading;
use super::types::Row;
use crate::domain::chat::key_updates::{self, Caution, ColumnRefusal, Detected, MOST, caution, column_refusal, preset};
use crate::domain::chat::table::Column;
use crate::recipes::teams_chat::observed::Details;
use crate::sorted;
use crate::text::Text;
use crate::ui::panel::Panel;
use crate::ui::preview::count;

/// Columns shown before anything was searched for.
const FIRST: usize = 12;

/// The picker.
pub fn section(panel: &Panel, row: &Row<'_>, details: Option<&Details>) -> Html {
    let words = &panel.words;
    let chat = &panel.state.chat;
    let Some(details) = details else {
        return Html::default();
    };
    let chosen = chat.followed(row.id);
    let held = row.held.and_then(|held| held.followed.as_deref());
    let is_unknown = held.is_some_and(|held| key_updates::parse(held).is_err());
    let before: Vec<String> = held.and_then(|held| key_updates::parse(held).ok()).unwrap_or_default();
    let columns = details.columns.value().map_or(&[][..], Vec::as_slice);
    let suggested = preset(row.table.unwrap_or_default());
    let wanted = chat.typed(Field::Columns).trim().to_lowercase();
    let matches = |column: &&Column| {
        let found = column.name.to_lowercase().contains(&wanted) || column.logical_name.contains(&wanted);
        found && column_refusal(column) != Some(ColumnRefusal::Mirror)
    };
    let rank = |column: &Column| {
        let is_chosen = chosen.contains(&column.logical_name);
        let is_suggested = suggested.contains(&column.logical_name.as_str());
        (
            !is_chosen,
            !is_suggested,
            column_refusal(column).is_some(),
            column.name.to_lowercase(),
        )
    };
    let mut shown: Vec<&Column> = columns.iter().filter(matches).collect();
    sorted::sort_by_key(&mut shown, |column| rank(column));
    let all = shown.len();
    shown.truncate(FIRST.max(chosen.len()));
    let both = chat
        .observed
        .as_ref()
        .is_some_and(|observed| observed.separator() == Detected::Both);
    let full = chosen.len() >= MOST;
    html! {
        <div class="stack inner" data-testid="chat-followed">
            <p class="caption-strong">
                { words.html(&Text::new("chat-followed-count").number("count", count(chosen.len())).number("most", count(MOST))) }
            </p>
            if is_unknown {
                { warning(words, &Text::new("chat-followed-unknown")) }
            }
            if both {
                { warning(words, &Text::new("chat-followed-both")) }
            }
            { part_reading(panel, Some(&details.columns), "columns") }
            if columns.len() > FIRST {
                <div class="row">{ field(panel, Field::Columns, "chat-columns-search", "chat-columns-search", "search") }</div>
            }
            <ul class="columns">
                { for shown.into_iter().map(|column| {
                    let now = chosen.contains(&column.logical_name);
                    let was = if row.held.is_some() { before.contains(&column.logical_name) } else { now };
                    one(panel, row, column, (was, now), full, suggested.contains(&column.logical_name.as_str()))
                }) }
            </ul>
            if all > FIRST {
                { caption(words, &Text::new("chat-columns-more").number("count", count(all - FIRST))) }
            }
        </div>
    }
}

fn one(panel: &Panel, row: &Row<'_>, column: &Column, (was, now): (bool, bool), full: bool, suggested: bool) -> Html {
    let words = &panel.words;
    let refusal = column_refusal(column);
    let follow = |on: bool| Edit::Follow {
        id: row.id.to_owned(),
        column: column.logical_name.clone(),
        on,
    };
    let note = match (refusal, caution(column)) {
        (Some(why), _) => Some(refused(why)),
        (None, _) if full && !now => Some("chat-column-full"),
        (None, Some(Caution::InlineImages)) => Some("chat-column-images"),
        (None, Some(Caution::MaybeInteger)) => Some("chat-column-maybe"),
        (None, None) => None,
    };
    let says = html! {
        <>
            <span>
                <bdi>{ column.name.clone() }</bdi>
                if column.name != column.logical_name {
                    { " " }<code>{ column.logical_name.clone() }</code>
                }
                if suggested {
                    <span class="tag">{ words.word("chat-column-suggested") }</span>
                }
            </span>
            if let Some(note) = note {
                <span class="caption">{ words.word(note) }</span>
            }
        </>
    };
    let toggle = Toggle {
        testid: format!("chat-column-{}", column.logical_name),
        label: Text::new("chat-followed"),
        was,
        now,
        can: now || (refusal.is_none() && !full),
        edits: [follow(false), follow(true)],
    };
    html! { <li key={column.logical_name.clone()}>{ tick(panel, toggle, says) }</li> }
}

const fn refused(why: ColumnRefusal) -> &'static str {
    match why {
        ColumnRefusal::PartyList => "chat-column-party-list",
        ColumnRefusal::Image => "chat-column-image",
        ColumnRefusal::Integer => "chat-column-integer",
        ColumnRefusal::File => "chat-column-file",
        ColumnRefusal::Unreadable => "chat-column-unreadable",
        ColumnRefusal::Mirror => "chat-column-mirror",
        ColumnRefusal::UnknownType => "chat-column-unknown",
    }
}
