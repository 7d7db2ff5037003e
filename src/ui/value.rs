//! A value as a service answered it, in words where there are words for it; what is long is cut, and shown on demand.

use serde_json::Value;
use yew::prelude::*;

use super::icon::Icon;
use crate::domain::privilege::Depth;
use crate::json;
use crate::recipes::dataverse::words::depth_label;
use crate::recipes::teams_chat::site_map_words;
use crate::text::Text;
use crate::words::Words;

/// How many characters of a value are shown at once.
const LONG: usize = 160;

/// What a proof read: what it is, and its value.
pub fn read_back(words: &Words, label: &Text, value: &Value) -> Html {
    let text = said(words, value, None);
    let says = |text: &str| {
        words.html(
            &Text::new("step-read-back")
                .message("label", label.clone())
                .name("value", text),
        )
    };
    match cut(&text) {
        Some(short) => html! { <>{ says(&short) }{ whole(words, text) }</> },
        None => says(&text),
    }
}

/// A value in a table; `beside` is the one it is held against.
pub fn cell(words: &Words, value: &Value, beside: Option<&Value>) -> Html {
    let text = said(words, value, beside);
    match cut(&text) {
        Some(short) => html! { <><bdi>{ short }</bdi>{ whole(words, text) }</> },
        None => html! { <bdi>{ text }</bdi> },
    }
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

fn said(words: &Words, value: &Value, beside: Option<&Value>) -> String {
    match value {
        Value::Null => words.plain(&Text::new("value-none")),
        Value::Bool(true) => words.plain(&Text::new("value-on")),
        Value::Bool(false) => words.plain(&Text::new("value-off")),
        Value::String(text) => text.clone(),
        Value::Number(number) => number
            .as_i64()
            .map_or_else(|| number.to_string(), |number| words.number(number)),
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

/// A field of a member of a list; how far a privilege reaches, and a site map, have words of their own.
fn field(words: &Words, name: &str, value: &Value, beside: Option<&Value>) -> String {
    let text = value.as_str();
    if let Some(depth) = text.filter(|_| name == "Depth").and_then(Depth::from_wire) {
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
