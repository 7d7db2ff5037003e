//! The service account in the directory: the app registration with its secret, or the user with its licence (S004-14 to
//! S004-30), and the reminder of its end.

use yew::prelude::*;

use super::controls::{caption, field, point, select, tick, warning};
use super::framed;
use super::part::{Edit, Field};
use crate::domain::day::Day;
use crate::domain::lead::rights::Group;
use crate::domain::lead::secret::{self, Policy};
use crate::domain::lead::{Credential, licence};
use crate::http::Millis;
use crate::recipes::lead_management::choices::AppChoice;
use crate::recipes::lead_management::observed::{App, Directory};
use crate::recipes::lead_management::planning::lifetime_text;
use crate::recipes::lead_management::ready::{State, state};
use crate::recipes::lead_management::{Choices, Observed};
use crate::text::Text;
use crate::ui::panel::Panel;
use crate::ui::reminder::save;
use crate::ui::view;

/// The section.
pub fn section(panel: &Panel, observed: &Observed) -> Html {
    let choices = &panel.state.lead.choices;
    let inside = match (&observed.directory, choices.credential) {
        (None, Credential::Entra) => {
            let typed = match &choices.app {
                AppChoice::Typed(client) => client.as_str(),
                AppChoice::New | AppChoice::Existing(_) => "",
            };
            html! {
                <>
                    { caption(panel, &Text::new("lead-account-sign-in")) }
                    { field(panel, Field::Client, "lead-client", "lead-client-typed", typed) }
                </>
            }
        }
        (None, Credential::Office365) => caption(panel, &Text::new("lead-account-sign-in")),
        (Some(directory), Credential::Entra) => entra(panel, observed, directory, choices),
        (Some(directory), Credential::Office365) => office(panel, observed, directory, choices),
    };
    framed(panel, observed, Group::Credential, inside)
}

fn entra(panel: &Panel, observed: &Observed, directory: &Directory, choices: &Choices) -> Html {
    let words = &panel.words;
    let apps = directory.apps.value().into_iter().flatten();
    let admin = observed.tenant().map(|tenant| &tenant.admin);
    let mut options = vec![(
        words.label(&Text::new("lead-app-new")).to_string(),
        choices.app == AppChoice::New,
        Edit::App(AppChoice::New),
    )];
    options.extend(apps.map(|app| {
        let says = match app.other_owners(admin).first() {
            Some(owner) => Text::new("lead-app-option-owned").name("owner", owner.called()),
            None => Text::new("lead-app-option"),
        };
        let says = words
            .label(&says.name("name", &app.name).name("client", &app.client))
            .to_string();
        let this = AppChoice::Existing(app.id.clone());
        (says, choices.app == this, Edit::App(this))
    }));
    let app = choices.existing_app(observed);
    html! {
        <>
            { view::reading(words, &directory.apps, "apps") }
            { select(panel, "lead-app", "lead-app-choose", options) }
            if let Some(app) = app {
                { existing(panel, observed, app) }
            } else {
                { field(panel, Field::AppName, "lead-app-name", "lead-app-name", &choices.app_name) }
                { field(panel, Field::Redirect, "lead-redirect", "lead-redirect", &choices.redirect) }
                { caption(panel, &Text::new("lead-redirect-means")) }
            }
            { new_secret(panel, observed, directory, choices) }
        </>
    }
}

/// An app registration as it is: what of the article it lacks, and its secrets' ends.
fn existing(panel: &Panel, observed: &Observed, app: &App) -> Html {
    let is = |good: bool, yes: &'static str, no: &'static str| {
        point(panel, Some(good), &Text::new(if good { yes } else { no }))
    };
    let has_principal = app.principal.value().map(Option::is_some);
    let others = app.other_owners(observed.tenant().map(|tenant| &tenant.admin));
    html! {
        <>
            { view::reading(&panel.words, &app.owners, "owners") }
            { for others.iter().map(|owner| point(panel, Some(false), &Text::new("lead-app-owned").name("owner", owner.called()))) }
            if let Some(day) = app.created {
                { caption(panel, &Text::new("lead-app-created").day("day", day.millis())) }
            }
            { is(app.multi_tenant, "lead-app-multi", "lead-app-single") }
            { is(app.impersonates, "lead-app-permission", "lead-app-no-permission") }
            { is(!app.redirects.is_empty(), "lead-app-redirect", "lead-app-no-redirect") }
            { match has_principal {
                Some(has) => is(has, "lead-app-principal", "lead-app-no-principal"),
                None => view::reading(&panel.words, &app.principal, "principal"),
            } }
            <ul class="notes" data-testid="lead-secrets">
                { for app.secrets.iter().map(|secret| {
                    let ended = secret.end.is_some_and(|end| end < observed.today());
                    let id = if ended { "lead-secret-ended" } else { "lead-secret-until" };
                    let text = Text::new(id).name("name", &secret.name);
                    let text = match secret.end {
                        Some(end) => text.day("day", end.millis()),
                        None => text.message("day", Text::new("value-unknown")),
                    };
                    html! { <li class="caption">{ panel.words.html(&text) }</li> }
                }) }
            </ul>
            if let State::Unknown(_) = state(observed, &panel.state.lead.choices, Group::Credential) {
                { point(panel, None, &Text::new("lead-secret-unheld")) }
            }
        </>
    }
}

