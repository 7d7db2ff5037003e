//! The readiness report: the systems it is read from, who will use the product, the nine steps line by line with what puts
//! them right, and the message that welcomes the sellers (S001-01 to S001-44).

mod audience;
mod lines;
mod paper;
pub mod part;
pub mod reading;
mod setup;
mod welcome;

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::drawing::draw;
use super::icon::{Glyph, Icon};
use super::panel::{Action, Panel, use_panel};
use super::part::Which;
use super::sign_in::{NeedsSalesforce, NeedsSalesforceProps, NeedsSignIn, NeedsSignInProps};
use super::{bar, view};
use crate::browser::elements;
use crate::domain::deployment::steps::{ARTICLE, STEPS, Source};
use crate::json::pretty;
use crate::recipes::deployment::ready::worst;
use crate::recipes::deployment::refusal::{is_signed_out, refused};
use crate::recipes::deployment::{Line, Observed, Repair, report};
use crate::recipes::readiness::Readiness;
use crate::services::entra::{Scope, scope};
use crate::text::Text;

use self::part::Edit;

/// The view.
#[component]
pub fn Deployment() -> Html {
    let panel = use_panel();
    {
        // What the admin has said is read by and by.
        let panel = panel.clone();
        use_effect_with(panel.state.deployment.to_read(), move |source| {
            if let Some(source) = *source {
                reading::read_source(&panel, source, true);
            }
        });
    }
    let part = &panel.state.deployment;
    {
        let panel = panel.clone();
        use_effect_with(part.observed.is_some() && !part.is_recalled, move |is_to_recall| {
            if *is_to_recall {
                reading::recall(&panel);
            }
        });
    }
    {
        // What the address asked for is shown as soon as everything it rests on was read.
        let panel = panel.clone();
        use_effect_with(part.is_to_review, move |is_to_review| {
            if *is_to_review {
                let wanted = panel.state.deployment.choices.wants(Repair::Licences);
                spawn_local(async move {
                    reading::look_at_consent(&panel, wanted).await;
                    panel.send(Action::Deployment(Edit::Reviewed));
                    panel.send(Action::Review(Which::Deployment, panel.backend.now()));
                });
            }
        });
    }
    {
        let panel = panel.clone();
        use_effect_with(part.choices.wants(Repair::Licences), move |wanted| {
            let wanted = *wanted;
            spawn_local(async move { reading::look_at_consent(&panel, wanted).await });
        });
    }
    {
        let panel = panel.clone();
        let said = (part.choices.audience.clone(), part.choices.checked.clone());
        use_effect_with(said, move |_| reading::remember(&panel));
    }
    html! {
        <>
            <main id="content" data-testid="readiness">
                { view::head(&panel, "deploy-title", "deploy-subtitle") }
                if let Some(observed) = panel.state.deployment.observed.clone() {
                    { shown(&panel, &observed) }
                } else {
                    { draw::<view::Loading>(()) }
                }
            </main>
            { draw::<bar::Bar>(()) }
        </>
    }
}

fn shown(panel: &Panel, observed: &Rc<Observed>) -> Html {
    let lines = report(observed, &panel.state.deployment.choices);
    html! {
        <>
            { sources(panel, observed) }
            { audience::section(panel, observed) }
            { summary(panel, &lines) }
            { for (0..STEPS.len()).map(|step| self::step(panel, observed, step, &lines)) }
            { files(panel, observed) }
        </>
    }
}

