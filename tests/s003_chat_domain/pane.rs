//! The productivity pane: rights, profiles, and Teams in it (S003-14 to S003-21, S003-38 to S003-41, S003-104).

use latchkey::domain::chat::Unread;
use latchkey::domain::chat::pane_access::*;
use latchkey::domain::privilege::Depth;

fn held(name: &str, depth: Depth) -> HeldPrivilege {
    HeldPrivilege {
        name: name.to_owned(),
        depth,
    }
}

fn reads_all() -> Vec<HeldPrivilege> {
    PaneTable::ALL
        .into_iter()
        .map(|table| held(table.privilege(), Depth::Global))
        .collect()
}

/// The rule of one table: its names, and that exactly it is missed.
fn table(table: PaneTable, logical_name: &str, organization_owned: bool) {
    assert_eq!(table.logical_name(), logical_name);
    assert_eq!(table.privilege(), format!("prvRead{logical_name}"));
    assert_eq!(table.is_organization_owned(), organization_owned);
    let mut others = reads_all();
    others.retain(|held| held.name != table.privilege());
    assert_eq!(lacking(&others), [(table, Held::Missing)]);
    let mut narrow = others.clone();
    narrow.push(held(table.privilege(), Depth::Basic));
    assert_eq!(lacking(&narrow), [(table, Held::Narrow(Depth::Basic))]);
}

#[test]
fn s003_14_what_users_lack_of_productivity_tools_user_is_named() {
    let role = [
        held("prvReadA", Depth::Global),
        held("prvReadB", Depth::Basic),
        held("prvReadC", Depth::Local),
    ];
    let user = [
        held("PRVREADA", Depth::Basic),
        held("prvReadA", Depth::Deep),
        held("prvReadB", Depth::Global),
    ];
    let lacks = lacking_of(&role, &user);
    let named: Vec<(&str, Depth, Option<Depth>)> = lacks
        .iter()
        .map(|lack| (lack.name.as_str(), lack.wanted, lack.held))
        .collect();
    assert_eq!(
        named,
        [
            ("prvReadA", Depth::Global, Some(Depth::Deep)),
            ("prvReadC", Depth::Local, None)
        ]
    );
    assert_eq!(lacking_of(&role, &role), []);
    // A record filter is less than one's own records.
    assert_eq!(
        lacking_of(&role[1..2], &[held("prvReadB", Depth::RecordFilter)]).len(),
        1
    );
}

#[test]
fn s003_15_app_profile() {
    table(PaneTable::AppProfile, "msdyn_appconfiguration", false);
}

#[test]
fn s003_16_application_tab_template() {
    table(PaneTable::ApplicationTabTemplate, "msdyn_applicationtabtemplate", false);
}

#[test]
fn s003_17_notification_field() {
    table(PaneTable::NotificationField, "msdyn_notificationfield", false);
}

#[test]
fn s003_18_notification_template() {
    table(PaneTable::NotificationTemplate, "msdyn_notificationtemplate", false);
}

#[test]
fn s003_19_pane_tab_configuration() {
    table(PaneTable::PaneTab, "msdyn_panetabconfiguration", true);
}

#[test]
fn s003_20_pane_tool_configuration() {
    table(PaneTable::PaneTool, "msdyn_panetoolconfiguration", true);
}

#[test]
fn s003_21_productivity_pane_configuration_is_spelled_without_productivity() {
    table(PaneTable::Pane, "msdyn_paneconfiguration", true);
}

#[test]
fn s003_15_to_21_a_role_that_reads_all_seven_lacks_nothing_and_one_without_any_lacks_all() {
    assert_eq!(lacking(&reads_all()), []);
    let upper: Vec<HeldPrivilege> = reads_all()
        .into_iter()
        .map(|held| self::held(&held.name.to_uppercase(), held.depth))
        .collect();
    assert_eq!(lacking(&upper), [], "the case of a name is the schema's");
    let none = lacking(&[held("prvReadappconfig", Depth::Global)]);
    assert_eq!(none, PaneTable::ALL.map(|table| (table, Held::Missing)));
}

