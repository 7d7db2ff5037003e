//! The objects: their fields, what may be written, where they lead. Names, kinds and calls are those of the Object
//! Reference; only fields that a setup of connections and rights looks at are here.

use std::collections::BTreeMap;

/// User permissions, without the `Permissions` of their columns, and what Setup calls them. That the right to let an
/// uninstalled app in is named so is unproven.
pub const PERMISSIONS: [(&str, &str); 24] = [
    ("ActivitiesAccess", "Access Activities"),
    ("ApiEnabled", "API Enabled"),
    ("ApiUserOnly", "Api Only User"),
    ("ApproveUninstalledConnectedApps", "Approve Uninstalled Connected Apps"),
    ("AssignPermissionSets", "Assign Permission Sets"),
    ("CustomizeApplication", "Customize Application"),
    ("EditEvent", "Edit Events"),
    ("EditTask", "Edit Tasks"),
    ("LightningExperienceUser", "Lightning Experience User"),
    ("ManageDataIntegrations", "Manage Data Integrations"),
    ("ManageInternalUsers", "Manage Internal Users"),
    ("ManageProfilesPermissionsets", "Manage Profiles and Permission Sets"),
    ("ManageRemoteAccess", "Manage Connected Apps"),
    ("ManageUsers", "Manage Users"),
    ("ModifyAllData", "Modify All Data"),
    ("ModifyMetadata", "Modify Metadata Through Metadata API Functions"),
    ("PasswordNeverExpires", "Password Never Expires"),
    ("ResetPasswords", "Reset User Passwords and Unlock Users"),
    ("RunReports", "Run Reports"),
    ("UseAnyApiClient", "Use Any API Client"),
    ("ViewAllData", "View All Data"),
    ("ViewAllUsers", "View All Users"),
    ("ViewRoles", "View Roles and Role Hierarchy"),
    ("ViewSetup", "View Setup and Configuration"),
];

/// What a permission needs beside it, where it needs something.
pub const DEPENDS: [(&str, &[&str]); 8] = [
    ("CustomizeApplication", &["ViewSetup"]),
    ("ManageInternalUsers", &["ViewSetup", "ViewAllUsers"]),
    ("ManageProfilesPermissionsets", &["ViewSetup"]),
    ("ManageRemoteAccess", &["ViewSetup"]),
    ("ManageUsers", &["ViewSetup", "ManageInternalUsers"]),
    ("AssignPermissionSets", &["ViewSetup"]),
    ("ModifyAllData", &["ViewAllData"]),
    ("ViewAllData", &["ViewSetup"]),
];

/// Kind of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Id of the record.
    Id,
    /// Id of another record.
    Reference,
    /// Text of any kind that is compared without case.
    Text(&'static str),
    /// True or false.
    Boolean,
    /// A whole number or an amount.
    Number(&'static str),
    /// A moment.
    DateTime,
}

impl Kind {
    fn named(name: &str) -> Self {
        match name {
            "ref" => Self::Reference,
            "bool" => Self::Boolean,
            "int" => Self::Number("int"),
            "currency" => Self::Number("currency"),
            "datetime" => Self::DateTime,
            "email" => Self::Text("email"),
            "phone" => Self::Text("phone"),
            "picklist" => Self::Text("picklist"),
            "textarea" => Self::Text("textarea"),
            "date" => Self::Text("date"),
            "url" => Self::Text("url"),
            _ => Self::Text("string"),
        }
    }

    /// As describe calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Reference => "reference",
            Self::Text(name) | Self::Number(name) => name,
            Self::Boolean => "boolean",
            Self::DateTime => "datetime",
        }
    }
}

/// A field.
#[derive(Debug, Clone)]
pub struct Field {
    /// API name.
    pub name: String,
    /// Kind.
    pub kind: Kind,
    /// Name of the relationship and the object it leads to.
    pub to: Option<(&'static str, &'static str)>,
    /// May be said at creation.
    pub create: bool,
    /// May be changed.
    pub update: bool,
    /// Must be said at creation.
    pub required: bool,
    /// Field-level security applies.
    pub permissionable: bool,
    /// Computed, so that nobody edits it.
    pub calculated: bool,
}

