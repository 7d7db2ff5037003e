//! What was read: the organization and its tenant, Bright Pattern's page, and the registered app.

use super::app::App;
use crate::domain::integration_account::{
    Account, Endpoints, Login, UrlTrouble, check_api, check_login, client_id, endpoints,
};
use crate::domain::organization::{Organization, SignedInUser};
use crate::domain::reading::Reading;
use crate::http::Millis;
use crate::portal::bright_pattern as at;
use crate::text::Text;

/// Everything read at one time.
#[derive(Debug, Clone, PartialEq)]
pub struct Observed {
    /// The organization the account is to speak with.
    pub organization: Organization,
    /// Who is signed in to it.
    pub admin: SignedInUser,
    /// When it was read.
    pub read_at: Millis,
    /// Requests it took.
    pub requests: u32,
    /// The host that signs in to the organization's cloud; `None` for a host that is none of Microsoft's.
    pub login: Option<&'static str>,
    /// The tenant's id by the organization's own challenge to somebody without a sign-in (S002-10).
    pub challenge: Reading<String>,
    /// Bright Pattern's page.
    pub portal: Portal,
    /// The registered app, as read for one client id; `None` as long as nobody looked.
    pub app: Option<App>,
}

/// Bright Pattern's page.
#[derive(Debug, Clone, PartialEq)]
pub enum Portal {
    /// No tab shows it, or the browser does not let Latchkey see it.
    NotShown,
    /// It is there.
    Shown(Shown),
}

/// What the page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The customer's own host, such as `contoso.brightpattern.com`.
    pub host: String,
    /// The list of accounts; partial or unreadable where the page does not show it.
    pub accounts: Reading<Vec<Account>>,
    /// Which of the page's things were found, by locator; the rest was not, or could not be told apart.
    pub there: Vec<&'static str>,
    /// What stands in the fields that can be checked ([`Field::CHECKED`]), where something does.
    pub filled: Vec<(Field, String)>,
}

impl Shown {
    /// Whether a thing of the page was found.
    pub fn has(&self, locator: &str) -> bool {
        self.there.contains(&locator)
    }

    /// Whether the properties of an account are open (S002-03): told by the field only they have.
    pub fn is_form_open(&self) -> bool {
        self.has(at::AUTHORIZATION)
    }
}

/// What is wrong in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldTrouble {
    /// With an address.
    Url(UrlTrouble),
    /// It is no GUID.
    NoId,
}

impl FieldTrouble {
    /// In words, for the field it is in.
    pub fn explain(self, field: Field) -> Text {
        let why = match self {
            Self::NoId => "bright-wrong-no-id",
            Self::Url(UrlTrouble::Empty | UrlTrouble::NotHttps) => "bright-wrong-not-https",
            Self::Url(UrlTrouble::OtherHost) => "bright-wrong-host",
            Self::Url(UrlTrouble::V2) => "bright-wrong-v2",
            Self::Url(UrlTrouble::Swapped) => "bright-wrong-swapped",
            Self::Url(UrlTrouble::OtherPath) => "bright-wrong-path",
            Self::Url(UrlTrouble::OtherVersion) => "bright-wrong-version",
            Self::Url(UrlTrouble::NoTenant) => "bright-wrong-no-tenant",
            Self::Url(UrlTrouble::OtherTenant) => "bright-wrong-tenant",
        };
        Text::new("bright-wrong")
            .message("field", field.label())
            .message("why", Text::new(why))
    }
}

/// Why the tenant cannot be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TenantTrouble {
    /// Neither the organization nor its challenge names it.
    Unknown(Text),
    /// They name two.
    Disagree {
        /// By the organization.
        told: String,
        /// By its challenge.
        challenged: String,
    },
}

