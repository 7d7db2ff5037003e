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
use latchkey::services::dataverse::batch::{BatchError, MOST_PARTS, parse};
use latchkey::services::dataverse::error::DataverseError;
use latchkey::services::dataverse::odata::next_path;
use latchkey::services::patience::retry_after;
use proptest::prelude::*;

/// The answers of this kind, with their names.
fn corpus(kind: &str) -> Vec<(String, String)> {
    let folder = format!("{}/tests/corpus/{kind}", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
        .iter()
        .map(|file| {
            let name = file.file_name().unwrap().to_str().unwrap().to_owned();
            (name, std::fs::read_to_string(file).unwrap())
        })
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
    let read: Vec<_> = corpus("batch")
        .into_iter()
        .map(|(name, body)| {
            let parts = parse(&multipart(None, body));
            (name, parts.map(|parts| parts.iter().map(|part| part.status).collect()))
        })
        .collect();
    let expected: [(&str, Result<Vec<u16>, BatchError>); 9] = [
        ("changeset.txt", Err(BatchError::NoStatus(0))),
        ("html-part.txt", Ok(vec![503, 200])),
        ("no-content.txt", Ok(vec![204])),
        ("reads.crlf.txt", Ok(vec![200, 404])),
        ("reads.lf.txt", Ok(vec![200, 404])),
        ("rejected.json", Err(BatchError::NoBoundary)),
        ("sign-in.html", Err(BatchError::NoBoundary)),
        // Without the header, what stands before the first boundary hides it.
        ("throttled-part.txt", Err(BatchError::NoBoundary)),
        ("truncated.txt", Err(BatchError::CutOff(1))),
    ];
    assert_eq!(read, expected.map(|(name, parts)| (name.to_owned(), parts)));
}

#[test]
fn what_a_proxy_puts_around_a_batch_is_skipped_and_a_web_page_in_it_stays_one_part() {
    let of = |wanted: &str, boundary: &str| {
        let (_, body) = corpus("batch").into_iter().find(|(name, _)| name == wanted).unwrap();
        parse(&multipart(Some(format!("multipart/mixed; boundary={boundary}")), body)).unwrap()
    };
    let throttled = of("throttled-part.txt", "batchresponse_7");
    assert_eq!(throttled.len(), 1);
    assert_eq!(retry_after(&throttled[0]), Some(17_000));
    assert!(matches!(
        DataverseError::of(&throttled[0], "h", "roles"),
        Some(DataverseError::Throttled { retry_after_ms: 17_000 })
    ));
    let page = of("html-part.txt", "batchresponse_5");
    assert!(page[0].body.starts_with("<!DOCTYPE html>") && page[0].body.ends_with("</html>"));
    assert_eq!(page[1].body, "{\"value\":[]}");
}

#[test]
fn every_kind_of_refusal_is_understood_or_kept_as_it_came() {
    let of = |wanted: &str, status: u16| {
        let (_, body) = corpus("error").into_iter().find(|(name, _)| name == wanted).unwrap();
        DataverseError::of(&answer(status, &body), "h", "roles").unwrap()
    };
    assert!(
        matches!(of("missing-privilege.json", 403), DataverseError::Forbidden { privilege: Some(name), .. } if name == "prvReadRole")
    );
    assert!(matches!(of("throttled.json", 429), DataverseError::Throttled { .. }));
    assert!(
        matches!(of("with-details.json", 400), DataverseError::Refused { code, message, .. } if code == "0x80060888" && message.contains("msdyn_recordownercanunlink"))
    );
    // Nothing is made up where nothing can be read.
    for name in [
        "code-is-a-number.json",
        "empty.txt",
        "server-error.html",
        "truncated.json",
    ] {
        assert!(
            matches!(of(name, 500), DataverseError::Refused { status: 500, code, message, .. } if code.is_empty() && message.is_empty()),
            "{name}"
        );
        assert!(
            matches!(of(name, 403), DataverseError::Forbidden { privilege: None, .. }),
            "{name}"
        );
    }
}

proptest! {
    #[test]
    fn batch_answers_never_panic_and_never_grow(which in 0_usize..9, changes in changes(), header in prop::option::of("multipart/mixed; ?boundary=(batchresponse_[1-7]|\\PC{0,16})")) {
        let body = mutate(&corpus("batch")[which].1, &changes);
        let answer = multipart(header, body);
        if let Ok(parts) = parse(&answer) {
            prop_assert!(parts.len() <= MOST_PARTS);
            prop_assert!(parts.iter().map(|part| part.body.len()).sum::<usize>() <= answer.body.len());
            prop_assert!(parts.iter().all(|part| (100..600).contains(&part.status)));
        }
    }

    /// Whatever a refusal looks like: it is an error, a success is none, and what it says came from the answer.
    #[test]
    fn refusals_never_panic_and_nothing_is_made_up(which in 0_usize..7, changes in changes(), status in 100_u16..600, wait in prop::option::of("[0-9]{0,30}|\\PC{0,12}")) {
        let mut refusal = answer(status, &mutate(&corpus("error")[which].1, &changes));
        refusal.headers.extend(wait.map(|wait| ("retry-after".to_owned(), wait)));
        let error = DataverseError::of(&refusal, "h", "roles");
        prop_assert_eq!(error.is_none(), (200..300).contains(&status));
        if let Some(DataverseError::Forbidden { privilege: Some(name), message, .. }) = &error {
            prop_assert!(message.contains(name) && name.starts_with("prv"));
        }
        if let Some(error) = error {
            let _ = error.explain();
        }
    }

    /// A link to the next page is a path on the org the transport speaks to, or nothing; no authority of it is left.
    #[test]
    fn a_next_link_never_leads_elsewhere(link in prop_oneof![
        "\\PC{0,60}",
        "https://[a-z.@:/\\\\%-]{0,30}/api/data/v9.2/[a-z%./\\\\?#]{0,30}",
        "/{0,3}[a-z.]{0,10}/api/data/v9.2/[a-z%./?#\r\n]{0,30}",
    ]) {
        if let Some(path) = next_path(&link) {
            prop_assert!(path.starts_with("/api/data/v") && link.ends_with(&path), "{}", path);
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
        // A link's own host is never asked: of a link to elsewhere at most the path is left, on this organization.
        prop_assert!(org.asked.borrow().iter().all(|asked| asked.starts_with("/api/data/v") || asked.starts_with("batch of ")));
    }
}
