//! Teams chat against the sandbox tenant, in process: what is planned is done, proven, and taken back to the same state.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, in its helpers as well"
)]

mod org_in_process;

use latchkey::domain::chat::record_type::Switch;
use latchkey::domain::chat::setting::Scope;
use latchkey::domain::chat::site_map::Title;
use latchkey::domain::reading::Reading;
use latchkey::http::{Method, Request};
use latchkey::plan::drive::{Command, Handle, drive};
use latchkey::plan::model::Plan;
use latchkey::plan::progress::{Phase, StepState};
use latchkey::plan::run::{Choice, Run};
use latchkey::plan::start::Approval;
use latchkey::plan::undo::undo_plan;
use latchkey::recipes::disconnect::{Context, ObserveError};
use latchkey::recipes::teams_chat::{Choices, Observed, Place, Section, explain_undo, observe, plan, read_section};
use latchkey_sandbox::pages::Generation;
use latchkey_sandbox::{CONTROL_HOST, Config};
use org_in_process::{Org, block_on};
use serde_json::json;

fn read(org: &Org) -> Result<Observed, ObserveError> {
    let context = || Context {
        now: org.now.get(),
        sleep: org,
    };
    let mut observed = block_on(observe(org, context()))?;
    let table = || "incident".to_owned();
    for section in [
        Section::Tables,
        Section::Type(table()),
        Section::Access,
        Section::Profiles,
        Section::SiteMaps,
    ] {
        let part = block_on(read_section(org, context(), &observed, &section));
        observed.add(part);
    }
    Ok(observed)
}

fn value<T: std::fmt::Debug>(reading: &Reading<T>) -> &T {
    assert!(reading.is_complete(), "{reading:?}");
    reading.value().unwrap()
}

const WORKSPACE: &str = "msdyn_CustomerServiceWorkspace";
const WARRANTY: &str = "contoso_Warranty";

/// A bit of everything.
fn wishes(observed: &Observed) -> Choices {
    let mut choices = Choices::default();
    choices.set_scope(
        observed,
        Scope::Selected(vec![WARRANTY.to_owned(), WORKSPACE.to_owned()]),
    );
    let map = value(observed.site_maps.as_ref().unwrap())
        .iter()
        .find(|map| map.app == WARRANTY)
        .unwrap();
    let area = &map.map.as_ref().unwrap().areas[0];
    choices.set_page(
        observed,
        WARRANTY,
        Some(Place {
            area: area.id.clone(),
            group: area.groups[0].id.clone(),
            titles: vec![Title {
                lcid: 1033,
                text: "Teams chat settings".to_owned(),
            }],
        }),
    );
    for app in [WARRANTY, WORKSPACE] {
        choices.set_publish(observed, app, true);
    }
    let types = value(&observed.record_types);
    let of = |table: &str| {
        let found = types.iter().find(|row| row.logical_name.as_deref() == Some(table));
        found.unwrap().id.clone()
    };
    for switch in Switch::OF_THE_ARTICLE {
        let on = observed
            .record_type(&of("account"))
            .unwrap()
            .configuration
            .is_on(switch);
        choices.set(observed, &of("account"), switch, !on);
    }
    choices.set_followed(
        observed,
        &of("incident"),
        &["prioritycode".to_owned(), "title".to_owned()],
    );
    let views = value(&observed.details.get("incident").unwrap().views);
    choices.set_view(observed, &of("incident"), Some(&views[0].view.id));
    choices.set_removed(observed, &of("email"), true);
    choices.add_type(observed, "contoso_claim", "0b000000-0000-4000-8000-000000000001");
    choices.set_timeline(observed, observed.timeline == Reading::Complete(Some(false)));
    let access = value(observed.access.as_ref().unwrap());
    let role = access.roles.iter().find(|one| !one.lacking(access).is_empty()).unwrap();
    choices.set_role(observed, &role.role.id, true);
    choices
}

const DIALECTS: [&[&str]; 4] = [
    &[],
    &["filteringattributes=semicolon", "contextviewid=braces"],
    &["entitytype=other", "managedrow=kept", "removal=inactive"],
    &["draftetag=published", "panelink=name"],
];

