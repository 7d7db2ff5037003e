//! The rows that are read, and the reads that find them (Salesforce Object Reference; cloud-apis §3.2 to §3.5).

use crate::domain::salesforce::access::{COLUMNS, HeldSet, MANAGE_DATA_INTEGRATIONS};
use crate::domain::salesforce::proof::Described as Standing;
use crate::domain::salesforce::rights::{API_ENABLED, EACH, MODIFY_ALL_DATA, Rights, VIEW_ALL_DATA};
use crate::json::{FromJson, Members, Misread, record};
use serde_json::Value;

use super::soql::{listed, path, quoted, row};
use super::{API, Ask, Records};

/// The organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it is a sandbox.
    pub is_sandbox: Option<bool>,
    /// Its edition, such as `Developer Edition`.
    pub edition: Option<String>,
}

record!(read Organization { id as "Id", name as "Name", is_sandbox as "IsSandbox" or default, edition as "OrganizationType" or default });

/// The organization signed in to.
pub fn organization(id: &str) -> Ask<Organization> {
    let path = row("Organization", id, &["Id", "Name", "IsSandbox", "OrganizationType"]);
    Ask::new("salesforce-what-organization", path)
}

/// What the version's own resource tells of the session (Salesforce REST, "Resources by Version").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resources {
    /// The identity URL, which names organization and user: `https://login.salesforce.com/id/00D…/005…`.
    pub identity: String,
}

record!(read Resources { identity });

/// Who asks.
pub fn resources() -> Ask<Resources> {
    Ask::new("salesforce-what-identity", API.to_owned())
}

/// A connected app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConnectedApplication {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// **Permitted Users** is **Admin approved users are pre-authorized**.
    pub admin_approved_only: bool,
    /// For how long a refresh token is valid; null is taken for "until revoked", unproven.
    pub refresh_validity: Option<i64>,
}

record!(read ConnectedApplication {
    id as "Id",
    name as "Name",
    admin_approved_only as "OptionsAllowAdminApprovedUsersOnly",
    refresh_validity as "RefreshTokenValidityPeriod",
});

const APP: [&str; 4] = [
    "Id",
    "Name",
    "OptionsAllowAdminApprovedUsersOnly",
    "RefreshTokenValidityPeriod",
];

/// Connected apps whose name has a pattern. Only installed ones have a row (cloud-apis §3.2).
pub fn connected_apps_like(pattern: &str) -> Ask<Records<ConnectedApplication>> {
    let condition = format!("Name LIKE {}", quoted(pattern));
    Ask::new("salesforce-what-apps", path(&APP, "ConnectedApplication", &condition))
}

/// The installed connected app of a name (S001-20).
pub fn connected_app(name: &str) -> Ask<Records<ConnectedApplication>> {
    let condition = format!("Name = {}", quoted(name));
    Ask::new("salesforce-what-apps", path(&APP, "ConnectedApplication", &condition))
}

/// An external client app. The object's reference says that it is for internal use: a refusal says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExternalClientApplication {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
}

record!(read ExternalClientApplication { id as "Id", label as "MasterLabel" });

/// External client apps whose name has a pattern.
pub fn external_apps_like(pattern: &str) -> Ask<Records<ExternalClientApplication>> {
    let condition = format!("MasterLabel LIKE {}", quoted(pattern));
    let path = path(&["Id", "MasterLabel"], "ExternalClientApplication", &condition);
    Ask::new("salesforce-what-external-apps", path)
}

/// A user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its user name.
    pub username: String,
    /// Whether it can sign in.
    pub is_active: bool,
    /// Mail address.
    pub email: Option<String>,
    /// What single sign-on knows it by.
    pub federation: Option<String>,
}

record!(read User {
    id as "Id",
    name as "Name",
    username as "Username",
    is_active as "IsActive",
    email as "Email" or default,
    federation as "FederationIdentifier" or default,
});

const USER: [&str; 6] = ["Id", "Name", "Username", "IsActive", "Email", "FederationIdentifier"];

