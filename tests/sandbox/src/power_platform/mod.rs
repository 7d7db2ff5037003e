//! The Power Platform's administration: environments, data policies, bringing users and applications into the
//! organization (BAP); advanced connector policies (Power Platform API); the catalogue of connectors (PowerApps).
//!
//! The shapes are those of public clients' test data (Terraform provider for Power Platform); what an error's code is
//! called is published nowhere, and clients go by the status.

pub mod connectors;
mod environments;
pub mod people;
mod policies;
pub mod rule_based;

use crate::clock::Clock;
use crate::dataverse::store::Store;
use crate::entra::{Caller, Subject, TokenFault};
use crate::graph::Directory;
use crate::graph::rights::holds;
use crate::ident::Guid;
use crate::mint::Mint;
use crate::odata::service::Org;
use crate::odata::url;
use serde_json::{Value, json};

pub use environments::Platform;

/// Host of the API in the public cloud.
pub const HOST: &str = "api.bap.microsoft.com";

const PROVIDER: &str = "providers/Microsoft.BusinessAppPlatform";
const GOVERNANCE: &str = "providers/PowerPlatform.Governance";

/// Directory roles that administer every environment (Power Platform, "Use service admin roles").
const TENANT_ROLES: [&str; 3] = [
    "Global Administrator",
    "Power Platform Administrator",
    "Dynamics 365 Administrator",
];

/// API versions that published clients name.
const VERSIONS: [&str; 11] = [
    "2016-11-01",
    "2018-01-01",
    "2018-10-01",
    "2019-05-01",
    "2019-10-01",
    "2020-06-01",
    "2020-08-01",
    "2020-10-01",
    "2021-04-01",
    "2022-11-01",
    "2023-06-01",
];

/// A refused request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// HTTP status.
    pub status: u16,
    code: &'static str,
    message: String,
}

impl Refusal {
    fn new(status: u16, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            status,
            code,
            message: message.into(),
        }
    }

    /// A bearer token that does not hold.
    pub fn token(fault: TokenFault) -> Self {
        match fault {
            TokenFault::Absent => Self::new(
                401,
                "AuthenticationFailed",
                "Authentication failed. The 'Authorization' header is missing.",
            ),
            TokenFault::Expired => Self::new(401, "ExpiredAuthenticationToken", "The access token has expired."),
            TokenFault::Audience => Self::new(
                401,
                "InvalidAuthenticationTokenAudience",
                "The access token has been obtained for wrong audience or resource.",
            ),
            TokenFault::Unknown => Self::new(401, "InvalidAuthenticationToken", "The access token is invalid."),
        }
    }

    /// The error document.
    pub fn body(&self) -> Value {
        json!({"error": {"code": self.code, "message": self.message}})
    }
}

/// A request to the API.
pub struct Call<'a> {
    /// Method.
    pub method: &'a str,
    /// Path.
    pub path: &'a str,
    /// Query without the question mark.
    pub query: &'a str,
    /// Body.
    pub body: &'a [u8],
    /// Authority the client named.
    pub host: &'a str,
    /// Who calls.
    pub caller: &'a Caller,
}

/// What the API works on.
pub struct World<'a> {
    /// Its own documents.
    pub platform: &'a mut Platform,
    /// The directory.
    pub directory: &'a Directory,
    /// The organization's rows.
    pub store: &'a mut Store,
    /// The organization.
    pub org: &'a Org,
    /// Makes ids.
    pub mint: &'a mut Mint,
    /// The cloud's clock.
    pub clock: Clock,
}

impl World<'_> {
    /// Answers a request: status and body.
    ///
    /// # Errors
    /// What the API refuses.
    pub fn answer(&mut self, call: &Call<'_>) -> Result<(u16, Value), Refusal> {
        let version = url::pairs(call.query)
            .into_iter()
            .find(|(name, _)| name == "api-version");
        let path = url::decode(call.path.trim_matches('/'));
        let governance = path.strip_prefix(GOVERNANCE);
        match version {
            None if governance.is_some() => {}
            None => {
                return Err(Refusal::new(
                    400,
                    "MissingApiVersionParameter",
                    "The api-version query parameter (?api-version=) is required for all requests.",
                ));
            }
            Some((_, version)) if !VERSIONS.contains(&version.as_str()) => {
                return Err(Refusal::new(
                    400,
                    "InvalidApiVersionParameter",
                    format!("The api-version '{version}' is invalid."),
                ));
            }
            Some(_) => {}
        }
        if !call.caller.home || matches!(call.caller.subject, Subject::App(_)) {
            // An application that no administrator registered for the admin API.
            return Err(denied(call.caller, "this path"));
        }
        if let Some(below) = governance {
            let parts: Vec<&str> = below.trim_matches('/').split('/').collect();
            return self.governance(call, &parts);
        }
        let below = path.strip_prefix(PROVIDER).unwrap_or_default().trim_matches('/');
        let parts: Vec<&str> = below.split('/').collect();
        match (call.method, parts.as_slice()) {
            ("GET", ["scopes", "admin", "environments"] | ["environments"]) => Ok((200, self.environments(call))),
            ("GET", ["scopes", "admin", "environments", id] | ["environments", id]) => self.environment(call, id),
            (
                "POST",
                [
                    "scopes",
                    "admin",
                    "environments",
                    id,
                    action @ ("addAppUser" | "addUser"),
                ],
            ) => self.add(call, id, action),
            (_, ["scopes", "admin", "environments", ..] | ["environments", ..]) => Err(Refusal::new(
                405,
                "MethodNotAllowed",
                format!("The method {} is not allowed here.", call.method),
            )),
            _ => Err(Refusal::new(
                404,
                "ResourceNotFound",
                format!("The resource '{path}' was not found."),
            )),
        }
    }

    /// Whether a caller administers every environment, or the organization's by its own role.
    fn administers(&self, caller: &Caller, environment: &str) -> bool {
        holds(caller, self.directory, &TENANT_ROLES)
            || (environment == self.org.environment && people::administrator(self.store, &caller.id))
    }

    fn add(&mut self, call: &Call<'_>, id: &str, action: &str) -> Result<(u16, Value), Refusal> {
        self.environment(call, id)?;
        if id != self.org.environment {
            return Err(Refusal::new(
                404,
                "DatabaseNotFound",
                format!("The environment '{id}' has no linked Dataverse database."),
            ));
        }
        let body: Value = serde_json::from_slice(call.body)
            .map_err(|_| Refusal::new(400, "InvalidRequestContent", "The request content was invalid JSON."))?;
        let wanted = if action == "addAppUser" {
            "servicePrincipalAppId"
        } else {
            "objectId"
        };
        let given = body.as_object().and_then(|map| {
            map.iter()
                .find(|(name, _)| name.eq_ignore_ascii_case(wanted))
                .and_then(|(_, value)| value.as_str())
        });
        let Some(target) = given.and_then(Guid::parse) else {
            return Err(Refusal::new(
                400,
                "InvalidRequestContent",
                format!("The member '{wanted}' is missing or no GUID."),
            ));
        };
        let outcome = if action == "addAppUser" {
            if self.org.answers("appuser", "dataverse") {
                return Err(denied(call.caller, "the path of addAppUser"));
            }
            people::add_application(self, target)
        } else {
            people::add_user(self, target)
        };
        outcome.map(|()| (200, json!({})))
    }
}

fn denied(caller: &Caller, what: &str) -> Refusal {
    Refusal::new(
        403,
        "Forbidden",
        format!(
            "The caller with object id '{}' does not have permission to access {what}.",
            caller.id
        ),
    )
}
