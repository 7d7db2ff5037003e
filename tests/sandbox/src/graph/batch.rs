//! `$batch`: up to 20 requests in one, each answered, refused and throttled singly (Graph, "Combine multiple HTTP
//! requests using JSON batching").

use super::answer::{Answer, Payload, Refusal};
use super::service::{Call, Meet, Outcome, Service, no_method};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

const MOST: usize = 20;

struct Item<'a> {
    id: &'a str,
    method: String,
    url: &'a str,
    headers: BTreeMap<String, String>,
    body: Option<Value>,
    depends: Vec<&'a str>,
}

fn bad(message: impl Into<String>) -> Refusal {
    Refusal::new(400, "BadRequest", message)
}

fn item(value: &Value) -> Result<Item<'_>, Refusal> {
    let text = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
    if text("id").is_empty() || text("method").is_empty() || text("url").is_empty() {
        return Err(bad(
            "Invalid batch payload format: every request has an id, a method and a url.",
        ));
    }
    let headers: BTreeMap<String, String> = value
        .get("headers")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
        .filter_map(|(name, value)| Some((name.to_ascii_lowercase(), value.as_str()?.to_owned())))
        .collect();
    let body = value.get("body").filter(|body| !body.is_null()).cloned();
    // "…if you specify a body, you must also specify the Content-Type header" (the same page).
    if body.is_some() && !headers.contains_key("content-type") {
        return Err(bad(format!(
            "Invalid batch payload format: request '{}' has a body and no Content-Type header.",
            text("id")
        )));
    }
    // One published client writes `depends_on`; what the real service makes of that is not known.
    let depends = value.get("dependsOn").or_else(|| value.get("depends_on"));
    Ok(Item {
        id: text("id"),
        method: text("method").to_ascii_uppercase(),
        url: text("url"),
        headers,
        body,
        depends: depends
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect(),
    })
}

/// The path below the version and the query of a request's address: relative, from the host's root, or absolute.
fn below(url: &str) -> (&str, &str) {
    let path = match url.split_once("://") {
        Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
        None => url.trim_start_matches('/'),
    };
    let path = path.strip_prefix("v1.0/").unwrap_or(path);
    path.split_once('?').unwrap_or((path, ""))
}

impl Service<'_> {
    pub(super) fn batch(&mut self, call: &Call<'_>, meet: &mut Meet<'_>) -> Outcome {
        if call.method != "POST" {
            return Err(no_method(call.method));
        }
        let body = Self::body(call)?;
        let requests = body
            .get("requests")
            .and_then(Value::as_array)
            .ok_or_else(|| bad("Invalid batch payload format: 'requests' is missing."))?;
        if requests.is_empty() || requests.len() > MOST {
            return Err(bad(format!(
                "Number of batch request steps is not between 1 and {MOST}."
            )));
        }
        let items = requests.iter().map(item).collect::<Result<Vec<_>, _>>()?;
        let mut outcomes: BTreeMap<&str, u16> = BTreeMap::new();
        for (at, one) in items.iter().enumerate() {
            let before = items.get(..at).unwrap_or_default();
            if before.iter().any(|other| other.id == one.id) {
                return Err(bad(format!("Request Id: {} has a duplicate.", one.id)));
            }
            if let Some(unknown) = one
                .depends
                .iter()
                .find(|id| !items.iter().any(|other| other.id == **id))
            {
                return Err(bad(format!("Invalid dependsOn: there is no request '{unknown}'.")));
            }
            // A request that stands before what it depends on would have to wait for ever.
            if let Some(later) = one
                .depends
                .iter()
                .find(|id| !before.iter().any(|other| other.id == **id))
            {
                return Err(bad(format!(
                    "Request '{}' depends on '{later}', which comes after it.",
                    one.id
                )));
            }
        }
        let mut responses = Vec::new();
        for one in &items {
            let failed = one
                .depends
                .iter()
                .any(|id| outcomes.get(id).is_none_or(|status| *status >= 400));
            let answer = if failed {
                let refusal = Refusal::new(424, "FailedDependency", "Failed Dependency");
                self.refuse(&refusal, call)
            } else {
                self.one(one, call, meet)
            };
            outcomes.insert(one.id, answer.status);
            responses.push(response(one.id, answer));
        }
        // "The responses … can be in a different order": and here they always are.
        responses.reverse();
        Ok(Answer::json(200, json!({"responses": responses})))
    }

    fn one(&mut self, one: &Item<'_>, outer: &Call<'_>, meet: &mut Meet<'_>) -> Answer {
        let (path, query) = below(one.url);
        if let Some(fate) = meet(&one.method, &format!("/v1.0/{path}")) {
            return fate;
        }
        let header = |name: &str| match one.headers.get(name) {
            Some(value) => value.clone(),
            None if name == "client-request-id" => (outer.header)(name),
            None => String::new(),
        };
        let call = Call {
            method: &one.method,
            path,
            query,
            body: one.body.clone(),
            header: &header,
        };
        let outcome = if path.trim_matches('/') == "$batch" {
            Err(bad("A batch in a batch is not supported."))
        } else {
            self.operate(&call)
        };
        outcome.unwrap_or_else(|refusal| self.refuse(&refusal, &call))
    }
}

fn response(id: &str, answer: Answer) -> Value {
    let mut headers: Map<String, Value> = answer
        .headers
        .into_iter()
        .map(|(name, value)| (name, json!(value)))
        .collect();
    let mut out = Map::new();
    out.insert("id".into(), json!(id));
    out.insert("status".into(), json!(answer.status));
    match answer.body {
        Payload::None => {}
        Payload::Json(body) => {
            headers.insert(
                "Content-Type".into(),
                json!("application/json; odata.metadata=minimal; odata.streaming=true"),
            );
            out.insert("body".into(), body);
        }
        Payload::Text(text) => {
            headers.insert("Content-Type".into(), json!("text/plain"));
            out.insert("body".into(), json!(text));
        }
    }
    out.insert("headers".into(), Value::Object(headers));
    Value::Object(out)
}

#[cfg(test)]
mod tests {
    use super::below;

    #[test]
    fn addresses_are_taken_in_every_form_clients_write() {
        for url in [
            "/users?$top=1",
            "users?$top=1",
            "/v1.0/users?$top=1",
            "https://graph.microsoft.com/v1.0/users?$top=1",
        ] {
            assert_eq!(below(url), ("users", "$top=1"), "{url}");
        }
    }
}