#[test]
fn s003_31_to_105_what_is_planned_is_applied_proven_and_undone_to_the_same_state() {
    for dialects in DIALECTS {
        let org = Org::new("admin@contoso.com", dialects, "");
        let start = org.state();
        let observed = read(&org).unwrap();
        let choices = wishes(&observed);
        let made = plan(&observed, &choices, 1).unwrap();
        println!("{} steps, {} requests", made.steps.len(), made.requests());
        let run = org.apply(made, "run-1");

        let after = read(&org).unwrap();
        let scope = after.switch().unwrap().setting.scope(after.chat_apps());
        let selected = Scope::Selected(vec![WARRANTY.to_owned(), WORKSPACE.to_owned()]);
        assert_eq!(scope, selected, "{:?}", after.switch());
        assert!(
            choices.rebased(&after).is_empty(),
            "already so: {:?}",
            choices.rebased(&after)
        );
        let setting = &after.switch().unwrap().setting;
        assert_eq!(setting.environment, Some(false));
        assert!(setting.effective(WORKSPACE).on && setting.effective(WARRANTY).on);
        let contact = |observed: &Observed| {
            let types = value(&observed.record_types);
            types
                .iter()
                .find(|row| row.logical_name.as_deref() == Some("contact"))
                .cloned()
        };
        assert_eq!(contact(&after), contact(&observed), "what was not chosen is as it was");

        let undo = undo_plan(&run.record(), org.now.get()).unwrap();
        assert!(undo.steps.iter().all(|step| !format!("{step:?}").contains("~row~")));
        // A value that is taken away is gone for everybody at once: there is nothing left to publish.
        org.finish(undo, "run-2");
        let end = org.state();
        for (set, rows) in start["dataverse"].as_object().unwrap() {
            assert_eq!(&end["dataverse"][set], rows, "{set} {dialects:?}");
        }
    }
}

/// The organization as it was before anybody set Teams chat up.
fn untouched() -> Org {
    let org = Org::new("admin@contoso.com", &[], "");
    let sets = json!({"dataverse": {"organizationsettings": [], "appsettings": [], "appsettings/unpublished": []}});
    let put = Request::json(Method::Put, "/state", &sets);
    assert!(org.call(CONTROL_HOST, &put).unwrap().is_success());
    org
}

#[test]
fn s003_08_the_first_switch_on_waits_for_the_admin_and_is_proven_by_the_setting() {
    let org = untouched();
    let start = org.state();
    let observed = read(&org).unwrap();
    assert!(observed.switch().unwrap().setting.is_untouched());
    let mut choices = Choices::default();
    choices.set_scope(&observed, Scope::All);
    let made = plan(&observed, &choices, 1).unwrap();
    // What the page does when its switch is saved.
    let saved = json!({"SettingName": "msdyn_EnableTeamsChat", "Value": "true"});
    let save = Request::json(Method::Post, "/api/data/v9.2/SaveSettingValue", &saved);
    org.by_hand
        .borrow_mut()
        .push(save.header("content-type", "application/json"));
    let run = org.apply(made, "run-1");
    assert!(read(&org).unwrap().switch().unwrap().setting.effective_elsewhere().on);
    // The consent stays; the setting is unset again.
    org.apply(undo_plan(&run.record(), org.now.get()).unwrap(), "run-2");
    assert_eq!(org.state(), start);
}

#[test]
fn s003_31_an_organization_without_the_setting_is_read_and_left_to_its_page() {
    for org in [
        Org::new("admin@contoso.com", &["masterswitch=other"], ""),
        Org::of(
            "admin@contoso.com",
            Config {
                generation: Generation::G2023,
                ..Config::default()
            },
        ),
    ] {
        let observed = read(&org).unwrap();
        assert_eq!(observed.switch, Reading::Complete(None));
        assert!(!value(&observed.record_types).is_empty());
        let mut choices = Choices::default();
        choices.set_on_page(Some(false));
        assert!(plan(&observed, &choices, 1).unwrap().writes().is_empty());
    }
}

/// Applies a plan whose steps the service may refuse, and goes on from there as said.
fn attempt(org: &Org, plan: Plan, id: &str, choice: Choice) -> Run {
    let approval = Approval {
        digest: plan.digest(),
        typed_names: plan.names_to_type(),
    };
    let handle = Handle::new();
    let run = Run::begin(plan, &approval, id.to_owned(), org.now.get()).unwrap();
    let teller = handle.clone();
    block_on(drive(run, org, &handle, |progress| {
        if matches!(progress.phase, Phase::Asking { .. }) {
            teller.tell(Command::Choose(choice));
        }
    }))
    .unwrap()
}

