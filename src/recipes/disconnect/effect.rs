//! What choices would mean for people: named where the back ends can tell, "may" where they cannot.

use super::choices::{Choices, holding_after, holding_today};
use super::observed::{Observed, Toggle};
use crate::text::Text;

/// A person in a list of those who gain or lose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// `systemuserid`.
    pub id: String,
    /// `fullname`.
    pub name: String,
    /// `domainname`.
    pub upn: String,
}

/// What one changed toggle means. Who owns or connected what is not stored where it can be counted, so this is "may".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToggleEffect {
    /// The record type's id.
    pub record_type: String,
    /// Its name.
    pub name: String,
    /// Which toggle.
    pub toggle: Toggle,
    /// As it is to be.
    pub on: bool,
    /// Enabled users without the right by a role: no more than so many may gain or lose. `None` if not fully read.
    pub at_most: Option<u64>,
    /// In words.
    pub meaning: Text,
}

/// What one changed role means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleEffect {
    /// Root id.
    pub role: String,
    /// Name.
    pub name: String,
    /// Whether it is to give the right.
    pub granted: bool,
    /// Users who have the role, directly or through a team; `None` if not fully read.
    pub users: Option<u64>,
}

/// What choices mean.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Effect {
    /// Those who get the right on every record through a role, each once, by name.
    pub gain: Vec<Person>,
    /// Those who lose it, each once, by name.
    pub lose: Vec<Person>,
    /// How many hold it by a role today; `None` if nothing could be read.
    pub hold_today: Option<u64>,
    /// How many would.
    pub hold_after: Option<u64>,
    /// Whether the lists are exact; otherwise they are "at least".
    pub exact: bool,
    /// One per changed toggle, in the order of the record types.
    pub toggles: Vec<ToggleEffect>,
    /// One per changed role, in the order of the roles.
    pub roles: Vec<RoleEffect>,
}

/// What `choices` would mean.
pub fn effect(observed: &Observed, choices: &Choices) -> Effect {
    let mut effect = by_roles(observed, choices);
    let users = observed.users.value().map_or(0, Vec::len) as u64;
    let at_most = effect
        .exact
        .then(|| effect.hold_after.map(|hold| users.saturating_sub(hold)))
        .flatten();
    effect.toggles = toggles(observed, choices, at_most);
    effect
}

/// Who gains and who loses by the role changes alone.
pub(super) fn by_roles(observed: &Observed, choices: &Choices) -> Effect {
    let (Some(roles), Some(users), Some(assignments)) = (
        observed.roles.value(),
        observed.users.value(),
        observed.assignments.value(),
    ) else {
        return Effect::default();
    };
    let today = holding_today(roles);
    let after = holding_after(roles, choices);
    let shift = assignments.shift(&today, &after);
    let hold_today = assignments.count(&today);
    let people = |positions: &[usize]| -> Vec<Person> {
        positions
            .iter()
            .filter_map(|position| users.get(*position))
            .map(|user| Person {
                id: user.id.clone(),
                name: user.name.clone(),
                upn: user.upn.clone(),
            })
            .collect()
    };
    let exact = observed.roles.is_complete() && observed.users.is_complete() && observed.assignments.is_complete();
    let counts = assignments.counts();
    let changed = roles.iter().filter(|role| choices.changes_role(&role.id));
    Effect {
        hold_today: Some(hold_today),
        hold_after: Some((hold_today + shift.gain.len() as u64).saturating_sub(shift.lose.len() as u64)),
        gain: people(&shift.gain),
        lose: people(&shift.lose),
        exact,
        toggles: Vec::new(),
        roles: changed
            .map(|role| RoleEffect {
                role: role.id.clone(),
                name: role.name.clone(),
                granted: choices.wants_role(role),
                users: counts.get(role.id.as_str()).copied().filter(|_| exact),
            })
            .collect(),
    }
}

fn toggles(observed: &Observed, choices: &Choices, at_most: Option<u64>) -> Vec<ToggleEffect> {
    let mut effects = Vec::new();
    for record_type in observed.record_types.value().into_iter().flatten() {
        for toggle in Toggle::ALL {
            if !choices.changes(&record_type.id, toggle) {
                continue;
            }
            let on = choices.wants(record_type, toggle);
            effects.push(ToggleEffect {
                record_type: record_type.id.clone(),
                name: record_type.name.clone(),
                toggle,
                on,
                at_most,
                meaning: meaning(toggle, on, &record_type.name),
            });
        }
    }
    effects
}

/// What a toggle set so means, in words.
pub(super) fn meaning(toggle: Toggle, on: bool, record_type: &str) -> Text {
    Text::new(match (toggle, on) {
        (Toggle::Owner, true) => "disconnect-effect-owner-on",
        (Toggle::Owner, false) => "disconnect-effect-owner-off",
        (Toggle::Connector, true) => "disconnect-effect-connector-on",
        (Toggle::Connector, false) => "disconnect-effect-connector-off",
    })
    .name("type", record_type)
}
