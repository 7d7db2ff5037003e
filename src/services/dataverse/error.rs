//! What the Web API can answer instead of data, split by what the admin can do next.

use crate::http::{Response, TransportError};
use crate::json::{self, Members, record};
use crate::services::patience::retry_after;
use crate::text::Text;

/// Why something could not be read from Dataverse.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DataverseError {
    /// 401, or a redirect to a sign-in page: sign in on the org's page and read again.
    #[error("signed out of {host}")]
    SignedOut {
        /// The host.
        host: String,
    },
    /// 403: somebody with more rights must grant the privilege, or do it.
    #[error("no privilege to read {what}: {message}")]
    Forbidden {
        /// What was asked for.
        what: &'static str,
        /// The missing privilege, if the service names it.
        privilege: Option<String>,
        /// What the service says.
        message: String,
    },
    /// 404: this organization has no such table, function or row.
    #[error("{what} does not exist here")]
    NotFound {
        /// What was asked for.
        what: &'static str,
    },
    /// 429 or a busy service, after every wait it asked for: read again later.
    #[error("the service is busy")]
    Throttled {
        /// The last wait it asked for, in milliseconds.
        retry_after_ms: u64,
    },
    /// Any other refusal, such as 400 for a column this generation does not have.
    #[error("{what} was refused with {status} {code}: {message}")]
    Refused {
        /// What was asked for.
        what: &'static str,
        /// The HTTP status.
        status: u16,
        /// `error.code`, may be empty.
        code: String,
        /// `error.message`.
        message: String,
    },
    /// The answer is not what the Web API answers: a web page, or JSON of another shape.
    #[error("the answer for {what} could not be read: {detail}")]
    Unexpected {
        /// What was asked for.
        what: &'static str,
        /// For the log.
        detail: String,
    },
    /// No answer.
    #[error(transparent)]
    Transport(TransportError),
}

#[derive(Default)]
struct ErrorDetail {
    code: String,
    message: String,
}

record!(read ErrorDetail { code or default, message or default });

impl DataverseError {
    /// The error an answer stands for, or `None` if it is a success.
    pub fn of(answer: &Response, host: &str, what: &'static str) -> Option<Self> {
        if answer.is_success() {
            return None;
        }
        let ErrorDetail { code, message } = json::parse(&answer.body)
            .and_then(|body| Members::of(&body)?.get("error"))
            .unwrap_or_default();
        Some(match answer.status {
            300..=399 | 401 => Self::SignedOut { host: host.to_owned() },
            403 => Self::Forbidden {
                what,
                privilege: privilege_in(&message),
                message,
            },
            404 => Self::NotFound { what },
            429 | 502..=504 => Self::Throttled {
                retry_after_ms: retry_after(answer).unwrap_or_default(),
            },
            status => Self::Refused {
                what,
                status,
                code,
                message,
            },
        })
    }

    /// From a transport: a redirect is a sign-in page.
    pub fn from_transport(error: TransportError, host: &str) -> Self {
        match error {
            TransportError::Redirected => Self::SignedOut { host: host.to_owned() },
            other => Self::Transport(other),
        }
    }

    /// Whether asking for the same in another way may help: not when signed out, cut off or asked to wait.
    pub const fn is_refusal(&self) -> bool {
        matches!(
            self,
            Self::Forbidden { .. }
                | Self::NotFound { .. }
                | Self::Refused { .. }
                | Self::Unexpected { .. }
                | Self::Transport(TransportError::TooLarge { .. })
        )
    }

    /// In words: what could not be read, why, and what the admin can do.
    pub fn explain(&self) -> Text {
        let of = |id, what: &&'static str| Text::new(id).message("what", Text::new(what));
        match self {
            Self::SignedOut { host } => Text::new("dataverse-error-signed-out").name("host", host),
            Self::Forbidden {
                what,
                privilege: Some(privilege),
                ..
            } => of("dataverse-error-forbidden", what).name("privilege", privilege),
            Self::Forbidden { what, .. } => of("dataverse-error-forbidden-unnamed", what),
            Self::NotFound { what } => of("dataverse-error-not-found", what),
            Self::Throttled { .. } => Text::new("dataverse-error-throttled"),
            Self::Refused {
                what, status, message, ..
            } => of("dataverse-error-refused", what)
                .number("status", i64::from(*status))
                .name("message", message),
            Self::Unexpected { what, .. } => of("dataverse-error-unexpected", what),
            Self::Transport(TransportError::PageGone) => Text::new("dataverse-error-page-gone"),
            Self::Transport(TransportError::TooLarge { .. }) => Text::new("dataverse-error-too-large"),
            Self::Transport(TransportError::NotFound { .. } | TransportError::NotSent { .. }) => {
                Text::new("dataverse-error-not-sent")
            }
            Self::Transport(_) => Text::new("dataverse-error-unreachable"),
        }
    }
}

/// The name in messages such as "Principal user … is missing prvReadRole privilege …".
fn privilege_in(message: &str) -> Option<String> {
    message
        .split(|character: char| !character.is_alphanumeric() && character != '_')
        .find(|word| word.len() > 3 && word.starts_with("prv"))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, body: &str) -> Response {
        Response {
            status,
            headers: [("retry-after".to_owned(), "7".to_owned())].into(),
            body: body.to_owned(),
        }
    }

    #[test]
    fn every_refusal_is_split_by_what_the_admin_can_do() {
        let of = |status, body| DataverseError::of(&answer(status, body), "h", "dataverse-what-roles");
        assert_eq!(of(204, ""), None);
        assert_eq!(of(401, ""), Some(DataverseError::SignedOut { host: "h".into() }));
        assert_eq!(of(302, "<html>"), Some(DataverseError::SignedOut { host: "h".into() }));
        assert_eq!(
            of(404, "<html>"),
            Some(DataverseError::NotFound {
                what: "dataverse-what-roles"
            })
        );
        assert_eq!(of(429, "{}"), Some(DataverseError::Throttled { retry_after_ms: 7000 }));
        let missing = r#"{"error":{"code":"0x80040220","message":"Principal user (Id=1, type=8) is missing prvReadRole privilege (Id=2) on OTC=1036"}}"#;
        assert!(matches!(
            of(403, missing),
            Some(DataverseError::Forbidden { privilege: Some(privilege), .. }) if privilege == "prvReadRole"
        ));
        assert!(matches!(
            of(400, r#"{"error":{"code":"","message":"Could not find a property named 'x'"}}"#),
            Some(DataverseError::Refused { status: 400, message, .. }) if message.contains("'x'")
        ));
        assert!(matches!(
            of(500, "<html>oops"),
            Some(DataverseError::Refused { status: 500, .. })
        ));
    }

    #[test]
    fn a_redirect_is_a_sign_in_page() {
        assert_eq!(
            DataverseError::from_transport(TransportError::Redirected, "h"),
            DataverseError::SignedOut { host: "h".into() }
        );
    }
}
