//! What has changed since the connection was last looked at: other parts, fewer rights, more rights. What is kept holds
//! ids and API names only.

use super::connection::Components;
use super::proof::{FieldStanding, Proof};
use super::rights::Rights;
use crate::json::record;

/// The connection as it was seen once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seen {
    /// When, in milliseconds since the Unix epoch.
    pub at: u64,
    /// Ids of apps, active users and the permission set held, ordered.
    pub parts: Vec<String>,
    /// Rights held, such as `Lead:PermissionsEdit`, fields read, such as `Lead.Email`, and fields
    /// edited, such as `Lead.Email:PermissionsEdit`, ordered.
    pub rights: Vec<String>,
}

record!(Seen { at, parts, rights });

/// The column of a field's permission to be edited (Salesforce's `FieldPermissions`).
const EDIT: &str = "PermissionsEdit";

/// What is different now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Drift {
    /// When it was seen before.
    pub since: u64,
    /// Whether a part is another one: the connection was made anew, or by somebody else.
    pub is_remade: bool,
    /// Rights that were held and are not any more.
    pub lost: Vec<String>,
    /// Rights that are held and were not.
    pub gained: Vec<String>,
}

impl Drift {
    /// Whether nothing is different.
    pub fn is_none(&self) -> bool {
        !self.is_remade && self.lost.is_empty() && self.gained.is_empty()
    }
}

impl Seen {
    /// As it is now.
    pub fn now(components: &Components, proof: &Proof, at: u64) -> Self {
        let mut parts: Vec<String> = components.apps.iter().flatten().map(|app| app.id.clone()).collect();
        parts.extend(components.active().map(|user| user.id.clone()));
        parts.extend(components.set().map(|set| set.id.clone()));
        parts.sort_unstable();
        let mut rights = Vec::new();
        let mut all = |object: &str, held: Rights| {
            for right in held.each() {
                rights.push(format!("{object}:{}", right.column));
            }
        };
        for line in &proof.objects {
            all(line.object, line.held);
        }
        for (object, held) in &proof.more_objects {
            all(object, *held);
        }
        let held = proof.fields.iter().filter(|line| line.standing == FieldStanding::Held);
        rights.extend(held.map(|line| line.field.to_owned()));
        let editable = proof.fields.iter().filter(|line| line.editable);
        rights.extend(editable.map(|line| format!("{}:{}", line.field, EDIT)));
        rights.extend(proof.more_fields.iter().chain(&proof.custom_fields).cloned());
        rights.extend(proof.system.iter().map(|right| (*right).to_owned()));
        rights.sort_unstable();
        Self { at, parts, rights }
    }

    /// What is different in `now`.
    pub fn drift(&self, now: &Self) -> Drift {
        let only = |these: &[String], those: &[String]| -> Vec<String> {
            these.iter().filter(|one| !those.contains(one)).cloned().collect()
        };
        Drift {
            since: self.at,
            is_remade: self.parts != now.parts,
            lost: only(&self.rights, &now.rights),
            gained: only(&now.rights, &self.rights),
        }
    }
}
