//! The controls tools use: state, log, faults, latency; and the same over a real TLS connection.

#![allow(clippy::unwrap_used, reason = "in a test a surprise is a failure")]

use bytes::Bytes;
use http::{Request, Response};
use latchkey_sandbox::ident::Guid;
use latchkey_sandbox::{Config, Delay, Dropped, Sandbox};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

const ORG: &str = "contoso.crm4.dynamics.com";
const CONTROL: &str = "sandbox.latchkey.test";
const GRAPH: &str = "graph.microsoft.com";

fn send(sandbox: &Sandbox, host: &str, line: &str, body: Value) -> Result<Response<Bytes>, Dropped> {
    let (method, path) = line.split_once(' ').unwrap();
    let body = if body.is_null() {
        Bytes::new()
    } else {
        Bytes::from(body.to_string())
    };
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("host", host)
        .header("authorization", "Bearer sandbox:admin@contoso.com")
        .body(body)
        .unwrap();
    sandbox.handle(request)
}

fn json_of(response: Response<Bytes>) -> Value {
    serde_json::from_slice(response.body()).unwrap()
}

fn sandbox() -> Sandbox {
    Sandbox::new(Config::default()).unwrap()
}

#[test]
fn state_put_back_unchanged_is_the_same_state() {
    let sandbox = sandbox();
    let state = json_of(send(&sandbox, CONTROL, "GET /state", Value::Null).unwrap());
    assert_eq!(state["dataverse"]["systemusers"].as_array().unwrap().len(), 68);
    assert_eq!(
        state["dataverse"]["msdyn_entitylinkchatconfigurations"]
            .as_array()
            .unwrap()
            .len(),
        5
    );
    assert_eq!(
        send(&sandbox, CONTROL, "PUT /state", state.clone()).unwrap().status(),
        200
    );
    assert_eq!(
        json_of(send(&sandbox, CONTROL, "GET /state", Value::Null).unwrap()),
        state
    );
}

#[test]
fn state_replaces_named_sets_only_and_refuses_what_it_does_not_know() {
    let sandbox = sandbox();
    let id = Guid::derive("account", "new").to_string();
    let document = json!({"dataverse": {"accounts": [{"accountid": id, "name": "Only one"}]}});
    assert_eq!(send(&sandbox, CONTROL, "PUT /state", document).unwrap().status(), 200);
    let state = json_of(send(&sandbox, CONTROL, "GET /state", Value::Null).unwrap());
    assert_eq!(state["dataverse"]["accounts"].as_array().unwrap().len(), 1);
    assert_eq!(state["dataverse"]["contacts"].as_array().unwrap().len(), 12);
    for bad in [
        json!({"dataverse": {"nowheres": []}}),
        json!({"dataverse": {"accounts": [{"nope": 1}]}}),
        json!({"other": {}}),
        json!([]),
    ] {
        assert_eq!(
            send(&sandbox, CONTROL, "PUT /state", bad.clone()).unwrap().status(),
            400,
            "{bad}"
        );
    }
    let after = json_of(send(&sandbox, CONTROL, "GET /state", Value::Null).unwrap());
    assert_eq!(after, state);
}

#[test]
fn what_is_not_published_is_a_set_of_its_own() {
    let sandbox = sandbox();
    let read = || json_of(send(&sandbox, CONTROL, "GET /state", Value::Null).unwrap());
    let drafts = read()["dataverse"]["sitemaps/unpublished"].clone();
    assert_eq!(drafts[0]["sitemapnameunique"], "contoso_ReturnsDesk");
    let none = json!({"dataverse": {"sitemaps/unpublished": [], "appsettings/unpublished": []}});
    assert_eq!(send(&sandbox, CONTROL, "PUT /state", none).unwrap().status(), 200);
    assert_eq!(read()["dataverse"]["sitemaps/unpublished"], json!([]));
    assert_eq!(
        send(
            &sandbox,
            CONTROL,
            "PUT /state",
            json!({"dataverse": {"accounts/unpublished": []}})
        )
        .unwrap()
        .status(),
        400
    );
    let back = json!({"dataverse": {"sitemaps/unpublished": drafts}});
    assert_eq!(send(&sandbox, CONTROL, "PUT /state", back).unwrap().status(), 200);
    assert_eq!(read()["dataverse"]["sitemaps/unpublished"], drafts);
}

