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
    /// The plans in it.
    pub plans: Vec<ServicePlan>,
    /// Licences left to give.
    pub free: u32,
    /// Whether it is in force: `capabilityStatus` is **Enabled**, or **Warning**, which still is (Graph, "subscribedSku").
    pub is_in_force: bool,
}

/// A plan of a subscription.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServicePlan {
    /// Its id.
    pub id: String,
    /// Its name for programs.
    pub name: String,
}

/// A licence somebody has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Id of the subscription.
    pub id: String,
    /// Ids of those of its plans that are switched off for them.
    pub off: Vec<String>,
}

/// Whether a subscription or plan of this name is for the sales agent.
fn names_it(name: &str) -> bool {
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    ["microsoft365copilot", "m365copilot", "copilotforsales", "vivasales"]
        .iter()
        .any(|known| name.starts_with(known) || name.ends_with(known) || name.starts_with(&format!("microsoft{known}")))
}

impl Licence {
    /// Whether it is made for the sales agent: Microsoft 365 Copilot today, Copilot for Sales and Viva Sales before.
    pub fn is_for_sales_agent(&self) -> bool {
        names_it(&self.part_number) || self.plans.iter().any(|plan| names_it(&plan.name))
    }

    /// Whether it lets whoever has it use the sales agent.
    pub fn counts(&self) -> bool {
        self.is_in_force && self.is_for_sales_agent()
    }

    /// Whether it still does with these plans switched off. Where none of its plans names the agent, any of them may be it.
    fn lets(&self, off: &[String]) -> bool {
        let is_off = |plan: &ServicePlan| off.iter().any(|id| id.eq_ignore_ascii_case(&plan.id));
        let mut own = self.plans.iter().filter(|plan| names_it(&plan.name)).peekable();
        if own.peek().is_none() {
            return off.is_empty();
        }
        own.any(|plan| !is_off(plan))
    }
}

/// Licences against people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seats {
    /// How many of the audience have one.
    pub have: usize,
    /// Places, in the audience, of those who have none.
    pub lack: Vec<usize>,
    /// Places of those who have one with the agent's plan switched off: another licence would change nothing of it.
    pub off: Vec<usize>,
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
        let counting: Vec<&Licence> = licences.iter().filter(|licence| licence.counts()).collect();
        let (mut have, mut lack, mut off, mut without_location) = (0, Vec::new(), Vec::new(), Vec::new());
        for (at, person) in audience.people.iter().enumerate() {
            let (mut has, mut lets) = (false, false);
            for given in &person.licences {
                let of = counting
                    .iter()
                    .find(|licence| given.id.eq_ignore_ascii_case(&licence.id));
                has |= of.is_some();
                lets |= of.is_some_and(|licence| licence.lets(&given.off));
            }
            if lets {
                have += 1;
                continue;
            }
            if has {
                off.push(at);
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
            off,
            without_location,
            free,
            to_buy,
        }
    }
}
