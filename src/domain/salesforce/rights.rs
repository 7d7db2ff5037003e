//! Rights on objects and fields, and those the article promises the integration user (S000-24 to S000-43).

/// Rights on an object, as `ObjectPermissions` has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rights(u8);

impl Rights {
    /// None at all.
    pub const NONE: Self = Self(0);
    /// **Read**: `PermissionsRead`.
    pub const READ: Self = Self(1);
    /// **Create**: `PermissionsCreate`.
    pub const CREATE: Self = Self(2);
    /// **Edit**: `PermissionsEdit`.
    pub const EDIT: Self = Self(4);
    /// **Delete**: `PermissionsDelete`.
    pub const DELETE: Self = Self(8);
    /// **View All** (records): `PermissionsViewAllRecords`.
    pub const VIEW_ALL: Self = Self(16);
    /// **Modify All** (records): `PermissionsModifyAllRecords`.
    pub const MODIFY_ALL: Self = Self(32);

    /// **View All Fields**: `PermissionsViewAllFields`, since version 63 of the API.
    pub const VIEW_ALL_FIELDS: Self = Self(64);

    /// Both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those of these that are not among the others.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether all of the others are among these.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Each one that is among these, in the order of [`EACH`].
    pub fn each(self) -> impl Iterator<Item = &'static Right> {
        EACH.iter().filter(move |right| self.has(right.is))
    }
}

/// One right.
#[derive(Debug)]
pub struct Right {
    /// It.
    pub is: Rights,
    /// The column of `ObjectPermissions`.
    pub column: &'static str,
    /// The message that names it.
    pub name: &'static str,
}

const fn right(is: Rights, column: &'static str, name: &'static str) -> Right {
    Right { is, column, name }
}

/// All of them.
pub const EACH: [Right; 7] = [
    right(Rights::READ, "PermissionsRead", "salesforce-right-read"),
    right(Rights::CREATE, "PermissionsCreate", "salesforce-right-create"),
    right(Rights::EDIT, "PermissionsEdit", "salesforce-right-edit"),
    right(Rights::DELETE, "PermissionsDelete", "salesforce-right-delete"),
    right(
        Rights::VIEW_ALL,
        "PermissionsViewAllRecords",
        "salesforce-right-view-all",
    ),
    right(
        Rights::MODIFY_ALL,
        "PermissionsModifyAllRecords",
        "salesforce-right-modify-all",
    ),
    right(
        Rights::VIEW_ALL_FIELDS,
        "PermissionsViewAllFields",
        "salesforce-right-view-all-fields",
    ),
];

const READ_ALL: Rights = Rights::READ.and(Rights::VIEW_ALL);

/// What the integration user is promised on objects (S000-24 to S000-28).
pub const OBJECTS: [(&str, Rights); 5] = [
    ("Account", READ_ALL),
    ("Opportunity", READ_ALL),
    ("Lead", READ_ALL.and(Rights::EDIT)),
    ("Contact", READ_ALL),
    ("Product2", Rights::READ),
];

/// The fields it is promised to read (S000-29 to S000-43), as `FieldPermissions.Field` has them.
pub const FIELDS: [&str; 15] = [
    "Contact.AccountId",
    "Contact.Email",
    "Contact.MobilePhone",
    "Contact.Phone",
    "Contact.Title",
    "Opportunity.Amount",
    "Opportunity.AccountId",
    "Opportunity.ExpectedRevenue",
    "Lead.Email",
    "Lead.Title",
    "Lead.Description",
    "Lead.LeadSource",
    "Lead.Rating",
    "Lead.Phone",
    "Product2.Description",
];

/// The objects [`FIELDS`] are of, each once: whose description tells which fields permissions can be set for.
pub const DESCRIBED: [&str; 4] = ["Contact", "Opportunity", "Lead", "Product2"];

/// Rights of one person or one permission set, put together from several rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Held {
    /// Objects by API name.
    pub objects: Vec<(String, Rights)>,
    /// Fields that may be read, as `FieldPermissions.Field` has them, and whether they may be edited as well.
    pub fields: Vec<(String, bool)>,
    /// Rights on the whole organization, by column of `PermissionSet`.
    pub system: Vec<&'static str>,
}

/// **View All Data**.
pub const VIEW_ALL_DATA: &str = "PermissionsViewAllData";
/// **Modify All Data**.
pub const MODIFY_ALL_DATA: &str = "PermissionsModifyAllData";
/// **API Enabled**.
pub const API_ENABLED: &str = "PermissionsApiEnabled";

impl Held {
    /// More rights on an object.
    pub fn on_object(&mut self, object: &str, rights: Rights) {
        for (known, held) in &mut self.objects {
            if known.eq_ignore_ascii_case(object) {
                *held = held.and(rights);
                return;
            }
        }
        self.objects.push((object.to_owned(), rights));
    }

    /// A field that may be read.
    pub fn on_field(&mut self, field: &str, edit: bool) {
        for (known, may) in &mut self.fields {
            if known.eq_ignore_ascii_case(field) {
                *may |= edit;
                return;
            }
        }
        self.fields.push((field.to_owned(), edit));
    }

    /// A right on the whole organization.
    pub fn on_all(&mut self, column: &'static str) {
        if !self.system.contains(&column) {
            self.system.push(column);
        }
    }

    /// What may be done with an object, with what rights on the whole organization bring.
    pub fn rights(&self, object: &str) -> Rights {
        let mut rights = Rights::NONE;
        for (known, held) in &self.objects {
            if known.eq_ignore_ascii_case(object) {
                rights = rights.and(*held);
            }
        }
        if self.system.contains(&MODIFY_ALL_DATA) {
            for right in &EACH {
                rights = rights.and(right.is);
            }
        } else if self.system.contains(&VIEW_ALL_DATA) {
            rights = rights.and(READ_ALL);
        }
        rights
    }

    /// Whether a field may be read by a row of its own, or because everything may be.
    pub fn reads(&self, field: &str) -> bool {
        let object = field.split('.').next().unwrap_or_default();
        self.system.contains(&MODIFY_ALL_DATA)
            || self.rights(object).has(Rights::VIEW_ALL_FIELDS)
            || self.fields.iter().any(|(known, _)| known.eq_ignore_ascii_case(field))
    }
}
