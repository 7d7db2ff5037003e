//! From authorize request to code: the app, the user, approval.

use super::{Code, Wanted, list, page, value};
use crate::salesforce::World;
use crate::salesforce::store::{flag, text};
use bytes::Bytes;
use http::{HeaderValue, Request, Response};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// Where the login page is sent to.
pub(super) const LOGIN: &str = "/login";
/// Where the approval page is sent to.
pub(super) const APPROVAL: &str = "/setup/secur/RemoteAccessAuthorizationPage.apexp";

/// A redirect to the app with parameters.
fn back(wanted: &Wanted, parameters: &[(&str, &str)]) -> Response<Bytes> {
    let mut all: Vec<(&str, &str)> = parameters.to_vec();
    if let Some(state) = &wanted.state {
        all.push(("state", state));
    }
    let pairs: Vec<String> = all
        .iter()
        .map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC)))
        .collect();
    let mark = if wanted.redirect.contains('?') { '&' } else { '?' };
    let to = format!("{}{mark}{}", wanted.redirect, pairs.join("&"));
    crate::server::respond(302, &[("location", &to), ("cache-control", "no-store")], "")
}

fn refused(wanted: &Wanted, error: &str, description: &str) -> Response<Bytes> {
    back(wanted, &[("error", error), ("error_description", description)])
}

