//! The settings framework: definitions, environment values, app overrides, published or not.

use super::store::{Row, Store, draft_layer};
use crate::ident::Guid;
use crate::odata::error::Refusal;
use serde_json::{Map, Value, json};
use std::sync::Arc;

fn definition(store: &Store, name: &str) -> Result<Arc<Row>, Refusal> {
    store
        .table("settingdefinition")
        .rows()
        .find(|row| row.text("uniquename").is_some_and(|n| n.eq_ignore_ascii_case(name)))
        .cloned()
        .ok_or_else(|| {
            Refusal::new(
                404,
                "0x80040217",
                format!("The setting definition '{name}' does not exist."),
            )
        })
}

fn app_id(store: &Store, unique_name: &str) -> Result<Guid, Refusal> {
    store
        .table("appmodule")
        .rows()
        .find(|row| {
            row.text("uniquename")
                .is_some_and(|n| n.eq_ignore_ascii_case(unique_name))
        })
        .map(|row| row.id)
        .ok_or_else(|| Refusal::new(404, "0x80040217", format!("The app '{unique_name}' does not exist.")))
}

/// Levels at which a definition may be overridden: App And Organization 0, Organization Only 1, App Only 2
/// (`overridablelevel` of the setting definition).
fn overridable(definition: &Row, at_app: bool) -> bool {
    let level = definition.value("overridablelevel").as_i64().unwrap_or(0);
    definition.value("isoverridable").as_bool().unwrap_or(true) && level != if at_app { 1 } else { 2 }
}

fn of_app(store: &Store, layer: &str, definition: Guid, app: Guid) -> Option<Arc<Row>> {
    store
        .referring(layer, "settingdefinitionid", definition)
        .into_iter()
        .find(|row| row.guid("parentappmoduleid") == Some(app))
}

fn of_organization(store: &Store, definition: Guid) -> Option<Arc<Row>> {
    store
        .referring("organizationsetting", "settingdefinitionid", definition)
        .into_iter()
        .next()
}

/// Effective value: the app's, once published; else the environment's; else the definition's default; each only at
/// a level the definition allows ("Get or update a setting value using client API").
fn detail(store: &Store, definition: &Row, app: Option<Guid>) -> Value {
    let value = |row: Arc<Row>| row.text("value").map(str::to_owned);
    let own = app
        .filter(|_| overridable(definition, true))
        .and_then(|app| of_app(store, "appsetting", definition.id, app))
        .and_then(value);
    let environment = || {
        overridable(definition, false)
            .then(|| of_organization(store, definition.id))?
            .and_then(value)
    };
    let effective = own
        .or_else(environment)
        .or_else(|| definition.text("defaultvalue").map(str::to_owned))
        .unwrap_or_default();
    json!({
        "Name": definition.text("uniquename"),
        "Value": effective,
        "DataType": definition.value("datatype"),
    })
}

/// Every setting with its effective value.
///
/// # Errors
/// 404 for an app that does not exist.
pub fn list(store: &Store, app: Option<&str>) -> Result<Vec<Value>, Refusal> {
    let app = app.filter(|a| !a.is_empty()).map(|a| app_id(store, a)).transpose()?;
    Ok(store
        .table("settingdefinition")
        .rows()
        .map(|row| detail(store, row, app))
        .collect())
}

/// One setting.
///
/// # Errors
/// 404 for a setting or app that does not exist.
pub fn one(store: &Store, name: &str, app: Option<&str>) -> Result<Value, Refusal> {
    let app = app.filter(|a| !a.is_empty()).map(|a| app_id(store, a)).transpose()?;
    Ok(detail(store, definition(store, name)?.as_ref(), app))
}

/// Where a value is to be written.
pub struct Place {
    /// Logical name of the table.
    pub table: &'static str,
    /// The row, new or old.
    pub id: Guid,
    /// Whether there is one already.
    pub exists: bool,
}

/// What `SaveSettingValue` would write, checked: at the environment, or as an app's value, which waits as a draft
/// until the app is published.
///
/// # Errors
/// 404 for a setting, app or solution that does not exist; 400 for a value of another type or a level the definition
/// does not let override. The codes of the last two are unproven.
pub fn prepare(store: &Store, body: &Map<String, Value>) -> Result<(Place, Map<String, Value>), Refusal> {
    let text = |name: &str| body.get(name).and_then(Value::as_str).filter(|t| !t.is_empty());
    let name = text("SettingName").ok_or_else(|| Refusal::payload("The parameter 'SettingName' is missing."))?;
    let value = match body.get("Value") {
        Some(Value::String(value)) => value.clone(),
        _ => return Err(Refusal::payload("The parameter 'Value' must be a string.")),
    };
    let definition = definition(store, name)?;
    let app = text("AppUniqueName").map(|unique| app_id(store, unique)).transpose()?;
    if let Some(solution) = text("SolutionUniqueName") {
        let known = |row: &Arc<Row>| row.text("uniquename") == Some(solution);
        if !store.table("solution").rows().any(known) {
            return Err(Refusal::new(
                404,
                "0x80040217",
                format!("The solution '{solution}' does not exist."),
            ));
        }
    }
    allowed(&definition, app.is_some(), &value)?;
    let mut values = Map::from_iter([
        ("uniquename".to_owned(), json!(definition.text("uniquename"))),
        ("value".to_owned(), json!(value)),
        ("settingdefinitionid".to_owned(), json!(definition.id.to_string())),
    ]);
    let (table, owner) = match app {
        Some(app) => ("appsetting", app.to_string()),
        None => ("organizationsetting", String::new()),
    };
    let old = match app {
        Some(app) => {
            values.insert("parentappmoduleid".into(), json!(app.to_string()));
            of_app(store, &draft_layer(table), definition.id, app).or_else(|| of_app(store, table, definition.id, app))
        }
        None => of_organization(store, definition.id),
    };
    let id = old.as_ref().map_or_else(
        || Guid::derive(table, &format!("{}{owner}", definition.id)),
        |row| row.id,
    );
    Ok((
        Place {
            table,
            id,
            exists: old.is_some(),
        },
        values,
    ))
}

/// Refuses a value of another type, and a level the definition does not let override.
pub(super) fn allowed(definition: &Row, at_app: bool, value: &str) -> Result<(), Refusal> {
    let name = definition.text("uniquename").unwrap_or_default();
    let fits = match definition.value("datatype").as_i64() {
        Some(2) => matches!(value.to_ascii_lowercase().as_str(), "true" | "false"),
        Some(0) => value.parse::<f64>().is_ok(),
        _ => true,
    };
    if !fits {
        return Err(Refusal::new(
            400,
            "0x80040203",
            format!("'{value}' is not a value of the setting '{name}'."),
        ));
    }
    if !overridable(definition, at_app) {
        let level = if at_app { "app" } else { "environment" };
        let message = format!("The setting '{name}' cannot be overridden at the {level} level.");
        return Err(Refusal::new(400, "0x80040203", message));
    }
    Ok(())
}
