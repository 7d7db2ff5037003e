//! Lead management, performed by either of the article's ways: from nothing to a validated lead destination on the offer's
//! page, and back as far as there is a way.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use thirtyfour::{By, WebDriver, WindowHandle};

use super::{Stage, over, told};
use crate::driver::{
    ENTRA, LOOK, by_test_id, click, click_seen, panel_tab, script, shown, text_with, type_names, until_gone,
};
use crate::sandbox::{Sandbox, TEAMS_CHAT};
use crate::{dock, run_folder, until};

/// What the browser has to let Latchkey see.
pub const HOSTS: &[&str] = &[
    "partner.microsoft.com",
    "login.microsoftonline.com",
    "graph.microsoft.com",
    "api.bap.microsoft.com",
];

/// Latchkey's registration in the sandbox's tenant.
pub const CLIENT: &str = "4c617463-686b-4579-a000-000000000001";
/// The name of the Office 365 user.
const UPN: &str = "leadwriter@contoso.com";
/// Planted, to be looked for where no secret may be.
const PASSWORD: &str = "Planted~password+Of-the-journey1";
const ROLE: &str = "Microsoft Marketplace Lead Writer";
/// The name of the app registration, and of the user, where nobody chooses another.
const APP: &str = "Marketplace lead writer";
const LOGIN: &str = "https://login.microsoftonline.com/";

/// Which credential the lead service gets (S004-12).
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// An app registration (S004-13).
    Entra,
    /// A user (S004-24).
    Office365,
}

pub(super) async fn perform(stage: &mut Stage, way: Way) -> Result<()> {
    let mut start = stage.sandbox.state().await?;
    let file = solution(&stage.sandbox).await?;
    let page = open(stage).await?;
    choose(stage, way, &file).await?;
    consented(&mut start, &stage.sandbox.state().await?)?;
    stage.expect_state(&start, "before anything was applied").await?;
    carry_out(stage, way).await?;
    let proofs = told::proofs(&stage.driver).await?;
    stage.done("Applied, and each step shown by a read", &proofs).await?;
    let after = stage.sandbox.state().await?;
    let said = compare(&start, &after, way, Stand::Applied)?;
    stage
        .done("The tenant is as it should be, and nothing else changed", &said)
        .await?;
    kept_nowhere(stage, &after, way).await?;

    let panel = stage.driver.window().await?;
    stage.driver.switch_to_window(page).await?;
    let says = script(&stage.driver, PAGE_TEXT, vec![]).await?;
    let says = says.as_str().unwrap_or_default().to_owned();
    ensure!(says.contains("Validation succeeded"), "the page says: {says}");
    stage
        .done("The offer's page says that its destination is valid", &says)
        .await?;
    stage.driver.switch_to_window(panel).await?;

    click(&stage.driver, "[data-testid='nav-history']").await?;
    shown(&stage.driver, "[data-testid='history-run-1']").await?;
    click(&stage.driver, "[data-testid='history-undo']").await?;
    by_test_id(&stage.driver, "plan").await?;
    let plan = told::plan(&stage.driver).await?;
    stage.done("Undo is a plan of its own", &plan).await?;
    apply(stage, &[]).await?;
    over(stage).await?;
    let undone = told::proofs(&stage.driver).await?;
    told::once(&stage.driver, "lead-offer-stays").await?;
    stage.done("Taken back, and each step shown by a read", &undone).await?;
    let end = stage.sandbox.state().await?;
    let said = compare(&start, &end, way, Stand::TakenBack)?;
    stage.done("What is left by design, and nothing else", &said).await
}

/// Everything a page shows, shadow roots included.
const PAGE_TEXT: &str = "const text = (node) => [...node.childNodes].map((it) => it.nodeType === 3 ? it.data : \
    ['STYLE', 'SCRIPT'].includes(it.tagName) ? '' : (it.shadowRoot ? text(it.shadowRoot) : '') + ' ' + text(it)).join(' '); \
    return text(document.body).replace(/\\s+/g, ' ').trim();";

