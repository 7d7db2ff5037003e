//! The tenant as it starts: Contoso's organization, users, subscriptions, roles, applications and consents.

use super::directory::{Directory, Row, licences, text};
use crate::config::Config;
use crate::dataverse::cast::{GLOBAL_ADMINISTRATOR, PLATFORM_ADMINISTRATOR};
use crate::dataverse::store::Store;
use crate::entra::resource::{Resource, SCOPES};
use crate::ident::Guid;
use crate::odata::service::Org;
use serde_json::{Value, json};

/// The tenant's verified domains, the default one first.
pub const DOMAINS: [&str; 2] = ["contoso.com", "contoso.onmicrosoft.com"];

/// Application id of Latchkey's registration in this tenant: a single-page application with the redirect addresses
/// of both browsers' extensions. What stands for it in another tenant is the administrator's own registration.
pub const LATCHKEY: &str = "4c617463-686b-4579-a000-000000000001";

/// Where Latchkey's extension is redirected to: by the key in its manifest (Chromium, `<id>.chromiumapp.org`) and by
/// the SHA-1 of its Gecko id (Firefox, `<hash>.extensions.allizom.org`).
pub const REDIRECTS: [&str; 2] = [
    "https://himfhejemmfmemhhpmpbjkdgnldlglej.chromiumapp.org/",
    "https://5dd32ac38c8c717b57397eb5ecb2db33ac43d640.extensions.allizom.org/",
];

/// Directory roles: template id, name, whether it is activated in this tenant (Entra, "Built-in roles").
pub const ROLES: [(&str, &str, bool); 13] = [
    ("62e90394-69f5-4237-9190-012177145e10", "Global Administrator", true),
    ("f2ef992c-3afb-46b9-b7cf-a126ee74c451", "Global Reader", true),
    ("69091246-20e8-4a56-aa4d-066075b2a7a8", "Teams Administrator", false),
    (
        "11648597-926c-4cf3-9c36-bcebb0ba8dcc",
        "Power Platform Administrator",
        true,
    ),
    (
        "44367163-eba1-44c3-98af-f5787879f96a",
        "Dynamics 365 Administrator",
        true,
    ),
    (
        "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",
        "Application Administrator",
        true,
    ),
    (
        "158c047a-c907-4556-b7ef-446551a6b5f7",
        "Cloud Application Administrator",
        false,
    ),
    ("fe930be7-5e62-47db-91af-98c3a49a38b1", "User Administrator", true),
    ("4d6ac14f-3453-41d0-bef9-a3e0c569773a", "License Administrator", true),
    ("d2562ede-74db-457e-a7b6-544e236ebb61", "AI Administrator", false),
    (
        "2b745bdf-0803-4d80-aa65-822c4493daac",
        "Office Apps Administrator",
        false,
    ),
    (
        "e8611ab8-c189-46e8-94e1-60213ab1f814",
        "Privileged Role Administrator",
        false,
    ),
    ("29232cdf-9323-42fd-ade2-1d097af3e4de", "Exchange Administrator", false),
];

/// Subscriptions: id, part number, seats left free, service plans (id, name).
type Sku = (
    &'static str,
    &'static str,
    usize,
    &'static [(&'static str, &'static str)],
);

const SKUS: [Sku; 5] = [
    (
        "ea126fc5-a19e-42e2-a731-da9d437bffcf",
        "DYN365_ENTERPRISE_PLAN1",
        3,
        &[
            ("d56f3deb-50d8-465a-bedb-f079817ccac1", "DYN365_ENTERPRISE_P1"),
            ("113feb6c-3fe4-4440-bddc-54d774bf0318", "EXCHANGE_S_FOUNDATION"),
        ],
    ),
    (
        "749742bf-0d37-4158-a120-33567104deeb",
        "DYN365_ENTERPRISE_CUSTOMER_SERVICE",
        4,
        &[(
            "99340b49-fb81-4b1e-976b-8f2ae8e9394f",
            "DYN365_ENTERPRISE_CUSTOMER_SERVICE",
        )],
    ),
    (
        "1e1a282c-9c54-43a2-9310-98ef728faace",
        "DYN365_ENTERPRISE_SALES",
        0,
        &[("2da8e897-7791-486b-b08f-cc63c8129df7", "DYN365_ENTERPRISE_SALES")],
    ),
    (
        "05e9a617-0261-4cee-bb44-138d3ef5d965",
        "SPE_E3",
        12,
        &[("efb87545-963c-4e0d-99df-69c6916d9eb0", "EXCHANGE_S_ENTERPRISE")],
    ),
    (
        "639dec6b-bb19-468b-871c-c5c441c4b0cb",
        "Microsoft_365_Copilot",
        2,
        &[("a809996b-059e-42e2-9866-db24b99a9782", "M365_Copilot")],
    ),
];

