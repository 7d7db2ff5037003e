//! The portals beside the organisation: what their own servers keep, refuse and do in the tenant.

#![allow(clippy::unwrap_used, reason = "in a test a surprise is a failure")]

use base64::Engine;
use bytes::Bytes;
use http::{Request, Response};
use latchkey_sandbox::dataverse::security::privilege_id;
use latchkey_sandbox::dataverse::solutions::made_up::{self, Recipe};
use latchkey_sandbox::dataverse::solutions::package::Package;
use latchkey_sandbox::ident::Guid;
use latchkey_sandbox::odata::url;
use latchkey_sandbox::pages::portals::{
    BRIGHT_PATTERN, DOWNLOADS, ENTRA, MICROSOFT_365, PARTNER_CENTER, POWER_PLATFORM, TEAMS_ADMIN,
};
use latchkey_sandbox::{CONTROL_HOST, Config, ORG_HOST, Sandbox};
use serde_json::{Value, json};

fn send(sandbox: &Sandbox, host: &str, line: &str, body: &Value) -> Response<Bytes> {
    let (method, path) = line.split_once(' ').unwrap();
    let mut builder = Request::builder().method(method).uri(path).header("host", host);
    if host == ORG_HOST {
        builder = builder.header("authorization", "Bearer sandbox:admin@contoso.com");
    }
    sandbox
        .handle(builder.body(Bytes::from(body.to_string())).unwrap())
        .unwrap()
}

fn ask(sandbox: &Sandbox, host: &str, line: &str, body: &Value) -> (u16, Value) {
    let response = send(sandbox, host, line, body);
    let status = response.status().as_u16();
    (status, serde_json::from_slice(response.body()).unwrap_or_default())
}

fn state(sandbox: &Sandbox) -> Value {
    ask(sandbox, CONTROL_HOST, "GET /state", &Value::Null).1
}

fn sandbox() -> Sandbox {
    let mut config = Config::default();
    config.set_dialect("appuser=dataverse").unwrap();
    let sandbox = Sandbox::new(config).unwrap();
    registered(&sandbox);
    sandbox
}

/// The lead writer's application in the directory, with its secret and a service principal.
fn registered(sandbox: &Sandbox) {
    let mut graph = state(sandbox).get_mut("graph").unwrap().take();
    let app = application().to_string();
    let credential = json!({"keyId": Guid::derive("new", "key").to_string(), "secretText": "planted-client-secret",
        "endDateTime": "2099-01-01T00:00:00Z"});
    let objects = [
        (
            "applications",
            json!({"id": Guid::derive("new", "application").to_string(), "appId": app,
            "displayName": "Lead writer", "passwordCredentials": [credential],
            "web": {"redirectUris": [CALLBACK]},
            "requiredResourceAccess": [{"resourceAppId": "00000007-0000-0000-c000-000000000000",
                "resourceAccess": [{"id": "78ce3f0f-a1ce-49c2-8cde-64b5c0896db4", "type": "Scope"}]}]}),
        ),
        (
            "servicePrincipals",
            json!({"id": Guid::derive("new", "principal").to_string(), "appId": app,
            "displayName": "Lead writer"}),
        ),
    ];
    for (set, object) in objects {
        let mut all = graph.get_mut(set).unwrap().take();
        all.as_array_mut().unwrap().push(object);
        let (status, answer) = ask(sandbox, CONTROL_HOST, "PUT /state", &json!({"graph": {set: all}}));
        assert_eq!(status, 200, "{answer}");
    }
}

fn data(sandbox: &Sandbox, line: &str, body: &Value) -> Value {
    let line = line.replacen(' ', " /api/data/v9.2/", 1);
    let (status, answer) = ask(sandbox, ORG_HOST, &line, body);
    assert!(status < 300, "{line}: {status} {answer}");
    answer
}

fn offer() -> String {
    Guid::derive("offer", "Contoso Field Insights").to_string()
}

fn application() -> Guid {
    Guid::derive("application", "lead writer")
}

