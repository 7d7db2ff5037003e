//! The connection: how it stands, each part with its page in Setup, what has changed since it was last looked at, and what
//! may become of it (S000-03 to S000-22).

use yew::prelude::*;

use super::part::Edit;
use super::{framed, reading, rights, said};
use crate::domain::reading::Reading;
use crate::domain::salesforce::connection::{Components, State};
use crate::domain::salesforce::drift::Drift;
use crate::domain::salesforce::names::{Kind, since};
use crate::domain::salesforce::setup::{Page, address};
use crate::recipes::salesforce_connection::planning::offered;
use crate::recipes::salesforce_connection::{Observed, Wanted};
use crate::text::Text;
use crate::ui::icon::Glyph;
use crate::ui::notice::{Kind as Look, Notice};
use crate::ui::panel::{Action, Panel};

/// The section.
pub fn section(panel: &Panel, observed: &Observed) -> Html {
    let inside = match &observed.components {
        Reading::Unreadable(why) => said(panel, "salesforce-state", Glyph::Unknown, why),
        reading => match reading.value() {
            Some(components) => html! {
                <>
                    { state(panel, observed) }
                    if observed.is_on_unmade() && !observed.has_failed() {
                        { said(panel, "salesforce-on-unmade", Glyph::Attention, &Text::new("salesforce-plan-on-unmade")) }
                    }
                    { changed(panel, observed) }
                    { parts(panel, observed, components) }
                    { for observed.apps_unread.iter().map(|why| said(panel, "salesforce-apps-unread", Glyph::Unknown, why)) }
                    { wishes(panel, observed) }
                </>
            },
            None => Html::default(),
        },
    };
    framed(panel, "salesforce-connection-title", "salesforce-connection", inside)
}

fn state(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let (glyph, says) = match observed.state() {
        None => (Glyph::Unknown, "salesforce-state-unread"),
        Some(State::SecondTenant) => {
            let why = if observed.is_off_on_page() {
                "salesforce-plan-page-off"
            } else {
                "salesforce-plan-second-tenant"
            };
            return html! {
                <Notice
                    kind={Look::Blocked}
                    testid="salesforce-second-tenant"
                    title={words.word("salesforce-state-second-tenant")}
                >
                    <p>{ words.word(why) }</p>
                </Notice>
            };
        }
        Some(State::Connected | State::Partly { .. } | State::Unclear) if observed.is_elsewhere() => {
            (Glyph::Attention, "salesforce-state-elsewhere")
        }
        Some(State::Unclear) => (Glyph::Unknown, "salesforce-state-unclear"),
        Some(State::None) => (Glyph::Blocked, "salesforce-state-none"),
        Some(State::Connected) => (Glyph::Ready, "salesforce-state-connected"),
        Some(State::Partly { missing }) => {
            let missing = missing
                .iter()
                .map(|kind| words.label(&Text::new(kind.name())).to_string());
            return html! {
                <>
                    { said(panel, "salesforce-state", Glyph::Attention, &Text::new("salesforce-state-partly")) }
                    <p class="caption" data-testid="salesforce-missing">
                        { words.word("salesforce-parts-missing") }{ " " }{ words.names(missing) }
                    </p>
                </>
            };
        }
    };
    said(panel, "salesforce-state", glyph, &Text::new(says))
}

/// What is different since the connection was last looked at, until the admin says that it should be.
fn changed(panel: &Panel, observed: &Observed) -> Html {
    let Some(drift) = observed.drift().filter(|drift| !drift.is_none()) else {
        return Html::default();
    };
    let words = &panel.words;
    let Drift {
        since,
        is_remade,
        lost,
        gained,
    } = drift;
    let known = {
        let (panel, observed) = (panel.clone(), observed.clone());
        Callback::from(move |_: MouseEvent| {
            reading::remember(&panel, &observed);
            panel.send(Action::Salesforce(Edit::TakenAsKnown));
        })
    };
    let actions = html! {
        <button type="button" class="button" data-testid="salesforce-known" onclick={known}>
            { words.word("salesforce-drift-known") }
        </button>
    };
    let listed = |id: &'static str, rights: Vec<String>| {
        if rights.is_empty() {
            return Html::default();
        }
        html! { <p>{ words.word(id) }{ " " }{ rights::kept(panel, &rights) }</p> }
    };
    let title = Text::new("salesforce-drift-title").name("time", panel.time(since));
    html! {
        <Notice kind={Look::Attention} testid="salesforce-drift" title={words.html(&title)} {actions}>
            if is_remade {
                <p>{ words.word("salesforce-drift-remade") }</p>
            }
            { listed("salesforce-drift-lost", lost) }
            { listed("salesforce-drift-gained", gained) }
        </Notice>
    }
}

