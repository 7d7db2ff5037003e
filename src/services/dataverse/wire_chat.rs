//! Rows of settings, apps, tables and panes as they come over the wire: lenient, as in [`super::wire`].

use serde::Deserialize;
use serde_json::Value;

use super::wire::{Guid, Label, UserId};

/// A row of `settingdefinitions`.
#[derive(Debug, Deserialize)]
pub struct SettingDefinition {
    /// Primary key.
    pub settingdefinitionid: Guid,
    /// Such as `msdyn_EnableTeamsChat`.
    pub uniquename: String,
    /// Always text, whatever the type.
    pub defaultvalue: Option<String>,
    /// Whether any layer may differ from the default.
    pub isoverridable: Option<bool>,
    /// Which: 0 environment and app, 1 environment, 2 app.
    pub overridablelevel: Option<i64>,
}

/// A row of `organizationsettings` or `appsettings`.
#[derive(Debug, Deserialize)]
pub struct SettingValue {
    /// Primary key of an environment's value.
    pub organizationsettingid: Option<Guid>,
    /// Primary key of an app's value.
    pub appsettingid: Option<Guid>,
    /// What an app's value goes by.
    pub uniquename: Option<String>,
    /// Always text, whatever the type.
    pub value: Option<String>,
    /// When it was last changed, in the layer that was read.
    pub modifiedon: Option<String>,
    /// The setting.
    #[serde(rename = "_settingdefinitionid_value")]
    pub definition: Option<Guid>,
    /// The app, of an app's value.
    #[serde(rename = "_parentappmoduleid_value")]
    pub app: Option<Guid>,
}

/// A row of `appmodules`.
#[derive(Debug, Deserialize)]
pub struct AppModule {
    /// Primary key.
    pub appmoduleid: Guid,
    /// Name.
    pub name: Option<String>,
    /// Unique name: what settings of an app go by.
    pub uniquename: String,
    /// Managed: the vendor's own.
    #[serde(default)]
    pub ismanaged: bool,
    /// When it was last changed, in the layer that was read.
    pub modifiedon: Option<String>,
}

/// `RetrieveAppComponents`.
#[derive(Debug, Deserialize)]
pub struct AppComponents {
    /// The components.
    pub value: Vec<AppComponent>,
}

/// A component of an app.
#[derive(Debug, Deserialize)]
pub struct AppComponent {
    /// Such as 62, a site map.
    pub componenttype: Option<i64>,
    /// Its id.
    pub objectid: Option<Guid>,
}

/// A row of `sitemaps`.
#[derive(Debug, Deserialize)]
pub struct SiteMapRow {
    /// Primary key.
    pub sitemapid: Guid,
    /// Name.
    pub sitemapname: Option<String>,
    /// The whole site map.
    pub sitemapxml: Option<String>,
    /// Managed.
    #[serde(default)]
    pub ismanaged: bool,
    /// When it was last changed, in the layer that was read.
    pub modifiedon: Option<String>,
}

/// An element of `EntityDefinitions`, with what Teams chat looks at.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct TableDefinition {
    /// Logical name.
    pub logical_name: String,
    /// In the languages of the organization.
    pub display_name: Option<Label>,
    /// Id of the definition.
    pub metadata_id: Option<Guid>,
    /// `Standard`, `Virtual`, `Elastic`, `Activity`.
    pub table_type: Option<String>,
    /// Set for virtual tables.
    pub data_provider_id: Option<String>,
    /// `UserOwned`, `OrganizationOwned`, …
    pub ownership_type: Option<String>,
    /// Only links two tables.
    #[serde(default)]
    pub is_intersect: bool,
    /// The platform's own.
    #[serde(default)]
    pub is_private: bool,
}

/// An element of `Attributes`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Attribute {
    /// Logical name.
    pub logical_name: String,
    /// In the languages of the organization.
    pub display_name: Option<Label>,
    /// Image, File and multi-select choices all say `Virtual`.
    pub attribute_type: Option<String>,
    /// What tells those apart.
    pub attribute_type_name: Option<TypeName>,
    /// Whether it can be read.
    pub is_valid_for_read: Option<bool>,
    /// Whether column security guards it.
    #[serde(default)]
    pub is_secured: bool,
    /// The column this one mirrors.
    pub attribute_of: Option<String>,
    /// `RichText` and others; only text columns have it.
    pub format_name: Option<TypeName>,
}

