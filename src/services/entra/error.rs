//! Why a sign-in came to nothing, split by what the admin can do about it.
//!
//! Entra answers with an OAuth `error` and its own AADSTS number. The number says more and may change, so it refines
//! and the `error` decides where it is unknown. What Entra writes in words (`error_description`) is outside text that
//! can hold names and addresses: only the number at its beginning is read, and no word of it is ever shown or kept.

use crate::json::{FromJson, Members, Misread};
use crate::text::Text;
use serde_json::Value;

/// Why nobody is signed in, or not for this.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignInError {
    /// No client id is set: register the app and enter it in Settings.
    #[error("no client id is set")]
    NoClient,
    /// The organization's host belongs to no known cloud, or which tenant it is in could not be found out.
    #[error("the organization's tenant is not known")]
    TenantUnknown,
    /// The browser has not been allowed to reach a host: allow it.
    #[error("{host} is not allowed")]
    HostNotAllowed {
        /// The host.
        host: String,
    },
    /// The admin closed the window or declined.
    #[error("cancelled")]
    Cancelled,
    /// Nobody is signed in, or the sign-in ended: sign in.
    #[error("the sign-in has ended")]
    Expired,
    /// Somebody who may has to consent to the permissions.
    #[error("consent is required")]
    ConsentRequired,
    /// Only an administrator may consent to the permissions, or was asked to and has not yet.
    #[error("an administrator's consent is required ({code})")]
    AdminConsentRequired {
        /// The AADSTS number.
        code: u32,
    },
    /// That account cannot be used here: choose another.
    #[error("that account cannot be used here")]
    WrongAccount {
        /// Who is signed in, where that is known.
        account: Option<String>,
    },
    /// The account is of another tenant than the organization.
    #[error("signed in to tenant {signed_in}, the organization is in {wanted}")]
    WrongTenant {
        /// Tenant id of the organization.
        wanted: String,
        /// Tenant id signed in to.
        signed_in: String,
    },
    /// Entra does not know the client id in this tenant.
    #[error("the client app is not known to this tenant")]
    AppUnknown,
    /// The redirect address is not registered, or not as a single-page application.
    #[error("the redirect address is not registered")]
    RedirectNotRegistered,
    /// A Conditional Access policy, or an assignment, stands in the way.
    #[error("a policy does not allow it ({code})")]
    NotAllowed {
        /// The AADSTS number.
        code: u32,
    },
    /// The sign-in service did not answer, or asks to come back later.
    #[error("no answer from {host}")]
    Offline {
        /// The host.
        host: String,
    },
    /// Entra refused on a page of its own, which the browser closed unread: the account, or the client app.
    #[error("refused on a page of Entra")]
    PageRefused,
    /// Any other refusal.
    #[error("refused ({code})")]
    Refused {
        /// The AADSTS number; 0 if there was none.
        code: u32,
    },
    /// What came back is no answer to what was asked: nothing of it is used.
    #[error("not an answer to this sign-in: {what}")]
    Unexpected {
        /// What about it, for the log; one of ours, never outside text.
        what: &'static str,
    },
}

/// An OAuth error as Entra words it, in a token answer's body or a redirect's query.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OAuthError {
    /// `error`, such as `invalid_grant`.
    pub error: String,
    /// The AADSTS number; 0 if there is none.
    pub code: u32,
}

impl OAuthError {
    /// From a redirect's query.
    pub fn of_redirect(error: &str, description: &str) -> Self {
        Self {
            error: error.to_owned(),
            code: number(description),
        }
    }
}

impl FromJson for OAuthError {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        let members = Members::of(value)?;
        let codes: Vec<Value> = members.get_or_default("error_codes").unwrap_or_default();
        let code = codes.first().and_then(Value::as_u64);
        let described = || {
            members
                .get_or_default::<String>("error_description")
                .unwrap_or_default()
        };
        Ok(Self {
            error: members.get("error")?,
            code: code
                .and_then(|code| u32::try_from(code).ok())
                .unwrap_or_else(|| number(&described())),
        })
    }
}

