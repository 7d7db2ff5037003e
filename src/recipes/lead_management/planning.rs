//! From choices to a plan: the solution, then the credential, the environment and the offer, each a group of steps that can
//! be done alone. The secret is made as late as it can be, right before it is handed over.

use serde_json::json;

use super::choices::{AppChoice, Choices, Road};
use super::observed::Observed;
use super::offer_page::{CONNECT, Place};
use super::steps;
use crate::domain::lead::Credential;
use crate::domain::lead::account::{Refusal, check_name, check_redirect, check_upn};
use crate::domain::lead::hosting::Hosting;
use crate::domain::lead::package::Standing;
use crate::domain::lead::rights::Group;
use crate::domain::lead::role::Wanted;
use crate::domain::lead::secret;
use crate::domain::organization::EnvironmentKind;
use crate::http::Millis;
use crate::plan::making::{field, on_page, probe};
use crate::plan::model::{LockProbe, PLAN_VERSION, Plan, Service, Slot, SlotKind, Step, Target};
use crate::recipes::disconnect::planning::target;
use crate::recipes::tenant::{self, ENTRA};
use crate::services::power_platform;
use crate::text::Text;

/// The recipe's id in plans.
pub const RECIPE: &str = "lead-management";
/// Key of the Power Platform's administration among the targets.
pub const POWER_PLATFORM: &str = "power-platform";
/// Key of the publishing portal among the targets.
pub const PAGE: &str = "partner-center";
/// Host of the publishing portal.
pub const PARTNER_CENTER: &str = "partner.microsoft.com";

/// The slots of a plan, by their ids.
pub mod slot {
    /// The solution's file.
    pub const FILE: &str = "solution-file";
    /// The staged upload.
    pub const UPLOAD: &str = "staged-upload";
    /// The system job of the import.
    pub const IMPORT: &str = "import-job";
    /// The role's copy in the root business unit.
    pub const ROLE: &str = "role";
    /// The role's copy in the account's business unit, where that is another.
    pub const ROLE_COPY: &str = "role-copy";
    /// Object id of the app registration.
    pub const APP: &str = "app";
    /// *Application (client) ID*.
    pub const CLIENT: &str = "client-id";
    /// Object id of the service principal.
    pub const PRINCIPAL: &str = "service-principal";
    /// The client secret.
    pub const SECRET: &str = "client-secret";
    /// The client secret's key id.
    pub const SECRET_KEY: &str = "secret-key";
    /// Object id of the Office 365 user.
    pub const ACCOUNT: &str = "account";
    /// The Office 365 user's password.
    pub const PASSWORD: &str = "password";
    /// The user in the environment.
    pub const USER: &str = "user";
}

/// Why no plan is made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// Nothing is to be done.
    #[error("no changes")]
    NothingToDo,
    /// Leads cannot be sent to this host (S004-02).
    #[error("the organization is not hosted by Microsoft")]
    NotHosted,
    /// A list the steps rest on could not be read to its end.
    #[error("{what:?} is not completely read")]
    Incomplete {
        /// Which, in words.
        what: Text,
    },
    /// The signed-in admin may not do this.
    #[error("the admin may not do {group:?}")]
    NotAllowed {
        /// Which part.
        group: Group,
    },
    /// The directory has to be signed in to first.
    #[error("not signed in to the directory")]
    SignIn,
    /// The sign-in is of another tenant than the organization.
    #[error("the sign-in is of another tenant")]
    OtherTenant,
    /// The solution's file is missing.
    #[error("the solution's file is missing")]
    NoFile,
    /// The file is another solution: it does not bring the role.
    #[error("the file does not bring the role")]
    OtherFile,
    /// The role is not there, and the plan does not bring it.
    #[error("the role is not there")]
    NoRole,
    /// The role cannot be changed.
    #[error("the role cannot be changed")]
    RoleFixed,
    /// A privilege is not here, or not at a depth that is wanted.
    #[error("{} cannot be granted here", wanted.name)]
    NoPrivilege {
        /// Which.
        wanted: Wanted,
    },
    /// The app registration or the user is not there, and the plan does not make it.
    #[error("the service account is not there")]
    NoCredential,
    /// A name or an address is not taken.
    #[error("{what:?}: {refusal:?}")]
    Name {
        /// Which, in words.
        what: Text,
        /// Why.
        refusal: Refusal,
    },
    /// The secret cannot live so long.
    #[error("the secret's life: {0:?}")]
    Lifetime(secret::Refusal),
    /// No licence is chosen, or it has no free seat.
    #[error("no licence is free")]
    NoLicence,
    /// Where a licence is used has to be told by two letters.
    #[error("no usage location")]
    NoLocation,
    /// The user has a directory role, so it is no user without administrator access (S004-27).
    #[error("the user is an administrator")]
    Administrator,
    /// The app was an application user before and is soft-deleted.
    #[error("the application user is soft-deleted")]
    Deleted,
    /// No tab shows the publishing portal.
    #[error("no tab shows the publishing portal")]
    NoPage,
    /// The page that is open has no customer leads.
    #[error("the page of the publishing portal has no customer leads")]
    NoCustomerLeads,
    /// The environment cannot be told to the Power Platform's administration.
    #[error("the environment's id is not known")]
    NoEnvironment,
}