/// Whether a user holds a subscription that brings its holders into the organization.
pub fn brought_in(directory: &Directory, user: &Row) -> bool {
    licences(user).any(|sku| {
        directory
            .find_any("subscribedSkus", "skuId", sku)
            .is_some_and(|row| text(row, "skuPartNumber").starts_with("DYN365_"))
    })
}

fn row(value: Value) -> Row {
    match value {
        Value::Object(map) => map,
        _ => Row::new(),
    }
}

/// The object id of a cast application or service principal.
pub fn object(kind: &str, app_id: &str) -> String {
    Guid::derive(kind, app_id).to_string()
}

/// The role that dialect `directoryrole` gives the administrator; none for another word.
fn administrators_role(config: &Config) -> Option<&'static str> {
    let name = match config.dialect("directoryrole") {
        "global" => "Global Administrator",
        "application" => "Application Administrator",
        "user" => "User Administrator",
        "platform" => "Power Platform Administrator",
        _ => return None,
    };
    ROLES.iter().find(|(_, role, _)| *role == name).map(|(id, ..)| *id)
}

/// Builds the directory beside the organization's people.
pub fn build(config: &Config, org: &Org, store: &Store) -> Directory {
    let mut directory = Directory::new(org.tenant);
    organization(&mut directory);
    users(&mut directory, store);
    groups(&mut directory);
    for (template, name, _) in ROLES.iter().filter(|(.., active)| *active) {
        directory.insert(
            "directoryRoles",
            row(
                json!({"id": object("directoryRole", template), "roleTemplateId": template, "displayName": name,
                       "description": format!("Can do what the role {name} may.")}),
            ),
        );
    }
    let admin = Guid::derive("entra", GLOBAL_ADMINISTRATOR).to_string();
    if let Some(role) = administrators_role(config) {
        directory.insert(
            "roleAssignments",
            row(
                json!({"id": object("roleAssignment", role), "principalId": admin, "roleDefinitionId": role,
                       "directoryScopeId": "/"}),
            ),
        );
    }
    // Somebody besides the administrator became System Administrator of msdyn_viva by a role of the tenant.
    if config.dialect("viva") != "absent"
        && let Some((role, ..)) = ROLES
            .iter()
            .find(|(_, name, _)| *name == "Power Platform Administrator")
    {
        let holder = Guid::derive("entra", PLATFORM_ADMINISTRATOR).to_string();
        directory.insert(
            "roleAssignments",
            row(
                json!({"id": object("roleAssignment", &format!("{role}{holder}")), "principalId": holder,
                       "roleDefinitionId": role, "directoryScopeId": "/"}),
            ),
        );
    }
    for (sku, part_number, free, plans) in SKUS {
        let enabled = directory.consumed(sku) + free;
        let plans = plans.iter().map(|(id, name)| {
            json!({"servicePlanId": id, "servicePlanName": name, "provisioningStatus": "Success", "appliesTo": "User"})
        });
        directory.insert(
            "subscribedSkus",
            row(json!({
                "id": format!("{}_{sku}", org.tenant), "accountId": org.tenant.to_string(), "accountName": "contoso",
                "skuId": sku, "skuPartNumber": part_number, "appliesTo": "User", "capabilityStatus": "Enabled",
                "prepaidUnits": {"enabled": enabled, "suspended": 0, "warning": 0, "lockedOut": 0},
                "servicePlans": plans.collect::<Vec<_>>(),
            })),
        );
    }
    for resource in Resource::cloud() {
        resource_principal(&mut directory, &resource);
    }
    applications(&mut directory, store);
    if config.dialect("consent") == "given" {
        consents(&mut directory);
    }
    directory.insert(
        "policies",
        row(json!({
            "id": "00000000-0000-0000-0000-000000000000", "displayName": "Default app management tenant policy",
            "description": "Default tenant policy that enforces app management restrictions on applications and service principals.",
            "isEnabled": false,
            "applicationRestrictions": {"passwordCredentials": [], "keyCredentials": []},
            "servicePrincipalRestrictions": {"passwordCredentials": [], "keyCredentials": []},
        })),
    );
    // Last, so that what stood before the sandbox started is everywhere.
    directory.lag = if config.dialect("graphreplication") == "late" {
        2
    } else {
        0
    };
    directory
}

