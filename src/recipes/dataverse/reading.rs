//! Reading an organization: what it takes, why nothing can be shown, and lists told with what is missing from them.

use crate::domain::reading::Reading;
use crate::http::Millis;
use crate::json::FromJson;
use crate::services::dataverse::client::{Answers, Listing, Page, Read, Slot, Stopped};
use crate::services::dataverse::{Dataverse, DataverseError};
use crate::services::patience::Sleep;
use crate::text::Text;

/// What a reading needs besides the transport.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// When it is read.
    pub now: Millis,
    /// How to wait when the service asks for it.
    pub sleep: &'a dyn Sleep,
}

/// Why nothing at all can be shown.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ObserveError {
    /// Sign in on the org's page, then read again.
    #[error("signed out of {host}")]
    SignedOut {
        /// The host.
        host: String,
    },
    /// The signed-in person is no user of this organization, or a disabled one.
    #[error("no access to {host}: {why}")]
    NoAccess {
        /// The host.
        host: String,
        /// The refusal.
        why: DataverseError,
    },
    /// No answer, or none that could be understood.
    #[error("{host} could not be read: {why}")]
    Unreadable {
        /// The host.
        host: String,
        /// What happened.
        why: DataverseError,
    },
}

impl ObserveError {
    /// What a refused or unread first answer comes to.
    pub fn from(error: DataverseError, host: &str) -> Self {
        let host = host.to_owned();
        match error {
            DataverseError::SignedOut { .. } => Self::SignedOut { host },
            why @ DataverseError::Forbidden { .. } => Self::NoAccess { host, why },
            why => Self::Unreadable { host, why },
        }
    }

    /// In words: what happened and what the admin can do.
    pub fn explain(&self) -> Text {
        match self {
            Self::SignedOut { host } => Text::new("dataverse-error-signed-out").name("host", host),
            Self::NoAccess { host, .. } => Text::new("disconnect-no-access").name("host", host),
            Self::Unreadable { why, .. } => why.explain(),
        }
    }
}

/// Complete if nothing is missing.
pub fn reading<T>(value: T, mut missing: Vec<Text>) -> Reading<T> {
    missing.dedup();
    if missing.is_empty() {
        Reading::Complete(value)
    } else {
        Reading::Partial { value, missing }
    }
}

/// What is missing from a list, in words.
pub fn missing<T>(listing: &Listing<T>, what: &'static str) -> Vec<Text> {
    let mut missing = Vec::new();
    if listing.unreadable > 0 {
        missing.push(unreadable(what, listing.unreadable as i64));
    }
    match &listing.stopped {
        Some(Stopped::Failed(error)) => missing.push(error.explain()),
        Some(Stopped::TooLong) => {
            missing.push(Text::new("dataverse-missing-too-long").message("what", Text::new(what)));
        }
        None => {}
    }
    missing
}

/// A list with all its pages, of which the first is in a batch.
pub async fn pages<T: FromJson>(
    dataverse: &Dataverse<'_>,
    answers: &Answers,
    slot: &Slot<Page<T>>,
    read: &Read<Page<T>>,
) -> Result<Listing<T>, DataverseError> {
    Ok(dataverse.rest(answers.get(slot)?, read).await)
}

/// A listing as a reading of something else; a row that does not say what it must is one that could not be read.
pub fn listed<T, U>(
    listing: Result<Listing<T>, DataverseError>,
    what: &'static str,
    of: impl FnMut(T) -> Option<U>,
) -> Reading<Vec<U>> {
    match listing {
        Ok(mut listing) => {
            let mut of = of;
            let mut found = Vec::new();
            for row in std::mem::take(&mut listing.rows) {
                match of(row) {
                    Some(one) => found.push(one),
                    None => listing.unreadable += 1,
                }
            }
            reading(found, missing(&listing, what))
        }
        Err(error) => Reading::Unreadable(error.explain()),
    }
}

/// How many rows of a list could not be read, in words.
pub fn unreadable(what: &'static str, count: i64) -> Text {
    Text::new("dataverse-missing-rows")
        .message("what", Text::new(what))
        .number("count", count)
}
