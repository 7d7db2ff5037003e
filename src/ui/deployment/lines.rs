//! One line of the report: what is wanted, how it stands and what that stands on, the check by hand, and what puts it right.

use yew::prelude::*;

use super::part::Edit;
use super::reading::GIVES_LICENCES;
use super::{does, glyph, setup};
use crate::browser::elements;
use crate::domain::connector_policy::Group;
use crate::domain::deployment::Person;
use crate::domain::deployment::steps::MAILBOX_POLICY;
use crate::domain::lead::licence::product;
use crate::recipes::deployment::choices::fitting;
use crate::recipes::deployment::observed::{Administrator, Stays};
use crate::recipes::deployment::policies::ways;
use crate::recipes::deployment::report;
use crate::recipes::deployment::salesforce_points::candidates;
use crate::recipes::deployment::seating::{given, lacking};
use crate::recipes::deployment::viva::named;
use crate::recipes::deployment::{Line, Observed, Repair};
use crate::recipes::readiness::Readiness;
use crate::text::Text;
use crate::ui::drawing::draw;
use crate::ui::fix_button::{FixButton, fix_button};
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
                { evidence(panel, line) }
                { names(panel, observed, line) }
                { setup::part(panel, observed, line) }
                { repair(panel, observed, line) }
                { more(panel, line) }
            </div>
            if let Some(of) = line.repair.filter(|of| may_be_added(panel, observed, *of)) {
                <div class="fix">{ fix(panel, line, of) }</div>
            }
        </li>
    }
}

/// What it stands on: a list, where that is more than one thing.
fn evidence(panel: &Panel, line: &Line) -> Html {
    let words = &panel.words;
    match line.evidence.as_slice() {
        [one] => html! { <p class="caption">{ words.html(one) }</p> },
        [] => Html::default(),
        several => html! {
            <ul class="notes">{ for several.iter().map(|text| html! { <li class="caption">{ words.html(text) }</li> }) }</ul>
        },
    }
}

/// Whom it concerns, behind a fold where they are many.
fn names(panel: &Panel, observed: &Observed, line: &Line) -> Html {
    // Who could be given a licence, or be taken off, stands below to be ticked.
    let ticked: Vec<String> = match line.repair {
        Some(Repair::Licences) => lacking(observed).into_iter().flatten().map(report::shown).collect(),
        _ => Vec::new(),
    };
    let names = line.names.iter().filter(|name| !ticked.contains(name));
    let names: Vec<&String> = names.collect();
    if names.is_empty() {
        return Html::default();
    }
    let words = &panel.words;
    let list = html! {
        <ul class="notes" data-testid={format!("deploy-names-{}", line.point.id)}>
            { for names.iter().map(|name| html! { <li class="caption"><bdi>{ (*name).clone() }</bdi></li> }) }
        </ul>
    };
    if names.len() <= 5 {
        return list;
    }
    let count = i64::try_from(names.len()).unwrap_or(i64::MAX);
    html! {
        <details class="fold">
            <summary>{ Icon::chevron() }{ words.html(&Text::new("deploy-names").number("count", count)) }</summary>
            { list }
        </details>
    }
}

/// The check by hand, where it was read and when, and the rules it stands for.
fn more(panel: &Panel, line: &Line) -> Html {
    let words = &panel.words;
    let point = line.point;
    let rules: Vec<String> = point.rules.iter().map(|(from, to)| rule(*from, *to)).collect();
    let source = match line.read_at {
        Some(at) => Text::new("deploy-source-at").name("time", panel.time(at)),
        None => Text::new("deploy-source-not-read"),
    };
    let source = source.message("source", Text::new(line.source().name()));
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
                    if line.about.is_some() {
                        { tick(panel, point.id, line.is_ticked) }
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
    let wanted = panel.state.deployment.choices.wants(of);
    let key = of.key();
    fix_button(
        panel,
        FixButton {
            line: &Text::new(line.point.wanted),
            is_in_plan: wanted,
            test_ids: (format!("deploy-fix-{key}"), format!("deploy-unfix-{key}")),
            turn: does(panel, move |_: MouseEvent| Edit::Repair(of, !wanted)),
        },
    )
}

/// Whether something is chosen that the repair would do.
fn may_be_added(panel: &Panel, observed: &Observed, of: Repair) -> bool {
    let choices = &panel.state.deployment.choices;
    match of {
        Repair::Administrators => !choices.dismissed.is_empty(),
        Repair::Licences => !given(choices, observed).0.is_empty(),
        Repair::Transcription | Repair::DataPolicies | Repair::Grant | Repair::Policy(_) => true,
    }
}

/// What a repair has to be told.
fn repair(panel: &Panel, observed: &Observed, line: &Line) -> Html {
    let choices = &panel.state.deployment.choices;
    match line.repair {
        None | Some(Repair::Transcription | Repair::Policy(_)) => Html::default(),
        Some(Repair::DataPolicies) => group(panel, observed),
        Some(Repair::Administrators) => dismiss(panel, observed),
        Some(Repair::Licences) => {
            let own = choices.sku(observed).map(|sku| sku.id.as_str());
            let options = fitting(observed).into_iter().map(|sku| {
                let free = Text::new("deploy-licence-option")
                    .name("part", product(&sku.part_number))
                    .number("free", i64::from(sku.free));
                (sku.id.clone(), panel.words.plain(&free), Some(sku.id.as_str()) == own)
            });
            let type_in = does(panel, |event: InputEvent| Edit::Location(elements::value(&event)));
            html! {
                <>
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
                            scopes: GIVES_LICENCES.to_vec(),
                            then: does(panel, |_| Edit::Consent(None)),
                            revision: 0,
                        }) }
                    }
                </div>
                { seats(panel, observed) }
                </>
            }
        }
        Some(Repair::Grant) => {
            let own = choices.let_in_by(observed).map(|one| one.id);
            let options = candidates(observed).into_iter().map(|one| {
                let id = if one.is_profile {
                    "deploy-set-profile"
                } else {
                    "deploy-set-permission-set"
                };
                let of = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
                let reach = match one.holders {
                    Some(holders) => Text::new("deploy-set-reach").number("holders", of(holders)),
                    None => Text::new("deploy-set-reach-unread"),
                };
                let reach = reach.number("count", of(one.lets_in));
                let says = Text::new(id).name("set", &one.label).message("reach", reach);
                let says = panel.words.plain(&says);
                let chosen = Some(&one.id) == own.as_ref();
                (one.id, says, chosen)
            });
            select(panel, "deploy-set", "deploy-set", options.collect(), Edit::Set)
        }
    }
}

