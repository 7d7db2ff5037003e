//! Rows and results as they come over the wire: lenient, so that unknown columns and values survive.

use serde::Deserialize;
use serde_json::Value;

use super::odata::guid;

/// A GUID of an answer, checked and in lower case; a row whose id is no GUID is unreadable.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct Guid(pub String);

impl TryFrom<String> for Guid {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        guid(&text).map(Self).ok_or(text)
    }
}

/// `WhoAmI`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct WhoAmI {
    /// `systemuserid`.
    pub user_id: Guid,
    /// The organization.
    pub organization_id: Guid,
}

/// `RetrieveCurrentOrganization`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct CurrentOrganization {
    /// The only property.
    pub detail: OrganizationDetail,
}

/// `OrganizationDetail`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
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
    #[serde(default)]
    pub organization_type: Value,
}

/// A row of `systemusers`.
#[derive(Debug, Deserialize)]
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
    #[serde(default)]
    pub isdisabled: bool,
    /// Set for application users.
    pub applicationid: Option<String>,
    /// Expanded.
    pub businessunitid: Option<NameOnly>,
}

/// Something expanded for its name.
#[derive(Debug, Deserialize)]
pub struct NameOnly {
    /// `name`.
    pub name: Option<String>,
}

/// A row of `roles`: one per business unit.
#[derive(Debug, Deserialize)]
pub struct RoleRow {
    /// Primary key.
    pub roleid: Guid,
    /// Name, the same for every copy.
    pub name: String,
    /// The root copy; of a root copy itself.
    #[serde(rename = "_parentrootroleid_value")]
    pub root: Option<Guid>,
    /// The copy in the parent business unit; none for a root copy.
    #[serde(rename = "_parentroleid_value")]
    pub parent: Option<Guid>,
    /// Template.
    #[serde(rename = "_roletemplateid_value")]
    pub template: Option<String>,
    /// Managed.
    #[serde(default)]
    pub ismanaged: bool,
    /// Managed property; whoever does not tell is taken to allow it, the service refuses otherwise.
    pub iscustomizable: Option<ManagedProperty>,
}

/// A managed property.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct ManagedProperty {
    /// Its value.
    pub value: bool,
}

/// A row of `roleprivilegescollection`.
#[derive(Debug, Deserialize)]
pub struct RolePrivilegeRow {
    /// The role, whichever copy.
    pub roleid: Guid,
    /// 1, 2, 4, 8 or 16.
    pub privilegedepthmask: u64,
}

/// `RetrieveRolePrivilegesRole`, `RetrieveUserPrivilegeByPrivilegeName`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct RolePrivileges {
    /// The privileges.
    pub role_privileges: Vec<RolePrivilege>,
}

/// A `RolePrivilege`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct RolePrivilege {
    /// The privilege.
    pub privilege_id: Guid,
    /// An enum: its member's name or its number.
    pub depth: Value,
}

/// A row of `privileges`.
#[derive(Debug, Deserialize)]
pub struct PrivilegeRow {
    /// Primary key.
    pub privilegeid: Guid,
    /// Such as `prvReadRole`.
    pub name: String,
    /// Allowed at User depth.
    #[serde(default)]
    pub canbebasic: bool,
    /// Allowed at Business unit depth.
    #[serde(default)]
    pub canbelocal: bool,
    /// Allowed at Parent: child business units depth.
    #[serde(default)]
    pub canbedeep: bool,
    /// Allowed at Organization depth.
    #[serde(default)]
    pub canbeglobal: bool,
}

/// A row of `teams`, with its links when expanded.
#[derive(Debug, Deserialize)]
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

/// A user expanded with roles.
#[derive(Debug, Deserialize)]
pub struct UserWithRoles {
    /// Primary key.
    pub systemuserid: Guid,
    /// Expanded.
    pub systemuserroles_association: Option<Vec<RoleId>>,
}

/// A role's id.
#[derive(Debug, Deserialize)]
pub struct RoleId {
    /// Primary key.
    pub roleid: Guid,
}

/// A user's id.
#[derive(Debug, Deserialize)]
pub struct UserId {
    /// Primary key.
    pub systemuserid: Guid,
}

/// A row of `systemuserrolescollection`.
#[derive(Debug, Deserialize)]
pub struct UserRole {
    /// The user.
    pub systemuserid: Guid,
    /// The role, the copy of the user's business unit.
    pub roleid: Guid,
}

/// A row of `teamrolescollection`.
#[derive(Debug, Deserialize)]
pub struct TeamRole {
    /// The team.
    pub teamid: Guid,
    /// The role, the copy of the team's business unit.
    pub roleid: Guid,
}

/// A row of `teammemberships`.
#[derive(Debug, Deserialize)]
pub struct TeamMembership {
    /// The team.
    pub teamid: Guid,
    /// The member.
    pub systemuserid: Guid,
}

/// A row of `msdyn_entitylinkchatconfigurations`.
#[derive(Debug, Deserialize)]
pub struct LinkChatConfiguration {
    /// Version.
    #[serde(rename = "@odata.etag")]
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
    #[serde(default)]
    pub ismanaged: bool,
    /// The row of `entity`; that it equals the table's `MetadataId` is assumed.
    #[serde(rename = "_msdyn_entitytype_value")]
    pub table_id: Option<Guid>,
    /// Expanded.
    pub msdyn_entitytype: Option<TableRow>,
}

/// A row of `entities`.
#[derive(Debug, Deserialize)]
pub struct TableRow {
    /// Logical name.
    pub logicalname: Option<String>,
}

/// An element of `EntityDefinitions`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct EntityDefinition {
    /// Logical name.
    pub logical_name: String,
    /// In the languages of the organization.
    pub display_name: Option<Label>,
}

/// A `Label`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Label {
    /// In the user's language.
    pub user_localized_label: Option<LocalizedLabel>,
}

/// A `LocalizedLabel`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct LocalizedLabel {
    /// The text.
    pub label: String,
}

/// `RetrieveSettingList`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct SettingList {
    /// The settings.
    pub setting_detail_collection: Vec<Setting>,
}

/// A `SettingDetail`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Setting {
    /// Name.
    pub name: String,
    /// Always text, whatever the type.
    pub value: Option<String>,
}
