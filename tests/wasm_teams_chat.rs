//! The Teams chat view in a real browser over a fake organization: what it shows, and what pressing it asks for.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test stops at once; the lints' own exemption does not reach functions beside the tests"
)]

#[path = "fake_chat/mod.rs"]
mod fake_chat;
#[path = "fake_org/mod.rs"]
mod fake_org;
#[path = "wasm_panel/mod.rs"]
mod wasm_panel;

use fake_chat::{chat_org, put_access, put_case, put_site_map, put_tables};
use fake_org::{FakeOrg, answer, id, ok, refusal};
use latchkey::services::entra::Resource;
use latchkey::services::entra::claims::Account;
use latchkey::services::entra::session::SignedIn;
use latchkey::ui::backend::MayAct;
use serde_json::json;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use wasm_panel::{Mounted, mount};

wasm_bindgen_test_configure!(run_in_browser);

const LAYOUT: &str = r#"<grid><row><cell name="title" /><cell name="prioritycode" /><cell name="contoso_attachment" /><cell name="contoso_settlement" /><cell name="statuscode" /><cell name="numberofchildincidents" /></row></grid>"#;

fn whole_org() -> FakeOrg {
    let org = chat_org();
    put_case(&org, LAYOUT);
    put_access(&org);
    put_site_map(&org, fake_chat::MAP, false);
    org
}

async fn opened(org: FakeOrg) -> Mounted {
    mount(org, "#/teams-chat/incident", MayAct::Yes).await
}

fn said(panel: &Mounted, testid: &str) -> String {
    panel.get(testid).text_content().unwrap_or_default()
}

#[wasm_bindgen_test]
async fn the_rail_and_the_address_lead_to_the_view_and_open_the_record_type_asked_for() {
    let panel = opened(whole_org()).await;
    assert_eq!(panel.attribute("nav-teams-chat", "aria-current"), "page");
    assert_eq!(panel.attribute("chat-open-incident", "aria-expanded"), "true");
    assert_eq!(panel.attribute("chat-open-email", "aria-expanded"), "false");
    for section in [
        "chat-on",
        "chat-types",
        "chat-timeline",
        "chat-profiles",
        "chat-pages",
        "chat-access",
        "chat-data",
    ] {
        assert!(panel.find(section).is_some(), "{section}: {}", panel.text());
    }
    assert_eq!(panel.root.query_selector_all("h1").unwrap().length(), 1);
}

#[wasm_bindgen_test]
async fn s003_31_the_scope_shows_old_and_new_and_the_bar_counts_one_change() {
    let panel = opened(whole_org()).await;
    assert!(panel.find("bar").is_none());
    panel.press("chat-scope-all").await;
    assert!(said(&panel, "chat-scope-change").contains("Turn on for all Dynamics 365 apps"));
    assert!(said(&panel, "bar").contains("1 change"), "{}", said(&panel, "bar"));
    panel.press("chat-scope-selected").await;
    assert!(panel.find("bar").is_none(), "as it was: {}", said(&panel, "bar"));
}

#[wasm_bindgen_test]
async fn s003_33_what_waits_to_be_published_is_released_only_with_a_tick_of_its_own() {
    let panel = opened(whole_org()).await;
    assert!(
        panel.find("chat-publish-CustomerServiceHub").is_none(),
        "nothing waits there"
    );
    panel.press("chat-publish-contoso_Claims").await;
    assert!(said(&panel, "bar").contains("1 change"));
    assert!(
        panel
            .text()
            .contains("Changes that others have not published yet go along.")
    );
}

#[wasm_bindgen_test]
async fn s003_08_consent_is_unknown_without_a_sign_in_and_never_shown_as_given() {
    let panel = opened(whole_org()).await;
    let consent = panel.get("chat-consent");
    assert_eq!(consent.query_selector_all("li .glyph.unknown").unwrap().length(), 5);
    assert!(consent.query_selector(".glyph.ready").unwrap().is_none());
    for name in [
        "Chat.ReadWrite.All",
        "Directory.Read.All",
        "Presence.Read.All",
        "User.Read.All",
        "User.ReadBasic.All",
    ] {
        assert!(said(&panel, "chat-consent").contains(name), "{name}");
    }
}