impl World<'_> {
    /// `…/authorize`.
    pub(super) fn authorize(&mut self, request: &Request<Bytes>, pairs: &[(String, String)]) -> Response<Bytes> {
        let get = |name: &str| value(pairs, name);
        let Some(app) = self.app(get("client_id")) else {
            return page::trouble("invalid_client_id", "client identifier invalid");
        };
        let redirects = list(app, "CallbackUrls");
        if !redirects.contains(&get("redirect_uri")) {
            return page::trouble("redirect_uri_mismatch", "redirect_uri must match configuration");
        }
        let allowed = list(app, "Scopes");
        let asked: Vec<&str> = get("scope").split_whitespace().collect();
        let text_or_none = |name: &str| Some(get(name).to_owned()).filter(|text| !text.is_empty());
        let wanted = Wanted {
            app: text(app, "Id").to_owned(),
            redirect: get("redirect_uri").to_owned(),
            // Whoever asks for nothing is asked to approve all the app has.
            scopes: if asked.is_empty() { &allowed } else { &asked }
                .iter()
                .map(|scope| (*scope).to_owned())
                .collect(),
            state: text_or_none("state"),
            challenge: text_or_none("code_challenge"),
        };
        if get("response_type") != "code" {
            return refused(&wanted, "unsupported_response_type", "response type not supported");
        }
        if asked.iter().any(|scope| !allowed.contains(scope)) {
            return refused(&wanted, "invalid_scope", "the requested scope is not allowed");
        }
        if wanted.challenge.is_none() && flag(app, "RequirePkce") {
            return refused(&wanted, "invalid_request", "missing required code challenge");
        }
        if wanted.challenge.is_some() && !matches!(get("code_challenge_method"), "S256") {
            return refused(&wanted, "invalid_request", "invalid code challenge method");
        }
        if flag(app, "Blocked") {
            return refused(&wanted, "OAUTH_APP_BLOCKED", "this app is blocked by admin");
        }
        let name = page::app_name(app);
        let hint = get("login_hint").to_owned();
        let fresh = get("prompt")
            .split(' ')
            .any(|word| matches!(word, "login" | "select_account"));
        let asks = get("prompt").split(' ').any(|word| word == "consent");
        let user = self.org.oauth.browser(request, self.clock).filter(|_| !fresh);
        let flow = self.mint.handle();
        self.org.oauth.flows.insert(flow.clone(), wanted);
        match user {
            Some(user) => self.next(&flow, &user, asks),
            None => {
                let people = self.offered();
                page::people(&flow, &name, &people, &hint)
            }
        }
    }

    /// Users the login page offers: sign-in name and name; anybody else is written.
    fn offered(&self) -> Vec<(String, String)> {
        let active = self.org.records.all("User").filter(|user| flag(user, "IsActive"));
        let named = active.filter(|user| text(user, "Username").ends_with("@contoso.com"));
        let mut people: Vec<(String, String)> = named
            .map(|user| (text(user, "Username").to_owned(), text(user, "Name").to_owned()))
            .collect();
        // The administrator first, as who signed in last.
        people.sort_by_key(|(name, _)| (!name.starts_with("admin@"), name.clone()));
        people.truncate(6);
        people
    }

    /// Somebody was picked on the login page.
    pub(super) fn person_chosen(&mut self, form: &[(String, String)]) -> Response<Bytes> {
        let (flow, choice) = (value(form, "flow"), value(form, "choice"));
        if !self.org.oauth.flows.contains_key(flow) {
            return page::trouble("invalid_request", "the sign-in is over");
        }
        let name = if choice == "other" {
            value(form, "username")
        } else {
            choice
        };
        let user = self
            .org
            .records
            .find("User", "Username", name)
            .filter(|user| flag(user, "IsActive"))
            .map(|user| text(user, "Id").to_owned());
        let Some(user) = user else {
            let says = "Please check your username and password. If you still can't log in, contact your Salesforce administrator.";
            return page::wrong(flow, says);
        };
        let cookie = self.open_session(&user);
        let mut response = self.next(flow, &user, false);
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append("set-cookie", value);
        }
        response
    }

    /// What comes after it is known who signs in: a refusal, approval, or the code.
    fn next(&mut self, flow: &str, user: &str, asks: bool) -> Response<Bytes> {
        let Some(wanted) = self.org.oauth.flows.get(flow).cloned() else {
            return page::trouble("invalid_request", "the sign-in is over");
        };
        let Some(app) = self.app_by_id(&wanted.app) else {
            return page::trouble("invalid_client_id", "client identifier invalid");
        };
        let name = page::app_name(app);
        let preapproved = flag(app, "OptionsAllowAdminApprovedUsersOnly")
            || text(app, "PermittedUsers") == "AdminApprovedPreAuthorized";
        if preapproved && !self.granted(&wanted.app, user) {
            self.org.oauth.flows.remove(flow);
            let says = "user is not admin approved to access this app";
            return refused(&wanted, "OAUTH_APP_ACCESS_DENIED", says);
        }
        let approved = self.org.oauth.approved.contains(&(user.to_owned(), wanted.app.clone()));
        if preapproved || (approved && !asks) {
            return self.code(flow, user);
        }
        let person = self.org.records.get("User", user);
        page::approval(
            flow,
            &name,
            person.map_or("", |row| text(row, "Username")),
            &wanted.scopes,
        )
    }

    /// Whether a set of the user grants an app.
    fn granted(&self, app: &str, user: &str) -> bool {
        let records = &self.org.records;
        crate::salesforce::rights::sets_of(records, user, self.clock).any(|set| {
            records
                .all("SetupEntityAccess")
                .any(|row| text(row, "ParentId") == set && text(row, "SetupEntityId") == app)
        })
    }

    /// The approval page was answered.
    pub(super) fn approval_decided(&mut self, request: &Request<Bytes>, form: &[(String, String)]) -> Response<Bytes> {
        let flow = value(form, "flow");
        let user = self.org.oauth.browser(request, self.clock);
        let (Some(wanted), Some(user)) = (self.org.oauth.flows.get(flow).cloned(), user) else {
            return page::trouble("invalid_request", "the sign-in is over");
        };
        if value(form, "choice") != "allow" {
            self.org.oauth.flows.remove(flow);
            return refused(&wanted, "access_denied", "end-user denied authorization");
        }
        self.org.oauth.approved.insert((user.clone(), wanted.app));
        self.code(flow, &user)
    }

    fn code(&mut self, flow: &str, user: &str) -> Response<Bytes> {
        let Some(wanted) = self.org.oauth.flows.remove(flow) else {
            return page::trouble("invalid_request", "the sign-in is over");
        };
        let code = self.mint.prefixed("code", "aPrx");
        let response = back(&wanted, &[("code", &code)]);
        let at = self.clock.now();
        let made = Code {
            wanted,
            user: user.to_owned(),
            at,
            spent: false,
        };
        self.org.oauth.codes.insert(code, made);
        response
    }
}
