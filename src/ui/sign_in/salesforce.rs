//! Signing in to Salesforce: what stands in the way with the one button that goes on, and the section in Settings. Never
//! green: being signed in is no result.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::attempt::{Attempt, Said, Standing};
use super::registration::{Addresses, AddressesProps};
use super::standing::{PRIMARY, acting, is_in_settings, left, settings};
use crate::browser::elements;
use crate::plan::model::Service;
use crate::services::salesforce::sign_in::{Client, SalesforceSignInError, SignedIn, consumer_key, my_domain};
use crate::text::Text;
use crate::ui::acting::Acting;
use crate::ui::drawing::draw;
use crate::ui::icon::Icon;
use crate::ui::notice::{Kind, Notice};
use crate::ui::panel::{Action, use_panel};
use crate::ui::route::Route;

/// For whom somebody has to be signed in.
#[derive(Properties, PartialEq)]
pub struct NeedsSalesforceProps {
    /// What follows once somebody is signed in, also if they were already.
    pub then: Callback<Rc<SignedIn>>,
    /// Counts what makes it look again.
    #[prop_or_default]
    pub revision: u32,
}

/// The notice, or where somebody is signed in.
#[component]
pub fn NeedsSalesforce(props: &NeedsSalesforceProps) -> Html {
    let panel = use_panel();
    let attempt = Attempt {
        standing: use_state(|| Standing::Asking),
        then: props.then.clone(),
        left: left(&panel, Service::Salesforce),
        backend: panel.backend.clone(),
        who: {
            let backend = panel.backend.clone();
            Rc::new(move || -> Said<SignedIn, SalesforceSignInError> {
                let backend = backend.clone();
                Box::pin(async move { backend.signed_in_to_salesforce().await })
            })
        },
        open: {
            let backend = panel.backend.clone();
            Rc::new(move |choose| -> Said<SignedIn, SalesforceSignInError> {
                let backend = backend.clone();
                Box::pin(async move { backend.sign_in_to_salesforce(choose).await })
            })
        },
    };
    {
        let attempt = attempt.clone();
        use_effect_with(props.revision, move |_| attempt.look());
    }
    let words = &panel.words;
    // Ids of their own: Settings has the other sign-in's buttons as well.
    let button = |id: &'static str, says: &Text, act: Callback<()>| acting(&panel, id, PRIMARY, words.html(says), act);
    let other = |class: &'static str| {
        let says = words.word("salesforce-sign-in-other");
        acting(&panel, "salesforce-sign-in-other", class, says, attempt.sign_in(true))
    };
    let again = || button("salesforce-again", &Text::new("sign-in-again"), attempt.sign_in(false));
    match &*attempt.standing {
        Standing::Asking => html! { <p class="caption" role="status">{ words.word("sign-in-asking") }</p> },
        Standing::Busy => {
            html! { <p class="caption" role="status" data-testid="salesforce-busy">{ words.word("sign-in-busy") }</p> }
        }
        Standing::In(signed_in) => {
            let place = Text::new("salesforce-signed-in").name("host", &signed_in.host);
            html! {
                <div class="foot">
                    <p class="caption" role="status" data-testid="salesforce-signed-in">{ words.html(&place) }</p>
                    { other("button small") }
                </div>
            }
        }
        Standing::Out(error) => {
            let actions = match error {
                SalesforceSignInError::NoClient => settings(&panel),
                SalesforceSignInError::HostNotAllowed { host } => {
                    let says = Text::new("sign-in-allow").name("host", host);
                    button("salesforce-allow", &says, attempt.allow(host))
                }
                SalesforceSignInError::Expired => button(
                    "salesforce-sign-in",
                    &Text::new("salesforce-sign-in"),
                    attempt.sign_in(false),
                ),
                SalesforceSignInError::NotApproved
                | SalesforceSignInError::Inactive
                | SalesforceSignInError::WrongOrganization { .. } => other(PRIMARY),
                SalesforceSignInError::Offline { .. } | SalesforceSignInError::Unexpected { .. } => again(),
                _ => html! { <>{ settings(&panel) }{ again() }</> },
            };
            let why = match error {
                SalesforceSignInError::NoClient if is_in_settings(&panel) => Text::new("salesforce-no-client-here"),
                _ => error.explain(),
            };
            html! {
                <div data-state={error.key()} data-testid="needs-salesforce">
                    <Notice
                        kind={Kind::Plain(Icon::Lock)}
                        testid="salesforce-notice"
                        title={words.word("salesforce-sign-in-needed")}
                        {actions}
                    >
                        <p>{ words.html(&why) }</p>
                    </Notice>
                </div>
            }
        }
    }
}

/// What the fields say of themselves.
#[derive(Clone, Copy, PartialEq)]
enum Kept {
    Nothing,
    NoHost,
    NoKey,
    Saved,
    Refused,
}

