//! Agent experience profiles, what is in their panes, and who is reached by them.
//!
//! Source: entity references of `msdyn_appconfiguration`, `msdyn_panetabconfiguration`, `msdyn_panetoolconfiguration`;
//! whether a pane is bound by its unique name, by the relationship, or by both is unproven, so both are read.

use super::client::{Page, Read};
use super::odata::Query;
use super::wire_chat::{PaneTabRow, ProfileRow, RoleMappingRow};

/// Entity set of the profiles.
pub const PROFILES: &str = "msdyn_appconfigurations";

/// Every profile; `linked` with the users and panes bound to it by relationship.
pub fn profiles(linked: bool) -> Read<Page<ProfileRow>> {
    let query = Query::new(PROFILES).select(&[
        "msdyn_appconfigurationid",
        "msdyn_name",
        "msdyn_uniquename",
        "msdyn_appmoduleuniquename",
        "msdyn_productivitypaneuniquename",
        "ismanaged",
    ]);
    let query = if linked {
        query.expand(
            "msdyn_appconfiguration_systemuser($select=systemuserid),msdyn_msdyn_paneconfig_msdyn_appconfig($select=msdyn_paneconfigurationid)",
        )
    } else {
        query
    };
    Read::new("dataverse-what-profiles", query.path())
}

/// Path of the profiles that go by a name: what the proof of a guided step reads.
pub fn profiles_path() -> String {
    Query::new(PROFILES).select(&["msdyn_name", "msdyn_uniquename"]).path()
}

/// Every tab of every pane, with its tool and its pane.
pub fn pane_tabs() -> Read<Page<PaneTabRow>> {
    Read::new("dataverse-what-panes", pane_tabs_path())
}

/// Path of [`pane_tabs`].
pub fn pane_tabs_path() -> String {
    Query::new("msdyn_panetabconfigurations")
        .select(&["msdyn_panetabconfigurationid", "msdyn_name", "msdyn_isenabled"])
        .expand(
            "msdyn_ToolId($select=msdyn_name,msdyn_uniquename,msdyn_controlname),msdyn_ProductivityPaneId($select=msdyn_paneconfigurationid,msdyn_name,msdyn_uniquename)",
        )
        .path()
}

/// The row of a tab.
pub fn pane_tab_path(id: &str) -> String {
    Query::new(&format!("msdyn_panetabconfigurations({id})"))
        .select(&["msdyn_isenabled"])
        .path()
}

/// Which role gets which profile.
pub fn role_mappings() -> Read<Page<RoleMappingRow>> {
    Read::new(
        "dataverse-what-profiles",
        Query::new("msdyn_appprofilerolemappings")
            .select(&["_msdyn_appprofileid_value", "_msdyn_roleid_value"])
            .path(),
    )
}
