//! What the interface asks of the world; the browser implements it, component tests fake it.

use std::rc::Rc;

use crate::http::{LocalFuture, Millis, Response, TransportError};
use crate::plan::drive::JournalStore;
use crate::plan::grants::WriteGrant;
use crate::plan::model::{PageAct, Service};
use crate::portal::Page;
pub use crate::portal::PageContext;
use crate::services::Transport;
use crate::services::entra::session::SignedIn;
use crate::services::entra::{Scope, SignInError};
use crate::services::patience::Sleep;
use crate::services::salesforce::sign_in::{
    Client as SalesforceClient, SalesforceSignInError, SignedIn as SignedInToSalesforce,
};
use crate::words::Language;

/// Where the panel runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Surface {
    /// Docked into an org page (Chromium).
    Dock,
    /// The browser's side panel or sidebar.
    SidePanel,
    /// A tab of its own.
    Tab,
}

/// Whether a control may act now (click-jacking defence): only if the extension itself put the panel there, and the
/// control has been visible for long enough before a trusted event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MayAct {
    /// It may.
    Yes,
    /// It does nothing: it has not been in sight for long enough, so the next click counts; or a script pressed it.
    NotYet,
    /// It may not, as it is covered, or in a frame or tab the extension did not open: go on in a tab of its own.
    OpenInTab,
}

