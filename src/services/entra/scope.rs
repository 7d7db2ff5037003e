//! What a feature may ask the admin to allow, each permission with its reason. Nothing is asked for before it is needed.

use super::cloud::{Cloud, Resource};

/// One delegated permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Scope {
    /// Whose.
    pub resource: Resource,
    /// Its name, as Graph's permissions reference and the registration page spell it.
    pub name: &'static str,
    /// The message that says what for.
    pub reason: &'static str,
    /// The recipes that ask for it; none where all do that sign in.
    pub recipes: &'static [&'static str],
}

const fn graph(name: &'static str, reason: &'static str, recipes: &'static [&'static str]) -> Scope {
    Scope {
        resource: Resource::Graph,
        name,
        reason,
        recipes,
    }
}

/// To read who is signed in (`GET /me`).
pub const PROFILE: Scope = graph("User.Read", "sign-in-why-profile", &[]);
/// To read the admin's own directory roles, licences and the tenant's app management policy: whether the rest may work
/// at all (`GET /me/memberOf`, which without it names no role; `GET /subscribedSkus`); and which permissions apps hold
/// (`GET /oauth2PermissionGrants`, of which it is the least).
pub const DIRECTORY: Scope = graph(
    "Directory.Read.All",
    "sign-in-why-directory",
    &["lead-management", "teams-chat", "readiness"],
);
/// To make and change an app registration, its secrets and its service principal.
pub const APPLICATIONS: Scope = graph(
    "Application.ReadWrite.All",
    "sign-in-why-applications",
    &["lead-management", "bright-pattern"],
);
/// To read app registrations and service principals.
pub const APPLICATIONS_READ: Scope = graph(
    "Application.Read.All",
    "sign-in-why-applications-read",
    &["lead-management", "bright-pattern"],
);
/// To read the tenant's rules for secrets (`GET /policies/defaultAppManagementPolicy`).
pub const POLICIES: Scope = graph("Policy.Read.All", "sign-in-why-policies", &["lead-management"]);
/// To grant an app's delegated permission for the organization (`POST /oauth2PermissionGrants`).
pub const GRANTS: Scope = graph(
    "DelegatedPermissionGrant.ReadWrite.All",
    "sign-in-why-grants",
    &["bright-pattern"],
);
/// To make a user, give it a licence, and block it again.
pub const USERS: Scope = graph(
    "User.ReadWrite.All",
    "sign-in-why-users",
    &["lead-management", "readiness"],
);
/// To add an application user to an environment (PowerApps Service, delegated `User`).
pub const POWER_PLATFORM: Scope = Scope {
    resource: Resource::PowerPlatform,
    name: "User",
    reason: "sign-in-why-power-platform",
    recipes: &["lead-management", "readiness"],
};

/// To read advanced connector policies (Power Platform API; that this permission is enough is not proven).
pub const CONNECTOR_POLICIES: Scope = Scope {
    resource: Resource::PowerPlatformApi,
    name: "Governance.RuleBasedPolicies.Read",
    reason: "sign-in-why-connector-policies",
    recipes: &["readiness"],
};
/// To read policies of Microsoft Teams, and to turn transcription on (its own delegated permission).
pub const TEAMS: Scope = Scope {
    resource: Resource::Teams,
    name: "user_impersonation",
    reason: "sign-in-why-teams",
    recipes: &["readiness"],
};

/// To read, as a user of it, an environment that no page is open of (Dataverse, delegated `user_impersonation`).
pub const ENVIRONMENT: Scope = Scope {
    resource: Resource::Environment,
    name: "user_impersonation",
    reason: "sign-in-why-environment",
    recipes: &["readiness"],
};

/// All of them, in the order the registration page lists them.
pub const ALL: [Scope; 11] = [
    PROFILE,
    DIRECTORY,
    APPLICATIONS_READ,
    APPLICATIONS,
    POLICIES,
    GRANTS,
    USERS,
    POWER_PLATFORM,
    CONNECTOR_POLICIES,
    TEAMS,
    ENVIRONMENT,
];

