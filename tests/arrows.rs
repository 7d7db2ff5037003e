//! The dependency arrows of ARCHITECTURE.md, read from the sources: every module names only what lies below it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a test stops at once; the lints' own exemption does not reach functions beside the tests"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Each top-level module and those it may name. One that is missing here may not exist.
const ARROWS: [(&str, &[&str]); 12] = [
    ("json", &[]),
    ("sorted", &["json"]),
    ("text", &["json", "sorted"]),
    ("http", &["json", "sorted"]),
    ("words", &["text"]),
    ("domain", &["json", "sorted", "text"]),
    ("plan", &["domain", "http", "json", "sorted", "text"]),
    ("services", &["domain", "http", "json", "sorted", "text"]),
    ("portal", &["domain", "http", "json", "sorted", "text"]),
    (
        "recipes",
        &["plan", "services", "portal", "domain", "http", "json", "sorted", "text"],
    ),
    (
        "ui",
        &[
            "browser", "recipes", "plan", "services", "portal", "domain", "http", "json", "sorted", "text", "words",
        ],
    ),
    (
        "browser",
        &[
            "ui", "recipes", "plan", "services", "portal", "domain", "http", "json", "sorted", "text", "words",
        ],
    ),
];

/// Crates that are the browser, and the only modules that may name them (`lib.rs` holds the entry points).
const BROWSER_CRATES: [&str; 6] = [
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "serde_wasm_bindgen",
    "gloo_net",
];

fn sources() -> Vec<(Vec<String>, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut open = vec![root.clone()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let relative = path.strip_prefix(&root).unwrap().with_extension("");
                let module = relative
                    .components()
                    .map(|part| part.as_os_str().to_string_lossy().into_owned())
                    .filter(|part| part != "mod")
                    .collect();
                found.push((module, without_comments(&std::fs::read_to_string(&path).unwrap())));
            }
        }
    }
    found.sort();
    found
}

fn without_comments(source: &str) -> String {
    source
        .lines()
        .map(|line| line.split("//").next().unwrap())
        .collect::<Vec<_>>()
        .join("\n")
}

fn identifiers(source: &str) -> impl Iterator<Item = &str> {
    source
        .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .filter(|word| !word.is_empty())
}

/// The top-level names a source reaches: `crate::name`, each `name` of `crate::{…}`, and `super::…` chains that climb
/// out of `module`.
fn reached(module: &[String], source: &str) -> BTreeSet<String> {
    let compact: String = source.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut names = BTreeSet::new();
    let climb = "super::".repeat(module.len());
    for start in ["crate::", climb.as_str()].iter().filter(|start| !start.is_empty()) {
        for (at, _) in compact.match_indices(start) {
            let rest = &compact[at + start.len()..];
            match rest.strip_prefix('{') {
                Some(group) => names.extend(group_heads(group)),
                None => names.extend(identifiers(rest).next().map(str::to_owned)),
            }
        }
    }
    names
}

/// The first name of each item of a `use` group, given what follows its opening brace.
fn group_heads(group: &str) -> Vec<String> {
    let (mut depth, mut heads, mut item) = (0, Vec::new(), String::new());
    for letter in group.chars() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => heads.push(std::mem::take(&mut item)),
            _ if depth == 0 => item.push(letter),
            _ => {}
        }
    }
    heads.push(item);
    heads
        .iter()
        .filter_map(|item| identifiers(item).next().map(str::to_owned))
        .collect()
}

#[test]
fn every_module_names_only_what_lies_below_it() {
    let mut wrong = Vec::new();
    for (module, source) in sources() {
        let Some(top) = module.first().filter(|top| *top != "lib") else {
            continue;
        };
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| name == top) else {
            wrong.push(format!("src/{top} has no place among the arrows"));
            continue;
        };
        for name in reached(&module, &source) {
            let known = ARROWS.iter().any(|(module, _)| *module == name);
            if known && name != *top && !allowed.contains(&name.as_str()) {
                wrong.push(format!("{} names {name}", module.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_browser_names_the_browser_crates_and_only_ui_names_yew() {
    let mut wrong = Vec::new();
    for (module, source) in sources() {
        let top = module.first().map(String::as_str);
        for name in identifiers(&source).collect::<BTreeSet<_>>() {
            let allowed = match name {
                "yew" => matches!(top, Some("ui" | "browser" | "lib")),
                name if BROWSER_CRATES.contains(&name) => matches!(top, Some("browser" | "lib")),
                _ => true,
            };
            if !allowed {
                wrong.push(format!("{} names {name}", module.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_sandbox_shares_no_code_with_the_client() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sandbox/Cargo.toml");
    let manifest = std::fs::read_to_string(manifest).unwrap();
    let depends = manifest
        .lines()
        .any(|line| line.split([' ', '.', '=']).next() == Some("latchkey"));
    assert!(
        !depends,
        "tests/sandbox depends on the core crate, so the two could share a mistake"
    );
}

#[test]
fn the_reader_sees_groups_climbs_and_no_comments() {
    let source =
        without_comments("use crate::{\n    http::{Method, Url},\n    plan,\n};\n// crate::ui\nsuper::super::text::T");
    let names = reached(&["plan".into(), "run".into()], &source);
    assert_eq!(names.into_iter().collect::<Vec<_>>(), ["http", "plan", "text"]);
}
