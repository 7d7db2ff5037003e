//! Salesforce: queries, records, composite requests and what they refuse; signing in.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "in a test a surprise is a failure"
)]

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use http::{Request, Response};
use latchkey_sandbox::graph::cast::REDIRECTS;
use latchkey_sandbox::odata::url;
use latchkey_sandbox::salesforce::cast::CONSUMER_KEY;
use latchkey_sandbox::salesforce::{HOST, id};
use latchkey_sandbox::{CONTROL_HOST, Config, Sandbox};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

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
fn a_query_follows_relationships_and_nests_what_it_finds() {
    let sandbox = sandbox(&[]);
    let found = query(
        &sandbox,
        "SELECT PermissionSet.Label, permissionset.profile.name, Assignee.Username FROM PermissionSetAssignment \
         WHERE Assignee.FederationIdentifier = 'MANAGER@contoso.com' AND PermissionSet.PermissionsApiEnabled = true",
    );
    assert_eq!(found["totalSize"], 1);
    let record = &found["records"][0];
    assert_eq!(record["PermissionSet"]["Label"], "API Access");
    assert_eq!(record["PermissionSet"]["Profile"], Value::Null);
    assert_eq!(record["Assignee"]["Username"], "marcus.oyelaran@contoso.sales");
    assert_eq!(record["PermissionSet"]["attributes"]["type"], "PermissionSet");
}

#[test]
fn semi_joins_counts_order_limit_and_offset() {
    let sandbox = sandbox(&[]);
    let without = query(
        &sandbox,
        "SELECT COUNT() FROM User WHERE IsActive = true AND UserType = 'Standard' AND Id NOT IN \
         (SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.PermissionsApiEnabled = true)",
    );
    assert!(without["totalSize"].as_u64().unwrap() > 3 && without["records"] == json!([]));
    let names = |soql: &str| -> Vec<String> {
        let found = rows(&sandbox, soql);
        found
            .iter()
            .map(|row| row["Name"].as_str().unwrap().to_owned())
            .collect()
    };
    let all = names("SELECT Name FROM Profile ORDER BY Name");
    assert!(all.is_sorted() && all.len() == 7);
    assert_eq!(
        names("SELECT Name FROM Profile ORDER BY Name LIMIT 2 OFFSET 3"),
        all[3..5]
    );
    assert_eq!(
        names("SELECT Name FROM Profile WHERE Name LIKE 'contoso%' ORDER BY Name DESC"),
        ["Contoso Sales User", "Contoso Integrations Admin"]
    );
    let mixed = "SELECT Name FROM Profile WHERE (NOT Name = 'Standard User') AND (Name LIKE 'S%' OR Name IN ('Chatter Free User'))";
    assert_eq!(
        names(&format!("{mixed} ORDER BY Name")),
        ["Chatter Free User", "System Administrator"]
    );
}

