//! What the admin wants to be different: toggles per record type, the privilege per role.

use crate::sorted::Sorted;
use std::collections::BTreeSet;

use super::observed::{Observed, RecordType, Toggle};
use crate::domain::role::Role;
use crate::json::record;

/// The differences from what was observed; what is as it was is not in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    toggles: Sorted<String, Sorted<Toggle, bool>>,
    roles: Sorted<String, bool>,
}

record!(Choices { toggles, roles });

impl Choices {
    /// As a new organization has it: both toggles on for every record type (S003-56), and the privilege with the
    /// default roles that exist here (S003-61 to S003-66). Takes nothing from other roles.
    pub fn preset_new_organization(observed: &Observed) -> Self {
        let mut choices = Self::default();
        for toggle in Toggle::ALL {
            choices.toggle_all(observed, toggle, true);
        }
        for role in observed.roles.value().into_iter().flatten() {
            if role.default.is_some() {
                choices.set_role(observed, &role.id, true);
            }
        }
        choices
    }

    /// Wants a toggle of a record type on or off. Unknown types are left alone.
    pub fn toggle(&mut self, observed: &Observed, record_type: &str, toggle: Toggle, on: bool) {
        let Some(found) = observed.record_type(record_type) else {
            return;
        };
        let Some(wanted) = self.toggles.get_or_insert_with(found.id.clone(), Sorted::new) else {
            return;
        };
        if found.is_on(toggle) == on {
            wanted.remove(&toggle);
        } else {
            wanted.insert(toggle, on);
        }
        self.toggles.retain(|_, wanted| !wanted.is_empty());
    }

    /// Wants a toggle of every record type on or off.
    pub fn toggle_all(&mut self, observed: &Observed, toggle: Toggle, on: bool) {
        for record_type in observed.record_types.value().into_iter().flatten() {
            self.toggle(observed, &record_type.id, toggle, on);
        }
    }

    /// Wants a role to give the right or not. Roles that cannot be changed, and all of them while this organization
    /// has no such privilege, are left alone.
    pub fn set_role(&mut self, observed: &Observed, role: &str, granted: bool) {
        let has_privilege = matches!(observed.privilege.value(), Some(Some(_)));
        let Some(found) = observed.role(role).filter(|role| role.is_changeable() && has_privilege) else {
            return;
        };
        if found.depth.is_some() == granted {
            self.roles.remove(&found.id);
        } else {
            self.roles.insert(found.id.clone(), granted);
        }
    }

    /// Wants nothing to be different.
    pub fn discard(&mut self) {
        *self = Self::default();
    }

    /// The same wishes against a newer reading: what is already so, or gone, is no longer a change.
    pub fn rebased(&self, observed: &Observed) -> Self {
        let mut choices = Self::default();
        for (record_type, wanted) in &self.toggles {
            for (toggle, on) in wanted {
                choices.toggle(observed, record_type, *toggle, *on);
            }
        }
        for (role, granted) in &self.roles {
            choices.set_role(observed, role, *granted);
        }
        choices
    }

    /// Whether nothing is to be different.
    pub fn is_empty(&self) -> bool {
        self.toggles.is_empty() && self.roles.is_empty()
    }

    /// How many things are to be different: each toggle and each role once.
    pub fn count(&self) -> usize {
        self.toggles.values().map(Sorted::len).sum::<usize>() + self.roles.len()
    }

    /// How many steps that makes: one per record type and one per role.
    pub fn steps(&self) -> usize {
        self.toggles.len() + self.roles.len()
    }

    /// How many requests carrying it out takes if nothing goes wrong: the target's two reads, and per step a read
    /// before, the write and a read after.
    pub fn requests(&self) -> usize {
        if self.is_empty() { 0 } else { 2 + 3 * self.steps() }
    }

    /// How a toggle is to be.
    pub fn wants(&self, record_type: &RecordType, toggle: Toggle) -> bool {
        self.toggles
            .get(&record_type.id)
            .and_then(|wanted| wanted.get(&toggle))
            .copied()
            .unwrap_or_else(|| record_type.is_on(toggle))
    }

    /// Whether a role is to give the right.
    pub fn wants_role(&self, role: &Role) -> bool {
        self.roles.get(&role.id).copied().unwrap_or_else(|| role.gives_right())
    }

    /// Whether a toggle is to change.
    pub fn changes(&self, record_type: &str, toggle: Toggle) -> bool {
        self.toggles
            .get(record_type)
            .is_some_and(|wanted| wanted.contains_key(&toggle))
    }

    /// Whether a role is to change.
    pub fn changes_role(&self, role: &str) -> bool {
        self.roles.contains_key(role)
    }

    /// Whether any role is to change.
    pub fn changes_roles(&self) -> bool {
        !self.roles.is_empty()
    }

    /// Whether any toggle is to change.
    pub fn changes_toggles(&self) -> bool {
        !self.toggles.is_empty()
    }
}

/// Root ids of the roles that give the right today.
pub(super) fn holding_today(roles: &[Role]) -> BTreeSet<&str> {
    roles
        .iter()
        .filter(|role| role.gives_right())
        .map(|role| role.id.as_str())
        .collect()
}

/// Root ids of the roles that would give the right.
pub(super) fn holding_after<'a>(roles: &'a [Role], choices: &Choices) -> BTreeSet<&'a str> {
    roles
        .iter()
        .filter(|role| choices.wants_role(role))
        .map(|role| role.id.as_str())
        .collect()
}
