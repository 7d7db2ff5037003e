//! A parsed query held against the objects: unknown names, wrong kinds and forbidden joins are refused.

use super::parse::{Comparison, Condition, Literal, Path, Query, Wanted};
use super::{malformed, wrong};
use crate::salesforce::id;
use crate::salesforce::refusal::Refusal;
use crate::salesforce::schema::{Field, Kind, Object, Schema};

/// A path resolved: the reference fields to follow with the objects they lead to, then a field.
#[derive(Debug, Clone)]
pub struct Way<'s> {
    /// Relationship name as declared, its field, the object it leads to.
    pub hops: Vec<(&'static str, &'s Field, &'s Object)>,
    /// The field at the end.
    pub field: &'s Field,
}

/// A query resolved.
pub struct Bound<'s> {
    /// Its object.
    pub object: &'s Object,
    /// Fields; none for a count.
    pub fields: Option<Vec<Way<'s>>>,
    /// Which rows.
    pub condition: Option<Test<'s>>,
    /// Order.
    pub order: Vec<(Way<'s>, bool, bool)>,
}

/// A condition resolved.
pub enum Test<'s> {
    /// All of them.
    And(Vec<Test<'s>>),
    /// Any of them.
    Or(Vec<Test<'s>>),
    /// Not that.
    Not(Box<Test<'s>>),
    /// A field compared with a value; ids in their long form.
    Compare(Way<'s>, Comparison, Literal),
    /// A field among values.
    Among(Way<'s>, Vec<Literal>, bool),
    /// A field among what another query finds.
    Join(Way<'s>, Box<Bound<'s>>, bool),
}

/// Relationships a path may follow ("Understanding Relationship Query Limitations").
const DEPTH: usize = 5;
/// Semi-joins and anti-joins of one query ("Comparison Operators", IN with subqueries).
const JOINS: usize = 2;
/// Rows that OFFSET may leave out.
const OFFSET: usize = 2000;

/// What binding looks at.
struct Binder<'a, 's> {
    text: &'a str,
    schema: &'s Schema,
    /// Whether the caller reaches an object.
    reaches: &'a dyn Fn(&Object) -> bool,
    joins: usize,
}

/// Resolves a query for a caller.
///
/// # Errors
/// `INVALID_TYPE`, `INVALID_FIELD`, `INVALID_QUERY_FILTER_OPERATOR`, `MALFORMED_QUERY`,
/// `NUMBER_OUTSIDE_VALID_RANGE`.
pub fn bind<'s>(
    text: &str,
    query: &Query,
    schema: &'s Schema,
    reaches: &dyn Fn(&Object) -> bool,
) -> Result<Bound<'s>, Refusal> {
    if query.offset > OFFSET {
        return Err(Refusal::new(
            400,
            "NUMBER_OUTSIDE_VALID_RANGE",
            format!("Maximum SOQL offset allowed is {OFFSET}"),
        ));
    }
    Binder {
        text,
        schema,
        reaches,
        joins: 0,
    }
    .query(query, 0)
}

impl<'s> Binder<'_, 's> {
    fn query(&mut self, query: &Query, depth: usize) -> Result<Bound<'s>, Refusal> {
        let (name, at) = &query.from;
        let object = self
            .schema
            .object(name)
            .filter(|object| (self.reaches)(object))
            .ok_or_else(|| wrong(self.text, *at, "INVALID_TYPE", &Refusal::object(name).message))?;
        let fields = match &query.wanted {
            Wanted::Count => None,
            Wanted::Fields(paths) => {
                let ways = paths.iter().map(|path| self.way(object, path));
                let ways = ways.collect::<Result<Vec<_>, _>>()?;
                for (at, way) in ways.iter().enumerate() {
                    let same = |other: &Way<'_>| spelt(other) == spelt(way);
                    if ways.iter().take(at).any(same) {
                        let says = format!("duplicate field selected: {}", spelt(way));
                        return Err(malformed(self.text, paths.get(at).map_or(0, |path| path.at), &says));
                    }
                }
                Some(ways)
            }
        };
        if object.name == "FieldPermissions"
            && let Some(ways) = &fields
            && depth == 0
        {
            let selected = |name: &str| ways.iter().any(|way| way.hops.is_empty() && way.field.name == name);
            if !selected("SobjectType") || !selected("Field") {
                // That both must be selected is documented; the words are not.
                let says = "Both SobjectType and Field must be included in the SELECT line of the query";
                return Err(malformed(self.text, 0, says));
            }
        }
        let condition = match &query.condition {
            Some(condition) => Some(self.condition(object, condition, depth, false)?),
            None => None,
        };
        let order = query.order.iter().map(|(path, down, last)| {
            let way = self.way(object, path)?;
            Ok((way, *down, *last))
        });
        let order = order.collect::<Result<Vec<_>, Refusal>>()?;
        Ok(Bound {
            object,
            fields,
            condition,
            order,
        })
    }

    fn way(&self, object: &'s Object, path: &Path) -> Result<Way<'s>, Refusal> {
        let (last, before) = path
            .names
            .split_last()
            .ok_or_else(|| malformed(self.text, path.at, "unexpected token"))?;
        // The object's own name may stand in front of its fields.
        let before = match before {
            [first, rest @ ..] if first.eq_ignore_ascii_case(object.name) && object.relationship(first).is_none() => {
                rest
            }
            all => all,
        };
        if before.len() > DEPTH {
            return Err(malformed(self.text, path.at, "Maximum relationship depth exceeded"));
        }
        let mut hops: Vec<(&'static str, &'s Field, &'s Object)> = Vec::new();
        let mut here = object;
        for name in before {
            let step = here.fields.iter().find_map(|field| {
                let (relationship, target) = field.to?;
                let target = relationship
                    .eq_ignore_ascii_case(name)
                    .then(|| self.schema.object(target))??;
                Some((relationship, field, target))
            });
            let Some(step) = step.filter(|(.., target)| (self.reaches)(target)) else {
                let says = format!(
                    "Didn't understand relationship '{name}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names."
                );
                return Err(wrong(self.text, path.at, "INVALID_FIELD", &says));
            };
            here = step.2;
            hops.push(step);
        }
        let Some(field) = here.field(last) else {
            let says = format!(
                "No such column '{last}' on entity '{}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.",
                here.name
            );
            return Err(wrong(self.text, path.at, "INVALID_FIELD", &says));
        };
        Ok(Way { hops, field })
    }

    fn condition(
        &mut self,
        object: &'s Object,
        condition: &Condition,
        depth: usize,
        within_or: bool,
    ) -> Result<Test<'s>, Refusal> {
        Ok(match condition {
            Condition::And(all) => {
                let mut tests = Vec::new();
                for each in all {
                    tests.push(self.condition(object, each, depth, within_or)?);
                }
                Test::And(tests)
            }
            Condition::Or(all) => {
                let mut tests = Vec::new();
                for each in all {
                    tests.push(self.condition(object, each, depth, true)?);
                }
                Test::Or(tests)
            }
            Condition::Not(inner) => Test::Not(Box::new(self.condition(object, inner, depth, within_or)?)),
            Condition::Compare(path, comparison, literal, at) => {
                let way = self.way(object, path)?;
                let literal = self.literal(&way, *comparison, literal, *at)?;
                Test::Compare(way, *comparison, literal)
            }
            Condition::Among(path, values, negated) => {
                let way = self.way(object, path)?;
                let values = values
                    .iter()
                    .map(|(literal, at)| self.literal(&way, Comparison::Is, literal, *at));
                let values = values.collect::<Result<Vec<_>, _>>()?;
                Test::Among(way, values, *negated)
            }
            Condition::Join(path, inner, negated) => {
                let way = self.way(object, path)?;
                self.join(object, path, inner, depth, within_or)?;
                let bound = self.query(inner, depth + 1)?;
                let joinable = |field: &Field| matches!(field.kind, Kind::Id | Kind::Reference);
                let one = matches!(bound.fields.as_deref(), Some([only]) if joinable(only.field));
                if !one || !joinable(way.field) {
                    let says = "semi join sub-selects can only query id fields, cannot use: something else";
                    return Err(malformed(self.text, path.at, says));
                }
                if bound.object.name == object.name {
                    let says = "The inner and outer selects should not be on the same object type";
                    return Err(malformed(self.text, path.at, says));
                }
                Test::Join(way, Box::new(bound), *negated)
            }
        })
    }

    /// Whether a join may stand there.
    fn join(
        &mut self,
        object: &Object,
        path: &Path,
        inner: &Query,
        depth: usize,
        within_or: bool,
    ) -> Result<(), Refusal> {
        let refused = |says: &str| Err(malformed(self.text, path.at, says));
        if within_or {
            return refused("Semi join sub-selects are not allowed with the 'OR' operator");
        }
        if depth > 0 {
            return refused("Nesting of semi join sub-selects is not supported");
        }
        if self.joins >= JOINS {
            return refused("maximum 2 semi join sub-selects are allowed");
        }
        if inner.wanted == Wanted::Count {
            return refused(&format!(
                "Counts are not allowed in semi join sub-selects of {}",
                object.name
            ));
        }
        self.joins += 1;
        Ok(())
    }

    /// The value as it is compared; refused where it is of another kind than the field.
    fn literal(&self, way: &Way<'_>, comparison: Comparison, literal: &Literal, at: usize) -> Result<Literal, Refusal> {
        let name = &way.field.name;
        let kind = |what: &str, quotes: &str| {
            let says = format!(
                "value of filter criterion for field '{name}' must be of type {what} and should {quotes} enclosed in quotes"
            );
            Err(wrong(self.text, at, "INVALID_FIELD", &says))
        };
        let operator = |says: &str| Err(wrong(self.text, at, "INVALID_QUERY_FILTER_OPERATOR", says));
        let field = way.field.kind;
        if comparison == Comparison::Like && !matches!(field, Kind::Text(what) if what != "date") {
            return operator(&format!("invalid operator on {} field", field.name()));
        }
        if field == Kind::Text("textarea") && way.hops.last().is_none_or(|(.., object)| object.permissioned) {
            let says = format!("field '{name}' can not be filtered in a query call");
            return Err(wrong(self.text, at, "INVALID_FIELD", &says));
        }
        match (field, literal) {
            (_, Literal::Null) => Ok(Literal::Null),
            (Kind::Id | Kind::Reference, Literal::Text(text)) => match id::parse(text) {
                Some(id) => Ok(Literal::Text(id)),
                None => operator(&format!("invalid ID field: {text}")),
            },
            (Kind::Id | Kind::Reference, _) => kind("id", "be"),
            (Kind::Boolean, Literal::Boolean(_)) if matches!(comparison, Comparison::Is | Comparison::IsNot) => {
                Ok(literal.clone())
            }
            (Kind::Boolean, Literal::Boolean(_)) => operator("invalid operator on boolean field"),
            (Kind::Boolean, _) => kind("boolean", "not be"),
            (Kind::Number(_), Literal::Number(_)) => Ok(literal.clone()),
            (Kind::Number(what), _) => kind(what, "not be"),
            (Kind::DateTime, Literal::Moment(text))
                if text.contains('T') || text.contains(':') || !text.contains('-') =>
            {
                Ok(literal.clone())
            }
            (Kind::DateTime, _) => kind("dateTime", "not be"),
            (Kind::Text("date"), Literal::Moment(_)) => Ok(literal.clone()),
            (Kind::Text("date"), _) => kind("date", "not be"),
            (Kind::Text(_), Literal::Text(_)) => Ok(literal.clone()),
            (Kind::Text(_), _) => kind("string", "be"),
        }
    }
}

/// The path as declared.
fn spelt(way: &Way<'_>) -> String {
    let mut names: Vec<&str> = way.hops.iter().map(|(relationship, ..)| *relationship).collect();
    names.push(&way.field.name);
    names.join(".")
}
