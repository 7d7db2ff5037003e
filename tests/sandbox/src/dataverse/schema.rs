//! Table definitions: columns, lookups, relationships. Read once from `tables.txt`.

use std::collections::BTreeMap;
use thiserror::Error;

/// Who owns the rows of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ownership {
    /// Rows have an owner, a user or a team.
    User,
    /// Rows belong to the organisation.
    Organization,
    /// Rows belong to a business unit.
    BusinessUnit,
    /// Rows of an intersect or metadata table.
    None,
}

impl Ownership {
    /// The word the metadata uses.
    pub fn word(self) -> &'static str {
        match self {
            Self::User => "UserOwned",
            Self::Organization => "OrganizationOwned",
            Self::BusinessUnit => "BusinessOwned",
            Self::None => "None",
        }
    }
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the Web API's own attribute types")]
pub enum Type {
    String,
    Memo,
    Boolean,
    Integer,
    BigInt,
    Decimal,
    Double,
    Money,
    DateTime,
    Uniqueidentifier,
    Picklist,
    MultiSelect,
    State,
    Status,
    Lookup,
    Owner,
    Customer,
    PartyList,
    Image,
    File,
    ManagedProperty,
}

impl Type {
    /// `AttributeType` of the metadata. Image, file and multi-select report `Virtual` (Web API, attribute metadata).
    pub fn attribute_type(&self) -> &'static str {
        match self {
            Self::String => "String",
            Self::Memo => "Memo",
            Self::Boolean => "Boolean",
            Self::Integer => "Integer",
            Self::BigInt => "BigInt",
            Self::Decimal => "Decimal",
            Self::Double => "Double",
            Self::Money => "Money",
            Self::DateTime => "DateTime",
            Self::Uniqueidentifier => "Uniqueidentifier",
            Self::Picklist => "Picklist",
            Self::State => "State",
            Self::Status => "Status",
            Self::Lookup => "Lookup",
            Self::Owner => "Owner",
            Self::Customer => "Customer",
            Self::PartyList => "PartyList",
            Self::ManagedProperty => "ManagedProperty",
            Self::MultiSelect | Self::Image | Self::File => "Virtual",
        }
    }

    /// `AttributeTypeName.Value` of the metadata.
    pub fn type_name(&self) -> String {
        match self {
            Self::MultiSelect => "MultiSelectPicklistType".into(),
            Self::Image => "ImageType".into(),
            Self::File => "FileType".into(),
            other => format!("{}Type", other.attribute_type()),
        }
    }

    /// The metadata type a cast URL names, without the namespace.
    pub fn metadata_type(&self) -> &'static str {
        match self {
            Self::String => "StringAttributeMetadata",
            Self::Memo => "MemoAttributeMetadata",
            Self::Boolean => "BooleanAttributeMetadata",
            Self::Integer => "IntegerAttributeMetadata",
            Self::BigInt => "BigIntAttributeMetadata",
            Self::Decimal => "DecimalAttributeMetadata",
            Self::Double => "DoubleAttributeMetadata",
            Self::Money => "MoneyAttributeMetadata",
            Self::DateTime => "DateTimeAttributeMetadata",
            Self::Uniqueidentifier => "UniqueIdentifierAttributeMetadata",
            Self::Picklist => "PicklistAttributeMetadata",
            Self::MultiSelect => "MultiSelectPicklistAttributeMetadata",
            Self::State => "StateAttributeMetadata",
            Self::Status => "StatusAttributeMetadata",
            Self::Lookup | Self::Owner | Self::Customer | Self::PartyList => "LookupAttributeMetadata",
            Self::Image => "ImageAttributeMetadata",
            Self::File => "FileAttributeMetadata",
            Self::ManagedProperty => "ManagedPropertyAttributeMetadata",
        }
    }

    /// Whether the column refers to rows, so that it is read as `_name_value`.
    pub fn is_lookup(&self) -> bool {
        matches!(self, Self::Lookup | Self::Owner | Self::Customer)
    }
}

/// One table a lookup may point to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Logical name of the table.
    pub table: String,
    /// Single-valued navigation property on the referring table.
    pub nav: String,
    /// Collection-valued navigation property on the referred table; also the relationship's schema name.
    pub collection: String,
}

/// One column.
#[derive(Debug, Clone)]
pub struct Column {
    /// Logical name.
    pub name: String,
    /// What it holds.
    pub kind: Type,
    /// Longest text.
    pub max_length: Option<usize>,
    /// Whether forms ask for it; the Web API does not insist.
    pub required: bool,
    /// Whether the system itself insists on it.
    pub system_required: bool,
    /// Whether column security guards it.
    pub secured: bool,
    /// `Format` and `FormatName` of the metadata, where it is not the usual one.
    pub format: Option<String>,
    /// Whether callers may write it.
    pub writable: bool,
    /// Only in today's generation.
    pub recent: bool,
    /// Value of a new row.
    pub default: Option<serde_json::Value>,
    /// Choices with labels.
    pub options: Vec<(i64, String)>,
    /// Tables a lookup may point to.
    pub targets: Vec<Target>,
    /// Label in English.
    pub display: String,
}

impl Column {
    /// The name rows are read under: `_name_value` for lookups.
    pub fn property(&self) -> String {
        if self.kind.is_lookup() {
            format!("_{}_value", self.name)
        } else {
            self.name.clone()
        }
    }
}