/// An object.
#[derive(Debug, Clone)]
pub struct Object {
    /// API name.
    pub name: &'static str,
    /// Key prefix of its ids.
    pub prefix: &'static str,
    /// Letters of the calls it takes: create, read, update, delete.
    pub calls: &'static str,
    /// Whether only holders of View Setup and Configuration reach it (API version 49 and later).
    pub setup: bool,
    /// Whether object permissions are held against it.
    pub permissioned: bool,
    /// Fields in the order of describe.
    pub fields: Vec<Field>,
}

impl Object {
    /// A field by name, in any case.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name.eq_ignore_ascii_case(name))
    }

    /// The field behind a relationship's name.
    pub fn relationship(&self, name: &str) -> Option<(&Field, &'static str)> {
        self.fields.iter().find_map(|field| {
            let (relationship, target) = field.to?;
            relationship.eq_ignore_ascii_case(name).then_some((field, target))
        })
    }
}

/// One line per object: name, key prefix, calls, marks, then `field:kind:flags:Relationship>Target`. Flags: `c` create,
/// `u` update, `!` required, `p` permissionable, `f` formula. Marks: `setup`, `audit` (who made and changed it when),
/// `made` (who made it when), `data` (object permissions apply), `permissions` (has the columns of them).
const OBJECTS: &[&str] = &[
    "Organization 00D ru audit Name:text:u OrganizationType:picklist: IsSandbox:bool: InstanceName:picklist: TrialExpirationDate:datetime: NamespacePrefix:text: LanguageLocaleKey:picklist:u PrimaryContact:text:u Country:text:u",
    "User 005 cru audit Username:text:cu! LastName:text:cu! FirstName:text:cu Name:text: CompanyName:text:cu Email:email:cu! Alias:text:cu! IsActive:bool:cu ProfileId:ref:cu!:Profile>Profile FederationIdentifier:text:cu UserType:picklist: LanguageLocaleKey:picklist:cu! LocaleSidKey:picklist:cu! TimeZoneSidKey:picklist:cu! EmailEncodingKey:picklist:cu! Title:text:cu Department:text:cu ManagerId:ref:cu:Manager>User LastLoginDate:datetime:",
    "Profile 00e r setup,audit,permissions Name:text: UserLicenseId:ref::UserLicense>UserLicense UserType:picklist: Description:text:",
    "UserLicense 100 r made Name:text: MasterLabel:text: LicenseDefinitionKey:text: Status:picklist: TotalLicenses:int: UsedLicenses:int:",
    "PermissionSet 0PS crud setup,audit,permissions Name:text:cu! Label:text:cu! Description:textarea:cu LicenseId:ref:c:License>UserLicense ProfileId:ref::Profile>Profile IsOwnedByProfile:bool: IsCustom:bool: Type:picklist: NamespacePrefix:text: HasActivationRequired:bool:cu PermissionSetGroupId:ref::PermissionSetGroup>PermissionSetGroup",
    "PermissionSetGroup 0PG r setup,audit DeveloperName:text: MasterLabel:text: Description:textarea: Status:picklist: NamespacePrefix:text:",
    "PermissionSetGroupComponent 0PT r setup,audit PermissionSetGroupId:ref::PermissionSetGroup>PermissionSetGroup PermissionSetId:ref::PermissionSet>PermissionSet",
    "PermissionSetAssignment 0Pa crd setup PermissionSetId:ref:c:PermissionSet>PermissionSet PermissionSetGroupId:ref:c:PermissionSetGroup>PermissionSetGroup AssigneeId:ref:c!:Assignee>User ExpirationDate:datetime:c IsActive:bool: SystemModstamp:datetime:",
    "ObjectPermissions 110 crud setup,audit ParentId:ref:c!:Parent>PermissionSet SobjectType:picklist:c! PermissionsCreate:bool:cu PermissionsRead:bool:cu PermissionsEdit:bool:cu PermissionsDelete:bool:cu PermissionsViewAllRecords:bool:cu PermissionsModifyAllRecords:bool:cu PermissionsViewAllFields:bool:cu",
    "FieldPermissions 01k crud setup ParentId:ref:c!:Parent>PermissionSet SobjectType:picklist:c! Field:picklist:c! PermissionsEdit:bool:cu PermissionsRead:bool:cu SystemModstamp:datetime:",
    "SetupEntityAccess 0J0 crd setup ParentId:ref:c!:Parent>PermissionSet SetupEntityId:ref:c! SetupEntityType:picklist: SystemModstamp:datetime:",
    "ConnectedApplication 0H4 r setup,audit Name:text: MobileSessionTimeout:picklist: PinLength:picklist: StartUrl:url: MobileStartUrl:url: RefreshTokenValidityPeriod:int: OptionsAllowAdminApprovedUsersOnly:bool: OptionsRefreshTokenValidityMetric:bool: OptionsHasSessionLevelPolicy:bool: OptionsIsInternal:bool: OptionsFullContentPushNotifications:bool: UvidTimeout:int: NamedUserUvidTimeout:int:",
    "ExternalClientApplication 0xI r setup,audit DeveloperName:text: MasterLabel:text: Language:picklist: Description:text: ContactEmail:text: DistributionState:picklist:",
    "OauthToken 0CQ r setup AppName:text: UserId:ref::User>User AppMenuItemId:ref::AppMenuItem>AppMenuItem UseCount:int: LastUsedDate:datetime: CreatedDate:datetime:",
    "AppMenuItem 0DS r audit Name:text: Label:text: ApplicationId:ref: Type:picklist: IsUsingAdminAuthorization:bool: IsAccessible:bool:",
    "SetupAuditTrail 0Ym r setup,made Action:text: Section:text: Display:text: DelegateUser:text: ResponsibleNamespacePrefix:text:",
    "Account 001 r audit,data Name:text:cu! AccountNumber:text:cup Type:picklist:cup Industry:picklist:cup Phone:phone:cup Website:url:cup Description:textarea:cup AnnualRevenue:currency:cup OwnerId:ref:cu:Owner>User",
    "Contact 003 r audit,data LastName:text:cu! FirstName:text:cu Name:text: AccountId:ref:cup:Account>Account Email:email:cup MobilePhone:phone:cup Phone:phone:cup Title:text:cup Department:text:cup Description:textarea:cup Region__c:picklist:cup OwnerId:ref:cu:Owner>User",
    "Opportunity 006 r audit,data Name:text:cu! AccountId:ref:cup:Account>Account Amount:currency:cup ExpectedRevenue:currency:pf StageName:picklist:cu! CloseDate:date:cu! Probability:int:cup Description:textarea:cup NextStep:text:cup Renewal_Risk__c:picklist:cup OwnerId:ref:cu:Owner>User",
    "Lead 00Q r audit,data LastName:text:cu! FirstName:text:cu Name:text: Company:text:cu! Status:picklist:cu! Email:email:cup Title:text:cup Description:textarea:cup LeadSource:picklist:cup Rating:picklist:cup Phone:phone:cup Industry:picklist:cup Segment__c:picklist:cup OwnerId:ref:cu:Owner>User",
    "Product2 01t r audit,data Name:text:cu! ProductCode:text:cup Description:textarea:cup Family:picklist:cup IsActive:bool:cup",
    "Task 00T r audit Subject:text:cup Description:textarea:cup ActivityDate:date:cup WhoId:ref:cup WhatId:ref:cup Type:picklist:cup Status:picklist:cu! Priority:picklist:cu! OwnerId:ref:cu!:Owner>User",
    "Event 00U r audit Subject:text:cup Description:textarea:cup ActivityDate:date:cup WhoId:ref:cup WhatId:ref:cup Type:picklist:cup Location:text:cup OwnerId:ref:cu!:Owner>User",
];

