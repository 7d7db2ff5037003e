//! What was read about disconnect rights, each part with how completely it was read.

use serde::{Deserialize, Serialize};

use crate::domain::organization::{Organization, SignedInUser};
use crate::domain::privilege::Privilege;
use crate::domain::reading::Reading;
use crate::domain::role::{Holder, Role, User};
use crate::http::Millis;
use crate::text::Text;

/// Everything the disconnect-rights view shows and plans from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    /// Every user ↔ role assignment of *any* role, as needed to tell who would gain: (user id, grant).
    pub assignments: Reading<Vec<(String, crate::domain::role::Grant)>>,
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
}
