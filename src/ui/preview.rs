//! The plan before it is applied: targets, steps, who gains and who loses, and the gate before the one button that
//! writes.

use std::rc::Rc;

use yew::prelude::*;

use super::drawing::draw;
use super::icon::{Glyph, Icon};
use super::notice::{Kind, Notice};
use super::other_user::OtherUser;
use super::panel::{Action, Panel, use_panel};
use super::{slots, stays, step, target, tasks, view};
use crate::browser::elements;
use crate::domain::organization::EnvironmentKind;
use crate::json::{self, ToJson};
use crate::plan::model::{Plan, Service, Target};
use crate::plan::naming::Typed;
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
    let notes = plan.notes.iter().filter(|note| !stays::is_said_first(note));
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
                { stays::notice(&panel, plan) }
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

/// The bar of a preview: the names to type where that is asked for, Apply, Cancel. Where a page may have opened the panel
/// there is no Apply, only the way to where there is.
#[component]
fn Gate(props: &PreviewProps) -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let plan = &props.plan;
    let typed = use_state(Vec::<String>::new);
    {
        let backend = panel.backend.clone();
        use_effect_with((), move |()| backend.watch_control(APPLY));
    }
    let names = plan.typed();
    let text_in = |place: usize| typed.get(place).map(String::as_str).unwrap_or_default();
    let differs = |place: &usize| {
        names
            .get(*place)
            .is_some_and(|asked| text_in(*place).trim() != asked.name)
    };
    let differing = (0..names.len()).find(differs);
    let waiting = panel.state.is_starting;
    let given = use_mut_ref(Vec::new);
    let asked = slots::asked(&panel, plan);
    // Which are there is all the view knows of them.
    let there = use_state(Vec::<String>::new);
    let lacks = asked.iter().any(|slot| !there.contains(&slot.id));
    let apply = {
        let (panel, plan, typed) = (panel.clone(), plan.clone(), typed.clone());
        let (given, first) = (given.clone(), asked.first().map(|slot| slots::field_id(&slot.id)));
        Callback::from(move |event: MouseEvent| {
            if lacks {
                elements::go_to(first.as_deref().unwrap_or_default());
            } else if let Some(place) = differing {
                elements::go_to(&name_field(place));
            } else if !waiting {
                match panel.backend.may_act(APPLY, event.is_trusted()) {
                    MayAct::Yes => tasks::apply(&panel, &plan, (*typed).clone(), given.take()),
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
                { for names.iter().enumerate().map(|(place, asked)| {
                    let is_alone = names.len() == 1 && asked.targets.len() == 1;
                    name_typed(words, &typed, place, asked, is_alone)
                }) }
                if !names.is_empty() {
                    { others(words, plan, &names) }
                    if let Some(app) = super::bright::named_app(plan) {
                        <span class="caption" data-testid="plan-app">{ words.html(app) }</span>
                    }
                }
                <div class="row">
                    <button
                        type="button"
                        class="button primary"
                        id={APPLY}
                        data-testid="plan-apply"
                        aria-disabled={(differing.is_some() || lacks || waiting).to_string()}
                        aria-describedby={differing.map(|place| format!("{}-match", name_field(place)))}
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

/// The id of the field at this place, counted from 0: `plan-name`, `plan-name-2` and so on.
fn name_field(place: usize) -> String {
    match place {
        0 => "plan-name".to_owned(),
        _ => format!("plan-name-{}", place + 1),
    }
}

/// One name to type. Where it is not all there is to type, what it stands for is listed under it.
fn name_typed(
    words: &Words,
    typed: &UseStateHandle<Vec<String>>,
    place: usize,
    asked: &Typed<'_>,
    is_alone: bool,
) -> Html {
    let id = name_field(place);
    let (stands, says) = (format!("{id}-for"), format!("{id}-match"));
    let text = typed.get(place).cloned().unwrap_or_default();
    let matches = text.trim() == asked.name;
    let is_wrong = !matches && !text.is_empty();
    let type_in = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            let mut now = (*typed).clone();
            now.resize(now.len().max(place + 1), String::new());
            if let Some(text) = now.get_mut(place) {
                *text = elements::value(&event);
            }
            typed.set(now);
        })
    };
    html! {
        <div class="typed">
            <label for={id.clone()}>{ words.html(&gate_text(asked)) }</label>
            if !is_alone {
                <ul class="caption" id={stands.clone()} data-testid={stands.clone()}>
                    { for asked.targets.iter().map(|target| html! {
                        <li>{ words.word(target::called(target).0) }{ words.word("list-separator") }{ target::host(&target.host) }</li>
                    }) }
                </ul>
            }
            <input
                class="input grow"
                data-testid={id.clone()}
                {id}
                value={text}
                required=true
                autocomplete="off"
                spellcheck="false"
                aria-describedby={if is_alone { says.clone() } else { format!("{stands} {says}") }}
                aria-invalid={is_wrong.to_string()}
                oninput={type_in}
            />
            <span class="caption with-icon" id={says} role="status">
                if matches {
                    { Glyph::Ready.small() }{ words.word("plan-name-matches") }
                } else {
                    { words.word("plan-name-differs") }
                }
            </span>
        </div>
    }
}

/// Says why the name is asked for: production, a whole tenant, a kind the service did not tell, or several of them.
fn gate_text(asked: &Typed<'_>) -> Text {
    let id = match asked.targets.as_slice() {
        [target] => match (target.service, target.kind) {
            _ if target::is_tenant(target) => "plan-gate-tenant",
            (Service::Graph | Service::PowerPlatformApi | Service::Teams, _) => "plan-gate-tenant",
            (Service::Page, EnvironmentKind::Unknown) => "plan-gate-page",
            (_, EnvironmentKind::Unknown) => "plan-gate-unknown",
            _ => "plan-gate-production",
        },
        _ => "plan-gate-several",
    };
    Text::new(id).name("name", asked.name)
}

/// What else the plan writes to besides what is typed, told by id: another may have the same name.
fn others(words: &Words, plan: &Plan, names: &[Typed<'_>]) -> Html {
    let is_typed = |target: &Target| {
        names
            .iter()
            .any(|asked| asked.targets.iter().any(|known| known.id == target.id))
    };
    let others = plan.targets.iter();
    let others: Vec<&Target> = others
        .filter(|target| !is_typed(target) && plan.acts_on(target))
        .collect();
    if others.is_empty() {
        return Html::default();
    }
    let between = || words.word("list-separator");
    html! {
        <div class="caption" data-testid="plan-others">
            <p id="plan-others">{ words.word("plan-gate-others") }</p>
            <ul aria-labelledby="plan-others">
                { for others.iter().map(|target| html! {
                    <li>
                        <bdi>{ target.name.clone() }</bdi>{ between() }{ words.word(target::called(target).0) }
                        if target.name != target.host {
                            { between() }{ target::host(&target.host) }
                        }
                    </li>
                }) }
            </ul>
        </div>
    }
}

/// Counts of things on a screen: far below what `i64` holds.
pub fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
