//! A real plan against the sandbox's Dataverse: a toggle of a record type and a privilege of a role, with faults.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at once; the lints' own exemption does not reach functions beside the tests"
)]

use std::collections::BTreeMap;

use bytes::Bytes;
use latchkey::domain::organization::{EnvironmentKind, SignedInUser};
use latchkey::http::{Method, Request, Response, TransportError};
use latchkey::plan::journal::RunRecord;
use latchkey::plan::model::*;
use latchkey::plan::progress::StepState;
use latchkey::plan::run::{Choice, Effect, Fed, Run};
use latchkey::plan::start::Approval;
use latchkey::plan::undo::undo_plan;
use latchkey::text::Text;
use latchkey_sandbox::{CONTROL_HOST, Config, ORG_HOST, Sandbox};
use serde_json::{Value, json};

const BASE: &str = "/api/data/v9.2";

fn send(sandbox: &Sandbox, request: &Request) -> Result<Response, TransportError> {
    let mut sent = http::Request::builder()
        .method(request.method.as_str())
        .uri(format!("https://{ORG_HOST}{}", request.path))
        .header("host", ORG_HOST)
        .header("authorization", "Bearer sandbox:admin@contoso.com")
        .header("accept", "application/json");
    if request.body.is_some() {
        sent = sent.header("content-type", "application/json");
    }
    for (name, value) in &request.headers {
        sent = sent.header(name, value);
    }
    let sent = sent
        .body(Bytes::from(request.body.clone().unwrap_or_default()))
        .unwrap();
    let lost = |_| TransportError::Unreachable { host: ORG_HOST.into() };
    let answer = sandbox.handle(sent).map_err(lost)?;
    Ok(Response {
        status: answer.status().as_u16(),
        headers: answer
            .headers()
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
            .collect(),
        body: String::from_utf8(answer.body().to_vec()).unwrap(),
    })
}

fn read(sandbox: &Sandbox, path: &str) -> Value {
    let request = Request::get(format!("{BASE}{path}")).header("consistency", "Strong");
    let answer = send(sandbox, &request).unwrap();
    assert!(answer.is_success(), "{path}: {answer:?}");
    serde_json::from_str(&answer.body).unwrap()
}

fn fault(sandbox: &Sandbox, fault: &Value) {
    let sent = http::Request::builder()
        .method("POST")
        .uri(format!("https://{CONTROL_HOST}/faults"))
        .header("host", CONTROL_HOST)
        .header("content-type", "application/json")
        .body(Bytes::from(fault.to_string()))
        .unwrap();
    assert!(sandbox.handle(sent).unwrap().status().is_success());
}

fn apply(sandbox: &Sandbox, plan: &Plan, id: &str) -> RunRecord {
    let approval = Approval {
        digest: plan.digest(),
        typed_names: plan.names_to_type(),
    };
    let mut run = Run::begin(plan.clone(), &approval, id.into(), 0).unwrap();
    let mut now = 0;
    loop {
        let fed = match run.next(now) {
            Effect::Finished => return run.record(),
            Effect::Ask => {
                run.choose(now, Choice::Leave);
                continue;
            }
            Effect::WaitUntil(until) => {
                now = until;
                continue;
            }
            Effect::Reserve { .. } => Fed::Reserved(Ok(())),
            Effect::Persist(_) => Fed::Persisted(Ok(())),
            Effect::Http { request, .. } => Fed::Http(send(sandbox, &request)),
            other => panic!("{other:?}"),
        };
        now += 1;
        run.feed(now, fed);
    }
}

fn label() -> Text {
    Text::new("test-label")
}

fn change(
    read: &str,
    from: Condition,
    to: Condition,
    method: Method,
    path: &str,
    body: &Value,
    condition: WriteCondition,
) -> Change {
    let probe = |condition| Probe {
        read: Read::Http(Request::get(format!("{BASE}{read}"))),
        conditions: vec![condition],
    };
    Change {
        guard: probe(from),
        action: Action::Http(Write {
            request: Request::json(method, format!("{BASE}{path}"), body),
            condition,
            repeatable: true,
            takes: Vec::new(),
            at: None,
        }),
        proof: probe(to),
        patience: None,
    }
}

fn step(id: &str, there: Change, back: Change) -> Step {
    Step {
        id: id.into(),
        target: "org".into(),
        title: Text::new("test-title"),
        reason: Text::new("test-reason"),
        delta: vec![],
        risk: Risk::Reversible,
        needs: vec![],
        change: there,
        undo: Undo::Change(Box::new(back)),
        unproven: None,
    }
}

