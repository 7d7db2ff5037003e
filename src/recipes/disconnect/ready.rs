//! The Overview's lines about disconnect rights: against what a new organization has by default.

use super::choices::Choices;
use super::observed::{Observed, Toggle};
use crate::domain::reading::Reading;
use crate::recipes::readiness::{Fix, Readiness, ReadinessLine};
use crate::sorted;
use crate::text::Text;

/// The lines, the worst first.
pub fn readiness(observed: &Observed) -> Vec<ReadinessLine> {
    let mut lines = vec![record_types(observed)];
    lines.extend(roles(observed));
    lines.push(holders(observed));
    if observed.chats_for_all_tables.value() == Some(&Some(true)) {
        lines.push(line(
            "all-tables",
            // Allowed, so no trouble; but what it lets people do is not known.
            Readiness::Unknown,
            Text::new("disconnect-ready-all-tables"),
            Some(Text::new("disconnect-ready-all-tables-evidence")),
            None,
        ));
    }
    sorted::sort_by_key(&mut lines, |line| line.readiness);
    lines
}

/// Adds what a line's [`Fix::Add`] stands for to the choices: the privilege of the role with that root id.
pub fn add_fix(observed: &Observed, choices: &mut Choices, key: &str) {
    choices.set_role(observed, key, true);
}

/// Takes what [`add_fix`] added out of the choices again.
pub fn take_fix(observed: &Observed, choices: &mut Choices, key: &str) {
    choices.set_role(observed, key, false);
}

fn line(
    id: impl Into<String>,
    readiness: Readiness,
    statement: Text,
    evidence: Option<Text>,
    fix: Option<Fix>,
) -> ReadinessLine {
    ReadinessLine {
        id: id.into(),
        readiness,
        statement,
        evidence,
        fix,
    }
}

fn record_types(observed: &Observed) -> ReadinessLine {
    let unread = |why: Text| {
        line(
            "record-types",
            Readiness::Unknown,
            Text::new("disconnect-ready-types-unread"),
            Some(why),
            Some(Fix::Review),
        )
    };
    let record_types = match &observed.record_types {
        Reading::Complete(record_types) => record_types,
        Reading::Partial { missing, .. } => {
            return unread(
                missing
                    .first()
                    .cloned()
                    .unwrap_or(Text::new("disconnect-export-partial")),
            );
        }
        Reading::Unreadable(why) => return unread(why.clone()),
    };
    if record_types.is_empty() {
        return line(
            "record-types",
            Readiness::Blocked,
            Text::new("disconnect-ready-types-none"),
            None,
            Some(Fix::Review),
        );
    }
    let off = record_types
        .iter()
        .flat_map(|record_type| Toggle::ALL.map(|toggle| record_type.is_on(toggle)))
        .filter(|on| !on)
        .count();
    let (statement, evidence) = if off == 0 {
        let text = Text::new("disconnect-ready-types").number("count", record_types.len() as i64);
        (text, None)
    } else {
        // Off is a choice as good as on (S003-56 says only what a new organization begins with).
        let text = Text::new("disconnect-ready-types-off")
            .number("count", off as i64)
            .number("all", (record_types.len() * Toggle::ALL.len()) as i64);
        (text, Some(Text::new("disconnect-ready-types-off-evidence")))
    };
    line("record-types", Readiness::Ready, statement, evidence, None)
}

fn roles(observed: &Observed) -> Vec<ReadinessLine> {
    let unknown = |why: Option<Text>| {
        vec![line(
            "roles",
            Readiness::Unknown,
            Text::new("disconnect-ready-roles-unread"),
            why,
            Some(Fix::Review),
        )]
    };
    if observed.privilege.value() == Some(&None) {
        return vec![line(
            "roles",
            Readiness::Blocked,
            Text::new("disconnect-privilege-absent"),
            None,
            Some(Fix::Review),
        )];
    }
    let roles = match &observed.roles {
        Reading::Complete(roles) => roles,
        Reading::Partial { missing, .. } => return unknown(missing.first().cloned()),
        Reading::Unreadable(why) => return unknown(Some(why.clone())),
    };
    let counts = observed.assignments.value().map(|assignments| assignments.counts());
    let lost: Vec<ReadinessLine> = roles
        .iter()
        .filter(|role| role.default.is_some() && !role.gives_right())
        .map(|role| {
            let users = counts.as_ref().and_then(|counts| counts.get(role.id.as_str()));
            let evidence = match users.filter(|_| observed.assignments.is_complete()) {
                Some(users) => Text::new("disconnect-ready-role-lost-evidence").number("users", *users as i64),
                None => Text::new("disconnect-ready-role-lost-evidence-unread"),
            };
            line(
                format!("role:{}", role.id),
                Readiness::Attention,
                Text::new("disconnect-ready-role-lost").name("role", &role.name),
                Some(evidence),
                role.is_changeable().then(|| Fix::Add { key: role.id.clone() }),
            )
        })
        .collect();
    if !lost.is_empty() {
        return lost;
    }
    let defaults = roles.iter().filter(|role| role.default.is_some()).count();
    vec![line(
        "roles",
        Readiness::Ready,
        Text::new("disconnect-ready-roles").number("count", defaults as i64),
        None,
        None,
    )]
}

fn holders(observed: &Observed) -> ReadinessLine {
    let (readiness, statement, evidence) = match &observed.holders {
        Reading::Complete(holders) => (
            Readiness::Ready,
            Text::new("disconnect-ready-holders").number("count", holders.len() as i64),
            None,
        ),
        Reading::Partial { value, missing } => (
            Readiness::Unknown,
            Text::new("disconnect-ready-holders-partial").number("count", value.len() as i64),
            missing.first().cloned(),
        ),
        Reading::Unreadable(why) => (
            Readiness::Unknown,
            Text::new("disconnect-ready-holders-unread"),
            Some(why.clone()),
        ),
    };
    let fix = (readiness != Readiness::Ready).then_some(Fix::Review);
    line("holders", readiness, statement, evidence, fix)
}
