//! Paths and query strings as clients really write them.

use super::error::Refusal;
use percent_encoding::percent_decode_str;

/// One path segment: a name and, in parentheses, a key or parameters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The name, decoded.
    pub name: String,
    /// What stands in parentheses, decoded; `Some("")` for `()`.
    pub arguments: Option<String>,
}

/// Percent-decodes; bytes that are no UTF-8 become replacement characters.
pub fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Percent-decodes a query value, where `+` is a space.
pub fn decode_query(text: &str) -> String {
    decode(&text.replace('+', " "))
}

/// Splits a path below the version into segments; a slash inside quotes or parentheses does not split.
///
/// # Errors
/// When parentheses do not match.
pub fn segments(path: &str) -> Result<Vec<Segment>, Refusal> {
    let mut parts = Vec::new();
    let (mut depth, mut quoted, mut part) = (0usize, false, String::new());
    for c in path.chars() {
        match c {
            '\'' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth = depth.saturating_sub(1),
            '/' if !quoted && depth == 0 => {
                parts.push(std::mem::take(&mut part));
                continue;
            }
            _ => {}
        }
        part.push(c);
    }
    parts.push(part);
    parts
        .into_iter()
        .filter(|p| !p.is_empty())
        .map(|p| segment(&p))
        .collect()
}

fn segment(part: &str) -> Result<Segment, Refusal> {
    let text = decode(part);
    let Some((name, rest)) = text.split_once('(') else {
        return Ok(Segment {
            name: text,
            arguments: None,
        });
    };
    let inner = rest
        .strip_suffix(')')
        .ok_or_else(|| Refusal::bad(format!("Bad Request - Error in query syntax: '{text}'")))?;
    Ok(Segment {
        name: name.to_owned(),
        arguments: Some(inner.to_owned()),
    })
}

/// The query's name-value pairs, decoded, in order; empty pieces are skipped.
pub fn pairs(query: &str) -> Vec<(String, String)> {
    query
        .trim_start_matches('?')
        .split('&')
        .filter(|piece| !piece.is_empty())
        .map(|piece| {
            let (name, value) = piece.split_once('=').unwrap_or((piece, ""));
            (decode_query(name), decode_query(value))
        })
        .collect()
}

/// Splits `a=1,b='x,y',c=[1,2]` at its outer commas.
pub fn split_outside(text: &str, at: char) -> Vec<String> {
    let (mut parts, mut part, mut depth, mut quoted, mut double) = (Vec::new(), String::new(), 0i32, false, false);
    for c in text.chars() {
        match c {
            '\'' if !double => quoted = !quoted,
            '"' if !quoted => double = !double,
            '(' | '[' | '{' if !quoted && !double => depth += 1,
            ')' | ']' | '}' if !quoted && !double => depth -= 1,
            _ => {}
        }
        if c == at && depth <= 0 && !quoted && !double {
            parts.push(std::mem::take(&mut part));
        } else {
            part.push(c);
        }
    }
    parts.push(part);
    parts
        .into_iter()
        .map(|p| p.trim().to_owned())
        .filter(|p| !p.is_empty())
        .collect()
}

/// A literal without its quotes, doubled quotes made single.
pub fn unquote(text: &str) -> String {
    let text = text.trim();
    match text.strip_prefix('\'').and_then(|t| t.strip_suffix('\'')) {
        Some(inner) => inner.replace("''", "'"),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_keep_keys_together() {
        let parts = segments("EntityDefinitions(LogicalName=%27account%27)/Attributes").unwrap();
        assert_eq!(parts[0].arguments.as_deref(), Some("LogicalName='account'"));
        assert_eq!(parts[1].name, "Attributes");
        assert_eq!(segments("accounts(name='a/b')").unwrap().len(), 1);
        assert!(segments("accounts(").is_err());
    }

    #[test]
    fn query_pairs_take_plus_and_junk() {
        let got = pairs("?&%24filter=LogicalName+eq+%27account%27");
        assert_eq!(got, vec![("$filter".to_owned(), "LogicalName eq 'account'".to_owned())]);
    }
}
