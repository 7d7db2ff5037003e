//! The sandbox itself: one request in, one answer out, and the TLS server around it.

mod callers;
mod cloud;
mod portal;
mod ready;
mod tls;

pub use ready::Ready;
pub use tls::{Running, ServeError};

use crate::config::{Config, DIALECTS, Kind};
use crate::control::faults::{Drop, Fate, Fault, Faults};
use crate::control::log;
use crate::dataverse::schema::{Schema, SchemaError};
use crate::dataverse::security::Rights;
use crate::dataverse::store::Store;
use crate::dataverse::{cast, directory};
use crate::entra::Entra;
use crate::entra::resource::Resource;
use crate::graph::{self, Directory};
use crate::ident::Guid;
use crate::odata::error::Refusal;
use crate::odata::query::Prefer;
use crate::odata::service::{Answer, Call, Org, Payload, Service};
use crate::pages::portals::{self, Portals};
use crate::pages::{self, Generation, PageRequest};
use crate::power_platform::{Platform, people};
use crate::sales;
use crate::salesforce::{self, Salesforce};
use crate::teams::Teams;
use bytes::Bytes;
use http::{Request, Response};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, UNIX_EPOCH};
use thiserror::Error;
use tokio::sync::watch;

/// Host of the organisation.
pub const ORG_HOST: &str = "contoso.crm4.dynamics.com";
/// The organisation's API twin.
pub const ORG_API_HOST: &str = "contoso.api.crm4.dynamics.com";
/// Host of the organization of msdyn_viva.
pub const VIVA_HOST: &str = "msdynviva.crm4.dynamics.com";
/// Host of Microsoft Graph.
pub const GRAPH_HOST: &str = "graph.microsoft.com";
/// Host of the controls.
pub const CONTROL_HOST: &str = "sandbox.latchkey.test";

/// The answer never came: the connection died, before or after the request was carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the answer was lost")]
pub struct Dropped;

/// How long a transport should hold an answer back; carried as a response extension.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delay(pub Duration);

/// Until when besides: until the other end is gone; carried as a response extension.
#[derive(Debug, Clone)]
pub(super) struct Held(pub(super) watch::Receiver<()>);

/// A sandbox that cannot start.
#[derive(Debug, Error)]
pub enum StartError {
    /// The table declarations are at fault.
    #[error(transparent)]
    Schema(#[from] SchemaError),
    /// The seed document is at fault.
    #[error("seed: {0}")]
    Seed(String),
}

struct Tenant {
    store: Store,
    /// The organization of msdyn_viva, where it is there.
    viva: Option<Store>,
    entra: Entra,
    directory: Directory,
    platform: Platform,
    salesforce: Salesforce,
    faults: Faults,
    log: Vec<log::Entry>,
    /// Rights by user, as of a security epoch of the store.
    rights: BTreeMap<Guid, (u64, Arc<Rights>)>,
    portals: Portals,
    teams: Teams,
}

impl Tenant {
    fn rights(&mut self, user: Guid) -> (u64, Arc<Rights>) {
        let epoch = self.store.security_epoch();
        if let Some((as_of, rights)) = self.rights.get(&user)
            && *as_of == epoch
        {
            return (epoch, Arc::clone(rights));
        }
        let rights = Arc::new(Rights::of(&self.store, user));
        self.rights.insert(user, (epoch, Arc::clone(&rights)));
        (epoch, rights)
    }
}

/// One tenant. Cheap to share: clones see the same rows.
#[derive(Clone)]
pub struct Sandbox {
    config: Arc<Config>,
    org: Arc<Org>,
    viva: Arc<Org>,
    tenant: Arc<Mutex<Tenant>>,
}

impl Sandbox {
    /// Builds the company and applies the seed.
    ///
    /// # Errors
    /// When the seed cannot be read.
    pub fn new(config: Config) -> Result<Self, StartError> {
        let recent = config.generation == Generation::G2026;
        let schema = Arc::new(Schema::load(recent)?);
        let org = Org {
            id: Guid::derive("organization", "contoso"),
            environment: Guid::derive("environment", "contoso").to_string(),
            tenant: Guid::derive("tenant", "contoso"),
            // `Customer` is production, `CustomerTest` a sandbox (OrganizationType of the organization detail).
            organization_type: if config.kind == Kind::Sandbox {
                "CustomerTest"
            } else {
                "Customer"
            },
            settings: recent,
            privilege_rows_for_copies: config.dialect("roleprivileges") == "all",
            removal_refused: config.dialect("removal") == "inactive",
            sharepoint_returns: config.dialect("sharepoint") == "return",
            privilege_lag: if config.dialect("privilegecache") == "late" {
                3
            } else {
                0
            },
            dialects: DIALECTS
                .iter()
                .map(|(key, ..)| (*key, config.dialect(key).to_owned()))
                .collect(),
        };
        let store = cast::build(Arc::clone(&schema), &config, &org);
        let viva = Org {
            id: Guid::derive("organization", "msdyn_viva"),
            environment: Guid::derive("environment", "msdyn_viva").to_string(),
            organization_type: if config.dialect("viva") == "trial" {
                "Trial"
            } else {
                "Customer"
            },
            ..org.clone()
        };
        let mut entra = Entra::default();
        entra.factor_wanted = config.dialect("mfa") == "powerapps";
        let directory = graph::cast::build(&config, &org, &store);
        let mut tenant = Tenant {
            salesforce: salesforce::cast::build(&config, &directory),
            directory,
            platform: Platform::new(&org),
            entra,
            viva: (config.dialect("viva") != "absent").then(|| cast::build_viva(schema, &config, &viva)),
            store,
            faults: Faults::default(),
            log: Vec::new(),
            rights: BTreeMap::new(),
            portals: Portals::default(),
            teams: Teams::default(),
        };
        people::tell(&mut tenant.store, &tenant.directory);
        if config.dialect("secondtenant") == "present" {
            tenant.salesforce().connected_elsewhere();
        }
        if let Some(seed) = &config.seed {
            tenant.replace_state(&org, seed).map_err(StartError::Seed)?;
        }
        Ok(Self {
            config: Arc::new(config),
            org: Arc::new(org),
            viva: Arc::new(viva),
            tenant: Arc::new(Mutex::new(tenant)),
        })
    }

