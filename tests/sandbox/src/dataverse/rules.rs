//! What the platform itself does around writes: role copies, composed names, refusals of managed and last things.

use super::cast::GLOBAL_ADMINISTRATOR;
use super::schema::TableDef;
use super::security::{self, ADMINISTRATOR_TEMPLATE, privilege_id};
use super::store::{Row, Store};
use super::{components, directory, roles};
use crate::ident::Guid;
use crate::odata::error::Refusal;
use crate::odata::service::Service;
use serde_json::{Map, Value, json};

/// Completes or refuses a new row.
///
/// # Errors
/// What the platform refuses.
pub fn before_create(
    service: &Service<'_>,
    def: &TableDef,
    id: Guid,
    values: &mut Map<String, Value>,
) -> Result<(), Refusal> {
    compose(def, values);
    match def.logical.as_str() {
        "role" => {
            if !values.contains_key("businessunitid") {
                let unit = service
                    .store
                    .get("systemuser", service.user)
                    .and_then(|u| u.guid("businessunitid"));
                values.insert("businessunitid".into(), json!(unit.map(|u| u.to_string())));
            }
            values.insert("parentrootroleid".into(), json!(id.to_string()));
            values.insert(
                "roleidunique".into(),
                json!(Guid::derive("roleidunique", &id.to_string()).to_string()),
            );
            values.insert("organizationid".into(), json!(service.org.id.to_string()));
            values.insert("ismanaged".into(), json!(false));
            values.insert("iscustomizable".into(), managed(true, "iscustomizableanddeletable"));
            values.insert("canbedeleted".into(), managed(true, "canbedeleted"));
        }
        "systemuser" => {
            directory::posted(service, id, values)?;
            values
                .entry("domainname")
                .or_insert_with(|| json!(format!("app-{id}@contoso.com")));
            values.insert("organizationid".into(), json!(service.org.id.to_string()));
        }
        "msdyn_entitylinkchatconfiguration" | "msdyn_appconfiguration" => {
            if !values.contains_key("msdyn_uniquename") {
                return Err(Refusal::new(
                    400,
                    "0x80040203",
                    format!(
                        "The required attribute 'msdyn_uniquename' of entity '{}' has no value.",
                        def.logical
                    ),
                ));
            }
            values.insert("ismanaged".into(), json!(false));
            values.insert("iscustomizable".into(), managed(true, "iscustomizableanddeletable"));
        }
        _ => components::before_create(service, def, id, values)?,
    }
    Ok(())
}

/// A managed property as rows carry it.
pub fn managed(value: bool, property: &str) -> Value {
    json!({"Value": value, "CanBeChanged": value, "ManagedPropertyLogicalName": property})
}

fn compose(def: &TableDef, values: &mut Map<String, Value>) {
    if !matches!(def.logical.as_str(), "contact" | "lead" | "systemuser") {
        return;
    }
    let part = |name: &str| values.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let full = format!("{} {}", part("firstname"), part("lastname"));
    let full = full.trim();
    if !full.is_empty() {
        values.insert("fullname".into(), json!(full));
    }
}

/// Follows up a new row.
pub fn after_create(service: &mut Service<'_>, def: &TableDef, id: Guid) {
    match def.logical.as_str() {
        "role" => {
            copy_role(service.store, id);
            if service.org.sharepoint_returns {
                roles::restore_sharepoint(service.store, service.org, id);
            }
        }
        "businessunit" => {
            let parent = service
                .store
                .get("businessunit", id)
                .and_then(|u| u.guid("parentbusinessunitid"));
            let held: Vec<Guid> = parent
                .map(|p| {
                    service
                        .store
                        .referring("role", "businessunitid", p)
                        .iter()
                        .map(|r| r.id)
                        .collect()
                })
                .unwrap_or_default();
            for role in held {
                let root = security::root_of(service.store, role);
                copy_role(service.store, root);
                roles::mirror(service.store, service.org, root);
            }
        }
        "systemuser" => directory::settle(service.store, id),
        _ => {}
    }
}

