//! Disconnect rights against a scripted organization: every rule of the disconnect and role rows, and every odd answer.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, in its helpers as well"
)]

mod fake_org;

use fake_org::*;
use latchkey::domain::disconnect::Rule;
use latchkey::domain::organization::EnvironmentKind;
use latchkey::domain::privilege::Depth;
use latchkey::domain::reading::Reading;
use latchkey::domain::role::DefaultRole;
use latchkey::json::ToJson;
use latchkey::plan::model::{Action, Change, Condition, Plan, Read, Undo, Write, WriteCondition};
use latchkey::recipes::disconnect::people::Only;
use latchkey::recipes::disconnect::{
    Asked, Choices, Context, Ownership, People, PlanError, Toggle, add_fix, ask, effect, export, observe_in_parts,
    plan, readiness,
};
use latchkey::recipes::{RECIPES, Readiness};
use latchkey::text::{Arg, Text};
use serde_json::{Value, json};

fn write(change: &Change) -> &Write {
    match &change.action {
        Action::Http(write) => write,
        other => panic!("{other:?}"),
    }
}

fn body(change: &Change) -> Value {
    serde_json::from_str(write(change).request.body.as_deref().unwrap()).unwrap()
}

fn undo(plan: &Plan, step: usize) -> &Change {
    match &plan.steps[step].undo {
        Undo::Change(change) | Undo::After(change) => change,
        other => panic!("{other:?}"),
    }
}

#[test]
fn s003_55_both_ways_are_read_in_two_batches_and_four_lists() {
    let org = FakeOrg::new();
    let observed = seen(&org);
    assert_eq!(observed.organization.name, "Contoso Service");
    assert_eq!(observed.organization.kind, EnvironmentKind::Sandbox);
    assert_eq!(observed.admin.name, "Ingrid Solheim");
    assert_eq!(observed.may_write_record_types, Some(true));
    assert_eq!(observed.chats_for_all_tables, Reading::Complete(Some(true)));
    assert_eq!(remarks(&observed), [""; 0]);
    // Two batches of reads, one of checks on the roles, and one list each of users and links.
    assert_eq!(observed.requests, 7);
    assert_eq!(org.asked.borrow().len(), 7);
    assert!(org.most_in_flight.get() <= 4);
}

#[test]
fn s003_55_record_types_are_there_before_the_people() {
    let org = FakeOrg::new();
    let mut parts = Vec::new();
    let context = Context { now: 1, sleep: &org };
    run(observe_in_parts(&org, context, &mut |part| parts.push(part.clone()))).unwrap();
    assert_eq!(parts.len(), 1);
    assert!(parts[0].is_still_reading());
    assert_eq!(complete(&parts[0].record_types).len(), 2);
    assert_eq!(parts[0].requests, 2);
}

#[test]
fn s003_56_as_a_new_organization_switches_everything_on_and_gives_default_roles_their_right() {
    let org = FakeOrg::new();
    let observed = seen(&org);
    let choices = Choices::preset_new_organization(&observed);
    for record_type in complete(&observed.record_types) {
        assert!(Toggle::ALL.iter().all(|toggle| choices.wants(record_type, *toggle)));
    }
    for role in complete(&observed.roles) {
        assert_eq!(choices.wants_role(role), role.default.is_some(), "{}", role.name);
    }
    // Case connector, both of Email, Omnichannel agent.
    assert_eq!(choices.count(), 4);
    assert_eq!(choices.steps(), 3);
}

#[test]
fn s003_57_58_each_switch_is_its_column_and_no_value_is_off() {
    let observed = seen(&FakeOrg::new());
    let types = complete(&observed.record_types);
    assert_eq!(types[0].name, "Case");
    assert_eq!(types[0].logical_name.as_deref(), Some("incident"));
    assert!(types[0].owner_may_disconnect && !types[0].connector_may_disconnect);
    assert_eq!(types[1].name, "Email");
    assert!(!types[1].owner_may_disconnect && !types[1].connector_may_disconnect);
    assert!(types[1].unset.contains(&Toggle::Connector) && !types[1].unset.contains(&Toggle::Owner));
}

