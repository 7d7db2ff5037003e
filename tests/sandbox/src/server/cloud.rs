//! The tenant's cloud services behind their hosts: Entra, Graph, the Power Platform admin API; and their part of the
//! state document.

use super::{GRAPH_HOST, Sandbox, Tenant, prepared, respond, text_header};
use crate::control::state;
use crate::entra::resource::Resource;
use crate::entra::{self, TokenFault, Visit};
use crate::graph::answer::{Answer, Payload, Refusal};
use crate::graph::service::{Call, Service};
use crate::odata::service::Org;
use crate::power_platform::{self, Platform, World, connectors, people, rule_based};
use crate::salesforce;
use crate::teams;
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Request, Response};
use serde_json::{Value, json};

/// What a cloud service says when it has had enough.
pub(super) fn throttled() -> String {
    json!({"error": {"code": "TooManyRequests", "message": "Too many requests. Please retry after a while."}})
        .to_string()
}

impl Tenant {
    /// Salesforce with what it works with.
    pub(super) fn salesforce(&mut self) -> salesforce::World<'_> {
        salesforce::World {
            org: &mut self.salesforce,
            mint: &mut self.entra.mint,
            clock: self.entra.clock,
        }
    }

    /// The state document, after what is due has happened.
    pub(super) fn state_now(&mut self, system: bool) -> Value {
        self.salesforce().pass();
        self.state(system)
    }

    /// The state document.
    fn state(&self, system: bool) -> Value {
        let mut document = state::read(&self.store, system);
        if let Some(map) = document.as_object_mut() {
            map.insert("graph".into(), self.directory.document());
            map.insert("powerplatform".into(), self.platform.document());
            map.insert("salesforce".into(), self.salesforce.document(system));
            map.insert("teams".into(), self.teams.document());
            if let Some(viva) = &self.viva {
                let sets = state::read(viva, system).get_mut("dataverse").map(Value::take);
                map.insert("viva".into(), sets.unwrap_or_default());
            }
            for (part, value) in self.portals.document() {
                map.insert(part.to_owned(), value);
            }
        }
        document
    }

    /// Replaces the named sets of every part; nothing is changed when one of them is wrong.
    pub(super) fn replace_state(&mut self, org: &Org, document: &Value) -> Result<(), String> {
        let graph = document
            .get("graph")
            .map(|part| self.directory.prepare(part))
            .transpose()?;
        let platform = document.get("powerplatform").map(Platform::prepare).transpose()?;
        let salesforce = document
            .get("salesforce")
            .map(|part| self.salesforce.prepare(part))
            .transpose()?;
        let teams = document.get("teams").map(|part| self.teams.with(part)).transpose()?;
        let mut portals = self.portals.clone();
        portals.replace(document)?;
        if let Some(sets) = document.get("viva") {
            let viva = self.viva.as_mut().ok_or("there is no organization of msdyn_viva")?;
            state::replace(viva, org, &json!({"dataverse": sets}))?;
        }
        state::replace(&mut self.store, org, document)?;
        self.portals = portals;
        if let Some(teams) = teams {
            self.teams = teams;
        }
        if let Some(sets) = graph {
            self.directory.replace(sets);
        }
        if let Some(sets) = platform {
            self.platform.replace(sets);
        }
        if let Some(sets) = salesforce {
            self.salesforce.replace(sets);
        }
        people::tell(&mut self.store, &self.directory);
        Ok(())
    }

    /// Every token, code and client secret made so far: for a test that searches for one that leaked.
    pub(super) fn secrets(&self) -> Value {
        let made = self.entra.mint.secrets().iter();
        Value::Array(
            made.map(|(kind, value)| json!({"kind": kind, "value": value}))
                .collect(),
        )
    }
}

