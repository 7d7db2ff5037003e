//! The tenant's directory as the organisation sees it: applications with a service principal, people with a licence.
//!
//! People come into the organisation a while after they are licensed, without any role (Power Platform admin guide,
//! "Create users"). Applications come when somebody adds them, one row each (same guide, "Manage application users").

use super::store::Store;
use crate::ident::Guid;
use crate::odata::error::Refusal;
use crate::odata::service::{Org, Service};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// So many requests after the licence a user's row is there.
const DELAY: u32 = 4;

/// A person of the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Object id.
    pub object: Guid,
    /// User principal name.
    pub upn: String,
    /// Display name.
    pub name: String,
    /// Whether sign-in is allowed.
    pub enabled: bool,
    /// Whether a licence with Dataverse is assigned.
    pub licensed: bool,
}

/// The directory as far as the organisation looks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Directory {
    /// Service principals by application id: object id and display name.
    pub principals: BTreeMap<Guid, (Guid, String)>,
    /// People.
    pub people: Vec<Person>,
}

/// What the organisation knows of the directory, and who is on the way.
#[derive(Debug, Default)]
pub struct Arrivals {
    directory: Option<Directory>,
    waiting: BTreeMap<Guid, (Person, u32)>,
    /// Object ids of the people whose rows were made here.
    came: BTreeSet<Guid>,
}

impl Arrivals {
    /// The service principal of an application; an error where there is a directory and it has none. The code is
    /// unproven.
    fn principal(&self, application: Guid) -> Result<Option<&(Guid, String)>, Refusal> {
        let Some(directory) = &self.directory else {
            return Ok(None);
        };
        match directory.principals.get(&application) {
            Some(found) => Ok(Some(found)),
            None => Err(Refusal::new(
                400,
                "0x80040203",
                format!("The application {application} has no service principal in the tenant."),
            )),
        }
    }
}

/// Takes note of the directory as it is now: licensed people set out, those who lost licence or sign-in are disabled.
/// To be called when the directory has changed.
pub fn learn(store: &mut Store, directory: Directory) {
    if store.arrivals.directory.as_ref() == Some(&directory) {
        return;
    }
    let rows: HashMap<Guid, Guid> = store
        .table("systemuser")
        .rows()
        .filter_map(|row| Some((row.guid("azureactivedirectoryobjectid")?, row.id)))
        .collect();
    let mut changed = Vec::new();
    for person in &directory.people {
        let welcome = person.licensed && person.enabled;
        match rows.get(&person.object) {
            Some(row) if store.arrivals.came.contains(&person.object) => changed.push((*row, welcome)),
            Some(_) => {}
            None if welcome => {
                let waiting = &mut store.arrivals.waiting;
                waiting.entry(person.object).or_insert_with(|| (person.clone(), DELAY));
            }
            None => {
                store.arrivals.waiting.remove(&person.object);
            }
        }
    }
    for (row, welcome) in changed {
        let Some(before) = store.get("systemuser", row).cloned() else {
            continue;
        };
        if before.flag("isdisabled") == welcome {
            let mut values = before.values.clone();
            values.insert("isdisabled".into(), json!(!welcome));
            values.insert("islicensed".into(), json!(welcome));
            store.put("systemuser", row, values);
        }
    }
    store.arrivals.directory = Some(directory);
}

/// Lets one request pass: who has waited long enough arrives.
pub fn pass(store: &mut Store, org: &Org) {
    let mut here = Vec::new();
    store.arrivals.waiting.retain(|_, (person, left)| {
        *left = left.saturating_sub(1);
        if *left == 0 {
            here.push(person.clone());
        }
        *left > 0
    });
    for person in here {
        arrive(store, org, &person);
    }
}

/// A person's row in the root business unit, made now if it is not there (BAP `addUser` does not wait either).
pub fn arrive(store: &mut Store, org: &Org, person: &Person) -> Guid {
    store.arrivals.waiting.remove(&person.object);
    let found = store
        .table("systemuser")
        .rows()
        .find(|row| row.guid("azureactivedirectoryobjectid") == Some(person.object))
        .map(|row| row.id);
    if let Some(id) = found {
        return id;
    }
    let (first, last) = person.name.split_once(' ').unwrap_or(("", &person.name));
    let id = Guid::derive("systemuser", &person.upn.to_lowercase());
    let values = json!({
        "fullname": person.name, "firstname": first, "lastname": last, "domainname": person.upn,
        "internalemailaddress": person.upn, "isdisabled": !person.enabled, "islicensed": person.licensed,
        "accessmode": 0, "caltype": 0, "azureactivedirectoryobjectid": person.object.to_string(),
    });
    seat(store, org, id, values);
    store.arrivals.came.insert(person.object);
    id
}

