//! What an answer means to a run, whatever carried it: shown, refused, throttled, lost.

use serde_json::Value;

use crate::http::{Millis, Response, TransportError};
use crate::json;
use crate::text::Text;

/// Seconds to wait before each read of a proof. Dataverse's privilege cache lags up to about 30 s.
pub const PROOF_WAITS: [u64; 6] = [0, 1, 2, 4, 8, 15];

/// Seconds to wait before a read that got no answer is sent again; after the last the admin is asked.
pub const LOST_WAITS: [u64; 4] = [1, 2, 4, 8];

/// What came of a request.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// 2xx; the JSON, or `None` if the body is not JSON.
    Success(Option<Value>),
    /// 404, and the service itself says that there is no such row.
    Absent,
    /// 412: the row is not the one the guard read. Nothing was written.
    Moved,
    /// The service asks to wait. With 429 nothing was carried out; with 503 that is unknown.
    Throttled {
        /// Nothing may be sent before.
        until: Millis,
        /// Whether the request was certainly not carried out.
        refused: bool,
    },
    /// 401 or a redirect to a sign-in page. Nothing was carried out.
    SignedOut,
    /// No answer, or one that tells nothing; whether the request was carried out is unknown.
    Lost {
        /// In words.
        why: Text,
        /// Whether the page that carries the requests has to be found again, so that the targets are locked again.
        page_gone: bool,
    },
    /// Answered, and asking again would change nothing. A write was not carried out.
    Refused(Text),
    /// A write was perhaps carried out, but what was answered cannot be read; reading again would not help.
    Unreadable(Text),
}

/// What the answer to an HTTP request means; `tries` counts throttled answers in a row.
pub fn of_http(answer: Result<Response, TransportError>, now: Millis, tries: u32) -> Meaning {
    match answer {
        Ok(response) => of_response(&response, now, tries),
        Err(error) => of_error(error),
    }
}

/// What the answer to a read or press on the page means.
pub fn of_page(answer: Result<Value, TransportError>) -> Meaning {
    answer.map_or_else(of_error, |value| Meaning::Success(Some(value)))
}

fn of_error(error: TransportError) -> Meaning {
    match error {
        TransportError::Unreachable { host } => Meaning::Lost {
            why: Text::new("run-unreachable").name("host", host),
            page_gone: false,
        },
        TransportError::PageGone => Meaning::Lost {
            why: Text::new("run-page-gone"),
            page_gone: true,
        },
        TransportError::NoPage { host } => Meaning::Lost {
            why: Text::new("run-no-page").name("host", host),
            page_gone: true,
        },
        TransportError::ManyPages { host } => Meaning::Lost {
            why: Text::new("run-many-pages").name("host", host),
            page_gone: true,
        },
        TransportError::TabGone { host } => Meaning::Lost {
            why: Text::new("run-tab-gone").name("host", host),
            page_gone: true,
        },
        TransportError::Redirected => Meaning::SignedOut,
        TransportError::TooLarge { limit } => Meaning::Unreadable(
            Text::new("run-answer-too-large").number("limit", i64::try_from(limit).unwrap_or(i64::MAX)),
        ),
        TransportError::NotFound { control } => Meaning::Refused(not_found(control)),
        TransportError::NotSent { reason } => Meaning::Refused(Text::new("run-not-sent").name("reason", reason)),
    }
}

/// By what the page calls it; an id of ours says nothing to anybody.
fn not_found(control: String) -> Text {
    if control.is_empty() {
        return Text::new("run-not-found");
    }
    Text::new("run-not-found-named").name("control", control)
}

