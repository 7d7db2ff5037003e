//! The release build as it stands in `dist/`: its sizes and what it may not contain.

use std::path::PathBuf;

use latchkey_pack::manifest::{Browser, named_files};
use latchkey_pack::wasm::BINARY;
use latchkey_pack::{Mode, Places, sizes};

fn places() -> Places {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    Places {
        target: root.join("target"),
        tools: root.join("target/tools"),
        root,
    }
}

#[test]
fn no_size_passes_its_limit() {
    let weights = sizes::weigh(&places().dist(Mode::Release, Browser::Chrome)).unwrap();
    for row in sizes::budgets(&weights) {
        assert!(row.fits(), "{}: {} bytes, limit {}", row.what, row.size, row.limit);
    }
}

#[test]
fn no_shipped_script_makes_code_or_markup_of_text_or_names_another_origin() {
    for browser in Browser::ALL {
        let folder = places().dist(Mode::Release, browser);
        for path in latchkey_pack::files_under(&folder).unwrap() {
            if path.ends_with(".js") || path.ends_with(".html") {
                let source = std::fs::read_to_string(folder.join(&path)).unwrap();
                for banned in ["eval(", "new Function", "src=\"http", "importScripts", ".innerHTML"] {
                    assert!(!source.contains(banned), "{}/{path} contains {banned}", browser.name());
                }
            }
        }
    }
}

#[test]
fn every_manifest_carries_the_one_version_and_names_only_what_is_there() {
    for browser in Browser::ALL {
        let folder = places().dist(Mode::Release, browser);
        let manifest = std::fs::read(folder.join("manifest.json")).unwrap();
        let manifest: serde_json::Value = serde_json::from_slice(&manifest).unwrap();
        assert_eq!(manifest["version"], env!("CARGO_PKG_VERSION"), "{}", browser.name());
        for file in named_files(&manifest) {
            assert!(folder.join(&file).is_file(), "{}: {file}", browser.name());
        }
    }
}

#[test]
fn the_binary_says_nothing_of_the_machine_that_made_it() {
    let home = std::env::home_dir().unwrap();
    for browser in Browser::ALL {
        let binary = places().dist(Mode::Release, browser).join(BINARY);
        let binary = String::from_utf8_lossy(&std::fs::read(binary).unwrap()).into_owned();
        for place in [home.join(".cargo"), places().root.canonicalize().unwrap()] {
            assert!(!binary.contains(&place.display().to_string()), "{}", place.display());
        }
    }
}

#[test]
fn nothing_of_ours_makes_markup_of_text() {
    let sources = places().root.join("src");
    for path in latchkey_pack::files_under(&sources).unwrap() {
        let source = std::fs::read_to_string(sources.join(&path)).unwrap();
        for banned in ["from_html_unchecked", "VRaw", "inner_html"] {
            assert!(!source.contains(banned), "src/{path} names {banned}");
        }
    }
}
