//! The settings framework: definitions, environment values, app overrides, published or not.

use super::store::{Row, Store};
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

/// Effective value: app override, published; else environment value; else the definition's default.
fn detail(store: &Store, definition: &Row, app: Option<Guid>) -> Value {
    let value = |row: Arc<Row>| row.text("value").map(str::to_owned);
    let own = app.and_then(|app| {
        store
            .referring("appsetting", "settingdefinitionid", definition.id)
            .into_iter()
            .find(|row| row.guid("parentappmoduleid") == Some(app) && row.value("componentstate").as_i64() != Some(1))
            .and_then(value)
    });
    let environment = || {
        store
            .referring("organizationsetting", "settingdefinitionid", definition.id)
            .into_iter()
            .next()
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

/// `SaveSettingValue`: at the environment, or as an app override that stays unpublished until the app is.
///
/// # Errors
/// 404 for a setting or app that does not exist, 400 for a value that is no text or no boolean where one is due.
pub fn save(store: &mut Store, body: &Map<String, Value>) -> Result<(), Refusal> {
    let text = |name: &str| body.get(name).and_then(Value::as_str).filter(|t| !t.is_empty());
    let name = text("SettingName").ok_or_else(|| Refusal::payload("The parameter 'SettingName' is missing."))?;
    let value = match body.get("Value") {
        Some(Value::String(value)) => value.clone(),
        _ => return Err(Refusal::payload("The parameter 'Value' must be a string.")),
    };
    let definition = definition(store, name)?;
    let boolean = definition.value("datatype").as_i64() == Some(2);
    if boolean && !matches!(value.to_ascii_lowercase().as_str(), "true" | "false") {
        return Err(Refusal::new(
            400,
            "0x80040203",
            format!("'{value}' is not a value of the boolean setting '{name}'."),
        ));
    }
    let (table, owner, app) = match text("AppUniqueName") {
        Some(unique) => ("appsetting", unique.to_ascii_lowercase(), Some(app_id(store, unique)?)),
        None => ("organizationsetting", String::new(), None),
    };
    let id = Guid::derive(table, &format!("{}{owner}", definition.id));
    let mut values = Map::from_iter([
        ("uniquename".to_owned(), json!(name)),
        ("value".to_owned(), json!(value)),
        ("settingdefinitionid".to_owned(), json!(definition.id.to_string())),
    ]);
    if let Some(app) = app {
        values.insert("parentappmoduleid".into(), json!(app.to_string()));
        values.insert("componentstate".into(), json!(1));
    }
    store.put(table, id, values);
    Ok(())
}

/// Publishes app overrides: of the named apps, or of all.
pub fn publish(store: &mut Store, apps: Option<&str>) {
    let rows: Vec<Arc<Row>> = store.table("appsetting").rows().cloned().collect();
    for row in rows {
        let named = match (apps, row.guid("parentappmoduleid")) {
            (None, _) => true,
            (Some(xml), Some(app)) => xml.to_ascii_lowercase().contains(&app.to_string()),
            (Some(_), None) => false,
        };
        if named && row.value("componentstate").as_i64() == Some(1) {
            let mut values = row.values.clone();
            values.insert("componentstate".into(), json!(0));
            store.put("appsetting", row.id, values);
        }
    }
}
