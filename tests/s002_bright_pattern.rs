//! The rules of the article *Add integration account, Bright Pattern* (S002), held against the domain.
#![cfg(test)]

use latchkey::domain::integration_account::{
    Account, Login, SecretTrouble, TYPE, UrlTrouble, check_api, check_login, check_secret, client_id, default_now,
    endpoints, named, reply_address, tenant_of,
};

use latchkey::services::entra::Cloud;

const PUBLIC: &str = "login.microsoftonline.com";
const ORG: &str = "contoso.crm4.dynamics.com";
const TENANT: &str = "7a1b0c7e-5c0b-4d0e-9f3e-1c2d3e4f5a6b";
const OTHER: &str = "00000000-5c0b-4d0e-9f3e-1c2d3e4f5a6b";

fn login(rest: &str) -> String {
    format!("https://login.microsoftonline.com/{rest}")
}

#[test]
fn s002_02_the_reply_address_is_on_the_customers_own_host() {
    assert_eq!(
        reply_address("contoso.brightpattern.com"),
        "https://contoso.brightpattern.com/admin/msdynamicscallback.html"
    );
}

#[test]
fn s002_06_a_name_is_taken_whatever_its_case_and_spaces_and_whatever_the_type() {
    let accounts = [
        account("Contoso  CRM", TYPE, None),
        account("Zendesk", "Zendesk", Some(true)),
    ];
    for name in ["Contoso CRM", " contoso crm ", "CONTOSO\u{a0}CRM"] {
        assert_eq!(named(&accounts, name).unwrap().name, "Contoso  CRM", "{name}");
    }
    assert!(named(&accounts, "zendesk").is_some());
    assert!(named(&accounts, "Contoso CRM 2").is_none());
    assert!(named(&accounts, "ContosoCRM").is_none());
}

fn account(name: &str, kind: &str, is_default: Option<bool>) -> Account {
    Account {
        name: name.to_owned(),
        kind: kind.to_owned(),
        is_default,
    }
}

#[test]
fn s002_07_the_default_of_this_type_is_the_one_that_loses_it_and_no_other() {
    let accounts = [
        account("Zendesk", "Zendesk", Some(true)),
        account("One", TYPE, Some(false)),
        account("Two", "microsoft dynamics 365 ", Some(true)),
    ];
    assert_eq!(default_now(&accounts).unwrap().name, "Two");
    assert_eq!(default_now(accounts.get(..2).unwrap()), None);
    assert_eq!(
        default_now(&[account("One", TYPE, None)]),
        None,
        "not told is not a default"
    );
}

#[test]
fn s002_08_s002_09_s002_11_the_addresses_of_every_region_and_cloud() {
    let hosts = [
        "", "2", "3", "4", "5", "6", "7", "8", "9", "11", "12", "14", "15", "16", "17", "19", "20", "21", "22",
    ];
    for number in hosts {
        let org = format!("contoso.crm{number}.dynamics.com");
        let signs_in = Cloud::of_org(&org).unwrap().login();
        let made = endpoints(&org, signs_in, "{7A1B0C7E-5C0B-4D0E-9F3E-1C2D3E4F5A6B}").unwrap();
        assert_eq!(made.authorization, login(&format!("{TENANT}/oauth2/authorize")));
        assert_eq!(made.token, login(&format!("{TENANT}/oauth2/token")));
        assert_eq!(made.api, format!("https://{org}/api/data/v9.0"));
        // What is derived passes every check.
        let check = |which, url: &str| check_login(which, url, signs_in, Some(TENANT));
        assert_eq!(check(Login::Authorization, &made.authorization), Ok(()));
        assert_eq!(check(Login::Token, &made.token), Ok(()));
        assert_eq!(check_api(&made.api, &org), Ok(()));
    }
    for (org, host) in [
        ("contoso.crm.microsoftdynamics.us", "login.microsoftonline.us"),
        ("contoso.crm.appsplatform.us", "login.microsoftonline.us"),
        ("contoso.crm.dynamics.cn", "login.partner.microsoftonline.cn"),
    ] {
        let signs_in = Cloud::of_org(org).unwrap().login();
        let made = endpoints(org, signs_in, TENANT).unwrap();
        assert_eq!(made.token, format!("https://{host}/{TENANT}/oauth2/token"));
        assert_eq!(check_login(Login::Token, &made.token, signs_in, None), Ok(()));
        let commercial = login(&format!("{TENANT}/oauth2/token"));
        assert_eq!(
            check_login(Login::Token, &commercial, signs_in, None),
            Err(UrlTrouble::OtherHost)
        );
    }
}

