//! Lead management against the sandbox tenant, in process: from nothing to a validated lead destination, and back.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, in its helpers as well"
)]

#[path = "../org_in_process/mod.rs"]
mod org_in_process;
mod refused;
mod tenant;

use latchkey::domain::lead::Credential;
use latchkey::domain::lead::rights::Group;
use latchkey::domain::privilege::Depth;
use latchkey::http::{Method, Request};
use latchkey::plan::model::Undo;
use latchkey::plan::progress::StepState;
use latchkey::plan::undo::{WayBack, stays, undo_plan, way_back};
use latchkey::recipes::lead_management::choices::{AppChoice, Road};
use latchkey::recipes::lead_management::ready::{State, is_done, state};
use latchkey::recipes::lead_management::{Choices, Observed, PlanError, Proof, explain_undo, plan, readiness};
use latchkey::recipes::readiness::Readiness;
use latchkey_sandbox::CONTROL_HOST;
use serde_json::json;
use tenant::{GRAPH, PASSWORD, SEED, Tenant, UPN, wishes};

/// The end state both ways share (S004-31 to S004-43), and the credential's own.
fn check(tenant: &Tenant, credential: Credential) {
    let after = tenant.read(UPN);
    let choices = {
        let mut choices = Choices::preset(&after, SEED);
        choices.credential = credential;
        choices.upn = UPN.to_owned();
        choices
    };
    for group in Group::ALL {
        assert!(is_done(&after, &choices, group), "{group:?}: {after:#?}");
    }
    let account = choices.account(&after).unwrap();
    assert!(account.has_role && !account.disabled && account.has_written == Some(true));
    assert!(after.standards().iter().all(|standard| !standard.is_missing()));
}

#[test]
fn s004_07_to_52_from_nothing_to_a_validated_destination_with_an_app() {
    for (dialects, road) in [
        (&["appuser=bap"][..], Road::PowerPlatform),
        (&["appuser=dataverse", "staging=uploads"], Road::Dataverse),
    ] {
        let tenant = Tenant::new(dialects);
        let observed = tenant.read(UPN);
        let (choices, given) = wishes(&observed, Credential::Entra, road);
        let made = plan(&observed, &choices, tenant.org.now.get()).unwrap();
        println!("{} steps, {} requests", made.steps.len(), made.requests());
        let run = tenant.done(made, &given);
        check(&tenant, Credential::Entra);
        let secret = tenant.field("client-secret");
        assert!(!secret.is_empty());
        let journal = format!("{:?}", run.record());
        assert!(!journal.contains(&secret), "no secret is in the journal");

        // A second plan finds nothing to do but the secret and the offer.
        let again = tenant.read(UPN);
        let mut choices = Choices::preset(&again, SEED);
        choices.new_secret = false;
        choices.groups = vec![Group::Solution, Group::Credential, Group::Environment];
        assert_eq!(plan(&again, &choices, 5), Err(PlanError::NothingToDo));
    }
}

#[test]
fn s004_24_to_52_from_nothing_to_a_validated_destination_with_a_user() {
    let tenant = Tenant::new(&[]);
    let observed = tenant.read(UPN);
    let (choices, given) = wishes(&observed, Credential::Office365, Road::PowerPlatform);
    let made = plan(&observed, &choices, tenant.org.now.get()).unwrap();
    let run = tenant.done(made, &given);
    check(&tenant, Credential::Office365);
    assert!(!format!("{:?}", run.record()).contains(PASSWORD));
}

#[test]
fn s004_37_to_43_what_the_role_lacks_is_granted_in_one_step_and_what_its_file_brings_is_not() {
    let tenant = Tenant::new(&[]);
    let observed = tenant.read(UPN);
    let (mut choices, _) = wishes(&observed, Credential::Entra, Road::PowerPlatform);
    let granted = |choices: &Choices| {
        let made = plan(&observed, choices, 5).unwrap();
        let steps = made
            .steps
            .iter()
            .filter(|step| step.id.starts_with("environment:privilege"));
        steps.map(|step| step.delta.len()).collect::<Vec<_>>()
    };
    assert_eq!(granted(&choices), [6]);
    let brought = &mut choices.file.as_mut().unwrap().package.privileges;
    brought.push(("prvreadasyncoperation".to_owned(), Depth::Global));
    brought.push(("prvWriteAsyncOperation".to_owned(), Depth::Local));
    assert_eq!(granted(&choices), [5], "one is there, one reaches less far");
}