/// Turns a toggle round and grants the disconnect right to a role that lacks it.
fn plan(sandbox: &Sandbox) -> (Plan, String, String) {
    let who = read(sandbox, "/WhoAmI");
    let row = &read(sandbox, "/msdyn_entitylinkchatconfigurations?$top=1")["value"][0];
    let id = row["msdyn_entitylinkchatconfigurationid"].as_str().unwrap();
    let was = row["msdyn_recordownercanunlink"].as_bool().unwrap();
    let at = format!("/msdyn_entitylinkchatconfigurations({id})");
    let toggle = |from: bool| {
        let is = |equals: bool| Condition::Field {
            label: label(),
            pointer: "/msdyn_recordownercanunlink".into(),
            equals: json!(equals),
        };
        change(
            &format!("{at}?$select=msdyn_recordownercanunlink"),
            is(from),
            is(!from),
            Method::Patch,
            &at,
            &json!({"msdyn_recordownercanunlink": !from}),
            WriteCondition::GuardEtag,
        )
    };
    let privileges = read(
        sandbox,
        "/privileges?$select=name&$filter=name%20eq%20'prvUnlinkTeamsChatFromRecord'",
    );
    let privilege = privileges["value"][0]["privilegeid"].as_str().unwrap();
    let roles = read(
        sandbox,
        "/roles?$select=roleid&$filter=name%20eq%20'Basic%20User'%20and%20_parentroleid_value%20eq%20null",
    );
    let role = roles["value"][0]["roleid"].as_str().unwrap();
    let reads = format!("/RetrieveRolePrivilegesRole(RoleId={role})");
    let key = BTreeMap::from([("PrivilegeId".to_owned(), json!(privilege.to_ascii_uppercase()))]);
    let none = Condition::NoMember {
        label: label(),
        list: "/RolePrivileges".into(),
        key: key.clone(),
    };
    let holds = Condition::Member {
        label: label(),
        list: "/RolePrivileges".into(),
        key,
        fields: BTreeMap::from([("Depth".to_owned(), json!("3"))]),
    };
    let action = |name: &str| format!("/roles({role})/Microsoft.Dynamics.CRM.{name}");
    let granted = json!({"Privileges": [{"PrivilegeId": privilege, "Depth": "3"}]});
    let grant = change(
        &reads,
        none.clone(),
        holds.clone(),
        Method::Post,
        &action("AddPrivilegesRole"),
        &granted,
        WriteCondition::None,
    );
    let taken = json!({"PrivilegeId": privilege});
    let take = change(
        &reads,
        holds,
        none,
        Method::Post,
        &action("RemovePrivilegeRole"),
        &taken,
        WriteCondition::None,
    );
    let lock = |pointer: &str| LockProbe {
        probe: Probe {
            read: Read::Http(Request::get(format!("{BASE}/WhoAmI"))),
            conditions: vec![Condition::Field {
                label: label(),
                pointer: pointer.into(),
                equals: who.pointer(pointer).unwrap().clone(),
            }],
        },
        what: label(),
        required: true,
    };
    let plan = Plan {
        version: PLAN_VERSION,
        recipe: "test".into(),
        title: Text::new("test-plan"),
        undoes: None,
        made_at: 0,
        targets: vec![Target {
            id: "org".into(),
            service: Service::Dataverse,
            identity: "org".into(),
            name: "Contoso".into(),
            host: ORG_HOST.into(),
            kind: EnvironmentKind::Production,
            user: SignedInUser {
                id: String::new(),
                name: String::new(),
                upn: String::new(),
            },
            lock: vec![lock("/OrganizationId"), lock("/UserId")],
        }],
        steps: vec![step("toggle", toggle(was), toggle(!was)), step("grant", grant, take)],
        slots: Vec::new(),
        notes: vec![],
    };
    (plan, format!("{at}?$select=msdyn_recordownercanunlink"), reads)
}

/// The values themselves; the ETag moves with every write.
fn shown(sandbox: &Sandbox, toggle: &str, role: &str) -> (Value, Vec<String>) {
    let mut privileges: Vec<String> = read(sandbox, role)["RolePrivileges"]
        .as_array()
        .unwrap()
        .iter()
        .map(Value::to_string)
        .collect();
    privileges.sort();
    (read(sandbox, toggle)["msdyn_recordownercanunlink"].clone(), privileges)
}

#[test]
fn a_toggle_and_a_privilege_are_changed_proven_and_taken_back_whatever_happens_on_the_way() {
    let faults = [
        None,
        Some(json!({"match": {"method": "PATCH"}, "drop": "after"})),
        Some(json!({"match": {"method": "PATCH"}, "drop": "before"})),
        Some(json!({"match": {"path": "AddPrivilegesRole"}, "drop": "after"})),
        Some(json!({"match": {"path": "AddPrivilegesRole"}, "drop": "before"})),
        Some(json!({"match": {"method": "PATCH"}, "status": 429, "headers": {"Retry-After": "7"}})),
        Some(json!({"match": {"path": "AddPrivilegesRole"}, "status": 503, "headers": {"Retry-After": "7"}})),
        Some(json!({"match": {"path": "RetrieveRolePrivilegesRole"}, "status": 500, "times": 2})),
    ];
    for trouble in faults {
        for cache in ["fresh", "late"] {
            let mut config = Config::default();
            if cache == "late" {
                config.set_dialect("privilegecache=late").unwrap();
            }
            let sandbox = Sandbox::new(config).unwrap();
            let (plan, toggle, role) = plan(&sandbox);
            let start = shown(&sandbox, &toggle, &role);
            if let Some(trouble) = &trouble {
                fault(&sandbox, trouble);
            }
            let record = apply(&sandbox, &plan, "r1");
            for step in &record.steps {
                assert!(
                    matches!(step.state, StepState::Done { already: false, .. }),
                    "{trouble:?}, {cache}: {step:?}"
                );
            }
            let changed = shown(&sandbox, &toggle, &role);
            assert_ne!(changed.0, start.0);
            assert_eq!(changed.1.len(), start.1.len() + 1, "{trouble:?}");

            let again = apply(&sandbox, &plan, "r2");
            assert!(
                again
                    .steps
                    .iter()
                    .all(|step| matches!(step.state, StepState::Done { already: true, .. }))
            );

            let undone = apply(&sandbox, &undo_plan(&record, 1).unwrap(), "u1");
            assert!(
                undone
                    .steps
                    .iter()
                    .all(|step| matches!(step.state, StepState::Done { .. })),
                "{undone:?}"
            );
            assert_eq!(shown(&sandbox, &toggle, &role), start, "{trouble:?}, {cache}");
        }
    }
}
