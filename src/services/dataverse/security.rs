//! Roles, privileges, users and teams: the reads, and their rows as the words of the domain.

use serde_json::Value;

use super::client::{Page, Read};
use super::odata::{Query, quoted};
use super::wire::{
    Member, PrivilegeRow, RoleId, RolePrivilegeRow, RolePrivileges, RoleRow, SystemUser, TeamMembership, TeamRole,
    TeamRow, UserRole, UserWithRoles,
};
use crate::domain::privilege::{Depth, Privilege};

/// Privilege to change roles.
pub const WRITE_ROLE_PRIVILEGE: &str = "prvWriteRole";
/// `teamtype` of an access team, through which no role comes.
pub const ACCESS_TEAM: i64 = 1;

/// A privilege by its name.
pub fn privilege_named(name: &str) -> Read<Page<PrivilegeRow>> {
    privileges_where(&format!("name eq {}", quoted(name)))
}

/// Privileges whose name contains a text.
pub fn privileges_containing(part: &str) -> Read<Page<PrivilegeRow>> {
    privileges_where(&format!("contains(name,{})", quoted(part)))
}

/// Privileges for which a filter holds.
pub(super) fn privileges_where(filter: &str) -> Read<Page<PrivilegeRow>> {
    Read::new(
        "dataverse-what-privilege",
        Query::new("privileges")
            .select(&[
                "privilegeid",
                "name",
                "canbebasic",
                "canbelocal",
                "canbedeep",
                "canbeglobal",
            ])
            .filter(filter)
            .path(),
    )
}

/// Every copy of every role.
pub fn roles() -> Read<Page<RoleRow>> {
    Read::new(
        "dataverse-what-roles",
        Query::new("roles")
            .select(&[
                "roleid",
                "name",
                "_parentrootroleid_value",
                "_parentroleid_value",
                "_roletemplateid_value",
                "ismanaged",
                "iscustomizable",
            ])
            .order_by("name,roleid")
            .path(),
    )
}

/// Which roles hold a privilege, and how far. Quick, but rows may stand for root copies only, or lag.
pub fn role_privileges(privilege_id: &str) -> Read<Page<RolePrivilegeRow>> {
    Read::new(
        "dataverse-what-role-privileges",
        Query::new("roleprivilegescollection")
            .select(&["roleid", "privilegedepthmask"])
            .filter(&format!("privilegeid eq {privilege_id}"))
            .path(),
    )
}

/// Path of `RetrieveRolePrivilegesRole`, the sure way to tell what a role holds: an unbound function.
pub fn privileges_of_role_path(role_id: &str) -> String {
    Query::new(&format!("RetrieveRolePrivilegesRole(RoleId={role_id})")).path()
}

/// `RetrieveRolePrivilegesRole`.
pub fn privileges_of_role(role_id: &str) -> Read<RolePrivileges> {
    Read::new("dataverse-what-role-privileges", privileges_of_role_path(role_id))
}

/// Whether, and how far, a user holds a privilege, teams included.
pub fn privilege_of_user(user_id: &str, name: &str) -> Read<RolePrivileges> {
    Read::new(
        "dataverse-what-own-privileges",
        Query::new(&format!("systemusers({user_id})"))
            .then(&format!(
                "Microsoft.Dynamics.CRM.RetrieveUserPrivilegeByPrivilegeName(PrivilegeName={})",
                quoted(name)
            ))
            .path(),
    )
}

/// All users, disabled and application users included, so that they can be counted.
pub fn users() -> Read<Page<SystemUser>> {
    Read::new(
        "dataverse-what-users",
        Query::new("systemusers")
            .select(&[
                "systemuserid",
                "fullname",
                "domainname",
                "title",
                "isdisabled",
                "applicationid",
            ])
            .expand("businessunitid($select=name)")
            .order_by("fullname,systemuserid")
            .path(),
    )
}

