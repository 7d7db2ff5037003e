//! Teams chat configuration: which record types chats can be connected to, and the settings around it.

use serde_json::Value;

use super::client::{Page, Read};
use super::odata::{Query, quoted};
use super::wire::{EntityDefinition, LinkChatConfiguration, SettingList};
use super::wire_chat::OrganizationRow;

/// Entity set of the record types chats can be connected to.
pub const LINK_CHAT_CONFIGURATIONS: &str = "msdyn_entitylinkchatconfigurations";
/// Column of "Record owner can disconnect chats" (S003-57).
pub const OWNER_COLUMN: &str = "msdyn_recordownercanunlink";
/// Column of "Chat connector can disconnect chat" (S003-58).
pub const CONNECTOR_COLUMN: &str = "msdyn_recentchatlinkercanunlink";
/// Privilege to write these rows.
pub const WRITE_PRIVILEGE: &str = "prvWritemsdyn_entitylinkchatconfiguration";
/// "Sync Teams chats with records (Preview)" (S003-105); that the page's switch writes this column alone is unproven.
pub const TIMELINE_COLUMN: &str = "teamschatdatasync";
/// The table of the record types.
pub const LINK_CHAT_TABLE: &str = "msdyn_entitylinkchatconfiguration";
/// Setting: chats on every table, not only on listed ones (observed; its meaning is inferred).
pub const ALL_TABLES_SETTING: &str = "msdyn_EnableChatsForAllEntities";

const COLUMNS: [&str; 5] = [
    "msdyn_name",
    OWNER_COLUMN,
    CONNECTOR_COLUMN,
    "ismanaged",
    "_msdyn_entitytype_value",
];

/// The record types, with or without the table they stand for: that `entities` can be expanded is unproven.
pub fn link_chat_configurations(expanded: bool) -> Read<Page<LinkChatConfiguration>> {
    let query = Query::new(LINK_CHAT_CONFIGURATIONS).select(&COLUMNS);
    let query = if expanded {
        query.expand("msdyn_entitytype($select=logicalname)")
    } else {
        query
    };
    Read::new("dataverse-what-record-types", query.path())
}

/// The same rows with every column this generation has: a column that is asked for by name and missing fails the whole
/// answer.
pub fn whole_configurations(expanded: bool) -> Read<Page<Value>> {
    let query = Query::new(LINK_CHAT_CONFIGURATIONS);
    let query = if expanded {
        query.expand("msdyn_entitytype($select=logicalname)")
    } else {
        query
    };
    Read::new("dataverse-what-record-types", query.path())
}

/// Some columns of one record type: what guards and proofs read. By whom tells a run its own write from another's.
pub fn columns_of_configuration(id: &str, columns: &[&str]) -> String {
    let mut columns = columns.to_vec();
    columns.push("_modifiedby_value");
    Query::new(&format!("{LINK_CHAT_CONFIGURATIONS}({id})"))
        .select(&columns)
        .path()
}

/// The record types of one table, by its row of `entity`.
pub fn configurations_of_path(entity: &str) -> String {
    Query::new(LINK_CHAT_CONFIGURATIONS)
        .select(&["msdyn_name", "_msdyn_entitytype_value"])
        .filter(&format!("_msdyn_entitytype_value eq {entity}"))
        .path()
}

/// The organization's switch for the timeline. A generation without the column refuses the read.
pub fn timeline(organization: &str) -> Read<OrganizationRow> {
    Read::new(
        "dataverse-what-timeline",
        Query::new(&format!("organizations({organization})"))
            .select(&["organizationid", TIMELINE_COLUMN])
            .path(),
    )
}

/// The organization's row, to write to.
pub fn organization_row(organization: &str) -> String {
    Query::new(&format!("organizations({organization})")).path()
}

/// One record type's toggles: what guards and proofs read.
pub fn link_chat_configuration_path(id: &str) -> String {
    Query::new(&format!("{LINK_CHAT_CONFIGURATIONS}({id})"))
        // By whom tells a run its own write from another's.
        .select(&[OWNER_COLUMN, CONNECTOR_COLUMN, "_modifiedby_value"])
        .path()
}

/// The row itself, to write to.
pub fn link_chat_configuration_row(id: &str) -> String {
    Query::new(&format!("{LINK_CHAT_CONFIGURATIONS}({id})")).path()
}

/// How a table can be looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableKey<'a> {
    /// By logical name.
    LogicalName(&'a str),
    /// By `MetadataId`.
    MetadataId(&'a str),
}

/// A table's display name in the signed-in user's language.
pub fn table(key: &TableKey<'_>) -> Read<EntityDefinition> {
    let key = match key {
        TableKey::LogicalName(name) => format!("LogicalName={}", quoted(name)),
        TableKey::MetadataId(id) => (*id).to_owned(),
    };
    Read::new(
        "dataverse-what-table",
        Query::new(&format!("EntityDefinitions({key})"))
            .select(&["LogicalName", "DisplayName"])
            .path(),
    )
}

/// The settings of the organization.
pub fn settings() -> Read<SettingList> {
    Read::new("dataverse-what-settings", Query::new("RetrieveSettingList()").path())
}
