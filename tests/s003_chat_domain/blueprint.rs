//! A blueprint beside the environment it is opened in.

use latchkey::domain::chat::Unread;
use latchkey::domain::chat::blueprint::compare::*;
use latchkey::domain::chat::blueprint::file::{read, write};
use latchkey::domain::chat::blueprint::{Blueprint, RecordType, ViewChoice};
use latchkey::domain::chat::context_card::View;
use latchkey::domain::chat::key_updates::{ColumnRefusal, Problem, Separator, TableRefusal};
use latchkey::domain::chat::pane_access::TeamsInPane;
use latchkey::domain::chat::record_type::{Configuration, Switch};
use latchkey::domain::chat::setting::Scope;
use latchkey::domain::chat::site_map;
use latchkey::domain::chat::table::Column;

use crate::blueprint_file::{OTHER, VIEW, names, whole};

struct There {
    scope: Scope,
    apps: Vec<(String, String)>,
    record_types: Vec<(String, Configuration)>,
    tables: Vec<String>,
    views: Vec<(String, View)>,
    columns: Vec<Column>,
    site_maps: Vec<(String, SiteMapHere)>,
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
            SiteMapHere::Read(site_map::read("<SiteMap><Area Id='a'><Group Id='g'/></Area></SiteMap>").unwrap()),
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

/// Whether a table can have key updates, as told.
type KeyUpdates = dyn Fn(&str) -> Result<Option<TableRefusal>, Unread>;

fn here<'a>(
    there: &'a There,
    columns: &'a dyn Fn(&str) -> Option<&'a [Column]>,
    key_updates: &'a KeyUpdates,
) -> Here<'a> {
    Here {
        scope: Some(Some(&there.scope)),
        apps: Some(&there.apps),
        record_types: Some(&there.record_types),
        unresolved_types: false,
        has_column: &|_| true,
        tables: Some(&there.tables),
        views: Some(&there.views),
        columns,
        key_updates,
        timeline: Some(Some(false)),
        site_maps: Some(&there.site_maps),
        roles: Some(&there.roles),
        profiles: Some(&there.profiles),
    }
}

/// The comparison where this is told of key updates.
fn lines_where(blueprint: &Blueprint, there: &There, key_updates: &KeyUpdates) -> Vec<Line> {
    let columns = |_: &str| Some(there.columns.as_slice());
    compare(blueprint, &here(there, &columns, key_updates))
}

/// The comparison, after `change` of what was read.
fn lines(blueprint: &Blueprint, there: &There, change: impl FnOnce(&mut Here<'_>)) -> Vec<Line> {
    let columns = |_: &str| Some(there.columns.as_slice());
    let mut here = here(there, &columns, &|_| Ok(None));
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
fn s003_88_89_key_updates_are_not_offered_for_a_table_without_them_nor_where_that_was_not_read() {
    let wants = [
        Subject::Switch("incident".to_owned(), Switch::KeyUpdates),
        Subject::Followed("incident".to_owned()),
    ];
    let (virtual_, silent) = (TableRefusal::Virtual, TableRefusal::NoUpdateMessage);
    for (told, came_to) in [
        (Ok(Some(virtual_)), Outcome::NoKeyUpdates(virtual_)),
        (Ok(Some(silent)), Outcome::NoKeyUpdates(silent)),
        (Err(Unread), Outcome::NotRead),
    ] {
        let lines = lines_where(&whole(), &there(), &move |_| told);
        for subject in &wants {
            assert_eq!(outcome(&lines, subject), came_to, "{subject:?}");
        }
    }
    // They can be switched off, and nothing be followed, whatever the table is.
    let mut off = whole();
    off.record_types[0].switches = vec![(Switch::KeyUpdates, false)];
    off.record_types[0].followed = Some(Vec::new());
    let mut there = there();
    there.record_types[0].1 = Configuration::new("incident", Separator::Comma);
    there.record_types[0].1.set(Switch::KeyUpdates, Some(true));
    let lines = lines_where(&off, &there, &move |_| Ok(Some(virtual_)));
    for subject in &wants {
        assert!(matches!(outcome(&lines, subject), Outcome::Wish(_)), "{subject:?}");
    }
}

#[test]
fn a_table_is_not_missing_where_record_types_are_whose_table_is_not_known() {
    let mut blueprint = whole();
    blueprint.record_types[0].table = "cr1_gone".to_owned();
    let lines = lines(&blueprint, &there(), |here| here.unresolved_types = true);
    let gone = Subject::RecordType("cr1_gone".to_owned());
    assert_eq!(outcome(&lines, &gone), Outcome::NotRead);
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
        there.site_maps[0].1 = SiteMapHere::Read(site_map::read(xml).unwrap());
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
    // One that is not understood may hold it; one of a solution is not changed.
    for (other, came_to) in [
        (SiteMapHere::Unreadable, Outcome::NotRead),
        (SiteMapHere::Managed, Outcome::Managed),
    ] {
        let mut there = there();
        there.site_maps[0].1 = other;
        assert_eq!(outcome(&lines(&whole(), &there, |_| {}), &page), came_to);
    }
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
            unresolved_types: false,
            columns: here.columns,
            key_updates: &|_| Err(Unread),
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
        here.scope = Some(None);
    });
    // Its switch is on the page alone, where the admin turns it.
    let scope = old.iter().find(|line| line.subject == Subject::Scope).unwrap();
    assert_eq!((&scope.outcome, &scope.here), (&Outcome::ByHand, &None));
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