/// The systems the report is read from, in the order they are signed in to; one after the other, as one cannot be refused
/// for another.
fn sources(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let part = &panel.state.deployment;
    let all = reading::sources(observed);
    let is_told =
        |source: &Source| reading::read_at(observed, *source).is_some() && refused(observed, *source).is_none();
    let unread = |source: &Source| reading::read_at(observed, *source).is_none() || is_signed_out(observed, *source);
    let chosen = part.source.filter(|source| all.contains(source) && !is_told(source));
    // Where nobody is signed in first, then where whoever is was refused everything: another account may be let in.
    let mut rest = all.iter().copied();
    let current = chosen
        .or_else(|| rest.find(unread))
        .or_else(|| all.iter().copied().find(|source| !is_told(source)));
    let row = |source: Source| {
        let is_reading = part.reading.contains(&source);
        let read_at = reading::read_at(observed, source);
        let refused = refused(observed, source).filter(|_| !is_reading);
        let glyph = match (is_reading, read_at) {
            (true, _) => Glyph::Running,
            (false, Some(_)) if refused.is_some() => Glyph::Attention,
            (false, Some(_)) => Glyph::Ready,
            (false, None) => Glyph::Unknown,
        };
        let says = match (read_at, &refused) {
            (Some(at), Some(_)) => Text::new("deploy-source-refused").name("time", panel.time(at)),
            (Some(at), None) => Text::new("deploy-source-at").name("time", panel.time(at)),
            (None, _) => Text::new("deploy-source-not-read"),
        };
        let choose = {
            let choose = panel.on(move || Action::Deployment(Edit::Source(source)));
            Callback::from(move |event: MouseEvent| {
                choose.emit(event);
                // The button that was pressed goes; what it opened is gone on with.
                elements::go_to(SIGN_IN);
            })
        };
        html! {
            <li data-testid={source.name()} data-read={read_at.is_some().to_string()}>
                <div class="row apart">
                <span class="caption-strong with-icon">
                    { glyph.small() }<span>{ words.html(&says.message("source", Text::new(source.name()))) }</span>
                </span>
                if !is_told(&source) && !is_reading && Some(source) != current {
                    <button
                        type="button"
                        class="button small"
                        data-testid={format!("{}-choose", source.name())}
                        aria-label={words.label(&Text::new("deploy-source-choose").message("source", Text::new(source.name())))}
                        onclick={choose}
                    >
                        { words.word("sign-in") }
                    </button>
                }
                </div>
                { for refused.map(|why| html! { <p class="caption" data-testid={format!("{}-refused", source.name())}>{ words.html(&why) }</p> }) }
            </li>
        }
    };
    html! {
        <section aria-labelledby="deploy-sources">
            <div class="section-head"><h2 id="deploy-sources">{ words.word("deploy-sources") }</h2></div>
            <ul class="stack">{ for all.iter().map(|source| row(*source)) }</ul>
            if let Some(source) = current.filter(|_| !part.choices.wants(Repair::Licences)) {
                { sign_in(panel, source) }
            }
        </section>
    }
}

/// Where a system is signed in to.
const SIGN_IN: &str = "deploy-sign-in";

/// The sign-in of one system, and what follows it: it is read.
fn sign_in(panel: &Panel, source: Source) -> Html {
    let scopes: Vec<Scope> = match source {
        Source::PowerPlatform => vec![scope::POWER_PLATFORM],
        Source::ConnectorPolicies => vec![scope::CONNECTOR_POLICIES],
        Source::Teams => vec![scope::TEAMS],
        Source::Dataverse => vec![scope::ENVIRONMENT],
        _ => vec![scope::PROFILE, scope::DIRECTORY],
    };
    let then = {
        let panel = panel.clone();
        let again = panel
            .state
            .deployment
            .observed
            .as_ref()
            .is_some_and(|observed| is_signed_out(observed, source));
        Callback::from(move |()| reading::read_source(&panel, source, again))
    };
    html! {
        <div class="stack" data-testid="deploy-sign-in">
            <h3 id={SIGN_IN} tabindex="-1">{ panel.words.word(source.name()) }</h3>
            if source == Source::Salesforce {
                { draw::<NeedsSalesforce>(NeedsSalesforceProps { then: then.reform(|_| ()), revision: panel.state.deployment.left }) }
            } else {
                { draw::<NeedsSignIn>(NeedsSignInProps { scopes, then: then.reform(|_| ()), revision: panel.state.deployment.left }) }
            }
        </div>
    }
}