impl Observed {
    /// The tenant's id, as the organization and its challenge tell: both, where both do, and the same.
    ///
    /// # Errors
    /// [`TenantTrouble`].
    pub fn tenant(&self) -> Result<&str, TenantTrouble> {
        let told = self.organization.tenant_id.as_deref();
        match (told, self.challenge.value()) {
            (Some(told), Some(challenged)) if !told.eq_ignore_ascii_case(challenged) => Err(TenantTrouble::Disagree {
                told: told.to_owned(),
                challenged: challenged.clone(),
            }),
            (Some(told), _) => Ok(told),
            (None, Some(challenged)) => Ok(challenged),
            (None, None) => Err(TenantTrouble::Unknown(match &self.challenge {
                Reading::Unreadable(why) => why.clone(),
                _ => Text::new("bright-tenant-unknown"),
            })),
        }
    }

    /// The three addresses, derived (S002-08 to S002-11); `None` without a tenant or for a host that is none of
    /// Microsoft's.
    pub fn endpoints(&self) -> Option<Endpoints> {
        endpoints(&self.organization.host, self.login?, self.tenant().ok()?)
    }

    /// What is wrong in the fields of an open form, each for what its shape alone tells; no secret is looked at (S002-08
    /// to S002-12).
    pub fn troubles(&self) -> Vec<(Field, FieldTrouble)> {
        let (Some(shown), Some(login)) = (self.shown(), self.login) else {
            return Vec::new();
        };
        let tenant = self.tenant().ok();
        let check = |(field, text): &(Field, String)| {
            let address = |checked: Result<(), UrlTrouble>| checked.err().map(FieldTrouble::Url);
            let trouble = match field {
                Field::Authorization => address(check_login(Login::Authorization, text, login, tenant)),
                Field::Token => address(check_login(Login::Token, text, login, tenant)),
                Field::Api => address(check_api(text, &self.organization.host)),
                Field::ClientId => client_id(text).is_none().then_some(FieldTrouble::NoId),
                _ => None,
            };
            trouble.map(|trouble| (*field, trouble))
        };
        shown.filled.iter().filter_map(check).collect()
    }

    /// The page, if it is shown.
    pub const fn shown(&self) -> Option<&Shown> {
        match &self.portal {
            Portal::Shown(shown) => Some(shown),
            Portal::NotShown => None,
        }
    }
}

/// A field of the account's properties, in the order of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// **Type** (S002-05).
    Type,
    /// **Name** (S002-06).
    Name,
    /// **Default account** (S002-07).
    Default,
    /// **Authorization URL** (S002-08).
    Authorization,
    /// **Token URL** (S002-09).
    Token,
    /// **API URL** (S002-10, S002-11).
    Api,
    /// **Client ID** (S002-12).
    ClientId,
    /// **Client Secret** (S002-13).
    ClientSecret,
    /// **Refresh token** (S002-14, S002-15).
    RefreshToken,
}

impl Field {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Type,
        Self::Name,
        Self::Default,
        Self::Authorization,
        Self::Token,
        Self::Api,
        Self::ClientId,
        Self::ClientSecret,
        Self::RefreshToken,
    ];

    /// Those whose shape tells whether what stands there can be right.
    pub const CHECKED: [Self; 4] = [Self::Authorization, Self::Token, Self::Api, Self::ClientId];

    /// Where it is on the page.
    pub const fn locator(self) -> &'static str {
        match self {
            Self::Type => at::TYPE,
            Self::Name => at::NAME,
            Self::Default => at::DEFAULT,
            Self::Authorization => at::AUTHORIZATION,
            Self::Token => at::TOKEN,
            Self::Api => at::API,
            Self::ClientId => at::CLIENT_ID,
            Self::ClientSecret => at::CLIENT_SECRET,
            Self::RefreshToken => at::REFRESH_TOKEN,
        }
    }

    /// What the page calls it.
    pub fn label(self) -> Text {
        Text::new(match self {
            Self::Type => "bright-field-type",
            Self::Name => "bright-field-name",
            Self::Default => "bright-field-default",
            Self::Authorization => "bright-field-authorization",
            Self::Token => "bright-field-token",
            Self::Api => "bright-field-api",
            Self::ClientId => "bright-field-client-id",
            Self::ClientSecret => "bright-field-client-secret",
            Self::RefreshToken => "bright-field-refresh-token",
        })
    }
}
