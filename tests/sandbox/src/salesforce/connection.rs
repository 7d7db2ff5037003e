//! The sales agent's server-to-server connection, as its own service makes and deletes it in the org: app, integration
//! user, permission set. What is done is the article's (*Connect your agents to a data source*); how it is done behind
//! the page, and what the permission set is called as a developer, is published nowhere.

use super::cast::API_ONLY;
use super::store::{Records, Row, flag, text};
use super::{Salesforce, World, id};
use crate::dataverse::cast::GLOBAL_ADMINISTRATOR;
use crate::entra::OTHER_TENANT;
use crate::ident::Guid;
use serde_json::{Map, Value, json};

/// Object permissions the article promises: object, letters for create, read, edit, delete, view all.
const OBJECTS: [(&str, &str); 5] = [
    ("Account", "rv"),
    ("Opportunity", "rv"),
    ("Lead", "rev"),
    ("Contact", "rv"),
    ("Product2", "r"),
];
/// Fields the article promises to be read.
const FIELDS: [&str; 15] = [
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
/// Seconds it takes to establish, unless the state says otherwise.
const DELAY: i64 = 20;

/// What is under way or was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// No connection.
    Off,
    /// Being established.
    Connecting,
    /// Established.
    Connected,
    /// Being deleted.
    Disconnecting,
    /// It could not be established.
    Failed,
}

const STATUSES: [(Status, &str); 5] = [
    (Status::Off, "off"),
    (Status::Connecting, "connecting"),
    (Status::Connected, "connected"),
    (Status::Disconnecting, "disconnecting"),
    (Status::Failed, "failed"),
];

/// The connection of this tenant.
#[derive(Debug, Clone)]
pub struct Connection {
    /// What is under way or was reached.
    pub status: Status,
    /// When what is under way ends, in seconds since 1970.
    due: i64,
    /// Seconds it takes.
    delay: i64,
    /// Another data source's, of no concern to Salesforce: whether access is on, and how often it was saved or made anew.
    other: (bool, u64),
    /// Fields, as `Object.Field`, that the agent was configured to read besides.
    fields: Vec<String>,
    /// This tenant, and what its components are named by.
    tenant: String,
    names: Names,
    /// Whether the user's record goes with the connection, or only becomes inactive.
    user_goes: bool,
    /// Whether the permission set goes as well.
    set_goes: bool,
}

/// What the components are called; it drifted.
#[derive(Debug, Clone, Copy)]
struct Names {
    product: &'static str,
    app: &'static str,
    object: &'static str,
}

impl Names {
    fn of(dialect: &str) -> Self {
        let (product, app, object) = match dialect {
            "2026" => ("M365 Copilot Sales", "connected app", "ConnectedApplication"),
            "external" => ("M365 Copilot Sales", "external client app", "ExternalClientApplication"),
            _ => ("Copilot for Sales", "connected app", "ConnectedApplication"),
        };
        Self { product, app, object }
    }
}

impl Connection {
    /// None yet; `answers` tells the chosen answer of a dialect.
    pub fn new(tenant: &str, answers: &dyn Fn(&str) -> String) -> Self {
        Self {
            status: Status::Off,
            due: 0,
            delay: DELAY,
            other: (false, 0),
            fields: Vec::new(),
            tenant: tenant.to_owned(),
            names: Names::of(&answers("appnames")),
            user_goes: answers("userremoval") == "deleted",
            set_goes: answers("setremoval") == "deleted",
        }
    }

    /// Its part of the state document.
    pub fn document(&self) -> Value {
        let status = STATUSES.iter().find(|(status, _)| *status == self.status);
        let (access, saved) = self.other;
        json!({"status": status.map(|(_, name)| name), "fields": self.fields, "delay_s": self.delay,
               "other": {"access": access, "saved": saved}})
    }

