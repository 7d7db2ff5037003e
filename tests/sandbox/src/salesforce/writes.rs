//! Creating, changing and deleting records, and what is refused (Object Reference: each object's fields, "Special
//! Access Rules"). Codes are the API's; where its words are published nowhere, they are close to what logs show.

use super::World;
use super::id;
use super::refusal::Refusal;
use super::rights::Rights;
use super::schema::{DEPENDS, Field, Kind, Object, PERMISSIONS};
use super::store::{Row, flag, text};
use serde_json::{Value, json};

/// Right each object's writes take; none for data objects, where object permissions decide.
const RIGHTS: [(&str, &str); 7] = [
    ("PermissionSet", "ManageProfilesPermissionsets"),
    ("ObjectPermissions", "ManageProfilesPermissionsets"),
    ("FieldPermissions", "ManageProfilesPermissionsets"),
    ("SetupEntityAccess", "ManageProfilesPermissionsets"),
    ("PermissionSetAssignment", "AssignPermissionSets"),
    ("User", "ManageUsers"),
    ("Organization", "CustomizeApplication"),
];
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
/// First letters of what a set can be given, and what it is then called.
const ENTITIES: [(&str, &str); 2] = [("0H4", "ConnectedApplication"), ("0xI", "ExternalClientApplication")];

