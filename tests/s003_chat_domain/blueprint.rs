//! Blueprints: the file held against its schema, and the comparison with the environment it is opened in.

use std::sync::LazyLock;

use latchkey::domain::chat::blueprint::compare::*;
use latchkey::domain::chat::blueprint::file::{FileError, read, write};
use latchkey::domain::chat::blueprint::{Blueprint, Page, Profile, RecordType, Role, ViewChoice};
use latchkey::domain::chat::context_card::View;
use latchkey::domain::chat::key_updates::{ColumnRefusal, Problem, Separator};
use latchkey::domain::chat::pane_access::TeamsInPane;
use latchkey::domain::chat::record_type::{Configuration, Switch};
use latchkey::domain::chat::setting::Scope;
use latchkey::domain::chat::site_map;
use latchkey::domain::chat::table::Column;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

const VIEW: &str = "067c952a-1079-4f3f-99b0-f2ed0ccc88d5";
const OTHER: &str = "936aa814-b714-45e7-bfbe-70bd5b83a993";

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

/// Everything a blueprint can speak of.
fn whole() -> Blueprint {
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

// The file.

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
        assert_eq!(read(&file.to_string()), Err(FileError::At(format!("{list}[{end}]"))));
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,60}") {
        let _ = read(&text);
    }
}

// The comparison.

struct There {
    scope: Scope,
    apps: Vec<(String, String)>,
    record_types: Vec<(String, Configuration)>,
    tables: Vec<String>,
    views: Vec<(String, View)>,
    columns: Vec<Column>,
    site_maps: Vec<(String, site_map::SiteMap)>,
    roles: Vec<RoleHere>,
    profiles: Vec<ProfileHere>,
}

fn view(id: &str, name: &str) -> (String, View) {
    let view = View {
        id: id.to_owned(),
        name: name.to_owned(),
        query_type: 0,
        default: false,
    };
    ("incident".to_owned(), view)
}

fn column(name: &str, type_name: &str) -> Column {
    Column {
        logical_name: name.to_owned(),
        type_name: Some(type_name.to_owned()),
        readable: true,
        ..Column::default()
    }
}

/// An environment that has everything of [`whole`], and nothing as it wants it.
fn there() -> There {
    There {
        scope: Scope::Off,
        apps: [("CustomerServiceHub", "Customer Service Hub"), ("cr1_desk", "Desk")]
            .map(|(unique, name)| (unique.to_owned(), name.to_owned()))
            .to_vec(),
        record_types: vec![
            ("incident".to_owned(), Configuration::default()),
            ("account".to_owned(), Configuration::default()),
        ],
        tables: names(&["msdyn_workorder"]),
        views: vec![view(VIEW, "Case introduction message"), view(OTHER, "Active Cases")],
        columns: vec![column("prioritycode", "PicklistType"), column("statecode", "StateType")],
        site_maps: vec![(
            "cr1_desk".to_owned(),
            site_map::read("<SiteMap><Area Id='a'><Group Id='g'/></Area></SiteMap>").unwrap(),
        )],
        roles: vec![
            RoleHere {
                id: "1".to_owned(),
                name: "Service desk".to_owned(),
                template_id: Some(OTHER.to_owned()),
                complete: false,
            },
            RoleHere {
                id: "2".to_owned(),
                name: "Night desk".to_owned(),
                template_id: None,
                complete: true,
            },
        ],
        profiles: vec![ProfileHere {
            id: "p".to_owned(),
            unique_name: "cr1_desk_profile".to_owned(),
            teams: Some(TeamsInPane::Off),
            has_tab: true,
        }],
    }
}

