//! Sign-in to Salesforce: the web server flow with PKCE, its pages, tokens, sessions.
//!
//! ```text
//! sign_in.rs   from authorize request to code: the app, the user, approval
//! token.rs     the token and revocation endpoints, who a token stands for
//! page.rs      the pages
//! ```
//!
//! Sources: Salesforce help "OAuth 2.0 Web Server Flow for Web App Integration", "OAuth 2.0 Authorization Errors",
//! "Revoke OAuth Tokens", "Identity URLs", "The UserInfo Endpoint".

mod page;
mod sign_in;
mod token;

use super::World;
use super::refusal::Refusal;
use super::store::{Row, text};
use crate::clock::Clock;
use crate::odata::url;
use bytes::Bytes;
use http::{Request, Response};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Seconds a code holds (web server flow: 15 minutes).
const CODE_LIFE: i64 = 900;
/// Seconds a session holds (session settings: two hours).
const SESSION_LIFE: i64 = 7200;
/// The cookie of a session.
const COOKIE: &str = "sid";

/// An authorize request that may be answered.
#[derive(Debug, Clone)]
struct Wanted {
    /// Id of the app's record.
    app: String,
    redirect: String,
    scopes: Vec<String>,
    state: Option<String>,
    challenge: Option<String>,
}

/// A code not yet redeemed.
#[derive(Debug, Clone)]
struct Code {
    wanted: Wanted,
    user: String,
    at: i64,
    spent: bool,
}

/// A session of a browser or of an app.
#[derive(Debug, Clone)]
struct Session {
    user: String,
    /// The app's scopes; none for a browser's own session, which may do everything.
    scopes: Option<Vec<String>>,
    until: i64,
    /// The refresh token it came with.
    refresh: Option<String>,
}

/// A refresh token.
#[derive(Debug, Clone)]
struct Refresh {
    app: String,
    user: String,
    scopes: Vec<String>,
}

/// What is under way or issued.
#[derive(Debug, Default)]
pub struct OAuth {
    flows: BTreeMap<String, Wanted>,
    codes: BTreeMap<String, Code>,
    sessions: BTreeMap<String, Session>,
    refreshes: BTreeMap<String, Refresh>,
    /// Users with the apps they approved.
    approved: BTreeSet<(String, String)>,
}

impl OAuth {
    /// The user of a session or access token that holds for the REST API; none for what is no session.
    ///
    /// # Errors
    /// A token without the scope for the API.
    pub(super) fn session(&self, token: &str, clock: Clock) -> Result<Option<String>, Refusal> {
        let Some(session) = self.sessions.get(token).filter(|session| session.until > clock.now()) else {
            return Ok(None);
        };
        let may = session
            .scopes
            .as_ref()
            .is_none_or(|scopes| scopes.iter().any(|scope| scope == "api" || scope == "full"));
        if !may {
            return Err(Refusal::new(
                401,
                "INVALID_SESSION_ID",
                "This session is not valid for use with the REST API",
            ));
        }
        Ok(Some(session.user.clone()))
    }

    /// The user of a browser's session.
    pub fn browser(&self, request: &Request<Bytes>, clock: Clock) -> Option<String> {
        let cookies = crate::server::text_header(request, "cookie");
        let token = cookies.split(';').find_map(|pair| {
            let (name, value) = pair.trim().split_once('=')?;
            (name == COOKIE).then(|| url::decode(value))
        })?;
        let session = self.sessions.get(&token)?;
        (session.until > clock.now() && session.scopes.is_none()).then(|| session.user.clone())
    }
}

/// Value of decoded pairs, empty where there is none.
fn value<'a>(pairs: &'a [(String, String)], name: &str) -> &'a str {
    pairs
        .iter()
        .find(|(key, _)| key == name)
        .map_or("", |(_, value)| value.as_str())
}

fn list<'a>(row: &'a Row, member: &str) -> Vec<&'a str> {
    let all = row.get(member).and_then(Value::as_array);
    all.into_iter().flatten().filter_map(Value::as_str).collect()
}

impl World<'_> {
    /// The record of the app with a consumer key.
    fn app(&self, key: &str) -> Option<&Row> {
        ["ExternalClientApplication", "ConnectedApplication"]
            .iter()
            .flat_map(|object| self.org.records.all(object))
            .find(|row| !key.is_empty() && text(row, "ConsumerKey") == key)
    }

    fn app_by_id(&self, id: &str) -> Option<&Row> {
        ["ExternalClientApplication", "ConnectedApplication"]
            .iter()
            .find_map(|object| self.org.records.get(object, id))
    }

    /// Opens a browser's session for a user; the cookie that keeps it.
    pub fn open_session(&mut self, user: &str) -> String {
        let organization = super::id::short(self.org.organization()).to_owned();
        let token = self.mint.prefixed("session", &format!("{organization}!"));
        let session = Session {
            user: user.to_owned(),
            scopes: None,
            until: self.clock.now() + SESSION_LIFE,
            refresh: None,
        };
        self.org.oauth.sessions.insert(token.clone(), session);
        let value = percent_encoding::utf8_percent_encode(&token, percent_encoding::NON_ALPHANUMERIC);
        format!("{COOKIE}={value}; Path=/; Secure; HttpOnly; SameSite=None")
    }

    /// Answers what belongs to signing in; `host` is the authority the client named.
    pub fn sign_in(&mut self, request: &Request<Bytes>, host: &str) -> Option<Response<Bytes>> {
        let path = request.uri().path().trim_end_matches('/');
        let query = url::pairs(request.uri().query().unwrap_or_default());
        let form = url::pairs(&String::from_utf8_lossy(request.body()));
        let authorization = crate::server::text_header(request, "authorization");
        Some(match (request.method().as_str(), path) {
            ("GET", "/services/oauth2/authorize") => self.authorize(request, &query),
            ("POST", "/services/oauth2/authorize") => self.authorize(request, &form),
            ("POST", sign_in::LOGIN) => self.person_chosen(&form),
            ("POST", sign_in::APPROVAL) => self.approval_decided(request, &form),
            ("POST", "/services/oauth2/token") => self.token(&form, host),
            (_, "/services/oauth2/token") => token::refused("invalid_request", "must use HTTP POST"),
            ("POST", "/services/oauth2/revoke") => self.revoke(value(&form, "token")),
            ("GET", "/services/oauth2/revoke") => self.revoke(value(&query, "token")),
            ("GET" | "POST", "/services/oauth2/userinfo") => self.user_info(&authorization, host),
            ("GET", path) if path.starts_with("/id/") => self.identity(&authorization, path, host),
            ("GET", path) => return page::file(path),
            _ => return None,
        })
    }
}
