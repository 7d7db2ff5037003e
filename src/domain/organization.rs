//! A Dataverse organization and the user signed in to it.

use serde::{Deserialize, Serialize};

/// What kind of environment this is. An unknown kind counts as production.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum EnvironmentKind {
    /// Production.
    Production,
    /// A sandbox.
    Sandbox,
    /// A trial.
    Trial,
    /// A developer environment.
    Developer,
    /// The service did not tell.
    Unknown,
}

impl EnvironmentKind {
    /// Whether the environment's name must be typed before anything is written.
    pub const fn counts_as_production(self) -> bool {
        matches!(self, Self::Production | Self::Unknown)
    }
}

/// The organization behind a host, from `RetrieveCurrentOrganization` and `WhoAmI`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organization {
    /// `OrganizationId`.
    pub id: String,
    /// `FriendlyName`: what the admin knows it by, and types before writing to production.
    pub name: String,
    /// The host, such as `contoso.crm4.dynamics.com`.
    pub host: String,
    /// `EnvironmentId`, if told.
    pub environment_id: Option<String>,
    /// `TenantId`, if told.
    pub tenant_id: Option<String>,
    /// The kind.
    pub kind: EnvironmentKind,
    /// `OrganizationVersion`, such as `9.2.24101.00184`.
    pub version: Option<String>,
}

/// The signed-in user, from `WhoAmI` and their `systemuser` row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedInUser {
    /// `systemuserid`.
    pub id: String,
    /// `fullname`.
    pub name: String,
    /// `domainname`, the user principal name.
    pub upn: String,
}
