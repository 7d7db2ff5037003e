//! What is refused, changed by others or slowed down, and what undo of a user leaves.

use latchkey::domain::lead::Credential;
use latchkey::domain::lead::package;
use latchkey::domain::lead::rights::Group;
use latchkey::domain::organization::SignedInUser;
use latchkey::domain::reading::Reading;
use latchkey::http::{Method, Request};
use latchkey::plan::progress::StepState;
use latchkey::plan::run::Run;
use latchkey::plan::undo::undo_plan;
use latchkey::recipes::lead_management::Choices;
use latchkey::recipes::lead_management::choices::{AppChoice, Hands, Road};
use latchkey::recipes::lead_management::observed::{App, Directory};
use latchkey::recipes::lead_management::offer_page::Place;
use latchkey::recipes::lead_management::{Observed, OfferPage, PlanError, explain_undo, plan};
use latchkey::services::graph::applications::{
    DYNAMICS_CRM, MICROSOFT_GRAPH, Owner, RequiredResourceAccess, ResourceAccess, USER_IMPERSONATION, USER_READ,
};
use latchkey_sandbox::CONTROL_HOST;
use latchkey_sandbox::dataverse::solutions::made_up;
use serde_json::{Value, json};

use crate::tenant::{GRAPH, SEED, STANDARD, Tenant, UPN, wishes};
use base64::Engine;

fn state_of(run: &Run, step: &str) -> StepState {
    let progress = run.progress();
    progress.steps.iter().find(|one| one.id == step).unwrap().state.clone()
}

fn fault(tenant: &Tenant, fault: &Value) {
    let request = Request::json(Method::Post, "/faults", fault).header("content-type", "application/json");
    assert!(tenant.org.call(CONTROL_HOST, &request).unwrap().is_success());
}

#[test]
fn s004_09_a_file_the_check_refuses_is_told_at_staging_and_never_imported() {
    let tenant = Tenant::new(&[]);
    let observed = tenant.read(UPN);
    let (mut choices, _) = wishes(&observed, Credential::Entra, Road::PowerPlatform);
    choices.groups = vec![Group::Solution];
    let recipe = made_up::Recipe {
        needs: Some(("contoso_Nowhere", "ContosoBase (1.0.0.0)")),
        ..made_up::Recipe::default()
    };
    let bytes = made_up::lead_writer(&recipe).unwrap();
    let file = choices.file.as_mut().unwrap();
    file.sha256 = crate::tenant::digest(&bytes);
    file.bytes = bytes.len() as u64;
    file.package = package::read(&bytes).unwrap();
    let given = [("solution-file", STANDARD.encode(bytes))];
    let run = tenant.run(plan(&observed, &choices, tenant.org.now.get()).unwrap(), &given);
    let StepState::Failed { why } = state_of(&run, "solution:stage") else {
        panic!("{:?}", run.progress());
    };
    assert!(format!("{why:?}").contains("ContosoBase"), "{why:?}");
    assert_eq!(state_of(&run, "solution:import"), StepState::Skipped);
    assert_eq!(tenant.org.state()["dataverse"]["importjobs"], json!([]));
}

#[test]
fn s004_09_a_file_the_service_reads_otherwise_than_it_was_shown_is_never_imported() {
    let deceived: [fn(&mut package::Package); 3] = [
        |shown| shown.unique_name = "Harmless".to_owned(),
        |shown| shown.version = package::Version::parse("1.0.0.1").unwrap(),
        |shown| shown.managed = false,
    ];
    for deceive in deceived {
        let tenant = Tenant::new(&[]);
        let observed = tenant.read(UPN);
        let (mut choices, given) = wishes(&observed, Credential::Entra, Road::PowerPlatform);
        choices.groups = vec![Group::Solution];
        deceive(&mut choices.file.as_mut().unwrap().package);
        let run = tenant.run(plan(&observed, &choices, tenant.org.now.get()).unwrap(), &given);
        let StepState::Failed { why } = state_of(&run, "solution:stage") else {
            panic!("{:?}", run.progress());
        };
        assert_eq!(why.id, "run-answer-disagrees");
        assert_eq!(state_of(&run, "solution:import"), StepState::Skipped);
        assert_eq!(tenant.org.state()["dataverse"]["importjobs"], json!([]));
    }
}

#[test]
fn s004_14_the_directory_has_to_be_the_organization_s_own() {
    let tenant = Tenant::new(&[]);
    let mut observed = tenant.read(UPN);
    let (mut choices, _) = wishes(&observed, Credential::Entra, Road::PowerPlatform);
    choices.groups = vec![Group::Credential];
    observed.organization.tenant_id = Some("0b1f3a52-6d1e-4c38-9a75-000000000001".to_owned());
    assert_eq!(plan(&observed, &choices, 5), Err(PlanError::OtherTenant));
}

