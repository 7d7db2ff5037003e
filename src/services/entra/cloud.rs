//! The clouds Dynamics 365 runs in, told apart by the organization's host, and the hosts of their services.

/// One of Microsoft's clouds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cloud {
    /// The commercial cloud.
    Public,
    /// US Government Community Cloud; Entra and Graph are the commercial ones.
    Gcc,
    /// US Government, GCC High.
    GccHigh,
    /// US Department of Defense.
    Dod,
    /// China, operated by 21Vianet.
    China,
}

/// A service whose tokens are Latchkey's to ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Resource {
    /// Microsoft Graph.
    Graph,
    /// The Power Platform's administration (BAP), whose tokens are those of the PowerApps service.
    PowerPlatform,
    /// The Power Platform API, of which advanced connector policies are read.
    PowerPlatformApi,
    /// The configuration API of Microsoft Teams, which is private: the Teams PowerShell module's and the admin center's.
    Teams,
    /// Dataverse of an environment beside the page's, whose host the Power Platform tells.
    Environment,
}

impl Resource {
    /// All, in the order they are listed.
    pub const ALL: [Self; 5] = [
        Self::Graph,
        Self::PowerPlatform,
        Self::PowerPlatformApi,
        Self::Teams,
        Self::Environment,
    ];

    /// Its key in storage and in test ids.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Graph => "graph",
            Self::PowerPlatform => "powerplatform",
            Self::PowerPlatformApi => "powerplatformapi",
            Self::Teams => "teams",
            Self::Environment => "environment",
        }
    }

    /// Where its API lives on every host of it; nothing else of the host is asked.
    pub const fn root(self) -> &'static str {
        match self {
            Self::Graph => "/v1.0/",
            Self::PowerPlatform => "/providers/",
            Self::PowerPlatformApi => "/governance/",
            Self::Teams => "/Skype.Policy/",
            Self::Environment => "/api/data/",
        }
    }

    /// The application id it is found by among the APIs of a tenant; empty for Graph, which is listed first.
    pub const fn app_id(self) -> &'static str {
        match self {
            Self::Graph => "",
            Self::PowerPlatform => "475226c6-020e-4fb2-8a90-7a972cbfc1d4",
            Self::PowerPlatformApi => "8578e004-a5c6-46e7-913e-12f58912df43",
            Self::Teams => "48ac35b8-9aa8-4d74-927d-1f4a14a0b239",
            Self::Environment => "00000007-0000-0000-c000-000000000000",
        }
    }

    /// Headers every request to it carries, whatever it asks for: Teams is told that the tenant's own administrator asks
    /// (observed).
    pub const fn headers(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Teams => &[("x-authz-scope", "tenant")],
            Self::Graph | Self::PowerPlatform | Self::PowerPlatformApi | Self::Environment => &[],
        }
    }

    /// The message that names it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Graph => "sign-in-resource-graph",
            Self::PowerPlatform => "sign-in-resource-power-platform",
            Self::PowerPlatformApi => "sign-in-resource-power-platform-api",
            Self::Teams => "sign-in-resource-teams",
            Self::Environment => "sign-in-resource-dataverse",
        }
    }
}

impl Cloud {
    /// The cloud of an organization, by its host (Power Platform "new datacenter regions": `crm9` is GCC, 'crm' alone
    /// under the other suffixes). `None` for a host that is none of Microsoft's, such as an on-premises server
    /// (S004-02).
    pub fn of_org(host: &str) -> Option<Self> {
        let host = host.split(':').next().unwrap_or_default().to_ascii_lowercase();
        let region = |suffix| {
            let (organization, region) = host.strip_suffix(suffix)?.rsplit_once('.')?;
            (!organization.is_empty()).then(|| region.to_owned())
        };
        if let Some(region) = region(".dynamics.com") {
            let number = region.strip_prefix("crm")?;
            if !number.bytes().all(|digit| digit.is_ascii_digit()) {
                return None;
            }
            return Some(if number == "9" { Self::Gcc } else { Self::Public });
        }
        let others = [
            (".microsoftdynamics.us", Self::GccHigh),
            (".appsplatform.us", Self::Dod),
            (".dynamics.cn", Self::China),
        ];
        others
            .into_iter()
            .find_map(|(suffix, cloud)| (region(suffix)? == "crm").then_some(cloud))
    }

