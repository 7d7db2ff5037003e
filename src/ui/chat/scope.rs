//! On, off, and where: availability, the master switch with its layers, the apps, what waits to be published, and what
//! the tenant consents to (S003-01 to S003-13, S003-29 to S003-37).

use yew::prelude::*;

use super::consent;
use super::controls::{Toggle, caption, radio, tick, unproven, warning};
use super::edit::Edit;
use super::part::selected;
use super::{framed, part_reading, show_me};
use crate::domain::chat::availability::{KnownApp, Product};
use crate::domain::chat::setting::{Scope, Source};
use crate::recipes::teams_chat::Observed;
use crate::recipes::teams_chat::observed::{App, Switch};
use crate::text::Text;
use crate::ui::icon::{Answer, Icon};
use crate::ui::panel::Panel;
use crate::words::Words;

/// The control "show me" points at.
const MASTER_SWITCH: &str = "teams-chat.master-switch";

/// The section.
pub fn section(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let inside = html! {
        <>
            { part_reading(panel, Some(&observed.switch), "switch") }
            { match observed.switch.value() {
                Some(Some(switch)) => setting(panel, observed, switch),
                Some(None) => on_page(panel),
                None => Html::default(),
            } }
            { show_me(panel, MASTER_SWITCH, "chat-show-me") }
            { consent::part(panel, observed) }
            { availability(words) }
        </>
    };
    framed(panel, "chat-on", "chat-on-title", Html::default(), inside)
}

fn setting(panel: &Panel, observed: &Observed, switch: &Switch) -> Html {
    let words = &panel.words;
    let chat = &panel.state.chat;
    let was = switch.setting.scope(observed.chat_apps());
    let wanted = chat.choices.scope().unwrap_or(&was);
    let kind = |scope: &Scope| match scope {
        Scope::Off => "chat-scope-off",
        Scope::Selected(_) => "chat-scope-selected",
        Scope::All => "chat-scope-all",
    };
    let chosen = |scope: &Scope| kind(scope) == kind(wanted);
    // A selection starts with what is selected, or what the product selects first (S003-34, S003-35).
    let first = match &was {
        Scope::Selected(apps) => apps.clone(),
        _ => {
            let preselected = preselected(observed);
            let apps = observed.chat_apps();
            let first = switch.setting.first_selection(&apps, &preselected);
            first.into_iter().map(str::to_owned).collect()
        }
    };
    let options = [Scope::All, Scope::Selected(first), Scope::Off];
    let environment = match switch.setting.environment {
        Some(true) => "chat-layer-on",
        Some(false) => "chat-layer-off",
        None if switch.setting.default => "chat-layer-unset-on",
        None => "chat-layer-unset-off",
    };
    let changed = kind(&was) != kind(wanted);
    html! {
        <>
            <fieldset class="stack">
                <legend>
                    { words.word("chat-switch") }
                    if changed {
                        <span class="tag change" data-testid="chat-scope-change">
                            { words.delta(words.word(kind(&was)), words.word(kind(wanted))) }
                        </span>
                    }
                </legend>
                { for options.into_iter().map(|scope| {
                    let (name, chosen) = (kind(&scope), chosen(&scope));
                    radio(panel, "chat-scope", name.to_owned(), chosen, true, Edit::Scope(scope), words.word(name))
                }) }
            </fieldset>
            <p class="caption" data-testid="chat-layer">{ words.word(environment) }</p>
            { match wanted {
                Scope::All => show_me(panel, "teams-chat.scope-all", "chat-show-scope"),
                Scope::Selected(_) => show_me(panel, "teams-chat.scope-selected", "chat-show-scope"),
                Scope::Off => Html::default(),
            } }
            if matches!(wanted, Scope::All) {
                { caption(words, &Text::new("chat-scope-all-means")) }
            }
            if switch.setting.is_untouched() && *wanted != Scope::Off {
                { warning(words, &Text::new("chat-reason-consent")) }
            }
            { unproven(words, &["chat-unproven-switch"]) }
            { apps(panel, observed, switch, matches!(wanted, Scope::Selected(_))) }
        </>
    }
}

/// Unique names of the apps a first selection has (S003-35).
fn preselected(observed: &Observed) -> Vec<&str> {
    let apps = observed.apps.value().into_iter().flatten();
    apps.filter(|app| app.known.is_some_and(KnownApp::is_preselected))
        .map(|app| app.unique_name.as_str())
        .collect()
}

fn apps(panel: &Panel, observed: &Observed, switch: &Switch, can_select: bool) -> Html {
    let words = &panel.words;
    let selected = selected(observed, &panel.state.chat.choices);
    let apps = observed.apps.value().map_or(&[][..], Vec::as_slice);
    let shown = apps.iter().filter(|app| app.known.is_none_or(KnownApp::has_teams_chat));
    html! {
        <>
            { part_reading(panel, Some(&observed.apps), "apps") }
            <table class="apps">
                <caption class="unseen">{ words.word("chat-apps-caption") }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ words.word("chat-app") }</th>
                        <th scope="col">{ words.word("chat-app-own") }</th>
                        <th scope="col">{ words.word("chat-app-effective") }</th>
                    </tr>
                </thead>
                <tbody>
                    { for shown.map(|app| row(panel, observed, switch, app, can_select, selected.contains(&app.unique_name))) }
                </tbody>
            </table>
        </>
    }
}

