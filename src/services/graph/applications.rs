//! App registrations, their secrets, and their service principals (Graph, "application", "servicePrincipal").

use serde_json::{Value, json};

use super::{delete, query, write};
use crate::http::{Method, Request};
use crate::json::record;
use crate::services::bearer::{Needs, Read, Rows};
use crate::services::dataverse::odata::{Query, quoted};
use crate::services::entra::scope;

/// `Dynamics CRM` in every tenant that has Dynamics or Dataverse (cloud reference, 6.3).
pub const DYNAMICS_CRM: &str = "00000007-0000-0000-c000-000000000000";
/// Its delegated permission `user_impersonation`.
pub const USER_IMPERSONATION: &str = "78ce3f0f-a1ce-49c2-8cde-64b5c0896db4";

/// `Microsoft Graph` in every tenant (Entra, "Verify first-party Microsoft applications").
pub const MICROSOFT_GRAPH: &str = "00000003-0000-0000-c000-000000000000";

/// Its delegated permission `User.Read` (Graph, permissions reference).
pub const USER_READ: &str = "e1fe6dd8-ba31-4d61-89e7-88639da4683d";

/// What reading these needs.
pub const READ: Needs = Needs {
    scope: scope::APPLICATIONS_READ,
    role: None,
};
/// What writing them needs.
pub const WRITE: Needs = Needs {
    scope: scope::APPLICATIONS,
    role: Some("graph-role-application-administrator"),
};

const COLUMNS: [&str; 10] = [
    "id",
    "appId",
    "displayName",
    "uniqueName",
    "signInAudience",
    "createdDateTime",
    "web",
    "requiredResourceAccess",
    "passwordCredentials",
    "keyCredentials",
];

/// An app registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Application {
    /// Its object id; not the one other services know it by.
    pub id: String,
    /// Application (client) id.
    pub app_id: String,
    /// Its name.
    pub display_name: String,
    /// The name chosen before it was made, if one was.
    pub unique_name: Option<String>,
    /// Supported account types.
    pub sign_in_audience: Option<String>,
    /// When it was made, ISO 8601.
    pub created: Option<String>,
    /// Its web platform.
    pub web: Option<Web>,
    /// The permissions it lists.
    pub required: Vec<RequiredResourceAccess>,
    /// Its secrets, without their text.
    pub passwords: Vec<PasswordCredential>,
    /// Its certificates, as they are.
    pub certificates: Vec<Value>,
}

record!(read Application {
    id,
    app_id as "appId",
    display_name as "displayName" or default,
    unique_name as "uniqueName" or default,
    sign_in_audience as "signInAudience" or default,
    created as "createdDateTime" or default,
    web or default,
    required as "requiredResourceAccess" or default,
    passwords as "passwordCredentials" or default,
    certificates as "keyCredentials" or default,
});

/// The web platform of an app.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Web {
    /// Its redirect addresses.
    pub redirect_uris: Vec<String>,
}

record!(read Web { redirect_uris as "redirectUris" or default });

/// The permissions an app lists of one resource.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequiredResourceAccess {
    /// The resource's app id.
    pub resource_app_id: String,
    /// They.
    pub access: Vec<ResourceAccess>,
}

record!(read RequiredResourceAccess { resource_app_id as "resourceAppId", access as "resourceAccess" or default });

/// One listed permission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResourceAccess {
    /// Its id.
    pub id: String,
    /// `Scope` for a delegated one.
    pub kind: String,
}

record!(read ResourceAccess { id, kind as "type" });

/// A secret, of which Graph never tells the text again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasswordCredential {
    /// What it is removed by.
    pub key_id: String,
    /// Its description.
    pub display_name: Option<String>,
    /// When it was made, ISO 8601: Graph begins it then where nobody says otherwise.
    pub start: Option<String>,
    /// When it ends, ISO 8601.
    pub end: Option<String>,
}

record!(read PasswordCredential {
    key_id as "keyId",
    display_name as "displayName" or default,
    start as "startDateTime" or default,
    end as "endDateTime" or default,
});

/// Who owns an app registration (Graph, "List owners of an application").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// Object id.
    pub id: String,
    /// The name; not told of what the token may not read.
    pub display_name: Option<String>,
    /// The user principal name, of a user that may be read.
    pub upn: Option<String>,
}

record!(read Owner {
    id,
    display_name as "displayName" or default,
    upn as "userPrincipalName" or default,
});

impl Owner {
    /// What to call it: as distinct as it is told.
    pub fn called(&self) -> &str {
        let name = self.upn.as_deref().or(self.display_name.as_deref());
        name.unwrap_or(&self.id)
    }
}

impl Application {
    /// Whether it lists Dynamics CRM's delegated `user_impersonation` (S004-21, S004-22).
    pub fn lists_user_impersonation(&self) -> bool {
        self.required.iter().any(|required| {
            required.resource_app_id.eq_ignore_ascii_case(DYNAMICS_CRM)
                && required
                    .access
                    .iter()
                    .any(|access| access.id.eq_ignore_ascii_case(USER_IMPERSONATION) && access.kind == "Scope")
        })
    }

    /// Whether a secret could be made for it by anybody but us: none is there.
    pub fn has_passwords(&self) -> bool {
        !self.passwords.is_empty()
    }
}

