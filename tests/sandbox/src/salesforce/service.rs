//! One request to the REST API in, one answer out.

use super::refusal::Refusal;
use super::rights::Rights;
use super::writes::reaches;
use super::{World, composite, describe, soql};
use crate::odata::url;
use serde_json::{Map, Value, json};

/// Versions this org speaks, and the release that brought the newest ones.
pub(super) const VERSIONS: std::ops::RangeInclusive<u32> = 31..=67;
/// Records of one answer, unless the request says otherwise ("Change the Batch Size in Queries").
const BATCH: usize = 2000;
/// Characters an address may have (REST API guide, "Query").
const ADDRESS: usize = 16_384;
/// API requests of a day.
pub(super) const DAILY: u64 = 15_000;

/// A request.
pub struct Call<'a> {
    /// Method.
    pub method: &'a str,
    /// Path from `/services/data` on, which it begins with.
    pub path: &'a str,
    /// Query without the question mark.
    pub query: &'a str,
    /// Body, nothing where it is no JSON.
    pub body: Option<Value>,
    /// The `Authorization` header.
    pub authorization: &'a str,
    /// The `Sforce-Query-Options` header.
    pub options: &'a str,
}

/// An answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Document; null for none.
    pub body: Value,
    /// Headers beside the content type.
    pub headers: Vec<(&'static str, String)>,
}

impl Answer {
    /// 200 with a document.
    pub fn told(body: Value) -> Self {
        Self {
            status: 200,
            body,
            headers: Vec::new(),
        }
    }

    /// 204.
    pub fn nothing() -> Self {
        Self {
            status: 204,
            ..Self::told(Value::Null)
        }
    }
}

impl From<Refusal> for Answer {
    fn from(refusal: Refusal) -> Self {
        Self {
            status: refusal.status,
            ..Self::told(refusal.body())
        }
    }
}

/// One request of a signed-in user, its version off.
pub(super) struct Asked<'a> {
    pub method: &'a str,
    /// Path below the version, in its segments.
    pub parts: Vec<String>,
    pub pairs: Vec<(String, String)>,
    pub body: Option<Value>,
    /// `/services/data/vNN.0`.
    pub base: String,
    pub batch: usize,
}

impl Asked<'_> {
    fn pair(&self, name: &str) -> Option<&str> {
        let found = self.pairs.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    fn document(&self) -> Result<&Value, Refusal> {
        match &self.body {
            Some(Value::Null) => Err(Refusal::new(
                400,
                "JSON_PARSER_ERROR",
                "Unexpected character at [line:1, column:1]",
            )),
            Some(body) => Ok(body),
            None => Err(Refusal::new(
                400,
                "JSON_PARSER_ERROR",
                "No content to map to Object due to end of input",
            )),
        }
    }
}

/// The version of a path and the segments below it.
///
/// # Errors
/// 404 for a version this org does not speak.
pub(super) fn below(path: &str) -> Result<(String, Vec<String>), Refusal> {
    let rest = path.trim_matches('/').strip_prefix("services/data").unwrap_or_default();
    let mut parts = rest.trim_matches('/').split('/').map(url::decode).collect::<Vec<_>>();
    let version = parts.remove(0);
    let known = version
        .strip_prefix('v')
        .and_then(|text| text.strip_suffix(".0"))
        .and_then(|number| number.parse::<u32>().ok())
        .is_some_and(|number| VERSIONS.contains(&number));
    if !known {
        return Err(Refusal::absent());
    }
    Ok((format!("/services/data/{version}"), parts))
}

