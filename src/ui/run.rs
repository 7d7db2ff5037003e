//! A run: progress of the whole, the state and proof of every step, and the questions only the admin can answer.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::acting::Acting;
use super::asking::{Asking, AskingProps};
use super::drawing::draw;
use super::icon::{Glyph, Icon};
use super::notice::{Kind, Notice};
use super::panel::{Action, Live, Panel, recipe_of, use_panel};
use super::part::Which;
use super::preview::count;
use super::route::Route;
use super::sign_in::{NeedsSalesforce, NeedsSalesforceProps, NeedsSignIn, NeedsSignInProps};
use super::{portals, slots, stays, step, tasks, value, view};
use crate::browser::elements;
use crate::http::Millis;
use crate::plan::drive::Command;
use crate::plan::history;
use crate::plan::model::{self, Service, Step, Target, Undo};
use crate::plan::progress::{Phase, StepProgress, StepState};
use crate::plan::undo::{can_take_back, stays};
use crate::text::Text;

/// Where the Teams chat page keeps its own Refresh, beside Save.
const COMMAND_BAR: &str = "teams-chat.command-bar";

/// A run.
#[derive(Properties)]
pub struct RunProps {
    /// It.
    pub live: Rc<Live>,
}

impl PartialEq for RunProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.live, &other.live)
    }
}

/// The whole view.
#[component]
pub fn Run(props: &RunProps) -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let live = &props.live;
    let progress = &live.progress;
    let done = done_steps(live);
    let all = live.plan.steps.len();
    let summary = Text::new("run-summary")
        .number("done", count(done))
        .number("steps", count(all))
        .number("requests", i64::from(progress.requests));
    let current = progress
        .steps
        .iter()
        .position(|step| step::is_under_way(&step.state) || matches!(step.state, StepState::Failed { .. }));
    use_effect_with(current.filter(|_| !progress.phase.is_over()), |current| {
        if let Some(current) = current {
            elements::keep_in_sight(&step_id(*current));
        }
    });
    let title = Text::new(title(&progress.phase));
    html! {
        <>
            <main id="content" data-testid="run">
                <div class="title">
                    { draw::<view::Heading>(view::HeadingProps { text: title }) }
                    <p class="caption-strong">{ words.html(&live.plan.title) }</p>
                    <p class="caption-strong" role="status" data-testid="run-status" data-phase={phase_name(&progress.phase)}>
                        { words.html(&summary) }
                    </p>
                </div>
                <section class="flush" aria-label={words.label(&Text::new("run-progress"))}>
                    <progress value={done.to_string()} max={all.to_string()} aria-label={words.label(&summary)}></progress>
                </section>
                if live.handle.is_none() && !progress.phase.is_over() {
                    <section class="flush">
                        <Notice kind={Kind::Plain(Icon::Lock)} testid="state-watching" title={words.word("run-watching")}>
                            <p>{ words.word("run-watching-why") }</p>
                        </Notice>
                    </section>
                }
                <section class="flush">{ phase_notice(&panel, live) }</section>
                if let Some(record) = &live.record {
                    <section class="flush">{ slots::undelivered(&panel, record) }</section>
                    { left_over(&panel, live) }
                }
                if live.progress.phase == Phase::Done {
                    { super::lead::after(&panel, &live.plan, &live.progress) }
                    { super::bright::after(&panel, &live.plan, &live.progress) }
                }
                { slots::of_run(&panel, live) }
                if let Some(why) = &panel.state.refused {
                    <section class="flush">
                        <Notice kind={Kind::Attention} testid="run-refused" title={words.html(why)} />
                    </section>
                }
                <section class="flush" aria-labelledby="run-steps">
                    <h2 class="unseen" id="run-steps">{ words.word("plan-steps") }</h2>
                    <ol class="steps">
                        { for live.plan.steps.iter().zip(&progress.steps).enumerate().map(|(index, (step, now))| {
                            shown_step(&panel, live, index, step, &now.state)
                        }) }
                    </ol>
                </section>
                if live.progress.phase == Phase::Done && recipe_of(&live.plan) == Which::TeamsChat && live.plan.undoes.is_none() {
                    <section aria-labelledby="run-check">
                        <h2 id="run-check">{ words.word("chat-check-title") }</h2>
                        { super::chat::closing_check(&panel) }
                    </section>
                }
                if let Some(record) = &live.record {
                    { draw::<Evidence>(OverProps { record: record.clone() }) }
                }
            </main>
            { bar(&panel, live) }
        </>
    }
}

