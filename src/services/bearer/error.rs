//! What a cloud service can answer instead of data, split by what the admin can do next. Told by status and
//! `error.code`, never by the message (Graph, "Error responses and resource types").

use serde_json::Value;

use crate::http::{Response, TransportError};
use crate::json::{self, Members, record};
use crate::services::entra::Scope;
use crate::services::patience::retry_after;
use crate::services::transport::unanswered;
use crate::text::Text;

/// What a request needs: the permission of the client app, and the directory role of the admin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needs {
    /// The permission.
    pub scope: Scope,
    /// The message that names the least role that may, if a role is needed at all.
    pub role: Option<&'static str>,
}

/// Why something could not be read from a cloud service.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CloudError {
    /// Nobody is signed in, or the token was refused after a fresh one was fetched: sign in.
    #[error("signed out of {host}")]
    SignedOut {
        /// The host.
        host: String,
    },
    /// 403 (`Authorization_RequestDenied` and its kin): the permission, or a role, is missing.
    #[error("not allowed to read {what}")]
    Denied {
        /// What was asked for.
        what: &'static str,
        /// What it needs.
        needs: Needs,
    },
    /// 404: there is no such object.
    #[error("{what} does not exist here")]
    NotFound {
        /// What was asked for.
        what: &'static str,
    },
    /// 429 or a busy service, after every wait it asked for.
    #[error("the service is busy")]
    Throttled {
        /// The last wait it asked for, in milliseconds.
        retry_after_ms: u64,
    },
    /// Any other refusal.
    #[error("{what} was refused with {status} {code}")]
    Refused {
        /// What was asked for.
        what: &'static str,
        /// The HTTP status.
        status: u16,
        /// `error.code`, bounded, may be empty.
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

#[derive(Default)]
struct Detail {
    code: Value,
}

record!(read Detail { code or default });

/// `error.code`; empty if there is none.
pub fn code_of(answer: &Response) -> String {
    let detail: Detail = json::parse(&answer.body)
        .and_then(|body| Members::of(&body)?.get("error"))
        .unwrap_or_default();
    let code = detail.code.as_str().unwrap_or_default();
    code.chars().take(80).collect()
}

impl CloudError {
    /// The error an answer stands for, or `None` if it is a success.
    pub fn of(answer: &Response, host: &str, what: &'static str, needs: Needs) -> Option<Self> {
        if answer.is_success() {
            return None;
        }
        let code = code_of(answer);
        let is = |known: &str| code.eq_ignore_ascii_case(known);
        let signed_out = || Self::SignedOut { host: host.to_owned() };
        Some(match answer.status {
            300..=399 | 401 => signed_out(),
            _ if is("InvalidAuthenticationToken") => signed_out(),
            403 => Self::Denied { what, needs },
            _ if is("Authorization_RequestDenied") => Self::Denied { what, needs },
            404 => Self::NotFound { what },
            _ if is("Request_ResourceNotFound") => Self::NotFound { what },
            429 | 502..=504 => Self::Throttled {
                retry_after_ms: retry_after(answer).unwrap_or_default(),
            },
            status => Self::Refused { what, status, code },
        })
    }

    /// From a transport: a redirect, or no token, is somebody who has to sign in.
    pub fn from_transport(error: TransportError, host: &str) -> Self {
        match error {
            TransportError::Redirected => Self::SignedOut { host: host.to_owned() },
            other => Self::Transport(other),
        }
    }

    /// In words: what could not be read, why, and what the admin can do.
    pub fn explain(&self) -> Text {
        let of = |id, what: &&'static str| Text::new(id).message("what", Text::new(what));
        match self {
            Self::SignedOut { host } => Text::new("cloud-error-signed-out").name("host", host),
            Self::Denied { what, needs } => {
                let text = |id| of(id, what).name("permission", needs.scope.name);
                match needs.role {
                    Some(role) => text("cloud-error-denied-role").message("role", Text::new(role)),
                    None => text("cloud-error-denied"),
                }
            }
            Self::NotFound { what } => of("cloud-error-not-found", what),
            Self::Throttled { .. } => Text::new("cloud-error-throttled"),
            Self::Refused { what, status, code } => of("cloud-error-refused", what)
                .number("status", i64::from(*status))
                .name("code", code),
            Self::Unexpected { what, .. } => of("cloud-error-unexpected", what),
            Self::TooLong { what } => of("dataverse-missing-too-long", what),
            Self::Transport(error) => unanswered(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::entra::scope;

    fn of(status: u16, body: &str) -> Option<CloudError> {
        let answer = Response {
            status,
            headers: [("retry-after".to_owned(), "7".to_owned())].into(),
            body: body.to_owned(),
        };
        let needs = Needs {
            scope: scope::APPLICATIONS,
            role: Some("role-application-administrator"),
        };
        CloudError::of(&answer, "graph.microsoft.com", "graph-what-application", needs)
    }

    #[test]
    fn every_refusal_is_told_by_status_and_code_and_quotes_nothing() {
        assert_eq!(of(204, ""), None);
        let denied = r#"{"error":{"code":"Authorization_RequestDenied","message":"planted"}}"#;
        for error in [
            of(403, denied).unwrap(),
            of(400, denied).unwrap(),
            of(403, "<html>").unwrap(),
        ] {
            assert!(matches!(error, CloudError::Denied { .. }));
            let said = format!("{:?}", error.explain());
            assert!(said.contains("Application.ReadWrite.All") && said.contains("role-application-administrator"));
            assert!(!said.contains("planted"));
        }
        let signed_out = CloudError::SignedOut {
            host: "graph.microsoft.com".into(),
        };
        assert_eq!(of(401, ""), Some(signed_out.clone()));
        assert_eq!(
            of(400, r#"{"error":{"code":"InvalidAuthenticationToken"}}"#),
            Some(signed_out)
        );
        assert!(matches!(of(404, "{}"), Some(CloudError::NotFound { .. })));
        assert_eq!(of(429, "{}"), Some(CloudError::Throttled { retry_after_ms: 7000 }));
        let bad = r#"{"error":{"code":"Request_BadRequest","message":"planted"}}"#;
        assert!(matches!(of(400, bad), Some(CloudError::Refused { code, .. }) if code == "Request_BadRequest"));
        assert!(matches!(of(500, r#"{"error":"odd"}"#), Some(CloudError::Refused { code, .. }) if code.is_empty()));
    }
}
