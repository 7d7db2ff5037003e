//! The sandbox against the published behaviour of the Dataverse Web API: tables of cases, `conformance.json` and, for
//! what stands behind Teams chat and lead management, `teams_chat.json` and `lead_management.json`, and of the cloud's
//! services, `cloud.json` and `governance.json`.
//!
//! Each case names its topic. `DV-` are topics of the Dataverse Web API reference and developer guide:
//! DV-1 Teams chat configuration (1.1 the organization's columns, 1.2 a row per record type, 1.4 settings framework), DV-2 the disconnect privilege, DV-3 security role messages
//! (3.1 depth encodings, 3.2 reading a role, 3.3 changing a role, 3.4 effective rights, 3.5 privileges and metadata,
//! 3.6 the role row), DV-4 users and teams, DV-5 solutions, DV-6 apps, site maps and publishing, DV-7 profiles and panes, DV-8 metadata and views, DV-9 Web API mechanics (9.1 headers, 9.2 batch,
//! 9.3 conditional operations, 9.4 paging, 9.5 service protection, 9.6 errors, 9.7 identity). `CL-3` are request
//! shapes that published client libraries really send (3.1 requests, 3.2 answers, 3.3 batches).
//!
//! `CA-` are the cloud's services, in `cloud.json`: CA-4 the Power Platform admin API (in `governance.json` its
//! policies), CA-5 the configuration API of Teams, CA-7 the Microsoft 365 admin center, CA-6 Graph (6.2 licences, 6.3
//! applications, 6.4 users, 6.5 directory roles, 6.6 batches, errors, queries), CA-9 Entra's v1 endpoints, CA-11
//! signing in, CA-12 hosts and tokens.
//!
//! In a case, `{account:Name}` stands for the id of that row, `{user:upn}`, `{role:Name}`, `{copy:Name@Unit}`,
//! `{privilege:prvX}` likewise, `{file:which}` for a zip in base64; `save` keeps a value of an answer for later steps.

#![allow(clippy::unwrap_used, reason = "in a test a surprise is a failure")]

use base64::Engine;
use bytes::Bytes;
use http::{Request, Response};
use latchkey_sandbox::dataverse::describe::table_id;
use latchkey_sandbox::dataverse::security::privilege_id;
use latchkey_sandbox::dataverse::solutions::made_up::{self, Recipe};
use latchkey_sandbox::ident::Guid;
use latchkey_sandbox::pages::Generation;
use latchkey_sandbox::{Config, Sandbox};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    topic: String,
    says: String,
    #[serde(default)]
    dialects: Vec<String>,
    #[serde(default)]
    generation: Option<String>,
    steps: Vec<Step>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    /// Method and path below `/api/data/v9.2/`; a path that starts with `/` is taken whole.
    request: String,
    /// The organization's unless it says another.
    #[serde(default)]
    host: Option<String>,
    #[serde(default, rename = "as")]
    caller: Option<String>,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    #[serde(default)]
    body: Value,
    status: u16,
    /// What the JSON answer holds at least; lists must have the same length; `~x` means "contains x".
    #[serde(default)]
    answer: Value,
    /// Texts the answer contains.
    #[serde(default)]
    contains: Vec<String>,
    /// Texts the answer does not contain.
    #[serde(default)]
    lacks: Vec<String>,
    #[serde(default)]
    answer_headers: BTreeMap<String, String>,
    /// Values to keep: name to JSON pointer, to `header:<name>`, to `redirect:<parameter>` of the address redirected
    /// to, or to `field:<name>` of a page's form.
    #[serde(default)]
    save: BTreeMap<String, String>,
}

fn expand(text: &str, saved: &BTreeMap<String, String>) -> String {
    let mut pieces = text.split('{');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let known = piece
            .split_once('}')
            .and_then(|(name, rest)| Some((lookup(name, saved)?, rest)));
        match known {
            Some((value, rest)) => {
                out.push_str(&value);
                out.push_str(rest);
            }
            None => {
                out.push('{');
                out.push_str(piece);
            }
        }
    }
    out
}