/// The solution and an application user with its role; the role as the article has it if `whole`.
fn environment(sandbox: &Sandbox, whole: bool) {
    let zip = made_up::lead_writer(&Recipe::default()).unwrap();
    let import = json!({
        "OverwriteUnmanagedCustomizations": false, "PublishWorkflows": true,
        "CustomizationFile": base64::engine::general_purpose::STANDARD.encode(zip),
    });
    data(sandbox, "POST ImportSolutionAsync", &import);
    (0..4).for_each(|_| drop(data(sandbox, "GET asyncoperations?$top=1", &Value::Null)));
    let user = Guid::derive("new", "user");
    let row = json!({"systemuserid": user.to_string(), "applicationid": application().to_string(), "accessmode": 4});
    data(sandbox, "POST systemusers", &row);
    let role = made_up::role();
    let link = json!({"@odata.id": format!("https://{ORG_HOST}/api/data/v9.2/roles({role})")});
    data(
        sandbox,
        &format!("POST systemusers({user})/systemuserroles_association/$ref"),
        &link,
    );
    if whole {
        let entry = |name: &str, depth: &str| json!({"PrivilegeId": privilege_id(name).to_string(), "Depth": depth});
        let privileges = json!({"Privileges": [
            entry("prvCreateUserEntityUISettings", "Basic"), entry("prvReadUserEntityUISettings", "Basic"),
            entry("prvWriteUserEntityUISettings", "Basic"), entry("prvReadAsyncOperation", "Global"),
            entry("prvWriteAsyncOperation", "Global"), entry("prvAppendToAsyncOperation", "Global"),
        ]});
        data(
            sandbox,
            &format!("POST roles({role})/Microsoft.Dynamics.CRM.AddPrivilegesRole"),
            &privileges,
        );
    }
}

fn connection() -> Value {
    json!({
        "leadDestination": "dynamics", "instanceUrl": format!("https://{ORG_HOST}"), "authentication": "azureAD",
        "applicationId": application().to_string(), "directoryId": Guid::derive("tenant", "contoso").to_string(),
        "applicationKey": "planted-client-secret", "contactEmail": "leads@contoso.com; sales@contoso.com",
    })
}

fn connect(sandbox: &Sandbox, connection: &Value) -> (u16, Value) {
    let line = format!("PUT /dashboard/api/offers/{}/customer-leads", offer());
    ask(sandbox, PARTNER_CENTER, &line, connection)
}

fn validate(sandbox: &Sandbox) -> (u16, Value) {
    let line = format!("POST /dashboard/api/offers/{}/customer-leads/validate", offer());
    ask(sandbox, PARTNER_CENTER, &line, &Value::Null)
}

#[test]
fn s004_50_a_connection_is_saved_shown_without_its_secret_and_taken_back_by_the_state() {
    let sandbox = sandbox();
    let before = state(&sandbox);
    assert_eq!(connect(&sandbox, &connection()).0, 200);
    let (_, offers) = ask(&sandbox, PARTNER_CENTER, "GET /dashboard/api/offers", &Value::Null);
    let leads = offers.pointer("/offers/0/customerLeads").unwrap();
    assert_eq!(leads.get("instanceUrl"), Some(&json!(format!("https://{ORG_HOST}"))));
    assert_eq!(leads.get("applicationKey"), Some(&json!("***")));
    assert!(!state(&sandbox).to_string().contains("planted-client-secret"));
    let restored = ask(&sandbox, CONTROL_HOST, "PUT /state", &before);
    assert_eq!(restored.0, 200, "{}", restored.1);
    assert_eq!(state(&sandbox), before);
}

#[test]
fn s004_48_a_connection_that_lacks_something_is_refused_by_its_name() {
    let sandbox = sandbox();
    for (member, value) in [
        ("applicationId", json!("not an id")),
        ("directoryId", json!("")),
        ("applicationKey", json!("")),
        ("instanceUrl", json!("contoso")),
        ("contactEmail", json!("nobody")),
        ("authentication", json!("none")),
    ] {
        let mut given = connection();
        given.as_object_mut().unwrap().insert(member.into(), value);
        let (status, answer) = connect(&sandbox, &given);
        assert_eq!((status, answer.pointer("/error/message")), (400, Some(&json!(member))));
    }
    assert_eq!(
        validate(&sandbox).1.pointer("/error/code"),
        Some(&json!("notConnected"))
    );
}

#[test]
fn s004_51_validate_writes_a_test_lead_with_the_application_users_own_rights() {
    let sandbox = sandbox();
    assert_eq!(connect(&sandbox, &connection()).0, 200);
    let (status, answer) = validate(&sandbox);
    assert_eq!(
        status, 400,
        "nobody of that application is in the organisation: {answer}"
    );
    environment(&sandbox, true);
    let (status, answer) = validate(&sandbox);
    assert_eq!(status, 200, "{answer}");
    let lead = answer.get("lead").and_then(Value::as_str).unwrap();
    let row = data(
        &sandbox,
        &format!("GET leads({lead})?$select=subject,_createdby_value"),
        &Value::Null,
    );
    assert_eq!(
        row.get("_createdby_value"),
        Some(&json!(Guid::derive("new", "user").to_string()))
    );
    assert_eq!(validate(&sandbox).0, 200);
    let count = data(&sandbox, "GET leads?$select=leadid&$count=true", &Value::Null);
    assert_eq!(count.get("@odata.count"), Some(&json!(2)));
}