#[test]
fn s004_27_a_user_with_a_directory_role_is_not_taken() {
    let tenant = Tenant::new(&[]);
    let observed = tenant.read("admin@contoso.com");
    let (mut choices, _) = wishes(&observed, Credential::Office365, Road::PowerPlatform);
    choices.upn = "admin@contoso.com".to_owned();
    choices.groups = vec![Group::Credential];
    assert_eq!(plan(&observed, &choices, 5), Err(PlanError::Administrator));
}

#[test]
fn s004_26_a_password_entra_would_refuse_is_refused_where_it_is_typed() {
    let tenant = Tenant::new(&[]);
    let observed = tenant.read(UPN);
    let (mut choices, _) = wishes(&observed, Credential::Office365, Road::PowerPlatform);
    choices.groups = vec![Group::Credential];
    let made = plan(&observed, &choices, 5).unwrap();
    let password = made.slots.iter().find(|slot| slot.id == "password").unwrap();
    for refused in ["", "Aa1!", "alllowercase", "Leadwriter-2026!"] {
        assert!(password.accepts(refused).is_err(), "{refused}");
    }
    assert_eq!(password.accepts(crate::tenant::PASSWORD), Ok(()));
    let journal = format!("{made:?}");
    assert!(!journal.contains(crate::tenant::PASSWORD));
}

#[test]
fn s004_44_the_offer_is_named_as_its_page_names_it_and_by_its_id_besides() {
    let tenant = Tenant::new(&[]);
    let named = |observed: &Observed| observed.offer.place().unwrap().name.clone();
    let observed = tenant.read(UPN);
    assert_eq!(named(&observed).as_deref(), Some("Contoso Field Insights"));
    assert_eq!(observed.offer.place().unwrap().is_live, Some(false), "S004-52");
    let (choices, _) = wishes(&observed, Credential::Entra, Road::PowerPlatform);
    let made = plan(&observed, &choices, 5).unwrap();
    let page = made
        .targets
        .iter()
        .find(|target| target.id == "partner-center")
        .unwrap();
    assert_eq!(page.name, "Contoso Field Insights");
    let called = format!("{:?}", observed.offer.place().unwrap().called());
    assert!(called.contains(&tenant.offer()), "{called}");
    // What no name is, is not shown as one.
    for odd in ["", "one\ntwo", "\u{202e}sthgisnI", &"long ".repeat(40)] {
        odd.clone_into(&mut tenant.page.borrow_mut().name);
        assert_eq!(named(&tenant.read(UPN)), None, "{odd:?}");
    }
}

#[test]
fn s004_44_without_the_offer_s_page_nothing_is_planned_on_it_but_by_hand() {
    let tenant = Tenant::new(&[]);
    let mut observed = tenant.read(UPN);
    let (mut choices, _) = wishes(&observed, Credential::Entra, Road::PowerPlatform);
    observed.offer = OfferPage::NotShown;
    assert_eq!(plan(&observed, &choices, 5), Err(PlanError::NoPage));
    observed.offer = OfferPage::Shown(Place {
        open: "/dashboard/commercial-marketplace/overview".to_owned(),
        name: None,
        is_live: None,
        connects: false,
    });
    assert_eq!(plan(&observed, &choices, 5), Err(PlanError::NoCustomerLeads));
    choices.hands = Hands::Admin;
    let by_hand = plan(&observed, &choices, 5).unwrap();
    assert!(by_hand.targets.iter().all(|target| target.id != "partner-center"));
    assert!(by_hand.step("offer:lead").is_some() && by_hand.step("offer:ok").is_none());
}

#[test]
fn s004_15_an_app_somebody_else_registered_under_the_name_neither_stops_ours_nor_is_taken_for_it() {
    let tenant = Tenant::new(&[]);
    let observed = tenant.read(UPN);
    let (mut choices, given) = wishes(&observed, Credential::Entra, Road::PowerPlatform);
    choices.groups = vec![Group::Credential];
    choices.new_secret = false;
    let made = plan(&observed, &choices, tenant.org.now.get()).unwrap();
    let body = json!({"displayName": choices.app_name, "signInAudience": "AzureADMyOrg"});
    let other = Request::json(Method::Post, "/v1.0/applications", &body).header("content-type", "application/json");
    assert!(tenant.org.call(GRAPH, &other).unwrap().is_success());
    let theirs = |observed: &Observed| {
        let apps = observed.directory.as_ref().unwrap().apps.value().unwrap();
        apps.iter()
            .find(|app| app.name == choices.app_name && !app.is_ours())
            .cloned()
            .unwrap()
    };
    let before = theirs(&tenant.read(UPN));
    let run = tenant.run(made, &given);
    let state = state_of(&run, "credential:app");
    assert!(matches!(state, StepState::Done { .. }), "{state:?}");
    let after = tenant.read(UPN);
    assert_eq!(theirs(&after), before);
    let apps = after.directory.as_ref().unwrap().apps.value().unwrap();
    assert_eq!(apps.iter().filter(|app| app.is_ours()).count(), 1);
}

