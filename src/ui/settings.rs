//! Settings: the language, and the ledger of what the browser lets Latchkey do, each with "remove" where it can be.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::notice::{Kind, Notice};
use super::panel::{Action, use_panel};
use super::view;
use crate::browser::elements;
use crate::text::Text;
use crate::ui::icon::Icon;
use crate::words::Language;

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
    let choose = {
        let panel = panel.clone();
        Callback::from(move |event: Event| {
            if let Some(language) = Language::from_tag(&elements::value(&event)) {
                panel.backend.choose_language(language.tag());
                panel.send(Action::Speak(language));
            }
        })
    };
    let remove = |permission: &str| {
        let (backend, revision, failed) = (panel.backend.clone(), revision.clone(), failed.clone());
        let permission = permission.to_owned();
        Callback::from(move |_: MouseEvent| {
            let (backend, revision, failed) = (backend.clone(), revision.clone(), failed.clone());
            let permission = permission.clone();
            spawn_local(async move {
                let removed = backend.remove_permission(&permission).await;
                failed.set((!removed).then_some(permission));
                revision.set(*revision + 1);
            });
        })
    };
    html! {
        <main id="content" data-testid="settings">
            <div class="title"><view::Heading text={Text::new("settings-title")} /></div>
            <section class="flush" aria-labelledby="settings-language">
                <h2 id="settings-language">{ words.word("language") }</h2>
                <span class="select">
                    <select data-testid="settings-language" aria-labelledby="settings-language" onchange={choose}>
                        { for Language::ALL.into_iter().map(|language| html! {
                            <option value={language.tag()} lang={language.tag()} selected={language == words.language()}>
                                { language.name() }
                            </option>
                        }) }
                    </select>
                    { Icon::Open.tiny() }
                </span>
            </section>
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
                if let Some(held) = &*held {
                    <table>
                        <caption class="unseen">{ words.word("permissions-title") }</caption>
                        <thead>
                            <tr>
                                <th scope="col">{ words.word("permission") }</th>
                                <th scope="col">{ words.word("permission-standing") }</th>
                            </tr>
                        </thead>
                        <tbody>
                            { for held.iter().map(|(permission, removable)| html! {
                                <tr key={permission.clone()}>
                                    <th scope="row"><code>{ permission.clone() }</code></th>
                                    <td>
                                        if *removable {
                                            <button
                                                type="button"
                                                class="button small"
                                                aria-label={words.label(&Text::new("permission-remove-named").name("permission", permission))}
                                                data-testid={format!("permission-remove-{permission}")}
                                                onclick={remove(permission)}
                                            >
                                                { words.word("permission-remove") }
                                            </button>
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
