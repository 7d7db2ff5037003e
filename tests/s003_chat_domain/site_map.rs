//! The settings page in a site map (S003-25 to S003-28), its XML read again by a reader of another make.

use latchkey::domain::chat::site_map::*;
use latchkey::domain::chat::site_map_difference::{How, differences};
use latchkey::domain::chat::xml::Fault;
use proptest::prelude::*;

/// As exported from the App Designer, with another's page, titles, comments and odd spacing.
const MAP: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<SiteMap IntroducedVersion=\"7.0.0.0\">\r\n  \
    <!-- ours & theirs -->\r\n  <Area Id=\"area_1\" ShowGroups=\"true\">\r\n    <Titles>\r\n      \
    <Title LCID=\"1033\" Title=\"Service &amp; sales\" />\r\n    </Titles>\r\n    <Group Id=\"group_1\">\r\n      \
    <SubArea Id=\"nav_cases\" Entity=\"incident\" />\r\n      <SubArea Id='odd' Url='https://contoso.com/?a=1&#38;b=2'>\r\n        \
    <Titles><Title LCID='1036' Title='L&apos;été'/></Titles>\r\n      </SubArea>\r\n    </Group>\r\n    \
    <Group Id=\"empty\" Title=\"Old way\"/>\r\n    <Group Id=\"open\"></Group>\r\n    \
    <Group Id=\"titled\">\r\n      <Titles><Title LCID=\"1033\" Title=\"T\" /></Titles>\r\n    </Group>\r\n  </Area>\r\n  \
    <Area Id=\"area_2\"><Group Id=\"group_1\"/></Area>\r\n</SiteMap>\r\n";

fn titles() -> [Title; 2] {
    [(1033, "Teams chat \"settings\" <&>"), (1041, "Teams チャットの設定")].map(|(lcid, text)| Title {
        lcid,
        text: text.to_owned(),
    })
}

