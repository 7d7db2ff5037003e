//! Reads Salesforce: its users, who of them the audience is and what they hold, and the connected app with its policies and
//! grants. Two composite calls, one more for who holds what could be let use it, two more per hundred people of the
//! audience, and a page per two thousand users. All of them are read: that a query finds a federation id however it is
//! written is unproven, and whoever it does not find would be taken for nobody.

use super::observe::Counted;
use super::observed::{Salesforce, Seller, paired};
use super::salesforce_points::{Candidate, letting_in};
use super::setup_page::SetupPage;
use crate::domain::deployment::{Choice, Person};
use crate::domain::reading::Reading;
use crate::domain::salesforce::access::{self, COLUMNS};
use crate::domain::salesforce::app_policy::{APP, AppPolicy};
use crate::domain::salesforce::id::same;
use crate::domain::salesforce::rights::Held;
use crate::recipes::dataverse::reading::Context;
use crate::recipes::salesforce::target;
use crate::services::Transport;
use crate::services::salesforce::composite::MOST_QUERIES;
use crate::services::salesforce::rows::{
    self, ConnectedApplication, ObjectPermission, SetupEntityAccess, User, app_grants, connected_app, held_by,
    object_permissions, people, resources,
};
use crate::services::salesforce::sign_in::session;
use crate::services::salesforce::{Salesforce as Client, SalesforceError};
use crate::text::Text;

/// People whose permission sets are asked for at once: as many ids as fit into an address.
const AT_ONCE: usize = 100;
/// Permission sets whose rights are asked for at once.
const SETS_AT_ONCE: usize = 200;

/// Reads it. `who` is organization and user by the sign-in, 18 characters each; `audience` is what the
/// admin said of who will use the product, with the people the directory told.
pub async fn read_salesforce(
    transport: &dyn Transport,
    context: Context<'_>,
    who: (&str, &str),
    audience: Option<(&Choice, &[Person])>,
) -> Salesforce {
    let counted = Counted::new(transport);
    let client = Client::new(&counted, context.sleep);
    // No composite carries it. Another user's or organization's is none: a plan is locked to who it was read as.
    let identity = client.get(&resources()).await.ok().map(|told| told.identity);
    let as_signed_in = Some((who.0.to_owned(), who.1.to_owned()));
    let identity = identity.filter(|url| session::identity(url) == as_signed_in);
    let mut first = client.composite();
    let organization = first.add(&rows::organization(who.0));
    let users = first.add(&people());
    let app = first.add(&connected_app(APP));
    let (organization, users, app) = match first.send().await {
        Ok(parts) => (
            parts.get(&organization),
            parts.reading(&users).await,
            parts.all(&app).await,
        ),
        Err(error) => (Err(error.clone()), Reading::Unreadable(error.explain()), Err(error)),
    };
    let app = match told(app) {
        // Whose grant would be whose nobody can tell.
        Reading::Complete(rows) if rows.len() > 1 => Reading::Unreadable(Text::new("deploy-app-several")),
        other => other.map(|rows| rows.into_iter().next()),
    };
    let grants = match app.value() {
        Some(Some(app)) => told(client.all(&app_grants(&app.id)).await),
        Some(None) => Reading::Complete(Vec::new()),
        None => Reading::Unreadable(Text::new("deploy-app-unread")),
    };
    let own = own(&client, who.1, &users).await;
    let sellers = match (audience, &users) {
        (None, _) => None,
        (Some(_), Reading::Unreadable(why)) => Some(Reading::Unreadable(why.clone())),
        // Whoever is one of those who were read may be one of the others as well.
        (Some(_), Reading::Partial { missing, .. }) => {
            let why = missing.first().cloned();
            Some(Reading::Unreadable(why.unwrap_or_else(|| Text::new("deploy-partial"))))
        }
        (Some((_, audience)), Reading::Complete(known)) => Some(sellers(&client, audience, known).await),
    };
    let mut read = Salesforce {
        host: transport.host().to_owned(),
        organization: told(organization).map(|row| target::organization(&row, transport.host())),
        identity,
        own,
        policy: policy(&app),
        setup: SetupPage::default(),
        users,
        audience: audience.map(|(choice, _)| choice.clone()),
        sellers,
        app,
        grants,
        holders: Vec::new(),
        read_at: context.now,
        requests: 0,
    };
    read.holders = holders(&client, &letting_in(&read)).await;
    read.requests = counted.requests();
    read
}

