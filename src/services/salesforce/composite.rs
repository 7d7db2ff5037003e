//! Many reads in one request (Salesforce REST, "Composite"): composed from paths, so that nothing but reads is in it.
//! The whole counts as one API call.

use serde_json::{Value, json};

use super::{API, ROOT};
use crate::http::{Method, Request, Response, TransportError};
use crate::json;
use crate::services::bearer::sending::check_path;

/// The service takes at most this many requests in one.
pub const MOST_PARTS: usize = 25;
/// Of which so many may be queries.
pub const MOST_QUERIES: usize = 5;

/// Whether a read counts as a query.
pub fn is_query(path: &str) -> bool {
    path.split('?').next().is_some_and(|place| place.ends_with("/query"))
}

/// The request of these reads, numbered in their order.
///
/// # Errors
/// [`TransportError::NotSent`] for too many, none, or a path that is not under the root.
pub fn compose(paths: &[String]) -> Result<Request, TransportError> {
    let queries = paths.iter().filter(|path| is_query(path)).count();
    if paths.is_empty() || paths.len() > MOST_PARTS || queries > MOST_QUERIES {
        return Err(TransportError::NotSent {
            reason: "a composite of too many".to_owned(),
        });
    }
    let mut parts = Vec::with_capacity(paths.len());
    for (at, path) in paths.iter().enumerate() {
        check_path(path, ROOT)?;
        parts.push(json!({"method": "GET", "referenceId": format!("r{at}"), "url": path}));
    }
    let body = json!({"allOrNone": false, "compositeRequest": parts});
    Ok(Request::json(Method::Post, format!("{API}composite"), &body)
        .header("accept", "application/json")
        .header("content-type", "application/json"))
}

/// The answers by number; `None` where there is none, which is never "nothing there".
pub fn parse(answer: &Response, asked: usize) -> Vec<Option<Response>> {
    let mut answers: Vec<Option<Response>> = Vec::new();
    answers.resize_with(asked, || None);
    let body = json::parse(&answer.body).unwrap_or_default();
    let parts = body.get("compositeResponse").and_then(Value::as_array);
    for part in parts.into_iter().flatten() {
        let id = part.get("referenceId").and_then(Value::as_str);
        let at = id.and_then(|id| id.strip_prefix('r')?.parse::<usize>().ok());
        let status = part.get("httpStatusCode").and_then(Value::as_u64);
        let (Some(slot), Some(status)) = (
            at.and_then(|at| answers.get_mut(at)),
            status.and_then(|status| u16::try_from(status).ok()),
        ) else {
            continue;
        };
        *slot = Some(Response {
            status,
            headers: Default::default(),
            body: part.get("body").map(json::text).unwrap_or_default(),
        });
    }
    answers
}
