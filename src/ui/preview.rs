//! The plan before it is applied: targets, steps, who gains and who loses, and the gate before the one button that
//! writes.

use std::rc::Rc;

use yew::prelude::*;

use super::drawing::draw;
use super::icon::{Glyph, Icon};
use super::notice::{Kind, Notice};
use super::other_user::OtherUser;
use super::panel::{Action, Panel, use_panel};
use super::{slots, step, target, tasks, view};
use crate::browser::elements;
use crate::domain::organization::EnvironmentKind;
use crate::json::{self, ToJson};
use crate::plan::model::{Plan, Service};
use crate::plan::run::Secret;
use crate::text::Text;
use crate::ui::backend::MayAct;
use crate::words::Words;

/// The element whose visibility is watched before it may act.
const APPLY: &str = "plan-apply";

/// A plan in preview.
#[derive(Properties, PartialEq)]
pub struct PreviewProps {
    /// The plan.
    pub plan: Rc<Plan>,
}

/// The whole preview.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let plan = &props.plan;
    let save = {
        let (backend, plan) = (panel.backend.clone(), plan.clone());
        Callback::from(move |_: MouseEvent| {
            backend.download("latchkey-plan.json", "application/json", &json::pretty(&plan.to_json()));
        })
    };
    let summary = Text::new("plan-summary")
        .number("changes", count(plan.steps.len()))
        .number("requests", i64::from(plan.requests()));
    let is_first = |note: &Text| super::lead::is_said_first(note) || super::bright::is_said_first(note);
    let notes = plan.notes.iter().filter(|note| !is_first(note));
    html! {
        <>
            <main id="content" data-testid="plan">
                <div class="title">
                    { draw::<view::Heading>(view::HeadingProps { text: plan.title.clone() }) }
                    <div class="actions">
                        <button type="button" class="button small" data-testid="plan-save" onclick={save}>
                            { Icon::Save.small() }{ words.word("plan-save") }
                        </button>
                    </div>
                    <p class="caption-strong">{ words.html(&summary) }</p>
                </div>
                { draw::<OtherUser>(()) }
                { super::lead::before_undo(&panel, plan) }
                { super::bright::before_undo(&panel, plan) }
                { for plan.targets.iter().map(|target| html! {
                    <section class="card flush" aria-label={words.label(&Text::new("plan-target-at").name("host", &target.host))}>
                        { target::facts(words, target) }
                        <p class="seal caption">
                            { Icon::Lock.small() }
                            <span>
                                { words.html(&Text::new("plan-sealed")
                                    .name("time", panel.time(plan.made_at))
                                    .number("reads", count(target.lock.len()))) }
                            </span>
                        </p>
                    </section>
                }) }
                if !plan.notes.is_empty() {
                    <section class="flush" aria-labelledby="plan-notes">
                        <h2 id="plan-notes">{ words.word("plan-notes") }</h2>
                        <ul class="stack">
                            { for notes.map(|note| html! { <li class="caption-strong">{ words.html(note) }</li> }) }
                        </ul>
                    </section>
                }
                <section class="flush" aria-labelledby="plan-steps">
                    <h2 id="plan-steps">{ words.word("plan-steps") }</h2>
                    <ol class="steps">
                        { for plan.steps.iter().enumerate().map(|(index, step)| previewed(&panel, plan, index, step)) }
                    </ol>
                    { view::unproven(words, &unproven(plan), true) }
                </section>
                if let Some(why) = &panel.state.refused {
                    <section class="flush">
                        <Notice kind={Kind::Blocked} testid="plan-refused" title={words.word("plan-refused")}>
                            <p>{ words.html(why) }</p>
                        </Notice>
                    </section>
                }
            </main>
            { draw::<Gate>(PreviewProps { plan: plan.clone() }) }
        </>
    }
}

/// What the steps rest on that nobody has seen on a live tenant yet; each once, however many steps rest on it.
fn unproven(plan: &Plan) -> Vec<Text> {
    let mut said: Vec<Text> = Vec::new();
    for text in plan.steps.iter().filter_map(|step| step.unproven.as_ref()) {
        if !said.contains(text) {
            said.push(text.clone());
        }
    }
    said
}

fn previewed(panel: &Panel, plan: &Plan, index: usize, step: &crate::plan::model::Step) -> Html {
    let words = &panel.words;
    html! {
        <li class="step" data-testid={format!("plan-step-{}", index + 1)}>
            <span class="place number">{ words.number(count(index + 1)) }</span>
            <h3>{ words.html(&step.title) }</h3>
            { step::deltas(words, plan, step, &|slot| plan.known(slot)) }
            <p class="caption body">{ words.html(&step.reason) }</p>
            <div class="meta">
                { step::tags(words, step) }
                { step::kind(words, step) }
                { step::details(words, step) }
                { slots::renewal(words, plan, step) }
            </div>
        </li>
    }
}

