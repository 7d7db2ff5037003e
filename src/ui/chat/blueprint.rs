//! Blueprints: all choices saved as one file; one of another environment opened beside this one, in three columns, and
//! taken line by line as changes of the plan.

use std::rc::Rc;

use yew::prelude::*;

use super::controls::{caption, press, warning};
use super::edit::Edit;
use super::types::names;
use super::{framed, pages, part_reading};
use crate::browser::elements;
use crate::domain::chat::blueprint::Blueprint;
use crate::domain::chat::blueprint::compare::{Line, Outcome, Subject, Value, Wish};
use crate::domain::chat::blueprint::file;
use crate::domain::chat::key_updates::TableRefusal;
use crate::recipes::teams_chat::{Observed, blueprint};
use crate::text::Text;
use crate::ui::icon::Icon;
use crate::ui::panel::{Action, Panel};
use crate::ui::preview::count;

/// The section.
pub fn section(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let save = {
        let panel = panel.clone();
        Callback::from(move |_: MouseEvent| {
            let chat = &panel.state.chat;
            if let Some(observed) = &chat.observed {
                let content = file::write(&blueprint::blueprint(observed, &chat.choices));
                panel
                    .backend
                    .download("latchkey-teams-chat-blueprint.json", "application/json", &content);
            }
        })
    };
    let open = {
        let panel = panel.clone();
        Callback::from(move |event: Event| {
            let panel = panel.clone();
            elements::read_file(
                &event,
                Box::new(move |text| {
                    let read = match text {
                        Some(text) => file::read(&text).map_err(|error| error.text()),
                        None => Err(Text::new("blueprint-too-large")),
                    };
                    panel.send(Action::Chat(Edit::Blueprint(Some(Rc::new(read)))));
                }),
            );
        })
    };
    let inside = html! {
        <>
            { caption(words, &Text::new("chat-blueprint-means")) }
            <div class="row">
                <button type="button" class="button small" data-testid="chat-blueprint-save" onclick={save}>
                    { Icon::Save.small() }{ words.word("chat-blueprint-save") }
                </button>
                <label class="check file">
                    <span>{ words.word("chat-blueprint-open") }</span>
                    <input type="file" accept="application/json,.json" data-testid="chat-blueprint-open" onchange={open} />
                </label>
            </div>
            { left_out(panel, observed) }
            { match panel.state.chat.blueprint.as_deref() {
                Some(Ok(opened)) => compared(panel, observed, opened),
                Some(Err(why)) => warning(words, why),
                None => Html::default(),
            } }
        </>
    };
    framed(panel, "chat-blueprint", "chat-blueprint-title", Html::default(), inside)
}

/// What the file saved here would not speak of.
fn left_out(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let chat = &panel.state.chat;
    let left = blueprint::left_out(observed);
    if left.is_empty() || chat.section.is_some() || chat.to_read().is_some() {
        return Html::default();
    }
    html! {
        <details class="fold" data-testid="chat-blueprint-left">
            <summary>{ Icon::chevron() }{ words.html(&Text::new("chat-left").number("count", count(left.len()))) }</summary>
            <ul class="notes">
                { for left.iter().map(|one| html! { <li class="caption">{ words.html(one) }</li> }) }
            </ul>
        </details>
    }
}

fn compared(panel: &Panel, observed: &Observed, opened: &Blueprint) -> Html {
    let words = &panel.words;
    let chat = &panel.state.chat;
    if chat.section.is_some() || chat.to_read().is_some() {
        return part_reading::<()>(panel, None, "blueprint");
    }
    let lines = blueprint::compare(observed, opened);
    let (same, differing): (Vec<&Line>, Vec<&Line>) = lines.iter().partition(|line| line.outcome == Outcome::Same);
    let wishes: Vec<(Wish, String)> = differing
        .iter()
        .filter_map(|line| match &line.outcome {
            Outcome::Wish(wish) => Some((wish.clone(), panel.backend.new_guid())),
            _ => None,
        })
        .collect();
    let many = count(wishes.len());
    html! {
        <div class="stack" data-testid="chat-compared">
            if let Some(from) = &opened.from {
                { caption(words, &Text::new("chat-blueprint-from").name("environment", from)) }
            }
            if !differing.is_empty() {
                <table class="three compared">
                    <caption class="unseen">{ words.word("chat-blueprint-title") }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ words.word("chat-blueprint-what") }</th>
                            <th scope="col">{ words.word("chat-blueprint-file") }</th>
                            <th scope="col">{ words.word("chat-blueprint-here") }</th>
                            <th scope="col">{ words.word("chat-blueprint-article") }</th>
                        </tr>
                    </thead>
                    <tbody>
                        { for differing.iter().enumerate().map(|(at, line)| row(panel, observed, at, line)) }
                    </tbody>
                </table>
            }
            <p class="caption" role="status">
                { words.html(&Text::new("chat-blueprint-same").number("count", count(same.len()))) }
            </p>
            <div class="row">
                if many > 0 {
                    <button type="button" class="button small" data-testid="chat-blueprint-all" onclick={press(panel, Edit::Take(wishes))}>
                        { words.html(&Text::new("chat-blueprint-all").number("count", many)) }
                    </button>
                }
                <button type="button" class="button small" data-testid="chat-blueprint-close" onclick={press(panel, Edit::Blueprint(None))}>
                    { words.word("chat-blueprint-close") }
                </button>
            </div>
        </div>
    }
}

