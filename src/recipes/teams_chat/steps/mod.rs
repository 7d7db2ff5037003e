//! The steps of a Teams chat plan, one file per part of the page, and what they are built with.

pub(super) mod access;
pub(super) mod panes;
pub(super) mod publishing;
pub(super) mod record_types;
pub(super) mod site_map;
pub(super) mod switch;
pub(super) mod timeline;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::http::{Method, Request};
use crate::plan::model::{Action, Change, Condition, Delta, Probe, Read, Risk, Step, Undo, Write, WriteCondition};
use crate::recipes::disconnect::planning::{TARGET, fresh, on_off, write};
use crate::services::dataverse::client::read_request;
use crate::text::Text;

/// A step of the only target that can be taken back, without needs and marks.
fn step(id: String, title: Text, delta: Vec<Delta>, change: Change, undo: Undo) -> Step {
    Step {
        id,
        target: TARGET.to_owned(),
        title,
        reason: Text::new("disconnect-step-reason"),
        delta,
        risk: Risk::Reversible,
        needs: Vec::new(),
        change,
        undo,
        unproven: None,
    }
}

fn delta(label: Text, from: Text, to: Text) -> Delta {
    Delta { label, from, to }
}

fn back(change: Change) -> Undo {
    Undo::Change(Box::new(change))
}

fn reading(path: &str, conditions: Vec<Condition>) -> Probe {
    Probe {
        read: Read::Http(fresh(path)),
        conditions,
    }
}

fn field(label: Text, pointer: &str, equals: Value) -> Condition {
    Condition::Field {
        label,
        pointer: pointer.to_owned(),
        equals,
    }
}

/// An element of `value`, the list of an entity set.
fn member(label: Text, key: (&str, &str), fields: &[(&str, Value)]) -> Condition {
    Condition::Member {
        label,
        list: "/value".to_owned(),
        key: keyed(key),
        fields: fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect(),
    }
}

fn no_member(label: Text, key: (&str, &str)) -> Condition {
    Condition::NoMember {
        label,
        list: "/value".to_owned(),
        key: keyed(key),
    }
}

fn keyed((name, value): (&str, &str)) -> BTreeMap<String, Value> {
    [(name.to_owned(), json!(value))].into()
}

fn http(request: Request, condition: WriteCondition) -> Action {
    Action::Http(Write {
        request,
        condition,
        repeatable: true,
        takes: Vec::new(),
        at: None,
    })
}

fn post(path: &str, body: &Value) -> Action {
    http(write(Method::Post, path, body), WriteCondition::None)
}

/// Makes a row with an id of our own, only if there is none: an update by id that may not update (Web API, "Perform
/// conditional operations").
fn create(path: &str, body: &Value) -> Action {
    http(write(Method::Patch, path, body), WriteCondition::CreateOnly)
}

fn patch(path: &str, body: &Value, condition: WriteCondition) -> Action {
    http(write(Method::Patch, path, body), condition)
}

/// Deletes the row the guard read, in the version it read.
fn delete(path: String) -> Action {
    let request = Request {
        method: Method::Delete,
        ..read_request(&path)
    };
    http(request, WriteCondition::GuardEtag)
}

/// The words of a three-valued switch: unset is not off.
fn three(value: Option<bool>) -> Text {
    value.map_or_else(|| Text::new("chat-value-unset"), on_off)
}
