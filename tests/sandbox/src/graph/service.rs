//! From method and path to an operation.

use super::answer::{Answer, Payload, Refusal};
use super::directory::{Directory, Row, text};
use super::query::Query;
use super::rights::{self, Right};
use crate::clock::Clock;
use crate::entra::Caller;
use crate::graph::cast::ROLES;
use crate::ident::Guid;
use crate::mint::Mint;
use crate::odata::url::{self, Segment};
use serde_json::{Map, Value, json};

/// A request below the version.
pub struct Call<'a> {
    /// Method.
    pub method: &'a str,
    /// Path below `/v1.0/`.
    pub path: &'a str,
    /// Query without the question mark.
    pub query: &'a str,
    /// Body; none when there is none.
    pub body: Option<Value>,
    /// Header values by name in lower case.
    pub header: &'a dyn Fn(&str) -> String,
}

/// Says whether a fault befalls a request within a batch, by method and path.
pub type Meet<'a> = dyn FnMut(&str, &str) -> Option<Answer> + 'a;

/// Graph for one request.
pub struct Service<'a> {
    /// The directory.
    pub directory: &'a mut Directory,
    /// Makes ids and secrets.
    pub mint: &'a mut Mint,
    /// The cloud's clock.
    pub clock: Clock,
    /// Who calls.
    pub caller: Caller,
    /// Address of the service, `https://<authority>/v1.0`.
    pub base: String,
    /// Whether the first secret of an application has a `+`; else every second of all secrets has.
    pub plus_first: bool,
}

pub(super) type Outcome = Result<Answer, Refusal>;

fn no_segment(name: &str) -> Refusal {
    Refusal::unreadable(format!("Resource not found for the segment '{name}'."))
}

pub(super) fn no_method(method: &str) -> Refusal {
    Refusal::new(
        405,
        "Request_BadRequest",
        format!("Specified HTTP method '{method}' is not allowed for the request target."),
    )
}

/// The key in parentheses or in the next segment, and how many segments it took.
fn keyed(segments: &[Segment]) -> (Option<String>, usize) {
    match segments {
        [
            Segment {
                arguments: Some(key), ..
            },
            ..,
        ] => (Some(key.clone()), 1),
        [_, next, ..] => (Some(next.name.clone()), 2),
        _ => (None, 1),
    }
}

