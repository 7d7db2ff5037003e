//! Where the article stands, what it links to download, and where its alternatives are described (S004-03, S004-07).
//! Addresses as Microsoft Learn had them in 2023; the solution's own is the article's.

use super::hosting::Destination;

/// The article.
pub const ARTICLE: &str = "https://learn.microsoft.com/partner-center/marketplace-offers/partner-center-portal/\
                           commercial-marketplace-lead-management-instructions-dynamics";
/// The solution *Microsoft Marketplace Lead Writer* (S004-07).
pub const SOLUTION: &str = "https://referralsflowpackages.blob.core.windows.net/documentation/\
                            MicrosoftMarketplacesLeadIntegrationSolution_1_0_0_0_target_CRM_6.1_managed.zip";

impl Destination {
    /// Where it is described. A blob and email have no article of their own: they stand in the one about leads.
    pub const fn address(self) -> &'static str {
        match self {
            Self::HttpsEndpoint => {
                "https://learn.microsoft.com/partner-center/marketplace-offers/partner-center-portal/\
                 commercial-marketplace-lead-management-instructions-https"
            }
            Self::AzureTable => {
                "https://learn.microsoft.com/partner-center/marketplace-offers/partner-center-portal/\
                 commercial-marketplace-lead-management-instructions-azure-table"
            }
            Self::Marketo => {
                "https://learn.microsoft.com/partner-center/marketplace-offers/partner-center-portal/\
                 commercial-marketplace-lead-management-instructions-marketo"
            }
            Self::Salesforce => {
                "https://learn.microsoft.com/partner-center/marketplace-offers/partner-center-portal/\
                 commercial-marketplace-lead-management-instructions-salesforce"
            }
            Self::AzureBlob | Self::Email => {
                "https://learn.microsoft.com/partner-center/marketplace-offers/partner-center-portal/\
                 commercial-marketplace-get-customer-leads"
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s004_03_s004_07_every_address_is_microsoft_s_own() {
        let all = Destination::ALL.map(Destination::address);
        for address in all.iter().chain([&ARTICLE]) {
            assert!(
                address.starts_with("https://learn.microsoft.com/partner-center/"),
                "{address}"
            );
            assert!(!address.contains(char::is_whitespace), "{address}");
        }
        assert!(SOLUTION.starts_with("https://referralsflowpackages.blob.core.windows.net/documentation/"));
        assert!(SOLUTION.ends_with("_managed.zip") && !SOLUTION.contains(char::is_whitespace));
    }
}
