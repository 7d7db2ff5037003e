//! From choices to a plan: what of the report is put right, each repair on its own, every target only where it is written
//! to.

use super::choices::{Choices, Repair};
use super::observed::Observed;
use super::{dismissing, setup_steps, steps};
use crate::http::Millis;
use crate::plan::model::{PLAN_VERSION, Plan, Slot, Step, Target};
use crate::recipes::tenant::{self, Tenant};
use crate::text::Text;

/// The recipe's id in plans.
pub const RECIPE: &str = "readiness";

/// Why no plan is made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// Nothing is to be done.
    #[error("no changes")]
    NothingToDo,
    /// A list the steps rest on could not be read to its end.
    #[error("{what:?} is not completely read")]
    Incomplete {
        /// Which, in words.
        what: Text,
    },
    /// The service has to be signed in to first.
    #[error("not signed in")]
    SignIn,
    /// The sign-in is of another tenant than the organization.
    #[error("the sign-in is of another tenant")]
    OtherTenant,
    /// No licence is chosen, or it has no free seat.
    #[error("no licence is free")]
    NoLicence,
    /// Where a licence is used has to be told by two letters.
    #[error("no usage location")]
    NoLocation,
    /// Nobody is chosen who could be taken off the administrators.
    #[error("nobody to dismiss")]
    Nobody,
    /// No permission set is chosen.
    #[error("no permission set")]
    NoSet,
}

impl PlanError {
    /// In words.
    pub fn explain(&self) -> Text {
        match self {
            Self::NothingToDo => Text::new("deploy-plan-nothing"),
            Self::Incomplete { what } => Text::new("deploy-plan-incomplete").message("what", what.clone()),
            Self::SignIn => Text::new("deploy-plan-sign-in"),
            Self::OtherTenant => Text::new("lead-plan-other-tenant"),
            Self::NoLicence => Text::new("deploy-plan-no-licence"),
            Self::NoLocation => Text::new("deploy-plan-no-location"),
            Self::Nobody => Text::new("deploy-plan-nobody"),
            Self::NoSet => Text::new("deploy-plan-no-set"),
        }
    }
}

/// A plan being made.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) targets: Vec<Target>,
    pub(super) steps: Vec<Step>,
    pub(super) slots: Vec<Slot>,
    pub(super) notes: Vec<Text>,
}

impl Draft {
    /// Has the tenant, and who is signed in to it, told again before anything is written.
    pub(super) fn vouched(&mut self, own: &Tenant) {
        if !self.targets.iter().any(|target| target.id == tenant::ENTRA) {
            self.targets.push(tenant::target(own));
        }
    }
}

/// The plan of the choices.
///
/// # Errors
/// [`PlanError`].
pub fn plan(observed: &Observed, choices: &Choices, now: Millis) -> Result<Plan, PlanError> {
    let mut draft = Draft::default();
    let mut repairs = 0;
    for repair in Repair::ALL {
        if choices.wants(repair) {
            repairs += 1;
            match repair {
                Repair::Licences => steps::licences(&mut draft, observed, choices)?,
                Repair::Transcription => steps::transcribed(&mut draft, observed)?,
                Repair::DataPolicies => steps::data_policies(&mut draft, observed, choices)?,
                Repair::Grant => steps::grant(&mut draft, observed, choices)?,
                Repair::Policy(policy) => setup_steps::policy(&mut draft, observed, policy)?,
                Repair::Administrators => dismissing::dismissed(&mut draft, observed, choices)?,
            }
        }
    }
    if draft.steps.is_empty() {
        return Err(PlanError::NothingToDo);
    }
    Ok(Plan {
        version: PLAN_VERSION,
        recipe: RECIPE.to_owned(),
        title: Text::new("deploy-plan-title").number("count", repairs),
        undoes: None,
        made_at: now,
        targets: draft.targets,
        steps: draft.steps,
        slots: draft.slots,
        notes: draft.notes,
    })
}
