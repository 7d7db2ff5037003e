//! How the sign-in stands for some permissions: who is signed in, or what stands in the way with the one button that
//! goes on. Never green: being signed in is no result.

use std::rc::Rc;

use yew::prelude::*;

use super::attempt::{Attempt, Said, Standing};
use crate::plan::model::Service;
use crate::services::entra::session::SignedIn;
use crate::services::entra::{Scope, SignInError};
use crate::text::Text;
use crate::ui::acting::Acting;
use crate::ui::backend::Surface;
use crate::ui::drawing::draw;
use crate::ui::icon::Icon;
use crate::ui::notice::{Kind, Notice};
use crate::ui::organization::{self, NoOrganization};
use crate::ui::panel::{Action, Panel, use_panel};
use crate::ui::preview::count;
use crate::ui::route::Route;

/// For what somebody has to be signed in.
#[derive(Properties, PartialEq)]
pub struct NeedsSignInProps {
    /// The permissions.
    pub scopes: Vec<Scope>,
    /// What follows once somebody is signed in for them, also if they were already.
    pub then: Callback<Rc<SignedIn>>,
    /// Counts what makes it look again, such as another client id.
    #[prop_or_default]
    pub revision: u32,
}

/// The notice, or the name of who is signed in.
#[component]
pub fn NeedsSignIn(props: &NeedsSignInProps) -> Html {
    let panel = use_panel();
    let attempt = Attempt {
        standing: use_state(|| Standing::Asking),
        then: props.then.clone(),
        left: left(&panel, Service::Graph),
        backend: panel.backend.clone(),
        who: {
            let (backend, scopes) = (panel.backend.clone(), props.scopes.clone());
            Rc::new(move || -> Said<SignedIn, SignInError> {
                let (backend, scopes) = (backend.clone(), scopes.clone());
                Box::pin(async move { backend.signed_in_as(scopes).await })
            })
        },
        open: {
            let (backend, scopes) = (panel.backend.clone(), props.scopes.clone());
            Rc::new(move |choose| -> Said<SignedIn, SignInError> {
                let (backend, scopes) = (backend.clone(), scopes.clone());
                Box::pin(async move { backend.sign_in(scopes, choose).await })
            })
        },
    };
    {
        let attempt = attempt.clone();
        // Which tenant it is, the organization tells.
        let is_bound = organization::is_bound(&panel);
        use_effect_with((props.scopes.clone(), props.revision, is_bound), move |_| {
            attempt.look()
        });
    }
    let words = &panel.words;
    match &*attempt.standing {
        Standing::Asking => html! { <p class="caption" role="status">{ words.word("sign-in-asking") }</p> },
        Standing::Busy => {
            html! { <p class="caption" role="status" data-testid="sign-in-busy">{ words.word("sign-in-busy") }</p> }
        }
        Standing::In(signed_in) => {
            let account = Text::new("sign-in-as").name("account", &signed_in.account.upn);
            html! {
                <div class="foot">
                    <p class="caption" role="status" data-testid="signed-in">{ words.html(&account) }</p>
                    { acting(&panel, "sign-in-other", "button small", words.word("sign-in-other"), attempt.sign_in(true)) }
                </div>
            }
        }
        Standing::Out(SignInError::TenantUnknown) if organization::is_sought(&panel) => draw::<NoOrganization>(()),
        Standing::Out(error) => {
            let actions = match error {
                SignInError::NoClient | SignInError::AppUnknown | SignInError::RedirectNotRegistered => html! {
                    <>
                        { settings(&panel) }
                        if *error != SignInError::NoClient {
                            { button(&panel, "sign-in-again", attempt.sign_in(false)) }
                            { other(&panel, &attempt) }
                        }
                    </>
                },
                SignInError::HostNotAllowed { host } => html! { <>{ allowing(&panel, host, attempt.allow(host)) }</> },
                SignInError::WrongAccount { .. } | SignInError::WrongTenant { .. } => {
                    button(&panel, "sign-in-other", attempt.sign_in(true))
                }
                SignInError::PageRefused => html! {
                    <>{ settings(&panel) }{ button(&panel, "sign-in-other", attempt.sign_in(true)) }</>
                },
                SignInError::Expired => button(&panel, "sign-in", attempt.sign_in(false)),
                SignInError::ConsentRequired => html! {
                    <>{ button(&panel, "sign-in", attempt.sign_in(false)) }{ other(&panel, &attempt) }</>
                },
                SignInError::TenantUnknown | SignInError::Offline { .. } => {
                    button(&panel, "sign-in-again", attempt.sign_in(false))
                }
                _ => html! {
                    <>{ button(&panel, "sign-in-again", attempt.sign_in(false)) }{ other(&panel, &attempt) }</>
                },
            };
            let why = match error {
                SignInError::NoClient if is_in_settings(&panel) => Text::new("sign-in-no-client-here"),
                _ => error.explain(),
            };
            html! {
                <div data-state={error.key()} data-testid="needs-sign-in">
                    <Notice kind={Kind::Plain(Icon::Lock)} testid="sign-in-notice" title={words.word("sign-in-needed")} {actions}>
                        <p>{ words.html(&why) }</p>
                        if !props.scopes.is_empty() {
                            { asked_for(&panel, &props.scopes) }
                        }
                    </Notice>
                </div>
            }
        }
    }
}

