//! Salesforce: queries, records, composite requests and what they refuse; signing in.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "in a test a surprise is a failure"
)]

mod composites;
mod queries;
mod rights;
mod signing_in;

use bytes::Bytes;
use http::{Request, Response};
use latchkey_sandbox::salesforce::{HOST, id};
use latchkey_sandbox::{CONTROL_HOST, Config, Sandbox};
use serde_json::{Value, json};

const ADMIN: &str = "sandbox:admin@contoso.com";
const BASE: &str = "/services/data/v66.0";

fn sandbox(dialects: &[&str]) -> Sandbox {
    let mut config = Config::default();
    for dialect in dialects {
        config.set_dialect(dialect).unwrap();
    }
    Sandbox::new(config).unwrap()
}

fn send(sandbox: &Sandbox, token: &str, line: &str, body: Option<&Value>) -> Response<Bytes> {
    let (method, path) = line.split_once(' ').unwrap();
    let host = if matches!(path, "/state" | "/secrets" | "/clock" | "/faults") {
        CONTROL_HOST
    } else {
        HOST
    };
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("host", host)
        .header("authorization", format!("Bearer {token}"));
    let body = body.map_or(Bytes::new(), |body| Bytes::from(body.to_string()));
    sandbox.handle(request.body(body).unwrap()).unwrap()
}

fn json_of(response: &Response<Bytes>) -> Value {
    serde_json::from_slice(response.body()).unwrap_or_default()
}

fn ask(sandbox: &Sandbox, token: &str, line: &str, body: Option<&Value>) -> (u16, Value) {
    let response = send(sandbox, token, line, body);
    (response.status().as_u16(), json_of(&response))
}

fn escaped(soql: &str) -> String {
    percent_encoding::utf8_percent_encode(soql, percent_encoding::NON_ALPHANUMERIC).to_string()
}

fn query(sandbox: &Sandbox, soql: &str) -> Value {
    let (status, answer) = ask(sandbox, ADMIN, &format!("GET {BASE}/query?q={}", escaped(soql)), None);
    assert_eq!(status, 200, "{soql}: {answer}");
    answer
}

fn rows(sandbox: &Sandbox, soql: &str) -> Vec<Value> {
    query(sandbox, soql)["records"].as_array().unwrap().clone()
}

fn refused(sandbox: &Sandbox, token: &str, line: &str, body: Option<&Value>) -> (u16, String, String) {
    let (status, answer) = ask(sandbox, token, line, body);
    let text = |name: &str| answer[0][name].as_str().unwrap_or_default().to_owned();
    (status, text("errorCode"), text("message"))
}

/// What a query is refused with.
fn code(sandbox: &Sandbox, soql: &str) -> String {
    refused(sandbox, ADMIN, &format!("GET {BASE}/query?q={}", escaped(soql)), None).1
}

fn only(sandbox: &Sandbox, soql: &str) -> String {
    let found = rows(sandbox, soql);
    assert_eq!(found.len(), 1, "{soql}");
    found[0]["Id"].as_str().unwrap().to_owned()
}

fn create(sandbox: &Sandbox, object: &str, values: &Value) -> String {
    let (status, answer) = ask(sandbox, ADMIN, &format!("POST {BASE}/sobjects/{object}"), Some(values));
    assert_eq!(status, 201, "{object}: {answer}");
    answer["id"].as_str().unwrap().to_owned()
}

fn create_refused(sandbox: &Sandbox, object: &str, values: &Value) -> String {
    refused(sandbox, ADMIN, &format!("POST {BASE}/sobjects/{object}"), Some(values)).1
}

