//! Rows and results as they come over the wire: lenient, so that unknown columns and values survive.

use crate::json::{FromJson, Misread, record};
use serde_json::Value;

use super::odata::guid;

/// A GUID of an answer, checked and in lower case; a row whose id is no GUID is unreadable.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Guid(pub String);

impl FromJson for Guid {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        value.as_str().and_then(guid).map(Self).ok_or(Misread::new("a GUID"))
    }
}

/// `WhoAmI`.
#[derive(Debug)]
pub struct WhoAmI {
    /// `systemuserid`.
    pub user_id: Guid,
    /// The organization.
    pub organization_id: Guid,
}

record!(read WhoAmI { user_id as "UserId", organization_id as "OrganizationId" });

/// `RetrieveCurrentOrganization`.
#[derive(Debug)]
pub struct CurrentOrganization {
    /// The only property.
    pub detail: OrganizationDetail,
}

record!(read CurrentOrganization { detail as "Detail" });

/// `OrganizationDetail`.
#[derive(Debug)]
pub struct OrganizationDetail {
    /// The name the admin knows it by.
    pub friendly_name: String,
    /// The environment, for deep links.
    pub environment_id: Option<String>,
    /// The tenant.
    pub tenant_id: Option<String>,
    /// Such as `9.2.24101.00184`.
    pub organization_version: Option<String>,
    /// An enum: its member's name or its number.
    pub organization_type: Value,
}

record!(read OrganizationDetail {
    friendly_name as "FriendlyName",
    environment_id as "EnvironmentId" or default,
    tenant_id as "TenantId" or default,
    organization_version as "OrganizationVersion" or default,
    organization_type as "OrganizationType" or default,
});

/// A row of `systemusers`.
#[derive(Debug)]
pub struct SystemUser {
    /// Primary key.
    pub systemuserid: Guid,
    /// Full name.
    pub fullname: Option<String>,
    /// User principal name.
    pub domainname: Option<String>,
    /// Job title.
    pub title: Option<String>,
    /// Disabled.
    pub isdisabled: bool,
    /// Set for application users.
    pub applicationid: Option<String>,
    /// Expanded.
    pub businessunitid: Option<NameOnly>,
}

record!(read SystemUser {
    systemuserid,
    fullname or default,
    domainname or default,
    title or default,
    isdisabled or default,
    applicationid or default,
    businessunitid or default,
});

/// Something expanded for its name.
#[derive(Debug)]
pub struct NameOnly {
    /// `name`.
    pub name: Option<String>,
}

record!(read NameOnly { name or default });

/// A row of `roles`: one per business unit.
#[derive(Debug)]
pub struct RoleRow {
    /// Primary key.
    pub roleid: Guid,
    /// Name, the same for every copy.
    pub name: String,
    /// The root copy; of a root copy itself.
    pub root: Option<Guid>,
    /// The copy in the parent business unit; none for a root copy.
    pub parent: Option<Guid>,
    /// Template.
    pub template: Option<String>,
    /// Managed.
    pub ismanaged: bool,
    /// Managed property; whoever does not tell is taken to allow it, the service refuses otherwise.
    pub iscustomizable: Option<ManagedProperty>,
}

record!(read RoleRow {
    roleid,
    name,
    root as "_parentrootroleid_value" or default,
    parent as "_parentroleid_value" or default,
    template as "_roletemplateid_value" or default,
    ismanaged or default,
    iscustomizable or default,
});

/// A managed property.
#[derive(Debug)]
pub struct ManagedProperty {
    /// Its value.
    pub value: bool,
}

record!(read ManagedProperty { value as "Value" });

/// A row of `roleprivilegescollection`.
#[derive(Debug)]
pub struct RolePrivilegeRow {
    /// The role, whichever copy.
    pub roleid: Guid,
    /// 1, 2, 4, 8 or 16.
    pub privilegedepthmask: u64,
}

record!(read RolePrivilegeRow { roleid, privilegedepthmask });

/// `RetrieveRolePrivilegesRole`, `RetrieveUserPrivilegeByPrivilegeName`.
#[derive(Debug)]
pub struct RolePrivileges {
    /// The privileges.
    pub role_privileges: Vec<RolePrivilege>,
}

record!(read RolePrivileges { role_privileges as "RolePrivileges" });

/// A `RolePrivilege`.
#[derive(Debug)]
pub struct RolePrivilege {
    /// The privilege.
    pub privilege_id: Guid,
    /// Its name; online only.
    pub privilege_name: Option<String>,
    /// An enum: its member's name or its number.
    pub depth: Value,
}

record!(read RolePrivilege {
    privilege_id as "PrivilegeId",
    privilege_name as "PrivilegeName" or default,
    depth as "Depth",
});

/// A row of `privileges`.
#[derive(Debug)]
pub struct PrivilegeRow {
    /// Primary key.
    pub privilegeid: Guid,
    /// Such as `prvReadRole`.
    pub name: String,
    /// Allowed at User depth.
    pub canbebasic: bool,
    /// Allowed at Business unit depth.
    pub canbelocal: bool,
    /// Allowed at Parent: child business units depth.
    pub canbedeep: bool,
    /// Allowed at Organization depth.
    pub canbeglobal: bool,
}

record!(read PrivilegeRow {
    privilegeid,
    name,
    canbebasic or default,
    canbelocal or default,
    canbedeep or default,
    canbeglobal or default,
});

