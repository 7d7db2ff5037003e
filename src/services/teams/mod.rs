//! The configuration API of Microsoft Teams: policies as the Teams PowerShell module and the admin center have them. It
//! is private; its shapes are those of others' clients, and whether a tenant's own app gets a token for it is not proven
//! everywhere. What cannot be read here is looked at on the page.

use serde_json::{Value, json};

use crate::http::{Method, Request};
use crate::json::record;
use crate::services::bearer::{Needs, Read};
use crate::services::dataverse::odata::Query;
use crate::services::entra::scope;

const ROOT: &str = "/Skype.Policy/";
/// The organization-wide default of every kind of policy.
pub const GLOBAL: &str = "Global";
/// The Sales app in Teams (S001-07, S001-08).
pub const SALES_APP: &str = "c92c289e-ceb4-4755-819d-0d1dffdab6fa";
/// Apps that are pinned unless somebody takes them away: Activity, Chat, Teams. They must stay (S001-08).
pub const DEFAULT_PINS: [&str; 3] = [
    "14d6962d-6eeb-4f48-8890-de55454bb136",
    "86fcd49b-61a2-4701-b771-54728cd291fb",
    "2a84919f-59d8-4441-a975-2a8c2643b741",
];

/// What all of it needs.
pub const NEEDS: Needs = Needs {
    scope: scope::TEAMS,
    role: Some("graph-role-teams-administrator"),
};

/// A meeting policy, as far as transcripts are concerned (S001-11).
#[derive(Debug, Clone, PartialEq)]
pub struct MeetingPolicy {
    /// `Global`, or `Tag:` and its name.
    pub identity: String,
    /// **Transcription**; not told is unknown, not off.
    pub allow_transcription: Option<bool>,
    /// What a write gives back where it is told.
    pub key: Option<Value>,
}

record!(read MeetingPolicy {
    identity as "Identity",
    allow_transcription as "AllowTranscription" or default,
    key as "Key" or default,
});

/// A set-up policy for apps (S001-07, S001-08).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppSetupPolicy {
    /// `Global`, or `Tag:` and its name.
    pub identity: String,
    /// **User pinning**.
    pub allow_user_pinning: Option<bool>,
    /// **Installed apps**.
    pub installed: Vec<App>,
    /// **Pinned apps**, app bar.
    pub pinned: Vec<App>,
}

record!(read AppSetupPolicy {
    identity as "Identity",
    allow_user_pinning as "AllowUserPinning" or default,
    installed as "AppPresetList" or default,
    pinned as "PinnedAppBarApps" or default,
});

/// An app of a set-up policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct App {
    /// Its id in Teams.
    pub id: String,
}

record!(read App { id as "Id" });

impl AppSetupPolicy {
    /// Its name as the admin center shows it.
    pub fn name(&self) -> &str {
        self.identity.strip_prefix("Tag:").unwrap_or(&self.identity)
    }

    /// Whether it installs an app.
    pub fn installs(&self, app: &str) -> bool {
        self.installed.iter().any(|one| one.id.eq_ignore_ascii_case(app))
    }

    /// Whether it pins an app.
    pub fn pins(&self, app: &str) -> bool {
        self.pinned.iter().any(|one| one.id.eq_ignore_ascii_case(app))
    }

    /// The default pins it lacks.
    pub fn missing_pins(&self) -> Vec<&'static str> {
        DEFAULT_PINS.into_iter().filter(|app| !self.pins(app)).collect()
    }
}

fn configurations(kind: &str) -> Query {
    Query::on(ROOT, "configurations").then(kind)
}

fn meeting_policy_path(identity: &str) -> String {
    configurations("TeamsMeetingPolicy")
        .then("configuration")
        .then(identity)
        .path()
}

/// A meeting policy by its identity, such as [`GLOBAL`].
pub fn meeting_policy(identity: &str) -> Read<MeetingPolicy> {
    Read::new("teams-what-meeting-policy", meeting_policy_path(identity), NEEDS)
}

/// Every set-up policy for apps: one answer, without pages.
pub fn app_setup_policies() -> Read<Vec<AppSetupPolicy>> {
    Read::new(
        "teams-what-setup-policies",
        configurations("TeamsAppSetupPolicy").path(),
        NEEDS,
    )
}

/// Turns **Transcription** of a meeting policy on or off. Members that are not sent stay as they are; `Identity` and
/// `Key` go back with it where the policy was read with a key.
pub fn set_transcription(policy: &MeetingPolicy, on: bool) -> Request {
    let mut body = json!({ "AllowTranscription": on });
    if let (Some(key), Some(members)) = (&policy.key, body.as_object_mut()) {
        members.insert("Identity".to_owned(), json!(policy.identity));
        members.insert("Key".to_owned(), key.clone());
    }
    Request::json(Method::Put, meeting_policy_path(&policy.identity), &body)
        .header("content-type", "application/json")
        .header("accept", "application/json")
}
