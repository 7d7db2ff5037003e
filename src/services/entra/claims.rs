//! The claims of an id token, and which of them must hold (OpenID Connect Core, 3.1.3.7). The token comes from the token
//! endpoint itself over TLS, which stands in for checking its signature.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::authorize::Client;
use super::error::SignInError;
use crate::http::Millis;
use crate::json::{self, FromJson, record};

/// How far the service's clock may be from ours, in seconds; what Microsoft's own libraries allow.
const SKEW_S: u64 = 300;

/// Who signed in. None of it is secret.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Account {
    /// `oid`: the user's object id in the tenant.
    pub id: String,
    /// `preferred_username`: the user principal name, for showing and as a hint only.
    pub upn: String,
    /// `name`.
    pub name: String,
    /// `tid`.
    pub tenant: String,
}

record!(Account { id, upn, name, tenant });

struct Claims {
    aud: String,
    iss: String,
    tid: String,
    oid: String,
    exp: u64,
    nonce: Option<String>,
    preferred_username: String,
    name: String,
}

record!(read Claims {
    aud,
    iss,
    tid,
    oid,
    exp,
    nonce or default,
    preferred_username or default,
    name or default
});

/// Who an id token says has signed in. `nonce` is the attempt's; a refreshed token has none to check.
///
/// # Errors
/// [`SignInError::WrongTenant`], or [`SignInError::Unexpected`] for a token that was not made for this.
pub fn check(id_token: &str, client: &Client, nonce: Option<&str>, now: Millis) -> Result<Account, SignInError> {
    let unexpected = |what| Err(SignInError::Unexpected { what });
    let Some(claims) = read(id_token) else {
        return unexpected("no id token");
    };
    if !claims.aud.eq_ignore_ascii_case(&client.client_id) {
        return unexpected("audience");
    }
    if nonce.is_some() && claims.nonce.as_deref() != nonce {
        return unexpected("nonce");
    }
    if claims.iss != format!("https://{}/{}/v2.0", client.cloud.login(), claims.tid) {
        return unexpected("issuer");
    }
    if claims.exp.saturating_add(SKEW_S).saturating_mul(1000) < now {
        return unexpected("expired id token");
    }
    if !claims.tid.eq_ignore_ascii_case(&client.tenant) {
        return Err(SignInError::WrongTenant {
            wanted: client.tenant.clone(),
            signed_in: claims.tid,
        });
    }
    Ok(Account {
        id: claims.oid,
        upn: claims.preferred_username,
        name: claims.name,
        tenant: claims.tid.to_ascii_lowercase(),
    })
}

fn read(id_token: &str) -> Option<Claims> {
    let mut parts = id_token.split('.');
    let (Some(_), Some(payload), Some(_), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return None;
    };
    let bytes = URL_SAFE_NO_PAD.decode(payload.trim_end_matches('=')).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    Claims::from_json(&json::parse(&text).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::services::entra::Cloud;

    const TENANT: &str = "aaaabbbb-0000-cccc-1111-dddd2222eeee";
    const CLIENT: &str = "22222222-2222-2222-2222-222222222222";
    const NOW: Millis = 1_800_000_000_000;

    fn client() -> Client {
        Client {
            cloud: Cloud::Public,
            tenant: TENANT.into(),
            client_id: CLIENT.into(),
            redirect: String::new(),
            environment: String::new(),
        }
    }

    fn token(claims: &Value) -> String {
        format!("e30.{}.x", URL_SAFE_NO_PAD.encode(claims.to_string()))
    }

    fn good() -> Value {
        json!({
            "aud": CLIENT, "iss": format!("https://login.microsoftonline.com/{TENANT}/v2.0"), "tid": TENANT,
            "oid": "1", "exp": NOW / 1000 + 60, "nonce": "n", "preferred_username": "admin@contoso.com", "name": "Alex",
        })
    }

    #[test]
    fn a_token_made_for_this_attempt_says_who_signed_in() {
        let account = check(&token(&good()), &client(), Some("n"), NOW).unwrap();
        assert_eq!((account.id.as_str(), account.upn.as_str()), ("1", "admin@contoso.com"));
    }

    #[test]
    fn a_token_made_for_another_client_attempt_issuer_or_time_is_none() {
        for (claim, value, what) in [
            ("aud", json!("other"), "audience"),
            ("nonce", json!("other"), "nonce"),
            ("nonce", Value::Null, "nonce"),
            ("iss", json!("https://evil.example/v2.0"), "issuer"),
            ("exp", json!(NOW / 1000 - 301), "expired id token"),
            ("exp", json!("soon"), "no id token"),
        ] {
            let mut claims = good();
            claims[claim] = value;
            let checked = check(&token(&claims), &client(), Some("n"), NOW);
            assert_eq!(checked, Err(SignInError::Unexpected { what }), "{claim}");
        }
        for odd in ["", "a.b", "a.b.c.d", "e30.!!.x", "e30.e30.x"] {
            let what = "no id token";
            let checked = check(odd, &client(), None, NOW);
            assert_eq!(checked, Err(SignInError::Unexpected { what }), "{odd}");
        }
    }

    #[test]
    fn another_tenant_is_its_own_error() {
        let other = "99999999-0000-cccc-1111-dddd2222eeee";
        let mut claims = good();
        claims["tid"] = other.into();
        claims["iss"] = format!("https://login.microsoftonline.com/{other}/v2.0").into();
        assert_eq!(
            check(&token(&claims), &client(), Some("n"), NOW),
            Err(SignInError::WrongTenant {
                wanted: TENANT.into(),
                signed_in: other.into()
            })
        );
    }
}