/// A row of `teams`, with its links when expanded.
#[derive(Debug)]
pub struct TeamRow {
    /// Primary key.
    pub teamid: Guid,
    /// Name.
    pub name: Option<String>,
    /// 0 owner, 1 access, 2 security group, 3 Office group.
    pub teamtype: Option<i64>,
    /// Expanded: the roles.
    pub teamroles_association: Option<Vec<RoleId>>,
    /// Expanded: the members.
    pub teammembership_association: Option<Vec<UserId>>,
}

record!(read TeamRow {
    teamid,
    name or default,
    teamtype or default,
    teamroles_association or default,
    teammembership_association or default,
});

/// A row of `systemusers` with what tells who that is in the directory.
#[derive(Debug)]
pub struct Member {
    /// Primary key.
    pub systemuserid: Guid,
    /// Full name.
    pub fullname: Option<String>,
    /// User principal name.
    pub domainname: Option<String>,
    /// Disabled.
    pub isdisabled: bool,
    /// Set for application users.
    pub applicationid: Option<String>,
    /// Object id in the directory.
    pub object: Option<String>,
}

record!(read Member {
    systemuserid,
    fullname or default,
    domainname or default,
    isdisabled or default,
    applicationid or default,
    object as "azureactivedirectoryobjectid" or default,
});

/// A user expanded with roles.
#[derive(Debug)]
pub struct UserWithRoles {
    /// Primary key.
    pub systemuserid: Guid,
    /// Expanded.
    pub systemuserroles_association: Option<Vec<RoleId>>,
}

record!(read UserWithRoles { systemuserid, systemuserroles_association or default });

/// A role's id.
#[derive(Debug)]
pub struct RoleId {
    /// Primary key.
    pub roleid: Guid,
}

record!(read RoleId { roleid });

/// A user's id.
#[derive(Debug)]
pub struct UserId {
    /// Primary key.
    pub systemuserid: Guid,
}

record!(read UserId { systemuserid });

/// A row of `systemuserrolescollection`.
#[derive(Debug)]
pub struct UserRole {
    /// The user.
    pub systemuserid: Guid,
    /// The role, the copy of the user's business unit.
    pub roleid: Guid,
}

record!(read UserRole { systemuserid, roleid });

/// A row of `teamrolescollection`.
#[derive(Debug)]
pub struct TeamRole {
    /// The team.
    pub teamid: Guid,
    /// The role, the copy of the team's business unit.
    pub roleid: Guid,
}

record!(read TeamRole { teamid, roleid });

/// A row of `teammemberships`.
#[derive(Debug)]
pub struct TeamMembership {
    /// The team.
    pub teamid: Guid,
    /// The member.
    pub systemuserid: Guid,
}

record!(read TeamMembership { teamid, systemuserid });

/// A row of `msdyn_entitylinkchatconfigurations`.
#[derive(Debug)]
pub struct LinkChatConfiguration {
    /// Version.
    pub etag: Option<String>,
    /// Primary key.
    pub msdyn_entitylinkchatconfigurationid: Guid,
    /// Name.
    pub msdyn_name: Option<String>,
    /// S003-57.
    pub msdyn_recordownercanunlink: Option<bool>,
    /// S003-58.
    pub msdyn_recentchatlinkercanunlink: Option<bool>,
    /// Managed.
    pub ismanaged: bool,
    /// The row of `entity`; that it equals the table's `MetadataId` is assumed.
    pub table_id: Option<Guid>,
    /// Expanded.
    pub msdyn_entitytype: Option<TableRow>,
}

record!(read LinkChatConfiguration {
    etag as "@odata.etag" or default,
    msdyn_entitylinkchatconfigurationid,
    msdyn_name or default,
    msdyn_recordownercanunlink or default,
    msdyn_recentchatlinkercanunlink or default,
    ismanaged or default,
    table_id as "_msdyn_entitytype_value" or default,
    msdyn_entitytype or default,
});

/// A row of `entities`.
#[derive(Debug)]
pub struct TableRow {
    /// Logical name.
    pub logicalname: Option<String>,
}

record!(read TableRow { logicalname or default });

/// An element of `EntityDefinitions`.
#[derive(Debug)]
pub struct EntityDefinition {
    /// Logical name.
    pub logical_name: String,
    /// In the languages of the organization.
    pub display_name: Option<Label>,
}

record!(read EntityDefinition { logical_name as "LogicalName", display_name as "DisplayName" or default });

/// A `Label`.
#[derive(Debug)]
pub struct Label {
    /// In the user's language.
    pub user_localized_label: Option<LocalizedLabel>,
}

record!(read Label { user_localized_label as "UserLocalizedLabel" or default });

/// A `LocalizedLabel`.
#[derive(Debug)]
pub struct LocalizedLabel {
    /// The text.
    pub label: String,
}

record!(read LocalizedLabel { label as "Label" });

/// `RetrieveSettingList`.
#[derive(Debug)]
pub struct SettingList {
    /// The settings.
    pub setting_detail_collection: Vec<Setting>,
}

record!(read SettingList { setting_detail_collection as "SettingDetailCollection" });

/// A `SettingDetail`.
#[derive(Debug)]
pub struct Setting {
    /// Name.
    pub name: String,
    /// Always text, whatever the type.
    pub value: Option<String>,
}

record!(read Setting { name as "Name", value as "Value" or default });
