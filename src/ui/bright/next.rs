//! The app a plan is about, and a reminder of the day its secret ends.

use yew::prelude::*;

use crate::plan::model::Plan;
use crate::plan::progress::{Progress, StepState};
use crate::recipes::bright_pattern::planning::{MAKES_SECRET, NOTE_APP, RECIPE, secret_end};
use crate::text::Text;
use crate::ui::panel::Panel;
use crate::ui::reminder;

/// The app a plan is about, by its name.
pub fn named_app(plan: &Plan) -> Option<&Text> {
    plan.notes.iter().find(|note| note.id == NOTE_APP)
}

/// What comes after a run that made a secret: the day it ends.
pub fn after(panel: &Panel, plan: &Plan, progress: &Progress) -> Html {
    if plan.recipe != RECIPE || plan.undoes.is_some() {
        return Html::default();
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
