//! The Overview's lines about the connection (S000-03, S000-13, S000-18).

use super::observed::Observed;
use crate::domain::reading::Reading;
use crate::domain::salesforce::connection::State;
use crate::domain::salesforce::proof::Proof;
use crate::recipes::readiness::{Fix, Readiness, ReadinessLine};
use crate::text::Text;

/// The lines, the worst first.
pub fn readiness(observed: &Observed) -> Vec<ReadinessLine> {
    let mut lines = vec![connection(observed)];
    lines.extend(observed.proof.as_ref().map(rights));
    lines.extend(drift(observed));
    crate::sorted::sort_by_key(&mut lines, |line| line.readiness);
    lines
}

fn line(id: &str, readiness: Readiness, statement: Text, evidence: Option<Text>) -> ReadinessLine {
    ReadinessLine {
        id: id.to_owned(),
        readiness,
        statement,
        evidence,
        fix: (readiness != Readiness::Ready).then_some(Fix::Review),
    }
}

fn connection(observed: &Observed) -> ReadinessLine {
    let (readiness, says, evidence) = match (&observed.components, observed.state()) {
        (Reading::Unreadable(why), _) => (Readiness::Unknown, "salesforce-state-unread", Some(why.clone())),
        (_, None) => (Readiness::Unknown, "salesforce-state-unread", None),
        // Of another organization, or another tenant's: neither is this connection's readiness (S000-13).
        (_, Some(State::Connected | State::Partly { .. } | State::Unclear)) if observed.is_elsewhere() => (
            Readiness::Attention,
            "salesforce-state-elsewhere",
            Some(Text::new("salesforce-plan-elsewhere")),
        ),
        (_, Some(State::None)) => (
            Readiness::Blocked,
            "salesforce-state-none",
            match () {
                () if observed.is_elsewhere() => Some(Text::new("salesforce-plan-elsewhere")),
                () if observed.is_on_unmade() => Some(Text::new("salesforce-plan-on-unmade")),
                () => None,
            },
        ),
        (_, Some(State::Unclear)) => (
            Readiness::Unknown,
            "salesforce-state-unclear",
            observed.apps_unread.first().cloned(),
        ),
        (_, Some(State::Connected)) => (Readiness::Ready, "salesforce-state-connected", None),
        (_, Some(State::Partly { .. })) => (Readiness::Attention, "salesforce-state-partly", None),
        (_, Some(State::SecondTenant)) => (
            Readiness::Blocked,
            "salesforce-state-second-tenant",
            Some(Text::new(if observed.is_off_on_page() {
                "salesforce-plan-page-off"
            } else {
                "salesforce-plan-second-tenant"
            })),
        ),
    };
    line("connection", readiness, Text::new(says), evidence)
}

/// How many rights are missing and how many are held that nobody promised, where any is missing.
pub fn missing(proof: &Proof) -> Option<Text> {
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let missing = proof.missing();
    if missing == 0 {
        return None;
    }
    let says = match proof.more() {
        0 => Text::new("salesforce-ready-missing"),
        more => Text::new("salesforce-ready-missing-more").number("more", count(more)),
    };
    Some(says.number("count", count(missing)))
}

fn rights(proof: &Reading<Proof>) -> ReadinessLine {
    let told = match proof {
        Reading::Unreadable(why) => return unread(why.clone()),
        reading => reading.value(),
    };
    let Some(proof) = told else {
        return unread(Text::new("salesforce-state-unread"));
    };
    if let Some(says) = missing(proof) {
        line("rights", Readiness::Blocked, says, None)
    } else if proof.has_unknown() {
        line("rights", Readiness::Unknown, Text::new("salesforce-ready-partly"), None)
    } else if proof.has_more() {
        line("rights", Readiness::Attention, Text::new("salesforce-ready-more"), None)
    } else {
        line("rights", Readiness::Ready, Text::new("salesforce-ready-rights"), None)
    }
}

fn unread(why: Text) -> ReadinessLine {
    line(
        "rights",
        Readiness::Unknown,
        Text::new("salesforce-ready-unread"),
        Some(why),
    )
}

fn drift(observed: &Observed) -> Option<ReadinessLine> {
    let drift = observed.drift().filter(|drift| !drift.is_none())?;
    let says = if drift.is_remade {
        "salesforce-drift-remade"
    } else {
        "salesforce-drift-rights"
    };
    Some(line("drift", Readiness::Attention, Text::new(says), None))
}
