//! Overview: readiness of each recipe, what needs the admin open with its fix beside it, what is ready folded to one
//! line.

use std::rc::Rc;

use yew::prelude::*;

use super::icon::{Glyph, Icon};
use super::panel::{Action, Panel, use_panel};
use super::preview::count;
use super::route::Route;
use super::{bar, view};
use crate::recipes::disconnect::{Observed, add_fix, readiness, take_fix};
use crate::recipes::readiness::{Fix, Readiness, ReadinessLine};
use crate::text::Text;

/// The view.
#[component]
pub fn Overview() -> Html {
    let panel = use_panel();
    let words = &panel.words;
    html! {
        <>
            <main id="content" data-testid="overview">
                <div class="title">
                    <view::Heading text={Text::new("overview-title")} />
                    <div class="actions"><view::Refresh /></div>
                    { view::read_at(&panel) }
                </div>
                <view::Troubles />
                if let Some(observed) = panel.state.observed.clone() {
                    if observed.is_still_reading() {
                        <p class="caption">{ words.word("reading-more") }</p>
                    } else {
                        { group(&panel, &observed) }
                    }
                } else {
                    <view::Loading />
                }
            </main>
            <bar::Bar />
        </>
    }
}

fn group(panel: &Panel, observed: &Rc<Observed>) -> Html {
    let words = &panel.words;
    let lines = readiness(observed);
    let all = lines.len();
    let (ready, rest): (Vec<ReadinessLine>, Vec<ReadinessLine>) =
        lines.into_iter().partition(|line| line.readiness == Readiness::Ready);
    let summary = Text::new("overview-ready-of")
        .number("ready", count(ready.len()))
        .number("all", count(all));
    html! {
        <section class="flush" aria-labelledby="overview-disconnect">
            <div class="section-head">
                <h2 id="overview-disconnect">{ words.word("disconnect-title") }</h2>
                <span class="caption" data-testid="overview-summary">{ words.html(&summary) }</span>
            </div>
            <ul>{ for rest.iter().map(|line| shown(panel, observed, line)) }</ul>
            if !ready.is_empty() {
                <details class="fold ready-lines" open={rest.is_empty()}>
                    <summary>
                        { Glyph::Ready.beside() }
                        { words.html(&Text::new("overview-ready").number("count", count(ready.len()))) }
                        { Icon::chevron() }
                    </summary>
                    <ul>{ for ready.iter().map(|line| shown(panel, observed, line)) }</ul>
                </details>
            }
        </section>
    }
}

fn shown(panel: &Panel, observed: &Rc<Observed>, line: &ReadinessLine) -> Html {
    let words = &panel.words;
    let (glyph, id, name) = match line.readiness {
        Readiness::Ready => (Glyph::Ready, "readiness-ready", "ready"),
        Readiness::Attention => (Glyph::Attention, "readiness-attention", "attention"),
        Readiness::Blocked => (Glyph::Blocked, "readiness-blocked", "blocked"),
        Readiness::Unknown => (Glyph::Unknown, "readiness-unknown", "unknown"),
    };
    html! {
        <li class="line" key={line.id.clone()} data-readiness={name} data-testid={format!("readiness-{}", line.id)}>
            { glyph.named(words.label(&Text::new(id))) }
            <div>
                <h3>{ words.html(&line.statement) }</h3>
                if let Some(evidence) = &line.evidence {
                    <p class="caption">{ words.html(evidence) }</p>
                }
            </div>
            if let Some(fix) = &line.fix {
                <div class="fix">{ fix_button(panel, observed, line, fix) }</div>
            }
        </li>
    }
}

/// The one action of a line; once its change waits in the bar, the way to take it out of it again.
fn fix_button(panel: &Panel, observed: &Rc<Observed>, line: &ReadinessLine, fix: &Fix) -> Html {
    let words = &panel.words;
    let named = |fix: &'static str| {
        words.label(
            &Text::new("overview-fix-named")
                .message("fix", Text::new(fix))
                .message("line", line.statement.clone()),
        )
    };
    let testid = format!("fix-{}", line.id);
    match fix {
        Fix::Review => html! {
            <button
                type="button"
                class="button small"
                data-testid={testid}
                aria-label={named("disconnect-action-review")}
                onclick={panel.on(|| Action::Go(Route::Disconnect))}
            >
                { words.word("disconnect-action-review") }
            </button>
        },
        Fix::Add { key } => {
            let mut with = (*panel.state.choices).clone();
            add_fix(observed, &mut with, key);
            if with == *panel.state.choices {
                let mut without = (*panel.state.choices).clone();
                take_fix(observed, &mut without, key);
                return html! {
                    <span class="row">
                        <span class="tag change" data-testid={testid}>{ words.word("overview-in-plan") }</span>
                        <button
                            type="button"
                            class="link"
                            data-testid={format!("unfix-{}", line.id)}
                            aria-label={named("overview-remove")}
                            onclick={panel.on(move || Action::Choose(without.clone()))}
                        >
                            { words.word("overview-remove") }
                        </button>
                    </span>
                };
            }
            let add = panel.on(move || Action::Choose(with.clone()));
            html! {
                <button
                    type="button"
                    class="button small"
                    data-testid={testid}
                    aria-label={named("disconnect-action-add")}
                    onclick={add}
                >
                    { words.word("disconnect-action-add") }
                </button>
            }
        }
    }
}
