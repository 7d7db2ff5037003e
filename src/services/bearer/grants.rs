//! What an approved plan lets a bearer transport write: exactly its methods, paths and bodies. What a plan leaves open
//! until it runs (`~slot~`: an id a service chooses, a secret) is open here too, and nothing around it.

use serde_json::Value;

use crate::http::{Method, Request};
use crate::json;

/// The writes of one approved plan.
#[derive(Debug, Default)]
pub struct Grants(Vec<Granted>);

#[derive(Debug)]
struct Granted {
    method: Method,
    path: String,
    body: Body,
}

#[derive(Debug)]
enum Body {
    /// Nothing open: by digest.
    Exactly(String),
    /// With open places.
    Like(Value),
}

impl Grants {
    /// Those of these requests; anything granted before ends.
    pub fn of(writes: &[Request]) -> Self {
        let granted = |request: &Request| {
            let body = request.body.as_deref().unwrap_or_default();
            let open = json::parse(body).ok().filter(|_| pieces(body).len() > 1);
            Granted {
                method: request.method,
                path: request.path.clone(),
                body: open.map_or_else(|| Body::Exactly(request.body_digest()), Body::Like),
            }
        };
        Self(writes.iter().map(granted).collect())
    }

    /// Whether a write is one of them.
    pub fn allow(&self, request: &Request) -> bool {
        self.0.iter().any(|granted| {
            granted.method == request.method
                && fits(&granted.path, &request.path, is_id)
                && match &granted.body {
                    Body::Exactly(digest) => *digest == request.body_digest(),
                    Body::Like(template) => {
                        let body = request.body.as_deref().unwrap_or_default();
                        json::parse(body).is_ok_and(|body| is_like(template, &body))
                    }
                }
        })
    }
}

/// The same members, the same values; texts may differ where the template is open.
fn is_like(template: &Value, value: &Value) -> bool {
    match (template, value) {
        (Value::String(template), Value::String(text)) => fits(template, text, |_| true),
        (Value::Array(templates), Value::Array(values)) => {
            templates.len() == values.len() && templates.iter().zip(values).all(|(one, other)| is_like(one, other))
        }
        (Value::Object(templates), Value::Object(values)) => {
            templates.len() == values.len()
                && templates
                    .iter()
                    .all(|(name, template)| values.get(name).is_some_and(|value| is_like(template, value)))
        }
        (one, other) => one == other,
    }
}

/// What may stand in an open place of a path: one name, no way out of its segment or its literal.
fn is_id(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'@');
    text.len() <= 200 && text.bytes().all(plain) && !text.starts_with('.')
}

/// Whether a text is the template with something acceptable, never nothing, in each open place.
fn fits(template: &str, text: &str, may: fn(&str) -> bool) -> bool {
    let pieces = pieces(template);
    let Some((first, rest)) = pieces.split_first() else {
        return false;
    };
    let Some(mut left) = text.strip_prefix(first) else {
        return false;
    };
    for (at, piece) in rest.iter().enumerate() {
        let is_last = at + 1 == rest.len();
        let end = if is_last {
            left.len().checked_sub(piece.len()).filter(|_| left.ends_with(piece))
        } else {
            left.find(piece)
        };
        let Some((open, after)) = end.and_then(|end| Some((left.get(..end)?, left.get(end + piece.len()..)?))) else {
            return false;
        };
        if open.is_empty() || !may(open) {
            return false;
        }
        left = after;
    }
    left.is_empty()
}

/// What stands around the open places (`~name~`, lower-case letters, digits and dashes).
fn pieces(template: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut search) = (0, 0);
    while let Some(open) = template
        .get(search..)
        .and_then(|rest| rest.find('~'))
        .map(|at| at + search)
    {
        let name = template.get(open + 1..).unwrap_or_default();
        let length = name.find('~').unwrap_or(0);
        let is_slot = length > 0
            && name
                .bytes()
                .take(length)
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if is_slot {
            pieces.push(template.get(start..open).unwrap_or_default());
            start = open + length + 2;
            search = start;
        } else {
            search = open + 1;
        }
    }
    pieces.push(template.get(start..).unwrap_or_default());
    pieces
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_not_open_is_held_by_method_path_and_digest() {
        let delete = Request {
            method: Method::Delete,
            path: "/v1.0/applications/1".into(),
            headers: Default::default(),
            body: None,
        };
        let grants = Grants::of(&[delete.clone()]);
        assert!(grants.allow(&delete));
        for (method, path, body) in [
            (Method::Post, "/v1.0/applications/1", None),
            (Method::Delete, "/v1.0/applications/2", None),
            (Method::Delete, "/v1.0/applications/1?x", None),
            (Method::Delete, "/v1.0/applications/1", Some("{}".to_owned())),
        ] {
            let other = Request {
                method,
                path: path.into(),
                body,
                ..delete.clone()
            };
            assert!(!grants.allow(&other), "{other:?}");
        }
        assert!(!Grants::default().allow(&delete));
    }

    #[test]
    fn an_open_place_takes_one_name_in_a_path_and_any_text_in_a_body() {
        let write = |path: &str, body: Value| Request::json(Method::Post, path, &body);
        let template = write(
            "/v1.0/applications/~app-object~/addPassword",
            json!({"passwordCredential": {"displayName": "Lead ~app-id~!"}, "list": [1, "x"]}),
        );
        let grants = Grants::of(&[template]);
        let body = |name: &str| json!({"list": [1, "x"], "passwordCredential": {"displayName": name}});
        let path = "/v1.0/applications/0a-1/addPassword";
        assert!(grants.allow(&write(path, body("Lead a\"b!"))));
        for (path, body) in [
            (path, body("Lead !")),
            (path, body("Another")),
            (
                path,
                json!({"list": [1, "x"], "passwordCredential": {"displayName": "Lead x!", "more": 1}}),
            ),
            (
                path,
                json!({"list": [2, "x"], "passwordCredential": {"displayName": "Lead x!"}}),
            ),
            ("/v1.0/applications//addPassword", body("Lead x!")),
            ("/v1.0/applications/a/b/addPassword", body("Lead x!")),
            ("/v1.0/applications/a?x=/addPassword", body("Lead x!")),
            ("/v1.0/applications/../addPassword", body("Lead x!")),
            ("/v1.0/applications/a%2Fb/addPassword", body("Lead x!")),
            ("/v1.0/users/a/addPassword", body("Lead x!")),
        ] {
            assert!(!grants.allow(&write(path, body.clone())), "{path} {body}");
        }
    }

    #[test]
    fn a_tilde_that_opens_nothing_is_a_tilde() {
        for text in ["/~x", "~~", "~A~", "a~b c~d"] {
            assert_eq!(pieces(text), [text]);
        }
        assert_eq!(pieces("~a~/~b-1~"), ["", "/", ""]);
        assert_eq!(pieces("~ ~a~"), ["~ ", ""]);
    }
}
