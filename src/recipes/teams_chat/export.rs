//! What Teams chat is set to, as files: CSV that no spreadsheet takes for a formula, and JSON.

use serde_json::{Value, json};

use super::observed::Observed;
use super::planning::RECIPE;
use crate::domain::chat::consent::Permission;
use crate::domain::chat::pane_access::{PaneTable, TeamsInPane};
use crate::domain::chat::record_type::Switch;
use crate::domain::chat::setting::Source;
use crate::recipes::disconnect::export::{Table, completeness, csv_file, json_file};

/// Which view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// The apps, and whether Teams chat is on in each.
    Apps,
    /// The record types with every switch.
    RecordTypes,
    /// Custom roles and the seven Reads.
    Access,
    /// Profiles, and whether Teams is in their panes.
    Profiles,
    /// The applications that hold the article's permissions for the whole organization (S003-08 to S003-13).
    Consents,
}

impl View {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Apps,
        Self::RecordTypes,
        Self::Access,
        Self::Profiles,
        Self::Consents,
    ];

    /// Part of the file's name, and its key in the JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Apps => "apps",
            Self::RecordTypes => "recordTypes",
            Self::Access => "access",
            Self::Profiles => "profiles",
            Self::Consents => "consents",
        }
    }
}

/// One view as CSV (RFC 4180), headed by when, where and how completely it was read. `read_at` is the time in words.
pub fn csv(observed: &Observed, view: View, read_at: &str) -> String {
    csv_file(&observed.organization, read_at, table(observed, view))
}

/// All views as JSON, headed likewise.
pub fn json(observed: &Observed) -> Value {
    json_file(
        RECIPE,
        &observed.organization,
        &observed.admin.upn,
        observed.read_at,
        View::ALL.map(|view| (view.key(), table(observed, view))),
    )
}

const NOT_READ: &str = "not read";

fn table(observed: &Observed, view: View) -> Table {
    match view {
        View::Apps => apps(observed),
        View::RecordTypes => record_types(observed),
        View::Access => access(observed),
        View::Profiles => profiles(observed),
        View::Consents => consents(observed),
    }
}

fn apps(observed: &Observed) -> Table {
    let switch = observed.switch();
    let rows = observed.apps.value().into_iter().flatten().map(|app| {
        let effective = switch.map(|switch| switch.setting.effective(&app.unique_name));
        let published = switch.map(|switch| switch.setting.effective_when_published(&app.unique_name));
        vec![
            json!(app.name),
            json!(app.unique_name),
            json!(app.managed),
            json!(effective.map(|one| one.on)),
            json!(effective.map(|one| match one.from {
                Source::App => "app",
                Source::Environment => "environment",
                Source::Default => "default",
            })),
            json!(published.map(|one| one.on)),
        ]
    });
    Table {
        completeness: if observed.apps.is_complete() {
            completeness(&observed.switch)
        } else {
            completeness(&observed.apps)
        },
        columns: &["app", "uniqueName", "managed", "teamsChat", "from", "onceReleased"],
        rows: rows.collect(),
    }
}

fn record_types(observed: &Observed) -> Table {
    let rows = observed.record_types.value().into_iter().flatten().map(|row| {
        let mut cells = vec![
            json!(row.name),
            json!(row.logical_name),
            json!(row.active),
            json!(row.managed),
        ];
        cells.extend(Switch::OF_THE_ARTICLE.map(|switch| json!(row.configuration.get(switch))));
        cells.push(json!(row.configuration.view));
        cells.push(json!(row.configuration.followed));
        cells
    });
    Table {
        completeness: completeness(&observed.record_types),
        columns: &[
            "recordType",
            "logicalName",
            "active",
            "managed",
            "includeNote",
            "ownerMayDisconnect",
            "connectorMayDisconnect",
            "joinChat",
            "keyUpdates",
            "view",
            "followedColumns",
        ],
        rows: rows.collect(),
    }
}

fn access(observed: &Observed) -> Table {
    let access = observed.access.as_ref().and_then(|access| access.value());
    let rows = access.into_iter().flat_map(|access| &access.roles).map(|one| {
        let mut cells = vec![json!(one.role.name)];
        for table in PaneTable::ALL {
            let held = one.held.iter().find(|held| held.name == table.privilege());
            cells.push(json!(held.map_or("", |held| held.depth.name())));
        }
        cells
    });
    Table {
        completeness: observed.access.as_ref().map_or(NOT_READ, completeness),
        columns: &[
            "role",
            "appProfile",
            "applicationTabTemplate",
            "notificationField",
            "notificationTemplate",
            "paneTabConfiguration",
            "paneToolConfiguration",
            "productivityPaneConfiguration",
        ],
        rows: rows.collect(),
    }
}

fn profiles(observed: &Observed) -> Table {
    let profiles = observed.profiles.as_ref().and_then(|profiles| profiles.value());
    let rows = profiles.into_iter().flatten().map(|one| {
        vec![
            json!(one.profile.name),
            json!(one.profile.unique_name),
            json!(one.profile.is_default()),
            json!(one.teams.map(|teams| match teams {
                TeamsInPane::On => "on",
                TeamsInPane::Off => "off",
                TeamsInPane::NotRecognised => "not recognised",
                TeamsInPane::NoPane => "no pane",
                TeamsInPane::Unclear => "unclear",
            })),
            json!(one.users),
            json!(one.roles),
        ]
    });
    Table {
        completeness: observed.profiles.as_ref().map_or(NOT_READ, completeness),
        columns: &["profile", "uniqueName", "default", "teamsInPane", "users", "roles"],
        rows: rows.collect(),
    }
}

fn consents(observed: &Observed) -> Table {
    let holders = observed.consents.as_ref().and_then(|consents| consents.value());
    let rows = holders.into_iter().flatten().map(|holder| {
        let mut cells = vec![json!(holder.name), json!(holder.id)];
        cells.extend(Permission::ALL.map(|permission| json!(holder.holds.contains(&permission))));
        cells
    });
    Table {
        completeness: observed.consents.as_ref().map_or(NOT_READ, completeness),
        columns: &[
            "application",
            "servicePrincipal",
            "Chat.ReadWrite.All",
            "Directory.Read.All",
            "Presence.Read.All",
            "User.Read.All",
            "User.ReadBasic.All",
        ],
        rows: rows.collect(),
    }
}
