//! From choices to a plan: what the registered app lacks first, then the page, field by field, saved last.

use serde_json::json;

use super::app::App;
use super::app_steps;
use super::choices::{Choices, NameTrouble, SecretFrom};
use super::observed::{Observed, Shown, TenantTrouble};
use super::page_steps;
use crate::domain::day::Day;
use crate::domain::integration_account::default_now;
use crate::domain::organization::{EnvironmentKind, SignedInUser};
use crate::domain::reading::Reading;
use crate::http::Millis;
use crate::plan::making::{field, on_page};
use crate::plan::model::{LockProbe, PLAN_VERSION, Plan, Service, Slot, SlotKind, Step, Target};
use crate::portal::bright_pattern as at;
use crate::recipes::tenant;
use crate::services::entra::Cloud;
use crate::text::Text;

/// The recipe's id in plans.
pub const RECIPE: &str = "bright-pattern";
/// The target's key: Bright Pattern's page.
pub const TARGET: &str = "bright-pattern";
/// The slot of the client secret.
pub const SECRET: &str = "client-secret";
/// The slot of a made secret's key id, by which it is removed.
pub const KEY_ID: &str = "client-secret-key-id";
/// Id of the step that makes the client secret.
pub const MAKES_SECRET: &str = app_steps::MAKE;
/// The note that names the registered app.
pub const NOTE_APP: &str = "bright-note-app";
/// For how many months a made secret lasts, under the portal's cap of twenty-four (cloud-apis §6.3).
const SECRET_MONTHS: u32 = 12;

/// The day a secret ends that a plan made `now` makes.
pub fn secret_end(now: Millis) -> Day {
    Day::of(now).plus_months(SECRET_MONTHS)
}

/// Why no plan is made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// No tab shows Bright Pattern.
    #[error("no tab shows Bright Pattern")]
    NoPage,
    /// The organization's host is none of Microsoft's clouds.
    #[error("the organization is in no cloud")]
    NoCloud,
    /// The tenant cannot be told.
    #[error("the tenant cannot be told")]
    Tenant(TenantTrouble),
    /// The name cannot be had.
    #[error("the name cannot be had")]
    Name(NameTrouble),
    /// The client id is no GUID.
    #[error("no client id")]
    NoClientId,
    /// What the plan rests on could not be read.
    #[error("{what:?} is not read")]
    Incomplete {
        /// What, in words.
        what: Text,
    },
    /// The tenant has no app with this client id.
    #[error("no such app")]
    NoApp,
    /// The app has no service principal in this tenant.
    #[error("the app has no service principal")]
    NoPrincipal,
    /// The tenant has no Dynamics 365 or Dataverse.
    #[error("the tenant has no Dynamics")]
    NoDynamics,
    /// The app has a grant for the whole organization that lacks the permission: a plan does not widen what is there.
    #[error("another grant is in the way")]
    OtherGrant,
    /// The sign-in is of another tenant than the organization.
    #[error("the sign-in is of another tenant")]
    OtherTenant,
    /// Something the plan stands on is no longer there.
    #[error("something is gone")]
    Gone,
}

impl PlanError {
    /// In words: why, and what the admin can do.
    pub fn explain(&self) -> Text {
        match self {
            Self::NoPage => Text::new("bright-plan-no-page"),
            Self::NoCloud => Text::new("bright-challenge-host"),
            Self::Tenant(TenantTrouble::Unknown(why)) => Text::new("bright-plan-no-tenant").message("why", why.clone()),
            Self::Tenant(TenantTrouble::Disagree { told, challenged }) => Text::new("bright-tenants-disagree")
                .name("told", told)
                .name("challenged", challenged),
            Self::Name(NameTrouble::Empty) => Text::new("bright-plan-no-name"),
            Self::Name(NameTrouble::Taken) => Text::new("bright-plan-name-taken"),
            Self::NoClientId => Text::new("bright-plan-no-client-id"),
            Self::Incomplete { what } => Text::new("disconnect-plan-incomplete").message("what", what.clone()),
            Self::NoApp => Text::new("bright-plan-no-app"),
            Self::NoPrincipal => Text::new("bright-plan-no-principal"),
            Self::NoDynamics => Text::new("bright-plan-no-dynamics"),
            Self::OtherGrant => Text::new("bright-plan-other-grant"),
            Self::OtherTenant => Text::new("lead-plan-other-tenant"),
            Self::Gone => Text::new("disconnect-plan-gone"),
        }
    }
}

