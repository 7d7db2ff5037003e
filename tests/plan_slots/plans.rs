//! Plans that speak of values nobody knows when they are made.

use base64::Engine as _;
use latchkey::domain::organization::{EnvironmentKind, SignedInUser};
use latchkey::http::{Method, Request};
use latchkey::plan::model::*;
use latchkey::text::Text;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

pub fn get(path: &str) -> Read {
    Read::Http(Request::get(path))
}

fn label() -> Text {
    Text::new("test-label")
}

pub fn is(pointer: &str, equals: Value) -> Condition {
    Condition::Field {
        label: label(),
        pointer: pointer.into(),
        equals,
    }
}

pub fn none(list: &str, name: &str, value: &str) -> Condition {
    Condition::NoMember {
        label: label(),
        list: list.into(),
        key: [(name.to_owned(), json!(value))].into(),
    }
}

pub fn found(list: &str, name: &str, value: &str, id: &str, slot: &str) -> Condition {
    Condition::Found {
        label: label(),
        list: list.into(),
        key: [(name.to_owned(), json!(value))].into(),
        id: id.into(),
        slot: slot.into(),
    }
}

pub fn probe(read: Read, condition: Condition) -> Probe {
    Probe {
        read,
        conditions: vec![condition],
    }
}

pub fn post(path: &str, body: &Value, takes: &[(&str, &str)]) -> Action {
    Action::Http(Write {
        request: Request::json(Method::Post, path, body),
        condition: WriteCondition::None,
        repeatable: false,
        takes: takes
            .iter()
            .map(|(slot, pointer)| Take {
                slot: (*slot).to_owned(),
                pointer: (*pointer).to_owned(),
            })
            .collect(),
        at: None,
    })
}

pub fn change(guard: Probe, action: Action, proof: Probe) -> Change {
    Change {
        guard,
        action,
        proof,
        patience: None,
    }
}

pub fn step(id: &str, target: &str, needs: &[&str], change: Change, undo: Undo) -> Step {
    Step {
        id: id.into(),
        target: target.into(),
        title: Text::new("test-step"),
        reason: Text::new("test-reason"),
        delta: vec![],
        risk: Risk::Reversible,
        needs: needs.iter().map(|need| (*need).to_owned()).collect(),
        change,
        undo,
        unproven: None,
    }
}

pub fn slot(id: &str, kind: SlotKind) -> Slot {
    Slot {
        id: id.into(),
        what: Text::new("test-slot").name("slot", id),
        kind,
    }
}

fn target(id: &str, service: Service, lock: Read, condition: Condition) -> Target {
    Target {
        id: id.into(),
        service,
        identity: id.into(),
        name: id.into(),
        host: format!("{id}.test"),
        kind: EnvironmentKind::Sandbox,
        user: SignedInUser {
            id: "admin".into(),
            name: "Admin".into(),
            upn: "admin@contoso.com".into(),
        },
        lock: vec![LockProbe {
            probe: probe(lock, condition),
            what: Text::new("test-who"),
            required: true,
        }],
    }
}

pub fn plan(slots: Vec<Slot>, steps: Vec<Step>) -> Plan {
    Plan {
        version: PLAN_VERSION,
        recipe: "test".into(),
        title: Text::new("test-plan"),
        undoes: None,
        made_at: 1,
        targets: vec![
            target("graph", Service::Graph, get("/me"), is("/id", json!("admin"))),
            target(
                "portal",
                Service::Page,
                Read::Page {
                    locator: "form.ok".into(),
                },
                is("/there", json!(true)),
            ),
        ],
        steps,
        slots,
        notes: vec![],
    }
}

/// An application whose id the service chooses.
pub fn app() -> Step {
    let make = change(
        probe(get("/apps"), none("/value", "name", "Leads")),
        post("/apps", &json!({"name": "Leads"}), &[("app", "/id")]),
        probe(get("/apps"), found("/value", "name", "Leads", "id", "app")),
    );
    let remove = change(
        probe(get("/apps"), found("/value", "name", "Leads", "id", "app")),
        Action::Http(Write {
            request: Request {
                method: Method::Delete,
                ..Request::get("/apps/~app~")
            },
            condition: WriteCondition::None,
            repeatable: true,
            takes: vec![],
            at: None,
        }),
        probe(get("/apps"), none("/value", "id", "~app~")),
    );
    step("app", "graph", &[], make, Undo::Change(Box::new(remove)))
}

/// A credential of it, whose secret is told once.
pub fn credential() -> Step {
    let at = || get("/apps/~app~");
    let make = change(
        probe(at(), none("/keys", "displayName", "Latchkey")),
        post(
            "/apps/~app~/addPassword",
            &json!({"displayName": "Latchkey"}),
            &[("key", "/keyId"), ("client-secret", "/secretText")],
        ),
        probe(at(), found("/keys", "displayName", "Latchkey", "keyId", "key")),
    );
    let there = found("/keys", "keyId", "~key~", "keyId", "key");
    let remove = change(
        probe(at(), there),
        post("/apps/~app~/removePassword", &json!({"keyId": "~key~"}), &[]),
        probe(at(), none("/keys", "keyId", "~key~")),
    );
    step("credential", "graph", &["app"], make, Undo::Change(Box::new(remove)))
}

