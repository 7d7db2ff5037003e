//! The locators of this version. None is proven on a live tenant: each carries its source and that source's date.

use super::labels;
use super::locator::{Locator, Meaning, Strategy};

const SWITCH: &str = "[role=switch]";
const CONTROL: &str = "#mainContent";
const PANE: &str = ".ms-Panel.is-open, .fui-InlineDrawer, .fui-OverlayDrawer, [role=dialog]";

/// Every locator.
pub fn all() -> Vec<Locator> {
    let mut all = of_organizations();
    all.extend(super::bright_pattern::all());
    all.extend(super::partner_center::all());
    all.extend(super::teams_admin::all());
    all.extend(super::microsoft365::all());
    all.extend(super::sales_settings::all());
    all.extend(super::salesforce_setup::all());
    all
}

fn of_organizations() -> Vec<Locator> {
    vec![
        // Suite header; EasyRepro, 2023-07-26.
        one("shell.user", None, vec![css("#mectrl_currentAccount_primary")]),
        one("shell.user-menu", None, vec![css("#mectrl_main_trigger")]),
        // App name; EasyRepro and Power Platform playwright samples, 2026-05-19.
        one("shell.app-name", None, vec![css("[data-id='appBreadCrumbText']")]),
        // Site map; labels last, because the sub-area's id is not public.
        one(
            "shell.collaboration",
            None,
            vec![name("li[data-id^='sitemap-entity']", labels::COLLABORATION)],
        ),
        // "Manage" of "Embedded chat using Teams"; 2023-02-21.
        one(
            "collaboration.manage",
            None,
            vec![
                css("[data-test-id='Embedded-Chat-manage']"),
                near("button", labels::EMBEDDED_CHAT),
            ],
        ),
        one(
            "teams-chat.command-bar",
            Some(CONTROL),
            vec![
                css(".ms-CommandBar-primaryCommand"),
                css("[data-id='CommandBar']"),
                css("[role='menubar']"),
            ],
        ),
        // The test id is spelt both ways; 2023-02-21.
        one(
            "teams-chat.save",
            Some(CONTROL),
            vec![css(
                "[role='menubar'] :is([data-testid='save-button'], [data-test-id='save-button'])",
            )],
        ),
        // Turning it on for the first time opens a window that asks for consent: the admin's hand only.
        Locator {
            hand: true,
            ..master_switch("teams-chat.master-switch")
        },
        // Turning it off asks nothing.
        master_switch("teams-chat.master-switch-off"),
        one(
            "teams-chat.timeline-switch",
            Some(CONTROL),
            vec![
                name(SWITCH, labels::TIMELINE),
                near(SWITCH, labels::TIMELINE),
                Strategy::At {
                    css: ".card [role=switch], section [role=switch]".into(),
                    index: 1,
                    of: 2,
                },
            ],
        ),
        // The two radio buttons under the master switch (S003-32, S003-33); only their words are published.
        scope("teams-chat.scope-all", labels::SCOPE_ALL, 0),
        scope("teams-chat.scope-selected", labels::SCOPE_SELECTED, 1),
        // "Manage" of the profiles (S003-40).
        one(
            "teams-chat.profiles-manage",
            Some(CONTROL),
            vec![near("button", labels::PROFILES)],
        ),
        // The profiles page is a control whose name is not public; on it the Teams toggle of a pane (S003-41).
        one(
            "control.profile-teams",
            Some(CONTROL),
            vec![name(SWITCH, labels::TEAMS), near(SWITCH, labels::TEAMS)],
        ),
        // The chats' tab at the edge of a record (S003-37); EasyRepro and Power Platform playwright samples, 2026-05-19.
        one(
            "record.chat-pane",
            None,
            vec![css(
                ":is([data-id='sidepane-tab-button-AppSidePane_MscrmControls.OfficeProductivity.CollabControl'], \
                 button[aria-controls='AppSidePane_MscrmControls.OfficeProductivity.CollabControl'])",
            )],
        ),
        one(
            "teams-chat.pane",
            None,
            vec![css(&format!(":is({PANE}):has([role=switch])"))],
        ),
        one(
            "teams-chat.pane-title",
            None,
            vec![css(&format!(
                ":is({PANE}):has([role=switch]) :is(h1, h2, [role=heading]):first-of-type"
            ))],
        ),
        one(
            "teams-chat.owner-switch",
            Some(PANE),
            vec![
                name(SWITCH, labels::OWNER_DISCONNECT),
                near(SWITCH, labels::OWNER_DISCONNECT),
            ],
        ),
        one(
            "teams-chat.connector-switch",
            Some(PANE),
            vec![
                name(SWITCH, labels::CONNECTOR_DISCONNECT),
                near(SWITCH, labels::CONNECTOR_DISCONNECT),
            ],
        ),
        // Which make of controls the page is built with tells the product's generation.
        some("shell.make-2023", vec![css(".ms-Toggle, .ms-CommandBar")]),
        some("shell.make-2026", vec![css(".fui-Switch, .fui-Button")]),
    ]
}

