//! Bad luck and bad input through the interface: a clear message, what could be read, and nothing written that should
//! not have been.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "in a test a surprise is a failure"
)]

use std::collections::BTreeSet;

use latchkey_e2e::desk::Desk;
use latchkey_e2e::driver::{DriverProcess, LOOK, by_test_id, script, shown};
use latchkey_e2e::journeys::difference;
use latchkey_e2e::sandbox::TEAMS_CHAT;
use latchkey_e2e::until;
use serde_json::{Value, json};
use thirtyfour::By;

const TOGGLE: &str = "toggle-owner-account";
const PRIVILEGE: &str = "prvUnlinkTeamsChatFromRecord";

/// A desk and the driver program it hangs on.
async fn desk(name: &str, sandbox: &[&str]) -> (Desk, DriverProcess) {
    let chromedriver = DriverProcess::start("chromedriver", &[]).await.unwrap();
    let desk = Desk::open(name, sandbox, &chromedriver).await.unwrap();
    (desk, chromedriver)
}

/// The paths of the writes so far, without what stands before the table or function.
async fn written(desk: &Desk) -> Vec<String> {
    let writes = desk.writes().await.unwrap();
    writes
        .iter()
        .map(|write| {
            let path = write["path"].as_str().unwrap().rsplit('/').next().unwrap();
            let (path, _) = path.split_once('(').unwrap_or((path, ""));
            format!("{} {path} {}", write["method"].as_str().unwrap(), write["status"])
        })
        .collect()
}

/// What stands in the panel's main part.
async fn says(desk: &Desk) -> String {
    shown(&desk.driver, "main").await.unwrap().text().await.unwrap()
}

/// Turns on the first role that does not give the right, and names it.
async fn grant_a_role(desk: &Desk) -> String {
    desk.press_id("roles-others").await.unwrap();
    let role = script(
        &desk.driver,
        "return [...document.querySelectorAll('input[data-role-id]:not(:disabled)')].find((it) => !it.checked).dataset.roleId",
        vec![],
    )
    .await
    .unwrap();
    desk.press(&format!("input[data-role-id={role}]")).await.unwrap();
    role.as_str().unwrap().to_owned()
}

