//! A blueprint as a file, held against its schema.

use std::sync::LazyLock;

use latchkey::domain::chat::blueprint::file::{FileError, read, write};
use latchkey::domain::chat::blueprint::{Blueprint, Page, Profile, RecordType, Role, ViewChoice};
use latchkey::domain::chat::record_type::Switch;
use latchkey::domain::chat::setting::Scope;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

pub const VIEW: &str = "067c952a-1079-4f3f-99b0-f2ed0ccc88d5";
pub const OTHER: &str = "936aa814-b714-45e7-bfbe-70bd5b83a993";

pub fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

/// Everything a blueprint can speak of.
pub fn whole() -> Blueprint {
    Blueprint {
        from: Some("Contoso Service".to_owned()),
        scope: Some(Scope::Selected(names(&["CustomerServiceHub", "cr1_desk"]))),
        record_types: vec![
            RecordType {
                table: "incident".to_owned(),
                name: Some("Case".to_owned()),
                switches: Switch::OF_THE_ARTICLE
                    .map(|switch| (switch, switch != Switch::IncludeNote))
                    .to_vec(),
                view: Some(ViewChoice::Chosen {
                    id: VIEW.to_owned(),
                    name: "Case introduction message".to_owned(),
                }),
                followed: Some(names(&["prioritycode", "statecode"])),
            },
            RecordType {
                table: "account".to_owned(),
                view: Some(ViewChoice::Default),
                ..RecordType::default()
            },
        ],
        timeline: Some(true),
        pages: vec![Page {
            app: "cr1_desk".to_owned(),
            area: "a".to_owned(),
            group: "g".to_owned(),
        }],
        roles: vec![
            Role {
                name: "Desk".to_owned(),
                template_id: Some(OTHER.to_owned()),
            },
            Role {
                name: "Night desk".to_owned(),
                template_id: None,
            },
        ],
        profiles: vec![Profile {
            unique_name: "cr1_desk_profile".to_owned(),
            name: "Desk".to_owned(),
            teams: true,
        }],
    }
}

static SCHEMA: LazyLock<Json> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schemas/teams-chat-blueprint-1.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
});

/// Whether a value is what a schema says, for the words this schema uses; another word stops the test.
fn conforms(value: &Json, schema: &Json) -> bool {
    schema
        .as_object()
        .unwrap()
        .iter()
        .all(|(word, says)| match word.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" => true,
            "$ref" => conforms(
                value,
                &SCHEMA["$defs"][says.as_str().unwrap().strip_prefix("#/$defs/").unwrap()],
            ),
            "const" => value == says,
            "enum" => says.as_array().unwrap().contains(value),
            "anyOf" => says.as_array().unwrap().iter().any(|one| conforms(value, one)),
            "type" => match says.as_str().unwrap() {
                "object" => value.is_object(),
                "array" => value.is_array(),
                "string" => value.is_string(),
                "boolean" => value.is_boolean(),
                other => panic!("{other}"),
            },
            "required" => says
                .as_array()
                .unwrap()
                .iter()
                .all(|key| value.get(key.as_str().unwrap()).is_some()),
            "additionalProperties" => value
                .as_object()
                .is_none_or(|object| object.keys().all(|key| schema["properties"].get(key).is_some())),
            "properties" => says
                .as_object()
                .unwrap()
                .iter()
                .all(|(key, says)| value.get(key).is_none_or(|value| conforms(value, says))),
            "items" => value
                .as_array()
                .is_none_or(|list| list.iter().all(|value| conforms(value, says))),
            "minItems" => value
                .as_array()
                .is_none_or(|list| list.len() as u64 >= says.as_u64().unwrap()),
            "maxItems" => value
                .as_array()
                .is_none_or(|list| list.len() as u64 <= says.as_u64().unwrap()),
            "pattern" => value.as_str().is_none_or(|text| matches(text, says.as_str().unwrap())),
            other => panic!("{other}"),
        })
}

