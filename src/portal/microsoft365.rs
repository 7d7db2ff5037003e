//! Where the things of the Microsoft 365 admin center are found that deploy the sales agent (S001-05): today under
//! **Agents** > **All agents**, formerly under **Settings** > **Integrated apps**. Names are the product's in English and
//! its translations where they are published; the rest is unproven on a live tenant. What deploys asks for permissions
//! and is the admin's own hand's throughout.

use super::locator::Locator;
use super::locators::{css, name, one, some};

/// Where an app is listed with how far it is.
pub const ROWS: &str = "m365-admin.rows";
/// The sales agent in the list.
pub const SALES: &str = "m365-admin.sales";
/// *Agents* in the menu, and *All agents* in it.
pub const AGENTS: &str = "m365-admin.all-agents";
/// **Deploy** of an agent, **Get apps** before.
pub const DEPLOY: &str = "m365-admin.deploy";
/// **Accept permissions**.
pub const ACCEPT: &str = "m365-admin.accept-permissions";
/// **Finish deployment**.
pub const FINISH: &str = "m365-admin.finish-deployment";

const ENTRY: &str = "a, button, [role=link], [role=menuitem], [role=treeitem]";
const BUTTON: &str = "button, [role=button]";

/// All of them.
pub(super) fn all() -> Vec<Locator> {
    let maybe = |locator: Locator| Locator { least: 0, ..locator };
    let hand = |id: &str, names: &[&str]| Locator {
        hand: true,
        ..maybe(one(id, None, vec![name(BUTTON, names)]))
    };
    vec![
        maybe(some(
            ROWS,
            vec![css("[role=grid] [role=row]:has([role=gridcell])"), css("tbody > tr")],
        )),
        maybe(one(
            SALES,
            None,
            vec![name(
                ENTRY,
                &[
                    "Sales",
                    "Copilot for Sales",
                    "Sales agent",
                    "Microsoft Copilot for Sales",
                ],
            )],
        )),
        maybe(one(
            AGENTS,
            None,
            vec![
                css("[data-automation-id='LeftNavAgentsNodeNavToggler']"),
                name(
                    ENTRY,
                    &["All agents", "Tous les agents", "Alle agenter", "すべてのエージェント"],
                ),
            ],
        )),
        hand(
            DEPLOY,
            &[
                "Deploy",
                "Déployer",
                "Udrul",
                "展開",
                "Get apps",
                "Obtenir des applications",
                "Hent apps",
                "アプリの取得",
            ],
        ),
        hand(
            ACCEPT,
            &[
                "Accept permissions",
                "Accepter les autorisations",
                "Acceptér tilladelser",
                "アクセス許可を受け入れる",
            ],
        ),
        hand(
            FINISH,
            &[
                "Finish deployment",
                "Terminer le déploiement",
                "Afslut udrulning",
                "展開の完了",
            ],
        ),
    ]
}
