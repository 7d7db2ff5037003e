//! Teams chat against a scripted organization: what is read, what is planned, and what is refused, rule by rule.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, in its helpers as well"
)]

mod fake_chat;
mod fake_org;

use fake_chat::*;
use fake_org::{CASE, EMAIL, complete, id, ok, refusal};
use latchkey::domain::chat::consent::{Holder, Permission};
use latchkey::domain::chat::context_card::Shown;
use latchkey::domain::chat::key_updates::TableRefusal;
use latchkey::domain::chat::record_type::{Refusal, Remark, Switch};
use latchkey::domain::chat::setting::{Scope, Source};
use latchkey::domain::chat::site_map::Title;
use latchkey::domain::reading::Reading;
use latchkey::plan::model::{Action, Change, Condition, PageAct, Plan, Read, Risk, Step, Undo, Write, WriteCondition};
use latchkey::plan::probe::{Answer, evaluate};
use latchkey::plan::progress::{Phase, StepState};
use latchkey::plan::run::{Choice, Effect, Fed, Run};
use latchkey::plan::start::Approval;
use latchkey::plan::undo::can_take_back;
use latchkey::recipes::Readiness;
use latchkey::recipes::teams_chat::{Choices, Observed, Place, PlanError, Section, add_fix, export, plan, readiness};
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

fn undo(step: &Step) -> &Change {
    match &step.undo {
        Undo::Change(change) | Undo::After(change) => change,
        other => panic!("{other:?}"),
    }
}

fn path(read: &Read) -> &str {
    match read {
        Read::Http(request) => &request.path,
        other => panic!("{other:?}"),
    }
}

fn ids(plan: &Plan) -> Vec<&str> {
    plan.steps.iter().map(|step| step.id.as_str()).collect()
}

fn scoped(observed: &Observed, scope: Scope) -> Choices {
    let mut choices = Choices::default();
    choices.set_scope(observed, scope);
    choices
}

fn selected(apps: &[&str]) -> Scope {
    let mut apps: Vec<String> = apps.iter().map(|&app| app.to_owned()).collect();
    apps.sort();
    Scope::Selected(apps)
}

#[test]
fn s003_31_every_layer_is_read_and_unset_is_not_off() {
    let observed = seen(&chat_org());
    assert!(observed.switch.is_complete(), "{:?}", observed.switch);
    let setting = &observed.switch().unwrap().setting;
    assert_eq!((setting.default, setting.environment), (false, None));
    let hub = setting.effective("CustomerServiceHub");
    assert_eq!((hub.on, hub.from), (true, Source::App));
    let claims = setting.effective("contoso_Claims");
    assert_eq!((claims.on, claims.from), (false, Source::Default));
    assert!(setting.effective_when_published("contoso_Claims").on);
    assert_eq!(setting.waiting().count(), 1);
    assert_eq!(observed.requests, 2);
}

#[test]
fn s003_31_an_absent_setting_an_unreadable_one_and_a_half_read_one_are_three_things() {
    let org = chat_org();
    org.put("RetrieveSettingList", ok(json!({"SettingDetailCollection": []})));
    assert_eq!(seen(&org).switch, Reading::Complete(None));

    let org = chat_org();
    org.put("organizationsettings?", refusal(403, "no"));
    assert!(matches!(seen(&org).switch, Reading::Unreadable(_)));

    let org = chat_org();
    org.put("appsettings/Microsoft", refusal(403, "no"));
    let observed = seen(&org);
    assert!(matches!(observed.switch, Reading::Partial { .. }));
    // Nothing is planned on what is not there.
    let choices = scoped(&observed, Scope::All);
    assert!(matches!(
        plan(&observed, &choices, 1),
        Err(PlanError::Incomplete { .. })
    ));
}

#[test]
fn s003_32_34_all_apps_writes_the_environment_alone_and_the_earlier_selection_stays() {
    let observed = seen(&chat_org());
    let plan = plan(&observed, &scoped(&observed, Scope::All), 1).unwrap();
    assert_eq!(ids(&plan), ["switch:environment"]);
    let step = &plan.steps[0];
    assert_eq!(
        body(&step.change),
        json!({"SettingName": "msdyn_EnableTeamsChat", "Value": "true"})
    );
    assert!(step.unproven.is_some());
    // What was unset is undone to unset: the row the service made is removed, its id found by the proof.
    assert!(
        step.change
            .proof
            .conditions
            .iter()
            .any(|one| matches!(one, Condition::Found { .. }))
    );
    let back = undo(step);
    assert!(
        write(back)
            .request
            .path
            .ends_with("organizationsettings(~environment-row~)")
    );
    assert_eq!(write(back).condition, WriteCondition::GuardEtag);
}

