//! What was applied from this browser, the newest first: each run with its steps, its proof and its way back.

use std::rc::Rc;

use yew::prelude::*;

use super::acting::Acting;
use super::drawing::draw;
use super::icon::Icon;
use super::notice::{Blank, Kind, Notice};
use super::panel::{self, Panel, use_panel};
use super::preview::count;
use super::route::Route;
use super::target::{has_kind, host};
use super::{slots, step, tasks, view};
use crate::browser::elements;
use crate::plan::history::{History as Runs, Past, Standing};
use crate::plan::progress::StepState;
use crate::plan::undo::is_taken_back;
use crate::text::Text;
use crate::words::Words;

/// The view.
#[component]
pub fn History() -> Html {
    let panel = use_panel();
    let words = &panel.words;
    {
        let unread = panel.state.history == panel::History::Unread;
        let panel = panel.clone();
        use_effect_with(unread, move |unread| {
            if *unread {
                tasks::read_history(&panel);
            }
        });
    }
    let runs = match &panel.state.history {
        panel::History::Read(runs) => Some(runs.clone()),
        _ => None,
    };
    html! {
        <main id="content" data-testid="history">
            <div class="title">
                { draw::<view::Heading>(view::HeadingProps { text: Text::new("history-title") }) }
                <p class="caption">{ words.word("history-lead") }</p>
            </div>
            if let Some(why) = &panel.state.refused {
                <section class="flush">
                    <Notice kind={Kind::Blocked} testid="history-refused" title={words.word("history-refused")}>
                        <p>{ words.html(why) }</p>
                    </Notice>
                </section>
            }
            if let panel::History::Failed(why) = &panel.state.history {
                <section class="flush">
                    <Notice kind={Kind::Blocked} testid="state-error" title={words.word("history-unreadable")}>
                        <p>{ words.html(why) }</p>
                    </Notice>
                </section>
            }
            if let Some(runs) = runs {
                { listed(&panel, &runs) }
            }
        </main>
    }
}

fn listed(panel: &Panel, runs: &Rc<Runs>) -> Html {
    let words = &panel.words;
    if runs.runs.is_empty() && runs.unreadable.is_empty() {
        return html! {
            <Blank icon={Icon::History} testid="state-empty" title={words.word("history-empty")}>
                <p>{ words.word("history-empty-hint") }</p>
            </Blank>
        };
    }
    let export = {
        let (panel, runs) = (panel.clone(), runs.clone());
        Callback::from(move |_: MouseEvent| tasks::export_history(&panel, &runs))
    };
    html! {
        <>
            <section class="flush" aria-label={words.label(&Text::new("history-runs"))}>
                { for runs.runs.iter().enumerate().map(|(index, past)| entry(panel, index, past)) }
                if !runs.unreadable.is_empty() {
                    <p class="caption">
                        { words.html(&Text::new("history-unreadable-runs").number("count", count(runs.unreadable.len()))) }
                    </p>
                }
            </section>
            <section class="flush" aria-label={words.label(&Text::new("history-keep"))}>
                <div class="row">
                    <button type="button" class="button small" data-testid="history-export" onclick={export}>
                        { Icon::Save.small() }{ words.word("history-export") }
                    </button>
                    { draw::<Clear>(()) }
                </div>
            </section>
        </>
    }
}

/// Forgetting takes the way back with it, so it is asked for twice.
#[component]
fn Clear() -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let dialog = use_node_ref();
    let open = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| elements::show_modal(&dialog))
    };
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| elements::close_dialog(&dialog))
    };
    let clear = {
        let (panel, dialog) = (panel.clone(), dialog.clone());
        Callback::from(move |()| {
            elements::close_dialog(&dialog);
            tasks::clear_history(&panel);
        })
    };
    let elsewhere = {
        let (backend, dialog) = (panel.backend.clone(), dialog.clone());
        Callback::from(move |()| {
            elements::close_dialog(&dialog);
            backend.open_in_tab(&Route::History.address());
        })
    };
    html! {
        <>
            <button type="button" class="button small" data-testid="history-clear" onclick={open}>
                { words.word("history-clear") }
            </button>
            <dialog ref={dialog} aria-labelledby="clear-title">
                <h2 id="clear-title">{ words.word("history-clear-title") }</h2>
                <p>{ words.word("history-clear-why") }</p>
                <div class="row">
                    <button type="button" class="button" onclick={close}>{ words.word("history-clear-keep") }</button>
                    <Acting id="history-clear-confirm" class="button primary" act={clear} {elsewhere}>
                        { words.word("history-clear-confirm") }
                    </Acting>
                </div>
            </dialog>
        </>
    }
}

fn standing_tag(words: &Words, standing: &Standing) -> Html {
    let (class, text) = match standing {
        Standing::Interrupted => ("tag blocked", Text::new("standing-interrupted")),
        Standing::Unsettled => ("tag attention", Text::new("standing-unsettled")),
        Standing::UndoPossible { steps, of } if steps == of => ("tag ready", Text::new("standing-undo")),
        Standing::UndoPossible { steps, of } => (
            "tag attention",
            Text::new("standing-undo-part")
                .number("steps", count(*steps))
                .number("of", count(*of)),
        ),
        Standing::Undone { .. } => ("tag", Text::new("standing-undone")),
        Standing::NoWayBack => ("tag", Text::new("standing-no-way-back")),
        Standing::NothingChanged => ("tag", Text::new("standing-nothing-changed")),
    };
    html! { <span {class}>{ words.html(&text) }</span> }
}

