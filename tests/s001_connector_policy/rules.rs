//! The rules one by one.

use latchkey::domain::connector_policy::{
    Advanced, AdvancedGate, Fix, Gate, Group, Judgement, Known, Outline, Place, Placement, Policy, Reach, Standing,
    Verdict, Why, updated,
};
use latchkey::json::FromJson;
use serde_json::{Value, json};

use super::{SALESFORCE, document, group, read};

const VIVA: &str = "11111111-0000-0000-0000-000000000001";
const ORG: &str = "contoso.my.salesforce.com";
const EVERYWHERE: (&str, &[&str]) = ("AllEnvironments", &[]);

fn verdict(policy: &Policy) -> Verdict {
    Verdict::of(policy, SALESFORCE, Some(ORG))
}

fn judged(policies: &[Policy], advanced: Option<&[Advanced]>, place: Place<'_>) -> Judgement {
    let known = Known {
        policies,
        unread: &[],
        advanced,
    };
    Judgement::of(known, place, SALESFORCE, Some(ORG))
}

#[test]
fn s001_16_a_policy_reaches_all_only_those_listed_or_all_but_them() {
    let outline = |scope| {
        Outline::from_json(&document("p", scope, "General", vec![]))
            .unwrap()
            .scope
    };
    let here = Place::Environment(VIVA);
    let listed: &[&str] = &[
        "22222222-0000-0000-0000-000000000002",
        "11111111-0000-0000-0000-000000000001",
    ];
    for (scope, there, later) in [
        (("AllEnvironments", &[][..]), Reach::Yes, Reach::Yes),
        (("OnlyEnvironments", listed), Reach::Yes, Reach::No),
        (("SingleEnvironment", listed), Reach::Yes, Reach::No),
        (("OnlyEnvironments", &[]), Reach::No, Reach::No),
        (("ExceptEnvironments", listed), Reach::No, Reach::Yes),
        (("ExceptEnvironments", &[]), Reach::Yes, Reach::Yes),
        (("SomeDayEnvironments", listed), Reach::Unknown, Reach::Unknown),
    ] {
        let scope = outline(scope);
        assert_eq!(scope.reach(here), there, "{scope:?}");
        assert_eq!(scope.reach(Place::StillToCome), later, "{scope:?}");
    }
    let upper = outline(("OnlyEnvironments", &["11111111-0000-0000-0000-00000000000A"]));
    assert_eq!(
        upper.reach(Place::Environment("11111111-0000-0000-0000-00000000000a")),
        Reach::Yes
    );
    assert!(outline(EVERYWHERE).is_open_ended() && !upper.is_open_ended());
}

#[test]
fn s001_16_without_a_policy_for_the_environment_the_step_does_not_apply() {
    let other = read(&document(
        "p",
        ("OnlyEnvironments", &["x"]),
        "Blocked",
        vec![group("Blocked", &["shared_salesforce"])],
    ));
    let judgement = judged(&[other], Some(&[]), Place::Environment(VIVA));
    assert!(!judgement.is_concerned());
    assert_eq!(judgement.standing(), Standing::Open);
}

#[test]
fn s001_17_a_connector_is_where_it_is_listed_and_else_in_the_default_group() {
    let of =
        |default: &str, groups: Vec<Value>| read(&document("p", EVERYWHERE, default, groups)).placement(SALESFORCE);
    let listed = |class: &str| {
        of(
            "General",
            vec![
                group("General", &["shared_sql"]),
                group(class, &["shared_sql2", "SHARED_Salesforce"]),
            ],
        )
    };
    assert_eq!(listed("Confidential"), Placement::In(Group::Business, Why::Listed));
    assert_eq!(listed("Blocked"), Placement::In(Group::Blocked, Why::Listed));
    assert_eq!(
        of("Blocked", vec![group("General", &["shared_salesforceish"])]),
        Placement::In(Group::Blocked, Why::Default)
    );
    assert_eq!(of("General", vec![]), Placement::In(Group::NonBusiness, Why::Default));
    // What cannot be told is never "allowed".
    for unclear in [
        listed("Quarantined"),
        of("Quarantined", vec![]),
        of(
            "General",
            vec![
                group("General", &["shared_salesforce"]),
                group("Blocked", &["shared_salesforce"]),
            ],
        ),
    ] {
        assert_eq!(unclear, Placement::Unclear);
    }
    // A list's view of a policy, without its groups, is no policy.
    let mut cut = document("p", EVERYWHERE, "General", vec![]);
    cut["policyDefinition"]
        .as_object_mut()
        .unwrap()
        .remove("connectorGroups");
    assert!(Policy::from_json(&cut).is_err() && Outline::from_json(&cut).is_ok());
}

