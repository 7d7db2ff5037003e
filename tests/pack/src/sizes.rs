//! What the extension weighs, raw and gzipped, beside its budgets.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::files_under;

/// One size of the shipped extension, in bytes: what it is meant to stay within, and what it may not pass today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// What is measured.
    pub what: &'static str,
    /// The measured size in bytes.
    pub size: usize,
    /// What it is meant to stay within, in bytes.
    pub budget: usize,
    /// What no build may pass, in bytes: the budget where it is kept, else a little above the present size, so that it
    /// only shrinks.
    pub limit: usize,
}

impl Row {
    /// Whether the budget is kept.
    pub fn is_within_budget(&self) -> bool {
        self.size <= self.budget
    }

    /// Whether the limit is kept.
    pub fn fits(&self) -> bool {
        self.size <= self.limit
    }
}

/// A file's size as it is and gzipped.
pub struct Weight {
    /// Path in the extension.
    pub path: String,
    /// Bytes on disk.
    pub raw: usize,
    /// Bytes after `gzip -9`.
    pub gzip: usize,
}

/// The weight of every file of the unpacked extension in `folder`.
///
/// # Errors
/// When the folder or a file cannot be read.
pub fn weigh(folder: &Path) -> Result<Vec<Weight>> {
    let mut weights = Vec::new();
    for path in files_under(folder).with_context(|| format!("{} is not built", folder.display()))? {
        let bytes = std::fs::read(folder.join(&path))?;
        weights.push(Weight {
            raw: bytes.len(),
            gzip: gzipped(&bytes)?,
            path,
        });
    }
    Ok(weights)
}

/// The three size budgets, measured: JavaScript declared on pages, wasm, whole package.
pub fn budgets(weights: &[Weight]) -> [Row; 3] {
    const KB: usize = 1024;
    let of = |path: &str| weights.iter().find(|weight| weight.path == path);
    [
        Row {
            what: "content.js, minified",
            size: of("content.js").map_or(usize::MAX, |weight| weight.raw),
            budget: 8 * KB,
            limit: 8 * KB,
        },
        Row {
            what: "wasm, gzipped",
            size: of(crate::wasm::BINARY).map_or(usize::MAX, |weight| weight.gzip),
            budget: 300 * KB,
            limit: 1161 * KB,
        },
        Row {
            what: "package, gzipped",
            size: weights.iter().map(|weight| weight.gzip).sum(),
            budget: 450 * KB,
            limit: 1398 * KB,
        },
    ]
}

fn gzipped(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}
