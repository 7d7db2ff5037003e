//! Users, their licences and directory roles.

use super::answer::{Answer, Refusal};
use super::csdl::model;
use super::directory::{Row, licences, text};
use super::members;
use super::rights;
use super::service::{Call, Outcome, Service, no_method};
use serde_json::{Map, Value, json};

impl Service<'_> {
    /// The collection of users.
    pub(super) fn users(&mut self, call: &Call<'_>) -> Outcome {
        match call.method {
            "GET" => {
                self.demand(&rights::USERS)?;
                let query = self.query(call, "user")?;
                let page = query.page(self.directory.rows("users"), "user", &self.base, "users");
                Ok(Answer::json(200, page))
            }
            "POST" => self.new_user(call),
            other => Err(no_method(other)),
        }
    }

    /// One user, or what is below one; `own`: addressed as `me`.
    pub(super) fn user(&mut self, call: &Call<'_>, key: &str, below: &[&str], own: bool) -> Outcome {
        let found = self.directory.user(key).cloned();
        let row = match found {
            Some(row) => row,
            // An application has no profile.
            None if own => {
                return Err(Refusal::bad(
                    "/me request is only valid with delegated authentication flow.",
                ));
            }
            None => return Err(Refusal::absent(key)),
        };
        let id = text(&row, "id").to_owned();
        let own = own || id == self.caller.id;
        match (call.method, below) {
            ("GET", []) => {
                self.demand(if own { &rights::ME } else { &rights::USERS })?;
                let query = self.query(call, "user")?;
                Ok(self.object(&query, &row, "users", "user"))
            }
            ("GET", ["memberOf" | "transitiveMemberOf"]) => self.memberships(call, &id, own, false),
            ("GET", ["memberOf" | "transitiveMemberOf", "microsoft.graph.directoryRole"]) => {
                self.memberships(call, &id, own, true)
            }
            ("PATCH", []) => self.change_user(call, &id),
            ("DELETE", []) => {
                self.demand(&rights::WRITE_USERS)?;
                if let Some(row) = self.directory.remove("users", &id) {
                    self.bury(row, "user");
                }
                Ok(Answer::nothing())
            }
            ("POST", ["assignLicense" | "microsoft.graph.assignLicense"]) => self.assign_license(call, &row),
            (method, [] | ["memberOf", ..] | ["assignLicense"]) => Err(no_method(method)),
            (_, [name, ..]) => Err(Refusal::unreadable(format!(
                "Resource not found for the segment '{name}'."
            ))),
        }
    }

    fn memberships(&mut self, call: &Call<'_>, id: &str, own: bool, cast: bool) -> Outcome {
        self.demand(if own { &rights::ME } else { &rights::MEMBERSHIPS })?;
        let query = self.query(call, "directoryRole")?;
        let held = self.directory.roles_of(id);
        let rows: Vec<Row> = self
            .directory
            .all("directoryRoles")
            .iter()
            .filter(|role| held.contains(&text(role, "roleTemplateId")))
            .cloned()
            .collect();
        let mut body = query.page(rows.iter(), "directoryRole", &self.base, call.path.trim_matches('/'));
        let set = if cast { "directoryRoles" } else { "directoryObjects" };
        if let Some(map) = body.as_object_mut() {
            map.insert("@odata.context".into(), json!(format!("{}/$metadata#{set}", self.base)));
            if let (false, Some(list)) = (cast, map.get_mut("value").and_then(Value::as_array_mut)) {
                for row in list.iter_mut().filter_map(Value::as_object_mut) {
                    row.insert("@odata.type".into(), json!("#microsoft.graph.directoryRole"));
                }
            }
        }
        Ok(Answer::json(200, body))
    }

    fn unique_upn(&self, upn: &str, but: Option<&str>) -> Result<(), Refusal> {
        match self.directory.find_any("users", "userPrincipalName", upn) {
            Some(other) if Some(text(other, "id")) != but => Err(Refusal::bad(
                "Another object with the same value for property userPrincipalName already exists.",
            )
            .about("userPrincipalName", "ObjectConflict")),
            _ => Ok(()),
        }
    }

    fn new_user(&mut self, call: &Call<'_>) -> Outcome {
        self.demand(&rights::WRITE_USERS)?;
        let body = Self::body(call)?;
        model().check("user", body)?;
        members::check("user", body, true)?;
        self.unique_upn(text(body, "userPrincipalName"), None)?;
        let mut row = body.clone();
        row.retain(|name, value| !value.is_null() && !name.contains('@'));
        let id = self.mint.id().to_string();
        row.insert("id".into(), json!(id));
        for (name, value) in [
            ("createdDateTime", json!(self.clock.text())),
            ("userType", json!("Member")),
            ("businessPhones", json!([])),
            ("assignedLicenses", json!([])),
        ] {
            row.entry(name).or_insert(value);
        }
        self.take_password(&id, &mut row);
        self.directory.insert("users", row.clone());
        let query = self.query(call, "user")?;
        let mut answer = self.object(&query, &row, "users", "user");
        answer.status = 201;
        Ok(answer)
    }

    /// A password is kept as a digest, and told to nobody.
    fn take_password(&mut self, id: &str, row: &mut Row) {
        let profile = row.get_mut("passwordProfile").and_then(Value::as_object_mut);
        if let Some(Value::String(password)) = profile.and_then(|profile| profile.remove("password")) {
            self.directory.keep_password(id, &password);
            row.insert("lastPasswordChangeDateTime".into(), json!(self.clock.text()));
        }
    }

    fn change_user(&mut self, call: &Call<'_>, id: &str) -> Outcome {
        let body = Self::body(call)?;
        let only_enabled = body.keys().all(|name| name == "accountEnabled");
        self.demand(if only_enabled {
            &rights::ENABLE_USERS
        } else {
            &rights::WRITE_USERS
        })?;
        // Whoever holds a directory role is changed by a Global Administrator alone (Entra, "Who can perform sensitive
        // actions").
        let sensitive = body.keys().any(|name| {
            matches!(
                name.as_str(),
                "accountEnabled" | "passwordProfile" | "userPrincipalName" | "mobilePhone"
            )
        });
        if sensitive
            && !self.directory.roles_of(id).is_empty()
            && !rights::holds(&self.caller, self.directory, &["Global Administrator"])
        {
            return Err(Refusal::denied());
        }
        model().check("user", body)?;
        members::check("user", body, false)?;
        if body.contains_key("userPrincipalName") {
            self.unique_upn(text(body, "userPrincipalName"), Some(id))?;
        }
        let mut members = body.clone();
        self.take_password(id, &mut members);
        if let Some(row) = self.directory.row_mut("users", id) {
            super::applications::merge(row, &members);
        }
        Ok(Answer::nothing())
    }

    fn assign_license(&mut self, call: &Call<'_>, user: &Row) -> Outcome {
        self.demand(&rights::WRITE_LICENCES)?;
        let body = Self::body(call)?;
        model().check_action("user", "assignLicense", body)?;
        let list = |name: &str| body.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
        let (added, removed) = (list("addLicenses"), list("removeLicenses"));
        let removed: Vec<String> = removed
            .iter()
            .filter_map(|id| id.as_str().map(str::to_ascii_lowercase))
            .collect();
        if !added.is_empty() && text(user, "usageLocation").is_empty() {
            return Err(Refusal::bad(
                "License assignment cannot be done for user with invalid usage location.",
            ));
        }
        let mut held: Vec<Value> = user
            .get("assignedLicenses")
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default();
        let of = |licence: &Value| {
            licence
                .get("skuId")
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_ascii_lowercase()
        };
        for sku in &removed {
            if !licences(user).any(|id| id.eq_ignore_ascii_case(sku)) {
                return Err(Refusal::bad(format!(
                    "User does not have a corresponding license. SkuId: {sku}."
                )));
            }
            held.retain(|licence| of(licence) != *sku);
        }
        for licence in &added {
            let sku = of(licence);
            let subscription = self.directory.find("subscribedSkus", "skuId", &sku).ok_or_else(|| {
                Refusal::bad(format!("License {sku} does not correspond to a valid company License."))
            })?;
            self.seat(subscription, &sku, user, licence)?;
            held.retain(|other| of(other) != sku);
            let mut kept = Map::new();
            kept.insert("skuId".into(), json!(sku));
            kept.insert(
                "disabledPlans".into(),
                licence.get("disabledPlans").cloned().unwrap_or_else(|| json!([])),
            );
            held.push(Value::Object(kept));
        }
        let id = text(user, "id").to_owned();
        let members = Row::from_iter([("assignedLicenses".to_owned(), Value::Array(held))]);
        self.directory.update("users", &id, &members);
        let query = self.query(call, "user")?;
        let row = self.directory.find("users", "id", &id).cloned().unwrap_or_default();
        Ok(self.object(&query, &row, "users", "user"))
    }

    /// A free seat of an active subscription, and service plans that it has.
    fn seat(&self, subscription: &Row, sku: &str, user: &Row, licence: &Value) -> Result<(), Refusal> {
        if text(subscription, "capabilityStatus") != "Enabled" {
            return Err(Refusal::bad(format!("Subscription with SKU {sku} is not active.")));
        }
        let plans = subscription.get("servicePlans").and_then(Value::as_array);
        let known = |id: &str| {
            plans.is_some_and(|list| {
                list.iter()
                    .any(|p| p.get("servicePlanId").and_then(Value::as_str) == Some(id))
            })
        };
        let disabled = licence.get("disabledPlans").and_then(Value::as_array);
        if let Some(plan) = disabled
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .find(|plan| !known(plan))
        {
            return Err(Refusal::bad(format!(
                "The service plan {plan} is not part of the license {sku}."
            )));
        }
        let enabled = subscription
            .get("prepaidUnits")
            .and_then(|units| units.get("enabled"))
            .and_then(Value::as_u64)
            .unwrap_or(0);
        let has = licences(user).any(|id| id.eq_ignore_ascii_case(sku));
        if !has && u64::try_from(self.directory.consumed(sku)).is_ok_and(|taken| taken >= enabled) {
            return Err(Refusal::bad(format!(
                "Subscription with SKU {sku} does not have any available licenses."
            )));
        }
        Ok(())
    }
}