/// The three patterns of the schema.
fn matches(text: &str, pattern: &str) -> bool {
    let short = (1..=256).contains(&text.chars().count());
    match pattern {
        "^(?=.*\\S)[^\\u0000-\\u001F\\u007F-\\u009F]{1,256}$" => {
            short && !text.trim().is_empty() && !text.chars().any(char::is_control)
        }
        "^[a-z0-9_]{1,256}$" => short && text.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '_')),
        "^\\{?[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\}?$" => {
            let bare = text.strip_prefix('{').unwrap_or(text);
            let bare = bare.strip_suffix('}').unwrap_or(bare);
            let parts: Vec<&str> = bare.split('-').collect();
            parts.iter().map(|part| part.len()).eq([8, 4, 4, 4, 12])
                && parts.concat().chars().all(|c| c.is_ascii_hexdigit())
        }
        other => panic!("{other}"),
    }
}

/// Every value in a document, by its pointer.
fn pointers(value: &Json, at: &str, into: &mut Vec<String>) {
    into.push(at.to_owned());
    match value {
        Json::Object(object) => {
            for (key, value) in object {
                pointers(value, &format!("{at}/{key}"), into);
            }
        }
        Json::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                pointers(value, &format!("{at}/{index}"), into);
            }
        }
        _ => {}
    }
}

#[test]
fn a_blueprint_is_written_as_its_schema_says_and_read_back_whole() {
    for blueprint in [whole(), Blueprint::default()] {
        let text = write(&blueprint);
        assert!(conforms(&serde_json::from_str(&text).unwrap(), &SCHEMA), "{text}");
        assert_eq!(read(&text), Ok(blueprint));
    }
    for scope in [Scope::All, Scope::Off] {
        let blueprint = Blueprint {
            scope: Some(scope),
            ..Blueprint::default()
        };
        assert_eq!(read(&write(&blueprint)), Ok(blueprint));
    }
    assert!(read(&format!("\u{FEFF}{}", write(&whole()))).is_ok());
}

#[test]
fn what_the_schema_refuses_anywhere_in_the_file_the_reader_refuses_and_nothing_else() {
    let file: Json = serde_json::from_str(&write(&whole())).unwrap();
    let mut all = Vec::new();
    pointers(&file, "", &mut all);
    let strange = [
        json!(null),
        json!(true),
        json!(7),
        json!(-1.5),
        json!(""),
        json!(" "),
        json!("all"),
        json!("x\u{0}"),
        json!("statecode"),
        json!("<img src=x>"),
        json!("=1+1"),
        json!(VIEW),
        json!([]),
        json!([[]]),
        json!({}),
        json!({"id": VIEW, "name": "n"}),
        json!(["a", "b", "c", "d", "e", "f"]),
        json!("x".repeat(257)),
    ];
    let (mut refused, mut taken) = (0, 0);
    let mut ask = |file: &Json| {
        let answer = read(&file.to_string());
        assert_eq!(answer.is_ok(), conforms(file, &SCHEMA), "{answer:?} {file}");
        *(if answer.is_ok() { &mut taken } else { &mut refused }) += 1;
    };
    for at in &all {
        for other in &strange {
            let mut changed = file.clone();
            *changed.pointer_mut(at).unwrap() = other.clone();
            ask(&changed);
        }
        let mut more = file.clone();
        if let Some(object) = more.pointer_mut(at).and_then(Json::as_object_mut) {
            object.insert("__proto__".to_owned(), json!({}));
            ask(&more);
        }
        for key in file
            .pointer(at)
            .and_then(Json::as_object)
            .into_iter()
            .flat_map(|object| object.keys())
        {
            let mut fewer = file.clone();
            fewer.pointer_mut(at).unwrap().as_object_mut().unwrap().remove(key);
            ask(&fewer);
        }
    }
    assert!(refused > 500 && taken > 50, "{refused} {taken}");
}

