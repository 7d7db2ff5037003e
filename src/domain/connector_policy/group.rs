//! The three groups of a data policy, in the words of the admin center and of the API.

use crate::text::Text;

/// Where a policy puts a connector.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// **Business**: connectors of it may be combined with one another.
    Business,
    /// **Non-business**: likewise, but not with those of Business.
    NonBusiness,
    /// **Blocked**: may not be used.
    Blocked,
}

impl Group {
    /// In the order of the admin center.
    pub const ALL: [Self; 3] = [Self::Business, Self::NonBusiness, Self::Blocked];

    /// From the API's word; `None` for one nobody knows.
    pub fn from_wire(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|group| group.wire().eq_ignore_ascii_case(word))
    }

    /// The API's word.
    pub const fn wire(self) -> &'static str {
        match self {
            Self::Business => "Confidential",
            Self::NonBusiness => "General",
            Self::Blocked => "Blocked",
        }
    }

    /// The admin center's word.
    pub const fn text(self) -> Text {
        Text::new(match self {
            Self::Business => "policy-group-business",
            Self::NonBusiness => "policy-group-non-business",
            Self::Blocked => "policy-group-blocked",
        })
    }
}
