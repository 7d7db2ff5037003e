//! The sales agent's connection: what the settings frame's service makes in Salesforce, deletes there, and reports.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test a surprise is a failure"
)]

use bytes::Bytes;
use http::{Request, Response};
use latchkey_sandbox::sales::{FRAME, PORTALS};
use latchkey_sandbox::salesforce::HOST;
use latchkey_sandbox::{CONTROL_HOST, Config, Sandbox};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn sandbox(dialects: &[&str]) -> Sandbox {
    let mut config = Config::default();
    for dialect in dialects {
        config.set_dialect(dialect).unwrap();
    }
    Sandbox::new(config).unwrap()
}

fn send(sandbox: &Sandbox, host: &str, line: &str, body: &Value) -> Response<Bytes> {
    let (method, path) = line.split_once(' ').unwrap();
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("host", host)
        .header("authorization", "Bearer sandbox:admin@contoso.com");
    let body = if body.is_null() {
        Bytes::new()
    } else {
        Bytes::from(body.to_string())
    };
    sandbox.handle(request.body(body).unwrap()).unwrap()
}

fn ask(sandbox: &Sandbox, host: &str, line: &str, body: &Value) -> (u16, Value) {
    let response = send(sandbox, host, line, body);
    let status = response.status().as_u16();
    (status, serde_json::from_slice(response.body()).unwrap_or_default())
}

fn query(sandbox: &Sandbox, soql: &str) -> Vec<Value> {
    let line = format!(
        "GET /services/data/v66.0/query?q={}",
        soql.replace(' ', "+").replace('%', "%25")
    );
    let (status, answer) = ask(sandbox, HOST, &line, &Value::Null);
    assert_eq!(status, 200, "{soql}: {answer}");
    answer["records"].as_array().unwrap().clone()
}

fn frame(sandbox: &Sandbox, line: &str, body: &Value) -> Value {
    let (status, answer) = ask(sandbox, FRAME, line, body);
    assert_eq!(status, 200, "{line}: {answer}");
    answer
}

fn switch(sandbox: &Sandbox, on: bool) -> Value {
    frame(sandbox, "PUT /api/connection", &json!({ "access": on }))
}

/// Lets time pass; the clock is set ahead of real time, not on.
fn later(sandbox: &Sandbox, seconds: i64) {
    ask(sandbox, CONTROL_HOST, "POST /clock", &json!({ "ahead_s": seconds }));
}

fn control(sandbox: &Sandbox) -> Value {
    ask(sandbox, CONTROL_HOST, "GET /state", &Value::Null).1["salesforce"].take()
}

const USERS: &str = "SELECT Id, Name FROM User WHERE Name LIKE '%Copilot%Sales%' AND IsActive = true";
const SETS: &str = "SELECT Id, Label FROM PermissionSet WHERE Label LIKE '%Copilot%Sales%'";

fn app(object: &str) -> String {
    let name = if object == "ConnectedApplication" {
        "Name"
    } else {
        "MasterLabel"
    };
    format!("SELECT Id, {name} FROM {object} WHERE {name} LIKE '%Copilot%Sales%'")
}

#[test]
fn s000_04_access_takes_a_while_then_app_user_and_set_are_there_under_the_names_of_the_time() {
    for (dialect, object, product, app_name) in [
        (
            "appnames=2025",
            "ConnectedApplication",
            "Copilot for Sales",
            "connected app",
        ),
        (
            "appnames=2026",
            "ConnectedApplication",
            "M365 Copilot Sales",
            "connected app",
        ),
        (
            "appnames=external",
            "ExternalClientApplication",
            "M365 Copilot Sales",
            "external client app",
        ),
    ] {
        let sandbox = sandbox(&[dialect]);
        assert_eq!(switch(&sandbox, true)["busy"], true);
        assert!(query(&sandbox, USERS).is_empty() && query(&sandbox, &app(object)).is_empty());
        later(&sandbox, 30);
        let told = frame(&sandbox, "GET /api/connection", &Value::Null);
        assert_eq!(
            (&told["busy"], &told["access"], &told["trouble"]),
            (&json!(false), &json!(true), &Value::Null)
        );
        assert_eq!(told["app"], format!("{product} {app_name}"));
        assert_eq!(told["user"], format!("{product} integration user"));
        assert_eq!(query(&sandbox, &app(object)).len(), 1);
        assert_eq!(query(&sandbox, USERS)[0]["Name"], told["user"]);
        assert_eq!(query(&sandbox, SETS)[0]["Label"], format!("{product} permission set"));
    }
}

