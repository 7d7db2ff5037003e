//! The rows that fit, in order, as records of an answer.

use super::bind::{Bound, Test, Way, bind};
use super::parse::{Comparison, Literal, Wanted, parse};
use crate::clock::{self, Clock};
use crate::salesforce::refusal::Refusal;
use crate::salesforce::schema::{Object, Schema};
use crate::salesforce::store::{Records, Row, flag, text};
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use std::cmp::Ordering;

/// What a query found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// How many rows.
    pub total: usize,
    /// The rows; none for a count.
    pub records: Vec<Value>,
}

/// Answers a query; `base` is the path of the API's version.
///
/// # Errors
/// What is wrong with it.
pub fn run(
    query: &str,
    (schema, records): (&Schema, &Records),
    reaches: &dyn Fn(&Object) -> bool,
    clock: Clock,
    base: &str,
) -> Result<Found, Refusal> {
    let parsed = parse(query)?;
    let bound = bind(query, &parsed, schema, reaches)?;
    let seen = Seen { schema, records, clock };
    let mut rows = seen.rows(&bound);
    if parsed.wanted == Wanted::Count {
        let total = rows.len().min(parsed.limit.unwrap_or(usize::MAX));
        return Ok(Found {
            total,
            records: Vec::new(),
        });
    }
    rows.sort_by(|a, b| seen.order(&bound, a, b));
    let rows: Vec<Cow<'_, Row>> = rows
        .into_iter()
        .skip(parsed.offset)
        .take(parsed.limit.unwrap_or(usize::MAX))
        .collect();
    let ways = bound.fields.as_deref().unwrap_or_default();
    Ok(Found {
        total: rows.len(),
        records: rows
            .iter()
            .map(|row| seen.record(bound.object, ways, row, base))
            .collect(),
    })
}

/// The org as a query sees it.
struct Seen<'a> {
    schema: &'a Schema,
    records: &'a Records,
    clock: Clock,
}

