//! A Salesforce organization as the target of a plan.

use serde_json::json;

use crate::domain::organization::{EnvironmentKind, Organization, SignedInUser};
use crate::plan::making::{field, probe};
use crate::plan::model::{LockProbe, Service, Target};
use crate::services::salesforce::rows;
use crate::text::Text;

/// Its key among a plan's targets.
pub const TARGET: &str = "salesforce";

/// It as read; the host is its own (My Domain).
pub fn organization(row: &rows::Organization, host: &str) -> Organization {
    let is_developer = row
        .edition
        .as_deref()
        .is_some_and(|edition| edition.starts_with("Developer"));
    Organization {
        id: row.id.clone(),
        name: row.name.clone(),
        host: host.to_owned(),
        environment_id: None,
        tenant_id: None,
        kind: match row.is_sandbox {
            Some(true) => EnvironmentKind::Sandbox,
            Some(false) if is_developer => EnvironmentKind::Developer,
            Some(false) => EnvironmentKind::Production,
            None => EnvironmentKind::Unknown,
        },
        version: None,
    }
}

/// The target, with the reads that must show it again. `identity` is the URL that names organization and user, where the
/// version's own resource told it.
pub fn target(organization: &Organization, admin: &SignedInUser, identity: Option<&str>) -> Target {
    let place = Text::new("salesforce-lock-organization");
    let mut lock = vec![LockProbe {
        probe: probe(
            rows::organization(&organization.id).request(),
            vec![
                field(place.clone(), "/Id", json!(organization.id)),
                field(Text::new("salesforce-lock-name"), "/Name", json!(organization.name)),
            ],
        ),
        what: place,
        required: true,
    }];
    if let Some(identity) = identity {
        let who = Text::new("salesforce-lock-user");
        lock.push(LockProbe {
            probe: probe(
                rows::resources().request(),
                vec![field(who.clone(), "/identity", json!(identity))],
            ),
            what: who,
            required: true,
        });
    }
    Target {
        id: TARGET.to_owned(),
        service: Service::Salesforce,
        identity: organization.id.clone(),
        name: organization.name.clone(),
        host: organization.host.clone(),
        kind: organization.kind,
        user: admin.clone(),
        lock,
    }
}
