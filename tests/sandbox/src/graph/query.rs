//! `$select`, `$count`, `$top`, `$orderby`, `$search`, paging: what the directory supports of them, everything else
//! refused (Graph, "Advanced query capabilities on Microsoft Entra ID objects").

use super::answer::Refusal;
use super::csdl::model;
use super::directory::Row;
use super::filter::{Expr, filter, holds};
use crate::odata::url;
use serde_json::{Map, Value, json};

/// The query options of a request.
#[derive(Debug)]
pub struct Query {
    filter: Option<Expr>,
    select: Vec<String>,
    count: bool,
    top: Option<usize>,
    order: Option<bool>,
    search: Option<String>,
    skip: usize,
    /// The options as they came, without the skip token.
    kept: Vec<(String, String)>,
}

const PAGE: usize = 100;

impl Query {
    /// Reads the options that a resource of that type takes. `eventual`: the `ConsistencyLevel` header says so.
    ///
    /// # Errors
    /// An option, property or operator that is not supported.
    pub fn read(query: &str, type_name: &str, eventual: bool) -> Result<Self, Refusal> {
        let mut pairs = url::pairs(query);
        for (name, _) in &mut pairs {
            // The `$` may be left out (Graph, "Use query parameters").
            if matches!(
                name.as_str(),
                "filter"
                    | "select"
                    | "count"
                    | "top"
                    | "orderby"
                    | "search"
                    | "skiptoken"
                    | "expand"
                    | "skip"
                    | "format"
            ) {
                name.insert(0, '$');
            }
        }
        let count = pairs.iter().any(|(name, value)| name == "$count" && value == "true");
        let mut read = Self {
            filter: None,
            select: Vec::new(),
            // Without the header the count is left out in silence (the same article, "fail silently").
            count: count && eventual,
            top: None,
            order: None,
            search: None,
            skip: 0,
            kept: Vec::new(),
        };
        for (name, value) in &pairs {
            match name.as_str() {
                "$filter" => read.filter = Some(filter(value, type_name, count && eventual)?),
                "$select" => read.select = selected(value, type_name)?,
                "$count" if matches!(value.as_str(), "true" | "false") => {}
                "$top" => {
                    let top = value.parse().ok().filter(|top| (1..=999).contains(top));
                    read.top = Some(top.ok_or_else(|| {
                        Refusal::bad(format!(
                            "Invalid page size specified: '{value}'. Must be between 1 and 999 inclusive."
                        ))
                    })?);
                }
                "$orderby" => {
                    let (property, way) = value.split_once(' ').unwrap_or((value, "asc"));
                    if property != "displayName" || !matches!(way, "asc" | "desc") {
                        return Err(Refusal::unsupported(format!(
                            "Unsupported sort property '{property}' for '{type_name}'."
                        )));
                    }
                    if pairs.iter().any(|(name, _)| name == "$filter") && !(count && eventual) {
                        return Err(Refusal::unsupported("Sorting not supported for current query."));
                    }
                    read.order = Some(way == "asc");
                }
                "$search" if !eventual => {
                    return Err(Refusal::unsupported(
                        "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
                    ));
                }
                "$search" => {
                    let sought = value.trim_matches('"').strip_prefix("displayName:");
                    read.search = Some(
                        sought
                            .ok_or_else(|| {
                                Refusal::unsupported(format!("Unrecognized query argument specified: '{value}'."))
                            })?
                            .to_lowercase(),
                    );
                }
                "$skiptoken" => {
                    read.skip = value
                        .strip_prefix("sandbox-")
                        .and_then(|number| number.parse().ok())
                        .ok_or_else(|| Refusal::new(400, "Directory_ExpiredPageToken", "The specified page token value has expired and can no longer be included in your request."))?;
                    continue;
                }
                "$skip" => return Err(Refusal::bad("'$skip' is not supported by the service.")),
                "$format" if value == "json" => {}
                _ if name.starts_with('$') => {
                    return Err(Refusal::unreadable(format!(
                        "The query option '{name}' is not supported here."
                    )));
                }
                // Options of the caller's own are ignored.
                _ => {}
            }
            read.kept.push((name.clone(), value.clone()));
        }
        Ok(read)
    }

