//! What a token can be for, and the delegated scopes of each.

use crate::ident::Guid;
use crate::server::{ORG_API_HOST, ORG_HOST, VIVA_HOST};

/// A service a token is for. A token for one holds at no other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resource {
    /// Microsoft Graph.
    Graph,
    /// The PowerApps service, whose tokens BAP takes.
    PowerApps,
    /// The Power Platform API.
    PowerPlatform,
    /// The Teams configuration API.
    Teams,
    /// The organization.
    Org,
    /// The organization of msdyn_viva: Dataverse as well, but another audience.
    Viva,
}

/// A delegated scope.
pub struct Scope {
    /// Application id of its resource.
    pub of: &'static str,
    /// Its word.
    pub value: &'static str,
    /// Whether only an administrator consents to it.
    pub admin: bool,
    /// What the consent page says.
    pub says: &'static str,
}

impl Scope {
    /// The scope's id; where it is published, that one.
    pub fn id(&self) -> String {
        match (self.of, self.value) {
            (DATAVERSE, "user_impersonation") => "78ce3f0f-a1ce-49c2-8cde-64b5c0896db4".into(),
            (POWER_APPS, "User") => "0eb56b90-a7b5-43b5-9402-8137a8083e90".into(),
            (TEAMS, "user_impersonation") => "e60370c1-e451-437e-aa6e-d76df38e5f15".into(),
            _ => Guid::derive("scope", &format!("{}{}", self.of, self.value)).to_string(),
        }
    }
}

const GRAPH: &str = "00000003-0000-0000-c000-000000000000";
const DATAVERSE: &str = "00000007-0000-0000-c000-000000000000";
const POWER_APPS: &str = "475226c6-020e-4fb2-8a90-7a972cbfc1d4";
const POWER_PLATFORM: &str = "8578e004-a5c6-46e7-913e-12f58912df43";
const TEAMS: &str = "48ac35b8-9aa8-4d74-927d-1f4a14a0b239";

const fn scope(of: &'static str, value: &'static str, admin: bool, says: &'static str) -> Scope {
    Scope { of, value, admin, says }
}

/// Every scope there is (Graph, "Permissions reference"; the services' own registrations).
pub const SCOPES: [Scope; 28] = [
    scope(GRAPH, "User.Read", false, "Sign you in and read your profile"),
    scope(GRAPH, "User.ReadBasic.All", false, "Read all users' basic profiles"),
    scope(GRAPH, "User.Read.All", true, "Read all users' full profiles"),
    scope(
        GRAPH,
        "User.ReadWrite.All",
        true,
        "Read and write all users' full profiles",
    ),
    scope(
        GRAPH,
        "User.EnableDisableAccount.All",
        true,
        "Enable and disable user accounts",
    ),
    scope(
        GRAPH,
        "LicenseAssignment.Read.All",
        true,
        "Read all license assignments",
    ),
    scope(
        GRAPH,
        "LicenseAssignment.ReadWrite.All",
        true,
        "Manage all license assignments",
    ),
    scope(GRAPH, "Organization.Read.All", true, "Read organization information"),
    scope(GRAPH, "Directory.Read.All", true, "Read directory data"),
    scope(GRAPH, "Directory.ReadWrite.All", true, "Read and write directory data"),
    scope(
        GRAPH,
        "Directory.AccessAsUser.All",
        true,
        "Access directory as the signed in user",
    ),
    scope(GRAPH, "Application.Read.All", true, "Read applications"),
    scope(GRAPH, "Application.ReadWrite.All", true, "Read and write applications"),
    scope(
        GRAPH,
        "DelegatedPermissionGrant.Read.All",
        true,
        "Read delegated permission grants",
    ),
    scope(
        GRAPH,
        "DelegatedPermissionGrant.ReadWrite.All",
        true,
        "Manage all delegated permission grants",
    ),
    scope(
        GRAPH,
        "AppRoleAssignment.ReadWrite.All",
        true,
        "Manage app permission grants and app role assignments",
    ),
    scope(
        GRAPH,
        "RoleManagement.Read.Directory",
        true,
        "Read directory RBAC settings",
    ),
    scope(
        GRAPH,
        "RoleManagement.Read.All",
        true,
        "Read role management data for all RBAC providers",
    ),
    scope(
        GRAPH,
        "RoleManagement.ReadWrite.Directory",
        true,
        "Read and write directory RBAC settings",
    ),
    scope(GRAPH, "Policy.Read.All", true, "Read your organization's policies"),
    scope(
        GRAPH,
        "Policy.Read.ApplicationConfiguration",
        true,
        "Read your organization's application configuration policies",
    ),
    scope(
        GRAPH,
        "Policy.ReadWrite.ApplicationConfiguration",
        true,
        "Read and write your organization's application configuration policies",
    ),
    scope(
        GRAPH,
        "TeamsPolicyUserAssign.ReadWrite.All",
        true,
        "Read and write Teams policy user assignment",
    ),
    scope(
        DATAVERSE,
        "user_impersonation",
        false,
        "Access Common Data Service as organization users",
    ),
    scope(POWER_APPS, "User", false, "Access the PowerApps Service API"),
    scope(
        POWER_PLATFORM,
        "EnvironmentManagement.Environments.Read",
        false,
        "Read environments",
    ),
    scope(
        POWER_PLATFORM,
        "Governance.RuleBasedPolicies.Read",
        false,
        "Read rule-based policies",
    ),
    scope(
        TEAMS,
        "user_impersonation",
        false,
        "Access Microsoft Teams and Skype for Business data as the signed in user",
    ),
];

