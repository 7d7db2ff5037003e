//! Salesforce's Setup: the shell, and the framed classic pages that read and change connected apps.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "in a test a surprise is a failure"
)]

use bytes::Bytes;
use http::{Request, Response};
use latchkey_sandbox::salesforce::{HOST, id, setup};
use latchkey_sandbox::{CONTROL_HOST, Config, Sandbox};
use serde_json::{Value, json};

const FOLDER: &str = "/app/mgmt/forceconnectedapps/";

fn sandbox(locale: &str, dialects: &[&str]) -> Sandbox {
    let mut config = Config {
        locale: locale.to_owned(),
        ..Config::default()
    };
    for dialect in dialects {
        config.set_dialect(dialect).unwrap();
    }
    Sandbox::new(config).unwrap()
}

/// A browser with the cookie it was given.
struct Browser<'a> {
    sandbox: &'a Sandbox,
    cookie: String,
}

impl<'a> Browser<'a> {
    /// Signed in by its first page.
    fn of(sandbox: &'a Sandbox, who: &str) -> Self {
        let mut browser = Self {
            sandbox,
            cookie: String::new(),
        };
        let page = browser.send("GET", &format!("{FOLDER}forceAppList.apexp?as={who}"), "");
        let cookie = page.headers()["set-cookie"].to_str().unwrap();
        browser.cookie = cookie.split(';').next().unwrap().to_owned();
        browser
    }

    fn send(&self, method: &str, path: &str, form: &str) -> Response<Bytes> {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", HOST)
            .header("cookie", &self.cookie)
            .header("content-type", "application/x-www-form-urlencoded");
        self.sandbox
            .handle(request.body(Bytes::from(form.to_owned())).unwrap())
            .unwrap()
    }

    fn page(&self, path: &str) -> String {
        let response = self.send("GET", path, "");
        assert_eq!(response.status(), 200, "{path}");
        String::from_utf8_lossy(response.body()).into_owned()
    }
}

fn escaped(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = text.split_once(from).unwrap_or_else(|| panic!("no {from} in {text}"));
    rest.split(to).next().unwrap()
}

fn query(sandbox: &Sandbox, soql: &str) -> Vec<Value> {
    let request = Request::builder()
        .uri(format!("/services/data/v66.0/query?q={}", escaped(soql)))
        .header("host", HOST)
        .header("authorization", "Bearer sandbox:admin@contoso.com");
    let response = sandbox.handle(request.body(Bytes::new()).unwrap()).unwrap();
    let answer: Value = serde_json::from_slice(response.body()).unwrap();
    answer["records"]
        .as_array()
        .unwrap_or_else(|| panic!("{answer}"))
        .clone()
}

fn power_platform(sandbox: &Sandbox) -> Value {
    let request = Request::builder().uri("/state").header("host", CONTROL_HOST);
    let response = sandbox.handle(request.body(Bytes::new()).unwrap()).unwrap();
    let state: Value = serde_json::from_slice(response.body()).unwrap();
    let apps = state["salesforce"]["ConnectedApplication"].as_array().unwrap();
    let found = apps.iter().find(|app| app["Name"] == "Microsoft Power Platform");
    found.cloned().unwrap_or_default()
}

/// Address of the page of the app with a given end.
fn address(sandbox: &Sandbox, page: &str) -> String {
    let app = power_platform(sandbox);
    let id = id::short(app["Id"].as_str().unwrap());
    format!("{FOLDER}{page}?connectedAppId={id}")
}

/// The value of the option or radio button with that label.
fn value_of(page: &str, label: &str) -> String {
    if let Some(before) = page
        .split(&format!(">{label}</option>"))
        .next()
        .filter(|before| before.len() < page.len())
    {
        return between(before.rsplit("<option value=\"").next().unwrap(), "", "\"").to_owned();
    }
    let before = page.split(&format!(">{label}</label>")).next().unwrap();
    let (_, value) = before.rsplit_once("value=\"").unwrap();
    value.split('"').next().unwrap().to_owned()
}

/// What the form posts with these labels chosen.
fn posted(page: &str, labels: [&str; 4]) -> String {
    let token = between(page, "name=\"_CONFIRMATIONTOKEN\" value=\"", "\"");
    let names = ["userPolicy", "ipPolicy", "refreshPolicy", "timeout"];
    let fields = names.iter().zip(labels).map(|(name, label)| {
        let id = format!("thePage:theForm:thePageBlock:{name}");
        format!("{}={}", escaped(&id), escaped(&value_of(page, label)))
    });
    format!("_CONFIRMATIONTOKEN={token}&{}", fields.collect::<Vec<_>>().join("&"))
}

