//! `?sql=`: the read-only SELECT that Microsoft's Python SDK sends, put into query options.

use super::error::Refusal;
use super::filter;
use super::query::Query;
use crate::dataverse::schema::TableDef;

fn fault(sql: &str) -> Refusal {
    Refusal::new(400, "0x80040203", format!("The SQL statement is not supported: {sql}"))
}

/// Translates `SELECT [TOP n] columns FROM table [WHERE …] [ORDER BY …]`.
///
/// # Errors
/// 400 for any other statement.
pub fn translate(sql: &str, def: &TableDef) -> Result<Query, Refusal> {
    let lower = sql.to_ascii_lowercase();
    let mark = |word: &str| lower.find(&format!(" {word} "));
    let body = lower.strip_prefix("select ").ok_or_else(|| fault(sql))?;
    let from = mark("from").ok_or_else(|| fault(sql))?;
    let mut columns = body
        .get(..from.saturating_sub("select ".len()))
        .ok_or_else(|| fault(sql))?
        .trim();
    let mut query = Query::default();
    if let Some(rest) = columns.strip_prefix("top ") {
        let (number, rest) = rest.trim_start().split_once(' ').ok_or_else(|| fault(sql))?;
        query.top = Some(number.trim_matches(['(', ')']).parse().map_err(|_| fault(sql))?);
        columns = rest.trim();
    }
    if columns != "*" {
        query.select = columns
            .split(',')
            .map(|c| c.trim().rsplit('.').next().unwrap_or_default().to_owned())
            .collect();
    }
    let (where_at, order_at) = (mark("where"), mark("order by"));
    let end = order_at.unwrap_or(sql.len());
    let table = sql.get(from + 6..where_at.unwrap_or(end)).unwrap_or_default();
    if !table
        .split_whitespace()
        .next()
        .is_some_and(|t| t.eq_ignore_ascii_case(&def.logical) || t.eq_ignore_ascii_case(&def.set))
    {
        return Err(fault(sql));
    }
    if let Some(at) = where_at {
        let text = sql.get(at + 7..end).ok_or_else(|| fault(sql))?;
        query.filter = Some(filter::parse(&condition(text), &[])?);
    }
    if let Some(at) = order_at {
        let text = sql.get(at + 10..).ok_or_else(|| fault(sql))?;
        for entry in text.split(',') {
            let mut words = entry.split_whitespace();
            let column = words.next().ok_or_else(|| fault(sql))?.to_ascii_lowercase();
            let descending = words.next().is_some_and(|w| w.eq_ignore_ascii_case("desc"));
            query.orderby.push((vec![column], descending));
        }
    }
    Ok(query)
}

/// SQL comparison words as filter words, outside of quotes.
fn condition(text: &str) -> String {
    let mut out = String::new();
    for (at, piece) in text.split('\'').enumerate() {
        if at % 2 == 1 {
            out.push('\'');
            out.push_str(piece);
            out.push('\'');
            continue;
        }
        let spaced = piece
            .replace("<>", " ne ")
            .replace("!=", " ne ")
            .replace(">=", " ge ")
            .replace("<=", " le ")
            .replace('=', " eq ")
            .replace('>', " gt ")
            .replace('<', " lt ");
        for word in spaced.split_inclusive(' ') {
            match word.trim().to_ascii_lowercase().as_str() {
                "is" => out.push_str("eq "),
                _ => out.push_str(word),
            }
        }
    }
    out.replace("eq not null", "ne null")
        .replace("eq NOT NULL", "ne null")
        .replace("NULL", "null")
}
