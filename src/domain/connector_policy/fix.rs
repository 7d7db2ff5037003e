//! The smallest change that lets a connector through one data policy: as a whole document, every member of which that is
//! not the point is as it was; and what else it touches.

use super::{DATAVERSE, Gate, Group, Place, Placement, Policy, Reach, SALESFORCE, Verdict, is_connector, short};
use crate::json::Misread;
use serde_json::{Value, json};

const APIS: &str = "/providers/Microsoft.PowerApps/apis/";
const TYPE: &str = "Microsoft.PowerApps/apis";

/// What is changed of one policy, and nothing else of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The connector goes into this group; the others stay where they are, and so does the default group.
    pub group: Option<Group>,
    /// Rules that block its actions let them through: which of them the sales agent uses is published nowhere.
    pub actions: bool,
    /// A rule that allows this host comes before all others.
    pub endpoint: Option<String>,
}

/// The group a blocked connector goes into unless the admin says another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preset {
    /// It.
    pub group: Group,
    /// Whether Dataverse is in it: one app may only use connectors of one group together.
    pub is_beside_dataverse: bool,
}

impl Preset {
    /// In this policy: where Dataverse is, else **Non-business**; either passes (S001-17).
    pub fn of(policy: &Policy) -> Self {
        match policy.placement(DATAVERSE) {
            Placement::In(group @ (Group::Business | Group::NonBusiness), _) => Self {
                group,
                is_beside_dataverse: true,
            },
            _ => Self {
                group: Group::NonBusiness,
                is_beside_dataverse: false,
            },
        }
    }
}

/// An environment a changed policy reaches besides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched {
    /// Its name for the API.
    pub environment: String,
    /// Whether the connector can be used there afterwards, as far as data policies go; another may still block it.
    pub opens: bool,
}

impl Fix {
    /// The smallest change that takes away everything `verdict` names; `None` where there is nothing to take away, or
    /// something that cannot be told. A blocked connector goes into its [`Preset`].
    pub fn of(policy: &Policy, verdict: &Verdict, endpoint: Option<&str>) -> Option<Self> {
        let mut fix = Self {
            group: None,
            actions: false,
            endpoint: None,
        };
        for gate in &verdict.gates {
            match gate {
                Gate::Blocked(_) => fix.group = Some(Preset::of(policy).group),
                Gate::ActionsBlocked(_) | Gate::ActionsLeft(_) => fix.actions = true,
                Gate::Endpoint(_) => fix.endpoint = Some(endpoint?.to_owned()),
                Gate::PlacementUnclear | Gate::ActionsUnclear | Gate::EndpointUnclear => return None,
            }
        }
        (!verdict.is_open()).then_some(fix)
    }

    /// Every environment of `environments` but `own` that the policy reaches, and whether this change opens it there, as
    /// far as `policies`, all of the tenant's, tell.
    pub fn touches(&self, policy: &Policy, policies: &[Policy], environments: &[String], own: &str) -> Vec<Touched> {
        let mut touched = Vec::new();
        for environment in environments {
            let place = Place::Environment(environment);
            if environment.eq_ignore_ascii_case(own) || policy.outline.scope.reach(place) == Reach::No {
                continue;
            }
            let others = policies
                .iter()
                .filter(|other| other.outline.name != policy.outline.name);
            let mut others = others.filter(|other| other.outline.scope.reach(place) != Reach::No);
            touched.push(Touched {
                environment: environment.clone(),
                opens: others.all(|other| Verdict::of(other, SALESFORCE, self.endpoint.as_deref()).is_open()),
            });
        }
        touched
    }
}

/// The policy's document with the change in it. Its `etag` stays, so that a service that looks at it refuses to overwrite
/// what was changed meanwhile.
///
/// # Errors
/// A document that has not the shape it was read with.
pub fn updated(policy: &Policy, connector: &str, fix: &Fix) -> Result<Value, Misread> {
    let mut document = policy.document.clone();
    if let Some(group) = fix.group {
        place(&mut document, policy, connector, group)?;
    }
    if fix.actions {
        allow_actions(&mut document, connector)?;
    }
    if let Some(host) = &fix.endpoint {
        allow_endpoint(&mut document, connector, host)?;
    }
    Ok(document)
}

