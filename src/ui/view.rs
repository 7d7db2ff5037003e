//! What views have in common: the heading that takes the focus, when things were read, reading again, and the
//! exceptional states.

use std::rc::Rc;

use yew::prelude::*;

use super::acting::Acting;
use super::drawing::draw;
use super::icon::{Glyph, Icon};
use super::notice::{Blank, Kind, Notice};
use super::organization::{self, NoOrganization};
use super::other_user::OtherUser;
use super::panel::{Action, Panel, use_panel};
use super::part::{Trouble, Which};
use super::preview::count;
use super::route::Route;
use super::tasks;
use crate::browser::elements;
use crate::domain::reading::Reading;
use crate::http::Millis;
use crate::plan::journal::RunRecord;
use crate::plan::progress::StepState;
use crate::text::Text;
use crate::words::Words;

/// A view's heading.
#[derive(Properties, PartialEq)]
pub struct HeadingProps {
    /// What it says.
    pub text: Text,
}

/// The `h1` of a view. It takes the focus when the view opens, so that a screen reader begins there.
#[component]
pub fn Heading(props: &HeadingProps) -> Html {
    let panel = use_panel();
    let heading = use_node_ref();
    {
        let heading = heading.clone();
        use_effect_with(panel.state.route, move |_| {
            elements::scroll_to_top();
            elements::focus(&heading);
        });
    }
    html! { <h1 ref={heading} tabindex="-1">{ panel.words.html(&props.text) }</h1> }
}

/// What every recipe's view begins with: what it is, when it was read, and what stood in the way.
pub fn head(panel: &Panel, title: &'static str, subtitle: &'static str) -> Html {
    html! {
        <>
            <div class="title">
                { draw::<Heading>(HeadingProps { text: Text::new(title) }) }
                <div class="actions">{ draw::<Refresh>(()) }</div>
                <p class="caption">{ panel.words.word(subtitle) }</p>
                { read_at(panel) }
            </div>
            { draw::<Troubles>(()) }
        </>
    }
}

/// When things were read and in how many requests; while they are read again, that.
pub fn read_at(panel: &Panel) -> Html {
    let words = &panel.words;
    let mut oldest = None;
    let mut requests = 0_u32;
    for origin in panel.state.shown().filter_map(|which| panel.state.part(which).origin()) {
        oldest = Some(oldest.map_or(origin.read_at, |at: Millis| at.min(origin.read_at)));
        requests = requests.saturating_add(origin.requests);
    }
    let Some(oldest) = oldest else {
        return Html::default();
    };
    let text = Text::new("read-at")
        .name("time", panel.time(oldest))
        .number("requests", i64::from(requests));
    let is_stale = panel
        .state
        .shown()
        .any(|which| panel.state.part(which).standing().trouble.is_some());
    html! {
        <p class="caption with-icon" role="status" data-testid="read-at">
            if panel.state.is_reading() {
                { Glyph::Running.small() }<span>{ words.word(being_read(panel).1) }</span>
            } else {
                if is_stale {
                    { Icon::Clock.tiny() }
                }
                <span>{ words.html(&text) }</span>
            }
        </p>
    }
}

/// Reads again.
#[component]
pub fn Refresh() -> Html {
    let panel = use_panel();
    let label = panel.words.label(&Text::new("refresh"));
    let read = panel.on(|| Action::ReadAgain);
    html! {
        <button
            type="button"
            class="button square subtle"
            data-testid="refresh"
            aria-label={label.clone()}
            title={label}
            aria-disabled={panel.state.is_reading().to_string()}
            onclick={read}
        >
            { Icon::Refresh.small() }
        </button>
    }
}

/// Says what went wrong with reading, and offers the way out. What was read before stays below.
#[component]
pub fn Troubles() -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let interrupted = panel.state.interrupted.as_ref().map(|run| interrupted(&panel, run));
    let troubled = |which: &Which| panel.state.part(*which).standing().trouble.is_some();
    let which = panel.state.shown().find(troubled);
    let part = which.map(|which| panel.state.part(which));
    let Some((part, trouble)) = part.and_then(|part| Some((part, part.standing().trouble.as_ref()?))) else {
        return html! { <>{ interrupted }{ draw::<OtherUser>(()) }</> };
    };
    // The connection is read of Salesforce alone.
    if organization::is_sought(&panel) && which != Some(Which::SalesforceConnection) {
        return html! { <>{ interrupted }{ draw::<NoOrganization>(()) }</> };
    }
    let again = panel.on(|| Action::ReadAgain);
    let retry = html! {
        <button type="button" class="button small" data-testid="try-again" onclick={again}>{ words.word("try-again") }</button>
    };
    let kept = part.origin().is_some().then(|| {
        html! { <p>{ words.word(if part.changes() == 0 { "offline-kept" } else { "offline-kept-changes" }) }</p> }
    });
    let trouble = match trouble {
        Trouble::SignedOut(why) => html! {
            <Blank icon={Icon::Person} testid="state-signed-out" title={words.word("signed-out-title")} actions={retry}>
                <p>{ words.html(why) }</p>
                { kept }
            </Blank>
        },
        Trouble::NoPermission(why) => html! {
            <Notice kind={Kind::Attention} testid="state-no-permission" title={words.word("no-permission-title")} actions={retry}>
                <p>{ words.html(why) }</p>
                <p>{ words.word("unreadable-not-none") }</p>
            </Notice>
        },
        Trouble::Offline(why) => html! {
            <Notice kind={Kind::Plain(Icon::Unplugged)} testid="state-offline" title={words.word("offline-title")} actions={retry}>
                <p>{ words.html(why) }</p>
                { kept }
            </Notice>
        },
        Trouble::Failed(why) => html! {
            <Notice kind={Kind::Blocked} testid="state-error" title={words.word("error-title")} actions={retry}>
                <p>{ words.html(why) }</p>
                { kept }
            </Notice>
        },
    };
    html! { <>{ interrupted }{ trouble }</> }
}

