//! Reads the directory: the tenant, the admin's own roles, licences, and who will use the product. Five requests, and those
//! the audience takes.

use super::observe::Counted;
use super::observed::Directory;
use crate::domain::deployment::{Audience, Choice, Given, Licence, Person, ServicePlan};
use crate::domain::reading::Reading;
use crate::recipes::dataverse::reading::Context;
use crate::recipes::tenant;
use crate::services::Transport;
use crate::services::bearer::{Cloud, CloudError};
use crate::services::graph::groups::Group;
use crate::services::graph::tenant::{self as tenant_rows, SubscribedSku, subscribed_skus};
use crate::services::graph::users::{AssignedLicense, User, holders, known_as};
use crate::services::graph::{groups, roles};

/// Reads the directory over Graph. `audience` is who the admin said; a group that came without its name gets the one it
/// has, by its id.
pub async fn read_directory(transport: &dyn Transport, context: Context<'_>, audience: Option<&Choice>) -> Directory {
    let counted = Counted::new(transport);
    let graph = Cloud::new(&counted, context.sleep);
    let tenant = tenant::read(&graph).await;
    let licences = match graph.all(&subscribed_skus()).await {
        Ok(skus) => Reading::Complete(skus.into_iter().map(licence).collect()),
        Err(error) => Reading::Unreadable(error.explain()),
    };
    let own_roles = match graph.all(&roles::mine()).await {
        Ok(roles) => Reading::Complete(roles.into_iter().filter_map(|role| role.template).collect()),
        Err(error) => Reading::Unreadable(error.explain()),
    };
    let audience = match audience {
        Some(Choice::Group { id, name }) if name.is_empty() => Some(Choice::Group {
            id: id.clone(),
            // Where it cannot be read it is called by its id.
            name: match graph.get(&groups::one(id)).await {
                Ok(group) => group.display_name.unwrap_or_default(),
                Err(_) => String::new(),
            },
        }),
        audience => audience.cloned(),
    };
    let people = match &audience {
        Some(audience) => Some(people(&graph, audience, &licences).await),
        None => None,
    };
    Directory {
        tenant,
        own_roles,
        licences,
        audience,
        people,
        read_at: context.now,
        requests: counted.requests(),
    }
}

/// Groups whose name begins so, to choose the audience from.
///
/// # Errors
/// See [`CloudError`].
pub async fn find_groups(
    transport: &dyn Transport,
    context: Context<'_>,
    name: &str,
) -> Result<Vec<Group>, CloudError> {
    let graph = Cloud::new(transport, context.sleep);
    graph.all(&groups::starting(name)).await
}

async fn people(graph: &Cloud<'_>, choice: &Choice, licences: &Reading<Vec<Licence>>) -> Reading<Audience> {
    let mut found: Vec<Person> = Vec::new();
    let mut missing = Vec::new();
    // Whoever could not be asked for is not nobody.
    let mut answered = Vec::new();
    match choice {
        Choice::Group { id, .. } => match graph.reading(&groups::members(id)).await {
            Reading::Complete(users) => found.extend(users.into_iter().map(person)),
            Reading::Partial { value, missing: cut } => {
                found.extend(value.into_iter().map(person));
                missing.extend(cut);
            }
            Reading::Unreadable(why) => return Reading::Unreadable(why),
        },
        Choice::LicenceHolders => {
            let licences = match licences {
                Reading::Unreadable(why) => return Reading::Unreadable(why.clone()),
                Reading::Complete(licences) | Reading::Partial { value: licences, .. } => licences,
            };
            for licence in licences.iter().filter(|licence| licence.counts()) {
                match graph.reading(&holders(&licence.id)).await {
                    Reading::Complete(users) => found.extend(users.into_iter().map(person)),
                    Reading::Partial { value, missing: cut } => {
                        found.extend(value.into_iter().map(person));
                        missing.extend(cut);
                    }
                    Reading::Unreadable(why) => missing.push(why),
                }
            }
        }
        Choice::List(names) => {
            let reads: Vec<_> = names.iter().map(|name| known_as(name)).collect();
            for (name, answer) in names.iter().zip(graph.many(&reads).await) {
                match answer {
                    Ok(rows) => {
                        answered.push(name.clone());
                        found.extend(rows.into_first().into_iter().map(person));
                    }
                    Err(error) => {
                        let why = error.explain();
                        if !missing.contains(&why) {
                            missing.push(why);
                        }
                    }
                }
            }
        }
    }
    let audience = match choice {
        Choice::List(_) => Audience::named(&answered, &each_once(found)),
        _ => Audience::of(found),
    };
    match missing.first() {
        None => Reading::Complete(audience),
        // No part of it is no part.
        Some(why) if audience == Audience::default() => Reading::Unreadable(why.clone()),
        Some(_) => Reading::Partial {
            value: audience,
            missing,
        },
    }
}

/// A user may be found by two of the names typed.
fn each_once(found: Vec<Person>) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::with_capacity(found.len());
    for person in found {
        if !people.iter().any(|known| known.id == person.id) {
            people.push(person);
        }
    }
    people
}

fn person(user: User) -> Person {
    Person {
        name: user.display_name.unwrap_or_else(|| user.upn.clone()),
        id: user.id,
        upn: user.upn,
        mail: user.mail,
        enabled: user.account_enabled,
        location: user.usage_location,
        licences: user.licenses.into_iter().map(given).collect(),
    }
}

fn given(licence: AssignedLicense) -> Given {
    Given {
        id: licence.sku_id,
        off: licence.disabled,
    }
}

fn licence(sku: SubscribedSku) -> Licence {
    let plan = |plan: tenant_rows::ServicePlan| ServicePlan {
        id: plan.id,
        name: plan.name,
    };
    Licence {
        free: sku.free(),
        is_in_force: matches!(sku.status.as_deref(), Some("Enabled" | "Warning")),
        id: sku.sku_id,
        part_number: sku.part_number,
        plans: sku.plans.into_iter().map(plan).collect(),
    }
}