/// How many points stand how.
fn summary(panel: &Panel, lines: &[Line]) -> Html {
    let words = &panel.words;
    html! {
        <section aria-labelledby="deploy-report" data-testid="deploy-summary">
            <div class="section-head"><h2 id="deploy-report">{ words.word("deploy-report") }</h2></div>
            <div class="row tight">
                { for paper::totals(lines).into_iter().map(|(readiness, id, count)| html! {
                    <span class="caption-strong with-icon" data-testid={id} data-count={count.to_string()}>
                        { glyph(readiness).0.small() }<span>{ words.html(&Text::new(id).number("count", count)) }</span>
                    </span>
                }) }
            </div>
            <p class="caption">
                { words.word("deploy-article-means") }{ " " }
                <a class="place" href={ARTICLE} target="_blank" rel="noreferrer" data-testid="deploy-article">{ words.word("deploy-article") }</a>
            </p>
        </section>
    }
}

/// The glyph of a readiness, its words, and its name in the markup.
const fn glyph(readiness: Readiness) -> (Glyph, &'static str, &'static str) {
    match readiness {
        Readiness::Ready => (Glyph::Ready, "readiness-ready", "ready"),
        Readiness::Attention => (Glyph::Attention, "readiness-attention", "attention"),
        Readiness::Blocked => (Glyph::Blocked, "readiness-blocked", "blocked"),
        Readiness::Unknown => (Glyph::Unknown, "readiness-unknown", "unknown"),
    }
}

/// A step with its points; folded while all of it is well.
fn step(panel: &Panel, observed: &Rc<Observed>, at: usize, lines: &[Line]) -> Html {
    let words = &panel.words;
    let Some(step) = STEPS.get(at) else {
        return Html::default();
    };
    let readiness = worst(lines, at);
    let (glyph, says, name) = glyph(readiness);
    let id = format!("deploy-step-{at}");
    let title = match at {
        0 => words.word(step.title),
        at => words.html(
            &Text::new("deploy-step-numbered")
                .number("step", i64::try_from(at).unwrap_or_default())
                .message("title", Text::new(step.title)),
        ),
    };
    let of = || lines.iter().filter(|line| line.point.step == at);
    html! {
        <section class="flush" aria-labelledby={id.clone()} data-testid={id.clone()} data-readiness={name}>
            <div class="section-head">
                <h2 {id}>{ title }</h2>
                <span class="caption with-icon">{ glyph.small() }<span>{ words.word(says) }</span></span>
            </div>
            if let Some(today) = step.today {
                <p class="caption">{ words.word(today) }</p>
            }
            <ul>{ for of().map(|line| lines::shown(panel, observed, line)) }</ul>
            if at == 9 {
                { welcome::section(panel, observed) }
            }
        </section>
    }
}

/// The report as files.
fn files(panel: &Panel, observed: &Rc<Observed>) -> Html {
    let words = &panel.words;
    let save = |is_page: bool| {
        let (panel, observed) = (panel.clone(), observed.clone());
        Callback::from(move |_: MouseEvent| {
            let lines = report(&observed, &panel.state.deployment.choices);
            if is_page {
                let page = paper::page(&panel, &observed, &lines);
                panel.backend.download("latchkey-readiness.html", "text/html", &page);
            } else {
                let content = pretty(&paper::json(&panel, &observed, &lines));
                panel
                    .backend
                    .download("latchkey-readiness.json", "application/json", &content);
            }
        })
    };
    html! {
        <section aria-labelledby="deploy-files">
            <div class="section-head"><h2 id="deploy-files">{ words.word("export-title") }</h2></div>
            <p class="caption">{ words.word("deploy-files-means") }</p>
            <div class="row">
                <button type="button" class="button" data-testid="deploy-page" onclick={save(true)}>
                    { Icon::Save.small() }{ words.word("deploy-files-page") }
                </button>
                <button type="button" class="button" data-testid="deploy-json" onclick={save(false)}>
                    { Icon::Save.small() }{ words.word("export-json") }
                </button>
            </div>
        </section>
    }
}

/// Does an edit.
fn does<E: 'static>(panel: &Panel, edit: impl Fn(E) -> Edit + 'static) -> Callback<E> {
    let dispatcher = panel.state.dispatcher();
    Callback::from(move |event: E| dispatcher.dispatch(Action::Deployment(edit(event))))
}
