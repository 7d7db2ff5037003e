//! Creating, changing and deleting records, and who may (Object Reference: each object's fields, "Special Access
//! Rules"). Codes are the API's; where its words are published nowhere, they are close to what logs show.

use super::World;
use super::id;
use super::refusal::Refusal;
use super::rights::Rights;
use super::schema::{Field, Kind, Object};
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
/// First letters of what a set can be given, and what it is then called.
pub(super) const ENTITIES: [(&str, &str); 2] = [("0H4", "ConnectedApplication"), ("0xI", "ExternalClientApplication")];

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
