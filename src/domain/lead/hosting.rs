//! Which organizations leads can be sent to: those Microsoft hosts (S004-01 to S004-03). Hosts from Microsoft's lists of
//! datacenter regions and of the national clouds.

/// The cloud an organization is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cloud {
    /// The commercial cloud.
    Commercial,
    /// US Government, GCC: on the commercial suffix, `crm9`.
    Gcc,
    /// US Government, GCC High.
    GccHigh,
    /// US Department of Defense.
    DoD,
    /// China, operated by 21Vianet.
    China,
}

/// Whether an organization can be a lead destination.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hosting {
    /// Hosted by Microsoft (S004-02).
    Microsoft(Cloud),
    /// A Microsoft host that is no Customer Engagement organization, such as Finance and Operations.
    OtherProduct,
    /// None of Microsoft's hosts: on-premises, which cannot be connected directly (S004-02).
    OnPremises,
}

/// Numbers of the commercial suffix that are published, 0 standing for `crm` itself; `crm10` and `crmtest` are
/// Microsoft's own test rings.
const REGIONS: [u8; 21] = [
    0, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22,
];

/// What the host of an organization says; case does not matter, a port is left aside.
pub fn hosting(host: &str) -> Hosting {
    let host = host.split(':').next().unwrap_or_default().trim_end_matches('.');
    let host = host.to_ascii_lowercase();
    let labels: Vec<&str> = host.split('.').collect();
    // The API's own name, `contoso.api.crm4.dynamics.com`, is the same organization.
    let (region, domain) = match labels.as_slice() {
        [name, "api", region, first, second] | [name, region, first, second] if is_name(name) => {
            (*region, (*first, *second))
        }
        _ => ("", ("", "")),
    };
    match (region, domain) {
        ("crm9", ("dynamics", "com")) => Hosting::Microsoft(Cloud::Gcc),
        ("crmtest", ("dynamics", "com")) => Hosting::Microsoft(Cloud::Commercial),
        ("crm", ("microsoftdynamics", "us")) => Hosting::Microsoft(Cloud::GccHigh),
        ("crm", ("appsplatform", "us")) => Hosting::Microsoft(Cloud::DoD),
        ("crm", ("dynamics", "cn")) => Hosting::Microsoft(Cloud::China),
        (region, ("dynamics", "com")) if is_region(region) => Hosting::Microsoft(Cloud::Commercial),
        _ if host.ends_with(".dynamics.com") => Hosting::OtherProduct,
        _ => Hosting::OnPremises,
    }
}

fn is_name(label: &str) -> bool {
    !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn is_region(label: &str) -> bool {
    let Some(number) = label.strip_prefix("crm") else {
        return false;
    };
    REGIONS.iter().any(|region| match region {
        0 => number.is_empty(),
        region => number == region.to_string(),
    })
}

/// Where leads can go instead (S004-03), in the order of Partner Center's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Destination {
    /// An Azure table.
    AzureTable,
    /// An Azure blob.
    AzureBlob,
    /// Email.
    Email,
    /// An HTTPS endpoint, such as a flow of Power Automate.
    HttpsEndpoint,
    /// Marketo.
    Marketo,
    /// Salesforce.
    Salesforce,
}

impl Destination {
    /// All of them; the article names the endpoint and the table first.
    pub const ALL: [Self; 6] = [
        Self::HttpsEndpoint,
        Self::AzureTable,
        Self::AzureBlob,
        Self::Email,
        Self::Marketo,
        Self::Salesforce,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s004_02_every_published_cloud_host_is_hosted_by_microsoft() {
        for (host, cloud) in [
            ("contoso.crm.dynamics.com", Cloud::Commercial),
            ("contoso.crm4.dynamics.com", Cloud::Commercial),
            ("CONTOSO.CRM4.Dynamics.com:443", Cloud::Commercial),
            ("contoso.api.crm4.dynamics.com", Cloud::Commercial),
            ("contoso-dev.crm22.dynamics.com.", Cloud::Commercial),
            ("org6216945a.crm10.dynamics.com", Cloud::Commercial),
            ("org.crmtest.dynamics.com", Cloud::Commercial),
            ("agency.crm9.dynamics.com", Cloud::Gcc),
            ("agency.crm.microsoftdynamics.us", Cloud::GccHigh),
            ("agency.crm.appsplatform.us", Cloud::DoD),
            ("contoso.crm.dynamics.cn", Cloud::China),
        ] {
            assert_eq!(hosting(host), Hosting::Microsoft(cloud), "{host}");
        }
    }

    #[test]
    fn s004_02_nothing_else_is() {
        for host in [
            "",
            "crm.contoso.com",
            "contoso.crm4.dynamics.com.evil.example",
            "crm4.dynamics.com",
            ".crm4.dynamics.com",
            "contoso.crm4.dynamics.co",
            "10.0.0.5",
            "localhost",
            "contoso.crm.microsoftdynamics.de",
            "a b.crm4.example.com",
        ] {
            assert!(!matches!(hosting(host), Hosting::Microsoft(_)), "{host}");
        }
        for host in [
            "contoso.operations.dynamics.com",
            "x.portal-infra.dynamics.com",
            "contoso.crm23.dynamics.com",
            "contoso.crm04.dynamics.com",
            "a.b.crm4.dynamics.com",
            "contoso.crm1.dynamics.com",
        ] {
            assert_eq!(hosting(host), Hosting::OtherProduct, "{host}");
        }
        assert_eq!(hosting("crm.contoso.com"), Hosting::OnPremises);
    }

    #[test]
    fn s004_03_the_article_s_alternatives_are_named_once_each() {
        for (at, destination) in Destination::ALL.iter().enumerate() {
            assert!(!Destination::ALL.iter().skip(at + 1).any(|other| other == destination));
        }
        assert_eq!(Destination::ALL.first(), Some(&Destination::HttpsEndpoint));
    }
}
