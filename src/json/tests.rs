//! What is written reads back, and what has another shape is misread by place.

use serde_json::json;

use super::*;

#[derive(Debug, PartialEq, Eq, Default)]
struct Row {
    id: u16,
    name: Option<String>,
    tags: Vec<String>,
    on: bool,
}
record!(Row { id as "Id", name or default, tags, on or default });

#[derive(Debug, PartialEq, Eq)]
enum Fate {
    Open,
    Held(Row),
    Gone { at: u64, why: Option<String> },
}
choice!(Fate { Open = "open", Held(row) = "held", Gone { at, why or default } = "gone" });

#[derive(Debug, PartialEq, Eq)]
enum Ask {
    Page,
    Press { locator: String, times: Option<u32> },
}
choice!(Ask by "verb" { Page = "page", Press { locator, times or default } = "press" });

#[test]
fn what_is_written_reads_back_to_itself() {
    let row = || Row {
        id: 7,
        name: Some("a".into()),
        tags: vec!["x".into()],
        on: true,
    };
    assert_eq!(
        row().to_json(),
        json!({"Id": 7, "name": "a", "tags": ["x"], "on": true})
    );
    assert_eq!(Row::from_json(&row().to_json()), Ok(row()));
    let empty = Row::default();
    assert_eq!(empty.to_json(), json!({"Id": 0, "tags": [], "on": false}));
    assert_eq!(Row::from_json(&empty.to_json()), Ok(empty));
    for (fate, written) in [
        (Fate::Open, json!("open")),
        (
            Fate::Held(row()),
            json!({"held": {"Id": 7, "name": "a", "tags": ["x"], "on": true}}),
        ),
        (Fate::Gone { at: 3, why: None }, json!({"gone": {"at": 3}})),
    ] {
        assert_eq!(fate.to_json(), written);
        assert_eq!(Fate::from_json(&written), Ok(fate));
    }
    for (ask, written) in [
        (Ask::Page, json!({"verb": "page"})),
        (
            Ask::Press {
                locator: "x".into(),
                times: Some(2),
            },
            json!({"verb": "press", "locator": "x", "times": 2}),
        ),
    ] {
        assert_eq!(ask.to_json(), written);
        assert_eq!(Ask::from_json(&written), Ok(ask));
    }
}

#[test]
fn what_has_another_shape_is_misread_by_place_and_without_a_word_of_it() {
    let misread = |value: Value| Row::from_json(&value).unwrap_err().to_string();
    assert_eq!(misread(json!("secret")), "not an object");
    assert_eq!(misread(json!({"tags": []})), "/Id: not there");
    assert_eq!(misread(json!({"Id": 70000, "tags": []})), "/Id: not a number in range");
    assert_eq!(misread(json!({"Id": -1, "tags": []})), "/Id: not a whole number from 0");
    assert_eq!(
        misread(json!({"Id": 1.5, "tags": []})),
        "/Id: not a whole number from 0"
    );
    assert_eq!(misread(json!({"Id": 1, "tags": ["x", 3]})), "/tags/1: not a text");
    assert_eq!(
        misread(json!({"Id": 1, "tags": [], "on": null})),
        "/on: not true or false"
    );
    assert_eq!(
        Fate::from_json(&json!({"held": {"Id": 1, "tags": null}}))
            .unwrap_err()
            .to_string(),
        "/held/tags: not a list"
    );
    for value in [
        json!("shut"),
        json!(null),
        json!({"open": null, "gone": null}),
        json!({"verb": "page"}),
    ] {
        assert!(Fate::from_json(&value).is_err(), "{value}");
    }
    for value in [
        json!("page"),
        json!({"verb": "pages"}),
        json!({"verb": 1}),
        json!({"verb": "press"}),
    ] {
        assert!(Ask::from_json(&value).is_err(), "{value}");
    }
}

#[test]
fn missing_and_null_are_both_none_and_a_null_value_stays_itself() {
    for value in [json!({"Id": 1, "tags": []}), json!({"Id": 1, "tags": [], "name": null})] {
        assert_eq!(Row::from_json(&value).unwrap().name, None);
    }
    assert_eq!(Value::from_json(&Value::Null), Ok(Value::Null));
}

#[test]
fn a_name_that_stands_twice_in_an_object_is_told_with_its_place_and_the_same_name_elsewhere_is_not() {
    let told = |text: &str| parse_telling_twice(text).map(|(_, twice)| twice);
    assert_eq!(told(r#"{"a": {"a": 1}, "b": [{"a": 1}, {"a": 2}]}"#), Ok(None));
    assert_eq!(told(r#"{"a": 1, "b": 2, "a": 1}"#), Ok(Some("a".into())));
    assert_eq!(
        told(r#"{"l": [0, {"x": {"k": 1, "\u006b": 2}}]}"#),
        Ok(Some("l[1].x.k".into()))
    );
    let text = r#"{"n": [null, true, -3, 2.5, 18446744073709551615, "\n\u00e9"], "o": {}}"#;
    assert_eq!(parse_telling_twice(text).map(|(value, _)| value), parse(text));
    for wrong in ["", "{", "{} x", "[1,]"] {
        assert!(parse_telling_twice(wrong).is_err(), "{wrong}");
    }
    assert!(parse_telling_twice(&"[".repeat(100_000)).is_err(), "however deep");
}