/// The view of somebody who is signed in to Microsoft Graph, where `org` answers for it.
async fn signed_in(org: FakeOrg) -> Mounted {
    let panel = mount(org, "#/history", MayAct::Yes).await;
    *panel.entra.standing.borrow_mut() = Ok(SignedIn {
        account: Account {
            id: "1".into(),
            upn: "admin@contoso.com".into(),
            name: "Alex Hartmann".into(),
            tenant: "aaaabbbb-0000-cccc-1111-dddd2222eeee".into(),
        },
        until: 9_000,
        tokens: vec![(Resource::Graph, vec!["Directory.Read.All".into()], 7_000)],
    });
    panel.press("nav-teams-chat").await;
    panel
}

fn put_consent(org: &FakeOrg) {
    org.put(
        "servicePrincipals(appId=",
        ok(json!({"id": "graph", "appId": "00000003-0000-0000-c000-000000000000"})),
    );
    let grant = |id: &str, client: &str, resource: &str, scope: &str| json!({"id": id, "clientId": client, "consentType": "AllPrincipals", "resourceId": resource, "scope": scope});
    org.put(
        "oauth2PermissionGrants?",
        ok(json!({"value": [
            grant("1", "chat-app", "graph", "Chat.ReadWrite.All User.Read.All"),
            grant("2", "chat-app", "other", "Presence.Read.All"),
        ]})),
    );
    org.put(
        "servicePrincipals/chat-app?",
        ok(json!({"id": "chat-app", "appId": id(900), "displayName": "Contoso <b>Chat</b>"})),
    );
}

#[wasm_bindgen_test]
async fn s003_09_13_who_holds_a_permission_is_named_once_signed_in_and_still_not_shown_as_given() {
    let org = whole_org();
    put_consent(&org);
    let panel = signed_in(org).await;
    let row = |name: &str| format!("chat-consent-{name}");
    for (name, state) in [
        ("Chat.ReadWrite.All", "held"),
        ("Directory.Read.All", "none"),
        ("Presence.Read.All", "none"),
        ("User.Read.All", "held"),
        ("User.ReadBasic.All", "none"),
    ] {
        assert_eq!(panel.attribute(&row(name), "data-state"), state, "{name}");
    }
    assert!(said(&panel, &row("User.Read.All")).contains("held by: Contoso <b>Chat</b>"));
    let consent = panel.get("chat-consent");
    assert!(consent.query_selector("li .glyph.ready").unwrap().is_none());
    assert!(said(&panel, "chat-consent").contains("not yet proven on a live tenant"));
}

#[wasm_bindgen_test]
async fn s003_08_a_missing_right_to_read_consents_is_told_and_never_shown_as_none() {
    let org = whole_org();
    put_consent(&org);
    let denied = json!({"error": {"code": "Authorization_RequestDenied", "message": "Insufficient privileges"}});
    org.put("oauth2PermissionGrants?", answer(403, &denied.to_string()));
    let panel = signed_in(org).await;
    let told = said(&panel, "state-unreadable-consent");
    assert!(
        told.contains("Directory.Read.All") && told.contains("Global Reader"),
        "{told}"
    );
    let row = "chat-consent-Chat.ReadWrite.All";
    assert_eq!(panel.attribute(row, "data-state"), "unreadable");
}

#[wasm_bindgen_test]
async fn s003_43_a_switch_of_the_opened_type_changes_its_row_in_place() {
    let panel = opened(whole_org()).await;
    assert_eq!(panel.attribute("chat-join-incident", "role"), "switch");
    panel.press("chat-join-incident").await;
    let row = panel.get("chat-row-incident");
    assert_eq!(row.query_selector_all("td.changed").unwrap().length(), 1);
    assert!(said(&panel, "bar").contains("1 change"));
    panel.press("chat-join-incident").await;
    assert_eq!(row.query_selector_all("td.changed").unwrap().length(), 0);
}

#[wasm_bindgen_test]
async fn s003_47_s003_51_the_card_has_five_columns_says_what_may_be_left_out_and_names_secured_ones() {
    let panel = opened(whole_org()).await;
    panel.press("chat-note-incident").await;
    let card = panel.get("chat-card");
    assert_eq!(card.query_selector_all("ol > li").unwrap().length(), 5);
    assert_eq!(
        card.query_selector_all("ol > li.doubtful").unwrap().length(),
        1,
        "the file"
    );
    assert!(said(&panel, "chat-card-secured").contains("contoso_settlement"));
    assert!(said(&panel, "chat-card").contains("1 more is not on it"));
}

