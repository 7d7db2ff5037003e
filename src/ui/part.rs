//! Each recipe's part of the panel's state, and what the parts that belong to no recipe ask of it.

use crate::domain::organization::{Organization, SignedInUser};
use crate::http::Millis;
use crate::plan::journal::RunRecord;
use crate::plan::model::{Plan, Step};
use crate::plan::progress::StepState;
use crate::recipes::readiness::ReadinessLine;
use crate::recipes::registry::{self, Recipe};
use crate::services::entra::Scope;
use crate::text::Text;

/// A recipe with a view of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Which {
    /// Who may disconnect a chat.
    #[default]
    DisconnectRights,
    /// Teams chat, the whole article.
    TeamsChat,
    /// Bright Pattern's integration account.
    BrightPattern,
    /// Leads of an offer of the marketplace.
    LeadManagement,
    /// The sales agent's connection to Salesforce.
    SalesforceConnection,
    /// The sales agent's deployment, step by step.
    Deployment,
}

impl Which {
    /// All of them, in the order they are read. The registry has the order they are shown in.
    pub const ALL: [Self; 6] = [
        Self::DisconnectRights,
        Self::TeamsChat,
        Self::LeadManagement,
        Self::BrightPattern,
        Self::SalesforceConnection,
        Self::Deployment,
    ];

    /// The recipe's id, which is also its address.
    pub const fn id(self) -> &'static str {
        match self {
            Self::DisconnectRights => crate::recipes::disconnect::planning::RECIPE,
            Self::TeamsChat => crate::recipes::teams_chat::planning::RECIPE,
            Self::BrightPattern => crate::recipes::bright_pattern::planning::RECIPE,
            Self::LeadManagement => crate::recipes::lead_management::planning::RECIPE,
            Self::SalesforceConnection => crate::recipes::salesforce_connection::planning::RECIPE,
            Self::Deployment => crate::recipes::deployment::planning::RECIPE,
        }
    }

    /// All of them, in the order of the rail.
    pub fn in_order() -> impl Iterator<Item = Self> {
        registry::RECIPES.iter().filter_map(|recipe| Self::by_id(recipe.id))
    }

    /// Whether the overview reads it: what stands on another organization, or behind several sign-ins, is read when its own
    /// view is opened.
    pub const fn is_read_at_once(self) -> bool {
        !matches!(self, Self::SalesforceConnection | Self::Deployment)
    }

    /// By the recipe's id.
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|which| which.id() == id)
    }

    /// The registry's entry.
    pub fn recipe(self) -> Option<&'static Recipe> {
        registry::recipe(self.id())
    }

    /// What it is called.
    pub fn title(self) -> Text {
        self.recipe()
            .map_or(Text::new("overview-title"), |recipe| recipe.title.clone())
    }

    /// What its reading is about, in words: at first, and once something is there.
    pub const fn reading(self) -> (&'static str, &'static str) {
        match self {
            Self::DisconnectRights => ("reading-first", "reading-more"),
            Self::TeamsChat => ("chat-reading", "chat-reading"),
            Self::BrightPattern => ("bright-reading", "bright-reading"),
            Self::LeadManagement => ("lead-reading", "lead-reading"),
            Self::SalesforceConnection => ("salesforce-reading", "salesforce-reading"),
            Self::Deployment => ("deploy-reading", "deploy-reading"),
        }
    }
}

/// Why nothing, or nothing new, could be read, split by what the admin can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Sign in on the org's page.
    SignedOut(Text),
    /// Somebody with more rights has to help.
    NoPermission(Text),
    /// The network, the service or the page does not answer: try again.
    Offline(Text),
    /// Anything else.
    Failed(Text),
}

/// How the reading of a recipe stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standing {
    /// Whether what is there, if anything, is as it was before something changed: it is read when a view needs it.
    pub is_current: bool,
    /// Whether a reading is under way.
    pub is_reading: bool,
    /// Why the last reading came to nothing.
    pub trouble: Option<Trouble>,
}

/// Where, by whom and when something was read.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'a> {
    /// The organization.
    pub organization: &'a Organization,
    /// The signed-in admin.
    pub admin: &'a SignedInUser,
    /// When it was read.
    pub read_at: Millis,
    /// Requests it took.
    pub requests: u32,
}

