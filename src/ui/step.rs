//! One step of a plan, as the preview, a run and the history show it.

use serde_json::Value;
use yew::prelude::*;

use super::icon::{Glyph, Icon};
use super::value;
use crate::http::Request;
use crate::json;
use crate::plan::evidence;
use crate::plan::model::{Action, Delta, Plan, Risk, Step, Write, WriteCondition};
use crate::plan::progress::{Evidence, Moved, StepState};
use crate::plan::undo::{self, WayBack};
use crate::portal::locators;
use crate::text::{Arg, Text};
use crate::words::Words;

/// How many characters of a value stand beside a title; a longer one stands under it.
const LONG: usize = 30;

/// Old → new of each column or link of a step; `known` tells the values it names by their slots.
pub fn deltas(words: &Words, plan: &Plan, step: &Step, known: &dyn Fn(&str) -> Option<String>) -> Html {
    let deltas = evidence::deltas(plan, step, known);
    let several = deltas.len() > 1;
    let is_long = |text: &Text| words.plain(text).chars().count() > LONG;
    let long = deltas.iter().any(|delta| is_long(&delta.from) || is_long(&delta.to));
    html! {
        <div class={classes!("deltas", several.then_some("several"), long.then_some("long"))}>
            { for deltas.iter().map(|delta| one_delta(words, delta, several)) }
        </div>
    }
}

fn one_delta(words: &Words, delta: &Delta, labelled: bool) -> Html {
    html! {
        <>
            if labelled {
                <span class="caption">{ words.html(&delta.label) }</span>
            }
            { words.delta(words.html(&delta.from), words.html(&delta.to)) }
        </>
    }
}

/// How much of a step can be taken back, and whether people notice it.
pub fn tags(words: &Words, step: &Step) -> Html {
    let back = match undo::way_back(step) {
        WayBack::Nothing => None,
        WayBack::Unsaved => Some(("tag", Icon::Page, "risk-unsaved")),
        WayBack::Whole => Some(("tag", Icon::Undo, "risk-reversible")),
        WayBack::Partly => Some(("tag blocked", Icon::OneWay, "risk-irreversible")),
        WayBack::None => Some(("tag blocked", Icon::OneWay, "risk-one-way")),
    };
    let noticed = (step.risk == Risk::Disruptive).then_some(("tag attention", Icon::People, "risk-disruptive"));
    let tags = noticed.into_iter().chain(back);
    tags.map(|(class, icon, id)| html! { <span {class} data-tag={id}>{ icon.tiny() }{ words.word(id) }</span> })
        .collect()
}

/// Who carries a step out, and what it costs.
pub fn kind(words: &Words, step: &Step) -> Html {
    let (icon, id) = match step.change.action {
        Action::Http(_) => (Icon::Api, "kind-api"),
        Action::Page { .. } => (Icon::Page, "kind-page"),
        Action::Guide { .. } if step.only_reads() => (Icon::Search, "kind-read"),
        Action::Guide { .. } => (Icon::Hand, "kind-guide"),
        Action::Await if step.is_check() => (Icon::Search, "kind-read"),
        Action::Await => (Icon::Clock, "kind-await"),
    };
    let text = Text::new(id).number("requests", i64::from(step.requests()));
    html! { <span class="caption with-icon">{ icon.tiny() }{ words.html(&text) }</span> }
}

/// What is sent, to the letter.
pub fn details(words: &Words, step: &Step) -> Html {
    match &step.change.action {
        Action::Http(write) => html! {
            <details class="fold">
                <summary>{ Icon::chevron() }{ words.word("step-request") }</summary>
                <pre class="raw">{ as_sent(write) }</pre>
                if write.condition == WriteCondition::None {
                    <p class="caption">{ words.word("step-no-conditional-write") }</p>
                }
                if !write.repeatable {
                    <p class="caption">{ words.word("step-not-repeatable") }</p>
                }
            </details>
        },
        Action::Page { locator, .. } => match control(locator) {
            Some(name) => html! {
                <details class="fold">
                    <summary>{ Icon::chevron() }{ words.word("step-control") }</summary>
                    <pre class="raw"><bdi>{ name }</bdi></pre>
                </details>
            },
            None => Html::default(),
        },
        // What to do is said when there is something to do.
        Action::Guide { .. } if step.only_reads() => Html::default(),
        Action::Guide { instruction, .. } => html! { <p class="caption body">{ words.html(instruction) }</p> },
        Action::Await => Html::default(),
    }
}

