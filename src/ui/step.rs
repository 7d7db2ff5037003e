//! One step of a plan, as the preview, a run and the history show it.

use yew::prelude::*;

use super::icon::{Glyph, Icon};
use super::value;
use crate::http::Request;
use crate::json;
use crate::plan::model::{Action, Delta, Risk, Step, Write, WriteCondition};
use crate::plan::progress::{Evidence, Moved, StepState};
use crate::text::Text;
use crate::words::Words;

/// Old → new of each column or link of a step.
pub fn deltas(words: &Words, step: &Step) -> Html {
    let several = step.delta.len() > 1;
    html! {
        <div class={classes!("deltas", several.then_some("several"))}>
            { for step.delta.iter().map(|delta| one_delta(words, delta, several)) }
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

/// How much of a step can be taken back.
pub fn risk(words: &Words, risk: Risk) -> Html {
    let (class, icon, id) = match risk {
        Risk::Reversible => ("tag", Icon::Undo, "risk-reversible"),
        Risk::Disruptive => ("tag attention", Icon::People, "risk-disruptive"),
        Risk::Irreversible => ("tag blocked", Icon::OneWay, "risk-irreversible"),
    };
    html! { <span {class}>{ icon.tiny() }{ words.word(id) }</span> }
}

/// Who carries a step out, and what it costs.
pub fn kind(words: &Words, step: &Step) -> Html {
    let (icon, id) = match step.change.action {
        Action::Http(_) => (Icon::Api, "kind-api"),
        Action::Page { .. } => (Icon::Page, "kind-page"),
        Action::Guide { .. } => (Icon::Hand, "kind-guide"),
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
        Action::Page { locator, .. } => html! {
            <details class="fold">
                <summary>{ Icon::chevron() }{ words.word("step-control") }</summary>
                <pre class="raw">{ locator }</pre>
            </details>
        },
        Action::Guide { instruction, .. } => html! { <p class="caption body">{ words.html(instruction) }</p> },
    }
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
    };
    glyph.named(words.label(&Text::new(id)))
}

/// What came of a step, with its proof; `time` writes a moment in the reader's language.
pub fn outcome(words: &Words, state: &StepState, time: &dyn Fn(u64) -> String) -> Html {
    match state {
        StepState::Waiting => Html::default(),
        StepState::Checking => line(words, Text::new("state-checking")),
        StepState::Writing => line(words, Text::new("state-writing")),
        StepState::Proving {
            percent: Some(percent), ..
        } => line(words, Text::new("step-percent").number("percent", i64::from(*percent))),
        StepState::Proving { tries, .. } => line(words, Text::new("step-proving").number("tries", i64::from(*tries))),
        StepState::Done { at, already, evidence } => {
            let id = if *already { "step-already" } else { "step-proved" };
            html! {
                <div class="caption body">
                    { words.html(&Text::new(id).name("time", time(*at))) }
                    { for evidence.iter().map(|evidence| read_back(words, evidence)) }
                </div>
            }
        }
        StepState::NotYetShown { at } => line(words, Text::new("step-not-yet-shown").name("time", time(*at))),
        StepState::Conflict { moved } => html! {
            <>
                <p class="caption body">{ words.word("step-conflict") }</p>
                <div class="body">{ three_columns(words, moved) }</div>
            </>
        },
        StepState::Failed { why } => html! { <p class="body">{ words.html(why) }</p> },
        StepState::Skipped => line(words, Text::new("step-skipped")),
    }
}

fn line(words: &Words, text: Text) -> Html {
    html! { <p class="caption body">{ words.html(&text) }</p> }
}

fn read_back(words: &Words, evidence: &Evidence) -> Html {
    html! {
        <>{ " " }{ value::read_back(words, &evidence.label, &evidence.value) }</>
    }
}

/// What moved: planned from, now, wanted.
fn three_columns(words: &Words, moved: &[Moved]) -> Html {
    let gone = || words.word("value-gone");
    html! {
        <table class="three">
            <caption class="unseen">{ words.word("conflict-caption") }</caption>
            <thead>
                <tr>
                    <th scope="col">{ words.word("conflict-what") }</th>
                    <th scope="col">{ words.word("conflict-planned-from") }</th>
                    <th scope="col">{ words.word("conflict-now") }</th>
                    <th scope="col">{ words.word("conflict-wanted") }</th>
                </tr>
            </thead>
            <tbody>
                { for moved.iter().map(|moved| {
                    let planned = Some(&moved.planned_from);
                    html! {
                    <tr>
                        <th scope="row">{ words.html(&moved.label) }</th>
                        <td>{ value::cell(words, &moved.planned_from, None) }</td>
                        <td class="moved"><b>{ moved.now.as_ref().map_or_else(gone, |now| value::cell(words, now, planned)) }</b></td>
                        <td>{ value::cell(words, &moved.wanted, planned) }</td>
                    </tr>
                    }
                }) }
            </tbody>
        </table>
    }
}
