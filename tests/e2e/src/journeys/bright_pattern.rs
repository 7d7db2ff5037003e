//! The Bright Pattern account, performed: the registered app gets what it lacks, the account on another portal's page is
//! opened, filled, consented to by hand, tested and saved; and what was prepared in Entra is taken back.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::{By, WebDriver, WindowHandle};

use super::lead_management::{CLIENT as LATCHKEY, apply, consented, sign_in};
use super::{Stage, difference, over, told};
use crate::dock;
use crate::driver::{
    ENTRA, LOOK, by_test_id, click, click_seen, panel_tab, script, shown, text_with, type_names, until_gone,
};
use crate::sandbox::{Sandbox, TEAMS_CHAT};
use crate::until;

/// Where the customer's Bright Pattern is.
pub const HOST: &str = "contoso.brightpattern.com";
/// What the browser has to let Latchkey see.
pub const HOSTS: &[&str] = &[
    "*.brightpattern.com",
    "login.microsoftonline.com",
    "graph.microsoft.com",
];

/// Its integration accounts.
pub const ADMIN: &str = "https://contoso.brightpattern.com/admin/";
/// The account that is made.
pub const NAME: &str = "Contoso CRM";
/// The registered app.
pub const CLIENT: &str = "5b1f3a52-6d1e-4c38-9a75-2f1d0c7be001";
/// Planted, to be looked for where no secret may be.
pub const SECRET: &str = "planted~client-secret.of-the-journey";

pub(super) async fn perform(stage: &mut Stage) -> Result<()> {
    register(&stage.sandbox, App::Bare).await?;
    let mut start = stage.sandbox.state().await?;

    stage.driver.goto(TEAMS_CHAT).await?;
    let org = stage.driver.window().await?;
    let portal = stage.driver.new_tab().await?;
    stage.driver.switch_to_window(portal.clone()).await?;
    stage.driver.goto(ADMIN).await?;
    shown(&stage.driver, "tbody tr").await?;
    let button = shown(&stage.driver, "#latchkey-open").await?.text().await?;
    let copies = stage.driver.find_all(By::Css("#latchkey-open")).await?.len();
    ensure!(copies == 1, "Bright Pattern's page carries {copies} buttons");
    stage
        .done(
            "Bright Pattern's page carries Latchkey's button, once",
            &format!("it reads \"{button}\""),
        )
        .await?;

    stage.driver.switch_to_window(org.clone()).await?;
    click(&stage.driver, "#latchkey-open").await?;
    dock::enter(&stage.driver).await?;
    click(&stage.driver, "[data-testid='nav-bright-pattern']").await?;
    shown(
        &stage.driver,
        "[data-testid='bright-page-state'][data-standing='readiness-ready']",
    )
    .await?;
    stage
        .done(
            "The addresses are derived and checked",
            &told::addresses(&stage.driver).await?,
        )
        .await?;

    // Signing in is left to a tab of Latchkey's own, as everywhere.
    let (panel, _) = panel_tab(&stage.driver, &stage.browser.id, "#/settings").await?;
    by_test_id(&stage.driver, "client-id")
        .await?
        .send_keys(LATCHKEY)
        .await?;
    click_seen(&stage.driver, "[data-testid='client-id-save']").await?;
    text_with(&stage.driver, "[data-testid='client-id-note']", "Saved").await?;
    click(&stage.driver, "[data-testid='nav-bright-pattern']").await?;
    by_test_id(&stage.driver, "bright-name")
        .await?
        .send_keys("dynamics TRIAL")
        .await?;
    shown(&stage.driver, "[data-testid='bright-name'][aria-invalid='true']").await?;
    let field = by_test_id(&stage.driver, "bright-name").await?;
    field.clear().await?;
    field.send_keys(NAME).await?;
    click(&stage.driver, "[data-testid='bright-default']").await?;
    let loses = by_test_id(&stage.driver, "bright-loses").await?.text().await?;
    ensure!(
        loses.contains("Dynamics trial"),
        "who loses the default is not said: {loses}"
    );
    by_test_id(&stage.driver, "bright-client-id-field")
        .await?
        .send_keys(CLIENT)
        .await?;
    stage
        .done("A taken name is refused, and who loses the default is said", &loses)
        .await?;

    click(&stage.driver, "[data-testid='bright-prepare']").await?;
    sign_in(&stage.driver).await?;
    shown(
        &stage.driver,
        "[data-testid='bright-app-grant'][data-standing='readiness-attention']",
    )
    .await?;
    let lacks = told::lines(&stage.driver, "bright-app-").await?;
    stage
        .done(
            "Signed in, what the registered app lacks is told, and is to be put right",
            &lacks,
        )
        .await?;
    // What the administrator consented to for Latchkey itself.
    consented(&mut start, &stage.sandbox.state().await?)?;
    stage.expect_state(&start, "before anything was applied").await?;

    click(&stage.driver, "[data-testid='bar-review'][aria-disabled='false']").await?;
    let plan = by_test_id(&stage.driver, "plan").await?.text().await?;
    ensure!(!plan.contains(SECRET), "the plan shows the secret");
    stage
        .done("The plan shows every step", &told::plan(&stage.driver).await?)
        .await?;
    begin(&stage.driver, Some(SECRET)).await?;
    shown(&stage.driver, "[data-testid='run-admin-done']").await?;
    consent(&stage.driver, &portal).await?;
    stage.driver.switch_to_window(panel).await?;
    over(stage).await?;
    let proofs = told::proofs(&stage.driver).await?;
    stage.done("Applied, and each step shown by a read", &proofs).await?;
    let back = by_test_id(&stage.driver, "run-way-back").await?.text().await?;
    ensure!(
        back.contains("3 of 5 changes can be undone") && back.contains("Save the account"),
        "what stays is not said: {back}"
    );
    stage
        .done("What can be undone is said, and what stays", &back.replace('\n', " · "))
        .await?;

    let after = stage.sandbox.state().await?;
    let wanted = expected(&start)?;
    for part in ["brightpattern", "dataverse"] {
        same(&wanted, &after, part, "after the plan was applied")?;
    }
    ensure!(
        wanted.get("graph") != after.get("graph"),
        "the registered app was not prepared"
    );
    kept_nowhere(stage, &after).await?;
    stage
        .done(
            "The secret is kept nowhere",
            "not in storage or journal, not in the panel, in no request, not in the browser's profile, not in what the tenant shows",
        )
        .await?;

    click(&stage.driver, "[data-testid='run-undo']").await?;
    by_test_id(&stage.driver, "plan").await?;
    stage
        .done("Undo is a plan of its own", &told::plan(&stage.driver).await?)
        .await?;
    apply(stage, &[]).await?;
    over(stage).await?;
    let undone = told::proofs(&stage.driver).await?;
    told::once(&stage.driver, "bright-account-stops").await?;
    let end = stage.sandbox.state().await?;
    for part in ["brightpattern", "dataverse"] {
        same(&wanted, &end, part, "after the undo")?;
    }
    same(&start, &end, "graph", "after the undo")?;
    stage
        .done(
            "Taken back, and each step shown by a read: the app is as it was, the account stays",
            &undone,
        )
        .await
}