/// Adds an application user as BAP `addAppUser` does: in the root business unit, without a role.
///
/// # Errors
/// 400 without a service principal; 412 where there is a row of that application, live or soft-deleted.
pub fn add_application(store: &mut Store, org: &Org, application: Guid) -> Result<Guid, Refusal> {
    let id = Guid::derive("systemuser", &format!("application {application}"));
    let values = application_row(store, application, id)?;
    seat(store, org, id, Value::Object(values));
    Ok(id)
}

fn seat(store: &mut Store, org: &Org, id: Guid, values: Value) {
    let mut row = Map::new();
    if let Some(def) = store.schema().table("systemuser") {
        for column in def.columns.values() {
            if let Some(default) = &column.default {
                row.insert(column.name.clone(), default.clone());
            }
        }
    }
    let now = store.now();
    for name in ["createdon", "modifiedon"] {
        row.insert(name.into(), json!(now));
    }
    row.insert("organizationid".into(), json!(org.id.to_string()));
    row.extend(values.as_object().cloned().unwrap_or_default());
    if !row.contains_key("businessunitid") {
        row.insert(
            "businessunitid".into(),
            json!(root_unit(store).map(|unit| unit.to_string())),
        );
    }
    store.put("systemuser", id, row);
    settle(store, id);
}

fn root_unit(store: &Store) -> Option<Guid> {
    let mut units = store.table("businessunit").rows();
    units
        .find(|unit| unit.guid("parentbusinessunitid").is_none())
        .map(|unit| unit.id)
}

/// What every new user gets: settings, and a place in the default team of the business unit.
pub(super) fn settle(store: &mut Store, user: Guid) {
    store.put(
        "usersettings",
        user,
        Map::from_iter([("uilanguageid".to_owned(), json!(1033))]),
    );
    let unit = store.get("systemuser", user).and_then(|row| row.guid("businessunitid"));
    let team = unit.and_then(|unit| {
        let teams = store.referring("team", "businessunitid", unit);
        teams.iter().find(|team| team.flag("isdefault")).map(|team| team.id)
    });
    if let Some(team) = team {
        let values = Map::from_iter([
            ("teamid".to_owned(), json!(team.to_string())),
            ("systemuserid".to_owned(), json!(user.to_string())),
        ]);
        store.put(
            "teammembership",
            Guid::derive("teammembership", &format!("{team}{user}")),
            values,
        );
    }
}

/// The columns of an application's row.
fn application_row(store: &Store, application: Guid, id: Guid) -> Result<Map<String, Value>, Refusal> {
    let taken = store
        .table("systemuser")
        .rows()
        .any(|row| row.id != id && row.guid("applicationid") == Some(application))
        || store.get("systemuser", id).is_some();
    if taken {
        return Err(Refusal::new(
            412,
            "0x80040237",
            "A record with matching key values already exists.",
        ));
    }
    let principal = store.arrivals.principal(application)?;
    let (object, name) = principal
        .cloned()
        .unwrap_or_else(|| (application, application.to_string()));
    let row = json!({
        "applicationid": application.to_string(), "accessmode": 4, "isdisabled": false, "islicensed": false,
        "firstname": "#", "lastname": name, "fullname": format!("# {name}"), "deletedstate": 0,
        "domainname": format!("{application}@contoso.onmicrosoft.com"),
        "internalemailaddress": format!("{application}@contoso.onmicrosoft.com"),
        "azureactivedirectoryobjectid": object.to_string(),
    });
    Ok(row.as_object().cloned().unwrap_or_default())
}

/// Completes a posted application user. Whether posting works at all, or only BAP's `addAppUser`, is unproven: a
/// dialect; so is the code of that refusal.
///
/// # Errors
/// As [`add_application`].
pub(super) fn posted(service: &Service<'_>, id: Guid, values: &mut Map<String, Value>) -> Result<(), Refusal> {
    let text = values.get("applicationid").and_then(Value::as_str);
    let Some(application) = text.and_then(Guid::parse) else {
        return Ok(());
    };
    if service.org.answers("appuser", "bap") {
        return Err(Refusal::new(
            400,
            "0x80040203",
            "Application users are added in the Power Platform admin center.",
        ));
    }
    let row = application_row(service.store, application, id)?;
    for (name, value) in row {
        // Whether it is disabled is the caller's choice; the rest follows from the application.
        if name != "isdisabled" || !values.contains_key("isdisabled") {
            values.insert(name, value);
        }
    }
    if !values.contains_key("businessunitid") {
        values.insert(
            "businessunitid".into(),
            json!(root_unit(service.store).map(|unit| unit.to_string())),
        );
    }
    Ok(())
}
