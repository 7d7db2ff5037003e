//! `$batch`: multipart requests as many clients write them, and answers as the strictest of them read them.

use super::error::Refusal;
use super::payload::below_version;
use super::query::Prefer;
use super::service::{Answer, Call, Payload, Service};
use crate::ident::Guid;
use http::{HeaderMap, HeaderName, HeaderValue};
use std::fmt::Write as _;

/// Most requests in one batch (Web API, "Execute batch operations").
pub const MOST: usize = 1000;

/// One request inside a batch.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// `Content-ID`, if any.
    pub content_id: Option<String>,
    /// Method, upper case.
    pub method: String,
    /// URL as written.
    pub url: String,
    /// Headers.
    pub headers: HeaderMap,
    /// Body.
    pub body: String,
}

/// A part, or a change set of parts.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A request of its own.
    Single(Part),
    /// Requests that succeed or fail together.
    ChangeSet(Vec<Part>),
}

/// Reads a batch body: CRLF or LF, quoted or bare boundary, blank lines at will.
///
/// # Errors
/// 400 with what is wrong.
pub fn parse(content_type: &str, body: &str) -> Result<Vec<Item>, Refusal> {
    let boundary = boundary(content_type).ok_or_else(|| {
        Refusal::bad(format!(
            "The content-type '{content_type}' of a batch must be 'multipart/mixed' and specify a boundary parameter."
        ))
    })?;
    let mut items = Vec::new();
    let mut requests = 0;
    for text in pieces(&boundary, body) {
        let (headers, rest) = head(&text);
        let kind = value(&headers, "content-type").unwrap_or_default();
        if let Some(inner) = boundary_of_multipart(&kind) {
            let mut parts = Vec::new();
            for text in pieces(&inner, &rest) {
                let (headers, rest) = head(&text);
                if boundary_of_multipart(&value(&headers, "content-type").unwrap_or_default()).is_some() {
                    return Err(Refusal::bad("A change set cannot hold another one."));
                }
                let part = request(&headers, &rest)?;
                if part.method == "GET" {
                    return Err(Refusal::bad(
                        "An invalid HTTP method 'GET' was detected for a request in a change set. Requests in change sets only support the HTTP methods 'POST', 'PUT', 'DELETE', and 'PATCH'.",
                    ));
                }
                parts.push(part);
            }
            requests += parts.len();
            items.push(Item::ChangeSet(parts));
        } else {
            requests += 1;
            items.push(Item::Single(request(&headers, &rest)?));
        }
        if requests > MOST {
            return Err(Refusal::bad(format!("A batch may hold at most {MOST} requests.")));
        }
    }
    Ok(items)
}

fn boundary(content_type: &str) -> Option<String> {
    boundary_of_multipart(content_type)
}

fn boundary_of_multipart(content_type: &str) -> Option<String> {
    let mut pieces = content_type.split(';');
    if !pieces.next()?.trim().eq_ignore_ascii_case("multipart/mixed") {
        return None;
    }
    pieces.find_map(|piece| {
        let (name, value) = piece.split_once('=')?;
        let value = value.trim().trim_matches('"');
        (name.trim().eq_ignore_ascii_case("boundary") && !value.is_empty()).then(|| value.to_owned())
    })
}

/// The texts between boundaries. The line end before a boundary belongs to the boundary.
fn pieces(boundary: &str, body: &str) -> Vec<String> {
    let (open, close) = (format!("--{boundary}"), format!("--{boundary}--"));
    let mut out = Vec::new();
    let mut current: Option<String> = None;
    for line in body.split_inclusive('\n') {
        let bare = line.trim_end();
        if bare == open || bare == close {
            out.extend(current.take());
            if bare == close {
                return out;
            }
            current = Some(String::new());
        } else if let Some(text) = &mut current {
            text.push_str(line);
        }
    }
    out.extend(current);
    out
}

/// Header lines up to the first blank line (or the end), and what follows. Leading blank lines are skipped.
fn head(text: &str) -> (Vec<(String, String)>, String) {
    let mut headers = Vec::new();
    let mut rest = text.trim_start_matches(['\r', '\n']);
    while !rest.is_empty() {
        let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
        rest = after;
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':') {
            headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    (headers, rest.to_owned())
}

fn value(headers: &[(String, String)], name: &str) -> Option<String> {
    headers.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone())
}

fn request(outer: &[(String, String)], text: &str) -> Result<Part, Refusal> {
    let text = text.trim_start_matches(['\r', '\n']);
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let malformed = || Refusal::bad(format!("The batch request line '{}' is not valid.", line.trim_end()));
    let (method, target) = line.trim_end().split_once(' ').ok_or_else(malformed)?;
    let url = match target.rfind(" HTTP/") {
        Some(at) => target.get(..at).unwrap_or(target),
        None => return Err(malformed()),
    };
    let rest = rest
        .strip_prefix("\r\n")
        .or_else(|| rest.strip_prefix('\n'))
        .map_or_else(|| head(rest), |body| (Vec::new(), body.to_owned()));
    let mut headers = HeaderMap::new();
    for (name, value) in &rest.0 {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            headers.append(name, value);
        }
    }
    Ok(Part {
        content_id: value(outer, "content-id").or_else(|| value(&rest.0, "content-id")),
        method: method.to_ascii_uppercase(),
        url: url.trim().to_owned(),
        headers,
        body: rest.1.trim().to_owned(),
    })
}

