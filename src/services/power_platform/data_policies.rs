//! Data policies, v2 (Microsoft's Terraform provider, `dlp_policy`): the list shows them without their groups, and a
//! write replaces one whole. There is no conditional write that is proven: the document goes back with the `etag` it
//! came with, for a service that looks at it.
//!
//! An empty list is "none" for an administrator of the tenant alone: others see what is for their environments.

use serde_json::Value;

use super::{NEEDS, ROOT};
use crate::domain::connector_policy::{Outline, Policy};
use crate::http::{Method, Request};
use crate::services::bearer::{Read, Rows};
use crate::services::dataverse::odata::Query;

const GOVERNANCE: &str = "PowerPlatform.Governance";

fn policies_at() -> Query {
    Query::on(ROOT, GOVERNANCE).then("v2").then("policies")
}

/// Every data policy, without its groups: enough to tell which reach an environment.
pub fn policies() -> Read<Rows<Outline>> {
    Read::new("power-platform-what-policies", policies_at().path(), NEEDS)
}

/// One data policy, whole, by its name.
pub fn policy(name: &str) -> Read<Policy> {
    Read::new("power-platform-what-policy", policies_at().then(name).path(), NEEDS)
}

/// Replaces a data policy by this document.
pub fn replace(name: &str, document: &Value) -> Request {
    Request::json(Method::Patch, policies_at().then(name).path(), document)
        .header("content-type", "application/json")
        .header("accept", "application/json")
}
