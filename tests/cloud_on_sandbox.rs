//! The cloud clients on the sandbox tenant, in process: what they read, what their writes do and how refusals are told.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at once; the lints' own exemption does not reach functions beside the tests"
)]

#[allow(dead_code, reason = "of it, only what runs a future is used here")]
#[path = "memory_journal/mod.rs"]
mod memory_journal;

use std::cell::Cell;

use bytes::Bytes;
use latchkey::http::{LocalFuture, Request, Response, TransportError};
use latchkey::services::Transport;
use latchkey::services::bearer::grants::{Granted, Grants};
use latchkey::services::bearer::{Cloud, CloudError, batch, sending};
use latchkey::services::entra::{self, Resource, challenge};
use latchkey::services::graph::applications::{self, DYNAMICS_CRM, NewApplication};
use latchkey::services::graph::users::{self, NewUser};
use latchkey::services::graph::{grants, roles, tenant};
use latchkey::services::patience::Sleep;
use latchkey::services::power_platform;
use latchkey_sandbox::{CONTROL_HOST, Config, ORG_HOST, Sandbox};
use memory_journal::block_on;
use serde_json::{Value, json};

/// One cloud service as one user sees it; what it sends is what a panel would send.
struct Service<'a> {
    sandbox: &'a Sandbox,
    resource: Resource,
    upn: &'static str,
    requests: Cell<usize>,
}

impl<'a> Service<'a> {
    fn new(sandbox: &'a Sandbox, resource: Resource, upn: &'static str) -> Self {
        let requests = Cell::new(0);
        Self {
            sandbox,
            resource,
            upn,
            requests,
        }
    }

    /// Sends a write as if a plan had granted exactly it.
    fn write(&self, request: &Request) -> (u16, Value) {
        let granted = Granted {
            method: request.method,
            path: request.path.clone(),
            digest: request.body_digest(),
        };
        sending::check(request, self.resource.root(), &Grants::of(vec![granted])).unwrap();
        let answer = call(self.sandbox, self.host(), Some(self.upn), request);
        (answer.status, serde_json::from_str(&answer.body).unwrap_or_default())
    }

    fn cloud(&'a self) -> Cloud<'a> {
        Cloud::new(self, self)
    }
}

fn call(sandbox: &Sandbox, host: &str, upn: Option<&str>, request: &Request) -> Response {
    let mut call = http::Request::builder()
        .method(request.method.as_str())
        .uri(request.path.as_str())
        .header("host", host);
    if let Some(upn) = upn {
        call = call.header("authorization", format!("Bearer sandbox:{upn}"));
    }
    for (name, value) in &request.headers {
        call = call.header(name, value);
    }
    let body = Bytes::from(request.body.clone().unwrap_or_default());
    let answer = sandbox.handle(call.body(body).unwrap()).unwrap();
    let text = |value: &http::HeaderValue| value.to_str().unwrap().to_owned();
    let headers = answer.headers().iter();
    Response {
        status: answer.status().as_u16(),
        headers: headers.map(|(name, value)| (name.to_string(), text(value))).collect(),
        body: String::from_utf8(answer.body().to_vec()).unwrap(),
    }
}

impl Transport for Service<'_> {
    fn host(&self) -> &str {
        entra::Cloud::Public.host(self.resource)
    }

    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        self.requests.set(self.requests.get() + 1);
        let may = sending::check(&request, self.resource.root(), &Grants::default());
        Box::pin(async move {
            may?;
            Ok(call(self.sandbox, self.host(), Some(self.upn), &request))
        })
    }

    fn batch(&self, paths: Vec<String>) -> LocalFuture<'_, Result<Response, TransportError>> {
        self.requests.set(self.requests.get() + 1);
        Box::pin(async move {
            let request = batch::compose(&paths, self.resource.root())?;
            Ok(call(self.sandbox, self.host(), Some(self.upn), &request))
        })
    }
}

impl Sleep for Service<'_> {
    fn sleep(&self, _millis: u64) -> LocalFuture<'_, ()> {
        Box::pin(async {})
    }
}

fn sandbox() -> Sandbox {
    Sandbox::new(Config::default()).unwrap()
}

