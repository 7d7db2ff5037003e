//! `$filter`: what of each type can be filtered by what, read and held against a row; everything else refused (Graph,
//! "Advanced query capabilities on Microsoft Entra ID objects").

use super::answer::Refusal;
use super::csdl::{Member, model};
use super::directory::Row;
use crate::ident::Guid;
use serde_json::{Value, json};

const MOST_ALTERNATIVES: usize = 15;
const MOST_TOKENS: usize = 400;

/// What a property can be filtered by: equality and `in`; also its beginning; also, as an advanced query, `ne`, `not`
/// and its end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Indexed {
    Equal,
    Begin,
}

const FILTERS: [(&str, &[(&str, Indexed)]); 7] = [
    (
        "group",
        &[
            ("id", Indexed::Equal),
            ("displayName", Indexed::Begin),
            ("mail", Indexed::Begin),
            ("mailNickname", Indexed::Begin),
            ("securityEnabled", Indexed::Equal),
            ("mailEnabled", Indexed::Equal),
        ],
    ),
    (
        "user",
        &[
            ("id", Indexed::Equal),
            ("userPrincipalName", Indexed::Begin),
            ("displayName", Indexed::Begin),
            ("givenName", Indexed::Begin),
            ("surname", Indexed::Begin),
            ("mail", Indexed::Begin),
            ("mailNickname", Indexed::Begin),
            ("accountEnabled", Indexed::Equal),
            ("usageLocation", Indexed::Equal),
            ("userType", Indexed::Equal),
            ("assignedLicenses", Indexed::Equal),
            ("assignedLicenses/skuId", Indexed::Equal),
        ],
    ),
    (
        "application",
        &[
            ("id", Indexed::Equal),
            ("appId", Indexed::Equal),
            ("displayName", Indexed::Begin),
            ("uniqueName", Indexed::Equal),
            ("identifierUris", Indexed::Begin),
            ("signInAudience", Indexed::Equal),
        ],
    ),
    (
        "servicePrincipal",
        &[
            ("id", Indexed::Equal),
            ("appId", Indexed::Equal),
            ("displayName", Indexed::Begin),
            ("servicePrincipalNames", Indexed::Begin),
            ("servicePrincipalType", Indexed::Equal),
            ("accountEnabled", Indexed::Equal),
        ],
    ),
    (
        "oAuth2PermissionGrant",
        &[
            ("clientId", Indexed::Equal),
            ("consentType", Indexed::Equal),
            ("principalId", Indexed::Equal),
            ("resourceId", Indexed::Equal),
        ],
    ),
    (
        "unifiedRoleAssignment",
        &[
            ("principalId", Indexed::Equal),
            ("roleDefinitionId", Indexed::Equal),
            ("directoryScopeId", Indexed::Equal),
        ],
    ),
    (
        "directoryRole",
        &[("displayName", Indexed::Equal), ("roleTemplateId", Indexed::Equal)],
    ),
];

/// A condition of a filter.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Expr {
    Both(Box<Expr>, Box<Expr>),
    Either(Box<Expr>, Box<Expr>),
    Not(Box<Expr>),
    Equal(String, Value),
    Begins(String, String),
    Ends(String, String),
    Count(String, i64),
    Any(String, Box<Expr>),
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Word(String),
    Text(String),
    Mark(char),
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut out = Vec::new();
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            ' ' => {}
            '(' | ')' | ',' | ':' => out.push(Token::Mark(c)),
            '\'' => {
                let mut held = String::new();
                loop {
                    match letters.next()? {
                        '\'' if letters.peek() == Some(&'\'') => {
                            letters.next();
                            held.push('\'');
                        }
                        '\'' => break,
                        other => held.push(other),
                    }
                }
                out.push(Token::Text(held));
            }
            _ => {
                let mut word = String::from(c);
                // A date has colons of its own; a lambda's variable is followed by one.
                while let Some(next) = letters.peek().copied().filter(|c| !" (),'".contains(*c)) {
                    if next == ':' && !word.starts_with(|c: char| c.is_ascii_digit()) {
                        break;
                    }
                    word.push(next);
                    letters.next();
                }
                out.push(Token::Word(word));
            }
        }
    }
    Some(out)
}