fn of_response(response: &Response, now: Millis, tries: u32) -> Meaning {
    match response.status {
        200..=299 => Meaning::Success(json::parse(&response.body).ok()),
        300..=399 | 401 => Meaning::SignedOut,
        404 => match error_of(&response.body) {
            // 0x80060888 is a bad reference: the table or function is unknown, which says nothing about the row.
            Some((code, _)) if code != "0x80060888" => Meaning::Absent,
            _ => Meaning::Refused(refusal(response)),
        },
        // 412 is overloaded: these are duplicates, not a row that moved.
        412 => match error_of(&response.body) {
            Some((code, _)) if matches!(code.as_str(), "0x80060892" | "0x80040237" | "0x80040333") => {
                Meaning::Refused(refusal(response))
            }
            _ => Meaning::Moved,
        },
        429 => Meaning::Throttled {
            until: wait_until(response, now, tries),
            refused: true,
        },
        503 => Meaning::Throttled {
            until: wait_until(response, now, tries),
            refused: false,
        },
        408 | 500..=599 => Meaning::Lost {
            why: Text::new("run-service-error").number("status", i64::from(response.status)),
            page_gone: false,
        },
        400 if error_of(&response.body).is_some_and(|(code, _)| code == DUPLICATE) => Meaning::Moved,
        _ => Meaning::Refused(refusal(response)),
    }
}

/// Never sooner than `Retry-After` (seconds or an HTTP date); without one, 2ⁿ seconds as Microsoft's own SDKs do.
fn wait_until(response: &Response, now: Millis, tries: u32) -> Millis {
    let fallback = now.saturating_add(1000 << tries.min(6));
    let Some(value) = response.header("retry-after").map(str::trim) else {
        return fallback;
    };
    if let Ok(seconds) = value.parse::<u64>() {
        return now.saturating_add(seconds.saturating_mul(1000));
    }
    let Some(at) = date(value) else {
        return fallback;
    };
    // The date is by the service's clock, which ours may differ from: the longer of the two readings is waited.
    let by_service = response
        .header("date")
        .and_then(date)
        .map_or(0, |sent| now.saturating_add(at.saturating_sub(sent)));
    at.max(by_service).max(now)
}

fn date(value: &str) -> Option<Millis> {
    let at = httpdate::parse_http_date(value).ok()?;
    let since = at.duration_since(std::time::UNIX_EPOCH).ok()?;
    u64::try_from(since.as_millis()).ok()
}

/// Code and message of an OData error (`{"error":{"code","message"}}`) or of Salesforce's first one
/// (`[{"errorCode","message"}]`); the code may be empty.
fn error_of(body: &str) -> Option<(String, String)> {
    let json = json::parse(body).ok()?;
    let (error, code) = match &json {
        Value::Array(errors) => (errors.first()?, "errorCode"),
        other => (other.get("error")?, "code"),
    };
    let text = |name: &str| error.get(name).and_then(Value::as_str).unwrap_or_default();
    // Bounded, because it goes into the journal, whose space was checked beforehand.
    Some((
        text(code).to_ascii_lowercase().chars().take(50).collect(),
        text("message").chars().take(500).collect(),
    ))
}

/// Salesforce refused to make the same row twice: somebody else has made it meanwhile.
const DUPLICATE: &str = "duplicate_value";
/// Salesforce counts the requests of a day: asking again only uses more of them.
const LIMIT: &str = "request_limit_exceeded";

/// What a refusal means and what the admin can do about it.
fn refusal(response: &Response) -> Text {
    let (code, message) = error_of(&response.body).unwrap_or_default();
    let privileges = privileges_in(&message);
    match (code.as_str(), response.status) {
        ("0x80048d3b", _) => Text::new("run-refused-grant").name("privileges", privileges),
        ("0x80041409", _) => Text::new("run-refused-business-unit"),
        (LIMIT, _) => Text::new("salesforce-error-limit"),
        // Graph's own message names neither the role nor the permission ("Error responses").
        ("authorization_requestdenied", 403) => Text::new("run-refused-directory").name("message", message),
        (_, 403) if !privileges.is_empty() => Text::new("run-refused-privilege").name("privileges", privileges),
        (_, 403) => Text::new("run-refused-forbidden").name("message", message),
        _ => Text::new("run-refused")
            .number("status", i64::from(response.status))
            .name("code", code)
            .name("message", message),
    }
}

/// The privilege names (`prv…`) a message speaks of, in its order, without repeats.
fn privileges_in(message: &str) -> String {
    let mut found: Vec<&str> = Vec::new();
    for word in message.split(|c: char| !c.is_ascii_alphanumeric() && c != '_') {
        if word.len() > 3 && word.starts_with("prv") && !found.contains(&word) {
            found.push(word);
        }
    }
    found.join(", ")
}
