//! The portals beside the organisation's pages: Partner Center, Bright Pattern's Contact Center Administrator, the
//! Power Platform admin center, the Teams admin center, the Entra admin center, and the host a solution is downloaded
//! from.
//!
//! ```text
//! partner_center.rs   offers, where their leads go, Validate
//! bright_pattern.rs   integration accounts, refresh token, Test connection
//! microsoft365.rs     agents and integrated apps, and the private service behind them
//! files.rs            documents, scripts and styles, and their policy
//! ```
//!
//! What their pages are made of is public only in part (a web-component shell with open shadow roots, the admin
//! center's addresses, field labels); the rest is made up, and nothing in it may be relied on.

mod bright_pattern;
mod files;
mod microsoft365;
mod partner_center;

pub use bright_pattern::BrightPattern;
pub use microsoft365::{Microsoft365, SESSION};
pub use partner_center::PartnerCenter;

use super::{Csp, Generation, PageResponse};
use crate::dataverse::solutions::made_up::{self, Recipe};
use crate::ident::Guid;
use http::Method;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Host of Partner Center.
pub const PARTNER_CENTER: &str = "partner.microsoft.com";
/// Host of Contoso's Bright Pattern.
pub const BRIGHT_PATTERN: &str = "contoso.brightpattern.com";
/// Host of the Power Platform admin center.
pub const POWER_PLATFORM: &str = "admin.powerplatform.microsoft.com";
/// Hosts of the Entra admin center and of the Azure portal, which shows the same.
pub const ENTRA: [&str; 2] = ["entra.microsoft.com", "portal.azure.com"];
/// Host of the Teams admin center.
pub const TEAMS_ADMIN: &str = "admin.teams.microsoft.com";
/// Hosts of the Microsoft 365 admin center: today's, and the one that led to it.
pub const MICROSOFT_365: [&str; 2] = ["admin.cloud.microsoft", "admin.microsoft.com"];
/// Host the lead writer solution is published on.
pub const DOWNLOADS: &str = "referralsflowpackages.blob.core.windows.net";
/// All of them.
pub const HOSTS: [&str; 9] = [
    PARTNER_CENTER,
    BRIGHT_PATTERN,
    POWER_PLATFORM,
    ENTRA[0],
    ENTRA[1],
    TEAMS_ADMIN,
    MICROSOFT_365[0],
    MICROSOFT_365[1],
    DOWNLOADS,
];

/// What the portals keep.
#[derive(Debug, Clone)]
pub struct Portals {
    /// Offers.
    pub partner_center: PartnerCenter,
    /// Integration accounts.
    pub bright_pattern: BrightPattern,
    /// Agents and integrated apps.
    pub microsoft_365: Microsoft365,
}

/// Parts of the state document that are theirs.
pub const PARTS: [&str; 3] = ["partnercenter", "brightpattern", microsoft365::PART];

impl Default for Portals {
    fn default() -> Self {
        Self {
            partner_center: PartnerCenter::first(),
            bright_pattern: BrightPattern::first(),
            microsoft_365: Microsoft365::first(),
        }
    }
}

impl Portals {
    /// Their parts of the state document; a secret reads `***`.
    pub fn document(&self) -> [(&'static str, Value); 3] {
        let [offers, accounts, apps] = PARTS;
        [
            (offers, self.partner_center.document()),
            (accounts, self.bright_pattern.document()),
            (apps, self.microsoft_365.document()),
        ]
    }

    /// Replaces the parts that the document names; `***` keeps a secret.
    ///
    /// # Errors
    /// What is wrong with the document; nothing is changed then.
    pub fn replace(&mut self, document: &Value) -> Result<(), String> {
        let [offers, accounts, apps] = PARTS;
        let apps = document
            .get(apps)
            .map(|part| self.microsoft_365.read(part))
            .transpose()?;
        let offers = document
            .get(offers)
            .map(|part| self.partner_center.read(part))
            .transpose()?;
        let accounts = document
            .get(accounts)
            .map(|part| self.bright_pattern.read(part))
            .transpose()?;
        if let Some(offers) = offers {
            self.partner_center = offers;
        }
        if let Some(apps) = apps {
            self.microsoft_365 = apps;
        }
        if let Some(accounts) = accounts {
            self.bright_pattern = accounts;
        }
        Ok(())
    }
}

/// What a portal's own server reaches: the tenant, as anybody outside does.
pub trait Outside {
    /// Sends a request and answers its status and JSON.
    fn fetch(&mut self, method: &str, url: &str, headers: &[(&str, &str)], body: &str) -> (u16, Value);
    /// Whether that is the password of a user; `None` where there is no directory.
    fn password(&mut self, upn: &str, password: &str) -> Option<bool>;
}

/// A request to one of the hosts.
#[derive(Debug, Clone)]
pub struct Visit<'a> {
    /// Host without the port.
    pub host: &'a str,
    /// Method.
    pub method: &'a Method,
    /// Path.
    pub path: &'a str,
    /// Body.
    pub body: &'a [u8],
    /// Language of the signed-in user.
    pub locale: String,
    /// Product generation.
    pub generation: Generation,
    /// Policy of documents.
    pub csp: Csp,
    /// The tenant, for those who must name it.
    pub tenant: Guid,
    /// The organisation.
    pub organization: Guid,
    /// The environment.
    pub environment: &'a str,
    /// Header `AjaxSessionKey`.
    pub session: String,
    /// User principal name of the signed-in user.
    pub upn: &'a str,
    /// The chosen answer of every dialect.
    pub dialects: &'a BTreeMap<&'static str, String>,
}

