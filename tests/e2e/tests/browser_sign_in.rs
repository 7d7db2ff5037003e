//! Signing in to the cloud services in real Chromium: the window, the consent, what stands in the way, and that no
//! token is anywhere but in the browser's memory. The hosts are granted beforehand, as a headless browser cannot ask.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "in a test a surprise is a failure"
)]

use std::ops::Deref;

use anyhow::bail;
use latchkey_e2e::driver::{by_test_id, click, click_seen, script, shown, text_with};
use latchkey_e2e::scene::Scene;
use latchkey_e2e::until;
use serde_json::{Value, json};

/// Latchkey's registration in the sandbox's tenant.
const CLIENT: &str = "4c617463-686b-4579-a000-000000000001";
/// An app that no tenant knows.
const NOBODYS: &str = "11111111-2222-4333-8444-555555555555";
const LOGIN: &str = "https://login.microsoftonline.com/";
const HOSTS: [&str; 3] = [
    "login.microsoftonline.com",
    "graph.microsoft.com",
    "api.bap.microsoft.com",
];

struct Stage(Scene);

impl Deref for Stage {
    type Target = Scene;

    fn deref(&self) -> &Scene {
        &self.0
    }
}

impl Stage {
    /// A panel in a tab of the extension's own, at Settings, with these of the hosts granted.
    async fn set(name: &str, arguments: &[&str], hosts: &[&str]) -> Self {
        Self(Scene::set(name, arguments, hosts, &[]).await)
    }

    async fn with_client(name: &str, arguments: &[&str]) -> Self {
        let stage = Self::set(name, arguments, &HOSTS).await;
        assert_eq!(stage.state().await, "no-client");
        stage.client(CLIENT).await;
        stage.state_is("expired").await;
        stage
    }

    /// Sets the client id, as a person does.
    async fn client(&self, id: &str) {
        self.fill("client-id", id).await;
        self.press_seen("client-id-save").await;
    }

    /// What stands in the way, by its name.
    async fn state(&self) -> String {
        let notice = by_test_id(&self.desk.driver, "needs-sign-in").await.unwrap();
        notice.attr("data-state").await.unwrap().unwrap_or_default()
    }

    async fn state_is(&self, wanted: &str) {
        let is = until(wanted, || async {
            let notice = by_test_id(&self.desk.driver, "needs-sign-in").await?;
            match notice.attr("data-state").await? {
                Some(state) if state == wanted => Ok(Some(())),
                other => bail!("it is {other:?}"),
            }
        });
        is.await.unwrap();
    }

    /// Presses a button that opens the sign-in window, and goes there.
    async fn to_window(&self, button: &str) {
        click_seen(&self.desk.driver, &format!("[data-testid='{button}']"))
            .await
            .unwrap();
        let window = until("the sign-in window", || async {
            for window in self.desk.driver.windows().await? {
                if window == self.panel {
                    continue;
                }
                self.desk.driver.switch_to_window(window.clone()).await?;
                if self.desk.driver.current_url().await?.as_str().starts_with(LOGIN) {
                    return Ok(Some(window));
                }
            }
            Ok(None)
        });
        window.await.unwrap();
    }

    /// Takes what is between the window's start and its end, at an account, and comes back to the panel.
    async fn choose(&self, button: &str, upn: &str) {
        self.to_window(button).await;
        click(&self.desk.driver, &format!("[data-test-id='{upn}']"))
            .await
            .unwrap();
        self.accept().await;
        self.to_panel().await;
    }

    /// Closes the sign-in window as a person does.
    async fn close_window(&self) {
        self.desk.driver.close_window().await.unwrap();
        self.to_panel().await;
    }

    /// Lets every token held come to its end, and loads the panel anew.
    async fn later(&self) {
        let age = "const done = arguments[0]; chrome.storage.session.get(null).then((all) => { \
                   for (const each of Object.values(all)) if (each.expiresAt) each.expiresAt = 1; \
                   return chrome.storage.session.set(all); }).then(done);";
        self.desk.driver.execute_async(age, Vec::new()).await.unwrap();
        self.desk.driver.refresh().await.unwrap();
    }

    /// What the notice says that something stands in the way, once it is this; and whether it has the way out.
    async fn notice(&self, state: &str, way_out: &str) -> String {
        self.state_is(state).await;
        shown(&self.desk.driver, &format!("[data-testid='{way_out}']"))
            .await
            .unwrap();
        let notice = by_test_id(&self.desk.driver, "sign-in-notice").await.unwrap();
        notice.text().await.unwrap()
    }

