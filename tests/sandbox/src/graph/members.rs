//! What the schema does not say: members a create must have, members nobody may write, words a member takes.

use super::answer::Refusal;
use crate::ident::Guid;
use serde_json::{Map, Value};

/// What a resource's members obey beyond the schema.
struct Rules {
    type_name: &'static str,
    /// Without one of these a create is refused.
    required: &'static [&'static str],
    /// Nobody writes these.
    read_only: &'static [&'static str],
    /// Written at creation, never after.
    fixed: &'static [&'static str],
}

const RULES: [Rules; 4] = [
    Rules {
        type_name: "application",
        required: &["displayName"],
        read_only: &[
            "id",
            "appId",
            "createdDateTime",
            "deletedDateTime",
            "publisherDomain",
            "certification",
            "createdByAppId",
            "disabledByMicrosoftStatus",
            "applicationTemplateId",
            // The alternate key is written by the upsert's address alone.
            "uniqueName",
        ],
        fixed: &[],
    },
    Rules {
        type_name: "servicePrincipal",
        required: &["appId"],
        read_only: &[
            "id",
            "deletedDateTime",
            "appDisplayName",
            "appOwnerOrganizationId",
            "oauth2PermissionScopes",
            "servicePrincipalType",
            "signInAudience",
        ],
        fixed: &["appId"],
    },
    Rules {
        type_name: "oAuth2PermissionGrant",
        required: &["clientId", "consentType", "resourceId"],
        read_only: &["id"],
        fixed: &["clientId", "consentType", "resourceId", "principalId"],
    },
    Rules {
        type_name: "user",
        required: &[
            "accountEnabled",
            "displayName",
            "mailNickname",
            "passwordProfile",
            "userPrincipalName",
        ],
        read_only: &[
            "id",
            "createdDateTime",
            "deletedDateTime",
            "assignedLicenses",
            "assignedPlans",
            "provisionedPlans",
            "licenseAssignmentStates",
            "securityIdentifier",
            "onPremisesSyncEnabled",
            "onPremisesLastSyncDateTime",
            "imAddresses",
            "proxyAddresses",
            "signInActivity",
        ],
        fixed: &[],
    },
];

fn resource(type_name: &str) -> String {
    let mut letters = type_name.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// Holds a create or an update against what the schema does not say.
///
/// # Errors
/// The first member that is missing, not to be written, or of no allowed value.
pub fn check(type_name: &'static str, body: &Map<String, Value>, creates: bool) -> Result<(), Refusal> {
    let Some(rules) = RULES.iter().find(|rules| rules.type_name == type_name) else {
        return Ok(());
    };
    let resource = resource(type_name);
    if creates
        && let Some(name) = rules
            .required
            .iter()
            .find(|name| body.get(**name).is_none_or(|v| v.is_null() || v.as_str() == Some("")))
    {
        return Err(Refusal::bad(format!(
            "A value is required for property '{name}' of resource '{resource}'."
        ))
        .about(name, "MissingRequiredProperty"));
    }
    let closed = |name: &&str| rules.read_only.contains(name) || (!creates && rules.fixed.contains(name));
    if let Some(name) = body.keys().map(String::as_str).find(closed) {
        return Err(Refusal::bad(format!(
            "Property '{name}' is read-only and cannot be set."
        )));
    }
    match type_name {
        "application" => application(body),
        "oAuth2PermissionGrant" if creates => grant(body),
        "user" => user(body, creates),
        _ => Ok(()),
    }
}

fn invalid(name: &str, resource: &str) -> Refusal {
    Refusal::bad(format!(
        "Invalid value specified for property '{name}' of resource '{resource}'."
    ))
}

fn words(body: &Map<String, Value>, name: &str, allowed: &[&str], resource: &str) -> Result<(), Refusal> {
    match body.get(name).and_then(Value::as_str) {
        Some(word) if !allowed.contains(&word) => Err(invalid(name, resource)),
        _ => Ok(()),
    }
}

fn strings<'a>(body: &'a Map<String, Value>, holder: &str, name: &str) -> Vec<&'a str> {
    let list = body.get(holder).and_then(|h| h.get(name)).and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_str).collect()
}

