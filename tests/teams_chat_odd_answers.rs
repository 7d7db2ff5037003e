//! Teams chat against odd answers: what has another shape could not be read, and is never taken for off, unset or absent.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, in its helpers as well"
)]

mod fake_chat;
mod fake_org;

use fake_chat::*;
use fake_org::{CASE, ORGANIZATION, id, ok};
use latchkey::domain::chat::setting::Scope;
use latchkey::domain::reading::Reading;
use latchkey::recipes::teams_chat::{Choices, PlanError, Section, plan};
use serde_json::{Value, json};

#[test]
fn s003_105_a_timeline_of_another_shape_or_left_out_is_not_off() {
    for row in [
        json!({"organizationid": id(ORGANIZATION)}),
        json!({"organizationid": id(ORGANIZATION), "teamschatdatasync": "true"}),
        json!({"organizationid": id(ORGANIZATION), "TeamsChatDataSync": true}),
        json!({"error": "none of it"}),
        json!([]),
    ] {
        let org = chat_org();
        org.put("organizations(", ok(row.clone()));
        let timeline = seen(&org).timeline;
        assert!(
            matches!(timeline, Reading::Unreadable(_)),
            "{row} is read as {timeline:?}"
        );
    }
    let org = chat_org();
    let unset = json!({"organizationid": id(ORGANIZATION), "teamschatdatasync": null});
    org.put("organizations(", ok(unset));
    assert_eq!(seen(&org).timeline, Reading::Complete(Some(false)));
}

#[test]
fn s003_31_a_value_that_is_neither_true_nor_false_is_not_off() {
    let value = |more: Value| {
        let mut row =
            json!({"organizationsettingid": id(700), "value": "true", "_settingdefinitionid_value": id(DEFINITION)});
        for (name, value) in more.as_object().unwrap() {
            row[name] = value.clone();
        }
        row
    };
    let mut unnamed = value(json!({}));
    unnamed.as_object_mut().unwrap().remove("_settingdefinitionid_value");
    let mut empty = value(json!({}));
    empty.as_object_mut().unwrap().remove("value");
    for row in [
        value(json!({"value": "1"})),
        value(json!({"value": "yes"})),
        unnamed,
        empty,
    ] {
        let org = chat_org();
        org.put("organizationsettings?", list(json!([row])));
        let observed = seen(&org);
        assert!(!observed.switch.is_complete(), "{row} is read as {:?}", observed.switch);
        let mut choices = Choices::default();
        choices.set_scope(&observed, Scope::All);
        assert!(matches!(
            plan(&observed, &choices, 1),
            Err(PlanError::Incomplete { .. })
        ));
    }
}

#[test]
fn s003_42_a_record_type_of_another_shape_is_counted_as_unreadable() {
    for (column, odd) in [
        ("ismanaged", json!("true")),
        ("statecode", json!("Inactive")),
        ("msdyn_recordownercanunlink", json!("true")),
        ("msdyn_usercanjoinchat", json!(1)),
        ("msdyn_filteringattributes", json!(["title"])),
        ("msdyn_contextviewid", json!(7)),
    ] {
        let org = chat_org();
        let row = record_type(CASE, "incident", 0, true, json!({ (column): odd }));
        org.put("msdyn_entitylinkchatconfigurations?$expand", list(json!([row])));
        let observed = seen(&org);
        assert!(
            matches!(&observed.record_types, Reading::Partial { value, .. } if value.is_empty()),
            "{column} {odd}: {:?}",
            observed.record_types
        );
    }
}

#[test]
fn a_list_of_columns_that_is_not_whole_is_not_complete() {
    for answer in [
        json!({"value": [{"LogicalName": "msdyn_name"}, {"logicalName": "msdyn_isenabledforbot"}]}),
        json!({"value": [{"LogicalName": "msdyn_name"}], "@odata.nextLink": "https://x/api/data/v9.2/more"}),
    ] {
        let org = chat_org();
        org.put(
            "EntityDefinitions(LogicalName='msdyn_entitylinkchatconfiguration')/Attributes",
            ok(answer.clone()),
        );
        let columns = seen(&org).columns;
        assert!(!columns.is_complete(), "{answer} is read as {columns:?}");
    }
}