fn organization(directory: &mut Directory) {
    let domains = DOMAINS.iter().enumerate().map(|(at, name)| {
        json!({"name": name, "isDefault": at == 0, "isInitial": at == 1, "type": "Managed",
               "capabilities": "Email, OfficeCommunicationsOnline"})
    });
    directory.insert(
        "organization",
        row(json!({
            "id": directory.tenant.to_string(), "displayName": "Contoso", "countryLetterCode": "DK",
            "preferredLanguage": "en", "tenantType": "AAD", "verifiedDomains": domains.collect::<Vec<_>>(),
        })),
    );
}

fn users(directory: &mut Directory, store: &Store) {
    let people = store.table("systemuser").rows();
    for (at, person) in people.filter(|r| r.value("applicationid").is_null()).enumerate() {
        let upn = person.text("domainname").unwrap_or_default();
        let local = upn.split('@').next().unwrap_or_default();
        let mut held = Vec::new();
        let mut licence = |sku: usize| {
            if let Some((id, ..)) = SKUS.get(sku) {
                held.push(json!({"skuId": id, "disabledPlans": []}));
            }
        };
        let role = person.text("title").unwrap_or_default();
        if !role.is_empty() {
            licence(3);
            licence(if role.starts_with("Sales") { 2 } else { at % 2 });
        }
        if matches!(local, "admin" | "manager") {
            licence(4);
        }
        directory.insert(
            "users",
            row(json!({
                "id": person.text("azureactivedirectoryobjectid"), "userPrincipalName": upn, "mail": upn,
                "displayName": person.text("fullname"), "givenName": person.text("firstname"),
                "surname": person.text("lastname"), "mailNickname": local, "userType": "Member",
                "accountEnabled": !person.flag("isdisabled"), "usageLocation": if local == "norole" { Value::Null } else { json!("DK") },
                "jobTitle": role, "createdDateTime": "2024-05-13T07:12:00Z", "businessPhones": [],
                "assignedLicenses": held,
            })),
        );
    }
    for user in directory.rows_mut("users") {
        user.retain(|_, value| !value.is_null());
    }
}

/// Two groups, one within the other: the sellers, and a pilot of theirs with two people of the service desk.
fn groups(directory: &mut Directory) {
    let titled = |title: &str| -> Vec<String> {
        let people = directory.all("users").iter();
        let named = people.filter(|user| text(user, "jobTitle").starts_with(title));
        named.map(|user| text(user, "id").to_owned()).collect()
    };
    let (sellers, service) = (titled("Sales"), titled("Customer Service"));
    let (inner, outer) = (object("group", "Sellers"), object("group", "Sales pilot"));
    for (id, name) in [(&inner, "Sellers"), (&outer, "Sales pilot")] {
        directory.insert(
            "groups",
            row(
                json!({"id": id, "displayName": name, "description": null, "groupTypes": [], "mailEnabled": false,
                       "mailNickname": name.replace(' ', ""), "securityEnabled": true,
                       "createdDateTime": "2025-01-07T09:00:00Z"}),
            ),
        );
    }
    let of_inner = sellers.iter().map(|id| (&inner, id.as_str()));
    let of_outer = [inner.as_str()]
        .into_iter()
        .chain(service.iter().take(2).map(String::as_str));
    let links: Vec<(String, String)> = of_inner
        .chain(of_outer.map(|id| (&outer, id)))
        .map(|(group, member)| (group.clone(), member.to_owned()))
        .collect();
    for (group, member) in links {
        let id = object("groupMember", &format!("{group}{member}"));
        directory.insert(
            "groupMembers",
            row(json!({"id": id, "groupId": group, "memberId": member})),
        );
    }
    for group in directory.rows_mut("groups") {
        group.retain(|_, value| !value.is_null());
    }
}

