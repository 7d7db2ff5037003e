//! Where the parts of the connection stand in Salesforce's Setup: by node, never by label (portal-dom §1.8; S000-14).

use super::id::salesforce_id;

/// A page of Setup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// **Manage Connected Apps**.
    ConnectedApps,
    /// **Connected Apps OAuth Usage**, which also has the apps that are not installed.
    OauthUsage,
    /// **External Client App Manager**.
    ExternalApps,
    /// A user, or all of them.
    Users,
    /// A permission set, or all of them.
    PermissionSets,
}

/// The host of Setup, by My Domain's (portal-dom §1.8); `None` for a host that is no My Domain.
pub fn host_of_setup(my_domain: &str) -> Option<String> {
    let name = my_domain.strip_suffix(MY_DOMAIN)?;
    Some(format!("{name}.my.salesforce-setup.com"))
}

/// Whether a page on `host` is of the organization with this My Domain.
pub fn is_of(host: &str, my_domain: &str) -> bool {
    host == my_domain || host_of_setup(my_domain).as_deref() == Some(host)
}

const MY_DOMAIN: &str = ".my.salesforce.com";

/// The address, below the host, of the page that shows a connected app's policies: a classic one in a frame. That it takes
/// the id of `ConnectedApplication` is unproven.
pub fn app_policies(id: &str) -> Option<String> {
    let id = salesforce_id(id)?;
    let id = id.get(..15)?;
    Some(format!(
        "lightning/setup/ConnectedApplication/page?address=%2Fapp%2Fmgmt%2Fforceconnectedapps%2FforceAppDetail.apexp%3FconnectedAppId%3D{id}"
    ))
}

/// The page's address on the organization's host; of the one thing with this id where the page can show it.
pub fn address(host: &str, page: Page, id: Option<&str>) -> String {
    let (node, shows_one) = match page {
        Page::ConnectedApps => ("ConnectedApplication", false),
        Page::OauthUsage => ("ConnectedAppsUsage", false),
        Page::ExternalApps => ("ManageExternalClientApplication", false),
        Page::Users => ("ManageUsers", true),
        Page::PermissionSets => ("PermSets", true),
    };
    let shown = match id.and_then(salesforce_id).filter(|_| shows_one) {
        Some(id) => format!("page?address=%2F{id}"),
        None => "home".to_owned(),
    };
    format!("https://{host}/lightning/setup/{node}/{shown}")
}
