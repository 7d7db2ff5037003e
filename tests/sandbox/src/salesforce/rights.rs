//! What a user may: the permissions and object permissions of the profile's set and every set assigned.

use super::store::{Records, flag, text};
use crate::clock::Clock;
use std::collections::{BTreeMap, BTreeSet};

/// A user's effective rights.
#[derive(Debug, Clone, Default)]
pub struct Rights {
    /// The user's id.
    pub user: String,
    permissions: BTreeSet<String>,
    /// Letters by object: create, read, update, delete.
    objects: BTreeMap<String, BTreeSet<char>>,
}

/// Ids of the sets in force for a user, the profile's own among them.
pub fn sets_of<'a>(records: &'a Records, user: &'a str, clock: Clock) -> impl Iterator<Item = &'a str> {
    let now = clock.text();
    records
        .all("PermissionSetAssignment")
        .filter(move |row| text(row, "AssigneeId") == user)
        .filter(move |row| {
            let until = text(row, "ExpirationDate");
            until.is_empty() || until.get(..19) > now.get(..19)
        })
        .map(|row| text(row, "PermissionSetId"))
}

impl Rights {
    /// A user's rights as the org stands.
    pub fn of(records: &Records, user: &str, clock: Clock) -> Self {
        let mut rights = Self {
            user: user.to_owned(),
            ..Self::default()
        };
        let sets: BTreeSet<&str> = sets_of(records, user, clock).collect();
        for set in sets.iter().filter_map(|id| records.get("PermissionSet", id)) {
            for (name, value) in set {
                if let (Some(permission), Some(true)) = (name.strip_prefix("Permissions"), value.as_bool()) {
                    rights.permissions.insert(permission.to_owned());
                }
            }
        }
        for row in records.all("ObjectPermissions") {
            if !sets.contains(text(row, "ParentId")) {
                continue;
            }
            let letters = rights.objects.entry(text(row, "SobjectType").to_owned()).or_default();
            for (field, letter) in [
                ("PermissionsCreate", 'c'),
                ("PermissionsRead", 'r'),
                ("PermissionsEdit", 'u'),
                ("PermissionsDelete", 'd'),
            ] {
                if flag(row, field) {
                    letters.insert(letter);
                }
            }
        }
        rights
    }

    /// Whether a permission is held.
    pub fn holds(&self, permission: &str) -> bool {
        self.permissions.contains(permission)
    }

    /// Whether records of a data object may be so treated.
    pub fn may(&self, object: &str, letter: char) -> bool {
        self.holds("ModifyAllData")
            || (letter == 'r' && self.holds("ViewAllData"))
            || self
                .objects
                .get(object)
                .is_some_and(|letters| letters.contains(&letter))
    }
}
