//! A panel that is bound to no organization: what to open, or which of those that are open is meant. Nothing else binds
//! one, and one that is bound stays so.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::backend::Surface;
use super::icon::Icon;
use super::notice::Blank;
use super::panel::{Action, Panel, use_panel};
use crate::text::Text;

/// Whether there is one.
pub fn is_bound(panel: &Panel) -> bool {
    !panel.backend.org().host().is_empty()
}

/// Whether one is to be found for the panel: a docked one works with the page it stands on alone.
pub fn is_sought(panel: &Panel) -> bool {
    !is_bound(panel) && panel.backend.surface() != Surface::Dock
}

/// What is said in place of anything about it.
#[component]
pub fn NoOrganization() -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let open = use_state(Vec::<String>::new);
    let revision = use_state(|| 0_u32);
    {
        // Whenever something is read again, too: a tab may show it by now.
        let asked = (*revision, panel.state.is_reading());
        let (panel, open) = (panel.clone(), open.clone());
        use_effect_with(asked, move |_| {
            spawn_local(async move {
                open.set(panel.backend.find_organizations().await);
                if is_bound(&panel) {
                    panel.send(Action::OrganizationFound);
                }
            });
        });
    }
    let again = {
        let revision = revision.clone();
        Callback::from(move |_: MouseEvent| revision.set(*revision + 1))
    };
    let take = |host: &str| {
        let (panel, host, revision) = (panel.clone(), host.to_owned(), revision.clone());
        Callback::from(move |_: MouseEvent| {
            let (panel, host, revision) = (panel.clone(), host.clone(), revision.clone());
            spawn_local(async move {
                panel.backend.take_organization(&host).await;
                if is_bound(&panel) {
                    panel.send(Action::OrganizationFound);
                } else {
                    // Its tab was closed meanwhile.
                    revision.set(*revision + 1);
                }
            });
        })
    };
    let actions = html! {
        <>
            { for open.iter().map(|host| html! {
                <button
                    type="button"
                    class="button"
                    data-testid={format!("organization-{host}")}
                    aria-label={words.label(&Text::new("organization-take-named").name("host", host))}
                    onclick={take(host)}
                >
                    { host.clone() }
                </button>
            }) }
            <button type="button" class="button small" data-testid="organization-again" onclick={again}>
                { words.word("organization-again") }
            </button>
        </>
    };
    let (title, why) = if open.is_empty() {
        ("organization-none", "organization-none-why")
    } else {
        ("organization-several", "organization-several-why")
    };
    html! {
        <Blank icon={Icon::Unplugged} testid="state-no-organization" title={words.word(title)} {actions}>
            <p>{ words.word(why) }</p>
        </Blank>
    }
}