#[test]
fn a_file_that_is_not_a_blueprint_is_told_from_a_newer_one_and_from_a_mistake_in_it() {
    for other in ["", "{", "[]", "null", "{\"kind\":\"plan\"}", "PK\u{3}\u{4}"] {
        assert_eq!(read(other), Err(FileError::AnotherFile), "{other}");
    }
    let of = |version: Json| read(&json!({"kind": "teams-chat-blueprint", "version": version, "new": 1}).to_string());
    assert_eq!(of(json!(2)), Err(FileError::Newer));
    for odd in [json!(0), json!("1"), json!(1.5), json!(null)] {
        assert_eq!(of(odd), Err(FileError::At("version".into())));
    }
    assert_eq!(of(json!(1)), Err(FileError::At("new".into())));
    assert_eq!(read(&" ".repeat((1 << 20) + 1)), Err(FileError::TooLarge));
    assert_eq!(read(&"[".repeat(100_000)), Err(FileError::AnotherFile), "however deep");
}

#[test]
fn the_place_of_a_mistake_is_named() {
    let mut file: Json = serde_json::from_str(&write(&whole())).unwrap();
    file["recordTypes"][0]["view"]["id"] = json!("no id");
    let error = read(&file.to_string()).unwrap_err();
    assert_eq!(error, FileError::At("recordTypes[0].view.id".into()));
    assert_eq!(error.text().id, "blueprint-not-understood");
    file["recordTypes"][0].as_object_mut().unwrap().remove("table");
    file["recordTypes"][0]["view"] = json!(null);
    assert_eq!(
        read(&file.to_string()),
        Err(FileError::At("recordTypes[0].table".into()))
    );
}

#[test]
fn a_list_that_names_the_same_thing_twice_is_refused() {
    for list in ["recordTypes", "settingsPages", "paneRoles", "profiles"] {
        let mut file: Json = serde_json::from_str(&write(&whole())).unwrap();
        let first = file[list][0].clone();
        let end = file[list].as_array().unwrap().len();
        file[list].as_array_mut().unwrap().push(first);
        assert_eq!(read(&file.to_string()), Err(FileError::Twice(format!("{list}[{end}]"))));
    }
    // Names are compared as Dataverse compares them, and under two names it is still one role.
    for again in [
        json!({"name": "NIGHT DESK"}),
        json!({"name": "Other", "templateId": OTHER}),
    ] {
        let mut file: Json = serde_json::from_str(&write(&whole())).unwrap();
        file["paneRoles"].as_array_mut().unwrap().push(again);
        assert_eq!(read(&file.to_string()), Err(FileError::Twice("paneRoles[2]".into())));
    }
}

#[test]
fn a_name_that_stands_twice_in_an_object_is_refused_with_its_place() {
    let text = write(&whole());
    for (name, place) in [("timeline", "timeline"), ("joinChat", "recordTypes[0].joinChat")] {
        let once = format!("\"{name}\": true");
        let twice = text.replacen(&once, &format!("{once}, {once}"), 1);
        let error = read(&twice).unwrap_err();
        assert_eq!(error, FileError::Twice(place.into()));
        assert_eq!(error.text().id, "blueprint-twice");
    }
}

#[test]
fn no_apps_and_apps_that_are_not_spoken_of_are_two_things() {
    let mut file: Json = serde_json::from_str(&write(&whole())).unwrap();
    file["apps"] = json!([]);
    assert_eq!(read(&file.to_string()), Err(FileError::NoApps));
    file["apps"] = json!("off");
    assert_eq!(read(&file.to_string()).unwrap().scope, Some(Scope::Off));
    file.as_object_mut().unwrap().remove("apps");
    assert_eq!(read(&file.to_string()).unwrap().scope, None);
    let nowhere = Blueprint {
        scope: Some(Scope::Selected(Vec::new())),
        ..Blueprint::default()
    };
    assert_eq!(read(&write(&nowhere)).unwrap().scope, Some(Scope::Off));
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,60}") {
        let _ = read(&text);
    }
}