#[test]
fn s001_17_business_or_non_business_pass_and_blocked_does_not() {
    for (class, standing) in [
        ("Confidential", Standing::Open),
        ("General", Standing::Open),
        ("Blocked", Standing::Blocked),
        ("Odd", Standing::Unclear),
    ] {
        let policy = read(&document(
            "p",
            EVERYWHERE,
            "General",
            vec![group(class, &["shared_salesforce"])],
        ));
        assert_eq!(
            judged(&[policy], Some(&[]), Place::StillToCome).standing(),
            standing,
            "{class}"
        );
    }
}

fn with_actions(default: Value, rules: &[(&str, &str)]) -> Policy {
    let rules: Vec<Value> = rules
        .iter()
        .map(|(id, behavior)| json!({"actionId": id, "behavior": behavior}))
        .collect();
    let mut document = document("p", EVERYWHERE, "General", vec![]);
    document["connectorConfigurationsDefinition"] = json!({"connectorActionConfigurations": [
        {"connectorId": "/providers/Microsoft.PowerApps/apis/shared_sql", "defaultConnectorActionRuleBehavior": "Block", "actionRules": []},
        {"connectorId": SALESFORCE, "defaultConnectorActionRuleBehavior": default, "actionRules": rules},
    ]});
    read(&document)
}

#[test]
fn s001_17_rules_for_its_actions_are_a_further_gate() {
    for (policy, gates, standing) in [
        (with_actions(json!("Allow"), &[]), vec![], Standing::Open),
        (with_actions(Value::Null, &[("Get", "Allow")]), vec![], Standing::Open),
        (
            with_actions(json!("Allow"), &[("Get", "Allow"), ("Delete", "Block")]),
            vec![Gate::ActionsBlocked(vec!["Delete".into()])],
            Standing::Limited,
        ),
        (
            with_actions(json!("Block"), &[("Get", "Allow")]),
            vec![Gate::ActionsLeft(vec!["Get".into()])],
            Standing::Limited,
        ),
        (
            with_actions(json!("Block"), &[("Get", "Block")]),
            vec![Gate::ActionsLeft(vec![])],
            Standing::Blocked,
        ),
        (
            with_actions(json!("Perhaps"), &[]),
            vec![Gate::ActionsUnclear],
            Standing::Unclear,
        ),
        (
            with_actions(json!("Allow"), &[("Get", "Perhaps")]),
            vec![Gate::ActionsUnclear],
            Standing::Unclear,
        ),
    ] {
        assert_eq!(verdict(&policy).gates, gates);
        assert_eq!(judged(&[policy], Some(&[]), Place::StillToCome).standing(), standing);
    }
}

fn with_endpoints(member: &str, rules: &[(i64, &str, &str)]) -> Policy {
    let rules: Vec<Value> = rules
        .iter()
        .map(|(order, behavior, pattern)| json!({"order": order, "behavior": behavior, member: pattern}))
        .collect();
    let mut document = document("p", EVERYWHERE, "General", vec![]);
    document["connectorConfigurationsDefinition"] =
        json!({"endpointConfigurations": [{"connectorId": SALESFORCE, "endpointRules": rules}]});
    read(&document)
}

#[test]
fn s001_17_the_first_endpoint_rule_that_fits_decides_in_the_order_of_the_rules() {
    for member in ["endPoint", "endpoint"] {
        let denied = |pattern: &str| vec![Gate::Endpoint(pattern.to_owned())];
        for (rules, gates) in [
            (&[(2, "Deny", "*"), (1, "Allow", "*.salesforce.com")][..], vec![]),
            (&[(1, "Deny", "*"), (2, "Allow", "*.salesforce.com")], denied("*")),
            (
                &[(1, "Deny", "https://contoso.my.salesforce.com/services/*")],
                denied("https://contoso.my.salesforce.com/services/*"),
            ),
            // A part of the host is allowed: the rest of it meets what follows.
            (
                &[
                    (1, "Allow", "https://contoso.my.salesforce.com/services/*"),
                    (2, "Deny", "*"),
                ],
                denied("*"),
            ),
            (&[(1, "Deny", "*.salesforce.org")], vec![]),
            (&[(1, "Perhaps", "*.salesforce.com")], vec![Gate::EndpointUnclear]),
            (&[], vec![]),
        ] {
            assert_eq!(verdict(&with_endpoints(member, rules)).gates, gates, "{rules:?}");
        }
        // Which org it is, is not known yet.
        let unknown = |rules| Verdict::of(&with_endpoints(member, rules), SALESFORCE, None).gates;
        assert_eq!(unknown(&[(1, "Deny", "*")]), denied("*"));
        assert_eq!(unknown(&[(1, "Deny", "*.salesforce.org")]), vec![Gate::EndpointUnclear]);
        assert_eq!(unknown(&[(1, "Allow", "*")]), vec![]);
    }
}

