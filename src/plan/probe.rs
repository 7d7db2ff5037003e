//! What a probe finds on an answer: JSON Pointers, members of lists, absence. Pure; knows no service.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::model::{Condition, Probe, Read};
use super::progress::{Evidence, Moved};
use super::sameness;
use crate::domain::privilege::Depth;
use crate::text::Text;

/// What a read came back with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Answer<'a> {
    /// JSON.
    Json(&'a Value),
    /// The service says that there is no such row.
    Absent,
}

/// The answer does not have the shape the probe reads: it could not be read, which is never "absent".
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the answer has no readable value at {at}")]
pub struct Malformed {
    /// The JSON Pointer at which reading failed.
    pub at: String,
}

/// One condition, held against an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What it is about, in words.
    pub label: Text,
    /// Which value it is about, the same for a guard and a proof of the same thing.
    pub address: String,
    /// Whether it holds.
    pub holds: bool,
    /// The value the condition names; `null` for "none".
    pub expected: Value,
    /// The value as read; `None` if the row is gone.
    pub now: Option<Value>,
    /// Whether the values tell only that something is there.
    pub listed: bool,
}

/// All findings of a probe on one answer, in the order of its conditions.
#[derive(Debug, Clone, PartialEq)]
pub struct Findings(pub Vec<Finding>);

impl Findings {
    /// Whether every condition holds.
    pub fn hold(&self) -> bool {
        self.0.iter().all(|finding| finding.holds)
    }

    /// What was read, labelled.
    pub fn evidence(&self) -> Vec<Evidence> {
        self.0
            .iter()
            .map(|finding| Evidence {
                label: finding.label.clone(),
                value: finding.now.clone().unwrap_or(Value::Null),
                listed: finding.listed,
            })
            .collect()
    }

    /// What is not as it should be, in three columns. `wanted` gives the third by address.
    pub fn moved(&self, proof: &Probe) -> Vec<Moved> {
        self.0
            .iter()
            .filter(|finding| !finding.holds)
            .map(|finding| Moved {
                label: finding.label.clone(),
                planned_from: finding.expected.clone(),
                now: finding.now.clone(),
                listed: finding.listed,
                wanted: proof
                    .conditions
                    .iter()
                    .find(|condition| address(condition) == finding.address)
                    .map_or_else(|| finding.expected.clone(), expected),
            })
            .collect()
    }
}

/// Holds every condition of `probe` against an answer.
///
/// # Errors
/// [`Malformed`] if the answer has not the shape the probe reads: a list that is not a list, a list that goes on
/// behind an `@odata.nextLink` or `nextRecordsUrl`, or is not of its own size, without having shown what was looked for, or
/// an object with none of the fields asked.
pub fn evaluate(probe: &Probe, answer: Answer<'_>) -> Result<Findings, Malformed> {
    if let Answer::Json(json) = answer {
        readable(probe, json)?;
    }
    probe
        .conditions
        .iter()
        .map(|condition| find(condition, answer))
        .collect::<Result<_, _>>()
        .map(Findings)
}

/// Whether two reads ask for the same thing, so that one answer serves both.
pub fn same_read(one: &Read, other: &Read) -> bool {
    match (one, other) {
        (Read::Http(a), Read::Http(b)) => a.method == b.method && a.path == b.path && a.body == b.body,
        (Read::Page { locator: a }, Read::Page { locator: b }) => a == b,
        _ => false,
    }
}

/// An answer that is not an object, or has none of the fields a probe names, is some other answer.
fn readable(probe: &Probe, json: &Value) -> Result<(), Malformed> {
    if !json.is_object() {
        return Err(Malformed { at: String::new() });
    }
    let mut pointers = probe.conditions.iter().filter_map(|condition| match condition {
        Condition::Field { pointer, .. } | Condition::Person { pointer, .. } => Some(pointer),
        _ => None,
    });
    let Some(first) = pointers.next() else {
        return Ok(());
    };
    if json.pointer(first).is_some() || pointers.any(|pointer| json.pointer(pointer).is_some()) {
        Ok(())
    } else {
        Err(Malformed { at: first.clone() })
    }
}

