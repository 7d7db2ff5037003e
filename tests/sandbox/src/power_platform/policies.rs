//! Data policies, v2: listed without their groups, read whole, and replaced whole (Terraform provider for Power
//! Platform, `dlp_policy`). The API takes no `api-version` here, and suffers one.
//!
//! Unproven, hence dialects: whether a stale `etag` within the document is refused (`dlp-etag`), and whether members the
//! service does not know survive an update (`dlp-unknown`). What an error is called is published nowhere.

use super::{Call, Refusal, World, denied};
use crate::graph::rights::holds;
use crate::ident::Guid;
use serde_json::{Map, Value, json};

/// What connectors' ids begin with.
pub const APIS: &str = "/providers/Microsoft.PowerApps/apis/";
const ENVIRONMENTS: &str = "/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/";

/// The three groups: Business, Non-business, Blocked.
const CLASSES: [&str; 3] = ["Confidential", "General", "Blocked"];
const SCOPES: [&str; 4] = [
    "AllEnvironments",
    "OnlyEnvironments",
    "ExceptEnvironments",
    "SingleEnvironment",
];
/// Who manages the tenant's policies.
const ROLES: [&str; 2] = ["Global Administrator", "Power Platform Administrator"];
/// Connectors that no policy can block.
pub const UNBLOCKABLE: [&str; 4] = [
    "shared_commondataserviceforapps",
    "shared_office365users",
    "shared_powerappsforappmakers",
    "shared_approvals",
];

const KNOWN: [&str; 3] = [
    "policyDefinition",
    "connectorConfigurationsDefinition",
    "customConnectorUrlPatternsDefinition",
];
const KNOWN_INSIDE: [&str; 12] = [
    "name",
    "displayName",
    "defaultConnectorsClassification",
    "connectorGroups",
    "environmentType",
    "environments",
    "createdBy",
    "createdTime",
    "lastModifiedBy",
    "lastModifiedTime",
    "etag",
    "isLegacySchemaVersion",
];
/// What the service itself keeps, whatever is sent.
const OWN: [&str; 3] = ["createdBy", "createdTime", "isLegacySchemaVersion"];

fn connector(id: &str, name: &str) -> Value {
    json!({"id": format!("{APIS}{id}"), "name": name, "type": "Microsoft.PowerApps/apis"})
}

fn environment(id: &str) -> Value {
    json!({"id": format!("{ENVIRONMENTS}{id}"), "name": id, "type": "Microsoft.BusinessAppPlatform/scopes/environments"})
}

struct Cast<'a> {
    name: &'a str,
    default: &'a str,
    groups: [Vec<Value>; 3],
    scope: (&'a str, Vec<Value>),
}

fn policy(cast: Cast<'_>) -> Value {
    let groups = CLASSES.iter().zip(cast.groups);
    let groups: Vec<Value> = groups
        .map(|(class, connectors)| json!({"classification": class, "connectors": connectors}))
        .collect();
    json!({
        "policyDefinition": {
            "name": Guid::derive("data policy", cast.name).to_string(), "displayName": cast.name,
            "defaultConnectorsClassification": cast.default, "connectorGroups": groups,
            "environmentType": cast.scope.0, "environments": cast.scope.1,
            "createdBy": {"displayName": "Ingrid Solheim"}, "createdTime": "2024-06-03T07:38:50.3269899Z",
            "lastModifiedBy": {"displayName": "Ingrid Solheim"}, "lastModifiedTime": "2025-02-11T09:12:05.1180021Z",
            "etag": Guid::derive("etag", cast.name).to_string(), "isLegacySchemaVersion": false,
        },
        "customConnectorUrlPatternsDefinition": {
            "rules": [{"order": 1, "customConnectorRuleClassification": "Ignore", "pattern": "*"}],
        },
    })
}

/// The policies as they are at the start. For an environment that is none of the organization's, the last one blocks
/// Salesforce; the first says nothing of it.
pub fn first(environment_id: &str) -> Vec<Value> {
    let mut baseline = policy(Cast {
        name: "Contoso baseline",
        default: "General",
        groups: [
            vec![
                connector("shared_commondataserviceforapps", "Microsoft Dataverse"),
                connector("shared_office365", "Office 365 Outlook"),
                connector("shared_office365users", "Office 365 Users"),
            ],
            vec![],
            vec![
                connector("shared_facebook", "Facebook"),
                connector("shared_twitter", "X"),
            ],
        ],
        scope: ("AllEnvironments", vec![]),
    });
    // Members a client does not know, as a service may add any day.
    if let Some(map) = baseline.as_object_mut() {
        map.insert(
            "reviewDefinition".into(),
            json!({"dueTime": "2027-01-01T00:00:00Z", "stages": [1, 2.5, null]}),
        );
    }
    vec![
        baseline,
        policy(Cast {
            name: "Contoso Service only",
            default: "General",
            groups: [vec![], vec![], vec![connector("shared_salesforce", "Salesforce")]],
            scope: ("OnlyEnvironments", vec![environment(environment_id)]),
        }),
        policy(Cast {
            name: "Everything but Contoso Service",
            default: "General",
            groups: [
                vec![
                    connector("shared_commondataserviceforapps", "Microsoft Dataverse"),
                    connector("shared_sharepointonline", "SharePoint"),
                ],
                vec![connector("shared_msnweather", "MSN Weather")],
                vec![
                    connector("shared_salesforce", "Salesforce"),
                    connector("shared_dropbox", "Dropbox"),
                ],
            ],
            scope: ("ExceptEnvironments", vec![environment(environment_id)]),
        }),
    ]
}