#[test]
fn s000_23_the_user_holds_five_objects_and_fifteen_fields() {
    let sandbox = sandbox(&[]);
    switch(&sandbox, true);
    later(&sandbox, 30);
    let rights = query(
        &sandbox,
        "SELECT SobjectType, PermissionsRead, PermissionsEdit, PermissionsViewAllRecords FROM ObjectPermissions WHERE Parent.Label LIKE '%Copilot%Sales%'",
    );
    let told: BTreeSet<String> = rights
        .iter()
        .map(|row| {
            let letter = |field: &str, letter: &'static str| if row[field] == true { letter } else { "" };
            let object = row["SobjectType"].as_str().unwrap();
            format!(
                "{object} {}{}{}",
                letter("PermissionsRead", "r"),
                letter("PermissionsEdit", "e"),
                letter("PermissionsViewAllRecords", "v")
            )
        })
        .collect();
    let wanted = ["Account rv", "Contact rv", "Lead rev", "Opportunity rv", "Product2 r"];
    assert_eq!(told, wanted.map(str::to_owned).into());
    let fields = "SELECT SobjectType, Field FROM FieldPermissions WHERE Parent.Label LIKE '%Copilot%Sales%'";
    assert_eq!(query(&sandbox, fields).len(), 15);
    let held = query(
        &sandbox,
        "SELECT Assignee.Name FROM PermissionSetAssignment WHERE PermissionSet.Label LIKE '%Copilot%Sales%'",
    );
    assert_eq!(held[0]["Assignee"]["Name"], "Copilot for Sales integration user");
    let implicit = self::sandbox(&["permissionable=implicit"]);
    switch(&implicit, true);
    later(&implicit, 30);
    assert_eq!(query(&implicit, fields).len(), 13);
    assert_eq!(
        frame(&implicit, "GET /api/connection", &Value::Null)["trouble"],
        Value::Null
    );
}

#[test]
fn s000_10_turning_off_takes_app_and_user_away_and_leaves_no_trace() {
    let sandbox = sandbox(&[]);
    let before = control(&sandbox);
    switch(&sandbox, true);
    later(&sandbox, 30);
    control(&sandbox);
    assert_eq!(switch(&sandbox, false)["busy"], true);
    later(&sandbox, 60);
    assert!(query(&sandbox, USERS).is_empty() && query(&sandbox, &app("ConnectedApplication")).is_empty());
    assert_eq!(control(&sandbox), before);

    let kept = self::sandbox(&["userremoval=inactive", "setremoval=kept"]);
    switch(&kept, true);
    later(&kept, 30);
    control(&kept);
    switch(&kept, false);
    later(&kept, 60);
    assert!(query(&kept, USERS).is_empty());
    assert_eq!(query(&kept, SETS).len(), 1);
    // It can be connected again all the same.
    switch(&kept, true);
    later(&kept, 90);
    assert_eq!((query(&kept, USERS).len(), query(&kept, SETS).len()), (1, 1));
}

#[test]
fn s000_19_further_custom_fields_take_a_new_connection_with_new_ids() {
    let sandbox = sandbox(&[]);
    switch(&sandbox, true);
    later(&sandbox, 30);
    let before = query(&sandbox, USERS)[0]["Id"].clone();
    let put = json!({"salesforce": {"connection": {"fields": ["Lead.Segment__c"]}}});
    assert_eq!(ask(&sandbox, CONTROL_HOST, "PUT /state", &put).0, 200);
    assert_eq!(
        frame(&sandbox, "GET /api/connection", &Value::Null)["trouble"],
        "fields"
    );
    frame(&sandbox, "POST /api/connection/reconnect", &json!({}));
    assert!(query(&sandbox, USERS).is_empty());
    later(&sandbox, 60);
    assert_eq!(
        frame(&sandbox, "GET /api/connection", &Value::Null)["trouble"],
        Value::Null
    );
    assert_ne!(query(&sandbox, USERS)[0]["Id"], before);
    let fields = "SELECT SobjectType, Field FROM FieldPermissions WHERE Field = 'Lead.Segment__c' AND Parent.Label LIKE '%Copilot%'";
    assert_eq!(query(&sandbox, fields).len(), 1);
}