/// A first-party resource as it stands in the tenant.
fn resource_principal(directory: &mut Directory, resource: &Resource) {
    let scopes = SCOPES.iter().filter(|scope| scope.of == resource.app_id()).map(|scope| {
        json!({"id": scope.id(), "value": scope.value, "isEnabled": true, "type": if scope.admin { "Admin" } else { "User" },
               "adminConsentDisplayName": scope.says, "adminConsentDescription": scope.says,
               "userConsentDisplayName": scope.says, "userConsentDescription": scope.says})
    });
    directory.insert(
        "servicePrincipals",
        row(json!({
            "id": object("servicePrincipal", resource.app_id()), "appId": resource.app_id(),
            "displayName": resource.name(), "appDisplayName": resource.name(), "accountEnabled": true,
            "servicePrincipalType": "Application", "appOwnerOrganizationId": "f8cdef31-a31e-4b4a-93e4-5f571e91255a",
            "servicePrincipalNames": [resource.app_id(), resource.uri()], "appRoles": [],
            "oauth2PermissionScopes": scopes.collect::<Vec<_>>(), "signInAudience": "AzureADMultipleOrgs",
        })),
    );
}

/// One registered application and its service principal in this tenant.
fn registered(directory: &mut Directory, app_id: &str, name: &str, more: Value) {
    let tenant = directory.tenant.to_string();
    let mut app = row(json!({
        "id": object("application", app_id), "appId": app_id, "displayName": name, "identifierUris": [],
        "createdDateTime": "2025-03-04T10:00:00Z", "publisherDomain": DOMAINS[0], "signInAudience": "AzureADMyOrg",
        "passwordCredentials": [], "keyCredentials": [], "requiredResourceAccess": [], "tags": [], "appRoles": [], "addIns": [],
        "web": {"redirectUris": []}, "spa": {"redirectUris": []}, "publicClient": {"redirectUris": []},
    }));
    app.extend(row(more));
    let audience = app.get("signInAudience").cloned().unwrap_or_default();
    directory.insert("applications", app);
    directory.insert(
        "servicePrincipals",
        row(json!({
            "id": object("servicePrincipal", app_id), "appId": app_id, "displayName": name, "appDisplayName": name,
            "accountEnabled": true, "appRoleAssignmentRequired": false, "servicePrincipalType": "Application",
            "appOwnerOrganizationId": tenant, "servicePrincipalNames": [app_id], "appRoles": [],
            "oauth2PermissionScopes": [], "signInAudience": audience,
        })),
    );
}

fn applications(directory: &mut Directory, store: &Store) {
    let listed = Resource::cloud().map(|resource| {
        let scopes = SCOPES.iter().filter(|scope| scope.of == resource.app_id());
        let access: Vec<Value> = scopes.map(|scope| json!({"id": scope.id(), "type": "Scope"})).collect();
        json!({"resourceAppId": resource.app_id(), "resourceAccess": access})
    });
    registered(
        directory,
        LATCHKEY,
        "Latchkey",
        json!({"signInAudience": "AzureADMultipleOrgs", "spa": {"redirectUris": REDIRECTS},
               "requiredResourceAccess": listed}),
    );
    let intranet = Guid::derive("appId", "Contoso Intranet").to_string();
    registered(
        directory,
        &intranet,
        "Contoso Intranet",
        json!({
            "web": {"redirectUris": ["https://intranet.contoso.com/signin-oidc"]},
            "passwordCredentials": [{"keyId": Guid::derive("keyId", "Contoso Intranet").to_string(), "hint": "w3x",
                "displayName": "production", "startDateTime": "2025-03-04T10:00:00Z", "endDateTime": "2027-03-04T10:00:00Z"}],
        }),
    );
    let users = store.table("systemuser").rows();
    for user in users.filter(|row| !row.value("applicationid").is_null()) {
        let name = user.text("lastname").unwrap_or_default().to_owned();
        registered(
            directory,
            user.text("applicationid").unwrap_or_default(),
            &name,
            json!({}),
        );
    }
}

/// Everything Latchkey may ask for, consented to for the whole organization.
fn consents(directory: &mut Directory) {
    for resource in Resource::cloud() {
        let scopes = SCOPES.iter().filter(|scope| scope.of == resource.app_id());
        let words: Vec<&str> = scopes.map(|scope| scope.value).collect();
        directory.insert(
            "oauth2PermissionGrants",
            row(json!({
                "id": object("oauth2PermissionGrant", resource.app_id()), "clientId": object("servicePrincipal", LATCHKEY),
                "consentType": "AllPrincipals", "resourceId": object("servicePrincipal", resource.app_id()),
                "scope": words.join(" "),
            })),
        );
    }
}
