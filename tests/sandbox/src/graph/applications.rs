//! Applications with their secrets, and what of the directory has been deleted.

use super::answer::{Answer, Refusal};
use super::csdl::model;
use super::directory::{Row, text};
use super::members;
use super::rights;
use super::service::{Call, Outcome, Service, no_method};
use crate::clock;
use crate::dataverse::store::timestamp;
use crate::odata::url::{self, Segment};
use serde_json::{Map, Value, json};

/// Seconds a secret holds where nothing is said: two years (application: addPassword).
const DEFAULT_LIFE: i64 = 2 * 365 * 86_400;

/// The object a path addresses: by id, or by an alternate key, and the segments below it.
pub(super) struct Addressed<'a> {
    pub(super) member: &'static str,
    pub(super) value: String,
    pub(super) below: Vec<&'a str>,
}

pub(super) fn addressed<'a>(segments: &'a [Segment], keys: &[&'static str]) -> Result<Option<Addressed<'a>>, Refusal> {
    let names = |from: usize| {
        let rest = segments.get(from..).unwrap_or_default();
        rest.iter().map(|segment| segment.name.as_str()).collect()
    };
    let Some(first) = segments.first() else {
        return Ok(None);
    };
    let Some(arguments) = &first.arguments else {
        return Ok(segments.get(1).map(|segment| Addressed {
            member: "id",
            value: segment.name.clone(),
            below: names(2),
        }));
    };
    let (member, value) = match arguments.split_once('=') {
        Some((name, value)) => (keys.iter().find(|key| **key == name.trim()).copied(), value),
        None => (Some("id"), arguments.as_str()),
    };
    match member {
        Some(member) => Ok(Some(Addressed {
            member,
            value: url::unquote(value),
            below: names(1),
        })),
        None => Err(Refusal::unreadable(format!(
            "The key in '{arguments}' is no key of this resource."
        ))),
    }
}

fn action(name: &str) -> &str {
    name.strip_prefix("microsoft.graph.").unwrap_or(name)
}

impl Service<'_> {
    pub(super) fn applications(&mut self, call: &Call<'_>, segments: &[Segment]) -> Outcome {
        let Some(to) = addressed(segments, &["appId", "uniqueName"])? else {
            return match call.method {
                "GET" => self.readable(call, segments, "applications", "application", &rights::APPLICATIONS),
                "POST" => {
                    let made = self.new_application(call, None)?;
                    Ok(Answer::json(201, made))
                }
                other => Err(no_method(other)),
            };
        };
        if call.method == "PATCH" && to.member == "uniqueName" && to.below.is_empty() {
            return self.upsert(call, &to.value);
        }
        match (call.method, to.below.as_slice()) {
            ("GET", []) => {
                self.demand(&rights::APPLICATIONS)?;
                let query = self.query(call, "application")?;
                let row = self.find("applications", &to)?;
                Ok(self.object(&query, &row, "applications", "application"))
            }
            ("GET", ["owners"]) => {
                self.demand(&rights::APPLICATIONS)?;
                let id = self.id_of("applications", &to)?;
                Ok(self.owners(&id))
            }
            ("PATCH", []) => {
                self.demand(&rights::WRITE_APPLICATIONS)?;
                let id = self.id_of("applications", &to)?;
                self.change_application(call, &id)?;
                Ok(Answer::nothing())
            }
            ("DELETE", []) => {
                self.demand(&rights::WRITE_APPLICATIONS)?;
                let id = self.id_of("applications", &to)?;
                self.delete_application(&id);
                Ok(Answer::nothing())
            }
            ("POST", [name]) if action(name) == "addPassword" => {
                self.demand(&rights::WRITE_APPLICATIONS)?;
                let id = self.id_of("applications", &to)?;
                self.add_password(call, &id)
            }
            ("POST", [name]) if action(name) == "removePassword" => {
                self.demand(&rights::WRITE_APPLICATIONS)?;
                let id = self.id_of("applications", &to)?;
                self.remove_password(call, &id)
            }
            (method, [] | ["owners" | "addPassword" | "removePassword"]) => Err(no_method(method)),
            (_, [name, ..]) => Err(Refusal::unreadable(format!(
                "Resource not found for the segment '{name}'."
            ))),
        }
    }

    /// Who owns an application (Graph, "List owners"): of several kinds, so each says of which.
    fn owners(&self, application: &str) -> Answer {
        let links = self.directory.application_owners.iter();
        let ids = links.filter(|(of, _)| of.eq_ignore_ascii_case(application));
        let rows = ids.filter_map(|(_, owner)| self.directory.find("users", "id", owner));
        let owners: Vec<Row> = rows
            .map(|row| {
                let mut row = row.clone();
                row.insert("@odata.type".into(), json!("#microsoft.graph.user"));
                row
            })
            .collect();
        let context = format!("{}/$metadata#directoryObjects", self.base);
        Answer::json(200, json!({"@odata.context": context, "value": owners}))
    }

    pub(super) fn find(&self, set: &str, to: &Addressed<'_>) -> Result<Row, Refusal> {
        let row = self.directory.find(set, to.member, &to.value);
        row.cloned().ok_or_else(|| Refusal::absent(&to.value))
    }

    pub(super) fn id_of(&self, set: &str, to: &Addressed<'_>) -> Result<String, Refusal> {
        Ok(text(&self.find(set, to)?, "id").to_owned())
    }

    /// `PATCH /applications(uniqueName='…')`: with `Prefer: create-if-missing` made where there is none
    /// (Graph, "Upsert application").
    fn upsert(&mut self, call: &Call<'_>, unique: &str) -> Outcome {
        self.demand(&rights::WRITE_APPLICATIONS)?;
        let found = self.directory.find_any("applications", "uniqueName", unique);
        if let Some(row) = found {
            let id = text(row, "id").to_owned();
            self.change_application(call, &id)?;
            return Ok(Answer::nothing());
        }
        let prefers = (call.header)("prefer");
        if !prefers
            .split(',')
            .any(|word| word.trim().eq_ignore_ascii_case("create-if-missing"))
        {
            return Err(Refusal::absent(unique));
        }
        let made = self.new_application(call, Some(unique))?;
        Ok(Answer::json(201, made))
    }

    fn new_application(&mut self, call: &Call<'_>, unique: Option<&str>) -> Result<Value, Refusal> {
        self.demand(&rights::WRITE_APPLICATIONS)?;
        let body = Self::body(call)?;
        model().check("application", body)?;
        members::check("application", body, true)?;
        let mut row = Row::new();
        for (name, value) in [
            ("signInAudience", json!("AzureADMyOrg")),
            (
                "web",
                json!({"redirectUris": [], "implicitGrantSettings": {"enableAccessTokenIssuance": false, "enableIdTokenIssuance": false}}),
            ),
            ("spa", json!({"redirectUris": []})),
            ("publicClient", json!({"redirectUris": []})),
        ] {
            row.insert(name.to_owned(), value);
        }
        for name in [
            "identifierUris",
            "passwordCredentials",
            "keyCredentials",
            "requiredResourceAccess",
            "tags",
            "appRoles",
            "addIns",
        ] {
            row.insert(name.to_owned(), json!([]));
        }
        merge(&mut row, body);
        row.insert("id".into(), json!(self.mint.id().to_string()));
        row.insert("appId".into(), json!(self.mint.id().to_string()));
        row.insert("createdDateTime".into(), json!(self.clock.text()));
        row.insert("publisherDomain".into(), json!(super::cast::DOMAINS[0]));
        if let Some(unique) = unique {
            row.insert("uniqueName".into(), json!(unique));
        }
        // Whoever registers one owns it (Entra, "Default user permissions"); that this holds for administrators too is unproven.
        let made = (text(&row, "id").to_owned(), self.caller.id.clone());
        self.directory.application_owners.push(made);
        self.directory.insert("applications", row.clone());
        Ok(self.whole(&row, "applications", "application"))
    }

    /// An object as a create answers it.
    pub(super) fn whole(&self, row: &Row, set: &str, type_name: &str) -> Value {
        let mut body = Map::new();
        body.insert(
            "@odata.context".into(),
            json!(format!("{}/$metadata#{set}/$entity", self.base)),
        );
        for name in model().names(type_name) {
            if let Some(value) = row.get(name) {
                body.insert(name.to_owned(), value.clone());
            }
        }
        Value::Object(body)
    }

    fn change_application(&mut self, call: &Call<'_>, id: &str) -> Result<(), Refusal> {
        let body = Self::body(call)?;
        model().check("application", body)?;
        members::check("application", body, false)?;
        if body
            .get("displayName")
            .is_some_and(|name| name.as_str().is_none_or(str::is_empty))
        {
            return Err(Refusal::bad(
                "Invalid value specified for property 'displayName' of resource 'Application'.",
            ));
        }
        if let Some(row) = self.directory.row_mut("applications", id) {
            merge(row, body);
        }
        Ok(())
    }

    /// Deleted applications are kept for 30 days; their service principal goes with them, their grants at once.
    fn delete_application(&mut self, id: &str) {
        let Some(app) = self.directory.remove("applications", id) else {
            return;
        };
        let principal = self
            .directory
            .find_any("servicePrincipals", "appId", text(&app, "appId"))
            .map(|row| text(row, "id").to_owned());
        self.bury(app, "application");
        if let Some(principal) = principal {
            self.delete_principal(&principal);
        }
    }

    pub(super) fn bury(&mut self, mut row: Row, type_name: &str) {
        row.insert("deletedDateTime".into(), json!(self.clock.text()));
        row.insert("@odata.type".into(), json!(format!("#microsoft.graph.{type_name}")));
        let lag = std::mem::take(&mut self.directory.lag);
        self.directory.insert("deletedItems", row);
        self.directory.lag = lag;
    }

    fn add_password(&mut self, call: &Call<'_>, id: &str) -> Outcome {
        let none = Map::new();
        let body = call.body.as_ref().and_then(Value::as_object).unwrap_or(&none);
        model().check_action("application", "addPassword", body)?;
        let asked = body
            .get("passwordCredential")
            .and_then(Value::as_object)
            .unwrap_or(&none);
        if let Some(name) = asked
            .keys()
            .find(|name| matches!(name.as_str(), "keyId" | "secretText" | "hint" | "customKeyIdentifier"))
        {
            return Err(Refusal::bad(format!(
                "Property '{name}' is read-only and cannot be set."
            )));
        }
        let now = self.clock.now();
        let time = |name: &str| clock::parse(text(asked, name));
        let start = time("startDateTime").unwrap_or(now);
        let end = time("endDateTime").unwrap_or(start + DEFAULT_LIFE);
        if end <= start || end <= now {
            return Err(Refusal::bad("Key credential end date is invalid.").about("EndDate", "InvalidKeyEndDate"));
        }
        self.allowed_by_policy(id, start, end)?;
        self.directory.made += 1;
        let first = self
            .directory
            .find_any("applications", "id", id)
            .and_then(|app| app.get("passwordCredentials"))
            .and_then(Value::as_array)
            .is_none_or(Vec::is_empty);
        let plus = if self.plus_first {
            first
        } else {
            self.directory.made.is_multiple_of(2)
        };
        let secret = self.mint.client_secret(plus);
        let key = self.mint.id().to_string();
        self.directory.keep_secret(&key, &secret);
        let hint: String = secret.chars().take(3).collect();
        let kept = json!({
            "customKeyIdentifier": null, "displayName": asked.get("displayName"), "keyId": key, "hint": hint,
            "startDateTime": timestamp(start), "endDateTime": timestamp(end),
        });
        if let Some(row) = self.directory.row_mut("applications", id) {
            let list = row.entry("passwordCredentials").or_insert_with(|| json!([]));
            if let Some(list) = list.as_array_mut() {
                list.push(kept.clone());
            }
        }
        let mut answer = Map::new();
        answer.insert(
            "@odata.context".into(),
            json!(format!("{}/$metadata#microsoft.graph.passwordCredential", self.base)),
        );
        if let Value::Object(kept) = kept {
            answer.extend(kept);
        }
        answer.insert("secretText".into(), json!(secret));
        Ok(Answer::json(200, Value::Object(answer)))
    }

    /// The tenant's default app management policy, where it is enabled.
    fn allowed_by_policy(&self, id: &str, start: i64, end: i64) -> Result<(), Refusal> {
        let Some(policy) = self.directory.all("policies").first() else {
            return Ok(());
        };
        if policy.get("isEnabled") != Some(&json!(true)) {
            return Ok(());
        }
        let created = self
            .directory
            .find_any("applications", "id", id)
            .and_then(|app| clock::parse(text(app, "createdDateTime")));
        let restrictions = policy
            .get("applicationRestrictions")
            .and_then(|r| r.get("passwordCredentials"))
            .and_then(Value::as_array);
        for restriction in restrictions.into_iter().flatten().filter_map(Value::as_object) {
            let since = clock::parse(text(restriction, "restrictForAppsCreatedAfterDateTime"));
            let young = matches!((created, since), (Some(created), Some(since)) if created < since);
            if text(restriction, "state") != "enabled" || young {
                continue;
            }
            let policy_id = text(policy, "id");
            match text(restriction, "restrictionType") {
                "passwordAddition" => {
                    return Err(Refusal::new(
                        400,
                        "CredentialTypeNotAllowedAsPerAppPolicy",
                        format!("Credential type is not allowed as per assigned policy '{policy_id}'."),
                    ));
                }
                "passwordLifetime" => {
                    let most = clock::duration(text(restriction, "maxLifetime"));
                    if most.is_some_and(|most| end - start > most) {
                        return Err(Refusal::new(
                            400,
                            "CredentialInvalidLifetimeAsPerAppPolicy",
                            format!("Credential lifetime exceeds the max value allowed as per assigned policy '{policy_id}'."),
                        )
                        .about("EndDate", "InvalidKeyEndDate"));
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn remove_password(&mut self, call: &Call<'_>, id: &str) -> Outcome {
        let body = Self::body(call)?;
        model().check_action("application", "removePassword", body)?;
        let key = text(body, "keyId").to_ascii_lowercase();
        let list = self
            .directory
            .row_mut("applications", id)
            .and_then(|row| row.get_mut("passwordCredentials"))
            .and_then(Value::as_array_mut);
        let before = list.as_ref().map_or(0, |list| list.len());
        let after = list.map_or(0, |list| {
            list.retain(|one| one.get("keyId").and_then(Value::as_str) != Some(&key));
            list.len()
        });
        if before == after {
            return Err(Refusal::bad(format!(
                "No password credential found with keyId '{key}'."
            )));
        }
        self.directory.drop_secret(&key);
        Ok(Answer::nothing())
    }

    /// `directory/deletedItems`: read, restored, deleted for good.
    pub(super) fn deleted(&mut self, call: &Call<'_>, names: &[&str]) -> Outcome {
        let below = names.get(2..).unwrap_or_default();
        let typed = |name: &str| name.strip_prefix("microsoft.graph.").map(str::to_owned);
        let writes = call.method != "GET";
        self.demand(if writes {
            &rights::WRITE_APPLICATIONS
        } else {
            &rights::APPLICATIONS
        })?;
        match (call.method, below) {
            ("GET", [name]) if typed(name).is_some() => {
                let type_name = typed(name).unwrap_or_default();
                let query = self.query(call, &type_name)?;
                let kind = format!("#microsoft.graph.{type_name}");
                let rows = self
                    .directory
                    .rows("deletedItems")
                    .filter(|row| text(row, "@odata.type") == kind);
                Ok(Answer::json(
                    200,
                    query.page(rows, &type_name, &self.base, call.path.trim_matches('/')),
                ))
            }
            (_, [id, rest @ ..]) => {
                let row = self
                    .directory
                    .find("deletedItems", "id", id)
                    .cloned()
                    .ok_or_else(|| Refusal::absent(id))?;
                match (call.method, rest) {
                    ("GET", []) => Ok(Answer::json(200, Value::Object(row))),
                    ("DELETE", []) => {
                        self.directory.remove("deletedItems", id);
                        Ok(Answer::nothing())
                    }
                    ("POST", [name]) if action(name) == "restore" => self.restore(id, row),
                    (method, _) => Err(no_method(method)),
                }
            }
            _ => Err(Refusal::unreadable(
                "Deleted items are listed by type, such as microsoft.graph.application.",
            )),
        }
    }

    fn restore(&mut self, id: &str, mut row: Row) -> Outcome {
        let set = match text(&row, "@odata.type") {
            "#microsoft.graph.application" => "applications",
            "#microsoft.graph.servicePrincipal" => "servicePrincipals",
            _ => "users",
        };
        self.directory.remove("deletedItems", id);
        let kind = row.remove("@odata.type");
        row.remove("deletedDateTime");
        let app_id = text(&row, "appId").to_owned();
        self.directory.insert(set, row.clone());
        if set == "applications" {
            // Its service principal comes back with it.
            let principal = self.directory.all("deletedItems").iter().find(|other| {
                text(other, "appId") == app_id && text(other, "@odata.type") == "#microsoft.graph.servicePrincipal"
            });
            if let Some(principal) = principal.map(|other| text(other, "id").to_owned())
                && let Some(mut principal) = self.directory.remove("deletedItems", &principal)
            {
                principal.remove("@odata.type");
                principal.remove("deletedDateTime");
                self.directory.insert("servicePrincipals", principal);
            }
        }
        let mut body = row;
        body.insert("@odata.type".into(), kind.unwrap_or_default());
        Ok(Answer::json(200, Value::Object(body)))
    }
}

/// Writes members; those of a complex member are written one by one, lists and the rest as a whole.
pub(super) fn merge(row: &mut Row, members: &Map<String, Value>) {
    for (name, value) in members.iter().filter(|(name, _)| !name.contains('@')) {
        match (row.get_mut(name), value) {
            (Some(Value::Object(held)), Value::Object(inner)) => merge(held, inner),
            (_, Value::Null) => {
                row.remove(name);
            }
            _ => {
                row.insert(name.clone(), value.clone());
            }
        }
    }
}
