//! Overview: readiness of each recipe, what needs the admin open, what is ready folded to one line.

use yew::prelude::*;

use super::{bar, view};
use super::panel::use_panel;
use crate::text::Text;

/// The view.
#[component]
pub fn Overview() -> Html {
    let panel = use_panel();
    html! {
        <>
            <main id="content" data-testid="overview">
                <div class="title">
                    <view::Heading text={Text::new("overview-title")} />
                    <div class="actions"><view::Refresh /></div>
                    { view::read_at(&panel) }
                </div>
                <view::Troubles />
                if panel.state.observed.is_none() {
                    <view::Loading />
                }
            </main>
            <bar::Bar />
        </>
    }
}