/// Gives a root role its copy in every business unit below its own.
pub fn copy_role(store: &mut Store, root: Guid) {
    let Some(row) = store.get("role", root).cloned() else {
        return;
    };
    let Some(unit) = row.guid("businessunitid") else { return };
    let mut open = vec![(unit, root)];
    while let Some((unit, parent)) = open.pop() {
        for below in store.referring("businessunit", "parentbusinessunitid", unit) {
            let id = Guid::derive("rolecopy", &format!("{root}{}", below.id));
            let mut values = row.values.clone();
            values.insert("businessunitid".into(), json!(below.id.to_string()));
            values.insert("parentroleid".into(), json!(parent.to_string()));
            values.insert("parentrootroleid".into(), json!(root.to_string()));
            if store.get("role", id).is_none_or(|old| old.values != values) {
                store.put("role", id, values);
            }
            open.push((below.id, id));
        }
    }
}

/// Completes or refuses a change.
///
/// # Errors
/// What the platform refuses.
pub fn before_update(
    service: &Service<'_>,
    def: &TableDef,
    before: &Row,
    values: &mut Map<String, Value>,
) -> Result<(), Refusal> {
    compose(def, values);
    if components::fixed(def, before) {
        return Err(components::kept(def, before, "Update"));
    }
    match def.logical.as_str() {
        "sitemap" => components::site_map(values),
        "organizationsetting" | "appsetting" => components::setting(service, def, values),
        // Dialect: whether the column alone is open to any system administrator is unproven.
        "organization"
            if service.org.answers("chatsync", "gated")
                && values.get("teamschatdatasync") != before.values.get("teamschatdatasync")
                && service
                    .store
                    .get("systemuser", service.user)
                    .and_then(|u| u.text("domainname"))
                    != Some(GLOBAL_ADMINISTRATOR) =>
        {
            Err(Refusal::new(
                403,
                "0x80048306",
                "Only a global administrator of the tenant can change the sync of Teams chats.",
            ))
        }
        "role" if values.get("businessunitid") != before.values.get("businessunitid") => Err(Refusal::new(
            400,
            "0x80040203",
            "The business unit of a role cannot be changed.",
        )),
        // Dialect: the body that changes a member's privilege inheritance is unproven.
        "role"
            if service.org.answers("isinherited", "refused")
                && values.get("isinherited") != before.values.get("isinherited") =>
        {
            Err(Refusal::new(
                400,
                "0x80040203",
                "The member's privilege inheritance of a role cannot be changed here.",
            ))
        }
        "role" if before.value("iscustomizable").get("Value") == Some(&json!(false)) => Err(Refusal::new(
            400,
            "0x80040203",
            "The role cannot be changed: it is not customizable.",
        )),
        "systemuser" => {
            let disabling = values.get("isdisabled") == Some(&json!(true)) && !before.flag("isdisabled");
            if disabling && is_last_administrator(service.store, before.id) {
                return Err(last_administrator());
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Follows up a change.
pub fn after_update(service: &mut Service<'_>, def: &TableDef, before: &Row) {
    if def.logical == "role" && security::root_of(service.store, before.id) == before.id {
        copy_role(service.store, before.id);
    }
}

/// Refuses a removal the platform refuses, and removes what belongs to the row.
///
/// # Errors
/// Managed link-chat rows and values of settings, by dialect; default profiles; managed site maps, panes and roles;
/// role copies; users and the organisation.
pub fn before_delete(service: &mut Service<'_>, def: &TableDef, row: &Row) -> Result<(), Refusal> {
    match def.logical.as_str() {
        // Whether the real service refuses this is unproven: two dialects.
        "msdyn_entitylinkchatconfiguration"
            if (service.org.removal_refused || service.org.answers("managedrow", "kept")) && row.flag("ismanaged") =>
        {
            Err(components::kept(def, row, "Delete"))
        }
        // So is whether a value can be unset again.
        "organizationsetting" | "appsetting" if service.org.answers("settingremoval", "refused") => Err(Refusal::new(
            405,
            "0x80040800",
            format!(
                "The 'Delete' method does not support entities of type '{}'.",
                def.logical
            ),
        )),
        _ if components::fixed(def, row) => Err(components::kept(def, row, "Delete")),
        "role" => {
            let stays = row.value("canbedeleted").get("Value") == Some(&json!(false));
            if stays || row.guid("parentroleid").is_some() {
                return Err(Refusal::new(
                    405,
                    "0x80040203",
                    "The role cannot be deleted: it is managed or inherited.",
                ));
            }
            for copy in service.store.referring("role", "parentrootroleid", row.id) {
                for held in service.store.referring("roleprivileges", "roleid", copy.id) {
                    service.store.remove("roleprivileges", held.id);
                }
                for (table, column) in [("systemuserroles", "roleid"), ("teamroles", "roleid")] {
                    for link in service.store.referring(table, column, copy.id) {
                        service.store.remove(table, link.id);
                    }
                }
                if copy.id != row.id {
                    service.store.remove("role", copy.id);
                }
            }
            Ok(())
        }
        // Users are disabled, never deleted (Dataverse, "Delete users").
        "systemuser" | "organization" => Err(Refusal::new(
            405,
            "0x80040800",
            format!(
                "The 'Delete' method does not support entities of type '{}'.",
                def.logical
            ),
        )),
        _ => Ok(()),
    }
}

/// Refuses links the platform refuses.
///
/// # Errors
/// `0x80041409` for a role of another business unit, `0x80048d3b` for a role with privileges the caller lacks.
pub fn before_link(
    service: &Service<'_>,
    intersect: &str,
    def: &TableDef,
    near: Guid,
    far: Guid,
) -> Result<(), Refusal> {
    let (holder_table, holder, role) = match intersect {
        "systemuserroles" | "teamroles" => {
            let table = if intersect == "teamroles" { "team" } else { "systemuser" };
            if def.logical == "role" {
                (table, far, near)
            } else {
                (table, near, far)
            }
        }
        "roleprivileges" => {
            return Err(Refusal::new(
                400,
                "0x80040203",
                "Privileges are added with the action AddPrivilegesRole.",
            ));
        }
        "msdyn_appconfiguration_systemuser" | "msdyn_msdyn_paneconfig_msdyn_appconfig" => {
            return components::profile(service, def, near, far);
        }
        _ => return Ok(()),
    };
    require(service, "prvAssignRole")?;
    let unit = |table: &str, id: Guid| service.store.get(table, id).and_then(|row| row.guid("businessunitid"));
    if unit(holder_table, holder) != unit("role", role) {
        return Err(Refusal::new(
            400,
            "0x80041409",
            format!(
                "The {holder_table} and the role are not in the same business unit. Role: {role}, {holder_table}: {holder}."
            ),
        ));
    }
    let held = security::role_privileges(service.store, security::root_of(service.store, role));
    roles::caller_holds(service, held.iter().copied())
}

/// Refuses unlinks the platform refuses.
///
/// # Errors
/// The last user with the System Administrator role keeps it.
pub fn before_unlink(
    service: &Service<'_>,
    intersect: &str,
    def: &TableDef,
    near: Guid,
    far: Guid,
) -> Result<(), Refusal> {
    if matches!(
        intersect,
        "msdyn_appconfiguration_systemuser" | "msdyn_msdyn_paneconfig_msdyn_appconfig"
    ) {
        return components::profile(service, def, near, far);
    }
    if !matches!(intersect, "systemuserroles" | "teamroles") {
        return Ok(());
    }
    require(service, "prvAssignRole")?;
    let (user, role) = if def.logical == "role" {
        (far, near)
    } else {
        (near, far)
    };
    let administrators = service
        .store
        .get("role", role)
        .is_some_and(|r| r.text("roletemplateid") == Some(ADMINISTRATOR_TEMPLATE));
    if intersect == "systemuserroles" && administrators && is_last_administrator(service.store, user) {
        return Err(last_administrator());
    }
    Ok(())
}

fn require(service: &Service<'_>, privilege: &str) -> Result<(), Refusal> {
    match service.rights.depth(privilege_id(privilege)) {
        Some(_) => Ok(()),
        None => Err(Refusal::new(
            403,
            "0x80040220",
            format!(
                "Principal user (Id={}, type=8) is missing {privilege} privilege (Id={}).",
                service.user,
                privilege_id(privilege)
            ),
        )),
    }
}

/// Whether no other enabled user holds System Administrator directly.
fn is_last_administrator(store: &Store, user: Guid) -> bool {
    let Some(template) = Guid::parse(ADMINISTRATOR_TEMPLATE) else {
        return false;
    };
    let holders: Vec<Guid> = store
        .referring("role", "roletemplateid", template)
        .iter()
        .flat_map(|role| store.referring("systemuserroles", "roleid", role.id))
        .filter_map(|link| link.guid("systemuserid"))
        .filter(|id| store.get("systemuser", *id).is_some_and(|u| !u.flag("isdisabled")))
        .collect();
    holders.contains(&user) && holders.iter().all(|id| *id == user)
}

/// Code and status of this refusal are unproven.
fn last_administrator() -> Refusal {
    Refusal::new(
        400,
        "0x80040203",
        "The last user with the System Administrator role cannot lose it.",
    )
}
