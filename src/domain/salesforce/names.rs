//! What Microsoft calls the connection's parts in Salesforce. The names have changed twice, so parts are found by
//! pattern, and a name is only told apart by generation (S000-15 to S000-17).

/// A part of the connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The connected app, or external client app, the agent signs in with.
    App,
    /// The integration user it reads as.
    User,
    /// The permission set that user holds.
    PermissionSet,
}

impl Kind {
    /// The message that names it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::App => "salesforce-app",
            Self::User => "salesforce-user",
            Self::PermissionSet => "salesforce-permission-set",
        }
    }
}

/// The pattern all names have in common, for SOQL's `LIKE`.
pub const PATTERN: &str = "%Copilot%Sales%";

/// Every published name, with the first version of Microsoft's documentation that has it.
const NAMES: [(Kind, &str, &str); 8] = [
    (Kind::App, "Copilot for Sales connected app", "2025"),
    (Kind::App, "M365 Copilot Sales connected app", "2026-05-06"),
    (Kind::App, "M365 Copilot Sales external client app", "2026-08-10"),
    (Kind::User, "Copilot for Sales integration user", "2025"),
    (Kind::User, "M365 Copilot Sales integration user", "2026-05-06"),
    (Kind::PermissionSet, "Copilot for Sales permission set", "2025"),
    (Kind::PermissionSet, "M365 Copilot Sales permission set", "2026-05-06"),
    // As another page of the same documentation has it.
    (
        Kind::PermissionSet,
        "M365 Copilot Sales connected app permission set",
        "2026-05-06",
    ),
];

/// Since when Microsoft's documentation has this very name; `None` for one it does not have.
pub fn since(kind: Kind, name: &str) -> Option<&'static str> {
    let name = name.trim();
    let known = NAMES
        .iter()
        .find(|(of, known, _)| *of == kind && known.eq_ignore_ascii_case(name));
    known.map(|(_, _, since)| *since)
}

/// Whether a name has the pattern, as SOQL's `LIKE` would find it.
pub fn fits(name: &str) -> bool {
    let name = name.to_lowercase();
    let after = name.find("copilot").and_then(|at| name.get(at + "copilot".len()..));
    after.is_some_and(|after| after.contains("sales"))
}