#[test]
fn s003_59_one_guarded_patch_per_record_type_with_the_changed_columns_alone() {
    let observed = seen(&FakeOrg::new());
    let mut choices = Choices::default();
    choices.toggle(&observed, &id(CASE), Toggle::Connector, true);
    choices.toggle_all(&observed, Toggle::Owner, true);
    choices.toggle(&observed, &id(EMAIL), Toggle::Connector, true);
    let plan = plan(&observed, &choices, 5).unwrap();
    assert_eq!(plan.steps.len(), 2);
    let case = &plan.steps[0];
    assert_eq!(case.id, "toggle:incident");
    assert_eq!(body(&case.change), json!({"msdyn_recentchatlinkercanunlink": true}));
    assert_eq!(write(&case.change).condition, WriteCondition::GuardEtag);
    assert_eq!(
        write(&case.change).request.path,
        format!("/api/data/v9.2/msdyn_entitylinkchatconfigurations({})", id(CASE))
    );
    assert!(case.unproven.is_some());
    let email = &plan.steps[1].change;
    assert_eq!(
        body(email),
        json!({"msdyn_recordownercanunlink": true, "msdyn_recentchatlinkercanunlink": true})
    );
    // What had no value is undone to no value, not to "off".
    assert_eq!(
        body(undo(&plan, 1)),
        json!({"msdyn_recordownercanunlink": false, "msdyn_recentchatlinkercanunlink": null})
    );
    for step in &plan.steps {
        let back = match &step.undo {
            Undo::Change(change) | Undo::After(change) => change,
            _ => panic!(),
        };
        assert_eq!(back.guard, step.change.proof);
        assert_eq!(back.proof, step.change.guard);
    }
}

#[test]
fn s003_60_the_right_comes_directly_or_through_a_team_in_any_business_unit() {
    let observed = seen(&FakeOrg::new());
    assert_eq!(
        holders(&observed),
        [
            (id(ADMIN), vec![("System Administrator".to_owned(), None)]),
            (
                id(MANAGER),
                vec![
                    ("Customer Service Representative".to_owned(), Some("Tier 2".to_owned())),
                    ("CSR Manager".to_owned(), None),
                ]
            ),
            (id(AGENT), vec![("Customer Service Representative".to_owned(), None)]),
        ]
    );
    // An access team passes on nothing; disabled and application users are left out and counted.
    assert_eq!(complete(&observed.users).len(), 4);
    assert_eq!(observed.users_left_out, 2);
}

#[test]
fn s003_60_a_role_lets_its_users_disconnect_from_any_record_type() {
    let observed = seen(&FakeOrg::new());
    for record_type in [CASE, EMAIL] {
        let answer = ask(
            &observed,
            &Choices::default(),
            &id(record_type),
            Asked::User(&id(AGENT)),
            Ownership::NotOwner,
            false,
        )
        .unwrap();
        assert!(answer.today.verdict.can_disconnect());
        assert_eq!(answer.today.verdict.rule(), Rule::GlobalRight);
        assert_eq!(answer.today.grants[0].role, "Customer Service Representative");
    }
}

#[test]
fn s003_61_system_administrator_always_has_the_right_and_is_never_changed() {
    let org = FakeOrg::new();
    org.put(
        "roleprivilegescollection",
        ok(json!({"value": [
            {"roleid": id(CSR), "privilegedepthmask": 8},
            {"roleid": id(CSR_MANAGER), "privilegedepthmask": 8},
        ]})),
    );
    let observed = seen(&org);
    let administrator = observed.role(&id(SYSTEM_ADMINISTRATOR)).unwrap();
    assert_eq!(administrator.default, Some(DefaultRole::SystemAdministrator));
    assert!(administrator.gives_right() && !administrator.is_changeable());
    let mut choices = Choices::default();
    choices.set_role(&observed, &id(SYSTEM_ADMINISTRATOR), false);
    choices.set_role(&observed, &id(FIXED), true);
    assert!(choices.is_empty());
    assert!(holders(&observed).iter().any(|(user, _)| *user == id(ADMIN)));
}

