//! The same over random policies.

use latchkey::domain::connector_policy::{
    Advanced, Fix, Group, Judgement, Known, Outline, Place, Placement, Policy, Reach, Scope, Standing, Verdict, Why,
    updated,
};
use latchkey::json::FromJson;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{SALESFORCE, document, group, read};

const CLASSES: [&str; 3] = ["Confidential", "General", "Blocked"];
const NAMES: [&str; 5] = [
    "shared_salesforce",
    "shared_commondataserviceforapps",
    "shared_sql",
    "shared_dropbox",
    "shared_x",
];
const HOST: &str = "contoso.my.salesforce.com";

prop_compose! {
    /// A policy a service would keep: every connector in at most one group.
    fn policies()(
        places in proptest::collection::vec(0_usize..4, NAMES.len()),
        default in 0_usize..3,
        actions in proptest::option::of((any::<bool>(), proptest::collection::vec(any::<bool>(), 0..4))),
        endpoints in proptest::collection::vec((any::<bool>(), 0_usize..4), 0..4),
        further in json_values(),
    ) -> Value {
        let groups = CLASSES.iter().enumerate().map(|(at, class)| {
            let listed: Vec<&str> = NAMES.iter().zip(&places).filter(|(_, place)| **place == at).map(|(name, _)| *name).collect();
            group(class, &listed)
        });
        let mut document = document("p", ("AllEnvironments", &[]), CLASSES[default], groups.collect());
        let mut configured = json!({});
        if let Some((block, rules)) = actions {
            let word = |block: bool| if block { "Block" } else { "Allow" };
            let rules: Vec<Value> = rules.iter().enumerate().map(|(at, block)| json!({"actionId": format!("A{at}"), "behavior": word(*block)})).collect();
            configured["connectorActionConfigurations"] = json!([
                {"connectorId": SALESFORCE, "defaultConnectorActionRuleBehavior": word(block), "actionRules": rules, "x": 1}]);
        }
        if !endpoints.is_empty() {
            let patterns = ["*", "*.salesforce.com", "https://contoso.my.salesforce.com/a/*", "other.example"];
            let rules: Vec<Value> = endpoints.iter().enumerate().map(|(at, (deny, pattern))| {
                json!({"order": at + 1, "behavior": if *deny { "Deny" } else { "Allow" }, "endPoint": patterns[*pattern]})
            }).collect();
            configured["endpointConfigurations"] = json!([{"connectorId": SALESFORCE, "endpointRules": rules}]);
        }
        document["connectorConfigurationsDefinition"] = configured;
        document["policyDefinition"]["later"] = further.clone();
        document["laterDefinition"] = further;
        document
    }
}

