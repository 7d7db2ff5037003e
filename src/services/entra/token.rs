//! The token endpoint: a code, then a refresh token, becomes an access token of one resource (Entra, "Redeem a code for
//! an access token", "Refresh the access token").

use super::authorize::{Attempt, Client, form, scope_text};
use super::claims::{self, Account};
use super::cloud::Resource;
use super::error::{OAuthError, SignInError};
use super::scope::{self, Scope};
use crate::http::{Method, Millis, Request, Response};
use crate::json::{self, FromJson, Misread, ToJson, record};
use serde_json::Value;

/// What must never be shown, logged or kept on disk. It has no `Display`, and its `Debug` says nothing.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Secret(String);

impl Secret {
    /// It, for the one place it is meant for.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Secret")
    }
}

impl ToJson for Secret {
    fn to_json(&self) -> Value {
        Value::String(self.0.clone())
    }
}

impl FromJson for Secret {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        String::from_json(value).map(Self)
    }
}

/// An access token of one resource.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessToken {
    /// It.
    pub value: Secret,
    /// What it allows, as Entra names it.
    pub scopes: Vec<String>,
    /// When it ends.
    pub expires_at: Millis,
}

record!(AccessToken { value, scopes, expires_at as "expiresAt" });

impl AccessToken {
    /// Whether it still lasts for a request, and allows all of these.
    pub fn serves(&self, scopes: &[Scope], now: Millis) -> bool {
        // A minute, for clocks and for the way.
        self.expires_at > now.saturating_add(60_000) && scopes.iter().all(|scope| scope.is_in(&self.scopes))
    }
}

/// What the token endpoint gives.
#[derive(Debug)]
pub struct Tokens {
    /// Who signed in.
    pub account: Account,
    /// For the one resource asked for.
    pub access: AccessToken,
    /// For the others, and for later.
    pub refresh: Option<Secret>,
}

struct Answer {
    access_token: Secret,
    refresh_token: Option<Secret>,
    id_token: Secret,
    expires_in: Value,
    scope: String,
}

record!(read Answer {
    access_token,
    refresh_token or default,
    id_token,
    expires_in,
    scope or default
});

fn request(client: &Client, fields: &[(&str, &str)]) -> Request {
    Request {
        method: Method::Post,
        path: format!("/{}/oauth2/v2.0/token", client.tenant),
        headers: [
            ("accept".to_owned(), "application/json".to_owned()),
            (
                "content-type".to_owned(),
                "application/x-www-form-urlencoded;charset=utf-8".to_owned(),
            ),
        ]
        .into(),
        body: Some(form(fields)),
    }
}

/// Redeems a code for a token of one resource, on [`super::Cloud::login`]. The other resources come by [`refresh`].
pub fn redeem(attempt: &Attempt, code: &str, resource: Resource) -> Request {
    let client = attempt.client();
    let scopes = scope::of(resource, attempt.scopes());
    request(
        client,
        &[
            ("client_id", &client.client_id),
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", &client.redirect),
            ("code_verifier", attempt.verifier()),
            ("scope", &scope_text(client.cloud, &scopes)),
        ],
    )
}

/// Asks for a token of one resource without anybody's doing. All scopes are of that resource.
pub fn refresh(client: &Client, refresh: &Secret, scopes: &[Scope]) -> Request {
    request(
        client,
        &[
            ("client_id", &client.client_id),
            ("grant_type", "refresh_token"),
            ("refresh_token", refresh.reveal()),
            ("scope", &scope_text(client.cloud, scopes)),
        ],
    )
}

/// What the endpoint answered.
///
/// # Errors
/// What Entra refused; [`SignInError::Offline`] if it is busy; see [`claims::check`].
pub fn answered(answer: &Response, client: &Client, nonce: Option<&str>, now: Millis) -> Result<Tokens, SignInError> {
    let busy = || SignInError::Offline {
        host: client.cloud.login().to_owned(),
    };
    let unexpected = |what| SignInError::Unexpected { what };
    let body = json::parse(&answer.body);
    if !answer.is_success() {
        return Err(match body.and_then(|body| OAuthError::from_json(&body)) {
            Ok(refused) => SignInError::from(refused).from_host(client.cloud.login()),
            Err(_) if answer.status == 429 || answer.status >= 500 => busy(),
            Err(_) => unexpected("an answer that is no token"),
        });
    }
    let answer = body.and_then(|body| Answer::from_json(&body));
    let answer = answer.map_err(|_| unexpected("an answer that is no token"))?;
    let lasts = match &answer.expires_in {
        Value::String(text) => text.parse().ok(),
        other => other.as_u64(),
    };
    let lasts: u64 = lasts.ok_or_else(|| unexpected("a token without an end"))?;
    let account = claims::check(answer.id_token.reveal(), client, nonce, now)?;
    Ok(Tokens {
        account,
        access: AccessToken {
            value: answer.access_token,
            scopes: answer.scope.split_whitespace().map(str::to_owned).collect(),
            expires_at: now.saturating_add(lasts.saturating_mul(1000)),
        },
        refresh: answer.refresh_token,
    })
}