#[test]
fn s003_62_63_66_default_roles_are_marked_and_one_without_its_right_is_noticed() {
    let observed = seen(&FakeOrg::new());
    let default = |number| observed.role(&id(number)).unwrap().default;
    assert_eq!(default(CSR_MANAGER), Some(DefaultRole::CsrManager));
    assert_eq!(default(CSR), Some(DefaultRole::CustomerServiceRepresentative));
    assert_eq!(default(OMNICHANNEL_AGENT), Some(DefaultRole::OmnichannelAgent));
    assert_eq!(default(ESCALATION), None);
    let lines = readiness(&observed);
    let lost = lines
        .iter()
        .find(|line| line.id == format!("role:{}", id(OMNICHANNEL_AGENT)))
        .unwrap();
    assert_eq!(lost.readiness, Readiness::Attention);
    let mut choices = Choices::default();
    add_fix(&observed, &mut choices, &id(OMNICHANNEL_AGENT));
    assert!(choices.changes_role(&id(OMNICHANNEL_AGENT)));
}

#[test]
fn s003_56_switches_that_are_off_are_a_choice_and_no_trouble() {
    let observed = seen(&FakeOrg::new());
    let lines = readiness(&observed);
    let line = lines.iter().find(|line| line.id == "record-types").unwrap();
    assert_eq!(line.readiness, Readiness::Ready);
    assert_eq!(line.statement.id, "disconnect-ready-types-off");
    assert_eq!(line.statement.args.get("count"), Some(&Arg::Number(3)));
    assert_eq!(line.statement.args.get("all"), Some(&Arg::Number(4)));
    assert_eq!(line.fix, None);
}

#[test]
fn s003_64_65_omnichannel_roles_are_marked_by_any_known_name() {
    let org = FakeOrg::new();
    org.put("/roles?", ok(json!({"value": [
        {"roleid": id(SYSTEM_ADMINISTRATOR), "name": "Administrateur système", "_parentrootroleid_value": id(SYSTEM_ADMINISTRATOR), "_roletemplateid_value": "627090ff-40a3-4053-8790-584edc5be201"},
        {"roleid": id(110), "name": "Administrateur OC", "_parentrootroleid_value": id(110)},
        {"roleid": id(111), "name": "Superviseur OC", "_parentrootroleid_value": id(111)},
    ]})));
    let observed = seen(&org);
    let roles = observed.roles.value().unwrap();
    let defaults: Vec<_> = roles.iter().map(|role| role.default.unwrap()).collect();
    assert_eq!(
        defaults,
        [
            DefaultRole::SystemAdministrator,
            DefaultRole::OmnichannelAdministrator,
            DefaultRole::OmnichannelSupervisor
        ]
    );
}

#[test]
fn s003_67_the_root_copy_is_the_one_that_is_edited_and_read() {
    let observed = seen(&FakeOrg::new());
    let mut choices = Choices::default();
    choices.set_role(&observed, &id(ESCALATION), true);
    let plan = plan(&observed, &choices, 5).unwrap();
    let step = &plan.steps[0];
    assert_eq!(
        write(&step.change).request.path,
        format!(
            "/api/data/v9.2/roles({})/Microsoft.Dynamics.CRM.AddPrivilegesRole",
            id(ESCALATION)
        )
    );
    for probe in [&step.change.guard, &step.change.proof] {
        let Read::Http(request) = &probe.read else { panic!() };
        assert!(
            request
                .path
                .contains(&format!("RetrieveRolePrivilegesRole(RoleId={})", id(ESCALATION)))
        );
        assert_eq!(request.headers.get("consistency").map(String::as_str), Some("Strong"));
    }
}