impl Resource {
    /// Every service, once: organizations are one in the directory.
    pub fn cloud() -> [Self; 5] {
        [
            Self::Graph,
            Self::PowerApps,
            Self::PowerPlatform,
            Self::Teams,
            Self::Org,
        ]
    }

    /// By the identifier a client writes: an address, with any trailing slashes, or an application id.
    pub fn named(text: &str) -> Option<Self> {
        let text = text.trim_end_matches('/');
        if let Some(found) = Self::cloud().into_iter().find(|one| one.app_id() == text) {
            return Some(found);
        }
        let host = text.strip_prefix("https://")?;
        let host = host.split(':').next().unwrap_or(host);
        match host {
            "graph.microsoft.com" | "graph.microsoft.us" | "microsoftgraph.chinacloudapi.cn" => Some(Self::Graph),
            "service.powerapps.com"
            | "service.powerapps.us"
            | "high.service.apps.appsplatform.us"
            | "service.apps.appsplatform.us"
            | "service.powerapps.cn" => Some(Self::PowerApps),
            "api.powerplatform.com"
            | "api.gov.powerplatform.microsoft.us"
            | "api.appsplatform.us"
            | "api.powerplatform.partner.microsoftonline.cn" => Some(Self::PowerPlatform),
            ORG_HOST | ORG_API_HOST => Some(Self::Org),
            VIVA_HOST => Some(Self::Viva),
            _ => None,
        }
    }

    /// The resource's application id.
    pub fn app_id(&self) -> &'static str {
        match self {
            Self::Graph => GRAPH,
            Self::PowerApps => POWER_APPS,
            Self::PowerPlatform => POWER_PLATFORM,
            Self::Teams => TEAMS,
            Self::Org | Self::Viva => DATAVERSE,
        }
    }

    /// The address that scopes begin with.
    pub fn uri(&self) -> &'static str {
        match self {
            Self::Graph => "https://graph.microsoft.com",
            Self::PowerApps => "https://service.powerapps.com",
            Self::PowerPlatform => "https://api.powerplatform.com",
            Self::Teams => TEAMS,
            Self::Org => "https://contoso.crm4.dynamics.com",
            Self::Viva => "https://msdynviva.crm4.dynamics.com",
        }
    }

    /// What the directory calls it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Graph => "Microsoft Graph",
            Self::PowerApps => "PowerApps Service",
            Self::PowerPlatform => "Power Platform API",
            Self::Teams => "Skype and Teams Tenant Admin API",
            Self::Org | Self::Viva => "Dataverse",
        }
    }

    /// A scope of this resource.
    pub fn scope(&self, value: &str) -> Option<&'static Scope> {
        SCOPES
            .iter()
            .find(|scope| scope.of == self.app_id() && scope.value.eq_ignore_ascii_case(value))
    }
}

/// The scopes that belong to no resource.
pub const OPENID: [&str; 4] = ["openid", "profile", "email", "offline_access"];

/// What a `scope` parameter asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// `openid` and its like.
    pub openid: Vec<String>,
    /// Resource and word; the word `.default` stands for everything consented to.
    pub scopes: Vec<(Resource, String)>,
}

/// Why a `scope` parameter cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScopeFault {
    /// No such resource in this tenant.
    Resource(String),
    /// The resource has no such scope.
    Word(Resource, String),
    /// `.default` beside words of the same resource.
    Mixed,
}

/// Reads a `scope` parameter.
///
/// # Errors
/// The first scope that does not exist.
pub fn asked(text: &str) -> Result<Asked, ScopeFault> {
    let mut asked = Asked::default();
    for word in text.split_whitespace() {
        if OPENID.contains(&word) {
            asked.openid.push(word.to_owned());
            continue;
        }
        let (resource, value) = match word.rsplit_once('/') {
            Some((resource, value)) => (
                Resource::named(resource).ok_or_else(|| ScopeFault::Resource(resource.to_owned()))?,
                value,
            ),
            None => (Resource::Graph, word),
        };
        if value != ".default" && resource.scope(value).is_none() {
            return Err(ScopeFault::Word(resource, value.to_owned()));
        }
        asked.scopes.push((resource, value.to_owned()));
    }
    let default = |(resource, value): &(Resource, String)| {
        value == ".default" && asked.scopes.iter().any(|(r, v)| r == resource && v != ".default")
    };
    if asked.scopes.iter().any(default) {
        return Err(ScopeFault::Mixed);
    }
    Ok(asked)
}

impl Asked {
    /// The resources asked for, each once.
    pub fn resources(&self) -> Vec<Resource> {
        let mut found: Vec<Resource> = Vec::new();
        for (resource, _) in &self.scopes {
            if !found.contains(resource) {
                found.push(resource.clone());
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_are_read_with_their_resource() {
        let got = asked("openid User.Read https://service.powerapps.com//User").unwrap();
        assert_eq!(got.openid, ["openid"]);
        assert_eq!(got.resources(), [Resource::Graph, Resource::PowerApps]);
        assert_eq!(
            asked("Nothing.Read"),
            Err(ScopeFault::Word(Resource::Graph, "Nothing.Read".into()))
        );
        assert_eq!(
            asked("https://other.crm4.dynamics.com/.default"),
            Err(ScopeFault::Resource("https://other.crm4.dynamics.com".into()))
        );
        assert_eq!(
            asked("User.Read https://graph.microsoft.com/.default"),
            Err(ScopeFault::Mixed)
        );
    }
}
