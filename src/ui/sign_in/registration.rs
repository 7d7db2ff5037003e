//! How the client app is registered: platform, both browsers' redirect addresses, permissions with their reasons.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::standing::permission;
use crate::services::entra::{Resource, scope};
use crate::text::Text;
use crate::ui::icon::Icon;
use crate::ui::panel::{Panel, use_panel};

/// Where Entra sends the browsers back to: Chromium by the extension's key, Firefox by the SHA-1 of its id. A store may
/// give Chromium's extension another id; then the address of this browser takes its place.
const CHROMIUM: &str = "https://himfhejemmfmemhhpmpbjkdgnldlglej.chromiumapp.org/";
const FIREFOX: &str = "https://5dd32ac38c8c717b57397eb5ecb2db33ac43d640.extensions.allizom.org/";

/// The addresses to register, this browser's first.
fn addresses(own: &str) -> Vec<String> {
    let is_chromium = own.ends_with(".chromiumapp.org/");
    let mut addresses: Vec<String> = vec![own.to_owned()];
    let other = if is_chromium { FIREFOX } else { CHROMIUM };
    if other != own {
        addresses.push(other.to_owned());
    }
    addresses
}

/// The addresses as text, this browser's first.
pub(super) fn callback(panel: &Panel) -> Html {
    let addresses = addresses(&panel.backend.redirect_address());
    html! {
        <ul>
            { for addresses.iter().enumerate().map(|(at, address)| html! {
                <li key={address.clone()}><code data-testid={format!("callback-{at}")}>{ address.clone() }</code></li>
            }) }
        </ul>
    }
}

/// The steps, folded.
#[component]
pub fn Registration() -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let copied = use_state(|| None::<String>);
    let copy = |address: &str| {
        let (backend, copied, address) = (panel.backend.clone(), copied.clone(), address.to_owned());
        Callback::from(move |_: MouseEvent| {
            let written = backend.copy(&address);
            let (copied, address) = (copied.clone(), address.clone());
            spawn_local(async move { copied.set(written.await.then_some(address)) });
        })
    };
    let permissions = |resource: Resource| {
        let scopes = scope::ALL.iter().filter(move |scope| scope.resource == resource);
        html! { <ul>{ for scopes.map(|scope| permission(words, *scope)) }</ul> }
    };
    html! {
        <details class="fold" data-testid="registration">
            <summary>{ Icon::chevron() }{ words.word("registration-title") }</summary>
            <p class="caption">{ words.word("registration-lead") }</p>
            <ol>
                <li>{ words.word("registration-new") }</li>
                <li>{ words.word("registration-accounts") }</li>
                <li>
                    { words.word("registration-platform") }
                    <ul>
                        { for addresses(&panel.backend.redirect_address()).iter().enumerate().map(|(at, address)| html! {
                            <li key={address.clone()} class="row tight">
                                <code data-testid={format!("redirect-{at}")}>{ address.clone() }</code>
                                <button
                                    type="button"
                                    class="button small"
                                    data-testid={format!("copy-{at}")}
                                    aria-label={words.label(&Text::new("copy-named").name("text", address))}
                                    onclick={copy(address)}
                                >
                                    { words.word("copy") }
                                </button>
                                <span class="caption" role="status">
                                    if copied.as_ref() == Some(address) {
                                        { words.word("copied") }
                                    }
                                </span>
                            </li>
                        }) }
                    </ul>
                </li>
                <li>{ words.word("registration-graph") }{ permissions(Resource::Graph) }</li>
                <li>{ words.word("registration-power-platform") }{ permissions(Resource::PowerPlatform) }</li>
                <li>{ words.word("registration-power-platform-api") }{ permissions(Resource::PowerPlatformApi) }</li>
                <li>{ words.word("registration-teams") }{ permissions(Resource::Teams) }</li>
                <li>{ words.word("registration-dataverse") }{ permissions(Resource::Environment) }</li>
                <li>{ words.word("registration-consent") }</li>
                <li>{ words.word("registration-copy") }</li>
            </ol>
        </details>
    }
}