impl Sandbox {
    /// Answers for the cloud's hosts; none for any other.
    pub(super) fn cloud(
        &self,
        tenant: &mut Tenant,
        request: &Request<Bytes>,
        host: &str,
        name: &str,
    ) -> Option<Response<Bytes>> {
        let path = request.uri().path();
        let local = matches!(name, "127.0.0.1" | "localhost");
        if entra::HOSTS.contains(&name) {
            let mut visit = Visit {
                request,
                host,
                directory: &mut tenant.directory,
            };
            return Some(entra::respond(&mut tenant.entra, &mut visit));
        }
        if (name == GRAPH_HOST || local) && (path == "/v1.0" || path.starts_with("/v1.0/")) {
            return Some(self.graph(tenant, request, host));
        }
        if salesforce::HOSTS.contains(&name)
            || (local && (path.starts_with("/services/") || path.starts_with("/id/00D")))
        {
            return self.salesforce(tenant, request, host);
        }
        if name == teams::HOST {
            return Some(self.teams(tenant, request));
        }
        let resource = match name {
            power_platform::HOST | connectors::HOST => Resource::PowerApps,
            rule_based::HOST => Resource::PowerPlatform,
            _ => return None,
        };
        Some(self.power_platform(tenant, request, (host, name), &resource))
    }

    fn graph(&self, tenant: &mut Tenant, request: &Request<Bytes>, host: &str) -> Response<Bytes> {
        if request.method() == http::Method::OPTIONS {
            let mut response = respond(200, &[], "");
            open(response.headers_mut());
            return response;
        }
        let header = |name: &str| text_header(request, name);
        let below = request.uri().path().trim_start_matches("/v1.0").to_owned();
        let body = (!request.body().is_empty()).then(|| serde_json::from_slice(request.body()).unwrap_or(Value::Null));
        let call = Call {
            method: request.method().as_str(),
            path: &below,
            query: request.uri().query().unwrap_or_default(),
            body,
            header: &header,
        };
        let at = tenant.entra.clock;
        let caller = tenant
            .entra
            .bearer(&header("authorization"), &Resource::Graph, &tenant.directory);
        let answer = match caller {
            Err(fault) => {
                let says = match fault {
                    TokenFault::Absent => "Access token is empty.",
                    TokenFault::Unknown => "CompactToken parsing failed with error code: 80049217",
                    TokenFault::Expired => "Lifetime validation failed, the token is expired.",
                    TokenFault::Audience => "Access token validation failure. Invalid audience.",
                };
                let mut answer = Answer::json(401, Refusal::token(says).body(&header("client-request-id"), &at.text()));
                answer.headers.push((
                    "www-authenticate".into(),
                    "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", client_id=\"00000003-0000-0000-c000-000000000000\"".into(),
                ));
                answer
            }
            Ok(caller) => {
                let mut service = Service {
                    directory: &mut tenant.directory,
                    mint: &mut tenant.entra.mint,
                    clock: at,
                    caller,
                    base: format!("https://{host}/v1.0"),
                    plus_first: self.org.answers("secretplus", "first"),
                };
                let faults = &mut tenant.faults;
                let mut meet = |method: &str, path: &str| {
                    let (status, headers, body) = faults.meet(host, method, path).answer?;
                    let answered = prepared(status, &headers, body.as_ref(), GRAPH_HOST);
                    Some(Answer {
                        status,
                        headers: headers.into_iter().collect(),
                        body: Payload::Json(serde_json::from_slice(answered.body()).unwrap_or_default()),
                    })
                };
                let answer = service.answer(&call, &mut meet);
                if call.method != "GET" {
                    people::tell(&mut tenant.store, &tenant.directory);
                }
                answer
            }
        };
        tenant.directory.tick();
        graph_response(answer, &header("client-request-id"), &at.text())
    }

    fn salesforce(&self, tenant: &mut Tenant, request: &Request<Bytes>, host: &str) -> Option<Response<Bytes>> {
        let mut world = tenant.salesforce();
        let path = request.uri().path();
        if !path.starts_with("/services/data") {
            let answers = |dialect: &str| self.config.dialect(dialect).to_owned();
            return world
                .sign_in(request, host)
                .or_else(|| world.setup(request, host, &answers));
        }
        let (authorization, options) = (
            text_header(request, "authorization"),
            text_header(request, "sforce-query-options"),
        );
        let answer = world.answer(salesforce::Call {
            method: request.method().as_str(),
            path,
            query: request.uri().query().unwrap_or_default(),
            body: (!request.body().is_empty()).then(|| serde_json::from_slice(request.body()).unwrap_or(Value::Null)),
            authorization: &authorization,
            options: &options,
        });
        // No header lets another origin read this: what an extension reads here, it reads by its host permission.
        let mut headers = vec![("cache-control", "no-cache,must-revalidate,max-age=0,no-store,private")];
        headers.extend(answer.headers.iter().map(|(name, value)| (*name, value.as_str())));
        let text = if answer.body.is_null() {
            String::new()
        } else {
            answer.body.to_string()
        };
        if !text.is_empty() {
            headers.push(("content-type", "application/json;charset=UTF-8"));
        }
        Some(respond(answer.status, &headers, &text))
    }