/// Fails unless a part of the tenant is as wanted.
fn same(wanted: &Value, found: &Value, part: &str, when: &str) -> Result<()> {
    let of = |state: &Value| state.get(part).cloned().unwrap_or_default();
    match difference(&of(wanted), &of(found), part) {
        None => Ok(()),
        Some(difference) => bail!("{when}, the tenant is not as expected: {difference}"),
    }
}

/// How far the registered app is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum App {
    /// Registered, and nothing more.
    Bare,
    /// With all that the account needs.
    Ready,
}

/// The registered app the account works with, as an administrator made it by hand.
///
/// # Errors
/// When the tenant has no directory, or refuses it.
pub async fn register(sandbox: &Sandbox, app: App) -> Result<()> {
    let state = sandbox.state().await?;
    let graph = state.get("graph").context("the sandbox has no directory")?;
    let principal = |app: &str| -> Option<Value> {
        let all = graph.get("servicePrincipals")?.as_array()?;
        let found = all
            .iter()
            .find(|one| one.get("appId").and_then(Value::as_str) == Some(app))?;
        found.get("id").cloned()
    };
    let crm = principal("00000007-0000-0000-c000-000000000000").context("the tenant has no Dynamics CRM")?;
    let id = |last: u32| format!("5b1f3a52-6d1e-4c38-9a75-{last:012}");
    let is_ready = app == App::Ready;
    let mut redirects = vec!["https://contoso.example/signin".to_owned()];
    let mut permissions = Vec::new();
    if is_ready {
        redirects.push(format!("https://{HOST}/admin/msdynamicscallback.html"));
        permissions.push(json!({
            "resourceAppId": "00000007-0000-0000-c000-000000000000",
            "resourceAccess": [{"id": "78ce3f0f-a1ce-49c2-8cde-64b5c0896db4", "type": "Scope"}],
        }));
    }
    let mut added = vec![
        (
            "applications",
            json!({
                "id": id(2), "appId": CLIENT, "displayName": "Bright Pattern",
                "web": {"redirectUris": redirects},
                "requiredResourceAccess": permissions,
                "passwordCredentials": [{"keyId": id(3), "secretText": SECRET, "endDateTime": "2099-01-01T00:00:00Z"}],
            }),
        ),
        (
            "servicePrincipals",
            json!({"id": id(4), "appId": CLIENT, "displayName": "Bright Pattern"}),
        ),
    ];
    if is_ready {
        added.push((
            "oauth2PermissionGrants",
            json!({"id": "bright-pattern-grant", "clientId": id(4), "consentType": "AllPrincipals", "resourceId": crm, "scope": "user_impersonation"}),
        ));
    }
    for (set, object) in added {
        let mut all = graph.get(set).and_then(Value::as_array).cloned().unwrap_or_default();
        all.push(object);
        sandbox.put_state(&json!({"graph": {set: all}})).await?;
    }
    Ok(())
}

