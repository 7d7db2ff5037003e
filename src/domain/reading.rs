//! Honest reading: complete, partial and unreadable are three things, everywhere.

use crate::text::Text;

/// What reading something came to. "Absent" is a value of `T`, never a failure to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading<T> {
    /// Everything was read.
    Complete(T),
    /// At least this was read; `missing` says what was not and why.
    Partial {
        /// What was read: "at least".
        value: T,
        /// What is missing.
        missing: Vec<Text>,
    },
    /// Nothing could be read; the text says why and what the admin can do.
    Unreadable(Text),
}

impl<T> Reading<T> {
    /// Of a list as far as it was read, with what cut it off: of one that is too long, its beginning.
    pub fn of_list<E>(read: Result<(T, Option<E>), E>, explain: impl Fn(&E) -> Text) -> Self {
        match read {
            Ok((value, None)) => Self::Complete(value),
            Ok((value, Some(cut))) => Self::Partial {
                value,
                missing: vec![explain(&cut)],
            },
            Err(error) => Self::Unreadable(explain(&error)),
        }
    }

    /// What was read, whole or in part.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Complete(value) | Self::Partial { value, .. } => Some(value),
            Self::Unreadable(_) => None,
        }
    }

    /// Whether a plan may rest on it.
    pub const fn is_complete(&self) -> bool {
        matches!(self, Self::Complete(_))
    }

    /// What is missing from a partial reading.
    pub fn missing(&self) -> Vec<Text> {
        match self {
            Self::Partial { missing, .. } => missing.clone(),
            Self::Complete(_) | Self::Unreadable(_) => Vec::new(),
        }
    }

    /// The same reading of something derived from the value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Reading<U> {
        match self {
            Self::Complete(value) => Reading::Complete(f(value)),
            Self::Partial { value, missing } => Reading::Partial {
                value: f(value),
                missing,
            },
            Self::Unreadable(why) => Reading::Unreadable(why),
        }
    }
}