fn find(condition: &Condition, answer: Answer<'_>) -> Result<Finding, Malformed> {
    let (holds, now) = match (condition, answer) {
        (Condition::Absent { .. }, Answer::Absent) => (true, None),
        (Condition::Absent { .. }, Answer::Json(_)) => (false, Some(Value::Bool(true))),
        (_, Answer::Absent) => (false, None),
        (Condition::Field { pointer, equals, .. }, Answer::Json(json)) => {
            let now = json.pointer(pointer).unwrap_or(&Value::Null);
            let name = pointer.rsplit('/').next().unwrap_or_default();
            (same_value(name, equals, now), Some(now.clone()))
        }
        (Condition::Same { without, sha256, .. }, Answer::Json(json)) => {
            // A digest tells nobody anything: it is the same, or it is not.
            let is_same = sameness::digest(json, without) == *sha256;
            (is_same, Some(Value::Bool(is_same)))
        }
        (Condition::Person { pointer, user, .. }, Answer::Json(json)) => {
            let now = json.pointer(pointer).unwrap_or(&Value::Null);
            let shown = now.as_str().ok_or_else(|| Malformed { at: pointer.clone() })?;
            (user.may_be_shown_as(shown), Some(now.clone()))
        }
        (Condition::Member { list, key, fields, .. }, Answer::Json(json)) => match member(json, list, key)? {
            Some(element) => (
                fields
                    .iter()
                    .all(|(name, value)| same_value(name, value, field(element, name))),
                Some(only(element, fields)),
            ),
            None => (false, Some(Value::Null)),
        },
        (Condition::Found { list, key, id, .. }, Answer::Json(json)) => match member(json, list, key)? {
            // Which of several is the one the service made, nobody could say: then no id is shown, and what stands on it
            // fails.
            Some(_) if twice(json, list, key) => (true, Some(Value::Null)),
            Some(element) => {
                let value = field(element, id);
                (found_text(value).is_some(), Some(value.clone()))
            }
            None => (false, Some(Value::Null)),
        },
        (Condition::NoMember { list, key, .. }, Answer::Json(json)) => match member(json, list, key)? {
            Some(element) => (false, Some(besides(element, key))),
            None => (true, Some(Value::Null)),
        },
    };
    Ok(Finding {
        label: label(condition).clone(),
        address: address(condition),
        holds,
        expected: expected(condition),
        now,
        listed: matches!(
            condition,
            Condition::Member { .. } | Condition::NoMember { .. } | Condition::Found { .. } | Condition::Absent { .. }
        ) || is_presence(condition),
    })
}

/// Whether a value tells only that something is on a page.
fn is_presence(condition: &Condition) -> bool {
    matches!(condition, Condition::Field { pointer, .. } if pointer == "/there")
}

/// What the service chose, as text, if it can fill a slot.
pub(super) fn found_text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    super::slot::may_be_found(&text).then_some(text)
}

fn label(condition: &Condition) -> &Text {
    match condition {
        Condition::Field { label, .. }
        | Condition::Person { label, .. }
        | Condition::Member { label, .. }
        | Condition::Found { label, .. }
        | Condition::NoMember { label, .. }
        | Condition::Same { label, .. }
        | Condition::Absent { label } => label,
    }
}

/// The same for what is said of the same element of a list, so that planned, now and wanted line up.
fn address(condition: &Condition) -> String {
    match condition {
        Condition::Field { pointer, .. } | Condition::Person { pointer, .. } => pointer.clone(),
        Condition::Member { list, key, .. }
        | Condition::NoMember { list, key, .. }
        | Condition::Found { list, key, .. } => {
            let key: Vec<String> = key.iter().map(|(name, value)| format!("{name}={value}")).collect();
            format!("{list}[{}]", key.join(",")).to_ascii_lowercase()
        }
        Condition::Same { .. } => "whole".to_owned(),
        Condition::Absent { .. } => String::new(),
    }
}

