//! The command line that `build.sh` calls to build, package and measure the extension.

use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use clap::{Parser, Subcommand};
use latchkey_pack::manifest::Browser;
use latchkey_pack::{Mode, Places, archive, assemble, hex, reproduce, sizes, wasm};
use sha2::{Digest, Sha256};

const VERSION: &str = env!("CARGO_PKG_VERSION");

#[derive(Parser)]
#[command(about = "Builds, packages and measures the extension")]
struct Arguments {
    /// The repository.
    #[arg(long)]
    root: PathBuf,
    /// Cargo's target directory.
    #[arg(long)]
    target: PathBuf,
    /// The folder whose node_modules holds the pinned npm tools.
    #[arg(long)]
    tools: PathBuf,
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Unpacked extensions under dist/, or quickly under dist/dev/.
    Build {
        /// Unoptimised and readable, in dist/dev/.
        #[arg(long)]
        dev: bool,
    },
    /// Reproducible zips under dist/, with sizes and digests.
    Package,
    /// Makes those zips again from a copy of the sources elsewhere, and fails unless they are the same bytes.
    Reproduce,
    /// What the built extension weighs, beside its budgets.
    Sizes,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let places = Places {
        root: arguments.root,
        target: arguments.target,
        tools: arguments.tools,
    };
    match arguments.task {
        Task::Build { dev } => build(&places, if dev { Mode::Dev } else { Mode::Release }).map(drop),
        Task::Package => package(&places),
        Task::Reproduce => {
            let packages = Browser::ALL.map(package_name);
            reproduce::elsewhere(&std::env::current_exe()?, &places, &packages)?;
            println!("built again elsewhere, the packages are the same to the byte");
            Ok(())
        }
        Task::Sizes => report_sizes(&places),
    }
}

fn build(places: &Places, mode: Mode) -> Result<Vec<(Browser, assemble::Files)>> {
    let start = Instant::now();
    let built = wasm::build(places, mode)?;
    if mode == Mode::Release && !built.optimised {
        println!("note: wasm-opt was not found, so the wasm is larger than what ships");
    }
    let mut all = Vec::new();
    for browser in Browser::ALL {
        let files = assemble::files(places, mode, browser, &built, VERSION)?;
        let folder = places.dist(mode, browser);
        let changed = assemble::write(&folder, &files)?;
        let shown = folder.strip_prefix(&places.root).unwrap_or(&folder).display();
        match changed {
            0 => println!("{shown}: up to date"),
            _ => println!("{shown}: {changed} of {} files written", files.len()),
        }
        all.push((browser, files));
    }
    println!("built in {:.1} s", start.elapsed().as_secs_f32());
    Ok(all)
}

fn package(places: &Places) -> Result<()> {
    for tool in ["wasm-opt", "terser"] {
        places
            .tool(tool)
            .with_context(|| format!("{tool} was not found; a package is never made without it"))?;
    }
    let all = build(places, Mode::Release)?;
    for (browser, files) in all {
        let bytes = archive::zip(&assemble::for_store(files)?)?;
        let name = package_name(browser);
        std::fs::write(places.root.join("dist").join(&name), &bytes)?;
        println!("{}  dist/{name}  {} bytes", hex(&Sha256::digest(&bytes)), bytes.len());
    }
    report_sizes(places)
}

fn package_name(browser: Browser) -> String {
    format!("latchkey-{VERSION}-{}.zip", browser.name())
}

fn report_sizes(places: &Places) -> Result<()> {
    let weights = sizes::weigh(&places.dist(Mode::Release, Browser::Chrome))?;
    println!("{:<40} {:>9} {:>9}", "dist/chrome", "raw", "gzip");
    for weight in &weights {
        println!("{:<40} {:>9} {:>9}", weight.path, weight.raw, weight.gzip);
    }
    let rows = sizes::budgets(&weights);
    for row in &rows {
        let over = if row.is_within_budget() {
            ""
        } else {
            ", over its budget"
        };
        println!("{:<40} {:>9} of {:>6} bytes{over}", row.what, row.size, row.budget);
    }
    if let Some(over) = rows.iter().find(|row| !row.fits()) {
        bail!("{} passes {} bytes, which no build may", over.what, over.limit);
    }
    Ok(())
}
