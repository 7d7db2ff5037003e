//! The catalogue of connectors on the PowerApps host (Terraform provider for Power Platform, `connectors`), cut to a
//! dozen.

use super::policies::{APIS, UNBLOCKABLE};
use super::{Call, Refusal};
use crate::odata::url;
use serde_json::{Value, json};

/// Host of the PowerApps service in the public cloud.
pub const HOST: &str = "api.powerapps.com";

const CONNECTORS: [(&str, &str, &str); 12] = [
    ("shared_commondataserviceforapps", "Microsoft Dataverse", "Premium"),
    ("shared_office365", "Office 365 Outlook", "Standard"),
    ("shared_office365users", "Office 365 Users", "Standard"),
    ("shared_powerappsforappmakers", "Power Apps for Makers", "Standard"),
    ("shared_approvals", "Approvals", "Standard"),
    ("shared_sharepointonline", "SharePoint", "Standard"),
    ("shared_salesforce", "Salesforce", "Premium"),
    ("shared_sql", "SQL Server", "Premium"),
    ("shared_dropbox", "Dropbox", "Standard"),
    ("shared_facebook", "Facebook", "Standard"),
    ("shared_twitter", "X", "Standard"),
    ("shared_msnweather", "MSN Weather", "Standard"),
];

/// Answers a request to the PowerApps service.
///
/// # Errors
/// What it refuses.
pub fn answer(call: &Call<'_>) -> Result<(u16, Value), Refusal> {
    let pairs = url::pairs(call.query);
    let given = |name: &str| pairs.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str());
    if call.path.trim_matches('/') != "providers/Microsoft.PowerApps/apis" {
        return Err(Refusal::new(404, "ResourceNotFound", "The resource was not found."));
    }
    if call.method != "GET" {
        return Err(Refusal::new(405, "MethodNotAllowed", "The method is not allowed here."));
    }
    if given("api-version").is_none() {
        return Err(Refusal::new(
            400,
            "MissingApiVersionParameter",
            "The api-version query parameter (?api-version=) is required for all requests.",
        ));
    }
    if given("$filter").is_none_or(|filter| !filter.starts_with("environment eq ")) {
        return Err(Refusal::new(
            400,
            "MissingEnvironmentFilter",
            "The $filter names no environment.",
        ));
    }
    let list = CONNECTORS.map(|(id, name, tier)| {
        json!({"name": id, "id": format!("{APIS}{id}"), "type": "Microsoft.PowerApps/apis", "properties": {
            "displayName": name, "publisher": "Microsoft", "tier": tier, "isCustomApi": false,
            "apiEnvironment": "Shared", "unblockable": UNBLOCKABLE.contains(&id)}})
    });
    Ok((200, json!({"value": list})))
}
