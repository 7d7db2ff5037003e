//! The token endpoints, v2.0 and v1, and what discovery says of them.

use super::grant::{
    ACCESS_LIFE, CODE_LIFE, Entra, Grant, REFRESH_LIFE, Refresh, SPA_LIFE, Subject, elsewhere, object_of, tenant_of,
};
use super::refusal::Refusal;
use super::request::{Realm, Version, no_resource, realm, scope_refusal};
use super::resource::{Asked, Resource, asked};
use super::{Visit, consent, jwt, value};
use crate::graph::directory::{SecretFault, text};
use crate::markup::unstored;
use crate::server::respond;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use http::{HeaderValue, Response};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

type Pairs = [(String, String)];

/// What a token request turned out to be for: a single-page application's tokens are told to its origin.
struct Issued {
    body: Value,
    spa: bool,
}

/// `POST …/token`.
pub(super) fn answer(entra: &mut Entra, visit: &mut Visit<'_>, tenant: &str, version: Version) -> Response<Bytes> {
    let form = visit.form();
    let origin = visit.header("origin");
    let (response, spa) = match issue(entra, visit, tenant, version, &form, !origin.is_empty()) {
        Ok(issued) => (unstored(200, &issued.body), issued.spa),
        // A browser reads the refusal too.
        Err(refusal) => (unstored(refusal.status, &refusal.body(entra.clock)), true),
    };
    if spa { allowed(response, &origin) } else { response }
}

fn allowed(mut response: Response<Bytes>, origin: &str) -> Response<Bytes> {
    if let (false, Ok(value)) = (origin.is_empty(), HeaderValue::from_str(origin)) {
        let headers = response.headers_mut();
        headers.insert("access-control-allow-origin", value);
        headers.insert("vary", HeaderValue::from_static("Origin"));
    }
    response
}

/// `OPTIONS …/token`.
pub(super) fn preflight(visit: &Visit<'_>) -> Response<Bytes> {
    let headers = [
        ("access-control-allow-methods", "POST, OPTIONS"),
        (
            "access-control-allow-headers",
            "content-type,client-request-id,x-client-sku,x-client-ver",
        ),
        ("access-control-max-age", "86400"),
    ];
    allowed(respond(200, &headers, ""), &visit.header("origin"))
}

fn invalid(number: u32, says: impl Into<String>) -> Refusal {
    Refusal::new("invalid_grant", number, says)
}

fn required<'a>(form: &'a Pairs, name: &str) -> Result<&'a str, Refusal> {
    match value(form, name) {
        "" => Err(Refusal::missing(name)),
        text => Ok(text),
    }
}

fn issue(
    entra: &mut Entra,
    visit: &mut Visit<'_>,
    tenant: &str,
    version: Version,
    form: &Pairs,
    cross_origin: bool,
) -> Result<Issued, Refusal> {
    let home = realm(tenant, visit.directory)?;
    let kind = required(form, "grant_type")?;
    let client = required(form, "client_id")?.to_ascii_lowercase();
    if visit.directory.find_any("applications", "appId", &client).is_none() {
        return Err(Refusal::no_application(&client));
    }
    match kind {
        "authorization_code" => {
            let grant = redeemed(entra, visit, form, &client, cross_origin)?;
            tokens(entra, visit, version, form, grant, None)
        }
        "refresh_token" => {
            let token = required(form, "refresh_token")?;
            let Some(Refresh { grant, until }) = entra.refreshes.get(token).cloned() else {
                return Err(invalid(9_002_313, "Invalid request. Request is malformed or invalid."));
            };
            if grant.client != client {
                return Err(invalid(
                    700_005,
                    "Provided Authorization Code is intended to use against other application, so it can't be used.",
                ));
            }
            authenticated(entra, visit, form, &grant, cross_origin)?;
            if until <= entra.clock.now() {
                return Err(if grant.spa {
                    invalid(
                        700_084,
                        "The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which can't be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page.",
                    )
                } else {
                    invalid(700_082, "The refresh token has expired due to inactivity.")
                });
            }
            tokens(entra, visit, version, form, grant, Some(until))
        }
        "client_credentials" => client_credentials(entra, visit, home, version, form, &client),
        other => Err(Refusal::new(
            "unsupported_grant_type",
            70_003,
            format!("The app requested an unsupported grant type '{other}'."),
        )),
    }
}