/// Who gets a licence: at most as many as seats are free.
fn seats(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let choices = &panel.state.deployment.choices;
    let (given, without) = given(choices, observed);
    let free = choices.sku(observed).map_or(0, |sku| sku.free);
    let is_full = given.len() >= usize::try_from(free).unwrap_or(usize::MAX);
    let row = |person: &Person, checked: bool| {
        let id = person.id.clone();
        let set = does(panel, move |event: Event| {
            Edit::Seat(id.clone(), elements::is_checked(&event))
        });
        html! {
            <label class="check" key={person.id.clone()}>
                <input
                    type="checkbox"
                    data-testid={format!("deploy-seat-{}", person.upn)}
                    {checked}
                    disabled={is_full && !checked}
                    onchange={set}
                />
                <span><bdi>{ report::shown(person) }</bdi></span>
            </label>
        }
    };
    // In the order of the audience, so that nobody moves when they are ticked.
    let all = lacking(observed).unwrap_or_default();
    let rows = all
        .iter()
        .map(|person| row(person, given.iter().any(|one| one.id == person.id)));
    let says = Text::new("deploy-seats")
        .number("given", i64::try_from(given.len()).unwrap_or(i64::MAX))
        .number("all", i64::try_from(all.len()).unwrap_or(i64::MAX));
    html! {
        <details class="fold" open={!without.is_empty()} data-testid="deploy-seats">
            <summary>{ Icon::chevron() }{ words.html(&says) }</summary>
            <div class="stack" role="group" aria-label={words.label(&says)}>
                if is_full && !without.is_empty() {
                    <p class="caption" data-testid="deploy-seats-full">{ words.word("deploy-seats-full") }</p>
                }
                { for rows }
            </div>
        </details>
    }
}

/// Into which group data policies put the connector, with what is preset and why.
fn group(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let ways = observed.platform.as_ref().map(|platform| ways(observed, platform));
    let mut presets = Vec::new();
    for way in ways.iter().flatten() {
        presets.extend(way.preset().map(|preset| (&way.policy.outline.display_name, preset)));
    }
    let Some((_, first)) = presets.first() else {
        return Html::default();
    };
    let own = presets.iter().all(|(_, one)| one.group == first.group);
    let own = own.then_some(first.group);
    let chosen = panel.state.deployment.choices.group;
    let mut options = Vec::new();
    if own.is_none() {
        let says = words.plain(&Text::new("deploy-group-each"));
        options.push((String::new(), says, chosen.is_none()));
    }
    for group in [Group::Business, Group::NonBusiness] {
        let says = match own == Some(group) {
            true => Text::new("deploy-group-preset").message("group", group.text()),
            false => group.text(),
        };
        let is_chosen = chosen.or(own) == Some(group);
        options.push((group.wire().to_owned(), words.plain(&says), is_chosen));
    }
    html! {
        <>
            { select(panel, "deploy-group-choice", "policy-delta-group", options, Edit::Group) }
            { for presets.iter().map(|(policy, preset)| {
                let why = match preset.is_beside_dataverse {
                    true => "deploy-group-beside-dataverse",
                    false => "deploy-group-without-dataverse",
                };
                let why = Text::new(why).name("policy", *policy).message("group", preset.group.text());
                html! { <p class="caption">{ words.html(&why) }</p> }
            }) }
        </>
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
    html! {
        <div class="stack">
            if choices.dismissed.is_empty() {
                <p class="caption">{ words.word("deploy-dismiss-first") }</p>
            }
            { for others.into_iter().map(row) }
        </div>
    }
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
