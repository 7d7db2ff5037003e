//! From choices to a plan, in the order of the view: switch, record types, timeline, site maps, rights; publishing after
//! what it publishes, what the admin does by hand last.

use super::choices::Choices;
use super::effect::{conditions, effects};
use super::observed::Observed;
use super::steps;
use crate::domain::chat::setting::{Scope, ScopeError};
use crate::http::Millis;
use crate::plan::model::{PLAN_VERSION, Plan, Step};
use crate::recipes::dataverse::target::target;
use crate::text::Text;

/// The recipe's id in plans.
pub const RECIPE: &str = "teams-chat";

/// Why no plan is made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// Nothing is to be different.
    #[error("no changes")]
    NothingToDo,
    /// A list the changes rest on could not be read to its end.
    #[error("{what:?} is not completely read")]
    Incomplete {
        /// Which, in words.
        what: Text,
    },
    /// The signed-in admin may not write this.
    #[error("the admin may not write {what:?}")]
    NotAllowed {
        /// What, in words.
        what: Text,
    },
    /// The setting does not allow what is wanted.
    #[error("{error}")]
    Scope {
        /// Why.
        error: ScopeError,
    },
    /// A column that cannot be followed is among those to be.
    #[error("a column cannot be followed")]
    Columns,
    /// The table cannot have key updates.
    #[error("{what} has no key updates")]
    NoKeyUpdates {
        /// Its name.
        what: String,
    },
    /// The privilege can be granted at no depth.
    #[error("the privilege cannot be granted here")]
    NoPrivilege,
    /// It came with a solution and is not changed.
    #[error("{what} is managed")]
    Managed {
        /// Its name.
        what: String,
    },
    /// The site map has no such place, has the page already, or is not understood.
    #[error("{what} has no place for the page")]
    NoPlace {
        /// Its name.
        what: String,
    },
    /// What was to change is no longer there.
    #[error("something that was to change is gone")]
    Gone,
}

impl PlanError {
    /// In words: why, and what the admin can do.
    pub fn explain(&self) -> Text {
        match self {
            Self::NothingToDo => Text::new("disconnect-plan-nothing"),
            Self::Incomplete { what } => Text::new("disconnect-plan-incomplete").message("what", what.clone()),
            Self::NotAllowed { what } => Text::new("disconnect-plan-not-allowed").message("what", what.clone()),
            Self::Scope { error } => Text::new(match error {
                ScopeError::Fixed => "chat-plan-fixed",
                ScopeError::NoEnvironment => "chat-plan-no-environment",
                ScopeError::NoApps => "chat-plan-no-apps",
            }),
            Self::Columns => Text::new("chat-plan-columns"),
            Self::NoKeyUpdates { what } => Text::new("chat-plan-no-key-updates").name("what", what),
            Self::NoPrivilege => Text::new("chat-plan-no-privilege"),
            Self::Managed { what } => Text::new("chat-plan-managed").name("what", what),
            Self::NoPlace { what } => Text::new("chat-plan-no-place").name("what", what),
            Self::Gone => Text::new("disconnect-plan-gone"),
        }
    }
}

/// The smallest ordered plan that makes `choices` true. Each part rests only on what was read of it completely.
///
/// # Errors
/// [`PlanError`].
pub fn plan(observed: &Observed, choices: &Choices, now: Millis) -> Result<Plan, PlanError> {
    if choices.is_empty() {
        return Err(PlanError::NothingToDo);
    }
    let mut all = steps::switch::steps(observed, choices)?;
    all.extend(steps::record_types::steps(observed, choices)?);
    all.extend(steps::timeline::steps(observed, choices)?);
    all.extend(steps::site_map::steps(observed, choices)?);
    all.extend(steps::access::steps(observed, choices)?);
    let publishing = steps::publishing::steps(observed, choices, &all)?;
    // Off for all comes after the selected apps are on for everybody, so that nobody loses the chat in between.
    let last = match choices.scope() {
        Some(Scope::Selected(_)) => all.iter().position(|step| step.id == steps::switch::ENVIRONMENT),
        _ => None,
    };
    let mut environment = last.map(|at| all.remove(at));
    if let Some(step) = &mut environment {
        step.needs.extend(publishing.iter().map(|step| step.id.clone()));
    }
    all.extend(publishing);
    all.extend(environment);
    all.extend(steps::panes::steps(observed, choices)?);
    if all.is_empty() {
        return Err(PlanError::Gone);
    }
    let notes = notes(observed, choices, &all);
    Ok(Plan {
        version: PLAN_VERSION,
        recipe: RECIPE.to_owned(),
        title: Text::new("chat-plan-title").number("count", choices.count() as i64),
        undoes: None,
        made_at: now,
        targets: vec![target(&observed.organization, &observed.admin)],
        slots: steps::switch::slots(&all),
        steps: all,
        notes,
    })
}

/// What the admin should know before approving.
fn notes(observed: &Observed, choices: &Choices, steps: &[Step]) -> Vec<Text> {
    let mut notes = effects(steps);
    let name = |unique: &String| {
        observed
            .app(unique)
            .map_or_else(|| unique.clone(), |app| app.name.clone())
    };
    for app in choices.published() {
        match observed.app(app).and_then(|found| observed.drafts(found)) {
            Some(drafts) if drafts.is_empty() => {}
            Some(drafts) => notes.push(
                Text::new("chat-note-drafts")
                    .name("app", name(app))
                    .name("drafts", drafts.join(", ")),
            ),
            None => notes.push(Text::new("chat-note-drafts-unread").name("app", name(app))),
        }
    }
    let waiting = choices.changed_apps(observed);
    for app in waiting.iter().chain(choices.pages().keys()) {
        if !choices.publishes(app) {
            notes.push(Text::new("chat-note-unpublished").name("app", name(app)));
        }
    }
    let maps = observed.site_maps.as_ref().and_then(|maps| maps.value());
    for app in choices.pages().keys().filter(|app| !choices.publishes(app)) {
        let map = maps.and_then(|maps| maps.iter().find(|map| map.app == *app));
        if map.is_some_and(|map| !map.has_draft()) {
            notes.push(Text::new("chat-note-draft-stays").name("app", name(app)));
        }
    }
    if steps.iter().any(|step| step.id == steps::switch::FIRST) {
        notes.push(Text::new("chat-note-consent"));
    }
    notes.extend(conditions(Some(observed), steps));
    notes
}
