//! The `$filter` language: text to tree. Never panics, whatever the text.

use super::error::Refusal;
use crate::ident::Guid;
use serde_json::{Value, json};

/// Comparison operators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "OData's own operator names")]
pub enum Op {
    Eq,
    Ne,
    Gt,
    Ge,
    Lt,
    Le,
}

/// Text functions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "OData's own function names")]
pub enum TextTest {
    Contains,
    StartsWith,
    EndsWith,
}

/// What is compared.
#[derive(Debug, Clone, PartialEq)]
pub enum Operand {
    /// A property, possibly through navigation properties.
    Path(Vec<String>),
    /// A literal.
    Literal(Value),
}

/// A filter.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Expr {
    And(Vec<Expr>),
    Or(Vec<Expr>),
    Not(Box<Expr>),
    Compare(Op, Operand, Operand),
    Text(TextTest, Operand, Operand),
    In {
        property: Vec<String>,
        values: Vec<Value>,
        negated: bool,
    },
    CallerIs {
        property: Vec<String>,
        negated: bool,
    },
    Lambda {
        all: bool,
        path: Vec<String>,
        var: String,
        body: Option<Box<Expr>>,
    },
    Constant(bool),
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Word(String),
    Literal(Value),
    Open,
    Close,
    OpenList,
    CloseList,
    Comma,
    Colon,
    Slash,
    Equals,
}

const MAX_DEPTH: usize = 64;

fn syntax(text: &str) -> Refusal {
    Refusal::bad(format!("Bad Request - Error in query syntax near '{text}'"))
}

fn tokens(text: &str) -> Result<Vec<Token>, Refusal> {
    let chars: Vec<char> = text.chars().collect();
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        at += 1;
        let token = match c {
            c if c.is_whitespace() => continue,
            '(' => Token::Open,
            ')' => Token::Close,
            '[' => Token::OpenList,
            ']' => Token::CloseList,
            ',' => Token::Comma,
            ':' => Token::Colon,
            '/' => Token::Slash,
            '=' => Token::Equals,
            '\'' | '"' => {
                let mut value = String::new();
                loop {
                    match chars.get(at) {
                        None => return Err(Refusal::bad("There is an unterminated string literal in the filter.")),
                        Some(&q) if q == c => {
                            at += 1;
                            if chars.get(at) == Some(&c) {
                                value.push(c);
                                at += 1;
                            } else {
                                break;
                            }
                        }
                        Some(&other) => {
                            value.push(other);
                            at += 1;
                        }
                    }
                }
                Token::Literal(Value::String(value))
            }
            _ => {
                let mut word = String::from(c);
                while let Some(&next) = chars.get(at) {
                    let dated = word.starts_with(|d: char| d.is_ascii_digit()) && matches!(next, ':' | '+');
                    if next.is_alphanumeric() || matches!(next, '_' | '.' | '-' | '@' | '$') || dated {
                        word.push(next);
                        at += 1;
                    } else {
                        break;
                    }
                }
                word_token(&word)?
            }
        };
        out.push(token);
    }
    Ok(out)
}

fn word_token(word: &str) -> Result<Token, Refusal> {
    if let Some(id) = Guid::parse(word) {
        return Ok(Token::Literal(Value::String(id.to_string())));
    }
    match word {
        "null" => return Ok(Token::Literal(Value::Null)),
        "true" => return Ok(Token::Literal(Value::Bool(true))),
        "false" => return Ok(Token::Literal(Value::Bool(false))),
        _ => {}
    }
    if word.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '.') {
        if let Ok(whole) = word.parse::<i64>() {
            return Ok(Token::Literal(json!(whole)));
        }
        if let Some(number) = word.parse::<f64>().ok().filter(|n| n.is_finite()) {
            return Ok(Token::Literal(json!(number)));
        }
        let dated = word.chars().nth(4) == Some('-') && word.chars().nth(7) == Some('-');
        return if dated {
            Ok(Token::Literal(Value::String(word.to_owned())))
        } else {
            Err(syntax(word))
        };
    }
    if word.starts_with(|c: char| c.is_alphabetic() || matches!(c, '_' | '@' | '$')) {
        return Ok(Token::Word(word.to_owned()));
    }
    Err(syntax(word))
}