/// By application (client) id.
pub fn by_app_id(app_id: &str) -> Read<Application> {
    let key = format!("applications(appId={})", quoted(app_id));
    Read::new("graph-what-application", query(&key).select(&COLUMNS).path(), READ)
}

/// By the name chosen before it is made: 404 until it is.
pub fn by_unique_name(unique_name: &str) -> Read<Application> {
    let key = format!("applications(uniqueName={})", quoted(unique_name));
    Read::new("graph-what-application", query(&key).select(&COLUMNS).path(), READ)
}

/// By object id.
pub fn by_id(object_id: &str) -> Read<Application> {
    let key = query("applications").then(object_id);
    Read::new("graph-what-application", key.select(&COLUMNS).path(), READ)
}

/// Who owns it, whatever their kind.
pub fn owners(object_id: &str) -> Read<Rows<Owner>> {
    let path = query("applications").then(object_id).then("owners").path();
    Read::new("graph-what-owners", path, READ)
}

/// Those of a name: there may be several.
pub fn called(display_name: &str) -> Read<Rows<Application>> {
    let filter = format!("displayName eq {}", quoted(display_name));
    let path = query("applications").filter(&filter).select(&COLUMNS).path();
    Read::new("graph-what-applications", path, READ)
}

/// What an app registration is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewApplication<'a> {
    /// Its name.
    pub display_name: &'a str,
    /// Supported account types: `AzureADMultipleOrgs` is *Accounts in any organizational directory*.
    pub sign_in_audience: &'a str,
    /// Web redirect addresses.
    pub redirect_uris: &'a [&'a str],
}

/// Its body, with Dynamics CRM's delegated `user_impersonation`.
fn body(new: &NewApplication<'_>) -> Value {
    json!({
        "displayName": new.display_name,
        "signInAudience": new.sign_in_audience,
        "web": {"redirectUris": new.redirect_uris},
        "requiredResourceAccess": [{
            "resourceAppId": DYNAMICS_CRM,
            "resourceAccess": [{"id": USER_IMPERSONATION, "type": "Scope"}],
        }],
    })
}

/// Makes it under a name chosen beforehand, or brings it to this state if it is there: carrying it out twice is the same
/// as once (Graph, "Upsert application"). Answers 201 with the application, or 204 without a body.
pub fn upsert(unique_name: &str, new: &NewApplication<'_>) -> Request {
    let path = query(&format!("applications(uniqueName={})", quoted(unique_name))).path();
    write(Method::Patch, path, &body(new)).header("prefer", "create-if-missing")
}

/// Changes what an app that is there already lacks; `changes` holds `application` members.
pub fn update(object_id: &str, changes: &Value) -> Request {
    write(Method::Patch, query("applications").then(object_id).path(), changes)
}

/// Makes a secret: the answer's `/secretText` is told this once, `/keyId` removes it. Twice makes two. `end` is ISO 8601.
pub fn add_password(object_id: &str, display_name: &str, end: &str) -> Request {
    let path = query("applications").then(object_id).then("addPassword").path();
    let body = json!({"passwordCredential": {"displayName": display_name, "endDateTime": end}});
    write(Method::Post, path, &body)
}

/// Removes a secret by its key id.
pub fn remove_password(object_id: &str, key_id: &str) -> Request {
    let path = query("applications").then(object_id).then("removePassword").path();
    write(Method::Post, path, &json!({ "keyId": key_id }))
}

/// Deletes an app registration; for 30 days it can be restored (Graph, "Delete application").
pub fn remove(object_id: &str) -> Request {
    delete(query("applications").then(object_id).path())
}

/// An app's standing in this tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServicePrincipal {
    /// Its object id.
    pub id: String,
    /// The app's id.
    pub app_id: String,
    /// Its name.
    pub display_name: Option<String>,
    /// Whether it may be signed in to.
    pub account_enabled: Option<bool>,
}

record!(read ServicePrincipal {
    id,
    app_id as "appId",
    display_name as "displayName" or default,
    account_enabled as "accountEnabled" or default,
});

/// The service principal of an app: 404 if this tenant has none. Of [`DYNAMICS_CRM`]: the tenant has no Dynamics.
pub fn service_principal(app_id: &str) -> Read<ServicePrincipal> {
    principal_at(query(&format!("servicePrincipals(appId={})", quoted(app_id))))
}

/// A service principal by its object id.
pub fn principal(object_id: &str) -> Read<ServicePrincipal> {
    principal_at(query("servicePrincipals").then(object_id))
}

fn principal_at(query: Query) -> Read<ServicePrincipal> {
    let columns = ["id", "appId", "displayName", "accountEnabled"];
    Read::new("graph-what-service-principal", query.select(&columns).path(), READ)
}

/// Makes the service principal of an app; there is one per app and tenant, a second is refused.
pub fn add_service_principal(app_id: &str) -> Request {
    let path = query("servicePrincipals").path();
    write(Method::Post, path, &json!({ "appId": app_id }))
}

/// Deletes a service principal.
pub fn remove_service_principal(object_id: &str) -> Request {
    delete(query("servicePrincipals").then(object_id).path())
}
