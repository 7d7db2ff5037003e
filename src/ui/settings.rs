//! Settings: the language, the sign-in, and the ledger of what the browser lets Latchkey do, each with "remove" where it
//! can be.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::acting::Acting;
use super::drawing::draw;
use super::icon::Icon;
use super::notice::{Kind, Notice};
use super::panel::use_panel;
use super::preview::count;
use super::route::Route;
use super::{language, remembered, sign_in, view};
use crate::sorted;
use crate::text::Text;

/// The addresses of organizations that Latchkey cannot do without, and everything else with whether it can be removed.
fn ledger(held: &[(String, bool)]) -> (Vec<String>, Vec<(String, bool)>) {
    let (mut ours, mut others) = (Vec::new(), Vec::new());
    for (permission, removable) in held {
        if permission.contains("://") && !removable {
            ours.push(permission.clone());
        } else {
            others.push((permission.clone(), *removable));
        }
    }
    // `crm2` before `crm11`.
    sorted::sort_by(&mut ours, |one, other| (one.len(), one).cmp(&(other.len(), other)));
    others.sort_unstable();
    (ours, others)
}

/// The view.
#[component]
pub fn Settings() -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let held = use_state(|| None::<Vec<(String, bool)>>);
    let failed = use_state(|| None::<String>);
    let revision = use_state(|| 0_u32);
    {
        let (backend, held) = (panel.backend.clone(), held.clone());
        use_effect_with(*revision, move |_| {
            spawn_local(async move { held.set(Some(backend.permissions().await)) });
        });
    }
    let remove = |permission: &str| {
        let (backend, revision, failed) = (panel.backend.clone(), revision.clone(), failed.clone());
        let permission = permission.to_owned();
        Callback::from(move |()| {
            let (backend, revision, failed) = (backend.clone(), revision.clone(), failed.clone());
            let permission = permission.clone();
            spawn_local(async move {
                let removed = backend.remove_permission(&permission).await;
                failed.set((!removed).then_some(permission));
                revision.set(*revision + 1);
            });
        })
    };
    let elsewhere = {
        let backend = panel.backend.clone();
        Callback::from(move |()| backend.open_in_tab(&Route::Settings.address()))
    };
    let held = held.as_deref().map(ledger);
    html! {
        <main id="content" data-testid="settings">
            <div class="title">{ draw::<view::Heading>(view::HeadingProps { text: Text::new("settings-title") }) }</div>
            <section class="flush" aria-labelledby="settings-language">
                <h2 id="settings-language">{ words.word("language") }</h2>
                { draw::<language::Choice>(language::ChoiceProps { testid: "settings-language", full: true }) }
            </section>
            { draw::<sign_in::Section>(()) }
            { draw::<sign_in::SalesforceSection>(()) }
            { draw::<remembered::Remembered>(()) }
            <section aria-labelledby="settings-permissions">
                <div class="section-head"><h2 id="settings-permissions">{ words.word("permissions-title") }</h2></div>
                <p class="caption">{ words.word("permissions-lead") }</p>
                if let Some(permission) = &*failed {
                    <Notice
                        kind={Kind::Blocked}
                        testid="permission-kept"
                        title={words.html(&Text::new("permission-kept").name("permission", permission))}
                    />
                }
                if let Some((ours, others)) = held {
                    <table>
                        <caption class="unseen">{ words.word("permissions-title") }</caption>
                        <thead>
                            <tr>
                                <th scope="col">{ words.word("permission") }</th>
                                <th scope="col">{ words.word("permission-standing") }</th>
                            </tr>
                        </thead>
                        <tbody>
                            if !ours.is_empty() {
                                <tr>
                                    <th scope="row">
                                        <details class="fold">
                                            <summary>
                                                { Icon::chevron() }
                                                { words.html(&Text::new("permission-hosts").number("count", count(ours.len()))) }
                                            </summary>
                                            <ul>{ for ours.iter().map(|host| html! { <li><code>{ host.clone() }</code></li> }) }</ul>
                                        </details>
                                    </th>
                                    <td><span class="caption">{ words.word("permission-required") }</span></td>
                                </tr>
                            }
                            { for others.iter().map(|(permission, removable)| html! {
                                <tr key={permission.clone()}>
                                    <th scope="row"><code>{ permission.clone() }</code></th>
                                    <td>
                                        if *removable {
                                            <Acting
                                                id={format!("permission-remove-{permission}")}
                                                class="button small"
                                                label={words.label(&Text::new("permission-remove-named").name("permission", permission))}
                                                act={remove(permission)}
                                                elsewhere={elsewhere.clone()}
                                            >
                                                { words.word("permission-remove") }
                                            </Acting>
                                        } else {
                                            <span class="caption">{ words.word("permission-required") }</span>
                                        }
                                    </td>
                                </tr>
                            }) }
                        </tbody>
                    </table>
                } else {
                    <p class="caption" role="status">{ words.word("permissions-reading") }</p>
                }
            </section>
            <section aria-labelledby="settings-privacy">
                <h2 id="settings-privacy">{ words.word("privacy-title") }</h2>
                <p class="caption-strong">{ words.word("privacy-text") }</p>
            </section>
        </main>
    }
}