impl World<'_> {
    /// Answers a request.
    pub fn answer(&mut self, call: Call<'_>) -> Answer {
        self.pass();
        if call.path.trim_matches('/') == "services/data" {
            return match call.method {
                "GET" | "HEAD" => Answer::told(describe::versions()),
                other => Refusal::method(other, "GET,HEAD").into(),
            };
        }
        let mut answer = match self.signed_in(call) {
            Ok(answer) => answer,
            Err(refusal) => refusal.into(),
        };
        if answer.status != 401 {
            // A composite request counts once, whatever it holds.
            self.org.used += 1;
            let usage = format!("api-usage={}/{DAILY}", self.org.used);
            answer.headers.push(("Sforce-Limit-Info", usage));
        }
        answer
    }

    fn signed_in(&mut self, call: Call<'_>) -> Result<Answer, Refusal> {
        let rights = self.org.caller(call.authorization, self.clock)?;
        if call.path.len() + call.query.len() > ADDRESS {
            return Err(Refusal::new(414, "URI_TOO_LONG", "URI Too Long"));
        }
        let (base, parts) = below(call.path)?;
        let batch = call.options.split_once('=').and_then(|(name, size)| {
            let size: usize = size.trim().parse().ok()?;
            name.trim().eq_ignore_ascii_case("batchSize").then_some(size)
        });
        let asked = Asked {
            method: call.method,
            parts: parts.into_iter().filter(|part| !part.is_empty()).collect(),
            pairs: url::pairs(call.query),
            body: call.body,
            base,
            batch: batch.unwrap_or(BATCH).clamp(200, BATCH),
        };
        let parts: Vec<&str> = asked.parts.iter().map(String::as_str).collect();
        match parts.as_slice() {
            ["composite", rest @ ..] => composite::answer(self, &rights, &asked, rest),
            _ => self.single(&rights, &asked),
        }
    }

    /// A request that is none of several.
    pub(super) fn single(&mut self, rights: &Rights, asked: &Asked<'_>) -> Result<Answer, Refusal> {
        let parts: Vec<&str> = asked.parts.iter().map(String::as_str).collect();
        let method = asked.method;
        let only = |allowed: &str| Err(Refusal::method(method, allowed));
        match (method, parts.as_slice()) {
            ("GET", []) => {
                let resources = describe::resources(&asked.base, self.org.organization(), &rights.user);
                Ok(Answer::told(resources))
            }
            ("GET", ["query" | "queryAll"]) => self.query(rights, asked),
            ("GET", ["query" | "queryAll", locator]) => self.more(rights, asked, locator),
            ("GET", ["limits"]) => self.limits(rights),
            ("GET", ["sobjects"]) => Ok(Answer::told(describe::global(&self.org.schema, rights, &asked.base))),
            ("GET", ["sobjects", name]) => {
                let object = self.object(name, rights)?;
                let described = describe::short(&object, rights, &asked.base);
                Ok(Answer::told(json!({"objectDescribe": described, "recentItems": []})))
            }
            ("POST", ["sobjects", name]) => {
                let id = self.create(rights, name, asked.document()?)?;
                let name = self.object(name, rights)?.name;
                Ok(Answer {
                    status: 201,
                    headers: vec![("Location", format!("{}/sobjects/{name}/{id}", asked.base))],
                    body: json!({"id": id, "success": true, "errors": []}),
                })
            }
            ("GET", ["sobjects", name, "describe"]) => {
                let object = self.object(name, rights)?;
                Ok(Answer::told(describe::whole(&object, rights, &asked.base)))
            }
            ("GET", ["sobjects", name, id]) => self.retrieve(rights, asked, name, id),
            ("PATCH", ["sobjects", name, id]) => self
                .update(rights, name, id, asked.document()?)
                .map(|()| Answer::nothing()),
            ("DELETE", ["sobjects", name, id]) => self.delete(rights, name, id).map(|()| Answer::nothing()),
            (_, ["query" | "queryAll", ..] | ["limits"] | ["sobjects"] | [] | ["sobjects", _, "describe"]) => {
                only("HEAD,GET")
            }
            (_, ["sobjects", _]) => only("HEAD,GET,POST"),
            (_, ["sobjects", _, _]) => only("HEAD,GET,PATCH,DELETE"),
            _ => Err(Refusal::absent()),
        }
    }

    fn query(&mut self, rights: &Rights, asked: &Asked<'_>) -> Result<Answer, Refusal> {
        let query = asked.pair("q").unwrap_or_default();
        if query.trim().is_empty() {
            return Err(Refusal::new(
                400,
                "MALFORMED_QUERY",
                "A query string has to be specified",
            ));
        }
        let sees = |object: &super::schema::Object| object.calls.contains('r') && reaches(object, rights);
        let found = soql::run(
            query,
            (&self.org.schema, &self.org.records),
            &sees,
            self.clock,
            &asked.base,
        )?;
        Ok(self.page(rights, asked, found.total, found.records, 0))
    }

    /// What comes next of an answer that was too long for one.
    fn more(&mut self, rights: &Rights, asked: &Asked<'_>, locator: &str) -> Result<Answer, Refusal> {
        let wrong = || Refusal::new(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
        let (id, from) = locator.rsplit_once('-').ok_or_else(wrong)?;
        let from: usize = from.parse().map_err(|_| wrong())?;
        let (_, all) = self
            .org
            .cursors
            .get(id)
            .filter(|(user, all)| *user == rights.user && from <= all.len())
            .ok_or_else(wrong)?;
        let (total, records) = (all.len(), all.clone());
        Ok(page(asked, id, total, records, from))
    }

    fn page(&mut self, rights: &Rights, asked: &Asked<'_>, total: usize, records: Vec<Value>, from: usize) -> Answer {
        if records.len() <= asked.batch {
            return Answer::told(json!({"totalSize": total, "done": true, "records": records}));
        }
        let id = super::id::derive("01g", &self.mint.handle());
        self.org
            .cursors
            .insert(id.clone(), (rights.user.clone(), records.clone()));
        page(asked, &id, total, records, from)
    }

    fn retrieve(&mut self, rights: &Rights, asked: &Asked<'_>, name: &str, id: &str) -> Result<Answer, Refusal> {
        let object = self.object(name, rights)?;
        let row = self.existing(&object, id)?;
        let mut record = Map::new();
        let url = format!(
            "{}/sobjects/{}/{}",
            asked.base,
            object.name,
            super::store::text(&row, "Id")
        );
        record.insert("attributes".into(), json!({"type": object.name, "url": url}));
        match asked.pair("fields") {
            None => {
                for field in &object.fields {
                    record.insert(field.name.clone(), row.get(&field.name).cloned().unwrap_or_default());
                }
            }
            Some(list) => {
                for name in list.split(',').map(str::trim) {
                    let field = object.field(name).ok_or_else(|| {
                        let says = format!("No such column '{name}' on sobject of type {}", object.name);
                        Refusal::new(400, "INVALID_FIELD", says)
                    })?;
                    record.insert(field.name.clone(), row.get(&field.name).cloned().unwrap_or_default());
                }
                record.insert("Id".into(), row.get("Id").cloned().unwrap_or_default());
            }
        }
        Ok(Answer::told(Value::Object(record)))
    }

    fn limits(&mut self, rights: &Rights) -> Result<Answer, Refusal> {
        if !rights.holds("ViewSetup") {
            return Err(Refusal::new(
                403,
                "FORBIDDEN",
                "You do not have access to the limits of this org",
            ));
        }
        Ok(Answer::told(describe::limits(self.org.used)))
    }
}

/// One part of an answer.
fn page(asked: &Asked<'_>, id: &str, total: usize, mut records: Vec<Value>, from: usize) -> Answer {
    let to = (from + asked.batch).min(total);
    let mut body = json!({"totalSize": total, "done": to == total});
    if let Some(map) = body.as_object_mut() {
        if to < total {
            map.insert(
                "nextRecordsUrl".into(),
                json!(format!("{}/query/{id}-{to}", asked.base)),
            );
        }
        records.truncate(to);
        map.insert("records".into(), Value::Array(records.split_off(from)));
    }
    Answer::told(body)
}
