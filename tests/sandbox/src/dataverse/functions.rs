//! Functions: identity, role and user privileges, settings.

use super::schema::TableDef;
use super::security::{self, Depth, Rights, Verb, privilege_id};
use super::settings;
use super::store::Store;
use crate::ident::Guid;
use crate::odata::error::Refusal;
use crate::odata::query::Prefer;
use crate::odata::service::{Answer, Call, Service};
use crate::odata::url::{self, Segment};
use serde_json::{Map, Value, json};

/// Version the organisation claims.
pub const VERSION: &str = "9.2.26102.00148";

/// A function's parameters, aliases put in.
pub(crate) fn parameters(segment: &Segment, query: &str) -> Vec<(String, String)> {
    let pairs = url::pairs(query);
    let mut out: Vec<(String, String)> = url::split_outside(segment.arguments.as_deref().unwrap_or_default(), ',')
        .into_iter()
        .filter_map(|piece| {
            let (name, value) = piece.split_once('=')?;
            let value = value.trim();
            let value = match value.starts_with('@') {
                true => pairs.iter().find(|(n, _)| n == value).map(|(_, v)| v.clone())?,
                false => value.to_owned(),
            };
            Some((name.trim().to_owned(), value))
        })
        .collect();
    // Parameters may also stand in the query (`RetrieveSetting()?SettingName='x'`).
    out.extend(pairs.into_iter().filter(|(name, _)| !name.starts_with(['@', '$'])));
    out
}

fn parameter(parameters: &[(String, String)], name: &str) -> Result<String, Refusal> {
    let found = parameters.iter().find(|(n, _)| n == name).map(|(_, v)| url::unquote(v));
    found.ok_or_else(|| Refusal::new(400, "0x80060888", format!("The parameter '{name}' is missing.")))
}

fn guid(parameters: &[(String, String)], name: &str) -> Result<Guid, Refusal> {
    let text = parameter(parameters, name)?;
    Guid::parse(&text).ok_or_else(|| Refusal::bad(format!("'{text}' is not a GUID.")))
}