/// Users whose name has a pattern, the inactive ones too.
pub fn users_like(pattern: &str) -> Ask<Records<User>> {
    let condition = format!("Name LIKE {}", quoted(pattern));
    Ask::new("salesforce-what-users", path(&USER, "User", &condition))
}

/// Every active user who is a person.
pub fn people() -> Ask<Records<User>> {
    let condition = "IsActive = true AND UserType = 'Standard'";
    Ask::new("salesforce-what-users", path(&USER, "User", condition))
}

/// One user, by id.
pub fn user(id: &str) -> Ask<User> {
    Ask::new("salesforce-what-users", row("User", id, &USER))
}

/// A permission set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PermissionSet {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: String,
}

record!(read PermissionSet { id as "Id", label as "Label" });

/// Permission sets, no profile's, whose label has a pattern.
pub fn sets_like(pattern: &str) -> Ask<Records<PermissionSet>> {
    let condition = format!("IsOwnedByProfile = false AND Label LIKE {}", quoted(pattern));
    let path = path(&["Id", "Label"], "PermissionSet", &condition);
    Ask::new("salesforce-what-permission-sets", path)
}

/// Who holds which permission set, with what of it concerns the whole organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The row's id.
    pub id: String,
    /// User id.
    pub assignee: String,
    /// The permission set.
    pub set: HeldSet,
    /// Whether it gives anything now: it has not ended (`IsActive`), and needs no activation in each session
    /// (`HasActivationRequired`).
    pub in_force: bool,
}

impl FromJson for Assignment {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        let members = Members::of(value)?;
        let set: Value = members.get("PermissionSet")?;
        let of = Members::of(&set).map_err(|misread| misread.within("PermissionSet"))?;
        let mut system = Vec::new();
        for column in COLUMNS.into_iter().chain([VIEW_ALL_DATA]) {
            if set.get(column) == Some(&Value::Bool(true)) {
                system.push(column);
            }
        }
        let profile: Option<Named> = of.get_or_default("Profile")?;
        let label: String = of.get("Label")?;
        let is_active: Option<bool> = members.get_or_default("IsActive")?;
        let needs_session: Option<bool> = of.get_or_default("HasActivationRequired")?;
        Ok(Self {
            id: members.get("Id")?,
            assignee: members.get("AssigneeId")?,
            set: HeldSet {
                id: members.get("PermissionSetId")?,
                label: profile.map_or(label, |profile| profile.name),
                is_profile: of.get("IsOwnedByProfile")?,
                system,
            },
            in_force: is_active != Some(false) && needs_session != Some(true),
        })
    }
}

struct Named {
    name: String,
}

record!(read Named { name as "Name" });

/// What active users whose name has a pattern hold.
pub fn held_by_users_like(pattern: &str) -> Ask<Records<Assignment>> {
    let condition = format!("Assignee.IsActive = true AND Assignee.Name LIKE {}", quoted(pattern));
    let columns = [API_ENABLED, MODIFY_ALL_DATA, VIEW_ALL_DATA, MANAGE_DATA_INTEGRATIONS];
    assignments(&columns, &condition)
}

/// What these users hold; `columns` are those of [`COLUMNS`] the object is known to have. Up to two hundred at a time
/// fit into an address.
pub fn held_by(users: &[&str], columns: &[&str]) -> Ask<Records<Assignment>> {
    let condition = format!("AssigneeId IN {}", listed(users.iter().copied()));
    assignments(columns, &condition)
}

/// How many rows a query finds (SOQL and SOSL Reference, "COUNT()": the answer's `totalSize`, without any row).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// It.
    pub total: u64,
}

record!(read Size { total as "totalSize" });

/// How many active users hold a permission set, or a profile by its own.
pub fn holders_of(set: &str) -> Ask<Size> {
    let condition = format!("PermissionSetId = {} AND Assignee.IsActive = true", quoted(set));
    Ask::new(
        "salesforce-what-assignments",
        path(&["COUNT()"], "PermissionSetAssignment", &condition),
    )
}

