//! The page of **Microsoft Power Platform** in Salesforce's Setup, as it stands: what it alone tells (S001-26, S001-28), and
//! what it says of what the API tells as well (S001-23, S001-27).

use serde_json::Value;

use super::choices::Repair;
use super::observed::Salesforce;
use super::report::{Told, attention, ready, unknown};
use crate::domain::salesforce::app_policy::{PermittedUsers, Policy, RefreshToken};
use crate::domain::salesforce::setup;
use crate::http::Millis;
use crate::portal::salesforce_setup as at;
use crate::recipes::salesforce_connection::Pages;
use crate::services::salesforce::rows::ConnectedApplication;
use crate::text::Text;

/// Whether it can be seen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SetupPage {
    /// No tab shows it, or none may be seen.
    #[default]
    NotShown,
    /// What is shown, on this host, is of another app or organization.
    Other(String),
    /// The form is open: what is chosen there need not be saved.
    Editing,
    /// It is shown.
    Shown(Box<Shown>),
}

/// What is on it. All texts are outside texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shown {
    /// The host of the page, or of its frame.
    pub host: String,
    /// The app by its address, 15 characters; empty if that does not tell.
    pub app: String,
    /// Whether it has **Edit Policies** for whoever is signed in there.
    pub may_edit: bool,
    /// **Permitted Users**.
    pub permitted: Option<Said>,
    /// **IP Relaxation**.
    pub ip: Option<Said>,
    /// **Refresh Token Policy**.
    pub refresh: Option<Said>,
    /// **Timeout Value**.
    pub timeout: Option<Said>,
    /// When it was looked at.
    pub read_at: Millis,
}

/// What a field of it says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// Which choice that is, if it is one of those known ([`at`]).
    pub is: Option<String>,
    /// Its words.
    pub text: String,
}

impl Said {
    /// Whether it is this choice; `None` if that cannot be told.
    fn is(&self, choice: &str) -> Option<bool> {
        match &self.is {
            Some(is) => Some(is == choice),
            // Another language's "none" has no number either.
            None if choice == at::NO_TIMEOUT => self.text.contains(|one: char| one.is_ascii_digit()).then_some(false),
            None if choice == at::UNTIL_REVOKED => at::refresh_kind(&self.text).map(|kind| kind == 0),
            None => None,
        }
    }
}

impl Shown {
    /// What it says of a policy, and what is wanted of it.
    pub const fn of(&self, policy: Policy) -> (Option<&Said>, &'static str) {
        match policy {
            Policy::Ip => (self.ip.as_ref(), at::RELAX),
            Policy::Refresh => (self.refresh.as_ref(), at::UNTIL_REVOKED),
            Policy::Timeout => (self.timeout.as_ref(), at::NO_TIMEOUT),
        }
    }
}

/// Looks at it; presses nothing. It counts for the organization of `my_domain` and its app alone.
pub async fn read_setup(
    pages: &dyn Pages,
    my_domain: &str,
    app: Option<&ConnectedApplication>,
    now: Millis,
) -> SetupPage {
    let (Ok(page), Some(app)) = (pages.page_read(at::PAGE).await, app) else {
        return SetupPage::NotShown;
    };
    let text = |read: &Value, member: &str| read.get(member).and_then(Value::as_str).map(str::to_owned);
    let host = text(&page, "host").unwrap_or_default();
    let open = text(&page, "open").unwrap_or_default();
    let is_there = |read: &Value| read.get("there") == Some(&Value::Bool(true));
    let named = pages.page_read(at::APP).await.is_ok_and(|read| is_there(&read));
    let is_its = open.is_empty() || app.id.get(..15) == Some(&open);
    if !setup::is_of(&host, my_domain) || !named || !is_its {
        return SetupPage::Other(host);
    }
    if pages.page_read(at::SAVE).await.is_ok_and(|read| is_there(&read)) {
        return SetupPage::Editing;
    }
    let mut shown = Shown {
        host,
        app: open,
        may_edit: pages.page_read(at::EDIT).await.is_ok_and(|read| is_there(&read)),
        read_at: now,
        ..Shown::default()
    };
    for (locator, said) in [
        (at::PERMITTED, &mut shown.permitted),
        (at::IP, &mut shown.ip),
        (at::REFRESH, &mut shown.refresh),
        (at::TIMEOUT, &mut shown.timeout),
    ] {
        if let Ok(read) = pages.page_read(locator).await
            && let Some(shown) = text(&read, "text").filter(|_| is_there(&read))
        {
            *said = Some(Said {
                is: text(&read, "is"),
                text: shown,
            });
        }
    }
    SetupPage::Shown(Box::new(shown))
}

impl Salesforce {
    /// Where that page is: below its host, if the app was found there.
    pub fn policies_page(&self) -> Option<String> {
        let app = self.app.value()?.as_ref()?;
        let host = setup::host_of_setup(&self.host)?;
        Some(format!("https://{host}/{}", setup::app_policies(&app.id)?))
    }