fn field(name: &str, kind: Kind, flags: &str, to: Option<(&'static str, &'static str)>) -> Field {
    Field {
        name: name.to_owned(),
        kind,
        to,
        create: flags.contains('c'),
        update: flags.contains('u'),
        required: flags.contains('!'),
        permissionable: flags.contains('p'),
        calculated: flags.contains('f'),
    }
}

fn object(line: &'static str) -> Option<Object> {
    let mut words = line.split(' ');
    let (name, prefix, calls) = (words.next()?, words.next()?, words.next()?);
    let marks: Vec<&str> = words.next()?.split(',').collect();
    let mut fields = vec![field("Id", Kind::Id, "", None)];
    for word in words {
        let mut parts = word.split(':');
        let (name, kind, flags) = (parts.next()?, parts.next()?, parts.next()?);
        let to = parts.next().and_then(|to| to.split_once('>'));
        fields.push(field(name, Kind::named(kind), flags, to));
    }
    if marks.contains(&"permissions") {
        for (permission, _) in PERMISSIONS {
            let flags = if name == "PermissionSet" { "cu" } else { "" };
            fields.push(field(&format!("Permissions{permission}"), Kind::Boolean, flags, None));
        }
    }
    if marks.contains(&"audit") || marks.contains(&"made") {
        fields.push(field("CreatedDate", Kind::DateTime, "", None));
        fields.push(field("CreatedById", Kind::Reference, "", Some(("CreatedBy", "User"))));
    }
    if marks.contains(&"audit") {
        fields.push(field("LastModifiedDate", Kind::DateTime, "", None));
        fields.push(field(
            "LastModifiedById",
            Kind::Reference,
            "",
            Some(("LastModifiedBy", "User")),
        ));
        fields.push(field("SystemModstamp", Kind::DateTime, "", None));
    }
    Some(Object {
        name,
        prefix,
        calls,
        setup: marks.contains(&"setup"),
        permissioned: marks.contains(&"data"),
        fields,
    })
}

