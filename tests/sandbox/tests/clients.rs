//! Dataverse, Graph and Salesforce clients written elsewhere, run against the sandbox: what they accept, nobody here made up.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use thiserror::Error;

/// Cases of `dataverse_sdk.py`, so that none can fall away unseen.
const SDK_CASES: usize = 24;
/// Cases of `dynamics_web_api.mjs`.
const DYNAMICS_WEB_API_CASES: usize = 23;
/// Cases of `graph_client.mjs`.
const GRAPH_CLIENT_CASES: usize = 9;
/// Cases of `jsforce.mjs`.
const JSFORCE_CASES: usize = 11;
/// One installation at a time: clients share a folder.
static INSTALLING: Mutex<()> = Mutex::new(());

#[derive(Debug, Error)]
enum ClientError {
    #[error("{program} could not be started ({source}): install it, the clients are part of the test suite")]
    Missing { program: String, source: std::io::Error },
    #[error("{what} failed; is the package registry reachable?\n{output}")]
    Install { what: String, output: String },
    #[error("the sandbox did not say it is ready, but: {0}")]
    NotReady(String),
    #[error("{0}: {1}")]
    File(PathBuf, std::io::Error),
}

/// The sandbox as a process of its own, ended with the test.
struct Sandbox {
    child: Child,
    origin: String,
    certificate: String,
}

impl Sandbox {
    fn start() -> Result<Self, ClientError> {
        let program = env!("CARGO_BIN_EXE_latchkey-sandbox");
        let mut child = Command::new(program)
            .args(["--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|source| ClientError::Missing {
                program: program.into(),
                source,
            })?;
        let mut line = String::new();
        if let Some(output) = child.stdout.as_mut() {
            BufReader::new(output)
                .read_line(&mut line)
                .map_err(|error| ClientError::NotReady(error.to_string()))?;
        }
        let ready: serde_json::Value = serde_json::from_str(&line).unwrap_or_default();
        let sandbox = |port: u64, ca: &str| Self {
            child,
            origin: format!("https://127.0.0.1:{port}"),
            certificate: ca.to_owned(),
        };
        match (
            ready.get("port").and_then(|v| v.as_u64()),
            ready.get("ca").and_then(|v| v.as_str()),
        ) {
            (Some(port), Some(ca)) => Ok(sandbox(port, ca)),
            _ => Err(ClientError::NotReady(line)),
        }
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        // Nothing can be done about a process that is already gone.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../clients")
}

/// A folder under the build's own folder, kept between runs.
fn tools(name: &str) -> PathBuf {
    let built = Path::new(env!("CARGO_BIN_EXE_latchkey-sandbox"));
    built
        .ancestors()
        .nth(2)
        .unwrap_or(Path::new("target"))
        .join("tools")
        .join(name)
}

fn run(program: &Path, arguments: &[&str], folder: &Path) -> Result<(), ClientError> {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output()
        .map_err(|source| ClientError::Missing {
            program: program.display().to_string(),
            source,
        })?;
    if output.status.success() {
        return Ok(());
    }
    Err(ClientError::Install {
        what: format!("{} {}", program.display(), arguments.join(" ")),
        output: String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr),
    })
}

/// Installs once per content of `lock`, a file of `tests/clients`; the stamp is written last.
fn installed(folder: &Path, lock: &str, install: impl FnOnce() -> Result<(), ClientError>) -> Result<(), ClientError> {
    let at = |path: &Path| {
        let path = path.to_owned();
        move |error| ClientError::File(path, error)
    };
    let source = sources().join(lock);
    let wanted = std::fs::read_to_string(&source).map_err(at(&source))?;
    let stamp = folder.join("installed.txt");
    if std::fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    std::fs::create_dir_all(folder).map_err(at(folder))?;
    install()?;
    std::fs::write(&stamp, wanted).map_err(at(&stamp))
}

/// The lines a client printed: its cases with whether they went well, and everything as one text.
fn cases(
    program: &Path,
    arguments: &[&str],
    variable: &str,
    sandbox: &Sandbox,
) -> Result<(BTreeMap<String, bool>, String), ClientError> {
    let output = Command::new(program)
        .args(arguments)
        .env(variable, &sandbox.certificate)
        .output()
        .map_err(|source| ClientError::Missing {
            program: program.display().to_string(),
            source,
        })?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    let mut found = BTreeMap::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("ok ") {
            found.insert(name.to_owned(), output.status.success());
        } else if let Some(name) = line.strip_prefix("FAILED ") {
            found.insert(name.to_owned(), false);
        }
    }
    Ok((found, text))
}

#[test]
fn the_vendors_python_client_finds_a_dataverse() -> Result<(), ClientError> {
    let home = tools("clients-py");
    let lock = sources().join("requirements.txt");
    installed(&home, "requirements.txt", || {
        run(Path::new("python3"), &["-m", "venv", "."], &home)?;
        let lock = lock.display().to_string();
        run(
            &home.join("bin/pip"),
            &[
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--requirement",
                &lock,
            ],
            &home,
        )
    })?;
    let sandbox = Sandbox::start()?;
    let script = sources().join("dataverse_sdk.py").display().to_string();
    let (cases, text) = cases(
        &home.join("bin/python"),
        &[&script, &sandbox.origin],
        "REQUESTS_CA_BUNDLE",
        &sandbox,
    )?;
    assert!(cases.values().all(|went_well| *went_well), "{text}");
    assert_eq!(cases.len(), SDK_CASES, "{text}");
    Ok(())
}

/// Runs a script of `tests/clients` with the packages locked there.
fn javascript(script: &str) -> Result<(BTreeMap<String, bool>, String), ClientError> {
    let home = tools("clients-js");
    {
        let _one = INSTALLING.lock().unwrap_or_else(PoisonError::into_inner);
        installed(&home, "package-lock.json", || {
            for file in ["package.json", "package-lock.json"] {
                let target = home.join(file);
                std::fs::copy(sources().join(file), &target).map_err(|error| ClientError::File(target, error))?;
            }
            run(
                Path::new("npm"),
                &["ci", "--ignore-scripts", "--no-audit", "--no-fund"],
                &home,
            )
        })?;
    }
    let sandbox = Sandbox::start()?;
    let script = sources().join(script).display().to_string();
    let folder = home.display().to_string();
    cases(
        Path::new("node"),
        &[&script, &sandbox.origin, &folder],
        "NODE_EXTRA_CA_CERTS",
        &sandbox,
    )
}

#[test]
fn dynamics_web_api_finds_a_dataverse() -> Result<(), ClientError> {
    let (cases, text) = javascript("dynamics_web_api.mjs")?;
    assert!(cases.values().all(|went_well| *went_well), "{text}");
    assert_eq!(cases.len(), DYNAMICS_WEB_API_CASES, "{text}");
    Ok(())
}

#[test]
fn the_vendors_graph_client_finds_a_graph() -> Result<(), ClientError> {
    let (cases, text) = javascript("graph_client.mjs")?;
    assert!(cases.values().all(|went_well| *went_well), "{text}");
    assert_eq!(cases.len(), GRAPH_CLIENT_CASES, "{text}");
    Ok(())
}

#[test]
fn jsforce_finds_a_salesforce() -> Result<(), ClientError> {
    let (cases, text) = javascript("jsforce.mjs")?;
    assert!(cases.values().all(|went_well| *went_well), "{text}");
    assert_eq!(cases.len(), JSFORCE_CASES, "{text}");
    Ok(())
}
