//! Where the things of the Sales agent's admin settings are found that connect it to Salesforce (S000-04 to S000-22): in a
//! frame of the Sales app, inside Outlook or Teams, on a host nobody has published. English and Danish names are those of
//! the article and of the product's documentation; French and Japanese ones are Microsoft's own terms for the same words,
//! unproven on this page, as everything here is on a live tenant.

use super::locator::Locator;
use super::locators::{css, name, near, one, some};

/// Under which name the panel remembers the frame's host, as the admin activated it.
pub const FRAME: &str = "frame/sales-settings";

/// The frame itself: which host it is on.
pub const PAGE: &str = "sales-settings.page";
/// The **Settings** tab of the Sales app.
pub const SETTINGS: &str = "sales-settings.settings";
/// **Connectors** (S000-04).
pub const CONNECTORS: &str = "sales-settings.connectors";
/// **Salesforce** under **Agent connections** (S000-05).
pub const SALESFORCE: &str = "sales-settings.salesforce";
/// **Turn on access** among Salesforce's own settings (S000-06).
pub const ACCESS: &str = "sales-settings.turn-on-access";
/// **Save**, while there is something to save: gone once it is saved (S000-07).
pub const UNSAVED: &str = "sales-settings.save";
/// **Connection details** there (S000-09).
pub const DETAILS: &str = "sales-settings.connection-details";
/// **Reconnect** there (S000-22).
pub const RECONNECT: &str = "sales-settings.reconnect";
/// What the page says went wrong (S000-20, S000-21).
pub const ALERT: &str = "sales-settings.alert";

const ENTRY: &str = "a, button, [role=tab], [role=link], [role=menuitem], [role=treeitem]";
const SWITCH: &str = "[role=switch]";
const REGION: &str = "section, [role=region], [role=group]";
/// What a data source's own settings may stand in. Other sources than Salesforce may be listed beside it and have the same
/// controls, so that only what is called by its name is Salesforce's.
const PANE: &str = "section, [role=region], [role=group], [role=tabpanel], dialog, [role=dialog], .fui-InlineDrawer, \
                    .fui-OverlayDrawer";
const NAME: &str = "Salesforce";

const SETTINGS_NAMES: &[&str] = &["Settings", "Indstillinger", "Paramètres", "設定"];
const CONNECTORS_NAMES: &[&str] = &["Connectors", "Forbindelser", "Connecteurs", "コネクタ", "コネクター"];
const ACCESS_NAMES: &[&str] = &[
    "Turn on access",
    "Aktivér adgang til",
    "Slå adgang til",
    "Activer l’accès",
    "アクセスを有効にする",
];
const SAVE_NAMES: &[&str] = &["Save", "Gem", "Enregistrer", "保存"];
const DETAILS_NAMES: &[&str] = &[
    "Connection details",
    "Forbindelsesoplysninger",
    "Détails de la connexion",
    "接続の詳細",
];
const RECONNECT_NAMES: &[&str] = &["Reconnect", "Opret forbindelse igen", "Se reconnecter", "再接続"];

/// Everything a reading looks for.
pub const THINGS: [&str; 8] = [
    SETTINGS, CONNECTORS, SALESFORCE, ACCESS, UNSAVED, DETAILS, RECONNECT, ALERT,
];

/// What of it an administrator of the CRM always has in sight, one or the other.
pub const ENTRIES: [&str; 4] = [SETTINGS, CONNECTORS, SALESFORCE, ACCESS];

/// All of them.
pub(super) fn all() -> Vec<Locator> {
    let maybe = |locator: Locator| Locator { least: 0, ..locator };
    let entry = |id: &str, names: &[&str]| maybe(one(id, None, vec![name(ENTRY, names)]));
    vec![
        one(PAGE, None, vec![css("body")]),
        maybe(one(
            SETTINGS,
            None,
            vec![name("[role=tab]", SETTINGS_NAMES), name(ENTRY, SETTINGS_NAMES)],
        )),
        entry(CONNECTORS, CONNECTORS_NAMES),
        entry(SALESFORCE, &[NAME]),
        of_salesforce(maybe(one(
            ACCESS,
            None,
            vec![name(SWITCH, ACCESS_NAMES), near(SWITCH, ACCESS_NAMES)],
        ))),
        // Wherever the page has it: whatever is not saved yet, it would save.
        entry_enabled(UNSAVED, SAVE_NAMES),
        of_salesforce(maybe(one(
            DETAILS,
            None,
            vec![
                name(REGION, DETAILS_NAMES),
                near("dl, table, [role=table]", DETAILS_NAMES),
            ],
        ))),
        of_salesforce(entry_enabled(RECONNECT, RECONNECT_NAMES)),
        maybe(some(ALERT, vec![css("[role=alert]:not(:empty)")])),
    ]
}

/// Among Salesforce's own settings alone: where nothing says whose they are, nothing is found.
fn of_salesforce(locator: Locator) -> Locator {
    Locator {
        within: Some(PANE.to_owned()),
        titled: vec![NAME.to_owned()],
        ..locator
    }
}

/// A button that can be pressed now.
fn entry_enabled(id: &str, names: &[&str]) -> Locator {
    let css = ":is(button, [role=button]):not(:disabled, [aria-disabled=true])";
    Locator {
        least: 0,
        ..one(id, None, vec![name(css, names)])
    }
}