struct Writer {
    boundary: String,
    text: String,
}

impl Writer {
    fn part(&mut self, answer: &Answer, content_id: Option<&str>) {
        let _ = write!(self.text, "--{}\r\n", self.boundary);
        self.text
            .push_str("Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        if let Some(id) = content_id {
            let _ = write!(self.text, "Content-ID: {id}\r\n");
        }
        let reason = http::StatusCode::from_u16(answer.status)
            .ok()
            .and_then(|s| s.canonical_reason())
            .unwrap_or("Unknown");
        let _ = write!(self.text, "\r\nHTTP/1.1 {} {reason}\r\n", answer.status);
        match &answer.body {
            Payload::Json(_) => self
                .text
                .push_str("Content-Type: application/json; odata.metadata=minimal\r\n"),
            Payload::Text(mime, _) => {
                let _ = write!(self.text, "Content-Type: {mime}\r\n");
            }
            Payload::None => {}
        }
        self.text.push_str("OData-Version: 4.0\r\n");
        for (name, value) in &answer.headers {
            let _ = write!(self.text, "{name}: {value}\r\n");
        }
        self.text.push_str("\r\n");
        match &answer.body {
            Payload::Json(json) => self.text.push_str(&json.to_string()),
            Payload::Text(_, text) => self.text.push_str(text),
            Payload::None => {}
        }
        self.text.push_str("\r\n");
    }

    fn close(mut self) -> String {
        let _ = write!(self.text, "--{}--\r\n", self.boundary);
        self.text
    }
}

impl Service<'_> {
    /// `POST $batch`. Without `odata.continue-on-error` the first error stops it and the whole answer is a 400.
    pub fn batch(&mut self, call: Call<'_>) -> Answer {
        let prefer = Prefer::read(call.headers);
        let content_type = super::read::header(call, "content-type").unwrap_or_default();
        let body = String::from_utf8_lossy(call.body);
        let items = match parse(&content_type, &body) {
            Ok(items) => items,
            Err(refusal) => return Answer::refused(&refusal, &prefer),
        };
        let seed = Guid::derive("batch", &format!("{}{}", self.store.now(), body.len()));
        let mut writer = Writer {
            boundary: format!("batchresponse_{seed}"),
            text: String::new(),
        };
        let mut failed = false;
        for item in items {
            let ok = match item {
                Item::Single(part) => {
                    let answer = self.part(&part);
                    writer.part(&answer, None);
                    answer.status < 400
                }
                Item::ChangeSet(parts) => self.change_set(&parts, &mut writer),
            };
            if !ok {
                failed = true;
                if !prefer.continue_on_error {
                    break;
                }
            }
        }
        self.references.clear();
        let status = if failed && !prefer.continue_on_error { 400 } else { 200 };
        let mime = format!("multipart/mixed; boundary={}", writer.boundary);
        Answer {
            status,
            headers: Vec::new(),
            body: Payload::Text(mime.into(), writer.close()),
        }
    }

    fn change_set(&mut self, parts: &[Part], writer: &mut Writer) -> bool {
        self.store.begin();
        let known = self.references.clone();
        let seed = Guid::derive("changeset", &format!("{}{}", self.store.now(), parts.len()));
        let mut inner = Writer {
            boundary: format!("changesetresponse_{seed}"),
            text: String::new(),
        };
        for part in parts {
            let answer = self.part(part);
            if answer.status >= 400 {
                // A failed change set is one flat error part.
                self.store.rollback();
                self.references = known;
                writer.part(&answer, part.content_id.as_deref());
                return false;
            }
            inner.part(&answer, part.content_id.as_deref());
        }
        self.store.commit();
        let _ = write!(
            writer.text,
            "--{}\r\nContent-Type: multipart/mixed; boundary={}\r\n\r\n",
            writer.boundary, inner.boundary
        );
        let _ = write!(writer.text, "{}\r\n", inner.close());
        true
    }

    fn part(&mut self, part: &Part) -> Answer {
        let prefer = Prefer::read(&part.headers);
        let mut url = below_version(part.url.trim()).to_owned();
        if let Some(rest) = part.url.trim().trim_start_matches('/').strip_prefix('$')
            && !rest.starts_with("batch")
            && !rest.starts_with("metadata")
        {
            let (id, tail) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
            let Some(target) = self.references.get(id) else {
                let text = format!("Content-ID Reference: '${id}' does not exist in the batch context.");
                return Answer::refused(&Refusal::bad(text), &prefer);
            };
            url = format!("{}{tail}", below_version(target));
        }
        let (path, query) = url.split_once('?').unwrap_or((&url, ""));
        if path.trim_matches('/') == "$batch" {
            return Answer::refused(&Refusal::bad("A batch cannot hold another batch."), &prefer);
        }
        let call = Call {
            method: &part.method,
            path,
            query,
            headers: &part.headers,
            body: part.body.as_bytes(),
        };
        let answer = self.answer(call);
        if let (Some(id), true) = (&part.content_id, answer.status < 400) {
            let made = answer
                .headers
                .iter()
                .find(|(n, _)| n == "OData-EntityId")
                .map(|(_, v)| v.clone());
            self.references
                .insert(id.clone(), made.unwrap_or_else(|| path.to_owned()));
        }
        answer
    }
}
