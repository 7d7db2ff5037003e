//! Minifies JavaScript with the pinned terser, remembering what it has minified.

use std::io::Write;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::Places;

/// The smallest form of `source`, or `None` where terser is not installed.
///
/// # Errors
/// When terser refuses the source.
pub fn javascript(places: &Places, source: &str) -> Result<Option<String>> {
    let Some(terser) = places.tool("terser") else {
        return Ok(None);
    };
    // `--toplevel` would rename what other scripts of the page's isolated world may see: module or not, no names
    // are shared between our files, so it is safe for each of them.
    let arguments = ["--ecma", "2022", "--toplevel", "--compress", "passes=3", "--mangle"];
    let cached = places.cache("minified", &[source.as_bytes(), arguments.join(" ").as_bytes()]);
    if let Ok(known) = std::fs::read_to_string(&cached) {
        return Ok(Some(known));
    }
    let mut child = Command::new(terser)
        .args(arguments)
        .args(if is_module(source) { &["--module"][..] } else { &[] })
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("could not start terser")?;
    child
        .stdin
        .take()
        .context("terser has no input")?
        .write_all(source.as_bytes())?;
    let output = child.wait_with_output()?;
    if !output.status.success() {
        bail!("terser failed");
    }
    let minified = String::from_utf8(output.stdout)?.trim_end().to_owned();
    if let Some(folder) = cached.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(cached, &minified)?;
    Ok(Some(minified))
}

/// Whether a script uses module syntax at the start of a line, as all of ours do that are modules.
fn is_module(source: &str) -> bool {
    source
        .lines()
        .any(|line| line.starts_with("import ") || line.starts_with("export "))
}
