//! What stands around every view: header with the target, rail, skip link.

use yew::prelude::*;

use super::acting::Acting;
use super::drawing::draw;
use super::icon::{Glyph, Icon, mark};
use super::notice::{Kind, Notice};
use super::panel::{Action, Panel, use_panel};
use super::part::Which;
use super::route::Route;
use super::target::kind_tag;
use super::{language, organization};
use crate::recipes::readiness::Readiness;
use crate::text::Text;
use crate::ui::backend::Surface;

/// Header: product, language, user, close; then where everything is written.
#[component]
pub fn Header() -> Html {
    let panel = use_panel();
    let words = &panel.words;
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
                { draw::<language::Choice>(language::ChoiceProps { testid: "language", full: false }) }
                { draw::<SignedIn>(()) }
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
            { only_shows(&panel) }
            { under_way(&panel) }
            if let Some(language) = panel.state.unreadable {
                <p class="caption" role="alert" data-testid="language-unreadable">
                    { words.html(&Text::new("language-unreadable").name("language", language.name())) }
                </p>
            }
        </header>
    }
}

/// What a tab that may not act says of itself, with the way to one that may.
fn only_shows(panel: &Panel) -> Html {
    if panel.backend.is_introduced() || panel.backend.surface() != Surface::Tab {
        return Html::default();
    }
    let words = &panel.words;
    let go = {
        let (backend, route) = (panel.backend.clone(), panel.state.route.address());
        Callback::from(move |()| backend.open_in_tab(&route))
    };
    let actions = html! {
        <Acting id="only-shows-go" class="button small" act={go.clone()} elsewhere={go}>{ words.word("only-shows-go") }</Acting>
    };
    html! {
        <Notice kind={Kind::Attention} testid="only-shows" title={words.word("only-shows")} {actions}>
            <p>{ words.word("only-shows-why") }</p>
        </Notice>
    }
}

/// From every other view, that a run is under way or waits for the admin, with the way back to it.
fn under_way(panel: &Panel) -> Html {
    let live = panel.state.driven().filter(|_| panel.state.route != Route::Plan);
    let Some(live) = live else {
        return Html::default();
    };
    let words = &panel.words;
    let back = panel.on(|| Action::Go(Route::Plan));
    let actions = html! {
        <button type="button" class="button small" data-testid="run-return" onclick={back}>
            { words.word("run-return") }
        </button>
    };
    let kind = if live.progress.phase.asks() {
        Kind::Attention
    } else {
        Kind::Plain(Icon::Clock)
    };
    let title = words.word(super::run::title(&live.progress.phase));
    html! {
        <Notice {kind} testid="run-elsewhere" {title} {actions}>
            <p>{ words.html(&live.plan.title) }</p>
        </Notice>
    }
}

fn target_line(panel: &Panel) -> Html {
    let words = &panel.words;
    let label = words.label(&Text::new("target-label"));
    let organization = panel.state.origin().map(|origin| origin.organization);
    html! {
        <div class="head-target" role="group" aria-label={label} data-testid="target">
            if let Some(organization) = organization {
                <b title={organization.name.clone()}><bdi>{ organization.name.clone() }</bdi></b>
                { kind_tag(words, organization.kind) }
                <span class="host caption" title={organization.host.clone()}>{ organization.host.clone() }</span>
            } else if organization::is_bound(panel) {
                <span class="host caption">{ panel.backend.org().host().to_owned() }</span>
            } else {
                <span class="host caption">{ words.word("target-none") }</span>
            }
        </div>
    }
}

/// The signed-in user as initials, with the whole name for those who point or listen.
#[component]
fn SignedIn() -> Html {
    let panel = use_panel();
    let admin = panel.state.origin().map(|origin| origin.admin);
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
                <li>{ entry(&panel, Route::Overview, Icon::Overview, &Text::new("nav-overview"), None) }</li>
                { for Which::in_order().map(|which| html! { <li>{ recipe(&panel, which) }</li> }) }
                <li>{ entry(&panel, Route::History, Icon::History, &Text::new("nav-history"), None) }</li>
                <li>{ entry(&panel, Route::Settings, Icon::Settings, &Text::new("nav-settings"), None) }</li>
            </ul>
        </nav>
    }
}

/// The worst there is to say of a recipe, unless all of it is well or still being read: its mark, and what that means.
fn needs_admin(panel: &Panel, which: Which) -> Option<(Glyph, &'static str)> {
    Some(match panel.state.part(which).readiness().first()?.readiness {
        Readiness::Blocked => (Glyph::Blocked, "readiness-blocked"),
        Readiness::Attention => (Glyph::Attention, "readiness-attention"),
        Readiness::Unknown => (Glyph::Unknown, "readiness-unknown"),
        Readiness::Ready => return None,
    })
}

fn recipe(panel: &Panel, which: Which) -> Html {
    let (icon, name) = match which {
        Which::DisconnectRights => (Icon::Disconnect, "nav-disconnect-rights"),
        Which::TeamsChat => (Icon::Chat, "nav-teams-chat"),
        Which::BrightPattern => (Icon::Link, "nav-bright-pattern"),
        Which::LeadManagement => (Icon::Lead, "nav-lead-management"),
        Which::SalesforceConnection => (Icon::Cloud, "nav-salesforce-connection"),
        Which::Deployment => (Icon::Report, "nav-readiness"),
    };
    entry(
        panel,
        Route::Recipe(which),
        icon,
        &Text::new(name),
        needs_admin(panel, which),
    )
}

fn entry(panel: &Panel, route: Route, icon: Icon, name: &Text, mark: Option<(Glyph, &'static str)>) -> Html {
    let words = &panel.words;
    let go = {
        let panel = panel.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            panel.send(Action::Go(route));
        })
    };
    let title = match mark {
        Some((_, says)) => Text::new("named")
            .message("name", name.clone())
            .message("what", Text::new(says)),
        None => name.clone(),
    };
    let here = (panel.state.route == route).then_some("page");
    html! {
        <a
            href={route.address()}
            data-testid={name.id.clone().into_owned()}
            title={words.label(&title)}
            aria-current={here}
            onclick={go}
        >
            <span class="badge">
                { icon.medium() }
                if let Some((glyph, says)) = mark {
                    { glyph.named(words.label(&Text::new(says))) }
                }
            </span>
            <span class="label">{ words.html(name) }</span>
        </a>
    }
}
