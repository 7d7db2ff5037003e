//! Tables and columns as their metadata tells them (`EntityDefinitions`, `Attributes`), as far as Teams chat looks.

/// A table, from `EntityDefinitions`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// `LogicalName`.
    pub logical_name: String,
    /// `DisplayName` in the reader's language; the logical name where there is none.
    pub name: String,
    /// `MetadataId`: what a new row's `msdyn_entitytype` is bound to. That it equals `entityid` is assumed.
    pub metadata_id: Option<String>,
    /// `TableType`: `Standard`, `Activity`, `Virtual`, `Elastic`; older generations do not tell.
    pub table_type: Option<String>,
    /// `DataProviderId`.
    pub data_provider_id: Option<String>,
    /// `OwnershipType`: `UserOwned`, `TeamOwned`, `OrganizationOwned`, `BusinessOwned`, `None`.
    pub ownership: Option<String>,
    /// `IsIntersect`: the table only links two others, its rows are opened nowhere.
    pub intersect: bool,
    /// `IsPrivate`: the platform keeps the table to itself.
    pub private: bool,
    /// Whether `sdkmessagefilters` has an Update message for it; `None` as long as that has not been read.
    pub has_update_message: Option<bool>,
}

/// A column, from `Attributes`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Column {
    /// `LogicalName`.
    pub logical_name: String,
    /// `DisplayName` in the reader's language; the logical name where there is none.
    pub name: String,
    /// `AttributeType`. Image, File and multi-select choices all say `Virtual` here.
    pub attribute_type: String,
    /// `AttributeTypeName.Value`, which tells those apart.
    pub type_name: Option<String>,
    /// `IsValidForRead`.
    pub readable: bool,
    /// `IsSecured`: column security guards it; `None` where that was not told.
    pub secured: Option<bool>,
    /// `AttributeOf`: the column this one only mirrors (`prioritycodename` of `prioritycode`).
    pub attribute_of: Option<String>,
    /// `FormatName.Value` of text columns, such as `RichText`; `None` where it was not read.
    pub format: Option<String>,
}

/// What a column holds, as far as the rules tell kinds apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Participants of an activity.
    PartyList,
    /// A picture.
    Image,
    /// A whole number.
    Integer,
    /// A big whole number; whether the product counts it as Integer is unproven.
    BigInt,
    /// A file.
    File,
    /// Several choices at once.
    MultiSelect,
    /// `Virtual`, without a type name to tell which of the virtual kinds it is.
    UnknownVirtual,
    /// Anything else.
    Other,
}

impl Table {
    /// Whether the rows live elsewhere (S003-88). Activity and elastic tables have a data provider as well and say so in
    /// their `TableType`, so the provider decides only where the type does not (these values are unproven).
    pub fn is_virtual(&self) -> bool {
        match self.table_type.as_deref() {
            Some("Virtual") => true,
            Some("Standard" | "Activity" | "Elastic") => false,
            _ => self.data_provider_id.is_some(),
        }
    }

    /// Whether rows have an owner: without one, "Record owner can disconnect chats" helps nobody (S003-57). `None` where
    /// the metadata does not tell.
    pub fn has_owner(&self) -> Option<bool> {
        self.ownership
            .as_deref()
            .map(|ownership| matches!(ownership, "UserOwned" | "TeamOwned"))
    }
}

impl Column {
    /// What the column holds: the type's name decides; `AttributeType` where there is none.
    pub fn kind(&self) -> Kind {
        let name = self
            .type_name
            .as_deref()
            .map(|name| name.strip_suffix("Type").unwrap_or(name));
        match name.unwrap_or(&self.attribute_type) {
            "PartyList" => Kind::PartyList,
            "Image" => Kind::Image,
            "Integer" => Kind::Integer,
            "BigInt" => Kind::BigInt,
            "File" => Kind::File,
            "MultiSelectPicklist" => Kind::MultiSelect,
            "Virtual" => Kind::UnknownVirtual,
            _ => Kind::Other,
        }
    }

    /// Whether it holds formatted text, which may have images in it.
    pub fn is_rich_text(&self) -> bool {
        self.format
            .as_deref()
            .is_some_and(|format| format.eq_ignore_ascii_case("RichText"))
    }
}