impl Service<'_> {
    pub(super) fn complex(&self, name: &str, body: Value) -> Answer {
        let mut map = body.as_object().cloned().unwrap_or_default();
        map.insert(
            "@odata.context".into(),
            json!(format!("{}$metadata#Microsoft.Dynamics.CRM.{name}Response", self.base)),
        );
        Answer::ok(Value::Object(map))
    }

    /// An unbound function.
    pub(crate) fn function(&mut self, name: &str, segment: &Segment, call: Call<'_>) -> Result<Answer, Refusal> {
        let given = parameters(segment, call.query);
        let body = match name {
            "WhoAmI" => {
                let unit = self
                    .store
                    .get("systemuser", self.user)
                    .and_then(|u| u.guid("businessunitid"));
                json!({
                    "BusinessUnitId": unit.map(|u| u.to_string()),
                    "UserId": self.user.to_string(),
                    "OrganizationId": self.org.id.to_string(),
                })
            }
            "RetrieveVersion" => json!({"Version": VERSION}),
            "RetrieveCurrentOrganization" => self.organization(),
            "RetrieveAvailableLanguages" | "RetrieveProvisionedLanguages" => {
                let list = [1033, 1030, 1036, 1041];
                let property = if name == "RetrieveAvailableLanguages" {
                    "LocaleIds"
                } else {
                    "RetrieveProvisionedLanguages"
                };
                json!({property: list})
            }
            "RetrieveRolePrivilegesRole" => {
                self.rights.demand(Verb::Read, self.table("role")?.as_ref())?;
                let role = guid(&given, "RoleId")?;
                let row = self
                    .store
                    .get("role", role)
                    .ok_or_else(|| Refusal::no_row("Role", role))?;
                let unit = row.guid("businessunitid");
                let held = security::role_privileges(self.store, security::root_of(self.store, role));
                json!({"RolePrivileges": held.iter().map(|(id, depth)| entry(self.store, *id, *depth, unit)).collect::<Vec<_>>()})
            }
            "RetrievePrincipalAccess" => return self.principal_access(self.user, &given),
            "RetrieveSolutionImportResult" => self.import_result(guid(&given, "ImportJobId")?)?,
            "RetrieveAppComponents" => return self.app_components(guid(&given, "AppModuleId")?),
            "ValidateApp" => self.validate_app(guid(&given, "AppModuleId")?)?,
            "RetrieveSettingList" => {
                let app = given
                    .iter()
                    .find(|(n, _)| n == "AppUniqueName")
                    .map(|(_, v)| url::unquote(v));
                json!({"SettingDetailCollection": settings::list(self.store, app.as_deref())?})
            }
            "RetrieveSetting" => {
                let app = given
                    .iter()
                    .find(|(n, _)| n == "AppUniqueName")
                    .map(|(_, v)| url::unquote(v));
                json!({"SettingDetail": settings::one(self.store, &parameter(&given, "SettingName")?, app.as_deref())?})
            }
            _ => return Err(Refusal::no_segment(&segment.name)),
        };
        Ok(self.complex(name, body))
    }

    /// The definition of a table, owned, for use beside changes.
    pub(crate) fn table(&self, logical: &str) -> Result<Box<TableDef>, Refusal> {
        self.store
            .schema()
            .table(logical)
            .cloned()
            .map(Box::new)
            .ok_or_else(|| Refusal::no_segment(logical))
    }

    fn organization(&self) -> Value {
        let name = self
            .store
            .table("organization")
            .rows()
            .next()
            .and_then(|r| r.text("name"))
            .unwrap_or("Contoso Service");
        let root = self.base.split("/api/").next().unwrap_or_default();
        json!({"Detail": {
            "OrganizationId": self.org.id.to_string(),
            "FriendlyName": name,
            "OrganizationVersion": VERSION,
            "EnvironmentId": self.org.environment,
            "DatacenterId": Guid::derive("datacenter", "emea").to_string(),
            "Geo": "EMEA",
            "TenantId": self.org.tenant.to_string(),
            "UrlName": "contoso",
            "UniqueName": "unq0c9e41b7",
            "State": "Enabled",
            "SchemaType": "Full",
            "OrganizationType": self.org.organization_type,
            "Endpoints": {
                "Count": 3,
                "IsReadOnly": false,
                "Keys": ["WebApplication", "OrganizationService", "OrganizationDataService"],
                "Values": [
                    format!("{root}/"),
                    format!("{root}/XRMServices/2011/Organization.svc"),
                    format!("{root}/XRMServices/2011/OrganizationData.svc"),
                ],
            },
        }})
    }

    /// A function bound to a row or a set.
    pub(crate) fn bound_function(
        &mut self,
        def: &TableDef,
        id: Option<Guid>,
        name: &str,
        segment: &Segment,
        call: Call<'_>,
    ) -> Result<Answer, Refusal> {
        let given = parameters(segment, call.query);
        let missing = || Refusal::no_segment(&segment.name);
        if matches!(name, "RetrieveUnpublished" | "RetrieveUnpublishedMultiple") {
            return self.unpublished(def, id, name, call);
        }
        let id = id.ok_or_else(missing)?;
        if def.logical != "systemuser" {
            return match (def.logical.as_str(), name) {
                ("team", "RetrievePrincipalAccess") => self.principal_access(id, &given),
                _ => Err(missing()),
            };
        }
        self.visible(def, id)?;
        let names: Option<Vec<Guid>> = match name {
            "RetrieveUserPrivilegeByPrivilegeName" => Some(vec![privilege_id(&parameter(&given, "PrivilegeName")?)]),
            "RetrieveUserPrivilegeByPrivilegeId" => Some(vec![guid(&given, "PrivilegeId")?]),
            "RetrieveUserSetOfPrivilegesByNames" => Some(
                texts(&parameter(&given, "PrivilegeNames")?)?
                    .iter()
                    .map(|n| privilege_id(n))
                    .collect(),
            ),
            "RetrieveUserSetOfPrivilegesByIds" => Some(
                texts(&parameter(&given, "PrivilegeIds")?)?
                    .iter()
                    .filter_map(|t| Guid::parse(t))
                    .collect(),
            ),
            "RetrieveUserPrivileges" | "RetrieveUsersPrivilegesThroughTeams" => None,
            "RetrievePrincipalAccess" => return self.principal_access(id, &given),
            _ => return Err(missing()),
        };
        let unit = self.store.get("systemuser", id).and_then(|u| u.guid("businessunitid"));
        let rights = Rights::of(self.store, id);
        let mut list = Vec::new();
        for (privilege, grants) in &rights.grants {
            if names.as_ref().is_some_and(|wanted| !wanted.contains(privilege)) {
                continue;
            }
            let only_teams = grants.iter().all(|g| g.through_team);
            if name == "RetrieveUsersPrivilegesThroughTeams" && !grants.iter().any(|g| g.through_team) {
                continue;
            }
            // Everything inherited through a team is told as Basic by this one function.
            let depth = if name == "RetrieveUserPrivileges" && only_teams {
                Some(Depth::Basic)
            } else {
                rights.depth(*privilege)
            };
            if let Some(depth) = depth {
                list.push(entry(self.store, *privilege, depth, unit));
            }
        }
        Ok(self.complex(name, json!({"RolePrivileges": list})))
    }

    /// Rows as they will be once published. A site map has only the plural form (SiteMap table reference). That it
    /// takes the privilege to change such rows is unproven.
    fn unpublished(&mut self, def: &TableDef, id: Option<Guid>, name: &str, call: Call<'_>) -> Result<Answer, Refusal> {
        let plural = name == "RetrieveUnpublishedMultiple";
        if !def.drafts || plural != id.is_none() || (!plural && def.logical == "sitemap") {
            return Err(Refusal::no_segment(name));
        }
        self.rights.demand(Verb::Write, def)?;
        let prefer = Prefer::read(call.headers);
        self.store.show_drafts(&def.logical);
        let answer = match id {
            Some(id) => self.single(def, id, call, &prefer),
            None => self.list(def, None, call, &prefer),
        };
        self.store.hide_drafts();
        answer
    }

    fn principal_access(&self, principal: Guid, given: &[(String, String)]) -> Result<Answer, Refusal> {
        let target = parameter(given, "Target")?.replace('\'', "\"");
        let target: Map<String, Value> =
            serde_json::from_str(&target).map_err(|_| Refusal::bad("Target is not a reference."))?;
        let uri = target.get("@odata.id").and_then(Value::as_str);
        let (def, id) = match uri {
            Some(uri) => self.resolve_uri(uri)?,
            None => return Err(Refusal::bad("Target has no '@odata.id'.")),
        };
        let row = self
            .store
            .get(&def.logical, id)
            .ok_or_else(|| Refusal::no_row(&def.schema_name, id))?;
        let rights = Rights::of(self.store, principal);
        let held: Vec<String> = Verb::ALL
            .iter()
            .filter(|verb| **verb != Verb::Create)
            .filter(|verb| {
                rights
                    .demand(**verb, &def)
                    .is_ok_and(|depth| rights.reaches(depth, &def, row))
            })
            .map(|verb| format!("{}Access", verb.name()))
            .collect();
        let rights = if held.is_empty() {
            "None".to_owned()
        } else {
            held.join(", ")
        };
        Ok(self.complex("RetrievePrincipalAccess", json!({"AccessRights": rights})))
    }
}

fn texts(value: &str) -> Result<Vec<String>, Refusal> {
    serde_json::from_str(value).map_err(|_| Refusal::bad(format!("'{value}' is not a list of strings.")))
}

fn entry(store: &Store, privilege: Guid, depth: Depth, unit: Option<Guid>) -> Value {
    json!({
        "Depth": depth.name(),
        "PrivilegeId": privilege.to_string(),
        "BusinessUnitId": unit.map(|u| u.to_string()),
        "PrivilegeName": store.label("privilege", privilege),
        "RecordFilterId": "00000000-0000-0000-0000-000000000000",
        "RecordFilterUniqueName": "",
    })
}
