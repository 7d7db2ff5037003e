//! Several requests in one: composite, batch, and collections of records (REST API guide, "Composite Resources").

use super::World;
use super::refusal::Refusal;
use super::rights::Rights;
use super::service::{Answer, Asked, below};
use crate::odata::url;
use serde_json::{Map, Value, json};

/// Subrequests of one composite or batch request.
const REQUESTS: usize = 25;
/// How many of them may be queries or collections.
const QUERIES: usize = 5;
/// Records of one collection.
const RECORDS: usize = 200;
const METHODS: [&str; 5] = ["GET", "POST", "PATCH", "PUT", "DELETE"];

/// Answers what stands below `composite`.
pub(super) fn answer(
    world: &mut World<'_>,
    rights: &Rights,
    asked: &Asked<'_>,
    below: &[&str],
) -> Result<Answer, Refusal> {
    match (asked.method, below) {
        ("GET", []) => {
            let all = ["batch", "sobjects"];
            let listed = all
                .iter()
                .map(|name| ((*name).to_owned(), json!(format!("{}/composite/{name}", asked.base))));
            Ok(Answer::told(Value::Object(listed.collect())))
        }
        ("POST", []) => composite(world, rights, asked),
        ("POST", ["batch"]) => batch(world, rights, asked),
        ("POST" | "PATCH" | "DELETE", ["sobjects"]) => collection(world, rights, asked),
        (other, [] | ["batch"] | ["sobjects"]) => Err(Refusal::method(other, "HEAD,GET,POST")),
        _ => Err(Refusal::absent()),
    }
}

fn unreadable(message: impl Into<String>) -> Refusal {
    Refusal::new(400, "JSON_PARSER_ERROR", message)
}

fn list<'a>(body: Option<&'a Value>, name: &str, most: usize) -> Result<&'a Vec<Value>, Refusal> {
    let list = body.and_then(|body| body.get(name)).and_then(Value::as_array);
    let list = list.ok_or_else(|| unreadable(format!("The request has no list '{name}'")))?;
    if list.is_empty() || list.len() > most {
        return Err(Refusal::new(
            400,
            "LIMIT_EXCEEDED",
            format!("The request can’t contain more than {most} operations."),
        ));
    }
    Ok(list)
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// Whether a path is of a query, or of a collection.
fn counts_as_query(parts: &[String]) -> bool {
    matches!(
        parts.first().map(String::as_str),
        Some("query" | "queryAll" | "composite")
    )
}

fn composite(world: &mut World<'_>, rights: &Rights, asked: &Asked<'_>) -> Result<Answer, Refusal> {
    let body = asked.body.as_ref();
    if let Some(name) = body.and_then(Value::as_object).and_then(|map| {
        map.keys()
            .find(|name| !matches!(name.as_str(), "allOrNone" | "collateSubrequests" | "compositeRequest"))
    }) {
        return Err(unreadable(format!("Unrecognized field \"{name}\"")));
    }
    let requests = match list(body, "compositeRequest", REQUESTS) {
        Ok(requests) => requests,
        // Too many come back as one subrequest's answer; with which status the whole comes is not published.
        Err(refusal) if refusal.code == "LIMIT_EXCEEDED" => {
            let only = json!({"body": refusal.body(), "httpHeaders": {}, "httpStatusCode": 400, "referenceId": null});
            return Ok(Answer {
                status: 400,
                ..Answer::told(json!({"compositeResponse": [only]}))
            });
        }
        Err(refusal) => return Err(refusal),
    };
    let mut queries = 0;
    let mut names: Vec<&str> = Vec::new();
    for request in requests {
        let reference = text(request, "referenceId");
        let plain = !reference.is_empty() && reference.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        if !plain || names.contains(&reference) {
            // That a reference id is unique and has letters, digits and underscores is documented; the words are not.
            return Err(unreadable(format!(
                "Invalid reference id '{reference}': reference ids are unique and contain only letters, numbers, and underscores"
            )));
        }
        names.push(reference);
        if !METHODS.contains(&text(request, "method")) || !text(request, "url").starts_with("/services/data/") {
            return Err(unreadable(
                "A subrequest has a method and a url that starts with /services/data/",
            ));
        }
        let (path, _) = split(text(request, "url"));
        queries += usize::from(below(path).is_ok_and(|(_, parts)| counts_as_query(&parts)));
    }
    if queries > QUERIES {
        return Err(Refusal::new(
            400,
            "LIMIT_EXCEEDED",
            format!("The request can’t contain more than {QUERIES} query or collection operations."),
        ));
    }
    let all_or_none = body.and_then(|body| body.get("allOrNone")) == Some(&Value::Bool(true));
    let before = all_or_none.then(|| world.org.records.clone());
    let mut answers: Map<String, Value> = Map::new();
    let mut responses = Vec::new();
    let mut failed = false;
    for request in requests {
        let reference = text(request, "referenceId");
        let answer = if failed && all_or_none {
            halted()
        } else {
            match filled(request, &answers) {
                Ok(request) => subrequest(world, rights, &request),
                Err(refusal) => refusal.into(),
            }
        };
        if answer.status >= 400 {
            failed = true;
        } else {
            answers.insert(reference.to_owned(), answer.body.clone());
        }
        responses.push((reference, answer));
    }
    if let (true, Some(before)) = (failed, before) {
        world.org.records = before;
        for (_, answer) in &mut responses {
            if answer.status < 400 {
                *answer = halted();
            }
        }
    }
    let responses = responses.into_iter().map(|(reference, answer)| {
        let headers: Map<String, Value> = answer
            .headers
            .iter()
            .map(|(name, value)| ((*name).to_owned(), json!(value)))
            .collect();
        json!({"body": answer.body, "httpHeaders": headers, "httpStatusCode": answer.status, "referenceId": reference})
    });
    Ok(Answer::told(
        json!({"compositeResponse": responses.collect::<Vec<_>>()}),
    ))
}