    /// What it was started with.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The organisation and the chosen dialects.
    pub fn organization(&self) -> &Org {
        &self.org
    }

    /// Answers one request as the real hosts would, routed by authority. Waiting is left to the transport: see [`Delay`].
    ///
    /// # Errors
    /// [`Dropped`] where a fault kills the connection.
    pub fn handle(&self, request: Request<Bytes>) -> Result<Response<Bytes>, Dropped> {
        let host = authority(&request);
        let name = host.rsplit_once(':').map_or(host.as_str(), |(name, port)| {
            if port.chars().all(|c| c.is_ascii_digit()) {
                name
            } else {
                &host
            }
        });
        let name = name.to_ascii_lowercase();
        let mut tenant = self.tenant.lock().unwrap_or_else(PoisonError::into_inner);
        if name == CONTROL_HOST {
            return Ok(self.control(&mut tenant, &request));
        }
        let path = request.uri().path().to_owned();
        let at = UNIX_EPOCH
            .elapsed()
            .map_or(0, |since| since.as_millis().try_into().unwrap_or(0));
        let fate = tenant.faults.meet(&host, request.method().as_str(), &path);
        let outcome = self.befall(&mut tenant, &request, &host, &name, &fate);
        let content_type = text_header(&request, "content-type");
        tenant.log.push(log::Entry {
            at,
            host,
            method: request.method().to_string(),
            path,
            query: log::mask_pairs(request.uri().query().unwrap_or_default()),
            status: outcome.as_ref().ok().map(|r| r.status().as_u16()),
            body: log::body(&content_type, request.body()),
        });
        outcome.map(|mut response| {
            response.extensions_mut().insert(Delay(fate.delay));
            if let Some(held) = fate.held {
                response.extensions_mut().insert(Held(held));
            }
            response
        })
    }

    fn befall(
        &self,
        tenant: &mut Tenant,
        request: &Request<Bytes>,
        host: &str,
        name: &str,
        fate: &Fate,
    ) -> Result<Response<Bytes>, Dropped> {
        if fate.drop == Some(Drop::Before) {
            return Err(Dropped);
        }
        if fate.import.is_some() {
            tenant.store.solutions.doom.clone_from(&fate.import);
        }
        if let (Some((status, headers, body)), None) = (&fate.answer, fate.drop) {
            return Ok(prepared(*status, headers, body.as_ref(), name));
        }
        let response = self.route(tenant, request, host, name);
        if fate.drop == Some(Drop::After) {
            Err(Dropped)
        } else {
            Ok(response)
        }
    }