#[test]
fn s004_51_a_lead_proves_the_credential_whose_user_made_it_and_no_other() {
    let tenant = Tenant::new(&["appuser=bap"]);
    let observed = tenant.read(UPN);
    let (choices, given) = wishes(&observed, Credential::Entra, Road::PowerPlatform);
    tenant.done(plan(&observed, &choices, tenant.org.now.get()).unwrap(), &given);
    let after = tenant.read(UPN);
    let mut choices = Choices::preset(&after, SEED);
    assert!(is_done(&after, &choices, Group::Offer));
    choices.credential = Credential::Office365;
    assert!(
        !is_done(&after, &choices, Group::Offer),
        "the app's lead proves no user"
    );
    choices.credential = Credential::Entra;
    choices.app = AppChoice::Typed("0b1f3a52-6d1e-4c38-9a75-000000000009".to_owned());
    assert!(!is_done(&after, &choices, Group::Offer), "nor another app");
}

#[test]
fn g6_an_app_that_was_never_used_goes_with_everything_else_and_one_that_was_stays() {
    for used in [false, true] {
        let tenant = Tenant::new(&["appuser=bap"]);
        let observed = tenant.read(UPN);
        let (mut choices, given) = wishes(&observed, Credential::Entra, Road::PowerPlatform);
        if !used {
            choices.set_group(Group::Offer, false);
        }
        let run = tenant.done(plan(&observed, &choices, tenant.org.now.get()).unwrap(), &given);
        let record = run.record();
        let mut back = undo_plan(&record, tenant.org.now.get()).unwrap();
        let now = tenant.read(UPN);
        explain_undo(&mut back, &record, Some(&now));
        let deletes = back.steps.iter().any(|step| step.id == "undo:credential:app");
        assert_eq!(deletes, !used, "{:?}", back.notes);
        let notes: Vec<&str> = back.notes.iter().map(|note| note.id.as_ref()).collect();
        assert_eq!(notes.first() == Some(&"lead-stays-offer"), used, "{notes:?}");
        for stays in ["lead-undo-app-used", "lead-stays-principal", "lead-stays-lead"] {
            assert_eq!(notes.contains(&stays), used, "{stays}: {notes:?}");
        }
        assert!(notes.contains(&"lead-stays-account"), "{notes:?}");
        let taken = back
            .steps
            .iter()
            .filter(|step| step.id.starts_with("undo:environment:privileges/"));
        assert_eq!(taken.count(), 6, "one request gave them, each is taken by itself");
        assert!(notes.contains(&"chat-effect-one-by-one"), "which is said: {notes:?}");
        tenant.done(back, &[]);
        let end = tenant.read(UPN);
        let apps = end.directory.as_ref().unwrap().apps.value().unwrap().clone();
        let ours = apps.iter().find(|app| app.name == "Marketplace lead writer");
        assert_eq!(ours.is_some(), used);
        assert!(
            ours.is_none_or(|app| app.secrets.is_empty()),
            "the secret is gone in any case"
        );
        let account = end
            .accounts
            .value()
            .unwrap()
            .iter()
            .find(|account| account.client.is_some());
        let account = end
            .accounts
            .value()
            .unwrap()
            .iter()
            .find(|found| found.name.contains("lead writer"))
            .or(account);
        assert!(account.unwrap().disabled && !account.unwrap().has_role, "{account:?}");
        assert_eq!(
            end.role().unwrap().inheritance,
            observed_inheritance(),
            "as the solution brought it"
        );
        assert!(
            end.standards()
                .iter()
                .all(latchkey::recipes::lead_management::observed::Standard::is_missing)
        );
        assert!(end.role().is_some(), "the solution stays");
    }
}

fn observed_inheritance() -> Option<latchkey::domain::lead::role::Inheritance> {
    Some(latchkey::domain::lead::role::Inheritance::TeamOnly)
}

#[test]
fn s004_04_who_may_not_is_told_before_anything_is_sent() {
    let tenant = Tenant::of("agent@contoso.com", &[]);
    let observed = tenant.read(UPN);
    let (choices, _) = wishes(&observed, Credential::Entra, Road::PowerPlatform);
    let refused = plan(&observed, &choices, 5);
    assert_eq!(refused, Err(PlanError::NotAllowed { group: Group::Solution }));
}