#[test]
fn s003_31_a_value_that_cannot_be_taken_away_again_stays_and_the_undo_says_so() {
    let org = Org::new("admin@contoso.com", &["settingremoval=refused"], "");
    let observed = read(&org).unwrap();
    let mut choices = Choices::default();
    choices.set_scope(&observed, Scope::Selected(vec![WORKSPACE.to_owned()]));
    choices.set_publish(&observed, WORKSPACE, true);
    let run = org.apply(plan(&observed, &choices, 1).unwrap(), "run-1");
    let undo = attempt(
        &org,
        undo_plan(&run.record(), org.now.get()).unwrap(),
        "run-2",
        Choice::Leave,
    );
    let states: Vec<_> = undo.progress().steps;
    assert!(
        states.iter().any(|step| matches!(step.state, StepState::Failed { .. })),
        "{states:?}"
    );
    // The environment is as it was, so nobody is without the chat; the app's own value is still there.
    let setting = &read(&org).unwrap().switch().unwrap().setting.clone();
    assert_eq!(setting.environment, Some(true));
    assert!(setting.effective(WORKSPACE).on);
}

#[test]
fn s003_44_every_table_of_the_organization_is_listed_with_why_it_cannot_be_added() {
    let observed = read(&Org::new("admin@contoso.com", &[], "")).unwrap();
    let tables = value(observed.tables.as_ref().unwrap());
    assert!(tables.len() > 20);
    for (name, can) in [("contoso_claim", true), ("incident", false), ("systemuserroles", false)] {
        let found = tables.iter().find(|one| one.table.logical_name == name).unwrap();
        assert_eq!(found.refusal.is_none(), can, "{name}: {:?}", found.refusal);
    }
}

#[test]
fn somebody_without_rights_sees_why_and_can_plan_nothing() {
    for upn in ["reader@contoso.com", "norole@contoso.com"] {
        let org = Org::new(upn, &[], "");
        match read(&org) {
            Ok(observed) => {
                let mut choices = Choices::default();
                for row in observed.record_types.value().into_iter().flatten() {
                    choices.set(&observed, &row.id, Switch::JoinChat, true);
                }
                choices.set_timeline(&observed, true);
                assert!(plan(&observed, &choices, 1).is_err(), "{upn}");
            }
            Err(error) => assert!(matches!(error, ObserveError::NoAccess { .. }), "{upn}: {error}"),
        }
    }
}

#[test]
fn the_whole_page_is_read_in_few_requests() {
    let org = Org::new("admin@contoso.com", &[], "users=10000,roles=500,teams=200");
    org.requests.set(0);
    let observed = read(&org).unwrap();
    println!(
        "{} requests at first, {} with every part",
        observed.requests,
        org.requests.get()
    );
    assert!(observed.requests <= 4);
    assert!(org.requests.get() <= 40);
}