#[test]
fn s004_05_what_the_readiness_of_a_tenant_stands_on_is_read() {
    let sandbox = sandbox();
    let graph = Service::new(&sandbox, Resource::Graph, "admin@contoso.com");
    let cloud = graph.cloud();
    let me = block_on(cloud.get(&users::me())).unwrap();
    assert_eq!(me.upn, "admin@contoso.com");
    let mine = block_on(cloud.all(&roles::mine())).unwrap();
    assert!(mine.iter().any(|role| role.is_one_of(&roles::FOR_APPLICATIONS)));
    let tenants = block_on(cloud.all(&tenant::organization())).unwrap();
    assert_eq!(tenants.len(), 1);
    assert!(tenants[0].domains.iter().any(|domain| domain.is_default));
    let skus = block_on(cloud.all(&tenant::subscribed_skus())).unwrap();
    assert!(
        skus.iter()
            .any(|sku| sku.part_number == "DYN365_ENTERPRISE_PLAN1" && sku.free() > 0)
    );
    assert!(skus.iter().any(|sku| sku.free() == 0));
    block_on(cloud.get(&tenant::app_management_policy())).unwrap();
    let crm = block_on(cloud.find(&applications::service_principal(DYNAMICS_CRM))).unwrap();
    assert!(crm.is_some());
    let none = applications::service_principal("99999999-0000-0000-0000-000000000000");
    assert_eq!(block_on(cloud.find(&none)).unwrap(), None);
}

#[test]
fn s004_15_to_s004_22_an_app_is_made_once_gets_a_secret_told_once_and_is_removed() {
    let sandbox = sandbox();
    let graph = Service::new(&sandbox, Resource::Graph, "admin@contoso.com");
    let cloud = graph.cloud();
    let new = NewApplication {
        display_name: "Marketplace lead writer",
        sign_in_audience: "AzureADMultipleOrgs",
        redirect_uris: &["https://contosoapp1/auth"],
    };
    let named = applications::by_unique_name("latchkey-lead-1");
    assert_eq!(block_on(cloud.find(&named)).unwrap(), None);
    let upsert = applications::upsert("latchkey-lead-1", &new);
    assert_eq!(graph.write(&upsert).0, 201);
    assert_eq!(graph.write(&upsert).0, 204, "a second time changes nothing");
    let app = block_on(cloud.get(&named)).unwrap();
    assert!(app.lists_user_impersonation() && !app.has_passwords());
    assert_eq!(app.sign_in_audience.as_deref(), Some("AzureADMultipleOrgs"));
    assert_eq!(app.web.as_ref().unwrap().redirect_uris, ["https://contosoapp1/auth"]);
    assert_eq!(
        block_on(cloud.all(&applications::called(new.display_name)))
            .unwrap()
            .len(),
        1
    );

    let (status, secret) = graph.write(&applications::add_password(
        &app.id,
        "lead writer",
        "2027-08-01T00:00:00Z",
    ));
    assert_eq!(status, 200);
    assert!(secret["secretText"].as_str().is_some_and(|text| text.len() > 20));
    let app = block_on(cloud.get(&applications::by_app_id(&app.app_id))).unwrap();
    assert_eq!(app.passwords.len(), 1);
    assert_eq!(secret["keyId"], app.passwords[0].key_id);
    assert_eq!(
        graph
            .write(&applications::remove_password(&app.id, &app.passwords[0].key_id))
            .0,
        204
    );
    assert!(
        !block_on(cloud.get(&applications::by_id(&app.id)))
            .unwrap()
            .has_passwords()
    );

    assert_eq!(graph.write(&applications::add_service_principal(&app.app_id)).0, 201);
    let principal = block_on(cloud.get(&applications::service_principal(&app.app_id))).unwrap();
    let crm = block_on(cloud.get(&applications::service_principal(DYNAMICS_CRM))).unwrap();
    assert_eq!(
        graph
            .write(&grants::grant_all(&principal.id, &crm.id, "user_impersonation"))
            .0,
        201
    );
    let granted = block_on(cloud.all(&grants::of_client(&principal.id))).unwrap();
    assert!(
        granted
            .iter()
            .any(|grant| grant.allows_all(&crm.id, "user_impersonation"))
    );
    assert_eq!(graph.write(&grants::revoke(&granted[0].id)).0, 204);
    assert_eq!(graph.write(&applications::remove(&app.id)).0, 204);
    assert_eq!(block_on(cloud.find(&named)).unwrap(), None);
}

#[test]
fn s004_25_to_s004_28_a_user_is_made_without_a_role_gets_a_licence_and_is_blocked_again() {
    let sandbox = sandbox();
    let graph = Service::new(&sandbox, Resource::Graph, "admin@contoso.com");
    let cloud = graph.cloud();
    let upn = "leadwriter@contoso.com";
    assert_eq!(block_on(cloud.find(&users::by_name(upn))).unwrap(), None);
    let new = NewUser {
        display_name: "Lead writer",
        nickname: "leadwriter",
        upn,
        usage_location: "DK",
        password_slot: "Xk9!mmPq-27-vortex",
    };
    assert_eq!(graph.write(&users::create(&new)).0, 201);
    assert_eq!(graph.write(&users::create(&new)).0, 400, "there is one of that name");
    let skus = block_on(cloud.all(&tenant::subscribed_skus())).unwrap();
    let plan = skus
        .iter()
        .find(|sku| sku.part_number == "DYN365_ENTERPRISE_PLAN1")
        .unwrap();
    assert_eq!(graph.write(&users::assign_license(upn, &plan.sku_id)).0, 200);
    let user = block_on(cloud.get(&users::by_name(upn))).unwrap();
    assert_eq!(user.licenses[0].sku_id, plan.sku_id);
    assert!(block_on(cloud.all(&roles::of_user(upn))).unwrap().is_empty());
    let with = block_on(cloud.all(&users::with_sku(&plan.sku_id))).unwrap();
    assert!(with.iter().any(|other| other.upn == upn));
    assert_eq!(graph.write(&users::remove_license(upn, &plan.sku_id)).0, 200);
    assert_eq!(graph.write(&users::set_enabled(upn, false)).0, 204);
    let user = block_on(cloud.get(&users::by_name(upn))).unwrap();
    assert!(user.account_enabled == Some(false) && user.licenses.is_empty());
}

