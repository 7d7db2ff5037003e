//! Who is to use the sales agent, which Salesforce user each of them is, and whether there are licences enough (S001-04).
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, in its helpers as well"
)]

use latchkey::domain::deployment::{
    Audience, By, Choice, Given, Licence, Pairing, Person, Seats, Seller, ServicePlan, pair,
};
use proptest::prelude::*;

fn person(id: &str, upn: &str, mail: Option<&str>) -> Person {
    Person {
        id: id.into(),
        name: format!("Name {id}"),
        upn: upn.into(),
        mail: mail.map(str::to_owned),
        enabled: Some(true),
        location: Some("DK".into()),
        licences: Vec::new(),
    }
}

fn seller(id: &str, username: &str, email: Option<&str>, federation: Option<&str>) -> Seller {
    Seller {
        id: id.into(),
        name: format!("Name {id}"),
        username: username.into(),
        email: email.map(str::to_owned),
        federation: federation.map(str::to_owned),
        active: true,
    }
}

fn told(pairing: &Pairing) -> Vec<(usize, usize, By)> {
    pairing
        .pairs
        .iter()
        .map(|pair| (pair.person, pair.seller, pair.by))
        .collect()
}

#[test]
fn s001_04_the_audience_is_a_group_licence_holders_or_a_list_as_it_is_pasted() {
    let Choice::List(names) = Choice::typed("a@x.com; B@x.com\nAnn <a@x.com>,\r\n\tc@x.com\n") else {
        unreachable!("a list was typed")
    };
    assert_eq!(names, ["a@x.com", "B@x.com", "c@x.com"], "each once");
    let tenant = [
        person("1", "a@x.com", Some("ann@x.com")),
        person("2", "b@x.com", Some("shared@x.com")),
        person("3", "c@x.com", Some("shared@x.com")),
        // Whoever has the name for a user principal name is meant, whatever another's address is.
        person("4", "d@x.com", Some("a@x.com")),
    ];
    let typed = ["A@X.com", "ANN@x.com", "shared@x.com", "nobody@x.com"].map(str::to_owned);
    let audience = Audience::named(&typed, &tenant);
    let ids: Vec<&str> = audience.people.iter().map(|person| person.id.as_str()).collect();
    assert_eq!(
        (ids, audience.nobody, audience.several),
        (
            vec!["1"],
            vec!["nobody@x.com".to_owned()],
            vec!["shared@x.com".to_owned()]
        )
    );
}

#[test]
fn s001_04_nobody_counts_twice_and_who_may_not_sign_in_does_not_count() {
    let mut blocked = person("2", "b@x.com", None);
    blocked.enabled = Some(false);
    let mut unknown = person("3", "c@x.com", None);
    unknown.enabled = None;
    let audience = Audience::of(vec![
        person("1", "a@x.com", None),
        person("1", "a@x.com", None),
        blocked,
        unknown,
    ]);
    assert_eq!((audience.people.len(), audience.disabled.len()), (2, 1));
}

#[test]
fn s001_04_people_are_told_by_federation_id_then_user_name_then_mail() {
    let people = [
        person("o1", "ann@x.com", Some("ann.b@x.com")),
        person("o2", "bo@x.com", Some("bo.c@x.com")),
        person("o3", "cy@x.com", Some("cy.d@x.com")),
        person("o4", "di@x.com", Some("di.e@x.com")),
    ];
    let sellers = [
        // Cy's mail and Ann's federation id: the better sign goes first.
        seller("u1", "one@x.com.sandbox", Some("cy.d@x.com"), Some("ANN@x.com")),
        seller("u2", "BO@x.com", Some("cy.d@x.com"), None),
        seller("u3", "three@x.com", Some("cy.d@x.com"), Some("")),
    ];
    let pairing = pair(&people, &sellers);
    assert_eq!(
        told(&pairing),
        [(0, 0, By::Federation), (1, 1, By::Username), (2, 2, By::Mail)]
    );
    assert_eq!(pairing.unmatched, [3]);
    assert!(pairing.doubled.is_empty() && pairing.shared.is_empty());
    // The federation id may be the mail address or the object id as well.
    for id in ["o4", "di.e@x.com", " DI@x.com "] {
        let found = pair(&people[3..], &[seller("u", "x@y", None, Some(id))]);
        assert_eq!(told(&found), [(0, 0, By::Federation)], "{id}");
    }
}

