//! The Entra tenant a recipe works in: who is signed in to it, and it as a target. Services of the same sign-in that tell
//! neither tenant nor user are vouched for by this target's lock.

use serde_json::json;

use crate::domain::organization::{EnvironmentKind, SignedInUser};
use crate::domain::reading::Reading;
use crate::http::Request;
use crate::plan::making::field;
use crate::plan::model::{Condition, LockProbe, Probe, Read, Service, Target};
use crate::services::bearer::{Cloud, CloudError};
use crate::services::graph::tenant::organization;
use crate::services::graph::users::me;
use crate::sorted;
use crate::text::Text;

/// Key of the tenant among a plan's targets.
pub const ENTRA: &str = "entra";

/// It, as Graph tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tenant {
    /// Tenant id: *Directory ID* (S004-14).
    pub id: String,
    /// Its name.
    pub name: String,
    /// Host of Graph in the tenant's cloud.
    pub host: String,
    /// Verified domains, the default one first.
    pub domains: Vec<String>,
    /// ISO 3166-1 alpha-2, if told: a new user's usage location.
    pub country: Option<String>,
    /// The signed-in admin.
    pub admin: SignedInUser,
}

/// Reads it: two requests.
pub async fn read(graph: &Cloud<'_>) -> Reading<Tenant> {
    match (graph.get(&me()).await, graph.all(&organization()).await) {
        (Err(error), _) | (_, Err(error)) => unread(&error),
        (Ok(own), Ok(tenants)) => {
            let Some(tenant) = tenants.into_iter().next() else {
                return Reading::Unreadable(Text::new("lead-tenant-unread"));
            };
            let mut domains = tenant.domains;
            sorted::sort_by_key(&mut domains, |domain| !domain.is_default);
            Reading::Complete(Tenant {
                name: tenant.display_name.unwrap_or_else(|| tenant.id.clone()),
                id: tenant.id,
                host: graph.host().to_owned(),
                domains: domains.into_iter().map(|domain| domain.name).collect(),
                country: tenant.country,
                admin: SignedInUser {
                    id: own.id,
                    name: own.display_name.unwrap_or_default(),
                    upn: own.upn,
                },
            })
        }
    }
}

fn unread(error: &CloudError) -> Reading<Tenant> {
    Reading::Unreadable(error.explain())
}

/// The tenant as a target, told again by who is signed in and where.
pub fn target(own: &Tenant) -> Target {
    let lock = |what: &'static str, request: Request, condition: Condition| LockProbe {
        probe: Probe {
            read: Read::Http(request),
            conditions: vec![condition],
        },
        what: Text::new(what),
        required: true,
    };
    Target {
        id: ENTRA.to_owned(),
        service: Service::Graph,
        identity: own.id.clone(),
        name: own.name.clone(),
        host: own.host.clone(),
        kind: EnvironmentKind::Unknown,
        user: own.admin.clone(),
        lock: vec![
            lock(
                "disconnect-lock-user",
                me().request(),
                field(Text::new("disconnect-lock-user"), "/id", json!(own.admin.id)),
            ),
            lock(
                "lead-lock-tenant",
                organization().request(),
                Condition::Member {
                    label: Text::new("lead-lock-tenant"),
                    list: "/value".to_owned(),
                    key: [("id".to_owned(), json!(own.id))].into(),
                    fields: [("displayName".to_owned(), json!(own.name))].into(),
                },
            ),
        ],
    }
}
