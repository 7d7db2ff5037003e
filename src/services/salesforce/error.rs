//! What Salesforce can answer instead of data, split by what the admin can do next. Told by status and `errorCode`, never
//! by the message (Salesforce REST, "Status Codes and Error Responses"; cloud-apis §3.6).

use crate::http::{Response, TransportError};
use crate::json;
use crate::services::patience::retry_after;
use crate::services::transport::unanswered;
use crate::text::Text;

/// Why something could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SalesforceError {
    /// The session has expired, or there is none: sign in.
    #[error("signed out of {host}")]
    SignedOut {
        /// The host.
        host: String,
    },
    /// The user, or the organization, may not use the API: somebody has to enable it.
    #[error("the API is disabled for this user")]
    ApiDisabled,
    /// The user may not.
    #[error("not allowed to read {what}")]
    Denied {
        /// What was asked for.
        what: &'static str,
    },
    /// The organization's requests of the day are used up; asking again only uses more.
    #[error("no requests left today")]
    LimitExceeded,
    /// There is no such field or object here, or not for this user: that could not be read, which is not "none".
    #[error("{what} is not known here")]
    NotKnown {
        /// What was asked for.
        what: &'static str,
    },
    /// There is no such row.
    #[error("{what} does not exist here")]
    NotFound {
        /// What was asked for.
        what: &'static str,
    },
    /// Busy, after every wait.
    #[error("the service is busy")]
    Busy {
        /// The last wait, in milliseconds.
        retry_after_ms: u64,
    },
    /// Any other refusal.
    #[error("{what} was refused with {status} {code}")]
    Refused {
        /// What was asked for.
        what: &'static str,
        /// The HTTP status.
        status: u16,
        /// `errorCode`, bounded, may be empty.
        code: String,
    },
    /// The answer has another shape, or a list does not end.
    #[error("the answer for {what} could not be read: {detail}")]
    Unexpected {
        /// What was asked for.
        what: &'static str,
        /// For the log; quotes nothing.
        detail: String,
    },
    /// A list goes on behind what is read of one.
    #[error("the list of {what} is too long")]
    TooLong {
        /// What was asked for.
        what: &'static str,
    },
    /// No answer.
    #[error(transparent)]
    Transport(TransportError),
}

/// `errorCode` of the first error; empty if there is none.
pub fn code_of(answer: &Response) -> String {
    let body = json::parse(&answer.body).unwrap_or_default();
    let code = body.get(0).and_then(|error| error.get("errorCode")?.as_str());
    code.unwrap_or_default().chars().take(80).collect()
}

impl SalesforceError {
    /// The error an answer stands for, or `None` if it is a success.
    pub fn of(answer: &Response, host: &str, what: &'static str) -> Option<Self> {
        if answer.is_success() {
            return None;
        }
        let code = code_of(answer);
        Some(match (answer.status, code.as_str()) {
            (300..=399 | 401, _) | (_, "INVALID_SESSION_ID" | "INVALID_AUTH_HEADER") => {
                Self::SignedOut { host: host.to_owned() }
            }
            (_, "REQUEST_LIMIT_EXCEEDED") => Self::LimitExceeded,
            (_, "API_DISABLED_FOR_ORG" | "API_CURRENTLY_DISABLED") => Self::ApiDisabled,
            (_, "INVALID_FIELD" | "INVALID_TYPE" | "INVALID_TYPE_FOR_OPERATION" | "MALFORMED_QUERY") => {
                Self::NotKnown { what }
            }
            (404, _) | (_, "NOT_FOUND" | "ENTITY_IS_DELETED") => Self::NotFound { what },
            (403, _) => Self::Denied { what },
            (_, code) if code.starts_with("INSUFFICIENT_ACCESS") => Self::Denied { what },
            (429 | 502..=504, _) | (_, "SERVER_UNAVAILABLE" | "UNABLE_TO_LOCK_ROW") => Self::Busy {
                retry_after_ms: retry_after(answer).unwrap_or_default(),
            },
            (status, _) => Self::Refused { what, status, code },
        })
    }

    /// From a transport: a redirect, or no token, is somebody who has to sign in.
    pub fn from_transport(error: TransportError, host: &str) -> Self {
        match error {
            TransportError::Redirected => Self::SignedOut { host: host.to_owned() },
            other => Self::Transport(other),
        }
    }

    /// Whether there is no use in asking for anything else now.
    pub const fn is_final(&self) -> bool {
        matches!(
            self,
            Self::SignedOut { .. } | Self::ApiDisabled | Self::LimitExceeded | Self::Transport(_)
        )
    }

    /// In words: what could not be read, why, and what the admin can do.
    pub fn explain(&self) -> Text {
        let of = |id, what: &&'static str| Text::new(id).message("what", Text::new(what));
        match self {
            Self::SignedOut { host } => Text::new("salesforce-error-signed-out").name("host", host),
            Self::ApiDisabled => Text::new("salesforce-error-api-disabled"),
            Self::Denied { what } => of("salesforce-error-denied", what),
            Self::LimitExceeded => Text::new("salesforce-error-limit"),
            Self::NotKnown { what } => of("salesforce-error-not-known", what),
            Self::NotFound { what } => of("cloud-error-not-found", what),
            Self::Busy { .. } => Text::new("cloud-error-throttled"),
            Self::Refused { what, status, code } => of("cloud-error-refused", what)
                .number("status", i64::from(*status))
                .name("code", code),
            Self::Unexpected { what, .. } => of("cloud-error-unexpected", what),
            Self::TooLong { what } => of("dataverse-missing-too-long", what),
            Self::Transport(error) => unanswered(error),
        }
    }
}