    /// Reads its part; what it does not name stays.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(&self, document: &Value) -> Result<Self, String> {
        let mut read = self.clone();
        for (name, value) in document.as_object().ok_or("'connection' is not an object")? {
            match name.as_str() {
                "status" => {
                    let known = STATUSES.iter().find(|(_, name)| value.as_str() == Some(name));
                    read.status = known
                        .map(|(status, _)| *status)
                        .ok_or("'connection' has no such status")?;
                }
                "delay_s" => read.delay = value.as_i64().ok_or("'delay_s' is not a number")?,
                "other" => {
                    let access = value.get("access").and_then(Value::as_bool);
                    let saved = value.get("saved").and_then(Value::as_u64);
                    read.other = (access.ok_or("'other' has no 'access'")?, saved.unwrap_or_default());
                }
                "fields" => {
                    let fields = value.as_array().ok_or("'fields' is not a list")?;
                    read.fields = fields.iter().filter_map(Value::as_str).map(str::to_owned).collect();
                }
                other => return Err(format!("'connection' has no '{other}'")),
            }
        }
        Ok(read)
    }
}

impl Connection {
    /// Whether the other data source's access is on.
    pub const fn other(&self) -> bool {
        self.other.0
    }

    /// The other data source's is saved, or made anew.
    pub const fn set_other(&mut self, access: bool) {
        self.other = (access, self.other.1 + 1);
    }
}

/// What a person may see and do on the settings page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Fields were configured that the connection was not made for.
    Fields,
    /// Something of it was deleted or switched off in Salesforce.
    Broken,
    /// It could not be established.
    Failed,
}

impl Salesforce {
    /// Whether somebody of the tenant administers this CRM: by the profile, not by a permission set (privileges.md).
    pub fn administers(&self, upn: &str) -> bool {
        let user = self.person(upn).filter(|user| flag(user, "IsActive"));
        let profile = user.and_then(|user| self.records.get("Profile", text(user, "ProfileId")));
        profile.is_some_and(|profile| {
            flag(profile, "PermissionsModifyAllData") || flag(profile, "PermissionsManageDataIntegrations")
        })
    }

    /// This tenant's record of a kind.
    fn component(&self, object: &str) -> Option<&Row> {
        let own = |row: &&Row| text(row, "MadeBy") == self.connection.tenant;
        let mut rows = self.records.all(object).filter(own);
        rows.find(|row| object != "User" || flag(row, "IsActive"))
    }

    fn app(&self) -> Option<&Row> {
        self.component(self.connection.names.object)
    }

    /// What keeps the connection from working; the page says so.
    pub fn trouble(&self) -> Option<Trouble> {
        match self.connection.status {
            Status::Failed => return Some(Trouble::Failed),
            Status::Connected => {}
            _ => return None,
        }
        let (Some(_), Some(_), Some(set)) = (self.app(), self.component("User"), self.component("PermissionSet"))
        else {
            return Some(Trouble::Broken);
        };
        let granted = |field: &&String| {
            self.records
                .all("FieldPermissions")
                .any(|row| text(row, "ParentId") == text(set, "Id") && text(row, "Field") == *field)
        };
        let implied = |field: &&String| {
            let parts = field.split_once('.');
            let described = parts.and_then(|(object, name)| self.schema.object(object)?.field(name));
            described.is_some_and(|field| !field.permissionable)
        };
        let lacks = |field: &&String| !granted(field) && !implied(field);
        self.connection
            .fields
            .iter()
            .any(|field| lacks(&field))
            .then_some(Trouble::Fields)
    }

    /// Names of app and integration user, once established.
    pub fn details(&self) -> Option<(String, String)> {
        if self.connection.status != Status::Connected {
            return None;
        }
        let app = self.app()?;
        let name = if app.contains_key("Name") {
            "Name"
        } else {
            "MasterLabel"
        };
        Some((
            text(app, name).to_owned(),
            text(self.component("User")?, "Name").to_owned(),
        ))
    }
}