/// The published solution, as an administrator keeps it on the computer (S004-07).
pub async fn solution(sandbox: &Sandbox) -> Result<PathBuf> {
    let name = "MicrosoftMarketplacesLeadIntegrationSolution_1_0_0_0_target_CRM_6.1_managed.zip";
    let bytes = sandbox
        .download(
            "referralsflowpackages.blob.core.windows.net",
            &format!("/documentation/{name}"),
        )
        .await?;
    let folder = run_folder().join("files");
    std::fs::create_dir_all(&folder)?;
    let file = folder.join(name);
    std::fs::write(&file, bytes)?;
    Ok(file.canonicalize()?)
}

/// The address of the setup page of the tenant's first offer, which has no lead destination yet.
///
/// # Errors
/// When the sandbox has no offer.
pub async fn offer_page(sandbox: &Sandbox) -> Result<String> {
    let state = sandbox.state().await?;
    let id = state.pointer("/partnercenter/offers/0/id").and_then(Value::as_str);
    let id = id.context("there is no offer")?;
    Ok(format!(
        "https://partner.microsoft.com/dashboard/commercial-marketplace/offers/{id}/offersetup"
    ))
}

/// The organization in one tab, the offer in another, Latchkey in a third that it opened itself: docked panels leave signing
/// in to it. Gives the offer's.
async fn open(stage: &mut Stage) -> Result<WindowHandle> {
    stage.driver.goto(TEAMS_CHAT).await?;
    let org = stage.driver.window().await?;
    let page = stage.driver.new_tab().await?;
    stage.driver.switch_to_window(page.clone()).await?;
    stage.driver.goto(offer_page(&stage.sandbox).await?).await?;
    until("the offer's customer leads", || async {
        let says = script(&stage.driver, PAGE_TEXT, vec![]).await?;
        Ok(says
            .as_str()
            .is_some_and(|says| says.contains("Customer leads"))
            .then_some(()))
    })
    .await?;
    let button = shown(&stage.driver, "#latchkey-open").await?.text().await?;
    stage
        .done(
            "The offer's setup page carries Latchkey's button",
            &format!("it reads \"{button}\""),
        )
        .await?;

    stage.driver.switch_to_window(org).await?;
    click(&stage.driver, "#latchkey-open").await?;
    dock::enter(&stage.driver).await?;
    click(&stage.driver, "[data-testid='nav-settings']").await?;
    by_test_id(&stage.driver, "client-id").await?.send_keys(CLIENT).await?;
    click_seen(&stage.driver, "[data-testid='client-id-save']").await?;
    text_with(&stage.driver, "[data-testid='client-id-note']", "Saved").await?;
    click(&stage.driver, "[data-testid='nav-lead-management']").await?;
    let leads = text_with(&stage.driver, "[data-testid='sign-in']", "tab").await?;
    stage
        .done(
            "Docked, Latchkey reads the organization and leaves the sign-in to a tab",
            &format!("its button reads \"{leads}\""),
        )
        .await?;
    // The driver is blind for the tab that button opens: this is the same, opened by the driver.
    panel_tab(&stage.driver, &stage.browser.id, "#/lead-management").await?;
    sign_in(&stage.driver).await?;
    until("the directory", || async {
        let reading = stage
            .driver
            .find_all(By::Css("[data-testid='lead-reading-directory']"))
            .await?;
        Ok(reading.is_empty().then_some(()))
    })
    .await?;
    let said = by_test_id(&stage.driver, "signed-in").await?.text().await?;
    stage.done("Signed in to the tenant, once", &said).await?;
    Ok(page)
}

/// Signs in as the administrator and consents, in the window that opens.
///
/// # Errors
/// When nobody is signed in at the end.
pub async fn sign_in(driver: &WebDriver) -> Result<()> {
    sign_in_window(driver).await?;
    by_test_id(driver, "signed-in").await?;
    Ok(())
}

/// The same, as far as the window: what follows may be gone again when it was read.
///
/// # Errors
/// When the window never comes or never ends.
pub async fn sign_in_window(driver: &WebDriver) -> Result<()> {
    let panel = driver.window().await?;
    click_seen(driver, "[data-testid='sign-in']").await?;
    let window = until("the sign-in window", || async {
        for window in driver.windows().await? {
            driver.switch_to_window(window.clone()).await?;
            if driver.current_url().await?.as_str().starts_with(LOGIN) {
                return Ok(Some(window));
            }
        }
        Ok(None)
    })
    .await?;
    until_gone(driver, &window, ENTRA).await?;
    driver.switch_to_window(panel).await?;
    Ok(())
}

