//! One Web API request against the store: from method and path to an answer.

use super::error::Refusal;
use super::query::{Prefer, Query};
use super::url::{self, Segment};
use crate::dataverse::schema::{Schema, TableDef};
use crate::dataverse::security::Rights;
use crate::dataverse::solutions;
use crate::dataverse::store::Store;
use crate::ident::Guid;
use http::HeaderMap;
use serde_json::{Value, json};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Facts of the organisation and the chosen dialects, the same for every request.
#[derive(Debug, Clone)]
pub struct Org {
    /// Organisation id.
    pub id: Guid,
    /// Environment id, for deep links.
    pub environment: String,
    /// Entra tenant id.
    pub tenant: Guid,
    /// `Customer` for production, `CustomerTest` for a sandbox.
    pub organization_type: &'static str,
    /// Whether the settings framework knows this feature.
    pub settings: bool,
    /// Dialect `roleprivileges=all`: copies have rows of their own.
    pub privilege_rows_for_copies: bool,
    /// Dialect `removal=inactive`: managed link-chat rows cannot be deleted.
    pub removal_refused: bool,
    /// Dialect `sharepoint=return`: four privileges survive a replace.
    pub sharepoint_returns: bool,
    /// Dialect `privilegecache=late`: so many reads see yesterday's privileges.
    pub privilege_lag: u32,
    /// The chosen answer of every dialect.
    pub dialects: BTreeMap<&'static str, String>,
}

impl Org {
    /// Whether a dialect has that answer.
    pub fn answers(&self, dialect: &str, answer: &str) -> bool {
        self.dialects.get(dialect).is_some_and(|chosen| chosen == answer)
    }
}

/// What an answer carries.
#[derive(Debug, Clone, PartialEq)]
pub enum Payload {
    /// Nothing.
    None,
    /// A JSON document.
    Json(Value),
    /// Text of a media type.
    Text(Cow<'static, str>, String),
}

/// An answer before it becomes HTTP.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Headers beside content type and length.
    pub headers: Vec<(String, String)>,
    /// Body.
    pub body: Payload,
}

impl Answer {
    /// 200 with a document.
    pub fn ok(body: Value) -> Self {
        Self {
            status: 200,
            headers: Vec::new(),
            body: Payload::Json(body),
        }
    }

    /// 204.
    pub fn no_content() -> Self {
        Self {
            status: 204,
            headers: Vec::new(),
            body: Payload::None,
        }
    }

    /// A refusal as an answer.
    pub fn refused(refusal: &Refusal, prefer: &Prefer) -> Self {
        let detailed = prefer.wants("Microsoft.PowerApps.CDS.HelpLink");
        Self {
            status: refusal.status,
            headers: Vec::new(),
            body: Payload::Json(refusal.body(detailed)),
        }
    }

    /// Adds a header.
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }
}

/// One request below the version segment.
#[derive(Debug, Clone, Copy)]
pub struct Call<'a> {
    /// Method, upper case.
    pub method: &'a str,
    /// Path below `/api/data/vX.Y/`, still encoded.
    pub path: &'a str,
    /// Query, still encoded.
    pub query: &'a str,
    /// Headers.
    pub headers: &'a HeaderMap,
    /// Body.
    pub body: &'a [u8],
}

/// The service for one caller and one HTTP request.
pub struct Service<'a> {
    /// The rows.
    pub store: &'a mut Store,
    /// The organisation.
    pub org: &'a Org,
    /// The calling user.
    pub user: Guid,
    /// The caller's rights as of now.
    pub rights: Arc<Rights>,
    /// The store's security epoch those rights were read at.
    pub epoch: u64,
    /// `https://host/api/data/v9.2/`, echoing what the client asked.
    pub base: String,
    /// Content ids of the batch so far: id to the entity's path.
    pub references: BTreeMap<String, String>,
}

