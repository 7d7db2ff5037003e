//! The company: Contoso, small but believable, and as large as asked.

mod apps;
mod chat;
mod people;
mod profiles;
mod records;
mod roles;
mod views;

use super::describe;
use super::schema::{Column, Ownership, Schema, TableDef};
use super::security::{Verb, privilege_id};
use super::solutions::IMPORT;
use super::store::{Store, draft_layer};
use crate::config::Config;
use crate::ident::Guid;
use crate::odata::service::Org;
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// The business units: name and parent.
pub const UNITS: [(&str, Option<&str>); 7] = [
    ("Contoso", None),
    ("Customer Service EMEA", Some("Contoso")),
    ("Customer Service Americas", Some("Contoso")),
    ("Customer Service APAC", Some("Contoso")),
    ("Escalation Desk", Some("Customer Service EMEA")),
    ("Sales", Some("Contoso")),
    ("Field Service", Some("Contoso")),
];

/// The one administrator who is a global administrator of the tenant too; Dataverse itself does not know.
pub const GLOBAL_ADMINISTRATOR: &str = "admin@contoso.com";

/// Who administers the Power Platform where msdyn_viva is there, and so is System Administrator in it; Dataverse does
/// not know why.
pub const PLATFORM_ADMINISTRATOR: &str = "customizer@contoso.com";

/// Language codes of the languages the pages speak.
pub fn lcid(locale: &str) -> i64 {
    match locale {
        "da" => 1030,
        "fr" => 1036,
        "ja" => 1041,
        _ => 1033,
    }
}

/// Writes rows with the columns every row has.
pub(super) struct Builder<'a> {
    pub store: Store,
    pub schema: Arc<Schema>,
    pub config: &'a Config,
    pub org: &'a Org,
}

impl Builder<'_> {
    /// Writes a row known by `key`; null values are left out, columns of a newer generation too.
    pub fn row(&mut self, table: &str, key: &str, values: Value) -> Guid {
        let id = Guid::derive(table, key);
        self.row_at(table, id, values)
    }

    pub fn row_at(&mut self, table: &str, id: Guid, values: Value) -> Guid {
        let Some(def) = self.schema.table(table).cloned() else {
            return id;
        };
        let mut row = Map::new();
        for column in def.columns.values() {
            if let Some(default) = &column.default {
                row.insert(column.name.clone(), default.clone());
            }
        }
        self.stamp(&def, &mut row);
        let given = match values {
            Value::Object(map) => map,
            _ => Map::new(),
        };
        for (name, value) in given {
            let known = def.columns.contains_key(name.split('@').next().unwrap_or_default());
            if known && !value.is_null() {
                row.insert(name, value);
            }
        }
        row.retain(|_, value| !value.is_null());
        self.store.put(table, id, row);
        id
    }

    fn stamp(&self, def: &TableDef, row: &mut Map<String, Value>) {
        if def.ownership == Ownership::None {
            return;
        }
        let admin = people::id("admin@contoso.com").to_string();
        for name in ["createdon", "modifiedon"] {
            row.insert(name.into(), json!("2026-01-12T08:30:00Z"));
        }
        for name in ["createdby", "modifiedby"] {
            row.insert(name.into(), json!(admin));
        }
        if def.ownership == Ownership::User {
            row.insert("ownerid".into(), json!(admin));
            row.insert("ownerid@target".into(), json!("systemuser"));
            row.insert("owninguser".into(), json!(admin));
            row.insert("owningbusinessunit".into(), json!(unit("Contoso").to_string()));
        }
    }

    /// Puts a draft beside a row: what somebody changed and has not published.
    pub fn draft(&mut self, table: &str, id: Guid, mut values: Map<String, Value>, by: &str, on: &str) {
        let defaults = self.schema.table(table).map(|def| def.columns.values());
        for column in defaults.into_iter().flatten() {
            if let (Some(default), false) = (&column.default, values.contains_key(&column.name)) {
                values.insert(column.name.clone(), default.clone());
            }
        }
        values.insert("modifiedby".into(), json!(people::id(by).to_string()));
        values.insert("modifiedon".into(), json!(on));
        for (name, value) in [
            ("createdby", json!(people::id(by).to_string())),
            ("createdon", json!(on)),
        ] {
            values.entry(name).or_insert(value);
        }
        values.insert("componentstate".into(), json!(1));
        self.store.put(&draft_layer(table), id, values);
    }

    /// Connects two rows through an intersect table.
    pub fn link(&mut self, table: &str, a: (&str, Guid), b: (&str, Guid)) {
        let id = Guid::derive(table, &format!("{}{}", a.1, b.1));
        let values = Map::from_iter([
            (a.0.to_owned(), json!(a.1.to_string())),
            (b.0.to_owned(), json!(b.1.to_string())),
        ]);
        self.store.put(table, id, values);
    }
}

