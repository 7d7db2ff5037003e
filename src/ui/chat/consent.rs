//! What the app behind Teams chat may do with Teams data, and who holds that for the whole organization (S003-08 to
//! S003-13). Never green: whose grant Dynamics 365 uses is not published.

use yew::prelude::*;

use super::controls::unproven;
use super::reading;
use crate::domain::chat::consent::{Consent, Permission};
use crate::recipes::teams_chat::Observed;
use crate::services::entra::scope;
use crate::text::Text;
use crate::ui::drawing::draw;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::panel::Panel;
use crate::ui::sign_in::{NeedsSignIn, NeedsSignInProps};
use crate::ui::view;

/// The five permissions, folded, with the sign-in that tells of them.
pub fn part(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let then = {
        let panel = panel.clone();
        Callback::from(move |_| reading::read_consent(&panel))
    };
    let scopes = vec![scope::PROFILE, scope::DIRECTORY];
    html! {
        <details class="fold" data-testid="chat-consent">
            <summary>{ Icon::chevron() }{ words.word("chat-consent-title") }</summary>
            <p class="caption">{ words.word("chat-consent-means") }</p>
            { draw::<NeedsSignIn>(NeedsSignInProps { scopes, then, revision: 0 }) }
            if panel.state.chat.is_reading_consent {
                <p class="caption with-icon" role="status" data-testid="state-loading-consent">
                    { Glyph::Running.small() }<span>{ words.word("chat-reading-part") }</span>
                </p>
            }
            { match &observed.consents {
                None => html! {
                    <p class="caption with-icon">{ Glyph::Unknown.small() }<span>{ words.word("chat-needs-sign-in") }</span></p>
                },
                Some(read) => html! {
                    <>
                        { view::reading(words, read, "consent") }
                        if read.value().is_some() {
                            { unproven(words, &["chat-unproven-consent"]) }
                        }
                    </>
                },
            } }
            <ul class="stack">
                { for Permission::ALL.into_iter().map(|permission| row(panel, observed, permission)) }
            </ul>
        </details>
    }
}

const fn purpose(permission: Permission) -> &'static str {
    match permission {
        Permission::ChatReadWriteAll => "chat-consent-chats",
        Permission::DirectoryReadAll => "chat-consent-directory",
        Permission::PresenceReadAll => "chat-consent-presence",
        Permission::UserReadAll => "chat-consent-users",
        Permission::UserReadBasicAll => "chat-consent-photos",
    }
}

fn row(panel: &Panel, observed: &Observed, permission: Permission) -> Html {
    let words = &panel.words;
    let consent = permission.consent(observed.consents.as_ref());
    let (says, state) = match &consent {
        Consent::NeedsSignIn => ("chat-needs-sign-in", "signIn"),
        Consent::Unreadable => ("chat-consent-unread", "unreadable"),
        Consent::HeldBy(_) => ("chat-consent-held", "held"),
        Consent::NotAmongRead => ("chat-consent-not-among", "notAmongRead"),
        Consent::HeldByNone => ("chat-consent-none", "none"),
    };
    let glyph = match consent {
        Consent::HeldByNone => Glyph::Attention,
        _ => Glyph::Unknown,
    };
    let held = match consent {
        Consent::HeldBy(names) => names,
        _ => Vec::new(),
    };
    html! {
        <li class="line" data-testid={format!("chat-consent-{}", permission.name())} data-state={state}>
            { glyph.named(words.label(&Text::new(says))) }
            <div>
                <h3><code>{ permission.name() }</code></h3>
                <p class="caption">{ words.word(purpose(permission)) }</p>
                if observed.consents.is_some() {
                    <p class="caption">
                        { words.word(says) }
                        if !held.is_empty() {
                            { " " }{ words.names(held.into_iter().map(str::to_owned)) }
                        }
                    </p>
                }
            </div>
        </li>
    }
}