/// A run that was cut off: nothing else is written to its target before it is settled.
fn interrupted(panel: &Panel, run: &Rc<RunRecord>) -> Html {
    let words = &panel.words;
    let resume = {
        let (panel, run) = (panel.clone(), run.clone());
        Callback::from(move |()| tasks::take_up(&panel, &run, false, false))
    };
    let elsewhere = {
        let backend = panel.backend.clone();
        Callback::from(move |()| backend.open_in_tab(&Route::Overview.address()))
    };
    let undo = {
        let (panel, run) = (panel.clone(), run.clone());
        Callback::from(move |()| tasks::take_up(&panel, &run, true, true))
    };
    let actions = html! {
        <>
            <Acting id="interrupted-resume" class="button small" act={resume} elsewhere={elsewhere.clone()}>
                { words.word("interrupted-resume") }
            </Acting>
            <Acting id="interrupted-undo" class="button small" act={undo} {elsewhere}>
                { words.word("interrupted-undo") }
            </Acting>
        </>
    };
    let done = run
        .steps
        .iter()
        .filter(|step| matches!(step.state, StepState::Done { .. }))
        .count();
    let text = Text::new("interrupted-why")
        .name("time", panel.time(run.header.started_at))
        .number("done", count(done))
        .number("steps", count(run.header.plan.steps.len()));
    html! {
        <Notice kind={Kind::Blocked} testid="state-interrupted" title={words.word("interrupted-title")} {actions}>
            <p>{ words.html(&run.header.plan.title) }</p>
            <p>{ words.html(&text) }</p>
            if let Some(why) = &panel.state.refused {
                <p role="status">{ words.html(why) }</p>
            }
        </Notice>
    }
}

/// The first reading: says what is read, and holds the place of what will stand there.
#[component]
pub fn Loading() -> Html {
    let panel = use_panel();
    let words = &panel.words;
    if !panel.state.is_reading() {
        return Html::default();
    }
    html! {
        <section class="flush stack" aria-busy="true" data-testid="state-loading">
            <p class="caption" role="status">{ words.word(being_read(&panel).0) }</p>
            <progress aria-label={words.label(&Text::new(being_read(&panel).0))}></progress>
            <table aria-hidden="true">
                <tbody>
                    { for (0..5).map(|_| html! {
                        <tr>
                            <td><span class="bone"></span></td>
                            <td><span class="bone track"></span></td>
                            <td><span class="bone track"></span></td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </section>
    }
}

/// What is being read for the view shown, in words.
pub fn being_read(panel: &Panel) -> (&'static str, &'static str) {
    let mut shown = panel.state.shown();
    let which = shown.find(|which| panel.state.part(*which).standing().is_reading);
    which.unwrap_or(panel.state.current).reading()
}

/// Says that what is shown cannot be changed for want of a privilege.
pub fn not_allowed(words: &Words, may_write: Option<bool>, part: &str, what: &'static str) -> Html {
    if may_write != Some(false) {
        return Html::default();
    }
    let text = Text::new("disconnect-plan-not-allowed").message("what", Text::new(what));
    html! {
        <p class="caption with-icon" data-testid={format!("not-allowed-{part}")}>
            { Icon::Lock.small() }<span>{ words.html(&text) }</span>
        </p>
    }
}

/// What stands on facts nobody has seen on a live tenant yet: one mark, with what they are behind it.
pub fn unproven(words: &Words, facts: &[Text], is_open: bool) -> Html {
    if facts.is_empty() {
        return Html::default();
    }
    html! {
        <details class="fold" open={is_open}>
            <summary>
                { Glyph::Unknown.small() }
                { words.html(&Text::new("unproven").number("count", count(facts.len()))) }
                { Icon::chevron() }
            </summary>
            <ul class="notes">{ for facts.iter().map(|fact| html! { <li class="caption">{ words.html(fact) }</li> }) }</ul>
        </details>
    }
}

/// What is to be said of a part that was not, or not fully, read; nothing if it was.
pub fn reading<T>(words: &Words, reading: &Reading<T>, part: &str) -> Html {
    match reading {
        Reading::Complete(_) => Html::default(),
        Reading::Partial { missing, .. } => partial(words, missing, part),
        Reading::Unreadable(why) => unreadable(words, why, part),
    }
}

/// A list that is not complete.
fn partial(words: &Words, missing: &[Text], part: &str) -> Html {
    html! {
        <Notice kind={Kind::Attention} testid={format!("state-partial-{part}")} title={words.word("partial-title")}>
            { for missing.iter().map(|missing| html! { <p>{ words.html(missing) }</p> }) }
            <p>{ words.word("partial-lower-bound") }</p>
        </Notice>
    }
}

/// Something that could not be read.
fn unreadable(words: &Words, why: &Text, part: &str) -> Html {
    html! {
        <Notice kind={Kind::Attention} testid={format!("state-unreadable-{part}")} title={words.html(why)}>
            <p>{ words.word("unreadable-not-none") }</p>
        </Notice>
    }
}
