//! What an undo leaves of the account, the app a plan is about, and a reminder of the day its secret ends.

use yew::prelude::*;

use crate::plan::model::Plan;
use crate::plan::progress::{Progress, StepState};
use crate::recipes::bright_pattern::planning::{MAKES_SECRET, NOTE_APP, RECIPE, secret_end};
use crate::recipes::bright_pattern::undoing::ACCOUNT_STOPS;
use crate::text::Text;
use crate::ui::notice::{Kind, Notice};
use crate::ui::panel::Panel;
use crate::ui::reminder;

/// Whether a note of a plan is said before everything else.
pub fn is_said_first(note: &Text) -> bool {
    note.id == ACCOUNT_STOPS
}

/// That the account an undo leaves works no more.
pub fn before_undo(panel: &Panel, plan: &Plan) -> Html {
    let Some(note) = plan.notes.iter().find(|note| is_said_first(note)) else {
        return Html::default();
    };
    html! {
        <section class="flush">
            <Notice kind={Kind::Attention} testid="bright-account-stops" title={panel.words.html(note)}>
                <p>{ panel.words.word("bright-account-stops-why") }</p>
            </Notice>
        </section>
    }
}

/// The app a plan is about, by its name.
pub fn named_app(plan: &Plan) -> Option<&Text> {
    plan.notes.iter().find(|note| note.id == NOTE_APP)
}

/// What comes after a run: after an undo what stays; after a secret was made the day it ends.
pub fn after(panel: &Panel, plan: &Plan, progress: &Progress) -> Html {
    if plan.recipe != RECIPE {
        return Html::default();
    }
    if plan.undoes.is_some() {
        return before_undo(panel, plan);
    }
    let mut steps = progress.steps.iter();
    if !steps.any(|step| step.id == MAKES_SECRET && matches!(step.state, StepState::Done { .. })) {
        return Html::default();
    }
    let day = secret_end(plan.made_at);
    let summary = Text {
        args: named_app(plan).map(|note| note.args.clone()).unwrap_or_default(),
        ..Text::new("bright-reminder-title")
    };
    let description = Text::new("bright-reminder-text").day("day", day.millis());
    html! {
        <section aria-labelledby="bright-next" data-testid="bright-next">
            <h2 id="bright-next">{ panel.words.word("lead-next-title") }</h2>
            <p>{ panel.words.html(&Text::new("bright-after-secret").day("day", day.millis())) }</p>
            { reminder::save(panel, "bright-next-remind", plan.made_at, day, &summary, &description) }
        </section>
    }
}
