//! Where in the panel the admin is, and how an address says it.

use crate::http::hex;
use crate::recipes::disconnect::Choices;

/// A view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Route {
    /// Readiness of everything.
    #[default]
    Overview,
    /// Who may disconnect a chat.
    Disconnect,
    /// The plan in preview, or the run it became.
    Plan,
    /// What was applied.
    History,
    /// Language and permissions.
    Settings,
}

/// What an address asks for besides a view: a plan to be made again where it can be applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// The plan of these choices.
    Review(Choices),
    /// The plan that takes this run back.
    Undo(String),
}

impl Route {
    /// The views the rail lists.
    pub const RAIL: [Self; 4] = [Self::Overview, Self::Disconnect, Self::History, Self::Settings];

    /// The address, such as `#/disconnect`.
    pub const fn address(self) -> &'static str {
        match self {
            Self::Overview => "#/overview",
            Self::Disconnect => "#/disconnect",
            Self::Plan => "#/plan",
            Self::History => "#/history",
            Self::Settings => "#/settings",
        }
    }

    /// From an address: the view, the record type of `#/disconnect/incident`, and what is asked for. Addresses come
    /// from outside: what cannot be understood leads to the overview, and nothing is done but shown.
    pub fn parse(address: &str) -> (Self, Option<String>, Option<Asked>) {
        let mut parts = address.trim_start_matches(['#', '/']).split('/');
        let view = parts.next().unwrap_or_default();
        let rest = parts.next().filter(|rest| !rest.is_empty()).map(str::to_owned);
        match (view, rest) {
            ("disconnect", record_type) => (Self::Disconnect, record_type, None),
            ("review", Some(choices)) => (Self::Disconnect, None, decoded(&choices).map(Asked::Review)),
            ("undo", Some(run_id)) => (Self::History, None, Some(Asked::Undo(run_id))),
            ("history", _) => (Self::History, None, None),
            ("settings", _) => (Self::Settings, None, None),
            _ => (Self::Overview, None, None),
        }
    }
}

impl Asked {
    /// The address that asks for it.
    pub fn address(&self) -> String {
        match self {
            // Plain data with string keys: it always serialises.
            Self::Review(choices) => format!("#/review/{}", hex(&serde_json::to_vec(choices).unwrap_or_default())),
            Self::Undo(run_id) => format!("#/undo/{run_id}"),
        }
    }
}

fn decoded(hex: &str) -> Option<Choices> {
    let bytes: Option<Vec<u8>> = hex
        .as_bytes()
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect();
    serde_json::from_slice(&bytes?).ok()
}
