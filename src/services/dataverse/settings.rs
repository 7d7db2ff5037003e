//! The settings framework: which settings there are, and their values in every layer, published or not.
//!
//! Source: Web API reference `SaveSettingValue`, `RetrieveSettingList`; "Get or update a setting value using client API"
//! for the layers; that a value saved for an app waits in its unpublished layer is observed in public code.

use serde_json::{Value, json};

use super::client::{Page, Read};
use super::odata::{Query, quoted};
use super::wire_chat::{SettingDefinition, SettingValue};

/// Privilege to write the environment's values.
pub const WRITE_ENVIRONMENT: &str = "prvWriteOrganizationSetting";

/// The definition of a setting: its default, and which layers may differ from it.
pub fn definition(name: &str) -> Read<Page<SettingDefinition>> {
    Read::new(
        "dataverse-what-settings",
        Query::new("settingdefinitions")
            .select(&[
                "settingdefinitionid",
                "uniquename",
                "defaultvalue",
                "isoverridable",
                "overridablelevel",
            ])
            .filter(&format!("uniquename eq {}", quoted(name)))
            .path(),
    )
}

/// The environment's value of a setting, if it has one: nothing in the list is *unset*, which is not `false`.
pub fn environment_value_path(definition: &str) -> String {
    Query::new("organizationsettings")
        .select(&["organizationsettingid", "value", "_settingdefinitionid_value"])
        .filter(&format!("_settingdefinitionid_value eq {definition}"))
        .path()
}

/// Every value of the environment.
pub fn environment_values() -> Read<Page<SettingValue>> {
    Read::new(
        "dataverse-what-settings",
        Query::new("organizationsettings")
            .select(&["organizationsettingid", "value", "_settingdefinitionid_value"])
            .path(),
    )
}

/// The row of the environment's value.
pub fn environment_row(id: &str) -> String {
    Query::new(&format!("organizationsettings({id})")).path()
}

const APP_COLUMNS: [&str; 7] = [
    "appsettingid",
    "uniquename",
    "value",
    "modifiedon",
    super::apps::MODIFIED_BY,
    "_settingdefinitionid_value",
    "_parentappmoduleid_value",
];

/// Every app's own values, as they hold now, or as they will once the apps are published.
pub fn app_values(unpublished: bool) -> Read<Page<SettingValue>> {
    Read::new(
        "dataverse-what-app-settings",
        layer(unpublished).select(&APP_COLUMNS).path(),
    )
}

/// One app's own value, if it has one.
pub fn app_value_path(definition: &str, app: &str, unpublished: bool) -> String {
    layer(unpublished)
        .select(&APP_COLUMNS)
        .filter(&format!(
            "_settingdefinitionid_value eq {definition} and _parentappmoduleid_value eq {app}"
        ))
        .path()
}

/// Every app's own value of one setting.
pub fn values_of_apps_path(definition: &str, unpublished: bool) -> String {
    layer(unpublished)
        .select(&APP_COLUMNS)
        .filter(&format!("_settingdefinitionid_value eq {definition}"))
        .path()
}

fn layer(unpublished: bool) -> Query {
    let query = Query::new("appsettings");
    if unpublished {
        query.then("Microsoft.Dynamics.CRM.RetrieveUnpublishedMultiple()")
    } else {
        query
    }
}

/// The row of an app's value.
pub fn app_row(id: &str) -> String {
    Query::new(&format!("appsettings({id})")).path()
}

/// Where `SaveSettingValue` is called.
pub fn save_path() -> String {
    Query::new("SaveSettingValue").path()
}

/// What `SaveSettingValue` takes; without an app it writes the environment's value. The value is always text.
pub fn save_body(name: &str, app: Option<&str>, value: bool) -> Value {
    let mut body = json!({"SettingName": name, "Value": value.to_string()});
    if let (Some(body), Some(app)) = (body.as_object_mut(), app) {
        body.insert("AppUniqueName".to_owned(), json!(app));
    }
    body
}
