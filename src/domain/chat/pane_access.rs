//! Who reaches the productivity pane in a multisession app, and whether Teams is in it (S003-14 to S003-21, S003-38 to
//! S003-41, S003-104).

use super::Unread;
use crate::domain::privilege::Depth;

/// A table a role must read to reach the pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PaneTable {
    /// App profile (S003-15); not to be taken for the table `appconfig`.
    AppProfile,
    /// Application tab template (S003-16).
    ApplicationTabTemplate,
    /// Notification field (S003-17).
    NotificationField,
    /// Notification template (S003-18).
    NotificationTemplate,
    /// Pane tab configuration (S003-19).
    PaneTab,
    /// Pane tool configuration (S003-20).
    PaneTool,
    /// Productivity pane configuration (S003-21); "productivity" is not in its logical name.
    Pane,
}

/// What a role has on a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// Read on all rows.
    Whole,
    /// Read on some rows alone: the article asks for Read and names no depth, the rows belong to the administrator.
    Narrow(Depth),
    /// No Read.
    Missing,
}

/// A privilege a role holds, and how far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldPrivilege {
    /// Its name.
    pub name: String,
    /// How far it reaches.
    pub depth: Depth,
}

/// A privilege another role has and this one lacks, or has less far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lack {
    /// Its name.
    pub name: String,
    /// How far the other role's reaches.
    pub wanted: Depth,
    /// How far it reaches here.
    pub held: Option<Depth>,
}

/// The role whose permissions users of multisession apps need (S003-14), by the names it goes by; a template id stands
/// in no source that was found.
pub const PRODUCTIVITY_TOOLS_USER: [&str; 2] = ["Productivity tools user", "Utilisateur d’outils de productivité"];

impl PaneTable {
    /// All of them, in the order of the article.
    pub const ALL: [Self; 7] = [
        Self::AppProfile,
        Self::ApplicationTabTemplate,
        Self::NotificationField,
        Self::NotificationTemplate,
        Self::PaneTab,
        Self::PaneTool,
        Self::Pane,
    ];

    /// The logical name.
    pub const fn logical_name(self) -> &'static str {
        match self {
            Self::AppProfile => "msdyn_appconfiguration",
            Self::ApplicationTabTemplate => "msdyn_applicationtabtemplate",
            Self::NotificationField => "msdyn_notificationfield",
            Self::NotificationTemplate => "msdyn_notificationtemplate",
            Self::PaneTab => "msdyn_panetabconfiguration",
            Self::PaneTool => "msdyn_panetoolconfiguration",
            Self::Pane => "msdyn_paneconfiguration",
        }
    }

    /// The Read privilege's name. The vendor recommends it organization-wide for all seven; what may be granted is in
    /// [`crate::domain::privilege::Privilege::widest`].
    pub const fn privilege(self) -> &'static str {
        match self {
            Self::AppProfile => "prvReadmsdyn_appconfiguration",
            Self::ApplicationTabTemplate => "prvReadmsdyn_applicationtabtemplate",
            Self::NotificationField => "prvReadmsdyn_notificationfield",
            Self::NotificationTemplate => "prvReadmsdyn_notificationtemplate",
            Self::PaneTab => "prvReadmsdyn_panetabconfiguration",
            Self::PaneTool => "prvReadmsdyn_panetoolconfiguration",
            Self::Pane => "prvReadmsdyn_paneconfiguration",
        }
    }

    /// Whether its rows belong to the organization, so that the privilege can only be Global.
    pub const fn is_organization_owned(self) -> bool {
        matches!(self, Self::PaneTab | Self::PaneTool | Self::Pane)
    }

    /// What a role with these privileges has on the table.
    pub fn held(self, privileges: &[HeldPrivilege]) -> Held {
        match depth_of(self.privilege(), privileges) {
            Some(Depth::Global) => Held::Whole,
            Some(depth) => Held::Narrow(depth),
            None => Held::Missing,
        }
    }
}

/// What a role lacks of the seven tables, in the order of the article. An empty answer means it reaches the pane.
pub fn lacking(privileges: &[HeldPrivilege]) -> Vec<(PaneTable, Held)> {
    PaneTable::ALL
        .into_iter()
        .map(|table| (table, table.held(privileges)))
        .filter(|(_, held)| *held != Held::Whole)
        .collect()
}

/// What `privileges` lack of another role's, such as [`PRODUCTIVITY_TOOLS_USER`]'s (S003-14), in that role's order.
pub fn lacking_of(role: &[HeldPrivilege], privileges: &[HeldPrivilege]) -> Vec<Lack> {
    let mut lacks = Vec::new();
    for wanted in role {
        let held = depth_of(&wanted.name, privileges);
        if held.is_none_or(|held| held.rank() < wanted.depth.rank()) {
            lacks.push(Lack {
                name: wanted.name.clone(),
                wanted: wanted.depth,
                held,
            });
        }
    }
    lacks
}

