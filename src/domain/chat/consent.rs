//! What the app behind Teams chat may do with Teams data once the tenant has consented, and for what (S003-08 to
//! S003-13).
//!
//! Which application holds the grant is not published, and a written setting does not give consent: whether it is given
//! is known only from Microsoft Graph, which needs a sign-in of its own.

/// A permission of Microsoft Graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// Reads the user's chats and recent messages, for the chat list (S003-09).
    ChatReadWriteAll,
    /// Reads the names of the user's teams and channels (S003-10).
    DirectoryReadAll,
    /// Reads everybody's presence, for the avatars in the chat list (S003-11).
    PresenceReadAll,
    /// Reads users' full names and licences, to suggest people who have Teams (S003-12).
    UserReadAll,
    /// Reads users' photos (S003-13).
    UserReadBasicAll,
}

/// What is known about a permission's consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consent {
    /// Nothing: it takes a sign-in to Microsoft Graph to know. Never shown as given.
    NeedsSignIn,
    /// Given.
    Given,
    /// Not given.
    Missing,
}

impl Permission {
    /// All of them, in the order of the article.
    pub const ALL: [Self; 5] = [
        Self::ChatReadWriteAll,
        Self::DirectoryReadAll,
        Self::PresenceReadAll,
        Self::UserReadAll,
        Self::UserReadBasicAll,
    ];

    /// Its name in Microsoft Graph and in the consent window.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ChatReadWriteAll => "Chat.ReadWrite.All",
            Self::DirectoryReadAll => "Directory.Read.All",
            Self::PresenceReadAll => "Presence.Read.All",
            Self::UserReadAll => "User.Read.All",
            Self::UserReadBasicAll => "User.ReadBasic.All",
        }
    }

    /// What is known about its consent; `granted` are the names consented to, where they could be read.
    pub fn consent(self, granted: Option<&[String]>) -> Consent {
        match granted {
            None => Consent::NeedsSignIn,
            Some(names) if names.iter().any(|name| name == self.name()) => Consent::Given,
            Some(_) => Consent::Missing,
        }
    }
}
