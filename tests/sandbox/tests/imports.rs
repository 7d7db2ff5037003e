//! What stands behind lead management and a table of cases cannot say: faults, recorded shapes, real solutions, people
//! on their way from the directory.

#![allow(clippy::unwrap_used, reason = "in a test a surprise is a failure")]

use base64::Engine;
use bytes::Bytes;
use http::Request;
use latchkey_sandbox::dataverse::cast;
use latchkey_sandbox::dataverse::directory::{self, Directory, Person};
use latchkey_sandbox::dataverse::schema::Schema;
use latchkey_sandbox::dataverse::solutions::made_up::{self, Recipe};
use latchkey_sandbox::dataverse::solutions::package::Package;
use latchkey_sandbox::ident::Guid;
use latchkey_sandbox::{CONTROL_HOST, Config, ORG_HOST, Sandbox};
use serde_json::{Value, json};
use std::path::PathBuf;

fn send(sandbox: &Sandbox, host: &str, line: &str, body: &Value) -> (u16, Value) {
    let (method, path) = line.split_once(' ').unwrap();
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("host", host)
        .header("authorization", "Bearer sandbox:admin@contoso.com")
        .body(Bytes::from(body.to_string()))
        .unwrap();
    let response = sandbox.handle(request).unwrap();
    let status = response.status().as_u16();
    (status, serde_json::from_slice(response.body()).unwrap_or_default())
}

fn import(sandbox: &Sandbox) -> (String, String) {
    let zip = made_up::lead_writer(&Recipe::default()).unwrap();
    let body = json!({
        "OverwriteUnmanagedCustomizations": false, "PublishWorkflows": true,
        "CustomizationFile": base64::engine::general_purpose::STANDARD.encode(zip),
    });
    let (status, answer) = send(sandbox, ORG_HOST, "POST /api/data/v9.2/ImportSolutionAsync", &body);
    assert_eq!(status, 200, "{answer}");
    let text = |name: &str| answer.get(name).and_then(Value::as_str).unwrap().to_owned();
    (text("AsyncOperationId"), text("ImportJobKey"))
}

#[test]
fn an_import_can_be_made_to_fail_midway_and_leaves_nothing_but_its_job() {
    let sandbox = Sandbox::new(Config::default()).unwrap();
    let (_, before) = send(&sandbox, CONTROL_HOST, "GET /state", &Value::Null);
    let fault = json!({
        "match": {"method": "POST", "path": "ImportSolutionAsync"},
        "import": {"errorcode": -2_147_188_685, "message": "An error occurred while importing a Solution."},
    });
    assert_eq!(send(&sandbox, CONTROL_HOST, "POST /faults", &fault).0, 200);
    let (operation, key) = import(&sandbox);
    let read = format!("GET /api/data/v9.2/asyncoperations({operation})");
    let states: Vec<i64> = (0..5)
        .map(|_| {
            send(&sandbox, ORG_HOST, &read, &Value::Null).1["statuscode"]
                .as_i64()
                .unwrap()
        })
        .collect();
    assert_eq!(states, [0, 20, 20, 31, 31]);
    let (_, job) = send(
        &sandbox,
        ORG_HOST,
        &format!("GET /api/data/v9.2/importjobs({key})"),
        &Value::Null,
    );
    assert_eq!(job["progress"], 61.2);
    let (_, mut after) = send(&sandbox, CONTROL_HOST, "GET /state", &Value::Null);
    for set in ["asyncoperations", "importjobs"] {
        after["dataverse"][set] = before["dataverse"][set].clone();
    }
    assert_eq!(after, before);
    // The fault struck once: the next import goes through.
    let (operation, _) = import(&sandbox);
    let read = format!("GET /api/data/v9.2/asyncoperations({operation})");
    for _ in 0..3 {
        send(&sandbox, ORG_HOST, &read, &Value::Null);
    }
    let (_, last) = send(&sandbox, ORG_HOST, &read, &Value::Null);
    assert_eq!((&last["statecode"], &last["statuscode"]), (&json!(3), &json!(30)));
}

/// Members of `wanted`, in depth, that `got` lacks; lists are compared by their first members.
fn lacks(wanted: &Value, got: &Value, at: &str, out: &mut Vec<String>) {
    match (wanted, got) {
        (Value::Object(wanted), Value::Object(got)) => {
            for (name, value) in wanted {
                match got.get(name) {
                    Some(own) => lacks(value, own, &format!("{at}/{name}"), out),
                    None => out.push(format!("{at}/{name}")),
                }
            }
        }
        (Value::Array(wanted), Value::Array(got)) => {
            if let (Some(wanted), Some(got)) = (wanted.first(), got.first()) {
                lacks(wanted, got, &format!("{at}/0"), out);
            }
        }
        _ => {}
    }
}

fn fixtures() -> Option<PathBuf> {
    let folder = std::env::var_os("LATCHKEY_FIXTURES").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("skipped: LATCHKEY_FIXTURES names no folder of recordings");
    }
    folder
}

