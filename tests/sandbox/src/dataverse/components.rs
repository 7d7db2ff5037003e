//! What the platform does around solution components: apps, site maps, values of settings, profiles and their panes.

use super::schema::TableDef;
use super::security::Verb;
use super::store::{Row, draft_layer};
use super::{publishing, settings};
use crate::ident::Guid;
use crate::odata::error::Refusal;
use crate::odata::service::Service;
use serde_json::{Map, Value, json};

/// Completes or refuses a new component.
///
/// # Errors
/// What the platform refuses.
pub(super) fn before_create(
    service: &Service<'_>,
    def: &TableDef,
    id: Guid,
    values: &mut Map<String, Value>,
) -> Result<(), Refusal> {
    match def.logical.as_str() {
        "appmodule" => {
            values.insert("ismanaged".into(), json!(false));
            let unique = Guid::derive("appmoduleidunique", &id.to_string());
            values.insert("appmoduleidunique".into(), json!(unique.to_string()));
        }
        "sitemap" => site_map(values)?,
        "organizationsetting" | "appsetting" => setting(service, def, values)?,
        _ => {}
    }
    if layer_of_new(def) != def.logical {
        values.insert("componentstate".into(), json!(1));
    }
    Ok(())
}

/// The layer a new row is written to: an app and its values of settings wait until the app is published, the rest is
/// there at once ("Publish customizations").
pub fn layer_of_new(def: &TableDef) -> String {
    match def.logical.as_str() {
        "appmodule" | "appsetting" => draft_layer(&def.logical),
        other => other.to_owned(),
    }
}

/// Refuses what is no site map.
pub(super) fn site_map(values: &Map<String, Value>) -> Result<(), Refusal> {
    match values.get("sitemapxml").and_then(Value::as_str) {
        Some(xml) => publishing::check_site_map(xml),
        None => Ok(()),
    }
}

/// A row of a setting's value: its definition exists and lets itself be overridden there.
pub(super) fn setting(service: &Service<'_>, def: &TableDef, values: &Map<String, Value>) -> Result<(), Refusal> {
    let id = values
        .get("settingdefinitionid")
        .and_then(Value::as_str)
        .and_then(Guid::parse);
    let definition = id.and_then(|id| service.store.get("settingdefinition", id));
    let definition = definition.ok_or_else(|| {
        Refusal::new(
            400,
            "0x80040203",
            format!("A row of '{}' needs a setting definition.", def.logical),
        )
    })?;
    let value = values.get("value").and_then(Value::as_str).unwrap_or_default();
    settings::allowed(definition, def.logical == "appsetting", value)
}

/// What a managed component answers when its managed property forbids the operation.
pub(super) fn kept(def: &TableDef, row: &Row, operation: &str) -> Refusal {
    Refusal::new(
        400,
        "0x8004f026",
        format!(
            "The evaluation of the current component(name={}, id={}) in the current operation ({operation}) failed during managed property evaluation of condition: 'Managed Property Name: iscustomizableanddeletable; Component Name: {}'",
            def.logical, row.id, def.logical
        ),
    )
}

/// Whether a row is part of the product and cannot be changed at all: site maps and panes of managed apps, and the
/// default profiles ("Create agent experience profiles").
pub(super) fn fixed(def: &TableDef, row: &Row) -> bool {
    match def.logical.as_str() {
        "sitemap" | "msdyn_paneconfiguration" | "msdyn_panetabconfiguration" | "msdyn_panetoolconfiguration" => {
            row.flag("ismanaged")
        }
        "msdyn_appconfiguration" => row.value("iscustomizable").get("Value") == Some(&json!(false)),
        _ => false,
    }
}

/// Users and panes of a profile: the caller may change profiles, and this one may be changed.
pub(super) fn profile(service: &Service<'_>, def: &TableDef, near: Guid, far: Guid) -> Result<(), Refusal> {
    let table = service.table("msdyn_appconfiguration")?;
    service.rights.demand(Verb::Write, &table)?;
    let id = if def.logical == table.logical { near } else { far };
    match service.store.get(&table.logical, id) {
        Some(row) if fixed(&table, row) => Err(kept(&table, row, "Associate")),
        _ => Ok(()),
    }
}
