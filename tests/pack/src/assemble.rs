//! Puts an unpacked extension together: what ships from `www/` as it is, what is made, and the manifest.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::manifest::{self, Browser};
use crate::texts::{self, Texts};
use crate::wasm::{BINARY, Built, GLUE};
use crate::{Mode, Places, files_under, minify};

/// The folder of `www/` with the message files.
const MESSAGES: &str = "messages/";

/// The manifest's path in the extension and in the repository.
const MANIFEST: &str = "manifest.json";

/// Path in the extension → its bytes.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Every file of the extension for `browser`.
///
/// # Errors
/// When a source cannot be read or used, or the manifest names a file that does not ship.
pub fn files(places: &Places, mode: Mode, browser: Browser, built: &Built, version: &str) -> Result<Files> {
    let www = places.root.join("www");
    let mut files = Files::new();
    for path in files_under(&www)? {
        let bytes = std::fs::read(www.join(&path)).with_context(|| format!("could not read www/{path}"))?;
        files.insert(path, bytes);
    }

    for (script, prefix) in texts::SCRIPTS {
        let source = files
            .get_mut(script)
            .with_context(|| format!("www/{script} is missing"))?;
        let texts = messages(&www.join(MESSAGES), prefix)?;
        let written = texts::write_into(std::str::from_utf8(source)?, &texts);
        *source = written.with_context(|| format!("www/{script}"))?.into_bytes();
    }
    files.insert(GLUE.into(), built.glue.clone().into_bytes());
    files.insert(BINARY.into(), built.binary.clone());

    if mode == Mode::Release {
        for (path, bytes) in files.iter_mut().filter(|(path, _)| path.ends_with(".js")) {
            let source = std::str::from_utf8(bytes).with_context(|| format!("{path} is not UTF-8"))?;
            if let Some(minified) = minify::javascript(places, source).with_context(|| format!("minifying {path}"))? {
                *bytes = minified.into_bytes();
            }
        }
        for (path, bytes) in files.iter_mut().filter(|(path, _)| path.ends_with(".ftl")) {
            let ships = texts::without_comments(std::str::from_utf8(bytes)?);
            *bytes = ships.with_context(|| format!("www/{path}"))?.into_bytes();
        }
    }

    let source = std::fs::read_to_string(places.root.join(MANIFEST)).context("could not read manifest.json")?;
    let source: Value = serde_json::from_str(&source).context("manifest.json is not JSON")?;
    let manifest = manifest::for_browser(&source, browser, version)?;
    if let Some(missing) = manifest::named_files(&manifest)
        .into_iter()
        .find(|path| !files.contains_key(path))
    {
        bail!("manifest.json names {missing}, which www/ does not have");
    }
    files.insert(MANIFEST.into(), serde_json::to_vec_pretty(&manifest)?);
    Ok(files)
}

/// The same files as a store takes them.
///
/// # Errors
/// When there is no manifest among them, or it is not JSON.
pub fn for_store(mut files: Files) -> Result<Files> {
    let manifest = files.get(MANIFEST).context("the extension has no manifest")?;
    let manifest = manifest::for_store(&serde_json::from_slice(manifest)?);
    files.insert(MANIFEST.into(), serde_json::to_vec_pretty(&manifest)?);
    Ok(files)
}

fn messages(folder: &Path, prefix: &str) -> Result<Texts> {
    let mut found = Texts::new();
    for file in files_under(folder)? {
        if let Some(language) = file.strip_suffix(".ftl") {
            let source = std::fs::read_to_string(folder.join(&file))?;
            found.insert(
                language.into(),
                texts::of_file(&source, prefix).with_context(|| format!("www/messages/{file}"))?,
            );
        }
    }
    Ok(found)
}

/// Makes `folder` hold exactly `files`, touching only what differs; gives the number of files it changed.
///
/// # Errors
/// When a file cannot be written or removed.
pub fn write(folder: &Path, files: &Files) -> Result<usize> {
    std::fs::create_dir_all(folder)?;
    let mut changed = 0;
    for stale in files_under(folder)?
        .into_iter()
        .filter(|path| !files.contains_key(path))
    {
        std::fs::remove_file(folder.join(stale))?;
        changed += 1;
    }
    for (path, bytes) in files {
        let target = folder.join(path);
        if std::fs::read(&target).is_ok_and(|present| &present == bytes) {
            continue;
        }
        if let Some(parent) = target.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(&target, bytes).with_context(|| format!("could not write {}", target.display()))?;
        changed += 1;
    }
    Ok(changed)
}