#[test]
fn s003_33_selected_apps_are_written_one_by_one_and_published_only_when_ticked() {
    let observed = seen(&chat_org());
    let mut choices = scoped(
        &observed,
        selected(&["CustomerServiceHub", "contoso_Claims", "msdyn_CustomerServiceWorkspace"]),
    );
    let unticked = plan(&observed, &choices, 1).unwrap();
    assert_eq!(ids(&unticked), ["switch:msdyn_CustomerServiceWorkspace"]);
    assert!(unticked.notes.iter().any(|note| note.id == "chat-note-unpublished"));

    choices.set_publish(&observed, "msdyn_CustomerServiceWorkspace", true);
    choices.set_publish(&observed, "contoso_Claims", true);
    choices.set_publish(&observed, "CustomerServiceHub", true);
    let ticked = plan(&observed, &choices, 1).unwrap();
    assert_eq!(
        ids(&ticked),
        [
            "switch:msdyn_CustomerServiceWorkspace",
            "publish:contoso_Claims",
            "publish:msdyn_CustomerServiceWorkspace"
        ]
    );
    let publish = &ticked.steps[2];
    assert_eq!(publish.needs, ["switch:msdyn_CustomerServiceWorkspace"]);
    assert!(matches!(publish.undo, Undo::After(_)));
    assert!(
        body(&publish.change)["ParameterXml"]
            .as_str()
            .unwrap()
            .contains(&id(WORKSPACE))
    );
    // Claims has been changed since it was published: somebody's draft goes along.
    assert_eq!(ticked.steps[1].reason.id, "chat-reason-publish-drafts");
    assert!(ticked.notes.iter().any(|note| note.id == "chat-note-drafts"));
}

#[test]
fn s003_33_from_all_apps_to_some_the_selected_are_published_before_the_environment_is_off() {
    let org = chat_org();
    org.put(
        "organizationsettings?",
        list(
            json!([{"organizationsettingid": id(602), "value": "true", "_settingdefinitionid_value": id(DEFINITION)}]),
        ),
    );
    let observed = seen(&org);
    let workspace = "msdyn_CustomerServiceWorkspace";
    let mut choices = scoped(
        &observed,
        selected(&["CustomerServiceHub", "contoso_Claims", workspace]),
    );
    choices.set_publish(&observed, workspace, true);
    let plan = plan(&observed, &choices, 1).unwrap();
    assert_eq!(
        ids(&plan),
        [
            &format!("switch:{workspace}"),
            &format!("publish:{workspace}"),
            "switch:environment"
        ]
    );
    assert_eq!(plan.steps[2].needs, [format!("publish:{workspace}")]);
    assert_eq!(body(&plan.steps[2].change)["Value"], "false");
    assert_eq!(body(undo(&plan.steps[2]))["Value"], "true");
}

#[test]
fn s003_08_35_the_first_switch_on_is_the_admins_own_and_proven_by_the_setting() {
    let org = chat_org();
    org.put("appsettings", list(json!([])));
    let observed = seen(&org);
    let plan = plan(&observed, &scoped(&observed, Scope::All), 1).unwrap();
    assert_eq!(ids(&plan), ["switch:first"]);
    let step = &plan.steps[0];
    assert!(matches!(&step.change.action, Action::Guide { locator: Some(at), .. } if at == "teams-chat.master-switch"));
    assert_eq!(step.risk, Risk::Irreversible);
    assert!(path(&step.change.proof.read).contains("organizationsettings"));
    assert!(plan.writes().is_empty());
    let setting = &observed.switch().unwrap().setting;
    let preselected = ["msdyn_CustomerServiceWorkspace", "CustomerServiceHub"];
    assert_eq!(
        setting.first_selection(&observed.chat_apps(), &preselected),
        ["CustomerServiceHub", "msdyn_CustomerServiceWorkspace"]
    );
}