fn list<'a>(value: &'a mut Value, pointer: &str) -> Result<&'a mut Vec<Value>, Misread> {
    let list = value.pointer_mut(pointer).and_then(Value::as_array_mut);
    list.ok_or_else(|| Misread::new("a list").within(pointer.trim_start_matches('/')))
}

fn is_of(value: &Value, member: &str, connector: &str) -> bool {
    let id = value.get(member).and_then(Value::as_str);
    id.is_some_and(|id| is_connector(id, connector))
}

/// Whether an entry of a group is that connector, told as it was read.
fn is_entry(entry: &Value, connector: &str) -> bool {
    match entry.get("id") {
        Some(Value::String(_)) => is_of(entry, "id", connector),
        _ => is_of(entry, "name", connector),
    }
}

fn place(document: &mut Value, policy: &Policy, connector: &str, group: Group) -> Result<(), Misread> {
    let groups = list(document, "/policyDefinition/connectorGroups")?;
    let (mut entry, mut kind) = (None, None);
    for one in groups.iter_mut() {
        let listed = list(one, "/connectors")?;
        kind = kind.or_else(|| listed.iter().find_map(|other| other.get("type").cloned()));
        while let Some(at) = listed.iter().position(|other| is_entry(other, connector)) {
            entry = Some(listed.remove(at));
        }
    }
    let entry = entry.unwrap_or_else(|| {
        let named = if policy.names_are_titles() && short(connector) == SALESFORCE {
            "Salesforce"
        } else {
            short(connector)
        };
        // What kind of thing it is, is written in more than one way: as this policy has it.
        let kind = kind.unwrap_or_else(|| json!(TYPE));
        json!({"id": format!("{APIS}{}", short(connector)), "name": named, "type": kind})
    });
    let is_group = |one: &&mut Value| {
        let class = one
            .get("classification")
            .and_then(Value::as_str)
            .and_then(Group::from_wire);
        class == Some(group)
    };
    match groups.iter_mut().find(is_group) {
        Some(one) => list(one, "/connectors")?.push(entry),
        None => groups.push(json!({"classification": group.wire(), "connectors": [entry]})),
    }
    Ok(())
}

fn allow_actions(document: &mut Value, connector: &str) -> Result<(), Misread> {
    let configured = list(
        document,
        "/connectorConfigurationsDefinition/connectorActionConfigurations",
    )?;
    for one in configured.iter_mut().filter(|one| is_of(one, "connectorId", connector)) {
        let Some(members) = one.as_object_mut() else { continue };
        members.insert("defaultConnectorActionRuleBehavior".to_owned(), json!("Allow"));
        let rules = members.get_mut("actionRules").and_then(Value::as_array_mut);
        for rule in rules.into_iter().flatten().filter_map(Value::as_object_mut) {
            rule.insert("behavior".to_owned(), json!("Allow"));
        }
    }
    Ok(())
}

fn allow_endpoint(document: &mut Value, connector: &str, host: &str) -> Result<(), Misread> {
    let configured = list(document, "/connectorConfigurationsDefinition/endpointConfigurations")?;
    let Some(one) = configured.iter_mut().find(|one| is_of(one, "connectorId", connector)) else {
        return Err(Misread::new("there").within("endpointConfigurations"));
    };
    let rules = list(one, "/endpointRules")?;
    // Written as the others are.
    let spelt = if rules.iter().any(|rule| rule.get("endPoint").is_some()) {
        "endPoint"
    } else {
        "endpoint"
    };
    let mut first = i64::MAX;
    for rule in rules.iter_mut() {
        let order = rule.get("order").and_then(Value::as_i64).unwrap_or_default();
        first = first.min(order);
        if let Some(members) = rule.as_object_mut() {
            members.insert("order".to_owned(), json!(order.saturating_add(1)));
        }
    }
    let first = if rules.is_empty() { 1 } else { first };
    rules.insert(
        0,
        json!({"order": first, "behavior": "Allow", spelt: format!("https://{host}/*")}),
    );
    Ok(())
}
