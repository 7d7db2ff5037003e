//! SOQL, as far as a setup of connections and rights asks: one object, fields along relationships, COUNT, filters with
//! semi-joins, order, limit and offset. What is missing (sub-queries in the field list, GROUP BY, SOSL) is refused.
//!
//! ```text
//! lex.rs     words, texts, numbers, moments, each with its place
//! parse.rs   the query as a tree
//! bind.rs    the tree held against the objects
//! run.rs     the rows that fit
//! ```
//!
//! Source: "SOQL and SOSL Reference"; the messages are as public logs of clients show them.

mod bind;
mod lex;
mod parse;
mod run;

pub use run::run;

use super::refusal::Refusal;

/// What a query cannot be.
pub(super) fn wrong(query: &str, at: usize, code: &'static str, message: &str) -> Refusal {
    let column = query.get(..at).map_or(0, |before| before.chars().count());
    let line: String = query.chars().skip(column.saturating_sub(20)).take(40).collect();
    let caret = " ".repeat(column.min(20));
    Refusal::new(
        400,
        code,
        format!("\n{line}\n{caret}^\nERROR at Row:1:Column:{}\n{message}", column + 1),
    )
}

fn malformed(query: &str, at: usize, message: &str) -> Refusal {
    wrong(query, at, "MALFORMED_QUERY", message)
}
