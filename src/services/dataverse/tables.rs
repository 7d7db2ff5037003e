//! Tables: their definitions, columns, views, and whether their updates can be followed.
//!
//! Source: Web API "Query table definitions"; `sdkmessagefilters` as in "Event framework".

use super::client::{Page, Read};
use super::odata::{Query, quoted};
use super::wire_chat::{Attribute, MessageFilter, SavedQuery, TableDefinition};

const DEFINITION: [&str; 8] = [
    "LogicalName",
    "DisplayName",
    "MetadataId",
    "TableType",
    "DataProviderId",
    "OwnershipType",
    "IsIntersect",
    "IsPrivate",
];

/// Every table. Metadata comes in one answer, however many there are.
pub fn definitions() -> Read<Page<TableDefinition>> {
    Read::new(
        "dataverse-what-tables",
        Query::new("EntityDefinitions").select(&DEFINITION).path(),
    )
}

/// A table's columns.
pub fn attributes(table: &str) -> Read<Page<Attribute>> {
    Read::new(
        "dataverse-what-columns",
        of(table)
            .then("Attributes")
            .select(&[
                "LogicalName",
                "DisplayName",
                "AttributeType",
                "AttributeTypeName",
                "IsValidForRead",
                "IsSecured",
                "AttributeOf",
            ])
            .path(),
    )
}

/// What a table's text columns hold, such as `RichText` (S003-94): only text columns have a format.
pub fn text_formats(table: &str) -> Read<Page<Attribute>> {
    Read::new(
        "dataverse-what-columns",
        of(table)
            .then("Attributes")
            .then("Microsoft.Dynamics.CRM.MemoAttributeMetadata")
            .select(&["LogicalName", "FormatName"])
            .path(),
    )
}

/// One table.
pub fn definition(table: &str) -> Read<TableDefinition> {
    Read::new("dataverse-what-table", of(table).select(&DEFINITION).path())
}

/// The logical names of a table's columns: which of them this generation has.
pub fn column_names(table: &str) -> Read<Page<Attribute>> {
    Read::new(
        "dataverse-what-columns",
        of(table).then("Attributes").select(&["LogicalName"]).path(),
    )
}

fn of(table: &str) -> Query {
    Query::new(&format!("EntityDefinitions(LogicalName={})", quoted(table)))
}

/// Which tables have an Update message (S003-89): one table, or all.
pub fn update_filters(table: Option<&str>) -> Read<Page<MessageFilter>> {
    let mut filter = "sdkmessageid/name eq 'Update'".to_owned();
    if let Some(table) = table {
        filter = format!("primaryobjecttypecode eq {} and {filter}", quoted(table));
    }
    Read::new(
        "dataverse-what-message-filters",
        Query::new("sdkmessagefilters")
            .select(&["primaryobjecttypecode"])
            .filter(&filter)
            .path(),
    )
}

/// Active views of tables, by name; their layouts are read table by table, since they are long.
pub fn views(tables: &[&str], layouts: bool) -> Read<Page<SavedQuery>> {
    let any: Vec<String> = tables
        .iter()
        .map(|table| format!("returnedtypecode eq {}", quoted(table)))
        .collect();
    let mut columns = vec!["savedqueryid", "name", "querytype", "isdefault", "returnedtypecode"];
    if layouts {
        columns.extend(["layoutxml", "fetchxml"]);
    }
    Read::new(
        "dataverse-what-views",
        Query::new("savedqueries")
            .select(&columns)
            .filter(&format!("statecode eq 0 and ({})", any.join(" or ")))
            .order_by("name,savedqueryid")
            .path(),
    )
}

/// The row of `entity` of every table: what a record type's `msdyn_entitytype` is bound to.
pub fn entity_rows() -> Read<Page<super::wire_chat::EntityRow>> {
    Read::new(
        "dataverse-what-tables",
        Query::new("entities").select(&["entityid", "logicalname"]).path(),
    )
}
