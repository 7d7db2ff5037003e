//! Words as data: a message id with its arguments, to be put into the reader's language by the interface.

use crate::json::{choice, record};
use crate::sorted::Sorted;
use std::borrow::Cow;

/// A message of `www/messages/*.ftl` with its arguments. The core never holds a sentence, only this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The Fluent message id, such as `disconnect-verdict-owner`.
    pub id: Cow<'static, str>,
    /// The arguments by the name the message uses, ordered so that a plan's digest is stable.
    pub args: Sorted<Cow<'static, str>, Arg>,
}

record!(Text { id, args or default });

/// An argument of a [`Text`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// Outside text (a role, a user, a record type), shown verbatim and isolated (`bdi`), never interpreted.
    Name(String),
    /// A number, formatted for the reader's language and usable in plural selection.
    Number(i64),
    /// A day, as the milliseconds since the Unix epoch at its beginning (UTC), written as the reader's language does.
    Day(u64),
    /// Another message, formatted first.
    Message(Text),
}

choice!(Arg {
    Name(name) = "name",
    Number(number) = "number",
    Day(millis) = "day",
    Message(text) = "message",
});

impl Text {
    /// A message without arguments.
    pub const fn new(id: &'static str) -> Self {
        Self {
            id: Cow::Borrowed(id),
            args: Sorted::new(),
        }
    }

    /// Adds outside text under `name`.
    pub fn name(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.insert(Cow::Borrowed(name), Arg::Name(value.into()));
        self
    }

    /// Adds a number under `name`.
    pub fn number(mut self, name: &'static str, value: i64) -> Self {
        self.args.insert(Cow::Borrowed(name), Arg::Number(value));
        self
    }

    /// Adds a day under `name`, as the milliseconds since the Unix epoch at its beginning.
    pub fn day(mut self, name: &'static str, millis: u64) -> Self {
        self.args.insert(Cow::Borrowed(name), Arg::Day(millis));
        self
    }

    /// Adds another message under `name`.
    pub fn message(mut self, name: &'static str, value: Text) -> Self {
        self.args.insert(Cow::Borrowed(name), Arg::Message(value));
        self
    }
}
