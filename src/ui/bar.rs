//! The bar: how many changes wait, what they cost, and the one way on: Review. Nothing is written from here.

use yew::prelude::*;

use super::panel::{Action, use_panel};
use super::preview::count;
use super::route::Route;
use crate::text::Text;

/// The bar, or nothing while nothing is to change.
#[component]
pub fn Bar() -> Html {
    let panel = use_panel();
    let words = &panel.words;
    // While a run is under way, whose notice stands in the header, nothing else is begun.
    let which = panel.state.changing().filter(|_| panel.state.driven().is_none());
    let Some(which) = which else {
        return Html::default();
    };
    let part = panel.state.part(which);
    let may_plan = part.may_plan();
    // What is refused has no steps to be counted.
    let summary = if may_plan || part.standing().is_reading {
        Text::new("bar-summary")
            .number("changes", count(part.changes()))
            .number("requests", i64::from(part.requests()))
    } else {
        Text::new("bar-no-plan")
    };
    let review = {
        let panel = panel.clone();
        Callback::from(move |_: MouseEvent| {
            if may_plan {
                panel.send(Action::Review(which, panel.backend.now()));
            }
        })
    };
    let discard = panel.on(move || Action::Discard(which));
    // Where no recipe has the view to itself, the bar says whose changes it means.
    let whose = !matches!(panel.state.route, Route::Recipe(_));
    html! {
        <footer class="bar" data-testid="bar">
            <div class="say" role="status">
                <p>
                    if whose {
                        { words.html(&which.title()) }{ " " }
                    }
                    <b>{ words.html(&summary) }</b>
                </p>
                <p class="caption" id="bar-why">
                    if let Some(why) = &panel.state.refused {
                        { words.html(why) }
                    } else if !may_plan && part.standing().is_reading {
                        { words.word("bar-still-reading") }
                    } else {
                        { words.html(&part.note()) }
                    }
                </p>
            </div>
            <button type="button" class="button" data-testid="bar-discard" onclick={discard}>
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
