//! Lead management for an offer of the commercial marketplace: the rules of article 004, pure (S004-01 to S004-52).

pub mod account;
pub mod article;
pub mod connection;
pub mod hosting;
pub mod licence;
pub mod package;
pub mod reminder;
pub mod rights;
pub mod role;
pub mod secret;

/// The service account's credential: either is followed alone (S004-12).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Credential {
    /// An app registration with a secret: recommended, so it is preset (S004-13).
    #[default]
    Entra,
    /// A licensed user with a password that has to be changed every 90 days (S004-24).
    Office365,
}

impl Credential {
    /// Both, the recommended one first.
    pub const ALL: [Self; 2] = [Self::Entra, Self::Office365];

    /// Its key in addresses, exports and blueprints.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Entra => "entra",
            Self::Office365 => "office365",
        }
    }

    /// By its key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|credential| credential.key() == key)
    }
}
