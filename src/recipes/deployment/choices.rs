//! What the admin wants: who will use the product, and which of the report's findings are to be put right.

use super::observed::Observed;
use crate::domain::deployment::{Choice, Licence};
use crate::http::Millis;
use crate::recipes::lead_management::observed::Tenant;

/// Something of the report that a plan can put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repair {
    /// Everybody of the audience gets a licence, as far as seats are free (S001-04).
    Licences,
    /// **Transcription** of the Global meeting policy is turned on (S001-11).
    Transcription,
    /// The Salesforce connector is let through every data policy that blocks it (S001-17).
    DataPolicies,
    /// A permission set, or a profile, may use the connected app (S001-24, S001-29).
    Grant,
}

impl Repair {
    /// All of them, in the order of the steps.
    pub const ALL: [Self; 4] = [Self::Licences, Self::Transcription, Self::DataPolicies, Self::Grant];

    /// Its key in test ids and fixes.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Licences => "licences",
            Self::Transcription => "transcription",
            Self::DataPolicies => "data-policies",
            Self::Grant => "grant",
        }
    }

    /// By its key.
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|repair| repair.key() == key)
    }
}

/// The wishes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// Who will use the product; nobody has said as long as this is `None`.
    pub audience: Option<Choice>,
    /// What is to be put right.
    pub repairs: Vec<Repair>,
    /// SKU id of the licence to give.
    pub licence: Option<String>,
    /// ISO 3166-1 alpha-2: usage location of those who have none.
    pub location: String,
    /// Points the admin has looked at by hand, and when.
    pub checked: Vec<(&'static str, Millis)>,
    /// Salesforce id of the permission set, or the profile's, that may use the connected app.
    pub set: Option<String>,
}

impl Choices {
    /// Whether something is to be put right.
    pub fn wants(&self, repair: Repair) -> bool {
        self.repairs.contains(&repair)
    }

    /// Puts it right, or leaves it.
    pub fn set_repair(&mut self, repair: Repair, wanted: bool) {
        self.repairs.retain(|known| *known != repair);
        if wanted {
            self.repairs.push(repair);
        }
    }

    /// Takes in a new reading.
    pub fn take_in(&mut self, observed: &Observed) {
        if self.location.is_empty() {
            let country = observed.tenant().and_then(|tenant: &Tenant| tenant.country.clone());
            self.location = country.unwrap_or_default();
        }
        if self.sku(observed).is_none() {
            self.licence = None;
        }
        let candidates = super::report::candidates(observed);
        if !candidates.iter().any(|one| Some(&one.id) == self.set.as_ref()) {
            self.set = candidates.into_iter().next().map(|one| one.id);
        }
        // What is not broken any more is not to be put right.
        let lines = super::report::report(observed, self);
        self.repairs
            .retain(|repair| lines.iter().any(|line| line.repair == Some(*repair)));
    }

    /// The licence to give: the chosen one, else the one with most free seats.
    pub fn sku<'a>(&self, observed: &'a Observed) -> Option<&'a Licence> {
        let fitting = fitting(observed);
        let chosen = fitting.iter().find(|one| Some(&one.id) == self.licence.as_ref());
        chosen.or(fitting.first()).copied()
    }
}

/// The tenant's licences that will do, those with most free seats first.
pub fn fitting(observed: &Observed) -> Vec<&Licence> {
    let licences = observed
        .directory
        .as_ref()
        .and_then(|directory| directory.licences.value());
    let licences = licences.into_iter().flatten();
    let mut fitting: Vec<&Licence> = licences.filter(|one| one.is_for_sales_agent()).collect();
    fitting.sort_unstable_by(|one, other| (other.free, &one.part_number).cmp(&(one.free, &other.part_number)));
    fitting
}