/// The number of `AADSTS65001: …`.
fn number(description: &str) -> u32 {
    let rest = description.trim_start().strip_prefix("AADSTS").unwrap_or_default();
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    rest.get(..end).and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

impl From<OAuthError> for SignInError {
    /// The numbers are those of Entra's "authentication and authorization error codes".
    fn from(OAuthError { error, code }: OAuthError) -> Self {
        match code {
            // The user declined the consent asked of them.
            65004 => Self::Cancelled,
            // Not consented to; the app asks for what its registration does not list.
            65001 | 65002 | 65005 | 650056 | 650057 | 90008 => Self::ConsentRequired,
            // An administrator must; a request to an administrator is under way.
            90094 | 90095 => Self::AdminConsentRequired { code },
            // No session; fresh credentials; a second factor; an expired or revoked refresh token (24 hours for a
            // single-page application: 700084), a changed password, a sign-in frequency.
            50058 | 50072 | 50074 | 50076 | 50078 | 50079 | 50089 | 50125 | 50132 | 50133 | 50158 | 50173 | 54005
            | 70000 | 70008 | 70043 | 70044 | 700081 | 700082 | 700084 => Self::Expired,
            // Not of this tenant; not in its directory; a personal account; disabled; the wrong tile.
            16000 | 16001 | 16003 | 50014 | 50020 | 50034 | 50057 | 50177 | 51004 | 500200 | 9001023 => {
                Self::WrongAccount { account: None }
            }
            // Not found in the tenant; disabled; the tenant itself is not found.
            7000112 | 700016 | 700011 | 90002 | 900021 | 900023 => Self::AppUnknown,
            // Not registered; none registered; registered as another platform than single-page application.
            50011 | 500112 | 500113 | 9002325 | 9002326 | 9002327 | 7000218 => Self::RedirectNotRegistered,
            // Assignment required; Conditional Access; tenant restrictions.
            50002 | 50005 | 50105 | 50131 | 53000..=53011 | 500011 | 500014 | 500021 | 500022 | 530002 | 530003 => {
                Self::NotAllowed { code }
            }
            _ => match error.as_str() {
                "access_denied" => Self::Cancelled,
                "consent_required" => Self::ConsentRequired,
                "login_required" | "interaction_required" | "invalid_grant" => Self::Expired,
                "account_selection_required" => Self::WrongAccount { account: None },
                "unauthorized_client" => Self::AppUnknown,
                "temporarily_unavailable" | "server_error" => Self::Offline { host: String::new() },
                _ => Self::Refused { code },
            },
        }
    }
}

impl SignInError {
    /// Whether a silent attempt that failed so may be followed by one with a window.
    pub const fn wants_window(&self) -> bool {
        matches!(
            self,
            Self::Expired
                | Self::ConsentRequired
                | Self::AdminConsentRequired { .. }
                | Self::Cancelled
                | Self::WrongAccount { .. }
        )
    }

    /// With the host that did not answer, where only the browser knows it.
    #[must_use]
    pub fn from_host(self, asked: &str) -> Self {
        match self {
            Self::Offline { host } if host.is_empty() => Self::Offline { host: asked.to_owned() },
            other => other,
        }
    }

    /// The name of the state, for tests and styles.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NoClient => "no-client",
            Self::TenantUnknown => "tenant-unknown",
            Self::HostNotAllowed { .. } => "host",
            Self::Cancelled => "cancelled",
            Self::Expired => "expired",
            Self::ConsentRequired => "consent",
            Self::AdminConsentRequired { .. } => "admin-consent",
            Self::WrongAccount { .. } => "account",
            Self::WrongTenant { .. } => "tenant",
            Self::AppUnknown => "app",
            Self::RedirectNotRegistered => "redirect",
            Self::NotAllowed { .. } => "policy",
            Self::Offline { .. } => "offline",
            Self::PageRefused => "page",
            Self::Refused { .. } => "refused",
            Self::Unexpected { .. } => "unexpected",
        }
    }

    /// What is the matter and what the admin can do, in words.
    pub fn explain(&self) -> Text {
        match self {
            Self::NoClient => Text::new("sign-in-error-no-client"),
            Self::TenantUnknown => Text::new("sign-in-error-tenant-unknown"),
            Self::HostNotAllowed { host } => Text::new("sign-in-error-host").name("host", host),
            Self::Cancelled => Text::new("sign-in-error-cancelled"),
            Self::Expired => Text::new("sign-in-error-expired"),
            Self::ConsentRequired => Text::new("sign-in-error-consent"),
            Self::AdminConsentRequired { code } => Text::new("sign-in-error-admin-consent").name("code", aadsts(*code)),
            Self::WrongAccount { account: Some(account) } => {
                Text::new("sign-in-error-account-named").name("account", account)
            }
            Self::WrongAccount { account: None } => Text::new("sign-in-error-account"),
            Self::WrongTenant { wanted, signed_in } => Text::new("sign-in-error-tenant")
                .name("wanted", wanted)
                .name("signed-in", signed_in),
            Self::AppUnknown => Text::new("sign-in-error-app"),
            Self::RedirectNotRegistered => Text::new("sign-in-error-redirect"),
            Self::NotAllowed { code } => Text::new("sign-in-error-policy").name("code", aadsts(*code)),
            Self::Offline { host } => Text::new("sign-in-error-offline").name("host", host),
            Self::PageRefused => Text::new("sign-in-error-page"),
            Self::Refused { code: 0 } => Text::new("sign-in-error-refused"),
            Self::Refused { code } => Text::new("sign-in-error-refused-code").name("code", aadsts(*code)),
            Self::Unexpected { .. } => Text::new("sign-in-error-unexpected"),
        }
    }
}

