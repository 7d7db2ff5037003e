//! The Sales agent's settings page: whether Latchkey can see it, the way there through the permissions it takes, and what
//! it shows (S000-04 to S000-09, S000-20, S000-21).

use serde_json::json;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::part::Edit;
use super::{framed, reading, said};
use crate::browser::elements;
use crate::portal::sales_settings as at;
use crate::recipes::salesforce_connection::settings_page::Shown;
use crate::recipes::salesforce_connection::{Observed, SettingsPage};
use crate::text::Text;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::notice::{Kind, Notice};
use crate::ui::panel::{Action, Panel};

/// Where the Sales app is found, each with the words of the button that opens it.
const APPS: [(&str, &str); 2] = [
    ("outlook.office.com", "salesforce-page-outlook"),
    ("teams.microsoft.com", "salesforce-page-teams"),
];

/// The section.
pub fn section(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let state = |glyph, says: &Text| said(panel, "salesforce-page-state", glyph, says);
    let inside = match &observed.page {
        SettingsPage::NotShown => html! {
            <>
                { state(Glyph::Unknown, &Text::new("salesforce-page-not-shown")) }
                <div class="row">
                    { for APPS.into_iter().map(|(host, says)| open(panel, host, says)) }
                    { look(panel) }
                </div>
            </>
        },
        SettingsPage::Found(hosts) if hosts.is_empty() => html! {
            <>
                { state(Glyph::Unknown, &Text::new("salesforce-page-none")) }
                <div class="row">{ look(panel) }</div>
            </>
        },
        SettingsPage::Found(hosts) => html! {
            <>
                { state(Glyph::Unknown, &Text::new("salesforce-page-found")) }
                <ul class="stack" data-testid="salesforce-frames">
                    { for hosts.iter().map(|host| html! { <li key={host.clone()}>{ allow(panel, host) }</li> }) }
                </ul>
                <div class="row">{ look(panel) }</div>
            </>
        },
        SettingsPage::Several => html! {
            <>
                { state(Glyph::Attention, &Text::new("salesforce-page-several")) }
                <div class="row">{ look(panel) }</div>
            </>
        },
        SettingsPage::Shown(shown) => html! {
            <>
                { state(Glyph::Ready, &Text::new("salesforce-page-shown").name("host", &shown.host)) }
                { what_it_shows(panel, observed, shown) }
                <div class="row">{ look(panel) }</div>
            </>
        },
    };
    let asked = panel.state.salesforce.asked.clone();
    let says = match observed.page {
        SettingsPage::Shown(_) => asked,
        _ => Some(asked.unwrap_or_else(|| Text::new("salesforce-reason-page"))),
    };
    let inside = html! {
        <>
            { inside }
            <p class="caption" role="status" data-testid="salesforce-page-asked">
                { for says.iter().map(|says| words.html(says)) }
            </p>
        </>
    };
    framed(panel, "salesforce-page", "salesforce-page-title", inside)
}

/// What it shows, and whether Latchkey can do the steps there.
fn what_it_shows(panel: &Panel, observed: &Observed, shown: &Shown) -> Html {
    let words = &panel.words;
    let says = |testid, glyph, says| said(panel, testid, glyph, &Text::new(says));
    let weak = shown
        .weak
        .iter()
        .map(|locator| words.label(&Text::new(name_of(locator))).to_string());
    let by_hand = {
        let panel = panel.clone();
        Callback::from(move |event: Event| {
            panel.send(Action::Salesforce(Edit::ByHand(elements::is_checked(&event))));
        })
    };
    html! {
        <>
            if let Some(on) = shown.access {
                { says("salesforce-page-access", if on { Glyph::Ready } else { Glyph::Waiting }, if on { "salesforce-page-on" } else { "salesforce-page-off" }) }
            }
            { details(panel, observed, shown) }
            if !shown.alerts.is_empty() {
                <Notice kind={Kind::Attention} testid="salesforce-page-alert" title={words.word("salesforce-page-alert")}>
                    { for shown.alerts.iter().map(|alert| html! { <p><bdi>{ alert.clone() }</bdi></p> }) }
                    <p>{ words.word("salesforce-page-alert-fix") }</p>
                </Notice>
            }
            if shown.is_driven() {
                if shown.is_begun_alone() {
                    { says("salesforce-page-driven", Glyph::Waiting, "salesforce-page-begun") }
                } else {
                    { says("salesforce-page-driven", Glyph::Ready, "salesforce-page-driven") }
                }
                if !shown.weak.is_empty() {
                    <p class="caption" data-testid="salesforce-page-weak">
                        { words.word("salesforce-page-weak") }{ " " }{ words.names(weak) }
                    </p>
                }
                <label class="check">
                    <input
                        type="checkbox"
                        data-testid="salesforce-by-hand"
                        checked={panel.state.salesforce.choices.by_hand}
                        onchange={by_hand}
                    />
                    <span>{ words.word("salesforce-page-by-hand") }</span>
                </label>
            } else {
                { says("salesforce-page-driven", Glyph::Attention, "salesforce-page-undriven") }
            }
        </>
    }
}

