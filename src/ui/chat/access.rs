//! What custom roles need to reach the productivity pane: Read on seven tables, and the role whose rights users need
//! (S003-14 to S003-21).

use yew::prelude::*;

use super::controls::{Toggle, caption, tick};
use super::edit::Edit;
use super::{framed, part_reading, to_disconnect};
use crate::domain::chat::pane_access::{Held, PaneTable, lacking};
use crate::recipes::teams_chat::observed::{Access, RoleAccess};
use crate::recipes::teams_chat::{Observed, table_label};
use crate::text::Text;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::panel::Panel;
use crate::ui::preview::count;
use crate::ui::view;

/// The section.
pub fn section(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let access = observed.access.as_ref();
    let inside = html! {
        <>
            { caption(words, &Text::new("chat-access-means")) }
            { part_reading(panel, access, "access") }
            { view::not_allowed(words, observed.rights.roles, "access", "dataverse-what-roles") }
            if let Some(access) = access.and_then(|access| access.value()) {
                { roles(panel, observed, access) }
                <p class="caption" data-testid="chat-productivity">
                    { match &access.productivity_user {
                        Some((role, held)) => words.html(&Text::new("chat-productivity")
                            .name("role", &role.name)
                            .number("count", count(held.len()))),
                        None => words.word("chat-productivity-none"),
                    } }
                </p>
            }
            <p class="caption">{ to_disconnect(panel, "chat-access-disconnect", "chat-access-disconnect") }</p>
        </>
    };
    framed(panel, "chat-access", "chat-access-title", Html::default(), inside)
}

fn roles(panel: &Panel, observed: &Observed, access: &Access) -> Html {
    let words = &panel.words;
    let (lacks, whole): (Vec<&RoleAccess>, Vec<&RoleAccess>) =
        access.roles.iter().partition(|one| !one.lacking(access).is_empty());
    html! {
        <>
            if access.roles.is_empty() {
                { caption(words, &Text::new("chat-access-none")) }
            }
            <ul class="stack">{ for lacks.iter().map(|one| role(panel, observed, access, one)) }</ul>
            if !whole.is_empty() {
                <details class="fold ready-lines">
                    <summary>
                        { Glyph::Ready.beside() }
                        { words.html(&Text::new("chat-access-whole").number("count", count(whole.len()))) }
                        { Icon::chevron() }
                    </summary>
                    <p class="caption-strong">{ words.names(whole.iter().map(|one| one.role.name.clone())) }</p>
                </details>
            }
        </>
    }
}

fn role(panel: &Panel, observed: &Observed, access: &Access, one: &RoleAccess) -> Html {
    let words = &panel.words;
    let now = panel.state.chat.choices.completes(&one.role.id);
    let set = |on: bool| Edit::Role {
        id: one.role.id.clone(),
        on,
    };
    let there = |table: PaneTable| access.privileges.iter().any(|(known, _)| *known == table);
    let (mut missing, mut narrow) = (Vec::new(), Vec::new());
    for (table, held) in lacking(&one.held) {
        let list = match held {
            Held::Missing | Held::Whole => &mut missing,
            Held::Narrow(_) => &mut narrow,
        };
        if there(table) {
            list.push(words.plain(&table_label(table)));
        }
    }
    let toggle = Toggle {
        testid: format!("chat-role-{}", one.role.name.to_lowercase().replace(' ', "-")),
        label: Text::new("chat-access-add"),
        was: false,
        now,
        can: observed.rights.roles != Some(false),
        edits: [set(false), set(true)],
    };
    let says = words.html(&Text::new("chat-access-add").number("count", count(one.lacking(access).len())));
    html! {
        <li class="line" key={one.role.id.clone()}>
            { Glyph::Attention.named(words.label(&Text::new("readiness-attention"))) }
            <div>
                <h3><bdi>{ one.role.name.clone() }</bdi></h3>
                { lacks(panel, "chat-access-missing", missing, now) }
                { lacks(panel, "chat-access-narrow", narrow, now) }
                { tick(panel, toggle, says) }
            </div>
        </li>
    }
}

/// The tables a role does not read, or not far enough; and what it gets.
fn lacks(panel: &Panel, held: &'static str, tables: Vec<String>, now: bool) -> Html {
    if tables.is_empty() {
        return Html::default();
    }
    let words = &panel.words;
    let lacking = html! { <>{ words.word(held) }{ " " }{ words.names(tables) }</> };
    html! {
        <p class="caption">
            if now {
                { words.delta(lacking, words.word("chat-access-organization")) }
            } else {
                { lacking }
            }
        </p>
    }
}
