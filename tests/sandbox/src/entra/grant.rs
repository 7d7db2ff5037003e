//! What is under way or issued: sign-ins, sessions, codes and tokens, and who a bearer token stands for.

use super::OTHER_TENANT;
use super::request::AuthorizeRequest;
use super::resource::{Asked, Resource};
use crate::clock::Clock;
use crate::graph::Directory;
use crate::graph::directory::text;
use crate::ident::Guid;
use crate::mint::Mint;
use serde_json::Value;
use std::collections::BTreeMap;

/// Seconds a code holds (authorization code flow: "short lived, typically … about 10 minutes").
pub(super) const CODE_LIFE: i64 = 600;
/// Seconds an access token holds.
pub(super) const ACCESS_LIFE: i64 = 3599;
/// Seconds the refresh tokens of a single-page application hold, from the sign-in, however often renewed.
pub(super) const SPA_LIFE: i64 = 86_400;
/// Seconds other refresh tokens hold.
pub(super) const REFRESH_LIFE: i64 = 90 * 86_400;

/// Who a token stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A user by sign-in name.
    User(String),
    /// An application by its application id.
    App(String),
}

/// Who calls a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// The user or application.
    pub subject: Subject,
    /// Object id in the directory: of the user, or of the service principal.
    pub id: String,
    /// Delegated scopes of the token; none for tools, which have them all.
    pub scopes: Option<Vec<String>>,
    /// Whether the caller belongs to the tenant.
    pub home: bool,
}

/// Why a bearer token does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenFault {
    /// There is none.
    Absent,
    /// Nobody issued it, or its user is gone.
    Unknown,
    /// Its time is over.
    Expired,
    /// It is for another service.
    Audience,
}

/// What was agreed at a sign-in; codes and refresh tokens carry it on.
#[derive(Debug, Clone)]
pub(super) struct Grant {
    pub client: String,
    pub spa: bool,
    pub redirect: String,
    pub asked: Asked,
    pub nonce: Option<String>,
    pub upn: String,
    pub challenge: Option<(String, String)>,
    /// When the user signed in.
    pub since: i64,
    /// Whether a second factor was shown.
    pub factor: bool,
}

#[derive(Debug, Clone)]
pub(super) struct Code {
    pub grant: Grant,
    pub at: i64,
    pub spent: bool,
}

#[derive(Debug, Clone)]
pub(super) struct Refresh {
    pub grant: Grant,
    pub until: i64,
}

#[derive(Debug, Clone)]
struct Access {
    subject: Subject,
    resource: Resource,
    scopes: Vec<String>,
    until: i64,
}

/// A browser's session: who has signed in there.
#[derive(Debug, Clone, Default)]
pub(super) struct Session {
    pub accounts: Vec<String>,
    pub factor: bool,
}

/// A sign-in under way.
#[derive(Debug, Clone)]
pub(super) struct Flow {
    pub request: AuthorizeRequest,
    pub account: Option<String>,
    pub session: String,
}

/// Everything Entra holds beside the directory.
#[derive(Debug, Default)]
pub struct Entra {
    /// Makes tokens, codes, secrets and ids.
    pub mint: Mint,
    /// The cloud's clock.
    pub clock: Clock,
    /// Whether a token for Power Platform takes a second factor.
    pub factor_wanted: bool,
    pub(super) flows: BTreeMap<String, Flow>,
    pub(super) sessions: BTreeMap<String, Session>,
    pub(super) codes: BTreeMap<String, Code>,
    pub(super) refreshes: BTreeMap<String, Refresh>,
    accesses: BTreeMap<String, Access>,
}

/// Whether an account belongs to the tenant next door.
pub(super) fn elsewhere(upn: &str) -> bool {
    upn.ends_with(&format!("@{OTHER_TENANT}"))
}

/// The id of the tenant an account belongs to.
pub(super) fn tenant_of(upn: &str, directory: &Directory) -> String {
    if elsewhere(upn) {
        Guid::derive("tenant", OTHER_TENANT).to_string()
    } else {
        directory.tenant.to_string()
    }
}

/// The object id of an account; none for nobody.
pub(super) fn object_of(upn: &str, directory: &Directory) -> Option<String> {
    if elsewhere(upn) {
        return Some(Guid::derive("entra", upn).to_string());
    }
    directory
        .find("users", "userPrincipalName", upn)
        .map(|user| text(user, "id").to_owned())
}

impl Entra {
    pub(super) fn access_token(&mut self, subject: Subject, resource: Resource, scopes: Vec<String>) -> String {
        let token = self.mint.token("access_token");
        let until = self.clock.now() + ACCESS_LIFE;
        let access = Access {
            subject,
            resource,
            scopes,
            until,
        };
        self.accesses.insert(token.clone(), access);
        token
    }

    /// Who an `Authorization` header stands for at a service: a token issued here for it, or `sandbox:<upn>`.
    ///
    /// # Errors
    /// Why the token does not hold.
    pub fn bearer(&self, header: &str, at: &Resource, directory: &Directory) -> Result<Caller, TokenFault> {
        let token = match header.split_once(' ') {
            Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") && !token.trim().is_empty() => token.trim(),
            _ => return Err(TokenFault::Absent),
        };
        let (subject, scopes) = match token.strip_prefix("sandbox:") {
            Some(upn) => (Subject::User(upn.to_lowercase()), None),
            None => {
                let access = self.accesses.get(token).ok_or(TokenFault::Unknown)?;
                if access.until <= self.clock.now() {
                    return Err(TokenFault::Expired);
                }
                if access.resource != *at {
                    return Err(TokenFault::Audience);
                }
                (access.subject.clone(), Some(access.scopes.clone()))
            }
        };
        let (id, home) = match &subject {
            Subject::User(upn) if elsewhere(upn) => (object_of(upn, directory), false),
            Subject::User(upn) => {
                let enabled = directory
                    .find("users", "userPrincipalName", upn)
                    .filter(|user| user.get("accountEnabled") != Some(&Value::Bool(false)));
                (enabled.map(|user| text(user, "id").to_owned()), true)
            }
            Subject::App(app) => {
                let principal = directory.find_any("servicePrincipals", "appId", app);
                (principal.map(|p| text(p, "id").to_owned()), true)
            }
        };
        Ok(Caller {
            subject,
            id: id.ok_or(TokenFault::Unknown)?,
            scopes,
            home,
        })
    }
}