/// Where a run stands, as the title over it.
pub const fn title(phase: &Phase) -> &'static str {
    match phase {
        Phase::Done => "run-title-done",
        Phase::Stopped { .. } => "run-title-stopped",
        Phase::Ended => "run-title-ended",
        Phase::Paused => "run-title-paused",
        _ if phase.asks() => "run-title-asking",
        _ => "run-title",
    }
}

/// What was said before an undo that it leaves to be done: it is still to be done when it is over.
fn left_over(panel: &Panel, live: &Live) -> Html {
    let words = &panel.words;
    if live.plan.undoes.is_none() {
        return Html::default();
    }
    let notes = || live.plan.notes.iter().filter(|note| !stays::is_said_first(note));
    html! {
        <>
            { stays::notice(panel, &live.plan) }
            if notes().next().is_some() {
                <section class="flush" aria-labelledby="run-notes" data-testid="run-notes">
                    <h2 id="run-notes">{ words.word("plan-notes") }</h2>
                    <ul class="stack">
                        { for notes().map(|note| html! { <li class="caption-strong">{ words.html(note) }</li> }) }
                    </ul>
                </section>
            }
        </>
    }
}

fn done_steps(live: &Live) -> usize {
    let steps = live.plan.steps.iter().zip(&live.progress.steps);
    let done = |(_, now): &(&Step, &StepProgress)| matches!(now.state, StepState::Done { .. });
    steps.filter(done).count()
}

/// Whether of something a run that is over sent no read has shown what became.
fn is_unsettled(live: &Live) -> bool {
    live.record.as_ref().is_some_and(|record| history::is_unsettled(record))
}

/// The phase as tests read it.
const fn phase_name(phase: &Phase) -> &'static str {
    match phase {
        Phase::Locking => "locking",
        Phase::Running => "running",
        Phase::Paused => "paused",
        Phase::Throttled { .. } => "throttled",
        Phase::Lacking => "lacking",
        Phase::HandingOver { .. } => "handingOver",
        Phase::WaitingForAdmin { .. } => "waitingForAdmin",
        Phase::Asking { .. } => "asking",
        Phase::Held { .. } => "held",
        Phase::Stopped { .. } => "stopped",
        Phase::Done => "done",
        Phase::Ended => "ended",
    }
}

fn shown_step(panel: &Panel, live: &Live, index: usize, step: &Step, state: &StepState) -> Html {
    let words = &panel.words;
    let known = |slot: &str| live.progress.known(slot).map(str::to_owned);
    let is_yours = matches!(&live.progress.phase, Phase::WaitingForAdmin { step: waits, .. } if *waits == step.id);
    let is_over = live.progress.phase.is_over();
    let class = if step::is_under_way(state) {
        "step now"
    } else if *state == StepState::Waiting {
        "step later"
    } else {
        "step"
    };
    html! {
        <li {class} id={step_id(index)} data-testid={format!("run-step-{}", index + 1)} data-state={step::state_name(state)}>
            <span class="place">
                if is_yours {
                    { Glyph::Attention.named(words.label(&Text::new("state-yours"))) }
                } else if is_over {
                    { step::past_glyph(words, state) }
                } else {
                    { step::state_glyph(words, state) }
                }
            </span>
            <h3>{ words.html(&step.title) }</h3>
            { step::deltas(words, &live.plan, step, &known) }
            if is_yours {
                { step::yours(words) }
            } else if is_over {
                { step::past_outcome(words, step, state, &|at| panel.time(at)) }
            } else {
                { step::outcome(words, step, state, &|at| panel.time(at)) }
            }
        </li>
    }
}

fn step_id(index: usize) -> String {
    format!("run-step-{}", index + 1)
}

