//! Reads the connection in Salesforce: who asks, then its parts in one composite call, then the rights of its user in
//! another. Writes nothing.

use super::observed::Observed;
use super::settings_page::SettingsPage;
use crate::domain::organization::SignedInUser;
use crate::domain::reading::Reading;
use crate::domain::salesforce::access::HeldSet;
use crate::domain::salesforce::connection::{App, Components, PermissionSet, User};
use crate::domain::salesforce::drift::Seen;
use crate::domain::salesforce::id::same;
use crate::domain::salesforce::names::PATTERN;
use crate::domain::salesforce::proof::{Described, Proof, compare};
use crate::domain::salesforce::rights::{DESCRIBED, Held};
use crate::recipes::disconnect::Context;
use crate::recipes::salesforce::target;
use crate::services::Transport;
use crate::services::salesforce::rows::{self, Assignment, Description};
use crate::services::salesforce::sign_in::session;
use crate::services::salesforce::{Salesforce, SalesforceError};
use crate::text::Text;

/// Requests a reading takes: who asks, and two composite calls.
const REQUESTS: u32 = 3;

/// Who asks, by the sign-in, and what was seen before.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Asker {
    /// Organization id, 18 characters.
    pub organization: String,
    /// User id, 18 characters.
    pub user: String,
    /// The connection as it was last looked at in this browser.
    pub seen: Option<Seen>,
}

/// Reads everything but the settings page, which is no part of Salesforce.
///
/// # Errors
/// [`SalesforceError`] where not even the organization can be told.
pub async fn observe(
    transport: &dyn Transport,
    context: Context<'_>,
    asker: Asker,
) -> Result<Observed, SalesforceError> {
    let client = Salesforce::new(transport, context.sleep);
    let identity = identity(&client, &asker).await?;
    let mut first = client.composite();
    let organization = first.add(&rows::organization(&asker.organization));
    let admin = first.add(&rows::user(&asker.user));
    let apps = first.add(&rows::connected_apps_like(PATTERN));
    let external = first.add(&rows::external_apps_like(PATTERN));
    let users = first.add(&rows::users_like(PATTERN));
    let sets = first.add(&rows::sets_like(PATTERN));
    let held = first.add(&rows::held_by_users_like(PATTERN));
    let parts = first.send().await?;
    let organization = target::organization(&parts.get(&organization)?, transport.host());
    let admin = match parts.get(&admin) {
        Ok(user) => SignedInUser {
            id: user.id,
            name: user.name,
            upn: user.username,
        },
        // Who it is by id is enough to go on.
        Err(_) => SignedInUser {
            id: asker.user.clone(),
            name: asker.user.clone(),
            upn: asker.user.clone(),
        },
    };
    let mut apps_unread = Vec::new();
    let mut listed = Vec::new();
    match parts.all(&apps).await {
        Ok(rows) => listed.extend(rows.into_iter().map(|row| app(row.id, row.name, false))),
        Err(error) => apps_unread.push(error.explain()),
    }
    match parts.all(&external).await {
        Ok(rows) => listed.extend(rows.into_iter().map(|row| app(row.id, row.label, true))),
        Err(error) => apps_unread.push(error.explain()),
    }
    // None of the kind that was read says nothing of the other.
    let apps = (apps_unread.is_empty() || !listed.is_empty()).then_some(listed);
    let read = match (parts.all(&users).await, parts.all(&sets).await, parts.all(&held).await) {
        (Ok(users), Ok(sets), Ok(mut held)) => {
            // What is not in force gives nothing.
            held.retain(|row| row.in_force);
            Ok((users, sets, held))
        }
        (Err(error), _, _) | (_, Err(error), _) | (_, _, Err(error)) => Err(error),
    };
    let (components, sets, proof) = match read {
        Err(error) => (Reading::Unreadable(error.explain()), Vec::new(), None),
        Ok((users, sets, held)) => {
            let components = Components {
                apps,
                users: users.into_iter().map(user).collect(),
                sets: sets.into_iter().map(set).collect(),
                assigned: held
                    .iter()
                    .map(|row| (row.assignee.clone(), row.set.id.clone()))
                    .collect(),
            };
            let user = components.user().map(|user| user.id.clone());
            let (sets, proof) = match user {
                Some(user) => {
                    let sets = of(&user, held);
                    let proof = prove(&client, &sets).await;
                    (sets, Some(proof))
                }
                None => (Vec::new(), None),
            };
            (Reading::Complete(components), sets, proof)
        }
    };
    Ok(Observed {
        organization,
        admin,
        identity,
        read_at: context.now,
        requests: if proof.is_some() { REQUESTS } else { REQUESTS - 1 },
        components,
        apps_unread,
        sets,
        proof,
        seen: asker.seen,
        page: SettingsPage::NotShown,
    })
}