const WANTED: [&str; 4] = [
    "All users may self-authorize",
    "Relax IP restrictions",
    "Refresh token is valid until revoked",
    "None",
];

#[test]
fn s001_23_to_28_the_form_changes_what_soql_and_setup_show() {
    for dialect in ["optionvalues=names", "optionvalues=numbers"] {
        let sandbox = sandbox("en", &[dialect]);
        let browser = Browser::of(&sandbox, "admin@contoso.com");
        let detail = browser.page(&address(&sandbox, "forceAppDetail.apexp"));
        for shown in [
            "Admin approved users are pre-authorized",
            "Enforce IP restrictions",
            "2 hours",
            "Standard User",
        ] {
            assert!(detail.contains(&format!(">{shown}<")), "{shown}");
        }
        let edit = address(&sandbox, "forceAppEdit.apexp");
        let form = browser.page(&edit);
        let saved = browser.send("POST", &edit, &posted(&form, WANTED));
        assert_eq!(saved.status(), 302);
        let app = power_platform(&sandbox);
        assert_eq!(
            (
                &app["OptionsAllowAdminApprovedUsersOnly"],
                &app["IpRelaxation"],
                &app["RefreshTokenPolicy"],
                &app["SessionTimeout"]
            ),
            (&json!(false), &json!("BYPASS"), &json!("infinite"), &Value::Null)
        );
        let rows = query(
            &sandbox,
            "SELECT RefreshTokenValidityPeriod FROM ConnectedApplication WHERE Name = 'Microsoft Power Platform'",
        );
        assert_eq!(rows[0]["RefreshTokenValidityPeriod"], Value::Null);
        let trail = query(
            &sandbox,
            "SELECT Action, Display, CreatedBy.Username FROM SetupAuditTrail WHERE CreatedDate = TODAY",
        );
        assert_eq!(trail.len(), 4);
        assert!(trail.iter().any(|row| {
            row["Action"] == "changeIpRelaxationPolicy"
                && row["Display"]
                    .as_str()
                    .unwrap()
                    .ends_with("from Enforce IP restrictions to Relax IP restrictions")
                && row["CreatedBy"]["Username"] == "admin@contoso.com"
        }));
        // Nobody is listed where everybody may.
        assert!(
            !browser
                .page(&address(&sandbox, "forceAppDetail.apexp"))
                .contains("Standard User")
        );
    }
}

#[test]
fn a_form_from_nowhere_or_with_another_value_changes_nothing() {
    let sandbox = sandbox("en", &[]);
    let browser = Browser::of(&sandbox, "admin@contoso.com");
    let before = power_platform(&sandbox);
    let edit = address(&sandbox, "forceAppEdit.apexp");
    let form = posted(&browser.page(&edit), WANTED);
    let token = form.split('&').next().unwrap().to_owned();
    let other = Browser::of(&sandbox, "owen.admin@contoso.com");
    for (who, body) in [
        (&browser, form.replace(&token, "_CONFIRMATIONTOKEN=made-up")),
        (&other, form.clone()),
        (&browser, form.replace("BYPASS", "ANYTHING")),
        (&browser, token),
    ] {
        let answer = who.send("POST", &edit, &body);
        assert!(
            String::from_utf8_lossy(answer.body()).contains("id=\"validationError\""),
            "{body}"
        );
    }
    assert_eq!(power_platform(&sandbox), before);
}

#[test]
fn who_may_not_change_apps_only_looks_at_them() {
    let sandbox = sandbox("en", &[]);
    let seller = Browser::of(&sandbox, "maria-fernanda@contoso.com");
    let detail = address(&sandbox, "forceAppDetail.apexp");
    assert!(!seller.page(&detail).contains("name=\"edit\""));
    assert!(
        seller
            .page(&address(&sandbox, "forceAppEdit.apexp"))
            .contains("level of access")
    );
    let nobody = Browser::of(&sandbox, "agent@contoso.com");
    assert!(nobody.page(&detail).contains("level of access"));
}

