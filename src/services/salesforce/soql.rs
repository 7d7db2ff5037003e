//! SOQL, written so that outside text stays a text in it (Salesforce, "Quoted String Escape Sequences"), and the path
//! that carries it.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::API;

/// What stays readable in a query's path.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b',')
    .remove(b'(')
    .remove(b')')
    .remove(b'\'')
    .remove(b'=');

/// A text literal: in apostrophes, with what would end it or mean something else escaped.
pub fn quoted(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('\'');
    for letter in text.chars() {
        match letter {
            '\'' => literal.push_str("\\'"),
            '"' => literal.push_str("\\\""),
            '\\' => literal.push_str("\\\\"),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            // No name has others, and none has an escape.
            other if other.is_control() => {}
            other => literal.push(other),
        }
    }
    literal.push('\'');
    literal
}

/// Several of them in parentheses, for `IN`.
pub fn listed<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = texts.map(quoted).collect();
    format!("({})", quoted.join(","))
}

/// Where a query is sent.
pub fn path(columns: &[&str], object: &str, condition: &str) -> String {
    let query = format!("SELECT {} FROM {object} WHERE {condition}", columns.join(","));
    format!("{API}query?q={}", utf8_percent_encode(&query, PLAIN))
}

/// Where one row is read, by an id already checked ([`crate::domain::salesforce::salesforce_id`]) or a plan's slot.
pub fn row(object: &str, id: &str, columns: &[&str]) -> String {
    format!("{API}sobjects/{object}/{id}?fields={}", columns.join(","))
}