#[test]
fn what_soql_is_not_is_refused_by_name() {
    let sandbox = sandbox(&[]);
    for (soql, wanted) in [
        ("SELECT Name FROM Nothing", "INVALID_TYPE"),
        ("SELECT Colour FROM User", "INVALID_FIELD"),
        ("SELECT Id, PermissionsNoSuchRight FROM PermissionSet", "INVALID_FIELD"),
        ("SELECT Nobody.Name FROM User", "INVALID_FIELD"),
        ("SELECT Id FROM User WHERE IsActive = 'true'", "INVALID_FIELD"),
        ("SELECT Id FROM User WHERE Name = 3", "INVALID_FIELD"),
        (
            "SELECT Id FROM User WHERE Id = 'admin'",
            "INVALID_QUERY_FILTER_OPERATOR",
        ),
        (
            "SELECT Id FROM User WHERE Id LIKE '005%'",
            "INVALID_QUERY_FILTER_OPERATOR",
        ),
        (
            "SELECT Id FROM User WHERE Name = 'a' AND Name = 'b' OR Name = 'c'",
            "MALFORMED_QUERY",
        ),
        ("SELECT Id FROM User WHERE Name = 'O'Brien'", "MALFORMED_QUERY"),
        ("SELECT Id FROM User WHERE", "MALFORMED_QUERY"),
        ("SELECT Id FROM User LIMIT many", "MALFORMED_QUERY"),
        ("SELECT Id FROM User; DELETE", "MALFORMED_QUERY"),
        ("SELECT Id FROM User OFFSET 2001", "NUMBER_OUTSIDE_VALID_RANGE"),
        (
            "SELECT Id FROM User WHERE Name = 'a' OR Id IN (SELECT AssigneeId FROM PermissionSetAssignment)",
            "MALFORMED_QUERY",
        ),
        (
            "SELECT Id FROM User WHERE Id IN (SELECT ManagerId FROM User)",
            "MALFORMED_QUERY",
        ),
        (
            "SELECT Id FROM User WHERE Id IN (SELECT Name FROM Profile)",
            "MALFORMED_QUERY",
        ),
        ("SELECT Field FROM FieldPermissions", "MALFORMED_QUERY"),
        ("", "MALFORMED_QUERY"),
    ] {
        assert_eq!(code(&sandbox, soql), wanted, "{soql}");
    }
    let escaped = rows(&sandbox, "SELECT Id FROM User WHERE Name = 'O\\'Brien \\\\ \\n'");
    assert_eq!(escaped.len(), 0);
}