#[test]
fn s001_04_whoever_fits_twice_is_listed_and_not_guessed() {
    let people = [
        person("o1", "ann@x.com", Some("team@x.com")),
        person("o2", "bo@x.com", Some("team@x.com")),
    ];
    let twice = [seller("u1", "a", Some("team@x.com"), None)];
    let shared = pair(&people, &twice);
    assert_eq!((shared.pairs.len(), shared.shared), (0, vec![(0, vec![0, 1])]));
    let doubled = pair(
        &people[..1],
        &[
            seller("u1", "a", Some("team@x.com"), None),
            seller("u2", "b", Some("team@x.com"), None),
        ],
    );
    assert_eq!((doubled.pairs.len(), doubled.doubled), (0, vec![(0, vec![0, 1])]));
}

#[test]
fn s001_04_a_user_who_is_not_active_stands_in_for_nobody_active() {
    let people = [person("o1", "ann@x.com", None)];
    let mut former = seller("u1", "ann@x.com", None, Some("ann@x.com"));
    former.active = false;
    let both = [former.clone(), seller("u2", "new@x.com", Some("ann@x.com"), None)];
    assert_eq!(told(&pair(&people, &both)), [(0, 1, By::Mail)]);
    assert_eq!(told(&pair(&people, &[former])), [(0, 0, By::Federation)]);
}

fn plan_of(name: &str) -> ServicePlan {
    ServicePlan {
        id: format!("plan-{name}"),
        name: name.to_owned(),
    }
}

fn given(id: &str, off: &[&str]) -> Given {
    Given {
        id: id.to_owned(),
        off: off.iter().map(|plan| (*plan).to_owned()).collect(),
    }
}

fn licence(part: &str, plans: &[&str], free: u32) -> Licence {
    Licence {
        id: format!("id-{part}"),
        part_number: part.into(),
        plans: plans.iter().map(|plan| plan_of(plan)).collect(),
        free,
        is_in_force: true,
    }
}

#[test]
fn s001_04_the_licence_is_known_under_its_names_and_counted_against_the_audience() {
    for (part, plans) in [
        ("Microsoft_365_Copilot", &[][..]),
        ("MICROSOFT_365_COPILOT_EDU", &[]),
        ("Microsoft_Copilot_for_Sales", &[]),
        ("Microsoft_Viva_Sales", &[]),
        ("BUNDLE", &["M365_Copilot"]),
    ] {
        assert!(licence(part, plans, 0).is_for_sales_agent(), "{part}");
    }
    for other in [
        "SPE_E3",
        "DYN365_ENTERPRISE_SALES",
        "Microsoft_Copilot_for_Finance",
        "GitHub_Copilot",
    ] {
        assert!(
            !licence(other, &["EXCHANGE_S_ENTERPRISE"], 9).is_for_sales_agent(),
            "{other}"
        );
    }
    let mut people = vec![
        person("1", "a@x", None),
        person("2", "b@x", None),
        person("3", "c@x", None),
        person("4", "d@x", None),
    ];
    people[0].licences = vec![given("ID-Microsoft_365_Copilot", &[])];
    people[1].licences = vec![given("id-SPE_E3", &[])];
    people[2].location = None;
    let seats = Seats::of(
        &Audience::of(people),
        &[licence("Microsoft_365_Copilot", &[], 2), licence("SPE_E3", &[], 9)],
    );
    assert_eq!(
        seats,
        Seats {
            have: 1,
            lack: vec![1, 2, 3],
            off: vec![],
            without_location: vec![2],
            free: 2,
            to_buy: 1
        }
    );
}