struct Parser<'a> {
    tokens: Vec<Token>,
    at: usize,
    type_name: &'a str,
    advanced: bool,
    /// Nested `not`, `any` and parentheses, bounded so that a hostile filter ends.
    depth: usize,
}

fn syntax() -> Refusal {
    Refusal::unreadable("Invalid filter clause: syntax error.")
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn next(&mut self) -> Result<Token, Refusal> {
        let token = self.peek().cloned().ok_or_else(syntax)?;
        self.at += 1;
        Ok(token)
    }

    fn mark(&mut self, wanted: char) -> Result<(), Refusal> {
        match self.next()? {
            Token::Mark(found) if found == wanted => Ok(()),
            _ => Err(syntax()),
        }
    }

    fn word(&mut self) -> Result<String, Refusal> {
        match self.next()? {
            Token::Word(word) => Ok(word),
            _ => Err(syntax()),
        }
    }

    fn is_word(&self, wanted: &str) -> bool {
        matches!(self.peek(), Some(Token::Word(word)) if word == wanted)
    }

    fn either(&mut self, prefix: &str) -> Result<Expr, Refusal> {
        let mut left = self.both(prefix)?;
        while self.is_word("or") {
            self.at += 1;
            left = Expr::Either(Box::new(left), Box::new(self.both(prefix)?));
        }
        Ok(left)
    }

    fn both(&mut self, prefix: &str) -> Result<Expr, Refusal> {
        let mut left = self.one(prefix)?;
        while self.is_word("and") {
            self.at += 1;
            left = Expr::Both(Box::new(left), Box::new(self.one(prefix)?));
        }
        Ok(left)
    }

    fn needs_advanced(&self, operator: &str) -> Result<(), Refusal> {
        if self.advanced {
            return Ok(());
        }
        Err(Refusal::unsupported(format!(
            "Operator '{operator}' is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information"
        )))
    }

    fn indexed(&self, path: &str, wanted: Indexed) -> Result<(), Refusal> {
        let first = path.split('/').next().unwrap_or_default();
        if model().member(self.type_name, first).is_none() {
            return Err(Refusal::unreadable(format!(
                "Invalid filter clause: Could not find a property named '{first}' on type 'microsoft.graph.{}'.",
                self.type_name
            )));
        }
        let known = FILTERS
            .iter()
            .find(|(name, _)| *name == self.type_name)
            .and_then(|(_, list)| list.iter().find(|(name, _)| *name == path));
        match known {
            Some((_, indexed)) if *indexed == Indexed::Begin || wanted == Indexed::Equal => Ok(()),
            _ => Err(Refusal::unsupported(format!(
                "Unsupported or invalid query filter clause specified for property '{first}' of resource '{}'.",
                self.type_name
            ))),
        }
    }

    fn literal(&mut self, path: &str) -> Result<Value, Refusal> {
        let token = self.next()?;
        let kind = self.kind(path);
        let (value, found) = match token {
            Token::Text(text) => (Value::String(text), "Edm.String"),
            Token::Word(word) if word == "null" => return Ok(Value::Null),
            Token::Word(word) => match (word.as_str(), Guid::parse(&word), word.parse::<i64>()) {
                ("true" | "false", ..) => (json!(word == "true"), "Edm.Boolean"),
                (_, Some(id), _) => (json!(id.to_string()), "Edm.Guid"),
                (_, _, Ok(number)) => (json!(number), "Edm.Int32"),
                _ => return Err(syntax()),
            },
            Token::Mark(_) => return Err(syntax()),
        };
        if kind != found {
            return Err(Refusal::unreadable(format!(
                "Invalid filter clause: A binary operator with incompatible types was detected. Found operand types '{kind}' and '{found}' for operator kind 'Equal'."
            )));
        }
        Ok(value)
    }

    fn kind(&self, path: &str) -> String {
        let mut type_name = self.type_name.to_owned();
        for part in path.split('/') {
            match model().member(&type_name, part) {
                Some(Member { kind, .. }) => type_name = kind.clone(),
                None => return String::new(),
            }
        }
        type_name
    }

    fn one(&mut self, prefix: &str) -> Result<Expr, Refusal> {
        self.depth += 1;
        if self.depth > 40 {
            return Err(syntax());
        }
        let made = self.condition(prefix);
        self.depth -= 1;
        made
    }

    fn condition(&mut self, prefix: &str) -> Result<Expr, Refusal> {
        if self.peek() == Some(&Token::Mark('(')) {
            self.at += 1;
            let inner = self.either(prefix)?;
            self.mark(')')?;
            return Ok(inner);
        }
        let word = self.word()?;
        match word.as_str() {
            "not" => {
                self.needs_advanced("not")?;
                return Ok(Expr::Not(Box::new(self.one(prefix)?)));
            }
            "startswith" | "startsWith" | "endswith" | "endsWith" => {
                let begins = word.starts_with("starts");
                if !begins {
                    self.needs_advanced("endsWith")?;
                }
                self.mark('(')?;
                let path = self.path(prefix)?;
                self.indexed(&path, Indexed::Begin)?;
                self.mark(',')?;
                let Token::Text(text) = self.next()? else {
                    return Err(syntax());
                };
                self.mark(')')?;
                return Ok(if begins {
                    Expr::Begins(path, text)
                } else {
                    Expr::Ends(path, text)
                });
            }
            _ => {}
        }
        if let Some(path) = word.strip_suffix("/any") {
            return self.any(path);
        }
        let path = named(&word, prefix);
        if let Some(list) = path.strip_suffix("/$count") {
            return self.count(list);
        }
        let operator = self.word()?;
        match operator.as_str() {
            "eq" => {
                self.indexed(&path, Indexed::Equal)?;
                Ok(Expr::Equal(path.clone(), self.literal(&path)?))
            }
            "ne" => {
                self.needs_advanced("ne")?;
                self.indexed(&path, Indexed::Equal)?;
                let value = self.literal(&path)?;
                Ok(Expr::Not(Box::new(Expr::Equal(path, value))))
            }
            "in" => {
                self.indexed(&path, Indexed::Equal)?;
                self.mark('(')?;
                let mut all: Option<Expr> = None;
                loop {
                    let one = Expr::Equal(path.clone(), self.literal(&path)?);
                    all = Some(match all {
                        Some(before) => Expr::Either(Box::new(before), Box::new(one)),
                        None => one,
                    });
                    match self.next()? {
                        Token::Mark(',') => {}
                        Token::Mark(')') => return all.ok_or_else(syntax),
                        _ => return Err(syntax()),
                    }
                }
            }
            _ => Err(Refusal::unsupported(format!(
                "Unsupported or invalid query filter clause specified for property '{path}' of resource '{}'.",
                self.type_name
            ))),
        }
    }

    fn path(&mut self, prefix: &str) -> Result<String, Refusal> {
        Ok(named(&self.word()?, prefix))
    }

    fn count(&mut self, list: &str) -> Result<Expr, Refusal> {
        self.needs_advanced("$count")?;
        self.indexed(list, Indexed::Equal)?;
        let negated = match self.word()?.as_str() {
            "eq" => false,
            "ne" => true,
            _ => return Err(syntax()),
        };
        // "/$count eq 0" and "/$count ne 0" are what the service supports.
        let number: i64 = self.word()?.parse().map_err(|_| syntax())?;
        if number != 0 {
            return Err(Refusal::unsupported("Only a count of 0 can be compared with."));
        }
        let made = Expr::Count(list.to_owned(), number);
        Ok(if negated { Expr::Not(Box::new(made)) } else { made })
    }

    fn any(&mut self, path: &str) -> Result<Expr, Refusal> {
        let list = model()
            .member(self.type_name, path)
            .is_some_and(|member| member.collection);
        if !list {
            return Err(Refusal::unreadable(
                "Invalid filter clause: The parent value for an 'any' query must be a collection.",
            ));
        }
        self.mark('(')?;
        let variable = self.word()?;
        self.mark(':')?;
        self.depth += 1;
        let inner = self.either(&format!("{variable}\u{0}{path}"))?;
        self.depth -= 1;
        self.mark(')')?;
        Ok(Expr::Any(path.to_owned(), Box::new(inner)))
    }
}

