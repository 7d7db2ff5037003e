//! The Salesforce client against answers as Salesforce documents them: composite calls, pages, refusals, SOQL that stays
//! one, and the sign-in that gives its token.
#![cfg(test)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at once; the lints' own exemption does not reach functions beside the tests"
)]

#[allow(dead_code, reason = "each test crate uses its own part")]
mod memory_journal;

use std::cell::RefCell;

use latchkey::domain::reading::Reading;
use latchkey::domain::salesforce::proof::Described;
use latchkey::domain::salesforce::rights::{API_ENABLED, Rights};
use latchkey::http::{LocalFuture, Method, Request, Response, TransportError};
use latchkey::json::{FromJson, ToJson};
use latchkey::services::Transport;
use latchkey::services::patience::Sleep;
use latchkey::services::salesforce::sign_in::session::{answered, identity, session_key};
use latchkey::services::salesforce::sign_in::{
    Attempt, Client, SalesforceSignInError, Session, consumer_key, my_domain,
};
use latchkey::services::salesforce::soql::quoted;
use latchkey::services::salesforce::{Salesforce, SalesforceError, composite, rows, writes};
use memory_journal::block_on;
use serde_json::{Value, json};

const HOST: &str = "contoso.my.salesforce.com";

/// Answers in turn, and what was asked for.
#[derive(Default)]
struct Canned {
    answers: RefCell<Vec<Response>>,
    asked: RefCell<Vec<Request>>,
    waits: RefCell<Vec<u64>>,
}

impl Canned {
    fn of(answers: Vec<Response>) -> Self {
        Self {
            answers: RefCell::new(answers),
            ..Self::default()
        }
    }

    fn client(&self) -> Salesforce<'_> {
        Salesforce::new(self, self)
    }
}

impl Transport for Canned {
    fn host(&self) -> &str {
        HOST
    }

    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        self.asked.borrow_mut().push(request);
        let answer = self.answers.borrow_mut().remove(0);
        Box::pin(async move { Ok(answer) })
    }

    fn batch(&self, paths: Vec<String>) -> LocalFuture<'_, Result<Response, TransportError>> {
        match composite::compose(&paths) {
            Ok(request) => self.send(request),
            Err(error) => Box::pin(async move { Err(error) }),
        }
    }
}

impl Sleep for Canned {
    fn sleep(&self, millis: u64) -> LocalFuture<'_, ()> {
        self.waits.borrow_mut().push(millis);
        Box::pin(async {})
    }
}

fn answer(status: u16, body: &Value) -> Response {
    Response {
        status,
        headers: Default::default(),
        body: body.to_string(),
    }
}

fn found(records: Value) -> Value {
    json!({"totalSize": records.as_array().unwrap().len(), "done": true, "records": records})
}

fn refused(code: &str) -> Value {
    json!([{"message": "planted", "errorCode": code}])
}

fn user_row(id: &str) -> Value {
    json!({"attributes": {"type": "User", "url": "/services/data/v66.0/sobjects/User/1"}, "Id": id,
        "Name": "M365 Copilot Sales integration user", "Username": "agent@contoso.com", "IsActive": true,
        "Email": "agent@contoso.com", "FederationIdentifier": null})
}

