//! All policies together on one connector in one place (S001-16, S001-17).

use super::gate::Weight;
use super::{Advanced, AdvancedGate, DATAVERSE, Group, Place, Placement, Policy, Reach, Verdict};

/// What it comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is in the way.
    Open,
    /// Some of it may be used; whether that is enough for the sales agent is published nowhere.
    Limited,
    /// It cannot be told.
    Unclear,
    /// It may not be used.
    Blocked,
}

/// A policy that keeps Salesforce and Dataverse apart: no one app may use both. Whether the sales agent needs that is
/// not documented.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// What the admin calls the policy.
    pub display_name: String,
    /// Where it puts the connector.
    pub connector: Group,
    /// Where it puts Dataverse.
    pub dataverse: Group,
}

/// What the policies say of a connector in a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// Every data policy that reaches the place.
    pub verdicts: Vec<Verdict>,
    /// Names of data policies of which it cannot be told whether they do, or which could not be read.
    pub unclear: Vec<String>,
    /// Advanced connector policies of the place, by name, with what is in the way.
    pub advanced: Vec<(String, Vec<AdvancedGate>)>,
    /// Whether advanced connector policies could not be read.
    pub advanced_unread: bool,
    /// Whether data policies count for nothing, because an advanced one says so.
    pub advanced_alone: bool,
    /// Data policies that keep the connector and Dataverse apart.
    pub apart: Vec<Apart>,
}

/// What is known of a tenant's policies.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Data policies read whole.
    pub policies: &'a [Policy],
    /// Names of those that may reach the place and could not be read.
    pub unread: &'a [String],
    /// Advanced connector policies of the place; `None` if they could not be read.
    pub advanced: Option<&'a [Advanced]>,
}

impl Judgement {
    /// Judges a connector in a place. `endpoint` is the host it would reach, if it is known.
    pub fn of(known: Known<'_>, place: Place<'_>, connector: &str, endpoint: Option<&str>) -> Self {
        let mut judgement = Self {
            verdicts: Vec::new(),
            unclear: known.unread.to_vec(),
            advanced: Vec::new(),
            advanced_unread: known.advanced.is_none(),
            advanced_alone: false,
            apart: Vec::new(),
        };
        for policy in known.policies {
            match policy.outline.scope.reach(place) {
                Reach::No => continue,
                Reach::Unknown => {
                    judgement.unclear.push(policy.outline.display_name.clone());
                    continue;
                }
                Reach::Yes => {}
            }
            judgement.verdicts.push(Verdict::of(policy, connector, endpoint));
            if let (Placement::In(own, _), Placement::In(dataverse, _)) =
                (policy.placement(connector), policy.placement(DATAVERSE))
                && own != dataverse
                && own != Group::Blocked
                && dataverse != Group::Blocked
            {
                judgement.apart.push(Apart {
                    display_name: policy.outline.display_name.clone(),
                    connector: own,
                    dataverse,
                });
            }
        }
        for policy in known.advanced.into_iter().flatten() {
            judgement.advanced.push((policy.name.clone(), policy.gates(connector)));
            judgement.advanced_alone |= policy.alone;
        }
        judgement
    }

    /// Whether any data policy is for the place at all (S001-16).
    pub const fn is_concerned(&self) -> bool {
        !self.verdicts.is_empty() || !self.unclear.is_empty()
    }

    /// What it comes to. What blocks for certain does so, whatever else is unclear; else what is unclear is.
    pub fn standing(&self) -> Standing {
        let data = self.verdicts.iter().flat_map(|verdict| &verdict.gates);
        let mut heaviest = None;
        if !self.advanced_alone {
            heaviest = data.map(super::Gate::weight).max();
            if !self.unclear.is_empty() {
                heaviest = heaviest.max(Some(Weight::Unclear));
            }
        }
        if self.advanced_unread {
            heaviest = heaviest.max(Some(Weight::Unclear));
        }
        let advanced = self.advanced.iter().flat_map(|(_, gates)| gates);
        match heaviest.max(advanced.map(AdvancedGate::weight).max()) {
            None => Standing::Open,
            Some(Weight::Part) => Standing::Limited,
            Some(Weight::Unclear) => Standing::Unclear,
            Some(Weight::All) => Standing::Blocked,
        }
    }
}
