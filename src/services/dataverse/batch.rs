//! Answers of `$batch`: multipart, in order, tolerant of line endings, bounded, and never a reason to panic.
//!
//! Source: Web API `$batch` (`Content-Type: multipart/mixed; boundary=batchresponse_…`, parts of `application/http`).

use crate::sorted::Sorted;

use crate::http::Response;

/// The service takes at most this many requests in one batch, and answers no more.
pub const MOST_PARTS: usize = 1000;

/// Why an answer is not a readable batch answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BatchError {
    /// No boundary in the header and none at the beginning of the body.
    #[error("no boundary")]
    NoBoundary,
    /// More parts than a batch can have.
    #[error("more than {MOST_PARTS} parts")]
    TooManyParts,
    /// A part without an HTTP status line, such as a nested change set where only reads were sent.
    #[error("part {0} has no status")]
    NoStatus(usize),
    /// The closing boundary is missing: the answer was cut off.
    #[error("cut off after {0} parts")]
    CutOff(usize),
}

/// The parts of a batch answer, in order.
pub fn parse(answer: &Response) -> Result<Vec<Response>, BatchError> {
    let body = answer.body.as_str();
    let boundary = answer
        .header("content-type")
        .and_then(boundary_of)
        .or_else(|| first_line_boundary(body))
        .ok_or(BatchError::NoBoundary)?;
    let delimiter = format!("--{boundary}");
    let mut parts: Vec<Response> = Vec::new();
    let mut current: Option<Vec<&str>> = None;
    for line in body.split('\n') {
        let bare = line.strip_suffix('\r').unwrap_or(line);
        let after = bare.strip_prefix(delimiter.as_str()).map(str::trim_end);
        let closes = after == Some("--");
        if closes || after == Some("") {
            if let Some(lines) = current.take() {
                if parts.len() == MOST_PARTS {
                    return Err(BatchError::TooManyParts);
                }
                parts.push(part(&lines).ok_or(BatchError::NoStatus(parts.len()))?);
            }
            if closes {
                return Ok(parts);
            }
            current = Some(Vec::new());
        } else if let Some(lines) = &mut current {
            lines.push(bare);
        }
    }
    Err(BatchError::CutOff(parts.len()))
}

/// `boundary=…` of a `Content-Type: multipart/mixed`, quoted or not.
fn boundary_of(content_type: &str) -> Option<&str> {
    if !content_type.trim_start().to_ascii_lowercase().starts_with("multipart/") {
        return None;
    }
    content_type.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let value = value.trim().trim_matches('"');
        (name.trim().eq_ignore_ascii_case("boundary") && !value.is_empty()).then_some(value)
    })
}

/// Some services and proxies lose the header; the body then begins with its boundary.
fn first_line_boundary(body: &str) -> Option<&str> {
    let boundary = body.trim_start().lines().next()?.trim_end().strip_prefix("--")?;
    boundary.starts_with("batchresponse_").then_some(boundary)
}

/// MIME headers, blank line, status line, headers, blank line, body.
fn part(lines: &[&str]) -> Option<Response> {
    let status_at = lines.iter().position(|line| line.starts_with("HTTP/"))?;
    let (before, rest) = lines.split_at(status_at);
    // Anything but headers before the status line means that this is not one answer.
    if before.iter().any(|line| !line.is_empty() && !line.contains(':')) {
        return None;
    }
    let (status_line, rest) = rest.split_first()?;
    let status = status_line.split_whitespace().nth(1)?.parse().ok()?;
    if !(100..600).contains(&status) {
        return None;
    }
    let end_of_headers = rest.iter().position(|line| line.is_empty()).unwrap_or(rest.len());
    let (headers, body) = rest.split_at(end_of_headers);
    let headers: Sorted<String, String> = headers
        .iter()
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    Some(Response {
        status,
        headers,
        body: body.join("\n").trim().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(content_type: Option<&str>, body: &str) -> Response {
        Response {
            status: 200,
            headers: content_type
                .map(|value| ("content-type".to_owned(), value.to_owned()))
                .into_iter()
                .collect(),
            body: body.to_owned(),
        }
    }

    const TWO: &str = "--batchresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: application/json; odata.metadata=minimal\r\nOData-Version: 4.0\r\n\r\n{\"a\":1}\r\n--batchresponse_1\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 404 Not Found\r\nREQ_ID: x\r\n\r\n{\"error\":{}}\r\n\r\n--batchresponse_1--\r\n";

    #[test]
    fn parts_come_in_order_whatever_the_line_endings_and_quotes() {
        for body in [TWO.to_owned(), TWO.replace("\r\n", "\n")] {
            for header in [
                Some("multipart/mixed; boundary=batchresponse_1"),
                Some("multipart/mixed;boundary=\"batchresponse_1\"; charset=utf-8"),
                None,
            ] {
                let parts = parse(&answer(header, &body)).unwrap();
                assert_eq!(parts.len(), 2);
                assert_eq!((parts[0].status, parts[0].body.as_str()), (200, "{\"a\":1}"));
                assert_eq!(parts[0].header("odata-version"), Some("4.0"));
                assert_eq!((parts[1].status, parts[1].body.as_str()), (404, "{\"error\":{}}"));
            }
        }
    }

    #[test]
    fn what_is_cut_off_nested_or_endless_is_refused() {
        let cut = TWO.replace("--batchresponse_1--", "");
        assert_eq!(parse(&answer(None, &cut)), Err(BatchError::CutOff(1)));
        assert_eq!(parse(&answer(None, "{\"error\":{}}")), Err(BatchError::NoBoundary));
        assert_eq!(
            parse(&answer(
                None,
                "--batchresponse_1\nContent-Type: multipart/mixed\n\n--x\n--batchresponse_1--"
            )),
            Err(BatchError::NoStatus(0))
        );
        let endless = format!("{}--b--", "--b\n\nHTTP/1.1 204 No Content\n\n".repeat(MOST_PARTS + 1));
        assert_eq!(
            parse(&answer(Some("multipart/mixed; boundary=b"), &endless)),
            Err(BatchError::TooManyParts)
        );
    }
}