/// How many hold those of these sets that let in most: one request. What is not told is left out.
async fn holders(client: &Client<'_>, sets: &[Candidate]) -> Vec<(String, usize)> {
    let mut told = Vec::new();
    if sets.is_empty() {
        return told;
    }
    let mut all = client.composite();
    let mut asked = Vec::new();
    for set in sets.iter().take(MOST_QUERIES) {
        asked.push((set.id.clone(), all.add(&rows::holders_of(&set.id))));
    }
    let Ok(parts) = all.send().await else { return told };
    for (id, part) in asked {
        if let Some(size) = parts.get(&part).ok().and_then(|size| usize::try_from(size.total).ok()) {
            told.push((id, size));
        }
    }
    told
}

fn policy(app: &Reading<Option<ConnectedApplication>>) -> AppPolicy {
    match app.value() {
        Some(Some(app)) => AppPolicy::of_columns(app.admin_approved_only, app.refresh_validity),
        _ => AppPolicy::default(),
    }
}

fn told<T>(answer: Result<T, SalesforceError>) -> Reading<T> {
    match answer {
        Ok(value) => Reading::Complete(value),
        Err(error) => Reading::Unreadable(error.explain()),
    }
}

/// The signed-in admin.
async fn own(client: &Client<'_>, id: &str, users: &Reading<Vec<User>>) -> Reading<access::Person> {
    let mut known = users.value().into_iter().flatten();
    let found = known.find(|user| same(&user.id, id)).cloned();
    let user = match (found, users) {
        (Some(user), _) => user,
        (None, Reading::Partial { .. }) => match client.get(&rows::user(id)).await {
            Ok(user) => user,
            Err(error) => return Reading::Unreadable(error.explain()),
        },
        (None, Reading::Unreadable(why)) => return Reading::Unreadable(why.clone()),
        (None, Reading::Complete(_)) => return Reading::Unreadable(Text::new("deploy-own-unread")),
    };
    match holding(client, std::slice::from_ref(&user)).await {
        Ok(mut people) => match people.pop() {
            Some(person) => Reading::Complete(person),
            None => Reading::Unreadable(Text::new("deploy-own-unread")),
        },
        Err(error) => Reading::Unreadable(error.explain()),
    }
}

/// Who of the audience was found, each with what they hold.
async fn sellers(client: &Client<'_>, audience: &[Person], users: &[User]) -> Reading<Vec<Seller>> {
    let mut found: Vec<(String, User)> = Vec::new();
    for pair in paired(audience, users).pairs {
        if let (Some(person), Some(user)) = (audience.get(pair.person), users.get(pair.seller)) {
            found.push((person.upn.clone(), user.clone()));
        }
    }
    let mut sellers = Vec::with_capacity(found.len());
    for chunk in found.chunks(AT_ONCE) {
        let users: Vec<User> = chunk.iter().map(|(_, user)| user.clone()).collect();
        match holding(client, &users).await {
            Ok(people) => {
                for ((upn, _), person) in chunk.iter().zip(people) {
                    sellers.push(Seller {
                        upn: upn.clone(),
                        person,
                    });
                }
            }
            Err(error) => return Reading::Unreadable(error.explain()),
        }
    }
    Reading::Complete(sellers)
}

/// What these users hold, in their order.
async fn holding(client: &Client<'_>, users: &[User]) -> Result<Vec<access::Person>, SalesforceError> {
    let ids: Vec<&str> = users.iter().map(|user| user.id.as_str()).collect();
    let mut assignments = client.all(&held_by(&ids, &COLUMNS)).await?;
    // What is not in force gives nothing.
    assignments.retain(|row| row.in_force);
    let mut sets: Vec<&str> = Vec::new();
    for assignment in &assignments {
        if !sets.contains(&assignment.set.id.as_str()) {
            sets.push(&assignment.set.id);
        }
    }
    let mut rights: Vec<ObjectPermission> = Vec::new();
    for chunk in sets.chunks(SETS_AT_ONCE) {
        rights.extend(client.all(&object_permissions(chunk.iter().copied())).await?);
    }
    let mut people = Vec::with_capacity(users.len());
    for user in users {
        let mut held = Held::default();
        let mut sets = Vec::new();
        for assignment in &assignments {
            if !same(&assignment.assignee, &user.id) {
                continue;
            }
            for column in &assignment.set.system {
                held.on_all(column);
            }
            for right in &rights {
                if same(&right.parent, &assignment.set.id) {
                    held.on_object(&right.object, right.rights);
                }
            }
            sets.push(assignment.set.clone());
        }
        people.push(access::Person {
            id: user.id.clone(),
            name: user.name.clone(),
            username: user.username.clone(),
            federation: user.federation.clone(),
            email: user.email.clone(),
            is_active: user.is_active,
            sets,
            held,
        });
    }
    Ok(people)
}

/// The parents of the grants, as the domain asks for them.
pub fn granted(grants: &[SetupEntityAccess]) -> Vec<String> {
    grants.iter().map(|grant| grant.parent.clone()).collect()
}