#[test]
fn s003_31_without_the_setting_the_pages_own_switch_is_used_and_saved() {
    let org = chat_org();
    org.put("RetrieveSettingList", refusal(404, "no such function"));
    let observed = seen(&org);
    let mut choices = Choices::default();
    choices.set_on_page(Some(false));
    let off = plan(&observed, &choices, 1).unwrap();
    assert_eq!(ids(&off), ["switch:page", "switch:page-save"]);
    assert_eq!(off.steps[1].needs, ["switch:page"]);
    assert!(matches!(
        &off.steps[0].change.action,
        Action::Page {
            act: PageAct::Set { checked: false },
            ..
        }
    ));
    // Turning it on may open the window that asks for consent, which no script can.
    choices.set_on_page(Some(true));
    let on = plan(&observed, &choices, 1).unwrap();
    assert!(matches!(&on.steps[0].change.action, Action::Guide { .. }));
}

#[test]
fn s003_42_43_record_types_are_read_with_every_column_inactive_ones_too() {
    let observed = seen(&chat_org());
    let types = complete(&observed.record_types);
    assert_eq!(types.len(), 3);
    let case = observed.record_type(&id(CASE)).unwrap();
    assert_eq!(case.name, "Case");
    assert!(case.configuration.is_on(Switch::JoinChat) && case.managed && case.active);
    assert_eq!(case.configuration.get(Switch::IncludeNote), None);
    assert!(!observed.record_type(&id(OLD)).unwrap().active);
    assert_eq!(complete(&observed.views)[0].1.name, "Escalated cases");
}

#[test]
fn s003_45_46_59_86_97_one_guarded_write_per_record_type_with_the_changed_columns_alone() {
    let observed = seen(&chat_org());
    let mut choices = Choices::default();
    choices.set(&observed, &id(EMAIL), Switch::IncludeNote, true);
    choices.set(&observed, &id(EMAIL), Switch::JoinChat, true);
    choices.set_view(&observed, &id(EMAIL), Some(&id(VIEW)));
    choices.set_followed(&observed, &id(EMAIL), &["subject".to_owned(), "statuscode".to_owned()]);
    // Switched on and off again is no change, nor is a switch of a row that is not active.
    choices.set(&observed, &id(EMAIL), Switch::KeyUpdates, true);
    choices.set(&observed, &id(EMAIL), Switch::KeyUpdates, false);
    choices.set(&observed, &id(OLD), Switch::JoinChat, true);
    let plan = plan(&observed, &choices, 1).unwrap();
    assert_eq!(ids(&plan), ["type:email"]);
    let step = &plan.steps[0];
    // The id in braces and the semicolon are this organization's own way of writing.
    assert_eq!(
        body(&step.change),
        json!({
            "msdyn_enablekickoffmessage": true, "msdyn_usercanjoinchat": true,
            "msdyn_contextviewid": format!("{{{}}}", id(VIEW)), "msdyn_filteringattributes": "subject;statuscode",
        })
    );
    assert_eq!(write(&step.change).condition, WriteCondition::GuardEtag);
    // What had no value gets none again.
    assert_eq!(
        body(undo(step)),
        json!({
            "msdyn_enablekickoffmessage": null, "msdyn_usercanjoinchat": false, "msdyn_contextviewid": null,
            "msdyn_filteringattributes": null,
        })
    );
    assert_eq!(undo(step).guard, step.change.proof);
    assert_eq!(undo(step).proof, step.change.guard);
}

#[test]
fn s003_97_an_older_generation_without_the_columns_is_not_asked_for_them() {
    let org = chat_org();
    org.put(
        "EntityDefinitions(LogicalName='msdyn_entitylinkchatconfiguration')/Attributes",
        list(json!([{"LogicalName": "msdyn_usercanjoinchat"}])),
    );
    let observed = seen(&org);
    let mut choices = Choices::default();
    choices.set(&observed, &id(EMAIL), Switch::KeyUpdates, true);
    assert!(choices.is_empty());
    choices.set(&observed, &id(EMAIL), Switch::JoinChat, true);
    let plan = plan(&observed, &choices, 1).unwrap();
    assert!(!path(&plan.steps[0].change.guard.read).contains("isenabledforbot"));
}

