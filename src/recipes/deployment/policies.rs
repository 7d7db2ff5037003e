//! What the report says of Power Platform's and Teams' policies, and of msdyn_viva (S001-07 to S001-11, S001-16, S001-17,
//! S001-30 to S001-32).

use super::choices::{Choices, Repair};
use super::observed::{Observed, Platform, Teams, Whereabouts};
use super::refusal;
use super::report::{Told, attention, blocked, count, few, ready, told, unknown, unread, whole};
use crate::domain::connector_policy::{
    AdvancedGate, Fix, Gate, Judgement, Known, Place, Policy, Preset, Reach, SALESFORCE, Standing, Verdict,
};
use crate::domain::reading::Reading;
use crate::recipes::readiness::Readiness;
use crate::services::graph::roles::FOR_DATA_POLICIES;
use crate::services::power_platform::Environment;
use crate::services::teams::{AppSetupPolicy, SALES_APP};
use crate::text::Text;

/// Whether msdyn_viva is there (S001-30 to S001-32, S001-35).
pub(super) fn environment(observed: &Observed, platform: &Platform) -> Told {
    if let Err(told) = whole(&platform.environments) {
        return told;
    }
    let viva = match platform.whereabouts() {
        Whereabouts::There(viva) => viva,
        // Others than the tenant's administrators see only the environments they administer.
        Whereabouts::StillToCome if !sees_all(observed) => return unknown("deploy-environment-not-all"),
        Whereabouts::StillToCome => {
            return attention("deploy-environment-none").because(Text::new("deploy-environment-anybody"));
        }
        Whereabouts::Unclear(all) => return which(&all),
        Whereabouts::Unread(_) => return unknown("deploy-partial"),
    };
    match viva.properties.state.as_deref() {
        Some("Succeeded") => {}
        Some(_) => return attention("deploy-environment-not-ready"),
        None => return unknown("deploy-environment-untold"),
    }
    if viva.is_trial() {
        return attention("deploy-environment-trial");
    }
    match viva.properties.sku.as_deref() {
        None | Some("") => unknown("deploy-environment-untold"),
        Some(kind) => {
            let there = Text::new("deploy-environment-there");
            let there = match kind.to_ascii_lowercase().as_str() {
                "production" => there.message("kind", Text::new("kind-production")),
                "sandbox" => there.message("kind", Text::new("kind-sandbox")),
                _ => there.name("kind", kind),
            };
            told(Readiness::Ready, there)
        }
    }
}

/// Whether the admin is known to hold a role that sees every environment and data policy of the tenant.
fn sees_all(observed: &Observed) -> bool {
    let directory = observed.directory.as_ref();
    let held = directory.and_then(|directory| directory.own_roles.value());
    let is_held = |template: &str| held.is_some_and(|held| held.iter().any(|one| one.eq_ignore_ascii_case(template)));
    FOR_DATA_POLICIES.iter().any(|role| is_held(role.template))
}

/// Which of these is the sales agent's cannot be told.
fn which(all: &[&Environment]) -> Told {
    let called = |one: &&Environment| {
        let name = one.properties.display_name.as_deref().unwrap_or_default();
        let told = [one.properties.sku.as_deref(), one.host(), Some(&one.name)];
        let told: Vec<&str> = told.into_iter().flatten().collect();
        format!("{} ({})", name.trim(), told.join(", "))
    };
    let statement = match all.len() {
        1 => Text::new("deploy-environment-developer"),
        several => Text::new("deploy-environment-unclear").number("count", count(several)),
    };
    told(Readiness::Unknown, statement).of(all.iter().map(called).collect())
}

/// What is said of msdyn_viva where it is not there for certain: `before` it is made, why that was not read, or which it
/// may be.
pub(super) fn nowhere(platform: &Platform, before: &'static str) -> Told {
    match platform.whereabouts() {
        Whereabouts::Unread(Some(why)) => unread(why),
        Whereabouts::Unread(None) => unknown("deploy-partial"),
        Whereabouts::Unclear(all) => which(&all),
        Whereabouts::StillToCome | Whereabouts::There(_) => unknown(before),
    }
}

/// The Salesforce organization's host, which endpoint rules are held against, if it is known.
fn endpoint(observed: &Observed) -> Option<&str> {
    observed.salesforce.as_ref().map(|salesforce| salesforce.host.as_str())
}