impl Service<'_> {
    /// Answers one request; refusals become error documents.
    pub fn answer(&mut self, call: Call<'_>) -> Answer {
        let prefer = Prefer::read(call.headers);
        if self.epoch != self.store.security_epoch() {
            self.epoch = self.store.security_epoch();
            self.rights = Arc::new(Rights::of(self.store, self.user));
        }
        let late = self.org.privilege_lag > 0 && call.method == "GET" && call.path.contains("rivilege");
        let strong = call
            .headers
            .get("consistency")
            .is_some_and(|v| v.as_bytes().eq_ignore_ascii_case(b"strong"));
        self.store.look_back(late && !strong);
        let answer = match self.dispatch(call, &prefer) {
            Ok(answer) => answer,
            Err(refusal) => Answer::refused(&refusal, &prefer),
        };
        self.store.spend_look_back();
        if call.method == "GET" && solutions::tells_progress(call.path) {
            solutions::jobs::pass(self.store, self.org);
        }
        answer
    }

    fn dispatch(&mut self, call: Call<'_>, prefer: &Prefer) -> Result<Answer, Refusal> {
        let segments = url::segments(call.path)?;
        let schema = self.store.schema();
        let Some((first, rest)) = segments.split_first() else {
            return Ok(self.service_document(&schema));
        };
        match first.name.as_str() {
            "$metadata" => return self.csdl(call.headers),
            "EntityDefinitions" | "RelationshipDefinitions" | "GlobalOptionSetDefinitions" => {
                return self.metadata(call, first, rest);
            }
            _ => {}
        }
        if let Some(def) = schema.by_set(&first.name) {
            return self.entity_set(call, prefer, &schema, def, first, rest);
        }
        let name = unqualified(&first.name);
        match call.method {
            "GET" => self.function(name, first, call),
            "POST" => self.action(name, call),
            _ => Err(Refusal::no_segment(&first.name)),
        }
    }

    fn entity_set(
        &mut self,
        call: Call<'_>,
        prefer: &Prefer,
        schema: &Arc<Schema>,
        def: &TableDef,
        first: &Segment,
        rest: &[Segment],
    ) -> Result<Answer, Refusal> {
        let Some(key) = &first.arguments else {
            return match (call.method, rest) {
                ("GET", []) => self.list(def, None, call, prefer),
                ("GET", [count]) if count.name == "$count" => self.count(def, None, call),
                ("POST", []) => self.create(def, call, prefer),
                ("POST", [action]) => self.bulk(def, unqualified(&action.name), call),
                ("GET", [function]) => self.bound_function(def, None, unqualified(&function.name), function, call),
                _ => Err(Refusal::new(
                    405,
                    "0x80060888",
                    "The HTTP method is not supported for this resource.",
                )),
            };
        };
        let id = self.resolve_key(def, key);
        match (call.method, rest) {
            ("GET", []) => self.single(def, id?, call, prefer),
            ("PATCH", []) => self.patch(def, key, call, prefer),
            ("PUT", []) => self.patch(def, key, call, prefer),
            ("DELETE", []) => self.delete(def, id?, call),
            ("GET", [nav]) if def.property(&nav.name).is_some() && def.lookup_by_nav(&nav.name).is_none() => {
                self.property_value(def, id?, &nav.name, false)
            }
            ("GET", [nav, raw]) if raw.name == "$value" => self.property_value(def, id?, &nav.name, true),
            ("PUT" | "PATCH", [nav]) if def.columns.contains_key(&nav.name) => {
                self.put_property(def, id?, &nav.name, call)
            }
            ("DELETE", [nav]) if def.columns.contains_key(&nav.name) && def.lookup_by_nav(&nav.name).is_none() => {
                self.clear_property(def, id?, &nav.name, call)
            }
            ("GET", [nav, tail @ ..]) if tail.len() < 2 => {
                if self.is_navigation(schema, def, &nav.name) {
                    self.navigate(def, id?, nav, tail, call, prefer)
                } else {
                    self.bound_function(def, Some(id?), unqualified(&nav.name), nav, call)
                }
            }
            ("POST" | "PUT", [nav, reference]) if reference.name == "$ref" => self.associate(def, id?, &nav.name, call),
            ("DELETE", [nav, reference]) if reference.name == "$ref" => self.disassociate(def, id?, nav, call),
            ("POST", [action]) => self.bound_action(def, id?, unqualified(&action.name), call),
            _ => {
                let name = rest.first().map_or(first.name.as_str(), |s| s.name.as_str());
                Err(Refusal::no_segment(name))
            }
        }
    }

    fn is_navigation(&self, schema: &Schema, def: &TableDef, nav: &str) -> bool {
        def.lookup_by_nav(nav).is_some()
            || schema.link(&def.logical, nav).is_some()
            || schema.referrers(&def.logical, nav).is_some()
    }

    fn service_document(&self, schema: &Schema) -> Answer {
        let sets: Vec<Value> = schema
            .tables
            .values()
            .map(|t| json!({"name": t.set, "kind": "EntitySet", "url": t.set}))
            .collect();
        Answer::ok(json!({"@odata.context": format!("{}$metadata", self.base), "value": sets}))
    }

    /// The row a key names: a GUID, quoted or not, or an alternate key's columns.
    pub(super) fn resolve_key(&self, def: &TableDef, key: &str) -> Result<Guid, Refusal> {
        if let Some(id) = Guid::parse(&url::unquote(key)) {
            return Ok(id);
        }
        let wanted = self.alternate_key(def, key)?;
        let mut matches = self.store.table(&def.logical).rows().filter(|row| {
            wanted.iter().all(|(column, value)| {
                let own = row.value(column);
                super::eval::same(own, value)
                    || own
                        .as_i64()
                        .is_some_and(|n| Some(n.to_string().as_str()) == value.as_str())
            })
        });
        match matches.next() {
            Some(row) => Ok(row.id),
            None => Err(Refusal::new(
                404,
                "0x80060891",
                format!(
                    "A record with the specified key values does not exist in {} entity",
                    def.logical
                ),
            )),
        }
    }

    /// The columns and values of an alternate key.
    pub(super) fn alternate_key(&self, def: &TableDef, key: &str) -> Result<Vec<(String, Value)>, Refusal> {
        let parts: Option<Vec<(String, Value)>> = url::split_outside(key, ',')
            .iter()
            .map(|part| {
                part.split_once('=')
                    .map(|(n, v)| (n.trim().to_owned(), Value::String(url::unquote(v))))
            })
            .collect();
        let parts = parts.unwrap_or_default();
        if let [(name, value)] = parts.as_slice()
            && *name == def.id
            && let Some(id) = value.as_str().and_then(Guid::parse)
        {
            return Ok(vec![(def.id.clone(), Value::String(id.to_string()))]);
        }
        let mut names: Vec<&str> = parts.iter().map(|(n, _)| n.as_str()).collect();
        names.sort_unstable();
        let declared = def.keys.iter().any(|columns| {
            let mut columns: Vec<&str> = columns.iter().map(String::as_str).collect();
            columns.sort_unstable();
            columns == names
        });
        if declared {
            return Ok(parts);
        }
        Err(Refusal::bad(format!(
            "The key in the request URI is not valid for resource '{}'. Ensure that the names and number of key properties match the declared or alternate key properties for the resource '{}'.",
            def.type_name(),
            def.type_name()
        )))
    }

    /// The options of a request.
    pub(super) fn query(call: Call<'_>) -> Result<Query, Refusal> {
        Query::parse(call.query)
    }
}

/// A function or action name without the Dataverse namespace.
pub fn unqualified(name: &str) -> &str {
    name.strip_prefix("Microsoft.Dynamics.CRM.").unwrap_or(name)
}