#[test]
fn s003_44_56_84_a_table_is_added_with_our_own_id_and_every_column_explicit() {
    let org = chat_org();
    put_tables(&org);
    let observed = opened(&org, Section::Tables);
    let mut choices = Choices::default();
    for table in ["contoso_claim", "contoso_claim_contact", "incident", "unknown"] {
        choices.add_type(&observed, table, &id(700));
    }
    let plan = plan(&observed, &choices, 1).unwrap();
    assert_eq!(ids(&plan), ["add:contoso_claim"]);
    let step = &plan.steps[0];
    let sent = body(&step.change);
    assert_eq!(write(&step.change).condition, WriteCondition::CreateOnly);
    assert!(write(&step.change).request.path.ends_with(&format!("({})", id(700))));
    assert_eq!(
        sent["msdyn_entitytype@odata.bind"],
        format!("/entities({})", id(CLAIM_ENTITY))
    );
    assert_eq!(sent["msdyn_uniquename"], "msdyn_contoso_claim_linkchat");
    for (column, value) in [
        ("msdyn_recordownercanunlink", true),
        ("msdyn_recentchatlinkercanunlink", true),
        ("msdyn_usercanjoinchat", false),
        ("msdyn_enablekickoffmessage", false),
        ("msdyn_isenabledforbot", false),
    ] {
        assert_eq!(sent[column], value, "{column}");
    }
    assert!(matches!(undo(step).proof.conditions[0], Condition::Absent { .. }));
}

#[test]
fn s003_44_88_89_what_cannot_be_added_or_followed_says_why() {
    let org = chat_org();
    put_tables(&org);
    let observed = opened(&org, Section::Tables);
    let tables = complete(observed.tables.as_ref().unwrap());
    let of = |name: &str| tables.iter().find(|one| one.table.logical_name == name).unwrap();
    assert_eq!(of("incident").refusal, Some(Refusal::AlreadyThere));
    assert_eq!(of("contoso_claim_contact").refusal, Some(Refusal::LinksOnly));
    assert!(
        of("contoso_shipment")
            .remarks
            .contains(&Remark::NoKeyUpdates(TableRefusal::Virtual))
    );
    assert!(
        of("contoso_seal")
            .remarks
            .contains(&Remark::NoKeyUpdates(TableRefusal::NoUpdateMessage))
    );
    // Where the filters cannot be read, nothing is said about updates.
    org.put("sdkmessagefilters?", refusal(403, "no"));
    let observed = opened(&org, Section::Tables);
    let Some(Reading::Partial { value, .. }) = &observed.tables else {
        panic!()
    };
    let seal = value
        .iter()
        .find(|one| one.table.logical_name == "contoso_seal")
        .unwrap();
    assert!(seal.remarks.contains(&Remark::KeyUpdatesUnread));
}

#[test]
fn s003_44_a_row_of_a_solution_is_made_inactive_and_another_deleted_and_made_again_with_its_id() {
    let observed = seen(&chat_org());
    let mut choices = Choices::default();
    choices.set_removed(&observed, &id(CASE), true);
    choices.set_removed(&observed, &id(EMAIL), true);
    let plan = plan(&observed, &choices, 1).unwrap();
    assert_eq!(ids(&plan), ["remove:incident", "remove:email"]);
    assert_eq!(body(&plan.steps[0].change), json!({"statecode": 1, "statuscode": 2}));
    assert_eq!(body(undo(&plan.steps[0])), json!({"statecode": 0, "statuscode": 1}));
    let email = &plan.steps[1];
    assert_eq!(write(&email.change).request.method.as_str(), "DELETE");
    let again = undo(email);
    assert!(write(again).request.path.ends_with(&format!("({})", id(EMAIL))));
    assert_eq!(
        body(again)["msdyn_entitytype@odata.bind"],
        format!("/entities({})", id(EMAIL + 50))
    );
    assert_eq!(body(again)["msdyn_recordownercanunlink"], true);
}

const LAYOUT: &str = r#"<grid name="resultset"><row name="result" id="incidentid"><cell name="title" width="1"/><cell name="contoso_settlement" width="1"/><cell name="contoso_attachment" width="1"/><cell name="prioritycode" width="1"/><cell name="numberofchildincidents" width="1"/><cell name="statuscode" width="1"/></row></grid>"#;