fn advanced(rules: Value) -> Advanced {
    Advanced::from_json(&json!({"id": "a", "name": "Baseline", "ruleSets": rules})).unwrap()
}

fn allowing(entries: Value) -> Advanced {
    advanced(json!([{"id": "ConnectorManagement", "version": "1.0", "inputs": {"AllowedConnectorList": entries}}]))
}

#[test]
fn s001_17_an_advanced_connector_policy_blocks_what_it_does_not_list() {
    let entry = |mode: &str, actions: Value| json!([{"AllowedConnector": SALESFORCE, "AllowedActionsMode": mode, "AllowedActions": actions, "AllowedConnectionTypesMode": "AllAllowed"}]);
    for (policy, gates, standing) in [
        (
            advanced(json!([{"id": "CodeAppsFeature", "inputs": {}}])),
            vec![],
            Standing::Open,
        ),
        (allowing(json!([])), vec![AdvancedGate::NotListed], Standing::Blocked),
        (allowing(entry("AllAllowed", json!([]))), vec![], Standing::Open),
        (
            allowing(json!([{"allowedConnector": "shared_SALESFORCE"}])),
            vec![],
            Standing::Open,
        ),
        (
            allowing(entry("SomeAllowed", json!(["Get"]))),
            vec![AdvancedGate::ActionsLeft(vec!["Get".into()])],
            Standing::Limited,
        ),
        (
            allowing(entry("SomeAllowed", json!([]))),
            vec![AdvancedGate::ActionsLeft(vec![])],
            Standing::Blocked,
        ),
        (
            allowing(entry("Perhaps", json!([]))),
            vec![AdvancedGate::Unclear],
            Standing::Unclear,
        ),
        (
            allowing(json!([{"AllowedConnector": SALESFORCE, "AllowedConnectionTypesMode": "SomeAllowed"}])),
            vec![AdvancedGate::ConnectionTypes],
            Standing::Limited,
        ),
    ] {
        assert_eq!(policy.gates(SALESFORCE), gates);
        assert_eq!(
            judged(&[], Some(&[policy]), Place::Environment(VIVA)).standing(),
            standing
        );
    }
    assert!(Advanced::from_json(&json!({"id": "a", "ruleSets": [{"id": "ConnectorManagement"}]})).is_err());
}

#[test]
fn s001_17_connector_rules_that_are_not_understood_are_never_open() {
    let listing = |connector: &str| json!({"id": "ConnectorManagement", "inputs": {"AllowedConnectorList": [{"AllowedConnector": connector}]}});
    let other = "shared_other";
    for rules in [
        // Which of two counts nobody has said.
        json!([listing(other), listing(SALESFORCE)]),
        json!([listing(SALESFORCE), listing(SALESFORCE)]),
        json!([{"id": "ConnectorManagementV2", "inputs": {"AllowedConnectorList": []}}]),
        json!([listing(SALESFORCE), {"id": "connectormanagementV2", "inputs": {}}]),
        json!([{"inputs": {}}]),
    ] {
        let policy = advanced(rules.clone());
        assert_eq!(policy.gates(SALESFORCE), [AdvancedGate::Unclear], "{rules}");
        let judgement = judged(&[], Some(&[policy]), Place::Environment(VIVA));
        assert_eq!(judgement.standing(), Standing::Unclear, "{rules}");
    }
    // Of two entries for it, what either leaves out is in the way.
    let twice = json!([
        {"AllowedConnector": SALESFORCE},
        {"AllowedConnector": SALESFORCE, "AllowedActionsMode": "SomeAllowed", "AllowedActions": []},
    ]);
    assert_eq!(allowing(twice).gates(SALESFORCE), [AdvancedGate::ActionsLeft(vec![])]);
}

