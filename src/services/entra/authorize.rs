//! The way to the sign-in window and back: the authorization request with PKCE (RFC 7636), state and nonce, and what of
//! the redirect may be believed (Entra, "OAuth 2.0 authorization code flow").

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use sha2::{Digest, Sha256};

use super::cloud::Cloud;
use super::error::{OAuthError, SignInError};
use super::scope::Scope;

/// Random bytes each of the three secrets of an attempt is made of.
pub const RANDOM: usize = 32;

/// Who asks whom to sign in where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    /// The cloud.
    pub cloud: Cloud,
    /// Tenant id, in lower case.
    pub tenant: String,
    /// Application (client) id, in lower case.
    pub client_id: String,
    /// The browser's own redirect address.
    pub redirect: String,
    /// The host of the environment whose Dataverse is asked besides; empty if none is.
    pub environment: String,
}

/// How a window may behave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prompt {
    /// Not at all: succeed with the session the browser has, or fail.
    None,
    /// As Entra likes.
    Ordinary,
    /// Always ask which account: after the wrong one.
    SelectAccount,
}

/// One attempt: what is sent and what must come back. Its secrets live in memory, for as long as the attempt.
pub struct Attempt {
    client: Client,
    scopes: Vec<Scope>,
    verifier: String,
    state: String,
    nonce: String,
}

impl Attempt {
    /// With fresh random bytes for verifier, state and nonce.
    pub fn new(client: Client, scopes: Vec<Scope>, random: &[[u8; RANDOM]; 3]) -> Self {
        let [verifier, state, nonce] = random.each_ref().map(|bytes| URL_SAFE_NO_PAD.encode(bytes));
        Self {
            client,
            scopes,
            verifier,
            state,
            nonce,
        }
    }

    /// Who asks.
    pub const fn client(&self) -> &Client {
        &self.client
    }

    /// What is asked for.
    pub fn scopes(&self) -> &[Scope] {
        &self.scopes
    }

    /// What the id token must name.
    pub fn nonce(&self) -> &str {
        &self.nonce
    }

    /// What redeems the code.
    pub(super) fn verifier(&self) -> &str {
        &self.verifier
    }

    /// The address of the window. `hint` is the user principal name it begins with.
    pub fn url(&self, prompt: Prompt, hint: Option<&str>) -> String {
        let Client {
            cloud,
            tenant,
            client_id,
            redirect,
            ..
        } = &self.client;
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(self.verifier.as_bytes()));
        let mut query = form(&[
            ("client_id", client_id),
            ("response_type", "code"),
            ("redirect_uri", redirect),
            ("response_mode", "query"),
            ("scope", &scope_text(&self.client, &self.scopes)),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
            ("state", &self.state),
            ("nonce", &self.nonce),
        ]);
        match prompt {
            Prompt::None => query.push_str("&prompt=none"),
            Prompt::Ordinary => {}
            Prompt::SelectAccount => query.push_str("&prompt=select_account"),
        }
        if let Some(hint) = hint {
            query.push('&');
            query.push_str(&form(&[("login_hint", hint)]));
        }
        format!("https://{}/{tenant}/oauth2/v2.0/authorize?{query}", cloud.login())
    }

    /// The code of the address the window ended at, which is outside data: it counts only if it is the redirect
    /// address and carries this attempt's state.
    ///
    /// # Errors
    /// What Entra refused, or [`SignInError::Unexpected`] for anything that is not an answer to this attempt.
    pub fn code(&self, ended_at: &str) -> Result<String, SignInError> {
        let unexpected = |what| Err(SignInError::Unexpected { what });
        let rest = ended_at.strip_prefix(self.client.redirect.as_str());
        let Some(query) = rest.and_then(|rest| rest.strip_prefix('?')) else {
            return unexpected("another address");
        };
        let query = query.split('#').next().unwrap_or_default();
        let value = |wanted: &str| parameter(query, wanted);
        // Without the state it may be anybody's, also an error.
        if value("state").as_deref() != Some(self.state.as_str()) {
            return unexpected("state");
        }
        if let Some(error) = value("error") {
            let description = value("error_description").unwrap_or_default();
            let refused = OAuthError::of_redirect(&error, &description);
            return Err(SignInError::from(refused).from_host(self.client.cloud.login()));
        }
        match value("code") {
            Some(code) if !code.is_empty() => Ok(code),
            _ => unexpected("no code"),
        }
    }
}

/// What every request for tokens asks for besides: who it is, and a refresh token.
pub(super) fn scope_text(client: &Client, scopes: &[Scope]) -> String {
    let mut text = "openid profile offline_access".to_owned();
    for scope in scopes {
        text.push(' ');
        text.push_str(&scope.wire(client.cloud, &client.environment));
    }
    text
}

