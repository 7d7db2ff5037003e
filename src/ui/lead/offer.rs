//! The offer: the connection details with a button to copy each, contact addresses, the newest leads, and what is left to
//! do by hand (S004-44 to S004-52).

use yew::prelude::*;

use super::controls::{caption, copied, field, point, warning};
use super::framed;
use super::part::Field;
use crate::domain::lead::Credential;
use crate::domain::lead::connection::{DESTINATION, authentication, url};
use crate::domain::lead::rights::Group;
use crate::recipes::lead_management::Observed;
use crate::recipes::lead_management::planning::PARTNER_CENTER;
use crate::text::Text;
use crate::ui::icon::Icon;
use crate::ui::panel::Panel;
use crate::ui::view;

/// The section.
pub fn section(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let lead = &panel.state.lead;
    let choices = &lead.choices;
    let address = url(&observed.organization.host);
    let client = choices.client(observed);
    let open = {
        let panel = panel.clone();
        Callback::from(move |_: MouseEvent| panel.backend.open_page(PARTNER_CENTER))
    };
    let inside = html! {
        <>
            { caption(panel, &Text::new("lead-offer-means")) }
            <div class="row">
                <button type="button" class="button small" data-testid="lead-open-portal" onclick={open}>
                    { Icon::Page.small() }{ words.word("lead-open-portal") }
                </button>
            </div>
            <div class="settings" data-testid="lead-details">
                { copied(panel, "lead-destination", "lead-detail-destination", Some(DESTINATION)) }
                { copied(panel, "lead-url", "lead-detail-url", Some(&address)) }
                { copied(panel, "lead-authentication", "lead-detail-authentication", authentication(choices.credential).first().copied()) }
                { match choices.credential {
                    Credential::Entra => html! {
                        <>
                            { copied(panel, "lead-client-id", "lead-client-id", client.as_deref()) }
                            { copied(panel, "lead-directory-id", "lead-detail-directory", observed.directory_id()) }
                        </>
                    },
                    Credential::Office365 => copied(panel, "lead-detail-user", "lead-upn", Some(&choices.upn)),
                } }
            </div>
            { caption(panel, &Text::new("lead-secret-shown-once")) }
            { field(panel, Field::Emails, "lead-emails", "lead-emails", &lead.emails) }
            if let Some(why) = &lead.email_refusal {
                { warning(panel, why) }
            }
            { view::reading(words, &observed.leads, "leads") }
            { newest(panel, observed) }
            { caption(panel, &Text::new("lead-undo-offer")) }
            { point(panel, None, &Text::new("lead-note-publish")) }
        </>
    };
    framed(panel, observed, Group::Offer, inside)
}

/// The newest leads, those the account made marked so.
fn newest(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let leads = observed.leads.value().map(Vec::as_slice).unwrap_or_default();
    if leads.is_empty() {
        return caption(panel, &Text::new("lead-leads-none"));
    }
    let writers = observed.writers();
    html! {
        <details class="fold">
            <summary>{ Icon::chevron() }{ words.word("lead-leads-newest") }</summary>
            <ul class="notes" data-testid="lead-leads">
                { for leads.iter().map(|lead| {
                    let own = writers.iter().any(|account| Some(&account.id) == lead.by.as_ref());
                    let id = if own { "lead-lead-own" } else { "lead-lead-other" };
                    let text = Text::new(id).name("subject", &lead.subject).name("time", &lead.created);
                    html! { <li class="caption">{ words.html(&text) }</li> }
                }) }
            </ul>
        </details>
    }
}