#[test]
fn s004_48_validate_says_what_is_wrong_with_the_credentials() {
    let sandbox = sandbox();
    environment(&sandbox, true);
    for (member, value, says) in [
        ("applicationKey", "wrong", "AADSTS7000215"),
        ("applicationId", "0c9e41b7-0000-4000-8000-000000000000", "AADSTS700016"),
        ("directoryId", "0c9e41b7-0000-4000-8000-000000000000", "AADSTS90002"),
        ("instanceUrl", "https://nowhere.crm4.dynamics.com", "AADSTS"),
    ] {
        let mut given = connection();
        given[member] = json!(value);
        assert_eq!(connect(&sandbox, &given).0, 200);
        let (status, answer) = validate(&sandbox);
        assert!(status == 400 && answer.to_string().contains(says), "{member}: {answer}");
    }
}

#[test]
fn s004_49_the_password_of_an_office_365_user_is_checked() {
    let sandbox = sandbox();
    let mut users = state(&sandbox)["graph"]["users"].take();
    for user in users.as_array_mut().unwrap() {
        if user["userPrincipalName"] == "admin@contoso.com" {
            user["passwordProfile"] = json!({"password": "planted-password"});
        }
    }
    assert_eq!(
        ask(
            &sandbox,
            CONTROL_HOST,
            "PUT /state",
            &json!({"graph": {"users": users}})
        )
        .0,
        200
    );
    let mut given = connection();
    given["authentication"] = json!("office365");
    given["username"] = json!("admin@contoso.com");
    given["password"] = json!("planted-password");
    assert_eq!(connect(&sandbox, &given).0, 200);
    let (status, answer) = validate(&sandbox);
    assert_eq!(status, 200, "{answer}");
    given["password"] = json!("planted-wrong-password");
    assert_eq!(connect(&sandbox, &given).0, 200);
    let (status, answer) = validate(&sandbox);
    assert_eq!(
        (status, answer.pointer("/error/code")),
        (400, Some(&json!("AADSTS50126"))),
        "{answer}"
    );
}

#[test]
fn s004_37_validate_names_what_the_role_lacks() {
    let sandbox = sandbox();
    environment(&sandbox, false);
    assert_eq!(connect(&sandbox, &connection()).0, 200);
    let (status, answer) = validate(&sandbox);
    let message = answer.pointer("/error/message").and_then(Value::as_str).unwrap();
    assert!(
        status == 400 && message.contains("prvCreateUserEntityUISettings"),
        "{message}"
    );
    let user = Guid::derive("new", "user");
    let role = made_up::role();
    data(
        &sandbox,
        &format!("DELETE systemusers({user})/systemuserroles_association({role})/$ref"),
        &Value::Null,
    );
    let (_, answer) = validate(&sandbox);
    assert!(answer.to_string().contains("prvCreateLead"), "{answer}");
    data(
        &sandbox,
        &format!("PATCH systemusers({user})"),
        &json!({"isdisabled": true}),
    );
    let (_, answer) = validate(&sandbox);
    assert_eq!(answer.pointer("/error/code"), Some(&json!("0x80040225")));
}

fn account() -> Value {
    let tenant = Guid::derive("tenant", "contoso");
    json!({
        "id": "", "type": "msdynamics365", "name": "Dynamics service", "isDefault": true,
        "authorizationUrl": format!("https://login.microsoftonline.com/{tenant}/oauth2/authorize"),
        "tokenUrl": format!("https://login.microsoftonline.com/{tenant}/oauth2/token"),
        "apiUrl": format!("https://{ORG_HOST}/api/data/v9.0"), "clientId": application().to_string(),
        "clientSecret": "planted-client-secret", "refreshToken": "planted-refresh-token",
    })
}