#[test]
fn undoing_a_write_restores_the_state_document() {
    let sandbox = sandbox();
    let before = json_of(send(&sandbox, CONTROL, "GET /state", Value::Null).unwrap());
    let role = Guid::derive("role", "Basic User");
    let privilege = latchkey_sandbox::dataverse::security::privilege_id("prvUnlinkTeamsChatFromRecord");
    let add = json!({"Privileges": [{"PrivilegeId": privilege.to_string(), "Depth": "Global"}]});
    let path = format!("POST /api/data/v9.2/roles({role})/Microsoft.Dynamics.CRM.");
    assert_eq!(
        send(&sandbox, ORG, &format!("{path}AddPrivilegesRole"), add)
            .unwrap()
            .status(),
        204
    );
    assert_ne!(
        json_of(send(&sandbox, CONTROL, "GET /state", Value::Null).unwrap()),
        before
    );
    let remove = json!({"PrivilegeId": privilege.to_string()});
    assert_eq!(
        send(&sandbox, ORG, &format!("{path}RemovePrivilegeRole"), remove)
            .unwrap()
            .status(),
        204
    );
    assert_eq!(
        json_of(send(&sandbox, CONTROL, "GET /state", Value::Null).unwrap()),
        before
    );
}

#[test]
fn graph_and_power_platform_are_parts_of_the_state_and_bad_ones_change_nothing() {
    let sandbox = sandbox();
    let read = || json_of(send(&sandbox, CONTROL, "GET /state", Value::Null).unwrap());
    let before = read();
    assert_eq!(before["graph"]["users"].as_array().unwrap().len(), 66);
    assert_eq!(before["powerplatform"]["environments"].as_array().unwrap().len(), 2);
    let mut made = send(&sandbox, GRAPH, "POST /v1.0/applications", json!({"displayName": "x"})).unwrap();
    assert_eq!(made.status(), 201);
    made = send(
        &sandbox,
        GRAPH,
        &format!("DELETE /v1.0/applications/{}", json_of(made)["id"].as_str().unwrap()),
        Value::Null,
    )
    .unwrap();
    assert_eq!(made.status(), 204);
    let mut after = read();
    assert_eq!(after["graph"]["deletedItems"].as_array().unwrap().len(), 1);
    for bad in [
        json!({"graph": {"nowheres": []}}),
        json!({"graph": {"users": [{"displayName": "no id"}]}}),
        json!({"graph": {"users": [{"id": "1", "colour": "red"}], "applications": []}}),
        json!({"graph": {"applications": []}, "powerplatform": {"policies": [{"policyDefinition": {}}]}}),
        json!({"graph": {"applications": []}, "powerplatform": {"nowheres": []}}),
        json!({"graph": {"applications": []}, "dataverse": {"nowheres": []}}),
    ] {
        assert_eq!(
            send(&sandbox, CONTROL, "PUT /state", bad.clone()).unwrap().status(),
            400,
            "{bad}"
        );
    }
    assert_eq!(read(), after);
    let back = json!({"graph": {"deletedItems": before["graph"]["deletedItems"]}});
    assert_eq!(send(&sandbox, CONTROL, "PUT /state", back).unwrap().status(), 200);
    after = read();
    assert_eq!(after, before);
}