impl<'a> Seen<'a> {
    /// All rows of an object, those that are only computed among them.
    fn every(&self, object: &Object) -> Vec<Cow<'a, Row>> {
        let mut rows: Vec<Cow<'a, Row>> = self.records.all(object.name).map(Cow::Borrowed).collect();
        if object.name == "ObjectPermissions" {
            rows.extend(self.implied().into_iter().map(Cow::Owned));
        }
        rows
    }

    /// Modify All Data and View All Data bring object permissions that no record holds: their ids are zeros
    /// (Object Reference, ObjectPermissions).
    fn implied(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        for set in self.records.all("PermissionSet") {
            let all = flag(set, "PermissionsModifyAllData");
            if !all && !flag(set, "PermissionsViewAllData") {
                continue;
            }
            for object in self.schema.all().filter(|object| object.permissioned) {
                let stored = self
                    .records
                    .all("ObjectPermissions")
                    .any(|row| text(row, "ParentId") == text(set, "Id") && text(row, "SobjectType") == object.name);
                let row = json!({
                    "Id": "000000000000000AAA", "ParentId": text(set, "Id"), "SobjectType": object.name,
                    "PermissionsRead": true, "PermissionsViewAllRecords": true, "PermissionsCreate": all,
                    "PermissionsEdit": all, "PermissionsDelete": all, "PermissionsModifyAllRecords": all,
                    "PermissionsViewAllFields": false,
                });
                if let (false, Value::Object(row)) = (stored, row) {
                    rows.push(row);
                }
            }
        }
        rows
    }

    fn rows(&self, bound: &Bound<'_>) -> Vec<Cow<'a, Row>> {
        let joined = bound
            .condition
            .as_ref()
            .map(|test| self.joins(test))
            .unwrap_or_default();
        let mut rows = self.every(bound.object);
        if let Some(test) = &bound.condition {
            rows.retain(|row| self.fits(test, row, &mut joined.iter()));
        }
        rows
    }

    /// What each join of a condition finds, in the order of the condition.
    fn joins(&self, test: &Test<'_>) -> Vec<Vec<String>> {
        match test {
            Test::And(all) | Test::Or(all) => all.iter().flat_map(|each| self.joins(each)).collect(),
            Test::Not(inner) => self.joins(inner),
            Test::Compare(..) | Test::Among(..) => Vec::new(),
            Test::Join(_, inner, _) => {
                let way = inner.fields.as_deref().and_then(<[_]>::first);
                let rows = self.rows(inner);
                let values = rows
                    .iter()
                    .filter_map(|row| way.and_then(|way| self.value(way, row).as_str().map(str::to_owned)));
                vec![values.collect()]
            }
        }
    }

    fn fits(&self, test: &Test<'_>, row: &Row, joined: &mut std::slice::Iter<'_, Vec<String>>) -> bool {
        // Every part is looked at, so that the joins keep their order.
        let mut every = |all: &[Test<'_>]| all.iter().map(|each| self.fits(each, row, joined)).collect::<Vec<_>>();
        match test {
            Test::And(all) => every(all).iter().all(|fits| *fits),
            Test::Or(all) => every(all).iter().any(|fits| *fits),
            Test::Not(inner) => !self.fits(inner, row, joined),
            Test::Compare(way, comparison, literal) => self.compares(&self.value(way, row), *comparison, literal),
            Test::Among(way, values, negated) => {
                let value = self.value(way, row);
                values
                    .iter()
                    .any(|literal| self.compares(&value, Comparison::Is, literal))
                    != *negated
            }
            Test::Join(way, _, negated) => {
                let found = joined.next();
                let value = self.value(way, row);
                let within = value
                    .as_str()
                    .is_some_and(|id| found.is_some_and(|ids| ids.iter().any(|each| each == id)));
                within != *negated
            }
        }
    }

    /// The value at the end of a way; null where the way breaks off.
    fn value(&self, way: &Way<'_>, row: &Row) -> Value {
        let mut here = Cow::Borrowed(row);
        for (_, field, target) in &way.hops {
            let next = self.records.get(target.name, text(&here, &field.name));
            match next {
                Some(next) => here = Cow::Owned(next.clone()),
                None => return Value::Null,
            }
        }
        here.get(&way.field.name).cloned().unwrap_or_default()
    }

    fn compares(&self, value: &Value, comparison: Comparison, literal: &Literal) -> bool {
        let ordering = match (value, literal) {
            (Value::Null, Literal::Null) => Some(Ordering::Equal),
            (Value::Null, Literal::Text(text)) if text.is_empty() => Some(Ordering::Equal),
            (Value::String(text), Literal::Text(pattern)) if comparison == Comparison::Like => {
                return like(&text.to_lowercase(), &pattern.to_lowercase());
            }
            (Value::String(text), Literal::Text(wanted)) => Some(text.to_lowercase().cmp(&wanted.to_lowercase())),
            (Value::Bool(value), Literal::Boolean(wanted)) => Some(value.cmp(wanted)),
            (Value::Null, Literal::Boolean(wanted)) => Some(false.cmp(wanted)),
            (Value::Number(value), Literal::Number(wanted)) => value.as_f64().and_then(|v| v.partial_cmp(wanted)),
            (Value::String(text), Literal::Moment(wanted)) => return self.moment(text, comparison, wanted),
            _ => None,
        };
        match (comparison, ordering) {
            (Comparison::Is, Some(o)) => o.is_eq(),
            (Comparison::IsNot, Some(o)) => o.is_ne(),
            (Comparison::IsNot, None) => true,
            (Comparison::Less, Some(o)) => o.is_lt(),
            (Comparison::AtMost, Some(o)) => o.is_le(),
            (Comparison::More, Some(o)) => o.is_gt(),
            (Comparison::AtLeast, Some(o)) => o.is_ge(),
            _ => false,
        }
    }

    /// A moment against another, or against a span of days.
    fn moment(&self, text: &str, comparison: Comparison, wanted: &str) -> bool {
        // A date alone is its first moment.
        let whole = |text: &str| match text.contains('T') {
            true => clock::parse(&text.replace("+0000", "Z")),
            false => clock::parse(&format!("{text}T00:00:00Z")),
        };
        let Some(value) = whole(text) else {
            return false;
        };
        let today = self.clock.now().div_euclid(86_400) * 86_400;
        let (from, to) = match wanted {
            "TODAY" => (today, today + 86_400),
            "YESTERDAY" => (today - 86_400, today),
            "TOMORROW" => (today + 86_400, today + 2 * 86_400),
            other => match other.strip_prefix("LAST_N_DAYS:") {
                Some(days) => (today - days.parse::<i64>().unwrap_or(0) * 86_400, today + 86_400),
                None => {
                    let at = whole(other).unwrap_or_default();
                    (at, at + if other.contains('T') { 1 } else { 86_400 })
                }
            },
        };
        match comparison {
            Comparison::Is => (from..to).contains(&value),
            Comparison::IsNot => !(from..to).contains(&value),
            Comparison::Less => value < from,
            Comparison::AtMost => value < to,
            Comparison::More => value >= to,
            Comparison::AtLeast => value >= from,
            Comparison::Like => false,
        }
    }

    fn order(&self, bound: &Bound<'_>, a: &Row, b: &Row) -> Ordering {
        for (way, down, last) in &bound.order {
            let (a, b) = (self.value(way, a), self.value(way, b));
            let ordering = match (a.is_null(), b.is_null()) {
                (true, true) => Ordering::Equal,
                // Nothing comes first when rising and last when falling, unless said.
                (true, false) if *last || *down => Ordering::Greater,
                (true, false) => Ordering::Less,
                (false, true) if *last || *down => Ordering::Less,
                (false, true) => Ordering::Greater,
                (false, false) => {
                    let key = |value: &Value| match value {
                        Value::String(text) => text.to_lowercase(),
                        Value::Number(number) => format!("{:030.6}", number.as_f64().unwrap_or_default()),
                        other => other.to_string(),
                    };
                    let rising = key(&a).cmp(&key(&b));
                    if *down { rising.reverse() } else { rising }
                }
            };
            if ordering.is_ne() {
                return ordering;
            }
        }
        Ordering::Equal
    }

    /// A row as the answer shows it: the fields asked for, relationships nested.
    fn record(&self, object: &Object, ways: &[Way<'_>], row: &Row, base: &str) -> Value {
        let mut record = begun(object, row, base);
        for way in ways {
            place(self, &mut record, way, 0, row, base);
        }
        Value::Object(record)
    }
}

fn begun(object: &Object, row: &Row, base: &str) -> Map<String, Value> {
    let url = format!("{base}/sobjects/{}/{}", object.name, text(row, "Id"));
    Map::from_iter([("attributes".to_owned(), json!({"type": object.name, "url": url}))])
}

fn place(seen: &Seen<'_>, into: &mut Map<String, Value>, way: &Way<'_>, depth: usize, row: &Row, base: &str) {
    let Some((relationship, field, target)) = way.hops.get(depth) else {
        into.insert(
            way.field.name.clone(),
            row.get(&way.field.name).cloned().unwrap_or_default(),
        );
        return;
    };
    let next = seen.records.get(target.name, text(row, &field.name));
    let inner = into.entry((*relationship).to_owned()).or_insert(Value::Null);
    let Some(next) = next else { return };
    if inner.is_null() {
        *inner = Value::Object(begun(target, next, base));
    }
    if let Value::Object(inner) = inner {
        place(seen, inner, way, depth + 1, next, base);
    }
}

/// Whether a text fits a pattern of `%` and `_`, `\` before them taking them as they are.
fn like(text: &str, pattern: &str) -> bool {
    let (text, pattern): (Vec<char>, Vec<char>) = (text.chars().collect(), pattern.chars().collect());
    // Places in the text where the pattern so far may end.
    let mut ends = vec![false; text.len() + 1];
    if let Some(first) = ends.first_mut() {
        *first = true;
    }
    let mut letters = pattern.iter().peekable();
    while let Some(letter) = letters.next() {
        let mut after = vec![false; text.len() + 1];
        if *letter == '%' {
            let mut reached = false;
            for (at, end) in ends.iter().enumerate() {
                reached |= *end;
                if let Some(place) = after.get_mut(at) {
                    *place = reached;
                }
            }
        } else {
            let (any, wanted) = match letter {
                '_' => (true, '_'),
                '\\' => (false, letters.next().copied().unwrap_or('\\')),
                other => (false, *other),
            };
            for (at, c) in text.iter().enumerate() {
                if ends.get(at) == Some(&true)
                    && (any || *c == wanted)
                    && let Some(place) = after.get_mut(at + 1)
                {
                    *place = true;
                }
            }
        }
        ends = after;
    }
    ends.last() == Some(&true)
}

#[cfg(test)]
mod tests {
    use super::like;

    #[test]
    fn patterns_fit_whole_texts() {
        for (text, pattern, fits) in [
            ("copilot for sales connected app", "%copilot%sales%", true),
            ("sales copilot", "%copilot%sales%", false),
            ("abc", "a_c", true),
            ("ac", "a_c", false),
            ("100%", "100\\%", true),
            ("1000", "100\\%", false),
            ("", "%", true),
            ("a", "", false),
        ] {
            assert_eq!(like(text, pattern), fits, "{text} {pattern}");
        }
    }
}
