//! Settings: what is remembered from one time to the next, and forgetting it.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::acting::Acting;
use super::deployment::part::Edit;
use super::panel::{Action, use_panel};
use super::route::Route;

/// The section.
#[component]
pub fn Remembered() -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let forgotten = use_state(|| None::<bool>);
    let forget = {
        let (panel, forgotten) = (panel.clone(), forgotten.clone());
        Callback::from(move |()| {
            let (panel, forgotten) = (panel.clone(), forgotten.clone());
            spawn_local(async move {
                let done = panel.backend.forget_remembered().await;
                if done {
                    // Else the next edit would remember it again.
                    panel.send(Action::Deployment(Edit::Forget));
                }
                forgotten.set(Some(done));
            });
        })
    };
    let elsewhere = {
        let backend = panel.backend.clone();
        Callback::from(move |()| backend.open_in_tab(&Route::Settings.address()))
    };
    html! {
        <section aria-labelledby="settings-remembered">
            <h2 id="settings-remembered">{ words.word("remembered-title") }</h2>
            <p class="caption">{ words.word("remembered-lead") }</p>
            <div class="foot">
                <Acting id="remembered-forget" class="button" act={forget} {elsewhere}>
                    { words.word("remembered-forget") }
                </Acting>
                <span class="caption" role="status" data-testid="remembered-note">
                    if let Some(done) = *forgotten {
                        { words.word(if done { "remembered-forgotten" } else { "remembered-kept" }) }
                    }
                </span>
            </div>
        </section>
    }
}
