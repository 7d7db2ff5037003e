//! The directory's objects, the secrets beside them, and what has not reached every replica yet.

use super::csdl::model;
use crate::clock;
use crate::ident::Guid;
use crate::mint::digest;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// One object.
pub type Row = Map<String, Value>;

/// Sets of the directory, as the state document names them, and the type of their rows.
pub const SETS: [(&str, &str); 13] = [
    ("organization", "organization"),
    ("users", "user"),
    ("groups", "group"),
    // Links, `groupId` to `memberId`, which no resource shows as they are.
    ("groupMembers", ""),
    ("applications", "application"),
    ("servicePrincipals", "servicePrincipal"),
    ("oauth2PermissionGrants", "oAuth2PermissionGrant"),
    ("appRoleAssignments", "appRoleAssignment"),
    ("subscribedSkus", "subscribedSku"),
    ("directoryRoles", "directoryRole"),
    ("roleAssignments", "unifiedRoleAssignment"),
    ("policies", "tenantAppManagementPolicy"),
    ("deletedItems", ""),
];

/// Why a client secret does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecretFault {
    /// No such application.
    NoApplication,
    /// Not one of its secrets.
    Wrong,
    /// One whose end has come.
    Expired,
}

/// The tenant's directory.
#[derive(Debug)]
pub struct Directory {
    /// The tenant.
    pub tenant: Guid,
    sets: BTreeMap<&'static str, Vec<Row>>,
    /// Digests of client secrets by key id.
    secrets: BTreeMap<String, String>,
    /// Digests of passwords by user id.
    passwords: BTreeMap<String, String>,
    /// Fresh objects, and how many requests do not see them yet.
    unseen: BTreeMap<String, u32>,
    /// How many requests do not see a fresh object.
    pub lag: u32,
    /// Client secrets made so far.
    pub made: u64,
    /// Who owns which app registration: its id and the user's. It goes and comes back with the registration.
    pub application_owners: Vec<(String, String)>,
}

/// A member's text, empty when there is none.
pub fn text<'a>(row: &'a Row, name: &str) -> &'a str {
    row.get(name).and_then(Value::as_str).unwrap_or_default()
}

impl Directory {
    /// An empty directory.
    pub fn new(tenant: Guid) -> Self {
        Self {
            tenant,
            sets: SETS.iter().map(|(name, _)| (*name, Vec::new())).collect(),
            secrets: BTreeMap::new(),
            passwords: BTreeMap::new(),
            unseen: BTreeMap::new(),
            lag: 0,
            made: 0,
            application_owners: Vec::new(),
        }
    }

    /// Every object of a set, replicated or not.
    pub fn all(&self, set: &str) -> &[Row] {
        self.sets.get(set).map_or(&[], Vec::as_slice)
    }

