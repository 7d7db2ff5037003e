//! The query as a tree.

use super::lex::{Placed, Token, lex};
use super::malformed;
use crate::salesforce::refusal::Refusal;

/// A path and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// Names, the last one of a field.
    pub names: Vec<String>,
    /// Where it begins.
    pub at: usize,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Wanted {
    /// Fields.
    Fields(Vec<Path>),
    /// How many rows, in `totalSize`.
    Count,
}

/// A value to compare with.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// True or false.
    Boolean(bool),
    /// A date or moment, or a word for one, such as `TODAY`.
    Moment(String),
    /// Nothing.
    Null,
}

/// How a field is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `=`
    Is,
    /// `!=`
    IsNot,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
    /// `LIKE`
    Like,
}

/// A condition.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// All of them.
    And(Vec<Condition>),
    /// Any of them.
    Or(Vec<Condition>),
    /// Not that.
    Not(Box<Condition>),
    /// A field compared with a value that stands there.
    Compare(Path, Comparison, Literal, usize),
    /// A field among values, or not among them.
    Among(Path, Vec<(Literal, usize)>, bool),
    /// A field among what another query finds, or not among it.
    Join(Path, Box<Query>, bool),
}

/// A query.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    /// What is asked for.
    pub wanted: Wanted,
    /// Object and where it is named.
    pub from: (String, usize),
    /// Which rows.
    pub condition: Option<Condition>,
    /// Fields to order by, whether descending, and where nothing goes: first unless said.
    pub order: Vec<(Path, bool, bool)>,
    /// How many at most.
    pub limit: Option<usize>,
    /// How many to leave out.
    pub offset: usize,
}

/// Words that begin a clause and are no alias.
const CLAUSES: [&str; 12] = [
    "WHERE",
    "ORDER",
    "LIMIT",
    "OFFSET",
    "GROUP",
    "HAVING",
    "WITH",
    "FOR",
    "USING",
    "ALL",
    "UPDATE",
    "SECURITY_ENFORCED",
];
/// Words for a day.
const DAYS: [&str; 3] = ["TODAY", "YESTERDAY", "TOMORROW"];

struct Parser<'a> {
    query: &'a str,
    tokens: Vec<Placed>,
    next: usize,
}

/// Reads a query.
///
/// # Errors
/// `MALFORMED_QUERY` where it cannot be read.
pub fn parse(query: &str) -> Result<Query, Refusal> {
    let tokens = lex(query)?;
    let mut parser = Parser { query, tokens, next: 0 };
    let read = parser.query(false)?;
    if parser.next < parser.tokens.len() {
        return Err(parser.unexpected());
    }
    Ok(read)
}