fn row(panel: &Panel, observed: &Observed, at: usize, line: &Line) -> Html {
    let words = &panel.words;
    let what = subject(observed, &line.subject);
    html! {
        <tr>
            <th scope="row">
                { words.html(&what) }
                { match &line.outcome {
                    Outcome::Wish(wish) => take(panel, observed, at, &what, wish),
                    outcome => came_to(panel, outcome),
                } }
            </th>
            <td class="moved">{ value(panel, Some(&line.file)) }</td>
            <td>{ value(panel, line.here.as_ref()) }</td>
            <td>{ value(panel, line.article.as_ref()) }</td>
        </tr>
    }
}

/// Takes a line, or says that it is taken.
fn take(panel: &Panel, observed: &Observed, at: usize, what: &Text, wish: &Wish) -> Html {
    let words = &panel.words;
    let choices = &panel.state.chat.choices;
    let mut with = (**choices).clone();
    let guid = panel.backend.new_guid();
    blueprint::take(observed, &mut with, wish, &pages::titles(words), &guid);
    if with == **choices {
        return html! { <span class="tag change">{ words.word("overview-in-plan") }</span> };
    }
    let label = Text::new("chat-blueprint-take-named").message("what", what.clone());
    let edit = Edit::Take(vec![(wish.clone(), guid)]);
    super::controls::button(
        panel,
        format!("chat-blueprint-take-{at}"),
        Some(&label),
        words.word("chat-blueprint-take"),
        edit,
    )
}

/// Why a line cannot be taken.
fn came_to(panel: &Panel, outcome: &Outcome) -> Html {
    let words = &panel.words;
    let says = match outcome {
        Outcome::Missing(names) => {
            let names = names.clone();
            return html! { <span class="caption">{ words.word("chat-blueprint-missing") }{ " " }{ words.names(names) }</span> };
        }
        Outcome::Ambiguous(name) => Text::new("chat-blueprint-ambiguous").name("name", name),
        Outcome::Refused(_) => Text::new("chat-plan-columns"),
        Outcome::NoKeyUpdates(TableRefusal::Virtual) => Text::new("chat-updates-virtual"),
        Outcome::NoKeyUpdates(TableRefusal::NoUpdateMessage) => Text::new("chat-updates-no-message"),
        Outcome::Managed => Text::new("chat-pages-managed"),
        Outcome::ByHand => Text::new("chat-blueprint-by-hand"),
        Outcome::NotInThisGeneration => Text::new("chat-not-here"),
        Outcome::NotRead => Text::new("value-unknown"),
        Outcome::Same | Outcome::Wish(_) => return Html::default(),
    };
    html! { <span class="caption">{ words.html(&says) }</span> }
}

fn subject(observed: &Observed, subject: &Subject) -> Text {
    let table = |table: &str| {
        let types = observed.record_types.value().into_iter().flatten();
        let mut named = types.filter(|row| row.logical_name.as_deref() == Some(table));
        named.next().map_or_else(|| table.to_owned(), |row| row.name.clone())
    };
    match subject {
        Subject::Scope => Text::new("chat-switch"),
        Subject::RecordType(name) => Text::new("chat-step-add").name("type", table(name)),
        Subject::Switch(name, switch) => Text::new("chat-switch-of")
            .name("type", table(name))
            .message("switch", Text::new(names(*switch).1)),
        Subject::View(name) => Text::new("chat-view-of").name("type", table(name)),
        Subject::Followed(name) => Text::new("chat-switch-of")
            .name("type", table(name))
            .message("switch", Text::new("chat-followed")),
        Subject::Timeline => Text::new("chat-timeline"),
        Subject::Page(app) => {
            let name = observed.app(app).map_or_else(|| app.clone(), |app| app.name.clone());
            Text::new("chat-step-site-map").name("app", name)
        }
        Subject::Role(role) => Text::new("chat-blueprint-role").name("role", role),
        Subject::Profile(profile) => Text::new("chat-teams-in-pane").name("profile", profile),
    }
}

fn value(panel: &Panel, value: Option<&Value>) -> Html {
    let words = &panel.words;
    match value {
        Some(Value::Bool(true)) => words.word("value-on"),
        Some(Value::Bool(false)) => words.word("value-off"),
        Some(Value::All) => words.word("chat-blueprint-all-apps"),
        Some(Value::Names(names)) if names.is_empty() => words.word("value-none"),
        Some(Value::Names(names)) => words.names(names.clone()),
        None => html! { "–" },
    }
}