    fn route(&self, tenant: &mut Tenant, request: &Request<Bytes>, host: &str, name: &str) -> Response<Bytes> {
        let path = request.uri().path();
        let local = matches!(name, "127.0.0.1" | "localhost");
        let org = name == ORG_HOST || name == ORG_API_HOST;
        if (org || local) && path.starts_with("/api/data") {
            return self.data(tenant, request, host, &Resource::Org);
        }
        if name == VIVA_HOST && tenant.viva.is_some() && path.starts_with("/api/data") {
            return self.data(tenant, request, host, &Resource::Viva);
        }
        if org && let Some(response) = self.page(tenant, request, host) {
            return response;
        }
        if portals::HOSTS.contains(&name)
            && let Some(response) = self.portal(tenant, request, name)
        {
            return response;
        }
        if sales::HOSTS.contains(&name)
            && let Some(response) = self.sales(tenant, request, name)
        {
            return response;
        }
        if let Some(response) = self.cloud(tenant, request, host, name) {
            return response;
        }
        respond(404, &[("content-type", "text/plain; charset=utf-8")], "Not found.")
    }

    /// A page of the organisation. The core chooses the caller and keeps them in a cookie.
    fn page(&self, tenant: &mut Tenant, request: &Request<Bytes>, host: &str) -> Option<Response<Bytes>> {
        if request.method() != http::Method::GET && request.method() != http::Method::HEAD {
            return None;
        }
        let (upn, chosen) = callers::for_page(request);
        let locale = callers::locale(&tenant.store, &upn, &self.config);
        let answer = pages::respond(&PageRequest {
            path: request.uri().path().to_owned(),
            query: request.uri().query().unwrap_or_default().to_owned(),
            host: host.to_owned(),
            locale,
            generation: self.config.generation,
            csp: self.config.csp,
            signed_in_upn: upn.clone(),
            dialects: self.org.dialects.clone(),
        })?;
        let mut builder = Response::builder().status(answer.status);
        for (name, value) in &answer.headers {
            builder = builder.header(name, value);
        }
        if request.uri().path() == pages::SIGN_OUT {
            builder = builder.header("set-cookie", callers::no_cookie());
        } else if chosen {
            builder = builder.header("set-cookie", callers::cookie(&upn));
        }
        builder.body(Bytes::from(answer.body)).ok()
    }

    /// An organization's Web API: each has its own rows and takes its own tokens.
    fn data(&self, tenant: &mut Tenant, request: &Request<Bytes>, host: &str, resource: &Resource) -> Response<Bytes> {
        let prefer = Prefer::read(request.headers());
        let path = request.uri().path();
        let below = path
            .strip_prefix("/api/data/v")
            .and_then(|rest| rest.split_once('/').or(Some((rest, ""))));
        let Some((version, below)) = below.filter(|(v, _)| matches!(*v, "9.0" | "9.1" | "9.2")) else {
            return finish(Answer::refused(
                &Refusal::new(404, "0x8006088a", "The version segment is not one of v9.0 to v9.2."),
                &prefer,
            ));
        };
        let own = tenant.viva.as_ref().filter(|_| *resource == Resource::Viva);
        let store = own.unwrap_or(&tenant.store);
        let user = match callers::for_data(request, store, resource, &tenant.entra, &tenant.directory) {
            Ok(user) => user,
            Err(refusal) => {
                let answer = Answer::refused(&refusal, &prefer);
                return finish(match refusal.status {
                    401 => answer.with("WWW-Authenticate", self.challenge(host)),
                    _ => answer,
                });
            }
        };
        let of_viva = own.map(|store| (store.security_epoch(), Arc::new(Rights::of(store, user))));
        let is_viva = of_viva.is_some();
        if !is_viva {
            directory::pass(&mut tenant.store, &self.org);
        }
        let base = format!("https://{host}/api/data/v{version}/");
        let call = Call {
            method: request.method().as_str(),
            path: below,
            query: request.uri().query().unwrap_or_default(),
            headers: request.headers(),
            body: request.body(),
        };
        let (epoch, rights) = of_viva.unwrap_or_else(|| tenant.rights(user));
        let (store, org) = match tenant.viva.as_mut().filter(|_| is_viva) {
            Some(viva) => (viva, &self.viva),
            None => (&mut tenant.store, &self.org),
        };
        let mut service = Service {
            store,
            org,
            user,
            rights,
            epoch,
            base,
            references: BTreeMap::new(),
        };
        let answer = if below.trim_end_matches('/') == "$batch" || below.trim_end_matches('/') == "%24batch" {
            if call.method == "POST" {
                service.batch(call)
            } else {
                Answer::refused(&Refusal::new(405, "0x80060888", "A batch is posted."), &prefer)
            }
        } else {
            service.answer(call)
        };
        finish(answer)
    }

    /// The organisation's own challenge: where to sign in, in which tenant, for which resource. That it is written so
    /// is unproven for today's service ("OAuth challenge", Dataverse discovery).
    fn challenge(&self, host: &str) -> String {
        format!(
            "Bearer authorization_uri=https://login.microsoftonline.com/{}/oauth2/authorize, resource_id=https://{host}/",
            self.org.tenant
        )
    }

