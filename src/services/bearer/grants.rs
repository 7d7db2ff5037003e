//! What an approved plan lets a bearer transport write: exactly its methods, paths and bodies, by digest, as a port to a
//! page does.

use crate::http::{Method, Request};

/// The writes let through now; none at first.
#[derive(Debug, Default)]
pub struct Grants(Vec<Granted>);

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Granted {
    /// Anything but `GET`.
    pub method: Method,
    /// Path and query.
    pub path: String,
    /// [`Request::body_digest`].
    pub digest: String,
}

impl Grants {
    /// These, and nothing that was granted before.
    pub const fn of(writes: Vec<Granted>) -> Self {
        Self(writes)
    }

    /// Whether a write is one of them.
    pub fn allow(&self, request: &Request) -> bool {
        let digest = request.body_digest();
        let is = |granted: &Granted| {
            granted.method == request.method && granted.path == request.path && granted.digest == digest
        };
        self.0.iter().any(is)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_write_is_held_by_method_path_and_digest() {
        let delete = Request {
            method: Method::Delete,
            ..Request::get("/v1.0/applications/1")
        };
        let granted = Granted {
            method: delete.method,
            path: delete.path.clone(),
            digest: delete.body_digest(),
        };
        let grants = Grants::of(vec![granted]);
        assert!(grants.allow(&delete));
        for (method, path, body) in [
            (Method::Post, "/v1.0/applications/1", None),
            (Method::Delete, "/v1.0/applications/2", None),
            (Method::Delete, "/v1.0/applications/1?x", None),
            (Method::Delete, "/v1.0/applications/1", Some("{}".to_owned())),
        ] {
            let path = path.to_owned();
            let other = Request {
                method,
                path,
                body,
                ..delete.clone()
            };
            assert!(!grants.allow(&other), "{other:?}");
        }
        assert!(!Grants::default().allow(&delete));
    }
}
