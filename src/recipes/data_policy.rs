//! Changing a data policy as a step of a plan: the whole document is written, with everything in it that is not known;
//! it is read again before and after, and the way back is the document as it was (S001-17).

use serde_json::{Value, json};

use crate::domain::connector_policy::{Fix, Placement, Policy, Verdict, updated};
use crate::domain::organization::{EnvironmentKind, SignedInUser};
use crate::json::Misread;
use crate::plan::making::{field, probe};
use crate::plan::model::{
    Action, Change, Condition, Delta, LockProbe, Probe, Read, Risk, Service, Step, Target, Undo, Write, WriteCondition,
};
use crate::plan::sameness;
use crate::services::power_platform::{self, data_policies};
use crate::text::Text;

/// Key of the tenant's Power Platform among a plan's targets.
pub const TARGET: &str = "data-policies";

/// What the service changes of a policy by itself.
const OWN: [&str; 3] = [
    "/policyDefinition/etag",
    "/policyDefinition/lastModifiedTime",
    "/policyDefinition/lastModifiedBy",
];

/// The tenant's Power Platform: policies reach beyond any one environment, so that it counts as production.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tenant<'a> {
    /// Entra's id of it.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Who is signed in.
    pub admin: &'a SignedInUser,
    /// The host of the administration in the tenant's cloud.
    pub host: &'a str,
    /// Name of an environment of it that was read, which tells the tenant.
    pub environment: &'a str,
}

/// The target of such steps, told again by an environment's own tenant over the transport that writes.
pub fn target(tenant: &Tenant<'_>) -> Target {
    Target {
        id: TARGET.to_owned(),
        service: Service::PowerPlatform,
        identity: tenant.id.to_owned(),
        name: tenant.name.to_owned(),
        host: tenant.host.to_owned(),
        kind: EnvironmentKind::Unknown,
        user: tenant.admin.clone(),
        lock: vec![LockProbe {
            probe: probe(
                power_platform::environment(tenant.environment).request(),
                vec![field(
                    Text::new("policy-lock-tenant"),
                    "/properties/tenantId",
                    json!(tenant.id),
                )],
            ),
            what: Text::new("policy-lock-tenant"),
            required: true,
        }],
    }
}

/// The step that changes a policy, for `reason`. `touches` says how many other environments it reaches.
///
/// # Errors
/// [`Misread`] for a policy that has not the shape it was read with.
pub fn step(
    policy: &Policy,
    verdict: &Verdict,
    connector: &str,
    fix: &Fix,
    (touches, reason): (usize, Text),
) -> Result<Step, Misread> {
    let name = policy.outline.name.as_str();
    let before = &policy.document;
    let after = updated(policy, connector, fix)?;
    let own = OWN.map(str::to_owned);
    let same = |document: &Value, without: &[String]| {
        let condition = Condition::Same {
            label: Text::new("policy-whole").name("policy", &policy.outline.display_name),
            sha256: sameness::digest(document, without),
            without: without.to_vec(),
        };
        Probe {
            read: Read::Http(data_policies::policy(name).request()),
            conditions: vec![condition],
        }
    };
    Ok(Step {
        id: format!("data-policy:{name}"),
        target: TARGET.to_owned(),
        title: Text::new("policy-step").name("policy", &policy.outline.display_name),
        reason,
        delta: deltas(verdict, fix),
        // Others use what is let through there, and must not be surprised when it is taken back.
        risk: if touches > 0 {
            Risk::Disruptive
        } else {
            Risk::Reversible
        },
        needs: Vec::new(),
        change: Change {
            // As it was read, its `etag` included.
            guard: same(before, &[]),
            action: write(name, &after),
            proof: same(&after, &own),
            patience: None,
        },
        undo: Undo::Change(Box::new(Change {
            guard: same(&after, &own),
            action: write(name, &without_etag(before)),
            proof: same(before, &own),
            patience: None,
        })),
        unproven: Some(Text::new("policy-unproven")),
    })
}

fn write(name: &str, document: &Value) -> Action {
    Action::Http(Write {
        request: data_policies::replace(name, document),
        // What condition there is stands in the document: its `etag`.
        condition: WriteCondition::None,
        repeatable: true,
        takes: Vec::new(),
        at: None,
    })
}

/// The former document goes back when its `etag` is an old one; without any it is taken (observed: that is how the
/// Terraform provider writes).
fn without_etag(document: &Value) -> Value {
    let mut document = document.clone();
    let definition = document.get_mut("policyDefinition").and_then(Value::as_object_mut);
    if let Some(members) = definition {
        members.remove("etag");
    }
    document
}

fn deltas(verdict: &Verdict, fix: &Fix) -> Vec<Delta> {
    let mut deltas = Vec::new();
    if let Some(group) = fix.group {
        deltas.push(Delta {
            label: Text::new("policy-delta-group"),
            from: match verdict.placement {
                Placement::In(from, _) => from.text(),
                Placement::Unclear => Text::new("value-none"),
            },
            to: group.text(),
        });
    }
    if fix.actions {
        deltas.push(Delta {
            label: Text::new("policy-delta-actions"),
            from: Text::new("policy-value-blocked"),
            to: Text::new("policy-value-allowed"),
        });
    }
    if let Some(host) = &fix.endpoint {
        deltas.push(Delta {
            label: Text::new("policy-delta-endpoint").name("host", host),
            from: Text::new("policy-value-blocked"),
            to: Text::new("policy-value-allowed"),
        });
    }
    deltas
}
