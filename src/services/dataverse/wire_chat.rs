//! Rows of settings, apps, tables and panes as they come over the wire: lenient, as in [`super::wire`].

use super::wire::{Guid, Label, UserId};
use crate::json::record;

/// A row of `settingdefinitions`.
#[derive(Debug)]
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

record!(read SettingDefinition {
    settingdefinitionid,
    uniquename,
    defaultvalue or default,
    isoverridable or default,
    overridablelevel or default,
});

/// A row of `organizationsettings` or `appsettings`.
#[derive(Debug)]
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
    /// By whom, there.
    pub modifiedby: Option<Guid>,
    /// The setting.
    pub definition: Option<Guid>,
    /// The app, of an app's value.
    pub app: Option<Guid>,
}

record!(read SettingValue {
    organizationsettingid or default,
    appsettingid or default,
    uniquename or default,
    value,
    modifiedon or default,
    modifiedby as "_modifiedby_value" or default,
    definition as "_settingdefinitionid_value",
    app as "_parentappmoduleid_value" or default,
});

/// A row of `appmodules`.
#[derive(Debug)]
pub struct AppModule {
    /// Primary key.
    pub appmoduleid: Guid,
    /// Name.
    pub name: Option<String>,
    /// Unique name: what settings of an app go by.
    pub uniquename: String,
    /// Managed: the vendor's own.
    pub ismanaged: bool,
    /// When it was last changed, in the layer that was read.
    pub modifiedon: Option<String>,
    /// By whom, there.
    pub modifiedby: Option<Guid>,
}

record!(read AppModule { appmoduleid, name or default, uniquename, ismanaged, modifiedon or default, modifiedby as "_modifiedby_value" or default });

/// `RetrieveAppComponents`.
#[derive(Debug)]
pub struct AppComponents {
    /// The components.
    pub value: Vec<AppComponent>,
}

record!(read AppComponents { value });

/// A component of an app.
#[derive(Debug)]
pub struct AppComponent {
    /// Such as 62, a site map.
    pub componenttype: Option<i64>,
    /// Its id.
    pub objectid: Option<Guid>,
}

record!(read AppComponent { componenttype or default, objectid or default });

/// A row of `sitemaps`.
#[derive(Debug)]
pub struct SiteMapRow {
    /// Primary key.
    pub sitemapid: Guid,
    /// Name.
    pub sitemapname: Option<String>,
    /// The whole site map.
    pub sitemapxml: Option<String>,
    /// Managed.
    pub ismanaged: bool,
    /// When it was last changed, in the layer that was read.
    pub modifiedon: Option<String>,
    /// By whom, there.
    pub modifiedby: Option<Guid>,
}

record!(read SiteMapRow {
    sitemapid,
    sitemapname or default,
    sitemapxml or default,
    ismanaged,
    modifiedon or default,
    modifiedby as "_modifiedby_value" or default,
});

/// An element of `EntityDefinitions`, with what Teams chat looks at.
#[derive(Debug)]
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
    pub is_intersect: bool,
    /// The platform's own.
    pub is_private: bool,
}

record!(read TableDefinition {
    logical_name as "LogicalName",
    display_name as "DisplayName" or default,
    metadata_id as "MetadataId" or default,
    table_type as "TableType" or default,
    data_provider_id as "DataProviderId" or default,
    ownership_type as "OwnershipType" or default,
    is_intersect as "IsIntersect" or default,
    is_private as "IsPrivate" or default,
});

/// An element of `Attributes`.
#[derive(Debug)]
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
    /// Whether column security guards it; `None` where that was not told.
    pub is_secured: Option<bool>,
    /// The column this one mirrors.
    pub attribute_of: Option<String>,
    /// `RichText` and others; only text columns have it.
    pub format_name: Option<TypeName>,
}

record!(read Attribute {
    logical_name as "LogicalName",
    display_name as "DisplayName" or default,
    attribute_type as "AttributeType" or default,
    attribute_type_name as "AttributeTypeName" or default,
    is_valid_for_read as "IsValidForRead" or default,
    is_secured as "IsSecured" or default,
    attribute_of as "AttributeOf" or default,
    format_name as "FormatName" or default,
});

/// An `AttributeTypeDisplayName` and the like.
#[derive(Debug)]
pub struct TypeName {
    /// Such as `ImageType`.
    pub value: Option<String>,
}

record!(read TypeName { value as "Value" or default });

/// A row of `sdkmessagefilters`.
#[derive(Debug)]
pub struct MessageFilter {
    /// The table's logical name.
    pub primaryobjecttypecode: Option<String>,
}