impl Parser<'_> {
    fn place(&self) -> usize {
        self.tokens.get(self.next).map_or(self.query.len(), |(at, _)| *at)
    }

    fn unexpected(&self) -> Refusal {
        let what = match self.tokens.get(self.next) {
            Some((_, Token::Word(word))) => format!("'{word}'"),
            Some((_, Token::Text(text))) => format!("'{text}'"),
            Some((_, Token::Number(number))) => format!("'{number}'"),
            Some((_, Token::Moment(text))) => format!("'{text}'"),
            Some((_, Token::Sign(sign))) => format!("'{sign}'"),
            None => "<EOF>".to_owned(),
        };
        malformed(self.query, self.place(), &format!("unexpected token: {what}"))
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next).map(|(_, token)| token)
    }

    fn sign(&mut self, sign: &str) -> bool {
        let is = matches!(self.peek(), Some(Token::Sign(found)) if *found == sign);
        self.next += usize::from(is);
        is
    }

    fn expect_sign(&mut self, sign: &str) -> Result<(), Refusal> {
        if self.sign(sign) {
            Ok(())
        } else {
            Err(self.unexpected())
        }
    }

    fn at_word(&self, word: &str) -> bool {
        matches!(self.peek(), Some(Token::Word(found)) if found.eq_ignore_ascii_case(word))
    }

    fn word(&mut self, word: &str) -> bool {
        let is = self.at_word(word);
        self.next += usize::from(is);
        is
    }

    fn expect_word(&mut self, word: &str) -> Result<(), Refusal> {
        if self.word(word) {
            Ok(())
        } else {
            Err(self.unexpected())
        }
    }

    fn name(&mut self) -> Result<(String, usize), Refusal> {
        let at = self.place();
        match self.peek() {
            Some(Token::Word(word)) if !word.contains(':') => {
                let word = word.clone();
                self.next += 1;
                Ok((word, at))
            }
            _ => Err(self.unexpected()),
        }
    }

    fn path(&mut self) -> Result<Path, Refusal> {
        let (word, at) = self.name()?;
        let names: Vec<String> = word.split('.').map(str::to_owned).collect();
        if names.iter().any(String::is_empty) {
            return Err(malformed(self.query, at, &format!("unexpected token: '{word}'")));
        }
        Ok(Path { names, at })
    }

    fn number(&mut self) -> Result<usize, Refusal> {
        match self.peek() {
            Some(Token::Number(number)) if *number >= 0.0 && number.fract() == 0.0 => {
                let read = format!("{number}").parse();
                self.next += 1;
                read.map_err(|_| self.unexpected())
            }
            _ => Err(self.unexpected()),
        }
    }

    fn query(&mut self, inner: bool) -> Result<Query, Refusal> {
        self.expect_word("SELECT")?;
        let wanted = self.wanted()?;
        self.expect_word("FROM")?;
        let from = self.name()?;
        // An alias of the object.
        if let Some(Token::Word(word)) = self.peek()
            && !CLAUSES.iter().any(|clause| clause.eq_ignore_ascii_case(word))
        {
            return Err(self.unexpected());
        }
        let condition = if self.word("WHERE") {
            Some(self.condition()?)
        } else {
            None
        };
        let mut order = Vec::new();
        if !inner && self.word("ORDER") {
            self.expect_word("BY")?;
            loop {
                let path = self.path()?;
                let descending = self.word("DESC");
                if !descending {
                    self.word("ASC");
                }
                let mut last = false;
                if self.word("NULLS") {
                    last = self.word("LAST");
                    if !last {
                        self.expect_word("FIRST")?;
                    }
                }
                order.push((path, descending, last));
                if !self.sign(",") {
                    break;
                }
            }
        }
        let limit = if !inner && self.word("LIMIT") {
            Some(self.number()?)
        } else {
            None
        };
        let offset = if !inner && self.word("OFFSET") {
            self.number()?
        } else {
            0
        };
        Ok(Query {
            wanted,
            from,
            condition,
            order,
            limit,
            offset,
        })
    }

    fn wanted(&mut self) -> Result<Wanted, Refusal> {
        if self.at_word("COUNT") && matches!(self.tokens.get(self.next + 1), Some((_, Token::Sign("(")))) {
            self.next += 2;
            self.expect_sign(")")?;
            return Ok(Wanted::Count);
        }
        let mut fields = vec![self.path()?];
        while self.sign(",") {
            fields.push(self.path()?);
        }
        Ok(Wanted::Fields(fields))
    }

    /// Conditions side by side: all of them joined by AND, or all by OR.
    fn condition(&mut self) -> Result<Condition, Refusal> {
        let first = self.single()?;
        for (word, both) in [("AND", "OR"), ("OR", "AND")] {
            if !self.at_word(word) {
                continue;
            }
            let mut all = vec![first];
            while self.word(word) {
                all.push(self.single()?);
            }
            if self.at_word(both) {
                return Err(self.unexpected());
            }
            return Ok(if word == "AND" {
                Condition::And(all)
            } else {
                Condition::Or(all)
            });
        }
        Ok(first)
    }

    fn single(&mut self) -> Result<Condition, Refusal> {
        if self.word("NOT") {
            return Ok(Condition::Not(Box::new(self.single()?)));
        }
        if self.sign("(") {
            let inner = self.condition()?;
            self.expect_sign(")")?;
            return Ok(inner);
        }
        let path = self.path()?;
        let negated = self.word("NOT");
        if negated && !self.at_word("IN") {
            return Err(self.unexpected());
        }
        if self.word("IN") {
            return self.among(path, negated);
        }
        let comparison = if self.word("LIKE") {
            Comparison::Like
        } else {
            let found = match self.peek() {
                Some(Token::Sign("=")) => Comparison::Is,
                Some(Token::Sign("!=")) => Comparison::IsNot,
                Some(Token::Sign("<")) => Comparison::Less,
                Some(Token::Sign("<=")) => Comparison::AtMost,
                Some(Token::Sign(">")) => Comparison::More,
                Some(Token::Sign(">=")) => Comparison::AtLeast,
                _ => return Err(self.unexpected()),
            };
            self.next += 1;
            found
        };
        let at = self.place();
        let literal = self.literal()?;
        Ok(Condition::Compare(path, comparison, literal, at))
    }

    fn among(&mut self, path: Path, negated: bool) -> Result<Condition, Refusal> {
        self.expect_sign("(")?;
        if self.at_word("SELECT") {
            let inner = self.query(true)?;
            self.expect_sign(")")?;
            return Ok(Condition::Join(path, Box::new(inner), negated));
        }
        let mut values = Vec::new();
        loop {
            let at = self.place();
            values.push((self.literal()?, at));
            if !self.sign(",") {
                break;
            }
        }
        self.expect_sign(")")?;
        Ok(Condition::Among(path, values, negated))
    }

    fn literal(&mut self) -> Result<Literal, Refusal> {
        let literal = match self.peek() {
            Some(Token::Text(text)) => Literal::Text(text.clone()),
            Some(Token::Number(number)) => Literal::Number(*number),
            Some(Token::Moment(moment)) => Literal::Moment(moment.clone()),
            Some(Token::Word(word)) => match word.to_ascii_uppercase().as_str() {
                "NULL" => Literal::Null,
                "TRUE" => Literal::Boolean(true),
                "FALSE" => Literal::Boolean(false),
                day if DAYS.contains(&day) => Literal::Moment(day.to_owned()),
                day if day
                    .strip_prefix("LAST_N_DAYS:")
                    .is_some_and(|n| n.parse::<u16>().is_ok()) =>
                {
                    Literal::Moment(day.to_owned())
                }
                _ => return Err(self.unexpected()),
            },
            _ => return Err(self.unexpected()),
        };
        self.next += 1;
        Ok(literal)
    }
}