/// Everything is chosen and the plan is shown; nothing is written.
async fn choose(stage: &mut Stage, way: Way, file: &Path) -> Result<()> {
    if way == Way::Office365 {
        click(&stage.driver, "[data-testid='lead-way-office365']").await?;
        // What this way asks of the directory is consented to by itself.
        shown(&stage.driver, "[data-testid='lead-credential'][data-state='signIn']").await?;
        sign_in(&stage.driver).await?;
        shown(&stage.driver, "[data-testid='lead-credential'][data-state='open']").await?;
        let name = by_test_id(&stage.driver, "lead-upn").await?;
        name.clear().await?;
        name.send_keys(UPN).await?;
    }
    let input = stage.driver.find(By::Css("[data-testid='lead-file']")).await?;
    input.send_keys(file.display().to_string()).await?;
    let said = by_test_id(&stage.driver, "lead-file-chosen").await?.text().await?;
    stage
        .done("The solution's file is read", &said.replace('\n', " · "))
        .await?;
    shown(&stage.driver, "[data-testid='lead-page-state'][data-standing='shown']").await?;
    click(&stage.driver, "[data-testid='lead-everything']").await?;
    let bar = by_test_id(&stage.driver, "bar").await?.text().await?;
    stage
        .done("Everything is chosen; nothing is written", &bar.replace('\n', " · "))
        .await?;
    click(&stage.driver, "[data-testid='bar-review'][aria-disabled='false']").await?;
    let plan = told::plan(&stage.driver).await?;
    stage.done("The plan shows every step", &plan).await
}

/// What the administrator consented to for Latchkey itself when signing in; nobody consents to more from then on.
pub(super) fn consented(start: &mut Value, now: &Value) -> Result<()> {
    let grants = "/graph/oauth2PermissionGrants";
    let own = now.pointer(grants).context("there are no grants")?.clone();
    *start.pointer_mut(grants).context("there are no grants")? = own;
    Ok(())
}

async fn carry_out(stage: &mut Stage, way: Way) -> Result<()> {
    let given: &[(&str, &str)] = match way {
        Way::Entra => &[],
        Way::Office365 => &[("slot-password", PASSWORD)],
    };
    apply(stage, given).await?;
    over(stage).await
}

/// Types what the plan asks for and the names it wants typed, and applies.
pub(super) async fn apply(stage: &Stage, given: &[(&str, &str)]) -> Result<()> {
    for (slot, value) in given {
        by_test_id(&stage.driver, slot).await?.send_keys(*value).await?;
    }
    type_names(&stage.driver).await?;
    shown(&stage.driver, "[data-testid='plan-apply'][aria-disabled='false']").await?;
    tokio::time::sleep(LOOK).await;
    until("the run", || async {
        if let Ok(apply) = stage.driver.find(By::Css("[data-testid='plan-apply']")).await {
            apply.click().await?;
        }
        let run = stage.driver.find_all(By::Css("[data-testid='run-status']")).await?;
        Ok((!run.is_empty()).then_some(()))
    })
    .await
}

/// How far the journey is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    Applied,
    TakenBack,
}

/// What changed, each row in words, and how many more of it there are than at the start.
type Changes = BTreeMap<String, i64>;

/// Fails unless the tenant differs from its start by what this way and stand want, and by nothing else; gives it in words.
fn compare(start: &Value, now: &Value, way: Way, stand: Stand) -> Result<String> {
    let found = changes(start, now)?;
    let wanted = wanted(way, stand);
    let told = |changes: &Changes| {
        let lines = changes.iter().map(|(row, count)| format!("{count:+} {row}"));
        lines.collect::<Vec<_>>().join("\n      ")
    };
    let others = |these: &Changes, those: &Changes| -> Changes {
        let missing = these.iter().filter(|(row, count)| those.get(*row) != Some(count));
        missing.map(|(row, count)| (row.clone(), *count)).collect()
    };
    ensure!(
        found == wanted,
        "the tenant differs from its start by\n      {}\n      instead of\n      {}",
        told(&others(&found, &wanted)),
        told(&others(&wanted, &found))
    );
    Ok(in_plain(&found))
}