    /// The app's page, if it is shown.
    pub fn setup(&self) -> Option<&Shown> {
        match &self.setup {
            SetupPage::Shown(shown) => Some(shown),
            _ => None,
        }
    }
}

/// When a point was read: on the page, if it was read there, else with the rest of Salesforce, which does not tell what
/// stands on the page alone.
pub(super) fn read_at(id: &str, salesforce: &Salesforce) -> Option<Millis> {
    let shown = salesforce.setup();
    let said = shown.and_then(|shown| match id {
        "permitted-users" => shown.permitted.as_ref(),
        "ip-relaxation" => shown.ip.as_ref(),
        "refresh-token" => shown.refresh.as_ref(),
        "timeout" => shown.timeout.as_ref(),
        _ => None,
    });
    match shown.filter(|_| said.is_some()) {
        Some(shown) => Some(shown.read_at),
        None => (!matches!(id, "ip-relaxation" | "timeout")).then_some(salesforce.read_at),
    }
}

/// What the page says, as what a line stands on.
fn by_page(shown: &Shown, said: &Said) -> Text {
    Text::new("deploy-setup-by-page")
        .name("host", &shown.host)
        .name("value", &said.text)
}

/// A policy that only the page tells (S001-26, S001-28).
pub(super) fn on_page_alone(salesforce: &Salesforce, policy: Policy) -> Told {
    let shown: &Shown = match &salesforce.setup {
        SetupPage::Shown(shown) => shown,
        SetupPage::NotShown => return unknown("deploy-unknown-page"),
        SetupPage::Editing => return unknown("deploy-setup-editing"),
        SetupPage::Other(host) => {
            return unknown("deploy-unknown-page").because(Text::new("deploy-setup-other").name("host", host));
        }
    };
    let (Some(said), wanted) = shown.of(policy) else {
        return unknown("deploy-setup-not-found");
    };
    let (right, otherwise) = match policy {
        Policy::Ip => ("deploy-ip-relaxed", "deploy-ip-otherwise"),
        Policy::Refresh => ("deploy-refresh-until-revoked", "deploy-refresh-ends"),
        Policy::Timeout => ("deploy-timeout-none", "deploy-timeout-some"),
    };
    match said.is(wanted) {
        None => unknown("deploy-setup-untold"),
        Some(true) => ready(right),
        Some(false) => fixed(attention(otherwise), shown, policy),
    }
    .because(by_page(shown, said))
}

/// With what puts it right, where the page can be used.
fn fixed(told: Told, shown: &Shown, policy: Policy) -> Told {
    if shown.may_edit {
        told.by(Repair::Policy(policy))
    } else {
        told.because(Text::new("deploy-setup-may-not"))
    }
}

/// **Refresh Token Policy**, which the API tells, held against the page where it is shown (S001-27).
pub(super) fn refresh(salesforce: &Salesforce, told: Told) -> Told {
    let Some((shown, said)) = salesforce
        .setup()
        .and_then(|shown| Some((shown, shown.refresh.as_ref()?)))
    else {
        return told;
    };
    let by_api = salesforce
        .policy
        .refresh
        .map(|by_api| by_api == RefreshToken::UntilRevoked);
    match (said.is(at::UNTIL_REVOKED), by_api) {
        (Some(true), Some(true)) => ready("deploy-refresh-until-revoked").because(by_page(shown, said)),
        (Some(false), Some(false)) => fixed(told, shown, Policy::Refresh).because(by_page(shown, said)),
        (None, _) | (_, None) => told.because(by_page(shown, said)),
        (Some(is_right), Some(_)) => {
            let told = contradicted(told, said);
            match is_right {
                true => told,
                false => fixed(told, shown, Policy::Refresh),
            }
        }
    }
}

/// **Permitted Users**, likewise (S001-23).
pub(super) fn permitted(salesforce: &Salesforce, told: Told) -> Told {
    let Some((shown, said)) = salesforce
        .setup()
        .and_then(|shown| Some((shown, shown.permitted.as_ref()?)))
    else {
        return told;
    };
    let by_page_is = match said.is.as_deref() {
        Some(at::PREAUTHORIZED) => Some(PermittedUsers::AdminApproved),
        Some(at::SELF_AUTHORIZE) => Some(PermittedUsers::SelfAuthorize),
        _ => None,
    };
    match (by_page_is, salesforce.policy.permitted) {
        (Some(page), Some(api)) if page != api => contradicted(told, said),
        _ => told.because(by_page(shown, said)),
    }
}

/// Page and API do not agree: neither is believed.
fn contradicted(told: Told, said: &Said) -> Told {
    let mut all = unknown("deploy-setup-contradicts");
    all.evidence.push(
        Text::new("deploy-setup-contradiction")
            .name("value", &said.text)
            .message("api", told.statement),
    );
    all
}