/// The bar of a preview: the name to type where that is asked for, Apply, Cancel. Where a page may have opened the panel
/// there is no Apply, only the way to where there is.
#[component]
fn Gate(props: &PreviewProps) -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let plan = &props.plan;
    let typed = use_state(String::new);
    let field = use_node_ref();
    {
        let backend = panel.backend.clone();
        use_effect_with((), move |()| backend.watch_control(APPLY));
    }
    let name = plan.name_to_type().map(str::to_owned);
    let matches = name.as_ref().is_none_or(|name| typed.trim() == name.trim());
    let waiting = panel.state.is_starting;
    let given = use_mut_ref(Vec::new);
    let asked = slots::asked(&panel, plan);
    // Which are there is all the view knows of them.
    let there = use_state(Vec::<String>::new);
    let lacks = asked.iter().any(|slot| !there.contains(&slot.id));
    let type_in = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| typed.set(elements::value(&event)))
    };
    let apply = {
        let (panel, plan, field, typed, asks) = (
            panel.clone(),
            plan.clone(),
            field.clone(),
            typed.clone(),
            name.is_some(),
        );
        let (given, first) = (given.clone(), asked.first().map(|slot| slots::field_id(&slot.id)));
        Callback::from(move |event: MouseEvent| {
            if lacks {
                elements::go_to(first.as_deref().unwrap_or_default());
            } else if !matches {
                elements::focus(&field);
            } else if !waiting {
                match panel.backend.may_act(APPLY, event.is_trusted()) {
                    MayAct::Yes => tasks::apply(&panel, &plan, asks.then(|| (*typed).clone()), given.take()),
                    MayAct::NotYet => {}
                    MayAct::OpenInTab => tasks::open_plan_in_tab(&panel, &plan),
                }
            }
        })
    };
    let cancel = panel.on(|| Action::CancelPreview);
    if !panel.backend.is_introduced() {
        let remake = {
            let (panel, plan) = (panel.clone(), plan.clone());
            Callback::from(move |_: MouseEvent| tasks::open_plan_in_tab(&panel, &plan))
        };
        return html! {
            <footer class="bar" data-testid="bar">
                <p class="say caption-strong" data-testid="plan-outside">{ words.word("plan-outside") }</p>
                <button type="button" class="button" data-testid="plan-cancel" onclick={cancel}>
                    { words.word("plan-cancel") }
                </button>
                <button type="button" class="button primary" data-testid="plan-remake" onclick={remake}>
                    { words.word("plan-remake") }
                </button>
            </footer>
        };
    }
    let give = {
        let (given, there) = (given.clone(), there.clone());
        Callback::from(move |(slot, value): (String, Option<Secret>)| {
            let mut given = given.borrow_mut();
            given.retain(|(id, _)| *id != slot);
            if let Some(value) = value {
                given.push((slot, value));
            }
            there.set(given.iter().map(|(id, _): &(String, Secret)| id.clone()).collect());
        })
    };
    let apply_text = Text::new("plan-apply").number("changes", count(plan.steps.len()));
    html! {
        <footer class="bar" data-testid="bar">
            <form class="gate" onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
                if !asked.is_empty() {
                    { draw::<slots::Ask>(slots::AskProps { asked, give }) }
                }
                if let Some(name) = &name {
                    <div class="typed">
                        <label for="plan-name">{ words.html(&gate_text(plan, name)) }</label>
                        if let Some(others) = others(words, plan) {
                            <span class="caption" id="plan-others">{ others }</span>
                        }
                        if let Some(app) = super::bright::named_app(plan) {
                            <span class="caption" data-testid="plan-app">{ words.html(app) }</span>
                        }
                        <input
                            ref={field}
                            class="input grow"
                            id="plan-name"
                            data-testid="plan-name"
                            value={(*typed).clone()}
                            required=true
                            autocomplete="off"
                            spellcheck="false"
                            aria-describedby="plan-name-match"
                            aria-invalid={(!matches && !typed.is_empty()).to_string()}
                            oninput={type_in}
                        />
                        <span class="caption with-icon" id="plan-name-match" role="status">
                            if matches {
                                { Glyph::Ready.small() }{ words.word("plan-name-matches") }
                            } else {
                                { words.word("plan-name-differs") }
                            }
                        </span>
                    </div>
                }
                <div class="row">
                    <button
                        type="button"
                        class="button primary"
                        id={APPLY}
                        data-testid="plan-apply"
                        aria-disabled={(!matches || lacks || waiting).to_string()}
                        aria-describedby={name.is_some().then_some("plan-name-match")}
                        onclick={apply}
                    >
                        { words.html(&apply_text) }
                    </button>
                    <button type="button" class="button" data-testid="plan-cancel" onclick={cancel}>
                        { words.word("plan-cancel") }
                    </button>
                </div>
            </form>
        </footer>
    }
}

/// Says why the name is asked for: production, a whole tenant, or a kind the service did not tell.
fn gate_text(plan: &Plan, name: &str) -> Text {
    let asked = plan.targets.iter().find(|target| target.kind.counts_as_production());
    let id = match asked.map(|target| (target.service, target.kind)) {
        _ if asked.is_some_and(super::target::is_tenant) => "plan-gate-tenant",
        Some((Service::Graph | Service::PowerPlatformApi | Service::Teams, _)) => "plan-gate-tenant",
        Some((Service::Page, EnvironmentKind::Unknown)) => "plan-gate-page",
        Some((_, EnvironmentKind::Unknown)) => "plan-gate-unknown",
        _ => "plan-gate-production",
    };
    Text::new(id).name("name", name)
}

/// What else the plan writes to besides what is typed.
fn others(words: &Words, plan: &Plan) -> Option<Html> {
    let asked = plan.name_to_type()?;
    let is_written = |id: &String| plan.steps.iter().any(|step| step.writes_to() == id);
    let others = plan.targets.iter();
    let others: Vec<String> = others
        .filter(|target| target.name != asked && is_written(&target.id))
        .map(|target| target.name.clone())
        .collect();
    let say = words.word("plan-gate-others");
    (!others.is_empty()).then(|| html! { <>{ say }{ " " }{ words.names(others) }</> })
}

/// Counts of things on a screen: far below what `i64` holds.
pub fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