/// Redirect addresses are https, or http on this machine; no fragment, no wildcard for organizational accounts
/// (Entra, "Redirect URI restrictions and limitations").
fn redirect(uri: &str) -> bool {
    let here = ["http://localhost", "http://127.0.0.1"]
        .iter()
        .any(|host| uri.starts_with(host));
    (uri.starts_with("https://") || here) && uri.len() <= 256 && !uri.contains(['#', '*', ' '])
}

fn application(body: &Map<String, Value>) -> Result<(), Refusal> {
    words(
        body,
        "signInAudience",
        &[
            "AzureADMyOrg",
            "AzureADMultipleOrgs",
            "AzureADandPersonalMicrosoftAccount",
            "PersonalMicrosoftAccount",
        ],
        "Application",
    )?;
    for name in ["passwordCredentials", "keyCredentials"] {
        if body.get(name).and_then(Value::as_array).is_some_and(|l| !l.is_empty()) {
            // Secrets are made by addPassword alone (application resource, passwordCredentials).
            return Err(Refusal::bad(
                "New password credentials must be generated with service actions.",
            ));
        }
    }
    for holder in ["web", "spa"] {
        if strings(body, holder, "redirectUris").iter().any(|uri| !redirect(uri)) {
            return Err(invalid("redirectUris", "Application"));
        }
    }
    let wanted = body.get("requiredResourceAccess").and_then(Value::as_array);
    for resource in wanted.into_iter().flatten() {
        let app = resource.get("resourceAppId").and_then(Value::as_str);
        let access = resource.get("resourceAccess").and_then(Value::as_array);
        let good = app.is_some_and(|id| Guid::parse(id).is_some())
            && access.is_some_and(|list| {
                list.iter().all(|one| {
                    one.get("id").is_some() && matches!(one.get("type").and_then(Value::as_str), Some("Scope" | "Role"))
                })
            });
        if !good {
            return Err(invalid("requiredResourceAccess", "Application"));
        }
    }
    Ok(())
}

fn grant(body: &Map<String, Value>) -> Result<(), Refusal> {
    words(
        body,
        "consentType",
        &["AllPrincipals", "Principal"],
        "OAuth2PermissionGrant",
    )?;
    let everyone = body.get("consentType").and_then(Value::as_str) == Some("AllPrincipals");
    let somebody = body.get("principalId").is_some_and(|id| !id.is_null());
    // "principalId … must be null when consentType is AllPrincipals" (oAuth2PermissionGrant resource).
    if everyone == somebody {
        return Err(invalid("principalId", "OAuth2PermissionGrant"));
    }
    Ok(())
}

/// Characters of a sign-in name before its domain (Graph, "Create user").
fn local_part(text: &str) -> bool {
    let outer = |c: Option<char>| c.is_some_and(|c| c != '.');
    (1..=64).contains(&text.len())
        && outer(text.chars().next())
        && outer(text.chars().last())
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "'.-_!#^~".contains(c))
}

/// Entra's own rule: 8 to 256 characters, three of four kinds (Entra, "Password policies").
fn strong(password: &str) -> bool {
    let kinds = [
        password.chars().any(|c| c.is_ascii_lowercase()),
        password.chars().any(|c| c.is_ascii_uppercase()),
        password.chars().any(|c| c.is_ascii_digit()),
        password.chars().any(|c| !c.is_ascii_alphanumeric()),
    ];
    (8..=256).contains(&password.chars().count()) && kinds.into_iter().filter(|kind| *kind).count() >= 3
}

fn user(body: &Map<String, Value>, creates: bool) -> Result<(), Refusal> {
    let text = |name: &str| body.get(name).and_then(Value::as_str);
    if let Some(upn) = text("userPrincipalName") {
        let (local, domain) = upn.split_once('@').unwrap_or((upn, ""));
        if !local_part(local) {
            return Err(invalid("userPrincipalName", "User").about("userPrincipalName", "InvalidValue"));
        }
        if !super::cast::DOMAINS.contains(&domain.to_ascii_lowercase().as_str()) {
            return Err(Refusal::bad(
                "The domain portion of the userPrincipalName property is invalid. You must use one of the verified domain names in your organization.",
            )
            .about("userPrincipalName", "InvalidValue"));
        }
    }
    if text("mailNickname")
        .is_some_and(|name| name.is_empty() || !name.is_ascii() || name.contains([' ', '@', '(', ')']))
    {
        return Err(invalid("mailNickname", "User"));
    }
    if text("usageLocation").is_some_and(|code| !is_assigned(code)) {
        return Err(invalid("usageLocation", "User"));
    }
    let policies = ["None", "DisablePasswordExpiration", "DisableStrongPassword"];
    if text("passwordPolicies").is_some_and(|list| list.split(',').any(|p| !policies.contains(&p.trim()))) {
        return Err(invalid("passwordPolicies", "User"));
    }
    let password = body
        .get("passwordProfile")
        .map(|p| p.get("password").and_then(Value::as_str));
    match password {
        Some(Some(password)) if !strong(password) => Err(Refusal::bad(
            "The specified password does not comply with password complexity requirements. Please provide a different password.",
        )
        .about("password", "PasswordDoesNotComply")),
        Some(None) if creates => Err(Refusal::bad(
            "A value is required for property 'password' of resource 'User'.",
        )),
        _ => Ok(()),
    }
}

