//! From a wish to a plan: what is done on the Sales agent's settings page, and what in Salesforce proves it.

use super::choices::{Choices, Wanted};
use super::observed::Observed;
use super::page_steps;
use super::steps;
use crate::domain::salesforce::connection::{Components, State};
use crate::http::Millis;
use crate::plan::model::{PLAN_VERSION, Plan};
use crate::portal::sales_settings as at;
use crate::recipes::salesforce::target::target;
use crate::text::Text;

/// The recipe's id in plans.
pub const RECIPE: &str = "salesforce-connection";

/// Why no plan is made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// Nothing is wanted.
    #[error("nothing is wanted")]
    Nothing,
    /// What the plan rests on could not be read.
    #[error("the connection is not read")]
    Unread(Text),
    /// Another tenant may be connected: nothing is done (S000-13).
    #[error("a second tenant is suspected")]
    SecondTenant,
    /// There is one, and the settings page says that access is off: another tenant's, or turned off just now (S000-13).
    #[error("the settings page has access off")]
    PageOff,
    /// The settings page is about another Salesforce organization.
    #[error("the settings page is about another organization")]
    Elsewhere,
    /// The apps could not be read, and nothing else tells whether there is a connection (S000-13).
    #[error("the apps are not read")]
    AppsUnread,
    /// There is a connection already.
    #[error("there is a connection")]
    Connected,
    /// The settings page has access on already.
    #[error("access is on already")]
    OnUnmade,
    /// There is no connection.
    #[error("there is no connection")]
    NotConnected,
    /// The settings page has something to save that is none of the plan's.
    #[error("something on the settings page is not saved")]
    Unsaved,
}

impl PlanError {
    /// In words: why, and what the admin can do.
    pub fn explain(&self) -> Text {
        match self {
            Self::Nothing => Text::new("salesforce-plan-nothing"),
            Self::Unread(why) => why.clone(),
            Self::SecondTenant => Text::new("salesforce-plan-second-tenant"),
            Self::AppsUnread => Text::new("salesforce-plan-apps-unread"),
            Self::PageOff => Text::new("salesforce-plan-page-off"),
            Self::Elsewhere => Text::new("salesforce-plan-elsewhere"),
            Self::Connected => Text::new("salesforce-plan-connected"),
            Self::OnUnmade => Text::new("salesforce-plan-on-unmade"),
            Self::NotConnected => Text::new("salesforce-plan-not-connected"),
            Self::Unsaved => Text::new("salesforce-plan-unsaved"),
        }
    }
}

/// What may be wanted of the connection as it stands.
pub fn offered(observed: &Observed) -> Vec<Wanted> {
    match observed.state() {
        _ if observed.is_elsewhere() => Vec::new(),
        Some(State::None) if observed.has_failed() => vec![Wanted::Reconnect, Wanted::TurnOff],
        Some(State::None) if observed.is_on_unmade() => Vec::new(),
        Some(State::None) => vec![Wanted::Connect],
        Some(State::Connected | State::Partly { .. }) => vec![Wanted::Reconnect, Wanted::TurnOff],
        Some(State::Unclear) if observed.components.value().is_some_and(Components::has_user) => {
            vec![Wanted::Reconnect, Wanted::TurnOff]
        }
        Some(State::SecondTenant | State::Unclear) | None => Vec::new(),
    }
}

/// The plan.
///
/// # Errors
/// [`PlanError`].
pub fn plan(observed: &Observed, choices: Choices, now: Millis) -> Result<Plan, PlanError> {
    let wanted = choices.wanted.ok_or(PlanError::Nothing)?;
    let components = match &observed.components {
        crate::domain::reading::Reading::Unreadable(why) => return Err(PlanError::Unread(why.clone())),
        reading => reading.value().ok_or(PlanError::Nothing)?,
    };
    let state = observed.state().ok_or(PlanError::Nothing)?;
    if observed.is_elsewhere() {
        return Err(PlanError::Elsewhere);
    }
    match (&state, wanted) {
        (State::SecondTenant, _) if observed.is_off_on_page() => return Err(PlanError::PageOff),
        (State::SecondTenant, _) => return Err(PlanError::SecondTenant),
        (State::Unclear, _) if !components.has_user() => return Err(PlanError::AppsUnread),
        (State::None, Wanted::Reconnect | Wanted::TurnOff) if !observed.is_on_unmade() => {
            return Err(PlanError::NotConnected);
        }
        (State::None, Wanted::Connect) if observed.is_on_unmade() => return Err(PlanError::OnUnmade),
        (State::None, _) if observed.is_on_unmade() && !observed.has_failed() => return Err(PlanError::OnUnmade),
        // Nothing in Salesforce would show that it was done.
        (State::None, Wanted::TurnOff) if choices.by_hand => return Err(PlanError::OnUnmade),
        (State::Connected | State::Partly { .. } | State::Unclear, Wanted::Connect) => {
            return Err(PlanError::Connected);
        }
        _ => {}
    }
    let shown = observed
        .page
        .shown()
        .filter(|shown| shown.is_driven() && !choices.by_hand);
    if shown.is_some_and(|shown| shown.has(at::UNSAVED)) {
        return Err(PlanError::Unsaved);
    }
    let (title, steps, note) = match wanted {
        Wanted::Connect => (
            "salesforce-plan-connect",
            steps::connect(shown, components),
            "salesforce-note-connect",
        ),
        Wanted::Reconnect => (
            "salesforce-plan-reconnect",
            steps::reconnect(shown, components),
            "salesforce-note-reconnect",
        ),
        Wanted::TurnOff => (
            "salesforce-plan-off",
            steps::turn_off(shown, components),
            "salesforce-note-off",
        ),
    };
    let mut notes = vec![Text::new(note), Text::new("salesforce-note-one-tenant")];
    if components.apps.is_none() {
        notes.push(Text::new("salesforce-note-apps-unread"));
    }
    if wanted == Wanted::TurnOff && state == State::None {
        notes.push(Text::new("salesforce-note-off-unseen"));
    }
    let mut targets = vec![target(
        &observed.organization,
        &observed.admin,
        observed.identity.as_deref(),
    )];
    if let Some(shown) = shown {
        targets.push(page_steps::target(shown, &observed.admin));
        notes.push(Text::new("salesforce-note-page").name("host", &shown.host));
    }
    Ok(Plan {
        version: PLAN_VERSION,
        recipe: RECIPE.to_owned(),
        title: Text::new(title),
        undoes: None,
        made_at: now,
        targets,
        steps,
        slots: (wanted == Wanted::Connect).then(steps::user_slot).into_iter().collect(),
        notes,
    })
}
