//! The Sales agent's settings page as it stands: whether it can be seen, what is found on it, how access is switched there
//! and what it says went wrong (S000-04 to S000-09, S000-20, S000-21).

use serde_json::Value;

use crate::http::{LocalFuture, TransportError};
use crate::portal::sales_settings as at;

/// What is read of it.
pub trait Pages {
    /// Reads one thing of the page ([`crate::portal::Locator::read`]), with the host it is on and how well it was found.
    fn page_read<'a>(&'a self, locator: &'a str) -> LocalFuture<'a, Result<Value, TransportError>>;
    /// The hosts of the frames in sight in Outlook or Teams; `None` where no tab shows either.
    fn frames(&self) -> LocalFuture<'_, Option<Vec<String>>>;
}

/// Whether it can be seen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SettingsPage {
    /// No tab shows Outlook or Teams, or none may be seen.
    #[default]
    NotShown,
    /// One does; these hosts have frames in it, and none is the one that was activated.
    Found(Vec<String>),
    /// More than one tab or frame shows it: which is meant nobody could tell.
    Several,
    /// The frame is there.
    Shown(Shown),
}

/// What is on it. All texts are outside texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shown {
    /// The frame's host.
    pub host: String,
    /// The locators that find something.
    pub there: Vec<&'static str>,
    /// Those of them that go by a text beside it alone.
    pub weak: Vec<&'static str>,
    /// How **Turn on access** stands, if it is in sight.
    pub access: Option<bool>,
    /// What stands under **Connection details**, if it is in sight.
    pub details: Option<String>,
    /// What the page says went wrong, in its own words.
    pub alerts: Vec<String>,
}

impl Shown {
    /// Whether something is found.
    pub fn has(&self, locator: &str) -> bool {
        self.there.contains(&locator)
    }

    /// Whether there is a way from what is in sight to the switch.
    pub fn is_driven(&self) -> bool {
        [at::ACCESS, at::SALESFORCE, at::CONNECTORS, at::SETTINGS]
            .iter()
            .any(|locator| self.has(locator))
    }

    /// Whether only where that way begins is in sight: what follows is seen once it is opened, or is not there at all.
    pub fn is_begun_alone(&self) -> bool {
        self.has(at::SETTINGS)
            && ![at::ACCESS, at::SALESFORCE, at::CONNECTORS]
                .iter()
                .any(|locator| self.has(locator))
    }

    /// Whether **Connection details** name this app and this user; `None` if they are not in sight (S000-09).
    pub fn names(&self, app: &str, user: &str) -> Option<bool> {
        let details = self.details.as_ref()?;
        Some(details.contains(app) && details.contains(user))
    }
}

impl SettingsPage {
    /// What is on it, if it can be seen.
    pub const fn shown(&self) -> Option<&Shown> {
        match self {
            Self::Shown(shown) => Some(shown),
            _ => None,
        }
    }
}

/// Reads it; presses nothing.
pub async fn read_page(pages: &dyn Pages) -> SettingsPage {
    let page = match pages.page_read(at::PAGE).await {
        Ok(page) => page,
        Err(TransportError::ManyPages { .. }) => return SettingsPage::Several,
        Err(_) => return pages.frames().await.map_or(SettingsPage::NotShown, SettingsPage::Found),
    };
    let text = |read: &Value, member: &str| read.get(member).and_then(Value::as_str).map(str::to_owned);
    let mut shown = Shown {
        host: text(&page, "host").unwrap_or_default(),
        ..Shown::default()
    };
    for locator in at::THINGS {
        let Ok(read) = pages.page_read(locator).await else {
            continue;
        };
        if read.get("there") != Some(&Value::Bool(true)) {
            continue;
        }
        shown.there.push(locator);
        if text(&read, "health").is_some_and(|health| health == "amber") {
            shown.weak.push(locator);
        }
        match locator {
            at::ACCESS => shown.access = read.get("checked").and_then(Value::as_bool),
            at::DETAILS => shown.details = text(&read, "text"),
            at::ALERT => {
                let all = read.get("all").and_then(Value::as_array);
                shown.alerts = all
                    .into_iter()
                    .flatten()
                    .filter_map(|alert| text(alert, "text"))
                    .collect();
            }
            _ => {}
        }
    }
    SettingsPage::Shown(shown)
}