/// A path as written, a lambda's variable replaced by the list it stands for.
fn named(word: &str, prefix: &str) -> String {
    let Some((variable, list)) = prefix.split_once('\u{0}') else {
        return word.to_owned();
    };
    match word.strip_prefix(variable) {
        Some("") => list.to_owned(),
        Some(rest) if rest.starts_with('/') => format!("{list}{rest}"),
        _ => word.to_owned(),
    }
}

fn same(value: &Value, wanted: &Value) -> bool {
    match (value, wanted) {
        (Value::String(a), Value::String(b)) => a.to_lowercase() == b.to_lowercase(),
        _ => value == wanted,
    }
}

/// Whether the condition holds of a row; `item` is the list and its element a lambda is at.
pub(super) fn holds(expr: &Expr, row: &Row, item: Option<(&str, &Value)>) -> bool {
    let value = |path: &str| -> Value {
        if let Some((list, item)) = item
            && let Some(rest) = path.strip_prefix(list)
        {
            return match rest.strip_prefix('/') {
                Some(member) => item.get(member).cloned().unwrap_or_default(),
                None => item.clone(),
            };
        }
        row.get(path).cloned().unwrap_or_default()
    };
    let text = |path: &str| value(path).as_str().unwrap_or_default().to_lowercase();
    let length = |path: &str| row.get(path).and_then(Value::as_array).map_or(0, Vec::len);
    match expr {
        Expr::Both(a, b) => holds(a, row, item) && holds(b, row, item),
        Expr::Either(a, b) => holds(a, row, item) || holds(b, row, item),
        Expr::Not(inner) => !holds(inner, row, item),
        Expr::Equal(path, wanted) => same(&value(path), wanted),
        Expr::Begins(path, wanted) => text(path).starts_with(&wanted.to_lowercase()),
        Expr::Ends(path, wanted) => text(path).ends_with(&wanted.to_lowercase()),
        Expr::Count(path, wanted) => i64::try_from(length(path)).is_ok_and(|found| found == *wanted),
        Expr::Any(path, inner) => row
            .get(path)
            .and_then(Value::as_array)
            .is_some_and(|list| list.iter().any(|one| holds(inner, row, Some((path, one))))),
    }
}