#[test]
fn s002_17_apply_saves_an_account_and_the_default_of_its_type_is_one() {
    let sandbox = sandbox();
    let before = state(&sandbox);
    let line = "POST /admin/service/integrationaccounts";
    let (status, saved) = ask(&sandbox, BRIGHT_PATTERN, line, &account());
    assert_eq!((status, saved.get("id")), (200, Some(&json!("3"))));
    let after = state(&sandbox);
    let accounts = after.pointer("/brightpattern/integrationaccounts").unwrap();
    let defaults: Vec<bool> = accounts
        .as_array()
        .unwrap()
        .iter()
        .map(|a| a["isDefault"] == true)
        .collect();
    assert_eq!(defaults, [true, false, true], "one default of each type");
    assert!(!after.to_string().contains("planted"));
    // Applied again with the secrets left as they are shown, nothing changes.
    let shown = accounts.get(2).unwrap().clone();
    assert_eq!(ask(&sandbox, BRIGHT_PATTERN, line, &shown).0, 200);
    assert_eq!(state(&sandbox), after);
    assert_eq!(ask(&sandbox, CONTROL_HOST, "PUT /state", &before).0, 200);
    assert_eq!(state(&sandbox), before);
}

#[test]
fn s002_06_a_name_that_is_there_already_and_an_empty_field_are_refused() {
    let sandbox = sandbox();
    let line = "POST /admin/service/integrationaccounts";
    for (member, value, status, code) in [
        ("name", " dynamics TRIAL ", 409, "notUnique"),
        ("name", "", 400, "required"),
        ("apiUrl", "", 400, "required"),
        ("clientSecret", "", 400, "required"),
    ] {
        let mut given = account();
        given.as_object_mut().unwrap().insert(member.into(), json!(value));
        let (got, answer) = ask(&sandbox, BRIGHT_PATTERN, line, &given);
        assert_eq!(
            (got, answer.pointer("/error/code")),
            (status, Some(&json!(code))),
            "{member} {value}"
        );
    }
}

const CALLBACK: &str = "https://contoso.brightpattern.com/admin/msdynamicscallback.html";

/// What stands between two pieces of a text.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    text.split_once(before)
        .and_then(|(_, rest)| rest.split_once(after))
        .map_or("", |(found, _)| found)
}

/// Signs the administrator in as the window behind **Refresh token** does, and answers the code it comes back with;
/// nothing if that never ends.
fn signed_in(sandbox: &Sandbox, account: &Value) -> String {
    let login = "login.microsoftonline.com";
    let text = |name: &str| account.get(name).and_then(Value::as_str).unwrap();
    let authorize = text("authorizationUrl");
    let query = format!(
        "client_id={}&response_type=code&redirect_uri={CALLBACK}&response_mode=query&resource=https://{ORG_HOST}&prompt=consent&state=s",
        text("clientId")
    );
    let path = authorize.strip_prefix(&format!("https://{login}")).unwrap();
    let mut response = send(sandbox, login, &format!("GET {path}?{query}"), &Value::Null);
    for _ in 0..5 {
        if response.status() == 302 {
            let location = response.headers().get("location").unwrap().to_str().unwrap().to_owned();
            assert!(location.starts_with(CALLBACK), "{location}");
            let pairs = url::pairs(location.split_once('?').unwrap().1);
            return pairs.into_iter().find(|(name, _)| name == "code").unwrap().1;
        }
        let page = String::from_utf8_lossy(response.body()).into_owned();
        let (action, flow) = (
            between(&page, "action=\"", "\""),
            between(&page, "name=\"flow\" value=\"", "\""),
        );
        let choice = match action {
            "/common/login" => "admin@contoso.com",
            _ => between(&page, "class=\"primary\" value=\"", "\""),
        };
        let form = format!("flow={flow}&choice={choice}&organization=yes");
        let request = Request::builder().method("POST").uri(action).header("host", login);
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        response = sandbox.handle(request.body(Bytes::from(form)).unwrap()).unwrap();
    }
    String::new()
}

