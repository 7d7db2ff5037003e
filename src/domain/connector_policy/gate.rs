//! What of one data policy stands in a connector's way.

use super::endpoint::{self, Met};
use super::policy::Allowed;
use super::{Group, Placement, Policy, Why};
use crate::text::Text;

/// Something in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gate {
    /// The connector is in **Blocked**.
    Blocked(Why),
    /// Where it is cannot be told.
    PlacementUnclear,
    /// Some of its actions are blocked: these.
    ActionsBlocked(Vec<String>),
    /// All of its actions are blocked but these.
    ActionsLeft(Vec<String>),
    /// The rules for its actions cannot be told.
    ActionsUnclear,
    /// This rule denies the endpoint.
    Endpoint(String),
    /// There are rules for endpoints, and what they say of the host, or which it is, cannot be told.
    EndpointUnclear,
}

/// How much a gate keeps out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    Part,
    Unclear,
    All,
}

/// One policy on one connector.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The policy's name for the API.
    pub policy: String,
    /// What the admin calls it.
    pub display_name: String,
    /// Where it puts the connector.
    pub placement: Placement,
    /// What is in the way; nothing if empty.
    pub gates: Vec<Gate>,
}

impl Gate {
    pub(super) fn weight(&self) -> Weight {
        match self {
            Self::Blocked(_) | Self::Endpoint(_) => Weight::All,
            Self::ActionsLeft(left) if left.is_empty() => Weight::All,
            Self::ActionsBlocked(_) | Self::ActionsLeft(_) => Weight::Part,
            Self::PlacementUnclear | Self::ActionsUnclear | Self::EndpointUnclear => Weight::Unclear,
        }
    }

    /// In words; `None` for what the connector's group says already.
    pub fn explain(&self) -> Option<Text> {
        let count = |actions: &[String]| i64::try_from(actions.len()).unwrap_or(i64::MAX);
        Some(match self {
            Self::Blocked(_) | Self::PlacementUnclear => return None,
            Self::ActionsBlocked(actions) => Text::new("policy-gate-actions")
                .number("count", count(actions))
                .name("actions", actions.join(", ")),
            Self::ActionsLeft(actions) if actions.is_empty() => Text::new("policy-gate-actions-all"),
            Self::ActionsLeft(actions) => Text::new("policy-gate-actions-left").name("actions", actions.join(", ")),
            Self::ActionsUnclear => Text::new("policy-gate-actions-unclear"),
            Self::Endpoint(pattern) => Text::new("policy-gate-endpoint").name("pattern", pattern),
            Self::EndpointUnclear => Text::new("policy-gate-endpoint-unclear"),
        })
    }
}

impl Verdict {
    /// What this policy says of a connector. `endpoint` is the host it would reach, such as that of the Salesforce org,
    /// if it is known.
    pub fn of(policy: &Policy, connector: &str, endpoint: Option<&str>) -> Self {
        let placement = policy.placement(connector);
        let mut gates = Vec::new();
        match placement {
            Placement::In(Group::Blocked, why) => gates.push(Gate::Blocked(why)),
            Placement::Unclear => gates.push(Gate::PlacementUnclear),
            Placement::In(..) => {}
        }
        match policy.allowed(connector) {
            Allowed::All => {}
            Allowed::AllBut(actions) => gates.push(Gate::ActionsBlocked(actions)),
            Allowed::Only(actions) => gates.push(Gate::ActionsLeft(actions)),
            Allowed::Unclear => gates.push(Gate::ActionsUnclear),
        }
        match endpoint::met(&policy.endpoints(connector), endpoint) {
            Met::Open => {}
            Met::Denied(pattern) => gates.push(Gate::Endpoint(pattern)),
            Met::Unclear => gates.push(Gate::EndpointUnclear),
        }
        Self {
            policy: policy.outline.name.clone(),
            display_name: policy.outline.display_name.clone(),
            placement,
            gates,
        }
    }

    /// Whether nothing is in the way.
    pub const fn is_open(&self) -> bool {
        self.gates.is_empty()
    }

    /// The group the connector is in, in words.
    pub fn group(&self) -> Text {
        match self.placement {
            Placement::In(group, Why::Listed) => group.text(),
            Placement::In(group, Why::Default) => Text::new("policy-placement-default").message("group", group.text()),
            Placement::Unclear => Text::new("policy-placement-unclear"),
        }
    }
}