#[test]
fn s004_19_a_pause_the_directory_asks_for_is_kept_and_the_secret_is_made_once() {
    let tenant = Tenant::new(&["appuser=bap"]);
    let observed = tenant.read(UPN);
    let (mut choices, given) = wishes(&observed, Credential::Entra, Road::PowerPlatform);
    choices.set_group(Group::Offer, false);
    let pause = json!({"match": {"path": "addPassword"}, "status": 429, "headers": {"retry-after": "90"}, "body": ""});
    fault(&tenant, &pause);
    let began = tenant.org.now.get();
    tenant.done(plan(&observed, &choices, began).unwrap(), &given);
    assert!(tenant.org.now.get() >= began + 90_000);
    let apps = tenant.org.state()["graph"]["applications"].clone();
    let named = |app: &&Value| app["uniqueName"] == format!("latchkey-lead-writer-{SEED}").as_str();
    let ours = apps.as_array().unwrap().iter().find(named).unwrap();
    assert_eq!(ours["passwordCredentials"].as_array().unwrap().len(), 1);
}

#[test]
fn s004_28_undo_of_a_user_leaves_it_blocked_and_unlicensed_and_everything_else_as_it_was() {
    let tenant = Tenant::new(&[]);
    let start = tenant.org.state();
    let observed = tenant.read(UPN);
    let (choices, given) = wishes(&observed, Credential::Office365, Road::PowerPlatform);
    let run = tenant.done(plan(&observed, &choices, tenant.org.now.get()).unwrap(), &given);
    let record = run.record();
    let mut back = undo_plan(&record, tenant.org.now.get()).unwrap();
    explain_undo(&mut back, &record, Some(&tenant.read(UPN)));
    let notes: Vec<&str> = back.notes.iter().map(|note| note.id.as_ref()).collect();
    assert_eq!(notes.first(), Some(&"lead-stays-offer"), "{notes:?}");
    for stays in ["lead-stays-user", "lead-stays-person", "lead-stays-lead"] {
        assert!(notes.contains(&stays), "{stays}: {notes:?}");
    }
    // The portal's page need not be open again for what is taken back elsewhere.
    assert!(back.targets.iter().all(|target| target.id != "partner-center"));
    tenant.done(back, &[]);
    let end = tenant.org.state();
    let rows = |state: &Value, part: &str, set: &str| state[part][set].as_array().unwrap().clone();
    let new = |part: &str, set: &str| -> Vec<Value> {
        let before = rows(&start, part, set);
        rows(&end, part, set)
            .into_iter()
            .filter(|row| !before.contains(row))
            .collect()
    };
    let [user] = &new("graph", "users")[..] else {
        panic!("{:?}", new("graph", "users"));
    };
    assert_eq!(user["userPrincipalName"], UPN);
    assert_eq!(
        (&user["accountEnabled"], &user["assignedLicenses"]),
        (&json!(false), &json!([]))
    );
    let [account] = &new("dataverse", "systemusers")[..] else {
        panic!("{:?}", new("dataverse", "systemusers"));
    };
    assert_eq!(account["isdisabled"], true);
    for (part, set) in [
        ("graph", "subscribedSkus"),
        ("graph", "applications"),
        ("graph", "servicePrincipals"),
        ("dataverse", "systemuserrolescollection"),
    ] {
        assert_eq!(rows(&end, part, set), rows(&start, part, set), "{part}/{set}");
    }
    for role in new("dataverse", "roles") {
        assert_eq!(role["name"], "Microsoft Marketplace Lead Writer");
        assert_eq!(role["isinherited"], 0, "as the solution brought it");
    }
    let leads = new("dataverse", "leads");
    assert_eq!(leads.len(), 1, "the test lead stays: {leads:?}");
}

/// The environment with the role given to an app that is no plan's.
fn with_a_writer(tenant: &Tenant, change: impl Fn(&mut App)) -> (Observed, String) {
    let mut observed = tenant.read(UPN);
    let Some(Directory {
        apps: Reading::Complete(apps),
        ..
    }) = &mut observed.directory
    else {
        panic!("the apps are read");
    };
    change(&mut apps[0]);
    let (id, client) = (apps[0].id.clone(), apps[0].client.clone());
    let Reading::Complete(accounts) = &mut observed.accounts else {
        panic!("the accounts are read");
    };
    for account in accounts {
        (account.has_role, account.disabled, account.deleted) =
            (account.client.as_deref() == Some(&client), false, false);
    }
    assert_eq!(observed.writers().len(), 1);
    (observed, id)
}

