//! An app's policies, as the form shows and changes them. Values are those of the Metadata API (`ConnectedApp`), or
//! numbers in their place: which of both the form has is published nowhere.

use super::words::Words;
use crate::salesforce::store::{Row, flag, text};
use serde_json::{Value, json};

/// IP relaxation, in the order of the form.
const RELAXATIONS: [&str; 4] = ["ENFORCE", "ENFORCE_RELAXREFRESH", "BYPASS_2FACTOR", "BYPASS"];
/// Refresh token policies, in the order of the form.
const REFRESHES: [&str; 4] = [
    "infinite",
    "zero",
    "specific_inactivity:90:DAYS",
    "specific_lifetime:90:DAYS",
];
/// Minutes a session may idle; none first.
const TIMEOUTS: [Option<u64>; 8] = [
    None,
    Some(15),
    Some(30),
    Some(60),
    Some(120),
    Some(240),
    Some(480),
    Some(1440),
];

/// One choice of a field: value in the form, label, whether it is chosen.
pub(super) type Choice = (String, String, bool);

/// A field of the form: the end of its id, its label, its choices.
pub(super) struct Field {
    pub name: &'static str,
    pub label: &'static str,
    pub choices: Vec<Choice>,
    /// Whether it is a group of radio buttons, else a list.
    pub radios: bool,
}

/// A change of one field.
pub(super) struct Changed {
    pub action: &'static str,
    pub display: String,
}

fn chosen(row: &Row, all: &[&str], member: &str, otherwise: &str) -> usize {
    let value = text(row, member);
    let value = if value.is_empty() { otherwise } else { value };
    // Another span of time is the choice of its kind.
    let kind = |value: &str| value.split(':').next().unwrap_or_default().to_owned();
    all.iter().position(|each| kind(each) == kind(value)).unwrap_or(0)
}

fn timeout_label(minutes: Option<u64>, words: &Words) -> String {
    match minutes {
        None => words.none.to_owned(),
        Some(minutes) if minutes >= 60 => format!("{} {}", minutes / 60, words.hours),
        Some(minutes) => format!("{minutes} {}", words.minutes),
    }
}

/// The form's fields for an app: of its OAuth policies, and last of its session policies.
pub(super) fn fields(row: &Row, words: &'static Words, numbered: bool) -> [Field; 4] {
    let value = |at: usize, name: &str| if numbered { at.to_string() } else { name.to_owned() };
    let list = |names: &[&str], labels: &[&str], now: usize| -> Vec<Choice> {
        let pairs = names.iter().zip(labels).enumerate();
        pairs
            .map(|(at, (name, label))| (value(at, name), (*label).to_owned(), at == now))
            .collect()
    };
    let admin = usize::from(!flag(row, "OptionsAllowAdminApprovedUsersOnly"));
    let timeout = row.get("SessionTimeout").and_then(Value::as_u64);
    let timeouts = TIMEOUTS.iter().enumerate().map(|(at, minutes)| {
        let name = minutes.map_or(String::new(), |minutes| minutes.to_string());
        (value(at, &name), timeout_label(*minutes, words), *minutes == timeout)
    });
    [
        Field {
            name: "userPolicy",
            label: words.permitted,
            choices: list(&["true", "false"], &[words.preauthorized, words.self_authorize], admin),
            radios: false,
        },
        Field {
            name: "ipPolicy",
            label: words.relaxation,
            choices: list(
                &RELAXATIONS,
                &words.relaxations,
                chosen(row, &RELAXATIONS, "IpRelaxation", "ENFORCE"),
            ),
            radios: false,
        },
        Field {
            name: "refreshPolicy",
            label: words.refresh,
            choices: list(
                &REFRESHES,
                &words.refreshes,
                chosen(row, &REFRESHES, "RefreshTokenPolicy", "infinite"),
            ),
            radios: true,
        },
        Field {
            name: "timeout",
            label: words.timeout,
            choices: timeouts.collect(),
            radios: false,
        },
    ]
}

/// Which choice of a field a form posted; none for another value.
fn posted(field: &Field, value: &str) -> Option<usize> {
    field.choices.iter().position(|(each, ..)| each == value)
}

/// Writes what a form posted into an app's record; `value` tells a field's. None for a value the form never offered.
pub(super) fn change(
    row: &mut Row,
    words: &'static Words,
    numbered: bool,
    value: &dyn Fn(&str) -> String,
) -> Option<Vec<Changed>> {
    let before = fields(row, words, numbered);
    let mut chosen = Vec::new();
    for field in &before {
        chosen.push(posted(field, &value(field.name))?);
    }
    let [users, relaxation, refresh, timeout] = chosen.as_slice() else {
        return None;
    };
    let admin = *users == 0;
    row.insert("OptionsAllowAdminApprovedUsersOnly".into(), json!(admin));
    row.insert("IpRelaxation".into(), json!(RELAXATIONS.get(*relaxation)));
    let policy = REFRESHES.get(*refresh).copied().unwrap_or_default();
    row.insert("RefreshTokenPolicy".into(), json!(policy));
    let days = policy.split(':').nth(1).and_then(|days| days.parse::<u64>().ok());
    row.insert("RefreshTokenValidityPeriod".into(), json!(days));
    let inactive = policy.starts_with("specific_inactivity");
    row.insert("OptionsRefreshTokenValidityMetric".into(), json!(inactive));
    row.insert(
        "SessionTimeout".into(),
        json!(TIMEOUTS.get(*timeout).copied().flatten()),
    );
    let name = text(row, "Name").to_owned();
    let actions = [
        "changeUserRuntimeAccessPolicy",
        "changeIpRelaxationPolicy",
        "changeRefreshTokenPolicy",
        "insertConnectedAppSessionPolicy",
    ];
    let label = |field: &Field, at: Option<usize>| {
        let choice = at.and_then(|at| field.choices.get(at));
        choice.map_or(String::new(), |(_, label, _)| label.clone())
    };
    let changes = before.iter().zip(chosen.iter()).zip(actions);
    let changes = changes.filter_map(|((field, after), action)| {
        let now = field.choices.iter().position(|(.., chosen)| *chosen);
        (now != Some(*after)).then(|| Changed {
            action,
            display: format!(
                "For connected app {name}, changed {} from {} to {}",
                field.label,
                label(field, now),
                label(field, Some(*after))
            ),
        })
    });
    Some(changes.collect())
}

/// Label of the chosen choice.
pub(super) fn shown(field: &Field) -> &str {
    let choice = field.choices.iter().find(|(.., chosen)| *chosen);
    choice.map_or("", |(_, label, _)| label)
}