fn judged(observed: &Observed, platform: &Platform) -> Judgement {
    let none = Vec::new();
    let advanced = match &platform.advanced {
        // Its own line says that it was not read.
        None | Some(Reading::Unreadable(_)) => &none,
        Some(Reading::Complete(advanced) | Reading::Partial { value: advanced, .. }) => advanced,
    };
    let known = Known {
        policies: platform.policies.value().map(Vec::as_slice).unwrap_or_default(),
        unread: &platform.unread,
        advanced: Some(advanced),
    };
    let place = platform.whereabouts().place();
    Judgement::of(known, place, SALESFORCE, endpoint(observed))
}

/// What data policies say of the Salesforce connector (S001-16, S001-17).
pub(super) fn data_policies(observed: &Observed, platform: &Platform) -> Told {
    if let Reading::Unreadable(why) = &platform.policies {
        return unread(why);
    }
    let mut judgement = judged(observed, platform);
    if judgement.advanced_alone {
        return ready("deploy-policies-superseded");
    }
    judgement.advanced.clear();
    let whereabouts = platform.whereabouts();
    let mut told = match judgement.standing() {
        Standing::Open if whereabouts.place() == Place::Unknown => unknown("deploy-policies-unplaced"),
        // Others than the tenant's administrators see only what is for their own environments.
        Standing::Open if !sees_all(observed) => unknown("deploy-policies-not-all"),
        Standing::Open if !judgement.is_concerned() => ready("deploy-policies-none"),
        Standing::Open => ready("deploy-policies-open"),
        Standing::Limited => attention("deploy-policies-limited"),
        Standing::Unclear => unknown("deploy-policies-unclear"),
        Standing::Blocked => blocked("deploy-policies-blocked"),
    };
    let ways = ways(observed, platform);
    for verdict in &judgement.verdicts {
        let way = ways.iter().find(|way| way.verdict == *verdict);
        let listed = match way {
            Some(way) => {
                Text::new("deploy-policy-line-reach").message("reach", few("deploy-policies-touches", &way.touches))
            }
            None => Text::new("deploy-policy-line"),
        };
        let listed = listed.name("policy", &verdict.display_name);
        told.evidence.push(listed.message("group", verdict.group()));
        told.evidence.extend(verdict.gates.iter().filter_map(Gate::explain));
    }
    for apart in &judgement.apart {
        told.evidence.push(
            Text::new("deploy-policies-apart")
                .name("policy", &apart.display_name)
                .message("salesforce", apart.connector.text())
                .message("dataverse", apart.dataverse.text()),
        );
    }
    match whereabouts {
        Whereabouts::There(_) => {}
        Whereabouts::StillToCome => told.evidence.push(Text::new("deploy-policies-before")),
        Whereabouts::Unread(_) | Whereabouts::Unclear(_) => told
            .evidence
            .push(nowhere(platform, "deploy-policies-before").statement),
    }
    told.names.clone_from(&judgement.unclear);
    if !ways.is_empty() {
        told = told.by(Repair::DataPolicies);
    }
    told
}

/// What is changed of one policy in the way.
#[derive(Debug, Clone, PartialEq)]
pub struct Way<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// What it says now.
    pub verdict: Verdict,
    /// The change, the connector's group as preset.
    pub fix: Fix,
    /// Names of the other environments it reaches.
    pub touches: Vec<String>,
}

impl Way<'_> {
    /// The group that is preset, where the connector is to be put into one.
    pub fn preset(&self) -> Option<Preset> {
        self.fix.group.map(|_| Preset::of(self.policy))
    }

    /// The change as the admin chose it, with its reason.
    pub(super) fn chosen(&self, choices: &Choices) -> (Fix, Text) {
        let mut fix = self.fix.clone();
        let Some(preset) = self.preset() else {
            return (fix, Text::new("policy-reason-blocked"));
        };
        let group = choices.group.unwrap_or(preset.group);
        fix.group = Some(group);
        let id = match (choices.group, preset.is_beside_dataverse) {
            (Some(_), _) => "policy-reason-chosen",
            (None, true) => "policy-reason-beside-dataverse",
            (None, false) => "policy-reason-preset",
        };
        (fix, Text::new(id).message("group", group.text()))
    }
}

