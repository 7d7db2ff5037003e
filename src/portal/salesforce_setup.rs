//! Where the policies of a connected app are found in Salesforce's Setup (S001-23 to S001-28): a classic page, shown and
//! edited by `forceAppDetail.apexp` and `forceAppEdit.apexp`, in a frame of the Lightning shell (portal-dom §1.8). The marks
//! of classic pages and the names of the buttons are published; that an address names the app by `connectedAppId` is from
//! public code. No control's id is published: fields go by their labels, which are the articles' in English and French
//! (portal-dom §4.4) and renderings in Danish and Japanese, unproven like everything here on a live organization. Choices
//! go by the Metadata API's values (`ConnectedApp`, cloud-apis §3.2) or by their labels.

use super::locator::{Locator, Strategy};
use super::locators::{css, meanings, name, near, one, some};
use super::page::Address;

/// The page itself: which host it is on, and which app its address names.
pub const PAGE: &str = "salesforce-app.page";
/// The app, by the title of its page (S001-22).
pub const APP: &str = "salesforce-app.name";
/// **Edit Policies**: there only on the page that shows the app.
pub const EDIT: &str = "salesforce-app.edit";
/// **Save**: there only on the page that edits it.
pub const SAVE: &str = "salesforce-app.save";
/// What the page says went wrong.
pub const ALERT: &str = "salesforce-app.alert";
/// **Permitted Users** as shown (S001-23).
pub const PERMITTED: &str = "salesforce-app.permitted-users";
/// **IP Relaxation** as shown (S001-26).
pub const IP: &str = "salesforce-app.ip-relaxation";
/// **Refresh Token Policy** as shown (S001-27).
pub const REFRESH: &str = "salesforce-app.refresh-token";
/// **Timeout Value** as shown (S001-28).
pub const TIMEOUT: &str = "salesforce-app.timeout";
/// **IP Relaxation** in the form.
pub const IP_CHOICE: &str = "salesforce-app.choose-ip-relaxation";
/// **Timeout Value** in the form.
pub const TIMEOUT_CHOICE: &str = "salesforce-app.choose-timeout";
/// **Refresh Token Policy** in the form: one radio button per kind, as in [`REFRESH_KINDS`].
pub const REFRESH_CHOICES: [&str; 4] = [
    "salesforce-app.refresh-until-revoked",
    "salesforce-app.refresh-at-once",
    "salesforce-app.refresh-if-unused",
    "salesforce-app.refresh-after",
];

/// Everything a plan or a reading looks for.
pub const THINGS: [&str; 15] = [
    PAGE,
    APP,
    EDIT,
    SAVE,
    ALERT,
    PERMITTED,
    IP,
    REFRESH,
    TIMEOUT,
    IP_CHOICE,
    TIMEOUT_CHOICE,
    REFRESH_CHOICES[0],
    REFRESH_CHOICES[1],
    REFRESH_CHOICES[2],
    REFRESH_CHOICES[3],
];

/// **Admin approved users are pre-authorized**.
pub const PREAUTHORIZED: &str = "true";
/// **All users may self-authorize**.
pub const SELF_AUTHORIZE: &str = "false";
/// **Relax IP restrictions**.
pub const RELAX: &str = "BYPASS";
/// **Refresh token is valid until revoked**.
pub const UNTIL_REVOKED: &str = "infinite";
/// **None**, as this code calls it: the Metadata API has no value for it.
pub const NO_TIMEOUT: &str = "none";