#[test]
fn s003_68_grants_come_before_takes_each_proven_and_undone_at_its_former_depth() {
    let org = FakeOrg::new();
    org.put(
        "roleprivilegescollection",
        ok(json!({"value": [
            {"roleid": id(CSR), "privilegedepthmask": 2},
            {"roleid": id(CSR_MANAGER), "privilegedepthmask": 8},
        ]})),
    );
    org.put(
        "RetrieveRolePrivilegesRole(RoleId=00000000-0000-4000-8000-000000000101)",
        privileges(Some("Local")),
    );
    let observed = seen(&org);
    assert_eq!(observed.role(&id(CSR)).unwrap().depth, Some(Depth::Local));
    let mut choices = Choices::default();
    choices.set_role(&observed, &id(CSR), false);
    choices.set_role(&observed, &id(ESCALATION), true);
    let plan = plan(&observed, &choices, 5).unwrap();
    let [grant, take] = &plan.steps[..] else { panic!() };
    assert_eq!(
        body(&grant.change),
        json!({"Privileges": [{"PrivilegeId": id(PRIVILEGE), "Depth": "Global"}]})
    );
    assert!(matches!(
        &grant.change.guard.conditions[..],
        [Condition::NoMember { .. }]
    ));
    assert!(
        matches!(&grant.change.proof.conditions[..], [Condition::Member { fields, .. }] if fields["Depth"] == "Global")
    );
    assert!(write(undo(&plan, 0)).request.path.ends_with("RemovePrivilegeRole"));
    assert_eq!(take.needs, std::slice::from_ref(&grant.id));
    assert_eq!(body(&take.change), json!({"PrivilegeId": id(PRIVILEGE)}));
    assert!(matches!(
        &take.change.proof.conditions[..],
        [Condition::NoMember { .. }]
    ));
    assert_eq!(body(undo(&plan, 1))["Privileges"][0]["Depth"], "Local");
    assert!(plan.steps.iter().all(|step| step.unproven.is_some()));
}

#[test]
fn s003_68_who_gains_and_who_loses_is_named_and_counted_once() {
    let observed = seen(&FakeOrg::new());
    let mut choices = Choices::default();
    choices.set_role(&observed, &id(CSR), false);
    choices.set_role(&observed, &id(CSR_MANAGER), false);
    let effect_of = effect(&observed, &choices);
    let names = |people: &[latchkey::recipes::disconnect::effect::Person]| -> Vec<String> {
        people.iter().map(|person| person.name.clone()).collect()
    };
    // Kenji Watanabe loses two ways and is named once.
    assert_eq!(names(&effect_of.lose), ["Kenji Watanabe", "Åse Lund"]);
    assert_eq!((effect_of.hold_today, effect_of.hold_after), (Some(3), Some(1)));
    assert!(effect_of.exact);
    choices.set_role(&observed, &id(ESCALATION), true);
    // Through the escalation desk's team he keeps it.
    assert_eq!(names(&effect(&observed, &choices).lose), ["Åse Lund"]);
    assert_eq!(names(&effect(&observed, &choices).gain), [""; 0]);
    let notes = plan(&observed, &choices, 5).unwrap().notes;
    assert_eq!(notes[0].id, "disconnect-note-lose");
}

#[test]
fn s003_69_the_picker_tells_today_and_after_with_the_rows_that_decide() {
    let observed = seen(&FakeOrg::new());
    let mut choices = Choices::default();
    choices.toggle(&observed, &id(CASE), Toggle::Owner, false);
    let answer = ask(
        &observed,
        &choices,
        &id(CASE),
        Asked::User(&id(READER)),
        Ownership::Owner,
        false,
    )
    .unwrap();
    assert_eq!(answer.today.verdict.rows(), [2]);
    assert_eq!(answer.after.verdict.rows(), [1]);
    assert!(answer.today.certain && answer.after.certain);
    // The connector of a chat under the owner switch stands in no published row.
    let derived = ask(
        &observed,
        &choices,
        &id(CASE),
        Asked::OrdinaryUser,
        Ownership::NotOwner,
        true,
    )
    .unwrap();
    assert!(derived.today.verdict.is_derived());
    assert!(
        ask(
            &observed,
            &choices,
            &id(999),
            Asked::OrdinaryUser,
            Ownership::Owner,
            true
        )
        .is_none()
    );
}

