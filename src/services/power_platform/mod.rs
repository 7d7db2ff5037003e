//! The Power Platform's administration: environments, and adding an application user to one (BAP); data policies; and
//! advanced connector policies (Power Platform API).

pub mod connector_policies;
pub mod data_policies;

use serde_json::json;

use crate::domain::connector_policy::VIVA;
use crate::http::{Method, Request};
use crate::json::record;
use crate::services::bearer::{Needs, Read, Rows};
use crate::services::dataverse::odata::Query;
use crate::services::entra::scope;

const ROOT: &str = "/providers/";
const ENVIRONMENTS: &str = "Microsoft.BusinessAppPlatform";
/// The versions Microsoft's own Terraform provider uses.
const VERSION: &str = "2023-06-01";
const APP_USER_VERSION: &str = "2020-10-01";

/// What all of it needs.
pub const NEEDS: Needs = Needs {
    scope: scope::POWER_PLATFORM,
    role: Some("graph-role-power-platform-administrator"),
};

/// An environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Environment {
    /// Its id.
    pub name: String,
    /// The rest.
    pub properties: Properties,
}

record!(read Environment { name, properties });

/// What there is to say of an environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Properties {
    /// The tenant.
    pub tenant_id: Option<String>,
    /// Its name.
    pub display_name: Option<String>,
    /// `Production`, `Sandbox`, `Trial`, `Developer`, `Default`, `Teams`.
    pub sku: Option<String>,
    /// Its Dataverse, if it has one.
    pub linked: Option<Linked>,
    /// `Succeeded` once it is there.
    pub state: Option<String>,
    /// Whether it is the tenant's own first one.
    pub is_default: bool,
    /// ISO 8601.
    pub created: Option<String>,
    /// The group it is in, if any.
    pub group: Option<Group>,
}

record!(read Properties {
    tenant_id as "tenantId" or default,
    display_name as "displayName" or default,
    sku as "environmentSku" or default,
    linked as "linkedEnvironmentMetadata" or default,
    state as "provisioningState" or default,
    is_default as "isDefault" or default,
    created as "createdTime" or default,
    group as "parentEnvironmentGroup" or default,
});

/// A group of environments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: String,
}

record!(read Group { id });

/// The Dataverse of an environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// `https://contoso.crm4.dynamics.com/`.
    pub instance_url: Option<String>,
}

record!(read Linked { instance_url as "instanceUrl" or default });

impl Environment {
    /// Whether it is called as the sales agent's is, in whatever casing, which is not proven; an administrator may have
    /// renamed it (S001-30).
    pub fn is_viva(&self) -> bool {
        let name = self.properties.display_name.as_deref().unwrap_or_default();
        name.trim().eq_ignore_ascii_case(VIVA)
    }

    /// Whether it is a trial, which ends unless it is made a production one.
    pub fn is_trial(&self) -> bool {
        let sku = self.properties.sku.as_deref().unwrap_or_default();
        sku.eq_ignore_ascii_case("Trial") || sku.eq_ignore_ascii_case("SubscriptionBasedTrial")
    }

    /// Whether it is some maker's own.
    pub fn is_developer(&self) -> bool {
        let sku = self.properties.sku.as_deref().unwrap_or_default();
        sku.eq_ignore_ascii_case("Developer")
    }

    /// The id of its group, if it is in one; empty ids are none.
    pub fn group(&self) -> Option<&str> {
        let id = self.properties.group.as_ref().map(|group| group.id.as_str())?;
        let is_none = id.is_empty() || id.bytes().all(|byte| matches!(byte, b'0' | b'-'));
        (!is_none).then_some(id)
    }

    /// The host of its Dataverse, if it has one.
    pub fn host(&self) -> Option<&str> {
        let linked = self.properties.linked.as_ref()?;
        let url = linked.instance_url.as_deref()?.strip_prefix("https://")?;
        Some(url.trim_end_matches('/')).filter(|host| !host.is_empty() && !host.contains('/'))
    }

    /// Whether this host is its Dataverse.
    pub fn is_of(&self, host: &str) -> bool {
        self.host().is_some_and(|own| own.eq_ignore_ascii_case(host))
    }
}

fn admin(segment: &str) -> Query {
    Query::on(ROOT, ENVIRONMENTS).then("scopes").then("admin").then(segment)
}

/// Every environment the admin may administer.
pub fn environments() -> Read<Rows<Environment>> {
    let path = admin("environments").option("api-version", VERSION).path();
    Read::new("power-platform-what-environments", path, NEEDS)
}

/// One environment, by id.
pub fn environment(id: &str) -> Read<Environment> {
    let path = admin("environments").then(id).option("api-version", VERSION).path();
    Read::new("power-platform-what-environment", path, NEEDS)
}

/// Adds an Entra app, whose service principal is there already, as application user of an environment (S004-23).
pub fn add_app_user(environment_id: &str, app_id: &str) -> Request {
    let path = admin("environments").then(environment_id).then("addAppUser");
    let path = path.option("api-version", APP_USER_VERSION).path();
    Request::json(Method::Post, path, &json!({ "servicePrincipalAppId": app_id }))
        .header("content-type", "application/json")
        .header("accept", "application/json")
}
