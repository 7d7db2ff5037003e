//! Who is calling: the pages' sign-in cookie, or a bearer token for tools.

use super::text_header;
use crate::config::Config;
use crate::dataverse::cast::lcid;
use crate::dataverse::store::Store;
use crate::ident::Guid;
use crate::odata::error::Refusal;
use crate::odata::url;
use bytes::Bytes;
use http::Request;

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

/// The calling user's id.
///
/// # Errors
/// 401 for nobody, an unknown name or another token; 403 for a disabled user.
pub fn for_data(request: &Request<Bytes>, store: &Store) -> Result<Guid, Refusal> {
    let nobody = || {
        Refusal::new(
            401,
            "0x80040101",
            "The request is not authenticated: sign in, or send a bearer token.",
        )
    };
    let bearer = text_header(request, "authorization");
    let upn = match bearer.split_once(' ') {
        Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => token
            .trim()
            .strip_prefix("sandbox:")
            .map(str::to_lowercase)
            .ok_or_else(nobody)?,
        _ => from_cookie(request).ok_or_else(nobody)?,
    };
    let id = Guid::derive("systemuser", &upn);
    let row = match store.get("systemuser", id) {
        Some(row) => row.clone(),
        None => store
            .table("systemuser")
            .rows()
            .find(|row| row.text("domainname").is_some_and(|d| d.eq_ignore_ascii_case(&upn)))
            .cloned()
            .ok_or_else(nobody)?,
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
