//! The sign-in of one tenant as every panel shares it. The browser keeps it in memory only, in parts: panels that
//! fetch tokens of two resources at the same time then write two things.

use super::claims::Account;
use super::cloud::Resource;
use super::token::{AccessToken, Secret, Tokens};
use crate::http::Millis;
use crate::json::record;

/// What every key begins with.
pub const PREFIX: &str = "sign-in/";

/// How long the refresh token of a single-page application lasts, counted from the sign-in, whatever is refreshed
/// meanwhile (Entra, "Refresh tokens in the Microsoft identity platform").
const LASTS_MS: Millis = 24 * 60 * 60 * 1000;

/// Who is signed in, and what fetches tokens for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Who.
    pub account: Account,
    /// With which client; another one in Settings ends this sign-in.
    pub client_id: String,
    /// What fetches tokens.
    pub refresh: Secret,
    /// When it stops to.
    pub until: Millis,
}

record!(Session { account, client_id as "clientId", refresh, until });

impl Session {
    /// After the window. `None` if Entra gave nothing to go on with.
    pub fn begun(tokens: &Tokens, client_id: &str, now: Millis) -> Option<Self> {
        Some(Self {
            account: tokens.account.clone(),
            client_id: client_id.to_owned(),
            refresh: tokens.refresh.clone()?,
            until: now.saturating_add(LASTS_MS),
        })
    }

    /// After a refresh: the newest refresh token, which ends when the first one would have.
    #[must_use]
    pub fn refreshed(mut self, tokens: &Tokens) -> Self {
        if let Some(refresh) = &tokens.refresh {
            self.refresh = refresh.clone();
        }
        self
    }

    /// Whether it is this client's, and has not ended.
    pub fn holds(&self, client_id: &str, now: Millis) -> bool {
        self.client_id.eq_ignore_ascii_case(client_id) && self.until > now
    }
}

/// Where a tenant's [`Session`] is kept.
pub fn session_key(tenant: &str) -> String {
    format!("{PREFIX}{tenant}")
}

/// Where a tenant's [`AccessToken`] of a resource is kept.
pub fn token_key(tenant: &str, resource: Resource) -> String {
    format!("{PREFIX}{tenant}/{}", resource.key())
}

/// What Settings shows of a sign-in: nothing secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// Who.
    pub account: Account,
    /// When it ends without a new window.
    pub until: Millis,
    /// The tokens held, with what each allows and when it ends.
    pub tokens: Vec<(Resource, Vec<String>, Millis)>,
}

impl SignedIn {
    /// Of a session and its tokens.
    pub fn of(session: &Session, tokens: &[(Resource, AccessToken)]) -> Self {
        let shown = |(resource, token): &(Resource, AccessToken)| {
            let mut scopes: Vec<String> = token
                .scopes
                .iter()
                .filter(|scope| !matches!(scope.as_str(), "openid" | "profile" | "offline_access" | "email"))
                .map(|scope| scope.rsplit('/').next().unwrap_or_default().to_owned())
                .collect();
            scopes.sort_unstable();
            (*resource, scopes, token.expires_at)
        };
        Self {
            account: session.account.clone(),
            until: session.until,
            tokens: tokens.iter().map(shown).collect(),
        }
    }
}