/// One table.
#[derive(Debug, Clone)]
pub struct TableDef {
    /// Logical name.
    pub logical: String,
    /// Entity set.
    pub set: String,
    /// Schema name.
    pub schema_name: String,
    /// Primary id column.
    pub id: String,
    /// Primary name column.
    pub name: Option<String>,
    /// Who owns rows.
    pub ownership: Ownership,
    /// Object type code.
    pub otc: i64,
    /// Name part of its privileges (`prvRead<part>`); none for tables anyone signed in may read.
    pub privilege: Option<String>,
    /// Alternate keys.
    pub keys: Vec<Vec<String>>,
    /// `Standard`, `Virtual`, `Elastic` or `Intersect`.
    pub kind: String,
    /// Whether changes wait, unpublished, until they are published.
    pub drafts: bool,
    /// Whether the Update message has a filter for it.
    pub updates: bool,
    /// Whether people may look for its rows (`IsValidForAdvancedFind`).
    pub findable: bool,
    /// Whether its privileges reach own rows only.
    pub basic_only: bool,
    /// Columns by logical name.
    pub columns: BTreeMap<String, Column>,
    /// Label in English, singular and plural.
    pub display: (String, String),
}

impl TableDef {
    /// A column by the name a client uses: logical, or `_name_value`. The flag tells which.
    pub fn property(&self, name: &str) -> Option<(&Column, bool)> {
        if let Some(column) = self.columns.get(name) {
            return Some((column, false));
        }
        let inner = name.strip_prefix('_')?.strip_suffix("_value")?;
        let column = self.columns.get(inner)?;
        column.kind.is_lookup().then_some((column, true))
    }

    /// The lookup behind a single-valued navigation property.
    pub fn lookup_by_nav(&self, nav: &str) -> Option<(&Column, &Target)> {
        self.columns
            .values()
            .find_map(|column| column.targets.iter().find(|t| t.nav == nav).map(|t| (column, t)))
    }

    /// Qualified name of the entity type.
    pub fn type_name(&self) -> String {
        format!("Microsoft.Dynamics.CRM.{}", self.logical)
    }
}

/// A many-to-many relationship over an intersect table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ManyToMany {
    /// Navigation property, the same on both sides, and schema name.
    pub nav: String,
    /// Logical name of the intersect table.
    pub intersect: String,
    /// The two sides: table and the intersect's column.
    pub sides: [(String, String); 2],
}

impl ManyToMany {
    /// The near and far side seen from `table`: (near column, far table, far column).
    pub fn from(&self, table: &str) -> Option<(&str, &str, &str)> {
        let [(a, a_col), (b, b_col)] = &self.sides;
        if a == table {
            Some((a_col, b, b_col))
        } else if b == table {
            Some((b_col, a, a_col))
        } else {
            None
        }
    }
}

/// A fault in the declarations themselves.
#[derive(Debug, Error)]
#[error("tables.txt line {line}: {what}")]
pub struct SchemaError {
    line: usize,
    what: String,
}

/// All tables of the organisation.
#[derive(Debug, Clone, Default)]
pub struct Schema {
    /// Tables by logical name.
    pub tables: BTreeMap<String, TableDef>,
    /// Many-to-many relationships.
    pub links: Vec<ManyToMany>,
    sets: BTreeMap<String, String>,
}

impl Schema {
    /// The declared schema; without today's columns when `recent` is false.
    ///
    /// # Errors
    /// When the declarations cannot be read, which the tests rule out.
    pub fn load(recent: bool) -> Result<Self, SchemaError> {
        let mut schema =
            super::declare::parse(include_str!("tables.txt")).map_err(|(line, what)| SchemaError { line, what })?;
        for table in schema.tables.values_mut() {
            table.columns.retain(|_, column| recent || !column.recent);
        }
        schema.sets = schema
            .tables
            .values()
            .map(|t| (t.set.clone(), t.logical.clone()))
            .collect();
        Ok(schema)
    }

    /// A table by logical name.
    pub fn table(&self, logical: &str) -> Option<&TableDef> {
        self.tables.get(logical)
    }

    /// A table by entity set.
    pub fn by_set(&self, set: &str) -> Option<&TableDef> {
        self.tables.get(self.sets.get(set)?)
    }

    /// The many-to-many relationship `nav` as seen from `table`.
    pub fn link(&self, table: &str, nav: &str) -> Option<&ManyToMany> {
        self.links.iter().find(|l| l.nav == nav && l.from(table).is_some())
    }

    /// The referring table and lookup behind a collection-valued navigation property of `table`.
    pub fn referrers(&self, table: &str, nav: &str) -> Option<(&TableDef, &Column)> {
        self.tables.values().find_map(|t| {
            t.columns
                .values()
                .find(|c| {
                    c.targets
                        .iter()
                        .any(|target| target.table == table && target.collection == nav)
                })
                .map(|c| (t, c))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Schema;

    #[test]
    fn every_lookup_and_link_leads_to_a_declared_table() {
        let schema = Schema::load(true).unwrap();
        for table in schema.tables.values() {
            for column in table.columns.values() {
                for target in &column.targets {
                    assert!(
                        schema.table(&target.table).is_some(),
                        "{}.{}",
                        table.logical,
                        column.name
                    );
                }
                assert!(
                    !column.kind.is_lookup() || !column.targets.is_empty(),
                    "{}.{}",
                    table.logical,
                    column.name
                );
            }
            assert!(table.columns.contains_key(&table.id), "{}", table.logical);
        }
        for link in &schema.links {
            let intersect = schema.table(&link.intersect).expect(&link.intersect);
            for (table, column) in &link.sides {
                assert!(
                    schema.table(table).is_some() && intersect.columns.contains_key(column),
                    "{}",
                    link.nav
                );
            }
        }
    }

    #[test]
    fn the_older_generation_lacks_key_update_columns() {
        let old = Schema::load(false).unwrap();
        let table = old.table("msdyn_entitylinkchatconfiguration").unwrap();
        assert!(!table.columns.contains_key("msdyn_isenabledforbot"));
        assert!(table.columns.contains_key("msdyn_recordownercanunlink"));
    }
}