fn lookup(name: &str, saved: &BTreeMap<String, String>) -> Option<String> {
    if let Some(value) = saved.get(name) {
        return Some(value.clone());
    }
    let (kind, key) = name.split_once(':')?;
    if kind == "file" {
        return Some(file(key));
    }
    let id = match kind {
        "user" => Guid::derive("systemuser", key),
        "role" => Guid::derive("role", key),
        "team" => Guid::derive("team", key),
        "unit" => Guid::derive("businessunit", key),
        "chat" => Guid::derive("msdyn_entitylinkchatconfiguration", key),
        "account" | "contact" | "incident" | "sitemap" => Guid::derive(kind, key),
        "app" => Guid::derive("appmodule", key),
        "view" => Guid::derive("savedquery", key),
        "profile" => Guid::derive("msdyn_appconfiguration", key),
        "privilege" => privilege_id(key),
        "table" => table_id(key),
        "copy" => {
            let (role, unit) = key.split_once('@')?;
            let (root, unit) = (Guid::derive("role", role), Guid::derive("businessunit", unit));
            Guid::derive("rolecopy", &format!("{root}{unit}"))
        }
        "new" => Guid::derive("new", key),
        "entra" => Guid::derive("entra", key),
        "tenant" => Guid::derive("tenant", key),
        "environment" => Guid::derive("environment", key),
        "application" | "servicePrincipal" | "appId" => Guid::derive(kind, key),
        _ => return None,
    };
    Some(id.to_string())
}

/// Files to import, in base64.
fn file(which: &str) -> String {
    let recipe = Recipe::default();
    let bytes = match which {
        "lead writer" => made_up::lead_writer(&recipe),
        "newer" => made_up::lead_writer(&Recipe {
            version: "1.2.0.0",
            ..recipe
        }),
        "unmanaged" => made_up::lead_writer(&Recipe {
            version: "1.3.0.0",
            managed: false,
            ..recipe
        }),
        "needs" => made_up::lead_writer(&Recipe {
            needs: Some(("contoso_Nowhere", "ContosoBase (1.0.0.0)")),
            ..recipe
        }),
        "no manifest" => made_up::files(&[("customizations.xml", "<a/>"), ("[Content_Types].xml", "<a/>")]),
        other => Ok(other.as_bytes().to_vec()),
    };
    base64::engine::general_purpose::STANDARD.encode(bytes.unwrap())
}

fn expand_value(value: &Value, saved: &BTreeMap<String, String>) -> Value {
    match value {
        Value::String(text) => Value::String(expand(text, saved)),
        Value::Array(list) => list.iter().map(|v| expand_value(v, saved)).collect(),
        Value::Object(map) => Value::Object(
            map.iter()
                .map(|(k, v)| (expand(k, saved), expand_value(v, saved)))
                .collect::<Map<_, _>>(),
        ),
        other => other.clone(),
    }
}

fn differs(wanted: &Value, got: &Value, at: &str) -> Option<String> {
    match (wanted, got) {
        (Value::Object(wanted), Value::Object(got)) => wanted
            .iter()
            .find_map(|(name, value)| differs(value, got.get(name).unwrap_or(&Value::Null), &format!("{at}/{name}"))),
        (Value::Array(wanted), Value::Array(got)) => {
            if wanted.len() != got.len() {
                return Some(format!("{at}: {} entries instead of {}", got.len(), wanted.len()));
            }
            wanted
                .iter()
                .zip(got)
                .enumerate()
                .find_map(|(i, (w, g))| differs(w, g, &format!("{at}/{i}")))
        }
        (Value::String(text), Value::String(got)) if text.strip_prefix('~').is_some_and(|t| got.contains(t)) => None,
        _ if wanted == got => None,
        _ => Some(format!("{at}: {got} instead of {wanted}")),
    }
}

fn send(sandbox: &Sandbox, step: &Step, saved: &BTreeMap<String, String>) -> Response<Bytes> {
    let line = expand(&step.request, saved);
    let (method, path) = line.split_once(' ').unwrap();
    let path = if path.starts_with('/') {
        path.to_owned()
    } else {
        format!("/api/data/v9.2/{path}")
    };
    let path = path
        .replace(' ', "%20")
        .replace('"', "%22")
        .replace('<', "%3C")
        .replace('>', "%3E")
        .replace('{', "%7B")
        .replace('}', "%7D");
    let caller = step.caller.as_deref().unwrap_or("admin@contoso.com");
    let mut builder = Request::builder()
        .method(method)
        .uri(path)
        .header("host", step.host.as_deref().unwrap_or("contoso.crm4.dynamics.com"));
    if !caller.is_empty() {
        builder = builder.header("authorization", format!("Bearer sandbox:{caller}"));
    }
    for (name, value) in &step.headers {
        builder = builder.header(name, expand(value, saved));
    }
    let body = match expand_value(&step.body, saved) {
        Value::Null => String::new(),
        Value::String(text) => text,
        other => other.to_string(),
    };
    sandbox.handle(builder.body(Bytes::from(body)).unwrap()).unwrap()
}