#[test]
fn s004_15_no_app_but_one_of_ours_is_preset_because_its_user_has_the_role() {
    let tenant = Tenant::new(&[]);
    for name in [None, Some("hr-sync"), Some("x-latchkey-lead-writer-1")] {
        let (observed, _) = with_a_writer(&tenant, |app| app.unique_name = name.map(str::to_owned));
        assert_eq!(Choices::preset(&observed, SEED).app, AppChoice::New, "{name:?}");
    }
    let (observed, id) = with_a_writer(&tenant, |app| {
        app.unique_name = Some("latchkey-lead-writer-1".to_owned())
    });
    assert_eq!(Choices::preset(&observed, SEED).app, AppChoice::Existing(id));
}

#[test]
fn s004_15_who_else_owns_the_chosen_app_and_what_more_it_may_do_is_said_on_the_plan() {
    let tenant = Tenant::new(&[]);
    let listed = |app: &str, kind: &str, id: &str| RequiredResourceAccess {
        resource_app_id: app.to_owned(),
        access: vec![ResourceAccess {
            id: id.to_owned(),
            kind: kind.to_owned(),
        }],
    };
    let owner = |id: &str| Owner {
        id: id.to_owned(),
        display_name: None,
        upn: Some("mallory@contoso.com".to_owned()),
    };
    let notes = |required: Vec<RequiredResourceAccess>, owners: Reading<Vec<Owner>>| {
        let (observed, id) = with_a_writer(&tenant, |app| {
            (app.required, app.owners) = (required.clone(), owners.clone());
        });
        let (mut choices, _) = wishes(&observed, Credential::Entra, Road::PowerPlatform);
        (choices.groups, choices.app) = (vec![Group::Credential], AppChoice::Existing(id));
        let made = plan(&observed, &choices, tenant.org.now.get()).unwrap();
        let ours = ["lead-note-app-permissions", "lead-app-owned"];
        let notes: Vec<&str> = made
            .notes
            .iter()
            .map(|note| note.id.as_ref())
            .filter(|id| ours.contains(id))
            .collect();
        notes.join(" ")
    };
    let admin = tenant.read(UPN).tenant().unwrap().admin.id.clone();
    let nobody = || Reading::Complete(Vec::new());
    let usual = vec![
        listed(DYNAMICS_CRM, "Scope", USER_IMPERSONATION),
        listed(MICROSOFT_GRAPH, "Scope", USER_READ),
    ];
    assert_eq!(notes(usual.clone(), nobody()), "");
    assert_eq!(notes(usual.clone(), Reading::Complete(vec![owner(&admin)])), "");
    assert_eq!(
        notes(usual.clone(), Reading::Complete(vec![owner(&admin), owner("m")])),
        "lead-app-owned"
    );
    for more in [
        listed(MICROSOFT_GRAPH, "Role", USER_READ),
        listed(MICROSOFT_GRAPH, "Scope", "19dbc75e-c2e2-444c-a770-ec69d8559fc7"),
        listed("00000003-0000-0ff1-ce00-000000000000", "Role", "x"),
    ] {
        let mut required = usual.clone();
        required.push(more);
        assert_eq!(notes(required, nobody()), "lead-note-app-permissions");
    }
}

#[test]
fn s004_15_who_registered_an_app_is_read_with_it() {
    let tenant = Tenant::new(&[]);
    let body = json!({"displayName": "Marketplace lead writer"});
    let request = Request::json(Method::Post, "/v1.0/applications", &body).header("content-type", "application/json");
    assert!(tenant.org.call(GRAPH, &request).unwrap().is_success());
    let observed = tenant.read(UPN);
    let apps = observed.directory.as_ref().unwrap().apps.value().unwrap();
    let app = apps.iter().find(|app| app.name == "Marketplace lead writer").unwrap();
    let owners = app.owners.value().unwrap();
    assert_eq!(
        owners.iter().map(Owner::called).collect::<Vec<_>>(),
        ["admin@contoso.com"]
    );
    assert!(app.created.is_some());
    assert!(
        app.other_owners(observed.tenant().map(|tenant| &tenant.admin))
            .is_empty()
    );
    let somebody = SignedInUser {
        id: "somebody else".to_owned(),
        ..observed.tenant().unwrap().admin.clone()
    };
    assert_eq!(app.other_owners(Some(&somebody)).len(), 1);
}