#[test]
fn s003_69_a_member_of_the_owning_team_gets_both_verdicts() {
    let observed = seen(&FakeOrg::new());
    let nothing = Choices::default();
    let ask_as = |asked| {
        ask(
            &observed,
            &nothing,
            &id(CASE),
            asked,
            Ownership::MemberOfOwningTeam,
            false,
        )
        .unwrap()
    };
    let reader = id(READER);
    let today = ask_as(Asked::User(&reader)).today;
    assert!(today.verdict.can_disconnect());
    assert!(!today.otherwise.clone().unwrap().can_disconnect());
    let words = today.explain(observed.record_type(&id(CASE)).unwrap());
    assert!(
        words
            .iter()
            .any(|text| text.id == "disconnect-verdict-owning-team-unproven")
    );
    // With a role it makes no difference.
    assert_eq!(ask_as(Asked::User(&id(AGENT))).today.otherwise, None);
}

#[test]
fn s003_69_users_are_searched_filtered_and_cut_into_pages() {
    let observed = seen(&FakeOrg::new());
    let mut choices = Choices::default();
    choices.set_role(&observed, &id(CSR), false);
    let people = People::new(&observed, &choices);
    let case = observed.record_type(&id(CASE)).unwrap();
    let names = |search, only| -> Vec<String> {
        let page = people.page(case, search, only, 0, 10);
        assert_eq!(page.total, 4);
        page.rows.iter().map(|row| row.user.name.clone()).collect()
    };
    assert_eq!(names("ÅSE", Only::Everyone), ["Åse Lund"]);
    assert_eq!(names("kenji@CONTOSO", Only::Everyone), ["Kenji Watanabe"]);
    assert_eq!(names("", Only::Losing), ["Åse Lund"]);
    assert_eq!(names("", Only::Changing), ["Åse Lund"]);
    assert_eq!(names("", Only::Holding).len(), 3);
    let second = people.page(case, "", Only::Everyone, 2, 1);
    assert_eq!((second.matching, second.rows.len()), (4, 1));
    let page = people.page(case, "åse", Only::Everyone, 0, 1);
    assert!(page.rows[0].cells[3].changes());
    assert_eq!((page.rows[0].grants.len(), page.rows[0].grants_after.len()), (1, 0));
}