#[wasm_bindgen_test]
async fn s003_90_a_column_that_cannot_be_followed_says_why_and_a_sixth_is_not_offered() {
    let panel = opened(whole_org()).await;
    let disabled = |name: &str| panel.get(&format!("chat-column-{name}")).has_attribute("disabled");
    assert!(disabled("numberofchildincidents") && disabled("contoso_attachment"));
    assert!(said(&panel, "chat-followed").contains("Not supported: a whole number"));
    assert!(said(&panel, "chat-followed").contains("Not supported: a file"));
    for name in ["title", "contoso_settlement"] {
        assert!(!disabled(name));
        panel.press(&format!("chat-column-{name}")).await;
    }
    assert!(
        said(&panel, "chat-followed").contains("5 of at most 5"),
        "{}",
        said(&panel, "chat-followed")
    );
    assert!(!disabled("title"), "what is chosen can be taken out");
}

#[wasm_bindgen_test]
async fn what_is_unproven_is_one_mark_per_section_with_the_list_behind_it() {
    let panel = opened(whole_org()).await;
    for (section, facts) in [
        ("chat-on", 1),
        ("chat-types", 2),
        ("chat-timeline", 1),
        ("chat-pages", 1),
        ("chat-check", 1),
    ] {
        let section = panel.get(section);
        let count = |css: &str| section.query_selector_all(css).unwrap().length();
        assert_eq!(count("summary .glyph.unknown"), 1, "{}", panel.text());
        assert_eq!(
            count("summary:has(.glyph.unknown) + ul > li"),
            facts,
            "{}",
            panel.text()
        );
    }
}

#[wasm_bindgen_test]
async fn s003_44_a_table_is_added_from_the_list_and_one_that_cannot_be_says_why() {
    let org = whole_org();
    put_tables(&org);
    let panel = opened(org).await;
    panel.press("chat-add").await;
    assert!(panel.text().contains("Only links two tables"), "{}", panel.text());
    assert!(panel.find("chat-add-contoso_claim_contact").is_none());
    panel.press("chat-add-contoso_claim").await;
    assert!(panel.find("chat-row-contoso_claim").is_some());
    assert!(said(&panel, "bar").contains("1 change"));
    assert_eq!(panel.attribute("chat-open-contoso_claim", "aria-expanded"), "true");
    panel.press("chat-remove-contoso_claim").await;
    assert!(panel.find("bar").is_none());
}

#[wasm_bindgen_test]
async fn a_record_type_is_removed_and_kept_after_all() {
    let panel = opened(whole_org()).await;
    panel.press("chat-remove-incident").await;
    assert!(said(&panel, "chat-row-incident").contains("To be removed"));
    assert!(said(&panel, "bar").contains("1 change"));
    panel.press("chat-remove-incident").await;
    assert!(panel.find("bar").is_none());
}

#[wasm_bindgen_test]
async fn s003_15_a_role_gets_the_reads_it_lacks() {
    let panel = opened(whole_org()).await;
    assert!(
        said(&panel, "chat-access").contains("Pane tab configuration"),
        "{}",
        said(&panel, "chat-access")
    );
    panel.press("chat-role-contoso-claims-agent").await;
    assert!(said(&panel, "bar").contains("1 change"));
    panel.press("bar-review").await;
    assert!(panel.find("plan").is_some(), "{}", panel.text());
    let step = panel.get("plan-step-1");
    let reads = step.query_selector_all(".deltas > .caption").unwrap().length();
    assert_eq!(reads, 6, "six Reads are missing: {}", panel.text());
    assert!(panel.find("plan-step-2").is_none(), "they are granted in one request");
}

#[wasm_bindgen_test]
async fn s003_26_the_settings_page_goes_to_a_place_of_a_custom_app_and_drafts_of_others_are_said() {
    let panel = opened(whole_org()).await;
    panel.select("chat-pages-place", "1").await;
    assert!(said(&panel, "bar").contains("1 change"), "{}", panel.text());
    panel.press("chat-pages-publish").await;
    assert!(said(&panel, "bar").contains("2 changes"));
}