#[test]
fn s001_17_a_clean_data_policy_is_not_enough_and_what_was_not_read_is_not_open() {
    let open = read(&document("p", EVERYWHERE, "General", vec![]));
    let blocked = read(&document("q", EVERYWHERE, "Blocked", vec![]));
    let here = Place::Environment(VIVA);
    let closed = [allowing(json!([]))];
    assert_eq!(
        judged(std::slice::from_ref(&open), Some(&closed), here).standing(),
        Standing::Blocked
    );
    assert_eq!(
        judged(std::slice::from_ref(&open), None, here).standing(),
        Standing::Unclear
    );
    assert_eq!(
        judged(&[open.clone(), blocked.clone()], None, here).standing(),
        Standing::Blocked,
        "blocked for certain"
    );
    let unread = ["Unread".to_owned()];
    let known = Known {
        policies: std::slice::from_ref(&open),
        unread: &unread,
        advanced: Some(&[]),
    };
    assert_eq!(
        Judgement::of(known, here, SALESFORCE, None).standing(),
        Standing::Unclear
    );
    // Where advanced policies alone count, data policies do not.
    let alone = |on: Value| {
        advanced(json!([
            {"id": "ConnectorManagement", "inputs": {"AllowedConnectorList": [{"AllowedConnector": SALESFORCE}]}},
            {"id": "AdvancedConnectorPoliciesOnly", "inputs": {"EnableAdvancedConnectorPoliciesOnly": on}},
        ]))
    };
    assert_eq!(
        judged(std::slice::from_ref(&blocked), Some(&[alone(json!(true))]), here).standing(),
        Standing::Open
    );
    assert_eq!(
        judged(&[blocked], Some(&[alone(json!("true"))]), here).standing(),
        Standing::Blocked
    );
}

#[test]
fn s001_17_salesforce_and_dataverse_in_different_groups_are_told() {
    let apart = document(
        "p",
        EVERYWHERE,
        "General",
        vec![group("Confidential", &["shared_commondataserviceforapps"])],
    );
    let judgement = judged(&[read(&apart)], Some(&[]), Place::StillToCome);
    assert_eq!(
        (judgement.apart[0].connector, judgement.apart[0].dataverse),
        (Group::NonBusiness, Group::Business)
    );
    assert_eq!(
        judgement.standing(),
        Standing::Open,
        "a warning: that both are needed together is not documented"
    );
    let together = document(
        "p",
        EVERYWHERE,
        "General",
        vec![group("General", &["shared_commondataserviceforapps"])],
    );
    assert!(
        judged(&[read(&together)], Some(&[]), Place::StillToCome)
            .apart
            .is_empty()
    );
}

#[test]
fn s001_17_the_smallest_change_moves_one_connector_and_nothing_else() {
    let mut before = document(
        "p",
        EVERYWHERE,
        "General",
        vec![
            group("Confidential", &["shared_commondataserviceforapps"]),
            group("General", &["shared_sql"]),
            group("Blocked", &["shared_dropbox", "shared_salesforce", "shared_twitter"]),
        ],
    );
    before["policyDefinition"]["later"] = json!({"a": [1, null]});
    before["reviewDefinition"] = json!([2.5]);
    before["policyDefinition"]["connectorGroups"][2]["connectors"][1]["further"] = json!("kept");
    let policy = read(&before);
    let fix = Fix::of(&policy, &verdict(&policy), Some(ORG)).unwrap();
    assert_eq!(fix.group, Some(Group::Business), "where Dataverse is");
    let mut wanted = before.clone();
    let entry = wanted["policyDefinition"]["connectorGroups"][2]["connectors"]
        .as_array_mut()
        .unwrap()
        .remove(1);
    wanted["policyDefinition"]["connectorGroups"][0]["connectors"]
        .as_array_mut()
        .unwrap()
        .push(entry);
    assert_eq!(updated(&policy, SALESFORCE, &fix).unwrap(), wanted);
    assert!(verdict(&read(&wanted)).is_open());
    assert_eq!(
        Fix::of(&policy, &verdict(&read(&wanted)), Some(ORG)),
        None,
        "nothing is left to do"
    );
}

#[test]
fn s001_17_a_connector_blocked_by_default_is_listed_as_its_neighbours_are() {
    let mut before = document("p", EVERYWHERE, "Blocked", vec![group("Confidential", &["shared_sql"])]);
    before["policyDefinition"]["connectorGroups"][0]["connectors"][0]["name"] = json!("SQL Server");
    before["policyDefinition"]["connectorGroups"][0]["connectors"][0]["type"] =
        json!("providers/Microsoft.PowerApps/apis");
    let policy = read(&before);
    let fix = Fix::of(&policy, &verdict(&policy), None).unwrap();
    let after = updated(&policy, SALESFORCE, &fix).unwrap();
    let groups = &after["policyDefinition"]["connectorGroups"];
    assert_eq!(
        groups[1],
        json!({"classification": "General", "connectors": [
        {"id": SALESFORCE, "name": "Salesforce", "type": "providers/Microsoft.PowerApps/apis"}]})
    );
    assert_eq!(after["policyDefinition"]["defaultConnectorsClassification"], "Blocked");
    assert!(verdict(&read(&after)).is_open());
}