#[test]
fn many_reads_take_few_requests_and_each_has_its_own_outcome() {
    let sandbox = sandbox();
    let graph = Service::new(&sandbox, Resource::Graph, "admin@contoso.com");
    let upns = ["admin", "agent", "nobody", "reader"].map(|name| format!("{name}@contoso.com"));
    let reads: Vec<_> = upns.iter().cycle().take(24).map(|upn| users::by_name(upn)).collect();
    let read = block_on(graph.cloud().many(&reads));
    assert_eq!(graph.requests.get(), 2, "twenty in a batch");
    for (at, (user, upn)) in read.iter().zip(upns.iter().cycle()).enumerate() {
        match user {
            Ok(user) => assert_eq!(&user.upn, upn, "{at}"),
            Err(error) => assert!(
                matches!(error, CloudError::NotFound { .. }) && upn.starts_with("nobody"),
                "{error}"
            ),
        }
    }
}

#[test]
fn who_may_not_is_told_which_permission_and_role_it_takes_and_a_busy_service_is_waited_for() {
    let sandbox = sandbox();
    let graph = Service::new(&sandbox, Resource::Graph, "agent@contoso.com");
    let (status, refused) = graph.write(&users::set_enabled("reader@contoso.com", false));
    assert_eq!(
        (status, &refused["error"]["code"]),
        (403, &json!("Authorization_RequestDenied"))
    );
    assert!(block_on(graph.cloud().all(&roles::mine())).unwrap().is_empty());

    let fault = json!({"match": {"host": "graph.microsoft.com", "path": "/me"}, "nth": 1, "times": 2, "status": 429,
        "headers": {"Retry-After": "3"}});
    let control = Request::json(latchkey::http::Method::Post, "/faults", &fault);
    call(&sandbox, CONTROL_HOST, None, &control);
    assert_eq!(
        block_on(graph.cloud().get(&users::me())).unwrap().upn,
        "agent@contoso.com"
    );
}

#[test]
fn s004_23_the_environment_is_found_by_the_organizations_host_and_takes_an_application_user() {
    let sandbox = sandbox();
    let bap = Service::new(&sandbox, Resource::PowerPlatform, "admin@contoso.com");
    let environments = block_on(bap.cloud().all(&power_platform::environments())).unwrap();
    let ours: Vec<_> = environments
        .iter()
        .filter(|environment| environment.is_of(ORG_HOST))
        .collect();
    assert_eq!(ours.len(), 1);
    let again = block_on(bap.cloud().get(&power_platform::environment(&ours[0].name))).unwrap();
    assert_eq!(&again, ours[0]);

    let graph = Service::new(&sandbox, Resource::Graph, "admin@contoso.com");
    let new = NewApplication {
        display_name: "Lead writer",
        sign_in_audience: "AzureADMultipleOrgs",
        redirect_uris: &[],
    };
    let (_, app) = graph.write(&applications::upsert("latchkey-lead-2", &new));
    let app_id = app["appId"].as_str().unwrap();
    let add = power_platform::add_app_user(&ours[0].name, app_id);
    assert_ne!(bap.write(&add).0, 200, "its service principal comes first");
    assert_eq!(graph.write(&applications::add_service_principal(app_id)).0, 201);
    assert_eq!(bap.write(&add).0, 200);
}

#[test]
fn s002_10_the_organizations_own_challenge_names_its_tenant() {
    let sandbox = sandbox();
    let answer = call(&sandbox, ORG_HOST, None, &Request::get("/api/data/v9.2/WhoAmI"));
    assert_eq!(answer.status, 401);
    let named = challenge::tenant(answer.header("www-authenticate").unwrap(), entra::Cloud::Public).unwrap();
    let graph = Service::new(&sandbox, Resource::Graph, "admin@contoso.com");
    let tenants = block_on(graph.cloud().all(&tenant::organization())).unwrap();
    assert_eq!(named, tenants[0].id);
}
