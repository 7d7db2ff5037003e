//! The steps of a lead management plan, one file per part, and what they are built with. A step's id begins with the key of
//! its part.

pub(super) mod entra;
pub(super) mod environment;
pub(super) mod offer;
pub(crate) mod office;
pub(super) mod solution;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::http::{Method, Request};
use crate::plan::making::{field, on_page};
use crate::plan::model::{
    Action, Change, Condition, Delta, Probe, Read, Risk, Step, Take, Undo, Write, WriteCondition,
};
use crate::recipes::disconnect::planning::{fresh, write};
use crate::services::dataverse::client::read_request;
use crate::text::Text;

/// A step without needs and marks.
fn step(id: impl Into<String>, target: &str, title: Text, reason: Text, change: Change, undo: Undo) -> Step {
    Step {
        id: id.into(),
        target: target.to_owned(),
        title,
        reason,
        delta: Vec::new(),
        risk: Risk::Reversible,
        needs: Vec::new(),
        change,
        undo,
        unproven: None,
    }
}

fn change(guard: Probe, action: Action, proof: Probe) -> Change {
    Change {
        guard,
        action,
        proof,
        patience: None,
    }
}

fn back(change: Change) -> Undo {
    Undo::Change(Box::new(change))
}

/// A way back that leaves the thing otherwise than it was.
fn partly(change: Change, left: &'static str) -> Undo {
    Undo::Partly {
        change: Box::new(change),
        left: Text::new(left),
    }
}

/// Nothing to take back.
fn nothing(why: &'static str) -> Undo {
    Undo::Nothing { why: Text::new(why) }
}

fn none(why: &'static str) -> Undo {
    Undo::None { why: Text::new(why) }
}

fn delta(label: Text, from: Text, to: Text) -> Delta {
    Delta { label, from, to }
}

/// Outside text as it is.
fn verbatim(text: &str) -> Text {
    Text::new("lead-verbatim").name("text", text)
}

/// A read of Dataverse or Graph that no cache may answer.
fn reading(path: &str, conditions: Vec<Condition>) -> Probe {
    Probe {
        read: Read::Http(fresh(path)),
        conditions,
    }
}

fn member(label: Text, list: &str, key: &[(&str, &str)], fields: &[(&str, Value)]) -> Condition {
    Condition::Member {
        label,
        list: list.to_owned(),
        key: keyed(key),
        fields: fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect(),
    }
}

fn no_member(label: Text, list: &str, key: &[(&str, &str)]) -> Condition {
    Condition::NoMember {
        label,
        list: list.to_owned(),
        key: keyed(key),
    }
}

/// The element of `value` with that key; its column `id` fills `slot`.
fn found(label: Text, list: &str, key: &[(&str, &str)], id: &str, slot: &str) -> Condition {
    Condition::Found {
        label,
        list: list.to_owned(),
        key: keyed(key),
        id: id.to_owned(),
        slot: slot.to_owned(),
    }
}

fn keyed(key: &[(&str, &str)]) -> BTreeMap<String, Value> {
    let pair = |(name, value): &(&str, &str)| ((*name).to_owned(), json!(value));
    key.iter().map(pair).collect()
}

fn http(request: Request, condition: WriteCondition, repeatable: bool) -> Action {
    Action::Http(Write {
        request,
        condition,
        repeatable,
        takes: Vec::new(),
        at: None,
    })
}

/// What a service client has composed, to be sent to a service without conditional writes.
fn sent(request: Request, repeatable: bool) -> Action {
    http(request, WriteCondition::None, repeatable)
}

/// What a service client reads.
fn read(request: Request, conditions: Vec<Condition>) -> Probe {
    Probe {
        read: Read::Http(request),
        conditions,
    }
}

/// A POST whose second sending would make a second thing, or be refused.
fn post(path: &str, body: &Value) -> Action {
    http(write(Method::Post, path, body), WriteCondition::None, false)
}

/// A POST that may be sent again.
fn post_again(path: &str, body: &Value) -> Action {
    http(write(Method::Post, path, body), WriteCondition::None, true)
}

fn patch(path: &str, body: &Value, condition: WriteCondition) -> Action {
    http(write(Method::Patch, path, body), condition, true)
}

fn delete(path: &str) -> Action {
    let request = Request {
        method: Method::Delete,
        ..read_request(path)
    };
    http(request, WriteCondition::None, true)
}

/// The same write, which gives values on.
fn taking(action: Action, takes: &[(&str, &str)]) -> Action {
    match action {
        Action::Http(write) => Action::Http(Write {
            takes: takes
                .iter()
                .map(|(slot, pointer)| Take {
                    slot: (*slot).to_owned(),
                    pointer: (*pointer).to_owned(),
                })
                .collect(),
            ..write
        }),
        other => other,
    }
}

/// The same write, to another target than the one the step reads.
fn at(target: &str, action: Action) -> Action {
    match action {
        Action::Http(write) => Action::Http(Write {
            at: Some(target.to_owned()),
            ..write
        }),
        other => other,
    }
}

fn guide(instruction: Text, locator: Option<&str>) -> Action {
    Action::Guide {
        instruction,
        locator: locator.map(str::to_owned),
    }
}