#[test]
fn s003_47_to_53_the_card_is_the_first_five_columns_of_the_view_and_names_secured_ones() {
    let org = chat_org();
    put_case(&org, LAYOUT);
    let observed = opened(&org, Section::Type("incident".to_owned()));
    let (name, card) = observed.card("incident", Some(&format!("{{{}}}", id(VIEW)))).unwrap();
    assert_eq!(
        (name.as_str(), card.columns.len(), card.beyond),
        ("Escalated cases", 5, 1)
    );
    assert!(matches!(card.columns[2].shown, Shown::MayBeLeftOut(_)));
    assert_eq!(card.secured().count(), 1);
    // Without a view, Case takes its introduction message.
    assert_eq!(observed.card("incident", None).unwrap().0, "Case introduction message");
    assert_eq!(observed.card("email", None), None, "not opened");
}

#[test]
fn s003_90_to_98_columns_that_cannot_be_followed_and_more_than_five_are_never_planned() {
    let org = chat_org();
    put_case(&org, LAYOUT);
    let observed = opened(&org, Section::Type("incident".to_owned()));
    let columns = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
    for wrong in [
        columns(&["title", "numberofchildincidents"]),
        columns(&["contoso_attachment"]),
    ] {
        let mut choices = Choices::default();
        choices.set_followed(&observed, &id(CASE), &wrong);
        assert_eq!(plan(&observed, &choices, 1), Err(PlanError::Columns), "{wrong:?}");
    }
    let mut choices = Choices::default();
    choices.set_followed(&observed, &id(CASE), &columns(&["a", "b", "c", "d", "e", "f"]));
    assert!(choices.is_empty());
    choices.set_followed(&observed, &id(CASE), &columns(&["prioritycode", "title"]));
    assert!(plan(&observed, &choices, 1).is_ok());
}

#[test]
fn s003_98_where_lists_disagree_none_of_several_columns_is_written() {
    let org = chat_org();
    let rows = one_case(json!("a;b,c"));
    org.put("msdyn_entitylinkchatconfigurations?$expand", rows);
    let observed = seen(&org);
    let mut choices = Choices::default();
    choices.set_followed(&observed, &id(CASE), &["title".to_owned(), "statuscode".to_owned()]);
    assert!(choices.is_empty());
}

fn one_case(followed: Value) -> latchkey::http::Response {
    list(json!([{
        "@odata.etag": "W/\"7\"", "msdyn_entitylinkchatconfigurationid": id(CASE), "msdyn_name": "Case",
        "msdyn_uniquename": "x", "msdyn_filteringattributes": followed, "statecode": 0,
        "_msdyn_entitytype_value": id(450), "msdyn_entitytype": {"logicalname": "incident"},
    }]))
}

#[test]
fn s003_101_to_105_the_timeline_is_one_guarded_column_marked_unproven() {
    let observed = seen(&chat_org());
    let mut choices = Choices::default();
    choices.set_timeline(&observed, true);
    let made = plan(&observed, &choices, 1).unwrap();
    assert_eq!(body(&made.steps[0].change), json!({"teamschatdatasync": true}));
    assert_eq!(write(&made.steps[0].change).condition, WriteCondition::GuardEtag);
    assert!(made.steps[0].unproven.is_some());
    assert!(made.notes.iter().any(|note| note.id == "chat-global-unknown"));

    let org = chat_org();
    org.put(
        "organizations(",
        refusal(400, "Could not find a property named 'teamschatdatasync'"),
    );
    let observed = seen(&org);
    assert_eq!(observed.timeline, Reading::Complete(None));
    let mut choices = Choices::default();
    choices.set_timeline(&observed, true);
    assert!(choices.is_empty());
}