#[test]
fn s004_36_a_refused_inheritance_stops_with_the_reason_and_can_be_done_by_hand() {
    let tenant = Tenant::new(&["isinherited=refused"]);
    let observed = tenant.read(UPN);
    let (choices, given) = wishes(&observed, Credential::Entra, Road::PowerPlatform);
    let run = tenant.run(plan(&observed, &choices, tenant.org.now.get()).unwrap(), &given);
    let progress = run.progress();
    let failed = progress
        .steps
        .iter()
        .find(|step| step.id == "environment:inheritance")
        .unwrap();
    assert!(matches!(failed.state, StepState::Failed { .. }), "{failed:?}");
    let after = tenant.read(UPN);
    let mut choices = Choices::preset(&after, SEED);
    choices.inheritance_by_hand = true;
    let apps = after.directory.as_ref().unwrap().apps.value().unwrap();
    let ours = apps.iter().find(|app| app.name == "Marketplace lead writer").unwrap();
    choices.app = latchkey::recipes::lead_management::choices::AppChoice::Existing(ours.id.clone());
    choices.groups = vec![Group::Environment];
    let again = plan(&after, &choices, 5).unwrap();
    let step = again.step("environment:inheritance").unwrap();
    assert!(matches!(
        step.change.action,
        latchkey::plan::model::Action::Guide { .. }
    ));
}

/// Puts the tenant's clock ahead of real time.
fn ahead(tenant: &Tenant, seconds: u32) {
    let request =
        Request::json(Method::Post, "/clock", &json!({"ahead_s": seconds})).header("content-type", "application/json");
    assert!(tenant.org.call(CONTROL_HOST, &request).unwrap().is_success());
}

/// The secrets of the app that was registered.
fn secrets(tenant: &Tenant) -> (String, Vec<serde_json::Value>) {
    let state = tenant.org.state();
    let apps = state["graph"]["applications"].as_array().unwrap();
    let app = apps
        .iter()
        .find(|app| app["displayName"] == "Marketplace lead writer")
        .unwrap();
    let secrets = app["passwordCredentials"].as_array().unwrap();
    (app["id"].as_str().unwrap().to_owned(), secrets.clone())
}

#[test]
fn s004_51_a_lead_older_than_the_newest_secret_proves_nothing_and_validating_again_does() {
    let tenant = Tenant::new(&["appuser=bap"]);
    let observed = tenant.read(UPN);
    let (choices, given) = wishes(&observed, Credential::Entra, Road::PowerPlatform);
    tenant.done(plan(&observed, &choices, tenant.org.now.get()).unwrap(), &given);
    let line = |observed: &Observed| {
        let lines = readiness(observed);
        let lead = lines.into_iter().find(|line| line.id == "lead").unwrap();
        (lead.readiness, lead.statement.id)
    };
    assert_eq!(line(&tenant.read(UPN)), (Readiness::Ready, "lead-ready-lead".into()));

    // A secret that reached nobody: the one the offer holds may be gone any time.
    ahead(&tenant, 600);
    let (app, _) = secrets(&tenant);
    let request = Request::json(
        Method::Post,
        format!("/v1.0/applications/{app}/addPassword"),
        &json!({"passwordCredential": {"displayName": "to nobody"}}),
    );
    assert!(tenant.org.call(GRAPH, &request).unwrap().is_success());
    let after = tenant.read(UPN);
    let choices = Choices::preset(&after, SEED);
    for group in [Group::Credential, Group::Offer] {
        let State::Unknown(Proof::Before { lead, made }) = state(&after, &choices, group) else {
            panic!("{group:?}: {:?}", state(&after, &choices, group));
        };
        assert!(lead < made, "{lead} {made}");
    }
    assert_eq!(line(&after), (Readiness::Unknown, "lead-proof-before".into()));

    // Nor does it without a sign-in, by which the secrets are read.
    let mut signed_out = after.clone();
    signed_out.directory = None;
    assert_eq!(line(&signed_out), (Readiness::Unknown, "lead-proof-untold".into()));
    let choices = Choices::preset(&signed_out, SEED);
    for group in [Group::Credential, Group::Offer] {
        assert_eq!(state(&signed_out, &choices, group), State::Unknown(Proof::Untold));
    }

    // Partner Center validates what the offer holds.
    tenant.org.now.set(tenant.org.now.get() + 60_000);
    assert!(
        tenant
            .portal(Method::Post, "/customer-leads/validate", &json!({}))
            .is_success()
    );
    check(&tenant, Credential::Entra);
    assert_eq!(line(&tenant.read(UPN)).0, Readiness::Ready);

    // Without any secret no lead arrives, whatever was written.
    let (app, all) = secrets(&tenant);
    for secret in all {
        let body = json!({"keyId": secret["keyId"]});
        let request = Request::json(Method::Post, format!("/v1.0/applications/{app}/removePassword"), &body);
        assert!(tenant.org.call(GRAPH, &request).unwrap().is_success());
    }
    let end = tenant.read(UPN);
    assert_eq!(line(&end), (Readiness::Attention, "lead-proof-ended".into()));
    for group in [Group::Credential, Group::Offer] {
        assert_eq!(state(&end, &Choices::preset(&end, SEED), group), State::Open);
    }
}

