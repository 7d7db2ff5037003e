//! The verbs between panel and content script, from the panel's side; `tests/js/content.test.mjs` is the other.

#![cfg(test)]

use latchkey::http::{Method, Request, Response, TransportError};
use latchkey::json::{self, FromJson, ToJson};
use latchkey::portal::locator::{Locator, Sighting, Strategy};
use latchkey::portal::locators;
use latchkey::portal::verbs::{Act, Allowed, Call, Granted, GrantedAct, PageFacts, Said, Side, Verb};
use proptest::prelude::*;
use serde_json::Value;

fn examples(source: &str) -> Vec<Value> {
    serde_json::from_str(source).unwrap()
}

#[test]
fn every_example_call_reads_and_writes_back_to_itself() {
    for example in examples(include_str!("verbs/calls.json")) {
        let call = Call::from_json(&example).unwrap();
        assert_eq!(call.to_json(), example);
    }
}

#[test]
fn the_examples_show_every_verb() {
    let shown: Vec<Value> = examples(include_str!("verbs/calls.json"));
    for verb in [
        "page",
        "frames",
        "snapshot",
        "get",
        "batch",
        "grant",
        "write",
        "act",
        "highlight",
        "unhighlight",
        "dock",
        "close",
    ] {
        assert!(shown.iter().any(|call| call["verb"] == verb), "{verb}");
    }
}

#[test]
fn a_call_of_another_shape_is_no_call() {
    for example in examples(include_str!("verbs/refused.json")) {
        let why = example["why"].as_str().unwrap();
        // Paths, headers and the sizes of numbers beyond their type are the content script's to refuse.
        if why != "header" {
            assert!(Call::from_json(&example["call"]).is_err(), "{example}");
        }
    }
}

#[test]
fn every_example_answer_reads_and_writes_back_to_itself() {
    for example in examples(include_str!("verbs/answers.json")) {
        let said = Said::from_json(&example).unwrap();
        assert_eq!(said.to_json(), example);
    }
}

#[test]
fn answers_hold_what_their_verbs_promise() {
    let answers = examples(include_str!("verbs/answers.json"));
    let ok = |index: usize| answers[index]["ok"].clone();
    assert_eq!(PageFacts::from_json(&ok(0)).unwrap().language.as_deref(), Some("da"));
    assert_eq!(
        Vec::<Sighting>::from_json(&ok(1)).unwrap()[0].elements[0].checked,
        Some(true)
    );
    assert_eq!(Response::from_json(&ok(2)).unwrap().status, 200);
}

