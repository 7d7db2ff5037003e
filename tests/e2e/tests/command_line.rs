//! `./build.sh` says what it does, and refuses what it cannot do before it builds anything.

#![cfg(test)]

use std::process::{Command, Output};

use latchkey_e2e::journeys::JOURNEYS;
use latchkey_e2e::root;

/// Runs `build.sh` where there is no cargo to build with.
fn build_sh(arguments: &[&str]) -> Output {
    Command::new("/usr/bin/env")
        .args(["bash", "build.sh"])
        .args(arguments)
        .current_dir(root())
        .env("PATH", "/usr/bin:/bin")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap()
}

fn refusal(arguments: &[&str]) -> String {
    let output = build_sh(arguments);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success(), "{arguments:?}");
    assert!(output.stdout.is_empty(), "{arguments:?} began to work");
    assert_eq!(said.lines().count(), 1, "{said}");
    said
}

#[test]
fn a_recipe_nobody_knows_is_refused_with_those_there_are() {
    for arguments in [
        ["run", "--headless", "nonsense"].as_slice(),
        &["run", "--headless=nonsense"],
    ] {
        let said = refusal(arguments);
        assert!(said.contains("no recipe nonsense"), "{said}");
        for journey in JOURNEYS {
            assert!(said.contains(journey.recipe), "{said}");
        }
    }
}

#[test]
fn an_option_nobody_knows_is_refused_by_name() {
    assert!(refusal(&["run", "--locale", "da"]).contains("run does not know --locale"));
    assert!(refusal(&["run", "disconnect-rights"]).contains("run does not know disconnect-rights"));
    assert!(refusal(&["run", "--browser"]).contains("--browser needs a path"));
    assert!(refusal(&["run", "--browser", "/no/such/browser"]).contains("/no/such/browser is not a program"));
}

#[test]
fn an_argument_a_command_does_not_take_is_refused_before_it_works() {
    for command in ["build", "test", "check", "bench", "package"] {
        let said = refusal(&[command, "nonsense"]);
        assert!(said.contains(&format!("{command} does not know nonsense")), "{said}");
    }
    assert!(refusal(&["build", "--dev", "nonsense"]).contains("build does not know nonsense"));
}

#[test]
#[cfg(target_os = "linux")]
fn a_window_without_a_display_is_refused_before_anything_is_built() {
    assert!(refusal(&["run"]).contains("there is no display"));
}

#[test]
fn help_names_every_command_and_a_log_carries_no_escapes() {
    let output = build_sh(&["help"]);
    let said = String::from_utf8(output.stdout).unwrap();
    for command in ["build", "run", "test", "check", "bench", "sandbox", "package"] {
        assert!(
            said.lines().any(|line| line.trim_start().starts_with(command)),
            "{command} is not in the help"
        );
    }
    assert!(said.contains("-- OPTIONS"), "{said}");
    assert!(!said.contains('\u{1b}'));
}

#[test]
fn what_needs_a_browser_is_left_out_of_a_plain_cargo_test() {
    let here = root().join("tests/e2e");
    let manifest = std::fs::read_to_string(here.join("Cargo.toml")).unwrap();
    let suites = std::fs::read_dir(here.join("tests")).unwrap();
    for suite in suites {
        let name = suite.unwrap().file_name().into_string().unwrap();
        if let Some(name) = name.strip_suffix(".rs").filter(|name| name.starts_with("browser_")) {
            let entry = format!("name = \"{name}\"\npath = \"tests/{name}.rs\"\ntest = false\n");
            assert!(manifest.contains(&entry), "{name} has no entry with `test = false`");
        }
    }
}