#[test]
fn g6_what_of_the_app_stays_once_a_lead_is_there_is_said_before_anything_is_done() {
    let tenant = Tenant::new(&["appuser=bap"]);
    let observed = tenant.read(UPN);
    let (choices, given) = wishes(&observed, Credential::Entra, Road::PowerPlatform);
    let made = plan(&observed, &choices, tenant.org.now.get()).unwrap();
    for id in ["credential:app", "credential:principal"] {
        assert_eq!(way_back(made.step(id).unwrap()), WayBack::Partly, "{id}");
    }
    assert!(made.notes.iter().any(|note| note.id == "lead-note-app"));
    let run = tenant.done(made.clone(), &given);

    // Each change that does not come back is among what stays.
    let left: Vec<&str> = stays(made.steps.iter())
        .iter()
        .map(|(step, _)| step.id.as_str())
        .collect();
    let back = undo_plan(&run.record(), tenant.org.now.get()).map(|mut back| {
        explain_undo(&mut back, &run.record(), Some(&tenant.read(UPN)));
        back
    });
    let back = back.unwrap();
    for step in made
        .steps
        .iter()
        .filter(|step| !matches!(step.undo, Undo::Nothing { .. }))
    {
        let of = format!("undo:{}", step.id);
        let is_taken = back.steps.iter().any(|back| back.id.starts_with(&of));
        assert!(is_taken || left.contains(&step.id.as_str()), "{} stays unsaid", step.id);
    }
}

#[test]
fn s004_44_to_51_each_step_on_the_offer_s_page_says_what_it_is_for() {
    for credential in Credential::ALL {
        let tenant = Tenant::new(&[]);
        let observed = tenant.read(UPN);
        let (choices, _) = wishes(&observed, credential, Road::PowerPlatform);
        let made = plan(&observed, &choices, 5).unwrap();
        let mut reasons: Vec<&str> = made
            .steps
            .iter()
            .filter(|step| step.target == "partner-center")
            .map(|step| step.reason.id.as_ref())
            .collect();
        let all = reasons.len();
        reasons.sort_unstable();
        reasons.dedup();
        assert!(all > 9 && reasons.len() == all, "{reasons:?}");
    }
}

#[test]
fn s004_28_a_licence_is_used_in_a_country_that_there_is() {
    let tenant = Tenant::new(&[]);
    let observed = tenant.read(UPN);
    let (mut choices, _) = wishes(&observed, Credential::Office365, Road::PowerPlatform);
    for (location, refused) in [("DK", false), ("ZZ", true), ("Denmark", true), ("dk", true), ("", true)] {
        location.clone_into(&mut choices.location);
        let refusal = plan(&observed, &choices, 5).err();
        assert_eq!(
            refusal == Some(PlanError::NoLocation),
            refused,
            "{location}: {refusal:?}"
        );
    }
}

#[test]
fn s004_23_a_disabled_user_is_said_to_be_enabled_in_words() {
    let tenant = Tenant::new(&["appuser=bap"]);
    let observed = tenant.read(UPN);
    let (choices, given) = wishes(&observed, Credential::Entra, Road::PowerPlatform);
    let run = tenant.done(plan(&observed, &choices, tenant.org.now.get()).unwrap(), &given);
    let mut back = undo_plan(&run.record(), tenant.org.now.get()).unwrap();
    explain_undo(&mut back, &run.record(), Some(&tenant.read(UPN)));
    tenant.done(back, &[]);
    let again = tenant.read(UPN);
    let choices = Choices {
        groups: vec![Group::Environment],
        app: AppChoice::Existing(secrets(&tenant).0),
        ..Choices::preset(&again, SEED)
    };
    let made = plan(&again, &choices, 5).unwrap();
    let step = made.step("environment:user-enabled").unwrap();
    let delta = &step.delta[0];
    assert_eq!(
        (delta.from.id.as_ref(), delta.to.id.as_ref()),
        ("lead-value-disabled", "lead-value-enabled")
    );
}
