//! A Dataverse organization and the user signed in to it.

use crate::json::{choice, record};
use crate::text::Text;

/// What kind of environment this is. An unknown kind counts as production.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EnvironmentKind {
    /// Production.
    Production,
    /// A sandbox.
    Sandbox,
    /// A trial.
    Trial,
    /// A developer environment.
    Developer,
    /// The service did not tell.
    Unknown,
}

choice!(EnvironmentKind {
    Production = "production",
    Sandbox = "sandbox",
    Trial = "trial",
    Developer = "developer",
    Unknown = "unknown",
});

impl EnvironmentKind {
    /// Whether the environment's name must be typed before anything is written.
    pub const fn counts_as_production(self) -> bool {
        matches!(self, Self::Production | Self::Unknown)
    }

    /// In words.
    pub const fn name(self) -> Text {
        Text::new(match self {
            Self::Production => "kind-production",
            Self::Sandbox => "kind-sandbox",
            Self::Trial => "kind-trial",
            Self::Developer => "kind-developer",
            Self::Unknown => "kind-unknown",
        })
    }
}

/// The organization behind a host, from `RetrieveCurrentOrganization` and `WhoAmI`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// `OrganizationId`.
    pub id: String,
    /// `FriendlyName`: what the admin knows it by, and types before writing to production.
    pub name: String,
    /// The host, such as `contoso.crm4.dynamics.com`.
    pub host: String,
    /// `EnvironmentId`, if told.
    pub environment_id: Option<String>,
    /// `TenantId`, if told.
    pub tenant_id: Option<String>,
    /// The kind.
    pub kind: EnvironmentKind,
    /// `OrganizationVersion`, such as `9.2.24101.00184`.
    pub version: Option<String>,
}

/// The signed-in user, from `WhoAmI` and their `systemuser` row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedInUser {
    /// `systemuserid`.
    pub id: String,
    /// `fullname`.
    pub name: String,
    /// `domainname`, the user principal name.
    pub upn: String,
}

record!(SignedInUser { id, name, upn });

impl SignedInUser {
    /// Whether the name a portal's header shows can be this user's: no for a name that is surely another's.
    ///
    /// The header shows the Entra display name, which may be written in another order, with an addition, or in another
    /// script than Dataverse's `fullname`. One shared word is enough; names in different scripts cannot be compared.
    pub fn may_be_shown_as(&self, shown: &str) -> bool {
        if shown.contains('@') {
            return shown.trim().eq_ignore_ascii_case(&self.upn);
        }
        let own = words(&self.name).chain(words(self.upn.split('@').next().unwrap_or_default()));
        let own: Vec<String> = own.collect();
        let shown: Vec<String> = words(shown).collect();
        let latin = |all: &[String]| {
            all.iter()
                .any(|word| word.chars().any(|letter| letter.is_ascii_alphabetic()))
        };
        shown.is_empty() || latin(&own) != latin(&shown) || shown.iter().any(|word| own.contains(word))
    }
}

fn words(name: &str) -> impl Iterator<Item = String> {
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| word.chars().count() > 1).map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::SignedInUser;

    fn alex() -> SignedInUser {
        SignedInUser {
            id: "1".into(),
            name: "Alex Hartmann".into(),
            upn: "admin@contoso.com".into(),
        }
    }

    #[test]
    fn a_name_in_another_order_with_an_addition_or_as_the_upn_is_the_same_user() {
        for shown in [
            "Alex Hartmann",
            "HARTMANN, Alex (IT)",
            "Admin",
            "ADMIN@contoso.com",
            "",
            "渡辺健二",
        ] {
            assert!(alex().may_be_shown_as(shown), "{shown}");
        }
    }

    #[test]
    fn a_name_with_no_word_in_common_or_another_upn_is_another_user() {
        for shown in ["Somebody Else", "Ingrid Solheim", "agent@contoso.com"] {
            assert!(!alex().may_be_shown_as(shown), "{shown}");
        }
    }
}
