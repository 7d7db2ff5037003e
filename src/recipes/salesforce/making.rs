//! What steps on a Salesforce organization are made of. It has no conditional writes for these objects, so the guard read
//! is the last request before each.

use serde_json::Value;

use crate::http::Request;
use crate::plan::model::{Action, Condition, Probe, Read, Take, Write, WriteCondition};
use crate::text::Text;

/// A read, and what must hold on it.
pub fn probe(request: Request, conditions: Vec<Condition>) -> Probe {
    Probe {
        read: Read::Http(request),
        conditions,
    }
}

/// A value at a JSON Pointer.
pub fn field(label: Text, pointer: &str, equals: Value) -> Condition {
    Condition::Field {
        label,
        pointer: pointer.to_owned(),
        equals,
    }
}

/// A query finds exactly so many rows.
pub fn found(label: Text, rows: u32) -> Condition {
    field(label, "/totalSize", Value::from(rows))
}

/// A write without a condition of the service's own.
pub fn write(request: Request, repeatable: bool, takes: Vec<Take>) -> Action {
    Action::Http(Write {
        request,
        condition: WriteCondition::None,
        repeatable,
        takes,
        at: None,
    })
}
