//! Signing in with a code, and what that is refused with.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use latchkey_sandbox::graph::cast::REDIRECTS;
use latchkey_sandbox::odata::url;
use latchkey_sandbox::salesforce::cast::CONSUMER_KEY;
use sha2::{Digest, Sha256};

use super::*;

const VERIFIER: &str = "a-verifier-of-at-least-forty-three-characters-0123456789";

fn form(sandbox: &Sandbox, path: &str, cookie: &str, pairs: &[(&str, &str)]) -> Response<Bytes> {
    let body: Vec<String> = pairs
        .iter()
        .map(|(name, value)| format!("{name}={}", escaped(value)))
        .collect();
    let request = Request::builder()
        .method("POST")
        .uri(path)
        .header("host", format!("{HOST}:4443"))
        .header("cookie", cookie)
        .header("content-type", "application/x-www-form-urlencoded");
    sandbox
        .handle(request.body(Bytes::from(body.join("&"))).unwrap())
        .unwrap()
}

fn authorize(sandbox: &Sandbox, cookie: &str, changes: &[(&str, &str)]) -> Response<Bytes> {
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(VERIFIER));
    let mut pairs = vec![
        ("response_type", "code"),
        ("client_id", CONSUMER_KEY),
        ("redirect_uri", REDIRECTS[0]),
        ("scope", "api refresh_token"),
        ("state", "a state"),
        ("code_challenge", challenge.as_str()),
        ("code_challenge_method", "S256"),
    ];
    for (name, value) in changes {
        pairs.retain(|(each, _)| each != name);
        if !value.is_empty() {
            pairs.push((name, value));
        }
    }
    let query: Vec<String> = pairs
        .iter()
        .map(|(name, value)| format!("{name}={}", escaped(value)))
        .collect();
    let request = Request::builder()
        .uri(format!("/services/oauth2/authorize?{}", query.join("&")))
        .header("host", format!("{HOST}:4443"))
        .header("cookie", cookie);
    sandbox.handle(request.body(Bytes::new()).unwrap()).unwrap()
}

fn flow_of(response: &Response<Bytes>) -> String {
    let page = String::from_utf8_lossy(response.body()).into_owned();
    let (_, rest) = page
        .split_once("name=\"flow\" value=\"")
        .unwrap_or_else(|| panic!("no flow in {page}"));
    rest.split('"').next().unwrap().to_owned()
}

fn sent_back(response: &Response<Bytes>) -> Vec<(String, String)> {
    assert_eq!(response.status(), 302, "{:?}", response.body());
    let to = response.headers()["location"].to_str().unwrap();
    url::pairs(to.split_once('?').unwrap().1)
}

fn get(pairs: &[(String, String)], name: &str) -> String {
    pairs
        .iter()
        .find(|(each, _)| each == name)
        .map(|(_, value)| value.clone())
        .unwrap_or_default()
}

/// Signs in, as far as the page that asks for access: the cookie and the flow.
fn asked_for_access(sandbox: &Sandbox, who: &str) -> (String, String) {
    let page = authorize(sandbox, "", &[]);
    let approval = form(sandbox, "/login", "", &[("flow", &flow_of(&page)), ("choice", who)]);
    let cookie = approval.headers()["set-cookie"]
        .to_str()
        .unwrap()
        .split(';')
        .next()
        .unwrap()
        .to_owned();
    (cookie, flow_of(&approval))
}

/// Signs in and allows access: the cookie and the code.
fn signed_in(sandbox: &Sandbox, who: &str) -> (String, String) {
    let (cookie, flow) = asked_for_access(sandbox, who);
    let back = form(
        sandbox,
        "/setup/secur/RemoteAccessAuthorizationPage.apexp",
        &cookie,
        &[("flow", &flow), ("choice", "allow")],
    );
    let back = sent_back(&back);
    assert_eq!(get(&back, "state"), "a state");
    (cookie, get(&back, "code"))
}

fn redeem(sandbox: &Sandbox, changes: &[(&str, &str)]) -> (u16, Value) {
    let mut pairs = vec![
        ("grant_type", "authorization_code"),
        ("client_id", CONSUMER_KEY),
        ("redirect_uri", REDIRECTS[0]),
        ("code_verifier", VERIFIER),
    ];
    for (name, value) in changes {
        pairs.retain(|(each, _)| each != name);
        pairs.push((name, value));
    }
    let response = form(sandbox, "/services/oauth2/token", "", &pairs);
    (response.status().as_u16(), json_of(&response))
}