#[test]
fn a_grant_names_method_path_and_body_and_a_read_needs_none() {
    let request = Request::json(Method::Patch, "/api/data/v9.2/roles(1)", &serde_json::json!({}));
    let grant = Granted::of(&request);
    assert_eq!(
        grant.digest,
        "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    );
    assert!(matches!(
        Verb::of(request),
        Verb::Write {
            method: Method::Patch,
            ..
        }
    ));
    assert!(matches!(
        Verb::of(Request::get("/api/data/v9.2/WhoAmI")),
        Verb::Get { .. }
    ));
}

#[test]
fn a_grant_names_each_act_with_its_locator_and_none_that_needs_the_admins_hand() {
    let set = GrantedAct::of("teams-chat.owner-switch", &Act::Set { checked: true }).unwrap();
    assert_eq!(
        (set.locator.id.as_str(), set.act),
        ("teams-chat.owner-switch", Allowed::Set { checked: true })
    );
    for refused in ["teams-chat.master-switch", "teams-chat.no-such-thing"] {
        for act in [Act::Set { checked: true }, Act::Press] {
            assert!(
                matches!(GrantedAct::of(refused, &act), Err(TransportError::NotSent { .. })),
                "{refused}"
            );
        }
    }
}

#[test]
fn g9_a_grant_holds_a_text_by_its_digest_and_no_debug_output_does() {
    let fill = Act::Fill {
        text: "planted-secret".to_owned(),
    };
    let granted = GrantedAct::of("teams-chat.save", &fill).unwrap();
    let written = json::text(&granted.to_json());
    assert!(!written.contains("planted"), "{written}");
    // `printf planted-secret | sha256sum`
    let digest = "0101796e082e85a7acb098392550a36dcae559684bab7633d509868b9c5b6a88".to_owned();
    assert_eq!(granted.act, Allowed::Fill { digest });
    assert!(!format!("{fill:?}").contains("planted"));
}

#[test]
fn what_need_not_be_there_can_be_read_as_absent_but_too_many_of_it_cannot() {
    let mut locator = locators::find("teams-chat.owner-switch").unwrap();
    let mut sighting = Sighting {
        id: locator.id.clone(),
        hit: None,
        count: 0,
        elements: Vec::new(),
    };
    assert!(locator.read(&sighting).is_err(), "expected to be there");
    locator.least = 0;
    assert_eq!(locator.read(&sighting).unwrap(), serde_json::json!({ "there": false }));
    sighting.count = 2;
    assert!(locator.read(&sighting).is_err(), "there, but not told apart");
}

#[test]
fn what_is_not_seen_on_the_page_is_unknown_and_never_off() {
    let answers = examples(include_str!("verbs/answers.json"));
    let mut sighting = Vec::<Sighting>::from_json(&answers[1]["ok"]).unwrap().remove(0);
    let locator = locators::find("teams-chat.owner-switch").unwrap();
    sighting.elements.truncate(1);
    assert_eq!(locator.read(&sighting).unwrap()["checked"], true);
    sighting.hit = None;
    assert!(matches!(locator.read(&sighting), Err(TransportError::NotFound { .. })));
    sighting.hit = Some(0);
    sighting.elements.clear();
    assert!(matches!(locator.read(&sighting), Err(TransportError::NotFound { .. })));
}

fn json() -> impl Strategy_<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[a-z/.$]{0,12}".prop_map(Value::from),
        prop_oneof![
            Just("page"),
            Just("get"),
            Just("write"),
            Just("redirected"),
            Just("__proto__")
        ]
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 48, 6, |inner| {
        let key = prop_oneof![
            Just("id"),
            Just("verb"),
            Just("ok"),
            Just("error"),
            Just("event"),
            Just("path"),
            Just("headers"),
            Just("locators"),
            Just("strategies"),
            Just("__proto__"),
            Just("x"),
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(key.prop_map(str::to_owned), inner, 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

fn locator() -> impl Strategy_<Value = Locator> {
    let text = "[ -~]{0,20}";
    let strategy = prop_oneof![
        text.prop_map(|css| Strategy::Css { css }),
        (text, prop::collection::vec(text, 0..3)).prop_map(|(css, names)| Strategy::Name { css, names }),
        (text, prop::collection::vec(text, 0..3)).prop_map(|(css, names)| Strategy::Near { css, names }),
        (text, 0..99u16, 1..99u16).prop_map(|(css, index, of)| Strategy::At { css, index, of }),
    ];
    let option = (text, prop::collection::vec(text, 0..3))
        .prop_map(|(key, names)| latchkey::portal::locator::Meaning { key, names });
    (
        text,
        any::<[bool; 3]>(),
        (prop::option::of(text), prop::collection::vec(text, 0..3)),
        prop::collection::vec(strategy, 0..4),
        0..9u16,
        0..9u16,
        prop::collection::vec(option, 0..3),
    )
        .prop_map(
            |(id, [hand, secret, deep], (within, titled), strategies, least, most, options)| Locator {
                id,
                hand,
                secret,
                deep,
                within,
                titled,
                strategies,
                least,
                most,
                options,
            },
        )
}

fn act() -> impl Strategy_<Value = Act> {
    prop_oneof![
        any::<bool>().prop_map(|checked| Act::Set { checked }),
        ".{0,40}".prop_map(|text| Act::Fill { text }),
        ".{0,40}".prop_map(|option| Act::Choose { option }),
        Just(Act::Press),
    ]
}

fn allowed() -> impl Strategy_<Value = Allowed> {
    prop_oneof![
        any::<bool>().prop_map(|checked| Allowed::Set { checked }),
        "[0-9a-f]{64}".prop_map(|digest| Allowed::Fill { digest }),
        ".{0,40}".prop_map(|option| Allowed::Choose { option }),
        Just(Allowed::Press),
    ]
}

fn verb() -> impl Strategy_<Value = Verb> {
    let headers = || {
        prop::option::of("[ -~]{0,20}")
            .prop_map(|accept| accept.into_iter().map(|accept| ("accept".to_owned(), accept)).collect())
    };
    let path = || "/api/data/v9\\.[0-9]/[A-Za-z()$=?&%]{0,30}";
    prop_oneof![
        Just(Verb::Page),
        prop::collection::vec(locator(), 0..3).prop_map(|locators| Verb::Snapshot { locators }),
        (path(), headers()).prop_map(|(path, headers)| Verb::Get { path, headers }),
        prop::collection::vec(path(), 0..4).prop_map(|paths| Verb::Batch { paths }),
        ("[ -~]{0,20}", act()).prop_map(|(locator, act)| Verb::Act { locator, act }),
        prop::collection::vec((locator(), allowed()), 0..3).prop_map(|acts| Verb::Grant {
            writes: Vec::new(),
            acts: acts
                .into_iter()
                .map(|(locator, act)| GrantedAct { locator, act })
                .collect(),
        }),
        (path(), headers(), prop::option::of(".{0,40}")).prop_map(|(path, headers, body)| Verb::Write {
            method: Method::Post,
            path,
            headers,
            body
        }),
        (
            prop::option::of(Just(Side::Left)),
            prop::option::of(any::<bool>()),
            prop::option::of(any::<u16>())
        )
            .prop_map(|(side, collapsed, width)| Verb::Dock { side, collapsed, width }),
    ]
}

use proptest::strategy::Strategy as Strategy_;

proptest! {
    #[test]
    fn any_json_is_read_or_refused_and_never_more(value in json()) {
        if let Ok(said) = Said::from_json(&value) {
            prop_assert_eq!(Said::from_json(&said.to_json()).unwrap(), said);
        }
        if let Ok(call) = Call::from_json(&value) {
            prop_assert_eq!(Call::from_json(&call.to_json()).unwrap(), call);
        }
    }

    #[test]
    fn any_call_survives_the_wire(id in any::<u32>(), verb in verb()) {
        let call = Call { id, verb };
        let text = json::text(&call.to_json());
        prop_assert_eq!(Call::from_json(&json::parse(&text).unwrap()).unwrap(), call);
    }
}

#[test]
fn of_several_things_all_are_listed_and_none_if_the_list_is_cut_off() {
    let rows = locators::find("bright-pattern.accounts").unwrap();
    let mut sighting = Sighting {
        id: rows.id.clone(),
        hit: None,
        count: 0,
        elements: Vec::new(),
    };
    assert_eq!(
        rows.read(&sighting).unwrap(),
        serde_json::json!({ "there": false, "all": [] })
    );
    let answers = examples(include_str!("verbs/answers.json"));
    sighting.elements = Vec::<Sighting>::from_json(&answers[1]["ok"])
        .unwrap()
        .remove(0)
        .elements;
    (sighting.hit, sighting.count) = (Some(0), 1);
    assert_eq!(rows.read(&sighting).unwrap()["all"][0]["name"], "Turn on");
    sighting.count = 101;
    assert!(matches!(rows.read(&sighting), Err(TransportError::NotFound { .. })));
}

#[test]
fn only_the_name_of_one_host_is_asked_for() {
    use latchkey::portal::page::is_host;
    for host in ["sales.latchkey-frame.test", "contoso.my.salesforce.com", "a.b"] {
        assert!(is_host(host), "{host}");
    }
    for odd in [
        "*",
        "*.com",
        "",
        ".",
        "localhost",
        "a..b",
        "a.b.",
        "a.b/",
        "a.b:1",
        "[::1]",
        "A.b",
        "a_b.c",
        "a.%2a",
    ] {
        assert!(!is_host(odd), "{odd}");
    }
}
