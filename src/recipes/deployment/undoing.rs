//! What taking a repair back means, and whom it reaches: said in the plan that does it, as what the repair means is said in
//! its own.

use super::report::count;
use crate::plan::model::Plan;
use crate::text::Text;

/// What an undo's steps mean, by how the ids of the steps they take back begin.
const MEANS: [(&str, &str); 6] = [
    ("licence:", "deploy-undo-note-licences"),
    ("transcription", "deploy-undo-note-transcription"),
    ("data-policy:", "deploy-undo-note-policies"),
    ("grant:", "deploy-undo-note-grant"),
    ("deploy-policy-", "deploy-undo-note-setup"),
    ("administrator:", "deploy-undo-note-administrators"),
];

/// What else of the first plan's notes holds for taking it back: whom that reaches, and where it is done.
const STILL: [(&str, &str); 2] = [
    ("data-policy:", "deploy-note-policy-touches"),
    ("deploy-policy-", "deploy-note-setup"),
];

/// Puts what it means into a plan that takes `first` back.
pub fn explain_undo(undo: &mut Plan, first: &Plan) {
    let taken_back = |kind: &str| {
        let own = undo.steps.iter().filter_map(|step| step.id.strip_prefix("undo:"));
        own.filter(|id| id.starts_with(kind)).count()
    };
    let mut notes = Vec::new();
    for (kind, note) in MEANS {
        let steps = taken_back(kind);
        if steps > 0 {
            notes.push(Text::new(note).number("count", count(steps)));
        }
    }
    for (kind, note) in STILL {
        if taken_back(kind) > 0 {
            notes.extend(first.notes.iter().filter(|said| said.id == note).cloned());
        }
    }
    notes.append(&mut undo.notes);
    undo.notes = notes;
}
