//! What people need in Salesforce: API Enabled, rights on the records they work with, and what an administrator needs to
//! customise the app (S001-13 to S001-15).

use super::rights::{API_ENABLED, Held, MODIFY_ALL_DATA, Rights};

/// **Manage Data Integrations**.
pub const MANAGE_DATA_INTEGRATIONS: &str = "PermissionsManageDataIntegrations";

/// The columns of `PermissionSet` that are looked at, each of which has to be in the object's description before it is
/// asked for: an unknown one fails the whole query (cloud-apis §3.4).
pub const COLUMNS: [&str; 3] = [API_ENABLED, MODIFY_ALL_DATA, MANAGE_DATA_INTEGRATIONS];

/// A permission set somebody holds; a profile is one as well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldSet {
    /// Its id.
    pub id: String,
    /// Its label, or the profile's name.
    pub label: String,
    /// Whether it is a profile's (`IsOwnedByProfile`).
    pub is_profile: bool,
    /// Those of [`COLUMNS`] it has.
    pub system: Vec<&'static str>,
}

/// Somebody with all they hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// User id.
    pub id: String,
    /// Name.
    pub name: String,
    /// User name.
    pub username: String,
    /// `FederationIdentifier`, by which single sign-on knows them.
    pub federation: Option<String>,
    /// Mail address.
    pub email: Option<String>,
    /// Whether they can sign in.
    pub is_active: bool,
    /// Their profile and permission sets.
    pub sets: Vec<HeldSet>,
    /// Their rights on records, over all of these.
    pub held: Held,
}

/// The objects the app shows, updates and makes records of (S001-14).
pub const RECORDS: [&str; 4] = ["Account", "Contact", "Lead", "Opportunity"];

/// What is needed on each of [`RECORDS`]: to view, update and create.
pub const WANTED: Rights = Rights::READ.and(Rights::CREATE).and(Rights::EDIT);

impl Person {
    /// Whether any set they hold has **API Enabled** (S001-15).
    pub fn is_api_enabled(&self) -> bool {
        self.sets.iter().any(|set| set.system.contains(&API_ENABLED))
    }

    /// Whether they may customise the app (S001-13): by their profile alone, a permission set does not count.
    pub fn may_customise(&self) -> bool {
        let may =
            |set: &HeldSet| set.system.contains(&MODIFY_ALL_DATA) || set.system.contains(&MANAGE_DATA_INTEGRATIONS);
        self.sets.iter().any(|set| set.is_profile && may(set))
    }

    /// What they lack of the rights to view, update and create records (S001-14).
    pub fn lacks(&self) -> Vec<(&'static str, Rights)> {
        let mut lacks = Vec::new();
        for object in RECORDS {
            let missing = WANTED.without(self.held.rights(object));
            if !missing.is_empty() {
                lacks.push((object, missing));
            }
        }
        lacks
    }
}
