//! How the client app is registered: platform, both browsers' redirect addresses, permissions with their reasons.

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::services::entra::{Resource, scope};
use crate::text::Text;
use crate::ui::drawing::draw;
use crate::ui::icon::Icon;
use crate::ui::panel::use_panel;
use crate::ui::part::Which;
use crate::words::Words;

/// Where Entra sends the browsers back to: Chromium by the extension's key, Firefox by the SHA-1 of its id. A store may
/// give Chromium's extension another id; then the address of this browser takes its place.
const CHROMIUM: &str = "https://himfhejemmfmemhhpmpbjkdgnldlglej.chromiumapp.org/";
const FIREFOX: &str = "https://5dd32ac38c8c717b57397eb5ecb2db33ac43d640.extensions.allizom.org/";

/// Where each API's permissions are added.
const APIS: [(Resource, &str); 5] = [
    (Resource::Graph, "registration-graph"),
    (Resource::PowerPlatform, "registration-power-platform"),
    (Resource::PowerPlatformApi, "registration-power-platform-api"),
    (Resource::Teams, "registration-teams"),
    (Resource::Environment, "registration-dataverse"),
];

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

/// For whom the addresses stand.
#[derive(Properties, PartialEq)]
pub struct AddressesProps {
    /// What the test ids of the addresses begin with, and those of their buttons.
    pub ids: (&'static str, &'static str),
}

/// The addresses, this browser's first, each to be copied.
#[component]
pub fn Addresses(props: &AddressesProps) -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let (shown, button) = props.ids;
    let copied = use_state(|| None::<String>);
    let copy = |address: &str| {
        let (backend, copied, address) = (panel.backend.clone(), copied.clone(), address.to_owned());
        Callback::from(move |_: MouseEvent| {
            let written = backend.copy(&address);
            let (copied, address) = (copied.clone(), address.clone());
            spawn_local(async move { copied.set(written.await.then_some(address)) });
        })
    };
    html! {
        <ul>
            { for addresses(&panel.backend.redirect_address()).iter().enumerate().map(|(at, address)| html! {
                <li key={address.clone()} class="row tight">
                    <code data-testid={format!("{shown}-{at}")}>{ address.clone() }</code>
                    <button
                        type="button"
                        class="button small"
                        data-testid={format!("{button}-{at}")}
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
    }
}

/// The permissions of an API, with its id, each with the recipes it is for.
fn permissions(words: &Words, resource: Resource) -> Html {
    let scopes = scope::ALL.iter().filter(|scope| scope.resource == resource);
    html! {
        <>
            if !resource.app_id().is_empty() {
                <p class="caption">{ words.html(&Text::new("registration-api-id").name("id", resource.app_id())) }</p>
            }
            <ul>
                { for scopes.map(|scope| {
                    let recipes = scope.recipes.iter().filter_map(|id| Which::by_id(id));
                    let recipes: Vec<String> = recipes.map(|which| words.plain(&which.title())).collect();
                    html! {
                        <li>
                            <code>{ scope.name }</code>{ words.word("list-separator") }{ words.word(scope.reason) }
                            <span class="caption block">
                                if recipes.is_empty() {
                                    { words.word("registration-recipes-all") }
                                } else {
                                    { words.html(&Text::new("registration-recipes").name("recipes", recipes.join(", "))) }
                                }
                            </span>
                        </li>
                    }
                }) }
            </ul>
        </>
    }
}

/// The steps, folded: those of docs/SIGN-IN.md.
#[component]
pub fn Registration() -> Html {
    let panel = use_panel();
    let words = &panel.words;
    html! {
        <details class="fold" data-testid="registration">
            <summary>{ Icon::chevron() }{ words.word("registration-title") }</summary>
            <p class="caption">{ words.word("registration-lead") }</p>
            <ol class="numbered">
                <li>{ words.word("registration-new") }</li>
                <li>{ words.word("registration-accounts") }</li>
                <li>
                    { words.word("registration-platform") }
                    { draw::<Addresses>(AddressesProps { ids: ("redirect", "copy") }) }
                </li>
                { for APIS.into_iter().map(|(resource, says)| html! {
                    <li>{ words.word(says) }{ permissions(words, resource) }</li>
                }) }
                <li>{ words.word("registration-missing") }</li>
                <li>{ words.word("registration-consent") }</li>
                <li>{ words.word("registration-copy") }</li>
            </ol>
        </details>
    }
}
