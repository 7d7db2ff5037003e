//! Whether policies let the Salesforce connector through, why, and the change that does: the rules, over random policies,
//! and as a plan against the sandbox tenant (S001-16, S001-17).
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, in its helpers as well"
)]

#[path = "../org_in_process/mod.rs"]
mod org_in_process;

mod on_sandbox;
mod random;
mod rules;

use latchkey::domain::connector_policy::Policy;
use latchkey::json::FromJson;
use serde_json::{Value, json};

/// The Salesforce connector, as policies name it.
const SALESFORCE: &str = "/providers/Microsoft.PowerApps/apis/shared_salesforce";

/// A group of a policy.
fn group(class: &str, connectors: &[&str]) -> Value {
    let connectors: Vec<Value> = connectors
        .iter()
        .map(|name| json!({"id": format!("/providers/Microsoft.PowerApps/apis/{name}"), "name": name, "type": "Microsoft.PowerApps/apis"}))
        .collect();
    json!({"classification": class, "connectors": connectors})
}

/// A policy for the environments of `scope`, with a default group and groups.
fn document(name: &str, scope: (&str, &[&str]), default: &str, groups: Vec<Value>) -> Value {
    let environments: Vec<Value> = scope
        .1
        .iter()
        .map(|id| json!({"id": format!("/x/{id}"), "name": id}))
        .collect();
    json!({"policyDefinition": {
        "name": name, "displayName": format!("Policy {name}"), "defaultConnectorsClassification": default,
        "connectorGroups": groups, "environmentType": scope.0, "environments": environments, "etag": "e1",
    }})
}

fn read(document: &Value) -> Policy {
    Policy::from_json(document).unwrap()
}
