//! The org as it starts: profiles, permission sets, *Microsoft Power Platform* as a connected app, the administrator's
//! own external client app.

use super::connection::Connection;
use super::oauth::OAuth;
use super::schema::{PERMISSIONS, Schema};
use super::store::{Records, Row, moment};
use super::{Salesforce, id, people};
use crate::clock;
use crate::config::Config;
use crate::graph::Directory;
use crate::graph::cast::REDIRECTS;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Consumer key of the external client app that the org's administrator made for Latchkey: PKCE, no secret.
pub const CONSUMER_KEY: &str = "3MVG9latchkeyContoso.ExternalClientApp_7f3c9e2a5b1d4c68a0e9";
/// Name of the connected app of Power Platform's connectors.
pub const POWER_PLATFORM: &str = "Microsoft Power Platform";

/// Profiles: name, licence, standard user type, permissions.
type Profile = (&'static str, &'static str, &'static str, &'static [&'static str]);

const SELLER: [&str; 7] = [
    "ActivitiesAccess",
    "EditEvent",
    "EditTask",
    "LightningExperienceUser",
    "RunReports",
    "ViewRoles",
    "ViewSetup",
];

const PROFILES: [Profile; 7] = [
    ("System Administrator", "Salesforce", "Standard", &[]),
    (
        "Standard User",
        "Salesforce",
        "Standard",
        &[
            "ActivitiesAccess",
            "ApiEnabled",
            "EditEvent",
            "EditTask",
            "LightningExperienceUser",
            "RunReports",
            "ViewRoles",
            "ViewSetup",
        ],
    ),
    ("Contoso Sales User", "Salesforce", "Standard", &SELLER),
    (
        "Contoso Integrations Admin",
        "Salesforce",
        "Standard",
        &[
            "ActivitiesAccess",
            "ApiEnabled",
            "CustomizeApplication",
            "LightningExperienceUser",
            "ManageDataIntegrations",
            "ManageRemoteAccess",
            "ViewRoles",
            "ViewSetup",
        ],
    ),
    (
        "Minimum Access - Salesforce",
        "Salesforce",
        "Standard",
        &["ActivitiesAccess", "LightningExperienceUser"],
    ),
    (
        "Minimum Access - API Only Integrations",
        "Salesforce Integration",
        "Standard",
        &["ApiEnabled", "ApiUserOnly"],
    ),
    ("Chatter Free User", "Chatter Free", "CsnOnly", &[]),
];
/// Profile of users that only programs sign in as.
pub(super) const API_ONLY: &str = "Minimum Access - API Only Integrations";

/// What a system administrator does not hold by the profile.
const NOT_ADMINISTRATORS: [&str; 3] = ["ApiUserOnly", "PasswordNeverExpires", "UseAnyApiClient"];

/// Licences: name, key, how many.
const LICENCES: [(&str, &str, u64); 3] = [
    ("Salesforce", "SFDC", 100),
    ("Salesforce Integration", "PID_SALESFORCE_INTEGRATION_USER", 5),
    ("Chatter Free", "PID_CHATTER_FREE", 5000),
];

/// Permission sets: name, label, licence, namespace, permissions.
type Set = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
);

const SETS: [Set; 4] = [
    ("API_Access", "API Access", "", "", &["ApiEnabled"]),
    (
        "Data_Loader",
        "Data Loader",
        "Salesforce",
        "",
        &["ApiEnabled", "UseAnyApiClient"],
    ),
    ("Sales_Coaching", "Sales Coaching", "", "", &["RunReports"]),
    (
        "Quote_Studio_User",
        "Quote Studio User",
        "",
        "quotestudio",
        &["ApiEnabled"],
    ),
];

/// Data objects and what each profile may do with them: letters create, read, update, delete.
const OBJECTS: [&str; 5] = ["Account", "Contact", "Lead", "Opportunity", "Product2"];

/// When the org was made.
const MADE: &str = "2021-02-08T09:30:00Z";

/// The org being built.
pub(super) struct Builder {
    pub schema: Schema,
    pub records: Records,
    admin: String,
    /// Language of the org and its users.
    pub language: &'static str,
}

fn row(value: Value) -> Row {
    match value {
        Value::Object(map) => map,
        _ => Row::new(),
    }
}

impl Builder {
    /// Puts a record under the id its name stands for, and answers the id.
    pub fn put(&mut self, object: &'static str, name: &str, values: Value) -> String {
        let Some(described) = self.schema.object(object) else {
            return String::new();
        };
        let id = id::derive(described.prefix, name);
        let at = moment(clock::parse(MADE).unwrap_or_default());
        let mut all = row(values);
        all.insert("Id".into(), json!(id));
        for field in &described.fields {
            let value = match (field.name.as_str(), field.kind) {
                ("CreatedDate" | "LastModifiedDate" | "SystemModstamp", _) => json!(at),
                ("CreatedById" | "LastModifiedById", _) => json!(self.admin),
                (_, super::schema::Kind::Boolean) => json!(false),
                _ => continue,
            };
            all.entry(field.name.clone()).or_insert(value);
        }
        self.records.put(object, all);
        id
    }

    /// Gives a set to a user, perhaps as one of a group.
    pub fn assign(&mut self, set: &str, user: &str, group: &str) {
        let name = format!("{set} {user}");
        let group = if group.is_empty() { Value::Null } else { json!(group) };
        self.put(
            "PermissionSetAssignment",
            &name,
            json!({"PermissionSetId": set, "AssigneeId": user, "PermissionSetGroupId": group, "IsActive": true}),
        );
    }

    fn objects(&mut self, set: &str, letters: &str) {
        for object in OBJECTS {
            let letters = if object == "Product2" { "r" } else { letters };
            self.put(
                "ObjectPermissions",
                &format!("{set} {object}"),
                json!({
                    "ParentId": set, "SobjectType": object, "PermissionsRead": letters.contains('r'),
                    "PermissionsCreate": letters.contains('c'), "PermissionsEdit": letters.contains('u'),
                    "PermissionsDelete": letters.contains('d'),
                }),
            );
        }
    }
}

/// Sets the columns of permissions.
fn permit(values: &mut Value, held: &[&str]) {
    if let Some(map) = values.as_object_mut() {
        for (permission, _) in PERMISSIONS {
            map.insert(format!("Permissions{permission}"), json!(held.contains(&permission)));
        }
    }
}

/// Builds the org beside the directory's people.
pub fn build(config: &Config, directory: &Directory) -> Salesforce {
    let answers = |dialect: &str| config.dialect(dialect).to_owned();
    let implicit: &[&str] = if config.dialect("permissionable") == "implicit" {
        &["Contact.AccountId", "Opportunity.AccountId"]
    } else {
        &[]
    };
    let mut schema = Schema::new(implicit);
    if config.dialect("externalapps") == "hidden" {
        schema.hide("ExternalClientApplication");
    }
    let mut b = Builder {
        schema,
        records: Records::default(),
        admin: id::derive("005", "admin@contoso.com"),
        language: match config.locale.as_str() {
            "da" => "da",
            "fr" => "fr",
            "ja" => "ja",
            _ => "en_US",
        },
    };
    organization(&mut b, config);
    profiles(&mut b);
    sets(&mut b);
    people::users(&mut b, directory);
    apps(&mut b, config);
    Salesforce {
        schema: b.schema,
        records: b.records,
        oauth: OAuth::default(),
        connection: Connection::new(&directory.tenant.to_string(), &answers),
        cursors: BTreeMap::new(),
        confirmations: BTreeSet::new(),
        used: 0,
    }
}

fn organization(b: &mut Builder, config: &Config) {
    let sandbox = config.kind == crate::config::Kind::Sandbox;
    let language = b.language;
    b.put(
        "Organization",
        "contoso",
        json!({"Name": "Contoso", "OrganizationType": "Enterprise Edition", "IsSandbox": sandbox, "InstanceName": "EU42",
               "LanguageLocaleKey": language, "PrimaryContact": "Alex Hartmann", "Country": "DK"}),
    );
    for (name, key, total) in LICENCES {
        b.put(
            "UserLicense",
            name,
            json!({"Name": name, "MasterLabel": name, "LicenseDefinitionKey": key, "Status": "Active", "TotalLicenses": total}),
        );
    }
}

fn profiles(b: &mut Builder) {
    for (name, licence, kind, held) in PROFILES {
        let all: Vec<&str> = if name == "System Administrator" {
            let own = |name: &&str| !NOT_ADMINISTRATORS.contains(name);
            PERMISSIONS.iter().map(|(name, _)| *name).filter(own).collect()
        } else {
            held.to_vec()
        };
        let licence = id::derive("100", licence);
        let mut values = json!({"Name": name, "UserLicenseId": licence, "UserType": kind});
        permit(&mut values, &all);
        let profile = b.put("Profile", name, values);
        let mut values = json!({
            "Name": format!("X{}", profile.get(..15).unwrap_or_default()), "Label": profile.get(..15), "ProfileId": profile,
            "LicenseId": licence, "IsOwnedByProfile": true, "IsCustom": name.starts_with("Contoso"), "Type": "Profile",
        });
        permit(&mut values, &all);
        let set = b.put("PermissionSet", &format!("profile {name}"), values);
        match name {
            "Standard User" => b.objects(&set, "crud"),
            "Contoso Sales User" => b.objects(&set, "cru"),
            "Contoso Integrations Admin" => b.objects(&set, "r"),
            _ => {}
        }
    }
}

fn sets(b: &mut Builder) {
    for (name, label, licence, namespace, held) in SETS {
        let licence = (!licence.is_empty()).then(|| id::derive("100", licence));
        let namespace = (!namespace.is_empty()).then_some(namespace);
        let mut values = json!({"Name": name, "Label": label, "LicenseId": licence, "NamespacePrefix": namespace,
                                "IsCustom": namespace.is_none(), "Type": "Regular"});
        permit(&mut values, held);
        b.put("PermissionSet", name, values);
    }
    let group = b.put(
        "PermissionSetGroup",
        "Sales_Team",
        json!({"DeveloperName": "Sales_Team", "MasterLabel": "Sales Team", "Status": "Updated"}),
    );
    for name in ["API_Access", "Sales_Coaching"] {
        let set = id::derive("0PS", name);
        b.put(
            "PermissionSetGroupComponent",
            name,
            json!({"PermissionSetGroupId": group, "PermissionSetId": set}),
        );
    }
    let mut values = json!({"Name": "Sales_Team", "Label": "Sales Team", "Type": "Group", "IsCustom": true, "PermissionSetGroupId": group});
    permit(&mut values, &["ApiEnabled", "RunReports"]);
    b.put("PermissionSet", "Sales_Team", values);
}

fn apps(b: &mut Builder, config: &Config) {
    let state = config.dialect("powerplatformapp");
    let menu = b.put(
        "AppMenuItem",
        POWER_PLATFORM,
        json!({"Name": "Microsoft_Power_Platform", "Label": POWER_PLATFORM, "Type": "ConnectedApplication",
               "IsUsingAdminAuthorization": state == "installed", "IsAccessible": true}),
    );
    if state == "installed" {
        let app = b.put(
            "ConnectedApplication",
            POWER_PLATFORM,
            json!({
                "Name": POWER_PLATFORM, "OptionsAllowAdminApprovedUsersOnly": true, "OptionsRefreshTokenValidityMetric": true,
                "RefreshTokenValidityPeriod": 90, "OptionsHasSessionLevelPolicy": false,
                "IpRelaxation": "ENFORCE", "RefreshTokenPolicy": "specific_inactivity:90:DAYS", "SessionTimeout": 120,
            }),
        );
        let set = id::derive("0PS", "profile Standard User");
        b.put(
            "SetupEntityAccess",
            "Standard User",
            json!({"ParentId": set, "SetupEntityId": app, "SetupEntityType": "ConnectedApplication"}),
        );
    }
    for username in ["quinn.nakamura@contoso.sales", "maria-fernanda@contoso.com"] {
        b.put(
            "OauthToken",
            username,
            json!({"AppName": POWER_PLATFORM, "UserId": id::derive("005", username), "AppMenuItemId": menu, "UseCount": 12,
                   "CreatedDate": "2026-05-11T08:00:00.000+0000", "LastUsedDate": "2026-08-19T15:20:00.000+0000",
                   "Blocked": state == "blocked"}),
        );
    }
    let loader = b.put(
        "ConnectedApplication",
        "Dataloader Partner",
        json!({"Name": "Dataloader Partner", "OptionsAllowAdminApprovedUsersOnly": false, "RefreshTokenValidityPeriod": null,
               "IpRelaxation": "BYPASS_2FACTOR", "RefreshTokenPolicy": "infinite", "SessionTimeout": null}),
    );
    let set = id::derive("0PS", "Data_Loader");
    b.put(
        "SetupEntityAccess",
        "Data Loader",
        json!({"ParentId": set, "SetupEntityId": loader, "SetupEntityType": "ConnectedApplication"}),
    );
    let redirects: Vec<String> = REDIRECTS
        .iter()
        .flat_map(|redirect| [(*redirect).to_owned(), format!("{redirect}salesforce")])
        .collect();
    // Hidden or not, an app can be signed in to.
    let own = json!({
        "DeveloperName": "Latchkey", "MasterLabel": "Latchkey", "Language": "en_US", "DistributionState": "Local",
        "Description": "Sets up Dynamics 365 and the Sales agent", "ContactEmail": "admin@contoso.com",
        "ConsumerKey": CONSUMER_KEY, "CallbackUrls": redirects, "Scopes": ["api", "refresh_token"],
        "RequireSecret": false, "RequirePkce": true, "PermittedUsers": "AllSelfAuthorized", "IpRelaxation": "Enforce",
        "RefreshTokenPolicy": "infinite", "SessionTimeout": null,
    });
    let id = id::derive("0xI", "Latchkey");
    let mut own = row(own);
    own.insert("Id".into(), json!(id));
    b.records.put("ExternalClientApplication", own);
}
