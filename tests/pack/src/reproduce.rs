//! Proves that packages depend on nothing but the sources: made once more in another place, they are the same bytes.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use zip::ZipArchive;

use crate::wasm::cargo_home;
use crate::{Places, files_under};

/// What a package is made from; a workspace needs the manifests of all its members.
const SOURCES: [&str; 7] = [
    "Cargo.toml",
    "Cargo.lock",
    "manifest.json",
    "benches",
    "src",
    "tests",
    "www",
];

/// Makes the packages of this version again, by `program` (this tool), from a copy of the sources under another path,
/// with an empty target directory and another `CARGO_HOME`, and compares them with those in `dist/`.
///
/// # Errors
/// When the second build fails or any package differs; names the first file that does.
pub fn elsewhere(program: &Path, places: &Places, packages: &[String]) -> Result<()> {
    let place = places.target.join("pack/another place, and a longer one");
    if place.exists() {
        std::fs::remove_dir_all(&place)?;
    }
    let root = place.join("sources");
    for source in SOURCES {
        copy(&places.root.join(source), &root.join(source))?;
    }
    let home = place.join("cargo");
    borrow_crates(&home)?;
    let status = Command::new(program)
        .env("CARGO_HOME", &home)
        .arg("--root")
        .arg(&root)
        .arg("--target")
        .arg(place.join("target"))
        .arg("--tools")
        .arg(&places.tools)
        .arg("package")
        .stdout(std::process::Stdio::null())
        .status()?;
    if !status.success() {
        bail!("the second build failed");
    }
    for package in packages {
        let [first, second] = [&places.root, &root].map(|root| root.join("dist").join(package));
        let read = |path: &PathBuf| std::fs::read(path).with_context(|| format!("could not read {}", path.display()));
        if let Some(what) = difference(&read(&first)?, &read(&second)?)? {
            bail!(
                "{package} is not reproducible: {what}; compare with {}",
                second.display()
            );
        }
    }
    std::fs::remove_dir_all(&place)?;
    Ok(())
}

/// Copies a file, or a folder without its hidden files.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let files = if from.is_dir() {
        files_under(from)?
    } else {
        vec![String::new()]
    };
    for file in files {
        let [from, to] = [from, to].map(|place| {
            if file.is_empty() {
                place.to_owned()
            } else {
                place.join(&file)
            }
        });
        if let Some(folder) = to.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::copy(&from, &to).with_context(|| format!("could not copy {}", from.display()))?;
    }
    Ok(())
}

/// A `CARGO_HOME` under another path with the crates this machine already has.
fn borrow_crates(home: &Path) -> Result<()> {
    std::fs::create_dir_all(home)?;
    let own = cargo_home().context("there is no home directory")?;
    for entry in std::fs::read_dir(&own).with_context(|| format!("could not list {}", own.display()))? {
        let entry = entry?;
        symlink(entry.path(), home.join(entry.file_name()))?;
    }
    Ok(())
}

/// What differs between two zips, in words; `None` where they are the same bytes.
fn difference(first: &[u8], second: &[u8]) -> Result<Option<String>> {
    if first == second {
        return Ok(None);
    }
    let [first, second] = [contents(first)?, contents(second)?];
    let names = first.keys().chain(second.keys());
    let differs = names.into_iter().find(|name| first.get(*name) != second.get(*name));
    Ok(Some(differs.map_or_else(
        || "the same files, put together in another way".to_owned(),
        |name| format!("{name} differs"),
    )))
}

fn contents(zip: &[u8]) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut archive = ZipArchive::new(Cursor::new(zip))?;
    let mut found = BTreeMap::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index)?;
        let name = entry.name()?.into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes)?;
        found.insert(name, bytes);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::difference;
    use crate::archive::zip;
    use crate::assemble::Files;

    #[test]
    fn the_file_that_differs_is_named() {
        let files = |binary: &str| -> Vec<u8> {
            let files: Files = [("a.js", "same"), ("b.wasm", binary)]
                .map(|(name, text)| (name.to_owned(), text.into()))
                .into();
            zip(&files).unwrap()
        };
        assert_eq!(difference(&files("one"), &files("one")).unwrap(), None);
        assert_eq!(
            difference(&files("one"), &files("two")).unwrap().unwrap(),
            "b.wasm differs"
        );
    }
}
