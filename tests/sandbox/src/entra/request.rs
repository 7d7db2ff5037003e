//! An authorize request, read and held against the registered application.

use super::refusal::Refusal;
use super::resource::{Asked, Resource, ScopeFault, asked};
use super::{OTHER_TENANT, Visit, value};
use crate::graph::Directory;
use crate::graph::cast::DOMAINS;
use crate::graph::directory::{Row, text};
use crate::ident::Guid;
use crate::odata::url;
use serde_json::Value;

/// Which generation of endpoints was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    /// `resource`, numbers as texts.
    V1,
    /// `scope`.
    V2,
}

/// A request that named a registered application and one of its redirect addresses.
#[derive(Debug, Clone)]
pub(super) struct AuthorizeRequest {
    pub tenant: String,
    pub client: String,
    pub name: String,
    pub redirect: String,
    /// Whether the redirect address is one of a single-page application.
    pub spa: bool,
    pub fragment: bool,
    pub state: Option<String>,
    pub nonce: Option<String>,
    pub asked: Asked,
    pub prompt: String,
    pub hint: String,
    pub challenge: Option<(String, String)>,
}

/// What is wrong with a request: shown as a page while the redirect address is not known to be good, else sent there.
pub(super) enum Fault {
    Page(Refusal),
    Redirect(Box<AuthorizeRequest>, Refusal),
}

/// What the tenant part of an address stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Realm {
    /// `organizations` or `common`.
    Any,
    /// This tenant.
    Home,
    /// The one next door.
    Other,
}

/// Reads the tenant part.
pub(super) fn realm(tenant: &str, directory: &Directory) -> Result<Realm, Refusal> {
    let tenant = tenant.to_ascii_lowercase();
    if matches!(tenant.as_str(), "organizations" | "common") {
        return Ok(Realm::Any);
    }
    if DOMAINS.contains(&tenant.as_str()) || tenant == directory.tenant.to_string() {
        return Ok(Realm::Home);
    }
    if tenant == OTHER_TENANT || tenant == Guid::derive("tenant", OTHER_TENANT).to_string() {
        return Ok(Realm::Other);
    }
    Err(Refusal::new(
        "invalid_request",
        90_002,
        format!(
            "Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. This may happen if there are no active subscriptions for the tenant."
        ),
    ))
}

fn addresses<'a>(app: &'a Row, platform: &str) -> impl Iterator<Item = &'a str> {
    let list = app
        .get(platform)
        .and_then(|p| p.get("redirectUris"))
        .and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_str)
}

/// Whether an application takes users of other tenants.
pub(super) fn multi_tenant(app: &Row) -> bool {
    matches!(
        text(app, "signInAudience"),
        "AzureADMultipleOrgs" | "AzureADandPersonalMicrosoftAccount"
    )
}

fn scopes(version: Version, pairs: &[(String, String)]) -> Result<Asked, Refusal> {
    if version == Version::V1 {
        let resource = value(pairs, "resource");
        if resource.is_empty() {
            return Err(Refusal::missing("resource"));
        }
        let resource = Resource::named(resource).ok_or_else(|| no_resource(resource))?;
        return Ok(Asked {
            openid: vec!["openid".into(), "offline_access".into()],
            scopes: vec![(resource, ".default".into())],
        });
    }
    if value(pairs, "scope").is_empty() {
        return Err(Refusal::missing("scope"));
    }
    asked(value(pairs, "scope")).map_err(scope_refusal)
}

/// A resource that the tenant does not have.
pub(super) fn no_resource(resource: &str) -> Refusal {
    Refusal::new(
        "invalid_resource",
        500_011,
        format!(
            "The resource principal named {resource} was not found in the tenant named Contoso. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant."
        ),
    )
}

/// A `scope` parameter that cannot be read.
pub(super) fn scope_refusal(fault: ScopeFault) -> Refusal {
    match fault {
        ScopeFault::Resource(resource) => no_resource(&resource),
        ScopeFault::Word(resource, word) => Refusal::new(
            "invalid_client",
            650_053,
            format!(
                "The application asked for scope '{word}' that doesn't exist on the resource '{}'. Contact the app vendor.",
                resource.app_id()
            ),
        ),
        ScopeFault::Mixed => Refusal::new(
            "invalid_scope",
            70_011,
            "The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid: .default scope can't be combined with resource-specific scopes.",
        ),
    }
}