fn expected(condition: &Condition) -> Value {
    match condition {
        Condition::Field { equals, .. } => equals.clone(),
        Condition::Person { user, .. } => Value::String(user.name.clone()),
        Condition::Found { .. } | Condition::Same { .. } => Value::Bool(true),
        Condition::Member { fields, .. } if fields.is_empty() => Value::Bool(true),
        Condition::Member { fields, .. } => Value::Object(
            fields
                .iter()
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect(),
        ),
        Condition::NoMember { .. } | Condition::Absent { .. } => Value::Null,
    }
}

fn member<'a>(
    json: &'a Value,
    list: &str,
    key: &BTreeMap<String, Value>,
) -> Result<Option<&'a Map<String, Value>>, Malformed> {
    let malformed = || Malformed { at: list.to_owned() };
    let elements = json.pointer(list).and_then(Value::as_array).ok_or_else(malformed)?;
    for element in elements {
        let element = element.as_object().ok_or_else(malformed)?;
        // An element without the key could be the one looked for: that is not "not among them".
        if key.keys().any(|name| !element.contains_key(name)) {
            return Err(malformed());
        }
        if has_key(element, key) {
            return Ok(Some(element));
        }
    }
    let goes_on = json.get("@odata.nextLink").is_some() || json.get("nextRecordsUrl").is_some();
    // Salesforce tells both whether that was all and how many there are.
    let is_cut = json.get("done") == Some(&Value::Bool(false));
    let total = json.get("totalSize").and_then(Value::as_u64);
    if goes_on || is_cut || total.is_some_and(|total| total != elements.len() as u64) {
        return Err(malformed());
    }
    Ok(None)
}

fn has_key(element: &Map<String, Value>, key: &BTreeMap<String, Value>) -> bool {
    key.iter().all(|(name, value)| same_key(value, field(element, name)))
}

/// Whether more than one element has this key.
fn twice(json: &Value, list: &str, key: &BTreeMap<String, Value>) -> bool {
    let elements = json.pointer(list).and_then(Value::as_array).into_iter().flatten();
    let found = elements.filter_map(Value::as_object);
    found.filter(|element| has_key(element, key)).nth(1).is_some()
}

fn field<'a>(element: &'a Map<String, Value>, name: &str) -> &'a Value {
    element.get(name).unwrap_or(&Value::Null)
}

fn only(element: &Map<String, Value>, fields: &BTreeMap<String, Value>) -> Value {
    if fields.is_empty() {
        return Value::Bool(true);
    }
    Value::Object(
        fields
            .keys()
            .map(|name| (name.clone(), field(element, name).clone()))
            .collect(),
    )
}

/// A list element without what identifies it.
fn besides(element: &Map<String, Value>, key: &BTreeMap<String, Value>) -> Value {
    let rest: Map<String, Value> = element
        .iter()
        .filter(|(name, _)| !key.contains_key(*name))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    if rest.is_empty() {
        Value::Bool(true)
    } else {
        Value::Object(rest)
    }
}

fn same_key(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::String(a), Value::String(b)) => a.eq_ignore_ascii_case(b),
        _ => same_number(one, other),
    }
}

/// Equality as the services mean it: GUIDs without regard to case, `PrivilegeDepth` as name or number (`"3"` is
/// `Global`; Dataverse answers one and accepts both).
fn same_value(name: &str, one: &Value, other: &Value) -> bool {
    if name.eq_ignore_ascii_case("depth")
        && let (Some(a), Some(b)) = (depth(one), depth(other))
    {
        return a == b;
    }
    match (one, other) {
        (Value::String(a), Value::String(b)) if is_guid(a) && is_guid(b) => a.eq_ignore_ascii_case(b),
        _ => same_number(one, other),
    }
}

fn same_number(one: &Value, other: &Value) -> bool {
    one == other || matches!((one.as_f64(), other.as_f64()), (Some(a), Some(b)) if a == b)
}

fn depth(value: &Value) -> Option<Depth> {
    match value {
        Value::String(text) => Depth::from_wire(text),
        Value::Number(number) => Depth::from_wire(&number.to_string()),
        _ => None,
    }
}

fn is_guid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}
