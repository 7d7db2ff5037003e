//! Privileges and how far they reach (Dataverse: `PrivilegeDepth`, `privilegedepthmask`).

/// How far a privilege reaches. Dataverse writes it as an enum 0 to 4 (or its name) and as a mask 1/2/4/8/16.
///
/// Source: Dataverse SDK `PrivilegeDepth`; masks as read from `roleprivileges`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Depth {
    /// Record filter: ranks below User.
    RecordFilter,
    /// User.
    Basic,
    /// Business unit.
    Local,
    /// Parent: child business units.
    Deep,
    /// Organization.
    Global,
}

impl Depth {
    /// All depths, from the narrowest to the widest.
    pub const ALL: [Self; 5] = [Self::RecordFilter, Self::Basic, Self::Local, Self::Deep, Self::Global];

    /// The `PrivilegeDepth` number: Basic 0, Local 1, Deep 2, Global 3, RecordFilter 4.
    pub const fn number(self) -> u8 {
        match self {
            Self::Basic => 0,
            Self::Local => 1,
            Self::Deep => 2,
            Self::Global => 3,
            Self::RecordFilter => 4,
        }
    }

    /// The `privilegedepthmask`: 1 shifted by the number.
    pub const fn mask(self) -> u8 {
        1 << self.number()
    }

    /// From a `privilegedepthmask` of exactly one bit.
    pub fn from_mask(mask: u64) -> Option<Self> {
        Self::ALL.into_iter().find(|depth| u64::from(depth.mask()) == mask)
    }

    /// The name on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Basic => "Basic",
            Self::Local => "Local",
            Self::Deep => "Deep",
            Self::Global => "Global",
            Self::RecordFilter => "RecordFilter",
        }
    }

    /// From the wire: a name, or the number as text (`"3"`); both are answered and accepted.
    pub fn from_wire(text: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|depth| depth.name() == text || depth.number().to_string() == text)
    }

    /// Rank for "which reaches further"; RecordFilter ranks below Basic.
    pub const fn rank(self) -> u8 {
        match self {
            Self::RecordFilter => 0,
            Self::Basic => 1,
            Self::Local => 2,
            Self::Deep => 3,
            Self::Global => 4,
        }
    }
}

/// A row of `privileges`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Privilege {
    /// `privilegeid`.
    pub id: String,
    /// `name`, such as `prvUnlinkTeamsChatFromRecord`.
    pub name: String,
    /// The depths it can be granted at (`canbebasic` …), from the narrowest to the widest.
    pub depths: Vec<Depth>,
}

impl Privilege {
    /// The widest depth it can be granted at.
    pub fn widest(&self) -> Option<Depth> {
        self.depths.iter().copied().max_by_key(|depth| depth.rank())
    }
}