#[test]
fn s003_15_to_21_a_role_gets_all_the_reads_it_lacks_in_one_request_and_loses_each_by_itself_again() {
    let org = chat_org();
    put_access(&org);
    let observed = opened(&org, Section::Access);
    let access = complete(observed.access.as_ref().unwrap());
    assert_eq!((access.privileges.len(), access.roles.len()), (7, 1));
    let mut choices = Choices::default();
    add_fix(&observed, &mut choices, &id(CUSTOM_ROLE));
    let plan = plan(&observed, &choices, 1).unwrap();
    // Five are missing, one reaches only the user's own rows, one is there.
    assert_eq!(ids(&plan), [format!("reads:{}", id(CUSTOM_ROLE))]);
    let step = &plan.steps[0];
    let sent = body(&step.change);
    let sent = sent["Privileges"].as_array().unwrap();
    assert_eq!((sent.len(), step.delta.len(), step.requests()), (6, 6, 3));
    assert!(sent.iter().all(|one| one["Depth"] == "Global"));
    let Undo::Each(parts) = &step.undo else {
        panic!("{:?}", step.undo)
    };
    assert_eq!(parts.len(), 6);
    for part in parts {
        let sent = body(&part.back);
        assert_eq!(part.again.guard, part.back.proof);
        assert_eq!(part.again.proof, part.back.guard);
        if part.id == "depth" {
            assert_eq!(
                sent["Privileges"],
                json!([{"PrivilegeId": id(READS + 1), "Depth": "Basic"}])
            );
        } else {
            assert!(write(&part.back).request.path.ends_with("RemovePrivilegeRole"));
            assert!(sent["PrivilegeId"].is_string());
        }
    }
}

fn place() -> Place {
    Place {
        area: "Service".to_owned(),
        group: "Work".to_owned(),
        titles: vec![Title {
            lcid: 1033,
            text: "Teams chat".to_owned(),
        }],
    }
}

#[test]
fn s003_25_to_28_the_page_goes_into_the_draft_and_is_published_by_a_step_of_its_own() {
    let org = chat_org();
    let draft = MAP.replace("\"cases\"", "\"somebodys_work\"");
    put_site_map(&org, &draft, false);
    let observed = opened(&org, Section::SiteMaps);
    let mut choices = Choices::default();
    choices.set_page(&observed, "contoso_Claims", Some(place()));
    choices.set_publish(&observed, "contoso_Claims", true);
    let plan = plan(&observed, &choices, 1).unwrap();
    assert_eq!(ids(&plan), ["page:contoso_Claims", "publish:contoso_Claims"]);
    let sent = body(&plan.steps[0].change);
    let xml = sent["sitemapxml"].as_str().unwrap();
    // Somebody's draft is kept, and all but the new entry is as it was.
    assert!(xml.contains("somebodys_work") && xml.contains("&amp;controlName=MscrmControls.TeamsCollaborationAdmin"));
    assert_eq!(body(undo(&plan.steps[0]))["sitemapxml"], draft);
    let publish = body(&plan.steps[1].change);
    let publish = publish["ParameterXml"].as_str().unwrap();
    assert!(publish.contains(&id(CLAIMS)) && publish.contains(&id(SITE_MAP)));
    assert_eq!(plan.steps[1].needs, ["page:contoso_Claims"]);
}

#[test]
fn s003_25_a_managed_site_map_and_one_whose_draft_cannot_be_read_are_left_alone() {
    let org = chat_org();
    put_site_map(&org, MAP, true);
    let observed = opened(&org, Section::SiteMaps);
    let mut choices = Choices::default();
    choices.set_page(&observed, "contoso_Claims", Some(place()));
    assert!(choices.is_empty());

    put_site_map(&org, MAP, false);
    org.put("sitemaps/Microsoft", refusal(400, "not supported"));
    let observed = opened(&org, Section::SiteMaps);
    assert!(matches!(observed.site_maps, Some(Reading::Unreadable(_))));
    choices.set_page(&observed, "contoso_Claims", Some(place()));
    assert!(choices.is_empty());
}

