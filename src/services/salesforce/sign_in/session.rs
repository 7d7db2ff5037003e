//! The token endpoint's answer, and the session every panel shares: in the browser's memory alone, gone with it.

use super::attempt::Client;
use super::error::SalesforceSignInError;
use crate::domain::salesforce::salesforce_id;
use crate::http::{Millis, Response};
use crate::json::{self, FromJson, record};
use crate::services::entra::token::Secret;

/// Who is signed in to which organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// With which app, on which host; another one in Settings ends this sign-in.
    pub client: Client,
    /// Organization id, 18 characters.
    pub organization: String,
    /// User id, 18 characters.
    pub user: String,
    /// Since when.
    pub since: Millis,
    /// What requests carry.
    pub token: Secret,
}

record!(Session {
    client,
    organization,
    user,
    since,
    token
});

/// What is shown of a session: nothing secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The organization's host.
    pub host: String,
    /// Organization id, 18 characters.
    pub organization: String,
    /// User id, 18 characters.
    pub user: String,
    /// Since when.
    pub since: Millis,
}

impl Session {
    /// Without its token.
    pub fn shown(&self) -> SignedIn {
        SignedIn {
            host: self.client.host.clone(),
            organization: self.organization.clone(),
            user: self.user.clone(),
            since: self.since,
        }
    }
}

/// Where the session of a host is kept; begins as every sign-in's key does.
pub fn session_key(host: &str) -> String {
    format!("{}salesforce/{host}", crate::services::entra::session::PREFIX)
}

/// Organization and user of an identity URL: `https://login.salesforce.com/id/00D…/005…`.
pub fn identity(url: &str) -> Option<(String, String)> {
    let (_, ids) = url.strip_prefix("https://")?.split_once("/id/")?;
    let (organization, user) = ids.trim_end_matches('/').split_once('/')?;
    let kept = |id: &str, prefix| salesforce_id(id).filter(|id| id.starts_with(prefix));
    Some((kept(organization, "00D")?, kept(user, "005")?))
}

struct Answer {
    access_token: Secret,
    instance_url: String,
    id: String,
    scope: String,
}

record!(read Answer { access_token, instance_url, id, scope or default });

struct Refused {
    error: String,
}

record!(read Refused { error });

/// What the endpoint answered.
///
/// # Errors
/// What Salesforce refused; [`SalesforceSignInError::WrongOrganization`] if the token is for another host.
pub fn answered(answer: &Response, client: &Client, now: Millis) -> Result<Session, SalesforceSignInError> {
    let unexpected = |what| SalesforceSignInError::Unexpected { what };
    let body = json::parse(&answer.body);
    if !answer.is_success() {
        return Err(match body.and_then(|body| Refused::from_json(&body)) {
            Ok(refused) => SalesforceSignInError::of(&refused.error, &client.host),
            Err(_) if answer.status == 429 || answer.status >= 500 => SalesforceSignInError::Offline {
                host: client.host.clone(),
            },
            Err(_) => unexpected("an answer that is no token"),
        });
    }
    let answer = body.and_then(|body| Answer::from_json(&body));
    let answer = answer.map_err(|_| unexpected("an answer that is no token"))?;
    let host = answer.instance_url.strip_prefix("https://").unwrap_or_default();
    let host = host.split([':', '/']).next().unwrap_or_default();
    if !host.eq_ignore_ascii_case(&client.host) {
        return Err(SalesforceSignInError::WrongOrganization {
            wanted: client.host.clone(),
            signed_in: super::my_domain(host).unwrap_or_default(),
        });
    }
    let may = |scope: &str| matches!(scope, "api" | "full");
    if !answer.scope.is_empty() && !answer.scope.split_whitespace().any(may) {
        return Err(SalesforceSignInError::ScopeMissing);
    }
    let (organization, user) = identity(&answer.id).ok_or_else(|| unexpected("no identity"))?;
    Ok(Session {
        client: client.clone(),
        organization,
        user,
        since: now,
        token: answer.access_token,
    })
}