#[test]
fn secrets_put_into_the_state_hold_and_are_never_shown() {
    let sandbox = sandbox();
    let app = json!({"id": "5f2c63ae-0000-4000-8000-000000000001", "appId": "5f2c63ae-0000-4000-8000-000000000002", "displayName": "Planted",
        "passwordCredentials": [{"keyId": "5f2c63ae-0000-4000-8000-000000000003", "secretText": "planted-secret", "endDateTime": "2099-01-01T00:00:00Z"}]});
    let mut applications =
        json_of(send(&sandbox, CONTROL, "GET /state", Value::Null).unwrap())["graph"]["applications"].clone();
    applications.as_array_mut().unwrap().push(app);
    let put = send(
        &sandbox,
        CONTROL,
        "PUT /state",
        json!({"graph": {"applications": applications}}),
    )
    .unwrap();
    assert_eq!(put.status(), 200);
    let state = json_of(send(&sandbox, CONTROL, "GET /state", Value::Null).unwrap());
    assert!(!state.to_string().contains("planted-secret") && state.to_string().contains("\"hint\":\"pla\""));
    let form = |secret: &str| {
        let body = format!(
            "grant_type=client_credentials&client_id=5f2c63ae-0000-4000-8000-000000000002&client_secret={secret}&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default"
        );
        let request = Request::builder()
            .method("POST")
            .uri("/contoso.com/oauth2/v2.0/token")
            .header("host", "login.microsoftonline.com");
        let answer = sandbox.handle(
            request
                .header("content-type", "application/x-www-form-urlencoded")
                .body(Bytes::from(body))
                .unwrap(),
        );
        json_of(answer.unwrap())["error_codes"][0].clone()
    };
    assert_eq!(form("wrong"), json!(7_000_215));
    // The secret holds; the application has no service principal.
    assert_eq!(form("planted-secret"), json!(7_000_229));
    let log = json_of(send(&sandbox, CONTROL, "GET /requests", Value::Null).unwrap());
    assert!(!log.to_string().contains("planted-secret"), "{log}");
}

/// The ids of an unpacked or installed extension follow from its manifest, and so do its redirect addresses.
#[test]
fn latchkey_is_registered_with_the_address_its_key_gives() {
    use sha2::{Digest, Sha256};
    let manifest: Value = serde_json::from_str(include_str!("../../../manifest.json")).unwrap();
    let key = base64::Engine::decode(
        &base64::engine::general_purpose::STANDARD,
        manifest["key"].as_str().unwrap(),
    )
    .unwrap();
    let id: String = Sha256::digest(key)
        .iter()
        .take(16)
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|nibble| char::from(b'a' + nibble))
        .collect();
    assert_eq!(
        latchkey_sandbox::graph::cast::REDIRECTS[0],
        format!("https://{id}.chromiumapp.org/")
    );
}

#[test]
fn the_log_tells_requests_with_secrets_masked_and_never_the_controls() {
    let sandbox = sandbox();
    send(&sandbox, ORG, "GET /api/data/v9.2/accounts?$top=1", Value::Null).unwrap();
    send(
        &sandbox,
        ORG,
        "POST /api/data/v9.2/accounts",
        json!({"name": "x", "client_secret": "hush"}),
    )
    .unwrap();
    let log = json_of(send(&sandbox, CONTROL, "GET /requests", Value::Null).unwrap());
    let log = log.as_array().unwrap();
    assert_eq!(log.len(), 2);
    let at = |entry: &Value| entry["at"].as_u64().unwrap();
    assert!(at(&log[0]) > 0 && at(&log[0]) <= at(&log[1]), "in the order they came");
    assert_eq!(
        log[0],
        json!({
            "at": at(&log[0]), "host": ORG, "method": "GET", "path": "/api/data/v9.2/accounts", "query": "$top=1",
            "status": 200, "body": null
        })
    );
    assert_eq!(
        (&log[1]["status"], &log[1]["body"]["client_secret"]),
        (&json!(400), &json!("***"))
    );
    send(&sandbox, CONTROL, "DELETE /requests", Value::Null).unwrap();
    assert_eq!(
        json_of(send(&sandbox, CONTROL, "GET /requests", Value::Null).unwrap()),
        json!([])
    );
}

