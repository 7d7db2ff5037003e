//! Why a sign-in to Salesforce came to nothing, split by what the admin can do about it. Told by `error` alone; what
//! Salesforce writes in words (`error_description`) is never shown or kept.

use crate::text::Text;

/// Why nobody is signed in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SalesforceSignInError {
    /// No external client app is set: register one and enter it in Settings.
    #[error("no external client app is set")]
    NoClient,
    /// The browser has not been allowed to reach the organization's host: allow it.
    #[error("{host} is not allowed")]
    HostNotAllowed {
        /// The host.
        host: String,
    },
    /// The admin closed the window or declined; also after an error Salesforce showed in the window itself, as it does
    /// for an unknown consumer key or callback address.
    #[error("cancelled")]
    Cancelled,
    /// Salesforce refused the page without saying why to anybody but its reader: most often it does not know the app or
    /// the callback address.
    #[error("the page was refused")]
    PageRefused,
    /// Nobody is signed in, or the session has ended: sign in.
    #[error("the session has ended")]
    Expired,
    /// Salesforce does not know the consumer key in this organization.
    #[error("the external client app is not known to this organization")]
    AppUnknown,
    /// The browser's address is not among the app's callback addresses.
    #[error("the callback address is not registered")]
    RedirectNotRegistered,
    /// The app wants a secret, which an extension cannot keep.
    #[error("the app requires a secret")]
    SecretRequired,
    /// The app does not have the scope `api`.
    #[error("the app lacks the scope api")]
    ScopeMissing,
    /// An administrator has blocked the app.
    #[error("the app is blocked")]
    AppBlocked,
    /// The app is for users an administrator has approved, and this one is not.
    #[error("the user is not approved for the app")]
    NotApproved,
    /// The user or the organization is inactive.
    #[error("the user or the organization is inactive")]
    Inactive,
    /// Signed in to another organization than the one set.
    #[error("signed in to {signed_in}, set is {wanted}")]
    WrongOrganization {
        /// The host that is set.
        wanted: String,
        /// The host signed in to, if it is one of My Domain.
        signed_in: String,
    },
    /// Salesforce did not answer, or asks to come back later.
    #[error("no answer from {host}")]
    Offline {
        /// The host.
        host: String,
    },
    /// Any other refusal.
    #[error("refused ({code})")]
    Refused {
        /// `error`, letters and underscores alone, bounded.
        code: String,
    },
    /// What came back is no answer to what was asked: nothing of it is used.
    #[error("not an answer to this sign-in: {what}")]
    Unexpected {
        /// What about it; one of ours, never outside text.
        what: &'static str,
    },
}

impl SalesforceSignInError {
    /// By `error` (Salesforce, "OAuth 2.0 Authorization Errors"; the ones in capitals as seen in the field).
    pub fn of(error: &str, host: &str) -> Self {
        match error.to_ascii_lowercase().as_str() {
            "access_denied" => Self::Cancelled,
            "invalid_client_id" | "unauthorized_client" | "oauth_ec_app_not_found" => Self::AppUnknown,
            "redirect_uri_mismatch" | "redirect_uri_missing" => Self::RedirectNotRegistered,
            "invalid_client" => Self::SecretRequired,
            "invalid_scope" | "oauth_invalid_scope" => Self::ScopeMissing,
            "oauth_app_blocked" => Self::AppBlocked,
            "oauth_app_access_denied" | "oauth_approval_error_generic" => Self::NotApproved,
            "inactive_user" | "inactive_org" => Self::Inactive,
            "invalid_grant" | "login_required" => Self::Expired,
            "rate_limit_exceeded" | "server_error" | "temporarily_unavailable" => {
                Self::Offline { host: host.to_owned() }
            }
            other => {
                let plain = |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-');
                Self::Refused {
                    code: other.chars().filter(plain).take(60).collect(),
                }
            }
        }
    }

    /// The name of the state, for tests and styles.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NoClient => "no-client",
            Self::HostNotAllowed { .. } => "host",
            Self::Cancelled => "cancelled",
            Self::PageRefused => "page-refused",
            Self::Expired => "expired",
            Self::AppUnknown => "app",
            Self::RedirectNotRegistered => "redirect",
            Self::SecretRequired => "secret",
            Self::ScopeMissing => "scope",
            Self::AppBlocked => "blocked",
            Self::NotApproved => "not-approved",
            Self::Inactive => "inactive",
            Self::WrongOrganization { .. } => "organization",
            Self::Offline { .. } => "offline",
            Self::Refused { .. } => "refused",
            Self::Unexpected { .. } => "unexpected",
        }
    }

    /// What is the matter and what the admin can do, in words.
    pub fn explain(&self) -> Text {
        match self {
            Self::NoClient => Text::new("salesforce-sign-in-no-client"),
            Self::HostNotAllowed { host } => Text::new("sign-in-error-host").name("host", host),
            Self::Cancelled => Text::new("salesforce-sign-in-cancelled"),
            Self::PageRefused => Text::new("salesforce-sign-in-page-refused"),
            Self::Expired => Text::new("salesforce-sign-in-expired"),
            Self::AppUnknown => Text::new("salesforce-sign-in-app"),
            Self::RedirectNotRegistered => Text::new("salesforce-sign-in-redirect"),
            Self::SecretRequired => Text::new("salesforce-sign-in-secret"),
            Self::ScopeMissing => Text::new("salesforce-sign-in-scope"),
            Self::AppBlocked => Text::new("salesforce-sign-in-blocked"),
            Self::NotApproved => Text::new("salesforce-sign-in-not-approved"),
            Self::Inactive => Text::new("salesforce-sign-in-inactive"),
            Self::WrongOrganization { wanted, signed_in } => Text::new("salesforce-sign-in-organization")
                .name("wanted", wanted)
                .name("signed-in", signed_in),
            Self::Offline { host } => Text::new("sign-in-error-offline").name("host", host),
            Self::Refused { code } => Text::new("sign-in-error-refused-code").name("code", code),
            Self::Unexpected { .. } => Text::new("sign-in-error-unexpected"),
        }
    }
}