#[test]
fn s002_08_s002_09_without_the_tenants_id_nothing_is_derived() {
    for tenant in ["", "common", "contoso.onmicrosoft.com", "7a1b0c7e"] {
        assert_eq!(endpoints(ORG, PUBLIC, tenant), None, "{tenant}");
    }
}

#[test]
fn s002_08_s002_09_each_sign_in_address_is_told_from_its_look_alikes() {
    let check = |rest: &str| check_login(Login::Authorization, &login(rest), PUBLIC, Some(TENANT));
    let good = format!("{TENANT}/oauth2/authorize");
    for rest in [
        good.clone(),
        format!("{good}/"),
        good.to_uppercase(),
        format!("{good}  "),
    ] {
        assert_eq!(check(&rest), Ok(()), "{rest}");
    }
    for (rest, wrong) in [
        (format!("{TENANT}/oauth2/v2.0/authorize"), UrlTrouble::V2),
        (format!("{TENANT}/oauth2/v2.0/token"), UrlTrouble::V2),
        (format!("{TENANT}/oauth2/token"), UrlTrouble::Swapped),
        (format!("{TENANT}/oauth2"), UrlTrouble::OtherPath),
        (format!("{TENANT}/oauth2/authorize/x"), UrlTrouble::OtherPath),
        ("oauth2/authorize".to_owned(), UrlTrouble::OtherPath),
        (String::new(), UrlTrouble::OtherPath),
        ("common/oauth2/authorize".to_owned(), UrlTrouble::NoTenant),
        (
            "contoso.onmicrosoft.com/oauth2/authorize".to_owned(),
            UrlTrouble::NoTenant,
        ),
        (format!("{OTHER}/oauth2/authorize"), UrlTrouble::OtherTenant),
        (format!("{good}?prompt=consent"), UrlTrouble::NotHttps),
        (format!("{good}#x"), UrlTrouble::NotHttps),
        (format!("{TENANT}/ oauth2/authorize"), UrlTrouble::NotHttps),
    ] {
        assert_eq!(check(&rest), Err(wrong), "{rest}");
    }
    for (url, wrong) in [
        ("", UrlTrouble::Empty),
        ("   ", UrlTrouble::Empty),
        ("login.microsoftonline.com/x", UrlTrouble::NotHttps),
        (
            "http://login.microsoftonline.com/x/oauth2/authorize",
            UrlTrouble::NotHttps,
        ),
        (
            "https://user@login.microsoftonline.com/x/oauth2/authorize",
            UrlTrouble::NotHttps,
        ),
        (
            "https://login.microsoftonline.com:8443/x/oauth2/authorize",
            UrlTrouble::NotHttps,
        ),
        ("https:///oauth2/authorize", UrlTrouble::NotHttps),
        ("https://login.windows.net/x/oauth2/authorize", UrlTrouble::OtherHost),
        (
            "https://login.microsoftonline.com.evil.example/x/oauth2/authorize",
            UrlTrouble::OtherHost,
        ),
        ("日本語", UrlTrouble::NotHttps),
    ] {
        assert_eq!(
            check_login(Login::Authorization, url, PUBLIC, Some(TENANT)),
            Err(wrong),
            "{url}"
        );
    }
    let token = login(&format!("{TENANT}/oauth2/token"));
    assert_eq!(check_login(Login::Token, &token, PUBLIC, Some(TENANT)), Ok(()));
    let authorize = login(&good);
    assert_eq!(
        check_login(Login::Token, &authorize, PUBLIC, Some(TENANT)),
        Err(UrlTrouble::Swapped)
    );
    // Where the organization does not tell its tenant, any id stands.
    let other = login(&format!("{OTHER}/oauth2/token"));
    assert_eq!(check_login(Login::Token, &other, PUBLIC, None), Ok(()));
}