/// The widest depth of a privilege by its name, whose case follows the schema name's and is not relied on.
fn depth_of(name: &str, privileges: &[HeldPrivilege]) -> Option<Depth> {
    let held = privileges.iter().filter(|held| held.name.eq_ignore_ascii_case(name));
    held.map(|held| held.depth).max_by_key(|depth| depth.rank())
}

/// A profile of agents (`msdyn_appconfiguration`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Profile {
    /// `msdyn_appconfigurationid`.
    pub id: String,
    /// `msdyn_name`.
    pub name: String,
    /// `msdyn_uniquename`.
    pub unique_name: String,
    /// `msdyn_appmoduleuniquename`.
    pub app: Option<String>,
    /// `ismanaged`: the profiles that come with the product.
    pub managed: bool,
    /// `msdyn_productivitypaneuniquename`: one of the two ways a pane is bound.
    pub pane_unique_name: Option<String>,
    /// Ids of the panes linked by `msdyn_msdyn_paneconfig_msdyn_appconfig`: the other way. `None` where it was not read.
    pub linked_panes: Option<Vec<String>>,
}

/// A productivity pane (`msdyn_paneconfiguration`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pane {
    /// `msdyn_paneconfigurationid`.
    pub id: String,
    /// `msdyn_uniquename`.
    pub unique_name: String,
}

/// A tab of a pane (`msdyn_panetabconfiguration`), with its tool.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PaneTab {
    /// The pane's id.
    pub pane: String,
    /// `msdyn_isenabled`; no value counts as not enabled.
    pub enabled: Option<bool>,
    /// `msdyn_uniquename` of the tool.
    pub tool_unique_name: String,
    /// `msdyn_controlname` of the tool.
    pub tool_control: String,
    /// `msdyn_name` of the tool.
    pub tool_name: String,
}

/// Whether Teams is in the pane of a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TeamsInPane {
    /// An enabled Teams tab is in it.
    On,
    /// A Teams tab is in its pane, and not enabled.
    Off,
    /// A pane, but none of its tabs is known as the Teams tab: how the product's tool is called is unproven, so nobody
    /// can say that it is off.
    NotRecognised,
    /// No pane is bound to the profile.
    NoPane,
    /// The two ways of binding a pane tell different things: which the product follows is unproven.
    Unclear,
}

impl Profile {
    /// Whether it is a profile of the product, which cannot be changed: a custom one is made from it (S003-39). It needs
    /// nothing for Teams chat beyond the master switch (S003-38).
    pub fn is_default(&self) -> bool {
        self.managed
    }

    /// Whether Teams is in its pane (S003-41, S003-104).
    ///
    /// # Errors
    /// [`Unread`] where neither way of binding a pane was read, or its pane is not among `panes`.
    pub fn teams(&self, panes: &[Pane], tabs: &[PaneTab]) -> Result<TeamsInPane, Unread> {
        let named = self.pane_unique_name.as_deref().filter(|name| !name.is_empty());
        let by_name = match named {
            Some(name) => {
                let pane = panes.iter().find(|pane| pane.unique_name.eq_ignore_ascii_case(name));
                Some(in_panes(&[pane.ok_or(Unread)?.id.as_str()], tabs))
            }
            None => None,
        };
        let linked = self.linked_panes.as_ref().filter(|linked| !linked.is_empty());
        let by_link = linked.map(|linked| {
            let ids: Vec<&str> = linked.iter().map(String::as_str).collect();
            in_panes(&ids, tabs)
        });
        match (by_name, by_link) {
            (Some(a), Some(b)) if a != b => Ok(TeamsInPane::Unclear),
            (Some(found), _) | (None, Some(found)) => Ok(found),
            (None, None) if self.linked_panes.is_none() => Err(Unread),
            (None, None) => Ok(TeamsInPane::NoPane),
        }
    }
}

impl PaneTab {
    /// Whether its tool is Microsoft Teams. The unique name of the product's tool stands in no source that was found, so
    /// it is known by its control, which is that of the chats' side pane on a record (EasyRepro and the playwright
    /// samples of Power Platform), or by the word in its unique name or its control; unproven.
    pub fn is_teams(&self) -> bool {
        let says = |text: &str| text.to_ascii_lowercase().contains("teams");
        self.tool_control.eq_ignore_ascii_case(CONTROL) || says(&self.tool_unique_name) || says(&self.tool_control)
    }
}

/// The control of the chats, as the name of their side pane has it.
const CONTROL: &str = "MscrmControls.OfficeProductivity.CollabControl";

fn in_panes(panes: &[&str], tabs: &[PaneTab]) -> TeamsInPane {
    let own = tabs.iter().filter(|tab| panes.contains(&tab.pane.as_str()));
    let mut teams = own.filter(|tab| tab.is_teams()).peekable();
    if teams.peek().is_none() {
        TeamsInPane::NotRecognised
    } else if teams.any(|tab| tab.enabled == Some(true)) {
        TeamsInPane::On
    } else {
        TeamsInPane::Off
    }
}