/// Each part, with the page of Setup it is on (S000-14).
fn parts(panel: &Panel, observed: &Observed, components: &Components) -> Html {
    let host = &observed.organization.host;
    let mut rows = Vec::new();
    for app in components.apps.iter().flatten() {
        let page = if app.is_external {
            Page::ExternalApps
        } else {
            Page::ConnectedApps
        };
        let kind = if app.is_external {
            "salesforce-external-app"
        } else {
            "salesforce-connected-app"
        };
        let link = address(host, page, Some(&app.id));
        rows.push(part(panel, Kind::App, kind, &app.name, true, link));
    }
    for user in &components.users {
        let link = address(host, Page::Users, Some(&user.id));
        rows.push(part(
            panel,
            Kind::User,
            Kind::User.name(),
            &user.name,
            user.is_active,
            link,
        ));
    }
    for set in &components.sets {
        let link = address(host, Page::PermissionSets, Some(&set.id));
        let name = Kind::PermissionSet.name();
        let is_held = components.has_user();
        rows.push(part(panel, Kind::PermissionSet, name, &set.label, is_held, link));
    }
    if rows.is_empty() {
        let none = match components.apps {
            Some(_) => "salesforce-no-parts",
            None => "salesforce-no-parts-read",
        };
        return html! {
            <p class="caption" data-testid="salesforce-no-parts">{ panel.words.word(none) }</p>
        };
    }
    html! { <ul class="stack" data-testid="salesforce-parts">{ for rows }</ul> }
}

fn part(panel: &Panel, kind: Kind, named: &'static str, name: &str, is_active: bool, link: String) -> Html {
    let words = &panel.words;
    let known = match since(kind, name) {
        Some("2025") => Text::new("salesforce-name-first"),
        Some(day) => Text::new("salesforce-name-since").name("day", day),
        None => Text::new("salesforce-name-other"),
    };
    let opens = Text::new("salesforce-open-named").name("name", name);
    html! {
        <li class="line">
            { if is_active { Glyph::Ready.small() } else { Glyph::Refused.small() } }
            <div>
                <h3><bdi>{ name.to_owned() }</bdi></h3>
                <p class="caption">{ words.word(named) }{ words.word("list-separator") }{ words.html(&known) }</p>
                if !is_active {
                    <p class="caption">{ words.word(if kind == Kind::User { "salesforce-inactive" } else { "salesforce-left-set" }) }</p>
                }
            </div>
            <div class="fix">
                <a class="go" href={link} target="_blank" rel="noopener noreferrer" aria-label={words.label(&opens)}>
                    { words.word("salesforce-open") }
                </a>
            </div>
        </li>
    }
}

/// What may become of it, with what that brings.
fn wishes(panel: &Panel, observed: &Observed) -> Html {
    let offered = offered(observed);
    if offered.is_empty() {
        return Html::default();
    }
    let words = &panel.words;
    let wanted = panel.state.salesforce.choices.wanted;
    html! {
        <fieldset class="plain" data-testid="salesforce-wishes">
            <legend>{ words.word("salesforce-wish") }</legend>
            { wish(panel, None, wanted, "salesforce-wish-nothing", "salesforce-wish-nothing-means") }
            { for offered.into_iter().map(|one| {
                let (says, means) = match one {
                    Wanted::Connect => ("salesforce-wish-connect", "salesforce-wish-connect-means"),
                    Wanted::Reconnect => ("salesforce-wish-reconnect", "salesforce-wish-reconnect-means"),
                    Wanted::TurnOff => ("salesforce-wish-off", "salesforce-wish-off-means"),
                };
                wish(panel, Some(one), wanted, says, means)
            }) }
        </fieldset>
    }
}

fn wish(panel: &Panel, one: Option<Wanted>, wanted: Option<Wanted>, says: &'static str, means: &'static str) -> Html {
    let words = &panel.words;
    let choose = {
        let panel = panel.clone();
        Callback::from(move |_: Event| panel.send(Action::Salesforce(Edit::Want(one))))
    };
    html! {
        <label class="check">
            <input type="radio" name="salesforce-wish" data-testid={says} checked={one == wanted} onchange={choose} />
            <span>
                { words.word(says) }
                <span class="caption">{ " " }{ words.word(means) }</span>
            </span>
        </label>
    }
}