/// What choices come to, weighed once whenever they change: a plan is long to make and is asked for at every drawing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Weight {
    /// Steps of the plan.
    pub steps: usize,
    /// Requests it takes.
    pub requests: u32,
    /// Why there is no plan, if there is none.
    pub refusal: Option<Text>,
}

impl Weight {
    /// Of the plan, or of why there is none.
    pub fn of(plan: Result<Plan, Text>) -> Self {
        match plan {
            Ok(plan) => Self {
                steps: plan.steps.len(),
                requests: plan.requests(),
                refusal: None,
            },
            Err(why) => Self {
                refusal: Some(why),
                ..Self::default()
            },
        }
    }

    /// How many things are to be different: the plan's steps, or as many as were chosen where there is no plan.
    pub const fn changes(&self, chosen: usize) -> usize {
        if self.steps == 0 { chosen } else { self.steps }
    }

    /// What is said of it: why there is no plan, or that nothing is written yet.
    pub fn note(&self) -> Text {
        self.refusal.clone().unwrap_or(Text::new("bar-nothing-written"))
    }
}

/// What is asked of every recipe's part.
pub trait Part {
    /// How its reading stands.
    fn standing(&self) -> &Standing;
    /// To change how its reading stands.
    fn standing_mut(&mut self) -> &mut Standing;
    /// Where what is there comes from; `None` as long as nothing is.
    fn origin(&self) -> Option<Origin<'_>>;
    /// Whether everything is there that choices from an address may rest on.
    fn is_whole(&self) -> bool;
    /// How its points stand, the worst first; none as long as not everything was read.
    fn readiness(&self) -> Vec<ReadinessLine>;
    /// Whether what a line's fix stands for is among the choices.
    fn has_fix(&self, _key: &str) -> bool {
        false
    }
    /// Adds it to the choices, or takes it out of them again.
    fn fix(&mut self, _key: &str, _add: bool) {}
    /// How many things are to be different.
    fn changes(&self) -> usize;
    /// How many requests that takes, if nothing goes wrong.
    fn requests(&self) -> u32 {
        self.plan(0).map_or(0, |plan| plan.requests())
    }
    /// What else is to be said of it before the plan is made, such as why it cannot be.
    fn note(&self) -> Text {
        self.plan(0).err().unwrap_or(Text::new("bar-nothing-written"))
    }
    /// Whether a plan may rest on what was read: everything the choices touch was read completely.
    fn may_plan(&self) -> bool {
        self.plan(0).is_ok()
    }
    /// Wants nothing to be different.
    fn discard(&mut self);
    /// The plan of the choices.
    ///
    /// # Errors
    /// Why there is none, in words.
    fn plan(&self, now: Millis) -> Result<Plan, Text>;
    /// Gives a plan that takes a run back its words, and says whom it concerns; `read_then` is when the run's own plan
    /// was made, in the reader's language.
    fn explain_undo(&self, _plan: &mut Plan, _first: &RunRecord, _read_then: &str) {}
    /// What is to be signed in for, where a step was refused for want of a permission or of a role.
    fn lacks(&self, _plan: &Plan, _step: &Step, _state: &StepState) -> Option<Vec<Scope>> {
        None
    }
    /// The choices as an address carries them: JSON.
    fn packed(&self) -> Vec<u8>;
    /// Takes choices from an address, which is outside text, against what was read; whether they were understood.
    fn unpack(&mut self, packed: &[u8]) -> bool;
}

/// How a part with the fields `standing` and `observed` answers where it stands and where that comes from: what every
/// recipe reads of an organization names the same four things.
macro_rules! of_organization {
    () => {
        of_organization!(|observed| (observed.read_at, observed.requests));
    };
    (|$observed:ident| $read:expr) => {
        fn standing(&self) -> &$crate::ui::part::Standing {
            &self.standing
        }

        fn standing_mut(&mut self) -> &mut $crate::ui::part::Standing {
            &mut self.standing
        }

        fn origin(&self) -> Option<$crate::ui::part::Origin<'_>> {
            let $observed = self.observed.as_ref()?;
            let (read_at, requests) = $read;
            Some($crate::ui::part::Origin {
                organization: &$observed.organization,
                admin: &$observed.admin,
                read_at,
                requests,
            })
        }
    };
}
pub(super) use of_organization;
