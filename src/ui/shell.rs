//! What stands around every view: header with the target, rail, skip link.

use yew::prelude::*;

use super::icon::{Glyph, Icon, mark};
use super::panel::{Action, Panel, use_panel};
use super::route::Route;
use super::target::kind_tag;
use crate::browser::elements;
use crate::recipes::disconnect::readiness;
use crate::recipes::readiness::Readiness;
use crate::text::Text;
use crate::ui::backend::Surface;
use crate::words::Language;

/// Header: product, language, user, close; then where everything is written.
#[component]
pub fn Header() -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let choose = {
        let panel = panel.clone();
        Callback::from(move |event: Event| {
            if let Some(language) = Language::from_tag(&elements::value(&event)) {
                panel.backend.choose_language(language.tag());
                panel.send(Action::Speak(language));
            }
        })
    };
    let close = {
        let backend = panel.backend.clone();
        Callback::from(move |_: MouseEvent| backend.close())
    };
    let close_label = words.label(&Text::new("panel-close"));
    html! {
        <header class="head">
            <div class="head-product">
                { mark() }
                <span class="product">{ words.word("product") }</span>
                <span class="select bare">
                    <select data-testid="language" aria-label={words.label(&Text::new("language"))} onchange={choose}>
                        { for Language::ALL.into_iter().map(|language| html! {
                            <option value={language.tag()} lang={language.tag()} selected={language == words.language()}>
                                { language.short() }
                            </option>
                        }) }
                    </select>
                    { Icon::Open.tiny() }
                </span>
                <SignedIn />
                if panel.backend.surface() == Surface::Dock {
                    <button
                        type="button"
                        class="button square subtle"
                        data-testid="close"
                        aria-label={close_label.clone()}
                        title={close_label}
                        onclick={close}
                    >
                        { Icon::Close.small() }
                    </button>
                }
            </div>
            { target_line(&panel) }
        </header>
    }
}

fn target_line(panel: &Panel) -> Html {
    let words = &panel.words;
    let label = words.label(&Text::new("target-label"));
    let organization = panel.state.observed.as_ref().map(|observed| &observed.organization);
    html! {
        <div class="head-target" role="group" aria-label={label} data-testid="target">
            if let Some(organization) = organization {
                <b title={organization.name.clone()}><bdi>{ organization.name.clone() }</bdi></b>
                { kind_tag(words, organization.kind) }
                <span class="host caption" title={organization.host.clone()}>{ organization.host.clone() }</span>
            } else {
                <span class="host caption">{ panel.backend.org().host().to_owned() }</span>
            }
        </div>
    }
}

/// The signed-in user as initials, with the whole name for those who point or listen.
#[component]
fn SignedIn() -> Html {
    let panel = use_panel();
    let admin = panel.state.observed.as_ref().map(|observed| &observed.admin);
    // A user who may not even read themselves has no name here.
    let Some(admin) = admin.filter(|admin| !admin.name.is_empty()) else {
        return Html::default();
    };
    let label = panel
        .words
        .label(&Text::new("signed-in-as").name("name", admin.name.clone()));
    html! {
        <span class="avatar" role="img" aria-label={label.clone()} title={label}>{ initials(&admin.name) }</span>
    }
}

/// First letters of the first and the last word.
fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().and_then(|word| word.chars().next());
    let last = words.next_back().and_then(|word| word.chars().next());
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

/// The rail, or below 440 px the strip: one entry per view.
#[component]
pub fn Rail() -> Html {
    let panel = use_panel();
    let words = &panel.words;
    html! {
        <nav class="rail" aria-label={words.label(&Text::new("product"))}>
            <ul>
                { for Route::RAIL.into_iter().map(|route| html! { <li>{ entry(&panel, route) }</li> }) }
            </ul>
        </nav>
    }
}

/// The worst there is to say of disconnect rights, unless all of it is well or still being read.
fn needs_admin(panel: &Panel) -> Option<Html> {
    let observed = panel
        .state
        .observed
        .as_ref()
        .filter(|observed| !observed.is_still_reading())?;
    let (glyph, id) = match readiness(observed).first()?.readiness {
        Readiness::Blocked => (Glyph::Blocked, "readiness-blocked"),
        Readiness::Attention => (Glyph::Attention, "readiness-attention"),
        Readiness::Unknown => (Glyph::Unknown, "readiness-unknown"),
        Readiness::Ready => return None,
    };
    Some(glyph.named(panel.words.label(&Text::new(id))))
}

fn entry(panel: &Panel, route: Route) -> Html {
    let (icon, id, testid) = match route {
        Route::Overview | Route::Plan => (Icon::Overview, "nav-overview", "nav-overview"),
        Route::Disconnect => (Icon::Disconnect, "nav-disconnect", "nav-disconnect"),
        Route::History => (Icon::History, "nav-history", "nav-history"),
        Route::Settings => (Icon::Settings, "nav-settings", "nav-settings"),
    };
    let go = {
        let panel = panel.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            panel.send(Action::Go(route));
        })
    };
    let here = (panel.state.route == route).then_some("page");
    let badge = (route == Route::Disconnect).then(|| needs_admin(panel)).flatten();
    html! {
        <a
            href={route.address()}
            data-testid={testid}
            title={panel.words.label(&Text::new(id))}
            aria-current={here}
            onclick={go}
        >
            <span class="badge">{ icon.medium() }{ badge }</span>
            <span class="label">{ panel.words.word(id) }</span>
        </a>
    }
}