/// The identity URL, if Salesforce tells it, held against the sign-in.
async fn identity(client: &Salesforce<'_>, asker: &Asker) -> Result<Option<String>, SalesforceError> {
    match client.get(&rows::resources()).await {
        Ok(told) => {
            let expected = Some((asker.organization.clone(), asker.user.clone()));
            if session::identity(&told.identity) == expected {
                Ok(Some(told.identity))
            } else {
                Err(SalesforceError::Unexpected {
                    what: "salesforce-what-identity",
                    detail: "another user or organization than signed in".to_owned(),
                })
            }
        }
        Err(error) if error.is_final() => Err(error),
        // Without it a plan is locked to the organization, and the transport to the account.
        Err(_) => Ok(None),
    }
}

fn app(id: String, name: String, is_external: bool) -> App {
    App { id, name, is_external }
}

fn user(row: rows::User) -> User {
    User {
        id: row.id,
        name: row.name,
        username: row.username,
        is_active: row.is_active,
    }
}

fn set(row: rows::PermissionSet) -> PermissionSet {
    PermissionSet {
        id: row.id,
        label: row.label,
    }
}

fn of(user: &str, held: Vec<Assignment>) -> Vec<HeldSet> {
    let own = held.into_iter().filter(|row| same(&row.assignee, user));
    own.map(|row| row.set).collect()
}

/// Everything these sets give together, held against the article (S000-24 to S000-43). That of the profile counts too.
async fn prove(client: &Salesforce<'_>, sets: &[HeldSet]) -> Reading<Proof> {
    if sets.is_empty() {
        return Reading::Complete(compare(&Held::default(), |_| Described::Unknown));
    }
    let ids = || sets.iter().map(|set| set.id.as_str());
    let mut second = client.composite();
    let objects = second.add(&rows::object_permissions(ids()));
    let fields = second.add(&rows::field_permissions(ids()));
    let descriptions = DESCRIBED.map(|object| second.add(&rows::describe(object)));
    let parts = match second.send().await {
        Ok(parts) => parts,
        Err(error) => return Reading::Unreadable(error.explain()),
    };
    let mut held = Held::default();
    for set in sets {
        for column in &set.system {
            held.on_all(column);
        }
    }
    match (parts.all(&objects).await, parts.all(&fields).await) {
        (Ok(objects), Ok(fields)) => {
            for row in objects {
                held.on_object(&row.object, row.rights);
            }
            for row in fields.iter().filter(|row| row.read) {
                held.on_field(&row.field, row.edit);
            }
        }
        (Err(error), _) | (_, Err(error)) => return Reading::Unreadable(error.explain()),
    }
    let mut missing: Vec<Text> = Vec::new();
    let mut described: Vec<(&'static str, Option<Description>)> = Vec::new();
    for (object, part) in DESCRIBED.into_iter().zip(&descriptions) {
        let description = parts.get(part);
        if let Err(error) = &description {
            missing.push(error.explain());
        }
        described.push((object, description.ok()));
    }
    let proof = compare(&held, |field| describe(&described, field));
    // Descriptions are only looked at for fields that are not held.
    if missing.is_empty() || !proof.has_unknown() {
        Reading::Complete(proof)
    } else {
        Reading::Partial { value: proof, missing }
    }
}

fn describe(described: &[(&'static str, Option<Description>)], field: &str) -> Described {
    let Some((object, name)) = field.split_once('.') else {
        return Described::Unknown;
    };
    let found = described.iter().find(|(known, _)| *known == object);
    match found {
        Some((_, Some(description))) => description.field(name),
        _ => Described::Unknown,
    }
}