/// The sets of the tenant's state, as an administrator knows them.
const SETS: [(&str, &str); 16] = [
    ("dataverse/asyncoperations", "System jobs"),
    ("dataverse/importjobs", "Imports, in percent"),
    ("dataverse/leads", "Leads"),
    ("dataverse/publishers", "Publishers"),
    ("dataverse/roleprivilegescollection", "Privileges of roles"),
    ("dataverse/roles", "Security roles"),
    ("dataverse/solutions", "Solutions"),
    ("dataverse/systemuserrolescollection", "Roles of users"),
    ("dataverse/systemusers", "Users of the environment"),
    ("dataverse/teammemberships", "Team members"),
    ("dataverse/usersettingscollection", "Settings of users"),
    ("graph/applications", "App registrations"),
    ("graph/servicePrincipals", "Service principals"),
    ("graph/subscribedSkus", "Licences"),
    ("graph/users", "Users of the tenant"),
    ("partnercenter/offers", "Offers with connection details"),
];

/// What codes at the end of a row stand for.
const CODES: [(&str, &str, &str); 8] = [
    ("partnercenter/offers", ": null", " without them"),
    ("dataverse/asyncoperations", " 30", ", succeeded"),
    ("dataverse/roleprivilegescollection", " 1", " (User)"),
    ("dataverse/roleprivilegescollection", " 8", " (Organization)"),
    ("dataverse/roles", "inherited 0", "Team privileges only"),
    ("dataverse/roles", "inherited 1", "Direct User and Team privileges"),
    ("dataverse/systemusers", "disabled true", "disabled"),
    ("dataverse/systemusers", "disabled false", "enabled"),
];

/// What changed, a line for each set: what is new in it, and what is no longer.
fn in_plain(changes: &Changes) -> String {
    let mut lines = BTreeMap::<&str, Vec<String>>::new();
    for (row, count) in changes {
        let (set, row) = row.split_once(' ').unwrap_or((row, ""));
        // What is compared to the letter is too much to read.
        let row = row.split(['[', '{']).next().unwrap_or_default();
        let mut row = row.trim_end_matches([' ', ',', ':']).to_owned();
        for (of, code, words) in CODES {
            if of == set
                && let Some(before) = row.strip_suffix(code)
            {
                row = format!("{before}{words}");
            }
        }
        let name = SETS
            .iter()
            .find(|(known, _)| *known == set)
            .map_or(set, |(_, name)| *name);
        let row = match *count {
            1 => row,
            UNITS => format!("{row}, in each of {UNITS} business units"),
            count if count > 0 => format!("{row}, {count} times"),
            _ => format!("no longer {row}"),
        };
        lines.entry(name).or_default().push(row);
    }
    let lines = lines.iter().map(|(name, rows)| format!("{name}: {}", rows.join("; ")));
    lines.collect::<Vec<_>>().join("\n      ")
}

fn changes(start: &Value, now: &Value) -> Result<Changes> {
    let mut changes = Changes::new();
    for (state, count) in [(start, -1), (now, 1)] {
        for (part, sets) in state.as_object().context("the tenant is no object")? {
            for (set, rows) in sets.as_object().into_iter().flatten() {
                for row in rows.as_array().into_iter().flatten() {
                    *changes.entry(in_words(state, part, set, row)).or_default() += count;
                }
            }
        }
    }
    changes.retain(|_, count| *count != 0);
    Ok(changes)
}