    /// Where one signs in (Entra, "National clouds").
    pub const fn login(self) -> &'static str {
        match self {
            Self::Public | Self::Gcc => "login.microsoftonline.com",
            Self::GccHigh | Self::Dod => "login.microsoftonline.us",
            Self::China => "login.partner.microsoftonline.cn",
        }
    }

    /// The host of a service. Graph: "National cloud deployments"; Power Platform: Microsoft's own Terraform provider;
    /// Teams: others' clients of it.
    /// Those outside the commercial cloud are not proven on a live tenant. An environment's is no cloud's: empty.
    pub const fn host(self, resource: Resource) -> &'static str {
        match (resource, self) {
            (Resource::Graph, Self::Public | Self::Gcc) => "graph.microsoft.com",
            (Resource::Graph, Self::GccHigh) => "graph.microsoft.us",
            (Resource::Graph, Self::Dod) => "dod-graph.microsoft.us",
            (Resource::Graph, Self::China) => "microsoftgraph.chinacloudapi.cn",
            (Resource::PowerPlatform, Self::Public) => "api.bap.microsoft.com",
            (Resource::PowerPlatform, Self::Gcc) => "gov.api.bap.microsoft.us",
            (Resource::PowerPlatform, Self::GccHigh) => "high.api.bap.microsoft.us",
            (Resource::PowerPlatform, Self::Dod) => "api.bap.appsplatform.us",
            (Resource::PowerPlatform, Self::China) => "api.bap.partner.microsoftonline.cn",
            (Resource::PowerPlatformApi, Self::Public) => "api.powerplatform.com",
            (Resource::PowerPlatformApi, Self::Gcc) => "api.gov.powerplatform.microsoft.us",
            (Resource::PowerPlatformApi, Self::GccHigh | Self::Dod) => "api.appsplatform.us",
            (Resource::PowerPlatformApi, Self::China) => "api.powerplatform.partner.microsoftonline.cn",
            (Resource::Teams, Self::Public | Self::Gcc) => "api.interfaces.records.teams.microsoft.com",
            (Resource::Teams, Self::GccHigh) => "api.interfaces.records.gov.teams.microsoft.us",
            (Resource::Teams, Self::Dod) => "api.interfaces.records.dod.teams.microsoft.us",
            (Resource::Teams, Self::China) => "api.interfaces.records.teams.microsoftonline.cn",
            (Resource::Environment, _) => "",
        }
    }

    /// What the scopes of a resource begin with; those of an environment with its own address.
    pub(super) const fn audience(self, resource: Resource) -> &'static str {
        match (resource, self) {
            (Resource::Graph, Self::Public | Self::Gcc) => "https://graph.microsoft.com",
            (Resource::Graph, Self::GccHigh) => "https://graph.microsoft.us",
            (Resource::Graph, Self::Dod) => "https://dod-graph.microsoft.us",
            (Resource::Graph, Self::China) => "https://microsoftgraph.chinacloudapi.cn",
            (Resource::PowerPlatform, Self::Public) => "https://service.powerapps.com",
            (Resource::PowerPlatform, Self::Gcc) => "https://service.powerapps.us",
            (Resource::PowerPlatform, Self::GccHigh) => "https://high.service.apps.appsplatform.us",
            (Resource::PowerPlatform, Self::Dod) => "https://service.apps.appsplatform.us",
            (Resource::PowerPlatform, Self::China) => "https://service.powerapps.cn",
            (Resource::PowerPlatformApi, Self::Public) => "https://api.powerplatform.com",
            (Resource::PowerPlatformApi, Self::Gcc) => "https://api.gov.powerplatform.microsoft.us",
            (Resource::PowerPlatformApi, Self::GccHigh | Self::Dod) => "https://api.appsplatform.us",
            (Resource::PowerPlatformApi, Self::China) => "https://api.powerplatform.partner.microsoftonline.cn",
            // An application id: the service has no address among its names.
            (Resource::Teams, _) => "48ac35b8-9aa8-4d74-927d-1f4a14a0b239",
            (Resource::Environment, _) => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Cloud, Resource};

    #[test]
    fn s004_02_a_cloud_is_told_by_the_host_and_anything_else_is_none() {
        for (host, cloud) in [
            ("contoso.crm.dynamics.com", Cloud::Public),
            ("contoso.crm4.dynamics.com:8443", Cloud::Public),
            ("Contoso.api.CRM22.dynamics.com", Cloud::Public),
            ("contoso.crm9.dynamics.com", Cloud::Gcc),
            ("contoso.crm.microsoftdynamics.us", Cloud::GccHigh),
            ("contoso.crm.appsplatform.us", Cloud::Dod),
            ("contoso.crm.dynamics.cn", Cloud::China),
        ] {
            assert_eq!(Cloud::of_org(host), Some(cloud), "{host}");
        }
        for none in [
            "",
            "crm.contoso.com",
            "contoso.operations.dynamics.com",
            "crm4.dynamics.com",
            ".crm4.dynamics.com",
            "contoso.crm4.dynamics.com.evil.example",
            "contoso.crm4x.dynamics.com",
            "contoso.crm4.dynamics.cn",
        ] {
            assert_eq!(Cloud::of_org(none), None, "{none}");
        }
    }

    #[test]
    fn no_two_clouds_share_a_power_platform_host_and_gcc_signs_in_with_the_commercial_entra() {
        let all = [Cloud::Public, Cloud::Gcc, Cloud::GccHigh, Cloud::Dod, Cloud::China];
        for (at, cloud) in all.iter().enumerate() {
            for other in all.iter().skip(at + 1) {
                let host = |cloud: &Cloud| cloud.host(Resource::PowerPlatform);
                assert_ne!(host(cloud), host(other));
            }
        }
        assert_eq!(Cloud::Gcc.login(), Cloud::Public.login());
    }
}
