//! A write that goes to another target than the one it is guarded and proven on.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    dead_code,
    reason = "a test fails by panicking; the modules are shared with other tests"
)]

#[path = "plan/making.rs"]
mod making;
#[path = "plan/tenant.rs"]
mod tenant;

use latchkey::domain::organization::EnvironmentKind;
use latchkey::http::{Method, Request, Response};
use latchkey::json::{FromJson, ToJson};
use latchkey::plan::model::*;
use latchkey::plan::run::{Effect, Fed, Run};
use latchkey::plan::start::Approval;
use latchkey::text::Text;
use serde_json::json;

fn elsewhere() -> Plan {
    let mut plan = making::plan(vec![Step {
        id: "add".into(),
        target: "org".into(),
        title: Text::new("test"),
        reason: Text::new("test"),
        delta: Vec::new(),
        risk: Risk::Reversible,
        needs: Vec::new(),
        change: Change {
            guard: making::probe("/row", making::is("/there", json!(false))),
            action: Action::Http(Write {
                request: Request::json(Method::Post, "/add", &json!({"row": 1})),
                condition: WriteCondition::None,
                repeatable: false,
                takes: Vec::new(),
                at: Some("other".into()),
            }),
            proof: making::probe("/row", making::is("/there", json!(true))),
            patience: None,
        },
        undo: Undo::None { why: Text::new("test") },
        unproven: None,
    }]);
    let other = Target {
        id: "other".into(),
        service: Service::Graph,
        host: "graph.microsoft.com".into(),
        ..making::target(EnvironmentKind::Sandbox)
    };
    plan.targets.push(other);
    plan
}

#[test]
fn g5_a_write_through_another_service_is_guarded_and_proven_where_it_shows() {
    let plan = elsewhere();
    assert_eq!(
        Plan::from_json(&plan.to_json()),
        Ok(plan.clone()),
        "it is kept as it is"
    );
    let approval = Approval {
        digest: plan.digest(),
        typed_names: Vec::new(),
    };
    let mut run = Run::begin(plan, &approval, "run".into(), 1).unwrap();
    let mut sent: Vec<(String, Method, String)> = Vec::new();
    let mut there = false;
    let mut now = 1;
    loop {
        let fed = match run.next(now) {
            Effect::Finished => break,
            Effect::Reserve { .. } => Fed::Reserved(Ok(())),
            Effect::Persist(_) => Fed::Persisted(Ok(())),
            Effect::WaitUntil(time) => {
                now = time;
                continue;
            }
            Effect::Http { target, request } => {
                sent.push((target.clone(), request.method, request.path.clone()));
                let granted = run.grants().writes.iter().any(|write| write.allows(&target, &request));
                assert_eq!(granted, request.method != Method::Get, "{target} {request:?}");
                there |= request.method == Method::Post;
                let body = match request.path.rsplit('/').next().unwrap() {
                    "WhoAmI" => json!({"UserId": "admin", "OrganizationId": "org"}),
                    _ => json!({"there": there}),
                };
                Fed::Http(Ok(Response {
                    status: 200,
                    headers: latchkey::sorted::Sorted::new(),
                    body: body.to_string(),
                }))
            }
            other => panic!("{other:?}"),
        };
        run.feed(now, fed);
    }
    let writes: Vec<_> = sent.iter().filter(|(_, method, _)| *method == Method::Post).collect();
    assert_eq!(writes, [&("other".to_owned(), Method::Post, "/add".to_owned())]);
    let rows = sent.iter().filter(|(_, _, path)| path.ends_with("/row"));
    assert!(rows.clone().count() >= 2 && rows.clone().all(|(target, ..)| target == "org"));
    assert!(
        sent.iter()
            .any(|(target, _, path)| target == "other" && path.ends_with("/WhoAmI")),
        "locked too"
    );
}
