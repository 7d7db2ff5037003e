//! fetchXml queries: entity, attributes, order, filters, linked tables, paging with a cookie.

pub mod tree;

use crate::dataverse::schema::TableDef;
use crate::dataverse::security::Verb;
use crate::dataverse::store::Row;
use crate::ident::Guid;
use crate::odata::error::Refusal;
use crate::odata::eval;
use crate::odata::query::{Prefer, Query};
use crate::odata::read::PAGE;
use crate::odata::service::{Answer, Service};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json};
use std::cmp::Ordering;
use std::sync::Arc;
use tree::Node;

/// One result: the row and, by alias, the linked rows.
#[derive(Clone)]
struct Hit {
    row: Arc<Row>,
    linked: Vec<(String, String, Option<Arc<Row>>)>,
}

fn bad(what: &str) -> Refusal {
    Refusal::new(400, "0x80041102", format!("The fetchXml query is not valid: {what}"))
}

impl Service<'_> {
    /// `GET set?fetchXml=…`.
    pub(crate) fn fetch(&self, def: &TableDef, xml: &str, prefer: &Prefer) -> Result<Answer, Refusal> {
        let root = tree::parse(xml).map_err(|what| bad(&what))?;
        if root.name != "fetch" {
            return Err(bad("the root is not 'fetch'"));
        }
        if root.get("aggregate") == Some("true") {
            return Err(Refusal::new(
                501,
                "0x80041102",
                "Aggregates are not part of this service.",
            ));
        }
        let entity = root.child("entity").ok_or_else(|| bad("no 'entity'"))?;
        if entity.get("name") != Some(def.logical.as_str()) {
            return Err(Refusal::new(
                400,
                "0x80060888",
                "The entity set and the entity of the fetchXml do not match.",
            ));
        }
        let rows = self.matching(def, None, &Query::default())?;
        let mut hits: Vec<Hit> = rows
            .into_iter()
            .map(|row| Hit {
                row,
                linked: Vec::new(),
            })
            .collect();
        hits = self.narrow(def, entity, hits)?;
        self.sort(def, entity, &mut hits);
        let number = |name: &str| root.get(name).and_then(|t| t.parse::<usize>().ok());
        if let Some(top) = number("top") {
            hits.truncate(top);
        }
        let size = number("count").unwrap_or(PAGE).clamp(1, PAGE);
        let page = number("page").unwrap_or(1).max(1);
        let total = hits.len();
        let more = total > page * size;
        let list = hits
            .iter()
            .skip((page - 1) * size)
            .take(size)
            .map(|hit| self.shape(def, entity, hit, prefer))
            .collect::<Result<Vec<_>, _>>()?;
        let mut body = Map::new();
        body.insert(
            "@odata.context".into(),
            json!(format!("{}$metadata#{}", self.base, def.set)),
        );
        if root.get("returntotalrecordcount") == Some("true") {
            body.insert(
                "@Microsoft.Dynamics.CRM.totalrecordcount".into(),
                json!(total.min(PAGE)),
            );
            body.insert(
                "@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded".into(),
                json!(total > PAGE),
            );
        }
        if more {
            // Unproven: that a page's annotations come only to those who ask for annotations, as these two clients do.
            if prefer.wants("Microsoft.Dynamics.CRM.morerecords") {
                body.insert("@Microsoft.Dynamics.CRM.morerecords".into(), json!(true));
            }
            if prefer.wants("Microsoft.Dynamics.CRM.fetchxmlpagingcookie") {
                body.insert(
                    "@Microsoft.Dynamics.CRM.fetchxmlpagingcookie".into(),
                    json!(cookie(def, page, hits.get(page * size - 1))),
                );
            }
        }
        body.insert("value".into(), Value::Array(list));
        Ok(Answer::ok(Value::Object(body)).applied(prefer))
    }

    fn narrow(&self, def: &TableDef, node: &Node, mut hits: Vec<Hit>) -> Result<Vec<Hit>, Refusal> {
        for filter in node.children.iter().filter(|c| c.name == "filter") {
            let mut kept = Vec::new();
            for hit in hits {
                if self.passes(def, &hit.row, filter, 0)? {
                    kept.push(hit);
                }
            }
            hits = kept;
        }
        for link in node.children.iter().filter(|c| c.name == "link-entity") {
            hits = self.link(def, link, hits)?;
        }
        Ok(hits)
    }

    fn link(&self, def: &TableDef, link: &Node, hits: Vec<Hit>) -> Result<Vec<Hit>, Refusal> {
        let schema = self.store.schema();
        let name = link.get("name").ok_or_else(|| bad("a link-entity without name"))?;
        let far = schema.table(name).ok_or_else(|| bad(&format!("no table '{name}'")))?;
        self.rights.demand(Verb::Read, far)?;
        let (from, to) = (link.get("from").unwrap_or(&far.id), link.get("to").unwrap_or(&def.id));
        let alias = link.get("alias").unwrap_or(name).to_owned();
        let outer = link.get("link-type") == Some("outer");
        let mut out = Vec::new();
        for hit in hits {
            let key = eval::property(def, &hit.row, to).ok_or_else(|| bad(&format!("no column '{to}'")))?;
            let mut matches: Vec<Arc<Row>> = match key.as_str().and_then(Guid::parse) {
                Some(id) if from == far.id => self.store.get(&far.logical, id).cloned().into_iter().collect(),
                Some(id) => self.store.referring(&far.logical, from, id),
                None if key.is_null() => Vec::new(),
                None => self
                    .store
                    .table(&far.logical)
                    .rows()
                    .filter(|r| eval::same(r.value(from), &key))
                    .cloned()
                    .collect(),
            };
            let inner = matches
                .drain(..)
                .map(|row| Hit {
                    row,
                    linked: Vec::new(),
                })
                .collect();
            let inner = self.narrow(far, link, inner)?;
            if inner.is_empty() && outer {
                let mut hit = hit.clone();
                hit.linked.push((alias.clone(), far.logical.clone(), None));
                out.push(hit);
            }
            for one in inner {
                let mut joined = hit.clone();
                joined.linked.push((alias.clone(), far.logical.clone(), Some(one.row)));
                joined.linked.extend(one.linked);
                out.push(joined);
            }
        }
        Ok(out)
    }

    fn passes(&self, def: &TableDef, row: &Row, filter: &Node, depth: usize) -> Result<bool, Refusal> {
        if depth > 32 {
            return Err(bad("filters nested too deeply"));
        }
        let any = filter.get("type") == Some("or");
        let mut result = !any;
        for child in &filter.children {
            let hit = match child.name.as_str() {
                "condition" => self.condition(def, row, child)?,
                "filter" => self.passes(def, row, child, depth + 1)?,
                _ => continue,
            };
            result = if any { result || hit } else { result && hit };
        }
        Ok(result)
    }

    fn condition(&self, def: &TableDef, row: &Row, node: &Node) -> Result<bool, Refusal> {
        let name = node
            .get("attribute")
            .ok_or_else(|| bad("a condition without attribute"))?;
        let own = eval::property(def, row, name).ok_or_else(|| {
            Refusal::new(
                400,
                "0x80041103",
                format!(
                    "'{}' entity doesn't contain attribute with Name = '{name}'.",
                    def.logical
                ),
            )
        })?;
        let values: Vec<Value> = match node.get("value") {
            Some(value) => vec![json!(value)],
            None => node
                .children
                .iter()
                .filter(|c| c.name == "value")
                .map(|c| json!(c.text))
                .collect(),
        };
        let first = values.first().cloned().unwrap_or(Value::Null);
        let equal = |value: &Value| equal(&own, value);
        let order = |wanted: &[Ordering]| compare(&own, &first).is_some_and(|o| wanted.contains(&o));
        let mine = own.as_str().and_then(Guid::parse) == Some(self.user);
        Ok(
            match node
                .get("operator")
                .ok_or_else(|| bad("a condition without operator"))?
            {
                "eq" => equal(&first),
                "ne" | "neq" => !equal(&first),
                "null" => own.is_null(),
                "not-null" => !own.is_null(),
                "in" => values.iter().any(equal),
                "not-in" => !values.iter().any(equal),
                "gt" => order(&[Ordering::Greater]),
                "ge" => order(&[Ordering::Greater, Ordering::Equal]),
                "lt" => order(&[Ordering::Less]),
                "le" => order(&[Ordering::Less, Ordering::Equal]),
                "like" => like(&own, &first),
                "not-like" => !like(&own, &first),
                "begins-with" => text(&own).starts_with(&text(&first)),
                "ends-with" => text(&own).ends_with(&text(&first)),
                "eq-userid" => mine,
                "ne-userid" => !mine,
                other => return Err(bad(&format!("operator '{other}' is not supported"))),
            },
        )
    }

    fn sort(&self, def: &TableDef, entity: &Node, hits: &mut [Hit]) {
        let orders: Vec<(&str, bool)> = entity
            .children
            .iter()
            .filter(|c| c.name == "order")
            .filter_map(|c| Some((c.get("attribute")?, c.get("descending") == Some("true"))))
            .collect();
        hits.sort_by(|a, b| {
            for (name, descending) in &orders {
                let value = |hit: &Hit| eval::property(def, &hit.row, name).unwrap_or(Value::Null);
                let (left, right) = (value(a), value(b));
                let order = match (&left, &right) {
                    (Value::Null, Value::Null) => Ordering::Equal,
                    (Value::Null, _) => Ordering::Less,
                    (_, Value::Null) => Ordering::Greater,
                    _ => eval::compare(&left, &right).unwrap_or(Ordering::Equal),
                };
                let order = if *descending { order.reverse() } else { order };
                if order != Ordering::Equal {
                    return order;
                }
            }
            Ordering::Equal
        });
    }

    fn shape(&self, def: &TableDef, entity: &Node, hit: &Hit, prefer: &Prefer) -> Result<Value, Refusal> {
        let mut query = Query::default();
        if entity.child("all-attributes").is_none() {
            query.select = attributes(entity);
            if query.select.is_empty() {
                query.select.push(def.id.clone());
            }
        }
        for name in &query.select {
            if def.property(name).is_none() {
                return Err(Refusal::new(
                    400,
                    "0x80041103",
                    format!(
                        "'{}' entity doesn't contain attribute with Name = '{name}'.",
                        def.logical
                    ),
                ));
            }
        }
        let mut out = self.render(def, &hit.row, &query, prefer)?;
        if let Some(map) = out.as_object_mut() {
            self.linked(entity, hit, map);
        }
        Ok(out)
    }

    fn linked(&self, node: &Node, hit: &Hit, out: &mut Map<String, Value>) {
        let schema = self.store.schema();
        for link in node.children.iter().filter(|c| c.name == "link-entity") {
            let alias = link.get("alias").or(link.get("name")).unwrap_or_default();
            let found = hit.linked.iter().find(|(name, _, _)| name == alias);
            if let Some((_, logical, Some(row))) = found
                && let Some(far) = schema.table(logical)
            {
                let columns = match link.child("all-attributes") {
                    Some(_) => far.columns.keys().cloned().collect(),
                    None => attributes(link),
                };
                for column in columns {
                    let given = link
                        .children
                        .iter()
                        .find(|c| c.get("name") == Some(&column))
                        .and_then(|c| c.get("alias"));
                    let name = given.map_or_else(|| format!("{alias}.{column}"), str::to_owned);
                    if let Some(value) = eval::property(far, row, &column).filter(|v| !v.is_null()) {
                        out.insert(name, value);
                    }
                }
            }
            self.linked(link, hit, out);
        }
    }
}

