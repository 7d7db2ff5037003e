//! One line of the report: what is wanted, how it stands and what that stands on, the check by hand, and what puts it right.

use yew::prelude::*;

use super::part::Edit;
use super::{does, glyph};
use crate::browser::elements;
use crate::domain::deployment::steps::MAILBOX_POLICY;
use crate::recipes::deployment::choices::fitting;
use crate::recipes::deployment::observed::{Administrator, Stays};
use crate::recipes::deployment::report::candidates;
use crate::recipes::deployment::viva::named;
use crate::recipes::deployment::{Line, Observed, Repair};
use crate::recipes::readiness::Readiness;
use crate::services::entra::scope;
use crate::text::Text;
use crate::ui::drawing::draw;
use crate::ui::icon::Icon;
use crate::ui::panel::Panel;
use crate::ui::sign_in::{NeedsSignIn, NeedsSignInProps};

/// The line.
pub fn shown(panel: &Panel, observed: &Observed, line: &Line) -> Html {
    let words = &panel.words;
    let (glyph, says, name) = glyph(line.readiness);
    let point = line.point;
    html! {
        <li class="line" key={point.id} data-readiness={name} data-testid={format!("deploy-{}", point.id)}>
            { glyph.named(words.label(&Text::new(says))) }
            <div>
                <h3>{ words.word(point.wanted) }</h3>
                <p>{ words.html(&line.statement) }</p>
                { for line.evidence.iter().map(|text| html! { <p class="caption">{ words.html(text) }</p> }) }
                { names(panel, line) }
                { repair(panel, observed, line) }
                { more(panel, observed, line) }
            </div>
            if let Some(of) = line.repair {
                <div class="fix">{ fix(panel, line, of) }</div>
            }
        </li>
    }
}

/// Whom it concerns, behind a fold where they are many.
fn names(panel: &Panel, line: &Line) -> Html {
    if line.names.is_empty() {
        return Html::default();
    }
    let words = &panel.words;
    let list = html! {
        <ul class="notes" data-testid={format!("deploy-names-{}", line.point.id)}>
            { for line.names.iter().map(|name| html! { <li class="caption"><bdi>{ name.clone() }</bdi></li> }) }
        </ul>
    };
    if line.names.len() <= 5 {
        return list;
    }
    let count = i64::try_from(line.names.len()).unwrap_or(i64::MAX);
    html! {
        <details class="fold">
            <summary>{ Icon::chevron() }{ words.html(&Text::new("deploy-names").number("count", count)) }</summary>
            { list }
        </details>
    }
}

/// The check by hand, where it was read and when, and the rules it stands for.
fn more(panel: &Panel, observed: &Observed, line: &Line) -> Html {
    let words = &panel.words;
    let point = line.point;
    let rules: Vec<String> = point.rules.iter().map(|(from, to)| rule(*from, *to)).collect();
    let source = match line.read_at {
        Some(at) => Text::new("deploy-source-at").name("time", panel.time(at)),
        None => Text::new("deploy-source-not-read"),
    };
    let source = source.message("source", Text::new(point.source.name()));
    let checked = panel.state.deployment.choices.ticked(point.id, observed).is_some();
    let host = line
        .place
        .trim_start_matches("https://")
        .split('/')
        .next()
        .unwrap_or_default();
    html! {
        <>
            <details class="fold" open={line.readiness == Readiness::Blocked}>
                <summary>{ Icon::chevron() }{ words.word("deploy-check-by-hand") }</summary>
                <div class="stack">
                    <p class="caption-strong">{ words.word(point.guide) }</p>
                    if point.id == "mailbox-policies" {
                        <ul class="notes">{ for MAILBOX_POLICY.iter().map(|name| html! { <li class="caption"><code>{ *name }</code></li> }) }</ul>
                    }
                    <p class="caption">
                        <a class="place" href={line.place.clone()} target="_blank" rel="noreferrer" data-testid={format!("deploy-open-{}", point.id)}>
                            { words.html(&Text::new("deploy-open").name("host", host)) }
                        </a>
                    </p>
                    <p class="caption">{ words.html(&source) }{ " · " }<bdi>{ rules.join(", ") }</bdi></p>
                    if checked || point.is_ticked(line.readiness == Readiness::Unknown) {
                        { tick(panel, point.id, checked) }
                    }
                </div>
            </details>
        </>
    }
}

/// `S001-05` or `S001-05–06`.
pub fn rule(from: u8, to: u8) -> String {
    if from == to {
        format!("S001-{from:02}")
    } else {
        format!("S001-{from:02}–{to:02}")
    }
}

/// The admin's own word for what cannot be read.
fn tick(panel: &Panel, point: &'static str, checked: bool) -> Html {
    let backend = panel.backend.clone();
    let set = does(panel, move |event: Event| {
        Edit::Checked(point, elements::is_checked(&event).then(|| backend.now()))
    });
    let says = if point == "outlook" {
        "deploy-deployed-now"
    } else {
        "deploy-checked"
    };
    html! {
        <label class="check">
            <input type="checkbox" data-testid={format!("deploy-checked-{point}")} {checked} onchange={set} />
            <span>{ panel.words.word(says) }</span>
        </label>
    }
}