/// What there is to say about the whole.
fn phase_notice(panel: &Panel, live: &Rc<Live>) -> Html {
    let words = &panel.words;
    match &live.progress.phase {
        Phase::Locking => html! { <p class="caption" role="status">{ words.word("run-locking") }</p> },
        Phase::Running => html! { <p class="caption">{ words.word("run-running") }</p> },
        Phase::Paused => html! { <p class="caption" role="status">{ words.word("run-paused") }</p> },
        Phase::Throttled { until } => draw::<Countdown>(CountdownProps { until: *until }),
        // What is asked for and shown stands below.
        Phase::Lacking | Phase::HandingOver { .. } => Html::default(),
        Phase::WaitingForAdmin { step, misses, missed } => html! {
            <Notice
                kind={Kind::Plain(Icon::Hand)}
                testid="run-waiting"
                title={words.word("run-waiting")}
                actions={admin_done(panel, live, step)}
            >
                if let Some(says) = live.plan.step(step).and_then(instruction) {
                    <p>{ words.html(&says) }</p>
                }
                <div role="status" data-testid="run-not-seen" data-times={misses.to_string()}>
                    if *misses > 0 {
                        <p>{ words.word("run-not-seen") }</p>
                        <ul class="dots">
                            { for missed.iter().map(|moved| html! { <li>{ value::missed(words, moved) }</li> }) }
                        </ul>
                    }
                </div>
            </Notice>
        },
        Phase::Asking { step } if live.handle.is_some() => draw::<Asking>(AskingProps {
            live: live.clone(),
            step: step.clone(),
        }),
        Phase::Asking { .. } => html! { <p class="caption" role="status">{ words.word("run-title-asking") }</p> },
        Phase::Held { why } => html! {
            <>
                <Notice
                    kind={Kind::Attention}
                    testid="run-held"
                    title={words.html(&portals::held_title(live, why))}
                    actions={held_actions(panel, live, why)}
                >
                    <p>{ words.word("run-held") }</p>
                </Notice>
                if live.handle.is_some() && asks_cloud(live) {
                    // For what was allowed before: what is missing now, if that is what holds the run.
                    { draw::<NeedsSignIn>(NeedsSignInProps { scopes: Vec::new(), then: Callback::noop(), revision: 0 }) }
                }
                if live.handle.is_some() && live.plan.targets.iter().any(|target| target.service == Service::Salesforce) {
                    { draw::<NeedsSalesforce>(NeedsSalesforceProps { then: Callback::noop(), revision: 0 }) }
                }
            </>
        },
        Phase::Stopped { why } => html! {
            <Notice kind={Kind::Blocked} testid="run-stopped" title={words.word("run-stopped")}>
                <p>{ words.html(why) }</p>
            </Notice>
        },
        Phase::Done => html! {
            <Notice kind={Kind::Ready} testid="run-done" title={words.word("run-done")}>
                <p>{ words.word("run-done-why") }</p>
                { way_back(panel, live) }
                { stale_page(panel, live) }
            </Notice>
        },
        Phase::Ended => html! {
            <Notice kind={Kind::Attention} testid="run-ended" title={words.word("run-ended")}>
                if is_unsettled(live) {
                    <p data-testid="run-unsettled">{ words.word("run-ended-unsettled") }</p>
                } else {
                    <p>{ words.word(if changed_steps(live).next().is_some() { "run-ended-why" } else { "run-ended-nothing" }) }</p>
                }
                { way_back(panel, live) }
                { stale_page(panel, live) }
            </Notice>
        },
    }
}

/// What of the run can be undone, and what stays.
fn way_back(panel: &Panel, live: &Live) -> Html {
    let words = &panel.words;
    let changed = || changed_steps(live).filter(|step| !matches!(step.undo, Undo::Nothing { .. }));
    let all = changed().count();
    if all == 0 && is_unsettled(live) {
        return Html::default();
    }
    let none = changed().filter(|step| matches!(step.undo, Undo::None { .. })).count();
    let stays = stays(changed());
    let says = if all == 0 {
        "run-back-nothing"
    } else if none == all {
        "run-back-none"
    } else if stays.is_empty() {
        "run-back-all"
    } else {
        "run-back-some"
    };
    let says = Text::new(says)
        .number("back", count(all - none))
        .number("of", count(all));
    html! {
        <div data-testid="run-way-back">
            <p>{ words.html(&says) }</p>
            if !stays.is_empty() {
                <ul class="dots">
                    { for stays.into_iter().map(|(step, why)| {
                        let stays = Text::new(if why.is_some() { "run-stays-why" } else { "run-stays" });
                        let stays = stays.message("step", step.title.clone());
                        let stays = match why {
                            Some(why) => stays.message("why", why.clone()),
                            None => stays,
                        };
                        html! { <li>{ words.html(&stays) }</li> }
                    }) }
                </ul>
            }
        </div>
    }
}

