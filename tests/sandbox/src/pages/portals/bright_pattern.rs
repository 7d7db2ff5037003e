//! Bright Pattern: the integration accounts, the refresh token's way back, and Test connection.
//!
//! Labels and the callback address are those of its help pages; addresses of its own server are made up.

use super::{Outside, PageResponse, Visit, refused, told};
use crate::ident::Guid;
use serde_json::{Map, Value, json};

/// Where the sign-in comes back to ("Web API access configuration").
pub const CALLBACK: &str = "/admin/msdynamicscallback.html";

const SECRETS: [&str; 2] = ["clientSecret", "refreshToken"];
/// Members of an account and whether it must say them.
const MEMBERS: [(&str, bool); 10] = [
    ("id", true),
    ("type", true),
    ("name", true),
    ("isDefault", false),
    ("authorizationUrl", true),
    ("tokenUrl", true),
    ("apiUrl", true),
    ("clientId", true),
    ("clientSecret", true),
    ("refreshToken", false),
];
/// The type this is about.
const DYNAMICS: &str = "msdynamics365";

/// The tenant's integration accounts, secrets in clear.
#[derive(Debug, Clone, PartialEq)]
pub struct BrightPattern {
    accounts: Vec<Map<String, Value>>,
}

fn text<'a>(account: &'a Map<String, Value>, name: &str) -> &'a str {
    account.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// Names are compared without case and without spaces around them.
fn same_name(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

impl BrightPattern {
    /// Two accounts: one of another type, and one of Dynamics 365 that is the default.
    pub(super) fn first() -> Self {
        let tenant = Guid::derive("tenant", "contoso");
        let login = format!("https://login.microsoftonline.com/{tenant}/oauth2");
        let accounts = [
            json!({"id": "1", "type": "salesforce", "name": "Salesforce production", "isDefault": true}),
            json!({
                "id": "2", "type": DYNAMICS, "name": "Dynamics trial", "isDefault": true,
                "authorizationUrl": format!("{login}/authorize"), "tokenUrl": format!("{login}/token"),
                "apiUrl": "https://contosotrial.crm4.dynamics.com/api/data/v9.0",
                "clientId": Guid::derive("application", "Bright Pattern trial").to_string(),
                "clientSecret": "trial-secret", "refreshToken": "trial-refresh-token",
            }),
        ];
        Self {
            accounts: accounts
                .iter()
                .filter_map(|account| account.as_object().cloned())
                .collect(),
        }
    }

    pub(super) fn document(&self) -> Value {
        let accounts = self.accounts.iter().cloned().map(|mut account| {
            for name in SECRETS {
                if let Some(secret) = account.get_mut(name).filter(|secret| secret.as_str() != Some("")) {
                    *secret = json!("***");
                }
            }
            Value::Object(account)
        });
        json!({"integrationaccounts": accounts.collect::<Vec<_>>()})
    }

    pub(super) fn read(&self, document: &Value) -> Result<Self, String> {
        let accounts = document.get("integrationaccounts").and_then(Value::as_array);
        let accounts = accounts.ok_or("'brightpattern' has no list 'integrationaccounts'")?;
        let read = accounts.iter().map(|given| {
            let account = given
                .as_object()
                .cloned()
                .ok_or("an integration account is no object")?;
            if let Some(name) = account
                .keys()
                .find(|name| !MEMBERS.iter().any(|(known, _)| known == name))
            {
                return Err(format!("an integration account has no '{name}'"));
            }
            Ok(self.kept(account))
        });
        read.collect::<Result<_, String>>().map(|accounts| Self { accounts })
    }

    /// The account with `***` replaced by the secrets it had.
    fn kept(&self, mut account: Map<String, Value>) -> Map<String, Value> {
        let before = self.accounts.iter().find(|old| old.get("id") == account.get("id"));
        for name in SECRETS {
            if text(&account, name) == "***" {
                let old = before.and_then(|before| before.get(name)).cloned();
                account.insert(name.to_owned(), old.unwrap_or_else(|| json!("")));
            }
        }
        account
    }

    /// Saves an account; the default of its type is one.
    fn apply(&mut self, given: &Value) -> PageResponse {
        let Some(account) = given.as_object().cloned() else {
            return refused(400, "invalid", "body");
        };
        let mut account = self.kept(account);
        let new = text(&account, "id").is_empty();
        if new {
            let next = self
                .accounts
                .iter()
                .filter_map(|old| text(old, "id").parse::<u32>().ok());
            account.insert("id".into(), json!((next.max().unwrap_or_default() + 1).to_string()));
        }
        account.retain(|name, _| MEMBERS.iter().any(|(known, _)| known == name));
        if let Some((empty, _)) = MEMBERS
            .iter()
            .find(|(name, must)| *must && text(&account, name).trim().is_empty())
        {
            return refused(400, "required", empty);
        }
        let id = text(&account, "id").to_owned();
        let others = || self.accounts.iter().filter(|old| text(old, "id") != id);
        if others().any(|old| same_name(text(old, "name"), text(&account, "name"))) {
            return refused(409, "notUnique", "name");
        }
        if account.get("isDefault") == Some(&json!(true)) {
            let kind = text(&account, "type").to_owned();
            let losing = self.accounts.iter_mut().filter(|old| text(old, "type") == kind);
            losing.for_each(|old| {
                old.insert("isDefault".into(), json!(false));
            });
        }
        match self.accounts.iter_mut().find(|old| text(old, "id") == id) {
            Some(old) => *old = account,
            None => self.accounts.push(account),
        }
        told(200, &json!({"id": id}))
    }
}

pub(super) fn respond(
    pattern: &mut BrightPattern,
    visit: &Visit<'_>,
    outside: &mut dyn Outside,
) -> Option<PageResponse> {
    let below = visit.path.strip_prefix("/admin/service/")?;
    let given = visit.json();
    Some(match (visit.method.as_str(), below) {
        ("GET", "integrationaccounts") => told(200, &pattern.document()),
        ("POST", "integrationaccounts") => pattern.apply(&given),
        ("POST", "redeem") => redeem(pattern, &given, outside),
        ("POST", "test") => match test(&filled(pattern, &given), outside) {
            Ok(user) => told(200, &json!({"UserId": user})),
            Err(message) => refused(400, "connection", &message),
        },
        _ => refused(404, "notFound", "There is nothing."),
    })
}

fn filled(pattern: &BrightPattern, given: &Value) -> Map<String, Value> {
    pattern.kept(given.as_object().cloned().unwrap_or_default())
}

/// A form as this server writes it: everything escaped but `+`, which is why the help page says that a client secret
/// must not contain one: it arrives as a space.
fn form(pairs: &[(&str, &str)]) -> String {
    let encode = |text: &str| {
        percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC)
            .to_string()
            .replace("%2B", "+")
    };
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(name, value)| format!("{name}={}", encode(value)))
        .collect();
    pairs.join("&")
}

