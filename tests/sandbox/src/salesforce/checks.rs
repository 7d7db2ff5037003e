//! What a record must be to be kept: references, dependencies, uniqueness, and who owns a permission set.

use super::World;
use super::id;
use super::refusal::Refusal;
use super::schema::{DEPENDS, Object, PERMISSIONS};
use super::store::{Row, flag, text};
use super::writes::ENTITIES;
use serde_json::Value;

/// What each object permission needs beside it.
const OBJECT_DEPENDS: [(&str, &str, &[&str]); 5] = [
    ("PermissionsCreate", "Create", &["PermissionsRead"]),
    ("PermissionsEdit", "Edit", &["PermissionsRead"]),
    ("PermissionsDelete", "Delete", &["PermissionsRead", "PermissionsEdit"]),
    ("PermissionsViewAllRecords", "View All", &["PermissionsRead"]),
    (
        "PermissionsModifyAllRecords",
        "Modify All",
        &[
            "PermissionsRead",
            "PermissionsEdit",
            "PermissionsDelete",
            "PermissionsViewAllRecords",
        ],
    ),
];
impl World<'_> {
    /// Holds a record against its object's rules; `before` is it as it stood.
    pub(super) fn check(&self, object: &Object, row: &Row, before: Option<&Row>) -> Result<(), Refusal> {
        self.references(object, row)?;
        match object.name {
            "PermissionSet" => self.check_set(row, before),
            "PermissionSetAssignment" => self.check_assignment(row),
            "ObjectPermissions" => self.check_object_permissions(row, before),
            "FieldPermissions" => self.check_field_permissions(row, before),
            "SetupEntityAccess" => self.check_access(row),
            "User" => self.check_user(row, before),
            _ => Ok(()),
        }
    }

    /// Ids must be of records that are there, of the right object.
    fn references(&self, object: &Object, row: &Row) -> Result<(), Refusal> {
        for field in &object.fields {
            let (Some((_, target)), value) = (field.to, text(row, &field.name)) else {
                continue;
            };
            if value.is_empty() || self.org.records.get(target, value).is_some() {
                continue;
            }
            let kind = self.org.schema.object(target).map_or("", |object| object.prefix);
            return Err(if value.starts_with(kind) {
                Refusal::record("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", &[])
            } else {
                let says = format!("{}: id value of incorrect type: {value}", field.name);
                Refusal::record("FIELD_INTEGRITY_EXCEPTION", says, &[&field.name])
            });
        }
        Ok(())
    }

    /// Whether a set's own rights may be changed: not a profile's, a group's, or a package's. That the API refuses a
    /// profile's and a group's is how Setup has it; its own words are not published.
    pub(super) fn editable(&self, set: &Row) -> Result<(), Refusal> {
        if flag(set, "IsOwnedByProfile") || text(set, "Type") == "Group" {
            return Err(Refusal::readonly());
        }
        if !text(set, "NamespacePrefix").is_empty() {
            let says = format!(
                "cannot modify managed object: entity=PermissionSet, component={}, state=installed",
                id::short(text(set, "Id"))
            );
            return Err(Refusal::record("CANNOT_MODIFY_MANAGED_OBJECT", says, &[]));
        }
        Ok(())
    }

    fn parent(&self, row: &Row) -> Result<(), Refusal> {
        let set = self.org.records.get("PermissionSet", text(row, "ParentId"));
        set.map_or(Ok(()), |set| self.editable(set))
    }

    fn check_set(&self, row: &Row, before: Option<&Row>) -> Result<(), Refusal> {
        if let Some(before) = before {
            self.editable(before)?;
        }
        let name = text(row, "Name");
        let plain = name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
            && !name.ends_with('_')
            && !name.contains("__");
        if !plain {
            let says = "The PermissionSet API Name can only contain underscores and alphanumeric characters. It must be unique, begin with a letter, not include spaces, not end with an underscore, and not contain two consecutive underscores.";
            return Err(Refusal::record("INVALID_INPUT", says, &["Name"]));
        }
        let other = |each: &&Row| {
            text(each, "Name").eq_ignore_ascii_case(name)
                && text(each, "NamespacePrefix").is_empty()
                && text(each, "Id") != text(row, "Id")
        };
        if self.org.records.all("PermissionSet").any(|each| other(&each)) {
            let says = format!(
                "The name \"{name}\" is already used on component type: Permission Set. Please rename existing component."
            );
            return Err(Refusal::record("DUPLICATE_DEVELOPER_NAME", says, &["Name"]));
        }
        let label = |permission: &str| {
            PERMISSIONS
                .iter()
                .find(|(name, _)| *name == permission)
                .map_or("", |(_, label)| *label)
        };
        for (permission, needs) in DEPENDS {
            let lacking: Vec<&str> = needs
                .iter()
                .filter(|name| !flag(row, &format!("Permissions{name}")))
                .map(|name| label(name))
                .collect();
            if flag(row, &format!("Permissions{permission}")) && !lacking.is_empty() {
                let says = format!(
                    "Permission {} depends on permission(s): {}",
                    label(permission),
                    lacking.join(", ")
                );
                return Err(Refusal::record("FIELD_INTEGRITY_EXCEPTION", says, &[]));
            }
        }
        Ok(())
    }

    fn check_assignment(&self, row: &Row) -> Result<(), Refusal> {
        let records = &self.org.records;
        let (set_id, user_id) = (text(row, "PermissionSetId"), text(row, "AssigneeId"));
        let Some(set) = records.get("PermissionSet", set_id) else {
            let missing = ["PermissionSetId"];
            let says = format!("Required fields are missing: [{}]", missing[0]);
            return Err(Refusal::record("REQUIRED_FIELD_MISSING", says, &missing));
        };
        if flag(set, "IsOwnedByProfile") {
            return Err(Refusal::readonly());
        }
        let same = |each: &Row| text(each, "PermissionSetId") == set_id && text(each, "AssigneeId") == user_id;
        if records.all("PermissionSetAssignment").any(same) {
            let says = format!(
                "Duplicate PermissionSetAssignment. Assignee: {}; Permission Set: {}",
                id::short(user_id),
                id::short(set_id)
            );
            return Err(Refusal::record("DUPLICATE_VALUE", says, &[]));
        }
        let Some(user) = records.get("User", user_id) else {
            return Ok(());
        };
        let profile = records.get("Profile", text(user, "ProfileId"));
        let licence = profile.map_or("", |profile| text(profile, "UserLicenseId"));
        let (label, name) = (text(set, "Label"), text(user, "Name"));
        let refused = |what: &str| {
            let says = format!("Can't assign permission set {label} to user {name}. {what}");
            Err(Refusal::record("FIELD_INTEGRITY_EXCEPTION", says, &[]))
        };
        let wanted = text(set, "LicenseId");
        if !wanted.is_empty() && wanted != licence {
            return refused("The user license doesn't match the permission set license.");
        }
        let chatter = records
            .get("UserLicense", licence)
            .is_some_and(|row| text(row, "LicenseDefinitionKey").starts_with("PID_CHATTER"));
        if chatter && flag(set, "PermissionsApiEnabled") {
            return refused("The user license doesn't allow the permission: API Enabled");
        }
        Ok(())
    }

    fn check_object_permissions(&self, row: &Row, before: Option<&Row>) -> Result<(), Refusal> {
        self.parent(row)?;
        let kind = text(row, "SobjectType");
        if self.org.schema.object(kind).is_none_or(|object| !object.permissioned) {
            return Err(restricted("SobjectType", kind));
        }
        for (field, label, needs) in OBJECT_DEPENDS {
            if flag(row, field) && needs.iter().any(|need| !flag(row, need)) {
                // What takes Read away together with everything else deletes the row.
                let lacking = needs.iter().filter(|need| !flag(row, need)).map(|need| {
                    let label = OBJECT_DEPENDS.iter().find(|(name, ..)| name == need);
                    format!("{} {kind}", label.map_or("Read", |(_, label, _)| *label))
                });
                let lacking: Vec<String> = lacking.collect();
                let says = format!(
                    "Permission {label} {kind} depends on permission(s): {}",
                    lacking.join(", ")
                );
                return Err(Refusal::record("FIELD_INTEGRITY_EXCEPTION", says, &[]));
            }
        }
        if before.is_none() {
            if !flag(row, "PermissionsRead") {
                let says = format!("A record of object permissions grants at least Read of {kind}");
                return Err(Refusal::record("FIELD_INTEGRITY_EXCEPTION", says, &["PermissionsRead"]));
            }
            self.unique("ObjectPermissions", row, &["ParentId", "SobjectType"])?;
        }
        Ok(())
    }

    fn check_field_permissions(&self, row: &Row, before: Option<&Row>) -> Result<(), Refusal> {
        self.parent(row)?;
        let (kind, name) = (text(row, "SobjectType"), text(row, "Field"));
        let own = name.split_once('.').filter(|(object, _)| *object == kind);
        let field = own.and_then(|(object, field)| self.org.schema.object(object)?.field(field).cloned());
        let Some(field) = field.filter(|field| field.permissionable) else {
            return Err(restricted("Field", name));
        };
        let (read, edit) = (flag(row, "PermissionsRead"), flag(row, "PermissionsEdit"));
        if edit && field.calculated {
            let says = format!("Field {name} is read-only: Edit cannot be granted");
            return Err(Refusal::record("FIELD_INTEGRITY_EXCEPTION", says, &["PermissionsEdit"]));
        }
        if edit && !read {
            let says = format!("Permission Edit {name} depends on permission(s): Read {name}");
            return Err(Refusal::record("FIELD_INTEGRITY_EXCEPTION", says, &[]));
        }
        if before.is_none() {
            if !read {
                let says = format!("A record of field permissions grants at least Read of {name}");
                return Err(Refusal::record("FIELD_INTEGRITY_EXCEPTION", says, &["PermissionsRead"]));
            }
            self.unique("FieldPermissions", row, &["ParentId", "Field"])?;
        }
        Ok(())
    }

    fn check_access(&self, row: &Row) -> Result<(), Refusal> {
        let entity = text(row, "SetupEntityId");
        let known = ENTITIES
            .iter()
            .any(|(_, object)| self.org.records.get(object, entity).is_some());
        if !known {
            return Err(Refusal::record(
                "INVALID_CROSS_REFERENCE_KEY",
                "invalid cross reference id",
                &["SetupEntityId"],
            ));
        }
        self.unique("SetupEntityAccess", row, &["ParentId", "SetupEntityId"])
    }

    fn check_user(&self, row: &Row, before: Option<&Row>) -> Result<(), Refusal> {
        let records = &self.org.records;
        let other = |field: &str| {
            let value = text(row, field);
            records.all("User").find(|each| {
                !value.is_empty()
                    && text(each, field).eq_ignore_ascii_case(value)
                    && text(each, "Id") != text(row, "Id")
            })
        };
        if !text(row, "Username").contains('@') || !text(row, "Email").contains('@') {
            let field = if text(row, "Username").contains('@') {
                "Email"
            } else {
                "Username"
            };
            let says = format!("{field}: invalid email address: {}", text(row, field));
            return Err(Refusal::record("INVALID_EMAIL_ADDRESS", says, &[field]));
        }
        if other("Username").is_some() {
            let says = "Duplicate Username.<br>The username already exists in this or another Salesforce organization. Usernames must be unique across all Salesforce organizations. To resolve, use a different username (it doesn't need to match the user's email address).";
            return Err(Refusal::record("DUPLICATE_USERNAME", says, &["Username"]));
        }
        if let Some(other) = other("FederationIdentifier") {
            let says = format!(
                "duplicate value found: FederationIdentifier duplicates value on record with id: {}",
                id::short(text(other, "Id"))
            );
            return Err(Refusal::record("DUPLICATE_VALUE", says, &[]));
        }
        let profile = records.get("Profile", text(row, "ProfileId"));
        let licence = profile.and_then(|profile| records.get("UserLicense", text(profile, "UserLicenseId")));
        if flag(row, "IsActive")
            && before.is_none_or(|before| !flag(before, "IsActive"))
            && let Some(licence) = licence
        {
            let held = records.all("User").filter(|user| {
                let profile = records.get("Profile", text(user, "ProfileId"));
                flag(user, "IsActive") && profile.is_some_and(|p| text(p, "UserLicenseId") == text(licence, "Id"))
            });
            let total = licence.get("TotalLicenses").and_then(Value::as_u64).unwrap_or(u64::MAX);
            if u64::try_from(held.count()).unwrap_or(u64::MAX) >= total {
                return Err(Refusal::record("LICENSE_LIMIT_EXCEEDED", "license limit exceeded", &[]));
            }
        }
        Ok(())
    }

    fn unique(&self, object: &str, row: &Row, fields: &[&str]) -> Result<(), Refusal> {
        let same = |each: &&Row| {
            text(each, "Id") != text(row, "Id") && fields.iter().all(|field| text(each, field) == text(row, field))
        };
        match self.org.records.all(object).find(same) {
            None => Ok(()),
            Some(other) => {
                let says = format!(
                    "duplicate value found: <unknown> duplicates value on record with id: {}",
                    id::short(text(other, "Id"))
                );
                Err(Refusal::record("DUPLICATE_VALUE", says, &[]))
            }
        }
    }
}

fn restricted(field: &str, value: &str) -> Refusal {
    let says = format!("{field}: bad value for restricted picklist field: {value}");
    Refusal::record("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", says, &[field])
}
