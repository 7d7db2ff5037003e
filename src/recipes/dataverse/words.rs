//! What is said the same way about every organization: states, depths, and why a step is in the plan.

use crate::domain::privilege::Depth;
use crate::plan::model::Delta;
use crate::text::Text;

/// On or off.
pub fn on_off(on: bool) -> Text {
    Text::new(if on { "value-on" } else { "value-off" })
}

/// The name of a depth.
pub fn depth_label(depth: Depth) -> Text {
    Text::new(match depth {
        Depth::Basic => "role-depth-user",
        Depth::Local => "role-depth-business-unit",
        Depth::Deep => "role-depth-parent-child",
        Depth::Global => "role-depth-organization",
        Depth::RecordFilter => "role-depth-record-filter",
    })
}

/// Why a step is there: the admin chose what it changes, and this.
pub fn chosen(delta: &[Delta]) -> Text {
    let first = delta.first();
    let said = |of: fn(&Delta) -> &Text| first.map_or_else(|| Text::new("value-none"), |one| of(one).clone());
    Text::new("step-chosen")
        .number("count", delta.len() as i64)
        .message("what", said(|one| &one.label))
        .message("to", said(|one| &one.to))
}
