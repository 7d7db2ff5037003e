//! Id tokens: JWTs of the real shape. The signature has the length of an RS256 one and is none: nothing checks it
//! against a key, for the published key set is empty.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use http::Response;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// A token with those claims.
pub(super) fn token(claims: &Value) -> String {
    let header = json!({"typ": "JWT", "alg": "RS256", "kid": "sandbox"});
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let body = format!("{}.{}", part(&header), part(claims));
    let mut signature = Vec::new();
    for round in 0..8u8 {
        let mut hasher = Sha256::new();
        hasher.update([round]);
        hasher.update(body.as_bytes());
        signature.extend(hasher.finalize());
    }
    format!("{body}.{}", URL_SAFE_NO_PAD.encode(signature))
}

/// The published keys.
pub(super) fn keys() -> Response<Bytes> {
    crate::markup::unstored(200, &json!({"keys": []}))
}
