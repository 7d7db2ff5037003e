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
    /// Whose it is: [`Account::id`].
    pub account: String,
    /// What it allows, as Entra names it.
    pub scopes: Vec<String>,
    /// When it ends.
    pub expires_at: Millis,
}

record!(AccessToken { value, account, scopes, expires_at as "expiresAt" });

impl AccessToken {
    /// What is left of it when the sign-in has ended: what it was for.
    #[must_use]
    pub fn ended(self) -> Self {
        Self {
            value: Secret::default(),
            expires_at: 0,
            ..self
        }
    }

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
            ("scope", &scope_text(client, &scopes)),
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
            ("scope", &scope_text(client, scopes)),
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
        access: AccessToken {
            value: answer.access_token,
            account: account.id.clone(),
            scopes: answer.scope.split_whitespace().map(str::to_owned).collect(),
            expires_at: now.saturating_add(lasts.saturating_mul(1000)),
        },
        account,
        refresh: answer.refresh_token,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::services::entra::Cloud;
    use crate::services::entra::authorize::RANDOM;

    const NOW: Millis = 1_800_000_000_000;
    const TENANT: &str = "aaaabbbb-0000-cccc-1111-dddd2222eeee";

    fn client() -> Client {
        Client {
            cloud: Cloud::Public,
            tenant: TENANT.into(),
            client_id: "22222222-2222-2222-2222-222222222222".into(),
            redirect: "https://x.chromiumapp.org/".into(),
            environment: String::new(),
        }
    }

    fn body(request: &Request) -> &str {
        request.body.as_deref().unwrap()
    }

    fn answer(status: u16, body: &Value) -> Response {
        Response {
            status,
            headers: Default::default(),
            body: body.to_string(),
        }
    }

    #[test]
    fn a_code_is_redeemed_for_one_resource_and_the_other_comes_by_the_refresh_token() {
        let wanted = vec![scope::POWER_PLATFORM, scope::PROFILE];
        let attempt = Attempt::new(client(), wanted, &[[1; RANDOM], [2; RANDOM], [3; RANDOM]]);
        let redeem = redeem(&attempt, "the code", Resource::Graph);
        assert_eq!(redeem.path, format!("/{TENANT}/oauth2/v2.0/token"));
        assert!(body(&redeem).contains("code=the%20code"));
        assert!(body(&redeem).contains(&form(&[("code_verifier", attempt.verifier())])));
        assert!(body(&redeem).contains("graph%2Emicrosoft%2Ecom") && !body(&redeem).contains("powerapps"));
        let refresh = refresh(&client(), &Secret::from("r".to_owned()), &[scope::POWER_PLATFORM]);
        assert!(body(&refresh).contains("refresh_token=r") && body(&refresh).contains("powerapps"));
        assert!(!body(&refresh).contains("graph") && !body(&refresh).contains("client_secret"));
    }

    #[test]
    fn an_answer_is_a_token_with_an_end_or_a_typed_refusal_and_never_told() {
        let claims = json!({
            "aud": client().client_id, "iss": format!("https://login.microsoftonline.com/{TENANT}/v2.0"),
            "tid": TENANT, "oid": "1", "exp": NOW / 1000 + 60, "nonce": "n",
        });
        let id_token = format!("e30.{}.x", base64url(&claims.to_string()));
        let good = json!({
            "access_token": "planted-access", "refresh_token": "planted-refresh", "id_token": id_token,
            "expires_in": 3599, "scope": "openid User.Read",
        });
        let tokens = answered(&answer(200, &good), &client(), Some("n"), NOW).unwrap();
        assert_eq!(tokens.access.expires_at, NOW + 3_599_000);
        assert!(tokens.access.serves(&[scope::PROFILE], NOW));
        assert!(
            !tokens.access.serves(&[scope::PROFILE], NOW + 3_540_000),
            "not in its last minute"
        );
        assert!(!tokens.access.serves(&[scope::USERS], NOW));
        assert!(!format!("{tokens:?}").contains("planted"));
        assert!(!format!("{:?}", tokens.access.clone().ended().to_json()).contains("planted"));
        for missing in ["access_token", "id_token", "expires_in"] {
            let mut bad = good.clone();
            bad.as_object_mut().unwrap().remove(missing);
            let refused = answered(&answer(200, &bad), &client(), Some("n"), NOW).unwrap_err();
            assert!(matches!(refused, SignInError::Unexpected { .. }), "{missing}");
        }
        let of = |status, body: &Value| answered(&answer(status, body), &client(), None, NOW).unwrap_err();
        let expired = json!({"error": "invalid_grant", "error_codes": [700_084]});
        assert_eq!(of(400, &expired), SignInError::Expired);
        assert!(matches!(of(503, &json!("busy")), SignInError::Offline { host } if host.starts_with("login.")));
        assert!(matches!(of(400, &json!("<html>")), SignInError::Unexpected { .. }));
    }

    fn base64url(text: &str) -> String {
        use base64::Engine;
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(text)
    }
}