/// The secret to be made: how long it lives, what the article says, and the reminder (S004-19).
fn new_secret(panel: &Panel, observed: &Observed, directory: &Directory, choices: &Choices) -> Html {
    let words = &panel.words;
    let today = observed.today();
    let policy = directory.policy.value().copied().unwrap_or_default();
    let months = secret::choices(today, policy);
    let options = months.iter().map(|months| {
        let says = words.label(&Text::new("lead-months").number("count", i64::from(*months)));
        let says = says.to_string();
        (says, choices.months == *months, Edit::Months(*months))
    });
    html! {
        <>
            { tick(panel, "lead-new-secret", choices.new_secret, true, words.word("lead-secret-new"), Edit::NewSecret) }
            if choices.new_secret {
                { field(panel, Field::SecretName, "lead-secret-name", "lead-secret-name", &choices.secret_name) }
                { select(panel, "lead-months", "lead-expires", options.collect()) }
                { cap(panel, policy) }
                { view::reading(words, &directory.policy, "policy") }
                { caption(panel, &Text::new("lead-note-never")) }
                if let Ok(end) = secret::end(today, choices.months, policy) {
                    { reminder(panel, "lead-remind-secret", observed.read_at, end, &choices.app_name) }
                }
            } else {
                { caption(panel, &Text::new("lead-secret-typed")) }
            }
        </>
    }
}

/// What the tenant's policy makes of it.
fn cap(panel: &Panel, policy: Policy) -> Html {
    if policy.forbidden {
        return warning(panel, &lifetime_text(secret::Refusal::Forbidden));
    }
    match policy.longest_days {
        Some(days) => caption(panel, &lifetime_text(secret::Refusal::PastTenant { days })),
        None => caption(panel, &lifetime_text(secret::Refusal::PastPortal)),
    }
}

fn office(panel: &Panel, observed: &Observed, directory: &Directory, choices: &Choices) -> Html {
    let words = &panel.words;
    let skus = directory.licences.value().map(Vec::as_slice).unwrap_or_default();
    let options: Vec<(String, bool, Edit)> = licence::fitting(skus)
        .into_iter()
        .map(|(_, sku)| {
            let says = words.label(
                &Text::new("lead-licence-free")
                    .name("part", licence::named(&sku.part_number))
                    .number("free", sku.free()),
            );
            (
                says.to_string(),
                choices.licence.as_deref() == Some(&sku.id),
                Edit::Licence(sku.id.clone()),
            )
        })
        .collect();
    let person = choices.existing_person(observed);
    let due = secret::password_due(observed.today());
    html! {
        <>
            { view::reading(words, &directory.users, "users") }
            { field(panel, Field::Upn, "lead-upn", "lead-upn", &choices.upn) }
            if let Some(person) = person {
                { point(panel, Some(person.enabled), &Text::new("lead-user-there").name("name", &person.name)) }
            } else {
                { field(panel, Field::UserName, "lead-user-name", "lead-user-name", &choices.user_name) }
                { field(panel, Field::Location, "lead-location", "lead-location", &choices.location) }
                { caption(panel, &Text::new("lead-password-means")) }
            }
            { view::reading(words, &directory.licences, "licences") }
            if options.is_empty() && directory.licences.is_complete() {
                { warning(panel, &Text::new("lead-plan-no-licence")) }
            } else {
                { select(panel, "lead-licence", "lead-licence-choose", options) }
            }
            { warning(panel, &Text::new("lead-note-cost")) }
            { caption(panel, &Text::new("lead-note-password").number("days", secret::PASSWORD_DAYS)) }
            { reminder(panel, "lead-remind-password", observed.read_at, due, &choices.upn) }
        </>
    }
}

/// Saves a calendar entry of the day a credential ends.
pub fn reminder(panel: &Panel, testid: &'static str, now: Millis, day: Day, name: &str) -> Html {
    let summary = Text::new("lead-reminder-title").name("name", name);
    let description = Text::new("lead-reminder-text").day("day", day.millis());
    save(panel, testid, now, day, &summary, &description)
}