fn assignments(columns: &[&str], condition: &str) -> Ask<Records<Assignment>> {
    let of_set: Vec<String> = columns.iter().map(|column| format!("PermissionSet.{column}")).collect();
    let mut all = vec![
        "Id",
        "AssigneeId",
        "PermissionSetId",
        "IsActive",
        "PermissionSet.HasActivationRequired",
        "PermissionSet.Label",
        "PermissionSet.IsOwnedByProfile",
        "PermissionSet.Profile.Name",
    ];
    all.extend(of_set.iter().map(String::as_str));
    let path = path(&all, "PermissionSetAssignment", condition);
    Ask::new("salesforce-what-assignments", path)
}

/// Rights on an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectPermission {
    /// The permission set.
    pub parent: String,
    /// The object.
    pub object: String,
    /// The rights.
    pub rights: Rights,
}

impl FromJson for ObjectPermission {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        let members = Members::of(value)?;
        let mut rights = Rights::NONE;
        for right in &EACH {
            if members.get::<bool>(right.column)? {
                rights = rights.and(right.is);
            }
        }
        Ok(Self {
            parent: members.get("ParentId")?,
            object: members.get("SobjectType")?,
            rights,
        })
    }
}

/// The rights on objects these permission sets give.
pub fn object_permissions<'a>(sets: impl Iterator<Item = &'a str>) -> Ask<Records<ObjectPermission>> {
    let mut columns = vec!["ParentId", "SobjectType"];
    columns.extend(EACH.iter().map(|right| right.column));
    let condition = format!("ParentId IN {}", listed(sets));
    let path = path(&columns, "ObjectPermissions", &condition);
    Ask::new("salesforce-what-object-permissions", path)
}

/// Rights on a field; without any there is no row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldPermission {
    /// The permission set.
    pub parent: String,
    /// `Object.Field`.
    pub field: String,
    /// Whether it may be read.
    pub read: bool,
    /// Whether it may be edited.
    pub edit: bool,
}

record!(read FieldPermission {
    parent as "ParentId",
    field as "Field",
    read as "PermissionsRead",
    edit as "PermissionsEdit",
});

/// The rights on fields these permission sets give.
pub fn field_permissions<'a>(sets: impl Iterator<Item = &'a str>) -> Ask<Records<FieldPermission>> {
    let columns = ["ParentId", "SobjectType", "Field", "PermissionsRead", "PermissionsEdit"];
    let condition = format!("ParentId IN {}", listed(sets));
    let path = path(&columns, "FieldPermissions", &condition);
    Ask::new("salesforce-what-field-permissions", path)
}

/// An object's description, of which only the fields are looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description {
    fields: Vec<DescribedField>,
}

record!(read Description { fields });

#[derive(Debug, Clone, PartialEq, Eq)]
struct DescribedField {
    name: String,
    permissionable: Option<bool>,
}

record!(read DescribedField { name, permissionable or default });

impl Description {
    /// How a field stands, by its name without the object's.
    pub fn field(&self, name: &str) -> Standing {
        match self.fields.iter().find(|field| field.name.eq_ignore_ascii_case(name)) {
            None => Standing::NotThere,
            Some(field) => match field.permissionable {
                Some(true) => Standing::Permissionable,
                Some(false) => Standing::NotPermissionable,
                None => Standing::Unknown,
            },
        }
    }
}

/// The description of an object, by one of our own names.
pub fn describe(object: &str) -> Ask<Description> {
    Ask::new(
        "salesforce-what-description",
        format!("{API}sobjects/{object}/describe"),
    )
}

/// Who may use a connected app by an administrator's grant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetupEntityAccess {
    /// The row's id.
    pub id: String,
    /// A profile's or another permission set.
    pub parent: String,
}

record!(read SetupEntityAccess { id as "Id", parent as "ParentId" });

/// The grants of a connected app (S001-24, S001-29): filtered by the app, as its own type cannot be (cloud-apis §3.4).
pub fn app_grants(app: &str) -> Ask<Records<SetupEntityAccess>> {
    let condition = format!("SetupEntityId = {}", quoted(app));
    let path = path(&["Id", "ParentId", "SetupEntityId"], "SetupEntityAccess", &condition);
    Ask::new("salesforce-what-app-grants", path)
}