impl PlanError {
    /// In words: why, and what the admin can do.
    pub fn explain(&self) -> Text {
        match self {
            Self::NothingToDo => Text::new("lead-plan-nothing"),
            Self::NotHosted => Text::new("lead-plan-not-hosted"),
            Self::Incomplete { what } => Text::new("disconnect-plan-incomplete").message("what", what.clone()),
            Self::NotAllowed { group } => Text::new("lead-plan-not-allowed").message("part", group_label(*group)),
            Self::SignIn => Text::new("lead-plan-sign-in"),
            Self::OtherTenant => Text::new("lead-plan-other-tenant"),
            Self::NoFile => Text::new("lead-plan-no-file"),
            Self::OtherFile => Text::new("lead-plan-other-file"),
            Self::NoRole => Text::new("lead-plan-no-role"),
            Self::RoleFixed => Text::new("lead-plan-role-fixed"),
            Self::NoPrivilege { wanted } => Text::new("lead-plan-no-privilege").message("privilege", wanted.label()),
            Self::NoCredential => Text::new("lead-plan-no-credential"),
            Self::Name { what, refusal } => Text::new("lead-plan-name")
                .message("what", what.clone())
                .message("why", refusal.explain()),
            Self::Lifetime(refusal) => lifetime_text(*refusal),
            Self::NoLicence => Text::new("lead-plan-no-licence"),
            Self::NoLocation => Text::new("lead-plan-no-location"),
            Self::Administrator => Text::new("lead-plan-administrator"),
            Self::Deleted => Text::new("lead-plan-deleted"),
            Self::NoPage => Text::new("lead-plan-no-page"),
            Self::NoCustomerLeads => Text::new("lead-plan-no-customer-leads"),
            Self::NoEnvironment => Text::new("lead-plan-no-environment"),
        }
    }
}

/// The name of a part.
pub fn group_label(group: Group) -> Text {
    Text::new(match group {
        Group::Solution => "lead-group-solution",
        Group::Credential => "lead-group-credential",
        Group::Environment => "lead-group-environment",
        Group::Offer => "lead-group-offer",
    })
}

/// Why a secret cannot live so long.
pub fn lifetime_text(refusal: secret::Refusal) -> Text {
    match refusal {
        secret::Refusal::PastPortal | secret::Refusal::Nothing => {
            Text::new("lead-lifetime-portal").number("months", i64::from(secret::LONGEST_MONTHS))
        }
        secret::Refusal::PastTenant { days } => Text::new("lead-lifetime-tenant").number("days", days),
        secret::Refusal::Forbidden => Text::new("lead-lifetime-forbidden"),
    }
}

/// What is being made of a plan.
pub(super) struct Draft<'a> {
    pub(super) observed: &'a Observed,
    pub(super) choices: &'a Choices,
    pub(super) now: Millis,
    pub(super) steps: Vec<Step>,
    pub(super) slots: Vec<Slot>,
}

impl Draft<'_> {
    /// Declares a slot and gives what stands for it.
    pub(super) fn slot(&mut self, id: &'static str, kind: SlotKind) -> String {
        if !self.slots.iter().any(|known| known.id == id) {
            let what = Text::new(match id {
                slot::FILE => "lead-slot-file",
                slot::UPLOAD => "lead-slot-upload",
                slot::IMPORT => "lead-slot-import",
                slot::ROLE | slot::ROLE_COPY => "lead-slot-role",
                slot::APP => "lead-slot-app",
                slot::CLIENT => "lead-slot-client",
                slot::PRINCIPAL => "lead-slot-principal",
                slot::SECRET => "lead-slot-secret",
                slot::SECRET_KEY => "lead-slot-secret-key",
                slot::ACCOUNT => "lead-slot-account",
                slot::PASSWORD => "lead-slot-password",
                _ => "lead-slot-user",
            });
            self.slots.push(Slot {
                id: id.to_owned(),
                what,
                kind,
            });
        }
        crate::plan::model::placeholder(id)
    }

    /// Adds a step that needs the ones before it on which it rests.
    pub(super) fn push(&mut self, mut step: Step, needs: &[&str]) {
        let there = |need: &&&str| self.steps.iter().any(|known| known.id == **need);
        step.needs = needs.iter().filter(there).map(|need| (*need).to_owned()).collect();
        self.steps.push(step);
    }
}

