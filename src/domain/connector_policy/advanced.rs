//! Advanced connector policies: a list of what is allowed in an environment or its group, everything else being blocked.
//! A data policy without anything in the way is not enough where there is one.
//!
//! Source: Power Platform, "Manage advanced connector policies programmatically". That `AdvancedConnectorPoliciesOnly`
//! makes data policies count for nothing is observed in others' code. Members are read in any casing.

use super::gate::Weight;
use super::is_connector;
use crate::json::{FromJson, Members, Misread};
use crate::text::Text;
use serde_json::Value;

/// One rule-based policy, as far as connectors are concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advanced {
    /// Its id.
    pub id: String,
    /// What the admin calls it.
    pub name: String,
    /// What it says of connectors.
    says: Says,
    /// Whether data policies count for nothing where this one does.
    pub alone: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Says {
    /// Nothing.
    Nothing,
    /// That it allows these alone.
    Allows(Vec<Allowed>),
    /// Something in several rule sets, or in one of a name nobody knows: which counts cannot be told.
    Unclear,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Allowed {
    connector: String,
    actions: Extent,
    connections: Extent,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Extent {
    All,
    Some(Vec<String>),
    Unknown,
}

/// What of an advanced connector policy is in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AdvancedGate {
    /// It does not list the connector, so that it is blocked.
    NotListed,
    /// It allows these actions alone.
    ActionsLeft(Vec<String>),
    /// It allows some types of connection alone.
    ConnectionTypes,
    /// What it says cannot be told.
    Unclear,
}

fn member<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    let mut found = value.as_object()?.iter();
    let (_, found) = found.find(|(key, _)| key.eq_ignore_ascii_case(name))?;
    Some(found)
}

fn word<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    member(value, name).and_then(Value::as_str)
}

/// `AllAllowed`, or `SomeAllowed` with a list; said of none, everything.
fn extent(entry: &Value, mode: &str, list: &str) -> Extent {
    match member(entry, mode) {
        None => Extent::All,
        Some(Value::String(word)) if word.eq_ignore_ascii_case("AllAllowed") => Extent::All,
        Some(Value::String(word)) if word.eq_ignore_ascii_case("SomeAllowed") => {
            let listed = member(entry, list).and_then(Value::as_array);
            let listed = listed.into_iter().flatten().filter_map(Value::as_str);
            Extent::Some(listed.map(str::to_owned).collect())
        }
        Some(_) => Extent::Unknown,
    }
}

impl FromJson for Advanced {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        let members = Members::of(value)?;
        let name: Option<String> = members.get_or_default("name")?;
        let id: String = members.get("id")?;
        let (mut says, mut alone) = (Says::Nothing, false);
        for rule in members.list("ruleSets")? {
            let is = |id: &str| word(rule, "id").is_some_and(|own| own.eq_ignore_ascii_case(id));
            let inputs = member(rule, "inputs");
            if is("ConnectorManagement") {
                let list = inputs.and_then(|inputs| member(inputs, "AllowedConnectorList"));
                let list = list.and_then(Value::as_array).ok_or_else(|| {
                    Misread::new("a list")
                        .within("AllowedConnectorList")
                        .within("inputs")
                        .within("ruleSets")
                })?;
                let mut read = Vec::new();
                for entry in list {
                    let connector = word(entry, "AllowedConnector");
                    let connector = connector.ok_or_else(|| Misread::new("a text").within("AllowedConnector"))?;
                    read.push(Allowed {
                        connector: connector.to_owned(),
                        actions: extent(entry, "AllowedActionsMode", "AllowedActions"),
                        connections: extent(entry, "AllowedConnectionTypesMode", "AllowedConnectionTypes"),
                    });
                }
                says = match says {
                    Says::Nothing => Says::Allows(read),
                    Says::Allows(_) | Says::Unclear => Says::Unclear,
                };
            } else if is("AdvancedConnectorPoliciesOnly") {
                let on = inputs.and_then(|inputs| member(inputs, "EnableAdvancedConnectorPoliciesOnly"));
                alone |= on == Some(&Value::Bool(true));
            } else if word(rule, "id").is_none_or(|own| own.to_ascii_lowercase().contains("connector")) {
                says = Says::Unclear;
            }
        }
        Ok(Self {
            name: name.unwrap_or_else(|| id.clone()),
            id,
            says,
            alone,
        })
    }
}

impl Advanced {
    /// What is in the way of a connector.
    pub fn gates(&self, connector: &str) -> Vec<AdvancedGate> {
        let allows = match &self.says {
            Says::Nothing => return Vec::new(),
            Says::Unclear => return vec![AdvancedGate::Unclear],
            Says::Allows(allows) => allows,
        };
        let (mut gates, mut is_listed) = (Vec::new(), false);
        for entry in allows.iter().filter(|entry| is_connector(&entry.connector, connector)) {
            is_listed = true;
            match &entry.actions {
                Extent::All => {}
                Extent::Some(actions) => gates.push(AdvancedGate::ActionsLeft(actions.clone())),
                Extent::Unknown => gates.push(AdvancedGate::Unclear),
            }
            match &entry.connections {
                Extent::All => {}
                Extent::Some(_) => gates.push(AdvancedGate::ConnectionTypes),
                Extent::Unknown => gates.push(AdvancedGate::Unclear),
            }
        }
        if !is_listed {
            gates.push(AdvancedGate::NotListed);
        }
        gates.dedup();
        gates
    }
}

impl AdvancedGate {
    pub(super) fn weight(&self) -> Weight {
        match self {
            Self::NotListed => Weight::All,
            Self::ActionsLeft(left) if left.is_empty() => Weight::All,
            Self::ActionsLeft(_) | Self::ConnectionTypes => Weight::Part,
            Self::Unclear => Weight::Unclear,
        }
    }

    /// In words.
    pub fn explain(&self) -> Text {
        match self {
            Self::NotListed => Text::new("policy-advanced-not-listed"),
            Self::ActionsLeft(left) if left.is_empty() => Text::new("policy-gate-actions-all"),
            Self::ActionsLeft(left) => Text::new("policy-gate-actions-left").name("actions", left.join(", ")),
            Self::ConnectionTypes => Text::new("policy-advanced-connection-types"),
            Self::Unclear => Text::new("policy-advanced-unclear"),
        }
    }
}
