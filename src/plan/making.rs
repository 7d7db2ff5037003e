//! The ways most plans say what is read and what has to hold on it.

use serde_json::Value;

use super::model::{Condition, Probe, Read};
use crate::http::Request;
use crate::text::Text;

/// A value at a JSON Pointer.
pub fn field(label: Text, pointer: &str, equals: Value) -> Condition {
    Condition::Field {
        label,
        pointer: pointer.to_owned(),
        equals,
    }
}

/// What must hold on a service's answer.
pub fn probe(request: Request, conditions: Vec<Condition>) -> Probe {
    Probe {
        read: Read::Http(request),
        conditions,
    }
}

/// What must hold on what a locator finds.
pub fn on_page(locator: &str, conditions: Vec<Condition>) -> Probe {
    Probe {
        read: Read::Page {
            locator: locator.to_owned(),
        },
        conditions,
    }
}
