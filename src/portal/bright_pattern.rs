//! Where the things of Bright Pattern's Contact Center Administrator are found. No page of it is published (portal-dom
//! §1.9), so its controls are told by the names the article gives them, in English, and by what Japanese documents of
//! the same product call them; nothing here is proven on a live tenant.

use super::locator::Locator;
use super::locators::{css, meanings, name, near, one, some};

/// The page itself: which host it is on.
pub const PAGE: &str = "bright-pattern.page";
/// The menu entry that shows the accounts.
pub const MENU: &str = "bright-pattern.integration-accounts";
/// The rows of the list of accounts.
pub const ACCOUNTS: &str = "bright-pattern.accounts";
/// The button that adds an account.
pub const ADD: &str = "bright-pattern.add";
/// Where the type of a new account is selected (S002-04).
pub const PICKER: &str = "bright-pattern.new-type";
/// The button that goes on from there.
pub const PICKER_OK: &str = "bright-pattern.new-type-ok";
/// **Type**.
pub const TYPE: &str = "bright-pattern.type";
/// **Name**.
pub const NAME: &str = "bright-pattern.name";
/// **Default account**.
pub const DEFAULT: &str = "bright-pattern.default-account";
/// **Authorization URL**.
pub const AUTHORIZATION: &str = "bright-pattern.authorization-url";
/// **Token URL**.
pub const TOKEN: &str = "bright-pattern.token-url";
/// **API URL**.
pub const API: &str = "bright-pattern.api-url";
/// **Client ID**.
pub const CLIENT_ID: &str = "bright-pattern.client-id";
/// **Client Secret**.
pub const CLIENT_SECRET: &str = "bright-pattern.client-secret";
/// **Refresh token**: what it was filled with.
pub const REFRESH_TOKEN: &str = "bright-pattern.refresh-token";
/// The button that gets it, by a sign-in and a consent of the admin's own.
pub const REFRESH_BUTTON: &str = "bright-pattern.get-refresh-token";
/// **Test connection**.
pub const TEST: &str = "bright-pattern.test-connection";
/// What the page says of the test.
pub const TEST_RESULT: &str = "bright-pattern.test-result";
/// **Apply**.
pub const APPLY: &str = "bright-pattern.apply";

/// What [`TEST_RESULT`] means when the test went well. Its wording is not published: any text that says neither this nor
/// [`FAILED`], or both, stands for itself, and is for the admin to judge.
pub const SUCCEEDED: &str = "succeeded";
/// What it means when the test did not go well.
pub const FAILED: &str = "failed";

/// Fields one types into.
const FIELD: &str = "input:not([type=checkbox],[type=radio],[type=hidden],[type=button],[type=submit]), textarea";
const BUTTON: &str = "button, [role=button], [type=button], [type=submit]";
const CHOICE: &str = "select, [role=combobox], [aria-haspopup=listbox]";
const ENTRY: &str = "a, button, [role=treeitem], [role=menuitem], [role=tab], [role=link], [role=button]";

const DIALOG: &str = "dialog[open], [role=dialog]";

/// Its locators.
pub fn all() -> Vec<Locator> {
    let field = |id: &str, names: &[&str]| Locator {
        least: 0,
        ..one(id, None, vec![name(FIELD, names), near(FIELD, names)])
    };
    let button = |id: &str, names: &[&str]| Locator {
        least: 0,
        ..one(id, None, vec![name(BUTTON, names)])
    };
    vec![
        one(PAGE, None, vec![css("body")]),
        Locator {
            least: 0,
            ..one(
                MENU,
                None,
                vec![name(ENTRY, &["Integration Accounts", "統合アカウント"])],
            )
        },
        Locator {
            least: 0,
            ..some(
                ACCOUNTS,
                vec![
                    css("tbody > tr"),
                    css("[role=grid] [role=row]:has([role=gridcell]), [role=table] [role=row]:has([role=cell])"),
                    css("[role=listbox] > [role=option], [role=list] > [role=listitem]"),
                ],
            )
        },
        button(ADD, &["+", "Add", "Add account", "Add integration account", "追加"]),
        // The only choice and the only button of that name in a dialog.
        Locator {
            least: 0,
            ..one(PICKER, Some(DIALOG), vec![css(CHOICE)])
        },
        Locator {
            within: Some(DIALOG.to_owned()),
            ..button(PICKER_OK, &["OK", "Next", "Add", "追加"])
        },
        Locator {
            least: 0,
            ..one(
                TYPE,
                None,
                vec![name(CHOICE, &["Type", "タイプ"]), near(CHOICE, &["Type", "タイプ"])],
            )
        },
        field(NAME, &["Name", "名前"]),
        Locator {
            least: 0,
            ..one(
                DEFAULT,
                None,
                vec![
                    name(
                        "[type=checkbox], [role=checkbox], [role=switch]",
                        &["Default account", "既定のアカウント"],
                    ),
                    near(
                        "[type=checkbox], [role=checkbox], [role=switch]",
                        &["Default account", "既定のアカウント"],
                    ),
                ],
            )
        },
        field(AUTHORIZATION, &["Authorization URL", "認証 URL"]),
        field(TOKEN, &["Token URL", "トークン URL"]),
        field(API, &["API URL"]),
        field(CLIENT_ID, &["Client ID"]),
        Locator {
            secret: true,
            ..field(CLIENT_SECRET, &["Client Secret"])
        },
        Locator {
            secret: true,
            hand: true,
            ..field(REFRESH_TOKEN, &["Refresh token"])
        },
        // It signs in and consents: the admin's own hand only.
        Locator {
            hand: true,
            ..button(REFRESH_BUTTON, &["Refresh token", "Get refresh token"])
        },
        button(TEST, &["Test connection"]),
        Locator {
            least: 0,
            // What Entra refuses begins with its own number.
            options: meanings(&[
                (
                    SUCCEEDED,
                    &[
                        "Connection successful",
                        "Connection succeeded",
                        "Successfully connected",
                        "Connected successfully",
                        "Test successful",
                        "接続に成功しました",
                    ],
                ),
                (
                    FAILED,
                    &[
                        "Connection failed",
                        "Test failed",
                        "Failed to connect",
                        "Unable to connect",
                        "Could not connect",
                        "Error",
                        "AADSTS",
                        "接続に失敗しました",
                        "エラー",
                    ],
                ),
            ]),
            ..one(
                TEST_RESULT,
                None,
                vec![css(
                    "[role=status]:not(:empty), [role=alert]:not(:empty), output:not(:empty)",
                )],
            )
        },
        button(APPLY, &["Apply", "適用"]),
    ]
}
