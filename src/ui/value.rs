//! A value as a service answered it, in words where there are words for it; what is long is cut, and shown on demand.

use serde_json::Value;
use yew::prelude::*;

use super::icon::Icon;
use crate::domain::day::Day;
use crate::domain::privilege::Depth;
use crate::json;
use crate::plan::progress::{Evidence, Moved};
use crate::recipes::dataverse::words::depth_label;
use crate::recipes::teams_chat::site_map_words;
use crate::text::Text;
use crate::words::Words;

/// How many characters of a value are shown at once.
const LONG: usize = 160;
/// How far a privilege reaches, in the rows that link it to a role.
const DEPTH: &str = "Depth";

/// What a proof read: what it is, and its value; `wanted` says in words what it was to be.
pub fn read_back(words: &Words, evidence: &Evidence, wanted: Option<&Text>) -> Html {
    let text = meant(words, &evidence.label, &evidence.value, evidence.listed, None);
    let says = |text: &str| {
        words.html(
            &Text::new("step-read-back")
                .message("label", evidence.label.clone())
                .name("value", text),
        )
    };
    if let (true, Some(wanted)) = (is_intricate(&evidence.value), wanted) {
        return html! { <>{ says(&words.plain(wanted)) }{ whole(words, text) }</> };
    }
    match cut(&text) {
        Some(short) => html! { <>{ says(&short) }{ whole(words, text) }</> },
        None => says(&text),
    }
}

/// A value of what moved, in a table; `beside` is the one it is held against.
pub fn cell(words: &Words, moved: &Moved, value: &Value, beside: Option<&Value>) -> Html {
    let text = meant(words, &moved.label, value, moved.listed, beside);
    match cut(&text) {
        Some(short) => html! { <><bdi>{ short }</bdi>{ whole(words, text) }</> },
        None => html! { <bdi>{ text }</bdi> },
    }
}

/// What was looked for and not seen: as it was to be, and as it is.
pub fn missed(words: &Words, moved: &Moved) -> Html {
    let say = |value: &Value| meant(words, &moved.label, value, moved.listed, None);
    let now = moved
        .now
        .as_ref()
        .map_or_else(|| words.plain(&Text::new("value-gone")), say);
    let says = Text::new("run-not-seen-value").message("what", moved.label.clone());
    words.html(&says.name("wanted", say(&moved.planned_from)).name("now", now))
}

/// A list of other things than texts.
fn is_intricate(value: &Value) -> bool {
    let elements = value.as_array();
    elements.is_some_and(|elements| !elements.iter().all(Value::is_string))
}

fn cut(text: &str) -> Option<String> {
    let (end, _) = text.char_indices().nth(LONG)?;
    Some(format!("{}…", text.get(..end)?))
}

fn whole(words: &Words, text: String) -> Html {
    html! {
        <details class="fold">
            <summary>{ Icon::chevron() }{ words.word("value-show-all") }</summary>
            <pre class="raw"><bdi>{ text }</bdi></pre>
        </details>
    }
}

/// A value in the words of what it is a value of: those its label's message has for it, or that it is there or not, or
/// as it stands.
fn meant(words: &Words, label: &Text, value: &Value, listed: bool, beside: Option<&Value>) -> String {
    let plain = match value {
        Value::Null => Some("none".to_owned()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        Value::String(text) => Some(text.clone()),
        Value::Array(_) | Value::Object(_) => None,
    };
    if let Some(meaning) = plain.and_then(|value| words.meaning(label, &value)) {
        return meaning;
    }
    match value {
        Value::Bool(true) if listed => words.plain(&Text::new("value-there")),
        Value::Null | Value::Bool(false) if listed => words.plain(&Text::new("value-not-there")),
        // All there is to know of an element that was not to be there, unless it has words of its own.
        Value::Object(fields)
            if listed && beside == Some(&Value::Null) && !fields.keys().any(|name| has_words(name)) =>
        {
            words.plain(&Text::new("value-there"))
        }
        Value::String(digest) if is_digest(digest) => words.plain(&Text::new(match beside {
            Some(other) if other != value => "value-different",
            _ => "value-as-planned",
        })),
        value => said(words, value, beside),
    }
}

/// Whether it is a digest of ours, which says nothing but whether the whole is the same.
fn is_digest(text: &str) -> bool {
    let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    text.len() == 64 && text.bytes().all(is_hex)
}

/// A moment as services write it, in the reader's way; midnight is a day.
fn moment(words: &Words, text: &str) -> Option<String> {
    let at = Day::moment(text)?;
    let (_, time) = text.split_once('T')?;
    let day = |id: &'static str| Text::new(id).day("day", at);
    Some(match time.get(..5) {
        Some(time) if time != "00:00" => words.plain(&day("value-moment").name("time", time)),
        _ => words.plain(&day("value-day")),
    })
}

fn said(words: &Words, value: &Value, beside: Option<&Value>) -> String {
    match value {
        Value::Null => words.plain(&Text::new("value-none")),
        Value::Bool(true) => words.plain(&Text::new("value-on")),
        Value::Bool(false) => words.plain(&Text::new("value-off")),
        Value::String(text) => moment(words, text).unwrap_or_else(|| text.clone()),
        Value::Number(number) => number
            .as_i64()
            .map_or_else(|| number.to_string(), |number| words.number(number)),
        Value::Array(elements) if elements.iter().all(Value::is_string) => {
            let separator = words.plain(&Text::new("list-separator"));
            let texts: Vec<&str> = elements.iter().filter_map(Value::as_str).collect();
            if texts.is_empty() {
                words.plain(&Text::new("value-none"))
            } else {
                texts.join(&separator)
            }
        }
        Value::Array(_) => json::text(value),
        Value::Object(fields) => {
            let read = fields.iter().map(|(name, value)| {
                let beside = beside.and_then(|beside| beside.get(name));
                field(words, name, value, beside)
            });
            read.collect::<Vec<_>>().join(", ")
        }
    }
}

/// Whether what a field of this name holds is told in words of its own.
fn has_words(name: &str) -> bool {
    [DEPTH, site_map_words::COLUMN].contains(&name)
}

/// A field of a member of a list; how far a privilege reaches, and a site map, have words of their own.
fn field(words: &Words, name: &str, value: &Value, beside: Option<&Value>) -> String {
    let text = value.as_str();
    if let Some(depth) = text.filter(|_| name == DEPTH).and_then(Depth::from_wire) {
        return words.plain(&depth_label(depth));
    }
    match text.filter(|_| name == site_map_words::COLUMN) {
        Some(map) => match beside.and_then(Value::as_str) {
            Some(before) => {
                let differing = site_map_words::differing(before, map);
                let said: Vec<String> = differing.iter().map(|text| words.plain(text)).collect();
                said.join("\n")
            }
            None => words.plain(&site_map_words::told(map)),
        },
        None => said(words, value, beside),
    }
}