/// What pages call the control a locator finds; `None` where that is not published.
pub fn control(locator: &str) -> Option<String> {
    let found = locators::find(locator)?;
    Some(found.called().to_owned()).filter(|name| !name.is_empty())
}

/// A request as it stands in a plan, with the slots' names where their values go.
pub fn as_sent(write: &Write) -> String {
    let Request {
        method,
        path,
        headers,
        body,
    } = &write.request;
    let condition = match write.condition {
        WriteCondition::GuardEtag => "\nif-match: <etag>",
        WriteCondition::CreateOnly => "\nif-none-match: *",
        WriteCondition::None => "",
    };
    let headers: String = headers
        .iter()
        .map(|(name, value)| format!("\n{name}: {value}"))
        .collect();
    let body = body.as_deref().map(|body| {
        let pretty = json::parse(body).map_or_else(|_| body.to_owned(), |body| json::pretty(&body));
        format!("\n\n{pretty}")
    });
    format!(
        "{} {path}{condition}{headers}{}",
        method.as_str(),
        body.unwrap_or_default()
    )
}

/// The name of a state, as tests read it from `data-state`.
pub const fn state_name(state: &StepState) -> &'static str {
    match state {
        StepState::Waiting => "waiting",
        StepState::Checking => "checking",
        StepState::Writing => "writing",
        StepState::Proving { .. } => "proving",
        StepState::Done { .. } => "done",
        StepState::NotYetShown { .. } => "notYetShown",
        StepState::Conflict { .. } => "conflict",
        StepState::Failed { .. } => "failed",
        StepState::Skipped => "skipped",
        StepState::Unsaved { .. } => "unsaved",
    }
}

/// Whether something is happening at this step.
pub const fn is_under_way(state: &StepState) -> bool {
    matches!(
        state,
        StepState::Checking | StepState::Writing | StepState::Proving { .. }
    )
}

/// The state of a step as a glyph under its name.
pub fn state_glyph(words: &Words, state: &StepState) -> Html {
    let (glyph, id) = match state {
        StepState::Waiting => (Glyph::Waiting, "state-waiting"),
        StepState::Checking => (Glyph::Running, "state-checking"),
        StepState::Writing => (Glyph::Running, "state-writing"),
        StepState::Proving { .. } => (Glyph::Running, "state-proving"),
        StepState::Done { .. } => (Glyph::Ready, "state-done"),
        StepState::NotYetShown { .. } => (Glyph::Attention, "state-not-yet-shown"),
        StepState::Conflict { .. } => (Glyph::Blocked, "state-conflict"),
        StepState::Failed { .. } => (Glyph::Blocked, "state-failed"),
        StepState::Skipped => (Glyph::Refused, "state-skipped"),
        StepState::Unsaved { .. } => (Glyph::Attention, "state-unsaved"),
    };
    glyph.named(words.label(&Text::new(id)))
}

/// The state of a step of a run that is looked back on: nothing is happening at it any more.
pub fn past_glyph(words: &Words, state: &StepState) -> Html {
    if is_under_way(state) {
        return Glyph::Attention.named(words.label(&Text::new("standing-unsettled")));
    }
    state_glyph(words, state)
}

/// What came of it.
pub fn past_outcome(words: &Words, step: &Step, state: &StepState, time: &dyn Fn(u64) -> String) -> Html {
    if is_under_way(state) {
        return line(words, Text::new("step-unsettled"));
    }
    outcome(words, step, state, time)
}

/// That a step waits for the admin.
pub fn yours(words: &Words) -> Html {
    line(words, Text::new("state-yours"))
}

