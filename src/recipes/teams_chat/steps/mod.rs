//! The steps of a Teams chat plan, one file per part of the page.

pub(super) mod access;
pub(super) mod panes;
pub(super) mod publishing;
pub(super) mod record_types;
pub(super) mod site_map;
pub(super) mod switch;
pub(super) mod timeline;

use crate::plan::making::field;
use crate::plan::model::{Change, Delta, Risk, Step, Undo};
use crate::recipes::dataverse::making::{back, create, delete, delta, member, no_member, patch, post, probe};
use crate::recipes::dataverse::target::TARGET;
use crate::recipes::dataverse::words::{chosen, on_off};
use crate::text::Text;

/// A step of the only target that can be taken back, without needs and marks.
fn step(id: String, title: Text, delta: Vec<Delta>, change: Change, undo: Undo) -> Step {
    Step {
        id,
        target: TARGET.to_owned(),
        title,
        reason: chosen(&delta),
        delta,
        risk: Risk::Reversible,
        needs: Vec::new(),
        change,
        undo,
        unproven: None,
    }
}

/// The words of a three-valued switch: unset is not off.
fn three(value: Option<bool>) -> Text {
    value.map_or_else(|| Text::new("chat-value-unset"), on_off)
}
