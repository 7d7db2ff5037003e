//! The configuration API of Microsoft Teams, as the PowerShell module's and the admin center's traffic shows it: policies
//! by type and identity, written by merging, granted to groups. It is private: what its errors are called is observed in
//! others' clients, which go by the status.
//!
//! Unproven, hence dialects: whether an app of the tenant's own is let in (`teams-api`), and whether a policy carries a
//! `Key` that a write gives back (`teams-key`).

use crate::entra::{Caller, Subject, TokenFault};
use crate::graph::Directory;
use crate::graph::rights::holds;
use crate::ident::Guid;
use crate::odata::service::Org;
use crate::odata::url;
use serde_json::{Map, Value, json};

/// Host of the API in the public cloud.
pub const HOST: &str = "api.interfaces.records.teams.microsoft.com";

/// The Sales app, and the apps pinned unless somebody takes them away: Activity, Chat, Teams.
pub const SALES: &str = "c92c289e-ceb4-4755-819d-0d1dffdab6fa";
const PINNED: [&str; 3] = [
    "14d6962d-6eeb-4f48-8890-de55454bb136",
    "86fcd49b-61a2-4701-b771-54728cd291fb",
    "2a84919f-59d8-4441-a975-2a8c2643b741",
];

const WRITE: [&str; 2] = ["Global Administrator", "Teams Administrator"];
const READ: [&str; 3] = ["Global Administrator", "Teams Administrator", "Global Reader"];

/// Types of policy: the API's word, the set of the state document, members and their kind (`b` for true or false, `s` for
/// a text, `l` for a list of apps).
type Kind = (&'static str, &'static str, &'static [(&'static str, char)]);
const KINDS: [Kind; 2] = [
    (
        "TeamsMeetingPolicy",
        "meetingPolicies",
        &[
            ("Description", 's'),
            ("AllowMeetNow", 'b'),
            ("AllowPrivateMeetingScheduling", 'b'),
            ("AllowCloudRecording", 'b'),
            ("AllowTranscription", 'b'),
            ("AllowRecordingStorageOutsideRegion", 'b'),
            ("LiveCaptionsEnabledType", 's'),
        ],
    ),
    (
        "TeamsAppSetupPolicy",
        "appSetupPolicies",
        &[
            ("Description", 's'),
            ("AllowSideLoading", 'b'),
            ("AllowUserPinning", 'b'),
            ("AppPresetList", 'l'),
            ("AppPresetMeetingList", 'l'),
            ("PinnedAppBarApps", 'l'),
            ("PinnedMessageBarApps", 'l'),
            ("PinnedCallingBarApps", 'l'),
            ("AdditionalCustomizationApps", 'l'),
        ],
    ),
];
/// Which policy a group has: one more set.
const ASSIGNED: &str = "groupPolicyAssignments";

/// What Teams keeps.
#[derive(Debug, Clone)]
pub struct Teams {
    policies: [Vec<Value>; 2],
    assigned: Vec<Value>,
}

fn apps(ids: &[&str]) -> Value {
    let listed = ids
        .iter()
        .enumerate()
        .map(|(at, id)| json!({"Id": id, "Order": at + 1}));
    Value::Array(listed.collect())
}

impl Default for Teams {
    fn default() -> Self {
        let meeting = |identity: &str, transcription: bool| {
            json!({"Identity": identity, "Description": null, "AllowMeetNow": true, "AllowPrivateMeetingScheduling": true,
                   "AllowCloudRecording": true, "AllowTranscription": transcription,
                   "AllowRecordingStorageOutsideRegion": false, "LiveCaptionsEnabledType": "DisabledUserOverride"})
        };
        let setup = json!({"Identity": "Global", "Description": null, "AllowSideLoading": false, "AllowUserPinning": true,
            "AppPresetList": [], "AppPresetMeetingList": [], "PinnedAppBarApps": apps(&PINNED), "PinnedMessageBarApps": [],
            "PinnedCallingBarApps": [], "AdditionalCustomizationApps": []});
        Self {
            policies: [vec![meeting("Global", false), meeting("Tag:AllOn", true)], vec![setup]],
            assigned: Vec::new(),
        }
    }
}

/// A refused request: status and body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal(pub u16, pub Value);

fn refused(status: u16, code: &str, message: &str) -> Refusal {
    Refusal(status, json!({"error": {"code": code, "message": message}}))
}

fn wrong(message: impl Into<String>) -> Refusal {
    // Bodies it cannot take are answered in its other shape.
    Refusal(400, json!({"Message": message.into()}))
}