/// The secret a web application shows, or the origin a single-page application comes from.
fn authenticated(
    entra: &Entra,
    visit: &Visit<'_>,
    form: &Pairs,
    grant: &Grant,
    cross_origin: bool,
) -> Result<(), Refusal> {
    let secret = value(form, "client_secret");
    if grant.spa {
        if !cross_origin {
            return Err(Refusal::new(
                "invalid_request",
                9_002_327,
                "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
            ));
        }
        if !secret.is_empty() {
            return Err(Refusal::new(
                "invalid_client",
                700_025,
                "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
            ));
        }
        return Ok(());
    }
    if cross_origin {
        return Err(Refusal::new(
            "invalid_request",
            9_002_326,
            format!(
                "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: '{}'.",
                visit.header("origin")
            ),
        ));
    }
    secret_shown(entra, visit, form, &grant.client)
}

fn secret_shown(entra: &Entra, visit: &Visit<'_>, form: &Pairs, client: &str) -> Result<(), Refusal> {
    let secret = value(form, "client_secret");
    if secret.is_empty() {
        return Err(Refusal::new(
            "invalid_client",
            7_000_218,
            "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
        ));
    }
    visit
        .directory
        .secret_holds(client, secret, entra.clock.now())
        .map_err(|fault| match fault {
            SecretFault::NoApplication => Refusal::no_application(client),
            SecretFault::Wrong => Refusal::new(
                "invalid_client",
                7_000_215,
                format!("Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{client}'."),
            ),
            SecretFault::Expired => Refusal::new(
                "invalid_client",
                7_000_222,
                format!("The provided client secret keys for app '{client}' are expired."),
            ),
        })
}

/// The grant behind a code, which is spent by this.
fn redeemed(
    entra: &mut Entra,
    visit: &Visit<'_>,
    form: &Pairs,
    client: &str,
    cross_origin: bool,
) -> Result<Grant, Refusal> {
    let text = required(form, "code")?;
    let redirect = required(form, "redirect_uri")?;
    let Some(code) = entra.codes.get(text).cloned() else {
        return Err(invalid(
            70_000,
            "The provided value for the 'code' parameter is not valid.",
        ));
    };
    let grant = code.grant;
    if grant.client != client {
        return Err(invalid(
            700_005,
            "Provided Authorization Code is intended to use against other application, so it can't be used.",
        ));
    }
    if code.spent {
        return Err(invalid(
            54_005,
            "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.",
        ));
    }
    if code.at + CODE_LIFE <= entra.clock.now() {
        return Err(invalid(
            70_008,
            "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.",
        ));
    }
    if grant.redirect != redirect {
        return Err(invalid(
            500_112,
            format!(
                "The reply address '{redirect}' does not match the reply address '{}' provided when requesting Authorization code.",
                grant.redirect
            ),
        ));
    }
    authenticated(entra, visit, form, &grant, cross_origin)?;
    let verifier = value(form, "code_verifier");
    match &grant.challenge {
        None if grant.spa => {
            return Err(Refusal::new(
                "invalid_request",
                9_002_325,
                "Proof Key for Code Exchange is required for cross-origin authorization code redemption.",
            ));
        }
        None => {}
        Some((method, challenge)) => {
            let shown = if method == "S256" {
                URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes()))
            } else {
                verifier.to_owned()
            };
            if shown != *challenge || !(43..=128).contains(&verifier.len()) {
                return Err(invalid(
                    501_481,
                    "The Code_Verifier does not match the code_challenge supplied in the authorization request.",
                ));
            }
        }
    }
    if let Some(code) = entra.codes.get_mut(text) {
        code.spent = true;
    }
    Ok(grant)
}

/// What a token request asks for: its own words, else those of the sign-in.
fn wanted(version: Version, form: &Pairs, grant: &Grant) -> Result<Asked, Refusal> {
    let said = match (version, value(form, "resource"), value(form, "scope")) {
        (Version::V1, "", _) | (Version::V2, _, "") => grant.asked.clone(),
        (Version::V1, resource, _) => Asked {
            openid: vec!["openid".into(), "offline_access".into()],
            scopes: vec![(
                Resource::named(resource).ok_or_else(|| no_resource(resource))?,
                ".default".into(),
            )],
        },
        (Version::V2, _, scope) => asked(scope).map_err(scope_refusal)?,
    };
    if said.resources().len() > 1 {
        return Err(Refusal::new(
            "invalid_request",
            28_000,
            "Provided value for the input parameter scope is not valid because it contains more than one resource.",
        ));
    }
    Ok(said)
}