record!(read MessageFilter { primaryobjecttypecode or default });

/// A row of `savedqueries`.
#[derive(Debug)]
pub struct SavedQuery {
    /// Primary key.
    pub savedqueryid: Guid,
    /// Name.
    pub name: Option<String>,
    /// 0 public, 4 Quick Find.
    pub querytype: i64,
    /// Default of its kind.
    pub isdefault: bool,
    /// The table.
    pub returnedtypecode: String,
    /// Columns in their order.
    pub layoutxml: Option<String>,
    /// The query.
    pub fetchxml: Option<String>,
}

record!(read SavedQuery {
    savedqueryid,
    name or default,
    querytype or default,
    isdefault or default,
    returnedtypecode,
    layoutxml or default,
    fetchxml or default,
});

/// A row of `entities`.
#[derive(Debug)]
pub struct EntityRow {
    /// Primary key.
    pub entityid: Guid,
    /// Logical name.
    pub logicalname: Option<String>,
}

record!(read EntityRow { entityid, logicalname or default });

/// A row of `organizations`.
#[derive(Debug)]
pub struct OrganizationRow {
    /// Primary key.
    pub organizationid: Guid,
    /// "Sync Teams chats with records"; missing in a generation without it.
    pub teamschatdatasync: Option<bool>,
}

record!(read OrganizationRow { organizationid, teamschatdatasync });

/// A row of `msdyn_appconfigurations`, an agent experience profile.
#[derive(Debug)]
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
    pub ismanaged: bool,
    /// Expanded: the users assigned to it.
    pub msdyn_appconfiguration_systemuser: Option<Vec<UserId>>,
    /// Where the rest of them is, if these are not all.
    pub more_users: Option<String>,
    /// Expanded: its panes, by relationship.
    pub msdyn_msdyn_paneconfig_msdyn_appconfig: Option<Vec<PaneId>>,
}

record!(read ProfileRow {
    msdyn_appconfigurationid,
    msdyn_name or default,
    msdyn_uniquename or default,
    msdyn_appmoduleuniquename or default,
    msdyn_productivitypaneuniquename or default,
    ismanaged,
    msdyn_appconfiguration_systemuser or default,
    more_users as "msdyn_appconfiguration_systemuser@odata.nextLink" or default,
    msdyn_msdyn_paneconfig_msdyn_appconfig or default,
});

/// A pane's id.
#[derive(Debug)]
pub struct PaneId {
    /// Primary key.
    pub msdyn_paneconfigurationid: Guid,
}

record!(read PaneId { msdyn_paneconfigurationid });

/// A row of `msdyn_panetabconfigurations`: a tool in a pane.
#[derive(Debug)]
pub struct PaneTabRow {
    /// Primary key.
    pub msdyn_panetabconfigurationid: Guid,
    /// Name.
    pub msdyn_name: Option<String>,
    /// Whether it is shown.
    pub msdyn_isenabled: Option<bool>,
    /// Expanded: the tool.
    pub tool: Option<ToolRow>,
    /// Expanded: the pane.
    pub pane: Option<PaneRow>,
}

record!(read PaneTabRow {
    msdyn_panetabconfigurationid,
    msdyn_name or default,
    msdyn_isenabled or default,
    tool as "msdyn_ToolId" or default,
    pane as "msdyn_ProductivityPaneId" or default,
});

/// A row of `msdyn_panetoolconfigurations`.
#[derive(Debug)]
pub struct ToolRow {
    /// Name.
    pub msdyn_name: Option<String>,
    /// Unique name.
    pub msdyn_uniquename: Option<String>,
    /// The control behind it.
    pub msdyn_controlname: Option<String>,
}

record!(read ToolRow { msdyn_name or default, msdyn_uniquename or default, msdyn_controlname or default });

/// A row of `msdyn_paneconfigurations`.
#[derive(Debug)]
pub struct PaneRow {
    /// Primary key.
    pub msdyn_paneconfigurationid: Option<Guid>,
    /// Unique name.
    pub msdyn_uniquename: Option<String>,
}

record!(read PaneRow { msdyn_paneconfigurationid or default, msdyn_uniquename or default });

/// A row of `msdyn_appprofilerolemappings`.
#[derive(Debug)]
pub struct RoleMappingRow {
    /// The profile.
    pub profile: Option<Guid>,
    /// The role.
    pub role: Option<Guid>,
}

record!(read RoleMappingRow {
    profile as "_msdyn_appprofileid_value" or default,
    role as "_msdyn_roleid_value" or default,
});
