//! The rules on real recordings, where `LATCHKEY_FIXTURES` names a folder with them.

use std::io::Read;
use std::path::{Path, PathBuf};

use latchkey::domain::chat::context_card::{card, layout};
use latchkey::domain::chat::key_updates::{TableRefusal, table_refusal};
use latchkey::domain::chat::setting::SETTING;
use latchkey::domain::chat::site_map::{SiteMapError, Title, add, read, remove};
use latchkey::domain::chat::table::Table;
use serde_json::Value;

/// The folder of recordings; without one the test says that it did nothing.
fn recordings(test: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("LATCHKEY_FIXTURES").map(PathBuf::from);
    if folder.is_none() {
        println!("{test}: skipped, LATCHKEY_FIXTURES names no folder of recordings");
    }
    folder
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// `customizations.xml` of every solution in the folder.
fn solutions(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder.join("dataverse/solutions")).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        found.push((path.display().to_string(), customizations(&bytes)));
    }
    found.sort();
    assert!(!found.is_empty());
    found
}

/// A zip's central directory leads to the file; nothing else of the format is needed here.
fn customizations(zip: &[u8]) -> String {
    let name = b"customizations.xml";
    let central = zip
        .windows(4)
        .enumerate()
        .filter(|(_, four)| *four == b"PK\x01\x02")
        .map(|(at, _)| at)
        .find(|at| zip[at + 46..].starts_with(name))
        .unwrap();
    let number = |at: usize, bytes: usize| {
        zip[at..at + bytes]
            .iter()
            .rev()
            .fold(0, |sum, byte| sum << 8 | usize::from(*byte))
    };
    let (method, size, local) = (
        number(central + 10, 2),
        number(central + 20, 4),
        number(central + 42, 4),
    );
    let data = local + 30 + number(local + 26, 2) + number(local + 28, 2);
    let packed = &zip[data..data + size];
    let mut text = String::new();
    match method {
        0 => text.push_str(std::str::from_utf8(packed).unwrap()),
        8 => {
            flate2::read::DeflateDecoder::new(packed)
                .read_to_string(&mut text)
                .unwrap();
        }
        other => panic!("zip method {other}"),
    }
    text
}

/// What stands between the tags, the tags included.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices(start) {
        let rest = &text[at..];
        found.push(&rest[..rest.find(end).unwrap() + end.len()]);
    }
    found
}

#[test]
fn s003_25_to_28_real_site_maps_take_the_page_and_give_it_back() {
    let Some(folder) = recordings("s003_25_to_28") else {
        return;
    };
    let mut maps = 0;
    for (name, text) in solutions(&folder) {
        for xml in between(&text, "<SiteMap ", "</SiteMap>") {
            maps += 1;
            let map = read(xml).unwrap();
            assert!(!map.areas.is_empty() && map.pages.is_empty(), "{name}");
            for area in &map.areas {
                assert!(!area.titles.is_empty(), "{name}");
                for group in &area.groups {
                    let titles = [Title {
                        lcid: 1033,
                        text: "Teams chat settings".to_owned(),
                    }];
                    let splice = add(xml, &area.id, &group.id, &titles).unwrap();
                    let after = splice.applied(xml).unwrap();
                    assert!(read(&after).unwrap().pages[0].exact);
                    assert!(matches!(
                        add(&after, &area.id, &group.id, &titles),
                        Err(SiteMapError::AlreadyThere(_))
                    ));
                    assert_eq!(splice.undo().applied(&after).as_deref(), Some(xml));
                    let removed = remove(&after, "teams_chat_settings").unwrap();
                    assert_eq!(removed.applied(&after).as_deref(), Some(xml));
                }
            }
        }
    }
    assert!(maps >= 2, "{maps}");
}

#[test]
fn s003_48_real_layouts_are_read_in_the_order_of_their_cells() {
    let Some(folder) = recordings("s003_48") else { return };
    let mut layouts = 0;
    for (name, text) in solutions(&folder) {
        for wrapped in between(&text, "<layoutxml>", "</layoutxml>") {
            let xml = wrapped
                .trim_start_matches("<layoutxml>")
                .trim_end_matches("</layoutxml>")
                .trim();
            let cells = layout(xml).unwrap_or_else(|error| panic!("{name}: {error}"));
            let names: Vec<&str> = xml
                .split("<cell name=\"")
                .skip(1)
                .map(|rest| rest.split('"').next().unwrap())
                .collect();
            assert_eq!(cells.iter().map(|cell| cell.column.as_str()).collect::<Vec<_>>(), names);
            assert_eq!(card(&cells, &|_| None, &[]).columns.len(), names.len().min(5));
            layouts += 1;
        }
    }
    assert!(layouts > 30, "{layouts}");
}

#[test]
fn s003_88_real_tables_are_not_virtual() {
    let Some(folder) = recordings("s003_88") else { return };
    for name in ["account", "contact"] {
        let definition = json(&folder.join(format!("dataverse/wire/entitydefinition_{name}.json")));
        let text = |key: &str| definition[key].as_str().map(str::to_owned);
        let table = Table {
            logical_name: text("LogicalName").unwrap(),
            table_type: text("TableType"),
            data_provider_id: text("DataProviderId"),
            ownership: text("OwnershipType"),
            has_update_message: Some(true),
            ..Table::default()
        };
        assert_eq!(table_refusal(&table), Ok(None), "{name}");
        assert_eq!(table.has_owner(), Some(true), "{name}");
        let virtual_table = Table {
            table_type: Some("Virtual".to_owned()),
            ..table
        };
        assert_eq!(table_refusal(&virtual_table), Ok(Some(TableRefusal::Virtual)));
    }
}

#[test]
fn s003_31_the_setting_is_in_a_real_list_and_a_yes_or_no() {
    let Some(folder) = recordings("s003_31") else { return };
    let list = json(&folder.join("dataverse/wire/retrievesettinglist.json"));
    let settings = list["SettingDetailCollection"].as_array().unwrap();
    let found = settings.iter().find(|setting| setting["Name"] == SETTING).unwrap();
    assert_eq!(
        (found["DataType"].as_i64(), found["Value"].as_str()),
        (Some(2), Some("false"))
    );
}