/// All objects.
#[derive(Debug, Clone)]
pub struct Schema {
    objects: BTreeMap<String, Object>,
}

impl Schema {
    /// Builds them; `implicit` names fields, as `Object.Field`, that field-level security does not apply to here.
    pub fn new(implicit: &[&str]) -> Self {
        let mut objects: BTreeMap<String, Object> = OBJECTS
            .iter()
            .filter_map(|line| object(line))
            .map(|object| (object.name.to_lowercase(), object))
            .collect();
        for name in implicit {
            if let Some((object, field)) = name.split_once('.')
                && let Some(object) = objects.get_mut(&object.to_lowercase())
                && let Some(field) = object.fields.iter_mut().find(|each| each.name == field)
            {
                field.permissionable = false;
            }
        }
        Self { objects }
    }

    /// An object by name, in any case.
    pub fn object(&self, name: &str) -> Option<&Object> {
        self.objects.get(&name.to_lowercase())
    }

    /// The object whose ids begin so.
    pub fn by_prefix(&self, id: &str) -> Option<&Object> {
        self.objects.values().find(|object| id.get(..3) == Some(object.prefix))
    }

    /// Every object, by name.
    pub fn all(&self) -> impl Iterator<Item = &Object> {
        self.objects.values()
    }

    /// Keeps an object from everybody.
    pub fn hide(&mut self, name: &str) {
        if let Some(object) = self.objects.get_mut(&name.to_lowercase()) {
            object.calls = "";
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_an_object_and_every_relationship_leads_to_one() {
        let schema = Schema::new(&[]);
        assert_eq!(schema.all().count(), OBJECTS.len());
        for object in schema.all() {
            for field in &object.fields {
                let (_, target) = field.to.unwrap_or(("", object.name));
                assert!(schema.object(target).is_some(), "{}.{}", object.name, field.name);
            }
        }
        for (name, needs) in DEPENDS {
            for name in needs.iter().chain([&name]) {
                assert!(PERMISSIONS.iter().any(|(known, _)| known == name), "{name}");
            }
        }
    }
}