fn tokens(
    entra: &mut Entra,
    visit: &mut Visit<'_>,
    version: Version,
    form: &Pairs,
    grant: Grant,
    until: Option<i64>,
) -> Result<Issued, Refusal> {
    let asked = wanted(version, form, &grant)?;
    // A sign-in that asked for nothing but an identity gets a token for the user's own profile.
    let resource = asked.resources().into_iter().next().unwrap_or(Resource::Graph);
    let directory = &visit.directory;
    let user = object_of(&grant.upn, directory).ok_or_else(|| {
        invalid(
            50_034,
            format!("The user account {} does not exist in the directory.", grant.upn),
        )
    })?;
    let row = directory.find("users", "userPrincipalName", &grant.upn);
    if row.is_some_and(|row| row.get("accountEnabled") == Some(&json!(false))) {
        return Err(invalid(50_057, "The user account is disabled."));
    }
    if entra.factor_wanted && resource == Resource::PowerApps && !grant.factor {
        let mut refusal = invalid(
            50_076,
            format!(
                "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '{}'.",
                resource.app_id()
            ),
        );
        refusal.suberror = Some("basic_action");
        return Err(refusal.named("interaction_required"));
    }
    let name = directory
        .find_any("applications", "appId", &grant.client)
        .map(|app| text(app, "displayName").to_owned())
        .unwrap_or_default();
    let words = if elsewhere(&grant.upn) {
        asked.scopes.iter().map(|(_, word)| word.clone()).collect()
    } else {
        let missing = consent::missing(directory, &grant.client, &user, &asked)
            .map_err(|_| Refusal::consent(&grant.client, &name))?;
        if !missing.is_empty() {
            return Err(Refusal::consent(&grant.client, &name));
        }
        consent::given(directory, &grant.client, &user, &resource)
    };
    let person = row.map(|row| text(row, "displayName").to_owned()).unwrap_or_default();
    let tenant = tenant_of(&grant.upn, directory);
    let access = entra.access_token(Subject::User(grant.upn.clone()), resource.clone(), words.clone());
    let mut body = Map::new();
    body.insert("token_type".into(), json!("Bearer"));
    body.insert("scope".into(), json!(told(version, &resource, &words, &asked)));
    let now = entra.clock.now();
    if version == Version::V1 {
        for (name, number) in [
            ("expires_in", ACCESS_LIFE),
            ("ext_expires_in", ACCESS_LIFE),
            ("expires_on", now + ACCESS_LIFE),
            ("not_before", now - 300),
        ] {
            body.insert(name.into(), json!(number.to_string()));
        }
        let said = Some(value(form, "resource")).filter(|text| !text.is_empty());
        body.insert("resource".into(), json!(said.unwrap_or(resource.uri())));
    } else {
        body.insert("expires_in".into(), json!(ACCESS_LIFE));
        body.insert("ext_expires_in".into(), json!(ACCESS_LIFE));
    }
    body.insert("access_token".into(), json!(access));
    let openid = |word: &str| {
        [&asked.openid, &grant.asked.openid]
            .into_iter()
            .flatten()
            .any(|w| w == word)
    };
    if version == Version::V1 || openid("offline_access") {
        let token = entra.mint.token("refresh_token");
        let until = match until {
            // The day of a single-page application is counted from the sign-in.
            Some(until) if grant.spa => until,
            _ if grant.spa => grant.since + SPA_LIFE,
            _ => now + REFRESH_LIFE,
        };
        if grant.spa {
            body.insert("refresh_token_expires_in".into(), json!(until - now));
        }
        body.insert("refresh_token".into(), json!(token));
        let kept = Refresh {
            grant: grant.clone(),
            until,
        };
        entra.refreshes.insert(token, kept);
    }
    if version == Version::V1 || openid("openid") {
        let mut claims = json!({
            "aud": grant.client, "tid": tenant, "oid": user, "sub": format!("{user}.{}", grant.client), "ver": "2.0",
            "iss": format!("https://{}/{tenant}/v2.0", cloud_of(visit)), "iat": now, "nbf": now, "exp": now + ACCESS_LIFE,
            "preferred_username": grant.upn, "name": person, "nonce": grant.nonce,
        });
        if version == Version::V1
            && let Some(map) = claims.as_object_mut()
        {
            map.insert("iss".into(), json!(format!("https://sts.windows.net/{tenant}/")));
            map.insert("ver".into(), json!("1.0"));
            map.insert("upn".into(), json!(grant.upn));
        }
        if let Some(map) = claims.as_object_mut() {
            map.retain(|_, value| !value.is_null());
        }
        body.insert("id_token".into(), json!(jwt::token(&claims)));
    }
    Ok(Issued {
        body: Value::Object(body),
        spa: grant.spa,
    })
}