#[test]
fn s001_17_actions_and_endpoints_are_let_through_for_this_connector_alone() {
    let mut before = with_actions(json!("Block"), &[("Get", "Allow"), ("Delete", "Block")]).document;
    before["connectorConfigurationsDefinition"]["endpointConfigurations"] = json!([{"connectorId": SALESFORCE,
        "endpointRules": [{"order": 1, "behavior": "Deny", "endPoint": "*"}]}]);
    let policy = read(&before);
    let fix = Fix::of(&policy, &verdict(&policy), Some(ORG)).unwrap();
    assert_eq!(
        (fix.group, fix.actions, fix.endpoint.as_deref()),
        (None, true, Some(ORG))
    );
    let after = updated(&policy, SALESFORCE, &fix).unwrap();
    assert!(verdict(&read(&after)).is_open());
    assert_eq!(after["policyDefinition"], before["policyDefinition"]);
    let configured =
        |document: &Value| document["connectorConfigurationsDefinition"]["connectorActionConfigurations"][0].clone();
    assert_eq!(
        configured(&after),
        configured(&before),
        "another connector's rules stay"
    );
    let rules = &after["connectorConfigurationsDefinition"]["endpointConfigurations"][0]["endpointRules"];
    assert_eq!(rules[1], json!({"order": 2, "behavior": "Deny", "endPoint": "*"}));
    assert_eq!(
        Fix::of(&policy, &verdict(&policy), None),
        None,
        "without knowing the org there is no host to allow"
    );
}

#[test]
fn s001_17_what_cannot_be_told_is_not_changed() {
    let odd = read(&document(
        "p",
        EVERYWHERE,
        "General",
        vec![group("Odd", &["shared_salesforce"])],
    ));
    assert_eq!(Fix::of(&odd, &verdict(&odd), Some(ORG)), None);
    let open = read(&document("p", EVERYWHERE, "General", vec![]));
    assert_eq!(Fix::of(&open, &verdict(&open), Some(ORG)), None);
}

#[test]
fn s001_17_what_else_a_change_touches_is_told_environment_by_environment() {
    let blocked = |name: &str, scope| {
        read(&document(
            name,
            scope,
            "General",
            vec![group("Blocked", &["shared_salesforce"])],
        ))
    };
    let policies = [
        blocked("p", ("ExceptEnvironments", &["out"])),
        blocked("q", ("OnlyEnvironments", &["b"])),
    ];
    let environments = ["viva", "a", "b", "out"].map(str::to_owned);
    let fix = Fix::of(&policies[0], &verdict(&policies[0]), None).unwrap();
    let touched = fix.touches(&policies[0], &policies, &environments, "VIVA");
    let told: Vec<(&str, bool)> = touched
        .iter()
        .map(|one| (one.environment.as_str(), one.opens))
        .collect();
    assert_eq!(told, [("a", true), ("b", false)]);
}

/// Recordings of the real service, where there are any.
#[test]
fn s001_17_recorded_policies_are_read_and_go_back_whole() {
    let Ok(folder) = std::env::var("LATCHKEY_FIXTURES") else {
        println!("skipped: LATCHKEY_FIXTURES names no folder");
        return;
    };
    let open = |name: &str| -> Value {
        serde_json::from_str(&std::fs::read_to_string(format!("{folder}/power-platform/{name}")).unwrap()).unwrap()
    };
    let outlines = open("dlp_policies.json");
    let outlines: Vec<Outline> = outlines["value"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| Outline::from_json(one).unwrap())
        .collect();
    let policies: Vec<Policy> = ["dlp_policy_1.json", "dlp_policy_2.json"]
        .iter()
        .map(|name| read(&open(name)))
        .collect();
    let whole: Vec<Outline> = policies.iter().map(|policy| policy.outline.clone()).collect();
    assert_eq!(outlines, whole);
    assert_eq!(
        policies[1].placement("shared_azureblob"),
        Placement::In(Group::Business, Why::Listed)
    );
    let blob = Verdict::of(&policies[1], "shared_azureblob", Some("contoso.blob.core.windows.net"));
    assert!(matches!(&blob.gates[..], [Gate::ActionsLeft(left), Gate::Endpoint(_)] if left.len() == 13));
    for policy in &policies {
        let none = Fix {
            group: None,
            actions: false,
            endpoint: None,
        };
        assert_eq!(updated(policy, SALESFORCE, &none).unwrap(), policy.document);
        assert!(verdict(policy).is_open());
    }
}