/// What the world offers a panel.
pub trait Backend: Sleep {
    /// Where the panel runs.
    fn surface(&self) -> Surface;
    /// Whether the extension itself put the panel there. One that a page opened, by its address, only shows.
    fn is_introduced(&self) -> bool;
    /// Requests to the org, carried by its page with the admin's own sign-in.
    fn org(&self) -> Rc<dyn Transport>;
    /// The hosts of the organizations that tabs show, for a panel that is bound to none yet: its [`Backend::org`] has no
    /// host. If there is one, it is bound to that.
    fn find_organizations(&self) -> LocalFuture<'_, Vec<String>>;
    /// Binds such a panel to one of them, for as long as it lives.
    fn take_organization(&self, host: &str) -> LocalFuture<'_, ()>;
    /// Requests to a service with the admin's own sign-in: the organization's as [`Backend::org`], a cloud service's
    /// with a token. Nobody signed in, or not for this, is [`TransportError::Redirected`].
    fn cloud(&self, service: Service) -> Rc<dyn Transport>;
    /// The environment whose Dataverse [`Service::Environment`] is from now on, by its host; `false` for a host that is
    /// none of the organization's cloud, of which nothing is asked.
    fn know_environment(&self, host: &str) -> bool;
    /// Lets exactly these requests to a cloud service through; replaces any earlier grant. Empty revokes.
    fn grant_cloud(&self, service: Service, writes: Vec<WriteGrant>);
    /// Who is signed in for these permissions, without asking anybody; of no permissions, who is signed in at all.
    fn signed_in_as(&self, wanted: Vec<Scope>) -> LocalFuture<'_, Result<SignedIn, SignInError>>;
    /// Signs in for these, with a window where one is needed: only from a click. `choose` asks which account.
    fn sign_in(&self, wanted: Vec<Scope>, choose: bool) -> LocalFuture<'_, Result<SignedIn, SignInError>>;
    /// The external client app Latchkey signs in to Salesforce with, if one is set.
    fn salesforce_client(&self) -> LocalFuture<'_, Option<SalesforceClient>>;
    /// Sets it, and forgets who was signed in with another. Whether it was kept.
    fn set_salesforce_client(&self, client: &SalesforceClient) -> LocalFuture<'_, bool>;
    /// Who is signed in to Salesforce, without asking anybody.
    fn signed_in_to_salesforce(&self) -> LocalFuture<'_, Result<SignedInToSalesforce, SalesforceSignInError>>;
    /// Signs in to Salesforce with a window: only from a click. `choose` asks who.
    fn sign_in_to_salesforce(
        &self,
        choose: bool,
    ) -> LocalFuture<'_, Result<SignedInToSalesforce, SalesforceSignInError>>;
    /// Forgets who is signed in to Salesforce.
    fn forget_salesforce(&self) -> LocalFuture<'_, ()>;
    /// What was remembered under this name, if anything: nothing secret.
    fn recall(&self, name: &str) -> LocalFuture<'_, Option<serde_json::Value>>;
    /// Remembers it in this browser, instead of what was there; a panel a page may have opened remembers nothing.
    fn remember(&self, name: &str, value: &serde_json::Value);
    /// Forgets all that was remembered; whether it could.
    fn forget_remembered(&self) -> LocalFuture<'_, bool>;
    /// Forgets every sign-in of this browser.
    fn forget_sign_in(&self) -> LocalFuture<'_, ()>;
    /// The application (client) id Latchkey signs in with, if one is set.
    fn client_id(&self) -> LocalFuture<'_, Option<String>>;
    /// Sets it, and forgets what was signed in with another. Whether it was kept.
    fn set_client_id(&self, client_id: &str) -> LocalFuture<'_, bool>;
    /// The address Entra sends this browser back to.
    fn redirect_address(&self) -> String;
    /// Puts a text into the clipboard; whether it is there.
    fn copy(&self, text: &str) -> LocalFuture<'static, bool>;
    /// The route the panel was opened at, such as `#/disconnect-rights/incident`; empty is the overview.
    fn route(&self) -> String;
    /// Calls `listener` whenever an open panel is asked for another route, such as by another injected button.
    fn on_route(&self, listener: Box<dyn Fn(String)>);
    /// The portal page beside the panel.
    fn page(&self) -> LocalFuture<'_, Result<PageContext, TransportError>>;
    /// Reads the one thing a locator finds on its page ([`crate::portal::Locator::read`]), in whichever tab shows that:
    /// the organization's, or the one of a portal, whose answer says on which `host` it was read.
    /// [`TransportError::NoPage`] says what to open.
    fn page_read(&self, locator: &str) -> LocalFuture<'_, Result<serde_json::Value, TransportError>>;
    /// Does what was granted with a control of its page, and reads it back; `{"there":false}` where that took it away.
    fn page_press(&self, locator: &str, act: &PageAct) -> LocalFuture<'_, Result<serde_json::Value, TransportError>>;
    /// Lets exactly these requests to the organization, and these acts on pages, through the ports of their tabs;
    /// replaces any earlier grant. Empty revokes.
    fn grant(
        &self,
        writes: Vec<WriteGrant>,
        presses: Vec<(String, PageAct)>,
    ) -> LocalFuture<'_, Result<(), TransportError>>;
    /// Binds the plan that is granted next to the portals' tabs that were known when it was made, as far as their pages do
    /// not tell whose they are ([`Page::tells_whose`]): another tab may be another tenant's. Without a time to those known
    /// now, or found first. Holds until [`Backend::unbind_pages`].
    fn bind_pages(&self, made_at: Option<Millis>);
    /// The plan is over: whatever tab shows a portal may be read again.
    fn unbind_pages(&self);
    /// Whether the browser lets Latchkey see this host, such as `contoso.brightpattern.com`.
    fn may_reach(&self, host: &str) -> LocalFuture<'_, bool>;
    /// Asks the browser, and it the admin, for a host. Has to be called while a click still counts.
    fn ask_for(&self, host: &str) -> LocalFuture<'static, bool>;
    /// Opens a portal in a tab of its own: a host, or what of an address begins with one.
    fn open_page(&self, host: &str);
    /// What the organization answers to a request without any sign-in: its challenge.
    fn challenge(&self) -> LocalFuture<'_, Result<Response, TransportError>>;
    /// The host of the tab that shows a portal; `None` where none does, or none may be seen.
    fn portal_host(&self, page: Page) -> LocalFuture<'_, Option<String>>;
    /// The hosts of the frames in sight on the page of a portal, the largest first; `None` where no tab shows it, or none may
    /// be seen.
    fn frames(&self, page: Page) -> LocalFuture<'_, Option<Vec<String>>>;
    /// Highlights a locator on its page, or removes the highlight.
    fn highlight(&self, locator: Option<&str>);
    /// The journal, written by the single writer.
    fn journal(&self) -> Rc<dyn JournalStore>;
    /// The time.
    fn now(&self) -> Millis;
    /// A new random GUID in lower case.
    fn new_guid(&self) -> String;
    /// The languages to choose from, best first: the admin's choice, the portal's, the browser's.
    fn languages(&self) -> Vec<String>;
    /// The message file of a language, as shipped; `None` if it cannot be read.
    fn messages(&self, language: Language) -> LocalFuture<'_, Option<String>>;
    /// Remembers the admin's choice of language.
    fn choose_language(&self, language: &str);
    /// A date and time in the reader's language (`Intl`).
    fn format_time(&self, language: &str, at: Millis) -> String;
    /// A day in the reader's language (`Intl`), of the moment at its beginning (UTC).
    fn format_day(&self, language: &str, at: Millis) -> String;
    /// A number in the reader's language (`Intl`).
    fn format_number(&self, language: &str, number: i64) -> String;
    /// Offers a file to save.
    fn download(&self, name: &str, media_type: &str, content: &str);
    /// Asks whether a control may act; see [`MayAct`]. `control` is the element's id, `trusted` whether the event that
    /// pressed it came from a person (`Event.isTrusted`) and not from a script.
    fn may_act(&self, control: &str, trusted: bool) -> MayAct;
    /// Starts watching the visibility of a control that acts, by element id.
    fn watch_control(&self, control: &str);
    /// Opens the panel in a tab at a route such as `#/plan`.
    fn open_in_tab(&self, route: &str);
    /// Closes the dock.
    fn close(&self);
    /// Hosts and permissions held now: (host or permission, whether it can be removed).
    fn permissions(&self) -> LocalFuture<'_, Vec<(String, bool)>>;
    /// Gives back an optional permission.
    fn remove_permission(&self, permission: &str) -> LocalFuture<'_, bool>;
}
