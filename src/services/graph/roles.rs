//! Directory roles, by template id: the same in every tenant and language (Entra, "Built-in roles").

use super::query;
use crate::json::record;
use crate::services::bearer::{Needs, Read, Rows};
use crate::services::dataverse::odata::quoted;
use crate::services::entra::scope;

/// A directory role Latchkey has a use for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Role {
    /// `roleTemplateId`.
    pub template: &'static str,
    /// The message that names it.
    pub name: &'static str,
}

const fn role(template: &'static str, name: &'static str) -> Role {
    Role { template, name }
}

/// May do everything.
pub const GLOBAL: Role = role(
    "62e90394-69f5-4237-9190-012177145e10",
    "graph-role-global-administrator",
);
/// May make and change app registrations, and consent.
pub const APPLICATION: Role = role(
    "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",
    "graph-role-application-administrator",
);
/// The same without application proxy.
pub const CLOUD_APPLICATION: Role = role(
    "158c047a-c907-4556-b7ef-446551a6b5f7",
    "graph-role-cloud-application-administrator",
);
/// May make users and assign licences.
pub const USER: Role = role("fe930be7-5e62-47db-91af-98c3a49a38b1", "graph-role-user-administrator");
/// May assign licences.
pub const LICENSE: Role = role(
    "4d6ac14f-3453-41d0-bef9-a3e0c569773a",
    "graph-role-license-administrator",
);
/// May administer every Power Platform environment.
pub const POWER_PLATFORM: Role = role(
    "11648597-926c-4cf3-9c36-bcebb0ba8dcc",
    "graph-role-power-platform-administrator",
);
/// May administer Dynamics 365.
pub const DYNAMICS: Role = role(
    "44367163-eba1-44c3-98af-f5787879f96a",
    "graph-role-dynamics-administrator",
);

/// May administer Microsoft Teams (S001-03).
pub const TEAMS: Role = role("69091246-20e8-4a56-aa4d-066075b2a7a8", "graph-role-teams-administrator");

/// Any of these may make set-up policies and meeting policies of Teams.
pub const FOR_TEAMS: [Role; 2] = [TEAMS, GLOBAL];
/// Any of these may change data policies of the tenant.
pub const FOR_DATA_POLICIES: [Role; 2] = [POWER_PLATFORM, GLOBAL];
/// Any of these may make and change app registrations.
pub const FOR_APPLICATIONS: [Role; 3] = [APPLICATION, CLOUD_APPLICATION, GLOBAL];
/// Any of these may make and block users.
pub const FOR_USERS: [Role; 2] = [USER, GLOBAL];
/// Any of these may assign licences.
pub const FOR_LICENSES: [Role; 3] = [LICENSE, USER, GLOBAL];
/// Any of these may add application users to an environment from outside it.
pub const FOR_ENVIRONMENTS: [Role; 3] = [POWER_PLATFORM, DYNAMICS, GLOBAL];

const NEEDS: Needs = Needs {
    scope: scope::DIRECTORY,
    role: None,
};

/// An active directory role of somebody. Roles that are only eligible (PIM) are not among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirectoryRole {
    /// Its template's id; Graph leaves it out for those who may not read it.
    pub template: Option<String>,
    /// Its name in English.
    pub display_name: Option<String>,
}

record!(read DirectoryRole {
    template as "roleTemplateId" or default,
    display_name as "displayName" or default,
});

impl DirectoryRole {
    /// Whether it is one of these.
    pub fn is_one_of(&self, roles: &[Role]) -> bool {
        let own = self.template.as_deref().unwrap_or_default();
        roles.iter().any(|role| role.template.eq_ignore_ascii_case(own))
    }
}

const COLUMNS: [&str; 3] = ["id", "displayName", "roleTemplateId"];

/// The directory roles of who is signed in.
pub fn mine() -> Read<Rows<DirectoryRole>> {
    let path = query("me").then("memberOf").then("microsoft.graph.directoryRole");
    Read::new("graph-what-roles", path.select(&COLUMNS).path(), NEEDS)
}

/// Who holds a directory role for the whole tenant, by its template: an assignment's `principalId` (Graph, "List
/// unifiedRoleAssignments").
pub fn holders(role: Role) -> Read<Rows<RoleAssignment>> {
    let filter = format!("roleDefinitionId eq {}", quoted(role.template));
    let path = query("roleManagement")
        .then("directory")
        .then("roleAssignments")
        .filter(&filter);
    Read::new("graph-what-roles", path.path(), NEEDS)
}

/// Who holds a role, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleAssignment {
    /// Object id of a user or a group.
    pub principal: String,
}

record!(read RoleAssignment { principal as "principalId" });

/// The directory roles of a user, by id or user principal name (S004-27: none).
pub fn of_user(user: &str) -> Read<Rows<DirectoryRole>> {
    let path = query("users").then(user).then("memberOf");
    let path = path.then("microsoft.graph.directoryRole").select(&COLUMNS).path();
    Read::new("graph-what-roles", path, NEEDS)
}
