//! Users and applications on their way into the organization: what the admin API adds to what the organization itself
//! knows of the directory ([`crate::dataverse::directory`]).

use super::{Refusal, World};
use crate::dataverse::directory::{self as arrivals, Person};
use crate::dataverse::security::roles_of;
use crate::dataverse::store::Store;
use crate::graph::Directory;
use crate::graph::cast::brought_in;
use crate::graph::directory::{Row, text};
use crate::ident::Guid;
use serde_json::Value;

/// Whether a directory user is a System Administrator of the organization.
pub(super) fn administrator(store: &Store, id: &str) -> bool {
    let mut rows = store.table("systemuser").rows();
    let found = rows.find(|row| row.text("azureactivedirectoryobjectid") == Some(id));
    let Some(row) = found.filter(|row| !row.flag("isdisabled")) else {
        return false;
    };
    roles_of(store, row.id).iter().any(|(role, _)| {
        store
            .get("role", *role)
            .is_some_and(|role| role.text("name") == Some("System Administrator"))
    })
}

fn person(directory: &Directory, user: &Row) -> Option<Person> {
    Some(Person {
        object: Guid::parse(text(user, "id"))?,
        upn: text(user, "userPrincipalName").to_owned(),
        name: text(user, "displayName").to_owned(),
        enabled: user.get("accountEnabled") != Some(&Value::Bool(false)),
        licensed: brought_in(directory, user),
    })
}

/// Tells the organization what the directory is now.
pub fn tell(store: &mut Store, directory: &Directory) {
    let principals = directory.all("servicePrincipals").iter().filter_map(|row| {
        let ids = (Guid::parse(text(row, "appId"))?, Guid::parse(text(row, "id"))?);
        Some((ids.0, (ids.1, text(row, "displayName").to_owned())))
    });
    let known = arrivals::Directory {
        principals: principals.collect(),
        people: directory
            .all("users")
            .iter()
            .filter_map(|user| person(directory, user))
            .collect(),
    };
    arrivals::learn(store, known);
}

/// `addAppUser`: one live or deleted row per application, for which the tenant has a service principal.
pub(super) fn add_application(world: &mut World<'_>, app_id: Guid) -> Result<(), Refusal> {
    if world
        .directory
        .find("servicePrincipals", "appId", &app_id.to_string())
        .is_none()
    {
        return Err(Refusal::new(
            400,
            "ServicePrincipalNotFound",
            format!(
                "No service principal of the application '{app_id}' was found in the tenant '{}'.",
                world.org.tenant
            ),
        ));
    }
    match arrivals::add_application(world.store, world.org, app_id) {
        Ok(_) => Ok(()),
        Err(refusal) => Err(Refusal::new(409, "ApplicationUserAlreadyExists", refusal.message)),
    }
}

/// `addUser`: a licensed user is brought in at once (PowerShell, `Add-AdminPowerAppsSyncUser`).
pub(super) fn add_user(world: &mut World<'_>, id: Guid) -> Result<(), Refusal> {
    let user = world.directory.find("users", "id", &id.to_string());
    let Some(person) = user.and_then(|user| person(world.directory, user)) else {
        return Err(Refusal::new(
            404,
            "UserNotFound",
            format!(
                "The user with object id '{id}' could not be found in the tenant '{}'.",
                world.org.tenant
            ),
        ));
    };
    if !person.enabled || !person.licensed {
        return Err(Refusal::new(
            403,
            "UserNotLicensed",
            format!("The user with object id '{id}' is disabled or has no license for the environment."),
        ));
    }
    arrivals::arrive(world.store, world.org, &person);
    Ok(())
}
