//! The org's users as it starts: they match the directory's people by federation id, user name or mail, or do not.

use super::cast::{API_ONLY, Builder};
use super::{id, store};
use crate::graph::directory::{Directory, text};
use serde_json::{Value, json};

/// Users: the directory's account, sign-in name where it is not the account's, whether the federation id is the
/// account's, whether the mail is, profile, sets besides.
type Person = (
    &'static str,
    &'static str,
    bool,
    bool,
    &'static str,
    &'static [&'static str],
);

const PEOPLE: [Person; 16] = [
    ("admin", "", true, true, "System Administrator", &[]),
    ("owen.admin", "", true, true, "System Administrator", &[]),
    ("customizer", "", true, true, "Contoso Integrations Admin", &[]),
    ("agent", "", false, true, "Minimum Access - Salesforce", &[]),
    (
        "manager",
        "marcus.oyelaran@contoso.sales",
        true,
        true,
        "Contoso Sales User",
        &["API_Access"],
    ),
    (
        "sales.lead",
        "sofia.marchetti@contoso.sales",
        false,
        true,
        "Contoso Sales User",
        &[],
    ),
    (
        "quinn",
        "quinn.nakamura@contoso.sales",
        false,
        true,
        "Standard User",
        &[],
    ),
    (
        "quinn",
        "quinn.test@contoso.sales",
        false,
        true,
        "Contoso Sales User",
        &[],
    ),
    (
        "priya",
        "priya.raghunathan@contoso.sales",
        true,
        true,
        "Standard User",
        &[],
    ),
    ("priya", "", false, false, "Minimum Access - Salesforce", &[]),
    (
        "emoji",
        "",
        true,
        true,
        "Contoso Sales User",
        &["Sales_Team", "Quote_Studio_User"],
    ),
    ("markup", "", true, true, "Contoso Sales User", &[]),
    ("maria-fernanda", "", true, true, "Standard User", &["Sales_Coaching"]),
    ("soren", "soren@contoso.sales", true, false, "Standard User", &[]),
    ("disabled", "", true, true, "Standard User", &[]),
    ("yuki", "yuki@contoso.sales", false, true, "Chatter Free User", &[]),
];
/// Numbered accounts that are sellers as well.
const SELLERS: std::ops::Range<usize> = 28..46;

/// One user with the profile's set and others.
fn user(b: &mut Builder, username: &str, values: Value, profile: &str, more: &[&str]) {
    let mut all = json!({
        "Username": username, "ProfileId": id::derive("00e", profile), "UserType": "Standard", "IsActive": true,
        "CompanyName": "Contoso", "LanguageLocaleKey": b.language, "LocaleSidKey": "en_GB",
        "TimeZoneSidKey": "Europe/Copenhagen", "EmailEncodingKey": "UTF-8",
        "Alias": username.chars().filter(char::is_ascii_alphanumeric).take(8).collect::<String>(),
    });
    if let (Some(map), Value::Object(values)) = (all.as_object_mut(), values) {
        map.extend(values.into_iter().filter(|(_, value)| !value.is_null()));
    }
    let user = b.put("User", username, all);
    b.assign(&id::derive("0PS", &format!("profile {profile}")), &user, "");
    for set in more {
        let group = b.records.find("PermissionSetGroup", "DeveloperName", set);
        let group = group.map_or(String::new(), |row| store::text(row, "Id").to_owned());
        b.assign(&id::derive("0PS", set), &user, &group);
    }
}

/// The users, beside the directory's people.
pub(super) fn users(b: &mut Builder, directory: &Directory) {
    let numbered = SELLERS.map(|number| format!("user{number:05}"));
    let sellers: Vec<(usize, String)> = numbered.enumerate().collect();
    let named = PEOPLE
        .iter()
        .map(|(account, username, federated, mail, profile, sets)| {
            (*account, *username, *federated, *mail, *profile, *sets)
        });
    let more = sellers.iter().map(|(at, account)| {
        let profile = if at % 3 == 0 {
            "Contoso Sales User"
        } else {
            "Standard User"
        };
        (account.as_str(), "", true, true, profile, &[] as &[&str])
    });
    for (account, username, federated, mail, profile, sets) in named.chain(more) {
        let upn = format!("{account}@contoso.com");
        let Some(person) = directory.find("users", "userPrincipalName", &upn) else {
            continue;
        };
        let username = if username.is_empty() { upn.as_str() } else { username };
        let email = if mail {
            upn.clone()
        } else {
            username.replace("@contoso.com", "@mail.contoso.example")
        };
        let values = json!({
            "FirstName": text(person, "givenName"), "LastName": text(person, "surname"),
            "Name": format!("{} {}", text(person, "givenName"), text(person, "surname")),
            "Email": email, "FederationIdentifier": federated.then(|| upn.clone()),
            "Title": person.get("jobTitle"), "IsActive": account != "disabled",
            "LastLoginDate": "2026-08-20T07:40:00.000+0000",
        });
        user(b, username, values, profile, sets);
    }
    // What every org has that no directory knows.
    for (username, name, kind, profile) in [
        (
            "autoproc@00d20000000contoso",
            "Automated Process",
            "AutomatedProcess",
            API_ONLY,
        ),
        (
            "insightssecurity@00d20000000contoso.com",
            "Security User",
            "Standard",
            API_ONLY,
        ),
        (
            "chatty@contoso.com.chatter",
            "Chatter Expert",
            "CsnOnly",
            "Chatter Free User",
        ),
    ] {
        let values =
            json!({"LastName": name, "Name": name, "Email": "noreply@00d20000000contoso.example", "UserType": kind});
        user(b, username, values, profile, &[]);
    }
}