#[test]
fn a_code_becomes_a_token_that_is_renewed_and_revoked() {
    let sandbox = sandbox(&[]);
    let (cookie, code) = signed_in(&sandbox, "admin@contoso.com");
    assert_eq!(
        redeem(&sandbox, &[("code", &code), ("code_verifier", "another")]).1["error_description"],
        "invalid code verifier"
    );
    let (status, tokens) = redeem(&sandbox, &[("code", &code)]);
    assert_eq!(status, 200, "{tokens}");
    assert_eq!(tokens["instance_url"], format!("https://{HOST}:4443"));
    assert_eq!(redeem(&sandbox, &[("code", &code)]).1["error"], "invalid_grant");
    let token = tokens["access_token"].as_str().unwrap();
    let (_, user) = ask(&sandbox, token, "GET /services/oauth2/userinfo", None);
    assert_eq!(user["preferred_username"], "admin@contoso.com");
    assert_eq!(ask(&sandbox, token, &format!("GET {BASE}/limits"), None).0, 200);
    // Approved once, approved for good; and the browser's own session is a session.
    let back = sent_back(&authorize(&sandbox, &cookie, &[]));
    assert!(!get(&back, "code").is_empty());
    let refresh = tokens["refresh_token"].as_str().unwrap();
    let renew = || redeem(&sandbox, &[("grant_type", "refresh_token"), ("refresh_token", refresh)]);
    let (status, renewed) = renew();
    assert_eq!((status, &renewed["refresh_token"]), (200, &Value::Null));
    // A session's time ends.
    ask(&sandbox, "", "POST /clock", Some(&json!({"ahead_s": 7300})));
    assert_eq!(
        refused(&sandbox, token, &format!("GET {BASE}/limits"), None).1,
        "INVALID_SESSION_ID"
    );
    let (_, renewed) = renew();
    let token = renewed["access_token"].as_str().unwrap();
    assert_eq!(ask(&sandbox, token, &format!("GET {BASE}/limits"), None).0, 200);
    assert_eq!(
        form(&sandbox, "/services/oauth2/revoke", "", &[("token", refresh)]).status(),
        200
    );
    assert_eq!(renew().1["error"], "invalid_grant");
    assert_eq!(refused(&sandbox, token, &format!("GET {BASE}/limits"), None).0, 401);
    let (_, secrets) = ask(&sandbox, "", "GET /secrets", None);
    for secret in [token, refresh, code.as_str()] {
        assert!(secrets.to_string().contains(secret));
    }
    let log = {
        let request = Request::builder().uri("/requests").header("host", CONTROL_HOST);
        json_of(&sandbox.handle(request.body(Bytes::new()).unwrap()).unwrap()).to_string()
    };
    for secret in [token, refresh, code.as_str(), VERIFIER] {
        assert!(!log.contains(secret), "a secret stands in the log");
    }
}

#[test]
fn what_a_sign_in_is_refused_with() {
    let sandbox = sandbox(&[]);
    for (name, value, wanted) in [
        ("client_id", "nobody", "invalid_client_id"),
        ("redirect_uri", "https://evil.example/", "redirect_uri_mismatch"),
    ] {
        let response = authorize(&sandbox, "", &[(name, value)]);
        assert_eq!(response.status(), 400);
        assert!(String::from_utf8_lossy(response.body()).contains(wanted));
    }
    for (changes, wanted, says) in [
        (
            vec![("code_challenge", ""), ("code_challenge_method", "")],
            "invalid_request",
            "missing required code challenge",
        ),
        (
            vec![("code_challenge_method", "plain")],
            "invalid_request",
            "invalid code challenge method",
        ),
        (
            vec![("scope", "full")],
            "invalid_scope",
            "the requested scope is not allowed",
        ),
        (
            vec![("response_type", "token")],
            "unsupported_response_type",
            "response type not supported",
        ),
    ] {
        let back = sent_back(&authorize(&sandbox, "", &changes));
        assert_eq!(
            (get(&back, "error").as_str(), get(&back, "error_description").as_str()),
            (wanted, says)
        );
    }
    let (cookie, flow) = asked_for_access(&sandbox, "admin@contoso.com");
    let back = form(
        &sandbox,
        "/setup/secur/RemoteAccessAuthorizationPage.apexp",
        &cookie,
        &[("flow", &flow), ("choice", "deny")],
    );
    assert_eq!(get(&sent_back(&back), "error"), "access_denied");
    let blocked = |members: Value| {
        let mut state = ask(&sandbox, ADMIN, "GET /state", None).1;
        let apps = state["salesforce"]["ExternalClientApplication"].as_array_mut().unwrap();
        apps[0]
            .as_object_mut()
            .unwrap()
            .extend(members.as_object().unwrap().clone());
        let put = json!({"salesforce": {"ExternalClientApplication": apps}});
        assert_eq!(ask(&sandbox, ADMIN, "PUT /state", Some(&put)).0, 200);
        get(&sent_back(&authorize(&sandbox, &cookie, &[])), "error")
    };
    assert_eq!(
        blocked(json!({"PermittedUsers": "AdminApprovedPreAuthorized"})),
        "OAUTH_APP_ACCESS_DENIED"
    );
    assert_eq!(blocked(json!({"Blocked": true})), "OAUTH_APP_BLOCKED");
}
