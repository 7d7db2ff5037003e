//! The registered app behind the account, as Graph shows it to the signed-in admin (S002-02, S002-12, S002-15).

use crate::domain::integration_account::reply_address;
use crate::domain::reading::Reading;
use crate::recipes::tenant::{self, Tenant};
use crate::services::Transport;
use crate::services::bearer::{Cloud, CloudError};
use crate::services::graph::applications::{self, Application, DYNAMICS_CRM, ServicePrincipal};
use crate::services::graph::grants::{self, PermissionGrant};
use crate::services::patience::Sleep;

/// The delegated permission the account works with.
pub const SCOPE: &str = "user_impersonation";

/// One app registration and its standing in the tenant.
#[derive(Debug, Clone, PartialEq)]
pub struct App {
    /// The client id it was asked for by.
    pub client_id: String,
    /// The registration; `None` if this tenant has none.
    pub application: Reading<Option<Application>>,
    /// Its service principal; `None` if there is none.
    pub principal: Reading<Option<ServicePrincipal>>,
    /// Dynamics CRM's service principal; `None` if the tenant has no Dynamics.
    pub resource: Reading<Option<ServicePrincipal>>,
    /// The permissions granted to it.
    pub grants: Reading<Vec<PermissionGrant>>,
    /// The tenant, and as whom it was read: the same account writes.
    pub tenant: Reading<Tenant>,
}

impl App {
    /// What it is called in this tenant: by its registration, or where that is another tenant's by its service principal.
    pub fn name(&self) -> Option<&str> {
        let application = self.application.value().and_then(Option::as_ref);
        let principal = self.principal.value().and_then(Option::as_ref);
        let own = application.map(|application| application.display_name.as_str());
        let known = own.or(principal.and_then(|principal| principal.display_name.as_deref()));
        known.filter(|name| !name.is_empty())
    }

    /// Whether the tenant knows no app by this client id: neither registers it nor has a service principal of it.
    pub fn is_absent(&self) -> bool {
        let is_none = |known: Option<bool>| known == Some(false);
        is_none(self.application.value().map(Option::is_some)) && is_none(self.principal.value().map(Option::is_some))
    }

    /// Whether the reply address of this Bright Pattern is among the app's; `None` if that is not known.
    pub fn has_reply(&self, host: &str) -> Option<bool> {
        let application = self.application.value()?.as_ref()?;
        let wanted = reply_address(host);
        let web = application.web.as_ref();
        Some(web.is_some_and(|web| web.redirect_uris.iter().any(|uri| uri.eq_ignore_ascii_case(&wanted))))
    }

    /// Whether the app lists the delegated permission; `None` if that is not known.
    pub fn lists_permission(&self) -> Option<bool> {
        Some(self.application.value()?.as_ref()?.lists_user_impersonation())
    }

    /// Whether the permission is granted for the whole organization; `None` if that is not known.
    pub fn is_granted(&self) -> Option<bool> {
        match (self.principal.value()?, self.resource.value()?) {
            (Some(_), Some(resource)) => {
                let grants = self.grants.value()?;
                Some(grants.iter().any(|grant| grant.allows_all(&resource.id, SCOPE)))
            }
            _ => Some(false),
        }
    }
}

/// Reads it, as far as the admin may.
pub async fn read_app(graph: &dyn Transport, sleep: &dyn Sleep, client_id: &str) -> App {
    let cloud = Cloud::new(graph, sleep);
    let tenant = tenant::read(&cloud).await;
    let application = told(cloud.find(&applications::by_app_id(client_id)).await);
    let principal = told(cloud.find(&applications::service_principal(client_id)).await);
    let resource = told(cloud.find(&applications::service_principal(DYNAMICS_CRM)).await);
    let grants = match &principal {
        Reading::Complete(Some(principal)) => told(cloud.all(&grants::of_client(&principal.id)).await),
        Reading::Complete(None) => Reading::Complete(Vec::new()),
        Reading::Partial { missing, .. } => match missing.first() {
            Some(why) => Reading::Unreadable(why.clone()),
            None => Reading::Complete(Vec::new()),
        },
        Reading::Unreadable(why) => Reading::Unreadable(why.clone()),
    };
    App {
        client_id: client_id.to_owned(),
        application,
        principal,
        resource,
        grants,
        tenant,
    }
}

fn told<T>(read: Result<T, CloudError>) -> Reading<T> {
    read.map_or_else(|error| Reading::Unreadable(error.explain()), Reading::Complete)
}