fn parameter_of(address: &str, name: &str) -> Option<String> {
    let (_, parameters) = address.split_once(['?', '#'])?;
    let pairs = latchkey_sandbox::odata::url::pairs(parameters);
    pairs.into_iter().find(|(n, _)| n == name).map(|(_, value)| value)
}

fn run(case: &Case) -> Result<(), String> {
    let mut config = Config::default();
    if case.generation.as_deref() == Some("2023") {
        config.generation = Generation::G2023;
    }
    for dialect in &case.dialects {
        config.set_dialect(dialect).unwrap();
    }
    let sandbox = Sandbox::new(config).unwrap();
    let mut saved = BTreeMap::new();
    for (number, step) in case.steps.iter().enumerate() {
        let response = send(&sandbox, step, &saved);
        let text = String::from_utf8_lossy(response.body()).into_owned();
        let fail = |what: String| Err(format!("step {}, {}: {what}\n    {}", number + 1, step.request, text));
        if response.status() != step.status {
            return fail(format!(
                "status {} instead of {}",
                response.status().as_u16(),
                step.status
            ));
        }
        let json: Value = serde_json::from_str(&text).unwrap_or_default();
        if !step.answer.is_null()
            && let Some(what) = differs(&expand_value(&step.answer, &saved), &json, "")
        {
            return fail(what);
        }
        for wanted in &step.contains {
            if !text.contains(&expand(wanted, &saved)) {
                return fail(format!("'{wanted}' is missing"));
            }
        }
        for unwanted in &step.lacks {
            if text.contains(&expand(unwanted, &saved)) {
                return fail(format!("'{unwanted}' is there"));
            }
        }
        let header = |name: &str| response.headers().get(name).map(|v| v.to_str().unwrap().to_owned());
        for (name, wanted) in &step.answer_headers {
            let got = header(name).unwrap_or_default();
            if let Some(what) = differs(&Value::String(expand(wanted, &saved)), &Value::String(got), name) {
                return fail(what);
            }
        }
        for (name, place) in &step.save {
            let value = match place.split_once(':') {
                Some(("header", header_name)) => header(header_name),
                Some(("redirect", parameter)) => header("location").and_then(|to| parameter_of(&to, parameter)),
                Some(("field", field)) => text
                    .split_once(&format!("name=\"{field}\" value=\""))
                    .and_then(|(_, rest)| Some(rest.split_once('"')?.0.to_owned())),
                _ => json
                    .pointer(place)
                    .map(|v| v.as_str().map_or_else(|| v.to_string(), str::to_owned)),
            };
            let Some(value) = value else {
                return fail(format!("nothing at '{place}'"));
            };
            // A next link is followed verbatim, below the version.
            let value = value
                .split_once("/api/data/v9.2/")
                .map_or(value.clone(), |(_, below)| below.to_owned());
            saved.insert(name.clone(), value);
        }
    }
    Ok(())
}

fn cases() -> Vec<Case> {
    [
        include_str!("conformance.json"),
        include_str!("teams_chat.json"),
        include_str!("lead_management.json"),
        include_str!("cloud.json"),
        include_str!("governance.json"),
    ]
    .iter()
    .flat_map(|table| serde_json::from_str::<Vec<Case>>(table).unwrap())
    .collect()
}

#[test]
fn the_sandbox_behaves_as_published() {
    let cases = cases();
    assert!(cases.len() > 170, "the table is not read whole: {}", cases.len());
    let failed: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            run(case)
                .err()
                .map(|what| format!("{} {}\n  {what}", case.topic, case.says))
        })
        .collect();
    assert!(
        failed.is_empty(),
        "{} of {} cases fail:\n{}",
        failed.len(),
        cases.len(),
        failed.join("\n")
    );
}

#[test]
fn every_case_names_a_known_topic() {
    let known = [
        "DV-1", "DV-2", "DV-3.", "DV-4", "DV-5", "DV-6", "DV-7", "DV-8", "DV-9.", "CL-3.", "CA-",
    ];
    for case in cases() {
        assert!(known.iter().any(|k| case.topic.starts_with(k)), "{}", case.topic);
        assert!(!case.says.is_empty() && !case.steps.is_empty(), "{}", case.topic);
    }
}
