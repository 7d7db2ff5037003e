//! Saves what was read as files: a view as CSV, safe against formulas, and all of it as JSON.

use yew::prelude::*;

use crate::browser::elements;
use crate::json::pretty;
use crate::recipes::disconnect::export::{View, csv, json};
use crate::text::Text;
use crate::ui::icon::Icon;
use crate::ui::panel::use_panel;

const fn name(view: View) -> (&'static str, &'static str) {
    match view {
        View::RecordTypes => ("record-types", "disconnect-export-record-types"),
        View::Users => ("users", "disconnect-export-users"),
        View::Roles => ("roles", "disconnect-export-roles"),
    }
}

/// The section.
#[component]
pub fn Exports() -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let view = use_state(|| View::Users);
    let choose = {
        let view = view.clone();
        Callback::from(move |event: Event| {
            let wanted = elements::value(&event);
            if let Some(found) = View::ALL.into_iter().find(|it| name(*it).0 == wanted) {
                view.set(found);
            }
        })
    };
    let save_csv = {
        let (panel, view) = (panel.clone(), *view);
        Callback::from(move |_: MouseEvent| {
            if let Some(observed) = &panel.state.disconnect.observed {
                let file = format!("latchkey-disconnect-{}.csv", name(view).0);
                let content = csv(observed, view, &panel.time(observed.read_at));
                panel.backend.download(&file, "text/csv", &content);
            }
        })
    };
    let save_json = {
        let panel = panel.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(observed) = &panel.state.disconnect.observed {
                let content = pretty(&json(observed));
                panel
                    .backend
                    .download("latchkey-disconnect-rights.json", "application/json", &content);
            }
        })
    };
    html! {
        <section aria-labelledby="export">
            <div class="section-head"><h2 id="export">{ words.word("export-title") }</h2></div>
            <div class="row">
                <span class="select grow">
                    <select data-testid="export-view" aria-label={words.label(&Text::new("export-view"))} onchange={choose}>
                        { for View::ALL.into_iter().map(|it| html! {
                            <option value={name(it).0} selected={it == *view}>{ words.plain(&Text::new(name(it).1)) }</option>
                        }) }
                    </select>
                    { Icon::Open.tiny() }
                </span>
                <button type="button" class="button" data-testid="export-csv" onclick={save_csv}>
                    { Icon::Save.small() }{ words.word("export-csv") }
                </button>
                <button type="button" class="button" data-testid="export-json" onclick={save_json}>
                    { Icon::Save.small() }{ words.word("export-json") }
                </button>
            </div>
        </section>
    }
}
