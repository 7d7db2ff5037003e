//! What stands behind the Teams chat page: settings with their layers, and a row per record type.

use super::{Builder, entity_row};
use crate::dataverse::rules;
use crate::ident::Guid;
use serde_json::json;

/// A setting: unique name, display name, type (0 number, 1 text, 2 yes or no), default, level at which it may be
/// overridden (0 app and organization, 1 organization only, 2 app only, 3 none).
type Setting = (&'static str, &'static str, i64, &'static str, i64);

/// The three of the feature, among others an organisation has. Names are as an organisation lists them; levels of the
/// three are unproven.
const SETTINGS: [Setting; 19] = [
    (MASTER, "Enable Teams chat", 2, "false", 0),
    (
        "msdyn_EnableChatsForAllEntities",
        "Enable chats for all entities",
        2,
        "true",
        1,
    ),
    ("msdyn_EnablePersonalChats", "Enable personal chats", 2, "true", 0),
    ("AllowNewAppChannelDefault", "Allow new app channel", 2, "true", 1),
    (
        "AllowNotificationsEarlyAccess",
        "Notifications in the app",
        2,
        "false",
        2,
    ),
    (
        "AppAdditionalEntityLimitCount",
        "Additional tables in an app",
        0,
        "15",
        1,
    ),
    ("AppChannel", "App channel", 0, "0", 2),
    (
        "AppCopilotBotSchemaName",
        "Copilot of the app",
        1,
        "msdyn_appCopilot",
        0,
    ),
    ("AsyncOnLoad", "Async load handler", 2, "false", 2),
    ("AsyncOnSave", "Async save handler", 2, "false", 2),
    ("ChannelAvailability", "Channel availability", 1, "PowerAppsMobile", 1),
    ("EnablePeekMode", "Peek mode", 2, "true", 0),
    ("NewLookAlwaysOn", "New look for all users", 2, "false", 2),
    ("NewLookOptOut", "New look can be left", 2, "true", 2),
    ("NotificationToastFadeInterval", "Seconds a toast stays", 0, "6", 3),
    ("OverrideAppHeaderColor", "Header colour", 1, "\"\"", 2),
    ("SitemapHomePage", "Home page", 0, "0", 3),
    ("UCIShareButton", "Share button", 2, "true", 0),
    ("msdyn_TimelineUserPosts", "User posts on the timeline", 2, "false", 0),
];
const MASTER: &str = "msdyn_EnableTeamsChat";

pub(super) fn build(b: &mut Builder<'_>) {
    if b.org.settings {
        settings(b);
    }
    record_types(b);
}

fn settings(b: &mut Builder<'_>) {
    // Dialect: where the switch is no setting, only the page knows where it is.
    let known = |name: &str| name != MASTER || b.org.answers("masterswitch", "setting");
    let listed: Vec<Setting> = SETTINGS.into_iter().filter(|(name, ..)| known(name)).collect();
    for (name, label, kind, default, level) in listed {
        b.row(
            "settingdefinition",
            name,
            json!({
                "uniquename": name, "displayname": label, "datatype": kind, "defaultvalue": default,
                "overridablelevel": level % 3, "isoverridable": level < 3,
            }),
        );
    }
    for (name, value) in [
        (MASTER, "true"),
        ("UCIShareButton", "false"),
        ("EnablePeekMode", "true"),
    ] {
        let definition = Guid::derive("settingdefinition", name);
        if b.store.get("settingdefinition", definition).is_none() {
            continue;
        }
        b.row_at(
            "organizationsetting",
            Guid::derive("organizationsetting", &definition.to_string()),
            json!({"uniquename": name, "value": value, "settingdefinitionid": definition.to_string()}),
        );
    }
}

/// One row per record type whose chats can be connected: owner toggle, connector toggle. Contact has a note with a view.
fn record_types(b: &mut Builder<'_>) {
    let separator = if b.org.answers("filteringattributes", "semicolon") {
        ";"
    } else {
        ","
    };
    let view = Guid::derive("savedquery", "Active Contacts").to_string();
    let view = if b.org.answers("contextviewid", "braces") {
        format!("{{{view}}}")
    } else {
        view
    };
    for (label, table, owner, connector) in [
        ("Case", "incident", true, true),
        ("Account", "account", false, true),
        ("Contact", "contact", true, true),
        ("Knowledge article", "knowledgearticle", true, false),
        ("Email", "email", false, false),
    ] {
        let entity = entity_row(b.org, table).to_string();
        b.row(
            "msdyn_entitylinkchatconfiguration",
            table,
            json!({
                "msdyn_name": label,
                "msdyn_uniquename": format!("msdyn_{table}_linkchat"),
                "msdyn_entitytype": entity,
                "msdyn_recordownercanunlink": owner,
                "msdyn_recentchatlinkercanunlink": connector,
                "msdyn_usercanjoinchat": table == "incident",
                "msdyn_enablekickoffmessage": table == "contact",
                "msdyn_contextviewid": (table == "contact").then_some(&view),
                "msdyn_isenabledforbot": table == "incident",
                "msdyn_filteringattributes":
                    (table == "incident").then(|| ["prioritycode", "statecode", "statuscode"].join(separator)),
                "ismanaged": true,
                "solutionid": Guid::derive("solution", "Teams Chat Settings Solution").to_string(),
                "iscustomizable": rules::managed(true, "iscustomizableanddeletable"),
            }),
        );
    }
}
