//! What an admin needs for each part, by directory role and security role (S004-04, S004-05, S004-10, S004-31). Template
//! ids from Entra's permissions reference.

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

/// What is done in the directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Registers an app.
    RegisterApp,
    /// Makes a user.
    CreateUser,
    /// Gives a user a licence.
    AssignLicence,
}

const GLOBAL: &str = "62e90394-69f5-4237-9190-012177145e10";
const APPLICATION: &str = "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3";
const CLOUD_APPLICATION: &str = "158c047a-c907-4556-b7ef-446551a6b5f7";
const USER: &str = "fe930be7-5e62-47db-91af-98c3a49a38b1";
const LICENCE: &str = "4d6ac14f-3453-41d0-bef9-a3e0c569773a";

impl Deed {
    /// Template ids of the directory roles that allow it. Other roles and settings of a tenant may as well, so lacking all
    /// of these is a warning, and the service has the last word.
    pub const fn roles(self) -> &'static [&'static str] {
        match self {
            Self::RegisterApp => &[GLOBAL, APPLICATION, CLOUD_APPLICATION],
            Self::CreateUser => &[GLOBAL, USER],
            Self::AssignLicence => &[GLOBAL, USER, LICENCE],
        }
    }

    /// Whether somebody with these directory roles (template ids) can do it.
    pub fn is_allowed(self, held: &[String]) -> bool {
        let mut enough = self.roles().iter();
        enough.any(|role| held.iter().any(|held| held.eq_ignore_ascii_case(role)))
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
    fn s004_05_each_deed_has_its_directory_roles() {
        let holds = |role: &str| vec![role.to_uppercase()];
        for deed in [Deed::RegisterApp, Deed::CreateUser, Deed::AssignLicence] {
            assert!(deed.is_allowed(&holds(GLOBAL)), "{deed:?}");
            assert!(!deed.is_allowed(&[]), "{deed:?}");
            assert!(
                !deed.is_allowed(&holds("f2ef992c-3afb-46b9-b7cf-a126ee74c451")),
                "Global Reader: {deed:?}"
            );
        }
        assert!(Deed::RegisterApp.is_allowed(&holds(CLOUD_APPLICATION)));
        assert!(!Deed::RegisterApp.is_allowed(&holds(USER)));
        assert!(Deed::AssignLicence.is_allowed(&holds(LICENCE)));
        assert!(!Deed::CreateUser.is_allowed(&holds(LICENCE)));
    }

    #[test]
    fn every_part_has_a_key_of_its_own() {
        for group in Group::ALL {
            assert_eq!(Group::from_key(group.key()), Some(group));
        }
        assert_eq!(Group::from_key("x"), None);
    }
}