impl Service<'_> {
    /// Answers one request.
    pub fn answer(&mut self, call: &Call<'_>, meet: &mut Meet<'_>) -> Answer {
        let outcome = if call.path.trim_matches('/') == "$batch" {
            self.batch(call, meet)
        } else {
            self.operate(call)
        };
        outcome.unwrap_or_else(|refusal| self.refuse(&refusal, call))
    }

    pub(super) fn refuse(&self, refusal: &Refusal, call: &Call<'_>) -> Answer {
        let request = (call.header)("client-request-id");
        Answer::json(refusal.status, refusal.body(&request, &self.clock.text()))
    }

    pub(super) fn demand(&self, right: &Right) -> Result<(), Refusal> {
        rights::demand(&self.caller, self.directory, right)
    }

    /// The options of a request for objects of that type.
    pub(super) fn query(&self, call: &Call<'_>, type_name: &str) -> Result<Query, Refusal> {
        let eventual = (call.header)("consistencylevel").eq_ignore_ascii_case("eventual");
        Query::read(call.query, type_name, eventual)
    }

    pub(super) fn operate(&mut self, call: &Call<'_>) -> Outcome {
        let segments = url::segments(call.path).map_err(|refusal| Refusal::unreadable(refusal.message))?;
        let names: Vec<&str> = segments.iter().map(|segment| segment.name.as_str()).collect();
        match names.as_slice() {
            [] | [""] => Err(no_segment("")),
            ["me", rest @ ..] => {
                let own = self.caller.id.clone();
                if !self.caller.home {
                    return self.guest(call, names.as_slice());
                }
                self.user(call, &own, rest, true)
            }
            ["organization", ..] if !self.caller.home => self.guest(call, names.as_slice()),
            ["users", "$count"] => self.total(call, "users", "user", &rights::USERS),
            ["users", ..] => match keyed(&segments) {
                (None, _) => self.users(call),
                (Some(key), taken) => {
                    let key = url::unquote(&key);
                    let rest = names.get(taken..).unwrap_or_default();
                    self.user(call, &key, rest, false)
                }
            },
            ["groups", ..] => self.groups(call, &segments),
            ["organization", ..] => {
                self.readable(call, &segments, "organization", "organization", &rights::ORGANIZATION)
            }
            ["subscribedSkus", ..] => self.skus(call, &segments),
            ["applications", "$count"] => self.total(call, "applications", "application", &rights::APPLICATIONS),
            ["applications", ..] => self.applications(call, &segments),
            ["servicePrincipals", ..] => self.service_principals(call, &segments),
            ["oauth2PermissionGrants", ..] => self.grants(call, &segments),
            ["directoryRoles", ..] => self.readable(
                call,
                &segments,
                "directoryRoles",
                "directoryRole",
                &rights::ROLE_ASSIGNMENTS,
            ),
            ["roleManagement", "directory", "roleAssignments", ..] => self.readable(
                call,
                segments.get(2..).unwrap_or_default(),
                "roleAssignments",
                "unifiedRoleAssignment",
                &rights::ROLE_ASSIGNMENTS,
            ),
            ["roleManagement", "directory", "roleDefinitions"] => self.role_definitions(call),
            ["policies", "defaultAppManagementPolicy"] => self.policy(call),
            ["directory", "deletedItems", ..] => self.deleted(call, &names),
            [first, ..] => Err(no_segment(first)),
        }
    }

    fn total(&mut self, call: &Call<'_>, set: &str, type_name: &str, right: &Right) -> Outcome {
        if call.method != "GET" {
            return Err(no_method(call.method));
        }
        self.demand(right)?;
        if !(call.header)("consistencylevel").eq_ignore_ascii_case("eventual") {
            return Err(Refusal::bad("$count is not currently supported."));
        }
        let query = self.query(call, type_name)?;
        Ok(Answer {
            status: 200,
            headers: Vec::new(),
            body: Payload::Text(query.counted(self.directory.rows(set)).to_string()),
        })
    }

    /// A collection and its objects, read only.
    pub(super) fn readable(
        &mut self,
        call: &Call<'_>,
        segments: &[Segment],
        set: &str,
        type_name: &str,
        right: &Right,
    ) -> Outcome {
        if call.method != "GET" {
            return Err(no_method(call.method));
        }
        self.demand(right)?;
        let query = self.query(call, type_name)?;
        let path = call.path.trim_matches('/');
        match keyed(segments) {
            (None, _) => Ok(Answer::json(
                200,
                query.page(self.directory.rows(set), type_name, &self.base, path),
            )),
            (Some(key), taken) if segments.len() == taken => {
                let key = url::unquote(&key);
                let row = self
                    .directory
                    .find(set, "id", &key)
                    .ok_or_else(|| Refusal::absent(&key))?;
                Ok(self.object(&query, row, set, type_name))
            }
            _ => Err(no_segment(segments.last().map_or("", |segment| segment.name.as_str()))),
        }
    }

    /// One object as an answer.
    pub(super) fn object(&self, query: &Query, row: &Row, set: &str, type_name: &str) -> Answer {
        let mut body = Map::new();
        body.insert(
            "@odata.context".into(),
            json!(format!("{}/$metadata#{set}/$entity", self.base)),
        );
        body.extend(query.shaped(row, type_name));
        Answer::json(200, Value::Object(body))
    }

    /// The body of a write.
    pub(super) fn body<'b>(call: &'b Call<'_>) -> Result<&'b Map<String, Value>, Refusal> {
        match &call.body {
            Some(Value::Object(map)) => Ok(map),
            _ => Err(Refusal::unreadable(
                "Empty Payload. JSON content expected, or the payload is not an object.",
            )),
        }
    }

    /// What somebody of the tenant next door is told: who they are, and which tenant it is.
    fn guest(&self, call: &Call<'_>, names: &[&str]) -> Outcome {
        if call.method != "GET" {
            return Err(Refusal::denied());
        }
        let tenant = Guid::derive("tenant", crate::entra::OTHER_TENANT).to_string();
        let context = |set: &str| format!("{}/$metadata#{set}", self.base);
        let body = match names {
            ["me"] => json!({"@odata.context": context("users/$entity"), "id": self.caller.id,
                "displayName": "Fabrikam administrator", "userPrincipalName": format!("admin@{}", crate::entra::OTHER_TENANT)}),
            ["me", "memberOf", ..] => json!({"@odata.context": context("directoryRoles"), "value": []}),
            ["organization"] => json!({"@odata.context": context("organization"), "value":
                [{"id": tenant, "displayName": "Fabrikam", "verifiedDomains": [{"name": crate::entra::OTHER_TENANT,
                  "isDefault": true, "isInitial": false}]}]}),
            _ => return Err(Refusal::denied()),
        };
        Ok(Answer::json(200, body))
    }

    fn role_definitions(&mut self, call: &Call<'_>) -> Outcome {
        if call.method != "GET" {
            return Err(no_method(call.method));
        }
        self.demand(&rights::ROLE_ASSIGNMENTS)?;
        let rows = ROLES.iter().map(|(id, name, _)| {
            json!({"id": id, "templateId": id, "displayName": name, "isBuiltIn": true, "isEnabled": true})
        });
        Ok(Answer::json(
            200,
            json!({"@odata.context": format!("{}/$metadata#roleManagement/directory/roleDefinitions", self.base),
                   "value": rows.collect::<Vec<_>>()}),
        ))
    }

    fn policy(&mut self, call: &Call<'_>) -> Outcome {
        if call.method != "GET" {
            return Err(no_method(call.method));
        }
        self.demand(&rights::POLICIES)?;
        let query = self.query(call, "tenantAppManagementPolicy")?;
        let row = self.directory.all("policies").first().cloned().unwrap_or_default();
        Ok(self.object(
            &query,
            &row,
            "policies/defaultAppManagementPolicy",
            "tenantAppManagementPolicy",
        ))
    }

    fn skus(&mut self, call: &Call<'_>, segments: &[Segment]) -> Outcome {
        let counts: Vec<(String, usize)> = self
            .directory
            .all("subscribedSkus")
            .iter()
            .map(|row| (text(row, "id").to_owned(), self.directory.consumed(text(row, "skuId"))))
            .collect();
        let mut answer = self.readable(call, segments, "subscribedSkus", "subscribedSku", &rights::SKUS)?;
        if let Payload::Json(body) = &mut answer.body {
            let mut fill = |row: &mut Value| {
                let id = row.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
                if let (Some((_, count)), Some(map)) = (counts.iter().find(|(i, _)| *i == id), row.as_object_mut())
                    && map.contains_key("consumedUnits")
                {
                    map.insert("consumedUnits".into(), json!(count));
                }
            };
            match body.get_mut("value").and_then(Value::as_array_mut) {
                Some(list) => list.iter_mut().for_each(&mut fill),
                None => fill(body),
            }
        }
        Ok(answer)
    }
}