#[test]
fn steps_follow_the_screen_and_a_plan_and_its_undo_say_alike_what_they_mean() {
    let org = Org::new("admin@contoso.com", &[], "");
    let observed = read(&org).unwrap();
    let mut choices = Choices::default();
    let types = value(&observed.record_types);
    for row in types.iter().rev().filter(|row| row.active) {
        let on = row.configuration.is_on(Switch::JoinChat);
        choices.set(&observed, &row.id, Switch::JoinChat, !on);
    }
    choices.set_timeline(&observed, true);
    let access = value(observed.access.as_ref().unwrap());
    let lacking = |count: usize| {
        access
            .roles
            .iter()
            .find(|one| one.lacking(access).len() == count)
            .unwrap()
    };
    choices.set_role(&observed, &lacking(3).role.id, true);
    let made = plan(&observed, &choices, 1).unwrap();
    let ids: Vec<&str> = made.steps.iter().map(|step| step.id.as_str()).collect();
    let mut shown: Vec<String> = types
        .iter()
        .filter(|row| row.active)
        .map(|row| format!("type:{}", row.logical_name.as_ref().unwrap()))
        .collect();
    shown.extend(["timeline".to_owned(), format!("reads:{}", lacking(3).role.id)]);
    assert_eq!(ids, shown);
    // A step that flips one switch names it.
    assert!(
        made.steps[..types.len() - 1]
            .iter()
            .all(|step| step.title.id == "chat-switch-of")
    );

    let said = |notes: &[latchkey::text::Text]| notes.iter().map(|note| note.id.to_string()).collect::<Vec<_>>();
    let turned = |id: &str| match id.rsplit_once('-') {
        Some((of, "on")) => format!("{of}-off"),
        Some((of, "off")) => format!("{of}-on"),
        _ => id.to_owned(),
    };
    let (run, planned) = (org.apply(made.clone(), "run-1"), said(&made.notes));
    let mut back = undo_plan(&run.record(), org.now.get()).unwrap();
    assert_eq!(back.notes, Vec::new());
    explain_undo(&mut back, Some(&observed));
    let taken_back = said(&back.notes);
    for note in &planned {
        assert!(taken_back.contains(&turned(note)), "{note}: {taken_back:?}");
    }
    // The role's three Reads are taken from it one by one, and the preview says why.
    let parts = back.steps.iter().filter(|step| step.id.contains("reads:")).count();
    assert_eq!(parts, 3);
    let why = back
        .notes
        .iter()
        .find(|note| note.id == "chat-effect-one-by-one")
        .unwrap();
    assert_eq!(
        *why,
        latchkey::text::Text::new("chat-effect-one-by-one")
            .name("role", &lacking(3).role.name)
            .number("count", 3)
    );
    // To take that back again is to give all at once.
    let again = org.apply(back, "run-2");
    let mut forth = undo_plan(&again.record(), org.now.get()).unwrap();
    explain_undo(&mut forth, None);
    let forth = said(&forth.notes);
    assert!(forth.contains(&"chat-effect-reads-on".to_owned()), "{forth:?}");
    assert!(!forth.contains(&"chat-effect-one-by-one".to_owned()), "{forth:?}");
}

fn timeline_on(org: &Org) -> Plan {
    let observed = read(org).unwrap();
    let mut choices = Choices::default();
    choices.set_timeline(&observed, true);
    plan(&observed, &choices, 1).unwrap()
}

#[test]
fn s003_103_where_the_timeline_takes_a_global_administrator_others_are_refused_and_nothing_is_written() {
    let org = Org::new("admin@contoso.com", &["chatsync=gated"], "");
    let start = org.state();
    let run = org.apply(timeline_on(&org), "run-1");
    assert_eq!(read(&org).unwrap().timeline, Reading::Complete(Some(true)));
    org.apply(undo_plan(&run.record(), org.now.get()).unwrap(), "run-2");
    assert_eq!(org.state(), start);

    // A System Administrator who is no global one: told beforehand, and refused by the service.
    let org = Org::new("owen.admin@contoso.com", &["chatsync=gated"], "");
    let start = org.state();
    let made = timeline_on(&org);
    assert!(made.notes.iter().any(|note| note.id == "chat-global-unknown"));
    let run = attempt(&org, made, "run-1", Choice::Leave);
    let steps = run.progress().steps;
    assert!(matches!(&steps[0].state, StepState::Failed { .. }), "{steps:?}");
    assert_eq!(org.state(), start);
    // In the other dialect the same person may.
    let org = Org::new("owen.admin@contoso.com", &["chatsync=open"], "");
    org.apply(timeline_on(&org), "run-1");
}

/// Has the timeline, a record type and a role changed.
fn some(observed: &Observed) -> Choices {
    let mut choices = Choices::default();
    choices.set_timeline(observed, true);
    let types = value(&observed.record_types);
    let account = types.iter().find(|row| row.logical_name.as_deref() == Some("account"));
    let account = account.unwrap();
    for switch in [Switch::JoinChat, Switch::IncludeNote] {
        choices.set(observed, &account.id, switch, !account.configuration.is_on(switch));
    }
    let access = value(observed.access.as_ref().unwrap());
    let lacks = access.roles.iter().find(|one| one.lacking(access).len() > 1);
    choices.set_role(observed, &lacks.unwrap().role.id, true);
    choices
}

fn control(org: &Org, method: Method, path: &str, body: &serde_json::Value) {
    let answer = org.call(CONTROL_HOST, &Request::json(method, path, body)).unwrap();
    assert!(answer.is_success(), "{answer:?}");
}