/// Asks the token URL of an account; without Entra behind it nobody answers.
fn token(account: &Map<String, Value>, own: &[(&str, &str)], outside: &mut dyn Outside) -> Result<Value, String> {
    let url = text(account, "tokenUrl").trim();
    let resource = text(account, "apiUrl").split("/api/").next().unwrap_or_default();
    let mut pairs = own.to_vec();
    pairs.extend([
        ("client_id", text(account, "clientId").trim()),
        ("client_secret", text(account, "clientSecret")),
        ("resource", resource.trim()),
    ]);
    let headers = [("content-type", "application/x-www-form-urlencoded")];
    let (status, answer) = outside.fetch("POST", url, &headers, &form(&pairs));
    match answer.get("error_description").and_then(Value::as_str) {
        Some(said) => Err(said.to_owned()),
        None if status == 200 => Ok(answer),
        None => Err(format!("{url}: HTTP {status}")),
    }
}

/// Turns the code of a sign-in into the refresh token, with which the page fills its field.
fn redeem(pattern: &BrightPattern, given: &Value, outside: &mut dyn Outside) -> PageResponse {
    let account = filled(pattern, given.get("account").unwrap_or(&Value::Null));
    let said = |name: &str| given.get(name).and_then(Value::as_str).unwrap_or_default();
    let own = [
        ("grant_type", "authorization_code"),
        ("code", said("code")),
        ("redirect_uri", said("redirectUri")),
    ];
    match token(&account, &own, outside) {
        Ok(answer) => match answer.get("refresh_token").and_then(Value::as_str) {
            Some(token) => told(200, &json!({"refreshToken": token})),
            None => refused(400, "token", "No refresh token was issued."),
        },
        Err(message) => refused(400, "token", &message),
    }
}

/// Test connection: the refresh token is spent for an access token, and that asks the API who it is.
fn test(account: &Map<String, Value>, outside: &mut dyn Outside) -> Result<String, String> {
    let refresh = text(account, "refreshToken");
    if refresh.is_empty() {
        return Err("There is no refresh token.".to_owned());
    }
    let own = [("grant_type", "refresh_token"), ("refresh_token", refresh)];
    let answer = token(account, &own, outside)?;
    let access = answer.get("access_token").and_then(Value::as_str).unwrap_or_default();
    let api = text(account, "apiUrl").trim().trim_end_matches('/');
    let bearer = format!("Bearer {access}");
    let (status, me) = outside.fetch("GET", &format!("{api}/WhoAmI"), &[("authorization", &bearer)], "");
    match me.get("UserId").and_then(Value::as_str) {
        Some(user) if status == 200 => Ok(user.to_owned()),
        _ => Err(format!("{api}/WhoAmI: HTTP {status}")),
    }
}
