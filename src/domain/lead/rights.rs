//! The parts of the set-up, and the privileges of Dataverse each needs (S004-04, S004-10, S004-31).

/// The parts of the set-up, each of which can be done alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// The solution (S004-07 to S004-11).
    Solution,
    /// The app registration or the user (S004-12 to S004-30).
    Credential,
    /// The user in the environment, and the role (S004-31 to S004-43).
    Environment,
    /// The offer's connection details (S004-44 to S004-52).
    Offer,
}

impl Group {
    /// All, in their order.
    pub const ALL: [Self; 4] = [Self::Solution, Self::Credential, Self::Environment, Self::Offer];

    /// Its key, which the ids of its steps begin with.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Solution => "solution",
            Self::Credential => "credential",
            Self::Environment => "environment",
            Self::Offer => "offer",
        }
    }

    /// By its key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.key() == key)
    }
}

/// The privileges of Dataverse a part needs, besides being allowed to read what it reads.
pub const fn privileges(group: Group) -> &'static [&'static str] {
    match group {
        Group::Solution => &["prvImportCustomization"],
        Group::Environment => &["prvCreateUser", "prvAssignRole", "prvWriteRole"],
        Group::Credential | Group::Offer => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_a_key_of_its_own() {
        for group in Group::ALL {
            assert_eq!(Group::from_key(group.key()), Some(group));
        }
        assert_eq!(Group::from_key("x"), None);
    }
}