#[test]
fn s002_08_s002_09_the_tenant_an_address_names_can_be_held_against_the_others() {
    assert_eq!(
        tenant_of(&login(&format!("{}/oauth2/token", TENANT.to_uppercase()))).as_deref(),
        Some(TENANT)
    );
    assert_eq!(tenant_of(&login("Common/oauth2/token")).as_deref(), Some("common"));
    assert_eq!(tenant_of("https://login.microsoftonline.com"), None);
    assert_eq!(tenant_of("x"), None);
}

#[test]
fn s002_11_the_articles_own_example_passes_and_other_forms_are_told_apart() {
    let example = "https://brightpatterndev.crm.dynamics.com/api/data/v9.0";
    assert_eq!(check_api(example, "brightpatterndev.crm.dynamics.com"), Ok(()));
    for good in [
        "https://contoso.crm4.dynamics.com/api/data/v9.0/",
        "HTTPS://CONTOSO.crm4.dynamics.com/API/data/v9.0",
    ] {
        assert_eq!(check_api(good, ORG), Ok(()), "{good}");
    }
    for (url, wrong) in [
        ("", UrlTrouble::Empty),
        (example, UrlTrouble::OtherHost),
        (
            "https://contoso.api.crm4.dynamics.com/api/data/v9.0",
            UrlTrouble::OtherHost,
        ),
        (
            "https://contoso.crm4.dynamics.com/api/data/v9.2",
            UrlTrouble::OtherVersion,
        ),
        (
            "https://contoso.crm4.dynamics.com/api/data/v8.2/",
            UrlTrouble::OtherVersion,
        ),
        ("https://contoso.crm4.dynamics.com/api/data/v", UrlTrouble::OtherPath),
        ("https://contoso.crm4.dynamics.com/api/data", UrlTrouble::OtherPath),
        ("https://contoso.crm4.dynamics.com", UrlTrouble::OtherPath),
        (
            "https://contoso.crm4.dynamics.com/XRMServices/2011/Organization.svc",
            UrlTrouble::OtherPath,
        ),
        ("contoso.crm4.dynamics.com/api/data/v9.0", UrlTrouble::NotHttps),
    ] {
        assert_eq!(check_api(url, ORG), Err(wrong), "{url}");
    }
}

#[test]
fn s002_12_a_client_id_is_a_guid() {
    assert_eq!(
        client_id(" {7A1B0C7E-5C0B-4D0E-9F3E-1C2D3E4F5A6B} ").as_deref(),
        Some(TENANT)
    );
    for wrong in ["", "contoso", "7a1b0c7e-5c0b-4d0e-9f3e"] {
        assert_eq!(client_id(wrong), None, "{wrong}");
    }
}

#[test]
fn s002_13_a_secret_holds_no_plus_and_is_no_id_and_has_no_space() {
    for good in ["abC8Q~x.y_z-0123456789", "a", "ü~/=%&"] {
        assert_eq!(check_secret(good), Ok(()));
    }
    for (secret, wrong) in [
        ("", SecretTrouble::Empty),
        (" \t", SecretTrouble::Empty),
        ("abC+8Q~", SecretTrouble::Plus),
        ("+", SecretTrouble::Plus),
        (TENANT, SecretTrouble::IsAnId),
        ("abc def", SecretTrouble::Space),
        ("abc\n", SecretTrouble::Space),
    ] {
        assert_eq!(check_secret(secret), Err(wrong));
    }
}
