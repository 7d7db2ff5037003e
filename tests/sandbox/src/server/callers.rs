//! Who is calling: the pages' sign-in cookie, or a bearer token for tools.

use super::text_header;
use crate::config::Config;
use crate::dataverse::cast::lcid;
use crate::dataverse::store::{Row, Store};
use crate::entra::resource::Resource;
use crate::entra::{Entra, Subject};
use crate::graph::Directory;
use crate::ident::Guid;
use crate::odata::error::Refusal;
use crate::odata::url;
use bytes::Bytes;
use http::Request;
use std::sync::Arc;

const COOKIE: &str = "CrmOwinAuth";
/// Who is signed in unless a page says otherwise.
pub const DEFAULT: &str = "admin@contoso.com";

/// The cookie that keeps a user signed in.
pub fn cookie(upn: &str) -> String {
    let value = percent_encoding::utf8_percent_encode(upn, percent_encoding::NON_ALPHANUMERIC);
    format!("{COOKIE}={value}; Path=/; Secure; HttpOnly; SameSite=None")
}

/// What takes that cookie from the browser.
pub fn no_cookie() -> String {
    format!("{COOKIE}=; Path=/; Secure; HttpOnly; SameSite=None; Max-Age=0")
}

fn from_cookie(request: &Request<Bytes>) -> Option<String> {
    request.headers().get_all("cookie").iter().find_map(|value| {
        let text = String::from_utf8_lossy(value.as_bytes()).into_owned();
        text.split(';').find_map(|pair| {
            let (name, value) = pair.trim().split_once('=')?;
            (name == COOKIE).then(|| url::decode(value))
        })
    })
}

/// The user a page is for, and whether a cookie must say so: `?as=` wins, then the cookie, then the administrator.
pub fn for_page(request: &Request<Bytes>) -> (String, bool) {
    let pairs = url::pairs(request.uri().query().unwrap_or_default());
    if let Some((_, upn)) = pairs
        .into_iter()
        .find(|(name, value)| name == "as" && !value.is_empty())
    {
        return (upn.to_lowercase(), true);
    }
    match from_cookie(request) {
        Some(upn) => (upn, false),
        None => (DEFAULT.to_owned(), true),
    }
}

/// The organization's row of a token that Entra issued for `resource`, which it is: of the user, or of the application.
///
/// # Errors
/// 401 for a token that does not hold here, 403 for somebody the organization does not know.
fn issued<'a>(
    header: &str,
    store: &'a Store,
    resource: &Resource,
    entra: &Entra,
    directory: &Directory,
) -> Result<&'a Arc<Row>, Refusal> {
    let caller = entra.bearer(header, resource, directory).map_err(|fault| {
        Refusal::new(
            401,
            "0x80040101",
            format!("The access token does not hold here: {fault:?}."),
        )
    })?;
    let mut rows = store.table("systemuser").rows();
    let row = match &caller.subject {
        Subject::User(upn) => rows.find(|row| row.text("domainname").is_some_and(|d| d.eq_ignore_ascii_case(upn))),
        Subject::App(app) => rows.find(|row| row.text("applicationid") == Some(app.as_str())),
    };
    row.ok_or_else(|| Refusal::new(403, "0x80072560", "The user is not a member of the organization."))
}

/// The calling user's id.
///
/// # Errors
/// 401 for nobody, an unknown name or another token; 403 for a disabled user.
pub fn for_data(
    request: &Request<Bytes>,
    store: &Store,
    resource: &Resource,
    entra: &Entra,
    directory: &Directory,
) -> Result<Guid, Refusal> {
    let nobody = || {
        Refusal::new(
            401,
            "0x80040101",
            "The request is not authenticated: sign in, or send a bearer token.",
        )
    };
    let bearer = text_header(request, "authorization");
    let upn = match bearer.split_once(' ') {
        Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => {
            token.trim().strip_prefix("sandbox:").map(str::to_lowercase)
        }
        _ => Some(from_cookie(request).ok_or_else(nobody)?),
    };
    let row = match upn {
        None => issued(&bearer, store, resource, entra, directory)?.clone(),
        Some(upn) => {
            let named = |row: &&Arc<Row>| row.text("domainname").is_some_and(|d| d.eq_ignore_ascii_case(&upn));
            let by_id = store.get("systemuser", Guid::derive("systemuser", &upn));
            let row = by_id.or_else(|| store.table("systemuser").rows().find(named));
            row.cloned().ok_or_else(nobody)?
        }
    };
    if row.flag("isdisabled") {
        return Err(Refusal::new(
            403,
            "0x80040225",
            format!(
                "The specified user(Id = {}) is disabled. Consider enabling this user.",
                row.id
            ),
        ));
    }
    Ok(row.id)
}

/// The language a user's pages speak.
pub fn locale(store: &Store, upn: &str, config: &Config) -> String {
    let language = store
        .get("usersettings", Guid::derive("systemuser", upn))
        .and_then(|r| r.value("uilanguageid").as_i64());
    ["en", "da", "fr", "ja"]
        .into_iter()
        .find(|l| Some(lcid(l)) == language)
        .map_or_else(|| config.locale.clone(), str::to_owned)
}