#[test]
fn s000_08_the_parts_of_a_connection_come_in_one_composite_each_with_its_own_outcome() {
    let app = json!({"attributes": {"type": "ConnectedApplication"}, "Id": "0H4xx0000000001CAA",
        "Name": "M365 Copilot Sales connected app", "OptionsAllowAdminApprovedUsersOnly": false,
        "RefreshTokenValidityPeriod": null});
    let parts = json!({"compositeResponse": [
        {"body": refused("INVALID_TYPE"), "httpHeaders": {}, "httpStatusCode": 400, "referenceId": "r1"},
        {"body": found(json!([app])), "httpHeaders": {}, "httpStatusCode": 200, "referenceId": "r0"},
        {"body": found(json!([user_row("005xx0000000001AAA")])), "httpHeaders": {}, "httpStatusCode": 200,
         "referenceId": "r2"},
    ]});
    let canned = Canned::of(vec![answer(200, &parts)]);
    let client = canned.client();
    let mut composite = client.composite();
    let apps = composite.add(&rows::connected_apps_like("%Copilot%Sales%"));
    let external = composite.add(&rows::external_apps_like("%Copilot%Sales%"));
    let users = composite.add(&rows::users_like("%Copilot%Sales%"));
    let sets = composite.add(&rows::sets_like("%Copilot%Sales%"));
    let parts = block_on(composite.send()).unwrap();
    let apps = block_on(parts.all(&apps)).unwrap();
    assert_eq!((apps.len(), apps[0].refresh_validity), (1, None));
    assert_eq!(
        block_on(parts.all(&external)),
        Err(SalesforceError::NotKnown {
            what: "salesforce-what-external-apps"
        })
    );
    assert_eq!(block_on(parts.all(&users)).unwrap()[0].username, "agent@contoso.com");
    // What was not answered at all is not "none".
    assert!(matches!(
        block_on(parts.all(&sets)),
        Err(SalesforceError::Unexpected { .. })
    ));
    let asked = canned.asked.borrow();
    assert_eq!(
        (asked.len(), asked[0].path.as_str()),
        (1, "/services/data/v66.0/composite")
    );
    let body: Value = serde_json::from_str(asked[0].body.as_deref().unwrap()).unwrap();
    assert_eq!(body["allOrNone"], false);
    let requests = body["compositeRequest"].as_array().unwrap();
    assert_eq!(requests.len(), 4);
    assert!(requests.iter().all(|request| request["method"] == "GET"));
    assert_eq!(
        requests[2]["url"],
        "/services/data/v66.0/query?q=SELECT%20Id,Name,Username,IsActive,Email,FederationIdentifier%20FROM%20User\
         %20WHERE%20Name%20LIKE%20'%25Copilot%25Sales%25'"
    );
}

#[test]
fn a_composite_of_more_than_the_service_takes_or_of_anything_but_the_api_is_not_sent() {
    let query = |number: usize| format!("/services/data/v66.0/query?q={number}");
    let describe = |number: usize| format!("/services/data/v66.0/sobjects/O{number}/describe");
    let compose = |paths: Vec<String>| composite::compose(&paths);
    assert!(compose((0..5).map(query).collect()).is_ok());
    assert!(compose((0..6).map(query).collect()).is_err());
    assert!(compose((0..25).map(describe).collect()).is_ok());
    assert!(compose((0..26).map(describe).collect()).is_err());
    assert!(compose(Vec::new()).is_err());
    for foreign in [
        "/services/oauth2/userinfo",
        "/services/data/../oauth2/token",
        "https://evil.example/services/data/v66.0/limits",
        "/services/data/v66.0//evil",
    ] {
        assert!(compose(vec![foreign.to_owned()]).is_err(), "{foreign}");
    }
}

#[test]
fn g10_a_list_is_followed_to_its_end_or_is_none() {
    let page = |done: bool, next: Option<&str>, id: &str| {
        let mut page = json!({"totalSize": 2, "done": done, "records": [user_row(id)]});
        if let Some(next) = next {
            page["nextRecordsUrl"] = json!(next);
        }
        answer(200, &page)
    };
    let canned = Canned::of(vec![
        page(false, Some("/services/data/v66.0/query/01gxx-2000"), "1"),
        page(true, None, "2"),
    ]);
    let users = block_on(canned.client().all(&rows::people())).unwrap();
    assert_eq!(
        users.iter().map(|user| user.id.as_str()).collect::<Vec<_>>(),
        ["1", "2"]
    );
    assert_eq!(canned.asked.borrow()[1].path, "/services/data/v66.0/query/01gxx-2000");
    // Not done, and nothing to go on with; a row without what every row has.
    let mut odd = user_row("1");
    odd.as_object_mut().unwrap().remove("IsActive");
    for page in [
        page(false, None, "1"),
        answer(200, &found(json!([odd]))),
        answer(200, &json!([])),
    ] {
        let canned = Canned::of(vec![page]);
        let read = block_on(canned.client().all(&rows::people()));
        assert!(matches!(read, Err(SalesforceError::Unexpected { .. })), "{read:?}");
    }
}

