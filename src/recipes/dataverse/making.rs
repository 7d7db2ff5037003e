//! What steps on an organization are made of: probes, conditions and writes.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::target::{fresh, write};
use crate::http::{Method, Request};
use crate::plan::model::{Action, Change, Condition, Delta, Probe, Read, Undo, Write, WriteCondition};
use crate::services::dataverse::client::read_request;
use crate::text::Text;

/// Old → new of one thing.
pub fn delta(label: Text, from: Text, to: Text) -> Delta {
    Delta { label, from, to }
}

/// A change that takes a step back.
pub fn back(change: Change) -> Undo {
    Undo::Change(Box::new(change))
}

/// A fresh read of the organization, and what must hold on it.
pub fn probe(path: &str, conditions: Vec<Condition>) -> Probe {
    Probe {
        read: Read::Http(fresh(path)),
        conditions,
    }
}

/// An element of `value`, the list of an entity set.
pub fn member(label: Text, key: (&str, &str), fields: &[(&str, Value)]) -> Condition {
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

/// No such element of `value`, the list of an entity set.
pub fn no_member(label: Text, key: (&str, &str)) -> Condition {
    Condition::NoMember {
        label,
        list: "/value".to_owned(),
        key: keyed(key),
    }
}

fn keyed((name, value): (&str, &str)) -> BTreeMap<String, Value> {
    [(name.to_owned(), json!(value))].into()
}

/// A write that may be repeated.
pub fn http(request: Request, condition: WriteCondition) -> Action {
    Action::Http(Write {
        request,
        condition,
        repeatable: true,
        takes: Vec::new(),
        at: None,
    })
}

/// A call of an action.
pub fn post(path: &str, body: &Value) -> Action {
    http(write(Method::Post, path, body), WriteCondition::None)
}

/// Makes a row with an id of our own, only if there is none: an update by id that may not update (Web API, "Perform
/// conditional operations").
pub fn create(path: &str, body: &Value) -> Action {
    http(write(Method::Patch, path, body), WriteCondition::CreateOnly)
}

/// An update of a row.
pub fn patch(path: &str, body: &Value, condition: WriteCondition) -> Action {
    http(write(Method::Patch, path, body), condition)
}

/// Deletes the row the guard read, in the version it read.
pub fn delete(path: String) -> Action {
    let request = Request {
        method: Method::Delete,
        ..read_request(&path)
    };
    http(request, WriteCondition::GuardEtag)
}