const PERMITTED_NAMES: &[&str] = &[
    "Permitted Users",
    "Utilisateurs autorisés",
    "Tilladte brugere",
    "許可されているユーザー",
];
const IP_NAMES: &[&str] = &["IP Relaxation", "Relaxation IP", "IP-lempelse", "IP 制限の緩和"];
const REFRESH_NAMES: &[&str] = &[
    "Refresh Token Policy",
    "Stratégie de jeton d’actualisation",
    "Politik for opdateringstoken",
    "更新トークンポリシー",
];
const TIMEOUT_NAMES: &[&str] = &[
    "Timeout Value",
    "Valeur du délai d’expiration",
    "Timeoutværdi",
    "タイムアウト値",
];
const PERMITTED_CHOICES: &[(&str, &[&str])] = &[
    (
        PREAUTHORIZED,
        &[
            "Admin approved users are pre-authorized",
            "Les utilisateurs approuvés par l’administrateur sont pré-autorisés",
            "Administratorgodkendte brugere er forhåndsgodkendte",
            "管理者が承認したユーザーは事前承認済み",
        ],
    ),
    (
        SELF_AUTHORIZE,
        &[
            "All users may self-authorize",
            "Tous les utilisateurs peuvent s’auto-autoriser",
            "Alle brugere kan godkende sig selv",
            "すべてのユーザーは自己承認可能",
        ],
    ),
];
/// The others have no published French name.
const IP_CHOICES: &[(&str, &[&str])] = &[
    (
        RELAX,
        &[
            "Relax IP restrictions",
            "Relaxer les restrictions IP",
            "Lemp IP-begrænsninger",
            "IP 制限の緩和",
        ],
    ),
    ("BYPASS_2FACTOR", &["Relax IP restrictions for activated devices"]),
    (
        "ENFORCE_RELAXREFRESH",
        &["Enforce IP restrictions, but relax for refresh tokens"],
    ),
    ("ENFORCE", &["Enforce IP restrictions"]),
];
const UNTIL_REVOKED_NAMES: &[&str] = &[
    "Refresh token is valid until revoked",
    "Le jeton d’actualisation est valide jusqu’à sa révocation",
    "Opdateringstoken er gyldigt, indtil det tilbagekaldes",
    "更新トークンは取り消されるまで有効",
];
/// A shown refresh token policy by its kind; `#` stands for a number.
const REFRESH_KINDS: [&[&str]; 4] = [
    UNTIL_REVOKED_NAMES,
    &["Immediately expire refresh token"],
    &["Expire refresh token if not used for #"],
    &["Expire refresh token after #"],
];
const NO_TIMEOUT_NAMES: &[&str] = &["None", "--None--", "Aucune", "Ingen", "なし"];

/// The kind of a refresh token policy by how the page shows it, as a place in [`REFRESH_CHOICES`]; only English says it of
/// those that end.
pub fn refresh_kind(shown: &str) -> Option<usize> {
    let said = super::locator::folded(shown);
    REFRESH_KINDS.iter().position(|names| {
        names.iter().any(|name| {
            let name = super::locator::folded(name);
            match name.strip_suffix('#') {
                Some(before) => said
                    .strip_prefix(before)
                    .is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit())),
                None => said == name,
            }
        })
    })
}

/// The connected app an address shows or edits, by the first 15 characters of its id; empty where the address does not
/// tell. `None` if it is no such page of a Salesforce organization.
pub fn app_at(address: &Address) -> Option<String> {
    let is_salesforce = [".my.salesforce.com", ".my.salesforce-setup.com"]
        .iter()
        .any(|domain| address.host.ends_with(domain));
    let page = address.path.rsplit('/').next().unwrap_or_default();
    if !is_salesforce || !["forceAppDetail.apexp", "forceAppEdit.apexp"].contains(&page) {
        return None;
    }
    let id = address.parameter("connectedappid").unwrap_or_default();
    Some(id.chars().take(15).collect())
}

/// What is shown beside a label: text, no form.
const SHOWN: &str = "td:is(.dataCol, .data2Col):not(:has(select, input))";
const RADIO: &str = "input[type=radio]";