/// Types the names, and the secret if there is one to type, where they are asked for, and applies.
///
/// # Errors
/// When no run begins.
pub async fn begin(driver: &WebDriver, secret: Option<&str>) -> Result<()> {
    if let Some(secret) = secret {
        by_test_id(driver, "slot-client-secret")
            .await?
            .send_keys(secret)
            .await?;
    }
    type_names(driver).await?;
    tokio::time::sleep(LOOK).await;
    until("the run", || async {
        if let Ok(apply) = driver.find(By::Css("[data-testid='plan-apply']")).await {
            apply.click().await?;
        }
        let run = driver.find_all(By::Css("[data-testid='run-status']")).await?;
        Ok((!run.is_empty()).then_some(()))
    })
    .await
}

/// What only a person does on the portal's page: the button, the sign-in and the consent in the window that opens.
///
/// # Errors
/// When the page has no such button, or the sign-in does not end.
pub async fn consent(driver: &WebDriver, portal: &WindowHandle) -> Result<()> {
    driver.switch_to_window(portal.clone()).await?;
    let before = driver.windows().await?;
    let find = "return [...document.querySelectorAll('button')].findIndex((it) => it.textContent === 'Refresh token')";
    let at = script(driver, find, vec![])
        .await?
        .as_u64()
        .context("there is no button for the token")?;
    let buttons = driver.find_all(By::Css("button")).await?;
    let button = buttons
        .get(usize::try_from(at)?)
        .context("there is no button for the token")?;
    button.click().await?;
    let window = until("the sign-in window", || async {
        let now = driver.windows().await?;
        Ok(now.into_iter().find(|window| !before.contains(window)))
    })
    .await?;
    driver.switch_to_window(window.clone()).await?;
    until_gone(driver, &window, ENTRA).await
}

/// The start with one more account, which is the default now.
fn expected(start: &Value) -> Result<Value> {
    let mut state = start.clone();
    let accounts = state
        .pointer_mut("/brightpattern/integrationaccounts")
        .and_then(Value::as_array_mut)
        .context("the sandbox has no integration accounts")?;
    let is_trial = |account: &&mut Value| account.get("name").is_some_and(|name| name == "Dynamics trial");
    let trial = accounts.iter_mut().find(is_trial).and_then(Value::as_object_mut);
    let trial = trial.context("the sandbox has no trial account")?;
    let mut made = trial.clone();
    trial.insert("isDefault".to_owned(), json!(false));
    for (member, value) in [
        ("id", json!("3")),
        ("name", json!(NAME)),
        ("isDefault", json!(true)),
        ("apiUrl", json!("https://contoso.crm4.dynamics.com/api/data/v9.0")),
        ("clientId", json!(CLIENT)),
    ] {
        made.insert(member.to_owned(), value);
    }
    accounts.push(Value::Object(made));
    Ok(state)
}

/// Looks for the planted secret in everything the panel keeps and everything it asked for.
async fn kept_nowhere(stage: &Stage, after: &Value) -> Result<()> {
    let stored = "const done = arguments[0]; Promise.all([chrome.storage.local.get(null), chrome.storage.session.get(null)]).then((all) => done(JSON.stringify(all)))";
    let kept = stage.driver.execute_async(stored, vec![]).await?;
    let kept = kept.json().as_str().unwrap_or_default().to_owned();
    ensure!(kept.contains("account:apply"), "the journal was not read: {kept}");
    let panel = stage.driver.source().await?;
    let requests = Value::from(stage.sandbox.requests().await?).to_string();
    for (place, text) in [
        ("storage", kept),
        ("the panel", panel),
        ("a request", requests),
        ("the tenant's state", after.to_string()),
    ] {
        ensure!(!text.contains(SECRET), "{place} has the secret");
    }
    let files = stage.browser.options.profile.holding(&[SECRET.to_owned()]);
    ensure!(files.is_empty(), "the browser's profile has the secret: {files:?}");
    Ok(())
}
