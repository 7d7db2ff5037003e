//! Who is signed in to which organization.

use serde_json::Value;

use super::client::Read;
use super::odata::Query;
use super::wire::{CurrentOrganization, OrganizationDetail, SystemUser, WhoAmI};
use crate::domain::organization::{EnvironmentKind, Organization, SignedInUser};

/// Path of `WhoAmI`; also what the target lock reads again.
pub fn who_am_i_path() -> String {
    Query::new("WhoAmI").path()
}

/// Path of `RetrieveCurrentOrganization`; also what the target lock reads again.
pub fn current_organization_path() -> String {
    Query::new("RetrieveCurrentOrganization(AccessType=@p1)")
        .option("@p1", "Microsoft.Dynamics.CRM.EndpointAccessType'Default'")
        .path()
}

/// `WhoAmI`: needs no privilege; success proves that somebody is signed in.
pub fn who_am_i() -> Read<WhoAmI> {
    Read::new("dataverse-what-who-am-i", who_am_i_path())
}

/// `RetrieveCurrentOrganization`.
pub fn current_organization() -> Read<CurrentOrganization> {
    Read::new("dataverse-what-organization", current_organization_path())
}

/// A user's row, such as the signed-in user's own.
pub fn user(id: &str) -> Read<SystemUser> {
    Read::new(
        "dataverse-what-own-user",
        Query::new(&format!("systemusers({id})"))
            .select(&["systemuserid", "fullname", "domainname"])
            .path(),
    )
}

/// The organization; what the service does not tell stays unknown.
pub fn organization(who: &WhoAmI, detail: Option<OrganizationDetail>, host: &str) -> Organization {
    let kind = detail
        .as_ref()
        .map_or(EnvironmentKind::Unknown, |detail| kind(&detail.organization_type));
    let (name, environment_id, tenant_id, version) = match detail {
        Some(detail) => (
            detail.friendly_name,
            detail.environment_id,
            detail.tenant_id,
            detail.organization_version,
        ),
        None => (host.to_owned(), None, None, None),
    };
    Organization {
        id: who.organization_id.0.clone(),
        name,
        host: host.to_owned(),
        environment_id,
        tenant_id,
        kind,
        version,
    }
}

/// The signed-in user; without their row only the id is known.
pub fn signed_in(who: &WhoAmI, row: Option<SystemUser>) -> SignedInUser {
    let (name, upn) = row.map(|row| (row.fullname, row.domainname)).unwrap_or_default();
    SignedInUser {
        id: who.user_id.0.clone(),
        name: name.unwrap_or_default(),
        upn: upn.unwrap_or_default(),
    }
}

/// `OrganizationType` as name or number. The members are published (Microsoft's samples: Customer 0, Secondary 4,
/// CustomerTest 5, CustomerFreeTest 6, CustomerPreview 7, TestDrive 9, EmailTrial 11, Default 12, Developer 13,
/// Trial 14, Teams 15); which kind of environment each stands for is unproven, so whatever is not clearly something
/// else counts as production.
fn kind(value: &Value) -> EnvironmentKind {
    let text = match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    match text.as_str() {
        "Customer" | "0" | "Secondary" | "4" | "Default" | "12" | "Teams" | "15" => EnvironmentKind::Production,
        "CustomerTest" | "5" | "CustomerFreeTest" | "6" | "CustomerPreview" | "7" => EnvironmentKind::Sandbox,
        "TestDrive" | "9" | "EmailTrial" | "11" | "Trial" | "14" => EnvironmentKind::Trial,
        "Developer" | "13" => EnvironmentKind::Developer,
        _ => EnvironmentKind::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_kind_that_is_not_told_counts_as_production() {
        assert_eq!(kind(&json!("CustomerTest")), EnvironmentKind::Sandbox);
        assert_eq!(kind(&json!(13)), EnvironmentKind::Developer);
        for unknown in [Value::Null, json!("Placeholder"), json!({"x": 1})] {
            assert!(kind(&unknown).counts_as_production(), "{unknown}");
        }
    }
}
