//! The context card (S003-46 to S003-53).

use latchkey::domain::chat::context_card::*;
use latchkey::domain::chat::table::Column;
use latchkey::domain::chat::xml::Fault;
use proptest::prelude::*;

fn column(name: &str, type_name: &str, secured: bool) -> Column {
    Column {
        logical_name: name.to_owned(),
        name: name.to_uppercase(),
        type_name: Some(type_name.to_owned()),
        readable: true,
        secured: Some(secured),
        ..Column::default()
    }
}

fn grid(cells: &str) -> String {
    format!(
        "<grid name=\"resultset\" object=\"112\" jump=\"title\" select=\"1\"><row name=\"result\" id=\"incidentid\">{cells}</row></grid>"
    )
}

fn cells(names: &[&str]) -> Vec<Cell> {
    let cells: String = names
        .iter()
        .map(|name| format!("<cell name=\"{name}\" width=\"100\" />"))
        .collect();
    layout(&grid(&cells)).unwrap()
}

/// The card, where every column of the table is text but those given.
fn preview(names: &[&str], given: &[Column]) -> Card {
    let texts: Vec<Column> = names.iter().map(|name| column(name, "StringType", false)).collect();
    let known = |cell: &Cell| {
        given
            .iter()
            .chain(&texts)
            .find(|column| column.logical_name == cell.column)
    };
    card(&cells(names), &known, &[])
}

fn of(card: &Card) -> Vec<&str> {
    card.columns.iter().map(|column| column.cell.column.as_str()).collect()
}

fn view(name: &str, query_type: i64, default: bool) -> View {
    View {
        id: name.to_lowercase(),
        name: name.to_owned(),
        query_type,
        default,
    }
}

#[test]
fn s003_46_the_view_s_id_is_read_with_and_without_braces_and_written_as_it_was() {
    let id = "067c952a-1079-4f3f-99b0-f2ed0ccc88d5";
    for (written, style) in [
        ("067C952A-1079-4f3f-99b0-f2ed0ccc88d5", IdStyle::Bare),
        ("{067c952a-1079-4f3f-99b0-f2ed0ccc88d5}", IdStyle::Braces),
    ] {
        assert_eq!(view_id(written), Some((id.to_owned(), style)));
        assert_eq!(written_id(id, style).to_lowercase(), written.to_lowercase());
    }
    for odd in ["", "Quick find", "067c952a", "067c952a-1079-4f3f-99b0-f2ed0ccc88d5)/x"] {
        assert_eq!(view_id(odd), None, "{odd}");
    }
}

#[test]
fn s003_47_at_most_five_columns() {
    let card = preview(&["a", "b", "c", "d", "e", "f", "g"], &[]);
    assert_eq!(of(&card), ["a", "b", "c", "d", "e"]);
    assert_eq!(card.beyond, 2);
}

#[test]
fn s003_48_the_first_columns_of_the_view_in_its_order() {
    let card = preview(&["title", "prioritycode", "customerid"], &[]);
    assert_eq!(of(&card), ["title", "prioritycode", "customerid"]);
    assert_eq!(card.beyond, 0);
    assert_eq!(card.columns[0].name.as_deref(), Some("TITLE"));
    assert!(card.columns.iter().all(|column| column.shown == Shown::Yes));
}

#[test]
fn s003_48_a_hidden_cell_is_no_column_and_that_this_is_unproven_is_told() {
    let last = layout(&grid("<cell name='a'/><cell name='hidden' ishidden='1'/>")).unwrap();
    assert!(
        !card(&last, &|_| None, &[]).skips_hidden,
        "it stands behind all of them"
    );
    let cells = layout(&grid(
        "<cell name='a'/><cell name='hidden' ishidden='1'/><cell name='b'/><cell name='c' ishidden='0'/>",
    ))
    .unwrap();
    let card = card(&cells, &|_| None, &[]);
    assert_eq!(of(&card), ["a", "b", "c"]);
    assert!(card.skips_hidden);
}

#[test]
fn s003_49_an_unsupported_column_among_the_five_is_left_out_and_nothing_moves_up() {
    let card = preview(
        &["a", "entityimage", "c", "d", "e", "f"],
        &[column("entityimage", "ImageType", false)],
    );
    assert_eq!(of(&card), ["a", "entityimage", "c", "d", "e"]);
    assert_eq!(card.columns[1].shown, Shown::MayBeLeftOut(Doubt::Type));
    let shown = card.columns.iter().filter(|column| column.shown == Shown::Yes);
    assert_eq!(shown.count(), 4, "the published word is four");
    assert_eq!(card.beyond, 1);
}

#[test]
fn s003_49_which_types_are_unsupported_is_unproven_so_a_doubt_is_called_one() {
    for (name, doubted) in [
        ("PartyListType", true),
        ("ImageType", true),
        ("FileType", true),
        ("MultiSelectPicklistType", true),
        ("VirtualType", true),
        ("StringType", false),
        ("IntegerType", false),
        ("LookupType", false),
        ("DateTimeType", false),
    ] {
        let card = preview(&["x"], &[column("x", name, false)]);
        let expected = if doubted {
            Shown::MayBeLeftOut(Doubt::Type)
        } else {
            Shown::Yes
        };
        assert_eq!(card.columns[0].shown, expected, "{name}");
    }
}

