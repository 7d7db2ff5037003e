//! The tenant itself: its name and domains, its licences, its rules for app secrets.

use super::query;
use crate::json::record;
use crate::services::bearer::{Needs, Read, Rows};
use crate::services::entra::scope;

const DIRECTORY: Needs = Needs {
    scope: scope::DIRECTORY,
    role: None,
};
const POLICIES: Needs = Needs {
    scope: scope::POLICIES,
    role: None,
};

/// The tenant (Graph, "organization").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tenant {
    /// Tenant id, which is the directory id.
    pub id: String,
    /// Its name.
    pub display_name: Option<String>,
    /// ISO 3166-1 alpha-2; what a new user's usage location is most likely to be.
    pub country: Option<String>,
    /// Domains its users may have.
    pub domains: Vec<Domain>,
}

record!(read Tenant {
    id,
    display_name as "displayName" or default,
    country as "countryLetterCode" or default,
    domains as "verifiedDomains" or default,
});

/// A verified domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Domain {
    /// Its name.
    pub name: String,
    /// Whether new users get it if nothing else is said.
    pub is_default: bool,
}

record!(read Domain { name, is_default as "isDefault" or default });

/// The tenant signed in to: a list of one.
pub fn organization() -> Read<Rows<Tenant>> {
    let path = query("organization").select(&["id", "displayName", "countryLetterCode", "verifiedDomains"]);
    let profile = Needs {
        scope: scope::PROFILE,
        role: None,
    };
    Read::new("graph-what-organization", path.path(), profile)
}

/// A plan the tenant has bought (Graph, "subscribedSku").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubscribedSku {
    /// Its id.
    pub sku_id: String,
    /// Its name for programs, such as `DYN365_ENTERPRISE_PLAN1`.
    pub part_number: String,
    /// Licences given out.
    pub consumed: u32,
    /// Licences bought.
    pub prepaid: Prepaid,
    /// `Enabled` if it can be used.
    pub status: Option<String>,
    /// `User` if it is given to users.
    pub applies_to: Option<String>,
    /// What is in it.
    pub plans: Vec<ServicePlan>,
}

record!(read SubscribedSku {
    sku_id as "skuId",
    part_number as "skuPartNumber",
    consumed as "consumedUnits" or default,
    prepaid as "prepaidUnits" or default,
    status as "capabilityStatus" or default,
    applies_to as "appliesTo" or default,
    plans as "servicePlans" or default,
});

/// A part of a plan (Graph, "servicePlanInfo").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServicePlan {
    /// `servicePlanId`.
    pub id: String,
    /// `servicePlanName`.
    pub name: String,
}

record!(read ServicePlan { id as "servicePlanId" or default, name as "servicePlanName" });

/// Licences bought.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prepaid {
    /// Usable ones.
    pub enabled: u32,
}

record!(read Prepaid { enabled or default });

impl SubscribedSku {
    /// Licences left to give; none of a plan that is not enabled.
    pub fn free(&self) -> u32 {
        match self.status.as_deref() {
            Some("Enabled" | "Warning") | None => self.prepaid.enabled.saturating_sub(self.consumed),
            Some(_) => 0,
        }
    }
}

/// Every plan of the tenant.
pub fn subscribed_skus() -> Read<Rows<SubscribedSku>> {
    Read::new("graph-what-licences", query("subscribedSkus").path(), DIRECTORY)
}

/// The tenant's rules for secrets of apps (Graph, "tenantAppManagementPolicy").
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AppManagementPolicy {
    /// Whether they hold.
    pub is_enabled: bool,
    /// For app registrations.
    pub restrictions: Restrictions,
}

record!(read AppManagementPolicy { is_enabled as "isEnabled" or default, restrictions as "applicationRestrictions" or default });

/// The rules.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Restrictions {
    /// For secrets.
    pub passwords: Vec<PasswordRestriction>,
}

record!(read Restrictions { passwords as "passwordCredentials" or default });

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasswordRestriction {
    /// `passwordAddition`, `passwordLifetime` and others.
    pub kind: String,
    /// Whether it holds; not told means that it does.
    pub state: Option<String>,
    /// ISO 8601 duration such as `P180D`.
    pub max_lifetime: Option<String>,
    /// Only apps made after this moment, ISO 8601.
    pub created_after: Option<String>,
}

record!(read PasswordRestriction {
    kind as "restrictionType",
    state or default,
    max_lifetime as "maxLifetime" or default,
    created_after as "restrictForAppsCreatedAfterDateTime" or default,
});

impl AppManagementPolicy {
    fn holding(&self, kind: &str) -> Option<&PasswordRestriction> {
        let holds = |rule: &&PasswordRestriction| rule.kind == kind && rule.state.as_deref() != Some("disabled");
        self.restrictions
            .passwords
            .iter()
            .filter(|_| self.is_enabled)
            .find(holds)
    }

    /// Whether a new app may get no secret at all.
    pub fn forbids_secrets(&self) -> bool {
        self.holding("passwordAddition").is_some()
    }

    /// For how long a new app's secret may last at most, in days, if there is a rule that can be read. Months count as
    /// 30 days and years as 365, the shorter reading.
    pub fn longest_secret_days(&self) -> Option<u32> {
        days(self.holding("passwordLifetime")?.max_lifetime.as_deref()?)
    }
}

/// Whole days of an ISO 8601 duration; `None` for one that cannot be read.
fn days(duration: &str) -> Option<u32> {
    let date = duration.trim().strip_prefix('P')?.split('T').next()?;
    let (mut days, mut digits) = (0_u32, String::new());
    for letter in date.chars() {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        let count: u32 = digits.parse().ok()?;
        digits.clear();
        let each = match letter {
            'Y' => 365,
            'M' => 30,
            'W' => 7,
            'D' => 1,
            _ => return None,
        };
        days = days.checked_add(count.checked_mul(each)?)?;
    }
    digits.is_empty().then_some(days)
}

/// The tenant's default rules.
pub fn app_management_policy() -> Read<AppManagementPolicy> {
    let path = query("policies").then("defaultAppManagementPolicy").path();
    Read::new("graph-what-app-management-policy", path, POLICIES)
}