const fn standing_name(standing: &Standing) -> &'static str {
    match standing {
        Standing::Interrupted => "interrupted",
        Standing::Unsettled => "unsettled",
        Standing::UndoPossible { .. } => "undoPossible",
        Standing::Undone { .. } => "undone",
        Standing::NoWayBack => "noWayBack",
        Standing::NothingChanged => "nothingChanged",
    }
}

fn entry(panel: &Panel, index: usize, past: &Past) -> Html {
    let words = &panel.words;
    let header = &past.record.header;
    let target = header.plan.targets.first();
    // The journal cannot tell a run that was cut off from one that goes on here.
    let here = panel
        .state
        .driven()
        .filter(|live| live.progress.run_id == header.run_id);
    html! {
        <details
            class="entry"
            key={header.run_id.clone()}
            open={index == 0}
            data-testid={format!("history-run-{}", index + 1)}
            data-standing={if here.is_some() { "underWay" } else { standing_name(&past.standing) }}
        >
            <summary>
                { Icon::chevron() }
                <div>
                    <h2 class="what">{ words.html(&header.plan.title) }</h2>
                    <span class="caption">
                        <time>{ panel.time(header.started_at) }</time>
                        if let Some(target) = target {
                            { words.word("list-separator") }<bdi>{ target.name.clone() }</bdi>
                            if has_kind(target) {
                                { words.word("list-separator") }{ words.html(&target.kind.name()) }
                            }
                            { words.word("list-separator") }<bdi>{ target.user.name.clone() }</bdi>
                        }
                    </span>
                </div>
                if let Some(live) = here {
                    <span class="tag attention">{ words.word(super::run::title(&live.progress.phase)) }</span>
                } else {
                    { standing_tag(words, &past.standing) }
                }
            </summary>
            <div class="inside stack">
                <ol class="steps">
                    { for header.plan.steps.iter().map(|step| {
                        let state = past.record.steps.iter().find(|record| record.step == step.id).map_or(StepState::Waiting, |record| record.state.clone());
                        let back = is_taken_back(&past.record, step);
                        let glyph = step::past_glyph(words, &state);
                        html! {
                            <li class="step" data-state={step::state_name(&state)}>
                                <span class="place">{ glyph }</span>
                                <h3>{ words.html(&step.title) }</h3>
                                { step::deltas(words, &header.plan, step, &|slot| past.record.found(slot).map(str::to_owned)) }
                                { step::past_outcome(words, step, &state, &|at| panel.time(at)) }
                                if back {
                                    <p class="caption body">{ words.word("step-taken-back") }</p>
                                }
                            </li>
                        }
                    }) }
                </ol>
                { slots::undelivered(panel, &past.record) }
                <dl class="facts">
                    if let [target] = header.plan.targets.as_slice() {
                        <dt>{ words.word("target-organization") }</dt>
                        <dd>{ host(&target.host) }</dd>
                    } else {
                        <dt>{ words.word("target-service") }</dt>
                        <dd>
                            { for header.plan.targets.iter().map(|target| html! { <div>{ host(&target.host) }</div> }) }
                        </dd>
                    }
                    <dt>{ words.word("history-requests") }</dt>
                    <dd class="number">{ words.number(i64::from(header.requests)) }</dd>
                    <dt>{ words.word("history-digest") }</dt>
                    <dd><code>{ header.digest.chars().take(12).collect::<String>() }</code></dd>
                </dl>
                { ways_on(panel, index, past) }
            </div>
        </details>
    }
}

/// What can be done about a run, by where it stands.
fn ways_on(panel: &Panel, index: usize, past: &Past) -> Html {
    let words = &panel.words;
    let record = Rc::new(past.record.clone());
    let acts = !panel.state.is_running();
    let first = |id: &'static str| {
        if index == 0 {
            id.to_owned()
        } else {
            format!("{id}-{}", index + 1)
        }
    };
    let undo = {
        let (panel, record) = (panel.clone(), record.clone());
        Callback::from(move |_: MouseEvent| tasks::preview_undo(&panel, &record))
    };
    let resume = {
        let (panel, record) = (panel.clone(), record.clone());
        Callback::from(move |()| tasks::take_up(&panel, &record, false, false))
    };
    let elsewhere = {
        let backend = panel.backend.clone();
        Callback::from(move |()| backend.open_in_tab(&Route::History.address()))
    };
    let settle = {
        let (panel, record) = (panel.clone(), record.clone());
        Callback::from(move |()| tasks::take_up(&panel, &record, true, false))
    };
    let evidence = {
        let (panel, record) = (panel.clone(), record.clone());
        Callback::from(move |_: MouseEvent| tasks::save_evidence(&panel, &record))
    };
    html! {
        <div class="row">
            if acts && past.standing == Standing::Interrupted {
                <Acting id={first("history-resume")} class="button small" act={resume} elsewhere={elsewhere.clone()}>
                    { words.word("interrupted-resume") }
                </Acting>
            }
            if acts && matches!(past.standing, Standing::Interrupted | Standing::Unsettled) {
                <Acting id={first("history-settle")} class="button small" act={settle} elsewhere={elsewhere.clone()}>
                    { words.word("interrupted-settle") }
                </Acting>
            }
            if acts && matches!(past.standing, Standing::UndoPossible { .. }) {
                <button type="button" class="button small" data-testid={first("history-undo")} onclick={undo}>
                    { Icon::Undo.small() }{ words.word("history-undo") }
                </button>
            }
            <button type="button" class="button small" data-testid={first("history-evidence")} onclick={evidence}>
                { Icon::Save.small() }{ words.word("run-evidence") }
            </button>
        </div>
    }
}
