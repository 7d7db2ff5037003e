//! A small directory that chooses the ids of what it makes, tells a secret once, and is written to from a page's form too.

use std::collections::BTreeMap;

use latchkey::http::{Method, Request, Response};
use latchkey::plan::model::PageAct;
use serde_json::{Value, json};

/// What the service made.
#[derive(Debug, Clone, Default)]
pub struct Cloud {
    /// Applications: (id, name).
    pub apps: Vec<(String, String)>,
    /// Credentials: (key id, application, name, secret).
    pub keys: Vec<(String, String, String, String)>,
    /// Users with their passwords.
    pub users: BTreeMap<String, String>,
    /// Files that were uploaded, by upload id.
    pub uploads: BTreeMap<String, String>,
    /// An import under way, and how many reads of it are left until it is over.
    pub import: Option<u32>,
    pub import_fails: bool,
    /// What stands in the page's form, gone with the page.
    pub form: BTreeMap<String, String>,
    /// What the form has saved.
    pub saved: Option<BTreeMap<String, String>>,
    /// How often the form was sent.
    pub sent: u32,
    /// Requests for a new application's parts that are answered as if it were not there yet.
    pub replicates: u32,
    /// The service repeats a password it does not like.
    pub quotes: bool,
    /// How many more secrets have a `+`; all of them if it is not said.
    pub pluses: Option<u32>,
    made: u32,
}

pub fn id(number: u32) -> String {
    format!("aaaaaaaa-0000-4000-8000-{number:012}")
}

fn answer(status: u16, body: &Value) -> Response {
    Response {
        status,
        headers: Default::default(),
        body: if body.is_null() {
            String::new()
        } else {
            body.to_string()
        },
    }
}

fn refused(status: u16, code: &str, message: &str) -> Response {
    answer(status, &json!({"error": {"code": code, "message": message}}))
}

impl Cloud {
    fn new_id(&mut self) -> String {
        self.made += 1;
        id(self.made)
    }

    pub fn handle(&mut self, request: &Request) -> Response {
        let body: Value = request
            .body
            .as_deref()
            .map_or(Value::Null, |body| serde_json::from_str(body).unwrap());
        let text = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
        assert!(!request.path.contains('~'), "sent with a placeholder: {}", request.path);
        let path: Vec<&str> = request.path.trim_start_matches('/').split('/').collect();
        match (request.method, path.as_slice()) {
            (Method::Get, ["me"]) => answer(200, &json!({"id": "admin"})),
            (Method::Get, ["apps"]) => {
                let apps = self.apps.iter().map(|(id, name)| json!({"id": id, "name": name}));
                answer(200, &json!({"value": apps.collect::<Vec<_>>()}))
            }
            (Method::Post, ["apps"]) => {
                let id = self.new_id();
                self.apps.push((id.clone(), text("name")));
                answer(201, &json!({"id": id}))
            }
            (Method::Get, ["apps", app]) if self.has(app) => {
                let keys = self.keys.iter().filter(|key| key.1 == *app);
                let keys = keys.map(|(key, _, name, _)| json!({"keyId": key, "displayName": name}));
                answer(200, &json!({"id": app, "keys": keys.collect::<Vec<_>>()}))
            }
            (Method::Delete, ["apps", app]) if self.has(app) => {
                self.apps.retain(|(id, _)| id != app);
                self.keys.retain(|key| key.1 != *app);
                answer(204, &Value::Null)
            }
            (Method::Post, ["apps", app, "addPassword"]) if self.has(app) => {
                if self.replicates > 0 {
                    self.replicates -= 1;
                    return refused(404, "Request_ResourceNotFound", "Resource does not exist");
                }
                let key = self.new_id();
                let plus = if self.pluses == Some(0) { "" } else { "+" };
                self.pluses = self.pluses.map(|left| left.saturating_sub(1));
                let secret = format!("~S3cret\"{}{plus}/", self.made);
                self.keys
                    .push((key.clone(), (*app).to_owned(), text("displayName"), secret.clone()));
                answer(200, &json!({"keyId": key, "secretText": secret}))
            }
            (Method::Post, ["apps", app, "removePassword"]) if self.has(app) => {
                let key = text("keyId");
                let before = self.keys.len();
                self.keys.retain(|known| known.0 != key);
                if self.keys.len() == before {
                    return refused(400, "Request_BadRequest", "No password credential found with keyId.");
                }
                answer(204, &Value::Null)
            }
            (Method::Get, ["users"]) => {
                let users = self.users.keys().map(|name| json!({"name": name, "id": id(77)}));
                answer(200, &json!({"value": users.collect::<Vec<_>>()}))
            }
            (Method::Post, ["users"]) => {
                if self.quotes {
                    let message = format!("The password {} is too weak.", text("password"));
                    return refused(400, "Request_BadRequest", &message);
                }
                self.users.insert(text("name"), text("password"));
                answer(201, &json!({"id": id(77)}))
            }
            (Method::Delete, ["users", _]) => {
                self.users.clear();
                answer(204, &Value::Null)
            }
            (Method::Post, ["uploads"]) => {
                let upload = self.new_id();
                self.uploads.insert(upload.clone(), text("file"));
                answer(200, &json!({"results": {"uploadId": upload}}))
            }
            (Method::Get, ["uploads", upload]) if self.uploads.contains_key(*upload) => {
                answer(200, &json!({"id": upload, "status": "Passed"}))
            }
            (Method::Get, ["imports"]) => {
                let (state, percent) = match &mut self.import {
                    None => ("None", 0),
                    Some(0) if self.import_fails => ("Failed", 40),
                    Some(0) => ("Succeeded", 100),
                    Some(left) => {
                        *left -= 1;
                        ("Running", 90 - (*left).min(80))
                    }
                };
                answer(
                    200,
                    &json!({"state": state, "percent": percent, "message": "A component is missing."}),
                )
            }
            (Method::Post, ["imports"]) => {
                assert!(self.uploads.contains_key(&text("uploadId")));
                self.import = Some(40);
                answer(200, &json!({}))
            }
            _ => refused(404, "Request_ResourceNotFound", "Resource does not exist"),
        }
    }

    fn has(&self, app: &str) -> bool {
        self.apps.iter().any(|(id, _)| id == app)
    }

    /// The page is loaded anew: what was typed is gone.
    pub fn reload(&mut self) {
        self.form.clear();
    }

    pub fn read_page(&self, locator: &str) -> Value {
        match locator {
            "form.ok" => json!({"there": true, "text": if self.saved.is_some() { "Saved" } else { "Save" }}),
            // What stands in a secret's input is never told.
            "form.secret" => json!({"filled": self.form.contains_key(locator)}),
            _ => {
                let value = self.form.get(locator).cloned().unwrap_or_default();
                json!({"filled": !value.is_empty(), "value": value})
            }
        }
    }

    pub fn act(&mut self, locator: &str, act: &PageAct) -> Value {
        match act {
            PageAct::Fill { text } => {
                self.form.insert(locator.to_owned(), text.clone());
            }
            PageAct::Press => {
                self.sent += 1;
                self.saved = Some(self.form.clone());
            }
            other => panic!("{other:?}"),
        }
        self.read_page(locator)
    }
}
