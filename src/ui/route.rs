//! Where in the panel the admin is, and how an address says it.

use super::part::Which;
use crate::http::hex;

/// A view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Route {
    /// Readiness of everything.
    #[default]
    Overview,
    /// A recipe's view.
    Recipe(Which),
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
    Review {
        /// Whose they are.
        which: Which,
        /// They, as [`super::part::Part::packed`] writes them.
        choices: Vec<u8>,
    },
    /// The plan that takes this run back.
    Undo(String),
}

impl Route {
    /// The address, such as `#/disconnect-rights`.
    pub fn address(self) -> String {
        let view = match self {
            Self::Overview => "overview",
            Self::Recipe(which) => which.id(),
            Self::Plan => "plan",
            Self::History => "history",
            Self::Settings => "settings",
        };
        format!("#/{view}")
    }

    /// From an address: the view, the record type of `#/disconnect-rights/incident`, and what is asked for. Addresses
    /// come from outside: what cannot be understood leads to the overview, and nothing is done but shown.
    pub fn parse(address: &str) -> (Self, Option<String>, Option<Asked>) {
        let mut parts = address.trim_start_matches(['#', '/']).split('/');
        let mut next = || parts.next().filter(|part| !part.is_empty());
        let view = next().unwrap_or_default();
        let rest = next();
        if let Some(which) = Which::by_id(view) {
            return (Self::Recipe(which), rest.map(str::to_owned), None);
        }
        match (view, rest) {
            ("review", Some(id)) => match Which::by_id(id) {
                Some(which) => {
                    let choices = next().and_then(decoded);
                    let asked = choices.map(|choices| Asked::Review { which, choices });
                    (Self::Recipe(which), None, asked)
                }
                None => (Self::Overview, None, None),
            },
            ("undo", Some(run_id)) => (Self::History, None, Some(Asked::Undo(run_id.to_owned()))),
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
            Self::Review { which, choices } => format!("#/review/{}/{}", which.id(), hex(choices)),
            Self::Undo(run_id) => format!("#/undo/{run_id}"),
        }
    }
}

fn decoded(hex: &str) -> Option<Vec<u8>> {
    hex.as_bytes()
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect()
}
