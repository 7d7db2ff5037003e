//! Blueprints of Teams chat: what was chosen in one organization becomes choices in another.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, in its helpers as well"
)]

mod fake_chat;
mod fake_org;

use fake_chat::*;
use fake_org::{CASE, EMAIL, FakeOrg, id, run};
use latchkey::domain::chat::blueprint::compare::Outcome;
use latchkey::domain::chat::blueprint::file;
use latchkey::domain::chat::record_type::Switch;
use latchkey::domain::chat::setting::Scope;
use latchkey::domain::chat::site_map::Title;
use latchkey::recipes::disconnect::Context;
use latchkey::recipes::teams_chat::blueprint::{blueprint, compare, left_out, needs, take};
use latchkey::recipes::teams_chat::{Choices, Observed, Place, plan, read_section};

const LAYOUT: &str = r#"<grid><row name="result"><cell name="title"/></row></grid>"#;

fn org() -> FakeOrg {
    let org = chat_org();
    put_tables(&org);
    put_case(&org, LAYOUT);
    put_access(&org);
    put_site_map(&org, MAP, false);
    org
}

fn opened(org: &FakeOrg, sections: &[latchkey::recipes::teams_chat::Section]) -> Observed {
    let mut observed = seen(org);
    for section in sections {
        let context = Context { now: 1_000, sleep: org };
        let part = run(read_section(org, context, &observed, section));
        observed.add(part);
    }
    observed
}

fn all(org: &FakeOrg) -> Observed {
    use latchkey::recipes::teams_chat::Section;
    let case = Section::Type("incident".to_owned());
    opened(org, &[Section::Tables, case, Section::Access, Section::SiteMaps])
}

fn titles() -> Vec<Title> {
    vec![Title {
        lcid: 1033,
        text: "Teams chat settings".to_owned(),
    }]
}

#[test]
fn what_was_chosen_in_one_organization_is_the_same_choices_in_another_like_it() {
    let here = all(&org());
    let mut choices = Choices::default();
    choices.set_scope(&here, Scope::All);
    choices.set_timeline(&here, true);
    choices.set(&here, &id(EMAIL), Switch::JoinChat, true);
    choices.set_followed(&here, &id(CASE), &["title".to_owned()]);
    choices.add_type(&here, "contoso_claim", &id(900));
    choices.set_role(&here, &id(CUSTOM_ROLE), true);
    let place = Place {
        area: "Service".to_owned(),
        group: "Work".to_owned(),
        titles: titles(),
    };
    choices.set_page(&here, "contoso_Claims", Some(place));
    assert_eq!(choices.count(), 7);
    let read = file::read(&file::write(&blueprint(&here, &choices))).unwrap();

    let there = opened(&org(), &needs(&read));
    let mut taken = Choices::default();
    for line in compare(&there, &read) {
        if let Outcome::Wish(wish) = &line.outcome {
            take(&there, &mut taken, wish, &titles(), &id(900));
        }
    }
    assert_eq!(taken, choices);
    assert!(plan(&there, &taken, 1).is_ok());
}

#[test]
fn an_organization_beside_its_own_blueprint_has_nothing_to_change() {
    let observed = all(&org());
    let own = blueprint(&observed, &Choices::default());
    for line in compare(&observed, &own) {
        assert!(!matches!(line.outcome, Outcome::Wish(_)), "{line:?}");
    }
}

#[test]
fn what_a_blueprint_cannot_speak_of_is_named() {
    let observed = all(&org());
    let ids = |observed: &Observed| -> Vec<String> {
        let left = left_out(observed);
        left.into_iter().map(|text| text.id.into_owned()).collect()
    };
    // Profiles were not opened.
    assert_eq!(ids(&observed), ["chat-left-unread"]);
    let org = org();
    let mut lost = record_type(EMAIL, "email", 0, false, serde_json::json!({}));
    lost["msdyn_entitytype"] = serde_json::Value::Null;
    lost["_msdyn_entitytype_value"] = serde_json::Value::Null;
    let odd = record_type(
        CASE,
        "incident",
        0,
        true,
        serde_json::json!({"msdyn_contextviewid": id(999), "msdyn_filteringattributes": "a;b c"}),
    );
    org.put(
        "msdyn_entitylinkchatconfigurations?$expand",
        list(serde_json::json!([lost, odd])),
    );
    put_site_map(&org, "<SiteMap><Area", false);
    let observed = all(&org);
    assert_eq!(
        ids(&observed),
        [
            "chat-left-unread",
            "chat-left-table",
            "chat-left-view",
            "chat-left-columns",
            "chat-left-site-map"
        ]
    );
}