/// Every SubArea's id and URL, as another reader sees them.
fn read_elsewhere(xml: &str) -> Vec<(String, Option<String>)> {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut found = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == b"SubArea" => {
                let attribute = |name: &str| {
                    let found = tag.try_get_attribute(name).unwrap()?;
                    Some(found.unescape_value().unwrap().into_owned())
                };
                found.push((attribute("Id").unwrap_or_default(), attribute("Url")));
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

fn added(xml: &str, area: &str, group: &str) -> String {
    add(xml, area, group, &titles()).unwrap().applied(xml).unwrap()
}

#[test]
fn s003_25_areas_and_groups_are_listed_with_their_titles() {
    let map = read(MAP).unwrap();
    let listed: Vec<(&str, Vec<&str>)> = map
        .areas
        .iter()
        .map(|area| {
            (
                area.id.as_str(),
                area.groups.iter().map(|group| group.id.as_str()).collect(),
            )
        })
        .collect();
    assert_eq!(
        listed,
        [
            ("area_1", vec!["group_1", "empty", "open", "titled"]),
            ("area_2", vec!["group_1"])
        ]
    );
    assert_eq!(map.areas[0].titles[0].text, "Service & sales");
    assert_eq!(
        (
            map.areas[0].groups[1].titles[0].lcid,
            map.areas[0].groups[1].titles[0].text.as_str()
        ),
        (0, "Old way")
    );
    assert_eq!(map.pages, []);
}

#[test]
fn s003_26_the_page_is_added_to_the_chosen_group_and_every_other_byte_stays() {
    for (area, group) in [
        ("area_1", "group_1"),
        ("area_1", "empty"),
        ("area_1", "open"),
        ("area_1", "titled"),
        ("area_2", "group_1"),
    ] {
        let splice = add(MAP, area, group, &titles()).unwrap();
        let after = splice.applied(MAP).unwrap();
        assert_eq!(MAP[..splice.at], after[..splice.at]);
        assert!(after.ends_with(&MAP[splice.at + splice.removed.len()..]));
        let page = &read(&after).unwrap().pages[..];
        assert_eq!(page.len(), 1);
        assert_eq!(
            (page[0].area.as_str(), page[0].group.as_str(), page[0].exact),
            (area, group, true)
        );
        let mut elsewhere = read_elsewhere(&after);
        elsewhere.retain(|(id, _)| *id == page[0].id);
        assert_eq!(elsewhere, [("teams_chat_settings".to_owned(), Some(URL.to_owned()))]);
        assert_eq!(splice.undo().applied(&after).as_deref(), Some(MAP));
    }
}

#[test]
fn s003_26_it_stands_in_line_with_the_entry_before_it() {
    let after = added(MAP, "area_1", "group_1");
    assert!(after.contains("      </SubArea>\r\n      <SubArea Id=\"teams_chat_settings\""));
    assert!(added(MAP, "area_1", "empty").contains("<Group Id=\"empty\" Title=\"Old way\"><SubArea Id="));
}

#[test]
fn s003_26_the_titles_are_written_so_that_nothing_in_them_is_markup() {
    let after = added(MAP, "area_1", "group_1");
    assert!(after.contains("Title=\"Teams chat &quot;settings&quot; &lt;&amp;&gt;\""));
    assert!(after.contains("<Title LCID=\"1041\" Title=\"Teams チャットの設定\" />"));
}

#[test]
fn s003_26_the_id_is_one_nobody_has_in_any_case() {
    let taken = MAP
        .replace("nav_cases", "Teams_Chat_Settings")
        .replace("area_2", "teams_chat_settings_2");
    let after = added(&taken, "area_1", "group_1");
    assert_eq!(read(&after).unwrap().pages[0].id, "teams_chat_settings_3");
}

#[test]
fn s003_27_the_url_is_the_published_one_with_its_ampersand_escaped_in_the_xml() {
    assert_eq!(
        URL,
        "/main.aspx?pagetype=control&controlName=MscrmControls.TeamsCollaborationAdmin.TeamsCollaborationAdmin"
    );
    let after = added(MAP, "area_1", "group_1");
    assert!(after.contains("?pagetype=control&amp;controlName=MscrmControls"));
}

#[test]
fn s003_27_a_page_that_is_there_is_found_however_its_url_is_escaped_and_not_added_again() {
    for escaped in ["&amp;", "&#38;", "&#x26;"] {
        let url = URL.replace('&', escaped);
        let map = MAP.replace(
            "<SubArea Id=\"nav_cases\"",
            &format!("<SubArea Id=\"mine\" Url=\"{url}\"/><SubArea Id=\"nav_cases\""),
        );
        let page = &read(&map).unwrap().pages[0];
        assert!(page.exact);
        assert_eq!(page.id, "mine");
        assert_eq!(
            add(&map, "area_2", "group_1", &titles()),
            Err(SiteMapError::AlreadyThere("mine".into()))
        );
    }
    let twice = added(MAP, "area_2", "group_1");
    assert!(matches!(
        add(&twice, "area_1", "group_1", &titles()),
        Err(SiteMapError::AlreadyThere(_))
    ));
}

#[test]
fn s003_27_another_spelling_that_opens_the_page_is_told_apart_from_the_exact_url() {
    let other = URL.to_uppercase().replace('&', "&amp;appid=1&amp;");
    let map = MAP.replace("Entity=\"incident\"", &format!("Url=\"{other}\""));
    let page = &read(&map).unwrap().pages[0];
    assert_eq!((page.id.as_str(), page.exact), ("nav_cases", false));
    let twice_escaped = MAP.replace(
        "Entity=\"incident\"",
        &format!("Url=\"{}\"", URL.replace('&', "&amp;amp;")),
    );
    assert!(!read(&twice_escaped).unwrap().pages[0].exact);
    let another = MAP.replace(
        "Entity=\"incident\"",
        "Url=\"/main.aspx?pagetype=control&amp;controlName=Contoso.X\"",
    );
    assert_eq!(read(&another).unwrap().pages, []);
}

#[test]
fn s003_26_a_group_that_is_not_there_or_not_one_is_refused() {
    for (area, group) in [("area_1", "gone"), ("gone", "group_1"), ("", "")] {
        assert!(matches!(
            add(MAP, area, group, &titles()),
            Err(SiteMapError::NoPlace { .. })
        ));
    }
    let double = MAP.replace("area_2", "area_1");
    assert!(matches!(
        add(&double, "area_1", "group_1", &titles()),
        Err(SiteMapError::NoPlace { .. })
    ));
}

#[test]
fn s003_28_undo_gives_the_site_map_of_before_and_refuses_where_something_else_stands() {
    let splice = add(MAP, "area_1", "group_1", &titles()).unwrap();
    let after = splice.applied(MAP).unwrap();
    let changed = after.replace("LCID=\"1041\"", "LCID=\"1042\"");
    assert_eq!(splice.undo().applied(&changed), None);
    assert_eq!(splice.undo().applied(""), None);
    assert_eq!(splice.undo().applied(MAP), None);
}

#[test]
fn s003_28_a_page_in_a_site_map_written_anew_is_still_taken_out_and_nothing_else() {
    let after = added(MAP, "area_1", "group_1");
    let before_changed = MAP.replace("L&apos;été", "La neige, plus longue");
    let changed = after.replace("L&apos;été", "La neige, plus longue");
    let removal = remove(&changed, "teams_chat_settings").unwrap();
    assert_eq!(removal.applied(&changed).as_deref(), Some(before_changed.as_str()));
    assert_eq!(removal.undo().applied(&before_changed), Some(changed));
    assert_eq!(
        remove(MAP, "nav_cases"),
        Err(SiteMapError::NotThere("nav_cases".into())),
        "only the page is ever taken out"
    );
}

#[test]
fn s003_28_a_site_map_that_is_not_understood_is_never_written() {
    let group = "<Area Id='a'><Group Id='g'>";
    for (odd, fault) in [
        (String::new(), Fault::Malformed),
        ("not xml".into(), Fault::Malformed),
        ("<AppModule/>".into(), Fault::Unexpected),
        (format!("<SiteMap>{group}</Group></Area>"), Fault::Malformed),
        (format!("<SiteMap>{group}</Area></Group></SiteMap>"), Fault::Malformed),
        ("<SiteMap><Area Id='a' Id='b'/></SiteMap>".into(), Fault::Malformed),
        ("<SiteMap><Area Id=a/></SiteMap>".into(), Fault::Malformed),
        ("<SiteMap><Area Id='<'/></SiteMap>".into(), Fault::Malformed),
        ("<SiteMap><Area Id='a'x='b'/></SiteMap>".into(), Fault::Malformed),
        ("<SiteMap><Area Id='&'/></SiteMap>".into(), Fault::Malformed),
        ("<SiteMap><Area Id='&#0;'/></SiteMap>".into(), Fault::Malformed),
        ("<SiteMap><Area Id='&#+65;'/></SiteMap>".into(), Fault::Malformed),
        ("<SiteMap><Area Id='&nbsp;'/></SiteMap>".into(), Fault::Refused),
        ("<SiteMap/><SiteMap/>".into(), Fault::Malformed),
        ("<SiteMap/>rest".into(), Fault::Malformed),
        ("<SiteMap><!-- a -- b --></SiteMap>".into(), Fault::Malformed),
        ("<SiteMap><![CDATA[<Area/>]]></SiteMap>".into(), Fault::Refused),
        (
            "<!DOCTYPE SiteMap [<!ENTITY x SYSTEM 'file:///'>]><SiteMap/>".into(),
            Fault::Refused,
        ),
        ("<SiteMap><?php x ?></SiteMap>".into(), Fault::Refused),
        ("<SiteMap/><?xml version='1.0'?>".into(), Fault::Refused),
        ("<SiteMap>".repeat(100_000), Fault::TooMuch),
        (
            format!(
                "<SiteMap><Area {}/></SiteMap>",
                (0..100_000).map(|at| format!(" a{at}=''")).collect::<String>()
            ),
            Fault::TooMuch,
        ),
    ] {
        let error = read(&odd).unwrap_err();
        assert_eq!(error.fault, fault, "{}", odd.chars().take(80).collect::<String>());
        assert_eq!(add(&odd, "a", "g", &titles()), Err(SiteMapError::Xml(error)));
        assert_eq!(remove(&odd, "a"), Err(SiteMapError::Xml(error)));
    }
}

#[test]
fn s003_28_a_site_map_cut_off_anywhere_is_not_understood() {
    let whole = MAP.trim_end();
    for (at, _) in whole.char_indices() {
        assert!(read(&whole[..at]).is_err(), "{}", &whole[..at]);
    }
    assert!(read(whole).is_ok());
}

/// Site maps of every shape: spacing, quotes, comments, empty elements.
fn site_map() -> impl Strategy<Value = (String, Vec<(String, String)>)> {
    let space = prop_oneof![
        Just(""),
        Just("\n  "),
        Just("\r\n\t"),
        Just(" <!-- <Group Id='x'> --> ")
    ];
    let sub_area = prop_oneof![
        Just("<SubArea Id='s' Entity='account'/>"),
        Just("<SubArea Id=\"t\" Title=\"A &lt; B > C\"><Titles></Titles></SubArea>"),
        Just("<Titles><Title LCID='1033' Title='x'/></Titles>"),
        Just("text &amp; more"),
    ];
    let group = (
        proptest::collection::vec((space.clone(), sub_area), 0..4),
        space.clone(),
        any::<bool>(),
    );
    let area = (proptest::collection::vec((space.clone(), group), 0..3), space.clone());
    (proptest::collection::vec((space.clone(), area), 0..3), space).prop_map(|(areas, last)| {
        let mut xml = String::from("<SiteMap>");
        let mut places = Vec::new();
        for (a, (space, (groups, before_end))) in areas.into_iter().enumerate() {
            xml += &format!("{space}<Area Id='a{a}'>");
            for (g, (space, (children, before_end, closed))) in groups.into_iter().enumerate() {
                places.push((format!("a{a}"), format!("g{g}")));
                if children.is_empty() && closed {
                    xml += &format!("{space}<Group Id=\"g{g}\" />");
                    continue;
                }
                xml += &format!("{space}<Group Id=\"g{g}\">");
                for (space, child) in children {
                    xml += space;
                    xml += child;
                }
                xml += before_end;
                xml += "</Group>";
            }
            xml += before_end;
            xml += "</Area>";
        }
        (format!("{xml}{last}</SiteMap>\n"), places)
    })
}

proptest! {
    #[test]
    fn s003_26_to_28_added_and_undone_in_every_shape_of_site_map((xml, places) in site_map()) {
        let before = read_elsewhere(&xml);
        for (area, group) in places {
            let splice = add(&xml, &area, &group, &titles()).unwrap();
            let after = splice.applied(&xml).unwrap();
            let map = read(&after).unwrap();
            prop_assert_eq!(map.pages.len(), 1);
            prop_assert_eq!((&map.pages[0].area, &map.pages[0].group), (&area, &group));
            let mut elsewhere = read_elsewhere(&after);
            let at = elsewhere.iter().position(|(id, _)| *id == map.pages[0].id).unwrap();
            let (_, url) = elsewhere.remove(at);
            prop_assert_eq!(url.as_deref(), Some(URL));
            prop_assert_eq!(&elsewhere, &before);
            prop_assert_eq!(splice.undo().applied(&after), Some(xml.clone()));
            let removed = remove(&after, &map.pages[0].id).unwrap().applied(&after).unwrap();
            if splice.removed.is_empty() {
                prop_assert_eq!(&removed, &xml);
            }
            prop_assert_eq!(&read(&removed).unwrap().pages, &[]);
        }
    }
}

#[test]
fn a_site_map_that_has_taken_every_id_to_be_thought_of_still_gets_one() {
    let taken: String = (2..100_000)
        .map(|number| format!("<SubArea Id=\"Teams_Chat_Settings_{number}\"/>"))
        .collect();
    let map = format!("<SiteMap><Area Id=\"a\"><Group Id=\"teams_chat_settings\">{taken}</Group></Area></SiteMap>");
    let splice = add(&map, "a", "teams_chat_settings", &[]).unwrap();
    assert!(splice.inserted.contains("Id=\"teams_chat_settings_100000\""));
    assert_eq!(splice.undo().applied(&splice.applied(&map).unwrap()).unwrap(), map);
}

#[test]
fn s003_26_27_what_differs_between_two_site_maps_is_told_entry_by_entry() {
    assert_eq!(differences(MAP, MAP).unwrap(), []);
    let with_page = added(MAP, "area_1", "group_1");
    let found = differences(MAP, &with_page).unwrap();
    let [page] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((page.how, page.opens.as_deref()), (How::Added, Some(URL)));
    assert_eq!(page.place, ["area_1", "group_1"]);
    assert_eq!(page.title.as_deref(), Some("Teams chat \"settings\" <&>"));
    let back = differences(&with_page, MAP).unwrap();
    assert_eq!((back.len(), back[0].how), (1, How::Removed));

    // Somebody renamed an area, took a table's entry out, and gave another one a title: three entries, not the whole map.
    let other = MAP
        .replace("Service &amp; sales", "Service")
        .replace("<SubArea Id=\"nav_cases\" Entity=\"incident\" />", "")
        .replace("L&apos;été", "Autre");
    let found = differences(MAP, &other).unwrap();
    let told: Vec<(How, &str)> = found.iter().map(|one| (one.how, one.id.as_str())).collect();
    assert_eq!(
        told,
        [
            (How::Changed, "area_1"),
            (How::Changed, "odd"),
            (How::Removed, "nav_cases")
        ]
    );
    assert_eq!(found[2].opens.as_deref(), Some("incident"));
    assert!(differences(MAP, "<SiteMap><Area").is_err());
    // A group that is opened to take the page is not itself another one.
    let opened = added(MAP, "area_1", "empty");
    assert_eq!(differences(MAP, &opened).unwrap().len(), 1);
}
