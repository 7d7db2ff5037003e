//! Advanced connector policies (Power Platform API, "Rule Based Policies"): which are assigned to an environment or its
//! group, and what each says.

use crate::domain::connector_policy::Advanced;
use crate::json::record;
use crate::services::bearer::{Needs, Read, Rows};
use crate::services::dataverse::odata::Query;
use crate::services::entra::scope;

const ROOT: &str = "/governance/";
const VERSION: &str = "2024-10-01";

/// What all of it needs.
pub const NEEDS: Needs = Needs {
    scope: scope::CONNECTOR_POLICIES,
    role: Some("graph-role-power-platform-administrator"),
};

/// That a policy is for an environment or a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The policy.
    pub policy_id: String,
}

record!(read Assignment { policy_id as "policyId" });

fn rules() -> Query {
    Query::on(ROOT, "ruleBasedPolicies")
}

fn assigned(to: Query) -> Read<Rows<Assignment>> {
    let path = to.then("assignments").option("includeRuleSetCounts", "true");
    Read::new(
        "power-platform-what-connector-policies",
        path.option("api-version", VERSION).path(),
        NEEDS,
    )
}

/// What is assigned to an environment itself.
pub fn of_environment(id: &str) -> Read<Rows<Assignment>> {
    assigned(rules().then("environments").then(id))
}

/// What is assigned to a group of environments ([`super::Environment::group`]).
pub fn of_group(id: &str) -> Read<Rows<Assignment>> {
    assigned(rules().then("environmentGroups").then(id))
}

/// One policy, by id.
pub fn policy(id: &str) -> Read<Advanced> {
    let path = rules().then(id).option("api-version", VERSION).path();
    Read::new("power-platform-what-connector-policies", path, NEEDS)
}