/// The id of a business unit.
pub fn unit(name: &str) -> Guid {
    Guid::derive("businessunit", name)
}

/// The row of `entities` that stands for a table. That its id is the table's `MetadataId` is unproven: a dialect.
pub fn entity_row(org: &Org, logical: &str) -> Guid {
    if org.answers("entitytype", "other") {
        Guid::derive("entityrow", logical)
    } else {
        describe::table_id(logical)
    }
}

/// Fills a store with the company.
pub fn build(schema: Arc<Schema>, config: &Config, org: &Org) -> Store {
    let store = Store::new(Arc::clone(&schema));
    let mut builder = Builder {
        store,
        schema,
        config,
        org,
    };
    organization(&mut builder, "Contoso Service");
    catalogue(&mut builder);
    roles::build(&mut builder);
    people::build(&mut builder);
    chat::build(&mut builder);
    apps::build(&mut builder);
    views::build(&mut builder);
    profiles::build(&mut builder);
    records::build(&mut builder);
    builder.store
}

/// The organization of msdyn_viva: its roles, and who administers it.
pub fn build_viva(schema: Arc<Schema>, config: &Config, org: &Org) -> Store {
    let mut builder = Builder {
        store: Store::new(Arc::clone(&schema)),
        schema,
        config,
        org,
    };
    organization(&mut builder, "msdyn_viva");
    catalogue(&mut builder);
    roles::build(&mut builder);
    people::build_viva(&mut builder);
    builder.store
}

fn organization(b: &mut Builder<'_>, name: &str) {
    let language = lcid(&b.config.locale);
    let id = b.org.id;
    b.row_at(
        "organization",
        id,
        json!({
            "name": name, "languagecode": language, "basecurrencycode": "EUR", "teamschatdatasync": false,
        }),
    );
    for (name, parent) in UNITS {
        b.row(
            "businessunit",
            name,
            json!({
                "name": name,
                "parentbusinessunitid": parent.map(|p| unit(p).to_string()),
                "organizationid": id.to_string(),
            }),
        );
    }
}

/// Privileges, entity rows, messages: what mirrors the schema itself.
fn catalogue(b: &mut Builder<'_>) {
    let schema = Arc::clone(&b.schema);
    let messages = [
        "Create",
        "Retrieve",
        "RetrieveMultiple",
        "Update",
        "Delete",
        "CreateMultiple",
        "UpdateMultiple",
        "UpsertMultiple",
    ];
    for message in messages {
        b.row("sdkmessage", message, json!({"name": message, "isprivate": false}));
    }
    for def in schema.tables.values() {
        let depths = describe::depths(def);
        for verb in describe::verbs(def) {
            let name = format!("prv{}{}", verb.name(), def.privilege.clone().unwrap_or_default());
            privilege(b, &name, Some(verb), depths);
        }
        b.row_at(
            "entity",
            entity_row(b.org, &def.logical),
            json!({
                "name": def.logical, "logicalname": def.logical, "physicalname": def.schema_name,
                "originallocalizedname": def.display.0, "entitysetname": def.set, "basetablename": def.schema_name,
                "objecttypecode": def.otc,
            }),
        );
        if def.kind != "Standard" || def.ownership == Ownership::None {
            continue;
        }
        for message in messages {
            if message == "Update" && !def.updates {
                continue;
            }
            b.row(
                "sdkmessagefilter",
                &format!("{}{message}", def.logical),
                json!({
                    "primaryobjecttypecode": def.logical, "secondaryobjecttypecode": "none", "availability": 0,
                    "sdkmessageid": Guid::derive("sdkmessage", message).to_string(),
                }),
            );
        }
    }
    let global_only = [false, false, false, true];
    for name in [
        "prvUnlinkTeamsChatFromRecord",
        "prvExportToExcel",
        "prvGoOffline",
        "prvReadAuditSummary",
        "prvPublishCustomization",
        IMPORT,
        "prvBulkDelete",
        "prvActOnBehalfOfAnotherUser",
        "prvFlow",
    ]
    .into_iter()
    .chain(super::roles::SHAREPOINT)
    {
        privilege(b, name, None, global_only);
    }
}

fn privilege(b: &mut Builder<'_>, name: &str, verb: Option<Verb>, depths: [bool; 4]) {
    let [basic, local, deep, global] = depths;
    b.row_at(
        "privilege",
        privilege_id(name),
        json!({
            "name": name, "accessright": verb.map_or(0, Verb::access_right),
            "canbebasic": basic, "canbelocal": local, "canbedeep": deep, "canbeglobal": global,
            "introducedversion": "5.0.0.0", "ismanaged": true,
        }),
    );
}

/// Whether a seed row's property is a column, and under which name it is kept.
pub fn stored_name(def: &TableDef, name: &str) -> Option<String> {
    def.property(name)
        .map(|(column, _): (&Column, bool)| column.name.clone())
}