/// The name of a policy's document.
pub fn name_of(document: &Value) -> &str {
    inside(document, "name").as_str().unwrap_or_default()
}

fn inside<'a>(document: &'a Value, member: &str) -> &'a Value {
    const NONE: &Value = &Value::Null;
    document.pointer(&format!("/policyDefinition/{member}")).unwrap_or(NONE)
}

fn wrong(message: impl Into<String>) -> Refusal {
    Refusal::new(400, "InvalidRequestContent", message)
}

/// Holds a document against what the service takes.
///
/// # Errors
/// What is wrong with it.
pub fn check(document: &Value) -> Result<(), Refusal> {
    let definition = document
        .get("policyDefinition")
        .and_then(Value::as_object)
        .ok_or_else(|| wrong("The member 'policyDefinition' is missing or no object."))?;
    if inside(document, "displayName").as_str().unwrap_or_default().is_empty() {
        return Err(wrong("The member 'displayName' is missing."));
    }
    let known = |member: &str, words: &[&str]| {
        let word = definition.get(member).and_then(Value::as_str).unwrap_or_default();
        if words.contains(&word) {
            Ok(())
        } else {
            Err(wrong(format!("The member '{member}' has no known value.")))
        }
    };
    known("defaultConnectorsClassification", &CLASSES)?;
    known("environmentType", &SCOPES)?;
    let groups = definition.get("connectorGroups").and_then(Value::as_array);
    let groups =
        groups.ok_or_else(|| wrong("The member 'connectorGroups' is missing: the policy is replaced whole."))?;
    let mut classes: Vec<&str> = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for group in groups {
        let class = group.get("classification").and_then(Value::as_str).unwrap_or_default();
        if !CLASSES.contains(&class) || classes.contains(&class) {
            return Err(wrong(format!("The group '{class}' is unknown or there twice.")));
        }
        classes.push(class);
        let connectors = group.get("connectors").and_then(Value::as_array);
        for connector in connectors.ok_or_else(|| wrong("A group has no list 'connectors'."))? {
            let id = connector
                .get("id")
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_ascii_lowercase();
            let short = id.rsplit('/').next().unwrap_or_default();
            if !id.starts_with(&APIS.to_ascii_lowercase()) || short.is_empty() {
                return Err(wrong(format!("'{id}' is no connector.")));
            }
            if seen.contains(&id) {
                return Err(wrong(format!("The connector '{short}' is in more than one group.")));
            }
            if class == "Blocked" && UNBLOCKABLE.contains(&short) {
                return Err(wrong(format!("The connector '{short}' cannot be blocked.")));
            }
            seen.push(id);
        }
    }
    if definition.get("environmentType").and_then(Value::as_str) != Some("AllEnvironments") {
        let listed = definition.get("environments").and_then(Value::as_array);
        if listed.is_none_or(|listed| listed.iter().any(|one| one.get("id").and_then(Value::as_str).is_none())) {
            return Err(wrong("The member 'environments' is missing, or one of them has no id."));
        }
    }
    Ok(())
}

fn only(map: &mut Map<String, Value>, known: &[&str]) {
    map.retain(|name, _| known.contains(&name.as_str()));
}

/// What the service does not know is lost on the way.
fn forget_unknown(document: &mut Value) {
    if let Some(map) = document.as_object_mut() {
        only(map, &KNOWN);
    }
    if let Some(map) = document.pointer_mut("/policyDefinition").and_then(Value::as_object_mut) {
        only(map, &KNOWN_INSIDE);
    }
}