#[test]
fn s003_25_a_draft_of_a_site_map_that_could_not_be_read_is_not_taken_for_none() {
    let org = chat_org();
    put_site_map(&org, MAP, false);
    for drafts in [
        json!({"value": [{"sitemapid": id(SITE_MAP), "sitemapxml": 7}]}),
        json!({"value": [], "@odata.nextLink": "https://x/elsewhere"}),
    ] {
        org.put(
            "sitemaps/Microsoft.Dynamics.CRM.RetrieveUnpublishedMultiple()?",
            ok(drafts.clone()),
        );
        let maps = opened(&org, Section::SiteMaps).site_maps.unwrap();
        assert!(!maps.is_complete(), "{drafts} is read as {maps:?}");
        assert!(maps.value().is_none_or(Vec::is_empty));
    }
}

#[test]
fn s003_15_a_privilege_that_could_not_be_read_is_not_absent() {
    let org = chat_org();
    put_access(&org);
    assert!(opened(&org, Section::Access).access.unwrap().is_complete());
    let odd = json!([{"privilegeid": "no id", "name": "prvReadmsdyn_paneconfiguration"}]);
    org.put("prvReadmsdyn_paneconfiguration'", list(odd));
    let access = opened(&org, Section::Access).access.unwrap();
    assert!(matches!(access, Reading::Unreadable(_)), "{access:?}");
}

#[test]
fn s003_15_a_depth_that_is_not_understood_is_not_a_read_the_role_lacks() {
    let org = chat_org();
    put_access(&org);
    org.put(
        "RetrieveRolePrivilegesRole(",
        ok(json!({"RolePrivileges": [{"PrivilegeId": id(READS), "Depth": "Galactic"}]})),
    );
    let access = opened(&org, Section::Access).access.unwrap();
    assert!(
        matches!(&access, Reading::Partial { value, .. } if value.roles.is_empty()),
        "{access:?}"
    );
}

#[test]
fn s003_42_whether_unlisted_tables_may_be_connected_is_not_no_where_the_value_is_odd() {
    let of = |value: Value| {
        let org = chat_org();
        let setting = |name: &str, value: &Value| json!({"Name": name, "Value": value, "DataType": 2});
        org.put(
            "RetrieveSettingList",
            ok(json!({"SettingDetailCollection": [
                setting("msdyn_EnableTeamsChat", &json!("false")), setting("msdyn_EnableChatsForAllEntities", &value),
            ]})),
        );
        seen(&org).chats_for_all_tables
    };
    assert_eq!(of(json!("TRUE")), Reading::Complete(Some(true)));
    assert_eq!(of(json!("false")), Reading::Complete(Some(false)));
    assert_eq!(of(json!(null)), Reading::Complete(None));
    for odd in ["1", "yes", ""] {
        assert!(matches!(of(json!(odd)), Reading::Unreadable(_)), "{odd}");
    }
}

const LAYOUT: &str = r#"<grid><row name="result"><cell name="title"/><cell name="statuscode"/></row></grid>"#;

#[test]
fn s003_51_a_column_that_does_not_say_whether_it_is_secured_is_not_said_to_be_open() {
    let org = chat_org();
    put_case(&org, LAYOUT);
    org.put(
        "EntityDefinitions(LogicalName='incident')/Attributes",
        list(json!([
            {"LogicalName": "title", "AttributeType": "String", "IsValidForRead": true},
            {"LogicalName": "statuscode", "AttributeType": "Status", "IsValidForRead": true, "IsSecured": false},
            {"LogicalName": "odd", "IsValidForRead": true, "IsSecured": false},
        ])),
    );
    let observed = opened(&org, Section::Type("incident".to_owned()));
    let (_, card) = observed.card("incident", Some(&id(VIEW))).unwrap();
    let maybe: Vec<&str> = card.maybe_secured().map(|column| column.cell.column.as_str()).collect();
    assert_eq!(maybe, ["title"]);
    // A column without a type was not read, and is not left out silently.
    let columns = &observed.details.get("incident").unwrap().columns;
    assert!(
        matches!(columns, Reading::Partial { value, .. } if value.len() == 2),
        "{columns:?}"
    );
}