#[test]
fn s001_04_a_plan_that_is_switched_off_and_a_subscription_not_in_force_give_nobody_a_seat() {
    let bundle = licence("BUNDLE", &["EXCHANGE", "M365_Copilot"], 3);
    let unnamed = licence("Microsoft_Viva_Sales", &["EXCHANGE"], 0);
    let mut lapsed = licence("Microsoft_365_Copilot", &[], 9);
    lapsed.is_in_force = false;
    assert!(!lapsed.counts() && lapsed.is_for_sales_agent());
    let (all, mut people) = ([bundle, unnamed, lapsed], Vec::new());
    for (at, licences) in [
        vec![given("id-BUNDLE", &["plan-EXCHANGE"])],
        vec![given("id-BUNDLE", &["PLAN-M365_Copilot"])],
        // None of its plans is named after the agent: any of them may be its own.
        vec![given("id-Microsoft_Viva_Sales", &["plan-EXCHANGE"])],
        vec![given("id-Microsoft_365_Copilot", &[])],
        vec![
            given("id-BUNDLE", &["plan-M365_Copilot"]),
            given("id-Microsoft_Viva_Sales", &[]),
        ],
    ]
    .into_iter()
    .enumerate()
    {
        people.push(Person {
            licences,
            ..person(&at.to_string(), &format!("{at}@x"), None)
        });
    }
    let seats = Seats::of(&Audience::of(people), &all);
    assert_eq!(
        (seats.have, seats.off, seats.lack, seats.free),
        (2, vec![1, 2], vec![3], 3)
    );
}

prop_compose! {
    fn crowds()(
        people in proptest::collection::vec(("[ab]{1,2}", proptest::option::of("[ab]{1,2}")), 0..7),
        sellers in proptest::collection::vec(("[ab]{1,2}", proptest::option::of("[ab]{1,2}"), proptest::option::of("[ab]{1,2}"), any::<bool>()), 0..7),
    ) -> (Vec<Person>, Vec<Seller>) {
        let people = people.iter().enumerate().map(|(at, (upn, mail))| person(&format!("o{at}"), upn, mail.as_deref())).collect();
        let sellers = sellers.iter().enumerate().map(|(at, (name, mail, federation, active))| Seller {
            active: *active,
            ..seller(&format!("u{at}"), name, mail.as_deref(), federation.as_deref())
        }).collect();
        (people, sellers)
    }
}

proptest! {
    #[test]
    fn s001_04_everybody_ends_in_one_list_and_no_user_in_two_pairs((people, sellers) in crowds()) {
        let pairing = pair(&people, &sellers);
        for at in 0..people.len() {
            let lists = [
                pairing.pairs.iter().filter(|pair| pair.person == at).count(),
                pairing.unmatched.iter().filter(|one| **one == at).count(),
                pairing.doubled.iter().filter(|(one, _)| *one == at).count(),
                usize::from(pairing.shared.iter().any(|(_, claimed)| claimed.contains(&at))),
            ];
            prop_assert_eq!(lists.iter().sum::<usize>(), 1, "{:?}", pairing);
        }
        for at in 0..sellers.len() {
            prop_assert!(pairing.pairs.iter().filter(|pair| pair.seller == at).count() <= 1);
        }
        prop_assert!(pairing.doubled.iter().all(|(_, fitting)| fitting.len() > 1));
        prop_assert!(pairing.shared.iter().all(|(_, claimed)| claimed.len() > 1));
    }

    #[test]
    fn s001_04_in_which_order_people_come_changes_nothing((people, sellers) in crowds()) {
        let names = |people: &[Person]| {
            let pairing = pair(people, &sellers);
            let mut pairs: Vec<(String, usize, By)> = pairing.pairs.iter().map(|pair| (people[pair.person].id.clone(), pair.seller, pair.by)).collect();
            pairs.sort_unstable();
            pairs
        };
        let turned: Vec<Person> = people.iter().rev().cloned().collect();
        prop_assert_eq!(names(&people), names(&turned));
    }
}