#[test]
fn s003_49_columns_of_other_tables_and_unknown_ones_may_be_left_out() {
    let cells = cells(&["a_1234.emailaddress1", "gone"]);
    let email = column("emailaddress1", "StringType", true);
    let known = |cell: &Cell| cell.alias.is_some().then_some(&email);
    let card = card(&cells, &known, &[]);
    assert_eq!(card.columns[0].cell.alias.as_deref(), Some("a_1234"));
    assert_eq!(card.columns[0].shown, Shown::MayBeLeftOut(Doubt::OtherTable));
    assert_eq!(card.columns[0].secured, Some(true));
    assert_eq!(card.columns[1].shown, Shown::MayBeLeftOut(Doubt::Unknown));
    assert_eq!(card.columns[1].secured, None, "not read is not \"not secured\"");
}

#[test]
fn s003_49_the_tables_of_linked_columns_are_those_of_the_query() {
    let fetch = "<fetch version=\"1.0\"><entity name=\"incident\"><attribute name=\"title\"/>\
        <link-entity name=\"contact\" from=\"contactid\" to=\"primarycontactid\" alias=\"a_1234\">\
        <link-entity name=\"account\" alias=\"b\"/></link-entity><link-entity name=\"team\"/></entity></fetch>";
    let links: Vec<(String, String)> = links(fetch).unwrap().into_iter().map(|l| (l.alias, l.table)).collect();
    assert_eq!(
        links,
        [("a_1234".into(), "contact".into()), ("b".into(), "account".into())]
    );
}

#[test]
fn s003_50_what_the_settings_page_marks_is_left_out_for_certain() {
    let cells = cells(&["a", "b"]);
    let text = column("a", "StringType", true);
    let card = card(&cells, &|_| Some(&text), &["b".to_owned()]);
    assert_eq!(card.columns[0].shown, Shown::Yes);
    assert_eq!(card.columns[1].shown, Shown::LeftOut);
    assert_eq!(card.secured().count(), 1, "what is left out is shown to nobody");
}

#[test]
fn s003_51_secured_columns_on_the_card_are_named_also_those_that_may_be_left_out() {
    let card = preview(
        &["a", "ssn", "photo", "d", "e", "beyond"],
        &[
            column("ssn", "StringType", true),
            column("photo", "ImageType", true),
            column("beyond", "StringType", true),
        ],
    );
    let secured: Vec<&str> = card.secured().map(|column| column.cell.column.as_str()).collect();
    assert_eq!(secured, ["ssn", "photo"]);
}

#[test]
fn s003_52_case_takes_its_introduction_view() {
    let default = DefaultView::of("incident");
    assert_eq!(default, DefaultView::CaseIntroduction);
    let views = [
        view("Active Cases", PUBLIC, true),
        view("Quick Find Active Cases", QUICK_FIND, true),
        view("Case introduction message", PUBLIC, false),
    ];
    assert_eq!(default.find(&views).unwrap().name, "Case introduction message");
    let french = [view("Message  d’introduction de cas", PUBLIC, false)];
    assert!(default.find(&french).is_some());
    assert_eq!(default.find(&views[..2]), None, "not found is not another view");
}

#[test]
fn s003_53_account_contact_knowledge_article_and_email_take_quick_find() {
    let views = [
        view("Active", PUBLIC, true),
        view("Mine", QUICK_FIND, false),
        view("Find", QUICK_FIND, true),
    ];
    for table in ["account", "contact", "knowledgearticle", "email"] {
        let default = DefaultView::of(table);
        assert_eq!(default, DefaultView::QuickFind);
        assert_eq!(default.find(&views).unwrap().name, "Find", "{table}");
        assert_eq!(default.find(&views[..2]).unwrap().name, "Mine");
        assert_eq!(default.find(&views[..1]), None);
    }
}

#[test]
fn s003_53_for_other_tables_nothing_is_documented() {
    assert_eq!(DefaultView::of("msdyn_workorder"), DefaultView::NotDocumented);
    let views = [view("Find", QUICK_FIND, true)];
    assert_eq!(DefaultView::NotDocumented.find(&views), None);
}

#[test]
fn s003_48_a_layout_that_is_not_understood_is_no_empty_layout() {
    assert_eq!(layout(&grid("")).unwrap(), []);
    for (odd, fault) in [
        ("", Fault::Malformed),
        ("[]", Fault::Malformed),
        ("<fetch/>", Fault::Unexpected),
        ("<grid><row><cell name='a'></row></grid>", Fault::Malformed),
        ("<!DOCTYPE grid [<!ENTITY a 'b'>]><grid/>", Fault::Refused),
        ("<grid><cell name='&a;'/></grid>", Fault::Refused),
    ] {
        assert_eq!(layout(odd).unwrap_err().fault, fault, "{odd}");
    }
}

proptest! {
    #[test]
    fn s003_47_to_49_the_card_is_always_the_head_of_the_shown_cells(
        cells in proptest::collection::vec(("[a-z]{1,8}", any::<bool>(), 0..3_u8), 0..12),
    ) {
        let layout_cells: Vec<Cell> = cells
            .iter()
            .map(|(column, hidden, _)| Cell { alias: None, column: column.clone(), hidden: *hidden })
            .collect();
        let columns: Vec<Column> = cells
            .iter()
            .map(|(name, _, kind)| column(name, ["StringType", "ImageType", "PartyListType"][usize::from(*kind)], false))
            .collect();
        let known = |cell: &Cell| columns.iter().find(|column| column.logical_name == cell.column);
        let card = card(&layout_cells, &known, &[]);
        let shown: Vec<&Cell> = layout_cells.iter().filter(|cell| !cell.hidden).collect();
        prop_assert!(card.columns.len() <= 5);
        prop_assert_eq!(card.columns.len() + card.beyond, shown.len());
        for (on_card, cell) in card.columns.iter().zip(&shown) {
            prop_assert_eq!(&&on_card.cell, cell);
        }
    }
}