/// Adds the repair to the plan, or takes it out again.
fn fix(panel: &Panel, line: &Line, of: Repair) -> Html {
    let words = &panel.words;
    let wanted = panel.state.deployment.choices.wants(of);
    let set = does(panel, move |_: MouseEvent| Edit::Repair(of, !wanted));
    let named = |fix: &'static str| {
        words.label(
            &Text::new("overview-fix-named")
                .message("fix", Text::new(fix))
                .message("line", Text::new(line.point.wanted)),
        )
    };
    let testid = format!("deploy-fix-{}", of.key());
    if wanted {
        return html! {
            <span class="row">
                <span class="tag change" data-testid={testid}>{ words.word("overview-in-plan") }</span>
                <button
                    type="button"
                    class="link"
                    data-testid={format!("deploy-unfix-{}", of.key())}
                    aria-label={named("overview-remove")}
                    onclick={set}
                >
                    { words.word("overview-remove") }
                </button>
            </span>
        };
    }
    html! {
        <button
            type="button"
            class="button small"
            data-testid={testid}
            aria-label={named("disconnect-action-add")}
            onclick={set}
        >
            { words.word("disconnect-action-add") }
        </button>
    }
}

/// What a repair has to be told.
fn repair(panel: &Panel, observed: &Observed, line: &Line) -> Html {
    let choices = &panel.state.deployment.choices;
    match line.repair {
        None | Some(Repair::Transcription | Repair::DataPolicies) => Html::default(),
        Some(Repair::Administrators) => dismiss(panel, observed),
        Some(Repair::Licences) => {
            let own = choices.sku(observed).map(|sku| sku.id.as_str());
            let options = fitting(observed).into_iter().map(|sku| {
                let free = Text::new("deploy-licence-option")
                    .name("part", &sku.part_number)
                    .number("free", i64::from(sku.free));
                (sku.id.clone(), panel.words.plain(&free), Some(sku.id.as_str()) == own)
            });
            let type_in = does(panel, |event: InputEvent| Edit::Location(elements::value(&event)));
            html! {
                <div class="row">
                    { select(panel, "deploy-licence-sku", "deploy-licence", options.collect(), Edit::Licence) }
                    <label class="labelled">
                        <span class="caption-strong">{ panel.words.word("deploy-location") }</span>
                        <input
                            class="input"
                            type="text"
                            maxlength="2"
                            size="4"
                            autocomplete="off"
                            data-testid="deploy-location"
                            value={choices.location.clone()}
                            oninput={type_in}
                        />
                    </label>
                    if choices.wants(Repair::Licences) {
                        { draw::<NeedsSignIn>(NeedsSignInProps {
                            scopes: vec![scope::PROFILE, scope::DIRECTORY, scope::USERS],
                            then: Callback::noop(),
                            revision: 0,
                        }) }
                    }
                </div>
            }
        }
        Some(Repair::Grant) => {
            let options = candidates(observed).into_iter().map(|one| {
                let id = if one.is_profile {
                    "deploy-set-profile"
                } else {
                    "deploy-set-permission-set"
                };
                let count = i64::try_from(one.lets_in).unwrap_or(i64::MAX);
                let says = panel
                    .words
                    .plain(&Text::new(id).name("set", &one.label).number("count", count));
                let chosen = Some(&one.id) == choices.set.as_ref();
                (one.id, says, chosen)
            });
            select(panel, "deploy-set", "deploy-set", options.collect(), Edit::Set)
        }
    }
}

/// Who is to be System Administrator of msdyn_viva no more; who stays, with the reason.
fn dismiss(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let Some(viva) = &observed.viva else {
        return Html::default();
    };
    let (_, others) = viva.parted().unwrap_or_default();
    let choices = &panel.state.deployment.choices;
    let row = |one: &Administrator| {
        let name = named(one);
        let says = match viva.stays(one) {
            Some(stays) => {
                let why = match stays {
                    Stays::Yourself => "deploy-stays-yourself",
                    Stays::Indirect => "deploy-stays-indirect",
                    Stays::OnlyRole => "deploy-stays-only-role",
                };
                return html! { <p class="caption">{ words.html(&Text::new(why).name("person", name)) }</p> };
            }
            None => words.html(&Text::new("deploy-dismiss").name("person", name)),
        };
        let id = one.id.clone();
        let checked = choices.dismissed.contains(&id);
        let set = does(panel, move |event: Event| {
            Edit::Dismiss(id.clone(), elements::is_checked(&event))
        });
        html! {
            <label class="check">
                <input type="checkbox" data-testid={format!("deploy-dismiss-{}", one.id)} {checked} onchange={set} />
                <span>{ says }</span>
            </label>
        }
    };
    html! { <div class="stack">{ for others.into_iter().map(row) }</div> }
}

/// A list to choose one from, below its name.
pub fn select(
    panel: &Panel,
    testid: &'static str,
    label: &'static str,
    options: Vec<(String, String, bool)>,
    edit: fn(String) -> Edit,
) -> Html {
    let choose = does(panel, move |event: Event| edit(elements::value(&event)));
    html! {
        <label class="labelled">
            <span class="caption-strong">{ panel.words.word(label) }</span>
            <span class="select">
                <select data-testid={testid} onchange={choose}>
                    { for options.into_iter().map(|(value, says, chosen)| html! {
                        <option {value} selected={chosen}>{ says }</option>
                    }) }
                </select>
                { Icon::Open.tiny() }
            </span>
        </label>
    }
}