fn row(panel: &Panel, observed: &Observed, switch: &Switch, app: &App, can: bool, selected: bool) -> Html {
    let words = &panel.words;
    let chat = &panel.state.chat;
    let own = switch.setting.apps.iter().find(|value| value.app == app.unique_name);
    let value = |value: Option<bool>| {
        words.word(match value {
            Some(true) => "value-on",
            Some(false) => "value-off",
            None => "chat-value-unset",
        })
    };
    let (published, draft) = own.map_or((None, None), |own| (own.published, own.draft));
    let now = switch.setting.effective(&app.unique_name);
    let after = switch.setting.effective_when_published(&app.unique_name);
    let wanted = match chat.choices.scope() {
        Some(_) => selected,
        None => after.on,
    };
    let from = words.word(match now.from {
        Source::App => "chat-from-app",
        Source::Environment => "chat-from-environment",
        Source::Default => "chat-from-default",
    });
    let select = |on: bool| Edit::Select {
        app: app.unique_name.clone(),
        on,
    };
    let publish = |on: bool| Edit::Publish {
        app: app.unique_name.clone(),
        on,
    };
    let says = html! { <bdi>{ app.name.clone() }</bdi> };
    let name = if can {
        let toggle = Toggle {
            testid: format!("chat-app-{}", app.unique_name),
            label: Text::new("chat-app"),
            was: after.on,
            now: selected,
            can: true,
            edits: [select(false), select(true)],
        };
        tick(panel, toggle, says)
    } else {
        says
    };
    html! {
        <tr key={app.unique_name.clone()}>
            <th scope="row">
                { name }
                if app.known.is_some_and(KnownApp::is_on_by_default) {
                    <span class="caption">{ words.word("chat-app-default") }</span>
                }
                if chat.choices.can_publish(observed, &app.unique_name) {
                    { tick(panel, Toggle {
                        testid: format!("chat-publish-{}", app.unique_name),
                        label: Text::new("chat-publish"),
                        was: false,
                        now: chat.choices.publishes(&app.unique_name),
                        can: true,
                        edits: [publish(false), publish(true)],
                    }, words.word("chat-publish")) }
                    { match observed.drafts(app) {
                        Some(drafts) if drafts.is_empty() => caption(words, &Text::new("chat-reason-publish")),
                        Some(drafts) => html! {
                            <>
                                { warning(words, &Text::new("chat-reason-publish-drafts")) }
                                <p class="caption">{ words.names(drafts) }</p>
                            </>
                        },
                        None => warning(words, &Text::new("chat-reason-publish-unknown")),
                    } }
                }
            </th>
            <td>
                if published == draft {
                    { value(published) }
                } else {
                    { words.delta(value(published), value(draft)) }
                    <span class="tag">{ words.word("chat-published-waiting") }</span>
                }
            </td>
            <td class={(wanted != now.on).then_some("changed")}>
                { super::controls::state(words, now.on, wanted) }
                <span class="caption">{ from }</span>
            </td>
        </tr>
    }
}

/// Where the organization has no such setting, the page's own switch is driven, or the admin guided.
fn on_page(panel: &Panel) -> Html {
    let words = &panel.words;
    let wanted = panel.state.chat.choices.scope().map(|scope| *scope != Scope::Off);
    let option = |name: &'static str, on: Option<bool>| {
        radio(
            panel,
            "chat-page",
            name.to_owned(),
            wanted == on,
            true,
            Edit::OnPage(on),
            words.word(name),
        )
    };
    html! {
        <>
            <fieldset class="stack">
                <legend>{ words.word("chat-switch") }</legend>
                { option("chat-page-leave", None) }
                { option("chat-page-on", Some(true)) }
                { option("chat-page-off", Some(false)) }
            </fieldset>
            { caption(words, &Text::new("chat-reason-page")) }
        </>
    }
}

fn availability(words: &Words) -> Html {
    let name = |product: Product| match product {
        Product::ContactCenterEmbedded => "chat-product-embedded",
        Product::ContactCenterStandalone => "chat-product-standalone",
        Product::CustomerService => "chat-product-service",
    };
    html! {
        <details class="fold" data-testid="chat-availability">
            <summary>{ Icon::chevron() }{ words.word("chat-available-title") }</summary>
            <table>
                <caption class="unseen">{ words.word("chat-available-title") }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ words.word("chat-product") }</th>
                        <th scope="col">{ words.word("chat-title") }</th>
                    </tr>
                </thead>
                <tbody>
                    { for Product::ALL.into_iter().map(|product| {
                        let (answer, says) = if product.has_teams_chat() {
                            (Answer::BySwitch, "value-yes")
                        } else {
                            (Answer::No, "value-no")
                        };
                        html! {
                            <tr>
                                <th scope="row">{ words.word(name(product)) }</th>
                                <td><span class="with-icon">{ answer.drawn(None) }{ words.word(says) }</span></td>
                            </tr>
                        }
                    }) }
                </tbody>
            </table>
            <p class="caption">{ words.word("chat-available-apps") }</p>
            <p class="caption">{ words.word("chat-available-default") }</p>
        </details>
    }
}
