//! Beside a line that the page of **Microsoft Power Platform** in Salesforce's Setup tells: the way to that page through the
//! permission it takes, and another look at it (S001-22 to S001-28).

use yew::platform::spawn_local;
use yew::prelude::*;

use super::part::Edit;
use super::reading;
use crate::recipes::deployment::{Line, Observed};
use crate::text::Text;
use crate::ui::icon::Icon;
use crate::ui::panel::{Action, Panel};

/// The part, for lines that page tells alone, or can put right.
pub fn part(panel: &Panel, observed: &Observed, line: &Line) -> Html {
    let id = line.point.id;
    let salesforce = observed.salesforce.as_ref();
    let place = salesforce.and_then(|salesforce| salesforce.policies_page());
    let (Some(place), "ip-relaxation" | "refresh-token" | "timeout") = (place, id) else {
        return Html::default();
    };
    let words = &panel.words;
    let asked = panel.state.deployment.asked.as_ref().filter(|_| id == "ip-relaxation");
    let look = {
        let panel = panel.clone();
        Callback::from(move |_: MouseEvent| reading::look_at_setup(&panel))
    };
    html! {
        <div class="row">
            <button type="button" class="button small" data-testid={format!("deploy-setup-open-{id}")} onclick={open(panel, place)}>
                { Icon::Page.small() }{ words.word("deploy-setup-open") }
            </button>
            <button type="button" class="button small" data-testid={format!("deploy-setup-look-{id}")} onclick={look}>
                { Icon::Refresh.small() }{ words.word("salesforce-page-look") }
            </button>
            if id == "ip-relaxation" {
                <span class="caption" role="status" data-testid="deploy-setup-asked">
                    { for asked.map(|says| words.html(says)) }
                </span>
            }
        </div>
    }
}

/// Asks for the host, then opens the page there.
fn open(panel: &Panel, place: String) -> Callback<MouseEvent> {
    let panel = panel.clone();
    Callback::from(move |_: MouseEvent| {
        let place = place.trim_start_matches("https://").to_owned();
        // Asked at once, while the click counts.
        let asked = panel.backend.ask_for(place.split('/').next().unwrap_or_default());
        let panel = panel.clone();
        spawn_local(async move {
            let may = asked.await;
            if may {
                panel.backend.open_page(&place);
            }
            let says = if may {
                "deploy-setup-opened"
            } else {
                "deploy-setup-refused"
            };
            panel.send(Action::Deployment(Edit::Asked(Text::new(says))));
        });
    })
}