#[wasm_bindgen_test]
async fn what_could_not_be_read_is_said_and_never_shown_as_none() {
    let org = whole_org();
    org.put(
        "msdyn_entitylinkchatconfigurations?",
        refusal(403, "missing prvRead privilege"),
    );
    org.put("/roles?", refusal(403, "missing prvReadRole privilege"));
    org.put("msdyn_appconfigurations?", refusal(403, "missing prvRead privilege"));
    let panel = opened(org).await;
    for part in ["types", "access", "profiles"] {
        assert!(
            panel.find(&format!("state-unreadable-{part}")).is_some(),
            "{part}: {}",
            panel.text()
        );
    }
    assert!(
        panel.find("chat-add").is_none(),
        "nothing is added to a list that is not known"
    );
}

#[wasm_bindgen_test]
async fn the_plan_of_this_view_is_reviewed_and_left_for_this_view() {
    let panel = opened(whole_org()).await;
    panel.press("chat-timeline-switch").await;
    panel.press("bar-review").await;
    assert!(panel.find("plan").is_some(), "{}", panel.text());
    panel.press("plan-cancel").await;
    assert!(panel.find("teams-chat").is_some());
    assert!(panel.find("bar").is_some(), "the change still waits");
    panel.press("nav-disconnect-rights").await;
    assert!(panel.find("bar").is_none(), "it is no change of that recipe");
    panel.press("nav-overview").await;
    assert!(said(&panel, "bar").contains("Teams chat"), "{}", said(&panel, "bar"));
}

#[wasm_bindgen_test]
async fn every_language_has_a_word_for_everything_of_the_view() {
    let panel = opened(whole_org()).await;
    panel.press("chat-note-incident").await;
    for (language, heading) in [
        ("fr", "Conversations Teams"),
        ("da", "Teams-chat"),
        ("ja", "Teams チャット"),
    ] {
        panel.select("language", language).await;
        let title = panel.root.query_selector("h1").unwrap().unwrap();
        assert_eq!(title.text_content().unwrap(), heading);
        assert!(!panel.text().contains("chat-"), "{language}: {}", panel.text());
    }
}

#[wasm_bindgen_test]
async fn what_may_not_be_applied_here_is_planned_again_from_the_address_it_opens_in_a_tab() {
    let panel = mount(whole_org(), "#/teams-chat/incident", MayAct::OpenInTab).await;
    panel.press("chat-scope-all").await;
    panel.press("chat-join-incident").await;
    panel.press("chat-role-contoso-claims-agent").await;
    panel.select("chat-pages-place", "1").await;
    panel.press("bar-review").await;
    let steps = panel.get("plan").query_selector_all("li.step").unwrap().length();
    assert_eq!(steps, 4, "{}", panel.text());
    let name = panel.get("target").query_selector("bdi").unwrap().unwrap();
    if panel.find("plan-name").is_some() {
        panel.type_in("plan-name", &name.text_content().unwrap()).await;
    }
    panel.press("plan-apply").await;
    let heard = panel
        .heard
        .borrow()
        .iter()
        .find_map(|heard| heard.strip_prefix("tab ").map(str::to_owned));
    let address = heard.unwrap();
    assert!(address.starts_with("#/review/teams-chat/"), "{address}");
    drop(panel);

    let again = mount(whole_org(), Box::leak(address.into_boxed_str()), MayAct::Yes).await;
    assert!(again.find("plan").is_some(), "{}", again.text());
    let planned = again.get("plan").query_selector_all("li.step").unwrap().length();
    assert_eq!(planned, steps);
}

#[wasm_bindgen_test]
async fn s003_37_a_page_that_is_no_record_tells_nothing_of_chats_and_the_admin_may_say_what_they_see() {
    let panel = opened(whole_org()).await;
    assert!(panel.find("chat-check-seen").is_none(), "nobody has looked");
    panel.press("chat-check-look").await;
    let told = said(&panel, "chat-check-result");
    assert!(told.contains("is no record"), "{told}");
    let result = panel.get("chat-check-result");
    assert!(result.query_selector(".glyph.ready").unwrap().is_none());
    panel.press("chat-check-seen").await;
    let told = said(&panel, "chat-check-result");
    assert!(told.contains("You saw the chats yourself"), "{told}");
}