/// `application/x-www-form-urlencoded`, which is also how a query is written.
pub(crate) fn form(fields: &[(&str, &str)]) -> String {
    let pairs = fields.iter().map(|(name, value)| {
        let value = utf8_percent_encode(value, NON_ALPHANUMERIC);
        format!("{name}={value}")
    });
    pairs.collect::<Vec<_>>().join("&")
}

/// The one value of a parameter; none if it is missing, twice there, or no text.
pub(crate) fn parameter(query: &str, wanted: &str) -> Option<String> {
    let mut values = query.split('&').filter_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        (name == wanted).then_some(value)
    });
    let value = values.next()?.replace('+', " ");
    if values.next().is_some() {
        return None;
    }
    percent_decode_str(&value)
        .decode_utf8()
        .ok()
        .map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::entra::scope;

    const REDIRECT: &str = "https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/";

    fn attempt() -> Attempt {
        let client = Client {
            cloud: Cloud::Public,
            tenant: "11111111-1111-1111-1111-111111111111".into(),
            client_id: "22222222-2222-2222-2222-222222222222".into(),
            redirect: REDIRECT.into(),
            environment: String::new(),
        };
        let random = [[1; RANDOM], [2; RANDOM], [3; RANDOM]];
        Attempt::new(client, vec![scope::PROFILE], &random)
    }

    #[test]
    fn the_window_is_asked_for_with_pkce_state_and_nonce_and_never_with_the_verifier() {
        let attempt = attempt();
        let url = attempt.url(Prompt::None, Some("admin+1@contoso.com"));
        let start =
            "https://login.microsoftonline.com/11111111-1111-1111-1111-111111111111/oauth2/v2.0/authorize?client_id=";
        assert!(url.starts_with(start), "{url}");
        let value = |name| parameter(url.split_once('?').unwrap().1, name).unwrap();
        assert_eq!(value("response_type"), "code");
        assert_eq!(value("response_mode"), "query");
        assert_eq!(value("redirect_uri"), REDIRECT);
        assert_eq!(
            value("scope"),
            "openid profile offline_access https://graph.microsoft.com/User.Read"
        );
        assert_eq!(value("code_challenge_method"), "S256");
        assert_eq!(value("prompt"), "none");
        assert_eq!(value("login_hint"), "admin+1@contoso.com");
        let challenge = URL_SAFE_NO_PAD.decode(value("code_challenge")).unwrap();
        assert_eq!(challenge, Sha256::digest(attempt.verifier()).to_vec());
        // RFC 7636: 43 to 128 unreserved characters.
        assert_eq!(attempt.verifier().len(), 43);
        assert!(!url.contains(attempt.verifier()));
        assert_ne!(value("state"), value("nonce"));
    }

    #[test]
    fn only_the_redirect_with_this_attempts_state_is_believed() {
        let attempt = attempt();
        let state = &attempt.state;
        let code = |address: &str| attempt.code(address);
        assert_eq!(
            code(&format!("{REDIRECT}?code=a%2Fb+c&state={state}&session_state=1#x")),
            Ok("a/b c".to_owned())
        );
        for (address, what) in [
            (format!("https://evil.example/?code=a&state={state}"), "another address"),
            (format!("{REDIRECT}?code=a"), "state"),
            (format!("{REDIRECT}?code=a&state=other"), "state"),
            (format!("{REDIRECT}?code=a&state={state}&state={state}"), "state"),
            (format!("{REDIRECT}?error=access_denied&state=other"), "state"),
            (format!("{REDIRECT}?state={state}"), "no code"),
            (format!("{REDIRECT}?code=&state={state}"), "no code"),
            (format!("{REDIRECT}?code=a&code=b&state={state}"), "no code"),
            (format!("{REDIRECT}#code=a&state={state}"), "another address"),
            (
                format!("{REDIRECT}.evil.example/?code=a&state={state}"),
                "another address",
            ),
        ] {
            assert_eq!(code(&address), Err(SignInError::Unexpected { what }), "{address}");
        }
    }

    #[test]
    fn a_refusal_in_the_redirect_is_typed_by_its_number() {
        let attempt = attempt();
        let refused = |error: &str, description: &str| {
            let query = form(&[("error", error), ("error_description", description)]);
            attempt.code(&format!("{REDIRECT}?{query}&state={}", attempt.state))
        };
        assert_eq!(
            refused("access_denied", "AADSTS65004: User declined to consent."),
            Err(SignInError::Cancelled)
        );
        assert_eq!(
            refused("consent_required", "AADSTS65001: The user or administrator …"),
            Err(SignInError::ConsentRequired)
        );
        assert_eq!(
            refused("temporarily_unavailable", ""),
            Err(SignInError::Offline {
                host: "login.microsoftonline.com".into()
            })
        );
    }
}
