//! Security roles, teams and users, and who holds a privilege through which of them.

use super::privilege::Depth;

/// A security role: its root copy, the one whose privileges are edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// `roleid` of the root copy (`parentrootroleid` of every copy).
    pub id: String,
    /// `name`.
    pub name: String,
    /// `roletemplateid`, if it is a role of the product.
    pub template_id: Option<String>,
    /// `ismanaged`.
    pub managed: bool,
    /// `iscustomizable.Value`; a role that is not cannot be changed.
    pub customizable: bool,
    /// Whether the product gives this role the right by default (S003-61 to S003-66).
    pub default: Option<DefaultRole>,
    /// The depth at which it holds the privilege now, or `None`.
    pub depth: Option<Depth>,
}

/// The roles that may disconnect by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DefaultRole {
    /// System Administrator (S003-61); always holds every privilege, cannot be changed.
    SystemAdministrator,
    /// CSR Manager, also called Customer Service Manager (S003-62).
    CsrManager,
    /// Customer Service Representative (S003-63).
    CustomerServiceRepresentative,
    /// Omnichannel administrator (S003-64).
    OmnichannelAdministrator,
    /// Omnichannel supervisor (S003-65).
    OmnichannelSupervisor,
    /// Omnichannel agent (S003-66).
    OmnichannelAgent,
}

impl Role {
    /// Whether members of this role may disconnect on every record: it holds the privilege at any depth, or it is
    /// System Administrator, which always holds every privilege (S003-60, S003-61).
    pub fn gives_right(&self) -> bool {
        self.depth.is_some() || self.default == Some(DefaultRole::SystemAdministrator)
    }

    /// Whether its privileges may be changed at all.
    pub fn is_changeable(&self) -> bool {
        self.customizable && self.default != Some(DefaultRole::SystemAdministrator)
    }
}

impl DefaultRole {
    /// All of them, in the order of the rules.
    pub const ALL: [Self; 6] = [
        Self::SystemAdministrator,
        Self::CsrManager,
        Self::CustomerServiceRepresentative,
        Self::OmnichannelAdministrator,
        Self::OmnichannelSupervisor,
        Self::OmnichannelAgent,
    ];

    /// `roletemplateid`, where it is proven; the other roles are recognised by [`Self::names`].
    ///
    /// Source: recorded answer of `roles` of a real organization for System Administrator. The template ids of the
    /// other roles stand in no source that was found, so none is guessed.
    pub const fn template_id(self) -> Option<&'static str> {
        match self {
            Self::SystemAdministrator => Some("627090ff-40a3-4053-8790-584edc5be201"),
            _ => None,
        }
    }

    /// The names it goes by. English and French as the article prints them (S003-61 to S003-66), Japanese as other
    /// articles of the product print them; Danish is unproven.
    pub const fn names(self) -> &'static [&'static str] {
        match self {
            Self::SystemAdministrator => &["System Administrator", "Administrateur système", "システム管理者"],
            Self::CsrManager => &[
                "CSR Manager",
                "Customer Service Manager",
                "Directeur du service clientèle",
                "Kundeservicechef",
                "CSR マネージャー",
            ],
            Self::CustomerServiceRepresentative => &[
                "Customer Service Representative",
                "Conseiller du service clientèle",
                "Représentant du service clientèle",
                "Kundeservicemedarbejder",
                "顧客サービス代表",
                "顧客サービス担当者",
            ],
            Self::OmnichannelAdministrator => &[
                "Omnichannel administrator",
                "OC administrator",
                "Administrateur OC",
                "Administrateur omnicanal",
                "Omnikanaladministrator",
                "オムニチャネル管理者",
            ],
            Self::OmnichannelSupervisor => &[
                "Omnichannel supervisor",
                "OC supervisor",
                "Superviseur OC",
                "Superviseur omnicanal",
                "Omnikanalsupervisor",
                "オムニチャネル スーパーバイザー",
            ],
            Self::OmnichannelAgent => &[
                "Omnichannel agent",
                "OC agent",
                "Agent CO",
                "Agent OC",
                "Agent omnicanal",
                "Omnikanalagent",
                "オムニチャネル エージェント",
            ],
        }
    }

    /// Which default role this is, by template id or by one of its names, whatever case or spacing.
    pub fn find(name: &str, template_id: Option<&str>) -> Option<Self> {
        let wanted = folded(name);
        Self::ALL.into_iter().find(|role| {
            let by_template = template_id
                .zip(role.template_id())
                .is_some_and(|(given, known)| given.eq_ignore_ascii_case(known));
            by_template || role.names().iter().any(|known| folded(known) == wanted)
        })
    }
}

/// Lower case and without any white space, so that `オムニチャネル エージェント` equals `オムニチャネルエージェント`.
fn folded(name: &str) -> String {
    name.chars()
        .filter(|character| !character.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}

/// An enabled person (neither disabled nor an application user).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// `systemuserid`.
    pub id: String,
    /// `fullname`.
    pub name: String,
    /// `domainname`.
    pub upn: String,
    /// `title`, if any.
    pub title: Option<String>,
    /// Name of the business unit.
    pub business_unit: String,
}

/// One way in which a user holds the privilege.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Grant {
    /// Root id of the role that gives it.
    pub role_id: String,
    /// Name of the role.
    pub role: String,
    /// The team through which the role comes, or `None` if it is assigned directly.
    pub team: Option<String>,
}

/// A user holding the privilege, with every way it comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// `systemuserid`.
    pub user_id: String,
    /// Never empty; ordered.
    pub grants: Vec<Grant>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s003_61_system_administrator_is_found_by_template_in_any_language() {
        let template = Some("627090FF-40A3-4053-8790-584EDC5BE201");
        assert_eq!(
            DefaultRole::find("Järjestelmänvalvoja", template),
            Some(DefaultRole::SystemAdministrator)
        );
        assert_eq!(DefaultRole::find("Järjestelmänvalvoja", None), None);
    }

    #[test]
    fn s003_62_to_66_default_roles_are_found_by_any_of_their_names() {
        for (name, role) in [
            ("CSR Manager", DefaultRole::CsrManager),
            ("customer service  manager", DefaultRole::CsrManager),
            ("Directeur du service clientèle", DefaultRole::CsrManager),
            (
                "Conseiller du service clientèle",
                DefaultRole::CustomerServiceRepresentative,
            ),
            ("OMNICHANNEL ADMINISTRATOR", DefaultRole::OmnichannelAdministrator),
            ("Superviseur OC", DefaultRole::OmnichannelSupervisor),
            ("オムニチャネルエージェント", DefaultRole::OmnichannelAgent),
        ] {
            assert_eq!(DefaultRole::find(name, None), Some(role), "{name}");
        }
    }

    #[test]
    fn no_name_stands_for_two_default_roles_and_other_roles_are_none() {
        let mut seen = std::collections::BTreeSet::new();
        for role in DefaultRole::ALL {
            for name in role.names() {
                assert!(seen.insert(folded(name)), "{name}");
            }
        }
        assert_eq!(DefaultRole::find("Salesperson", None), None);
        assert_eq!(DefaultRole::find("Customer Service Representative 2", None), None);
    }
}
