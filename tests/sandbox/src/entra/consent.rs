//! Which scopes have been consented to, and recording a consent: rows of `oauth2PermissionGrants`, as the directory
//! keeps them.

use super::resource::{Asked, Resource, SCOPES, Scope};
use crate::graph::Directory;
use crate::graph::cast::{ROLES, object};
use crate::graph::directory::{Row, text};
use crate::mint::Mint;
use serde_json::{Value, json};

/// Directory roles whose holders consent for the organization (Entra, "Grant tenant-wide admin consent").
const CONSENTING: [&str; 4] = [
    "Global Administrator",
    "Privileged Role Administrator",
    "Application Administrator",
    "Cloud Application Administrator",
];

/// Whether a user may consent for everybody.
pub(super) fn administrator(directory: &Directory, user: &str) -> bool {
    directory.roles_of(user).iter().any(|held| {
        ROLES
            .iter()
            .any(|(id, name, _)| id == held && CONSENTING.contains(name))
    })
}

/// Words of a resource that hold for a client and user.
pub(super) fn given(directory: &Directory, client: &str, user: &str, resource: &Resource) -> Vec<String> {
    let principal = |app: &str| {
        directory
            .find_any("servicePrincipals", "appId", app)
            .map(|row| text(row, "id").to_owned())
    };
    let (Some(client), Some(resource)) = (principal(client), principal(resource.app_id())) else {
        return Vec::new();
    };
    let rows = directory.all("oauth2PermissionGrants").iter().filter(|row| {
        text(row, "clientId") == client
            && text(row, "resourceId") == resource
            && (text(row, "consentType") == "AllPrincipals" || text(row, "principalId") == user)
    });
    let mut words: Vec<String> = rows
        .flat_map(|row| text(row, "scope").split_whitespace().map(str::to_owned))
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Words of a resource that the application's registration lists.
fn listed(directory: &Directory, client: &str, resource: &Resource) -> Vec<&'static Scope> {
    let app = directory.find_any("applications", "appId", client);
    let wanted = app
        .and_then(|app| app.get("requiredResourceAccess"))
        .and_then(Value::as_array);
    let of = wanted
        .into_iter()
        .flatten()
        .filter(|one| one.get("resourceAppId").and_then(Value::as_str) == Some(resource.app_id()));
    let ids: Vec<&str> = of
        .flat_map(|one| one.get("resourceAccess").and_then(Value::as_array))
        .flatten()
        .filter_map(|access| access.get("id").and_then(Value::as_str))
        .collect();
    SCOPES
        .iter()
        .filter(|scope| scope.of == resource.app_id() && ids.contains(&scope.id().as_str()))
        .collect()
}

/// What is still to be consented to.
///
/// # Errors
/// A resource asked for as a whole that the registration does not list.
pub(super) fn missing(
    directory: &Directory,
    client: &str,
    user: &str,
    asked: &Asked,
) -> Result<Vec<(Resource, &'static Scope)>, Resource> {
    let mut missing = Vec::new();
    for (resource, word) in &asked.scopes {
        let given = given(directory, client, user, resource);
        let wanted = if word == ".default" {
            let listed = listed(directory, client, resource);
            if listed.is_empty() && given.is_empty() {
                return Err(resource.clone());
            }
            // Whatever has been consented to is enough; what is listed is asked for while nothing has.
            if given.is_empty() { listed } else { Vec::new() }
        } else {
            resource.scope(word).into_iter().collect()
        };
        for scope in wanted {
            if !given.iter().any(|word| word == scope.value) {
                missing.push((resource.clone(), scope));
            }
        }
    }
    Ok(missing)
}

fn principal_of(directory: &mut Directory, client: &str) -> String {
    if let Some(row) = directory.find_any("servicePrincipals", "appId", client) {
        return text(row, "id").to_owned();
    }
    let name = directory
        .find_any("applications", "appId", client)
        .map(|app| text(app, "displayName").to_owned())
        .unwrap_or_default();
    let id = object("servicePrincipal", client);
    let row = json!({
        "id": id, "appId": client, "displayName": name, "appDisplayName": name, "accountEnabled": true,
        "appRoleAssignmentRequired": false, "servicePrincipalType": "Application", "servicePrincipalNames": [client],
        "appRoles": [], "oauth2PermissionScopes": [], "appOwnerOrganizationId": directory.tenant.to_string(),
    });
    if let Value::Object(row) = row {
        directory.insert("servicePrincipals", row);
    }
    id
}

/// Records a consent, for the user or for everybody.
pub(super) fn record(
    directory: &mut Directory,
    mint: &mut Mint,
    client: &str,
    user: Option<&str>,
    scopes: &[(Resource, &'static Scope)],
) {
    let client = principal_of(directory, client);
    for resource in Resource::cloud() {
        let words: Vec<&str> = scopes
            .iter()
            .filter(|(of, _)| of.app_id() == resource.app_id())
            .map(|(_, scope)| scope.value)
            .collect();
        if words.is_empty() {
            continue;
        }
        let resource = object("servicePrincipal", resource.app_id());
        let standing = |row: &&Row| {
            text(row, "clientId") == client
                && text(row, "resourceId") == resource
                && row.get("principalId").and_then(Value::as_str) == user
        };
        let held = directory.all("oauth2PermissionGrants").iter().find(standing);
        match held.map(|row| (text(row, "id").to_owned(), text(row, "scope").to_owned())) {
            Some((id, before)) => {
                let all = format!("{before} {}", words.join(" "));
                let members = Row::from_iter([("scope".to_owned(), json!(all.trim()))]);
                directory.update("oauth2PermissionGrants", &id, &members);
            }
            None => {
                let row = json!({
                    "id": mint.id().to_string(), "clientId": client, "resourceId": resource, "scope": words.join(" "),
                    "consentType": if user.is_some() { "Principal" } else { "AllPrincipals" }, "principalId": user,
                });
                if let Value::Object(mut row) = row {
                    row.retain(|_, value| !value.is_null());
                    directory.insert("oauth2PermissionGrants", row);
                }
            }
        }
    }
}