#[test]
fn g10_a_list_that_leads_back_or_goes_on_and_on_ends_and_says_so() {
    let next = |at: usize| format!("/services/data/v66.0/query/01gxx-{at}");
    let page = |next: String| {
        let page = json!({"totalSize": 100_000, "done": false, "records": [user_row("1")], "nextRecordsUrl": next});
        answer(200, &page)
    };
    // Two that lead to one another.
    let canned = Canned::of((0..200).map(|at| page(next(at % 2))).collect());
    let read = block_on(canned.client().all(&rows::people()));
    assert!(matches!(read, Err(SalesforceError::Unexpected { .. })), "{read:?}");
    assert_eq!(canned.asked.borrow().len(), 3);
    // More than are read: none for who needs all of them, else the beginning.
    let canned = Canned::of((0..200).map(|at| page(next(at))).collect());
    let read = block_on(canned.client().all(&rows::people()));
    assert!(matches!(read, Err(SalesforceError::TooLong { .. })), "{read:?}");
    assert!(canned.asked.borrow().len() <= 25);
    let first = json!({"compositeResponse": [{"referenceId": "r0", "httpStatusCode": 200, "body":
        json!({"totalSize": 100_000, "done": false, "records": [user_row("1")], "nextRecordsUrl": next(200)})}]});
    let mut answers = vec![answer(200, &first)];
    answers.extend((0..200).map(|at| page(next(at))));
    let canned = Canned::of(answers);
    let client = canned.client();
    let mut parts = client.composite();
    let people = parts.add(&rows::people());
    let read = block_on(async { parts.send().await.unwrap().reading(&people).await });
    let Reading::Partial { value, missing } = read else {
        panic!("{read:?}");
    };
    assert_eq!((value.len(), missing.len()), (25, 1));
    assert_eq!(missing[0].id, "dataverse-missing-too-long");
}

#[test]
fn refusals_are_split_by_what_the_admin_can_do_and_quote_nothing() {
    let what = "salesforce-what-users";
    let of = |status, code: &str| SalesforceError::of(&answer(status, &refused(code)), HOST, what).unwrap();
    let signed_out = SalesforceError::SignedOut { host: HOST.to_owned() };
    assert_eq!(of(401, "INVALID_SESSION_ID"), signed_out);
    assert_eq!(of(302, ""), signed_out);
    assert_eq!(of(403, "API_DISABLED_FOR_ORG"), SalesforceError::ApiDisabled);
    assert_eq!(of(403, "REQUEST_LIMIT_EXCEEDED"), SalesforceError::LimitExceeded);
    assert_eq!(of(403, "FUNCTIONALITY_NOT_ENABLED"), SalesforceError::Denied { what });
    assert_eq!(
        of(400, "INSUFFICIENT_ACCESS_OR_READONLY"),
        SalesforceError::Denied { what }
    );
    assert_eq!(of(400, "INVALID_FIELD"), SalesforceError::NotKnown { what });
    assert_eq!(of(400, "INVALID_TYPE"), SalesforceError::NotKnown { what });
    assert_eq!(of(404, "NOT_FOUND"), SalesforceError::NotFound { what });
    assert!(matches!(
        of(400, "STRING_TOO_LONG"),
        SalesforceError::Refused { status: 400, .. }
    ));
    for error in [of(400, "INVALID_FIELD"), of(403, "X"), of(418, "X")] {
        assert!(!format!("{error} {error:?} {:?}", error.explain()).contains("planted"));
    }
    // A limit is not waited for, a busy service is.
    let canned = Canned::of(vec![answer(403, &refused("REQUEST_LIMIT_EXCEEDED"))]);
    let limited = block_on(canned.client().all(&rows::people()));
    assert_eq!(
        (limited, canned.asked.borrow().len()),
        (Err(SalesforceError::LimitExceeded), 1)
    );
    let mut busy = answer(503, &refused("SERVER_UNAVAILABLE"));
    busy.headers.insert("retry-after".to_owned(), "7".to_owned());
    let canned = Canned::of(vec![busy, answer(200, &found(json!([])))]);
    assert_eq!(block_on(canned.client().all(&rows::people())), Ok(Vec::new()));
    assert_eq!(*canned.waits.borrow(), [7000]);
}

