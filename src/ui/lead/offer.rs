//! The offer: the connection details with a button to copy each, contact addresses, the newest leads, and what is left to
//! do by hand (S004-44 to S004-52).

use yew::platform::spawn_local;
use yew::prelude::*;

use super::controls::{caption, copied, field, point, select};
use super::part::{Edit, Field};
use super::{framed, next, reading};
use crate::domain::day::Day;
use crate::domain::lead::Credential;
use crate::domain::lead::connection::{DESTINATION, authentication, url};
use crate::domain::lead::rights::Group;
use crate::recipes::lead_management::choices::Hands;
use crate::recipes::lead_management::planning::PARTNER_CENTER;
use crate::recipes::lead_management::{self, Observed, Proof, ready};
use crate::text::Text;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::panel::{Action, Panel};
use crate::ui::view;

/// The section.
pub fn section(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let lead = &panel.state.lead;
    let choices = &lead.choices;
    let address = url(&observed.organization.host);
    let client = choices.client(observed);
    let hands = |hands: Hands| {
        let says = words.label(&Text::new(match hands {
            Hands::Latchkey => "lead-hands-latchkey",
            Hands::Press => "lead-hands-press",
            Hands::Admin => "lead-hands-admin",
        }));
        (says.to_string(), choices.hands == hands, Edit::Hands(hands))
    };
    let inside = html! {
        <>
            { caption(panel, &Text::new("lead-offer-means")) }
            { page(panel, observed) }
            { select(panel, "lead-hands", "lead-hands-choose", Hands::ALL.into_iter().map(hands).collect()) }
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
            if choices.credential == Credential::Entra {
                { caption(panel, &Text::new("lead-secret-shown-once")) }
            }
            { field(panel, Field::Emails, "lead-emails", "lead-emails", &lead.emails) }
            { view::reading(words, &observed.leads, "leads") }
            { proof(panel, observed) }
            { newest(panel, observed) }
            { caption(panel, &Text::new("lead-undo-offer")) }
            { next::publish(panel, observed) }
        </>
    };
    framed(panel, observed, Group::Offer, inside)
}

/// Whether a tab shows the offer, and the way there through the one permission it takes.
fn page(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let (standing, glyph, says) = match observed.offer.place() {
        None => ("absent", Glyph::Unknown, Text::new("lead-plan-no-page")),
        Some(place) if !place.connects => ("other", Glyph::Attention, Text::new("lead-plan-no-customer-leads")),
        Some(place) => match place.called() {
            Some(offer) => (
                "shown",
                Glyph::Ready,
                Text::new("lead-page-shown").message("offer", offer),
            ),
            None => ("shown", Glyph::Ready, Text::new("lead-page-untold")),
        },
    };
    let open = {
        let panel = panel.clone();
        Callback::from(move |_: MouseEvent| {
            // Asked at once, while the click counts.
            let asked = panel.backend.ask_for(PARTNER_CENTER);
            let panel = panel.clone();
            spawn_local(async move {
                let may = asked.await;
                if may {
                    panel.backend.open_page(PARTNER_CENTER);
                }
                let says = if may { "lead-page-opened" } else { "lead-page-refused" };
                panel.send(Action::Lead(Edit::Asked(Text::new(says))));
            });
        })
    };
    let look = {
        let panel = panel.clone();
        Callback::from(move |_: MouseEvent| reading::look_at_offer(&panel))
    };
    html! {
        <>
            <p class="caption with-icon" data-testid="lead-page-state" data-standing={standing}>
                { glyph.small() }<span>{ words.html(&says) }</span>
            </p>
            <div class="row">
                <button type="button" class="button small" data-testid="lead-open-portal" onclick={open}>
                    { Icon::Page.small() }{ words.word("lead-open-portal") }
                </button>
                <button type="button" class="button small" data-testid="lead-page-look" onclick={look}>
                    { Icon::Refresh.small() }{ words.word("lead-page-look") }
                </button>
            </div>
            <p class="caption" role="status" data-testid="lead-page-asked">
                { words.html(panel.state.lead.asked.as_ref().unwrap_or(&Text::new("lead-reason-portal"))) }
            </p>
        </>
    }
}

/// Whose lead proves the offer: that of the chosen credential's user, and no other (S004-51).
fn proof(panel: &Panel, observed: &Observed) -> Html {
    let account = ready::account_of(observed, &panel.state.lead.choices);
    let (good, says) = match account {
        Some(account) => {
            let proof = lead_management::proof(observed, account);
            let good = match proof {
                Proof::Proven { .. } => Some(true),
                Proof::NoLead | Proof::Ended => Some(false),
                Proof::Before { .. } | Proof::Untold | Proof::Unread => None,
            };
            (good, ready::says(account, proof))
        }
        None => (Some(false), Text::new("lead-offer-no-account")),
    };
    html! { <div data-testid="lead-offer-proof">{ point(panel, good, &says) }</div> }
}

/// The newest leads, those the account made marked so.
fn newest(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let leads = observed.leads.value().map(Vec::as_slice).unwrap_or_default();
    if leads.is_empty() {
        return caption(panel, &Text::new("lead-leads-none"));
    }
    let own = ready::account_of(observed, &panel.state.lead.choices).map(|account| &account.id);
    html! {
        <details class="fold">
            <summary>{ Icon::chevron() }{ words.word("lead-leads-newest") }</summary>
            <ul class="notes" data-testid="lead-leads">
                { for leads.iter().map(|lead| {
                    let is_own = lead.by.is_some() && own == lead.by.as_ref();
                    let time = Day::moment(&lead.created);
                    let time = time.map_or_else(|| lead.created.clone(), |at| panel.time(at));
                    let id = if is_own { "lead-lead-own" } else { "lead-lead-other" };
                    let text = Text::new(id).name("subject", &lead.subject).name("time", time);
                    html! { <li class="caption">{ words.html(&text) }</li> }
                }) }
            </ul>
        </details>
    }
}