#[test]
fn faults_refuse_throttle_delay_and_lose() {
    let sandbox = sandbox();
    let fault = |body: Value| assert_eq!(send(&sandbox, CONTROL, "POST /faults", body).unwrap().status(), 200);
    let create = || send(&sandbox, ORG, "POST /api/data/v9.2/accounts", json!({"name": "n"}));
    let count = || {
        send(&sandbox, ORG, "GET /api/data/v9.2/accounts/$count", Value::Null)
            .unwrap()
            .into_body()
    };
    fault(
        json!({"match": {"host": "crm4", "method": "POST", "path": "/accounts"}, "nth": 2, "times": 1, "status": 429, "headers": {"Retry-After": "7"}}),
    );
    assert_eq!(create().unwrap().status(), 204);
    let throttled = create().unwrap();
    assert_eq!(
        (
            throttled.status().as_u16(),
            throttled.headers()["retry-after"].to_str().unwrap()
        ),
        (429, "7")
    );
    assert_eq!(json_of(throttled)["error"]["code"], "0x80072322");
    assert_eq!(create().unwrap().status(), 204);
    assert_eq!(count(), "14");
    fault(json!({"match": {"method": "POST"}, "drop": "before"}));
    assert_eq!(create().unwrap_err(), Dropped);
    assert_eq!(count(), "14");
    fault(json!({"match": {"method": "POST"}, "drop": "after"}));
    assert_eq!(create().unwrap_err(), Dropped);
    assert_eq!(count(), "15");
    fault(json!({"match": {"path": "WhoAmI"}, "delay_ms": 40, "times": 100}));
    send(&sandbox, CONTROL, "POST /latency", json!({"ms": 2})).unwrap();
    let slow = send(&sandbox, ORG, "GET /api/data/v9.2/WhoAmI", Value::Null).unwrap();
    assert_eq!(
        slow.extensions().get::<Delay>(),
        Some(&Delay(Duration::from_millis(42)))
    );
    send(&sandbox, CONTROL, "DELETE /faults", Value::Null).unwrap();
    let quick = send(&sandbox, ORG, "GET /api/data/v9.2/WhoAmI", Value::Null).unwrap();
    assert_eq!(
        quick.extensions().get::<Delay>(),
        Some(&Delay(Duration::from_millis(2)))
    );
    assert_eq!(
        send(&sandbox, CONTROL, "POST /faults", json!({"oops": 1}))
            .unwrap()
            .status(),
        400
    );
}

/// What a browser with this cookie is answered by the organisation.
fn page(sandbox: &Sandbox, uri: &str, cookie: &str) -> Response<Bytes> {
    let request = Request::builder().uri(uri).header("host", ORG).header("cookie", cookie);
    sandbox.handle(request.body(Bytes::new()).unwrap()).unwrap()
}

/// The cookie an answer sets, as it is sent back, and the rest of what is said of it.
fn set_cookie(response: &Response<Bytes>) -> (&str, &str) {
    let said = response.headers()["set-cookie"].to_str().unwrap();
    said.split_once(';').unwrap()
}

#[test]
fn pages_sign_in_and_the_api_knows_who() {
    let sandbox = sandbox();
    let who = |cookie: &str| json_of(page(&sandbox, "/api/data/v9.2/WhoAmI", cookie))["UserId"].clone();
    let first = page(&sandbox, "/main.aspx", "");
    let (cookie, _) = set_cookie(&first);
    assert_eq!(
        who(cookie),
        json!(Guid::derive("systemuser", "admin@contoso.com").to_string())
    );
    let other = page(&sandbox, "/main.aspx?as=agent@contoso.com", cookie);
    let (cookie, _) = set_cookie(&other);
    assert_eq!(
        who(cookie),
        json!(Guid::derive("systemuser", "agent@contoso.com").to_string())
    );
    assert_eq!(page(&sandbox, "/api/data/v9.2/WhoAmI", "").status(), 401);
    assert!(
        page(&sandbox, "/api/data/v9.2/WhoAmI", cookie)
            .headers()
            .get("access-control-allow-origin")
            .is_none()
    );
}

#[test]
fn a_page_that_signs_out_takes_the_cookie_and_asks_for_nothing_that_would_sign_in_again() {
    let sandbox = sandbox();
    let first = page(&sandbox, "/main.aspx", "");
    let (cookie, _) = set_cookie(&first);
    let out = page(&sandbox, "/signout.aspx", cookie);
    assert_eq!(out.status(), 200);
    let (emptied, how) = set_cookie(&out);
    assert_eq!(Some(emptied.trim_end_matches('=')), cookie.split('=').next());
    assert!(how.contains("Max-Age=0"), "{how}");
    let text = String::from_utf8(out.body().to_vec()).unwrap();
    assert!(!text.contains("src=") && !text.contains("/uclient/"), "{text}");
}

