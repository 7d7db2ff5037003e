//! How the connection stands, by what of it Salesforce has: none, connected, partly, or perhaps of two tenants (S000-03,
//! S000-08, S000-11, S000-13).

use super::id::same;
use super::names::Kind;

/// An app of the connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct App {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it is an external client app; connections made before August 2026 have a connected app.
    pub is_external: bool,
}

/// An integration user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its user name.
    pub username: String,
    /// Whether it can sign in. Salesforce deletes no user: what is turned off leaves an inactive one.
    pub is_active: bool,
}

/// A permission set of the connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PermissionSet {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: String,
}

/// What Salesforce has of the connection.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Components {
    /// Apps; `None` if they could not be read.
    pub apps: Option<Vec<App>>,
    /// Users, the inactive ones too.
    pub users: Vec<User>,
    /// Permission sets that fit by label.
    pub sets: Vec<PermissionSet>,
    /// Who is assigned to which of them: user id, permission set id.
    pub assigned: Vec<(String, String)>,
}

/// How it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// There is no connection.
    None,
    /// Everything is there.
    Connected,
    /// Some of it is there.
    Partly {
        /// What is not; a permission set the user does not hold counts as not there.
        missing: Vec<Kind>,
    },
    /// The apps could not be read, and nothing else is missing, or nothing else is there: which of the two cannot be told.
    Unclear,
    /// More of it is there than one tenant makes, or there is one though this tenant's page says that access is off.
    SecondTenant,
}

impl Components {
    /// Whether there is an active integration user: then there is, or was begun, a connection.
    pub fn has_user(&self) -> bool {
        self.active().next().is_some()
    }

    /// The users that can sign in.
    pub fn active(&self) -> impl Iterator<Item = &User> {
        self.users.iter().filter(|user| user.is_active)
    }

    /// The integration user, if there is exactly one.
    pub fn user(&self) -> Option<&User> {
        let mut active = self.active();
        let user = active.next()?;
        active.next().is_none().then_some(user)
    }

    /// The permission set the one integration user holds.
    pub fn set(&self) -> Option<&PermissionSet> {
        let user = self.user()?;
        self.sets.iter().find(|set| self.holds(user, set))
    }

    fn holds(&self, user: &User, set: &PermissionSet) -> bool {
        let is = |(by, of): &(String, String)| same(by, &user.id) && same(of, &set.id);
        self.assigned.iter().any(is)
    }

    /// How many apps there are. One that is listed as connected app and as external client app counts once: whether
    /// Salesforce lists it twice is not published.
    fn app_count(&self) -> usize {
        let apps = self.apps.as_deref().unwrap_or_default();
        let mut external: Vec<&str> = Vec::new();
        for app in apps.iter().filter(|app| app.is_external) {
            external.push(&app.name);
        }
        let mut count = external.len();
        for app in apps.iter().filter(|app| !app.is_external) {
            match external.iter().position(|name| *name == app.name) {
                // Each is the other form of one app only.
                Some(twin) => drop(external.swap_remove(twin)),
                None => count += 1,
            }
        }
        count
    }

    /// How the connection stands. `turned_on` is what this tenant's own page says, where it could be read.
    pub fn state(&self, turned_on: Option<bool>) -> State {
        let (apps, users) = (self.app_count(), self.active().count());
        if apps > 1 || users > 1 {
            return State::SecondTenant;
        }
        if apps == 0 && users == 0 {
            return if self.apps.is_none() {
                State::Unclear
            } else {
                State::None
            };
        }
        if turned_on == Some(false) {
            return State::SecondTenant;
        }
        let mut missing = Vec::new();
        if apps == 0 && self.apps.is_some() {
            missing.push(Kind::App);
        }
        if users == 0 {
            missing.push(Kind::User);
        }
        if self.set().is_none() {
            missing.push(Kind::PermissionSet);
        }
        if missing.is_empty() && self.apps.is_none() {
            State::Unclear
        } else if missing.is_empty() {
            State::Connected
        } else {
            State::Partly { missing }
        }
    }

    /// What a connection that was turned off has left: permission sets, of which the article does not say what becomes,
    /// and inactive users.
    pub fn left(&self) -> Vec<&str> {
        let users = self.users.iter().filter(|user| !user.is_active);
        let users = users.map(|user| user.name.as_str());
        users.chain(self.sets.iter().map(|set| set.label.as_str())).collect()
    }
}