/// A row by what is compared of it: without ids and times of the service's own making where these are new each time.
fn in_words(state: &Value, part: &str, set: &str, row: &Value) -> String {
    let text = |column: &str| match row.get(column) {
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => "none".to_owned(),
    };
    // What a row of another set that this one points at is called.
    let called = |set: &str, key: &str, column: &str, name: &str| {
        let rows = state.pointer(&format!("/{part}/{set}")).and_then(Value::as_array);
        let found = rows.into_iter().flatten().find(|one| one.get(key) == row.get(column));
        let name = found.and_then(|one| one.get(name)).and_then(Value::as_str);
        name.map_or_else(|| text(column), str::to_owned)
    };
    let user = || called("systemusers", "systemuserid", "systemuserid", "fullname");
    let role = || called("roles", "roleid", "roleid", "name");
    let said = match set {
        "asyncoperations" => format!("{} {}", text("name"), text("statuscode")),
        "importjobs" => format!("{} {}", text("solutionname"), text("progress")),
        "publishers" => text("uniquename"),
        "solutions" => format!("{} {}", text("uniquename"), text("version")),
        "roles" if text("name") == ROLE => format!("{ROLE}, inherited {}", text("isinherited")),
        "roleprivilegescollection" if role() == ROLE => {
            let privilege = called("privileges", "privilegeid", "privilegeid", "name");
            format!("{ROLE}: {privilege} {}", text("privilegedepthmask"))
        }
        "leads" => {
            let by = called("systemusers", "systemuserid", "_createdby_value", "fullname");
            format!("{} by {by}", text("subject"))
        }
        "systemusers" if user().to_lowercase().contains("lead writer") => {
            let unit = called("businessunits", "businessunitid", "_businessunitid_value", "name");
            format!("{} in {unit}, disabled {}", user(), text("isdisabled"))
        }
        "systemuserrolescollection" => format!("{}: {}", user(), role()),
        "teammemberships" => format!("{} in {}", user(), called("teams", "teamid", "teamid", "name")),
        "usersettingscollection" => user(),
        "applications" if text("displayName") == APP => format!(
            "{APP}, {}, {} {}, {} secrets",
            text("signInAudience"),
            row.pointer("/web/redirectUris").unwrap_or(&Value::Null),
            row.pointer("/requiredResourceAccess").unwrap_or(&Value::Null),
            row.get("passwordCredentials")
                .and_then(Value::as_array)
                .map_or(0, Vec::len)
        ),
        "servicePrincipals" if text("displayName") == APP => APP.to_owned(),
        "users" if text("userPrincipalName") == UPN => format!(
            "{UPN} in {}, enabled {}, {} licences, policies {}",
            text("usageLocation"),
            text("accountEnabled"),
            row.get("assignedLicenses")
                .and_then(Value::as_array)
                .map_or(0, Vec::len),
            text("passwordPolicies"),
        ),
        "subscribedSkus" => format!("{}, {} used", text("skuPartNumber"), text("consumedUnits")),
        "offers" => {
            let mut leads = row.get("customerLeads").cloned().unwrap_or_default();
            if let Some(client) = leads.get_mut("applicationId") {
                *client = Value::from("the app's");
            }
            format!("{}: {leads}", text("name"))
        }
        _ => row.to_string(),
    };
    format!("{part}/{set} {said}")
}

/// The depth masks of the privileges the solution's role comes with, and of those the article adds (S004-37 to S004-42).
const BROUGHT: [(&str, u8); 8] = [
    ("prvAppendLead", 1),
    ("prvAppendToLead", 1),
    ("prvCreateLead", 1),
    ("prvReadLead", 1),
    ("prvReadOrganization", 8),
    ("prvReadSolution", 8),
    ("prvReadUser", 1),
    ("prvWriteLead", 1),
];
const ADDED: [(&str, u8); 6] = [
    ("prvAppendToAsyncOperation", 8),
    ("prvCreateUserEntityUISettings", 1),
    ("prvReadAsyncOperation", 8),
    ("prvReadUserEntityUISettings", 1),
    ("prvWriteAsyncOperation", 8),
    ("prvWriteUserEntityUISettings", 1),
];
/// The sandbox's business units, each of which has a copy of every role.
const UNITS: i64 = 7;
const SOLUTION: &str = "MicrosoftMarketplacesLeadIntegrationSolution";
const TENANT: &str = "11317efc-07e4-4a3b-87a7-cba61a1c2488";

