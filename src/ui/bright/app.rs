//! The registered app: what of it can be told once somebody is signed in, and whether it gets what it lacks (S002-02,
//! S002-12, S002-15).

use std::rc::Rc;

use yew::prelude::*;

use super::part::Edit;
use super::{attention, framed, reading, ready, ticked, unknown};
use crate::domain::reading::Reading;
use crate::recipes::bright_pattern::{App, Observed, SecretFrom};
use crate::services::entra::Scope;
use crate::services::entra::scope;
use crate::services::entra::session::SignedIn;
use crate::text::Text;
use crate::ui::drawing::draw;
use crate::ui::panel::{Panel, use_panel};
use crate::ui::sign_in::{NeedsSignIn, NeedsSignInProps};

/// What the section asks for: writing only once something is to be written.
pub fn scopes(panel: &Panel) -> Vec<Scope> {
    let choices = &panel.state.bright.choices;
    let writes = choices.prepare_app || choices.secret == SecretFrom::Made;
    let applications = if writes {
        scope::APPLICATIONS
    } else {
        scope::APPLICATIONS_READ
    };
    // The profile: by it a plan looks whose tenant it is, before it writes.
    vec![scope::PROFILE, applications, scope::GRANTS]
}

/// The section.
#[component]
pub fn Section() -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let choices = &panel.state.bright.choices;
    let inside = match (choices.client_id(), panel.state.bright.observed.as_deref()) {
        (None, _) | (_, None) => html! { <p class="caption">{ words.word("bright-app-first") }</p> },
        (Some(client_id), Some(observed)) => {
            let then = {
                let panel = panel.clone();
                Callback::from(move |_: Rc<SignedIn>| reading::look_at_app(&panel, &client_id))
            };
            html! {
                <>
                    { draw::<NeedsSignIn>(NeedsSignInProps { scopes: scopes(&panel), then, revision: revision(&panel) }) }
                    { standing(&panel, observed) }
                    <label class="check">
                        <input
                            type="checkbox"
                            data-testid="bright-prepare"
                            checked={choices.prepare_app}
                            onchange={ticked(&panel, Edit::Prepare)}
                        />
                        <span>{ words.word("bright-prepare") }</span>
                    </label>
                </>
            }
        }
    };
    framed(&panel, "bright-app", "bright-app-title", inside)
}

/// Another client id is another app to look at.
fn revision(panel: &Panel) -> u32 {
    let id = panel.state.bright.choices.client_id().unwrap_or_default();
    id.bytes()
        .fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)))
}

fn standing(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    if panel.state.bright.is_looking {
        return html! { <p class="caption" role="status">{ words.word("bright-app-reading") }</p> };
    }
    let Some(app) = panel.state.bright.choices.app(observed) else {
        return unknown(panel, "bright-app-unread", &Text::new("bright-ready-app-how"));
    };
    match &app.application {
        Reading::Unreadable(why) => unknown(panel, "bright-app-unread", why),
        reading => match reading.value() {
            Some(Some(_)) => parts(panel, app, observed),
            _ => attention(panel, "bright-app-none", &Text::new("bright-plan-no-app")),
        },
    }
}

fn parts(panel: &Panel, app: &App, observed: &Observed) -> Html {
    let host = observed.shown().map(|shown| shown.host.as_str());
    let told = |testid, has: Option<bool>, [yes, no, not_known]: [&'static str; 3]| match has {
        Some(true) => ready(panel, testid, &Text::new(yes)),
        Some(false) => attention(panel, testid, &Text::new(no)),
        None => unknown(panel, testid, &Text::new(not_known)),
    };
    html! {
        <>
            if let Some(name) = app.name() {
                { ready(panel, "bright-app-name", &Text::new("bright-app-named").name("app", name)) }
            }
            { told(
                "bright-app-reply",
                host.and_then(|host| app.has_reply(host)),
                ["bright-ready-reply", "bright-ready-no-reply", "bright-ready-reply-unknown"],
            ) }
            { told(
                "bright-app-permission",
                app.lists_permission(),
                ["bright-ready-permission", "bright-ready-no-permission", "bright-ready-app-unread"],
            ) }
            { told(
                "bright-app-grant",
                app.is_granted(),
                ["bright-ready-grant", "bright-ready-no-grant", "bright-ready-grant-unknown"],
            ) }
        </>
    }
}