#[test]
fn s003_39_to_41_profiles_are_guided_and_proven_by_a_read() {
    let org = chat_org();
    let pane = json!({"msdyn_paneconfigurationid": id(801), "msdyn_uniquename": "contoso_pane"});
    org.put(
        "msdyn_appconfigurations?",
        list(json!([
            {"msdyn_appconfigurationid": id(800), "msdyn_name": "Escalation", "msdyn_uniquename": "contoso_escalation",
             "msdyn_productivitypaneuniquename": "contoso_pane", "ismanaged": false,
             "msdyn_appconfiguration_systemuser": [{"systemuserid": id(2)}],
             "msdyn_msdyn_paneconfig_msdyn_appconfig": [{"msdyn_paneconfigurationid": id(801)}]},
            {"msdyn_appconfigurationid": id(802), "msdyn_name": "Default", "msdyn_uniquename": "d", "ismanaged": true},
        ])),
    );
    org.put(
        "msdyn_panetabconfigurations?",
        list(json!([{
            "msdyn_panetabconfigurationid": id(803), "msdyn_name": "Teams", "msdyn_isenabled": false,
            "msdyn_ToolId": {"msdyn_name": "Microsoft Teams", "msdyn_uniquename": "msdyn_teams", "msdyn_controlname": "x"},
            "msdyn_ProductivityPaneId": pane,
        }])),
    );
    org.put(
        "msdyn_appprofilerolemappings?",
        list(json!([{"_msdyn_appprofileid_value": id(800), "_msdyn_roleid_value": id(1)}])),
    );
    let observed = opened(&org, Section::Profiles);
    let profiles = complete(observed.profiles.as_ref().unwrap());
    let own = profiles.iter().find(|one| one.profile.id == id(800)).unwrap();
    assert_eq!((own.users, own.roles), (Some(1), Some(1)));
    let mut choices = Choices::default();
    choices.set_teams_in_pane(&observed, &id(800), true);
    choices.set_teams_in_pane(&observed, &id(802), true);
    choices.set_profile("Claims", true);
    let plan = plan(&observed, &choices, 1).unwrap();
    assert_eq!(ids(&plan), ["profile:Claims", &format!("pane:{}", id(800))]);
    assert!(plan.writes().is_empty());
    assert!(
        plan.steps
            .iter()
            .all(|step| matches!(step.change.action, Action::Guide { .. }))
    );
}

#[test]
fn s003_05_08_the_overview_is_never_green_about_consent_nor_red_about_what_was_chosen() {
    let observed = seen(&chat_org());
    let lines = readiness(&observed);
    let of = |id: &str| lines.iter().find(|line| line.id == id).unwrap();
    assert_eq!(of("consent").readiness, Readiness::Unknown);
    assert_eq!(of("switch").readiness, Readiness::Ready);
    assert_eq!(of("waiting").readiness, Readiness::Attention);
    assert_eq!(of("timeline").readiness, Readiness::Ready);
    assert_eq!(of("access").readiness, Readiness::Unknown);

    let org = chat_org();
    org.put("appsettings", list(json!([])));
    let lines = readiness(&seen(&org));
    assert_eq!(lines[0].readiness, Readiness::Blocked);
    assert_eq!(lines[0].statement.id, "chat-ready-never-on");
}

#[test]
fn wishes_that_came_true_or_lost_their_object_are_no_longer_changes() {
    let observed = seen(&chat_org());
    let mut choices = scoped(&observed, Scope::All);
    choices.set(&observed, &id(EMAIL), Switch::JoinChat, true);
    choices.set_timeline(&observed, true);
    assert_eq!(choices.count(), 3);
    assert_eq!(choices.rebased(&observed), choices);
    let org = chat_org();
    org.put(
        "organizationsettings?",
        list(
            json!([{"organizationsettingid": id(602), "value": "true", "_settingdefinitionid_value": id(DEFINITION)}]),
        ),
    );
    org.put("msdyn_entitylinkchatconfigurations?$expand", list(json!([])));
    org.put(
        "organizations(",
        ok(json!({"organizationid": id(50), "teamschatdatasync": true})),
    );
    assert!(choices.rebased(&seen(&org)).is_empty());
}

#[test]
fn whatever_is_exported_is_headed_by_how_completely_it_was_read() {
    let observed = seen(&chat_org());
    let file = export::json(&observed);
    assert_eq!(file["latchkey"], "teams-chat");
    assert_eq!(file["recordTypes"]["completeness"], "complete");
    assert_eq!(file["access"]["completeness"], "not read");
    assert_eq!(file["apps"]["rows"].as_array().unwrap().len(), 3);
    assert_eq!(
        file["consents"]["completeness"], "not read",
        "S003-08: nobody is signed in"
    );
    let mut signed_in = observed.clone();
    signed_in.consents = Some(Reading::Complete(vec![Holder {
        id: id(90),
        name: Some("=Chat app".into()),
        holds: vec![Permission::PresenceReadAll],
    }]));
    let consents = export::csv(&signed_in, export::View::Consents, "now");
    let row = format!("'=Chat app,{},false,false,true,false,false", id(90));
    assert!(consents.contains(&row), "{consents}");
    let csv = export::csv(&observed, export::View::RecordTypes, "now");
    assert!(csv.contains("incident") && csv.starts_with("environment,Contoso Service\r\n"));
    let source = include_str!("../www/messages/en.ftl");
    for line in readiness(&observed) {
        assert!(
            source.contains(&format!("\n{} =", line.statement.id)),
            "{}",
            line.statement.id
        );
    }
}