#[test]
fn s000_21_a_component_that_was_deleted_is_reported() {
    let sandbox = sandbox(&[]);
    switch(&sandbox, true);
    later(&sandbox, 30);
    let user = query(&sandbox, USERS)[0]["Id"].as_str().unwrap().to_owned();
    let line = format!("PATCH /services/data/v66.0/sobjects/User/{user}");
    assert_eq!(ask(&sandbox, HOST, &line, &json!({"IsActive": false})).0, 204);
    assert_eq!(
        frame(&sandbox, "GET /api/connection", &Value::Null)["trouble"],
        "broken"
    );
}

#[test]
fn s000_13_a_second_tenants_connection_stands_in_the_way() {
    let sandbox = sandbox(&["secondtenant=present"]);
    let before = query(&sandbox, USERS);
    assert_eq!(before.len(), 1);
    switch(&sandbox, true);
    later(&sandbox, 30);
    assert_eq!(
        frame(&sandbox, "GET /api/connection", &Value::Null)["trouble"],
        "failed"
    );
    assert_eq!(query(&sandbox, USERS), before);
}

#[test]
fn another_data_sources_access_is_its_own_and_nothing_of_salesforces() {
    let sandbox = sandbox(&["datasources=several"]);
    let other = |sandbox: &Sandbox| control(sandbox)["connection"]["other"].clone();
    let before = control(&sandbox);
    assert_eq!(before["connection"]["other"], json!({"access": false, "saved": 0}));
    assert_eq!(
        frame(&sandbox, "PUT /api/other", &json!({"access": true}))["other"],
        true
    );
    frame(&sandbox, "POST /api/other/reconnect", &json!({}));
    assert_eq!(other(&sandbox), json!({"access": true, "saved": 2}));
    assert_eq!(control(&sandbox)["User"], before["User"]);
    switch(&sandbox, true);
    later(&sandbox, 30);
    assert_eq!(other(&sandbox)["saved"], 2);
}

#[test]
fn only_administrators_of_the_crm_see_the_settings() {
    let sandbox = sandbox(&[]);
    for (who, status) in [("admin", 200), ("customizer", 200), ("manager", 403), ("reader", 403)] {
        let line = format!("GET /api/connection?as={who}@contoso.com");
        assert_eq!(ask(&sandbox, FRAME, &line, &Value::Null).0, status, "{who}");
    }
}

#[test]
fn the_frame_is_another_origins_and_lets_only_its_portals_frame_it() {
    let sandbox = sandbox(&[]);
    let policy = |host: &str, path: &str| {
        let response = send(&sandbox, host, &format!("GET {path}"), &Value::Null);
        assert_eq!(response.status(), 200, "{host}{path}");
        response.headers()["content-security-policy"]
            .to_str()
            .unwrap()
            .to_owned()
    };
    assert!(policy(FRAME, "/").contains("frame-ancestors https://outlook.office.com"));
    for host in PORTALS {
        assert!(policy(host, "/").contains("frame-src https:"));
    }
    let mut open = vec!["/".to_owned()];
    let mut seen = BTreeSet::new();
    while let Some(path) = open.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let response = send(&sandbox, FRAME, &format!("GET {path}"), &Value::Null);
        assert_eq!(response.status(), 200, "{path} is named but not served");
        let text = String::from_utf8_lossy(response.body()).into_owned();
        let named = text
            .split('"')
            .filter(|piece| piece.ends_with(".js") || piece.ends_with(".css"));
        open.extend(named.map(|piece| piece.replace("./", "/static/")));
    }
    assert!(seen.contains("/static/sales_labels.js"));
}