#[test]
fn names_stay_one_text_in_soql() {
    assert_eq!(quoted("O'Brien"), r"'O\'Brien'");
    assert_eq!(quoted(r"\' OR Id != '"), r"'\\\' OR Id != \''");
    assert_eq!(quoted("a\nb\u{0}\"c"), r#"'a\nb\"c'"#);
    let path = rows::connected_app("x' & OR Name != 'y#z").path().to_owned();
    assert!(
        !path.contains('&') && !path.contains('#') && path.contains(r"%5C'"),
        "{path}"
    );
}

#[test]
fn s000_24_to_s000_43_rights_and_descriptions_are_read_as_the_service_writes_them() {
    let object = json!({"ParentId": "0PSxx0000000001GAA", "SobjectType": "Lead", "PermissionsRead": true,
        "PermissionsCreate": false, "PermissionsEdit": true, "PermissionsDelete": false,
        "PermissionsViewAllRecords": true, "PermissionsModifyAllRecords": false, "PermissionsViewAllFields": false});
    let field = json!({"ParentId": "0PSxx0000000001GAA", "SobjectType": "Lead", "Field": "Lead.Email",
        "PermissionsRead": true, "PermissionsEdit": false});
    let description = json!({"name": "Contact", "fields": [
        {"name": "AccountId", "permissionable": false}, {"name": "Email", "permissionable": true}, {"name": "Odd"}]});
    let assignment = json!({"Id": "0Paxx0000000001CAA", "AssigneeId": "005xx0000000001AAA",
        "PermissionSetId": "0PSxx0000000001GAA", "PermissionSet": {"Label": "X00ex00000018ozT", "IsOwnedByProfile": true,
        "Profile": {"Name": "Minimum Access"}, "PermissionsApiEnabled": true, "PermissionsViewAllData": false}});
    let canned = Canned::of(vec![
        answer(200, &found(json!([object]))),
        answer(200, &found(json!([field]))),
        answer(200, &description),
        answer(200, &found(json!([assignment]))),
    ]);
    let client = canned.client();
    let sets = ["0PSxx0000000001GAA"];
    let objects = block_on(client.all(&rows::object_permissions(sets.into_iter()))).unwrap();
    assert_eq!(objects[0].rights, Rights::READ.and(Rights::EDIT).and(Rights::VIEW_ALL));
    let fields = block_on(client.all(&rows::field_permissions(sets.into_iter()))).unwrap();
    assert_eq!(
        (fields[0].field.as_str(), fields[0].read, fields[0].edit),
        ("Lead.Email", true, false)
    );
    let contact = block_on(client.get(&rows::describe("Contact"))).unwrap();
    assert_eq!(contact.field("AccountId"), Described::NotPermissionable);
    assert_eq!(contact.field("email"), Described::Permissionable);
    assert_eq!(contact.field("Odd"), Described::Unknown);
    assert_eq!(contact.field("Fax"), Described::NotThere);
    let held = block_on(client.all(&rows::held_by(&["005xx0000000001AAA"], &[API_ENABLED]))).unwrap();
    assert_eq!(
        (held[0].set.label.as_str(), held[0].set.is_profile),
        ("Minimum Access", true)
    );
    assert_eq!(held[0].set.system, [API_ENABLED]);
}

#[test]
fn s001_15_and_s001_29_a_write_sends_no_more_than_the_service_takes() {
    let grant = writes::grant_app("0PSxx0000000001GAA", "0H4xx0000000001CAA");
    assert_eq!(
        (grant.method, grant.path.as_str()),
        (Method::Post, "/services/data/v66.0/sobjects/SetupEntityAccess")
    );
    let body: Value = serde_json::from_str(grant.body.as_deref().unwrap()).unwrap();
    assert_eq!(
        body,
        json!({"ParentId": "0PSxx0000000001GAA", "SetupEntityId": "0H4xx0000000001CAA"})
    );
    let enable = writes::enable_api("0PSxx0000000001GAA", true);
    assert_eq!(enable.method, Method::Patch);
    assert_eq!(enable.body.as_deref(), Some(r#"{"PermissionsApiEnabled":true}"#));
    let gone = writes::delete(writes::ACCESS, "~grant~");
    assert_eq!(gone.path, "/services/data/v66.0/sobjects/SetupEntityAccess/~grant~");
}

const REDIRECT: &str = "https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/";

fn client() -> Client {
    Client {
        host: HOST.to_owned(),
        consumer_key: "3MVG9planted.key_for-tests".to_owned(),
    }
}

fn attempt() -> Attempt {
    Attempt::new(client(), REDIRECT.to_owned(), &[[1; 32], [2; 32]])
}

#[test]
fn s001_19_the_window_is_asked_for_with_pkce_and_state_and_only_its_own_answer_is_believed() {
    let attempt = attempt();
    let url = attempt.url(false);
    assert!(url.starts_with("https://contoso.my.salesforce.com/services/oauth2/authorize?response_type=code&"));
    for part in [
        "code_challenge_method=S256",
        "scope=api",
        "client_id=3MVG9planted%2Ekey%5Ffor%2Dtests",
    ] {
        assert!(url.contains(part), "{url}");
    }
    assert!(!url.contains("refresh") && !url.contains("secret") && !url.contains("prompt"));
    assert!(attempt.url(true).ends_with("&prompt=login"));
    let redeem = attempt.redeem("the code");
    let verifier = redeem.body.as_deref().unwrap().split("code_verifier=").nth(1).unwrap();
    assert!(!url.contains(verifier));
    let state = url.split("state=").nth(1).unwrap();
    let code = |rest: &str| attempt.code(&format!("{REDIRECT}{rest}"));
    assert_eq!(code(&format!("?code=a%2Fb&state={state}")).as_deref(), Ok("a/b"));
    for odd in [
        "?code=a".to_owned(),
        "?code=a&state=other".to_owned(),
        format!("?state={state}"),
        format!("#code=a&state={state}"),
        format!(".evil.example/?code=a&state={state}"),
    ] {
        assert!(
            matches!(code(&odd), Err(SalesforceSignInError::Unexpected { .. })),
            "{odd}"
        );
    }
    for (error, known) in [
        ("access_denied", SalesforceSignInError::Cancelled),
        ("OAUTH_APP_BLOCKED", SalesforceSignInError::AppBlocked),
        ("OAUTH_APP_ACCESS_DENIED", SalesforceSignInError::NotApproved),
        ("redirect_uri_mismatch", SalesforceSignInError::RedirectNotRegistered),
        ("invalid_client_id", SalesforceSignInError::AppUnknown),
        ("invalid_scope", SalesforceSignInError::ScopeMissing),
    ] {
        let said = format!("?error={error}&error_description=planted&state={state}");
        assert_eq!(code(&said), Err(known), "{error}");
    }
}

#[test]
fn g9_a_token_is_taken_for_the_organization_asked_for_alone_and_never_told() {
    let good = json!({"access_token": "planted!token", "instance_url": "https://contoso.my.salesforce.com",
        "id": "https://login.salesforce.com/id/00Dxx0000000001EAA/005xx0000000001AAA", "scope": "api",
        "token_type": "Bearer", "issued_at": "1795269720000", "signature": "x"});
    let session = answered(&answer(200, &good), &client(), 7);
    let session = session.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(session.organization, "00Dxx0000000001EAA");
    assert_eq!(session.user, "005xx0000000001AAA");
    assert!(!format!("{session:?}").contains("planted!"));
    assert_eq!(Session::from_json(&session.to_json()), Ok(session));
    assert!(session_key(HOST).starts_with("sign-in/"), "forgotten with all others");
    let with = |name: &str, value: Value| {
        let mut body = good.clone();
        body[name] = value;
        answered(&answer(200, &body), &client(), 7).unwrap_err()
    };
    assert_eq!(
        with("instance_url", json!("https://other.my.salesforce.com")),
        SalesforceSignInError::WrongOrganization {
            wanted: HOST.to_owned(),
            signed_in: "other.my.salesforce.com".to_owned()
        }
    );
    assert_eq!(with("scope", json!("id web")), SalesforceSignInError::ScopeMissing);
    for (name, value) in [("id", json!("https://x/id/1/2")), ("access_token", json!(7))] {
        assert!(
            matches!(with(name, value), SalesforceSignInError::Unexpected { .. }),
            "{name}"
        );
    }
    let refused = |error: &str| answered(&answer(400, &json!({"error": error})), &client(), 7).unwrap_err();
    assert_eq!(refused("invalid_grant"), SalesforceSignInError::Expired);
    assert_eq!(refused("invalid_client"), SalesforceSignInError::SecretRequired);
    assert_eq!(
        refused("planted <b>"),
        SalesforceSignInError::Refused {
            code: "plantedb".to_owned()
        }
    );
    let busy = answered(&answer(503, &json!("busy")), &client(), 7);
    assert_eq!(busy, Err(SalesforceSignInError::Offline { host: HOST.to_owned() }));
    assert_eq!(identity("https://login.salesforce.com/id/00Dxx0000000001/evil"), None);
}

#[test]
fn only_a_host_of_my_domain_and_a_consumer_key_are_taken_from_settings() {
    for (typed, host) in [
        ("contoso.my.salesforce.com", HOST),
        (
            " https://Contoso.lightning.force.com/lightning/setup/SetupOneHome/home ",
            HOST,
        ),
        ("https://contoso.my.salesforce-setup.com/x", HOST),
        (
            "contoso--dev.sandbox.my.salesforce.com",
            "contoso--dev.sandbox.my.salesforce.com",
        ),
    ] {
        assert_eq!(my_domain(typed).as_deref(), Some(host), "{typed}");
    }
    for odd in [
        "",
        "login.salesforce.com",
        "my.salesforce.com",
        ".my.salesforce.com",
        "evil.example/.my.salesforce.com",
        "evil.example#.my.salesforce.com",
        "http://contoso.my.salesforce.com",
        "contoso.my.salesforce.com.evil.example",
        "con_toso@x.my.salesforce.com",
    ] {
        assert_eq!(my_domain(odd), None, "{odd}");
    }
    assert!(consumer_key(" 3MVG9abc.def_ghi-jkl ").is_some());
    assert!(consumer_key("short").is_none() && consumer_key("3MVG9abc def ghi jkl").is_none());
}

#[test]
fn g10_a_list_that_contradicts_itself_and_a_row_without_what_was_asked_are_not_read() {
    let mut app = json!({"Id": "0H4xx0000000001CAA", "Name": "Microsoft Power Platform",
        "OptionsAllowAdminApprovedUsersOnly": false, "RefreshTokenValidityPeriod": null});
    let all = |page: Value| {
        let canned = Canned::of(vec![answer(200, &page)]);
        block_on(canned.client().all(&rows::connected_app("Microsoft Power Platform")))
    };
    assert_eq!(all(found(json!([app]))).unwrap()[0].refresh_validity, None);
    for page in [
        json!({"totalSize": 2, "done": true, "records": []}),
        json!({"totalSize": 0, "done": true, "records": [app]}),
        json!({"done": true, "records": []}),
    ] {
        assert!(
            matches!(all(page.clone()), Err(SalesforceError::Unexpected { .. })),
            "{page}"
        );
    }
    app.as_object_mut().unwrap().remove("RefreshTokenValidityPeriod");
    assert!(all(found(json!([app]))).is_err());
}

#[test]
fn g10_a_list_that_goes_on_or_is_short_shows_nothing_absent() {
    use latchkey::plan::model::{Condition, Probe, Read};
    use latchkey::plan::probe::{Answer, evaluate};
    use latchkey::text::Text;
    let probe = Probe {
        read: Read::Http(rows::people().request()),
        conditions: vec![Condition::NoMember {
            label: Text::new("salesforce-user"),
            list: "/records".to_owned(),
            key: [("Id".to_owned(), json!("005xx0000000001AAA"))].into(),
        }],
    };
    let holds = |page: Value| evaluate(&probe, Answer::Json(&page)).map(|findings| findings.hold());
    assert_eq!(holds(found(json!([]))), Ok(true));
    for page in [
        json!({"totalSize": 1, "done": false, "records": []}),
        json!({"totalSize": 0, "done": false, "records": []}),
        json!({"totalSize": 1, "done": true, "records": []}),
    ] {
        assert!(holds(page.clone()).is_err(), "{page}");
    }
}
