//! Filters applied: rows, linked rows and metadata documents, with the service's comparison rules.

use super::error::Refusal;
use super::filter::{Expr, Op, Operand, TextTest};
use crate::dataverse::schema::TableDef;
use crate::dataverse::store::{Row, Store};
use crate::ident::Guid;
use serde_json::Value;
use std::cmp::Ordering;
use std::sync::Arc;

/// Something a filter can be asked about.
pub trait Scope {
    /// The value at a property path.
    ///
    /// # Errors
    /// 400 where there is no such property.
    fn value(&self, path: &[String]) -> Result<Value, Refusal>;

    /// Shows each member of a collection until `visit` answers false.
    ///
    /// # Errors
    /// 400 where there is no such collection, and what `visit` refuses.
    fn each(&self, path: &[String], visit: &mut dyn FnMut(&dyn Scope) -> Result<bool, Refusal>) -> Result<(), Refusal>;

    /// The calling user, for the functions that compare with them.
    fn caller(&self) -> Guid;
}

/// A row as filters see it.
pub struct RowScope<'a> {
    /// All rows.
    pub store: &'a Store,
    /// The row's table.
    pub def: &'a TableDef,
    /// The row.
    pub row: Arc<Row>,
    /// The calling user.
    pub caller: Guid,
}

impl Scope for RowScope<'_> {
    fn value(&self, path: &[String]) -> Result<Value, Refusal> {
        let missing = |name: &str| Refusal::no_property(name, &self.def.type_name());
        let (first, rest) = path.split_first().ok_or_else(|| missing(""))?;
        if rest.is_empty() {
            return property(self.def, &self.row, first).ok_or_else(|| missing(first));
        }
        let (column, target) = self.def.lookup_by_nav(first).ok_or_else(|| missing(first))?;
        let schema = self.store.schema();
        let logical = target_table(&self.row, &column.name).unwrap_or(&target.table);
        let def = schema.table(logical).ok_or_else(|| missing(first))?;
        match self.row.guid(&column.name).and_then(|id| self.store.get(logical, id)) {
            Some(row) => RowScope {
                store: self.store,
                def,
                row: Arc::clone(row),
                caller: self.caller,
            }
            .value(rest),
            None => {
                // A null reference has null properties, but only those that exist.
                let empty = Row {
                    id: self.row.id,
                    version: 0,
                    values: serde_json::Map::new(),
                };
                let scope = RowScope {
                    store: self.store,
                    def,
                    row: Arc::new(empty),
                    caller: self.caller,
                };
                scope.value(rest).map(|_| Value::Null)
            }
        }
    }

    fn each(&self, path: &[String], visit: &mut dyn FnMut(&dyn Scope) -> Result<bool, Refusal>) -> Result<(), Refusal> {
        let nav = path.join("/");
        let (logical, rows) = related(self.store, self.def, self.row.id, &nav)
            .ok_or_else(|| Refusal::no_property(&nav, &self.def.type_name()))?;
        let schema = self.store.schema();
        let def = schema
            .table(&logical)
            .ok_or_else(|| Refusal::no_property(&nav, &self.def.type_name()))?;
        for row in rows {
            if !visit(&RowScope {
                store: self.store,
                def,
                row,
                caller: self.caller,
            })? {
                break;
            }
        }
        Ok(())
    }

    fn caller(&self) -> Guid {
        self.caller
    }
}

/// A property of a row as clients read it; `None` where the table has no such property.
pub fn property(def: &TableDef, row: &Row, name: &str) -> Option<Value> {
    if name == def.id {
        return Some(Value::String(row.id.to_string()));
    }
    if name == "versionnumber" {
        return Some(Value::from(row.version));
    }
    let (column, _) = def.property(name)?;
    Some(row.value(&column.name).clone())
}

/// The table a several-target lookup points to.
pub fn target_table<'a>(row: &'a Row, column: &str) -> Option<&'a str> {
    row.text(&format!("{column}@target"))
}

/// Rows behind a collection-valued navigation property, with their table; `None` where there is none.
pub fn related(store: &Store, def: &TableDef, id: Guid, nav: &str) -> Option<(String, Vec<Arc<Row>>)> {
    let schema = store.schema();
    if let Some(link) = schema.link(&def.logical, nav) {
        let (near, far_table, far) = link.from(&def.logical)?;
        let mut ids: Vec<Guid> = store
            .referring(&link.intersect, near, id)
            .iter()
            .filter_map(|row| row.guid(far))
            .collect();
        ids.sort_unstable();
        ids.dedup();
        let rows = ids
            .into_iter()
            .filter_map(|id| store.get(far_table, id).cloned())
            .collect();
        return Some((far_table.to_owned(), rows));
    }
    let (referrer, column) = schema.referrers(&def.logical, nav)?;
    let rows = store
        .referring(&referrer.logical, &column.name, id)
        .into_iter()
        .filter(|row| target_table(row, &column.name).is_none_or(|t| t == def.logical))
        .collect();
    Some((referrer.logical.clone(), rows))
}

struct Bound<'a> {
    outer: &'a dyn Scope,
    var: &'a str,
    inner: &'a dyn Scope,
}

impl Scope for Bound<'_> {
    fn value(&self, path: &[String]) -> Result<Value, Refusal> {
        match path.split_first() {
            Some((first, rest)) if first == self.var && !rest.is_empty() => self.inner.value(rest),
            _ => self.outer.value(path),
        }
    }

    fn each(&self, path: &[String], visit: &mut dyn FnMut(&dyn Scope) -> Result<bool, Refusal>) -> Result<(), Refusal> {
        match path.split_first() {
            Some((first, rest)) if first == self.var && !rest.is_empty() => self.inner.each(rest, visit),
            _ => self.outer.each(path, visit),
        }
    }

    fn caller(&self) -> Guid {
        self.outer.caller()
    }
}