/// What the tenant has more of, or less, than at the start: what undo leaves is what it said beforehand it would.
fn wanted(way: Way, stand: Stand) -> Changes {
    let applied = stand == Stand::Applied;
    let mut all = Changes::new();
    let mut more = |count: i64, row: String| {
        all.insert(row, count);
    };
    // The solution stays, and what its import leaves behind.
    more(1, "dataverse/asyncoperations ImportSolution 30".to_owned());
    more(1, format!("dataverse/importjobs {SOLUTION} 100.0"));
    more(1, "dataverse/publishers MadeUpMarketplaces".to_owned());
    more(1, format!("dataverse/solutions {SOLUTION} 1.0.0.0"));
    more(
        UNITS,
        format!("dataverse/roles {ROLE}, inherited {}", u8::from(applied)),
    );
    let added = ADDED.iter().filter(|_| applied);
    for (privilege, depth) in BROUGHT.iter().chain(added) {
        more(
            UNITS,
            format!("dataverse/roleprivilegescollection {ROLE}: {privilege} {depth}"),
        );
    }
    // The account stays without the role and disabled, the test lead with it.
    let user = match way {
        Way::Entra => format!("# {APP}"),
        Way::Office365 => APP.to_owned(),
    };
    more(
        1,
        format!("dataverse/leads Test lead – Contoso Field Insights by {user}"),
    );
    more(
        1,
        format!("dataverse/systemusers {user} in Contoso, disabled {}", !applied),
    );
    more(1, format!("dataverse/teammemberships {user} in Contoso"));
    more(1, format!("dataverse/usersettingscollection {user}"));
    if applied {
        more(1, format!("dataverse/systemuserrolescollection {user}: {ROLE}"));
    }
    let credential = match way {
        Way::Entra => {
            // The app has written a lead, so that it stays; its secret does not.
            let permission = r#"[{"resourceAccess":[{"id":"78ce3f0f-a1ce-49c2-8cde-64b5c0896db4","type":"Scope"}],"resourceAppId":"00000007-0000-0000-c000-000000000000"}]"#;
            let secrets = u8::from(applied);
            more(
                1,
                format!(
                    r#"graph/applications {APP}, AzureADMultipleOrgs, ["https://contosoapp1/auth"] {permission}, {secrets} secrets"#
                ),
            );
            more(1, format!("graph/servicePrincipals {APP}"));
            format!(r#""applicationId":"the app's","directoryId":"{TENANT}","applicationKey":"***""#)
        }
        Way::Office365 => {
            // Blocked and without the licence, never deleted.
            let licences = u8::from(applied);
            if applied {
                more(-1, "graph/subscribedSkus DYN365_ENTERPRISE_PLAN1, 29 used".to_owned());
                more(1, "graph/subscribedSkus DYN365_ENTERPRISE_PLAN1, 30 used".to_owned());
            }
            more(
                1,
                format!("graph/users {UPN} in DK, enabled {applied}, {licences} licences, policies none"),
            );
            format!(r#""username":"{UPN}","password":"***""#)
        }
    };
    let authentication = match way {
        Way::Entra => "azureAD",
        Way::Office365 => "office365",
    };
    more(-1, "partnercenter/offers Contoso Field Insights: null".to_owned());
    more(
        1,
        format!(
            r#"partnercenter/offers Contoso Field Insights: {{"authentication":"{authentication}","leadDestination":"dynamics","instanceUrl":"https://contoso.crm4.dynamics.com",{credential},"contactEmail":"admin@contoso.com"}}"#
        ),
    );
    all
}

/// Looks for what was planted and made in everything the panel keeps and shows and in what the tenant shows.
async fn kept_nowhere(stage: &Stage, after: &Value, way: Way) -> Result<()> {
    let stored = "const done = arguments[0]; chrome.storage.local.get(null).then((all) => done(JSON.stringify(all)))";
    let kept = stage.driver.execute_async(stored, vec![]).await?;
    let kept = kept.json().as_str().unwrap_or_default().to_owned();
    ensure!(kept.contains("offer:ok"), "the journal was not read: {kept}");
    let panel = stage.driver.source().await?;
    let secrets = match way {
        Way::Entra => stage
            .sandbox
            .secrets()
            .await?
            .into_iter()
            .map(|(_, secret)| secret)
            .collect(),
        Way::Office365 => vec![PASSWORD.to_owned()],
    };
    ensure!(!secrets.is_empty(), "no secret was made");
    for (place, text) in [
        ("storage", kept),
        ("the panel", panel),
        ("the tenant's state", after.to_string()),
    ] {
        for secret in &secrets {
            ensure!(!text.contains(secret.as_str()), "{place} has the secret");
        }
    }
    Ok(())
}