/// The section in Settings.
#[component]
pub fn SalesforceSection() -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let host = use_state(String::new);
    let key = use_state(String::new);
    let kept = use_state(|| Kept::Nothing);
    let signed_in = use_state(|| None::<Rc<SignedIn>>);
    let revision = use_state(|| 0_u32);
    {
        let (backend, host, key) = (panel.backend.clone(), host.clone(), key.clone());
        use_effect_with((), move |()| {
            spawn_local(async move {
                if let Some(client) = backend.salesforce_client().await {
                    host.set(client.host);
                    key.set(client.consumer_key);
                }
            });
        });
    }
    let save = {
        let (backend, host, key, kept) = (panel.backend.clone(), host.clone(), key.clone(), kept.clone());
        let (signed_in, revision) = (signed_in.clone(), revision.clone());
        Callback::from(move |()| {
            let Some(named) = my_domain(&host) else {
                return kept.set(Kept::NoHost);
            };
            let Some(consumer_key) = consumer_key(&key) else {
                return kept.set(Kept::NoKey);
            };
            let client = Client {
                host: named,
                consumer_key,
            };
            let (backend, host, key, kept) = (backend.clone(), host.clone(), key.clone(), kept.clone());
            let (signed_in, revision) = (signed_in.clone(), revision.clone());
            spawn_local(async move {
                let saved = backend.set_salesforce_client(&client).await;
                kept.set(if saved { Kept::Saved } else { Kept::Refused });
                host.set(client.host);
                key.set(client.consumer_key);
                signed_in.set(None);
                revision.set(*revision + 1);
            });
        })
    };
    let forget = {
        let (panel, signed_in, revision) = (panel.clone(), signed_in.clone(), revision.clone());
        Callback::from(move |()| {
            let (panel, signed_in, revision) = (panel.clone(), signed_in.clone(), revision.clone());
            spawn_local(async move {
                panel.backend.forget_salesforce().await;
                panel.send(Action::AccountLeft(Service::Salesforce));
                signed_in.set(None);
                revision.set(*revision + 1);
            });
        })
    };
    let elsewhere = {
        let backend = panel.backend.clone();
        Callback::from(move |()| backend.open_in_tab(&Route::Settings.address()))
    };
    let type_in = |into: &UseStateHandle<String>| {
        let (into, kept) = (into.clone(), kept.clone());
        Callback::from(move |event: InputEvent| {
            into.set(elements::value(&event));
            kept.set(Kept::Nothing);
        })
    };
    let field = |id: &'static str,
                 placeholder: &'static str,
                 wrong: Option<Text>,
                 note: Text,
                 value: &UseStateHandle<String>| {
        let described = format!("{id}-note");
        html! {
            <div class="field">
                <label for={id}>{ words.word(id) }</label>
                <input
                    {id}
                    class="input"
                    data-testid={id}
                    autocomplete="off"
                    spellcheck="false"
                    {placeholder}
                    aria-describedby={described.clone()}
                    aria-invalid={wrong.is_some().then_some("true")}
                    value={(**value).clone()}
                    oninput={type_in(value)}
                />
                <span id={described.clone()} class="caption" role="status" data-testid={described}>
                    { words.html(&wrong.unwrap_or(note)) }
                </span>
            </div>
        }
    };
    let then = {
        let (signed_in, kept) = (signed_in.clone(), kept.clone());
        Callback::from(move |now: Rc<SignedIn>| {
            signed_in.set(Some(now));
            // What was forgotten is so no longer.
            kept.set(Kept::Nothing);
        })
    };
    let wrong = |when: Kept, says: &'static str| (*kept == when).then(|| Text::new(says));
    // Whatever address of the organization was copied, the one that is asked is named.
    let becomes = match my_domain(&host) {
        Some(named) if named != host.trim() => Text::new("salesforce-host-becomes").name("host", named),
        _ => Text::new("salesforce-host-note"),
    };
    html! {
        <section aria-labelledby="settings-salesforce">
            <h2 id="settings-salesforce">{ words.word("salesforce-settings-title") }</h2>
            <p class="caption">{ words.word("salesforce-settings-lead") }</p>
            { field("salesforce-host", "contoso.my.salesforce.com", wrong(Kept::NoHost, "salesforce-host-wrong"), becomes, &host) }
            { field(
                "salesforce-key",
                "3MVG9…",
                wrong(Kept::NoKey, "salesforce-key-wrong"),
                Text::new(match *kept {
                    Kept::Saved => "client-id-saved",
                    Kept::Refused => "client-id-refused",
                    _ => "salesforce-key-note",
                }),
                &key,
            ) }
            <div class="foot">
                <Acting id="salesforce-save" class="button" act={save} elsewhere={elsewhere.clone()}>{ words.word("client-id-save") }</Acting>
            </div>
            { draw::<NeedsSalesforce>(NeedsSalesforceProps { then, revision: *revision }) }
            if let Some(signed_in) = &*signed_in {
                <dl class="facts" data-testid="salesforce-account">
                    <dt>{ words.word("salesforce-account-organization") }</dt>
                    <dd><code>{ signed_in.organization.clone() }</code></dd>
                    <dt>{ words.word("salesforce-account-user") }</dt>
                    <dd><code>{ signed_in.user.clone() }</code></dd>
                    <dt>{ words.word("salesforce-account-since") }</dt>
                    <dd>{ panel.time(signed_in.since) }</dd>
                </dl>
                <div class="foot">
                    <Acting id="salesforce-forget" class="button" act={forget} {elsewhere}>
                        { words.word("sign-in-forget") }
                    </Acting>
                </div>
            }
            <details class="fold" data-testid="salesforce-registration">
                <summary>{ Icon::chevron() }{ words.word("salesforce-registration-title") }</summary>
                <p class="caption">{ words.word("salesforce-registration-lead") }</p>
                <ol class="numbered">
                    <li>{ words.word("salesforce-registration-new") }</li>
                    <li>{ words.word("salesforce-registration-callback") }{ draw::<Addresses>(AddressesProps { ids: ("callback", "callback-copy") }) }</li>
                    <li>{ words.word("salesforce-registration-scope") }</li>
                    <li>{ words.word("salesforce-registration-pkce") }</li>
                    <li>{ words.word("salesforce-registration-policy") }</li>
                    <li>{ words.word("salesforce-registration-copy") }</li>
                </ol>
            </details>
        </section>
    }
}
