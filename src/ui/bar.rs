//! The bar: how many changes wait, what they cost, and the one way on: Review. Nothing is written from here.

use yew::prelude::*;

use super::panel::{Action, use_panel};
use super::preview::count;
use super::tasks;
use crate::text::Text;

/// The bar, or nothing while nothing is to change.
#[component]
pub fn Bar() -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let choices = &panel.state.choices;
    if choices.is_empty() {
        return Html::default();
    }
    let effect = &panel.state.effect;
    let may_plan = panel.state.may_plan();
    let summary = Text::new("bar-summary")
        .number("changes", count(choices.count()))
        .number("requests", i64::from(panel.state.requests));
    let people = Text::new("bar-people")
        .number("gain", count(effect.gain.len()))
        .number("lose", count(effect.lose.len()));
    let review = {
        let panel = panel.clone();
        Callback::from(move |_: MouseEvent| {
            if may_plan {
                tasks::review(&panel);
            }
        })
    };
    let discard = panel.on(|| Action::Discard);
    html! {
        <footer class="bar" data-testid="bar">
            <div class="say" role="status">
                <p><b>{ words.html(&summary) }</b></p>
                <p class="caption" id="bar-why">
                    if let Some(why) = &panel.state.refused {
                        { words.html(why) }
                    } else if !may_plan {
                        { words.word(if panel.state.is_reading { "bar-still-reading" } else { "bar-incomplete" }) }
                    } else if choices.changes_roles() {
                        { words.html(&people) }
                    } else {
                        { words.word("bar-nothing-written") }
                    }
                </p>
            </div>
            <button type="button" class="button subtle" data-testid="bar-discard" onclick={discard}>
                { words.word("bar-discard") }
            </button>
            <button
                type="button"
                class="button primary"
                data-testid="bar-review"
                aria-disabled={(!may_plan).to_string()}
                aria-describedby="bar-why"
                onclick={review}
            >
                { words.word("bar-review") }
            </button>
        </footer>
    }
}