impl World<'_> {
    /// Makes a record and answers its id.
    ///
    /// # Errors
    /// What the object refuses.
    pub fn create(&mut self, rights: &Rights, name: &str, body: &Value) -> Result<String, Refusal> {
        let object = self.object(name, rights)?;
        self.allowed(&object, rights, 'c')?;
        let mut row = values(&object, body, true)?;
        let missing: Vec<&str> = object
            .fields
            .iter()
            .filter(|field| field.required && row.get(&field.name).is_none_or(Value::is_null))
            .map(|field| field.name.as_str())
            .collect();
        if !missing.is_empty() {
            let says = format!("Required fields are missing: [{}]", missing.join(", "));
            return Err(Refusal::record("REQUIRED_FIELD_MISSING", says, &missing));
        }
        self.complete(&object, &mut row);
        self.check(&object, &row, None)?;
        let id = self.org.records.make(
            &self.org.schema,
            self.mint,
            object.name,
            row,
            &rights.user,
            self.clock.now(),
        );
        if object.name == "User" {
            self.profile_assigned(&id, &rights.user);
        }
        Ok(id)
    }

    /// Changes a record.
    ///
    /// # Errors
    /// What the object refuses.
    pub fn update(&mut self, rights: &Rights, name: &str, id: &str, body: &Value) -> Result<(), Refusal> {
        let object = self.object(name, rights)?;
        let before = self.existing(&object, id)?;
        self.allowed(&object, rights, 'u')?;
        let changed = values(&object, body, false)?;
        let mut row = before.clone();
        row.extend(changed.clone());
        if let Some(field) = object.fields.iter().find(|field| {
            field.required && changed.contains_key(&field.name) && row.get(&field.name).is_none_or(Value::is_null)
        }) {
            let says = format!("Required fields are missing: [{}]", field.name);
            return Err(Refusal::record("REQUIRED_FIELD_MISSING", says, &[&field.name]));
        }
        self.complete(&object, &mut row);
        let id = text(&before, "Id").to_owned();
        self.check(&object, &row, Some(&before))?;
        let (schema, records) = (&self.org.schema, &mut self.org.records);
        // A row of rights that grants nothing any more is deleted.
        let void = matches!(object.name, "FieldPermissions" | "ObjectPermissions") && !flag(&row, "PermissionsRead");
        if void {
            records.remove(object.name, &id);
            return Ok(());
        }
        records.change(schema, object.name, &id, row, &rights.user, self.clock.now());
        if object.name == "User" && changed.contains_key("ProfileId") {
            self.profile_assigned(&id, &rights.user);
        }
        Ok(())
    }

    /// Deletes a record.
    ///
    /// # Errors
    /// What the object refuses.
    pub fn delete(&mut self, rights: &Rights, name: &str, id: &str) -> Result<(), Refusal> {
        let object = self.object(name, rights)?;
        let row = self.existing(&object, id)?;
        if !object.calls.contains('d') {
            return Err(Refusal::record(
                "INVALID_TYPE_FOR_OPERATION",
                format!("entity type cannot be deleted: {}", object.name),
                &[],
            ));
        }
        self.allowed(&object, rights, 'd')?;
        let id = text(&row, "Id").to_owned();
        let records = &mut self.org.records;
        match object.name {
            "PermissionSet" => {
                self.editable(&row)?;
                let held = |each: &Row| text(each, "PermissionSetId") == id;
                let records = &mut self.org.records;
                if records.all("PermissionSetAssignment").any(held) {
                    return Err(Refusal::record(
                        "DELETE_FAILED",
                        "Your attempt to delete the permission set could not be completed because it is assigned to users.",
                        &[],
                    ));
                }
                for below in ["ObjectPermissions", "FieldPermissions", "SetupEntityAccess"] {
                    records.remove_where(below, |each| text(each, "ParentId") == id);
                }
                records.remove(object.name, &id);
            }
            "PermissionSetAssignment" => {
                let set = records.get("PermissionSet", text(&row, "PermissionSetId"));
                if set.is_some_and(|set| flag(set, "IsOwnedByProfile")) {
                    return Err(Refusal::readonly());
                }
                records.remove(object.name, &id);
            }
            "ObjectPermissions" | "FieldPermissions" | "SetupEntityAccess" => {
                let set = records.get("PermissionSet", text(&row, "ParentId")).cloned();
                if object.name != "SetupEntityAccess" {
                    set.map_or(Ok(()), |set| self.editable(&set))?;
                }
                self.org.records.remove(object.name, &id);
            }
            _ => {
                records.remove(object.name, &id);
            }
        }
        Ok(())
    }

    /// An object the caller reaches.
    ///
    /// # Errors
    /// 404 for any other.
    pub(super) fn object(&self, name: &str, rights: &Rights) -> Result<Object, Refusal> {
        self.org
            .schema
            .object(name)
            .filter(|object| reaches(object, rights))
            .cloned()
            .ok_or_else(Refusal::absent)
    }

    /// A record by either form of its id.
    ///
    /// # Errors
    /// 404 where there is none.
    pub(super) fn existing(&self, object: &Object, id: &str) -> Result<Row, Refusal> {
        let id = id::parse(id).ok_or_else(|| {
            Refusal::new(
                404,
                "NOT_FOUND",
                format!("Provided external ID field does not exist or is not accessible: {id}"),
            )
        })?;
        let row = self.org.records.get(object.name, &id).cloned();
        row.ok_or_else(Refusal::absent)
    }

    fn allowed(&self, object: &Object, rights: &Rights, letter: char) -> Result<(), Refusal> {
        if !object.calls.contains(letter) {
            let says = format!("entity type {} does not support {}", object.name, called(letter));
            return Err(Refusal::record("INVALID_TYPE_FOR_OPERATION", says, &[]));
        }
        let may = match RIGHTS.iter().find(|(name, _)| *name == object.name) {
            Some((_, right)) => rights.holds(right) || (object.name == "User" && rights.holds("ManageInternalUsers")),
            None => rights.may(object.name, letter),
        };
        if may { Ok(()) } else { Err(Refusal::readonly()) }
    }

    /// What the platform itself writes into a record.
    fn complete(&self, object: &Object, row: &mut Row) {
        match object.name {
            "PermissionSet" => {
                for (field, value) in [
                    ("IsOwnedByProfile", json!(false)),
                    ("IsCustom", json!(true)),
                    ("Type", json!("Regular")),
                ] {
                    row.entry(field).or_insert(value);
                }
            }
            "PermissionSetAssignment" => {
                let group = text(row, "PermissionSetGroupId").to_owned();
                if !group.is_empty() {
                    let set = self.org.records.find("PermissionSet", "PermissionSetGroupId", &group);
                    let set = set.map_or(Value::Null, |set| json!(text(set, "Id")));
                    row.insert("PermissionSetId".into(), set);
                }
                row.insert("IsActive".into(), json!(true));
            }
            "SetupEntityAccess" => {
                let of = ENTITIES
                    .iter()
                    .find(|(prefix, _)| text(row, "SetupEntityId").starts_with(prefix));
                row.insert(
                    "SetupEntityType".into(),
                    of.map_or(Value::Null, |(_, name)| json!(name)),
                );
            }
            _ => {
                let whole = format!("{} {}", text(row, "FirstName"), text(row, "LastName"));
                if object.field("LastName").is_some() {
                    row.insert("Name".into(), json!(whole.trim()));
                }
            }
        }
    }

    fn check(&self, object: &Object, row: &Row, before: Option<&Row>) -> Result<(), Refusal> {
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
    fn editable(&self, set: &Row) -> Result<(), Refusal> {
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

    /// A user holds the set of the profile, and of no other profile.
    pub(super) fn profile_assigned(&mut self, user: &str, by: &str) {
        let records = &mut self.org.records;
        let profile = records.get("User", user).map(|row| text(row, "ProfileId").to_owned());
        let owned: Vec<(String, bool)> = records
            .all("PermissionSet")
            .filter(|set| flag(set, "IsOwnedByProfile"))
            .map(|set| {
                (
                    text(set, "Id").to_owned(),
                    Some(text(set, "ProfileId")) == profile.as_deref(),
                )
            })
            .collect();
        records.remove_where("PermissionSetAssignment", |row| {
            text(row, "AssigneeId") == user && owned.iter().any(|(id, _)| id == text(row, "PermissionSetId"))
        });
        if let Some((set, _)) = owned.iter().find(|(_, own)| *own) {
            let row = json!({"PermissionSetId": set, "AssigneeId": user, "IsActive": true});
            if let Value::Object(row) = row {
                records.make(
                    &self.org.schema,
                    self.mint,
                    "PermissionSetAssignment",
                    row,
                    by,
                    self.clock.now(),
                );
            }
        }
    }
}

/// Whether a caller reaches an object at all.
pub(super) fn reaches(object: &Object, rights: &Rights) -> bool {
    if object.calls.is_empty() {
        false
    } else if object.setup {
        rights.holds("ViewSetup")
    } else {
        !object.permissioned || rights.may(object.name, 'r')
    }
}

fn called(letter: char) -> &'static str {
    match letter {
        'c' => "create",
        'u' => "update",
        _ => "delete",
    }
}

