//! Entra: who signs in, what for, and the tokens that say so.
//!
//! ```text
//! resource.rs    what a token can be for, and the scopes of each
//! refusal.rs     AADSTS errors, as page, redirect or token answer
//! request.rs     an authorize request, read and held against the registered application
//! consent.rs     which scopes a user or the organization has consented to
//! sign_in.rs     from authorize request to code: session, account, second factor, consent
//! page.rs        the sign-in pages
//! token.rs       the token endpoints
//! grant.rs       what is under way or issued: sign-ins, codes, tokens
//! jwt.rs         id tokens
//! ```
//!
//! Sources: Microsoft identity platform, "OAuth 2.0 authorization code flow", "OpenID Connect", "Refresh tokens",
//! "Microsoft Entra authentication and authorization error codes"; for v1, azure-docs `v1-protocols-oauth-code.md`.

mod consent;
mod grant;
mod jwt;
mod page;
mod refusal;
mod request;
pub mod resource;
mod sign_in;
mod token;

pub use grant::{Caller, Entra, Subject, TokenFault};

use crate::graph::Directory;
use crate::odata::url;
use bytes::Bytes;
use http::{Request, Response};

/// Hosts of Entra: the public cloud, US Government, China.
pub const HOSTS: [&str; 3] = [
    "login.microsoftonline.com",
    "login.microsoftonline.us",
    "login.partner.microsoftonline.cn",
];

/// A tenant next door, for whoever signs in with the wrong account.
pub const OTHER_TENANT: &str = "fabrikam.com";

/// A request to an Entra host.
pub struct Visit<'a> {
    /// The request.
    pub request: &'a Request<Bytes>,
    /// Authority the client named.
    pub host: &'a str,
    /// The directory of the tenant.
    pub directory: &'a mut Directory,
}

impl Visit<'_> {
    /// The form a POST carries, decoded.
    fn form(&self) -> Vec<(String, String)> {
        url::pairs(&String::from_utf8_lossy(self.request.body()))
    }

    fn header(&self, name: &str) -> String {
        crate::server::text_header(self.request, name)
    }
}

/// A value of decoded pairs, empty when there is none.
fn value<'a>(pairs: &'a [(String, String)], name: &str) -> &'a str {
    pairs
        .iter()
        .find(|(n, _)| n == name)
        .map_or("", |(_, value)| value.as_str())
}

/// Answers a request to an Entra host.
pub fn respond(entra: &mut Entra, visit: &mut Visit<'_>) -> Response<Bytes> {
    let path = visit.request.uri().path().trim_matches('/').to_owned();
    let method = visit.request.method().as_str().to_owned();
    let (tenant, below) = path.split_once('/').unwrap_or((&path, ""));
    match (method.as_str(), below) {
        ("GET", "oauth2/v2.0/authorize") => sign_in::authorize(entra, visit, tenant, request::Version::V2),
        ("GET", "oauth2/authorize") => sign_in::authorize(entra, visit, tenant, request::Version::V1),
        ("POST", "login") => sign_in::account_chosen(entra, visit),
        ("POST", "proofup") => sign_in::second_factor(entra, visit),
        ("POST", "consent") => sign_in::consent_decided(entra, visit),
        ("POST", "oauth2/v2.0/token") => token::answer(entra, visit, tenant, request::Version::V2),
        ("POST", "oauth2/token") => token::answer(entra, visit, tenant, request::Version::V1),
        ("OPTIONS", "oauth2/v2.0/token" | "oauth2/token") => token::preflight(visit),
        ("GET", "oauth2/v2.0/logout" | "oauth2/logout") => sign_in::sign_out(entra, visit),
        ("GET", "v2.0/.well-known/openid-configuration") => token::configuration(visit, tenant, request::Version::V2),
        ("GET", ".well-known/openid-configuration") => token::configuration(visit, tenant, request::Version::V1),
        ("GET", "discovery/v2.0/keys" | "discovery/keys") => jwt::keys(),
        ("GET", _) => page::file(&path).unwrap_or_else(page::not_found),
        _ => page::not_found(),
    }
}
