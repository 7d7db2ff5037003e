//! The other portals' hosts, and how a portal's own server reaches the tenant.

use super::{Sandbox, Tenant, callers};
use crate::pages::portals::{self, Outside, Visit};
use crate::sales;
use bytes::Bytes;
use http::{Request, Response};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::Value;

impl Sandbox {
    /// A page of another portal, or what its own server answers.
    pub(super) fn portal(&self, tenant: &mut Tenant, request: &Request<Bytes>, name: &str) -> Option<Response<Bytes>> {
        let (upn, chosen) = callers::for_page(request);
        let visit = Visit {
            host: name,
            method: request.method(),
            path: request.uri().path(),
            body: request.body(),
            locale: callers::locale(&tenant.store, &upn, &self.config),
            generation: self.config.generation,
            csp: self.config.csp,
            tenant: self.org.tenant,
            organization: self.org.id,
            environment: &self.org.environment,
            session: super::text_header(request, "ajaxsessionkey"),
            upn: &upn,
            dialects: &self.org.dialects,
        };
        let mut held = std::mem::take(&mut tenant.portals);
        let answer = portals::respond(&mut held, &visit, &mut Reach { sandbox: self, tenant });
        tenant.portals = held;
        let mut builder = Response::builder().status(answer.as_ref()?.status);
        let answer = answer?;
        for (name, value) in &answer.headers {
            builder = builder.header(name, value);
        }
        if portals::MICROSOFT_365.contains(&name) {
            builder = builder.header(
                "set-cookie",
                format!("s.AjaxSessionKey={}; Path=/; Secure", portals::SESSION),
            );
        }
        if chosen {
            builder = builder.header("set-cookie", callers::cookie(&upn));
        }
        builder.body(Bytes::from(answer.body)).ok()
    }
}

impl Sandbox {
    /// A page of the Sales app, or of what frames it.
    pub(super) fn sales(&self, tenant: &mut Tenant, request: &Request<Bytes>, name: &str) -> Option<Response<Bytes>> {
        let (upn, chosen) = callers::for_page(request);
        let locale = callers::locale(&tenant.store, &upn, &self.config);
        let visit = sales::Visit {
            host: name,
            method: request.method().as_str(),
            path: request.uri().path(),
            body: request.body(),
            upn: &upn,
            locale: &locale,
            dialects: &self.org.dialects,
        };
        let answer = sales::respond(&visit, &mut tenant.salesforce())?;
        let mut builder = Response::builder().status(answer.status);
        for (name, value) in &answer.headers {
            builder = builder.header(name, value);
        }
        if chosen {
            builder = builder.header("set-cookie", callers::cookie(&upn));
        }
        builder.body(Bytes::from(answer.body)).ok()
    }
}

/// The tenant as a portal's own server reaches it: through the same doors as everybody.
struct Reach<'a> {
    sandbox: &'a Sandbox,
    tenant: &'a mut Tenant,
}

impl Outside for Reach<'_> {
    fn fetch(&mut self, method: &str, url: &str, headers: &[(&str, &str)], body: &str) -> (u16, Value) {
        let nobody = (502, Value::Null);
        let Some((host, path)) = url.strip_prefix("https://").and_then(|rest| rest.split_once('/')) else {
            return nobody;
        };
        let path: String = utf8_percent_encode(path, UNSAFE).collect();
        let mut builder = Request::builder()
            .method(method)
            .uri(format!("/{path}"))
            .header("host", host);
        for (name, value) in headers {
            builder = builder.header(*name, *value);
        }
        let Ok(request) = builder.body(Bytes::from(body.to_owned())) else {
            return nobody;
        };
        let name = host.split(':').next().unwrap_or_default().to_ascii_lowercase();
        self.tenant.store.catch_up(self.tenant.entra.clock.now());
        let response = self.sandbox.route(self.tenant, &request, host, &name);
        let json = serde_json::from_slice(response.body()).unwrap_or_default();
        (response.status().as_u16(), json)
    }

    fn password(&mut self, upn: &str, password: &str) -> Option<bool> {
        self.tenant.directory.password_holds(upn, password)
    }
}

/// What an address cannot hold as it is; what is escaped already stays so.
const UNSAFE: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`');