#[test]
fn loopback_is_routed_by_path_and_echoed() {
    let sandbox = sandbox();
    let got = json_of(
        send(
            &sandbox,
            "127.0.0.1:4711",
            "GET /api/data/v9.2/accounts?$top=1",
            Value::Null,
        )
        .unwrap(),
    );
    assert!(
        got["@odata.context"]
            .as_str()
            .unwrap()
            .starts_with("https://127.0.0.1:4711/api/data/v9.2/")
    );
    assert_eq!(
        send(&sandbox, "localhost:4711", "GET /main.aspx", Value::Null)
            .unwrap()
            .status(),
        404
    );
    assert_eq!(
        send(&sandbox, "example.com", "GET /api/data/v9.2/WhoAmI", Value::Null)
            .unwrap()
            .status(),
        404
    );
}

#[test]
fn ten_thousand_users_come_in_pages_of_five_thousand() {
    let mut config = Config::default();
    config.set_scale("users=10000,roles=500,teams=200").unwrap();
    let sandbox = Sandbox::new(config).unwrap();
    let first = json_of(
        send(
            &sandbox,
            ORG,
            "GET /api/data/v9.2/systemusers?$select=fullname&$count=true",
            Value::Null,
        )
        .unwrap(),
    );
    assert_eq!(
        (first["value"].as_array().unwrap().len(), &first["@odata.count"]),
        (5000, &json!(5000))
    );
    let next = first["@odata.nextLink"]
        .as_str()
        .unwrap()
        .strip_prefix("https://contoso.crm4.dynamics.com")
        .unwrap();
    let second = json_of(send(&sandbox, ORG, &format!("GET {next}"), Value::Null).unwrap());
    assert_eq!(second["value"].as_array().unwrap().len(), 5000);
    assert!(second.get("@odata.nextLink").is_none());
    let roots = send(
        &sandbox,
        ORG,
        "GET /api/data/v9.2/roles/$count?$filter=_parentroleid_value%20eq%20null",
        Value::Null,
    )
    .unwrap();
    assert_eq!(roots.into_body(), "500");
}

async fn exchange(port: u16, ca: &str, requests: &[&str]) -> String {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(ca).unwrap()).unwrap();
    let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap();
    let config = config.with_root_certificates(roots).with_no_client_auth();
    let stream = tokio::net::TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let name = ServerName::try_from(ORG).unwrap();
    let mut stream = TlsConnector::from(Arc::new(config))
        .connect(name, stream)
        .await
        .unwrap();
    let mut text = Vec::new();
    for request in requests {
        stream.write_all(request.as_bytes()).await.unwrap();
    }
    // A connection that dies without a farewell is what is being looked for: what came until then counts.
    let _ = stream.read_to_end(&mut text).await;
    String::from_utf8_lossy(&text).into_owned()
}

#[tokio::test]
async fn over_tls_connections_are_kept_and_lost_as_asked() {
    let sandbox = sandbox();
    let running = sandbox.serve().await.unwrap();
    let ready = serde_json::to_value(running.ready()).unwrap();
    assert_eq!(ready["ready"], true);
    assert!(ready["hosts"].as_array().unwrap().contains(&json!(ORG)));
    let args = ready["chromium_args"].to_string();
    assert!(
        args.contains(&format!("MAP {ORG} 127.0.0.1:{}", running.ready().port)) && args.contains(&running.ready().spki)
    );
    let (port, ca) = (running.ready().port, running.ready().ca.clone());
    let head = format!("Host: {ORG}\r\nAuthorization: Bearer sandbox:admin@contoso.com\r\n");
    let ask = format!("GET /api/data/v9.2/WhoAmI HTTP/1.1\r\n{head}\r\n");
    let last = format!("GET /api/data/v9.2/WhoAmI HTTP/1.1\r\n{head}Connection: close\r\n\r\n");
    let both = exchange(port, &ca, &[&ask, &last]).await;
    assert_eq!(both.matches("HTTP/1.1 200 OK").count(), 2, "{both}");
    send(
        &sandbox,
        CONTROL,
        "POST /faults",
        json!({"match": {"method": "POST"}, "drop": "after"}),
    )
    .unwrap();
    let create = format!("POST /api/data/v9.2/accounts HTTP/1.1\r\n{head}Content-Length: 12\r\n\r\n{{\"name\":\"x\"}}");
    assert_eq!(exchange(port, &ca, &[&create]).await, "");
    let count = send(&sandbox, ORG, "GET /api/data/v9.2/accounts/$count", Value::Null).unwrap();
    assert_eq!(count.into_body(), "13");
}
