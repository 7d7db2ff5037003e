//! The button that adds what a line's fix stands for to the plan; once it is in, the way to take it out again.

use yew::prelude::*;

use super::panel::Panel;
use crate::text::Text;

/// What it is for, and how it is found.
pub struct FixButton<'a> {
    /// The statement the fix is for, which names the button for who does not see where it stands.
    pub line: &'a Text,
    /// Whether it is in the plan.
    pub is_in_plan: bool,
    /// The `data-testid` of the button, or of the mark that it is in the plan; and of the way out.
    pub test_ids: (String, String),
    /// Adds it, or takes it out.
    pub turn: Callback<MouseEvent>,
}

/// It.
pub fn fix_button(panel: &Panel, fix: FixButton) -> Html {
    let words = &panel.words;
    let (word, class, (at, out)) = match (fix.is_in_plan, fix.test_ids) {
        (true, (mark, out)) => ("overview-remove", "link", (Some(mark), out)),
        (false, (button, _)) => ("disconnect-action-add", "button small", (None, button)),
    };
    let name = words.label(
        &Text::new("overview-fix-named")
            .message("fix", Text::new(word))
            .message("line", fix.line.clone()),
    );
    let button = html! {
        <button type="button" {class} data-testid={out} aria-label={name} onclick={fix.turn}>{ words.word(word) }</button>
    };
    match at {
        None => button,
        Some(mark) => html! {
            <span class="row">
                <span class="tag change" data-testid={mark}>{ words.word("overview-in-plan") }</span>
                { button }
            </span>
        },
    }
}
