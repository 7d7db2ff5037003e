//! What the admin wants of the connection.

use crate::json::{self, FromJson, ToJson, choice, record};

/// What is to become of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// **Turn on access** (S000-06).
    Connect,
    /// **Reconnect** (S000-22).
    Reconnect,
    /// Turn access off (S000-10).
    TurnOff,
}

choice!(Wanted {
    Connect = "connect",
    Reconnect = "reconnect",
    TurnOff = "turnOff",
});

/// The wish, if there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choices {
    /// It.
    pub wanted: Option<Wanted>,
    /// Whether the admin does it on the settings page, though Latchkey sees it.
    pub by_hand: bool,
}

record!(Choices { wanted or default, by_hand as "byHand" or default });

impl Choices {
    /// As an address carries them.
    pub fn packed(self) -> Vec<u8> {
        json::text(&self.to_json()).into_bytes()
    }

    /// From an address, which is outside text; `None` if it is not understood.
    pub fn unpacked(packed: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(packed).ok()?;
        Self::from_json(&json::parse(text).ok()?).ok()
    }
}