impl Refusal {
    /// A bearer token that does not hold.
    pub fn token(fault: TokenFault) -> Self {
        refused(
            401,
            "Unauthorized",
            &format!("The access token does not hold here: {fault:?}."),
        )
    }
}

/// A request to the API.
pub struct Call<'a> {
    /// Method.
    pub method: &'a str,
    /// Path.
    pub path: &'a str,
    /// Body.
    pub body: &'a [u8],
    /// Header `x-authz-scope`.
    pub scope: String,
    /// Whether it comes from the admin center itself.
    pub own: bool,
    /// Who calls.
    pub caller: &'a Caller,
}

fn text<'a>(value: &'a Value, member: &str) -> &'a str {
    value.get(member).and_then(Value::as_str).unwrap_or_default()
}

fn is_called(policy: &Value, identity: &str) -> bool {
    let own = text(policy, "Identity");
    own.eq_ignore_ascii_case(identity)
        || own
            .strip_prefix("Tag:")
            .is_some_and(|name| name.eq_ignore_ascii_case(identity))
}

fn fits(kind: char, value: &Value) -> bool {
    match kind {
        'b' => value.is_boolean(),
        's' => value.is_string() || value.is_null(),
        _ => value
            .as_array()
            .is_some_and(|list| list.iter().all(|app| Guid::parse(text(app, "Id")).is_some())),
    }
}

/// The members of a body, each held against what the type has.
fn members(of: &Kind, body: &Value) -> Result<Map<String, Value>, Refusal> {
    let sent = body.as_object().ok_or_else(|| wrong("The body is no object."))?;
    for (name, value) in sent
        .iter()
        .filter(|(name, _)| !matches!(name.as_str(), "Identity" | "Key"))
    {
        let known = of.2.iter().find(|(known, _)| known == name);
        let (_, kind) = known.ok_or_else(|| wrong(format!("{} has no member '{name}'.", of.0)))?;
        if !fits(*kind, value) {
            return Err(wrong(format!("The value of '{name}' is not of its kind.")));
        }
    }
    Ok(sent.clone())
}

impl Teams {
    /// The sets as the state document has them.
    pub fn document(&self) -> Value {
        let mut sets = Map::new();
        for ((_, set, _), rows) in KINDS.iter().zip(&self.policies) {
            sets.insert((*set).to_owned(), json!(rows));
        }
        sets.insert(ASSIGNED.to_owned(), json!(self.assigned));
        Value::Object(sets)
    }

    /// The same with the named sets of a state document in their place.
    ///
    /// # Errors
    /// An unknown set, or a policy it would not take.
    pub fn with(&self, document: &Value) -> Result<Self, String> {
        let mut with = self.clone();
        for (name, rows) in document.as_object().ok_or("'teams' is not an object")? {
            let rows = rows.as_array().ok_or_else(|| format!("'{name}' is not a list"))?;
            if name == ASSIGNED {
                with.assigned.clone_from(rows);
                continue;
            }
            let mut places = KINDS.iter().zip(&mut with.policies);
            let Some((kind, place)) = places.find(|((_, set, _), _)| set == name) else {
                return Err(format!("unknown set '{name}' of teams"));
            };
            for row in rows {
                members(kind, row).map_err(|refusal| refusal.1.to_string())?;
                if text(row, "Identity").is_empty() {
                    return Err(format!("one of '{name}' has no Identity"));
                }
            }
            place.clone_from(rows);
        }
        Ok(with)
    }