impl Scope {
    /// The message that says what for, where one recipe asks for it.
    pub fn why(self, recipe: Option<&str>) -> &'static str {
        let readiness = [
            (DIRECTORY, "sign-in-why-directory-readiness"),
            (USERS, "sign-in-why-users-readiness"),
            (POWER_PLATFORM, "sign-in-why-power-platform-readiness"),
        ];
        let mut own = readiness.iter().filter(|_| recipe == Some("readiness"));
        own.find(|(scope, _)| *scope == self)
            .map_or(self.reason, |(_, reason)| *reason)
    }

    /// As it stands in a request; `environment` is the host of the environment that is asked, if one is.
    pub fn wire(self, cloud: Cloud, environment: &str) -> String {
        match self.resource {
            Resource::Environment => format!("https://{environment}/{}", self.name),
            _ => format!("{}/{}", cloud.audience(self.resource), self.name),
        }
    }

    /// Whether a token with these scopes (as Entra answers them: names, with or without their resource) allows it. What
    /// may write may read.
    pub fn is_in(self, granted: &[String]) -> bool {
        self.is_named_in(granted) || (self == APPLICATIONS_READ && APPLICATIONS.is_named_in(granted))
    }

    fn is_named_in(self, granted: &[String]) -> bool {
        granted.iter().any(|granted| {
            let granted = granted.rsplit('/').next().unwrap_or_default();
            granted.eq_ignore_ascii_case(self.name)
        })
    }
}

/// The resources these are of, each once.
pub fn resources(wanted: &[Scope]) -> Vec<Resource> {
    let is_wanted = |resource: &Resource| wanted.iter().any(|scope| scope.resource == *resource);
    Resource::ALL.into_iter().filter(is_wanted).collect()
}

/// Those of a resource that a token's scopes hold, so that its successor is asked for them again.
pub fn known(resource: Resource, granted: &[String]) -> Vec<Scope> {
    let is_known = |scope: &&Scope| scope.resource == resource && scope.is_named_in(granted);
    ALL.iter().filter(is_known).copied().collect()
}

/// Which permissions a request names: those wanted, each once, of one resource.
pub fn of(resource: Resource, wanted: &[Scope]) -> Vec<Scope> {
    let mut of: Vec<Scope> = wanted
        .iter()
        .copied()
        .filter(|scope| scope.resource == resource)
        .collect();
    of.sort_unstable();
    of.dedup();
    of
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_registration_guide_lists_every_permission_with_its_api_and_recipes_and_no_other() {
        let guide = include_str!("../../../docs/SIGN-IN.md");
        let rows = guide
            .lines()
            .map(str::trim)
            .filter(|line| line.starts_with('|') && line.matches('|').count() == 5);
        let code = |cell: &str| cell.split('`').nth(1).unwrap_or_default().to_owned();
        let mut listed = Vec::new();
        for row in rows {
            let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
            if cells[1].starts_with('`') {
                let recipes = cells[2]
                    .split(',')
                    .filter_map(|recipe| recipe.split_whitespace().next());
                let recipes: Vec<&str> = recipes.filter(|recipe| *recipe != "all").collect();
                listed.push((code(cells[0]), code(cells[1]), recipes.join(" ")));
            }
        }
        let ours = ALL.map(|scope| {
            (
                scope.resource.app_id().to_owned(),
                scope.name.to_owned(),
                scope.recipes.join(" "),
            )
        });
        let mut ours = ours.to_vec();
        ours.sort();
        listed.sort();
        assert_eq!(listed, ours);
    }

    #[test]
    fn a_scope_names_its_resource_in_every_cloud_and_is_found_however_entra_answers_it() {
        assert_eq!(
            APPLICATIONS.wire(Cloud::Gcc, ""),
            "https://graph.microsoft.com/Application.ReadWrite.All"
        );
        assert_eq!(POWER_PLATFORM.wire(Cloud::Gcc, ""), "https://service.powerapps.us/User");
        assert_eq!(
            ENVIRONMENT.wire(Cloud::Public, "viva.crm4.dynamics.com"),
            "https://viva.crm4.dynamics.com/user_impersonation"
        );
        for answered in ["User.Read", "user.read", "https://graph.microsoft.com/User.Read"] {
            assert!(PROFILE.is_in(&[answered.to_owned()]), "{answered}");
        }
        assert!(!PROFILE.is_in(&["User.ReadWrite.All".to_owned()]));
        assert!(APPLICATIONS_READ.is_in(&["Application.ReadWrite.All".to_owned()]));
        assert!(!APPLICATIONS.is_in(&["Application.Read.All".to_owned()]));
        // What follows from another permission was not consented to by its own name.
        let granted = ["openid", "Application.ReadWrite.All", "User"].map(str::to_owned);
        assert_eq!(known(Resource::Graph, &granted), [APPLICATIONS]);
    }
}