/// Everybody, with what tells who that is in the directory.
pub fn members() -> Read<Page<Member>> {
    Read::new(
        "dataverse-what-users",
        Query::new("systemusers")
            .select(&[
                "systemuserid",
                "fullname",
                "domainname",
                "isdisabled",
                "applicationid",
                "azureactivedirectoryobjectid",
            ])
            .path(),
    )
}

/// Every copy of the role made from a template.
pub fn roles_of_template(template: &str) -> Read<Page<RoleId>> {
    Read::new(
        "dataverse-what-roles",
        Query::new("roles")
            .select(&["roleid"])
            .filter(&format!("_roletemplateid_value eq {template}"))
            .path(),
    )
}

/// All teams.
pub fn teams() -> Read<Page<TeamRow>> {
    Read::new(
        "dataverse-what-teams",
        Query::new("teams").select(&["teamid", "name", "teamtype"]).path(),
    )
}

/// User ↔ role, from the intersect table.
pub fn user_roles() -> Read<Page<UserRole>> {
    Read::new(
        "dataverse-what-user-roles",
        Query::new("systemuserrolescollection")
            .select(&["systemuserid", "roleid"])
            .path(),
    )
}

/// Path of user ↔ role for some roles alone.
pub fn holders_path(roles: &[&str]) -> String {
    let filter: Vec<String> = roles.iter().map(|role| format!("roleid eq {role}")).collect();
    Query::new("systemuserrolescollection")
        .select(&["systemuserid", "roleid"])
        .filter(&filter.join(" or "))
        .path()
}

/// Team ↔ role, from the intersect table.
pub fn team_roles() -> Read<Page<TeamRole>> {
    Read::new(
        "dataverse-what-team-roles",
        Query::new("teamrolescollection").select(&["teamid", "roleid"]).path(),
    )
}

/// Team ↔ user, from the intersect table.
pub fn team_memberships() -> Read<Page<TeamMembership>> {
    Read::new(
        "dataverse-what-team-members",
        Query::new("teammemberships").select(&["teamid", "systemuserid"]).path(),
    )
}

/// One user's direct roles by navigation property: the check on [`user_roles`].
pub fn roles_of_user(user_id: &str) -> Read<Page<RoleId>> {
    Read::new(
        "dataverse-what-user-roles",
        Query::new(&format!("systemusers({user_id})"))
            .then("systemuserroles_association")
            .select(&["roleid"])
            .path(),
    )
}

/// The slower way to user ↔ role.
pub fn users_with_roles() -> Read<Page<UserWithRoles>> {
    Read::new(
        "dataverse-what-user-roles",
        Query::new("systemusers")
            .select(&["systemuserid"])
            .expand("systemuserroles_association($select=roleid)")
            .path(),
    )
}

/// The slower way to team ↔ role and team ↔ user.
pub fn teams_with_links() -> Read<Page<TeamRow>> {
    Read::new(
        "dataverse-what-teams",
        Query::new("teams")
            .select(&["teamid", "name", "teamtype"])
            .expand("teamroles_association($select=roleid),teammembership_association($select=systemuserid)")
            .path(),
    )
}

impl From<PrivilegeRow> for Privilege {
    fn from(row: PrivilegeRow) -> Self {
        let depths = [
            (row.canbebasic, Depth::Basic),
            (row.canbelocal, Depth::Local),
            (row.canbedeep, Depth::Deep),
            (row.canbeglobal, Depth::Global),
        ];
        Self {
            id: row.privilegeid.0,
            name: row.name,
            depths: depths
                .into_iter()
                .filter(|(can, _)| *can)
                .map(|(_, depth)| depth)
                .collect(),
        }
    }
}

impl RolePrivileges {
    /// The depth of one privilege, the widest if it is there more than once.
    pub fn depth_of(&self, privilege_id: &str) -> Option<Depth> {
        self.role_privileges
            .iter()
            .filter(|held| held.privilege_id.0 == privilege_id)
            .filter_map(|held| match &held.depth {
                Value::String(text) => Depth::from_wire(text),
                other => Depth::from_wire(&other.to_string()),
            })
            .max_by_key(|depth| depth.rank())
    }
}