/// What came of a step, with its proof; `time` writes a moment in the reader's language.
pub fn outcome(words: &Words, step: &Step, state: &StepState, time: &dyn Fn(u64) -> String) -> Html {
    // Such a step writes nothing itself.
    let looks = step.change.action == Action::Await;
    match state {
        StepState::Waiting => Html::default(),
        StepState::Checking => line(words, Text::new("state-checking")),
        StepState::Writing => line(words, Text::new("state-writing")),
        StepState::Proving {
            percent: Some(percent), ..
        } => line(words, Text::new("step-percent").number("percent", i64::from(*percent))),
        StepState::Proving { tries, .. } => {
            let id = if looks { "step-looking" } else { "step-proving" };
            line(words, Text::new(id).number("tries", i64::from(*tries)))
        }
        StepState::Done { at, already, evidence } => {
            let id = match already {
                _ if step.only_reads() => "step-read",
                true if looks => "step-held",
                true => "step-already",
                false => "step-proved",
            };
            html! {
                <div class="caption body">
                    { words.html(&Text::new(id).name("time", time(*at))) }
                    { for evidence.iter().filter(|one| !is_implied(one, evidence)).map(|one| read_back(words, step, one)) }
                </div>
            }
        }
        StepState::NotYetShown { at } => {
            let id = match step.change.action {
                Action::Await => "step-not-there",
                Action::Guide { .. } => "step-by-hand-not-shown",
                Action::Http(_) | Action::Page { .. } => "step-not-yet-shown",
            };
            line(words, Text::new(id).name("time", time(*at)))
        }
        StepState::Conflict { moved } => html! {
            <>
                <p class="caption body">{ words.word("step-conflict") }</p>
                <div class="body">{ conflict(words, step, moved) }</div>
            </>
        },
        StepState::Failed { why } => html! { <p class="body">{ words.html(why) }</p> },
        StepState::Skipped => line(words, Text::new("step-skipped")),
        StepState::Unsaved { .. } => line(words, Text::new("step-unsaved")),
    }
}

fn line(words: &Words, text: Text) -> Html {
    html! { <p class="caption body">{ words.html(&text) }</p> }
}

/// Whether what was read says only that something is there of which another says what it is.
fn is_implied(one: &Evidence, all: &[Evidence]) -> bool {
    let names = |other: &Evidence| {
        one.label
            .args
            .values()
            .any(|arg| *arg == Arg::Message(other.label.clone()))
    };
    let same = |other: &Evidence| other != one && other.label == one.label;
    match &one.value {
        Value::Bool(true) => all.iter().any(names),
        // That there is nothing more of it than what was read.
        Value::Null => one.listed && all.iter().any(same),
        _ => false,
    }
}

/// What a proof read. What is too intricate for a line is told by the words the step has for it, and shown on demand.
fn read_back(words: &Words, step: &Step, evidence: &Evidence) -> Html {
    let same = |delta: &&Delta| delta.label == evidence.label;
    let wanted = step.delta.iter().find(same).map(|delta| &delta.to);
    html! {
        <>{ " " }{ value::read_back(words, evidence, wanted) }</>
    }
}

/// What the plan was made from, what is there now, and what was to be; a check wants nothing of its own.
fn conflict(words: &Words, step: &Step, moved: &[Moved]) -> Html {
    let wants = !step.is_check();
    let gone = || words.word("value-gone");
    html! {
        <table class="three">
            <caption class="unseen">{ words.word("conflict-caption") }</caption>
            <thead>
                <tr>
                    <th scope="col">{ words.word("conflict-what") }</th>
                    <th scope="col">{ words.word("conflict-planned-from") }</th>
                    <th scope="col">{ words.word("conflict-now") }</th>
                    if wants {
                        <th scope="col">{ words.word("conflict-wanted") }</th>
                    }
                </tr>
            </thead>
            <tbody>
                { for moved.iter().map(|moved| {
                    let cell = |value, beside| value::cell(words, moved, value, beside);
                    let planned = Some(&moved.planned_from);
                    html! {
                    <tr>
                        <th scope="row">{ words.html(&moved.label) }</th>
                        <td>{ cell(&moved.planned_from, None) }</td>
                        <td class="moved"><b>{ moved.now.as_ref().map_or_else(gone, |now| cell(now, planned)) }</b></td>
                        if wants {
                            <td>{ cell(&moved.wanted, planned) }</td>
                        }
                    </tr>
                    }
                }) }
            </tbody>
        </table>
    }
}
