//! Compiles the core crate to wasm, makes its JavaScript glue, and shrinks both for release.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::{Mode, Places, glue};

/// The glue module the panel imports; it loads [`BINARY`] from beside itself.
pub const GLUE: &str = "latchkey.js";

/// The wasm binary.
pub const BINARY: &str = "latchkey_bg.wasm";

const TARGET: &str = "wasm32-unknown-unknown";

/// What the compiler emits for this target today. Named one by one, so that nothing newer slips into a package
/// because one machine's optimiser knows it.
const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What the optimiser does, in this order. A second round finds what the first one laid open: 4 KB of the package.
const PASSES: [&str; 5] = [
    "-Oz",
    "-Oz",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// The two files a build gives.
pub struct Built {
    /// The glue's source.
    pub glue: String,
    /// The binary.
    pub binary: Vec<u8>,
    /// False when `wasm-opt` was not found and a release was left as the compiler made it.
    pub optimised: bool,
}

/// Compiles, binds and (for release, where `wasm-opt` is installed) optimises.
///
/// Binding and optimising are skipped when the compiler's output is one already seen.
///
/// # Errors
/// When cargo, `wasm-bindgen` or `wasm-opt` fail.
pub fn build(places: &Places, mode: Mode) -> Result<Built> {
    let compiled = compile(places, mode)?;
    let optimiser = match mode {
        Mode::Release => places.tool("wasm-opt"),
        Mode::Dev => None,
    };
    let recipe = if optimiser.is_some() {
        [&PASSES[..], &FEATURES[..]].concat().join(" ")
    } else {
        String::new()
    };
    let cached = places.cache(
        "wasm",
        &[&compiled, recipe.as_bytes(), env!("CARGO_PKG_VERSION").as_bytes()],
    );
    if !cached.exists() {
        let fresh = cached.with_extension("fresh");
        if fresh.exists() {
            std::fs::remove_dir_all(&fresh)?;
        }
        bind(compiled, &fresh, mode)?;
        if let Some(optimiser) = &optimiser {
            optimise(optimiser, &fresh.join(BINARY))?;
        }
        std::fs::rename(&fresh, &cached)?;
    }
    Ok(Built {
        glue: glue::without_markup(&std::fs::read_to_string(cached.join(GLUE))?)?,
        binary: std::fs::read(cached.join(BINARY))?,
        optimised: optimiser.is_some(),
    })
}

fn compile(places: &Places, mode: Mode) -> Result<Vec<u8>> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo
        .current_dir(&places.root)
        .args(["build", "--quiet", "--package", "latchkey", "--lib", "--target", TARGET]);
    cargo.arg("--target-dir").arg(&places.target);
    let profile = match mode {
        Mode::Dev => "debug",
        Mode::Release => {
            cargo.arg("--release");
            // Where this machine keeps its crates would otherwise stand in the messages of their panics. This variable
            // also stands above any flags of this machine's own, and a path in it may have spaces.
            if let Some(home) = cargo_home() {
                let flag = format!("--remap-path-prefix={}=cargo", home.display());
                cargo.env("CARGO_ENCODED_RUSTFLAGS", flag);
            }
            "release"
        }
    };
    if !cargo.status().context("could not start cargo")?.success() {
        bail!("the wasm did not compile");
    }
    let output: PathBuf = places.target.join(TARGET).join(profile).join("latchkey.wasm");
    std::fs::read(&output).with_context(|| format!("could not read {}", output.display()))
}

/// Cargo's own folder, with the sources of every dependency.
pub(crate) fn cargo_home() -> Option<PathBuf> {
    let named = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| Some(std::env::home_dir()?.join(".cargo")))
}

fn bind(compiled: Vec<u8>, out: &Path, mode: Mode) -> Result<()> {
    Bindgen::new()
        .input_bytes("latchkey", compiled)
        .web(true)?
        .typescript(false)
        .keep_debug(false)
        .remove_name_section(mode == Mode::Release)
        .remove_producers_section(mode == Mode::Release)
        .generate(out)
        .context("wasm-bindgen failed")
}

fn optimise(optimiser: &Path, binary: &Path) -> Result<()> {
    let status = Command::new(optimiser)
        .args(PASSES)
        .args(FEATURES)
        .arg(binary)
        .arg("-o")
        .arg(binary)
        .status()
        .with_context(|| format!("could not start {}", optimiser.display()))?;
    if !status.success() {
        bail!("wasm-opt failed");
    }
    Ok(())
}
