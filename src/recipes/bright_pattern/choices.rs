//! What the admin wants the account to be. No secret is in it: where that comes from, not what it is.

use super::app::App;
use super::observed::Observed;
use crate::domain::integration_account::{client_id, named};
use crate::json::{self, FromJson, ToJson, choice, record};

/// Where the client secret comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SecretFrom {
    /// The admin has one and types it while the plan runs.
    #[default]
    Typed,
    /// Graph makes one while the plan runs, and it goes into the field and nowhere else.
    Made,
}

choice!(SecretFrom {
    Typed = "typed",
    Made = "made",
});

/// The wanted account.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// Its name.
    pub name: String,
    /// Whether it becomes the default of its type.
    pub is_default: bool,
    /// Application (client) id of the registered app.
    pub client_id: String,
    /// Where the secret comes from.
    pub secret: SecretFrom,
    /// Whether the registered app is to get what it lacks by Graph.
    pub prepare_app: bool,
}

record!(Choices { name, is_default as "default", client_id as "clientId", secret, prepare_app as "prepareApp" });

/// Why a name cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameTrouble {
    /// There is none.
    Empty,
    /// Another account has it (S002-06).
    Taken,
}

impl Choices {
    /// Whether nothing was entered yet.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The client id as it is filled in; `None` for what is no GUID (S002-12).
    pub fn client_id(&self) -> Option<String> {
        client_id(&self.client_id)
    }

    /// Checks the name against the accounts there are.
    ///
    /// # Errors
    /// [`NameTrouble`].
    pub fn check_name(&self, observed: &Observed) -> Result<(), NameTrouble> {
        if self.name.trim().is_empty() {
            return Err(NameTrouble::Empty);
        }
        let accounts = observed.shown().and_then(|shown| shown.accounts.value());
        match accounts.and_then(|accounts| named(accounts, &self.name)) {
            Some(_) => Err(NameTrouble::Taken),
            None => Ok(()),
        }
    }

    /// The app as it was read for this client id.
    pub fn app<'a>(&self, observed: &'a Observed) -> Option<&'a App> {
        let wanted = self.client_id()?;
        observed.app.as_ref().filter(|app| app.client_id == wanted)
    }

    /// As an address carries them.
    pub fn packed(&self) -> Vec<u8> {
        json::text(&self.to_json()).into_bytes()
    }

    /// From an address, which is outside text; `None` if it is not understood. What is too long for a name is.
    pub fn unpacked(packed: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(packed).ok()?;
        let choices = Self::from_json(&json::parse(text).ok()?).ok()?;
        (choices.name.chars().count() <= 200 && choices.client_id.len() <= 100).then_some(choices)
    }
}