#[test]
fn g7_an_undo_that_is_throttled_waits_as_long_as_it_is_told_to_and_ends_at_the_start() {
    let org = Org::new("admin@contoso.com", &[], "");
    let start = org.state();
    let observed = read(&org).unwrap();
    let run = org.apply(plan(&observed, &some(&observed), 1).unwrap(), "run-1");
    for (method, path) in [
        ("PATCH", "/organizations("),
        ("PATCH", "msdyn_entitylinkchatconfigurations("),
        ("POST", "RemovePrivilegeRole"),
    ] {
        let fault = json!({
            "match": {"method": method, "path": path}, "status": 429, "headers": {"Retry-After": "7"},
            "body": {"error": {"code": "0x80072322", "message": "Number of requests exceeded the limit of 6000"}},
        });
        control(&org, Method::Post, "/faults", &fault);
    }
    let began = org.now.get();
    org.finish(undo_plan(&run.record(), began).unwrap(), "run-2");
    assert!(org.now.get() - began >= 3 * 7_000, "{}", org.now.get() - began);
    assert_eq!(org.state(), start);
}

#[test]
fn g6_what_others_changed_since_is_left_as_they_made_it_and_the_rest_is_taken_back() {
    let org = Org::new("admin@contoso.com", &[], "");
    let start = org.state();
    let observed = read(&org).unwrap();
    let made = plan(&observed, &some(&observed), 1).unwrap();
    let role = made.steps.iter().find_map(|step| step.id.strip_prefix("reads:"));
    let role = role.unwrap().to_owned();
    let run = org.apply(made, "run-1");
    // Somebody takes one of the Reads away again, and turns one of the record type's two switches back.
    let undo = undo_plan(&run.record(), org.now.get()).unwrap();
    let taken = undo.steps.iter().find_map(|step| match &step.change.action {
        latchkey::plan::model::Action::Http(write) if write.request.path.ends_with("RemovePrivilegeRole") => {
            Some((step.id.clone(), write.request.clone()))
        }
        _ => None,
    });
    let (taken, request) = taken.unwrap();
    assert!(request.path.contains(&role));
    assert!(org.call(latchkey_sandbox::ORG_HOST, &request).unwrap().is_success());
    let mut types = org.state()["dataverse"]["msdyn_entitylinkchatconfigurations"].clone();
    for row in types.as_array_mut().unwrap() {
        if row["msdyn_name"] == "Account" {
            row["msdyn_usercanjoinchat"] = json!(!row["msdyn_usercanjoinchat"].as_bool().unwrap());
        }
    }
    let foreign = json!({"dataverse": {"msdyn_entitylinkchatconfigurations": types}});
    control(&org, Method::Put, "/state", &foreign);
    let before = org.state();
    let undone = attempt(&org, undo, "run-2", Choice::GoOn);
    let steps = undone.progress().steps;
    for step in &steps {
        let as_it_should = match step.id.as_str() {
            "undo:type:account" => matches!(step.state, StepState::Conflict { .. }),
            id if id == taken => matches!(step.state, StepState::Done { already: true, .. }),
            _ => matches!(step.state, StepState::Done { already: false, .. }),
        };
        assert!(as_it_should, "{step:?}");
    }
    let end = org.state();
    let set = "msdyn_entitylinkchatconfigurations";
    assert_eq!(end["dataverse"][set], before["dataverse"][set]);
    for set in ["organizations", "roleprivilegescollection"] {
        assert_eq!(end["dataverse"][set], start["dataverse"][set], "{set}");
    }
}

#[test]
fn s003_25_drafts_of_others_are_named_with_who_made_them_and_when() {
    let org = Org::new("admin@contoso.com", &[], "");
    let observed = read(&org).unwrap();
    let apps = value(&observed.apps);
    let drafts: Vec<String> = apps.iter().filter_map(|app| observed.drafts(app)).flatten().collect();
    assert!(!drafts.is_empty());
    for draft in &drafts {
        assert!(draft.ends_with(" UTC)"), "{draft}");
    }
    let maps = value(observed.site_maps.as_ref().unwrap());
    let map = maps.iter().find(|map| map.has_draft()).unwrap();
    let state = org.state();
    let users = state["dataverse"]["systemusers"].as_array().unwrap();
    let by = map.changed.by.as_ref().unwrap();
    assert!(users.iter().any(|user| user["fullname"] == json!(by)), "{by}");
    assert!(drafts.contains(&map.changed.says()));
    // Where the people cannot be read, the drafts are named all the same.
    let mut org = Org::new("admin@contoso.com", &[], "");
    org.without = Some("systemusers(");
    let observed = read(&org).unwrap();
    let maps = value(observed.site_maps.as_ref().unwrap());
    let map = maps.iter().find(|map| map.has_draft()).unwrap();
    assert_eq!(map.changed.by, None);
    assert!(map.changed.says().starts_with(&map.name) && map.changed.says().ends_with(" UTC)"));
}

