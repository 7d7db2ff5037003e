//! Words, texts, numbers and moments of a query, each with its place.

use super::malformed;
use crate::salesforce::refusal::Refusal;

/// A token.
#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    /// A word, with dots where it is a path.
    Word(String),
    /// A text in quotes, unescaped; for LIKE an escaped `%` or `_` keeps its backslash.
    Text(String),
    /// A number.
    Number(f64),
    /// A date, or a date and time.
    Moment(String),
    /// A sign.
    Sign(&'static str),
}

/// A token and where it begins.
pub type Placed = (usize, Token);

const SIGNS: [&str; 10] = ["<=", ">=", "!=", "<>", "(", ")", ",", "=", "<", ">"];

/// Reads all tokens.
///
/// # Errors
/// `MALFORMED_QUERY` at the first thing that is none.
pub fn lex(query: &str) -> Result<Vec<Placed>, Refusal> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = query.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = query.get(at..).unwrap_or_default();
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let (token, length) = if c == '\'' {
            quoted(query, at)?
        } else if let Some(sign) = SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
            let sign = if *sign == "<>" { "!=" } else { sign };
            (Token::Sign(sign), if rest.starts_with("<>") { 2 } else { sign.len() })
        } else if c.is_ascii_digit() || c == '-' || c == '+' {
            let end = rest
                .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | ':' | '-' | '+')))
                .unwrap_or(rest.len());
            let word = rest.get(..end).unwrap_or_default();
            (
                number(word).ok_or_else(|| malformed(query, at, &format!("unexpected token: '{word}'")))?,
                end,
            )
        } else if c.is_alphabetic() {
            let end = rest
                .find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '_' | ':')))
                .unwrap_or(rest.len());
            (Token::Word(rest.get(..end).unwrap_or_default().to_owned()), end)
        } else {
            return Err(malformed(query, at, &format!("unexpected token: '{c}'")));
        };
        tokens.push((at, token));
        at += length;
    }
    Ok(tokens)
}

fn number(word: &str) -> Option<Token> {
    if word.len() >= 10 && word.as_bytes().get(4) == Some(&b'-') {
        let whole = word
            .contains('T')
            .then(|| word.replace(".000+0000", "Z").replace("+0000", "Z"));
        return match whole {
            Some(text) => crate::clock::parse(&text).map(|_| Token::Moment(text)),
            None => crate::clock::parse(&format!("{word}T00:00:00Z")).map(|_| Token::Moment(word.to_owned())),
        };
    }
    word.parse().ok().map(Token::Number)
}

fn quoted(query: &str, start: usize) -> Result<(Token, usize), Refusal> {
    let rest = query.get(start + 1..).unwrap_or_default();
    let mut text = String::new();
    let mut letters = rest.char_indices();
    while let Some((at, c)) = letters.next() {
        match c {
            '\'' => return Ok((Token::Text(text), at + 2)),
            '\\' => match letters.next().map(|(_, c)| c) {
                Some('n' | 'N') => text.push('\n'),
                Some('r' | 'R') => text.push('\r'),
                Some('t' | 'T') => text.push('\t'),
                Some(c @ ('\'' | '"' | '\\')) => text.push(c),
                Some(c @ ('%' | '_')) => text.extend(['\\', c]),
                _ => {
                    return Err(malformed(
                        query,
                        start + 1 + at,
                        "Invalid string literal. Illegal character sequence in string literal",
                    ));
                }
            },
            c => text.push(c),
        }
    }
    Err(malformed(query, start, "unexpected token: <EOF>"))
}
