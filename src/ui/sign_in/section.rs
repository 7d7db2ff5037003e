//! Settings: the client app, who is signed in, the tokens held and when they end, forgetting them.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::registration::Registration;
use super::standing::{NeedsSignIn, NeedsSignInProps};
use crate::browser::elements;
use crate::domain::guid::guid;
use crate::plan::model::Service;
use crate::services::entra::scope;
use crate::services::entra::session::SignedIn;
use crate::text::Text;
use crate::ui::acting::Acting;
use crate::ui::drawing::draw;
use crate::ui::panel::{Action, Panel, use_panel};
use crate::ui::route::Route;

/// What the field says of itself.
#[derive(Clone, PartialEq)]
enum Kept {
    Nothing,
    NoGuid,
    Saved,
    Emptied,
    Refused,
}

/// The section.
#[component]
pub fn Section() -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let typed = use_state(String::new);
    let kept = use_state(|| Kept::Nothing);
    let signed_in = use_state(|| None::<Rc<SignedIn>>);
    let revision = use_state(|| 0_u32);
    {
        let (backend, typed) = (panel.backend.clone(), typed.clone());
        use_effect_with((), move |()| {
            spawn_local(async move {
                if let Some(client_id) = backend.client_id().await {
                    typed.set(client_id);
                }
            });
        });
    }
    let again = {
        let (signed_in, revision) = (signed_in.clone(), revision.clone());
        move || {
            signed_in.set(None);
            revision.set(*revision + 1);
        }
    };
    let save = {
        let (backend, typed, kept, again) = (panel.backend.clone(), typed.clone(), kept.clone(), again.clone());
        Callback::from(move |()| {
            let client_id = match guid(&typed) {
                Some(client_id) => client_id,
                // None is wanted any more.
                None if typed.trim().is_empty() => String::new(),
                None => return kept.set(Kept::NoGuid),
            };
            let (backend, typed, kept, again) = (backend.clone(), typed.clone(), kept.clone(), again.clone());
            spawn_local(async move {
                let saved = backend.set_client_id(&client_id).await;
                kept.set(match saved {
                    true if client_id.is_empty() => Kept::Emptied,
                    true => Kept::Saved,
                    false => Kept::Refused,
                });
                typed.set(client_id);
                again();
            });
        })
    };
    let forget = {
        let (panel, again) = (panel.clone(), again.clone());
        Callback::from(move |()| {
            let (panel, again) = (panel.clone(), again.clone());
            spawn_local(async move {
                panel.backend.forget_sign_in().await;
                panel.send(Action::AccountLeft(Service::Graph));
                again();
            });
        })
    };
    let elsewhere = {
        let backend = panel.backend.clone();
        Callback::from(move |()| backend.open_in_tab(&Route::Settings.address()))
    };
    let type_in = {
        let (typed, kept) = (typed.clone(), kept.clone());
        Callback::from(move |event: InputEvent| {
            typed.set(elements::value(&event));
            kept.set(Kept::Nothing);
        })
    };
    let then = {
        let (signed_in, kept) = (signed_in.clone(), kept.clone());
        Callback::from(move |now: Rc<SignedIn>| {
            signed_in.set(Some(now));
            // What was forgotten is so no longer.
            kept.set(Kept::Nothing);
        })
    };
    let is_wrong = *kept == Kept::NoGuid;
    html! {
        <section aria-labelledby="settings-sign-in">
            <h2 id="settings-sign-in">{ words.word("sign-in-title") }</h2>
            <p class="caption">{ words.word("sign-in-lead") }</p>
            <div class="field">
                <label for="client-id">{ words.word("client-id") }</label>
                <input
                    id="client-id"
                    class="input"
                    data-testid="client-id"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder="00000000-0000-0000-0000-000000000000"
                    aria-describedby="client-id-note"
                    aria-invalid={is_wrong.then_some("true")}
                    value={(*typed).clone()}
                    oninput={type_in}
                />
                <span id="client-id-note" class="caption" role="status" data-testid="client-id-note">
                    { words.word(match *kept {
                        Kept::Nothing => "client-id-note",
                        Kept::NoGuid => "client-id-wrong",
                        Kept::Saved => "client-id-saved",
                        Kept::Emptied => "client-id-emptied",
                        Kept::Refused => "client-id-refused",
                    }) }
                </span>
            </div>
            <div class="foot">
                <Acting id="client-id-save" class="button" act={save} elsewhere={elsewhere.clone()}>
                    { words.word("client-id-save") }
                </Acting>
            </div>
            { draw::<NeedsSignIn>(NeedsSignInProps { scopes: vec![scope::PROFILE], then, revision: *revision }) }
            if let Some(signed_in) = &*signed_in {
                { held(&panel, signed_in) }
                <div class="foot">
                    <Acting id="sign-in-forget" class="button" act={forget} {elsewhere}>
                        { words.word("sign-in-forget") }
                    </Acting>
                </div>
            }
            { draw::<Registration>(()) }
        </section>
    }
}

/// The account, and the tokens held with what each allows and when it ends.
fn held(panel: &Panel, signed_in: &SignedIn) -> Html {
    let words = &panel.words;
    html! {
        <>
            <dl class="facts" data-testid="sign-in-account">
                <dt>{ words.word("sign-in-account") }</dt>
                <dd><bdi>{ signed_in.account.name.clone() }</bdi>{ words.word("list-separator") }<bdi>{ signed_in.account.upn.clone() }</bdi></dd>
                <dt>{ words.word("sign-in-tenant") }</dt>
                <dd><code>{ signed_in.account.tenant.clone() }</code></dd>
                <dt>{ words.word("sign-in-until") }</dt>
                <dd>{ panel.time(signed_in.until) }</dd>
            </dl>
            <ul class="stack" data-testid="sign-in-tokens" aria-label={words.label(&Text::new("sign-in-tokens"))}>
                { for signed_in.tokens.iter().map(|(resource, scopes, until)| html! {
                    <li key={resource.key()}>
                        <b>{ words.word(resource.name()) }</b>
                        <dl class="facts">
                            <dt>{ words.word("sign-in-allows") }</dt>
                            <dd>{ words.names(scopes.iter().cloned()) }</dd>
                            <dt>{ words.word("sign-in-ends") }</dt>
                            <dd>{ panel.time(*until) }</dd>
                        </dl>
                    </li>
                }) }
            </ul>
        </>
    }
}
