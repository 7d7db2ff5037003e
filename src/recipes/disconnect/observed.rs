//! What was read about disconnect rights, each part with how completely it was read.

use crate::domain::audience::Assignments;
use crate::domain::organization::{Organization, SignedInUser};
use crate::domain::privilege::Privilege;
use crate::domain::reading::Reading;
use crate::domain::role::{Holder, Role, User};
use crate::http::Millis;
use crate::json::choice;
use crate::services::dataverse::chat::{CONNECTOR_COLUMN, OWNER_COLUMN};
use crate::text::Text;

/// Everything the disconnect-rights view shows and plans from.
#[derive(Debug, Clone, PartialEq)]
pub struct Observed {
    /// The organization.
    pub organization: Organization,
    /// The signed-in admin.
    pub admin: SignedInUser,
    /// The record types chats can be connected to, by display name.
    pub record_types: Reading<Vec<RecordType>>,
    /// `prvUnlinkTeamsChatFromRecord`, resolved by name; `None` if this generation has no such privilege.
    pub privilege: Reading<Option<Privilege>>,
    /// All roles (root copies), those holding the privilege first, then by name.
    pub roles: Reading<Vec<Role>>,
    /// Enabled people, by name.
    pub users: Reading<Vec<User>>,
    /// Disabled and application users left out of `users`.
    pub users_left_out: u64,
    /// Who holds the privilege and through what, among `users`, in their order.
    pub holders: Reading<Vec<Holder>>,
    /// Who has which role, directly or through which team, for *any* role: what tells who would gain or lose.
    pub assignments: Reading<Assignments>,
    /// `msdyn_EnableChatsForAllEntities`; `Some(true)` means unlisted tables may be connected with unknown toggles.
    pub chats_for_all_tables: Reading<Option<bool>>,
    /// Whether the admin may write link-chat rows, and roles; `None` if that could not be told.
    pub may_write_record_types: Option<bool>,
    /// See `may_write_record_types`.
    pub may_write_roles: Option<bool>,
    /// What the admin should know about how this was read (such as why a slower way was used).
    pub remarks: Vec<Text>,
    /// When it was read.
    pub read_at: Millis,
    /// Requests it took.
    pub requests: u32,
}

/// A row of `msdyn_entitylinkchatconfiguration`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordType {
    /// `msdyn_entitylinkchatconfigurationid`.
    pub id: String,
    /// The table's logical name, such as `incident`; `None` if the lookup could not be resolved.
    pub logical_name: Option<String>,
    /// The table's display name in the admin's language; falls back to `msdyn_name`.
    pub name: String,
    /// `msdyn_recordownercanunlink` (S003-57).
    pub owner_may_disconnect: bool,
    /// `msdyn_recentchatlinkercanunlink` (S003-58).
    pub connector_may_disconnect: bool,
    /// `@odata.etag`.
    pub etag: Option<String>,
    /// `ismanaged`.
    pub managed: bool,
    /// Toggles without a value of their own (`null`): off, and undone to "no value" again.
    pub unset: Vec<Toggle>,
}

/// The two toggles under "Disconnecting chats" (S003-59).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Toggle {
    /// "Record owner can disconnect chats" (S003-57).
    Owner,
    /// "Chat connector can disconnect chat" (S003-58).
    Connector,
}

choice!(Toggle {
    Owner = "owner",
    Connector = "connector",
});

impl Toggle {
    /// Both, in the order of the page.
    pub const ALL: [Self; 2] = [Self::Owner, Self::Connector];

    /// The column behind it.
    pub const fn column(self) -> &'static str {
        match self {
            Self::Owner => OWNER_COLUMN,
            Self::Connector => CONNECTOR_COLUMN,
        }
    }
}

impl RecordType {
    /// Whether a toggle is on.
    pub const fn is_on(&self, toggle: Toggle) -> bool {
        match toggle {
            Toggle::Owner => self.owner_may_disconnect,
            Toggle::Connector => self.connector_may_disconnect,
        }
    }

    /// Whether a page or an address means it: by id, logical name, or the name people see.
    pub fn is_called(&self, wanted: &str) -> bool {
        self.id == wanted || self.logical_name.as_deref() == Some(wanted) || self.name == wanted
    }
}

/// The text of a part that is still being read.
pub(super) const STILL_READING: Text = Text::new("disconnect-still-reading");

impl Observed {
    /// Whether parts are still being read: an intermediate state of [`super::observe_in_parts`].
    pub fn is_still_reading(&self) -> bool {
        matches!(&self.users, Reading::Unreadable(why) if *why == STILL_READING)
    }

    /// A record type by its id.
    pub fn record_type(&self, id: &str) -> Option<&RecordType> {
        self.record_types
            .value()?
            .iter()
            .find(|record_type| record_type.id == id)
    }

    /// A role by its root id.
    pub fn role(&self, id: &str) -> Option<&Role> {
        self.roles.value()?.iter().find(|role| role.id == id)
    }
}