/// The smallest ordered plan that makes `choices` true.
///
/// # Errors
/// [`PlanError`].
pub fn plan(observed: &Observed, choices: &Choices, now: Millis) -> Result<Plan, PlanError> {
    if !matches!(observed.hosting(), Hosting::Microsoft(_)) {
        return Err(PlanError::NotHosted);
    }
    for group in &choices.groups {
        if observed.rights.for_group(*group) == Some(false) {
            return Err(PlanError::NotAllowed { group: *group });
        }
    }
    let mut draft = Draft {
        observed,
        choices,
        now,
        steps: Vec::new(),
        slots: Vec::new(),
    };
    if choices.wants(Group::Solution) {
        steps::solution::add(&mut draft)?;
    }
    if choices.wants(Group::Credential) {
        check_directory(observed)?;
        check_names(observed, choices)?;
        match choices.credential {
            Credential::Entra => steps::entra::add(&mut draft)?,
            Credential::Office365 => steps::office::add(&mut draft)?,
        }
    }
    if choices.wants(Group::Environment) {
        steps::environment::add(&mut draft)?;
    }
    if choices.wants(Group::Credential) && choices.credential == Credential::Entra && choices.new_secret {
        steps::entra::add_secret(&mut draft)?;
    }
    if choices.wants(Group::Offer) {
        steps::offer::add(&mut draft)?;
    }
    let Draft { steps, slots, .. } = draft;
    if steps.is_empty() {
        return Err(PlanError::NothingToDo);
    }
    let targets = targets(observed, &steps)?;
    let mut notes = notes(observed, choices, &steps);
    if choices.wants(Group::Offer) {
        notes.push(Text::new("lead-note-publish"));
    }
    Ok(Plan {
        version: PLAN_VERSION,
        recipe: RECIPE.to_owned(),
        title: Text::new("lead-plan-title").number("count", steps.len() as i64),
        undoes: None,
        made_at: now,
        targets,
        steps,
        slots,
        notes,
    })
}

/// The directory has been read, and is the organization's own.
fn check_directory(observed: &Observed) -> Result<(), PlanError> {
    let tenant = observed.directory.as_ref().ok_or(PlanError::SignIn)?.tenant.value();
    let tenant = tenant.ok_or_else(|| PlanError::Incomplete {
        what: Text::new("lead-what-tenant"),
    })?;
    match &observed.organization.tenant_id {
        Some(own) if !own.eq_ignore_ascii_case(&tenant.id) => Err(PlanError::OtherTenant),
        _ => Ok(()),
    }
}

fn check_names(observed: &Observed, choices: &Choices) -> Result<(), PlanError> {
    let named = |what: &'static str, checked: Result<(), Refusal>| {
        checked.map_err(|refusal| PlanError::Name {
            what: Text::new(what),
            refusal,
        })
    };
    match choices.credential {
        Credential::Entra if choices.app == AppChoice::New => {
            named("lead-app-name", check_name(&choices.app_name))?;
            named("lead-redirect", check_redirect(&choices.redirect))
        }
        Credential::Entra => Ok(()),
        Credential::Office365 => {
            let domains = observed
                .tenant()
                .map(|tenant| tenant.domains.clone())
                .unwrap_or_default();
            named("lead-upn", check_upn(&choices.upn, &domains))?;
            named("lead-user-name", check_name(&choices.user_name))
        }
    }
}

/// The targets the steps write to, the organization first.
fn targets(observed: &Observed, steps: &[Step]) -> Result<Vec<Target>, PlanError> {
    let mut targets = vec![target(&observed.organization, &observed.admin)];
    let writes = |key: &str| {
        steps.iter().any(|step| {
            step.target == key
                || matches!(&step.change.action, crate::plan::model::Action::Http(write) if write.at.as_deref() == Some(key))
        })
    };
    if writes(ENTRA) || writes(POWER_PLATFORM) {
        targets.push(tenant::target(observed.tenant().ok_or(PlanError::SignIn)?));
    }
    if writes(POWER_PLATFORM) {
        targets.push(power_platform(observed)?);
    }
    if writes(PAGE) {
        targets.push(page(observed)?);
    }
    Ok(targets)
}