/// The ordered plan that makes the account.
///
/// # Errors
/// [`PlanError`].
pub fn plan(observed: &Observed, choices: &Choices, now: Millis) -> Result<Plan, PlanError> {
    let shown = observed.shown().ok_or(PlanError::NoPage)?;
    Cloud::of_org(&observed.organization.host).ok_or(PlanError::NoCloud)?;
    let tenant = observed.tenant().map_err(PlanError::Tenant)?.to_owned();
    let endpoints = observed.endpoints().ok_or(PlanError::NoCloud)?;
    choices.check_name(observed).map_err(PlanError::Name)?;
    let client_id = choices.client_id().ok_or(PlanError::NoClientId)?;
    if choices.app(observed).is_some_and(App::is_absent) {
        return Err(PlanError::NoApp);
    }
    let app = || {
        choices.app(observed).ok_or(PlanError::Incomplete {
            what: Text::new("graph-what-application"),
        })
    };
    let mut steps: Vec<Step> = Vec::new();
    if choices.prepare_app {
        steps.extend(app_steps::prepare(app()?, &shown.host)?);
    }
    let mut slots = match choices.secret {
        SecretFrom::Typed => vec![Slot {
            id: SECRET.to_owned(),
            what: Text::new("bright-field-client-secret"),
            kind: SlotKind::ClientSecret,
        }],
        SecretFrom::Made => {
            steps.push(app_steps::make_secret(app()?, secret_end(now))?);
            app_steps::made_slots()
        }
    };
    if steps.iter().any(|step| step.id == app_steps::GRANT) {
        slots.push(app_steps::grant_slot());
    }
    let made = (choices.secret == SecretFrom::Made).then_some(app_steps::MAKE);
    let in_directory = !steps.is_empty();
    steps.extend(page_steps::steps(shown, choices, &endpoints, &client_id, made));
    let mut targets = vec![page_target(shown, &observed.admin)];
    if in_directory {
        let Reading::Complete(own) = &app()?.tenant else {
            return Err(PlanError::Incomplete {
                what: Text::new("graph-what-me"),
            });
        };
        if !own.id.eq_ignore_ascii_case(&tenant) {
            return Err(PlanError::OtherTenant);
        }
        targets.push(tenant::target(own));
    }
    Ok(Plan {
        version: PLAN_VERSION,
        recipe: RECIPE.to_owned(),
        title: Text::new("bright-plan-title").name("name", choices.name.trim()),
        undoes: None,
        made_at: now,
        targets,
        steps,
        slots,
        notes: notes(observed, shown, choices),
    })
}

/// What the admin should know before approving.
fn notes(observed: &Observed, shown: &Shown, choices: &Choices) -> Vec<Text> {
    // The page does not tell where the account leads, nor whether that is production.
    let organization = &observed.organization;
    let mut notes = vec![
        Text::new("bright-note-environment")
            .name("environment", &organization.name)
            .message("kind", organization.kind.name())
            .name("host", &organization.host),
    ];
    notes.push(match choices.app(observed).and_then(|app| Some((app, app.name()?))) {
        Some((app, name)) => Text::new(NOTE_APP).name("app", name).name("client", &app.client_id),
        None => Text::new("bright-note-app-unread"),
    });
    match shown.accounts.value() {
        Some(accounts) if choices.is_default => {
            if let Some(loses) = default_now(accounts) {
                notes.push(Text::new("bright-note-default").name("name", &loses.name));
            }
        }
        Some(_) => {}
        None => notes.push(Text::new("bright-note-unlisted")),
    }
    if let Some(app) = choices.app(observed)
        && app.has_reply(&shown.host) == Some(false)
        && !choices.prepare_app
    {
        notes.push(Text::new("bright-note-reply"));
    }
    notes.push(Text::new("bright-note-consent"));
    notes.push(Text::new("bright-note-undo"));
    notes
}

/// The page as a target: its host is read again before anything is done and after every navigation.
fn page_target(shown: &Shown, admin: &SignedInUser) -> Target {
    let label = || Text::new("bright-lock-host");
    Target {
        id: TARGET.to_owned(),
        service: Service::Page,
        identity: shown.host.clone(),
        name: shown.host.clone(),
        host: shown.host.clone(),
        // The page does not tell.
        kind: EnvironmentKind::Unknown,
        user: admin.clone(),
        lock: vec![LockProbe {
            probe: on_page(at::PAGE, vec![field(label(), "/host", json!(shown.host))]),
            what: label(),
            required: true,
        }],
    }
}