/// An `AttributeTypeDisplayName` and the like.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct TypeName {
    /// Such as `ImageType`.
    pub value: Option<String>,
}

/// A row of `sdkmessagefilters`.
#[derive(Debug, Deserialize)]
pub struct MessageFilter {
    /// The table's logical name.
    pub primaryobjecttypecode: Option<String>,
}

/// A row of `savedqueries`.
#[derive(Debug, Deserialize)]
pub struct SavedQuery {
    /// Primary key.
    pub savedqueryid: Guid,
    /// Name.
    pub name: Option<String>,
    /// 0 public, 4 Quick Find.
    #[serde(default)]
    pub querytype: i64,
    /// Default of its kind.
    #[serde(default)]
    pub isdefault: bool,
    /// The table.
    pub returnedtypecode: String,
    /// Columns in their order.
    pub layoutxml: Option<String>,
    /// The query.
    pub fetchxml: Option<String>,
}

/// A row of `entities`.
#[derive(Debug, Deserialize)]
pub struct EntityRow {
    /// Primary key.
    pub entityid: Guid,
    /// Logical name.
    pub logicalname: Option<String>,
}

/// A row of `organizations`.
#[derive(Debug, Deserialize)]
pub struct OrganizationRow {
    /// Primary key.
    pub organizationid: Guid,
    /// "Sync Teams chats with records"; missing in a generation without it.
    pub teamschatdatasync: Option<Value>,
}

/// A row of `msdyn_appconfigurations`, an agent experience profile.
#[derive(Debug, Deserialize)]
pub struct ProfileRow {
    /// Primary key.
    pub msdyn_appconfigurationid: Guid,
    /// Name.
    pub msdyn_name: Option<String>,
    /// Unique name.
    pub msdyn_uniquename: Option<String>,
    /// The app it belongs to.
    pub msdyn_appmoduleuniquename: Option<String>,
    /// Its pane, by unique name.
    pub msdyn_productivitypaneuniquename: Option<String>,
    /// Managed: a default profile, which cannot be changed.
    #[serde(default)]
    pub ismanaged: bool,
    /// Expanded: the users assigned to it.
    pub msdyn_appconfiguration_systemuser: Option<Vec<UserId>>,
    /// Expanded: its panes, by relationship.
    pub msdyn_msdyn_paneconfig_msdyn_appconfig: Option<Vec<PaneId>>,
}

/// A pane's id.
#[derive(Debug, Deserialize)]
pub struct PaneId {
    /// Primary key.
    pub msdyn_paneconfigurationid: Guid,
}

/// A row of `msdyn_panetabconfigurations`: a tool in a pane.
#[derive(Debug, Deserialize)]
pub struct PaneTabRow {
    /// Primary key.
    pub msdyn_panetabconfigurationid: Guid,
    /// Name.
    pub msdyn_name: Option<String>,
    /// Whether it is shown.
    pub msdyn_isenabled: Option<bool>,
    /// Expanded: the tool.
    #[serde(rename = "msdyn_ToolId")]
    pub tool: Option<ToolRow>,
    /// Expanded: the pane.
    #[serde(rename = "msdyn_ProductivityPaneId")]
    pub pane: Option<PaneRow>,
}

/// A row of `msdyn_panetoolconfigurations`.
#[derive(Debug, Deserialize)]
pub struct ToolRow {
    /// Name.
    pub msdyn_name: Option<String>,
    /// Unique name.
    pub msdyn_uniquename: Option<String>,
    /// The control behind it.
    pub msdyn_controlname: Option<String>,
}

/// A row of `msdyn_paneconfigurations`.
#[derive(Debug, Deserialize)]
pub struct PaneRow {
    /// Primary key.
    pub msdyn_paneconfigurationid: Option<Guid>,
    /// Unique name.
    pub msdyn_uniquename: Option<String>,
}

/// A row of `msdyn_appprofilerolemappings`.
#[derive(Debug, Deserialize)]
pub struct RoleMappingRow {
    /// The profile.
    #[serde(rename = "_msdyn_appprofileid_value")]
    pub profile: Option<Guid>,
    /// The role.
    #[serde(rename = "_msdyn_roleid_value")]
    pub role: Option<Guid>,
}