impl World<'_> {
    /// Ends what is under way and due.
    pub fn pass(&mut self) {
        if self.org.connection.due > self.clock.now() {
            return;
        }
        match self.org.connection.status {
            Status::Connecting => {
                let tenant = self.org.connection.tenant.clone();
                self.org.connection.status = if self.establish(&tenant) {
                    Status::Connected
                } else {
                    Status::Failed
                };
            }
            Status::Disconnecting => {
                self.delete_components();
                self.org.connection.status = Status::Off;
            }
            _ => {}
        }
    }

    /// What another tenant's connection left here.
    pub fn connected_elsewhere(&mut self) {
        let tenant = Guid::derive("tenant", OTHER_TENANT).to_string();
        self.establish(&tenant);
    }

    /// **Turn on access** saved, or off.
    pub fn set_access(&mut self, on: bool) {
        let standing = matches!(
            self.org.connection.status,
            Status::Connecting | Status::Connected | Status::Failed
        );
        if on == standing {
            return;
        }
        self.org.connection.status = if on { Status::Connecting } else { Status::Disconnecting };
        self.org.connection.due = self.clock.now() + self.org.connection.delay;
    }

    /// **Reconnect**: the existing connection is deleted, a new one made.
    pub fn reconnect(&mut self) {
        self.delete_components();
        self.org.connection.status = Status::Connecting;
        self.org.connection.due = self.clock.now() + self.org.connection.delay;
    }

    /// Makes the components for a tenant; false where some of that name are there already, since one environment of
    /// Salesforce takes one tenant. What is said then is published nowhere.
    fn establish(&mut self, tenant: &str) -> bool {
        let Names { product, app, object } = self.org.connection.names;
        let (label, person) = (
            format!("{product} permission set"),
            format!("{product} integration user"),
        );
        let developer = label.replace(' ', "_");
        let taken = |row: &Row| text(row, "Name") == developer && text(row, "MadeBy") != tenant;
        if self.org.records.all("PermissionSet").any(taken) {
            return false;
        }
        forget_sets(&mut self.org.records, tenant);
        let by = self.administrator();
        let name = format!("{product} {app}");
        let mut values = json!({"MadeBy": tenant, "ConsumerKey": self.mint.handle(), "RefreshTokenPolicy": "infinite"});
        let named = if object == "ConnectedApplication" {
            json!({"Name": name, "OptionsAllowAdminApprovedUsersOnly": true, "IpRelaxation": "BYPASS"})
        } else {
            json!({"MasterLabel": name, "DeveloperName": name.replace(' ', "_"), "DistributionState": "Local",
                   "PermittedUsers": "AdminApprovedPreAuthorized", "IpRelaxation": "Bypass"})
        };
        add(&mut values, named);
        let app = self.make(object, values, &by);
        let set = self.make(
            "PermissionSet",
            json!({"Name": developer, "Label": label, "Type": "Regular", "IsCustom": true, "MadeBy": tenant,
                   "PermissionsApiEnabled": true}),
            &by,
        );
        for (object, letters) in OBJECTS {
            let rights = json!({
                "ParentId": set, "SobjectType": object, "PermissionsRead": true, "PermissionsEdit": letters.contains('e'),
                "PermissionsViewAllRecords": letters.contains('v'),
            });
            self.make("ObjectPermissions", rights, &by);
        }
        let mut fields: Vec<String> = FIELDS.iter().map(|field| (*field).to_owned()).collect();
        fields.extend(self.org.connection.fields.clone());
        for field in fields {
            let Some((object, name)) = field.split_once('.') else {
                continue;
            };
            let known = self.org.schema.object(object).and_then(|object| object.field(name));
            if known.is_some_and(|field| field.permissionable) {
                let rights = json!({"ParentId": set, "SobjectType": object, "Field": field, "PermissionsRead": true});
                self.make("FieldPermissions", rights, &by);
            }
        }
        let mark = id::short(&app).to_lowercase();
        let user = json!({
            "LastName": person, "Name": person, "Username": format!("{mark}@salesagent.contoso.com"),
            "Email": "noreply@salesagent.contoso.com", "Alias": "salesagt", "IsActive": true, "UserType": "Standard",
            "ProfileId": id::derive("00e", API_ONLY), "MadeBy": tenant, "LanguageLocaleKey": "en_US",
            "LocaleSidKey": "en_US", "TimeZoneSidKey": "GMT", "EmailEncodingKey": "UTF-8",
        });
        let user = self.make("User", user, &by);
        self.profile_assigned(&user, &by);
        let held = json!({"PermissionSetId": set, "AssigneeId": user, "IsActive": true});
        self.make("PermissionSetAssignment", held, &by);
        let access = json!({"ParentId": set, "SetupEntityId": app, "SetupEntityType": object});
        self.make("SetupEntityAccess", access, &by);
        if object == "ConnectedApplication" {
            let line = (
                "insertConnectedApplication",
                "Connected Apps",
                format!("Created connected app {name}"),
            );
            self.org
                .records
                .audit(&self.org.schema, self.mint, self.clock, &by, line);
        }
        true
    }

    fn administrator(&self) -> String {
        let admin = self.org.records.find("User", "Username", GLOBAL_ADMINISTRATOR);
        admin.map_or(String::new(), |row| text(row, "Id").to_owned())
    }

    fn make(&mut self, object: &str, values: Value, by: &str) -> String {
        let row = match values {
            Value::Object(row) => row,
            _ => Map::new(),
        };
        let (schema, records) = (&self.org.schema, &mut self.org.records);
        records.make(schema, self.mint, object, row, by, self.clock.now())
    }

    fn delete_components(&mut self) {
        let by = self.administrator();
        let Connection {
            tenant,
            names,
            user_goes,
            set_goes,
            ..
        } = self.org.connection.clone();
        let records = &mut self.org.records;
        let own = |row: &Row| text(row, "MadeBy") == tenant;
        let ids = |object: &str| -> Vec<String> {
            records
                .all(object)
                .filter(|row| own(row))
                .map(|row| text(row, "Id").to_owned())
                .collect()
        };
        let (apps, users) = (ids(names.object), ids("User"));
        records.remove_where(names.object, own);
        records.remove_where("SetupEntityAccess", |row| {
            apps.iter().any(|id| id == text(row, "SetupEntityId"))
        });
        if user_goes {
            records.remove_where("User", own);
            records.remove_where("PermissionSetAssignment", |row| {
                users.iter().any(|id| id == text(row, "AssigneeId"))
            });
        } else {
            for user in &users {
                if let Some(row) = records.get_mut("User", user) {
                    row.insert("IsActive".into(), json!(false));
                }
            }
        }
        if set_goes {
            forget_sets(records, &tenant);
        }
        if names.object == "ConnectedApplication" && !apps.is_empty() {
            let line = (
                "deleteConnectedApplication",
                "Connected Apps",
                format!("Deleted connected app {} {}", names.product, names.app),
            );
            records.audit(&self.org.schema, self.mint, self.clock, &by, line);
        }
    }
}

/// Deletes a tenant's permission sets with what hangs on them.
fn forget_sets(records: &mut Records, tenant: &str) {
    let own = |row: &Row| text(row, "MadeBy") == tenant;
    let sets: Vec<String> = records
        .all("PermissionSet")
        .filter(|row| own(row))
        .map(|row| text(row, "Id").to_owned())
        .collect();
    for (below, field) in [
        ("ObjectPermissions", "ParentId"),
        ("FieldPermissions", "ParentId"),
        ("SetupEntityAccess", "ParentId"),
        ("PermissionSetAssignment", "PermissionSetId"),
    ] {
        records.remove_where(below, |row| sets.iter().any(|id| id == text(row, field)));
    }
    records.remove_where("PermissionSet", own);
}

fn add(values: &mut Value, more: Value) {
    if let (Some(map), Value::Object(more)) = (values.as_object_mut(), more) {
        map.extend(more);
    }
}
