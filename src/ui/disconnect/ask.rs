//! Can this person disconnect? A record type, a user or a situation: the verdict, why, and the published row behind it.

use yew::prelude::*;

use crate::browser::elements;
use crate::domain::disconnect::{PUBLISHED_ROWS, PublishedRow};
use crate::domain::role::User;
use crate::recipes::disconnect::people::contains;
use crate::recipes::disconnect::{Asked, Judgement, Observed, Ownership, RecordType, ask};
use crate::text::Text;
use crate::ui::icon::{Answer, Glyph, Icon};
use crate::ui::panel::use_panel;
use crate::words::Words;

/// Suggestions offered below the field: a list of ten thousand would help nobody.
const SUGGESTIONS: usize = 20;

/// The section.
#[component]
pub fn Ask() -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let chosen_type = use_state_eq(|| panel.state.record_type.clone());
    let typed = use_state(String::new);
    let ownership = use_state(|| Ownership::NotOwner);
    let connected = use_state(|| false);
    let open_all = use_state(|| false);
    {
        // The button of another record type's pane asks for that one.
        let chosen_type = chosen_type.clone();
        use_effect_with(panel.state.record_type.clone(), move |asked| {
            chosen_type.set(asked.clone())
        });
    }
    let Some(observed) = panel.state.disconnect.observed.clone() else {
        return Html::default();
    };
    let types = observed.record_types.value().map_or(&[][..], Vec::as_slice);
    let Some(record_type) = chosen_type
        .as_deref()
        .and_then(|wanted| types.iter().find(|it| it.is_called(wanted)))
        .or_else(|| types.first())
    else {
        return Html::default();
    };
    let user = named(&observed, &typed);
    let asked = user.map_or(Asked::OrdinaryUser, |user| Asked::User(&user.id));
    let answer = ask(
        &observed,
        &panel.state.disconnect.choices,
        &record_type.id,
        asked,
        *ownership,
        *connected,
    );
    let set_type = setter(&chosen_type, |event: &Event| Some(elements::value(event)));
    let set_user = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| typed.set(elements::value(&event)))
    };
    let set_ownership = setter(&ownership, |event| match elements::value(event).as_str() {
        "owner" => Ownership::Owner,
        "team" => Ownership::MemberOfOwningTeam,
        _ => Ownership::NotOwner,
    });
    let set_connected = setter(&connected, elements::is_checked);
    let option = |value: &'static str, id: &'static str, this: Ownership| {
        html! { <option {value} selected={*ownership == this}>{ words.plain(&Text::new(id)) }</option> }
    };
    let unknown_user = user.is_none() && !typed.trim().is_empty();
    html! {
        <section aria-labelledby="ask">
            <div class="section-head"><h2 id="ask">{ words.word("ask-title") }</h2></div>
            <div class="card">
                <div class="ask">
                    <div class="field">
                        <label for="ask-type">{ words.word("types-record-type") }</label>
                        <span class="select">
                            <select id="ask-type" data-testid="ask-type" onchange={set_type}>
                                { for types.iter().map(|it| html! {
                                    <option value={it.id.clone()} selected={it.id == record_type.id}>{ it.name.clone() }</option>
                                }) }
                            </select>
                            { Icon::Open.tiny() }
                        </span>
                    </div>
                    <div class="field">
                        <label for="ask-user">{ words.word("ask-user") }</label>
                        <div class="search">
                            { Icon::Search.small() }
                            <input
                                class="input"
                                id="ask-user"
                                data-testid="ask-user"
                                type="search"
                                list="ask-people"
                                autocomplete="off"
                                placeholder={words.label(&Text::new("ask-ordinary"))}
                                value={(*typed).clone()}
                                oninput={set_user}
                            />
                        </div>
                        <datalist id="ask-people">
                            { for suggestions(&observed, &typed).map(|user| html! {
                                <option value={user.upn.clone()}>{ user.name.clone() }</option>
                            }) }
                        </datalist>
                    </div>
                    <div class="field">
                        <label for="ask-owner">{ words.word("ask-owner") }</label>
                        <span class="select">
                            <select id="ask-owner" data-testid="ask-owner" onchange={set_ownership}>
                                { option("not", "ask-owner-not", Ownership::NotOwner) }
                                { option("owner", "ask-owner-owner", Ownership::Owner) }
                                { option("team", "ask-owner-team", Ownership::MemberOfOwningTeam) }
                            </select>
                            { Icon::Open.tiny() }
                        </span>
                    </div>
                    <label class="check">
                        <input type="checkbox" data-testid="ask-connector" checked={*connected} onchange={set_connected} />
                        { words.word("ask-connector") }
                    </label>
                </div>
                <div class="verdict stack" role="status" data-testid="ask-verdict">
                    if unknown_user {
                        <p class="caption-strong">{ words.html(&Text::new("ask-unknown-user").name("name", typed.trim())) }</p>
                    } else if let Some(answer) = &answer {
                        { verdict(words, record_type, &answer.today, &answer.after) }
                    }
                </div>
                if let (false, Some(answer)) = (unknown_user, &answer) {
                    <details class="fold">
                        <summary>{ Icon::chevron() }{ words.word("ask-how") }</summary>
                        <p class="caption">{ words.html(&answer.today.verdict.source()) }</p>
                        { why(words, record_type, &answer.today, &answer.after) }
                        <button
                            type="button"
                            class="link"
                            data-testid="ask-all-rows"
                            aria-expanded={open_all.to_string()}
                            onclick={let open_all = open_all.clone(); Callback::from(move |_: MouseEvent| open_all.set(!*open_all))}
                        >
                            { words.word("ask-all-rows") }
                        </button>
                        if *open_all {
                            { published(words, answer.today.verdict.rows()) }
                        }
                    </details>
                }
            </div>
        </section>
    }
}

