//! Overview: readiness of each recipe, what needs the admin open with its fix beside it, what is ready folded to one
//! line.

use yew::prelude::*;

use super::chat::reading::read_section;
use super::drawing::draw;
use super::fix_button::{FixButton, fix_button};
use super::icon::{Glyph, Icon};
use super::panel::{Action, Panel, use_panel};
use super::part::Which;
use super::preview::count;
use super::route::Route;
use super::{bar, view};
use crate::recipes::readiness::{Fix, Readiness, ReadinessLine};
use crate::text::Text;

/// The view.
#[component]
pub fn Overview() -> Html {
    let panel = use_panel();
    {
        // What the lines stand on besides the first reading is read by and by.
        let panel = panel.clone();
        use_effect_with(panel.state.chat.to_read(), move |section| {
            if let Some(section) = section {
                read_section(&panel, section.clone());
            }
        });
    }
    html! {
        <>
            <main id="content" data-testid="overview">
                <div class="title">
                    { draw::<view::Heading>(view::HeadingProps { text: Text::new("overview-title") }) }
                    <div class="actions">{ draw::<view::Refresh>(()) }</div>
                    { view::read_at(&panel) }
                </div>
                { draw::<view::Troubles>(()) }
                if panel.state.origin().is_some() {
                    { for Which::in_order().map(|which| group(&panel, which)) }
                    { legend(&panel) }
                } else {
                    { draw::<view::Loading>(()) }
                }
            </main>
            { draw::<bar::Bar>(()) }
        </>
    }
}

/// What the marks stand for, here and in the rail.
fn legend(panel: &Panel) -> Html {
    let words = &panel.words;
    let marks = [
        (Glyph::Blocked, "readiness-blocked"),
        (Glyph::Attention, "readiness-attention"),
        (Glyph::Unknown, "readiness-unknown"),
        (Glyph::Ready, "readiness-ready"),
    ];
    html! {
        <ul class="legend" aria-label={words.label(&Text::new("overview-legend"))}>
            { for marks.into_iter().map(|(glyph, says)| html! { <li>{ glyph.small() }{ words.word(says) }</li> }) }
        </ul>
    }
}

fn group(panel: &Panel, which: Which) -> Html {
    let words = &panel.words;
    let lines = panel.state.part(which).readiness();
    let all = lines.len();
    let (ready, rest): (Vec<ReadinessLine>, Vec<ReadinessLine>) =
        lines.into_iter().partition(|line| line.readiness == Readiness::Ready);
    let summary = Text::new("overview-ready-of")
        .number("ready", count(ready.len()))
        .number("all", count(all));
    let heading = format!("overview-{}", which.id());
    html! {
        <section class="flush" aria-labelledby={heading.clone()}>
            <div class="section-head">
                <h2 id={heading}>{ words.html(&which.title()) }</h2>
                if all > 0 {
                    <span class="caption" data-testid={format!("overview-summary-{}", which.id())}>{ words.html(&summary) }</span>
                }
            </div>
            if all == 0 && panel.state.is_reading() {
                <p class="caption">{ words.word(which.reading().1) }</p>
            }
            if all == 0 && !which.is_read_at_once() {
                <div class="line" data-testid={format!("overview-unread-{}", which.id())}>
                    { Glyph::Unknown.named(words.label(&Text::new("readiness-unknown"))) }
                    <div><p class="caption">{ words.word("overview-unread") }</p></div>
                    <div class="fix">
                        <button
                            type="button"
                            class="button small"
                            aria-label={words.label(&Text::new("overview-open-named").message("recipe", which.title()))}
                            onclick={panel.on(move || Action::Go(Route::Recipe(which)))}
                        >
                            { words.word("disconnect-action-review") }
                        </button>
                    </div>
                </div>
            }
            <ul>{ for rest.iter().map(|line| shown(panel, which, line)) }</ul>
            if !ready.is_empty() {
                <details class="fold ready-lines" open={rest.is_empty()}>
                    <summary>
                        { Glyph::Ready.beside() }
                        { words.html(&Text::new("overview-ready").number("count", count(ready.len()))) }
                        { Icon::chevron() }
                    </summary>
                    <ul>{ for ready.iter().map(|line| shown(panel, which, line)) }</ul>
                </details>
            }
        </section>
    }
}

fn shown(panel: &Panel, which: Which, line: &ReadinessLine) -> Html {
    let words = &panel.words;
    let (glyph, id, name) = match line.readiness {
        Readiness::Ready => (Glyph::Ready, "readiness-ready", "ready"),
        Readiness::Attention => (Glyph::Attention, "readiness-attention", "attention"),
        Readiness::Blocked => (Glyph::Blocked, "readiness-blocked", "blocked"),
        Readiness::Unknown => (Glyph::Unknown, "readiness-unknown", "unknown"),
    };
    html! {
        <li class="line" key={line.id.clone()} data-readiness={name} data-testid={format!("readiness-{}-{}", which.id(), line.id)}>
            { glyph.named(words.label(&Text::new(id))) }
            <div>
                <h3>{ words.html(&line.statement) }</h3>
                if let Some(evidence) = &line.evidence {
                    <p class="caption">{ words.html(evidence) }</p>
                }
            </div>
            if let Some(fix) = &line.fix {
                <div class="fix">{ action(panel, which, line, fix) }</div>
            }
        </li>
    }
}

/// The one action of a line.
fn action(panel: &Panel, which: Which, line: &ReadinessLine, fix: &Fix) -> Html {
    let words = &panel.words;
    let testid = format!("fix-{}-{}", which.id(), line.id);
    let Fix::Add { key } = fix else {
        let name = words.label(
            &Text::new("overview-fix-named")
                .message("fix", Text::new("disconnect-action-review"))
                .message("line", line.statement.clone()),
        );
        return html! {
            <button
                type="button"
                class="button small"
                data-testid={testid}
                aria-label={name}
                onclick={panel.on(move || Action::Go(Route::Recipe(which)))}
            >
                { words.word("disconnect-action-review") }
            </button>
        };
    };
    let is_in_plan = panel.state.part(which).has_fix(key);
    let key = key.clone();
    fix_button(
        panel,
        FixButton {
            line: &line.statement,
            is_in_plan,
            test_ids: (testid, format!("unfix-{}-{}", which.id(), line.id)),
            turn: panel.on(move || Action::Fix {
                which,
                key: key.clone(),
                add: !is_in_plan,
            }),
        },
    )
}
