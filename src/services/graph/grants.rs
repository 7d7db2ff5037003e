//! Delegated permission grants: what an app may do for whom (Graph, "oAuth2PermissionGrant").

use serde_json::json;

use super::applications::{ServicePrincipal, principal, service_principal};
use super::{delete, query, write};
use crate::http::{Method, Request};
use crate::json::record;
use crate::services::bearer::{Needs, Read, Rows};
use crate::services::dataverse::odata::quoted;
use crate::services::entra::scope;

/// What reading and writing these needs.
pub const NEEDS: Needs = Needs {
    scope: scope::GRANTS,
    role: Some("graph-role-cloud-application-administrator"),
};

/// What only reading them needs (Graph, "List oauth2PermissionGrants": least privileged).
pub const READ: Needs = Needs {
    scope: scope::DIRECTORY,
    role: Some("graph-role-global-reader"),
};

/// A grant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PermissionGrant {
    /// Its id.
    pub id: String,
    /// Object id of the app's service principal.
    pub client_id: String,
    /// `AllPrincipals` for the whole organization, `Principal` for one user.
    pub consent_type: String,
    /// Object id of the resource's service principal.
    pub resource_id: String,
    /// Permission names, separated by spaces.
    pub scope: String,
}

record!(read PermissionGrant {
    id,
    client_id as "clientId",
    consent_type as "consentType",
    resource_id as "resourceId",
    scope or default,
});

impl PermissionGrant {
    /// Whether it is of this resource and for the whole organization.
    pub fn is_for_all(&self, resource_id: &str) -> bool {
        self.consent_type == "AllPrincipals" && self.resource_id.eq_ignore_ascii_case(resource_id)
    }

    /// Whether it allows this for the whole organization.
    pub fn allows_all(&self, resource_id: &str, scope: &str) -> bool {
        self.is_for_all(resource_id) && self.scope.split_whitespace().any(|granted| granted == scope)
    }
}

/// Every grant of an app's service principal.
pub fn of_client(client_id: &str) -> Read<Rows<PermissionGrant>> {
    let filter = format!("clientId eq {}", quoted(client_id));
    let path = query("oauth2PermissionGrants").filter(&filter).path();
    Read::new("graph-what-permission-grants", path, NEEDS)
}

/// Every grant for the whole organization, of whichever resource: that two conditions may be joined is documented for
/// others than the resource.
pub fn for_all() -> Read<Rows<PermissionGrant>> {
    let path = query("oauth2PermissionGrants")
        .filter("consentType eq 'AllPrincipals'")
        .path();
    Read::new("graph-what-permission-grants", path, READ)
}

/// The service principal of a resource by its app id, with no more than reading grants needs.
pub fn resource(app_id: &str) -> Read<ServicePrincipal> {
    service_principal(app_id).needing(READ)
}

/// The service principal a grant is held by, with no more than reading grants needs.
pub fn client(client_id: &str) -> Read<ServicePrincipal> {
    principal(client_id).needing(READ)
}

/// Grants a permission for the whole organization (admin consent).
pub fn grant_all(client_id: &str, resource_id: &str, scope: &str) -> Request {
    let body = json!({
        "clientId": client_id, "consentType": "AllPrincipals", "resourceId": resource_id, "scope": scope,
    });
    write(Method::Post, query("oauth2PermissionGrants").path(), &body)
}

/// Takes a grant back.
pub fn revoke(id: &str) -> Request {
    delete(query("oauth2PermissionGrants").then(id).path())
}
