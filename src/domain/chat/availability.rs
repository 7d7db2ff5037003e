//! Which products and apps have Teams chat, and where it is on by default (S003-01 to S003-07, S003-29, S003-35).

/// A product, and whether it has Teams chat (S003-01 to S003-03).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Product {
    /// Dynamics 365 Contact Center, embedded.
    ContactCenterEmbedded,
    /// Dynamics 365 Contact Center, standalone.
    ContactCenterStandalone,
    /// Dynamics 365 Customer Service.
    CustomerService,
}

/// An app the article speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum KnownApp {
    /// Customer Service workspace, now Copilot Service workspace.
    CustomerServiceWorkspace,
    /// Contact Center workspace.
    ContactCenterWorkspace,
    /// Customer Service Hub.
    CustomerServiceHub,
    /// Field Service.
    FieldService,
    /// Sales Hub.
    Sales,
    /// The vendor's app for administrators: it has the settings page of its own, and no chat.
    AdminCenter,
}

impl Product {
    /// All of them, in the order of the article.
    pub const ALL: [Self; 3] = [
        Self::ContactCenterEmbedded,
        Self::ContactCenterStandalone,
        Self::CustomerService,
    ];

    /// Whether it has Teams chat.
    pub const fn has_teams_chat(self) -> bool {
        !matches!(self, Self::ContactCenterEmbedded)
    }
}

impl KnownApp {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::CustomerServiceWorkspace,
        Self::ContactCenterWorkspace,
        Self::CustomerServiceHub,
        Self::FieldService,
        Self::Sales,
        Self::AdminCenter,
    ];

    /// The app behind a unique name or, where that is not known, a name; `None` for custom apps, which have Teams chat
    /// like the others (S003-04).
    pub fn find(unique_name: &str, name: &str) -> Option<Self> {
        let by_unique = |app: &Self| {
            app.unique_names()
                .iter()
                .any(|known| known.eq_ignore_ascii_case(unique_name))
        };
        let by_name = |app: &Self| app.names().iter().any(|known| known.eq_ignore_ascii_case(name.trim()));
        Self::ALL
            .into_iter()
            .find(by_unique)
            .or_else(|| Self::ALL.into_iter().find(by_name))
    }

    /// Whether Teams chat is on in it without anybody's doing (S003-05). The section on access leaves Contact Center
    /// workspace out of the list (S003-29).
    pub const fn is_on_by_default(self) -> bool {
        matches!(
            self,
            Self::CustomerServiceWorkspace | Self::ContactCenterWorkspace | Self::CustomerServiceHub
        )
    }

    /// Whether "selected apps" starts with it in an organization that never set Teams chat up (S003-35).
    pub const fn is_preselected(self) -> bool {
        matches!(self, Self::CustomerServiceWorkspace | Self::CustomerServiceHub)
    }

    /// Whether chats are had in it at all (S003-04).
    pub const fn has_teams_chat(self) -> bool {
        !matches!(self, Self::AdminCenter)
    }

    /// The unique names in Microsoft's own documents; that of Contact Center workspace stands in none that was found.
    const fn unique_names(self) -> &'static [&'static str] {
        match self {
            Self::CustomerServiceWorkspace => &["msdyn_CustomerServiceWorkspace"],
            Self::ContactCenterWorkspace => &[],
            Self::CustomerServiceHub => &["CustomerServiceHub"],
            Self::FieldService => &["msdyn_FieldService"],
            Self::Sales => &["msdynce_saleshub"],
            Self::AdminCenter => &["msdyn_CustomerServiceAdminCenter"],
        }
    }

    /// The names it goes by, the former one included; the vendor does not translate them but for the French article.
    const fn names(self) -> &'static [&'static str] {
        match self {
            Self::CustomerServiceWorkspace => &["Customer Service workspace", "Copilot Service workspace"],
            Self::ContactCenterWorkspace => &["Contact Center workspace", "espace de travail centre de contact"],
            Self::CustomerServiceHub => &["Customer Service Hub", "centre de service clientèle"],
            Self::FieldService => &["Field Service"],
            Self::Sales => &["Sales Hub"],
            Self::AdminCenter => &["Customer Service admin center", "Copilot Service admin center"],
        }
    }
}
