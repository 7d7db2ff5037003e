//! Teams chat configuration: which record types chats can be connected to, and the settings around it.

use super::client::{Page, Read};
use super::odata::{Query, quoted};
use super::wire::{EntityDefinition, LinkChatConfiguration, SettingList};

/// Entity set of the record types chats can be connected to.
pub const LINK_CHAT_CONFIGURATIONS: &str = "msdyn_entitylinkchatconfigurations";
/// Column of "Record owner can disconnect chats" (S003-57).
pub const OWNER_COLUMN: &str = "msdyn_recordownercanunlink";
/// Column of "Chat connector can disconnect chat" (S003-58).
pub const CONNECTOR_COLUMN: &str = "msdyn_recentchatlinkercanunlink";
/// Privilege to write these rows.
pub const WRITE_PRIVILEGE: &str = "prvWritemsdyn_entitylinkchatconfiguration";
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
