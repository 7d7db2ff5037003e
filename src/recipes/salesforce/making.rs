//! What steps on a Salesforce organization are made of. It has no conditional writes for these objects, so the guard read
//! is the last request before each.

use serde_json::Value;

use crate::http::Request;
use crate::plan::making::field;
use crate::plan::model::{Action, Condition, Take, Write, WriteCondition};
use crate::text::Text;

/// A query finds exactly so many rows. That it finds none its list has to show, and to be whole: an answer that says 0 and
/// goes on, or has rows all the same, is none that could be read.
pub fn found(label: Text, rows: u32) -> Condition {
    if rows > 0 {
        return field(label, "/totalSize", Value::from(rows));
    }
    Condition::NoMember {
        label,
        list: "/records".to_owned(),
        key: [].into(),
    }
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