fn attributes(node: &Node) -> Vec<String> {
    node.children
        .iter()
        .filter(|c| c.name == "attribute")
        .filter_map(|c| c.get("name").map(str::to_owned))
        .collect()
}

/// The paging cookie; its inner XML is URL-encoded twice, as clients decode it twice.
fn cookie(def: &TableDef, page: usize, last: Option<&Hit>) -> String {
    let id = last.map(|hit| hit.row.id.to_string()).unwrap_or_default();
    let inner = format!(
        "<cookie page=\"{page}\"><{} last=\"{{{id}}}\" first=\"{{{id}}}\" /></cookie>",
        def.id
    );
    let once = utf8_percent_encode(&inner, NON_ALPHANUMERIC).to_string();
    let twice = utf8_percent_encode(&once, NON_ALPHANUMERIC).to_string();
    format!(
        "<cookie pagenumber=\"{}\" pagingcookie=\"{twice}\" istracking=\"False\" />",
        page + 1
    )
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
        .to_lowercase()
}

fn equal(own: &Value, wanted: &Value) -> bool {
    match (own, wanted) {
        (Value::Bool(own), Value::String(text)) => matches!(text.as_str(), "1" | "true") == *own,
        (Value::String(own), Value::String(text)) => match (Guid::parse(own), Guid::parse(text)) {
            (Some(a), Some(b)) => a == b,
            _ => own.eq_ignore_ascii_case(text) || own.to_lowercase() == text.to_lowercase(),
        },
        _ => eval::same(own, wanted),
    }
}

fn compare(own: &Value, wanted: &Value) -> Option<Ordering> {
    eval::compare(own, wanted)
}

/// SQL LIKE with `%` and `_`.
fn like(own: &Value, pattern: &Value) -> bool {
    let (own, pattern): (Vec<char>, Vec<char>) = (text(own).chars().collect(), text(pattern).chars().collect());
    let (mut at, mut p, mut star, mut mark) = (0, 0, None, 0);
    while at < own.len() {
        match (pattern.get(p), own.get(at)) {
            (Some('%'), _) => {
                star = Some(p);
                mark = at;
                p += 1;
            }
            (Some(c), Some(o)) if *c == '_' || c == o => {
                at += 1;
                p += 1;
            }
            _ => match star {
                Some(s) => {
                    p = s + 1;
                    mark += 1;
                    at = mark;
                }
                None => return false,
            },
        }
    }
    pattern.get(p..).unwrap_or_default().iter().all(|c| *c == '%')
}
