//! Setup: the Lightning shell, and the classic pages it frames from another host, server-made, with forms that post
//! back and the browser's own session.
//!
//! ```text
//! shell.rs    the shell's document, its hosts, what it frames
//! classic.rs  connected apps: list, policies, form
//! usage.rs    OAuth usage; Install, Block, Unblock
//! policies.rs an app's policies, as the form shows and changes them
//! words.rs    what the pages say, in four languages
//! ```
//!
//! Public are the nodes' names, the shell's and the classic pages' marks (classes, `name`s of buttons), the pages of an
//! app and of Install, and the labels; ids of fields, their values, the page of the list and of OAuth usage are made up.

mod classic;
mod policies;
mod shell;
mod usage;
mod words;

use super::store::{flag, text};
use super::{World, id};
use crate::odata::url;
use crate::server::respond;
use bytes::Bytes;
use http::{HeaderValue, Request, Response};
use words::Words;

/// Hosts of the shell: Lightning's, and Setup's own.
pub const HOSTS: [&str; 2] = ["contoso.lightning.force.com", "contoso.my.salesforce-setup.com"];

/// A request for a page of Setup, and who it is for.
struct Visit<'a> {
    method: &'a str,
    path: &'a str,
    query: Vec<(String, String)>,
    form: Vec<(String, String)>,
    /// Port the client named, with its colon.
    port: &'a str,
    /// Host without the port.
    name: &'a str,
    /// Id of the user.
    user: String,
    words: &'static Words,
    locale: &'static str,
    /// Whether the classic pages come from Setup's own host.
    framed_from_setup: bool,
    /// Whether the form's values are words or numbers.
    numbered: bool,
}

impl Visit<'_> {
    fn pair(&self, name: &str) -> &str {
        let pair = self.query.iter().find(|(key, _)| key == name);
        pair.map_or("", |(_, value)| value.as_str())
    }

    fn field(&self, name: &str) -> &str {
        let pair = self.form.iter().find(|(key, _)| key == name);
        pair.map_or("", |(_, value)| value.as_str())
    }
}

fn redirect(to: &str) -> Response<Bytes> {
    respond(302, &[("location", to), ("cache-control", "no-store")], "")
}

impl World<'_> {
    /// A page of Setup; `answers` tells the chosen answer of a dialect. Whoever has no session yet is the administrator,
    /// or whom `?as=` names, as on the organization's pages.
    pub fn setup(
        &mut self,
        request: &Request<Bytes>,
        host: &str,
        answers: &dyn Fn(&str) -> String,
    ) -> Option<Response<Bytes>> {
        let (name, port) = host.find(':').map_or((host, ""), |at| host.split_at(at));
        let query = url::pairs(request.uri().query().unwrap_or_default());
        let named = query
            .iter()
            .find(|(key, _)| key == "as")
            .map(|(_, value)| value.as_str());
        let held = self.org.oauth.browser(request, self.clock).filter(|_| named.is_none());
        let (user, cookie) = match held {
            Some(user) => (user, None),
            None => {
                let person = self
                    .org
                    .person(named.unwrap_or(crate::dataverse::cast::GLOBAL_ADMINISTRATOR));
                let user = person
                    .filter(|row| flag(row, "IsActive"))
                    .map(|row| text(row, "Id").to_owned())?;
                let cookie = self.open_session(&user);
                (user, Some(cookie))
            }
        };
        let person = self.org.records.get("User", &user);
        let (locale, words) = words::of(person.map_or("", |row| text(row, "LanguageLocaleKey")));
        let visit = Visit {
            method: request.method().as_str(),
            path: request.uri().path(),
            query,
            form: url::pairs(&String::from_utf8_lossy(request.body())),
            port,
            name,
            user,
            words,
            locale,
            framed_from_setup: answers("classicframe") == "setup",
            numbered: answers("optionvalues") == "numbers",
        };
        let mut response = match shell::respond(&visit) {
            Some(response) => response,
            None => self.classic(&visit)?,
        };
        if let Some(cookie) = cookie.and_then(|cookie| HeaderValue::from_str(&cookie).ok()) {
            response.headers_mut().append("set-cookie", cookie);
        }
        Some(response)
    }

    /// Whether a form came from a page of this user's.
    fn confirmed(&self, visit: &Visit<'_>) -> bool {
        let token = visit.field(CONFIRMATION);
        self.org.confirmations.contains(&(visit.user.clone(), token.to_owned()))
    }

    /// The field that shows a form came from a page of this user's.
    fn confirmation(&mut self, visit: &Visit<'_>) -> String {
        let token = self.mint.handle();
        let field = format!("<input type=\"hidden\" name=\"{CONFIRMATION}\" value=\"{token}\">");
        self.org.confirmations.insert((visit.user.clone(), token));
        field
    }

    /// A record's own page, for links into Setup.
    fn record(&self, visit: &Visit<'_>) -> Option<(String, String)> {
        let id = id::parse(visit.path.trim_matches('/'))?;
        let object = self.org.schema.by_prefix(&id)?;
        let row = self.org.records.get(object.name, &id)?;
        let name = ["Label", "MasterLabel", "Name"]
            .iter()
            .map(|field| text(row, field))
            .find(|name| !name.is_empty());
        Some((object.name.to_owned(), name.unwrap_or_default().to_owned()))
    }
}

/// Name of the field that guards a form.
const CONFIRMATION: &str = "_CONFIRMATIONTOKEN";