/// What became of the others when one of all or none failed.
fn halted() -> Answer {
    Refusal::new(
        400,
        "PROCESSING_HALTED",
        "The transaction was rolled back since another operation in the same transaction failed.",
    )
    .into()
}

fn split(address: &str) -> (&str, &str) {
    address.split_once('?').unwrap_or((address, ""))
}

/// The subrequest with every `@{reference.field}` replaced by what that subrequest answered.
fn filled(request: &Value, answers: &Map<String, Value>) -> Result<Value, Refusal> {
    Ok(match request {
        Value::String(text) => Value::String(replaced(text, answers)?),
        Value::Array(list) => Value::Array(
            list.iter()
                .map(|each| filled(each, answers))
                .collect::<Result<_, _>>()?,
        ),
        Value::Object(map) => {
            let pairs = map
                .iter()
                .map(|(name, value)| Ok((name.clone(), filled(value, answers)?)));
            Value::Object(pairs.collect::<Result<_, Refusal>>()?)
        }
        other => other.clone(),
    })
}

fn replaced(text: &str, answers: &Map<String, Value>) -> Result<String, Refusal> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("@{") {
        out.push_str(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        let (reference, path) = name.split_once('.').unwrap_or((name, ""));
        let value = answers.get(reference).and_then(|answer| {
            let pointer: String = path
                .split('.')
                .map(|step| format!("/{}", step.replace('[', "/").replace(']', "")))
                .collect();
            answer.pointer(&pointer)
        });
        let value = match value {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::Bool(flag)) => flag.to_string(),
            _ => {
                let says = format!("Invalid reference specified. No value for {name} found in {reference}");
                return Err(Refusal::new(400, "PROCESSING_HALTED", says));
            }
        };
        out.push_str(&value);
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

fn subrequest(world: &mut World<'_>, rights: &Rights, request: &Value) -> Answer {
    let (path, query) = split(text(request, "url"));
    let (base, parts) = match below(path) {
        Ok(found) => found,
        Err(refusal) => return refusal.into(),
    };
    let sub = Asked {
        method: text(request, "method"),
        parts: parts.into_iter().filter(|part| !part.is_empty()).collect(),
        pairs: url::pairs(query),
        body: request.get("body").cloned(),
        base,
        batch: 2000,
    };
    let parts: Vec<&str> = sub.parts.iter().map(String::as_str).collect();
    let outcome = match parts.as_slice() {
        ["composite", "sobjects"] => collection(world, rights, &sub),
        ["sobjects" | "query" | "queryAll", ..] => world.single(rights, &sub),
        _ => Err(Refusal::new(
            400,
            "INVALID_OPERATION",
            format!("{path} is not supported in a composite request"),
        )),
    };
    outcome.unwrap_or_else(Answer::from)
}

fn batch(world: &mut World<'_>, rights: &Rights, asked: &Asked<'_>) -> Result<Answer, Refusal> {
    let body = asked.body.as_ref();
    let requests = list(body, "batchRequests", REQUESTS)?;
    let halts = body.and_then(|body| body.get("haltOnError")) == Some(&Value::Bool(true));
    let mut failed = false;
    let mut results = Vec::new();
    for request in requests {
        if failed && halts {
            let says = "Batch processing halted as requested.";
            let refusal = Refusal::new(412, "BATCH_PROCESSING_HALTED", says);
            results.push(json!({"statusCode": 412, "result": refusal.body()}));
            continue;
        }
        let (path, query) = split(text(request, "url"));
        let outcome = below(&format!("/services/data/{}", path.trim_start_matches('/'))).and_then(|(base, parts)| {
            let sub = Asked {
                method: text(request, "method"),
                parts: parts.into_iter().filter(|part| !part.is_empty()).collect(),
                pairs: url::pairs(query),
                body: request.get("richInput").cloned(),
                base,
                batch: 2000,
            };
            world.single(rights, &sub)
        });
        let answer = outcome.unwrap_or_else(Answer::from);
        failed |= answer.status >= 400;
        results.push(json!({"statusCode": answer.status, "result": answer.body}));
    }
    Ok(Answer::told(json!({"hasErrors": failed, "results": results})))
}

fn collection(world: &mut World<'_>, rights: &Rights, asked: &Asked<'_>) -> Result<Answer, Refusal> {
    let pair = |name: &str| {
        asked
            .pairs
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    };
    let (records, all_or_none) = if asked.method == "DELETE" {
        let ids = pair("ids").unwrap_or_default().split(',').map(|id| json!({"id": id}));
        (ids.collect::<Vec<_>>(), pair("allOrNone") == Some("true"))
    } else {
        let body = asked.body.as_ref();
        let all = body.and_then(|body| body.get("allOrNone")) == Some(&Value::Bool(true));
        let records = body.and_then(|body| body.get("records")).and_then(Value::as_array);
        (records.cloned().unwrap_or_default(), all)
    };
    if records.is_empty() || records.len() > RECORDS {
        return Err(Refusal::new(
            400,
            "EXCEEDED_ID_LIMIT",
            format!("record limit reached. cannot submit more than {RECORDS} records into this call"),
        ));
    }
    let before = all_or_none.then(|| world.org.records.clone());
    let mut results: Vec<Result<String, Refusal>> = Vec::new();
    for record in &records {
        let name = record
            .pointer("/attributes/type")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let id = if asked.method == "DELETE" {
            text(record, "id")
        } else {
            text(record, "Id")
        };
        let id = if id.is_empty() { text(record, "id") } else { id };
        results.push(match asked.method {
            "POST" => world.create(rights, name, record),
            "PATCH" => {
                let mut values = record.clone();
                if let Some(map) = values.as_object_mut() {
                    map.retain(|name, _| !name.eq_ignore_ascii_case("id"));
                }
                world.update(rights, name, id, &values).map(|()| id.to_owned())
            }
            _ => {
                let object = world.org.schema.by_prefix(id).map_or("", |object| object.name);
                world.delete(rights, object, id).map(|()| id.to_owned())
            }
        });
    }
    if let (Some(before), true) = (before, results.iter().any(Result::is_err)) {
        world.org.records = before;
        for result in &mut results {
            if result.is_ok() {
                let says =
                    "Record rolled back because not all records were valid and the request was using AllOrNone header";
                *result = Err(Refusal::record("ALL_OR_NONE_OPERATION_ROLLED_BACK", says, &[]));
            }
        }
    }
    let told = results.iter().map(|result| match result {
        Ok(id) => json!({"id": id, "success": true, "errors": []}),
        Err(refusal) => refusal.result(),
    });
    Ok(Answer::told(Value::Array(told.collect())))
}