impl AuthorizeRequest {
    /// Reads a request.
    pub(super) fn read(visit: &Visit<'_>, tenant: &str, version: Version) -> Result<Self, Fault> {
        let pairs = url::pairs(visit.request.uri().query().unwrap_or_default());
        let page = Fault::Page;
        let realm = realm(tenant, visit.directory).map_err(page)?;
        let client = value(&pairs, "client_id").to_ascii_lowercase();
        if client.is_empty() {
            return Err(page(Refusal::missing("client_id")));
        }
        let app = visit
            .directory
            .find_any("applications", "appId", &client)
            .ok_or_else(|| page(Refusal::no_application(&client)))?;
        if realm != Realm::Home && !multi_tenant(app) {
            return Err(page(Refusal::new(
                "invalid_request",
                50_194,
                format!(
                    "Application '{client}'({}) is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps created after '10/15/2018'. Use a tenant-specific endpoint or configure the application to be multi-tenant.",
                    text(app, "displayName")
                ),
            )));
        }
        let redirect = value(&pairs, "redirect_uri").to_owned();
        let spa = addresses(app, "spa").any(|uri| uri == redirect);
        if !spa && !addresses(app, "web").any(|uri| uri == redirect) {
            return Err(page(Refusal::new(
                "invalid_request",
                50_011,
                format!(
                    "The redirect URI '{redirect}' specified in the request does not match the redirect URIs configured for the application '{client}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal."
                ),
            )));
        }
        let optional = |name: &str| Some(value(&pairs, name).to_owned()).filter(|text| !text.is_empty());
        let mut request = Self {
            tenant: tenant.to_owned(),
            name: text(app, "displayName").to_owned(),
            client,
            redirect,
            spa,
            fragment: value(&pairs, "response_mode") == "fragment",
            state: optional("state"),
            nonce: optional("nonce"),
            asked: Asked::default(),
            prompt: value(&pairs, "prompt").to_owned(),
            hint: value(&pairs, "login_hint").to_ascii_lowercase(),
            challenge: None,
        };
        let method = value(&pairs, "code_challenge_method");
        let challenge = optional("code_challenge");
        let refusal = if value(&pairs, "response_type") != "code" {
            // Id tokens and access tokens straight from this endpoint are switched off for every application here.
            Some(Refusal::new(
                "unsupported_response_type",
                700_054,
                format!(
                    "response_type '{}' is not enabled for the application.",
                    value(&pairs, "response_type")
                ),
            ))
        } else if !matches!(value(&pairs, "response_mode"), "" | "query" | "fragment") {
            Some(Refusal::new(
                "invalid_request",
                70_007,
                format!(
                    "'{}' is not a supported value of 'response_mode'.",
                    value(&pairs, "response_mode")
                ),
            ))
        } else if !matches!(
            request.prompt.as_str(),
            "" | "none" | "login" | "select_account" | "consent" | "admin_consent"
        ) {
            Some(Refusal::new(
                "invalid_request",
                90_023,
                format!(
                    "Invalid STS request. The value '{}' of 'prompt' is not supported.",
                    request.prompt
                ),
            ))
        } else if challenge.is_some() && !matches!(method, "S256" | "plain" | "") {
            Some(Refusal::new(
                "invalid_request",
                501_491,
                format!("Invalid code challenge method '{method}'."),
            ))
        } else if challenge.as_ref().is_some_and(|text| !(43..=128).contains(&text.len())) {
            Some(Refusal::new(
                "invalid_request",
                501_491,
                "Invalid size of Code_Challenge parameter.",
            ))
        } else {
            match scopes(version, &pairs) {
                Ok(asked) => {
                    request.asked = asked;
                    None
                }
                Err(refusal) => Some(refusal),
            }
        };
        request.challenge = challenge.map(|text| (method.to_owned(), text));
        match refusal {
            None => Ok(request),
            Some(refusal) => Err(Fault::Redirect(Box::new(request), refusal)),
        }
    }
}
