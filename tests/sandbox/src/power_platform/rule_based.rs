//! Rule-based policies of the Power Platform API, of which the rule set `ConnectorManagement` is an advanced connector
//! policy: a list of what is allowed, everything else being blocked (Power Platform, "Manage advanced connector policies
//! programmatically"; REST reference, "Rule Based Policies").

use super::{Call, Refusal, World, denied};
use crate::graph::rights::holds;
use crate::odata::url;
use serde_json::{Value, json};

/// Host of the API in the public cloud.
pub const HOST: &str = "api.powerplatform.com";
const VERSION: &str = "2024-10-01";
/// Scopes that read. That delegated ones are named as the permissions reference names them is published; that this one
/// is enough here is not proven.
const READS: &str = "Governance.RuleBasedPolicies.Read";

fn text<'a>(value: &'a Value, member: &str) -> &'a str {
    value.get(member).and_then(Value::as_str).unwrap_or_default()
}

impl World<'_> {
    /// Answers a request to the Power Platform API.
    ///
    /// # Errors
    /// What the API refuses.
    pub fn rules(&mut self, call: &Call<'_>) -> Result<(u16, Value), Refusal> {
        let version = url::pairs(call.query)
            .into_iter()
            .find(|(name, _)| name == "api-version");
        if version.is_none_or(|(_, version)| version != VERSION) {
            return Err(Refusal::new(
                400,
                "InvalidApiVersion",
                "The api-version is missing or unknown.",
            ));
        }
        let scoped = call.caller.scopes.as_ref();
        let scoped = scoped.is_none_or(|held| held.iter().any(|scope| scope == READS));
        if !scoped || !call.caller.home || !holds(call.caller, self.directory, &super::TENANT_ROLES) {
            return Err(denied(call.caller, "this path"));
        }
        if call.method != "GET" {
            return Err(Refusal::new(405, "MethodNotAllowed", "Only reading is imitated here."));
        }
        let path = url::decode(call.path.trim_matches('/'));
        let parts: Vec<&str> = path.split('/').collect();
        let assigned = |kind: &str, id: &str| {
            let all = self.platform.assignments.iter();
            let of =
                all.filter(|one| text(one, "resourceType") == kind && text(one, "resourceId").eq_ignore_ascii_case(id));
            (200, json!({"value": of.collect::<Vec<_>>()}))
        };
        match parts.as_slice() {
            ["governance", "ruleBasedPolicies"] => Ok((200, json!({"value": self.platform.rules}))),
            [
                "governance",
                "ruleBasedPolicies",
                "environmentGroups",
                id,
                "assignments",
            ] => Ok(assigned("EnvironmentGroup", id)),
            ["governance", "ruleBasedPolicies", "environments", id, "assignments"] => Ok(assigned("Environment", id)),
            ["governance", "ruleBasedPolicies", id] => {
                let found = self
                    .platform
                    .rules
                    .iter()
                    .find(|one| text(one, "id").eq_ignore_ascii_case(id));
                found
                    .map(|one| (200, one.clone()))
                    .ok_or_else(|| Refusal::new(404, "PolicyNotFound", "The specified policy does not exist."))
            }
            _ => Err(Refusal::new(404, "NotFound", "The resource was not found.")),
        }
    }
}
