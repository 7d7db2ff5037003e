//! One attempt: the address of the window, what of where it ended may be believed, and the code's way to a token.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use super::error::SalesforceSignInError;
use crate::http::{Method, Request};
use crate::json::record;
use crate::services::entra::authorize::{RANDOM, form, parameter};

/// Who asks whom.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Client {
    /// The organization's own host ([`super::my_domain`]).
    pub host: String,
    /// Consumer key of the external client app ([`super::consumer_key`]). No secret.
    pub consumer_key: String,
}

record!(Client { host, consumer_key as "consumerKey" });

/// What is sent and what must come back. Its secrets live in memory, for as long as the attempt.
pub struct Attempt {
    client: Client,
    redirect: String,
    verifier: String,
    state: String,
}

impl Attempt {
    /// With fresh random bytes for verifier and state. `redirect` is the browser's own redirect address.
    pub fn new(client: Client, redirect: String, random: &[[u8; RANDOM]; 2]) -> Self {
        let [verifier, state] = random.each_ref().map(|bytes| URL_SAFE_NO_PAD.encode(bytes));
        Self {
            client,
            redirect,
            verifier,
            state,
        }
    }

    /// Who asks.
    pub const fn client(&self) -> &Client {
        &self.client
    }

    /// The address of the window; `choose` asks who, whoever is signed in to Salesforce already.
    pub fn url(&self, choose: bool) -> String {
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(self.verifier.as_bytes()));
        let query = form(&[
            ("response_type", "code"),
            ("client_id", &self.client.consumer_key),
            ("redirect_uri", &self.redirect),
            ("scope", "api"),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
            ("state", &self.state),
        ]);
        let prompt = if choose { "&prompt=login" } else { "" };
        format!("https://{}/services/oauth2/authorize?{query}{prompt}", self.client.host)
    }

    /// The code of the address the window ended at, which is outside data: it counts only if it is the redirect address
    /// and carries this attempt's state.
    ///
    /// # Errors
    /// What Salesforce refused, or [`SalesforceSignInError::Unexpected`] for what is no answer to this attempt.
    pub fn code(&self, ended_at: &str) -> Result<String, SalesforceSignInError> {
        let unexpected = |what| Err(SalesforceSignInError::Unexpected { what });
        let rest = ended_at.strip_prefix(self.redirect.as_str());
        let Some(query) = rest.and_then(|rest| rest.strip_prefix('?')) else {
            return unexpected("another address");
        };
        let query = query.split('#').next().unwrap_or_default();
        if parameter(query, "state").as_deref() != Some(self.state.as_str()) {
            return unexpected("state");
        }
        if let Some(error) = parameter(query, "error") {
            return Err(SalesforceSignInError::of(&error, &self.client.host));
        }
        match parameter(query, "code") {
            Some(code) if !code.is_empty() => Ok(code),
            _ => unexpected("no code"),
        }
    }

    /// Redeems a code, on the organization's own host.
    pub fn redeem(&self, code: &str) -> Request {
        Request {
            method: Method::Post,
            path: "/services/oauth2/token".to_owned(),
            headers: [
                ("accept".to_owned(), "application/json".to_owned()),
                (
                    "content-type".to_owned(),
                    "application/x-www-form-urlencoded;charset=utf-8".to_owned(),
                ),
            ]
            .into(),
            body: Some(form(&[
                ("grant_type", "authorization_code"),
                ("code", code),
                ("client_id", &self.client.consumer_key),
                ("redirect_uri", &self.redirect),
                ("code_verifier", &self.verifier),
            ])),
        }
    }
}