fn profile(managed: bool, named: Option<&str>, linked: Option<&[&str]>) -> Profile {
    Profile {
        managed,
        pane_unique_name: named.map(str::to_owned),
        linked_panes: linked.map(|ids| ids.iter().map(|&id| id.to_owned()).collect()),
        ..Profile::default()
    }
}

fn panes() -> [Pane; 2] {
    ["with", "without"].map(|id| Pane {
        id: id.to_owned(),
        unique_name: format!("msdyn_{id}"),
    })
}

fn tab(pane: &str, tool: &str, enabled: Option<bool>) -> PaneTab {
    PaneTab {
        pane: pane.to_owned(),
        enabled,
        tool_unique_name: tool.to_owned(),
        ..PaneTab::default()
    }
}

fn tabs() -> [PaneTab; 4] {
    [
        tab("with", "msdyn_knowledgesearch", Some(true)),
        tab("with", "msdyn_TeamsCollaboration", Some(true)),
        tab("without", "msdyn_knowledgesearch", Some(true)),
        tab("without", "msdyn_TeamsCollaboration", None),
    ]
}

fn teams(profile: &Profile) -> Result<TeamsInPane, Unread> {
    profile.teams(&panes(), &tabs())
}

#[test]
fn s003_39_profiles_of_the_product_cannot_be_changed() {
    assert!(profile(true, None, None).is_default());
    assert!(!profile(false, None, None).is_default());
}

#[test]
fn s003_41_teams_is_on_where_an_enabled_teams_tab_is_in_the_pane() {
    for by in [
        profile(false, Some("msdyn_with"), None),
        profile(false, None, Some(&["with"])),
        profile(false, Some("MSDYN_With"), Some(&["with"])),
        profile(false, Some(""), Some(&["without", "with"])),
    ] {
        assert_eq!(teams(&by), Ok(TeamsInPane::On), "{by:?}");
    }
}

#[test]
fn s003_41_a_tab_that_is_not_enabled_or_has_no_value_is_off() {
    assert_eq!(
        teams(&profile(false, Some("msdyn_without"), None)),
        Ok(TeamsInPane::Off)
    );
    assert_eq!(
        profile(false, None, Some(&["with"])).teams(&panes(), &[tab("with", "msdyn_teams", Some(false))]),
        Ok(TeamsInPane::Off)
    );
}

#[test]
fn s003_41_104_a_pane_none_of_whose_tabs_is_known_as_teams_is_not_said_to_be_off() {
    let other = [tab("with", "contoso_collaboration", Some(true))];
    for tabs in [&other[..], &[]] {
        let by = profile(false, Some("msdyn_with"), Some(&["with"]));
        assert_eq!(by.teams(&panes(), tabs), Ok(TeamsInPane::NotRecognised));
    }
    // One way of binding leads to a Teams tab, the other to none that is known: they disagree.
    let both = profile(false, Some("msdyn_with"), Some(&["without"]));
    assert_eq!(
        both.teams(&panes(), &[tab("with", "msdyn_teams", Some(false))]),
        Ok(TeamsInPane::Unclear)
    );
}

#[test]
fn s003_41_the_tool_is_known_by_its_control_as_well_and_never_by_its_translated_name() {
    let mut tab = tab("with", "msdyn_pane_tool_7", Some(true));
    assert!(!tab.is_teams());
    tab.tool_name = "Microsoft Teams".to_owned();
    assert!(!tab.is_teams());
    for control in [
        "MscrmControls.TeamsCollaboration.Pane",
        "MscrmControls.OfficeProductivity.CollabControl",
    ] {
        tab.tool_control = control.to_owned();
        assert!(tab.is_teams(), "{control}");
    }
}

#[test]
fn s003_104_where_the_two_ways_of_binding_a_pane_disagree_nothing_is_claimed() {
    let both = profile(false, Some("msdyn_with"), Some(&["without"]));
    assert_eq!(teams(&both), Ok(TeamsInPane::Unclear));
}

#[test]
fn s003_104_no_pane_and_not_read_are_two_things() {
    assert_eq!(teams(&profile(false, None, Some(&[]))), Ok(TeamsInPane::NoPane));
    assert_eq!(teams(&profile(false, None, None)), Err(Unread));
    assert_eq!(teams(&profile(false, Some("msdyn_elsewhere"), None)), Err(Unread));
}