fn setter<T: 'static>(state: &UseStateHandle<T>, read: impl Fn(&Event) -> T + 'static) -> Callback<Event> {
    let state = state.clone();
    Callback::from(move |event: Event| state.set(read(&event)))
}

/// The user whose name or principal name was typed, whole.
fn named<'a>(observed: &'a Observed, typed: &str) -> Option<&'a User> {
    let typed = typed.trim();
    observed
        .users
        .value()?
        .iter()
        .find(|user| user.upn.eq_ignore_ascii_case(typed) || user.name == typed)
}

fn suggestions<'a>(observed: &'a Observed, typed: &str) -> impl Iterator<Item = &'a User> {
    let wanted = typed.trim().to_lowercase();
    observed
        .users
        .value()
        .into_iter()
        .flatten()
        .filter(move |user| contains(&user.name, &wanted) || contains(&user.upn, &wanted))
        .take(SUGGESTIONS)
}

/// The answer first, then the reasons.
fn verdict(words: &Words, record_type: &RecordType, today: &Judgement, after: &Judgement) -> Html {
    let differs = today.situation != after.situation;
    let half = |judgement: &Judgement, yes: &'static str, no: &'static str, perhaps: &'static str| {
        let (glyph, id) = match (judgement.verdict.can_disconnect(), judgement.certain) {
            (true, _) => (Glyph::Ready, yes),
            (false, true) => (Glyph::Refused, no),
            (false, false) => (Glyph::Unknown, perhaps),
        };
        html! { <span class="with-icon">{ glyph.beside() }<span>{ words.word(id) }</span></span> }
    };
    let said = |id: &'static str, judgement: &Judgement| {
        html! {
            <div class="caption-strong">
                <b>{ words.word(id) }</b>
                { for reasons(record_type, judgement).iter().map(|reason| html! { <>{ " " }{ words.html(reason) }</> }) }
            </div>
        }
    };
    html! {
        <>
            <p class="verdict-line">
                { half(today, "ask-yes-today", "ask-no-today", "ask-perhaps-today") }
                if differs {
                    <span class="with-icon">
                        { Icon::Arrow.small() }<span class="unseen">{ words.word("change-to") }</span>
                        { half(after, "ask-yes-after", "ask-no-after", "ask-perhaps-after") }
                    </span>
                }
            </p>
            { said("ask-today", today) }
            if differs {
                { said("ask-after", after) }
            }
        </>
    }
}

/// The reasons without the table they come from, which stands under "How this was decided".
fn reasons(record_type: &RecordType, judgement: &Judgement) -> Vec<Text> {
    let source = judgement.verdict.source();
    let mut reasons = judgement.explain(record_type);
    reasons.retain(|reason| *reason != source);
    reasons
}

const FACTS: [&str; 5] = [
    "fact-owner",
    "fact-connector",
    "fact-owner-switch",
    "fact-connector-switch",
    "fact-role",
];

fn said(words: &Words, fact: usize, value: bool) -> Html {
    words.word(said_id(fact, value))
}

/// The third and fourth fact are switches.
const fn said_id(fact: usize, value: bool) -> &'static str {
    match (fact, value) {
        (2 | 3, true) => "value-on",
        (2 | 3, false) => "value-off",
        (_, true) => "value-yes",
        (_, false) => "value-no",
    }
}

fn published_fact(words: &Words, fact: usize, value: Option<bool>) -> Html {
    value.map_or_else(
        || html! { <span class="caption">{ words.word("fact-any") }</span> },
        |value| said(words, fact, value),
    )
}

