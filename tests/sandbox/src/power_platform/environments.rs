//! The tenant's environments.

use super::{Call, Refusal, World, denied, policies};
use crate::ident::Guid;
use crate::odata::service::Org;
use crate::server::{ORG_API_HOST, ORG_HOST, VIVA_HOST};
use serde_json::{Value, json};

/// The API's own documents.
#[derive(Debug)]
pub struct Platform {
    pub(super) environments: Vec<Value>,
    /// Data policies, whole.
    pub(super) policies: Vec<Value>,
    /// Rule-based policies.
    pub(super) rules: Vec<Value>,
    /// Which environment or group a rule-based policy is assigned to.
    pub(super) assignments: Vec<Value>,
}

/// The sets of a state document that it names.
#[derive(Debug, Default)]
pub struct Sets {
    environments: Option<Vec<Value>>,
    policies: Option<Vec<Value>>,
    rules: Option<Vec<Value>>,
    assignments: Option<Vec<Value>>,
}

/// The environment of the sales agent's data, of which the whole of its name is known and the casing is not.
fn viva(org: &Org) -> Option<Value> {
    let trial = org.answers("viva", "trial");
    if !trial && !org.answers("viva", "production") {
        return None;
    }
    let id = Guid::derive("environment", "msdyn_viva").to_string();
    let name = if org.answers("vivaname", "upper") {
        "MSDYN_VIVA"
    } else {
        "msdyn_viva"
    };
    let linked = json!({
        "resourceId": Guid::derive("organization", "msdyn_viva").to_string(), "friendlyName": name,
        "uniqueName": "unqmsdynviva", "domainName": "msdynviva", "version": "9.2.25101.00180",
        "instanceUrl": format!("https://{VIVA_HOST}/"),
        "instanceApiUrl": "https://msdynviva.api.crm4.dynamics.com", "baseLanguage": 1033, "instanceState": "Ready",
    });
    let sku = if trial { "Trial" } else { "Production" };
    Some(environment(org, &id, name, sku, false, Some(linked)))
}

fn environment(org: &Org, id: &str, name: &str, sku: &str, default: bool, linked: Option<Value>) -> Value {
    let mut document = json!({
        "id": format!("/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/{id}"),
        "type": "Microsoft.BusinessAppPlatform/scopes/environments", "location": "europe", "name": id,
        "properties": {
            "tenantId": org.tenant.to_string(), "azureRegion": "westeurope", "displayName": name,
            "createdTime": "2024-05-13T07:08:27.6057592Z",
            "createdBy": {"id": "SYSTEM", "displayName": "SYSTEM", "type": "NotSpecified"},
            "provisioningState": "Succeeded", "creationType": if default { "DefaultTenant" } else { "User" },
            "environmentSku": sku, "isDefault": default,
            "clientUris": {
                "admin": format!("https://admin.powerplatform.microsoft.com/environments/environment/{id}/hub"),
                "maker": format!("https://make.powerapps.com/environments/{id}/home"),
            },
            "runtimeEndpoints": {
                "microsoft.BusinessAppPlatform": "https://europe.api.bap.microsoft.com",
                "microsoft.PowerApps": "https://europe.api.powerapps.com",
            },
            "databaseType": if linked.is_some() { "CommonDataService" } else { "None" },
            "states": {"management": {"id": "Ready"}, "runtime": {"id": "Enabled"}},
        },
    });
    if let (Some(linked), Some(properties)) = (
        linked,
        document.pointer_mut("/properties").and_then(Value::as_object_mut),
    ) {
        properties.insert("linkedEnvironmentMetadata".into(), linked);
    }
    document
}

impl Platform {
    /// The environments as they are at the start: the organization's, and the tenant's default one without a database.
    pub fn new(org: &Org) -> Self {
        let linked = json!({
            "resourceId": org.id.to_string(), "friendlyName": "Contoso Service", "uniqueName": "contoso",
            "domainName": "contoso", "version": "9.2.25101.00180", "instanceUrl": format!("https://{ORG_HOST}/"),
            "instanceApiUrl": format!("https://{ORG_API_HOST}"), "baseLanguage": 1033, "instanceState": "Ready",
            "createdTime": "2024-05-13T07:12:46.87Z", "backgroundOperationsState": "Enabled",
            "platformSku": "Standard", "schemaType": "Standard",
        });
        let sku = if org.organization_type == "Customer" {
            "Production"
        } else {
            "Sandbox"
        };
        let default = format!("Default-{}", org.tenant);
        let mut environments = vec![
            environment(org, &org.environment, "Contoso Service", sku, false, Some(linked)),
            environment(org, &default, "Contoso (default)", "Default", true, None),
        ];
        environments.extend(viva(org));
        Self {
            environments,
            policies: policies::first(&org.environment),
            rules: Vec::new(),
            assignments: Vec::new(),
        }
    }