#[test]
fn s003_28_that_a_draft_stays_when_an_unpublished_page_is_taken_back_is_said_beforehand_and_is_all_that_stays() {
    let org = Org::new("admin@contoso.com", &[], "");
    let start = org.state();
    let observed = read(&org).unwrap();
    let mut choices = Choices::default();
    let maps = value(observed.site_maps.as_ref().unwrap());
    let map = maps.iter().find(|map| map.app == WARRANTY && !map.has_draft()).unwrap();
    let area = &map.map.as_ref().unwrap().areas[0];
    let place = Place {
        area: area.id.clone(),
        group: area.groups[0].id.clone(),
        titles: Vec::new(),
    };
    choices.set_page(&observed, WARRANTY, Some(place));
    let made = plan(&observed, &choices, 1).unwrap();
    assert!(made.notes.iter().any(|note| note.id == "chat-note-draft-stays"));
    let run = org.apply(made, "run-1");
    org.apply(undo_plan(&run.record(), org.now.get()).unwrap(), "run-2");
    let mut end = org.state();
    let drafts = end["dataverse"]["sitemaps/unpublished"].as_array_mut().unwrap();
    drafts.retain(|draft| draft["sitemapxml"].as_str() != map.published.as_deref());
    assert_eq!(end, start);
    // Published with the plan, nothing stays, and nothing is said.
    choices.set_publish(&observed, WARRANTY, true);
    let made = plan(&observed, &choices, 1).unwrap();
    assert!(!made.notes.iter().any(|note| note.id == "chat-note-draft-stays"));
}

#[test]
fn s003_38_the_settings_page_alone_switches_nothing_on_and_the_default_profile_needs_no_more_than_both() {
    let org = untouched();
    let observed = read(&org).unwrap();
    let mut choices = Choices::default();
    let maps = value(observed.site_maps.as_ref().unwrap());
    let map = maps.iter().find(|map| map.app == WARRANTY).unwrap();
    let area = &map.map.as_ref().unwrap().areas[0];
    let place = Place {
        area: area.id.clone(),
        group: area.groups[0].id.clone(),
        titles: Vec::new(),
    };
    choices.set_page(&observed, WARRANTY, Some(place));
    choices.set_publish(&observed, WARRANTY, true);
    org.apply(plan(&observed, &choices, 1).unwrap(), "run-1");
    let after = read(&org).unwrap();
    let line = |observed: &Observed, id: &str| {
        let mut lines = latchkey::recipes::teams_chat::readiness(observed).into_iter();
        lines.find(|line| line.id == id).unwrap()
    };
    // The page is there, and still the switch decides (S003-31).
    let maps = value(after.site_maps.as_ref().unwrap());
    let map = maps.iter().find(|map| map.app == WARRANTY).unwrap();
    assert_eq!(map.map.as_ref().unwrap().pages.len(), 1);
    assert_eq!(line(&after, "switch").statement.id, "chat-ready-never-on");

    let saved = json!({"SettingName": "msdyn_EnableTeamsChat", "Value": "true"});
    let save = Request::json(Method::Post, "/api/data/v9.2/SaveSettingValue", &saved);
    let save = save.header("content-type", "application/json");
    assert!(org.call(latchkey_sandbox::ORG_HOST, &save).unwrap().is_success());
    let after = read(&org).unwrap();
    assert_eq!(line(&after, "switch").statement.id, "chat-ready-all");
    // A default profile takes no step of its own, whatever is wanted of it.
    let mut choices = Choices::default();
    for one in value(after.profiles.as_ref().unwrap()) {
        if one.profile.is_default() {
            choices.set_teams_in_pane(&after, &one.profile.id, true);
            choices.set_teams_in_pane(&after, &one.profile.id, false);
        }
    }
    assert!(choices.is_empty());
}