    fn control(&self, tenant: &mut Tenant, request: &Request<Bytes>) -> Response<Bytes> {
        let method = request.method().as_str();
        let document = || serde_json::from_slice::<Value>(request.body()).map_err(|e| e.to_string());
        let outcome: Result<Value, String> = match (method, request.uri().path()) {
            ("GET", "/state") => Ok(tenant.state_now(request.uri().query() == Some("system=true"))),
            ("PUT", "/state") => document()
                .and_then(|d| tenant.replace_state(&self.org, &d))
                .map(|()| json!({"ok": true})),
            ("GET", "/secrets") => Ok(tenant.secrets()),
            ("POST", "/clock") => document().and_then(|d| {
                let ahead = d.get("ahead_s").and_then(Value::as_i64);
                tenant.entra.clock.ahead = ahead.ok_or("'ahead_s' is not a number")?;
                Ok(json!({"ok": true}))
            }),
            ("GET", "/requests") => Ok(Value::Array(tenant.log.iter().map(log::Entry::json).collect())),
            ("DELETE", "/requests") => {
                tenant.log.clear();
                Ok(json!({"ok": true}))
            }
            ("POST", "/faults") => serde_json::from_slice::<Fault>(request.body())
                .map_err(|e| e.to_string())
                .map(|fault| {
                    tenant.faults.add(fault);
                    json!({"ok": true})
                }),
            ("DELETE", "/faults") => {
                tenant.faults.clear();
                Ok(json!({"ok": true}))
            }
            ("POST", "/latency") => document().and_then(|d| {
                tenant.faults.latency = d.get("ms").and_then(Value::as_u64).ok_or("'ms' is not a number")?;
                Ok(json!({"ok": true}))
            }),
            _ => {
                return respond(
                    404,
                    &[("content-type", "application/json")],
                    &json!({"error": "no such control"}).to_string(),
                );
            }
        };
        let (status, body) = match outcome {
            Ok(body) => (200, body),
            Err(what) => (400, json!({"error": what})),
        };
        respond(status, &[("content-type", "application/json")], &body.to_string())
    }
}

fn authority(request: &Request<Bytes>) -> String {
    let host = text_header(request, "host");
    if host.is_empty() {
        request.uri().authority().map(ToString::to_string).unwrap_or_default()
    } else {
        host
    }
}

pub(crate) fn text_header(request: &Request<Bytes>, name: &str) -> String {
    request
        .headers()
        .get(name)
        .map(|v| String::from_utf8_lossy(v.as_bytes()).into_owned())
        .unwrap_or_default()
}

pub(crate) fn respond(status: u16, headers: &[(&str, &str)], body: &str) -> Response<Bytes> {
    let mut builder = Response::builder().status(status);
    for (name, value) in headers {
        builder = builder.header(*name, *value);
    }
    builder.body(Bytes::from(body.to_owned())).unwrap_or_default()
}

fn prepared(status: u16, headers: &BTreeMap<String, String>, body: Option<&Value>, name: &str) -> Response<Bytes> {
    let text = match body {
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None if salesforce::HOSTS.contains(&name) => salesforce::refusal::unsaid(status),
        None if status == 429 && name != ORG_HOST && name != ORG_API_HOST => cloud::throttled(),
        // What the service says when it has had enough (Service protection API limits).
        None if status == 429 => json!({"error": {
            "code": "0x80072322",
            "message": "Number of requests exceeded the limit of 6000 over time window of 300 seconds.",
        }})
        .to_string(),
        None => String::new(),
    };
    let mut all: Vec<(&str, &str)> = headers.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    if !text.is_empty() && !headers.keys().any(|n| n.eq_ignore_ascii_case("content-type")) {
        all.push(("content-type", "application/json; odata.metadata=minimal"));
    }
    respond(status, &all, &text)
}

fn finish(answer: Answer) -> Response<Bytes> {
    let mut builder = Response::builder().status(answer.status).header("OData-Version", "4.0");
    for (name, value) in &answer.headers {
        builder = builder.header(name, value);
    }
    let id = Guid::derive("req", &format!("{:?}", answer.headers));
    builder = builder
        .header("REQ_ID", id.to_string())
        .header("x-ms-service-request-id", id.to_string());
    let (mime, body) = match answer.body {
        Payload::None => return builder.body(Bytes::new()).unwrap_or_default(),
        Payload::Json(value) => ("application/json; odata.metadata=minimal".into(), value.to_string()),
        Payload::Text(mime, text) => (mime, text),
    };
    builder
        .header("content-type", mime.as_ref())
        .body(Bytes::from(body))
        .unwrap_or_default()
}