#[test]
fn who_calls_decides_what_is_reached() {
    let sandbox = sandbox(&[]);
    let line = format!("GET {BASE}/query?q={}", escaped("SELECT Id FROM PermissionSet"));
    let (status, wanted, _) = refused(&sandbox, "forged", &line, None);
    assert_eq!((status, wanted.as_str()), (401, "INVALID_SESSION_ID"));
    // A seller without API Enabled, an inactive user, an administrator of integrations who may not write sets.
    let (status, wanted, says) = refused(&sandbox, "sandbox:agent@contoso.com", &line, None);
    assert_eq!((status, wanted.as_str()), (403, "API_DISABLED_FOR_ORG"));
    assert_eq!(says, "API is disabled for this User");
    assert_eq!(refused(&sandbox, "sandbox:disabled@contoso.com", &line, None).0, 401);
    let values = json!({"Name": "Own", "Label": "Own"});
    let line = format!("POST {BASE}/sobjects/PermissionSet");
    let (_, wanted, _) = refused(&sandbox, "sandbox:customizer@contoso.com", &line, Some(&values));
    assert_eq!(wanted, "INSUFFICIENT_ACCESS_OR_READONLY");
    assert_eq!(ask(&sandbox, ADMIN, &line, Some(&values)).0, 201);
    // Only View Setup and Configuration shows what Setup shows.
    let user = only(&sandbox, "SELECT Id FROM User WHERE Username = 'agent@contoso.com'");
    let set = only(&sandbox, "SELECT Id FROM PermissionSet WHERE Name = 'API_Access'");
    create(
        &sandbox,
        "PermissionSetAssignment",
        &json!({"AssigneeId": user, "PermissionSetId": set}),
    );
    let line = format!("GET {BASE}/query?q={}", escaped("SELECT Id FROM PermissionSet"));
    assert_eq!(
        refused(&sandbox, "sandbox:agent@contoso.com", &line, None).1,
        "INVALID_TYPE"
    );
    let line = format!("GET {BASE}/query?q={}", escaped("SELECT Id FROM User"));
    assert_eq!(ask(&sandbox, "sandbox:agent@contoso.com", &line, None).0, 200);
}

#[test]
fn describe_tells_which_fields_have_security_of_their_own() {
    let field = |dialect: &str, name: &str| {
        let sandbox = sandbox(&[dialect]);
        let (_, described) = ask(&sandbox, ADMIN, &format!("GET {BASE}/sobjects/Contact/describe"), None);
        let fields = described["fields"].as_array().unwrap();
        fields.iter().find(|field| field["name"] == name).unwrap()["permissionable"].clone()
    };
    assert_eq!(field("permissionable=all", "AccountId"), true);
    assert_eq!(field("permissionable=implicit", "AccountId"), false);
    assert_eq!(field("permissionable=all", "LastName"), false);
    let sandbox = sandbox(&[]);
    let (_, versions) = ask(&sandbox, "", "GET /services/data", None);
    assert!(
        versions
            .as_array()
            .unwrap()
            .contains(&json!({"label": "Spring '26", "url": "/services/data/v66.0", "version": "66.0"}))
    );
    assert_eq!(refused(&sandbox, ADMIN, "GET /services/data/v99.0/limits", None).0, 404);
    let (status, code, says) = refused(&sandbox, ADMIN, &format!("DELETE {BASE}/query"), None);
    assert_eq!((status, code.as_str()), (405, "METHOD_NOT_ALLOWED"));
    assert!(says.contains("HEAD,GET"));
}

#[test]
fn external_client_apps_can_be_hidden() {
    let soql = "SELECT Id, DeveloperName, MasterLabel FROM ExternalClientApplication";
    assert_eq!(rows(&sandbox(&[]), soql)[0]["MasterLabel"], "Latchkey");
    assert_eq!(code(&sandbox(&["externalapps=hidden"]), soql), "INVALID_TYPE");
}

#[test]
fn a_state_that_cannot_be_is_refused_whole() {
    let sandbox = sandbox(&[]);
    let before = ask(&sandbox, ADMIN, "GET /state", None).1;
    for bad in [
        json!({"Nothing": []}),
        json!({"User": {}}),
        json!({"User": [], "Profile": [{"Id": "0050000"}]}),
        json!({"User": [], "Profile": [{"Colour": 1}]}),
    ] {
        assert_eq!(
            ask(&sandbox, ADMIN, "PUT /state", Some(&json!({"salesforce": bad}))).0,
            400,
            "{bad}"
        );
    }
    assert_eq!(ask(&sandbox, ADMIN, "GET /state", None).1, before);
    let put = json!({"salesforce": before["salesforce"]});
    assert_eq!(ask(&sandbox, ADMIN, "PUT /state", Some(&put)).0, 200);
    assert_eq!(ask(&sandbox, ADMIN, "GET /state", None).1, before);
}

#[test]
fn a_fault_by_its_status_alone_has_the_services_words() {
    let sandbox = sandbox(&[]);
    let line = format!("GET {BASE}/limits");
    for (status, wanted) in [
        (401, "INVALID_SESSION_ID"),
        (403, "REQUEST_LIMIT_EXCEEDED"),
        (503, "SERVER_UNAVAILABLE"),
    ] {
        let fault = json!({"match": {"path": "/limits"}, "status": status});
        assert_eq!(ask(&sandbox, "", "POST /faults", Some(&fault)).0, 200);
        let (status_told, code, _) = refused(&sandbox, ADMIN, &line, None);
        assert_eq!((status_told, code.as_str()), (status, wanted));
        ask(&sandbox, "", "DELETE /faults", None);
    }
    assert_eq!(ask(&sandbox, ADMIN, &line, None).0, 200);
}