/// **Connection details** held against Salesforce: other names tell that the page is about another organization; the same
/// ones tell nothing, as they are the same everywhere.
fn details(panel: &Panel, observed: &Observed, shown: &Shown) -> Html {
    let parts = observed.components.value();
    let parts = parts.and_then(|parts| Some((parts.apps.as_ref()?.first()?, parts.user()?)));
    let is_same = parts.and_then(|(app, user)| shown.names(&app.name, &user.name));
    let (glyph, says) = if observed.is_elsewhere() {
        let details = shown.details.clone().unwrap_or_default();
        let says = Text::new("salesforce-page-named-otherwise");
        (Glyph::Blocked, says.name("details", details))
    } else if is_same == Some(true) {
        (Glyph::Waiting, Text::new("salesforce-page-named"))
    } else {
        return Html::default();
    };
    said(panel, "salesforce-page-details", glyph, &says)
}

/// What the page calls it.
fn name_of(locator: &str) -> &'static str {
    match locator {
        at::SETTINGS => "salesforce-page-settings",
        at::CONNECTORS => "salesforce-page-connectors",
        at::ACCESS => "salesforce-access",
        at::UNSAVED => "salesforce-step-save",
        at::DETAILS => "salesforce-page-details",
        at::RECONNECT => "salesforce-wish-reconnect",
        _ => "salesforce-page-salesforce",
    }
}

/// Opens the apps the settings page stands in, for what is done there by hand: that takes no permission.
pub fn open_apps(panel: &Panel) -> Html {
    let go = |host: &'static str| {
        let panel = panel.clone();
        Callback::from(move |_: MouseEvent| panel.backend.open_page(host))
    };
    APPS.into_iter()
        .map(|(host, says)| way(panel, says, go(host)))
        .collect()
}

fn way(panel: &Panel, says: &'static str, go: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="button small" data-testid={says} onclick={go}>
            { Icon::Page.small() }{ panel.words.word(says) }
        </button>
    }
}

/// Opens Outlook or Teams, whose host is asked for first.
fn open(panel: &Panel, host: &'static str, says: &'static str) -> Html {
    let go = {
        let panel = panel.clone();
        Callback::from(move |_: MouseEvent| {
            // Asked at once, while the click counts.
            let asked = panel.backend.ask_for(host);
            let panel = panel.clone();
            spawn_local(async move {
                let may = asked.await;
                if may {
                    panel.backend.open_page(host);
                }
                let says = if may {
                    "salesforce-page-opened"
                } else {
                    "salesforce-page-refused"
                };
                panel.send(Action::Salesforce(Edit::Asked(Text::new(says))));
            });
        })
    };
    way(panel, says, go)
}

/// Activates the host of a frame: one nobody knows before it is seen in the page.
fn allow(panel: &Panel, host: &str) -> Html {
    let go = {
        let (panel, host) = (panel.clone(), host.to_owned());
        Callback::from(move |_: MouseEvent| {
            let asked = panel.backend.ask_for(&host);
            let (panel, host) = (panel.clone(), host.clone());
            spawn_local(async move {
                if asked.await {
                    panel.backend.remember(at::FRAME, &json!(host));
                    if !reading::look(&panel).await {
                        panel.send(Action::Salesforce(Edit::Asked(Text::new("salesforce-page-undriven"))));
                    }
                } else {
                    panel.send(Action::Salesforce(Edit::Asked(Text::new("salesforce-page-refused"))));
                }
            });
        })
    };
    html! {
        <button type="button" class="button small" data-testid="salesforce-frame-allow" data-host={host.to_owned()} onclick={go}>
            { panel.words.html(&Text::new("salesforce-page-allow").name("host", host)) }
        </button>
    }
}

fn look(panel: &Panel) -> Html {
    let go = {
        let panel = panel.clone();
        Callback::from(move |_: MouseEvent| {
            let panel = panel.clone();
            spawn_local(async move {
                reading::look(&panel).await;
            });
        })
    };
    html! {
        <button type="button" class="button small" data-testid="salesforce-page-look" onclick={go}>
            { Icon::Refresh.small() }{ panel.words.word("salesforce-page-look") }
        </button>
    }
}