    /// Answers a request: status and body.
    ///
    /// # Errors
    /// What the API refuses.
    pub fn answer(&mut self, call: &Call<'_>, org: &Org, directory: &Directory) -> Result<(u16, Value), Refusal> {
        let roles: &[&str] = if call.method == "GET" { &READ } else { &WRITE };
        let is_app = matches!(call.caller.subject, Subject::App(_));
        let is_closed = org.answers("teams-api", "closed") && !call.own;
        if is_closed || is_app || !call.caller.home || !holds(call.caller, directory, roles) {
            return Err(refused(
                403,
                "Forbidden",
                "The caller does not have permission to do this.",
            ));
        }
        if call.scope != "tenant" {
            return Err(wrong("The header x-authz-scope is missing or unknown."));
        }
        let path = url::decode(call.path.trim_matches('/'));
        let parts: Vec<&str> = path.split('/').collect();
        let body = || serde_json::from_slice::<Value>(call.body).map_err(|_| wrong("The body is no JSON."));
        match parts.as_slice() {
            ["Skype.Policy", "configurations", kind, rest @ ..] => {
                let at = KINDS.iter().position(|(name, ..)| name.eq_ignore_ascii_case(kind));
                let at = at.ok_or_else(|| refused(404, "NotFound", "There is no such type of policy."))?;
                self.configuration(call.method, at, rest, body, org)
            }
            ["Skype.Policy", "groupPolicyAssignments", group, "policyTypes", kind] if call.method == "PATCH" => {
                let sent = body()?;
                if Guid::parse(group).is_none() || text(&sent, "PolicyName").is_empty() {
                    return Err(wrong("The group or the policy is missing."));
                }
                self.assigned
                    .retain(|one| text(one, "GroupId") != *group || text(one, "PolicyType") != *kind);
                self.assigned.push(
                    json!({"GroupId": group, "PolicyType": kind, "PolicyName": sent.get("PolicyName"),
                    "Rank": sent.get("Rank")}),
                );
                Ok((200, json!({})))
            }
            ["Skype.Policy", "groupPolicyAssignments"] if call.method == "GET" => Ok((200, json!(self.assigned))),
            _ => Err(refused(404, "NotFound", "The resource was not found.")),
        }
    }

    fn configuration(
        &mut self,
        method: &str,
        at: usize,
        rest: &[&str],
        body: impl Fn() -> Result<Value, Refusal>,
        org: &Org,
    ) -> Result<(u16, Value), Refusal> {
        let keyed = org.answers("teams-key", "needed");
        let (Some(kind), Some(rows)) = (KINDS.get(at), self.policies.get_mut(at)) else {
            return Err(refused(404, "NotFound", "There is no such type of policy."));
        };
        let key = |row: &Value| json!({"ScopeClass": if text(row, "Identity") == "Global" { "Global" } else { "Tag" }, "AuthorityId": {"Class": "Tenant"}});
        let shown = |row: &Value| {
            let mut shown = row.clone();
            if let (true, Some(map)) = (keyed, shown.as_object_mut()) {
                map.insert("Key".into(), key(row));
            }
            shown
        };
        let absent = || refused(404, "NotFound", "There is no such policy.");
        match (method, rest) {
            ("GET", []) => Ok((200, Value::Array(rows.iter().map(shown).collect()))),
            ("POST", []) => {
                let sent = members(kind, &body()?)?;
                let identity = sent.get("Identity").and_then(Value::as_str).unwrap_or_default();
                let identity = identity.strip_prefix("Tag:").unwrap_or(identity).to_owned();
                if identity.is_empty() {
                    return Err(wrong("The member 'Identity' is missing."));
                }
                if rows.iter().any(|row| is_called(row, &identity)) {
                    return Err(refused(409, "Conflict", "There is a policy of this name."));
                }
                let mut row = rows.first().cloned().unwrap_or_default();
                if let Some(map) = row.as_object_mut() {
                    map.extend(sent);
                    map.remove("Key");
                    map.insert("Identity".into(), json!(format!("Tag:{identity}")));
                }
                rows.push(row.clone());
                Ok((200, shown(&row)))
            }
            ("GET", ["configuration", identity]) => {
                let found = rows.iter().find(|row| is_called(row, identity));
                found.map(|row| (200, shown(row))).ok_or_else(absent)
            }
            ("PUT", ["configuration", identity]) => {
                let sent = members(kind, &body()?)?;
                let row = rows
                    .iter_mut()
                    .find(|row| is_called(row, identity))
                    .ok_or_else(absent)?;
                if keyed && sent.get("Key") != Some(&key(row)) {
                    return Err(wrong("The key of the policy is missing or another one."));
                }
                let changed = sent
                    .into_iter()
                    .filter(|(name, _)| !matches!(name.as_str(), "Identity" | "Key"));
                if let Some(map) = row.as_object_mut() {
                    map.extend(changed);
                }
                Ok((200, json!({})))
            }
            ("DELETE", ["configuration", identity]) => {
                if identity.eq_ignore_ascii_case("Global") {
                    return Err(wrong("The global policy cannot be removed."));
                }
                let before = rows.len();
                rows.retain(|row| !is_called(row, identity));
                if rows.len() == before {
                    Err(absent())
                } else {
                    Ok((200, json!({})))
                }
            }
            (_, [] | ["configuration", _]) => Err(refused(405, "MethodNotAllowed", "The method is not allowed here.")),
            _ => Err(refused(404, "NotFound", "The resource was not found.")),
        }
    }
}