    /// Signs in as this account, accepting what is asked.
    async fn sign_in(&self, button: &str, upn: &str) {
        self.choose(button, upn).await;
        by_test_id(&self.desk.driver, "signed-in").await.unwrap();
    }

    /// Accepts a consent, if one is asked for before the window closes.
    async fn accept(&self) {
        until("the window to end", || async {
            let windows = self.desk.driver.windows().await?;
            let Ok(current) = self.desk.driver.window().await else {
                return Ok(Some(()));
            };
            if !windows.contains(&current) {
                return Ok(Some(()));
            }
            let accept = self.desk.driver.find(thirtyfour::By::Id("idBtn_Accept")).await;
            if let Ok(accept) = accept {
                accept.click().await?;
            }
            Ok(None)
        })
        .await
        .unwrap();
    }

    /// Everything the browser's session storage holds of the sign-in.
    async fn held(&self) -> Value {
        let ask = "const done = arguments[0]; chrome.storage.session.get(null).then((all) => \
                   done(Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith('sign-in/')))));";
        self.desk
            .driver
            .execute_async(ask, Vec::new())
            .await
            .unwrap()
            .json()
            .clone()
    }
}

/// Every secret of what is held: tokens and refresh tokens.
fn secrets(held: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for value in held.as_object().unwrap().values() {
        for name in ["refresh", "value"] {
            if let Some(secret) = value[name].as_str() {
                if secret.is_empty() {
                    continue;
                }
                assert!(secret.len() > 20, "{name} is no token");
                found.push(secret.to_owned());
            }
        }
    }
    found
}

#[tokio::test]
async fn one_sign_in_serves_every_panel_until_it_is_forgotten_and_no_token_leaves_memory() {
    let stage = Stage::with_client("sign-in", &[]).await;
    stage.sign_in("sign-in", "admin@contoso.com").await;
    let account = by_test_id(&stage.desk.driver, "sign-in-account").await.unwrap();
    assert!(account.text().await.unwrap().contains("admin@contoso.com"));
    let tokens = by_test_id(&stage.desk.driver, "sign-in-tokens").await.unwrap();
    assert!(tokens.text().await.unwrap().contains("User.Read"));

    // A reload, and a panel beside it, need no window.
    let windows = stage.desk.driver.windows().await.unwrap().len();
    stage.desk.driver.refresh().await.unwrap();
    by_test_id(&stage.desk.driver, "signed-in").await.unwrap();
    let second = stage.desk.driver.new_tab().await.unwrap();
    stage.desk.driver.switch_to_window(second).await.unwrap();
    stage.desk.driver.goto(stage.address("settings")).await.unwrap();
    by_test_id(&stage.desk.driver, "signed-in").await.unwrap();
    assert_eq!(stage.desk.driver.windows().await.unwrap().len(), windows + 1);

    let secrets = secrets(&stage.held().await);
    assert!(secrets.len() >= 2, "a refresh token and an access token");
    let everywhere = script(
        &stage.desk.driver,
        "return location.href + document.documentElement.outerHTML",
        Vec::new(),
    );
    let kept = "const done = arguments[0]; chrome.storage.local.get(null).then((all) => done(JSON.stringify(all)));";
    let kept = stage
        .desk
        .driver
        .execute_async(kept, Vec::new())
        .await
        .unwrap()
        .json()
        .clone();
    let asked = Value::from(stage.desk.sandbox.requests().await.unwrap());
    let seen = format!("{} {kept} {asked}", everywhere.await.unwrap());
    for secret in &secrets {
        assert!(!seen.contains(secret.as_str()), "a token is shown, stored or logged");
    }
    assert_eq!(
        stage.desk.browser.options.profile.holding(&secrets),
        Vec::<String>::new()
    );

    // The panel beside it has no ticket of its own, so that it would only open another tab.
    stage.to_panel().await;
    click_seen(&stage.desk.driver, "[data-testid='sign-in-forget']")
        .await
        .unwrap();
    stage.state_is("expired").await;
    assert_eq!(stage.held().await, json!({}));
    assert_eq!(
        stage.desk.browser.options.profile.holding(&secrets),
        Vec::<String>::new()
    );

    // Entra would take the account it took last; whoever forgot it may want another.
    stage.sign_in("sign-in", "agent@contoso.com").await;
    stage.says("sign-in-account", "agent@contoso.com").await;
    stage.sign_in("sign-in-other", "admin@contoso.com").await;
    stage.says("sign-in-account", "admin@contoso.com").await;
    stage.0.close().await;
}

