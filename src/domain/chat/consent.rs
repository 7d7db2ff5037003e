//! What the app behind Teams chat may do with Teams data once the tenant has consented, and for what (S003-08 to
//! S003-13).
//!
//! Which application holds the grant is not published, and a written setting does not give consent. Microsoft Graph tells,
//! to who is signed in to it, which applications hold a permission for the whole organization; whose grant Dynamics 365
//! uses stays unproven, so nothing here is ever "given".

use crate::domain::reading::Reading;

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

/// An application that holds at least one of the five for the whole organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Object id of its service principal.
    pub id: String,
    /// The service principal's display name, where it could be read.
    pub name: Option<String>,
    /// Which of the five, in the order of the article.
    pub holds: Vec<Permission>,
}

/// What is known about a permission's consent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Consent<'a> {
    /// Nothing: it takes a sign-in to Microsoft Graph to know.
    NeedsSignIn,
    /// Nothing: it could not be read.
    Unreadable,
    /// Consented to for the whole organization, and held by these. That Dynamics 365 uses one of them is unproven.
    HeldBy(Vec<&'a str>),
    /// None of what could be read holds it; not everything could be.
    NotAmongRead,
    /// No application holds it for the whole organization.
    HeldByNone,
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

    /// What is known about its consent; `None` as long as nobody is signed in to Microsoft Graph.
    pub fn consent(self, holders: Option<&Reading<Vec<Holder>>>) -> Consent<'_> {
        let Some(reading) = holders else {
            return Consent::NeedsSignIn;
        };
        let Some(read) = reading.value() else {
            return Consent::Unreadable;
        };
        let own = read.iter().filter(|holder| holder.holds.contains(&self));
        let names: Vec<&str> = own.map(Holder::called).collect();
        match (names.is_empty(), reading.is_complete()) {
            (false, _) => Consent::HeldBy(names),
            (true, true) => Consent::HeldByNone,
            (true, false) => Consent::NotAmongRead,
        }
    }
}

impl Holder {
    /// Its name, or its id where it has none that could be read.
    pub fn called(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.id)
    }
}

/// Who holds any of the five, each once. A grant is a service principal's object id and its `scope`: names separated by
/// spaces.
pub fn holders<'a>(grants: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<Holder> {
    let mut holders: Vec<Holder> = Vec::new();
    for (id, scope) in grants {
        let granted = |permission: &Permission| {
            let mut names = scope.split_whitespace();
            names.any(|name| name.eq_ignore_ascii_case(permission.name()))
        };
        let known = holders.iter_mut().find(|holder| holder.id.eq_ignore_ascii_case(id));
        let before = known.as_ref().map_or(&[][..], |holder| &holder.holds);
        let all = Permission::ALL.into_iter();
        let holds: Vec<Permission> = all.filter(|one| before.contains(one) || granted(one)).collect();
        match known {
            Some(holder) => holder.holds = holds,
            None if holds.is_empty() => {}
            None => holders.push(Holder {
                id: id.to_owned(),
                name: None,
                holds,
            }),
        }
    }
    holders
}