/// Whether the filter holds in that scope.
///
/// # Errors
/// 400 for properties that do not exist and values that cannot be compared.
pub fn holds(expr: &Expr, scope: &dyn Scope) -> Result<bool, Refusal> {
    match expr {
        Expr::Constant(value) => Ok(*value),
        Expr::And(parts) => {
            // Every part is evaluated, so that a bad property is refused whatever the data.
            let mut all = true;
            for part in parts {
                all &= holds(part, scope)?;
            }
            Ok(all)
        }
        Expr::Or(parts) => {
            let mut any = false;
            for part in parts {
                any |= holds(part, scope)?;
            }
            Ok(any)
        }
        Expr::Not(inner) => Ok(!holds(inner, scope)?),
        Expr::Compare(op, left, right) => {
            let (left, right) = (operand(left, scope)?, operand(right, scope)?);
            Ok(match op {
                Op::Eq => same(&left, &right),
                Op::Ne => !same(&left, &right),
                Op::Gt => compare(&left, &right) == Some(Ordering::Greater),
                Op::Ge => matches!(compare(&left, &right), Some(Ordering::Greater | Ordering::Equal)),
                Op::Lt => compare(&left, &right) == Some(Ordering::Less),
                Op::Le => matches!(compare(&left, &right), Some(Ordering::Less | Ordering::Equal)),
            })
        }
        Expr::Text(test, left, right) => {
            let (left, right) = (operand(left, scope)?, operand(right, scope)?);
            let (Some(left), Some(right)) = (left.as_str(), right.as_str()) else {
                return Ok(false);
            };
            let (left, right) = (left.to_lowercase(), right.to_lowercase());
            Ok(match test {
                TextTest::Contains => left.contains(&right),
                TextTest::StartsWith => left.starts_with(&right),
                TextTest::EndsWith => left.ends_with(&right),
            })
        }
        Expr::In {
            property,
            values,
            negated,
        } => {
            let value = scope.value(property)?;
            Ok(values.iter().any(|v| same(v, &value)) != *negated)
        }
        Expr::CallerIs { property, negated } => {
            let value = scope.value(property)?;
            Ok((value.as_str().and_then(Guid::parse) == Some(scope.caller())) != *negated)
        }
        Expr::Lambda { all, path, var, body } => {
            let mut found = *all;
            scope.each(path, &mut |inner| {
                let hit = match body {
                    None => true,
                    Some(body) => holds(
                        body,
                        &Bound {
                            outer: scope,
                            var,
                            inner,
                        },
                    )?,
                };
                if hit != *all {
                    found = hit;
                    return Ok(false);
                }
                Ok(true)
            })?;
            Ok(found)
        }
    }
}

fn operand(operand: &Operand, scope: &dyn Scope) -> Result<Value, Refusal> {
    match operand {
        Operand::Path(path) => scope.value(path),
        Operand::Literal(value) => Ok(value.clone()),
    }
}

/// Equality as the database sees it: text without case, numbers by value.
pub fn same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Null, Value::Null) => true,
        (Value::Null, _) | (_, Value::Null) => false,
        _ => compare(left, right) == Some(Ordering::Equal),
    }
}

/// Order as the database sees it; nulls and unlike things have none.
pub fn compare(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Bool(a), Value::Bool(b)) => Some(a.cmp(b)),
        (Value::Bool(a), Value::Number(n)) => f64::from(u8::from(*a)).partial_cmp(&n.as_f64()?),
        (Value::Number(a), Value::Number(b)) => a.as_f64()?.partial_cmp(&b.as_f64()?),
        (Value::Number(a), Value::String(b)) => a.as_f64()?.partial_cmp(&b.trim().parse::<f64>().ok()?),
        (Value::String(a), Value::String(b)) if a == b => Some(Ordering::Equal),
        (Value::String(a), Value::String(b)) => Some(a.to_lowercase().cmp(&b.to_lowercase())),
        _ => None,
    }
}

/// Ids a filter can only match among, found through an index; `None` when all rows must be looked at.
pub fn candidates(expr: &Expr, store: &Store, def: &TableDef) -> Option<Vec<Guid>> {
    match expr {
        Expr::And(parts) => parts
            .iter()
            .filter_map(|part| candidates(part, store, def))
            .min_by_key(Vec::len),
        Expr::Or(parts) => {
            let mut all = Vec::new();
            for part in parts {
                all.extend(candidates(part, store, def)?);
            }
            all.sort_unstable();
            all.dedup();
            Some(all)
        }
        Expr::Compare(Op::Eq, Operand::Path(path), Operand::Literal(value)) => hits(path, value, store, def),
        Expr::In {
            property,
            values,
            negated: false,
        } => {
            let mut all = Vec::new();
            for value in values {
                all.extend(hits(property, value, store, def)?);
            }
            all.sort_unstable();
            all.dedup();
            Some(all)
        }
        _ => None,
    }
}

fn hits(path: &[String], value: &Value, store: &Store, def: &TableDef) -> Option<Vec<Guid>> {
    let [name] = path else { return None };
    let id = Guid::parse(value.as_str()?)?;
    if *name == def.id {
        return Some(vec![id]);
    }
    let (column, _) = def.property(name)?;
    store.table(&def.logical).referring(&column.name, id)
}
