//! Where in the panel the admin is, and how an address says it.

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

    /// From an address; what follows the view, such as `incident` in `#/disconnect/incident`, is given apart.
    pub fn parse(address: &str) -> (Self, Option<String>) {
        let mut parts = address.trim_start_matches(['#', '/']).split('/');
        let route = match parts.next() {
            Some("disconnect") => Self::Disconnect,
            Some("plan") => Self::Plan,
            Some("history") => Self::History,
            Some("settings") => Self::Settings,
            _ => Self::Overview,
        };
        (route, parts.next().filter(|rest| !rest.is_empty()).map(str::to_owned))
    }
}
