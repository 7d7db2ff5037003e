//! Key updates (S003-87 to S003-100).

use latchkey::domain::chat::Unread;
use latchkey::domain::chat::key_updates::*;
use latchkey::domain::chat::table::{Column, Table};
use proptest::prelude::*;

fn column(name: &str, attribute_type: &str, type_name: &str) -> Column {
    Column {
        logical_name: name.to_owned(),
        name: name.to_owned(),
        attribute_type: attribute_type.to_owned(),
        type_name: (!type_name.is_empty()).then(|| type_name.to_owned()),
        readable: true,
        ..Column::default()
    }
}

fn table(table_type: Option<&str>, provider: bool, update: Option<bool>) -> Table {
    Table {
        table_type: table_type.map(str::to_owned),
        data_provider_id: provider.then(|| "e7984c22-0000-0000-0000-000000000000".to_owned()),
        has_update_message: update,
        ..Table::default()
    }
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

#[test]
fn s003_88_virtual_tables_are_refused_before_anything_is_asked_about_their_messages() {
    for update in [None, Some(true), Some(false)] {
        for provider in [true, false] {
            assert_eq!(
                table_refusal(&table(Some("Virtual"), provider, update)),
                Ok(Some(TableRefusal::Virtual))
            );
        }
        assert_eq!(
            table_refusal(&table(None, true, update)),
            Ok(Some(TableRefusal::Virtual))
        );
    }
}

#[test]
fn s003_88_activities_and_elastic_tables_have_a_provider_too_and_are_not_virtual() {
    for kind in ["Standard", "Activity", "Elastic"] {
        assert_eq!(table_refusal(&table(Some(kind), true, Some(true))), Ok(None), "{kind}");
    }
    assert_eq!(table_refusal(&table(None, false, Some(true))), Ok(None));
}

#[test]
fn s003_89_a_table_without_an_update_message_is_refused_and_an_unread_one_is_neither() {
    assert_eq!(
        table_refusal(&table(Some("Standard"), false, Some(false))),
        Ok(Some(TableRefusal::NoUpdateMessage))
    );
    assert_eq!(table_refusal(&table(Some("Standard"), false, None)), Err(Unread));
}

#[test]
fn s003_90_party_lists_are_refused() {
    let to = column("to", "PartyList", "PartyListType");
    assert_eq!(column_refusal(&to), Some(ColumnRefusal::PartyList));
    assert_eq!(
        column_refusal(&column("to", "PartyList", "")),
        Some(ColumnRefusal::PartyList)
    );
}

#[test]
fn s003_91_images_are_refused_by_the_name_of_their_type() {
    let image = column("entityimage", "Virtual", "ImageType");
    assert_eq!(column_refusal(&image), Some(ColumnRefusal::Image));
}

#[test]
fn s003_92_integers_are_refused_and_big_ones_are_uncertain() {
    let integer = column("numberofchildincidents", "Integer", "IntegerType");
    assert_eq!(column_refusal(&integer), Some(ColumnRefusal::Integer));
    let big = column("versionnumber", "BigInt", "BigIntType");
    assert_eq!(column_refusal(&big), None);
    assert_eq!(caution(&big), Some(Caution::MaybeInteger));
}

#[test]
fn s003_93_files_are_refused_by_the_name_of_their_type() {
    let file = column("new_contract", "Virtual", "FileType");
    assert_eq!(column_refusal(&file), Some(ColumnRefusal::File));
}

#[test]
fn s003_91_93_a_virtual_column_without_a_type_name_may_be_either_and_is_refused() {
    assert_eq!(
        column_refusal(&column("x", "Virtual", "")),
        Some(ColumnRefusal::UnknownType)
    );
    assert_eq!(
        column_refusal(&column("x", "Virtual", "VirtualType")),
        Some(ColumnRefusal::UnknownType)
    );
    // Several choices are virtual as well, and can be followed.
    assert_eq!(column_refusal(&column("x", "Virtual", "MultiSelectPicklistType")), None);
}

#[test]
fn s003_90_to_93_every_other_type_can_be_followed() {
    for kind in [
        "Boolean",
        "Customer",
        "DateTime",
        "Decimal",
        "Double",
        "Lookup",
        "Memo",
        "Money",
        "Owner",
        "Picklist",
        "State",
        "Status",
        "String",
        "Uniqueidentifier",
    ] {
        assert_eq!(
            column_refusal(&column("x", kind, &format!("{kind}Type"))),
            None,
            "{kind}"
        );
        assert_eq!(column_refusal(&column("x", kind, "")), None, "{kind}");
    }
}

#[test]
fn s003_94_formatted_text_can_be_followed_with_a_warning() {
    let mut text = column("description", "Memo", "MemoType");
    assert_eq!(caution(&text), None);
    text.format = Some("RichText".to_owned());
    assert_eq!(column_refusal(&text), None);
    assert_eq!(caution(&text), Some(Caution::InlineImages));
}

#[test]
fn s003_98_unreadable_columns_and_mirrors_are_refused() {
    let mut secret = column("secret", "String", "StringType");
    secret.readable = false;
    assert_eq!(column_refusal(&secret), Some(ColumnRefusal::Unreadable));
    let mut mirror = column("prioritycodename", "Virtual", "VirtualType");
    mirror.attribute_of = Some("prioritycode".to_owned());
    assert_eq!(column_refusal(&mirror), Some(ColumnRefusal::Mirror));
}

#[test]
fn s003_98_at_most_five_each_once_each_there() {
    let columns: Vec<Column> = ["a", "b", "c", "d", "e", "f"]
        .map(|name| column(name, "String", "StringType"))
        .into_iter()
        .chain([column("image", "Virtual", "ImageType")])
        .collect();
    let wrong = |list: &[&str]| problems(&names(list), &columns);
    assert_eq!(wrong(&[]), []);
    assert_eq!(wrong(&["a", "b", "c", "d", "e"]), []);
    assert_eq!(wrong(&["a", "b", "c", "d", "e", "f"]), [Problem::TooMany(6)]);
    assert_eq!(wrong(&["a", "a"]), [Problem::Twice("a".into())]);
    assert_eq!(wrong(&["a", "gone"]), [Problem::Missing("gone".into())]);
    assert_eq!(
        wrong(&["image"]),
        [Problem::Refused("image".into(), ColumnRefusal::Image)]
    );
}

#[test]
fn s003_98_what_does_not_fit_the_column_is_refused() {
    let long = "x".repeat(LENGTH / 2);
    let columns = [column(&long, "String", ""), column("y", "String", "")];
    assert_eq!(problems(&names(&[&long, "y"]), &columns), []);
    let longer = "x".repeat(LENGTH);
    let columns = [column(&longer, "String", ""), column("y", "String", "")];
    assert_eq!(problems(&names(&[&longer, "y"]), &columns), [Problem::TooLong]);
}

#[test]
fn s003_98_the_separator_is_that_of_the_organization() {
    assert_eq!(Separator::of(["prioritycode", "a,b"]), Detected::One(Separator::Comma));
    assert_eq!(Separator::of(["a;b;c", ""]), Detected::One(Separator::Semicolon));
    assert_eq!(Separator::of(["prioritycode"]), Detected::Nothing);
    assert_eq!(Separator::of([]), Detected::Nothing);
    assert_eq!(Separator::of(["a,b", "a;b"]), Detected::Both);
    assert_eq!(Separator::of(["a,b;c"]), Detected::Both);
}

#[test]
fn s003_98_a_list_is_read_with_either_separator_and_anything_else_is_not_read_as_a_list() {
    assert_eq!(parse("a,b_1").unwrap(), ["a", "b_1"]);
    assert_eq!(parse(" a ; b ;").unwrap(), ["a", "b"]);
    assert_eq!(parse("").unwrap(), [""; 0]);
    for odd in ["[\"a\"]", "a|b", "a b", "Priority", "a,<b>"] {
        assert_eq!(parse(odd), Err(UnknownList), "{odd}");
    }
}

#[test]
fn s003_99_case_starts_with_priority_status_and_status_reason() {
    assert_eq!(preset("incident"), ["prioritycode", "statecode", "statuscode"]);
    assert!(preset("account").is_empty());
    let columns = [
        column("prioritycode", "Picklist", "PicklistType"),
        column("statecode", "State", "StateType"),
        column("statuscode", "Status", "StatusType"),
    ];
    assert_eq!(problems(&names(preset("incident")), &columns), []);
}

proptest! {
    #[test]
    fn s003_98_what_is_written_is_read_back(list in proptest::collection::vec("[a-z][a-z0-9_]{0,20}", 0..6), comma: bool) {
        let separator = if comma { Separator::Comma } else { Separator::Semicolon };
        let written = print(&list, separator);
        prop_assert_eq!(parse(&written), Ok(list.clone()));
        let told = Separator::of([written.as_str()]);
        prop_assert_eq!(told, if list.len() > 1 { Detected::One(separator) } else { Detected::Nothing });
    }
}