fn refusal(message: &str) -> Value {
    json!({"error": {"code": "0x80040220", "message": message}})
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_list_is_told_and_no_plan_rests_on_it() {
    let (desk, _driver) = desk("refused", &[]).await;
    let refused = "Principal user is missing prvReadUser privilege";
    // The portal itself reads users as well, so it comes first.
    desk.go().await.unwrap();
    desk.sandbox
        .fault(&json!({"match": {"method": "GET", "path": "/systemusers"}, "times": 999, "status": 403, "body": refusal(refused)}))
        .await
        .unwrap();
    desk.open_rights_here().await.unwrap();
    let told = desk.text("state-unreadable-users").await.unwrap();
    assert!(told.contains("prvReadUser"), "{told}");
    assert!(!says(&desk).await.contains("0 users"));
    // What could be read is there, and may be planned with; what rests on the users may not.
    by_test_id(&desk.driver, TOGGLE).await.unwrap();
    grant_a_role(&desk).await;
    shown(&desk.driver, "[data-testid='bar-review'][aria-disabled='true']")
        .await
        .unwrap();
    desk.press_id("bar-review").await.unwrap();
    assert!(!desk.has("plan").await.unwrap());
    let told = desk.text("bar").await.unwrap();
    assert!(
        told.contains("could not be read") || told.contains("incomplete"),
        "{told}"
    );
    desk.press_id("bar-discard").await.unwrap();
    desk.press_id(TOGGLE).await.unwrap();
    desk.review().await.unwrap();
    assert_eq!(written(&desk).await, Vec::<String>::new());
    desk.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn g7_nothing_is_sent_sooner_than_a_throttled_write_allows() {
    let (desk, _driver) = desk("throttled", &[]).await;
    desk.open_rights().await.unwrap();
    desk.press_id(TOGGLE).await.unwrap();
    desk.review().await.unwrap();
    let busy = json!({"error": {"code": "0x80072322", "message": "Number of requests exceeded the limit of 6000"}});
    desk.sandbox
        .fault(&json!({"match": {"method": "PATCH"}, "status": 429, "headers": {"Retry-After": "4"}, "body": busy}))
        .await
        .unwrap();
    desk.apply().await.unwrap();
    by_test_id(&desk.driver, "run-throttled").await.unwrap();
    desk.phase(&["done"]).await.unwrap();
    let requests = desk.sandbox.requests().await.unwrap();
    let refused = requests.iter().position(|request| request["status"] == 429).unwrap();
    let at = |number: usize| requests[number]["at"].as_u64().unwrap();
    let waited = at(refused + 1) - at(refused);
    assert!(waited >= 4000, "{waited} ms");
    let patches: Vec<_> = requests.iter().filter(|request| request["method"] == "PATCH").collect();
    assert_eq!(patches.len(), 2);
    desk.close().await.unwrap();
}

/// Both kinds of write under the same fault; gives the writes the tenant saw, in order.
async fn under(name: &str, fault: Value) -> Vec<String> {
    let (desk, _driver) = desk(name, &[]).await;
    let start = desk.sandbox.state().await.unwrap();
    desk.open_rights().await.unwrap();
    desk.press_id(TOGGLE).await.unwrap();
    grant_a_role(&desk).await;
    desk.review().await.unwrap();
    for (method, path) in [("PATCH", ""), ("POST", "AddPrivilegesRole")] {
        let mut fault = fault.clone();
        fault["match"] = json!({"method": method, "path": path});
        desk.sandbox.fault(&fault).await.unwrap();
    }
    desk.apply().await.unwrap();
    desk.phase(&["done"]).await.unwrap();
    assert_eq!(desk.steps().await.unwrap(), ["done", "done"]);
    let writes = written(&desk).await;
    // What was carried out is known to be ours: it can be taken back.
    desk.undo().await.unwrap();
    desk.apply().await.unwrap();
    desk.phase(&["done"]).await.unwrap();
    let mut end = desk.sandbox.state().await.unwrap();
    let rows = "/dataverse/roleprivilegescollection";
    *end.pointer_mut(rows).unwrap() = start.pointer(rows).unwrap().clone();
    assert_eq!(difference(&start, &end, ""), None);
    desk.close().await.unwrap();
    writes
}

#[tokio::test(flavor = "multi_thread")]
async fn g8_an_answer_lost_after_the_write_is_settled_by_the_proof_and_the_write_not_sent_again() {
    // Chromium itself sends a request again when a kept-alive connection dies under it. What the engine sends is one
    // write a step, and the second of the browser's changes nothing: the row is not the one the guard read any more.
    let writes = under("lost-after", json!({"drop": "after"})).await;
    let carried_out = writes
        .iter()
        .filter(|write| write.starts_with("PATCH") && !write.ends_with(" 412"));
    assert_eq!(carried_out.count(), 1, "{writes:?}");
    assert!(writes.len() <= 4, "{writes:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn g8_a_write_lost_on_the_way_is_sent_again_once() {
    let writes = under("lost-before", json!({"drop": "before"})).await;
    assert_eq!(writes.len(), 4, "{writes:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn slow_answers_are_waited_for_and_nothing_is_sent_twice() {
    let writes = under("slow", json!({"delay_ms": 3000})).await;
    assert_eq!(writes.len(), 2, "{writes:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn g3_a_row_that_moved_between_guard_and_write_is_guarded_again() {
    let moved = json!({"error": {"code": "0x80060882", "message": "The version of the existing record doesn't match"}});
    let (desk, _driver) = desk("moved", &[]).await;
    desk.open_rights().await.unwrap();
    desk.press_id(TOGGLE).await.unwrap();
    desk.review().await.unwrap();
    desk.sandbox
        .fault(&json!({"match": {"method": "PATCH"}, "status": 412, "body": moved}))
        .await
        .unwrap();
    desk.apply().await.unwrap();
    desk.phase(&["done"]).await.unwrap();
    let requests = desk.sandbox.requests().await.unwrap();
    let first = requests
        .iter()
        .position(|request| request["method"] == "PATCH")
        .unwrap();
    assert_eq!(requests[first]["status"], 412);
    assert_eq!(requests[first + 1]["method"], "GET", "the guard is read again");
    assert_eq!(requests[first + 2]["method"], "PATCH");
    desk.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn g3_a_foreign_edit_after_the_review_is_shown_in_three_columns_and_not_written_over() {
    let (desk, _driver) = desk("foreign", &[]).await;
    desk.open_rights().await.unwrap();
    let role = grant_a_role(&desk).await;
    desk.review().await.unwrap();
    // Somebody else gives the same privilege, but less of it.
    let state = desk.sandbox.state().await.unwrap();
    let mut rows = state["dataverse"]["roleprivilegescollection"].clone();
    let privileges = state["dataverse"]["privileges"].as_array().unwrap();
    let privilege = privileges.iter().find(|row| row["name"] == PRIVILEGE).unwrap();
    rows.as_array_mut().unwrap().push(json!({
        "roleprivilegeid": "00000000-0000-4000-8000-00000000f0e1", "roleid": role,
        "privilegeid": privilege["privilegeid"], "privilegedepthmask": 1, "componentstate": 0, "ismanaged": false
    }));
    let foreign = json!({"dataverse": {"roleprivilegescollection": rows}});
    desk.sandbox.put_state(&foreign).await.unwrap();
    desk.apply().await.unwrap();
    desk.phase(&["asking"]).await.unwrap();
    assert_eq!(desk.steps().await.unwrap(), ["conflict"]);
    let columns = script(
        &desk.driver,
        "return [...document.querySelectorAll(\"[data-testid='run-step-1'] table.three tbody td\")].map((it) => it.textContent)",
        vec![],
    )
    .await
    .unwrap();
    let columns: Vec<String> = serde_json::from_value(columns).unwrap();
    assert_eq!(columns.len(), 3, "{columns:?}");
    assert_eq!(columns.iter().collect::<BTreeSet<_>>().len(), 3, "{columns:?}");
    desk.press_id("asking-leave").await.unwrap();
    desk.phase(&["ended"]).await.unwrap();
    assert!(!desk.has("run-undo").await.unwrap(), "nothing was changed");
    assert_eq!(written(&desk).await, Vec::<String>::new());
    desk.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn signed_out_in_the_middle_of_a_run_holds_it_until_signed_in_again() {
    let (desk, _driver) = desk("signed-out", &[]).await;
    desk.open_rights().await.unwrap();
    for fault in [
        json!({"status": 401}),
        json!({"status": 302, "headers": {"Location": "https://login.microsoftonline.com/common/oauth2/authorize"}}),
    ] {
        desk.press_id(TOGGLE).await.unwrap();
        desk.review().await.unwrap();
        let mut fault = fault;
        fault["match"] = json!({"method": "PATCH"});
        desk.sandbox.forget_requests().await.unwrap();
        desk.sandbox.fault(&fault).await.unwrap();
        desk.apply().await.unwrap();
        desk.phase(&["held"]).await.unwrap();
        let told = desk.text("run-held").await.unwrap();
        assert!(told.contains("signed out"), "{told}");
        let held = written(&desk).await;
        assert_eq!(held.len(), 1, "{held:?}");
        tokio::time::sleep(LOOK).await;
        desk.press_id("run-go-on").await.unwrap();
        desk.phase(&["done"]).await.unwrap();
        assert_eq!(written(&desk).await.len(), 2);
        desk.sandbox.clear_faults().await.unwrap();
        desk.press_id("run-close").await.unwrap();
        desk.read().await.unwrap();
    }
    desk.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_that_are_no_answers_are_told_and_nothing_is_written() {
    let (desk, _driver) = desk("no-answers", &[]).await;
    let page = "<html><body><script>document.title = 'pwned'</script><h1>Sign in</h1></body></html>";
    for (fault, state) in [
        (
            json!({"status": 200, "headers": {"content-type": "text/html"}, "body": page}),
            "state-error",
        ),
        (json!({"status": 401}), "state-signed-out"),
        (
            json!({"status": 403, "body": refusal("The user is not a member of the organization.")}),
            "state-no-permission",
        ),
        (json!({"drop": "before"}), "state-offline"),
    ] {
        let mut fault = fault;
        fault["match"] = json!({"path": "/api/data/"});
        fault["times"] = json!(999);
        desk.go().await.unwrap();
        desk.sandbox.fault(&fault).await.unwrap();
        desk.open_rights_here().await.unwrap();
        let told = desk.text(state).await.unwrap();
        assert!(told.len() > 40, "{state}: {told}");
        assert!(!told.contains("<html>") && !desk.has(TOGGLE).await.unwrap());
        assert!(!desk.has("bar-review").await.unwrap());
        // As soon as it answers again, it can be read.
        desk.sandbox.clear_faults().await.unwrap();
        desk.press_id("try-again").await.unwrap();
        by_test_id(&desk.driver, TOGGLE).await.unwrap();
        desk.read().await.unwrap();
        assert!(!desk.has(state).await.unwrap());
    }
    assert_eq!(written(&desk).await, Vec::<String>::new());
    desk.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_user_without_rights_sees_what_can_be_read_and_can_change_nothing() {
    let (desk, _driver) = desk("no-rights", &[]).await;
    // To somebody without any role the portal itself shows nothing.
    for upn in ["agent@contoso.com", "reader@contoso.com"] {
        desk.driver
            .goto(&format!("https://contoso.crm4.dynamics.com/main.aspx?as={upn}"))
            .await
            .unwrap();
        desk.open_rights().await.unwrap();
        let text = says(&desk).await;
        let changeable = desk
            .driver
            .find_all(By::Css(
                "input[role='switch'][data-testid^='toggle-']:enabled, input[data-role-id]:enabled",
            ))
            .await
            .unwrap();
        assert!(changeable.is_empty(), "{upn} may change: {text}");
        let told = desk
            .driver
            .find_all(By::Css("[data-testid^='state-'], [data-testid^='not-allowed-']"))
            .await
            .unwrap();
        assert!(!told.is_empty(), "{upn} is told nothing: {text}");
        assert!(!desk.has("bar-review").await.unwrap());
    }
    assert_eq!(written(&desk).await, Vec::<String>::new());
    desk.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_environment_without_the_privilege_or_any_record_type_says_so() {
    let (desk, _driver) = desk("unknown", &["--generation", "2023"]).await;
    let state = desk.sandbox.state().await.unwrap();
    let mut privileges = state["dataverse"]["privileges"].clone();
    privileges
        .as_array_mut()
        .unwrap()
        .retain(|row| row["name"] != PRIVILEGE);
    desk.sandbox
        .put_state(&json!({"dataverse": {"privileges": privileges}}))
        .await
        .unwrap();
    desk.open_rights().await.unwrap();
    let told = desk.text("no-privilege").await.unwrap();
    assert!(told.len() > 40, "{told}");
    assert!(
        desk.driver
            .find_all(By::Css("input[data-role-id]"))
            .await
            .unwrap()
            .is_empty()
    );
    // What does not rest on it goes on.
    desk.press_id(TOGGLE).await.unwrap();
    desk.review().await.unwrap();
    desk.press_id("plan-cancel").await.unwrap();

    let none = json!({"dataverse": {"msdyn_entitylinkchatconfigurations": []}});
    desk.sandbox.put_state(&none).await.unwrap();
    desk.press_id("refresh").await.unwrap();
    by_test_id(&desk.driver, "state-empty").await.unwrap();
    assert!(!desk.has(TOGGLE).await.unwrap());
    assert_eq!(written(&desk).await, Vec::<String>::new());
    desk.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn names_that_are_markup_stay_text_from_reading_to_undo() {
    const MARKUP: &str = "<img src=x onerror=\"document.title='pwned'\"><b>Desk</b>";
    let (desk, _driver) = desk("markup", &[]).await;
    let state = desk.sandbox.state().await.unwrap();
    let rename = |set: &str, key: &str| {
        let mut rows = state["dataverse"][set].clone();
        for row in rows.as_array_mut().unwrap() {
            let name = format!("{MARKUP} {}", row[key].as_str().unwrap_or_default());
            row[key] = json!(name);
        }
        rows
    };
    desk.sandbox
        .put_state(&json!({"dataverse": {"roles": rename("roles", "name"), "systemusers": rename("systemusers", "fullname"), "teams": rename("teams", "name")}}))
        .await
        .unwrap();
    desk.open_rights().await.unwrap();
    let clean = async |view: &str| {
        let text = says(&desk).await;
        assert!(text.contains(MARKUP), "{view}: {text}");
        let found = script(
            &desk.driver,
            "return [document.querySelectorAll('img, main b img').length, document.title]",
            vec![],
        )
        .await
        .unwrap();
        assert_eq!(found[0], 0, "{view}");
        assert!(!found[1].as_str().unwrap().contains("pwned"), "{view}");
    };
    clean("rights").await;
    grant_a_role(&desk).await;
    clean("changes").await;
    desk.review().await.unwrap();
    clean("plan").await;
    desk.apply().await.unwrap();
    desk.phase(&["done"]).await.unwrap();
    clean("run").await;
    desk.undo().await.unwrap();
    clean("undo").await;
    desk.apply().await.unwrap();
    desk.phase(&["done"]).await.unwrap();
    until("the page's own title", || async {
        Ok((!desk.driver.title().await?.contains("pwned")).then_some(()))
    })
    .await
    .unwrap();
    desk.close().await.unwrap();
}

/// Plans a change on the page as it is, lets `between` happen, applies, and expects the run to stop with nothing written.
async fn stops(desk: &Desk, between: Option<Value>) -> String {
    desk.open_rights_here().await.unwrap();
    desk.press_id(TOGGLE).await.unwrap();
    desk.review().await.unwrap();
    if let Some(fault) = between {
        desk.sandbox.fault(&fault).await.unwrap();
    }
    desk.apply().await.unwrap();
    desk.phase(&["stopped"]).await.unwrap();
    assert_eq!(written(desk).await, Vec::<String>::new());
    says(desk).await
}

#[tokio::test(flavor = "multi_thread")]
async fn g2_a_header_that_names_another_user_stops_the_run_before_it_writes() {
    let (desk, _driver) = desk("other-header", &[]).await;
    let elsewhere = format!("{TEAMS_CHAT}&flags=headeruser:Somebody%20Else");
    desk.driver.goto(elsewhere).await.unwrap();
    let told = stops(&desk, None).await;
    assert!(told.contains("User shown by the portal"), "{told}");
    desk.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn g2_another_user_or_organization_behind_the_same_page_stops_the_run_before_it_writes() {
    const OTHER: &str = "0a0b0c0d-0000-4000-8000-000000000009";
    for other in ["UserId", "OrganizationId"] {
        let (desk, _driver) = desk("other-who", &[]).await;
        desk.driver.goto(TEAMS_CHAT).await.unwrap();
        let who = "return await (await fetch('/api/data/v9.2/WhoAmI')).json()";
        let mut who = script(&desk.driver, who, vec![]).await.unwrap();
        assert!(who[other].is_string(), "{who}");
        who[other] = json!(OTHER);
        // Another tab of the same browser signed in as somebody else, after the plan was made.
        let fault = json!({"match": {"path": "v9.2/WhoAmI"}, "times": 99, "status": 200, "headers": {"content-type": "application/json"}, "body": who});
        stops(&desk, Some(fault)).await;
        desk.close().await.unwrap();
    }
}
