//! The Sales app: its settings in a frame of its own host, inside look-alikes of Outlook and Teams.
//!
//! Section and control names are those of the product's documentation ("Administrator settings", "Connect your agents
//! to a data source"), and so is that the frame is another origin's; its host, its markup and its own addresses are
//! published nowhere and made up here.

mod pages;

use crate::pages::PageResponse;
use crate::salesforce::World;
use crate::salesforce::connection::{Status, Trouble};
use serde_json::{Value, json};

/// Host of the frame, made up.
pub const FRAME: &str = "sales.latchkey-frame.test";
/// Hosts of Outlook and Teams, each with the frame in it.
pub const PORTALS: [&str; 2] = ["outlook.office.com", "teams.microsoft.com"];
/// All of them.
pub const HOSTS: [&str; 3] = [FRAME, PORTALS[0], PORTALS[1]];

/// A request to one of the hosts.
pub struct Visit<'a> {
    /// Host without the port.
    pub host: &'a str,
    /// Method.
    pub method: &'a str,
    /// Path.
    pub path: &'a str,
    /// Body.
    pub body: &'a [u8],
    /// Who is signed in.
    pub upn: &'a str,
    /// Language of the signed-in user.
    pub locale: &'a str,
    /// The chosen answer of every dialect.
    pub dialects: &'a std::collections::BTreeMap<&'static str, String>,
}

/// Answers a request; `None` where there is nothing.
pub fn respond(visit: &Visit<'_>, world: &mut World<'_>) -> Option<PageResponse> {
    world.pass();
    if visit.host == FRAME && visit.path.starts_with("/api/") {
        return Some(service(visit, world));
    }
    let administers = world.org.administers(visit.upn);
    (visit.method == "GET")
        .then(|| pages::respond(visit, administers))
        .flatten()
}

/// The frame's own server.
fn service(visit: &Visit<'_>, world: &mut World<'_>) -> PageResponse {
    if !world.org.administers(visit.upn) {
        return pages::told(
            403,
            &json!({"error": "Only administrators of the CRM see these settings."}),
        );
    }
    match (visit.method, visit.path) {
        ("GET", "/api/connection") => {}
        ("PUT", "/api/connection" | "/api/other") => {
            let sent: Value = serde_json::from_slice(visit.body).unwrap_or_default();
            let Some(on) = sent.get("access").and_then(Value::as_bool) else {
                return pages::told(400, &json!({"error": "access"}));
            };
            if visit.path == "/api/other" {
                world.org.connection.set_other(on);
            } else {
                world.set_access(on);
            }
        }
        ("POST", "/api/connection/reconnect") => world.reconnect(),
        ("POST", "/api/other/reconnect") => world.org.connection.set_other(true),
        _ => return pages::told(404, &Value::Null),
    }
    pages::told(200, &told(world))
}

/// What the page is told.
fn told(world: &World<'_>) -> Value {
    let status = world.org.connection.status;
    let details = world.org.details();
    json!({
        "access": matches!(status, Status::Connecting | Status::Connected | Status::Failed),
        "busy": matches!(status, Status::Connecting | Status::Disconnecting),
        "trouble": world.org.trouble().map(|trouble| match trouble {
            Trouble::Fields => "fields",
            Trouble::Broken => "broken",
            Trouble::Failed => "failed",
        }),
        "app": details.as_ref().map(|(app, _)| app),
        "user": details.as_ref().map(|(_, user)| user),
        "other": world.org.connection.other(),
    })
}