impl World<'_> {
    /// Below `/providers/PowerPlatform.Governance/`.
    pub(super) fn governance(&mut self, call: &Call<'_>, parts: &[&str]) -> Result<(u16, Value), Refusal> {
        match (call.method, parts) {
            ("GET", ["v2", "policies"]) => Ok((200, json!({"value": self.listed(call)}))),
            ("POST", ["v2", "policies"]) => self.create_policy(call),
            ("GET", ["v2", "policies", name]) => {
                let found = self.policy(name)?;
                if self.may_read(call, &found) {
                    Ok((200, found))
                } else {
                    Err(denied(call.caller, &format!("the policy '{name}'")))
                }
            }
            ("PATCH", ["v2", "policies", name]) => self.update_policy(call, name),
            ("DELETE", ["v2", "policies", name]) => {
                self.demand_tenant_role(call)?;
                let found = self.policy(name)?;
                self.platform.policies.retain(|one| name_of(one) != name_of(&found));
                Ok((200, json!({})))
            }
            ("GET", ["v1", "connectors", "metadata", "unblockable"]) => {
                let list =
                    UNBLOCKABLE.map(|id| json!({"id": format!("{APIS}{id}"), "metadata": {"unblockable": true}}));
                Ok((200, json!(list)))
            }
            (method, ["v2", "policies", ..]) => Err(Refusal::new(
                405,
                "MethodNotAllowed",
                format!("The method {method} is not allowed here."),
            )),
            _ => Err(Refusal::new(404, "ResourceNotFound", "The resource was not found.")),
        }
    }

    /// An environment's administrator sees what is for nothing but their environments; a tenant's, everything ("Data
    /// policies", "Policy scope").
    fn may_read(&self, call: &Call<'_>, policy: &Value) -> bool {
        let environments = inside(policy, "environments").as_array();
        let theirs = |one: &Value| {
            let name = one.get("name").and_then(Value::as_str).unwrap_or_default();
            self.administers(call.caller, name)
        };
        holds(call.caller, self.directory, &ROLES)
            || (inside(policy, "environmentType") == "OnlyEnvironments"
                && environments.is_some_and(|list| !list.is_empty() && list.iter().all(theirs)))
    }

    fn listed(&self, call: &Call<'_>) -> Vec<Value> {
        let seen = self.platform.policies.iter().filter(|one| self.may_read(call, one));
        seen.map(|one| {
            let mut definition = one.get("policyDefinition").cloned().unwrap_or_default();
            if let Some(map) = definition.as_object_mut() {
                map.remove("connectorGroups");
            }
            json!({"policyDefinition": definition})
        })
        .collect()
    }

    fn policy(&self, name: &str) -> Result<Value, Refusal> {
        let found = self
            .platform
            .policies
            .iter()
            .find(|one| name_of(one).eq_ignore_ascii_case(name));
        found.cloned().ok_or_else(|| {
            Refusal::new(
                404,
                "PolicyNotFound",
                format!("The policy '{name}' was not found in the tenant."),
            )
        })
    }

    fn demand_tenant_role(&self, call: &Call<'_>) -> Result<(), Refusal> {
        if holds(call.caller, self.directory, &ROLES) {
            Ok(())
        } else {
            Err(denied(call.caller, "the path of the policies"))
        }
    }

    fn sent_policy(call: &Call<'_>) -> Result<Value, Refusal> {
        let sent: Value =
            serde_json::from_slice(call.body).map_err(|_| wrong("The request content was invalid JSON."))?;
        check(&sent)?;
        Ok(sent)
    }

    /// What the service writes itself into what it was sent.
    fn stamp(&mut self, call: &Call<'_>, document: &mut Value, before: Option<&Value>) {
        let by = self.directory.find("users", "id", &call.caller.id);
        let by = by.and_then(|user| user.get("displayName")).cloned().unwrap_or_default();
        let now = self.clock.text();
        let etag = self.mint.id().to_string();
        let Some(map) = document.pointer_mut("/policyDefinition").and_then(Value::as_object_mut) else {
            return;
        };
        map.insert("lastModifiedBy".into(), json!({"displayName": by}));
        map.insert("lastModifiedTime".into(), json!(now));
        map.insert("etag".into(), json!(etag));
        let first = json!({"createdBy": {"displayName": by}, "createdTime": now, "isLegacySchemaVersion": false});
        for member in OWN {
            let kept = before.map_or_else(|| first.get(member), |before| Some(inside(before, member)));
            map.insert(member.into(), kept.cloned().unwrap_or_default());
        }
    }

    fn create_policy(&mut self, call: &Call<'_>) -> Result<(u16, Value), Refusal> {
        self.demand_tenant_role(call)?;
        let mut document = Self::sent_policy(call)?;
        let name = self.mint.id().to_string();
        if let Some(map) = document.pointer_mut("/policyDefinition").and_then(Value::as_object_mut) {
            map.insert("name".into(), json!(name));
        }
        self.stamp(call, &mut document, None);
        self.platform.policies.push(document.clone());
        Ok((201, document))
    }

    fn update_policy(&mut self, call: &Call<'_>, name: &str) -> Result<(u16, Value), Refusal> {
        self.demand_tenant_role(call)?;
        let before = self.policy(name)?;
        let mut document = Self::sent_policy(call)?;
        if !name_of(&document).eq_ignore_ascii_case(name) {
            return Err(wrong("The policy's name is not the one in the path."));
        }
        let etag = inside(&document, "etag");
        if self.org.answers("dlp-etag", "enforced") && !etag.is_null() && etag != inside(&before, "etag") {
            return Err(Refusal::new(
                409,
                "PolicyEtagMismatch",
                "The policy was changed since it was read.",
            ));
        }
        if self.org.answers("dlp-unknown", "dropped") {
            forget_unknown(&mut document);
        }
        self.stamp(call, &mut document, Some(&before));
        for place in &mut self.platform.policies {
            if name_of(place) == name_of(&before) {
                *place = document.clone();
            }
        }
        Ok((200, document))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policies_at_the_start_are_ones_the_service_takes() {
        for policy in first("6f1a3b52-0000-4000-8000-000000000001") {
            assert_eq!(check(&policy), Ok(()), "{}", name_of(&policy));
        }
    }
}
