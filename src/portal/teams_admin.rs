//! Where the things of the Teams admin center are found: the organization-wide meeting policy's **Transcription**
//! (S001-10, S001-11), and the way to it and to the set-up policies (S001-07). No page of it is published. English and
//! French names are those of the article, which gives *Global* in two renderings; Danish and Japanese ones are
//! Microsoft's own terms for the same words, unproven on this page. Nothing here is proven on a live tenant.

use super::locator::Locator;
use super::locators::{name, near, one};

/// Its host.
pub const HOST: &str = "admin.teams.microsoft.com";
/// The heading of the organization-wide policy, which says that this is the policy that is open.
pub const GLOBAL: &str = "teams-admin.global-policy";
/// **Transcription** in *Recording & transcription*.
pub const TRANSCRIPTION: &str = "teams-admin.transcription";
/// **Save**.
pub const SAVE: &str = "teams-admin.save";
/// **Save**, while there is something to save: gone once it is saved, whether the page stays or goes back to the list.
pub const UNSAVED: &str = "teams-admin.unsaved";
/// *Meeting policies* in the menu.
pub const MEETING_POLICIES: &str = "teams-admin.meeting-policies";
/// The organization-wide policy in the list.
pub const GLOBAL_ROW: &str = "teams-admin.global-row";
/// *Setup policies* in the menu.
pub const SETUP_POLICIES: &str = "teams-admin.setup-policies";
/// **Add** of the list of set-up policies.
pub const ADD_POLICY: &str = "teams-admin.add-policy";

const GLOBAL_NAMES: &[&str] = &[
    "Global (Org-wide default)",
    "Global",
    "Global (par défaut à l’échelle de l’organisation)",
    "Global (à l’échelle de l’organisation par défaut)",
    "Global (standard for hele organisationen)",
    "グローバル (組織全体の既定値)",
];
const TRANSCRIPTION_NAMES: &[&str] = &["Transcription", "Transskription", "文字起こし", "トランスクリプション"];
const SAVE_NAMES: &[&str] = &["Save", "Enregistrer", "Gem", "保存"];

const MEETING_POLICIES_NAMES: &[&str] = &[
    "Meeting policies",
    "Politiques de réunion",
    "Mødepolitikker",
    "会議ポリシー",
];

const MENU: &str = ".ms-Nav :is(a, button, [role=link], [role=menuitem], [role=treeitem])";
const ENTRY: &str = "a, button, [role=link], [role=menuitem], [role=treeitem], [role=tab]";
const BUTTON: &str = "button, [role=button]";

/// All of them.
pub(super) fn all() -> Vec<Locator> {
    let maybe = |locator: Locator| Locator { least: 0, ..locator };
    let entry = |id: &str, names: &[&str]| maybe(one(id, None, vec![name(ENTRY, names)]));
    vec![
        maybe(one(GLOBAL, None, vec![name("h1, h2, [role=heading]", GLOBAL_NAMES)])),
        maybe(one(
            TRANSCRIPTION,
            None,
            vec![
                name("[role=switch]", TRANSCRIPTION_NAMES),
                near("[role=switch]", TRANSCRIPTION_NAMES),
            ],
        )),
        one(SAVE, None, vec![name(BUTTON, SAVE_NAMES)]),
        maybe(one(
            UNSAVED,
            None,
            vec![name(
                ":is(button, [role=button]):not(:disabled, [aria-disabled=true])",
                SAVE_NAMES,
            )],
        )),
        // The way back above a policy may be called the same: the menu comes first.
        maybe(one(
            MEETING_POLICIES,
            None,
            vec![name(MENU, MEETING_POLICIES_NAMES), name(ENTRY, MEETING_POLICIES_NAMES)],
        )),
        entry(GLOBAL_ROW, GLOBAL_NAMES),
        entry(
            SETUP_POLICIES,
            &[
                "Setup policies",
                "Stratégies de configuration",
                "Konfigurationspolitikker",
                "セットアップ ポリシー",
            ],
        ),
        entry(ADD_POLICY, &["Add", "Ajouter", "Tilføj", "追加"]),
    ]
}
