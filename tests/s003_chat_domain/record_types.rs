//! Record types (S003-42 to S003-46, S003-56 to S003-59, S003-82 to S003-86).

use latchkey::domain::chat::key_updates::{Separator, TableRefusal};
use latchkey::domain::chat::record_type::*;
use latchkey::domain::chat::table::Table;

fn table(logical_name: &str) -> Table {
    Table {
        logical_name: logical_name.to_owned(),
        metadata_id: Some("70816501-edb9-4740-a16c-6a5efbc05d84".to_owned()),
        table_type: Some("Standard".to_owned()),
        ownership: Some("UserOwned".to_owned()),
        has_update_message: Some(true),
        ..Table::default()
    }
}

fn all(_: &str) -> bool {
    true
}

/// Columns the older generation does not have.
fn without_key_updates(column: &str) -> bool {
    !matches!(column, "msdyn_isenabledforbot" | "msdyn_filteringattributes")
}

fn columns(cells: &[Cell]) -> Vec<&str> {
    cells.iter().map(|cell| cell.column).collect()
}

#[test]
fn s003_42_five_record_types_come_ready_and_any_other_table_can_be_added() {
    assert_eq!(
        READY_MADE,
        ["incident", "account", "contact", "knowledgearticle", "email"]
    );
    let listed = READY_MADE.map(str::to_owned);
    for kind in ["Standard", "Activity", "Virtual", "Elastic"] {
        let mut order = table("msdyn_workorder");
        order.table_type = Some(kind.to_owned());
        assert_eq!(refusal(&order, &listed), None, "{kind}");
    }
}

#[test]
fn s003_44_a_table_that_cannot_be_added_is_refused_with_its_reason() {
    let listed = ["incident".to_owned()];
    assert_eq!(refusal(&table("incident"), &listed), Some(Refusal::AlreadyThere));
    let mut link = table("teammembership");
    link.intersect = true;
    assert_eq!(refusal(&link, &listed), Some(Refusal::LinksOnly));
    let mut private = table("internaladdress");
    private.private = true;
    assert_eq!(refusal(&private, &listed), Some(Refusal::Private));
    let mut nowhere = table("new_thing");
    nowhere.metadata_id = None;
    assert_eq!(refusal(&nowhere, &listed), Some(Refusal::NoId));
    assert_eq!(refusal(&table("new_thing"), &listed), None);
}

#[test]
fn s003_44_what_will_not_work_for_a_table_is_said_before_it_is_added() {
    assert_eq!(remarks(&table("account")), []);
    assert_eq!(remarks(&table("new_thing")), [Remark::NoDocumentedView]);
    let mut shared = table("account");
    shared.ownership = Some("OrganizationOwned".to_owned());
    assert_eq!(remarks(&shared), [Remark::NoOwner]);
    shared.ownership = None;
    assert_eq!(remarks(&shared), [], "not told is not \"no owner\"");
    let mut elsewhere = table("account");
    elsewhere.table_type = Some("Virtual".to_owned());
    assert_eq!(remarks(&elsewhere), [Remark::NoKeyUpdates(TableRefusal::Virtual)]);
    let mut silent = table("account");
    silent.has_update_message = Some(false);
    assert_eq!(remarks(&silent), [Remark::NoKeyUpdates(TableRefusal::NoUpdateMessage)]);
    silent.has_update_message = None;
    assert_eq!(remarks(&silent), [Remark::KeyUpdatesUnread]);
}

#[test]
fn s003_45_57_58_86_97_each_switch_is_its_column() {
    let of_the_article: Vec<&str> = Switch::OF_THE_ARTICLE.into_iter().map(Switch::column).collect();
    assert_eq!(
        of_the_article,
        [
            "msdyn_enablekickoffmessage",
            "msdyn_recordownercanunlink",
            "msdyn_recentchatlinkercanunlink",
            "msdyn_usercanjoinchat",
            "msdyn_isenabledforbot",
        ]
    );
    for switch in Switch::ALL {
        let mut configuration = Configuration::default();
        configuration.set(switch, Some(true));
        let on: Vec<&str> = configuration
            .cells(&all)
            .into_iter()
            .filter(|cell| cell.value == Value::Bool(true))
            .map(|cell| cell.column)
            .collect();
        assert_eq!(on, [switch.column()]);
        assert!(
            Switch::ALL
                .into_iter()
                .all(|other| configuration.is_on(other) == (other == switch))
        );
    }
}

#[test]
fn s003_56_84_every_switch_of_a_new_row_is_explicit_because_the_columns_default_to_no() {
    for (name, join) in [("incident", true), ("account", false), ("new_thing", false)] {
        let new = Configuration::new(name, Separator::Comma);
        for (switch, on) in [
            (Switch::RecordOwnerCanDisconnect, true),
            (Switch::ChatConnectorCanDisconnect, true),
            (Switch::JoinChat, join),
            (Switch::IncludeNote, false),
            (Switch::KeyUpdates, false),
        ] {
            assert_eq!(new.get(switch), Some(on), "{name} {switch:?}");
        }
        for switch in Switch::ALL.into_iter().skip(Switch::OF_THE_ARTICLE.len()) {
            assert_eq!(new.get(switch), None, "{switch:?} is the product's");
        }
    }
}

#[test]
fn s003_99_a_new_case_row_has_its_three_columns_in_the_organization_s_own_way() {
    let new = |table, separator| Configuration::new(table, separator).followed;
    assert_eq!(
        new("incident", Separator::Comma).as_deref(),
        Some("prioritycode,statecode,statuscode")
    );
    assert_eq!(
        new("incident", Separator::Semicolon).as_deref(),
        Some("prioritycode;statecode;statuscode")
    );
    assert_eq!(new("account", Separator::Comma), None);
}

#[test]
fn s003_59_only_changed_columns_are_written_and_no_value_is_not_no() {
    let before = Configuration::default();
    let mut wanted = before.clone();
    wanted.set(Switch::JoinChat, Some(false));
    wanted.view = Some("067c952a-1079-4f3f-99b0-f2ed0ccc88d5".to_owned());
    let changes = before.changes(&wanted, &all);
    let (from, to): (Vec<Cell>, Vec<Cell>) = changes.into_iter().unzip();
    assert_eq!(columns(&from), ["msdyn_usercanjoinchat", "msdyn_contextviewid"]);
    assert!(from.iter().all(|cell| cell.value == Value::Null));
    assert_eq!(to[0].value, Value::Bool(false));
    assert_eq!(before.changes(&before, &all), []);
    // The way back writes no value again.
    assert_eq!(wanted.changes(&before, &all)[0].1.value, Value::Null);
}

#[test]
fn s003_97_columns_an_older_generation_lacks_are_neither_read_nor_written() {
    let before = Configuration::default();
    let mut wanted = before.clone();
    wanted.set(Switch::KeyUpdates, Some(true));
    wanted.followed = Some("statecode".to_owned());
    assert_eq!(before.changes(&wanted, &all).len(), 2);
    assert_eq!(before.changes(&wanted, &without_key_updates), []);
    assert_eq!(before.cells(&all).len(), 11);
    assert_eq!(before.cells(&without_key_updates).len(), 9);
}