    fn teams(&self, tenant: &mut Tenant, request: &Request<Bytes>) -> Response<Bytes> {
        let header = |name: &str| text_header(request, name);
        let outcome = tenant
            .entra
            .bearer(&header("authorization"), &Resource::Teams, &tenant.directory)
            .map_err(teams::Refusal::token)
            .and_then(|caller| {
                let call = teams::Call {
                    method: request.method().as_str(),
                    path: request.uri().path(),
                    body: request.body(),
                    scope: header("x-authz-scope"),
                    own: header("x-requested-with") == "XMLHttpRequest",
                    caller: &caller,
                };
                tenant.teams.answer(&call, &self.org, &tenant.directory)
            });
        let (status, body) = outcome.unwrap_or_else(|teams::Refusal(status, body)| (status, body));
        respond(
            status,
            &[("content-type", "application/json; charset=utf-8")],
            &body.to_string(),
        )
    }

    fn power_platform(
        &self,
        tenant: &mut Tenant,
        request: &Request<Bytes>,
        (host, name): (&str, &str),
        resource: &Resource,
    ) -> Response<Bytes> {
        let bearer = text_header(request, "authorization");
        let outcome = tenant
            .entra
            .bearer(&bearer, resource, &tenant.directory)
            .map_err(power_platform::Refusal::token)
            .and_then(|caller| {
                let call = power_platform::Call {
                    method: request.method().as_str(),
                    path: request.uri().path(),
                    query: request.uri().query().unwrap_or_default(),
                    body: request.body(),
                    host,
                    caller: &caller,
                };
                let mut world = World {
                    platform: &mut tenant.platform,
                    directory: &tenant.directory,
                    store: &mut tenant.store,
                    org: &self.org,
                    mint: &mut tenant.entra.mint,
                    clock: tenant.entra.clock,
                };
                match name {
                    rule_based::HOST => world.rules(&call),
                    connectors::HOST => connectors::answer(&call),
                    _ => world.answer(&call),
                }
            });
        let (status, body) = match outcome {
            Ok(answer) => answer,
            Err(refusal) => (refusal.status, refusal.body()),
        };
        // No header lets another origin read this: what an extension reads here, it reads by its host permission.
        respond(
            status,
            &[
                ("content-type", "application/json; charset=utf-8"),
                ("cache-control", "no-store"),
            ],
            &body.to_string(),
        )
    }
}

/// Graph lets every origin read its answers.
fn open(headers: &mut HeaderMap) {
    for (name, value) in [
        ("access-control-allow-origin", "*"),
        ("access-control-allow-methods", "GET, POST, PATCH, PUT, DELETE, OPTIONS"),
        (
            "access-control-allow-headers",
            "authorization, content-type, consistencylevel, prefer, client-request-id, sdkversion, if-match",
        ),
        (
            "access-control-expose-headers",
            "ETag, Location, Preference-Applied, request-id, client-request-id, Retry-After, WWW-Authenticate",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

fn graph_response(answer: Answer, request: &str, at: &str) -> Response<Bytes> {
    let (mime, body) = match answer.body {
        Payload::None => ("", String::new()),
        Payload::Json(value) => (
            "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8",
            value.to_string(),
        ),
        Payload::Text(text) => ("text/plain", text),
    };
    let id = crate::ident::Guid::derive("graph request", &format!("{request}{at}")).to_string();
    let mut headers = vec![
        ("request-id", id.as_str()),
        ("cache-control", "no-cache"),
        ("odata-version", "4.0"),
    ];
    if !mime.is_empty() {
        headers.push(("content-type", mime));
    }
    if !request.is_empty() {
        headers.push(("client-request-id", request));
    }
    headers.extend(
        answer
            .headers
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str())),
    );
    let mut response = respond(answer.status, &headers, &body);
    open(response.headers_mut());
    response
}