impl Visit<'_> {
    fn json(&self) -> Value {
        serde_json::from_slice(self.body).unwrap_or_default()
    }
}

fn answer(status: u16, media: &str, body: Vec<u8>) -> PageResponse {
    PageResponse {
        status,
        headers: vec![
            ("content-type".to_owned(), media.to_owned()),
            ("cache-control".to_owned(), "no-store".to_owned()),
            ("x-content-type-options".to_owned(), "nosniff".to_owned()),
        ],
        body,
    }
}

fn told(status: u16, body: &Value) -> PageResponse {
    answer(status, "application/json; charset=utf-8", body.to_string().into_bytes())
}

/// A refusal a page can show.
fn refused(status: u16, code: &str, message: &str) -> PageResponse {
    told(status, &json!({"error": {"code": code, "message": message}}))
}

/// Answers a request, or `None` where there is nothing.
pub fn respond(portals: &mut Portals, visit: &Visit<'_>, outside: &mut dyn Outside) -> Option<PageResponse> {
    if visit.host == DOWNLOADS {
        return download(visit);
    }
    let own = match visit.host {
        PARTNER_CENTER => partner_center::respond(&mut portals.partner_center, visit, outside),
        BRIGHT_PATTERN => bright_pattern::respond(&mut portals.bright_pattern, visit, outside),
        POWER_PLATFORM => gateway(visit, outside),
        TEAMS_ADMIN => teams_gateway(visit, outside),
        host if MICROSOFT_365.contains(&host) => microsoft365::respond(&mut portals.microsoft_365, visit),
        _ => None,
    };
    own.or_else(|| files::respond(visit))
}

/// The published solution's address, with the made-up one behind it.
fn download(visit: &Visit<'_>) -> Option<PageResponse> {
    let zip = made_up::lead_writer(&Recipe::default()).ok()?;
    (visit.path == format!("/documentation/{}", made_up::FILE))
        .then(|| answer(200, "application/x-zip-compressed", zip))
}

/// The admin center's pages read and write the organisation with a token of their own. Here its server does it for
/// them under an address of its own, so that this origin's `/api/data` answers nobody else.
fn gateway(visit: &Visit<'_>, outside: &mut dyn Outside) -> Option<PageResponse> {
    let below = visit.path.strip_prefix("/gateway/dataverse/")?;
    let sent: Value = visit.json();
    let text = |name: &str| sent.get(name).and_then(Value::as_str).unwrap_or_default();
    let headers = [
        ("authorization", "Bearer sandbox:admin@contoso.com"),
        ("content-type", "application/json"),
    ];
    let url = format!("https://{}/api/data/v9.0/{}", crate::ORG_HOST, text("path"));
    let body = sent.get("body").filter(|body| !body.is_null());
    let (status, json) = outside.fetch(below, &url, &headers, &body.map(Value::to_string).unwrap_or_default());
    Some(told(status, &json))
}

/// The Teams admin center's pages ask the configuration API with a token of their own, as the signed-in user.
fn teams_gateway(visit: &Visit<'_>, outside: &mut dyn Outside) -> Option<PageResponse> {
    let method = visit.path.strip_prefix("/gateway/teams/")?;
    let sent = visit.json();
    let path = sent.get("path").and_then(Value::as_str).unwrap_or_default();
    let bearer = format!("Bearer sandbox:{}", visit.upn);
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/json"),
        ("x-authz-scope", "tenant"),
        ("x-requested-with", "XMLHttpRequest"),
    ];
    let url = format!("https://{}/Skype.Policy/{path}", crate::teams::HOST);
    let body = sent.get("body").filter(|body| !body.is_null());
    let (status, json) = outside.fetch(method, &url, &headers, &body.map(Value::to_string).unwrap_or_default());
    Some(told(status, &json))
}
