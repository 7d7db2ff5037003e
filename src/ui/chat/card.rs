//! The note of a newly connected chat: which view it takes, and the columns its context card will have (S003-45 to
//! S003-53).

use yew::prelude::*;

use super::controls::{caption, select, warning};
use super::edit::Edit;
use super::part_reading;
use super::types::Row;
use crate::domain::chat::context_card::{CardColumn, DefaultView, Doubt, MOST, PUBLIC, QUICK_FIND, Shown, view_id};
use crate::domain::chat::record_type::Configuration;
use crate::recipes::teams_chat::Observed;
use crate::recipes::teams_chat::observed::Details;
use crate::text::Text;
use crate::ui::icon::Glyph;
use crate::ui::panel::Panel;
use crate::ui::preview::count;

/// The picker and the card.
pub fn section(
    panel: &Panel,
    observed: &Observed,
    row: &Row<'_>,
    wanted: &Configuration,
    details: Option<&Details>,
) -> Html {
    let words = &panel.words;
    let (Some(table), Some(details)) = (row.table, details) else {
        return Html::default();
    };
    let held = row.held.and_then(|held| held.view.as_deref()).and_then(view_id);
    let chosen = wanted.view.as_deref().and_then(view_id).map(|(id, _)| id);
    let default = words.plain(&Text::new(match DefaultView::of(table) {
        DefaultView::CaseIntroduction => "chat-view-case",
        DefaultView::QuickFind => "chat-view-quick-find",
        DefaultView::NotDocumented => "chat-view-undocumented",
    }));
    let choose = |view: Option<String>| Edit::View {
        id: row.id.to_owned(),
        view,
    };
    let mut options = vec![(default.clone(), chosen.is_none(), choose(None))];
    let views = details.views.value().map_or(&[][..], Vec::as_slice);
    let offered = |kind: i64| matches!(kind, PUBLIC | QUICK_FIND);
    for layout in views {
        let is_chosen = chosen.as_ref() == Some(&layout.view.id);
        if offered(layout.view.query_type) || is_chosen {
            options.push((
                layout.view.name.clone(),
                is_chosen,
                choose(Some(layout.view.id.clone())),
            ));
        }
    }
    let is_missing = chosen.is_some() && !options.iter().any(|(_, chosen, _)| *chosen);
    if is_missing {
        let id = chosen.clone();
        options.push((words.plain(&Text::new("chat-view-unknown")), true, choose(id)));
    }
    let named = |id: Option<&String>| {
        let found = id.and_then(|id| views.iter().find(|layout| layout.view.id == *id));
        match (id, found) {
            (None, _) => default.clone(),
            (Some(_), Some(layout)) => layout.view.name.clone(),
            (Some(_), None) => words.plain(&Text::new("chat-view-unknown")),
        }
    };
    let was = held.map(|(id, _)| id);
    let label = Text::new("chat-view-of").name("type", row.name);
    let can = observed.rights.record_types != Some(false);
    html! {
        <div class="stack inner">
            <div class="field">
                <span class="label">{ words.word("chat-view") }</span>
                { select(panel, format!("chat-view-{table}"), &label, can, options) }
                if row.held.is_some() && was != chosen {
                    <p class="caption changed">
                        { words.delta(
                            html! { <bdi>{ named(was.as_ref()) }</bdi> },
                            html! { <bdi>{ named(chosen.as_ref()) }</bdi> },
                        ) }
                    </p>
                }
            </div>
            { part_reading(panel, Some(&details.views), "views") }
            { part_reading(panel, Some(&details.columns), "columns") }
            { preview(panel, observed, table, wanted.view.as_deref()) }
        </div>
    }
}

fn preview(panel: &Panel, observed: &Observed, table: &str, view: Option<&str>) -> Html {
    let words = &panel.words;
    let Some((name, card)) = observed.card(table, view) else {
        return caption(words, &Text::new("chat-card-unknown"));
    };
    let secured: Vec<String> = card.secured().map(name_of).collect();
    let maybe: Vec<String> = card.maybe_secured().map(name_of).collect();
    html! {
        <div class="card" data-testid="chat-card">
            <h3>{ words.html(&Text::new("chat-card-title").name("view", name)) }</h3>
            <ol class="card-columns">
                { for card.columns.iter().map(|column| html! {
                    <li class={(column.shown != Shown::Yes).then_some("doubtful")}>
                        <bdi>{ name_of(column) }</bdi>
                        { doubt(panel, column) }
                    </li>
                }) }
            </ol>
            if card.beyond > 0 {
                { caption(words, &Text::new("chat-card-beyond")
                    .number("most", count(MOST))
                    .number("count", count(card.beyond))) }
            }
            if !secured.is_empty() {
                <p class="caption with-icon warn" data-testid="chat-card-secured">
                    { Glyph::Attention.small() }
                    <span>{ words.word("chat-card-secured") }{ " " }{ words.names(secured) }</span>
                </p>
            }
            if !maybe.is_empty() {
                <p class="caption with-icon" data-testid="chat-card-maybe-secured">
                    { Glyph::Unknown.small() }
                    <span>{ words.word("chat-card-maybe-secured") }{ " " }{ words.names(maybe) }</span>
                </p>
            }
            { caption(words, &Text::new("chat-card-static")) }
            if card.columns.iter().any(|column| column.shown != Shown::Yes) {
                { warning(words, &Text::new("chat-card-left-out")) }
            }
        </div>
    }
}

fn name_of(column: &CardColumn) -> String {
    column.name.clone().unwrap_or_else(|| column.cell.column.clone())
}

fn doubt(panel: &Panel, column: &CardColumn) -> Html {
    let id = match column.shown {
        Shown::Yes => return Html::default(),
        Shown::LeftOut => "chat-card-not-supported",
        Shown::MayBeLeftOut(Doubt::Type) => "chat-card-doubt-type",
        Shown::MayBeLeftOut(Doubt::OtherTable) => "chat-card-doubt-table",
        Shown::MayBeLeftOut(Doubt::Unknown) => "chat-card-doubt-unknown",
    };
    html! { <span class="caption">{ panel.words.word(id) }</span> }
}
