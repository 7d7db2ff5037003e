//! What was read of the connection.

use super::settings_page::SettingsPage;
use crate::domain::organization::{Organization, SignedInUser};
use crate::domain::reading::Reading;
use crate::domain::salesforce::access::HeldSet;
use crate::domain::salesforce::connection::{Components, State};
use crate::domain::salesforce::drift::{Drift, Seen};
use crate::domain::salesforce::names::fits;
use crate::domain::salesforce::proof::Proof;
use crate::http::Millis;
use crate::portal::sales_settings as at;
use crate::text::Text;

/// Everything read at one time.
#[derive(Debug, Clone, PartialEq)]
pub struct Observed {
    /// The Salesforce organization.
    pub organization: Organization,
    /// Who is signed in to it.
    pub admin: SignedInUser,
    /// The URL that names organization and user, if Salesforce told it.
    pub identity: Option<String>,
    /// When it was read.
    pub read_at: Millis,
    /// Requests it took.
    pub requests: u32,
    /// What Salesforce has of the connection.
    pub components: Reading<Components>,
    /// Why apps of one kind, or of both, could not be read.
    pub apps_unread: Vec<Text>,
    /// What the one integration user holds; none if there is not exactly one.
    pub sets: Vec<HeldSet>,
    /// That, held against the article; `None` if there is not exactly one integration user.
    pub proof: Option<Reading<Proof>>,
    /// How it was when it was last looked at in this browser.
    pub seen: Option<Seen>,
    /// The Sales agent's settings page, as far as it can be seen.
    pub page: SettingsPage,
}

impl Observed {
    /// How the connection stands, by Salesforce and by this tenant's own settings page; `None` if that could not be read.
    pub fn state(&self) -> Option<State> {
        Some(self.components.value()?.state(self.access()))
    }

    /// How access stands on the settings page, if it is in sight and saved.
    fn access(&self) -> Option<bool> {
        let shown = self.page.shown()?;
        shown.access.filter(|_| !shown.has(at::UNSAVED))
    }

    /// Whether nothing but the settings page speaks for a second tenant: it says that access is off (S000-13).
    pub fn is_off_on_page(&self) -> bool {
        let components = self.components.value();
        let is_off = components.is_some_and(|parts| parts.state(None) != State::SecondTenant);
        is_off && self.state() == Some(State::SecondTenant)
    }

    /// Whether the settings page is about another Salesforce organization: it names a connection, and this organization
    /// has none, or one of other names. That it names the same tells nothing: they are the same in every organization.
    pub fn is_elsewhere(&self) -> bool {
        let (Some(shown), Some(parts)) = (self.page.shown(), self.components.value()) else {
            return false;
        };
        let Some(details) = shown.details.as_deref().filter(|details| !details.trim().is_empty()) else {
            return false;
        };
        if matches!(parts.state(None), State::None | State::Unclear) && !parts.has_user() {
            return shown.access == Some(true) || fits(details);
        }
        let app = parts.apps.as_ref().and_then(|apps| apps.first());
        let named = app
            .zip(parts.user())
            .map(|(app, user)| shown.names(&app.name, &user.name));
        named == Some(Some(false))
    }

    /// Whether the settings page has access turned on, where Salesforce shows no connection: it is being made, or was not
    /// made, or the page is about another organization.
    pub fn is_on_unmade(&self) -> bool {
        self.access() == Some(true) && self.state() == Some(State::None)
    }

    /// Whether the page itself says so, with what went wrong (S000-21).
    pub fn has_failed(&self) -> bool {
        self.is_on_unmade() && self.page.shown().is_some_and(|shown| !shown.alerts.is_empty())
    }

    /// As it is now, to be kept; `None` if there is no connection that was read whole.
    pub fn now(&self) -> Option<Seen> {
        // Without the apps it would be another connection the next time they are read.
        self.components.value()?.apps.as_ref()?;
        let proof = self.proof.as_ref().filter(|proof| proof.is_complete())?.value()?;
        Some(Seen::now(self.components.value()?, proof, self.read_at))
    }

    /// What has changed since it was last looked at; `None` if it was not, or cannot be told.
    pub fn drift(&self) -> Option<Drift> {
        Some(self.seen.as_ref()?.drift(&self.now()?))
    }
}