/// What is changed of each policy in the way. None where one of them cannot be told: half a way in is none.
pub fn ways<'a>(observed: &Observed, platform: &'a Platform) -> Vec<Way<'a>> {
    let mut ways = Vec::new();
    let Reading::Complete(policies) = &platform.policies else {
        return ways;
    };
    let whereabouts = platform.whereabouts();
    if !platform.unread.is_empty() || whereabouts.place() == Place::Unknown {
        return ways;
    }
    let own = observed
        .environment()
        .map(|viva| viva.name.as_str())
        .unwrap_or_default();
    let place = whereabouts.place();
    let environments: Vec<String> = platform
        .environments
        .value()
        .into_iter()
        .flatten()
        .map(|one| one.name.clone())
        .collect();
    for policy in policies {
        if policy.outline.scope.reach(place) != Reach::Yes {
            continue;
        }
        let verdict = Verdict::of(policy, SALESFORCE, endpoint(observed));
        if verdict.is_open() {
            continue;
        }
        let Some(fix) = Fix::of(policy, &verdict, endpoint(observed)) else {
            return Vec::new();
        };
        let touches = fix.touches(policy, policies, &environments, own);
        let touches = touches.into_iter().map(|one| shown(platform, one.environment));
        ways.push(Way {
            policy,
            verdict,
            touches: touches.collect(),
            fix,
        });
    }
    ways
}

/// An environment as people know it.
fn shown(platform: &Platform, id: String) -> String {
    let mut all = platform.environments.value().into_iter().flatten();
    let named = all.find(|one| one.name == id);
    let name = named.and_then(|one| one.properties.display_name.as_deref());
    let name = name.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
    name.unwrap_or(id)
}

/// What advanced connector policies say (S001-17): a second gate.
pub(super) fn advanced(observed: &Observed, platform: &Platform) -> Told {
    if observed.environment().is_none() {
        return nowhere(platform, "deploy-advanced-before");
    }
    let policies = match platform.advanced.as_ref().map(whole) {
        None => {
            let source = Text::new("deploy-source-connector-policies");
            return told(
                Readiness::Unknown,
                Text::new("deploy-unknown-signed-out").message("source", source),
            );
        }
        Some(Err(told)) => return told,
        Some(Ok(policies)) => policies,
    };
    let mut judgement = judged(observed, platform);
    judgement.verdicts.clear();
    judgement.unclear.clear();
    let mut told = match judgement.standing() {
        Standing::Open if policies.is_empty() => ready("deploy-advanced-none"),
        Standing::Open => ready("deploy-advanced-open"),
        Standing::Limited => attention("deploy-policies-limited"),
        Standing::Unclear => unknown("deploy-policies-unclear"),
        Standing::Blocked => blocked("deploy-policies-blocked"),
    };
    for (name, gates) in &judgement.advanced {
        if !gates.is_empty() {
            told.names.push(name.clone());
        }
        told.evidence.extend(gates.iter().map(AdvancedGate::explain));
    }
    told
}

/// What the policies of Teams say (S001-07, S001-08, S001-11).
pub(super) fn teams(id: &str, observed: &Observed, teams: &Teams) -> Told {
    let refused = |mut told: Told| {
        told.statement = refusal::of_teams(observed, &told.statement);
        told
    };
    if id == "transcription" {
        return match whole(&teams.meeting).map(|policy| policy.allow_transcription) {
            Err(told) => refused(told),
            Ok(Some(true)) => ready("deploy-transcription-on"),
            Ok(Some(false)) => blocked("deploy-transcription-off").by(Repair::Transcription),
            Ok(None) => unknown("deploy-unknown-hand"),
        };
    }
    let policies = match whole(&teams.setup) {
        Ok(policies) => policies,
        Err(told) => return refused(told),
    };
    let is_pin = id == "teams-pin";
    let installing = |policy: &&AppSetupPolicy| policy.installs(SALES_APP) && (!is_pin || policy.pins(SALES_APP));
    let found: Vec<&AppSetupPolicy> = policies.iter().filter(installing).collect();
    if found.is_empty() {
        return attention(if is_pin {
            "deploy-teams-not-pinned"
        } else {
            "deploy-teams-not-installed"
        });
    }
    let is_short = |policy: &&&AppSetupPolicy| match is_pin {
        true => !policy.missing_pins().is_empty(),
        false => policy.allow_user_pinning != Some(true),
    };
    let names = found.iter().map(|policy| policy.name().to_owned()).collect();
    let told = if found.iter().all(|policy| is_short(&policy)) {
        attention(if is_pin {
            "deploy-teams-pins-missing"
        } else {
            "deploy-teams-no-user-pinning"
        })
    } else {
        ready(if is_pin {
            "deploy-teams-pinned"
        } else {
            "deploy-teams-installed"
        })
    };
    told.because(Text::new("deploy-teams-assigned")).of(names)
}