/// All of them.
pub(super) fn all() -> Vec<Locator> {
    let maybe = |locator: Locator| Locator { least: 0, ..locator };
    let shown = |id: &str, names: &[&str], choices: &[(&str, &[&str])]| Locator {
        options: meanings(choices),
        ..maybe(one(id, None, vec![near(SHOWN, names)]))
    };
    let chosen = |id: &str, by: Option<&str>, names: &[&str], choices: &[(&str, &[&str])]| {
        let mut strategies: Vec<Strategy> = by.map(css).into_iter().collect();
        strategies.extend([name("select", names), near("select", names)]);
        Locator {
            options: meanings(choices),
            ..maybe(one(id, None, strategies))
        }
    };
    let radio = |at: u16, id: &str, value: &str, names: &[&str]| {
        let mut strategies = vec![css(&format!("{RADIO}[value^='{value}']"))];
        if !names.is_empty() {
            strategies.push(name(RADIO, names));
        }
        // The four are in this order, and the form has no others.
        strategies.push(Strategy::At {
            css: RADIO.to_owned(),
            index: at,
            of: 4,
        });
        maybe(one(id, None, strategies))
    };
    let [until_revoked, at_once, if_unused, after] = REFRESH_CHOICES;
    vec![
        one(PAGE, None, vec![css("body")]),
        maybe(some(
            APP,
            vec![name(
                "h1, h2.pageDescription",
                &[crate::domain::salesforce::app_policy::APP],
            )],
        )),
        maybe(one(
            EDIT,
            None,
            vec![css("#topButtonRow input[name=edit]"), css("input[name=edit]")],
        )),
        maybe(one(
            SAVE,
            None,
            vec![css("#topButtonRow input[name=save]"), css("input[name=save]")],
        )),
        maybe(some(
            ALERT,
            vec![css(":is(#errorDesc, #validationError, div.errorMsg):not(:empty)")],
        )),
        shown(PERMITTED, PERMITTED_NAMES, PERMITTED_CHOICES),
        shown(IP, IP_NAMES, IP_CHOICES),
        shown(REFRESH, REFRESH_NAMES, &[(UNTIL_REVOKED, UNTIL_REVOKED_NAMES)]),
        shown(TIMEOUT, TIMEOUT_NAMES, &[(NO_TIMEOUT, NO_TIMEOUT_NAMES)]),
        chosen(
            IP_CHOICE,
            Some("select:has(> option[value=BYPASS])"),
            IP_NAMES,
            IP_CHOICES,
        ),
        chosen(TIMEOUT_CHOICE, None, TIMEOUT_NAMES, &[(NO_TIMEOUT, NO_TIMEOUT_NAMES)]),
        radio(0, until_revoked, UNTIL_REVOKED, UNTIL_REVOKED_NAMES),
        radio(1, at_once, "zero", &["Immediately expire refresh token"]),
        radio(2, if_unused, "specific_inactivity", &[]),
        radio(3, after, "specific_lifetime", &[]),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s001_22_the_page_of_an_app_is_told_by_its_host_and_path_and_by_nothing_alike() {
        let at = |href: &str| app_at(&Address::parse(href).unwrap());
        let page = "/app/mgmt/forceconnectedapps/forceAppDetail.apexp?connectedAppId=0H4xx0000000001CAA";
        for host in ["contoso.my.salesforce.com", "contoso.my.salesforce-setup.com"] {
            assert_eq!(at(&format!("https://{host}{page}")).as_deref(), Some("0H4xx0000000001"));
        }
        assert_eq!(
            at("https://contoso.my.salesforce.com/app/mgmt/forceconnectedapps/forceAppEdit.apexp").as_deref(),
            Some("")
        );
        for other in [
            format!("https://contoso.lightning.force.com{page}"),
            format!("https://contoso.my.salesforce.com.evil.example{page}"),
            "https://contoso.my.salesforce.com/app/mgmt/forceconnectedapps/forceAppList.apexp".to_owned(),
        ] {
            assert_eq!(at(&other), None, "{other}");
        }
    }

    #[test]
    fn s001_27_a_refresh_token_policy_is_told_by_its_kind_whatever_its_number() {
        for (shown, kind) in [
            ("Refresh token is valid until revoked", Some(0)),
            ("Le jeton d'actualisation est valide jusqu'à sa révocation", Some(0)),
            ("Immediately expire refresh token", Some(1)),
            ("Expire refresh token if not used for 90 Day(s)", Some(2)),
            ("Expire refresh token after 1 Month(s)", Some(3)),
            ("Expire refresh token", None),
            ("", None),
        ] {
            assert_eq!(refresh_kind(shown), kind, "{shown}");
        }
    }
}