/// A locator by id.
pub fn find(id: &str) -> Option<Locator> {
    all().into_iter().find(|locator| locator.id == id)
}

pub(super) fn one(id: &str, within: Option<&str>, strategies: Vec<Strategy>) -> Locator {
    Locator {
        id: id.to_owned(),
        hand: false,
        secret: false,
        deep: false,
        within: within.map(str::to_owned),
        titled: Vec::new(),
        strategies,
        least: 1,
        most: 1,
        options: Vec::new(),
    }
}

fn master_switch(id: &str) -> Locator {
    one(
        id,
        Some(CONTROL),
        vec![
            name(SWITCH, labels::TURN_ON),
            near(SWITCH, labels::TURN_ON),
            // Master switch and timeline switch are the only two of the page; a pane adds more.
            Strategy::At {
                css: ".card [role=switch], section [role=switch]".into(),
                index: 0,
                of: 2,
            },
        ],
    )
}

fn scope(id: &str, names: &[&str], index: u16) -> Locator {
    let css = "[role=radiogroup] :is(input[type=radio], [role=radio])";
    one(
        id,
        Some(CONTROL),
        vec![
            name(css, names),
            near(css, names),
            Strategy::At {
                css: css.to_owned(),
                index,
                of: 2,
            },
        ],
    )
}

pub(super) fn some(id: &str, strategies: Vec<Strategy>) -> Locator {
    Locator {
        most: 999,
        ..one(id, None, strategies)
    }
}

pub(super) fn meanings(options: &[(&str, &[&str])]) -> Vec<Meaning> {
    options
        .iter()
        .map(|(key, names)| Meaning {
            key: (*key).to_owned(),
            names: names.iter().map(|name| (*name).to_owned()).collect(),
        })
        .collect()
}

pub(super) fn css(css: &str) -> Strategy {
    Strategy::Css { css: css.to_owned() }
}

pub(super) fn name(css: &str, names: &[&str]) -> Strategy {
    Strategy::Name {
        css: css.to_owned(),
        names: names.iter().map(|&name| name.to_owned()).collect(),
    }
}

pub(super) fn near(css: &str, names: &[&str]) -> Strategy {
    Strategy::Near {
        css: css.to_owned(),
        names: names.iter().map(|&name| name.to_owned()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::portal::Page;

    #[test]
    fn every_locator_has_its_own_id_on_a_known_page_and_at_least_one_strategy() {
        let pages = [
            Page::Shell,
            Page::Collaboration,
            Page::TeamsChat,
            Page::Control,
            Page::Record,
        ];
        let pages = pages.into_iter().chain(Page::PORTALS).chain(Page::FRAMES);
        let pages: Vec<&str> = pages.map(Page::key).collect();
        let mut ids = BTreeSet::new();
        for locator in all() {
            let page = locator.id.split_once('.').unwrap().0.to_owned();
            assert!(pages.contains(&page.as_str()), "{}", locator.id);
            assert_eq!(locator.portal().map(Page::key), Page::portal(&page).map(Page::key));
            assert!(
                !locator.strategies.is_empty() && locator.least <= locator.most,
                "{}",
                locator.id
            );
            assert!(ids.insert(locator.id.clone()), "{} twice", locator.id);
        }
    }

    #[test]
    fn labels_come_after_attributes() {
        for locator in all() {
            let rank = |strategy: &Strategy| match strategy {
                Strategy::Css { .. } => 0,
                Strategy::Name { .. } => 1,
                Strategy::Near { .. } => 2,
                Strategy::At { .. } => 3,
            };
            assert!(locator.strategies.iter().map(rank).is_sorted(), "{}", locator.id);
        }
    }

    #[test]
    fn what_opens_a_window_is_left_to_the_admins_hand() {
        assert!(find("teams-chat.master-switch").unwrap().hand);
    }
}
