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