/// The comparison, after `change` of what was read.
fn lines(blueprint: &Blueprint, there: &There, change: impl FnOnce(&mut Here<'_>)) -> Vec<Line> {
    let columns = |_: &str| Some(there.columns.as_slice());
    let mut here = Here {
        scope: Some(&there.scope),
        apps: Some(&there.apps),
        record_types: Some(&there.record_types),
        has_column: &|_| true,
        tables: Some(&there.tables),
        views: Some(&there.views),
        columns: &columns,
        timeline: Some(Some(false)),
        site_maps: Some(&there.site_maps),
        roles: Some(&there.roles),
        profiles: Some(&there.profiles),
    };
    change(&mut here);
    compare(blueprint, &here)
}

fn outcome(lines: &[Line], subject: &Subject) -> Outcome {
    let found: Vec<&Line> = lines.iter().filter(|line| line.subject == *subject).collect();
    assert_eq!(found.len(), 1, "{subject:?}");
    found[0].outcome.clone()
}

fn case_view() -> Subject {
    Subject::View("incident".to_owned())
}

#[test]
fn what_differs_is_offered_in_this_environment_s_own_ids() {
    let lines = lines(&whole(), &there(), |_| {});
    let wishes: Vec<Wish> = lines
        .iter()
        .filter_map(|line| match &line.outcome {
            Outcome::Wish(wish) => Some(wish.clone()),
            _ => None,
        })
        .collect();
    let case = || "incident".to_owned();
    assert_eq!(
        wishes,
        [
            Wish::Scope(Scope::Selected(names(&["CustomerServiceHub", "cr1_desk"]))),
            Wish::Switch(case(), Switch::RecordOwnerCanDisconnect, true),
            Wish::Switch(case(), Switch::ChatConnectorCanDisconnect, true),
            Wish::Switch(case(), Switch::JoinChat, true),
            Wish::Switch(case(), Switch::KeyUpdates, true),
            Wish::View(case(), Some(VIEW.to_owned())),
            Wish::Follow(case(), names(&["prioritycode", "statecode"])),
            Wish::Timeline(true),
            Wish::Page(whole().pages[0].clone()),
            Wish::Role("1".to_owned()),
            Wish::Teams("p".to_owned(), true),
        ]
    );
    let same: Vec<&Subject> = lines
        .iter()
        .filter(|line| line.outcome == Outcome::Same)
        .map(|line| &line.subject)
        .collect();
    assert_eq!(
        same,
        [
            &Subject::Switch(case(), Switch::IncludeNote),
            &Subject::View("account".to_owned()),
            &Subject::Role("Night desk".to_owned())
        ]
    );
}

#[test]
fn the_three_columns_are_the_file_here_now_and_what_the_article_starts_with() {
    let lines = lines(&whole(), &there(), |_| {});
    let of = |subject: &Subject| lines.iter().find(|line| line.subject == *subject).unwrap();
    let scope = of(&Subject::Scope);
    assert_eq!(scope.here, Some(Value::Names(Vec::new())));
    assert_eq!(scope.article, Some(Value::Names(names(&["CustomerServiceHub"]))));
    let join = of(&Subject::Switch("incident".to_owned(), Switch::JoinChat));
    assert_eq!(
        (&join.file, &join.here, &join.article),
        (&Value::Bool(true), &Some(Value::Bool(false)), &Some(Value::Bool(true)))
    );
    let followed = of(&Subject::Followed("incident".to_owned()));
    let preset = names(&["prioritycode", "statecode", "statuscode"]);
    assert_eq!(followed.article, Some(Value::Names(preset)));
}

#[test]
fn an_environment_compared_with_its_own_blueprint_differs_in_nothing() {
    let mut there = there();
    let mut configuration = Configuration::new("incident", Separator::Semicolon);
    configuration.view = Some(format!("{{{}}}", VIEW.to_uppercase()));
    there.record_types[0].1 = configuration;
    there.columns.push(column("statuscode", "StatusType"));
    let views: Vec<View> = there.views.iter().map(|(_, view)| view.clone()).collect();
    let taken = Blueprint {
        scope: Some(there.scope.clone()),
        record_types: there
            .record_types
            .iter()
            .map(|(table, configuration)| RecordType::of(table, table, configuration, &|_| true, &views))
            .collect(),
        timeline: Some(false),
        ..Blueprint::default()
    };
    let lines = lines(&read(&write(&taken)).unwrap(), &there, |_| {});
    assert_eq!(lines.len(), 1 + 2 * 7 + 1);
    for line in lines {
        assert_eq!(line.outcome, Outcome::Same, "{:?}", line.subject);
        assert_eq!(Some(line.file), line.here);
    }
}

#[test]
fn a_missing_app_is_reported_and_no_smaller_selection_is_made_of_the_rest() {
    let mut there = there();
    there.apps.pop();
    let scope = outcome(&lines(&whole(), &there, |_| {}), &Subject::Scope);
    assert_eq!(scope, Outcome::Missing(names(&["cr1_desk"])));
    // "All apps" and "off" need none.
    let mut all = whole();
    all.scope = Some(Scope::All);
    assert_eq!(
        outcome(&lines(&all, &there, |_| {}), &Subject::Scope),
        Outcome::Wish(Wish::Scope(Scope::All))
    );
}

#[test]
fn a_table_that_is_no_record_type_yet_is_added_and_told_apart_from_what_a_new_one_starts_with() {
    let mut blueprint = whole();
    blueprint.record_types = vec![RecordType {
        table: "msdyn_workorder".to_owned(),
        switches: vec![(Switch::RecordOwnerCanDisconnect, true), (Switch::JoinChat, true)],
        ..RecordType::default()
    }];
    let order = || "msdyn_workorder".to_owned();
    let lines = lines(&blueprint, &there(), |_| {});
    assert_eq!(
        outcome(&lines, &Subject::RecordType(order())),
        Outcome::Wish(Wish::Add(order()))
    );
    let owner = Subject::Switch(order(), Switch::RecordOwnerCanDisconnect);
    assert_eq!(outcome(&lines, &owner), Outcome::Same);
    let join = Subject::Switch(order(), Switch::JoinChat);
    assert_eq!(
        outcome(&lines, &join),
        Outcome::Wish(Wish::Switch(order(), Switch::JoinChat, true))
    );
}

#[test]
fn a_missing_table_is_one_line_and_nothing_is_offered_for_it() {
    let mut blueprint = Blueprint {
        record_types: whole().record_types,
        ..Blueprint::default()
    };
    blueprint.record_types[0].table = "cr1_gone".to_owned();
    let lines = lines(&blueprint, &there(), |_| {});
    let gone = Subject::RecordType("cr1_gone".to_owned());
    assert_eq!(outcome(&lines, &gone), Outcome::Missing(names(&["cr1_gone"])));
    assert_eq!(lines.len(), 2, "that line and the other type's view");
}

#[test]
fn a_view_is_found_by_its_id_even_when_renamed_else_by_its_one_name_and_never_guessed() {
    let mut there = there();
    there.views = vec![view(VIEW, "Renamed"), view(OTHER, "Case introduction message")];
    let found = |there: &There| outcome(&lines(&whole(), there, |_| {}), &case_view());
    let takes = |id: &str| Outcome::Wish(Wish::View("incident".to_owned(), Some(id.to_owned())));
    assert_eq!(found(&there), takes(VIEW));
    there.views.remove(0);
    assert_eq!(found(&there), takes(OTHER));
    there.views.push(view("f3", "Case introduction message"));
    assert_eq!(found(&there), Outcome::Ambiguous("Case introduction message".into()));
    there.views = vec![view(OTHER, "Case introduction Message")];
    assert_eq!(found(&there), Outcome::Missing(names(&["Case introduction message"])));
    // A view of another table is another view.
    there.views = vec![("account".to_owned(), view(VIEW, "Case introduction message").1)];
    assert_eq!(found(&there), Outcome::Missing(names(&["Case introduction message"])));
}

#[test]
fn the_default_view_is_wished_where_one_is_chosen_even_if_that_is_no_id() {
    let mut blueprint = whole();
    blueprint.record_types[0].view = Some(ViewChoice::Default);
    for written in [VIEW, "not an id"] {
        let mut there = there();
        there.record_types[0].1.view = Some(written.to_owned());
        let view = outcome(&lines(&blueprint, &there, |_| {}), &case_view());
        assert_eq!(
            view,
            Outcome::Wish(Wish::View("incident".to_owned(), None)),
            "{written}"
        );
    }
}

#[test]
fn columns_that_are_missing_or_cannot_be_followed_here_are_named() {
    let mut there = there();
    there.columns = vec![column("prioritycode", "ImageType")];
    let followed = outcome(
        &lines(&whole(), &there, |_| {}),
        &Subject::Followed("incident".to_owned()),
    );
    assert_eq!(
        followed,
        Outcome::Refused(vec![
            Problem::Refused("prioritycode".into(), ColumnRefusal::Image),
            Problem::Missing("statecode".into())
        ])
    );
}

#[test]
fn a_role_is_found_by_template_else_by_its_one_name() {
    let mut there = there();
    there.roles[0].template_id = None;
    let desk = Subject::Role("Desk".to_owned());
    assert_eq!(
        outcome(&lines(&whole(), &there, |_| {}), &desk),
        Outcome::Missing(names(&["Desk"]))
    );
    for role in &mut there.roles {
        role.name = "Desk".to_owned();
    }
    assert_eq!(
        outcome(&lines(&whole(), &there, |_| {}), &desk),
        Outcome::Ambiguous("Desk".into())
    );
    // Two roles without a template do not have the same one.
    assert_eq!(
        outcome(
            &lines(&whole(), &there, |_| {}),
            &Subject::Role("Night desk".to_owned())
        ),
        Outcome::Missing(names(&["Night desk"]))
    );
}

#[test]
fn a_page_wants_exactly_its_place_unless_it_is_there_already() {
    let page = Subject::Page("cr1_desk".to_owned());
    let with = |xml: &str| {
        let mut there = there();
        there.site_maps[0].1 = site_map::read(xml).unwrap();
        outcome(&lines(&whole(), &there, |_| {}), &page)
    };
    assert_eq!(with("<SiteMap/>"), Outcome::Missing(names(&["a", "g"])));
    assert_eq!(
        with("<SiteMap><Area Id='a'><Group Id='g'/><Group Id='g'/></Area></SiteMap>"),
        Outcome::Ambiguous("g".into())
    );
    let url = site_map::URL.replace('&', "&amp;");
    let elsewhere = format!("<SiteMap><Area Id='b'><Group Id='h'><SubArea Url='{url}'/></Group></Area></SiteMap>");
    assert_eq!(with(&elsewhere), Outcome::Same);
    let mut nowhere = there();
    nowhere.site_maps.clear();
    assert_eq!(
        outcome(&lines(&whole(), &nowhere, |_| {}), &page),
        Outcome::Missing(names(&["cr1_desk"]))
    );
}

#[test]
fn a_profile_without_a_teams_tab_or_with_an_unclear_pane_is_the_admin_s_own_hand() {
    let profile = Subject::Profile("cr1_desk_profile".to_owned());
    let with = |teams, has_tab| {
        let mut there = there();
        there.profiles[0].teams = teams;
        there.profiles[0].has_tab = has_tab;
        outcome(&lines(&whole(), &there, |_| {}), &profile)
    };
    assert_eq!(with(Some(TeamsInPane::On), true), Outcome::Same);
    assert_eq!(with(Some(TeamsInPane::Off), false), Outcome::ByHand);
    assert_eq!(with(Some(TeamsInPane::NoPane), false), Outcome::ByHand);
    assert_eq!(with(Some(TeamsInPane::Unclear), true), Outcome::ByHand);
    assert_eq!(with(None, true), Outcome::NotRead);
    let mut nobody = there();
    nobody.profiles.clear();
    assert_eq!(
        outcome(&lines(&whole(), &nobody, |_| {}), &profile),
        Outcome::Missing(names(&["Desk"]))
    );
}

#[test]
fn what_was_not_read_is_never_taken_for_missing_or_same() {
    let nothing = lines(&whole(), &there(), |here| {
        *here = Here {
            scope: None,
            apps: None,
            record_types: None,
            has_column: here.has_column,
            tables: None,
            views: None,
            columns: here.columns,
            timeline: None,
            site_maps: None,
            roles: None,
            profiles: None,
        };
    });
    assert_eq!(nothing.len(), 1 + 2 + 1 + 1 + 2 + 1);
    for line in nothing {
        assert_eq!(
            (&line.outcome, &line.here),
            (&Outcome::NotRead, &None),
            "{:?}",
            line.subject
        );
    }
    let no_views = lines(&whole(), &there(), |here| here.views = None);
    assert_eq!(outcome(&no_views, &case_view()), Outcome::NotRead);
    let no_columns = lines(&whole(), &there(), |here| here.columns = &|_| None);
    assert_eq!(
        outcome(&no_columns, &Subject::Followed("incident".to_owned())),
        Outcome::NotRead
    );
}

#[test]
fn what_an_older_generation_lacks_is_said_to_be_so() {
    let old = lines(&whole(), &there(), |here| {
        here.has_column = &|column| !matches!(column, "msdyn_isenabledforbot" | "msdyn_filteringattributes");
        here.timeline = Some(None);
    });
    for subject in [
        Subject::Switch("incident".to_owned(), Switch::KeyUpdates),
        Subject::Followed("incident".to_owned()),
        Subject::Timeline,
    ] {
        assert_eq!(outcome(&old, &subject), Outcome::NotInThisGeneration);
    }
    let taken = RecordType::of(
        "incident",
        "Case",
        &Configuration::default(),
        &|column| column.len() < 20,
        &[],
    );
    assert!(taken.switches.is_empty() && taken.followed.is_none());
}