/// As Entra's own list of codes spells it.
fn aadsts(code: u32) -> String {
    format!("AADSTS{code}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    fn of(code: u32, error: &str) -> SignInError {
        let description = format!("AADSTS{code}: somebody@contoso.com said so. Trace ID: 1");
        OAuthError::of_redirect(error, &description).into()
    }

    #[test]
    fn every_refusal_is_split_by_what_the_admin_can_do() {
        assert_eq!(of(65004, "access_denied"), SignInError::Cancelled);
        assert_eq!(of(65001, "invalid_grant"), SignInError::ConsentRequired);
        assert_eq!(
            of(90094, "access_denied"),
            SignInError::AdminConsentRequired { code: 90094 }
        );
        assert_eq!(of(700084, "invalid_grant"), SignInError::Expired);
        assert_eq!(of(50058, "login_required"), SignInError::Expired);
        assert_eq!(
            of(50020, "invalid_request"),
            SignInError::WrongAccount { account: None }
        );
        assert_eq!(of(700016, "unauthorized_client"), SignInError::AppUnknown);
        assert_eq!(of(9002326, "invalid_request"), SignInError::RedirectNotRegistered);
        assert_eq!(of(50011, "invalid_request"), SignInError::RedirectNotRegistered);
        assert_eq!(of(53003, "access_denied"), SignInError::NotAllowed { code: 53003 });
        assert_eq!(of(1, "consent_required"), SignInError::ConsentRequired);
        assert_eq!(of(7, "invalid_scope"), SignInError::Refused { code: 7 });
    }

    #[test]
    fn an_answers_words_are_never_shown_and_its_number_is_found_in_either_place() {
        for body in [
            r#"{"error":"x","error_codes":[50105],"error_description":"planted"}"#,
            r#"{"error":"x","error_codes":"odd","error_description":"AADSTS50105: planted"}"#,
            r#"{"error":"x","error_description":"AADSTS50105: planted"}"#,
        ] {
            let read = OAuthError::from_json(&json::parse(body).unwrap()).unwrap();
            let error = SignInError::from(read);
            assert_eq!(error, SignInError::NotAllowed { code: 50105 });
            assert!(!format!("{error} {error:?} {:?}", error.explain()).contains("planted"));
        }
        for odd in ["{}", "[]", r#"{"error":7}"#] {
            assert!(OAuthError::from_json(&json::parse(odd).unwrap()).is_err(), "{odd}");
        }
        assert_eq!(number("AADSTS99999999999999: x"), 0);
        assert_eq!(number("see AADSTS65001"), 0);
    }
}