fn page(locator: &str) -> Read {
    Read::Page {
        locator: locator.into(),
    }
}

fn one_way() -> Undo {
    Undo::None {
        why: Text::new("test-one-way"),
    }
}

/// An input of the page's form.
pub fn fill(locator: &str, text: &str, proof: Condition, needs: &[&str]) -> Step {
    let act = Action::Page {
        locator: locator.into(),
        act: PageAct::Fill { text: text.into() },
    };
    // What a secret's input holds is never told: whatever stands there, it is filled in.
    let conditions = match &proof {
        Condition::Field { pointer, .. } if pointer == "/value" => vec![is("/value", json!(""))],
        _ => vec![],
    };
    let guard = Probe {
        read: page(locator),
        conditions,
    };
    step(
        locator,
        "portal",
        needs,
        change(guard, act, probe(page(locator), proof)),
        one_way(),
    )
}

/// The form is sent.
pub fn press(needs: &[&str]) -> Step {
    let act = Action::Page {
        locator: "form.ok".into(),
        act: PageAct::Press,
    };
    let text = |text: &str| probe(page("form.ok"), is("/text", json!(text)));
    step(
        "form.ok",
        "portal",
        needs,
        change(text("Save"), act, text("Saved")),
        one_way(),
    )
}

/// From nothing to a saved form that holds the application and its secret.
pub fn whole() -> Plan {
    plan(
        vec![
            slot("app", SlotKind::Found(Shape::Guid)),
            slot("key", SlotKind::Found(Shape::Guid)),
            slot("client-secret", SlotKind::Secret),
        ],
        vec![
            app(),
            credential(),
            fill("form.app", "~app~", is("/value", json!("~app~")), &["app"]),
            fill(
                "form.secret",
                "~client-secret~",
                is("/filled", json!(true)),
                &["credential"],
            ),
            press(&["form.app", "form.secret"]),
        ],
    )
}

/// An application that is made once a form names it, and whose way back comes after the form's.
pub fn ordered() -> Plan {
    let named = |text: &str| probe(page("form.name"), is("/value", json!(text)));
    let mut name = fill("form.name", "Leads", is("/value", json!("Leads")), &[]);
    let empty = Action::Page {
        locator: "form.name".into(),
        act: PageAct::Fill { text: String::new() },
    };
    name.undo = Undo::Change(Box::new(change(named("Leads"), empty, named(""))));
    let mut app = app();
    app.needs = vec![name.id.clone()];
    let back = app.undo.change().unwrap().clone();
    app.undo = Undo::After(Box::new(back));
    plan(vec![slot("app", SlotKind::Found(Shape::Guid))], vec![name, app])
}

/// The application and its secret, which the admin is shown.
pub fn shown() -> Plan {
    let mut plan = whole();
    plan.steps.truncate(2);
    plan
}

/// What the solution's file holds.
pub const CONTENT: &[u8] = b"PK\x03\x04 a solution";

pub fn in_base64(content: &[u8]) -> String {
    base64::engine::general_purpose::STANDARD.encode(content)
}

/// A solution is staged, then imported in a job that takes long.
pub fn import() -> Plan {
    let kind = SlotKind::File {
        name: "leads.zip".into(),
        sha256: latchkey::http::hex(&Sha256::digest(CONTENT)),
        bytes: CONTENT.len() as u64,
    };
    let one_way = || Undo::None {
        why: Text::new("test-one-way"),
    };
    let mut upload = change(
        probe(get("/imports"), is("/state", json!("None"))),
        post(
            "/uploads",
            &json!({"file": "~solution~"}),
            &[("upload", "/results/uploadId")],
        ),
        probe(get("/uploads/~upload~"), is("/status", json!("Passed"))),
    );
    if let Action::Http(write) = &mut upload.action {
        // Staging changes nothing that is seen.
        write.repeatable = true;
    }
    let mut run = change(
        probe(get("/imports"), is("/state", json!("None"))),
        post("/imports", &json!({"uploadId": "~upload~"}), &[]),
        probe(get("/imports"), is("/state", json!("Succeeded"))),
    );
    run.patience = Some(Patience {
        percent: Some("/percent".into()),
        fails: vec![is("/state", json!("Failed"))],
        why: Some("/message".into()),
        ..Patience::of(30 * 60_000)
    });
    plan(
        vec![slot("solution", kind), slot("upload", SlotKind::Found(Shape::Guid))],
        vec![
            step("stage", "graph", &[], upload, one_way()),
            step("import", "graph", &["stage"], run, one_way()),
        ],
    )
}
