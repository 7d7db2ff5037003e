//! Every recipe with what the panel must know before it opens one.

use crate::portal::Page;
use crate::portal::bright_pattern as bright;
use crate::portal::sales_settings as settings;
use crate::portal::salesforce_setup as setup;
use crate::text::Text;

/// One recipe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipe {
    /// Its id, in plans, routes and file names.
    pub id: &'static str,
    /// What it is called.
    pub title: Text,
    /// The article and the rules of it that it covers, such as `S003-54` to `S003-81`.
    pub rules: &'static [(&'static str, &'static str)],
    /// Keys of the portal pages it belongs to.
    pub pages: &'static [&'static str],
    /// What it needs, each with the reason shown when it is asked for.
    pub permissions: &'static [Permission],
    /// Locators it reads or highlights.
    pub locators: &'static [&'static str],
    /// The language file section its messages stand in begins their ids.
    pub messages: &'static str,
}

/// A host or browser permission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permission {
    /// Which.
    pub what: Needs,
    /// Why, as a message id.
    pub reason: &'static str,
}

/// Kinds of permission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Needs {
    /// The org's own host, which the manifest already lists.
    OrgHost,
    /// The hosts of a portal, asked for when first needed.
    Portal(Page),
    /// The host of a frame that nobody has published: the one found in the page, as the admin activates it.
    Activated(Page),
    /// The host of the customer's own Salesforce organization, asked for when somebody signs in there.
    Salesforce,
}

/// All recipes, in the order of the rail.
pub const RECIPES: &[Recipe] = &[
    Recipe {
        id: super::teams_chat::planning::RECIPE,
        title: Text::new("chat-title"),
        rules: &[("S003-01", "S003-53"), ("S003-82", "S003-106")],
        pages: &["teams-chat", "collaboration"],
        permissions: &[Permission {
            what: Needs::OrgHost,
            reason: "chat-reason-host",
        }],
        locators: &[
            super::disconnect::planning::HEADER_USER,
            "teams-chat.master-switch",
            "teams-chat.master-switch-off",
            "teams-chat.save",
            "teams-chat.scope-all",
            "teams-chat.scope-selected",
            "teams-chat.timeline-switch",
            "teams-chat.profiles-manage",
            "control.profile-teams",
            "record.chat-pane",
        ],
        messages: "chat-",
    },
    Recipe {
        id: super::disconnect::planning::RECIPE,
        title: Text::new("disconnect-title"),
        rules: &[("S003-54", "S003-81")],
        pages: &["teams-chat"],
        permissions: &[Permission {
            what: Needs::OrgHost,
            reason: "disconnect-reason-host",
        }],
        locators: &[super::disconnect::planning::HEADER_USER],
        messages: "disconnect-",
    },
    Recipe {
        id: super::lead_management::planning::RECIPE,
        title: Text::new("lead-title"),
        rules: &[("S004-01", "S004-52")],
        pages: &["partner-center", "power-platform", "entra"],
        permissions: &[
            Permission {
                what: Needs::OrgHost,
                reason: "lead-reason-host",
            },
            Permission {
                what: Needs::Portal(Page::PartnerCenter),
                reason: "lead-reason-portal",
            },
        ],
        locators: &[
            super::disconnect::planning::HEADER_USER,
            "partner-center.connect",
            "partner-center.connection-details",
            "partner-center.destination",
            "partner-center.url",
            "partner-center.authentication",
            "partner-center.application-id",
            "partner-center.directory-id",
            "partner-center.client-secret",
            "partner-center.user-name",
            "partner-center.password",
            "partner-center.contact-email",
            "partner-center.ok",
            "partner-center.validate",
            "partner-center.validation",
        ],
        messages: "lead-",
    },
    Recipe {
        id: super::bright_pattern::planning::RECIPE,
        title: Text::new("bright-title"),
        rules: &[("S002-01", "S002-17")],
        pages: &["bright-pattern"],
        permissions: &[
            Permission {
                what: Needs::OrgHost,
                reason: "bright-reason-org",
            },
            Permission {
                what: Needs::Portal(Page::BrightPattern),
                reason: "bright-reason-host",
            },
        ],
        locators: &[
            bright::PAGE,
            bright::MENU,
            bright::ACCOUNTS,
            bright::ADD,
            bright::PICKER,
            bright::PICKER_OK,
            bright::TYPE,
            bright::NAME,
            bright::DEFAULT,
            bright::AUTHORIZATION,
            bright::TOKEN,
            bright::API,
            bright::CLIENT_ID,
            bright::CLIENT_SECRET,
            bright::REFRESH_TOKEN,
            bright::REFRESH_BUTTON,
            bright::TEST,
            bright::TEST_RESULT,
            bright::APPLY,
        ],
        messages: "bright-",
    },
    Recipe {
        id: super::salesforce_connection::planning::RECIPE,
        title: Text::new("salesforce-title"),
        rules: &[("S000-01", "S000-43")],
        pages: &["sales-app", "sales-settings", "salesforce-setup"],
        permissions: &[
            Permission {
                what: Needs::Salesforce,
                reason: "salesforce-reason-host",
            },
            Permission {
                what: Needs::Portal(Page::SalesApp),
                reason: "salesforce-reason-page",
            },
            Permission {
                what: Needs::Activated(Page::SalesSettings),
                reason: "salesforce-page-found",
            },
        ],
        locators: &[
            settings::PAGE,
            settings::SETTINGS,
            settings::CONNECTORS,
            settings::SALESFORCE,
            settings::ACCESS,
            settings::UNSAVED,
            settings::DETAILS,
            settings::RECONNECT,
            settings::ALERT,
        ],
        messages: "salesforce-",
    },
    Recipe {
        id: super::deployment::planning::RECIPE,
        title: Text::new("deploy-title"),
        rules: &[("S001-01", "S001-44")],
        pages: &["power-platform", "entra", "teams-admin", "m365-admin", "salesforce-app"],
        permissions: &[
            Permission {
                what: Needs::OrgHost,
                reason: "deploy-reason-host",
            },
            Permission {
                what: Needs::Portal(Page::SalesforceSetup),
                reason: "deploy-reason-setup",
            },
        ],
        locators: &setup::THINGS,
        messages: "deploy-",
    },
];

/// A recipe by its id.
pub fn recipe(id: &str) -> Option<&'static Recipe> {
    RECIPES.iter().find(|recipe| recipe.id == id)
}
