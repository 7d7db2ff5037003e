//! From sources to what a browser loads: compile, bind, optimise, assemble, zip, measure.
//!
//! - [`wasm`] compiles the core crate and makes its JavaScript glue, from which [`glue`] takes the way to raw markup;
//! - [`manifest`] and [`texts`] are the two pure transformations of what stands in the repository;
//! - [`assemble`] puts `dist/<browser>` together, [`archive`] zips it, and [`reproduce`] proves that another place gives
//!   the same zips;
//! - [`sizes`] measures the result against the budgets.

use std::path::{Path, PathBuf};

pub mod archive;
pub mod assemble;
pub mod glue;
pub mod manifest;
pub mod minify;
pub mod reproduce;
pub mod sizes;
pub mod texts;
pub mod wasm;

/// How the extension is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Quick to build, readable, unoptimised; goes to `dist/dev/<browser>`.
    Dev,
    /// What ships: `opt-level = "z"`, `wasm-opt -Oz`, minified; goes to `dist/<browser>`.
    Release,
}

/// Where things stand on this machine.
#[derive(Clone, Debug)]
pub struct Places {
    /// The repository.
    pub root: PathBuf,
    /// Cargo's target directory, which also holds this tool's caches under `pack/`.
    pub target: PathBuf,
    /// Where `node_modules` with the pinned npm tools stands.
    pub tools: PathBuf,
}

impl Places {
    /// The unpacked extension for `browser`.
    pub fn dist(&self, mode: Mode, browser: manifest::Browser) -> PathBuf {
        let dist = self.root.join("dist");
        match mode {
            Mode::Dev => dist.join("dev").join(browser.name()),
            Mode::Release => dist.join(browser.name()),
        }
    }

    /// A program of the pinned npm tools, `None` where they are not installed.
    pub fn tool(&self, name: &str) -> Option<PathBuf> {
        Some(self.tools.join("node_modules/.bin").join(name)).filter(|path| path.exists())
    }

    /// A cache entry for `what`, named by the digest of everything it is made from.
    pub fn cache(&self, what: &str, inputs: &[&[u8]]) -> PathBuf {
        use sha2::Digest;
        let mut digest = sha2::Sha256::new();
        for input in inputs {
            digest.update(input.len().to_le_bytes());
            digest.update(input);
        }
        self.target
            .join("pack")
            .join(format!("{what}-{}", hex(&digest.finalize())))
    }
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Every file under `dir`, as paths relative to it with `/`, sorted; hidden files are left out.
///
/// # Errors
/// When a directory cannot be read.
pub fn files_under(dir: &Path) -> anyhow::Result<Vec<String>> {
    use anyhow::Context;
    let mut found = Vec::new();
    let mut open = vec![String::new()];
    while let Some(prefix) = open.pop() {
        let here = dir.join(&prefix);
        for entry in std::fs::read_dir(&here).with_context(|| format!("could not list {}", here.display()))? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            let path = if prefix.is_empty() {
                name
            } else {
                format!("{prefix}/{name}")
            };
            if entry.file_type()?.is_dir() {
                open.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
