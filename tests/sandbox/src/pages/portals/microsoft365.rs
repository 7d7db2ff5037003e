//! The Microsoft 365 admin center: which agents and integrated apps are there, how far they are deployed, and the portal's
//! own service behind its pages, which is private (community code): it takes the session's cookie and headers only the
//! portal's scripts set.

use super::{PageResponse, Visit, refused, told};
use crate::clock::Clock;
use serde_json::{Value, json};

/// The part of the state document.
pub const PART: &str = "microsoft365";

/// What the admin center keeps: agents and apps, each with id, name, publisher, status (`Available` or `Deployed`), whom
/// it is deployed to, and when.
#[derive(Debug, Clone)]
pub struct Microsoft365 {
    apps: Vec<Value>,
}

const STATUSES: [&str; 2] = ["Available", "Deployed"];

impl Microsoft365 {
    /// As it starts: the sales agent is offered and not deployed.
    pub fn first() -> Self {
        let app = |id: &str, name: &str, status: &str| {
            json!({"id": id, "name": name, "publisher": "Microsoft Corporation", "status": status, "users": null,
                   "deployed": null})
        };
        Self {
            apps: vec![
                app("c92c289e-ceb4-4755-819d-0d1dffdab6fa", "Sales", "Available"),
                app("2b876f4d-2e6b-4ee7-9b09-8893808c1380", "Service", "Available"),
                app("1850b8bb-76ac-411c-9637-08f7d1812d35", "Power Apps", "Deployed"),
            ],
        }
    }

    /// Its part of the state document.
    pub fn document(&self) -> Value {
        json!({"apps": self.apps})
    }

    /// Reads its part of a state document.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(&self, part: &Value) -> Result<Self, String> {
        let apps = part.get("apps").and_then(Value::as_array);
        let apps = apps.ok_or("'apps' of microsoft365 is not a list")?;
        let good = |app: &Value| {
            let text = |name: &str| app.get(name).and_then(Value::as_str).unwrap_or_default();
            !text("id").is_empty() && !text("name").is_empty() && STATUSES.contains(&text("status"))
        };
        if apps.iter().all(good) {
            Ok(Self { apps: apps.clone() })
        } else {
            Err("an app has no id, no name or no known status".into())
        }
    }
}

/// The portal's own service.
pub fn respond(center: &mut Microsoft365, visit: &Visit<'_>) -> Option<PageResponse> {
    let below = visit.path.strip_prefix("/fd/addins/api/")?;
    // The portal's scripts alone know the session's key; a request without it is turned away.
    if visit.session != SESSION {
        return Some(refused(
            440,
            "SessionExpired",
            "The session key is missing or another one.",
        ));
    }
    Some(match (visit.method.as_str(), below) {
        ("GET", "apps") => {
            let deployed = center
                .apps
                .iter()
                .filter(|app| app.get("status") == Some(&json!("Deployed")));
            told(200, &json!({"apps": deployed.collect::<Vec<_>>()}))
        }
        ("GET", "agents" | "availableApps" | "actionableApps") => told(200, &json!({"apps": center.apps})),
        ("POST", "availableAgents") => {
            let sent = visit.json();
            let id = sent.get("id").and_then(Value::as_str).unwrap_or_default();
            let app = center
                .apps
                .iter_mut()
                .find(|app| app.get("id").and_then(Value::as_str) == Some(id));
            match (
                app.and_then(Value::as_object_mut),
                sent.get("accepted") == Some(&json!(true)),
            ) {
                (None, _) => refused(404, "NotFound", "There is no such agent."),
                (_, false) => refused(
                    400,
                    "PermissionsNotAccepted",
                    "The agent's permissions were not accepted.",
                ),
                (Some(app), true) => {
                    app.insert("status".into(), json!("Deployed"));
                    app.insert("users".into(), sent.get("users").cloned().unwrap_or_default());
                    app.insert("deployed".into(), json!(Clock::default().text()));
                    told(200, &json!({"id": "1", "status": "InProgress"}))
                }
            }
        }
        ("GET", status) if status.starts_with("deploymentRequestStatus/") => told(200, &json!({"status": "Succeeded"})),
        _ => refused(404, "NotFound", "The resource was not found."),
    })
}

/// The session's key, as the cookie `s.AjaxSessionKey` holds it.
pub const SESSION: &str = "sandbox-session";
