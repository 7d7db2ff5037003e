//! Reads what leads stand on in the directory: the tenant, the admin's roles there, app registrations, users, licences. Only
//! once somebody has signed in to it; each part may be unreadable by itself.

use super::observed::{App, Directory, Observed, Person, SecretSeen};
use crate::domain::day::Day;
use crate::domain::lead::licence::Sku;
use crate::domain::lead::secret::Policy;
use crate::domain::reading::Reading;
use crate::recipes::disconnect::Context;
use crate::recipes::disconnect::observe::reading;
use crate::recipes::tenant;
use crate::services::Transport;
use crate::services::bearer::Cloud;
use crate::services::graph::applications::{Application, by_app_id, called as apps_called, service_principal};
use crate::services::graph::tenant::{SubscribedSku, app_management_policy, subscribed_skus};
use crate::services::graph::users::called as users_called;
use crate::services::graph::{applications, roles};

/// App registrations of application users that are looked at.
const MOST_APPS: usize = 10;
/// `signInAudience` of *Accounts in any organizational directory* (S004-16).
pub const MULTI_TENANT: &str = "AzureADMultipleOrgs";

/// What is looked for by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lookup<'a> {
    /// Display name of the app registration.
    pub app: &'a str,
    /// User principal name of the Office 365 user.
    pub upn: &'a str,
}

/// Reads the directory over Graph.
pub async fn read_directory(
    transport: &dyn Transport,
    context: Context<'_>,
    observed: &Observed,
    lookup: Lookup<'_>,
) -> Directory {
    let graph = Cloud::new(transport, context.sleep);
    let tenant = tenant::read(&graph).await;
    let skus = graph.all(&subscribed_skus()).await;
    Directory {
        tenant,
        own_roles: match graph.all(&roles::mine()).await {
            Ok(roles) => Reading::Complete(roles.into_iter().filter_map(|role| role.template).collect()),
            Err(error) => Reading::Unreadable(error.explain()),
        },
        apps: apps(&graph, observed, lookup.app).await,
        policy: match graph.find(&app_management_policy()).await {
            Ok(policy) => {
                let policy = policy.unwrap_or_default();
                Reading::Complete(Policy {
                    forbidden: policy.forbids_secrets(),
                    longest_days: policy.longest_secret_days().map(i64::from),
                })
            }
            Err(error) => Reading::Unreadable(error.explain()),
        },
        users: users(&graph, lookup.upn).await,
        licences: match skus {
            Ok(skus) => Reading::Complete(skus.into_iter().map(sku).collect()),
            Err(error) => Reading::Unreadable(error.explain()),
        },
    }
}

/// Those of the name, and those of application users, of which those that write leads come first.
async fn apps(graph: &Cloud<'_>, observed: &Observed, name: &str) -> Reading<Vec<App>> {
    let mut found: Vec<Application> = match graph.all(&apps_called(name)).await {
        Ok(found) => found,
        Err(error) => return Reading::Unreadable(error.explain()),
    };
    let mut gaps = Vec::new();
    let accounts = observed.accounts.value().into_iter().flatten();
    let mut clients: Vec<(bool, &str)> = accounts
        .filter_map(|account| Some((!account.has_role, account.client.as_deref()?)))
        .collect();
    clients.sort_unstable();
    for (_, client) in clients.into_iter().take(MOST_APPS) {
        if found.iter().any(|known| known.app_id.eq_ignore_ascii_case(client)) {
            continue;
        }
        // An application user may be of an app of another tenant: then there is no registration here.
        match graph.find(&by_app_id(client)).await {
            Ok(app) => found.extend(app),
            Err(error) => gaps.push(error.explain()),
        }
    }
    let mut apps = Vec::with_capacity(found.len());
    for app in found {
        let principal = match graph.find(&service_principal(&app.app_id)).await {
            Ok(principal) => Reading::Complete(principal.map(|principal| principal.id)),
            Err(error) => Reading::Unreadable(error.explain()),
        };
        let owners = match graph.all(&applications::owners(&app.id)).await {
            Ok(owners) => Reading::Complete(owners),
            Err(error) => Reading::Unreadable(error.explain()),
        };
        apps.push(seen(app, principal, owners));
    }
    reading(apps, gaps)
}

fn seen(app: Application, principal: Reading<Option<String>>, owners: Reading<Vec<applications::Owner>>) -> App {
    App {
        impersonates: app.lists_user_impersonation(),
        multi_tenant: app.sign_in_audience.as_deref() == Some(MULTI_TENANT),
        audience: app.sign_in_audience.unwrap_or_default(),
        redirects: app.web.map(|web| web.redirect_uris).unwrap_or_default(),
        required: app.required,
        secrets: app.passwords.into_iter().map(secret).collect(),
        certificates: app.certificates.len(),
        principal,
        owners,
        created: app.created.as_deref().and_then(Day::parse),
        id: app.id,
        client: app.app_id,
        name: app.display_name,
        unique_name: app.unique_name,
    }
}

fn secret(secret: applications::PasswordCredential) -> SecretSeen {
    SecretSeen {
        key: secret.key_id,
        name: secret.display_name.unwrap_or_default(),
        made: secret.start.as_deref().and_then(Day::moment),
        end: secret.end.as_deref().and_then(Day::parse),
    }
}

/// The user of the name, with whether they have a directory role (S004-27).
async fn users(graph: &Cloud<'_>, upn: &str) -> Reading<Vec<Person>> {
    if upn.is_empty() {
        return Reading::Complete(Vec::new());
    }
    let found = match graph.all(&users_called(upn)).await {
        Ok(found) => found,
        Err(error) => return Reading::Unreadable(error.explain()),
    };
    let mut people = Vec::with_capacity(found.len());
    for user in found {
        let is_administrator = match graph.all(&roles::of_user(&user.id)).await {
            Ok(roles) => Reading::Complete(!roles.is_empty()),
            Err(error) => Reading::Unreadable(error.explain()),
        };
        people.push(Person {
            id: user.id,
            name: user.display_name.unwrap_or_default(),
            upn: user.upn,
            enabled: user.account_enabled.unwrap_or(true),
            location: user.usage_location,
            licences: user.licenses.into_iter().map(|licence| licence.sku_id).collect(),
            password_changed: user.password_changed.as_deref().and_then(Day::moment),
            is_administrator,
        });
    }
    Reading::Complete(people)
}

pub(crate) fn sku(sku: SubscribedSku) -> Sku {
    Sku {
        works: matches!(sku.status.as_deref(), Some("Enabled" | "Warning") | None),
        seats: i64::from(sku.prepaid.enabled),
        used: i64::from(sku.consumed),
        plans: sku.plans.into_iter().map(|plan| plan.name).collect(),
        id: sku.sku_id,
        part_number: sku.part_number,
    }
}