    /// The objects of a set that this request sees.
    pub fn rows<'a>(&'a self, set: &str) -> impl Iterator<Item = &'a Row> + use<'a> {
        self.all(set).iter().filter(|row| !self.hidden(row))
    }

    fn hidden(&self, row: &Row) -> bool {
        !self.unseen.is_empty() && self.unseen.contains_key(text(row, "id"))
    }

    /// The object of a set whose member has that text, compared without case; only what this request sees.
    pub fn find(&self, set: &str, member: &str, value: &str) -> Option<&Row> {
        self.rows(set).find(|row| text(row, member).eq_ignore_ascii_case(value))
    }

    /// The same, replicated or not: what the directory's own uniqueness rules see.
    pub fn find_any(&self, set: &str, member: &str, value: &str) -> Option<&Row> {
        self.all(set)
            .iter()
            .find(|row| text(row, member).eq_ignore_ascii_case(value))
    }

    /// A user by id or sign-in name.
    pub fn user(&self, key: &str) -> Option<&Row> {
        self.find("users", "id", key)
            .or_else(|| self.find("users", "userPrincipalName", key))
    }

    /// Adds an object; with `late` replication the next requests do not see it.
    pub fn insert(&mut self, set: &str, row: Row) {
        if self.lag > 0 {
            // The request that makes it counts as one.
            self.unseen.insert(text(&row, "id").to_owned(), self.lag + 1);
        }
        if let Some(rows) = self.sets.get_mut(set) {
            rows.push(row);
        }
    }

    /// Writes members of an object; a null takes the member away. False when there is no such object.
    pub fn update(&mut self, set: &str, id: &str, members: &Row) -> bool {
        let Some(row) = self.row_mut(set, id) else {
            return false;
        };
        for (name, value) in members {
            if value.is_null() {
                row.remove(name);
            } else {
                row.insert(name.clone(), value.clone());
            }
        }
        true
    }

    /// One object, to change.
    pub fn row_mut(&mut self, set: &str, id: &str) -> Option<&mut Row> {
        self.sets.get_mut(set)?.iter_mut().find(|row| text(row, "id") == id)
    }

    /// The objects of a set, to change.
    pub fn rows_mut(&mut self, set: &str) -> impl Iterator<Item = &mut Row> {
        self.sets.get_mut(set).into_iter().flatten()
    }

    /// Takes an object out of a set.
    pub fn remove(&mut self, set: &str, id: &str) -> Option<Row> {
        let rows = self.sets.get_mut(set)?;
        let at = rows.iter().position(|row| text(row, "id") == id)?;
        Some(rows.remove(at))
    }

    /// Takes out every object of a set that `goes`.
    pub fn remove_where(&mut self, set: &str, goes: impl Fn(&Row) -> bool) {
        if let Some(rows) = self.sets.get_mut(set) {
            rows.retain(|row| !goes(row));
        }
    }

    /// A request has ended: what is on its way is nearer.
    pub fn tick(&mut self) {
        self.unseen.retain(|_, left| {
            *left = left.saturating_sub(1);
            *left > 0
        });
    }

    /// Keeps a client secret's digest under its key id.
    pub fn keep_secret(&mut self, key: &str, secret: &str) {
        self.secrets.insert(key.to_owned(), digest(secret));
    }

    /// Forgets a client secret.
    pub fn drop_secret(&mut self, key: &str) {
        self.secrets.remove(key);
    }

    /// Keeps a password's digest.
    pub fn keep_password(&mut self, user: &str, password: &str) {
        self.passwords.insert(user.to_owned(), digest(password));
    }

    /// Whether that is the user's password; `None` where none is known, as of everybody of the first cast.
    pub fn password_holds(&self, upn: &str, password: &str) -> Option<bool> {
        let user = self.find_any("users", "userPrincipalName", upn);
        let Some(user) = user.filter(|row| row.get("accountEnabled") == Some(&json!(true))) else {
            return Some(false);
        };
        let kept = self.passwords.get(text(user, "id"))?;
        Some(*kept == digest(password))
    }

    /// Whether an application holds that secret now (seconds since 1970).
    ///
    /// # Errors
    /// Why not.
    pub fn secret_holds(&self, app_id: &str, secret: &str, now: i64) -> Result<(), SecretFault> {
        let app = self
            .find_any("applications", "appId", app_id)
            .ok_or(SecretFault::NoApplication)?;
        let credentials = app.get("passwordCredentials").and_then(Value::as_array);
        let wanted = digest(secret);
        let credential = credentials
            .into_iter()
            .flatten()
            .filter_map(Value::as_object)
            .find(|credential| self.secrets.get(text(credential, "keyId")) == Some(&wanted))
            .ok_or(SecretFault::Wrong)?;
        match clock::parse(text(credential, "endDateTime")) {
            Some(end) if end <= now => Err(SecretFault::Expired),
            _ => Ok(()),
        }
    }

    /// Units of a subscription that users hold.
    pub fn consumed(&self, sku: &str) -> usize {
        self.all("users")
            .iter()
            .filter(|user| licences(user).any(|held| held.eq_ignore_ascii_case(sku)))
            .count()
    }

    /// Role template ids of the directory roles a principal holds.
    pub fn roles_of(&self, principal: &str) -> Vec<&str> {
        self.all("roleAssignments")
            .iter()
            .filter(|row| text(row, "principalId") == principal)
            .map(|row| text(row, "roleDefinitionId"))
            .collect()
    }

    /// The sets as the state document has them: no secret is in them.
    pub fn document(&self) -> Value {
        let sets = self.sets.iter().map(|(name, rows)| {
            let rows = rows.iter().cloned().map(|mut row| {
                if *name == "subscribedSkus" {
                    row.insert("consumedUnits".into(), json!(self.consumed(text(&row, "skuId"))));
                }
                Value::Object(row)
            });
            ((*name).to_owned(), Value::Array(rows.collect()))
        });
        Value::Object(sets.collect())
    }

    /// Reads the named sets of a state document.
    ///
    /// # Errors
    /// An unknown set, or a row that the schema does not have.
    pub fn prepare(&self, document: &Value) -> Result<Vec<(&'static str, Vec<Row>)>, String> {
        let sets = document.as_object().ok_or("'graph' is not an object")?;
        let mut prepared = Vec::new();
        for (set, rows) in sets {
            let (name, type_name) = SETS
                .iter()
                .find(|(name, _)| name == set)
                .ok_or_else(|| format!("unknown set '{set}' of graph"))?;
            let rows = rows.as_array().ok_or_else(|| format!("'{set}' is not a list"))?;
            let mut read = Vec::new();
            for (at, row) in rows.iter().enumerate() {
                let row = row
                    .as_object()
                    .filter(|row| !text(row, "id").is_empty())
                    .ok_or_else(|| format!("row {at} of '{set}' is not an object with an id"))?;
                if !type_name.is_empty() {
                    model()
                        .check(type_name, row)
                        .map_err(|refusal| format!("row {at} of '{set}': {}", refusal.message))?;
                }
                read.push(row.clone());
            }
            prepared.push((*name, read));
        }
        Ok(prepared)
    }

    /// Replaces the prepared sets. Passwords and secrets that came in clear are kept as digests.
    pub fn replace(&mut self, prepared: Vec<(&'static str, Vec<Row>)>) {
        for (set, mut rows) in prepared {
            for row in &mut rows {
                let id = text(row, "id").to_owned();
                if let Some(profile) = row.get_mut("passwordProfile").and_then(Value::as_object_mut)
                    && let Some(Value::String(password)) = profile.remove("password")
                {
                    self.keep_password(&id, &password);
                }
                let credentials = row.get_mut("passwordCredentials").and_then(Value::as_array_mut);
                for credential in credentials.into_iter().flatten().filter_map(Value::as_object_mut) {
                    if let Some(Value::String(secret)) = credential.remove("secretText") {
                        self.keep_secret(text(credential, "keyId"), &secret);
                        let hint: String = secret.chars().take(3).collect();
                        credential.insert("hint".into(), json!(hint));
                    }
                }
                if set == "subscribedSkus" {
                    row.remove("consumedUnits");
                }
            }
            self.sets.insert(set, rows);
        }
    }
}

/// Subscriptions a user holds, by id.
pub fn licences(user: &Row) -> impl Iterator<Item = &str> {
    let held = user.get("assignedLicenses").and_then(Value::as_array);
    held.into_iter()
        .flatten()
        .filter_map(|licence| licence.get("skuId").and_then(Value::as_str))
}