#[test]
fn s003_34_of_two_values_that_appear_none_is_taken_for_the_one_to_be_removed_again() {
    let observed = seen(&chat_org());
    let plan = plan(&observed, &scoped(&observed, Scope::All), 1).unwrap();
    let row = |number: u32| json!({"organizationsettingid": id(number), "value": "true", "_settingdefinitionid_value": id(DEFINITION)});
    let shown = |rows: Value| {
        let answer = json!({ "value": rows });
        let found = evaluate(&plan.steps[0].change.proof, Answer::Json(&answer)).unwrap();
        assert!(found.hold());
        let at = plan.steps[0].change.proof.conditions.iter();
        let at = at.take_while(|one| !matches!(one, Condition::Found { .. })).count();
        found.evidence()[at].value.clone()
    };
    assert_eq!(shown(json!([row(700)])), json!(id(700)));
    assert_eq!(shown(json!([row(700), row(701)])), Value::Null);
}

/// The switch of the page is off, and the admin, whose Save it is, leaves that out; `saved` tells whether the page has kept
/// it all the same.
fn left_out(on: bool, saved: bool) -> Run {
    let org = chat_org();
    org.put("RetrieveSettingList", refusal(404, "no such function"));
    let mut choices = Choices::default();
    choices.set_on_page(Some(on));
    let mut plan = plan(&seen(&org), &choices, 1).unwrap();
    // Who is signed in is not what this is about.
    for lock in plan.targets.iter_mut().flat_map(|target| &mut target.lock) {
        lock.probe.read = plan.steps[0].change.guard.read.clone();
        lock.probe.conditions.clear();
    }
    let approval = Approval {
        digest: plan.digest(),
        typed_names: plan.names_to_type(),
    };
    let mut run = Run::begin(plan, &approval, "run".to_owned(), 1).unwrap();
    let (mut now, mut checked, mut is_told) = (1, !on, false);
    for _ in 0..200 {
        let saves = matches!(&run.progress().phase, Phase::WaitingForAdmin { step, .. } if step == "switch:page-save");
        let turns = matches!(&run.progress().phase, Phase::WaitingForAdmin { step, .. } if step == "switch:page");
        if saves && !is_told {
            is_told = true;
            run.choose(now, Choice::GoOn);
        }
        checked |= turns && on;
        let there = |checked: bool| json!({"there": true, "checked": checked, "disabled": saved && is_told});
        let fed = match run.next(now) {
            Effect::Reserve { .. } => Fed::Reserved(Ok(())),
            Effect::Persist(_) => Fed::Persisted(Ok(())),
            Effect::PageRead { .. } => Fed::Page(Ok(there(checked))),
            Effect::PagePress { .. } => {
                checked = on;
                Fed::Page(Ok(there(checked)))
            }
            Effect::WaitUntil(until) | Effect::Guide { until, .. } => {
                now = until;
                continue;
            }
            Effect::Finished => return run,
            other => panic!("{other:?}: {:?}", run.progress()),
        };
        run.feed(now, fed);
    }
    panic!("{:?}", run.progress());
}

#[test]
fn s003_31_a_switch_of_the_page_whose_save_was_left_out_is_nothing_that_was_done() {
    for on in [false, true] {
        let run = left_out(on, false);
        let state = &run.progress().steps[0].state;
        assert!(matches!(state, StepState::Unsaved { .. }), "{on}: {state:?}");
        assert_eq!(can_take_back(&run.record()), (0, 0));

        let run = left_out(on, true);
        let state = &run.progress().steps[0].state;
        assert!(
            matches!(state, StepState::Done { already: false, .. }),
            "{on}: {state:?}"
        );
        assert_eq!(can_take_back(&run.record()).0, 1);
    }
}