/// The facts beside the first published row that decides, or "derived".
fn why(words: &Words, record_type: &RecordType, today: &Judgement, after: &Judgement) -> Html {
    let differs = today.situation != after.situation;
    let row: Option<&PublishedRow> = today
        .verdict
        .rows()
        .first()
        .and_then(|number| PUBLISHED_ROWS.iter().find(|row| row.number == *number));
    let result = |can: bool| words.word(if can { "value-yes" } else { "value-no" });
    let facts = today.situation.facts().into_iter().zip(after.situation.facts());
    html! {
        <table class="why">
            <caption class="unseen">{ words.word("ask-how") }</caption>
            <thead>
                <tr>
                    <th scope="col">{ words.word("fact") }</th>
                    <th scope="col">{ words.word("fact-today") }</th>
                    <th scope="col" class="rule">
                        if let Some(row) = row {
                            { words.html(&Text::new("fact-row").number("row", i64::from(row.number))) }
                        } else {
                            { words.word("fact-derived") }
                        }
                    </th>
                    if differs {
                        <th scope="col">{ words.word("fact-after") }</th>
                    }
                </tr>
            </thead>
            <tbody>
                { for facts.zip(FACTS).enumerate().map(|(fact, ((today, after), id))| html! {
                    <tr>
                        <th scope="row">{ words.html(&fact_name(id, fact, record_type)) }</th>
                        <td>{ said(words, fact, today) }</td>
                        <td class="rule">
                            if let Some(row) = row {
                                { published_fact(words, fact, row.facts.get(fact).copied().flatten()) }
                            }
                        </td>
                        if differs {
                            <td class={(today != after).then_some("changed")}>{ said(words, fact, after) }</td>
                        }
                    </tr>
                }) }
            </tbody>
            <tfoot>
                <tr>
                    <th scope="row">{ words.word("fact-result") }</th>
                    <td>{ result(today.verdict.can_disconnect()) }</td>
                    <td class="rule">
                        if let Some(row) = row {
                            { result(row.can_disconnect) }
                        }
                    </td>
                    if differs {
                        <td>{ result(after.verdict.can_disconnect()) }</td>
                    }
                </tr>
            </tfoot>
        </table>
    }
}

fn fact_name(id: &'static str, fact: usize, record_type: &RecordType) -> Text {
    let text = Text::new(id);
    if matches!(fact, 2 | 3) {
        text.name("type", &record_type.name)
    } else {
        text
    }
}

/// Stands behind the five facts of a published row, and is said as they are.
const PUBLISHED_RESULT: usize = FACTS.len();

/// A fact of the published table as a mark: seven columns of words would not fit.
fn published_mark(words: &Words, fact: usize, value: Option<bool>) -> Html {
    let label = |on: bool| Some(words.label(&Text::new(said_id(fact, on))));
    match value {
        Some(true) => Answer::BySwitch.drawn(label(true)),
        Some(false) => Answer::No.drawn(label(false)),
        None => {
            html! { <><span aria-hidden="true">{ "·" }</span><span class="unseen">{ words.word("fact-any") }</span></> }
        }
    }
}

/// The table as published, with the rows that decide marked.
fn published(words: &Words, deciding: &[u8]) -> Html {
    html! {
        <>
        <table class="why published" data-testid="published-rows">
            <caption class="caption">{ words.word("published-caption") }</caption>
            <thead>
                <tr>
                    <th scope="col">{ words.word("published-row") }</th>
                    { for ["published-owner", "published-connector", "published-owner-switch", "published-connector-switch", "published-role", "published-result"].into_iter().map(|id| html! { <th scope="col"><span>{ words.word(id) }</span></th> }) }
                </tr>
            </thead>
            <tbody>
                { for PUBLISHED_ROWS.iter().map(|row| {
                    let class = deciding.contains(&row.number).then_some("rule");
                    html! {
                        <tr>
                            <th scope="row" {class}>{ words.number(i64::from(row.number)) }</th>
                            { for row.facts.iter().enumerate().map(|(fact, value)| html! { <td {class}>{ published_mark(words, fact, *value) }</td> }) }
                            <td {class}>{ published_mark(words, PUBLISHED_RESULT, Some(row.can_disconnect)) }</td>
                        </tr>
                    }
                }) }
            </tbody>
        </table>
        <ul class="legend">
            <li>{ Answer::BySwitch.drawn(None) }<span>{ words.names(["value-yes", "value-on"].map(|id| words.plain(&Text::new(id)))) }</span></li>
            <li>{ Answer::No.drawn(None) }<span>{ words.names(["value-no", "value-off"].map(|id| words.plain(&Text::new(id)))) }</span></li>
            <li><span aria-hidden="true">{ "·" }</span>{ words.word("fact-any") }</li>
        </ul>
        </>
    }
}