    /// How many objects fit, pages aside.
    pub fn counted<'a>(&self, rows: impl Iterator<Item = &'a Row>) -> usize {
        self.fitting(rows).len()
    }

    fn fitting<'a>(&self, rows: impl Iterator<Item = &'a Row>) -> Vec<&'a Row> {
        let name = |row: &Row| super::directory::text(row, "displayName").to_lowercase();
        let mut fitting: Vec<&Row> = rows
            .filter(|row| self.filter.as_ref().is_none_or(|filter| holds(filter, row, None)))
            .filter(|row| self.search.as_ref().is_none_or(|sought| name(row).contains(sought)))
            .collect();
        if let Some(ascending) = self.order {
            fitting.sort_by_key(|row| name(row));
            if !ascending {
                fitting.reverse();
            }
        }
        fitting
    }

    /// The page of a collection: `base` is the address of the service, `path` that of the collection below it.
    pub fn page<'a>(&self, rows: impl Iterator<Item = &'a Row>, type_name: &str, base: &str, path: &str) -> Value {
        let fitting = self.fitting(rows);
        let size = self.top.unwrap_or(PAGE);
        let page = fitting.iter().skip(self.skip).take(size);
        let value: Vec<Value> = page.map(|row| Value::Object(self.shaped(row, type_name))).collect();
        let mut body = Map::new();
        let chosen = if self.select.is_empty() {
            String::new()
        } else {
            format!("({})", self.select.join(","))
        };
        body.insert(
            "@odata.context".into(),
            json!(format!("{base}/$metadata#{path}{chosen}")),
        );
        if self.count {
            body.insert("@odata.count".into(), json!(fitting.len()));
        }
        if self.skip + size < fitting.len() {
            let mut pairs = self.kept.clone();
            pairs.push(("$skiptoken".into(), format!("sandbox-{}", self.skip + size)));
            let encoded = pairs.iter().map(|(name, value)| {
                let value = percent_encoding::utf8_percent_encode(value, percent_encoding::NON_ALPHANUMERIC);
                format!("{name}={value}")
            });
            let next = format!("{base}/{path}?{}", encoded.collect::<Vec<_>>().join("&"));
            body.insert("@odata.nextLink".into(), json!(next));
        }
        body.insert("value".into(), Value::Array(value));
        Value::Object(body)
    }

    /// An object with the selected members, else with those it has by default.
    pub fn shaped(&self, row: &Row, type_name: &str) -> Row {
        let names: Vec<&str> = if self.select.is_empty() {
            shown(type_name)
        } else {
            self.select.iter().map(String::as_str).collect()
        };
        let mut out = Row::new();
        for name in names {
            let absent = || match model().member(type_name, name) {
                Some(member) if member.collection => json!([]),
                _ => Value::Null,
            };
            out.insert(name.to_owned(), row.get(name).cloned().unwrap_or_else(absent));
        }
        // The key comes along with every directory object.
        if let Some(id) = row.get("id") {
            out.entry("id").or_insert_with(|| id.clone());
        }
        out
    }
}

/// What an object shows when nothing is selected: of users a few members only (Graph, "List users").
fn shown(type_name: &str) -> Vec<&str> {
    match type_name {
        "user" => vec![
            "businessPhones",
            "displayName",
            "givenName",
            "id",
            "jobTitle",
            "mail",
            "mobilePhone",
            "officeLocation",
            "preferredLanguage",
            "surname",
            "userPrincipalName",
        ],
        // Media streams and what only some queries bring are left out.
        _ => model()
            .names(type_name)
            .into_iter()
            .filter(|name| *name != "logo")
            .collect(),
    }
}

fn selected(value: &str, type_name: &str) -> Result<Vec<String>, Refusal> {
    let names: Vec<String> = value
        .split(',')
        .map(|name| name.trim().to_owned())
        .filter(|n| !n.is_empty())
        .collect();
    if names.iter().any(|name| name == "*") {
        return Ok(Vec::new());
    }
    match names.iter().find(|name| model().member(type_name, name).is_none()) {
        Some(name) => Err(Refusal::unreadable(format!(
            "Parsing OData Select and Expand failed: Could not find a property named '{name}' on type 'microsoft.graph.{type_name}'."
        ))),
        None => Ok(names),
    }
}
