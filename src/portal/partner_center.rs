//! The locators of Partner Center's *Offer setup* page (S004-44 to S004-51), inside open shadow roots. No public source has
//! its elements, so all are found by role and label: the article's in its editions (2020, today), and the labels its
//! translations give. Danish and Japanese ones are Microsoft's own terms for the same words, unproven on this page.

use super::labels;
use super::locator::Locator;
use super::locators::{css, meanings, name, near, one};

const BUTTON: &str = "button, [role=button]";
const FIELD: &str = "input, textarea";
const LIST: &str = "select, [role=combobox], [role=radiogroup]";
const DIALOG: &str = "dialog[open], [role=dialog]";

/// All of them.
pub(super) fn all() -> Vec<Locator> {
    let deep = |locator: Locator| Locator { deep: true, ..locator };
    let button = |id: &str, names: &[&str]| deep(one(id, None, vec![name(BUTTON, names), near(BUTTON, names)]));
    let field = |id: &str, names: &[&str]| {
        // Which fields there are depends on the authentication that is chosen.
        let found = deep(one(id, None, vec![name(FIELD, names), near(FIELD, names)]));
        Locator { least: 0, ..found }
    };
    let list = |id: &str, names: &[&str], options: &[(&str, &[&str])]| Locator {
        options: meanings(options),
        ..deep(one(id, None, vec![name(LIST, names), near(LIST, names)]))
    };
    let secret = |locator: Locator| Locator {
        secret: true,
        ..locator
    };
    vec![
        // Beside the page's heading, as far as such pages go: nothing is written by what is found there.
        Locator {
            least: 0,
            ..deep(one(
                "partner-center.offer-name",
                None,
                vec![css(":is(h1, div:has(> h1)) + p")],
            ))
        },
        Locator {
            least: 0,
            options: meanings(&[("live", labels::PC_LIVE), ("draft", labels::PC_DRAFT)]),
            ..deep(one("partner-center.offer-state", None, vec![css("h1 + span")]))
        },
        button("partner-center.connect", labels::PC_CONNECT),
        Locator {
            least: 0,
            ..deep(one(
                "partner-center.connection-details",
                None,
                vec![name(DIALOG, labels::PC_DETAILS)],
            ))
        },
        list(
            "partner-center.destination",
            labels::PC_DESTINATION,
            &[("dynamics", labels::PC_DYNAMICS)],
        ),
        field("partner-center.url", labels::PC_URL),
        list(
            "partner-center.authentication",
            labels::PC_AUTHENTICATION,
            &[("entra", labels::PC_ENTRA), ("office365", labels::PC_OFFICE)],
        ),
        field("partner-center.application-id", labels::PC_APPLICATION),
        field("partner-center.directory-id", labels::PC_DIRECTORY),
        secret(field("partner-center.client-secret", labels::PC_SECRET)),
        field("partner-center.user-name", labels::PC_USER),
        secret(field("partner-center.password", labels::PC_PASSWORD)),
        field("partner-center.contact-email", labels::PC_EMAIL),
        button("partner-center.ok", labels::PC_OK),
        button("partner-center.validate", labels::PC_VALIDATE),
        Locator {
            least: 0,
            options: meanings(&[("valid", labels::PC_VALID), ("invalid", labels::PC_INVALID)]),
            ..deep(one(
                "partner-center.validation",
                None,
                vec![near("[role=status], [role=alert]", labels::PC_LEADS)],
            ))
        },
    ]
}