fn restricted(field: &str, value: &str) -> Refusal {
    let says = format!("{field}: bad value for restricted picklist field: {value}");
    Refusal::record("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", says, &[field])
}

/// The fields of a body, by their own names and with ids in their long form.
fn values(object: &Object, body: &Value, creating: bool) -> Result<Row, Refusal> {
    let Some(given) = body.as_object() else {
        return Err(Refusal::new(
            400,
            "JSON_PARSER_ERROR",
            "The HTTP entity body is required, but this request has no entity body.",
        ));
    };
    let mut row = Row::new();
    for (name, value) in given {
        if name == "attributes" {
            continue;
        }
        let Some(field) = object.field(name) else {
            let says = format!("No such column '{name}' on sobject of type {}", object.name);
            return Err(Refusal::new(400, "INVALID_FIELD", says));
        };
        if !(if creating { field.create } else { field.update }) {
            let says = format!(
                "Unable to create/update fields: {}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.",
                field.name
            );
            return Err(Refusal::record("INVALID_FIELD_FOR_INSERT_UPDATE", says, &[&field.name]));
        }
        row.insert(field.name.clone(), value_of(field, value)?);
    }
    Ok(row)
}

fn value_of(field: &Field, value: &Value) -> Result<Value, Refusal> {
    let fits = match (field.kind, value) {
        (Kind::Boolean, Value::Null) => return Ok(json!(false)),
        (_, Value::Null) => true,
        (Kind::Boolean, value) => value.is_boolean(),
        (Kind::Number(_), value) => value.is_number(),
        (Kind::Id | Kind::Reference, Value::String(text)) if text.is_empty() => return Ok(Value::Null),
        (Kind::Id | Kind::Reference, Value::String(text)) => {
            let Some(id) = id::parse(text) else {
                let says = format!("{}: id value of incorrect type: {text}", field.name);
                return Err(Refusal::record("MALFORMED_ID", says, &[&field.name]));
            };
            return Ok(json!(id));
        }
        (_, value) => value.is_string(),
    };
    if fits {
        return Ok(value.clone());
    }
    let (kind, found) = (
        match field.kind {
            Kind::Boolean => "boolean",
            Kind::Number(_) => "double",
            _ => "string",
        },
        match value {
            Value::Bool(_) => "VALUE_BOOLEAN",
            Value::Number(_) => "VALUE_NUMBER",
            Value::String(_) => "VALUE_STRING",
            Value::Array(_) => "START_ARRAY",
            _ => "START_OBJECT",
        },
    );
    let says = format!(
        "Cannot deserialize instance of {kind} from {found} value {value} or request may be missing a required field at [line:1, column:2]"
    );
    Err(Refusal::new(400, "JSON_PARSER_ERROR", says))
}
