//! Which requests a bearer transport sends: to paths under one root of one fixed host, with allow-listed headers, and
//! writes only if an approved plan granted them.

use crate::sorted::Sorted;

use percent_encoding::percent_decode_str;

use super::grants::Grants;
use crate::http::{Method, Request, TransportError};

/// The largest answer taken, in bytes.
pub const LIMIT: u64 = 25_165_824;

/// No header names a user or an origin, and none carries a token: that one the transport adds itself.
const HEADERS: [&str; 8] = [
    "accept",
    "content-type",
    "prefer",
    "if-match",
    "if-none-match",
    "odata-version",
    "odata-maxversion",
    "consistencylevel",
];

/// Lets a request through, or says why not.
///
/// # Errors
/// [`TransportError::NotSent`].
pub fn check(request: &Request, root: &str, grants: &Grants) -> Result<(), TransportError> {
    check_path(&request.path, root)?;
    check_headers(&request.headers)?;
    let plain = percent_decode_str(&request.path)
        .decode_utf8_lossy()
        .to_ascii_lowercase();
    let is_batch = plain.contains("$batch") || plain.contains("%24");
    match request.method {
        Method::Get if request.body.is_none() => Ok(()),
        Method::Get => Err(not_sent("a read with a body")),
        // What is in a batch could be anything.
        _ if is_batch => Err(not_sent("a batch is no write")),
        _ if grants.allow(request) => Ok(()),
        _ => Err(not_sent("not granted")),
    }
}

/// Lets a path through: under the root, with nothing in it that a URL parser would resolve away or another would read
/// otherwise.
///
/// # Errors
/// [`TransportError::NotSent`].
pub fn check_path(path: &str, root: &str) -> Result<(), TransportError> {
    let before_query = path.split('?').next().unwrap_or_default();
    let plain = percent_decode_str(before_query).decode_utf8();
    let Ok(plain) = plain.as_deref() else {
        return Err(not_sent("path"));
    };
    let odd = |character: char| character.is_control() || matches!(character, '\\' | '#') || character.is_whitespace();
    let inside = path.get(..root.len()).is_some_and(|start| start == root);
    let dots = plain.split('/').any(|segment| matches!(segment, "." | ".."));
    // Decoded once more nothing may change shape either.
    let twice = plain.to_ascii_lowercase();
    let hidden = ["%2e", "%2f", "%5c", "%23", "%3f"]
        .iter()
        .any(|code| twice.contains(code));
    if !inside || dots || hidden || plain.contains("//") || path.contains(odd) || plain.contains('\\') {
        return Err(not_sent("path"));
    }
    Ok(())
}

fn check_headers(headers: &Sorted<String, String>) -> Result<(), TransportError> {
    for (name, value) in headers {
        let plain = value.bytes().all(|byte| (0x20..0x7f).contains(&byte));
        if !HEADERS.contains(&name.as_str()) || !plain || value.len() > 2000 {
            return Err(not_sent("header"));
        }
    }
    Ok(())
}

fn not_sent(reason: &str) -> TransportError {
    TransportError::NotSent {
        reason: reason.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::services::bearer::grants::Granted;

    fn grant(request: &Request) -> Granted {
        Granted {
            method: request.method,
            path: request.path.clone(),
            digest: request.body_digest(),
        }
    }

    const ROOT: &str = "/v1.0/";

    #[test]
    fn a_path_stays_under_its_root_however_it_is_spelt() {
        for path in [
            "/v1.0/me",
            "/v1.0/applications(uniqueName='a-b')?$select=id,appId",
            "/v1.0/users/lead%20writer@contoso.com?$filter=a%20eq%20'%2F..'",
        ] {
            assert_eq!(check_path(path, ROOT), Ok(()), "{path}");
        }
        for path in [
            "",
            "me",
            "/beta/me",
            "//evil.example/v1.0/me",
            "https://graph.microsoft.com/v1.0/me",
            "/v1.0/../beta/me",
            "/v1.0/%2e%2e/beta/me",
            "/v1.0/%252e%252e/beta/me",
            "/v1.0/x/./me",
            "/v1.0/a//b",
            "/v1.0/a\\b",
            "/v1.0/a%5cb",
            "/v1.0/me#x",
            "/v1.0/me\r\nHost: evil.example",
            "/v1.0/%ff",
        ] {
            assert!(check_path(path, ROOT).is_err(), "{path}");
        }
    }

    #[test]
    fn foreign_headers_batches_and_writes_nobody_granted_are_not_sent() {
        let granted = Request::json(Method::Post, "/v1.0/users", &json!({"a": 1}));
        let grants = Grants::of(vec![grant(&granted)]);
        let may = |request: &Request| check(request, ROOT, &grants).is_ok();
        assert!(may(&Request::get("/v1.0/me")));
        assert!(may(&granted));
        assert!(may(&granted.clone().header("prefer", "create-if-missing")));
        for name in ["authorization", "cookie", "origin", "x-http-method-override", "Prefer"] {
            assert!(!may(&Request::get("/v1.0/me").header(name, "x")), "{name}");
        }
        assert!(!may(&Request::get("/v1.0/me").header("prefer", "a\r\nb: c")));
        assert!(!may(&Request::json(Method::Get, "/v1.0/me", &json!({}))));
        assert!(!may(&Request::json(Method::Post, "/v1.0/users", &json!({"a": 2}))));
        assert!(!may(&Request::json(Method::Patch, "/v1.0/users", &json!({"a": 1}))));
        for path in [
            "/v1.0/$batch",
            "/v1.0/%24batch",
            "/v1.0/$BATCH",
            "/v1.0/$b%61tch",
            "/v1.0/%2524batch",
        ] {
            let batch = Request::json(Method::Post, path, &json!({}));
            assert!(check(&batch, ROOT, &Grants::of(vec![grant(&batch)])).is_err());
        }
    }
}
