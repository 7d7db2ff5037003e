//! Service principals, and the delegated permissions granted to them.

use super::answer::{Answer, Refusal};
use super::applications::{addressed, merge};
use super::csdl::model;
use super::directory::{Row, text};
use super::members;
use super::rights;
use super::service::{Call, Outcome, Service, no_method};
use crate::ident::Guid;
use crate::odata::url::Segment;
use serde_json::{Value, json};

impl Service<'_> {
    pub(super) fn delete_principal(&mut self, id: &str) {
        self.directory.remove_where("oauth2PermissionGrants", |row| {
            text(row, "clientId") == id || text(row, "resourceId") == id
        });
        if let Some(row) = self.directory.remove("servicePrincipals", id) {
            self.bury(row, "servicePrincipal");
        }
    }

    pub(super) fn service_principals(&mut self, call: &Call<'_>, segments: &[Segment]) -> Outcome {
        const SET: &str = "servicePrincipals";
        const TYPE: &str = "servicePrincipal";
        let Some(to) = addressed(segments, &["appId"])? else {
            return match call.method {
                "GET" => self.readable(call, segments, SET, TYPE, &rights::APPLICATIONS),
                "POST" => self.new_principal(call),
                other => Err(no_method(other)),
            };
        };
        match (call.method, to.below.as_slice()) {
            ("GET", []) => {
                self.demand(&rights::APPLICATIONS)?;
                let query = self.query(call, TYPE)?;
                let row = self.find(SET, &to)?;
                Ok(self.object(&query, &row, SET, TYPE))
            }
            ("GET", ["oauth2PermissionGrants"]) => {
                self.demand(&rights::GRANTS)?;
                let id = self.id_of(SET, &to)?;
                let query = self.query(call, "oAuth2PermissionGrant")?;
                let rows = self.directory.rows("oauth2PermissionGrants");
                let own = rows.filter(|row| text(row, "clientId") == id);
                let path = call.path.trim_matches('/');
                Ok(Answer::json(
                    200,
                    query.page(own, "oAuth2PermissionGrant", &self.base, path),
                ))
            }
            ("PATCH", []) => {
                self.demand(&rights::WRITE_APPLICATIONS)?;
                let id = self.id_of(SET, &to)?;
                let body = Self::body(call)?;
                model().check(TYPE, body)?;
                members::check(TYPE, body, false)?;
                if let Some(row) = self.directory.row_mut(SET, &id) {
                    merge(row, body);
                }
                Ok(Answer::nothing())
            }
            ("DELETE", []) => {
                self.demand(&rights::WRITE_APPLICATIONS)?;
                let id = self.id_of(SET, &to)?;
                self.delete_principal(&id);
                Ok(Answer::nothing())
            }
            (method, []) => Err(no_method(method)),
            (_, [name, ..]) => Err(Refusal::unreadable(format!(
                "Resource not found for the segment '{name}'."
            ))),
        }
    }

    fn new_principal(&mut self, call: &Call<'_>) -> Outcome {
        self.demand(&rights::WRITE_APPLICATIONS)?;
        let body = Self::body(call)?;
        model().check("servicePrincipal", body)?;
        members::check("servicePrincipal", body, true)?;
        let app_id = text(body, "appId").to_ascii_lowercase();
        if self.directory.find_any("servicePrincipals", "appId", &app_id).is_some() {
            return Err(Refusal::new(
                409,
                "Request_MultipleObjectsWithSameKeyValue",
                format!(
                    "The service principal cannot be created, updated, or restored because the service principal name {app_id} is already in use."
                ),
            ));
        }
        // An application that has not reached this replica is as good as none.
        let Some(app) = self.directory.find("applications", "appId", &app_id) else {
            return Err(Refusal::new(
                400,
                "NoBackingApplicationObject",
                format!("The appId '{app_id}' of the service principal does not reference a valid application object."),
            ));
        };
        let mut row = Row::new();
        for (name, value) in [
            ("appDisplayName", app.get("displayName").cloned().unwrap_or_default()),
            ("displayName", app.get("displayName").cloned().unwrap_or_default()),
            ("signInAudience", app.get("signInAudience").cloned().unwrap_or_default()),
            ("appOwnerOrganizationId", json!(self.directory.tenant.to_string())),
            ("servicePrincipalType", json!("Application")),
            ("servicePrincipalNames", json!([app_id])),
            ("accountEnabled", json!(true)),
            ("appRoleAssignmentRequired", json!(false)),
            ("appRoles", json!([])),
            ("oauth2PermissionScopes", json!([])),
        ] {
            row.insert(name.to_owned(), value);
        }
        merge(&mut row, body);
        row.insert("id".into(), json!(self.mint.id().to_string()));
        row.insert("appId".into(), json!(app_id));
        self.directory.insert("servicePrincipals", row.clone());
        Ok(Answer::json(
            201,
            self.whole(&row, "servicePrincipals", "servicePrincipal"),
        ))
    }

    pub(super) fn grants(&mut self, call: &Call<'_>, segments: &[Segment]) -> Outcome {
        const SET: &str = "oauth2PermissionGrants";
        const TYPE: &str = "oAuth2PermissionGrant";
        let Some(to) = addressed(segments, &[])? else {
            return match call.method {
                "GET" => self.readable(call, segments, SET, TYPE, &rights::GRANTS),
                "POST" => self.new_grant(call),
                other => Err(no_method(other)),
            };
        };
        if let [name, ..] = to.below.as_slice() {
            return Err(Refusal::unreadable(format!(
                "Resource not found for the segment '{name}'."
            )));
        }
        match call.method {
            "GET" => {
                self.demand(&rights::GRANTS)?;
                let query = self.query(call, TYPE)?;
                let row = self.find(SET, &to)?;
                Ok(self.object(&query, &row, SET, TYPE))
            }
            "PATCH" => {
                self.demand(&rights::WRITE_GRANTS)?;
                let id = self.id_of(SET, &to)?;
                let body = Self::body(call)?;
                model().check(TYPE, body)?;
                members::check(TYPE, body, false)?;
                self.directory.update(SET, &id, body);
                Ok(Answer::nothing())
            }
            "DELETE" => {
                self.demand(&rights::WRITE_GRANTS)?;
                let id = self.id_of(SET, &to)?;
                self.directory.remove(SET, &id);
                Ok(Answer::nothing())
            }
            other => Err(no_method(other)),
        }
    }

    fn new_grant(&mut self, call: &Call<'_>) -> Outcome {
        self.demand(&rights::WRITE_GRANTS)?;
        let body = Self::body(call)?;
        model().check("oAuth2PermissionGrant", body)?;
        members::check("oAuth2PermissionGrant", body, true)?;
        let (client, resource) = (text(body, "clientId"), text(body, "resourceId"));
        for id in [client, resource] {
            if self.directory.find("servicePrincipals", "id", id).is_none() {
                return Err(Refusal::absent(id));
            }
        }
        let principal = body.get("principalId").and_then(Value::as_str);
        if principal.is_some_and(|id| self.directory.find("users", "id", id).is_none()) {
            return Err(Refusal::absent(principal.unwrap_or_default()));
        }
        let standing = |row: &&Row| {
            text(row, "clientId") == client
                && text(row, "resourceId") == resource
                && row.get("principalId").and_then(Value::as_str) == principal
        };
        if self
            .directory
            .all("oauth2PermissionGrants")
            .iter()
            .any(|row| standing(&row))
        {
            return Err(Refusal::new(
                409,
                "Request_MultipleObjectsWithSameKeyValue",
                "Permission entry already exists.",
            ));
        }
        let mut row = body.clone();
        row.retain(|name, value| !value.is_null() && !name.contains('@'));
        // Real ids are no GUIDs; nobody may read one as such.
        let id = format!("{}{}", self.mint.id(), Guid::derive("grant", client)).replace('-', "");
        row.insert("id".into(), json!(id));
        self.directory.insert("oauth2PermissionGrants", row.clone());
        Ok(Answer::json(
            201,
            self.whole(&row, "oauth2PermissionGrants", "oAuth2PermissionGrant"),
        ))
    }
}