/// The offer's page, with the read that must show the same offer again. Which publisher is signed in nothing on it tells.
fn page(observed: &Observed) -> Result<Target, PlanError> {
    let place = observed.offer.place().ok_or(PlanError::NoPage)?;
    let label = || Text::new("lead-page-offer");
    let name = match (&place.name, place.offer()) {
        (Some(name), _) => name.clone(),
        (None, Some(offer)) => format!("Partner Center {offer}"),
        (None, None) => "Partner Center".to_owned(),
    };
    Ok(Target {
        id: PAGE.to_owned(),
        service: Service::Page,
        identity: format!("{PARTNER_CENTER}/{}", place.open),
        name,
        host: PARTNER_CENTER.to_owned(),
        kind: EnvironmentKind::Unknown,
        user: observed.admin.clone(),
        lock: vec![LockProbe {
            probe: on_page(
                CONNECT,
                vec![
                    field(label(), "/there", json!(true)),
                    field(label(), "/open", json!(place.open)),
                ],
            ),
            what: label(),
            required: true,
        }],
    })
}

/// The Power Platform's administration, with the read that must show the environment again.
fn power_platform(observed: &Observed) -> Result<Target, PlanError> {
    let environment = environment(observed)?;
    let user = observed
        .tenant()
        .map_or_else(|| observed.admin.clone(), |tenant| tenant.admin.clone());
    Ok(Target {
        id: POWER_PLATFORM.to_owned(),
        service: Service::PowerPlatform,
        identity: environment.to_owned(),
        name: observed.organization.name.clone(),
        host: "api.bap.microsoft.com".to_owned(),
        kind: observed.organization.kind,
        user,
        lock: vec![LockProbe {
            probe: probe(
                power_platform::environment(environment).request(),
                vec![field(
                    Text::new("disconnect-lock-environment"),
                    "/name",
                    json!(environment),
                )],
            ),
            what: Text::new("disconnect-lock-where"),
            required: true,
        }],
    })
}

/// The environment's name for the Power Platform's administration.
pub(super) fn environment(observed: &Observed) -> Result<&str, PlanError> {
    let id = observed.organization.environment_id.as_deref();
    id.filter(|id| is_environment(id)).ok_or(PlanError::NoEnvironment)
}

/// A GUID, or `Default-` and one: nothing else gets into a path.
fn is_environment(id: &str) -> bool {
    let bare = match id.split_once('-') {
        Some((head, rest)) if head.eq_ignore_ascii_case("default") => rest,
        _ => id,
    };
    bare.len() == 36 && crate::domain::guid::guid(bare).is_some()
}

/// What the admin should know before approving.
fn notes(observed: &Observed, choices: &Choices, steps: &[Step]) -> Vec<Text> {
    let has = |prefix: &str| steps.iter().any(|step| step.id.starts_with(prefix));
    let mut notes = Vec::new();
    if has("solution:import") {
        notes.push(Text::new("lead-note-solution"));
    }
    if steps
        .iter()
        .any(|step| step.id == steps::entra::APP || step.id == steps::entra::PRINCIPAL)
    {
        notes.push(Text::new("lead-note-app"));
    }
    if has("credential:secret") {
        notes.push(Text::new("lead-note-secret").number("months", i64::from(choices.months)));
        notes.push(Text::new("lead-note-never"));
    }
    if (has("credential:app-adjusted") || has("credential:secret"))
        && let Some(app) = choices.existing_app(observed)
    {
        if app.lists_more() {
            notes.push(Text::new("lead-note-app-permissions").name("name", &app.name));
        }
        let admin = observed.tenant().map(|tenant| &tenant.admin);
        if let Some(owner) = app.other_owners(admin).first() {
            let note = Text::new("lead-app-owned").name("owner", owner.called());
            notes.push(note);
        }
    }
    if has("credential:licence") {
        notes.push(Text::new("lead-note-cost"));
    }
    if has("credential:user") {
        notes.push(Text::new("lead-note-password").number("days", secret::PASSWORD_DAYS));
    }
    if has("environment:privilege") || has("environment:inheritance") {
        notes.push(Text::new("disconnect-note-no-conditional-write"));
    }
    if steps.iter().any(|step| step.target == PAGE) {
        notes.push(match observed.offer.place().and_then(Place::called) {
            Some(offer) => Text::new("lead-note-offer").message("offer", offer),
            None => Text::new("lead-note-offer-untold"),
        });
    }
    if choices.road == Road::Hand && has("environment:user") {
        notes.push(Text::new("lead-note-hand"));
    }
    let newer = choices
        .package()
        .map(|(name, version)| observed.standing(name, version));
    if newer == Some(Standing::Newer) {
        notes.push(Text::new("lead-note-newer"));
    }
    notes
}
