//! The program's own words: what its help lists, and what it refuses.

#![cfg(test)]

use latchkey_sandbox::config::DIALECTS;
use std::process::{Command, Output};

fn sandbox(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_latchkey-sandbox"))
        .args(arguments)
        .output()
        .unwrap()
}

#[test]
fn help_lists_every_dialect_the_state_document_and_the_controls() {
    let help = String::from_utf8(sandbox(&["--help"]).stdout).unwrap();
    for (key, answers, meaning) in DIALECTS {
        let line = format!("{key}={} ", answers.join("|"));
        let told = |each: &str| each.trim().starts_with(&line) && each.ends_with(meaning);
        assert!(help.lines().any(told), "{line}: {help}");
    }
    for said in [
        "{\"dataverse\": {\"<entity set>\": [<rows>]}",
        "oauth2PermissionGrants",
        "4c617463-686b-4579-a000-000000000001",
        "sitemaps/unpublished",
        "/state",
        "/requests",
        "/faults",
        "/latency",
        "/clock",
        "/secrets",
    ] {
        assert!(help.contains(said), "{said}: {help}");
    }
}

#[test]
fn an_unknown_dialect_and_an_unreadable_seed_are_refused_by_name() {
    for (arguments, named) in [
        (["--dialect", "colour=red"], "colour=red"),
        (["--seed", "/no/such/seed.json"], "/no/such/seed.json"),
    ] {
        let output = sandbox(&arguments);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && said.contains(named), "{said}");
        assert!(output.stdout.is_empty(), "it said it was ready");
    }
}
