//! An opened record type: each setting with what it means where the admin decides (S003-45 to S003-59, S003-82 to
//! S003-100).

use yew::prelude::*;

use super::controls::{Toggle, caption, setting, switch, unproven, warning};
use super::edit::Edit;
use super::types::{Row, names};
use super::{card, followed, part_reading, to_disconnect};
use crate::domain::chat::key_updates::{TableRefusal, table_refusal};
use crate::domain::chat::record_type::{Configuration, FOLLOWED_COLUMN, Switch};
use crate::recipes::teams_chat::Observed;
use crate::recipes::teams_chat::observed::Details;
use crate::text::Text;
use crate::ui::panel::Panel;

/// Everything of one record type.
pub fn details(panel: &Panel, observed: &Observed, row: &Row<'_>, wanted: &Configuration) -> Html {
    let words = &panel.words;
    let details = row.table.and_then(|table| observed.details.get(table));
    let one = |which: Switch, means: Html| toggled(panel, observed, row, wanted, which, means);
    let shows_note = wanted.is_on(Switch::IncludeNote);
    let follows = observed.has_column(FOLLOWED_COLUMN)
        && (wanted.is_on(Switch::KeyUpdates) || !panel.state.chat.followed(row.id).is_empty());
    let card = row.table.and_then(|table| observed.card(table, wanted.view.as_deref()));
    let mut facts = vec!["disconnect-unproven-record-type"];
    if shows_note && details.is_some() && card.is_some_and(|(_, card)| card.skips_hidden) {
        facts.push("chat-card-hidden");
    }
    if follows && details.is_some() {
        facts.push("chat-unproven-format");
    }
    html! {
        <div class="stack settings">
            { one(Switch::IncludeNote, caption(words, &Text::new("chat-note-means"))) }
            if shows_note {
                { card::section(panel, observed, row, wanted, details) }
            }
            { one(Switch::JoinChat, html! {
                <>
                    { caption(words, &Text::new("chat-join-means")) }
                    { caption(words, &Text::new("chat-join-use")) }
                </>
            }) }
            { one(Switch::RecordOwnerCanDisconnect, caption(words, &Text::new("chat-owner-means"))) }
            { one(Switch::ChatConnectorCanDisconnect, html! {
                <>
                    { caption(words, &Text::new("chat-connector-means")) }
                    <p class="caption">{ to_disconnect(panel, "chat-to-disconnect", "chat-to-disconnect") }</p>
                </>
            }) }
            { one(Switch::KeyUpdates, html! {
                <>
                    { caption(words, &Text::new("chat-updates-means")) }
                    { table_note(panel, details) }
                </>
            }) }
            if follows {
                { followed::section(panel, row, details) }
            }
            if row.table.is_some() && details.is_none() {
                { part_reading::<()>(panel, None, "type") }
            }
            { unproven(words, &facts) }
        </div>
    }
}

fn toggled(
    panel: &Panel,
    observed: &Observed,
    row: &Row<'_>,
    wanted: &Configuration,
    which: Switch,
    means: Html,
) -> Html {
    let words = &panel.words;
    let name = names(which).1;
    if !observed.has_column(which.column()) {
        let control = html! { <span class="caption">{ words.word("chat-not-here") }</span> };
        return setting(words.word(name), means, control);
    }
    let set = |on: bool| Edit::Set {
        id: row.id.to_owned(),
        switch: which,
        on,
    };
    let now = wanted.is_on(which);
    let toggle = Toggle {
        testid: format!("chat-{}-{}", short(which), row.table.unwrap_or(row.id)),
        label: Text::new("chat-switch-of")
            .name("type", row.name)
            .message("switch", Text::new(name)),
        was: row.held.map_or(now, |held| held.is_on(which)),
        now,
        can: observed.rights.record_types != Some(false) && !panel.state.chat.choices.removes(row.id),
        edits: [set(false), set(true)],
    };
    setting(words.word(name), means, switch(panel, toggle))
}

const fn short(switch: Switch) -> &'static str {
    match switch {
        Switch::IncludeNote => "note",
        Switch::RecordOwnerCanDisconnect => "owner",
        Switch::ChatConnectorCanDisconnect => "connector",
        Switch::JoinChat => "join",
        _ => "updates",
    }
}

/// Why the table has no key updates, if it has none (S003-88, S003-89).
fn table_note(panel: &Panel, details: Option<&Details>) -> Html {
    let words = &panel.words;
    match details.and_then(|details| details.table.value()).map(table_refusal) {
        Some(Ok(Some(TableRefusal::Virtual))) => warning(words, &Text::new("chat-updates-virtual")),
        Some(Ok(Some(TableRefusal::NoUpdateMessage))) => warning(words, &Text::new("chat-updates-no-message")),
        Some(Err(_)) => caption(words, &Text::new("chat-updates-unread")),
        Some(Ok(None)) | None => Html::default(),
    }
}
