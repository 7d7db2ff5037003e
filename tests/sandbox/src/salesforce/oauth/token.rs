//! The token and revocation endpoints, and who a token stands for.

use super::{CODE_LIFE, Refresh, SESSION_LIFE, Session, value};
use crate::markup::unstored;
use crate::mint::digest;
use crate::salesforce::store::{flag, text};
use crate::salesforce::{HOST, World, id};
use bytes::Bytes;
use http::Response;
use serde_json::{Value, json};

/// A refusal of the token endpoint.
pub(super) fn refused(error: &str, description: &str) -> Response<Bytes> {
    unstored(400, &json!({"error": error, "error_description": description}))
}

/// What the app was let in with: the user, the scopes.
struct Granted {
    user: String,
    scopes: Vec<String>,
    /// The refresh token it comes with, or was renewed by.
    refresh: Option<String>,
    /// Whether the answer tells it: it stays the same when renewing.
    told: bool,
}

impl World<'_> {
    /// `…/token`.
    pub(super) fn token(&mut self, form: &[(String, String)], host: &str) -> Response<Bytes> {
        let get = |name: &str| value(form, name);
        let Some(app) = self.app(get("client_id")) else {
            return refused("invalid_client_id", "client identifier invalid");
        };
        if flag(app, "RequireSecret") && text(app, "ConsumerSecret") != get("client_secret") {
            return refused("invalid_client", "invalid client credentials");
        }
        let (app_id, policy) = (text(app, "Id").to_owned(), text(app, "RefreshTokenPolicy").to_owned());
        let outcome = match get("grant_type") {
            "authorization_code" => self.redeem(form, &app_id),
            "refresh_token" if policy == "zero" => Err(("invalid_grant", "expired access/refresh token")),
            "refresh_token" => self.refresh(get("refresh_token"), &app_id),
            _ => Err(("unsupported_grant_type", "grant type not supported")),
        };
        let granted = match outcome {
            Ok(granted) => granted,
            Err((error, description)) => return refused(error, description),
        };
        let active = self
            .org
            .records
            .get("User", &granted.user)
            .is_some_and(|user| flag(user, "IsActive"));
        if !active {
            return refused("inactive_user", "user is inactive");
        }
        self.issue(granted, host)
    }

    fn redeem(&mut self, form: &[(String, String)], app: &str) -> Result<Granted, (&'static str, &'static str)> {
        let now = self.clock.now();
        let Some(code) = self.org.oauth.codes.get_mut(value(form, "code")) else {
            return Err(("invalid_grant", "invalid authorization code"));
        };
        if code.wanted.app != app {
            return Err(("invalid_grant", "authentication failure"));
        }
        if code.spent || code.at + CODE_LIFE <= now {
            return Err(("invalid_grant", "expired authorization code"));
        }
        if code.wanted.redirect != value(form, "redirect_uri") {
            return Err(("redirect_uri_mismatch", "redirect_uri must match configuration"));
        }
        if let Some(challenge) = &code.wanted.challenge
            && *challenge != digest(value(form, "code_verifier"))
        {
            return Err(("invalid_grant", "invalid code verifier"));
        }
        code.spent = true;
        let (user, scopes) = (code.user.clone(), code.wanted.scopes.clone());
        let lasting = scopes
            .iter()
            .any(|scope| scope == "refresh_token" || scope == "offline_access");
        let refresh = lasting.then(|| self.mint.prefixed("refresh_token", "5Aep861"));
        if let Some(token) = &refresh {
            let made = Refresh {
                app: app.to_owned(),
                user: user.clone(),
                scopes: scopes.clone(),
            };
            self.org.oauth.refreshes.insert(token.clone(), made);
        }
        Ok(Granted {
            user,
            scopes,
            refresh,
            told: true,
        })
    }

    fn refresh(&self, token: &str, app: &str) -> Result<Granted, (&'static str, &'static str)> {
        let held = self.org.oauth.refreshes.get(token).filter(|held| held.app == app);
        let held = held.ok_or(("invalid_grant", "expired access/refresh token"))?;
        Ok(Granted {
            user: held.user.clone(),
            scopes: held.scopes.clone(),
            refresh: Some(token.to_owned()),
            told: false,
        })
    }

    fn issue(&mut self, granted: Granted, host: &str) -> Response<Bytes> {
        let organization = self.org.organization().to_owned();
        let token = self
            .mint
            .prefixed("access_token", &format!("{}!", id::short(&organization)));
        let now = self.clock.now();
        let session = Session {
            user: granted.user.clone(),
            scopes: Some(granted.scopes.clone()),
            until: now + SESSION_LIFE,
            refresh: granted.refresh.clone(),
        };
        self.org.oauth.sessions.insert(token.clone(), session);
        let mut body = json!({
            "access_token": token, "signature": digest(&token), "scope": granted.scopes.join(" "),
            "instance_url": instance(host), "id": format!("https://{host}/id/{organization}/{}", granted.user),
            "token_type": "Bearer", "issued_at": (now * 1000).to_string(),
        });
        if let (Some(map), Some(refresh), true) = (body.as_object_mut(), granted.refresh, granted.told) {
            map.insert("refresh_token".into(), json!(refresh));
        }
        unstored(200, &body)
    }

    /// `…/revoke`: a refresh token goes with every access token that came with it.
    pub(super) fn revoke(&mut self, token: &str) -> Response<Bytes> {
        let oauth = &mut self.org.oauth;
        let known = oauth.refreshes.remove(token).is_some() | oauth.sessions.remove(token).is_some();
        oauth
            .sessions
            .retain(|_, session| session.refresh.as_deref() != Some(token));
        if known {
            unstored(200, &Value::Null)
        } else {
            refused("invalid_token", "invalid token")
        }
    }

    fn bearer(&mut self, header: &str) -> Option<String> {
        let token = header.split_once(' ').map_or("", |(_, token)| token.trim());
        match token.strip_prefix("sandbox:") {
            Some(name) => self.org.person(name).map(|row| text(row, "Id").to_owned()),
            None => {
                let session = self.org.oauth.sessions.get(token)?;
                (session.until > self.clock.now()).then(|| session.user.clone())
            }
        }
    }

    /// `…/userinfo`.
    pub(super) fn user_info(&mut self, header: &str, host: &str) -> Response<Bytes> {
        let user = self.bearer(header);
        let Some(row) = user.and_then(|user| self.org.records.get("User", &user)) else {
            return crate::server::respond(403, &[("content-type", "text/html;charset=UTF-8")], "Bad_OAuth_Token");
        };
        let organization = self.org.organization();
        let user = text(row, "Id");
        unstored(
            200,
            &json!({
                "sub": format!("https://{host}/id/{organization}/{user}"), "user_id": user,
                "organization_id": organization, "preferred_username": text(row, "Username"),
                "nickname": text(row, "Alias"), "name": text(row, "Name"), "email": text(row, "Email"),
                "email_verified": true, "given_name": text(row, "FirstName"), "family_name": text(row, "LastName"),
                "zoneinfo": text(row, "TimeZoneSidKey"), "locale": text(row, "LocaleSidKey"),
                "language": text(row, "LanguageLocaleKey"), "active": flag(row, "IsActive"), "user_type": "STANDARD",
                "urls": urls(host),
            }),
        )
    }

    /// The identity behind the `id` of a token answer.
    pub(super) fn identity(&mut self, header: &str, path: &str, host: &str) -> Response<Bytes> {
        let own = format!("/id/{}/", self.org.organization());
        let user = self.bearer(header);
        let named = path.strip_prefix(&own).filter(|id| Some(*id) == user.as_deref());
        let Some(row) = named.and_then(|id| self.org.records.get("User", id)) else {
            return crate::server::respond(403, &[("content-type", "text/html;charset=UTF-8")], "Bad_OAuth_Token");
        };
        unstored(
            200,
            &json!({
                "id": format!("https://{host}{path}"), "asserted_user": true, "user_id": text(row, "Id"),
                "organization_id": self.org.organization(), "username": text(row, "Username"),
                "nick_name": text(row, "Alias"), "display_name": text(row, "Name"), "email": text(row, "Email"),
                "active": flag(row, "IsActive"), "user_type": "STANDARD", "language": text(row, "LanguageLocaleKey"),
                "urls": urls(host),
            }),
        )
    }
}

/// Where the org's services are: My Domain, whoever was asked, at the same port; on loopback loopback itself.
fn instance(host: &str) -> String {
    match host.strip_prefix("login.salesforce.com") {
        Some(port) => format!("https://{HOST}{port}"),
        None => format!("https://{host}"),
    }
}

fn urls(host: &str) -> Value {
    let base = instance(host);
    json!({
        "rest": format!("{base}/services/data/v{{version}}/"), "query": format!("{base}/services/data/v{{version}}/query/"),
        "sobjects": format!("{base}/services/data/v{{version}}/sobjects/"),
    })
}