    /// The sets as the state document has them.
    pub fn document(&self) -> Value {
        json!({"environments": self.environments, "policies": self.policies, "ruleBasedPolicies": self.rules,
               "ruleAssignments": self.assignments})
    }

    /// Reads the named sets of a state document.
    ///
    /// # Errors
    /// An unknown set, an environment or rule-based policy without a name or id, or a data policy the service would not
    /// take.
    pub fn prepare(document: &Value) -> Result<Sets, String> {
        let sets = document.as_object().ok_or("'powerplatform' is not an object")?;
        let mut read = Sets::default();
        for (set, list) in sets {
            let list = list.as_array().ok_or_else(|| format!("'{set}' is not a list"))?;
            let has = |member: &str| list.iter().all(|one| one.get(member).and_then(Value::as_str).is_some());
            let (place, whole) = match set.as_str() {
                "environments" => (&mut read.environments, has("name")),
                "policies" => {
                    for policy in list {
                        policies::check(policy).map_err(|refusal| refusal.message)?;
                    }
                    (
                        &mut read.policies,
                        list.iter().all(|one| !policies::name_of(one).is_empty()),
                    )
                }
                "ruleBasedPolicies" => (&mut read.rules, has("id") && has("name")),
                "ruleAssignments" => (
                    &mut read.assignments,
                    has("policyId") && has("resourceId") && has("resourceType"),
                ),
                _ => return Err(format!("unknown set '{set}' of powerplatform")),
            };
            if !whole {
                return Err(format!("one of '{set}' does not say which it is"));
            }
            *place = Some(list.clone());
        }
        Ok(read)
    }

    /// Replaces the sets that are named.
    pub fn replace(&mut self, sets: Sets) {
        for (place, set) in [
            (&mut self.environments, sets.environments),
            (&mut self.policies, sets.policies),
            (&mut self.rules, sets.rules),
            (&mut self.assignments, sets.assignments),
        ] {
            if let Some(set) = set {
                *place = set;
            }
        }
    }
}

/// The organization's own hosts as seen from the authority the client used: its port stays, and who came by loopback
/// stays there.
fn echoed(document: &Value, host: &str) -> Value {
    let (name, port) = host.rsplit_once(':').unwrap_or((host, ""));
    let local = matches!(name, "127.0.0.1" | "localhost");
    let mut document = document.clone();
    for (member, end) in [("instanceUrl", "/"), ("instanceApiUrl", "")] {
        let Some(place) = document.pointer_mut(&format!("/properties/linkedEnvironmentMetadata/{member}")) else {
            continue;
        };
        let real = place
            .as_str()
            .unwrap_or_default()
            .trim_start_matches("https://")
            .trim_end_matches('/')
            .to_owned();
        let shown = if local {
            host.to_owned()
        } else if port.is_empty() {
            real
        } else {
            format!("{real}:{port}")
        };
        *place = json!(format!("https://{shown}{end}"));
    }
    document
}

fn name_of(document: &Value) -> &str {
    document.get("name").and_then(Value::as_str).unwrap_or_default()
}

impl World<'_> {
    pub(super) fn environments(&self, call: &Call<'_>) -> Value {
        let seen = self.platform.environments.iter();
        let seen = seen.filter(|one| self.administers(call.caller, name_of(one)));
        json!({"value": seen.map(|one| echoed(one, call.host)).collect::<Vec<_>>()})
    }

    pub(super) fn environment(&self, call: &Call<'_>, id: &str) -> Result<(u16, Value), Refusal> {
        let found = self.platform.environments.iter().find(|one| {
            let name = name_of(one);
            name.eq_ignore_ascii_case(id)
                || matches!((Guid::parse(name), Guid::parse(id)), (Some(a), Some(b)) if a == b)
        });
        let Some(found) = found else {
            return Err(Refusal::new(
                404,
                "EnvironmentNotFound",
                format!(
                    "The environment '{id}' could not be found in the tenant '{}'.",
                    self.org.tenant
                ),
            ));
        };
        if self.administers(call.caller, name_of(found)) {
            Ok((200, echoed(found, call.host)))
        } else {
            Err(denied(call.caller, &format!("the environment '{id}'")))
        }
    }
}