/// The steps a read has shown to have changed something.
pub fn changed_steps(live: &Live) -> impl Iterator<Item = &Step> {
    let steps = live.plan.steps.iter().zip(&live.progress.steps);
    steps
        .filter(|(_, now)| matches!(now.state, StepState::Done { already: false, .. }))
        .map(|(step, _)| step)
}

/// What was written past a portal page that is open, that page does not know, and its own Save may write over it. A page
/// is refreshed by the admin's hand: loading it anew would take the dock along.
fn stale_page(panel: &Panel, live: &Live) -> Html {
    let is_shown_there = matches!(recipe_of(&live.plan), Which::TeamsChat | Which::DisconnectRights);
    let wrote = live.plan.steps.iter().zip(&live.progress.steps).any(|(step, now)| {
        let sent = matches!(
            now.state,
            StepState::Done { already: false, .. } | StepState::NotYetShown { .. }
        );
        sent && matches!(step.change.action, model::Action::Http(_))
    });
    if !is_shown_there || !wrote {
        return Html::default();
    }
    html! {
        <div data-testid="run-page-stale">
            <p>{ panel.words.word("run-page-stale") }</p>
            { super::chat::show_me(panel, COMMAND_BAR, "run-show-refresh") }
        </div>
    }
}

/// Whether a service is written to that takes a sign-in of its own.
fn asks_cloud(live: &Live) -> bool {
    let is_cloud = |target: &Target| {
        matches!(
            target.service,
            Service::Graph | Service::PowerPlatform | Service::Teams | Service::Environment
        )
    };
    live.plan.targets.iter().any(is_cloud)
}

fn tell(live: &Live, command: Command) -> Callback<MouseEvent> {
    let handle = live.handle.clone();
    Callback::from(move |_: MouseEvent| {
        if let Some(handle) = &handle {
            handle.tell(command.clone());
        }
    })
}

/// What the admin is to do at a step that waits for them.
fn instruction(step: &Step) -> Option<Text> {
    match &step.change.action {
        model::Action::Guide { instruction, .. } => Some(instruction.clone()),
        model::Action::Page { locator, .. } => Some(match step::control(locator) {
            Some(name) => Text::new("run-press-named").name("control", name),
            None => Text::new("run-press"),
        }),
        model::Action::Http(_) | model::Action::Await => None,
    }
}

/// Makes the run look whether it is done, and opens the portal it is done in.
fn admin_done(panel: &Panel, live: &Live, step: &str) -> Html {
    if live.handle.is_none() {
        return Html::default();
    }
    let id = "run-admin-done";
    html! {
        <>
            <button type="button" class="button small" data-testid={id} onclick={tell(live, Command::AdminDone)}>
                { panel.words.word(id) }
            </button>
            { for live.plan.step(step).map(|step| portals::of_step(panel, live, step)) }
        </>
    }
}

/// Going on, and opening the page that no tab shows any more.
fn held_actions(panel: &Panel, live: &Live, why: &Text) -> Html {
    html! {
        <>
            { portals::reopen(panel, live, why) }
            { go_on(panel, live, "run-go-on", "button small") }
        </>
    }
}

/// Lets the run write on.
fn go_on(panel: &Panel, live: &Live, id: &'static str, class: &'static str) -> Html {
    let Some(handle) = live.handle.clone() else {
        return Html::default();
    };
    let act = Callback::from(move |()| handle.tell(Command::GoOn));
    html! { <Acting {id} {class} {act}>{ panel.words.word(id) }</Acting> }
}

/// When the service lets the run go on.
#[derive(Properties, PartialEq)]
struct CountdownProps {
    until: Millis,
}

