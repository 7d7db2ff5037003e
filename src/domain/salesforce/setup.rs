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