#[test]
fn the_target_is_locked_by_user_organization_environment_and_the_portals_header() {
    let observed = seen(&FakeOrg::new());
    let mut choices = Choices::default();
    choices.toggle(&observed, &id(CASE), Toggle::Owner, false);
    let plan = plan(&observed, &choices, 5).unwrap();
    let lock = &plan.targets[0].lock;
    assert_eq!(
        lock.iter().map(|probe| probe.required).collect::<Vec<_>>(),
        [true, true, false]
    );
    let equals: Vec<Value> = lock
        .iter()
        .flat_map(|probe| &probe.probe.conditions)
        .map(|condition| match condition {
            Condition::Field { equals, .. } => equals.clone(),
            Condition::Person { user, .. } => json!(user.name),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        equals,
        [
            json!(id(ADMIN)),
            json!(id(ORGANIZATION)),
            json!("Contoso Service"),
            json!("env-1"),
            json!("Ingrid Solheim")
        ]
    );
    assert_eq!(plan.names_to_type(), [""; 0], "a sandbox");
}

#[test]
fn choices_that_are_taken_back_are_no_changes() {
    let observed = seen(&FakeOrg::new());
    let mut choices = Choices::default();
    choices.toggle(&observed, &id(CASE), Toggle::Owner, false);
    choices.toggle(&observed, &id(CASE), Toggle::Owner, true);
    choices.set_role(&observed, &id(CSR), false);
    choices.set_role(&observed, &id(CSR), true);
    assert!(choices.is_empty());
    assert_eq!(plan(&observed, &choices, 5), Err(PlanError::NothingToDo));
    choices.set_role(&observed, &id(CSR), false);
    choices.discard();
    assert_eq!(choices.count(), 0);
}

#[test]
fn nobody_takes_their_own_last_way_to_the_right() {
    let org = FakeOrg::new();
    org.put(
        "systemuserrolescollection",
        ok(json!({"value": [{"systemuserid": id(ADMIN), "roleid": id(CSR)}]})),
    );
    org.put(
        "/systemuserroles_association",
        ok(json!({"value": [{"roleid": id(CSR)}]})),
    );
    let observed = seen(&org);
    let mut choices = Choices::default();
    choices.set_role(&observed, &id(CSR), false);
    assert!(
        matches!(plan(&observed, &choices, 5), Err(PlanError::OwnLastWay { role }) if role.contains("Representative"))
    );
}

#[test]
fn what_the_admin_may_not_write_is_not_planned() {
    let org = FakeOrg::new();
    org.put(
        "PrivilegeName='prvWritemsdyn_entitylinkchatconfiguration'",
        privileges(None),
    );
    org.put("PrivilegeName='prvWriteRole'", privileges(None));
    let observed = seen(&org);
    let mut choices = Choices::default();
    choices.toggle(&observed, &id(CASE), Toggle::Owner, false);
    assert!(matches!(
        plan(&observed, &choices, 5),
        Err(PlanError::NotAllowed { .. })
    ));
    choices.discard();
    choices.set_role(&observed, &id(CSR), false);
    assert!(matches!(
        plan(&observed, &choices, 5),
        Err(PlanError::NotAllowed { .. })
    ));
}

#[test]
fn exports_say_when_where_and_how_completely_and_keep_names_as_text() {
    let org = FakeOrg::new();
    org.put(
        "EntityDefinitions(LogicalName='email')",
        ok(json!({
            "LogicalName": "email", "DisplayName": {"UserLocalizedLabel": {"Label": "=HYPERLINK(\"http://x\")"}}
        })),
    );
    let observed = seen(&org);
    let csv = export::csv(&observed, export::View::RecordTypes, "21 November 2026, 14:02");
    assert!(csv.contains("read,\"21 November 2026, 14:02\"\r\n") || csv.contains("read,\"21 November 2026, 14:02\""));
    assert!(csv.contains("completeness,complete\r\n"));
    assert!(csv.contains("\r\n\"'=HYPERLINK(\"\"http://x\"\")\",email,"));
    let users = export::csv(&observed, export::View::Users, "now");
    assert!(users.contains("Kenji Watanabe,kenji@contoso.com,,Contoso,Customer Service Representative,Tier 2\r\n"));
    let json = export::json(&observed);
    assert_eq!(json["users"]["completeness"], "complete");
    assert_eq!(json["users"]["rows"].as_array().unwrap().len(), 4);
    assert_eq!(json["roles"]["rows"][0]["depth"], "Global");
    assert_eq!(json["readAt"], "1970-01-01T00:00:01Z");
}

fn texts_of(value: &Value, ids: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(id)) = fields.get("id")
                && ["disconnect-", "dataverse-", "role-"]
                    .iter()
                    .any(|prefix| id.starts_with(prefix))
            {
                ids.push(id.clone());
            }
            fields.values().for_each(|value| texts_of(value, ids));
        }
        Value::Array(items) => items.iter().for_each(|value| texts_of(value, ids)),
        _ => {}
    }
}

#[test]
fn every_recipe_has_words_for_its_title_reasons_and_plans() {
    let english = include_str!("../www/messages/en.ftl");
    let has = |id: &str| english.lines().any(|line| line.starts_with(&format!("{id} =")));
    for recipe in RECIPES {
        assert!(has(&recipe.title.id), "{}", recipe.id);
        assert!(!recipe.pages.is_empty() && !recipe.rules.is_empty());
        assert!(recipe.permissions.iter().all(|permission| has(permission.reason)));
        assert_eq!(RECIPES.iter().filter(|other| other.id == recipe.id).count(), 1);
    }
    let observed = seen(&FakeOrg::new());
    let mut choices = Choices::preset_new_organization(&observed);
    choices.set_role(&observed, &id(CSR), false);
    let plan = plan(&observed, &choices, 5).unwrap();
    let mut ids = Vec::new();
    texts_of(&plan.to_json(), &mut ids);
    assert!(ids.len() > 20);
    for id in ids {
        assert!(has(&id), "{id}");
    }
    let lines: Vec<Text> = readiness(&observed)
        .into_iter()
        .flat_map(|line| [Some(line.statement), line.evidence])
        .flatten()
        .collect();
    assert!(lines.iter().all(|text| has(&text.id)));
}