/// The host that stands for the cloud in an issuer: no port is part of it.
fn cloud_of<'a>(visit: &Visit<'a>) -> &'a str {
    visit.host.split(':').next().unwrap_or(visit.host)
}

/// The scopes as the answer tells them: Graph's by their words, others with their resource.
fn told(version: Version, resource: &Resource, words: &[String], asked: &Asked) -> String {
    if version == Version::V1 {
        return words.join(" ");
    }
    let prefix = match resource {
        Resource::Graph => String::new(),
        other => format!("{}/", other.uri()),
    };
    let mut all: Vec<String> = words.iter().map(|word| format!("{prefix}{word}")).collect();
    all.extend(asked.openid.iter().filter(|word| *word != "offline_access").cloned());
    all.join(" ")
}

fn client_credentials(
    entra: &mut Entra,
    visit: &Visit<'_>,
    home: Realm,
    version: Version,
    form: &Pairs,
    client: &str,
) -> Result<Issued, Refusal> {
    if home == Realm::Any {
        return Err(Refusal::new(
            "invalid_request",
            50_059,
            "No tenant-identifying information found in either the request or implied by any provided credentials.",
        ));
    }
    let resource = match version {
        Version::V1 => {
            let said = required(form, "resource")?;
            Resource::named(said).ok_or_else(|| no_resource(said))?
        }
        Version::V2 => {
            let said = asked(required(form, "scope")?).map_err(scope_refusal)?;
            match said.scopes.as_slice() {
                [(resource, word)] if word == ".default" => resource.clone(),
                _ => {
                    return Err(Refusal::new(
                        "invalid_scope",
                        1_002_012,
                        "The provided value for scope is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).",
                    ));
                }
            }
        }
    };
    secret_shown(entra, visit, form, client)?;
    if home == Realm::Other || visit.directory.find_any("servicePrincipals", "appId", client).is_none() {
        return Err(Refusal::new(
            "invalid_client",
            7_000_229,
            format!(
                "The client application {client} is missing service principal in the tenant. See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119"
            ),
        ));
    }
    let token = entra.access_token(Subject::App(client.to_owned()), resource.clone(), Vec::new());
    let body = if version == Version::V1 {
        json!({"token_type": "Bearer", "expires_in": ACCESS_LIFE.to_string(), "ext_expires_in": ACCESS_LIFE.to_string(),
               "expires_on": (entra.clock.now() + ACCESS_LIFE).to_string(), "resource": value(form, "resource"),
               "access_token": token})
    } else {
        json!({"token_type": "Bearer", "expires_in": ACCESS_LIFE, "ext_expires_in": ACCESS_LIFE, "access_token": token})
    };
    Ok(Issued { body, spa: false })
}

/// What discovery says.
pub(super) fn configuration(visit: &Visit<'_>, tenant: &str, version: Version) -> Response<Bytes> {
    let home = match realm(tenant, visit.directory) {
        Ok(Realm::Any) => "{tenantid}".to_owned(),
        Ok(Realm::Home) => visit.directory.tenant.to_string(),
        Ok(Realm::Other) => tenant_of(&format!("admin@{}", super::OTHER_TENANT), visit.directory),
        Err(refusal) => {
            let body = refusal.body(crate::clock::Clock::default());
            return allowed(unstored(400, &body), &visit.header("origin"));
        }
    };
    let base = format!("https://{}/{tenant}", visit.host);
    let (folder, issuer) = match version {
        Version::V2 => ("oauth2/v2.0", format!("https://{}/{home}/v2.0", cloud_of(visit))),
        Version::V1 => ("oauth2", format!("https://sts.windows.net/{home}/")),
    };
    let body = json!({
        "token_endpoint": format!("{base}/{folder}/token"),
        "authorization_endpoint": format!("{base}/{folder}/authorize"),
        "end_session_endpoint": format!("{base}/{folder}/logout"),
        "jwks_uri": format!("{base}/discovery/v2.0/keys"),
        "issuer": issuer,
        "response_modes_supported": ["query", "fragment"],
        "response_types_supported": ["code"],
        "scopes_supported": ["openid", "profile", "email", "offline_access"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "token_endpoint_auth_methods_supported": ["client_secret_post"],
        "claims_supported": ["sub", "iss", "aud", "exp", "iat", "nonce", "preferred_username", "name", "tid", "oid", "ver"],
    });
    let mut response = unstored(200, &body);
    response
        .headers_mut()
        .insert("access-control-allow-origin", HeaderValue::from_static("*"));
    response
}