/// A pause the service asked for: amber, counting down, and nothing was written.
#[component]
fn Countdown(props: &CountdownProps) -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let until = props.until;
    let began = use_memo(until, |_| panel.backend.now());
    let now = use_state(|| panel.backend.now());
    {
        let (backend, now) = (panel.backend.clone(), now.clone());
        use_effect_with(until, move |&until| {
            let going = Rc::new(std::cell::Cell::new(true));
            let seen = going.clone();
            spawn_local(async move {
                while seen.get() && backend.now() < until {
                    backend.sleep(1000).await;
                    if seen.get() {
                        now.set(backend.now());
                    }
                }
            });
            move || going.set(false)
        });
    }
    let left = until.saturating_sub(*now).div_ceil(1000);
    let all = until.saturating_sub(*began).div_ceil(1000).max(1);
    let over = all.saturating_sub(left);
    let clock = format!("{}:{:02}", left / 60, left % 60);
    html! {
        <Notice kind={Kind::Attention} testid="run-throttled" title={words.word("run-throttled")}>
            <p>{ words.word("run-throttled-why") }</p>
            <p class="row apart">
                <span class="with-icon">{ Icon::Clock.small() }{ words.word("run-next-try") }</span>
                <b class="number" role="timer">{ clock }</b>
            </p>
            <progress
                class="attention"
                value={over.to_string()}
                max={all.to_string()}
                aria-label={words.label(&Text::new("run-next-try"))}
            ></progress>
        </Notice>
    }
}

/// The bar of a run: pause and stop while it lasts, undo and evidence when it is over.
fn bar(panel: &Panel, live: &Rc<Live>) -> Html {
    let words = &panel.words;
    if let Some(record) = &live.record {
        return draw::<Over>(OverProps { record: record.clone() });
    }
    if live.handle.is_none() {
        return Html::default();
    }
    let paused = live.progress.phase == Phase::Paused;
    // Where the run waits for an answer there is nothing to pause.
    let waits = matches!(
        live.progress.phase,
        Phase::Asking { .. } | Phase::Held { .. } | Phase::Lacking | Phase::HandingOver { .. }
    );
    html! {
        <footer class="bar" data-testid="bar">
            <p class="say caption-strong">{ words.word("run-journalled") }</p>
            <button type="button" class="button" data-testid="run-cancel" onclick={tell(live, Command::Cancel)}>
                { words.word("run-cancel") }
            </button>
            if paused {
                { go_on(panel, live, "run-resume", "button primary") }
            } else if !waits {
                <button type="button" class="button primary" data-testid="run-pause" onclick={tell(live, Command::Pause)}>
                    { Icon::Pause.small() }{ words.word("run-pause") }
                </button>
            }
        </footer>
    }
}

/// A run that is over.
#[derive(Properties, PartialEq)]
struct OverProps {
    record: Rc<crate::plan::journal::RunRecord>,
}

/// What can be done with a run that is over.
#[component]
fn Over(props: &OverProps) -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let record = props.record.clone();
    let (can_undo, _) = can_take_back(&record);
    let undo = {
        let (panel, record) = (panel.clone(), record.clone());
        Callback::from(move |()| tasks::preview_undo(&panel, &record))
    };
    let elsewhere = {
        let (panel, record) = (panel.clone(), record.clone());
        Callback::from(move |()| tasks::open_undo_in_tab(&panel, &record))
    };
    let settle = {
        let (panel, record) = (panel.clone(), props.record.clone());
        Callback::from(move |()| tasks::take_up(&panel, &record, true, false))
    };
    let history = {
        let backend = panel.backend.clone();
        Callback::from(move |()| backend.open_in_tab(&Route::History.address()))
    };
    let leave = panel.on(|| Action::LeaveRun);
    html! {
        <footer class="bar" data-testid="bar">
            if history::is_unsettled(&props.record) {
                <Acting id="run-settle" class="button" act={settle} elsewhere={history}>
                    { words.word("interrupted-settle") }
                </Acting>
            } else if can_undo > 0 {
                <p class="say caption">{ words.word("run-undo-hint") }</p>
                <Acting id="run-undo" class="button" act={undo} {elsewhere}>
                    { Icon::Undo.small() }{ words.word("run-undo") }
                </Acting>
            }
            <button type="button" class="button primary" data-testid="run-close" onclick={leave}>
                { words.word("run-close") }
            </button>
        </footer>
    }
}

/// Saves the record of a run that is over.
#[component]
fn Evidence(props: &OverProps) -> Html {
    let panel = use_panel();
    let evidence = {
        let (panel, record) = (panel.clone(), props.record.clone());
        Callback::from(move |_: MouseEvent| tasks::save_evidence(&panel, &record))
    };
    html! {
        <div class="foot">
            <button type="button" class="button small" data-testid="run-evidence" onclick={evidence}>
                { Icon::Save.small() }{ panel.words.word("run-evidence") }
            </button>
        </div>
    }
}