#[tokio::test]
async fn a_declined_or_closed_window_is_cancelled_and_changes_nothing() {
    let stage = Stage::with_client("sign-in-cancelled", &[]).await;
    // Whatever comes late with Entra's page, a button that is shown can be pressed.
    let late =
        json!({"match": {"host": "login.microsoftonline.com", "path": "sign_in.js"}, "times": 9, "delay_ms": 3000});
    stage.desk.sandbox.fault(&late).await.unwrap();
    stage.to_window("sign-in").await;
    click(&stage.desk.driver, "#idBtn_Back").await.unwrap();
    stage.to_panel().await;
    stage.state_is("cancelled").await;

    stage.to_window("sign-in-again").await;
    stage.desk.driver.close_window().await.unwrap();
    stage.to_panel().await;
    stage.state_is("cancelled").await;
    assert_eq!(stage.held().await, json!({}));
    stage.0.close().await;
}

#[tokio::test]
async fn consent_is_asked_for_when_it_is_needed_and_kept_for_the_next_time() {
    let stage = Stage::with_client("sign-in-consent", &["--dialect", "consent=needed"]).await;
    stage.to_window("sign-in").await;
    click(&stage.desk.driver, "[data-test-id='admin@contoso.com']")
        .await
        .unwrap();
    shown(&stage.desk.driver, "li[data-scope='User.Read']").await.unwrap();
    click(&stage.desk.driver, "#idBtn_Back").await.unwrap();
    stage.to_panel().await;
    stage.state_is("cancelled").await;
    // After a sign-in that came to nothing, the window asks who it is to be.
    stage.to_window("sign-in-again").await;
    click(&stage.desk.driver, "[data-test-id='admin@contoso.com']")
        .await
        .unwrap();
    click(&stage.desk.driver, "#idBtn_Accept").await.unwrap();
    stage.to_panel().await;
    by_test_id(&stage.desk.driver, "signed-in").await.unwrap();
    stage.0.close().await;
}

#[tokio::test]
async fn a_host_the_browser_does_not_allow_is_named_before_anything_is_asked() {
    let stage = Stage::set("sign-in-host", &[], &[]).await;
    stage.client(CLIENT).await;
    stage.state_is("host").await;
    let allow = by_test_id(&stage.desk.driver, "sign-in-allow").await.unwrap();
    assert!(allow.text().await.unwrap().contains("login.microsoftonline.com"));
    let asked = stage.desk.sandbox.requests().await.unwrap();
    let is_login = |request: &Value| request["host"].as_str().is_some_and(|host| host.starts_with("login."));
    assert!(!asked.iter().any(is_login));
    stage.0.close().await;
}

fn is_ours(row: &Value) -> bool {
    row["appId"] == CLIENT
}

