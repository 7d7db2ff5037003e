//! A data policy, read out of its document, which is kept as it came: what is not known of it goes back unchanged.

use super::endpoint::{self, Endpoint};
use super::{Group, Outline, is_connector, short};
use crate::json::{FromJson, Members, Misread};
use serde_json::Value;

/// A data policy with its groups.
#[derive(Debug, Clone, PartialEq)]
pub struct Policy {
    /// Which it is and whom it reaches.
    pub outline: Outline,
    /// The group of connectors it does not list; `None` for a word nobody knows.
    pub default: Option<Group>,
    /// Connectors by group.
    groups: Vec<(Option<Group>, Vec<Connector>)>,
    /// Rules for actions, by connector.
    actions: Vec<Actions>,
    /// Rules for endpoints, by connector.
    endpoints: Vec<(String, Vec<Endpoint>)>,
    /// The whole of it.
    pub document: Value,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Connector {
    id: String,
    name: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Actions {
    connector: String,
    default: Rule,
    rules: Vec<(String, Rule)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    Allow,
    Block,
    Unknown,
}

/// Why a connector is in its group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The group lists it.
    Listed,
    /// No group does, and this is the default group.
    Default,
}

/// Where a policy puts a connector.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placement {
    /// In this group.
    In(Group, Why),
    /// It cannot be told: a word nobody knows, or two groups that list it.
    Unclear,
}

/// What rules for actions leave of a connector.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Allowed {
    /// Every action.
    All,
    /// Not these.
    AllBut(Vec<String>),
    /// These alone.
    Only(Vec<String>),
    /// It cannot be told.
    Unclear,
}

fn rule(word: Option<&str>) -> Rule {
    match word {
        Some(word) if word.eq_ignore_ascii_case("Allow") => Rule::Allow,
        Some(word) if word.eq_ignore_ascii_case("Block") => Rule::Block,
        _ => Rule::Unknown,
    }
}

impl FromJson for Connector {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        let members = Members::of(value)?;
        let name: Option<String> = members.get_or_default("name")?;
        let id: Option<String> = members.get_or_default("id")?;
        match id.or_else(|| name.clone()) {
            Some(id) => Ok(Self { id, name }),
            None => Err(Misread::new("there").within("id")),
        }
    }
}

impl FromJson for Actions {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        let members = Members::of(value)?;
        let default: Option<String> = members.get_or_default("defaultConnectorActionRuleBehavior")?;
        let mut rules = Vec::new();
        let listed: Vec<Value> = members.get_or_default("actionRules")?;
        for one in &listed {
            let one = Members::of(one)?;
            let behavior: Option<String> = one.get_or_default("behavior")?;
            rules.push((one.get("actionId")?, rule(behavior.as_deref())));
        }
        Ok(Self {
            connector: members.get("connectorId")?,
            // Said of none, nothing is blocked by default.
            default: default.map_or(Rule::Allow, |word| rule(Some(&word))),
            rules,
        })
    }
}

impl FromJson for Policy {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        let outline = Outline::from_json(value)?;
        let members = Members::of(value)?;
        let inner: Value = members.get("policyDefinition")?;
        let definition = Members::of(&inner)?;
        let default: Option<String> = definition.get_or_default("defaultConnectorsClassification")?;
        let mut groups = Vec::new();
        // A list shows policies without their groups: read so, nothing would be blocked.
        for group in definition.list("connectorGroups")? {
            let group = Members::of(group)?;
            let class: String = group.get("classification")?;
            groups.push((Group::from_wire(&class), group.get("connectors")?));
        }
        let configured: Option<Value> = members.get_or_default("connectorConfigurationsDefinition")?;
        let (mut actions, mut endpoints) = (Vec::new(), Vec::new());
        if let Some(configured) = &configured {
            let configured = Members::of(configured)?;
            let listed: Option<Vec<Actions>> = configured.get_or_default("connectorActionConfigurations")?;
            actions = listed.unwrap_or_default();
            let listed: Option<Vec<Value>> = configured.get_or_default("endpointConfigurations")?;
            for one in listed.iter().flatten() {
                let one = Members::of(one)?;
                let rules: Vec<Endpoint> = one.get_or_default("endpointRules")?;
                endpoints.push((one.get("connectorId")?, endpoint::ordered(rules)));
            }
        }
        Ok(Self {
            outline,
            default: default.as_deref().and_then(Group::from_wire),
            groups,
            actions,
            endpoints,
            document: value.clone(),
        })
    }
}

impl Policy {
    /// Where it puts a connector, by id or short name.
    pub fn placement(&self, connector: &str) -> Placement {
        let mut found = self
            .groups
            .iter()
            .filter(|(_, listed)| listed.iter().any(|one| is_connector(&one.id, connector)));
        match (found.next(), found.next(), self.default) {
            (Some((Some(group), _)), None, _) => Placement::In(*group, Why::Listed),
            (None, _, Some(group)) => Placement::In(group, Why::Default),
            _ => Placement::Unclear,
        }
    }

    pub(super) fn allowed(&self, connector: &str) -> Allowed {
        let mut of = self
            .actions
            .iter()
            .filter(|one| is_connector(&one.connector, connector));
        let (one, another) = (of.next(), of.next());
        let Some(one) = one else { return Allowed::All };
        let with = |wanted: Rule| -> Vec<String> {
            let rules = one.rules.iter().filter(|(_, rule)| *rule == wanted);
            rules.map(|(action, _)| action.clone()).collect()
        };
        let is_unclear = another.is_some() || one.rules.iter().any(|(_, rule)| *rule == Rule::Unknown);
        match one.default {
            _ if is_unclear => Allowed::Unclear,
            Rule::Unknown => Allowed::Unclear,
            Rule::Block => Allowed::Only(with(Rule::Allow)),
            Rule::Allow => {
                let blocked = with(Rule::Block);
                if blocked.is_empty() {
                    Allowed::All
                } else {
                    Allowed::AllBut(blocked)
                }
            }
        }
    }

    /// Every rule for endpoints of a connector, in the order they are tried.
    pub(super) fn endpoints(&self, connector: &str) -> Vec<&Endpoint> {
        let of = self.endpoints.iter().filter(|(id, _)| is_connector(id, connector));
        of.flat_map(|(_, rules)| rules).collect()
    }

    /// How the names of its connectors are written, for one more: as titles, or short like the ids.
    pub(super) fn names_are_titles(&self) -> bool {
        let mut named = self.groups.iter().flat_map(|(_, listed)| listed);
        named.any(|one| one.name.as_deref().is_some_and(|name| name != short(&one.id)))
    }
}