#[test]
fn s003_25_an_app_part_that_may_be_its_site_map_is_not_left_out_silently() {
    let org = chat_org();
    put_site_map(&org, MAP, false);
    for parts in [json!([{"componenttype": 62}]), json!([{"objectid": id(SITE_MAP)}])] {
        org.put("RetrieveAppComponents(", list(parts.clone()));
        let maps = opened(&org, Section::SiteMaps).site_maps.unwrap();
        assert!(!maps.is_complete(), "{parts} is read as {maps:?}");
    }
}

#[test]
fn s003_39_what_does_not_say_whether_it_came_with_a_solution_is_not_taken_for_custom() {
    let org = chat_org();
    let profile = json!({"msdyn_appconfigurationid": id(800), "msdyn_name": "Escalation", "msdyn_uniquename": "x"});
    org.put("msdyn_appconfigurations?", list(json!([profile])));
    org.put("msdyn_panetabconfigurations?", list(json!([])));
    org.put("msdyn_appprofilerolemappings?", list(json!([])));
    let profiles = opened(&org, Section::Profiles).profiles.unwrap();
    assert!(
        matches!(&profiles, Reading::Partial { value, .. } if value.is_empty()),
        "{profiles:?}"
    );

    put_site_map(&org, MAP, false);
    let bare = json!([{"sitemapid": id(SITE_MAP), "sitemapname": "Claims", "sitemapxml": MAP}]);
    org.put("sitemaps?", list(bare.clone()));
    org.put(
        "sitemaps/Microsoft.Dynamics.CRM.RetrieveUnpublishedMultiple()?",
        list(bare),
    );
    let maps = opened(&org, Section::SiteMaps).site_maps.unwrap();
    assert!(
        matches!(&maps, Reading::Partial { value, .. } if value.is_empty()),
        "{maps:?}"
    );
}

#[test]
fn s003_41_users_of_a_profile_are_counted_only_where_all_of_them_came() {
    let org = chat_org();
    let profile = |more: Value| {
        let mut row = json!({
            "msdyn_appconfigurationid": id(800), "msdyn_name": "Escalation", "msdyn_uniquename": "x", "ismanaged": false,
            "msdyn_appconfiguration_systemuser": [{"systemuserid": id(2)}],
        });
        for (name, value) in more.as_object().unwrap() {
            row[name] = value.clone();
        }
        list(json!([row]))
    };
    org.put("msdyn_panetabconfigurations?", list(json!([])));
    org.put("msdyn_appprofilerolemappings?", list(json!([])));
    org.put("msdyn_appconfigurations?", profile(json!({})));
    let users = || opened(&org, Section::Profiles).profiles.unwrap().value().unwrap()[0].users;
    assert_eq!(users(), Some(1));
    let more = json!({"msdyn_appconfiguration_systemuser@odata.nextLink": "https://x/api/data/v9.2/more"});
    org.put("msdyn_appconfigurations?", profile(more));
    assert_eq!(users(), None);
}

#[test]
fn a_list_whose_pages_lead_in_a_circle_is_read_once_and_is_not_complete() {
    let org = chat_org();
    let page = |name: &str, next: &str| {
        let row = json!({"savedqueryid": id(VIEW), "name": name, "querytype": 0, "isdefault": false, "returnedtypecode": "incident"});
        ok(json!({"value": [row], "@odata.nextLink": format!("https://x/api/data/v9.2/savedqueries?page={next}")}))
    };
    org.put("savedqueries?", page("one", "2"));
    org.put("savedqueries?page=2", page("two", "3"));
    org.put("savedqueries?page=3", page("three", "2"));
    let views = seen(&org).views;
    let Reading::Partial { value, .. } = &views else {
        panic!("{views:?}")
    };
    assert_eq!(value.len(), 3, "each page once");
}
