//! Whether there are licences enough for the audience (S001-04). Names and ids of plans change: a subscription counts if
//! its part number, or a plan in it, speaks of what the article or today's product asks for.

use super::Audience;

/// A subscription of the tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Licence {
    /// Its id.
    pub id: String,
    /// `skuPartNumber`.
    pub part_number: String,
    /// Names of the plans in it.
    pub plans: Vec<String>,
    /// Licences left to give.
    pub free: u32,
}

impl Licence {
    /// Whether it lets its holder use the sales agent: Microsoft 365 Copilot today, Copilot for Sales and Viva Sales before.
    pub fn is_for_sales_agent(&self) -> bool {
        let is = |name: &str| {
            let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
            let name = name.to_ascii_lowercase();
            ["microsoft365copilot", "m365copilot", "copilotforsales", "vivasales"]
                .iter()
                .any(|known| {
                    name.starts_with(known) || name.ends_with(known) || name.starts_with(&format!("microsoft{known}"))
                })
        };
        is(&self.part_number) || self.plans.iter().any(|plan| is(plan))
    }
}

/// Licences against people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seats {
    /// How many of the audience have one.
    pub have: usize,
    /// Places, in the audience, of those who have none.
    pub lack: Vec<usize>,
    /// Of them, those who can be given none before their usage location is set.
    pub without_location: Vec<usize>,
    /// Licences left to give, over all subscriptions that count.
    pub free: u32,
    /// How many have to be bought.
    pub to_buy: usize,
}

impl Seats {
    /// Counts.
    pub fn of(audience: &Audience, licences: &[Licence]) -> Self {
        let counting: Vec<&Licence> = licences.iter().filter(|licence| licence.is_for_sales_agent()).collect();
        let has = |held: &[String]| {
            counting
                .iter()
                .any(|licence| held.iter().any(|id| id.eq_ignore_ascii_case(&licence.id)))
        };
        let (mut have, mut lack, mut without_location) = (0, Vec::new(), Vec::new());
        for (at, person) in audience.people.iter().enumerate() {
            if has(&person.licences) {
                have += 1;
                continue;
            }
            lack.push(at);
            if person.location.as_deref().unwrap_or_default().is_empty() {
                without_location.push(at);
            }
        }
        let free = counting
            .iter()
            .fold(0_u32, |sum, licence| sum.saturating_add(licence.free));
        let to_buy = lack.len().saturating_sub(usize::try_from(free).unwrap_or(usize::MAX));
        Self {
            have,
            lack,
            without_location,
            free,
            to_buy,
        }
    }
}
