//! Graph's JSON `$batch` (Graph, "Combine multiple HTTP requests using JSON batching"): composed from paths, so that
//! nothing but reads is in it; answers come in any order, each with a status and headers of its own.

use serde_json::{Value, json};

use super::sending::check_path;
use crate::http::{Method, Request, Response, TransportError};
use crate::json;

/// The service takes at most this many requests in one batch.
pub const MOST_PARTS: usize = 20;

/// The batch of these reads, numbered in their order.
///
/// # Errors
/// [`TransportError::NotSent`] for too many, none, or a path that is not under the root.
pub fn compose(paths: &[String], root: &str) -> Result<Request, TransportError> {
    if paths.is_empty() || paths.len() > MOST_PARTS {
        return Err(TransportError::NotSent {
            reason: "a batch of too many".to_owned(),
        });
    }
    let mut requests = Vec::with_capacity(paths.len());
    for (at, path) in paths.iter().enumerate() {
        check_path(path, root)?;
        let inner = path.get(root.len().saturating_sub(1)..).unwrap_or_default();
        let mut request = json!({"id": at.to_string(), "method": "GET", "url": inner});
        if is_advanced(path)
            && let Some(members) = request.as_object_mut()
        {
            members.insert("headers".to_owned(), json!({"ConsistencyLevel": "eventual"}));
        }
        requests.push(request);
    }
    let body = json!({ "requests": requests });
    Ok(Request::json(Method::Post, format!("{root}$batch"), &body)
        .header("accept", "application/json")
        .header("content-type", "application/json"))
}

/// Whether a read counts (`$count=true`): then Graph wants `ConsistencyLevel: eventual` ("Advanced query capabilities").
pub fn is_advanced(path: &str) -> bool {
    path.contains("$count=true")
}

/// The answers by number; `None` where there is none, which is never "nothing there".
pub fn parse(answer: &Response, asked: usize) -> Vec<Option<Response>> {
    let mut answers: Vec<Option<Response>> = Vec::new();
    answers.resize_with(asked, || None);
    let body = json::parse(&answer.body).unwrap_or_default();
    let responses = body.get("responses").and_then(Value::as_array);
    for part in responses.into_iter().flatten() {
        let id = part.get("id").and_then(Value::as_str);
        let at = id.and_then(|id| id.parse::<usize>().ok());
        let status = part.get("status").and_then(Value::as_u64);
        let (Some(slot), Some(status)) = (
            at.and_then(|at| answers.get_mut(at)),
            status.and_then(|status| u16::try_from(status).ok()),
        ) else {
            continue;
        };
        let headers = part.get("headers").and_then(Value::as_object);
        let headers = headers.into_iter().flatten().filter_map(|(name, value)| {
            let value = value.as_str().map(str::to_owned);
            Some((name.to_ascii_lowercase(), value?))
        });
        *slot = Some(Response {
            status,
            headers: headers.collect(),
            body: part.get("body").map(json::text).unwrap_or_default(),
        });
    }
    answers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_reads_is_in_a_batch_and_counting_ones_say_so() {
        let paths = ["/v1.0/me".to_owned(), "/v1.0/users?$count=true&$filter=x".to_owned()];
        let request = compose(&paths, "/v1.0/").unwrap();
        assert_eq!((request.method, request.path.as_str()), (Method::Post, "/v1.0/$batch"));
        let body = json::parse(&request.body.unwrap()).unwrap();
        assert_eq!(
            body,
            json!({"requests": [
                {"id": "0", "method": "GET", "url": "/me"},
                {"id": "1", "method": "GET", "url": "/users?$count=true&$filter=x",
                 "headers": {"ConsistencyLevel": "eventual"}},
            ]})
        );
        assert!(compose(&["/beta/me".to_owned()], "/v1.0/").is_err());
        assert!(compose(&vec!["/v1.0/me".to_owned(); 21], "/v1.0/").is_err());
        assert!(compose(&[], "/v1.0/").is_err());
    }

    #[test]
    fn answers_are_told_by_their_number_and_odd_ones_are_missing() {
        let answer = |body: Value| Response {
            status: 200,
            headers: Default::default(),
            body: body.to_string(),
        };
        let parts = parse(
            &answer(json!({"responses": [
                {"id": "1", "status": 429, "headers": {"Retry-After": "7", "odd": 1}, "body": {"error": {}}},
                {"id": "0", "status": 200, "body": {"a": 1}},
                {"id": "9", "status": 200}, {"id": 2, "status": 200}, {"id": "2", "status": "200"}, 7,
            ]})),
            3,
        );
        assert_eq!(parts[0].as_ref().unwrap().body, "{\"a\":1}");
        assert_eq!(parts[1].as_ref().unwrap().header("retry-after"), Some("7"));
        assert!(parts[2].is_none());
        for odd in [Value::Null, json!({"responses": {}}), json!([])] {
            assert_eq!(parse(&answer(odd), 2), [None, None]);
        }
    }
}