/// ISO 3166-1 alpha-2: each first letter with the second ones that are assigned to it.
const COUNTRIES: [&str; 25] = [
    "ADEFGILMOQRSTUWXZ",
    "BABDEFGHIJLMNOQRSTVWYZ",
    "CACDFGHIKLMNORUVWXYZ",
    "DEJKMOZ",
    "ECEGHRST",
    "FIJKMOR",
    "GABDEFGHILMNPQRSTUWY",
    "HKMNRTU",
    "IDELMNOQRST",
    "JEMOP",
    "KEGHIMNPRWYZ",
    "LABCIKRSTUVY",
    "MACDEFGHKLMNOPQRSTUVWXYZ",
    "NACEFGILOPRUZ",
    "OM",
    "PAEFGHKLMNRSTWY",
    "QA",
    "REOSUW",
    "SABCDEGHIJKLMNORSTVXYZ",
    "TCDFGHJKLMNORTVWZ",
    "UAGMSYZ",
    "VACEGINU",
    "WFS",
    "YET",
    "ZAMW",
];

fn is_assigned(code: &str) -> bool {
    let mut letters = code.chars();
    let (Some(first), Some(second), None) = (letters.next(), letters.next(), letters.next()) else {
        return false;
    };
    COUNTRIES.iter().any(|row| {
        row.strip_prefix(first)
            .is_some_and(|second_ones| second_ones.contains(second))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn refused(type_name: &'static str, body: Value, creates: bool) -> bool {
        check(type_name, body.as_object().unwrap(), creates).is_err()
    }

    #[test]
    fn an_application_needs_a_name_and_sends_no_secret() {
        assert!(!refused("application", json!({"displayName": "x"}), true));
        assert!(!refused("application", json!({}), false));
        for bad in [
            json!({}),
            json!({"displayName": ""}),
            json!({"displayName": "x", "uniqueName": "u"}),
            json!({"displayName": "x", "passwordCredentials": [{"displayName": "s"}]}),
            json!({"displayName": "x", "signInAudience": "Everyone"}),
            json!({"displayName": "x", "web": {"redirectUris": ["http://contoso/auth"]}}),
            json!({"displayName": "x", "requiredResourceAccess": [{"resourceAppId": "x", "resourceAccess": []}]}),
        ] {
            assert!(refused("application", bad.clone(), true), "{bad}");
        }
    }

    #[test]
    fn a_user_has_a_verified_domain_and_a_strong_password() {
        let user = |upn: &str, password: &str| {
            json!({"accountEnabled": true, "displayName": "L", "mailNickname": "l", "userPrincipalName": upn,
                   "passwordProfile": {"password": password}})
        };
        assert!(!refused("user", user("lead.writer@contoso.com", "Str0ng-enough"), true));
        for (upn, password) in [
            ("lead writer@contoso.com", "Str0ng-enough"),
            (".lead@contoso.com", "Str0ng-enough"),
            ("lead@fabrikam.com", "Str0ng-enough"),
            ("lead@contoso.com", "password"),
            ("lead@contoso.com", "Sh0rt-"),
        ] {
            assert!(refused("user", user(upn, password), true), "{upn} {password}");
        }
        assert!(refused("user", json!({"assignedLicenses": []}), false));
        assert!(refused("user", json!({"usageLocation": "France"}), false));
        assert!(refused("user", json!({"usageLocation": "ZZ"}), false));
    }
}