#[test]
fn s001_21_an_app_in_use_is_installed_by_hand() {
    let sandbox = sandbox("en", &["powerplatformapp=uninstalled"]);
    let browser = Browser::of(&sandbox, "admin@contoso.com");
    let apps = "SELECT Id, OptionsAllowAdminApprovedUsersOnly FROM ConnectedApplication WHERE Name = 'Microsoft Power Platform'";
    assert!(query(&sandbox, apps).is_empty());
    let usage = browser.page(&format!("{FOLDER}forceAppUsage.apexp"));
    let install = between(&usage, "name=\"install\"", ">");
    let address = between(install, "data-href=\"", "\"").replace("&amp;", "&");
    let asked = browser.page(&address);
    assert!(asked.contains("needsPerson"));
    let token = between(&asked, "name=\"_CONFIRMATIONTOKEN\" value=\"", "\"").to_owned();
    browser.send("POST", &address, "_CONFIRMATIONTOKEN=made-up");
    assert!(query(&sandbox, apps).is_empty());
    browser.send("POST", &address, &format!("_CONFIRMATIONTOKEN={token}"));
    assert_eq!(query(&sandbox, apps)[0]["OptionsAllowAdminApprovedUsersOnly"], false);
    assert!(
        !browser
            .page(&format!("{FOLDER}forceAppUsage.apexp"))
            .contains("name=\"install\"")
    );
}

#[test]
fn s001_21_an_unblocked_app_is_gone_until_somebody_uses_it() {
    let sandbox = sandbox("en", &["powerplatformapp=blocked"]);
    let browser = Browser::of(&sandbox, "admin@contoso.com");
    let path = format!("{FOLDER}forceAppUsage.apexp");
    let usage = browser.page(&path);
    assert!(usage.contains("name=\"unblock\"") && !usage.contains("name=\"install\""));
    let token = between(&usage, "name=\"_CONFIRMATIONTOKEN\" value=\"", "\"");
    let form = format!("_CONFIRMATIONTOKEN={token}&app=Microsoft+Power+Platform&do=unblock");
    browser.send("POST", &path, &form);
    assert!(!browser.page(&path).contains("Microsoft Power Platform"));
}

#[test]
fn the_shell_frames_the_classic_page_of_another_host_in_four_languages() {
    for (locale, setup, relaxation) in [
        ("en", "Setup", "IP Relaxation"),
        ("da", "Opsætning", "IP-lempelse"),
        ("fr", "Configuration", "Relaxation IP"),
        ("ja", "設定", "IP 制限の緩和"),
    ] {
        let sandbox = sandbox(locale, &[]);
        let shell = |host: &str, path: &str| {
            let request = Request::builder().uri(path).header("host", format!("{host}:4443"));
            sandbox.handle(request.body(Bytes::new()).unwrap()).unwrap()
        };
        for host in setup::HOSTS {
            let page = shell(host, "/lightning/setup/ConnectedApplication/home");
            assert!(
                page.headers()["content-security-policy"]
                    .to_str()
                    .unwrap()
                    .contains("frame-src https:")
            );
            let text = String::from_utf8_lossy(page.body()).into_owned();
            assert!(text.contains(&format!("<title>{setup}</title>")), "{text}");
            assert!(text.contains(&format!("https://{HOST}:4443")));
            for file in [
                "/static/salesforce_shell.js",
                "/static/salesforce.css",
                "/static/dom.js",
                "/static/portal.css",
            ] {
                assert_eq!(shell(host, file).status(), 200, "{file}");
            }
        }
        let moved = shell(HOST, "/lightning/setup/ConnectedAppsUsage/home");
        assert_eq!(
            moved.headers()["location"],
            "https://contoso.my.salesforce-setup.com:4443/lightning/setup/ConnectedAppsUsage/home"
        );
        let browser = Browser::of(&sandbox, "admin@contoso.com");
        let detail = browser.page(&address(&sandbox, "forceAppDetail.apexp"));
        assert!(detail.contains(relaxation) && detail.contains(&format!("lang=\"{locale}\"")));
        assert_eq!(shell(HOST, "/static/salesforce_classic.js").status(), 200);
    }
    let framed = sandbox("en", &["classicframe=setup"]);
    let request = Request::builder()
        .uri("/lightning/setup/PermSets/home")
        .header("host", setup::HOSTS[0]);
    let page = framed.handle(request.body(Bytes::new()).unwrap()).unwrap();
    assert!(String::from_utf8_lossy(page.body()).contains("\"frame\":\"https://contoso.my.salesforce-setup.com\""));
}
