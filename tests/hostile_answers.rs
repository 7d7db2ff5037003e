//! The hostile edge of Dataverse: batch and OData answers, mutated from a corpus; nothing panics, nothing is invented.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, in its helpers as well"
)]

mod fake_org;

use fake_org::*;
use latchkey::http::Response;
use latchkey::recipes::disconnect::{Choices, Context, effect, export, observe, plan, readiness};
use latchkey::services::dataverse::batch::{MOST_PARTS, parse};
use proptest::prelude::*;

fn corpus() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/batch");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
        .iter()
        .map(|file| std::fs::read_to_string(file).unwrap())
        .collect()
}

fn multipart(header: Option<String>, body: String) -> Response {
    Response {
        status: 200,
        headers: header
            .map(|value| ("content-type".to_owned(), value))
            .into_iter()
            .collect(),
        body,
    }
}

/// Cuts, repeats, replaces and inserts, at positions given in per mille.
fn mutate(text: &str, changes: &[(u16, u16, u8, String)]) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for (from, len, kind, with) in changes {
        let from = usize::from(*from) * characters.len() / 1000;
        let to = (from + usize::from(*len)).min(characters.len());
        let piece: Vec<char> = characters[from..to].to_vec();
        match kind % 4 {
            0 => drop(characters.drain(from..to)),
            1 => drop(characters.splice(from..from, piece)),
            2 => drop(characters.splice(from..to, with.chars())),
            _ => drop(characters.splice(from..from, with.chars())),
        }
    }
    characters.into_iter().collect()
}

fn changes() -> impl Strategy<Value = Vec<(u16, u16, u8, String)>> {
    let with = prop_oneof![
        Just("\r\n\r\n".to_owned()),
        Just("--batchresponse_1\r\n".to_owned()),
        Just("--batchresponse_1--".to_owned()),
        Just("HTTP/1.1 999 X\r\n".to_owned()),
        Just("{\"value\":null}".to_owned()),
        "\\PC{0,8}",
    ];
    prop::collection::vec((0_u16..1000, 0_u16..200, any::<u8>(), with), 0..6)
}

#[test]
fn the_corpus_is_read_as_it_should_be() {
    let parts: Vec<Option<usize>> = corpus()
        .into_iter()
        .map(|body| parse(&multipart(None, body)).ok().map(|parts| parts.len()))
        .collect();
    // changeset, no-content, reads in CRLF, reads in LF, rejected.
    assert_eq!(parts, [None, Some(1), Some(2), Some(2), None]);
}

proptest! {
    #[test]
    fn batch_answers_never_panic_and_never_grow(which in 0_usize..5, changes in changes(), header in prop::option::of("multipart/mixed; ?boundary=\\PC{0,16}")) {
        let body = mutate(&corpus()[which], &changes);
        let answer = multipart(header, body);
        if let Ok(parts) = parse(&answer) {
            prop_assert!(parts.len() <= MOST_PARTS);
            prop_assert!(parts.iter().map(|part| part.body.len()).sum::<usize>() <= answer.body.len());
            prop_assert!(parts.iter().all(|part| (100..600).contains(&part.status)));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Any list of the organization mutated: whatever comes of it can be shown, exported and planned from, or is refused.
    #[test]
    fn mutated_lists_never_panic(which in 0_usize..8, changes in changes(), status in prop_oneof![Just(200_u16), Just(204), Just(403), Just(418)]) {
        const NEEDLES: [&str; 8] = [
            "systemusers?", "systemuserrolescollection", "teammemberships", "/teams?", "/roles?",
            "roleprivilegescollection", "msdyn_entitylinkchatconfigurations", "RetrieveCurrentOrganization",
        ];
        const LIST: &str = r#"{"value":[{"systemuserid":"00000000-0000-4000-8000-000000000001","roleid":"00000000-0000-4000-8000-000000000100","teamid":"00000000-0000-4000-8000-000000000300","name":"<img src=x onerror=alert(1)>","fullname":"=cmd|'/C calc'!A0","privilegedepthmask":8,"msdyn_entitylinkchatconfigurationid":"00000000-0000-4000-8000-000000000400","msdyn_recordownercanunlink":true}],"@odata.nextLink":"https://evil.example/api/data/v9.2/systemusers?$skiptoken=1","Detail":{"FriendlyName":"x"}}"#;
        let org = FakeOrg::new();
        org.put(NEEDLES[which], answer(status, &mutate(LIST, &changes)));
        if let Ok(observed) = run(observe(&org, Context { now: 1, sleep: &org })) {
            let choices = Choices::preset_new_organization(&observed);
            let _ = effect(&observed, &choices);
            let _ = readiness(&observed);
            let _ = export::json(&observed);
            if plan(&observed, &choices, 1).is_ok() {
                prop_assert!(!choices.changes_toggles() || observed.record_types.is_complete());
                prop_assert!(!choices.changes_roles() || observed.roles.is_complete());
            }
        }
        prop_assert!(org.asked.borrow().iter().all(|path| !path.contains("evil")));
    }
}
