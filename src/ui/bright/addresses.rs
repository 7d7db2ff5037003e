//! The addresses the account needs, each with where it comes from and a copy button (S002-02, S002-08 to S002-11).

use yew::platform::spawn_local;
use yew::prelude::*;

use super::part::Edit;
use super::{attention, framed, ready};
use crate::domain::integration_account::reply_address;
use crate::domain::reading::Reading;
use crate::recipes::bright_pattern::observed::TenantTrouble;
use crate::recipes::bright_pattern::{Field, Observed, PlanError};
use crate::text::Text;
use crate::ui::panel::{Action, Panel};

/// The section.
pub fn section(panel: &Panel, observed: &Observed) -> Html {
    let inside = match (observed.tenant(), observed.endpoints()) {
        (Ok(_), Some(endpoints)) => html! {
            <>
                { standing(panel, observed) }
                <dl class="facts stacked">
                    { field(panel, Field::Authorization, &endpoints.authorization) }
                    { field(panel, Field::Token, &endpoints.token) }
                    { field(panel, Field::Api, &endpoints.api) }
                    if let Some(shown) = observed.shown() {
                        { address(panel, "bright-reply", &Text::new("bright-reply"), &reply_address(&shown.host)) }
                    }
                </dl>
            </>
        },
        (Err(trouble), _) => why(panel, trouble),
        (Ok(_), None) => attention(panel, "bright-tenant", &PlanError::NoCloud.explain()),
    };
    framed(panel, "bright-addresses", "bright-addresses-title", inside)
}

fn why(panel: &Panel, trouble: TenantTrouble) -> Html {
    attention(panel, "bright-tenant", &PlanError::Tenant(trouble).explain())
}

/// What the addresses stand on: the organization's own answer, and its challenge beside it.
fn standing(panel: &Panel, observed: &Observed) -> Html {
    match &observed.challenge {
        Reading::Unreadable(why) => attention(panel, "bright-tenant", why),
        _ => ready(panel, "bright-tenant", &Text::new("bright-ready-challenge")),
    }
}

fn field(panel: &Panel, field: Field, text: &str) -> Html {
    address(panel, field.locator(), &field.label(), text)
}

fn address(panel: &Panel, id: &'static str, label: &Text, text: &str) -> Html {
    let words = &panel.words;
    let copy = {
        let (panel, text) = (panel.clone(), text.to_owned());
        Callback::from(move |_: MouseEvent| {
            let written = panel.backend.copy(&text);
            let panel = panel.clone();
            spawn_local(async move {
                if written.await {
                    panel.send(Action::Bright(Edit::Copied(id)));
                }
            });
        })
    };
    let testid = id.replace('.', "-");
    html! {
        <>
            <dt>{ words.html(label) }</dt>
            <dd>
                <div class="row tight">
                    <code data-testid={testid.clone()}>{ text.to_owned() }</code>
                    <button
                        type="button"
                        class="button small"
                        data-testid={format!("copy-{testid}")}
                        aria-label={words.label(&Text::new("copy-named").message("text", label.clone()))}
                        onclick={copy}
                    >
                        { words.word("copy") }
                    </button>
                    <span class="caption" role="status">
                        if panel.state.bright.copied == Some(id) {
                            { words.word("copied") }
                        }
                    </span>
                </div>
            </dd>
        </>
    }
}