#[tokio::test]
async fn what_stands_in_the_way_of_a_sign_in_is_told_apart_each_with_its_way_out() {
    let stage = Stage::with_client("sign-in-refused", &[]).await;
    let mut said = Vec::new();

    // An account of another tenant: Entra says so on a page of its own, which Chromium closes, as its status is 400.
    stage.choose("sign-in", "admin@fabrikam.com").await;
    said.push(stage.notice("page", "sign-in-other").await);
    // Where it has another status, the page stays until a person has read and closed it.
    let page = json!({"match": {"host": "login.microsoftonline.com", "path": "/login"}, "times": 1, "status": 200,
        "headers": {"content-type": "text/html"}, "body": "<h1>AADSTS50020</h1>"});
    stage.desk.sandbox.fault(&page).await.unwrap();
    stage.to_window("sign-in-other").await;
    click(&stage.desk.driver, "[data-test-id='admin@fabrikam.com']")
        .await
        .unwrap();
    text_with(&stage.desk.driver, "body", "AADSTS50020").await.unwrap();
    stage.close_window().await;
    said.push(stage.notice("cancelled", "sign-in-again").await);
    // The same for a client app that the tenant does not know (AADSTS700016).
    stage.client(NOBODYS).await;
    stage.state_is("expired").await;
    click_seen(&stage.desk.driver, "[data-testid='sign-in']").await.unwrap();
    stage.notice("page", "sign-in-other").await;
    stage.client(CLIENT).await;
    stage.state_is("expired").await;
    assert_eq!(stage.held().await, json!({}));

    // Entra answers for another tenant than was asked: refused, and nothing of it is kept.
    stage
        .put("graph/applications", |apps| {
            let ours = apps.iter_mut().find(|app| is_ours(app)).unwrap();
            ours["signInAudience"] = json!("AzureADMultipleOrgs");
        })
        .await;
    stage.to_window("sign-in").await;
    let asked = stage.desk.driver.current_url().await.unwrap();
    let (_, query) = asked.as_str().split_once("/oauth2/").unwrap();
    stage
        .desk
        .driver
        .goto(format!("{LOGIN}fabrikam.com/oauth2/{query}"))
        .await
        .unwrap();
    click(&stage.desk.driver, "[data-test-id='admin@fabrikam.com']")
        .await
        .unwrap();
    stage.accept().await;
    stage.to_panel().await;
    let tenant = stage.notice("tenant", "sign-in-other").await;
    assert!(tenant.contains("is in tenant"), "{tenant}");
    said.push(tenant);
    assert_eq!(stage.held().await, json!({}));

    // The right one, after all; then each thing that can happen once the token has come to its end.
    stage.sign_in("sign-in-other", "admin@contoso.com").await;
    stage
        .desk
        .sandbox
        .fault(&json!({"match": {"host": "login.microsoftonline.com"}, "times": 99, "drop": "before"}))
        .await
        .unwrap();
    stage.later().await;
    let offline = stage.notice("offline", "sign-in-again").await;
    assert!(offline.contains("login.microsoftonline.com"), "{offline}");
    said.push(offline);
    stage.desk.sandbox.clear_faults().await.unwrap();
    let windows = stage.desk.driver.windows().await.unwrap().len();
    click_seen(&stage.desk.driver, "[data-testid='sign-in-again']")
        .await
        .unwrap();
    by_test_id(&stage.desk.driver, "signed-in").await.unwrap();
    assert_eq!(stage.desk.driver.windows().await.unwrap().len(), windows);

    // AADSTS700016: the app is no longer in the tenant, then it is again.
    let mut app = None;
    stage
        .put("graph/applications", |apps| {
            let at = apps.iter().position(is_ours).unwrap();
            app = Some(apps.remove(at));
        })
        .await;
    stage.later().await;
    said.push(stage.notice("app", "sign-in-again").await);
    stage.put("graph/applications", |apps| apps.extend(app)).await;
    click_seen(&stage.desk.driver, "[data-testid='sign-in-again']")
        .await
        .unwrap();
    by_test_id(&stage.desk.driver, "signed-in").await.unwrap();

    // AADSTS65001: the consent was taken back. In the window somebody else signs in, whose work this is not.
    stage.put("graph/oauth2PermissionGrants", Vec::clear).await;
    stage.later().await;
    said.push(stage.notice("consent", "sign-in").await);
    let cookie = json!({"name": "ESTSAUTHPERSISTENT", "url": LOGIN});
    let devtools = stage.desk.driver.cdp();
    devtools.send_raw("Network.deleteCookies", cookie).await.unwrap();
    stage.choose("sign-in", "agent@contoso.com").await;
    let account = stage.notice("account", "sign-in-other").await;
    assert!(account.contains("admin@contoso.com"), "{account}");
    said.push(account);
    stage.sign_in("sign-in-other", "admin@contoso.com").await;

    // AADSTS700084: after a day it is over.
    let body =
        json!({"error": "invalid_grant", "error_codes": [700_084], "error_description": "AADSTS700084: planted words"});
    let fault = json!({"match": {"host": "login.microsoftonline.com", "path": "/token"}, "times": 1, "status": 400, "body": body});
    stage.desk.sandbox.fault(&fault).await.unwrap();
    stage.later().await;
    said.push(stage.notice("expired", "sign-in").await);
    assert!(secrets(&stage.held().await).is_empty(), "what has ended is forgotten");
    stage.sign_in("sign-in", "admin@contoso.com").await;

    for (at, text) in said.iter().enumerate() {
        assert!(!said[..at].contains(text), "said twice: {text}");
        let of_entra = ["Trace ID", "planted", "AADSTS65001", "Fabrikam"];
        assert!(
            !of_entra.iter().any(|words| text.contains(words)),
            "in Entra's words: {text}"
        );
    }
    stage.0.close().await;
}