fn json_values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[a-z~/]{0,6}".prop_map(Value::from),
        Just(json!(SALESFORCE)),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        let names = prop_oneof![
            "[a-z]{1,5}".prop_map(String::from),
            proptest::sample::select(vec![
                "policyDefinition",
                "connectorGroups",
                "classification",
                "connectors",
                "id",
                "name",
                "environmentType",
                "environments",
                "connectorConfigurationsDefinition",
                "endpointConfigurations",
                "endpointRules",
                "order",
                "connectorActionConfigurations",
                "actionRules",
                "connectorId",
                "ruleSets",
                "inputs",
                "AllowedConnectorList",
            ])
            .prop_map(str::to_owned),
        ];
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map(names, inner, 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// Every connector's group, without the one in question.
fn others(document: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for group in document["policyDefinition"]["connectorGroups"].as_array().unwrap() {
        for connector in group["connectors"].as_array().unwrap() {
            if connector["id"] != SALESFORCE {
                found.push((group["classification"].to_string(), connector.to_string()));
            }
        }
    }
    found
}

proptest! {
    #[test]
    fn s001_17_a_connector_is_in_the_group_that_lists_it_else_in_the_default(document in policies()) {
        let policy = read(&document);
        for name in NAMES {
            let groups = document["policyDefinition"]["connectorGroups"].as_array().unwrap();
            let listing = groups.iter().find(|group| group["connectors"].as_array().unwrap().iter().any(|one| one["name"] == name));
            let wire = |value: &Value| Group::from_wire(value.as_str().unwrap()).unwrap();
            let wanted = match listing {
                Some(group) => Placement::In(wire(&group["classification"]), Why::Listed),
                None => Placement::In(wire(&document["policyDefinition"]["defaultConnectorsClassification"]), Why::Default),
            };
            prop_assert_eq!(policy.placement(name), wanted);
        }
    }

    #[test]
    fn s001_17_the_change_opens_the_policy_and_keeps_everything_else(document in policies()) {
        let policy = read(&document);
        let verdict = Verdict::of(&policy, SALESFORCE, Some(HOST));
        let Some(fix) = Fix::of(&policy, &verdict, Some(HOST)) else {
            prop_assert!(verdict.is_open());
            return Ok(());
        };
        let after = updated(&policy, SALESFORCE, &fix).unwrap();
        let now = read(&after);
        let gates = Verdict::of(&now, SALESFORCE, Some(HOST)).gates;
        prop_assert!(gates.is_empty(), "{:?}", gates);
        prop_assert_eq!(others(&after), others(&document));
        // Put back what was changed, and nothing has changed.
        let mut back = after.clone();
        if fix.group.is_some() {
            back["policyDefinition"]["connectorGroups"] = document["policyDefinition"]["connectorGroups"].clone();
        }
        if fix.actions {
            back["connectorConfigurationsDefinition"]["connectorActionConfigurations"] =
                document["connectorConfigurationsDefinition"]["connectorActionConfigurations"].clone();
        }
        if fix.endpoint.is_some() {
            back["connectorConfigurationsDefinition"]["endpointConfigurations"] =
                document["connectorConfigurationsDefinition"]["endpointConfigurations"].clone();
        }
        prop_assert_eq!(&back, &document);
        // Once is enough.
        prop_assert_eq!(Fix::of(&now, &Verdict::of(&now, SALESFORCE, Some(HOST)), Some(HOST)), None);
    }

    #[test]
    fn s001_16_except_reaches_whom_only_does_not(listed in proptest::collection::vec("[a-c]{1,2}", 0..4), asked in "[a-c]{1,2}") {
        let only = Scope::Only(listed.clone()).reach(Place::Environment(&asked));
        let except = Scope::Except(listed).reach(Place::Environment(&asked));
        prop_assert_ne!(only, except);
        prop_assert!(matches!(only, Reach::Yes | Reach::No));
    }

    #[test]
    fn s001_17_one_more_policy_never_opens_anything(one in policies(), other in policies()) {
        let rank = |standing| match standing {
            Standing::Open => 0,
            Standing::Limited => 1,
            Standing::Unclear => 2,
            Standing::Blocked => 3,
        };
        let standing = |policies: &[Policy]| {
            let known = Known { policies, unread: &[], advanced: Some(&[]) };
            rank(Judgement::of(known, Place::StillToCome, SALESFORCE, Some(HOST)).standing())
        };
        let (one, other) = (read(&one), read(&other));
        let both = standing(&[one.clone(), other.clone()]);
        prop_assert_eq!(both, standing(&[one]).max(standing(&[other])));
    }

    #[test]
    fn nothing_an_answer_can_be_is_a_reason_to_panic(value in json_values(), host in proptest::option::of("[a-z.]{0,8}")) {
        let host = host.as_deref();
        let _ = Outline::from_json(&value);
        let _ = Advanced::from_json(&value).map(|policy| policy.gates(SALESFORCE));
        if let Ok(policy) = Policy::from_json(&value) {
            let verdict = Verdict::of(&policy, SALESFORCE, host);
            if let Some(fix) = Fix::of(&policy, &verdict, host) {
                let _ = updated(&policy, SALESFORCE, &fix);
            }
        }
    }
}