fn recorded(folder: &std::path::Path, name: &str) -> Value {
    let path = folder.join("dataverse/wire").join(name);
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

#[test]
fn staging_importing_and_its_result_have_the_members_the_service_was_recorded_with() {
    let Some(folder) = fixtures() else { return };
    let sandbox = Sandbox::new(Config::default()).unwrap();
    let zip = made_up::lead_writer(&Recipe::default()).unwrap();
    let body = json!({"CustomizationFile": base64::engine::general_purpose::STANDARD.encode(zip)});
    let mut missing = Vec::new();
    let (_, staged) = send(&sandbox, ORG_HOST, "POST /api/data/v9.2/StageSolution", &body);
    lacks(
        &recorded(&folder, "post_stage_solution.json"),
        &staged,
        "stage",
        &mut missing,
    );
    let (operation, key) = import(&sandbox);
    let read = format!("GET /api/data/v9.2/asyncoperations({operation})");
    for _ in 0..4 {
        send(&sandbox, ORG_HOST, &read, &Value::Null);
    }
    let result = format!("GET /api/data/v9.2/RetrieveSolutionImportResult(ImportJobId={key})");
    let (_, told) = send(&sandbox, ORG_HOST, &result, &Value::Null);
    lacks(
        &recorded(&folder, "get_solution_import_result.json"),
        &told,
        "result",
        &mut missing,
    );
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn real_solutions_are_read() {
    let Some(folder) = fixtures() else { return };
    let read = |name: &str| {
        let bytes = std::fs::read(folder.join("dataverse/solutions").join(name)).unwrap();
        Package::read(&bytes).unwrap()
    };
    let engine = read("TestEngine_1_0_0_1.zip");
    assert_eq!(
        (engine.unique_name.as_str(), engine.version.as_str(), engine.managed),
        ("TestEngine", "1.0.0.1", false)
    );
    let role = engine.roles.first().unwrap();
    assert_eq!((role.name.as_str(), role.privileges.len()), ("Test Engine User", 87));
    assert_eq!(engine.required.len(), 2);
    let simple = read("TerraformSimpleTestSolution_1_0_0_1_managed.zip");
    assert!(simple.managed && simple.publisher.2 == "cra6e");
    assert_eq!(read("TerraformTestSolution_Complex_1_1_0_0.zip").version, "1.1.0.0");
    assert_eq!(read("MDA_InputControls_Solution_1_0_0_4.zip").version, "1.0.0.4");
}

fn person(licensed: bool, enabled: bool) -> Directory {
    Directory {
        people: vec![Person {
            object: Guid::derive("entra", "leads"),
            upn: "leads@contoso.com".into(),
            name: "Lead writer".into(),
            enabled,
            licensed,
        }],
        ..Directory::default()
    }
}

#[test]
fn s004_28_a_licensed_person_arrives_later_without_a_role_and_is_disabled_when_the_licence_goes() {
    let config = Config::default();
    let sandbox = Sandbox::new(config.clone()).unwrap();
    let org = sandbox.organization();
    let mut store = cast::build(Schema::load(true).unwrap().into(), &config, org);
    let id = Guid::derive("systemuser", "leads@contoso.com");
    directory::learn(&mut store, person(false, true));
    (0..9).for_each(|_| directory::pass(&mut store, org));
    assert!(store.get("systemuser", id).is_none(), "nobody comes without a licence");
    directory::learn(&mut store, person(true, true));
    let mut waited = 0;
    while store.get("systemuser", id).is_none() && waited < 20 {
        directory::pass(&mut store, org);
        waited += 1;
    }
    assert!((2..20).contains(&waited), "{waited}");
    let row = store.get("systemuser", id).unwrap();
    assert!(!row.flag("isdisabled") && row.guid("businessunitid") == Some(cast::unit("Contoso")));
    assert!(store.referring("systemuserroles", "systemuserid", id).is_empty());
    directory::learn(&mut store, person(false, false));
    assert!(store.get("systemuser", id).unwrap().flag("isdisabled"));
}

#[test]
fn s004_23_an_application_is_added_once_and_only_with_a_service_principal() {
    let config = Config::default();
    let sandbox = Sandbox::new(config.clone()).unwrap();
    let org = sandbox.organization();
    let mut store = cast::build(Schema::load(true).unwrap().into(), &config, org);
    let application = Guid::derive("application", "leads");
    directory::learn(&mut store, Directory::default());
    assert_eq!(
        directory::add_application(&mut store, org, application)
            .unwrap_err()
            .status,
        400
    );
    let principals = [(
        application,
        (Guid::derive("principal", "leads"), "Lead writer".to_owned()),
    )];
    directory::learn(
        &mut store,
        Directory {
            principals: principals.into(),
            ..Directory::default()
        },
    );
    let id = directory::add_application(&mut store, org, application).unwrap();
    let row = store.get("systemuser", id).unwrap().clone();
    assert_eq!(row.text("fullname"), Some("# Lead writer"));
    assert_eq!(row.value("accessmode"), &json!(4));
    assert_eq!(
        directory::add_application(&mut store, org, application)
            .unwrap_err()
            .status,
        412
    );
    // A soft-deleted row is in the way as well.
    let mut values = row.values.clone();
    values.insert("deletedstate".into(), json!(1));
    store.put("systemuser", id, values);
    assert_eq!(
        directory::add_application(&mut store, org, application)
            .unwrap_err()
            .status,
        412
    );
}