#[test]
fn s002_14_the_sign_in_fills_the_refresh_token_and_test_connection_passes_with_it() {
    let sandbox = sandbox();
    let mut given = account();
    let code = signed_in(&sandbox, &given);
    let redeem = json!({"account": given, "code": code, "redirectUri": CALLBACK});
    let (status, answer) = ask(&sandbox, BRIGHT_PATTERN, "POST /admin/service/redeem", &redeem);
    assert_eq!(status, 200, "{answer}");
    given["refreshToken"] = answer["refreshToken"].clone();
    let test = |given: &Value| ask(&sandbox, BRIGHT_PATTERN, "POST /admin/service/test", given);
    let (status, answer) = test(&given);
    let admin = Guid::derive("systemuser", "admin@contoso.com").to_string();
    assert_eq!((status, &answer["UserId"]), (200, &json!(admin)), "{answer}");
    // Each of these makes it fail, and the page says what Microsoft said.
    for (member, value, says) in [
        ("clientSecret", "wrong", "AADSTS7000215"),
        (
            "tokenUrl",
            "https://login.microsoftonline.com/fabrikam.example/oauth2/token",
            "AADSTS90002",
        ),
        (
            "apiUrl",
            "https://contoso.crm4.dynamics.com/api/data/v8.2",
            "WhoAmI: HTTP 404",
        ),
    ] {
        let mut wrong = given.clone();
        wrong[member] = json!(value);
        let (status, answer) = test(&wrong);
        assert!(status == 400 && answer.to_string().contains(says), "{member}: {answer}");
    }
}

#[test]
fn s002_13_a_client_secret_with_a_plus_does_not_arrive_as_it_is() {
    let sandbox = sandbox();
    let mut graph = state(&sandbox)["graph"].take();
    let app = application().to_string();
    for object in graph["applications"].as_array_mut().unwrap() {
        if object["appId"] == json!(app) {
            object["passwordCredentials"] = json!([{"keyId": Guid::derive("new", "plus").to_string(),
                "secretText": "planted+secret", "endDateTime": "2099-01-01T00:00:00Z"}]);
        }
    }
    let put = json!({"graph": {"applications": graph["applications"].take()}});
    assert_eq!(ask(&sandbox, CONTROL_HOST, "PUT /state", &put).0, 200);
    let mut given = account();
    given["clientSecret"] = json!("planted+secret");
    let code = signed_in(&sandbox, &given);
    let redeem = json!({"account": given, "code": code, "redirectUri": CALLBACK});
    let (status, answer) = ask(&sandbox, BRIGHT_PATTERN, "POST /admin/service/redeem", &redeem);
    assert!(
        status == 400 && answer.to_string().contains("AADSTS7000215"),
        "{answer}"
    );
}

#[test]
fn s002_16_test_connection_tells_what_the_token_endpoint_said() {
    let sandbox = sandbox();
    let test = |given: &Value| ask(&sandbox, BRIGHT_PATTERN, "POST /admin/service/test", given);
    let mut given = account();
    let (status, answer) = test(&given);
    assert_eq!(
        (status, answer.pointer("/error/code")),
        (400, Some(&json!("connection")))
    );
    given.as_object_mut().unwrap().insert("refreshToken".into(), json!(""));
    let (_, answer) = test(&given);
    assert!(answer.to_string().contains("no refresh token"), "{answer}");
}

#[test]
fn pages_are_served_with_a_policy_that_names_no_extension() {
    let sandbox = sandbox();
    for (host, path) in [
        (PARTNER_CENTER, "/dashboard/commercial-marketplace/overview"),
        (BRIGHT_PATTERN, "/admin/"),
        (POWER_PLATFORM, "/environments"),
        (TEAMS_ADMIN, "/policies/meetings"),
        (MICROSOFT_365[0], "/"),
        (ENTRA[0], "/"),
        (ENTRA[1], "/"),
    ] {
        let response = send(&sandbox, host, &format!("GET {path}"), &Value::Null);
        assert_eq!(response.status(), 200, "{host}");
        let policy = response
            .headers()
            .get("content-security-policy")
            .map(|p| p.to_str().unwrap());
        assert_eq!(policy.is_some(), host != BRIGHT_PATTERN);
        assert!(policy.is_none_or(|policy| policy.contains("require-trusted-types-for 'script'")));
        assert_eq!(send(&sandbox, host, "GET /nowhere.js", &Value::Null).status(), 404);
    }
    // The admin center does not answer for the organisation.
    assert_eq!(
        send(&sandbox, POWER_PLATFORM, "GET /api/data/v9.2/WhoAmI", &Value::Null).status(),
        404
    );
}

#[test]
fn s004_07_the_solution_can_be_downloaded_where_it_is_published() {
    let sandbox = sandbox();
    let line = format!("GET /documentation/{}", made_up::FILE);
    let response = send(&sandbox, DOWNLOADS, &line, &Value::Null);
    let package = Package::read(response.body()).unwrap();
    assert_eq!(
        (package.unique_name.as_str(), package.managed),
        (made_up::UNIQUE_NAME, true)
    );
    assert_eq!(
        package.roles.first().map(|role| role.name.as_str()),
        Some(made_up::ROLE)
    );
}
