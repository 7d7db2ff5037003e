//! Users and their licences (Graph, "user", "assignLicense").

use serde_json::json;

use super::{query, write};
use crate::http::{Method, Request};
use crate::json::record;
use crate::services::bearer::{Needs, Read, Rows};
use crate::services::dataverse::odata::quoted;
use crate::services::entra::scope;

/// What reading and writing these needs.
pub const NEEDS: Needs = Needs {
    scope: scope::USERS,
    role: Some("graph-role-user-administrator"),
};

/// To read people, no more than reading the directory is needed.
const DIRECTORY: Needs = Needs {
    scope: scope::DIRECTORY,
    role: None,
};

const COLUMNS: [&str; 8] = [
    "id",
    "displayName",
    "userPrincipalName",
    "accountEnabled",
    "usageLocation",
    "assignedLicenses",
    "passwordPolicies",
    "lastPasswordChangeDateTime",
];

/// What there is to know of somebody an audience may count.
pub(super) const AUDIENCE: [&str; 7] = [
    "id",
    "displayName",
    "userPrincipalName",
    "mail",
    "accountEnabled",
    "usageLocation",
    "assignedLicenses",
];

/// A user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Object id.
    pub id: String,
    /// The name.
    pub display_name: Option<String>,
    /// The user principal name.
    pub upn: String,
    /// The mail address; told to an audience only.
    pub mail: Option<String>,
    /// Whether the user may sign in; not told for `me`.
    pub account_enabled: Option<bool>,
    /// ISO 3166-1 alpha-2; no licence without it.
    pub usage_location: Option<String>,
    /// The licences given directly or through groups.
    pub licenses: Vec<AssignedLicense>,
    /// When the password was made or last changed, ISO 8601; told only where it is asked for.
    pub password_changed: Option<String>,
}

record!(read User {
    id,
    display_name as "displayName" or default,
    upn as "userPrincipalName",
    mail or default,
    account_enabled as "accountEnabled" or default,
    usage_location as "usageLocation" or default,
    licenses as "assignedLicenses" or default,
    password_changed as "lastPasswordChangeDateTime" or default,
});

/// A licence of a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssignedLicense {
    /// The plan.
    pub sku_id: String,
    /// Ids of its service plans that are switched off for the user.
    pub disabled: Vec<String>,
}

record!(read AssignedLicense { sku_id as "skuId", disabled as "disabledPlans" or default });

/// Who is signed in; also what a plan's target lock reads again.
pub fn me() -> Read<User> {
    let profile = Needs {
        scope: scope::PROFILE,
        role: None,
    };
    let path = query("me").select(&["id", "displayName", "userPrincipalName"]).path();
    Read::new("graph-what-me", path, profile)
}

/// By object id or user principal name: 404 if there is none.
pub fn by_name(user: &str) -> Read<User> {
    let path = query("users").then(user).select(&COLUMNS).path();
    Read::new("graph-what-user", path, NEEDS)
}

/// Those with a plan, counted.
pub fn with_sku(sku_id: &str) -> Read<Rows<User>> {
    let filter = format!("assignedLicenses/any(s:s/skuId eq {sku_id})");
    let path = query("users").option("$count", "true").filter(&filter).select(&COLUMNS);
    Read::new("graph-what-users", path.path(), NEEDS)
}

/// The same as an audience, with mail addresses.
pub fn holders(sku_id: &str) -> Read<Rows<User>> {
    let filter = format!("assignedLicenses/any(s:s/skuId eq {sku_id})");
    let path = query("users")
        .option("$count", "true")
        .filter(&filter)
        .option("$top", "999");
    Read::new("graph-what-users", path.select(&AUDIENCE).path(), DIRECTORY)
}

/// Whoever has this user principal name or mail address.
pub fn known_as(name: &str) -> Read<Rows<User>> {
    let name = quoted(name);
    let filter = format!("userPrincipalName eq {name} or mail eq {name}");
    let path = query("users").filter(&filter).select(&AUDIENCE).path();
    Read::new("graph-what-users", path, DIRECTORY)
}

/// Those of a name, for a free user principal name.
pub fn called(upn: &str) -> Read<Rows<User>> {
    let filter = format!("userPrincipalName eq {}", quoted(upn));
    let path = query("users").filter(&filter).select(&COLUMNS).path();
    Read::new("graph-what-users", path, NEEDS)
}

/// What a user is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewUser<'a> {
    /// The name.
    pub display_name: &'a str,
    /// The part before the `@`.
    pub nickname: &'a str,
    /// The user principal name.
    pub upn: &'a str,
    /// ISO 3166-1 alpha-2.
    pub usage_location: &'a str,
    /// The password: a plan's `~slot~`, never the text itself.
    pub password_slot: &'a str,
}

/// Makes a user who need not change the password at first sign-in (S004-25, S004-26). The user principal name is its
/// identity: a second is refused.
pub fn create(new: &NewUser<'_>) -> Request {
    let body = json!({
        "accountEnabled": true,
        "displayName": new.display_name,
        "mailNickname": new.nickname,
        "userPrincipalName": new.upn,
        "usageLocation": new.usage_location,
        "passwordProfile": {"forceChangePasswordNextSignIn": false, "password": new.password_slot},
    });
    write(Method::Post, query("users").path(), &body)
}

/// Whether a text may stand before the `@` of a user principal name (Graph, "user": `A-Z a-z 0-9 ' . - _ ! # ^ ~`).
pub fn is_local_part(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"'.-_!#^~".contains(&byte);
    !text.is_empty() && text.len() <= 64 && text.bytes().all(allowed) && !text.starts_with('.') && !text.ends_with('.')
}

/// Lets a user sign in, or blocks them.
pub fn set_enabled(user: &str, enabled: bool) -> Request {
    let body = json!({ "accountEnabled": enabled });
    write(Method::Patch, query("users").then(user).path(), &body)
}

/// Sets where a user's licences are used: ISO 3166-1 alpha-2; without it no licence is given.
pub fn set_location(user: &str, location: &str) -> Request {
    let body = json!({ "usageLocation": location });
    write(Method::Patch, query("users").then(user).path(), &body)
}

/// Gives a licence.
pub fn assign_license(user: &str, sku_id: &str) -> Request {
    licenses(
        user,
        &json!({"addLicenses": [{"skuId": sku_id, "disabledPlans": []}], "removeLicenses": []}),
    )
}

/// Takes a licence.
pub fn remove_license(user: &str, sku_id: &str) -> Request {
    licenses(user, &json!({"addLicenses": [], "removeLicenses": [sku_id]}))
}

fn licenses(user: &str, body: &serde_json::Value) -> Request {
    write(
        Method::Post,
        query("users").then(user).then("assignLicense").path(),
        body,
    )
}