/// Each permission with what it is for, in the recipe that asks for it.
fn asked_for(panel: &Panel, scopes: &[Scope]) -> Html {
    let words = &panel.words;
    let recipe = match panel.state.route {
        Route::Recipe(which) => Some(which.id()),
        _ => None,
    };
    html! {
        <details class="fold">
            <summary>{ Icon::chevron() }{ words.html(&Text::new("sign-in-asks").number("count", count(scopes.len()))) }</summary>
            <ul>
                { for scopes.iter().map(|scope| html! {
                    <li><code>{ scope.name }</code>{ words.word("list-separator") }{ words.word(scope.why(recipe)) }</li>
                }) }
            </ul>
        </details>
    }
}

/// What follows where another account signs in to a service.
pub(super) fn left(panel: &Panel, service: Service) -> Callback<()> {
    let panel = panel.clone();
    Callback::from(move |()| panel.send(Action::AccountLeft(service)))
}

/// A button that goes on; in a dock it goes on in a tab, which outlives the page and asks the browser for hosts.
fn button(panel: &Panel, id: &'static str, act: Callback<()>) -> Html {
    acting(panel, id, PRIMARY, panel.words.word(id), act)
}

/// The way to another account, beside the one that goes on; a dock goes on in a tab either way.
fn other(panel: &Panel, attempt: &Attempt<SignedIn, SignInError>) -> Html {
    if panel.backend.surface() == Surface::Dock {
        return Html::default();
    }
    acting(
        panel,
        "sign-in-other",
        "button",
        panel.words.word("sign-in-other"),
        attempt.sign_in(true),
    )
}

fn allowing(panel: &Panel, host: &str, act: Callback<()>) -> Html {
    let label = panel.words.html(&Text::new("sign-in-allow").name("host", host));
    acting(panel, "sign-in-allow", PRIMARY, label, act)
}

/// The look of the one button that goes on.
pub(super) const PRIMARY: &str = "button primary";

pub(super) fn acting(panel: &Panel, id: &'static str, class: &'static str, label: Html, act: Callback<()>) -> Html {
    let elsewhere = {
        let (backend, route) = (panel.backend.clone(), panel.state.route.address());
        Callback::from(move |()| backend.open_in_tab(&route))
    };
    if panel.backend.surface() == Surface::Dock {
        let label = panel.words.word("sign-in-tab");
        return html! {
            <Acting {id} {class} act={elsewhere.clone()} {elsewhere}>{ label }</Acting>
        };
    }
    html! { <Acting {id} {class} {act} {elsewhere}>{ label }</Acting> }
}

/// Whether what is said stands in Settings already.
pub(super) fn is_in_settings(panel: &Panel) -> bool {
    panel.state.route == Route::Settings
}

pub(super) fn settings(panel: &Panel) -> Html {
    if is_in_settings(panel) {
        return Html::default();
    }
    html! {
        <button
            type="button"
            class="button"
            data-testid="sign-in-settings"
            onclick={panel.on(|| Action::Go(Route::Settings))}
        >
            { panel.words.word("sign-in-open-settings") }
        </button>
    }
}