/// Reads a filter of objects of that type; `advanced` where the request asks for advanced queries.
///
/// # Errors
/// What the directory does not support, in its words.
pub(super) fn filter(text: &str, type_name: &str, advanced: bool) -> Result<Expr, Refusal> {
    if !FILTERS.iter().any(|(name, _)| *name == type_name) {
        return Err(Refusal::unsupported(format!(
            "Filter is not supported for '{type_name}'."
        )));
    }
    let tokens = tokens(text).ok_or_else(syntax)?;
    // What the directory says of long lists; it also keeps a hostile filter from nesting for ever.
    let alternatives = tokens
        .iter()
        .filter(|token| matches!(token, Token::Mark(',')) || **token == Token::Word("or".into()))
        .count()
        + 1;
    if alternatives > MOST_ALTERNATIVES || tokens.len() > MOST_TOKENS {
        return Err(Refusal::unsupported(format!(
            "Too many child clauses specified in search filter expression containing 'OR' operators: {alternatives}. Max allowed: {MOST_ALTERNATIVES}."
        )));
    }
    let mut parser = Parser {
        tokens,
        at: 0,
        type_name,
        advanced,
        depth: 0,
    };
    let expr = parser.either("")?;
    if parser.at == parser.tokens.len() {
        Ok(expr)
    } else {
        Err(syntax())
    }
}