#[test]
fn a_long_answer_comes_in_parts() {
    let sandbox = sandbox(&[]);
    let mut state = ask(&sandbox, ADMIN, "GET /state", None).1;
    let users = state["salesforce"]["User"].as_array_mut().unwrap();
    let profile = users[0]["ProfileId"].clone();
    for number in 0..450 {
        users.push(
            json!({"Username": format!("bulk{number:03}@contoso.example"), "LastName": "Bulk",
            "Name": format!("Bulk {number:03}"), "Email": "bulk@contoso.example", "ProfileId": profile}),
        );
    }
    let total = users.len();
    let (status, answer) = ask(
        &sandbox,
        ADMIN,
        "PUT /state",
        Some(&json!({"salesforce": {"User": users}})),
    );
    assert_eq!(status, 200, "{answer}");
    let request = |path: &str| {
        let request = Request::builder()
            .uri(path)
            .header("host", HOST)
            .header("authorization", format!("Bearer {ADMIN}"))
            .header("sforce-query-options", "batchSize=200");
        json_of(&sandbox.handle(request.body(Bytes::new()).unwrap()).unwrap())
    };
    let mut answer = request(&format!(
        "{BASE}/query?q={}",
        escaped("SELECT Id FROM User ORDER BY Name")
    ));
    assert_eq!(answer["totalSize"], total);
    let mut seen = std::collections::BTreeSet::new();
    let mut parts = 1;
    loop {
        seen.extend(
            answer["records"]
                .as_array()
                .unwrap()
                .iter()
                .map(|row| row["Id"].to_string()),
        );
        let Some(next) = answer["nextRecordsUrl"].as_str().map(str::to_owned) else {
            break;
        };
        assert_eq!(answer["done"], false);
        answer = request(&next);
        parts += 1;
    }
    assert_eq!((seen.len(), parts, &answer["done"]), (total, 3, &json!(true)));
    let agent = refused(
        &sandbox,
        "sandbox:owen.admin@contoso.com",
        &format!("GET {BASE}/query/01gxx-200"),
        None,
    );
    assert_eq!(agent.1, "INVALID_QUERY_LOCATOR");
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
fn a_permission_set_lives_with_its_rights() {
    let sandbox = sandbox(&[]);
    let set = create(
        &sandbox,
        "PermissionSet",
        &json!({"Name": "Extra", "Label": "Extra", "PermissionsApiEnabled": true}),
    );
    assert!(set.starts_with("0PS") && set.len() == 18);
    assert_eq!(
        create_refused(&sandbox, "PermissionSet", &json!({"Name": "extra", "Label": "E"})),
        "DUPLICATE_DEVELOPER_NAME"
    );
    assert_eq!(
        create_refused(&sandbox, "PermissionSet", &json!({"Label": "E"})),
        "REQUIRED_FIELD_MISSING"
    );
    assert_eq!(
        create_refused(
            &sandbox,
            "PermissionSet",
            &json!({"Name": "E", "Label": "E", "Type": "Group"})
        ),
        "INVALID_FIELD_FOR_INSERT_UPDATE"
    );
    assert_eq!(
        create_refused(
            &sandbox,
            "PermissionSet",
            &json!({"Name": "E", "Label": "E", "Colour": 1})
        ),
        "INVALID_FIELD"
    );
    let depends = json!({"Name": "E", "Label": "E", "PermissionsModifyAllData": true});
    assert_eq!(
        create_refused(&sandbox, "PermissionSet", &depends),
        "FIELD_INTEGRITY_EXCEPTION"
    );

    let lead = json!({"ParentId": set, "SobjectType": "Lead", "PermissionsRead": true, "PermissionsEdit": true});
    let rights = create(&sandbox, "ObjectPermissions", &lead);
    assert_eq!(create_refused(&sandbox, "ObjectPermissions", &lead), "DUPLICATE_VALUE");
    let edit = json!({"ParentId": set, "SobjectType": "Account", "PermissionsEdit": true});
    assert_eq!(
        create_refused(&sandbox, "ObjectPermissions", &edit),
        "FIELD_INTEGRITY_EXCEPTION"
    );
    let change = format!("PATCH {BASE}/sobjects/ObjectPermissions/{}", id::short(&rights));
    assert_eq!(
        ask(
            &sandbox,
            ADMIN,
            &change,
            Some(&json!({"PermissionsViewAllRecords": true}))
        )
        .0,
        204
    );
    let (_, wanted, _) = refused(&sandbox, ADMIN, &change, Some(&json!({"PermissionsRead": false})));
    assert_eq!(wanted, "FIELD_INTEGRITY_EXCEPTION");

    let field = |name: &str| json!({"ParentId": set, "SobjectType": "Lead", "Field": name, "PermissionsRead": true});
    let email = create(&sandbox, "FieldPermissions", &field("Lead.Email"));
    for name in ["Lead.LastName", "Contact.Email", "Lead.Nothing"] {
        assert_eq!(
            create_refused(&sandbox, "FieldPermissions", &field(name)),
            "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
            "{name}"
        );
    }
    let revenue = json!({"ParentId": set, "SobjectType": "Opportunity", "Field": "Opportunity.ExpectedRevenue",
        "PermissionsRead": true, "PermissionsEdit": true});
    assert_eq!(
        create_refused(&sandbox, "FieldPermissions", &revenue),
        "FIELD_INTEGRITY_EXCEPTION"
    );
    let gone = format!("PATCH {BASE}/sobjects/FieldPermissions/{email}");
    assert_eq!(
        ask(&sandbox, ADMIN, &gone, Some(&json!({"PermissionsRead": false}))).0,
        204
    );
    assert_eq!(
        rows(
            &sandbox,
            &format!("SELECT SobjectType, Field FROM FieldPermissions WHERE ParentId = '{set}'")
        )
        .len(),
        0
    );

    let user = only(&sandbox, "SELECT Id FROM User WHERE Username = 'agent@contoso.com'");
    let assignment = json!({"AssigneeId": user, "PermissionSetId": set});
    let held = create(&sandbox, "PermissionSetAssignment", &assignment);
    assert_eq!(
        create_refused(&sandbox, "PermissionSetAssignment", &assignment),
        "DUPLICATE_VALUE"
    );
    let delete = format!("DELETE {BASE}/sobjects/PermissionSet/{set}");
    assert_eq!(refused(&sandbox, ADMIN, &delete, None).1, "DELETE_FAILED");
    assert_eq!(
        ask(
            &sandbox,
            ADMIN,
            &format!("DELETE {BASE}/sobjects/PermissionSetAssignment/{held}"),
            None
        )
        .0,
        204
    );
    assert_eq!(ask(&sandbox, ADMIN, &delete, None).0, 204);
    assert_eq!(refused(&sandbox, ADMIN, &delete, None).1, "NOT_FOUND");
    assert_eq!(
        rows(
            &sandbox,
            &format!("SELECT Id FROM ObjectPermissions WHERE ParentId = '{set}'")
        )
        .len(),
        0
    );
}

#[test]
fn sets_of_profiles_groups_and_packages_stay_as_they_are() {
    let sandbox = sandbox(&[]);
    for (filter, wanted) in [
        ("Profile.Name = 'Contoso Sales User'", "INSUFFICIENT_ACCESS_OR_READONLY"),
        ("Type = 'Group'", "INSUFFICIENT_ACCESS_OR_READONLY"),
        ("NamespacePrefix = 'quotestudio'", "CANNOT_MODIFY_MANAGED_OBJECT"),
    ] {
        let set = only(&sandbox, &format!("SELECT Id FROM PermissionSet WHERE {filter}"));
        let line = format!("PATCH {BASE}/sobjects/PermissionSet/{set}");
        let (_, code, _) = refused(&sandbox, ADMIN, &line, Some(&json!({"PermissionsRunReports": true})));
        assert_eq!(code, wanted, "{filter}");
    }
}

#[test]
fn an_app_is_granted_to_sets_and_profiles() {
    let sandbox = sandbox(&[]);
    let app = only(
        &sandbox,
        "SELECT Id FROM ConnectedApplication WHERE Name = 'Microsoft Power Platform'",
    );
    let set = only(
        &sandbox,
        "SELECT Id FROM PermissionSet WHERE Profile.Name = 'Contoso Sales User'",
    );
    let grant = json!({"ParentId": set, "SetupEntityId": app});
    let mut typed = grant.clone();
    typed["SetupEntityType"] = json!("ConnectedApplication");
    assert_eq!(
        create_refused(&sandbox, "SetupEntityAccess", &typed),
        "INVALID_FIELD_FOR_INSERT_UPDATE"
    );
    create(&sandbox, "SetupEntityAccess", &grant);
    assert_eq!(create_refused(&sandbox, "SetupEntityAccess", &grant), "DUPLICATE_VALUE");
    let found = rows(
        &sandbox,
        &format!(
            "SELECT Parent.Profile.Name, SetupEntityType FROM SetupEntityAccess WHERE SetupEntityId = '{app}' ORDER BY Parent.Profile.Name"
        ),
    );
    let names: Vec<&Value> = found.iter().map(|row| &row["Parent"]["Profile"]["Name"]).collect();
    assert_eq!(names, ["Contoso Sales User", "Standard User"]);
    assert_eq!(found[0]["SetupEntityType"], "ConnectedApplication");
    let write = format!("PATCH {BASE}/sobjects/ConnectedApplication/{app}");
    assert_eq!(
        refused(&sandbox, ADMIN, &write, Some(&json!({"Name": "x"}))).1,
        "INVALID_TYPE_FOR_OPERATION"
    );
}

#[test]
fn what_modify_all_data_brings_is_shown_with_an_id_of_zeros() {
    let sandbox = sandbox(&[]);
    let found = rows(
        &sandbox,
        "SELECT Id, PermissionsEdit FROM ObjectPermissions WHERE SobjectType = 'Lead' AND Parent.Profile.Name = 'System Administrator'",
    );
    assert_eq!(found[0]["Id"], "000000000000000AAA");
    assert_eq!(found[0]["PermissionsEdit"], true);
}

fn composite(sandbox: &Sandbox, body: &Value) -> (u16, Value) {
    ask(sandbox, ADMIN, &format!("POST {BASE}/composite"), Some(body))
}

fn part(reference: &str, method: &str, url: &str, body: Value) -> Value {
    let mut part = json!({"method": method, "url": format!("{BASE}/{url}"), "referenceId": reference});
    if !body.is_null() {
        part["body"] = body;
    }
    part
}

#[test]
fn a_composite_request_carries_references_on_and_rolls_back_as_one() {
    let sandbox = sandbox(&[]);
    let user = only(&sandbox, "SELECT Id FROM User WHERE Username = 'agent@contoso.com'");
    let parts = |last: &str| {
        json!({"allOrNone": true, "compositeRequest": [
            part("set", "POST", "sobjects/PermissionSet", json!({"Name": "Joined", "Label": "Joined"})),
            part("held", "POST", "sobjects/PermissionSetAssignment", json!({"AssigneeId": user, "PermissionSetId": "@{set.id}"})),
            part("read", "GET", last, Value::Null),
        ]})
    };
    let (status, answer) = composite(&sandbox, &parts("sobjects/PermissionSet/@{nobody.id}"));
    assert_eq!(status, 200);
    let codes: Vec<&Value> = answer["compositeResponse"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| &each["body"][0]["errorCode"])
        .collect();
    assert_eq!(codes, ["PROCESSING_HALTED"; 3]);
    assert_eq!(
        rows(&sandbox, "SELECT Id FROM PermissionSet WHERE Name = 'Joined'").len(),
        0
    );
    let (_, answer) = composite(&sandbox, &parts("sobjects/PermissionSet/@{set.id}?fields=Label"));
    let statuses: Vec<u64> = answer["compositeResponse"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| each["httpStatusCode"].as_u64().unwrap())
        .collect();
    assert_eq!(statuses, [201, 201, 200]);
    assert_eq!(answer["compositeResponse"][2]["body"]["Label"], "Joined");
}

#[test]
fn a_composite_request_has_its_caps() {
    let sandbox = sandbox(&[]);
    let ask_for = |count: usize, url: &str| {
        let parts: Vec<Value> = (0..count)
            .map(|at| part(&format!("r{at}"), "GET", url, Value::Null))
            .collect();
        composite(&sandbox, &json!({"compositeRequest": parts}))
    };
    let soql = "query?q=SELECT+Id+FROM+Profile+LIMIT+1";
    assert_eq!(ask_for(5, soql).0, 200);
    assert_eq!(ask_for(6, soql).1[0]["errorCode"], "LIMIT_EXCEEDED");
    assert_eq!(ask_for(25, "sobjects/Profile/describe").0, 200);
    let (_, answer) = ask_for(26, "sobjects/Profile/describe");
    assert_eq!(answer["compositeResponse"][0]["body"][0]["errorCode"], "LIMIT_EXCEEDED");
    for reference in ["", "a b", "a-b"] {
        let body = json!({"compositeRequest": [part(reference, "GET", soql, Value::Null)]});
        assert_eq!(composite(&sandbox, &body).0, 400, "{reference}");
    }
    let twice = json!({"compositeRequest": [part("a", "GET", soql, Value::Null), part("a", "GET", soql, Value::Null)]});
    assert_eq!(composite(&sandbox, &twice).0, 400);
    // One refused query does not spoil the others, and the whole counts once.
    let body = json!({"allOrNone": false, "compositeRequest": [
        part("bad", "GET", "query?q=SELECT+Nothing+FROM+User", Value::Null), part("good", "GET", soql, Value::Null)]});
    let response = send(&sandbox, ADMIN, &format!("POST {BASE}/composite"), Some(&body));
    let answer = json_of(&response);
    assert_eq!(answer["compositeResponse"][0]["body"][0]["errorCode"], "INVALID_FIELD");
    assert_eq!(answer["compositeResponse"][1]["body"]["totalSize"], 1);
    let usage = response.headers()["sforce-limit-info"].to_str().unwrap().to_owned();
    let next = send(&sandbox, ADMIN, &format!("GET {BASE}/limits"), None);
    let next = next.headers()["sforce-limit-info"].to_str().unwrap().to_owned();
    let number = |text: &str| text.split(['=', '/']).nth(1).unwrap().parse::<u64>().unwrap();
    assert_eq!(number(&next), number(&usage) + 1);
}

#[test]
fn records_are_written_together() {
    let sandbox = sandbox(&[]);
    let record = |name: &str| json!({"attributes": {"type": "PermissionSet"}, "Name": name, "Label": name});
    let body = json!({"allOrNone": false, "records": [record("One"), record("One"), record("Two")]});
    let (status, answer) = ask(&sandbox, ADMIN, &format!("POST {BASE}/composite/sobjects"), Some(&body));
    assert_eq!(status, 200);
    let outcome: Vec<&Value> = answer.as_array().unwrap().iter().map(|each| &each["success"]).collect();
    assert_eq!(outcome, [true, false, true]);
    assert_eq!(answer[1]["errors"][0]["statusCode"], "DUPLICATE_DEVELOPER_NAME");
    let ids = [&answer[0]["id"], &answer[2]["id"]]
        .map(|id| id.as_str().unwrap())
        .join(",");
    let (_, answer) = ask(
        &sandbox,
        ADMIN,
        &format!("DELETE {BASE}/composite/sobjects?ids={ids}"),
        None,
    );
    assert!(
        answer.as_array().unwrap().iter().all(|each| each["success"] == true),
        "{answer}"
    );
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

#[test]
fn dates_and_moments_are_compared_as_such() {
    let sandbox = sandbox(&[]);
    let deal = |name: &str, date: &str| json!({"Name": name, "CloseDate": date, "CreatedDate": "2026-02-01T10:00:00.000+0000"});
    let deals = [deal("early", "2026-03-01"), deal("late", "2026-09-30")];
    let put = json!({"salesforce": {"Opportunity": deals}});
    assert_eq!(ask(&sandbox, ADMIN, "PUT /state", Some(&put)).0, 200);
    let names = |filter: &str| -> Vec<String> {
        let found = rows(
            &sandbox,
            &format!("SELECT Name FROM Opportunity WHERE {filter} ORDER BY CloseDate"),
        );
        found
            .iter()
            .map(|row| row["Name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(names("CloseDate > 2026-03-01"), ["late"]);
    assert_eq!(names("CloseDate = 2026-03-01"), ["early"]);
    assert_eq!(
        names("CreatedDate <= 2026-02-01T10:00:00Z AND CloseDate < 2027-01-01"),
        ["early", "late"]
    );
    assert_eq!(names("CreatedDate >= LAST_N_DAYS:7"), [""; 0]);
    assert_eq!(
        code(&sandbox, "SELECT Name FROM Opportunity WHERE CloseDate = '2026-03-01'"),
        "INVALID_FIELD"
    );
    assert_eq!(
        code(&sandbox, "SELECT Name FROM Opportunity WHERE CreatedDate > 2026-03-01"),
        "INVALID_FIELD"
    );
}

// Signing in.

const VERIFIER: &str = "a-verifier-of-at-least-forty-three-characters-0123456789";

fn form(sandbox: &Sandbox, path: &str, cookie: &str, pairs: &[(&str, &str)]) -> Response<Bytes> {
    let body: Vec<String> = pairs
        .iter()
        .map(|(name, value)| format!("{name}={}", escaped(value)))
        .collect();
    let request = Request::builder()
        .method("POST")
        .uri(path)
        .header("host", format!("{HOST}:4443"))
        .header("cookie", cookie)
        .header("content-type", "application/x-www-form-urlencoded");
    sandbox
        .handle(request.body(Bytes::from(body.join("&"))).unwrap())
        .unwrap()
}

fn authorize(sandbox: &Sandbox, cookie: &str, changes: &[(&str, &str)]) -> Response<Bytes> {
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(VERIFIER));
    let mut pairs = vec![
        ("response_type", "code"),
        ("client_id", CONSUMER_KEY),
        ("redirect_uri", REDIRECTS[0]),
        ("scope", "api refresh_token"),
        ("state", "a state"),
        ("code_challenge", challenge.as_str()),
        ("code_challenge_method", "S256"),
    ];
    for (name, value) in changes {
        pairs.retain(|(each, _)| each != name);
        if !value.is_empty() {
            pairs.push((name, value));
        }
    }
    let query: Vec<String> = pairs
        .iter()
        .map(|(name, value)| format!("{name}={}", escaped(value)))
        .collect();
    let request = Request::builder()
        .uri(format!("/services/oauth2/authorize?{}", query.join("&")))
        .header("host", format!("{HOST}:4443"))
        .header("cookie", cookie);
    sandbox.handle(request.body(Bytes::new()).unwrap()).unwrap()
}

fn flow_of(response: &Response<Bytes>) -> String {
    let page = String::from_utf8_lossy(response.body()).into_owned();
    let (_, rest) = page
        .split_once("name=\"flow\" value=\"")
        .unwrap_or_else(|| panic!("no flow in {page}"));
    rest.split('"').next().unwrap().to_owned()
}

fn sent_back(response: &Response<Bytes>) -> Vec<(String, String)> {
    assert_eq!(response.status(), 302, "{:?}", response.body());
    let to = response.headers()["location"].to_str().unwrap();
    url::pairs(to.split_once('?').unwrap().1)
}

fn get(pairs: &[(String, String)], name: &str) -> String {
    pairs
        .iter()
        .find(|(each, _)| each == name)
        .map(|(_, value)| value.clone())
        .unwrap_or_default()
}

/// Signs in and allows access: the cookie and the code.
fn signed_in(sandbox: &Sandbox, who: &str) -> (String, String) {
    let page = authorize(sandbox, "", &[]);
    let approval = form(sandbox, "/login", "", &[("flow", &flow_of(&page)), ("choice", who)]);
    let cookie = approval.headers()["set-cookie"]
        .to_str()
        .unwrap()
        .split(';')
        .next()
        .unwrap()
        .to_owned();
    let flow = flow_of(&approval);
    let back = form(
        sandbox,
        "/setup/secur/RemoteAccessAuthorizationPage.apexp",
        &cookie,
        &[("flow", &flow), ("choice", "allow")],
    );
    let back = sent_back(&back);
    assert_eq!(get(&back, "state"), "a state");
    (cookie, get(&back, "code"))
}

fn redeem(sandbox: &Sandbox, changes: &[(&str, &str)]) -> (u16, Value) {
    let mut pairs = vec![
        ("grant_type", "authorization_code"),
        ("client_id", CONSUMER_KEY),
        ("redirect_uri", REDIRECTS[0]),
        ("code_verifier", VERIFIER),
    ];
    for (name, value) in changes {
        pairs.retain(|(each, _)| each != name);
        pairs.push((name, value));
    }
    let response = form(sandbox, "/services/oauth2/token", "", &pairs);
    (response.status().as_u16(), json_of(&response))
}

#[test]
fn a_code_becomes_a_token_that_is_renewed_and_revoked() {
    let sandbox = sandbox(&[]);
    let (cookie, code) = signed_in(&sandbox, "admin@contoso.com");
    assert_eq!(
        redeem(&sandbox, &[("code", &code), ("code_verifier", "another")]).1["error_description"],
        "invalid code verifier"
    );
    let (status, tokens) = redeem(&sandbox, &[("code", &code)]);
    assert_eq!(status, 200, "{tokens}");
    assert_eq!(tokens["instance_url"], format!("https://{HOST}:4443"));
    assert_eq!(redeem(&sandbox, &[("code", &code)]).1["error"], "invalid_grant");
    let token = tokens["access_token"].as_str().unwrap();
    let (_, user) = ask(&sandbox, token, "GET /services/oauth2/userinfo", None);
    assert_eq!(user["preferred_username"], "admin@contoso.com");
    assert_eq!(ask(&sandbox, token, &format!("GET {BASE}/limits"), None).0, 200);
    // Approved once, approved for good; and the browser's own session is a session.
    let back = sent_back(&authorize(&sandbox, &cookie, &[]));
    assert!(!get(&back, "code").is_empty());
    let refresh = tokens["refresh_token"].as_str().unwrap();
    let renew = || redeem(&sandbox, &[("grant_type", "refresh_token"), ("refresh_token", refresh)]);
    let (status, renewed) = renew();
    assert_eq!((status, &renewed["refresh_token"]), (200, &Value::Null));
    // A session's time ends.
    ask(&sandbox, "", "POST /clock", Some(&json!({"ahead_s": 7300})));
    assert_eq!(
        refused(&sandbox, token, &format!("GET {BASE}/limits"), None).1,
        "INVALID_SESSION_ID"
    );
    let (_, renewed) = renew();
    let token = renewed["access_token"].as_str().unwrap();
    assert_eq!(ask(&sandbox, token, &format!("GET {BASE}/limits"), None).0, 200);
    assert_eq!(
        form(&sandbox, "/services/oauth2/revoke", "", &[("token", refresh)]).status(),
        200
    );
    assert_eq!(renew().1["error"], "invalid_grant");
    assert_eq!(refused(&sandbox, token, &format!("GET {BASE}/limits"), None).0, 401);
    let (_, secrets) = ask(&sandbox, "", "GET /secrets", None);
    for secret in [token, refresh, code.as_str()] {
        assert!(secrets.to_string().contains(secret));
    }
    let log = {
        let request = Request::builder().uri("/requests").header("host", CONTROL_HOST);
        json_of(&sandbox.handle(request.body(Bytes::new()).unwrap()).unwrap()).to_string()
    };
    for secret in [token, refresh, code.as_str(), VERIFIER] {
        assert!(!log.contains(secret), "a secret stands in the log");
    }
}

#[test]
fn what_a_sign_in_is_refused_with() {
    let sandbox = sandbox(&[]);
    for (name, value, wanted) in [
        ("client_id", "nobody", "invalid_client_id"),
        ("redirect_uri", "https://evil.example/", "redirect_uri_mismatch"),
    ] {
        let response = authorize(&sandbox, "", &[(name, value)]);
        assert_eq!(response.status(), 400);
        assert!(String::from_utf8_lossy(response.body()).contains(wanted));
    }
    for (changes, wanted, says) in [
        (
            vec![("code_challenge", ""), ("code_challenge_method", "")],
            "invalid_request",
            "missing required code challenge",
        ),
        (
            vec![("code_challenge_method", "plain")],
            "invalid_request",
            "invalid code challenge method",
        ),
        (
            vec![("scope", "full")],
            "invalid_scope",
            "the requested scope is not allowed",
        ),
        (
            vec![("response_type", "token")],
            "unsupported_response_type",
            "response type not supported",
        ),
    ] {
        let back = sent_back(&authorize(&sandbox, "", &changes));
        assert_eq!(
            (get(&back, "error").as_str(), get(&back, "error_description").as_str()),
            (wanted, says)
        );
    }
    let page = authorize(&sandbox, "", &[]);
    let approval = form(
        &sandbox,
        "/login",
        "",
        &[("flow", &flow_of(&page)), ("choice", "admin@contoso.com")],
    );
    let cookie = approval.headers()["set-cookie"]
        .to_str()
        .unwrap()
        .split(';')
        .next()
        .unwrap()
        .to_owned();
    let flow = flow_of(&approval);
    let back = form(
        &sandbox,
        "/setup/secur/RemoteAccessAuthorizationPage.apexp",
        &cookie,
        &[("flow", &flow), ("choice", "deny")],
    );
    assert_eq!(get(&sent_back(&back), "error"), "access_denied");
    let blocked = |members: Value| {
        let mut state = ask(&sandbox, ADMIN, "GET /state", None).1;
        let apps = state["salesforce"]["ExternalClientApplication"].as_array_mut().unwrap();
        apps[0]
            .as_object_mut()
            .unwrap()
            .extend(members.as_object().unwrap().clone());
        let put = json!({"salesforce": {"ExternalClientApplication": apps}});
        assert_eq!(ask(&sandbox, ADMIN, "PUT /state", Some(&put)).0, 200);
        get(&sent_back(&authorize(&sandbox, &cookie, &[])), "error")
    };
    assert_eq!(
        blocked(json!({"PermittedUsers": "AdminApprovedPreAuthorized"})),
        "OAUTH_APP_ACCESS_DENIED"
    );
    assert_eq!(blocked(json!({"Blocked": true})), "OAUTH_APP_BLOCKED");
}