/// Reads a filter. `aliases` are the query's `@p` parameters.
///
/// # Errors
/// 400 for anything that is not a filter.
pub fn parse(text: &str, aliases: &[(String, String)]) -> Result<Expr, Refusal> {
    let mut parser = Parser {
        tokens: tokens(text)?,
        at: 0,
        aliases,
    };
    let expr = parser.or(0)?;
    match parser.peek() {
        None => Ok(expr),
        Some(_) => Err(syntax(text)),
    }
}

struct Parser<'a> {
    tokens: Vec<Token>,
    at: usize,
    aliases: &'a [(String, String)],
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn next(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        token
    }

    fn expect(&mut self, wanted: &Token) -> Result<(), Refusal> {
        match self.next() {
            Some(token) if token == *wanted => Ok(()),
            other => Err(syntax(&format!("{other:?}"))),
        }
    }

    fn take(&mut self, wanted: &Token) -> bool {
        let hit = self.peek() == Some(wanted);
        if hit {
            self.at += 1;
        }
        hit
    }

    fn word(&mut self, wanted: &str) -> bool {
        let hit = matches!(self.peek(), Some(Token::Word(w)) if w.eq_ignore_ascii_case(wanted));
        if hit {
            self.at += 1;
        }
        hit
    }

    fn or(&mut self, depth: usize) -> Result<Expr, Refusal> {
        if depth > MAX_DEPTH {
            return Err(Refusal::bad("The filter is nested too deeply."));
        }
        let mut parts = vec![self.and(depth)?];
        while self.word("or") {
            parts.push(self.and(depth)?);
        }
        Ok(single(parts, Expr::Or))
    }

    fn and(&mut self, depth: usize) -> Result<Expr, Refusal> {
        let mut parts = vec![self.unary(depth)?];
        while self.word("and") {
            parts.push(self.unary(depth)?);
        }
        Ok(single(parts, Expr::And))
    }

    fn unary(&mut self, depth: usize) -> Result<Expr, Refusal> {
        if depth > MAX_DEPTH {
            return Err(Refusal::bad("The filter is nested too deeply."));
        }
        if self.word("not") {
            return Ok(Expr::Not(Box::new(self.unary(depth + 1)?)));
        }
        if self.take(&Token::Open) {
            let inner = self.or(depth + 1)?;
            self.expect(&Token::Close)?;
            return Ok(inner);
        }
        if let Some(Token::Word(name)) = self.peek().cloned()
            && self.tokens.get(self.at + 1) == Some(&Token::Open)
        {
            self.at += 2;
            return self.call(&name);
        }
        let left = self.operand()?;
        if let Operand::Path(path) = &left
            && let Some((last, before)) = path.split_last()
            && matches!(last.as_str(), "any" | "all")
            && self.take(&Token::Open)
        {
            return self.lambda(last == "all", before.to_vec(), depth);
        }
        let op = match self.next() {
            Some(Token::Word(word)) => match word.to_ascii_lowercase().as_str() {
                "eq" => Op::Eq,
                "ne" => Op::Ne,
                "gt" => Op::Gt,
                "ge" => Op::Ge,
                "lt" => Op::Lt,
                "le" => Op::Le,
                _ => return Err(syntax(&word)),
            },
            None => {
                return match left {
                    Operand::Literal(Value::Bool(value)) => Ok(Expr::Constant(value)),
                    _ => Err(Refusal::bad(
                        "The $filter expression must evaluate to a single boolean value.",
                    )),
                };
            }
            Some(other) => return Err(syntax(&format!("{other:?}"))),
        };
        let right = self.operand()?;
        Ok(Expr::Compare(op, left, right))
    }

    fn lambda(&mut self, all: bool, path: Vec<String>, depth: usize) -> Result<Expr, Refusal> {
        if self.take(&Token::Close) {
            return Ok(Expr::Lambda {
                all,
                path,
                var: String::new(),
                body: None,
            });
        }
        let Some(Token::Word(var)) = self.next() else {
            return Err(syntax("lambda"));
        };
        self.expect(&Token::Colon)?;
        let body = self.or(depth + 1)?;
        self.expect(&Token::Close)?;
        Ok(Expr::Lambda {
            all,
            path,
            var,
            body: Some(Box::new(body)),
        })
    }

    fn call(&mut self, name: &str) -> Result<Expr, Refusal> {
        let test = match name.to_ascii_lowercase().as_str() {
            "contains" => Some(TextTest::Contains),
            "startswith" => Some(TextTest::StartsWith),
            "endswith" => Some(TextTest::EndsWith),
            _ => None,
        };
        if let Some(test) = test {
            let left = self.operand()?;
            self.expect(&Token::Comma)?;
            let right = self.operand()?;
            self.expect(&Token::Close)?;
            return Ok(Expr::Text(test, left, right));
        }
        let function = name.strip_prefix("Microsoft.Dynamics.CRM.").unwrap_or(name);
        let (mut property, mut values) = (Vec::new(), Vec::new());
        while !self.take(&Token::Close) {
            let Some(Token::Word(parameter)) = self.next() else {
                return Err(syntax(name));
            };
            self.expect(&Token::Equals)?;
            if self.take(&Token::OpenList) {
                values = self.list()?;
            } else {
                match self.operand()? {
                    Operand::Literal(Value::String(text)) if parameter == "PropertyName" => {
                        property = text.split('/').map(str::to_owned).collect();
                    }
                    Operand::Literal(Value::Array(list)) => values = list,
                    Operand::Literal(value) => values.push(value),
                    Operand::Path(_) => return Err(syntax(&parameter)),
                }
            }
            self.take(&Token::Comma);
        }
        if property.is_empty() {
            return Err(Refusal::bad(format!(
                "The function '{name}' needs the parameter 'PropertyName'."
            )));
        }
        match function {
            "In" => Ok(Expr::In {
                property,
                values,
                negated: false,
            }),
            "NotIn" => Ok(Expr::In {
                property,
                values,
                negated: true,
            }),
            "EqualUserId" => Ok(Expr::CallerIs {
                property,
                negated: false,
            }),
            "NotEqualUserId" => Ok(Expr::CallerIs {
                property,
                negated: true,
            }),
            _ => Err(Refusal::bad(format!(
                "An unknown function with name '{name}' was found."
            ))),
        }
    }

    fn list(&mut self) -> Result<Vec<Value>, Refusal> {
        let mut values = Vec::new();
        while !self.take(&Token::CloseList) {
            match self.next() {
                Some(Token::Literal(value)) => values.push(value),
                other => return Err(syntax(&format!("{other:?}"))),
            }
            self.take(&Token::Comma);
        }
        Ok(values)
    }

    fn operand(&mut self) -> Result<Operand, Refusal> {
        match self.next() {
            Some(Token::Literal(value)) => Ok(Operand::Literal(value)),
            Some(Token::Word(word)) if word.starts_with('@') => self.alias(&word),
            Some(Token::Word(word)) if matches!(word.as_str(), "tolower" | "toupper") && self.take(&Token::Open) => {
                // Comparison of text ignores case anyway, so only what is inside counts.
                let inner = match self.next() {
                    Some(Token::Literal(value)) => Operand::Literal(value),
                    Some(Token::Word(first)) => self.path(first)?,
                    other => return Err(syntax(&format!("{other:?}"))),
                };
                self.expect(&Token::Close)?;
                Ok(inner)
            }
            Some(Token::Word(word)) => self.path(word),
            other => Err(syntax(&format!("{other:?}"))),
        }
    }

    fn path(&mut self, first: String) -> Result<Operand, Refusal> {
        let mut path = vec![first];
        while self.take(&Token::Slash) {
            match self.next() {
                Some(Token::Word(next)) => path.push(next),
                other => return Err(syntax(&format!("{other:?}"))),
            }
        }
        Ok(Operand::Path(path))
    }

    fn alias(&self, name: &str) -> Result<Operand, Refusal> {
        let text = self.aliases.iter().find(|(n, _)| n == name).map(|(_, v)| v);
        let text = text.ok_or_else(|| Refusal::bad(format!("The parameter alias '{name}' has no value.")))?;
        if let Ok(value @ Value::Array(_)) = serde_json::from_str(&text.replace('\'', "\"")) {
            return Ok(Operand::Literal(value));
        }
        match tokens(text)?.as_slice() {
            [Token::Literal(value)] => Ok(Operand::Literal(value.clone())),
            _ => Err(syntax(text)),
        }
    }
}

fn single(mut parts: Vec<Expr>, join: fn(Vec<Expr>) -> Expr) -> Expr {
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        Some(last) => {
            parts.push(last);
            join(parts)
        }
        None => join(parts),
    }
}
